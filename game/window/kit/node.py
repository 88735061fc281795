"""The one tree: layout, focus order, hit-testing, transcript and the test for overflow.

A screen builds a tree of nodes from what there is to show; `arrange` gives each a place in whole
pixels. Sizes in the tree are in dp and become pixels by the scale of the kit.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pygame

from game.theme import Theme
from game.window.kit import paint
from game.window.kit.paint import Look

Role = Literal[
    "group", "text", "heading", "button", "card", "toggle", "meter", "image", "list", "dialog",
]  # fmt: skip
Align = Literal["start", "center", "end", "stretch"]
Justify = Literal["start", "center", "end", "between"]
Direction = Literal["column", "row", "flow", "grid", "stack"]
Act = Callable[[], None]


@dataclass
class Kit:
    """What layout and paint need to know, apart from the tree."""

    theme: Theme
    scale: float  # pixels per dp
    focus: str = ""
    pointed: str = ""
    scrolls: dict[str, int] = field(default_factory=dict)  # by id, in pixels
    moving: Callable[[str, float], float] = lambda _name, target: target

    def px(self, dp: float) -> int:
        """So many dp in pixels."""
        return round(dp * self.scale)


@dataclass(eq=False, kw_only=True)
class Node:
    """A piece of a screen. What can be acted on or explained has a stable id.

    width, height, least_wide, most_wide: dp; pad: top, right, bottom, left in dp.
    key: what may be typed for it. explain: why it is what it is, shown on focus.
    """

    id: str = ""
    role: Role = "group"
    label: str = ""
    grow: float = 0
    width: float | None = None
    height: float | None = None
    least_wide: float = 0
    least_high: float = 0
    most_wide: float | None = None
    pad: tuple[float, float, float, float] = (0, 0, 0, 0)
    look: Look | None = None
    look_pointed: Look | None = None
    act: Act | None = None
    key: str = ""
    explain: str = ""
    disabled: bool = False
    drops: int = 0  # in a row that must fit: the highest goes first, 0 stays
    children: Sequence["Node"] = ()
    rect: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 0, 0), init=False)
    _tall: dict[int, int] = field(default_factory=dict, init=False)
    _sizes: tuple[int, int] | None = field(default=None, init=False)

    # --- sizes, in pixels ---------------------------------------------------------------------

    @property
    def is_focusable(self) -> bool:
        """Whether the keyboard can reach it."""
        return bool(self.id) and (self.act is not None or bool(self.explain))

    def sizes(self, kit: Kit) -> tuple[int, int]:
        """The narrowest it can be, and how wide it likes to be."""
        if self._sizes is None:
            self._sizes = self._bounded(kit)
        return self._sizes

    def _bounded(self, kit: Kit) -> tuple[int, int]:
        if self.width is not None:
            return kit.px(self.width), kit.px(self.width)
        least, wide = self.content_sizes(kit)
        sides = kit.px(self.pad[1]) + kit.px(self.pad[3])
        least = max(least + sides, kit.px(self.least_wide))
        wide = max(wide + sides, least)
        if self.most_wide is not None:
            wide = max(least, min(wide, kit.px(self.most_wide)))
        return least, wide

    def tall(self, kit: Kit, wide: int) -> int:
        """How high it is when so many pixels wide."""
        if wide not in self._tall:
            self._tall[wide] = self._height(kit, wide)
        return self._tall[wide]

    def _height(self, kit: Kit, wide: int) -> int:
        if self.height is not None:
            return kit.px(self.height)
        inside = wide - kit.px(self.pad[1]) - kit.px(self.pad[3])
        content = self.content_height(kit, max(0, inside))
        return max(content + kit.px(self.pad[0]) + kit.px(self.pad[2]), kit.px(self.least_high))

    def least_tall(self, kit: Kit, wide: int) -> int:
        """The least height it can make do with; only what scrolls can do with less."""
        return self.tall(kit, wide)

    def content_sizes(self, kit: Kit) -> tuple[int, int]:
        """Narrowest and natural width of what is inside."""
        return 0, 0

    def content_height(self, kit: Kit, wide: int) -> int:
        """Height of what is inside."""
        return 0

    # --- place --------------------------------------------------------------------------------

    def arrange(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place, and give the children theirs."""
        self.rect = rect
        self.arrange_children(kit, self.inside(kit))

    def inside(self, kit: Kit) -> pygame.Rect:
        """The place within the padding."""
        top, right, bottom, left = (kit.px(each) for each in self.pad)
        box = self.rect
        return pygame.Rect(
            box.x + left, box.y + top, max(0, box.w - left - right), max(0, box.h - top - bottom)
        )

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Give the children their places."""

    # --- paint --------------------------------------------------------------------------------

    def paint(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw it and what is in it."""
        look = self.look_pointed if self._is_pointed(kit) and self.look_pointed else self.look
        if look is not None:
            paint_look(kit, surface, self.rect, look)
        self.paint_content(kit, surface)
        self.paint_children(kit, surface)

    def _is_pointed(self, kit: Kit) -> bool:
        return bool(self.id) and not self.disabled and self.id in (kit.pointed, kit.focus)

    def paint_content(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw what is its own."""

    def paint_children(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw the children that can be seen."""
        clip = surface.get_clip()
        for child in self.children:
            if child.rect.colliderect(clip) or not child.rect.w:
                child.paint(kit, surface)

    # --- what it says -------------------------------------------------------------------------

    def spoken(self) -> str:
        """What a reader says for it; nothing where the children say it."""
        return self.label


def paint_look(kit: Kit, surface: pygame.Surface, rect: pygame.Rect, look: Look) -> None:
    """Draw a background with its shadow."""
    if rect.w < 1 or rect.h < 1:
        return
    radius = min(kit.px(look.radius), rect.w // 2, rect.h // 2)
    alpha = look.shadow * kit.theme.shadow // 100
    if alpha:
        blur = kit.px(14)
        cast = paint.shadow(rect.size, radius, blur, min(255, alpha))
        surface.blit(cast, (rect.x - blur, rect.y - blur + kit.px(3)))
    if look.fill or look.line:
        thick = max(1, kit.px(look.thick)) if look.line else 0
        surface.blit(paint.rounded(rect.size, radius, look.fill, look.line, thick), rect)


@dataclass(eq=False, kw_only=True)
class Box(Node):
    """Children in a column, a row, a row that flows on, a grid of equal cells, or on top of each
    other. columns: of a grid; without it, as many as fit with `cell` dp each."""

    direction: Direction = "column"
    gap: float = 8
    row_gap: float | None = None
    align: Align = "stretch"
    justify: Justify = "start"
    columns: int = 0
    cell: float = 200
    fills: bool = False  # the rows of a grid share what height there is

    def content_sizes(self, kit: Kit) -> tuple[int, int]:
        """Narrowest and natural width of the children side by side or one below the other."""
        sizes = [child.sizes(kit) for child in self.children]
        if not sizes:
            return 0, 0
        gaps = kit.px(self.gap) * (len(sizes) - 1)
        if self.direction == "row":
            return sum(least for least, _ in sizes) + gaps, sum(wide for _, wide in sizes) + gaps
        if self.direction == "flow":
            return max(least for least, _ in sizes), sum(wide for _, wide in sizes) + gaps
        least, wide = max(s[0] for s in sizes), max(s[1] for s in sizes)
        if self.direction == "grid":
            count = self.columns or 1
            between = kit.px(self.gap) * (count - 1)
            return least * count + between, max(wide * count, kit.px(self.cell)) + between
        return least, wide

    def content_height(self, kit: Kit, wide: int) -> int:
        """Height of the children at that width."""
        if not self.children:
            return 0
        if self.direction == "row":
            shares = zip(self.children, self._row_widths(kit, wide), strict=True)
            return max(child.tall(kit, share) for child, share in shares)
        if self.direction == "flow":
            return self._flow(kit, pygame.Rect(0, 0, wide, 0), place=False)
        if self.direction == "grid":
            rows = self._grid_rows(kit, wide)
            return sum(rows) + kit.px(self._between_rows) * (len(rows) - 1)
        heights = [child.tall(kit, self._across(kit, child, wide)) for child in self.children]
        if self.direction == "stack":
            return max(heights)
        return sum(heights) + kit.px(self.gap) * (len(heights) - 1)

    @property
    def _between_rows(self) -> float:
        return self.gap if self.row_gap is None else self.row_gap

    def least_tall(self, kit: Kit, wide: int) -> int:
        """The least height: what scrolls in a column or stack may shrink."""
        if self.height is not None or self.direction == "flow":
            return self.tall(kit, wide)
        pads = kit.px(self.pad[0]) + kit.px(self.pad[2])
        inside = wide - kit.px(self.pad[1]) - kit.px(self.pad[3])
        if self.direction == "grid":
            rows = self._grid_rows(kit, inside, least=True)
            return pads + sum(rows) + kit.px(self._between_rows) * max(0, len(rows) - 1)
        if self.direction == "row":
            pairs = zip(self.children, self._row_widths(kit, inside), strict=True)
            return pads + max((child.least_tall(kit, share) for child, share in pairs), default=0)
        least = [c.least_tall(kit, self._across(kit, c, inside)) for c in self.children]
        if self.direction == "stack":
            return pads + max(least, default=0)
        return pads + sum(least) + kit.px(self.gap) * max(0, len(least) - 1)

    def _across(self, kit: Kit, child: Node, wide: int) -> int:
        """The width of a child of a column."""
        if child.width is not None:
            return min(kit.px(child.width), wide)
        if self.align == "stretch" and child.most_wide is None:
            return wide
        natural = child.sizes(kit)[1]
        if child.most_wide is not None and self.align == "stretch":
            return min(wide, kit.px(child.most_wide))
        return min(natural, wide)

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place the children."""
        if not self.children:
            return
        if self.direction == "row":
            self._place_row(kit, inside)
        elif self.direction == "flow":
            self._flow(kit, inside, place=True)
        elif self.direction == "grid":
            self._place_grid(kit, inside)
        elif self.direction == "stack":
            for child in self.children:
                child.arrange(kit, inside.copy())
        else:
            self._place_column(kit, inside)

    # a column

    def _place_column(self, kit: Kit, inside: pygame.Rect) -> None:
        gap = kit.px(self.gap)
        widths = [self._across(kit, child, inside.w) for child in self.children]
        heights = self._column_heights(kit, inside, widths)
        left = inside.h - sum(heights) - gap * (len(heights) - 1)
        y, extra = inside.y, 0.0
        if left > 0 and self.justify in ("center", "end"):
            y += left // 2 if self.justify == "center" else left
        elif left > 0 and self.justify == "between" and len(heights) > 1:
            extra = left / (len(heights) - 1)
        for at, (child, wide, high) in enumerate(zip(self.children, widths, heights, strict=True)):
            bounded = self.align == "stretch" and child.most_wide is not None
            align: Align = "center" if bounded and child.look is not None else self.align
            x = _offset(align, inside.x, inside.w, wide)
            child.arrange(kit, pygame.Rect(x, y + round(extra * at), wide, high))
            y += high + gap

    def _column_heights(self, kit: Kit, inside: pygame.Rect, widths: list[int]) -> list[int]:
        pairs = list(zip(self.children, widths, strict=True))
        heights = [child.tall(kit, wide) for child, wide in pairs]
        room = inside.h - kit.px(self.gap) * (len(heights) - 1)
        over = sum(heights) - room
        if over > 0:
            least = [child.least_tall(kit, wide) for child, wide in pairs]
            return _shrunk(heights, least, over)
        shares = [child.grow for child in self.children]
        return _grown(heights, shares, -over)

    # a row

    def _row_widths(self, kit: Kit, wide: int) -> list[int]:
        room = wide - kit.px(self.gap) * (len(self.children) - 1)
        sizes = [child.sizes(kit) for child in self.children]
        widths = [natural for _, natural in sizes]
        over = sum(widths) - room
        if over > 0:
            return _shrunk(widths, [least for least, _ in sizes], over)
        return _grown(widths, [child.grow for child in self.children], -over)

    def _place_row(self, kit: Kit, inside: pygame.Rect) -> None:
        gap, widths = kit.px(self.gap), self._row_widths(kit, inside.w)
        left = inside.w - sum(widths) - gap * (len(widths) - 1)
        x, extra = inside.x, 0.0
        if left > 0 and self.justify in ("center", "end"):
            x += left // 2 if self.justify == "center" else left
        elif left > 0 and self.justify == "between" and len(widths) > 1:
            extra = left / (len(widths) - 1)
        for at, (child, wide) in enumerate(zip(self.children, widths, strict=True)):
            high = inside.h
            if self.align != "stretch":
                high = min(child.tall(kit, wide), inside.h)
            y = _offset(self.align, inside.y, inside.h, high)
            child.arrange(kit, pygame.Rect(x + round(extra * at), y, wide, high))
            x += wide + gap

    # a row that flows on

    def _flow(self, kit: Kit, inside: pygame.Rect, *, place: bool) -> int:
        gap, between = kit.px(self.gap), kit.px(self._between_rows)
        rows: list[list[tuple[Node, int]]] = [[]]
        x = 0
        for child in self.children:
            wide = min(child.sizes(kit)[1], inside.w)
            if rows[-1] and x + wide > inside.w:
                rows.append([])
                x = 0
            rows[-1].append((child, wide))
            x += wide + gap
        y = inside.y
        for row in rows:
            high = max(child.tall(kit, wide) for child, wide in row)
            if place:
                self._place_flow_row(kit, row, pygame.Rect(inside.x, y, inside.w, high))
            y += high + between
        return y - between - inside.y

    def _place_flow_row(self, kit: Kit, row: list[tuple[Node, int]], inside: pygame.Rect) -> None:
        gap = kit.px(self.gap)
        left = inside.w - sum(wide for _, wide in row) - gap * (len(row) - 1)
        x = inside.x + {"center": left // 2, "end": left}.get(self.justify, 0)
        for child, wide in row:
            high = inside.h if self.align == "stretch" else child.tall(kit, wide)
            y = _offset(self.align, inside.y, inside.h, high)
            child.arrange(kit, pygame.Rect(x, y, wide, high))
            x += wide + gap

    # a grid

    def _grid_columns(self, kit: Kit, wide: int) -> int:
        if self.columns:
            return min(self.columns, max(1, len(self.children)))
        gap, cell = kit.px(self.gap), max(1, kit.px(self.cell))
        least = max(child.sizes(kit)[0] for child in self.children)
        return max(1, min((wide + gap) // (max(cell, least) + gap), len(self.children)))

    def _grid_rows(self, kit: Kit, wide: int, *, least: bool = False) -> list[int]:
        if not self.children:
            return []
        columns = self._grid_columns(kit, wide)
        cell = self._cell_width(kit, wide, columns)
        heights = [
            child.least_tall(kit, cell) if least else child.tall(kit, cell)
            for child in self.children
        ]
        return [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]

    def _cell_width(self, kit: Kit, wide: int, columns: int) -> int:
        return (wide - kit.px(self.gap) * (columns - 1)) // columns

    def _place_grid(self, kit: Kit, inside: pygame.Rect) -> None:
        columns = self._grid_columns(kit, inside.w)
        wide, rows = self._cell_width(kit, inside.w, columns), self._grid_rows(kit, inside.w)
        gap, between = kit.px(self.gap), kit.px(self._between_rows)
        left = inside.h - sum(rows) - between * (len(rows) - 1)
        if left < 0:
            rows = _shrunk(rows, self._grid_rows(kit, inside.w, least=True), -left)
        elif self.fills and left > 0:
            rows = _grown(rows, [1.0] * len(rows), left)
        y = inside.y
        for row, high in enumerate(rows):
            for at, child in enumerate(self.children[row * columns : (row + 1) * columns]):
                x = inside.x + at * (wide + gap)
                child.arrange(kit, pygame.Rect(x, y, wide, high))
            y += high + between


def _offset(align: Align, start: int, room: int, size: int) -> int:
    if align == "center":
        return start + (room - size) // 2
    return start + room - size if align == "end" else start


def _grown(sizes: list[int], shares: Sequence[float], left: int) -> list[int]:
    total = sum(shares)
    if left <= 0 or total <= 0:
        return sizes
    grown, used = [], 0
    parts = [round(left * sum(shares[: at + 1]) / total) for at in range(len(shares))]
    for size, part in zip(sizes, parts, strict=True):
        grown.append(size + part - used)
        used = part
    return grown


def _shrunk(sizes: list[int], least: list[int], over: int) -> list[int]:
    room = [max(0, size - low) for size, low in zip(sizes, least, strict=True)]
    total = sum(room)
    if total <= 0:
        return sizes
    take, shrunk, used = min(over, total), [], 0
    for at, size in enumerate(sizes):
        part = round(take * sum(room[: at + 1]) / total)
        shrunk.append(size - (part - used))
        used = part
    return shrunk


@dataclass(eq=False, kw_only=True)
class Fits(Box):
    """A row that leaves out what it can do without rather than break its words."""

    direction: Direction = "row"

    def content_sizes(self, kit: Kit) -> tuple[int, int]:
        """Narrowest without what can be dropped, and natural with everything."""
        stays = [child.sizes(kit)[0] for child in self.children if not child.drops]
        return sum(stays) + kit.px(self.gap) * max(0, len(stays) - 1), super().content_sizes(kit)[1]

    def _fit(self, kit: Kit, wide: int) -> None:
        kept = list(self.children)
        while len(kept) > 1:
            natural = sum(child.sizes(kit)[1] for child in kept) + kit.px(self.gap) * (
                len(kept) - 1
            )
            least = max(kept, key=lambda child: child.drops)
            if natural <= wide or not least.drops:
                break
            kept.remove(least)
        self.children = kept

    def content_height(self, kit: Kit, wide: int) -> int:
        """Height of what is left at that width."""
        self._fit(kit, wide)
        return super().content_height(kit, wide)

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place what is left."""
        self._fit(kit, inside.w)
        super().arrange_children(kit, inside)


@dataclass(eq=False, kw_only=True)
class Scroll(Box):
    """A column that scrolls when it is higher than its place. least_high: in dp."""

    least_high: float = 96

    def least_tall(self, kit: Kit, wide: int) -> int:
        """What can be made to do with: a few lines, and the rest is scrolled to."""
        return min(self.tall(kit, wide), kit.px(self.least_high))

    def _height(self, kit: Kit, wide: int) -> int:
        if self.height is not None:
            return kit.px(self.height)
        inside = wide - kit.px(self.pad[1]) - kit.px(self.pad[3])
        pads = kit.px(self.pad[0]) + kit.px(self.pad[2])
        return self.content_height(kit, max(0, inside)) + pads

    def content_length(self, kit: Kit) -> int:
        """The height of all that is in it."""
        return self._height(kit, self._content_width(kit)) if self.height is None else 0

    def _content_width(self, kit: Kit) -> int:
        natural = self._height(kit, self.rect.w)
        return self.rect.w - (kit.px(14) if natural > self.rect.h else 0)

    def overflow(self, kit: Kit) -> int:
        """How far it can be scrolled, in pixels."""
        return max(0, self.content_length(kit) - self.rect.h)

    def offset(self, kit: Kit) -> int:
        """How far it is scrolled, in pixels."""
        return max(0, min(kit.scrolls.get(self.id, 0), self.overflow(kit)))

    def arrange_children(self, kit: Kit, inside: pygame.Rect) -> None:
        """Place the children under each other, moved up by the offset."""
        if not self.overflow(kit):
            super().arrange_children(kit, inside)
            return
        lane = kit.px(14)
        full = self.content_length(kit) - kit.px(self.pad[0]) - kit.px(self.pad[2])
        moved = pygame.Rect(inside.x, inside.y - self.offset(kit), inside.w - lane, full)
        super().arrange_children(kit, moved)

    def paint_children(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw what can be seen, with a bar at the side."""
        clip = surface.get_clip()
        over = self.overflow(kit)
        if not over:
            super().paint_children(kit, surface)
            return
        surface.set_clip(self.rect.clip(clip))
        super().paint_children(kit, surface)
        surface.set_clip(clip)
        self._paint_bar(kit, surface, over)

    def _paint_bar(self, kit: Kit, surface: pygame.Surface, over: int) -> None:
        wide, room = kit.px(6), self.rect.h - kit.px(8)
        long = max(kit.px(28), round(room * self.rect.h / (self.rect.h + over)))
        y = self.rect.y + kit.px(4) + round((room - long) * self.offset(kit) / over)
        x = self.rect.right - wide - kit.px(1)
        track = pygame.Rect(x, self.rect.y + kit.px(4), wide, room)
        paint_look(kit, surface, track, Look(kit.theme.line, radius=3))
        paint_look(kit, surface, pygame.Rect(x, y, wide, long), Look(kit.theme.muted, radius=3))


# --- walking the tree -------------------------------------------------------------------------


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in reading order."""
    yield node
    for child in node.children:
        yield from walk(child)


def find(root: Node, name: str) -> Node | None:
    """The node with that id."""
    return next((node for node in walk(root) if node.id == name), None) if name else None


def focusable(root: Node) -> list[Node]:
    """The nodes that the keyboard can reach, in order."""
    return [node for node in walk(root) if node.is_focusable]


def scrolls_around(root: Node, target: Node) -> list[Scroll]:
    """The scrolling nodes around a node, the outer one first."""
    found: list[Scroll] = []

    def search(node: Node, above: list[Scroll]) -> bool:
        if node is target:
            found.extend(above)
            return True
        deeper = [*above, node] if isinstance(node, Scroll) else above
        return any(search(child, deeper) for child in node.children)

    search(root, [])
    return found


def hit(root: Node, at: tuple[int, int]) -> Node | None:
    """The topmost node at that point that can be acted on or explained."""
    if isinstance(root, Scroll) and not root.rect.collidepoint(at):
        return None
    for child in reversed(root.children):
        found = hit(child, at)
        if found is not None:
            return found
    return root if root.is_focusable and root.rect.collidepoint(at) else None


def scroll_at(root: Node, at: tuple[int, int], kit: Kit) -> Scroll | None:
    """The innermost scrolling node at that point that has something to scroll."""
    found = None
    for node in walk(root):
        is_here = isinstance(node, Scroll) and node.rect.collidepoint(at)
        if is_here and isinstance(node, Scroll) and node.overflow(kit):
            found = node
    return found


def transcript(root: Node) -> list[str]:
    """All that the screen says, line by line."""
    return [text for node in walk(root) if (text := node.spoken())]
