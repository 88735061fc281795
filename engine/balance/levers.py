"""What an author could write differently, one number or switch at a time.

A lever is a place in the scenario and another value for it, so that whatever is said of it can be
pasted at that place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.scenario.aiming import is_that
from engine.scenario.schema import (
    SHIFTS,
    Adoptable,
    Bound,
    Condition,
    Element,
    Move,
    Phase,
    Role,
    Scenario,
    StartingPoint,
    written_name,
)
from engine.scenario.vocabulary import TRAITS

Place = tuple[str | int, ...]
LeverKind = Literal[
    "start", "balance", "trait", "threshold", "hollow", "switch", "effect", "rounds", "chance",
    "calls",
]  # fmt: skip
# By how much a number is changed to see whether it matters: design choice, enough to be seen in
# some hundred plays and within what an author would do.
FIRST_STEP: Mapping[LeverKind, int] = {
    "start": 15, "balance": 15, "trait": 20, "threshold": 10, "hollow": 15, "switch": 1,
    "effect": 5, "rounds": 1, "chance": 30, "calls": 1,
}  # fmt: skip
# And by which steps, in that measure, one looks for the smallest change that will do.
_STEPS = {"rounds": (1, 2), "calls": (1, 2), "switch": (1,), "effect": (3, 5, 10)}
_FINER = (5, 10, 15, 20, 30, 45)
MOST_STEPS = len(_FINER)
# What fewer plays than this come to can hardly matter: design choice.
OFTEN = 0.10
_MOST_ROUNDS, _MOST_CALLS, _MOST_EXIT_COST, _WIDEST = 12, 3, 60, 30  # as the format has them
_NEUTRAL = 50  # of `institution`, see Alliance.start


@dataclass(frozen=True, slots=True)
class Lever:
    """A place, what it is now, and another value. lowest, highest: what may be written there."""

    kind: LeverKind
    place: Place
    now: int
    to: int
    lowest: int = 0
    highest: int = 100

    def steps(self, direction: int) -> tuple["Lever", ...]:
        """The same lever, moved further and further that way (1 or -1)."""
        if self.kind == "switch":
            return (self,) if direction == self.to - self.now else ()
        sizes = _STEPS.get(self.kind, _FINER)
        moved = [self.now + direction * size for size in sizes]
        return tuple(replace(self, to=to) for to in moved if self.lowest <= to <= self.highest)

    @property
    def direction(self) -> int:
        """1 if it is moved up, -1 if down."""
        return 1 if self.to > self.now else -1

    @property
    def size(self) -> float:
        """How large the change is, in first steps of its kind."""
        return abs(self.to - self.now) / FIRST_STEP[self.kind]

    @property
    def written(self) -> int | bool:
        """The other value, as it is written there."""
        return bool(self.to) if self.kind == "switch" else self.to


def applied(compiled: CompiledScenario, lever: Lever) -> CompiledScenario:
    """The scenario with that one thing changed."""
    return compile_scenario(_changed(compiled.scenario, lever.place, lever.written))


def _changed(part: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    name, rest = place[0], place[1:]
    if isinstance(part, BaseModel):
        field = str(name)
        return part.model_copy(update={field: _changed(getattr(part, field), rest, value)})
    if isinstance(part, Mapping):
        # A move that is aimed is written once, whomever it is aimed at.
        return {key: _changed(each, rest, value) if is_that(str(key), str(name)) else each
                for key, each in part.items()}  # fmt: skip
    return tuple(
        _changed(each, rest, value) if at == name else each for at, each in enumerate(part)
    )


def levers(compiled: CompiledScenario, met: Mapping[str, Mapping[str, float]]) -> tuple[Lever, ...]:
    """Everything that is tried in this scenario, each moved by its first step.

    met: by chapter the share of plays in which each thing occurred; what hardly any play comes to
    is not tried, except to bring it in or leave it out.
    """
    scenario = compiled.scenario
    return (
        *_starts(compiled),
        *_balances(scenario),
        *_switches(scenario),
        *_rounds(scenario),
        *_thresholds(scenario),
        *(each for each in _effects(scenario) if _occurs(each, met)),
        *_chances(scenario),
        *(each for each in _traits(scenario) if _occurs(each, met)),
    )


def _occurs(lever: Lever, met: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether enough plays come to the thing that the lever is on; a place is where it is."""
    chapter, name = str(lever.place[0]), str(lever.place[1])
    if chapter == "script":
        chapter, name = name, str(lever.place[2])
    if chapter == "parties":
        chapter, name = "roles", f"{name}.{lever.place[3]}"
    shares = [share for each, share in met.get(chapter, {}).items() if is_that(each, name)]
    return max(shares, default=1.0) >= OFTEN


def _lever(
    kind: LeverKind, place: Place, now: int, lowest: int = 0, highest: int = 100
) -> Iterator[Lever]:
    """The lever moved by its first step: towards where there is more room."""
    step = FIRST_STEP[kind]
    up = highest - now >= now - lowest
    to = now + step if up else now - step
    if lowest <= to <= highest:
        yield Lever(kind, place, now, to, lowest, highest)


def _starts(compiled: CompiledScenario) -> Iterator[Lever]:
    start = compiled.scenario.starting_point
    for name in StartingPoint.model_fields:
        if name == "pairs":
            continue  # they are set apart from the rest on purpose
        given = getattr(start, name)
        now = _default(compiled, name) if given is None else given
        most = _MOST_EXIT_COST if name == "exit_cost" else 100
        yield from _lever("start", ("starting_point", name), now, highest=most)


def _default(compiled: CompiledScenario, name: str) -> int:
    """What the alliance starts from where the author does not say, in points."""
    if name == "institution":
        return _NEUTRAL
    of_form = name in compiled.form._fields
    return round(100 * float(getattr(compiled.form if of_form else compiled.parameters, name)))


def _balances(scenario: Scenario) -> Iterator[Lever]:
    for name, party in scenario.parties.items():
        yield from _lever("balance", ("parties", name, "internal_balance"), party.internal_balance)


def _switches(scenario: Scenario) -> Iterator[Lever]:
    """What can be in force from the start or not. Only what players may change as well: of that it
    is certain that nobody gets stuck.
    """
    for place, part in _things(scenario):
        if not part.negotiable.allowed or not hasattr(part, "starts"):
            continue
        if isinstance(part, Phase) and (place[-1] == scenario.script.start):
            continue
        if isinstance(part, Role) and scenario.parties[str(place[1])].lead == place[-1]:
            continue
        now = int(part.starts)
        yield Lever("switch", (*place, "starts"), now, 1 - now, 0, 1)


def _things(scenario: Scenario) -> Iterator[tuple[Place, Adoptable | Element | Phase | Role]]:
    for chapter in ("rules", "rituals", "props", "decor"):
        for name, thing in getattr(scenario, chapter).items():
            yield (chapter, name), thing
    for party, sat in scenario.parties.items():
        for name, role in sat.roles.items():
            yield ("parties", party, "roles", name), role
    for name, phase in scenario.script.phases.items():
        yield ("script", "phases", name), phase


def _moves(scenario: Scenario) -> Iterator[tuple[str, Move]]:
    """The moves as the author wrote them: once, whomever they can be aimed at."""
    yield from {written_name(name): move for name, move in scenario.moves.items()}.items()


def _rounds(scenario: Scenario) -> Iterator[Lever]:
    for name, phase in scenario.script.phases.items():
        if phase.rounds is not None:
            low, high = phase.negotiable.between or (1, _MOST_ROUNDS)
            place = ("script", "phases", name, "rounds")
            yield from _lever("rounds", place, phase.rounds, max(1, low), min(_MOST_ROUNDS, high))
    if scenario.script.called:
        yield from _lever("calls", ("script", "calls"), scenario.script.calls, highest=_MOST_CALLS)


# --- thresholds -------------------------------------------------------------------------------

_SHARES = (
    "trust", "reliability", "risk", "safety", "exposure", "internal_balance", "formal_overlap",
    "understanding", "lock_in",
)  # fmt: skip


def _thresholds(scenario: Scenario) -> Iterator[Lever]:
    """The bounds in points of what decides where a play goes."""
    for place, condition in _conditions(scenario):
        yield from _bounds(place, condition)
    for name, ritual in scenario.rituals.items():
        if ritual.hollow_below:
            yield from _lever("hollow", ("rituals", name, "hollow_below"), ritual.hollow_below)


def _conditions(scenario: Scenario) -> Iterator[tuple[Place, Condition]]:
    script = scenario.script
    for name, phase in script.phases.items():
        for at, branch in enumerate(phase.next):
            yield ("script", "phases", name, "next", at, "when"), branch.when
    for name, event in script.events.items():
        yield ("script", "events", name, "when"), event.when
    for name, move in _moves(scenario):
        if move.when is not None:
            yield ("moves", name, "when"), move.when
    for name, ending in scenario.endings.items():
        yield ("endings", name, "when"), ending.when


def _bounds(place: Place, condition: Condition) -> Iterator[Lever]:
    for name in _SHARES:
        bound: Bound | None = getattr(condition, name)
        for end in ("at_least", "at_most", "below", "above"):
            if bound is not None and (now := getattr(bound, end)) is not None:
                yield from _lever("threshold", (*place, name, end), now)
    parts: Iterable[tuple[Place, Condition]] = [
        *(((*place, "all", at), part) for at, part in enumerate(condition.all)),
        *(((*place, "any", at), part) for at, part in enumerate(condition.any)),
        *([((*place, "not_"), condition.not_)] if condition.not_ is not None else []),
    ]
    for inner, part in parts:
        yield from _bounds(inner, part)


# --- what things do ---------------------------------------------------------------------------


def _effects(scenario: Scenario) -> Iterator[Lever]:
    events = ((("script", "events", n), e) for n, e in scenario.script.events.items())
    for place, thing in (*_things(scenario), *events):
        if isinstance(thing, Phase):
            continue
        for name in SHIFTS:
            if (now := getattr(thing.effect, name)) is not None:
                lowest, highest = (
                    (0, _MOST_EXIT_COST) if name == "exit_cost" else (-_WIDEST, _WIDEST)
                )
                yield from _lever("effect", (*place, "effect", name), now, lowest, highest)


def _chances(scenario: Scenario) -> Iterator[Lever]:
    for name, event in scenario.script.events.items():
        if event.on is None:
            yield from _lever("chance", ("script", "events", name, "chance"), event.chance)


def _traits(scenario: Scenario) -> Iterator[Lever]:
    """Of each move the trait that it has most of, what it takes and what it hides."""
    for name, move in _moves(scenario):
        sizes = dict(zip(TRAITS, move.traits(), strict=True))
        most = max(sizes, key=lambda trait: sizes[trait])
        for trait in dict.fromkeys((most, "claim", "guile")):
            if sizes[trait]:
                yield from _lever("trait", ("moves", name, trait), round(100 * sizes[trait]))
