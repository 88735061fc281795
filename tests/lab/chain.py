"""The exact mean scores of two strategies under noise, by a Markov chain over their states."""

import numpy as np
from numpy.typing import NDArray

from engine.lab.strategies import Strategy
from engine.lab.tournament import PUNISHMENT, REWARD, SUCKER, TEMPTATION


def exact_scores(
    first: Strategy, second: Strategy, turns: int, noise: float
) -> tuple[float, float]:
    """The mean score per turn of both, over a match of that many turns."""
    states, pays = _chain(first, second, noise)
    at = np.zeros(len(states))
    at[0] = 1.0
    total = np.zeros(2)
    for _ in range(turns):
        total += at @ pays
        at = at @ states
    return float(total[0] / turns), float(total[1] / turns)


def _chain(
    first: Strategy, second: Strategy, noise: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    width = len(second.cooperates)
    size = len(first.cooperates) * width
    to, pays = np.zeros((size, size)), np.zeros((size, 2))
    points = ((REWARD, REWARD), (SUCKER, TEMPTATION), (TEMPTATION, SUCKER), (PUNISHMENT,) * 2)
    for state in range(size):
        mine, theirs = divmod(state, width)
        p = _seen(first.cooperates[mine], noise)
        q = _seen(second.cooperates[theirs], noise)
        chances = (p * q, p * (1 - q), (1 - p) * q, (1 - p) * (1 - q))
        for outcome, chance in enumerate(chances):
            mirrored = (0, 2, 1, 3)[outcome]
            after = first.follows[mine][outcome] * width + second.follows[theirs][mirrored]
            to[state, after] += chance
            pays[state] += chance * np.array(points[outcome])
    return to, pays


def _seen(cooperates: float, noise: float) -> float:
    return cooperates * (1 - noise) + (1 - cooperates) * noise
