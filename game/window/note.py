"""The note beside what has focus: what it is, and why."""

import pygame

from game.theme import Theme
from game.window.kit.column import Column
from game.window.kit.node import Kit, Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY
from game.window.kit.widgets import text

_MARGIN = 10.0
_WIDEST = 400.0


def note_about(kit: Kit, node: Node, window: tuple[int, int]) -> Node:
    """The note that explains that node, laid out beside it and within the window."""
    note = _note(kit.theme, node.explain)
    note.arrange(kit, _place(kit, note, node.rect, window))
    return note


def _note(theme: Theme, words: str) -> Node:
    look = Look(theme.card, theme.strong, 12, 1.5, 100)
    return Column(children=(text(words, BODY),), pad=(12, 16, 12, 16), max_width=_WIDEST,
                  look=look, role="dialog")  # fmt: skip


def _place(kit: Kit, note: Node, about: pygame.Rect, window: tuple[int, int]) -> pygame.Rect:
    """Below it, above it if there is no room, or else beside it."""
    margin = kit.px(_MARGIN)
    room = pygame.Rect((0, 0), window).inflate(-2 * margin, -2 * margin)
    width = min(note.widths(kit).natural, room.w)
    place = pygame.Rect(0, 0, width, min(note.height_for_width(kit, width), room.h))
    place.centerx = about.centerx
    place.top = about.bottom + margin // 2
    if place.bottom > room.bottom:
        place.bottom = about.top - margin // 2
    if place.top < margin:
        place.top = about.top
        place.right = about.left - margin
        if place.left <= 0:
            place.left = about.right + margin
    return place.clamp(room)
