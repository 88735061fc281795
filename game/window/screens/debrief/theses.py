"""The five theses, each with what this play says for it and against it."""

from collections.abc import Iterator

from engine.debrief import Findings, Thesis
from game.presenters.debrief import Step, evidence_told, goals
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, LABEL, Style
from game.window.kit.widgets import card, heading, icon, row, text
from game.window.parts.cards import cards

_NOTHING = "nothing-in-this-play"  # said once where it goes for both sides


def theses(app: App, found: Findings, step: Step) -> Iterator[Node]:
    """A card for each thesis, then what the scenario meant to teach."""
    yield Grid(cell=430, gap=16, children=[_thesis(app, each) for each in found.theses])
    yield from cards(app, (*goals(app.cast(), found), *step.questions), cell=430)


def _thesis(app: App, thesis: Thesis) -> Node:
    parts: list[Node] = [
        text(app.say("thesis.head", n=thesis.number), LABEL, "mutual"),
        heading(app.say(f"thesis.{thesis.number}"), Style("serif", 20)),
    ]
    empty = [text(app.say(f"evidence.{_NOTHING}"), BODY, "muted")]
    for side, sign, colour, items in (
        ("for", "plus", "trust", thesis.in_favour), ("against", "minus", "risk", thesis.against),
    ):  # fmt: skip
        found = [each for each in items if each.code != _NOTHING]
        if found:
            head = text(app.say(f"thesis.{side}"), LABEL, colour)
            told = (text(words, BODY) for words in evidence_told(app.cast(), found))
            parts += [row(icon(sign, 18, colour), head, gap=8), *told]
            empty = []
    return card(app.theme, *parts, *empty, gap=10, pad=24)
