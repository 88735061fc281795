"""The third step of a reflection moment: put a change of the game on the table, or listen."""

from collections.abc import Callable

from engine.play.state import ProposalChoice
from engine.play.view.records import ChangeCard, View
from game.pages import ProposalPage
from game.presenters.changes import brings_words, change_words, consent_words, likely_words
from game.presenters.page import first_up
from game.presenters.table import ordered_changes
from game.window import art
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import button, card, choice, column, heading, icon, row, text
from game.window.parts.before_after import before_after, object_of, person_of
from game.window.parts.frame import scroll
from game.window.parts.moment import MomentScreen
from game.window.parts.people import face_of
from game.window.parts.things import CHAPTERS

# Design choices, in dp: the change in pictures, at most and at least, and the table beside it.
_SIDE, _LEAST, _TABLE = 440.0, 320.0, 770.0


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
        """The table with the six objects, what can change about one, and the change in pictures."""
        view = self.page.view
        listen = button(
            app.theme, "change.listen", app.say("change.listen"),
            lambda: self.make(app, ProposalChoice(view.seat)), sign="speak",
        )  # fmt: skip
        put = button(
            app.theme, "change.put", app.say("change.put-it"), lambda: self._put(app, view),
            strong=self.picked is not None, disabled=self.picked is None,
        )  # fmt: skip
        ask = text(app.say("change.ask"), Style("serif", 21), role="heading")
        things = [
            self._thing(app, each)
            for each in ordered_changes(view)
            if _chapter_of(each) == self.chapter
        ]
        table = self._table(app, view)
        detail = self._detail(app, view) if self.picked is not None else self._empty(app)
        if app.is_narrow:
            shown = [detail] if self.picked is not None else []
            parts = (ask, table, *shown, Grid(cell=230, gap=10, children=things))
            return self.around(app, view, scroll("changes", *parts), [listen, put])
        side = scroll("change.detail", detail)
        side.width = max(_LEAST, min(_SIDE, app.room[0] - _TABLE))
        changes = scroll("changes", Grid(columns=2, gap=12, children=things), pad=4)
        left = column(ask, table, changes, gap=12, grow=1)
        body = row(left, side, gap=18, align="stretch")
        return self.around(app, view, body, [listen, put])

    def _table(self, app: App, view: View) -> Node:
        """The six chapters as objects that lie there, and the way out."""
        names = [*CHAPTERS, *(["part"] if "part" in _chapters(view) else [])]
        cells = [self._object(app, view, name) for name in names]
        columns = len(cells) if not app.is_narrow else 0
        return Grid(columns=columns, cell=130, gap=8, children=cells)

    def _object(self, app: App, view: View, chapter: str) -> Node:
        words = app.say("change.part.tab" if chapter == "part" else f"chapter.{chapter}")
        count = sum(1 for each in view.changes if _chapter_of(each) == chapter)
        told = app.say("change.open", n=count) if count else app.say("change.fixed")

        def open_it() -> None:
            self.chapter, self.picked = chapter, None

        size = 46.0
        drawn: Node = (
            icon("door", 42, "risk") if chapter == "part"
            else object_of(app, chapter, self._example(app, view, chapter), size,
                           is_numbered=False)
        )  # fmt: skip
        return choice(
            app.theme, f"chapter.{chapter}", row(drawn, justify="center", min_height=size),
            text(words, LABEL, "ink" if count else "muted", align="center"),
            text(str(count) if count else "–", CAPTION, "muted", align="center"),
            act=open_it, pad=9, gap=3, label=f"{words}. {told}.",
            chosen=chapter == self.chapter, role="toggle", disabled=not count,
        )  # fmt: skip

    def _example(self, app: App, view: View, chapter: str) -> str:
        """What stands for a chapter: where they are, who may come, what lies there."""
        if chapter == "decor":
            return view.decor.id if view.decor is not None else ""
        if chapter == "roles":
            open_ = [each.thing for each in view.changes if each.chapter == "roles"]
            known = [role.address for role in view.me.roles]
            return next((each for each in (*open_, *known) if person_of(app, each)), "")
        return next((t.id for t in view.game if t.chapter == chapter and t.in_force), "")

    def _thing(self, app: App, each: ChangeCard) -> Node:
        words = first_up(change_words(app.cast(), each))
        is_on = self.picked is not None and self.picked.id == each.id

        def pick() -> None:
            self.picked = each
            self.amount = _first_amount(each)
            app.focus = "change.put"
            app.sound("step")

        said = column(text(words, STRONG), text(app.of(each.text), BODY, "muted"), gap=4, grow=1)
        sign = icon("door", 40, "risk") if each.action == "part" else (
            object_of(app, each.chapter, each.thing, 52)
        )  # fmt: skip
        return choice(
            app.theme, f"change.{each.id}", sign, said, act=pick, chosen=is_on, label=words,
            pad=12, gap=12, is_row=True, align="start",
        )  # fmt: skip

    def _empty(self, app: App) -> Node:
        """Where the change will be shown."""
        words = text(app.say("change.pick"), Style("regular", 17), "muted", align="center")
        look = Look(app.theme.card_low, app.theme.line, 14)
        sign = row(icon("swap", 40, "muted"), justify="center")
        return column(sign, words, gap=12, pad=(60, 30, 60, 30), look=look)

    def _detail(self, app: App, view: View) -> Node:
        picked, cast = self.picked, app.cast()
        assert picked is not None
        parts: list[Node] = [
            heading(first_up(change_words(cast, picked, self.amount)), Style("semibold", 18)),
            before_after(app, self.page.room, picked, self.amount),
        ]
        if picked.action == "amount" and picked.between and self.amount is not None:
            parts.append(self._stepper(app, picked.between, self.amount))
        parts += [text(each, BODY) for each in brings_words(cast, picked)]
        consent = app.say("vote.consent", consent=consent_words(cast, picked))
        parts.append(row(icon("people", 18, "muted"), text(consent, BODY, "muted", grow=1), gap=10))
        parts.append(text(app.say("likely.head"), LABEL))
        for other in view.there:
            face = art.bust(face_of(app, other), other.mood, 44)
            parts.append(row(face, text(likely_words(cast, other, picked), BODY, grow=1), gap=12))
        parts.append(text(app.say("likely.note"), CAPTION, "muted"))
        return card(app.theme, *parts, gap=11, pad=20)

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
