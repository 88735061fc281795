"""SVG text from numbers, and surfaces from SVG text.

Pygame reads SVG with nanosvg: it has no text, clip paths, masks, filters or reuse, and it wants
percentages in the stops of a gradient. What is written here stays within that.
"""

import io
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import pygame


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


def number(value: float) -> str:
    """The number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _stops(stops: Iterable[Stop]) -> str:
    return "".join(
        f'<stop offset="{number(stop.at)}%" stop-color="{stop.colour}"'
        f' stop-opacity="{number(stop.opacity)}"/>'
        for stop in stops
    )


def _paint(tag: str, direction: str, stops: Iterable[Stop]) -> Paint:
    inner = _stops(stops)
    name = f"p{crc32((tag + direction + inner).encode()):08x}"
    return Paint(
        f'<defs><{tag} id="{name}" {direction}>{inner}</{tag}></defs>',
        f"url(#{name})",
    )


def down(*stops: Stop) -> Paint:
    """A gradient from top to bottom of whatever it fills."""
    return _paint("linearGradient", 'x1="0%" y1="0%" x2="0%" y2="100%"', stops)


def across(*stops: Stop) -> Paint:
    """A gradient from left to right of whatever it fills."""
    return _paint("linearGradient", 'x1="0%" y1="0%" x2="100%" y2="0%"', stops)


def around(*stops: Stop) -> Paint:
    """A gradient from the centre outwards of whatever it fills."""
    return _paint("radialGradient", 'cx="50%" cy="50%" r="50%"', stops)


def _painted(fill: Fill) -> tuple[str, str]:
    return (fill.definition, fill.fill) if isinstance(fill, Paint) else ("", fill)


def shape(tag: str, geometry: str, fill: Fill, opacity: float, stroke: str, width: float) -> str:
    """Any filled or stroked element."""
    definition, colour = _painted(fill)
    faded = f' opacity="{number(opacity)}"' if opacity < 1 else ""
    line = (
        f' stroke="{stroke}" stroke-width="{number(width)}"'
        ' stroke-linecap="round" stroke-linejoin="round"'
        if stroke
        else ""
    )
    return f'{definition}<{tag} {geometry} fill="{colour}"{line}{faded}/>'


def path(
    d: str, fill: Fill = "none", *, opacity: float = 1.0, stroke: str = "", width: float = 0.0
) -> str:
    """A path; `d` as SVG writes it."""
    return shape("path", f'd="{d}"', fill, opacity, stroke, width)


def line(d: str, colour: str, width: float, opacity: float = 1.0) -> str:
    """A stroked path with round ends."""
    return path(d, "none", opacity=opacity, stroke=colour, width=width)


def ellipse(cx: float, cy: float, rx: float, ry: float, fill: Fill, opacity: float = 1.0) -> str:
    """A filled ellipse."""
    geometry = f'cx="{number(cx)}" cy="{number(cy)}" rx="{number(abs(rx))}" ry="{number(abs(ry))}"'
    return shape("ellipse", geometry, fill, opacity, "", 0)


def rect(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: Fill,
    radius: float = 0.0,
    opacity: float = 1.0,
) -> str:
    """A filled rectangle."""
    geometry = (
        f'x="{number(x)}" y="{number(y)}" width="{number(width)}"'
        f' height="{number(height)}" rx="{number(radius)}"'
    )
    return shape("rect", geometry, fill, opacity, "", 0)


def glow(cx: float, cy: float, rx: float, ry: float, colour: str, opacity: float) -> str:
    """A soft pool of colour that fades to nothing at its edge.

    A circle is stretched, because nanosvg keeps radial gradients round in a box that is not square.
    """
    fading = around(
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


def document(width: float, height: float, *content: str) -> str:
    """A whole SVG document."""
    w, h = number(width), number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}"'
        f' viewBox="0 0 {w} {h}">{"".join(content)}</svg>'
    )


@lru_cache(maxsize=512)
def render(text: str, size: tuple[int, int]) -> pygame.Surface:
    """The drawing as large as fits in the size (pixels), kept for the next time; do not draw on it.

    Its proportions are kept, so one side may come out smaller than asked.
    """
    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)
