"""What somebody sees on the own device, and what can be done there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import NamedTuple

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.play.state import Choice, MoveChoice
from engine.scenario.vocabulary import LANGUAGES
from game.pages.director import pages_for_all, pages_for_seat
from game.pages.kinds import ChoicePage, Page
from game.presenters.page import Cast, Line
from game.web import looking_back
from game.web.choice import Missing, read_choice
from game.web.doors import Key, fit_name, person_of
from game.web.hand import hand_html
from game.web.pages import page
from game.web.play import form_html, story_html
from game.words import Words, words_in
from game.workshop import wishes
from game.workshop.entries import Agreed, Card, Marked, Moved, Renamed
from game.workshop.hall import OpenRoom
from game.workshop.room import Person
from game.workshop.table import Table

MOST_STREAMS = 3  # of one person: more are forgotten tabs, or no person


class Fellow(NamedTuple):
    """Somebody of the own party. wish: in words, once it may be seen; None: nothing said yet."""

    name: str
    is_me: bool
    has_pen: bool
    wish: str | None
    has_said: bool


class Seen(NamedTuple):
    """What a device shows. state: what is going on; form: what can be chosen, if anything."""

    state: str
    moment: str
    story: Markup
    form: Markup | None
    fellows: Sequence[Fellow]
    waiting: Sequence[str]
    left: float | None
    hard: bool


@dataclass(eq=False)
class Place:
    """An open stream of somebody's device; the oldest goes when there are too many."""

    open_room: OpenRoom
    person: str
    _gone: bool = False

    def is_gone(self) -> bool:
        """Whether newer ones have taken its place."""
        return self._gone

    def __enter__(self) -> "Place":
        places = self.open_room.present.setdefault(self.person, [])
        places.append(self)
        for old in places[:-MOST_STREAMS]:
            old._gone = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.open_room.left(self.person, self)


def stream_of(open_room: OpenRoom, person: str) -> Place:
    """A place for one more stream of that person."""
    return Place(open_room, person)


# --- shown ----------------------------------------------------------------------------------------


async def show(request: Request, open_room: OpenRoom) -> Response:
    """The page of a seat; `?part` asks for the part that changes."""
    person = person_of(request, open_room.room)
    if person is None:
        return RedirectResponse(f"/{open_room.code}", 303)
    return _shown(request, open_room, person)


def _shown(
    request: Request, open_room: OpenRoom, person: Person, status: int = 200,
    *, told: str = "", missing: Sequence[Missing] = (), given: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    words = words_in(person.language)
    key = Key.of(request, open_room.code)
    template = "seat_part.html" if "part" in request.query_params else "seat.html"
    common = {
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
        story = looking_back.seat_html(open_room, table, person, words)
        return page(request, template, status, seen=_only(table, "debrief", story), **common)
    seen = _seen(open_room, table, person, words, missing, given or {})
    return page(request, template, status, seen=seen, **common)


def _only(table: Table, state: str, story: Markup) -> Seen:
    return Seen(state, table.moment, story, None, (), (), None, False)


def _seen(
    open_room: OpenRoom, table: Table, person: Person, words: Words,
    missing: Sequence[Missing], given: Mapping[str, str],
) -> Seen:  # fmt: skip
    cast = Cast.of(open_room.compiled, words)
    if person.party is None:
        shown = pages_for_all(table.live)
        return _only(table, "looks-on" if table.begun else "not-begun", story_html(cast, shown))
    shown = pages_for_seat(table.live, person.party)
    told = [each for each in shown if not isinstance(each, ChoicePage)]
    state = _state(open_room, table, person, shown)
    form = None
    if state in ("prefer", "seal", "read"):
        own = _own_wish(table, person)
        form = form_html(
            cast, shown[-1], action=f"/{open_room.code}/do/{'prefer' if state == 'prefer' else 'seal'}",
            moment=table.moment, may=state != "read", chosen=own, missing=missing, given=given,
        )  # fmt: skip
    timers = open_room.room.timers
    limit = timers.soft or timers.hard
    left = table.clock.left(open_room.now(), limit) if limit and table.is_playing else None
    return Seen(
        state, table.moment, story_html(cast, told), form,
        _fellows(open_room, table, person, cast), _waiting(open_room, table, cast), left,
        timers.soft is None,
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
    if wishes.asks_each(table, room.seated(table.number, person.party)):
        if person.id not in table.preferred:
            return "prefer"
    has_pen = wishes.pen_of(room, table, person.party) == person.id
    return "seal" if has_pen else "read"


def _own_wish(table: Table, person: Person) -> Choice | None:
    return table.preferred.get(person.id)


def _fellows(open_room: OpenRoom, table: Table, person: Person, cast: Cast) -> Sequence[Fellow]:
    """The own party; what the others want is seen by whoever has said it too."""
    assert person.party is not None
    room = open_room.room
    people = room.seated(table.number, person.party)
    if len(people) < 2:
        return ()
    pen = wishes.pen_of(room, table, person.party)
    may_see = person.id in table.preferred
    return [
        Fellow(
            each.name, each.id == person.id, each.id == pen,
            _wish(cast, table, table.preferred.get(each.id)) if may_see else None,
            each.id in table.preferred,
        )
        for each in people
    ]  # fmt: skip


def _wish(cast: Cast, table: Table, wish: Choice | None) -> str | None:
    if wish is None:
        return None
    if isinstance(wish, MoveChoice):
        return cast.words.of(cast.scenario.moves[wish.move].title)
    return cast.words("web.party.votes")


def _waiting(open_room: OpenRoom, table: Table, cast: Cast) -> Sequence[str]:
    """The parties that have yet to choose, by name; what they choose stays sealed."""
    return [cast.party(party) for party in table.live.waiting_for]


async def at_hand(request: Request, open_room: OpenRoom) -> Response:
    """The briefing, the game as it stands, the numbers, and the talk so far."""
    person = person_of(request, open_room.room)
    if person is None or person.party is None or person.table == 0:
        return RedirectResponse(f"/{open_room.code}", 303)
    words = words_in(person.language)
    cast = Cast.of(open_room.compiled, words)
    hand = hand_html(cast, open_room.table(person.table).live, person.party)
    return page(request, "hand.html", words=words, hand=hand)


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
    choice = read_choice(table.live.view(person.party), form)
    if isinstance(choice, Sequence):
        return _shown(request, open_room, person, 400, missing=choice, given=form)
    wish = wishes.prefer if what == "prefer" else wishes.seal
    no = await open_room.at_table(
        person.table, lambda room, table: wish(room, table, room.people[person.id], moment, choice)
    )
    if no is not None and no.reason == "refused":
        return _shown(request, open_room, person, 400, told="web.no.refused", given=form)
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
