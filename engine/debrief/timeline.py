"""The events of a play put in order as a timeline, which the other findings are based on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, TypeVar, assert_never

from engine.debrief.findings import (
    ChangeMade,
    Moved,
    Ref,
    SceneMade,
    Silence,
    Taken,
    TimelineEntry,
)
from engine.play.compiled import CompiledScenario
from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    Ended,
    Event,
    Exchanged,
    GameChanged,
    KeptBack,
    LinesTold,
    Measured,
    MomentCalled,
    MoveMade,
    OptionTaken,
    OwnedUp,
    Parted,
    PersonArrived,
    PhaseOpened,
    Predicted,
    Proposed,
    Reason,
    Reckoned,
    Reflected,
    Repaired,
    Replied,
    Responded,
    RitualHeld,
    ScriptEventOccurred,
    Suspected,
    Voted,
    WalkedOut,
)
from engine.play.events.kinds import Standing, TrustReasons
from engine.play.measures import About, Measures
from engine.play.measuring import measure
from engine.play.state import Choice, Stage, State
from engine.play.step import initial
from engine.play.trace import StoodIn, TrustStated
from engine.scenario.schema import Text
from engine.scenario.vocabulary import KINDS

# What in a reflection moment says nothing of what chafes.
CLOSED = ("joke-away", "keep-quiet")
MOMENT_STAGES = (Stage.DIFFERENCES, Stage.BOTTLENECKS, Stage.ALTERNATIVES, Stage.DECISION)
E = TypeVar("E", bound=Event)


@dataclass(frozen=True)
class Timeline:
    """A play as the debrief sees it.

    states: after each step; choices[k] were made in states[k]. Where there are none, nothing can
    be forked, and findings that need a state are left out.
    """

    compiled: CompiledScenario
    entries: tuple[TimelineEntry, ...]
    events: tuple[Event, ...]
    states: tuple[State, ...] = ()
    choices: tuple[Mapping[str, Choice], ...] = ()
    seats: Mapping[str, str] = field(default_factory=dict)
    trust: tuple[TrustStated, ...] = ()
    stood_in: tuple[StoodIn, ...] = ()
    # By entry, trust with one thing taken out, see `causes.without_each`; each is replayed once.
    replays: dict[int, Mapping[Taken, About]] = field(default_factory=dict, compare=False)

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the parties."""
        return self.compiled.parties

    @property
    def start(self) -> TimelineEntry:
        """Where the alliance stood before the first round."""
        return self.entries[0]

    @property
    def end(self) -> TimelineEntry:
        """Where the alliance stood at the end."""
        return self.entries[-1]

    @property
    def rounds(self) -> tuple[TimelineEntry, ...]:
        """The rounds in order."""
        return tuple(entry for entry in self.entries if entry.kind == "round")

    @property
    def played(self) -> tuple[TimelineEntry, ...]:
        """The rounds that were completed; one in which somebody walked out was not, unless the
        others went on.

        Whoever walks out of a confrontation does so after the round.
        """
        return tuple(entry for entry in self.rounds if not entry.left or entry.scenes or entry.went)

    @property
    def moments(self) -> tuple[TimelineEntry, ...]:
        """The reflection moments in order."""
        return tuple(entry for entry in self.entries if entry.kind == "moment")

    @property
    def broken_off(self) -> tuple[TimelineEntry, ...]:
        """The rounds in which somebody walked out, so that nothing came of the moves."""
        played = self.played
        return tuple(entry for entry in self.rounds if entry not in played)

    def number_of(self, scene: SceneMade) -> int:
        """Which of the confrontations of the play that is, from 0: a round can have several."""
        made = (each for entry in self.entries for each in entry.scenes)
        return next(number for number, each in enumerate(made) if each is scene)

    def before(self, entry: TimelineEntry) -> TimelineEntry:
        """The entry before this one; every entry but the start has one."""
        return self.entries[entry.at - 1]

    def next_round(self, entry: TimelineEntry) -> TimelineEntry | None:
        """The first round after this entry."""
        return next((each for each in self.entries[entry.at + 1 :] if each.kind == "round"), None)

    def last_before_next_round(self, entry: TimelineEntry) -> TimelineEntry:
        """That entry, or the last of the moments that followed it."""
        later = self.next_round(entry)
        return self.entries[later.at - 1] if later is not None else self.end

    def step_before(self, entry: TimelineEntry) -> int | None:
        """The index of the state in which the moves of this round were chosen."""
        return self._steps.get(entry.round - 1)

    @cached_property
    def _steps(self) -> Mapping[int, int]:
        """By the rounds played until then, the first state in which moves were chosen."""
        found: dict[int, int] = {}
        for at, state in enumerate(self.states):
            if state.stage is Stage.ROUND:
                found.setdefault(int(state.world.round[0]), at)
        return found

    @cached_property
    def measured(self) -> Mapping[int, Measured]:
        """By round, what was measured at its end, before anything came of it."""
        found: dict[int, Measured] = {}
        for event in self.events:
            if isinstance(event, Measured):
                found.setdefault(event.round, event)
        return found

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


def as_shown(share: float) -> float:
    """The share as it is shown, in whole points of 0-100.

    A difference that is told is one between shown figures, so that a reader can add it up.
    """
    return round(100 * share) / 100


def mean_shown(about: About, without: Collection[str] = ()) -> float:
    """The mean of what each thinks of each other, as a reader works it out from the figures shown;
    a half goes up. without: who has left, whom it does not count.
    """
    shown = [
        round(100 * share)
        for party, row in about.items()
        for other, share in row.items()
        if party not in without and other not in without
    ]
    return (2 * sum(shown) + len(shown)) // (2 * len(shown)) / 100 if shown else 0.0


def change_shown(before: float, after: float) -> float:
    """How a figure changed, as a reader works it out from the figures shown."""
    return (round(100 * after) - round(100 * before)) / 100


def mean(values: Sequence[float]) -> float:
    """The mean, or 0 if there are no values."""
    return sum(values) / len(values) if values else 0.0


def move_of(entry: TimelineEntry, party: str) -> MoveMade | None:
    """What that party played in this round."""
    return next((move for move in entry.moves if move.party == party), None)


def thing_ref(compiled: CompiledScenario, chapter: str, name: str) -> Ref:
    """An element of the game; of the script's own `part`, without a name."""
    at = compiled.index.get(f"{chapter}/{name}")
    return Ref("thing", name, compiled.elements[at].name if at is not None else None)


def leaves(timeline: Timeline, move: str) -> bool:
    """Whether that move is walking out."""
    return KINDS[timeline.compiled.scenario.moves[move].kind].leaves


def move_ref(compiled: CompiledScenario, move: str) -> Ref:
    """A move, by its title."""
    return Ref("move", move, compiled.scenario.moves[move].title)


def phase_ref(compiled: CompiledScenario, phase: str) -> Ref:
    """A phase, by its name."""
    return Ref("phase", phase, compiled.scenario.script.phases[phase].name)


def event_ref(compiled: CompiledScenario, event: str) -> Ref:
    """An event of the script, by its name, and what its author wrote of it."""
    written = compiled.scenario.script.events[event]
    return Ref("event", event, written.name, written.text)


def build_timeline(
    compiled: CompiledScenario,
    events: Sequence[Event],
    states: Sequence[State] = (),
    choices: Sequence[Mapping[str, Choice]] = (),
    seats: Mapping[str, str] | None = None,
) -> Timeline:
    """The timeline of those events."""
    entries = [_start(compiled, events, states)]
    for chapter in _chapters(events):
        entries.append(_entry(compiled, chapter, entries[-1]))
    return Timeline(
        compiled, tuple(entries), tuple(events), tuple(states), tuple(choices), dict(seats or {})
    )


@dataclass
class _Chapter:
    """The events of one round or one reflection moment."""

    kind: Literal["round", "moment"]
    round: int
    phase: str
    decor: str | None
    events: list[Event] = field(default_factory=list)

    def of(self, kind: type[E]) -> tuple[E, ...]:
        return tuple(event for event in self.events if isinstance(event, kind))


class _Chapters:
    """Sorts events into chapters, in the order in which they happened."""

    def __init__(self) -> None:
        self.chapters: list[_Chapter] = []
        self._rituals: list[Event] = []
        self._decor: str | None = None

    def add(self, event: Event) -> None:
        match event:
            case PhaseOpened(decor=decor):
                self._decor = decor
            case LinesTold() | PersonArrived() | Exchanged() | Ended() | Proposed() | Voted():
                pass  # what is said, and what comes again once it is decided
            case RitualHeld():
                self._rituals.append(event)
            case KeptBack() | Confronted() | Replied() | Responded() | Reckoned():
                # A scene belongs to the round or moment that it comes of.
                self.chapters[-1].events.append(event)
            case WalkedOut() | Parted() if self.chapters:
                self.chapters[-1].events.append(event)
            case GameChanged(action="move", after=str(after)):
                self._act(event)
                self._decor = after
            case (
                Predicted()
                | MoveMade()
                | MomentCalled()
                | WalkedOut()
                | OwnedUp()
                | Discovered()
                | Suspected()
                | Repaired()
                | ScriptEventOccurred()
                | Measured()
                | OptionTaken()
                | GameChanged()
                | ChangeRefused()
                | Reflected()
                | Parted()
            ):
                self._act(event)
            case _:
                assert_never(event)

    def _act(self, event: Event) -> None:
        kind: Literal["round", "moment"] = "moment" if event.stage in MOMENT_STAGES else "round"
        if not self.chapters or _opens_another(self.chapters[-1], event, kind):
            chapter = _Chapter(kind, event.round, event.phase, self._decor, self._rituals)
            self.chapters.append(chapter)
            self._rituals = []
        self.chapters[-1].events.append(event)


def _chapters(events: Sequence[Event]) -> list[_Chapter]:
    sorted_ = _Chapters()
    for event in events:
        sorted_.add(event)
    return sorted_.chapters


def _opens_another(last: _Chapter, event: Event, kind: str) -> bool:
    if kind != last.kind:
        return True
    if kind == "round":
        return event.round != last.round
    begins = isinstance(event, OptionTaken) and event.step == "differences"
    return begins and bool(last.of(Reflected))


def _start(
    compiled: CompiledScenario, events: Sequence[Event], states: Sequence[State]
) -> TimelineEntry:
    opening = next((event for event in events if isinstance(event, PhaseOpened)), None)
    first = next((event for event in events if isinstance(event, Measured | Reflected)), None)
    return TimelineEntry(
        kind="start",
        at=0,
        round=0,
        phase=phase_ref(compiled, opening.phase if opening else compiled.scenario.script.start),
        decor=_decor(compiled, opening.decor if opening else None),
        numbers=_read(first.before if first else _unmeasured(compiled, states)),
    )


def _read(numbers: Measures) -> Measures:
    """The numbers with mean trust as a reader works it out."""
    return replace(numbers, mean_trust=mean_shown(numbers.trust, numbers.without))


def _unmeasured(compiled: CompiledScenario, states: Sequence[State]) -> Measures:
    """The measures of a play in which nothing has been measured yet."""
    opening = states[0] if states else initial(compiled, seed=0).state
    return measure(compiled, opening.world)


def _decor(compiled: CompiledScenario, decor: str | None) -> Ref | None:
    return thing_ref(compiled, "decor", decor) if decor else None


def _entry(compiled: CompiledScenario, chapter: _Chapter, last: TimelineEntry) -> TimelineEntry:
    measured = _measured_in(chapter)
    moment = measured if isinstance(measured, Reflected) else None
    at = last.at + 1
    before = measured.before if measured else last.numbers
    after = measured.after if measured else last.numbers
    measured_trust = mean_shown(after.trust, after.without)
    scenes, counted = chapter.of(Reckoned), after.without
    if scenes:
        # A scene has no payoff of its own: the round's stays what it was.
        after = replace(scenes[-1].after, payoff=after.payoff)
    return TimelineEntry(
        kind=chapter.kind,
        at=at,
        round=chapter.round,
        phase=_phase_of(compiled, chapter),
        decor=_decor(compiled, chapter.decor),
        numbers=_read(after),
        predictions=chapter.of(Predicted),
        moves=chapter.of(MoveMade),
        script_events=chapter.of(ScriptEventOccurred),
        noticed=tuple(e for e in chapter.events if isinstance(e, Discovered | Suspected)),
        owned_up=chapter.of(OwnedUp),
        repairs=chapter.of(Repaired),
        reasons=_reasons(measured.reasons if isinstance(measured, Measured) else {}, scenes),
        rituals=chapter.of(RitualHeld),
        called_by=tuple(event.party for event in chapter.of(MomentCalled)),
        options=chapter.of(OptionTaken),
        changes=tuple(_change(compiled, at, event) for event in chapter.of(GameChanged)),
        rejected=tuple(_change(compiled, at, event) for event in chapter.of(ChangeRefused)),
        scenes=tuple(_scenes(compiled, chapter)),
        kept=tuple(_kept(compiled, chapter)),
        quality=moment.quality if moment else None,
        trust_before=mean_shown(before.trust, counted),
        trust_after=measured_trust,
        left=tuple(event.party for event in chapter.of(WalkedOut)),
        went=tuple(event.party for event in chapter.of(WalkedOut) if event.goes_on),
        parted=bool(chapter.of(Parted)),
        between=compiled.scenario.script.phases[chapter.phase].with_,
    )


def _phase_of(compiled: CompiledScenario, chapter: _Chapter) -> Ref:
    """The phase of a chapter; of a moment that was called during one, without its name."""
    phase = phase_ref(compiled, chapter.phase)
    is_own = compiled.scenario.script.phases[chapter.phase].reflection is not None
    return replace(phase, name=None) if chapter.kind == "moment" and not is_own else phase


def _measured_in(chapter: _Chapter) -> Measured | Reflected | None:
    """The measurement that closes the chapter."""
    found = [event for event in chapter.events if isinstance(event, Measured | Reflected)]
    return found[-1] if found else None


def _scenes(compiled: CompiledScenario, chapter: _Chapter) -> Iterator[SceneMade]:
    """The confrontations that came to an end, in their order."""
    for said, did in zip(chapter.of(Responded), chapter.of(Reckoned), strict=True):
        yield SceneMade(
            by=said.by,
            of=said.of,
            cause=said.cause,
            reply=said.reply,
            response=said.response,
            trust_before=did.before.trust[said.by][said.of],
            trust_after=did.after.trust[said.by][said.of],
            mean_after=mean_shown(did.after.trust, did.after.without),
            about=tuple(_about(compiled, said)),
            heard={
                party: (did.before.trust[party][said.of], did.after.trust[party][said.of])
                for party in did.heard
            },
            without=said.place.without,
            moved=tuple(_moved_in(did, said)),
        )


def _moved_in(did: Reckoned, said: Responded) -> Iterator[Moved]:
    """All trust that moved in that talk, as it is shown; first that of the two in each other."""
    before, after = did.before.trust, did.after.trust
    two = [(said.by, said.of), (said.of, said.by)]
    pairs = [(i, j) for i, row in before.items() for j in row]
    for i, j in [*two, *(pair for pair in pairs if pair not in two)]:
        if change_shown(before[i][j], after[i][j]):
            yield Moved(by=j, of=i, before=before[i][j], after=after[i][j])


def _kept(compiled: CompiledScenario, chapter: _Chapter) -> Iterator[Silence]:
    """What was kept back, in its order among the confrontations."""
    talks = 0
    for event in chapter.events:
        talks += isinstance(event, Reckoned)
        if isinstance(event, KeptBack):
            moves = tuple(move_ref(compiled, each) for each in event.moves)
            yield Silence(event.by, event.of, moves, event.for_good, talks)


def _about(compiled: CompiledScenario, said: Responded) -> Iterator[Ref]:
    """The hidden moves, the move that was promised, or the event of the script."""
    yield from (move_ref(compiled, move) for move in dict.fromkeys(said.moves))
    if said.about is not None and said.cause == "promise":
        yield move_ref(compiled, said.about)
    elif said.about is not None and said.cause in ("leak", "departure"):
        yield event_ref(compiled, said.about)


def _reasons(of_round: TrustReasons, scenes: tuple[Reckoned, ...]) -> TrustReasons:
    """Why trust moved, in the round and in what came of it."""
    if not scenes:
        return of_round
    total: dict[str, dict[str, dict[Reason, float]]] = {}
    for reasons in (of_round, *(scene.reasons for scene in scenes)):
        for i, about in reasons.items():
            for j, parts in about.items():
                sums = total.setdefault(i, {}).setdefault(j, {})
                for reason, part in parts.items():
                    sums[reason] = sums.get(reason, 0.0) + part
    return total


def _change(compiled: CompiledScenario, at: int, event: GameChanged | ChangeRefused) -> ChangeMade:
    return ChangeMade(
        round=event.round,
        at=at,
        by=event.by,
        chapter=event.chapter,
        thing=thing_ref(compiled, event.chapter, event.name),
        action=event.action,
        before=event.before if isinstance(event, GameChanged) else None,
        after=event.after if isinstance(event, GameChanged) else _asked_for(event),
        consent=event.consent if isinstance(event, GameChanged) else (),
        against=() if isinstance(event, GameChanged) else event.against,
        reasons={} if isinstance(event, GameChanged) else event.reasons,
        gave_way_to=_gave_way_to(event),
        again=event.again,
        unit=_unit(compiled, event),
        also_by=event.also_by,
    )


def _unit(compiled: CompiledScenario, event: GameChanged | ChangeRefused) -> Text | None:
    at = compiled.index.get(f"{event.chapter}/{event.name}")
    return compiled.elements[at].unit if at is not None else None


def _asked_for(event: ChangeRefused) -> Standing:
    """The number that was asked for, or who was to hold a prop."""
    return event.change.split("/")[-1] if event.action == "hold" else event.amount


def _gave_way_to(event: GameChanged | ChangeRefused) -> str | None:
    """The party whose competing proposal went before it."""
    if isinstance(event, GameChanged) or event.gave_way is None:
        return None
    return event.gave_way.by
