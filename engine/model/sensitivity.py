"""Which constants the rate of success hangs on: Morris's elementary effects.

    python -m engine.model.sensitivity

Morris 1991: from a random point on a grid each constant is moved once, in random order, and the
change in success is the elementary effect of the one that moved; this is repeated from several
points. Mean absolute effect: how much it matters. Standard deviation: how much that depends on
all the others. The plays at all points share their luck, so the differences are paired.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.model.outcome import SUCCESS
from engine.model.parameters import DEFAULTS, RANGES, Parameters
from engine.model.storyless import Plan, Repertoire, play
from engine.scenario.vocabulary import KINDS

Floats = NDArray[np.float64]
Response = Callable[[Parameters], float]

NAMES = tuple(RANGES)
TRAJECTORIES, PLAYS, SEED = 20, 2_000, 1
REFLECT_BEFORE = (1, 4, 7)
# Morris's own choice: four levels, and a step of two thirds of the width.
_LEVELS = 4
_STEP = _LEVELS / (2 * (_LEVELS - 1))


def _moves(*kinds: str) -> Floats:
    return np.array([KINDS[kind].traits for kind in kinds])


# The moves of a play without a script, for every figure that is quoted of the model.
REPERTOIRE = Repertoire(
    cooperative=_moves("share", "invest", "concede"),
    claiming=_moves("claim", "hold"),
    guileful=_moves("bluff", "poach"),
    formalising=_moves("formalise"),
)


class Effect(NamedTuple):
    """What success does when a constant goes from the low end of its width to the high end.

    size: mean absolute effect (Morris's mu*). mean: with its sign. spread: standard deviation.
    All in shares of plays.
    """

    size: float
    mean: float
    spread: float


class Width(NamedTuple):
    """Where the constants are varied; (constants,) each, in the order of NAMES."""

    low: Floats
    high: Floats


def whole_range() -> Width:
    """The ranges of the parameters."""
    ends = np.array([RANGES[name] for name in NAMES])
    return Width(ends[:, 0], ends[:, 1])


def a_quarter() -> Width:
    """The defaults less and plus a quarter, within the ranges."""
    low, high = whole_range()
    default = np.array([getattr(DEFAULTS, name) for name in NAMES])
    return Width(np.maximum(0.75 * default, low), np.minimum(1.25 * default, high))


def success_when_mixed(parameters: Parameters, plays: int = PLAYS) -> float:
    """The share of plays that succeed, half of them with three reflection moments."""
    games = np.arange(plays)
    plans = (Plan(), Plan(reflect_before=REFLECT_BEFORE))
    rates = [play(plan, REPERTOIRE, SEED, games, parameters).share(SUCCESS) for plan in plans]
    return sum(rates) / len(rates)


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


def effects(
    width: Width,
    response: Response = success_when_mixed,
    trajectories: int = TRAJECTORIES,
    progress: Callable[[int], None] | None = None,
) -> dict[str, Effect]:
    """The elementary effects of every constant within that width. Deterministic."""
    rng = np.random.default_rng(SEED)
    found = np.zeros((trajectories, len(NAMES)))
    for number in range(trajectories):
        before, last = 0.0, np.zeros(len(NAMES))
        for point, factor in trajectory(rng, len(NAMES)):
            values = width.low + point * (width.high - width.low)
            rate = response(Parameters(**dict(zip(NAMES, values.tolist(), strict=True))))
            if factor >= 0:
                found[number, factor] = (rate - before) / (point[factor] - last[factor])
            before, last = rate, point
        if progress is not None:
            progress(number + 1)
    size, mean, spread = np.abs(found).mean(axis=0), found.mean(axis=0), found.std(axis=0, ddof=1)
    return {
        name: Effect(float(size[at]), float(mean[at]), float(spread[at]))
        for at, name in enumerate(NAMES)
    }


def table(quarter: dict[str, Effect], whole: dict[str, Effect]) -> str:
    """Both as rows of Markdown, the constants that matter most within a quarter first."""
    lines = [
        "| constant | ±25%: µ* | µ | σ | whole range: µ* | µ | σ |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in sorted(NAMES, key=lambda each: (-quarter[each].size, -whole[each].size, each)):
        cells = [*_cells(quarter[name]), *_cells(whole[name])]
        lines.append(f"| `{name}` | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cells(effect: Effect) -> list[str]:
    return [f"{effect.size:.3f}", f"{effect.mean:+.3f}", f"{effect.spread:.3f}"]


def report(progress: Callable[[int], None] | None = None) -> str:
    """The table of both widths; takes some minutes."""
    return table(effects(a_quarter(), progress=progress), effects(whole_range(), progress=progress))


def main(arguments: Sequence[str]) -> None:
    """Write the table; with --quiet nothing of how far it is."""

    def tell(done: int) -> None:
        sys.stderr.write(f"{done}/{TRAJECTORIES}\n")

    sys.stdout.write(report(None if "--quiet" in arguments else tell) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
