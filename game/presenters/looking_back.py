"""The story of a play in words: one page, never longer than a page."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from engine.debrief import (
    Beside,
    Confession,
    Doubt,
    Evidence,
    Habit,
    Kept,
    Lie,
    Moved,
    Out,
    PartyKnown,
    Ref,
    Result,
    SceneMade,
    Spoken,
    Story,
    Turn,
    Unquestioned,
    Want,
    Went,
    WhatIf,
    is_own,
)
from game.pages.story import StoryPage
from game.presenters.confrontation import reply_key
from game.presenters.ending import lopsided_between, lopsided_words
from game.presenters.evidence import (
    event_words,
    evidence_text,
    moment_name,
    ref_name,
    ref_names,
    when_named,
)
from game.presenters.page import Cast, Line, LineKind, Lines, first_up, points, sentence

# What a reader takes in at one sitting, title and all; what matters least is left out first.
MOST_WORDS = 445
# Design choices: of a short play there is less to tell, and it should not take longer to look back
# on than to play; but the turns always fit.
_WORDS_A_ROUND, _LEAST_ROOM = 75, 240
_QUESTIONS = 3
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of the page. rank: 0 always stays, and 1 however short the play; the highest is left
    out first. goes_on: it is told only with the one before it.
    """

    rank: int
    line: Line
    goes_on: bool = False


Parts = Iterator[_Part]


def _told(rank: int, text: str, kind: LineKind = "told", *, goes_on: bool = False) -> _Part:
    return _Part(rank, Line(kind, text), goes_on)


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells what to whom. reader: the party that is spoken to, None: the whole table."""

    cast: Cast
    reader: str | None
    people: dict[str, str]  # by written party.role, their names

    def say(self, key: str, /, **gaps: object) -> str:
        """The sentence under that key."""
        return self.cast.words(key, **gaps)

    def to(self, by: str | None, of: str | None = None) -> str:
        """Which wording fits: the reader did it, it was done to the reader, or neither."""
        if self.reader is None:
            return "table"
        if by == self.reader:
            return "you"
        return "them" if of in (None, self.reader) else "table"

    def who(self, party: str) -> str:
        """The name of a party; of the reader's own, you."""
        return self.say("look.habit.you") if party == self.reader else self.cast.party(party)


def story_title(cast: Cast, page: StoryPage) -> Line:
    """The heading of the page."""
    return Line("title", cast.words("debrief.title", title=cast.words.of(page.title)))


def story_lines(cast: Cast, page: StoryPage) -> Lines:
    """The page in words, without what doesn't fit."""
    people = {role.address: role.name for party in page.parties for role in party.roles}
    teller = Teller(cast, page.reader, people)
    if not page.outcome.rounds and page.outcome.outcome is None:
        return (Line("note", teller.say("look.begun")),)
    parts = list(_page(teller, page))
    most = min(MOST_WORDS, max(_LEAST_ROOM, _WORDS_A_ROUND * page.outcome.rounds))
    title = len(story_title(cast, page).text.split())
    return tuple(_fitting(parts, most - title, MOST_WORDS - title))


def _fitting(parts: Sequence[_Part], room: int, most: int) -> list[Line]:
    """The lines for which there is room, by rank: what is too long makes way for what is not.

    most: the room of any page, for what stays in a short play too.
    """
    lengths = [len(part.line.text.split()) for part in parts]
    kept = {at for at, part in enumerate(parts) if not part.rank}
    for at in sorted(range(len(parts)), key=lambda at: parts[at].rank):
        words = sum(lengths[each] for each in _in_order(parts, {*kept, at}))
        fits = words <= (room if parts[at].rank > 1 else most)
        if fits and (at - 1 in kept or not parts[at].goes_on):
            kept.add(at)
    return [parts[at].line for at in _in_order(parts, kept)]


def _in_order(parts: Sequence[_Part], kept: Collection[int]) -> list[int]:
    """Which lines stand on the page, without the headings that nothing follows."""
    found: list[int] = []
    last = "subheading"
    for at in sorted(kept, reverse=True):
        kind = parts[at].line.kind
        if kind != "subheading" or last != "subheading":
            found.append(at)
        last = kind
    return found[::-1]


def _page(teller: Teller, page: StoryPage) -> Parts:
    story = page.story
    yield _told(0, teller.say("look.end"), "subheading")
    yield from _ending(teller, page)
    yield _told(0, teller.say("look.turns"), "subheading")
    yield from _turns(teller, story)
    yield _told(0, teller.say("look.seemed"), "subheading")
    yield from _seemed(teller, story)
    yield _told(0, teller.say("look.again"), "subheading")
    yield from _again(teller, story.habit, story.rule)
    yield _told(0, teller.say("look.if"), "subheading")
    if story.what_if is not None:
        yield from _what_if(teller, story.what_if, page.outcome)
    yield _told(0, teller.say("look.figures"), "subheading")
    yield from _figures(teller, page)
    yield _told(0, teller.say("look.ask.alone" if teller.reader else "look.ask"), "subheading")
    for at, question in enumerate(_questions(teller, story)):
        yield _told((0, 2, 6)[at], question, "question")


def _questions(teller: Teller, story: Story) -> list[str]:
    """What this play itself raises and what its author asks of such a play, in turn."""
    raised = [
        *_unsaid_asked(teller, story),
        *_hidden_asked(teller, story),
        *_house_asked(teller, story),
    ]
    written = [teller.cast.words.of(each) for each in story.questions]
    in_turn = (each for pair in zip_longest(raised, written) for each in pair if each is not None)
    return list(islice(in_turn, _QUESTIONS))


def asked_on_page(cast: Cast, story: Story, reader: str | None) -> tuple[str, ...]:
    """What the first page asks that reader."""
    return tuple(_questions(Teller(cast, reader, {}), story))


def _house_asked(teller: Teller, story: Story) -> Iterator[str]:
    """What went on at home: of the party that came short most."""
    if story.house:
        party = max(story.house, key=lambda each: story.house[each])
        asked = Evidence("ask-house", party=party, numbers={"times": story.house[party]})
        yield evidence_text(teller.cast, asked, teller.reader)


def _hidden_asked(teller: Teller, story: Story) -> Iterator[str]:
    """A question about what was hidden: to a reader about its own; to a table about all who did,
    where that was more than one or the play turned on it.
    """
    if teller.reader is not None:
        for rounds in story.hid.values():
            told, n = _numbers(teller, rounds)
            yield teller.say("look.ask.hidden.you", rounds=told, n=n)
    elif len(story.hid) > 1 or (story.hid and any(_is_lie(turn) for turn in story.turns)):
        did = []
        for party, rounds in story.hid.items():
            told, n = _numbers(teller, rounds)
            name = teller.cast.party(party)
            did.append(teller.say("look.ask.hid", party=name, rounds=told, n=n))
        yield teller.say("look.ask.hidden", did=teller.cast.words.all_of(did))


def _unsaid_asked(teller: Teller, story: Story) -> Iterator[str]:
    """A question about what was found out first of all that was never brought up."""
    for first in story.unsaid[:1]:
        yield teller.say(
            "look.ask.unsaid.you" if first.by == teller.reader else "look.ask.unsaid",
            by=teller.cast.party(first.by), of=teller.cast.party(first.of),
            round=first.round, moves=ref_names(teller.cast, first.moves),
        )  # fmt: skip


def _numbers(teller: Teller, rounds: Sequence[int]) -> tuple[str, int]:
    """The rounds as they are listed, and how many there are."""
    each = [str(number) for number in dict.fromkeys(rounds)]
    return teller.cast.words.all_of(each), len(each)


def _is_lie(turn: Turn) -> bool:
    """Whether it tells of a move that hid something."""
    return turn.hides or (turn.kind in ("discovery", "moment") and turn.move is not None)


# --- how it ended -----------------------------------------------------------------------------


def _ending(teller: Teller, page: StoryPage) -> Parts:
    outcome = page.outcome
    if outcome.outcome is None or outcome.ending is None:
        yield _told(0, teller.say("debrief.unfinished"), "note")
        return
    title = ref_name(teller.cast, outcome.ending)
    means = teller.say(f"end.means.{outcome.outcome}")
    went = [_went(teller, each) for each in _own_first(teller, outcome.went)]
    if outcome.left_by:
        means = _left(teller, outcome)
    elif went:
        means = went.pop(0)
    elif outcome.outcome == "lopsided":
        means = lopsided_words(teller.cast, outcome.value)
    yield _told(0, teller.say("look.end.as", title=title, means=means))
    yield from (_told(0, sentence(each)) for each in went)
    if outcome.went:
        yield from _without(teller, outcome)
    own_first = sorted(page.parties, key=lambda party: party.id != teller.reader)
    for party in own_first:
        if any(want.met is not None for want in party.wants):
            is_own = party.id == teller.reader
            favoured = outcome.outcome == "lopsided" and party.id in lopsided_between(
                outcome.stayed
            )
            rank = 0 if is_own else 1 if teller.reader is None else 2 if favoured else 3
            yield _told(rank, _wants(teller, party, outcome), "detail")


def _own_first(teller: Teller, went: Sequence[Went]) -> list[Went]:
    return sorted(went, key=lambda each: each.party != teller.reader)


def _went(teller: Teller, went: Went) -> str:
    """Who got up and left when, while the others went on."""
    where = "look.end.in.moment" if went.in_moment else "look.end.in"
    when = teller.say(f"{where}.talk" if went.in_talk else where, round=went.round)
    how = "you" if went.party == teller.reader else "them"
    return teller.say(f"look.end.went.{how}", party=teller.cast.party(went.party), when=when)


def _without(teller: Teller, outcome: Result) -> Parts:
    """What came of it for those who stayed, and what the reader had not heard of it."""
    if not outcome.left_by:
        most, least = lopsided_between(outcome.stayed)
        gaps = {"most": teller.cast.party(most), "least": teller.cast.party(least)}
        yield _told(0, teller.say(f"look.end.stayed.{outcome.outcome}", **gaps))
    own = next((each for each in outcome.went if each.party == teller.reader), None)
    if own is not None and (rounds := outcome.rounds - own.round) > 0:
        yield _told(0, teller.say("look.end.without-you", n=rounds))


def _left(teller: Teller, outcome: Result) -> str:
    """Who got up and left and when, the reader first."""
    gone = sorted(outcome.left_by, key=lambda party: party != teller.reader)
    where = "look.end.in.moment" if outcome.left_in_moment else "look.end.in"
    when = teller.say(f"{where}.talk" if outcome.left_in_talk else where, round=outcome.rounds)
    if len(gone) > 1:
        named = teller.cast.words.all_of([teller.who(party) for party in gone])
        return teller.say("look.end.left.more", parties=named, when=when)
    how = "you" if gone[0] == teller.reader else "them"
    name = teller.cast.party(gone[0])
    return teller.say(f"look.end.left.{how}", party=name, when=when)


def _wants(teller: Teller, party: PartyKnown, outcome: Result) -> str:
    """What came of what that party was after; without a deal it can also have kept something."""

    def named(met: bool) -> str:
        some = sorted((w for w in party.wants if w.met is met), key=lambda want: -want.weight)
        return teller.cast.words.all_of([_want(teller, want) for want in some])

    met, missed = named(True), named(False)
    count = sum(want.met is not None for want in party.wants)
    how = "all" if not missed else "none" if not met else "some"
    is_deal = outcome.outcome in ("success", "lopsided")
    got = teller.say("look.got.deal" if is_deal else "look.got")
    if party.id == teller.reader:
        return teller.say(f"look.wants.you.{how}", met=met, missed=missed, of=count, got=got)
    reached = sum(want.met is True for want in party.wants)
    name = teller.cast.party(party.id)
    gaps = {"met": met, "missed": missed, "n": reached, "of": count, "got": got}
    return teller.say(f"look.wants.them.{how}", party=name, **gaps)


def _want(teller: Teller, want: Want) -> str:
    """A want in quotation marks: they are often whole sentences."""
    return f"“{first_up(teller.cast.words.of(want.name) if want.name else want.id)}”"


# --- where it turned --------------------------------------------------------------------------


def _turns(teller: Teller, story: Story) -> Parts:
    """The turns in order; there is always room for the reader's own, and for what moved most."""
    own = next((turn for turn in _strongest(story.turns) if is_own(turn, teller.reader)), None)
    named: set[Ref] = set()
    for turn in story.turns:
        rank = 0 if own is None or turn in (own, story.turning_point) else 1
        yield _told(rank, " ".join(_turn(teller, turn, named)))
        named |= {each for each in (turn.move, *turn.also, *turn.out) if each is not None}
        if turn.quote is not None and _ends_with_it(turn):
            yield _told(rank + 9, _quote(teller, turn.quote), "spoken", goes_on=True)
    if story.besides:
        moved = [_in_short_moved(teller, turn) for turn in story.besides]
        yield _told(1, teller.say("look.besides", moved=teller.cast.words.all_of(moved)))


def _in_short_moved(teller: Teller, turn: Turn) -> str:
    """How trust moved in another part of the play."""
    when = when_named(teller.cast, turn.round, turn.phase, turn.kind == "reply")
    return teller.say("look.besides.in", when=when, **_moved_gaps(teller, turn))


def _ends_with_it(turn: Turn) -> bool:
    """Whether what was said with it still belongs to what has been told last."""
    goes_on = turn.meanwhile or turn.beside or turn.out or turn.suspected
    came_short = turn.slipped or turn.vetoed
    return not (goes_on or came_short or (turn.kind == "moment" and turn.move))


def turn_told(cast: Cast, turn: Turn, reader: str | None) -> str:
    """A turn of the play in words, as it stands in the story of that reader."""
    return " ".join(_turn(Teller(cast, reader, {}), turn))


def largest_shift(cast: Cast, turn: Turn, reader: str | None) -> dict[str, object]:
    """Of what the turn tells, whose trust moved most, and from where to where."""
    told: list[Turn | Moved] = [turn, *([turn.meanwhile] if turn.meanwhile else [])]
    return _moved_gaps(Teller(cast, reader, {}), max(told, key=_shift))


def _shift(moved: Turn | Moved) -> int:
    """How far trust moved, in points as they are shown."""
    return abs(points(moved.after) - points(moved.before))


def _strongest(turns: Sequence[Turn]) -> list[Turn]:
    return sorted(turns, key=lambda turn: -turn.strength)


def _quote(teller: Teller, quote: Spoken) -> str:
    name = teller.people.get(quote.speaker or "", "")
    return teller.say("look.quote", name=name, text=teller.cast.words.of(quote.text))


def _turn(teller: Teller, turn: Turn, named: Collection[Ref] = ()) -> Iterator[str]:
    """named: what the page names before it."""
    way = teller.to(turn.by, turn.of)
    gaps = _gaps(teller, turn)
    match turn.kind:
        case "move":
            yield teller.say(f"look.move.{_seen_as(turn, way)}", **gaps)
            yield from _of_move(teller, turn, way, gaps)
            yield from _out(teller, turn)
            yield _moved(teller, turn, way)
            yield from _with_events(teller, turn)
            if turn.chance is not None and not _is_mostly_by(turn):
                yield teller.say(f"look.chance.{turn.chance}")
            yield from _divided(teller, turn, way)
            yield from _later(teller, turn, way, gaps)
            yield from _expected(teller, turn)
            yield from _rest(teller, turn)
            return
        case "discovery":
            when = _when(teller, turn)
            yield teller.say(f"look.found.{way}", when=when, **gaps)
            if turn.along is not None:
                whose, along = _whose(teller, turn.by), ref_name(teller.cast, turn.along)
                did = teller.say(f"look.beside.{whose}", party=gaps["party"], move=along)
                yield teller.say("look.same-round", did=did)
            yield _moved(teller, turn, way)
            yield from _with_events(teller, turn)
            if way == "them" and not turn.also:
                yield teller.say("look.found.seen", when=when, **gaps)
            yield from _rest(teller, turn)
            return
        case "event":
            assert turn.event is not None
            whose = "all" if turn.befell is None else teller.to(turn.befell, "")
            event, party = event_words(teller.cast, turn.event), teller.cast.party(turn.befell)
            yield teller.say(f"look.event.{whose}", round=turn.round, event=event, party=party)
        case "moment":
            yield from _moment(teller, turn)
        case "reply":
            assert turn.scene is not None
            how = "heard" if turn.of in turn.scene.heard else "reply"
            told = _of_scene(teller, turn, named)
            yield teller.say(f"look.{how}.{way}", at=_brought_up(teller, turn), **told)
        case "left":
            on = ".goes-on" if turn.goes_on else ""
            key = f"look.left.you{on}" if way == "you" else f"look.left.table{on}"
            yield teller.say(key, at=_brought_up(teller, turn), **gaps)
            return
    yield _moved(teller, turn, way)
    if turn.kind == "event" and turn.meanwhile is not None:
        yield _not_alike(teller, turn.meanwhile, turn.other_way)


def _with_events(teller: Teller, moved: Turn | Moved) -> Iterator[str]:
    """What from outside moved that trust as well."""
    if moved.events:
        yield teller.say("look.events", events=ref_names(teller.cast, moved.events))


def _not_alike(teller: Teller, most: Moved, other_way: Moved | None) -> str:
    """Whose trust it was that an event moved, and whose the other way."""
    if other_way is None:
        return teller.say("look.one-sided", **_moved_gaps(teller, most))
    other = teller.say("look.both-ways.other", **_moved_gaps(teller, other_way))
    return teller.say("look.both-ways", other=other, **_moved_gaps(teller, most))


def _moved_gaps(teller: Teller, moved: Turn | Moved) -> dict[str, object]:
    """Whose trust in whom went from where to where."""
    whose = "all" if moved.of is None else teller.to(moved.by, moved.of)
    return {
        "trust": _trust(teller, moved.by, moved.of, whose),
        "before": points(moved.before), "after": points(moved.after),
    }  # fmt: skip


def _seen_as(turn: Turn, way: str) -> str:
    """How a move is told: what it looked like only where it was something else, and did happen."""
    return "table" if way == "them" and (turn.vetoed or not turn.hides) else way


def _gaps(teller: Teller, turn: Turn) -> dict[str, object]:
    move = ref_name(teller.cast, turn.move) if turn.move else ""
    moves = ref_names(teller.cast, filter(None, (turn.move, *turn.also)))
    face = sentence(teller.cast.words.of(turn.face)) if turn.face else ""
    return {
        "round": turn.round, "party": teller.cast.party(turn.by), "of": teller.cast.party(turn.of),
        "move": move, "moves": moves, "face": face,
    }  # fmt: skip


def _of_move(teller: Teller, turn: Turn, way: str, gaps: dict[str, object]) -> Iterator[str]:
    yield from _fell_short(teller, turn, turn.by)
    if turn.hides and turn.is_out_at_once:
        seen = "them" if way == "them" else "you"
        yield teller.say(f"look.hid.{seen}.now", **gaps)


def _later(teller: Teller, turn: Turn, way: str, gaps: dict[str, object]) -> Iterator[str]:
    """What is told after the trust of that round: what came of the move later."""
    if not turn.hides or turn.is_out_at_once:
        return
    seen = "them" if way == "them" else "you"
    if turn.raised_by is not None:
        raised = {"when": _after(teller, turn), "who": teller.who(turn.raised_by)}
        yield teller.say(f"look.hid.{seen}.heard", **raised, **gaps)
    elif turn.owned_up:
        who = teller.who(turn.by or "")
        yield teller.say(f"look.hid.{seen}.owned-up", told=turn.came_out, who=who, **gaps)
    elif turn.came_out is None and turn.knew is not None:
        yield teller.say(f"look.hid.{seen}.known", since=turn.knew, **gaps)
    else:
        how = "never" if turn.came_out is None else "moment" if turn.in_moment else "found"
        yield teller.say(f"look.hid.{seen}.{how}", found=turn.came_out, **gaps)


def _after(teller: Teller, told: Turn | Out) -> str:
    """After which round, or which moment, somebody brought it up."""
    number = told.came_out if isinstance(told, Turn) else told.found
    return teller.say("look.after.moment" if told.in_moment else "look.after", round=number)


def _divided(teller: Teller, turn: Turn, way: str) -> Iterator[str]:
    """How divided that party was over its move, in numbers, and whether less came because of it."""
    division = turn.division
    if division is None:
        return
    side = "you" if way == "you" else "them"
    party = teller.cast.party(turn.by)
    yield teller.say(f"look.divided.{side}", n=division.other, asked=division.asked, party=party)
    if division.did_it:
        yield teller.say(f"look.divided.{division.came}")


def _whose(teller: Teller, party: str | None) -> str:
    """Whether it is told of the reader's own side."""
    return "you" if party == teller.reader else "them"


def _fell_short(teller: Teller, made: Turn | Beside, party: str | None) -> Iterator[str]:
    """What came of a move that its own side stopped, or carried out by half."""
    if made.vetoed:
        name = teller.cast.party(party)
        yield teller.say(f"look.vetoed.{_whose(teller, party)}", party=name)
    elif made.slipped:
        yield teller.say("look.slipped")


def _out(teller: Teller, turn: Turn) -> Iterator[str]:
    """What came out in the round of a move, about whoever made it."""
    if turn.out:
        did = _found_out(teller, turn)
        is_said = turn.hides and turn.is_out_at_once
        yield _same_round(teller, did, again=is_said)


def _found_out(teller: Teller, told: Turn | Moved) -> str:
    named = []
    for each in told.out:
        name = f"“{ref_name(teller.cast, each)}”"
        named.append(f"{name} {teller.say('look.out.again')}" if each in told.again else name)
    # What else came out in the round of a move was done before it.
    earlier = ".earlier" if isinstance(told, Turn) else ""
    return teller.say(
        f"look.out.{teller.to(told.by, told.of)}{earlier}",
        party=teller.cast.party(told.by), of=teller.cast.party(told.of),
        moves=teller.cast.words.all_of(named),
    )  # fmt: skip


def _rest(teller: Teller, turn: Turn) -> Iterator[str]:
    """What else there was in that round, each fact by itself and in the same order."""
    if turn.suspected:
        of = teller.cast.party(turn.of)
        yield teller.say(f"look.suspected.{_whose(teller, turn.of)}", of=of)
    again = bool(turn.out) or turn.along is not None or (turn.hides and turn.is_out_at_once)
    if did := list(_beside(teller, turn)):
        yield _same_round(teller, teller.cast.words.all_of(did), again=again)
    yield from _meanwhile(teller, turn, again=again or bool(did))


def _beside(teller: Teller, turn: Turn) -> Iterator[str]:
    """What the others chose in that round, and what came of it."""
    others = [each for each in turn.beside if each.party != turn.by]
    is_all = turn.kind == "move" and len(others) + 1 == len(teller.cast.names)
    if is_all and all(
        (each.move, each.hides, each.slipped, each.vetoed) == (turn.move, False, False, False)
        for each in turn.beside
    ):
        yield _all_the_same(teller, others)
        return
    chosen = {each.move.id for each in turn.beside}
    is_plain = not any(each.hides or each.slipped or each.vetoed for each in turn.beside)
    if is_plain and len(chosen) == 1 and len(turn.beside) == len(teller.cast.names):
        move = ref_name(teller.cast, turn.beside[0].move)
        yield teller.say("look.beside.everybody", move=move)
        return
    for other in turn.beside:
        gaps = {"party": teller.cast.party(other.party), "move": ref_name(teller.cast, other.move)}
        how = "beside.hid" if other.hides else "beside"
        whose, is_short = _whose(teller, other.party), other.vetoed or other.slipped
        short = ".short" if other.hides and is_short else ""
        told = teller.say(f"look.{how}.{whose}{short}", **gaps)
        if is_short:
            came = f"vetoed.{whose}" if other.vetoed else "slipped"
            told = f"{told} {teller.say(f'look.beside.{came}')}"
        yield told


def _all_the_same(teller: Teller, others: Sequence[Beside]) -> str:
    """That the others chose the same; of one other it is said who."""
    if len(others) > 1:
        return teller.say("look.beside.all")
    party = others[0].party
    key = f"look.beside.same.{_whose(teller, party)}"
    return teller.say(key, party=teller.cast.party(party))


def _same_round(teller: Teller, did: str, *, again: bool) -> str:
    """What else there was in that round; that it was the same round is said once."""
    return first_up(teller.say("look.same-round.more" if again else "look.same-round", did=did))


def _meanwhile(teller: Teller, turn: Turn, *, again: bool) -> Iterator[str]:
    """How another trust moved in that round, and what came out for whom it was."""
    moved = turn.meanwhile
    if moved is not None:
        if moved.out and _is_just_named(turn, moved):
            at_once = "you" if moved.of == teller.reader else "them"
            yield teller.say(f"look.at-once.{at_once}", of=teller.cast.party(moved.of))
        elif moved.out:
            did = _found_out(teller, moved)
            yield _same_round(teller, did, again=again)
        yield first_up(teller.say("look.moved.also", **_moved_gaps(teller, moved)))
        yield from _with_events(teller, moved)


def _is_just_named(turn: Turn, moved: Moved) -> bool:
    """Whether all that came out of that party is what has been named last as hidden then."""
    *_, last = (None, *turn.beside)
    return moved.at_once and last is not None and last.hides and last.party == moved.by


def _expected(teller: Teller, turn: Turn) -> Iterator[str]:
    """What it had been taken for beforehand; of a reader's own story only the reader's guess."""
    is_told = teller.reader in (None, turn.of)
    if is_told and turn.expected is not None and turn.expected != turn.looks:
        how = "table" if teller.reader is None else "you"
        party, of = teller.cast.party(turn.by), teller.cast.party(turn.of)
        what = teller.say(f"look.expected.{turn.expected}", party=party)
        yield teller.say(f"look.expected.{how}", what=what, of=of)


def _when(teller: Teller, turn: Turn) -> str:
    if set(turn.hidden_since) <= {turn.round}:
        return teller.say("look.found.now")
    rounds = teller.cast.words.all_of([str(each) for each in turn.hidden_since])
    return teller.say("look.found.earlier", rounds=rounds, n=len(turn.hidden_since))


def _moment(teller: Teller, turn: Turn) -> Iterator[str]:
    assert turn.phase is not None
    moment = moment_name(teller.cast, turn.phase, turn.round)
    yield teller.say("look.moment", moment=moment, did=_did(teller, turn))
    if turn.move is not None:
        whose = "you" if turn.by == teller.reader else "them"
        yield teller.say(f"look.moment.out.{whose}", **_gaps(teller, turn))


def _did(teller: Teller, turn: Turn) -> str:
    """What each did in a reflection moment."""
    options = set(turn.options.values())
    if options == {"keep-quiet"}:
        return teller.say("look.did.nobody")
    if len(options) == 1:
        return teller.say("look.did.all", did=teller.say(f"look.did.{options.pop()}"))
    did = [
        teller.say(
            f"look.did.{'you' if party == teller.reader else 'them'}",
            party=teller.cast.party(party), did=_did_so(teller, party, option),
        )
        for party, option in turn.options.items()
    ]  # fmt: skip
    return teller.cast.words.all_of(did)


def _brought_up(teller: Teller, turn: Turn) -> str:
    """In or after which round or moment that was."""
    how = "after" if turn.kind == "reply" else "in"
    if turn.phase is None:
        return teller.say(f"look.at.{how}.round", round=turn.round)
    moment = moment_name(teller.cast, turn.phase, turn.round)
    return teller.say(f"look.at.{how}.moment", moment=moment, round=turn.round)


def _of_scene(teller: Teller, turn: Turn, named: Collection[Ref]) -> dict[str, object]:
    assert turn.scene is not None
    scene = turn.scene
    if all(each in named for each in scene.about):
        scene = replace(scene, about=())
    return {
        "by": teller.cast.party(scene.by),
        "of": teller.cast.party(scene.of),
        "who": teller.who(scene.by),
        "hearer": teller.cast.party(turn.of),
        "cause": cause_words(teller.cast, scene),
        "reply": reply_words(teller.cast, scene, own=scene.of == teller.reader),
        "response": response_words(teller.cast, scene, own=scene.by == teller.reader),
    }


def cause_words(cast: Cast, scene: SceneMade) -> str:
    """What was brought up, with the name of the move or event that it was about."""
    cause = cast.words(f"scene.cause.{scene.cause}")
    if not scene.about:
        return cause
    return cast.words("look.about", cause=cause, names=ref_names(cast, scene.about))


def response_words(cast: Cast, scene: SceneMade, *, own: bool = False) -> str:
    """What was done with it. own: by the reader."""
    key = f"look.did.{scene.response}"
    return cast.words(key if own and cast.words.has(key) else f"scene.short.{scene.response}")


def reply_words(cast: Cast, scene: SceneMade, *, own: bool = False) -> str:
    """What was said in reply, as the play tells it of such a matter. own: it was the reader's."""
    stems = ("look.said", "scene.short") if own else ("scene.short",)
    return cast.words(reply_key(cast, stems, scene.reply, scene.cause))


def answer_words(cast: Cast, scene: SceneMade, *, own: bool = False) -> str:
    """What was said in reply, where talks are counted. own: by the reader."""
    stems = ("look.asked.own", "look.asked.said") if own else ("look.asked.said",)
    return cast.words(reply_key(cast, stems, scene.reply, scene.cause))


def _moved(teller: Teller, turn: Turn, way: str) -> str:
    """How trust moved; as the effect of it only where a paired replay shows that it was mostly."""
    trust = _trust(teller, turn.by, turn.of, "all" if turn.of is None else way)
    before, after = points(turn.before), points(turn.after)
    if before == after:
        return first_up(teller.say("look.moved.same", trust=trust, after=after))
    how = "after" if turn.kind in ("moment", "reply") else "round"
    if _is_mostly_by(turn):
        how = "both" if turn.along is not None else "because"
        how = "answer" if turn.kind == "reply" else how
    return teller.say(f"look.moved.{how}", trust=trust, before=before, after=after)


def _trust(teller: Teller, by: str | None, of: str | None, whose: str) -> str:
    """Whose trust in whom."""
    party, other = teller.cast.party(by), teller.cast.party(of)
    return teller.say(f"look.trust.{whose}", party=party, of=other)


def _is_mostly_by(turn: Turn) -> bool:
    """Whether the cause brought more than half of the change as it is shown. Of a move of which
    half or nothing came that is not said.
    """
    if turn.cause is None or turn.slipped or turn.vetoed:
        return False
    before, after = points(turn.before), points(turn.after)
    return 2 * abs(after - points(turn.cause.without)) > abs(after - before)


def _did_so(teller: Teller, party: str, option: str) -> str:
    """What that party did in a moment; of the reader's own side in words of its own."""
    own = f"look.did.{option}.you"
    is_own = party == teller.reader and teller.cast.words.has(own)
    return teller.say(own if is_own else f"look.did.{option}")


# --- what was not what it seemed --------------------------------------------------------------


def _seemed(teller: Teller, story: Story) -> Parts:
    if story.lie is not None:
        yield _told(2, " ".join(_lie(teller, story.lie)))
        yield _told(4, _card(teller, story.lie), goes_on=True)
        if story.lie.more:
            way = "them" if teller.reader else "table"
            yield _told(3, _more(teller, story.lie, way))
    if story.told is not None:
        yield _told(2, _own_lie(teller, story.told))
    if story.confessed is not None:
        yield _told(3, _confessed(teller, story.confessed))
    if story.doubt is not None:
        yield _told(5, _doubt(teller, story.doubt, "you" if teller.reader else "table"))
    if story.doubted is not None:
        yield _told(7, _doubt(teller, story.doubted, "them"))


def _lie(teller: Teller, lie: Lie) -> Iterator[str]:
    """What was hidden, and what became of it."""
    way = "them" if teller.reader else "table"
    party, move = teller.cast.party(lie.by), ref_name(teller.cast, lie.move)
    yield teller.say(f"look.lie.{way}", round=lie.round, party=party, move=move)
    yield from _came_out(teller, lie, way)


def _card(teller: Teller, lie: Lie) -> str:
    """What was seen of it, and what only its own side had read."""
    words = teller.cast.words
    way, party = "them" if teller.reader else "table", teller.cast.party(lie.by)
    face, text = sentence(words.of(lie.face)), words.of(lie.text)
    return teller.say(f"look.lie.card.{way}", party=party, face=face, text=text)


def _came_out(teller: Teller, lie: Lie, way: str) -> Iterator[str]:
    """When it came out for whom, and how trust moved then."""
    for out in sorted(lie.outs, key=lambda out: (out.found is None, out.found or 0)):
        if out.found is not None:
            yield from _came_out_for(teller, lie, out, way)
    never = [out.of for out in lie.outs if out.found is None]
    if never:
        of = teller.cast.parties(never)
        yield teller.say(f"look.lie.{way}.never", of=of, n=len(never))
    if lie.along:
        yield teller.say("look.lie.along", moves=ref_names(teller.cast, lie.along))
    if lie.likewise:
        rounds, n = _numbers(teller, lie.likewise)
        yield teller.say(f"look.lie.{way}.likewise", rounds=rounds, n=n)


def _came_out_for(teller: Teller, lie: Lie, out: Out, way: str) -> Iterator[str]:
    """When one of them found out or heard of it, and how its trust moved then."""
    trust = _trust(teller, lie.by, out.of, way)
    moved = {"trust": trust, "before": points(out.before or 0), "after": points(out.after or 0)}
    of, is_known = teller.cast.party(out.of), out.before is not None
    if out.raised_by is not None:
        who = teller.who(out.raised_by)
        yield teller.say(f"look.lie.{way}.heard", of=of, when=_after(teller, out), who=who)
        if is_known:
            yield teller.say("look.lie.heard.trust", **moved)
        return
    # Of several it is said who found out.
    told = "table" if way == "you" and len(lie.outs) > 1 else way
    key = f"look.lie.{told}.found"
    yield teller.say(f"{key}.moment" if out.in_moment else key, of=of, found=out.found, **moved)


def _more(teller: Teller, lie: Lie, way: str) -> str:
    """In which other rounds something was hidden."""
    rounds, n = _numbers(teller, lie.more)
    return teller.say(f"look.lie.more.{way}", rounds=rounds, n=n)


def _own_lie(teller: Teller, lie: Lie) -> str:
    of = teller.cast.parties([out.of for out in lie.outs])
    move = ref_name(teller.cast, lie.move)
    told = [teller.say("look.lie.you", of=of, move=move, round=lie.round)]
    told += _came_out(teller, lie, "you")
    if lie.more:
        told.append(_more(teller, lie, "you"))
    if (known := lie.known) is not None:
        who = teller.cast.party(known.of)
        told.append(teller.say("look.lie.known.you", round=known.round, of=who, since=known.since))
    return " ".join(told)


def _confessed(teller: Teller, told: Confession) -> str:
    """Who told openly what it had hidden."""
    return teller.say(
        f"look.confessed.{teller.to(told.by, told.to[0])}",
        round=told.round, party=teller.cast.party(told.by), to=teller.cast.parties(told.to),
        moves=ref_names(teller.cast, told.moves),
    )  # fmt: skip


def _doubt(teller: Teller, doubt: Doubt, way: str) -> str:
    told = teller.say(
        f"look.doubt.{way}",
        round=doubt.round, by=teller.cast.party(doubt.by), of=teller.cast.party(doubt.of),
        move=ref_name(teller.cast, doubt.move),
    )  # fmt: skip
    if not doubt.again:
        return told
    rounds, n = _numbers(teller, doubt.again)
    return f"{told} {teller.say('look.doubt.again', rounds=rounds, n=n)}"


# --- what kept coming back --------------------------------------------------------------------


def _again(teller: Teller, habit: Habit | None, rule: Unquestioned | None) -> Parts:
    if habit is not None:
        yield _told(4, _habit(teller, habit))
    if rule is not None:
        text = sentence(teller.cast.words.of(rule.text))
        key = f"look.unquestioned.{rule.chapter}"
        yield _told(8, teller.say(key, thing=_title(teller, rule.thing), text=text))


def _title(teller: Teller, thing: Ref) -> str:
    """The name of a thing, without the quotation marks that its author gave it."""
    return first_up(ref_name(teller.cast, thing).strip("'\"‘’“”"))


def _habit(teller: Teller, habit: Habit) -> str:
    gaps: dict[str, object] = {
        "times": habit.times, "chances": habit.chances, "party": teller.cast.party(habit.party),
        "thing": _title(teller, habit.thing) if habit.thing else "",
        "moments": _moments(teller, habit), "rounds": _rounds(teller, habit),
    }  # fmt: skip
    if habit.kind == "same-acts":
        first, last = habit.rounds[0], habit.rounds[-1]
        acts = _acts(teller, habit)
        return teller.say("look.habit.same-acts", first=first, last=last, acts=acts)
    if habit.party is None:
        is_always = habit.kind == "hollow-ritual" and habit.times == habit.chances
        key = f"look.habit.{habit.kind}.all" if is_always else f"look.habit.{habit.kind}"
        return teller.say(key, n=habit.times, **gaps)
    way = "you" if habit.party == teller.reader else "table"
    return teller.say(f"look.habit.{habit.kind}.{way}", **gaps)


def _moments(teller: Teller, habit: Habit) -> str:
    """In how many of the reflection moments."""
    key = "look.habit.moments.all" if habit.times == habit.chances else "look.habit.moments"
    return teller.say(key, times=habit.times, chances=habit.chances)


def _rounds(teller: Teller, habit: Habit) -> str:
    """In how many of the rounds."""
    key = "look.habit.rounds.all" if habit.times == habit.chances else "look.habit.rounds"
    return teller.say(key, times=habit.times, chances=habit.chances)


def _acts(teller: Teller, habit: Habit) -> str:
    (stance,) = set(habit.acts.values())
    return teller.say("look.habit.same-acts.all", stance=teller.say(f"look.stance.{stance}"))


# --- what if, and trust beside deeds ----------------------------------------------------------


def _what_if(teller: Teller, fork: WhatIf, outcome: Result) -> Parts:
    way = "you" if fork.party == teller.reader else "table"
    told = [
        teller.say(
            f"look.if.{way}",
            round=fork.round, party=teller.cast.party(fork.party),
            move=ref_name(teller.cast, fork.as_played.move),
        ),
        *_frequencies_told(teller, fork, outcome),
    ]  # fmt: skip
    # What a reader hid is what it most needs to see another way.
    yield _told(2 if fork.hid else 3, " ".join(told), "number")


def _frequencies_told(teller: Teller, fork: WhatIf, outcome: Result) -> Iterator[str]:
    other, counts = ref_name(teller.cast, fork.what_if.move), frequencies(fork)
    yield teller.say("look.if.counts", other=other, **counts)
    if fork.success.mean < 0:
        yield teller.say("look.if.better")
    elif fork.what_if.hides and fork.success.sign > 0:
        yield teller.say("look.if.hides", other=other)
    yield teller.say("look.if.means")
    if (unlike := beside_own(outcome, fork)) is not None:
        yield teller.say(unlike)
    yield teller.say("look.if.model")


def beside_own(outcome: Result, fork: WhatIf) -> str | None:
    """What is said where the play itself ended otherwise than most of those played on from it."""
    if outcome.outcome is None or (outcome.outcome == "success") == (
        fork.as_played.success >= _HALF
    ):
        return None
    return "look.if.lucky" if outcome.outcome == "success" else "look.if.unlucky"


def frequencies(fork: WhatIf) -> dict[str, int]:
    """How many of the plays ended well, as played and otherwise."""
    return {
        "plays": fork.plays,
        "played": round(fork.as_played.success * fork.plays),
        "instead": round(fork.what_if.success * fork.plays),
    }


def _figures(teller: Teller, page: StoryPage) -> Parts:
    story = page.story
    told = list(_stated(teller, story))
    if not told and story.forecasts is not None and teller.reader is not None:
        each = story.forecasts
        key = "look.foresaw.you" if each.right else "look.foresaw.you.none"
        told.append(teller.say(key, count=each.count, right=each.right))
    if story.kept and story.kept[0].rounds:
        told.append(_kept(teller, story))
    if told:
        yield _told(3, " ".join(told))
    for text in _asked(teller, story):  # what they said in reply comes before how often they took
        yield _told(2, text)


def _stated(teller: Teller, story: Story) -> Iterator[str]:
    levels: dict[tuple[str, str], list[str]] = {}
    for each in story.stated:
        # Ten steps of trust, as they were chosen.
        levels.setdefault((each.party, each.about), []).append(str(round(10 * each.stated)))
    for (party, about), said in levels.items():
        way = "you" if party == teller.reader else "table"
        yield teller.say(
            f"look.stated.{way}",
            party=teller.cast.party(party), about=teller.cast.party(about),
            levels=teller.cast.words.all_of(said),
        )  # fmt: skip


def _kept(teller: Teller, story: Story) -> str:
    """How often each put itself first, the others before the reader."""
    if all(each.kept == each.rounds for each in story.kept):
        return teller.say("look.kept.nobody")
    first, *rest = sorted(story.kept, key=lambda each: each.party == teller.reader)
    told = [_took(teller, first, "look.kept.first")]
    for each in rest:
        took = _took(teller, each, "look.kept")
        same = each.rounds == first.rounds
        told.append(took if same else teller.say("look.kept.of", took=took, rounds=each.rounds))
    return teller.say("look.kept", rounds=first.rounds, took=teller.cast.words.all_of(told))


def _took(teller: Teller, each: Kept, key: str) -> str:
    """How often that party did."""
    n = each.rounds - each.kept
    own = f"{key}.{'you' if each.party == teller.reader else 'they'}"
    return teller.say(own if n else f"{own}.never", party=teller.cast.party(each.party), n=n)


def _asked(teller: Teller, story: Story) -> Iterator[str]:
    """Of each party how often it was confronted, about what, and what it said in reply."""
    by_party: dict[str, list[SceneMade]] = {}
    for each in story.confrontations:
        by_party.setdefault(each.scene.of, []).append(each.scene)
    if by_party:
        # In one piece, so that no side is told of without the others when the page is full.
        yield " ".join(_in_short(teller, of, asked) for of, asked in by_party.items())


def _in_short(teller: Teller, of: str, asked: Sequence[SceneMade]) -> str:
    """How often that party was confronted about what, and how often it said what to it."""
    by_cause: dict[str, list[SceneMade]] = {}
    for scene in asked:
        by_cause.setdefault(scene.cause, []).append(scene)
    key, party = f"look.asked.{teller.to(of)}", teller.cast.party(of)
    matters: list[dict[str, object]] = [
        {"n": len(talks), "cause": _about_short(teller, cause), "replies": _replies(teller, talks)}
        for cause, talks in by_cause.items()
    ]
    if len(matters) == 1:
        return teller.say(key, party=party, **matters[0])
    told = teller.cast.words.all_of([teller.say("look.asked.about", **each) for each in matters])
    return teller.say(f"{key}.more", n=len(asked), party=party, talks=told)


def _about_short(teller: Teller, cause: str) -> str:
    own = f"look.asked.{cause}"
    return teller.say(own if teller.cast.words.has(own) else f"scene.cause.{cause}")


def _replies(teller: Teller, talks: Sequence[SceneMade]) -> str:
    """What was said in reply, and how often where that is more than once."""
    own = talks[0].of == teller.reader
    said = Counter(answer_words(teller.cast, scene, own=own) for scene in talks)
    return teller.cast.words.all_of(
        [
            teller.say(
                "look.asked.every" if n == len(talks) else "look.asked.times", reply=reply, n=n
            )
            for reply, n in said.items()
        ]
    )
