"""The rooms in use: what people want is written, then taken in, and then told to who listens.

One wish at a time for each stream: a table that takes long keeps no other waiting. What somebody
else wrote in the meantime, in another process, is read first, and the wish is weighed again.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import time
from typing import Any, Protocol

from engine.live_play import HUMAN, LivePlay
from engine.play.trace import Trace
from game.library import Opened as Scenario
from game.workshop import wishes
from game.workshop.clock import Clock
from game.workshop.entries import (
    ROOM,
    Entry,
    Moved,
    Opened,
    RoomEntry,
    TableEntry,
    Told,
    plain,
    read_room_entry,
    read_table_entry,
)
from game.workshop.room import Room
from game.workshop.table import Table

TRAINER = -1  # the channel of who watches all tables


class Row(Protocol):
    """A row of the journal."""

    number: int
    kind: str
    body: Mapping[str, Any]
    at: float


class Journal(Protocol):
    """Where rows are kept, see `game.workshop.journal`."""

    def append(
        self, room: str, stream: int, after: int, rows: Sequence[tuple[str, Mapping[str, Any], float]]
    ) -> None: ...  # fmt: skip
    def read(self, room: str, stream: int, after: int = 0) -> Sequence[Row]: ...


class Conflict(Exception):
    """Somebody else has written these rows already."""


Decides = Callable[[Room, Table], wishes.Wished]


@dataclass
class OpenRoom:
    """A room with its tables, as far as they have been read; `watch` tells when one changes."""

    code: str
    scenario: Scenario
    room: Room
    journal: Journal
    now: Callable[[], float] = time
    tables: dict[int, Table] = field(default_factory=dict)
    _locks: dict[int, asyncio.Lock] = field(default_factory=dict)
    _watchers: dict[int, set[asyncio.Event]] = field(default_factory=dict)

    # --- reading ------------------------------------------------------------------------------------

    def table(self, number: int) -> Table:
        """The table as it stands, read from the journal when it is first asked for."""
        if number not in self.tables:
            self.tables[number] = self._read_table(number)
        return self.tables[number]

    def _read_table(self, number: int) -> Table:
        compiled = self.scenario.compiled()
        opened = self.room.opened
        seats = dict.fromkeys(compiled.parties, HUMAN)
        trace = Trace(opened.digest, opened.source, opened.seed, seats, opened.language, packed=opened.packed)  # fmt: skip
        table = Table(number, LivePlay(compiled, trace), Clock(self.room.opened_at))
        self._read_on(number, table)
        return table

    def _read_on(self, number: int, table: Table) -> None:
        for row in self.journal.read(self.code, number, table.rows):
            table.apply(read_table_entry(row.kind, row.body), row.at)

    # --- writing ------------------------------------------------------------------------------------

    async def at_table(self, number: int, decide: Decides) -> wishes.No | None:
        """What somebody wants at a table, done and told; or why not."""
        async with self._lock(number):
            table = self.table(number)
            while True:
                wished = decide(self.room, table)
                if isinstance(wished, wishes.No):
                    return wished
                if await self._write_table(table, wished):
                    break
            await self._settle(table)
        return None

    async def settle(self, number: int) -> None:
        """What is due at a table although nobody does anything."""
        async with self._lock(number):
            await self._settle(self.table(number))

    async def _settle(self, table: Table) -> None:
        while due := wishes.due(self.room, table, self.now()):
            await self._write_table(table, due)

    async def _write_table(self, table: Table, entries: Sequence[TableEntry]) -> bool:
        """Whether they were written; if not, what somebody else wrote has been read."""
        if not entries:
            return True
        at = self.now()
        try:
            await self._append(table.number, table.rows, entries, at)
        except Conflict:
            await asyncio.to_thread(self._read_on, table.number, table)
            return False
        for entry in entries:
            table.apply(entry, at)
        self.wake(table.number, TRAINER)
        return True

    async def in_room(self, decide: Callable[[Room], Sequence[RoomEntry]]) -> None:
        """What somebody wants in the room, done and told."""
        async with self._lock(ROOM):
            while True:
                entries = decide(self.room)
                at = self.now()
                try:
                    await self._append(ROOM, self.room.rows, entries, at)
                    break
                except Conflict:
                    await asyncio.to_thread(self._read_room_on)
            woken = {TRAINER}
            for entry in entries:
                woken |= self._concerns(entry)
                self.room.apply(entry, at)
                woken |= self._concerns(entry)
        self.wake(*woken)
        for number in woken & set(self.tables):
            await self.settle(number)

    def _read_room_on(self) -> None:
        for row in self.journal.read(self.code, ROOM, self.room.rows):
            self.room.apply(read_room_entry(row.kind, row.body), row.at)

    async def _append(self, stream: int, after: int, entries: Sequence[Entry], at: float) -> None:
        rows = [(entry.kind, plain(entry), at) for entry in entries]
        await asyncio.to_thread(self.journal.append, self.code, stream, after, rows)

    def _lock(self, stream: int) -> asyncio.Lock:
        return self._locks.setdefault(stream, asyncio.Lock())

    def _concerns(self, entry: RoomEntry) -> set[int]:
        """The tables that see something of it."""
        match entry:
            case Moved(person=person):
                return {self.room.people[person].table, entry.table} if person in self.room.people else set()
            case Told(table=int(table)):
                return {table}
            case _ if hasattr(entry, "person"):
                who = self.room.people.get(entry.person)
                return {who.table} if who else set()
            case _:
                return set(range(self.room.tables + 1))

    # --- telling ------------------------------------------------------------------------------------

    def wake(self, *channels: int) -> None:
        """Tell who watches these tables that something is new there."""
        for channel in channels:
            for event in self._watchers.get(channel, ()):
                event.set()

    async def watch(self, channel: Callable[[], int], beat: float) -> AsyncIterator[bool]:
        """Whenever something is new where that person is: True; after `beat` quiet seconds: False."""
        event = asyncio.Event()
        at = channel()
        self._watchers.setdefault(at, set()).add(event)
        try:
            while True:
                try:
                    await asyncio.wait_for(event.wait(), beat)
                    event.clear()
                    if channel() != at:
                        self._watchers[at].discard(event)
                        at = channel()
                        self._watchers.setdefault(at, set()).add(event)
                    yield True
                except TimeoutError:
                    yield False
        finally:
            self._watchers[at].discard(event)


def room_of(code: str, parties: Sequence[str], rows: Sequence[Row]) -> Room:
    """The room that these rows make. Raises `Unreadable` or `Unfit`."""
    first = read_room_entry(rows[0].kind, rows[0].body)
    assert isinstance(first, Opened)
    room = Room(code, parties, first, rows[0].at)
    for row in rows[1:]:
        room.apply(read_room_entry(row.kind, row.body), row.at)
    return room
