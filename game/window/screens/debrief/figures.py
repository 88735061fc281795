"""The steps with a figure: the path across the map, and what might have been."""

from collections.abc import Iterator

from engine.debrief import Findings
from game.presenters.charts import comparison, quadrant_path
from game.presenters.debrief import Step, fork_lines, telling_forks, what_if_label
from game.window import charts
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, STRONG, Style
from game.window.kit.widgets import card, column, heading, icon, row, text
from game.window.parts.cards import cards


def road(app: App, found: Findings, step: Step) -> Iterator[Node]:
    """The map with the path, next to what it says."""
    path = quadrant_path(found.quadrants, app.words)
    size = 320 if app.is_narrow else 390
    title = heading(path.title, Style("semibold", 18))
    title.max_width = size
    chart = card(app.theme, title, charts.quadrants(path, size=size), pad=20)
    words = column(*cards(app, step.lines, cell=900), gap=12, grow=1)
    if app.is_narrow:
        yield row(chart, justify="center")
        yield words
    else:
        yield row(chart, words, gap=20, align="start")


def what_if(app: App, found: Findings, step: Step) -> Iterator[Node]:
    """A card with a chart for each alternative move."""
    if not found.what_if:
        yield from cards(app, step.lines, cell=900)
        return
    label = text(what_if_label(app.cast(), found).text, STRONG, grow=1)
    yield row(icon("warning", 24, "risk"), label, gap=12)
    made: list[Node] = []
    for fork in telling_forks(found):
        first, *others = fork_lines(app.cast(), found, fork)
        chart = charts.what_if(comparison(fork, app.words))
        words = [text(line.text, BODY) for line in others]
        made.append(card(app.theme, text(first.text, STRONG), chart, *words, gap=12, pad=22))
    yield Grid(cell=520, gap=16, children=made)
    yield from cards(app, step.questions, cell=900)
