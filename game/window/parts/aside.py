"""The buttons that open the side screens."""

from engine.play.view.records import View
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.widgets import icon_button, row


def aside_buttons(app: App, view: View) -> Node:
    """The buttons that open the briefing and the numbers beside the play."""
    return row(
        icon_button(app.theme, "table.brief", "book", app.say("table.brief"),
                    lambda: app.go.briefing(view)),
        icon_button(app.theme, "table.gauges", "gauge", app.say("table.gauges"),
                    lambda: app.go.gauges(view)),
        icon_button(app.theme, "table.read-back", "speak", app.say("table.read-back"),
                    lambda: app.go.read_back()),
        gap=2,
    )  # fmt: skip
