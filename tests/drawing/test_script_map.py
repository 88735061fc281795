"""The map of a script is drawn so that everything can be read, on paper and without colours."""

from dataclasses import replace
from itertools import combinations

import pytest

from game.drawing.charts.chart import Box, Chart, Label, Line, estimated_width
from game.drawing.charts.markup import chart_svg, sheet_svg
from game.drawing.charts.script_map import (
    Legend,
    Row,
    ScriptDrawing,
    Step,
    Way,
    flow_charts,
    script_chart,
)
from game.drawing.charts.wrapping import wrapped
from game.drawing.mermaid import mermaid
from tests.drawing.reading import faults, parsed, tag

LEGEND = Legend("Signs", (("often", 0.5), ("some", 0.1), ("rare", 0.01), ("never", 0.0)), "a", "b")
SMALL = ScriptDrawing(
    "A map", "Three phases.", "Ten plays.",
    (
        Step("a", "The first", ("2 rounds",), "talks", 1.0, "100%"),
        Step("b", "The mirror", (), "moment", 0.7, "70%"),
        Step("c", "The cellar", (), "talks", 0.0, "never"),
        Step("", "Over", (), "end"),
    ),
    (
        Way("a", "b", "when trust is high", 0.7, "70%"),
        Way("a", "c", "when it snows", 0.0, "never"),
        Way("a", "", "otherwise", 0.05, "5%"),
        Way("b", "", "", 0.7, "70%"),
        Way("c", "", "", 0.0, "never"),
    ),
    (("Events", (Row("Rain", "after 2 years", 0.3, "30%"), Row("Snow", "", 0.0, "never"))),),
    LEGEND,
)  # fmt: skip
LONG = "W" * 90 + " and everything that nobody would ever say aloud " * 9 + "</text><script>x"
BACK = [(5, 1), (11, 3), (11, 11), (17, 2)]
HOSTILE = replace(
    SMALL,
    title=LONG,
    description=LONG,
    how=LONG,
    steps=(
        *(Step(f"p{at}", LONG, (LONG, LONG), "moment" if at % 3 else "talks", at / 20, "50%")
          for at in range(20)),
        Step("", LONG, (), "end"),
    ),
    ways=(
        *(Way(f"p{at}", f"p{at + 1}", LONG, 0.5, "50%") for at in range(19)),
        *(Way(f"p{at}", f"p{min(19, at + 5)}", LONG, 0.04, "4%") for at in range(0, 18, 2)),
        *(Way(f"p{a}", f"p{b}", LONG, 0.0, "never") for a, b in BACK),
        Way("p19", "", "", 0.5, "50%"),
    ),
    lists=(("Events " + LONG, (Row(LONG, LONG, 0.3, "30%"),) * 9), ("Ends", (Row(LONG, LONG),))),
)  # fmt: skip
WITHOUT_PLAYS = replace(
    SMALL,
    steps=tuple(replace(step, share=None, figure="") for step in SMALL.steps),
    ways=tuple(replace(way, share=None, figure="") for way in SMALL.ways),
)
# Two that follow each other for ever, and one that leads nowhere but back.
CIRCLES = replace(
    SMALL,
    ways=(Way("a", "b", "", 0.6, "60%"), Way("b", "a", "", 0.7, "70%"),
          Way("b", "c", "", 0.1, "10%"), Way("c", "b", "", 0.0, "never"),
          Way("c", "c", "", 0.0, "never")),
)  # fmt: skip
DRAWINGS = {"small": SMALL, "hostile": HOSTILE, "unplayed": WITHOUT_PLAYS, "circles": CIRCLES}


def colour(role: str) -> str:
    return {"card": "#ffffff"}.get(role, "#000000")


def extent(label: Label) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a label."""
    width = estimated_width(label.text, label.size, label.weight)
    left = label.x - {"left": 0, "center": width / 2, "right": width}[label.align]
    return left, label.y - label.size / 2, left + width, label.y + label.size / 2


def labels(chart: Chart) -> list[Label]:
    return [mark for mark in chart.marks if isinstance(mark, Label)]


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWINGS)
def test_no_label_leaves_the_sheet_or_lies_on_another(name: str) -> None:
    chart = script_chart(DRAWINGS[name])
    extents = [extent(label) for label in labels(chart)]
    assert all(left >= 0 and right <= chart.width for left, _, right, _ in extents)
    assert all(top >= 0 and low <= chart.height for _, top, _, low in extents)
    for (left, top, right, low), (left2, top2, right2, low2) in combinations(extents, 2):
        assert right <= left2 or right2 <= left or low <= top2 or low2 <= top


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWINGS)
def test_no_label_crosses_the_edge_of_a_box(name: str) -> None:
    chart = script_chart(DRAWINGS[name])
    boxes = [mark for mark in chart.marks if isinstance(mark, Box)]
    for left, top, right, low in map(extent, labels(chart)):
        for box in boxes:
            is_apart = (
                right <= box.x or left >= box.x + box.width
                or low <= box.y or top >= box.y + box.height
            )  # fmt: skip
            is_inside = (
                left >= box.x and right <= box.x + box.width
                and top >= box.y and low <= box.y + box.height
            )  # fmt: skip
            assert is_apart or is_inside


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWINGS)
def test_no_line_runs_through_a_label(name: str) -> None:
    chart = script_chart(DRAWINGS[name])
    extents = [extent(label) for label in labels(chart)]
    bends = [mark for mark in chart.marks if isinstance(mark, Line) and mark.colour == "ink"]
    for line in bends:
        for x, y in line.points:
            assert not any(left < x < right and top < y < low for left, top, right, low in extents)


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWINGS)
def test_it_is_sound_markup_with_a_name_for_who_cannot_see_it(name: str) -> None:
    drawn = sheet_svg(script_chart(DRAWINGS[name]), colour, "map", (190, 277))
    assert [each for each in faults(drawn) if each not in ("<title>", "<desc>", "<text>")] == []
    told = {tag(each): each.text for each in parsed(drawn).iter() if tag(each) in ("title", "desc")}
    assert told == {"title": DRAWINGS[name].title, "desc": DRAWINGS[name].description}


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWINGS)
def test_it_fits_on_a_sheet(name: str) -> None:
    root = parsed(sheet_svg(script_chart(DRAWINGS[name]), colour, "map", (190, 277)))
    wide, tall = (float(str(root.get(side)).removesuffix("mm")) for side in ("width", "height"))
    assert wide <= 190.01
    assert tall <= 277.01


def test_how_often_is_told_without_colour() -> None:
    ways = replace(
        SMALL,
        steps=tuple(Step(name, name, (), "talks") for name in ("a", "b")),
        ways=(Way("a", "b"),),
    )
    looks = set()
    for share in (1.0, 0.3, 0.05, 0.0):
        drawing = replace(ways, ways=(Way("a", "b", "", share),), lists=())
        line = next(
            mark for mark in flow_charts(drawing)[0].marks
            if isinstance(mark, Line) and len(mark.points) == 2
        )  # fmt: skip
        looks.add((line.width, line.dash))
    assert len(looks) == 4


def test_a_phase_that_nobody_reached_is_seen_at_once() -> None:
    marks = script_chart(SMALL).marks
    never = [mark for mark in marks if isinstance(mark, Label) and mark.text == "never"]
    on_black = [mark for mark in never if mark.colour == "card"]
    assert len(on_black) == 2  # the phase and the event
    dashed = [mark for mark in marks if isinstance(mark, Line) and mark.dash == 7]
    assert len(dashed) == 1


def test_lines_to_the_same_box_add_up_where_they_are_one() -> None:
    ways = (
        *(Way("a", "z", f"when {at}", 0.04, "4%") for at in range(3)),
        Way("a", "b", "otherwise", 0.88, "88%"), Way("b", "c"), Way("c", "z"),
    )  # fmt: skip
    steps = tuple(Step(name, name, (), "talks") for name in "abcz")
    chart = script_chart(replace(SMALL, steps=steps, ways=ways, lists=()))
    lines = [mark for mark in chart.marks if isinstance(mark, Line) and len(mark.points) > 1]
    rare, some = (0.04, 1.4), (0.12, 2.4)
    assert {rare[1], some[1]} <= {line.width for line in lines}


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_text_stands_on_one_page_whole(name: str) -> None:
    whole = flow_charts(DRAWINGS[name])
    shown = [label for chart in whole for label in labels(chart)]
    for chart in whole:
        assert chart.height <= 1.11 * chart.width
        for label in labels(chart):
            _, top, _, low = extent(label)
            assert top >= 0
            assert low <= chart.height
    titles = [label.text for label in shown if label.weight == "semibold"]
    assert len(titles) == sum(
        len(wrapped(step.title, 15, "semibold", (224 - 28) / 1.2, 3, estimated_width))
        for step in DRAWINGS[name].steps
    )


def test_a_text_in_two_alphabets_is_broken_where_it_must() -> None:
    lines = wrapped("株式会社の合併交渉 and more", 12, "medium", 60, 9, estimated_width)
    assert "".join(lines).replace(" ", "") == "株式会社の合併交渉andmore"
    assert all(estimated_width(line, 12, "medium") <= 60 for line in lines)


def test_what_is_cut_says_so() -> None:
    lines = wrapped("one two three four five six", 12, "medium", 60, 2, estimated_width)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert wrapped("one", 12, "medium", 60, 2, estimated_width) == ("one",)


@pytest.mark.slow
def test_a_page_of_many_maps_has_no_id_twice() -> None:
    drawn = "".join(
        chart_svg(chart, colour, f"map-{at}") for at, chart in enumerate(flow_charts(HOSTILE))
    )
    assert len(flow_charts(HOSTILE)) > 1
    assert [each for each in faults(f"<svg>{drawn}</svg>") if "twice" in each] == []


@pytest.mark.parametrize("text", ['"] --> x', "a;b", "<b>", "`end`", "#quot;", "fa:fa-car", "%%"])
def test_mermaid_shows_a_text_as_it_is(text: str) -> None:
    drawing = replace(SMALL, title=text, steps=(Step("a", text, (), "talks"),), ways=(), lists=())
    *_, line = mermaid(drawing).rstrip().split("\n")
    label = line.partition('"')[2].rpartition('"')[0]
    shown = label
    for char in set(text):
        shown = shown.replace(f"#{ord(char)};", char)
    assert shown == text
    assert not any(each in label for each in ('"', "<", "`", "fa:fa-", "%%"))
