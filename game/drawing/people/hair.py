"""What every head of hair has: tones, layers and coordinates that fit the face."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from game.drawing.colours import brightness, lighter, mix
from game.drawing.folder import Folder
from game.drawing.people.outline import Outline, Step, path_data
from game.drawing.people.person import CX, Build, Person
from game.drawing.svg import Fill, Stop, across, down, line, path


class Layers(NamedTuple):
    """SVG text: `back` lies behind the body, `mid` before the body, `front` over the face."""

    back: str = ""
    mid: str = ""
    front: str = ""


class Hair:
    """The tones of somebody's hair, and how it is drawn."""

    def __init__(self, who: Person) -> None:
        self.who = who
        self.seed = str(who.pick)
        self.base = who.hair
        is_pale = brightness(who.hair) > 0.75
        self.dark = mix(who.hair, "#5b5350" if is_pale else "#140d10", 0.26 if is_pale else 0.38)
        self.light = lighter(who.hair, 0.26 if brightness(who.hair) > 0.3 else 0.17)
        self.fill = across(Stop(0, self.light), Stop(35, self.base), Stop(100, self.dark))
        self.shaded = across(Stop(0, self.base), Stop(100, self.dark))  # away from the light
        self.fall = down(Stop(0, self.base), Stop(100, self.dark))
        self.shadow = who.crease(0.5)

    def x(self, share: float) -> float:
        """So many half-widths of the face from the middle, in units."""
        return CX + share * self.who.cheek

    def d(self, outline: Outline, *, is_closed: bool = True) -> str:
        """The outline as path data. Its x is in half-widths of the face, so it fits every face."""
        return path_data(outline, unit=self.who.cheek, is_closed=is_closed)

    def shape(self, *outline: Step, fill: Fill = "", opacity: float = 1.0) -> str:
        """A filled outline; lit from the left when no fill is given."""
        return path(self.d(outline), fill or self.fill, opacity=opacity)

    def stroke(self, outline: Outline, colour: str, width: float, opacity: float = 1.0) -> str:
        """A line with round ends."""
        return line(self.d(outline, is_closed=False), colour, width, opacity)

    def strands(self, *strokes: Outline, width: float = 1.8) -> str:
        """Lines of light in the hair."""
        return "".join(self.stroke(each, self.light, width, 0.6) for each in strokes)

    def dark_strands(self, *strokes: Outline, width: float) -> str:
        """Lines of shade in the hair."""
        return "".join(self.stroke(each, self.dark, width, 0.5) for each in strokes)


@dataclass(frozen=True, slots=True)
class HairStyle:
    """A way to wear hair, and the words that ask for it."""

    words: tuple[str, ...]
    draw: Callable[[Hair], Layers]
    build: Build | None = None
    covers_brows: bool = False


HAIR_STYLES = Folder("game.drawing.hair", HairStyle)


def hair_style(
    *words: str, build: Build | None = None, covers_brows: bool = False
) -> Callable[[Callable[[Hair], Layers]], HairStyle]:
    """Make a hair style of the function that draws it. words: Dutch and English."""
    return lambda draw: HairStyle(words, draw, build, covers_brows)
