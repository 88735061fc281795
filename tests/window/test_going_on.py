"""Whoever only goes on passes no question, and reads nothing twice."""

import pygame
import pytest

from game.window.driver import with_keys
from game.window.kit.tree import find
from game.window.parts.trust import ASKED
from game.window.screens.debrief import DebriefScreen
from tests.window.plays import played, started
from tests.window.test_app import key
from tests.window.test_plays import MINIMAL


@pytest.mark.slow
def test_whoever_presses_on_does_not_skip_how_far_the_others_are_trusted() -> None:
    """The question has the focus, and what skips it does not stand where one goes on."""
    app = started(scenario=MINIMAL, seed=1)
    asked = goes_on = 0
    for name in played(app, with_keys, scenario=MINIMAL):
        if name not in ("trust", "arrival", "reveal", "changed", "scene"):
            continue
        node = find(app.tree(), ASKED)
        onward = find(app.tree(), "trust.go" if name == "trust" else app.screen.first)
        assert onward is not None
        is_at_the_right = onward.rect.centerx > app.size[0] / 2
        assert is_at_the_right == (node is None)
        if node is None:
            goes_on += 1
            continue
        asked += 1
        assert app.focus == ASKED
        before = app.turns
        app.handle(key(pygame.K_RETURN))
        assert (app.turns, app.focus) == (before, ASKED)
    assert asked
    assert goes_on


@pytest.mark.slow
def test_of_a_thesis_of_which_nothing_was_found_that_is_said_once() -> None:
    app = started(scenario=MINIMAL, seed=1, language="en")
    for _ in played(app, with_keys, scenario=MINIMAL):
        screen = app.screen
        if isinstance(screen, DebriefScreen) and screen.at == 6:
            break
    assert isinstance(screen, DebriefScreen)
    found = screen.found
    assert found is not None
    kinds = [{each.code for each in (*one.in_favour, *one.against)} for one in found.theses]
    nothing = app.say("evidence.nothing-in-this-play")
    expected = sum(kind == {"nothing-in-this-play"} for kind in kinds)
    assert app.transcript().count(nothing) == expected
    assert 0 < expected < len(kinds)
