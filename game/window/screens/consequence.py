"""The effects of a step on one's own side: what came out, and the numbers with reasons."""

from game.pages import ConsequencePage
from game.window.app import App, ToldScreen
from game.window.kit.node import Node
from game.window.kit.widgets import button
from game.window.parts.came_of import numbers_screen, play_change


class ConsequenceScreen(ToldScreen):
    """What came of a step, where nothing is said that it could stand beside."""

    name = "news"
    first = "news.next"

    def __init__(self, page: ConsequencePage) -> None:
        self.page = page

    def opened(self, app: App) -> None:
        """Play a rising or falling sound, by the change of trust."""
        play_change(app, self.page)

    def build(self, app: App) -> Node:
        """What came out, then how the numbers moved and why."""
        go = button(app.theme, "news.next", app.say("talk.go-on"), lambda: self.go_on(app),
                    strong=True)  # fmt: skip
        return numbers_screen(app, self.page, {"foot": [go]})
