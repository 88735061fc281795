"""The hour of the day, which gives everything in a place its light."""

from collections.abc import Callable
from dataclasses import dataclass

from game.drawing.colours import Tone, at_dusk
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

    @property
    def is_dark(self) -> bool:
        """Whether lamps are lit."""
        return self.dusk > 0

    def tint(self, colour: str, depth: float = 0.66) -> str:
        """The colour as it looks at this hour; a larger depth is darker at dusk."""
        return at_dusk(colour, min(1.0, depth * self.dusk)) if self.is_dark else colour

    def lit(self, colour: str, at_night: str) -> str:
        """The first by day; by night the second, for whatever gives light itself."""
        return at_night if self.is_dark else colour

    def dim(self, by_day: float, at_night: float) -> float:
        """The strength of a light by day or at night."""
        return at_night if self.is_dark else by_day


AIRS: dict[Tone, Air] = {
    "light": Air(0.0, ("#93b6cd", "#c3d7df", "#f1e8d8"), "#ffffff", "#9fb2c0", "#fff3d9"),
    "dark": Air(1.2, ("#141f38", "#35426a", "#c78b6d"), "#7d7f9c", "#1c2641", "#e9a873"),
}

# After dark it is dark outside in either tone, and lamps light what is inside.
_NIGHT_SKY = ("#0f1830", "#1b2747", "#35415f")
NIGHTS: dict[Tone, Air] = {
    "light": Air(0.36, _NIGHT_SKY, "#5d6686", "#141c33", "#48557a"),
    "dark": Air(1.0, _NIGHT_SKY, "#4a5270", "#10172b", "#3b4668"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where people meet. draw: 900 units high and as wide as asked.

    People sit in front of it, from a third of the height down, and the table hides the lowest
    third, so the middle is kept quiet. Outdoors they stand, without a table.
    """

    draw: Callable[[Air, float], str]
    is_outdoors: bool = False
    is_at_night: bool = False


PLACES = Folder("game.drawing.places", Place)


def place(
    *, is_outdoors: bool = False, is_at_night: bool = False
) -> Callable[[Callable[[Air, float], str]], Place]:
    """Make a place of the function that draws it. is_at_night: whatever the theme."""
    return lambda draw: Place(draw, is_outdoors, is_at_night)
