"""The plays that have ended, the last one first, to look back on again."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.play.trace import Trace, TraceProblem, load_trace, replay
from engine.play.view.records import EndingSeen
from engine.play.view.situation import ending
from game import saves
from game.errors import UserError
from game.library import Opened
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, STRONG
from game.window.kit.widgets import button, choice, column, icon, row, text
from game.window.parts.frame import frame, scroll
from game.window.play import Play

_MOST = 40  # design choice: a season of workshops; older ones stay in their folder


@dataclass(frozen=True)
class Finished:
    """A play that has ended, and how."""

    path: Path
    trace: Trace
    opened: Opened
    ending: EndingSeen
    saved: datetime


@dataclass(frozen=True)
class Unreadable:
    """A play that can't be looked back on, and why."""

    why: UserError


class FinishedScreen(Screen):
    """A card for each play; they are read one by one after the screen is shown."""

    name = "finished"
    first = "finished.close"

    def __init__(self) -> None:
        self.found: list[Finished | Unreadable] = []
        self.is_loading = True
        self._opened: dict[str, Opened] = {}

    def opened(self, app: App) -> None:
        """Read the plays when the first frame is there."""
        paths = saves.finished_plays()
        self._read_next(app, paths[:_MOST])

    def _read_next(self, app: App, paths: list[Path]) -> None:
        def read() -> None:
            if paths:
                self._read(app, paths[0])
                self._read_next(app, paths[1:])
            else:
                self.is_loading = False
            app.changed()

        app.later(read)

    def _read(self, app: App, path: Path) -> None:
        """Add the play; the first one gets the focus."""
        made = self._look_into(app, path)
        if made is None:
            return
        self.found.append(made)
        if isinstance(made, Finished) and self.first == "finished.close":
            self.first = _id(made)
            if app.screen is self:
                app.focus = self.first

    def _look_into(self, app: App, path: Path) -> Finished | Unreadable | None:
        """The play in that file; None if no person played it."""
        trace = load_trace(path)
        if isinstance(trace, TraceProblem):
            return Unreadable(saves.trace_stop(trace, Path(path.name)))
        if not trace.people:
            return None
        try:
            opened = self._scenario_of(app, trace, path)
        except UserError as why:
            return Unreadable(why)
        compiled = opened.compiled()
        played = replay(compiled, trace, opened.digest)
        if isinstance(played, TraceProblem):
            return Unreadable(saves.trace_stop(played, Path(path.name)))
        end = ending(compiled, played.state)
        saved = datetime.fromtimestamp(path.stat().st_mtime)
        return None if end is None else Finished(path, trace, opened, end, saved)

    def _scenario_of(self, app: App, trace: Trace, path: Path) -> Opened:
        if trace.digest not in self._opened:
            language = app.preferences.language
            self._opened[trace.digest] = saves.scenario_of(trace, path, None, language)
        return self._opened[trace.digest]

    def build(self, app: App) -> Node:
        """The list, and the way back."""
        cards = [
            _unreadable(app, each) if isinstance(each, Unreadable) else self._card(app, each)
            for each in self.found
        ]
        if self.is_loading:
            cards.append(text(app.say("finished.loading"), BODY, "muted"))
        elif not cards:
            cards.append(text(app.say("finished.none"), BODY, "muted"))
        close = button(app.theme, "finished.close", app.say("window.back"), app.pop, sign="back")
        return frame(app, app.say("finished.head"), scroll("finished", *cards, pad=14),
                     foot=[close], hint=app.say("picker.hint"))  # fmt: skip

    def back(self, app: App) -> None:
        """Back to the title."""
        app.pop()

    def _card(self, app: App, each: Finished) -> Node:
        scenario, when = each.opened.scenario, each.saved
        roles = app.words.all_of([app.of(scenario.parties[p].name) for p in each.trace.people])
        title = app.of(scenario.title)
        end = app.say("finished.ending", ending=app.of(each.ending.title), roles=roles)
        date = app.say("finished.date", day=when.day, month=when.month, year=when.year,
                       time=f"{when:%H:%M}")  # fmt: skip
        words = column(text(title, STRONG), text(end, CAPTION, "muted"), gap=2, grow=1)
        return choice(
            app.theme, _id(each), icon("book", 26, "mutual"), words, text(date, CAPTION, "muted"),
            is_row=True, align="center", gap=14, label=f"{title}. {end}. {date}",
            act=lambda: self._open(app, each),
        )  # fmt: skip

    def _open(self, app: App, each: Finished) -> None:
        play = Play.resume(each.opened, each.trace, each.path)
        if isinstance(play, Play):
            app.sound("step")
            app.go.look_back(play)
        else:
            why = saves.trace_stop(play, Path(each.path.name))
            self.found[self.found.index(each)] = Unreadable(why)
            app.focus = self.first = "finished.close"
            app.changed()


def _id(each: Finished) -> str:
    return f"finished.{each.path.name.partition('.')[0]}"


def _unreadable(app: App, each: Unreadable) -> Node:
    """The play with the reason; there is nothing to press."""
    words = column(
        text(app.say("finished.unreadable"), STRONG, "muted"),
        text(each.why.message(app.words), CAPTION, "muted"), gap=2, grow=1,
    )  # fmt: skip
    return row(
        icon("warning", 24, "risk"), words, gap=14, pad=(10, 14, 10, 14),
        look=Look(app.theme.card_low, app.theme.line, 14),
    )  # fmt: skip
