"""What is counted is what happened, however the plays are split."""

import json
from dataclasses import replace

import numpy as np
import pytest

from engine.model.arrays import table_mean
from engine.play.compiled import CompiledScenario
from engine.play.events import KeptBack, Replied, Responded
from engine.players import PERSONAS
from engine.scenario.vocabulary import CAUSES, OUTCOMES, REPLIES, RESPONSES
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
from tests.playing import of_kind, play_anew


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
    for size in (200, 37):
        plan = Plan(4, 200, castings, size)
        told.append(json.dumps(figures(any_scenario, plan, counted(any_scenario, plan))))
    assert told[0] == told[1]


@pytest.mark.slow
def test_more_processes_count_alike(minimal: CompiledScenario) -> None:
    plan = Plan(4, 600, castings_of(minimal), 150)
    one, two = counted(minimal, plan, 1), counted(minimal, plan, 2)
    assert figures(minimal, plan, one) == figures(minimal, plan, two)


@pytest.mark.slow
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
    assert tally["phases"].tolist() == world.visited.sum(axis=0).tolist()
    assert tally["events"].tolist() == (world.happened >= 0).sum(axis=0).tolist()
    assert tally["in_force"].tolist() == world.in_force.sum(axis=0).tolist()
    value = world.alliance.value / world.round[:, None]
    assert np.allclose(tally["gained"][0] / MILLIONTHS, value.sum(axis=0), atol=1e-4)
    assert tally["changes"].sum() == world.changes.sum()
    assert tally["ahead"][0].tolist() == is_ahead(value).sum(axis=0).tolist()


@pytest.mark.slow
def test_confrontations_are_counted_as_they_are_played(any_scenario: CompiledScenario) -> None:
    """Beside the same plays one by one."""
    names, games = ("charmer", "divided"), 8
    (casting,) = castings = castings_of(any_scenario, names)
    tally = count(any_scenario, Plan(6, games, castings), 0, games)
    plays = [play_anew(any_scenario, 6, *names, game=game).events for game in range(games)]
    events = [event for each in plays for event in each]
    who = dict(zip(any_scenario.parties, casting, strict=True))
    replies, responses = np.zeros_like(tally["replies"]), np.zeros_like(tally["responses"])
    for said in of_kind(events, Replied):
        replies[tuple(PERSONAS).index(who[said.of]), REPLIES.index(said.reply)] += 1
    for done in of_kind(events, Responded):
        responses[tuple(PERSONAS).index(who[done.by]), RESPONSES.index(done.response)] += 1
    assert tally["replies"].tolist() == replies.tolist()
    assert tally["responses"].tolist() == responses.tolist()
    causes = [said.cause for said in of_kind(events, Replied)]
    assert tally["scenes"].tolist() == [causes.count(cause) for cause in CAUSES]
    assert int(tally["with_scene"]) == sum(bool(of_kind(each, Responded)) for each in plays)
    assert int(tally["kept"]) == len(of_kind(events, KeptBack))


def test_counts_are_exact_however_many_plays_are_added_up(minimal: CompiledScenario) -> None:
    many = 2**53 + 1  # the first whole number that a fraction can't hold
    one = nothing(minimal, 1)
    for count_ in one.counts.values():
        count_[...] = many
    both = one + nothing(minimal, 1)
    assert {int(each) for count_ in both.counts.values() for each in count_.flat} == {many}


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


@pytest.mark.slow
@pytest.mark.parametrize("fertile", [3.2, 12.0])
def test_a_path_ends_where_the_plays_did(minimal: CompiledScenario, fertile: float) -> None:
    """To half a point of trust and a hundredth of value, also where there is plenty of it."""
    rich = replace(minimal, parameters=replace(minimal.parameters, yield_=fertile))
    plan = Plan(6, 60, castings_of(rich, ["builder"]))
    told = figures(rich, plan, count(rich, plan, 0, 60))["paths"]
    world = simulate(rich, 6, np.arange(60), plan.castings[0])
    value = (world.alliance.value / world.round[:, None]).mean(axis=1)
    assert (np.median(value) > 1) == (fertile > 10)
    for name, ends, step in (
        ("trust", table_mean(world.alliance.trust), 0.005), ("value", value, 0.01),
    ):  # fmt: skip
        middle = np.quantile(ends, 0.5, method="inverted_cdf")
        assert told[name][-1]["p50"] == pytest.approx(middle, abs=step / 2)


def test_every_pairing_is_played_as_often_and_with_the_same_luck(minimal: CompiledScenario) -> None:
    plan = Plan(1, 36 * 3, castings_of(minimal))
    casting, games = plan.plays(0, plan.count)
    assert np.bincount(casting).tolist() == [3] * 36
    assert all(sorted(games[casting == at]) == [0, 1, 2] for at in range(36))
