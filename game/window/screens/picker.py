"""The title with the scenarios to pick from, and the unfinished plays."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.scenario.vocabulary import LANGUAGES
from game.window.app import App, Screen
from game.window.kit.column import Column
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import button, chip, choice, column, flow, heading, icon, row, text
from game.window.parts.credits import written_by
from game.window.parts.frame import frame, scroll

# This is the first screen: the loader of scenarios is imported after its first frame.
if TYPE_CHECKING:
    from engine.play.trace import Trace, TraceProblem
    from game.errors import UserError
    from game.library import Opened

_MOST_UNFINISHED = 3
_MOST_STUCK = 3
_CARD_TITLE = Style("serif", 20)


@dataclass(frozen=True)
class Unfinished:
    """A play that can be resumed."""

    opened: "Opened"
    trace: "Trace"
    path: Path


@dataclass(frozen=True)
class Stuck:
    """An unfinished play that can't be resumed, and why."""

    path: Path
    why: "UserError"


class PickerScreen(Screen):
    """The first screen. Scenarios are read one by one after it is shown."""

    name = "picker"

    def __init__(self, given: Path | None = None) -> None:
        self.given = given
        self.scenarios: list[Opened] = []
        self.unfinished: list[Unfinished] = []
        self.stuck: list[Stuck] = []
        self.broken: list[Path] = []
        self.times: Counter[str] = Counter()  # finished plays by digest
        self.has_finished = False
        self.is_loading = True

    def opened(self, app: App) -> None:
        """Read the scenarios when the first frame is there."""
        app.later(lambda: self._begin(app))

    def _begin(self, app: App) -> None:
        from game import library

        self._read_next(app, [self.given] if self.given else list(library.shipped()))

    def _read_next(self, app: App, paths: list[Path]) -> None:
        def read() -> None:
            if paths:
                self._read(app, paths[0])
                self._read_next(app, paths[1:])
            else:
                self._find_unfinished()
                self.is_loading = False
                self.first = self._first_id()
                if app.screen is self and not app.focus:
                    app.focus = self.first
            app.changed()

        app.later(read)

    def _read(self, app: App, path: Path) -> None:
        from game import library
        from game.errors import UserError

        try:
            opened = library.open_scenario(path, app.preferences.language)
            self.scenarios.append(opened)
            others = [each for each in opened.scenario.languages if each not in LANGUAGES]
            app.tongues = tuple(dict.fromkeys([*app.tongues, *others]))
        except UserError:
            self.broken.append(path)

    def _find_unfinished(self) -> None:
        from engine.play.trace import Trace, TraceProblem, load_trace
        from game import saves

        read = map(load_trace, saves.finished_plays())
        finished = [each for each in read if isinstance(each, Trace)]
        self.times = Counter(each.digest for each in finished)
        self.has_finished = any(each.people for each in finished)
        by_digest = {each.digest: each for each in self.scenarios}
        folder = saves.unfinished()
        paths = sorted(folder.glob("*.trace.json"), key=_saved_at, reverse=True)
        for path in paths:
            trace = load_trace(path)
            if isinstance(trace, TraceProblem):
                self._give_up(path, trace)
            elif not trace.people:
                continue
            elif trace.digest in by_digest:
                now = by_digest[trace.digest]
                self._offer(saves.as_begun(trace, Path(path.name), now), trace, path)
            else:
                self._offer_as_begun(trace, path)

    def _offer(self, opened: "Opened", trace: "Trace", path: Path) -> None:
        if len(self.unfinished) < _MOST_UNFINISHED:
            self.unfinished.append(Unfinished(opened, trace, path))

    def _offer_as_begun(self, trace: "Trace", path: Path) -> None:
        """Offer a play of an earlier version of one of the scenarios."""
        from game import saves
        from game.errors import UserError

        now = next((each for each in self.scenarios if each.source == trace.source), None)
        if now is None:
            return
        try:
            self._offer(saves.as_begun(trace, Path(path.name), now), trace, path)
        except UserError as why:
            self.stuck.append(Stuck(path, why))

    def _give_up(self, path: Path, problem: "TraceProblem") -> None:
        from game import saves

        self.stuck.append(Stuck(path, saves.trace_stop(problem, Path(path.name))))

    def _first_id(self) -> str:
        if self.unfinished:
            return "resume.1"
        if self._lesson is not None:
            return f"scenario.{self._lesson.path.stem}"
        return f"scenario.{self.scenarios[0].path.stem}" if self.scenarios else ""

    @property
    def _lesson(self) -> "Opened | None":
        """The first lesson, for whoever never played to the end."""
        from game.library import FIRST_LESSON

        if self.has_finished or self.unfinished:
            return None
        return next((each for each in self.scenarios if each.path.stem == FIRST_LESSON), None)

    def build(self, app: App) -> Node:
        """The title at the left and what can be played at the right."""
        cards: list[Node] = []
        if self.unfinished:
            cards.append(text(app.say("picker.unfinished"), LABEL, "muted"))
            cards += [self._resume_card(app, n, each) for n, each in enumerate(self.unfinished, 1)]
        cards += [self._stuck_card(app, each) for each in self.stuck[:_MOST_STUCK]]
        if self.scenarios:
            cards.append(text(app.say("picker.scenarios"), LABEL, "muted"))
        offset = len(self.unfinished)
        cards += [
            self._scenario_card(app, n, each) for n, each in enumerate(self.scenarios, offset + 1)
        ]
        cards += [self._broken_line(app, each) for each in self.broken]
        if self.is_loading:
            cards.append(text(app.say("picker.loading"), BODY, "muted"))
        leave = [button(app.theme, "picker.leave", app.say("picker.leave"), app.close, sign="door")]
        foot = []
        if self.has_finished:
            foot.append(button(app.theme, "picker.finished", app.say("picker.finished"),
                               lambda: app.go.finished(), sign="book"))  # fmt: skip
        hint = app.say("picker.hint")
        if app.is_narrow:
            body: Node = scroll("picker", self._welcome(app, tight=True), *cards)
            return frame(app, app.say("picker.name"), body, foot=foot, leave=leave, hint=hint)
        welcome = self._welcome(app, tight=False)
        welcome.width = 360
        body = row(welcome, scroll("picker", *cards, pad=14), gap=28, align="stretch")
        return frame(app, "", body, foot=foot, leave=leave, hint=hint)

    def _broken_line(self, app: App, path: Path) -> Node:
        from game.errors import program_name

        words = app.say("pick.broken", file=path.name, program=program_name())
        return text(words, BODY, "risk")

    def _welcome(self, app: App, *, tight: bool) -> Column:
        tagline = text(app.say("picker.tagline"), Style("regular", 19), "ink")
        about = text(app.say("picker.about"), BODY, "muted")
        if tight:
            return column(tagline, gap=8)
        return column(
            column(grow=1), heading(app.say("picker.name"), Style("serif", 58)), tagline, about,
            *self._looked_at(app), column(grow=2), gap=16,
        )  # fmt: skip

    def _looked_at(self, app: App) -> Iterator[Node]:
        """What the story that is pointed at or has the focus is about, and who are in it."""
        name = (app.pointed or app.focus).removeprefix("scenario.")
        opened = next((each for each in self.scenarios if each.path.stem == name), None)
        if opened is None:
            return
        from game import library

        scenario = library.told_if_possible(opened, app.preferences.texts).scenario
        goals = " ".join(app.of(goal.text) for goal in scenario.teaches.values())
        inside: list[Node] = [text(app.of(scenario.title), STRONG)]
        if goals:
            inside.append(text(app.say("picker.teaches", goals=goals), BODY))
        yield scroll("picker.about", column(*inside, gap=6, pad=(14, 16, 14, 16),
                     look=Look(app.theme.card_low, None, 12)), grow=3, pad=0)  # fmt: skip

    def _resume_card(self, app: App, number: int, left: Unfinished) -> Node:
        from game.presenters.since_then import since_then

        scenario, trace = left.opened.scenario, left.trace
        roles = app.words.all_of([app.of(scenario.parties[p].name) for p in trace.people])
        title = app.say("picker.resume", title=app.of(scenario.title))
        steps = app.say("picker.resume.facts", roles=roles, n=len(trace.choices))
        told = [text(title, STRONG), text(steps, CAPTION, "muted")]
        if changed := since_then(app.words, left.opened.changed):
            told.append(text(changed, CAPTION, "muted"))
        return choice(
            app.theme, f"resume.{number}", icon("play", 26, "trust"),
            column(*told, gap=2, grow=1),
            is_row=True, align="center", gap=14, label=f"{title}. {steps}",
            act=lambda: self._resume(app, left), key=str(number),
        )  # fmt: skip

    def _stuck_card(self, app: App, left: Stuck) -> Node:
        """The play with the reason; there is nothing to press."""
        why = left.why.message(app.words)
        words = column(
            text(app.say("picker.stuck"), STRONG, "muted"), text(why, CAPTION, "muted"), gap=2,
            grow=1,
        )  # fmt: skip
        return row(
            icon("warning", 24, "risk"), words, gap=14, pad=(10, 14, 10, 14),
            look=Look(app.theme.card_low, app.theme.line, 14),
        )  # fmt: skip

    def _resume(self, app: App, left: Unfinished) -> None:
        from game.window.play import Play

        play = Play.resume(left.opened, left.trace, left.path)
        if isinstance(play, Play):
            app.sound("step")
            app.go.resume(play)
        else:
            self.unfinished.remove(left)
            self._give_up(left.path, play)
            app.focus = self.first = self._first_id()
            app.changed()

    def _scenario_card(self, app: App, number: int, opened: "Opened") -> Node:
        from game import library
        from game.window import art

        opened = library.told_if_possible(opened, app.preferences.texts)
        scenario = opened.scenario
        title = app.of(scenario.title)
        chips = [
            chip(app.theme, app.say(f"form.{scenario.form}"), sign="contract"),
            chip(app.theme, app.say("picker.minutes", n=scenario.minutes), sign="clock"),
            chip(app.theme, app.say("picker.parties", n=len(scenario.parties)), sign="people"),
        ]
        times = self.times[opened.digest]
        if times:
            chips.append(chip(app.theme, app.say("picker.times", n=times), sign="check"))
        goals = " ".join(app.of(goal.text) for goal in scenario.teaches.values())
        words = column(
            heading(title, _CARD_TITLE), flow(*chips, gap=6),
            text(app.of(scenario.summary), BODY, "muted"), *written_by(app, scenario),
            gap=8, grow=1,
        )  # fmt: skip
        if self._lesson is not None and opened.path == self._lesson.path:
            first = chip(app.theme, app.say("picker.first"), sign="flag", colour="trust")
            words.children = (row(first), *words.children)
        # Where there is room beside the cards, it stands there for the card that is looked at.
        if app.is_narrow and len(self.scenarios) + len(self.unfinished) <= 1:
            teaches = text(app.say("picker.teaches", goals=goals), BODY, grow=1)
            about = row(icon("eye", 18, "mutual"), teaches, gap=10, align="start")
            words.children = (*words.children, about)
        picture = art.cover(scenario, width=150 if app.is_narrow else 220, height=128, radius=10)
        return choice(
            app.theme, f"scenario.{opened.path.stem}", picture, words, is_row=True,
            align="start", gap=16, label=title, act=self._chooser(app, opened),
            key=str(number) if number < 10 else "",
        )  # fmt: skip

    def _chooser(self, app: App, opened: "Opened") -> Callable[[], None]:
        def chosen() -> None:
            app.sound("step")
            app.go.seats(opened)

        return chosen


def _saved_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
