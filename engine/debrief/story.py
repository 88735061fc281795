"""A play told in order: events read into a timeline, which the other findings look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from engine.debrief.findings import (
    ChangeMade,
    MoveMade,
    Numbers,
    Occurrence,
    OptionTaken,
    Ref,
    Repair,
    Seen,
    TimelineEntry,
)
from engine.play.circumstances import limited
from engine.play.compiled import CompiledScenario
from engine.play.state import Choice, Event, Stage, State
from engine.scenario.vocabulary import TRAITS

GUILE = TRAITS.index("guile")
ABOUT_OTHERS = (
    "trust", "reliability", "ceiling", "perceived_risk", "p_star", "confidence", "exposure",
)  # fmt: skip
OWN = ("safety", "internal_balance", "value", "payoff")
SHARED = ("formal_overlap", "understanding", "lock_in", "transaction_cost")
MOMENT_STAGES = (Stage.DIFFERENCES, Stage.BOTTLENECKS, Stage.ALTERNATIVES, Stage.DECISION)


@dataclass(frozen=True)
class Story:
    """A play as the debrief reads it.

    states: after each step; choices[k] were made in states[k]. Where there are none, nothing can
    be forked, and what needs the state is left out.
    """

    compiled: CompiledScenario
    timeline: tuple[TimelineEntry, ...]
    events: tuple[Event, ...]
    states: tuple[State, ...] = ()
    choices: tuple[Mapping[str, Choice], ...] = ()
    seats: Mapping[str, str] = field(default_factory=dict)

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the parties."""
        return self.compiled.parties

    @property
    def start(self) -> TimelineEntry:
        """Where the alliance stood before the first round."""
        return self.timeline[0]

    @property
    def end(self) -> TimelineEntry:
        """Where it stood at the end."""
        return self.timeline[-1]

    @property
    def rounds(self) -> tuple[TimelineEntry, ...]:
        """The rounds in order."""
        return tuple(entry for entry in self.timeline if entry.kind == "round")

    @property
    def played(self) -> tuple[TimelineEntry, ...]:
        """The rounds that were played out; one in which somebody walked out was not."""
        return tuple(entry for entry in self.rounds if not entry.left)

    @property
    def moments(self) -> tuple[TimelineEntry, ...]:
        """The reflection moments in order."""
        return tuple(entry for entry in self.timeline if entry.kind == "moment")

    def before(self, entry: TimelineEntry) -> TimelineEntry:
        """The entry before this one; there is always one, but for the start."""
        return self.timeline[entry.at - 1]

    def next_round(self, entry: TimelineEntry) -> TimelineEntry | None:
        """The first round after this entry."""
        return next((each for each in self.timeline[entry.at + 1 :] if each.kind == "round"), None)

    def step_before(self, entry: TimelineEntry) -> int | None:
        """The index of the state in which the moves of this round were chosen."""
        for at, state in enumerate(self.states):
            if state.stage is Stage.ROUND and int(state.world.round[0]) == entry.round - 1:
                return at
        return None

    def state_before(self, entry: TimelineEntry) -> State | None:
        """The state in which the moves of this round were chosen."""
        at = self.step_before(entry)
        return None if at is None else self.states[at]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every (i, j): party i about party j."""
        return ((i, j) for i in self.parties for j in self.parties if i != j)

    def trust_change(self, entry: TimelineEntry, i: str, j: str) -> float:
        """How i's trust in j changed over this entry."""
        return entry.numbers.trust[i][j] - self.before(entry).numbers.trust[i][j]


def mean(values: Sequence[float]) -> float:
    """The mean; of nothing, 0."""
    return sum(values) / len(values) if values else 0.0


def move_of(entry: TimelineEntry, party: str) -> MoveMade | None:
    """What that party played in this round."""
    return next((move for move in entry.moves if move.party == party), None)


def thing_ref(compiled: CompiledScenario, chapter: str, name: str) -> Ref:
    """An element of the game; of the script's own `part`, without a name."""
    at = compiled.index.get(f"{chapter}/{name}")
    return Ref("thing", name, compiled.elements[at].name if at is not None else None)


def move_ref(compiled: CompiledScenario, move: str) -> Ref:
    """A move, by its title."""
    return Ref("move", move, compiled.scenario.moves[move].title)


def phase_ref(compiled: CompiledScenario, phase: str) -> Ref:
    """A phase, by its name."""
    return Ref("phase", phase, compiled.scenario.script.phases[phase].name)


def event_ref(compiled: CompiledScenario, event: str) -> Ref:
    """An event of the script, by its name."""
    return Ref("event", event, compiled.scenario.script.events[event].name)


def tell(
    compiled: CompiledScenario,
    events: Sequence[Event],
    states: Sequence[State] = (),
    choices: Sequence[Mapping[str, Choice]] = (),
    seats: Mapping[str, str] | None = None,
) -> Story:
    """The story of those events."""
    entries = [_start(compiled, events)]
    for chapter in _chapters(events):
        entries.append(_entry(compiled, chapter, entries[-1], len(entries)))
    story = Story(
        compiled, tuple(entries), tuple(events), tuple(states), tuple(choices), dict(seats or {})
    )
    return replace(story, timeline=tuple(_as_ruled(story, entry) for entry in entries))


def _as_ruled(story: Story, entry: TimelineEntry) -> TimelineEntry:
    """The entry in which a move that the rules left no guile in has none."""
    state = story.state_before(entry) if entry.kind == "round" else None
    if state is None:
        return entry
    compiled = story.compiled
    played = np.array([[compiled.moves.index(move.move.id) for move in entry.moves]])
    traits = limited(compiled, state.world, compiled.traits[played])[0]
    return replace(
        entry,
        moves=tuple(
            replace(move, guile=bool(traits[at, GUILE] > 0)) for at, move in enumerate(entry.moves)
        ),
    )


@dataclass
class _Chapter:
    """The events of one round or one reflection moment."""

    kind: str
    round: int
    phase: str
    decor: str | None
    events: list[Event] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Mapping[str, Any]]:
        return [event.data for event in self.events if event.kind in kinds]


# What tells of a place without being an act in it.
_SETTING = ("phase", "lines", "answer", "ended")


def _chapters(events: Sequence[Event]) -> list[_Chapter]:
    chapters: list[_Chapter] = []
    rituals: list[Event] = []
    decor: str | None = None
    for event in events:
        if event.kind == "phase":
            decor = event.data.get("decor", decor)
        if event.kind in _SETTING:
            continue
        if event.kind == "ritual":
            rituals.append(event)
            continue
        if event.kind in ("left", "parted") and chapters:
            chapters[-1].events.append(event)
            continue
        kind = "moment" if event.stage in MOMENT_STAGES else "round"
        if not chapters or _opens_another(chapters[-1], event, kind):
            chapters.append(_Chapter(kind, event.round, event.phase, decor))
            chapters[-1].events += rituals
            rituals = []
        chapters[-1].events.append(event)
        if event.kind == "changed" and event.data["action"] == "move":
            decor = event.data["after"]
    return chapters


def _opens_another(last: _Chapter, event: Event, kind: str) -> bool:
    if kind != last.kind:
        return True
    if kind == "round":
        return event.round != last.round
    begins = event.kind == "option" and event.data["step"] == "differences"
    return begins and bool(last.of("reflected"))


def _start(compiled: CompiledScenario, events: Sequence[Event]) -> TimelineEntry:
    opening = next((event for event in events if event.kind == "phase"), None)
    phase = opening.data["phase"] if opening else compiled.scenario.script.start
    first = next((event for event in events if event.kind in ("numbers", "reflected")), None)
    return TimelineEntry(
        kind="start",
        at=0,
        round=0,
        phase=phase_ref(compiled, phase),
        decor=_decor(compiled, opening.data.get("decor") if opening else None),
        numbers=_numbers(first.data["before"] if first else _unmeasured(compiled)),
    )


def _unmeasured(compiled: CompiledScenario) -> dict[str, dict[str, Any]]:
    """Numbers of a play in which nothing was measured yet: all zero."""
    others = {i: {j: 0.0 for j in compiled.parties if j != i} for i in compiled.parties}
    return {
        party: {
            name: others[party] if name in ABOUT_OTHERS else 0.0
            for name in (*ABOUT_OTHERS, *OWN, *SHARED)
        }
        for party in compiled.parties
    }


def _decor(compiled: CompiledScenario, decor: str | None) -> Ref | None:
    return thing_ref(compiled, "decor", decor) if decor else None


def _entry(
    compiled: CompiledScenario, chapter: _Chapter, last: TimelineEntry, at: int
) -> TimelineEntry:
    measured = next(reversed(chapter.of("numbers", "reflected")), None)
    is_moment = chapter.kind == "moment"
    before = _numbers(measured["before"]) if measured else last.numbers
    after = _numbers(measured["after"]) if measured else last.numbers
    return TimelineEntry(
        kind="moment" if is_moment else "round",
        at=at,
        round=chapter.round,
        phase=phase_ref(compiled, chapter.phase),
        decor=_decor(compiled, chapter.decor),
        numbers=after,
        moves=tuple(_move(compiled, data) for data in chapter.of("move")),
        occasions=tuple(_occurrence(compiled, data) for data in chapter.of("occasion")),
        seen=tuple(_seen(compiled, chapter)),
        repairs=tuple(
            Repair(data["party"], data["to"], data["type"], data["change"])
            for data in chapter.of("repair")
        ),
        reasons=measured.get("reasons", {}) if measured else {},
        rituals=_rituals(compiled, chapter.of("ritual")),
        hollow_rituals=_rituals(compiled, [d for d in chapter.of("ritual") if d["hollow"]]),
        called_by=tuple(data["party"] for data in chapter.of("called")),
        options=tuple(
            OptionTaken(data["step"], data["party"], data["option"])
            for data in chapter.of("option")
        ),
        changes=tuple(
            _change(compiled, chapter, at, data, consent=tuple(data["consent"]))
            for data in chapter.of("changed")
        ),
        rejected=tuple(
            _change(compiled, chapter, at, data, against=tuple(data["against"]))
            for data in chapter.of("rejected")
            if data["against"]  # else somebody else had made the same proposal
        ),
        quality=float(measured["quality"]) if measured and is_moment else None,
        trust_before=before.mean_trust if is_moment else None,
        trust_after=after.mean_trust if is_moment else None,
        left=tuple(data["party"] for data in chapter.of("left")),
        parted=bool(chapter.of("parted")),
    )


def _move(compiled: CompiledScenario, data: Mapping[str, Any]) -> MoveMade:
    move = compiled.scenario.moves[data["move"]]
    return MoveMade(
        party=data["party"],
        move=move_ref(compiled, data["move"]),
        stance=move.stance,
        face=move.face_stance,
        guile=move.traits()[GUILE] > 0,
        slipped=bool(data["slipped"]),
        vetoed=bool(data["vetoed"]),
    )


def _rituals(compiled: CompiledScenario, held: list[Mapping[str, Any]]) -> tuple[Ref, ...]:
    return tuple(thing_ref(compiled, "rituals", data["ritual"]) for data in held)


def _occurrence(compiled: CompiledScenario, data: Mapping[str, Any]) -> Occurrence:
    event = data["event"]
    turnover = compiled.scenario.script.events[event].turnover
    return Occurrence(event_ref(compiled, event), data.get("party"), turnover)


def _seen(compiled: CompiledScenario, chapter: _Chapter) -> Iterator[Seen]:
    for event in chapter.events:
        data = event.data
        if event.kind == "discovered":
            moves = tuple(move_ref(compiled, move) for move in data["moves"])
            yield Seen("discovered", data["by"], data["of"], moves, data["how"])
        elif event.kind == "suspected":
            yield Seen("suspected", data["by"], data["of"])


def _change(
    compiled: CompiledScenario,
    chapter: _Chapter,
    at: int,
    data: Mapping[str, Any],
    consent: tuple[str, ...] = (),
    against: tuple[str, ...] = (),
) -> ChangeMade:
    return ChangeMade(
        round=chapter.round,
        at=at,
        by=data["by"],
        chapter=data["chapter"],
        thing=thing_ref(compiled, data["chapter"], data["name"]),
        action=data["action"],
        before=data.get("before"),
        after=data.get("after", data.get("amount")),
        consent=consent,
        against=against,
    )


def _numbers(measures: Mapping[str, Mapping[str, Any]]) -> Numbers:
    def about(name: str) -> dict[str, dict[str, float]]:
        return {
            i: {j: float(x) for j, x in of[name].items() if j != i} for i, of in measures.items()
        }

    def own(name: str) -> dict[str, float]:
        return {i: float(of[name]) for i, of in measures.items()}

    def shared(name: str) -> float:
        return mean(list(own(name).values()))

    trust, safety = about("trust"), own("safety")
    mean_trust = mean([x for row in trust.values() for x in row.values()])
    understanding = shared("understanding")
    return Numbers(
        trust=trust,
        reliability=about("reliability"),
        ceiling=about("ceiling"),
        perceived_risk=about("perceived_risk"),
        real_risk=about("p_star"),
        confidence=about("confidence"),
        exposure=about("exposure"),
        safety=safety,
        internal_balance=own("internal_balance"),
        value=own("value"),
        payoff=own("payoff"),
        mean_trust=mean_trust,
        formal_overlap=shared("formal_overlap"),
        understanding=understanding,
        lock_in=shared("lock_in"),
        transaction_cost=shared("transaction_cost"),
        maturity=mean([mean_trust, mean(list(safety.values())), understanding]),
    )
