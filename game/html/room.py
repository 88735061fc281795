"""The debrief of a room as one self-contained page: what the wall showed, all of it."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from engine.live_play import CompiledScenario
from game.drawing.charts.chart import Chart
from game.drawing.charts.markup import chart_svg
from game.drawing.charts.reach import ReachTogether, reach_together
from game.drawing.charts.together import (
    RoadsTogether,
    TrustTogether,
    roads_together,
    trust_together,
)
from game.drawing.charts.what_if import comparison_chart
from game.html import render
from game.html.report import Block, blocks
from game.pages.room_debrief import RoomPlays
from game.presenters.page import Cast
from game.presenters.room_debrief import (
    STEPS,
    Charted,
    Grid,
    Part,
    WallStep,
    room_notes,
    wall_step,
)
from game.theme import COLOURS, theme
from game.words import Words

# Units of the drawings: their letters are 13 units high.
_BROAD, _SQUARE, _SMALL = (900.0, 320.0), (340.0, 330.0), (430.0, 170.0)
_TALL = (400.0, 380.0)


class Section(NamedTuple):
    """A step of the debrief."""

    id: str
    title: str
    ask: str
    parts: tuple["ShownPart", ...]


class ShownPart(NamedTuple):
    """A part of a step, with its drawing if it has one."""

    head: str
    drawing: Markup | None
    shape: str
    grid: Grid | None
    told: tuple[Block, ...]


def room_page(compiled: CompiledScenario, source: str, plays: RoomPlays, words: Words) -> str:
    """The page, complete. source: the file of the scenario."""
    cast = Cast.of(compiled, words)
    title = words.of(compiled.scenario.title)
    return render(
        "room.html",
        words=words,
        title=words("room.report.title", title=title),
        notes=[line.text for line in room_notes(cast, plays)],
        sections=[_section(step) for step in _steps(cast, plays)],
        facts=words("room.report.facts", source=source, n=len(plays.tables)),
        colours=COLOURS,
        light=theme("light"),
        dark=theme("dark"),
    )


def drawn(of: Charted, name: str) -> Markup:
    """The chart as a drawing whose colours are those of the page. name: of it, on that page."""
    return Markup(chart_svg(_chart(of), lambda role: f"var(--{role})", name))


def _chart(of: Charted) -> Chart:
    match of:
        case TrustTogether():
            return trust_together(of, *_BROAD)
        case RoadsTogether():
            return roads_together(of, *_SQUARE)
        case ReachTogether():
            return reach_together(of, *_TALL)
        case _:
            return comparison_chart(of, *_SMALL)


def _steps(cast: Cast, plays: RoomPlays) -> Iterator[WallStep]:
    """The steps; the fifth with the other choices at every table that may be seen."""
    for number in range(STEPS):
        if number != 5 or not plays.named:
            yield wall_step(cast, plays, number)
            continue
        each = [wall_step(cast, plays, number, table.number) for table in plays.named]
        first = each[0]
        parts = tuple(part for step in each for part in step.parts)
        yield WallStep(first.number, first.title, first.ask, parts)


def _section(step: WallStep) -> Section:
    parts = (_part(part, f"chart-{step.number}-{at}") for at, part in enumerate(step.parts))
    return Section(f"step-{step.number}", step.title, step.ask, tuple(parts))


def _part(part: Part, name: str) -> ShownPart:
    shapes = {TrustTogether: "broad", RoadsTogether: "square", ReachTogether: "square"}
    shape = shapes.get(type(part.chart), "small")
    drawing = drawn(part.chart, name) if part.chart is not None else None
    return ShownPart(part.head, drawing, shape, part.grid, blocks(part.lines))
