"""All that was told in the play so far, to be read again."""

from itertools import groupby

from game.pages import Page, told_so_far
from game.presenters.page import Line
from game.presenters.pages import lines
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import button, card, heading, text
from game.window.parts.frame import frame, scroll

_QUIET = ("note", "game", "number")


class ReadBackScreen(Screen):
    """Round after round, the last one in sight first."""

    name = "read-back"
    first = "read-back.close"

    def __init__(self) -> None:
        self._pages: tuple[Page, ...] | None = None

    def opened(self, app: App) -> None:
        """Gather it, and begin at the end."""
        assert app.play is not None
        self._pages = told_so_far(app.play.live)
        app.scroll_to_end("scroll.read-back")

    def build(self, app: App) -> Node:
        """A card for each round or step."""
        cards = []
        for (_, _stage), pages in groupby(self._pages or (), key=_when):
            told = [line for page in pages for line in lines(app.cast(), page)]
            cards.append(card(app.theme, *(_line(each) for each in told), gap=7, pad=20))
        for each in cards:
            each.max_width = 900
        close = button(app.theme, "read-back.close", app.say("briefing.close"), app.pop,
                       strong=True)  # fmt: skip
        return frame(app, app.say("read-back.head"), scroll("read-back", *cards, gap=14),
                     foot=[close])  # fmt: skip

    def back(self, app: App) -> None:
        """Back to the play."""
        app.pop()


def _when(page: Page) -> tuple[int, str]:
    return page.room.round, page.room.phase


def _line(line: Line) -> Node:
    if line.kind in ("heading", "subheading"):
        return heading(line.text, Style("semibold", 17) if line.kind == "heading" else LABEL)
    if line.kind in _QUIET:
        return text(line.text, CAPTION, "muted")
    return text(line.text, BODY)
