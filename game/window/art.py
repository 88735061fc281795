"""People, places and things as nodes of the tree."""

from functools import lru_cache

import pygame

from engine.play.seen import Mood, RoleSeen
from engine.scenario.schema import Looks
from game.window.drawing import MOODS, decor, portrait, prop
from game.window.kit import paint
from game.window.kit.node import Kit
from game.window.kit.text import Picture
from game.window.kit.theme import Tone


def face(role: RoleSeen, mood: Mood, height: float, *, id: str = "") -> Picture:
    """A portrait of so many dp high."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        high = max(8, min(room[1], round(room[0] * 6 / 5)))
        return portrait(role.looks, MOODS[mood], high, kit.theme.tone, role.name)

    return Picture(draw=draw, width=height * 5 / 6, height=height, id=id)


@lru_cache(maxsize=64)
def _disc(
    looks: Looks, expression: str, size: int, tone: Tone, who: str, ground: str
) -> pygame.Surface:
    made = pygame.Surface((size, size), pygame.SRCALPHA)
    made.fill(ground)
    high = round(size * 1.18)
    drawn = portrait(looks, expression, high, tone, who)
    made.blit(drawn, ((size - drawn.get_width()) // 2, round(size * 0.04)))
    return paint.cut(made, size // 2)


def bust(role: RoleSeen, mood: Mood, size: float) -> Picture:
    """A portrait within a disc."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        return _disc(
            role.looks, MOODS[mood], min(room), kit.theme.tone, role.name, kit.theme.card_low
        )

    return Picture(draw=draw, width=size, height=size)


@lru_cache(maxsize=24)
def backdrop(name: str, size: tuple[int, int], tone: Tone, radius: int) -> pygame.Surface:
    """A place with round corners, kept; do not draw on it."""
    return paint.cut(decor(name, size, tone), radius)


def place(name: str, *, width: float | None = None, height: float | None = None, radius: float = 12,
          grow: float = 0) -> Picture:  # fmt: skip
    """A place as a picture."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        return backdrop(name, room, kit.theme.tone, kit.px(radius))

    return Picture(draw=draw, width=width, height=height, grow=grow)


def thing(name: str, size: float) -> Picture:
    """A thing that lies on the table."""
    return Picture(draw=lambda _kit, room: prop(name, min(room)), width=size, height=size)
