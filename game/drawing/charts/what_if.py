"""Robust endings as played and otherwise, and the difference with its interval around zero."""

from dataclasses import dataclass

from game.drawing.charts.chart import (
    Box,
    Chart,
    Label,
    Line,
    Marker,
    Measure,
    Point,
    Shape,
    estimated_width,
)

_BAR = 18.0  # how thick
_FIGURE = 52.0  # room for a figure behind a bar
_SIZE = 13.0


@dataclass(frozen=True, slots=True)
class Share:
    """A bar: its name, how far it is filled, in [0, 1], and that figure as it is written."""

    name: str
    share: float
    figure: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A difference with its bounds, and those as they are written."""

    name: str
    mean: float
    low: float
    high: float
    low_figure: str
    high_figure: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was played, what could have been, and the difference that makes."""

    title: str
    description: str
    played: Share
    instead: Share
    difference: Interval


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the bars lie."""

    left: float
    width: float

    @property
    def right(self) -> float:
        return self.left + self.width


def comparison_chart(
    compared: Comparison, width: float, height: float, measure: Measure = estimated_width
) -> Chart:
    """The chart in that size. measure: how wide the renderer's letters are."""
    names = (compared.played.name, compared.instead.name, compared.difference.name)
    left = max(measure(name, _SIZE, "semibold") for name in names) + 14
    column, row = _Column(left, max(20, width - left - _FIGURE)), height / 3.4
    shapes: list[Shape] = []
    labels = [Label(compared.difference.name, 0, row * 2.5, "ink", weight="semibold")]
    for at, (bar, colour) in enumerate(((compared.played, "muted"), (compared.instead, "mutual"))):
        y = row * (at + 0.5)
        shapes += _bar(column, bar.share, colour, y)
        labels.append(Label(bar.name, 0, y, "ink", weight="semibold"))
        labels.append(Label(bar.figure, column.right + 8, y, "ink", weight="bold"))
    shapes += _interval(column, compared.difference, row * 2.5)
    labels += _bounds(column, compared.difference, row * 2.5, measure)
    return Chart(width, height, compared.title, compared.description, (*shapes, *labels))


def _bar(column: _Column, share: float, colour: str, y: float) -> list[Shape]:
    top = y - _BAR / 2
    return [
        Box(column.left, top, column.width, _BAR, "card_low", "line", radius=6),
        Box(column.left, top, max(2, column.width * share), _BAR, colour, radius=6),
    ]


def _place(column: _Column, difference: Interval, value: float) -> float:
    """Where a difference is drawn; zero is in the middle, and both bounds are in the column."""
    reach = max(0.1, abs(difference.low), abs(difference.high)) * 1.25
    return column.left + column.width * (value + reach) / (2 * reach)


def _interval(column: _Column, difference: Interval, y: float) -> list[Shape]:
    zero, mean, low, high = (
        _place(column, difference, value)
        for value in (0.0, difference.mean, difference.low, difference.high)
    )
    axis: tuple[Point, Point] = (column.left, y), (column.right, y)
    return [
        Line(axis, "line", 1),
        Line(((zero, y - 16), (zero, y + 16)), "muted", 2),
        Box(low, y - _BAR / 2, max(3, high - low), _BAR, "mutual_soft", "mutual", 1.5, 6),
        Marker(mean, y, 7, "mutual", "card", 2),
    ]


def _bounds(column: _Column, difference: Interval, y: float, measure: Measure) -> list[Label]:
    """Zero under the axis, and both bounds beside the interval, kept within the chart."""
    zero, low, high = (
        _place(column, difference, value) for value in (0.0, difference.low, difference.high)
    )
    end = column.right + 44
    low_wide = measure(difference.low_figure, _SIZE, "medium")
    high_wide = measure(difference.high_figure, _SIZE, "medium")
    low_at = min(max(low - 6, column.left + low_wide), end)
    high_at = min(max(high + 6, column.left + high_wide), end - high_wide)
    return [
        Label("0", zero, y + 26, align="center"),
        Label(difference.low_figure, low_at, y - 20, align="right"),
        Label(difference.high_figure, high_at, y - 20),
    ]
