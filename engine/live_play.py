"""One play with people and personas on its seats: the shell that all screens share.

People choose one by one and personas by themselves; when all have chosen, the step is played.
Every accepted choice is saved before anybody is told the result.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from engine.files import InUse, lock_file
from engine.play.afterthoughts import Afterthoughts
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.events import Event, PhaseOpened
from engine.play.measuring import measure
from engine.play.setting import Setting
from engine.play.state import Choice, Refusal, RefusalReason, Stage, State, VoteChoice
from engine.play.step import Step, check_choice, choosers, has_to_vote, initial, step
from engine.play.trace import (
    HUMAN,
    MOST_TRUST,
    Replayed,
    StoodIn,
    Trace,
    TraceProblem,
    TrustStated,
    replay,
    save,
)
from engine.play.view.heard import Heard
from engine.play.view.records import View
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.players import PERSONAS, PersonaPolicy, choose
from engine.scenario.vocabulary import Language, Persona

__all__ = ["HUMAN", "CompiledScenario", "LivePlay", "compile_scenario", "measure"]


@dataclass(frozen=True, slots=True)
class Strayed:
    """Where choices could not be made again. left: those that were not made, step by step.

    refusal: why the first of them was refused; None where that person had made none there.
    """

    left: tuple[Mapping[str, Choice], ...]
    refusal: Refusal | None


@dataclass
class LivePlay:
    """A play in progress.

    steps: the result of every choice so far, the opening first. save_to: where the trace is kept.
    setting: where it begins; one that does not begin where its script does is saved nowhere.
    """

    compiled: CompiledScenario
    trace: Trace
    save_to: Path | None = None
    setting: Setting = field(default_factory=Setting)
    steps: list[Step] = field(init=False)
    pending: dict[str, Choice] = field(init=False, default_factory=dict)
    # Of the present state and the one before it, by the number of the step and the seat.
    _views: dict[tuple[int, str], View] = field(init=False, default_factory=dict)
    # What a seat learned from each step, as far as it has been asked.
    _heard: dict[str, list[tuple[Heard, ...]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        # Held as long as the play is open: two programs would undo each other's choices.
        self._lock = lock_file(self.save_to) if self.save_to is not None else None
        if self.save_to is not None and not self.setting.is_start:
            raise ValueError("a play that begins elsewhere can't be resumed from a file")
        self.steps = [initial(self.compiled, self.trace.seed, self.trace.game, self.setting)]
        self._personas = {
            party: self._seat(party, name)  # type: ignore[arg-type]
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
        language: Language = "nl",
        text: str = "",
        game: int = 0,
        setting: Setting | None = None,
    ) -> "LivePlay":
        """A new play; saved at once, so that it can be resumed before the first choice.

        text: of the scenario, packed. game: which of the plays with that seed, from 0.
        Raises OSError; `InUse` if another program is playing it.
        """
        trace = Trace(
            digest, source, seed, dict(seats), language, game=game, packed=text,
            told_in=compiled.scenario.told_in,
        )  # fmt: skip
        live = cls(compiled, trace, save_to, setting or Setting())
        live._save()
        return live

    @classmethod
    def resume(
        cls, compiled: CompiledScenario, trace: Trace, digest: str, save_to: Path | None = None
    ) -> "LivePlay | TraceProblem":
        """The play where it was left, including a sealed choice of one party."""
        played = replay(compiled, trace, digest)
        if isinstance(played, TraceProblem):
            return played
        try:
            live = cls(compiled, trace, save_to)
        except InUse:
            return TraceProblem("in-use")
        live.steps, live.pending = list(played.steps), dict(played.pending)
        return live

    def let_go(self) -> None:
        """Let other programs save this play: it is no longer played here."""
        if self._lock is not None:
            self._lock.release()

    @property
    def state(self) -> State:
        """Where the play stands."""
        return self.steps[-1].state

    @property
    def before(self) -> State | None:
        """Where it stood before the last step; None when nothing has been played yet."""
        return self.steps[-2].state if len(self.steps) > 1 else None

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that has happened so far."""
        return tuple(event for step in self.steps for event in step.events)

    @property
    def replayed(self) -> Replayed:
        """The play so far, for looking back on it."""
        return Replayed(self.trace, tuple(self.steps), dict(self.pending))

    @property
    def people(self) -> tuple[str, ...]:
        """The parties that a person plays."""
        return tuple(p for p in self.compiled.parties if p not in self._personas)

    @property
    def is_over(self) -> bool:
        """Whether the play has ended."""
        return self.state.is_over

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """The seats of people who have yet to choose; nobody votes where there is nothing to vote
        on.
        """
        last = len(self.steps) - 1
        return tuple(party for party in self._asked if not self.is_settled(last, party))

    @property
    def _asked(self) -> tuple[str, ...]:
        """The seats of people whose choice is not there yet, if there is anything to choose."""
        return tuple(
            party
            for party in choosers(self.compiled, self.state)
            if party not in self._personas and party not in self.pending
        )

    def is_settled(self, step: int, party: str) -> bool:
        """Whether after that step, from 0, the party had nothing to choose: nothing to vote on."""
        state = self.steps[step].state
        is_vote = state.stage is Stage.DECISION
        return is_vote and not has_to_vote(self.compiled, state, party)

    def chose(self, *people: str) -> tuple[int, ...]:
        """The numbers of the steps, from 0, after which one of those people chose something."""
        return tuple(
            at
            for at, made in enumerate(self.trace.choices[: len(self.steps)])
            if any(each in made and not self.is_settled(at, each) for each in people)
        )

    def view(self, seat: str) -> View:
        """What that seat may see now; made once for each state, since a window asks often."""
        return self._view(len(self.steps) - 1, seat)

    def view_before(self, seat: str) -> View | None:
        """What it might see before the last step; None when nothing has been played yet."""
        return self._view(len(self.steps) - 2, seat) if len(self.steps) > 1 else None

    def _view(self, step: int, seat: str) -> View:
        if (step, seat) not in self._views:
            self._views[step, seat] = view(self.compiled, self.steps[step].state, seat)
        return self._views[step, seat]

    def heard(self, seat: str) -> tuple[Heard, ...]:
        """What that seat has learned so far."""
        heard = self._heard.setdefault(seat, [])
        heard += (hear(self.compiled, each.events, seat) for each in self.steps[len(heard) :])
        return tuple(chain.from_iterable(heard[: len(self.steps)]))

    def refusal(self, choice: Choice) -> Refusal | None:
        """Why that can't be chosen now; None if it can."""
        if refusal := check_choice(self.compiled, self.state, choice):
            return refusal
        if choice.party in self.pending or choice.party in self._personas:
            return Refusal("already-chosen", choice.party)
        return None

    def choose(self, choice: Choice, *, late: bool = False) -> Refusal | tuple[Event, ...]:
        """All that happened until a person has to choose again; nothing yet if others still have to
        choose now.

        late: their time was up, and this is what most of the party had said they wanted.
        """
        if refusal := self.refusal(choice):
            return refusal
        if late:
            self._note_stand_in(choice.party, None, late=True)
        self._note(choice)
        self._save()
        return self.run()

    def suggestion(self, party: str, persona: Persona) -> Choice:
        """What that persona would choose for the party now, seeing what its seat sees.

        It knows nothing of what the people there were up to. ValueError: it is not their turn.
        """
        if party not in choosers(self.compiled, self.state):
            raise ValueError(f"it is not the turn of {party}")
        return choose(self.compiled, self.state, self._seat(party, persona))

    def stand_in(
        self,
        party: str,
        persona: Persona,
        choice: Choice | None = None,
        *,
        late: bool = False,
    ) -> Refusal | tuple[Event, ...]:
        """As `choose`, where that persona chooses for people who are not there, or are late.

        choice: what it chose, where that is kept already. Which of their choices were made in this
        way is kept in the trace.
        """
        if refusal := self._why_not_stand_in(party):
            return Refusal(refusal, party)
        made = choice or self.suggestion(party, persona)
        if refused := check_choice(self.compiled, self.state, made):
            return refused
        self._note_stand_in(party, persona, late=late)
        self._note(made)
        self._save()
        return self.run()

    def _why_not_stand_in(self, party: str) -> RefusalReason | None:
        if party not in self.compiled.parties:
            return "unknown-party"
        if self.is_over:
            return "play-is-over"
        if party not in choosers(self.compiled, self.state):
            return "not-your-turn"
        return "already-chosen" if party not in self.waiting_for else None

    def is_asked_for_trust(self, seat: str) -> bool:
        """Whether a phase of rounds begins, and that person has not said how far it trusts yet;
        never where the author wants nothing asked beside the choices.
        """
        if not self.compiled.scenario.workshop.predict:
            return False
        begins = any(isinstance(event, PhaseOpened) for event in self.steps[-1].events)
        begins = begins and seat in choosers(self.compiled, self.state)
        said = {(each.step, each.party) for each in self.trace.trust}
        is_new = (len(self.steps) - 1, seat) not in said
        return begins and self.state.stage is Stage.ROUND and seat in self.people and is_new

    def state_trust(self, seat: str, levels: Mapping[str, int]) -> None:
        """Keep how far that person trusts the others, 0 to 10; without levels, that it said none.

        Raises ValueError for what is no such number or no other party.
        """
        others = set(self.compiled.parties) - {seat}
        is_fit = set(levels) <= others and all(0 <= n <= MOST_TRUST for n in levels.values())
        if seat not in self.people or not is_fit:
            raise ValueError(f"not how far {seat} can trust the others: {levels}")
        self.trace = self.trace.with_trust(TrustStated(len(self.steps) - 1, seat, dict(levels)))
        self._save()

    def write_down(self, written: Afterthoughts) -> None:
        """Keep what that person writes at the debrief, at once. ValueError: nobody sits there."""
        if written.party not in self.people:
            raise ValueError(f"{written.party} is played by no person")
        self.trace = self.trace.with_afterthoughts(written)
        self._save()

    def moved_to(self, path: Path) -> None:
        """Go on saving in that file, to which this play was moved."""
        self.let_go()
        self.save_to = path
        self._lock = lock_file(path)

    def run(self) -> tuple[Event, ...]:
        """Play on until a person has to choose; returns the events since."""
        before = len(self.steps)
        while not self.is_over and not self.waiting_for:
            self._play()
        return tuple(event for each in self.steps[before:] for event in each.events)

    def go_through(self, choices: Sequence[Mapping[str, Choice]]) -> Strayed | None:
        """Make the choices of another play of this story again, as far as they can be made.

        A persona that can't make its own chooses anew; a person's stops it there. A scene that no
        longer comes is left out, and one that is new is played by its personas, or stops it.
        """
        left = list(choices)
        while left and not self.is_over:
            made, asked = left[0], self._asked
            if asked and not set(self.people) & set(made):
                if len(left) == 1:
                    break
                del left[0]
            elif not asked and set(self.people) & set(made):
                self._play()
            elif (refusal := self._take(made)) is not None:
                return Strayed(tuple(left), refusal)
            elif self.waiting_for:
                return Strayed(tuple(left), None)
            else:
                self._play()
                del left[0]
        return Strayed(tuple(left), None) if left and self.is_over else None

    def _take(self, made: Mapping[str, Choice]) -> Refusal | None:
        """Note the choices that can be made now; why a person's can't be, if one can't."""
        for party in choosers(self.compiled, self.state):
            choice = made.get(party)
            if choice is None or party in self.pending:
                continue
            refusal = check_choice(self.compiled, self.state, choice)
            if refusal is None:
                self._note(choice)
            elif party not in self._personas:
                return refusal
        return None

    def at(self, step: int) -> "LivePlay":
        """The play as it stood after that step, from 0: to look at, not to play on.

        What was seen and heard until then is remembered with this one.
        """
        earlier = copy(self)
        earlier.steps, earlier.pending, earlier.save_to = self.steps[: step + 1], {}, None
        return earlier

    def rewound(self, step: int) -> "LivePlay":
        """The play as it was after that step, from 0, to play on from: another one, with the same
        luck, saved nowhere yet.

        It may be the turn of personas alone: `run` it, as after `resume`. Raises ValueError for a
        step that is not there.
        """
        if not 0 <= step < len(self.steps):
            raise ValueError(f"there is no step {step}: the play has {len(self.steps) - 1}")
        earlier = LivePlay(self.compiled, self.trace.until(step), setting=self.setting)
        earlier.steps = self.steps[: step + 1]
        return earlier

    def _seat(self, party: str, persona: Persona) -> PersonaPolicy:
        return PersonaPolicy(self.compiled, self.compiled.parties.index(party), PERSONAS[persona])

    def _play(self) -> None:
        for party in choosers(self.compiled, self.state):
            if party in self._personas and party not in self.pending:
                self._note(choose(self.compiled, self.state, self._personas[party]))
            elif party not in self.pending:
                self._note(VoteChoice(party, {}))  # who has nothing to vote on
        self._save()
        result = step(self.compiled, self.state, self.pending)
        if isinstance(result, Refusal):
            raise AssertionError(f"a persona chose what it may not: {result}")
        self.pending = {}
        self._views = {at: seen for at, seen in self._views.items() if at[0] == len(self.steps) - 1}
        self.steps.append(result)

    def _note(self, choice: Choice) -> None:
        self.trace = self.trace.with_choice(choice, opens_step=not self.pending)
        self.pending[choice.party] = choice

    def _note_stand_in(self, party: str, persona: Persona | None, *, late: bool) -> None:
        made = StoodIn(len(self.steps) - 1, party, persona, late)
        self.trace = self.trace.with_stand_in(made)

    def _save(self) -> None:
        if self.save_to is not None:
            save(self.trace, self.save_to)
