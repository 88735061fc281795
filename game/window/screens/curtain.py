"""The curtain: at a shared screen nothing is shown until only the right people look."""

from collections.abc import Callable

from game.window.app import App
from game.window.flow import follow
from game.window.kit.node import Node
from game.window.kit.type import Style
from game.window.kit.widgets import button, card, column, icon, row, text
from game.window.screen import Screen
from game.window.screens.frame import frame, scroll
from game.window.screens.seats import lead_of


class CurtainScreen(Screen):
    """For one party, or (party is None) for everybody."""

    name = "curtain"
    first = "curtain.go"

    def __init__(self, party: str | None, then: Callable[[], None] | None = None) -> None:
        self.party, self.then = party, then

    def build(self, app: App) -> Node:
        """Whose turn it is, and nothing else."""
        from game.window import art

        assert app.play is not None
        cast = app.cast()
        sign: Node = icon("eye", 64, "mutual")
        if self.party is None:
            head, words = app.say("curtain.all"), app.say("curtain.all.text")
            go = app.say("curtain.all.go")
        else:
            lead = lead_of(self.party, app.play.compiled.scenario.parties[self.party])
            sign = art.bust(lead, "reserved", 120)
            party = cast.party(self.party)
            head = app.say("curtain.head", party=party)
            words = app.say("curtain.text")
            go = app.say("window.curtain.go", party=party)
        inside = card(
            app.theme, row(sign, justify="center"),
            text(head, Style("serif", 30), align="center", role="heading"),
            text(words, Style("regular", 18), "muted", align="center"),
            row(button(app.theme, "curtain.go", go, lambda: self._go(app), strong=True, sign="eye"),
                justify="center"),
            gap=18, pad=34,
        )  # fmt: skip
        inside.most_wide = 640
        body = scroll("curtain", inside)
        body.align = body.justify = "center"
        return frame(app, app.of(app.play.compiled.scenario.title), column(body), plain=False)

    def _go(self, app: App) -> None:
        app.sound("step")
        if self.then is not None:
            self.then()
        else:
            follow(app)
