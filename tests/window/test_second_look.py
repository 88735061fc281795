"""The first lesson that is offered, what others will make of a change, and leaving that asks."""

from dataclasses import replace

import pygame
import pytest

from engine.play.view.records import Brings, Moves
from game.presenters.changes import likely
from game.window.driver import with_keys, with_mouse
from game.window.kit.tree import find
from game.window.navigation import open_window
from game.window.preferences import Preferences
from game.window.screens.proposal import ProposalScreen
from game.window.window import Window
from tests.window.plays import settle, started
from tests.window.test_app import key, to_screen
from tests.window.test_plays import MINIMAL


@pytest.mark.slow
def test_whoever_never_played_is_offered_the_first_lesson() -> None:
    app = open_window((1280, 720), Preferences("en", is_still=True, has_sound=False))
    settle(app)
    assert app.focus == "scenario.first-handshake"
    assert app.transcript().count(app.say("picker.first")) == 1


@pytest.mark.slow
def test_a_change_is_shown_as_it_is_and_as_it_would_be_and_enter_puts_it_on_the_table() -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "alternatives")
    screen = app.screen
    assert isinstance(screen, ProposalScreen)
    view = screen.page.view
    card = next(each for each in view.changes if each.chapter == screen.chapter)
    with_keys(app, f"change.{card.id}")
    told = app.transcript()
    assert {app.say("state.before"), app.say("state.after"), app.say("likely.head")} <= set(told)
    assert app.focus == "change.put"
    app.handle(key(pygame.K_RETURN))
    assert app.screen is not screen


@pytest.mark.slow
def test_what_others_make_of_a_change_goes_by_their_faces_and_by_what_it_does_for_them() -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "alternatives")
    screen = app.screen
    assert isinstance(screen, ProposalScreen)
    other, card = screen.page.view.others[0], screen.page.view.changes[0]
    nothing = Brings((), (), (), (), None, 0)
    theirs = (Moves(other.id, own=False),)
    cases = (
        ("warm", nothing, "for"), ("open", nothing, "open"), ("cold", nothing, "against"),
        ("open", replace(nothing, opens=theirs), "for"),
        ("open", replace(nothing, closes=theirs), "against"),
    )  # fmt: skip
    for mood, brings, expected in cases:
        seen = likely(replace(other, mood=mood), replace(card, brings=brings))  # type: ignore[arg-type]
        assert seen == expected, (mood, brings)


@pytest.mark.slow
def test_leaving_after_the_end_asks_once() -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "ending")
    assert find(app.tree(), "ending.leave") is None
    app.handle(key(pygame.K_ESCAPE))
    assert app.say("pause.text.over") in app.transcript()
    with_keys(app, "pause.go-on")
    assert app.screen.name == "ending"


@pytest.mark.slow
def test_beside_the_list_stands_the_story_that_is_pointed_at() -> None:
    app = open_window((1280, 720), Preferences("en", is_still=True, has_sound=False))
    settle(app)
    assert "reflection moment" in _course(app)
    app.pointed = "scenario.care-merger"
    app.changed()
    assert "The first soup" in _course(app)
    app.pointed = ""
    app.changed()
    assert "The first soup" in _course(app)
    with_mouse(app, "scenario.care-merger")
    assert app.screen.name == "role"
    assert "The first soup" in _course(app)


def _course(app: Window) -> str:
    """The course that is on the screen, in words."""
    return next(line for line in app.transcript() if line.startswith("How the story goes: "))
