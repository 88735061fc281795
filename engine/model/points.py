"""Shares as the points of 0-100 that people read and authors compare with."""

from collections.abc import Mapping
from math import floor
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray


def points(share: ArrayLike) -> NDArray[np.float64]:
    """The share in whole points, halves to the even number.

    This is the only place that rounds: what a screen shows as equal to an author's bound must also
    compare as equal to it.
    """
    whole: NDArray[np.float64] = np.rint(np.multiply(share, 100.0))
    return whole


Part = TypeVar("Part", bound=str)


def parts_in_points(parts: Mapping[Part, float], total: int) -> dict[Part, int]:
    """The parts in whole points that add up to the total, itself in whole points.

    By the largest remainder: each is rounded down, and the points that are then left go to the
    parts that lost most; where there are too many, they are taken from those that lost least.
    """
    whole = {name: floor(100.0 * part) for name, part in parts.items()}
    short = total - sum(whole.values())
    lost = sorted(parts, key=lambda name: whole[name] - 100.0 * parts[name])
    step = 1 if short > 0 else -1
    order = lost if short > 0 else lost[::-1]
    for at in range(abs(short) if parts else 0):
        whole[order[at % len(order)]] += step
    return whole
