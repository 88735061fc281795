"""People, places and things as nodes of the tree."""

from functools import lru_cache

import pygame

from engine.play.view.records import Mood, RoleSeen
from engine.scenario.schema import Looks
from game.window.drawing import MOODS, decor, portrait, prop
from game.window.kit import paint
from game.window.kit import type as typ
from game.window.kit.node import Box, Kit, Node
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


# A place is drawn once, in one of two heights, and cut to every size that is asked for: drawing one
# anew takes a tenth of a second, and a backdrop may be a little softer than the people before it.
_HEIGHTS, _LARGE = (432, 648), 1200
_ASPECT = 2.5


@lru_cache(maxsize=24)
def backdrop(name: str, size: tuple[int, int], tone: Tone, radius: int) -> pygame.Surface:
    """A place with round corners, kept; do not draw on it."""
    high = _HEIGHTS[size[0] > _LARGE]
    whole = decor(name, (round(high * _ASPECT), high), tone)
    scale = max(size[0] / whole.get_width(), size[1] / high)
    part = pygame.Rect(0, 0, round(size[0] / scale), round(size[1] / scale))
    part.center = whole.get_rect().center
    seen = whole.subsurface(part.clip(whole.get_rect()))
    return paint.cut(pygame.transform.smoothscale(seen, size), radius)


def place(name: str, *, width: float | None = None, height: float | None = None, radius: float = 12,
          grow: float = 0) -> Picture:  # fmt: skip
    """A place as a picture."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        return backdrop(name, room, kit.theme.tone, kit.px(radius))

    return Picture(draw=draw, width=width, height=height, grow=grow)


def thing(name: str, size: float) -> Picture:
    """A thing that lies on the table."""
    return Picture(draw=lambda _kit, room: prop(name, min(room)), width=size, height=size)


def over(name: str, body: Node, *, radius: float = 18) -> Box:
    """Something in front of a place."""
    return Box(direction="stack", children=(place(name, radius=radius), body), grow=1)


@lru_cache(maxsize=16)
def _envelope(wide: int, paper: str, fold: str, wax: str, ink: str, initial: str) -> pygame.Surface:
    fine, high = 3, round(wide * 0.62)
    w, h = wide * fine, high * fine
    made = pygame.Surface((w, h), pygame.SRCALPHA)
    pygame.draw.rect(made, paper, (0, 0, w, h), border_radius=w // 22)
    edge = max(3, w // 110)
    middle = (w // 2, round(h * 0.60))
    for corner in ((0, h), (w, h)):
        pygame.draw.line(made, fold, corner, (w // 2, round(h * 0.46)), edge)
    pygame.draw.polygon(made, paper, [(0, w // 40), (w, w // 40), middle])
    pygame.draw.lines(made, fold, False, [(edge, w // 40), middle, (w - edge, w // 40)], edge)
    pygame.draw.rect(made, fold, (0, 0, w, h), edge, border_radius=w // 22)
    radius = w // 9
    pygame.draw.circle(made, wax, middle, radius)
    pygame.draw.circle(made, paint.rgba(ink, 90), middle, round(radius * 0.74), max(2, edge // 2))
    small = pygame.transform.smoothscale(made, (wide, high))
    letter = typ.drawn(initial, "serif", max(9, round(radius / fine * 1.05)), ink)
    small.blit(letter, letter.get_rect(center=(middle[0] // fine, middle[1] // fine)))
    return small


def envelope(initial: str, width: float) -> Picture:
    """A sealed envelope with the first letter of whose it is in the wax."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        theme = kit.theme
        wide = min(room[0], round(room[1] / 0.62))
        return _envelope(wide, theme.card_low, theme.line, theme.risk, theme.card, initial)

    return Picture(draw=draw, width=width, height=width * 0.62)
