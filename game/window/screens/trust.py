"""How far the party trusts the others, set by feeling before the numbers are seen."""

from game.pages import TrustPage
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.parts.trust import ASKED, go_or_skip, trust_frame


class TrustScreen(Screen):
    """A number from 0 to 10 for each of the others, or none."""

    name = "trust"
    first = ASKED

    def __init__(self, page: TrustPage) -> None:
        self.page = page
        self.levels: dict[str, int] = {}

    def build(self, app: App) -> Node:
        """A row of numbers for each of the others; one button goes on, with or without them."""
        go = go_or_skip(app, "trust.go", self.levels, lambda: self._keep(app))
        return trust_frame(app, self.page, self.levels, go)

    def _keep(self, app: App) -> None:
        app.go.state_trust(self.page.seat, dict(self.levels))
        app.go.next()

    def back(self, app: App) -> None:
        """Ask whether to stop; nothing is lost."""
        app.go.pause()
