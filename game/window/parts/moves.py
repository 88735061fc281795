"""What is shown about a move before it is played."""

from engine.play.view.records import MoveCard, Range
from game.presenters.table import range_words
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.type import CAPTION
from game.window.kit.widgets import flow, icon, row, text


def expected_row(app: App, move: MoveCard) -> Node:
    """What this party would expect of a move, each with its arrow, word and range."""
    expected = move.expected
    names = ("move.trust", "move.risk.yours", "move.value.yours")
    changes = zip(names, (expected.trust, expected.risk, expected.value), strict=True)
    colours = ("trust", "risk", "ink")
    parts = [
        _expected(app, key, change, colour)
        for (key, change), colour in zip(changes, colours, strict=True)
    ]
    return flow(*parts, gap=8, row_gap=2)


def _expected(app: App, key: str, change: Range, colour: str) -> Node:
    way = change.middle
    sign = "arrow-flat" if way == 0 else "arrow-up" if way > 0 else "arrow-down"
    words = f"{app.say(key)} {range_words(app.cast().words, change)}"
    return row(icon(sign, 13, colour), text(words, CAPTION, colour), gap=2)
