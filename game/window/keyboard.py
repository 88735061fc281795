"""Keys: walking round, choosing, going back, larger letters, and the digits that pick a card."""

import unicodedata
from collections.abc import Callable

import pygame

from game.window import focus, writing
from game.window.app import App
from game.window.kit.tree import walk
from game.window.preferences import TEXT_SIZES

_ARROWS = {
    pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1),
}  # fmt: skip
_ZOOM = {
    pygame.K_PLUS: 1, pygame.K_EQUALS: 1, pygame.K_KP_PLUS: 1, pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
}  # fmt: skip
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
_COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META
# Where 1 to 9 are: above the letters, whatever is printed on them, and on a numeric pad.
_PLACES = {
    place: str(digit)
    for digit in range(1, 10)
    for place in (
        getattr(pygame, f"KSCAN_{digit}"), getattr(pygame, f"KSCAN_KP_{digit}"),
    )
}  # fmt: skip


def press(app: App, event: pygame.Event, take_picture: Callable[[], None]) -> None:
    """Do what the key means."""
    app.is_ringed, app.pointed = True, ""
    if writing.press(app, event):
        return
    app.changed()
    if event.key == pygame.K_TAB:
        focus.to_next(app, -1 if event.mod & pygame.KMOD_SHIFT else 1)
    elif event.key in _ENTER:
        app.press(app.focus or app.screen.first, event.key)
    elif event.key in _ARROWS:
        focus.that_way(app, *_ARROWS[event.key])
    elif event.key in (pygame.K_PAGEDOWN, pygame.K_PAGEUP):
        way = 1 if event.key == pygame.K_PAGEDOWN else -1
        if not app.screen.turn(app, way):
            focus.turn_page(app, way)
    elif event.key == pygame.K_ESCAPE:
        app.screen.back(app)
    elif event.key == pygame.K_F11:
        app.toggle_full()
    elif event.key == pygame.K_F12:
        app.later(take_picture)
    elif event.mod & _COMMAND:
        _zoom(app, _ZOOM.get(event.key, 0))
    else:
        _pick(app, event)


def _zoom(app: App, way: int) -> None:
    """The next size of text, up or down."""
    at = TEXT_SIZES.index(app.preferences.text_size) + way
    if way and 0 <= at < len(TEXT_SIZES):
        app.prefer(text_size=TEXT_SIZES[at])


def _pick(app: App, event: pygame.Event) -> None:
    """Do what the character stands for, or if nothing, what the key's position stands for."""
    typed = unicodedata.normalize("NFKC", getattr(event, "unicode", "") or "").lower()
    place = _PLACES.get(getattr(event, "scancode", 0), "")
    for key in (typed, place):
        node = next(
            (each for each in walk(app.tree()) if key and each.key == key and each.act), None
        )
        if node is not None:
            app.focus = node.id
            app.press(node.id, event.key)
            return
        if key and app.screen.typed(app, key):
            return
