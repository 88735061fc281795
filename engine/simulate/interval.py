"""How certain a figure from many plays is: 95% intervals of shares and differences."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Any

import numpy as np

# Of a normal distribution, two-sided.
Z_95 = 1.959964
_UNSURE = 0.05


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference between plays of the same luck, with its interval."""

    mean: float
    low: float
    high: float

    @property
    def sign(self) -> int:
        """1 or -1 if the interval is on one side of zero, otherwise 0."""
        return int(self.low > 0) - int(self.high < 0)


def z_of(comparisons: int) -> float:
    """How many standard errors a 95% interval is wide to either side, so that all intervals of that
    many comparisons hold together (Bonferroni).
    """
    return NormalDist().inv_cdf(1 - _UNSURE / (2 * max(comparisons, 1)))


def difference(one: Any, other: Any, z: float = Z_95) -> Difference:
    """How much larger one is than the other; both (G,), paired."""
    apart = np.asarray(one, dtype=float) - np.asarray(other, dtype=float)
    mean = float(apart.mean())
    half = z * float(apart.std(ddof=1)) / sqrt(len(apart)) if len(apart) > 1 else 0.0
    return Difference(mean, mean - half, mean + half)


def share_between(part: int, whole: int, z: float = Z_95) -> tuple[float, float]:
    """The ends of the interval of a share of at least one play (Wilson 1927)."""
    p, z2 = part / whole, z * z
    middle = (p + z2 / (2 * whole)) / (1 + z2 / whole)
    half = z * sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole)) / (1 + z2 / whole)
    return max(0.0, middle - half), min(1.0, middle + half)
