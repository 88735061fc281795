"""The trainer's console: the tables at a glance, and what the trainer can do about them."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.debrief import ASSUMPTIONS, Assumed, Assumption
from engine.players import PERSONAS
from engine.scenario.schema import Script
from engine.scenario.vocabulary import Persona
from game.presenters.page import Cast, first_up, points
from game.presenters.room_debrief import STEPS, assumption_words, step_title
from game.web import debriefing, doors
from game.web.guards import text_in, whole
from game.web.pages import page, title_of, words_of
from game.words import Words, words_in
from game.workshop import wishes
from game.workshop.entries import (
    LONGEST_NOTE,
    LONGEST_ONCE,
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
from game.workshop.hall import Decides, OpenRoom
from game.workshop.overview import Overview, overview
from game.workshop.room import Room
from game.workshop.table import Table

Form = Mapping[str, str]


class Row(NamedTuple):
    """A table as the console shows it, in words and whole numbers. personas: by party.

    moment: the present choice.
    """

    seen: Overview
    where: str
    trust: int
    risk: int
    waited: str
    waits_for: Sequence[str]
    personas: Mapping[str, Persona]
    moment: str


# --- shown ----------------------------------------------------------------------------------------


async def show(request: Request, open_room: OpenRoom) -> Response:
    """The console; whoever was not let in yet is asked for the passphrase."""
    if not doors.is_trainer(request, open_room.room):
        return _login(request, open_room)
    await open_room.read_all()
    return _shown(request, open_room)


def _shown(request: Request, open_room: OpenRoom, status: int = 200, told: str = "") -> Response:
    words = words_of(request)
    now, room = open_room.now(), open_room.room
    rows = [_row(open_room, number, words, now) for number in range(1, room.tables + 1)]
    away = {who: open_room.presence.away(who, now) for who in room.people}
    return page(
        request, "console.html", status, kind="console", words=words,
        news=f"/{open_room.code}/console/news",
        title=title_of(open_room, words), told=told, room=room,
        parties=open_room.scenario.scenario.parties,
        rows=rows,
        unseated=[p for p in room.people.values() if p.table == 0],
        away={who: minutes(words, gone) for who, gone in away.items() if gone is not None},
        debrief=_leading(open_room, words), fresh=room.new_pins(),
        address=open_room.address, personas=PERSONAS,
        notes=open_room.scenario.scenario.debrief.trainer.if_you_see,
        here=_notes_here(rows, open_room.scenario.scenario.script, words),
    )  # fmt: skip


class NoteHere(NamedTuple):
    """What the author tells the trainer about a phase, and the tables that are there."""

    phase: str
    tables: str
    text: str


def _notes_here(rows: Sequence[Row], script: Script, words: Words) -> list[NoteHere]:
    """The notes about the phases where tables are now, in the order of the script."""
    there: dict[str, list[str]] = {}
    for row in rows:
        if row.seen.state in ("playing", "paused"):
            table = words("web.seat.table", table=row.seen.number)
            there.setdefault(row.seen.place.phase, []).append(table)
    return [
        NoteHere(first_up(words.of(phase.name)), words.all_of(there[name]), words.of(phase.trainer))
        for name, phase in script.phases.items()
        if name in there and phase.trainer is not None
    ]


class Leading(NamedTuple):
    """Where the debrief is, in words. tables: those that have played; named: those of them that the
    room may see.
    """

    where: str
    recalled: str
    titles: Sequence[str]
    tables: Sequence[int]
    named: Sequence[int]
    assumptions: Sequence["Slider"]


class Slider(NamedTuple):
    """An assumption of the model that can be turned. told: what it is, and between what it lies."""

    of: Assumption
    now: float
    told: str


def _leading(open_room: OpenRoom, words: Words) -> Leading | None:
    """Where the debrief is on the wall; None while it is not open."""
    room = open_room.room
    if not room.debriefing:
        return None
    cast, plays = Cast.of(open_room.compiled, words), debriefing.plays_now(open_room)
    where = ""
    if room.showing.what == "debrief":
        now = debriefing.shown(cast, plays, room.showing)
        where = words("room.at", step=now.step.number, part=now.part + 1, parts=now.of + 1)
    tables = list(debriefing.played_tables(open_room))
    failed = debriefing.failed_told(open_room, words)
    return Leading(
        " ".join((where, *failed)).strip(),
        words(
            "room.console.recalled", n=sum(len(table.recalled) for table in tables),
            of=sum(len(room.at_table(table.number)) for table in tables),
        ),
        [step_title(words, number) for number in range(STEPS)],
        [table.number for table in tables],
        [table.number for table in plays.named],
        [
            Slider(
                each, room.showing.assumed.get(each.name, each.default),
                assumption_words(words, each, room.showing.assumed),
            )
            for each in ASSUMPTIONS.values()
        ],
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
        moment=open_room.table(number).moment,
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
    answer = RedirectResponse(f"/{open_room.code}/console", 303)
    if doors.let_in(open_room.room, form.get("passphrase", ""), answer):
        return answer
    return _login(request, open_room, 403, wrong="web.console.wrong")


# --- done -----------------------------------------------------------------------------------------


async def do(request: Request, open_room: OpenRoom, form: Form) -> Response:
    """What the trainer does."""
    if not doors.is_trainer(request, open_room.room):
        return _login(request, open_room, 403)
    what, done = request.path_params["what"], request.app.state.done
    if what not in {*_AT_TABLES, *_IN_ROOM}:
        return page(request, "stop.html", 404, told="web.stop.nothing-here")
    name = form.get("once", "")[:LONGEST_ONCE]
    once = f"{open_room.code} {name}" if name else ""
    if once not in done:
        done.add(once)
        try:
            is_understood = await _done(request, open_room, what, form)
        except BaseException:
            done.discard(once)
            raise
        if not is_understood:
            await open_room.read_all()
            return _shown(request, open_room, 400, "web.console.not-understood")
    return RedirectResponse(f"/{open_room.code}/console", 303)


async def _is_written(open_room: OpenRoom, number: int, decide: Decides) -> bool:
    """Do that at a table; whether it led to anything."""
    rows = open_room.table(number).rows
    await open_room.at_table(number, decide)
    return open_room.table(number).rows > rows


async def _done(request: Request, open_room: OpenRoom, what: str, form: Form) -> bool:
    """Do it; whether it was understood."""
    if what in _AT_TABLES:
        numbers, decide = _tables(open_room.room, form), _AT_TABLES[what](form)
        if numbers is None or decide is None:
            return False
        for number in numbers:
            before = open_room.table(number).moment
            while await _is_written(open_room, number, decide) and what == "go-on":
                # Whoever thought about a discovery has then still to choose with the others.
                if open_room.table(number).moment != before:
                    break
        return True
    is_understood = False

    def entries(room: Room) -> Entries:
        nonlocal is_understood
        found = _IN_ROOM[what](open_room, form)
        is_understood = found is not None
        return found or ()

    await open_room.in_room(entries)
    if what == "debrief" and open_room.room.debriefing:
        await _let_rest(open_room)
    return is_understood


async def _let_rest(open_room: OpenRoom) -> None:
    """What was hidden is told now, so no table plays on until the trainer says so."""
    for number in range(1, open_room.room.tables + 1):
        if open_room.table(number).is_playing:
            await open_room.at_table(number, lambda room, table: wishes.pause(table))


def _tables(room: Room, form: Form) -> Sequence[int] | None:
    """The table that is meant, or all of them; None if there is no such table."""
    written = form.get("table", "")
    if written == "all":
        return [n for n in range(1, room.tables + 1) if room.is_played(n)]
    number = whole(written)
    return [number] if number is not None and 1 <= number <= room.tables else None


def _table(open_room: OpenRoom, form: Form) -> int | None:
    """The one table that is meant."""
    meant = _tables(open_room.room, form) if form.get("table") != "all" else None
    return meant[0] if meant else None


def _begin(form: Form) -> Decides:
    return lambda room, table: () if table.begun else (Began(),)


def _give(form: Form) -> Decides | None:
    seconds = _number(form.get("seconds", ""), -3600, 3600)
    return (lambda room, table: (TimeGiven(seconds=seconds),)) if seconds else None


def _now(form: Form, decide: Decides) -> Decides:
    """Only at the moment that the form belongs to: what is pressed twice is done once."""

    def at_moment(room: Room, table: Table) -> wishes.Wished:
        is_now = form.get("moment", table.moment) == table.moment
        return decide(room, table) if is_now else ()

    return at_moment


def _staff(form: Form) -> Decides | None:
    """A computer player for a party, or its people again."""
    written, party = form.get("persona"), form.get("party", "")
    persona = _persona(written or "")
    if written is None or (written and persona is None):
        return None

    def decide(room: object, table: Table) -> wishes.Wished:
        if party not in table.live.compiled.parties or table.staff.get(party) == persona:
            return ()
        return (Staffed(party=party, persona=persona),)

    return decide


_AT_TABLES: Mapping[str, Callable[[Form], Decides | None]] = {
    "begin": _begin,
    "pause": lambda form: lambda room, table: wishes.pause(table),
    "resume": lambda form: lambda room, table: wishes.resume(table),
    "go-on": lambda form: _now(form, wishes.go_on),
    "back": lambda form: _now(form, lambda room, table: wishes.step_back(table)),
    "time": _give,
    "staff": _staff,
}

Entries = Sequence[RoomEntry]


def _tell(open_room: OpenRoom, form: Form) -> Entries | None:
    text, table = text_in(form, "text", LONGEST_NOTE), _table(open_room, form)
    if not text or (table is None and form.get("table") != "all"):
        return None
    return (Told(table=table, text=text),)


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


def _lock(open_room: OpenRoom, form: Form) -> Entries | None:
    locked = _yes_or_no(form, "locked")
    return None if locked is None else (Locked(locked=locked),)


def _yes_or_no(form: Form, name: str) -> bool | None:
    return {"yes": True, "no": False}.get(form.get(name, ""))


def _move(open_room: OpenRoom, form: Form) -> Entries | None:
    """Somebody sits elsewhere; without a seat, nowhere."""
    room, written = open_room.room, form.get("seat", "")
    person = room.people.get(form.get("person", ""))
    seat = (0, None) if written == "0." else doors.seat_of(room, written)
    if person is None or seat is None:
        return None
    is_there = (person.table, person.party) == seat
    return () if is_there else (Moved(person=person.id, table=seat[0], party=seat[1]),)


def _give_pin(open_room: OpenRoom, form: Form) -> Entries | None:
    """A new PIN for somebody who lost phone and PIN; the console shows it until it is used."""
    room = open_room.room
    person = room.people.get(form.get("person", ""))
    if person is None:
        return None
    pin = room.kept_pin(person.id, room.next_pin(person))
    return (PinChanged(person=person.id, pin=pin),)


def _bookmark(open_room: OpenRoom, form: Form) -> Entries | None:
    table = _table(open_room, form)
    if table is None:
        return None
    note = text_in(form, "note", LONGEST_NOTE)
    made = Bookmarked(table=table, step=open_room.table(table).step, note=note)
    return () if any(made == known for _, known in open_room.room.bookmarks) else (made,)


def _show(open_room: OpenRoom, form: Form) -> Entries | None:
    """What the projector shows; a table only when it agrees."""
    what, table = form.get("what", ""), _table(open_room, form)
    step, part = _number(form.get("step", ""), 0, 8), _number(form.get("part", ""), 0, 999)
    if what == "table" and table is None:
        return None
    match what:
        case "debrief":
            # The table whose choices are looked at stays until another is chosen.
            table = table or _forked(open_room)
            assumed = open_room.room.showing.assumed
            return (Showing(what=what, table=table, step=step, part=part, assumed=assumed),)
        case "join" | "tables" | "table":
            return (Showing(what=what, table=table),)
    return None


def _forked(open_room: OpenRoom) -> int | None:
    showing = open_room.room.showing
    return showing.table if showing.what == "debrief" else None


def _lead(open_room: OpenRoom, form: Form) -> Entries | None:
    """The debrief goes a part further, or back."""
    forwards = {"on": True, "back": False}.get(form.get("way", ""))
    if forwards is None:
        return None
    return (debriefing.moved(open_room, words_in(open_room.room.opened.language), forwards),)


_LAST = 999  # a part that is there in no step: the last there is


def _assume(open_room: OpenRoom, form: Form) -> Entries | None:
    """Something else is assumed of the model's payoffs, or all of it as the model has it."""
    assumed: dict[Assumed, float] = {}
    for each in ASSUMPTIONS.values() if form.get("as") != "model" else ():
        try:
            value = float(form.get(each.name, each.default))
        except ValueError:
            return None
        if not each.low <= value <= each.high:
            return None
        if value != each.default:
            assumed[each.name] = value
    table = _forked(open_room)
    return (Showing(what="debrief", table=table, step=7, part=_LAST, assumed=assumed),)


def _debrief(open_room: OpenRoom, form: Form) -> Entries | None:
    begins = _yes_or_no(form, "begins")
    if begins is None:
        return None
    showing = Showing(what="debrief" if begins else "tables")
    return Debriefing(begins=begins), showing


_IN_ROOM: Mapping[str, Callable[[OpenRoom, Form], Entries | None]] = {
    "tell": _tell, "tables": _set_tables, "timers": _set_timers, "lock": _lock, "move": _move,
    "pin": _give_pin, "assume": _assume,
    "bookmark": _bookmark, "show": _show, "debrief": _debrief, "lead": _lead,
}  # fmt: skip


def _number(written: str, least: int, most: int) -> int:
    """The whole number that was typed, within bounds; 0 for anything else."""
    try:
        return min(max(int(written), least), most)
    except ValueError:
        return 0


def _persona(written: str) -> Persona | None:
    return next((each for each in PERSONAS if each == written), None)
