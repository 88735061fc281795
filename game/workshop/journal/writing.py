"""Writing rows: what is asked for at the same moment goes to the disk together."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from game.workshop.journal.database import Database
from game.workshop.journal.rows import (
    ENTRIES,
    FORMAT,
    ROOMS,
    Entry,
    checksum_of,
    in_stream,
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


@dataclass
class _Wanted:
    """Additions that stand or fall together, and what came of them."""

    additions: Sequence[Addition]
    bodies: Sequence[Sequence[str]]
    is_settled: bool = False
    problem: BaseException | None = None

    @property
    def wakes(self) -> list[Wake]:
        return [Wake(a.room, a.stream, a.after + len(a.entries)) for a in self.additions]


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
        wanted = _wanted(additions)
        if not wanted.additions:
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
        wanted = _wanted([Addition(room, 0, 0, entries)])
        made = insert(ROOMS).values(name=room, scenario=scenario, created=kept_time(at))
        with self.turn, self._database.writing() as connection:
            try:
                connection.execute(made)
            except IntegrityError:
                raise Conflict from None
            write_in(connection, wanted.additions, wanted.bodies)
            self._wakes.announce(connection, wanted.wakes)
        self._wakes.committed(wanted.wakes)

    def _write_at_once(self, wanted: _Wanted) -> None:
        with self._database.writing() as connection:
            try:
                write_in(connection, wanted.additions, wanted.bodies)
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
                for each in group:
                    try:
                        write_in(connection, each.additions, each.bodies)
                    except (Conflict, NoRoom) as problem:  # before any of it was written
                        each.problem = problem
        except BaseException as problem:
            for each in group:
                each.problem = problem
        for each in group:
            each.is_settled = True
            if each.problem is None:
                self._wakes.committed(each.wakes)


def _wanted(additions: Sequence[Addition]) -> _Wanted:
    """What can be written. Raises ValueError or TypeError for what no journal can hold."""
    filled = sorted((a for a in additions if a.entries), key=lambda a: (a.room, a.stream))
    if len({(each.room, each.stream) for each in filled}) < len(filled):
        raise ValueError("two additions to one stream")
    for each in filled:
        if each.stream < 0 or each.after < 0:
            raise ValueError("a stream and its rows are counted from 0")
        for kind, _, at in each.entries:
            if not _is_name(kind):
                raise ValueError("not the name of a kind")
            kept_time(at)
    return _Wanted(filled, [[kept_body(body) for _, body, _ in a.entries] for a in filled])


def _is_name(text: str) -> bool:
    return 0 < len(text) <= 100 and text.isascii() and text.isprintable()


def write_in(
    connection: Connection, additions: Sequence[Addition], bodies: Sequence[Sequence[str]]
) -> None:
    """Write in a transaction. Raises `Conflict` or `NoRoom` before it writes anything.

    Streams come in order, so that two that write to the same ones never wait for each other.
    """
    rows: list[dict[str, Any]] = []
    for addition, texts in zip(additions, bodies, strict=True):
        rows += _rows(addition, texts, _checksum_after(connection, addition))
    if rows:
        connection.execute(insert(ENTRIES), rows)


def lock_room(connection: Connection, room: str, *, alone: bool = False) -> None:
    """Keep the room from being purged, or its streams from being shortened, while we write.

    alone: nobody else may write in the room meanwhile. SQLite has one writer at a time anyway.
    """
    query = select(ROOMS.c.name).where(ROOMS.c.name == room)
    query = query.with_for_update() if alone else query.with_for_update(read=True, key_share=True)
    if connection.execute(query).first() is None:
        raise NoRoom


def _checksum_after(connection: Connection, addition: Addition) -> str:
    """The checksum of the last row, if that is the one that the addition is to follow."""
    lock_room(connection, addition.room)
    last = connection.execute(
        select(ENTRIES.c.number, ENTRIES.c.checksum)
        .where(in_stream(addition.room, addition.stream))
        .order_by(ENTRIES.c.number.desc())
        .limit(1)
    ).first()
    number, checksum = last if last is not None else (0, "")
    if number == addition.after:
        return str(checksum)
    is_shorter = isinstance(number, int) and number < addition.after  # of a damaged row, who knows
    raise Shortened if is_shorter else Conflict


def _rows(addition: Addition, bodies: Sequence[str], checksum: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for number, ((kind, _, at), body) in enumerate(
        zip(addition.entries, bodies, strict=True), addition.after + 1
    ):
        kept = kept_time(at)
        checksum = checksum_of(checksum, addition.room, addition.stream, number, kind, body, kept)
        rows.append({
            "room": addition.room, "stream": addition.stream, "number": number, "format": FORMAT,
            "kind": kind, "body": body, "at": kept, "checksum": checksum,
        })  # fmt: skip
    return rows
