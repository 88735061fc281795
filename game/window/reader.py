"""What a screen reader is told: the tree of the screen, published through accesskit if installed.

accesskit is optional. It asks for the tree from its own thread, so it gets the last snapshot; what
a reader wants pressed comes back as an event, like a key or a click.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pygame

from game.window.app import READER_EVENT, App
from game.window.kit.node import Node, Role
from game.window.kit.tree import walk

_ROLES: dict[Role, str] = {
    "text": "LABEL", "heading": "HEADING", "button": "BUTTON", "card": "BUTTON",
    "toggle": "BUTTON", "meter": "METER", "image": "IMAGE", "dialog": "DIALOG",
    "field": "TEXT_INPUT",
}  # fmt: skip
_WINDOW = 0


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a reader can say. rect: left, top, right, bottom in pixels."""

    name: str
    role: Role
    label: str
    rect: tuple[int, int, int, int]
    explains: str = ""
    can_focus: bool = False
    can_press: bool = False


def told(root: Node, unavailable: str) -> tuple[Told, ...]:
    """Everything a reader can say of a screen, in reading order.

    unavailable: added to the label of what can't be pressed now, because readers are not told that
    state in any other way.
    """
    items = []
    inside_label = ""
    for at, node in enumerate(walk(root)):
        label = node.spoken()
        if not label or (node.role == "text" and label == inside_label):
            continue
        inside_label = label
        if node.disabled:
            label = f"{label} ({unavailable})"
        box = node.rect
        items.append(
            Told(
                node.id or f"part.{at}",
                node.role,
                label,
                (box.left, box.top, box.right, box.bottom),
                node.explain,
                node.is_focusable,
                node.act is not None and not node.disabled,
            )
        )
    return tuple(items)


def is_available() -> bool:
    """Whether accesskit is installed."""
    return find_spec("accesskit") is not None


class Reader:
    """Publishes the screen to screen readers."""

    def __init__(self, app: App) -> None:
        self._kit: Any = import_module("accesskit")
        self._app = app
        self._numbers: dict[str, int] = {}
        self._items: tuple[Told, ...] = ()
        self._focus = ""
        self._read(app)
        self._adapter = self._make_adapter()

    def _make_adapter(self) -> Any:
        def gone() -> None:
            """Nothing here depends on whether anybody listens."""

        if sys.platform == "win32":
            handle = pygame.display.get_wm_info()["window"]
            return self._kit.windows.SubclassingAdapter(handle, self._update, self._asked)
        if sys.platform == "darwin":
            self._kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            handle = pygame.display.get_wm_info()["window"]
            made = self._kit.macos.SubclassingAdapter
            return made.for_window(handle, self._update, self._asked)
        return self._kit.unix.Adapter(self._update, self._asked, gone)

    def publish(self) -> None:
        """Tell what is on the screen now."""
        self._read(self._app)
        self._raise(self._adapter.update_if_active(self._update))

    def notice(self, event: pygame.Event) -> None:
        """Tell the reader whether the window has the keyboard focus."""
        if event.type not in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            return
        has_it = event.type == pygame.WINDOWFOCUSGAINED
        if sys.platform == "darwin":
            self._raise(self._adapter.update_view_focus_state(has_it))
        elif sys.platform != "win32":
            self._adapter.update_window_focus_state(has_it)

    @staticmethod
    def _raise(events: Any) -> None:
        if events is not None:
            events.raise_events()

    def _read(self, app: App) -> None:
        self._items = told(app.tree(), app.say("window.unavailable"))
        self._focus = app.focus

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers) + 1)

    def _asked(self, request: Any) -> None:
        """A reader wants something pressed or focused; told to the app as an event."""
        action, wanted = (
            self._kit.Action,
            int(getattr(request, "target", getattr(request, "target_node", -1))),
        )
        name = next((name for name, number in self._numbers.items() if number == wanted), "")
        if name and request.action in (action.CLICK, action.FOCUS):
            is_press = request.action == action.CLICK
            pygame.event.post(pygame.Event(READER_EVENT, name=name, is_press=is_press))

    def _update(self) -> Any:
        """The whole screen as accesskit wants it."""
        kit, items = self._kit, self._items
        names = {item.name for item in items}
        focus = self._number(self._focus) if self._focus in names else _WINDOW
        window = kit.Node(kit.Role.WINDOW)
        window.set_label("Samenspel")
        window.set_children([self._number(item.name) for item in items])
        update = kit.TreeUpdate(focus)
        update.tree = kit.Tree(_WINDOW)
        update.nodes.append((_WINDOW, window))
        for item in items:
            update.nodes.append((self._number(item.name), self._node(item)))
        return update

    def _node(self, item: Told) -> Any:
        kit = self._kit
        node = kit.Node(getattr(kit.Role, _ROLES.get(item.role, "LABEL")))
        node.set_bounds(kit.Rect(*(float(edge) for edge in item.rect)))
        set_words: Callable[[str], None] = node.set_value if item.role == "text" else node.set_label
        set_words(item.label)
        if item.explains:
            node.set_description(item.explains)
        if item.can_focus:
            node.add_action(kit.Action.FOCUS)
        if item.can_press:
            node.add_action(kit.Action.CLICK)
        return node
