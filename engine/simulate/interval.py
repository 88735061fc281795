"""How certain a figure from many plays is: 95% intervals of shares and differences."""

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

# Of a normal distribution, two-sided.
Z_95 = 1.959964


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


def difference(one: Any, other: Any) -> Difference:
    """How much larger one is than the other; both (G,), paired."""
    apart = np.asarray(one, dtype=float) - np.asarray(other, dtype=float)
    mean = float(apart.mean())
    half = Z_95 * float(apart.std(ddof=1)) / sqrt(len(apart)) if len(apart) > 1 else 0.0
    return Difference(mean, mean - half, mean + half)


def share_between(part: int, whole: int) -> tuple[float, float]:
    """The ends of the interval of a share of at least one play (Wilson 1927)."""
    p, z2 = part / whole, Z_95 * Z_95
    middle = (p + z2 / (2 * whole)) / (1 + z2 / whole)
    half = Z_95 * sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole)) / (1 + z2 / whole)
    return max(0.0, middle - half), min(1.0, middle + half)
