"""Shares as the points of 0-100 that people read and authors compare with."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def points(share: ArrayLike) -> NDArray[np.float64]:
    """The share in whole points, halves to the even number.

    This is the only place that rounds: what a screen shows as equal to an author's bound must also
    compare as equal to it.
    """
    whole: NDArray[np.float64] = np.rint(np.multiply(share, 100.0))
    return whole
