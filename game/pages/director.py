"""The order in which things are shown: a play -> the pages up to the next choice.

A pure function: the same play always gives the same pages. So a resumed play continues with the
results of its last step, and nothing that somebody had not yet been told is lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, takewhile
from typing import TypeVar

from engine.live_play import LivePlay
from engine.play.events import (
    Confronted,
    Event,
    LinesTold,
    MoveMade,
    PersonArrived,
    PhaseOpened,
    RitualHeld,
)
from engine.play.state import SCENE, MoveChoice, Prediction, State
from engine.play.view.heard import (
    ChangeSeen,
    ConfrontationSeen,
    ExchangeHeard,
    Heard,
    LinesHeard,
    MoveSeen,
    OptionSeen,
    PersonSeen,
    PhaseSeen,
    RefusalSeen,
    ReplySeen,
    ResponseSeen,
    RitualSeen,
    ScriptEventSeen,
)
from engine.play.view.records import (
    MOODS,
    ChangeCard,
    PartySeen,
    Room,
    Utterance,
    View,
)
from engine.play.view.room import room
from engine.play.view.situation import ending
from engine.play.view.visibility import hear
from engine.scenario.scenery import Scenery
from game.pages.history import numbers_so_far, path_so_far
from game.pages.kinds import (
    Act,
    ArrivalPage,
    AsidePage,
    BriefingPage,
    ChangePage,
    ChoicePage,
    ConsequencePage,
    CurtainPage,
    EndingPage,
    ExchangePage,
    Fresh,
    MovePage,
    News,
    Numbers,
    OptionPage,
    Page,
    ProposalPage,
    RaisePage,
    ReplyPage,
    ResponsePage,
    RevealPage,
    ScenePage,
    ScriptEventPage,
    TrustPage,
    VotePage,
)


def arrival_of(live: LivePlay) -> ArrivalPage | None:
    """Where the talks are now, to look at again."""
    return None if live.is_over else next(_Director(live, live.people).arrival(), None)


def place_of(live: LivePlay) -> Room:
    """Where the talks are now, as everybody sees it."""
    return _Director(live, live.people).here


def told_so_far(live: LivePlay) -> tuple[Page, ...]:
    """What was shown and told in the whole play, to be read again: at a shared screen only what
    everybody saw.
    """
    director = _Director(live, live.people)
    told: list[Page] = []
    for step in range(len(live.steps)):
        after = director.after(step)
        if step:
            told += after.what_came()
        if step < len(live.steps) - 1 or not live.is_over:
            told += [*after.arriving(), *after.stopping()]
    return tuple(page for page in told if not isinstance(page, TrustPage))


def pages_for_all(live: LivePlay) -> tuple[Page, ...]:
    """The results of the last step and where the talks are, if no person plays."""
    director = _Director(live, live.people)
    if live.is_over:
        return (*director.what_came(), *director.the_end())
    return (*director.what_came(), *director.arrival(), *director.stopping())


def pages_told_in_full(live: LivePlay) -> tuple[Page, ...]:
    """The same for who may know all: with what was done and said in a side talk.

    In one, everybody has a page of what they saw, and the place is as those see it who are there.
    """
    director = _Director(live, live.people)
    if live.is_over:
        return (*director.in_full(), *director.the_end())
    return (*director.in_full(), *director.within().arrival(), *director.stopping())


def pages(live: LivePlay) -> tuple[Page, ...]:
    """The pages from the last choice to the next: the last of them asks for it, or is the ending.

    With one person, every page is for that seat. At a shared screen, what everybody may see comes
    first; then everybody in turn looks alone, behind a curtain.
    """
    director = _Director(live, live.people)
    # At a shared screen the others have seen what came before.
    return tuple(director.turn() if live.pending else director.sequence())


def pages_for_seat(live: LivePlay, seat: str) -> tuple[Page, ...]:
    """What that seat sees on a screen of its own: all since it last chose, and then its choice.

    The last page is no choice as long as it waits for others: what it sealed is in its envelope.
    """
    return tuple(_Director(live, (seat,)).sequence())


_AFAR = "from-afar"  # the drawing of a place where others talk
_About = TypeVar("_About", bound=ConfrontationSeen | ReplySeen | ResponseSeen | View)


class _Director:
    """Reads one play for the seats that look at one screen. It remembers nothing between calls."""

    def __init__(self, live: LivePlay, seats: tuple[str, ...]) -> None:
        self.live, self.compiled, self.seats = live, live.compiled, seats

    # --- the order ------------------------------------------------------------------------------

    def sequence(self) -> Iterator[Page]:
        unseen = self.unseen_by(self.seats)
        if unseen.start == 0:
            yield from self.briefings()
        else:
            # Where the talks go next is only told behind it.
            yield from self.curtain(None, self.after(unseen.start).there)
        for step in unseen:
            if step:
                yield from self.after(step).what_came()
            if step < len(self.live.steps) - 1:
                yield from self.after(step).arriving()
                yield from self.after(step).stopping()
        if self.live.is_over:
            yield from self.the_end()
        else:
            yield from self.arriving()
            yield from self.stopping()
            yield from self.turn()

    def unseen_by(self, people: Sequence[str]) -> range:
        """The steps since one of those people last chose: in a scene others can go on first.

        From 0, the opening, if none of them has chosen yet.
        """
        last = len(self.live.steps) - 1
        own = (at + 1 for at in self.live.chose(*people) if at < last)
        return range(max(own, default=0), last + 1)

    def after(self, step: int) -> "_Director":
        """The same, as the play stood after that step."""
        if step == len(self.live.steps) - 1:
            return self
        return _Director(self.live.at(step), self.seats)

    def consequences(self, seat: str) -> Iterator[Page]:
        """What every step did to that seat since it last chose, and what it alone saw of it."""
        for step in self.unseen_by([seat]):
            after = self.after(step)
            if step and after.was_apart:
                yield from _Director(after.live, (seat,)).what_was_seen()
            yield from after.consequence(seat)

    def briefings(self) -> Iterator[Page]:
        for seat in self.seats:
            yield from self.curtain(seat)
            yield BriefingPage(self.here, seat, self.live.view(seat))
        yield from self.curtain(None)

    def in_full(self) -> Iterator[Page]:
        """What came, with what each group saw that was by itself."""
        if self.was_apart:
            rest = set(self.compiled.parties)
            for seat in self.compiled.parties:
                if seat in rest:
                    alone = _Director(self.live, (seat,))
                    heard = alone.heard_in_step(seat)
                    rest -= {each.party for each in heard if isinstance(each, MoveSeen)}
                    yield from map(_without_guesses, alone.what_was_seen())
        yield from self.what_came()

    def within(self) -> "_Director":
        """The same for somebody who is where the talks are now."""
        phase = self.compiled.scenario.script.phases[self.here.phase]
        left = {each.id for each in self.here.parties if each.left}
        there = tuple(party for party in phase.with_ if party not in left)
        return _Director(self.live, there[:1]) if self.is_apart else self

    @property
    def was_apart(self) -> bool:
        """Whether the last step was a round in which not everybody was in one room."""
        events = self.live.steps[-1].events
        heard = hear(self.compiled, events, None)
        return _is_round(events) and not any(isinstance(each, MoveSeen) for each in heard)

    def what_was_seen(self) -> Iterator[Page]:
        """What is done and said in a step."""
        heard = self.heard_in_step(self.everybody)
        shown: list[RevealPage | ExchangePage] = [*self.reveal(heard), *self.exchanges(heard)]
        away = [self.away(page, heard) for page in shown]
        if len(shown) > 1 and isinstance(shown[0], RevealPage):
            away[0] = away[1]  # they go when it comes to that, and not before they have answered
        for page, gone in zip(shown, away, strict=True):
            yield replace(page, apart=gone)

    def away(self, page: RevealPage | ExchangePage, heard: Sequence[Heard]) -> frozenset[str]:
        """Who is away from the table for what is told there.

        While another move is told they are at the table: they may have to answer.
        """
        acts = page.acts if isinstance(page, RevealPage) else (page.about,)
        gone = (self.apart(act, heard) for act in acts if isinstance(act, MoveSeen))
        return frozenset(chain.from_iterable(gone))

    def apart(self, act: MoveSeen, heard: Sequence[Heard]) -> Iterator[str]:
        """The people who are away from the table for a move."""
        seated = next(each.roles for each in self.there.parties if each.id == act.party)
        there = [role.address for role in seated]
        if "speaker" in act.apart:
            talks = (e for e in heard if isinstance(e, ExchangeHeard) and e.party == act.party)
            lines = chain.from_iterable(talk.lines for talk in talks)
            said = (line.speaker.address for line in lines if line.speaker is not None)
            yield from [*(each for each in said if each in there), *there][:1]
        yield from there if "all" in act.apart else set(there).intersection(act.apart)

    def what_came(self) -> Iterator[Page]:
        """What is seen, said and counted after a step."""
        heard = self.heard_in_step(self.everybody)
        yield from self.scene(heard)
        yield from self.what_was_seen()
        for each in heard:
            if isinstance(each, ScriptEventSeen):
                yield ScriptEventPage(self.there, self.everybody, self.view_there, each)
        decided = tuple(each for each in heard if isinstance(each, ChangeSeen | RefusalSeen))
        if decided:
            yield ChangePage(self.there, self.everybody, self.view_there, decided)
        if self.everybody is not None:
            yield from self.trust(self.everybody)
            yield from self.consequence(self.everybody)

    def turn(self) -> Iterator[Page]:
        """The next seat here that must choose now, alone with what only it may know."""
        seat = next((each for each in self.live.waiting_for if each in self.seats), None)
        if seat is None:
            return
        yield from self.curtain(seat)
        if self.is_shared or len(self.live.steps) == 1:
            yield from self.trust(seat)
        if self.is_shared:
            yield from self.consequences(seat)
            if self.is_apart:
                yield from _Director(self.live, (seat,)).arrival()
            yield from self.asides(seat)
        yield self.choice(seat)

    def the_end(self) -> Iterator[Page]:
        if self.is_shared:
            for seat in self.seats:
                told = tuple(self.consequences(seat))
                if told:
                    yield from self.curtain(seat)
                    yield from told
            yield from self.curtain(None)
        ended = ending(self.compiled, self.live.state)
        assert ended is not None
        made = self.compiled.parties, self.live.state.world.alliance.value[0].tolist()
        values = dict(zip(*made, strict=True))
        came_of = self.view_here.came_of if self.view_here is not None else ()
        yield EndingPage(self.here, self.everybody, self.view_here, ended, values, came_of)

    # --- one by one -----------------------------------------------------------------------------

    def curtain(self, seat: str | None, at: Room | None = None) -> Iterator[CurtainPage]:
        """At a shared screen, whom the next page is for. at: where; without it, where all are."""
        if self.is_shared:
            yield CurtainPage(at or self.here, None, None, calls=seat)

    def scene(self, heard: Sequence[Heard]) -> Iterator[ScenePage]:
        """What is said in a confrontation, and what is done with it."""
        for each in heard:
            if isinstance(each, ReplySeen | ResponseSeen):
                yield ScenePage(self.there, self.everybody, self.view_there, self.quoted(each))

    def reveal(self, heard: Sequence[Heard]) -> Iterator[RevealPage]:
        acts = tuple(each for each in heard if isinstance(each, Act))
        if acts:
            guesses = self.guesses(self.everybody) if self.everybody else ()
            yield RevealPage(self.there, self.everybody, self.view_there, acts, guesses)

    def exchanges(self, heard: Sequence[Heard]) -> Iterator[ExchangePage]:
        """What is said, one thing after the other: no two talks are mixed."""
        options = tuple(e.said for e in heard if isinstance(e, OptionSeen) and e.said)
        if options:
            yield ExchangePage(self.there, self.everybody, self.view_there, None, options)
        seen = {each.party: each for each in heard if isinstance(each, MoveSeen)}
        talks = [each for each in heard if isinstance(each, ExchangeHeard)]
        for each in talks:
            about, is_fresh = seen[each.party], each is talks[0]
            yield ExchangePage(
                self.there, self.everybody, self.view_there, about, each.lines, is_fresh
            )

    def trust(self, seat: str) -> Iterator[TrustPage]:
        """How far that seat trusts the others, before it sees what the step did to its numbers."""
        if self.live.is_asked_for_trust(seat) and seat not in self.live.pending:
            yield TrustPage(self.there, seat, self.live.view(seat))

    def consequence(self, seat: str) -> Iterator[ConsequencePage]:
        heard = self.heard_in_step(seat)
        news = tuple(self.news(heard))
        numbers = [each for each in heard if isinstance(each, Numbers)]
        if news or numbers:
            now, was = self.live.view(seat), self.live.view_before(seat)
            yield ConsequencePage(
                self.there, seat, now, was or now, news,
                numbers[-1] if numbers else None, path_so_far(self.live, seat),
            )  # fmt: skip

    def news(self, heard: Sequence[Heard]) -> Iterator[News]:
        """What only this seat learns and has not seen yet, apart from its numbers."""
        for each in heard:
            if isinstance(each, MoveSeen):
                # One person has already seen, with the moves, that it was stopped.
                if self.is_shared and each.came_to == "stopped":
                    yield each
            elif isinstance(each, News):
                yield each

    def stopping(self) -> Iterator[ScenePage]:
        """That the talk stops, and for what."""
        for each in self.heard_on_arrival:
            if isinstance(each, ConfrontationSeen):
                yield ScenePage(self.here, self.everybody, self.view_here, self.quoted(each))

    def quoted(self, seen: _About) -> _About:
        """The same, with what was said with the promise that it is about."""
        matter = seen.matter
        if matter is None or matter.promised is None:
            return seen
        heard = hear(self.compiled, self.live.events, self.everybody)
        said, is_it = None, False
        for each in heard:
            if isinstance(each, MoveSeen) and each.party == matter.of:
                is_it = each.face == matter.promised
                said = None if is_it else said
            elif isinstance(each, ExchangeHeard) and each.party == matter.of and is_it:
                by = ((line.speaker and line.speaker.party, line) for line in each.lines)
                said = next((line for party, line in by if party == matter.of), None)
        return replace(seen, matter=replace(matter, said=said))

    def arrival(self) -> Iterator[ArrivalPage]:
        if self.view_here is not None and self.view_here.has_left:
            return  # where the others are now is theirs alone
        heard = [each for each in self.heard_on_arrival if not _is_aside(each)]
        rituals = [each for each in heard if isinstance(each, RitualSeen)]
        again = tuple(each for each in rituals if (each.id, each.hollow) in self.known_rituals)
        told = tuple(
            each
            for each in heard
            if isinstance(each, PhaseSeen | PersonSeen | RitualSeen) and each not in again
        )
        said = self.said_on_arrival
        # With one person, the question comes where it is answered.
        question = self.question if self.is_shared else None
        fresh = tuple(self.fresh()) if self.here.stage == "round" else ()
        if told or again or said or question or fresh or self.here.stage == "differences":
            yield ArrivalPage(
                self.here, self.everybody, self.view_here, told, again, said, question, fresh,
                is_known_place=self.is_known_place,
            )  # fmt: skip

    def arriving(self) -> Iterator[ArrivalPage | AsidePage]:
        """Where the talks are, and what the one person at the screen is told alone."""
        yield from self.arrival()
        if self.everybody is not None:
            yield from self.aside(self.everybody)

    def aside(self, seat: str) -> Iterator[AsidePage]:
        """What is told to that seat alone."""
        arrival = (event for event in self.live.steps[-1].events if _is_arrival(event))
        heard = hear(self.compiled, arrival, seat)
        lines = tuple(
            line
            for each in heard
            if isinstance(each, LinesHeard) and each.only
            for line in each.lines
        )
        if lines:
            yield AsidePage(self.here, seat, self.live.view(seat), lines)

    def asides(self, seat: str) -> Iterator[AsidePage]:
        """What that seat alone was told since it last chose."""
        for step in self.unseen_by([seat]):
            yield from self.after(step).aside(seat)

    def fresh(self) -> Iterator[Fresh]:
        """What the players changed since the last round was played."""
        of_steps = (step.events for step in reversed(self.live.steps))
        since = list(takewhile(lambda events: not _is_round(events), of_steps))
        for each in hear(self.compiled, chain(*reversed(since)), self.everybody):
            if isinstance(each, ChangeSeen) and not self.is_told(each.change):
                yield Fresh(each.change, each.amount, each.shows)

    def is_told(self, change: ChangeCard) -> bool:
        """Whether arriving shows it already, or the reflection moment did."""
        return _asks_in(change) or (change.action == "move" and self.tells_place)

    @property
    def is_known_place(self) -> bool:
        """Whether the talks are where they were before, apart from scenes about what was done."""
        states = (step.state for step in reversed(self.live.steps[:-1]))
        before = next((state for state in states if state.stage not in SCENE), None)
        return before is not None and self.room_at(before, ()).decor.id == self.here.decor.id

    @property
    def tells_place(self) -> bool:
        """Whether arriving describes where the talks are."""
        return any(isinstance(each, PhaseSeen) for each in self.heard_on_arrival)

    def choice(self, seat: str) -> ChoicePage:
        seen = self.quoted(self.live.view(seat))
        match seen.stage:
            case "round":
                numbers = numbers_so_far(self.live, seat)
                last = numbers[-1] if numbers else None
                told = self.said_on_arrival[-1] if self.said_on_arrival else None
                # Each at a shared screen chooses from where it is itself.
                alone = self.is_apart and self.is_shared
                here = _Director(self.live, (seat,)).here if alone else self.here
                if self.is_outside(self.here, seat):  # how they look cannot be seen from there
                    seen = replace(seen, others=tuple(replace(o, roles=()) for o in seen.others))
                return MovePage(here, seat, seen, path_so_far(self.live, seat), last, told)
            case "differences" | "bottlenecks":
                return OptionPage(self.here, seat, seen, self.question)
            case "alternatives":
                return ProposalPage(self.here, seat, seen)
            case "decision":
                return VotePage(self.here, seat, seen)
            case "raising":
                return RaisePage(self.here, seat, seen)
            case "confronted":
                return ReplyPage(self.here, seat, seen)
            case "reckoning":
                return ResponsePage(self.here, seat, seen)
            case "ended":
                raise ValueError("the play is over: there is nothing to choose")

    # --- who looks, and at what -------------------------------------------------------------------

    @property
    def is_shared(self) -> bool:
        """Whether several people sit at this one screen."""
        return len(self.seats) > 1

    @property
    def everybody(self) -> str | None:
        """Whom the pages for everybody are for: the one person, or all."""
        return self.seats[0] if len(self.seats) == 1 else None

    def is_outside(self, seen: Room, seat: str) -> bool:
        """Whether there is a side talk in that room without that seat."""
        phase = self.compiled.scenario.script.phases[seen.phase]
        return bool(phase.with_) and seen.stage == "round" and not phase.is_with(seat)

    @property
    def is_apart(self) -> bool:
        """Whether not everybody is in one room now: each has something else to read."""
        phase = self.compiled.scenario.script.phases[self.here.phase]
        return bool(phase.with_) and self.here.stage == "round"

    @cached_property
    def here(self) -> Room:
        """The room as it is now."""
        return self.room_at(self.live.state, self.live.events)

    @cached_property
    def there(self) -> Room:
        """Where the last step was played, with how people look now that it has been."""
        before = self.live.before
        if before is None:
            return self.here
        earlier = tuple(chain.from_iterable(step.events for step in self.live.steps[:-1]))
        was = self.room_at(before, earlier)
        return replace(was, parties=_as_now(was.parties, self.here.parties))

    def room_at(self, state: State, events: Sequence[Event]) -> Room:
        phases = [event.phase for event in events if isinstance(event, PhaseOpened)]
        return self.from_outside(room(self.compiled, state, phases))

    def from_outside(self, seen: Room) -> Room:
        """The room as the one person at the screen sees it, who may not be in it: from afar, among
        their own people.
        """
        seat = self.everybody
        if seat is None or not self.is_outside(seen, seat):
            return seen
        here = {thing.id for thing in seen.game if thing.chapter == "roles" and thing.in_force}
        roles = self.live.view(seat).me.roles
        own = tuple(role for role in roles if role.address in here)
        parties = tuple(
            replace(party, roles=own if party.id == seat else ()) for party in seen.parties
        )
        scenery = Scenery(_AFAR, seen.scenery.hour, seen.scenery.weather)
        return replace(seen, scenery=scenery, shows=None, parties=parties)

    @property
    def view_here(self) -> View | None:
        """What the one person at the screen may see now."""
        return None if self.everybody is None else self.live.view(self.everybody)

    @cached_property
    def view_there(self) -> View | None:
        """The same of where the last step was played."""
        if self.everybody is None:
            return None
        now, was = self.live.view(self.everybody), self.live.view_before(self.everybody)
        if was is None:
            return now
        return replace(was, others=_as_now(was.others, now.others))

    # --- what was heard ---------------------------------------------------------------------------

    def heard_in_step(self, seat: str | None) -> tuple[Heard, ...]:
        """The results of the last choice, without what belongs to the next scene."""
        events = (event for event in self.live.steps[-1].events if not _is_arrival(event))
        return hear(self.compiled, events, seat)

    @cached_property
    def heard_on_arrival(self) -> tuple[Heard, ...]:
        events = (event for event in self.live.steps[-1].events if _is_arrival(event))
        return hear(self.compiled, events, self.everybody)

    @property
    def said_on_arrival(self) -> tuple[Utterance, ...]:
        """The lines before the present choice, but for the question of a step."""
        return tuple(
            line
            for each in self.heard_on_arrival
            if isinstance(each, PersonSeen | LinesHeard) and not (_asks(each) or _is_aside(each))
            for line in each.lines
        )

    @property
    def question(self) -> Utterance | None:
        """What the present step of a reflection moment asks."""
        asked = [e for e in self.heard_on_arrival if isinstance(e, LinesHeard) and e.asks]
        return asked[-1].lines[0] if asked else None

    @cached_property
    def known_rituals(self) -> frozenset[tuple[str, bool]]:
        """The rituals shown before, each as it was held last."""
        events = chain.from_iterable(step.events for step in self.live.steps[:-1])
        held = {each.ritual: each.hollow for each in events if isinstance(each, RitualHeld)}
        return frozenset(held.items())

    def guesses(self, seat: str) -> tuple[Prediction, ...]:
        """What that seat expected of the others in the last step."""
        chosen = self.live.trace.choices[len(self.live.steps) - 2].get(seat)
        return chosen.predictions if isinstance(chosen, MoveChoice) else ()


def _as_now(was: Sequence[PartySeen], now: Sequence[PartySeen]) -> tuple[PartySeen, ...]:
    """The parties as they were, with how they look now, and whether that is better or worse."""
    moods = {party.id: party.mood for party in now}
    return tuple(
        replace(
            party, mood=moods[party.id],
            moved=MOODS.index(moods[party.id]) - MOODS.index(party.mood),
        )
        for party in was
    )  # fmt: skip


def _without_guesses(page: Page) -> Page:
    """The page as it is for who predicted nothing."""
    return replace(page, guesses=()) if isinstance(page, RevealPage) else page


def _asks_in(change: ChangeCard) -> bool:
    """Whether it asks a person in, whose arrival is told by itself."""
    return change.chapter == "roles" and change.action == "adopt"


def _is_round(events: Sequence[Event]) -> bool:
    """Whether they are those of a round at the table."""
    return any(isinstance(event, MoveMade) for event in events)


def _is_arrival(event: Event) -> bool:
    """Whether it belongs to where the talks go next, not to what was just chosen."""
    return isinstance(event, Confronted | PhaseOpened | PersonArrived | RitualHeld | LinesTold)


def _asks(heard: Heard) -> bool:
    """Whether it is the question of a step, which is shown where it is answered."""
    return isinstance(heard, LinesHeard) and heard.asks


def _is_aside(heard: Heard) -> bool:
    """Whether it is told to one seat alone, on a page of its own."""
    return isinstance(heard, LinesHeard) and heard.only is not None
