"""What happened: what you remember of it first, then the log."""

from collections.abc import Callable, Iterator
from functools import partial

from engine.debrief import Findings, TimelineEntry
from game.presenters.afterthoughts import entry_of
from game.presenters.charts import trust_history, trust_key
from game.presenters.debrief import Step
from game.presenters.evidence import ref_name
from game.presenters.page import first_up
from game.window import charts
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import CAPTION, STRONG, Style
from game.window.kit.widgets import card, choice, column, flow, heading, icon, row, text
from game.window.parts.cards import cards

# Takes an entry of the timeline as that party's turning point; None: none, or not any more.
Mark = Callable[[str, TimelineEntry | None], None]


def recall(app: App, found: Findings, mark: Mark) -> Iterator[Node]:
    """Which round was the turning point, does each person think?"""
    assert app.play is not None
    live = app.play.live
    for seat in live.people:
        key = "recall.ask" if len(live.people) == 1 else "recall.who"
        yield text(app.say(key, party=app.cast().party(seat)), Style("serif", 19), role="heading")
        chosen = entry_of(found, live.trace.written_by(seat).marked)
        yield Grid(cell=190, gap=10, children=_entries(app, found, seat, chosen, mark))


def _entries(
    app: App, found: Findings, seat: str, chosen: TimelineEntry | None, mark: Mark
) -> list[Node]:
    """A card for each round and moment; the chosen one stands out, and can be given back."""
    made: list[Node] = []
    for entry in found.timeline:
        if entry.kind == "start":
            continue
        sign, key = ("reflection", "moment") if entry.kind == "moment" else ("flag", "round")
        words = app.say(f"recall.{key}", n=entry.round)
        phase, is_chosen = first_up(ref_name(app.cast(), entry.phase)), entry is chosen
        made.append(
            choice(app.theme, f"recall.{seat}.{entry.at}",
                   row(icon(sign, 20, "mutual"), text(words, STRONG, grow=1), gap=10),
                   text(phase, CAPTION, "muted"), label=f"{words}, {phase}", pad=12,
                   chosen=is_chosen,
                   act=partial(mark, seat, None if is_chosen else entry))
        )  # fmt: skip
    return made


def happened(app: App, found: Findings, step: Step) -> Iterator[Node]:
    """Trust and risk over the whole play, with the turning points that were chosen, and the log."""
    assert app.play is not None
    history = trust_history(found, app.words, app.play.live.people)
    yield card(
        app.theme,
        column(
            heading(history.title, Style("semibold", 18)),
            text(app.say("chart.trust"), CAPTION, "muted"),
            gap=2,
        ),
        charts.trust(history, height=250 if app.is_narrow else 360),
        _key(app),
        pad=20,
    )
    yield _chosen(app, step)
    yield from cards(app, step.lines, cell=900)


def _key(app: App) -> Node:
    signs = [
        row(icon(name, 18, colour), text(first_up(words), CAPTION, "muted"), gap=6)
        for name, colour, words in trust_key(app.words)
    ]
    return flow(*signs, gap=18)


def _chosen(app: App, step: Step) -> Node:
    """The turning points of people beside the story."""
    told = [line.text for line in step.written] or [app.say("recall.unmarked")]
    words = column(*(text(each, Style("regular", 17)) for each in told), gap=6, grow=1)
    return row(icon("flag", 24, "ink"), words, gap=14, pad=(4, 6, 4, 6), align="start")
