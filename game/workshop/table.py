"""A table: what comes of reading its rows. One play, the people's wishes, and its clock."""

from dataclasses import dataclass, field
from typing import assert_never

from engine.live_play import LivePlay
from engine.play.state import Choice, MoveChoice, Refusal, VoteChoice
from engine.play.trace import read_choice
from engine.scenario.vocabulary import Persona
from game.workshop.clock import Clock
from game.workshop.entries import (
    Agreed,
    Began,
    Card,
    Marked,
    Paused,
    PenTaken,
    Preferred,
    Recalled,
    Resumed,
    Sealed,
    Staffed,
    SteppedBack,
    TableEntry,
    TimeGiven,
    TrustSaid,
)
from game.workshop.room import Unfit


@dataclass(frozen=True, slots=True)
class Stood:
    """What one of the party wanted when a choice was sealed, for the debrief."""

    step: int
    party: str
    person: str
    choice: Choice


@dataclass(eq=False)
class Table:
    """The table so far. preferred: by person, of the present step; stood: of those before it.

    round_trips: how often it went back, so that a step that comes again is not taken for the first.
    """

    number: int
    live: LivePlay
    clock: Clock
    rows: int = 0
    begun: bool = False
    round_trips: int = 0
    preferred: dict[str, Choice] = field(default_factory=dict)
    stood: list[Stood] = field(default_factory=list)
    pens: dict[str, str] = field(default_factory=dict)
    staff: dict[str, Persona] = field(default_factory=dict)
    late: list[tuple[int, str]] = field(default_factory=list)
    marks: list[Marked] = field(default_factory=list)
    agreed: dict[str, bool] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)
    recalled: dict[str, Recalled] = field(default_factory=dict)

    @property
    def step(self) -> int:
        """How many steps there are: the number of the one that is being chosen."""
        return len(self.live.steps)

    @property
    def moment(self) -> str:
        """A name for the present choice that no other one has."""
        return f"{self.round_trips}-{self.step}"

    @property
    def is_paused(self) -> bool:
        """Whether its clock stands still."""
        return self.clock.paused is not None

    @property
    def is_playing(self) -> bool:
        """Whether something can be chosen now."""
        return self.begun and not self.is_paused and not self.live.is_over

    def apply(self, entry: TableEntry, at: float) -> None:
        """Take the next row in. Raises `Unfit`, and leaves the table as it was."""
        match entry:
            case Began():
                self.begun = True
                self.clock = self.clock.restart(at)
            case Preferred():
                self.preferred[entry.person] = self._read(entry.step, entry.choice, entry.party)
            case Sealed():
                self._seal(entry, at)
            case PenTaken():
                self.pens[entry.party] = entry.person
            case Staffed():
                self.staff.pop(entry.party, None)
                if entry.persona is not None:
                    self.staff[entry.party] = entry.persona
            case Paused():
                self.clock = self.clock.pause(at)
            case Resumed():
                self.clock = self.clock.resume(at)
            case TimeGiven():
                self.clock = self.clock.give(entry.seconds)
            case SteppedBack():
                self._step_back(entry.step, at)
            case TrustSaid():
                self._say_trust(entry)
            case Marked():
                self.marks.append(entry)
            case Agreed():
                self.agreed[entry.party] = entry.agrees
            case Card():
                self.cards[entry.person] = entry.text
            case Recalled():
                self.recalled[entry.person] = entry
            case _:
                assert_never(entry)
        self.rows += 1

    def _read(self, step: int, choice: object, party: str) -> Choice:
        if step != self.step:
            raise Unfit(f"step {step}, and it is {self.step}")
        try:
            return read_choice(choice, party)
        except ValueError as error:
            raise Unfit("choice") from error

    def _seal(self, entry: Sealed, at: float) -> None:
        choice = self._read(entry.step, entry.choice, entry.party)
        live, persona = self.live, entry.persona
        came = (
            live.choose(choice, late=entry.late)
            if persona is None
            else live.stand_in(entry.party, persona, choice, late=entry.late)
        )
        if isinstance(came, Refusal):
            raise Unfit(came.reason)
        if entry.late:
            self.late.append((entry.step, entry.party))
        if self.step != entry.step:
            self.stood += [
                Stood(entry.step, wish.party, person, wish)
                for person, wish in self.preferred.items()
            ]
            self.preferred = {}
            self.clock = self.clock.restart(at)

    def _step_back(self, step: int, at: float) -> None:
        if not 1 <= step < self.step:
            raise Unfit(f"back to step {step} from {self.step}")
        self.live = self.live.rewound(step - 1)
        self.preferred = {}
        self.stood = [each for each in self.stood if each.step < step]
        self.late = [each for each in self.late if each[0] < step]
        self.round_trips += 1
        self.clock = self.clock.restart(at)

    def _say_trust(self, entry: TrustSaid) -> None:
        if entry.step != self.step:
            raise Unfit("trust")
        try:
            self.live.state_trust(entry.party, entry.levels)
        except ValueError as error:
            raise Unfit("trust") from error


def is_same_wish(one: Choice, other: Choice) -> bool:
    """Whether two people of a party want the same; what each expects of the others may differ."""
    match one, other:
        case MoveChoice(), MoveChoice():
            return (one.move, one.call) == (other.move, other.call)
        case VoteChoice(), VoteChoice():
            return {p for p, yes in one.votes.items() if yes} == {
                p for p, yes in other.votes.items() if yes
            }
        case _:
            return one == other
