"""A screen: what it shows as a tree, where focus begins, and what going back does."""

from typing import TYPE_CHECKING

from game.window.kit.node import Node

if TYPE_CHECKING:
    from game.window.app import App


class Screen:
    """One screen. name: how tests, logs and storyboards call it."""

    name = "screen"
    first = ""  # the id that has focus when it opens

    def build(self, app: "App") -> Node:
        """The tree of what there is to show now."""
        raise NotImplementedError

    def opened(self, app: "App") -> None:
        """Called once when it comes to be shown."""

    def back(self, app: "App") -> None:
        """What Escape does."""
