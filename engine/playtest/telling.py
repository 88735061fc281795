"""What is said in many plays at once: as in `engine.play.events.telling`, row by row the same.

A line is told in those plays where it fits and has words left; each call gets the plays in which
its turn has come, and returns those in which something was said.
"""

from collections.abc import Iterable
from copy import copy

import numpy as np

from engine.play.compiled import Bools, CompiledScenario, Ints
from engine.play.conditions import holds_for_each
from engine.play.rows import all_along
from engine.play.state import World
from engine.playtest.asking import Asking
from engine.playtest.index import Index
from engine.playtest.record import Sheet
from engine.scenario.schema import Condition, Line, Text


class Telling:
    """Tells lines in one step of g plays of a batch.

    rows: (g,) which of the batch. luck: (G,) of the whole batch, by which wordings take turns.
    round: (g,) the rounds that were played before the step.
    """

    def __init__(
        self,
        compiled: CompiledScenario,
        index: Index,
        sheet: Sheet,
        rows: Ints,
        world: World,
        luck: np.ndarray,
        round_: Ints,
    ) -> None:
        self._compiled, self._index, self._sheet = compiled, index, sheet
        self._asking = Asking(compiled, index, sheet, rows, world)
        self.rows, self.world = rows, world
        self._luck, self._round = luck[rows], round_
        self._known: dict[int, Bools] = {}
        self._left = world.left
        self._there = compiled.present[world.phase] & ~self._left

    def as_of(self, world: World) -> "Telling":
        """The same plays, where the conditions look at other worlds."""
        other = copy(self)
        other.world, other._known = world, {}
        other._asking = Asking(self._compiled, self._index, self._sheet, self.rows, world)
        return other

    def among(self, party: int) -> "Telling":
        """The same plays, for what is said where that party is."""
        other = copy(self)
        other._there = self._compiled.rooms[self.world.phase, party] & ~self._left
        return other

    def without(self, left: Bools) -> "Telling":
        """The same plays, where those have left (g, P) who speak and hear no more."""
        other = copy(self)
        other._left = left
        other._there = self._compiled.present[self.world.phase] & ~left
        return other

    def known(self, condition: Condition) -> Bools:
        """(g, P) whether it holds for what each party knows; worked out once."""
        if id(condition) not in self._known:
            held = holds_for_each(condition, self._compiled, self.world)
            self._known[id(condition)] = held
        return self._known[id(condition)]

    def fits_all(self, condition: Condition, wanted: Bools) -> Bools:
        """(g,) where it holds for all who hear it, of the plays that ask."""
        return self.fits(condition, wanted, None)

    def fits(self, condition: Condition, wanted: Bools, party: str | None) -> Bools:
        """(g,) where it holds for what that party knows, of the plays that ask; without a party,
        for all who are there.
        """
        if id(condition) not in self._index.conditions:
            return wanted
        known = self.known(condition)
        to = self._there
        if party is not None:
            to = np.arange(known.shape[1]) == self._compiled.parties.index(party)
        held = all_along(known | ~to, 1)
        self._asking.note(condition, held, wanted, to)
        return wanted & held

    def lines(self, lines: Iterable[Line], wanted: Bools, to: str | None = None) -> Bools:
        """(g,) where any of them was told; each is, where it can be. to: the one they are for."""
        told = np.zeros_like(wanted)
        for line in lines:
            told |= self.line(line, wanted, to)
        return told

    def line(self, line: Line, wanted: Bools, to: str | None = None) -> Bools:
        """(g,) where that line was told."""
        if line.speaker is not None:
            wanted = wanted & self.world.seated[:, self._compiled.find_element(line.speaker)]
            speaks = self._compiled.parties.index(line.speaker.partition(".")[0])
            wanted = wanted & self._there[:, speaks]
        if not wanted.any():
            return wanted
        fits = self.fits(line.when, wanted, line.party or to)
        return self.words(line.say, fits, again=line.again)

    def words(self, wordings: tuple[Text, ...], wanted: Bools, *, again: bool = False) -> Bools:
        """(g,) where one of these wordings was said: the next of those not used, in turn."""
        told = np.zeros_like(wanted)
        if not wordings or not wanted.any():
            return told
        numbers = np.array([self._index.texts[id(text)] for text in wordings])
        first = np.zeros(len(wanted), dtype=np.int64)
        if len(wordings) > 1:
            drawn = (self._luck * len(wordings)).astype(np.int64)
            first = (drawn + self._round) % len(wordings)
        said = self._sheet.said
        for turn in range(len(wordings)):
            which = (first + turn) % len(wordings)
            fresh = wanted & ~told & ~said[self.rows, numbers[which, 1]]
            self._say(numbers, which, fresh)
            told |= fresh
            if (told == wanted).all():
                return told
        if again:
            self._say(numbers, first, wanted & ~told)
            told = wanted
        return told

    def _say(self, numbers: np.ndarray, which: Ints, where: Bools) -> None:
        for at in np.unique(which[where]):
            rows = self.rows[where & (which == at)]
            item, text = numbers[at]
            self._sheet.note(int(item), rows)
            self._sheet.said[rows, text] = True
