"""A strategy as a circuit of and, or, xor and not: whole arrays of bits move at a time.

The bits of a uint64 array are 64 repetitions a word; a bool array is one a byte. A state is
written in binary, one array a digit, and each digit of the next state is a Boolean function of
the digits and of what both sides did, found by Shannon's expansion (Shannon 1938).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.lab.strategies import Strategy

Bits = NDArray[Any]  # uint64 or bool
Truth = tuple[bool, ...]  # outputs of a function for all inputs, the first input counting most

_AND, _OR, _XOR, _NOT = np.bitwise_and, np.bitwise_or, np.bitwise_xor, np.invert

FALSE, TRUE = 0, 1  # the first two wires of every circuit


@dataclass(frozen=True, slots=True)
class Circuit:
    """What to compute, wire by wire.

    inputs: how many wires follow the two constants. gates: each adds a wire made of two earlier
    ones (not: of one, twice). outputs: the wires that come out.
    """

    inputs: int
    gates: tuple[tuple[Callable[..., Bits], int, int], ...]
    outputs: tuple[int, ...]

    def run(self, false: Bits, true: Bits, *inputs: Bits) -> list[Bits]:
        """The outputs, each of the shape of the inputs or one of the constants."""
        wires = [false, true, *inputs]
        for gate, one, other in self.gates:
            wires.append(gate(wires[one]) if gate is _NOT else gate(wires[one], wires[other]))
        return [wires[at] for at in self.outputs]


class _Builder:
    """Adds the gates of one function after another; equal parts are made once."""

    def __init__(self, inputs: int) -> None:
        self.inputs = inputs
        self.gates: list[tuple[Callable[..., Bits], int, int]] = []
        self._made: dict[tuple[Truth, int], int] = {}

    def function(self, truth: Truth, at: int = 0) -> int:
        """The wire of that function of the inputs from `at` on."""
        if len(set(truth)) == 1:
            return TRUE if truth[0] else FALSE
        if (truth, at) not in self._made:
            self._made[truth, at] = self._choose(truth, at)
        return self._made[truth, at]

    def _choose(self, truth: Truth, at: int) -> int:
        half = len(truth) // 2
        if truth[:half] == truth[half:]:
            return self.function(truth[:half], at + 1)
        chooser = 2 + at
        without, with_ = self.function(truth[:half], at + 1), self.function(truth[half:], at + 1)
        if (without, with_) == (FALSE, TRUE):
            return chooser
        if (without, with_) == (TRUE, FALSE):
            return self._gate(_NOT, chooser, chooser)
        if without == FALSE:
            return self._gate(_AND, chooser, with_)
        if with_ == TRUE:
            return self._gate(_OR, chooser, without)
        if with_ == FALSE:
            return self._gate(_AND, self._gate(_NOT, chooser, chooser), without)
        if without == TRUE:
            return self._gate(_OR, self._gate(_NOT, chooser, chooser), with_)
        if all(one != other for one, other in zip(truth[:half], truth[half:], strict=True)):
            return self._gate(_XOR, chooser, without)
        # without ^ (chooser & (without ^ with)): a choice in three gates.
        difference = self._gate(_XOR, without, with_)
        return self._gate(_XOR, without, self._gate(_AND, chooser, difference))

    def _gate(self, gate: Callable[..., Bits], one: int, other: int) -> int:
        key = (gate, one, other)
        if key in self.gates:
            return 2 + self.inputs + self.gates.index(key)
        self.gates.append(key)
        return 1 + self.inputs + len(self.gates)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A strategy as two circuits.

    digits: of its state. chances: the probabilities it needs a coin for. act: (digits, coins) ->
    whether it cooperates. move: (own move, the other's, digits) -> digits.
    """

    digits: int
    chances: tuple[float, ...]
    act: Circuit
    move: Circuit


@cache
def mechanism(strategy: Strategy) -> Mechanism:
    """The circuits of a strategy."""
    states = len(strategy.cooperates)
    digits = (states - 1).bit_length()
    chances = tuple(sorted({p for p in strategy.cooperates if 0.0 < p < 1.0}))
    return Mechanism(digits, chances, _act(strategy, digits, chances), _move(strategy, digits))


def _act(strategy: Strategy, digits: int, chances: tuple[float, ...]) -> Circuit:
    truth = []
    for inputs in range(2 ** (digits + len(chances))):
        state, coins = inputs >> len(chances), inputs % 2 ** len(chances)
        # A code that stands for no state may come out either way.
        chance = strategy.cooperates[min(state, len(strategy.cooperates) - 1)]
        if chance in chances:
            truth.append(bool(coins >> (len(chances) - 1 - chances.index(chance)) & 1))
        else:
            truth.append(chance == 1.0)
    build = _Builder(digits + len(chances))
    outputs = (build.function(tuple(truth)),)
    return Circuit(build.inputs, tuple(build.gates), outputs)


def _move(strategy: Strategy, digits: int) -> Circuit:
    following = []
    for inputs in range(2 ** (2 + digits)):
        own, other = inputs >> (1 + digits) & 1, inputs >> digits & 1
        state = min(inputs % 2**digits, len(strategy.follows) - 1)
        following.append(strategy.follows[state][2 * (1 - own) + (1 - other)])
    build = _Builder(2 + digits)
    outputs = tuple(
        build.function(tuple(bool(state >> (digits - 1 - digit) & 1) for state in following))
        for digit in range(digits)
    )
    return Circuit(build.inputs, tuple(build.gates), outputs)


def constants(like: Bits) -> tuple[Bits, Bits]:
    """All bits off and all bits on, in the shape of those."""
    false = np.zeros_like(like)
    return false, np.invert(false)
