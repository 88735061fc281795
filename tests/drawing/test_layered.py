"""Boxes never overlap, and lines only touch the boxes that they join, whatever leads where."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.drawing.layered import Layout, Link, Placed, laid_out

MOST = 600.0
SIZES = st.tuples(st.integers(20, 300), st.integers(20, 120))


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[tuple[float, float]], list[Link]]:
    sizes: list[tuple[float, float]] = [*draw(st.lists(SIZES, min_size=1, max_size=14))]
    box = st.integers(0, len(sizes) - 1)
    links = draw(st.lists(st.tuples(box, box), max_size=30, unique=True))
    return sizes, [(a, b) for a, b in links if a != b]


def sides(box: Placed) -> tuple[float, float, float, float]:
    return box.x - box.width / 2, box.y, box.x + box.width / 2, box.y + box.height


@pytest.mark.slow
@given(graphs())
def test_no_two_boxes_overlap(graph: tuple[list[tuple[float, float]], list[Link]]) -> None:
    boxes = [sides(box) for box in laid_out(*graph, MOST).boxes]
    for at, (left, top, right, low) in enumerate(boxes):
        for other_left, other_top, other_right, other_low in boxes[at + 1 :]:
            is_beside = right <= other_left + 0.01 or other_right <= left + 0.01
            is_above = low <= other_top or other_low <= top
            assert is_beside or is_above


@pytest.mark.slow
@given(graphs())
def test_a_line_goes_through_no_box(graph: tuple[list[tuple[float, float]], list[Link]]) -> None:
    layout = laid_out(*graph, MOST)
    for piece in layout.pieces:
        for x, y in piece.points:
            for left, top, right, low in map(sides, layout.boxes):
                assert not (left < x < right and top + 0.01 < y < low - 0.01)


@pytest.mark.slow
@given(graphs())
def test_every_link_runs_unbroken_from_box_to_box(
    graph: tuple[list[tuple[float, float]], list[Link]],
) -> None:
    sizes, links = graph
    layout = laid_out(sizes, links, MOST)
    for at, (source, to) in enumerate(links):
        ways = defaultdict(list)
        for piece in layout.pieces:
            if at in piece.links:
                ways[rounded(piece.points[0])].append(piece)
        starts = [some[0] for point, some in ways.items() if touches(layout, source, point)]
        (here,), steps = starts, 0
        while here.to is None:
            (here,) = ways[rounded(here.points[-1])]
            steps += 1
            assert steps <= len(layout.pieces)
        assert here.to == to
        assert touches(layout, to, here.points[-1])


def rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], 3), round(point[1], 3)


def touches(layout: Layout, box: int, point: tuple[float, float]) -> bool:
    left, top, right, low = sides(layout.boxes[box])
    x, y = point
    return left <= x <= right and min(abs(y - top), abs(y - low)) < 0.01


@pytest.mark.slow
@given(graphs())
def test_a_cut_meets_no_box(graph: tuple[list[tuple[float, float]], list[Link]]) -> None:
    layout = laid_out(*graph, MOST)
    for high, low in layout.cuts:
        assert high < low
        assert all(box.y + box.height <= high or box.y >= low for box in layout.boxes)


def test_what_follows_stands_lower() -> None:
    boxes = laid_out([(50, 20)] * 4, [(0, 1), (1, 2), (0, 3), (3, 2)], MOST).boxes
    assert boxes[0].y < boxes[1].y == boxes[3].y < boxes[2].y


def test_a_way_back_changes_no_place() -> None:
    on, back = [(0, 1), (1, 2)], [(2, 0)]
    heights = [[box.y for box in laid_out([(50, 20)] * 3, links, MOST).boxes]
               for links in (on, on + back)]  # fmt: skip
    assert heights[0] == heights[1]
