"""The plays that have ended, the last one first, to look back on again."""

from pathlib import Path

from game import saves
from game.library import Opened
from game.window.app import App, Screen
from game.window.earlier import Finished, Unreadable, how_it_ended, look_into, when_it_ended
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, STRONG
from game.window.kit.widgets import button, choice, column, icon, row, text
from game.window.parts.frame import frame, scroll
from game.window.play import Play

_MOST = 40  # design choice: a season of workshops; older ones stay in their folder


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
        made = look_into(path, app.preferences.language, self._opened)
        if made is None:
            return
        self.found.append(made)
        if isinstance(made, Finished) and self.first == "finished.close":
            self.first = _id(made)
            if app.screen is self:
                app.focus = self.first

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
        title, end = app.of(each.opened.scenario.title), how_it_ended(app, each)
        date = when_it_ended(app, each)
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
