"""The patterns found in a play, and what was repeated against what was new."""

import itertools
from collections.abc import Callable, Iterator

from engine.debrief.causes import measured_in, without_each
from engine.debrief.findings import PatternFound, Patterns, Repetition, Taken, TimelineEntry
from engine.debrief.knowledge import guile_in
from engine.debrief.ledger import ledger
from engine.debrief.theses import paper_without_trust
from engine.debrief.timeline import CLOSED, Timeline, leaves, mean_shown, move_of
from engine.model.parameters import READING
from engine.scenario.vocabulary import PATTERNS, Pattern

# The point from which a tendency is called a pattern.
ENOUGH_ROUNDS = READING.pattern_rounds
COPIES, MOSTLY, SELDOM = READING.copies, READING.mostly, READING.seldom
FALL, COST = READING.fall, READING.notable
ON_PAPER = READING.on_paper
_TWO = 2

Act = tuple[str, ...]


def patterns(timeline: Timeline) -> Patterns:
    """The patterns of the vocabulary found in this play, in its order, and the repetition."""
    found = tuple(
        PatternFound(code, tuple(sorted(set(rounds))), parties, numbers)
        for code in PATTERNS
        for rounds, parties, numbers in _RULES[code](timeline)
    )
    return Patterns(found, repetition(timeline))


def joint_act(timeline: Timeline, entry: TimelineEntry) -> Act:
    """The joint act of a round: the stance of every party."""
    return tuple(move.stance for p in timeline.parties if (move := move_of(entry, p)) is not None)


def repetition(timeline: Timeline) -> Repetition:
    """How often the last joint act was repeated, with and without a moment in between."""
    rounds = timeline.played
    acts = [joint_act(timeline, entry) for entry in rounds]
    pairs = list(itertools.pairwise(range(len(rounds))))
    same = {later: acts[early] == acts[later] for early, later in pairs}
    spoke = {
        later: any(
            m.kind == "moment" for m in timeline.entries[rounds[early].at : rounds[later].at]
        )
        for early, later in pairs
    }
    return Repetition(
        repeats=tuple(rounds[at].round for at in same if same[at]),
        fresh=tuple(rounds[at].round for at in range(len(acts)) if acts[at] not in acts[:at]),
        longest_run=max((len(list(run)) for _, run in itertools.groupby(acts)), default=0),
        repeat_share_within=_share([same[at] for at in same if not spoke[at]]),
        repeat_share_after_moment=_share([same[at] for at in same if spoke[at]]),
        lock_in=tuple(entry.numbers.lock_in for entry in timeline.entries),
        new_elements=len(_agreed(timeline)),
    )


def _share(flags: list[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None


def _agreed(timeline: Timeline) -> list[int]:
    """The rounds of the changes that were agreed, except parting."""
    return [c.round for e in timeline.entries for c in e.changes if c.action != "part"]


Found = Iterator[tuple[list[int], tuple[str, ...], dict[str, float]]]


def _chose(timeline: Timeline, party: str, stance: str) -> list[int]:
    """The rounds in which it chose such a move."""
    return [
        entry.round
        for entry in timeline.rounds
        if (move := move_of(entry, party)) is not None and move.stance == stance
    ]


def _third(timeline: Timeline) -> int:
    """How many rounds are wholly in a third of the play, and one at least."""
    return max(1, len(timeline.rounds) // 3)


def _hidden_rounds(timeline: Timeline, party: str) -> list[int]:
    """The rounds in which it hid what it did: an open claim betrays nobody."""
    return [
        entry.round
        for entry in timeline.rounds
        if (move := move_of(entry, party)) is not None and move.guile and not move.vetoed
    ]


def _early_betrayal(timeline: Timeline) -> Found:
    if len(timeline.rounds) < ENOUGH_ROUNDS:
        return
    until = _third(timeline)
    for party in timeline.parties:
        rounds = [r for r in _hidden_rounds(timeline, party) if r <= until]
        if rounds:
            yield rounds, (party,), {}


def _late_betrayal(timeline: Timeline) -> Found:
    total = len(timeline.rounds)
    if total < ENOUGH_ROUNDS:
        return
    for party in timeline.parties:
        rounds = _hidden_rounds(timeline, party)
        if rounds and rounds[0] > total - _third(timeline):
            yield rounds, (party,), {}


def _hidden_guile(timeline: Timeline) -> Found:
    """In the rounds played, and in one that was broken off, of which nobody could find out."""
    hidden = [each for each in guile_in(timeline) if each.came_out_for_nobody]
    for party in timeline.parties:
        own = [each for each in hidden if each.party == party]
        if own:
            yield [each.round for each in own], (party,), {"gain": sum(each.gain for each in own)}


def _tit_for_tat(timeline: Timeline) -> Found:
    """Of two parties, one that answers in kind what the other seemed to do."""
    if len(timeline.parties) > _TWO:
        return
    for party, other in timeline.pairs():
        pairs = [
            (later.round, seen.face, own.stance)
            for early, later in itertools.pairwise(timeline.rounds)
            if (seen := move_of(early, other)) and (own := move_of(later, party))
            if not leaves(timeline, own.move)
        ]
        same = [number for number, face, stance in pairs if face == stance]
        is_varied = len({face for _, face, _ in pairs}) > 1
        if is_varied and len(pairs) >= ENOUGH_ROUNDS and len(same) >= COPIES * len(pairs):
            yield same, (party,), {"same": len(same), "of": len(pairs)}


def _cold_peace(timeline: Timeline) -> Found:
    """Mostly reciprocal moves, none for oneself, and little trust at the end."""
    moves = [move.stance for entry in timeline.rounds for move in entry.moves]
    if len(timeline.rounds) < ENOUGH_ROUNDS or "opportunistic" in moves:
        return
    share, trust = moves.count("reciprocal") / len(moves), timeline.end.numbers.mean_trust
    if share >= MOSTLY and trust < ON_PAPER:
        rounds = [entry.round for entry in timeline.rounds]
        yield rounds, timeline.parties, {"share": share, "trust": trust}


def _paper_wall(timeline: Timeline) -> Found:
    """At the end there was more on paper than at the start, and less trust."""
    start, end = timeline.start.numbers, timeline.end.numbers
    if paper_without_trust(timeline):
        numbers = {"before": start.mean_trust, "trust": end.mean_trust}
        yield [entry.round for entry in timeline.rounds], timeline.parties, numbers


def _one_sided_giving(timeline: Timeline) -> Found:
    """What was chosen counts, whatever came of it."""
    if len(timeline.rounds) < ENOUGH_ROUNDS:
        return
    gave = {party: _chose(timeline, party, "trust-building") for party in timeline.parties}
    total = len(timeline.rounds)
    for giver in timeline.parties:
        others = [party for party in timeline.parties if party != giver]
        taker = max(others, key=lambda party: len(gave[party]))
        if len(gave[giver]) >= MOSTLY * total and len(gave[taker]) <= SELDOM * total:
            numbers = {"gives": float(len(gave[giver])), "returns": float(len(gave[taker]))}
            yield gave[giver], (giver, *others), numbers


def _never_questioned(timeline: Timeline) -> Found:
    if any(entry.changes or entry.rejected for entry in timeline.entries):
        return
    if things := sum(line.open for line in ledger(timeline)):
        yield [], (), {"things": float(things)}


def _changed_the_game(timeline: Timeline) -> Found:
    if rounds := _agreed(timeline):
        by = {c.by for e in timeline.entries for c in e.changes if c.action != "part"}
        yield rounds, tuple(p for p in timeline.parties if p in by), {"changes": float(len(rounds))}


def _spoke_too_early(timeline: Timeline) -> Found:
    """Asked for a moment alone, spoke in it all along, and got only jokes and silence for it."""
    for party in timeline.parties:
        rounds = [
            entry.round
            for entry, moment in itertools.pairwise(timeline.entries)
            if entry.kind == "round" and entry.called_by == (party,) and moment.options
            if all((each.party == party) == (each.option not in CLOSED) for each in moment.options)
            # Whoever of the others proposes or agrees to a change, or asks why, has answered.
            if not moment.changes
            and {by for each in moment.rejected for by in each.proposed_by} <= {party}
            if {scene.by for scene in moment.scenes} <= {party}
        ]
        if rounds:
            yield rounds, (party,), {"moments": float(len(rounds))}


def _never_spoke(timeline: Timeline) -> Found:
    if any(entry.changes or entry.rejected for entry in timeline.entries):
        return  # whoever proposes to change the game has spoken of it
    if not timeline.moments and len(timeline.rounds) < ENOUGH_ROUNDS:
        return
    options = [each.option for moment in timeline.moments for each in moment.options]
    if all(option in CLOSED for option in options):
        yield (
            [moment.round for moment in timeline.moments],
            (),
            {"moments": float(len(timeline.moments))},
        )


def _repaired(timeline: Timeline) -> Found:
    """Trust that fell, and that stood as high at the end as before that."""
    # By round, each with all that followed it.
    rounds = [timeline.last_before_next_round(e) for e in timeline.entries if e.kind != "moment"]
    for i, j in timeline.pairs():
        path = [round(100 * entry.numbers.trust[i][j]) for entry in rounds]
        highest = list(itertools.accumulate(path, max))
        fallen = [at for at in range(len(path)) if path[at] <= highest[at] - 100 * FALL]
        lowest = min(fallen, key=lambda at: path[at], default=None)
        if lowest is not None and path[-1] >= highest[lowest]:
            levels = {"before": highest[lowest], "low": path[lowest], "trust": path[-1]}
            numbers = {name: level / 100 for name, level in levels.items()}
            peak = rounds[path.index(highest[lowest])].round
            yield [peak, rounds[lowest].round], (i, j), numbers


def _broken_by_turnover(timeline: Timeline) -> Found:
    """Somebody left who knew the story, and trust fell in that round: by the departure, as a
    paired replay shows.
    """
    written = timeline.compiled.scenario.script.events
    for entry in timeline.rounds:
        over = measured_in(timeline, entry)
        for gone in (each for each in entry.script_events if written[each.event].is_departure):
            without = without_each(timeline, entry).get(Taken("event", None, gone.event))
            if over is None or without is None:
                continue
            away = over.after.without
            before, after = (mean_shown(each.trust, away) for each in (over.before, over.after))
            had_stayed = mean_shown(without, away)
            if after <= before - COST and had_stayed >= after + COST:
                numbers = {"before": before, "trust": after, "without": had_stayed}
                yield [entry.round], (gone.party,) if gone.party else (), numbers


_RULES: dict[Pattern, Callable[[Timeline], Found]] = {
    "early-betrayal": _early_betrayal,
    "late-betrayal": _late_betrayal,
    "hidden-guile": _hidden_guile,
    "tit-for-tat": _tit_for_tat,
    "cold-peace": _cold_peace,
    "paper-wall": _paper_wall,
    "one-sided-giving": _one_sided_giving,
    "never-questioned": _never_questioned,
    "changed-the-game": _changed_the_game,
    "spoke-too-early": _spoke_too_early,
    "never-spoke": _never_spoke,
    "repaired": _repaired,
    "broken-by-turnover": _broken_by_turnover,
}
