"""The trainer's console: the tables at a glance, and what the trainer can do about them."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.players import PERSONAS
from engine.scenario.vocabulary import Persona
from game.presenters.page import first_up, points
from game.web import doors
from game.web.guards import Patience
from game.web.pages import page, title_of, words_of
from game.words import Words
from game.workshop import wishes
from game.workshop.entries import (
    LONGEST_NOTE,
    MOST_TABLES,
    AtTheEnd,
    Began,
    Bookmarked,
    Debriefing,
    Locked,
    Moved,
    PinChanged,
    RoomEntry,
    Showing,
    Staffed,
    TablesSet,
    TimeGiven,
    TimersSet,
    Told,
)
from game.workshop.hall import OpenRoom
from game.workshop.overview import Overview, overview
from game.workshop.room import hashed
from game.workshop.table import Table

_patience = Patience()
Form = Mapping[str, str]


class Row(NamedTuple):
    """A table as the console shows it, in words and whole numbers. personas: by party."""

    seen: Overview
    where: str
    trust: int
    risk: int
    waited: str
    waits_for: Sequence[str]
    personas: Mapping[str, Persona]


# --- shown ----------------------------------------------------------------------------------------


async def show(request: Request, open_room: OpenRoom) -> Response:
    """The console; whoever was not let in yet is asked for the passphrase."""
    if not doors.is_trainer(request, open_room.room):
        return _login(request, open_room)
    return _shown(request, open_room)


def _shown(request: Request, open_room: OpenRoom, status: int = 200, told: str = "") -> Response:
    words = words_of(request)
    now, room = open_room.now(), open_room.room
    away = {who: open_room.presence.away(who, now) for who in room.people}
    return page(
        request, "console.html", status, kind="console", news="console/news", words=words,
        title=title_of(open_room, words), told=told, room=room,
        parties=open_room.scenario.scenario.parties,
        rows=[_row(open_room, number, words, now) for number in range(1, room.tables + 1)],
        unseated=[p for p in room.people.values() if p.table == 0],
        away={who: minutes(words, gone) for who, gone in away.items() if gone is not None},
        fresh=open_room.fresh_pins, address=open_room.address, personas=PERSONAS,
        notes=open_room.scenario.scenario.debrief.trainer.if_you_see,
    )  # fmt: skip


def _row(open_room: OpenRoom, number: int, words: Words, now: float) -> Row:
    seen = overview(open_room.room, open_room.table(number), now)
    parties = open_room.scenario.scenario.parties
    return Row(
        seen,
        where=first_up(words.of(seen.place.phase_name)),
        trust=points(seen.trust),
        risk=points(seen.risk),
        waited=minutes(words, seen.waited),
        waits_for=[words.of(parties[s.party].name) for s in seen.sittings if s.is_waited_for],
        personas={party: written.persona for party, written in parties.items()},
    )


def minutes(words: Words, seconds: float) -> str:
    """A span of time as it is told at a glance."""
    whole = max(0, int(seconds))
    return words("web.minutes", m=whole // 60, s=f"{whole % 60:02}")


def _login(request: Request, open_room: OpenRoom, status: int = 200, wrong: str = "") -> Response:
    title = words_of(request).of(open_room.scenario.scenario.title)
    action = f"/{open_room.code}/console/login"
    return page(request, "console_login.html", status, title=title, wrong=wrong, action=action)


async def login(request: Request, open_room: OpenRoom, form: Form) -> Response:
    """Let the trainer in."""
    device = request.client.host if request.client else ""
    name = f"{open_room.code} {device}"
    if _patience.is_out(name):
        return _login(request, open_room, 429, wrong="web.back.wait")
    answer = RedirectResponse(f"/{open_room.code}/console", 303)
    if doors.let_in(open_room.room, form.get("passphrase", ""), answer):
        _patience.right(name)
        return answer
    _patience.wrong(name)
    return _login(request, open_room, 403, wrong="web.console.wrong")


# --- done -----------------------------------------------------------------------------------------


async def do(request: Request, open_room: OpenRoom, form: Form) -> Response:
    """What the trainer does."""
    if not doors.is_trainer(request, open_room.room):
        return _login(request, open_room, 403)
    what = request.path_params["what"]
    if what in _AT_TABLES:
        for number in _tables(open_room, form):
            await open_room.at_table(number, _AT_TABLES[what](form))
    elif what in _IN_ROOM:
        entries = _IN_ROOM[what](open_room, form)
        if entries is None:
            return _shown(request, open_room, 400, "web.console.not-understood")
        await open_room.in_room(lambda _: entries)
    else:
        return page(request, "stop.html", 404, told="web.stop.nothing-here")
    return RedirectResponse(f"/{open_room.code}/console", 303)


def _tables(open_room: OpenRoom, form: Form) -> Sequence[int]:
    """The table that is meant, or all of them."""
    every = range(1, open_room.room.tables + 1)
    written = form.get("table", "")
    if written == "all":
        return [n for n in every if open_room.room.is_played(n)]
    return [int(written)] if written.isdecimal() and int(written) in every else []


def _table(open_room: OpenRoom, form: Form) -> int | None:
    return next(iter(_tables(open_room, form)), None) if form.get("table") != "all" else None


Decides = Callable[..., wishes.Wished]


def _begin(form: Form) -> Decides:
    return lambda room, table: () if table.begun else (Began(),)


def _give(form: Form) -> Decides:
    seconds = _number(form.get("seconds", ""), -3600, 3600)
    return lambda room, table: (TimeGiven(seconds=seconds),) if seconds else ()


def _staff(form: Form) -> Decides:
    """A computer player for a party, or its people again."""
    persona = _persona(form.get("persona", ""))
    party = form.get("party", "")

    def decide(room: object, table: Table) -> wishes.Wished:
        if party not in table.live.compiled.parties or table.staff.get(party) == persona:
            return ()
        return (Staffed(party=party, persona=persona),)

    return decide


_AT_TABLES: Mapping[str, Callable[[Form], Decides]] = {
    "begin": _begin,
    "pause": lambda form: lambda room, table: wishes.pause(table),
    "resume": lambda form: lambda room, table: wishes.resume(table),
    "go-on": lambda form: wishes.go_on,
    "back": lambda form: lambda room, table: wishes.step_back(table),
    "time": _give,
    "staff": _staff,
}

Entries = Sequence[RoomEntry]


def _tell(open_room: OpenRoom, form: Form) -> Entries | None:
    text = form.get("text", "").strip()[:LONGEST_NOTE]
    return (Told(table=_table(open_room, form), text=text),) if text else None


def _set_tables(open_room: OpenRoom, form: Form) -> Entries | None:
    """So many tables, and no fewer than have people."""
    wanted = _number(form.get("tables", ""), 1, MOST_TABLES)
    used = max((p.table for p in open_room.room.people.values()), default=1)
    return (TablesSet(tables=max(wanted, used)),) if wanted else None


def _set_timers(open_room: OpenRoom, form: Form) -> Entries | None:
    soft, hard = (_number(form.get(name, ""), 0, 240) for name in ("soft", "hard"))
    if soft and hard and soft > hard:
        return None
    at_the_end: AtTheEnd = "hold" if form.get("at_the_end") == "hold" else "persona"
    timers = TimersSet(soft=60 * soft or None, hard=60 * hard or None, at_the_end=at_the_end)
    return (timers,)


def _lock(open_room: OpenRoom, form: Form) -> Entries:
    return (Locked(locked=form.get("locked") == "yes"),)


def _move(open_room: OpenRoom, form: Form) -> Entries | None:
    """Somebody sits elsewhere; without a seat, nowhere."""
    person, (table, _, party) = form.get("person", ""), form.get("seat", "").partition(".")
    room = open_room.room
    if person not in room.people or party not in (*room.parties, ""):
        return None
    number = _number(table, 0, room.tables)
    return (Moved(person=person, table=number, party=(party or None) if number else None),)


def _new_pin(open_room: OpenRoom, form: Form) -> Entries | None:
    """A new PIN for somebody who lost phone and PIN; the console shows it until it is used."""
    person = form.get("person", "")
    if person not in open_room.room.people:
        return None
    pin = doors.Key.fresh().pin
    open_room.fresh_pins[person] = pin
    return (PinChanged(person=person, pin=hashed(open_room.room.opened.salt, f"{person}:{pin}")),)


def _bookmark(open_room: OpenRoom, form: Form) -> Entries | None:
    table = _table(open_room, form)
    if table is None:
        return None
    note = form.get("note", "").strip()[:LONGEST_NOTE]
    return (Bookmarked(table=table, step=open_room.table(table).step, note=note),)


def _show(open_room: OpenRoom, form: Form) -> Entries | None:
    """What the projector shows; a table only when it agrees."""
    what, table = form.get("what", ""), _table(open_room, form)
    step = _number(form.get("step", ""), 0, 8)
    if what == "table" and table is None:
        return None
    match what:
        case "join" | "tables" | "debrief" | "table":
            return (Showing(what=what, table=table, step=step),)
    return None


def _debrief(open_room: OpenRoom, form: Form) -> Entries:
    begins = form.get("begins") == "yes"
    showing = Showing(what="debrief" if begins else "tables")
    return Debriefing(begins=begins), showing


_IN_ROOM: Mapping[str, Callable[[OpenRoom, Form], Entries | None]] = {
    "tell": _tell, "tables": _set_tables, "timers": _set_timers, "lock": _lock, "move": _move,
    "pin": _new_pin, "bookmark": _bookmark, "show": _show, "debrief": _debrief,
}  # fmt: skip


def _number(written: str, least: int, most: int) -> int:
    """The whole number that was typed, within bounds; 0 for anything else."""
    try:
        return min(max(int(written), least), most)
    except ValueError:
        return 0


def _persona(written: str) -> Persona | None:
    return next((each for each in PERSONAS if each == written), None)
