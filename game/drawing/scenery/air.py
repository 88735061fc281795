"""The hour of the day and the weather, which give everything in a place its light."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.scenario.vocabulary import Hour, Weather
from game.drawing.colours import Tone, at_dusk, darker, mix
from game.drawing.folder import Folder

HEIGHT = 900.0  # of every place


@dataclass(frozen=True, slots=True)
class Air:
    """The hour of the day; a place is drawn in daylight colours and tinted by it."""

    dusk: float  # how much of the daylight has gone, 0 by day
    sky: tuple[str, str, str]  # from the zenith to the horizon
    cloud: str
    cloud_shade: str
    sun: str
    weather: Weather = "clear"
    low_sun: float = 0.0  # how much of the light comes warm from the side, 0 to 1
    is_dark: bool = True  # lamps are lit
    hour: Hour = "day"

    def tint(self, colour: str, depth: float = 0.66) -> str:
        """The colour as it looks at this hour; a larger depth is darker at dusk."""
        return at_dusk(colour, min(1.0, depth * self.dusk)) if self.dusk else colour

    def lit(self, colour: str, at_night: str) -> str:
        """The first by day; by night the second, for whatever gives light itself."""
        return at_night if self.is_dark else self.tint(colour)

    def dim(self, by_day: float, at_night: float) -> float:
        """The strength of a light by day or at night."""
        return at_night if self.is_dark else by_day


_DAY = Air(
    0.0, ("#93b6cd", "#c3d7df", "#f1e8d8"), "#ffffff", "#9fb2c0", "#fff3d9", is_dark=False
)  # fmt: skip
_MORNING = Air(
    0.0, ("#a3bfd6", "#e6d5cd", "#f9cfa4"), "#fff1e2", "#b7a9b0", "#ffd394", low_sun=0.35,
    is_dark=False,
)  # fmt: skip


def _softened(air: Air, depth: float) -> Air:
    """The same hour where the screens are dark: all of its light, and less of it."""
    zenith, middle, low = (at_dusk(each, depth) for each in air.sky)
    return replace(
        air, dusk=depth / _WALLS, sky=(zenith, middle, low), cloud=at_dusk(air.cloud, depth),
        cloud_shade=at_dusk(air.cloud_shade, depth), sun=at_dusk(air.sun, depth * 0.5),
    )  # fmt: skip


_WALLS = 0.66  # how deep the colours of most things go at dusk
# By day no lamp is lit in either tone. Design choice: how much is taken off in a dark one.
DAYS: dict[Tone, Air] = {"light": _DAY, "dark": _softened(_DAY, 0.36)}

# After dark it is dark outside in either tone, and lamps light what is inside.
_NIGHT_SKY = ("#0f1830", "#1b2747", "#35415f")
NIGHTS: dict[Tone, Air] = {
    "light": Air(0.5, _NIGHT_SKY, "#5d6686", "#141c33", "#48557a"),
    "dark": Air(1.0, _NIGHT_SKY, "#4a5270", "#10172b", "#3b4668"),
}

_HOURS: dict[Hour, dict[Tone, Air]] = {
    "morning": {"light": _MORNING, "dark": _softened(_MORNING, 0.42)},
    "day": DAYS,
    "evening": {
        "light": Air(0.22, ("#4f5f8f", "#c08a86", "#f4a763"), "#e9b699", "#6a587a", "#ffb055",
                     low_sun=1.0),
        "dark": Air(1.2, ("#141f38", "#35426a", "#c78b6d"), "#7d7f9c", "#1c2641", "#e9a873",
                    low_sun=0.5),
    },
    "night": NIGHTS,
}  # fmt: skip

# The colour of the sky in that weather, by day and when it is dark, and how much of it there is.
_GREY: dict[Weather, tuple[str, str, float]] = {
    "rain": ("#8d989f", "#222b39", 0.78),
    "fog": ("#d9dedc", "#3f495a", 0.88),
    "snow": ("#c2cad2", "#3b455a", 0.74),
}
_DARKEST = 1.2  # dusk of the darkest air


def air_of(hour: Hour | None, weather: Weather | None, tone: Tone) -> Air:
    """The air at that hour in that weather. Where nobody says what hour it is, it is day."""
    air = replace(_HOURS[hour or "day"][tone], hour=hour or "day")
    if weather is None or weather not in _GREY:
        return air
    by_day, in_the_dark, share = _GREY[weather]
    is_night = air.sky == _NIGHT_SKY  # which is dark outside in a light theme too
    grey = mix(by_day, in_the_dark, 1.0 if is_night else air.dusk / _DARKEST)
    zenith, middle, low = (mix(each, grey, share) for each in air.sky)
    return replace(
        air, sky=(zenith, middle, low), cloud=mix(air.cloud, grey, share * 0.8),
        cloud_shade=mix(air.cloud_shade, darker(grey, 0.25), share), sun=mix(air.sun, grey, share),
        weather=weather, low_sun=air.low_sun * (1 - share),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where people meet. draw: 900 units high and as wide as asked.

    People sit in front of it, from a third of the height down, and the table hides the lowest
    third, so the middle is kept quiet. Outdoors they stand, without a table. is_closed: no light
    of day comes in. table: the colours of its top and its edge, None: those of the theme;
    has_table: whether there is one. keeps_middle: nobody sits in the middle.
    """

    draw: Callable[[Air, float], str]
    is_outdoors: bool = False
    is_at_night: bool = False
    is_closed: bool = False
    table: tuple[str, str] | None = None
    has_table: bool = True
    keeps_middle: bool = False


PLACES = Folder("game.drawing.places", Place)


def place(
    *, is_outdoors: bool = False, is_at_night: bool = False, is_closed: bool = False,
    table: tuple[str, str] | None = None, has_table: bool = True, keeps_middle: bool = False,
) -> Callable[[Callable[[Air, float], str]], Place]:  # fmt: skip
    """Make a place of the function that draws it. is_at_night: unless an author says otherwise;
    is_closed: it has no window; table, has_table, keeps_middle: as in `Place`.
    """
    return lambda draw: Place(
        draw, is_outdoors, is_at_night, is_closed, table, has_table and not is_outdoors,
        keeps_middle,
    )  # fmt: skip
