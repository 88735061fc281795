"""A row of the journal: the tables it stands in, its checksum, and how it is judged when read back.

Each row has a checksum over what it says and over the checksum of the row before it in its stream.
So a row that was changed, lost or moved is noticed, by accident as well as by an unskilled hand;
whoever can write to the database can also work out the checksums. What nobody can notice is that
the last rows of a stream are gone.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

from sqlalchemy import (
    Column,
    ColumnElement,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    and_,
)

FORMAT = 1  # of a row; another one is not read

METADATA = MetaData()
ROOMS = Table(
    "workshop_rooms",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("scenario", Text, nullable=False),
    Column("created", Double, nullable=False),
    sqlite_with_rowid=False,
)
ENTRIES = Table(
    "workshop_entries",
    METADATA,
    Column("room", Text, ForeignKey(ROOMS.c.name), primary_key=True),
    Column("stream", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("format", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("checksum", Text, nullable=False),
    sqlite_with_rowid=False,
)
# Everything may be missing here: a damaged row is kept as it was found.
SET_ASIDE = Table(
    "workshop_set_aside",
    METADATA,
    Column("id", Integer, primary_key=True),
    *(Column(each.name, each.type, nullable=True) for each in ENTRIES.c),
    Column("why", Text, nullable=False),
    Column("since", Double, nullable=False),
)


def in_stream(room: str, stream: int, first: int = 1) -> ColumnElement[bool]:
    """Whether a row stands in that stream, as number `first` or later. There is no number 0."""
    return and_(ENTRIES.c.room == room, ENTRIES.c.stream == stream, ENTRIES.c.number >= first)


Entry = tuple[str, Mapping[str, Any], float]  # kind, body, seconds since 1970
# unreadable: whole, but whoever reads the journal can make nothing of it.
Why = Literal["checksum", "missing", "version", "unreadable"]


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it stands in the journal. at: in seconds since 1970."""

    number: int
    kind: str
    body: dict[str, Any]
    at: float
    checksum: str


@dataclass(frozen=True, slots=True)
class Damaged:
    """From this row on a stream can't be read. found: the first row that is left there now."""

    room: str
    stream: int
    number: int
    why: Why
    found: tuple[object, object]


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of a stream, and where it stopped short."""

    rows: tuple[Row, ...]
    damaged: Damaged | None = None


def kept_body(body: Mapping[str, Any]) -> str:
    """The body as it is kept. Raises ValueError or TypeError for what is not plain JSON."""
    text = json.dumps(body, allow_nan=False, separators=(",", ":"))
    if not isinstance(body, Mapping) or json.loads(text) != body:
        raise TypeError("not a plain JSON object")
    return text


def kept_time(at: float) -> float:
    """The time as it comes back from any database, which knows no negative zero."""
    if not math.isfinite(at):
        raise ValueError("not a time")
    return float(at) + 0.0


def values_of(room: str, stream: int, row: Row) -> dict[str, Any]:
    """The row as it is written."""
    return {
        "room": room, "stream": stream, "number": row.number, "format": FORMAT, "kind": row.kind,
        "body": kept_body(row.body), "at": row.at, "checksum": row.checksum,
    }  # fmt: skip


def checksum_of(
    previous: str, room: str, stream: int, number: int, kind: str, body: str, at: float
) -> str:
    """The checksum of a row. previous: that of the row before it, empty for the first."""
    content = json.dumps([previous, FORMAT, room, stream, number, kind, body, at.hex()])
    return blake2b(content.encode(), digest_size=16).hexdigest()


def judged(
    room: str, stream: int, found: Iterable[Sequence[Any]], after: int = 0, checksum: str = ""
) -> Reading:
    """The rows that are whole, up to the first that is not.

    found: (number, format, kind, body, at, checksum) in order. checksum: that of row `after`.
    """
    rows: list[Row] = []
    for number, version, kind, body, at, stored in found:
        expected = after + len(rows) + 1
        row, why = _judge(
            checksum, room, stream, expected, (number, version, kind, body, at, stored)
        )
        if row is None:
            return Reading(tuple(rows), Damaged(room, stream, expected, why, (number, stored)))
        rows.append(row)
        checksum = row.checksum
    return Reading(tuple(rows))


def _judge(
    previous: str, room: str, stream: int, expected: int, found: tuple[Any, ...]
) -> tuple[Row | None, Why]:
    number, version, kind, body, at, stored = found
    if number != expected:
        return None, "missing"
    if version != FORMAT:
        return None, "version"
    try:
        if stored != checksum_of(previous, room, stream, number, kind, body, at):
            return None, "checksum"
        return Row(number, kind, json.loads(body), at, stored), "checksum"
    except (AttributeError, TypeError, ValueError):  # of a damaged row, not even the types are sure
        return None, "checksum"
