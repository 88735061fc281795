"""A list that says how much of it there was no room for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.window.kit.column import Column
from game.window.kit.node import Kit, Node, Widths


@dataclass(eq=False, kw_only=True)
class Listed(Column):
    """As many of its children as there is room for, from the first on. more: what then tells how
    many there are besides.
    """

    more: Callable[[int], Node]
    _whole: Sequence[Node] = field(init=False)  # its children are what is shown of that

    def __post_init__(self) -> None:
        """Keep all that there is to show."""
        self._whole = self.children

    def content_widths(self, kit: Kit) -> Widths:
        """Those of the whole list, however much of it is shown."""
        return self._column(self._whole).content_widths(kit)

    def content_height(self, kit: Kit, width: int) -> int:
        """That of the whole list, however much of it is shown."""
        return self._column(self._whole).content_height(kit, width)

    def _min_height(self, kit: Kit, width: int) -> int:
        """The least that it was given: it can always say that there is more."""
        return kit.px(self.min_height)

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place those for which there is room."""
        for count in range(len(self._whole), -1, -1):
            self.children = self._first(count)
            if self._column(self.children).content_height(kit, inside.w) <= inside.h:
                break
        super().arrange_children(kit, inside)

    def _first(self, count: int) -> Sequence[Node]:
        rest = len(self._whole) - count
        return [*self._whole[:count], self.more(rest)] if rest else self._whole

    def _column(self, children: Sequence[Node]) -> Column:
        return Column(gap=self.gap, align=self.align, children=children)
