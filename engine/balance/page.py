"""The tables of engine/players/README.md, written from the code.

    python -m engine.balance.page                            the constants (at once)
    python -m engine.balance.page sensitivity SCENARIO.yaml  the elementary effects (long)

In the page, each is between two comments with its name.
"""

import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from engine import players
from engine.balance.sensitivity import (
    PLAYS_OF_A_CASTING,
    TRAJECTORIES,
    Factor,
    effects,
    factors,
    near,
    whole_range,
)
from engine.model.morris import Effect, cells
from engine.model.page import Tables, constants, rewrite
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.players import PERSONAS
from engine.players.parameters import PLAYERS
from engine.players.personas import LEANINGS, TASTE_RANGE, TASTES, Persona
from engine.scenario.load import load
from engine.simulate.plan import castings_of

PAGE = Path(players.__file__).parent / "README.md"
Found = dict[str, Effect]


def personas() -> str:
    """How far each persona leans, and what it likes."""
    rows = [
        f"| leaning | range | unit | {' | '.join(PERSONAS)} |",
        f"|---|---|---|{'---|' * len(PERSONAS)}",
    ]
    described = Persona.__dataclass_fields__
    for name in LEANINGS:
        told = described[name].metadata
        values = [getattr(persona, name) for persona in PERSONAS.values()]
        meaning = f"{told['unit']}: {told['source'].removeprefix('[J] ')}"
        rows.append(_row(f"`{name}`", _range(told["low"], told["high"]), meaning, values))
    for taste in TASTES:
        sizes = [persona.likes.get(taste) for persona in PERSONAS.values()]
        rows.append(_row(f"likes `{taste}`", _range(*TASTE_RANGE), "weight", sizes))
    return "\n".join(rows)


def _row(name: str, limits: str, meaning: str, values: Sequence[float | None]) -> str:
    told = " | ".join("" if each is None else number(each) for each in values)
    return f"| {name} | {limits} | {meaning} | {told} |"


def _range(low: float, high: float) -> str:
    return f"{number(low)}–{number(high)}"


def number(value: float) -> str:
    """A number as the tables write it."""
    return f"{value:.3g}".replace("-", "−")


def sensitivity(name: str, compiled: CompiledScenario, day: date) -> str:
    """The findings of the study of that scenario, with its date, size and command."""
    varied = factors(compiled)

    def tell(done: int) -> None:
        sys.stderr.write(f"{done}/{TRAJECTORIES}\n")

    found = [effects(compiled, width(varied), progress=tell) for width in (near, whole_range)]
    return f"{about(name, compiled, day)}\n\n{table(varied, *found)}"


def about(name: str, compiled: CompiledScenario, day: date) -> str:
    """How that scenario was studied."""
    plays, points = PLAYS_OF_A_CASTING * len(castings_of(compiled)), len(factors(compiled)) + 1
    return (
        f"{name}, {day}: {TRAJECTORIES} trajectories for each width, {plays:,} plays at each of "
        f"the {points} points of a trajectory; `python -m engine.balance.page sensitivity {name}`"
    )


def table(varied: Sequence[Factor], close: Found, whole: Found) -> str:
    """Both widths as rows of Markdown; what matters most near the default comes first."""
    lines = [
        "| constant | default | range | near: µ* | µ | σ | whole range: µ* | µ | σ |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for each in sorted(varied, key=lambda one: (-close[one.key].size, -whole[one.key].size)):
        row = [*cells(close[each.key]), *cells(whole[each.key])]
        limits = _range(each.low, each.high)
        lines.append(f"| `{each.key}` | {number(each.default)} | {limits} | {' | '.join(row)} |")
    return "\n".join(lines)


TABLES: Tables = {"players": partial(constants, PLAYERS), "personas": personas}


def main(arguments: Sequence[str]) -> None:
    """Write the tables of constants again, or the study of a scenario."""
    match arguments:
        case []:
            rewrite(PAGE, TABLES, tuple(TABLES))
        case ["sensitivity", path]:
            scenario = load(Path(path)).scenario
            if scenario is None:
                sys.stderr.write(f"{path} is no scenario that can be played.\n")
                raise SystemExit(2)
            study = partial(sensitivity, path, compile_scenario(scenario), date.today())
            rewrite(PAGE, {"sensitivity": study}, ("sensitivity",))
        case _:
            sys.stderr.write((__doc__ or "").partition("\n\n")[2])
            raise SystemExit(2)


if __name__ == "__main__":
    main(sys.argv[1:])
