"""The results of a run: by room, and the faults that no test noticed."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.mutation.faults import Fault
from tests.mutation.run import Verdict

_COLUMNS = ("caught", "golden", "hung", "survived", "equivalent")
_NOTICED = ("caught", "golden", "hung")
_WIDEST = 160  # characters of a line of code

Key = tuple[str, str, str]


def read_equivalent(path: Path) -> dict[Key, str]:
    """The faults that make no difference, by the code that they change, with the reason."""
    listed = tomllib.loads(path.read_text(encoding="utf-8")).get("fault", [])
    return {(each["path"], each["original"], each["changed"]): each["reason"] for each in listed}


def key_of(fault: Fault) -> Key:
    """What the list of equivalent faults knows it by: its code, wherever that stands."""
    return fault.path, fault.original, fault.changed


def outdated(equivalent: Iterable[Key], faults: Mapping[str, Iterable[Fault]]) -> list[Key]:
    """Entries of that list which match no fault that the present code can have."""
    possible = {key_of(fault) for each in faults.values() for fault in each}
    return [key for key in equivalent if key not in possible]


def share_caught(verdicts: Iterable[Verdict]) -> float:
    """The percentage noticed of the faults that change anything."""
    counted = [each.status in _NOTICED for each in verdicts if each.status != "equivalent"]
    return 100 * sum(counted) / len(counted) if counted else 100.0


def table(verdicts: Sequence[Verdict]) -> str:
    """Figures by room and in total."""
    rooms = sorted({each.fault.room for each in verdicts})
    parts = [(room, [each for each in verdicts if each.fault.room == room]) for room in rooms]
    rows = [("room", "noticed", *_COLUMNS), *(_row(*part) for part in (*parts, ("all", verdicts)))]
    return "\n".join("".join(f"{cell:<14}" for cell in row).rstrip() for row in rows)


def _row(name: str, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    counts = Counter[str](each.status for each in verdicts)
    noticed = sum(counts[status] for status in _NOTICED)
    share = f"{noticed}/{len(verdicts) - counts['equivalent']} {share_caught(verdicts):.0f}%"
    return name, share, *(str(counts[status]) for status in _COLUMNS)


def line(verdict: Verdict) -> str:
    """One verdict on one line."""
    fault = verdict.fault
    place = f"{fault.path}:{fault.line}"
    return f"{verdict.status:10} {fault.id} {verdict.seconds:6.1f} s  {place}  {verdict.by}"


def described(fault: Fault) -> str:
    """Where it is, and the code before and after."""
    return (
        f"{fault.path}:{fault.line}  {fault.room}, {fault.kind}, {fault.id}\n"
        f"  - {_short(fault.original)}\n  + {_short(fault.changed)}"
    )


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def survivors(verdicts: Iterable[Verdict]) -> str:
    """Every fault that no test noticed."""
    parts = []
    for each in verdicts:
        if each.status == "survived":
            more = f", {each.unasked} more would not fit in the limit" if each.unasked else ""
            ran = f"{each.tests} tests ran{more}" if each.tests else "no test reaches it"
            parts.append(f"{described(each.fault)}\n    {ran}")
    return "\n".join(parts)


def as_json(verdicts: Sequence[Verdict], about: Mapping[str, Any]) -> str:
    """The whole report, for programs."""
    faults = []
    for each in verdicts:
        fault = asdict(each.fault)
        fault.pop("lines")
        faults.append({"id": each.fault.id, **fault, **plain(each)})
    return json.dumps({**about, "percentage": share_caught(verdicts), "faults": faults}, indent=1)


def plain(verdict: Verdict) -> dict[str, Any]:
    """The verdict without its fault."""
    known = asdict(verdict)
    known.pop("fault")
    return known
