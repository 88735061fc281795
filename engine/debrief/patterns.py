"""Patterns found in a play, and what was reproduced against what was produced."""

import itertools
import math
from collections.abc import Callable, Iterator

from engine.debrief.findings import PatternFound, Patterns, Repetition, TimelineEntry
from engine.debrief.knowledge import knowledge
from engine.debrief.story import Story, mean, move_of
from engine.model.parameters import READING
from engine.scenario.vocabulary import PATTERNS, TRAITS, Pattern

# From where a tendency is called a pattern.
ENOUGH_ROUNDS = READING.pattern_rounds
COPIES, MOSTLY, SELDOM, HARDLY = READING.copies, READING.mostly, READING.seldom, READING.hardly
FALL, NEARLY_BACK, TALK_COSTS = READING.fall, READING.nearly_back, READING.moved
ON_PAPER, FORMALISES = READING.on_paper, READING.formalises
CLOSED = ("joke-away", "keep-quiet")

Act = tuple[str, ...]


def patterns(story: Story) -> Patterns:
    """The patterns of the vocabulary that show, in its order, and the repetition."""
    found = tuple(
        PatternFound(code, tuple(sorted(set(rounds))), parties, numbers)
        for code in PATTERNS
        for rounds, parties, numbers in _RULES[code](story)
    )
    return Patterns(found, repetition(story))


def joint_act(story: Story, entry: TimelineEntry) -> Act:
    """What was done together in a round: the stance of every party."""
    return tuple(move.stance for p in story.parties if (move := move_of(entry, p)) is not None)


def repetition(story: Story) -> Repetition:
    """How often the last joint act was done again, with and without a moment in between."""
    rounds = story.played
    acts = [joint_act(story, entry) for entry in rounds]
    pairs = list(itertools.pairwise(range(len(rounds))))
    same = {later: acts[early] == acts[later] for early, later in pairs}
    spoke = {
        later: any(m.kind == "moment" for m in story.timeline[rounds[early].at : rounds[later].at])
        for early, later in pairs
    }
    return Repetition(
        repeats=tuple(rounds[at].round for at in same if same[at]),
        fresh=tuple(rounds[at].round for at in range(len(acts)) if acts[at] not in acts[:at]),
        longest_run=max((len(list(run)) for _, run in itertools.groupby(acts)), default=0),
        repeat_share_within=_share([same[at] for at in same if not spoke[at]]),
        repeat_share_after_moment=_share([same[at] for at in same if spoke[at]]),
        lock_in=tuple(entry.numbers.lock_in for entry in story.timeline),
        new_elements=len(_agreed(story)),
    )


def _share(flags: list[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None


def _agreed(story: Story) -> list[int]:
    """The rounds of the changes of the game that were agreed, but for parting."""
    return [c.round for e in story.timeline for c in e.changes if c.action != "part"]


Found = Iterator[tuple[list[int], tuple[str, ...], dict[str, float]]]


def _rounds_of(story: Story, party: str, stance: str) -> list[int]:
    return [
        entry.round
        for entry in story.played
        if (move := move_of(entry, party)) is not None and move.stance == stance
    ]


def _third(story: Story) -> int:
    return math.ceil(len(story.played) / 3)


def _early_betrayal(story: Story) -> Found:
    until = _third(story)
    for party in story.parties:
        rounds = [r for r in _rounds_of(story, party, "opportunistic") if r <= until]
        if rounds:
            yield rounds, (party,), {}


def _late_betrayal(story: Story) -> Found:
    total = len(story.played)
    if total < ENOUGH_ROUNDS:
        return
    for party in story.parties:
        rounds = _rounds_of(story, party, "opportunistic")
        if rounds and rounds[0] > total - _third(story):
            yield rounds, (party,), {}


def _hidden_guile(story: Story) -> Found:
    hidden = [each for each in knowledge(story).guile if each.never_by]
    for party in story.parties:
        own = [each for each in hidden if each.party == party]
        if own:
            gain = sum(each.gain for each in own)
            yield [each.round for each in own], (party,), {"gain": gain}


def _tit_for_tat(story: Story) -> Found:
    """A party that answers in kind what the others seemed to do, the worst of it with three."""
    order = ("trust-building", "reciprocal", "opportunistic")
    for party in story.parties:
        shown: list[str] = []
        answered: list[tuple[int, bool]] = []
        for early, later in itertools.pairwise(story.played):
            faces = [move.face for move in early.moves if move.party != party]
            own = move_of(later, party)
            if own is None or not faces:
                continue
            worst = max(faces, key=order.index)
            shown.append(worst)
            answered.append((later.round, own.stance == worst))
        share = _share([is_same for _, is_same in answered])
        enough = len(answered) >= ENOUGH_ROUNDS and len(set(shown)) > 1
        if enough and share is not None and share >= COPIES:
            yield [r for r, is_same in answered if is_same], (party,), {"share": share}


def _stance_share(story: Story, party: str, stance: str) -> float:
    return len(_rounds_of(story, party, stance)) / max(1, len(story.played))


def _cold_peace(story: Story) -> Found:
    if len(story.played) < ENOUGH_ROUNDS or any(entry.left for entry in story.rounds):
        return
    shares = {
        stance: mean([_stance_share(story, party, stance) for party in story.parties])
        for stance in ("reciprocal", "opportunistic")
    }
    trust = story.end.numbers.mean_trust
    if shares["reciprocal"] >= MOSTLY and shares["opportunistic"] <= HARDLY and trust < ON_PAPER:
        rounds = [entry.round for entry in story.played]
        yield rounds, story.parties, {"share": shares["reciprocal"], "trust": trust}


def formal_moves(story: Story) -> list[int]:
    """The rounds in which somebody put more on paper, once per party that did."""
    at = TRAITS.index("formalise")
    moves = story.compiled.scenario.moves
    return [
        entry.round
        for entry in story.played
        for made in entry.moves
        if moves[made.move].traits()[at] >= FORMALISES and not made.vetoed
    ]


def _paper_wall(story: Story) -> Found:
    rounds = formal_moves(story)
    start, end = story.start.numbers, story.end.numbers
    fell = end.mean_trust < start.mean_trust
    if len(rounds) > 1 and fell and end.formal_overlap >= ON_PAPER:
        yield (
            rounds,
            story.parties,
            {
                "formal_overlap": end.formal_overlap,
                "trust_change": end.mean_trust - start.mean_trust,
            },
        )


def _one_sided_giving(story: Story) -> Found:
    if len(story.played) < ENOUGH_ROUNDS:
        return
    gives = {party: _stance_share(story, party, "trust-building") for party in story.parties}
    for giver, taker in story.pairs():
        if gives[giver] >= MOSTLY and gives[taker] <= SELDOM:
            rounds = _rounds_of(story, giver, "trust-building")
            yield rounds, (giver, taker), {"gives": gives[giver], "returns": gives[taker]}


def _never_questioned(story: Story) -> Found:
    negotiable = sum(thing.negotiable for thing in story.compiled.elements)
    proposed = any(entry.changes or entry.rejected for entry in story.timeline)
    if negotiable and not proposed:
        yield [], (), {"things": float(negotiable)}


def _changed_the_game(story: Story) -> Found:
    if rounds := _agreed(story):
        by = {c.by for e in story.timeline for c in e.changes if c.action != "part"}
        yield rounds, tuple(p for p in story.parties if p in by), {"changes": float(len(rounds))}


def _spoke_too_early(story: Story) -> Found:
    cost = {
        (entry.round, of): change
        for entry in story.timeline
        for about in entry.reasons.values()
        for of, reasons in about.items()
        if (change := reasons.get("talk", 0.0)) <= -TALK_COSTS
    }
    for party in story.parties:
        rounds = [number for number, of in cost if of == party]
        if rounds:
            worst = min(change for (_, of), change in cost.items() if of == party)
            yield rounds, (party,), {"trust_change": worst}


def _never_spoke(story: Story) -> Found:
    options = [each.option for moment in story.moments for each in moment.options]
    if all(option in CLOSED for option in options):
        yield [moment.round for moment in story.moments], (), {"moments": float(len(story.moments))}


def _repaired(story: Story) -> Found:
    for i, j in story.pairs():
        peak, fallen = 0.0, None
        for entry in story.timeline:
            trust = entry.numbers.trust[i][j]
            if fallen is None:
                peak = max(peak, trust)
                fallen = entry if trust <= peak - FALL else None
            elif trust >= peak - NEARLY_BACK:
                yield [fallen.round, entry.round], (i, j), {"before": peak, "trust": trust}
                break


def _broken_by_turnover(story: Story) -> Found:
    written = story.compiled.scenario.script.events
    for entry in story.timeline[1:]:
        gone = [each for each in entry.script_events if written[each.event].turnover]
        before = story.before(entry).numbers.mean_trust
        broke = any(later.left for later in story.timeline[entry.at :])
        # A newcomer can also be a fresh start: then it broke on something else.
        fell = entry.numbers.mean_trust < before
        if gone and fell and (broke or story.end.numbers.mean_trust < before - FALL):
            parties = tuple(each.party for each in gone if each.party)
            change = story.end.numbers.mean_trust - before
            yield [entry.round], parties, {"trust_change": change}


_RULES: dict[Pattern, Callable[[Story], Found]] = {
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
