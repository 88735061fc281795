"""Moves in, events out: small plays on the smallest scenario."""

from collections.abc import Iterable, Iterator

import pytest

from engine.play.compiled import CompiledScenario
from engine.play.events import (
    Ended,
    Event,
    Exchanged,
    LinesTold,
    Measured,
    MomentCalled,
    MoveMade,
    PhaseOpened,
    Predicted,
    RitualHeld,
    WalkedOut,
)
from engine.play.events.telling import texts_said
from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    Prediction,
    ProposalChoice,
    Refusal,
    Stage,
    VoteChoice,
)
from engine.play.step import check_choice, initial, legal_moves, outcome, step
from engine.play.view.heard import FoundOut
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.scenario.schema import Text
from engine.scenario.vocabulary import ReflectionOption
from tests.conftest import CARE_MERGER, compiled_of
from tests.playing import must, of_kind, persona_play, play
from tests.texts import lines_in


def round_of(ferry: str, bikes: str, *, call: str = "") -> dict[str, Choice]:
    """A move of each party."""
    return {
        "ferry": MoveChoice("ferry", ferry, call == "ferry"),
        "bikes": MoveChoice("bikes", bikes, call == "bikes"),
    }


def options(ferry: ReflectionOption, bikes: ReflectionOption) -> dict[str, Choice]:
    """An option of each party in a step of a reflection moment."""
    return {"ferry": OptionChoice("ferry", ferry), "bikes": OptionChoice("bikes", bikes)}


def proposals(ferry: str | None = None, bikes: str | None = None, amount: int | None = None):  # type: ignore[no-untyped-def]
    """A proposal of each party, or none."""
    return {
        "ferry": ProposalChoice("ferry", ferry, amount),
        "bikes": ProposalChoice("bikes", bikes),
    }


def votes(ferry: bool = True, bikes: bool = True, on: tuple[str, ...] = ()) -> dict[str, Choice]:
    """Yes or no of each party to the proposals of `on`."""
    return {
        "ferry": VoteChoice("ferry", {p: ferry for p in on if p != "ferry"}),
        "bikes": VoteChoice("bikes", {p: bikes for p in on if p != "bikes"}),
    }


QUIET = round_of("wait", "wait")


def kinds(events: Iterable[Event]) -> list[type]:
    """What happened, by kind."""
    return [type(event) for event in events]


def test_the_play_opens_with_its_phase_its_ritual_and_its_lines(minimal: CompiledScenario) -> None:
    opening = initial(minimal, 1)
    assert kinds(opening.events) == [PhaseOpened, RitualHeld, LinesTold, LinesTold]
    (phase,) = of_kind(opening.events, PhaseOpened)
    assert (phase.phase, phase.decor) == ("first-talk", "quay-office")


def test_a_round_tells_moves_then_what_is_said_then_numbers(minimal: CompiledScenario) -> None:
    _, events = play(minimal, round_of("show-list", "swap"))
    told = [MoveMade, MoveMade, Exchanged, Exchanged, Measured, RitualHeld]
    assert kinds(events)[4:] == told
    ferry, bikes = of_kind(events, Exchanged)
    assert (ferry.party, bikes.party) == ("ferry", "bikes")
    assert [line.speaker for line in ferry.lines][-1] == "bikes.owner"
    assert [line.speaker for line in bikes.lines][-1] == "ferry.director"


def test_a_prop_decides_who_may_use_a_move(minimal: CompiledScenario) -> None:
    state = initial(minimal, 1).state
    assert "show-list" in legal_moves(minimal, state, "ferry")
    assert "show-list" not in legal_moves(minimal, state, "bikes")


def test_nobody_walks_out_of_the_first_round(minimal: CompiledScenario) -> None:
    state = initial(minimal, 1).state
    refusal = check_choice(minimal, state, MoveChoice("ferry", "walk-out"))
    assert refusal
    assert refusal.reason == "move-not-offered"


def test_walking_out_ends_the_play_at_once(minimal: CompiledScenario) -> None:
    state, events = play(
        minimal, QUIET, QUIET, options("joke-away", "joke-away"),
        options("keep-quiet", "keep-quiet"), proposals(), votes(), round_of("walk-out", "swap"),
    )  # fmt: skip
    ended = outcome(minimal, state)
    assert ended == ("broken", "the-chain")
    assert kinds(events)[-1] is Ended
    assert [event.party for event in of_kind(events, WalkedOut)] == ["ferry"]


def test_called_out_of_turn_a_moment_interrupts_and_the_talks_go_on(
    minimal: CompiledScenario,
) -> None:
    state, events = play(minimal, round_of("wait", "wait", call="ferry"))
    assert state.stage is Stage.DIFFERENCES
    assert bool(state.world.called[0])
    assert [(e.party, e.alone) for e in of_kind(events, MomentCalled)] == [("ferry", True)]
    for choices in (
        options("name-common-ground", "joke-away"), options("own-part", "keep-quiet"),
        proposals(), votes(),
    ):  # fmt: skip
        state = must(step(minimal, state, choices)).state
    assert state.stage is Stage.ROUND
    assert minimal.phases[state.world.phase[0]] == "first-talk"
    assert int(state.world.phase_round[0]) == 1
    refused = check_choice(minimal, state, MoveChoice("ferry", "wait", call=True))
    assert refused
    assert refused.reason == "no-calls-left"


def test_who_asks_for_a_moment_as_the_talks_end_is_not_heard(minimal: CompiledScenario) -> None:
    """No moment comes of it, and nobody thinks the less of whoever asked."""
    before = (
        QUIET, QUIET, options("joke-away", "joke-away"), options("keep-quiet", "keep-quiet"),
        proposals(), votes(),
    )  # fmt: skip
    quiet, _ = play(minimal, *before, round_of("walk-out", "swap"))
    asked, events = play(minimal, *before, round_of("walk-out", "swap", call="bikes"))
    assert quiet.is_over
    assert not of_kind(events, MomentCalled)
    assert (asked.world.alliance.trust == quiet.world.alliance.trust).all()


def test_speaking_of_it_alone_and_too_early_costs(minimal: CompiledScenario) -> None:
    quiet, _ = play(minimal, QUIET)
    spoken, _ = play(minimal, round_of("wait", "wait", call="ferry"))
    both, _ = play(
        minimal,
        {"ferry": MoveChoice("ferry", "wait", True), "bikes": MoveChoice("bikes", "wait", True)},
    )
    # [bikes, ferry]: what Bikes thinks of Ferry, who spoke first.
    assert spoken.world.alliance.trust[0, 1, 0] < quiet.world.alliance.trust[0, 1, 0]
    assert spoken.world.alliance.trust[0, 0, 1] == quiet.world.alliance.trust[0, 0, 1]
    assert (both.world.alliance.trust == quiet.world.alliance.trust).all()


TO_THE_BENCH = (QUIET, QUIET)
OPENLY = (options("name-difference", "name-common-ground"), options("own-part", "own-part"))
CLOSED = (options("joke-away", "joke-away"), options("their-part", "their-part"))


def test_an_open_moment_helps_and_a_closed_one_can_hurt(minimal: CompiledScenario) -> None:
    before, _ = play(minimal, *TO_THE_BENCH)
    opened, _ = play(minimal, *TO_THE_BENCH, *OPENLY, proposals(), votes())
    closed, _ = play(minimal, *TO_THE_BENCH, *CLOSED, proposals(), votes())
    trust = before.world.alliance.trust.sum()
    assert opened.world.alliance.trust.sum() > trust
    assert closed.world.alliance.trust.sum() < opened.world.alliance.trust.sum()
    safety = before.world.alliance.safety.sum()
    assert opened.world.alliance.safety.sum() > safety
    assert closed.world.alliance.safety.sum() < opened.world.alliance.safety.sum()
    assert closed.world.alliance.diversity == before.world.alliance.diversity


def test_the_real_question_needs_safety(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, *TO_THE_BENCH, options("name-difference", "joke-away"))
    safe = state.world.alliance.safety[0]
    refusal = check_choice(minimal, state, OptionChoice("bikes", "real-question"))
    assert refusal
    assert refusal.reason == "option-not-open"
    allowed = check_choice(minimal, state, OptionChoice("ferry", "real-question")) is None
    assert allowed == (safe[0] * 0.9 >= 0.35)


def test_predictions_are_kept_with_the_play(minimal: CompiledScenario) -> None:
    choices = round_of("wait", "wait")
    expects = (Prediction("bikes", "opportunistic", 0.8),)
    choices["ferry"] = MoveChoice("ferry", "wait", predictions=expects)
    _, events = play(minimal, choices)
    (told,) = of_kind(events, Predicted)
    assert (told.party, told.about, told.stance, told.probability) == (
        "ferry", "bikes", "opportunistic", 0.8,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        (MoveChoice("nobody", "wait"), "unknown-party"),
        (MoveChoice("ferry", "dance"), "unknown-move"),
        (MoveChoice("ferry", "draft-contract"), "move-not-offered"),
        (MoveChoice("bikes", "show-list"), "move-not-legal"),
        (OptionChoice("ferry", "own-part"), "wrong-stage"),
        (MoveChoice("ferry", "wait", predictions=(Prediction("ferry", "reciprocal"),)),
         "bad-prediction"),
        (MoveChoice("ferry", "wait", predictions=(Prediction("skipper", "reciprocal"),)),
         "bad-prediction"),
        (MoveChoice("ferry", "wait", predictions=(Prediction("bikes", "cooperative"),)),  # type: ignore[arg-type]
         "bad-prediction"),
        (MoveChoice("ferry", "wait", predictions=(Prediction("bikes", "reciprocal"),) * 2),
         "bad-prediction"),
    ],
)  # fmt: skip
def test_a_choice_that_cannot_be_is_refused_with_its_reason(
    minimal: CompiledScenario, choice: Choice, reason: str
) -> None:
    state = initial(minimal, 1).state
    refusal = check_choice(minimal, state, choice)
    assert refusal
    assert refusal.reason == reason


@pytest.mark.parametrize(
    ("probability", "accepted"),
    [
        (0.0, False),
        (1 / 3, False),  # no better than a guess among three: that is no expectation
        (0.34, True),
        (0.6, True),
        (1.0, True),
        (1.01, False),
        (float("nan"), False),
    ],
)
def test_a_prediction_is_more_than_a_guess_and_at_most_certain(
    minimal: CompiledScenario, probability: float, accepted: bool
) -> None:
    expects = (Prediction("bikes", "reciprocal", probability),)
    choice = MoveChoice("ferry", "wait", predictions=expects)
    refusal = check_choice(minimal, initial(minimal, 1).state, choice)
    assert (refusal.reason if refusal else None) == (None if accepted else "bad-prediction")


def test_a_step_waits_for_everybody(minimal: CompiledScenario) -> None:
    state = initial(minimal, 1).state
    result = step(minimal, state, {"ferry": MoveChoice("ferry", "wait")})
    assert isinstance(result, Refusal)
    assert (result.reason, result.party) == ("choice-missing", "bikes")


def found_out_in(compiled: CompiledScenario, events: tuple[Event, ...]) -> Iterator[FoundOut]:
    """What each party found out in those events, as it learns of it."""
    for seat in compiled.parties:
        for heard in hear(compiled, events, seat):
            if isinstance(heard, FoundOut) and heard.by == seat:
                yield heard


@pytest.mark.slow
def test_nothing_comes_out_twice_in_the_same_words() -> None:
    """What both hid comes out about each in words of its own, and the second time as "again"."""
    compiled, told_again, told_of_both = compiled_of(CARE_MERGER), 0, 0
    for seed in range(30):
        shown: set[Text] = set()
        moves: dict[str, set[str]] = {}
        for events in (each.events for each in persona_play(compiled, seed, "charmer", "divided")):
            for found in found_out_in(compiled, events):
                for move in found.moves:
                    moves.setdefault(move.id, set()).add(found.party)
                    told_again += move.again is not None
                    if move.text is not None and move.again is None:
                        assert move.text not in shown
                        shown.add(move.text)
        told_of_both += sum(len(parties) > 1 for parties in moves.values())
    assert told_again
    assert told_of_both


@pytest.mark.slow
def test_nothing_is_said_twice_in_a_play(any_scenario: CompiledScenario) -> None:
    """But for a question of moments that are called, where it has no further wording, and for
    rituals, which are told and not said.
    """
    again = {text for line in lines_in(any_scenario.scenario) if line.again for text in line.say}
    if called := any_scenario.scenario.script.called:
        again |= {*called.differences.ask, *called.bottlenecks.ask}
    for seed in range(3):
        steps = persona_play(any_scenario, seed, "builder", "reciprocator")
        said = [text for each in steps for text in texts_said(each.events)]
        assert len({*said} - again) == len([text for text in said if text not in again])
        assert steps[-1].state.said == {*said}


@pytest.mark.slow
def test_only_a_phase_that_may_be_missed_is_ever_missed() -> None:
    """In plays that nobody cut short."""
    compiled, missed = compiled_of(CARE_MERGER), set[str]()
    for seed in range(40):
        last = persona_play(compiled, seed, "builder", "reciprocator")[-1].state.world
        if last.left.any() or last.parted[0]:
            continue
        sure = last.in_force[0, compiled.phase_element] & ~last.visited[0]
        missed |= {name for name, away in zip(compiled.phases, sure, strict=True) if away}
    open_ = {n for n, m in zip(compiled.phases, compiled.may_be_missed, strict=True) if m}
    assert missed
    assert missed <= open_
    told = {t.id: t for t in view(compiled, initial(compiled, 1).state, compiled.parties[0]).game}
    assert {name for name in compiled.phases if told[name].may_be_missed} == open_
