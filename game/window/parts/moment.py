"""What the four steps of a reflection moment share."""

from engine.play.state import Choice
from engine.play.view.records import View
from game.presenters.table import STEPS, moment_head, spot_words, step_head
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import LABEL, STRONG
from game.window.kit.widgets import column, flow, icon, row, text
from game.window.parts.aside import aside_buttons
from game.window.parts.frame import frame


class MomentScreen(Screen):
    """What the four steps share: the head with the steps, and what was refused."""

    def __init__(self) -> None:
        self.refused = ""

    def around(self, app: App, view: View, body: Node, foot: list[Node]) -> Node:
        """The step within its frame."""
        title = moment_head(app.cast(), view)
        parts = [_steps(app, view), body]
        if self.refused:
            parts.insert(1, text(self.refused, STRONG, "risk"))
        body.grow = 1
        return frame(
            app, title, column(*parts, gap=14), foot=foot, middle=[aside_buttons(app, view)],
            note=spot_words(app.words, view),
        )  # fmt: skip

    def make(self, app: App, made: Choice) -> None:
        """Seal the choice of this step."""
        refusal = app.go.choose(made)
        if refusal is not None:
            self.refused = app.say(f"refusal.{refusal.reason}", detail=refusal.detail)

    def back(self, app: App) -> None:
        """Ask whether to stop; nothing is lost."""
        app.go.pause()


def _steps(app: App, view: View) -> Node:
    """Which of the four steps it is."""
    present = STEPS.index(view.stage)
    cells = []
    for at, stage in enumerate(STEPS):
        is_here, is_over = at == present, at < present
        colour = "on_strong" if is_here else "muted"
        sign = icon("check", 16, "trust") if is_over else text(str(at + 1), LABEL, colour)
        words = [text(app.say(f"step.{stage}"), LABEL, colour, grow=1)]
        shown = [] if app.is_narrow and not is_here else words
        fill = app.theme.strong if is_here else app.theme.card_low
        label = step_head(app.cast(), stage) if is_here else app.say(f"step.{stage}")
        line = None if is_here else app.theme.line
        cells.append(row(sign, *shown, gap=9, pad=(8, 14, 8, 14), look=Look(fill, line, 18),
                         label=label))  # fmt: skip
    return flow(*cells, gap=8) if app.is_narrow else Grid(columns=4, gap=10, children=cells)
