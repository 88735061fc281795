"""The mouse and touch: pointing, pressing, turning the wheel, dragging."""

import pygame

from game.window.app import App
from game.window.kit.tree import node_at, scroll_at

_DRAG_PX = 12  # from here on a touch scrolls and does not press
_WHEEL = 48.0  # dp for each notch

Point = tuple[int, int]


class Pointer:
    """Where the mouse or a finger is, and what it holds down."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._mouse: Point = (0, 0)  # where it was seen last
        self._pressed = ""
        self._turn = 0  # what was on the screen when it was pressed
        self._drag: tuple[Point, int] | None = None  # where it began, and how far down it is now
        self._has_dragged = False

    # --- the mouse ------------------------------------------------------------------------------

    def move(self, event: pygame.Event) -> None:
        """Highlight what is under the mouse."""
        if _is_touch(event):
            return
        self._mouse = event.pos
        node = node_at(self.app.tree(), event.pos)
        name = node.id if node else ""
        if name != self.app.pointed:
            self.app.pointed = name
            self.app.changed()

    def press(self, event: pygame.Event) -> None:
        """A button of the mouse goes down."""
        if event.button == 1 and not _is_touch(event):
            self._press(event.pos)

    def release(self, event: pygame.Event) -> None:
        """The button comes up: act on what was pressed, if the mouse is still on it."""
        if event.button == 1 and not _is_touch(event):
            self._release(event.pos)

    def turn_wheel(self, event: pygame.Event) -> None:
        """Scroll what the mouse is over; the event itself has no position."""
        app, at = self.app, getattr(event, "pos", None) or self._mouse
        scroll = scroll_at(app.tree(), at, app.kit())
        if scroll is not None:
            app.scroll_by(scroll, round(-event.y * app.kit().px(_WHEEL)))
        elif event.y:
            app.screen.turn(app, -1 if event.y > 0 else 1)

    def _press(self, at: Point) -> None:
        app = self.app
        node = node_at(app.tree(), at)
        self._pressed, self._turn = node.id if node else "", app.turns
        app.is_ringed, app.pointed = False, self._pressed
        if node is not None:
            app.focus = node.id
        app.changed()

    def _release(self, at: Point) -> None:
        node = node_at(self.app.tree(), at)
        pressed, self._pressed = self._pressed, ""
        if node is not None and node.id == pressed and self._turn == self.app.turns:
            self.app.press(node.id, at)

    # --- touch ----------------------------------------------------------------------------------

    def touch(self, event: pygame.Event) -> None:
        """A finger comes down: it may press, or begin to drag."""
        at = self._place(event)
        self._drag, self._has_dragged = (at, at[1]), False
        self._press(at)

    def drag(self, event: pygame.Event) -> None:
        """A finger moves: what it is over scrolls with it."""
        if self._drag is None:
            return
        (start, last), y = self._drag, self._place(event)[1]
        if not self._has_dragged and abs(y - start[1]) < _DRAG_PX:
            return
        self._has_dragged, self._pressed = True, ""
        self._drag = (start, y)
        scroll = scroll_at(self.app.tree(), start, self.app.kit())
        if scroll is not None:
            self.app.scroll_by(scroll, last - y)

    def lift(self, event: pygame.Event) -> None:
        """A finger goes up: act on what it pressed, unless it dragged."""
        self._drag = None
        if not self._has_dragged:
            self._release(self._place(event))

    def _place(self, event: pygame.Event) -> Point:
        width, height = self.app.size
        return round(event.x * width), round(event.y * height)


def _is_touch(event: pygame.Event) -> bool:
    """Whether SDL derived it from a touch, which is also reported itself."""
    return bool(getattr(event, "touch", False))
