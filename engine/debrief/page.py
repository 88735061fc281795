"""The tables of README.md in this folder, written from the code.

    python -m engine.debrief.page

In the page, each is between two comments with its name.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

from engine.debrief.findings import Findings
from engine.debrief.table import COLUMNS, Column
from engine.model.page import Tables, rewrite

PAGE = Path(__file__).parent / "README.md"


def columns() -> str:
    """The columns of the table that `--csv` writes."""
    lines = ["| column | unit | range | meaning |", "|---|---|---|---|"]
    lines += [f"| `{c.name}` | {c.unit} | {_range(c)} | {c.about} |" for c in COLUMNS]
    return "\n".join(lines)


def _range(column: Column) -> str:
    if column.low is None and column.high is None:
        return "any" if column.unit == "points" else ""
    if column.high is None:
        return f"from {column.low:g}"
    return f"{column.low:g}–2⁶³ − 1" if column.unit == "seed" else f"{column.low:g}–{column.high:g}"


def records() -> str:
    """What is under each name in the data that `--json` writes, record by record."""
    lines = ["| record | its names | meaning |", "|---|---|---|"]
    for kind in dict.fromkeys(_records(Findings)):
        names = [f"`{each.metadata.get('json', each.name)}`" for each in fields(kind)]
        lines.append(f"| {kind.__name__} | {', '.join(names)} | {_told(kind)} |")
    return "\n".join(lines)


def _records(kind: type) -> Iterator[type]:
    """The record, and those within it."""
    yield kind
    for hint in get_type_hints(kind).values():
        for inner in _kinds(hint):
            if is_dataclass(inner) and inner is not kind:
                yield from _records(inner)


def _kinds(hint: object) -> Iterator[type]:
    """Every class that a type is made of."""
    if isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from _kinds(part)


def _told(kind: type) -> str:
    """Its docstring on one line."""
    text = re.sub(r"\s+", " ", kind.__doc__ or "").strip()
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


TABLES: Tables = {"columns": columns, "records": records}


if __name__ == "__main__":
    rewrite(PAGE, TABLES, tuple(TABLES))
