"""What is counted is what happened, however the plays are split."""

import json

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario
from engine.scenario.vocabulary import OUTCOMES
from engine.simulate import simulate
from engine.simulate.figures import figures
from engine.simulate.plan import Plan, castings_of
from engine.simulate.run import tallies
from engine.simulate.tally import (
    MILLIONTHS,
    PATHS,
    Scale,
    Tally,
    count,
    is_ahead,
    most_rounds,
    nothing,
)


def counted(compiled: CompiledScenario, plan: Plan, workers: int = 1) -> Tally:
    """The tally of the whole plan."""
    total = nothing(compiled, len(plan.castings))
    for part in tallies(compiled, plan, workers):
        total = total + part
    return total


@pytest.mark.slow
def test_any_splitting_counts_alike(any_scenario: CompiledScenario) -> None:
    castings = castings_of(any_scenario)
    told = []
    for size in (400, 37, 150):
        plan = Plan(4, 400, castings, size)
        told.append(json.dumps(figures(any_scenario, plan, counted(any_scenario, plan))))
    assert told[0] == told[1] == told[2]


@pytest.mark.slow
def test_more_processes_count_alike(minimal: CompiledScenario) -> None:
    plan = Plan(4, 600, castings_of(minimal), 150)
    one, two = counted(minimal, plan, 1), counted(minimal, plan, 2)
    assert figures(minimal, plan, one) == figures(minimal, plan, two)


@pytest.mark.inner(1)
def test_the_counts_are_those_of_the_plays(any_scenario: CompiledScenario) -> None:
    names = ["builder", "charmer"]
    castings = castings_of(any_scenario, names)
    plan = Plan(6, 80, castings)
    tally = count(any_scenario, plan, 0, 80)
    world = simulate(any_scenario, 6, np.arange(80), castings[0])
    assert (
        tally["outcome"][0].tolist() == np.bincount(world.outcome, minlength=len(OUTCOMES)).tolist()
    )
    assert tally["moves"].tolist() == world.used.any(axis=1).sum(axis=0).tolist()
    assert tally["events"].tolist() == (world.happened >= 0).sum(axis=0).tolist()
    assert tally["in_force"].tolist() == world.in_force.sum(axis=0).tolist()
    value = world.alliance.value / world.round[:, None]
    assert np.allclose(tally["gained"][0] / MILLIONTHS, value.sum(axis=0), atol=1e-4)
    assert tally["changes"].sum() == world.changes.sum()
    assert tally["ahead"][0].tolist() == is_ahead(value).sum(axis=0).tolist()


def test_a_scale_has_equal_steps_and_keeps_what_lies_beyond_in_its_last_ones() -> None:
    scale = Scale(-1.0, 3.0, 8)
    assert scale.bin_of(np.array([-9.0, -1.0, -0.6, -0.4, 1.0, 2.9, 3.0, 9.0])).tolist() == [
        0, 0, 0, 1, 4, 7, 7, 7,
    ]  # fmt: skip
    assert [scale.middle(at) for at in (0, 1, 7)] == [-0.75, -0.25, 2.75]


def test_there_is_room_for_the_longest_play_and_its_end(any_scenario: CompiledScenario) -> None:
    longest = sum(
        max(phase.rounds or 0, *(phase.negotiable.between or (0,)))
        for phase in any_scenario.scenario.script.phases.values()
    )
    assert most_rounds(any_scenario) == longest + 1


def test_who_shares_the_lead_is_ahead_of_nobody() -> None:
    value = np.array([[0.3, 0.2, 0.1], [0.3, 0.3, 0.1], [0.2, 0.2, 0.2], [-0.2, -0.1, -0.2]])
    assert is_ahead(value).tolist() == [
        [True, False, False], [False, False, False], [False, False, False], [False, True, False],
    ]  # fmt: skip


def test_paths_follow_every_round_that_was_played(any_scenario: CompiledScenario) -> None:
    plan = Plan(6, 60, castings_of(any_scenario))
    tally = count(any_scenario, plan, 0, 60)
    for name in PATHS:
        by_round = tally[name].sum(axis=1)
        assert by_round[0] == 60
        assert all(np.diff(by_round[:-1]) <= 0)
    assert tally["trust"][-1].sum() == tally["value"][-1].sum() == 60
    assert len(tally["trust"]) == most_rounds(any_scenario) + 1


def test_every_pairing_is_played_as_often_and_with_the_same_luck(minimal: CompiledScenario) -> None:
    plan = Plan(1, 36 * 3, castings_of(minimal))
    casting, games = plan.plays(0, plan.count)
    assert np.bincount(casting).tolist() == [3] * 36
    assert all(sorted(games[casting == at]) == [0, 1, 2] for at in range(36))
