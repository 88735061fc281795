"""Coming in: the page behind the QR code, and coming back on another device."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.play.view.room import room as room_of
from engine.scenario.vocabulary import LANGUAGES
from game.web import doors
from game.web.guards import Attempt, device_of
from game.web.pages import TONGUES, language_of, page, words_of
from game.web.pictures import Picture, gathering
from game.workshop.entries import RoomEntry
from game.workshop.hall import OpenRoom
from game.workshop.room import Person, Room


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
    if doors.shared(request, open_room.room):
        return RedirectResponse(f"/{open_room.code}/curtain", 303)
    return _door(request, open_room)


def _door(
    request: Request, open_room: OpenRoom, status: int = 200, wrong: Wrong = _NOTHING
) -> Response:
    scenario, asked = open_room.scenario.scenario, request.query_params.get("seat", "")
    seat = doors.seat_of(open_room.room, asked)
    return page(
        request, "door.html", status, title=words_of(request).of(scenario.title),
        parties=scenario.parties, seat=asked if seat else "", seat_named=seat,
        language=language_of(request), languages=TONGUES, wrong=wrong,
        picture=_place(open_room), credits=scenario.credits,
        ticket=doors.new_ticket(), is_gone=doors.Key.of(request, open_room.code) is not None,
    )  # fmt: skip


def _place(open_room: OpenRoom) -> Picture:
    """Where the talks begin, and who sits there."""
    first = open_room.table(1).live.steps[0].state
    drawing = gathering(room_of(open_room.compiled, first, ()), None)
    return Picture(*(f"/{open_room.code}/{address}" for address in (drawing.light, drawing.dark)))


async def join(request: Request, open_room: OpenRoom, form: Mapping[str, str]) -> Response:
    """Somebody comes in. Pressed twice it is still one person."""
    if doors.person_of(request, open_room.room) is not None:
        return RedirectResponse(f"/{open_room.code}/seat", 303)
    name, why_not = doors.fit_name(form.get("name", "")), _NOTHING
    spoken = open_room.room.opened.language
    language = next((each for each in LANGUAGES if each == form.get("language")), spoken)
    key = doors.Key.made_of(form.get("ticket", ""))

    def decide(room: Room) -> Sequence[RoomEntry]:
        nonlocal why_not
        if room.by_token(key.token) is not None:
            return ()
        why_not = _why_not(room, name)
        if why_not.name:
            return ()
        return doors.join(room, key, name, language, doors.seat_of(room, form.get("seat", "")))

    await open_room.in_room(decide)
    if why_not.name:
        return _door(request, open_room, _STATUS[why_not.name], why_not)
    answer = RedirectResponse(f"/{open_room.code}/seat", 303)
    key.keep(answer, open_room.code)
    return answer


_STATUS = {"web.join.no-name": 400, "web.join.locked": 403, "web.join.taken": 409}


def _why_not(room: Room, name: str) -> Wrong:
    if not name:
        return Wrong(name="web.join.no-name")
    if not doors.has_place(room):
        return Wrong(name="web.join.locked", written=name)
    return Wrong(name="web.join.taken", written=name) if doors.called(room, name) else _NOTHING


async def come_back(request: Request, open_room: OpenRoom, form: Mapping[str, str]) -> Response:
    """Somebody goes on on another device, by name and PIN."""
    room, written, pin = open_room.room, form.get("name", ""), form.get("pin", "").strip()
    person, tries = doors.called(room, written), open_room.journal.tries
    who = f"{person.id} {person.pins}" if person else None
    attempt = Attempt(room.code, who, device_of(request), bool(person and person.is_pin_new))
    written = doors.fit_name(written)
    if not await attempt.may(tries):
        return _door(request, open_room, 429, Wrong(back="web.back.wait", written=written))
    if person is None or not room.is_pin(person, pin):
        return _door(request, open_room, 403, Wrong(back="web.back.wrong", written=written))
    await attempt.right(tries)
    return await _seated_again(open_room, person, pin)


async def _seated_again(open_room: OpenRoom, person: Person, pin: str) -> Response:
    key = doors.Key(doors.Key.fresh().token, pin)
    await open_room.in_room(lambda room: doors.come_back(room, person, key))
    answer = RedirectResponse(f"/{open_room.code}/seat", 303)
    key.keep(answer, open_room.code)
    return answer
