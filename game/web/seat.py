"""What somebody sees on the own device, and what can be done there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine.play.state import Choice, MoveChoice, Refusal
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import LANGUAGES
from game.pages import pages_for_seat
from game.pages.director import place_of
from game.pages.kinds import BriefingPage, ChoicePage, Page, TrustPage
from game.presenters.page import Cast
from game.web import curtain, looking_back
from game.web.choice import STAGE, TRUST_STAGE, filled_in, read_choice, read_trust
from game.web.doors import Key, called, fit_name, person_of, seat_of, shared
from game.web.guards import text_in
from game.web.hand import Hand, hand_html
from game.web.kept import kept, kept_for
from game.web.markup import fill
from game.web.page import Header, header_of
from game.web.pages import TONGUES, page
from game.web.play import Asking, ask_html, looking_on_html, story_html, up_to_question
from game.web.questions import Back
from game.words import Words, words_in
from game.workshop import wishes
from game.workshop.entries import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_ONCE,
    Moved,
    Renamed,
    RoomEntry,
)
from game.workshop.hall import OpenRoom
from game.workshop.room import Person, Room
from game.workshop.table import Table

WISH = "wish"  # the field that says whether a form is a first wish, or seals


class Fellow(NamedTuple):
    """Somebody of the own party. wish: in words, once it may be seen; None: nothing said yet."""

    name: str
    is_me: bool
    has_pen: bool
    wish: str | None
    has_said: bool


# --- shown ----------------------------------------------------------------------------------------


async def show(request: Request, open_room: OpenRoom) -> Response:
    """The page of a seat."""
    person = person_of(request, open_room.room)
    if person is None:
        return RedirectResponse(f"/{open_room.code}", 303)
    return await _shown(request, open_room, person)


async def _shown(
    request: Request, open_room: OpenRoom, person: Person, status: int = 200,
    back: Back | None = None, told: str = "",
) -> Response:  # fmt: skip
    words, room, key = words_in(person.language), open_room.room, Key.of(request, open_room.code)
    scenario = open_room.scenario.scenario
    common: dict[str, Any] = {
        "words": words, "person": person, "languages": TONGUES, "told": told,
        "pin": key.pin if key and room.is_pin(person, key.pin) else "",
        "messages": room.heard_at(person.table)[-3:], "left": None, "state": "",
        "asks_consent": False, "is_shared": bool(shared(request, room)),
    }  # fmt: skip
    header = Header(words.of(scenario.title), _who(words, person, scenario))
    aside = None
    table = open_room.table(person.table) if person.table else None
    if table is None:
        play = fill("sit.html", words=words, room=room, parties=scenario.parties)
    elif room.debriefing and looking_back.has_played(table):
        play = await looking_back.seat_html(open_room, table, person, words)
    elif person.party is None:
        common["state"] = "looks-on" if table.begun else "will-look-on"
        cast = Cast.of(open_room.compiled, words)
        live = table.public
        play = kept(table, ("all", words.language), lambda: looking_on_html(cast, live))
    else:
        seen, showing = _seen(open_room, table, person, words, back), room.showing
        header, play, aside = seen.header, seen.play, seen.aside
        common |= {
            "state": seen.state, "left": seen.left,
            "asks_consent": showing.what == "table" and showing.table == person.table,
        }  # fmt: skip
    return page(
        request, "seat.html", status, kind="seat", news="news", header=header, aside=aside,
        play=play, **common,
    )  # fmt: skip


def _who(words: Words, person: Person, scenario: Scenario) -> str:
    """Whose device this is, and where it stands."""
    if person.table == 0:
        return words("web.seat.none", name=person.name)
    if person.party is None:
        return words("web.seat.onlooker", name=person.name, table=person.table)
    party = words.of(scenario.parties[person.party].name)
    return words("web.seat.you", name=person.name, party=party, table=person.table)


class Seen(NamedTuple):
    """What a seat sees of its play. state: what is going on; left: seconds, with a timer."""

    state: str
    header: Header
    play: Markup
    aside: Markup | None
    left: float | None


def _seen(
    open_room: OpenRoom, table: Table, person: Person, words: Words, back: Back | None
) -> Seen:
    assert person.party is not None
    cast, room = Cast.of(open_room.compiled, words), open_room.room
    party, language = person.party, words.language
    seat, live = kept_for(table, party), table.play_of(party)
    shown = kept(table, ("pages", seat), lambda: pages_for_seat(live, party))
    state = _state(open_room, table, person, shown)
    # Read before the table begins; after that it is at hand.
    shown = tuple(each for each in shown if isinstance(each, BriefingPage) != table.begun)
    has_pen = wishes.pen_of(room, table, party) == person.id
    if not has_pen:  # how far the party trusts the others is said once, by whoever seals
        shown = tuple(each for each in shown if not isinstance(each, TrustPage))
    wish = wishes.wishes_of(room, table, party).get(person.id)
    own = _party(room, table, person, cast, state) if state != "over" else None

    asked = up_to_question(shown)
    how = Asking(
        (("moment", table.moment_of(party)), (WISH, state)),
        go=words("web.party.prefer") if state == "prefer" else "",
        is_locked=state == "read",
        is_open=state in ("prefer", "seal", "read"),
        waiting=_waiting(table, party, cast, state) if state in ("waits", "left") else None,
    )
    story = kept(table, ("story", seat, language, has_pen), lambda: story_html(cast, asked))
    if back is None:
        form = filled_in(wish) if wish else {}
        name = "ask", seat, language, has_pen, how, tuple(form.items())
        ask = kept(table, name, lambda: ask_html(cast, asked, Back(form), how))
    else:
        ask = ask_html(cast, asked, back, how)
    play = story + (own or "") + ask
    header = header_of(cast, shown[-1].room if shown else place_of(live), person.party)
    note = _who(words, person, open_room.scenario.scenario)
    is_asked = bool(asked) and isinstance(asked[-1], TrustPage)
    aside = kept(
        table, ("hand", seat, language, is_asked),
        lambda: hand_html(cast, Hand.of(live, party), has_numbers=not is_asked),
    )  # fmt: skip
    limit = room.timers.soft or room.timers.hard
    left = table.clock.left(open_room.now(), limit) if limit and table.is_playing else None
    return Seen(state, replace(header, note=note), play, aside if table.begun else None, left)


def _state(open_room: OpenRoom, table: Table, person: Person, shown: Sequence[Page]) -> str:
    """What is going on for that person."""
    assert person.party is not None
    room = open_room.room
    if not table.begun:
        return "not-begun"
    if table.play_of(person.party).is_over:
        return "over"
    if table.is_paused:
        return "paused"
    if wishes.is_staffed(room, table, person.party):
        return "persona"
    if table.play_of(person.party).view(person.party).has_left:
        return "left"
    if not shown or not isinstance(shown[-1], ChoicePage):
        return "waits"
    if wishes.is_asked_first(room, table, person):
        return "prefer"
    has_pen = wishes.pen_of(room, table, person.party) == person.id
    return "seal" if has_pen else "read"


def _party(room: Room, table: Table, person: Person, cast: Cast, state: str) -> Markup | None:
    """The own party, if it is several people; their wishes are for those who said theirs."""
    assert person.party is not None
    people = room.seated(table.number, person.party)
    if len(people) < 2:
        return None
    said = wishes.wishes_of(room, table, person.party)
    pen = wishes.pen_of(room, table, person.party)
    fellows = [
        Fellow(
            each.name, each.id == person.id, each.id == pen,
            _wish(cast, table, said.get(each.id)) if person.id in said else None, each.id in said,
        )
        for each in people
    ]  # fmt: skip
    return fill(
        "party.html", words=cast.words, fellows=fellows, state=state,
        pen=room.people[pen].name if pen else "", asks_each=wishes.asks_each(table, people),
    )  # fmt: skip


def _wish(cast: Cast, table: Table, wish: Choice | None) -> str | None:
    if wish is None:
        return None
    if isinstance(wish, MoveChoice):
        return cast.words.of(table.live.compiled.scenario.moves[wish.move].title)
    return cast.words("web.party.votes")


def _waiting(table: Table, party: str, cast: Cast, state: str) -> str:
    """Which parties have yet to choose, as far as this one may know it; not if it has left."""
    if state == "left":
        return cast.words("web.seat.left")
    who = cast.words.all_of([cast.party(p) for p in wishes.awaited(table) if p != party])
    return cast.words("web.seat.waits", who=who) if who else cast.words("web.seat.waits.none")


# --- done -----------------------------------------------------------------------------------------


async def do(request: Request, open_room: OpenRoom, form: Mapping[str, str]) -> Response:
    """What somebody does at the own seat."""
    person = person_of(request, open_room.room)
    if person is None:
        return RedirectResponse(f"/{open_room.code}", 303)
    what = request.path_params["what"]
    if what in _DEEDS:
        why_not = await _DEEDS[what](open_room, person, form)
        if why_not is not None:
            now = open_room.room.people[person.id]
            return await _shown(request, open_room, now, 409, told=why_not)
        return _back(request, open_room)
    return page(request, "stop.html", 404, told="web.stop.nothing-here")


def _back(request: Request, open_room: OpenRoom) -> Response:
    """Where to go after it: the page, as things stand then."""
    return RedirectResponse(f"/{open_room.code}/seat", 303)


async def choose(request: Request, open_room: OpenRoom, form: Mapping[str, str]) -> Response:
    """What somebody chooses, or wants the own party to choose."""
    person = person_of(request, open_room.room)
    if person is None or person.table == 0 or person.party is None:
        return _back(request, open_room)
    table, moment = open_room.table(person.table), form.get("moment", "")
    if form.get(STAGE) == TRUST_STAGE:
        return await _trust(request, open_room, person, form)
    if moment != table.moment_of(person.party) or person.party not in table.waiting_for:
        return _back(request, open_room)  # pressed twice, or too late: the page says how it stands
    choice = read_choice(table.play_of(person.party).view(person.party), form)
    if isinstance(choice, tuple):
        return await _shown(request, open_room, person, 400, Back(form, choice))
    if isinstance(choice, Refusal):
        return await _shown(request, open_room, person, 400, Back(form, refusal=choice))
    # As the page had it: a first wish that comes twice must not be sealed.
    wish = wishes.prefer if form.get(WISH) == "prefer" else wishes.seal
    no = await open_room.at_table(
        person.table, lambda room, table: wish(room, table, room.people[person.id], moment, choice)
    )
    if no is not None and no.refusal is not None:
        return await _shown(request, open_room, person, 400, Back(form, refusal=no.refusal))
    return RedirectResponse(
        f"/{open_room.code}/{curtain.where_to(request, open_room, person)}", 303
    )


async def _trust(
    request: Request, open_room: OpenRoom, person: Person, form: Mapping[str, str]
) -> Response:
    """How far somebody trusts the others, or that the question is passed over."""
    assert person.party is not None
    play = open_room.table(person.table).play_of(person.party)
    levels = read_trust(play.view(person.party), form)
    if isinstance(levels, tuple):
        return await _shown(request, open_room, person, 400, Back(form, levels))
    moment = form.get("moment", "")
    await open_room.at_table(
        person.table, lambda _, table: wishes.say_trust(table, person, moment, levels)
    )
    return _back(request, open_room)


async def _take_pen(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    if person.table:
        await open_room.at_table(
            person.table, lambda room, table: wishes.take_pen(room, table, room.people[person.id])
        )


async def _note(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    note, once = text_in(form, "note", LONGEST_NOTE), text_in(form, "once", LONGEST_ONCE)
    if note and person.table:
        await open_room.at_table(
            person.table, lambda _, table: wishes.mark(table, person, note, once)
        )


async def _agree(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    agrees = form.get("agrees")
    if person.table and agrees in ("yes", "no"):
        await open_room.at_table(
            person.table, lambda _, table: wishes.agree(table, person, agrees=agrees == "yes")
        )


async def _card(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    if person.table and "text" in form:
        text = text_in(form, "text", LONGEST_NOTE)
        await open_room.at_table(
            person.table, lambda _, table: wishes.write_card(table, person, text)
        )


async def _recall(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    """What somebody remembers, once the debrief is open; of the turning points, one that was."""
    if not person.table or not open_room.room.debriefing:
        return
    feeling, wanted = text_in(form, "feeling", LONGEST_NAME), form.get("turn", "")

    def decide(_: Room, table: Table) -> wishes.Wished:
        turns = looking_back.turns_of(table)
        turn = next((each for each in turns if looking_back.turn_value(each) == wanted), None)
        return wishes.recall(table, person, " ".join(feeling.split()), turn)

    await open_room.at_table(person.table, decide)


async def _me(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> str | None:
    """Somebody is called otherwise, or reads another language; why not, as a key of the words."""
    wanted = fit_name(form.get("name", "")) or person.name
    language = next((each for each in LANGUAGES if each == form.get("language")), person.language)
    is_taken = False

    def decide(room: Room) -> Sequence[RoomEntry]:
        nonlocal is_taken
        now, whose = room.people[person.id], called(room, wanted)
        is_taken = whose is not None and whose.id != now.id
        name = now.name if is_taken else wanted
        if (name, language) == (now.name, now.language):
            return ()
        return (Renamed(person=now.id, name=name, language=language),)

    await open_room.in_room(decide)
    return "web.no.name-taken" if is_taken else None


async def _sit(open_room: OpenRoom, person: Person, form: Mapping[str, str]) -> None:
    """Whoever has no seat takes one."""

    def decide(room: Room) -> Sequence[RoomEntry]:
        seat = seat_of(room, form.get("seat", ""))
        if seat is None or room.people[person.id].table != 0:
            return ()
        return (Moved(person=person.id, table=seat[0], party=seat[1]),)

    await open_room.in_room(decide)


_DEEDS = {
    "pen": _take_pen, "note": _note, "agree": _agree, "card": _card, "me": _me, "sit": _sit,
    "recall": _recall,
}  # fmt: skip
