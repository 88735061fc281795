"""A line to type on: it grows with what is typed, and shows where the next letter goes."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.printable import printable
from game.window.kit import type as typ
from game.window.kit.node import Kit, Node, Widths
from game.window.kit.paint import Look
from game.window.kit.type import Style

STYLE = Style("regular", 17)
_NATURAL = 420.0  # dp
_CARET = 1.6  # dp wide


@dataclass(eq=False, kw_only=True)
class Field(Node):
    """What somebody types. write: takes the whole text after every change.

    onward: the id that Enter goes to; it presses nothing.
    """

    text: str
    write: Callable[[str], None]
    onward: str = ""

    def __post_init__(self) -> None:
        self.role = "field"

    @property
    def is_focusable(self) -> bool:
        """The keyboard always reaches it."""
        return bool(self.id)

    def _pixels(self, kit: Kit) -> int:
        return max(8, kit.px(STYLE.size))

    def content_widths(self, kit: Kit) -> Widths:
        """It takes the room there is."""
        least = kit.px(120)
        return Widths(least, least, kit.px(_NATURAL))

    def content_height(self, kit: Kit, width: int) -> int:
        """The height of its lines."""
        high = typ.line_height(STYLE.weight, self._pixels(kit))
        return high * len(self._lines(kit, width))

    def _lines(self, kit: Kit, width: int) -> list[tuple[int, int]]:
        pixels = self._pixels(kit)
        room = width - kit.px(2 * _CARET)
        return lines_of(self.text, lambda part: typ.width(part, STYLE.weight, pixels) <= room)

    def paint_content(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw the lines, and the caret where it has the focus."""
        box, pixels = self.inside(kit), self._pixels(kit)
        high = typ.line_height(STYLE.weight, pixels)
        caret = self.caret(kit)
        for at, (start, end) in enumerate(self._lines(kit, box.w)):
            top = box.y + at * high
            if part := self.text[start:end]:
                drawn = typ.drawn(part, STYLE.weight, pixels, kit.theme.ink)
                surface.blit(drawn, (box.x, top + (high - drawn.get_height()) // 2))
            is_last = end == len(self.text)
            if caret is not None and start <= caret and (caret < end or (caret == end and is_last)):
                x = box.x + typ.width(self.text[start:caret], STYLE.weight, pixels)
                wide = max(1, kit.px(_CARET))
                surface.fill(kit.theme.ink, (x, top + high // 8, wide, high - high // 4))
                caret = None

    def spoken(self) -> str:
        """What it asks, and what stands there."""
        return printable(f"{self.label}: {self.text}" if self.text else self.label)

    def caret(self, kit: Kit) -> int | None:
        """Before which letter the next one goes; None if it goes elsewhere."""
        name, at = kit.caret
        return min(at, len(self.text)) if name == self.id else None


def lines_of(text: str, fits: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where each line begins and ends: after a space, or within a word that is longer than a line.

    Every letter is on one line, so that the caret has a place before each.
    """
    lines: list[tuple[int, int]] = []
    start = end = 0
    while end < len(text):
        space = text.find(" ", end)
        word_end = len(text) if space < 0 else space + 1
        if fits(text[start:word_end].rstrip(" ")):
            end = word_end
        elif end > start:
            lines.append((start, end))
            start = end
        else:
            end = _as_much(text, start, word_end, fits)
            lines.append((start, end))
            start = end
    return [*lines, (start, end)] if start < end or not lines else lines


def _as_much(text: str, start: int, end: int, fits: Callable[[str], bool]) -> int:
    """How far a word that is too long goes; at least one letter."""
    low, high = start + 1, end
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[start:middle]) else (low, middle - 1)
    return low


def field(
    look: Look, id: str, label: str, text: str, write: Callable[[str], None], *, onward: str = ""
) -> Field:
    """A line to type on. label: what it asks, for a screen reader."""
    return Field(id=id, label=label, text=text, write=write, onward=onward, look=look,
                 pad=(10, 14, 10, 14), min_height=44)  # fmt: skip
