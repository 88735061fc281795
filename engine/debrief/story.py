"""The play as one side reads it back on one page: what is chosen for it, and by what."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from engine.debrief.causes import measured_in, without_each
from engine.debrief.findings import (
    Confronting,
    Doubt,
    Guile,
    Habit,
    Kept,
    Knowledge,
    LedgerLine,
    Lie,
    Story,
    Taken,
    TimelineEntry,
    Turn,
    Unquestioned,
    WhatIf,
)
from engine.debrief.questions import fitting_questions
from engine.debrief.timeline import Timeline, move_of, move_ref, thing_ref
from engine.debrief.turns import chosen, is_own
from engine.model.parameters import READING
from engine.play.events import MoveMade, RitualHeld, Suspected
from engine.scenario.schema import ALWAYS, Question, Text

# As often as this is chance, unless it was every time.
_NO_HABIT = READING.pattern_rounds - 1


def stories(
    timeline: Timeline,
    turns: Sequence[Turn],
    forks: Sequence[WhatIf],
    known: Knowledge,
    lines: Sequence[LedgerLine],
) -> tuple[Story, ...]:
    """The story of the table, then of each party."""
    told = {seat: chosen(turns, seat) for seat in (None, *timeline.parties)}
    habit = _habit(timeline, told[None])
    return tuple(
        Story(
            seat=seat,
            turns=told[seat],
            lie=_lie(timeline, known.guile, told[seat], to=seat),
            told=_lie(timeline, known.guile, told[seat], by=seat) if seat else None,
            doubt=_doubt(timeline, known, by=seat),
            doubted=_doubt(timeline, known, of=seat) if seat else None,
            habit=habit,
            rule=_unquestioned(timeline, lines, told[seat], seat),
            what_if=max(
                (each for each in forks if seat in (None, each.party)),
                key=lambda each: (each.success.sign > 0, abs(each.success.mean)),
                default=None,
            ),
            stated=tuple(each for each in known.stated_trust if seat in (None, each.party)),
            forecasts=next((each for each in known.forecasts if each.party == seat), None),
            kept=tuple(_kept(timeline, party) for party in timeline.parties),
            confrontations=tuple(
                Confronting(entry.round, scene)
                for entry in timeline.entries
                for scene in entry.scenes
                if seat is None or seat in (scene.by, scene.of)
            ),
            questions=_questions(timeline, told[seat]),
        )
        for seat in told
    )


# --- what was believed and what was doubted ---------------------------------------------------


def _lie(
    timeline: Timeline,
    guile: Sequence[Guile],
    told: Sequence[Turn],
    *,
    by: str | None = None,
    to: str | None = None,
) -> Lie | None:
    """The lie that stayed hidden, or else longest, of those that no turn tells."""
    named = {
        (party, at)
        for turn in told
        for party, rounds in (
            (turn.by, turn.hidden_since or (turn.round,)),
            (turn.by, (turn.round,) if turn.along is not None else ()),
            *((party, (turn.round,)) for party in turn.beside),
        )
        for at in rounds
    }
    came_out = {(turn.round, turn.move.id) for turn in told if turn.kind == "moment" and turn.move}
    hidden = [
        Lie(
            each.round,
            each.party,
            of,
            each.move,
            timeline.compiled.scenario.moves[each.move.id].face,
            timeline.compiled.scenario.moves[each.move.id].text,
            each.discovered.get(of),
            _was_believed(timeline, each, of),
        )
        for each in guile
        for of in (*each.never_by, *each.discovered)
        if by in (None, each.party) and to in (None, of) and each.discovered.get(of) != each.round
        if (each.party, each.round) not in named
        if (each.discovered.get(of), each.move.id) not in came_out
    ]

    def how_well(lie: Lie) -> tuple[bool, int, int]:
        until = lie.found if lie.found is not None else len(timeline.rounds) + 1
        return lie.found is None, until - lie.round, -lie.round

    return max(hidden, key=how_well, default=None)


def _was_believed(timeline: Timeline, guile: Guile, of: str) -> bool:
    """Whether that party neither expected a grab nor came to suspect the other before it knew."""
    until = guile.discovered.get(of, len(timeline.rounds) + 1)
    expected = (
        each.stance
        for each in timeline.entries[guile.at].predictions
        if (each.party, each.about) == (of, guile.party)
    )
    suspected = (
        (seen.by, seen.of) == (of, guile.party)
        for entry in timeline.entries[guile.at :]
        if entry.round < until
        for seen in entry.noticed
        if isinstance(seen, Suspected)
    )
    return "opportunistic" not in expected and not any(suspected)


def _doubt(
    timeline: Timeline, known: Knowledge, *, by: str | None = None, of: str | None = None
) -> Doubt | None:
    """Something honest that was suspected, or else was expected to be a grab."""
    for suspicion in known.suspicions:
        made = move_of(timeline.entries[suspicion.at], suspicion.of)
        fits = by in (None, suspicion.by) and of in (None, suspicion.of)
        if suspicion.false and fits and made is not None and _was_whole(made):
            move = move_ref(timeline.compiled, made.move)
            return Doubt(suspicion.round, suspicion.by, suspicion.of, move, "suspected")
    for each in known.predictions:
        made = move_of(timeline.entries[each.at], each.about)
        fits = by in (None, each.party) and of in (None, each.about)
        wronged = each.stance == "opportunistic" and each.fact == "trust-building"
        if fits and wronged and made is not None and _was_whole(made):
            move = move_ref(timeline.compiled, made.move)
            return Doubt(each.round, each.party, each.about, move, "expected-claim")
    return None


def _was_whole(made: MoveMade) -> bool:
    """Whether that move took nothing, and came as it was announced."""
    return made.stance != "opportunistic" and not (made.slipped or made.vetoed)


# --- what the table repeated ------------------------------------------------------------------


def _habit(timeline: Timeline, told: Sequence[Turn]) -> Habit | None:
    """The habit with the most times, taking its chances into account; None where there is none."""
    found = [*_hollow(timeline), *_same_move(timeline), *_same_acts(timeline),
             *_silences(timeline), *_jokes(timeline), *_refusals(timeline)]  # fmt: skip
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
    """The habit as everybody's, if everybody had it as often."""
    alike = {each.party for each in habits if replace(each, party=habit.party) == habit}
    return replace(habit, party=None) if alike >= set(timeline.parties) else habit


def _hollow(timeline: Timeline) -> Iterator[Habit]:
    held = [event for event in timeline.events if isinstance(event, RitualHeld)]
    times = Counter(event.ritual for event in held)
    for name, hollow in Counter(event.ritual for event in held if event.hollow).items():
        thing = thing_ref(timeline.compiled, "rituals", name)
        yield Habit("hollow-ritual", hollow, times[name], thing=thing)


def _same_move(timeline: Timeline) -> Iterator[Habit]:
    for party in timeline.parties:
        made = [move for e in timeline.played if (move := move_of(e, party)) is not None]
        for name, times in Counter(move.move for move in made).items():
            named = move_ref(timeline.compiled, name)
            yield Habit("same-move", times, len(made), party, named)


def _same_acts(timeline: Timeline) -> Iterator[Habit]:
    """The longest run of rounds in which each did again what it did before."""

    def acts(entry: TimelineEntry) -> tuple[str, ...]:
        return tuple(move.stance for move in entry.moves)

    runs = [tuple(run) for _, run in groupby(timeline.played, key=acts)]
    if runs:
        longest = max(runs, key=len)
        yield Habit(
            "same-acts", len(longest), len(timeline.played),
            rounds=tuple(entry.round for entry in longest),
            acts={move.party: move.stance for move in longest[0].moves},
        )  # fmt: skip


def _silences(timeline: Timeline) -> Iterator[Habit]:
    scenes = [scene for entry in timeline.entries for scene in entry.scenes]
    for party in timeline.parties:
        asked = [scene for scene in scenes if scene.of == party]
        silent = sum(scene.reply == "silence" for scene in asked)
        if silent:
            yield Habit("silence", silent, len(asked), party)


def _jokes(timeline: Timeline) -> Iterator[Habit]:
    firsts = [e for m in timeline.moments for e in m.options if e.step == "differences"]
    for party in timeline.parties:
        own = [each for each in firsts if each.party == party]
        jokes = sum(each.option == "joke-away" for each in own)
        if jokes:
            yield Habit("jokes", jokes, len(own), party)


def _refusals(timeline: Timeline) -> Iterator[Habit]:
    refused = sum(len(entry.rejected) for entry in timeline.entries)
    proposed = refused + sum(len(entry.changes) for entry in timeline.entries)
    if refused:
        yield Habit("refusals", refused, proposed)


# --- the rule that nobody questioned ----------------------------------------------------------


def _unquestioned(
    timeline: Timeline, lines: Sequence[LedgerLine], told: Sequence[Turn], seat: str | None
) -> Unquestioned | None:
    """Of the rules that nobody tried to change, the one that mattered most where the seat's own
    choice turned the play. Where none mattered there, any of them: another turn, another rule.
    """
    own = next((timeline.entries[turn.at] for turn in told if is_own(turn, seat)), timeline.end)
    effects = _effects_of_rules(timeline, lines, own)
    rules = [
        line.thing
        for line in lines
        if line.chapter == "rules" and line.status == "never-questioned"
        if line.given and line.in_force
    ]
    if not rules:
        return None
    rule = max(rules, key=lambda each: abs(effects.get(each.id, 0.0)))
    effect = effects.get(rule.id, 0.0)
    if abs(effect) < READING.notable:
        rule, effect = rules[own.at % len(rules)], 0.0
    text = timeline.compiled.scenario.rules[rule.id].text
    return Unquestioned(rule, text, own.round if effect else None, effect)


def _effects_of_rules(
    timeline: Timeline, lines: Sequence[LedgerLine], entry: TimelineEntry
) -> Mapping[str, float]:
    """By unquestioned rule in force, how much more mean trust there was in that round with it."""
    without, measured = without_each(timeline, entry), measured_in(timeline, entry)
    if measured is None:
        return {}
    after = timeline.mean_of(measured.after.trust)
    return {
        line.thing.id: after - timeline.mean_of(without[taken])
        for line in lines
        if line.status == "never-questioned"
        if (taken := Taken("rule", None, line.thing.id)) in without
    }


# --- trust and what became of it --------------------------------------------------------------


def _kept(timeline: Timeline, party: str) -> Kept:
    """In how many of its rounds that party did not take for itself."""
    made = [move for entry in timeline.played if (move := move_of(entry, party)) is not None]
    return Kept(party, sum(move.stance != "opportunistic" for move in made), len(made))


# --- the author's questions -------------------------------------------------------------------


def _questions(timeline: Timeline, told: Sequence[Turn]) -> tuple[Text, ...]:
    """Two that only a play like this one raises, and one that fits every play.

    The less other plays raise a question, the sooner it is asked: how it ended goes before what
    befell, and that before what was or was not changed.
    """
    fitting = fitting_questions(timeline)
    special = sorted((each for each in fitting if each.when != ALWAYS), key=_commonness)
    general = [each for each in fitting if each.when == ALWAYS]
    picked = [each.text for each in special[:2]]
    if general:
        # Another turning point, another question: so that a table hears more than one of them.
        turn = max(told, key=lambda turn: turn.strength, default=None)
        picked.append(general[(turn.at if turn else 0) % len(general)].text)
    return tuple(picked)


def _commonness(question: Question) -> int:
    """How many plays raise that question: a rank, from few to many."""
    when = question.when
    ranked = (when.outcome, when.happened or when.befell, when.played or when.met, when.changes)
    return next((at for at, given in enumerate(ranked) if given), len(ranked))
