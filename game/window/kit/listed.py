"""A list that says how much of it there was no room for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.window.kit.column import Column
from game.window.kit.node import Kit, Node


@dataclass(eq=False, kw_only=True)
class Listed(Column):
    """As many of its children as there is room for, from the first on. more: what then tells how
    many there are besides.
    """

    more: Callable[[int], Node]

    def _min_height(self, kit: Kit, width: int) -> int:
        """The least that it was given: it can always say that there is more."""
        return kit.px(self.min_height)

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place those for which there is room."""
        whole = self.children
        for count in range(len(whole), -1, -1):
            self.children = self._first(whole, count)
            if self.content_height(kit, inside.w) <= inside.h:
                break
        super().arrange_children(kit, inside)

    def _first(self, whole: Sequence[Node], count: int) -> Sequence[Node]:
        rest = len(whole) - count
        return [*whole[:count], self.more(rest)] if rest else whole
