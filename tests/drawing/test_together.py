"""Several plays in one chart can be told apart without colours, and their names never overlap."""

from itertools import pairwise

import pytest

from game.drawing.charts.chart import Label, Line, Marker
from game.drawing.charts.markup import chart_svg
from game.drawing.charts.quadrants import QuadrantPath, Stop
from game.drawing.charts.together import (
    MOST_WAYS,
    Road,
    RoadsTogether,
    TrustTogether,
    Way,
    in_groups,
    roads_together,
    trust_together,
)
from tests.drawing.reading import parsed

GHOST = ((0.0, 0.5), (6.5, 0.9))
CORNERS = (("a",), ("b",), ("c",), ("d",))
FRAME = QuadrantPath("map", "where", "trust", "paper", CORNERS, 0.5, 0.5, ())


def ways(ends: list[float]) -> TrustTogether:
    """Plays of four rounds that end so."""
    each = [Way(f"Table {n}", ((0.0, 0.5), (4.0, end))) for n, end in enumerate(ends, 1)]
    return TrustTogether("trust", "what it shows", "round", tuple(each), (GHOST,))


@pytest.mark.parametrize("ends", [[0.5] * 6, [1.0] * 6, [0.0] * 6, [0.9, 0.1, 0.5, 0.52, 0.48]])
def test_names_stand_apart_inside_the_chart(ends: list[float]) -> None:
    chart = trust_together(ways(ends), 760, 330)
    names = [m for m in chart.marks if isinstance(m, Label) and m.text.startswith("Table")]
    assert len(names) == len(ends)
    heights = sorted(name.y for name in names)
    assert all(low + 15 <= high for low, high in pairwise(heights))
    assert heights[0] >= 0
    assert heights[-1] <= 330


def test_a_name_stands_by_the_end_of_its_line_where_there_is_room() -> None:
    chart = trust_together(ways([0.9, 0.5, 0.1]), 760, 330)
    by_name = {m.text: m.y for m in chart.marks if isinstance(m, Label)}
    assert by_name["Table 1"] < by_name["Table 2"] < by_name["Table 3"]


def test_no_two_lines_are_dashed_alike() -> None:
    chart = trust_together(ways([0.1 * n for n in range(MOST_WAYS)]), 760, 330)
    lines = [m.dash for m in chart.marks if isinstance(m, Line) and m.width == 2.6]
    assert len(lines) == len(set(lines)) == MOST_WAYS


def test_the_axis_has_room_for_the_longest_play_and_ghosts_have_no_name() -> None:
    chart = trust_together(ways([0.4]), 760, 330)
    labels = [m.text for m in chart.marks if isinstance(m, Label)]
    assert "6" in labels
    ghost = next(m for m in chart.marks if isinstance(m, Line) and m.dash == 2)
    grid = max(x for m in chart.marks if isinstance(m, Line) and m.colour == "line"
               for x, _ in m.points)  # fmt: skip
    assert ghost.points[-1][0] <= grid
    assert len([text for text in labels if "Table" in text]) == 1


def test_many_plays_are_spread_over_charts_that_all_have_the_ghosts() -> None:
    groups = in_groups(ways([0.5] * 14))
    assert [len(each.ways) for each in groups] == [6, 6, 2]
    assert all(each.ghosts == (GHOST,) for each in groups)


@pytest.mark.parametrize("formal", [0.0, 0.5, 1.0])
def test_ends_on_the_map_cover_each_other_nowhere_and_stay_on_it(formal: float) -> None:
    roads = [Road(str(n), (Stop("0", 0.5, 0.5), Stop("9", 0.3, formal))) for n in range(1, 7)]
    chart = roads_together(RoadsTogether(FRAME, tuple(roads)), 340, 330)
    ends = [m for m in chart.marks if isinstance(m, Marker) and m.radius == 13]
    assert len(ends) == 6
    for at, one in enumerate(ends):
        assert 0 <= one.x <= 340
        for other in ends[at + 1 :]:
            assert abs(one.x - other.x) >= 26 or abs(one.y - other.y) >= 26


def test_names_are_shown_literally() -> None:
    shown = TrustTogether("<b>", "&", "<i>", (Way("<script>", ((0.0, 0.1), (1.0, 0.2))),))
    root = parsed(chart_svg(trust_together(shown, 400, 200), lambda role: f"var(--{role})", "x"))
    assert "<script>" in "".join(root.itertext())
