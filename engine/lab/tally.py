"""Counting bits lane by lane: 64 counters a word, by carry-save adders (Harley-Seal)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.model.chance import Words


class LaneCounter:
    """Counts for each bit of the words how often it was on."""

    def __init__(self) -> None:
        # At each weight 2**k a total and sometimes one more, which waits for a second.
        self._totals: list[Words] = []
        self._waiting: list[Words | None] = []

    def add(self, bits: Words) -> None:
        """Count those bits; the array is not kept."""
        carried: Words | None = bits.copy()
        weight = 0
        while carried is not None:
            if weight == len(self._totals):
                self._totals.append(np.zeros_like(bits))
                self._waiting.append(None)
            first = self._waiting[weight]
            if first is None:
                self._waiting[weight] = carried
                return
            self._waiting[weight] = None
            carried = self._sum(weight, first, carried)
            weight += 1

    def _sum(self, weight: int, first: Words, second: Words) -> Words:
        """Total, first and second become a new total; what is carried is worth twice as much."""
        total = self._totals[weight]
        half = np.bitwise_xor(first, second)
        np.bitwise_and(first, second, out=first)
        np.bitwise_and(half, total, out=second)
        np.bitwise_or(first, second, out=first)
        np.bitwise_xor(total, half, out=total)
        return first

    def counts(self) -> NDArray[np.int64]:
        """(…, W * 64) the counts, for words (…, W); lane 0 is the lowest bit."""
        planes = [
            (weight, plane)
            for weight, pair in enumerate(zip(self._totals, self._waiting, strict=True))
            for plane in pair
            if plane is not None
        ]
        counts = np.zeros((*planes[0][1].shape[:-1], planes[0][1].shape[-1] * 64), dtype=np.int64)
        for weight, plane in planes:
            counts += _lanes(plane).astype(np.int64) << weight
        return counts


def _lanes(words: Words) -> NDArray[Any]:
    little = np.ascontiguousarray(words).astype("<u8").view(np.uint8)
    return np.unpackbits(little, axis=-1, bitorder="little")
