"""What happened: what you remember of it first, then the log."""

from collections.abc import Callable, Iterator

from engine.debrief import Findings
from game.presenters.charts import trust_history, trust_key
from game.presenters.debrief import Step
from game.presenters.evidence import ref_name
from game.presenters.page import first_up
from game.window import charts
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import CAPTION, STRONG, Style
from game.window.kit.widgets import card, choice, flow, heading, icon, row, text
from game.window.screens.debrief.cards import cards

# Marks an entry of the timeline as the turning point; None: nobody knows.
Mark = Callable[[int | None], None]


def recall(app: App, found: Findings, mark: Mark) -> Node:
    """Which round was the turning point, do you think?"""
    made: list[Node] = []
    for entry in found.timeline:
        if entry.kind == "start":
            continue
        sign, key = ("reflection", "moment") if entry.kind == "moment" else ("flag", "round")
        words = app.say(f"recall.{key}", n=entry.round)
        phase = first_up(ref_name(app.cast(), entry.phase))
        made.append(
            choice(app.theme, f"recall.{entry.at}",
                   row(icon(sign, 20, "mutual"), text(words, STRONG, grow=1), gap=10),
                   text(phase, CAPTION, "muted"), label=f"{words}, {phase}", pad=14,
                   act=lambda at=entry.at: mark(at))  # type: ignore[misc]
        )  # fmt: skip
    unsure = choice(app.theme, "recall.none", text(app.say("recall.none"), STRONG),
                    text(app.say("recall.none.text"), CAPTION, "muted"), pad=14,
                    label=app.say("recall.none"), act=lambda: mark(None))  # fmt: skip
    return Grid(cell=210, gap=12, children=(*made, unsure))


def happened(app: App, found: Findings, step: Step, marked: int | None) -> Iterator[Node]:
    """Trust and risk over the whole play, with your turning point in it, and the log."""
    yield card(
        app.theme,
        heading(app.say("chart.trust"), Style("semibold", 18)),
        charts.trust(trust_history(found, app.words, marked), height=250 if app.is_narrow else 360),
        _key(app),
        pad=20,
    )
    yield _yours(app, found, marked)
    yield from cards(app, step.lines, cell=900)


def _key(app: App) -> Node:
    signs = [
        row(icon(name, 18, colour), text(first_up(words), CAPTION, "muted"), gap=6)
        for name, colour, words in trust_key(app.words)
    ]
    return flow(*signs, gap=18)


def _yours(app: App, found: Findings, marked: int | None) -> Node:
    """Your turning point beside that of the log."""
    gaps: dict[str, object] = {}
    turn = next((each for each in found.turning_points if each.score > 0), None)
    if marked is None or turn is None:
        key = "recall.unmarked"
    elif marked == turn.at:
        key = "recall.same"
    else:
        key = "recall.other"
        gaps = {"mine": found.timeline[marked].round, "log": turn.round}
    words = text(app.say(key, **gaps), Style("regular", 17), grow=1)
    return row(icon("flag", 24, "ink"), words, gap=14, pad=(4, 6, 4, 6))
