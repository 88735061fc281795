"""A form is read back as it was meant; what is missing is told, and nothing filled in is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import Choice, MoveChoice, Refusal, RefusalReason
from engine.play.step import check_choice
from game.pages import pages_for_seat
from game.presenters.page import Cast
from game.web.choice import Missing, read_choice, read_trust
from game.web.play import play_html
from game.web.questions import Back
from game.words import words_in
from tests.conftest import MINIMAL, compiled_of
from tests.pages.test_seat import moments
from tests.pages.walking import start
from tests.playing import moment, moves, take
from tests.web.plays import fields_of, page_of

CAST = Cast.of(compiled_of(MINIMAL), words_in("en"))


def at_stage(compiled: CompiledScenario, stage: str) -> tuple[LivePlay, str]:
    """A play of two people that has come to that stage, and who chooses then."""
    for seed in range(20):
        for live in moments(start(compiled, seed, *compiled.parties), seed):
            for seat in live.waiting_for:
                if live.view(seat).stage == stage:
                    return live, seat
    raise AssertionError(stage)


def refused(live: LivePlay, choice: object) -> RefusalReason | None:
    """Why the engine does not take it."""
    assert not isinstance(choice, tuple), choice
    if isinstance(choice, Refusal):
        return choice.reason
    refusal = check_choice(live.compiled, live.state, choice)  # type: ignore[arg-type]
    return refusal.reason if refusal is not None else None


@pytest.mark.parametrize(
    ("stage", "form", "reason"),
    [
        ("round", {"move": "fly"}, "unknown-move"),
        ("round", {"move": "wait", "guess.bikes": "kind", "guess.ferry": "kind"}, "bad-prediction"),
        ("round", {"move": "wait", "guess.nobody": "reciprocal"}, "bad-prediction"),
        ("differences", {"option": "own-part"}, "unknown-option"),
        ("alternatives", {"change": "rules/none/drop"}, "unknown-change"),
        ("confronted", {"way": "sing"}, "unknown-reply"),
        ("reckoning", {"way": "sing"}, "unknown-response"),
        ("round", {"stage": "decision", "move": "wait"}, "wrong-stage"),
    ],
)
def test_what_was_not_offered_is_refused(
    stage: str, form: dict[str, str], reason: str, minimal: CompiledScenario
) -> None:
    live, seat = at_stage(minimal, stage)
    assert refused(live, read_choice(live.view(seat), form)) == reason


def test_a_vote_on_what_nobody_proposed_and_a_reason_that_is_none_are_refused(
    minimal: CompiledScenario,
) -> None:
    live = voting(minimal)
    view = live.view("bikes")
    no = {"vote.ferry": "no"}
    assert refused(live, read_choice(view, {**no, "vote.moon": "yes"})) == "unknown-proposer"
    assert refused(live, read_choice(view, {**no, "why.ferry": "rain"})) == "unknown-reason"
    assert refused(live, read_choice(view, no)) is None


def voting(compiled: CompiledScenario) -> LivePlay:
    """A play in which bikes has to say yes or no to a proposal of ferry."""
    live = start(compiled, 1, *compiled.parties)
    steps = dict.fromkeys(compiled.parties, ("name-difference", "own-part"))
    put = moment(steps, {"ferry": "rules/exit-fee/drop"})[:-1]  # type: ignore[arg-type]
    for choices in (*[moves(ferry="wait", bikes="wait")] * 2, *put):
        take(live, choices)
    return live


@pytest.mark.parametrize(
    ("stage", "form", "missing"),
    [
        ("round", {}, "move"), ("round", {"move": ""}, "move"), ("differences", {}, "option"),
        ("bottlenecks", {"move": "wait"}, "option"), ("alternatives", {}, "change"),
        ("raising", {}, "way"), ("raising", {"way": "shout"}, "way"), ("confronted", {}, "way"),
        ("reckoning", {"way": "walk-out"}, "end"),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_by_its_field(
    stage: str, form: dict[str, str], missing: str, minimal: CompiledScenario
) -> None:
    live, seat = at_stage(minimal, stage)
    found = read_choice(live.view(seat), form)
    assert isinstance(found, tuple)
    assert [each.name for each in found] == [missing]
    page = play_html(CAST, pages_without_trust(live, seat), Back(form, found))
    for each in found:
        assert page.count(CAST.words(each.key, **each.gaps)) >= 2  # at the top and at the field
        assert f'id="at-{each.name}"' in page


def pages_without_trust(live: LivePlay, seat: str) -> tuple:  # type: ignore[type-arg]
    """What the seat sees once it has said how far it trusts the others."""
    live.state_trust(seat, {})
    return pages_for_seat(live, seat)


@pytest.mark.parametrize("amount", ["", "many", "1.5", "-3", "9" * 5000, "٣"])
def test_a_number_that_is_none_is_asked_again(amount: str, minimal: CompiledScenario) -> None:
    live, seat = at_stage(minimal, "alternatives")
    card = next(each for each in live.view(seat).changes if each.action == "amount")
    form = {"change": card.id, f"amount.{card.id}": amount}
    (missing,) = read_choice(live.view(seat), form)  # type: ignore[misc]
    assert missing == Missing(
        f"amount.{card.id}", "change.amount.bad",
        dict(zip(("low", "high"), card.between or (), strict=True)),
    )  # fmt: skip
    form[f"amount.{card.id}"] = "999999"
    assert refused(live, read_choice(live.view(seat), form)) == "amount-out-of-range"


def test_a_form_comes_back_as_it_was_filled_in(minimal: CompiledScenario) -> None:
    live = start(minimal, 1, "ferry", "bikes")
    live.state_trust("ferry", {})
    form = {"guess.bikes": "reciprocal", "sure.bikes": "on", "call": "on"}
    missing = read_choice(live.view("ferry"), form)
    assert isinstance(missing, tuple)
    page = page_of(live, "ferry", "en", Back(form, missing))
    assert 'id="guess.bikes=reciprocal" value="reciprocal" checked' in page
    assert 'id="sure.bikes" value="on" checked' in page
    assert page.count(" checked") == 2 + ("call" in fields_of(page))


def test_why_a_choice_was_refused_is_said_in_words(minimal: CompiledScenario) -> None:
    live = start(minimal, 1, "ferry", "bikes")
    live.state_trust("ferry", {})
    shown = pages_for_seat(live, "ferry")
    refusal = live.choose(MoveChoice("ferry", "fly"))
    assert isinstance(refusal, Refusal)
    page = play_html(CAST, shown, Back({"move": "fly"}, refusal=refusal))
    assert CAST.words("refusal.unknown-move").replace("'", "&#39;") in page


@pytest.mark.parametrize("level", ["11", "-1", "much", "9" * 5000, "3.5"])
def test_trust_that_is_no_number_of_the_scale_is_asked_again(
    level: str, minimal: CompiledScenario
) -> None:
    view = start(minimal, 1, "ferry").view("ferry")
    found = read_trust(view, {"trust.bikes": level})
    assert isinstance(found, tuple)
    assert [each.name for each in found] == ["trust.bikes"]
    assert read_trust(view, {"trust.bikes": level, "pass": "on"}) == {}
    assert read_trust(view, {"trust.bikes": ""}) == {}
    assert read_trust(view, {"trust.bikes": "10", "trust.moon": "4"}) == {"bikes": 10}


NAMES = st.sampled_from([
    "move", "call", "option", "change", "way", "end", "stage", "pass", "guess.bikes", "sure.bikes",
    "guess.", "vote.ferry", "vote.bikes", "vote.", "why.ferry", "amount.rules/exit-fee/amount",
])  # fmt: skip
VALUES = st.text(max_size=20) | st.sampled_from([
    "wait", "on", "yes", "no", "reciprocal", "listen", "rules/exit-fee/amount", "raise", "deny",
    "walk-out", "round", "own-part",
])  # fmt: skip
STAGES = ("round", "differences", "alternatives", "decision", "raising", "confronted", "reckoning")


@pytest.fixture(scope="module")
def plays() -> list[tuple[LivePlay, str]]:
    """A play at each stage."""
    return [at_stage(compiled_of(MINIMAL), stage) for stage in STAGES]


@pytest.mark.slow
@given(form=st.dictionaries(NAMES, VALUES, max_size=6))
def test_no_form_is_an_exception(form: dict[str, str], plays: list[tuple[LivePlay, str]]) -> None:
    for live, seat in plays:
        read = read_choice(live.view(seat), form)
        if isinstance(read, Choice):
            check_choice(live.compiled, live.state, read)
        play_html(
            CAST, pages_for_seat(live, seat), Back(form, read if isinstance(read, tuple) else ())
        )
