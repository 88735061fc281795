"""People, places and things as nodes of the tree."""

from collections.abc import Callable
from functools import lru_cache, partial

import pygame

from engine.play.view.records import Mood, RoleSeen
from engine.scenario.scenery import Scenery
from engine.scenario.schema import Looks, Scenario
from game.drawing.colours import Tone
from game.drawing.envelope import ASPECT, SEAL, SEAL_RADIUS, Stationery, envelope_svg
from game.drawing.portraits import MOODS
from game.window.kit import paint, raster
from game.window.kit import type as typ
from game.window.kit.column import Stack
from game.window.kit.keeping import kept
from game.window.kit.node import Kit, Node
from game.window.kit.raster import portrait, prop
from game.window.kit.text import Canvas, Picture


def face(role: RoleSeen, mood: Mood, height: float, *, id: str = "") -> Picture:
    """A portrait of that height in dp."""

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


def bust(role: RoleSeen, expression: str, size: float) -> Picture:
    """A portrait within a disc. expression: of the face; moods are among them."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        return _disc(
            role.looks, expression, min(room), kit.theme.tone, role.name, kit.theme.card_low
        )

    return Picture(draw=draw, width=size, height=size)


# A place is drawn once, in one of three heights, and cut to every size that is asked for: drawing
# it again takes a tenth of a second, and it may be a little softer than the people in front.
# Pixels, a design choice: the height to draw, and up to how wide it is used.
_HEIGHTS = ((216, 480), (432, 1200), (648, 1 << 30))
_ASPECT = 2.5
_CUT = 8  # millions of pixels of places that are kept in the sizes they have: a few screens


def _whole(scenery: Scenery, size: tuple[int, int], tone: Tone) -> pygame.Surface:
    """The place as it is drawn for that size."""
    high = next(high for high, widest in _HEIGHTS if size[0] <= widest and size[1] <= widest)
    return raster.backdrop(scenery, (round(high * _ASPECT), high), tone)


@kept(_CUT)
def backdrop(scenery: Scenery, size: tuple[int, int], tone: Tone) -> pygame.Surface:
    """A place in that size, kept; do not draw on it."""
    whole = _whole(scenery, size, tone)
    scale = max(size[0] / whole.get_width(), size[1] / whole.get_height())
    part = pygame.Rect(0, 0, round(size[0] / scale), round(size[1] / scale))
    part.center = whole.get_rect().center
    seen = whole.subsurface(part.clip(whole.get_rect()))
    return pygame.transform.smoothscale(seen, size)


@kept(_CUT)
def _cut(scenery: Scenery, size: tuple[int, int], tone: Tone, radius: int) -> pygame.Surface:
    return paint.cut(backdrop(scenery, size, tone), radius)


_SHARES = (0.62, 0.97)  # of the width of the window: a place beside the figures, and on its own


def places_ahead(
    scenario: Scenario, size: tuple[int, int], tone: Tone
) -> list[Callable[[], object]]:
    """What draws each place of a scenario for a window of that size, in the order of the script."""
    there = [scenario.scenery(phase.decor, phase) for phase in scenario.script.phases.values()]
    sceneries = dict.fromkeys([*there, *(scenario.scenery(each) for each in scenario.decor)])
    places = [(round(size[0] * share), round(size[1] * share)) for share in _SHARES]
    return [partial(_whole, each, place, tone) for each in sceneries for place in places]


def place_ahead(scenery: Scenery, size: tuple[int, int], tone: Tone) -> Callable[[], object]:
    """What draws a place for a picture of that size in pixels."""
    return partial(_whole, scenery, size, tone)


def place(
    scenery: Scenery, *, width: float | None = None, height: float, radius: float = 12
) -> Picture:
    """A place as a picture."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        return _cut(scenery, room, kit.theme.tone, kit.px(radius))

    return Picture(draw=draw, width=width, height=height)


@kept(_CUT)
def _cover(
    scenery: Scenery, people: tuple[tuple[Looks, str], ...], size: tuple[int, int], tone: Tone,
    radius: int,
) -> pygame.Surface:  # fmt: skip
    made = backdrop(scenery, size, tone).copy()
    wide, high = size
    room = wide / len(people)
    tall = round(min(high * 0.86, room * 1.25))
    for at, (looks, who) in enumerate(people):
        person = portrait(looks, "neutral", tall, tone, who)
        made.blit(person, person.get_rect(midbottom=(round(room * (at + 0.5)), high)))
    return paint.cut(made, radius)


def cover(
    scenario: Scenario, *, width: float | None = None, height: float, radius: float = 12
) -> Picture:
    """Where a scenario begins, with whoever speaks for each party."""
    leads = [party.roles[party.lead] for party in scenario.parties.values()]
    people = tuple((role.looks, role.name) for role in leads)

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        return _cover(scenario.opening, people, room, kit.theme.tone, kit.px(radius))

    return Picture(draw=draw, width=width, height=height)


def thing(name: str, size: float, number: int = 0, *, is_numbered: bool = True) -> Picture:
    """A thing that lies on the table. number: of several of a kind."""

    def draw(_kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        return prop(name, min(room), number=number, is_numbered=is_numbered)

    return Picture(draw=draw, width=size, height=size)


def faint(picture: Picture, *, share: float = 0.22) -> Picture:
    """The same, hardly there: what is not, or not any more. share: how much of it is left."""
    whole = picture.draw

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        made = whole(kit, room).copy()
        made.set_alpha(round(255 * share))
        return made

    return Picture(draw=draw, width=picture.width, height=picture.height, grow=picture.grow)


def over(scenery: Scenery, body: Node, *, radius: float = 18) -> Stack:
    """Something in front of a place."""

    def draw(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        if box.w > 0 and box.h > 0:
            place = backdrop(scenery, box.size, kit.theme.tone)
            paint.lay(surface, place, box.topleft, kit.px(radius))

    return Stack(children=(Canvas(painter=draw, role="image"), body), grow=1)


@lru_cache(maxsize=16)
def _envelope(wide: int, colours: Stationery, initial: str) -> pygame.Surface:
    made = raster.render(envelope_svg(wide, colours), (wide, round(wide * ASPECT))).copy()
    size = 1.05 if len(initial) < 2 else 0.85  # of the wax's radius
    letter = typ.drawn(initial, "serif", max(9, round(wide * SEAL_RADIUS * size)), colours.mark)
    middle = (round(made.get_width() * SEAL[0]), round(made.get_height() * SEAL[1]))
    made.blit(letter, letter.get_rect(center=middle))
    return made


def envelope(initial: str, width: float) -> Picture:
    """A sealed envelope with its owner's initial in the wax."""

    def draw(kit: Kit, room: tuple[int, int]) -> pygame.Surface:
        theme = kit.theme
        wide = min(room[0], round(room[1] / ASPECT))
        colours = Stationery(theme.card_low, theme.line, theme.risk, theme.card)
        return _envelope(wide, colours, initial)

    return Picture(draw=draw, width=width, height=width * ASPECT)
