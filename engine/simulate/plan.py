"""Which plays are played: their numbers, luck and company, whoever plays them."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.model.arrays import Ints
from engine.play.compiled import CompiledScenario
from engine.players import PERSONAS

# Plays in one batch: enough to make numpy calls worthwhile, and few enough to fit in the cache.
CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Plan:
    """Plays 0 to `count` of a seed, dealt to the castings in turn.

    Play n is game n // K of casting n % K, so that every casting has the same luck; with
    `own_luck` it is game n, so that no two plays have the same and each counts by itself.
    """

    seed: int
    count: int
    castings: tuple[tuple[str, ...], ...]  # by party, the name of a persona
    size: int = CHUNK
    own_luck: bool = False

    def chunks(self) -> Iterator[tuple[int, int]]:
        """The numbers of the plays, first and end, a chunk at a time."""
        for start in range(0, self.count, self.size):
            yield start, min(start + self.size, self.count)

    def plays(self, start: int, stop: int) -> tuple[Ints, Ints]:
        """(G,) the casting and (G,) the game of those plays."""
        number = np.arange(start, stop, dtype=np.int64)
        game = number if self.own_luck else number // len(self.castings)
        return number % len(self.castings), game

    def cast(self, casting: Ints) -> Ints:
        """(G, P) who sits where, as an index in PERSONAS."""
        who = tuple(PERSONAS)
        table = [[who.index(name) for name in each] for each in self.castings]
        return np.asfortranarray(np.array(table, dtype=np.int8)[casting])


def castings_of(
    compiled: CompiledScenario, personas: Sequence[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Every persona on every seat; or the named ones by party, the last for any other seats."""
    if not personas:
        return tuple(itertools.product(PERSONAS, repeat=compiled.party_count))
    filled = [*personas, *[personas[-1]] * compiled.party_count][: compiled.party_count]
    return (tuple(filled),)
