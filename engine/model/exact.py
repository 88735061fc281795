"""exp, log and powers that are the same to the last bit on every machine.

numpy's own choose an implementation by processor, and those differ in the last digit; a play
recorded on one laptop must replay on another. Only sums, products and shifts of the exponent are
used here, which IEEE 754 rounds in one way. Accurate to about 2 units in the last place.
"""

from collections.abc import Callable
from math import factorial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# log 2 in two parts, of which the first has zeros at its end: n times it is exact.
_LOG2_HIGH = float.fromhex("0x1.62e42fee00000p-1")
_LOG2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
_PER_LOG2 = float.fromhex("0x1.71547652b82fep+0")
_EXP_TERMS = tuple(1.0 / factorial(n) for n in range(13, -1, -1))
_LOG_TERMS = tuple(2.0 / n for n in range(23, 0, -2))
_HALF_SQRT = float.fromhex("0x1.6a09e667f3bcdp-1")


# As many numbers at a time as fit in the fastest cache with all intermediate results.
_BLOCK = 8_192


def exp(x: Floats | float) -> Floats:
    """e to the power x, for x in [-700, 700]; beyond that, as at the ends."""
    return _in_blocks(_exp, x)


def log(x: Floats | float) -> Floats:
    """The natural logarithm of x > 0, by 2 artanh((m - 1) / (m + 1)) with m near 1."""
    return _in_blocks(_log, x)


def _in_blocks(function: Callable[[Floats], Floats], x: Floats | float) -> Floats:
    whole = np.asarray(x, dtype=np.float64)
    if whole.size <= _BLOCK:
        return function(whole)
    order: Literal["C", "F"] = "C" if whole.flags.c_contiguous else "F"
    source = whole.ravel(order=order)
    result = np.empty_like(source)
    for start in range(0, whole.size, _BLOCK):
        result[start : start + _BLOCK] = function(source[start : start + _BLOCK])
    return result.reshape(whole.shape, order=order)


def _exp(x: Floats) -> Floats:
    x = np.minimum(np.maximum(x, -700.0), 700.0)
    whole = np.rint(x * _PER_LOG2)
    rest = (x - whole * _LOG2_HIGH) - whole * _LOG2_LOW
    result: Floats = np.ldexp(_polynomial(_EXP_TERMS, rest), whole.astype(np.int32))
    return result


def _log(x: Floats) -> Floats:
    fraction, whole = np.frexp(x)
    low = (fraction < _HALF_SQRT).astype(np.float64)
    near = fraction * (1.0 + low)
    exponent = whole - low
    s = (near - 1.0) / (near + 1.0)
    series = s * _polynomial(_LOG_TERMS, s * s)
    result: Floats = exponent * _LOG2_HIGH + (series + exponent * _LOG2_LOW)
    return result


def _polynomial(terms: tuple[float, ...], x: Floats) -> Floats:
    """The polynomial with those coefficients, the highest power first, by Horner's rule."""
    total = np.full_like(x, terms[0])
    for term in terms[1:]:
        # In place, because most of the time would go into creating arrays.
        np.multiply(total, x, out=total)
        np.add(total, term, out=total)
    return total


def power(base: Floats, exponent: Floats) -> Floats:
    """base to the power exponent, for base in [0, 1] and exponent > 0; exact at 0 and 1."""
    safe = np.where(base > 0.0, base, 1.0)
    raised = np.minimum(exp(exponent * log(safe)), 1.0)
    return np.where(base > 0.0, raised, 0.0)


def logistic(x: Floats | float) -> Floats:
    """1 / (1 + exp(-x)), kept within 1e-13 of its ends: nothing is ever quite certain."""
    result: Floats = 1.0 / (1.0 + exp(-np.minimum(np.maximum(x, -30.0), 30.0)))
    return result
