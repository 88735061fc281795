"""The curtain: at a shared screen nothing is shown until only the right people look."""

from dataclasses import replace

from game.pages import CurtainPage
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import Style
from game.window.kit.widgets import button, column, row, text
from game.window.parts.frame import frame, scroll
from game.window.parts.people import everybody
from game.window.parts.scene import scene


class CurtainScreen(Screen):
    """For one party, or (party is None) for everybody."""

    name = "curtain"
    first = "curtain.go"

    def __init__(self, page: CurtainPage) -> None:
        self.page = page

    def build(self, app: App) -> Node:
        """Whose turn it is, in the place where they are, and nothing else."""
        calls, there = self.page.calls, self.page.room
        if calls is None:
            head, words = app.say("curtain.all"), app.say("curtain.all.text")
            go = app.say("curtain.all.go")
        else:
            party = app.cast().party(calls)
            head, words = app.say("curtain.head", party=party), app.say("curtain.text")
            go = app.say("window.curtain.go", party=party)
        inside = column(
            text(head, Style("serif", 30), align="center", role="heading"),
            text(words, Style("regular", 18), "muted", align="center"),
            row(button(app.theme, "curtain.go", go, lambda: self._go(app), strong=True, sign="eye"),
                justify="center"),
            gap=14, pad=(20, 24, 22, 24), look=Look(app.theme.card, None, 14, 1, 100),
        )  # fmt: skip
        # Whatever was done, and whatever it did to anybody: they look the same, with nothing before
        # them.
        parties = tuple(replace(each, mood="reserved", moved=0) for each in there.parties)
        room = replace(there, parties=parties, game=())
        people = [each for each in everybody(room) if calls in (None, each.party)]
        place = scene(app, room, None, people, scroll("curtain", inside, pad=0))
        return frame(app, app.of(there.title), place, plain=False)

    def _go(self, app: App) -> None:
        app.sound("step")
        app.go.next()
