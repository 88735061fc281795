"""For a scenario outside the library: its map and its balance, while it plays by itself."""

from pathlib import Path

import pytest

from engine.balance.report import Effort
from game.window.driver import with_keys
from game.window.kit.tree import find
from game.window.screens.author import AuthorScreen
from game.window.window import Window
from tests.conftest import MINIMAL
from tests.window.plays import CARE, faults, settle, started
from tests.window.test_overflow import PHONE, everywhere


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A scenario that is not one of the library."""
    path = tmp_path / "own.yaml"
    path.write_bytes(MINIMAL.read_bytes())
    return path


def at_author(path: Path) -> tuple[Window, AuthorScreen]:
    app = started(scenario=path, language="en")
    with_keys(app, "picker.author")
    screen = app.screen
    assert isinstance(screen, AuthorScreen)
    return app, screen


def test_a_story_of_the_library_has_no_map_for_its_author() -> None:
    assert find(started(scenario=CARE).tree(), "picker.author") is None


@pytest.mark.slow
def test_the_map_is_there_at_once_and_the_figures_when_they_are_found(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With fewer plays than an author gets, whose number only makes the figures surer."""
    monkeypatch.setattr("game.window.trial._PLAYS", 324)
    monkeypatch.setattr("game.window.trial.FULL", Effort(324, 144, 36, 36, 1))
    app, screen = at_author(own)
    assert app.say("map.script") in app.transcript()
    screen.trial.wait()
    settle(app)
    app.changed()
    told = app.transcript()
    assert {app.say("author.outcomes"), app.say("advice"), app.say("map.endings")} <= set(told)
    assert any("324 automatic plays" in line for line in told)
    assert screen.trial.done == 1
    assert app.sleeps_for is None
    assert find(app.tree(), "author.stop") is None
    found = everywhere(app)
    app.size = PHONE
    app.changed()
    assert not found + faults(app)


@pytest.mark.slow
def test_what_was_found_stays_when_it_is_stopped_and_leaving_stops_it(own: Path) -> None:
    app, screen = at_author(own)
    with_keys(app, "author.stop")
    screen.trial.wait()
    app.changed()
    assert screen.trial.done < 1
    assert any("0% of the work" in line for line in app.transcript())
    with_keys(app, "author.close")
    assert app.screen.name == "picker"
    app, screen = at_author(own)
    screen.back(app)
    screen.trial.wait()
    assert screen.trial.done < 1
