"""For its author: the map of a scenario, and what comes of it when it plays by itself."""

from collections.abc import Iterator
from itertools import pairwise

from game.drawing.charts.script_map import Legend, Row, flow_chart, legend_charts
from game.library import Opened
from game.presenters.advice import front, places_in
from game.presenters.balance import Telling, figures
from game.presenters.map_drawing import map_drawing
from game.presenters.page import Lines, decimal
from game.presenters.script_map import missed_words, script_map
from game.window.app import App, Screen
from game.window.charts import Drawn
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import button, card, column, flow, heading, row, text, thin_bar
from game.window.parts.cards import plain
from game.window.parts.frame import frame, halves, scroll
from game.window.trial import Trial

_LOOK_AGAIN_MS = 400  # a design choice: often enough to see it move
_FIGURE = 46.0  # dp: room for a percentage
_HEAD = Style("semibold", 17)


class AuthorScreen(Screen):
    """The map at the left, the balance at the right; both fill in while the plays go on."""

    name = "author"
    first = "author.close"

    def __init__(self, opened: Opened) -> None:
        self.scenario = opened
        self.trial = Trial(opened.compiled())
        self._where = places_in(opened.path, in_full=False)

    def opened(self, app: App) -> None:
        """Begin to play."""
        self.trial.start()

    def build(self, app: App) -> Node:
        """The two halves, and how far it is."""
        trial, foot = self.trial, []
        if not trial.is_over:
            app.tell_in_turn()  # look again from now on
            app.wake_after(_LOOK_AGAIN_MS)
            stop = button(app.theme, "author.stop", app.say("author.stop"), trial.stop)
            foot.append(stop)
        close = button(app.theme, "author.close", app.say("window.back"), lambda: self.back(app),
                       sign="back")  # fmt: skip
        title = app.say("author.head", scenario=app.of(self.scenario.scenario.title))
        left, right = [*self._map(app)], [*self._progress(app), *self._balance(app)]
        if app.is_narrow:
            body: Node = scroll("author", *right, *left, pad=8)
        else:
            body = halves(
                scroll("author.map", *left, pad=8), scroll("author.balance", *right, pad=8)
            )
        return frame(app, title, body, foot=[*foot, close])

    def back(self, app: App) -> None:
        """Back to the title."""
        self.trial.stop()
        app.pop()

    # --- the map ------------------------------------------------------------------------------

    def _map(self, app: App) -> Iterator[Node]:
        """The flow, what the signs mean, and what can happen with how often it did."""
        routes, scenario = self.trial.routes, self.scenario.scenario
        plan = None if routes is None else self.trial.plan
        found = script_map(scenario, app.words, plan, routes)
        drawn = map_drawing(found, app.words)
        chart = flow_chart(drawn)
        missed = missed_words(found, app.words)
        is_coming = routes is None and not self.trial.is_over
        how = app.say("author.map.playing") if is_coming else found.how
        yield card(
            app.theme, heading(app.say("map.script"), _HEAD), text(how, BODY, "muted"),
            *([text(missed, BODY, "risk")] if missed else []),
            Drawn(chart=chart, label=drawn.description, role="image"), _legend(app, drawn.legend),
            gap=12,
        )  # fmt: skip
        for name, rows in drawn.lists:
            yield card(app.theme, heading(name, _HEAD), *map(_chance, rows), gap=12)

    # --- the balance --------------------------------------------------------------------------

    def _progress(self, app: App) -> Iterator[Node]:
        """How far it is, or that it was stopped."""
        done = round(100 * self.trial.done)
        if not self.trial.is_over:
            words = app.say("author.progress", done=done)
            yield row(text(words, LABEL, "muted"), thin_bar(self.trial.done, "mutual"), gap=14)
        elif done < 100:
            yield text(app.say("advice.stopped", done=done), BODY, "muted")

    def _balance(self, app: App) -> Iterator[Node]:
        """How the plays ended, what to do about it, and all the figures."""
        balance = self.trial.balance
        if balance is None:
            return
        telling = Telling(self.trial.compiled, balance, app.words)
        outcomes = balance.figures["outcomes"]
        bars = [
            _share(app.say(f"outcome.{name}"), each["share"],
                   f"{decimal(app.words, 100 * each['share'], 1)}%")
            for name, each in outcomes.items()
        ]  # fmt: skip
        yield card(app.theme, heading(app.say("author.outcomes"), _HEAD), *bars, gap=10)
        for head, lines in _by_heading((*front(telling, self._where), *figures(telling))):
            yield card(app.theme, heading(head, _HEAD), *plain(lines), gap=10)


def _by_heading(lines: Lines) -> Iterator[tuple[str, Lines]]:
    """What stands under each heading."""
    starts = [at for at, line in enumerate(lines) if line.kind == "heading"]
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start].text, lines[start + 1 : end]


def _share(name: str, share: float, figure: str) -> Node:
    """A share with its name, as a bar and as a number."""
    number = text(figure, LABEL, align="right")
    number.width = _FIGURE
    return row(text(name, BODY, grow=1), row(thin_bar(share, "mutual"), width=150), number, gap=12)


def _chance(each: Row) -> Node:
    """An event or an ending, when it comes about, and how often it did."""
    told: list[Node] = [text(each.title, LABEL), text(each.note, CAPTION, "muted")]
    if each.share is None:
        return column(*told, gap=2)
    figure = text(each.figure, LABEL, "risk" if each.share == 0 else "ink", align="right")
    return row(column(*told, gap=2, grow=1), figure, gap=12, align="start")


def _legend(app: App, legend: Legend) -> Node:
    """What the signs mean."""
    signs = [
        row(Drawn(chart=sign, width=sign.width), text(sign.title, CAPTION, "muted"), gap=8)
        for sign in legend_charts(legend)
    ]
    return flow(*signs, gap=16)
