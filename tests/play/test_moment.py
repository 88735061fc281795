"""The effects of a reflection moment on people, in small cases computed by hand."""

from dataclasses import replace

import numpy as np
import pytest

from engine.model.kernel import Alliance
from engine.play.compiled import CompiledScenario
from engine.play.events import Reflected
from engine.play.reflection import conclude
from engine.play.round import Draw
from engine.play.state import Stage
from engine.play.step import initial
from engine.scenario.vocabulary import BOTTLENECK_OPTIONS, INVENTORY_OPTIONS, ReflectionOption
from tests.play.test_step import TO_THE_BENCH
from tests.playing import moment, of_kind, play

# The miller does not feel safe at all, so the moment gains nothing and the loss is visible.
SAFETY = (0.0, 0.2, 0.8)


def after_moment(compiled: CompiledScenario, *bottlenecks: ReflectionOption) -> Alliance:
    """The alliance after a moment in which each party did that in the second step."""
    world = initial(compiled, 1).state.world
    option = [
        [INVENTORY_OPTIONS.index("name-difference"), BOTTLENECK_OPTIONS.index(each)]
        for each in bottlenecks
    ]
    world = replace(
        world,
        alliance=replace(world.alliance, safety=np.array([SAFETY])),
        stage=np.array([Stage.DECISION]),
        option=np.array([option], dtype=np.int8),
    )
    nobody = np.zeros((1, 3, 3), dtype=bool)
    after, _ = conclude(compiled, world, nobody, Draw.of_play(1, 0))
    return after.alliance


@pytest.mark.parametrize(
    ("bottlenecks", "expected"),
    [
        (("own-part", "own-part", "own-part"), (0.0, 0.2, 0.8)),
        # Half of the others blame the farmer: 1/4 of its safety, times 1/2, times 0.8 unsafe.
        (("own-part", "own-part", "their-part"), (0.0, 0.2 * 0.9, 0.8)),
        # The bank, which feels safe, loses the same for less: 1/4 times 1/2, times 0.2.
        (("their-part", "own-part", "own-part"), (0.0, 0.2 * 0.9, 0.8 * 0.975)),
        # Both of the others blame each: twice as much.
        (("their-part", "their-part", "their-part"), (0.0, 0.2 * 0.8, 0.8 * 0.95)),
        (("keep-quiet", "keep-quiet", "keep-quiet"), (0.0, 0.2, 0.8)),
    ],
    ids=["nobody blames", "one blames", "another blames", "all blame", "all keep quiet"],
)
def test_blame_costs_the_safety_of_those_who_hear_it_and_more_where_it_was_not_safe(
    mill: CompiledScenario,
    bottlenecks: tuple[ReflectionOption, ...],
    expected: tuple[float, float, float],
) -> None:
    assert after_moment(mill, *bottlenecks).safety[0].tolist() == pytest.approx(expected)


def test_a_real_question_brings_understanding_once_however_many_ask_it(
    mill: CompiledScenario,
) -> None:
    none, one, two = (
        float(after_moment(mill, *bottlenecks).understanding[0])
        for bottlenecks in (
            ("own-part", "own-part", "own-part"),
            ("own-part", "own-part", "real-question"),
            ("own-part", "real-question", "real-question"),
        )
    )
    assert one == pytest.approx(none + 0.15 * (1 - none))
    assert two == one


@pytest.mark.parametrize(
    ("took", "expected"),
    [
        # All of the first, second and last step, and half of the third: it proposed nothing.
        ((("name-difference", "own-part"),) * 2, 3.5),
        ((("joke-away", "keep-quiet"),) * 2, 1.5),
        # Three quarters of the first and half of the second; and the other did all of both.
        ((("name-common-ground", "their-part"), ("name-difference", "real-question")), 3.125),
        ((("name-difference", "keep-quiet"), ("joke-away", "own-part")), 2.5),
    ],
)
def test_how_many_steps_were_taken_is_the_mean_over_the_parties(
    minimal: CompiledScenario,
    took: tuple[tuple[ReflectionOption, ReflectionOption], ...],
    expected: float,
) -> None:
    steps = dict(zip(minimal.parties, took, strict=True))
    _, events = play(minimal, *TO_THE_BENCH, *moment(steps))
    (held,) = of_kind(events, Reflected)
    assert held.steps_done == pytest.approx(expected)


def test_who_proposes_takes_all_of_the_third_step(minimal: CompiledScenario) -> None:
    both: tuple[ReflectionOption, ReflectionOption] = ("name-difference", "own-part")
    steps = dict.fromkeys(minimal.parties, both)
    proposal = {minimal.parties[0]: "rituals/coffee/drop"}
    _, events = play(minimal, *TO_THE_BENCH, *moment(steps, proposal))
    (held,) = of_kind(events, Reflected)
    assert held.steps_done == pytest.approx((4 + 3.5) / 2)
