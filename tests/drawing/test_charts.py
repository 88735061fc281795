"""Charts are descriptions of plain values; one piece of markup serves a page and the window."""

import re
from dataclasses import replace
from zlib import crc32

import pytest

from game.drawing.charts.chart import Chart, Icon, Label, Line, Marker, Weight
from game.drawing.charts.markup import chart_svg, layers
from game.drawing.charts.quadrants import QuadrantPath, Stop, quadrant_chart
from game.drawing.charts.trust import Entry, TrustHistory, trust_chart
from game.drawing.charts.what_if import Comparison, Interval, Share, comparison_chart
from tests.drawing.reading import faults, parsed, tag

HISTORY = TrustHistory(
    "Trust", "From 40 to 70.", "Trust", "Risk", "70", "30",
    (
        Entry("start", 0.4, 0.5),
        Entry("1", 0.5, 0.4, ("trust-building", "opportunistic")),
        Entry("", 0.6, 0.35, is_moment=True, has_change=True),
        Entry("2", 0.7, 0.3, ("reciprocal", "reciprocal")),
    ),
    turn=3, chosen=(1,),
)  # fmt: skip
PATH = QuadrantPath(
    "Map", "Two steps.", "Trust", "On paper",
    (("much trust", "little paper"), ("much trust", "much paper"), ("little trust",), ("little",)),
    0.6, 0.5, (Stop("0", 0.4, 0.2), Stop("1", 0.55, 0.3), Stop("2", 0.8, 0.7)),
)  # fmt: skip
COMPARED = Comparison(
    "What if", "40 or 55.", Share("As played", 0.4, "40 %"), Share("Otherwise", 0.55, "55 %"),
    Interval("Difference", 0.15, -0.02, 0.31, "−2", "+31"),
)  # fmt: skip
CHARTS = {
    "trust": trust_chart(HISTORY, 900, 360),
    "map": quadrant_chart(PATH, 390, 390),
    "what-if": comparison_chart(COMPARED, 560, 170),
}


def labels(chart: Chart) -> dict[str, Label]:
    return {mark.text: mark for mark in chart.marks if isinstance(mark, Label)}


def colour(role: str) -> str:
    """A different colour for each role, so that the test can tell which was used."""
    return f"#{crc32(role.encode()) % 0xFFFFFF:06x}"


# --- what each says ---------------------------------------------------------------------------


def test_more_trust_lies_higher_and_later_lies_to_the_right() -> None:
    line = next(m for m in CHARTS["trust"].marks if isinstance(m, Line) and m.colour == "trust")
    assert len(line.points) == len(HISTORY.entries)
    assert [x for x, _ in line.points] == sorted(x for x, _ in line.points)
    assert [y for _, y in line.points] == sorted((y for _, y in line.points), reverse=True)


def test_the_two_lines_differ_by_dash_and_marker_too() -> None:
    dashes = {m.colour: m.dash for m in CHARTS["trust"].marks if isinstance(m, Line)}
    assert dashes["trust"] == 0 < dashes["risk"]
    markers = {m.edge: m.is_square for m in CHARTS["trust"].marks if isinstance(m, Marker)}
    assert not markers["trust"]
    assert markers["risk"]


def test_every_move_moment_and_change_has_its_icon() -> None:
    icons = sorted(m.name for m in CHARTS["trust"].marks if isinstance(m, Icon))
    assert icons == ["flag", "opportunistic", "reciprocal", "reciprocal", "reflection", "rule",
                     "trust-building"]  # fmt: skip


def test_a_move_has_the_colour_of_trust_of_reciprocity_or_of_risk() -> None:
    icons = {m.name: m.colour for m in CHARTS["trust"].marks if isinstance(m, Icon)}
    assert icons["trust-building"] == "trust"
    assert icons["reciprocal"] == "mutual"
    assert icons["opportunistic"] == "risk"


def test_names_are_kept_apart_where_the_lines_meet() -> None:
    last = replace(HISTORY.entries[-1], trust=0.5, risk=0.5)
    chart = trust_chart(replace(HISTORY, entries=(*HISTORY.entries[:-1], last)), 900, 360)
    assert abs(labels(chart)["Trust"].y - labels(chart)["Risk"].y) >= 40


def test_wider_letters_leave_less_room_for_the_plot() -> None:
    def wide(text: str, size: float, _weight: Weight) -> float:
        return len(text) * size * 2

    for made in (trust_chart(HISTORY, 900, 360, wide), comparison_chart(COMPARED, 560, 170, wide)):
        assert all(0 <= mark.x <= made.width for mark in made.marks if isinstance(mark, Label))
    assert (
        labels(trust_chart(HISTORY, 900, 360, wide))["Trust"].x < labels(CHARTS["trust"])["Trust"].x
    )


def test_the_road_ends_in_the_corner_that_it_reached() -> None:
    start, end = (labels(CHARTS["map"])[name] for name in ("0", "2"))
    assert end.x > start.x
    assert end.y < start.y


@pytest.mark.parametrize(
    ("low", "mean", "high"), [(-0.02, 0.15, 0.31), (-1, -1, -1), (0, 0, 0), (0.9, 0.95, 1)]
)
def test_zero_and_both_bounds_stay_within_the_chart(low: float, mean: float, high: float) -> None:
    interval = Interval("Difference", mean, low, high, "low", "high")
    chart = comparison_chart(replace(COMPARED, difference=interval), 560, 170)
    for name in ("0", "low", "high"):
        assert 0 <= labels(chart)[name].x <= 560
    for mark in chart.marks:
        if isinstance(mark, Marker):
            assert 0 <= mark.x <= 560


# --- markup -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CHARTS)
def test_a_page_gets_the_whole_chart_with_its_words(name: str) -> None:
    chart = CHARTS[name]
    tree = parsed(chart_svg(chart, colour, "c1"))
    texts = [element.text for element in tree.iter() if tag(element) == "text"]
    assert texts == [mark.text for mark in chart.marks if isinstance(mark, Label)]
    assert tree.get("role") == "img"
    named = {element.get("id"): element.text for element in tree.iter()}
    spoken = [named[each] for each in (tree.get("aria-labelledby") or "").split()]
    assert spoken == [chart.title, chart.description]


@pytest.mark.parametrize("name", CHARTS)
def test_the_window_gets_the_same_shapes_and_only_those(name: str) -> None:
    chart = CHARTS[name]
    made = list(layers(chart, colour, 1))
    shapes = [layer for layer in made if isinstance(layer, str)]
    assert [fault for shape in shapes for fault in faults(shape)] == []
    written = [mark for mark in chart.marks if isinstance(mark, Label)]
    assert [layer for layer in made if isinstance(layer, Label)] == written
    page = re.sub(r"<(text|title|desc).*?</\1>", "", chart_svg(chart, colour, "c1"))
    inner = [re.sub(r"^<svg[^>]*>|</svg>$", "", each) for each in (page, *shapes)]
    assert inner[0] == "".join(inner[1:])


def test_charts_on_one_page_share_no_id() -> None:
    page = "".join(chart_svg(CHARTS["trust"], colour, name) for name in ("a", "b"))
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids)) == 4


def test_colours_are_asked_for_by_the_roles_of_a_theme() -> None:
    asked: set[str] = set()

    def remember(role: str) -> str:
        asked.add(role)
        return "var(--x)"

    for chart in CHARTS.values():
        assert "#" not in chart_svg(chart, remember, "c").replace("http://www.w3.org", "")
    assert {"trust", "risk", "mutual", "muted", "trust_soft", "on_strong"} <= asked


@pytest.mark.parametrize("scale", [0.5, 0.8, 1, 1.37, 2])
def test_straight_lines_are_sharp_at_every_scale(scale: float) -> None:
    """A level line covers whole rows of pixels."""
    drawn = "".join(x for x in layers(CHARTS["trust"], colour, scale) if isinstance(x, str))
    grid = re.findall(r'd="M[\d.]+ ([\d.]+)L[\d.]+ \1"[^>]*stroke-width="([\d.]+)"', drawn)
    assert len(grid) == 5
    for y, width in grid:
        assert (float(y) - float(width) / 2) % 1 == 0
        assert float(width) >= 1


# --- adding a step changes only one chart ------------------------------------------------------


def test_a_play_without_moves_is_a_chart_all_the_same() -> None:
    still = replace(HISTORY, entries=(Entry("start", 0.4, 0.5),), turn=None, chosen=())
    chart = trust_chart(still, 300, 200)
    assert [f for x in layers(chart, colour, 1) if isinstance(x, str) for f in faults(x)] == []
