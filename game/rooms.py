"""The command that tells which rooms are kept on this laptop, takes one out, or removes it."""

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from engine.play.trace import to_json
from engine.scenario.vocabulary import Language
from game import library, passphrase
from game.errors import NearestNames, UserError, program_name
from game.spreadsheet import csv_bytes
from game.text.screen import Screen
from game.typed import as_yes_no
from game.words import Words, words_in
from game.workshop.hall import OpenRoom, open_room
from game.workshop.journal import Journal, open_journal
from game.workshop.kept import Happened, Kept, happened, is_open, kept_rooms

_COLUMNS = ("after", "table", "kind", "person", "about")


@dataclass(frozen=True)
class Asked:
    """What the command line asked for."""

    export: str | None
    out: Path | None
    overwrite: bool
    purge: str | None
    purge_all: bool
    yes: bool
    database: str | None
    as_json: bool


def keep_rooms(asked: Asked, language: Language) -> int:
    """List the rooms, or do what was asked with one of them."""
    words, screen = words_in(language), Screen(sys.stdout)
    wanted = [asked.export is not None, asked.purge is not None, asked.purge_all]
    if sum(wanted) > 1:
        raise UserError("rooms.one-thing")
    purges = asked.purge is not None or asked.purge_all
    # Whoever removes a room must be alone with it: it would go on in the memory of a server.
    with closing(open_journal(asked.database, serving=purges)) as journal:
        rooms = kept_rooms(journal)
        if asked.export is not None:
            return _export(asked, journal, _named(rooms, asked.export), screen, words)
        if purges:
            meant = rooms if asked.purge is None else (_named(rooms, asked.purge),)
            return _purge(asked, journal, meant, screen, words)
    _list(rooms, screen, words, as_json=asked.as_json)
    return 0


def _named(rooms: Sequence[Kept], code: str) -> Kept:
    for each in rooms:
        if each.code == code.strip().casefold():
            return each
    near = NearestNames(code, [each.code for each in rooms])
    raise UserError("rooms.unknown" if rooms else "rooms.none-of-it", written=code, near=near)


# --- listed ---------------------------------------------------------------------------------------


def _list(rooms: Sequence[Kept], screen: Screen, words: Words, *, as_json: bool) -> None:
    if as_json:
        screen.write_json([{**asdict(each), "is_finished": each.is_finished} for each in rooms])
        return
    if not rooms:
        screen.write(words("rooms.none"))
        return
    for each in rooms:
        screen.write(_told(each, words))
    screen.write("")
    screen.write(words("rooms.what-now", program=program_name()))


def _told(each: Kept, words: Words) -> str:
    when = datetime.fromtimestamp(each.created).strftime("%Y-%m-%d %H:%M")
    size = words("rooms.size", kb=max(1, round(each.size / 1000)))
    if each.people is None:
        how = words("rooms.unreadable")
    elif each.people == 0:
        how = words("rooms.nobody")
    else:
        how = words("rooms.who", people=each.people, tables=each.tables or 0) + ", "
        how += words("rooms.finished" if each.is_finished else "rooms.unfinished")
    mark = f" ({words('rooms.rehearsal')})" if each.is_rehearsal else ""
    return words(
        "rooms.one",
        code=each.code,
        when=when,
        scenario=each.scenario,
        mark=mark,
        how=how,
        size=size,
    )


# --- taken out ------------------------------------------------------------------------------------


def _export(asked: Asked, journal: Journal, kept: Kept, screen: Screen, words: Words) -> int:
    if asked.out is None:
        raise UserError("rooms.no-out", code=kept.code)
    room = open_room(journal, kept.code, mends=False)
    if room is None:
        raise UserError("rooms.cannot-read", code=kept.code)
    files = {**_traces(room), **_lists(tuple(happened(room)))}
    for name in () if asked.overwrite else files:
        library.refuse_to_overwrite(asked.out / name)
    for name, content in files.items():
        library.write(asked.out / name, content)
    screen.write(words("rooms.exported", n=len(files), path=asked.out))
    going_on = [each for each in _begun(room) if not is_open(room, each)]
    if going_on:
        screen.write(words("rooms.still-played", n=len(going_on)))
    return 0


def _traces(room: OpenRoom) -> dict[str, bytes]:
    """The play of each table that is over, or that the debrief has opened."""
    return {
        f"table-{number}.trace.json": to_json(room.table(number).live.trace).encode("ascii")
        for number in _begun(room)
        if is_open(room, number)
    }


def _begun(room: OpenRoom) -> Sequence[int]:
    return [number for number in range(1, room.room.tables + 1) if room.table(number).begun]


def _lists(rows: Sequence[Happened]) -> dict[str, bytes]:
    """What happened, once for a spreadsheet and once for a script."""
    lines = "".join(json.dumps(asdict(each)) + "\n" for each in rows)
    cells = (
        (each.after, each.table, each.kind, each.person, json.dumps(each.about)) for each in rows
    )
    return {"happened.jsonl": lines.encode(), "happened.csv": csv_bytes(_COLUMNS, cells)}


# --- removed --------------------------------------------------------------------------------------


def _purge(
    asked: Asked, journal: Journal, meant: Sequence[Kept], screen: Screen, words: Words
) -> int:
    for each in meant:
        screen.write(_told(each, words))
    if meant and not asked.yes and not _agreed(screen, words, len(meant)):
        screen.write(words("rooms.left-alone"))
        return 1
    for each in meant:
        journal.purge(each.code)
    if not journal.rooms() and asked.database is None:
        passphrase.forget()
    screen.write(words("rooms.purged", n=len(meant)) if meant else words("rooms.none"))
    return 0


def _agreed(screen: Screen, words: Words, rooms: int) -> bool:
    screen.prompt(words("rooms.sure", n=rooms))
    screen.flush()
    return as_yes_no(sys.stdin.readline().strip()) is True
