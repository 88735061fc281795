"""All against all: every strategy meets every other and itself, turn by turn.

Repetitions are bits: 64 of them move with one Boolean operation on a word. The moves are an array
(strategies, strategies + 1, words): row i is how strategy i plays against each opponent, and the
last column is its other self.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.lab.circuits import Mechanism, mechanism
from engine.lab.planes import TURN, Coins
from engine.lab.strategies import STRATEGIES, Strategy
from engine.lab.tally import LaneCounter
from engine.lab.wanted import competitors, share, whole_number
from engine.model.chance import Purpose, Words, words

Floats = NDArray[np.float64]

# Reward, sucker's payoff, temptation, punishment: the game of Axelrod's tournaments.
REWARD, SUCKER, TEMPTATION, PUNISHMENT = 3, 0, 5, 1

# Words of repetitions that are played together: all arrays of a turn stay in the cache.
_WORDS_TOGETHER = 24
_MOST_TURNS = 100_000
_MOST_REPETITIONS = 1_000_000
# Words of random bits drawn at once: with fewer, the call costs more than the drawing.
_LUCK_TOGETHER = 6_000


@dataclass(frozen=True)
class Standing:
    """How one strategy did against the others; scores are means per turn.

    standard_error: over the repetitions; None when there was only one.
    """

    strategy: str
    score: float
    standard_error: float | None
    cooperation: float


@dataclass(frozen=True)
class Tournament:
    """The result. Pairs have the scores per turn of (first, second), itself included.

    scores: for each pair (repetitions, 2) int64, over all turns.
    """

    turns: int
    repetitions: int
    noise: float
    seed: int
    strategies: tuple[str, ...]
    standings: tuple[Standing, ...]
    scores: dict[tuple[str, str], NDArray[np.int64]]

    def as_json(self) -> dict[str, object]:
        """The tournament as plain data; scores are means per turn."""
        return {
            "turns": self.turns,
            "repetitions": self.repetitions,
            "noise": self.noise,
            "seed": self.seed,
            "strategies": list(self.strategies),
            "standings": [
                {
                    "strategy": each.strategy,
                    "score": each.score,
                    "standard_error": each.standard_error,
                    "cooperation": each.cooperation,
                }
                for each in self.standings
            ],
            "pairs": [
                {
                    "first": first,
                    "second": second,
                    "scores": [float(mean) / self.turns for mean in scores.mean(axis=0)],
                }
                for (first, second), scores in self.scores.items()
            ],
        }


def tournament(
    turns: int = 200,
    repetitions: int = 10,
    noise: float = 0.0,
    seed: int = 0,
    strategies: Sequence[str] | None = None,
) -> Tournament:
    """All against all. Raises LabRefusal for what can't be played.

    noise: probability that a move comes out as its opposite. strategies: names, all by default.
    A strategy's standing leaves out the match with itself, as the package axelrod does.
    """
    whole_number("turns", turns, 1, _MOST_TURNS)
    whole_number("repetitions", repetitions, 1, _MOST_REPETITIONS)
    whole_number("seed", seed, 0, 2**63 - 1)
    share("noise", noise, 0.5)
    names = tuple(STRATEGIES) if strategies is None else competitors(strategies)
    chosen = [STRATEGIES[name] for name in names]
    totals = count_moves(chosen, turns, repetitions, noise, seed)
    scores = {
        (names[i], names[j]): _scores(totals, i, j, turns)
        for i in range(len(names))
        for j in range(i, len(names))
    }
    standings = [_standing(at, names, totals, scores, turns) for at in range(len(names))]
    ranked = sorted(standings, key=lambda each: -each.score)
    return Tournament(turns, repetitions, noise, seed, names, tuple(ranked), scores)


@dataclass(frozen=True)
class Moves:
    """How often, over all turns: (S, S + 1, repetitions) int64; column S is the other self."""

    cooperated: NDArray[np.int64]
    together: NDArray[np.int64]  # both did


def count_moves(
    strategies: Sequence[Strategy], turns: int, repetitions: int, noise: float, seed: int
) -> Moves:
    """How often each cooperated against each, a block of repetitions at a time."""
    width = -(-repetitions // 64)
    blocks = [
        _Block(strategies, seed, first, min(first + _WORDS_TOGETHER, width), noise).play(turns)
        for first in range(0, width, _WORDS_TOGETHER)
    ]
    cooperated, together = (
        np.concatenate(parts, axis=2)[:, :, :repetitions] for parts in zip(*blocks, strict=True)
    )
    return Moves(cooperated, together)


class _Block:
    """Some words of repetitions of all matches, from the first turn to the last."""

    def __init__(
        self, strategies: Sequence[Strategy], seed: int, first: int, end: int, noise: float
    ) -> None:
        size = len(strategies)
        self._shape = (size, size + 1, end - first)
        self._mechanisms = [mechanism(each) for each in strategies]
        self._false = np.zeros(self._shape[1:], dtype=np.uint64)
        self._true = ~self._false
        self._digits = [[self._false] * each.digits for each in self._mechanisms]
        self._moves = np.empty(self._shape, dtype=np.uint64)
        self._facing = np.empty(self._shape, dtype=np.uint64)
        self._noise = self._stream(noise, seed, first, end, 0, range(size)) if noise else None
        self._coins = self._streams(seed, first, end)

    def _streams(self, seed: int, first: int, end: int) -> dict[float, tuple["_Luck", list[int]]]:
        """For each probability the coins, and which strategies throw them."""
        throwers: dict[float, list[int]] = {}
        for at, each in enumerate(self._mechanisms):
            for chance in each.chances:
                throwers.setdefault(chance, []).append(at)
        return {
            chance: (self._stream(chance, seed, first, end, 1 + number, rows), rows)
            for number, (chance, rows) in enumerate(sorted(throwers.items()))
        }

    def _stream(
        self, chance: float, seed: int, first: int, end: int, lane: int, rows: Sequence[int]
    ) -> "_Luck":
        size, width, _ = self._shape
        # The number of a word of random bits: its match, and which 64 repetitions.
        matches = np.array(rows)[:, None] * width + np.arange(width)
        at = matches[:, :, None] + size * width * np.arange(first, end)
        key = words(seed, at.ravel(), np.full(at.size, lane), Purpose.PLANE, 1)[:, 0]
        return _Luck(chance, key, at.shape)

    def play(self, turns: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """How often each cooperated, and how often both did."""
        cooperated, together = LaneCounter(), LaneCounter()
        for turn in range(turns):
            self._choose(turn)
            if self._noise is not None:
                np.bitwise_xor(self._moves, self._noise.throw(turn), out=self._moves)
            self._face()
            cooperated.add(self._moves)
            together.add(self._moves & self._facing)
            self._learn()
        return cooperated.counts(), together.counts()

    def _choose(self, turn: int) -> None:
        coins = {
            (chance, at): thrown
            for chance, (luck, rows) in self._coins.items()
            for at, thrown in zip(rows, luck.throw(turn), strict=True)
        }
        for at, each in enumerate(self._mechanisms):
            mine = [coins[chance, at] for chance in each.chances]
            act = each.act.run(self._false, self._true, *self._digits[at], *mine)
            self._moves[at] = act[0]

    def _face(self) -> None:
        size = self._shape[0]
        self._facing[:, :size] = self._moves[:, :size].transpose(1, 0, 2)
        selves = np.arange(size)
        self._facing[selves, selves] = self._moves[:, size]
        self._facing[:, size] = self._moves[selves, selves]

    def _learn(self) -> None:
        for at, each in enumerate(self._mechanisms):
            self._digits[at] = self._next(each, at)

    def _next(self, each: Mechanism, at: int) -> list[Words]:
        digits = each.move.run(
            self._false, self._true, self._moves[at], self._facing[at], *self._digits[at]
        )
        # A wire that only passes a move on must not change with the next one.
        return [digit.copy() if digit.base is not None else digit for digit in digits]


class _Luck:
    """The coins of one probability, drawn for enough turns at once to make a call worthwhile."""

    def __init__(self, chance: float, key: Words, shape: tuple[int, ...]) -> None:
        self._turns = max(1, _LUCK_TOGETHER // key.size)
        self._shape = (self._turns, *shape)
        # A turn's number is part of the row here, so that several turns are one throw.
        turns = np.arange(self._turns, dtype=np.uint64) * TURN
        self._coins = Coins(chance, (key[None, :] + turns[:, None]).ravel())
        self._drawn = np.empty(self._shape, dtype=np.uint64)

    def throw(self, turn: int) -> Words:
        """The coins of that turn; turns come in order."""
        if turn % self._turns == 0:
            self._drawn = self._coins.throw(turn).reshape(self._shape)
        return self._drawn[turn % self._turns]


def _scores(totals: Moves, i: int, j: int, turns: int) -> NDArray[np.int64]:
    """(repetitions, 2) the points of strategies i and j in their match."""
    own, other = (i, j), (j, i) if i != j else (i, len(totals.cooperated))
    both = totals.together[own]
    points = []
    for mine, theirs in ((own, other), (other, own)):
        only_i = totals.cooperated[mine] - both
        only_they = totals.cooperated[theirs] - both
        neither = turns - both - only_i - only_they
        points.append(
            REWARD * both + SUCKER * only_i + TEMPTATION * only_they + PUNISHMENT * neither
        )
    return np.stack(points, axis=1)


def _standing(
    at: int,
    names: tuple[str, ...],
    totals: Moves,
    scores: dict[tuple[str, str], NDArray[np.int64]],
    turns: int,
) -> Standing:
    rivals = [other for other in range(len(names)) if other != at] or [at]
    mine = [
        scores[names[at], names[other]][:, 0]
        if at <= other
        else scores[names[other], names[at]][:, 1]
        for other in rivals
    ]
    each = np.stack(mine).mean(axis=0) / turns
    error = float(each.std(ddof=1) / np.sqrt(len(each))) if len(each) > 1 else None
    cooperation = float(totals.cooperated[at, rivals].mean() / turns)
    return Standing(names[at], float(each.mean()), error, cooperation)
