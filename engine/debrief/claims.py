"""Findings as claims: how strong each is, what it names, and which exclude each other.

A claim of the debrief states when it is true (`codes.CODES`, the rule that found it), what it
rests on (its numbers and references), its cause where a paired replay shows one, and here which
others can't stand beside it. Of two that exclude each other the weaker is not told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from engine.debrief.codes import NOTHING
from engine.debrief.findings import (
    Evidence,
    Findings,
    Habit,
    PatternFound,
    Patterns,
    ShownCause,
    Story,
    Thesis,
    Turn,
)

# For whom two claims exclude each other: everybody, the same party, the same pair, or the same
# chapter.
Scope = Literal["table", "party", "pair", "chapter"]

EXCLUDES: tuple[tuple[str, str, Scope], ...] = (
    ("cooperation-with-trust", "no-cooperation-with-trust", "table"),
    ("opportunism-falls-with-trust", "opportunism-grows-with-trust", "table"),
    ("paper-wall", "paper-and-trust-grew", "table"),
    ("paper-without-trust", "paper-and-trust-grew", "table"),
    ("never-questioned", "changed-the-game", "table"),
    ("never-questioned", "players-changed", "table"),
    ("never-questioned", "change-refused", "table"),
    ("never-spoke", "changed-the-game", "table"),
    ("never-spoke", "players-changed", "table"),
    ("never-spoke", "difference-named", "table"),
    ("cold-peace", "early-betrayal", "table"),
    ("cold-peace", "late-betrayal", "table"),
    ("cold-peace", "hidden-guile", "table"),
    ("cold-peace", "hid-with-trust", "table"),
    ("cold-peace", "one-sided-giving", "table"),
    ("early-betrayal", "late-betrayal", "party"),
    ("one-sided-giving", "tit-for-tat", "party"),
    ("repaired", "ask-trust-lost", "pair"),
)

_SCOPES = {frozenset((one, other)): scope for one, other, scope in EXCLUDES}


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the debrief says. names: ids of what it mentions in the scenario."""

    code: str
    party: str | None = None
    other: str | None = None
    round: int | None = None
    at: int | None = None
    names: tuple[str, ...] = ()
    strength: float = 0.0
    cause: ShownCause | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """What it says of this play: in two plays with the same one, it says the same."""
        return self.code, self.party, self.other, self.round, self.names


def exclude(one: Claim, other: Claim) -> bool:
    """Whether the two can't both be told of one play."""
    scope = _SCOPES.get(frozenset((one.code, other.code)))
    return scope is not None and _share(one, other, scope)


def _share(one: Claim, other: Claim, scope: Scope) -> bool:
    if scope == "party":
        return one.party == other.party
    if scope == "pair":
        return (one.party, one.other) == (other.party, other.other)
    if scope == "chapter":
        return one.at == other.at and (
            one.party is None or other.party is None or one.party == other.party
        )
    return True


def claims(found: Findings, story: Story) -> tuple[Claim, ...]:
    """Everything that the debrief claims of a play, as that story's reader gets it."""
    evidence = [
        *(each for thesis in found.theses for each in (*thesis.in_favour, *thesis.against)),
        *found.feelings,
        *(asked.evidence for asked in found.questions if asked.evidence is not None),
    ]
    return (
        *(claim_of(each) for each in evidence if each.code != NOTHING),
        *(_of_pattern(each) for each in found.patterns.found),
        *_of_story(story),
    )


def claim_of(evidence: Evidence) -> Claim:
    """A piece of evidence as a claim."""
    refs = (ref.id for ref in evidence.refs.values())
    numbers = (str(evidence.numbers[each]) for each in _NAMING if each in evidence.numbers)
    return Claim(
        evidence.code, evidence.party, evidence.other, evidence.round, evidence.at,
        (*refs, *numbers), strength(evidence),
    )  # fmt: skip


# Pairs of numbers whose difference is what is claimed.
_FROM_TO = (
    ("whole", "after"), ("before", "after"), ("trust_start", "trust_end"), ("trust", "reliability"),
)  # fmt: skip
_COUNTED = frozenset({"times", "rounds", "repeats", "others", "asked", "count", "thesis"})


# Numbers that say which thesis is meant.
_NAMING = ("thesis",)


def strength(evidence: Evidence) -> float:
    """How much the claim amounts to, as a share: the size of the change or difference it tells."""
    numbers = evidence.numbers
    if "trust_change" in numbers:
        return abs(numbers["trust_change"])
    if "high_of" in numbers:
        high, low = (numbers[f"{side}_moves"] / numbers[f"{side}_of"] for side in ("high", "low"))
        return abs(high - low)
    for start, end in _FROM_TO:
        if start in numbers and end in numbers:
            return abs(numbers[end] - numbers[start])
    sizes = [abs(number) for name, number in numbers.items() if name not in _COUNTED]
    return min(1.0, max(sizes, default=0.0))


def _of_pattern(pattern: PatternFound) -> Claim:
    first = pattern.rounds[0] if pattern.rounds else None
    party = pattern.parties[0] if len(pattern.parties) in (1, 2) else None
    other = pattern.parties[1] if pattern.code in ("repaired", "one-sided-giving") else None
    sizes = [min(1.0, abs(number)) for number in pattern.numbers.values()]
    return Claim(pattern.code, party, other, first, strength=max(sizes, default=0.0))


def _of_story(story: Story) -> Iterator[Claim]:
    yield from (_of_turn(turn) for turn in story.turns)
    for name, lie in (("story-lie", story.lie), ("story-told", story.told)):
        if lie is not None:
            of = lie.outs[0].of if len(lie.outs) == 1 else None
            yield Claim(name, lie.by, of, lie.round, names=(lie.move.id,))
    for name, doubt in (("story-doubt", story.doubt), ("story-doubted", story.doubted)):
        if doubt is not None:
            yield Claim(name, doubt.by, doubt.of, doubt.round, names=(doubt.move.id,))
    if story.habit is not None:
        yield _of_habit(story.habit)
    if story.rule is not None:
        yield Claim("story-rule", names=(story.rule.thing.id,))


def _of_turn(turn: Turn) -> Claim:
    refs = (turn.move, turn.event, turn.phase)
    names = tuple(ref.id for ref in refs if ref is not None)
    return Claim(
        f"story-{turn.kind}",
        turn.by,
        turn.of,
        turn.round,
        turn.at,
        names,
        turn.strength,
        turn.cause,
    )


def _of_habit(habit: Habit) -> Claim:
    named = (habit.thing.id,) if habit.thing is not None else ()
    times = (str(habit.times), *map(str, habit.rounds))
    share = habit.times / habit.chances
    return Claim(f"story-{habit.kind}", habit.party, names=(*named, *times), strength=share)


# --- settling ---------------------------------------------------------------------------------


def settled(theses: Sequence[Thesis], patterns: Patterns) -> tuple[tuple[Thesis, ...], Patterns]:
    """The theses and patterns without what a stronger finding excludes."""
    told = [
        *(claim_of(e) for thesis in theses for e in (*thesis.in_favour, *thesis.against)),
        *(_of_pattern(each) for each in patterns.found),
    ]
    out = {
        weaker
        for at, one in enumerate(told)
        for other in told[at + 1 :]
        if exclude(one, other)
        for weaker in [min(one, other, key=lambda each: each.strength)]
    }
    if not out:
        return tuple(theses), patterns

    def left(side: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(e for e in side if claim_of(e) not in out) or (Evidence(NOTHING),)

    return (
        tuple(
            replace(thesis, in_favour=left(thesis.in_favour), against=left(thesis.against))
            for thesis in theses
        ),
        replace(patterns, found=tuple(p for p in patterns.found if _of_pattern(p) not in out)),
    )
