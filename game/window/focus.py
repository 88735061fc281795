"""Moving the focus: to the next thing, to what lies that way, to the next page of what scrolls."""

from collections.abc import Sequence

import pygame

from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.scroll import Scroll
from game.window.kit.tree import find, focusable, focusable_beside, scrolls_around, walk

# Design choices: how much of what is visible a page is, and how far two things may overlap and
# still lie beside each other, in pixels.
_PAGE = 0.8
_OVERLAP = 4


def to_next(app: App, way: int) -> None:
    """The next thing in reading order, or with -1 the one before; wraps around."""
    nodes = focusable(app.tree())
    if not nodes:
        return
    names = [node.id for node in nodes]
    at = names.index(app.focus) if app.focus in names else (-1 if way > 0 else 0)
    app.focus_on(nodes[(at + way) % len(nodes)])


def that_way(app: App, dx: int, dy: int) -> None:
    """The nearest thing that way; up or down where there is none, scroll a little."""
    if app.screen.turn(app, dx + dy):
        return
    tree = app.tree()
    here = find(tree, app.focus)
    if here is None:
        to_next(app, 1)
        return
    there = focusable_beside(tree, here)
    nearest = _beside(here, there, dx) if dx else _in_next_row(here, there, dy)
    if nearest is not None:
        app.focus_on(nearest)
    elif dy:
        turn_page(app, dy, share=0.25)


def turn_page(app: App, way: int, share: float = _PAGE) -> None:
    """Scroll what has focus in it, or else the largest that scrolls. share: of what is visible."""
    kit, tree = app.kit(), app.tree()
    node = find(tree, app.focus)
    around = scrolls_around(tree, node) if node else []
    within = [each for each in walk(tree) if isinstance(each, Scroll) and each.overflow(kit)]
    scroll = next((each for each in reversed(around) if each.overflow(kit)), None)
    scroll = scroll or max(within, key=lambda each: each.rect.w * each.rect.h, default=None)
    if scroll is not None:
        app.scroll_by(scroll, round(way * share * scroll.rect.h))


def _beside(here: Node, nodes: Sequence[Node], dx: int) -> Node | None:
    """The nearest thing in the same row; at its end the next one in reading order."""
    row = [
        node for node in nodes
        if _shared(here.rect.top, here.rect.bottom, node.rect.top, node.rect.bottom) > _OVERLAP
        and (node.rect.left - here.rect.right if dx > 0 else here.rect.left - node.rect.right)
        >= -_OVERLAP
    ]  # fmt: skip
    if row:
        return min(row, key=lambda node: (abs(node.rect.centerx - here.rect.centerx),
                                          abs(node.rect.centery - here.rect.centery)))  # fmt: skip
    names = [node.id for node in nodes]
    at = names.index(here.id) + dx if here.id in names else -1
    return nodes[at] if 0 <= at < len(nodes) else None


def _in_next_row(here: Node, nodes: Sequence[Node], dy: int) -> Node | None:
    """What lies nearest in the next row that way: in the same column, if the row has it there."""
    ahead = [node for node in nodes if _gap(here.rect, node.rect, dy) >= -_OVERLAP]
    if not ahead:
        return None
    same = [
        node for node in ahead
        if _shared(here.rect.left, here.rect.right, node.rect.left, node.rect.right) > _OVERLAP
    ]  # fmt: skip
    first = min(ahead, key=lambda node: _gap(here.rect, node.rect, dy))
    if same:
        first_same = min(same, key=lambda node: _gap(here.rect, node.rect, dy))
        # Less than its own height further is still the next row in that column.
        if _gap(here.rect, first_same.rect, dy) <= _gap(here.rect, first.rect, dy) + first.rect.h:
            return first_same
    row = [
        node for node in ahead
        if _shared(first.rect.top, first.rect.bottom, node.rect.top, node.rect.bottom) > _OVERLAP
    ]  # fmt: skip
    return min(row, key=lambda node: abs(node.rect.centerx - here.rect.centerx))


def _gap(here: pygame.Rect, there: pygame.Rect, dy: int) -> int:
    return there.top - here.bottom if dy > 0 else here.top - there.bottom


def _shared(low: int, high: int, other_low: int, other_high: int) -> int:
    return min(high, other_high) - max(low, other_low)
