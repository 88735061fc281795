"""Operations on arrays of games, parties and pairs; every sum in a fixed order.

The order of numpy's own sums may depend on the layout; here it does not.

Arrays are indexed [game, party, ...] and laid out in Fortran order, the games side by side: a
round then runs over long stretches rather than over two parties at a time, which is about six times
as fast. Elementwise work keeps the layout of its operands, so it is set where arrays are made.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.integer]
Kinds = NDArray[np.int8]
Bools = NDArray[np.bool_]


def mean_over_others(x: Floats, there: Bools | None = None) -> Floats:
    """(G, P) the mean of (G, P, P) over the others; the diagonal is ignored.

    there: (G, P) whom it is about, where that is not all of them; about nobody: 0.
    """
    games, parties, _ = x.shape
    if there is not None:
        x = np.where(there[:, None, :] & off_diagonal(parties), x, 0.0)
        count = sum_last_axis(there.astype(float))[:, None] - there
        mean_of_those: Floats = sum_last_axis(x) / np.maximum(count, 1.0)
        return mean_of_those
    mean = np.empty((games, parties), order="F")
    for i in range(parties):
        first, *rest = [j for j in range(parties) if j != i]
        total = x[:, i, first]
        for j in rest:
            total = total + x[:, i, j]
        mean[:, i] = total / (parties - 1)
    return mean


def table_mean(x: Floats, there: Bools | None = None) -> Floats:
    """(G,) the mean over all ordered pairs of (G, P, P); there: (G, P) of those parties."""
    return mean_of(mean_over_others(x, there), there)


def mean_of(x: Floats, there: Bools | None = None) -> Floats:
    """(G,) the mean of (G, P); there: (G, P) of those parties."""
    if there is None:
        mean: Floats = sum_last_axis(x) / x.shape[-1]
        return mean
    of_those: Floats = sum_last_axis(np.where(there, x, 0.0))
    return of_those / np.maximum(sum_last_axis(there.astype(float)), 1.0)


def nudge(state: Floats, shift: float | Floats) -> Floats:
    """The state after a bounded pulse: up by a share of the room left, down by a share of it."""
    up, down = np.maximum(shift, 0.0), np.minimum(shift, 0.0)
    return state + up * (1.0 - state) + down * state


def sum_last_axis(x: Floats) -> Floats:
    """The sum over the last axis, in the order of that axis."""
    total: Floats = x[..., 0]
    for at in range(1, x.shape[-1]):
        total = total + x[..., at]
    return total


def min_last_axis(x: Floats) -> Floats:
    """The smallest along the last axis."""
    min_last_axis: Floats = x[..., 0]
    for at in range(1, x.shape[-1]):
        min_last_axis = np.minimum(min_last_axis, x[..., at])
    return min_last_axis


def clip(x: Floats, low: float | Floats = 0.0, high: float | Floats = 1.0) -> Floats:
    """x, kept between low and high."""
    result: Floats = np.minimum(np.maximum(x, low), high)
    return result


def off_diagonal(parties: int) -> Bools:
    """(P, P) true where i and j are different parties."""
    return ~np.eye(parties, dtype=bool)


def filled(shape: tuple[int, ...], given: float | Floats | None, default: float) -> Floats:
    """An array of that shape with the given value, or else the default."""
    result = np.empty(shape, order="F")
    result[...] = default if given is None else given
    return result


def broadcast_games(row: NDArray[Any], games: int) -> NDArray[Any]:
    """(G, ...) the same row for every game."""
    result = np.empty((games, *row.shape), dtype=row.dtype, order="F")
    result[...] = row
    return result


def take_rows(table: NDArray[Any], index: NDArray[np.integer]) -> NDArray[Any]:
    """(G, P, columns) the rows of a table (n, columns) at an index (G, P)."""
    return np.take(table.T, index.T, axis=1).T


def outer(of_game: NDArray[Any], of_party: NDArray[Any]) -> NDArray[Any]:
    """(G, P) the product of (G,) and (P,)."""
    return np.multiply.outer(of_party, of_game).T


def max_last_axis(x: Floats) -> Floats:
    """The largest along the last axis."""
    max_last_axis: Floats = x[..., 0]
    for at in range(1, x.shape[-1]):
        max_last_axis = np.maximum(max_last_axis, x[..., at])
    return max_last_axis


def take_columns(x: NDArray[Any], at: NDArray[np.integer]) -> NDArray[Any]:
    """x[..., at]"""
    return np.take(x.T, at, axis=0).T


def one_hot(index: NDArray[np.integer], count: int) -> Bools:
    """(G, P, count) true at an index (G, P)."""
    every = np.arange(count, dtype=index.dtype)[:, None, None]
    return (every == index.T).T


def blank_diagonal(x: Floats) -> Floats:
    """(G, P, P) with a diagonal of zeros: x itself, which must be newly made."""
    for party in range(x.shape[1]):
        x[:, party, party] = 0.0
    return x
