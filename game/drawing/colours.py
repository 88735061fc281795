"""Colours as `#rrggbb` text, and how they mix."""

from typing import Literal

from engine.scenario.vocabulary import Stance

Tone = Literal["light", "dark"]
TONES: tuple[Tone, ...] = ("light", "dark")

# Blue, violet and rust: the colour of a theme by what a move is. The soft one, to stand on, has the
# same name with `_soft` behind it.
STANCE_COLOURS: dict[Stance, str] = {
    "trust-building": "trust", "reciprocal": "mutual", "opportunistic": "risk",
}  # fmt: skip

# How much of red, green and blue is left of the light of day.
_DUSK_LIGHT = (0.175, 0.17, 0.215)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, each 0 to 255, of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from the first to the second."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def at_dusk(colour: str, depth: float) -> str:
    """The colour in blue evening light; depth 0 is day, 1 deep dusk. The hue stays the same."""
    lit = zip(channels(colour), _DUSK_LIGHT, strict=True)
    return "#" + "".join(
        f"{round(channel * (1 - depth + depth * light)):02x}" for channel, light in lit
    )


def lighter(colour: str, share: float) -> str:
    """The colour with a share of warm light in it."""
    return mix(colour, "#fff6e6", share)


def darker(colour: str, share: float) -> str:
    """The colour with a share of blue-black shadow in it."""
    return mix(colour, "#10131c", share)


def brightness(colour: str) -> float:
    """How light a colour looks, 0 (black) to 1 (white)."""
    red, green, blue = channels(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def as_colour(word: str) -> str | None:
    """The colour as `#rrggbb` when the word is one in hexadecimal, with its `#`; else None."""
    digits = word.removeprefix("#").lower()
    if not word.startswith("#") or set(digits) - set("0123456789abcdef"):
        return None
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if len(digits) == 6 else None
