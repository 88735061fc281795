"""The third step of a reflection moment: put a change of the game on the table, or listen."""

from collections.abc import Callable

from engine.play.state import ProposalChoice
from engine.play.view.records import ChangeCard, View
from game.pages import ProposalPage
from game.presenters.changes import brings_words, change_words, consent_words
from game.presenters.page import first_up
from game.presenters.table import ordered_changes
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import button, card, choice, flow, heading, icon, row, text
from game.window.parts.before_after import before_after
from game.window.parts.frame import scroll
from game.window.parts.moment import MomentScreen
from game.window.parts.things import CHAPTERS, chapter_sign


class ProposalScreen(MomentScreen):
    """The alternatives: pick a part of the game, change it, put it on the table."""

    name = "alternatives"
    first = "change.listen"

    def __init__(self, page: ProposalPage) -> None:
        super().__init__()
        self.page = page
        self.chapter = ""
        self.picked: ChangeCard | None = None
        self.amount: int | None = None

    def opened(self, app: App) -> None:
        """Begin with the first chapter that can be changed."""
        chapters = _chapters(self.page.view)
        self.chapter = chapters[0] if chapters else ""
        if self.chapter:
            self.first = f"chapter.{self.chapter}"
            app.focus = self.first

    def build(self, app: App) -> Node:
        """The chapters of the game, the things in one of them, and the change before and after."""
        view = self.page.view
        tabs = flow(*(self._tab(app, name) for name in _chapters(view)), gap=8)
        cards = [
            self._thing(app, each)
            for each in ordered_changes(view)
            if _chapter_of(each) == self.chapter
        ]
        ask = text(app.say("change.ask"), Style("serif", 21), role="heading")
        things = Grid(cell=250, gap=12, children=cards)
        listen = button(
            app.theme,
            "change.listen",
            app.say("change.listen"),
            lambda: self.make(app, ProposalChoice(view.seat)),
            sign="speak",
        )
        foot = [listen]
        if self.picked is None:
            body: Node = scroll("changes", ask, tabs, things)
            return self.around(app, view, body, foot)
        detail = self._detail(app, self.picked)
        words = app.say("change.put-it")
        foot.append(
            button(app.theme, "change.put", words, lambda: self._put(app, view), strong=True)
        )
        if app.is_narrow:
            return self.around(app, view, scroll("changes", ask, detail, tabs, things), foot)
        side = scroll("change.detail", detail)
        side.width = 470
        body = row(scroll("changes", ask, tabs, things), side, gap=18, align="stretch")
        return self.around(app, view, body, foot)

    def _tab(self, app: App, chapter: str) -> Node:
        words = app.say("change.part.tab" if chapter == "part" else f"chapter.{chapter}")
        sign = "door" if chapter == "part" else chapter_sign(chapter)

        def open_it() -> None:
            self.chapter, self.picked = chapter, None

        return choice(
            app.theme, f"chapter.{chapter}", icon(sign, 20, "mutual"), text(words, LABEL),
            is_row=True, align="center", gap=8, pad=10, act=open_it, label=words,
            chosen=chapter == self.chapter, role="toggle",
        )  # fmt: skip

    def _thing(self, app: App, each: ChangeCard) -> Node:
        words = first_up(change_words(app.cast(), each))
        is_on = self.picked is not None and self.picked.id == each.id

        def pick() -> None:
            self.picked = each
            self.amount = _first_amount(each)
            app.sound("step")

        return choice(
            app.theme, f"change.{each.id}", text(words, STRONG),
            text(app.of(each.text), BODY, "muted"), act=pick, chosen=is_on, label=words, pad=16,
        )  # fmt: skip

    def _detail(self, app: App, picked: ChangeCard) -> Node:
        parts: list[Node] = [
            heading(first_up(change_words(app.cast(), picked, self.amount)), Style("semibold", 19)),
            before_after(app, self.page.room, picked, self.amount),
        ]
        if picked.action == "amount" and picked.between and self.amount is not None:
            parts.append(self._stepper(app, picked.between, self.amount))
        parts += [text(each, BODY) for each in brings_words(app.cast(), picked)]
        consent = app.say("vote.consent", consent=consent_words(app.cast(), picked))
        parts.append(row(icon("people", 18, "muted"), text(consent, BODY, "muted", grow=1), gap=10))
        return card(app.theme, *parts, gap=14, pad=22)

    def _stepper(self, app: App, between: tuple[int, int], amount: int) -> Node:
        low, high = between

        def by(step: int) -> Callable[[], None]:
            def act() -> None:
                self.amount = max(low, min(high, amount + step))

            return act

        size = max(1, (high - low) // 10)
        less = button(app.theme, "amount.less", f"−{size}", by(-size), disabled=amount <= low)
        more = button(app.theme, "amount.more", f"+{size}", by(size), disabled=amount >= high)
        figure = text(str(amount), Style("bold", 26), align="center")
        figure.min_width = 60
        return row(less, figure, more, text(app.say("change.between", low=low, high=high), CAPTION,
                                            "muted", grow=1), gap=12)  # fmt: skip

    def _put(self, app: App, view: View) -> None:
        if self.picked is not None:
            amount = self.amount if self.picked.action == "amount" else None
            self.make(app, ProposalChoice(view.seat, self.picked.id, amount))

    def back(self, app: App) -> None:
        """Put the picked thing back; without one, ask whether to stop."""
        if self.picked is not None:
            self.picked = None
            app.changed()
        else:
            super().back(app)


def _first_amount(each: ChangeCard) -> int | None:
    if each.action != "amount" or each.between is None:
        return None
    low, high = each.between
    now = each.amount if each.amount is not None else low
    size = max(1, (high - low) // 10)
    return min(high, now + size) if now < high else max(low, now - size)


def _chapter_of(each: ChangeCard) -> str:
    return "part" if each.action == "part" else each.chapter


def _chapters(view: View) -> list[str]:
    present = {_chapter_of(each) for each in view.changes}
    return [name for name in (*CHAPTERS, "part") if name in present]
