"""What the steps of a room's debrief say of several plays: all of them, nothing too much, no order
but that of the tables.
"""

import itertools
import re
from dataclasses import replace
from functools import cache

import pytest

from engine.debrief import ASSUMPTIONS, Findings, Judged, Reach, debrief, reach
from engine.play.afterthoughts import TurnMarked
from engine.scenario.vocabulary import LANGUAGES, Language
from game.drawing.charts.chart import Label, Line, Marker
from game.drawing.charts.reach import ReachTogether, reach_together
from game.drawing.charts.together import RoadsTogether, TrustTogether
from game.drawing.charts.what_if import Comparison
from game.html.room import room_page
from game.pages.room_debrief import Earlier, RoomPlays, TablePlay, Turned, trust_path
from game.presenters.page import Cast
from game.presenters.room_debrief import STEPS, Part, room_notes, wall_step
from game.words import words_in
from tests.conftest import ROOT, compiled_of
from tests.playing import persona_replay

SMALL = compiled_of(ROOT / "tests/scenarios/valid/small.yaml")
HOW = (("builder", "builder"), ("pressed", "charmer"), ("divided", "pressed"))


@cache
def found(at: int) -> Findings:
    """A play of the same scenario with the same luck by other people."""
    result = debrief(SMALL, persona_replay(SMALL, 5, *HOW[at]), plays=6)
    assert isinstance(result, Findings)
    return result


def unfinished(at: int) -> Findings:
    """The same, as if it had stopped before its end."""
    whole = found(at)
    return replace(whole, outcome=replace(whole.outcome, outcome=None, ending=None))


def plays(*named: bool) -> RoomPlays:
    """As many tables, of which those may be seen."""
    return RoomPlays(
        tuple(TablePlay(n, found(n - 1), is_named) for n, is_named in enumerate(named, 1))
    )


def cast(language: Language = "en") -> Cast:
    return Cast.of(SMALL, words_in(language))


def parts(of: RoomPlays, language: Language = "en") -> list[Part]:
    steps = (wall_step(cast(language), of, number) for number in range(STEPS))
    return [part for step in steps for part in step.parts]


def told(some: list[Part]) -> str:
    cells = [c for p in some if p.grid for row in (p.grid.heads, *p.grid.rows) for c in row]
    return " ".join([*(p.head for p in some), *(x.text for p in some for x in p.lines), *cells])


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_but_the_last_has_something_to_show_in_each_language(
    language: Language,
) -> None:
    of = plays(True, True, True)
    for number in range(STEPS):
        step = wall_step(cast(language), of, number)
        assert step.ask
        assert step.title.startswith(f"{number}. ")
        assert bool(step.parts) is (number != 8), number


@pytest.mark.slow
def test_predictions_are_shown_of_the_tables_that_made_any() -> None:
    head = words_in("en")("room.3.predicted")
    first, second = plays(True, True).tables
    silent = replace(first.found, knowledge=replace(first.found.knowledge, forecasts=()))
    some = RoomPlays((replace(first, found=silent), second))
    (part,) = [each for each in parts(some) if each.head == head]
    assert part.grid is not None
    assert [row[0] for row in part.grid.rows] == ["Table 2"]
    none = RoomPlays((replace(first, found=silent),))
    assert not [each for each in parts(none) if each.head == head]


@pytest.mark.slow
def test_tables_stand_in_the_order_of_their_numbers_and_none_is_ranked() -> None:
    for part in parts(plays(True, True, True)):
        if part.grid is not None and part.grid.rows[0][0].startswith("Table"):
            names = [row[0] for row in part.grid.rows]
            assert names == sorted(names)


@pytest.mark.slow
def test_the_tables_differ_where_their_plays_do() -> None:
    step = wall_step(cast(), plays(True, True, True), 4)
    grid = step.parts[0].grid
    assert grid is not None
    rows = [row[1:] for row in grid.rows]
    assert len(set(rows)) > 1
    for at, row in enumerate(grid.rows):
        path = trust_path(found(at))
        assert row[2] == f"from {round(100 * path[0][1])} to {round(100 * path[-1][1])}"
        moments = sum(entry.kind == "moment" for entry in found(at).timeline)
        assert row[-1] == str(moments)


@pytest.mark.slow
def test_one_chart_has_the_trust_of_all_tables_and_of_earlier_groups() -> None:
    earlier = Earlier(((0.0, 0.4), (1.0, 0.3)), "broken")
    of = replace(plays(True, True, True), earlier=(earlier,))
    charts = [part.chart for part in parts(of) if isinstance(part.chart, TrustTogether)]
    (chart,) = charts
    assert [way.points for way in chart.ways] == [trust_path(found(at)) for at in range(3)]
    assert chart.ghosts == (earlier.trust,)
    assert "Earlier groups, with other luck: broken once." in told(parts(of))


def test_the_map_has_the_way_of_each_table() -> None:
    chart = next(p.chart for p in parts(plays(True, True)) if isinstance(p.chart, RoadsTogether))
    assert [road.name for road in chart.roads] == ["1", "2"]
    ends = [road.stops[-1] for road in chart.roads]
    assert [end.trust for end in ends] == [found(at).quadrants.path[-1].trust for at in (0, 1)]


def test_the_titles_of_charts_say_how_these_plays_went() -> None:
    shown = {part.head: part.chart for part in parts(plays(True, True))}
    assert "Trust rose at" in next(h for h, c in shown.items() if isinstance(c, TrustTogether))
    title, chart = next((h, c) for h, c in shown.items() if isinstance(c, RoadsTogether))
    assert chart.frame.title == title
    assert re.fullmatch("[12] of 2 tables ended at “.+”", title)


def test_the_what_if_is_that_of_the_table_that_was_chosen() -> None:
    of = plays(False, True, True)
    assert {p.head for p in wall_step(cast(), of, 5, 3).parts} == {"Table 3"}
    # A table that may not be seen can't be chosen.
    assert {p.head for p in wall_step(cast(), of, 5, 1).parts} == {"Table 2"}
    assert any(isinstance(p.chart, Comparison) for p in wall_step(cast(), of, 5, 3).parts)


def test_a_lone_unnamed_table_counts_nowhere_since_it_could_be_told_by_subtraction() -> None:
    one, two = plays(True, True, False), plays(True, False, False)
    assert [table.number for table in one.counted] == [1, 2]
    assert [table.number for table in two.counted] == [1, 2, 3]
    assert "of 2 tables there was" in told(parts(one))
    assert "of 3 tables there was" in told(parts(two))
    for of, gone in ((one, ("Table 3",)), (two, ("Table 2", "Table 3"))):
        assert not any(name in told(parts(of)) for name in gone)
    assert "doesn't count either" in room_notes(cast(), one)[1].text
    assert "2 tables aren't shown by name" in room_notes(cast(), two)[1].text


def test_an_unfinished_table_is_said_to_be_so_and_counts_as_no_ending() -> None:
    of = RoomPlays((TablePlay(1, found(0)), TablePlay(2, unfinished(1))))
    assert "Table 2 (not finished)" in told(parts(of))
    hidden = RoomPlays(
        (TablePlay(1, found(0)), TablePlay(2, unfinished(1), False), TablePlay(3, found(2), False))
    )
    line = wall_step(cast(), hidden, 4).parts[0].lines[0].text
    assert line.startswith("All tables together: ")
    ends = [found(0).outcome.outcome, found(2).outcome.outcome]
    assert line.count("twice") == (1 if len(set(ends)) == 1 else 0)


def test_luck_is_only_spoken_of_where_there_are_several_tables() -> None:
    assert room_notes(cast(), plays(True)) == ()
    assert "same luck" in room_notes(cast(), plays(True, True))[0].text


def test_few_words_are_not_shown_and_many_have_no_order_but_the_alphabet() -> None:
    of = plays(True, True)
    assert "sad" not in told(parts(replace(of, feelings=("sad", "glad"))))
    many = replace(of, feelings=("sad", "Angry", "glad"))
    assert "Angry · glad · sad" in told(parts(many))


def test_turning_points_are_counted_in_the_order_of_the_play() -> None:
    first, after = TurnMarked("round", 1), TurnMarked("moment", 1)
    of = replace(plays(True), turns={after: 1, TurnMarked("round", 2): 1, first: 2})
    grid = wall_step(cast(), of, 2).parts[0].grid
    assert grid is not None
    assert [row[0] for row in grid.rows] == [
        "Round 1", "The reflection moment after round 1", "Round 2",
    ]  # fmt: skip
    assert grid.rows[0][1] == "twice"
    few = replace(of, turns={first: 2})
    assert wall_step(cast(), few, 2).parts[0].grid is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_room_says_all_that_the_wall_said(language: Language) -> None:
    of = plays(True, True, False)
    page = room_page(SMALL, "small.yaml", of, words_in(language))
    assert page.count("<svg") == sum(
        len([p for p in wall_step(cast(language), of, number, table).parts if p.chart])
        for number in range(STEPS)
        for table in ((1, 2) if number == 5 else (None,))
    )
    assert "<script" not in page
    assert 'src="' not in page
    for part in parts(of, language):
        assert part.head.split("“")[0].split("'")[0].strip() in page


# What could have been reached, and what the model assumes


@cache
def reached() -> Reach:
    return reach(SMALL, 5, talks=40)


def test_the_ends_of_tables_lie_among_those_of_other_talks_with_their_luck() -> None:
    of = replace(plays(True, False, True), reach=reached())
    (part,) = (p for p in parts(of) if isinstance(p.chart, ReachTogether))
    chart = part.chart
    assert isinstance(chart, ReachTogether)
    one, other = SMALL.parties
    assert [table.name for table in chart.tables] == ["1", "3"]
    for table, at in zip(chart.tables, (0, 2), strict=True):
        value = found(at).outcome.value
        assert table.end == (round(100 * value[one]), round(100 * value[other]))
        more = sum(a >= value[one] and b >= value[other] for a, b in reached().ends)
        (line,) = (x.text for x in part.lines if x.text.startswith(f"Table {at + 1}:"))
        assert ("None of the 40 talks" in line) is (more == 0)
        assert more == 0 or f", {'one' if more == 1 else more} brought" in line
        assert line in chart.description
    assert len(chart.talks) == 40
    assert set(chart.edge) <= set(chart.talks)
    assert any("one of 40 talks with this luck, by the model" in x.text for x in part.lines)


def test_a_table_that_has_not_ended_is_no_end() -> None:
    of = RoomPlays((TablePlay(1, unfinished(0)), TablePlay(2, found(1))), reach=reached())
    (chart,) = (p.chart for p in parts(of) if isinstance(p.chart, ReachTogether))
    assert isinstance(chart, ReachTogether)
    assert [table.name for table in chart.tables] == ["2"]
    only = RoomPlays((TablePlay(1, unfinished(0)),), reach=reached())
    assert not any(isinstance(p.chart, ReachTogether) for p in parts(only))


def test_the_marks_of_the_chart_are_told_apart_without_colour_and_lie_in_it() -> None:
    of = replace(plays(True, True, True), reach=reached())
    (shown,) = (p.chart for p in parts(of) if isinstance(p.chart, ReachTogether))
    assert isinstance(shown, ReachTogether)
    chart = reach_together(shown, 400, 380)
    labels = [mark.text for mark in chart.marks if isinstance(mark, Label)]
    assert all(labels.count(name) == 1 for name in ("1", "2", "3"))
    radii = {mark.radius for mark in chart.marks if isinstance(mark, Marker)}
    assert min(radii) < 3 < 10 < max(radii)
    for mark in chart.marks:
        if isinstance(mark, Marker):
            assert 0 <= mark.x <= 400
            assert 0 <= mark.y <= 380
    (edge,) = (m for m in chart.marks if isinstance(m, Line) and len(m.points) > 2)
    for (x, y), (a, b) in itertools.pairwise(edge.points):
        assert x == a or y == b  # steps: nothing is known of what lies between
        assert (a, b) >= (x, y)  # to the right and down


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_model_assumes_is_told_with_its_range_and_what_it_would_change(
    language: Language,
) -> None:
    words = words_in(language)
    before = wall_step(cast(language), plays(True, True), 7).parts[-1]
    assert before.grid is not None
    assert before.grid.heads == ("", words("room.7.assume.played"))
    again = {1: Judged("stalled", dict.fromkeys(SMALL.parties, 0.5))}
    of = replace(plays(True, True), turned=Turned({"grab": 0.8}, again))
    after = wall_step(cast(language), of, 7).parts[-1]
    assert after.grid is not None
    assert "Stalled" in after.grid.rows[0][2] or "Vastgelopen" in after.grid.rows[0][2]
    assert after.grid.rows[1][2] == words("room.7.assume.waiting")
    assert words("room.7.assume.label") in told([after])
    text = told([after])
    for name, each in ASSUMPTIONS.items():
        assert words(f"room.7.assume.{name}") in text
        for bound in (each.low, each.high):
            assert f"{bound:.2f}".replace(".", words("decimal")) in text
