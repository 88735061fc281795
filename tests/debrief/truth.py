"""Whether what the debrief says is so, worked out again from what happened in the play.

Each sentence with a number, a word such as *never* or *both*, or an order has a check below,
written from its words and the events of the play alone: nothing here asks the debrief's own code. A
sentence that has none must be among those that claim nothing, in `CLAIMS_NOTHING`, or a test fails.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import fmean
from typing import Any, TypeVar

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    Ended,
    Event,
    GameChanged,
    KeptBack,
    LinesTold,
    Measured,
    MomentCalled,
    MoveMade,
    OptionTaken,
    OwnedUp,
    Parted,
    PhaseOpened,
    Predicted,
    Reckoned,
    Reflected,
    Responded,
    RitualHeld,
    ScriptEventOccurred,
    Suspected,
    WalkedOut,
)
from engine.play.measures import Measures
from engine.play.state import Stage
from engine.play.wants import wants_met
from engine.scenario.schema import Party
from engine.scenario.vocabulary import CAUSES, KINDS, OUTCOMES, TRAITS, Chapter, Language
from game.words import words_in
from game.words.en.story import WORDS as STORY
from tests.debrief.said import Said

E = TypeVar("E", bound=Event)
# How a part of the play is named in a sentence, and the steps of trust that are told with it.
_WHENS = ("rounds.named", "moment.named", "moment.called")
_STEPS = re.compile(r"look\.(moved\.(?!same)|one-sided|both-ways)")
# As the map and the pages name them: from here trust and paper are much.
MUCH_TRUST, MUCH_PAPER = 60, 50
# What is told as a difference, and what is named however much moved elsewhere, in points.
NOTABLE, MUCH_MOVED = 5, 10


def points(share: float) -> int:
    """A share as it is shown."""
    return round(100 * share)


def bare(name: object) -> str:
    """A name without the quotation marks and capitals that a page may give it or take from it."""
    return str(name).strip("'\"‘’“”").lower()


def mean_points(now: Measures, without: Collection[str] | None = None) -> int:
    """The mean of the figures shown, a half upwards, of those who were at the table."""
    shown = [points(level) for level in trusts(now, without)]
    return (2 * sum(shown) + len(shown)) // (2 * len(shown))


def trusts(now: Measures, without: Collection[str] | None = None) -> list[float]:
    """What each of those at the table thought of each other. without: who had left by then."""
    gone = now.without if without is None else without
    return [
        level
        for party, row in now.trust.items()
        for other, level in row.items()
        if not {party, other} & set(gone)
    ]


def _by_kind(events: Sequence[Event]) -> Mapping[type, list[Any]]:
    """The events of each kind, in order."""
    found: dict[type, list[Any]] = {}
    for event in events:
        found.setdefault(type(event), []).append(event)
    return found


@dataclass(frozen=True)
class Part:
    """A round, or a reflection moment after a round, and all that came of it."""

    number: int
    is_moment: bool
    events: tuple[Event, ...]

    @cached_property
    def _by_kind(self) -> Mapping[type, list[Any]]:
        return _by_kind(self.events)

    def of(self, kind: type[E]) -> list[E]:
        return self._by_kind.get(kind, [])

    @cached_property
    def measured(self) -> Measured | Reflected | None:
        """Before and after the round or moment itself."""
        found = [event for event in self.events if isinstance(event, Measured | Reflected)]
        return found[-1] if found else None

    @cached_property
    def end(self) -> Measures | None:
        """Once all that came of it was over."""
        scenes = self.of(Reckoned)
        return scenes[-1].after if scenes else self.measured.after if self.measured else None

    def move(self, party: str) -> MoveMade | None:
        return next((made for made in self.of(MoveMade) if made.party == party), None)

    def found(self, of: str, by: str, move: str) -> bool:
        """Whether `by` found out in it that `of` had made that move."""
        return any((e.by, e.of) == (by, of) and move in e.moves for e in self.of(Discovered))


@dataclass
class Played:
    """A play as its events tell it, and what a sentence about it means by its names."""

    live: LivePlay
    language: Language = "en"
    parts: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = list(_parts(self.live.events))

    @property
    def compiled(self) -> CompiledScenario:
        return self.live.compiled

    @cached_property
    def events(self) -> Sequence[Event]:
        return self.live.events

    @cached_property
    def _by_kind(self) -> Mapping[type, list[Any]]:
        return _by_kind(self.events)

    def of(self, kind: type[E]) -> list[E]:
        return self._by_kind.get(kind, [])

    @cached_property
    def proposals(self) -> list[GameChanged | ChangeRefused]:
        """Every change that was proposed, agreed or not."""
        return [event for event in self.events if isinstance(event, GameChanged | ChangeRefused)]

    @property
    def parties(self) -> tuple[str, ...]:
        return self.compiled.parties

    @cached_property
    def rounds(self) -> list[Part]:
        return [part for part in self.parts if not part.is_moment]

    @cached_property
    def moments(self) -> list[Part]:
        return [part for part in self.parts if part.is_moment]

    def round(self, number: int) -> Part:
        return next(part for part in self.rounds if part.number == number)

    def before(self, part: Part) -> Measures:
        """Where it stood before that round, after all that came before."""
        at = self.parts.index(part)
        for earlier in reversed(self.parts[:at]):
            if earlier.end is not None:
                return earlier.end
        return self.start

    @cached_property
    def start(self) -> Measures:
        return next(e for e in self.events if isinstance(e, Measured | Reflected)).before

    @property
    def end(self) -> Measures:
        return next((part.end for part in reversed(self.parts) if part.end), self.start)

    def party(self, name: object) -> str:
        """The party with that name."""
        return self._parties[str(name)]

    @cached_property
    def _parties(self) -> Mapping[str, str]:
        words = words_in(self.language)
        written = self.compiled.scenario.parties
        return {words.of(party.name): name for name, party in written.items()}

    def some(self, names: object) -> set[str]:
        """The parties that are listed there."""
        told = re.sub("“.*?”", "", str(names))
        return {party for name, party in self._parties.items() if name in told}

    def titles(self, move: str) -> str:
        words = words_in(self.language)
        return words.of(self.compiled.scenario.moves[move].title)

    def is_move(self, move: str | None, title: object) -> bool:
        return move is not None and self.titles(move) == str(title)

    def listed(self, moves: object) -> set[str]:
        """The titles that are listed there in quotation marks."""
        return set(re.findall(r"“(.*?)”(?=, | and | en | \(|$|;|\))", str(moves)))

    def event_name(self, event: str) -> str:
        words = words_in(self.language)
        return words.of(self.compiled.scenario.script.events[event].name)

    def guile(self) -> Iterator[tuple[Part, MoveMade]]:
        """Every move that hid something and was done."""
        for part in self.rounds:
            for made in part.of(MoveMade):
                if made.guile and not made.vetoed:
                    yield part, made

    def found_out(self, since: Part, of: str, by: str, move: str) -> Part | None:
        """The part of the play in which `by` found out that `of` had made that move."""
        for part in self.parts[self.parts.index(since) :]:
            for seen in part.of(Discovered):
                if (seen.by, seen.of) == (by, of) and move in seen.moves:
                    return part
        return None

    def owned_up(self, since: Part, of: str, by: str, move: str) -> Part | None:
        """The part of the play in which `of` told `by` itself that it had made that move."""
        for part in self.parts[self.parts.index(since) :]:
            for told in part.of(OwnedUp):
                if (told.to, told.party) == (by, of) and move in told.moves:
                    return part
        return None

    def spoken_of(
        self, of: str, move: str, parts: Sequence[Part], by: str, *, anew: bool = False
    ) -> tuple[Part, str] | None:
        """In which of those parts somebody first said at the table what `of` had done, and who;
        where `by` was there to hear it. anew: by itself only if it had found it out in those
        parts, and does not speak of an earlier time.
        """
        said = (
            (part, talk.by)
            for at, part in enumerate(parts)
            for talk in part.of(Confronted)
            if (talk.of, talk.cause) == (of, "discovery") and move in talk.moves
            if by not in talk.place.without
            if not (anew and talk.by == by)
            or any(each.found(of, by, move) for each in parts[: at + 1])
        )
        return next(said, None)

    def heard(self, since: Part, of: str, by: str, move: str) -> tuple[Part, str] | None:
        """Where `by` heard of it from somebody else before it found out, and from whom."""
        at = self.parts.index(since)
        said, found = (
            self.spoken_of(of, move, self.parts[at:], by, anew=True),
            self.found_out(since, of, by, move),
        )
        if said is None or said[1] == by or self.knew(since, of, by, move) is not None:
            return None
        told = self.owned_up(since, of, by, move)
        if told is not None and self.parts.index(told) <= self.parts.index(said[0]):
            return None
        if found is not None and self.parts.index(found) <= self.parts.index(said[0]):
            return None
        return said

    def knew(self, since: Part, of: str, by: str, move: str) -> Part | None:
        """Since when `by` knew that `of` makes that move, before that part."""
        earlier = self.parts[: self.parts.index(since)]
        found = [
            part
            for part in earlier
            for seen in part.of(Discovered)
            if (seen.by, seen.of) == (by, of) and move in seen.moves
        ]
        told = [
            part
            for part in earlier
            for each in part.of(OwnedUp)
            if (each.to, each.party) == (by, of) and move in each.moves
        ]
        said = self.spoken_of(of, move, earlier, by)
        known = [*found[:1], *told[:1], *([said[0]] if said else [])]
        return min(known, key=self.parts.index, default=None)

    def never_knew(self, since: Part, of: str, by: str, move: str) -> bool:
        """Whether `by` never learned of it at all."""
        learned = (
            self.found_out(since, of, by, move),
            self.owned_up(since, of, by, move),
            self.spoken_of(of, move, self.parts[self.parts.index(since) :], by, anew=True),
            self.knew(since, of, by, move),
        )
        return all(each is None for each in learned)


_IN_A_MOMENT = (Stage.DIFFERENCES, Stage.BOTTLENECKS, Stage.ALTERNATIVES, Stage.DECISION)


def _parts(events: Sequence[Event]) -> Iterator[Part]:
    """What happened, round by round and moment by moment, each with the talks that came of it."""
    number, is_moment, some = 0, False, list[Event]()
    waiting: list[Event] = []
    closed = False
    for event in events:
        in_moment = event.place.stage in _IN_A_MOMENT
        if isinstance(event, Measured | Reflected):
            closed = True
        begins = isinstance(event, Predicted | MoveMade | OptionTaken)
        new = begins and (closed or not some or in_moment != is_moment)
        if new:
            if some:
                yield Part(number, is_moment, tuple(some))
            number, is_moment, some, closed = event.place.round, in_moment, [*waiting], False
            waiting = []
        if isinstance(event, RitualHeld):
            waiting.append(event)
        elif some or new:
            some.append(event)
    if some:
        yield Part(number, is_moment, tuple(some))


# --- what a sentence is about -------------------------------------------------------------------

_HEADS = re.compile(
    r"look\.(?:(?:move|found|event|left|reply|heard)\.(?:you|them|table|all)(?:\.goes-on)?"
    r"|lie\.(?:them|table|you)|moment)"
)


@dataclass
class Heard:
    """A sentence, and what had been said before it on the same page."""

    play: Played
    said: Said
    before: Sequence[Said]

    def __getitem__(self, gap: str) -> Any:
        return self.said.gaps[gap]

    @property
    def reader(self) -> str:
        assert self.said.reader is not None
        return self.said.reader

    def party(self, gap: str = "party") -> str:
        return self.play.party(self[gap])

    def who(self, gap: str = "party") -> str:
        """The reader's own party where it is told as you."""
        is_you = ".you" in self.said.key
        return self.reader if is_you else self.party(gap)

    @property
    def head(self) -> Said:
        """The sentence that says which round or moment it goes on about."""
        return next(
            each for each in (self.said, *reversed(self.before)) if _HEADS.fullmatch(each.key)
        )

    @property
    def part(self) -> Part:
        """That round or moment."""
        head = self.head
        at = next(
            each
            for each in (head, *reversed(self.before[: self._place(head)]))
            if each.key in ("moment.named", "moment.called") or "round" in each.gaps
        )
        is_moment = head.key == "look.moment" or bool(re.match(r"look\.at\..*moment", at.key))
        number = at.gaps["n"] if at.key.startswith("moment.") else at.gaps["round"]
        phase = at.gaps.get("name")
        found = [
            part
            for part in (self.play.moments if is_moment else self.play.rounds)
            if part.number == number
        ]
        return found[0] if len(found) == 1 or phase is None else self._named(found, str(phase))

    def _place(self, said: Said) -> int:
        return next((at for at, each in enumerate(self.before) if each is said), len(self.before))

    def _named(self, found: Sequence[Part], phase: str) -> Part:
        phases = self.play.compiled.scenario.script.phases
        words = words_in("en")
        return next(
            part
            for part in found
            if any(
                (name := phases[event.place.phase].name) and words.of(name) == phase
                for event in part.of(OptionTaken)
            )
        )

    @property
    def trust(self) -> tuple[str, str] | None:
        """Whose trust in whom the gap for it is about; None: everybody's."""
        told = next(each for each in reversed(self.before) if each.text == self["trust"])
        if told.key == "look.trust.all":
            return None
        of = self.reader if told.key == "look.trust.them" else self.play.party(told.gaps["of"])
        by = self.reader if told.key == "look.trust.you" else self.play.party(told.gaps["party"])
        return of, by

    def went(self, part: Part, pair: tuple[str, str] | None) -> tuple[int, int]:
        """From where to where that trust went in that part, before anything came of it."""
        over = part.measured
        assert over is not None
        gone = over.after.without
        return level(over.before, pair, gone), level(over.after, pair)

    @property
    def is_from_to(self) -> tuple[int, int]:
        return int(self["before"]), int(self["after"])

    @property
    def is_trust(self) -> tuple[int, int]:
        return int(self["before"]), int(self["trust"])


def level(
    now: Measures, pair: tuple[str, str] | None, without: Collection[str] | None = None
) -> int:
    """That trust as it is shown; the mean where it is everybody's."""
    return mean_points(now, without) if pair is None else points(now.trust[pair[0]][pair[1]])


Check = Callable[[Heard], bool]
CHECKS: dict[str, Check] = {}


def says(*keys: str) -> Callable[[Check], Check]:
    """The check of the sentences under those keys."""

    def note(check: Check) -> Check:
        for key in keys:
            assert key not in CHECKS, key
            CHECKS[key] = check
        return check

    return note


# --- the first page: where it turned ------------------------------------------------------------


@says("look.move.you", "look.move.table")
def _chose(heard: Heard) -> bool:
    made = heard.part.move(heard.who())
    return made is not None and heard.play.is_move(made.move, heard["move"])


@says("look.move.them")
def _seen_of(heard: Heard) -> bool:
    made = heard.part.move(heard.party())
    return made is not None and heard.play.is_move(made.move, heard["move"]) and made.guile


def _out_in(heard: Heard) -> Part | None:
    """Where what the move of this round hid came out for the other."""
    by = heard.party() if ".them." in heard.said.key else _by(heard)
    of = heard.reader if ".them." in heard.said.key else heard.party("of")
    made = heard.part.move(by)
    assert made is not None
    return heard.play.found_out(heard.part, by, of, made.move)


def _by(heard: Heard) -> str:
    return heard.reader if heard.head.key.endswith(".you") else heard.party()


@says("look.hid.you.found", "look.hid.them.found", "look.hid.you.moment", "look.hid.them.moment")
def _out_later(heard: Heard) -> bool:
    out = _out_in(heard)
    where = heard["found"], heard.said.key.endswith("moment")
    return out is not None and out is not heard.part and (out.number, out.is_moment) == where


@says("look.hid.you.now", "look.hid.them.now")
def _out_at_once(heard: Heard) -> bool:
    return _out_in(heard) is heard.part


def _hidden_move(heard: Heard) -> tuple[Part, str, str, str]:
    """The round of the move that is told of, who made it, from whom it was hidden, and the move."""
    by = heard.party() if ".them." in heard.said.key else _by(heard)
    of = heard.reader if ".them." in heard.said.key else heard.party("of")
    made = heard.part.move(by)
    assert made is not None
    return heard.part, by, of, made.move


@says("look.hid.you.never", "look.hid.them.never")
def _never_out(heard: Heard) -> bool:
    return heard.play.never_knew(*_hidden_move(heard))


def _is_heard(heard: Heard, part: Part, by: str, of: str, move: str) -> bool:
    """It heard of it then, from whom it is said to."""
    out = heard.play.heard(part, by, of, move)
    if out is None:
        return False
    when = next(e for e in reversed(heard.before) if e.key.startswith("look.after"))
    who = heard.reader if heard["who"] == "you" else heard.party("who")
    told = when.gaps["round"], when.key.endswith("moment"), who
    return (out[0].number, out[0].is_moment, out[1]) == told


@says("look.hid.you.heard", "look.hid.them.heard")
def _heard_of(heard: Heard) -> bool:
    return _is_heard(heard, *_hidden_move(heard))


@says("look.hid.you.known", "look.hid.them.known")
def _known_before(heard: Heard) -> bool:
    known = heard.play.knew(*_hidden_move(heard))
    return known is not None and known.number == heard["since"]


@says("look.hid.you.owned-up", "look.hid.them.owned-up")
def _told_itself(heard: Heard) -> bool:
    """It said so then, and the other had not found out before."""
    hidden = _hidden_move(heard)
    told, found = heard.play.owned_up(*hidden), heard.play.found_out(*hidden)
    parts = heard.play.parts
    is_first = told is not None and (found is None or parts.index(told) <= parts.index(found))
    who = heard.said.gaps.get("who", heard["party"])
    is_who = who in ("you", "jij") or heard.play.party(who) == hidden[1]
    return told is not None and is_first and is_who and told.number == heard["told"]


@says("look.after", "look.after.moment")
def _after(heard: Heard) -> bool:
    """Somebody brought up something hidden then."""
    is_moment = heard.said.key.endswith("moment")
    return any(
        talk.cause == "discovery"
        for part in heard.play.parts
        if (part.number, part.is_moment) == (heard["round"], is_moment)
        for talk in part.of(Confronted)
    )


def _last_named(heard: Heard) -> MoveMade:
    """The move that was named last."""
    told = next(
        each
        for each in reversed(heard.before)
        if each.key.startswith(("look.move.", "look.beside.")) and "move" in each.gaps
    )
    by = heard.reader if told.key.endswith(".you") else heard.play.party(told.gaps["party"])
    made = heard.part.move(by)
    assert made is not None
    return made


@says("look.slipped", "look.beside.slipped")
def _half(heard: Heard) -> bool:
    made = _last_named(heard)
    return made.slipped and not made.vetoed


@says("look.vetoed.you", "look.vetoed.them")
def _stopped(heard: Heard) -> bool:
    made = _last_named(heard)
    return made.vetoed and made.party == heard.who()


@says("look.beside.vetoed.you", "look.beside.vetoed.them")
def _stopped_beside(heard: Heard) -> bool:
    made = _last_named(heard)
    own = made.party == heard.said.reader
    return made.vetoed and own == heard.said.key.endswith("you")


def _whose_head(heard: Heard) -> str:
    """Whose move the part that is told of begins with."""
    head = heard.head
    if head.key.endswith("you"):
        return heard.reader
    return heard.play.party(head.gaps["party"])


@says("look.beside.all", "look.beside.everybody")
def _all_chose(heard: Heard) -> bool:
    """The same move, and nothing else is told of it."""
    made = [heard.part.move(party) for party in heard.play.parties]
    title = heard.said.gaps.get("move")
    if title is not None and not all(heard.play.is_move(m.move, title) for m in made if m):
        return False
    # What came of the move that is told of is told with it.
    others = [each for each in made if each and each.party != _whose_head(heard)]
    return len({each.move for each in made if each}) == 1 and not any(
        each.slipped or each.vetoed for each in others
    )


@says("look.beside.same.you", "look.beside.same.them")
def _chose_the_same(heard: Heard) -> bool:
    """There are no more than those two."""
    made = [heard.part.move(party) for party in (heard.who(), _whose_head(heard))]
    alike = len({each.move for each in made if each}) == 1
    return len(heard.play.parties) == 2 and alike and heard.who() != _whose_head(heard)


@says("look.beside.you", "look.beside.them")
def _chose_beside(heard: Heard) -> bool:
    made = heard.part.move(heard.who())
    return made is not None and heard.play.is_move(made.move, heard["move"])


@says(*(f"look.beside.hid.{who}{short}" for who in ("you", "them") for short in ("", ".short")))
def _hid_beside(heard: Heard) -> bool:
    made = heard.part.move(heard.who())
    if made is None or not _chose_beside(heard) or not made.guile or made.vetoed:
        return False
    others = {*heard.play.parties} - {made.party, *made.place.without}
    since, by, move = heard.part, made.party, made.move
    return not others or any(
        heard.play.knew(since, by, of, move) is None
        or heard.play.found_out(since, by, of, move) is not None
        for of in others
    )


@says(*(f"look.out.{way}{when}" for way in ("you", "them", "table") for when in ("", ".earlier")))
def _out_then(heard: Heard) -> bool:
    """All of that came out for that party in one round; the log says so in the same words."""
    of = heard.reader if ".them" in heard.said.key else heard.party("of")
    by = heard.reader if ".you" in heard.said.key else heard.party()
    told = heard.play.listed(heard["moves"])
    is_earlier = heard.said.key.endswith("earlier")
    for part in heard.play.parts:
        out = {
            heard.play.titles(move)
            for seen in part.of(Discovered)
            if (seen.by, seen.of) == (of, by)
            for move in seen.moves
        }
        now = part.move(by)
        if told <= out and not (is_earlier and now and heard.play.titles(now.move) in told):
            return True
    return False


@says("look.out.again")
def _out_again(heard: Heard) -> bool:
    """Something that was known already came out once more in that play."""
    return any(seen.again for seen in heard.play.of(Discovered))


@says("look.events")
def _weighed_in(heard: Heard) -> bool:
    """They happened in that round; how much they moved is shown by another play."""
    names = {heard.play.event_name(e.event) for e in heard.part.of(ScriptEventOccurred)}
    told = {bare(name) for name in re.findall("“(.*?)”", str(heard["events"]))}
    return bool(told) and told <= {bare(name) for name in names}


@says("look.at-once.you", "look.at-once.them")
def _found_at_once(heard: Heard) -> bool:
    """That party found out then what was named just before as hidden in that round."""
    of = heard.reader if heard.said.key.endswith(".you") else heard.party("of")
    hid = [e for e in heard.before if e.key.startswith("look.beside.hid.")]
    titles = {str(each.gaps["move"]) for each in hid}
    made = {(each.party, each.move): each for each in heard.part.of(MoveMade)}
    return any(
        seen.by == of
        and heard.play.titles(move) in titles
        and (own := made.get((seen.of, move))) is not None
        and of in _with_whom(heard, own)
        for seen in heard.part.of(Discovered)
        for move in seen.moves
    )


@says("look.suspected.you", "look.suspected.them")
def _suspected_then(heard: Heard) -> bool:
    of = heard.reader if heard.said.key.endswith("you") else heard.party("of")
    return any(seen.by == of for seen in heard.part.of(Suspected))


@says("look.moved.also", "look.moved.round", "look.moved.after")
def _went(heard: Heard) -> bool:
    if heard.head.key.startswith(("look.reply", "look.heard")):
        return _went_in_talk(heard)
    return heard.went(heard.part, heard.trust) == heard.is_from_to


def _went_in_talk(heard: Heard) -> bool:
    pair = heard.trust
    assert pair is not None
    return any(
        ((talk.by, talk.of) == pair or (pair[0] in talk.heard and talk.of == pair[1]))
        and (level(talk.before, pair), level(talk.after, pair)) == heard.is_from_to
        for talk in heard.part.of(Reckoned)
    )


@says("look.one-sided")
def _moved_alone(heard: Heard) -> bool:
    """No other trust moved that much in that round."""
    pair, over = heard.trust, heard.part.measured
    assert over is not None
    moved = [
        (i, j)
        for i, row in over.after.trust.items()
        for j in row
        if abs(points(row[j]) - points(over.before.trust[i][j])) >= NOTABLE
    ]
    return moved == [pair] and _went(heard)


@says("look.both-ways")
def _moved_both_ways(heard: Heard) -> bool:
    """One trust rose in that round and another fell, each as it is told."""
    other = next(e for e in reversed(heard.before) if e.text == heard["other"])
    before, after = heard.is_from_to
    also = Heard(heard.play, other, heard.before)
    return _went(heard) and (before < after) != (also.is_from_to[0] < also.is_from_to[1])


@says("look.both-ways.other")
def _moved_the_other_way(heard: Heard) -> bool:
    return _went(heard)


@says("look.chance.all", "look.chance.most")
def _by_chance(heard: Heard) -> bool:
    """Nothing happened or came out in that round; that no move did it is shown by other plays of
    the same luck, in a test of its own.
    """
    return not any(heard.part.of(kind) for kind in (ScriptEventOccurred, Discovered, Suspected))


@says("look.moved.same")
def _stayed(heard: Heard) -> bool:
    if heard.head.key.startswith(("look.reply", "look.heard")):
        pair = heard.trust
        return any(
            level(talk.before, pair) == level(talk.after, pair) == heard["after"]
            for talk in heard.part.of(Reckoned)
        )
    return set(heard.went(heard.part, heard.trust)) == {heard["after"]}


@says("look.expected.you", "look.expected.table")
def _expected(heard: Heard) -> bool:
    what = next(e for e in reversed(heard.before) if e.key.startswith("look.expected."))
    by = heard.reader if heard.said.key.endswith("you") else heard.party("of")
    stance = what.key.removeprefix("look.expected.")
    about = (
        heard.reader
        if heard.head.key.endswith(".you")
        else heard.play.party(heard.head.gaps["party"])
    )
    made = heard.part.move(about)
    # Where it came true there is nothing to tell.
    return (
        made is not None
        and made.stance != stance
        and any((each.party, each.stance) == (by, stance) for each in heard.part.of(Predicted))
    )


@says("look.found.you", "look.found.them", "look.found.table")
def _found_out_then(heard: Heard) -> bool:
    of = heard.reader if heard.said.key == "look.found.them" else heard.party("of")
    by = heard.reader if heard.said.key == "look.found.you" else heard.party()
    out = {
        move
        for seen in heard.part.of(Discovered)
        if (seen.by, seen.of) == (of, by)
        for move in seen.moves
    }
    named = {move for move in out if heard.play.titles(move) in heard.play.listed(heard["moves"])}
    when = next(e for e in reversed(heard.before) if e.key.startswith("look.found."))
    rounds = _numbers(when.gaps["rounds"]) if "rounds" in when.gaps else [heard["round"]]
    done = [heard.play.round(number).move(by) for number in rounds]
    hid = {made.move for made in done if made is not None and made.guile and not made.vetoed}
    return bool(named) and len(named) == len(heard.play.listed(heard["moves"])) and hid == named


def _numbers(text: object) -> list[int]:
    """The numbers that are listed there; a span is all that it goes over."""
    found: list[int] = []
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", str(text)):
        found += range(int(first), int(last or first) + 1)
    return found


@says("look.event.all", "look.event.you", "look.event.table")
def _happened(heard: Heard) -> bool:
    to = {"all": None, "you": heard.said.reader}
    whom = to.get(heard.said.key.rsplit(".", 1)[1])
    if heard.said.key.endswith("table"):
        whom = heard.party()
    return any(
        each.party == whom and heard.play.event_name(each.event) in str(heard["event"])
        for each in heard.part.of(ScriptEventOccurred)
    )


def _options(heard: Heard) -> Mapping[str, str]:
    """What each did in the moment that is told next: in its second step, or in its first where it
    was silent or joked in the second.
    """
    at = next(e for e in reversed(heard.before) if e.key in ("moment.named", "moment.called"))
    part = next(p for p in heard.play.moments if p.number == at.gaps["n"])
    taken = part.of(OptionTaken)
    spoke = [each for each in taken if each.option not in ("joke-away", "keep-quiet")]
    first = {each.party: each.option for each in reversed(taken)}
    return {**first, **{each.party: each.option for each in spoke}}


@says("look.did.all")
def _all_did(heard: Heard) -> bool:
    did = next(e for e in reversed(heard.before) if e.key.startswith("look.did."))
    return set(_options(heard).values()) == {did.key.removeprefix("look.did.")}


@says("look.did.nobody")
def _nobody_did(heard: Heard) -> bool:
    return set(_options(heard).values()) == {"keep-quiet"}


@says("look.did.you", "look.did.them")
def _one_did(heard: Heard) -> bool:
    did = next(e for e in reversed(heard.before) if e.text == heard["did"])
    named = any(each.key in ("moment.named", "moment.called") for each in heard.before)
    # No moment is named before a part of a sentence for which there was no room on the page.
    option = did.key.removeprefix("look.did.").removesuffix(".you")
    return not named or _options(heard)[heard.who()] == option


@says("look.moment.out.you", "look.moment.out.them")
def _out_in_moment(heard: Heard) -> bool:
    by = heard.who()
    out = {
        heard.play.titles(move)
        for seen in heard.part.of(Discovered)
        if seen.of == by
        for move in seen.moves
    }
    return heard.play.listed(heard["moves"]) <= out


@says("look.reply.you", "look.reply.them", "look.reply.table")
def _brought_up(heard: Heard) -> bool:
    by = heard.reader if heard.said.key.endswith("them") else heard.party("by")
    of = heard.reader if heard.said.key.endswith("you") else heard.party("of")
    return any((each.by, each.of) == (by, of) for each in heard.part.of(Responded))


@says("look.heard.you", "look.heard.them", "look.heard.table")
def _heard_aloud(heard: Heard) -> bool:
    """Somebody else brought up there and then what that party had hidden from this one as well."""
    by = heard.reader if heard["who"] == "you" else heard.party("who")
    of = heard.reader if heard.said.key.endswith("you") else heard.party("of")
    hearer = heard.reader if heard.said.key.endswith("them") else heard.party("hearer")
    told = heard.play.listed(str(heard["cause"]).partition("(")[2])  # none: named before
    at = heard.play.parts.index(heard.part)
    return any(
        (talk.by, talk.of, talk.cause) == (by, of, "discovery")
        and told in (set(), {heard.play.titles(move) for move in talk.moves})
        and any(
            made.party == of
            and made.move in talk.moves
            and (
                (out := heard.play.found_out(since, of, hearer, made.move)) is None
                or heard.play.parts.index(out) > at
            )
            for since, made in heard.play.guile()
            if heard.play.parts.index(since) <= at
        )
        for talk in heard.part.of(Confronted)
    )


@says("look.left.you", "look.left.table", "look.left.you.goes-on", "look.left.table.goes-on")
def _left(heard: Heard) -> bool:
    gone = (heard.who(), heard.said.key.endswith("goes-on"))
    at = next(each for each in (heard.said, *reversed(heard.before)) if "round" in each.gaps)
    left = (each for each in heard.play.of(WalkedOut) if each.round == at.gaps["round"])
    return any((each.party, each.goes_on) == gone for each in left)


@says("look.moved.because", "look.moved.both", "look.moved.answer")
def _because(heard: Heard) -> bool:
    """The figures here; that it was the cause is shown by another play of the same luck, which
    `test_a_cause_is_what_another_play_of_the_same_luck_shows` does step by step.
    """
    return _went(heard)


# --- what was hidden and doubted ----------------------------------------------------------------


@says("look.lie.them", "look.lie.table", "look.lie.you")
def _hid(heard: Heard) -> bool:
    by = heard.reader if heard.said.key.endswith("you") else heard.party()
    made = heard.play.round(heard["round"]).move(by)
    return (
        made is not None
        and heard.play.is_move(made.move, heard["move"])
        and made.guile
        and not made.vetoed
    )


_LIES = ("look.lie.them", "look.lie.table", "look.lie.you")


def _liar(heard: Heard) -> str:
    """Who hid what is told of."""
    return (
        heard.reader
        if heard.head.key.endswith("you")
        else heard.play.party(heard.head.gaps["party"])
    )


def _of_lie(heard: Heard, of: str) -> tuple[Part, str, str, str]:
    """The round of the lie that was told before, who hid it from whom, and the move."""
    part, by = heard.play.round(heard.head.gaps["round"]), _liar(heard)
    made = part.move(by)
    assert made is not None
    return part, by, of, made.move


def _from_whom(heard: Heard) -> str:
    return heard.reader if ".lie.them" in heard.said.key else heard.party("of")


@says(*(f"{lie}.found" for lie in _LIES), *(f"{lie}.found.moment" for lie in _LIES))
def _lie_found(heard: Heard) -> bool:
    """It came out for that party then, and so its trust went."""
    of = _from_whom(heard)
    part, by, _, move = _of_lie(heard, of)
    out = heard.play.found_out(part, by, of, move)
    return (
        out is not None
        and (out.number, out.is_moment) == (heard["found"], heard.said.key.endswith("moment"))
        and heard.went(out, (of, by)) == heard.is_from_to
    )


@says(*(f"{lie}.never" for lie in _LIES))
def _lie_never(heard: Heard) -> bool:
    who = {heard.reader} if ".lie.them" in heard.said.key else heard.play.some(heard["of"])
    return bool(who) and all(heard.play.never_knew(*_of_lie(heard, of)) for of in who)


def _told_of(heard: Heard) -> int:
    """Of how many hidden moves the first page tells by itself: as they were made, or came out.
    What it tells as made and again as found out is one.
    """
    made_then: set[tuple[str, int]] = set()
    came_out: set[str] = set()
    page = [each for each in heard.before if each.key.startswith("look.")]
    for at, each in enumerate(page):
        before = Heard(heard.play, each, page[:at])
        if each.key in ("look.move.them", "look.move.you", "look.move.table", *_LIES):
            party = before.who() if each.key.endswith("you") else before.party()
            made = heard.play.round(each.gaps["round"]).move(party)
            if made is not None and made.guile and not made.vetoed:
                made_then.add((heard.play.titles(made.move), made.place.round))
        elif re.match(r"look\.(found|out|moment\.out)\.(you|them|table)(\.earlier)?$", each.key):
            came_out |= heard.play.listed(each.gaps["moves"])
    return len(made_then) + len(came_out - {title for title, _ in made_then})


@says("look.lie.along")
def _out_along(heard: Heard) -> bool:
    """It came out when what was named before did."""
    out = next(e for e in reversed(heard.before) if re.match(r"look\.lie\..*(found|heard)", e.key))
    first = next(e for e in reversed(heard.before) if e.key in _LIES)
    lie = Heard(heard.play, first, heard.before)
    by = lie.who() if first.key.endswith("you") else lie.party()
    number = out.gaps.get("found")
    then = [part for part in heard.play.parts if number in (None, part.number)]
    found = [(seen.of, seen.moves) for part in then for seen in part.of(Discovered)]
    raised = [(talk.of, talk.moves) for part in then for talk in part.of(Confronted)]
    came = {heard.play.titles(m) for of, moves in (*found, *raised) if of == by for m in moves}
    return heard.play.listed(heard["moves"]) <= came


@says("look.lie.you.likewise", "look.lie.them.likewise", "look.lie.table.likewise")
def _never_out_either(heard: Heard) -> bool:
    """In those rounds the same party hid something, which those who are told of never knew."""
    first = next(e for e in reversed(heard.before) if e.key in _LIES or e.key == "look.lie.you")
    told = Heard(heard.play, first, heard.before)
    by = told.who() if first.key.endswith("you") else told.party()
    in_rounds = {
        part.number
        for part, made in heard.play.guile()
        if made.party == by
        for of in heard.play.parties
        if of != by and (".them." not in heard.said.key or of == heard.reader)
        if heard.play.never_knew(part, by, of, made.move)
    }
    return set(_numbers(heard["rounds"])) <= in_rounds


@says("look.lie.more.you", "look.lie.more.them", "look.lie.more.table")
def _more_lies(heard: Heard) -> bool:
    """No more than the page does not tell of: of the reader's own, or hidden from others."""
    way = heard.said.key.rsplit(".", 1)[1]
    news = [
        made
        for part, made in heard.play.guile()
        if way == "table" or (made.party == heard.reader) == (way == "you")
        if any(_was_news(heard, part, made, of) for of in heard.play.parties)
        or (way != "them" and set(made.place.without) >= set(heard.play.parties) - {made.party})
    ]
    told = 1 if way != "table" else _told_of(heard)
    pages = [str(each.text) for each in heard.before if each.key.startswith("look.")]
    # What another made as well may be named for its sake.
    of_others = {made.move for made in heard.play.of(MoveMade) if made not in news}
    titles = {heard.play.titles(made.move) for made in news if made.move not in of_others}
    named = sum(any(f"“{title}”" in text for text in pages) for title in titles)
    rounds = _numbers(heard["rounds"])
    hid = Counter(made.place.round for made in news)
    return 0 < heard["n"] <= len(news) - max(told, named) and all(map(hid.get, rounds))


def _was_news(heard: Heard, part: Part, made: MoveMade, of: str) -> bool:
    """Whether that party did not know already that the other does this, or found it out anew."""
    known = heard.play.knew(part, made.party, of, made.move)
    anew = heard.play.found_out(part, made.party, of, made.move)
    told = heard.play.owned_up(part, made.party, of, made.move)
    if told is not None and (anew is None or told.number < anew.number):
        return False
    is_there = of != made.party and of not in made.place.without
    return is_there and (known is None or anew is not None)


@says("look.confessed.you", "look.confessed.them", "look.confessed.table")
def _confessed(heard: Heard) -> bool:
    """That party told that itself then, and to all of those."""
    by = heard.reader if heard.said.key.endswith(".you") else heard.party()
    to = {heard.reader} if heard.said.key.endswith(".them") else heard.play.some(heard["to"])
    told = [each for each in heard.play.round(heard["round"]).of(OwnedUp) if each.party == by]
    titles = {heard.play.titles(move) for each in told for move in each.moves if each.to in to}
    return {each.to for each in told} >= to and titles >= heard.play.listed(heard["moves"])


@says("look.lie.known.you")
def _told_again(heard: Heard) -> bool:
    """The reader did it again, to somebody who knew it."""
    part, of = heard.play.round(heard["round"]), heard.party("of")
    made = part.move(heard.reader)
    assert made is not None
    since = heard.play.knew(part, heard.reader, of, made.move)
    return made.guile and since is not None and since.number == heard["since"]


@says(*(f"{lie}.heard" for lie in _LIES))
def _lie_heard(heard: Heard) -> bool:
    return _is_heard(heard, *_of_lie(heard, _from_whom(heard)))


@says("look.lie.heard.trust")
def _trust_as_heard(heard: Heard) -> bool:
    """So it went in a talk about it, for somebody who heard it there."""
    pair = heard.trust
    assert pair is not None
    return any(
        talk.of == pair[1]
        and pair[0] in talk.heard
        and (level(talk.before, pair), level(talk.after, pair)) == heard.is_from_to
        for talk in heard.play.of(Reckoned)
    )


@says("look.doubt.again")
def _wrongly_again(heard: Heard) -> bool:
    """In those rounds as well, and nothing was behind their moves."""
    first = next(e for e in reversed(heard.before) if re.match(r"look\.doubt\.\w+$", e.key))
    told = Heard(heard.play, first, heard.before)
    by = told.reader if first.key.endswith("you") else told.party("by")
    of = told.reader if first.key.endswith("them") else told.party("of")
    return all(
        any((e.by, e.of) == (by, of) for e in part.of(Suspected))
        and (made := part.move(of)) is not None
        and not made.guile
        for part in (heard.play.round(n) for n in _numbers(heard["rounds"]))
    )


@says("look.doubt.you", "look.doubt.them", "look.doubt.table")
def _wrongly(heard: Heard) -> bool:
    by = heard.reader if heard.said.key.endswith("you") else heard.party("by")
    of = heard.reader if heard.said.key.endswith("them") else heard.party("of")
    part = heard.play.round(heard["round"])
    made = part.move(of)
    suspected = any((each.by, each.of) == (by, of) for each in part.of(Suspected))
    return (
        suspected
        and made is not None
        and heard.play.is_move(made.move, heard["move"])
        and (not made.guile and not _hidden_until(heard, part, of, by))
    )


def _hidden_until(heard: Heard, part: Part, of: str, by: str) -> bool:
    """Whether anything that `of` had hidden had not come out for `by` by then."""
    parts = heard.play.parts
    for since, made in heard.play.guile():
        if made.party == of and parts.index(since) <= parts.index(part):
            out = heard.play.found_out(since, of, by, made.move)
            told = heard.play.owned_up(since, of, by, made.move)
            if told is not None and parts.index(told) <= parts.index(part):
                continue
            said = heard.play.heard(since, of, by, made.move)
            # What is said comes after the round in which it is felt.
            if said is not None and parts.index(said[0]) < parts.index(part):
                continue
            if out is None or parts.index(out) > parts.index(part):
                return True
    return False


# --- what stayed the same -----------------------------------------------------------------------


@says("look.habit.rounds", "look.habit.rounds.all")
def _in_rounds(heard: Heard) -> bool:
    """Who did what in them is checked with what they did."""
    is_all = heard.said.key.endswith("all")
    return (heard["times"] == heard["chances"]) == is_all


@says("debrief.2.turn", "debrief.2.turn.moment", "debrief.2.turn.talk",
      "debrief.2.turn.moment.talk")  # fmt: skip
def _turned(heard: Heard) -> bool:
    """Of the figures that the first page gives of each turn itself, the largest step is there."""
    page = list(heard.before)
    moved: dict[str, int] = {}
    for at, each in enumerate(page):
        if each.key.startswith(("look.moved.", "look.one-sided", "look.both", "look.besides.")):
            is_told = not each.key.startswith("look.besides.")
            head = Heard(heard.play, each, page[:at]).head.text if is_told else each.text
            gaps = each.gaps
            step = abs(gaps.get("before", gaps["after"]) - gaps["after"])
            moved[head] = max(step, moved.get(head, 0))
    is_head = re.compile(f"{_HEADS.pattern}|look.besides.in")
    by_head = {each.text: each for each in page if is_head.fullmatch(each.key)}
    (told,) = [head for head, size in moved.items() if size == max(moved.values())]
    at = page.index(by_head[told])
    if by_head[told].key == "look.besides.in":
        return str(heard["round"]) in told and abs(heard["before"] - heard["after"]) == max(
            moved.values()
        )
    part = Heard(heard.play, by_head[told], page[:at]).part
    kind = "turn.moment" if part.is_moment else "turn"
    kind += ".talk" if told.startswith("Straight after") else ""
    size = abs(heard["before"] - heard["after"])
    where = part.number, f"debrief.2.{kind}"
    return where == (heard["round"], heard.said.key) and size == max(moved.values())


@says("look.besides.in")
def _besides(heard: Heard) -> bool:
    """It moved so in a part that is not told: much, or as far as in one of those that are."""
    when, pair = str(heard["when"]), heard.trust
    is_talk = any(e.key == "evidence.in-talk" and e.text == when for e in heard.before)
    named = next(e for e in reversed(heard.before) if e.key in _WHENS and str(e.text) in when)
    number = named.gaps["n"] if named.key != "rounds.named" else named.gaps["rounds"]
    page = list(heard.before)
    heads = [at for at, each in enumerate(page) if _HEADS.fullmatch(each.key)]
    told = [
        (head.part, each.key.startswith(("look.reply", "look.heard")))
        for each, head in ((page[at], Heard(heard.play, page[at], page[:at])) for at in heads)
        if "lie" not in each.key
    ]
    steps = [abs(e.gaps["before"] - e.gaps["after"]) for e in page if _STEPS.match(e.key)]
    start, end = heard.is_from_to
    return abs(start - end) >= min([*steps, MUCH_MOVED]) and any(
        (start, end) in _went_there(heard, part, pair, is_talk)
        for part in heard.play.parts
        if part.number == number and part.is_moment == (named.key != "rounds.named")
        if (part, is_talk) not in told
    )


def _went_there(
    heard: Heard, part: Part, pair: tuple[str, str] | None, is_talk: bool
) -> list[tuple[int, int]]:
    """From where to where that trust went, in the part itself or in each talk that came of it."""
    if not is_talk:
        return [heard.went(part, pair)] if part.measured is not None else []
    return [(level(did.before, pair), level(did.after, pair)) for did in part.of(Reckoned)]


@says("evidence.ask-turning-point")
def _asked_of_turn(heard: Heard) -> bool:
    """The first page tells of that round or names it, or a moment after it."""
    heads = [e for e in heard.before if e.key.startswith(("look.", "moment."))]
    named = [e for e in heard.before if e.key == "rounds.named"]
    return any(heard["round"] in (e.gaps.get("round"), e.gaps.get("n")) for e in heads) or any(
        heard["round"] == e.gaps["rounds"] for e in named
    )


@says(*(f"debrief.6.nothing.{number}" for number in range(1, 6)))
def _nothing(heard: Heard) -> bool:
    """No line was told under that thesis."""
    number, told = 0, set[int]()
    for each in heard.before:
        if each.key == "debrief.6.thesis":
            number = each.gaps["n"]
        elif each.key in ("debrief.6.for", "debrief.6.against"):
            told.add(number)
    return int(heard.said.key[-1]) not in told


@says("look.habit.hollow-ritual", "look.habit.hollow-ritual.all")
def _hollow_times(heard: Heard) -> bool:
    written = heard.play.compiled.scenario.rituals
    held = [
        each
        for each in heard.play.of(RitualHeld)
        if bare(words_in("en").of(written[each.ritual].name)) == bare(heard["thing"])
    ]
    return (len(held), sum(e.hollow for e in held)) == (heard["chances"], heard["times"])


@says("look.habit.same-move.you", "look.habit.same-move.table")
def _same_move(heard: Heard) -> bool:
    everybody = heard.said.key == "look.habit.same-move"
    for party in heard.play.parties if everybody else (heard.who(),):
        made = [m for part in heard.play.rounds if (m := part.move(party))]
        same = sum(bare(heard.play.titles(m.move)) == bare(heard["thing"]) for m in made)
        if (same, len(made)) != (heard["times"], heard["chances"]):
            return False
    return True


@says("look.habit.same-acts")
def _same_acts(heard: Heard) -> bool:
    some = [heard.play.round(n) for n in range(heard["first"], heard["last"] + 1)]
    acts = {tuple(sorted((m.party, m.stance) for m in part.of(MoveMade))) for part in some}
    return len(acts) == 1 and len(some) > 1


@says("look.habit.same-acts.all")
def _same_acts_of_all(heard: Heard) -> bool:
    stance = next(e for e in reversed(heard.before) if e.key.startswith("look.stance."))
    name = stance.key.removeprefix("look.stance.")
    alike = [all(m.stance == name for m in part.of(MoveMade)) for part in heard.play.rounds]
    return any(one and two for one, two in itertools.pairwise(alike))


def _jokes(heard: Heard, party: str) -> tuple[int, int]:
    firsts = [e for e in heard.play.of(OptionTaken) if e.party == party and e.step == "differences"]
    return sum(e.option == "joke-away" for e in firsts), len(firsts)


@says("look.habit.jokes", "look.habit.jokes.you", "look.habit.jokes.table")
def _joked(heard: Heard) -> bool:
    told = next(e for e in reversed(heard.before) if e.key.startswith("look.habit.moments"))
    counts = told.gaps["times"], told.gaps["chances"]
    everybody = heard.said.key == "look.habit.jokes"
    who = heard.play.parties if everybody else (heard.who(),)
    firsts = [
        [each for each in part.of(OptionTaken) if each.step == "differences"]
        for part in heard.play.moments
    ]
    together = sum(all(e.option == "joke-away" for e in first) for first in firsts if first)
    at_once = not everybody or together == counts[0]
    return at_once and all(_jokes(heard, party) == counts for party in who)


@says("look.habit.moments", "look.habit.moments.all")
def _in_moments(heard: Heard) -> bool:
    """How many there were; who did what in them is checked with what they did."""
    is_all = heard["times"] == heard["chances"]
    return heard["chances"] == len(heard.play.moments) and is_all == heard.said.key.endswith("all")


def _short_rounds(heard: Heard, party: str) -> int:
    made = (part.move(party) for part in heard.play.rounds)
    return sum(each is not None and (each.slipped or each.vetoed) for each in made)


@says("look.habit.faltered.you", "look.habit.faltered.table",
)  # fmt: skip
def _faltered(heard: Heard) -> bool:
    everybody = heard.said.key == "look.habit.faltered"
    who = heard.play.parties if everybody else (heard.who(),)
    return all(_short_rounds(heard, party) == heard["times"] for party in who) and (
        heard["chances"]
        in (len(heard.play.rounds), len(heard.play.rounds) - len(heard.play.of(WalkedOut)))
    )


@says("evidence.ask-house", "evidence.ask-house.you", "evidence.ask-house.other")
def _faltered_asked(heard: Heard) -> bool:
    party = heard.reader if heard.said.key.endswith("you") else heard.party()
    return _short_rounds(heard, party) == int(heard["times"])


@says("look.unquestioned.rules", "look.unquestioned.rituals")
def _rule(heard: Heard) -> bool:
    """Given at the start, in force at the end, and nobody proposed anything about it."""
    chapter: Chapter = "rules" if heard.said.key.endswith("rules") else "rituals"
    rules = getattr(heard.play.compiled.scenario, chapter)
    found = [
        name
        for name, rule in rules.items()
        if bare(words_in("en").of(rule.name)) == bare(heard["thing"])
    ]
    asked = {e.name for e in heard.play.proposals}
    at = heard.play.compiled.element_index(chapter, found[0])
    return (
        found[0] not in asked
        and bool(heard.play.compiled.starts[at])
        and bool(heard.play.live.state.world.in_force[0, at])
    )


@says("look.unquestioned.decor")
def _place(heard: Heard) -> bool:
    """They sat there in most rounds, and nobody proposed another place."""
    places = heard.play.compiled.scenario.decor
    names = {
        name
        for name, place in places.items()
        if bare(words_in("en").of(place.name)) == bare(heard["thing"])
    }
    moved = {e.name for e in heard.play.proposals if e.chapter == "decor"}
    phases = {made.place.round: made.place.phase for made in heard.play.of(MoveMade)}
    here = {each.place.phase for each in heard.play.of(PhaseOpened) if each.decor in names}
    return not moved and 2 * sum(phase in here for phase in phases.values()) >= len(phases)


# --- figures ------------------------------------------------------------------------------------


@says("look.if.you", "look.if.table", "debrief.5.fork")
def _fork(heard: Heard) -> bool:
    made = heard.play.round(heard["round"]).move(heard.who())
    return made is not None and heard.play.is_move(made.move, heard["move"])


@says("look.if.counts", "debrief.5.success")
def _counts(heard: Heard) -> bool:
    return (
        min(heard["played"], heard["instead"]) >= 0
        and max(heard["played"], heard["instead"]) <= heard["plays"]
    )


@says("look.if.hides")
def _other_hides(heard: Heard) -> bool:
    """That move can be made in secret, and is not the one that was made."""
    moves = heard.play.compiled.scenario.moves
    hide = [name for name, move in moves.items() if move.traits()[TRAITS.index("guile")] > 0]
    return any(heard.play.is_move(name, heard["other"]) for name in hide)


@says("debrief.5.margin")
def _margin(heard: Heard) -> bool:
    """As far apart as the counts before it, and by more than chance."""
    counts = next(e for e in reversed(heard.before) if "instead" in e.gaps)
    apart = abs(int(counts.gaps["instead"]) - int(counts.gaps["played"]))
    return heard["apart"] == apart >= heard["margin"] >= 0


@says("look.if.lucky", "look.if.unlucky")
def _lucky(heard: Heard) -> bool:
    """It ended otherwise than most of those that were counted before it."""
    counts = next((e for e in reversed(heard.before) if "instead" in e.gaps), None)
    if counts is None:  # the page had no room for it: it is checked where it stands in step 5
        return True
    is_well = heard.play.of(Ended)[0].outcome == "success"
    most_did = 2 * counts.gaps["played"] >= counts.gaps["plays"]
    return is_well == heard.said.key.endswith(".lucky") and is_well != most_did


@says("look.if.better", "debrief.5.better")
def _chose_better(heard: Heard) -> bool:
    """As played more plays ended well than with the other choice."""
    counts = next(e for e in reversed(heard.before) if "instead" in e.gaps)
    return int(counts.gaps["played"]) > int(counts.gaps["instead"])


def _put_first(heard: Heard, party: str) -> tuple[int, int]:
    made = [m for part in heard.play.rounds if (m := part.move(party))]
    return sum(m.stance == "opportunistic" for m in made), len(made)


@says("look.kept")
def _kept(heard: Heard) -> bool:
    """In as many rounds as the one that is told first was there."""
    first = next(e for e in reversed(heard.before) if e.key.startswith("look.kept.first"))
    return _put_first(heard, Heard(heard.play, first, heard.before).who())[1] == heard["rounds"]


@says(*(f"look.kept.{first}{who}{never}" for first in ("", "first.") for who in ("you", "they")
        for never in ("", ".never")))  # fmt: skip
def _kept_so_often(heard: Heard) -> bool:
    took, _ = _put_first(heard, heard.who())
    return took == (0 if heard.said.key.endswith("never") else heard["n"])


@says("look.kept.of")
def _kept_of(heard: Heard) -> bool:
    told = next(e for e in reversed(heard.before) if e.text == heard["took"])
    _, rounds = _put_first(heard, Heard(heard.play, told, heard.before).who())
    return rounds == heard["rounds"]


@says("look.kept.nobody")
def _kept_by_all(heard: Heard) -> bool:
    return all(_put_first(heard, party)[0] == 0 for party in heard.play.parties)


@says(
    "look.foresaw.you", "debrief.3.forecasts", "look.foresaw.you.none", "debrief.3.forecasts.none"
)
def _foresaw(heard: Heard) -> bool:
    party = heard.reader if heard.said.key.startswith("look") else heard.party()
    made = [
        each.stance == other.stance
        for part in heard.play.rounds
        for each in part.of(Predicted)
        if each.party == party and (other := part.move(each.about))
    ]
    return (sum(made), len(made)) == (heard["right"], heard["count"])


def _confrontations(heard: Heard, of: str, *, by_reader: bool) -> list[Responded]:
    talks = (each for each in heard.play.of(Responded) if each.of == of)
    return [each for each in talks if not by_reader or each.by == heard.reader]


@says(*(f"look.asked.{way}{more}" for way in ("you", "them", "table") for more in ("", ".more")))
def _confronted(heard: Heard) -> bool:
    """All talks, about what and with what said in reply; of one matter only where that was all."""
    of = heard.reader if ".you" in heard.said.key else heard.party()
    talks = _confrontations(heard, of, by_reader=".them" in heard.said.key)
    causes = {each.cause for each in talks}
    if heard.said.key.endswith("more"):
        # Of two parties the very same may be told, each in its own sentence.
        about = (e for e in heard.before if e.key == "look.asked.about")
        told = {e.text: e for e in about if e.text in heard["talks"]}.values()
        is_all = {_cause_told(each) for each in told} == causes
        return is_all and heard["n"] == len(talks) == sum(each.gaps["n"] for each in told)
    is_one = causes == {_cause_told(heard.said)}
    return is_one and heard["n"] == len(talks) and _are_replies(str(heard["replies"]), talks)


@says("look.asked.about")
def _confronted_about(heard: Heard) -> bool:
    """So many about that, with those replies, of one party or another."""
    cause, n = _cause_told(heard.said), heard["n"]
    return any(
        len(talks) == n and _are_replies(str(heard["replies"]), talks)
        for of in heard.play.parties
        for by_reader in {False, heard.said.reader is not None}
        for talks in [
            [e for e in _confrontations(heard, of, by_reader=by_reader) if e.cause == cause]
        ]
    )


def _cause_told(said: Said) -> str:
    """The cause that the sentence names."""
    words = words_in("en")
    named = {
        cause: words(key if words.has(key := f"look.asked.{cause}") else f"scene.cause.{cause}")
        for cause in CAUSES
    }
    return next(cause for cause, told in named.items() if told == said.gaps["cause"])


def _are_replies(told: str, talks: Sequence[Responded]) -> bool:
    """How often what was said; the wordings themselves are checked where a turn tells of them."""
    counts = sorted(Counter(each.reply for each in talks).values())
    is_of_all = bool(re.match(r"(both|all \w+) times ", told))
    if len(counts) == 1 or is_of_all:
        return len(counts) == 1 and is_of_all == (counts[0] > 1)
    numbers = {"once": 1, "twice": 2}
    spelt = words_in("en")._catalogue["numbers"].split()
    found = re.findall(r"(once|twice|\w+ times)", told)
    return (
        sorted(numbers[f] if f in numbers else spelt.index(f.split()[0]) for f in found) == counts
    )


@says("look.end.left.you", "look.end.left.them", "look.end.left.more")
def _left_in(heard: Heard) -> bool:
    left = {each.party for each in heard.play.of(WalkedOut) if not each.goes_on}
    if heard.said.key.endswith("more"):
        told = heard.play.some(heard["parties"])
        return told | ({heard.said.reader} & left) == left
    return {heard.who()} == left


@says("look.end.went.you", "look.end.went.them")
def _got_up(heard: Heard) -> bool:
    """That party got up while the others went on, and not at the end."""
    left = [each for each in heard.play.of(WalkedOut) if each.party == heard.who()]
    return [each.goes_on for each in left] == [True]


@says(
    "look.end.stayed.success", "look.end.stayed.lopsided", "look.end.stayed.stalled",
    "look.end.stayed.parted",
)  # fmt: skip
def _of_those_who_stayed(heard: Heard) -> bool:
    """How it ended, with one party missing at least, and of those who stayed who got most."""
    world = heard.play.live.state.world
    outcome = OUTCOMES[int(world.outcome[0])]
    parties = heard.play.compiled.parties
    value = world.alliance.value[0]
    there = [at for at in range(len(parties)) if not world.left[0, at]]
    is_so = heard.said.key.endswith(outcome) and 1 < len(there) < len(parties)
    if outcome == "lopsided":
        ends = [parties[f(there, key=lambda at: value[at])] for f in (max, min)]
        is_so &= ends == [heard.party("most"), heard.party("least")]
    return is_so


@says("look.end.without-you")
def _without_you(heard: Heard) -> bool:
    """So many rounds were played since the reader left."""
    (left,) = (each for each in heard.play.of(WalkedOut) if each.party == heard.reader)
    later = int(heard.play.live.state.world.round[0]) - left.round
    return left.goes_on and later == heard["n"]


@says("look.end.in", "look.end.in.moment", "look.end.in.talk", "look.end.in.moment.talk")
def _left_when(heard: Heard) -> bool:
    """A part of the play in which somebody walked out, and whether that was in a talk."""
    return any(
        part.number == heard["round"] and heard.said.key in _where(part)
        for part in heard.play.parts
    )


def _where(part: Part) -> set[str]:
    """In or after that part of the play, for each who walked out there."""
    own = "look.end.in.moment" if part.is_moment else "look.end.in"
    in_talk = {each.by for each in part.of(Responded) if each.response == "walk-out"}
    return {f"{own}.talk" if each.party in in_talk else own for each in part.of(WalkedOut)}


def _wants(heard: Heard, party: str) -> dict[bool, set[str]]:
    """What that party wanted and had at the end, and what it had not."""
    written = heard.play.compiled.scenario.parties[party]
    found = wants_met(heard.play.compiled, heard.play.live.state, party)
    return {
        way: {bare(_want_name(written, want)) for want, met in found.items() if met is way}
        for way in (True, False)
    }


def _want_name(written: Party, want: str) -> str:
    name = written.want_names.get(want)
    return words_in("en").of(name) if name else want


@says(
    "look.wants.you.some", "look.wants.you.all", "look.wants.you.none",
    "look.wants.them.some", "look.wants.them.all", "look.wants.them.none",
)  # fmt: skip
def _wanted(heard: Heard) -> bool:
    party = heard.reader if ".you." in heard.said.key else heard.party()
    wants = _wants(heard, party)
    told = {
        way: {bare(each) for each in heard.play.listed(heard[gap])}
        for way, gap in ((True, "met"), (False, "missed"))
    }
    how = "none" if not wants[True] else "all" if not wants[False] else "some"
    counts = len(wants[True]), len(wants[True]) + len(wants[False])
    is_counted = "n" not in heard.said.gaps or (heard["n"], heard["of"]) == counts
    return told == wants and heard.said.key.endswith(how) and is_counted


@says("look.got", "look.got.deal")
def _got(heard: Heard) -> bool:
    (ended,) = heard.play.of(Ended)
    return heard.said.key.endswith("deal") == (ended.outcome in ("success", "lopsided"))


@says("debrief.3.wants")
def _weightiest_first(heard: Heard) -> bool:
    written = heard.play.compiled.scenario.parties[heard.party()]
    names = [bare(each) for each in re.findall(r"“(.*?)”(?=, | and |$)", str(heard["wants"]))]
    weights = {bare(_want_name(written, want)): w for want, w in written.wants.items()}
    told = [weights[name] for name in names]
    return told == sorted(told, reverse=True) and set(names) == set(weights)


@says("look.asked.times", "look.asked.every")
def _said_so_often(heard: Heard) -> bool:
    """Checked with the sentence that it is a part of, which counts all of them."""
    return int(heard["n"]) > 0


@says(*(key for key in STORY if key.startswith(("look.asked.said.", "look.asked.own."))))
def _said_to_it(heard: Heard) -> bool:
    """Somebody said that when it was confronted, about such a matter."""
    reply, _, cause = heard.said.key.split(".", 3)[3].partition(".")
    return any(
        each.reply == reply and cause in ("", each.cause) for each in heard.play.of(Responded)
    )


@says("look.quote")
def _quoted(heard: Heard) -> bool:
    """Somebody of that name said it, in those words."""
    people = {
        f"{party}.{name}": role.name
        for party, written in heard.play.compiled.scenario.parties.items()
        for name, role in written.roles.items()
    }
    return any(
        line.speaker is not None
        and people.get(line.speaker) == heard["name"]
        and words_in("en").of(line.text) == heard["text"]
        for event in heard.play.events
        for line in getattr(event, "lines", ())
    ) or any(
        each.said is not None
        and people.get(str(each.said.speaker)) == heard["name"]
        and words_in("en").of(each.said.text) == heard["text"]
        for each in heard.play.of(OptionTaken)
    )


@says("look.found.seen", "look.lie.card.them", "look.lie.card.table")
def _seen(heard: Heard) -> bool:
    """That is what could be seen of the move that was named before it, and stood on its card."""
    words, moves = words_in("en"), heard.play.compiled.scenario.moves
    named = heard.head.gaps.get("moves") or f"“{heard.head.gaps['move']}”"
    return any(
        any(
            bare(words.of(each)).rstrip(".") == bare(heard["face"]).rstrip(".")
            for each in move.face
        )
        and words.of(move.text) == heard.said.gaps.get("text", words.of(move.text))
        for move in moves.values()
        if words.of(move.title) in heard.play.listed(named)
    )


# --- what is asked ------------------------------------------------------------------------------


def _hidden_in(heard: Heard, party: str) -> list[int]:
    return [part.number for part, made in heard.play.guile() if made.party == party]


def _kept_in(heard: Heard, party: str) -> list[int]:
    """The same, without what it told openly later, be it to others who knew."""
    moves = heard.play.compiled.scenario.moves

    def reveals(since: Part, made: MoveMade) -> bool:
        own = (p.move(party) for p in heard.play.rounds if p.number > since.number)
        return any(
            now is not None and not now.vetoed and made.move in moves[now.move].reveals
            for now in own
        )

    return [
        part.number
        for part, made in heard.play.guile()
        if made.party == party and not _was_told(heard, part, made) and not reveals(part, made)
    ]


def _with_whom(heard: Heard, made: MoveMade) -> Iterator[str]:
    """Who was there, of those with whom that can be done."""
    compiled = heard.play.compiled
    there = compiled.rooms[compiled.phases.index(made.phase), compiled.parties.index(made.party)]
    aimed = compiled.aims[compiled.moves.index(made.move)]
    for j, of in enumerate(compiled.parties):
        if of != made.party and of not in made.place.without and there[j] and aimed[j]:
            yield of


def _was_told(heard: Heard, part: Part, made: MoveMade) -> bool:
    """Whether whoever did it told somebody, and all others knew it already or were not there."""
    told = False
    for of in _with_whom(heard, made):
        since = heard.play.owned_up(part, made.party, of, made.move)
        found = heard.play.found_out(part, made.party, of, made.move)
        later = heard.play.parts[heard.play.parts.index(part) :]
        said = heard.play.spoken_of(made.party, made.move, later, of, anew=True)
        before = [each.number for each in (found, said[0] if said else None) if each is not None]
        if since is not None and all(since.number <= each for each in before):
            told = True
        elif before or heard.play.knew(part, made.party, of, made.move) is None:
            return False
    return told


@says("look.ask.hid", "look.ask.hidden.you")
def _hid_in(heard: Heard) -> bool:
    party = heard.who() if heard.said.key.endswith("hid") else heard.reader
    return _numbers(heard["rounds"]) == _kept_in(heard, party)


@says("look.ask.hidden")
def _hidden_asked(heard: Heard) -> bool:
    """Of all that was hidden."""
    hid = {party for party in heard.play.parties if _kept_in(heard, party)}
    return bool(hid) and heard.play.some(heard["did"]) == hid


@says("look.ask.unsaid", "look.ask.unsaid.you")
def _unsaid(heard: Heard) -> bool:
    """It came out for that party then, and was never brought up by it."""
    by = heard.reader if heard.said.key.endswith("you") else heard.party("by")
    of = heard.party("of")
    moves = heard.play.listed(heard["moves"])
    known = {
        heard.play.titles(move)
        for seen in heard.play.of(Discovered)
        if (seen.by, seen.of) == (by, of) and seen.place.round <= heard["round"]
        for move in seen.moves
    }
    kept = any(
        (k.by, k.of) == (by, of) and k.place.round == heard["round"]
        for k in heard.play.of(KeptBack)
    )
    said = {
        heard.play.titles(move)
        for talk in heard.play.of(Confronted)
        if (talk.of, talk.cause) == (of, "discovery")
        for move in talk.moves
    }
    told = {
        heard.play.titles(move)
        for each in heard.play.of(OwnedUp)
        if (each.to, each.party) == (by, of)
        for move in each.moves
    }
    return kept and bool(moves) and moves <= known and not moves & said and bool(moves - told)


# --- how it felt, and the log -------------------------------------------------------------------


def _all_changes(play: Played, party: str, other: str) -> list[tuple[Part, int, int]]:
    """Of every round and moment, from where to where that trust went in it."""
    return [
        (part, points(over.before.trust[party][other]), points(over.after.trust[party][other]))
        for part in play.parts
        if (over := part.measured) is not None
    ]


@says("evidence.felt-let-down", "evidence.felt-carried")
def _most(heard: Heard) -> bool:
    """The most of all the falls, or rises, of that party's trust; the first of several."""
    down = heard.said.key.endswith("down")
    pair = heard.party(), heard.party("other")
    sign = -1 if down else 1
    sizes = [
        (sign * (end - start), start, end) for _, start, end in _all_changes(heard.play, *pair)
    ]
    most = max(sizes, key=lambda each: each[0])
    named = _numbers(re.sub("“.*?”", "", str(heard["when"])))
    at = [
        part.number
        for part, start, end in _all_changes(heard.play, *pair)
        if sign * (end - start) == most[0]
    ]
    return most[1:] == heard.is_from_to and at[:1] == named


@says("debrief.1.as-much")
def _as_much(heard: Heard) -> bool:
    """The same trust moved as far in those rounds as in the one that was named before."""
    felt = next(e for e in reversed(heard.before) if e.key.startswith("evidence.felt"))
    first = Heard(heard.play, felt, heard.before)
    size = first.is_from_to[1] - first.is_from_to[0]
    pair = first.party(), first.party("other")
    alike = [
        part.number for part, start, end in _all_changes(heard.play, *pair) if end - start == size
    ]
    told = _numbers(re.sub("“.*?”", "", str(heard["when"])))
    return sorted([*told, *_numbers(re.sub("“.*?”", "", str(felt.gaps["when"])))]) == alike


@says("debrief.2.start")
def _start(heard: Heard) -> bool:
    start = heard.play.start
    return (heard["trust"], heard["formal"]) == (
        mean_points(start),
        points(start.formal_overlap),
    )


@says("debrief.2.round", "debrief.2.moment.named", "debrief.2.moment.called")
def _log_line(heard: Heard) -> bool:
    is_moment = "moment" in heard.said.key
    return any(
        heard.went(part, None) == heard.is_from_to
        for part in heard.play.parts
        if (part.number, part.is_moment) == (heard["round"], is_moment)
    )


@says("debrief.2.opened")
def _as_it_opened(heard: Heard) -> bool:
    """A ritual was held then, and the mean was another than where the log had left it."""
    part = heard.play.round(heard["round"])
    over = part.measured
    held = any(each.place.round == part.number for each in heard.play.of(RitualHeld))
    told = heard["trust"]
    before = [e for e in heard.before if e.key.startswith(("debrief.2.round", "debrief.2.moment"))]
    assert over is not None
    return (
        held
        and mean_points(over.before, over.after.without) == told
        and (not before or told != before[-1].gaps["after"] or "scene" in str(heard.before[-1].key))
    )


def _in_log(heard: Heard) -> list[Part]:
    """The round or moment whose line in the log was said last; moments of one round together."""
    line = next(
        e
        for e in reversed(heard.before)
        if re.match(r"debrief\.2\.(round|moment\.\w+|start)$", e.key)
    )
    number, is_moment = line.gaps.get("round"), "moment" in line.key
    return [p for p in heard.play.parts if (p.number, p.is_moment) == (number, is_moment)]


def _any_in_log(heard: Heard, kind: type[E], holds: Callable[[E], bool]) -> bool:
    return any(holds(each) for part in _in_log(heard) for each in part.of(kind))


@says("debrief.2.move", "debrief.2.move.slipped", "debrief.2.move.vetoed")
def _log_move(heard: Heard) -> bool:
    how = heard.said.key.removeprefix("debrief.2.move")
    return any(
        made.party == heard.party()
        and heard.play.is_move(made.move, heard["move"])
        and how == (".vetoed" if made.vetoed else ".slipped" if made.slipped else "")
        for made in heard.play.of(MoveMade)
    )


@says("debrief.2.occasion", "debrief.2.befell")
def _log_event(heard: Heard) -> bool:
    whom = None if heard.said.key.endswith("occasion") else heard.party()
    return _any_in_log(
        heard, ScriptEventOccurred,
        lambda e: e.party == whom and heard.play.event_name(e.event) in str(heard["event"]),
    )  # fmt: skip


@says("debrief.2.discovered")
def _log_discovered(heard: Heard) -> bool:
    by, of, named = heard.party("by"), heard.party("of"), heard.play.listed(heard["moves"])
    return _any_in_log(
        heard, Discovered,
        lambda e: (e.by, e.of) == (by, of) and {heard.play.titles(m) for m in e.moves} == named,
    )  # fmt: skip


@says("debrief.2.owned-up")
def _log_owned_up(heard: Heard) -> bool:
    by, to, named = heard.party(), heard.party("to"), heard.play.listed(heard["moves"])
    return _any_in_log(
        heard, OwnedUp,
        lambda e: (e.party, e.to) == (by, to) and {heard.play.titles(m) for m in e.moves} == named,
    )  # fmt: skip


@says("debrief.2.suspected")
def _log_suspected(heard: Heard) -> bool:
    pair = heard.party("by"), heard.party("of")
    return _any_in_log(heard, Suspected, lambda e: (e.by, e.of) == pair)


@says("debrief.2.hollow", "debrief.2.hollow.more")
def _log_hollow(heard: Heard) -> bool:
    """All the times that it was, each by the round that it opened."""
    written = heard.play.compiled.scenario.rituals
    hollow = [
        part.number
        for part in heard.play.parts
        for e in part.of(RitualHeld)
        if e.hollow and bare(words_in("en").of(written[e.ritual].name)) == bare(heard["ritual"])
    ]
    named = _numbers(heard["rounds"])
    return named == list(dict.fromkeys(hollow)) and heard["n"] == len(named)


@says("debrief.2.between")
def _log_between(heard: Heard) -> bool:
    """As the script has it for that phase."""
    phases = heard.play.compiled.scenario.script.phases
    made = [event for part in _in_log(heard) for event in part.of(MoveMade)]
    with_whom = {party for event in made for party in phases[event.phase].with_}
    return heard.play.some(heard["parties"]) == with_whom


@says("debrief.2.handed")
def _log_handed(heard: Heard) -> bool:
    return _any_in_log(
        heard, MoveMade, lambda e: e.handed is not None and e.handed_to == heard.party()
    )


@says("debrief.2.called")
def _log_called(heard: Heard) -> bool:
    who = heard.play.party(heard["parties"])
    return _any_in_log(heard, MomentCalled, lambda e: e.party == who)


@says("debrief.2.left", "debrief.2.left.goes-on", "debrief.2.went-on")
def _log_left(heard: Heard) -> bool:
    on = not heard.said.key.endswith("2.left")
    who = heard.party()
    return _any_in_log(heard, WalkedOut, lambda e: e.party == who and e.goes_on is on)


@says("debrief.2.changed")
def _log_changed(heard: Heard) -> bool:
    who = heard.play.some(heard["party"])
    return _any_in_log(heard, GameChanged, lambda e: {e.by, *e.also_by} == who)


@says("debrief.2.rejected", "debrief.2.rejected.rival")
def _log_rejected(heard: Heard) -> bool:
    rival, who = heard.said.key.endswith("rival"), heard.play.some(heard["party"])
    return _any_in_log(
        heard, ChangeRefused,
        lambda e: {e.by, *e.also_by} == who and (e.gave_way is not None) == rival,
    )  # fmt: skip


@says("debrief.2.scene")
def _log_scene(heard: Heard) -> bool:
    pair = heard.party("by"), heard.party("of")
    return _any_in_log(heard, Responded, lambda e: (e.by, e.of) == pair)


@says("debrief.2.scene.trust")
def _log_scene_trust(heard: Heard) -> bool:
    pair = heard.party("by"), heard.party("of")
    return heard["before"] != heard["after"] and _any_in_log(
        heard, Reckoned,
        lambda e: (level(e.before, pair), level(e.after, pair)) == heard.is_from_to,
    )  # fmt: skip


@says("debrief.2.scene.mean")
def _log_scene_mean(heard: Heard) -> bool:
    """That mean, and all trust that moved to it is told."""
    told = set[tuple[str, str]]()
    for each in reversed(heard.before):
        if each.key == "debrief.2.scene":
            break
        if each.key == "debrief.2.scene.trust":
            talk = Heard(heard.play, each, heard.before)
            told.add((talk.party("by"), talk.party("of")))

    def moved(event: Reckoned) -> set[tuple[str, str]]:
        before, after = event.before, event.after
        pairs = ((i, j) for i, row in after.trust.items() for j in row)
        return {pair for pair in pairs if level(before, pair) != level(after, pair)}

    return _any_in_log(
        heard, Reckoned,
        lambda e: mean_points(e.after) == heard["mean"] and moved(e) == told,
    )  # fmt: skip


@says("debrief.2.scene.heard")
def _log_heard(heard: Heard) -> bool:
    """It had been hidden from all of them, and none had brought it up."""
    who = heard.play.some(heard["by"])
    return len(who) == heard["n"] and _any_in_log(
        heard, Reckoned,
        lambda e: e.cause == "discovery" and set(e.heard) == who and not who & {e.by, e.of},
    )  # fmt: skip


@says("debrief.2.kept", "debrief.2.kept.again")
def _log_kept(heard: Heard) -> bool:
    """It had found that out by then, and nobody had said it at the table."""
    by, of = heard.party("by"), heard.party("of")
    named = heard.play.listed(heard["moves"])
    again = heard.said.key.endswith("again")
    (part, *_) = _in_log(heard)
    earlier = heard.play.parts[: heard.play.parts.index(part)]
    known = {
        heard.play.titles(move)
        for each in (*earlier, part)
        for seen in each.of(Discovered)
        if (seen.by, seen.of) == (by, of)
        for move in seen.moves
    }
    return (
        bool(named)
        and named <= known
        and _any_in_log(heard, KeptBack, lambda e: (e.by, e.of, e.for_good) == (by, of, again))
    )


# --- what each side knew ------------------------------------------------------------------------


@says("debrief.3.guile")
def _guile(heard: Heard) -> bool:
    """All that was hidden in that round, and nothing else."""
    hid = {made.party for part, made in heard.play.guile() if part.number == heard["round"]}
    return heard.play.some(heard["did"]) == hid


@says("debrief.3.guile.move", "debrief.3.guile.same")
def _guile_move(heard: Heard) -> bool:
    same = heard.said.key.endswith("same")
    who = heard.play.some(heard["parties"]) if same else {heard.party()}
    move = heard["move"]
    return (not same or len(who) == heard["n"]) and any(
        {m.party for p, m in heard.play.guile() if p is part and heard.play.is_move(m.move, move)}
        >= who
        for part, _ in heard.play.guile()
    )


def _hiding(heard: Heard) -> Part:
    """The round of which it is told what was hidden."""
    told = next(e for e in reversed(heard.before) if e.key == "debrief.3.guile")
    return heard.play.round(told.gaps["round"])


@says("debrief.3.guile.round")
def _guile_value(heard: Heard) -> bool:
    """By party, the difference between what it stood at before and after, as both are shown."""
    over = _hiding(heard).measured
    assert over is not None
    changes = {
        name: points(over.after.value[party]) - points(over.before.value[party])
        for name, party in heard.play._parties.items()
    }
    shown = {
        name: f"{'+' if c > 0 else '−' if c < 0 else ''}{abs(c)}" for name, c in changes.items()
    }
    return {(each, name) for name, each in shown.items()} == set(_pairs(heard["changes"]))


def _pairs(text: object) -> list[tuple[str, str]]:
    """Each number with whom it is for."""
    return [
        (number, name.strip())
        for number, name in re.findall(
            r"([+−]?\d+) for (.+?)(?=,? and [+−]?\d|, [+−]?\d|$)", str(text)
        )
    ]


@says("debrief.3.guile.broken")
def _guile_broken(heard: Heard) -> bool:
    """Somebody walked out in that round, before anything was measured of the moves."""
    part = _hiding(heard)
    return bool(part.of(WalkedOut)) and not part.of(Responded)


def _hider(heard: Heard) -> tuple[Part, list[MoveMade]]:
    """Whose move the discovery that is told next is of: named, or the only one."""
    part = _hiding(heard)
    hid = [made for at, made in heard.play.guile() if at is part]
    named = str(heard.said.gaps.get("of", ""))
    some = [m for m in hid if heard.play.some(named) == {m.party}]
    return part, some or hid


@says("debrief.3.guile.found", "debrief.3.guile.found.now", "debrief.3.guile.found.moment")
def _guile_found(heard: Heard) -> bool:
    """All of them found out then; in the same round only where it says so."""
    part, some = _hider(heard)
    how, told = heard.said.key.rsplit(".", 1)[1], heard.play.some(heard["by"])

    def is_then(out: Part | None) -> bool:
        if out is None or out.number != heard["round"] or (how == "now") != (out is part):
            return False
        return out.is_moment == (how == "moment")

    return any(
        all(is_then(heard.play.found_out(part, made.party, by, made.move)) for by in told)
        for made in some
    )


@says("debrief.3.guile.owned-up")
def _guile_owned_up(heard: Heard) -> bool:
    """That party told each of them then of what it did in that round."""
    part = _hiding(heard)
    made = part.move(heard.party())
    assert made is not None
    told = (
        heard.play.owned_up(part, made.party, to, made.move) for to in heard.play.some(heard["to"])
    )
    return all(each is not None and each.number == heard["round"] for each in told)


@says("debrief.3.guile.never")
def _guile_never(heard: Heard) -> bool:
    part, some = _hider(heard)
    return all(
        any(heard.play.never_knew(part, made.party, by, made.move) for made in some)
        for by in heard.play.some(heard["by"])
    )


@says("debrief.3.guile.alone", "debrief.3.guile.alone.of")
def _guile_of_nobody_there(heard: Heard) -> bool:
    """Somebody did something in that round in a room without the others."""
    told = next(e for e in reversed(heard.before) if e.key == "debrief.3.guile")
    part = heard.play.round(told.gaps["round"])
    return any(made.guile and not [*_with_whom(heard, made)] for made in part.of(MoveMade))


@says("debrief.3.guile.heard")
def _guile_heard(heard: Heard) -> bool:
    """Each of them heard of it then, from the one who is named."""
    part, some = _hider(heard)
    told = heard["round"], heard.party("who")
    return all(
        any(
            (out := heard.play.heard(part, made.party, by, made.move)) is not None
            and (out[0].number, out[1]) == told
            for made in some
        )
        for by in heard.play.some(heard["by"])
    )


@says("debrief.3.guile.known")
def _guile_known(heard: Heard) -> bool:
    part, by = _hiding(heard), heard.party("by")
    made = part.move(heard.party())
    assert made is not None
    known = heard.play.knew(part, made.party, by, made.move)
    return known is not None and known.number == heard["round"]


@says("debrief.3.no-guile")
def _no_guile(heard: Heard) -> bool:
    return not list(heard.play.guile())


@says("debrief.3.told")
def _told_alone(heard: Heard) -> bool:
    """Those lines were told in that round, and to that party only."""
    return any(
        told.only == heard.party()
        and told.place.round == heard["round"]
        and any(words_in("en").of(line.text) in heard["text"] for line in told.lines)
        for told in heard.play.of(LinesTold)
    )


@says(
    "debrief.3.false", "evidence.ask-false-suspicion", "evidence.ask-false-suspicion.you",
    "evidence.ask-false-suspicion.them",
)  # fmt: skip
def _false(heard: Heard) -> bool:
    asked = heard.said.key.startswith("evidence")
    by, of = _other_and_party(heard) if asked else (heard.party("by"), heard.party("of"))
    part = heard.play.round(heard["round"])
    made = part.move(of)
    hid = made is not None and made.guile and not made.vetoed
    suspected = any((e.by, e.of) == (by, of) for e in part.of(Suspected))
    is_it = asked or (made is not None and heard.play.is_move(made.move, heard["move"]))
    return suspected and is_it and not hid and not _hidden_until(heard, part, of, by)


# --- the map ------------------------------------------------------------------------------------


def _at_end_of(heard: Heard, number: int) -> list[Measures]:
    """Where it stood after that round and after each moment that followed it."""
    if not number:
        return [heard.play.start]
    return [part.end for part in heard.play.parts if part.number == number and part.end]


def _levels(now: Measures) -> set[str]:
    """How trust and paper are named: neither much nor little where closer to the border than what
    is told as a difference.
    """
    words = words_in("en")

    def named(level: int, much: int) -> str:
        return "border" if abs(level - much) < NOTABLE else "much" if level > much else "little"

    own = [
        [share for other, share in row.items() if other not in now.without]
        for party, row in now.trust.items()
        if party not in now.without
    ]
    each = sorted(points(fmean(row)) for row in own)
    trust = named(mean_points(now), MUCH_TRUST)
    if named(each[0], MUCH_TRUST) == "little" and named(each[-1], MUCH_TRUST) == "much":
        trust = "apart"
    return {
        words(f"map.trust.{trust}", lowest=each[0], highest=each[-1]),
        words(f"map.paper.{named(points(now.formal_overlap), MUCH_PAPER)}"),
    }


@says("debrief.4.point", "debrief.4.point.end", "debrief.4.point.start", "debrief.4.point.begun")
def _on_map(heard: Heard) -> bool:
    """There when the next round began, and with those figures after the last."""
    numbers = _numbers(heard["rounds"]) if "rounds" in heard.said.gaps else [0]
    if heard.said.key.endswith("begun"):
        numbers = list(range(numbers[0] + 1))
    stays = [_at_end_of(heard, number)[-1] for number in numbers]
    last = stays[-1]
    spread = re.compile(r" \(\d+ and \d+\)")
    place = set(str(heard["place"]).split(", "))
    alike = all(
        {spread.sub("", each) for each in _levels(now)} == {spread.sub("", each) for each in place}
        for now in stays
    )
    shown = mean_points(last), points(last.formal_overlap)
    return alike and _levels(last) == place and (heard["trust"], heard["formal"]) == shown


@says("debrief.4.borders")
def _borders(heard: Heard) -> bool:
    told = heard["trust"], heard["formal"], heard["notable"]
    return told == (MUCH_TRUST, MUCH_PAPER, NOTABLE)


# --- the theses ---------------------------------------------------------------------------------


def _short_move(heard: Heard) -> MoveMade:
    """The move of that round that is told of."""
    made = heard.play.round(heard["round"]).move(heard.party())
    assert made is not None
    assert heard.play.is_move(made.move, heard["move"])
    return made


@says("evidence.slip-cost-trust")
def _brought_up_half(heard: Heard) -> bool:
    """The other brought up that promise then, and that is how its trust went."""
    pair = heard.party("other"), heard.party()
    made, part = _short_move(heard), heard.play.round(heard["round"])
    return made.slipped and any(
        (talk.by, talk.of, talk.cause) == (*pair, "promise")
        and (level(talk.before, pair), level(talk.after, pair)) == heard.is_from_to
        for talk in part.of(Reckoned)
    )


@says(
    "evidence.stop-cost-trust", "evidence.half-cost-trust", "evidence.half-without-harm",
    "evidence.stop-without-harm", "evidence.half-without-harm.same",
    "evidence.stop-without-harm.same", "evidence.stop-cost-trust.same",
    "evidence.half-cost-trust.same",
)  # fmt: skip
def _came_short(heard: Heard) -> bool:
    """The figures, and what became of the move; what it would have been otherwise is shown by
    another play of the same luck, which a test of its own does step by step.
    """
    pair = heard.party("other"), heard.party()
    made, part = _short_move(heard), heard.play.round(heard["round"])
    is_stopped = "stop-" in heard.said.key
    is_short = made.vetoed if is_stopped else made.slipped and not made.vetoed
    if "cost" in heard.said.key and int(heard["whole"]) - heard.is_from_to[1] < NOTABLE:
        return False
    return is_short and heard.is_from_to == heard.went(part, pair)


def _was_kept(play: Played, part: Part) -> bool:
    """Nothing was to be seen in it, nor in a moment that followed; what went on at home neither."""
    shows = (WalkedOut, Discovered, Suspected, Confronted)
    after = [each for each in play.parts if each.number == part.number]
    if any(each.of(kind) for each in after for kind in shows):
        return False
    if any(held.hollow for held in part.of(RitualHeld)):
        return False
    return all(
        made.stance != "opportunistic" and not made.slipped and not made.vetoed
        for made in part.of(MoveMade)
    )


def _kept_where(heard: Heard, holds: Callable[[Measures], bool]) -> bool:
    some = [part for part in heard.play.rounds if holds(heard.play.before(part))]
    kept = sum(_was_kept(heard.play, part) for part in some)
    share = next(e for e in reversed(heard.before) if e.key.startswith("rounds.share"))
    is_all = share.key.endswith("all")
    told = int(share.gaps["kept"]), int(share.gaps["rounds"])
    return told == (kept, len(some)) and is_all == (kept == len(some))


@says("evidence.kept-under-contract")
def _under_contract(heard: Heard) -> bool:
    return _kept_where(
        heard,
        lambda now: _levels(now) == {"little trust", "much on paper"},
    )


@says("evidence.relied-without-trusting")
def _relied(heard: Heard) -> bool:
    i, j, end = heard.party("other"), heard.party(), heard.play.end
    told = int(heard["trust"]), int(heard["reliability"])
    return told == (points(end.trust[i][j]), points(end.reliability[i][j])) and told[0] < told[1]


@says("evidence.paper-without-trust", "evidence.paper-and-trust-grew")
def _moved_with_paper(heard: Heard) -> bool:
    """Also that more than half of the change was in rounds with more on paper, and for a fall in
    which nobody took.
    """
    fell, went = heard.said.key.endswith("without-trust"), 0
    for part in heard.play.rounds:
        before, after = heard.play.before(part), part.measured
        assert after is not None
        more = points(after.after.formal_overlap) > points(before.formal_overlap)
        if more and (not fell or all(m.stance != "opportunistic" for m in part.of(MoveMade))):
            went += mean_points(after.after) - mean_points(before)
    moved = int(heard["trust_end"]) - int(heard["trust_start"])
    is_most = 2 * went < moved if fell else 2 * went > moved
    return _both_grew(heard) and is_most


def _both_grew(heard: Heard) -> bool:
    start, end = heard.play.start, heard.play.end
    told = [int(heard[n]) for n in ("formal_start", "formal_end", "trust_start", "trust_end")]
    so = [points(start.formal_overlap), points(end.formal_overlap),
          mean_points(start), mean_points(end)]  # fmt: skip
    rose = heard.said.key.endswith("grew")
    return told == so and so[1] > so[0] and (so[3] > so[2] if rose else so[3] < so[2])


@says(
    "evidence.cooperation-with-trust", "evidence.no-cooperation-with-trust",
    "evidence.opportunism-falls-with-trust", "evidence.opportunism-grows-with-trust",
)  # fmt: skip
def _with_trust(heard: Heard) -> bool:
    """The counts, and that no other round began with as much trust, or with as little."""
    stance = "opportunistic" if "opportunism" in heard.said.key else "trust-building"
    began = {p.number: mean_points(heard.play.before(p)) for p in heard.play.rounds}
    shares = []
    for side in ("high", "low"):
        numbers = _numbers(heard[f"{side}_rounds"])
        made = [m for n in numbers for m in heard.play.round(n).of(MoveMade)]
        count = sum(m.stance == stance for m in made)
        if (int(heard[f"{side}_moves"]), int(heard[f"{side}_of"])) != (count, len(made)):
            return False
        shares.append(count / len(made))
        others = [trust for n, trust in began.items() if n not in numbers]
        inside = [began[n] for n in numbers]
        if others and (
            min(inside) <= max(others) if side == "high" else max(inside) >= min(others)
        ):
            return False
    more = shares[0] > shares[1]
    return more == (
        heard.said.key
        in ("evidence.cooperation-with-trust", "evidence.opportunism-grows-with-trust")
    )


@says("evidence.hid-with-trust")
def _hid_with_trust(heard: Heard) -> bool:
    """The trust is of whoever hid it."""
    part = heard.play.round(heard["round"])
    made = part.move(heard.party())
    trust = heard.play.before(part).trust[heard.party()][heard.party("other")]
    return (
        made is not None
        and made.guile
        and not made.vetoed
        and heard.play.is_move(made.move, heard["move"])
        and heard.party("other") not in made.place.without
        and int(heard["trust"]) == points(trust) >= MUCH_TRUST + NOTABLE
    )


@says("evidence.players-changed", "evidence.ask-changed")
def _agreed(heard: Heard) -> bool:
    return any(e.place.round == heard["round"] for e in heard.play.of(GameChanged))


@says("evidence.change-refused", "evidence.ask-refused", "evidence.ask-refused.you",
      "evidence.ask-refused.them")  # fmt: skip
def _refused(heard: Heard) -> bool:
    is_you, is_them = heard.said.key.endswith("you"), heard.said.key.endswith("them")

    def is_by(who: set[str]) -> bool:
        return heard.reader in who if is_you else heard.play.some(heard["party"]) == who

    return any(
        e.place.round == heard["round"]
        and is_by({e.by, *e.also_by})
        and e.gave_way is None
        and (not is_them or set(e.against) == {heard.reader})
        for e in heard.play.of(ChangeRefused)
    )


def _moment(heard: Heard) -> list[Part]:
    """The moment of which it is told; those that bear no name and followed one round together."""
    numbers = _numbers(re.sub("“.*?”", "", str(heard["phase"])))
    return [part for part in heard.play.moments if part.number == numbers[-1]]


@says(
    "evidence.difference-named", "evidence.difference-named.all",
    "evidence.difference-hurt", "evidence.difference-hurt.all",
)  # fmt: skip
def _difference(heard: Heard) -> bool:
    """Who named one; and how far trust moved in that moment, in which nothing came out."""
    is_all, sign = heard.said.key.endswith("all"), -1 if "hurt" in heard.said.key else 1
    start, end = heard.is_from_to
    for part in _moment(heard):
        named = {e.party for e in part.of(OptionTaken) if e.option == "name-difference"}
        who = set(heard.play.parties) if is_all else heard.play.some(heard["party"])
        is_told = heard.went(part, None) == (start, end) and who == named
        if is_told and sign * (end - start) >= NOTABLE and not part.of(Discovered):
            return True
    return False


# --- what is asked ------------------------------------------------------------------------------


def _other_and_party(heard: Heard) -> tuple[str, str]:
    """Those two of the evidence, the reader where it is told as you."""
    key = heard.said.key
    party = heard.reader if key.endswith(".you") else heard.party()
    other = heard.reader if key.endswith(".them") else heard.party("other")
    return other, party


@says(
    "evidence.ask-hidden-guile", "evidence.ask-hidden-guile.you", "evidence.ask-hidden-guile.them"
)
def _never_noticed(heard: Heard) -> bool:
    part, (other, party) = heard.play.round(heard["round"]), _other_and_party(heard)
    made = part.move(party)
    return (
        made is not None
        and heard.play.is_move(made.move, heard["move"])
        and heard.play.never_knew(part, made.party, other, made.move)
    )


@says("evidence.ask-trust-lost", "evidence.ask-trust-lost.you", "evidence.ask-trust-lost.them")
def _lost(heard: Heard) -> bool:
    """From start to end, and that it fell in no round, moment or talk more than in that one."""
    j, i = _other_and_party(heard)
    told = int(heard["trust_start"]), int(heard["trust_end"])
    ends = points(heard.play.start.trust[i][j]), points(heard.play.end.trust[i][j])
    falls = [(end - start, part.number) for part, start, end in _all_changes(heard.play, i, j)]
    talks = [
        (points(did.after.trust[i][j]) - points(did.before.trust[i][j]), part.number)
        for part in heard.play.parts
        for did in part.of(Reckoned)
    ]
    in_talk = str(heard["when"]).startswith("the talk after")
    most = min(fell for fell, _ in (*falls, *talks))
    named = _numbers(re.sub("“.*?”", "", str(heard["when"])))
    return told == ends and most < 0 and (most, *named) in (talks if in_talk else falls)


@says("evidence.in-talk")
def _in_talk(heard: Heard) -> bool:
    """After that round or moment there was a talk."""
    named = _numbers(re.sub("“.*?”", "", str(heard["when"])))
    return any(part.number in named and part.of(Reckoned) for part in heard.play.parts)


@says("evidence.ask-moment-shut")
def _nobody_opened(heard: Heard) -> bool:
    """In that moment nobody did more than joke or keep quiet."""
    return any(
        all(each.option in ("joke-away", "keep-quiet") for each in part.of(OptionTaken))
        for part in _moment(heard)
    )


def _opened(part: Part) -> set[str]:
    """Who did more in that moment than joke or keep quiet."""
    taken = part.of(OptionTaken)
    return {each.party for each in taken if each.option not in ("joke-away", "keep-quiet")}


@says("evidence.ask-moment-alone", "evidence.ask-moment-alone.you")
def _opened_alone(heard: Heard) -> bool:
    """Nobody else did more in that moment than joke or keep quiet; that party named more than what
    all share.
    """
    party = heard.reader if heard.said.key.endswith(".you") else heard.party()
    deep = ("name-difference", "own-part", "real-question", "their-part")
    return any(
        _opened(part) == {party} and any(each.option in deep for each in part.of(OptionTaken))
        for part in _moment(heard)
    )


@says("evidence.ask-moment-closed", "evidence.ask-moment-closed.you")
def _closed_off(heard: Heard) -> bool:
    """That party did so in that moment, and no other did alike."""
    party = heard.reader if heard.said.key.endswith(".you") else heard.party()
    for part in _moment(heard):
        own = [each.option for each in part.of(OptionTaken) if each.party == party]
        there = {each.party for each in part.of(OptionTaken)}
        is_shut = there - _opened(part) == {party}
        if own and is_shut and words_in("en")(f"look.did.{own[0]}") == heard["did"]:
            return True
    return False


@says("evidence.ask-no-moment")
def _no_moment(heard: Heard) -> bool:
    return not heard.play.moments


@says("evidence.ask-what-if", "evidence.ask-what-if.you", "evidence.ask-what-if.other")
def _instead(heard: Heard) -> bool:
    party = heard.reader if heard.said.key.endswith("you") else heard.party()
    made = heard.play.round(heard["round"]).move(party)
    return made is not None and heard.play.is_move(made.move, heard["move"])


# --- the game itself, and patterns --------------------------------------------------------------


@says("ledger.none-changed")
def _none_changed(heard: Heard) -> bool:
    return not [e for e in heard.play.of(GameChanged) if e.action != "part"]


def _name_of(heard: Heard, made: GameChanged | ChangeRefused) -> str | None:
    """The name of the part of the game that it was about."""
    at = heard.play.compiled.index.get(f"{made.chapter}/{made.name}")
    if at is None:
        return None
    return bare(words_in("en").of(heard.play.compiled.elements[at].name))


@says("ledger.line")
def _in_ledger(heard: Heard) -> bool:
    """Nobody proposed anything about what nobody made a proposal about; of what did not happen
    each was refused.
    """
    group = next(e for e in reversed(heard.before) if e.key in _GROUPS).key
    told = [each.partition(":")[0] for each in str(heard["name"]).split("; ")]
    names = [bare(re.sub(r"^how long | lasts$| (away from|at) the table$", "", e)) for e in told]
    asked = {_name_of(heard, each) for each in heard.play.proposals}
    if group == "ledger.never-questioned":
        return asked.isdisjoint(names)
    if group == "ledger.changed":
        return len(heard.play.of(GameChanged)) >= len(names)
    return True


_GROUPS = (
    "ledger.changed", "ledger.never-questioned", "ledger.proposed-and-rejected", "ledger.by-script",
)  # fmt: skip


@says(
    "ledger.status.adopted", "ledger.status.dropped", "ledger.status.adopted.roles",
    "ledger.status.dropped.roles",
)  # fmt: skip
def _in_force(heard: Heard) -> bool:
    """That is what an event of the script last did with it, or how the players left it."""
    compiled, world = heard.play.compiled, heard.play.live.state.world
    is_in = "adopted" in heard.said.key
    made = {_name_of(heard, each) for each in heard.play.of(GameChanged)}
    for at, thing in enumerate(compiled.elements):
        name = bare(words_in("en").of(thing.name))
        if name != bare(heard["name"]):
            continue
        by_script = [
            thing.id not in each.dropped
            for each in heard.play.of(ScriptEventOccurred)
            if thing.id in (*each.adopted, *each.dropped)
        ]
        by_players = [bool(world.in_force[0, at])] if name in made else []
        if is_in in (*by_script[-1:], *by_players):
            return True
    return False


@says(
    "ledger.status.changed", "ledger.status.held.party", "ledger.status.held.table",
    "ledger.status.put-back",
)  # fmt: skip
def _was_changed(heard: Heard) -> bool:
    """That was agreed; what was put back, more than once."""
    name = bare(heard["name"])
    made = [e for e in heard.play.of(GameChanged) if _name_of(heard, e) == name]
    return len(made) > ("put-back" in heard.said.key)


@says("ledger.status.adopted.decor", "ledger.status.dropped.decor", "ledger.status.put-back.decor")
def _moved_house(heard: Heard) -> bool:
    """They agreed to go there; and it is where they went last, or not."""
    moves = [e for e in heard.play.of(GameChanged) if e.chapter == "decor"]
    names = [_name_of(heard, e) for e in moves]
    is_last = "adopted" in heard.said.key
    return (name := bare(heard["name"])) in names and (names[-1] == name) == is_last


@says("debrief.2.parted")
def _parted(heard: Heard) -> bool:
    return bool(heard.play.of(Parted))


@says("ledger.refused.by")
def _refused_by(heard: Heard) -> bool:
    who = heard.play.some(heard["party"])
    rounds = {e.place.round for e in heard.play.of(ChangeRefused) if {e.by, *e.also_by} == who}
    return set(_numbers(heard["rounds"])) <= rounds


@says("ledger.status.changed.amount")
def _amount(heard: Heard) -> bool:
    """Where that number began, and where it stands at the end."""
    world, compiled = heard.play.live.state.world, heard.play.compiled
    end = _numbers(heard["end"])[0]
    return any(
        (round(float(compiled.start_amount[at])), round(float(world.amount[0, at])))
        == (heard["start"], end)
        for at in range(len(compiled.elements))
    )


def _pattern_rounds(heard: Heard) -> tuple[str, list[int], list[int]]:
    """Whose it is, the rounds named, and all those in which that party hid something."""
    (party,) = heard.play.some(heard["parties"])
    return party, _numbers(heard["rounds"]), _hidden_in(heard, party)


@says("pattern.early-betrayal")
def _early(heard: Heard) -> bool:
    _, named, hid = _pattern_rounds(heard)
    third = max(1, len(heard.play.rounds) // 3)
    return named == [n for n in hid if n <= third]


@says("pattern.late-betrayal")
def _late_hidden(heard: Heard) -> bool:
    _, named, hid = _pattern_rounds(heard)
    total = len(heard.play.rounds)
    return named == hid and min(hid) > total - max(1, total // 3)


@says("pattern.hidden-guile")
def _never_came_out(heard: Heard) -> bool:
    party, named, _ = _pattern_rounds(heard)
    hidden = [
        part.number
        for part, made in heard.play.guile()
        if made.party == party
        and all(heard.play.never_knew(part, party, by, made.move) for by in _with_whom(heard, made))
    ]
    return named == hidden


@says("pattern.tit-for-tat")
def _tit_for_tat(heard: Heard) -> bool:
    (party,) = heard.play.some(heard["parties"])
    (other,) = set(heard.play.parties) - {party}
    rounds = heard.play.rounds
    pairs = [
        (seen.face, own.stance)
        for early, later in itertools.pairwise(rounds)
        if (seen := early.move(other)) and (own := later.move(party))
        if not KINDS[heard.play.compiled.scenario.moves[own.move].kind].leaves
    ]
    return (heard["same"], heard["of"]) == (sum(a == b for a, b in pairs), len(pairs))


@says("pattern.cold-peace")
def _cold(heard: Heard) -> bool:
    moves = [made.stance for made in heard.play.of(MoveMade)]
    share = points(moves.count("reciprocal") / len(moves))
    return (heard["share"], heard["trust"]) == (
        share,
        mean_points(heard.play.end),
    ) and "opportunistic" not in moves


@says("pattern.paper-wall")
def _wall(heard: Heard) -> bool:
    start, end = heard.play.start, heard.play.end
    paper = points(end.formal_overlap) - points(start.formal_overlap)
    told = heard["before"], heard["trust"]
    return paper > 0 and told == (mean_points(start), mean_points(end)) and (told[1] < told[0])


@says("pattern.one-sided-giving", "pattern.one-sided-giving.never",
      "pattern.one-sided-giving.most")  # fmt: skip
def _one_sided(heard: Heard) -> bool:
    def gave(party: str) -> int:
        made = (part.move(party) for part in heard.play.rounds)
        return sum(each is not None and each.stance == "trust-building" for each in made)

    giver = heard.party("giver")
    others = set(heard.play.parties) - {giver}
    told = heard["gives"], 0 if heard.said.key.endswith("never") else heard["returns"]
    is_all = heard.play.some(heard["takers"]) == others
    return is_all and told == (gave(giver), max(gave(party) for party in others))


@says("pattern.never-questioned")
def _never_asked(heard: Heard) -> bool:
    """Nobody proposed anything, and the page names as many things."""
    at = max(n for n, e in enumerate(heard.before) if e.key == "ledger.never-questioned")
    lines = [e for e in heard.before[at:] if e.key == "ledger.line"]
    named = [name for line in lines for name in str(line.gaps["name"]).split("; ")]
    return heard["things"] == len(named) and not heard.play.proposals


@says("pattern.changed-the-game")
def _changed(heard: Heard) -> bool:
    made = {e.place.round for e in heard.play.of(GameChanged) if e.action != "part"}
    return set(_numbers(heard["rounds"])) == made


@says("pattern.spoke-too-early")
def _unanswered(heard: Heard) -> bool:
    (party,) = heard.play.some(heard["parties"])
    for number in _numbers(heard["rounds"]):
        calls = {e.party for e in heard.play.round(number).of(MomentCalled)}
        (moment,) = [part for part in heard.play.moments if part.number == number]
        others = {e.option for e in moment.of(OptionTaken) if e.party != party}
        spoke = [e for e in moment.of(ChangeRefused) if {e.by, *e.also_by} != {party}] + [
            e for e in moment.of(Confronted) if e.by != party
        ]  # fmt: skip
        if calls != {party} or not others <= {"joke-away", "keep-quiet"} or spoke:
            return False
    return True


@says("pattern.never-spoke", "pattern.never-spoke.none")
def _never_spoke(heard: Heard) -> bool:
    asked = [*heard.play.of(GameChanged), *heard.play.of(ChangeRefused)]
    options = {each.option for each in heard.play.of(OptionTaken)}
    if heard.said.key.endswith("none") == bool(heard.play.moments):
        return False
    return not asked and options <= {"joke-away", "keep-quiet"}


@says("pattern.repaired", "pattern.repaired.start")
def _repaired(heard: Heard) -> bool:
    i, j = heard.party("giver"), heard.party("taker")
    levels = {
        number: [points(now.trust[i][j]) for now in _at_end_of(heard, number)]
        for number in (heard["first"], heard["last"])
    }
    return (
        heard["before"] in levels[heard["first"]]
        and heard["low"] in levels[heard["last"]]
        and heard["trust"] == points(heard.play.end.trust[i][j])
        and heard["low"] < heard["before"] <= heard["trust"]
        and heard.said.key.endswith("start") == (not heard["first"])
    )


@says("pattern.broken-by-turnover")
def _departure(heard: Heard) -> bool:
    part = heard.play.round(int(heard["rounds"]))
    written = heard.play.compiled.scenario.script.events
    gone = any(written[e.event].is_departure for e in part.of(ScriptEventOccurred))
    start, end = heard.went(part, None)
    is_less = end < heard["without"]
    return gone and (start, end) == heard.is_trust and end < start and is_less


# --- all of a play ------------------------------------------------------------------------------

# A sentence that is only a part of one that is checked, or that claims nothing of the play: a
# heading, a question without a fact, a way to go on, a word of the model about itself.
CLAIMS_NOTHING = frozenset(
    re.findall(
        r"\S+",
        """
    debrief.title debrief.intro debrief.unfinished debrief.0 debrief.0.ask debrief.0.roles
    debrief.0.roles.alone debrief.3.value debrief.1 debrief.1.ask debrief.1.ask.only
    debrief.1.figures debrief.2 debrief.2.ask debrief.2.ask.alone debrief.2.log
    debrief.2.figures debrief.3 debrief.3.ask debrief.3.private debrief.3.came-of-it
    debrief.3.your-wants debrief.3.person debrief.3.hidden debrief.4 debrief.3.guile.changed
    debrief.3.guile.of debrief.4.ask debrief.4.ask.alone debrief.4.advice quadrant.1 quadrant.2
    quadrant.3 quadrant.4 map.place map.trust.much map.trust.little map.trust.border
    map.trust.apart map.paper.much map.paper.little map.paper.border advice.lead-by-example
    advice.go-for-robust advice.are-we-in-the-way advice.invest-in-trust-first debrief.5
    debrief.5.ask debrief.5.label debrief.5.unsure debrief.5.none debrief.6 debrief.6.ask
    thesis.1 thesis.2 thesis.3 thesis.4 thesis.5 debrief.6.thesis debrief.6.for
    debrief.6.against debrief.6.goals debrief.6.goal debrief.7 debrief.7.ask ledger.changed
    ledger.never-questioned ledger.proposed-and-rejected ledger.by-script ledger.refused
    ledger.open.length ledger.open.in ledger.open.out ledger.how.amount ledger.how.drop
    ledger.how.adopt ledger.how.hold pattern.head pattern.trainer debrief.8
    debrief.8.ask pattern.trainer.goal debrief.author debrief.think debrief.next debrief.more
    statistics.head statistics.how statistics.success statistics.value statistics.brier
    evidence.nothing-in-this-play moment.named moment.called rounds.named phase.called
    evidence.ask-moment look.did.own-part.you look.more.command look.further look.end
    look.besides look.end.as look.turns look.expected.trust-building look.expected.reciprocal
    look.expected.opportunistic look.trust.you look.trust.them look.trust.table look.trust.all
    look.found.earlier look.found.now look.moment look.did.name-difference
    look.did.name-common-ground look.did.joke-away look.did.own-part look.did.real-question
    look.did.their-part look.did.keep-quiet look.did.freeze look.at.in.round look.at.in.moment
    look.at.after.round look.at.after.moment look.said.blame look.said.blame.refusal
    look.said.own-up.departure
    look.seemed look.again look.habit.you rounds.share rounds.share.all
    look.stance.trust-building look.stance.reciprocal look.stance.opportunistic look.if
    look.if.model look.if.means look.figures look.about look.ask look.ask.alone
    look.asked.departure
    look.begun look.same-round look.same-round.more
    """,
    )
)
# Of people, which no persona has: how divided they were and what they said of their trust.
OF_PEOPLE = frozenset(
    re.findall(
        r"\S+",
        """
    debrief.3.stated debrief.3.stated.one debrief.3.stated.fair debrief.3.stated.higher
    debrief.3.stated.lower evidence.division-slipped evidence.division-stopped
    evidence.divided-but-kept look.divided.you look.divided.them look.divided.faltered
    look.divided.stopped look.habit.divided.you look.habit.divided.table
    look.stated.you look.stated.table
    """,
    )
)


def is_so(play: Played, told: Sequence[Said]) -> Iterator[tuple[Said, bool]]:
    """Each sentence that claims something, and whether it is so."""
    for at, said in enumerate(told):
        check = CHECKS.get(said.key)
        if check is not None:
            yield said, check(Heard(play, said, told[:at]))
