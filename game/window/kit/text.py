"""Nodes that show text, and pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pygame

from game.printable import printable
from game.window.kit import type as typ
from game.window.kit.node import Kit, Node, Widths
from game.window.kit.type import BODY, Style

# How narrow a broken word may be, as a factor of the size of the letters: about five letters and a
# hyphen.
_NARROWEST = 3.5

TextAlign = Literal["left", "center", "right"]


@dataclass(eq=False, kw_only=True)
class Text(Node):
    """A text that wraps. colour: the name of a colour of the theme."""

    text: str
    style: Style = BODY
    colour: str = "ink"
    text_align: TextAlign = "left"

    def __post_init__(self) -> None:
        if self.role == "group":
            self.role = "text"

    def pixels(self, kit: Kit) -> int:
        """The size of the letters in pixels."""
        return max(8, kit.px(self.style.size))

    def content_widths(self, kit: Kit) -> Widths:
        """A part of a word, the widest word, and the whole text on one line."""
        weight, pixels = self.style.weight, self.pixels(kit)
        longest = typ.longest_word(self.text, weight, pixels)
        natural = max(typ.width(line, weight, pixels) for line in self.text.split("\n"))
        broken = min(longest, round(_NARROWEST * pixels)) if self._has_letters else longest
        return Widths(broken, longest, natural)

    @property
    def _has_letters(self) -> bool:
        """Whether there is a word in it; a figure is never broken."""
        return any(each.isalpha() for each in self.text)

    def width_of(self, kit: Kit, line: str) -> int:
        """How wide a line of it is."""
        return typ.width(line, self.style.weight, self.pixels(kit))

    def lines(self, kit: Kit, width: int) -> tuple[str, ...]:
        """The lines at that width."""
        return typ.wrap(self.text, self.style.weight, self.pixels(kit), width, kit.language)

    def content_height(self, kit: Kit, width: int) -> int:
        """The height of the lines at that width."""
        height = typ.line_height(self.style.weight, self.pixels(kit))
        return len(self.lines(kit, width)) * height

    def paint_content(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw the lines."""
        weight, pixels = self.style.weight, self.pixels(kit)
        high, box = typ.line_height(weight, pixels), self.inside(kit)
        colour = getattr(kit.theme, self.colour, self.colour)
        lift = (high - typ.font(weight, pixels).get_height()) // 2
        lines = self.lines(kit, box.w)
        top = box.y + max(0, (box.h - high * len(lines)) // 2 if self.role == "button" else 0)
        for at, text in enumerate(lines):
            if not text:
                continue
            drawn = typ.drawn(text, weight, pixels, colour)
            if kit.opening is not None and _is_cut(kit.opening, top + at * high + lift, drawn):
                continue
            x = box.x
            if self.text_align != "left":
                left = box.w - drawn.get_width()
                x += left // 2 if self.text_align == "center" else left
            surface.blit(drawn, (x, top + at * high + lift))

    def spoken(self) -> str:
        """The text itself."""
        return printable(self.label or self.text)


# A line has room above its capitals and below most letters: a share of its height, design choice.
_ROOM = 0.12


def _is_cut(opening: pygame.Rect, y: int, line: pygame.Surface) -> bool:
    """Whether only a part of the letters would show; the line waits until it is scrolled to."""
    room = round(line.get_height() * _ROOM)
    return y + room < opening.y or y + line.get_height() - room > opening.bottom


@dataclass(eq=False, kw_only=True)
class Hidden(Node):
    """Keeps the place of something that is still to come: as large, with nothing to see or say."""

    def __post_init__(self) -> None:
        self._later, self.children = self.children, ()

    def content_widths(self, kit: Kit) -> Widths:
        """Those of what is to come."""
        return self._later[0].widths(kit)

    def content_height(self, kit: Kit, width: int) -> int:
        """That of what is to come."""
        return self._later[0].height_for_width(kit, width)


Draw = Callable[[Kit, tuple[int, int]], pygame.Surface]


@dataclass(eq=False, kw_only=True)
class Picture(Node):
    """A picture of a fixed size in dp, drawn for the pixels it gets."""

    draw: Draw

    def __post_init__(self) -> None:
        if self.role == "group":
            self.role = "image"

    def paint_content(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw it in the middle of its place."""
        box = self.inside(kit)
        if box.w > 0 and box.h > 0:
            made = self.draw(kit, box.size)
            x, y = box.x + (box.w - made.get_width()) // 2, box.y + (box.h - made.get_height()) // 2
            surface.blit(made, (x, y))


Paint = Callable[[Kit, pygame.Surface, pygame.Rect], None]


@dataclass(eq=False, kw_only=True)
class Canvas(Node):
    """A place that a function paints: charts and meters. least and natural width in dp."""

    painter: Paint
    natural: float = 200

    def content_widths(self, kit: Kit) -> Widths:
        """Its least and natural width."""
        least = kit.px(self.min_width)
        return Widths(least, least, kit.px(self.natural))

    def paint_content(self, kit: Kit, surface: pygame.Surface) -> None:
        """Let the function paint within the place."""
        self.painter(kit, surface, self.inside(kit))
