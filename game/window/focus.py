"""Moving the focus: to the next thing, to what lies that way, to the next page of what scrolls."""

import pygame

from game.window.app import App
from game.window.kit.scroll import Scroll
from game.window.kit.tree import find, focusable, scrolls_around, walk

_PAGE = 0.8  # of what is visible
_SIDEWAYS = 3  # how much worse a sideways step is than one in that direction


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
    tree = app.tree()
    here = find(tree, app.focus)
    if here is None:
        to_next(app, 1)
        return
    nearest = min(
        (node for node in focusable(tree) if _is_that_way(here.rect, node.rect, dx, dy)),
        key=lambda node: _distance(here.rect, node.rect, dx, dy),
        default=None,
    )
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


def _is_that_way(here: pygame.Rect, there: pygame.Rect, dx: int, dy: int) -> bool:
    if dx:
        ahead = (there.centerx - here.centerx) * dx > 0
        return ahead and (there.left >= here.right - 4 if dx > 0 else there.right <= here.left + 4)
    ahead = (there.centery - here.centery) * dy > 0
    return ahead and (there.top >= here.bottom - 4 if dy > 0 else there.bottom <= here.top + 4)


def _distance(here: pygame.Rect, there: pygame.Rect, dx: int, dy: int) -> float:
    along = abs(there.centerx - here.centerx) if dx else abs(there.centery - here.centery)
    across = abs(there.centery - here.centery) if dx else abs(there.centerx - here.centerx)
    overlaps = (
        there.top < here.bottom and there.bottom > here.top
        if dx
        else there.left < here.right and there.right > here.left
    )
    return along + (0 if overlaps else _SIDEWAYS * across) + 0.01 * across
