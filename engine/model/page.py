"""The tables of README.md in this folder, written from the code.

    python -m engine.model.page                 the constants, kinds, forms and runs (seconds)
    python -m engine.model.page sensitivity     the elementary effects (some minutes)

In the page, each is between two comments with its name.
"""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from engine.model import sensitivity
from engine.model.arrays import Floats
from engine.model.outcome import BROKEN, LOPSIDED, STALLED, SUCCESS
from engine.model.parameters import (
    CONFRONTING,
    DEFAULTS,
    FORMS,
    INSIDE,
    MOMENT,
    READING,
    Parameters,
)
from engine.model.sensitivity import REFLECT_BEFORE, REPERTOIRE
from engine.model.storyless import Course, Plan, play
from engine.scenario.vocabulary import KINDS, TRAITS

PAGE = Path(__file__).parent / "README.md"
PLAYS, SEED = 20_000, 1

Setting = Mapping[str, float]


@dataclass(frozen=True)
class Run:
    """A row of the table of runs: how it differs from the defaults."""

    words: str
    plan: Plan = field(default_factory=Plan)
    start: Setting = field(default_factory=dict)
    around: Setting = field(default_factory=dict)
    constants: Setting = field(default_factory=dict)

    def course(self, plays: int = PLAYS) -> Course:
        """The plays of this row."""
        parameters = Parameters(**self.constants)
        start: dict[str, float | Floats] = dict(self.start)
        around: dict[str, float | Floats] = dict(self.around)
        games = np.arange(plays)
        return play(self.plan, REPERTOIRE, SEED, games, parameters, start=start, around=around)


_THRICE = (0, 3, 6)
_REFLECTING = Plan(reflect_before=REFLECT_BEFORE)
_UNWRITTEN = Plan(formalise_in=())

RUNS: tuple[Run, ...] = (
    Run("defaults: one round of contracts, no reflection"),
    Run("+ reflection before rounds 2, 5, 8", _REFLECTING),
    Run("reflection early: before 1, 2, 4", Plan(reflect_before=(0, 1, 3))),
    Run("reflection late: before 8, 9, 10", Plan(reflect_before=(7, 8, 9))),
    Run("reflection, safety .1 at the start", _REFLECTING, {"safety": 0.1}),
    Run("reflection, safety .7 at the start", _REFLECTING, {"safety": 0.7}),
    Run("neither contracts nor reflection", _UNWRITTEN),
    Run("reflection only", Plan(formalise_in=(), reflect_before=REFLECT_BEFORE)),
    Run("contracts only, three rounds", Plan(formalise_in=_THRICE)),
    Run("both, three each", Plan(formalise_in=_THRICE, reflect_before=REFLECT_BEFORE)),
    Run("internal balance .3", start={"internal_balance": 0.3}),
    Run("internal balance 1", start={"internal_balance": 1.0}),
    Run("trust .4 at the start", start={"trust": 0.4}),
    Run("trust .8 at the start", start={"trust": 0.8}),
    Run("competition 0", around={"competition": 0.0}),
    Run("competition .9", around={"competition": 0.9}),
    Run("exit cost .3", around={"exit_cost": 0.3}),
    Run("no turnover", constants={"turnover": 0.0}),
    Run("turnover .15 a round", constants={"turnover": 0.15}),
    Run("no opportunistic act is hidden", constants={"guile_share": 0.0}),
    Run("`guile_share` .9", constants={"guile_share": 0.9}),
    Run("diversity .1", start={"diversity": 0.1}),
    Run("diversity .9", start={"diversity": 0.9}),
    Run("diversity .9, reflection", _REFLECTING, {"diversity": 0.9}),
    Run("three parties", Plan(parties=3)),
    Run("three parties, competition 0", Plan(parties=3), around={"competition": 0.0}),
    Run("four parties", Plan(parties=4)),
    Run("twenty rounds", Plan(rounds=20)),
    Run("figure 2: T .75, F .15", _UNWRITTEN, {"trust": 0.75, "formal_overlap": 0.15}),
    Run("figure 2: T .75, F .70", _UNWRITTEN, {"trust": 0.75, "formal_overlap": 0.70}),
    Run("figure 2: T .45, F .70", _UNWRITTEN, {"trust": 0.45, "formal_overlap": 0.70}),
    Run("figure 2: T .45, F .15", _UNWRITTEN, {"trust": 0.45, "formal_overlap": 0.15}),
)


def constants(values: Any) -> str:
    """Every constant of a dataclass of them: default, range, unit and source."""
    rows = ["| constant | default | range | unit | source |", "|---|---|---|---|---|"]
    for each in fields(values):
        told = each.metadata
        limits = f"{told['low']:g}–{told['high']:g}".replace("-", "−")
        default = f"{getattr(values, each.name):g}".replace("-", "−")
        rows.append(f"| `{each.name}` | {default} | {limits} | {told['unit']} | {told['source']} |")
    return "\n".join(rows)


def kinds() -> str:
    """What each kind of move stands for."""
    rows = [f"| kind | {' | '.join(TRAITS)} |", f"|---|{'---|' * len(TRAITS)}"]
    for name, kind in KINDS.items():
        traits = " | ".join(f"{trait:.2f}" if trait else "" for trait in kind.traits)
        rows.append(f"| {name} | {traits} |")
    return "\n".join(rows)


def forms() -> str:
    """What each form of alliance sets."""
    rows = [
        "| form | formal overlap | exit cost | exposure rate | autonomy cost |",
        "|---|---|---|---|---|",
    ]
    for name, preset in FORMS.items():
        rows.append(f"| {name} | {' | '.join(f'{size:.2f}' for size in preset)} |")
    return "\n".join(rows)


def runs(plays: int = PLAYS, runs: Sequence[Run] = RUNS) -> str:
    """The results of plays without a script, a row for each run."""
    rows = [
        "| run | success | broken | lopsided | stalled | T end | joint | TC | Rp−p* |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*rows, *(f"| {run.words} | {_figures(run.course(plays))} |" for run in runs)])


def _figures(course: Course) -> str:
    outcomes = [course.share(each) for each in (SUCCESS, BROKEN, LOPSIDED, STALLED)]
    means = (course.trust[-1], course.joint, course.transaction_cost, course.overestimation)
    return " | ".join(f"{figure:.3f}" for figure in (*outcomes, *map(np.mean, means)))


Tables = Mapping[str, Callable[[], str]]

TABLES: Tables = {
    "parameters": partial(constants, DEFAULTS),
    "moment": partial(constants, MOMENT),
    "confronting": partial(constants, CONFRONTING),
    "inside": partial(constants, INSIDE),
    "reading": partial(constants, READING),
    "kinds": kinds,
    "forms": forms,
    "runs": runs,
    "sensitivity": sensitivity.report,
}
QUICK = ("parameters", "moment", "confronting", "inside", "reading", "kinds", "forms", "runs")


def table_in(page: str, name: str) -> str:
    """The table of that name as it stands in the page."""
    found = _between(name).search(page)
    if found is None:
        raise ValueError(f"The page has no place for the table '{name}'.")
    return found[2]


def with_table(page: str, name: str, table: str) -> str:
    """The page with that table in its place."""
    table_in(page, name)
    return _between(name).sub(lambda found: found[1] + table + found[3], page)


def _between(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name} -->\n)(.*?)(\n<!-- end of {name} -->)", re.DOTALL)


def rewrite(path: Path, tables: Tables, names: Sequence[str]) -> None:
    """Write those tables of the page again; an unknown name is refused."""
    page = path.read_text(encoding="utf-8")
    for name in names:
        if name not in tables:
            sys.stderr.write(f"There is no table '{name}'. There are: {', '.join(tables)}.\n")
            raise SystemExit(2)
        page = with_table(page, name, tables[name]())
    path.write_text(page, encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Write the named tables again, or all the quick ones."""
    rewrite(PAGE, TABLES, arguments or QUICK)


if __name__ == "__main__":
    main(sys.argv[1:])
