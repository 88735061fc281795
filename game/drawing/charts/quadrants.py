"""The path through figure 2: trust upwards, formal overlap to the right."""

from dataclasses import dataclass

from game.drawing.charts.chart import Box, Chart, Label, Line, Marker, Point, Shape

_BESIDE, _ABOVE, _AROUND = 34.0, 4.0, 38.0
_ROW = 17.0
_INSET = 12.0


@dataclass(frozen=True, slots=True)
class Stop:
    """Where an alliance stood after a round. trust, formal: in [0, 1]; name: what the ends show."""

    name: str
    trust: float
    formal: float


@dataclass(frozen=True, slots=True)
class QuadrantPath:
    """A path. corners: the lines of each name, from the upper left clockwise; borders in [0, 1]."""

    title: str
    description: str
    trust_name: str
    formal_name: str
    corners: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    border_trust: float
    border_formal: float
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """Where the square is."""

    x: float
    y: float
    side: float

    @classmethod
    def fit(cls, width: float, height: float) -> "Map":
        """The square in a chart of that size."""
        return cls(_BESIDE, _ABOVE, min(width, height) - _AROUND)

    def at(self, formal: float, trust: float) -> Point:
        """Where an alliance lies that has so much on paper, and so much trust."""
        return self.x + self.side * formal, self.y + self.side * (1 - trust)


def quadrant_chart(path: QuadrantPath, width: float, height: float) -> Chart:
    """The chart in that size: a square, with its axes named beside and under it."""
    plot = Map.fit(width, height)
    marks = (*frame(plot, path), *_road(plot, path))
    return Chart(width, height, path.title, path.description, marks)


def frame(plot: Map, path: QuadrantPath) -> tuple[Shape | Label, ...]:
    """The map without a path: its quadrants, their names and the axes."""
    middle, under = plot.x + plot.side / 2, plot.y + plot.side + 14
    return (
        Box(plot.x, plot.y, plot.side, plot.side, "card_low", "line", radius=10),
        Line((plot.at(path.border_formal, 1), plot.at(path.border_formal, 0)), "muted", 1.6, 6),
        Line((plot.at(0, path.border_trust), plot.at(1, path.border_trust)), "muted", 1.6, 6),
        *(label for corner in range(4) for label in _corner(plot, path.corners[corner], corner)),
        Label(f"{path.formal_name} →", middle, under, align="center"),
        Label(f"{path.trust_name} →", 11, plot.y + plot.side / 2, align="center", turn=-90),
    )


def _corner(plot: Map, lines: tuple[str, ...], corner: int) -> list[Label]:
    is_right, is_low = corner in (1, 2), corner in (2, 3)
    x = plot.x + plot.side - _INSET if is_right else plot.x + _INSET
    top = plot.y + plot.side - _INSET - (len(lines) - 1) * _ROW if is_low else plot.y + _INSET
    return [
        Label(line, x, top + row * _ROW, align="right" if is_right else "left")
        for row, line in enumerate(lines)
    ]


def _road(plot: Map, path: QuadrantPath) -> list[Shape | Label]:
    """A line with a mark for each round; both ends are larger and say which round it was."""
    places = [plot.at(stop.formal, stop.trust) for stop in path.stops]
    last = len(places) - 1
    marks: list[Shape | Label] = [Line(tuple(places), "mutual", 2.2)]
    for at, (stop, place) in enumerate(zip(path.stops, places, strict=True)):
        fill, edge = "strong" if at == last else "card", "mutual" if at else "ink"
        is_end = at in (0, last)
        marks.append(Marker(*place, 12 if is_end else 5, fill, edge, 2))
        if is_end:
            ink = "on_strong" if at == last else "ink"
            marks.append(Label(stop.name, *place, ink, 12, "bold", "center"))
    return marks
