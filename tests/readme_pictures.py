"""The pictures in the README: `python -m tests.readme_pictures [FOLDER]` makes them again.

Three screens of the window, from a fully fixed play of the care merger, and a phone in a workshop.
The phone needs Chromium.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pygame

from game import settings
from game.window.driver import with_keys
from game.window.navigation import open_window
from game.window.preferences import Preferences
from game.window.screens.debrief import DebriefScreen
from game.window.window import Window
from tests.conftest import CARE_MERGER, compiled_of
from tests.web.afternoon import sights
from tests.web.pictures import Viewer, browser, photograph
from tests.window.plays import played, settle, started

FOLDER = CARE_MERGER.parents[1] / "assets/pictures"
SIZE = (1280, 720)
PLAYED = {"table": "table", "debrief-story": "debrief"}
PHONE = "seat-round"


def screens() -> Iterator[tuple[str, pygame.Surface]]:
    """The title with all stories; and of a play each wanted screen, where it first appears."""
    app = open_window(SIZE, Preferences("en", "light", 100, is_still=True, has_sound=False))
    settle(app)
    yield "picker", _drawn(app)
    app = started(SIZE, language="en")
    wanted = dict(PLAYED)
    for name in played(app, with_keys):
        label = app.screen.label if isinstance(app.screen, DebriefScreen) else name
        if label in wanted:
            yield wanted.pop(label), _drawn(app)
        if not wanted:
            return


def _drawn(app: Window) -> pygame.Surface:
    surface = pygame.Surface(SIZE)
    app.draw(surface)
    return surface


def save_screens(folder: Path) -> None:
    """Save the pictures of the window."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    with tempfile.TemporaryDirectory() as home:
        os.environ[settings.HOME] = home
        for name, surface in screens():
            pygame.image.save(surface, str(folder / f"{name}.png"))


def save_phone(folder: Path) -> None:
    """Save a picture of what a phone shows while a choice is to be made."""
    with tempfile.TemporaryDirectory() as place:
        seen = asyncio.run(sights(Path(place), CARE_MERGER, ["en"]))
    sight = next(each for each in seen if each.name == PHONE)
    with browser() as opened:
        viewer = Viewer(opened, compiled_of(CARE_MERGER).scenario)
        viewer.show(sight)
        photograph(viewer.page, "phone", "light", folder / "phone.png", whole=False)


def main(folder: Path) -> None:
    """Make them all."""
    folder.mkdir(parents=True, exist_ok=True)
    save_screens(folder)
    save_phone(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
