"""What a trainer keeps of a room: reports and tables, as files to download at the console alone.

No participant's name and nothing that somebody wrote is in them: people are counted, and tables
have numbers. They tell what was hidden, so there are none before the debrief is open.
"""

import json
import re
from collections.abc import Awaitable, Callable, Iterator

from starlette.requests import Request
from starlette.responses import Response

from engine.debrief import COLUMNS, Findings, rows
from game.html import report
from game.html.room import room_page
from game.spreadsheet import csv_bytes
from game.web import doors
from game.web.debriefing import played_tables, plays_of
from game.web.looking_back import found_at
from game.web.pages import page, words_of
from game.words import Words
from game.workshop.hall import OpenRoom
from game.workshop.table import Table

_TABLE = re.compile(r"table-([1-9][0-9]{0,2})\.html")


async def file(request: Request, open_room: OpenRoom) -> Response:
    """The file of that name; only for the trainer, and only once the debrief is open."""
    if not doors.is_trainer(request, open_room.room):
        return page(request, "stop.html", 403, told="web.stop.nothing-here")
    name, words = request.path_params["name"], words_of(request)
    if not open_room.room.debriefing:
        return page(request, "stop.html", 409, told="room.not-open")
    if found := _TABLE.fullmatch(name):
        tables = {table.number: table for table in played_tables(open_room)}
        table = tables.get(int(found[1]))
        if table is not None:
            return _kept(name, "text/html", await _table_report(open_room, table, words))
    if name in _OF_ROOM:
        kind, make = _OF_ROOM[name]
        return _kept(f"{open_room.code}-{name}", kind, await make(open_room, words))
    return page(request, "stop.html", 404, told="web.stop.nothing-here")


def _kept(name: str, kind: str, content: str | bytes) -> Response:
    """The content under that name, which is one of ours: letters, digits, points and dashes."""
    safe = re.sub(r"[^A-Za-z0-9.-]", "-", name)
    headers = {"content-disposition": f'attachment; filename="samenspel-{safe}"'}
    return Response(content, media_type=kind, headers=headers)


async def _table_report(open_room: OpenRoom, table: Table, words: Words) -> str:
    found = await found_at(open_room, table)
    return report.page(open_room.compiled, table.live.trace, found, words, (), for_trainer=True)


async def _room_report(open_room: OpenRoom, words: Words) -> str:
    plays = await plays_of(open_room)
    return room_page(open_room.compiled, open_room.room.opened.source, plays, words)


async def _each(open_room: OpenRoom) -> list[tuple[Table, Findings]]:
    return [(table, await found_at(open_room, table)) for table in played_tables(open_room)]


async def _csv(open_room: OpenRoom, words: Words) -> bytes:
    """The rows of all tables below each other, each with the number of its table."""
    header = ["table", *(column.name for column in COLUMNS)]
    return csv_bytes(
        header,
        (
            [table.number, *row]
            for table, found in await _each(open_room)
            for row in rows(table.live.trace, found)
        ),
    )


async def _jsonl(open_room: OpenRoom, words: Words) -> str:
    """A line of JSON for each table: what its play taught, and how divided its parties were."""
    lines = [
        json.dumps(
            {
                "table": table.number, "seed": table.live.trace.seed,
                "scenario": table.live.trace.source, "scenario_hash": table.live.trace.digest,
                "wishes": list(_wishes(table)), "findings": found.as_json(),
            },
            ensure_ascii=False,
        )
        for table, found in await _each(open_room)
    ]  # fmt: skip
    return "".join(f"{line}\n" for line in lines)


def _wishes(table: Table) -> Iterator[dict[str, object]]:
    """What people wanted before their party sealed it; people are numbered in each table."""
    people: dict[str, int] = {}
    for each in table.stood:
        number = people.setdefault(each.person, len(people) + 1)
        move = getattr(each.choice, "move", None)
        yield {"step": each.step, "party": each.party, "person": number, "move": move}


_OF_ROOM: dict[str, tuple[str, Callable[[OpenRoom, Words], Awaitable[str | bytes]]]] = {
    "room.html": ("text/html", _room_report),
    "room.csv": ("text/csv", _csv),
    "room.jsonl": ("application/x-ndjson", _jsonl),
}
