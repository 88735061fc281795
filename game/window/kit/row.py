"""Things side by side: in one row, in a row that drops what does not fit, or flowing on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.window.kit.column import Container, widest
from game.window.kit.fitting import aligned, grown, justified, shrunk
from game.window.kit.node import Kit, Node, Widths


@dataclass(eq=False, kw_only=True)
class Row(Container):
    """Children beside each other."""

    _shares: dict[int, list[int]] = field(default_factory=dict, init=False)  # by width

    def content_widths(self, kit: Kit) -> Widths:
        """Those of the children together."""
        sizes = [child.widths(kit) for child in self.children]
        return Widths(*(sum(size[kind] for size in sizes) + self.gaps(kit) for kind in range(3)))

    def content_height(self, kit: Kit, width: int) -> int:
        """Height of the highest child."""
        shares = zip(self.children, self._child_widths(kit, width), strict=True)
        return max((child.height_for_width(kit, share) for child, share in shares), default=0)

    def _min_height(self, kit: Kit, width: int) -> int:
        """The least height of the highest child."""
        if self.height is not None:
            return kit.px(self.height)
        inside = width - self._sides(kit)
        shares = zip(self.children, self._child_widths(kit, inside), strict=True)
        least = (child.min_height_for_width(kit, share) for child, share in shares)
        return self._ends(kit) + max(least, default=0)

    def _child_widths(self, kit: Kit, width: int) -> list[int]:
        if width not in self._shares:
            self._shares[width] = self._shared_out(kit, width)
        return self._shares[width]

    def _shared_out(self, kit: Kit, width: int) -> list[int]:
        """Natural, grown or shrunk; words are only broken if there is no other way."""
        room = width - self.gaps(kit)
        sizes = [child.widths(kit) for child in self.children]
        widths = [size.natural for size in sizes]
        if sum(widths) <= room:
            return grown(widths, [child.grow for child in self.children], room - sum(widths))
        for least in ([size.whole for size in sizes], [size.broken for size in sizes]):
            widths = shrunk(widths, least, sum(widths) - room)
        return widths

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place the children from left to right."""
        widths = self._child_widths(kit, inside.w)
        left = inside.w - sum(widths) - self.gaps(kit)
        before, extra = justified(self.justify, left, len(widths))
        x = inside.x + before
        for at, (child, width) in enumerate(zip(self.children, widths, strict=True)):
            height = inside.h
            if self.align != "stretch":
                height = min(child.height_for_width(kit, width), inside.h)
            y = aligned(self.align, inside.y, inside.h, height)
            child.arrange(kit, pygame.Rect(x + round(extra * at), y, width, height))
            x += width + kit.px(self.gap)


@dataclass(eq=False, kw_only=True)
class FittingRow(Row):
    """A row that leaves out what it can do without rather than break its words."""

    _whole: Sequence[Node] = field(init=False)  # its children are what is left of that

    def __post_init__(self) -> None:
        """Keep all that it has where there is room."""
        self._whole = self.children

    def content_widths(self, kit: Kit) -> Widths:
        """The narrow width without what can be dropped, and the natural width with everything."""
        kept = self._widths_of([child for child in self._whole if not child.drop_rank], kit)
        return Widths(kept.broken, kept.whole, self._widths_of(self._whole, kit).natural)

    def _widths_of(self, children: Sequence[Node], kit: Kit) -> Widths:
        return Row(children=children, gap=self.gap).content_widths(kit)

    def _drop(self, kit: Kit, width: int) -> None:
        kept = list(self._whole)
        while len(kept) > 1:
            first = max(kept, key=lambda child: child.drop_rank)
            if self._widths_of(kept, kit).natural <= width or not first.drop_rank:
                break
            kept.remove(first)
        if kept != list(self.children):
            self.children = kept
            self._shares.clear()

    def content_height(self, kit: Kit, width: int) -> int:
        """Height of what is left at that width."""
        self._drop(kit, width)
        return super().content_height(kit, width)

    def _min_height(self, kit: Kit, width: int) -> int:
        """The least height of what is left at that width."""
        self._drop(kit, width - self._sides(kit))
        return super()._min_height(kit, width)

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place what is left."""
        self._drop(kit, inside.w)
        super().arrange_children(kit, inside)


Line = list[tuple[Node, int]]  # what stands beside each other, each with its width


@dataclass(eq=False, kw_only=True)
class Flow(Container):
    """Children beside each other, going on below where they do not fit."""

    row_gap: float | None = None

    def content_widths(self, kit: Kit) -> Widths:
        """Narrow below each other, and natural in one row."""
        if not self.children:
            return Widths(0, 0, 0)
        broken, whole, _ = widest(self.children, kit)
        natural = sum(child.widths(kit).natural for child in self.children) + self.gaps(kit)
        return Widths(broken, whole, natural)

    def content_height(self, kit: Kit, width: int) -> int:
        """The heights of the lines together."""
        lines = self._lines(kit, width)
        heights = [_height_of(kit, line) for line in lines]
        return sum(heights) + self._between(kit) * max(0, len(lines) - 1)

    def _between(self, kit: Kit) -> int:
        return kit.px(self.gap if self.row_gap is None else self.row_gap)

    def _lines(self, kit: Kit, width: int) -> list[Line]:
        lines: list[Line] = []
        x = 0
        for child in self.children:
            own = min(child.widths(kit).natural, width)
            if not lines or x + own > width:
                lines.append([])
                x = 0
            lines[-1].append((child, own))
            x += own + kit.px(self.gap)
        return lines

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place the children line by line."""
        y = inside.y
        for line in self._lines(kit, inside.w):
            height = _height_of(kit, line)
            self._place_line(kit, line, pygame.Rect(inside.x, y, inside.w, height))
            y += height + self._between(kit)

    def _place_line(self, kit: Kit, line: Line, inside: pygame.Rect) -> None:
        gap = kit.px(self.gap)
        left = inside.w - sum(width for _, width in line) - gap * (len(line) - 1)
        x = inside.x + {"center": left // 2, "end": left}.get(self.justify, 0)
        for child, width in line:
            own = child.height_for_width(kit, width)
            height = inside.h if self.align == "stretch" else own
            y = aligned(self.align, inside.y, inside.h, height)
            child.arrange(kit, pygame.Rect(x, y, width, height))
            x += width + gap


def _height_of(kit: Kit, line: Line) -> int:
    return max(child.height_for_width(kit, width) for child, width in line)
