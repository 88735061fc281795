"""Random numbers as a function of (seed, game, round, purpose, lane): no stream, state or clock.

Splitting a batch over processes changes nothing, and two plays that differ in one choice share
all their other luck. The mixing is the finaliser of splitmix64 (Steele, Lea & Flood 2014).
Only integer arithmetic and correctly rounded float64 products: the same on every machine.
"""

from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Words = NDArray[np.uint64]
Lanes = int | NDArray[np.integer]


class Purpose(IntEnum):
    """What a number is drawn for. Values are part of every trace: add, never renumber."""

    DETECT = 1
    FALSE_ALARM = 2
    NOISE = 3
    VETO = 4
    SURFACE = 5
    TURNOVER = 6
    CHOICE = 7
    GUILE = 8
    MOVE = 9
    REFLECT = 10
    PROPOSE = 11
    VOTE = 12
    EVENT = 13
    EVENT_PARTY = 14
    LINE = 15
    EXIT = 16
    PREDICT = 17
    START = 18
    CALL = 19
    OPTION = 20
    PERSONA = 21
    SAMPLE = 22
    REPAIR = 23
    ERROR = 24
    LENGTH = 25
    PLANE = 26
    LOT = 27
    CONFRONT = 28
    BRANCH = 29


_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_MIX_1 = 0xBF58476D1CE4E5B9
_MIX_2 = 0x94D049BB133111EB
# Odd multipliers that keep game, round and purpose apart before they are mixed.
_GAME = np.uint64(0xD1B54A32D192ED03)
_ROUND = np.uint64(0x8CB92BA72F3D8DD7)
_LANE = np.uint64(0x9E3779B97F4A7C15)


def uniform(
    seed: int,
    games: NDArray[np.integer],
    rounds: NDArray[np.integer],
    purpose: Purpose,
    lanes: Lanes,
) -> Floats:
    """(G, lanes) numbers in [0, 1), uniform, 53 bits.

    seed: 0 <= seed < 2**63. games: (G,) index of each play. rounds: (G,), from 0. lanes: how
    many from the first, or which.
    """
    bits = words(seed, games, rounds, purpose, lanes)
    numbers = (bits >> np.uint64(11)).astype(np.float64)
    return np.multiply(numbers, 2.0**-53, out=numbers)


# The sum of n uniforms has excess kurtosis -1.2 / n; the Cornish-Fisher term x + (x³ - 3x) / 20n
# takes it away. This scale gives that polynomial unit variance again, for n = 4.
_STRAIGHT, _CUBIC = 1.0 - 3.0 / 80.0, 1.0 / 80.0
_VARIANCE = _STRAIGHT**2 + 2 * _STRAIGHT * _CUBIC * 2.7 + _CUBIC**2 * (15 - 4.5 + 3 / 7)
_SCALE = float(np.sqrt(1 / _VARIANCE))
# Sum of four integers 0..65535, centred and scaled to unit variance.
_CENTRE = 2 * 65535.0
_UNIT = float(np.sqrt(12.0 / (4.0 * (65536.0**2 - 1.0))))


def normal(
    seed: int,
    games: NDArray[np.integer],
    rounds: NDArray[np.integer],
    purpose: Purpose,
    lanes: Lanes,
) -> Floats:
    """(G, lanes) numbers with mean 0 and variance 1, nearly normal; always within ±3.9.

    The sum of the four 16-bit quarters of one hash (Irwin-Hall), with a cubic correction for the
    thin tails. Not exact in the tails; no transcendental function, so exact across machines.
    """
    bits = words(seed, games, rounds, purpose, lanes)
    quarter = np.uint64(0xFFFF)
    total = bits & quarter
    for shift in (16, 32, 48):
        total = total + ((bits >> np.uint64(shift)) & quarter)
    x = (total.astype(np.float64) - _CENTRE) * _UNIT
    return x * (_STRAIGHT * _SCALE + (_CUBIC * _SCALE) * (x * x))


def words(
    seed: int,
    games: NDArray[np.integer],
    rounds: NDArray[np.integer],
    purpose: Purpose,
    lanes: Lanes,
) -> Words:
    """(G, lanes) 64 mixed bits each; the games side by side in memory."""
    if not 0 <= seed < 2**63:
        raise ValueError(f"A seed lies in 0 .. 2**63 - 1, and this one is {seed}. Choose another.")
    which = np.arange(lanes) if isinstance(lanes, int) else np.asarray(lanes)
    lane = (which.astype(np.uint64) + np.uint64(1)) * _LANE
    return _mixed(_rows(_key(seed, purpose), games, rounds) + lane[:, None]).T


@lru_cache(maxsize=1024)
def _key(seed: int, purpose: Purpose) -> int:
    return _mix_int(_mix_int(seed + _GOLDEN) + int(purpose) * _GOLDEN)


def _rows(key: int, games: NDArray[np.integer], rounds: NDArray[np.integer]) -> Words:
    """(G,) mixed after each part: no sum of (game, round, lane) can stand in for another."""
    if games.size == rounds.size == 1:  # of a live play; Python is quicker with a few numbers
        game = _mix_int(int(games.item()) * int(_GAME) + key)
        return np.array([_mix_int(game + int(rounds.item()) * int(_ROUND))], dtype=np.uint64)
    row: Words = _unsigned(games) * _GAME
    row = _mixed(np.add(row, np.uint64(key), out=row))
    return _mixed(row + _unsigned(rounds) * _ROUND)


def _unsigned(number: NDArray[np.integer]) -> Words:
    whole = np.atleast_1d(number)
    return whole.view(np.uint64) if whole.dtype.itemsize == 8 else whole.astype(np.uint64)


def remix(counter: Words, spare: Words) -> Words:
    """The counters mixed in place, for callers that draw too many numbers to copy them.

    counter: (…) uint64, distinct; overwritten. spare: of the same shape; its content is lost.
    """
    for shift, factor in ((30, _MIX_1), (27, _MIX_2)):
        np.right_shift(counter, np.uint64(shift), out=spare)
        np.bitwise_xor(counter, spare, out=counter)
        np.multiply(counter, np.uint64(factor), out=counter)
    np.right_shift(counter, np.uint64(31), out=spare)
    return np.bitwise_xor(counter, spare, out=counter)


def _mixed(fresh: Words) -> Words:
    """Counters that nobody else holds, mixed."""
    return remix(fresh, np.empty_like(fresh))


def _mix_int(word: int) -> int:
    word &= _MASK
    word = ((word ^ (word >> 30)) * _MIX_1) & _MASK
    word = ((word ^ (word >> 27)) * _MIX_2) & _MASK
    return word ^ (word >> 31)
