"""What two parties had in the end, at each table and in many other talks with the same luck.

Every talk is a grey dot; the edge of them is a line of steps, since nothing is known of what lies
between two of them. Tables are marks that carry their name, and so are told apart without colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from game.drawing.charts.chart import Box, Chart, Label, Line, Marker, Point, Shape
from game.drawing.charts.together import kept_apart

_LEFT, _TOP, _RIGHT, _UNDER = 62.0, 14.0, 16.0, 50.0  # around the plot
_MARKS = 4  # about so many figures along an axis
_STEPS = (1, 2, 5)
_DOT, _MARK = 2.2, 13.0


@dataclass(frozen=True, slots=True)
class Ended:
    """What a table ended with: for the party across, and for the one upwards."""

    name: str
    end: Point


@dataclass(frozen=True, slots=True)
class ReachTogether:
    """The ends of many talks, the edge of them, and those of tables; all in points of value.

    edge: the talks that no other was better than for both, from left to right. across, up: the
    names of the two parties, with what is measured.
    """

    title: str
    description: str
    across: str
    up: str
    talks: tuple[Point, ...]
    edge: tuple[Point, ...]
    tables: tuple[Ended, ...]


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where values lie along an axis, from `start`, `length` units long; y runs the other way."""

    start: float
    length: float
    low: float
    high: float
    step: float

    @classmethod
    def fit(cls, start: float, length: float, values: Sequence[float]) -> "_Axis":
        """The axis on which all of the values lie, with round figures along it."""
        low, high = min([0.0, *values]), max([1.0, *values])
        rough = (high - low) / _MARKS
        tens = 1.0
        while tens * 10 <= rough:
            tens *= 10
        step = next((tens * each for each in _STEPS if tens * each >= rough), tens * 10)
        return cls(start, length, floor(low / step) * step, ceil(high / step) * step, step)

    def at(self, value: float) -> float:
        return self.start + self.length * (value - self.low) / (self.high - self.low)

    @property
    def figures(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * each for each in range(count + 1)]


def reach_together(shown: ReachTogether, width: float, height: float) -> Chart:
    """The chart in that size."""
    every = [*shown.talks, *(table.end for table in shown.tables)]
    bottom = height - _UNDER
    across = _Axis.fit(_LEFT, max(20.0, width - _LEFT - _RIGHT), [x for x, _ in every])
    up = _Axis.fit(bottom, -max(20.0, bottom - _TOP), [y for _, y in every])

    def place(point: Point) -> Point:
        return across.at(point[0]), up.at(point[1])

    marks = (
        *_frame(across, up, shown),
        *(Marker(*place(talk), _DOT, "muted", "muted", 0) for talk in dict.fromkeys(shown.talks)),
        *_edge([place(point) for point in shown.edge], across, up),
        *_tables(shown.tables, [place(table.end) for table in shown.tables], width / 2),
    )
    return Chart(width, height, shown.title, shown.description, marks)


def _frame(across: _Axis, up: _Axis, shown: ReachTogether) -> list[Shape | Label]:
    left, right, bottom, top = across.at(across.low), across.at(across.high), up.at(up.low), _TOP
    marks: list[Shape | Label] = [
        Box(left, top, right - left, bottom - top, "card_low", "line", radius=4)
    ]
    for value in across.figures:
        x = across.at(value)
        marks.append(Line(((x, bottom), (x, bottom + 5)), "muted", 1))
        marks.append(Label(_figure(value), x, bottom + 16, align="center"))
    for value in up.figures:
        y = up.at(value)
        marks.append(Line(((left - 5, y), (left, y)), "muted", 1))
        marks.append(Label(_figure(value), left - 9, y, align="right"))
    middle = left + (right - left) / 2
    marks.append(Label(f"{shown.across} →", middle, bottom + 38, "ink", align="center"))
    marks.append(Label(f"{shown.up} →", 12, (top + bottom) / 2, "ink", align="center", turn=-90))
    return marks


def _figure(value: float) -> str:
    return f"{value:.0f}".replace("-", "−")


def _edge(points: Sequence[Point], across: _Axis, up: _Axis) -> list[Shape]:
    """Steps through the points: along each, what the one has there and no more of the other."""
    if not points:
        return []
    steps: list[Point] = [(across.at(across.low), points[0][1])]
    for (x, y), after in zip(points, [*points[1:], None], strict=True):
        steps.append((x, y))
        steps.append((x, after[1] if after is not None else up.at(up.low)))
    return [Line(tuple(steps), "ink", 2.2)]


def _tables(tables: Sequence[Ended], places: Sequence[Point], middle: float) -> list[Shape | Label]:
    marks: list[Shape | Label] = []
    ends = kept_apart(places, middle)
    for place, end in zip(places, ends, strict=True):
        if place != end:
            marks += [Line((place, end), "ink", 1), Marker(*place, 4.5, "ink", "ink", 0)]
    for table, end in zip(tables, ends, strict=True):
        marks.append(Marker(*end, _MARK, "card", "mutual", 3))
        marks.append(Label(table.name, *end, "ink", 13, "bold", "center"))
    return marks
