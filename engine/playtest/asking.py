"""Which conditions held when they were asked, and which did not: in many plays at once."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from engine.play.compiled import Bools, CompiledScenario, Ints
from engine.play.conditions import COUNTS, SHARES, holds, holds_for_each, measured
from engine.play.rows import any_along
from engine.play.state import World
from engine.playtest.index import Index
from engine.playtest.record import Sheet
from engine.scenario.schema import Bound, Condition


class Sides(NamedTuple):
    """(g,) each: where somebody who is asked finds that it holds, and where somebody that not."""

    yes: Bools
    no: Bools


# How those who are asked judge part of a condition: with the same eyes as the whole.
Judge = Callable[[Condition], Sides]


class Asking:
    """Asks the conditions of the script in g plays of a batch. rows: (g,) which they are."""

    def __init__(
        self,
        compiled: CompiledScenario,
        index: Index,
        sheet: Sheet,
        rows: Ints,
        world: World,
    ) -> None:
        self._compiled, self._index, self._sheet = compiled, index, sheet
        self._rows, self._world = rows, world

    def holds(self, condition: Condition, wanted: Bools) -> Bools:
        """(g,) in which of the plays that ask it holds, by the truth of them."""
        if id(condition) not in self._index.conditions or not wanted.any():
            return wanted
        held = holds(condition, self._compiled, self._world, public=False)
        self.note(condition, held, wanted)
        return wanted & held

    def note(
        self,
        condition: Condition,
        held: Bools,
        wanted: Bools,
        seen_by: Bools | None = None,
        *,
        chooses: bool = False,
    ) -> None:
        """Note where it held, of the plays that asked; and the same of its parts.

        seen_by: (g, P) or (P,) the parties for what each of whom knows it was asked; without it,
        it was asked by the truth. chooses: for what they may choose.
        """
        judge = self._by_truth if seen_by is None else self._as_known(seen_by, chooses=chooses)
        self._note(condition, Sides(held, ~held), wanted, judge)

    def _note(self, condition: Condition, sides: Sides, wanted: Bools, judge: Judge) -> None:
        true, false = self._index.conditions[id(condition)]
        self._sheet.note(true, self._rows[wanted & sides.yes])
        self._sheet.note(false, self._rows[wanted & sides.no])
        if not self._sheet.is_met(true):
            for name, bound in bounds_of(condition):
                numbers = measured(name, bound, self._compiled, self._world)
                self._sheet.measure(true, name, numbers[wanted])
        for part in _parts_of(condition):
            if not self._is_settled(part):
                self._note(part, judge(part), wanted, judge)

    def _by_truth(self, part: Condition) -> Sides:
        held = holds(part, self._compiled, self._world, public=False)
        return Sides(held, ~held)

    def _as_known(self, to: Bools, *, chooses: bool) -> Judge:
        def judge(part: Condition) -> Sides:
            known = holds_for_each(part, self._compiled, self._world, chooses=chooses)
            return Sides(any_along(known & to, 1), any_along(~known & to, 1))

        return judge

    def _is_settled(self, part: Condition) -> bool:
        """Whether it is known both ways already, and each of its parts: asking tells no more."""
        numbers = self._index.conditions.get(id(part))
        if numbers is None:
            return True
        return all(map(self._sheet.is_met, numbers)) and all(map(self._is_settled, _parts_of(part)))


def bounds_of(condition: Condition) -> Iterator[tuple[str, Bound]]:
    """The numbers that a condition asks for, each with its bound."""
    for name in (*SHARES, *COUNTS):
        if (bound := getattr(condition, name)) is not None:
            yield name, bound


def _parts_of(condition: Condition) -> Iterator[Condition]:
    yield from condition.all
    yield from condition.any
    if condition.not_ is not None:
        yield condition.not_
