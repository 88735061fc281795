"""The patterns found in a play, and what was repeated against what was new."""

import itertools
from collections.abc import Callable, Iterator

from engine.debrief.causes import measured_in, without_each
from engine.debrief.findings import PatternFound, Patterns, Repetition, Taken, TimelineEntry
from engine.debrief.knowledge import guile_in
from engine.debrief.timeline import Timeline, as_shown, change_shown, mean, move_of
from engine.model.parameters import READING
from engine.play.events import ScriptEventOccurred
from engine.scenario.vocabulary import PATTERNS, Pattern

# The point from which a tendency is called a pattern.
ENOUGH_ROUNDS = READING.pattern_rounds
COPIES, MOSTLY, SELDOM = READING.copies, READING.mostly, READING.seldom
FALL, NEARLY_BACK, COST = READING.fall, READING.nearly_back, READING.moved
ON_PAPER = READING.on_paper
CLOSED = ("joke-away", "keep-quiet")

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


def _rounds_of(timeline: Timeline, party: str, stance: str) -> list[int]:
    """The rounds in which it did such a move; one that its own side stopped was not done."""
    return [
        entry.round
        for entry in timeline.played
        if (move := move_of(entry, party)) is not None
        if move.stance == stance and not move.vetoed
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
    hidden = [each for each in guile_in(timeline) if not each.discovered]
    for party in timeline.parties:
        own = [each for each in hidden if each.party == party]
        if own:
            yield [each.round for each in own], (party,), {"gain": sum(each.gain for each in own)}


def _tit_for_tat(timeline: Timeline) -> Found:
    """A party that answers in kind what the others seemed to do; with three, the worse of it."""
    order = ("trust-building", "reciprocal", "opportunistic")
    for party in timeline.parties:
        shown: list[str] = []
        answered: list[tuple[int, bool]] = []
        for early, later in itertools.pairwise(timeline.played):
            faces = [m.face for m in early.moves if m.party != party and not m.vetoed]
            own = move_of(later, party)
            if own is None or not faces:
                continue
            worst = max(faces, key=order.index)
            shown.append(worst)
            answered.append((later.round, own.stance == worst and not own.vetoed))
        share = _share([is_same for _, is_same in answered])
        enough = len(answered) >= ENOUGH_ROUNDS and len(set(shown)) > 1
        if enough and share is not None and share >= COPIES:
            yield [r for r, is_same in answered if is_same], (party,), {"share": share}


def _stance_share(timeline: Timeline, party: str, stance: str) -> float:
    return len(_rounds_of(timeline, party, stance)) / max(1, len(timeline.played))


def _cold_peace(timeline: Timeline) -> Found:
    if len(timeline.played) < ENOUGH_ROUNDS or any(entry.left for entry in timeline.rounds):
        return
    shares = {
        stance: mean([_stance_share(timeline, party, stance) for party in timeline.parties])
        for stance in ("reciprocal", "opportunistic")
    }
    trust = timeline.end.numbers.mean_trust
    if shares["reciprocal"] >= MOSTLY and not shares["opportunistic"] and trust < ON_PAPER:
        rounds = [entry.round for entry in timeline.played]
        yield rounds, timeline.parties, {"share": shares["reciprocal"], "trust": trust}


def paper_rounds(timeline: Timeline) -> list[TimelineEntry]:
    """The rounds in which clearly more came on paper."""
    return [
        entry
        for entry in timeline.rounds
        for before in [timeline.before(entry).numbers]
        if change_shown(before.formal_overlap, entry.numbers.formal_overlap) >= READING.notable
    ]


def while_paper_grew(timeline: Timeline) -> dict[str, float] | None:
    """What was on paper, and mean trust, from the first round in which more came on paper to the
    last; None unless trust went the same way over that stretch and in those rounds themselves.
    """
    added = paper_rounds(timeline)
    if not added:
        return None
    start, end = timeline.before(added[0]).numbers, added[-1].numbers
    over_all = change_shown(start.mean_trust, end.mean_trust)
    in_them = sum(
        change_shown(timeline.before(each).numbers.mean_trust, each.numbers.mean_trust)
        for each in added
    )
    paper = change_shown(start.formal_overlap, end.formal_overlap)
    if paper < READING.notable or abs(over_all) < READING.notable or in_them * over_all <= 0:
        return None
    return {
        "formal_start": start.formal_overlap, "formal_end": end.formal_overlap,
        "trust_start": start.mean_trust, "trust_end": end.mean_trust,
        "first": added[0].round, "last": added[-1].round,
    }  # fmt: skip


def _paper_wall(timeline: Timeline) -> Found:
    """Trust fell while paper grew, and both can be seen over the play as a whole."""
    rounds = paper_rounds(timeline)
    start, end = timeline.start.numbers, timeline.end.numbers
    fell = as_shown(start.mean_trust) - as_shown(end.mean_trust) >= READING.notable
    written = while_paper_grew(timeline)
    sank = written is not None and written["trust_end"] < written["trust_start"]
    if sank and fell and end.formal_overlap >= ON_PAPER:
        yield (
            [entry.round for entry in rounds],
            timeline.parties,
            {
                "formal_overlap": end.formal_overlap,
                "trust_change": end.mean_trust - start.mean_trust,
            },
        )


def _one_sided_giving(timeline: Timeline) -> Found:
    if len(timeline.played) < ENOUGH_ROUNDS:
        return
    gives = {party: _stance_share(timeline, party, "trust-building") for party in timeline.parties}
    for giver, taker in timeline.pairs():
        if gives[giver] >= MOSTLY and gives[taker] <= SELDOM:
            rounds = _rounds_of(timeline, giver, "trust-building")
            yield rounds, (giver, taker), {"gives": gives[giver], "returns": gives[taker]}


def _never_questioned(timeline: Timeline) -> Found:
    negotiable = sum(thing.negotiable for thing in timeline.compiled.elements)
    proposed = any(entry.changes or entry.rejected for entry in timeline.entries)
    if negotiable and not proposed:
        yield [], (), {"things": float(negotiable)}


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
            if not moment.changes and {each.by for each in moment.rejected} <= {party}
            if {scene.by for scene in moment.scenes} <= {party}
        ]
        if rounds:
            yield rounds, (party,), {"moments": float(len(rounds))}


def _never_spoke(timeline: Timeline) -> Found:
    if any(entry.changes or entry.rejected for entry in timeline.entries):
        return  # whoever proposes to change the game has spoken of it
    options = [each.option for moment in timeline.moments for each in moment.options]
    if all(option in CLOSED for option in options):
        yield (
            [moment.round for moment in timeline.moments],
            (),
            {"moments": float(len(timeline.moments))},
        )


def _repaired(timeline: Timeline) -> Found:
    """A fall of trust that was made good, and not lost again before the end."""
    for i, j in timeline.pairs():
        peak, fallen = 0.0, None
        for entry in timeline.entries:
            trust = entry.numbers.trust[i][j]
            if fallen is None:
                peak = max(peak, trust)
                fallen = entry if trust <= peak - FALL else None
            elif trust >= peak - NEARLY_BACK and timeline.end.numbers.trust[i][j] > peak - FALL:
                yield [fallen.round, entry.round], (i, j), {"before": peak, "trust": trust}
                break


def _broken_by_turnover(timeline: Timeline) -> Found:
    written = timeline.compiled.scenario.script.events
    for entry in timeline.entries[1:]:
        gone = [each for each in entry.script_events if written[each.event].is_departure]
        if not gone:
            continue
        before = timeline.before(entry).numbers.mean_trust
        broke = any(later.left for later in timeline.entries[entry.at :])
        # A newcomer can also be a fresh start; then it broke down over something else.
        fell = entry.numbers.mean_trust < before and _lost_by(timeline, entry, gone) >= COST
        if fell and (broke or timeline.end.numbers.mean_trust < before - FALL):
            parties = tuple(each.party for each in gone if each.party)
            change = timeline.end.numbers.mean_trust - before
            yield [entry.round], parties, {"trust_change": change}


def _lost_by(timeline: Timeline, entry: TimelineEntry, gone: list[ScriptEventOccurred]) -> float:
    """The mean trust that the departure cost, by a paired replay or else by the reasons given."""
    without = without_each(timeline, entry).get(Taken("event", None, gone[0].event))
    if without is None:
        parts = [
            part
            for about in entry.reasons.values()
            for reasons in about.values()
            for reason, part in reasons.items()
            if reason in ("event", "newcomer")
        ]
        return -sum(parts) / len(list(timeline.pairs()))
    measured = measured_in(timeline, entry)
    after = measured.after.trust if measured else entry.numbers.trust
    return mean([without[i][j] - after[i][j] for i, j in timeline.pairs()])


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
