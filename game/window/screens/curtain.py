"""The curtain: at a shared screen nothing is shown until only the right people look."""

from game.pages import CurtainPage
from game.window import art
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.type import Style
from game.window.kit.widgets import button, card, column, icon, row, text
from game.window.parts.frame import frame, scroll


class CurtainScreen(Screen):
    """For one party, or (party is None) for everybody."""

    name = "curtain"
    first = "curtain.go"

    def __init__(self, page: CurtainPage) -> None:
        self.page = page

    def build(self, app: App) -> Node:
        """Whose turn it is, and nothing else."""
        cast, calls = app.cast(), self.page.calls
        sign: Node = icon("eye", 64, "mutual")
        if calls is None:
            head, words = app.say("curtain.all"), app.say("curtain.all.text")
            go = app.say("curtain.all.go")
        else:
            party = cast.party(calls)
            people = next(each.roles for each in self.page.room.parties if each.id == calls)
            sign = art.bust(people[0], "reserved", 120) if people else sign
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
        inside.max_width = 640
        body = scroll("curtain", inside)
        body.align = body.justify = "center"
        return frame(app, app.of(self.page.room.title), column(body), plain=False)

    def _go(self, app: App) -> None:
        app.sound("step")
        app.go.next()
