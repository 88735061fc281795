"""Things in a column, and things on top of each other."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.window.kit.fitting import Align, Justify, aligned, grown, justified, shrunk
from game.window.kit.node import Kit, Node, Widths


@dataclass(eq=False, kw_only=True)
class Container(Node):
    """What arranges its children. gap: between them, in dp."""

    gap: float = 8
    align: Align = "stretch"
    justify: Justify = "start"

    def gaps(self, kit: Kit) -> int:
        """The total of the gaps between the children."""
        return kit.px(self.gap) * max(0, len(self.children) - 1)


def widest(children: Sequence[Node], kit: Kit) -> Widths:
    """The widths of things in one place: the largest of each kind."""
    sizes = [child.widths(kit) for child in children]
    return Widths(*(max(size[kind] for size in sizes) for kind in range(3)))


@dataclass(eq=False, kw_only=True)
class Column(Container):
    """Children below each other; what can grow takes what is left, what scrolls gives way."""

    def content_widths(self, kit: Kit) -> Widths:
        """Those of the widest child."""
        return widest(self.children, kit) if self.children else Widths(0, 0, 0)

    def content_height(self, kit: Kit, width: int) -> int:
        """The heights together."""
        heights = (
            child.height_for_width(kit, self._child_width(kit, child, width))
            for child in self.children
        )
        return sum(heights) + self.gaps(kit)

    def _min_height(self, kit: Kit, width: int) -> int:
        """The least height: what scrolls may shrink."""
        if self.height is not None:
            return kit.px(self.height)
        inside = width - self._sides(kit)
        least = (
            child.min_height_for_width(kit, self._child_width(kit, child, inside))
            for child in self.children
        )
        return self._ends(kit) + sum(least) + self.gaps(kit)

    def _child_width(self, kit: Kit, child: Node, width: int) -> int:
        if child.width is not None:
            return min(kit.px(child.width), width)
        if self.align != "stretch":
            return min(child.widths(kit).natural, width)
        return width if child.max_width is None else min(width, kit.px(child.max_width))

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place the children from top to bottom."""
        if not self.children:
            return
        widths = [self._child_width(kit, child, inside.w) for child in self.children]
        heights = self._child_heights(kit, inside, widths)
        left = inside.h - sum(heights) - self.gaps(kit)
        before, extra = justified(self.justify, left, len(heights))
        y = inside.y + before
        sizes = zip(self.children, widths, heights, strict=True)
        for at, (child, width, height) in enumerate(sizes):
            x = aligned(self._align_of(child), inside.x, inside.w, width)
            child.arrange(kit, pygame.Rect(x, y + round(extra * at), width, height))
            y += height + kit.px(self.gap)

    def _align_of(self, child: Node) -> Align:
        """A card that may not grow as wide as the column stands in its middle."""
        is_bounded = self.align == "stretch" and child.max_width is not None
        return "center" if is_bounded and child.look is not None else self.align

    def _child_heights(self, kit: Kit, inside: pygame.Rect, widths: list[int]) -> list[int]:
        pairs = list(zip(self.children, widths, strict=True))
        heights = [child.height_for_width(kit, width) for child, width in pairs]
        over = sum(heights) - (inside.h - self.gaps(kit))
        if over > 0:
            least = [child.min_height_for_width(kit, width) for child, width in pairs]
            return shrunk(heights, least, over)
        return grown(heights, [child.grow for child in self.children], -over)


@dataclass(eq=False, kw_only=True)
class Stack(Container):
    """Children on top of each other, each as large as the place."""

    def content_widths(self, kit: Kit) -> Widths:
        """Those of the widest child."""
        return widest(self.children, kit) if self.children else Widths(0, 0, 0)

    def content_height(self, kit: Kit, width: int) -> int:
        """Height of the highest child."""
        return max((child.height_for_width(kit, width) for child in self.children), default=0)

    def _min_height(self, kit: Kit, width: int) -> int:
        """The least height of the highest child."""
        if self.height is not None:
            return kit.px(self.height)
        inside = width - self._sides(kit)
        least = (child.min_height_for_width(kit, inside) for child in self.children)
        return self._ends(kit) + max(least, default=0)

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Give each the whole place."""
        for child in self.children:
            child.arrange(kit, inside.copy())
