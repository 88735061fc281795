"""The workshop in a browser: which address leads to what. The rules of the game are elsewhere."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from game.web import console, curtain, joining, keeping, seat, wall
from game.web.doors import is_trainer, open_room_of, person_of, shared
from game.web.files import KEPT, served, static
from game.web.guards import Done, Guarded, TooMuch, device_of, form_of, is_own
from game.web.looking_back import NotFound
from game.web.pages import page
from game.workshop.entries import ROOM
from game.workshop.hall import TRAINER, Channel, Hears, OpenRoom, follow
from game.workshop.journal import Journal, JournalProblem, NoRoom
from game.workshop.presence import Presence
from game.workshop.room import Person

_LOG = logging.getLogger(__name__)
BEAT = 15.0  # seconds: a sign of life, before proxies and phones give a silent stream up
TICK = 1.0

Endpoint = Callable[[Request], Awaitable[Response]]
Answers = Callable[[Request, OpenRoom], Awaitable[Response]]
Does = Callable[[Request, OpenRoom, Mapping[str, str]], Awaitable[Response]]
News = Callable[[Request, OpenRoom], AsyncIterator[str] | None]


def build(rooms: dict[str, OpenRoom], *, follows: Journal | None = None) -> Guarded:
    """The application for these rooms. follows: where other processes write in them too."""

    @asynccontextmanager
    async def ticking(app: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(_tick(rooms))]
        if follows is not None:
            tasks.append(asyncio.create_task(follow(follows, rooms)))
        yield
        for each in tasks:
            each.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    app = Starlette(
        routes=[
            Route("/", _front),
            Route("/static/{name:path}", static),
            Route("/{code}/static/{name:path}", static),
            Route("/{code}/drawings/{name:path}", _drawing),
            Route("/{code}", _shows(joining.door)),
            Route("/{code}/join", _does(joining.join), methods=["POST"]),
            Route("/{code}/back", _does(joining.come_back), methods=["POST"]),
            Route("/{code}/seat", _shows(seat.show)),
            Route("/{code}/seat", _does(seat.choose), methods=["POST"]),
            Route("/{code}/table/{number}", _shows(curtain.door)),
            Route("/{code}/table/{number}", _does(curtain.join), methods=["POST"]),
            Route("/{code}/curtain", _shows(curtain.show)),
            Route("/{code}/curtain", _does(curtain.open_for), methods=["POST"]),
            Route("/{code}/news", _tells(_news)),
            Route("/{code}/do/{what}", _does(seat.do), methods=["POST"]),
            Route("/{code}/console", _shows(console.show)),
            Route("/{code}/console/login", _does(console.login), methods=["POST"]),
            Route("/{code}/console/news", _tells(_console_news)),
            Route("/{code}/console/do/{what}", _does(console.do), methods=["POST"]),
            Route("/{code}/console/file/{name}", _shows(keeping.file)),
            Route("/{code}/wall", _shows(wall.show)),
            Route("/{code}/wall/news", _tells(_wall_news)),
        ],
        exception_handlers={
            404: _not_found, 405: _not_found, 500: _fault, TooMuch: _too_much,
            JournalProblem: _not_saved, NoRoom: _removed, NotFound: _not_found_out,
        },
        lifespan=ticking,
    )  # fmt: skip
    app.state.rooms = rooms
    app.state.done = Done()
    return Guarded(app)


async def _tick(rooms: dict[str, OpenRoom]) -> None:
    """Once a second: what is due although nobody does anything. At first it reads the tables."""
    while True:
        await asyncio.sleep(TICK)
        for each in tuple(rooms.values()):
            with suppress(JournalProblem):
                await each.read_all()
            for number in tuple(each.tables):
                try:
                    await each.settle(number)
                except (JournalProblem, NoRoom):
                    pass  # tried again in a second, and told to whoever does something
                except Exception:  # one table must not stop the clocks of the others
                    _LOG.exception("table %s", number)


# --- answering ----------------------------------------------------------------------------------


def _shows(answer: Answers) -> Endpoint:
    async def shown(request: Request) -> Response:
        room = open_room_of(request)
        if room is None:
            return await _no_room(request)
        await _read_on(request, room)
        return await answer(request, room)

    return shown


def _does(action: Does) -> Endpoint:
    async def done(request: Request) -> Response:
        room = open_room_of(request)
        if room is None:
            return await _no_room(request)
        if not is_own(request):
            return page(request, "stop.html", 403, told="web.stop.foreign")
        await _read_on(request, room)
        return await action(request, room, await form_of(request))

    return done


async def _read_on(request: Request, room: OpenRoom) -> None:
    """Know here what another process has just told this device: it may ask either of them."""
    if not room.journal.is_shared:
        return
    await room.catch_up(ROOM)
    if (person := person_of(request, room.room)) is not None and person.table:
        await room.catch_up(person.table)


async def _front(request: Request) -> Response:
    """Where somebody comes who types the address alone: to the room, if there is one."""
    rooms = request.app.state.rooms
    wanted = request.query_params.get("code", "").strip().lower()
    if wanted in rooms or len(rooms) == 1:
        return RedirectResponse(f"/{wanted if wanted in rooms else next(iter(rooms))}", 303)
    return page(request, "front.html", wrong=bool(wanted))


# --- files --------------------------------------------------------------------------------------


async def _drawing(request: Request) -> Response:
    """A person or a place: the same address always gives the same drawing."""
    room = open_room_of(request)
    name = f"drawings/{request.path_params['name']}"
    found = served(room.scenario.scenario, name) if room else None
    if found is None:
        return Response(status_code=404)
    return Response(found.content, media_type=found.kind, headers=KEPT)


# --- news ---------------------------------------------------------------------------------------


def _tells(news: News) -> Endpoint:
    async def told(request: Request) -> Response:
        if (room := open_room_of(request)) is not None:
            await _read_on(request, room)  # who asks may have come in through another process
            if (heard := news(request, room)) is not None:
                headers = {"x-accel-buffering": "no"}
                return StreamingResponse(heard, media_type="text/event-stream", headers=headers)
        return Response(status_code=204)  # tells the browser not to come back

    return told


def _news(request: Request, room: OpenRoom) -> AsyncIterator[str] | None:
    person = person_of(request, room.room)
    if person is None:  # behind a curtain, anybody of the table listens
        person = next(iter(shared(request, room.room)), None)
    if person is None:
        return None
    others = [each.id for each in shared(request, room.room) if each.id != person.id]
    hears = partial(_seat, room, person, is_shared=bool(others))
    return _in_company(_told_in_place(room, room.presence, person.id, hears), room, others)


def _console_news(request: Request, room: OpenRoom) -> AsyncIterator[str] | None:
    return _told(room, lambda: Hears(TRAINER)) if is_trainer(request, room.room) else None


def _wall_news(request: Request, room: OpenRoom) -> AsyncIterator[str]:
    return _told_in_place(room, room.lookers, _looker(request, room), lambda: Hears(TRAINER))


def _looker(request: Request, room: OpenRoom) -> str:
    """Who looks at the wall. Strangers are counted by address, which many of them may share."""
    if is_trainer(request, room.room):
        return "trainer"
    person = person_of(request, room.room)
    return f"person {person.id}" if person else f"at {device_of(request)}"


def _seat(room: OpenRoom, person: Person, *, is_shared: bool) -> Hears | None:
    """Where that person sits now; None once the seat has gone to another device.

    is_shared: the device holds seats of several parties.
    """
    now = room.room.people[person.id]
    return Hears(now.table, None if is_shared else now.party) if now.token == person.token else None


async def _told(
    room: OpenRoom, channel: Channel, news: asyncio.Event | None = None
) -> AsyncIterator[str]:
    """That something is new, and nothing of what: the page is asked for by whoever may see it."""
    yield "retry: 1000\n\n"
    async for is_new in room.watch(channel, BEAT, news):
        yield "data: new\n\n" if is_new else ": still here\n\n"


async def _told_in_place(
    room: OpenRoom, presence: Presence, who: str, channel: Channel
) -> AsyncIterator[str]:
    """The same for one of those whose streams are counted."""
    place = presence.arrive(who)
    try:
        async for each in _told(room, channel, place.news):
            if place.is_gone:
                return
            yield each
    finally:
        presence.leave(place, room.now())


async def _in_company(
    told: AsyncIterator[str], room: OpenRoom, others: Sequence[str]
) -> AsyncIterator[str]:
    """The same for a device that several people share: none of them is away while it listens."""
    places = [room.presence.arrive(each) for each in others]
    try:
        async for each in told:
            yield each
    finally:
        for place in places:
            room.presence.leave(place, room.now())


# --- what went wrong ------------------------------------------------------------------------------


async def _no_room(request: Request) -> Response:
    return page(request, "front.html", 404, wrong=True)


async def _not_found(request: Request, fault: Exception) -> Response:
    return page(request, "stop.html", 404, told="web.stop.nothing-here")


async def _too_much(request: Request, fault: Exception) -> Response:
    return page(request, "stop.html", 413, told="web.stop.too-much")


async def _not_saved(request: Request, fault: Exception) -> Response:
    """The journal can't be written: nothing was accepted, and nothing that was is lost."""
    return page(request, "stop.html", 503, told="web.stop.not-saved")


async def _not_found_out(request: Request, fault: Exception) -> Response:
    """Looking back on a table that this asks for has failed."""
    return page(request, "stop.html", 503, told="room.failed.file")


async def _removed(request: Request, fault: Exception) -> Response:
    """The room was purged while it was open: it is forgotten here as well."""
    answer = page(request, "stop.html", 410, told="web.stop.removed")
    request.app.state.rooms.pop(request.path_params["code"], None)
    return answer


async def _fault(request: Request, fault: Exception) -> Response:
    return page(request, "stop.html", 500, told="web.stop.fault")
