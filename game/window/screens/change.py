"""The game before and after a decision."""

from engine.play.view.heard import ChangeSeen, RefusalSeen
from engine.scenario.scenery import Scenery
from game.pages import ChangePage, ConsequencePage, TrustPage
from game.presenters.changes import decided_words, refusal_words
from game.presenters.page import first_up
from game.window import art
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, LABEL, STRONG, Style
from game.window.kit.widgets import card, card_look, heading, icon, row, text
from game.window.parts.before_after import before_after, scenery_of
from game.window.parts.came_of import WithNumbers
from game.window.parts.frame import frame, scroll


class ChangedScreen(WithNumbers):
    """What was agreed and what was not: each thing as it was and as it is."""

    name = "changed"
    first = "changed.next"

    def __init__(self, page: ChangePage, *after: TrustPage | ConsequencePage) -> None:
        super().__init__(*after)
        self.page = page

    def opened(self, app: App) -> None:
        """Play the sound of a new rule."""
        if any(isinstance(each, ChangeSeen) for each in self.page.decided):
            app.sound("up")

    def told(self, app: App) -> Node:
        """A card for each decision."""
        cards = [self._card(app, each) for each in self.page.decided]
        any_changed = any(isinstance(each, ChangeSeen) for each in self.page.decided)
        key = "changed.head" if any_changed else "changed.head.none"
        head = text(app.say(key), Style("serif", 25), align="center", role="heading")
        title = row(head, pad=(10, 26, 10, 26), look=card_look(app.theme, radius=26), max_width=900)
        grid = Grid(cell=430, gap=20, children=cards,
                   max_width=1080 if len(cards) > 1 else 700)  # fmt: skip
        inside = scroll("changed", title, grid, gap=20, pad=26)
        inside.justify, inside.align = "center", "center"
        body = art.over(self._place(app), inside)
        return frame(app, app.of(self.page.room.title), self.beside(app, body),
                     foot=[self.onward(app)])  # fmt: skip

    def _place(self, app: App) -> Scenery:
        """Where they sit: where the talks have moved to, if that was agreed."""
        moves = [
            each.change.thing
            for each in self.page.decided
            if isinstance(each, ChangeSeen) and each.change.action == "move"
        ]
        return scenery_of(app, moves[-1]) if moves else self.page.room.scenery

    def _card(self, app: App, each: ChangeSeen | RefusalSeen) -> Node:
        cast = app.cast()
        is_new = isinstance(each, ChangeSeen)
        if isinstance(each, ChangeSeen):
            what, *why = (decided_words(cast, each.change, each.amount),)
        else:
            what, *why = refusal_words(cast, each)
        verdict = app.say("changed.yes" if is_new else "changed.no")
        by = app.say("changed.by", party=cast.party(each.party))
        parts: list[Node] = [
            row(icon("check" if is_new else "cross", 24, "trust" if is_new else "risk"),
                text(verdict, LABEL, "trust" if is_new else "risk", grow=1), gap=10),
            heading(first_up(what), Style("semibold", 20)), text(by, BODY, "muted"),
        ]  # fmt: skip
        parts += [text(words, STRONG) for words in why]
        if is_new:
            parts.append(before_after(app, self.page.room, each.change, each.amount, is_made=True))
        if each.change.action != "part":
            parts.append(text(app.of(each.change.text), BODY))
        return card(app.theme, *parts, gap=13, pad=26)
