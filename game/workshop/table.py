"""A table: what comes of reading its rows. One play, the people's wishes, and its clock.

Whoever has found something out is asked whether to bring it up. If the others waited for that, the
waiting alone would tell them. So they play on meanwhile, as if it were kept back: if it is, what
they chose counts; if it is brought up, the talk stops there for all, and they choose again. Only
for the ending everybody waits: it can't be taken back once it is seen, and nobody who learns from
the waiting has anything left to choose.
"""

from dataclasses import dataclass, field
from typing import assert_never

from engine.live_play import LivePlay
from engine.play.state import Choice, MoveChoice, RaiseChoice, Refusal, Stage, VoteChoice
from engine.play.trace import StoodIn, read_choice
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

    live: the play as it is; ahead: the same once what somebody thinks about is kept back, and what
    comes after that, if somebody thinks about the next thing. round_trips: how often it went back,
    so that a step that comes again is not taken for the first.
    """

    number: int
    live: LivePlay
    clock: Clock
    ahead: list[LivePlay] = field(default_factory=list)
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
    def public(self) -> LivePlay:
        """The play as far as everybody may know it: nobody is seen to think about a discovery."""
        return self.ahead[-1] if self.ahead else self.live

    def play_of(self, party: str) -> LivePlay:
        """The play as that party sees it: where it has something to choose, or else the public."""
        plays = (self.live, *self.ahead)
        return next((each for each in plays if party in each.waiting_for), self.public)

    @property
    def waiting_for(self) -> dict[str, LivePlay]:
        """The parties that have something to choose, each with the play in which it has."""
        found: dict[str, LivePlay] = {}
        for each in (self.live, *self.ahead):
            found.update((party, each) for party in each.waiting_for if party not in found)
        return found

    @property
    def moment(self) -> str:
        """A name for the present choice that no other one has, as everybody may know it."""
        return self._moment(self.public)

    def moment_of(self, party: str) -> str:
        """The name of what that party has to choose now."""
        return self._moment(self.play_of(party))

    def _moment(self, play: LivePlay) -> str:
        """Numbered so that nobody can count how often somebody thought about a discovery."""
        thought = sum(each.state.stage is Stage.RAISING for each in play.steps)
        name = f"{self.round_trips}-{len(play.steps) - thought}"
        return f"{name}.{thought}" if play.state.stage is Stage.RAISING else name

    @property
    def lacks_only_a_thought(self) -> bool:
        """Whether all waits for somebody who thinks about a discovery, and then it is over."""
        return self.public.state.stage is Stage.RAISING

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
            case Preferred() | Sealed() if self._is_settled(entry):
                pass
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

    def _is_settled(self, entry: Preferred | Sealed) -> bool:
        """Whether it is a vote on nothing, which people were asked for in earlier versions."""
        play, at = self.play_of(entry.party), entry.step - 1
        return 0 <= at < len(play.steps) and play.is_settled(at, entry.party)

    def _read(self, step: int, choice: object, party: str) -> Choice:
        if step != (now := len(self.play_of(party).steps)):
            raise Unfit(f"step {step}, and it is {now}")
        try:
            return read_choice(choice, party)
        except ValueError as error:
            raise Unfit("choice") from error

    def _seal(self, entry: Sealed, at: float) -> None:
        choice, before = self._read(entry.step, entry.choice, entry.party), self.moment
        play, persona = self.play_of(entry.party), entry.persona
        came = (
            play.choose(choice, late=entry.late)
            if persona is None
            else play.stand_in(entry.party, persona, choice, late=entry.late)
        )
        if isinstance(came, Refusal):
            raise Unfit(came.reason)
        if isinstance(choice, RaiseChoice):
            self._has_thought(play, entry, raises=choice.raises)
        elif entry.late:
            self.late.append((entry.step, entry.party))
        self._think_ahead()
        if self.moment != before:
            self.stood += [
                Stood(entry.step, wish.party, person, wish)
                for person, wish in self.preferred.items()
            ]
            self.preferred = {}
            self.clock = self.clock.restart(at)

    def _has_thought(self, play: LivePlay, entry: Sealed, *, raises: bool) -> None:
        """What the others did ahead counts if nothing was brought up, and else is forgotten."""
        at = (self.live, *self.ahead).index(play)
        if raises:
            self.ahead, self.preferred = self.ahead[:at], {}
            self.round_trips += 1
            return
        if at == len(self.ahead):
            return  # the others waited for the ending
        kept = self.ahead[at]
        if entry.persona is not None:
            stood_in = StoodIn(entry.step - 1, entry.party, entry.persona)
            for each in self.ahead[at:]:
                each.trace = each.trace.with_stand_in(stood_in)
        if at == 0:
            self.live, self.ahead = kept, self.ahead[1:]
        else:
            del self.ahead[at - 1]

    def _think_ahead(self) -> None:
        """While somebody thinks about a discovery, go on as if it were kept back, up to the end."""
        while self.public.state.stage is Stage.RAISING:
            play = self.public.rewound(len(self.public.steps) - 1)
            for party in play.waiting_for:
                play.choose(RaiseChoice(party, raises=False))
            if play.is_over:
                return
            self.ahead.append(play)

    def _step_back(self, step: int, at: float) -> None:
        if not 1 <= step < self.step:
            raise Unfit(f"back to step {step} from {self.step}")
        self.live, self.ahead = self.live.rewound(step - 1), []
        self._think_ahead()
        self.preferred = {}
        self.stood = [each for each in self.stood if each.step < step]
        self.late = [each for each in self.late if each[0] < step]
        self.round_trips += 1
        self.clock = self.clock.restart(at)

    def _say_trust(self, entry: TrustSaid) -> None:
        play = self.play_of(entry.party)
        if entry.step != len(play.steps):
            raise Unfit("trust")
        try:
            play.state_trust(entry.party, entry.levels)
        except ValueError as error:
            raise Unfit("trust") from error


def is_kept_back(sealed: Sealed) -> bool:
    """Whether somebody chose to say nothing of a discovery: nobody else hears of that."""
    return sealed.choice.get("raises") is False


def is_thought(moment: str) -> bool:
    """Whether at that moment somebody is asked whether to bring up a discovery."""
    return "." in moment


def number_of(moment: str) -> int:
    """How many choices there were up to that moment, as everybody may know it."""
    return int(moment.partition("-")[2].partition(".")[0])


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
