"""Where the luck of plays comes from."""

from dataclasses import dataclass

import numpy as np

from engine.model.chance import Lanes, Purpose, uniform
from engine.play.compiled import Floats, Ints


@dataclass(frozen=True, slots=True)
class Draw:
    """Where luck comes from: a function of (seed, game, round, purpose), for G games."""

    seed: int
    games: Ints  # (G,)

    @classmethod
    def of_play(cls, seed: int, game: int) -> "Draw":
        """The luck of one play."""
        return cls(seed, np.array([game], dtype=np.uint64))

    def rows(self, rows: Ints) -> "Draw":
        """The same for those games only."""
        return Draw(self.seed, self.games[rows])

    def uniform(self, clock: Ints, purpose: Purpose, lanes: Lanes) -> Floats:
        """(G, lanes) numbers in [0, 1); lanes: how many, or which."""
        return uniform(self.seed, self.games, clock, purpose, lanes)
