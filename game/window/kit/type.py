"""Type: the bundled fonts, how wide a text is, where it breaks, and how it looks.

Nothing else gives text to pygame, so undrawable characters are made visible here.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

import pygame

from engine.scenario.vocabulary import Language
from game.assets import ASSETS
from game.printable import printable
from game.window.kit.hyphenation import Fits, broken
from game.window.kit.keeping import kept

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
    """The font of that weight and size, kept until pygame stops."""
    pygame.register_quit(font.cache_clear)
    return pygame.font.Font(ASSETS / "fonts" / _FILES[weight], pixels)


# SDL puts each letter on a whole pixel, which spaces small text unevenly: up to this size it is
# drawn twice as large and scaled down.
_SMALL = 17


_KEPT = 4  # millions of pixels of lines that are kept: those of some twenty full screens


def _fine(pixels: int) -> int:
    return 2 if pixels <= _SMALL else 1


@lru_cache(maxsize=20_000)
def width(text: str, weight: Weight, pixels: int) -> int:
    """How wide a text is on one line, in pixels."""
    fine = _fine(pixels)
    return -(-font(weight, pixels * fine).size(printable(text))[0] // fine)


def line_height(weight: Weight, pixels: int) -> int:
    """From one line to the next, in pixels; never less than the letters need."""
    return max(round(pixels * _LEADING[weight]), font(weight, pixels).get_ascent() + pixels // 4)


@lru_cache(maxsize=4_000)
def wrap(
    text: str, weight: Weight, pixels: int, room: int, language: Language = "en"
) -> tuple[str, ...]:
    """The lines of a text that fit in so many pixels.

    A word that is too long for a line is broken, by the rules of the language where it can be.
    """

    def fits(line: str) -> bool:
        return width(line, weight, pixels) <= room

    paragraphs = printable(text).split("\n")
    return tuple(line for words in paragraphs for line in _wrap(words, fits, language))


def _wrap(text: str, fits: Fits, language: Language) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if fits(longer):
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = broken(word, fits, language)
        lines += pieces
    return [*lines, line]


@lru_cache(maxsize=4_000)
def longest_word(text: str, weight: Weight, pixels: int) -> int:
    """The width of the widest word, in pixels; a space that does not break joins two."""
    words = printable(text).replace("\n", " ").split(" ")
    return max(width(word, weight, pixels) for word in words)


@kept(_KEPT)
def drawn(text: str, weight: Weight, pixels: int, colour: str) -> pygame.Surface:
    """One line of text in a colour, kept; do not draw on it."""
    text, fine = printable(text), _fine(pixels)
    if fine == 1:
        return font(weight, pixels).render(text, True, colour)
    large = font(weight, pixels * fine).render(text, True, colour)
    size = (width(text, weight, pixels), max(1, large.get_height() // fine))
    return pygame.transform.smoothscale(large, size)
