"""Drawing what is visible: the page, the tree, the ring around the focus, the note."""

import pygame

from game.window.app import App
from game.window.kit import paint
from game.window.kit.node import Kit, Node, paint_look
from game.window.kit.paint import Look
from game.window.kit.tree import find, scrolls_around

_RING, _RING_GAP = 3.0, 2.0  # dp
_VEIL_ALPHA = 235  # of 255, when a screen has just come


def draw(app: App, surface: pygame.Surface) -> None:
    """Everything, from the back to the front."""
    tree, kit = app.tree(), app.kit()
    page = paint.page(app.size, app.theme.page_top, app.theme.page_bottom)
    surface.blit(page, (0, 0))
    tree.paint(kit, surface)
    if app.is_ringed:
        _draw_ring(kit, surface, tree, app.focus)
    note = app.note()
    if note is not None:
        note.paint(kit, surface)
    veil = app.motion.veil(is_still=app.preferences.is_still)
    if veil > 0:
        over = page.copy()
        over.set_alpha(round(_VEIL_ALPHA * veil))
        surface.blit(over, (0, 0))


def _draw_ring(kit: Kit, surface: pygame.Surface, tree: Node, focus: str) -> None:
    node = find(tree, focus)
    if node is None:
        return
    clip = surface.get_rect()
    for scroll in scrolls_around(tree, node):
        clip = clip.clip(scroll.rect.inflate(kit.px(8), kit.px(8)))
    surface.set_clip(clip)
    radius = node.look.radius if node.look else 8
    thick = max(3, kit.px(_RING))
    around = 2 * (thick + kit.px(_RING_GAP))
    over = Look(None, kit.theme.focus, radius + 4, thick / kit.scale)
    paint_look(kit, surface, node.rect.inflate(around, around), over)
    surface.set_clip(None)
