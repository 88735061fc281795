"""What somebody sees on the own device, and what can be done there."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from zlib import crc32

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.play.state import Choice, MoveChoice
from engine.scenario.vocabulary import LANGUAGES
from game.html.report import blocks
from game.pages.director import pages_for_all, pages_for_seat
from game.pages.history import numbers_so_far
from game.pages.kinds import BriefingPage, ChoicePage, Page
from game.presenters.briefing import briefing, the_game
from game.presenters.gauges import gauges
from game.presenters.page import Cast
from game.web import looking_back
from game.web.doors import Key, fit_name, person_of
from game.web.form import Missing, answers_of, choice_of
from game.web.pages import page
from game.web.play import form_html, story_html
from game.words import Words, words_in
from game.workshop import wishes
from game.workshop.entries import Agreed, Card, Marked, Moved, Renamed
from game.workshop.hall import OpenRoom
from game.workshop.room import Person, Room
from game.workshop.table import Table


class Fellow(NamedTuple):
    """Somebody of the own party. wish: in words, once it may be seen; None: nothing said yet."""

    name: str
    is_me: bool
    has_pen: bool
    wish: str | None
    has_said: bool


class Seen(NamedTuple):
    """What a device shows. state: what is going on; form: what can be chosen, if anything.

    fellows: who is in the own party, if it has several people; pen: who of them seals; waiting: the
    parties that have yet to choose; left: seconds, if there is a timer.
    """

    state: str
    moment: str
    story: Markup
    form: Markup | None = None
    fellows: Sequence[Fellow] = ()
    pen: str = ""
    asks_each: bool = False
    waiting: Sequence[str] = ()
    left: float | None = None

    @property
    def story_key(self) -> str:
        """The same as long as the story is: then it is left alone, and nobody loses the place."""
        return str(crc32(self.story.encode()))


# --- shown ----------------------------------------------------------------------------------------


async def show(request: Request, open_room: OpenRoom) -> Response:
    """The page of a seat; `?part` asks for the part that changes."""
    person = person_of(request, open_room.room)
    if person is None:
        return RedirectResponse(f"/{open_room.code}", 303)
    return await _shown(request, open_room, person)


async def _shown(
    request: Request, open_room: OpenRoom, person: Person, status: int = 200,
    *, told: str = "", missing: Sequence[Missing] = (), given: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    words = words_in(person.language)
    key = Key.of(request, open_room.code)
    template = "seat_part.html" if "part" in request.query_params else "seat.html"
    common: dict[str, Any] = {
        "words": words, "person": person, "told": told, "room": open_room.room,
        "pin": key.pin if key else "", "languages": LANGUAGES,
        "title": open_room.scenario.scenario.title,
        "parties": open_room.scenario.scenario.parties,
        "messages": open_room.room.heard_at(person.table)[-3:],
    }  # fmt: skip
    if person.table == 0:
        return page(request, template, status, seen=None, **common)
    table = open_room.table(person.table)
    if open_room.room.debriefing and table.live.is_over and person.party:
        story = await looking_back.seat_html(open_room, table, person, words)
        return page(request, template, status, seen=Seen("debrief", table.moment, story), **common)
    seen = _seen(open_room, table, person, words, missing, given or {})
    return page(request, template, status, seen=seen, **common)


def _seen(
    open_room: OpenRoom, table: Table, person: Person, words: Words,
    missing: Sequence[Missing], given: Mapping[str, str],
) -> Seen:  # fmt: skip
    cast, room, code = Cast.of(open_room.compiled, words), open_room.room, open_room.code
    if person.party is None:
        state = "looks-on" if table.begun else "not-begun"
        return Seen(state, table.moment, story_html(cast, pages_for_all(table.live), code))
    shown = pages_for_seat(table.live, person.party)
    state, said = (
        _state(open_room, table, person, shown),
        wishes.wishes_of(room, table, person.party),
    )
    told = [each for each in shown if isinstance(each, BriefingPage)] if not table.begun else shown
    form = None
    if state in ("prefer", "seal", "read") and isinstance(asked := shown[-1], ChoicePage):
        form = form_html(
            cast, asked, action=f"/{code}/do/{'prefer' if state == 'prefer' else 'seal'}",
            moment=table.moment, may=state != "read", missing=missing,
            button=words("web.party.prefer" if state == "prefer" else "web.party.seal"),
            given=given or answers_of(said.get(person.id)),
        )  # fmt: skip
    people = room.seated(table.number, person.party)
    limit = room.timers.soft or room.timers.hard
    pen = wishes.pen_of(room, table, person.party)
    return Seen(
        state, table.moment, story_html(cast, told, code, table.moment), form,
        fellows=_fellows(room, table, person, cast) if len(people) > 1 else (),
        pen=room.people[pen].name if pen else "",
        asks_each=wishes.asks_each(table, people),
        waiting=[cast.party(p) for p in wishes.awaited(table) if p != person.party],
        left=table.clock.left(open_room.now(), limit) if limit and table.is_playing else None,
    )  # fmt: skip


def _state(open_room: OpenRoom, table: Table, person: Person, shown: Sequence[Page]) -> str:
    """What is going on for that person."""
    assert person.party is not None
    room = open_room.room
    if not table.begun:
        return "not-begun"
    if table.live.is_over:
        return "over"
    if table.is_paused:
        return "paused"
    if wishes.is_staffed(room, table, person.party):
        return "persona"
    if not shown or not isinstance(shown[-1], ChoicePage):
        return "waits"
    people, said = (
        room.seated(table.number, person.party),
        wishes.wishes_of(room, table, person.party),
    )
    if wishes.asks_each(table, people) and person.id not in said:
        return "prefer"
    has_pen = wishes.pen_of(room, table, person.party) == person.id
    return "seal" if has_pen else "read"


def _fellows(room: Room, table: Table, person: Person, cast: Cast) -> Sequence[Fellow]:
    """The own party; what the others want is seen by whoever has said it too."""
    assert person.party is not None
    pen = wishes.pen_of(room, table, person.party)
    said = wishes.wishes_of(room, table, person.party)
    return [
        Fellow(
            each.name, each.id == person.id, each.id == pen,
            _wish(cast, table, said.get(each.id)) if person.id in said else None, each.id in said,
        )
        for each in room.seated(table.number, person.party)
    ]  # fmt: skip


def _wish(cast: Cast, table: Table, wish: Choice | None) -> str | None:
    if wish is None:
        return None
    if isinstance(wish, MoveChoice):
        return cast.words.of(table.live.compiled.scenario.moves[wish.move].title)
    return cast.words("web.party.votes")


async def at_hand(request: Request, open_room: OpenRoom) -> Response:
    """The briefing, the game as it stands, the numbers, and the talk so far."""
    person = person_of(request, open_room.room)
    if person is None or person.party is None or person.table == 0:
        return RedirectResponse(f"/{open_room.code}", 303)
    words, live = words_in(person.language), open_room.table(person.table).live
    cast, view = Cast.of(open_room.compiled, words), live.view(person.party)
    numbers = numbers_so_far(live, person.party)
    told = (
        briefing(cast, view),
        the_game(cast, view),
        gauges(cast, view, numbers[-1] if numbers else None),
    )
    return page(request, "hand.html", words=words, hand=[blocks(each) for each in told])


# --- done -----------------------------------------------------------------------------------------


async def do(request: Request, open_room: OpenRoom, form: Mapping[str, str]) -> Response:
    """What somebody does at the own seat."""
    person = person_of(request, open_room.room)
    if person is None:
        return RedirectResponse(f"/{open_room.code}", 303)
    what = request.path_params["what"]
    if what in ("prefer", "seal"):
        return await _choose(request, open_room, person, what, form)
    if what in _DEEDS:
        await _DEEDS[what](open_room, person, form)
        return _back(request, open_room)
    return page(request, "stop.html", 404, told="web.stop.nothing-here")


def _back(request: Request, open_room: OpenRoom) -> Response:
    """Where to go after it: a page that asked with a script gets the new part at once."""
    if request.headers.get("x-part"):
        return RedirectResponse(f"/{open_room.code}/seat?part", 303)
    return RedirectResponse(f"/{open_room.code}/seat", 303)


async def _choose(
    request: Request, open_room: OpenRoom, person: Person, what: str, form: Mapping[str, str]
) -> Response:
    if person.table == 0 or person.party is None:
        return _back(request, open_room)
    table, moment = open_room.table(person.table), form.get("moment", "")
    if moment != table.moment or person.party not in table.live.waiting_for:
        return _back(request, open_room)  # pressed twice, or too late: the page says how it stands
    cast = Cast.of(open_room.compiled, words_in(person.language))
    asked = pages_for_seat(table.live, person.party)[-1]
    if not isinstance(asked, ChoicePage):
        return _back(request, open_room)
    choice = choice_of(cast, asked, form)
    if isinstance(choice, list):
        return await _shown(request, open_room, person, 400, missing=choice, given=form)
    wish = wishes.prefer if what == "prefer" else wishes.seal
    no = await open_room.at_table(
        person.table, lambda room, table: wish(room, table, room.people[person.id], moment, choice)
    )
    if no is not None and no.reason == "refused":
        return await _shown(request, open_room, person, 400, told="web.no.refused", given=form)
    return _back(request, open_room)


async def _trust(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    levels = {
        name.removeprefix("trust-"): int(value)
        for name, value in form.items()
        if name.startswith("trust-") and value.isdecimal() and int(value) <= 10
    }
    others = set(open_room.compiled.parties) - {person.party}
    if set(levels) <= others:
        moment = form.get("moment", "")
        await open_room.at_table(
            person.table, lambda _, table: wishes.say_trust(table, person, moment, levels)
        )


async def _take_pen(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    if person.table:
        await open_room.at_table(
            person.table, lambda room, table: wishes.take_pen(room, table, room.people[person.id])
        )


async def _note(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    note = form.get("note", "").strip()[:500]
    if note and person.table:
        await open_room.at_table(
            person.table, lambda _, table: (Marked(step=table.step, person=person.id, note=note),)
        )


async def _agree(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    if person.table and (party := person.party):
        agrees = form.get("agrees") == "yes"
        await open_room.at_table(
            person.table, lambda *_: (Agreed(party=party, person=person.id, agrees=agrees),)
        )


async def _card(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    if person.table:
        text = form.get("text", "").strip()[:500]
        await open_room.at_table(person.table, lambda *_: (Card(person=person.id, text=text),))


async def _me(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    language = next((each for each in LANGUAGES if each == form.get("language")), person.language)
    name = fit_name(form.get("name", "")) or person.name
    if (name, language) != (person.name, person.language):
        await open_room.in_room(
            lambda _: (Renamed(person=person.id, name=name, language=language),)
        )


async def _sit(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    """Whoever has no seat takes one."""
    table, _, party = form.get("seat", "").partition(".")
    fits = table.isdecimal() and 1 <= int(table) <= open_room.room.tables
    if person.table == 0 and fits and party in (*open_room.compiled.parties, ""):
        await open_room.in_room(
            lambda _: (Moved(person=person.id, table=int(table), party=party or None),)
        )


_DEEDS = {
    "trust": _trust, "pen": _take_pen, "note": _note, "agree": _agree, "card": _card, "me": _me,
    "sit": _sit,
}  # fmt: skip
