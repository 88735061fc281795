"""Lines to read as cards."""

from collections.abc import Iterable, Iterator

from game.presenters.page import Line
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, Style
from game.window.kit.widgets import card, heading, row, text

_STYLES: dict[str, tuple[Style, str]] = {
    "subheading": (Style("semibold", 17), "ink"),
    "told": (Style("regular", 16), "ink"),
    "spoken": (Style("regular", 16), "muted"),
    "detail": (BODY, "ink"),
    "note": (BODY, "muted"),
    "number": (BODY, "ink"),
    "question": (Style("serif", 19), "ink"),
}


def plain(lines: Iterable[Line]) -> list[Node]:
    """The lines below each other."""
    nodes: list[Node] = []
    for line in lines:
        style, colour = _STYLES.get(line.kind, (BODY, "ink"))
        nodes.append(text(line.text, style, colour))
    return nodes


def page_of(app: App, lines: Iterable[Line]) -> list[Node]:
    """One page to read from top to bottom, in a card no wider than reads well."""
    inside = card(app.theme, *plain(lines), gap=12, pad=28)
    inside.max_width = 820
    return [row(inside, justify="center")]


def cards(app: App, lines: Iterable[Line], *, cell: float) -> Iterator[Node]:
    """A card for each subheading with its lines; lines before the first get their own card.

    cell: how wide a card is at least, in dp.
    """
    loose: list[Line] = []
    groups: list[tuple[str, list[Line]]] = []
    for line in lines:
        if line.kind in ("subheading", "heading"):
            groups.append((line.text, []))
        else:
            (groups[-1][1] if groups else loose).append(line)
    if loose:
        yield card(app.theme, *plain(loose), gap=10, pad=22)
    made = [
        card(app.theme, heading(head, Style("semibold", 17)), *plain(inside), gap=10, pad=22)
        for head, inside in groups
    ]
    if made:
        yield Grid(cell=cell, gap=16, children=made)
