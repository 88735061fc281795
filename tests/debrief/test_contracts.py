"""What must hold of the debrief of any play: every scenario, several personas, some seeds."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest

from engine.debrief import Findings, debrief
from engine.debrief.fork import alternative, goodwill
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.state import Choice, MoveChoice, OptionChoice, ProposalChoice, Stage, VoteChoice
from engine.play.trace import Trace, TraceProblem
from engine.scenario.schema import Effect
from engine.simulate import continue_each
from tests.conftest import PairPlays
from tests.debrief.contract import check, played, replayed

PAIRS = (
    ("reciprocator", "charmer"),
    pytest.param(("builder", "builder"), marks=pytest.mark.slow),
    pytest.param(("divided", "pressed"), marks=pytest.mark.slow),
)


@pytest.mark.parametrize("personas", PAIRS, ids="-".join)
@pytest.mark.inner(1)
def test_every_play_gets_a_whole_debrief(
    any_scenario: CompiledScenario, personas: tuple[str, ...]
) -> None:
    trace = played(any_scenario, personas, seed=5)
    play = replayed(any_scenario, trace)
    check(any_scenario, debrief(any_scenario, play, plays=10), play)


@pytest.mark.slow
def test_every_pair_of_personas_gets_a_whole_debrief(pair_plays: PairPlays) -> None:
    compiled, replays = pair_plays
    for play in replays:
        # What must hold for forks does not depend on the pair: one play has them in each.
        check(compiled, debrief(compiled, play, plays=0 if play.trace.game else 4), play)


@pytest.mark.slow
def test_the_debrief_is_a_function_of_the_trace(minimal: CompiledScenario) -> None:
    trace = played(minimal, ("reciprocator", "charmer"), seed=3)
    first, second = debrief(minimal, trace, plays=40), debrief(minimal, trace, plays=40)
    assert isinstance(first, Findings)
    assert first == second
    assert first == debrief(minimal, replayed(minimal, trace), plays=40)


def test_a_trace_that_cannot_be_replayed_gives_its_problem(minimal: CompiledScenario) -> None:
    nonsense = ({p: MoveChoice(p, "no-such-move") for p in minimal.parties},)
    trace = Trace("", "test", 1, dict.fromkeys(minimal.parties, "human"), choices=nonsense)
    result = debrief(minimal, trace)
    assert isinstance(result, TraceProblem)
    assert result.reason == "cannot-replay"


def with_closed_list(compiled: CompiledScenario) -> CompiledScenario:
    """The same scenario, in which closed books also forbid showing the list."""
    scenario = compiled.scenario
    rule = scenario.rules["closed-books"]
    closed = rule.effect.model_copy(update={"forbids": ("show-list",)})
    rules = {**scenario.rules, "closed-books": rule.model_copy(update={"effect": closed})}
    return compile_scenario(scenario.model_copy(update={"rules": rules}))


def change_the_game(
    compiled: CompiledScenario, proposals: Mapping[str, ProposalChoice], last: str = "wait"
) -> Findings:
    """A play of two rounds with a called moment in between, in which all agree on these."""
    seats = dict.fromkeys(compiled.parties, "human")
    live = LivePlay.start(compiled, seed=1, seats=seats, digest="", source="test")

    def all_choose(choice: Callable[[str], Choice]) -> None:
        for party in compiled.parties:
            assert isinstance(live.choose(choice(party)), tuple)

    all_choose(lambda party: MoveChoice(party, "wait", call=True))
    all_choose(lambda party: OptionChoice(party, "name-difference"))
    all_choose(lambda party: OptionChoice(party, "own-part"))
    all_choose(lambda party: proposals.get(party, ProposalChoice(party)))
    all_choose(lambda party: VoteChoice(party, {p: True for p in proposals if p != party}))
    all_choose(lambda party: MoveChoice(party, last if party == "ferry" else "wait"))
    return debrief(compiled, replayed(compiled, live.trace), plays=0)


def test_a_moment_that_was_called_has_no_name_of_its_own(minimal: CompiledScenario) -> None:
    moment = next(each for each in change_the_game(minimal, {}).timeline if each.kind == "moment")
    assert moment.phase.name is None


def test_a_changed_rule_shows_in_the_moves_of_the_next_round(minimal: CompiledScenario) -> None:
    proposals = {"ferry": ProposalChoice("ferry", "rules/closed-books/drop")}
    result = change_the_game(with_closed_list(minimal), proposals)
    (change,) = result.timeline[2].changes
    gained = {party: [move.id for move in moves] for party, moves in change.moves_gained.items()}
    assert gained == {"ferry": ["show-list"]}  # its holder can show it
    assert change.moves_lost == {}
    assert change.had_effect
    evidence = {each.code: each for each in result.theses[3].in_favour}
    assert evidence["other-moves-open"].numbers == {"gained": 1, "lost": 0}


@pytest.mark.slow
def test_a_thing_given_away_shows_in_the_moves_of_both(minimal: CompiledScenario) -> None:
    """Whoever holds the list can show it, here whichever party that is."""
    scenario = minimal.scenario
    shown_by_any = scenario.moves["show-list"].model_copy(update={"of": ()})
    to_give = scenario.props["passenger-list"].model_copy(
        update={"negotiable": scenario.rules["closed-books"].negotiable}
    )
    changed = {
        "moves": {**scenario.moves, "show-list": shown_by_any},
        "props": {**scenario.props, "passenger-list": to_give},
    }
    compiled = compile_scenario(scenario.model_copy(update=changed))
    proposals = {"ferry": ProposalChoice("ferry", "props/passenger-list/hold/bikes")}
    (change,) = change_the_game(compiled, proposals).timeline[2].changes
    for moves, party in ((change.moves_gained, "bikes"), (change.moves_lost, "ferry")):
        assert {p: [move.id for move in m] for p, m in moves.items()} == {party: ["show-list"]}
    assert change.had_effect


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "amount"), [("decor/dunes/move", None), ("rules/exit-fee/amount", 40)]
)
def test_another_place_or_number_has_an_effect_and_opens_no_moves(
    minimal: CompiledScenario, change: str, amount: int | None
) -> None:
    result = change_the_game(minimal, {"ferry": ProposalChoice("ferry", change, amount)})
    (made,) = result.timeline[2].changes
    assert (made.moves_gained, made.moves_lost, made.had_effect) == ({}, {}, True)


@pytest.mark.parametrize(
    ("change", "less"),
    [("rules/exit-fee/drop", True), ("decor/dunes/move", False), (None, False)],
)
def test_whoever_walks_out_after_the_price_of_it_was_dropped_is_told_what_that_saved(
    minimal: CompiledScenario, change: str | None, less: bool
) -> None:
    scenario = minimal.scenario
    phases = {
        name: phase.model_copy(update={"moves": (*phase.moves, "walk-out")})
        if phase.moves
        else phase
        for name, phase in scenario.script.phases.items()
    }
    script = scenario.script.model_copy(update={"phases": phases})
    compiled = compile_scenario(scenario.model_copy(update={"script": script}))
    proposals = {"ferry": ProposalChoice("ferry", change)} if change else {}
    for_thesis = change_the_game(compiled, proposals, last="walk-out").theses[3].in_favour
    told = {
        each.code: each.numbers["difference"]
        for each in for_thesis
        if each.code.startswith("walked-out")
    }
    assert told == ({"walked-out-for-less": 0.2} if less else {})


def test_a_change_that_alters_nothing_is_told_as_such(minimal: CompiledScenario) -> None:
    proposals = {
        "ferry": ProposalChoice("ferry", "rules/exit-fee/drop"),
        "bikes": ProposalChoice("bikes", "rules/who-spoke-last-listens/adopt"),
    }
    rules = dict(minimal.scenario.rules)
    listens = rules["who-spoke-last-listens"].model_copy(update={"effect": Effect()})
    rules["who-spoke-last-listens"] = listens
    idle = compile_scenario(minimal.scenario.model_copy(update={"rules": rules}))
    result = change_the_game(idle, proposals)
    assert [c.had_effect for c in result.timeline[2].changes] == [True, False]
    without = [e for e in result.theses[3].against if e.code == "change-without-effect"]
    assert [each.party for each in without] == ["bikes"]


@pytest.mark.slow
def test_a_play_in_progress_can_be_looked_back_on(minimal: CompiledScenario) -> None:
    seats = dict.fromkeys(minimal.parties, "human")
    live = LivePlay.start(minimal, seed=1, seats=seats, digest="", source="test")
    opening = debrief(minimal, replayed(minimal, live.trace))
    assert opening.story_of(None).turning_point is None
    assert opening.outcome.outcome is None
    # What a party thought of the other before the first round, by the luck of this play.
    assert opening.timeline[0].numbers.of("ferry") == live.view("ferry").gauges
    for party in minimal.parties:
        live.choose(MoveChoice(party, "wait"))
    result = debrief(minimal, replayed(minimal, live.trace), plays=40)
    assert result.what_if


@pytest.mark.slow
def test_a_what_if_swaps_one_move_and_keeps_the_luck(minimal: CompiledScenario) -> None:
    trace = played(minimal, ("builder", "charmer"), seed=2)
    result = debrief(minimal, replayed(minimal, trace), plays=200)
    fork = result.what_if[0]
    assert fork.plays == 200
    success = fork.what_if.success - fork.as_played.success
    assert fork.success.mean == pytest.approx(success)
    assert fork.value.mean == pytest.approx(fork.what_if.value - fork.as_played.value)


@pytest.mark.slow
def test_in_a_what_if_those_play_on_who_sat_there(minimal: CompiledScenario) -> None:
    """For a person, whom the author gave the seat."""
    trace = played(minimal, ("reciprocator", "charmer"), seed=2)
    seated = {"ferry": "pressed", "bikes": "human"}
    fork = debrief(minimal, replayed(minimal, replace(trace, seats=seated)), plays=4).what_if[0]
    assert fork.personas == {"ferry": "pressed", "bikes": "reciprocator"}


@pytest.mark.slow
@pytest.mark.parametrize("seats", [("builder", "builder"), ("builder", "pressed")], ids="-".join)
def test_who_plays_on_makes_the_difference_in_a_what_if(
    minimal: CompiledScenario, seats: tuple[str, str]
) -> None:
    trace = played(minimal, ("reciprocator", "charmer"), seed=2)
    seated = replace(trace, seats=dict(zip(minimal.parties, seats, strict=True)))
    play = replayed(minimal, seated)
    fork = debrief(minimal, play, plays=100).what_if[0]

    def goes_on(*others: str) -> float:
        at = [s.stage is Stage.ROUND and s.world.round[0] == fork.round - 1 for s in play.states]
        step = at.index(True)
        start = play.states[step], trace.choices[step]
        (end,) = continue_each(minimal, [start], np.arange(100), others)
        return float((end.alliance.value.mean(axis=1) / end.round).mean())

    assert fork.as_played.value == pytest.approx(goes_on(*seats))
    assert fork.as_played.value != pytest.approx(goes_on("pressed", "builder"))


def test_the_alternative_goes_against_the_turn(minimal: CompiledScenario) -> None:
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
