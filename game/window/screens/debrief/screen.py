"""The debrief: the story on one page, then the steps, a question first in each."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.play.afterthoughts import Afterthoughts
from game import settings
from game.presenters.afterthoughts import AFTER, BEFORE, FRIDAY, TURN, mark_of, written
from game.presenters.debrief import Step, debrief_steps
from game.presenters.looking_back import story_lines
from game.window import art
from game.window.app import App, Screen
from game.window.kit.node import Act, Node
from game.window.kit.paint import Look
from game.window.kit.row import Row
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import button, card, column, flow, icon, row, text
from game.window.parts.cards import cards, page_of, plain
from game.window.parts.frame import frame, scroll
from game.window.parts.people import lead_of
from game.window.screens.debrief.figures import road, what_if
from game.window.screens.debrief.happened import happened, recall
from game.window.screens.debrief.known import known
from game.window.screens.debrief.ledger import ledger
from game.window.screens.debrief.listening import first_field, friday_card, writing_card
from game.window.screens.debrief.theses import theses

if TYPE_CHECKING:
    from engine.debrief import Findings, TimelineEntry

# What comes before the steps: what people feel and remember, then the story.
LISTEN, STORY = -2, -1
_LAST = 8
_ONWARD = 170.0  # dp: as wide as its longest words, so that the button beside it stays in place
_THINK_FIRST = (1, 3)  # what you remember and believed, before the facts


class DebriefScreen(Screen):
    """The story, then one step at a time, back and forth; nothing is graded."""

    name = "debrief"
    first = "debrief.next"

    def __init__(self) -> None:
        self.found: Findings | None = None
        self.at = LISTEN
        # What came of saving the report, and what people had written by then.
        self.saved: tuple[str, tuple[Afterthoughts, ...]] = ("", ())
        self.thought: set[int] = set()  # steps whose question has been thought about

    @property
    def label(self) -> str:
        """Which step, for tests and storyboards."""
        return {LISTEN: "debrief-listen", STORY: "debrief-story"}.get(self.at, f"debrief-{self.at}")

    def opened(self, app: App) -> None:
        """Compute the debrief after the first frame is drawn: it takes a moment."""
        if self.found is None:
            app.later(lambda: self._find(app))

    def _find(self, app: App) -> None:
        from engine.debrief import debrief

        if app.play is None:
            return
        self.found = debrief(app.play.compiled, app.play.live.replayed)
        self._focus(app)

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
        live = app.play.live
        self.found = replace(self.found, afterthoughts=live.trace.afterthoughts)
        if self.at < 0:
            told = self._listen if self.at == LISTEN else self._story
            body = scroll(self.label, *told(app, self.found), gap=16, pad=4)
            return frame(app, title, body, note=note, foot=[*self._leave(app), *self._foot(app)])
        step = debrief_steps(app.cast(), self.found, live.people)[self.at]
        parts = [
            self._strip(app),
            self._question(app, step.ask),
            *self._content(app, self.found, step),
        ]
        body = scroll(f"debrief.{self.at}", *parts, gap=16, pad=4)
        return frame(app, title, body, note=note, foot=[*self._leave(app), *self._foot(app)],
                     hint=app.say("debrief.hint", at=self.at, n=_LAST))  # fmt: skip

    def _story(self, app: App, found: "Findings") -> Iterable[Node]:
        """The play told back to whoever played it."""
        from game.pages.story import story_page

        assert app.play is not None
        people = app.play.live.people
        page = story_page(app.play.compiled.scenario.title, found, people)
        beside = written(app.cast(), found, people, TURN)
        yield from page_of(app, (*story_lines(app.cast(), page), *beside))
        yield friday_card(app, AFTER, app.say("listen.after"))
        yield self._report(app, found)

    def _listen(self, app: App, found: "Findings") -> Iterable[Node]:
        """What people feel and remember, before anything is told."""
        yield self._question(app, app.say("listen.head"))
        yield writing_card(app, BEFORE, "debrief.next")
        yield from recall(app, found, lambda seat, entry: self._mark(app, seat, entry))

    def _strip(self, app: App) -> Node:
        dots: list[Node] = []
        for at in range(_LAST + 1):
            is_here = at == self.at
            colour = "on_strong" if is_here else "muted"
            name = app.say(f"debrief.{at}")
            words: list[Node] = [text(str(at), LABEL, colour)]
            if is_here or not app.is_narrow:
                words.append(text(name, CAPTION, colour))
            line = None if is_here else app.theme.line
            look = Look(app.theme.strong if is_here else app.theme.card_low, line, 16)
            told = "" if is_here or not app.is_narrow else name
            dots.append(Row(gap=4, pad=(6, 7, 6, 7), look=look, align="center",
                            children=words, id=f"debrief.step.{at}", role="button", label=name,
                            explain=told, act=self._goer(app, at)))  # fmt: skip
        return flow(*dots, gap=4)

    def _goer(self, app: App, at: int) -> Act:
        def go() -> None:
            self.at = at
            app.forget_scroll()
            self._focus(app)

        return go

    def _focus(self, app: App) -> None:
        """Begin with what there is to do in a step; what goes on comes after it."""
        self.first = self._first(app)
        app.focus = self.first
        app.turned()

    def _first(self, app: App) -> str:
        if self.asks_first:
            return "debrief.show"
        asked = {LISTEN: BEFORE, _LAST: FRIDAY}.get(self.at)
        return first_field(app, asked) if asked else "debrief.next"

    def _question(self, app: App, words: str) -> Node:
        return row(
            icon("question", 30, "mutual"),
            text(words, Style("serif", 22 if app.is_narrow else 26), role="heading", grow=1),
            gap=16,
            align="start",
            pad=(4, 6, 4, 6),
        )

    def _foot(self, app: App) -> list[Node]:
        """Back and on, always in the same place: nobody who goes back leaves by going on."""
        theme, last = app.theme, self.at == _LAST
        back = button(theme, "debrief.back", app.say("window.back"), self._goer(app, self.at - 1),
                      sign="back", disabled=self.at == LISTEN)  # fmt: skip
        words = app.say("debrief.further" if self.at == STORY else "talk.next")
        on = button(theme, "debrief.next", words, lambda: self._forward(app), strong=not last,
                    disabled=last)  # fmt: skip
        on.min_width = _ONWARD
        return [back, on]

    def _leave(self, app: App) -> list[Node]:
        """What ends it, never where going on stands; before the last step it is asked once more."""
        last = self.at == _LAST
        words = app.say("debrief.done" if last else "ending.leave")
        act = app.go.leave if last else app.go.pause
        return [button(app.theme, "debrief.leave", words, act, strong=last)]

    def _forward(self, app: App) -> None:
        app.sound("step")
        self._goer(app, self.at + 1)()

    def back(self, app: App) -> None:
        """One step back."""
        if self.at != LISTEN:
            self._goer(app, self.at - 1)()

    def _content(self, app: App, found: "Findings", step: Step) -> Iterable[Node]:
        """What a step shows."""
        assert app.play is not None
        play = app.play
        if self.asks_first:
            return [self._think(app)]
        match self.at:
            case 0:
                return [*plain(step.written), _roles(app), *plain(step.lines)]
            case 2:
                return happened(app, found, step)
            case 3:
                return known(app, found, step, play.live.people)
            case 4:
                return road(app, found, step)
            case 5:
                return [*plain(step.written), *what_if(app, found, step)]
            case 6:
                return theses(app, found, step)
            case 7:
                return ledger(app, found, step)
            case 8:
                return [
                    friday_card(app, FRIDAY, app.say("friday.head")),
                    *plain(step.questions),
                    self._report(app, found),
                ]
            case _:
                return cards(app, step.lines, cell=430)

    def _report(self, app: App, found: "Findings") -> Node:
        """The offer to save it all as a page; once saved, where that is."""
        told, written = self.saved
        save = button(app.theme, "debrief.report", app.say("report.save"),
                      lambda: self._save_report(app, found), sign="book")  # fmt: skip
        is_news = told and written == found.afterthoughts
        words = told if is_news else app.say("report.offer")
        return row(save, text(words, BODY, "ink" if is_news else "muted", max_width=560), gap=16,
                   justify="center")  # fmt: skip

    def _save_report(self, app: App, found: "Findings") -> None:
        from game.errors import UserError

        assert app.play is not None
        try:
            path = app.play.save_report(found, app.words)
        except OSError as error:
            failed = UserError("stop.unwritable", path=settings.reports(), why=error)
            self.saved = failed.message(app.words), found.afterthoughts
        else:
            self.saved = app.say("report.saved", path=path), found.afterthoughts
            app.sound("seal")

    def _mark(self, app: App, seat: str, entry: "TimelineEntry | None") -> None:
        """Keep somebody's turning point, or that it is none of them."""
        assert app.play is not None
        now = app.play.live.trace.written_by(seat)
        app.play.write_down(replace(now, marked=None if entry is None else mark_of(entry)))
        app.sound("step")

    @property
    def asks_first(self) -> bool:
        """Whether the question of this step comes before what there is to show."""
        return self.at in _THINK_FIRST and self.at not in self.thought

    def _think(self, app: App) -> Node:
        def show() -> None:
            self.thought.add(self.at)
            self._focus(app)
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
