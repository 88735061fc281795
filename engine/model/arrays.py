"""What can be done with arrays of games, parties and pairs; every sum in a fixed order.

numpy's own sums may add in an order that depends on the layout; these do not.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.integer]
Kinds = NDArray[np.int8]
Bools = NDArray[np.bool_]


def facing(x: Floats) -> Floats:
    """(G, P) the mean of (G, P, P) over the others; the diagonal is not read."""
    parties = x.shape[-1]
    mean: Floats = across(np.where(off_diagonal(parties), x, 0.0)) / (parties - 1)
    return mean


def table_mean(x: Floats) -> Floats:
    """(G,) the mean over all ordered pairs of (G, P, P)."""
    mean: Floats = across(facing(x)) / x.shape[-1]
    return mean


def nudge(state: Floats, shift: float | Floats) -> Floats:
    """The state after a bounded pulse: up by a share of the room left, down by a share of it."""
    up, down = np.maximum(shift, 0.0), np.minimum(shift, 0.0)
    return state + up * (1.0 - state) + down * state


def across(x: Floats) -> Floats:
    """The sum over the last axis, in the order of that axis."""
    total: Floats = x[..., 0]
    for at in range(1, x.shape[-1]):
        total = total + x[..., at]
    return total


def least(x: Floats) -> Floats:
    """The smallest along the last axis."""
    least: Floats = x[..., 0]
    for at in range(1, x.shape[-1]):
        least = np.minimum(least, x[..., at])
    return least


def clip(x: Floats, low: float = 0.0, high: float = 1.0) -> Floats:
    """x, kept between low and high."""
    result: Floats = np.minimum(np.maximum(x, low), high)
    return result


def off_diagonal(parties: int) -> Bools:
    """(P, P) true where i and j are different parties."""
    return ~np.eye(parties, dtype=bool)


def filled(shape: tuple[int, ...], given: float | Floats | None, default: float) -> Floats:
    """An array of that shape with what was given, or else the default."""
    result = np.empty(shape)
    result[...] = default if given is None else given
    return result


def blank_diagonal(x: Floats) -> Floats:
    """(G, P, P) with a diagonal of zeros."""
    return np.where(off_diagonal(x.shape[1]), x, 0.0)
