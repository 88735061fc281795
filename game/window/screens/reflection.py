"""The four steps of a reflection moment, each with its own interaction."""

from collections.abc import Callable

from engine.play.state import Choice, OptionChoice, ProposalChoice, VoteChoice
from engine.play.view.records import ChangeCard, OptionCard, ProposalCard, Room, View
from game.pages import OptionPage, ProposalPage, VotePage
from game.presenters.changes import change_words, consent_words
from game.presenters.page import first_up
from game.presenters.table import STEPS, moment_head, option_text, ordered_changes
from game.window.app import App, Screen
from game.window.kit.node import Box, Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    button,
    card,
    card_look,
    chip,
    choice,
    column,
    flow,
    heading,
    icon,
    key_cap,
    row,
    text,
)
from game.window.scene import across, scene
from game.window.screens.briefing import CHAPTER_SIGNS, CHAPTERS
from game.window.screens.frame import frame, halves, scroll
from game.window.screens.table import book

_SIGNS = {
    "name-difference": "swap", "name-common-ground": "trust-building", "joke-away": "opportunistic",
    "own-part": "person", "real-question": "question", "their-part": "people",
    "keep-quiet": "eye-off",
}  # fmt: skip


class _Step(Screen):
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
        return frame(app, title, column(*parts, gap=14), foot=foot, middle=[book(app, view)],
                     note=first_up(app.of(view.decor.name)))  # fmt: skip

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
        cells.append(row(sign, *shown, gap=9, pad=(8, 14, 8, 14), look=Look(fill, None, 18),
                         label=app.say(f"step.{stage}")))  # fmt: skip
    return (
        flow(*cells, gap=8)
        if app.is_narrow
        else Box(direction="grid", columns=4, gap=10, children=cells)
    )


class OptionsScreen(_Step):
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
        """The question with who is across, and the options below it."""
        room, view, ask = self.page.room, self.page.view, self.page.question
        words = app.of(ask.text) if ask else app.say("moment.intro")
        help_ = text(app.say(f"step.{view.stage}.help"), CAPTION, "muted")
        asked = column(
            text(words, Style("serif", 20 if app.is_narrow else 23), role="heading"), help_, gap=5,
            pad=(14, 22, 14, 22), look=card_look(app.theme),
        )  # fmt: skip
        top = scene(app, room, view, across(room, view), asked)
        options = [self._option(app, view, each) for each in view.options]
        grid = Box(direction="grid", cell=300, gap=14, children=options)
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


class AlternativesScreen(_Step):
    """The debate of alternatives: pick a thing of the game, change it, put it on the table."""

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
        things = Box(direction="grid", cell=250, gap=12, children=cards)
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
        sign = "door" if chapter == "part" else _chapter_sign(chapter)

        def open_it() -> None:
            self.chapter, self.picked = chapter, None

        return choice(
            app.theme, f"chapter.{chapter}", icon(sign, 20, "mutual"), text(words, LABEL),
            direction="row", align="center", gap=8, pad=10, act=open_it, label=words,
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
        figure.least_wide = 60
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


def _chapter_sign(chapter: str) -> str:
    return next((sign for name, sign in CHAPTER_SIGNS.items() if name == chapter), "rule")


def before_after(
    app: App, room: Room, change: ChangeCard, amount: int | None, *, was: int | None = None
) -> Node:
    """A thing of the game as it is and as it would be, in words and with the chapter's icon."""
    cast, name = app.cast(), first_up(app.of(change.name))
    start = was if was is not None else change.amount
    before, after = app.say("state.off"), app.say("state.on")
    if change.action == "drop":
        before, after = after, before
    elif change.action == "amount":
        before, after = (
            str(start if start is not None else "…"),
            str(amount if amount is not None else "…"),
        )
    elif change.action == "hold":
        before = app.say("state.elsewhere")
        table = change.holder in (None, "table")
        after = (
            app.say("game.holder.table")
            if table
            else app.say("game.holder", holder=cast.party(change.holder))
        )
    elif change.action == "move":
        before, after, name = (
            first_up(app.of(room.decor.name)),
            name,
            app.say("chapter.decor"),
        )
    elif change.action == "part":
        before, after, name = (
            app.say("state.talking"),
            app.say("state.parted"),
            app.say("change.part.tab"),
        )
    sign = "door" if change.action == "part" else _chapter_sign(change.chapter)
    parts = [
        _state(app, sign, name, app.say("state.before"), before, "muted"),
        _state(app, sign, name, app.say("state.after"), after, "mutual"),
    ]
    grid = Box(direction="grid", cell=170, gap=10, children=parts)
    return column(grid, gap=10)


def _state(app: App, sign: str, name: str, when: str, state: str, colour: str) -> Node:
    theme = app.theme
    fill = theme.mutual_soft if colour == "mutual" else theme.card_low
    return column(
        row(
            icon(sign, 18, colour),
            text(when, CAPTION, "ink" if colour == "mutual" else "muted", grow=1),
        ),
        text(name, LABEL),
        text(first_up(state), BODY),
        gap=5,
        pad=(13, 15, 14, 15),
        look=Look(fill, None, 12),
    )


class VoteScreen(_Step):
    """The decision: a yes or a no to each proposal of the others."""

    name = "vote"
    first = "vote.go"

    def __init__(self, page: VotePage) -> None:
        super().__init__()
        self.page = page
        self.votes: dict[str, bool] = {}

    def build(self, app: App) -> Node:
        """Each proposal with what it changes and two answers."""
        view = self.page.view
        cards = [self._proposal(app, each) for each in view.proposals]
        others = [each.proposer for each in view.proposals if not each.own]
        missing = [name for name in others if name not in self.votes]
        if not others:
            empty = text(app.say("vote.nothing"), Style("regular", 18), "muted")
            cards.append(card(app.theme, empty, pad=24))
        grid = Box(direction="grid", cell=430, gap=18, children=cards)
        go = button(
            app.theme,
            "vote.go",
            app.say("vote.go" if others else "talk.go-on"),
            lambda: self.make(app, VoteChoice(view.seat, dict(self.votes))),
            strong=not missing,
            disabled=bool(missing),
            explain=app.say("vote.first") if missing else "",
        )
        ask = text(app.say("vote.head"), Style("serif", 23), role="heading")
        return self.around(app, view, scroll("vote", ask, grid, gap=16, pad=4), [go])

    def opened(self, app: App) -> None:
        """Begin at the first answer."""
        others = [each.proposer for each in self.page.view.proposals if not each.own]
        self.first = f"vote.{others[0]}.yes" if others else "vote.go"
        app.focus = self.first

    def _proposal(self, app: App, each: ProposalCard) -> Node:
        cast, theme = app.cast(), app.theme
        own = ".own" if each.own else ""
        what = change_words(cast, each.change, each.amount)
        proposed = app.say(f"proposed{own}", party=cast.party(each.proposer), change=what)
        parts: list[Node] = [
            heading(proposed, Style("semibold", 18)),
            before_after(app, self.page.room, each.change, each.amount),
        ]
        if each.change.action != "part":
            parts.append(text(app.of(each.change.text), BODY, "muted"))
        consent = app.say("vote.consent", consent=consent_words(cast, each.change))
        parts.append(row(icon("people", 18, "muted"), text(consent, BODY, "muted", grow=1), gap=10))
        if each.own:
            parts.append(row(chip(theme, app.say("vote.own"), sign="person")))
        else:
            answers = [self._answer(app, each.proposer, yes=yes) for yes in (True, False)]
            parts.append(Box(direction="grid", columns=2, gap=12, children=answers))
        return card(theme, *parts, gap=13, pad=24)

    def _answer(self, app: App, proposer: str, *, yes: bool) -> Node:
        is_on = self.votes.get(proposer) is yes
        words = app.say("vote.answer.yes" if yes else "vote.answer.no")

        def vote() -> None:
            self.votes[proposer] = yes
            app.sound("step")

        return choice(
            app.theme, f"vote.{proposer}.{'yes' if yes else 'no'}",
            row(icon("check" if yes else "cross", 22, "trust" if yes else "risk"),
                text(words, STRONG), justify="center", gap=10),
            act=vote, chosen=is_on, role="toggle", label=words, pad=14, key="1" if yes else "2",
        )  # fmt: skip
