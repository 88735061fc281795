"""What every outfit has: tones, and the cut of a body, collars, fronts and lapels."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from game.drawing.chance import chosen
from game.drawing.colours import brightness, darker, lighter, mix
from game.drawing.folder import Folder
from game.drawing.people.outline import Outline, Step, mirrored, on_side, path_data
from game.drawing.people.person import CX, Build, Person
from game.drawing.svg import Fill, Paint, Stop, across, ellipse, line, path

BOTTOM = 392.0  # a little below the edge, so that raised shoulders leave no gap

# Design choice: common colours of shirts and ties, if the author names none.
SHIRTS = ("#f3f1ec", "#dfe8ef", "#f0e6e0")
TIES = ("#73303f", "#2d7274", "#3f4a78", "#a9552f", "#66704a")


class Outfit(NamedTuple):
    """Whose clothes, and their colours."""

    who: Person
    colour: str
    second: str | None  # what is worn under it, where the author names it

    @property
    def seed(self) -> str:
        """Settles what the author left open."""
        return str(self.who.pick)

    @property
    def dark(self) -> str:
        """The cloth in shade."""
        return darker(self.colour, 0.16 if brightness(self.colour) > 0.75 else 0.28)

    @property
    def light(self) -> str:
        """The cloth in light."""
        return lighter(self.colour, 0.16)

    @property
    def cloth(self) -> Paint:
        """The cloth, lit from the left."""
        return across(Stop(0, self.light), Stop(40, self.colour), Stop(100, self.dark))

    def has(self, accessory: str) -> bool:
        """Whether the author names that accessory."""
        return accessory in self.who.clothing.extras

    def under(self, default: str) -> "Outfit":
        """The shirt under it, as an outfit of its own."""
        return self._replace(colour=self.second or default)


@dataclass(frozen=True, slots=True)
class Garment:
    """Something to wear, and the words that ask for it. colours: if the author names none.

    under: the colour of the shirt whose sleeves are seen, where it has no sleeves of its own.
    """

    words: tuple[str, ...]
    colours: tuple[str, ...]
    draw: Callable[[Outfit], str]
    build: Build | None = None
    under: str | None = None


GARMENTS = Folder("game.drawing.clothes", Garment)


def garment(
    *words: str, colours: tuple[str, ...], build: Build | None = None, under: str | None = None
) -> Callable[[Callable[[Outfit], str]], Garment]:
    """Make a garment of the function that draws it. words: Dutch and English."""
    return lambda draw: Garment(words, colours, draw, build, under)


# --- lines and surfaces -----------------------------------------------------------------------


def surface(*outline: Step, fill: Fill, opacity: float = 1.0) -> str:
    """A filled outline; x from the middle."""
    return path(path_data(outline), fill, opacity=opacity)


def seam(colour: str, width: float, opacity: float, *outline: Step) -> str:
    """A line; x from the middle."""
    return line(path_data(outline, is_closed=False), colour, width, opacity)


def lit(colour: str, shade: float) -> Paint:
    """Cloth of that colour, darker by that share on the right."""
    return across(Stop(0, colour), Stop(100, darker(colour, shade)))


# --- the cut ----------------------------------------------------------------------------------


def crew(depth: float = 272.0, half: float = 38.0) -> Outline:
    """A round neck, from the left shoulder to the right."""
    low = depth + 12
    return (
        (-half, depth + 4, -half * 0.5, low, 0, low), (half * 0.5, low, half, depth + 4, 44, 252),
    )  # fmt: skip


def vee(depth: float) -> Outline:
    """A pointed neck, from the left shoulder to the right."""
    return ((0, depth), (44, 252))


def torso(o: Outfit, opening: Outline) -> str:
    """The body with an opening at the neck, which runs from the left to the right shoulder."""
    spread, slope = (122.0, 264.0) if o.who.is_soft else (142.0, 260.0)
    cloth = across(Stop(0, o.light), Stop(32, o.colour), Stop(100, o.dark))
    body = surface(
        (-spread - 8, BOTTOM),
        (-spread - 6, 346, -spread - 2, 316, -spread + 12, 298),
        (-spread + 30, 280, -74, 276, -44, slope - 10),
        *opening,
        (74, 276, spread - 30, 280, spread - 12, 298),
        (spread + 2, 316, spread + 6, 346, spread + 8, BOTTOM),
        fill=cloth,
    )
    sleeve = (
        (spread - 38, BOTTOM), (spread - 38, 360, spread - 34, 340, spread - 28, 326),
    )  # fmt: skip
    return body + "".join(seam(o.dark, 2.4, 0.7, *on_side(s, sleeve)) for s in (-1, 1))


def collar(colour: str, spread: float = 26.0, drop: float = 290.0) -> str:
    """Two wings of a shirt collar around the neck."""
    wing = ((36, 242), (24, 256, 12, 266, 0, 274), (spread, drop), (47, 258))
    drawn = ""
    for s in (-1, 1):
        drawn += surface(*on_side(s, wing), fill=colour if s < 0 else darker(colour, 0.08))
        edge = ((0, 274), (spread, drop), (47, 258))
        drawn += seam(darker(colour, 0.3), 1.3, 0.45, *on_side(s, edge))
    return drawn


def shirt_front(colour: str) -> str:
    """The front of a shirt, as far as a jacket shows it."""
    front = mirrored((0, 280), (44, 250), (40, BOTTOM), (-40, BOTTOM))
    return surface(*front, fill=lit(colour, 0.14)) + seam(
        darker(colour, 0.28), 1.3, 0.5, (0, 282), (0, BOTTOM)
    )


def lapels(o: Outfit, meet: float, width: float) -> str:
    """The lapels of a jacket that closes at height `meet`."""
    notch = ((30 + width, 292), (22 + width, 298), (28 + width, 306))
    lapel = ((42, 246), (46 + width * 0.5, 262), *notch, (0, meet))
    drawn = ""
    for s in (-1, 1):
        fill = o.light if s < 0 else mix(o.colour, o.dark, 0.5)
        drawn += surface(*on_side(s, lapel), fill=fill)
        drawn += seam(o.dark, 1.7, 0.8, *on_side(s, (*notch[1:], (0, meet))))
        drawn += seam(o.dark, 1.5, 0.7, *on_side(s, notch[:2]))
    return drawn


def buttons(colour: str, *heights: float, x: float = CX) -> str:
    """A button at each of the heights."""
    return "".join(ellipse(x, y, 2.6, 2.6, colour) for y in heights)


def shirt_colour(o: Outfit, *more: str) -> str:
    """The colour of the shirt under it; `more` are colours that it may have as well."""
    return o.second or chosen(o.seed, "shirt", (*SHIRTS, *more))
