"""A chart as SVG: with labels for a page, or only shapes for renderers with their own fonts."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import assert_never

from game.drawing.charts.chart import (
    Box,
    Chart,
    Icon,
    Label,
    Line,
    Marker,
    Point,
    Shape,
    Weight,
)
from game.drawing.icons import SIZE, icon_content
from game.drawing.svg import document, escaped, line, number, path, points, rect

# The colour of a role of the theme: `#rrggbb`, or `var(--trust)` where a page defines that.
Colours = Callable[[str], str]

FONT = "Inter, system-ui, sans-serif"
_WEIGHTS: dict[Weight, int] = {"medium": 500, "semibold": 600, "bold": 700}
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_BASELINE = 0.36  # from the middle of a line of text to its baseline, in shares of its size: Inter
_WHOLE = re.compile('width="[^"]*" height="[^"]*" viewBox="[^"]*"')
_THINNEST, _SMALLEST = 2.0, 4.0  # pixels of a line and of a marker, however small the chart


def chart_svg(chart: Chart, colours: Colours, name: str) -> str:
    """A whole chart, to put in a page. name: begins its ids, so that they are unique there."""
    pen = _Pen(colours, 1)
    told = (
        f'<title id="{name}-title">{escaped(chart.title)}</title>'
        f'<desc id="{name}-desc">{escaped(chart.description)}</desc>'
    )
    drawn = document(chart.width, chart.height, told, *map(pen.draw, chart.marks))
    role = f'<svg role="img" aria-labelledby="{name}-title {name}-desc" '
    return drawn.replace("<svg ", role, 1)


def sheet_svg(chart: Chart, colours: Colours, name: str, most: Point) -> str:
    """A whole chart as a file of its own that prints on a sheet; most: its size in millimetres."""
    scale = min(most[0] / chart.width, most[1] / chart.height)
    size = f'width="{number(chart.width * scale)}mm" height="{number(chart.height * scale)}mm"'
    box = f'viewBox="0 0 {number(chart.width)} {number(chart.height)}"'
    ground = rect(0, 0, chart.width, chart.height, colours("card"))
    drawn = _WHOLE.sub(lambda _: f"{size} {box}", chart_svg(chart, colours, name), count=1)
    return drawn.replace("</desc>", f"</desc>{ground}", 1) + "\n"


def sign_svg(name: str, colour: str) -> str:
    """An icon beside the words that say what it means: nothing to read aloud."""
    drawn = document(SIZE, SIZE, icon_content(name, escaped(colour)))
    return drawn.replace("<svg ", '<svg aria-hidden="true" ', 1)


def layers(chart: Chart, colours: Colours, scale: float) -> Iterator[str | Label]:
    """The chart for renderers with their own fonts: SVG of shapes, and labels, in order.

    scale: pixels per unit.
    """
    pen = _Pen(colours, scale)
    size = (round(chart.width * scale), round(chart.height * scale))
    for is_label, marks in groupby(chart.marks, lambda mark: isinstance(mark, Label)):
        if is_label:
            yield from (mark for mark in marks if isinstance(mark, Label))
        else:
            yield document(*size, *map(pen.draw, marks))


class _Pen:
    """Draws marks in pixels: straight lines are put on whole ones, or they would be blurred."""

    def __init__(self, colours: Colours, scale: float) -> None:
        self._colours, self._scale = colours, scale

    def draw(self, mark: Shape | Label) -> str:
        """The mark as SVG."""
        match mark:
            case Line():
                return self._line(mark)
            case Box():
                return self._box(mark)
            case Marker():
                return self._marker(mark)
            case Icon():
                return self._icon(mark)
            case Label():
                return self._label(mark)
            case _:
                assert_never(mark)

    def _colour(self, role: str) -> str:
        return escaped(self._colours(role)) if role else "none"

    def _middle(self, x: float, y: float) -> Point:
        """The middle of the pixel that a point falls on, or as near to it as the point itself."""
        return x * self._scale + 0.5, y * self._scale + 0.5

    def _thick(self, width: float) -> float:
        return max(width * self._scale, min(width, _THINNEST))

    def _line(self, shape: Line) -> str:
        width = self._thick(shape.width)
        places = [self._middle(x, y) for x, y in shape.points]
        is_upright, is_level = (len({place[axis] for place in places}) == 1 for axis in (0, 1))
        if is_upright or is_level:
            width = max(1, round(width))
            places = [(_on_pixel(x, width) if is_upright else x,
                       _on_pixel(y, width) if is_level else y) for x, y in places]  # fmt: skip
        d = "M" + "L".join(points(*place) for place in places)
        if shape.dash:
            dash = number(shape.dash * self._scale)
            return (
                f'<path d="{d}" fill="none" stroke="{self._colour(shape.colour)}"'
                f' stroke-width="{number(width)}" stroke-dasharray="{dash} {dash}"/>'
            )
        return line(d, self._colour(shape.colour), width)

    def _box(self, shape: Box) -> str:
        left, top = round(shape.x * self._scale), round(shape.y * self._scale)
        right = round((shape.x + shape.width) * self._scale)
        low = round((shape.y + shape.height) * self._scale)
        edge = max(1, round(shape.thickness * self._scale)) if shape.edge else 0
        box = (left, top, right - left, low - top)
        return self._framed(box, shape.radius * self._scale, shape.fill, shape.edge, edge)

    def _framed(
        self, box: tuple[int, int, int, int], radius: float, fill: str, edge: str, thick: int
    ) -> str:
        """A rectangle, and a smaller one within it where there is an outline."""
        x, y, width, height = box
        radius = min(radius, width / 2, height / 2)
        drawn = rect(*box, self._colour(edge or fill), radius)
        if edge:
            inner = (x + thick, y + thick, width - 2 * thick, height - 2 * thick)
            drawn += rect(*inner, self._colour(fill), max(0, radius - thick))
        return drawn

    def _marker(self, shape: Marker) -> str:
        (x, y), thick = self._middle(shape.x, shape.y), self._thick(shape.thickness)
        radius = max(shape.radius * self._scale, min(shape.radius - 1, _SMALLEST))
        if shape.is_square:
            half = round(radius)
            box = (int(x) - half, int(y) - half, 2 * half, 2 * half)
            return self._framed(box, 0, shape.fill, shape.edge, round(thick))
        inner = radius - thick / 2
        ring = f"M{points(x - inner, y)}a{points(inner, inner)} 0 1 1 {points(2 * inner, 0)}"
        ring += f"a{points(inner, inner)} 0 1 1 {points(-2 * inner, 0)}z"
        return path(ring, self._colour(shape.fill), stroke=self._colour(shape.edge), width=thick)

    def _icon(self, shape: Icon) -> str:
        size = round(shape.size * self._scale)
        x, y = (round(at * self._scale) - size // 2 for at in (shape.x, shape.y))
        content = icon_content(shape.name, self._colour(shape.colour))
        return f'<g transform="translate({x} {y}) scale({size / SIZE:.4f})">{content}</g>'

    def _label(self, label: Label) -> str:
        x, y, size = label.x * self._scale, label.y * self._scale, label.size * self._scale
        turn = f' transform="rotate({points(label.turn, x, y)})"' if label.turn else ""
        return (
            f'<text x="{number(x)}" y="{number(y + size * _BASELINE)}" font-family="{FONT}"'
            f' font-size="{number(size)}" font-weight="{_WEIGHTS[label.weight]}"'
            f' text-anchor="{_ANCHORS[label.align]}" fill="{self._colour(label.colour)}"{turn}>'
            f"{escaped(label.text)}</text>"
        )


def _on_pixel(value: float, width: float) -> float:
    """Where a straight line of that width covers whole pixels."""
    return round(value - 0.5) + 0.5 if width % 2 else float(round(value))
