"""One play as the window goes through it: the last choice and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from engine.live_play import HUMAN, LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.seen import Heard, View
from engine.play.state import Choice, MoveChoice, Prediction, Refusal, State
from engine.play.trace import Replayed, Trace, TraceProblem, replay
from engine.play.view import hear, hear_all, view
from game import library
from game.library import Opened
from game.presenters.reveal import PRIVATE, outcome_of


@dataclass
class Play:
    """A table with what the window must know beside it."""

    opened: Opened
    live: LivePlay
    last: int = 0  # the number of the first event of the last step
    told: set[str] = field(default_factory=set)  # seats that know what the last step did to them
    before: State | None = None  # where the table was before the last step
    is_unsaved: bool = False  # nothing can be written any more; the play goes on
    marked: int | None = None  # the entry of the timeline that was marked as turning point
    _was: dict[str, View] = field(default_factory=dict)  # what each seat saw before the last step

    @classmethod
    def start(
        cls,
        opened: Opened,
        seats: Mapping[str, str],
        seed: int,
        language: str,
        save_to: Path | None = None,
    ) -> "Play":
        """A new play, saved at once: there, or with the others."""
        start = partial(
            LivePlay.start, opened.compiled(), seed=seed, seats=seats, digest=opened.digest,
            source=opened.source, language=language,
        )  # fmt: skip
        try:
            play = cls(opened, start(save_to=save_to or library.new_save(opened)))
        except OSError:
            play = cls(opened, start(save_to=None), is_unsaved=True)
        play.told = set(play.people)
        return play

    @classmethod
    def resume(cls, opened: Opened, trace: Trace, path: Path) -> "Play | TraceProblem":
        """The play where it was left: the last step can be looked at again."""
        compiled = opened.compiled()
        played = replay(compiled, trace, opened.digest)
        if isinstance(played, TraceProblem):
            return played
        live = LivePlay.resume(compiled, trace, opened.digest, path)
        if isinstance(live, TraceProblem):
            return live
        play = cls(opened, live)
        play.last = len(played.events) - len(played.steps[-1].events)
        play.before = played.states[-2] if len(played.states) > 1 else None
        if len(played.steps) == 1 or played.pending:
            play.told = set(play.people)
        return play

    # --- who is where -------------------------------------------------------------------------

    @property
    def compiled(self) -> CompiledScenario:
        """The scenario as the play needs it."""
        return self.live.compiled

    @property
    def people(self) -> tuple[str, ...]:
        """The parties that a person plays."""
        return tuple(each for each, who in self.live.trace.seats.items() if who == HUMAN)

    @property
    def is_shared(self) -> bool:
        """Whether several people sit at this one screen."""
        return len(self.people) > 1

    @property
    def seat(self) -> str:
        """Whose turn it is; when nobody has to choose, the first person."""
        waiting = self.live.waiting_for
        return waiting[0] if waiting else self.people[0]

    @property
    def is_fresh(self) -> bool:
        """Whether nobody has chosen anything yet."""
        return not self.live.trace.choices

    @property
    def has_pending(self) -> bool:
        """Whether a choice lies sealed while others must still choose."""
        waiting = self.live.waiting_for
        return bool(waiting) and len(waiting) < len(self.people)

    def view(self, seat: str | None = None) -> View:
        """What that seat may see now."""
        return self.live.view(seat or self.seat)

    def view_of_step(self) -> View:
        """Where the last step was played, with how people look now that it has been."""
        now = self.view()
        if self.before is None:
            return now
        if self.seat not in self._was:
            self._was[self.seat] = view(self.compiled, self.before, self.seat)
        was = self._was[self.seat]
        moods = {other.id: other.mood for other in now.others}
        others = tuple(replace(other, mood=moods[other.id]) for other in was.others)
        return replace(was, others=others)

    # --- choosing -----------------------------------------------------------------------------

    def choose(self, choice: Choice) -> Refusal | bool:
        """Whether the step was played; a refusal leaves everything as it was."""
        before, state = len(self.live.events), self.live.state
        try:
            answer = self.live.choose(choice)
        except OSError:
            # It was taken but could not be saved: play on, and say so.
            self.live.save_to, self.is_unsaved = None, True
            answer = () if self.live.waiting_for else self.live.run()
        if isinstance(answer, Refusal):
            return answer
        if not answer:
            return False
        self.last, self.told, self.before, self._was = before, set(), state, {}
        return True

    # --- what was heard -----------------------------------------------------------------------

    def came(self, seat: str) -> tuple[Heard, ...]:
        """What that seat learned in the last step."""
        return hear(self.compiled, outcome_of(self.live.events[self.last :]), seat)

    def came_openly(self) -> tuple[Heard, ...]:
        """What everybody at the table could see and hear in the last step."""
        heard = hear_all(self.compiled, outcome_of(self.live.events[self.last :]))
        return tuple(each for each in heard if each.kind not in PRIVATE)

    def arrival(self) -> tuple[Heard, ...]:
        """What is told and said before the next choice."""
        events = self.live.events[self.last :]
        came = outcome_of(events)
        return hear_all(self.compiled, (event for event in events if event not in came))

    def rituals_before(self) -> frozenset[str]:
        """The rituals that had been told in full before the last step."""
        held = (each for each in self.live.events[: self.last] if each.kind == "ritual")
        return frozenset(each.data["ritual"] for each in held if not each.data["hollow"])

    def predicted(self, seat: str) -> tuple[Prediction, ...]:
        """What that seat expected in the last step."""
        choices = self.live.trace.choices
        at = -2 if self.has_pending else -1
        if len(choices) < -at:
            return ()
        choice = choices[at].get(seat)
        return choice.predictions if isinstance(choice, MoveChoice) else ()

    def numbers(self, seat: str) -> tuple[Heard, ...]:
        """Every change of that seat's numbers so far."""
        heard = self.live.heard(seat)
        return tuple(each for each in heard if each.kind in ("numbers", "reflected") and each.own)

    def path(self, seat: str, name: str, other: str) -> tuple[float, ...]:
        """One number about another party, from the start."""
        heard = self.numbers(seat)
        key = f"{name}.{other}"
        start = [heard[0].numbers[f"before.{key}"]] if heard else []
        return (*start, *(each.numbers[f"after.{key}"] for each in heard))

    def phases_so_far(self) -> tuple[str, ...]:
        """The phases that were come to, in order."""
        return tuple(event.data["phase"] for event in self.live.events if event.kind == "phase")

    def replayed(self) -> Replayed:
        """The whole play, for the debrief."""
        played = replay(self.compiled, self.live.trace, self.opened.digest)
        if isinstance(played, TraceProblem):
            raise AssertionError(f"a play can't be replayed: {played}")
        return played

    def put_away(self) -> None:
        """Keep an ended play apart from those that can be resumed."""
        if self.live.is_over and self.live.save_to is not None:
            self.live.save_to = library.put_away(self.live.save_to)
