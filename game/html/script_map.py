"""The map of a scenario in a file: a drawing by itself, or a page with the drawing and tables."""

import re

from game.drawing.charts.chart import Chart
from game.drawing.charts.markup import chart_svg
from game.drawing.charts.script_map import script_chart
from game.presenters.map_drawing import map_drawing
from game.presenters.script_map import ScriptMap
from game.words import Words

# For a printer that has no colours, and a reader who sees none.
_ON_PAPER = {"ink": "#000000", "muted": "#333333", "line": "#999999", "card": "#ffffff"}
# A sheet of A4 with a margin of ten millimetres.
_SHEET = (190.0, 277.0)
_SIZE = re.compile(r' width="[\d.]+" height="[\d.]+"')


def drawing(found: ScriptMap, words: Words) -> str:
    """The map as SVG that fits on a sheet of A4, in black and white."""
    chart = script_chart(map_drawing(found, words))
    drawn = chart_svg(chart, _ON_PAPER.__getitem__, "map")
    wide, tall = _in_millimetres(chart)
    sized = f' width="{wide:.1f}mm" height="{tall:.1f}mm"'
    ground = f'<rect width="{chart.width:.0f}" height="{chart.height:.0f}" fill="#ffffff"/>'
    drawn = _SIZE.sub(sized, drawn, count=1)
    return drawn.replace("</desc>", f"</desc>{ground}", 1) + "\n"


def _in_millimetres(chart: Chart) -> tuple[float, float]:
    scale = min(_SHEET[0] / chart.width, _SHEET[1] / chart.height)
    return chart.width * scale, chart.height * scale
