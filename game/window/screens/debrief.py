"""The debrief in its steps: a question first, then what this play can show."""

from collections.abc import Sequence

from engine.debrief import (
    Findings,
    LedgerLine,
    LedgerStatus,
    PredictionChecked,
    Thesis,
)
from game.presenters.charts import comparison, quadrant_path, trust_history, trust_key
from game.presenters.debrief import Step, debrief_steps
from game.presenters.evidence import evidence_text, ref_name
from game.presenters.page import Line, first_up
from game.window import art, charts
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Act, Node
from game.window.kit.paint import Look
from game.window.kit.row import Row
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    button,
    card,
    choice,
    column,
    flow,
    heading,
    icon,
    row,
    stance_badge,
    text,
)
from game.window.parts.frame import frame, scroll
from game.window.parts.people import lead_of
from game.window.parts.things import CHAPTER_SIGNS

_LAST = 8
_THINK_FIRST = (1, 3)  # what you remember and believed, before what was
_LEDGER: tuple[tuple[str, tuple[LedgerStatus, ...]], ...] = (
    ("changed", ("adopted", "dropped", "changed", "put-back")),
    ("proposed-and-rejected", ("proposed-and-rejected",)),
    ("never-questioned", ("never-questioned",)),
    ("fixed", ("not-negotiable",)),
)


class DebriefScreen(Screen):
    """One step at a time, back and forth; nothing is graded."""

    name = "debrief"
    first = "debrief.next"

    def __init__(self) -> None:
        self.found: Findings | None = None
        self.at = 0
        self.shows_log = False
        self.thought: set[int] = set()  # steps of which the question was thought about

    @property
    def label(self) -> str:
        """Which step, for tests and storyboards."""
        return f"debrief-{self.at}"

    def opened(self, app: App) -> None:
        """Look back after the first frame is there: it takes a moment."""
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
        step = debrief_steps(app.cast(), self.found)[self.at]
        parts = [self._strip(app), self._ask(app, step), *self._content(app, self.found, step)]
        body = scroll(f"debrief.{self.at}", *parts, gap=16, pad=4)
        return frame(app, title, body, note=note, foot=self._foot(app),
                     hint=app.say("debrief.hint", at=self.at, n=_LAST))  # fmt: skip

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
        if self.at:
            foot.append(button(theme, "debrief.back", app.say("window.back"),
                               self._goer(app, self.at - 1), sign="back"))  # fmt: skip
        else:
            foot.append(button(theme, "debrief.leave", app.say("ending.leave"), app.go.leave))
        if last:
            foot.append(button(theme, "debrief.next", app.say("debrief.done"), app.go.leave,
                               strong=True))  # fmt: skip
        else:
            foot.append(button(theme, "debrief.next", app.say("talk.next"),
                               lambda: self._forward(app), strong=True))  # fmt: skip
        return foot

    def _forward(self, app: App) -> None:
        app.sound("step")
        self._goer(app, self.at + 1)()
        app.focus = self.first

    def back(self, app: App) -> None:
        """One step back."""
        if self.at:
            self._goer(app, self.at - 1)()

    # --- what a step shows --------------------------------------------------------------------

    def _content(self, app: App, found: Findings, step: Step) -> list[Node]:
        if self.asks_first:
            return [self._think(app)]
        if self.at == 0:
            return [self._roles(app), *_plain(app, step.lines)]
        if self.at == 2:
            return self._happened(app, found, step)
        if self.at == 3:
            return [*self._predictions(app, found), *_cards(app, step.lines, cell=430)]
        if self.at == 4:
            return self._map(app, found, step)
        if self.at == 5:
            return self._what_if(app, found, step)
        if self.at == 6:
            return self._theses(app, found, step)
        if self.at == 7:
            return self._ledger(app, found, step)
        if self.at == _LAST:
            return [self._friday(app)]
        return _cards(app, step.lines, cell=430)

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

    def _roles(self, app: App) -> Node:
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

    # 2: recall first, then the log

    def _happened(self, app: App, found: Findings, step: Step) -> list[Node]:
        assert app.play is not None
        if not self.shows_log:
            return [self._recall(app, found)]
        chart = card(
            app.theme,
            heading(app.say("chart.trust"), Style("semibold", 18)),
            charts.trust(
                trust_history(found, app.words, app.play.marked),
                height=250 if app.is_narrow else 360,
            ),
            _key(app),
            pad=20,
        )
        return [chart, self._yours(app, found), *_cards(app, step.lines, cell=900)]

    def _recall(self, app: App, found: Findings) -> Node:
        cards: list[Node] = []
        for entry in found.timeline:
            if entry.kind == "start":
                continue
            key = "recall.moment" if entry.kind == "moment" else "recall.round"
            words = app.say(key, n=entry.round)
            phase = first_up(ref_name(app.cast(), entry.phase))
            cards.append(
                choice(app.theme, f"recall.{entry.at}",
                       row(icon("reflection" if entry.kind == "moment" else "flag", 20, "mutual"),
                           text(words, STRONG, grow=1), gap=10),
                       text(phase, CAPTION, "muted"), label=f"{words}, {phase}", pad=14,
                       act=self._marker(app, entry.at))
            )  # fmt: skip
        unsure = choice(app.theme, "recall.none", text(app.say("recall.none"), STRONG),
                        text(app.say("recall.none.text"), CAPTION, "muted"), pad=14,
                        label=app.say("recall.none"), act=self._marker(app, None))  # fmt: skip
        return Grid(cell=210, gap=12, children=(*cards, unsure))

    def _marker(self, app: App, at: int | None) -> Act:
        def mark() -> None:
            assert app.play is not None
            app.play.marked = at
            self.shows_log = True
            app.focus = self.first
            app.forget_scroll()
            app.sound("seal")

        return mark

    def _yours(self, app: App, found: Findings) -> Node:
        assert app.play is not None
        marked = app.play.marked
        gaps: dict[str, object] = {}
        turn = next((each for each in found.turning_points if each.score > 0), None)
        if marked is None or turn is None:
            key = "recall.unmarked"
        elif marked == turn.at:
            key = "recall.same"
        else:
            entry = found.timeline[marked]
            key, gaps = "recall.other", {"mine": entry.round, "log": turn.round}
        return row(
            icon("flag", 24, "ink"),
            text(app.say(key, **gaps), Style("regular", 17), grow=1),
            gap=14,
            pad=(4, 6, 4, 6),
        )

    # 3: prediction against fact

    def _predictions(self, app: App, found: Findings) -> list[Node]:
        checked = found.knowledge.predictions
        people = set(app.play.live.people) if app.play else set()
        own = [each for each in checked if each.party in people]
        if not own:
            return []
        cells = [_prediction(app, each) for each in own]
        head = heading(app.say("predictions.head"), Style("semibold", 18))
        return [card(app.theme, head, text(app.say("predictions.how"), CAPTION, "muted"),
                     flow(*cells, gap=10), pad=20)]  # fmt: skip

    # 4: the map

    def _map(self, app: App, found: Findings, step: Step) -> list[Node]:
        size = 320.0 if app.is_narrow else 390.0
        path = quadrant_path(found.quadrants, app.words)
        chart = card(app.theme, charts.quadrants(path, size=size), pad=20)
        words = column(*(each for each in _cards(app, step.lines, cell=900)), gap=12, grow=1)
        if app.is_narrow:
            return [row(chart, justify="center"), words]
        return [row(chart, words, gap=20, align="start")]

    # 5: what if

    def _what_if(self, app: App, found: Findings, step: Step) -> list[Node]:
        if not found.what_if:
            return _cards(app, step.lines, cell=900)
        label = [line for line in step.lines if line.kind == "note"][:1]
        parts = (
            [row(icon("warning", 24, "risk"), text(label[0].text, STRONG, grow=1), gap=12)]
            if (label)
            else []
        )
        texts: list[list[Line]] = []
        for line in step.lines:
            if line.kind == "told":
                texts.append([line])
            elif line.kind == "number" and texts:
                texts[-1].append(line)
        cards: list[Node] = []
        for fork, lines in zip(found.what_if, texts, strict=False):
            words = [text(line.text, STRONG if at == 0 else BODY) for at, line in enumerate(lines)]
            chart = charts.what_if(comparison(fork, app.words))
            cards.append(card(app.theme, words[0], chart, *words[1:], gap=12, pad=22))
        return [*parts, Grid(cell=520, gap=16, children=cards)]

    # 6: the theses

    def _theses(self, app: App, found: Findings, step: Step) -> list[Node]:
        cards = [self._thesis(app, each) for each in found.theses]
        grid = Grid(cell=430, gap=16, children=cards)
        first = next(
            (at for at, line in enumerate(step.lines) if line.text == app.say("debrief.6.goals")),
            len(step.lines),
        )
        return [grid, *_cards(app, step.lines[first:], cell=430)]

    def _thesis(self, app: App, thesis: Thesis) -> Node:
        parts: list[Node] = [
            text(app.say("thesis.head", n=thesis.number), LABEL, "mutual"),
            heading(app.say(f"thesis.{thesis.number}"), Style("serif", 20)),
        ]
        for side, colour, items in (
            ("for", "trust", thesis.in_favour), ("against", "risk", thesis.against),
        ):  # fmt: skip
            told = tuple({each.code: each for each in reversed(items)}.values())[::-1]
            if told:
                sign = "plus" if side == "for" else "minus"
                parts.append(
                    row(
                        icon(sign, 18, colour),
                        text(app.say(f"thesis.{side}"), LABEL, colour),
                        gap=8,
                    )
                )
            for each in told:
                words = evidence_text(app.cast(), each)
                if each.wired_in:
                    words = f"{words} {app.say('debrief.6.wired')}"
                parts.append(text(words, BODY))
        return card(app.theme, *parts, gap=10, pad=24)

    # 7: the game itself

    def _ledger(self, app: App, found: Findings, step: Step) -> list[Node]:
        groups: list[Node] = []
        for key, statuses in _LEDGER:
            lines = [line for line in found.ledger if line.status in statuses]
            if lines:
                groups.append(self._ledger_group(app, key, lines))
        patterns = app.say("pattern.head")
        first = next(
            (at for at, line in enumerate(step.lines) if line.text == patterns), len(step.lines)
        )
        return [*groups, *_cards(app, step.lines[first:], cell=900)]

    def _ledger_group(self, app: App, key: str, lines: Sequence[LedgerLine]) -> Node:
        cells: list[Node] = []
        for line in lines:
            name = first_up(ref_name(app.cast(), line.thing))
            words = name
            if line.status == "changed" and line.start is not None:
                words = f"{name}: {line.start} → {line.end}"
            elif key == "changed":
                words = f"{name}: {app.say(f'ledger.short.{line.status}')}"
            told = f"{app.say(f'chapter.{line.chapter}')}: {words}."
            cells.append(
                row(
                    icon(CHAPTER_SIGNS[line.chapter], 17, "mutual"),
                    text(words, BODY, grow=1),
                    gap=9,
                    pad=(8, 12, 8, 11),
                    look=Look(app.theme.card_low, None, 11),
                    label=told,
                    id=f"ledger.{line.chapter}.{line.thing.id}",
                    explain=told,
                )
            )
        head = heading(app.say(f"ledger.{key}"), Style("semibold", 18))
        grid = Grid(cell=260, gap=10, children=cells)
        return card(app.theme, head, grid, gap=14, pad=22)

    # 8: what next

    def _friday(self, app: App) -> Node:
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


def _key(app: App) -> Node:
    signs = [
        row(icon(name, 18, colour), text(first_up(words), CAPTION, "muted"), gap=6)
        for name, colour, words in trust_key(app.words)
    ]
    return flow(*signs, gap=18)


def _prediction(app: App, each: PredictionChecked) -> Node:
    """What was expected, and what it was; a tick or a swap says whether they agree."""
    is_right = each.stance == each.fact
    expected, fact = app.say(f"stance.{each.stance}"), app.say(f"stance.{each.fact}")
    told = app.say("predictions.one", round=each.round, party=app.cast().party(each.about),
                   expected=expected, fact=fact)  # fmt: skip
    return Row(
        gap=7,
        align="center",
        pad=(8, 10, 8, 10),
        id=f"prediction.{each.at}.{each.about}",
        explain=told,
        label=told,
        look=Look(app.theme.card_low, None, 12),
        children=(
            text(str(each.round), LABEL, "muted"),
            stance_badge(app.theme, each.stance, 28),
            icon("check" if is_right else "arrow-flat", 18, "ink"),
            stance_badge(app.theme, each.fact, 28),
        ),
    )


# --- lines as nodes ---------------------------------------------------------------------------

_STYLES: dict[str, tuple[Style, str]] = {
    "told": (Style("regular", 16), "ink"),
    "detail": (BODY, "ink"),
    "note": (BODY, "muted"),
    "number": (BODY, "ink"),
    "question": (Style("serif", 19), "ink"),
}


def _plain(app: App, lines: Sequence[Line]) -> list[Node]:
    nodes: list[Node] = []
    for line in lines:
        style, colour = _STYLES.get(line.kind, (BODY, "ink"))
        nodes.append(text(line.text, style, colour))
    return nodes


def _cards(app: App, lines: Sequence[Line], *, cell: float) -> list[Node]:
    """A card for each subheading with what stands under it."""
    loose: list[Line] = []
    groups: list[tuple[str, list[Line]]] = []
    for line in lines:
        if line.kind in ("subheading", "heading"):
            groups.append((line.text, []))
        elif groups:
            groups[-1][1].append(line)
        else:
            loose.append(line)
    made: list[Node] = []
    if loose:
        made.append(card(app.theme, *_plain(app, loose), gap=10, pad=22))
    cards = [
        card(app.theme, heading(head, Style("semibold", 17)), *_plain(app, inside), gap=10, pad=22)
        for head, inside in groups
    ]
    if cards:
        made.append(Grid(cell=cell, gap=16, children=cards))
    return made
