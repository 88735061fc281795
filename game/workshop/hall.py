"""The rooms in use: what people want is written, then taken in, and then told to who listens.

One wish at a time for each stream: a table that takes long keeps no other waiting. What somebody
else wrote in the meantime, in another process, is read first, and the wish is weighed again.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Thread
from time import time
from typing import Any, NamedTuple

from engine.debrief import Assumed, Findings, Judged, Reach
from engine.live_play import CompiledScenario
from engine.play.trace import Trace
from engine.scenario.load import load_text
from game.library import Opened as Scenario
from game.library import folder_of
from game.workshop import wishes
from game.workshop.earlier import EarlierPlay, new_table
from game.workshop.entries import (
    ROOM,
    Entry,
    Moved,
    Opened,
    PenTaken,
    Preferred,
    RoomEntry,
    Sealed,
    TableEntry,
    Told,
    TrustSaid,
    Unreadable,
    plain,
    read_room_entry,
    read_table_entry,
)
from game.workshop.journal import (
    Conflict,
    Damaged,
    Journal,
    JournalProblem,
    Reading,
    Row,
    Shortened,
    Wake,
)
from game.workshop.presence import MOST_LOOKERS, Presence
from game.workshop.room import Room, Unfit
from game.workshop.table import Table, is_kept_back

TRAINER = -1  # the table of who watches all tables

Decides = Callable[[Room, Table], wishes.Wished]


class Hears(NamedTuple):
    """Whose news somebody hears: of a table, and there of one party or (None) of all of them."""

    table: int
    party: str | None = None


Channel = Callable[[], Hears | None]  # whose news somebody hears now; None: nobody's any more


@dataclass
class OpenRoom:
    """A room with its tables, as far as they have been read.

    damaged: what could not be read, and was set aside.
    """

    code: str
    scenario: Scenario
    room: Room
    journal: Journal
    now: Callable[[], float] = time
    tables: dict[int, Table] = field(default_factory=dict)
    damaged: list[Damaged] = field(default_factory=list)
    presence: Presence = field(default_factory=Presence)
    lookers: Presence = field(default_factory=lambda: Presence(MOST_LOOKERS))
    address: str = ""  # where others find it
    # What the plays taught, by table and moment, while it is worked out and from then on.
    found: dict[tuple[int, str], "asyncio.Task[Findings]"] = field(default_factory=dict)
    earlier: "asyncio.Task[tuple[EarlierPlay, ...]] | None" = None  # plays of other rooms
    has_new_passphrase: bool = False  # since this start
    reach: "asyncio.Task[Reach] | None" = None  # what could have been reached with this luck
    # How tables are judged by what is assumed now, by table and moment.
    judged: dict[tuple[int, str], "asyncio.Task[Judged]"] = field(default_factory=dict)
    assumed: "Mapping[Assumed, float]" = field(default_factory=dict)  # for those
    is_closing: bool = False
    mends: bool = True  # sets aside what it can't read; not if it is only looked at
    _locks: dict[int, asyncio.Lock] = field(default_factory=dict)
    _watchers: dict[int, dict[asyncio.Event, str | None]] = field(default_factory=dict)

    @cached_property
    def compiled(self) -> CompiledScenario:
        """The scenario that all tables play."""
        return self.scenario.compiled()

    # --- reading ----------------------------------------------------------------------------------

    def table(self, number: int) -> Table:
        """The table as it stands, read from the journal when it is first asked for."""
        if number not in self.tables:
            self.tables[number] = self._read_table(number)
            self.wake(number)  # what another process wrote and told may be among it
        return self.tables[number]

    async def read_all(self) -> None:
        """Read all tables that are in the room, and let others be served in between."""
        for number in range(1, self.room.tables + 1):
            if number not in self.tables:
                self.table(number)
                await asyncio.sleep(0)

    def _read_table(self, number: int) -> Table:
        table = new_table(self.compiled, self.room.opened, number, self.room.opened_at)
        self._read_on(table)
        return table

    def _read_on(self, table: Table) -> list[TableEntry]:
        """What was written since, taken in as far as it can be read."""
        taken: list[TableEntry] = []

        def take(row: Row) -> None:
            table.apply(entry := read_table_entry(row.kind, row.body), row.at)
            taken.append(entry)

        read = self.journal.read(self.code, table.number, table.rows)
        self.damaged += take_in(self.journal, self.code, table.number, read, take, mends=self.mends)
        return taken

    def read_room_on(self, read: Reading) -> None:
        """Take in these rows of the room, as far as they can be read."""

        def take(row: Row) -> None:
            self.room.apply(read_room_entry(row.kind, row.body), row.at)

        self.damaged += take_in(self.journal, self.code, ROOM, read, take, mends=self.mends)

    async def catch_up(self, stream: int, number: int | None = None) -> None:
        """Take in what another process wrote there, up to that number or all, and tell it."""
        if stream == ROOM:
            await self._catch_up_room(number)
        elif stream in self.tables:
            async with self._lock(stream):
                table = self.tables[stream]
                if number is None or number > table.rows:
                    await self._take_on(table)
        else:
            self.wake(stream, TRAINER)

    async def _take_on(self, table: Table) -> None:
        """Take in what another process wrote at a table, and tell it to those who listen here.

        Whoever reads on tells it: when the other's message comes after that, nothing is new.
        """
        try:
            if taken := await asyncio.to_thread(self._read_on, table):
                self._tell(table.number, taken)
        except Shortened:
            await self._read_again(table.number)

    async def _read_again(self, number: int) -> None:
        """Read a table from the start, since rows of it have been set aside."""
        self.tables[number] = await asyncio.to_thread(self._read_table, number)
        self.wake(number, TRAINER)

    async def _catch_up_room(self, number: int | None) -> None:
        async with self._lock(ROOM):
            before = self.room.rows
            if number is not None and number <= before:
                return
            await self._take_room_on()
            if self.room.rows == before:
                return
        for each in tuple(self.tables):
            await self.settle(each)

    async def _take_room_on(self) -> None:
        """Take in what another process wrote in the room, and tell it to all who listen here."""
        before = self.room.rows
        try:
            self.read_room_on(await asyncio.to_thread(self.journal.read, self.code, ROOM, before))
        except Shortened:
            again = await asyncio.to_thread(
                open_room, self.journal, self.code, secret=self.room.secret
            )
            if again is not None:
                self.room = again.room
        if self.room.rows != before:
            self.wake(*self._watchers)

    # --- writing ----------------------------------------------------------------------------------

    async def at_table(self, number: int, decide: Decides) -> wishes.No | None:
        """What somebody wants at a table, done and told; or why not."""
        async with self._lock(number):
            while True:
                table = self.table(number)
                wished = decide(self.room, table)
                if isinstance(wished, wishes.No):
                    return wished
                if await self._write_table(table, wished):
                    break
            # What was wished is kept; what follows from it is tried again in a second.
            with suppress(JournalProblem):
                await self._settle(number)
        return None

    async def settle(self, number: int) -> None:
        """What is due at a table although nobody does anything."""
        async with self._lock(number):
            await self._settle(number)

    async def _settle(self, number: int) -> None:
        while due := wishes.due(self.room, self.table(number), self.now()):
            await self._write_table(self.table(number), due)

    async def _write_table(self, table: Table, entries: Sequence[TableEntry]) -> bool:
        """Whether they were written; if not, what somebody else wrote has been read."""
        if not entries:
            return True
        at = self.now()
        try:
            await self._append(table.number, table.rows, entries, at)
        except Shortened:
            await self._read_again(table.number)
            return False
        except Conflict:
            await self._take_on(table)
            return False
        for entry in entries:
            table.apply(entry, at)
        self._tell(table.number, entries)
        return True

    async def in_room(self, decide: Callable[[Room], Sequence[RoomEntry]]) -> None:
        """What somebody wants in the room, done and told."""
        async with self._lock(ROOM):
            while True:
                entries, at = decide(self.room), self.now()
                try:
                    await self._append(ROOM, self.room.rows, entries, at)
                    break
                except Conflict:
                    await self._take_room_on()
            concerned = {TRAINER}
            for entry in entries:
                concerned |= self._concerns(entry)
                self.room.apply(entry, at)
        self.wake(*concerned)
        for number in concerned & set(self.tables):
            with suppress(JournalProblem):
                await self.settle(number)

    async def _append(self, stream: int, after: int, entries: Sequence[Entry], at: float) -> None:
        rows = [written(entry, at) for entry in entries]
        await asyncio.to_thread(self.journal.append, self.code, stream, after, rows)

    def _lock(self, stream: int) -> asyncio.Lock:
        return self._locks.setdefault(stream, asyncio.Lock())

    def _concerns(self, entry: RoomEntry) -> set[int]:
        """The tables that see something of it; 0 for those without a seat."""
        whose = self.room.people.get(getattr(entry, "person", ""))
        here = {whose.table} if whose is not None else set()
        match entry:
            case Moved():
                return here | {entry.table}
            case Told(table=int(table)):
                return {table}
            case _ if hasattr(entry, "person"):
                return here
            case _:
                return set(range(self.room.tables + 1))

    # --- telling ----------------------------------------------------------------------------------

    def _tell(self, table: int, entries: Sequence[TableEntry]) -> None:
        """Tell those whom it concerns: what is said inside a party is no news to the others.

        That something was kept back is none either, unless everybody waited for that.
        """
        is_over = self.tables[table].public.is_over
        inside = [
            each
            for each in entries
            if isinstance(each, Preferred | PenTaken | TrustSaid)
            or (isinstance(each, Sealed) and is_kept_back(each) and not is_over)
        ]
        is_inside = len(inside) == len(entries)
        self.wake(table, parties=frozenset(e.party for e in inside) if is_inside else None)
        self.wake(TRAINER)

    def wake(self, *tables: int, parties: frozenset[str] | None = None) -> None:
        """Tell who watches these tables that something is new there; of these parties, or all."""
        for table in tables:
            for event, party in self._watchers.get(table, {}).items():
                if parties is None or party is None or party in parties:
                    event.set()

    def close(self) -> None:
        """Let everybody go who watches: the server stops, and nothing is lost."""
        self.is_closing = True
        self.wake(*self._watchers)

    async def watch(
        self, channel: Channel, beat: float, news: asyncio.Event | None = None
    ) -> AsyncIterator[bool]:
        """True whenever something is new at the table; False after `beat` seconds without news;
        until the room closes, or there is no table any more, which is news as well. At first it is
        True, since something may have been missed before anybody listened.

        channel: whose news it is now, since people move. news: wakes it for another reason.
        """
        event, at = news or asyncio.Event(), channel()
        event.set()
        try:
            while at is not None and not self.is_closing:
                self._watchers.setdefault(at.table, {})[event] = at.party
                try:
                    await asyncio.wait_for(event.wait(), beat)
                except TimeoutError:
                    yield False
                    continue
                event.clear()
                if (now := channel()) != at:
                    self._watchers[at.table].pop(event, None)
                    at = now
                    if at is not None:
                        self._watchers.setdefault(at.table, {})[event] = at.party
                yield True
        finally:
            if at is not None:
                self._watchers.get(at.table, {}).pop(event, None)


async def follow(journal: Journal, rooms: Mapping[str, OpenRoom]) -> None:
    """Take in what other processes write in these rooms, for as long as the journal is open."""
    heard: asyncio.Queue[Wake | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def listen() -> None:
        for wake in journal.listen():
            try:
                loop.call_soon_threadsafe(heard.put_nowait, wake)
            except RuntimeError:  # nobody waits any more
                return

    Thread(target=listen, daemon=True).start()
    while True:
        wake = await heard.get()
        with suppress(
            JournalProblem
        ):  # then the connection is lost, and all is read once it is back
            if wake is None:
                for room in tuple(rooms.values()):
                    for stream in (ROOM, *room.tables):
                        await room.catch_up(stream)
            elif wake.room in rooms:
                await rooms[wake.room].catch_up(wake.stream, wake.number)


def take_in(
    journal: Journal, code: str, stream: int, read: Reading, take: Callable[[Row], None], *,
    mends: bool = True,
) -> list[Damaged]:  # fmt: skip
    """Take the rows in, one by one; what can't be read is set aside, with all that follows it.

    mends: otherwise it stays where it is, and reading only stops there.
    """
    damaged = read.damaged
    for row in read.rows:
        try:
            take(row)
        except (Unreadable, Unfit):
            damaged = journal.unreadable(code, stream, row)
            break
    if damaged is None:
        return []
    if mends:
        journal.set_aside(damaged)
    return [damaged]


def written(entry: Entry, at: float) -> tuple[str, dict[str, Any], float]:
    """The entry as a row of the journal."""
    return entry.kind, plain(entry), at


def open_room(
    journal: Journal, code: str, *, secret: bytes = b"", mends: bool = True
) -> OpenRoom | None:
    """The room that is kept under that code; None if this version can't make anything of it.

    secret: without it nobody can be let in by PIN or passphrase. mends: whether what can't be read
    is set aside; not by somebody who only looks.
    """
    read = journal.read(code, ROOM)
    opened = _opened(read)
    scenario = _scenario_of(opened) if opened is not None else None
    if opened is None or scenario is None:
        return None
    room = Room(code, tuple(scenario.scenario.parties), opened, read.rows[0].at, secret)
    found = OpenRoom(code, scenario, room, journal, mends=mends)
    found.read_room_on(Reading(read.rows[1:], read.damaged))
    return found


def _opened(read: Reading) -> Opened | None:
    if not read.rows:
        return None
    try:
        first = read_room_entry(read.rows[0].kind, read.rows[0].body)
    except Unreadable:
        return None
    return first if isinstance(first, Opened) else None


def _scenario_of(opened: Opened) -> Scenario | None:
    """The scenario as it was when the room opened."""
    return _scenario_in(opened.packed, opened.digest, opened.source, opened.told_in)


@lru_cache(maxsize=8)  # a day's rooms mostly play the same one, and reading it takes half a second
def _scenario_in(packed: str, digest: str, source: str, told_in: str) -> Scenario | None:
    text = Trace(digest, source, 0, {}, packed=packed).text
    loaded = load_text(text, source) if text is not None else None
    if loaded is None or loaded.scenario is None:
        return None
    scenario = loaded.scenario.beside(folder_of(digest)).in_tongue(told_in)
    return Scenario(Path(source), scenario, loaded.content, digest)
