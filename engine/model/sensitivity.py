"""Which constants the rate of success depends on: Morris's elementary effects.

    python -m engine.model.sensitivity

See engine.model.morris. The plays at all points share their luck, so the differences are paired.
"""

import sys
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.model.morris import Effect, Width, cells, elementary_effects
from engine.model.outcome import SUCCESS
from engine.model.parameters import DEFAULTS, RANGES, Parameters
from engine.model.storyless import Plan, Repertoire, play
from engine.scenario.vocabulary import KINDS

Floats = NDArray[np.float64]
Response = Callable[[Parameters], float]

NAMES = tuple(RANGES)
TRAJECTORIES, PLAYS, SEED = 20, 2_000, 1
REFLECT_BEFORE = (1, 4, 7)


def _moves(*kinds: str) -> Floats:
    return np.array([KINDS[kind].traits for kind in kinds])


# The moves of a play without a script, for every figure quoted about the model.
REPERTOIRE = Repertoire(
    cooperative=_moves("share", "invest", "concede"),
    claiming=_moves("claim", "hold"),
    guileful=_moves("bluff", "poach"),
    formalising=_moves("formalise"),
)


def whole_range() -> Width:
    """The ranges of the parameters."""
    ends = np.array([RANGES[name] for name in NAMES])
    return Width(ends[:, 0], ends[:, 1])


def a_quarter() -> Width:
    """The defaults plus and minus a quarter, within the ranges."""
    low, high = whole_range()
    default = np.array([getattr(DEFAULTS, name) for name in NAMES])
    return Width(np.maximum(0.75 * default, low), np.minimum(1.25 * default, high))


def success_when_mixed(parameters: Parameters, plays: int = PLAYS) -> float:
    """The share of plays that succeed, half of them with three reflection moments."""
    games = np.arange(plays)
    plans = (Plan(), Plan(reflect_before=REFLECT_BEFORE))
    rates = [play(plan, REPERTOIRE, SEED, games, parameters).share(SUCCESS) for plan in plans]
    return sum(rates) / len(rates)


def effects(
    width: Width,
    response: Response = success_when_mixed,
    trajectories: int = TRAJECTORIES,
    progress: Callable[[int], None] | None = None,
) -> dict[str, Effect]:
    """The elementary effects of every constant within that width. Deterministic."""

    def answer(values: Floats) -> float:
        return response(Parameters(**dict(zip(NAMES, values.tolist(), strict=True))))

    return elementary_effects(NAMES, width, answer, trajectories, SEED, progress)


def table(quarter: dict[str, Effect], whole: dict[str, Effect]) -> str:
    """Both as rows of Markdown, the constants that matter most within a quarter first."""
    lines = [
        "| constant | ±25%: µ* | µ | σ | whole range: µ* | µ | σ |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in sorted(NAMES, key=lambda each: (-quarter[each].size, -whole[each].size, each)):
        row = [*cells(quarter[name]), *cells(whole[name])]
        lines.append(f"| `{name}` | {' | '.join(row)} |")
    return "\n".join(lines)


def report(progress: Callable[[int], None] | None = None) -> str:
    """The table of both widths; takes some minutes."""
    return table(effects(a_quarter(), progress=progress), effects(whole_range(), progress=progress))


def main(arguments: Sequence[str]) -> None:
    """Write the table; with --quiet no progress is shown."""

    def tell(done: int) -> None:
        sys.stderr.write(f"{done}/{TRAJECTORIES}\n")

    sys.stdout.write(report(None if "--quiet" in arguments else tell) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
