"""The results of a choice in words: what was seen, what was said, and its effects."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from engine.play.events import Reason
from engine.play.measures import Gauges
from engine.play.state import Prediction
from engine.play.view.heard import (
    CallSeen,
    ChangeSeen,
    Consequence,
    FoundMove,
    FoundOut,
    MoveSeen,
    OptionSeen,
    OwnUpSeen,
    PartingSeen,
    ProposalSeen,
    ReflectionFelt,
    RefusalSeen,
    RepairFelt,
    SceneFelt,
    ScriptEventSeen,
    Suspicion,
    VoteSeen,
    WalkOutSeen,
)
from engine.play.view.records import Utterance
from engine.scenario.schema import Text
from game.pages.kinds import Act, News, Numbers
from game.presenters.changes import change_words, decided_words, refusal_words
from game.presenters.page import Cast, Line, parts_in_points, points, sentence, stance_words
from game.words import Words

# What is told by itself; the rest is shown on arriving, as a talk, as a scene or with the numbers.
Told = Act | News | ScriptEventSeen | ChangeSeen | RefusalSeen


def tell(cast: Cast, heard: Told) -> Iterator[Line]:
    """One thing that was seen or heard, in words."""
    words = cast.words
    match heard:
        case MoveSeen():
            yield from _move(cast, heard)
        case CallSeen() | WalkOutSeen() | PartingSeen():
            yield Line("act", _act(cast, heard))
        case FoundOut():
            for move in heard.moves:
                yield Line("told", _found_out(cast, heard, move))
        case OwnUpSeen():
            for told in heard.moves:
                yield Line("told", _owned_up(cast, heard, told, cast.party(heard.to)))
        case Suspicion(party=party):
            yield Line("note", words("reveal.suspected", party=cast.party(party)))
        case RepairFelt(party=party, change=change):
            yield Line("note", words(f"reveal.repair.{_way(change)}", party=cast.party(party)))
        case ScriptEventSeen():
            yield from _script_event(cast, heard)
        case OptionSeen(id=option, party=party):
            yield Line("act", words(f"did.{option}", party=cast.party(party)))
        case RefusalSeen():
            yield from (Line("act", each) for each in refusal_words(cast, heard))
        case ProposalSeen() | VoteSeen() | ChangeSeen():
            yield Line("act", _decision(cast, heard))
        case _:
            assert_never(heard)


def news_told(cast: Cast, news: Sequence[News]) -> Iterator[tuple[News, Line]]:
    """All that only this seat learns, in words; what it told to several, once."""
    own = [each for each in news if isinstance(each, OwnUpSeen) and each.own]
    for each in news:
        if not isinstance(each, OwnUpSeen) or not each.own:
            yield from ((each, line) for line in _news(cast, each))
            continue
        alike = [other for other in own if other.moves == each.moves]
        if each is alike[0]:
            to = cast.words.all_of([cast.party(other.to) for other in alike])
            yield from ((each, Line("told", _owned_up(cast, each, m, to))) for m in each.moves)


def _news(cast: Cast, news: News) -> Iterator[Line]:
    """One thing that this seat learns; about its own move, only what it has not seen yet."""
    if isinstance(news, MoveSeen):
        noticed = came_to(cast, news)
        if noticed is not None:
            yield noticed
    else:
        yield from tell(cast, news)


def spoken(cast: Cast, line: Utterance) -> Line:
    """A line that is said, or told when there is no speaker."""
    text = cast.words.of(line.text)
    if line.speaker is None:
        return Line("told", text)
    return Line("spoken", cast.words("spoken", who=line.speaker.name, text=text))


def came_to(cast: Cast, move: MoveSeen) -> Line | None:
    """What others notice about a move that was not made as announced."""
    words, own = cast.words, ".own" if move.own else ""
    party = cast.party(move.party)
    match move.came_to:
        case "all":
            return None
        case "half":
            return Line("act", words(f"reveal.slipped{own}", party=party))
        case "nothing":
            return Line("act", words(f"reveal.slipped.nothing{own}", party=party))
        case "stopped":
            return Line("note", words("reveal.vetoed"))


def checked(cast: Cast, guess: Prediction, move: MoveSeen) -> Line:
    """What this seat had expected, and what the move looked like."""
    words = cast.words
    key = "predict.right" if guess.stance == move.stance else "predict.wrong"
    expected, seemed = stance_words(words, guess.stance), stance_words(words, move.stance)
    party = cast.party(guess.about)
    return Line("note", words(key, party=party, stance=expected, seemed=seemed))


def shown(cast: Cast, move: MoveSeen) -> str:
    """What the others saw a party do, or only heard it announce."""
    face = sentence(cast.words.of(move.face))
    is_done = move.came_to in ("all", "half")
    if move.again and is_done:
        face = cast.words("reveal.again", text=face)
    if move.handed is not None:
        prop, to = cast.words.of(move.handed), cast.party(move.handed_to)
        face = f"{face} {cast.words('reveal.handed', prop=prop, party=to)}"
    return face if is_done else cast.words("reveal.announced", text=face)


def _move(cast: Cast, move: MoveSeen) -> Iterator[Line]:
    did = cast.words("did", party=cast.party(move.party), text=shown(cast, move))
    yield Line("act", did, stance=move.stance)
    if move.came_to != "nothing" and (less := came_to(cast, move)) is not None:
        yield less


def _act(cast: Cast, heard: CallSeen | WalkOutSeen | PartingSeen) -> str:
    words = cast.words
    match heard:
        case PartingSeen():
            return words("reveal.parted")
        case CallSeen():
            alone, own = ".alone" if heard.alone else "", ".own" if heard.own else ""
            told = words(f"reveal.called{alone}{own}", party=cast.party(heard.party))
            if not heard.spared:
                return told
            return f"{told} {words(f'reveal.called.spared{own}')}"
        case WalkOutSeen():
            own, on = ".own" if heard.own else "", ".goes-on" if heard.goes_on else ""
            return words(f"reveal.left{own}{on}", party=cast.party(heard.party))
        case _:
            assert_never(heard)


def _found_out(cast: Cast, heard: FoundOut, move: FoundMove) -> str:
    """What came to light, and about whom; of one's own moves also which."""
    words, party = cast.words, cast.party(heard.party)
    own = ".own" if heard.own else ""
    title = words.of(move.title) if move.title else ""
    if move.again is not None:
        face = sentence(words.of(move.again))
        how = "told" if move.told else "again"
        return words(f"reveal.found.{how}{own}", party=party, move=title, face=face)
    if move.text is None:
        return words(f"reveal.found.plain{own}", party=party, move=title)
    return words(f"reveal.found{own}", move=title, text=sentence(words.of(move.text)))


def _owned_up(cast: Cast, heard: OwnUpSeen, told: Text, to: str) -> str:
    """What a party told itself of what it had hidden. to: the names of whom it told."""
    words, text = cast.words, cast.words.of(told)
    if heard.own:
        return words("reveal.owned-up.own", to=to, move=text)
    return words("reveal.owned-up", party=cast.party(heard.party), face=sentence(text))


def _way(change: float) -> str:
    return "up" if change > 0 else "down"


def _script_event(cast: Cast, heard: ScriptEventSeen) -> Iterator[Line]:
    words = cast.words
    key = "reveal.occasion.party" if heard.party else "reveal.occasion"
    name, text = sentence(words.of(heard.name)).rstrip("."), words.of(heard.text)
    yield Line("told", words(key, name=name, party=cast.party(heard.party), text=text))
    for line in heard.lines:
        yield spoken(cast, line)


def _decision(cast: Cast, heard: ProposalSeen | VoteSeen | ChangeSeen) -> str:
    words, party = cast.words, cast.party(heard.party)
    own = ".own" if heard.own else ""
    match heard:
        case VoteSeen():
            way = "yes" if heard.yes else "no"
            return words(f"vote.{way}{own}", party=party, proposer=cast.party(heard.proposer))
        case ProposalSeen(change=None):
            return words(f"proposed.nothing{own}", party=party)
        case ChangeSeen():
            return decided_words(cast, heard.change, heard.amount)
        case ProposalSeen(change=card, amount=amount):
            assert card is not None
            return words(f"proposed{own}", party=party, change=change_words(cast, card, amount))
        case _:
            assert_never(heard)


# --- numbers ----------------------------------------------------------------------------------

_ABOUT = ("perceived_risk", "reliability", "exposure")
_OWN = ("safety", "understanding", "formal_overlap", "internal_balance")
REASONS: tuple[Reason, ...] = (
    "experience", "discovery", "suspicion", "repair", "talk", "own", "reflection", "friction",
    "newcomer", "event", "reply", "response",
)  # fmt: skip
# A mean this close to a whole number is shown as that number.
_NEAR = 0.1
# A difference smaller than this is left of adding floating-point numbers.
_NO_COST = 1e-9
# What is told by itself before the numbers: see `news_told`.
_IS_NEWS: frozenset[Reason] = frozenset({"discovery", "suspicion", "repair"})
# From these many points a change of trust is told with its cause: a design choice.
_SOME = 2


_HEADS = {
    Consequence: "moved.head", ReflectionFelt: "reflected.head", SceneFelt: "scene.moved.head",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changed:
    """A smaller number that moved by a point or more.

    other: the party that it is about; is_only: there is no other one that it could be about.
    """

    name: str
    other: str | None
    before: int
    after: int
    is_only: bool = False


def moved(cast: Cast, numbers: Numbers) -> Iterator[Line]:
    """How this seat's numbers changed, in words and in numbers, with the reasons."""
    yield moved_head(cast, numbers)
    yield from moved_trust(cast, numbers)
    changed = (changed_words(cast, each) for each in changed_numbers(numbers))
    small = [*changed, *value_words(cast, numbers)]
    if small:
        yield Line("number", ". ".join(small) + ".")


def moved_head(cast: Cast, numbers: Numbers) -> Line:
    """What the numbers are of: a round, a reflection moment or a confrontation."""
    return Line("subheading", cast.words(_HEADS[type(numbers)]))


def moved_trust(cast: Cast, numbers: Numbers) -> Iterator[Line]:
    """How trust moved and why; after a reflection moment, also how far people took part."""
    words = cast.words
    if isinstance(numbers, ReflectionFelt):
        yield Line("number", took_part(words, numbers.steps_done))
    for other in numbers.after.trust:
        reasons = reasons_for(numbers, other)
        yield Line("number", _trust(cast, numbers, other, reasons))
        if masked := masked_words(cast, numbers, other):
            yield Line("number", masked)


def moved_briefly(cast: Cast, numbers: Numbers) -> Iterator[Line]:
    """The main cause of how trust moved, for beside the figures; once where it is the same of all.

    What moved it hardly, and what the news just before it says, is not told again.
    """
    told: dict[str, None] = {}
    for other in numbers.after.trust:
        change = _change(numbers, other)
        cause = main_cause(trust_parts(reasons_for(numbers, other), change), change)
        if cause is not None:
            told[cast.words(cause, party=cast.party(other))] = None
    yield from (Line("number", each) for each in told)


def masked_words(cast: Cast, numbers: Numbers, other: str) -> str:
    """How much more this seat would trust that party if nothing were on paper, if it would."""
    masked = points(reasons_for(numbers, other).get("masked", 0.0))
    return cast.words("reason.masked", n=abs(masked)) if masked else ""


def reasons_for(numbers: Numbers, other: str) -> Mapping[Reason, float]:
    """Why this seat's trust in that party moved."""
    return numbers.reasons.get(other, {})


def changed_numbers(numbers: Numbers) -> Iterator[Changed]:
    """The smaller numbers that moved by a point or more."""
    before, after, is_only = numbers.before, numbers.after, len(numbers.after.trust) == 1
    pairs: list[tuple[str, str | None, float, float]] = [
        (name, other, getattr(before, name)[other], getattr(after, name)[other])
        for other in after.trust
        for name in _ABOUT
    ]
    pairs += [(name, None, getattr(before, name), getattr(after, name)) for name in _OWN]
    for name, other, was, now in pairs:
        if points(was) != points(now):
            only = is_only and other is not None
            yield Changed(name, other, points(was), points(now), is_only=only)


def changed_words(cast: Cast, each: Changed) -> str:
    """A smaller number before and after, by its name."""
    other, only = cast.party(each.other), ".only" if each.is_only else ""
    return cast.words(f"moved.{each.name}{only}", other=other, before=each.before, after=each.after)


def value_words(cast: Cast, numbers: Numbers) -> Iterator[str]:
    """The value gained, or the cost of the time it took."""
    if isinstance(numbers, Consequence):
        parts, so_far = value_parts(numbers)
        key = "moved.value.cost" if parts["cost"] else "moved.value"
        payoff, cost = _plus(parts["payoff"]), _plus(parts["cost"])
        yield cast.words(key, payoff=payoff, cost=cost, value=_plus(so_far))
    elif isinstance(numbers, SceneFelt):
        paid = points(numbers.after.value) - points(numbers.before.value)
        if paid:
            value = _plus(points(numbers.after.value))
            key = "scene.paid.walk-out" if numbers.walked_out else "scene.paid.ask"
            yield cast.words(key, paid=_plus(paid), value=value)
    else:
        yield from _time_spent(cast, numbers.before, numbers.after)


def value_parts(numbers: Consequence) -> tuple[dict[str, int], int]:
    """What the round brought and what it cost besides, in whole points, and the value after it.

    Added to the value before it they give the value after it, as both are shown. What a round
    costs besides is the price of a newcomer, or of walking out.
    """
    before, after = points(numbers.before.value), points(numbers.after.value)
    change = numbers.after.value - numbers.before.value
    cost = change - numbers.after.payoff
    parts = {"payoff": numbers.after.payoff, "cost": cost if abs(cost) > _NO_COST else 0.0}
    if not parts["cost"]:
        return {"payoff": after - before, "cost": 0}, after
    return parts_in_points(parts, after - before), after


def _time_spent(cast: Cast, before: Gauges, after: Gauges) -> Iterator[str]:
    """The cost of the time for this seat's value."""
    was, now = points(before.value), points(after.value)
    if was != now:
        yield cast.words("moved.time", cost=_plus(now - was), value=_plus(now))


def took_part(words: Words, steps: float) -> str:
    """In how many of the four steps the table really took part, to the nearest half."""
    near = round(steps)
    if near == 0:
        return words("reflected.none")
    how = "exact" if abs(steps - near) < _NEAR else "nearly" if steps < near else "over"
    if near == 4:
        return words(f"reflected.{how}.all")
    return words(f"reflected.{how}", steps=words(f"steps.{near}"))


def _plus(number: int) -> str:
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def _change(numbers: Numbers, other: str) -> int:
    return points(numbers.after.trust[other]) - points(numbers.before.trust[other])


def _trust(cast: Cast, numbers: Numbers, other: str, reasons: Mapping[Reason, float]) -> str:
    words, name, change = cast.words, cast.party(other), _change(numbers, other)
    after = points(numbers.after.trust[other])
    if not change:
        return words("moved.trust.still", other=name, after=after) + "."
    parts = trust_parts(reasons, change)
    told = words("moved.trust", other=name, before=after - change, after=after)
    cause = main_cause(parts, change)
    if cause and len(parts) == 1:  # the sentence says it all
        return f"{told}. {words(cause, party=name)}"
    named = [words(_reason(reason, part), points=_plus(part)) for reason, part in parts.items()]
    told = f"{told}: {words.all_of(named)}." if named else f"{told}."
    return f"{told} {words(cause, party=name)}" if cause else told


def trust_parts(reasons: Mapping[Reason, float], change: int) -> dict[Reason, int]:
    """The reasons in whole points, without those that come to nothing; they add up to the change.

    What a contract hid is no part of it.
    """
    parts = parts_in_points({name: reasons[name] for name in REASONS if name in reasons}, change)
    return {name: part for name, part in parts.items() if part}


def main_cause(parts: Mapping[Reason, int], change: int) -> str | None:
    """The key of the sentence that tells why trust moved; None where it hardly did, and where the
    news just before it says so already.
    """
    if abs(change) < _SOME or not parts:
        return None
    way = "up" if change > 0 else "down"
    sign = 1 if change > 0 else -1
    most = max(parts, key=lambda reason: sign * parts[reason])
    return None if most in _IS_NEWS else f"cause.{most}.{way}"


def _reason(reason: Reason, part: int) -> str:
    return "reason.talk.early" if reason == "talk" and part < 0 else f"reason.{reason}"
