"""SVG text from numbers.

The window reads SVG with nanosvg, which knows no text, clip paths, masks, filters or reuse, and
wants percentages in the stops of a gradient. What is written here stays within that.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import NamedTuple
from zlib import crc32


class Paint(NamedTuple):
    """A gradient: its definition and the fill that refers to it."""

    definition: str
    fill: str


class Stop(NamedTuple):
    """A colour on the way through a gradient; `at` in per cent, `opacity` 0 to 1."""

    at: float
    colour: str
    opacity: float = 1.0


Fill = str | Paint

_DEFINITION = re.compile("<defs>(.*?)</defs>", re.DOTALL)
_NAME = re.compile(r'(\bid="|url\(#)([\w-]+)')
_COLOUR = re.compile("#[0-9a-f]{6}")
_SIZE = re.compile(r'<svg xmlns="[^"]*" width="[^"]*" height="[^"]*"')


def number(value: float) -> str:
    """The number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def points(*values: float) -> str:
    """Numbers as path data writes them."""
    return " ".join(number(value) for value in values)


def escaped(text: str) -> str:
    """Text that may stand in an element or in quotes; what XML forbids becomes U+FFFD."""
    return escape("".join("\ufffd" if _is_forbidden(char) else char for char in text))


def _is_forbidden(char: str) -> bool:
    """Control characters, halves of pairs and code points that are no character."""
    return unicodedata.category(char) in ("Cc", "Cs") or ord(char) & 0xFFFE == 0xFFFE


# --- paint ------------------------------------------------------------------------------------


def _stops(stops: Iterable[Stop]) -> str:
    return "".join(
        f'<stop offset="{number(stop.at)}%" stop-color="{stop.colour}"'
        f' stop-opacity="{number(stop.opacity)}"/>'
        for stop in stops
    )


def _paint(tag: str, direction: str, colours: Sequence[Stop | str]) -> Paint:
    far = max(1, len(colours) - 1)
    inner = _stops(
        each if isinstance(each, Stop) else Stop(100 * place / far, each)
        for place, each in enumerate(colours)
    )
    name = f"p{crc32((tag + direction + inner).encode()):08x}"
    return Paint(
        f'<defs><{tag} id="{name}" {direction}>{inner}</{tag}></defs>',
        f"url(#{name})",
    )


def down(*colours: Stop | str) -> Paint:
    """A gradient from top to bottom of whatever it fills; plain colours lie evenly."""
    return _paint("linearGradient", 'x1="0%" y1="0%" x2="0%" y2="100%"', colours)


def across(*colours: Stop | str) -> Paint:
    """A gradient from left to right of whatever it fills; plain colours lie evenly."""
    return _paint("linearGradient", 'x1="0%" y1="0%" x2="100%" y2="0%"', colours)


def outwards(*colours: Stop | str) -> Paint:
    """A gradient from the centre outwards of whatever it fills; plain colours lie evenly."""
    return _paint("radialGradient", 'cx="50%" cy="50%" r="50%"', colours)


# --- shapes -----------------------------------------------------------------------------------


def _shape(
    tag: str, geometry: str, fill: Fill, opacity: float, stroke: str = "", width: float = 0.0
) -> str:
    definition, colour = fill if isinstance(fill, Paint) else ("", fill)
    faded = f' opacity="{number(opacity)}"' if opacity < 1 else ""
    line = (
        f' stroke="{stroke}" stroke-width="{number(width)}"'
        ' stroke-linecap="round" stroke-linejoin="round"'
        if stroke
        else ""
    )
    return f'{definition}<{tag} {geometry} fill="{colour}"{line}{faded}/>'


def path(
    d: str, fill: Fill = "none", *, opacity: float = 1.0, stroke: str = "", width: float = 0.0,
    has_holes: bool = False,
) -> str:  # fmt: skip
    """A path; `d` as SVG writes it. has_holes: what lies within another part is left open."""
    rule = 'fill-rule="evenodd" ' if has_holes else ""
    return _shape("path", f'{rule}d="{d}"', fill, opacity, stroke, width)


def line(d: str, colour: str, width: float, opacity: float = 1.0) -> str:
    """A stroked path with round ends."""
    return path(d, "none", opacity=opacity, stroke=colour, width=width)


def ellipse(cx: float, cy: float, rx: float, ry: float, fill: Fill, opacity: float = 1.0) -> str:
    """A filled ellipse."""
    geometry = f'cx="{number(cx)}" cy="{number(cy)}" rx="{number(abs(rx))}" ry="{number(abs(ry))}"'
    return _shape("ellipse", geometry, fill, opacity)


def rect(
    x: float, y: float, width: float, height: float, fill: Fill, radius: float = 0.0,
    opacity: float = 1.0,
) -> str:  # fmt: skip
    """A filled rectangle."""
    geometry = (
        f'x="{number(x)}" y="{number(y)}" width="{number(width)}"'
        f' height="{number(height)}" rx="{number(radius)}"'
    )
    return _shape("rect", geometry, fill, opacity)


def glow(cx: float, cy: float, rx: float, ry: float, colour: str, opacity: float) -> str:
    """A soft pool of colour that fades to nothing at its edge.

    A circle is stretched, because nanosvg keeps radial gradients round in a box that is not square.
    """
    fading = outwards(
        Stop(0, colour, opacity),
        Stop(35, colour, opacity * 0.72),
        Stop(70, colour, opacity * 0.2),
        Stop(100, colour, 0.0),
    )
    stretch = f"translate({number(cx)} {number(cy)}) scale({rx / 100:.4f} {ry / 100:.4f})"
    return f'<g transform="{stretch}">{ellipse(0, 0, 100, 100, fading)}</g>'


def moved(content: str, dx: float = 0.0, dy: float = 0.0) -> str:
    """The content, shifted."""
    return f'<g transform="translate({number(dx)} {number(dy)})">{content}</g>'


def turned(content: str, degrees: float, cx: float, cy: float) -> str:
    """The content, turned clockwise around a point."""
    return f'<g transform="rotate({number(degrees)} {number(cx)} {number(cy)})">{content}</g>'


def scaled(content: str, sx: float, sy: float, cx: float, cy: float) -> str:
    """The content, made larger or smaller around a point."""
    return (
        f'<g transform="translate({number(cx)} {number(cy)}) scale({number(sx)} {number(sy)})'
        f' translate({number(-cx)} {number(-cy)})">{content}</g>'
    )


# --- documents --------------------------------------------------------------------------------


def document(width: float, height: float, *content: str) -> str:
    """A whole SVG document; each gradient is defined once, at its head."""
    drawn = "".join(content)
    once = "".join(dict.fromkeys(_DEFINITION.findall(drawn)))
    head = f"<defs>{once}</defs>" if once else ""
    w, h = number(width), number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}"'
        f' viewBox="0 0 {w} {h}">{head}{_DEFINITION.sub("", drawn)}</svg>'
    )


def placed(drawing: str, x: float, y: float, width: float, height: float) -> str:
    """A document of ours as part of another, at that place and size. Not for nanosvg."""
    box = " ".join(
        f'{name}="{number(value)}"'
        for name, value in zip(("x", "y", "width", "height"), (x, y, width, height), strict=True)
    )
    return _SIZE.sub(lambda _: f"<svg {box}", drawing, count=1)


def recoloured(drawing: str, change: Callable[[str], str]) -> str:
    """The drawing with each of its colours (`#rrggbb`) changed."""
    return _COLOUR.sub(lambda found: change(found[0]), drawing)


def embedded(drawing: str, name: str, label: str = "") -> str:
    """A document of ours, ready to stand in a page.

    name: begins its ids, so it must be unique on that page. label: what a screen reader says;
    without one the drawing is decoration and is skipped.
    """
    unique = _NAME.sub(lambda found: f"{found[1]}{name}-{found[2]}", drawing)
    spoken = f'role="img" aria-label="{escaped(label)}"' if label else 'aria-hidden="true"'
    return unique.replace("<svg ", f"<svg {spoken} ", 1)
