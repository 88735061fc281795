"""The debrief of one play as one self-contained page: the same words, with the charts as drawings.

It is made of what `game.presenters.debrief` yields, so that it always says what the terminal and
the window say.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, assert_never

from markupsafe import Markup

from engine.debrief import Findings
from engine.live_play import CompiledScenario
from engine.play.trace import Trace
from game.drawing.charts.chart import Chart
from game.drawing.charts.markup import chart_svg, sign_svg
from game.drawing.charts.quadrants import QuadrantPath, quadrant_chart
from game.drawing.charts.trust import TrustHistory, trust_chart
from game.drawing.charts.what_if import Comparison, comparison_chart
from game.html import render
from game.pages.story import story_page
from game.presenters.afterthoughts import all_written
from game.presenters.charts import Charted, charts_in, trust_key
from game.presenters.debrief import Step, debrief_opening, debrief_steps, trainer_notes
from game.presenters.looking_back import story_lines, story_title
from game.presenters.page import Cast, Line, LineKind, first_up
from game.presenters.seats import seats_told
from game.theme import COLOURS, theme
from game.words import Words

# Units of the drawings, for a page and for a phone: their letters are 13 units high.
_WIDE, _NARROW = 720.0, 430.0
_ROW_OF_MOVES = 30.0


class Block(NamedTuple):
    """Lines of one kind that follow each other."""

    kind: LineKind
    texts: tuple[str, ...]


class Drawing(NamedTuple):
    """A chart, drawn for a page and for a phone where that differs. key: what its signs mean."""

    title: str
    shape: str
    wide: Markup
    narrow: Markup | None
    key: tuple[tuple[Markup, str], ...] = ()


class Section(NamedTuple):
    """A step of the debrief. What people wrote stands by the story."""

    id: str
    title: str
    ask: str
    drawings: tuple[Drawing, ...]
    told: tuple[Block, ...]


def page(
    compiled: CompiledScenario,
    trace: Trace,
    found: Findings,
    words: Words,
    people: Collection[str],
    *,
    for_trainer: bool = False,
) -> str:
    """The page, complete. people: the readers, in whose words it speaks of them."""
    cast = Cast.of(compiled, words)
    story = story_page(compiled.scenario.title, found, people)
    return render(
        "report.html",
        words=words,
        title=story_title(cast, story).text,
        story=blocks(story_lines(cast, story)),
        written=blocks(all_written(cast, found, people)),
        opening=blocks(debrief_opening(cast, found)),
        sections=[
            _section(cast, found, people, step) for step in debrief_steps(cast, found, people)
        ],
        notes=blocks(trainer_notes(cast, found)) if for_trainer else (),
        facts=words(
            "report.facts",
            source=trace.source,
            seed=trace.seed,
            seats=seats_told(cast, trace.seats),
        ),
        colours=COLOURS,
        light=theme("light"),
        dark=theme("dark"),
    )  # fmt: skip


def blocks(lines: Iterable[Line]) -> tuple[Block, ...]:
    """The lines, those of a kind together."""
    grouped = groupby(lines, key=lambda line: line.kind)
    return tuple(Block(kind, tuple(line.text for line in some)) for kind, some in grouped)


def _section(cast: Cast, found: Findings, people: Collection[str], step: Step) -> Section:
    charts = charts_in(cast, found, people, step.number)
    return Section(
        id=f"step-{step.number}",
        title=f"{step.number}. {step.title}",
        ask=step.ask,
        drawings=tuple(_drawings(cast, charts, f"chart-{step.number}")),
        told=blocks(step.lines),
    )


def _drawings(cast: Cast, charts: Iterable[Charted], name: str) -> Iterator[Drawing]:
    for at, shown in enumerate(charts, start=1):
        own = f"{name}-{at}"
        match shown:
            case TrustHistory():
                rows = max((len(entry.stances) for entry in shown.entries), default=0)
                high = 300 + _ROW_OF_MOVES * rows
                sizes = [(_WIDE, high), (_NARROW, high)]
                wide, narrow = (
                    _svg(trust_chart(shown, *size), f"{own}-{which}")
                    for size, which in zip(sizes, ("wide", "narrow"), strict=True)
                )
                key = tuple(
                    (Markup(sign_svg(sign, f"var(--{colour})")), first_up(words))
                    for sign, colour, words in trust_key(cast.words)
                )
                yield Drawing(shown.title, "broad", wide, narrow, key)
            case QuadrantPath():
                yield Drawing(
                    shown.title, "square", _svg(quadrant_chart(shown, 390, 390), own), None
                )
            case Comparison():
                drawn = _svg(comparison_chart(shown, 520, 170), own)
                yield Drawing(shown.title, "small", drawn, None)
            case _:
                assert_never(shown)


def _svg(chart: Chart, name: str) -> Markup:
    """The drawing; its own code escapes every text in it."""
    return Markup(chart_svg(chart, lambda role: f"var(--{role})", name))
