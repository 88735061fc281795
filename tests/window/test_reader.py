"""What a screen reader is told."""

from pathlib import Path

import pygame
import pytest

from game.window.app import READER_EVENT
from game.window.driver import AutoPlayer, with_keys
from game.window.reader import told
from game.window.screens.table import TableScreen
from tests.game.own_pictures import jpeg
from tests.window.plays import settle, started
from tests.window.test_app import to_screen
from tests.window.test_plays import MINIMAL


def test_everything_that_can_be_pressed_is_told() -> None:
    """Each thing that can be done has a name, a label and a place."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    items = told(app.tree(), "niet beschikbaar")
    names = {item.name for item in items if item.can_press}
    screen = app.screen
    assert isinstance(screen, TableScreen)
    moves = {f"move.{card.id}" for card in screen.page.view.moves if card.locked is None}
    assert moves <= names
    assert all(item.label and item.rect[2] >= item.rect[0] for item in items)


@pytest.mark.slow
def test_what_can_not_be_done_says_so() -> None:
    """A move that is locked is told as not available, and can't be pressed."""
    app = started(seed=3)
    player = AutoPlayer("care-merger", "weteringen")
    while app.screen.name != "table":
        settle(app)
        with_keys(app, player.next(app))
    with_keys(app, "table.more")
    locked = [
        item for item in told(app.tree(), "niet beschikbaar") if "niet beschikbaar" in item.label
    ]
    assert locked
    assert not any(item.can_press for item in locked)


def test_a_reader_presses_like_a_hand() -> None:
    """What it asks for is done, and has the focus."""
    app = started(scenario=MINIMAL)
    app.handle(pygame.Event(READER_EVENT, name="scenario.minimal", is_press=True))
    settle(app)
    assert app.screen.name == "role"
    app.handle(pygame.Event(READER_EVENT, name="role.back", is_press=False))
    assert (app.screen.name, app.focus) == ("role", "role.back")


def test_what_is_in_an_own_picture_is_told_as_long_as_it_is_there(tmp_path: Path) -> None:
    shows = "    picture: hall.jpg\n    shows: {nl: Een lange tafel., en: A long table.}\n"
    text = MINIMAL.read_text("utf-8")
    path = tmp_path / "minimal.yaml"
    path.write_text(text.replace("    backdrop: harbour\n", f"    backdrop: harbour\n{shows}", 1))
    (tmp_path / "hall.jpg").write_bytes(jpeg())
    app = started(scenario=path, seed=1)
    to_screen(app, "table")
    assert "Een lange tafel." in [item.label for item in told(app.tree(), "niet beschikbaar")]
    (tmp_path / "hall.jpg").unlink()
    app = started(scenario=path, seed=1)
    to_screen(app, "table")
    assert "Een lange tafel." not in [item.label for item in told(app.tree(), "niet beschikbaar")]
