"""Random bits by the word: 64 at a time, each on with the same probability.

A bit is on when a uniform number is less than the probability; the number's binary digits are
drawn one plane at a time, from the first, until no bit is undecided. Almost all are decided
within a few planes; only the remaining words go on. Exact to 53 digits.
"""

import numpy as np

from engine.model.chance import Words, remix

_STEP = np.uint64(0x9E3779B97F4A7C15)
_DIGITS = 53
# Planes drawn for all words; after these, one word in five still has an undecided bit.
_TOGETHER = 8
_APART = 4
_ON = np.uint64(2**64 - 1)
_PLANES_A_TURN = 64  # more than a turn uses, so that no number is drawn twice
# A row plus n times this throws what the row throws n turns later.
TURN = np.uint64(_PLANES_A_TURN * int(_STEP) % 2**64)


class Coins:
    """Coins of one probability, over and over, in the same arrays.

    rows: (W,) uint64, a well mixed number for each word; what a word throws depends only on its
    row and the turn.
    """

    def __init__(self, probability: float, rows: Words) -> None:
        self._digits = _binary(probability)
        self._rows = rows
        self._on = np.empty_like(rows)
        self._open = np.empty_like(rows)
        self._drawn = np.empty_like(rows)
        self._spare = np.empty_like(rows)

    def throw(self, turn: int) -> Words:
        """(W,) the coins of that turn; overwritten by the next throw."""
        self._on.fill(0)
        self._open.fill(_ON)
        first = turn * _PLANES_A_TURN
        for at, digit in enumerate(self._digits[:_TOGETHER]):
            np.add(self._rows, _offset(first + at), out=self._drawn)
            _decide(digit, self._on, self._open, remix(self._drawn, self._spare), self._spare)
        if len(self._digits) > _TOGETHER:
            self._finish(first)
        return self._on

    def _finish(self, first: int) -> None:
        where = np.flatnonzero(self._open)
        on, open_, rows = self._on[where], self._open[where], self._rows[where]
        for at in range(_TOGETHER, len(self._digits)):
            if at > _TOGETHER and at % _APART == 0:
                left = np.flatnonzero(open_)
                self._on[where] = on
                if not len(left):
                    return
                where, on, open_, rows = where[left], on[left], open_[left], rows[left]
            drawn = rows + _offset(first + at)
            spare = np.empty_like(drawn)
            _decide(self._digits[at], on, open_, remix(drawn, spare), spare)
        self._on[where] = on


def _decide(digit: bool, on: Words, open_: Words, drawn: Words, spare: Words) -> None:
    """Settle the bits whose digit differs from the probability's; `drawn` is lost."""
    if digit:
        np.bitwise_and(open_, drawn, out=spare)
        np.bitwise_xor(open_, spare, out=open_)
        np.bitwise_or(on, open_, out=on)
        np.copyto(open_, spare)
    else:
        np.bitwise_and(open_, drawn, out=drawn)
        np.bitwise_xor(open_, drawn, out=open_)


def _offset(number: int) -> np.uint64:
    return np.uint64((number + 1) * int(_STEP) % 2**64)


def _binary(probability: float) -> tuple[bool, ...]:
    """The digits after the point, without zeros at the end."""
    whole = round(probability * 2**_DIGITS)
    digits = [bool(whole >> (_DIGITS - 1 - at) & 1) for at in range(_DIGITS)]
    while digits and not digits[-1]:
        digits.pop()
    return tuple(digits)
