"""Double and fast presses advance one thing, and whoever is in haste loses nothing."""

import pygame
import pytest

from engine.play.state import Choice, Refusal
from game.window.app import ONE_PRESS_MS
from game.window.driver import AutoPlayer, with_keys
from game.window.kit.tree import find, focusable
from game.window.screens.seal import SealScreen
from game.window.window import Window
from tests.window.haste import Haste
from tests.window.plays import CARE, first_party, settle, started
from tests.window.test_app import key, to_screen
from tests.window.test_plays import MINIMAL


def click(app: Window, at: tuple[int, int], after_ms: int = 0) -> None:
    """A click there, so long after what was before."""
    app.clock.skip(after_ms)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.handle(pygame.Event(kind, pos=at, button=1, touch=False))


def middle(app: Window, name: str) -> tuple[int, int]:
    """Where that is."""
    node = find(app.tree(), name)
    assert node is not None
    return node.rect.center


def test_six_clicks_on_sealing_open_no_envelope() -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "seal")
    at = middle(app, "seal.go")
    for _ in range(6):
        click(app, at, after_ms=150)
    assert app.screen.name == "reveal"
    assert app.say("reveal.sealed") in app.transcript()
    click(app, at, after_ms=ONE_PRESS_MS)
    assert app.say("reveal.sealed") not in app.transcript()
    assert app.screen.name == "reveal"


def test_a_double_click_turns_one_page_however_long_that_takes() -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "seal")
    at, choose = middle(app, "seal.go"), app.go.choose

    def slowly(choice: Choice) -> Refusal | None:
        app.clock.skip(3 * ONE_PRESS_MS)
        return choose(choice)

    app.go.choose = slowly  # type: ignore[method-assign]
    turns = app.turns
    click(app, at)
    click(app, at, after_ms=100)
    assert app.turns == turns + 1


def test_a_double_click_turns_one_page_however_long_that_takes_to_draw() -> None:
    app, surface = started(scenario=MINIMAL, seed=1), pygame.Surface((1280, 720))
    to_screen(app, "seal")
    app.draw(surface)
    at, turns = middle(app, "seal.go"), app.turns
    click(app, at)
    app.clock.skip(3 * ONE_PRESS_MS)
    app.draw(surface)
    click(app, at, after_ms=100)
    assert app.turns == turns + 1
    app.draw(surface)
    click(app, middle(app, app.screen.first), after_ms=ONE_PRESS_MS)
    assert app.turns == turns + 2


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_SPACE])
def test_a_key_that_is_held_turns_one_page(code: int) -> None:
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "arrival")
    turns, was = app.turns, app.screen
    for _ in range(40):
        app.handle(key(code))
        app.clock.skip(33)
    assert app.turns == turns + 1
    assert app.screen is not was


def test_keys_that_differ_follow_each_other_as_fast_as_they_are_typed() -> None:
    """A card by its number, a prediction, and Enter seals them both."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "table")
    assert app.play is not None
    for event in (key(pygame.K_1, "1"), key(pygame.K_2, "2"), key(pygame.K_RETURN)):
        app.handle(event)
    (made,) = app.play.live.trace.choices
    (choice,) = (made[seat] for seat in app.play.live.people)
    assert [each.stance for each in choice.predictions] == ["reciprocal"]  # type: ignore[union-attr]


def test_clicks_that_turn_nothing_are_all_counted() -> None:
    """Something that is switched on and off answers to each click."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "seal")
    screen = app.screen
    assert isinstance(screen, SealScreen)
    name = next(n.id for n in focusable(app.tree()) if n.id.startswith("guess."))
    at = middle(app, name)
    for is_on in (True, False, True):
        click(app, at)
        assert bool(screen.guesses) is is_on


def test_a_button_that_was_pressed_on_another_screen_does_nothing() -> None:
    """The screen changes by itself between the press and the release."""
    app = started(scenario=MINIMAL, seed=1)
    to_screen(app, "arrival")
    screen, at = app.screen, middle(app, "talk.next")
    app.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1, touch=False))
    app.turned()
    app.handle(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1, touch=False))
    assert app.screen is screen


def test_a_press_is_not_for_what_came_by_itself_in_that_moment() -> None:
    """The envelopes open just before Enter, which was meant to open them."""
    app = started(scenario=MINIMAL, seed=1)
    app.preferences = app.preferences.with_(is_still=False)
    to_screen(app, "seal")
    with_keys(app, "seal.go")
    app.tree()
    app.clock.skip(app.sleeps_for or 0)
    app.wake()
    assert app.say("reveal.sealed") not in app.transcript()
    told = app.turns
    app.handle(key(pygame.K_RETURN))
    assert app.turns == told


@pytest.mark.slow
def test_arrows_go_to_the_next_row_and_never_to_the_buttons_of_the_window() -> None:
    """Up from the last button of the settings: the last row first; no arrow mutes the sound."""
    app = started(scenario=CARE)
    with_keys(app, "window.settings")
    seen = []
    for _ in range(9):
        app.handle(key(pygame.K_UP))
        seen.append(app.focus.split(".")[1])
    assert list(dict.fromkeys(seen)) == [
        "full", "sound", "pace", "motion", "text", "theme", "language",
    ]  # fmt: skip
    with_keys(app, "settings.done")
    player = AutoPlayer("care-merger", first_party(app))
    met = set()
    while app.screen.name != "alternatives":
        for code in (pygame.K_UP, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT, pygame.K_DOWN):
            if app.screen.name in ("table", "options", "briefing", "seal", "trust"):
                app.handle(key(code))
                met.add(app.focus)
        with_keys(app, player.next(app))
        settle(app)
    assert met
    assert not [name for name in met if name.startswith("window.")]


@pytest.mark.slow
@pytest.mark.parametrize("is_still", [True, False])
def test_in_haste_nothing_is_passed_or_lost(is_still: bool) -> None:
    """The same by a command with 10,000 events: `python -m tests.window.haste`."""
    found = Haste(MINIMAL, 1, is_still=is_still).run(600)
    assert not found.passed
    assert not found.lost
    assert found.choices > 4


@pytest.mark.slow
def test_a_window_that_takes_every_press_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test itself."""
    monkeypatch.setattr("game.window.app.ONE_PRESS_MS", 0)
    assert Haste(MINIMAL, 1, is_still=True).run(300).passed
