"""What one party makes of another: as a start, and as a condition."""

from dataclasses import replace

import numpy as np
import pytest

from engine.balance.arms import starting
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.conditions import holds
from engine.play.lifecycle import begin
from engine.play.round import Draw
from engine.play.state import World
from engine.scenario.load import Loaded, load_text
from engine.scenario.schema import Condition
from tests.conftest import ROOT

THREE = (ROOT / "tests/scenarios/valid/three.yaml").read_text("utf-8")
FEW = Draw(3, np.arange(40, dtype=np.uint64))


def with_pairs(pairs: str) -> Loaded:
    """The lighthouse battery, with those pairs at its start."""
    start = f"starting_point: {{trust: 60, pairs: {pairs}}}"
    return load_text(THREE.replace("minutes: 30", f"minutes: 30\n{start}"), "three")


def compiled_with(pairs: str) -> CompiledScenario:
    scenario = with_pairs(pairs).scenario
    assert scenario is not None
    return compile_scenario(scenario)


def test_a_pair_starts_where_the_author_says_and_the_others_do_not_move() -> None:
    plain = begin(compiled_with("[]"), FEW).alliance
    own = begin(
        compiled_with(
            "[{of: harbour, in: village, trust: 20}, {of: village, in: grid, reliability: 10}]"
        ),
        FEW,
    ).alliance
    moved = own.trust - plain.trust
    assert moved[:, 0, 2] == pytest.approx(-0.4)
    relied = own.reliability - plain.reliability
    assert (relied[:, 2, 1] < 0).all()
    moved[:, 0, 2] = relied[:, 2, 1] = 0
    assert not moved.any()
    assert not relied.any()


def test_another_start_for_all_goes_for_the_pairs_too() -> None:
    own = compiled_with("{of: harbour, in: village, trust: 20}")
    for points in (30, 70):
        assert np.array_equal(
            begin(starting(own, trust=points), FEW).alliance.trust,
            begin(starting(compiled_with("[]"), trust=points), FEW).alliance.trust,
        )


def world_with(compiled: CompiledScenario, trust: list[list[float]]) -> World:
    world = begin(compiled, Draw.of_play(1, 0))
    return replace(world, alliance=replace(world.alliance, trust=np.array([trust])))


@pytest.mark.parametrize(
    ("bound", "so"),
    [
        ({"of": "harbour", "in": "grid", "at_least": 50}, False),
        ({"of": "harbour", "in": "grid", "at_most": 49}, True),
        ({"of": "grid", "in": "harbour", "at_least": 80}, True),
        ({"in": "village", "at_least": 50}, True),
        ({"in": "village", "above": 50}, False),
        ({"in": "harbour", "at_least": 85}, True),
    ],
)
def test_a_condition_looks_at_that_pair(
    three: CompiledScenario, bound: dict[str, str | int], so: bool
) -> None:
    world = world_with(three, [[0.0, 0.49, 0.3], [0.8, 0.0, 0.7], [0.9, 0.1, 0.0]])
    condition = Condition.model_validate({"trust": bound})
    assert holds(condition, three, world, public=False).tolist() == [so]


def test_one_pair_says_nothing_of_the_other_way_round() -> None:
    both = (
        "when: {all: [{trust: {of: grid, in: harbour, above: 60}}, {trust: {of: %s, below: 50}}]}"
    )
    other, same = "harbour, in: grid", "grid, in: harbour"
    for who, codes in ((other, set()), (same, {"condition-never"})):
        text = THREE.replace("when: {trust: {below: 60}}", both % who)
        assert {each.code for each in load_text(text, "three").problems} == codes


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ("{of: harbour, in: harbour, trust: 20}", "pair-of-one"),
        ("{of: harbour, in: village}", "pair-empty"),
        ("[{of: grid, in: village, trust: 9}, {of: grid, in: village, trust: 8}]", "pair-twice"),
        ("{of: harbour, in: vilage, trust: 20}", "unknown-party"),
        ("{of: harbour, in: village, trust: 200}", "out-of-range"),
    ],
)
def test_what_is_wrong_with_a_pair_is_told_where_it_is(pairs: str, code: str) -> None:
    (problem,) = with_pairs(pairs).problems
    assert (problem.code, problem.line) == (
        code,
        THREE[: THREE.index("minutes: 30")].count("\n") + 2,
    )
