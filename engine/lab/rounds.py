"""What one round of many laboratory games looks like, and how long a game lasts.

All arrays are party by game: (parties, games). Games are ordered by length, the longest first, so
those that go on are always the first ones.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.lab.experiment import Lab
from engine.model.chance import Purpose, Words, remix, uniform, words
from engine.model.exact import log

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

LONGEST = 100_000
_STEP = 0x9E3779B97F4A7C15


class Played(NamedTuple):
    """One round, of the games that were still going on.

    chosen, seen: who chose to cooperate, and what came out. before: what came out in the round
    before; None in the first. chance: of cooperating, as each party had it; None where a circuit
    chose. left: (games) whether a party walked out after it. stays: which
    games have another round.
    """

    chosen: Bools
    seen: Bools
    before: Bools | None
    chance: Floats | None
    left: Bools | None
    stays: slice | Ints


class Lasting(NamedTuple):
    """Games in the order of their length, longest first; both (games,)."""

    games: Ints
    rounds: Ints


def lasting(lab: Lab, seed: int, games: Ints) -> Lasting:
    """Those games and the random number of rounds of each."""
    if lab.continuation == 0.0:
        return Lasting(games, np.ones(len(games), dtype=np.int64))
    drawn = uniform(seed, games, np.zeros(1, dtype=np.int64), Purpose.LENGTH, 1)[:, 0]
    extra = np.floor(log(1.0 - drawn) / log(lab.continuation))
    rounds = np.minimum(1.0 + extra, LONGEST).astype(np.int64)
    order = np.argsort(-rounds, kind="stable")
    return Lasting(games[order], rounds[order])


class Luck:
    """The luck of one purpose, round after round, for the games that still go on.

    What a party draws depends only on the seed, the purpose, the game and the round.
    """

    def __init__(self, seed: int, games: Ints, purpose: Purpose, parties: int) -> None:
        first = np.zeros(1, dtype=np.int64)
        self._rows = words(seed, games, first, purpose, 1)[:, 0]
        self._parties = parties

    def keep(self, stays: slice | Ints) -> None:
        """Continue with only these games."""
        self._rows = self._rows[stays]

    def bits(self, at: int) -> Words:
        """(parties, games) 64 mixed bits each, of round `at`."""
        numbers = range(at * self._parties + 1, (at + 1) * self._parties + 1)
        offsets = np.array([number * _STEP % 2**64 for number in numbers], dtype=np.uint64)
        counters = self._rows + offsets[:, None]
        return remix(counters, np.empty_like(counters))

    def uniform(self, at: int) -> Floats:
        """(parties, games) numbers in [0, 1)."""
        whole: Floats = (self.bits(at) >> np.uint64(11)).astype(np.float64)
        return whole * 2.0**-53


def threshold(chance: float) -> np.uint64:
    """The number that 64 mixed bits are below with that probability, which is less than 1."""
    return np.uint64(round(chance * 2**64))


def others_all(acts: Bools) -> Bools:
    """(parties, games) whether all others cooperated."""
    if len(acts) == 2:
        return acts[::-1]
    cooperators = acts.sum(axis=0)
    return cooperators - acts == len(acts) - 1
