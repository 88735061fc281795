"""Which constants success hangs on: `uv run python -m tests.benchmarks.sensitivity [all]`.

Morris (1991): from random points of the ranges in `parameters.py`, one constant at a time is moved
by two thirds of its range, with all luck the same. mu* is the mean size of what that does to the
share of plays that end robust (Campolongo et al. 2007), mu its mean with sign, sigma its spread:
a large sigma says that the effect depends on the other constants. Prints a table in Markdown.
"""

import sys
from dataclasses import fields, replace

import numpy as np

from engine.model.bare import Plan
from engine.model.outcome import SUCCESS
from engine.model.parameters import DEFAULTS, RANGES, Parameters
from tests.model.plays import REFLECT, simulate

_PATHS, _GAMES, _LEVELS = 12, 400, 4
_SHOWN = 25
_PLAN = Plan(reflect_before=REFLECT)


def main() -> None:
    """Print the table, the constants that matter most first."""
    effects = elementary_effects()
    mean_size, mean, spread = (
        np.abs(effects).mean(axis=0), effects.mean(axis=0), effects.std(axis=0, ddof=1),
    )  # fmt: skip
    order = np.argsort(-mean_size)
    names = [each.name for each in fields(Parameters)]
    print("| constant | default | range | mu* | mu | sigma |")
    print("|---|---|---|---|---|---|")
    for at in order if "all" in sys.argv[1:] else order[:_SHOWN]:
        low, high = RANGES[names[at]]
        default = getattr(DEFAULTS, names[at])
        print(
            f"| {names[at].strip('_')} | {default:g} | {low:g}–{high:g} "
            f"| {mean_size[at]:.3f} | {mean[at]:+.3f} | {spread[at]:.3f} |"
        )


def elementary_effects() -> np.ndarray:
    """(paths, constants) the change in success over a whole range, along random paths."""
    rng = np.random.default_rng(1991)
    names = [each.name for each in fields(Parameters)]
    step = _LEVELS / (2 * (_LEVELS - 1))
    found = np.zeros((_PATHS, len(names)))
    for path in range(_PATHS):
        # Levels from which a step of `step`, up or down, stays within the range.
        point = rng.integers(0, _LEVELS, len(names)) / (_LEVELS - 1)
        before = success(point)
        for at in rng.permutation(len(names)):
            move = step if point[at] + step <= 1 + 1e-9 else -step
            point[at] += move
            after = success(point)
            found[path, at] = (after - before) / move
            before = after
    return found


def success(point: np.ndarray) -> float:
    """The share of plays that end robust, with each constant so far along its range."""
    given = {}
    for name, along in zip(RANGES, point, strict=True):
        low, high = RANGES[name]
        given[name] = low + float(along) * (high - low)
    course = simulate(_PLAN, replace(DEFAULTS, **given), games=_GAMES)
    return course.share(SUCCESS)


if __name__ == "__main__":
    main()
