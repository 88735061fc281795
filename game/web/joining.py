"""Coming in: the page behind the QR code, and coming back on another device."""

from collections.abc import Mapping
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.scenario.vocabulary import LANGUAGES
from game.web import doors
from game.web.guards import Patience
from game.web.pages import language_of, page, words_of
from game.workshop.hall import OpenRoom
from game.workshop.room import Person, Room

_persons, _devices = Patience(), Patience(tries=30)
_MOST_PEOPLE = 600  # design choice: twice a large hall; a script can't fill the disk

Seat = tuple[int, str | None]


class Wrong(NamedTuple):
    """What was wrong with the form, as a key of the words, and what was written there."""

    name: str = ""
    back: str = ""
    written: str = ""


_NOTHING = Wrong()


async def door(request: Request, open_room: OpenRoom) -> Response:
    """Who comes in: a name, a language, and a button. The link alone takes no seat."""
    if doors.person_of(request, open_room.room) is not None:
        return RedirectResponse(f"/{open_room.code}/seat", 303)
    return _door(request, open_room)


def _door(
    request: Request, open_room: OpenRoom, status: int = 200, wrong: Wrong = _NOTHING
) -> Response:
    scenario, asked = open_room.scenario.scenario, request.query_params.get("seat", "")
    seat = _seat(open_room.room, asked)
    return page(
        request, "door.html", status, title=words_of(request).of(scenario.title),
        parties=scenario.parties,
        seat=asked if seat else "", seat_named=seat, language=language_of(request),
        languages=LANGUAGES, wrong=wrong,
    )  # fmt: skip


async def join(request: Request, open_room: OpenRoom, form: Mapping[str, str]) -> Response:
    """Somebody comes in. Pressed twice it is still one person."""
    room = open_room.room
    if doors.person_of(request, room) is not None:
        return RedirectResponse(f"/{open_room.code}/seat", 303)
    name = doors.fit_name(form.get("name", ""))
    if not name:
        return _door(request, open_room, 400, Wrong(name="web.join.no-name"))
    if room.locked or len(room.people) >= _MOST_PEOPLE:
        return _door(request, open_room, 403, Wrong(name="web.join.locked", written=name))
    if doors.called(room, name) is not None:
        return _door(request, open_room, 409, Wrong(name="web.join.taken", written=name))
    language = next((e for e in LANGUAGES if e == form.get("language")), room.opened.language)
    key, seat = doors.Key.fresh(), _seat(room, form.get("seat", ""))
    await open_room.in_room(lambda room: doors.join(room, key, name, language, seat))
    answer = RedirectResponse(f"/{open_room.code}/seat", 303)
    key.keep(answer, open_room.code)
    return answer


async def come_back(request: Request, open_room: OpenRoom, form: Mapping[str, str]) -> Response:
    """Somebody goes on on another device, by name and PIN."""
    room, written, pin = open_room.room, form.get("name", ""), form.get("pin", "").strip()
    person = doors.called(room, written)
    device = f"{room.code} {request.client.host if request.client else ''}"
    who = f"{room.code} {person.id if person else ''}"
    if _persons.is_out(who) or _devices.is_out(device):
        return _door(request, open_room, 429, Wrong(back="web.back.wait", written=written))
    if person is None or not room.is_pin(person, pin):
        _persons.wrong(who)
        _devices.wrong(device)
        return _door(request, open_room, 403, Wrong(back="web.back.wrong", written=written))
    _persons.right(who)
    return await _seated_again(open_room, person, pin)


async def _seated_again(open_room: OpenRoom, person: Person, pin: str) -> Response:
    key = doors.Key(doors.Key.fresh().token, pin)
    await open_room.in_room(lambda room: doors.come_back(room, person, key))
    answer = RedirectResponse(f"/{open_room.code}/seat", 303)
    key.keep(answer, open_room.code)
    return answer


def _seat(room: Room, written: str) -> Seat | None:
    """The seat that a link asks for, written table.party; "table." is for looking on."""
    table, _, party = written.partition(".")
    if not table.isdecimal() or not 1 <= int(table) <= room.tables:
        return None
    if party in room.parties:
        return int(table), party
    return (int(table), None) if party == "" and "." in written else None
