"""Several plays of one scenario in one chart: their trust over time, and their ways over figure 2.

No play is told from another by colour alone: each has its own dashes and carries its name at the
end of its line. Plays of earlier groups are thin grey lines without names.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.drawing.charts.chart import (
    Chart,
    Label,
    Line,
    Marker,
    Measure,
    Point,
    Shape,
    estimated_width,
)
from game.drawing.charts.quadrants import Map, QuadrantPath, Stop, frame

MOST_WAYS = 6  # in one chart: as many as can be told apart by their dashes (a design choice)
_LEFT, _TOP, _UNDER = 38.0, 16.0, 46.0  # beside, above and under the plot
_NAME_SIZE = 15.0
_APART = 19.0  # names at the ends of lines
_STYLES = (
    ("trust", 0.0), ("risk", 9.0), ("mutual", 4.0), ("strong", 14.0), ("ink", 2.5), ("muted", 6.0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """How the trust of one play went. points: (round, mean trust), trust in [0, 1]; a reflection
    moment lies half a round after its round. end: what is written at the end of its line.
    """

    end: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class TrustTogether:
    """The trust of several plays, of which `ghosts` are those of earlier groups."""

    title: str
    description: str
    round_name: str
    ways: tuple[Way, ...]
    ghosts: tuple[tuple[Point, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Road:
    """The way of one play over figure 2. name: stands in the mark at its end, so it is short."""

    name: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class RoadsTogether:
    """The ways of several plays over one map. frame: the map, whose own stops are left out."""

    frame: QuadrantPath
    roads: tuple[Road, ...]


def trust_together(
    shown: TrustTogether, width: float, height: float, measure: Measure = estimated_width
) -> Chart:
    """The chart in that size. measure: how wide the renderer's letters are."""
    right = max((measure(way.end, _NAME_SIZE, "bold") for way in shown.ways), default=0) + 24
    every = [*shown.ghosts, *(way.points for way in shown.ways)]
    last = max((points[-1][0] for points in every if points), default=1.0)
    plot = _Plot(
        _LEFT, _TOP, max(20, width - _LEFT - right), max(20, height - _TOP - _UNDER), max(1.0, last)
    )
    marks = (
        *_grid(plot),
        *(_ghost(plot, points) for points in shown.ghosts if points),
        *(shape for at, way in enumerate(shown.ways) for shape in _way(plot, way, at)),
        *_scale(plot, shown.round_name),
        *_ends(plot, shown.ways),
    )
    return Chart(width, height, shown.title, shown.description, marks)


def roads_together(shown: RoadsTogether, width: float, height: float) -> Chart:
    """The chart in that size: a square, with its axes named beside and under it."""
    plot = Map.fit(width, height)
    marks = [*frame(plot, shown.frame)]
    last = [plot.at(road.stops[-1].formal, road.stops[-1].trust) for road in shown.roads]
    ends = kept_apart(last, plot.x + plot.side / 2)
    for at, (road, end) in enumerate(zip(shown.roads, ends, strict=True)):
        colour, dash = _STYLES[at % len(_STYLES)]
        places = [plot.at(stop.formal, stop.trust) for stop in road.stops]
        marks.append(Line(tuple(places), colour, 2.2, dash))
        marks += [Marker(*place, 3.5, "card", colour, 2) for place in places[:-1]]
        if end != places[-1]:
            marks.append(Line((places[-1], end), colour, 1))
            marks.append(Marker(*places[-1], 4.5, colour, colour, 2))
    for at, (road, end) in enumerate(zip(shown.roads, ends, strict=True)):
        marks.append(Marker(*end, 13, "card", _STYLES[at % len(_STYLES)][0], 3))
        marks.append(Label(road.name, *end, "ink", 13, "bold", "center"))
    return Chart(width, height, shown.frame.title, shown.frame.description, tuple(marks))


# --- trust over time ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the lines are drawn. last: the last round there is room for."""

    x: float
    y: float
    width: float
    height: float
    last: float

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def at(self, when: float, share: float) -> Point:
        return self.x + self.width * when / self.last, self.bottom - self.height * share


def _grid(plot: _Plot) -> list[Shape]:
    heights = [plot.at(0, share / 4)[1] for share in range(5)]
    return [Line(((plot.x, y), (plot.x + plot.width, y)), "line", 1) for y in heights]


def _ghost(plot: _Plot, points: Sequence[Point]) -> Shape:
    return Line(tuple(plot.at(*point) for point in points), "muted", 1, 2)


def _way(plot: _Plot, way: Way, at: int) -> list[Shape]:
    colour, dash = _STYLES[at % len(_STYLES)]
    places = [plot.at(*point) for point in way.points]
    is_square = at % 2 == 1
    return [
        Line(tuple(places), colour, 2.6, dash),
        *(Marker(*place, 4.5, "card", colour, 2, is_square=is_square) for place in places),
    ]


def _scale(plot: _Plot, round_name: str) -> list[Label]:
    values = [
        Label(str(value), plot.x - 8, plot.at(0, value / 100)[1], align="right")
        for value in (0, 25, 50, 75, 100)
    ]
    every = max(1, -(-int(plot.last) // 14))  # no more names under the axis than fit
    rounds = [
        Label(str(when), plot.at(when, 0)[0], plot.bottom + 16, align="center")
        for when in range(0, int(plot.last) + 1, every)
    ]
    middle = plot.x + plot.width / 2
    return [*values, *rounds, Label(round_name, middle, plot.bottom + 36, align="center")]


def _ends(plot: _Plot, ways: Sequence[Way]) -> list[Shape | Label]:
    """The names of the lines beside the plot, at the height of their ends, kept apart."""
    marks: list[Shape | Label] = []
    at_end = [plot.at(*way.points[-1]) for way in ways]
    order = sorted(range(len(ways)), key=lambda at: at_end[at][1])
    heights = _spread([at_end[at][1] for at in order], _APART, plot.y, plot.bottom)
    edge = plot.x + plot.width
    for at, y in zip(order, heights, strict=True):
        marks.append(Line(((at_end[at][0] + 7, at_end[at][1]), (edge + 10, y)), "muted", 0.8, 1))
        marks.append(Label(ways[at].end, edge + 14, y, "ink", _NAME_SIZE, "bold"))
    return marks


def _spread(values: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """The values in order, moved down until they are that far apart, and back up if too far."""
    spread: list[float] = []
    for value in values:
        spread.append(max(value, spread[-1] + apart if spread else low))
    over = max(0.0, spread[-1] - high) if spread else 0.0
    for at in range(len(spread) - 1, -1, -1):
        most = high if at == len(spread) - 1 else spread[at + 1] - apart
        spread[at] = min(spread[at], most) if over else spread[at]
    return spread


def kept_apart(places: Sequence[Point], middle: float) -> list[Point]:
    """The places, each moved sideways, over the middle, until its mark covers none before it."""
    found: list[Point] = []
    for x, y in places:
        step = 7 if x < middle else -7
        while any(abs(x - a) < 28 and abs(y - b) < 28 for a, b in found):
            x += step
        found.append((x, y))
    return found


def in_groups(shown: TrustTogether) -> tuple[TrustTogether, ...]:
    """The same in as many charts as are needed to tell the lines apart."""
    groups = [shown.ways[at : at + MOST_WAYS] for at in range(0, len(shown.ways), MOST_WAYS)]
    return tuple(replace(shown, ways=group) for group in groups or [()])
