"""Shapes with smooth edges: cards, shadows, arcs, lines. Expensive ones are cached."""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pygame

_FINE = 4  # shapes are drawn this many times larger and scaled down

Point = tuple[float, float]


class Look(NamedTuple):
    """What a surface looks like. Sizes in dp; shadow 0 to 255."""

    fill: str | None = None
    line: str | None = None
    radius: float = 14
    thick: float = 1
    shadow: int = 0


def rgba(colour: str, alpha: int = 255) -> pygame.Color:
    """The colour with an opacity, 0 to 255."""
    made = pygame.Color(colour)
    made.a = alpha
    return made


@lru_cache(maxsize=256)
def _corner(radius: int, colour: str) -> pygame.Surface:
    """The top left corner of a rounded shape."""
    big = radius * _FINE
    fine = pygame.Surface((big, big), pygame.SRCALPHA)
    fine.fill(rgba(colour, 0))
    pygame.draw.circle(fine, rgba(colour), (big, big), big)
    return pygame.transform.smoothscale(fine, (radius, radius))


def _rounded(size: tuple[int, int], radius: int, colour: str) -> pygame.Surface:
    made = pygame.Surface(size, pygame.SRCALPHA)
    made.fill(colour)
    radius = min(radius, size[0] // 2, size[1] // 2)
    if radius < 1:
        return made
    corner = _corner(radius, colour)
    for right in (False, True):
        for low in (False, True):
            at = (size[0] - radius if right else 0, size[1] - radius if low else 0)
            made.fill(rgba(colour, 0), (*at, radius, radius))
            made.blit(pygame.transform.flip(corner, right, low), at, None, pygame.BLEND_RGBA_MAX)
    return made


@lru_cache(maxsize=400)
def rounded(
    size: tuple[int, int], radius: int, fill: str | None, line: str | None = None, thick: int = 0
) -> pygame.Surface:
    """A rounded rectangle, kept; without a fill only its outline."""
    if line is None or thick < 1:
        return _rounded(size, radius, fill or "#000000")
    made = _rounded(size, radius, line)
    inside = (max(1, size[0] - 2 * thick), max(1, size[1] - 2 * thick))
    # Black without a fill: subtracting it only takes opacity.
    core = _rounded(inside, max(0, radius - thick), fill or "#000000")
    if fill is None:
        made.blit(core, (thick, thick), None, pygame.BLEND_RGBA_SUB)
        return made
    made.blit(core, (thick, thick))
    return made


def draw_rounded(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, fill: str | None,
    line: str | None = None, thick: int = 0,
) -> None:  # fmt: skip
    """Draw a rounded rectangle: its corners are kept, the rest is plain colour."""
    edge = max(radius, thick if line else 0)
    if min(rect.size) < 2 * edge:
        surface.blit(rounded(rect.size, radius, fill, line, thick), rect)
        return
    inside = rect
    if line:
        inside = rect.inflate(-2 * thick, -2 * thick)
        _fill_between(surface, line, edge, rect.x, rect.right, rect.y, inside.y)
        _fill_between(surface, line, edge, rect.x, rect.right, inside.bottom, rect.bottom)
        for left in (rect.x, inside.right):
            fill_in(surface, line, (left, rect.y + edge, thick, rect.h - 2 * edge))
    if fill:
        _fill_between(surface, fill, edge, rect.x, rect.right, inside.y, inside.bottom)
        for left, right in ((inside.x, rect.x + edge), (rect.right - edge, inside.right)):
            fill_in(surface, fill, (left, rect.y + edge, right - left, rect.h - 2 * edge))
    if not edge:
        return
    small = 2 * edge + 2  # two pixels between the corners
    corners = rounded((small, small), radius, fill, line, thick)
    for x, from_x in ((rect.x, 0), (rect.right - edge, edge + 2)):
        for y, from_y in ((rect.y, 0), (rect.bottom - edge, edge + 2)):
            surface.blit(corners, (x, y), (from_x, from_y, edge, edge))


def _fill_between(
    surface: pygame.Surface, colour: str, edge: int, left: int, right: int, top: int, bottom: int
) -> None:
    """Colour between the corners."""
    fill_in(surface, colour, (left + edge, top, right - left - 2 * edge, bottom - top))


# Pixels, design choices: a swatch that stays near the processor, and the widest that SDL fills
# row by row without waiting for the memory at the end of each.
_SWATCH, _QUICK = (1024, 64), 16


@lru_cache(maxsize=48)
def _swatch(colour: str) -> pygame.Surface:
    made = pygame.Surface(_SWATCH)
    made.fill(colour)
    return made


def fill_in(surface: pygame.Surface, colour: str, area: tuple[int, int, int, int]) -> None:
    """Plain colour there. Laying down a swatch takes a tenth of the time that `fill` takes."""
    x, y, wide, high = area
    if wide <= _QUICK:
        surface.fill(colour, area)
        return
    swatch, (most_wide, most_high) = _swatch(colour), _SWATCH
    for top in range(y, y + high, most_high):
        for left in range(x, x + wide, most_wide):
            part = (0, 0, min(most_wide, x + wide - left), min(most_high, y + high - top))
            surface.blit(swatch, (left, top), part)


@lru_cache(maxsize=32)
def _shadow_tile(radius: int, blur: int, alpha: int) -> pygame.Surface:
    side = 2 * (radius + 2 * blur) + 2
    tile = pygame.Surface((side, side), pygame.SRCALPHA)
    box = pygame.Rect(blur, blur, side - 2 * blur, side - 2 * blur)
    pygame.draw.rect(tile, (16, 24, 32, alpha), box, border_radius=radius)
    return pygame.transform.gaussian_blur(tile, blur // 2)


def draw_shadow(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, blur: int, drop: int, alpha: int, *,
    is_covered: bool,
) -> None:  # fmt: skip
    """Draw the shadow of a card, `blur` wider on each side and so much lower.

    is_covered: the card hides what is behind it, so only what sticks out is drawn.
    """
    parts = _shadow(rect.size, radius, blur, drop, alpha, is_covered=is_covered)
    for part, (x, y) in parts:
        surface.blit(part, (rect.x + x, rect.y + y))


@lru_cache(maxsize=100)
def _shadow(
    size: tuple[int, int], radius: int, blur: int, drop: int, alpha: int, *, is_covered: bool
) -> tuple[tuple[pygame.Surface, tuple[int, int]], ...]:
    """The parts of a shadow, each with its place from the top left corner of the card."""
    (wide, high), whole = size, pygame.Rect((-blur, drop - blur), size)
    whole.size = wide + 2 * blur, high + 2 * blur
    areas = [whole]
    if is_covered and 2 * radius < high and drop < blur:
        upper, lower = radius - whole.y, high - radius - whole.y
        areas = [
            pygame.Rect(whole.x, whole.y, whole.w, upper),
            pygame.Rect(whole.x, radius, blur, lower - upper),
            pygame.Rect(wide, radius, blur, lower - upper),
            pygame.Rect(whole.x, whole.y + lower, whole.w, whole.h - lower),
        ]
    return tuple(
        (_shadow_part(whole.size, radius, blur, alpha, area.move(-whole.x, -whole.y)), area.topleft)
        for area in areas
    )


def _shadow_part(
    size: tuple[int, int], radius: int, blur: int, alpha: int, area: pygame.Rect
) -> pygame.Surface:
    """An area of a shadow of that size: nine slices of a small one."""
    tile = _shadow_tile(radius, blur, alpha)
    edge = tile.get_width() // 2 - 1
    wide, high = size
    if wide < 2 * edge or high < 2 * edge:
        return pygame.transform.smoothscale(tile, size).subsurface(area).copy()
    made = pygame.Surface(area.size, pygame.SRCALPHA)
    far = tile.get_width() - edge
    cuts = ((0, edge, 0, edge), (edge, 2, edge, wide - 2 * edge), (far, edge, wide - edge, edge))
    rows = ((0, edge, 0, edge), (edge, 2, edge, high - 2 * edge), (far, edge, high - edge, edge))
    for from_x, from_w, to_x, to_w in cuts:
        for from_y, from_h, to_y, to_h in rows:
            if to_w > 0 and to_h > 0 and area.colliderect((to_x, to_y, to_w, to_h)):
                part = tile.subsurface((from_x, from_y, from_w, from_h))
                scaled = pygame.transform.scale(part, (to_w, to_h))
                made.blit(scaled, (to_x - area.x, to_y - area.y))
    return made


_STRIP = 128  # pixels: of the background, and it stays near the processor; a design choice


def page(surface: pygame.Surface, top: str, bottom: str) -> None:
    """The background of a screen, all over it: one colour running into another."""
    wide, high = surface.get_size()
    strip = _page_strip(high, top, bottom)
    for x in range(0, wide, _STRIP):
        surface.blit(strip, (x, 0))


@lru_cache(maxsize=1)
def _page_strip(high: int, top: str, bottom: str) -> pygame.Surface:
    ends = pygame.Surface((1, 2))
    ends.set_at((0, 0), pygame.Color(top))
    ends.set_at((0, 1), pygame.Color(bottom))
    return pygame.transform.smoothscale(ends, (_STRIP, high))


@lru_cache(maxsize=300)
def arc(
    size: int, thick: int, start: float, sweep: float, colour: str, far: str | None = None
) -> pygame.Surface:
    """A part of a ring with round ends. Angles in degrees, clockwise from the right."""
    big, wide = size * _FINE, thick * _FINE
    made = pygame.Surface((big, big), pygame.SRCALPHA)
    made.fill(rgba(colour, 0))
    radius, steps = (big - wide) / 2, max(2, int(abs(sweep)))
    for step in range(steps + 1):
        share = step / steps
        angle = math.radians(start + sweep * share)
        tone = pygame.Color(far).lerp(pygame.Color(colour), share) if far else pygame.Color(colour)
        at = (big / 2 + radius * math.cos(angle), big / 2 + radius * math.sin(angle))
        pygame.draw.circle(made, tone, at, wide / 2)
    return pygame.transform.smoothscale(made, (size, size))


def line(surface: pygame.Surface, points: Sequence[Point], colour: str, thick: float) -> None:
    """A smooth line through points."""
    for (x1, y1), (x2, y2) in pairwise(points):
        _segment(surface, (x1, y1), (x2, y2), colour, thick)
    for x, y in points:
        if thick > 2:
            pygame.draw.aacircle(surface, colour, (x, y), thick / 2)


def _segment(surface: pygame.Surface, a: Point, b: Point, colour: str, thick: float) -> None:
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    if length == 0:
        return
    if thick <= 1.5:
        pygame.draw.aaline(surface, colour, a, b)
        return
    pygame.draw.aaline(surface, colour, a, b, max(1, round(thick)))


def dashed(
    surface: pygame.Surface, points: Sequence[Point], colour: str, thick: float, dash: float
) -> None:
    """A dashed line through points; the dashes run on round the corners."""
    drawn, on = 0.0, True
    for a, b in pairwise(points):
        length, at = math.hypot(b[0] - a[0], b[1] - a[1]), 0.0
        while at < length:
            step = min(dash - drawn, length - at)
            if on:
                ends = (_along(a, b, at / length), _along(a, b, (at + step) / length))
                _segment(surface, ends[0], ends[1], colour, thick)
            at, drawn = at + step, drawn + step
            if drawn >= dash - 1e-6:
                drawn, on = 0.0, not on


def _along(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def dot(
    surface: pygame.Surface, at: Point, radius: float, fill: str, edge: str, thick: float
) -> None:
    """A round marker with an edge."""
    pygame.draw.aacircle(surface, edge, at, radius)
    if radius > thick:
        pygame.draw.aacircle(surface, fill, at, radius - thick)


def lay(surface: pygame.Surface, picture: pygame.Surface, at: tuple[int, int], radius: int) -> None:
    """Lay down a picture without holes, with round corners: only those are seen through."""
    wide, high = picture.get_size()
    edge = min(radius, wide // 2, high // 2)
    for area in (
        pygame.Rect(edge, 0, wide - 2 * edge, edge),
        pygame.Rect(0, edge, wide, high - 2 * edge),
        pygame.Rect(edge, high - edge, wide - 2 * edge, edge),
    ):
        surface.blit(picture, area.move(at), area)
    if not edge:
        return
    small = pygame.Surface((2 * edge, 2 * edge))
    corners = [(x, y) for x in (0, edge) for y in (0, edge)]
    places = [(x, y) for x in (0, wide - edge) for y in (0, high - edge)]
    for corner, place in zip(corners, places, strict=True):
        small.blit(picture, corner, (*place, edge, edge))
    round_ones = cut(small, edge)
    for corner, (x, y) in zip(corners, places, strict=True):
        surface.blit(round_ones, (at[0] + x, at[1] + y), (*corner, edge, edge))


def cut(picture: pygame.Surface, radius: int) -> pygame.Surface:
    """The picture with round corners."""
    made = picture.convert_alpha() if pygame.display.get_surface() else picture.copy()
    wide, high = made.get_size()
    edge = min(radius, wide // 2, high // 2)
    if edge < 1:
        return made
    mask = rounded((2 * edge, 2 * edge), edge, "#ffffff")
    for x, from_x in ((0, 0), (wide - edge, edge)):
        for y, from_y in ((0, 0), (high - edge, edge)):
            corner = (from_x, from_y, edge, edge)
            made.blit(mask, (x, y), corner, pygame.BLEND_RGBA_MULT)
    return made
