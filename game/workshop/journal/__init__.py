"""The journal: whatever was accepted in a room, in order, kept before anybody is told.

A stream is what happened in a room (stream 0) or at one of its tables (1, 2, …): entries that are
numbered from 1 without gaps. The journal knows nothing of what they mean.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any

from sqlalchemy import delete, func, insert, literal, select

from game.workshop.journal.database import (
    Database,
    claimed,
    open_file,
    open_server,
    own_file,
    url_of,
)
from game.workshop.journal.problems import JournalProblem, JournalReason
from game.workshop.journal.rescue import Rescued, copies, rescue_if_damaged
from game.workshop.journal.rows import (
    ENTRIES,
    METADATA,
    ROOMS,
    SET_ASIDE,
    Damaged,
    Entry,
    Reading,
    Row,
    in_stream,
    judged,
)
from game.workshop.journal.tries import SERVER, InDatabase, Tries
from game.workshop.journal.tries import InMemory as TriesInMemory
from game.workshop.journal.wakes import ByNotification, InMemory, Wake, Wakes
from game.workshop.journal.writing import (
    Addition,
    Conflict,
    NoRoom,
    Shortened,
    Writer,
    lock_room,
)

__all__ = [
    "Addition", "Conflict", "Damaged", "Entry", "Journal", "JournalProblem", "JournalReason",
    "NoRoom", "PutAside", "Reading", "Rescued", "Room", "Row", "Shortened", "Tries", "Wake",
    "open_journal", "own_file",
]  # fmt: skip

PATIENCE = 5.0  # seconds to wait for whoever holds the database; a design choice


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is kept. created: in seconds since 1970; size: of its entries, in characters."""

    name: str
    scenario: str
    created: float
    entries: int
    size: int


@dataclass(frozen=True, slots=True)
class PutAside:
    """Rows of a stream that were set aside together. first: the number of the first of them."""

    room: str
    stream: int
    first: int
    rows: int
    why: str
    since: float


class Journal:
    """Entries on disk, for any number of threads and programs at once.

    Every function may raise `JournalProblem`. rescued: what came of a damaged file at the opening.
    tries: how often somebody has guessed wrong, in all programs together.
    """

    def __init__(self, database: Database, rescued: Rescued | None = None) -> None:
        self._database = database
        self.rescued = rescued
        of_server = database.path is None
        self._wakes: Wakes = ByNotification(database) if of_server else InMemory()
        self._writer = Writer(database, self._wakes)
        self.tries: Tries = InDatabase(database) if of_server else TriesInMemory()

    @property
    def is_shared(self) -> bool:
        """Whether several programs can serve from it: it is a server's, and no file."""
        return self._database.path is None

    # --- rooms --------------------------------------------------------------------------------

    def create(self, room: str, scenario: str, at: float, entries: Sequence[Entry] = ()) -> None:
        """A new room, with the first entries of its stream 0. Raises `Conflict` if it exists.

        room: a short name in ASCII. scenario: what `rooms` is to call its game. at: seconds since
        1970.
        """
        self._writer.create(room, scenario, at, entries)

    def rooms(self) -> tuple[Room, ...]:
        """The rooms that are kept, the last created first."""
        number = func.count(ENTRIES.c.number)
        size = func.coalesce(func.sum(func.length(ENTRIES.c.body)), 0)
        query = (
            select(*ROOMS.c, number, size)
            .outerjoin(ENTRIES, ENTRIES.c.room == ROOMS.c.name)
            .group_by(*ROOMS.c)
            .order_by(ROOMS.c.created.desc(), ROOMS.c.name)
        )
        with self._database.reading() as connection:
            return tuple(Room(*tuple(row)) for row in connection.execute(query))

    def streams(self, room: str) -> dict[int, int]:
        """The streams of a room that have entries, with the number of the last of each."""
        query = (
            select(ENTRIES.c.stream, func.max(ENTRIES.c.number))
            .where(ENTRIES.c.room == room)
            .group_by(ENTRIES.c.stream)
            .order_by(ENTRIES.c.stream)
        )
        with self._database.reading() as connection:
            return {found[0]: found[1] for found in connection.execute(query)}

    def export(self, room: str) -> Iterator[str]:
        """All that is kept of a room, as lines of JSON: the room, its entries, what was set aside.

        The journal does not know what in it is secret: whoever calls this leaves that out.
        """
        for each in self.rooms():
            if each.name == room:
                yield _line(room=room, scenario=each.scenario, created=each.created)
        for stream in self.streams(room):
            for row in self.read(room, stream).rows:
                yield _line(
                    room=room, stream=stream, number=row.number, kind=row.kind, body=row.body,
                    at=row.at,
                )  # fmt: skip
        with self._database.reading() as connection:
            query = select(SET_ASIDE).where(SET_ASIDE.c.room == room).order_by(SET_ASIDE.c.id)
            kept = connection.execute(query).mappings().all()
        for found in kept:
            yield _line(**{name: found[name] for name in _ASIDE_AS_EXPORTED})

    def purge(self, room: str) -> None:
        """Delete all that is kept of a room, and every damaged file kept beside the journal.

        Nobody can tell what is in a damaged file, and what people were promised to be gone must
        be. SQLite overwrites what it deletes and is then packed anew, so that no file of ours has
        a word of it any more. What no program can promise: blocks that an SSD or a file system
        with snapshots still has, backups, and the swap file; and of PostgreSQL, its write-ahead
        log and replicas. If the words can't be wiped now, `JournalProblem` says so, and
        purging the same room again finishes it.
        """
        with self._writer.turn:
            for each in copies(self._database.path) if self._database.path else ():
                _remove(each)
            with self._database.writing() as connection:
                with suppress(NoRoom):
                    lock_room(connection, room, alone=True)
                for table in (SET_ASIDE, ENTRIES):
                    connection.execute(delete(table).where(table.c.room == room))
                connection.execute(delete(ROOMS).where(ROOMS.c.name == room))
                self._wakes.announce(connection, gone := [Wake(room, 0, 0)])
            self._wakes.committed(gone)
            self._database.wipe()

    # --- entries ------------------------------------------------------------------------------

    def append(self, room: str, stream: int, after: int, entries: Sequence[Entry]) -> None:
        """Write entries as numbers after + 1, after + 2, …; they are on the disk when it returns.

        Raises `Conflict` if there are such numbers already (its kind `Shortened` if there is no
        number `after`), `NoRoom`, and ValueError or TypeError for what is not plain JSON.
        """
        self._writer.write([Addition(room, stream, after, entries)])

    def append_all(self, additions: Sequence[Addition]) -> None:
        """Write to several streams: all of it, or nothing. Raises as `append` does."""
        self._writer.write(additions)

    def read(self, room: str, stream: int, after: int = 0) -> Reading:
        """The entries of a stream that follow number `after`, as far as they are whole.

        Reading changes nothing. Raises `Shortened` if there is no number `after` any more.
        """
        query = (
            select(*(ENTRIES.c[name] for name in _AS_JUDGED))
            .where(in_stream(room, stream, max(after, 1)))
            .order_by(ENTRIES.c.number)
        )
        with self._database.reading() as connection:
            found = [tuple(row) for row in connection.execute(query)]
        if after == 0:
            return judged(room, stream, found)
        if not found or found[0][0] != after:
            raise Shortened
        return judged(room, stream, found[1:], after, found[0][-1])

    # --- damage -------------------------------------------------------------------------------

    def unreadable(self, room: str, stream: int, row: Row) -> Damaged:
        """A row that is whole, but that the caller can't make anything of: for `set_aside`."""
        return Damaged(room, stream, row.number, "unreadable", (row.number, row.checksum))

    def set_aside(self, damaged: Damaged) -> bool:
        """Make room to go on from before a damaged row; whether it was still there.

        The row and all that follow it in its stream are moved to a table of their own; nothing is
        deleted. The later ones may be whole, but what they say was decided by people who saw what
        the damaged one says: without it they mean something else. Other streams stay as they are.
        Reading does not do this by itself, so that an older version of the game, or a list of the
        rooms, leaves alone what a newer version can still read.
        """
        tail = in_stream(damaged.room, damaged.stream, damaged.number)
        first = select(ENTRIES.c.number, ENTRIES.c.checksum).where(tail)
        names = ENTRIES.c.keys()
        copied = select(*ENTRIES.c, literal(damaged.why), literal(time())).where(tail)
        with self._writer.turn, self._database.writing() as connection:
            lock_room(connection, damaged.room, alone=True)
            found = connection.execute(first.order_by(ENTRIES.c.number).limit(1)).first()
            if found is None or tuple(found) != damaged.found:
                return False  # somebody else did, and the stream has gone on since
            copied = copied.order_by(ENTRIES.c.number)
            connection.execute(insert(SET_ASIDE).from_select([*names, "why", "since"], copied))
            connection.execute(delete(ENTRIES).where(tail))
        return True

    def put_aside(self, room: str) -> tuple[PutAside, ...]:
        """What was set aside in a room, the first time first."""
        by = (SET_ASIDE.c.stream, SET_ASIDE.c.why, SET_ASIDE.c.since)
        first, rows = func.min(SET_ASIDE.c.number), func.count()
        query = (
            select(SET_ASIDE.c.stream, first, rows, SET_ASIDE.c.why, SET_ASIDE.c.since)
            .where(SET_ASIDE.c.room == room)
            .group_by(*by)
            .order_by(SET_ASIDE.c.since, SET_ASIDE.c.stream)
        )
        with self._database.reading() as connection:
            return tuple(PutAside(room, *row) for row in connection.execute(query))

    # --- waking -------------------------------------------------------------------------------

    def listen(self) -> Iterator[Wake | None]:
        """What is written from now on, by this program too: for a thread of its own, until `close`.

        None means that something may have been missed: now that listening begins, and whenever a
        lost connection is back. Then read on in every stream. With SQLite only this program is
        heard, which is why only one may serve from a file.
        """
        return self._wakes.listen()

    def close(self) -> None:
        """Let the listeners go, and the database."""
        self._wakes.close()
        self._database.close()


_AS_JUDGED = ("number", "format", "kind", "body", "at", "checksum")
_ASIDE_AS_EXPORTED = ("room", "stream", "number", "kind", "body", "at", "why", "since")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        raise JournalProblem("not-wiped", path) from None


def _line(**values: Any) -> str:
    return json.dumps(values, default=str)


def open_journal(
    address: str | None = None, *, serving: bool = False, patience: float = PATIENCE
) -> Journal:
    """The journal at an address of SQLite or PostgreSQL, or else in its own file.

    Raises `JournalProblem`; a damaged file is no reason to, see `Journal.rescued`.
    serving: nobody else may serve from the same file; lists, exports and purges go on beside it.
    patience: seconds to wait for whoever holds the database.
    """
    url = url_of(address) if address is not None else None
    if url is not None and url.drivername != "sqlite":
        return Journal(open_server(url, patience, (METADATA, SERVER)))
    path = Path(url.database or "").absolute() if url is not None else own_file()
    lock = claimed(path) if serving else None
    rescued = rescue_if_damaged(path, patience)
    return Journal(open_file(path, patience, lock), rescued)
