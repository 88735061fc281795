"""Drawing what is visible: the page, the tree, the ring around the focus, the note."""

from functools import lru_cache

import pygame

from game.window.app import App
from game.window.kit import paint
from game.window.kit.node import Kit, Node, paint_look
from game.window.kit.paint import Look
from game.window.kit.tree import find, scrolls_around

_RING, _RING_GAP = 3.0, 2.0  # dp
_VEIL_ALPHA = 235  # of 255, when a screen has just come


class Painter:
    """Draws an app. In a frame of motion, only what moves is drawn anew over what was kept."""

    def __init__(self) -> None:
        self._kept: pygame.Surface | None = None
        self._shown: Node | None = None  # the tree that was kept
        self._moving: list[pygame.Rect] = []  # what was on its way then

    def draw(self, app: App, surface: pygame.Surface) -> None:
        """Everything, from the back to the front."""
        tree, kit = app.tree(), app.kit()
        if not app.is_moving:
            _paint(app, kit, tree, surface)
            self._shown = None
            return
        surface.blit(self._brought_up_to_date(app, kit, tree), (0, 0))
        veil = app.motion.veil(is_still=app.preferences.is_still)
        if veil > 0:
            over = _veil(app.size, app.theme.page_top, app.theme.page_bottom)
            over.set_alpha(round(_VEIL_ALPHA * veil))
            surface.blit(over, (0, 0))

    def _brought_up_to_date(self, app: App, kit: Kit, tree: Node) -> pygame.Surface:
        kept = self._kept
        if kept is None or kept.get_size() != app.size:
            kept = self._kept = pygame.Surface(app.size)
            self._shown = None
        changed = [kept.get_rect()] if tree is not self._shown else self._moving
        for place in changed:
            kept.set_clip(place)
            _paint(app, kit, tree, kept)
        kept.set_clip(None)
        self._shown, self._moving = tree, kit.on_the_way
        return kept


def _paint(app: App, kit: Kit, tree: Node, surface: pygame.Surface) -> None:
    paint.page(surface, app.theme.page_top, app.theme.page_bottom)
    tree.paint(kit, surface)
    if app.is_ringed:
        _draw_ring(kit, surface, tree, app.focus)
    note = app.note()
    if note is not None:
        note.paint(kit, surface)


@lru_cache(maxsize=1)
def _veil(size: tuple[int, int], top: str, bottom: str) -> pygame.Surface:
    """The background of a screen, to lay over it."""
    made = pygame.Surface(size)
    paint.page(made, top, bottom)
    return made


def _draw_ring(kit: Kit, surface: pygame.Surface, tree: Node, focus: str) -> None:
    node = find(tree, focus)
    if node is None:
        return
    clip = before = surface.get_clip()
    for scroll in scrolls_around(tree, node):
        clip = clip.clip(scroll.rect.inflate(kit.px(8), kit.px(8)))
    surface.set_clip(clip)
    thick = max(3, kit.px(_RING))
    away = thick + kit.px(_RING_GAP)
    if node.role == "heading":  # there is nothing to press: a ring would make a button of it
        beside = pygame.Rect(node.rect.x - 2 * away, node.rect.y, thick, node.rect.h)
        paint_look(kit, surface, beside, Look(kit.theme.focus, None, thick / kit.scale / 2))
        surface.set_clip(before)
        return
    radius = node.look.radius if node.look else 8
    over = Look(None, kit.theme.focus, radius + 4, thick / kit.scale)
    paint_look(kit, surface, node.rect.inflate(2 * away, 2 * away), over)
    surface.set_clip(before)
