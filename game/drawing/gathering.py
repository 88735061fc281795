"""People at a table in a place, as one picture, for renderers that show pictures whole."""

from collections.abc import Sequence
from typing import NamedTuple

from engine.scenario.scenery import Scenery
from engine.scenario.schema import Looks
from game.drawing import backdrops, portraits, props
from game.drawing.colours import Tone
from game.drawing.people.hands import Pose
from game.drawing.svg import document, glow, placed
from game.drawing.table import table_svg

__all__ = ["HEIGHT", "WIDTH", "Guest", "gathering_svg"]

WIDTH, HEIGHT = 1000.0, 460.0
# Where the table begins, how high people are at most, and the side of a thing on it.
_EDGE, _TALLEST, _THING = 372.0, 350.0, 74.0
_BEHIND = 16.0  # how far people are behind the edge of the table


class Guest(NamedTuple):
    """Somebody in the picture. expression: a name from `EXPRESSIONS`; pose: of the hands."""

    looks: Looks
    expression: str
    name: str
    pose: Pose = ""


def gathering_svg(
    scenery: Scenery, guests: Sequence[Guest], things: Sequence[str], tone: Tone,
    cloth: tuple[str, str], photo: bytes | None = None,
) -> str:  # fmt: skip
    """A place with people in it, 1000 by 460. cloth: of the table, its top and its edge.

    photo: a JPEG that goes before the drawing of the place.
    """
    wide = backdrops.HEIGHT * WIDTH / HEIGHT
    drawn = (
        backdrops.photo_svg(photo, wide, tone) if photo
        else backdrops.backdrop_svg(scenery, wide, tone)
    )  # fmt: skip
    place = placed(drawn, 0, 0, WIDTH, HEIGHT)
    has_table = backdrops.has_table(scenery.backdrop)
    people = "".join(_people(guests, tone, is_standing=not has_table))
    if not has_table:
        return document(WIDTH, HEIGHT, place, people)
    colours = backdrops.table_colours(scenery, tone) or cloth
    top = table_svg(WIDTH, HEIGHT - _EDGE, *colours, 0)
    table = placed(top, 0, _EDGE, WIDTH, HEIGHT - _EDGE)
    return document(WIDTH, HEIGHT, place, people, table, *_lying(things, tone))


def _people(guests: Sequence[Guest], tone: Tone, *, is_standing: bool) -> list[str]:
    room = WIDTH / max(1, len(guests))
    high = min(_TALLEST, room * 1.05)
    wide = high * portraits.WIDTH / portraits.HEIGHT
    low = HEIGHT if is_standing else _EDGE + _BEHIND
    drawn = []
    for at, guest in enumerate(guests):
        person = portraits.portrait_svg(
            guest.looks, guest.expression, tone, guest.name, pose=guest.pose
        )
        x = room * (at + 0.5)
        drawn.append(glow(x, low - high * 0.45, wide * 0.62, high * 0.5, "#f4ecdd", 0.16))
        drawn.append(placed(person, x - wide / 2, low - high, wide, high))
    return drawn


def _lying(things: Sequence[str], tone: Tone) -> list[str]:
    """Things between the people, on the table."""
    room = WIDTH / (len(things) + 1)
    return [
        placed(props.prop_svg(thing, tone), room * at - _THING / 2, _EDGE + 14, _THING, _THING)
        for at, thing in enumerate(things, start=1)
    ]
