"""How it ended, without a score; and then the debrief."""

from game.pages import EndingPage
from game.presenters.ending import came_of_words, outcome_words
from game.window import art
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.type import BODY, LABEL, Style
from game.window.kit.widgets import button, card, heading, icon, row, text
from game.window.parts.frame import frame, scroll

_SIGNS = {"success": "trust-building", "lopsided": "reciprocal", "stalled": "clock",
          "broken": "door", "parted": "person"}  # fmt: skip


class EndingScreen(Screen):
    """The ending in the author's words."""

    name = "ending"
    first = "ending.debrief"

    def __init__(self, page: EndingPage) -> None:
        self.page = page

    def opened(self, app: App) -> None:
        """Play its sound."""
        app.sound("bell")

    def build(self, app: App) -> Node:
        """The last place, and how it all ended."""
        end, room = self.page.ending, self.page.room
        outcome = outcome_words(app.cast(), end, self.page.made)
        inside = card(
            app.theme, text(app.say("ending.head"), LABEL, "muted"),
            heading(app.of(end.title), Style("serif", 34)),
            text(app.of(end.text), Style("regular", 18)),
            row(icon(_SIGNS[end.outcome], 24, "mutual"), text(outcome, BODY, grow=1), gap=12),
            *self._came_of(app), text(app.say("end.not-score"), BODY, "muted"), gap=16, pad=32,
        )  # fmt: skip
        inside.max_width = 820
        told = scroll("ending", inside, pad=24)
        told.align = told.justify = "center"
        go = button(app.theme, "ending.debrief", app.say("ending.debrief"), app.go.debrief,
                    strong=True)  # fmt: skip
        return frame(app, app.of(room.title), art.over(room.scenery, told), foot=[go])

    def back(self, app: App) -> None:
        """Ask whether to stop; the debrief can be opened later."""
        app.go.pause()

    def _came_of(self, app: App) -> list[Node]:
        """What came of what the party was after."""
        lines = came_of_words(app.cast(), self.page.came_of)
        return [
            text(line.text, *((LABEL, "muted") if line.kind == "subheading" else (BODY, "ink")))
            for line in lines
        ]
