"""What a chart is made of: shapes and labels, in units that a renderer is free to scale.

Colours are roles of a theme, such as `trust` or `muted`: the renderer knows what they look like.
Nothing depends on colour alone: lines differ by dash and marker and carry their name at the end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

Point = tuple[float, float]
Align = Literal["left", "center", "right"]
Weight = Literal["medium", "semibold", "bold"]

# How wide a text is, in units, from the text, its size and its weight.
Measure = Callable[[str, float, Weight], float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points. dash: how long its dashes and gaps are; 0 for none."""

    points: tuple[Point, ...]
    colour: str
    width: float
    dash: float = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners; `edge` is the colour of its outline, which lies inside."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str = ""
    thickness: float = 1
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """A round or square mark around a point; its outline lies inside. No fill: only the outline."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    thickness: float
    is_square: bool = False


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon around a point."""

    name: str
    x: float
    y: float
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text on one line. x, y: where it begins, ends or has its middle; y is half its height.

    turn: degrees, clockwise, around that point.
    """

    text: str
    x: float
    y: float
    colour: str = "muted"
    size: float = 13
    weight: Weight = "medium"
    align: Align = "left"
    turn: float = 0


Shape = Line | Box | Marker | Icon


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. title: what it shows; description: what can be read from it, in a sentence.

    marks: in the order in which they are drawn.
    """

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Shape | Label, ...]


# Widths of letters in shares of the size, measured from Inter, which the window uses; rounded up.
_NARROW, _WIDE = frozenset("fijlrtI.,:;'’|!()[] -"), frozenset("mwMW@%→—")
_HEAVIER: dict[Weight, float] = {"medium": 1.0, "semibold": 1.02, "bold": 1.03}


def estimated_width(text: str, size: float, weight: Weight) -> float:
    """About how wide a text is, for callers without a font."""
    return sum(map(_ems, text)) * size * _HEAVIER[weight]


def _ems(letter: str) -> float:
    if letter > "\u02af" and east_asian_width(letter) in "WF":
        return 1.1
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.95
    return 0.72 if letter.isupper() else 0.61
