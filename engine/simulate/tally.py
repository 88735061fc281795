"""Counts over many plays: whole numbers only, so that any split gives the same sum."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.model.arrays import Bools, Floats, Ints, mean_of, table_mean
from engine.play.compiled import CompiledScenario
from engine.play.presence import still_there
from engine.play.reflection import Held
from engine.play.rows import any_along
from engine.play.state import NOBODY, Stage, World
from engine.players import PERSONAS
from engine.players.observation import Observations
from engine.scenario.vocabulary import CAUSES, OUTCOMES, REPLIES, RESPONSES
from engine.simulate.batch import Plays, Watch, begin_all, play_out
from engine.simulate.plan import Plan

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scale:
    """The bins of a histogram: equal steps from low to high; what lies beyond, in the last ones."""

    low: float
    high: float
    bins: int

    def bin_of(self, x: Floats) -> Counts:
        """The bin of each number."""
        step = (x - self.low) * (self.bins / (self.high - self.low))
        return np.clip(step, 0, self.bins - 1).astype(np.int64)

    def middle(self, at: int) -> float:
        """The middle of a bin."""
        return self.low + (at + 0.5) * (self.high - self.low) / self.bins


# What is followed during a play: shares to half a point, value per round to a hundredth.
PATHS = {"trust": Scale(0, 1, 200), "risk": Scale(0, 1, 200), "value": Scale(-1, 2, 300)}
# Values are added up in millionths: whole numbers, whose sum is the same in any order.
MILLIONTHS = 1_000_000


class Tally:
    """Counts of plays, by name. K castings, R rounds at most, P parties."""

    def __init__(self, counts: dict[str, Counts]) -> None:
        self.counts = counts

    def __getitem__(self, name: str) -> Counts:
        return self.counts[name]

    def __add__(self, other: "Tally") -> "Tally":
        return Tally({name: count + other[name] for name, count in self.counts.items()})

    @property
    def plays(self) -> int:
        """How many plays were counted."""
        return int(self["outcome"].sum())


def nothing(compiled: CompiledScenario, castings: int) -> Tally:
    """A tally of no plays at all."""
    rounds, parties = most_rounds(compiled), compiled.party_count

    def zero(*shape: int) -> Counts:
        return np.zeros(shape, dtype=np.int64)

    return Tally(
        {
            "outcome": zero(castings, len(OUTCOMES)),
            "ending": zero(len(compiled.endings)),
            "gained": zero(castings, parties),
            "ahead": zero(castings, parties),
            "phases": zero(len(compiled.phases)),
            "moves": zero(len(compiled.moves)),
            "events": zero(len(compiled.events)),
            "in_force": zero(len(compiled.elements)),
            "changes": zero(len(compiled.changes)),
            "moments": zero(),
            "with_scene": zero(),
            "scenes": zero(len(CAUSES)),
            "kept": zero(),
            "replies": zero(len(PERSONAS), len(REPLIES)),
            "responses": zero(len(PERSONAS), len(RESPONSES)),
            # The last row is the end of the play.
            **{name: zero(rounds + 1, scale.bins) for name, scale in PATHS.items()},
        }
    )


def most_rounds(compiled: CompiledScenario) -> int:
    """More rounds than any play of the scenario can have."""
    most = 0
    for phase in compiled.scenario.script.phases.values():
        between = phase.negotiable.between
        most += max(phase.rounds or 0, between[1] if between else 0)
    return most + 1


def count(compiled: CompiledScenario, plan: Plan, start: int, stop: int) -> Tally:
    """The tally of the plays of the plan with those numbers."""
    casting, games = plan.plays(start, stop)
    watch = _Counting(compiled, nothing(compiled, len(plan.castings)))
    plays = begin_all(compiled, plan.seed, games, plan.cast(casting))
    for ended in play_out(compiled, plays, plan.seed, watch):
        watch.ended(ended, casting[ended.row])
    return watch.tally


class _Counting(Watch):
    """Counts on the way, and at the end of each play."""

    def __init__(self, compiled: CompiledScenario, tally: Tally) -> None:
        self.compiled, self.tally = compiled, tally

    def round_opens(self, plays: Plays, observations: Observations) -> None:
        """Note where trust, risk and value are before this round."""
        world = plays.world
        risk = mean_of(observations.perceived_risk, observations.there)
        self._follow("risk", world.round, risk)
        self._states(world, world.round)

    def in_scene(self, plays: Plays, stage: Stage, chosen: Ints) -> None:
        """Note what was kept back, or said, or done with it."""
        world, tally, rows = plays.world, self.tally, np.arange(len(chosen))
        if stage is Stage.RAISING:
            tally["kept"][...] += int((~chosen.astype(bool)).sum())
            return
        replies = stage is Stage.CONFRONTED
        who = plays.cast[rows, world.scene_of if replies else world.scene_by]
        np.add.at(tally["replies" if replies else "responses"], (who, chosen), 1)
        if replies:
            causes = np.bincount(world.scene_cause, minlength=len(CAUSES))
            tally["scenes"][:] += causes

    def moment_held(self, plays: Plays, held: Held) -> None:
        """Note the changes made to the game."""
        made = held.vote.proposal[held.vote.adopted].astype(np.int64)
        changes = self.tally["changes"]
        changes += np.bincount(made, minlength=len(changes))
        self.tally["moments"][...] += len(plays.row)

    def ended(self, plays: Plays, casting: Ints) -> None:
        """Note how those plays came out; casting (G,)."""
        world, tally = plays.world, self.tally
        np.add.at(tally["outcome"], (casting, world.outcome), 1)
        tally["ending"][:] += np.bincount(world.ending, minlength=len(tally["ending"]))
        tally["with_scene"][...] += int((world.scenes > 0).sum())
        value = _a_round(world)
        ahead = is_ahead(value)
        for party in range(value.shape[1]):
            millionths = np.rint(value[:, party] * MILLIONTHS).astype(np.int64)
            np.add.at(tally["gained"], (casting, np.full_like(casting, party)), millionths)
            np.add.at(tally["ahead"], (casting, np.full_like(casting, party)), ahead[:, party])
        seen: dict[str, Bools] = {
            "phases": world.visited,
            "moves": any_along(world.used, 1),
            "events": world.happened != NOBODY,
            "in_force": world.in_force,
        }
        for name, reached in seen.items():
            tally[name][:] += reached.sum(axis=0)
        self._states(world, np.full(len(value), len(tally["trust"]) - 1))

    def _states(self, world: World, row: Ints) -> None:
        there = still_there(self.compiled, world)
        self._follow("trust", row, table_mean(world.alliance.trust, there))
        self._follow("value", row, mean_of(_a_round(world), there))

    def _follow(self, name: str, row: Ints, number: Floats) -> None:
        histogram, scale = self.tally[name], PATHS[name]
        at = row * scale.bins + scale.bin_of(number)
        counted = np.bincount(at, minlength=histogram.size)
        histogram += counted.reshape(histogram.shape)


def is_ahead(value: Floats) -> Bools:
    """(G, P) who gained more than everybody else; a shared lead does not count."""
    leads = value >= value.max(axis=1)[:, None]
    return leads & (leads.sum(axis=1) == 1)[:, None]


def _a_round(world: World) -> Floats:
    """(G, P) value per round, so far."""
    return world.alliance.value / np.maximum(world.round, 1)[:, None]
