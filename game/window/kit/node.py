"""A piece of a screen: its size, its place, how it is painted, and what it says.

A screen builds a tree of nodes from what there is to show; `arrange` gives each a place in whole
pixels. Sizes in the tree are in dp and become pixels by the scale of the kit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import pygame

from engine.scenario.vocabulary import Language
from game.printable import printable
from game.theme import Theme
from game.window.kit import paint
from game.window.kit.paint import Look

Role = Literal[
    "group", "text", "heading", "button", "card", "toggle", "meter", "image", "list", "dialog",
    "field",
]  # fmt: skip
Act = Callable[[], None]
_NO_PAD = (0, 0, 0, 0)


@dataclass
class Kit:
    """What layout and paint need to know, apart from the tree."""

    theme: Theme
    scale: float  # pixels per dp
    focus: str = ""
    pointed: str = ""
    scrolls: dict[str, int] = field(default_factory=dict)  # by id, in pixels
    moving: Callable[[str, float], float] = lambda _name, target: target
    caret: tuple[str, int] = ("", 0)  # the id of the field that has the focus, and the place in it
    language: Language = "en"  # by whose rules a word that is too long is broken
    on_the_way: list[pygame.Rect] = field(default_factory=list)  # where something was moving
    opening: pygame.Rect | None = None  # of what scrolls, while what is in it is painted

    def px(self, dp: float) -> int:
        """That many dp in pixels."""
        return round(dp * self.scale)

    def moved(self, name: str, target: float, place: pygame.Rect) -> float:
        """The number as shown now, on its way to the target, which only shows in that place."""
        at = self.moving(name, target)
        if at != target:
            self.on_the_way.append(place)
        return at


class Widths(NamedTuple):
    """How wide something can be, in pixels.

    broken: at its narrowest, with long words broken; whole: with every word whole; natural: as it
    likes to be.
    """

    broken: int
    whole: int
    natural: int


@dataclass(eq=False, kw_only=True)
class Node:
    """A piece of a screen. What can be acted on or explained has a stable id.

    width, height, min_width, max_width, min_height: dp; pad: top, right, bottom, left in dp.
    key: what may be typed for it. explain: why it is what it is, shown on focus.
    """

    id: str = ""
    role: Role = "group"
    label: str = ""
    grow: float = 0
    width: float | None = None
    height: float | None = None
    min_width: float = 0
    min_height: float = 0
    max_width: float | None = None
    pad: tuple[float, float, float, float] = _NO_PAD
    look: Look | None = None
    look_pointed: Look | None = None
    act: Act | None = None
    key: str = ""
    explain: str = ""
    disabled: bool = False
    is_aside: bool = False  # it belongs to the window: arrows do not wander into it
    drop_rank: int = 0  # in a row that must fit: the highest goes first, 0 stays
    children: Sequence["Node"] = ()
    rect: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 0, 0), init=False)
    _heights: dict[int, int] = field(default_factory=dict, init=False)  # by width
    _min_heights: dict[int, int] = field(default_factory=dict, init=False)
    _widths: Widths | None = field(default=None, init=False)

    # --- sizes, in pixels ---------------------------------------------------------------------

    @property
    def is_focusable(self) -> bool:
        """Whether the keyboard can reach it."""
        return bool(self.id) and (self.act is not None or bool(self.explain))

    def widths(self, kit: Kit) -> Widths:
        """How wide it can be, including padding."""
        if self._widths is None:
            self._widths = self._bounded_widths(kit)
        return self._widths

    def _bounded_widths(self, kit: Kit) -> Widths:
        if self.width is not None:
            fixed = kit.px(self.width)
            return Widths(fixed, fixed, fixed)
        broken, whole, natural = self.content_widths(kit)
        sides, least = self._sides(kit), kit.px(self.min_width)
        broken, whole = max(broken + sides, least), max(whole + sides, least)
        natural = max(natural + sides, whole)
        if self.max_width is not None:
            natural = max(whole, min(natural, kit.px(self.max_width)))
        return Widths(broken, whole, natural)

    def _sides(self, kit: Kit) -> int:
        return kit.px(self.pad[1]) + kit.px(self.pad[3])

    def _ends(self, kit: Kit) -> int:
        return kit.px(self.pad[0]) + kit.px(self.pad[2])

    def height_for_width(self, kit: Kit, width: int) -> int:
        """How high it would like to be at that width in pixels, including padding."""
        if width not in self._heights:
            self._heights[width] = self._bounded_height(kit, width)
        return self._heights[width]

    def _bounded_height(self, kit: Kit, width: int) -> int:
        if self.height is not None:
            return kit.px(self.height)
        content = self.content_height(kit, max(0, width - self._sides(kit)))
        return max(content + self._ends(kit), kit.px(self.min_height))

    def min_height_for_width(self, kit: Kit, width: int) -> int:
        """The minimum height it needs, including padding."""
        if width not in self._min_heights:
            self._min_heights[width] = self._min_height(kit, width)
        return self._min_heights[width]

    def _min_height(self, kit: Kit, width: int) -> int:
        """Only scrolling parts can do with less than they would like."""
        return self.height_for_width(kit, width)

    def content_widths(self, kit: Kit) -> Widths:
        """How wide what is inside can be."""
        return Widths(0, 0, 0)

    def content_height(self, kit: Kit, width: int) -> int:
        """Height of what is inside."""
        return 0

    # --- place --------------------------------------------------------------------------------

    def arrange(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place, and give the children theirs."""
        self.rect = rect
        self.arrange_children(kit, self.inside(kit))

    def inside(self, kit: Kit) -> pygame.Rect:
        """The place within the padding."""
        box, pad = self.rect, self.pad
        if pad == _NO_PAD:
            return pygame.Rect(box.x, box.y, max(0, box.w), max(0, box.h))
        top, right, bottom, left = kit.px(pad[0]), kit.px(pad[1]), kit.px(pad[2]), kit.px(pad[3])
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
        """What a screen reader says for it; empty if the children say it."""
        return printable(self.label)


def paint_look(kit: Kit, surface: pygame.Surface, rect: pygame.Rect, look: Look) -> None:
    """Draw a background with its shadow."""
    if rect.w < 1 or rect.h < 1:
        return
    radius = min(kit.px(look.radius), rect.w // 2, rect.h // 2)
    alpha = look.shadow * kit.theme.shadow // 100
    if alpha:
        blur, drop, low = kit.px(14), kit.px(3), min(255, alpha)
        is_covered = look.fill is not None
        paint.draw_shadow(surface, rect, radius, blur, drop, low, is_covered=is_covered)
    if look.fill or look.line:
        thick = max(1, kit.px(look.thick)) if look.line else 0
        paint.draw_rounded(surface, rect, radius, look.fill, look.line, thick)
