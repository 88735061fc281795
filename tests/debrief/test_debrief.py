"""What the debrief finds in a play, case by case."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

import pytest

from engine.debrief import debrief
from engine.debrief.codes import CODES, NOTHING
from engine.debrief.compose import findings, result
from engine.debrief.findings import Evidence, Findings, SceneMade, Silence, Taken
from engine.debrief.knowledge import brier, guile_in
from engine.debrief.patterns import patterns
from engine.debrief.quadrants import ADVICE, quadrant
from engine.debrief.story import _lie, unsaid
from engine.debrief.theses import by_chance, paper_without_trust, theses
from engine.debrief.timeline import build_timeline, move_ref
from engine.debrief.turns import chosen, turns
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.events import ChangeRefused, Place, RitualHeld, ScriptEventOccurred
from engine.play.events.kinds import Action, Discovered, GaveWay
from engine.play.state import SCENE, MoveChoice, Stage
from engine.scenario.schema import Text
from engine.scenario.vocabulary import Stance
from game.presenters.debrief import debrief_steps, felt_words
from game.presenters.evidence import evidence_text
from game.presenters.page import Cast
from game.words import words_in
from tests import playing
from tests.debrief.contract import KEYS, check, check_evidence, replayed
from tests.debrief.plays import (
    BIKES,
    CLOSED,
    FERRY,
    OPEN,
    Play,
    agreed,
    befalls,
    came_out,
    measures,
    refused,
    suspects,
)
from tests.playing import nothing_made_of_it


def found(compiled: CompiledScenario, play: Play) -> Findings:
    """The findings of hand-made events; without states nothing can be forked."""
    result = findings(build_timeline(compiled, play.events))
    check_evidence(result)
    return result


def codes(evidence: Iterable[Evidence]) -> list[str]:
    """Which codes there are."""
    return [each.code for each in evidence]


def patterns_of(findings: Findings) -> set[str]:
    """The patterns found."""
    return {pattern.code for pattern in findings.patterns.found}


# The timeline


def test_the_timeline_tells_rounds_and_moments_in_order(minimal: CompiledScenario) -> None:
    play = Play(measures(0.5)).play("show-list", "sell-next-door", measures(0.45), slipped=[FERRY])
    play.reflect(measures(0.5, safety=0.6, understanding=0.4)).play("wait", "wait").end()
    start, first, moment, second = found(minimal, play).timeline
    assert [each.kind for each in (start, first, moment, second)] == [
        "start", "round", "moment", "round",
    ]  # fmt: skip
    assert [each.round for each in (start, first, moment, second)] == [0, 1, 1, 2]
    ferry, bikes = first.moves
    assert (ferry.stance, ferry.face, ferry.slipped) == ("trust-building", "trust-building", True)
    assert (bikes.stance, bikes.face, bikes.guile) == ("opportunistic", "reciprocal", True)
    assert (moment.trust_before, moment.trust_after) == (0.45, 0.5)
    assert moment.numbers.maturity == pytest.approx(0.5)
    assert [each.option for each in moment.options] == ["name-difference"] * 2 + ["own-part"] * 2


# Forecasts


@pytest.mark.parametrize(
    ("probability", "fact", "score"),
    [
        (1.0, "reciprocal", 0.0),
        (1.0, "opportunistic", 2.0),
        (0.6, "reciprocal", 0.24),  # .4² + .2² + .2²
        (0.6, "opportunistic", 1.04),  # .6² + .2² + .8²
        (1 / 3, "reciprocal", 2 / 3),
        (1 / 3, "trust-building", 2 / 3),
    ],
)
def test_a_forecast_is_scored_over_three_stances(
    probability: float, fact: str, score: float
) -> None:
    assert brier("reciprocal", probability, fact) == pytest.approx(score)  # type: ignore[arg-type]


def test_predictions_are_held_against_what_was_played_not_what_it_seemed(
    minimal: CompiledScenario,
) -> None:
    play = Play().play(
        "show-list", "sell-next-door",
        predicts=[(FERRY, "reciprocal", 0.6), (BIKES, "trust-building", 0.8)],
    )  # fmt: skip
    known = found(minimal, play.end()).knowledge
    first = known.predictions[0]
    assert (first.fact, first.seemed) == ("opportunistic", "reciprocal")
    assert {each.party: each.brier for each in known.forecasts} == pytest.approx(
        {FERRY: 1.04, BIKES: 0.2**2 + 0.1**2 + 0.1**2}
    )
    assert {each.party: each.right for each in known.forecasts} == {FERRY: 0, BIKES: 1}


def test_a_play_without_predictions_has_no_forecasts(minimal: CompiledScenario) -> None:
    known = found(minimal, Play().play("wait", "wait").end()).knowledge
    assert known.predictions == ()
    assert known.forecasts == ()


def test_trust_is_scored_as_a_forecast(minimal: CompiledScenario) -> None:
    start = measures({FERRY: 0.8, BIKES: 0.4})
    play = Play(start).play("show-list", "sell-next-door").play("swap", "swap").end()
    known = found(minimal, play).knowledge
    ferry, bikes = known.trust_forecasts
    assert (ferry.party, ferry.about, ferry.count) == (FERRY, BIKES, 2)
    assert ferry.share_kept == 0.5
    assert ferry.brier == pytest.approx((0.8**2 + 0.2**2) / 2)
    assert ferry.bias == pytest.approx(0.3)
    assert bikes.brier == pytest.approx(0.6**2)
    assert ferry.uniform == 0.25


def test_who_trusts_less_than_the_other_deserves_is_too_wary(minimal: CompiledScenario) -> None:
    play = Play(measures({FERRY: 0.2, BIKES: 0.9})).play("swap", "swap").play("swap", "swap").end()
    ferry, bikes = found(minimal, play).knowledge.trust_forecasts
    assert ferry.bias == pytest.approx(0.2 - 1)
    assert bikes.bias == pytest.approx(0.9 - 1)


# Knowledge


def test_private_goals_come_out_in_the_debrief(minimal: CompiledScenario) -> None:
    known = found(minimal, Play().play("wait", "wait").end()).knowledge
    for party in known.parties:
        written = minimal.scenario.parties[party.id]
        assert party.private == written.private
        assert {want.id: want.weight for want in party.wants} == dict(written.wants)
    briefs = {role.address: role.brief for party in known.parties for role in party.roles}
    assert briefs["ferry.director"] == minimal.scenario.role("ferry.director").brief


def test_who_is_at_the_table_in_the_end_is_told_however_they_came_or_went(
    minimal: CompiledScenario,
) -> None:
    """Asked in by the parties, or brought in or taken away by an event of the script."""
    skipper = "ferry.skipper"
    comes = agreed(FERRY, "roles", skipper, "adopt", before=False, after=True)
    goes = agreed(FERRY, "roles", skipper, "drop", before=True, after=False)
    event = partial(ScriptEventOccurred, event="skipper-retires", party=None)
    brought, taken = partial(event, adopted=(skipper,)), partial(event, dropped=(skipper,))
    for in_round, in_moment, at_end in (
        ([], [], False), ([], [comes], True), ([], [comes, goes], False),
        ([brought], [], True), ([brought, taken], [], False), ([brought], [goes], False),
    ):  # fmt: skip
        play = Play().play("wait", "wait", happens=in_round).reflect(happens=in_moment)
        known = found(minimal, play.end()).knowledge
        people = {role.address: role for party in known.parties for role in party.roles}
        assert (people[skipper].at_start, people[skipper].at_end) == (False, at_end)
        assert people["ferry.director"].at_start
        assert people["ferry.director"].at_end


def test_guile_stays_hidden_until_it_is_found_out(minimal: CompiledScenario) -> None:
    after = measures(value={FERRY: 0.05, BIKES: 0.45})
    sign = came_out(FERRY, BIKES, "sell-next-door")
    play = Play().play("show-list", "sell-next-door", after).play("wait", "wait")
    play.play("wait", "wait", happens=[sign]).play("wait", "sell-next-door")
    first, second = found(minimal, play.end()).knowledge.guile
    assert (first.round, first.discovered, first.never_by) == (1, {FERRY: 3}, ())
    assert first.gain == pytest.approx(0.4)
    assert (second.round, second.discovered, second.never_by) == (4, {}, ())
    assert second.knew == {FERRY: 3}


def test_a_suspicion_is_false_only_when_nothing_was_hidden(minimal: CompiledScenario) -> None:
    suspected = suspects(FERRY, BIKES)
    play = Play().play("wait", "wait", happens=[suspected])
    play.play("wait", "sell-next-door", happens=[suspected])
    assert [each.false for each in found(minimal, play).knowledge.suspicions] == [True, False]


# Figure 2


def test_the_quadrant_brings_its_own_advice(minimal: CompiledScenario) -> None:
    assert [quadrant(0.8, 0.2), quadrant(0.8, 0.8), quadrant(0.2, 0.8), quadrant(0.2, 0.2)] == [
        1, 2, 3, 4,
    ]  # fmt: skip
    play = Play(measures(0.8, formal=0.2)).play("draft-contract", "swap", measures(0.8, formal=0.7))
    play.play("swap", "swap", measures(0.2, formal=0.7))
    play.play("ask-about-the-rain", "wait", measures(0.2, formal=0.2))
    path = found(minimal, play.play("show-list", "show-list").end()).quadrants.path
    assert [point.quadrant for point in path[:4]] == [1, 2, 3, 4]
    assert [point.advice for point in path[:4]] == list(ADVICE.values())


def test_the_rounds_in_each_quadrant_are_counted_without_the_start(
    minimal: CompiledScenario,
) -> None:
    play = Play(measures(0.8, formal=0.2))
    for trust, formal in ((0.8, 0.7), (0.2, 0.2), (0.8, 0.7)):
        play.play("wait", "wait", measures(trust, formal=formal))
    assert found(minimal, play.end()).quadrants.rounds_in == {"1": 0, "2": 2, "3": 0, "4": 1}


# The game itself


def test_the_ledger_tells_given_from_changed_and_never_questioned(
    minimal: CompiledScenario,
) -> None:
    play = Play().play("wait", "wait")
    play.reflect(
        happens=[
            agreed(FERRY, "rules", "closed-books", "drop", before=True, after=False),
            refused(BIKES, "rules", "exit-fee", "amount", amount=5.0),
        ]
    )
    lines = {line.thing.id: line for line in found(minimal, play.end()).ledger}
    assert {name: line.status for name, line in lines.items() if line.chapter == "rules"} == {
        "closed-books": "dropped",
        "exit-fee": "proposed-and-rejected",
        "who-spoke-last-listens": "never-questioned",
    }
    assert lines["passenger-list"].status == "not-negotiable"
    assert lines["exit-fee"].start == 20
    assert lines["exit-fee"].rejected[0].against == (FERRY,)
    assert lines["closed-books"].given
    assert not lines["closed-books"].in_force
    assert lines["closed-books"].changes[0].consent == (FERRY, BIKES)


def test_a_change_put_back_is_not_called_a_change(minimal: CompiledScenario) -> None:
    play = Play().play("wait", "wait")
    dropped = agreed(FERRY, "rules", "closed-books", "drop", before=True, after=False)
    adopted = agreed(BIKES, "rules", "closed-books", "adopt", before=False, after=True)
    play.reflect(happens=[dropped]).play("wait", "wait").reflect(happens=[adopted])
    result = found(minimal, play.play("wait", "wait").end())
    assert {line.thing.id: line.status for line in result.ledger}["closed-books"] == "put-back"


def test_what_an_event_brought_and_players_dropped_is_dropped(minimal: CompiledScenario) -> None:
    """And what an event took away, and they brought back, is brought in."""
    cases: tuple[tuple[str, Action, str], ...] = (
        ("who-spoke-last-listens", "drop", "dropped"), ("closed-books", "adopt", "adopted"),
    )  # fmt: skip
    for name, action, told in cases:
        adopts = action == "adopt"
        made = agreed(FERRY, "rules", name, action, before=not adopts, after=adopts)
        result = found(minimal, Play().play("wait", "wait").reflect(happens=[made]).end())
        assert {line.thing.id: line.status for line in result.ledger}[name] == told


def test_pattern_reproduced_without_reflection(minimal: CompiledScenario) -> None:
    same = Play().play("wait", "wait").play("wait", "wait").play("wait", "wait")
    repeated = found(minimal, same.end())
    assert repeated.patterns.repetition.repeats == (2, 3)
    assert repeated.patterns.repetition.longest_run == 3
    assert repeated.patterns.repetition.repeat_share_within == 1.0
    assert repeated.patterns.repetition.repeat_share_after_moment is None

    spoken = Play().play("wait", "wait").play("wait", "wait").reflect().play("show-list", "wait")
    produced = found(minimal, spoken.end()).patterns.repetition
    assert produced.repeat_share_after_moment == 0.0
    assert produced.fresh == (1, 3)


# Patterns


@pytest.mark.parametrize(
    ("total", "betrayed", "expected"),
    [
        (6, [1], {"early-betrayal"}),
        (6, [2], {"early-betrayal"}),  # the first third
        (6, [3], set()),
        (6, [4], set()),
        (6, [5], {"late-betrayal"}),  # the last third
        (6, [6], {"late-betrayal"}),
        (6, [5, 6], {"late-betrayal"}),
        (6, [2, 6], {"early-betrayal"}),  # only late if the party kept faith until then
        (6, [3, 6], set()),
        (4, [1], {"early-betrayal"}),  # a third of four rounds is one, rounded down
        (4, [2], set()),
        (4, [3], set()),
        (4, [4], {"late-betrayal"}),
        (10, [3], {"early-betrayal"}),
        (10, [4], set()),  # nobody calls the fourth of ten early
        (5, [3], set()),
        (3, [3], {"late-betrayal"}),
        (2, [2], set()),  # in two rounds nothing is late
    ],
)
def test_betrayal_is_early_or_late(
    minimal: CompiledScenario, total: int, betrayed: list[int], expected: set[str]
) -> None:
    play = Play()
    for number in range(1, total + 1):
        play.play("sell-next-door" if number in betrayed else "wait", "wait")
    betrayals = {"early-betrayal", "late-betrayal"}
    shown = [p for p in found(minimal, play).patterns.found if p.code in betrayals]
    assert {pattern.code for pattern in shown} == expected
    assert all(pattern.parties == (FERRY,) for pattern in shown)


def test_tit_for_tat_answers_in_kind(minimal: CompiledScenario) -> None:
    play = Play().play("wait", "show-list").play("show-list", "wait").play("wait", "show-list")
    play.play("show-list", "wait")
    assert "tit-for-tat" in patterns_of(found(minimal, play))
    stubborn = Play()
    for move in ("show-list", "wait", "show-list", "wait"):
        stubborn.play("wait", move)
    assert "tit-for-tat" not in patterns_of(found(minimal, stubborn))


def test_trust_that_came_back_is_repaired(minimal: CompiledScenario) -> None:
    play = (
        Play(measures(0.6)).play("wait", "wait", measures(0.4)).play("wait", "wait", measures(0.6))
    )
    repaired = [p for p in found(minimal, play).patterns.found if p.code == "repaired"]
    assert {pattern.rounds for pattern in repaired} == {(0, 1)}
    nearly = Play(measures(0.6)).play("wait", "wait", measures(0.4))
    nearly.play("wait", "wait", measures(0.58))
    assert "repaired" not in patterns_of(found(minimal, nearly))
    fell = Play(measures(0.6)).play("wait", "wait", measures(0.4))
    assert "repaired" not in patterns_of(found(minimal, fell))


def test_giving_by_one_side_only(minimal: CompiledScenario) -> None:
    play = Play()
    for _ in range(3):
        play.play("show-list", "wait")
    one = next(p for p in found(minimal, play).patterns.found if p.code == "one-sided-giving")
    assert one.parties == (FERRY, BIKES)
    assert one.rounds == (1, 2, 3)
    stopped = Play()
    for _ in range(3):
        stopped.play("show-list", "wait", vetoed=[FERRY])
    assert "one-sided-giving" in patterns_of(found(minimal, stopped))  # it was chosen


def test_who_changed_the_game_and_how_often_or_how_much_was_never_questioned(
    minimal: CompiledScenario,
) -> None:
    """What was refused is no change, and neither is parting; but then it was questioned."""
    books = agreed(BIKES, "rules", "closed-books", "drop", before=True, after=False)
    coffee = agreed(BIKES, "rituals", "coffee", "drop", before=True, after=False)
    skipper = agreed(FERRY, "roles", "ferry.skipper", "adopt", before=False, after=True)
    part = agreed(FERRY, "script", "part", "part", before=False, after=True)
    no = refused(FERRY, "rules", "exit-fee", "drop")
    for first, second, expected in (
        ([books, no], [], [("changed-the-game", (1,), (BIKES,), {"changes": 1})]),
        ([books, coffee], [skipper, part],
         [("changed-the-game", (1, 2), (FERRY, BIKES), {"changes": 3})]),
        ([no], [part], []),
        ([], [], [("never-questioned", (), (), {"things": 7})]),
    ):  # fmt: skip
        play = Play().play("wait", "wait").reflect(happens=first)
        play.play("wait", "wait").reflect(happens=second)
        told = [
            (each.code, each.rounds, each.parties, each.numbers)
            for each in found(minimal, play.end()).patterns.found
            if each.code in ("changed-the-game", "never-questioned")
        ]
        assert told == expected


def test_who_never_spoke_and_who_spoke_too_early(minimal: CompiledScenario) -> None:
    short = Play().play("wait", "wait").play("wait", "wait")
    assert "never-spoke" not in patterns_of(found(minimal, short))
    silent = found(minimal, short.play("wait", "wait"))
    assert {"never-spoke", "never-questioned"} <= patterns_of(silent)
    unanswered = Play().play("wait", "wait", called=[FERRY])
    early = found(minimal, unanswered.reflect(options={FERRY: OPEN[FERRY], BIKES: CLOSED[BIKES]}))
    (asked,) = [each for each in early.patterns.found if each.code == "spoke-too-early"]
    assert (asked.parties, asked.rounds) == ((FERRY,), (1,))
    assert "never-spoke" not in patterns_of(early)
    both = Play().play("wait", "wait", called=[FERRY]).reflect(options=CLOSED)
    assert "spoke-too-early" not in patterns_of(found(minimal, both))
    answered = Play().play("wait", "wait", called=[FERRY]).reflect()
    assert "spoke-too-early" not in patterns_of(found(minimal, answered))
    joked = found(minimal, Play().play("wait", "wait").reflect(options=CLOSED))
    assert "never-spoke" in patterns_of(joked)


def test_a_cold_peace_and_a_wall_of_paper(minimal: CompiledScenario) -> None:
    cold = Play(measures(0.4)).play("wait", "wait").play("wait", "swap").play("swap", "wait")
    assert "cold-peace" in patterns_of(found(minimal, cold.end("stalled", "another-summer")))
    paper = Play(measures(0.5)).play("draft-contract", "wait", measures(0.45, formal=0.4))
    paper.play("wait", "draft-contract", measures(0.4, formal=0.6))
    assert "paper-wall" in patterns_of(found(minimal, paper))


def test_paper_is_held_against_trust_that_fell_over_the_play(minimal: CompiledScenario) -> None:
    """And only where it fell as paper grew, and nothing else happened that moves trust."""
    grew = measures(0.3, formal=0.7)
    fell = Play(measures(0.5)).play("draft-contract", "wait", grew).play("wait", "wait")
    later = Play(measures(0.5)).play("draft-contract", "wait", measures(0.8, formal=0.7))
    later.play("wait", "wait", grew)
    rose = Play(measures(0.5)).play("draft-contract", "wait", measures(0.6, formal=0.7))
    out = [came_out(FERRY, BIKES, "sell-next-door")]
    caused = Play(measures(0.5)).play("draft-contract", "sell-next-door", grew, happens=out)
    for play, is_told in ((fell, True), (later, False), (rose, False), (caused, False)):
        assert ("paper-wall" in patterns_of(found(minimal, play))) == is_told


def test_guile_that_the_own_house_stopped_is_no_guile(minimal: CompiledScenario) -> None:
    play = Play().play("wait", "sell-next-door", vetoed=[BIKES]).play("wait", "sell-next-door")
    result = found(minimal, play.end())
    assert [(each.round, each.party) for each in result.knowledge.guile] == [(2, BIKES)]


def test_slips_and_stops_are_told_per_house(minimal: CompiledScenario) -> None:
    play = Play().play("swap", "swap", slipped=[FERRY]).play("swap", "swap", vetoed=[BIKES])
    play.play("swap", "swap", slipped=[FERRY], vetoed=[BIKES])
    ferry, bikes = found(minimal, play).internal
    assert (ferry.party, ferry.slips, ferry.vetoes) == (FERRY, (1, 3), ())
    assert (bikes.party, bikes.slips, bikes.vetoes) == (BIKES, (), (2, 3))


def test_parting_with_honour_is_an_end(minimal: CompiledScenario) -> None:
    play = Play(measures(0.3)).play("wait", "wait", measures(0.3)).reflect(parted=True)
    result = found(minimal, play.end("parted", "as-neighbours"))
    assert result.outcome.parted
    assert result.quadrants.path[-1].quadrant == 4


# Theses


def test_a_slip_that_costs_the_others_trust_speaks_for_thesis_1(minimal: CompiledScenario) -> None:
    timeline = build_timeline(minimal, Play().play("swap", "swap", slipped=[BIKES]).events)
    scene = SceneMade(FERRY, BIKES, "promise", "silence", "freeze", 0.5, 0.4)
    start, first = timeline.entries
    raised = replace(timeline, entries=(start, replace(first, scenes=(scene,))))
    thesis = findings(raised).theses[0]
    (slip,) = thesis.in_favour
    assert (slip.code, slip.party, slip.other) == ("slip-cost-trust", BIKES, FERRY)
    assert slip.numbers == {"before": 0.5, "after": 0.4}
    assert codes(thesis.against) == [NOTHING]


def came_short(
    compiled: CompiledScenario, play: Play, whole: Mapping[int, float]
) -> tuple[Evidence, ...]:
    """What is found of thesis 1. whole: by round, what the trust of the ferries had come to with
    all of it carried out, as a replay shows it.
    """
    timeline = build_timeline(compiled, play.events)
    for at, trust in whole.items():
        about = {FERRY: {BIKES: trust}, BIKES: {FERRY: 0.5}}
        timeline.replays[at] = {Taken("short", BIKES): about}
    result = findings(timeline)
    check_evidence(result)
    return (*result.theses[0].in_favour, *result.theses[0].against)


def test_a_stop_that_costs_the_others_trust_speaks_for_thesis_1(minimal: CompiledScenario) -> None:
    """Also where more happened in that round: the replay has all of that as well."""
    after = measures({FERRY: 0.4, BIKES: 0.5})
    event = befalls(next(iter(minimal.scenario.script.events)), None)
    play = Play().play("swap", "swap", after, vetoed=[BIKES], happens=[event]).play("wait", "wait")
    stopped, against = came_short(minimal, play, {1: 0.53})
    assert (stopped.code, stopped.party, stopped.other) == ("stop-cost-trust", BIKES, FERRY)
    assert stopped.numbers == {"before": 0.5, "after": 0.4, "whole": 0.53}
    assert against.code == NOTHING
    told = evidence_text(Cast.of(minimal, words_in("en")), stopped)
    assert "went from 50 to 40; with the same luck and that move carried out it would have" in told


@pytest.mark.parametrize(
    ("whole", "told"),
    [
        (0.75, ["half-cost-trust", NOTHING]), (0.74, [NOTHING, NOTHING]),
        (0.71, [NOTHING, NOTHING]), (0.70, [NOTHING, "half-without-harm"]),
    ],
)  # fmt: skip
def test_what_speaks_for_thesis_1_and_against_it_is_what_it_cost(
    minimal: CompiledScenario, whole: float, told: list[str]
) -> None:
    """Not a fall, nor a rise, that had another cause."""
    for before in (0.9, 0.7, 0.6):
        after = measures({FERRY: 0.7, BIKES: 0.7})
        play = Play(measures(before)).play("swap", "swap", after, slipped=[BIKES])
        assert codes(came_short(minimal, play, {1: whole})) == told


def test_paper_that_grew_while_trust_fell_speaks_for_thesis_2(minimal: CompiledScenario) -> None:
    after = measures({FERRY: 0.3, BIKES: 0.55}, formal=0.7)
    result = found(minimal, Play(measures(0.5)).play("draft-contract", "wait", after))
    assert "paper-without-trust" in codes(result.theses[1].in_favour)
    assert "paper-and-trust-grew" not in codes(result.theses[1].against)
    # Of the mean, since one of the two trusts the other more.
    (wall,) = [each for each in result.patterns.found if each.code == "paper-wall"]
    assert wall.numbers == {"before": 0.5, "trust": 0.43}


def test_a_fall_in_a_round_in_which_somebody_took_is_not_put_down_to_paper(
    minimal: CompiledScenario,
) -> None:
    after = measures({FERRY: 0.3, BIKES: 0.55}, formal=0.7)
    took = Play(measures(0.5)).play("draft-contract", "sell-next-door", after)
    assert "paper-without-trust" not in codes(found(minimal, took).theses[1].in_favour)


def test_a_fall_of_which_another_cause_is_shown_is_not_put_down_to_paper(
    minimal: CompiledScenario,
) -> None:
    """A cause is shown by what trust had come to without it."""
    after = measures({FERRY: 0.3, BIKES: 0.5}, formal=0.7)
    play = Play(measures(0.5)).play("draft-contract", "wait", after)
    for taken, without, is_paper in (
        (Taken("move", BIKES), 0.4, False), (Taken("move", BIKES), 0.39, True),
        (Taken("move", FERRY), 0.5, True),  # that is what was put on paper
    ):  # fmt: skip
        timeline = build_timeline(minimal, play.events)
        trust = {FERRY: {BIKES: without}, BIKES: {FERRY: 0.5}}
        timeline.replays[1] = {taken: trust}
        assert paper_without_trust(timeline) is is_paper


def test_what_came_true_is_no_expectation_that_was_wrong(minimal: CompiledScenario) -> None:
    guesses: tuple[tuple[Stance, Stance | None], ...] = (
        ("opportunistic", None), ("reciprocal", "reciprocal"),
    )  # fmt: skip
    for guess, told in guesses:
        play = Play().play("wait", "sell-next-door", predicts=[(FERRY, guess, 0.8)])
        timeline = build_timeline(minimal, play.events)
        found_in = turns(timeline, guile_in(timeline))
        assert [turn.expected for turn in found_in if turn.by == BIKES] == [told]


@pytest.mark.parametrize("in_talk", [False, True])
@pytest.mark.parametrize(("at", "in_moment"), [(1, False), (2, True)])
def test_who_leaves_a_moment_or_a_talk_is_not_said_to_leave_the_round(
    minimal: CompiledScenario, at: int, in_moment: bool, in_talk: bool
) -> None:
    timeline = build_timeline(minimal, Play().play("wait", "wait").reflect().events)
    talk = SceneMade(FERRY, BIKES, "promise", "deny", "walk-out", 0.5, 0.4)
    left = replace(timeline.entries[at], left=(FERRY,), scenes=(talk,) if in_talk else ())
    entries = [left if entry.at == at else entry for entry in timeline.entries]
    ended = result(replace(timeline, entries=tuple(entries)))
    assert (ended.left_in_moment, ended.left_in_talk) == (in_moment, in_talk)


@pytest.mark.parametrize(
    ("trust", "reliability", "formal", "relied"),
    [
        (0.4, 0.6, 0.8, True),
        (0.4, 0.59, 0.8, False),  # that is not much
        (0.5, 0.6, 0.8, False),  # and that is not little
        (0.18, 0.13, 0.8, False),
        (0.4, 0.6, 0.3, False),  # with little on paper, paper hides nothing
    ],
)
def test_who_relies_on_the_paper_at_the_end_and_not_on_the_other_speaks_for_thesis_2(
    minimal: CompiledScenario, trust: float, reliability: float, formal: float, relied: bool
) -> None:
    after = measures({FERRY: trust, BIKES: 0.9}, reliability=reliability, formal=formal)
    thesis = found(minimal, Play(measures(0.4)).play("wait", "wait", after).end()).theses[1]
    told = [each for each in thesis.in_favour if each.code == "relied-without-trusting"]
    assert [(each.other, each.party) for each in told] == ([(FERRY, BIKES)] if relied else [])


def test_rounds_of_high_and_low_trust_are_compared_for_thesis_3(minimal: CompiledScenario) -> None:
    """In counts of the rounds that it names, so that a reader can count them in the log."""
    play = Play(measures(0.3)).play("sell-next-door", "wait", measures(0.3))
    play.play("wait", "sell-next-door", measures(0.6, transaction_cost=0.07))
    play.play("show-list", "swap", measures(0.6, transaction_cost=0.07))
    play.play("show-list", "show-list")
    evidence = {each.code: each for each in found(minimal, play).theses[2].in_favour}
    giving = evidence["cooperation-with-trust"]
    assert giving.numbers == {"high_moves": 3, "high_of": 4, "low_moves": 0, "low_of": 4}
    assert giving.rounds == {"high": (3, 4), "low": (1, 2)}
    # Two of four against none is chance, and what is mostly the same moves is told once.
    assert set(evidence) == {"cooperation-with-trust"}
    for language, told in (
        ("en", "In rounds 3 and 4, which began with the most trust, 3 of the 4 moves chosen were "
         "trust-building; in rounds 1 and 2, which began with the least, 0 of the 4."),
        ("nl", "bij 3 van de 4 gekozen zetten om vertrouwen bouwen; in de rondes 1 en 2"),
    ):  # fmt: skip
        assert told in evidence_text(Cast.of(minimal, words_in(language)), giving)


def test_one_move_more_or_less_is_no_evidence(minimal: CompiledScenario) -> None:
    play = Play(measures(0.3)).play("wait", "wait").play("wait", "wait", measures(0.6))
    thesis = found(minimal, play.play("show-list", "wait").play("wait", "wait")).theses[2]
    assert codes(thesis.in_favour) == [NOTHING]


def test_a_round_in_which_somebody_walked_out_is_compared_as_well(
    minimal: CompiledScenario,
) -> None:
    play = Play(measures(0.6)).play("wait", "wait").play("wait", "wait", measures(0.3))
    play.play("wait", "sell-next-door").play("walk-out", "sell-next-door", left=[FERRY])
    evidence = {each.code: each for each in found(minimal, play).theses[2].in_favour}
    numbers = evidence["opportunism-falls-with-trust"].numbers
    assert (numbers["low_moves"], numbers["low_of"], numbers["high_moves"]) == (3, 4, 0)


def test_rounds_of_more_trust_that_did_worse_are_not_said_to_have_been_the_same(
    minimal: CompiledScenario,
) -> None:
    play = Play(measures(0.3)).play("show-list", "show-list", measures(0.3))
    play.play("show-list", "wait", measures(0.6)).play("wait", "wait").play("wait", "wait")
    thesis = found(minimal, play).theses[2]
    assert "no-cooperation-with-trust" in codes(thesis.against)
    assert codes(thesis.in_favour) == [NOTHING]


def test_who_trusts_and_hides_something_all_the_same_speaks_against_thesis_3(
    minimal: CompiledScenario,
) -> None:
    """Its own trust, not that of whom it hides it from."""
    for own, told in ((0.8, "hid-with-trust"), (0.2, NOTHING)):
        play = Play(measures({BIKES: own, FERRY: 0.9})).play("show-list", "sell-next-door")
        assert codes(found(minimal, play).theses[2].against) == [told]


def test_hidden_moves_on_trust_alone_speak_only_against_thesis_3(minimal: CompiledScenario) -> None:
    play = Play(measures(0.8)).play("show-list", "sell-next-door", measures(0.8))
    thesis = found(minimal, play).theses[2]
    assert codes(thesis.against) == ["hid-with-trust"]
    assert codes(thesis.in_favour) == [NOTHING]


@pytest.mark.parametrize(
    ("trust", "told"),
    [
        (0.66, ["hid-with-trust"]),
        (0.646, ["hid-with-trust"]),  # shown as 65, from where the map calls it much
        (0.644, [NOTHING]),  # around the border
    ],
)
def test_trust_is_called_trust_from_where_the_map_calls_it_much(
    minimal: CompiledScenario, trust: float, told: list[str]
) -> None:
    play = Play(measures({BIKES: trust, FERRY: 0.2})).play("show-list", "sell-next-door")
    thesis = found(minimal, play).theses[2]
    assert codes(thesis.against) == told


@pytest.mark.parametrize(
    ("change", "in_favour", "against"),
    [
        (0.05, "difference-named", NOTHING), (0.04, NOTHING, NOTHING),
        (-0.04, NOTHING, NOTHING), (-0.05, NOTHING, "difference-hurt"),
    ],
)  # fmt: skip
def test_what_speaks_for_thesis_5_and_against_it_is_weighed_alike(
    minimal: CompiledScenario, change: float, in_favour: str, against: str
) -> None:
    """A difference was named, and trust moved in that moment by as much as is told."""

    def sides(play: Play) -> list[list[str]]:
        thesis = found(minimal, play.play("wait", "wait")).theses[4]
        return [codes(thesis.in_favour), codes(thesis.against)]

    after = measures(0.5 + change)
    assert sides(Play().play("wait", "wait").reflect(after)) == [[in_favour], [against]]
    closed = Play().play("wait", "wait").reflect(after, options=CLOSED)
    out = came_out(FERRY, BIKES, "sell-next-door")
    caused = Play().play("wait", "sell-next-door").reflect(after, happens=[out])
    assert sides(closed) == sides(caused) == [[NOTHING], [NOTHING]]


def test_counts_as_uneven_as_chance_makes_them_are_no_evidence() -> None:
    """Fisher's exact test, against a table worked out by hand."""
    assert by_chance(3, 0, 4, 4) == pytest.approx(4 / 56)
    assert by_chance(0, 3, 4, 4) == pytest.approx(4 / 56)
    assert by_chance(3, 5, 8, 8) == pytest.approx(0.3096, abs=1e-4)
    assert by_chance(2, 2, 4, 4) > 0.5


def test_a_difference_that_each_named_is_not_told_of_one(minimal: CompiledScenario) -> None:
    cast = Cast.of(minimal, words_in("en"))
    for options, who in ((OPEN, "Each side"), ({**CLOSED, BIKES: OPEN[BIKES]}, cast.party(BIKES))):
        play = Play().play("wait", "wait").reflect(measures(0.6), options=options)
        (named,) = found(minimal, play).theses[4].in_favour
        assert evidence_text(cast, named).startswith(f"{who} named a difference")


# The whole


def leaving_early(compiled: CompiledScenario) -> CompiledScenario:
    """The same scenario, in which one can walk out of the first phase."""
    scenario = compiled.scenario
    start = scenario.script.phases[scenario.script.start]
    phases = {
        **scenario.script.phases,
        scenario.script.start: start.model_copy(update={"moves": (*start.moves, "walk-out")}),
    }
    script = scenario.script.model_copy(update={"phases": phases})
    return compile_scenario(scenario.model_copy(update={"script": script}))


@pytest.mark.slow
def test_a_broken_play_still_gets_its_debrief(minimal: CompiledScenario) -> None:
    compiled = leaving_early(minimal)
    seats = dict.fromkeys(compiled.parties, "human")
    live = LivePlay.start(compiled, seed=1, seats=seats, digest="", source="test")
    for moves in (("wait", "sell-next-door"), ("walk-out", "wait")):
        for party, move in zip(compiled.parties, moves, strict=True):
            assert isinstance(live.choose(MoveChoice(party, move)), tuple)
        while live.state.stage in SCENE:
            live.choose(nothing_made_of_it(compiled, live.state))
    assert live.is_over
    play = replayed(compiled, live.trace)
    result = debrief(compiled, play, plays=40)
    check(compiled, result, play)
    assert result.outcome.outcome == "broken"
    assert result.outcome.left_by == ("ferry",)
    assert result.outcome.rounds == 2
    assert all(fork.as_played.move.id != "walk-out" for fork in result.what_if)
    assert result.knowledge.predictions == ()


def test_an_ended_play_tells_how_it_ended(minimal: CompiledScenario) -> None:
    after = measures(value={FERRY: 0.6, BIKES: 0.2})
    outcome = found(minimal, Play().play("wait", "wait").play("wait", "wait", after).end()).outcome
    assert outcome.outcome == "success"
    assert outcome.ending is not None
    assert outcome.ending.name == minimal.scenario.endings["one-ticket"].title
    assert outcome.joint == pytest.approx(0.2)
    assert outcome.gap == pytest.approx(0.2)
    assert outcome.months == 6


def test_findings_are_plain_json(minimal: CompiledScenario) -> None:
    play = Play().play("show-list", "sell-next-door").reflect().play("wait", "wait").end()
    plain = found(minimal, play).as_json()
    assert plain.keys() >= KEYS
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    assert [thesis["number"] for thesis in plain["theses"]] == [1, 2, 3, 4, 5]
    assert all({"number", "for", "against"} == thesis.keys() for thesis in plain["theses"])


def test_every_code_says_what_it_carries() -> None:
    assert NOTHING in CODES
    for shape in CODES.values():
        assert shape.says
        assert len(set(shape.numbers)) == len(shape.numbers)


# What holds on the page


def test_a_round_in_which_something_came_only_in_part_was_not_kept(
    minimal: CompiledScenario,
) -> None:
    walled = measures(0.4, formal=0.7)
    play = Play(walled).play("swap", "swap").play("swap", "swap", slipped=[FERRY])
    assert "kept-under-contract" not in codes(found(minimal, play).theses[1].in_favour)
    evidence = {
        each.code: each for each in found(minimal, play.play("swap", "swap")).theses[1].in_favour
    }
    assert evidence["kept-under-contract"].numbers == {"kept": 2, "rounds": 3}


def test_a_round_in_which_little_trust_showed_was_not_kept(minimal: CompiledScenario) -> None:
    """In a hollow ritual, or in what was brought up in the moment after it."""
    walled = measures(0.4, formal=0.7)
    play = Play(walled).play("swap", "swap").reflect().play("swap", "swap").play("swap", "swap")
    timeline = build_timeline(minimal, play.events)
    hollow = RitualHeld(Place(1, Stage.ROUND, "first-talk"), ritual="x", hollow=True)
    scene = SceneMade(FERRY, BIKES, "refusal", "explain", "accept", 0.4, 0.4)
    for at, showing, kept in (
        (1, {}, 3), (1, {"rituals": (hollow,)}, 2), (2, {"scenes": (scene,)}, 2),
    ):  # fmt: skip
        entries = list(timeline.entries)
        entries[at] = replace(entries[at], **showing)
        told = theses(replace(timeline, entries=tuple(entries)))[1].in_favour
        (evidence,) = [each for each in told if each.code == "kept-under-contract"]
        assert evidence.numbers == {"kept": kept, "rounds": 3}


def test_of_each_kind_of_evidence_the_strongest_is_told(minimal: CompiledScenario) -> None:
    play = Play().play("swap", "swap", vetoed=[BIKES]).play("swap", "swap", vetoed=[BIKES])
    first, *_ = came_short(minimal, play, {1: 0.56, 2: 0.62})
    assert (first.code, first.round) == ("stop-cost-trust", 2)


def test_paper_and_trust_grew_together_only_where_nothing_else_brought_it(
    minimal: CompiledScenario,
) -> None:
    rose = measures(0.6, formal=0.6)
    grew = Play(measures(0.5, formal=0.2)).play("draft-contract", "wait", rose)
    assert "paper-and-trust-grew" in codes(found(minimal, grew).theses[1].against)
    gave = Play(measures(0.5, formal=0.2)).play("draft-contract", "show-list", rose)
    assert "paper-and-trust-grew" not in codes(found(minimal, gave).theses[1].against)
    fell = Play(measures(0.5, formal=0.2)).play("wait", "wait", measures(0.9, formal=0.6))
    fell.play("wait", "wait", measures(0.4, formal=0.6))
    assert "paper-and-trust-grew" not in codes(found(minimal, fell).theses[1].against)


def test_of_what_was_hidden_the_heaviest_is_told(
    minimal: CompiledScenario,
) -> None:
    small = measures(value={FERRY: 0.1, BIKES: 0.2})
    large = measures(value={FERRY: 0.2, BIKES: 0.8})
    lie = ("wait", "sell-next-door")
    play = Play().play("show-list", "show-list")
    play.play(*lie, small).play(*lie, large)
    fell = measures({FERRY: 0.3, BIKES: 0.5}, value={FERRY: 0.3, BIKES: 1.0})
    story = found(minimal, play.play(*lie, fell)).story_of(FERRY)
    assert 4 in {turn.round for turn in story.turns}
    assert story.lie is not None
    assert story.lie.round == 3
    assert story.hid == {}
    assert found(minimal, play).story_of(None).hid.keys() == {BIKES}


def test_what_never_came_out_goes_before_what_cost_trust_as_it_did(
    minimal: CompiledScenario,
) -> None:
    lie, out = ("wait", "sell-next-door"), came_out(FERRY, BIKES, "sell-next-door")
    after = measures({FERRY: 0.3, BIKES: 0.5})
    play = Play().play(*lie).play("wait", "wait", after, happens=[out])
    for more, told in (((), 1), ((1,), 3)):
        if more:
            play.play(*lie[::-1])
        timeline = build_timeline(minimal, play.events)
        hidden = _lie(timeline, guile_in(timeline), ())
        assert hidden is not None
        assert (hidden.round, hidden.more) == (told, more)
        (came,) = hidden.outs
        assert (came.before, came.after) == ((0.5, 0.3) if told == 1 else (None, None))


def test_the_deepest_fall_of_the_readers_trust_is_told(minimal: CompiledScenario) -> None:
    """Though another's fell deeper, and another rose."""
    levels = ((0.9, 0.4), (0.7, 0.4), (0.7, 0.1), (0.7, 0.6), (0.75, 0.9))
    play = Play(measures({FERRY: 0.9, BIKES: 0.9}))
    for ferry, bikes in levels:
        play.play("wait", "wait", measures({FERRY: ferry, BIKES: bikes}))
    timeline = build_timeline(minimal, play.events)
    made = turns(timeline, ())
    told = chosen([replace(t, strength=abs(t.after - t.before)) for t in made], FERRY)
    assert 2 in {turn.round for turn in told}


def test_a_readers_own_choice_is_told_with_how_far_its_trust_fell(
    minimal: CompiledScenario,
) -> None:
    """Where one round holds both, and there is no room for the two."""
    play = Play(measures(0.9)).play("wait", "wait", measures({FERRY: 0.4, BIKES: 0.8}))
    made = turns(build_timeline(minimal, play.events), ())
    (told,) = chosen([replace(t, strength=abs(t.after - t.before)) for t in made], FERRY)
    assert told.by == FERRY
    assert told.meanwhile is not None
    assert (told.meanwhile.of, told.meanwhile.before, told.meanwhile.after) == (FERRY, 0.9, 0.4)


def test_a_doubt_is_told_but_not_where_something_came_out(
    minimal: CompiledScenario,
) -> None:
    suspected = suspects(FERRY, BIKES)
    play = Play()
    for _ in range(3):
        play.play("wait", "show-list", happens=[suspected])
    doubt = found(minimal, play).story_of(FERRY).doubt
    assert doubt is not None
    assert doubt.round == 1
    leak = SceneMade(FERRY, BIKES, "leak", "own-up", "accept", 0.5, 0.5)
    timeline = build_timeline(minimal, play.events)
    entries = tuple(
        replace(entry, scenes=(leak,)) if entry.round == 1 else entry for entry in timeline.entries
    )
    doubt = findings(replace(timeline, entries=entries)).story_of(FERRY).doubt
    assert doubt is not None
    assert doubt.round == 2


def test_what_was_known_and_never_brought_up_is_counted_once(minimal: CompiledScenario) -> None:
    """What was kept back again is the same."""
    timeline = build_timeline(minimal, Play().play("wait", "wait").play("wait", "wait").events)
    place = Place(1, Stage.ROUND, "first-talk")
    moves = (move_ref(minimal, "sell-next-door"),)
    kept = {again: Silence(FERRY, BIKES, moves, for_good=again) for again in (False, True)}
    start, first, second = timeline.entries
    for later, times in (
        (second, 1),
        (replace(second, kept=(kept[True],)), 1),
        (replace(second, kept=(kept[False],)), 2),
    ):
        found = Discovered(place, FERRY, BIKES, ("sell-next-door",), "move")
        entries = (start, replace(first, kept=(kept[False],), noticed=(found,)), later)
        assert len(unsaid(replace(timeline, entries=entries))) == times


def test_what_was_brought_up_is_not_what_stayed_unsaid(minimal: CompiledScenario) -> None:
    """Of two discoveries, the one that was brought up is the one that the scene names."""
    timeline = build_timeline(minimal, Play().play("wait", "wait").play("wait", "wait").events)
    place = Place(1, Stage.ROUND, "first-talk")
    start, first, second = timeline.entries
    ids = list(minimal.scenario.moves)[:2]
    moves = [move_ref(minimal, each) for each in ids]
    for at, move in enumerate(moves):
        scene = SceneMade(FERRY, BIKES, "discovery", "deny", "freeze", 0.5, 0.4, about=(move,))
        entries = [
            replace(
                entry,
                kept=(Silence(FERRY, BIKES, (move_ref(minimal, one),)),),
                noticed=(Discovered(place, FERRY, BIKES, (one,), "move"),),
            )
            for one, entry in zip(ids, (first, second), strict=True)
        ]
        entries[1] = replace(entries[1], scenes=(scene,))
        (left,) = unsaid(replace(timeline, entries=(start, *entries)))
        assert left.moves == (moves[1 - at],)


def test_what_could_no_longer_be_brought_up_is_not_asked_about(minimal: CompiledScenario) -> None:
    """What was found out is asked about by name, where there was a round left to speak."""
    lie = ("wait", "sell-next-door")
    out = came_out(FERRY, BIKES, "sell-next-door")
    kept = Silence(FERRY, BIKES, (move_ref(minimal, "sell-next-door"),))
    for rounds in (2, 3):
        play = Play().play(*lie).play("wait", "wait", happens=[out])
        timeline = build_timeline(minimal, play.events)
        if rounds == 3:
            timeline = build_timeline(minimal, play.play("wait", "wait").events)
        entries = tuple(
            replace(entry, kept=(kept,)) if entry.round == 2 else entry
            for entry in timeline.entries
        )
        told = findings(replace(timeline, entries=entries))
        asked = told.story_of(FERRY).unsaid
        assert asked == told.story_of(None).unsaid
        assert told.story_of(BIKES).unsaid == ()
        assert [(each.round, [m.id for m in each.moves]) for each in asked] == (
            [(2, ["sell-next-door"])] if rounds == 3 else []
        )


def test_what_both_proposed_is_told_as_proposed_by_both(minimal: CompiledScenario) -> None:
    dropped = agreed(
        FERRY, "rules", "closed-books", "drop", before=True, after=False, also_by=(BIKES,)
    )
    result = found(minimal, Play().play("wait", "wait").reflect(happens=[dropped]).end())
    (change,) = result.timeline[2].changes
    assert change.proposed_by == (FERRY, BIKES)
    for language, told in (("en", "and"), ("nl", "en")):
        cast = Cast.of(minimal, words_in(language))
        log = " ".join(line.text for line in debrief_steps(cast, result)[2].shown)
        assert f"{cast.party(FERRY)} {told} {cast.party(BIKES)}" in log


def test_a_round_that_was_broken_off_counts_for_everybody_as_in_the_log(
    minimal: CompiledScenario,
) -> None:
    """Walking out is a choice for oneself, in the log and wherever such choices are counted."""
    play = Play(measures({FERRY: 0.6, BIKES: 0.5})).play("wait", "sell-next-door")
    play.play("walk-out", "sell-next-door", left=[FERRY])
    result = found(minimal, play)
    ferry, bikes = result.story_of(None).kept
    assert (ferry.kept, ferry.rounds) == (1, 2)
    assert (bikes.kept, bikes.rounds) == (0, 2)
    of_bikes, of_ferry = result.knowledge.trust_forecasts
    assert (of_ferry.about, of_ferry.count, of_ferry.share_kept) == (FERRY, 2, 0.5)
    assert of_bikes.count == 2
    assert of_bikes.mean_trust == pytest.approx(0.6)
    log = " ".join(
        line.text for line in debrief_steps(Cast.of(minimal, words_in("en")), result)[2].shown
    )
    assert log.count("opportunistic") == 3


def test_trust_is_averaged_as_a_reader_averages_the_figures_shown(
    minimal: CompiledScenario,
) -> None:
    play = Play(measures(0.504)).play("wait", "wait", measures(0.504))
    play.play("wait", "wait", measures(0.514)).play("wait", "wait")
    forecast, _ = found(minimal, play).knowledge.trust_forecasts
    assert forecast.mean_trust == pytest.approx((0.5 + 0.5 + 0.51) / 3)


def test_a_habit_of_everybody_is_told_as_everybody_s(minimal: CompiledScenario) -> None:
    play = Play().play("wait", "show-list").reflect(options=CLOSED)
    play.play("show-list", "wait").reflect(options=CLOSED)
    habit = found(minimal, play).story_of(None).habit
    assert habit is not None
    assert (habit.kind, habit.party, habit.times) == ("jokes", None, 2)
    one = Play().play("wait", "show-list").reflect(options={**OPEN, FERRY: CLOSED[FERRY]})
    one.play("show-list", "wait").reflect(options={**OPEN, FERRY: CLOSED[FERRY]})
    habit = found(minimal, one).story_of(None).habit
    assert habit is not None
    assert (habit.kind, habit.party) == ("jokes", FERRY)


def test_a_moment_that_was_called_goes_by_no_phase_and_all_else_by_its_own(
    minimal: CompiledScenario,
) -> None:
    wait = playing.moves(ferry="wait", bikes="wait")
    called = wait | {"ferry": MoveChoice("ferry", "wait", call=True)}
    reflect = playing.moment(dict.fromkeys(minimal.parties, ("joke-away", "own-part")))
    _, events = playing.play(minimal, called, *reflect, wait, *reflect)
    told = [(e.kind, e.phase.name) for e in build_timeline(minimal, events).entries[1:]]
    phases = minimal.scenario.script.phases
    assert told == [
        ("round", phases["first-talk"].name), ("moment", None),
        ("round", phases["first-talk"].name), ("moment", phases["bench"].name),
    ]  # fmt: skip


def test_nobody_felt_let_down_where_trust_did_not_fall(minimal: CompiledScenario) -> None:
    play = Play().play("wait", "wait", measures(0.52)).play("wait", "wait", measures(0.6))
    felt = found(minimal, play).feelings
    assert {each.code for each in felt} == {"felt-carried"}
    assert all(each.numbers == {"before": 0.52, "after": 0.6} for each in felt)


def test_what_was_chosen_counts_for_thesis_3_whatever_came_of_it(
    minimal: CompiledScenario,
) -> None:
    """So that the counts are those of the signs in the log."""
    play = Play(measures(0.3))
    play.play("wait", "wait").play("wait", "wait", measures(0.6))
    play.play("show-list", "show-list", vetoed=[FERRY]).play("show-list", "show-list")
    evidence = {each.code: each for each in found(minimal, play).theses[2].in_favour}
    assert evidence["cooperation-with-trust"].numbers["high_moves"] == 4


def test_rounds_with_the_trust_of_the_middle_are_in_neither_half(
    minimal: CompiledScenario,
) -> None:
    play = Play(measures(0.3)).play("wait", "wait").play("wait", "wait", measures(0.5))
    play.play("show-list", "show-list", measures(0.5)).play("wait", "wait", measures(0.7))
    play.play("show-list", "show-list").play("show-list", "show-list")
    evidence = {each.code: each for each in found(minimal, play).theses[2].in_favour}
    assert evidence["cooperation-with-trust"].rounds == {"high": (5, 6), "low": (1, 2)}


def test_a_proposal_is_told_with_who_was_to_hold_what(minimal: CompiledScenario) -> None:
    cast = Cast.of(minimal, words_in("en"))
    for holder, told in ((BIKES, f"let {cast.party(BIKES)} have"), ("table", "in the middle of")):
        no = partial(
            ChangeRefused, by=FERRY, change=f"props/x/hold/{holder}", chapter="props", name="x",
            action="hold", amount=None, against=(BIKES,),
        )  # fmt: skip
        play = Play().play("wait", "wait").reflect(happens=[no])
        (refused,) = found(minimal, play).theses[3].against
        assert told in evidence_text(cast, refused)


def test_what_a_hidden_move_went_with_is_the_difference_between_the_standings_shown(
    minimal: CompiledScenario,
) -> None:
    """Events and departures included: what a reader works out from the page is what it says."""
    before = measures(0.8, value={FERRY: 0.144, BIKES: 0.0})
    after = measures(0.8, value={FERRY: 0.336, BIKES: -0.096}, payoff={FERRY: 0.292, BIKES: -0.096})
    (guile,) = found(minimal, Play(before).play("sell-next-door", "wait", after)).knowledge.guile
    assert guile.changed == pytest.approx({FERRY: 0.20, BIKES: -0.10})  # 14 to 34, 0 to -10


def test_trust_that_did_not_fall_is_evidence_only_where_there_was_much_to_lose(
    minimal: CompiledScenario,
) -> None:
    for trust, told in ((0.16, False), (0.65, True)):
        play = Play(measures(trust)).play("swap", "swap", slipped=[BIKES])
        assert ("half-without-harm" in codes(came_short(minimal, play, {1: trust}))) is told


def test_a_no_that_became_a_yes_is_neither_evidence_nor_a_question(
    minimal: CompiledScenario,
) -> None:
    no = refused(FERRY, "rules", "exit-fee", "amount", amount=40.0)
    yes = agreed(FERRY, "rules", "exit-fee", "amount", before=20.0, after=40.0)
    other = agreed(FERRY, "rules", "exit-fee", "amount", before=20.0, after=0.0)
    for later, stays in (([yes], False), ([other], True), ([], True)):
        play = Play().play("wait", "wait").reflect(happens=[no])
        play.play("wait", "wait").reflect(happens=later).play("wait", "wait")
        result = found(minimal, play)
        asked = [each.evidence.code for each in result.questions if each.evidence]
        assert ("change-refused" in codes(result.theses[3].against)) is stays
        assert ("ask-refused" in asked) is stays


def test_what_gave_way_to_another_proposal_was_not_refused(minimal: CompiledScenario) -> None:
    rival = partial(
        ChangeRefused, by=FERRY, change="rules/exit-fee/amount", chapter="rules", name="exit-fee",
        action="amount", amount=40.0, against=(),
        gave_way=GaveWay("rules/exit-fee/drop", None, BIKES, by_lot=False),
    )  # fmt: skip
    yes = agreed(BIKES, "rules", "exit-fee", "drop", before=True, after=False)
    play = Play().play("wait", "wait").reflect(happens=[yes, rival]).play("wait", "wait")
    result = found(minimal, play)
    assert len(result.timeline[2].rejected) == 1
    assert "change-refused" not in codes(result.theses[3].against)
    assert "ask-refused" not in [each.evidence.code for each in result.questions if each.evidence]


def test_a_number_that_was_proposed_is_told_with_what_it_counts(minimal: CompiledScenario) -> None:
    rule = minimal.scenario.rules["exit-fee"]
    assert rule.negotiable
    unit = {"unit": Text(nl="punten", en="points")}
    counted = rule.model_copy(update={"negotiable": rule.negotiable.model_copy(update=unit)})
    rules = {**minimal.scenario.rules, "exit-fee": counted}
    compiled = compile_scenario(minimal.scenario.model_copy(update={"rules": rules}))
    no = refused(FERRY, "rules", "exit-fee", "amount", amount=5.0)
    (told,) = found(compiled, Play().play("wait", "wait").reflect(happens=[no])).theses[3].against
    assert "to 5 points" in evidence_text(Cast.of(compiled, words_in("en")), told)


def test_of_rounds_in_which_trust_fell_as_much_the_first_is_named(
    minimal: CompiledScenario,
) -> None:
    for last, told in ((0.314, 1), (0.31, 1), (0.3, 3)):
        play = Play(measures({FERRY: 0.66, BIKES: 0.5}))
        for trust in (0.35, 0.62, last):
            play.play("wait", "wait", measures({FERRY: trust, BIKES: 0.5}))
        fell = [e for e in found(minimal, play).feelings if e.code == "felt-let-down"]
        assert [each.round for each in fell] == [told]


def test_rounds_and_moments_in_which_trust_fell_as_much_are_told(minimal: CompiledScenario) -> None:
    play = Play(measures(0.7)).play("wait", "wait", measures(0.64)).reflect(measures(0.58))
    play.play("wait", "wait", measures(0.52)).play("wait", "wait", measures(0.5))
    result = found(minimal, play)
    for each in (e for e in result.feelings if e.code == "felt-let-down"):
        told = felt_words(Cast.of(minimal, words_in("en")), result, each)
        assert "fell most in round 1: from 70 to 64." in told
        assert told.endswith("just as far in round 2 and “On the bench” (after round 1).")


def test_what_was_felt_in_a_moment_counts_beside_the_rounds(minimal: CompiledScenario) -> None:
    play = Play(measures(0.7)).play("wait", "wait", measures(0.64)).reflect(measures(0.5))
    fell = [e for e in found(minimal, play).feelings if e.code == "felt-let-down"]
    for each in fell:
        told = evidence_text(Cast.of(minimal, words_in("en")), each)
        assert "fell most in “On the bench” (after round 1): from 64 to 50." in told
    assert len(fell) == 2


def test_who_asked_for_a_moment_was_answered_by_any_proposal_or_question_of_the_others(
    minimal: CompiledScenario,
) -> None:
    closed = {FERRY: OPEN[FERRY], BIKES: CLOSED[BIKES]}
    half = {FERRY: ("name-difference", "keep-quiet"), BIKES: CLOSED[BIKES]}
    proposal = refused(BIKES, "rules", "exit-fee", "drop")
    for options, happens, early in (
        (closed, [], True), (closed, [proposal], False), (half, [], False),
    ):  # fmt: skip
        play = Play().play("wait", "wait", called=[FERRY]).reflect(options=options, happens=happens)
        assert ("spoke-too-early" in patterns_of(found(minimal, play))) is early
    timeline = build_timeline(
        minimal, Play().play("wait", "wait", called=[FERRY]).reflect(options=closed).events
    )
    *before, moment = timeline.entries
    scene = SceneMade(BIKES, FERRY, "refusal", "explain", "accept", 0.5, 0.5)
    asked = replace(timeline, entries=(*before, replace(moment, scenes=(scene,))))
    assert "spoke-too-early" not in {each.code for each in patterns(asked).found}


def test_a_hidden_move_in_a_round_that_was_broken_off_never_came_out(
    minimal: CompiledScenario,
) -> None:
    play = Play().play("wait", "wait").play("wait", "sell-next-door", left=[FERRY])
    (hidden,) = [p for p in found(minimal, play).patterns.found if p.code == "hidden-guile"]
    assert (hidden.parties, hidden.rounds) == ((BIKES,), (2,))
