"""What must hold of the debrief of any play: every scenario, several personas, some seeds."""

from dataclasses import replace

import numpy as np
import pytest

from engine.debrief import Findings, debrief
from engine.debrief.fork import alternative, goodwill
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import MoveChoice, Stage
from engine.play.trace import Trace, TraceProblem
from engine.simulate import continue_each
from tests.conftest import PairPlays
from tests.debrief.contract import check, played, replayed


@pytest.mark.slow
def test_every_pair_of_personas_gets_a_whole_debrief(pair_plays: PairPlays) -> None:
    compiled, replays, is_first = pair_plays
    for play in replays:
        # What must hold for forks does not depend on the pair: the first has them.
        check(compiled, debrief(compiled, play, plays=10 if is_first else 0), play)


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
