"""Whole plays by posted events: with keys only, the mouse only, or touch only."""

import pytest

from engine.play.trace import Trace, load_trace, replay
from engine.scenario.vocabulary import Language
from game import saves
from game.window.driver import HANDS, with_keys, with_mouse, with_touch
from tests.window.plays import ROOT, played, started

MINIMAL = ROOT / "tests/scenarios/valid/minimal.yaml"
THREE = ROOT / "tests/scenarios/valid/three.yaml"


# Each input is used in both languages: one with the shipped scenario, one with the smallest.
LARGE: tuple[tuple[str, Language], ...] = (("keys", "nl"), ("mouse", "en"), ("touch", "nl"))
SMALL = (
    ("keys", "en"),
    pytest.param("mouse", "nl", marks=pytest.mark.slow),
    pytest.param("touch", "en", marks=pytest.mark.slow),
)


@pytest.mark.slow
@pytest.mark.parametrize(("hand", "language"), LARGE)
def test_a_whole_play(hand: str, language: Language) -> None:
    """From the title to the last step of the debrief, and what was kept is that play."""
    app = started(language=language)
    seen = set(played(app, HANDS[hand]))
    assert {
        "picker", "role", "against", "briefing", "arrival", "table", "seal", "reveal",
        "options", "alternatives", "vote", "ending", "debrief",
    } <= seen  # fmt: skip
    assert app.play is not None
    assert app.play.live.is_over
    assert app.play.live.save_to is not None
    kept = load_trace(app.play.live.save_to)
    assert isinstance(kept, Trace)
    again = replay(app.play.compiled, kept)
    assert not hasattr(again, "reason")
    assert app.words.language == language


@pytest.mark.slow
@pytest.mark.parametrize(("hand", "language"), SMALL)
def test_a_small_play(hand: str, language: Language) -> None:
    """The smallest scenario, with each way of pointing."""
    app = started(scenario=MINIMAL, seed=1, language=language)
    seen = list(played(app, HANDS[hand], scenario=MINIMAL))
    assert seen[-1] == "debrief"
    assert "table" in seen


@pytest.mark.slow
def test_three_parties() -> None:
    """Predictions about two others, votes on two proposals."""
    app = started(scenario=THREE, seed=2)
    assert list(played(app, with_keys, scenario=THREE))[-1] == "debrief"


@pytest.mark.slow
def test_people_at_one_screen() -> None:
    """A curtain before every choice and before every opening."""
    app = started(scenario=MINIMAL, seed=1)
    seen = list(played(app, with_mouse, scenario=MINIMAL, shared=True))
    assert app.play is not None
    assert len(app.play.live.people) > 1
    for at, name in enumerate(seen):
        if name in ("table", "options", "alternatives", "vote", "trust"):
            before = seen[at - 1] if seen[at - 1] != name else seen[at - 2]
            private = ("curtain", "trust", "news", "vote", "alternatives")
            assert before in private, seen[at - 3 : at + 1]


@pytest.mark.slow
def test_the_play_is_put_away_when_it_is_left_after_the_end() -> None:
    """It does not stand among the unfinished ones any more."""
    app = started(scenario=MINIMAL, seed=1)
    list(played(app, with_touch, scenario=MINIMAL))
    with_touch(app, "debrief.leave")
    assert app.screen.name == "picker"
    assert not list(saves.unfinished().glob("*"))


@pytest.mark.parametrize("number", [None, 0, 7])
def test_trust_is_set_with_a_number_or_passed_over_with_one_key(number: int | None) -> None:
    app = started(scenario=MINIMAL, seed=1)
    for name in played(app, with_keys, scenario=MINIMAL):
        if name == "trust":
            break
    assert app.play is not None
    if number is not None:
        with_mouse(app, f"trust.bikes.{number}")
    with_keys(app, "trust.go")
    assert app.screen.name == "table"
    (stated,) = app.play.live.trace.trust
    assert stated.levels == ({} if number is None else {"bikes": number})
