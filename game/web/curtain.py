"""A table on one laptop: it holds a seat in each party, and a curtain hangs between them.

The device keeps the keys of all its people. Only the seat that the curtain is open for is its own,
so that every other page is what it is for a device with one person.
"""

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from game.web import doors
from game.web.doors import Key
from game.web.guards import whole
from game.web.pages import language_of, page, title_of, words_of
from game.workshop import wishes
from game.workshop.entries import RoomEntry
from game.workshop.hall import OpenRoom
from game.workshop.room import Person, Room

Form = Mapping[str, str]


# --- coming in ------------------------------------------------------------------------------------


async def door(request: Request, open_room: OpenRoom) -> Response:
    """Who comes in with a whole table: a name for each party."""
    if doors.person_of(request, open_room.room) or doors.shared(request, open_room.room):
        return RedirectResponse(f"/{open_room.code}/curtain", 303)
    return _door(request, open_room)


def _door(request: Request, open_room: OpenRoom, status: int = 200, wrong: str = "") -> Response:
    room, words, table = open_room.room, words_of(request), _table(request, open_room)
    if table is None:
        return page(request, "stop.html", 404, told="web.stop.nothing-here")
    parties = open_room.scenario.scenario.parties
    return page(
        request, "table_door.html", status, title=title_of(open_room, words), table=table,
        names={id: f"{words.of(parties[id].name)} {table}" for id in room.parties},
        parties=parties, ticket=doors.new_ticket(), wrong=wrong,
    )  # fmt: skip


def _table(request: Request, open_room: OpenRoom) -> int | None:
    number = whole(request.path_params["number"])
    return number if number and number <= open_room.room.tables else None


async def join(request: Request, open_room: OpenRoom, form: Form) -> Response:
    """A person for each party sits down at the table. Sent twice it is still the same people."""
    table, language = _table(request, open_room), language_of(request)
    if table is None:
        return _door(request, open_room)
    ticket, parties = form.get("ticket", ""), open_room.room.parties
    keys = {party: Key.made_of(f"{ticket}{party}" if ticket else "") for party in parties}
    names = {party: doors.fit_name(form.get(f"name.{party}", "")) for party in parties}
    why_not = ""

    def decide(room: Room) -> Sequence[RoomEntry]:
        nonlocal why_not
        if room.by_token(keys[parties[0]].token) is not None:
            return ()
        why_not = _why_not(room, list(names.values()))
        if why_not:
            return ()
        first = len(room.people) + 1
        return [
            entry
            for number, party in enumerate(parties, start=first)
            for entry in doors.seated(
                room, f"p{number}", keys[party], names[party], language, (table, party)
            )
        ]

    await open_room.in_room(decide)
    if why_not:
        return _door(request, open_room, 409, why_not)
    answer = RedirectResponse(f"/{open_room.code}/curtain", 303)
    doors.keep_all(answer, open_room.code, list(keys.values()))
    return answer


def _why_not(room: Room, names: Sequence[str]) -> str:
    if not doors.has_place(room, len(names)):
        return "web.join.locked"
    is_double = len({name.casefold() for name in names}) < len(names)
    if is_double or not all(names) or any(doors.called(room, name) for name in names):
        return "web.curtain.names"
    return ""


# --- between the seats ----------------------------------------------------------------------------


async def show(request: Request, open_room: OpenRoom) -> Response:
    """The curtain: who has to choose next, and nothing of anybody. It closes what was open."""
    people = doors.shared(request, open_room.room)
    if not people:
        return RedirectResponse(f"/{open_room.code}", 303)
    words, parties = words_of(request), open_room.scenario.scenario.parties
    answer = page(
        request, "curtain.html", kind="curtain", news="news", title=title_of(open_room, words),
        people=people, parties=parties, next=[p.id for p in people if _is_next(open_room, p)],
    )  # fmt: skip
    doors.close(answer, open_room.code)
    return answer


def _is_next(open_room: OpenRoom, person: Person) -> bool:
    """Whether that person may have something to choose, as far as the others may know it."""
    if not person.table:
        return False
    table = open_room.table(person.table)
    return table.is_playing and person.party in wishes.awaited(table)


async def open_for(request: Request, open_room: OpenRoom, form: Form) -> Response:
    """Open the curtain for one of the people of this device, or close it."""
    key = doors.key_of(request, open_room.room, form.get("person", ""))
    answer = RedirectResponse(f"/{open_room.code}/{'seat' if key else 'curtain'}", 303)
    if key is not None:
        key.keep(answer, open_room.code)
    return answer


def where_to(request: Request, open_room: OpenRoom, person: Person) -> str:
    """The page after somebody has chosen: the curtain, if others sit at this device.

    Unless the same person has to choose again.
    """
    if len(doors.shared(request, open_room.room)) < 2 or _is_next(open_room, person):
        return "seat"
    return "curtain"
