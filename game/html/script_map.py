"""The map of a scenario in a file: a drawing by itself, or a page with the drawing and tables."""

from typing import NamedTuple

from markupsafe import Markup

from game.drawing.charts.markup import chart_svg, sheet_svg
from game.drawing.charts.script_map import Legend, flow_charts, legend_charts, script_chart
from game.html import render
from game.presenters.map_drawing import map_drawing
from game.presenters.script_map import Chance, ScriptMap, missed_words, share_words
from game.words import Words

# For a printer that has no colours, and a reader who sees none.
_ON_PAPER = {"ink": "#000000", "muted": "#333333", "line": "#999999", "card": "#ffffff"}
# On a page, which may be dark.
_ON_PAGE = {
    "ink": "var(--ink)", "muted": "var(--soft)", "line": "var(--line)", "card": "var(--paper)",
}  # fmt: skip
# Millimetres of a sheet of A4 with a margin of ten.
_SHEET = (190.0, 277.0)


class Row(NamedTuple):
    """A row of a table. share: how often, as written; is_missed: no play came there."""

    cells: tuple[str, ...]
    share: str
    is_missed: bool


class Table(NamedTuple):
    """A table of the map; the last column, how often, is only there if the script was played."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def drawing(found: ScriptMap, words: Words) -> str:
    """The map as SVG that fits on a sheet of A4, in black and white."""
    chart = script_chart(map_drawing(found, words))
    return sheet_svg(chart, _ON_PAPER.__getitem__, "map", _SHEET)


def page(found: ScriptMap, words: Words) -> str:
    """The map as a page: the drawing in sheets, and everything once more in tables."""
    drawn = map_drawing(found, words)
    sheets = [
        Markup(chart_svg(chart, _ON_PAGE.__getitem__, f"map-{at}"))
        for at, chart in enumerate(flow_charts(drawn))
    ]
    return render(
        "script_map.html", words=words, title=found.title, how=found.how, sheets=sheets,
        legend=_legend(drawn.legend), legend_title=drawn.legend.title,
        tables=[table for table in tables_of(found, words) if table.rows],
        is_played=found.plays > 0, missed=missed_words(found, words),
    )  # fmt: skip


def _legend(legend: Legend) -> list[tuple[Markup, str]]:
    return [
        (Markup(chart_svg(chart, _ON_PAGE.__getitem__, f"sign-{at}")), chart.title)
        for at, chart in enumerate(legend_charts(legend))
    ]


def tables_of(found: ScriptMap, words: Words) -> list[Table]:
    """All of the map in tables."""
    titles = {place.name: place.title for place in found.places}
    over = words("map.end")

    def row(plays: int | None, *cells: str) -> Row:
        share = "" if plays is None else share_words(words, plays, found.plays)
        return Row(cells, share, plays == 0)

    def chances(heading: str, column: str, listed: tuple[Chance, ...]) -> Table:
        columns = (words(column), words("map.column.when"))
        return Table(
            words(heading), columns,
            tuple(row(each.plays, each.title, "; ".join(each.when)) for each in listed),
        )  # fmt: skip

    return [
        Table(
            words("map.script"),
            (words("map.column.phase"), words("map.column.what")),
            tuple(row(each.plays, each.title, "; ".join(each.facts)) for each in found.places),
        ),
        Table(
            words("map.arrows"),
            (words("map.column.from"), words("map.column.to"), words("map.column.when")),
            tuple(
                row(each.plays, titles[each.source], titles.get(each.to or "", over), each.when)
                for each in found.arrows
            ),
        ),
        chances("map.events", "map.column.event", found.events),
        chances("map.endings", "map.column.ending", found.endings),
    ]
