"""Surfaces of drawings: SVG text through nanosvg, at the requested size, and cached."""

import io
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.drawing import backdrops, icons, portraits, props
from game.drawing.colours import Tone
from game.drawing.people.hands import Pose
from game.window.kit.keeping import kept

# The first frame of the window is drawn before the engine is loaded.
if TYPE_CHECKING:
    from engine.scenario.scenery import Scenery
    from engine.scenario.schema import Looks

# Millions of pixels that are kept, design choices: portraits of a few scenes, whatever else is on a
# few screens, and the places of a whole play, each drawn once.
_PORTRAITS, _OTHERS, _PLACES = 16, 8, 16
_TEXTS, _FACES = 12, 200  # of places and of people, as text
_NARROWEST, _WIDEST = 1150.0, 2600.0  # units of a place
_MARGIN = 1  # pixels on each side


@kept(_OTHERS)
def render(text: str, size: tuple[int, int]) -> pygame.Surface:
    """The drawing as large as fits in the size (pixels), kept for the next time; do not draw on it.

    Its proportions are kept, so one side may come out smaller than asked.
    """
    return _drawn(text, size)


def _drawn(text: str, size: tuple[int, int]) -> pygame.Surface:
    drawn = pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)
    # Nanosvg puts red where SDL expects blue, and copying that takes thirty times as long.
    return drawn.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


@kept(_PORTRAITS)
def portrait(
    looks: "Looks",
    expression: str,
    height: int,
    tone: Tone = "light",
    who: str = "",
    facing: int = 0,
    pose: Pose = "",
) -> pygame.Surface:
    """A portrait `height` pixels high (and 5/6 as wide), kept; transparent around the person.

    facing: -1 to the left, 1 to the right. pose: what the hands do.
    """
    width = round(height * portraits.WIDTH / portraits.HEIGHT)
    return _drawn(_person(looks, expression, tone, who, facing, pose), (width, height))


@lru_cache(maxsize=_FACES)
def _person(looks: "Looks", expression: str, tone: Tone, who: str, facing: int, pose: Pose) -> str:
    """The person as text, kept for other sizes, as places are."""
    return portraits.portrait_svg(looks, expression, tone, who, facing, pose)


@lru_cache(maxsize=256)
def prop(
    name: str, size: int, tone: Tone = "light", number: int = 0, *, is_numbered: bool = True
) -> pygame.Surface:
    """A thing of `size` pixels square, from a name or a kind; transparent around it. number: of
    several of a kind, and whether it is written on it.
    """
    drawn = props.prop_svg(name, tone, number, is_numbered=is_numbered)
    return render(drawn, (size, size))


@lru_cache(maxsize=1024)
def icon(name: str, size: int, colour: str) -> pygame.Surface:
    """An icon of `size` pixels square in `#rrggbb`, kept for the next time; do not draw on it."""
    return render(icons.icon_svg(name, colour), (size, size))


@kept(_PLACES)
def backdrop(scenery: "Scenery", size: tuple[int, int], tone: Tone = "light") -> pygame.Surface:
    """The place in exactly that size (pixels), cached; do not draw on it."""
    across, down = max(1, size[0]), max(1, size[1])
    if (photo := _own_picture(scenery)) is not None:
        return _photo(photo, (across, down), tone)
    width = min(_WIDEST, max(_NARROWEST, backdrops.HEIGHT * across / down))
    scale = max(across / width, down / backdrops.HEIGHT)
    # Nanosvg may leave the last row and column empty, so a margin is drawn and cut off.
    drawn = (round(width * scale) + 2 * _MARGIN, round(backdrops.HEIGHT * scale) + 2 * _MARGIN)
    return _middle(_drawn(_place(scenery, width, tone), drawn), (across, down))


def _own_picture(scenery: "Scenery") -> bytes | None:
    if scenery.picture is None:
        return None
    from game.pictures import as_shown  # which needs the engine

    return as_shown(scenery.picture)


def _photo(jpeg: bytes, size: tuple[int, int], tone: Tone) -> pygame.Surface:
    """A picture of the author's own, as much of it as fills that size."""
    whole = pygame.image.load(io.BytesIO(jpeg), "x.jpg")
    wide, high = whole.get_size()
    scale = max(size[0] / wide, size[1] / high)
    filled = pygame.transform.smoothscale(
        whole, (max(size[0], round(wide * scale)), max(size[1], round(high * scale)))
    )
    cut = _middle(filled, size)
    veil = pygame.Surface(size)
    veil.fill(backdrops.SHADE)
    veil.set_alpha(round(255 * (1 - backdrops.PHOTO_LIGHT[tone])))
    cut.blit(veil, (0, 0))
    return cut


@lru_cache(maxsize=_TEXTS)
def _place(scenery: "Scenery", width: float, tone: Tone) -> str:
    """The place as text, kept: writing it takes as long as drawing it, and it has several sizes."""
    return backdrops.backdrop_svg(scenery, width, tone)


def _middle(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The middle of the picture, stretched by the pixel that rounding may have cost."""
    width, height = picture.get_size()
    if width < size[0] or height < size[1]:
        picture = pygame.transform.smoothscale(picture, (max(width, size[0]), max(height, size[1])))
        width, height = picture.get_size()
    cut = pygame.Surface(size)
    cut.blit(picture, ((size[0] - width) // 2, (size[1] - height) // 2))
    return cut
