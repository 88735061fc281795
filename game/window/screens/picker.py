"""The title with the scenarios to pick from, and the unfinished plays."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engine.scenario.vocabulary import LANGUAGES
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    button,
    card_look,
    choice,
    column,
    heading,
    icon,
    row,
    text,
)
from game.window.parts.credits import written_by
from game.window.parts.frame import frame, scroll

# This is the first screen: the loader of scenarios is imported after its first frame.
if TYPE_CHECKING:
    from engine.live_play import CompiledScenario
    from engine.play.trace import Trace, TraceProblem
    from game.errors import UserError
    from game.library import Opened
    from game.window.earlier import Finished

_MOST_UNFINISHED = 3
_MOST_STUCK = 3
# Plays of a story that are played again to see where they came: two seconds of work, measured.
_MOST_LOOKED_INTO = 12
_MOST_EARLIER = 3  # how many earlier plays of a story stand beside it; design choice
_SMALL = (64, 64)  # pixels: about the places in the course of a story, and drawn as those
_TAGLINE = Style("regular", 19)
_CARD_TITLE, _TITLE = Style("serif", 19), Style("serif", 28)
_AROUND = 128.0  # dp: beside the list and the picture, when they stand beside each other
# Sizes in dp, design choices: of the list, and of the picture on a card and beside the list.
_LIST, _CARD_COVER, _NARROW_COVER, _COVER = 420.0, (78, 52), (150, 128), 134.0


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
        self.played: list[Finished] = []  # the last one first
        self._compiled: dict[str, CompiledScenario] = {}  # by digest
        self._paths: dict[str, list[Path]] = {}  # of the plays that have ended, by digest
        self._covers: set[object] = set()  # those of which the place was drawn
        self._looked_at = ""  # the scenario that is shown beside the list
        self._focused = ""

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
                self._look_ahead(app)
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

        read = {path: load_trace(path) for path in saves.finished_plays()}
        finished = {path: each for path, each in read.items() if isinstance(each, Trace)}
        self.times = Counter(each.digest for each in finished.values())
        self.has_finished = any(each.people for each in finished.values())
        by_digest = {each.digest: each for each in self.scenarios}
        for path, each in finished.items():
            self._paths.setdefault(each.digest, []).append(path)
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

    def _look_ahead(self, app: App) -> None:
        """Draw the covers while somebody reads, and find the course of each story."""
        from game.window import art
        from game.window.kit.hyphenation import broken

        size, tone = self._cover_size(app), app.theme.tone
        # Where the first long word is broken is looked up in a list that takes a while to read.
        language = app.preferences.language
        tasks: list[Callable[[], object]] = [partial(broken, "samenspel", _is_short, language)]
        for each in self.scenarios:
            scenario = each.scenario
            tasks.append(art.place_ahead(scenario.opening, size, tone))
            tasks += [
                art.place_ahead(scenario.scenery(phase.decor, phase), _SMALL, tone)
                for phase in scenario.script.phases.values()
            ]
        app.ahead.ask(tasks)
        for opened in self.scenarios[:1]:
            app.later(partial(self._draw_cover, app, opened))
        for opened in self.scenarios:
            app.later(partial(self._compile, app, opened))

    def _compile(self, app: App, opened: "Opened") -> None:
        self._compiled[opened.digest] = opened.compiled()
        for path in self._paths.pop(opened.digest, [])[:_MOST_LOOKED_INTO]:
            app.later(partial(self._look_back, app, path))
        app.changed()

    def _look_back(self, app: App, path: Path) -> None:
        from game.window.earlier import Finished, look_into

        known = {each.digest: each for each in self.scenarios}
        made = look_into(path, app.preferences.language, known)
        if isinstance(made, Finished):
            self.played.append(made)
            app.changed()

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
        """What can be played at the left, and all about one story beside it."""
        cards: list[Node] = []
        if self.unfinished:
            cards.append(text(app.say("picker.unfinished"), LABEL, "muted"))
            cards += [self._resume_card(app, n, each) for n, each in enumerate(self.unfinished, 1)]
        cards += [self._stuck_card(app, each) for each in self.stuck[:_MOST_STUCK]]
        if self.scenarios:
            cards.append(text(app.say("picker.scenarios"), LABEL, "muted"))
        offset, shown = len(self.unfinished), self._shown(app)
        cards += [
            self._scenario_card(app, n, each, shown)
            for n, each in enumerate(self.scenarios, offset + 1)
        ]
        cards += [self._broken_line(app, each) for each in self.broken]
        if self.is_loading:
            cards.append(text(app.say("picker.loading"), BODY, "muted"))
        leave = [button(app.theme, "picker.leave", app.say("picker.leave"), app.close, sign="door")]
        foot = []
        if self.has_finished:
            foot.append(button(app.theme, "picker.finished", app.say("picker.finished"),
                               lambda: app.go.finished(), sign="book"))  # fmt: skip
        if self.scenarios and not self.is_loading and self._is_own:
            foot.append(button(app.theme, "picker.author", app.say("picker.author"),
                               lambda: app.go.author(self.scenarios[0]), sign="map"))  # fmt: skip
        hint, tagline = app.say("picker.hint"), app.say("picker.tagline")
        if app.is_narrow:
            if shown is not None and len(self.scenarios) == 1:
                cards.append(self._beside(app, shown))
            body: Node = scroll("picker", text(tagline, _TAGLINE), *cards)
            return frame(app, app.say("picker.name"), body, foot=foot, leave=leave, hint=hint)
        if not self.has_finished:
            cards.insert(0, text(app.say("picker.about"), BODY, "muted"))
        stories = column(scroll("picker", *cards, pad=8, gap=6), width=_LIST)
        beside = column(grow=1) if shown is None else self._beside(app, shown)
        body = row(stories, beside, gap=22, align="stretch")
        return frame(app, app.say("picker.name"), body, note=tagline, foot=foot, leave=leave,
                     hint=hint)  # fmt: skip

    @property
    def _is_own(self) -> bool:
        """Whether the only story here is not one of the library: its author may be looking."""
        from game import library

        return self.given is not None and self.given.resolve() not in library.shipped()

    def _broken_line(self, app: App, path: Path) -> Node:
        from game.errors import program_name

        words = app.say("pick.broken", file=path.name, program=program_name())
        return text(words, BODY, "risk")

    def _shown(self, app: App) -> "Opened | None":
        """The story that was pointed at last, or had the focus."""
        names = {f"scenario.{each.path.stem}": each for each in self.scenarios}
        for number, left in enumerate(self.unfinished, 1):
            names[f"resume.{number}"] = left.opened
        if app.pointed in names:
            self._looked_at = app.pointed
        elif app.focus in names and app.focus != self._focused:
            self._looked_at = app.focus
        self._focused = app.focus
        return names.get(self._looked_at) or next(iter(self.scenarios), None)

    def _beside(self, app: App, opened: "Opened") -> Node:
        """All about a story: what it is about, how it goes, and your earlier plays of it."""
        from game import library

        scenario = library.told_if_possible(opened, app.preferences.texts).scenario
        goals = [
            row(icon("eye", 18, "mutual"), text(app.of(goal.text), BODY, grow=1), gap=10,
                align="start")
            for goal in scenario.teaches.values()
        ]  # fmt: skip
        parts = [
            self._cover(app, opened),
            heading(app.of(scenario.title), _TITLE),
            text(app.of(scenario.summary), BODY),
        ]
        parts += [*self._course(app, opened), *self._earlier(app, opened)]
        if goals:
            parts += [text(app.say("role.about"), LABEL, "muted"), *goals]
        inside = column(*parts, gap=11, pad=(16, 18, 18, 18), look=card_look(app.theme))
        return scroll("picker.about", inside, pad=8)

    def _cover(self, app: App, opened: "Opened") -> Node:
        """The picture of a story, once its place was drawn: nobody waits for that."""
        from game.window import art

        if (opened.digest, self._cover_size(app), app.theme.tone) in self._covers:
            return art.cover(opened.scenario, height=_COVER, radius=12)
        app.later(partial(self._draw_cover, app, opened))
        return column(height=_COVER, look=Look(app.theme.card_low, None, 12))

    def _draw_cover(self, app: App, opened: "Opened") -> None:
        from game.window import art

        size, tone = self._cover_size(app), app.theme.tone
        if (opened.digest, size, tone) not in self._covers:
            art.place_ahead(opened.scenario.opening, size, tone)()
            self._covers.add((opened.digest, size, tone))
            app.changed()

    @staticmethod
    def _cover_size(app: App) -> tuple[int, int]:
        """In pixels, when it stands beside the list."""
        beside = app.room[0] - _LIST - _AROUND
        return app.kit().px(beside), app.kit().px(_COVER)

    def _course(self, app: App, opened: "Opened") -> Iterator[Node]:
        """How the story goes, as far as may be known."""
        compiled = self._compiled.get(opened.digest)
        if compiled is None:
            return
        from game import library
        from game.presenters.course import course
        from game.window.parts.course import course_map

        told = library.told_if_possible(opened, app.preferences.texts)
        if told is not opened:
            compiled = told.compiled()
        yield text(app.say("course.head"), LABEL, "muted")
        yield course_map(app, course(compiled, app.words, *self._come_to(opened)))

    def _come_to(self, opened: "Opened") -> tuple[set[str], set[str]]:
        """The phases and the endings that earlier plays of it came to."""
        played = [each for each in self.played if each.trace.digest == opened.digest]
        return {phase for each in played for phase in each.been}, {each.ended for each in played}

    def _earlier(self, app: App, opened: "Opened") -> Iterator[Node]:
        """How the last plays of it ended."""
        played = [each for each in self.played if each.trace.digest == opened.digest]
        if not played:
            return
        from game.window.earlier import how_it_ended, when_it_ended

        yield text(app.say("picker.finished"), LABEL, "muted")
        for each in played[:_MOST_EARLIER]:
            words = text(how_it_ended(app, each), BODY, grow=1)
            yield row(icon("check", 18, "mutual"), words,
                      text(when_it_ended(app, each), CAPTION, "muted"), gap=10)  # fmt: skip

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

    def _scenario_card(
        self, app: App, number: int, opened: "Opened", shown: "Opened | None"
    ) -> Node:
        from game import library
        from game.window import art

        scenario = library.told_if_possible(opened, app.preferences.texts).scenario
        title = app.of(scenario.title)
        facts = [
            app.say(f"form.{scenario.form}"), app.say("picker.minutes", n=scenario.minutes),
            app.say("picker.parties", n=len(scenario.parties)),
        ]  # fmt: skip
        told: list[Node] = [heading(title, _CARD_TITLE), text(" · ".join(facts), CAPTION, "muted")]
        if times := self.times[opened.digest]:
            played = text(app.say("picker.times", n=times), CAPTION, "mutual")
            told.append(row(icon("check", 14, "mutual"), played, gap=6))
        words = column(*told, gap=5, grow=1)
        if self._lesson is not None and opened.path == self._lesson.path:
            first = text(app.say("picker.first"), CAPTION, "trust")
            words.children = (row(icon("flag", 14, "trust"), first, gap=6), *words.children)
        wide, high = _CARD_COVER
        if app.is_narrow:
            wide, high = _NARROW_COVER
            summary = text(app.of(scenario.summary), BODY, "muted")
            words.children = (*words.children, summary, *written_by(app, scenario))
        # What has the focus is marked as that already.
        is_shown = shown is not None and shown.path == opened.path
        chosen = is_shown and not (app.is_ringed and app.focus == self._looked_at)
        picture = art.cover(scenario, width=wide, height=high, radius=10)
        return choice(
            app.theme, f"scenario.{opened.path.stem}", picture, words, is_row=True,
            align="start" if app.is_narrow else "center", gap=14,
            pad=12 if app.is_narrow else 7, label=title,
            act=self._chooser(app, opened), key=str(number) if number < 10 else "",
            chosen=not app.is_narrow and chosen,
        )  # fmt: skip

    def _chooser(self, app: App, opened: "Opened") -> Callable[[], None]:
        from game import library

        def chosen() -> None:
            app.sound("step")
            told = library.told_if_possible(opened, app.preferences.texts)
            app.go.seats(told, *self._come_to(opened))

        return chosen


def _is_short(piece: str) -> bool:
    return len(piece) < len("samenspel")


def _saved_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
