"""Morris's elementary effects: which of many numbers an outcome depends on.

Morris 1991: from a random point on a grid each number is moved once, in random order, and the
change of the outcome is the elementary effect of the one that moved; this is repeated from
several points. Mean absolute effect: how much it matters. Standard deviation: how much that
depends on all the others.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from engine.model.arrays import Floats

# Morris's own choice: four levels, and a step of two thirds of the width.
_LEVELS = 4
_STEP = _LEVELS / (2 * (_LEVELS - 1))


class Effect(NamedTuple):
    """What the outcome does when a number goes from the low end of its width to the high end.

    size: mean absolute effect (Morris's mu*). mean: with its sign. spread: standard deviation.
    """

    size: float
    mean: float
    spread: float


class Width(NamedTuple):
    """Where the numbers are varied; (numbers,) each, in their order."""

    low: Floats
    high: Floats


def trajectory(rng: np.random.Generator, factors: int) -> Iterator[tuple[Floats, int]]:
    """Points in the unit cube, and which factor moved to reach each; -1 for the first."""
    up = rng.random(factors) < 0.5
    # A level from which the step stays on the grid: the lower half going up, the upper going down.
    level = rng.integers(0, _LEVELS // 2, factors) / (_LEVELS - 1)
    point = np.where(up, level, 1.0 - level)
    yield point.copy(), -1
    for factor in rng.permutation(factors):
        point[factor] += _STEP if up[factor] else -_STEP
        yield point.copy(), int(factor)


def elementary_effects(
    names: Sequence[str],
    width: Width,
    response: Callable[[Floats], float],
    trajectories: int,
    seed: int,
    progress: Callable[[int], None] | None = None,
) -> dict[str, Effect]:
    """The effects of every number within that width; response: of the numbers, in order.

    Deterministic, if the response is. progress: called with the number of trajectories done.
    """
    rng = np.random.default_rng(seed)
    found = np.zeros((trajectories, len(names)))
    for number in range(trajectories):
        before, last = 0.0, np.zeros(len(names))
        for point, factor in trajectory(rng, len(names)):
            now = response(width.low + point * (width.high - width.low))
            if factor >= 0:
                found[number, factor] = (now - before) / (point[factor] - last[factor])
            before, last = now, point
        if progress is not None:
            progress(number + 1)
    size, mean, spread = np.abs(found).mean(axis=0), found.mean(axis=0), found.std(axis=0, ddof=1)
    return {
        name: Effect(float(size[at]), float(mean[at]), float(spread[at]))
        for at, name in enumerate(names)
    }


def cells(effect: Effect) -> list[str]:
    """An effect as the cells of a table: size, mean, spread."""
    return [f"{effect.size:.3f}", f"{effect.mean:+.3f}", f"{effect.spread:.3f}"]
