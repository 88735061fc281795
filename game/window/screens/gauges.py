"""All numbers of a seat, each with what it means and why it moved."""

from engine.play.view.records import View
from game.pages.kinds import Numbers
from game.presenters.gauges import why_moved
from game.presenters.page import points
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import bar, button, card, heading, text
from game.window.parts.frame import frame, scroll

_ABOUT = ("trust", "reliability", "confidence", "perceived_risk", "exposure")
_OWN = ("safety", "understanding", "formal_overlap", "internal_balance", "pressure")
_COLOURS = {"perceived_risk": "risk", "exposure": "risk", "pressure": "risk",
            "formal_overlap": "mutual", "internal_balance": "mutual"}  # fmt: skip


class GaugesScreen(Screen):
    """How things stand for a seat."""

    name = "gauges"
    first = "gauges.close"

    def __init__(self, view: View, last: Numbers | None) -> None:
        self.view, self.last = view, last

    def build(self, app: App) -> Node:
        """A card about each of the others, one about one's own side, and why the numbers moved."""
        view = self.view
        cards = [self._about(app, view, other.id) for other in view.there]
        cards += [self._own(app, view), self._why(app)]
        grid = Grid(cell=360, gap=14, children=cards)
        scale = text(app.say("gauges.scale"), BODY, "muted")
        close = button(app.theme, "gauges.close", app.say("briefing.close"), app.pop, strong=True)
        return frame(app, app.say("gauges.head"), scroll("gauges", scale, grid), foot=[close])

    def _about(self, app: App, view: View, other: str) -> Node:
        cast = app.cast()
        bars: list[Node] = [heading(cast.party(other), Style("semibold", 17))]
        for name in _ABOUT:
            value = getattr(view.gauges, name)[other]
            words = app.say(f"gauge.{name}", other=cast.party(other))
            bars.append(self._bar(app, f"{name}.{other}", name, words, value))
        return card(app.theme, *bars, gap=8)

    def _own(self, app: App, view: View) -> Node:
        assert view.gauges is not None
        bars: list[Node] = [heading(app.cast().party(view.seat), Style("semibold", 17))]
        for name in _OWN:
            value = getattr(view.gauges, name)
            bars.append(self._bar(app, name, name, app.say(f"gauge.{name}"), value))
        value = app.say("gauge.line.number", name=app.say("gauge.value"),
                        value=points(view.gauges.value))  # fmt: skip
        means = app.say("gauge.value.means", payoff=points(view.gauges.payoff))
        bars.append(text(f"{value}: {means}.", CAPTION, "muted"))
        return card(app.theme, *bars, gap=8)

    def _bar(self, app: App, id: str, name: str, words: str, value: float) -> Node:
        means = app.say(f"gauge.{name}.means", payoff=0)
        explain = app.say("gauge.line", name=words, value=points(value), means=means)
        return bar(app.theme, f"gauges.{id}", words, value, _COLOURS.get(name, "trust"),
                   explain=explain)  # fmt: skip

    def _why(self, app: App) -> Node:
        parts: list[Node] = [heading(app.say("why.head"), Style("semibold", 17))]
        parts += [text(line.text, BODY) for line in why_moved(app.cast(), self.last)]
        return card(app.theme, *parts, text("", LABEL), gap=8)

    def back(self, app: App) -> None:
        """Back to the table."""
        app.pop()
