"""Backdrops and the table before them, as pictures of any size."""

from functools import lru_cache

import pygame

from game.window.drawing.colours import Tone, lighter
from game.window.drawing.face import points
from game.window.drawing.light import HEIGHT, Air, air
from game.window.drawing.person import chance
from game.window.drawing.places import PLACES
from game.window.drawing.svg import Stop, document, down, glow, line, number, path, rect, render

_NARROWEST, _WIDEST = 1150.0, 2600.0
_OUTDOORS = frozenset({"dunes", "harbour"})
_KEPT = 12  # pictures of a whole screen are large


def is_outdoors(backdrop: str) -> bool:
    """Whether people stand there, without a table."""
    return backdrop in _OUTDOORS


def decor_svg(backdrop: str, width: float, tone: Tone) -> str:
    """A place, 900 units high and as wide as asked; a name nobody drew is a plain room."""
    hour = air(tone)
    place = PLACES.get(backdrop, PLACES["room"])
    return document(
        width, HEIGHT, place(hour, width), _vignette(hour, width, backdrop in _OUTDOORS)
    )


def _vignette(hour: Air, width: float, is_outdoors: bool) -> str:
    """Less light in the corners and towards the table, so that people come forward."""
    ink = "#0b1220" if hour.is_dark else "#4b3d2c"
    drawn = rect(
        0, 0, width, HEIGHT, down(Stop(0, ink, 0.10), Stop(30, ink, 0.0), Stop(100, ink, 0.22))
    )
    veil = "#f4ecdd"
    if hour.is_dark:
        veil = "#101828" if is_outdoors else "#a06a3c"
    return drawn + glow(width / 2, HEIGHT * 0.5, width * 0.6, HEIGHT * 0.4, veil, 0.30)


@lru_cache(maxsize=_KEPT)
def decor(backdrop: str, size: tuple[int, int], tone: Tone = "light") -> pygame.Surface:
    """The place in exactly that size (pixels), kept for the next time; do not draw on it."""
    across_px, down_px = max(1, size[0]), max(1, size[1])
    width = min(_WIDEST, max(_NARROWEST, HEIGHT * across_px / down_px))
    scale = max(across_px / width, down_px / HEIGHT)
    drawn = (round(width * scale), round(HEIGHT * scale))
    return _cut(render(decor_svg(backdrop, width, tone), drawn), (across_px, down_px))


def _cut(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The middle of the picture, stretched by the pixel that rounding may have cost."""
    width, height = picture.get_size()
    if width < size[0] or height < size[1]:
        picture = pygame.transform.smoothscale(picture, (max(width, size[0]), max(height, size[1])))
        width, height = picture.get_size()
    cut = pygame.Surface(size)
    cut.blit(picture, ((size[0] - width) // 2, (size[1] - height) // 2))
    return cut


def table_svg(width: float, height: float, tone: Tone) -> str:
    """A table top that comes towards the viewer; above its curved far edge it is transparent."""
    hour = air(tone)
    wood, deep = hour.tint("#bd9166", 0.5), hour.tint("#8a6142", 0.55)
    glint = hour.tint("#dcb68a", 0.45)

    def edge(drop: float) -> str:
        low = height * 0.2 + drop
        return (
            f"M{points(-width * 0.03, low)}"
            f"C{points(width * 0.12, height * 0.05 + drop)} "
            f"{points(width * 0.3, 4 + drop)} {points(width * 0.5, 4 + drop)}"
            f"C{points(width * 0.7, 4 + drop)} "
            f"{points(width * 0.88, height * 0.05 + drop)} {points(width * 1.03, low)}"
        )

    body = down(Stop(0, glint), Stop(22, wood), Stop(100, deep))
    drawn = path(f"{edge(0)}V{number(height)}H{number(-width * 0.03)}Z", body)
    # The grain runs along the table and lies closer together the farther away it is.
    for grain in range(22):
        lean = chance("grain", str(grain))
        drop = height * ((grain + 0.4 + 0.5 * lean) / 22) ** 1.7
        drawn += line(
            edge(drop + 3), deep if lean < 0.65 else glint, 1 + 2.2 * lean, 0.07 + 0.1 * lean
        )
    drawn += glow(
        width * 0.32,
        height * 0.46,
        width * 0.3,
        height * 0.34,
        lighter(glint, 0.4),
        0.12 if hour.is_dark else 0.34,
    )
    drawn += glow(
        width * 0.7,
        height * 0.36,
        width * 0.2,
        height * 0.2,
        lighter(glint, 0.4),
        0.08 if hour.is_dark else 0.24,
    )
    rim = line(edge(0), lighter(glint, 0.3), 3, 0.9) + line(edge(3.5), deep, 1.6, 0.3)
    return document(width, height, drawn, rim)


@lru_cache(maxsize=_KEPT)
def table(size: tuple[int, int], tone: Tone = "light") -> pygame.Surface:
    """The table top in exactly that size (pixels), transparent behind its far edge."""
    width, height = max(1, size[0]), max(1, size[1])
    picture = render(table_svg(float(width), float(height), tone), (width, height))
    exact = pygame.Surface((width, height), pygame.SRCALPHA)
    exact.blit(picture, (0, 0))
    return exact
