"""How it ended, without a score; and then the debrief."""

from dataclasses import replace

from game.pages import EndingPage
from game.presenters.ending import came_of_words, outcome_words
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, LABEL, Style
from game.window.kit.widgets import button, card, column, heading, icon, row, text
from game.window.parts.frame import frame, scroll
from game.window.parts.people import everybody
from game.window.parts.scene import scene
from game.window.parts.standing import SIDE

_SIGNS = {"success": "trust-building", "lopsided": "reciprocal", "stalled": "clock",
          "broken": "door", "parted": "person"}  # fmt: skip
# What became of a want: met, missed, or not measured.
_MARKS = {True: ("check", "trust"), False: ("cross", "risk"), None: ("minus", "muted")}
_TOLD = Style("regular", 17)


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
        """The last place with everybody who is still there, and how it all ended."""
        end, room = self.page.ending, self.page.room
        # Nobody beams at an ending that is not a good one, and whoever lost looks it.
        missed = sum(want.met is False for want in self.page.came_of)
        has_lost = missed > sum(want.met is True for want in self.page.came_of)
        quiet = end.outcome != "success" or has_lost
        people = everybody(room, self.page.view, quiet=quiet)
        own = "" if self.page.view is None or not has_lost else self.page.view.seat
        people = [replace(who, expression="grave") if who.party == own else who for who in people]
        told: list[Node] = [
            text(app.say("ending.head"), LABEL, "muted"),
            heading(app.of(end.title), Style("serif", 24 if app.is_narrow else 30)),
            text(app.of(end.text), BODY if app.is_narrow else _TOLD),
        ]
        after = self._after(app)
        if app.is_narrow:
            told += after
        paper = Look(app.theme.card, None, 14, 1, 100)
        words = scroll("ending", column(*told, gap=8, pad=(14, 22, 16, 22), look=paper), pad=0)
        place = scene(app, room, self.page.view, people, words)
        go = button(app.theme, "ending.debrief", app.say("ending.debrief"), app.go.debrief,
                    strong=True)  # fmt: skip
        if app.is_narrow:
            return frame(app, app.of(room.title), place, foot=[go])
        beside = scroll("ending.after", card(app.theme, *after, gap=12, pad=20))
        body = row(place, column(beside, width=SIDE), gap=14, align="stretch")
        return frame(app, app.of(room.title), body, foot=[go])

    def back(self, app: App) -> None:
        """Ask whether to stop; the debrief can be opened later."""
        app.go.pause()

    def _after(self, app: App) -> list[Node]:
        """What kind of ending it is, and what came of what the party was after."""
        cast, page = app.cast(), self.page
        outcome = outcome_words(cast, page.ending, page.made)
        sign = icon(_SIGNS[page.ending.outcome], 24, "mutual")
        nodes: list[Node] = [row(sign, text(outcome, BODY, grow=1), gap=12, align="start")]
        head, *wants = came_of_words(cast, page.came_of) or (None,)
        if head is not None:
            nodes.append(text(head.text, LABEL, "muted"))
            for want, line in zip(page.came_of, wants, strict=True):
                name, colour = _MARKS[want.met]
                mark = icon(name, 18, colour)
                nodes.append(row(mark, text(line.text, BODY, grow=1), gap=10, align="start"))
        return [*nodes, text(app.say("end.not-score"), BODY, "muted")]
