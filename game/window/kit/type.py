"""Type: the bundled fonts, how wide a text is, where it breaks, and how it looks."""

from functools import lru_cache
from typing import Literal, NamedTuple

import pygame

from game.assets import ASSETS

Weight = Literal["regular", "medium", "semibold", "bold", "serif"]
_FILES: dict[Weight, str] = {
    "regular": "Inter-Regular.ttf",
    "medium": "Inter-Medium.ttf",
    "semibold": "Inter-SemiBold.ttf",
    "bold": "Inter-Bold.ttf",
    "serif": "Fraunces-SemiBold.ttf",
}
# Space between lines, as a factor of the size.
_LEADING: dict[Weight, float] = {
    "regular": 1.42, "medium": 1.38, "semibold": 1.34, "bold": 1.30, "serif": 1.24,
}  # fmt: skip


class Style(NamedTuple):
    """A text style: weight and size in dp."""

    weight: Weight
    size: float


CAPTION = Style("medium", 13)
LABEL = Style("semibold", 14)
BODY = Style("regular", 15)
STRONG = Style("semibold", 15)
LEAD = Style("regular", 18)
HEAD = Style("semibold", 18)
SPOKEN = Style("regular", 19)
TITLE = Style("serif", 24)
DISPLAY = Style("serif", 38)
FIGURE = Style("bold", 30)


@lru_cache(maxsize=64)
def font(weight: Weight, pixels: int) -> pygame.font.Font:
    """The font of that weight and size, kept."""
    return pygame.font.Font(ASSETS / "fonts" / _FILES[weight], pixels)


# SDL puts each letter on a whole pixel, which spaces small text unevenly: up to this size it is
# drawn twice as large and scaled down.
_SMALL = 17


def _fine(pixels: int) -> int:
    return 2 if pixels <= _SMALL else 1


@lru_cache(maxsize=20_000)
def width(text: str, weight: Weight, pixels: int) -> int:
    """How wide a text is on one line, in pixels."""
    fine = _fine(pixels)
    return -(-font(weight, pixels * fine).size(text)[0] // fine)


def line_height(weight: Weight, pixels: int) -> int:
    """From one line to the next, in pixels; never less than the letters need."""
    return max(round(pixels * _LEADING[weight]), font(weight, pixels).get_ascent() + pixels // 4)


@lru_cache(maxsize=4_000)
def wrap(text: str, weight: Weight, pixels: int, room: int) -> tuple[str, ...]:
    """The lines of a text that fit in so many pixels; a word that is too long stands alone."""
    return tuple(
        line for part in text.split("\n") for line in _wrap_paragraph(part, weight, pixels, room)
    )


def _wrap_paragraph(text: str, weight: Weight, pixels: int, room: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer, weight, pixels) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


@lru_cache(maxsize=4_000)
def longest_word(text: str, weight: Weight, pixels: int) -> int:
    """The width of the widest word, in pixels."""
    return max((width(word, weight, pixels) for word in text.split()), default=0)


@lru_cache(maxsize=3_000)
def drawn(text: str, weight: Weight, pixels: int, colour: str) -> pygame.Surface:
    """One line of text in a colour, kept; do not draw on it."""
    fine = _fine(pixels)
    if fine == 1:
        return font(weight, pixels).render(text, True, colour)
    large = font(weight, pixels * fine).render(text, True, colour)
    size = (width(text, weight, pixels), max(1, large.get_height() // fine))
    return pygame.transform.smoothscale(large, size)
