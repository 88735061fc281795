"""The places where people meet, as pictures of any width."""

from base64 import b64encode

from engine.scenario.scenery import Scenery
from engine.scenario.vocabulary import Hour
from game.drawing.colours import Tone
from game.drawing.scenery.air import HEIGHT, PLACES, Air, Place, air_of
from game.drawing.scenery.weather import low_light, weather_over
from game.drawing.svg import Stop, document, down, glow, number, rect

__all__ = [
    "BACKDROPS",
    "HEIGHT",
    "backdrop_svg",
    "has_table",
    "is_outdoors",
    "keeps_middle",
    "photo_svg",
    "table_colours",
]

# How much light is left of a picture of one's own, so that a dark theme stays dark.
PHOTO_LIGHT: dict[Tone, float] = {"light": 1.0, "dark": 0.6}
SHADE = "#0b1220"
_TABLE = 0.8  # how deep the colours of a table go at dusk

# Every name that has a drawing; any other is drawn as a plain room.
BACKDROPS: tuple[str, ...] = tuple(PLACES)


def _place(backdrop: str) -> Place:
    return PLACES[backdrop if backdrop in BACKDROPS else "room"]


def is_outdoors(backdrop: str) -> bool:
    """Whether people stand there without a table."""
    return _place(backdrop).is_outdoors


def has_table(backdrop: str) -> bool:
    """Whether people sit at a table there; elsewhere they stand, or sit without one."""
    return _place(backdrop).has_table


def keeps_middle(backdrop: str) -> bool:
    """Whether nobody ever sits in the middle there."""
    return _place(backdrop).keeps_middle


def table_colours(scenery: Scenery, tone: Tone) -> tuple[str, str] | None:
    """Of the top of the table and of its edge, at that hour; None: those of the theme."""
    table = _place(scenery.backdrop).table
    if table is None:
        return None
    air = _air(scenery, tone)
    return air.tint(table[0], _TABLE), air.tint(table[1], _TABLE)


def _air(scenery: Scenery, tone: Tone) -> Air:
    """The hour and the weather there, as the author has them or else as the drawing does."""
    at_night: Hour | None = "night" if _place(scenery.backdrop).is_at_night else None
    return air_of(scenery.hour or at_night, scenery.weather, tone)


def backdrop_svg(scenery: Scenery, width: float, tone: Tone) -> str:
    """A place, 900 units high and as wide as asked; a name without a drawing gives a plain room."""
    place = _place(scenery.backdrop)
    air = _air(scenery, tone)
    drawn = place.draw(air, width) + ("" if place.is_closed else low_light(air, width))
    drawn += weather_over(air, width) if place.is_outdoors else ""
    return document(width, HEIGHT, drawn, _vignette(air, width, place.is_outdoors))


def photo_svg(jpeg: bytes, width: float, tone: Tone) -> str:
    """A picture of one's own in the place of a drawing. For browsers: nanosvg shows no pictures."""
    data = b64encode(jpeg).decode()
    image = (
        f'<image width="{number(width)}" height="{number(HEIGHT)}"'
        f' preserveAspectRatio="xMidYMid slice" href="data:image/jpeg;base64,{data}"/>'
    )
    shade = rect(0, 0, width, HEIGHT, SHADE, opacity=1 - PHOTO_LIGHT[tone])
    return document(width, HEIGHT, image, shade)


def _vignette(air: Air, width: float, is_outdoors: bool) -> str:
    """Less light in the corners and towards the table, so that people come forward."""
    ink = air.lit("#4b3d2c", "#0b1220")
    veil = air.lit("#f4ecdd", "#101828" if is_outdoors else "#a06a3c")
    if is_outdoors and air.weather == "fog":  # which hangs before what is dark, too
        veil = air.sky[1]
    shade = down(Stop(0, ink, 0.10), Stop(30, ink, 0.0), Stop(100, ink, 0.22))
    return rect(0, 0, width, HEIGHT, shade) + glow(
        width / 2, HEIGHT * 0.5, width * 0.6, HEIGHT * 0.4, veil, 0.30
    )
