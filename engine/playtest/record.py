"""What many plays came to: for each of a batch while it is played, then in sum."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.play.compiled import Bools, Ints

RANDOM = "random"
Counts = NDArray[np.int64]
Range = tuple[int, int]
# What is heard so often in one play stands out; design choice: three times can be a refrain.
OFTEN = 4
# More than any play has choices, and as often as is counted.
_NEVER, _COUNTED = np.iinfo(np.int32).max, np.iinfo(np.uint8).max


@dataclass(frozen=True)
class Recipe:
    """How to play a play again: its luck, who sat where, and where its choices were set.

    seats: by party, a persona or `random`. forced: by number of the step, from 0, what each party
    that chose then was made to choose, as the arrays of a batch have it.
    """

    game: int
    seats: tuple[str, ...]
    forced: tuple[tuple[int, tuple[Any, ...]], ...] = ()

    @property
    def is_by_personas(self) -> bool:
        """Whether personas alone play it like this: then `play --auto` does so too."""
        return not self.forced and RANDOM not in self.seats


@dataclass(frozen=True)
class Fault:
    """A play that could not go on: a mistake of the game, not of the scenario."""

    recipe: Recipe
    what: str


@dataclass(frozen=True)
class Sum:
    """What many plays came to; I items.

    example: by item, the play that came to it by the fewest choices, and how many these were.
    most_in: by item, the play that came to it most often. ranges: by condition that never held and
    by measure in it, between what the number was whenever it was asked.
    """

    plays: int
    rounds: int
    turns: int
    reached: Counts  # (I,) in how many plays
    times: Counts  # (I,) in all
    often: Counts  # (I,) in how many plays `OFTEN` times or more
    most: Counts  # (I,) most often in one play
    example: dict[int, tuple[int, Recipe]]
    most_in: dict[int, Recipe]
    faults: tuple[Fault, ...] = ()
    ranges: Mapping[tuple[int, str], Range] = field(default_factory=dict)

    @classmethod
    def nothing(cls, items: int) -> "Sum":
        """Of no plays at all."""
        reached, times, often, most = np.zeros((4, items), dtype=np.int64)
        return cls(0, 0, 0, reached, times, often, most, {}, {})

    def __add__(self, other: "Sum") -> "Sum":
        example = dict(self.example)
        for item, found in other.example.items():
            if item not in example or found[0] < example[item][0]:
                example[item] = found
        more = {at: who for at, who in other.most_in.items() if other.most[at] > self.most[at]}
        return Sum(
            self.plays + other.plays,
            self.rounds + other.rounds,
            self.turns + other.turns,
            self.reached + other.reached,
            self.times + other.times,
            self.often + other.often,
            np.maximum(self.most, other.most),
            example,
            {**self.most_in, **more},
            self.faults + other.faults,
            _widened(self.ranges, other.ranges),
        )


def _widened(
    one: Mapping[tuple[int, str], Range], other: Mapping[tuple[int, str], Range]
) -> dict[tuple[int, str], Range]:
    """The ranges that hold both."""
    found = dict(one)
    for key, (low, high) in other.items():
        least, most = found.get(key, (low, high))
        found[key] = min(low, least), max(high, most)
    return found


class Sheet:
    """What each play of a batch has come to so far.

    met: (G, I) how often. said: (G, S) what was said. steps: (G,) choices made. best: (I,) the
    fewest choices by which any came to it, and `first` (I,) which play that was.
    """

    def __init__(self, plays: int, items: int, says: int) -> None:
        self.met = np.zeros((plays, items), dtype=np.uint8)
        self.said = np.zeros((plays, says), dtype=bool)
        self.steps = np.zeros(plays, dtype=np.int32)
        self.best = np.full(items, _NEVER, dtype=np.int32)
        self.first = np.zeros(items, dtype=np.int64)
        self.ranges: dict[tuple[int, str], Range] = {}

    def note(self, item: int, rows: Ints) -> None:
        """These plays, each named once, came to that."""
        if not len(rows):
            return
        count = self.met[rows, item]
        self.met[rows, item] = count + (count < _COUNTED)
        steps = self.steps[rows]
        quickest = int(steps.argmin())
        if steps[quickest] < self.best[item]:
            self.best[item], self.first[item] = steps[quickest], rows[quickest]

    def is_met(self, item: int) -> bool:
        """Whether any of the plays came to it."""
        return bool(self.best[item] < _NEVER)

    def measure(self, item: int, name: str, numbers: NDArray[Any]) -> None:
        """Note between what a number was, at a condition that has not held yet."""
        if len(numbers):
            seen = {(item, name): (int(numbers.min()), int(numbers.max()))}
            self.ranges = _widened(self.ranges, seen)

    def note_each(self, items: tuple[int, ...], rows: Ints, met: Bools) -> None:
        """These plays came to those of the items that they met (g, items)."""
        for at in np.flatnonzero(met.any(axis=0)):
            self.note(items[at], rows[met[:, at]])

    def sum(self, rounds: int, recipe: Callable[[int], Recipe]) -> Sum:
        """What they came to in all. rounds: that they played. recipe: of each of them."""
        reached = self.met > 0
        counts = reached.sum(axis=0), self.met.sum(axis=0, dtype=np.int64)
        most = self.met.max(axis=0, initial=0).astype(np.int64)
        found = np.flatnonzero(self.best < _NEVER)
        example = {int(at): (int(self.best[at]), recipe(int(self.first[at]))) for at in found}
        top = self.met.argmax(axis=0)
        most_in = {int(at): recipe(int(top[at])) for at in np.flatnonzero(most >= OFTEN)}
        often = (self.met >= OFTEN).sum(axis=0)
        turns = int(self.steps.sum())
        return Sum(
            len(self.met), rounds, turns, *counts, often, most, example, most_in,
            ranges=self.ranges,
        )  # fmt: skip
