"""Plays that have ended can be opened again from the title, and go to their debrief."""

from pathlib import Path

import pygame
import pytest

from engine.files import FileLock, InUse
from engine.play.afterthoughts import Afterthoughts
from engine.play.trace import save
from game import saves
from game.window.driver import with_keys, with_letters, with_mouse
from game.window.kit.tree import find, focusable
from game.window.screens.debrief import LISTEN
from game.window.window import Window
from tests.window.plays import settle, started
from tests.window.test_app import key
from tests.window.test_overflow import everywhere
from tests.window.test_plays import MINIMAL
from tests.window.test_writing import debrief_of, finished_play, kept, to_step


def with_plays(*names: str) -> Window:
    """The title, with that many plays that have ended."""
    for name in names:
        save(finished_play("ferry"), saves.finished() / f"{name}.trace.json")
    return started(scenario=MINIMAL, language="en")


def listed(app: Window) -> list[str]:
    """The plays in the list."""
    with_keys(app, "picker.finished")
    settle(app)
    return [node.id for node in focusable(app.tree()) if node.id.startswith("finished.")]


def test_without_a_finished_play_nothing_is_offered() -> None:
    assert find(with_plays().tree(), "picker.finished") is None


@pytest.mark.slow
def test_a_finished_play_is_listed_with_its_scenario_its_ending_and_its_date() -> None:
    app = with_plays("one")
    assert listed(app) == ["finished.one", "finished.close"]
    assert app.focus == "finished.one"
    node = find(app.tree(), "finished.one")
    assert node is not None
    assert "One ticket." in node.label
    assert "as Vlieter Ferries" in node.label
    assert any(str(year) in node.label for year in range(2024, 2100))


@pytest.mark.slow
def test_beside_its_story_an_earlier_play_stands_with_how_it_ended_and_where_it_came() -> None:
    app = with_plays("one")
    settle(app)
    told = app.transcript()
    assert any("as Vlieter Ferries" in line for line in told)
    assert "1 seen" in told


@pytest.mark.slow
def test_the_list_fits_at_every_size() -> None:
    app = with_plays(*"abcdefgh")
    (saves.finished() / "z.trace.json").write_text("x")
    found = everywhere(app)
    assert len(listed(app)) == 9
    assert not found + everywhere(app)


@pytest.mark.slow
def test_the_last_button_pressed_twice_does_not_close_the_game() -> None:
    app = to_step(8)
    done = find(app.tree(), "debrief.leave")
    assert done is not None
    at = done.rect.center
    for _ in range(2):
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            app.handle(pygame.Event(kind, pos=at, button=1, touch=False))
        settle(app)
    assert not app.is_done


@pytest.mark.slow
def test_it_opens_at_its_debrief_with_what_was_written_and_can_be_added_to() -> None:
    trace = finished_play("ferry").with_afterthoughts(Afterthoughts("ferry", feeling="tired"))
    path = saves.finished() / "one.trace.json"
    save(trace, path)
    app = started(scenario=MINIMAL, language="en")
    listed(app)
    with_keys(app, "finished.one")
    settle(app)
    assert debrief_of(app).at == LISTEN
    assert any("tired" in line for line in app.transcript())
    with_letters(app, " but fine")
    assert kept(app) == (Afterthoughts("ferry", feeling="tired but fine"),)
    with_mouse(app, "debrief.leave")
    assert app.say("pause.text.over") in app.transcript()
    with_mouse(app, "pause.leave")
    assert app.screen.name == "picker"
    assert path.is_file()


@pytest.mark.slow
def test_escape_goes_back_to_the_title() -> None:
    app = with_plays("one", "two")
    assert len(listed(app)) == 3
    app.handle(key(pygame.K_ESCAPE))
    assert app.screen.name == "picker"


@pytest.mark.slow
def test_a_play_that_can_not_be_read_is_told() -> None:
    app = with_plays("one")
    (saves.finished() / "two.trace.json").write_text('{"samenspel_trace": 3')
    assert listed(app) == ["finished.one", "finished.close"]
    said = " ".join(app.transcript())
    assert "You can no longer look back on this one" in said
    assert "breaks off" in said


@pytest.mark.slow
def test_a_play_that_is_open_elsewhere_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def held(path: Path) -> FileLock:
        raise InUse(11, "in use")

    app = with_plays("one")
    listed(app)
    monkeypatch.setattr("engine.live_play.lock_file", held)
    with_keys(app, "finished.one")
    assert app.screen.name == "finished"
    assert "You can no longer look back on this one" in " ".join(app.transcript())
    assert app.focus == "finished.close"
