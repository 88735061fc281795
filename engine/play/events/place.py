"""Where a play is, and which of several wordings is its turn."""

from collections.abc import Iterator

import numpy as np

from engine.model.chance import Purpose
from engine.play.compiled import CompiledScenario
from engine.play.events.kinds import Place
from engine.play.round import Draw
from engine.play.state import NOBODY, Stage, State, World


def place_of(compiled: CompiledScenario, state: State) -> Place:
    """Where the play is: what happens now belongs there."""
    world = state.world
    upcoming = 1 if state.stage is Stage.ROUND else 0
    phase = compiled.phases[int(world.phase[0])]
    return Place(int(world.round[0]) + upcoming, state.stage, phase)


def decor_of(compiled: CompiledScenario, world: World) -> str:
    """The id of the decor where the talks are now."""
    moved = int(world.decor[0])
    at = int(compiled.phase_decor[world.phase[0]]) if moved == NOBODY else moved
    return compiled.elements[at].id


def variant(state: State, at: int, wordings: int) -> int:
    """Which of several wordings is used: drawn once a play, then each in its turn.

    So two parties never say the same in one round, and nobody says it again before the rest.
    """
    if wordings < 2:
        return 0
    luck = Draw.of_play(state.seed, state.game)
    first = luck.uniform(np.zeros(1, dtype=int), Purpose.LINE, 1)[0, 0]
    return (int(first * wordings) + int(state.world.round[0]) + at) % wordings


def pairs(parties: tuple[str, ...]) -> Iterator[tuple[int, int, str, str]]:
    """Every two different parties, as indices and as ids: one party about another."""
    for i, by in enumerate(parties):
        for j, of in enumerate(parties):
            if i != j:
                yield i, j, by, of
