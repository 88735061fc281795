"""Golden pictures of six screens: `python -m tests.window.pictures` makes them again."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pygame

from game import settings
from game.window.driver import with_keys
from game.window.screens.debrief import DebriefScreen
from game.window.screens.talk import StoryScreen
from tests.window.plays import played, started

FOLDER = Path(__file__).parent / "golden"
SIZE, KEPT = (1280, 720), (640, 360)  # as drawn, and as kept
WANTED = ("picker", "table", "reveal-sealed", "reveal", "alternatives", "debrief-2")


def pictures() -> Iterator[tuple[str, pygame.Surface]]:
    """Each wanted screen, the first time it appears in a fully fixed play."""
    app = started(SIZE, language="nl")
    wanted = set(WANTED)
    for name in played(app, with_keys):
        screen = app.screen
        label = screen.label if isinstance(screen, DebriefScreen | StoryScreen) else name
        if label in wanted:
            wanted.discard(label)
            surface = pygame.Surface(SIZE)
            app.draw(surface)
            yield label, pygame.transform.smoothscale(surface, KEPT)
        if not wanted:
            return


def main() -> None:
    """Write them all."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ[settings.HOME] = home
        for name, surface in pictures():
            pygame.image.save(surface, str(FOLDER / f"{name}.png"))
            sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
