"""What is shown about a move before it is played."""

from engine.play.view.records import MoveCard, Range
from game.presenters.table import range_words
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.type import CAPTION
from game.window.kit.widgets import flow, icon, row, text

_JOINED = "\u00a0"  # a space where a line is never broken


def expected_row(app: App, move: MoveCard, *, is_brief: bool = False) -> Node:
    """What this party would expect of a move, each with its arrow, word and range.

    is_brief: without the risk.
    """
    expected = move.expected
    parts = [
        _expected(app, "move.trust", expected.trust, "trust"),
        _expected(app, "move.risk.yours", expected.risk, "risk"),
        _expected(app, "move.value.yours", expected.value, "ink"),
    ]
    return flow(*(parts[::2] if is_brief else parts), gap=8, row_gap=2)


def _expected(app: App, key: str, change: Range, colour: str) -> Node:
    way = change.middle
    sign = "arrow-flat" if way == 0 else "arrow-up" if way > 0 else "arrow-down"
    words = f"{app.say(key)} {range_words(app.cast().words, change)}"
    joined = text(words.replace(" ", _JOINED), CAPTION, colour)
    joined.label = words
    return row(icon(sign, 13, colour), joined, gap=2)
