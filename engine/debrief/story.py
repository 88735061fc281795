"""The play as one side reads it back on one page: what is chosen for it, and by what."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from engine.debrief.causes import measured_in, reflected_in
from engine.debrief.findings import (
    Confession,
    Confronting,
    Division,
    Doubt,
    Guile,
    Habit,
    Kept,
    Knowledge,
    Known,
    LedgerLine,
    Lie,
    Out,
    Story,
    Suspicion,
    TimelineEntry,
    Turn,
    Unquestioned,
    Unsaid,
    WhatIf,
)
from engine.debrief.fork import makes_a_difference
from engine.debrief.knowledge import came_out_in, wrong_suspicions
from engine.debrief.questions import (
    OFTEN,
    best_first,
    fitting_questions,
)
from engine.debrief.theses import home_rounds
from engine.debrief.timeline import Timeline, move_of, move_ref, thing_ref
from engine.debrief.turns import MUCH, chosen, is_own, left_out, seen_of
from engine.model.parameters import READING
from engine.play.events import RitualHeld
from engine.scenario.schema import ALWAYS, Text

# As often as this is chance, unless it was every time.
_NO_HABIT = READING.pattern_rounds - 1
# So often at least it keeps coming back.
_COMES_BACK = 2


def stories(
    timeline: Timeline,
    turns: Sequence[Turn],
    forks: Sequence[WhatIf],
    known: Knowledge,
    lines: Sequence[LedgerLine],
    divided: Sequence[Division] = (),
) -> tuple[Story, ...]:
    """The story of the table, then of each party."""
    told = {seat: chosen(turns, seat) for seat in (None, *timeline.parties)}
    habit = _habit(timeline, told[None], divided)
    rules = {seat: _unquestioned(timeline, lines, told[seat], seat) for seat in told}
    return tuple(
        Story(
            seat=seat,
            turns=told[seat],
            besides=left_out(turns, told[seat], seat),
            lie=_lie(timeline, known.guile, told[seat], to=seat),
            told=_lie(timeline, known.guile, told[seat], by=seat) if seat else None,
            doubt=next(_doubts(timeline, known, by=seat), None),
            doubted=next(_doubts(timeline, known, of=seat), None) if seat else None,
            habit=habit,
            rule=rules[seat],
            what_if=_what_if(forks, told[seat], seat),
            stated=tuple(each for each in known.stated_trust if seat in (None, each.party)),
            forecasts=next((each for each in known.forecasts if each.party == seat), None),
            kept=tuple(_kept(timeline, party) for party in timeline.parties),
            confrontations=tuple(
                Confronting(entry.round, scene)
                for entry in timeline.entries
                for scene in entry.scenes
                if seat is None or seat in (scene.by, scene.of)
            ),
            questions=_questions(timeline, told[seat], rules[seat]),
            hid=_hid(timeline, known.guile, seat),
            confessed=_confessed(timeline, told[seat], seat),
            unsaid=tuple(
                each
                for each in unsaid(timeline)
                if seat in (None, each.by) and each.round < len(timeline.rounds)
            ),
            house={
                party: times
                for party, times in _faltered(timeline).items()
                if seat in (None, party) and times >= OFTEN
            },
        )
        for seat in told
    )


def _what_if(forks: Sequence[WhatIf], told: Sequence[Turn], seat: str | None) -> WhatIf | None:
    """A choice that could have gone better, before all one that hid something; else one that went
    well, if there is one of which the page tells.
    """
    own = [each for each in forks if seat in (None, each.party) and makes_a_difference(each)]
    on_page = {(turn.at, turn.by) for turn in told if turn.kind == "move"}

    def rank(each: WhatIf) -> tuple[bool, bool, bool, float]:
        is_told = (each.at, each.party) in on_page
        return each.success.sign > 0, each.hid, is_told, abs(each.success.mean)

    return max(own, key=rank, default=None)


# --- what was believed and what was doubted ---------------------------------------------------


def _lie(
    timeline: Timeline,
    guile: Sequence[Guile],
    told: Sequence[Turn],
    *,
    by: str | None = None,
    to: str | None = None,
) -> Lie | None:
    """Of what was hidden and no turn tells: what never came out, and of that what brought most;
    then what cost most trust as it came out.
    """
    hidden = [
        each
        for each in guile
        if by in (None, each.party)
        if any(to in (None, of) for of in (*each.never_by, *each.discovered))
        if not each.broken_off and not _is_told(each, told)
    ]
    outs = {
        (each.at, each.party): tuple(
            _out(timeline, each, of)
            for of in (*each.never_by, *each.discovered)
            if to in (None, of)
        )
        for each in hidden
    }
    fitting = [
        each for each in hidden if not _is_out_at_once(timeline, each, outs[each.at, each.party])
    ]
    if not fitting:
        return None

    def weight(each: Guile) -> tuple[bool, float, float]:
        lost = max((out.before or 0.0) - (out.after or 0.0) for out in outs[each.at, each.party])
        never = any(out.found is None for out in outs[each.at, each.party])
        return never, lost if lost >= MUCH else 0.0, each.gain

    most = max(fitting, key=weight)
    # What a party did with none of the others there it hid as well.
    alone = [
        each
        for each in guile
        if each.was_alone and (each.party == by or (by is None and to is None))
        if not each.broken_off and not _is_told(each, told)
    ]
    written = timeline.compiled.scenario.moves[most.move.id]
    deceived = _deceived_throughout(most, to)
    likewise = [
        each
        for each in hidden
        if each is not most and each.party == most.party and deceived
        if _deceived_throughout(each, to) == deceived and not _is_brought_up(each, told)
    ]
    along = [
        each
        for each in hidden
        if each is not most and each.party == most.party and not _is_named(each, told)
        if any(
            to in (None, of) and _came_out_with(timeline, each, most, of) for of in most.discovered
        )
    ]
    known = (
        Known(each.round, of, since)
        for each in guile
        if each.party == most.party and each is not most and not each.broken_off
        for of, since in each.knew.items()
        if to in (None, of)
    )
    return Lie(
        most.round, most.party, most.move, seen_of(timeline, most.move.id, most.party),
        written.text, outs[most.at, most.party],
        more=tuple(
            sorted(
                each.round
                for each in [*hidden, *alone]
                if each not in (most, *likewise, *along) and not _is_named(each, told)
            )
        ),
        known=next(known, None),
        likewise=tuple(each.round for each in likewise),
        along=tuple(dict.fromkeys(each.move for each in along)),
    )  # fmt: skip


def _came_out_with(timeline: Timeline, guile: Guile, other: Guile, of: str) -> bool:
    """Whether both came out for that party at the same time."""
    one, two = came_out_in(timeline, guile, of), came_out_in(timeline, other, of)
    return one is not None and two is not None and one.entry.at == two.entry.at


def _deceived_throughout(guile: Guile, to: str | None) -> set[str]:
    """Who never knew of it, of that seat or of all; nobody if one of them did."""
    knew = (*guile.discovered, *guile.owned_up, *guile.knew)
    if any(to in (None, of) for of in knew):
        return set()
    return {of for of in guile.never_by if to in (None, of)}


def _is_told(guile: Guile, told: Sequence[Turn]) -> bool:
    """Whether a turn tells of it, or of how it came out."""
    for turn in told:
        since = (*(turn.hidden_since or (turn.round,)), *([turn.round] if turn.along else []))
        out = turn.out if turn.by == guile.party else ()
        moved = turn.meanwhile
        with_it = moved.out if moved is not None and moved.by == guile.party else ()
        is_moment = turn.kind == "moment" and turn.by == guile.party
        in_moment = (turn.move, *turn.also) if is_moment else ()
        is_in = turn.by == guile.party and turn.kind != "reply" and guile.round in since
        if is_in or guile.move in (*out, *with_it, *in_moment):
            return True
    return False


def _is_named(guile: Guile, told: Sequence[Turn]) -> bool:
    """Whether a turn names it beside what it tells of: that it was made and hid something, or that
    it was brought up.
    """
    beside = (
        (each.party, each.move)
        for turn in told
        for each in turn.beside
        if turn.round == guile.round
    )
    return (guile.party, guile.move) in beside or _is_brought_up(guile, told)


def _is_brought_up(guile: Guile, told: Sequence[Turn]) -> bool:
    """Whether a turn tells that somebody brought it up."""
    return any(
        (scene.of, move) == (guile.party, guile.move)
        for turn in told
        if (scene := turn.scene) is not None and turn.at >= guile.at
        for move in scene.about
    )


def _is_out_at_once(timeline: Timeline, guile: Guile, outs: Sequence[Out]) -> bool:
    """Whether all of them saw through it as it was done: nothing of it was believed."""
    came = [came_out_in(timeline, guile, out.of) for out in outs]
    return all(
        each is not None and each.entry.at == guile.at and each.raised_by is None for each in came
    )


def _out(timeline: Timeline, guile: Guile, of: str) -> Out:
    """How it came out for that party, and its trust then."""
    out = came_out_in(timeline, guile, of)
    if out is None:
        return Out(of)
    entry, in_moment = out.entry, out.entry.kind == "moment"
    trust: tuple[float, float] | None = None
    if out.raised_by is not None:
        talks = (
            scene.heard.get(of)
            for scene in entry.scenes
            if scene.of == guile.party and guile.move in scene.about
        )
        trust = next(talks, None)
    elif over := reflected_in(timeline, entry) if in_moment else measured_in(timeline, entry):
        trust = over.before.trust[of][guile.party], over.after.trust[of][guile.party]
    before, after = trust or (None, None)
    return Out(of, entry.round, before, after, in_moment, out.raised_by)


def _confessed(timeline: Timeline, told: Sequence[Turn], seat: str | None) -> Confession | None:
    """The first time that somebody told openly what it had hidden: that seat, or else another to
    it. Not where a turn tells of it.
    """
    on_page = {(turn.by, turn.move.id) for turn in told if turn.owned_up and turn.move}
    found: list[Confession] = []
    for entry in timeline.entries:
        for by in timeline.parties:
            told_to: dict[tuple[str, ...], list[str]] = {}
            for each in entry.owned_up:
                new = tuple(move for move in each.moves if (by, move) not in on_page)
                if new and each.party == by and seat in (None, by, each.to):
                    told_to.setdefault(new, []).append(each.to)
            for moves, to in told_to.items():
                named = tuple(move_ref(timeline.compiled, move) for move in moves)
                found.append(Confession(entry.round, by, tuple(to), named))
    return min(found, key=lambda each: each.by != seat, default=None)


def _doubts(
    timeline: Timeline, known: Knowledge, *, by: str | None = None, of: str | None = None
) -> Iterator[Doubt]:
    """Each suspicion of something honest, of that party or by it; the first of each pair."""
    wrong: dict[tuple[str, str], list[Suspicion]] = {}
    for each in wrong_suspicions(timeline, known):
        if by in (None, each.by) and of in (None, each.of):
            wrong.setdefault((each.by, each.of), []).append(each)
    for first, *later in wrong.values():
        made = move_of(timeline.entries[first.at], first.of)
        assert made is not None
        move = move_ref(timeline.compiled, made.move)
        again = tuple(each.round for each in later)
        yield Doubt(first.round, first.by, first.of, move, again)


# --- what the table repeated ------------------------------------------------------------------


def _habit(timeline: Timeline, told: Sequence[Turn], divided: Sequence[Division]) -> Habit | None:
    """The habit with the most times, taking its chances into account; None where there is none."""
    found = [*_hollow(timeline), *_same_move(timeline), *_same_acts(timeline), *_jokes(timeline),
             *_faltering(timeline), *_divided(timeline, divided)]  # fmt: skip
    turned = {(turn.by, turn.move.id) for turn in told if turn.move is not None}
    habits = [each for each in found if each.times >= _least(each, turned) and not _is_rare(each)]
    best = max(habits, key=lambda each: each.times * each.times / each.chances, default=None)
    return best and _shared(timeline, best, habits)


def _is_rare(habit: Habit) -> bool:
    """Whether it is a move that was mostly not made: nothing that stayed the same."""
    return habit.kind == "same-move" and 2 * habit.times < habit.chances


def _least(habit: Habit, turned: Collection[tuple[str | None, str]]) -> int:
    """From how many times it is no chance: twice is enough if that was every time, or of a move on
    which the play turned.
    """
    is_all = habit.times == habit.chances
    has_turned = habit.thing is not None and (habit.party, habit.thing.id) in turned
    return _NO_HABIT if is_all or has_turned else _NO_HABIT + 1


def _shared(timeline: Timeline, habit: Habit, habits: Sequence[Habit]) -> Habit:
    """The habit as everybody's, if everybody joked, and at the same moments."""
    if habit.kind != "jokes":
        return habit
    first = [
        {each.option for each in moment.options if each.step == "differences"}
        for moment in timeline.moments
    ]
    together = sum(options == {"joke-away"} for options in first)
    alike = {each.party for each in habits if replace(each, party=habit.party) == habit}
    is_shared = alike >= set(timeline.parties) and together == habit.times
    return replace(habit, party=None) if is_shared else habit


def _hollow(timeline: Timeline) -> Iterator[Habit]:
    held = [event for event in timeline.events if isinstance(event, RitualHeld)]
    times = Counter(event.ritual for event in held)
    for name, hollow in Counter(event.ritual for event in held if event.hollow).items():
        thing = thing_ref(timeline.compiled, "rituals", name)
        yield Habit("hollow-ritual", hollow, times[name], thing=thing)


def _same_move(timeline: Timeline) -> Iterator[Habit]:
    for party in timeline.parties:
        made = [move for e in timeline.rounds if (move := move_of(e, party)) is not None]
        for name, times in Counter(move.move for move in made).items():
            named = move_ref(timeline.compiled, name)
            yield Habit("same-move", times, len(made), party, named)


def _same_acts(timeline: Timeline) -> Iterator[Habit]:
    """The longest run of rounds in which everybody chose the same kind of move."""

    def acts(entry: TimelineEntry) -> tuple[frozenset[str], frozenset[str]]:
        """What kinds of move were made, and by whom: those who have left make none."""
        moves = entry.moves
        return frozenset(move.stance for move in moves), frozenset(move.party for move in moves)

    runs = [tuple(run) for (kinds, _), run in groupby(timeline.rounds, key=acts) if len(kinds) == 1]
    if runs:
        longest = max(runs, key=len)
        yield Habit(
            "same-acts", len(longest), len(timeline.rounds),
            rounds=tuple(entry.round for entry in longest),
            acts={move.party: move.stance for move in longest[0].moves},
        )  # fmt: skip


def _jokes(timeline: Timeline) -> Iterator[Habit]:
    firsts = [e for m in timeline.moments for e in m.options if e.step == "differences"]
    held = sum(bool(moment.options) for moment in timeline.moments)
    for party in timeline.parties:
        own = [each for each in firsts if each.party == party]
        jokes = sum(each.option == "joke-away" for each in own)
        if jokes:
            yield Habit("jokes", jokes, held, party)


def _divided(timeline: Timeline, divided: Sequence[Division]) -> Iterator[Habit]:
    """Of the moves that its people were asked about, those that half or more did not want."""
    for party in timeline.parties:
        asked = [each for each in divided if each.party == party and each.move is not None]
        times = sum(2 * each.other >= each.asked for each in asked)
        if times:
            yield Habit("divided", times, len(asked), party)


def unsaid(timeline: Timeline) -> tuple[Unsaid, ...]:
    """What each party found out that another had hidden, and that nobody ever brought up: not when
    it was found out, and neither before nor later when it had been hidden as well. What the other
    told it later of itself no longer had to be brought up.
    """
    said = {
        (scene.of, move.id)
        for entry in timeline.entries
        for scene in entry.scenes
        if scene.cause == "discovery"
        for move in scene.about
    }
    told = {
        (each.to, each.party, move)
        for entry in timeline.entries
        for each in entry.owned_up
        for move in each.moves
    }
    found = (
        Unsaid(kept.by, kept.of, entry.round, kept.moves)
        for entry in timeline.entries
        for kept in entry.kept
        if not kept.for_good  # otherwise it is the same that it kept back before
    )
    return tuple(
        each
        for each in found
        if each.moves and not any((each.of, move.id) in said for move in each.moves)
        if any((each.by, each.of, move.id) not in told for move in each.moves)
    )


def _faltered(timeline: Timeline) -> Mapping[str, int]:
    """By party, how often its own side stopped its move or made good on only half of it."""
    return {party: len(home_rounds(timeline, party)) for party in timeline.parties}


def _faltering(timeline: Timeline) -> Iterator[Habit]:
    for party, times in _faltered(timeline).items():
        if times:
            yield Habit("faltered", times, len(timeline.rounds), party)


def _hid(
    timeline: Timeline, guile: Sequence[Guile], seat: str | None
) -> Mapping[str, tuple[int, ...]]:
    """By party, the rounds in which it hid something and did not tell it openly later."""
    own = [
        each
        for each in guile
        if seat in (None, each.party) and not each.was_told and not _revealed(timeline, each)
    ]
    return {
        party: tuple(each.round for each in own if each.party == party)
        for party in dict.fromkeys(each.party for each in own)
    }


def _revealed(timeline: Timeline, guile: Guile) -> bool:
    """Whether whoever did it told it later, be it to others who knew."""
    moves = timeline.compiled.scenario.moves
    later = (move_of(entry, guile.party) for entry in timeline.entries[guile.at + 1 :])
    return any(
        made is not None and not made.vetoed and guile.move.id in moves[made.move].reveals
        for made in later
    )


# --- the rule that nobody questioned ----------------------------------------------------------


def _unquestioned(
    timeline: Timeline, lines: Sequence[LedgerLine], told: Sequence[Turn], seat: str | None
) -> Unquestioned | None:
    """One thing that nobody tried to change, of those at work where the reader's own play turned:
    a rule, a ritual that was held then and kept coming back, or the place where they mostly sat.
    Another seat may read of another.
    """
    parties = timeline.compiled.parties
    own = next((timeline.entries[turn.at] for turn in told if is_own(turn, seat)), timeline.end)
    kept = [line for line in lines if line.status == "never-questioned"]
    given = [line for line in kept if line.given and line.in_force]
    often = Counter(each.ritual for entry in timeline.entries for each in entry.rituals)
    rituals = [line for line in given if often[line.thing.id] >= _COMES_BACK]
    held = {each.ritual for each in own.rituals}
    at_work = [
        *(_of_ledger(timeline, line) for line in given if line.chapter == "rules"),
        *(_of_ledger(timeline, line) for line in rituals if line.thing.id in held),
        *_place(timeline, lines, own),
    ]
    found = at_work or [_of_ledger(timeline, line) for line in rituals]
    turn = own.at + (parties.index(seat) if seat is not None else 0)
    return found[turn % len(found)] if found else None


def _of_ledger(timeline: Timeline, line: LedgerLine) -> Unquestioned:
    written = timeline.compiled.scenario
    things = written.rules if line.chapter == "rules" else written.rituals
    return Unquestioned(line.thing, things[line.thing.id].text, line.chapter)


def _place(
    timeline: Timeline, lines: Sequence[LedgerLine], entry: TimelineEntry
) -> Iterator[Unquestioned]:
    """Where they sat then and mostly, if they could have gone elsewhere and nobody ever proposed
    that.
    """
    places = timeline.compiled.scenario.decor
    if entry.decor is None or entry.between:
        return
    here = sum(each.decor == entry.decor for each in timeline.rounds)
    if 2 * here < len(timeline.rounds):
        return
    elsewhere = any(place.negotiable for name, place in places.items() if name != entry.decor.id)
    was_asked = any(line.changes or line.rejected for line in lines if line.chapter == "decor")
    if elsewhere and not was_asked:
        yield Unquestioned(entry.decor, places[entry.decor.id].text, "decor")


# --- trust and what became of it --------------------------------------------------------------


def _kept(timeline: Timeline, party: str) -> Kept:
    """In how many of its rounds that party did not choose for itself, by the signs in the log."""
    made = [move for entry in timeline.rounds if (move := move_of(entry, party)) is not None]
    return Kept(party, sum(move.stance != "opportunistic" for move in made), len(made))


# --- the author's questions -------------------------------------------------------------------


def _questions(
    timeline: Timeline, told: Sequence[Turn], rule: Unquestioned | None
) -> tuple[Text, ...]:
    """Two that only a play like this one raises, and one that fits every play. About a rule that
    stayed in force only where it is the one that the page tells of.
    """
    others = timeline.compiled.scenario.rules.keys() - {rule.thing.id} if rule else set()
    fitting = [q for q in fitting_questions(timeline) if others.isdisjoint(q.when.in_force)]
    # Another turning point, another question: so that a table hears more than one of them.
    turn = max(told, key=lambda turn: turn.strength, default=None)
    ordered = best_first(fitting, turn.at if turn is not None else 0)
    special = [each for each in ordered if each.when != ALWAYS]
    general = [each for each in ordered if each.when == ALWAYS]
    return tuple(each.text for each in (*special[:2], *general[:1]))
