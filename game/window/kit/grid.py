"""Equal cells in rows."""

from dataclasses import dataclass

import pygame

from game.window.kit.column import Container, widest
from game.window.kit.fitting import grown, shrunk
from game.window.kit.node import Kit, Widths


@dataclass(eq=False, kw_only=True)
class Grid(Container):
    """Equal cells in rows. columns: how many; 0: as many as fit with `cell` dp each.

    fills: the rows share what height there is.
    """

    row_gap: float | None = None
    columns: int = 0
    cell: float = 200
    fills: bool = False

    def content_widths(self, kit: Kit) -> Widths:
        """Those of the widest cell in every column."""
        if not self.children:
            return Widths(0, 0, 0)
        count = self.columns or 1
        broken, whole, natural = (
            size * count + kit.px(self.gap) * (count - 1) for size in widest(self.children, kit)
        )
        return Widths(broken, whole, max(natural, kit.px(self.cell)))

    def content_height(self, kit: Kit, width: int) -> int:
        """The heights of the rows together."""
        return self._height_of(kit, self._row_heights(kit, width))

    def _min_height(self, kit: Kit, width: int) -> int:
        """The least height: what scrolls in a cell may shrink."""
        if self.height is not None:
            return kit.px(self.height)
        rows = self._row_heights(kit, width - self._sides(kit), least=True)
        return self._ends(kit) + self._height_of(kit, rows)

    def _height_of(self, kit: Kit, rows: list[int]) -> int:
        return sum(rows) + self._between(kit) * max(0, len(rows) - 1)

    def _between(self, kit: Kit) -> int:
        return kit.px(self.gap if self.row_gap is None else self.row_gap)

    def _column_count(self, kit: Kit, width: int) -> int:
        if self.columns:
            return min(self.columns, max(1, len(self.children)))
        gap, cell = kit.px(self.gap), max(1, kit.px(self.cell))
        least = max(cell, widest(self.children, kit).whole)
        return max(1, min((width + gap) // (least + gap), len(self.children)))

    def _row_heights(self, kit: Kit, width: int, *, least: bool = False) -> list[int]:
        if not self.children:
            return []
        columns = self._column_count(kit, width)
        cell = self._cell_width(kit, width, columns)
        heights = [
            child.min_height_for_width(kit, cell) if least else child.height_for_width(kit, cell)
            for child in self.children
        ]
        return [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]

    def _cell_width(self, kit: Kit, width: int, columns: int) -> int:
        return max(0, width - kit.px(self.gap) * (columns - 1)) // columns

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place the cells row by row."""
        if not self.children:
            return
        columns = self._column_count(kit, inside.w)
        width, gap = self._cell_width(kit, inside.w, columns), kit.px(self.gap)
        y = inside.y
        for row, height in enumerate(self._fitted_rows(kit, inside)):
            for at, child in enumerate(self.children[row * columns : (row + 1) * columns]):
                x = inside.x + at * (width + gap)
                child.arrange(kit, pygame.Rect(x, y, width, height))
            y += height + self._between(kit)

    def _fitted_rows(self, kit: Kit, inside: pygame.Rect) -> list[int]:
        rows = self._row_heights(kit, inside.w)
        left = inside.h - self._height_of(kit, rows)
        if left < 0:
            return shrunk(rows, self._row_heights(kit, inside.w, least=True), -left)
        return grown(rows, [1.0] * len(rows), left) if self.fills else rows
