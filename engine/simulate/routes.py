"""Which ways many plays took through the script: whole numbers, so that any split adds up."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np

from engine.model.arrays import Bools, Ints
from engine.play.compiled import CompiledScenario
from engine.play.flow import branches_taken, has_stopped
from engine.play.reflection import Held
from engine.play.state import NOBODY, Stage, World
from engine.simulate.batch import Plays, Turn, Watch, begin_all, play_out
from engine.simulate.plan import Plan

Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Routes:
    """In how many of the plays each happened. By phase, event or ending in the scenario's order.

    taken: by phase, for each of its branches. passed: the script came to that phase while it was
    not part of the game, and went on to the next. finished: the script ended after that phase.
    stopped: there somebody walked out, or all agreed to part. called: a party called for a
    reflection moment there, and it was held.
    """

    plays: int
    reached: Counts
    taken: tuple[Counts, ...]
    passed: Counts
    finished: Counts
    stopped: Counts
    called: Counts
    events: Counts
    endings: Counts

    def __add__(self, other: Self) -> "Routes":
        return Routes(**{
            each.name: _sum(getattr(self, each.name), getattr(other, each.name))
            for each in fields(self)
        })  # fmt: skip


def _sum(one: Any, other: Any) -> Any:
    if isinstance(one, tuple):
        return tuple(_sum(a, b) for a, b in zip(one, other, strict=True))
    return one + other


def routes_of(compiled: CompiledScenario, plan: Plan) -> Iterator[Routes]:
    """The ways that the plays of each chunk of the plan took."""
    for start, stop in plan.chunks():
        casting, games = plan.plays(start, stop)
        watch = _Following(compiled, len(games))
        plays = begin_all(compiled, plan.seed, games, plan.cast(casting))
        for ended in play_out(compiled, plays, plan.seed, watch):
            watch.ended(ended.world)
        yield watch.routes()


class _Following(Watch):
    """Notes of each play where it goes on."""

    def __init__(self, compiled: CompiledScenario, plays: int) -> None:
        phases = len(compiled.phases)
        branches = [len(each.next) for each in compiled.scenario.script.phases.values()]

        def nowhere(*shape: int) -> Bools:
            return np.zeros((plays, *shape), dtype=bool)

        self._compiled, self._plays = compiled, plays
        # By row of the batch: a play that comes by twice is still one play.
        self._taken = [nowhere(count) for count in branches]
        self._passed, self._finished = nowhere(phases), nowhere(phases)
        self._stopped, self._called = nowhere(phases), nowhere(phases)
        self._reached = np.zeros(phases, dtype=np.int64)
        self._events = np.zeros(len(compiled.events), dtype=np.int64)
        self._endings = np.zeros(len(compiled.endings), dtype=np.int64)

    def moment_held(self, plays: Plays, held: Held) -> None:
        """Note the moments that a party asked for."""
        called = plays.world.called
        self._called[plays.row[called], plays.world.phase[called]] = True

    def turned(self, plays: Plays, turn: Turn) -> None:
        """Note the branches that led to another phase, or out of the script."""
        here, chosen, arrived = plays.world.phase, turn.finished, turn.arrived
        stops = has_stopped(self._compiled, chosen)
        self._stopped[plays.row[stops], here[stops]] = True
        ended = arrived.stage == Stage.ENDED
        on_the_way = ~stops & (ended | (arrived.phase != here))
        phase = np.where(on_the_way, here, NOBODY)
        while on_the_way.any():
            to = self._follow(plays.row, turn, phase)
            out = on_the_way & (to == NOBODY)
            self._finished[plays.row[out], phase[out]] = True
            on_the_way &= (to != NOBODY) & (ended | (to != arrived.phase))
            self._passed[plays.row[on_the_way], to[on_the_way]] = True
            phase = np.where(on_the_way, to, NOBODY)

    def _follow(self, row: Ints, turn: Turn, phase: Ints) -> Ints:
        """(G,) where the script goes from those phases, noting by which branch."""
        compiled, to = self._compiled, np.full(len(phase), NOBODY)
        for way in branches_taken(compiled, turn.finished, turn.draw, phase):
            branch = compiled.scenario.script.phases[compiled.phases[way.at]].next[way.number]
            to[way.takes] = compiled.phases.index(branch.to)
            self._taken[way.at][row[way.takes], way.number] = True
        return to

    def ended(self, world: World) -> None:
        """Note how those plays ended, and what they met on the way."""
        self._reached += world.visited.sum(axis=0)
        self._events += (world.happened != NOBODY).sum(axis=0)
        self._endings += np.bincount(world.ending, minlength=len(self._endings))

    def routes(self) -> Routes:
        """What was noted, as counts."""
        return Routes(
            plays=self._plays,
            reached=_counts(self._reached),
            taken=tuple(_counts(each.sum(axis=0)) for each in self._taken),
            passed=_counts(self._passed.sum(axis=0)),
            finished=_counts(self._finished.sum(axis=0)),
            stopped=_counts(self._stopped.sum(axis=0)),
            called=_counts(self._called.sum(axis=0)),
            events=_counts(self._events),
            endings=_counts(self._endings),
        )


def _counts(array: Ints) -> Counts:
    return tuple(int(each) for each in array)
