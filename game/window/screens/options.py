"""The first two steps of a reflection moment: a question, and ways to answer it."""

from engine.play.state import OptionChoice
from engine.play.view.records import OptionCard, View
from game.pages import OptionPage
from game.presenters.page import first_up
from game.presenters.table import option_text
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import CAPTION, LABEL, Style
from game.window.kit.widgets import card_look, choice, column, icon, key_cap, row, text
from game.window.parts.frame import halves, scroll
from game.window.parts.moment import MomentScreen
from game.window.parts.people import across
from game.window.parts.scene import scene

_SIGNS = {
    "name-difference": "differ", "name-common-ground": "trust-building",
    "joke-away": "opportunistic",
    "own-part": "person", "real-question": "question", "their-part": "people",
    "keep-quiet": "eye-off",
}  # fmt: skip


_CELL = 255.0  # dp: four of them beside each other, at 1024 by 768 too; a design choice


class OptionsScreen(MomentScreen):
    """The inventory and the bottlenecks: a question, and ways to answer it."""

    name = "options"

    def __init__(self, page: OptionPage) -> None:
        super().__init__()
        self.page = page

    def opened(self, app: App) -> None:
        """Begin at the first option that is open."""
        ready = [each for each in self.page.view.options if not each.locked]
        self.first = f"option.{ready[0].id}" if ready else ""
        app.focus = self.first

    def build(self, app: App) -> Node:
        """The question with the people opposite, and the options below it."""
        room, view, ask = self.page.room, self.page.view, self.page.question
        words = app.of(ask.text) if ask else first_up(app.say(f"moment.{view.stage}"))
        help_ = text(app.say(f"step.{view.stage}.help"), CAPTION, "muted")
        asked = column(
            text(words, Style("serif", 20 if app.is_narrow else 23), role="heading"), help_, gap=5,
            pad=(14, 22, 14, 22), look=card_look(app.theme),
        )  # fmt: skip
        top = scene(app, room, view, across(room, view), asked)
        options = [self._option(app, view, each) for each in view.options]
        grid = Grid(cell=_CELL, gap=14, children=options)
        if app.is_narrow:
            parts = halves(scroll("options.scene", top), scroll("options", *options, gap=10, pad=4))
            return self.around(app, view, parts, [])
        return self.around(app, view, column(top, grid, gap=14), [])

    def _option(self, app: App, view: View, option: OptionCard) -> Node:
        ready = [each.id for each in view.options if not each.locked]
        key = "" if option.locked else str(ready.index(option.id) + 1)
        tone = "muted" if option.locked else "mutual"
        head = row(icon(_SIGNS[option.id], 28, tone),
                   text(app.say(f"option-kind.{option.id}"), LABEL, tone, grow=1),
                   *([key_cap(app.theme, key)] if key else []), gap=10)  # fmt: skip
        words = option_text(app.cast(), option)
        parts: list[Node] = [
            head,
            text(words, Style("regular", 17), "muted" if option.locked else "ink"),
        ]
        if option.locked:
            parts.append(
                row(
                    icon("lock", 16, "muted"),
                    text(first_up(app.say("locked.unsafe")), CAPTION, "muted", grow=1),
                )
            )
        return choice(
            app.theme, f"option.{option.id}", *parts, label=words, key=key, disabled=option.locked,
            act=lambda: self.make(app, OptionChoice(view.seat, option.id)), pad=20, gap=10,
        )  # fmt: skip
