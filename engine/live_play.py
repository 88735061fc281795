"""The table: one play with people and personas on its seats. The shell that all screens share.

People choose one by one; personas choose by themselves; when all have chosen the step is played.
Every accepted choice is saved before anybody is told what came of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engine.play.compiled import CompiledScenario
from engine.play.flow import Flow
from engine.play.state import Choice, Event, Refusal, State
from engine.play.step import check_choice, initial, step
from engine.play.trace import Replayed, Trace, TraceProblem, replay, save
from engine.play.view import Heard, View, hear, view
from engine.players import PERSONAS, PersonaPolicy, choose

HUMAN = "human"


@dataclass
class LivePlay:
    """A play in progress.

    seats: by party, "human" or the name of a persona. save_to: where the trace is kept.
    """

    compiled: CompiledScenario
    trace: Trace
    save_to: Path | None = None
    state: State = field(init=False)
    events: list[Event] = field(init=False)
    _pending: dict[str, Choice] = field(init=False, default_factory=dict)
    _views: dict[str, View] = field(init=False, default_factory=dict)  # of the state as it is

    def __post_init__(self) -> None:
        opening = initial(self.compiled, self.trace.seed, self.trace.game)
        self.state, self.events = opening.state, list(opening.events)
        self._flow = Flow(self.compiled)
        self._seats = {
            party: PersonaPolicy(self.compiled, self.compiled.parties.index(party), PERSONAS[name])  # type: ignore[index]
            for party, name in self.trace.seats.items()
            if name != HUMAN
        }

    @classmethod
    def start(
        cls,
        compiled: CompiledScenario,
        *,
        seed: int,
        seats: Mapping[str, str],
        digest: str,
        source: str,
        save_to: Path | None = None,
        language: str = "nl",
    ) -> "LivePlay":
        """A new play; saved at once, so that it can be resumed before the first choice."""
        trace = Trace(digest, source, seed, dict(seats), language)
        live = cls(compiled, trace, save_to)
        live._save()
        return live

    @classmethod
    def resume(
        cls, compiled: CompiledScenario, trace: Trace, digest: str, save_to: Path | None = None
    ) -> "LivePlay | TraceProblem":
        """The play where it was left, a sealed choice of one party included."""
        played = replay(compiled, trace, digest)
        if isinstance(played, TraceProblem):
            return played
        live = cls(compiled, trace, save_to)
        live._take_over(played)
        return live

    def _take_over(self, played: Replayed) -> None:
        self._come_to(played.state)
        self.events = list(played.events)
        self._pending = dict(played.pending)

    @property
    def is_over(self) -> bool:
        """Whether the play has ended."""
        return self.state.is_over

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """The seats of people who have yet to choose."""
        if self.is_over:
            return ()
        return tuple(
            party
            for party in self.compiled.parties
            if party not in self._seats and party not in self._pending
        )

    def view(self, seat: str) -> View:
        """What that seat may see now; made once for each state, since a window asks often."""
        if seat not in self._views:
            self._views[seat] = view(self.compiled, self.state, seat)
        return self._views[seat]

    def heard(self, seat: str, since: int = 0) -> tuple[Heard, ...]:
        """What that seat learned of the events from that number on."""
        return hear(self.compiled, self.events[since:], seat)

    def choose(self, choice: Choice) -> Refusal | tuple[Event, ...]:
        """What came of the choice: nothing yet while others must choose, or the step's events."""
        refusal = check_choice(self.compiled, self.state, choice)
        if refusal:
            return refusal
        if choice.party in self._pending or choice.party in self._seats:
            return Refusal("already-chosen", choice.party)
        self._note(choice)
        self._save()
        return () if self.waiting_for else self._play()

    def run(self) -> tuple[Event, ...]:
        """Play on as long as no person has to choose; the events since."""
        before = len(self.events)
        while not self.is_over and not self.waiting_for:
            self._play()
        return tuple(self.events[before:])

    def _play(self) -> tuple[Event, ...]:
        for party, seat in self._seats.items():
            if party not in self._pending:
                self._note(choose(self.compiled, self.state, seat))
        self._save()
        result = step(self.compiled, self.state, self._pending, self._flow)
        if isinstance(result, Refusal):
            raise AssertionError(f"a persona chose what it may not: {result}")
        self._pending = {}
        self._come_to(result.state)
        self.events.extend(result.events)
        return result.events

    def _come_to(self, state: State) -> None:
        self.state, self._views = state, {}

    def _note(self, choice: Choice) -> None:
        self.trace = self.trace.with_choice(choice, opens_step=not self._pending)
        self._pending[choice.party] = choice

    def _save(self) -> None:
        if self.save_to is not None:
            save(self.trace, self.save_to)
