"""Which conditions held when they were asked, and which did not: in many plays at once."""

from collections.abc import Iterator
from functools import partial

from engine.play.compiled import Bools, CompiledScenario, Ints
from engine.play.conditions import COUNTS, SHARES, holds, measured
from engine.play.state import World
from engine.playtest.index import Index
from engine.playtest.record import Sheet
from engine.scenario.schema import Bound, Condition


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

    def note(self, condition: Condition, held: Bools, wanted: Bools) -> None:
        """Note where it held, of the plays that asked; and the same of its parts."""
        true, false = self._index.conditions[id(condition)]
        self._sheet.note(true, self._rows[wanted & held])
        self._sheet.note(false, self._rows[wanted & ~held])
        if not self._sheet.is_met(true):
            for name, bound in bounds_of(condition):
                numbers = measured(name, bound, self._compiled, self._world)
                self._sheet.measure(true, name, numbers[wanted])
        judge = partial(holds, compiled=self._compiled, world=self._world, public=True)
        for part in _parts_of(condition):
            if self._is_settled(part):
                continue
            self.note(part, judge(part), wanted)

    def _is_settled(self, part: Condition) -> bool:
        """Whether it is known both ways already: then its parts cost more than they tell."""
        numbers = self._index.conditions.get(id(part))
        return numbers is None or all(map(self._sheet.is_met, numbers))


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
