"""The debrief: the story on one page, then the steps, a question first in each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.presenters.debrief import Step, debrief_steps
from game.presenters.looking_back import story_lines
from game.window import art
from game.window.app import App, Screen
from game.window.kit.node import Act, Node
from game.window.kit.paint import Look
from game.window.kit.row import Row
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import button, card, column, flow, heading, icon, row, text
from game.window.parts.frame import frame, scroll
from game.window.parts.people import lead_of
from game.window.screens.debrief.cards import cards, page_of, plain
from game.window.screens.debrief.figures import road, what_if
from game.window.screens.debrief.happened import happened, recall
from game.window.screens.debrief.known import known
from game.window.screens.debrief.ledger import ledger
from game.window.screens.debrief.theses import theses

if TYPE_CHECKING:
    from engine.debrief import Findings

STORY = -1  # the page that comes before the steps
_LAST = 8
_THINK_FIRST = (1, 3)  # what you remember and believed, before the facts


class DebriefScreen(Screen):
    """The story, then one step at a time, back and forth; nothing is graded."""

    name = "debrief"
    first = "debrief.next"

    def __init__(self) -> None:
        self.found: Findings | None = None
        self.at = STORY
        self.shows_log = False
        self.thought: set[int] = set()  # steps whose question has been thought about

    @property
    def label(self) -> str:
        """Which step, for tests and storyboards."""
        return "debrief-story" if self.at == STORY else f"debrief-{self.at}"

    def opened(self, app: App) -> None:
        """Compute the debrief after the first frame is drawn: it takes a moment."""
        if self.found is None:
            app.later(lambda: self._find(app))

    def _find(self, app: App) -> None:
        from engine.debrief import debrief

        if app.play is None:
            return
        self.found = debrief(app.play.compiled, app.play.live.replayed)
        app.changed()

    def build(self, app: App) -> Node:
        """The steps, the question, and what there is to show."""
        assert app.play is not None
        title = app.say("debrief.head")
        note = app.of(app.play.compiled.scenario.title)
        if self.found is None:
            wait = text(app.say("debrief.wait"), Style("serif", 26), "muted", align="center")
            body = column(wait, justify="center")
            back = button(app.theme, "debrief.next", app.say("ending.leave"), app.go.leave)
            return frame(app, title, body, note=note, foot=[back])
        if self.at == STORY:
            body = scroll("debrief.story", *self._story(app, self.found), gap=16, pad=4)
            return frame(app, title, body, note=note, foot=self._foot(app))
        step = debrief_steps(app.cast(), self.found, app.play.live.people)[self.at]
        parts = [self._strip(app), self._ask(app, step), *self._content(app, self.found, step)]
        body = scroll(f"debrief.{self.at}", *parts, gap=16, pad=4)
        return frame(app, title, body, note=note, foot=self._foot(app),
                     hint=app.say("debrief.hint", at=self.at, n=_LAST))  # fmt: skip

    def _story(self, app: App, found: "Findings") -> Iterable[Node]:
        """The play told back to whoever played it."""
        from game.pages.story import story_page

        assert app.play is not None
        page = story_page(app.play.compiled.scenario.title, found, app.play.live.people)
        return page_of(app, story_lines(app.cast(), page))

    def _strip(self, app: App) -> Node:
        dots: list[Node] = []
        for at in range(_LAST + 1):
            is_here = at == self.at
            colour = "on_strong" if is_here else "muted"
            name = app.say(f"debrief.{at}")
            words: list[Node] = [text(str(at), LABEL, colour)]
            if is_here:
                words.append(text(name, LABEL, colour))
            look = Look(app.theme.strong if is_here else app.theme.card_low, None, 16)
            dots.append(Row(gap=8, pad=(6, 12, 6, 12), look=look, align="center",
                            children=words, id=f"debrief.step.{at}", role="button", label=name,
                            explain="" if is_here else name, act=self._goer(app, at)))  # fmt: skip
        return flow(*dots, gap=6)

    def _goer(self, app: App, at: int) -> Act:
        def go() -> None:
            self.at = at
            app.forget_scroll()
            app.changed()

        return go

    def _ask(self, app: App, step: Step) -> Node:
        return row(
            icon("question", 30, "mutual"),
            text(step.ask, Style("serif", 22 if app.is_narrow else 26), role="heading", grow=1),
            gap=16,
            align="start",
            pad=(4, 6, 4, 6),
        )

    def _foot(self, app: App) -> list[Node]:
        theme, last = app.theme, self.at == _LAST
        foot: list[Node] = []
        if self.at != STORY:
            foot.append(button(theme, "debrief.back", app.say("window.back"),
                               self._goer(app, self.at - 1), sign="back"))  # fmt: skip
        else:
            foot.append(button(theme, "debrief.leave", app.say("ending.leave"), app.go.leave))
        if last:
            foot.append(button(theme, "debrief.next", app.say("debrief.done"), app.go.leave,
                               strong=True))  # fmt: skip
        else:
            onward = "debrief.further" if self.at == STORY else "talk.next"
            foot.append(button(theme, "debrief.next", app.say(onward),
                               lambda: self._forward(app), strong=True))  # fmt: skip
        return foot

    def _forward(self, app: App) -> None:
        app.sound("step")
        self._goer(app, self.at + 1)()
        app.focus = self.first

    def back(self, app: App) -> None:
        """One step back."""
        if self.at != STORY:
            self._goer(app, self.at - 1)()

    def _content(self, app: App, found: "Findings", step: Step) -> Iterable[Node]:
        """What a step shows."""
        assert app.play is not None
        play = app.play
        if self.asks_first:
            return [self._think(app)]
        match self.at:
            case 0:
                return [_roles(app), *plain(step.lines)]
            case 2 if not self.shows_log:
                return [recall(app, found, lambda at: self._mark(app, at))]
            case 2:
                return happened(app, found, step, play.marked)
            case 3:
                return known(app, found, step, play.live.people)
            case 4:
                return road(app, found, step)
            case 5:
                return what_if(app, found, step)
            case 6:
                return theses(app, found, step)
            case 7:
                return ledger(app, found, step)
            case 8:
                return [_card(app)]
            case _:
                return cards(app, step.lines, cell=430)

    def _mark(self, app: App, at: int | None) -> None:
        """Mark a turning point, and show the log."""
        assert app.play is not None
        app.play.marked = at
        self.shows_log = True
        app.focus = self.first
        app.forget_scroll()
        app.sound("seal")

    @property
    def asks_first(self) -> bool:
        """Whether the question of this step comes before what there is to show."""
        return self.at in _THINK_FIRST and self.at not in self.thought

    def _think(self, app: App) -> Node:
        def show() -> None:
            self.thought.add(self.at)
            app.focus = self.first
            app.forget_scroll()

        inside = card(
            app.theme,
            row(icon("eye-off", 44, "mutual"), justify="center"),
            text(app.say("debrief.think-first"), Style("regular", 18), "muted", align="center"),
            row(button(app.theme, "debrief.show", app.say("debrief.show"), show, sign="eye"),
                justify="center"),
            gap=18, pad=34,
        )  # fmt: skip
        inside.max_width = 640
        return inside


def _roles(app: App) -> Node:
    """The people whose clothes are taken off now."""
    assert app.play is not None
    parties = app.play.compiled.scenario.parties
    faces: list[Node] = []
    for name, party in parties.items():
        lead = lead_of(name, party)
        faces.append(
            column(
                art.bust(lead, "open", 110),
                text(lead.name, STRONG, align="center"),
                text(app.of(party.name), CAPTION, "muted", align="center"),
                gap=6,
                align="center",
            )
        )
    return card(app.theme, row(*faces, gap=48, justify="center"), pad=26)


def _card(app: App) -> Node:
    """What to do next, to write down on paper."""
    lines: list[Node] = [
        column(text(app.say(f"friday.{name}"), LABEL, "muted"),
               Node(height=44), Node(height=1, look=Look(app.theme.muted, radius=0)), gap=2)
        for name in ("what", "who", "when")
    ]  # fmt: skip
    inside = card(
        app.theme,
        heading(app.say("friday.head"), Style("serif", 26)),
        text(app.say("friday.text"), BODY, "muted"),
        *lines,
        gap=14,
        pad=30,
    )
    inside.max_width = 760
    return row(inside, justify="center")
