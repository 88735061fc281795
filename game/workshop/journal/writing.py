"""Writing rows: what is asked for at the same moment goes to the disk together."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from game.workshop.journal.database import Database
from game.workshop.journal.rows import (
    ENTRIES,
    FORMAT,
    ROOMS,
    Entry,
    checksum_of,
    kept_body,
    kept_time,
)
from game.workshop.journal.wakes import Wake, Wakes


class Conflict(Exception):
    """Somebody else has written rows with these numbers: read on, and decide again."""


class Shortened(Conflict):
    """The stream is shorter than was thought, because rows were set aside: read it from the start.

    Also of reading on after a row that is not there any more.
    """


class NoRoom(Exception):
    """There is no such room, or no longer."""


# What PostgreSQL says to one of two that wrote the same row, or wait for each other.
_BEATEN = ("23505", "40001", "40P01")


@dataclass(frozen=True)
class Addition:
    """Entries that are to follow row `after` of a stream; 0 if they are to be the first."""

    room: str
    stream: int
    after: int
    entries: Sequence[Entry]


class StreamName(NamedTuple):
    """The room, and the number of a stream in it."""

    room: str
    number: int


class _Part(NamedTuple):
    """An addition as it is written: kind, body and time of each entry."""

    stream: StreamName
    after: int
    entries: list[tuple[str, str, float]]


@dataclass
class _Wanted:
    """Additions that stand or fall together, and what came of them."""

    parts: Sequence[_Part]
    is_settled: bool = False
    problem: BaseException | None = None

    @property
    def wakes(self) -> list[Wake]:
        return [Wake(*each.stream, each.after + len(each.entries)) for each in self.parts]


class Writer:
    """Writes to one database, from as many threads as there are.

    PostgreSQL commits what comes at the same moment together by itself. For SQLite whoever's turn
    it is writes what all the others are waiting for as well.
    """

    def __init__(self, database: Database, wakes: Wakes) -> None:
        self._database, self._wakes = database, wakes
        self._waiting: SimpleQueue[_Wanted] = SimpleQueue()
        self.turn = Lock()

    def write(self, additions: Sequence[Addition]) -> None:
        """Write them all and wait until they are kept, or raise and write none of them."""
        wanted = _Wanted(_parts(additions))
        if not wanted.parts:
            return
        if self._database.path is None:
            self._write_at_once(wanted)
            return
        self._waiting.put(wanted)
        with self.turn:
            if not wanted.is_settled:
                self._write_waiting()
        if wanted.problem is not None:
            raise wanted.problem

    def create(self, room: str, scenario: str, at: float, entries: Sequence[Entry]) -> None:
        """Write a new room with its first entries. Raises `Conflict` if it exists."""
        if not _is_name(room):
            raise ValueError("not the name of a room")
        wanted = _Wanted(_parts([Addition(room, 0, 0, entries)]))
        made = insert(ROOMS).values(name=room, scenario=scenario, created=kept_time(at))
        with self.turn, self._database.writing() as connection:
            try:
                connection.execute(made)
            except IntegrityError:
                raise Conflict from None
            _insert(connection, _chained(wanted.parts, _Ends(connection)))
            self._wakes.announce(connection, wanted.wakes)
        self._wakes.committed(wanted.wakes)

    def _write_at_once(self, wanted: _Wanted) -> None:
        with self._database.writing() as connection:
            for room in sorted({each.stream.room for each in wanted.parts}):
                lock_room(connection, room)
            try:
                # One by one: of several that fail together psycopg tells the host's terminal.
                for row in _chained(wanted.parts, _Ends(connection)):
                    connection.execute(_INSERT, row)
            except (IntegrityError, OperationalError) as error:
                if getattr(error.orig, "sqlstate", None) in _BEATEN:
                    raise Conflict from None
                raise
            self._wakes.announce(connection, wanted.wakes)

    def _write_waiting(self) -> None:
        group: list[_Wanted] = []
        with suppress(Empty):
            while True:
                group.append(self._waiting.get_nowait())
        try:
            with self._database.writing() as connection:
                _insert(connection, list(_group_rows(group, _Ends(connection))))
        except BaseException as problem:
            for each in group:
                each.problem = problem
        for each in group:
            each.is_settled = True
            if each.problem is None:
                self._wakes.committed(each.wakes)


def _parts(additions: Sequence[Addition]) -> list[_Part]:
    """What can be written. Raises ValueError or TypeError for what no journal can hold.

    Streams come in order, so that two that write to the same ones never wait for each other.
    """
    parts = [
        _Part(StreamName(each.room, each.stream), each.after, list(map(_kept, each.entries)))
        for each in sorted(additions, key=lambda a: (a.room, a.stream))
        if each.entries
    ]
    if len({each.stream for each in parts}) < len(parts):
        raise ValueError("two additions to one stream")
    if any(each.stream.number < 0 or each.after < 0 for each in parts):
        raise ValueError("streams and their entries are not counted from below 0")
    return parts


def _kept(entry: Entry) -> tuple[str, str, float]:
    kind, body, at = entry
    if not _is_name(kind):
        raise ValueError("not the name of a kind")
    return kind, kept_body(body), kept_time(at)


def _is_name(text: str) -> bool:
    return 0 < len(text) <= 100 and text.isascii() and text.isprintable()


# --- in a transaction ---------------------------------------------------------------------------

Row = dict[str, Any]

_IN_ROOM = select(ROOMS.c.name).where(ROOMS.c.name == bindparam("named"))
_LOCKING = _IN_ROOM.with_for_update(read=True, key_share=True)
_LOCKING_ALONE = _IN_ROOM.with_for_update()
_LAST = (
    select(ENTRIES.c.number, ENTRIES.c.checksum)
    .where(ENTRIES.c.room == bindparam("named"), ENTRIES.c.stream == bindparam("at"))
    .where(ENTRIES.c.number >= 1)
    .order_by(ENTRIES.c.number.desc())
    .limit(1)
)
_INSERT = insert(ENTRIES)


def lock_room(connection: Connection, room: str, *, alone: bool = False) -> None:
    """Keep the room from being purged, or its streams from being shortened, while we write.

    alone: nobody else may write in the room meanwhile. SQLite has one writer at a time anyway.
    """
    query = _LOCKING_ALONE if alone else _LOCKING
    if connection.execute(query, {"named": room}).first() is None:
        raise NoRoom


class _Ends:
    """Where streams end: the number of the last row, and its checksum."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[StreamName, tuple[int, str]] = {}

    def of(self, stream: StreamName) -> tuple[int, str]:
        """(0, "") of one that has not begun. Raises `NoRoom`."""
        if (known := self._known.get(stream)) is not None:
            return known
        named = {"named": stream.room, "at": stream.number}
        last = self._connection.execute(_LAST, named).first()
        if last is None and self._connection.execute(_IN_ROOM, named).first() is None:
            raise NoRoom
        return (last[0], str(last[1])) if last is not None else (0, "")

    def move(self, stream: StreamName, row: Row) -> None:
        """It ends with that row now, for whoever comes later in the same transaction."""
        self._known[stream] = (row["number"], row["checksum"])


def _group_rows(group: Sequence[_Wanted], ends: _Ends) -> Iterator[Row]:
    """The rows of all that can be written; of the others, the problem."""
    for each in group:
        try:
            yield from _chained(each.parts, ends)
        except (Conflict, NoRoom) as problem:
            each.problem = problem


def _chained(parts: Sequence[_Part], ends: _Ends) -> list[Row]:
    """Their rows, each with its checksum. Raises `Conflict` or `NoRoom`."""
    chains = [(each, _rows(each, _checksum_after(each, ends))) for each in parts]
    for part, rows in chains:
        ends.move(part.stream, rows[-1])
    return [row for _, rows in chains for row in rows]


def _checksum_after(part: _Part, ends: _Ends) -> str:
    """The checksum of the last row, if that is the one that the entries are to follow."""
    number, checksum = ends.of(part.stream)
    if number == part.after:
        return checksum
    is_shorter = isinstance(number, int) and number < part.after  # of a damaged row, who knows
    raise Shortened if is_shorter else Conflict


def _rows(part: _Part, checksum: str) -> list[Row]:
    (room, stream), rows = part.stream, []
    for number, (kind, body, at) in enumerate(part.entries, part.after + 1):
        checksum = checksum_of(checksum, room, stream, number, kind, body, at)
        rows.append({
            "room": room, "stream": stream, "number": number, "format": FORMAT, "kind": kind,
            "body": body, "at": at, "checksum": checksum,
        })  # fmt: skip
    return rows


def _insert(connection: Connection, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(_INSERT, rows)
