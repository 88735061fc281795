"""The turns of a play, each with what a paired replay shows of its cause."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from engine.debrief.causes import cause, measured_in, reflected_in, without_each, without_reply
from engine.debrief.findings import (
    Beside,
    Chance,
    Division,
    Guile,
    Moved,
    Ref,
    SceneMade,
    ShownCause,
    Taken,
    TimelineEntry,
    Turn,
)
from engine.debrief.inside import is_weighty
from engine.debrief.knowledge import came_out_in, was_done_to
from engine.debrief.timeline import (
    CLOSED,
    Timeline,
    change_shown,
    event_ref,
    mean_shown,
    move_of,
    move_ref,
)
from engine.model.parameters import READING
from engine.play.events import (
    Confronted,
    Discovered,
    Exchanged,
    MoveMade,
    OptionTaken,
    Replied,
    Suspected,
)
from engine.play.events.kinds import Spoken
from engine.play.measures import About, Measures
from engine.scenario.schema import Text

# On a page for reading, nobody takes in more.
MOST = READING.turns
# A turn that moved trust less than this is not worth a paragraph, unless it is the reader's own.
WORTH = READING.notable
# Design choice: how many more are named without being told.
_BESIDES = 2
# A rise of this much has its place beside the falls.
MUCH = READING.fall


def turns(
    timeline: Timeline, guile: Sequence[Guile], divided: Sequence[Division] = ()
) -> tuple[Turn, ...]:
    """Everything that could be told as a turn, in the order of the play."""
    weighty = {(each.at, each.party): each for each in divided if is_weighty(each)}
    return tuple(
        replace(turn, division=weighty.get((turn.at, turn.by or "")))
        if turn.kind == "move" and weighty
        else turn
        for entry in timeline.entries[1:]
        for turn in _in(timeline, entry, guile)
    )


def _in(timeline: Timeline, entry: TimelineEntry, guile: Sequence[Guile]) -> Iterator[Turn]:
    if entry.kind == "moment":
        yield from _moment(timeline, entry)
    elif measured_in(timeline, entry) is not None:
        without = without_each(timeline, entry)
        yield from _of_round(timeline, entry, guile, without)
    for scene in entry.scenes:
        yield _reply(timeline, entry, scene)
        yield from (_heard(timeline, entry, scene, party) for party in scene.heard)
    for party in entry.left:
        trust = entry.numbers.mean_trust
        phase = entry.phase if entry.kind == "moment" else None
        yield Turn(
            "left", entry.at, entry.round, party, None, trust, trust, 0.0, phase=phase,
            goes_on=party in entry.went,
        )  # fmt: skip


def chosen(found: Sequence[Turn], seat: str | None) -> tuple[Turn, ...]:
    """The turns to tell that seat, at most three and one for each part, in order of the play.

    The deepest fall, to a seat also the deepest of its own trust, and what somebody left over; the
    highest rise, as everybody saw them; then whose doing it was: to a seat the strongest of its
    own, to a table one of each side that moved much; then where trust moved most.
    """
    by_strength = sorted(found, key=lambda turn: (-turn.strength, turn.at))
    worth = [turn for turn in by_strength if turn.strength >= WORTH]
    falls = (turn for turn in worth if _falls(turn))
    rises = (turn for turn in worth if not _falls(turn) and turn.strength >= MUCH)
    extremes = [
        *_own_fall(found, seat), *islice(falls, 1), *_left_over(found), *islice(rises, 1),
    ]  # fmt: skip
    told: list[Turn] = []
    for turn in [*extremes, *worth]:
        if _is_new(turn, told):
            told.append(turn)
    first = [turn for turn in told if turn in extremes]
    sides = [seat] if seat is not None else [*dict.fromkeys(turn.by for turn in worth if turn.by)]
    for side in sides:
        theirs = (turn for turn in worth if is_own(turn, side))
        free = [turn for turn in theirs if turn in first or _is_new(turn, first)]
        most = max(free, key=lambda turn: _done_by(turn, side), default=None)
        is_weak = seat is None and most is not None and _done_by(most, side) < MUCH
        if most is not None and most not in first and not is_weak:
            first.append(most)
    told = [*first, *(turn for turn in told if _is_new(turn, first))][:MOST]
    is_there = any(is_own(turn, seat) for turn in told)
    if not is_there and (own := _own(by_strength, told[: MOST - 1], seat)):
        others = [turn for turn in told if turn.part != own.part]
        told = [*others[: MOST - 1], _with_own_fall(own, [t for t in told if t not in others])]
    return tuple(sorted(told, key=lambda turn: turn.part))


def left_out(found: Sequence[Turn], told: Sequence[Turn], seat: str | None) -> tuple[Turn, ...]:
    """What is not told, and moved trust much, or as far as something that is: at most two, in order
    of the play; to a seat only what it did, or how its own trust moved.
    """
    shortest = min((turn.moved / 100 for turn in told if turn.moved), default=MUCH)
    least = min(MUCH, max(WORTH, shortest))
    parts = {turn.part for turn in told}
    furthest: dict[tuple[int, bool], Turn] = {}
    for turn in (replace(each, meanwhile=None) for each in found):
        is_theirs = seat in (None, turn.by, turn.of) or turn.of is None
        if is_theirs and turn.part not in parts and turn.moved / 100 >= least:
            before = furthest.get(turn.part)
            furthest[turn.part] = max(turn, before or turn, key=lambda each: each.moved)
    most = sorted(furthest.values(), key=lambda turn: -turn.moved)[:_BESIDES]
    return tuple(sorted(most, key=lambda turn: turn.part))


def _own_trust(turn: Turn, seat: str | None) -> Moved | None:
    """How that seat's own trust moved, as far as the turn tells of it; what fell most."""
    found = [turn.meanwhile] if turn.meanwhile is not None and turn.meanwhile.of == seat else []
    if turn.by is not None and turn.of is not None and turn.of == seat:
        with_it = turn.also if turn.kind == "discovery" else turn.out
        came_out = (turn.move, *with_it) if _is_out(turn) else with_it
        out = tuple(each for each in came_out if each)
        found.append(Moved(turn.by, turn.of, turn.before, turn.after, out, turn.again))
    return min(found, key=lambda each: each.after - each.before, default=None)


def _is_out(turn: Turn) -> bool:
    """Whether what was hidden behind its move was found out by whom it was hidden from, then."""
    return turn.kind == "discovery" or (turn.is_out_at_once and not turn.owned_up)


def _own_fall(found: Sequence[Turn], seat: str | None) -> Iterator[Turn]:
    """Where that seat's own trust fell deepest, if it fell enough to be told."""

    def fell(turn: Turn) -> float:
        own = _own_trust(turn, seat)
        return own.before - own.after if own is not None else 0.0

    candidates = (turn for turn in found if turn.kind not in ("left", "event"))
    telling = (turn for turn in candidates if turn.kind != "reply" or _is_heard(turn))
    most = max(telling, key=lambda turn: (fell(turn), turn.of == seat, turn.strength), default=None)
    if seat is None or most is None or fell(most) < WORTH:
        return
    # Where something else of that part moved it more, that is what turned the play.
    falling = (turn for turn in found if turn.part == most.part and _falls(turn))
    yield max([most, *falling], key=lambda turn: turn.strength) if most.strength < WORTH else most


def _is_heard(turn: Turn) -> bool:
    """Whether it tells of somebody for whom something came out as another brought it up."""
    return turn.scene is not None and turn.of in turn.scene.heard


def _with_own_fall(own: Turn, same: Sequence[Turn]) -> Turn:
    """What that seat did, with how far its own trust fell in the same part of the play."""
    rounds = (turn for turn in same if turn.kind in ("move", "discovery") or turn.meanwhile)
    moved = next((m for turn in rounds if (m := _own_trust(turn, own.by)) is not None), None)
    return own if moved is None else replace(own, meanwhile=moved)


def _left_over(found: Sequence[Turn]) -> Iterator[Turn]:
    """The talk that somebody walked out of, and that somebody left while the others went on."""
    for turn in found:
        is_over = turn.scene is not None and turn.scene.response == "walk-out"
        if is_over or (turn.kind == "left" and turn.goes_on):
            yield turn


def _done_by(turn: Turn, side: str) -> float:
    """How far that side moved trust in what is told of that part of the play: not what was mostly
    chance.
    """
    if turn.by == side or turn.meanwhile is None:
        if turn.chance is None:
            return turn.strength
        return _strength(turn.before, turn.after, turn.cause)
    return abs(turn.meanwhile.after - turn.meanwhile.before)


def _own(by_strength: Sequence[Turn], told: Sequence[Turn], seat: str | None) -> Turn | None:
    """The strongest turn of that seat's own, if it can in a part that these don't tell of."""
    own = [turn for turn in by_strength if is_own(turn, seat)]
    at_table = [turn for turn in own if turn.kind != "left"]
    elsewhere = [turn for turn in at_table if turn.strength and _is_new(turn, told)]
    return next(iter([*elsewhere, *at_table, *own]), None)


def is_own(turn: Turn, seat: str | None) -> bool:
    """Whether it came of a choice of that seat's own; for the table, of anybody's."""
    if turn.kind in ("event", "moment"):
        return False
    return turn.by is not None and seat in (None, turn.by)


def _is_new(turn: Turn, told: Sequence[Turn]) -> bool:
    """Whether another part of the play, and no other side of what has been told."""
    return (turn.kind != "left" or turn.goes_on) and all(
        turn.part != each.part
        and not (
            turn.kind == each.kind == "discovery" and (turn.by, turn.move) == (each.by, each.move)
        )
        for each in told
    )


def _size(turn: Turn) -> float:
    return abs(turn.after - turn.before)


def _falls(turn: Turn) -> bool:
    return turn.after < turn.before


def _strength(before: float, after: float, found: ShownCause | None) -> float:
    """How far trust moved, as far as the cause accounts for it."""
    return min(abs(after - before), abs(after - found.without)) if found else 0.0


# --- rounds -----------------------------------------------------------------------------------


def _of_round(
    timeline: Timeline,
    entry: TimelineEntry,
    guile: Sequence[Guile],
    without: Mapping[Taken, About],
) -> Iterator[Turn]:
    """Each with the strength of the whole change if nothing else of that round moved it more."""
    made = [
        *_moves(timeline, entry, guile, without),
        *_discoveries(timeline, entry, guile, without),
    ]
    events = list(_events(timeline, entry, without))
    effects = dict(_of_events(timeline, entry, without))
    leading: dict[str, float] = {}
    for turn in made:
        by_event = {event: parts.get((turn.of, turn.by), 0.0) for event, parts in effects.items()}
        alike = [e.event.id for e in events if e.event and e.cause and _falls(e) == _falls(turn)]
        most = max(alike, key=by_event.__getitem__, default=None)
        by_these = [each.strength for each in made if (each.by, each.of) == (turn.by, turn.of)]
        strength = turn.strength
        chance = _chance(entry, turn, without) if turn.kind == "move" else None
        if most is not None and by_event[most] > max(by_these):
            leading[most] = max(_size(turn), leading.get(most, 0.0))
        elif strength == max(by_these):
            strength = _size(turn)
        told = replace(turn, strength=strength, chance=chance)
        yield _with_the_rest(timeline, entry, guile, told, effects)
    for turn in events:
        led = leading.get(turn.event.id, 0.0) if turn.event is not None else 0.0
        yield replace(turn, strength=max(turn.strength, led))


def _of_events(
    timeline: Timeline, entry: TimelineEntry, without: Mapping[Taken, About]
) -> Iterator[tuple[str, Mapping[tuple[str | None, str | None], float]]]:
    """By event of that round, how much of the change of whose trust in whom it brought."""
    before, after = _around(timeline, entry)
    for event in entry.script_events:
        taken = Taken("event", None, event.event)
        trust = without.get(taken)
        yield (
            event.event,
            {
                (i, j): _strength(before.trust[i][j], after.trust[i][j], found)
                for i, j in timeline.pairs()
                if trust is not None
                for found in [cause(taken, before.trust[i][j], after.trust[i][j], trust[i][j])]
            },
        )


def _chance(entry: TimelineEntry, turn: Turn, without: Mapping[Taken, About]) -> Chance | None:
    """How much of it is chance where trust moved and no replay without a move, or without what came
    short, shows half of it: all, or most where one shows a part that is worth telling. Where
    something happened to them or was noticed, that may be why.
    """
    if turn.of is None or turn.by is None or not without or _size(turn) < WORTH:
        return None
    if entry.script_events or entry.noticed:
        return None
    of_each = (
        _strength(turn.before, turn.after, cause(taken, turn.before, turn.after, trust))
        for taken, about in without.items()
        for trust in [about[turn.of][turn.by]]
    )
    shown = max(of_each, default=0.0)
    if shown >= _size(turn) / 2:
        return None
    return "most" if shown >= WORTH else "all"


def _with_the_rest(
    timeline: Timeline,
    entry: TimelineEntry,
    guile: Sequence[Guile],
    turn: Turn,
    effects: Mapping[str, Mapping[tuple[str | None, str | None], float]],
) -> Turn:
    """The turn, with what else happened in that round. effects: see `_of_events`."""

    written = timeline.compiled.scenario.script.events

    def events(of: str | None, by: str | None) -> tuple[Ref, ...]:
        # By what brought it out something came out, which is told as such.
        is_out = bool(_found_out_in(timeline, entry, of or "", by or "")[0])
        return tuple(
            event_ref(timeline.compiled, event)
            for event, parts in effects.items()
            if parts.get((of, by), 0.0) >= WORTH and not (is_out and written[event].reveals)
        )

    moved = _meanwhile(timeline, entry, turn)
    if moved is not None:
        moved = replace(moved, events=events(moved.of, moved.by))
    out, again = _found_out_in(timeline, entry, turn.of or "", turn.by or "")
    return replace(
        turn,
        beside=tuple(_beside(timeline, entry, guile, turn, moved)),
        suspected=any(
            isinstance(seen, Suspected) and (seen.by, seen.of) == (turn.of, turn.by)
            for seen in entry.noticed
        ),
        out=tuple(
            move for move in out if turn.kind == "move" and (move != turn.move or not turn.hides)
        ),
        again=again,
        meanwhile=moved,
        events=events(turn.of, turn.by),
    )


def _beside(
    timeline: Timeline,
    entry: TimelineEntry,
    guile: Sequence[Guile],
    turn: Turn,
    moved: Moved | None,
) -> Iterator[Beside]:
    """What else was chosen that hid something, took, came short or belongs to what moved, which is
    told last: then comes how that trust moved.
    """
    hiding = {each.party for each in guile if each.at == entry.at and not each.was_known}
    for made in sorted(entry.moves, key=lambda made: moved is not None and made.party == moved.by):
        if _is_told(turn, made):
            continue
        worth = made.stance == "opportunistic" or made.guile or made.slipped or made.vetoed
        if worth or (moved is not None and moved.by == made.party):
            move = move_ref(timeline.compiled, made.move)
            hides = made.party in hiding
            yield Beside(made.party, move, hides, made.slipped, made.vetoed)


def _is_told(turn: Turn, made: MoveMade) -> bool:
    """Whether the turn itself names that move."""
    named = (turn.move, *turn.also, turn.along) if turn.kind == "discovery" else (turn.move,)
    return made.party == turn.by and made.move in {each.id for each in named if each}


def _not_alike(timeline: Timeline, entry: TimelineEntry) -> tuple[Moved | None, Moved | None]:
    """What the mean does not show: whose trust it was, where only one moved; what moved most and
    what moved most the other way, where it fell for one and rose for another.
    """
    moved = sorted(_all_moved(timeline, entry), key=lambda each: -abs(each.after - each.before))
    if not moved:
        return None, None
    most = moved[0]
    fell = most.after < most.before
    other = next((each for each in moved if (each.after < each.before) != fell), None)
    return (most if other is not None or len(moved) == 1 else None), other


def _all_moved(timeline: Timeline, entry: TimelineEntry) -> Iterator[Moved]:
    """Whose trust in whom moved in that round by enough to tell."""
    start, end = _around(timeline, entry)
    for i, j in timeline.pairs():
        before, after = start.trust[i][j], end.trust[i][j]
        if abs(change_shown(before, after)) >= WORTH:
            yield Moved(j, i, before, after)


def _meanwhile(timeline: Timeline, entry: TimelineEntry, turn: Turn) -> Moved | None:
    """Of the other trust at the table, what moved most."""
    moved = [
        each for each in _all_moved(timeline, entry) if (each.of, each.by) != (turn.of, turn.by)
    ]
    most = max(moved, key=lambda each: abs(each.after - each.before), default=None)
    if most is None:
        return None
    out, again = _found_out_in(timeline, entry, most.of, most.by)
    made = move_of(entry, most.by)
    at_once = (
        made is not None
        and [each.id for each in out] == [made.move]
        and was_done_to(timeline, made, most.of)
    )
    return replace(most, out=out, again=again, at_once=at_once)


def _found_out_in(
    timeline: Timeline, entry: TimelineEntry, by: str, of: str
) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """What of that party's moves the other found out in that round, and what of it once more."""
    found = [
        seen
        for seen in entry.noticed
        if isinstance(seen, Discovered) and (seen.by, seen.of) == (by, of)
    ]
    moves = (move for seen in found for move in seen.moves)
    again = (move for seen in found for move in seen.again)
    compiled = timeline.compiled
    return tuple(move_ref(compiled, m) for m in moves), tuple(move_ref(compiled, m) for m in again)


# --- moves ------------------------------------------------------------------------------------


def _moves(
    timeline: Timeline,
    entry: TimelineEntry,
    guile: Sequence[Guile],
    without: Mapping[Taken, About],
) -> Iterator[Turn]:
    for made in entry.moves:
        taken = Taken("move", made.party)
        of = _most_moved(timeline, entry, made.party)
        yield _move(timeline, entry, guile, made, of, without.get(taken))


def _most_moved(timeline: Timeline, entry: TimelineEntry, party: str) -> str:
    """The other party whose trust in this one moved most."""
    before, after = _around(timeline, entry)

    def moved(other: str) -> float:
        return abs(after.trust[other][party] - before.trust[other][party])

    return max((other for other in timeline.parties if other != party), key=moved)


def _around(timeline: Timeline, entry: TimelineEntry) -> tuple[Measures, Measures]:
    """The measures before and after the round itself, without what came of it."""
    measured = measured_in(timeline, entry)
    assert measured is not None
    return measured.before, measured.after


def _move(
    timeline: Timeline,
    entry: TimelineEntry,
    guile: Sequence[Guile],
    made: MoveMade,
    of: str,
    without: About | None,
) -> Turn:
    before, after = (each.trust[of][made.party] for each in _around(timeline, entry))
    left_out = None if without is None else without[of][made.party]
    found = cause(Taken("move", made.party), before, after, left_out)
    # From whoever was not there nothing was hidden; what it finds out is of another time.
    hid = [each for each in guile if (each.at, each.party) == (entry.at, made.party)]
    own = hid[0] if hid and (hid[0].was_alone or was_done_to(timeline, made, of)) else None
    out = came_out_in(timeline, own, of) if own else None
    predicted = (
        each.stance
        for each in entry.predictions
        if (each.party, each.about) == (of, made.party) and each.stance != made.stance
    )
    return Turn(
        "move", entry.at, entry.round, made.party, of, before, after,
        _strength(before, after, found), found,
        move=move_ref(timeline.compiled, made.move),
        face=seen_of(timeline, made.move, made.party),
        hides=own is not None,
        slipped=made.slipped,
        vetoed=made.vetoed,
        came_out=out.entry.round if out else None,
        in_moment=out is not None and out.entry.kind == "moment",
        raised_by=out.raised_by if out else None,
        knew=own.knew.get(of) if own else None,
        owned_up=out is not None and out.owned_up,
        quote=_said_with(timeline, entry, made.party),
        expected=next(predicted, None),
        looks=made.face,
    )  # fmt: skip


def _said_with(timeline: Timeline, entry: TimelineEntry, party: str) -> Spoken | None:
    """What that party said as it made its move."""
    said = (
        event
        for event in timeline.events
        if isinstance(event, Exchanged) and (event.round, event.party) == (entry.round, party)
    )
    return _first_spoken(said, by=party)


def _first_spoken(
    events: Iterable[Exchanged | Confronted | Replied], by: str | None = None
) -> Spoken | None:
    """The first line of those events that somebody speaks, or somebody of that party."""
    lines = (
        line
        for event in events
        for line in event.lines
        if line.speaker is not None and (by is None or line.speaker.startswith(f"{by}."))
    )
    return next(lines, None)


# --- events, discoveries, moments and replies -------------------------------------------------


def _events(
    timeline: Timeline, entry: TimelineEntry, without: Mapping[Taken, About]
) -> Iterator[Turn]:
    around = _around(timeline, entry)
    gone = around[-1].without
    before, after = (mean_shown(each.trust, gone) for each in around)
    for event in entry.script_events:
        if any(isinstance(e, Discovered) and e.how == "event" for e in entry.noticed):
            continue  # told as what came out
        taken = Taken("event", None, event.event)
        left_out = without.get(taken)
        found = cause(taken, before, after, mean_shown(left_out, gone) if left_out else None)
        most, other_way = _not_alike(timeline, entry)
        yield Turn(
            "event", entry.at, entry.round, None, None, before, after,
            _strength(before, after, found), found,
            event=event_ref(timeline.compiled, event.event),
            befell=event.party,
            quote=next((line for line in event.lines if line.speaker), None),
            meanwhile=most,
            other_way=other_way,
        )  # fmt: skip


def _discoveries(
    timeline: Timeline,
    entry: TimelineEntry,
    guile: Sequence[Guile],
    without: Mapping[Taken, About],
) -> Iterator[Turn]:
    start, end = _around(timeline, entry)
    for seen in entry.noticed:
        if not isinstance(seen, Discovered) or not seen.moves or seen.how == "reflection":
            continue
        if not any(_is_found_here(timeline, each, seen, entry) for each in guile):
            continue  # it had heard of it before
        before, after = start.trust[seen.by][seen.of], end.trust[seen.by][seen.of]
        found = _shown(seen, before, after, without)
        yield _discovery(timeline, entry, guile, seen, (before, after), found)


def _is_found_here(
    timeline: Timeline, guile: Guile, seen: Discovered, entry: TimelineEntry
) -> bool:
    """Whether that came out then, and there."""
    is_it = guile.party == seen.of and guile.move.id in seen.moves
    if not is_it or seen.by not in guile.discovered:
        return False
    out = came_out_in(timeline, guile, seen.by)
    return out is not None and out.entry.at == entry.at and not (out.raised_by or out.owned_up)


def _shown(
    seen: Discovered, before: float, after: float, without: Mapping[Taken, About]
) -> ShownCause | None:
    """That it came out as the cause; together with the move of that round, where that alone would
    have made most of the difference as well.
    """

    def by(what: Literal["discovery", "both"]) -> ShownCause | None:
        taken = Taken(what, seen.of, seen.by)
        trust = without.get(taken)
        return cause(taken, before, after, trust[seen.by][seen.of] if trust else None)

    alone, together = by("discovery"), by("both")
    if together is None or alone is None:
        return together or alone
    is_most = _strength(before, after, alone) >= _strength(before, after, together) / 2
    return alone if is_most else together


def _discovery(
    timeline: Timeline,
    entry: TimelineEntry,
    guile: Sequence[Guile],
    seen: Discovered,
    trust: tuple[float, float],
    found: ShownCause | None,
) -> Turn:
    hidden = [each for each in guile if _is_found_here(timeline, each, seen, entry)]
    moves = [*dict.fromkeys(each.move for each in hidden)]
    made = move_of(entry, seen.of)
    together = found is not None and found.taken == "both"
    along = together and made is not None and all(each.at < entry.at for each in hidden)
    return Turn(
        "discovery", entry.at, entry.round, seen.of, seen.by, *trust,
        _strength(*trust, found), found,
        move=moves[0] if moves else move_ref(timeline.compiled, seen.moves[0]),
        face=seen_of(timeline, moves[0].id if moves else seen.moves[0], seen.of),
        hidden_since=tuple(each.round for each in hidden),
        also=tuple(moves[1:]),
        along=move_ref(timeline.compiled, made.move) if made and along else None,
        quote=_confronted(timeline, entry, seen.by, seen.of),
    )  # fmt: skip


def _confronted(timeline: Timeline, entry: TimelineEntry, by: str, of: str) -> Spoken | None:
    """What was said as it was brought up."""
    return _first_spoken(
        event
        for event in timeline.events
        if isinstance(event, Confronted) and event.cause == "discovery"
        if (event.round, event.by, event.of) == (entry.round, by, of)
    )


def _moment(timeline: Timeline, entry: TimelineEntry) -> Iterator[Turn]:
    """A moment, by trust at the table; where something came out, by that of who found out."""
    before, after = entry.trust_before or 0.0, entry.trust_after or 0.0
    by = of = move = None
    also: tuple[Ref, ...] = ()
    reflected = reflected_in(timeline, entry)
    came_out = [e for e in entry.noticed if isinstance(e, Discovered) and e.moves]
    if came_out and reflected is not None:
        start, end = reflected.before.trust, reflected.after.trust
        out = min(came_out, key=lambda e: end[e.by][e.of] - start[e.by][e.of])
        move, *more = [move_ref(timeline.compiled, each) for each in dict.fromkeys(out.moves)]
        by, of, also = out.of, out.by, tuple(more)
        before, after = start[of][by], end[of][by]
    said = [each.said for each in entry.options if each.said and each.said.speaker]
    yield Turn(
        "moment", entry.at, entry.round, by, of, before, after, abs(after - before),
        move=move,
        also=also,
        phase=entry.phase,
        options={each.party: each.option for each in _weightiest(entry.options)},
        quote=said[-1] if said else None,
    )  # fmt: skip


def _weightiest(options: Sequence[OptionTaken]) -> Iterator[OptionTaken]:
    """What each party did last in the moment, since the second step says most; where it then kept
    out of it, what it said before.
    """
    last: dict[str, OptionTaken] = {}
    for each in options:
        if each.party not in last or each.option not in CLOSED:
            last[each.party] = each
    yield from last.values()


def _reply(timeline: Timeline, entry: TimelineEntry, scene: SceneMade) -> Turn:
    silent = without_reply(timeline, scene)
    found = cause(Taken("reply", scene.of), scene.trust_before, scene.trust_after, silent)
    moved = abs(scene.trust_after - scene.trust_before)
    return Turn(
        "reply", entry.at, entry.round, scene.of, scene.by, scene.trust_before, scene.trust_after,
        moved, found,
        scene=scene,
        phase=entry.phase if entry.kind == "moment" else None,
        quote=_replied(timeline, scene),
    )  # fmt: skip


def _heard(timeline: Timeline, entry: TimelineEntry, scene: SceneMade, party: str) -> Turn:
    """What that party, for whom it came out as another brought it up, then thought of it."""
    before, after = scene.heard[party]
    return Turn(
        "reply", entry.at, entry.round, scene.of, party, before, after, abs(after - before),
        scene=scene,
        phase=entry.phase if entry.kind == "moment" else None,
    )  # fmt: skip


def _replied(timeline: Timeline, scene: SceneMade) -> Spoken | None:
    said = [event for event in timeline.events if isinstance(event, Replied)]
    number = timeline.number_of(scene)
    return _first_spoken(said[number : number + 1])


def seen_of(timeline: Timeline, move: str, party: str) -> Text:
    """What the others saw when that party played it."""
    written = timeline.compiled.scenario.moves[move]
    return written.face_of(timeline.parties.index(party))
