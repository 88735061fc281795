"""The negotiation table before a choice, and the sealing of it."""

from engine.play.seen import MoveCard, View
from engine.play.state import MoveChoice, Prediction
from engine.scenario.vocabulary import STANCES, Stance
from game.presenters.gauges import gauges as gauge_lines
from game.presenters.page import first_up, points, sentence
from game.window import art
from game.window.app import App
from game.window.flow import choose, leave
from game.window.kit.node import Box, Node
from game.window.kit.theme import stance_colours
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    bar,
    button,
    card,
    choice,
    column,
    flow,
    gauge,
    heading,
    icon,
    icon_button,
    key_cap,
    row,
    stance_badge,
    text,
)
from game.window.play import Play
from game.window.scene import across, scene, words_box
from game.window.screen import Screen
from game.window.screens.briefing import CHAPTER_SIGNS, BriefingScreen, thing_line
from game.window.screens.frame import frame, halves, scroll
from game.window.screens.phase_bar import phase_strip, round_words

SURE, HUNCH = 0.85, 0.6  # probability of a prediction
_SIDE = 316.0
_FEW = 5  # so many moves or fewer stand in one row, with their text


class TableScreen(Screen):
    """The people, the numbers, the rules, and the moves to choose from."""

    name = "table"
    first = ""

    def opened(self, app: App) -> None:
        """Begin at the first move that can be played."""
        assert app.play is not None
        ready = [card for card in app.play.view().moves if card.locked is None]
        self.first = f"move.{ready[0].id}" if ready else ""
        app.focus = self.first

    def build(self, app: App) -> Node:
        """The table, wide or narrow."""
        play = app.play
        assert play is not None
        view = play.view()
        body = self._narrow(app, play, view) if app.is_narrow else self._wide(app, play, view)
        hint = app.say("table.hint")
        middle = [*phase_strip(app, view), round_words(app, view)]
        middle.append(book(app, view))
        return frame(app, app.of(view.title), body, middle=middle,
                     note=first_up(app.of(view.decor.name)) if app.room[0] > 1200 else "",
                     hint="" if app.is_narrow or len(view.moves) > _FEW else hint)  # fmt: skip

    def _wide(self, app: App, play: Play, view: View) -> Node:
        side = column(
            gauges_card(app, play, view), self._side(app, view), gap=12, width=_SIDE,
        )  # fmt: skip
        side.children[1].grow = 1
        top = row(self._scene(app, view), side, gap=14, align="stretch", grow=1)
        count = len(view.moves)
        columns = count if count <= _FEW else -(-count // 2)
        cards = [self._card(app, view, card, roomy=count <= _FEW) for card in _in_order(view)]
        grid = Box(direction="grid", columns=columns, gap=10, children=cards)
        return column(top, grid, gap=12)

    def _narrow(self, app: App, play: Play, view: View) -> Node:
        cards = [self._card(app, view, card, roomy=True) for card in _in_order(view)]
        left = scroll(
            "table.left", self._scene(app, view), gauges_card(app, play, view),
            rules_card(app, view), gap=10,
        )  # fmt: skip
        right = scroll("table.moves", heading(app.say("moves.head")), *cards, gap=10, pad=4)
        return Box(direction="grid", columns=2, gap=14, children=(left, right), fills=True)

    def _scene(self, app: App, view: View) -> Node:
        told = view.scene[-1] if view.scene else None
        words = None
        if told is not None:
            who = told.speaker
            words = words_box(
                app, app.of(told.text), who=who.name if who else "",
                title=app.of(who.title) if who else "",
            )  # fmt: skip
        speakers = (told.speaker.address,) if told is not None and told.speaker else ()
        return scene(app, view, across(view), words, speakers=speakers)

    def _side(self, app: App, view: View) -> Node:
        """What the move that is pointed at does; without one, the rules in force."""
        name = (app.pointed or app.focus).removeprefix("move.")
        card_ = next((each for each in view.moves if each.id == name), None)
        return rules_card(app, view) if card_ is None else move_detail(app, card_)

    def _card(self, app: App, view: View, move: MoveCard, *, roomy: bool) -> Node:
        number = (
            [each.id for each in view.moves if each.locked is None].index(move.id) + 1
            if (move.locked is None)
            else 0
        )
        key = str(number) if 0 < number < 10 else ""
        locked = move.locked is not None
        colour, _ = stance_colours(app.theme, move.stance)
        stance = first_up(app.say(f"stance.{move.stance}"))
        tone = "muted" if locked else colour
        cap = [key_cap(app.theme, key)] if key else []
        head = row(
            stance_badge(app.theme, move.stance, 30),
            text(stance, CAPTION, tone, grow=1),
            *cap,
            gap=9,
        )
        parts: list[Node] = [head, text(app.of(move.title), STRONG, "muted" if locked else "ink")]
        if roomy and (app.is_narrow or not locked):
            parts.append(text(app.of(move.text), BODY, "muted"))
        if roomy:
            parts.append(column(grow=1))
        parts.append(_locked(app, move) if locked else expected_row(app, move, brief=True))
        return choice(
            app.theme, f"move.{move.id}", *parts, act=lambda: app.push(SealScreen(move)),
            label=f"{app.of(move.title)} ({stance})", key=key, disabled=locked, pad=11, gap=5,
        )  # fmt: skip

    def back(self, app: App) -> None:
        """Ask whether to stop; nothing is lost."""
        app.push(PauseScreen())


def _in_order(view: View) -> list[MoveCard]:
    """The moves with those that can't be played now at the end."""
    return sorted(view.moves, key=lambda card: card.locked is not None)


def book(app: App, view: View) -> Node:
    """The buttons that open the briefing and the numbers beside the play."""
    from game.window.screens.gauges import GaugesScreen

    return row(
        icon_button(app.theme, "table.brief", "book", app.say("table.brief"),
                    lambda: app.push(BriefingScreen(view.seat, again=True))),
        icon_button(app.theme, "table.gauges", "gauge", app.say("table.gauges"),
                    lambda: app.push(GaugesScreen(view.seat))),
        gap=2,
    )  # fmt: skip


def _locked(app: App, move: MoveCard) -> Node:
    prop = app.of(move.needs) if move.needs else ""
    why = (
        app.say(f"locked.{move.locked}.by", name=app.of(move.locked_by))
        if move.locked_by
        else app.say(f"locked.{move.locked}", prop=prop)
    )
    return row(icon("lock", 16, "muted"), text(first_up(why), CAPTION, "muted", grow=1), gap=6)


def expected_row(app: App, move: MoveCard, *, brief: bool = False) -> Node:
    """What this party would expect of a move, each with its arrow, word and number.

    brief: leave out what would not move.
    """
    expected = move.expected
    names = ("move.trust", "move.risk", "move.value") if brief else (
        "move.trust", "move.risk.yours", "move.value.yours"
    )  # fmt: skip
    changes = zip(names, (expected.trust, expected.risk, expected.value), strict=True)
    colours = ("trust", "risk", "ink")
    parts = [
        _expected(app, key, change, colour)
        for (key, change), colour in zip(changes, colours, strict=True)
        if change or not brief
    ]
    return flow(*parts, gap=8, row_gap=2)


def _expected(app: App, key: str, change: int, colour: str) -> Node:
    sign = "arrow-flat" if change == 0 else "arrow-up" if change > 0 else "arrow-down"
    figure = f"+{change}" if change > 0 else f"−{-change}" if change < 0 else "0"
    words = f"{app.say(key)} {figure}"
    return row(icon(sign, 13, colour), text(words, CAPTION, colour), gap=2)


def move_detail(app: App, move: MoveCard) -> Node:
    """All that is to be known of a move before it is chosen."""
    theme = app.theme
    parts: list[Node] = [text(app.of(move.text), BODY)]
    if move.locked is None:
        looks = first_up(app.say(f"face.{move.face_stance}"))
        parts.append(
            row(icon("eye", 18, "muted"), text(app.say("table.others-see"), LABEL, "muted"), gap=8)
        )
        parts.append(text(sentence(app.of(move.face)), BODY, "muted"))
        if move.face_stance != move.stance:
            colour, _ = stance_colours(theme, move.face_stance)
            badge = row(icon(move.face_stance, 18, colour), text(looks, CAPTION, colour), gap=7)
            parts.append(badge)
            badge.pad = (4, 8, 4, 8)
    return _side_card(app, "side.move", parts)


def _side_card(app: App, name: str, parts: list[Node]) -> Node:
    inside = scroll(name, *parts, gap=8, pad=0)
    return Box(children=(inside,), pad=(16, 16, 14, 18), look=card(app.theme).look, grow=1)


def rules_card(app: App, view: View) -> Node:
    """The rules, rituals and props that are in force, as a game has them."""
    shown = [
        thing for thing in view.game
        if thing.in_force and thing.chapter in ("rituals", "rules", "props")
    ]  # fmt: skip
    order = {"rituals": 0, "rules": 1, "props": 2}
    shown.sort(key=lambda thing: order[thing.chapter])
    parts: list[Node] = [heading(app.say("table.rules"), LABEL)]
    for thing in shown:
        line = thing_line(app, thing)
        line.children = (icon(CHAPTER_SIGNS[thing.chapter], 17, "mutual"), *line.children[1:])
        parts.append(line)
    return _side_card(app, "side.rules", parts)


def gauges_card(app: App, play: Play, view: View) -> Node:
    """Trust and perceived risk about each of the others, with the path so far and the reasons."""
    why = _why(app, play, view)
    if len(view.others) > 1:
        return _bars_card(app, view, why)
    size = 74 if app.is_narrow else 84 if len(view.moves) > _FEW else 104
    pair = [
        _gauge(app, play, view, name, view.others[0].id, why, size)
        for name in ("trust", "perceived_risk")
    ]
    return card(app.theme, Box(direction="grid", columns=2, gap=6, children=pair), pad=12)


_NAMES = {"trust": ("trust", "expected.trust"), "perceived_risk": ("risk", "expected.risk")}
Why = dict[tuple[str, str], str]


def _gauge(app: App, play: Play, view: View, name: str, other: str, why: Why, size: float) -> Node:
    colour, words = _NAMES[name]
    path = play.path(view.seat, name, other)
    moved = points(path[-1]) - points(path[-2]) if len(path) > 1 else 0
    return gauge(
        app.theme, f"gauge.{name}.{other}", app.say(words), getattr(view.gauges, name)[other],
        colour, size=size, moved=moved, path=path, explain=why[name, other],
    )  # fmt: skip


def _bars_card(app: App, view: View, why: Why) -> Node:
    """With several others: two bars about each of them."""
    groups: list[Node] = []
    for other in view.others:
        bars = [
            bar(
                app.theme, f"gauge.{name}.{other.id}", app.say(_NAMES[name][1]),
                getattr(view.gauges, name)[other.id], _NAMES[name][0], explain=why[name, other.id],
            )
            for name in _NAMES
        ]  # fmt: skip
        both = Box(direction="grid", columns=2, gap=14, children=bars)
        groups.append(column(text(app.of(other.name), LABEL), both, gap=3))
    return card(app.theme, *groups, gap=12, pad=16)


def _why(app: App, play: Play, view: View) -> Why:
    """What each gauge means and why it moved last, as one text each."""
    cast, told = app.cast(), play.numbers(view.seat)
    last = told[-1] if told else None
    lines = gauge_lines(cast, view, (last,) if last else ())
    moved = " ".join(line.text for line in lines[_after_why(lines, app.say("why.head")) :])
    why: Why = {}
    for name in ("trust", "perceived_risk"):
        for other in view.others:
            title = app.say(f"gauge.{name}", other=app.of(other.name))
            means = app.say(f"gauge.{name}.means", payoff=0)
            now = points(getattr(view.gauges, name)[other.id])
            line = app.say("gauge.line", name=title, value=now, means=means)
            why[name, other.id] = f"{line}\n{app.say('why.head')}: {moved}"
    return why


def _after_why(lines: tuple[object, ...], head: str) -> int:
    at = [getattr(line, "text", "") for line in lines].index(head)
    return at + 1


class SealScreen(Screen):
    """The move that was picked: predict what the others will do, then seal it."""

    name = "seal"
    first = "seal.go"

    def __init__(self, move: MoveCard) -> None:
        self.move = move
        self.guesses: dict[str, Stance] = {}
        self.sure: set[str] = set()
        self.calls = False
        self.asks = False  # whether it asks for a second word on a move that ends the talks
        self.refused = ""

    def build(self, app: App) -> Node:
        """The move at the left, the prediction at the right."""
        assert app.play is not None
        view = app.play.view()
        theme, move = app.theme, self.move
        stance = first_up(app.say(f"stance.{move.stance}"))
        colour, _ = stance_colours(theme, move.stance)
        face_colour, _ = stance_colours(theme, move.face_stance)
        left = card(
            theme,
            row(stance_badge(theme, move.stance, 44), text(stance, LABEL, colour, grow=1), gap=12),
            heading(app.of(move.title), Style("serif", 25)),
            text(app.of(move.text), Style("regular", 17)),
            row(icon("eye", 18, "muted"), text(app.say("table.others-see"), LABEL, "muted"), gap=8),
            text(sentence(app.of(move.face)), BODY),
            row(icon(move.face_stance, 18, face_colour),
                text(first_up(app.say(f"face.{move.face_stance}")), CAPTION, face_colour), gap=8),
            text(app.say("seal.expect"), LABEL, "muted"), expected_row(app, move),
            *self._ends(app), gap=11, pad=26,
        )  # fmt: skip
        asks = [self._prediction(app, view, each.id) for each in view.others if view.may_predict]
        extra: list[Node] = []
        if view.may_call:
            extra.append(self._call(app))
        if self.refused:
            extra.append(text(self.refused, STRONG, "risk"))
        right = [*asks, *extra]
        body: Node
        if not right:
            body = scroll("seal.move", left)
        elif app.is_narrow:
            body = halves(scroll("seal.move", left), scroll("seal.predict", *right), gap=14)
        else:
            parts = (scroll("seal.move", left), scroll("seal.predict", *right))
            body = Box(direction="grid", columns=2, gap=20, children=parts, fills=True)
        hint = app.say("seal.hint") if view.may_predict else ""
        return frame(app, app.say("seal.head"), body, foot=self._foot(app, view),
                     hint=app.say("seal.sure-to-end") if self.asks else hint)  # fmt: skip

    def _foot(self, app: App, view: View) -> list[Node]:
        """Back or on; a move that ends the talks has a button more in between."""
        back = button(app.theme, "seal.back", app.say("seal.other"), app.pop, sign="back")
        if self.asks:
            end = button(app.theme, "seal.end", app.say("seal.end"),
                         lambda: self._seal(app, view), strong=True, sign="door")  # fmt: skip
            return [back, end]
        act = (lambda: self._ask(app)) if self.move.leaves else (lambda: self._seal(app, view))
        return [back, button(app.theme, "seal.go", app.say("seal.go"), act, strong=True,
                             sign="envelope-sealed")]  # fmt: skip

    def _ends(self, app: App) -> list[Node]:
        """That nothing comes after this move."""
        if not self.move.leaves:
            return []
        words = text(app.say("seal.ends"), STRONG, "risk", grow=1)
        parts: list[Node] = [row(icon("door", 22, "risk"), words, gap=10)]
        if self.asks:
            parts.append(text(app.say("seal.sure-to-end"), BODY))
        return parts

    def _ask(self, app: App) -> None:
        """Ask once more; a second Enter goes back rather than on."""
        self.asks = True
        app.focus = "seal.back"
        app.changed()

    def _prediction(self, app: App, view: View, other: str) -> Node:
        theme, party = app.theme, app.cast().party(other)
        seen = next(each for each in view.others if each.id == other)
        options = [
            self._stance_option(app, other, stance, number)
            for number, stance in enumerate(STANCES, 1)
        ]
        is_sure = other in self.sure
        sure = choice(
            theme, f"sure.{other}",
            row(icon("check" if is_sure else "minus", 16, "ink" if is_sure else "muted"),
                text(app.say("seal.sure"), LABEL, "ink" if is_sure else "muted")),
            act=lambda: self._toggle_sure(other), chosen=is_sure, pad=9, role="toggle",
            label=app.say("seal.sure"),
        )  # fmt: skip
        ask = heading(app.say("seal.predict", party=party), Style("semibold", 17))
        head = row(art.bust(seen.roles[0], seen.mood, 56), ask, gap=14) if seen.roles else row(ask)
        ask.grow = 1
        parts: list[Node] = [head, Box(direction="grid", cell=150, gap=8, children=options)]
        if other in self.guesses:
            parts.append(row(sure))
        return card(theme, *parts, gap=12, pad=20)

    def _stance_option(self, app: App, other: str, stance: Stance, number: int) -> Node:
        colour, _ = stance_colours(app.theme, stance)
        is_on = self.guesses.get(other) == stance
        words = first_up(app.say(f"stance.{stance}"))
        return choice(
            app.theme, f"guess.{other}.{stance}",
            row(icon("check" if is_on else stance, 20, colour), text(words, LABEL, colour, grow=1)),
            act=lambda: self._guess(other, stance), chosen=is_on, pad=12, role="toggle",
            label=words, key=str(number),
        )  # fmt: skip

    def _guess(self, other: str, stance: Stance) -> None:
        if self.guesses.get(other) == stance:
            del self.guesses[other]
        else:
            self.guesses[other] = stance

    def _toggle_sure(self, other: str) -> None:
        self.sure ^= {other}

    def _call(self, app: App) -> Node:
        words = app.say("seal.call")
        state = app.say("seal.call.on" if self.calls else "seal.call.off")

        def toggle() -> None:
            self.calls = not self.calls

        return choice(
            app.theme, "seal.call", icon("reflection", 26, "mutual"),
            column(text(words, STRONG), text(state, CAPTION, "muted"), gap=2, grow=1),
            act=toggle, chosen=self.calls, role="toggle", label=f"{words} {state}",
            direction="row", align="center", gap=14, pad=16,
        )  # fmt: skip

    def _seal(self, app: App, view: View) -> None:
        guesses = tuple(
            Prediction(other, stance, SURE if other in self.sure else HUNCH)
            for other, stance in self.guesses.items()
        )
        refusal = choose(app, MoveChoice(view.seat, self.move.id, self.calls, guesses))
        if refusal is not None:
            self.refused = app.say(f"refusal.{refusal.reason}", detail=refusal.detail)

    def back(self, app: App) -> None:
        """Back to the table for another move."""
        app.pop()


class PauseScreen(Screen):
    """Stop or go on: the play is saved either way."""

    name = "pause"
    first = "pause.go-on"

    def build(self, app: App) -> Node:
        """Two buttons."""
        say = app.say
        inside = card(
            app.theme,
            heading(say("pause.head"), Style("serif", 30)),
            text(say("pause.text"), Style("regular", 17), "muted"),
            flow(
                button(
                    app.theme, "pause.go-on", say("pause.go-on"), app.pop, strong=True, sign="play"
                ),
                button(
                    app.theme, "pause.leave", say("pause.leave"), lambda: leave(app), sign="door"
                ),
                gap=10,
            ),
            gap=18,
            pad=32,
        )
        inside.most_wide = 600
        body = scroll("pause", inside)
        body.align = body.justify = "center"
        return frame(app, "", body)

    def back(self, app: App) -> None:
        """Go on."""
        app.pop()
