"""Stop or continue: the play is saved either way."""

from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.type import Style
from game.window.kit.widgets import button, card, flow, heading, text
from game.window.parts.frame import frame, scroll


class PauseScreen(Screen):
    """Stop or continue: the play is saved either way."""

    name = "pause"
    first = "pause.go-on"

    def build(self, app: App) -> Node:
        """Two buttons."""
        say = app.say
        over = ".over" if app.play is not None and app.play.live.is_over else ""
        inside = card(
            app.theme,
            heading(say("pause.head"), Style("serif", 30)),
            text(say(f"pause.text{over}"), Style("regular", 17), "muted"),
            flow(
                button(
                    app.theme,
                    "pause.go-on",
                    say(f"pause.go-on{over}"),
                    app.pop,
                    strong=True,
                    sign="play",
                ),
                button(app.theme, "pause.leave", say("pause.leave"), app.go.leave, sign="door"),
                gap=10,
            ),
            gap=18,
            pad=32,
        )
        inside.max_width = 600
        body = scroll("pause", inside)
        body.align = body.justify = "center"
        return frame(app, "", body)

    def back(self, app: App) -> None:
        """Go on."""
        app.pop()
