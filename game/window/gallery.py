"""The sheets of the gallery as pictures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame

from game.theme import theme
from game.window.kit import raster
from game.window.kit.type import CAPTION, STRONG, drawn, line_height
from game.window.kit.type import width as text_width

# It needs the engine, and this module is there before the first frame.
if TYPE_CHECKING:
    from game.drawing.gallery import Group, Sheet, Tile

# Pixels, design choices: a sheet fits beside a text, and is a small file.
_WIDE, _EDGE = 880, 12
_PLACE, _VIEW, _PERSON, _COLOUR = (134, 76), (206, 96), (80, 96), (80, 24)
_THING = (72, 72)
_GAP = 8


def sheets() -> Iterator[tuple[str, pygame.Surface]]:
    """Each sheet by its name, drawn."""
    from game.drawing.gallery import gallery

    pygame.font.init()
    for name, sheet in gallery().items():
        yield name, _drawn(sheet)


def _drawn(sheet: "Sheet") -> pygame.Surface:
    surface = pygame.Surface((_WIDE, _EDGE + sum(_high(group) for group in sheet)))
    surface.fill(theme("light").card)
    top = _EDGE
    for group in sheet:
        _draw(surface, group, top)
        top += _high(group)
    return surface


def _size(group: "Group") -> tuple[int, int]:
    one = group.tiles[0]
    if one.looks or one.colour:
        return _PERSON if one.looks else _COLOUR
    if one.thing:
        return _THING
    return _PLACE if group.name == "backdrop" else _VIEW


def _cell(group: "Group") -> tuple[int, int]:
    """How wide and high a picture is with its word and the room around it."""
    (width, height), pixels = _size(group), round(CAPTION.size)
    words = [text_width(tile.word, CAPTION.weight, pixels) for tile in group.tiles]
    return max(width, *words) + _GAP, height + line_height(CAPTION.weight, pixels) + _GAP


def _across(group: "Group") -> int:
    return (_WIDE - 2 * _EDGE) // _cell(group)[0]


def _high(group: "Group") -> int:
    rows = -(-len(group.tiles) // _across(group))
    return line_height(STRONG.weight, round(STRONG.size)) + rows * _cell(group)[1] + _EDGE


def _draw(surface: pygame.Surface, group: "Group", top: int) -> None:
    colours, (wide, high) = theme("light"), _cell(group)
    head = drawn(group.name, STRONG.weight, round(STRONG.size), colours.ink)
    surface.blit(head, (_EDGE, top))
    top += line_height(STRONG.weight, round(STRONG.size))
    for at, tile in enumerate(group.tiles):
        row, column = divmod(at, _across(group))
        left, upper = _EDGE + column * wide, top + row * high
        surface.blit(_picture(tile, _size(group)), (left, upper))
        word = drawn(tile.word, CAPTION.weight, round(CAPTION.size), colours.muted)
        surface.blit(word, (left, upper + _size(group)[1]))


def _picture(tile: "Tile", size: tuple[int, int]) -> pygame.Surface:
    if tile.colour is not None:
        swatch = pygame.Surface(size)
        swatch.fill(tile.colour)
        return swatch
    if tile.scenery is not None:
        return raster.backdrop(tile.scenery, size)
    if tile.thing is not None:
        return raster.prop(tile.thing, size[0])
    assert tile.looks is not None
    return raster.portrait(tile.looks, "open", size[1], who=tile.word)
