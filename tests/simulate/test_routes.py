"""The ways that plays take through the script are those that the plays themselves show."""

from collections import Counter

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario
from engine.play.flow import has_stopped
from engine.play.state import NOBODY
from engine.simulate import Plan, Routes, begin_all, castings_of, play_out, routes_of
from tests.playing import play_anew

PLAYS = 216


def found(compiled: CompiledScenario, size: int = PLAYS) -> Routes:
    total, *rest = routes_of(compiled, Plan(0, PLAYS, castings_of(compiled), size))
    for each in rest:
        total = total + each
    return total


@pytest.mark.slow
def test_whoever_comes_to_a_phase_came_by_an_arrow(any_scenario: CompiledScenario) -> None:
    counted = found(any_scenario)
    script = any_scenario.scenario.script
    came: Counter[str] = Counter({script.start: counted.plays})
    for phase, taken in zip(script.phases.values(), counted.taken, strict=True):
        for branch, plays in zip(phase.next, taken, strict=True):
            came[branch.to] += plays
    for at, name in enumerate(any_scenario.phases):
        assert came[name] == counted.reached[at] + counted.passed[at]


def test_whoever_comes_to_a_phase_also_leaves_it(any_scenario: CompiledScenario) -> None:
    counted = found(any_scenario)
    for at, taken in enumerate(counted.taken):
        left = sum(taken) + counted.finished[at] + counted.stopped[at]
        assert left == counted.reached[at] + counted.passed[at]
    assert sum(counted.finished) + sum(counted.stopped) == counted.plays
    assert sum(counted.endings) == counted.plays


@pytest.mark.slow
def test_any_split_of_the_plays_adds_up_to_the_same(any_scenario: CompiledScenario) -> None:
    assert found(any_scenario, size=50) == found(any_scenario)


@pytest.mark.slow
def test_what_was_reached_is_what_the_plays_say(any_scenario: CompiledScenario) -> None:
    plan = Plan(0, PLAYS, castings_of(any_scenario))
    casting, games = plan.plays(0, PLAYS)
    begun = begin_all(any_scenario, 0, games, plan.cast(casting))
    visited = np.zeros(len(any_scenario.phases), dtype=int)
    events = np.zeros(len(any_scenario.events), dtype=int)
    stopped = 0
    for ended in play_out(any_scenario, begun, 0):
        stopped += int(has_stopped(any_scenario, ended.world).sum())
        visited += ended.world.visited.sum(axis=0)
        events += (ended.world.happened != NOBODY).sum(axis=0)
    counted = found(any_scenario)
    assert counted.reached == tuple(visited)
    assert counted.events == tuple(events)
    assert sum(counted.stopped) == stopped


@pytest.mark.slow
def test_one_live_play_takes_the_same_way(three: CompiledScenario) -> None:
    names = ("charmer", "builder", "pressed")
    (alone,) = routes_of(three, Plan(5, 1, (names,)))
    visited = play_anew(three, 5, *names).state.world.visited
    assert alone.reached == tuple(int(each) for each in visited[0])
