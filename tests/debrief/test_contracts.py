"""What must hold of the debrief of any play: every scenario, several personas, some seeds."""

import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.debrief import Findings, debrief
from engine.debrief.codes import BECAUSE, CODES, NOTHING
from engine.debrief.findings import Evidence
from engine.debrief.fork import alternative, goodwill, paired
from engine.debrief.quadrants import quadrant
from engine.model.kernel import quadrant as quadrants_of
from engine.play.state import Choice, MoveChoice, OptionChoice, ProposalChoice, State, VoteChoice
from engine.play.step import initial
from engine.play.tables import Tables, compile_scenario
from engine.play.trace import Replayed, Trace, TraceProblem, replay
from engine.scenario.vocabulary import OUTCOMES, PERSONAS
from engine.table import Table

KEYS = {
    "timeline", "turning_points", "knowledge", "quadrants", "what_if", "theses", "ledger",
    "patterns", "questions", "outcome",
}  # fmt: skip
PAIRS = (("builder", "builder"), ("reciprocator", "charmer"), ("divided", "pressed"))
ALL_PAIRS = tuple(itertools.combinations_with_replacement(PERSONAS, 2))


def played(tables: Tables, personas: tuple[str, ...], seed: int) -> Trace:
    """A whole play by personas; they sit down in turn where there are more than two parties."""
    seats = dict(zip(tables.parties, itertools.cycle(personas), strict=False))
    table = Table.start(tables, seed=seed, seats=seats, digest="", source="test")
    table.run()
    return table.trace


def replayed(tables: Tables, trace: Trace) -> Replayed:
    """The trace, played again."""
    result = replay(tables, trace)
    assert isinstance(result, Replayed)
    return result


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Every piece of evidence in the findings, however deep."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from evidence_in(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from evidence_in(getattr(value, name))


def check(tables: Tables, result: Findings, play: Replayed) -> None:
    """The contract."""
    plain = result.as_json()
    assert plain.keys() >= KEYS
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    _check_evidence(result)
    _check_timeline(result)
    _check_end(tables, result, play.state)
    assert len(result.turning_points) == len(result.timeline) - 1
    assert [thesis.number for thesis in result.theses] == [1, 2, 3, 4, 5]
    assert all(thesis.in_favour and thesis.against for thesis in result.theses)
    assert {goal.id for goal in result.goals} == set(tables.scenario.teaches)
    assert all(goal.evidence for goal in result.goals)
    for fork in result.what_if:
        for arm in (fork.as_played, fork.what_if):
            assert sum(arm.outcomes.values()) == pytest.approx(1)
        assert fork.as_played.stance != fork.what_if.stance
        assert fork.success.low <= fork.success.mean <= fork.success.high
        assert fork.model_not_truth


def _check_evidence(result: Findings) -> None:
    for each in evidence_in(result):
        shape = CODES[each.code]
        assert set(each.numbers) == set(shape.numbers), each
        assert set(each.refs) == set(shape.refs), each
        assert not shape.round or each.round is not None, each
        assert not shape.party or each.party, each
        assert not shape.other or each.other, each
        assert (each.because in BECAUSE) == (each.code == NOTHING), each


def _check_timeline(result: Findings) -> None:
    assert [entry.at for entry in result.timeline] == list(range(len(result.timeline)))
    rounds = [entry.round for entry in result.timeline if entry.kind == "round"]
    assert rounds == list(range(1, len(rounds) + 1))
    for entry in result.timeline:
        for row in entry.numbers.trust.values():
            assert all(0 <= trust <= 1 for trust in row.values())
    for forecast in result.knowledge.forecasts:
        assert 0 <= forecast.brier <= 2
    for about in result.knowledge.trust_forecasts:
        assert 0 <= about.brier <= 1


def _check_end(tables: Tables, result: Findings, end: State) -> None:
    assert [line.in_force for line in result.ledger] == end.world.in_force[0].tolist()
    for line, amount in zip(result.ledger, end.world.amount[0], strict=True):
        assert line.end is None or line.end == round(float(amount))
    assert result.outcome.outcome == OUTCOMES[int(end.world.outcome[0])]
    assert list(result.outcome.value.values()) == end.world.alliance.value[0].tolist()
    last = result.timeline[-1].numbers
    assert list(last.value.values()) == end.world.alliance.value[0].tolist()
    if not result.outcome.left_by:
        assert _still_hidden(result) == _secrets(tables, end)


def _still_hidden(result: Findings) -> set[tuple[str, str, str]]:
    """Who hid what from whom to the end, by the debrief."""
    return {
        (each.party, by, each.move.id) for each in result.knowledge.guile for by in each.never_by
    }


def _secrets(tables: Tables, end: State) -> set[tuple[str, str, str]]:
    """The same, by the play itself. What a rule took all guile out of never was a secret."""
    parties, moves = tables.parties, tables.moves
    return {
        (parties[j], parties[i], moves[m])
        for i, j, m in zip(*np.nonzero(end.world.secret[0]), strict=True)
        if i != j
    }


@pytest.mark.parametrize("personas", PAIRS, ids="-".join)
def test_every_play_gets_a_whole_debrief(any_scenario: Tables, personas: tuple[str, ...]) -> None:
    trace = played(any_scenario, personas, seed=5)
    play = replayed(any_scenario, trace)
    check(any_scenario, debrief(any_scenario, play, plays=10), play)


@pytest.mark.slow
@pytest.mark.parametrize("personas", ALL_PAIRS, ids="-".join)
def test_every_pair_of_personas_gets_a_whole_debrief(
    any_scenario: Tables, personas: tuple[str, ...]
) -> None:
    for seed in range(6):
        play = replayed(any_scenario, played(any_scenario, personas, seed))
        check(any_scenario, debrief(any_scenario, play, plays=4), play)


def test_the_debrief_is_a_function_of_the_trace(minimal: Tables) -> None:
    trace = played(minimal, ("reciprocator", "charmer"), seed=3)
    first, second = debrief(minimal, trace, plays=40), debrief(minimal, trace, plays=40)
    assert isinstance(first, Findings)
    assert first == second
    assert first == debrief(minimal, replayed(minimal, trace), plays=40)


def test_a_trace_that_cannot_be_replayed_gives_its_problem(minimal: Tables) -> None:
    nonsense = ({p: MoveChoice(p, "no-such-move") for p in minimal.parties},)
    trace = Trace("", "test", 1, {}, choices=nonsense)
    result = debrief(minimal, trace)
    assert isinstance(result, TraceProblem)
    assert result.reason == "cannot-replay"


def leaving_early(tables: Tables) -> Tables:
    """The same scenario, in which one can walk out of the first phase."""
    scenario = tables.scenario
    start = scenario.script.phases[scenario.script.start]
    phases = {
        **scenario.script.phases,
        scenario.script.start: start.model_copy(update={"moves": (*start.moves, "walk-out")}),
    }
    script = scenario.script.model_copy(update={"phases": phases})
    return compile_scenario(scenario.model_copy(update={"script": script}))


def test_a_broken_play_still_gets_its_debrief(minimal: Tables) -> None:
    tables = leaving_early(minimal)
    seats = dict.fromkeys(tables.parties, "human")
    table = Table.start(tables, seed=1, seats=seats, digest="", source="test")
    for moves in (("wait", "sell-next-door"), ("walk-out", "wait")):
        for party, move in zip(tables.parties, moves, strict=True):
            assert isinstance(table.choose(MoveChoice(party, move)), tuple)
    assert table.is_over
    play = replayed(tables, table.trace)
    result = debrief(tables, play, plays=40)
    check(tables, result, play)
    assert result.outcome.outcome == "broken"
    assert result.outcome.left_by == ("ferry",)
    assert result.outcome.rounds == 2
    assert result.turning_points[0].reason.code == "turn-left"
    fork = result.what_if[0]
    assert (fork.round, fork.party) == (2, "ferry")
    assert fork.as_played.outcomes["broken"] == 1
    assert fork.what_if.outcomes["broken"] < 1
    assert result.knowledge.predictions == ()


def with_closed_list(tables: Tables) -> Tables:
    """The same scenario, in which closed books also forbid showing the list."""
    scenario = tables.scenario
    rule = scenario.rules["closed-books"]
    closed = rule.effect.model_copy(update={"forbids": ("show-list",)})
    rules = {**scenario.rules, "closed-books": rule.model_copy(update={"effect": closed})}
    return compile_scenario(scenario.model_copy(update={"rules": rules}))


def change_the_game(tables: Tables, proposals: Mapping[str, ProposalChoice]) -> Findings:
    """A play of two rounds with a called moment between them, in which all agree on these."""
    seats = dict.fromkeys(tables.parties, "human")
    table = Table.start(tables, seed=1, seats=seats, digest="", source="test")

    def all_choose(choice: Callable[[str], Choice]) -> None:
        for party in tables.parties:
            assert isinstance(table.choose(choice(party)), tuple)

    all_choose(lambda party: MoveChoice(party, "wait", call=True))
    all_choose(lambda party: OptionChoice(party, "name-difference"))
    all_choose(lambda party: OptionChoice(party, "own-part"))
    all_choose(lambda party: proposals.get(party, ProposalChoice(party)))
    all_choose(lambda party: VoteChoice(party, {p: True for p in proposals if p != party}))
    all_choose(lambda party: MoveChoice(party, "wait"))
    return debrief(tables, replayed(tables, table.trace), plays=0)


def test_a_changed_rule_shows_in_the_moves_of_the_next_round(minimal: Tables) -> None:
    proposals = {"ferry": ProposalChoice("ferry", "rules/closed-books/drop")}
    result = change_the_game(with_closed_list(minimal), proposals)
    (change,) = result.timeline[2].changes
    gained = {party: [move.id for move in moves] for party, moves in change.moves_gained.items()}
    assert gained == {"ferry": ["show-list"]}  # who holds it can show it
    assert change.moves_lost == {}
    assert change.had_effect
    evidence = {each.code: each for each in result.theses[3].in_favour}
    assert evidence["other-moves-open"].numbers == {"gained": 1, "lost": 0}


def test_a_change_that_alters_nothing_is_told_as_such(minimal: Tables) -> None:
    proposals = {
        "ferry": ProposalChoice("ferry", "rules/exit-fee/drop"),
        "bikes": ProposalChoice("bikes", "rules/exit-fee/amount", 35),
    }
    result = change_the_game(minimal, proposals)
    assert [c.had_effect for c in result.timeline[2].changes] == [True, False]
    without = [e for e in result.theses[3].against if e.code == "change-without-effect"]
    assert [each.party for each in without] == ["bikes"]


def test_a_play_in_progress_can_be_looked_back_on(minimal: Tables) -> None:
    seats = dict.fromkeys(minimal.parties, "human")
    table = Table.start(minimal, seed=1, seats=seats, digest="", source="test")
    opening = debrief(minimal, replayed(minimal, table.trace))
    assert opening.turning_points == ()
    assert opening.outcome.outcome is None
    for party in minimal.parties:
        table.choose(MoveChoice(party, "wait"))
    result = debrief(minimal, replayed(minimal, table.trace), plays=4)
    assert len(result.turning_points) == 1
    assert result.what_if


def test_a_what_if_swaps_one_move_and_keeps_the_luck(minimal: Tables) -> None:
    trace = played(minimal, ("builder", "charmer"), seed=2)
    result = debrief(minimal, replayed(minimal, trace), plays=200)
    fork = result.what_if[0]
    assert fork.plays == 200
    success = fork.what_if.success - fork.as_played.success
    assert fork.success.mean == pytest.approx(success)
    assert fork.value.mean == pytest.approx(fork.what_if.value - fork.as_played.value)


def test_paired_differences_have_an_interval() -> None:
    before, after = np.array([0.0, 0.0, 1.0, 1.0]), np.array([1.0, 0.0, 1.0, 1.0])
    result = paired(before, after)
    assert result.mean == 0.25
    assert result.high - result.mean == pytest.approx(1.959964 * 0.5 / 2)
    assert paired(before, before).low == 0.0


def test_the_alternative_goes_against_the_turn(minimal: Tables) -> None:
    legal = ("show-list", "swap", "wait", "sell-next-door")
    moves = minimal.scenario.moves
    assert (
        goodwill(moves["show-list"]) > goodwill(moves["wait"]) > goodwill(moves["sell-next-door"])
    )
    assert alternative(minimal, "sell-next-door", legal, better=False) == "show-list"
    assert alternative(minimal, "show-list", legal, better=True) == "sell-next-door"
    assert alternative(minimal, "wait", legal, better=False) == "show-list"
    assert alternative(minimal, "sell-next-door", ("sell-next-door", "walk-out"), False) is None
    assert alternative(minimal, "wait", ("wait", "walk-out"), better=True) == "walk-out"


def test_quadrants_are_those_of_the_model(minimal: Tables) -> None:
    alliance = initial(minimal, seed=1).state.world.alliance
    for trust, formal in itertools.product((0.1, 0.5, 0.6, 0.9), repeat=2):
        level = replace(
            alliance,
            trust=np.full_like(alliance.trust, trust),
            formal=np.full_like(alliance.formal, formal),
        )
        assert quadrant(trust, formal) == int(quadrants_of(level)[0])
