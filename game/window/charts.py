"""The debrief's charts in the window: shapes through nanosvg, labels in its own type."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pygame

from game.drawing.charts.chart import Chart, Label, Measure, Weight
from game.drawing.charts.markup import layers
from game.drawing.charts.quadrants import QuadrantPath, quadrant_chart
from game.drawing.charts.trust import TrustHistory, trust_chart
from game.drawing.charts.what_if import Comparison, comparison_chart
from game.window.kit import type as typ
from game.window.kit.node import Kit, Node, Widths
from game.window.kit.raster import render
from game.window.kit.text import Canvas

# Makes the chart in a size, in dp, with that measure of type.
Draw = Callable[[float, float, Measure], Chart]


def trust(history: TrustHistory, *, height: float) -> Node:
    """Trust and risk over the whole play."""
    return Canvas(
        painter=_painter(lambda w, h, measure: trust_chart(history, w, h, measure)),
        height=height, natural=900, min_width=300, label=history.description, role="image",
    )  # fmt: skip


def quadrants(path: QuadrantPath, *, size: float) -> Node:
    """The path through figure 2, square."""
    return Canvas(
        painter=_painter(lambda w, h, _measure: quadrant_chart(path, w, h)),
        width=size, height=size, label=path.description, role="image",
    )  # fmt: skip


def what_if(compared: Comparison, *, height: float = 170) -> Node:
    """As played and otherwise."""
    return Canvas(
        painter=_painter(lambda w, h, measure: comparison_chart(compared, w, h, measure)),
        height=height, natural=560, min_width=280, label=compared.description, role="image",
    )  # fmt: skip


@dataclass(eq=False, kw_only=True)
class Drawn(Node):
    """A chart that was drawn in a size of its own: as large as that, or as there is room for."""

    chart: Chart

    def content_widths(self, kit: Kit) -> Widths:
        """As wide as it was drawn, if there is room."""
        return Widths(0, 0, kit.px(self.chart.width))

    def content_height(self, kit: Kit, width: int) -> int:
        """As high as it is then."""
        return round(self.chart.height * self._scale(kit, width))

    def _scale(self, kit: Kit, width: int) -> float:
        return min(kit.scale, width / self.chart.width)

    def paint_content(self, kit: Kit, surface: pygame.Surface) -> None:
        """Draw it in the middle of its place."""
        inside = self.inside(kit)
        scale = self._scale(kit, inside.w)
        box = pygame.Rect(0, inside.y, round(self.chart.width * scale), inside.h)
        box.centerx = inside.centerx
        _paint(replace(kit, scale=scale), surface, box, self.chart)


def _paint(kit: Kit, surface: pygame.Surface, box: pygame.Rect, chart: Chart) -> None:
    if box.w < 1 or box.h < 1:
        return
    for layer in layers(chart, kit.theme.colour, kit.scale):
        if isinstance(layer, Label):
            _write(kit, surface, box, layer)
        else:
            surface.blit(render(layer, box.size), box)


def _painter(draw: Draw) -> Callable[[Kit, pygame.Surface, pygame.Rect], None]:
    def paint(kit: Kit, surface: pygame.Surface, box: pygame.Rect) -> None:
        if box.w < 1 or box.h < 1:
            return

        def measure(words: str, size: float, weight: Weight) -> float:
            return typ.width(words, weight, _pixels(kit, size)) / kit.scale

        _paint(kit, surface, box, draw(box.w / kit.scale, box.h / kit.scale, measure))

    return paint


def _pixels(kit: Kit, size: float) -> int:
    return max(9, kit.px(size))


def _write(kit: Kit, surface: pygame.Surface, box: pygame.Rect, label: Label) -> None:
    colour = kit.theme.colour(label.colour)
    drawn = typ.drawn(label.text, label.weight, _pixels(kit, label.size), colour)
    if label.turn:
        drawn = pygame.transform.rotate(drawn, -label.turn)
    wide, high = drawn.get_size()
    before = {"left": 0.0, "center": wide / 2, "right": float(wide)}[label.align]
    x, y = box.x + label.x * kit.scale, box.y + label.y * kit.scale
    surface.blit(drawn, (round(x - before), round(y - high / 2)))
