"""Playing from here: where a play begins, who plays it, and its choices, which outlive a save."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from engine.live_play import HUMAN, CompiledScenario, LivePlay, Strayed
from engine.play.setting import Setting, fitted
from engine.play.state import Choice, Refusal

Made = Mapping[str, Choice]
_SEED = 1


@dataclass(frozen=True, slots=True)
class Tryout:
    """A play that is made again after each save.

    seat: the party that the author plays; if that is empty, the first. choices: made so far by
    everybody, step by step; some of them may not be possible now.
    """

    seat: str
    setting: Setting = field(default_factory=Setting)
    seed: int = _SEED
    choices: tuple[Made, ...] = ()


@dataclass(frozen=True, slots=True)
class Tried:
    """How far it comes in the scenario as it is now. gone: names of where it begins, that are no
    longer there. stray: the choices that could not be made again, and why. steps: made again.
    """

    tryout: Tryout
    live: LivePlay
    gone: tuple[str, ...] = ()
    stray: Strayed | None = None
    steps: int = 0

    @property
    def seat(self) -> str:
        """The party that the author plays."""
        return self.live.people[0]

    @property
    def lost(self) -> Choice | None:
        """The choice of the author's that can't be made here."""
        return self.stray.left[0].get(self.seat) if self.stray is not None else None

    @property
    def made(self) -> int:
        """How many choices the author has made that still stand."""
        return len(self.live.chose(self.seat))


def tried(compiled: CompiledScenario, tryout: Tryout) -> Tried:
    """The play as that scenario makes it: as far as its choices go, and on to the author's turn."""
    setting, gone = fitted(compiled, tryout.setting)
    seat = tryout.seat
    if seat not in compiled.parties:
        gone, seat = (*gone, *([seat] if seat else [])), compiled.parties[0]
    seats = {
        name: HUMAN if name == seat else party.persona
        for name, party in compiled.scenario.parties.items()
    }
    live = LivePlay.start(
        compiled, seed=tryout.seed, seats=seats, digest="", source="", setting=setting
    )
    stray = live.go_through(tryout.choices)
    if stray is None:
        live.run()
    return Tried(tryout, live, gone, stray, len(live.trace.choices))


def chosen(at: Tried, choice: Choice) -> Tryout | Refusal:
    """The tryout with that choice made now; what could not be made again is tried after it."""
    if (refusal := at.live.refusal(choice)) is not None:
        return refusal
    return replace(at.tryout, choices=(*at.live.trace.choices, {choice.party: choice}, *_after(at)))


def so_far(at: Tried) -> Tryout:
    """The tryout with what has been played of it by now, and what could not be made again."""
    made = at.live.trace.choices
    if at.stray is None:
        left: tuple[Made, ...] = ()
    elif len(made) > at.steps:
        left = _after(at)
    else:
        left = at.stray.left
    return replace(at.tryout, choices=(*made, *left))


def _after(at: Tried) -> tuple[Made, ...]:
    """What is to be made again after another choice than the lost one."""
    if at.stray is None:
        return ()
    return at.stray.left if at.lost is None else at.stray.left[1:]


def stepped_back(at: Tried) -> Tryout:
    """The tryout without the last of the author's choices that could be made, and what followed."""
    own = at.live.chose(at.seat)
    return replace(at.tryout, choices=at.live.trace.choices[: own[-1]] if own else ())
