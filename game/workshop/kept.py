"""Rooms that are kept, looked at without changing anything, and what may be taken out of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.workshop.earlier import new_table
from game.workshop.entries import ROOM, Unreadable, plain, read_room_entry, read_table_entry
from game.workshop.hall import OpenRoom, open_room
from game.workshop.journal import Journal, Row
from game.workshop.journal import Room as InJournal
from game.workshop.room import Unfit
from game.workshop.table import is_thought, number_of

# What people wrote for themselves, who they are, and what opens a door: none of it is taken out.
_SECRET = frozenset({"name", "token", "pin", "passphrase", "salt", "packed", "language"})
_OWN_WORDS = {"marked": "note", "card": "text"}
# What a party has not yet shown the others.
_SEALED = frozenset({"preferred", "sealed", "trust"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A room in the list. tables: where anybody plays; over: how many of them are at the end.

    size: in characters. people, tables, over: None if this version can't read the room.
    """

    code: str
    scenario: str
    created: float
    size: int
    people: int | None = None
    tables: int | None = None
    over: int | None = None
    is_rehearsal: bool = False

    @property
    def is_finished(self) -> bool:
        """Whether every table that plays has come to its end."""
        return bool(self.tables) and self.tables == self.over


def kept_rooms(journal: Journal) -> tuple[Kept, ...]:
    """The rooms that are kept, the newest first."""
    return tuple(_kept(journal, each) for each in journal.rooms())


def _kept(journal: Journal, each: InJournal) -> Kept:
    known = (each.name, each.scenario, each.created, each.size)
    found = open_room(journal, each.name, mends=False)
    if found is None:
        return Kept(*known)
    room = found.room
    played = [number for number in range(1, room.tables + 1) if room.is_played(number)]
    over = sum(found.table(number).live.is_over for number in played)
    return Kept(*known, len(room.people), len(played), over, room.opened.rehearsal)


# --- taken out ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened. after: in seconds since the room opened; table: 0 for the room.

    person: a pseudonym. about: all else, as plain JSON.
    """

    after: float
    table: int
    kind: str
    person: str
    about: dict[str, Any]


def happened(room: OpenRoom) -> Iterator[Happened]:
    """All that happened in a room, without names, secrets, or what people wrote for themselves.

    Of a choice that is still being made only that somebody chose: the others have not seen it.
    Until a table is over or the debrief is open, nothing tells that somebody thought about what it
    had found out.
    """
    start = room.room.opened_at
    for row in room.journal.read(room.code, ROOM).rows:
        try:
            entry = read_room_entry(row.kind, row.body)
        except Unreadable:
            break
        body = plain(entry)
        if row.kind == "bookmarked" and not is_open(room, body["table"]):
            del body["step"]
        yield _told(row, ROOM, body, start)
    for number in sorted(set(room.journal.streams(room.code)) - {ROOM}):
        yield from _at_table(room, number, start)


def is_open(room: OpenRoom, number: int) -> bool:
    """Whether all that happened at a table may be known."""
    return room.room.debriefing or room.table(number).live.is_over


def _at_table(room: OpenRoom, number: int, start: float) -> Iterator[Happened]:
    now, is_all_told = room.table(number), is_open(room, number)
    rows = room.journal.read(room.code, number).rows[: now.rows]
    for row, moment in zip(rows, moments(room, number, rows), strict=False):
        body = plain(read_table_entry(row.kind, row.body))
        if not is_all_told:
            if row.kind in _SEALED and is_thought(moment):
                continue
            if row.kind in _SEALED and moment == now.moment:
                body = {name: body[name] for name in ("step", "party", "person") if name in body}
            if "step" in body:
                body["step"] = number_of(moment)
        yield _told(row, number, body, start)


def moments(room: OpenRoom, number: int, rows: Sequence[Row]) -> Iterator[str]:
    """At which moment of the table each row was written."""
    table = new_table(room.compiled, room.room.opened, number, room.room.opened_at)
    for row in rows:
        yield table.moment_of(row.body.get("party", ""))
        try:
            table.apply(read_table_entry(row.kind, row.body), row.at)
        except (Unreadable, Unfit):
            return


def _told(row: Row, table: int, body: dict[str, Any], start: float) -> Happened:
    hidden = _SECRET | {_OWN_WORDS.get(row.kind, "")}
    about = {name: value for name, value in body.items() if name not in hidden | {"person"}}
    return Happened(round(row.at - start, 3), table, row.kind, str(body.get("person", "")), about)
