"""The negotiation table before a choice, and the sealing of it."""

from collections.abc import Collection
from typing import Literal

from engine.play.view.records import MoveCard, View
from game.pages import ArrivalPage, MovePage
from game.presenters.faces import PLAIN, moved_last
from game.presenters.gauges import why_moved
from game.presenters.page import first_up, points, sentence
from game.presenters.pages import rituals_again
from game.presenters.table import spot_words
from game.theme import stance_colours
from game.window.app import App, Screen
from game.window.kit.column import Column
from game.window.kit.grid import Grid
from game.window.kit.listed import Listed
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    card,
    choice,
    column,
    heading,
    icon,
    key_cap,
    row,
    stance_badge,
    text,
)
from game.window.parts.aside import aside_buttons
from game.window.parts.frame import EDGE, frame, halves, scroll
from game.window.parts.moves import expected_row
from game.window.parts.people import across, everybody, saying
from game.window.parts.phase_bar import phase_strip, round_words
from game.window.parts.scene import Scene, scene, words_box
from game.window.parts.standing import SIDE, Fit, standing_card
from game.window.parts.things import CHAPTER_SIGNS, thing_line

_ROOMY = 1200  # dp; less wide, and there is no room for the name of the place
_PLACE_HIGH = 330.0  # dp: the place with its people, where it scrolls
# Design choices, in dp: the least of the card at the side, and of the cards where they scroll.
_SIDE_LEAST, _CARDS_LEAST = 44.0, 180.0
# Cards of moves beside each other, at most and at least: as many as leave each of them room for its
# figures on one line. Design choices.
_MOST, _FEWEST = 5, 3
_GAP = 10.0  # dp between cards
_TEXT = Style("regular", 14)
_LARGE, _SMALL = (84.0, True), (66.0, False)  # gauges, in dp, and whether with their path
_MORE = 76.0  # dp: what turns to the other moves


# What gives way in turn where the cards are too high for the window: gauges are smaller and without
# their path, a ritual that is as always is left to the list of rules, what two people said stands
# beside each other, faces are smaller, and a card says a figure less, which is there before the
# move is sealed. What the others see of the longest move may have to be scrolled to before that.
Less = Literal["gauges", "ritual", "words", "side", "faces", "figures"]
_IN_TURN: tuple[Less, ...] = ("gauges", "ritual", "words", "side", "faces", "figures")
_FACES = 170.0  # dp: what is left for people while nothing has to give way; a design choice


class TableScreen(Screen):
    """The people, the numbers, the rules, and the moves to choose from."""

    name = "table"
    first = ""

    def __init__(self, page: MovePage, arrival: ArrivalPage | None = None) -> None:
        self.page, self.arrival = page, arrival
        self.first_shown = 0  # of the moves
        self._beside = _MOST  # how many are shown at once

    def opened(self, app: App) -> None:
        """Begin at the first move that can be played."""
        ready = [card for card in self.page.view.moves if card.locked is None]
        self.first = f"move.{ready[0].id}" if ready else ""
        app.focus = self.first

    def build(self, app: App) -> Node:
        """The table, wide or narrow; what is too high says less, and at last scrolls."""
        view = self.page.view
        if app.is_narrow:
            return self._framed(app, self._narrow(app, view))
        self._beside = self._fitting(app, view)
        less: list[Less] = []
        whole = self._fitted(app, view, less)
        for each in _IN_TURN:
            if whole is None:
                less.append(each)
                whole = self._fitted(app, view, less)
        for each in less[-2::-1]:  # what gave way in vain comes back, but no words before faces
            if each in ("ritual", "words") and "faces" in less:
                continue
            fewer = [other for other in less if other != each]
            if whole is not None and (better := self._fitted(app, view, fewer)) is not None:
                less, whole = fewer, better
        return whole or self._framed(app, self._wide(app, view, _IN_TURN, scrolls=True))

    def _fitted(self, app: App, view: View, less: Collection[Less]) -> Node | None:
        """The table with that less on it; None if it is still too high."""
        (width, height), whole = app.size, self._framed(app, self._wide(app, view, less))
        return whole if whole.min_height_for_width(app.kit(), width) <= height else None

    def _framed(self, app: App, body: Node) -> Node:
        room, view = self.page.room, self.page.view
        middle = [*phase_strip(app, room), round_words(app, room), aside_buttons(app, view)]
        note = spot_words(app.words, view) if app.room[0] > _ROOMY else ""
        return frame(app, app.of(view.title), body, middle=middle, note=note)

    def _wide(self, app: App, view: View, less: Collection[Less], *, scrolls: bool = False) -> Node:
        gauges = gauges_card(app, self.page, is_small="gauges" in less)
        detail = self._side(app, view)
        if "side" not in less:  # as large for each move, so that nothing else moves with the eye
            detail.children[0].min_height = self._highest_detail(app, view)
        side = column(gauges, detail, gap=12, width=SIDE)
        place = self._scene(app, view, less)
        if "faces" not in less:
            place.faces = _FACES
        top = row(place, side, gap=14, align="stretch", grow=1)
        shown = self._shown(view)
        cards = [self._card(app, view, card, is_brief="figures" in less) for card in shown]
        has_more = len(view.moves) > self._beside
        grid = Grid(columns=self._beside if has_more else len(cards), gap=_GAP, children=cards,
                    label=app.say("moves.head"), grow=1)  # fmt: skip
        below: Node = grid
        if scrolls:
            below = scroll("table.moves", grid)
            below.min_height = _CARDS_LEAST
        if has_more:
            below = row(below, self._more(app, view), gap=_GAP, align="stretch")
        return column(top, below, gap=12)

    def _fitting(self, app: App, view: View) -> int:
        """How many cards can stand beside each other with no word or figure broken."""
        kit = app.kit()
        least = max(
            (self._card(app, view, card).widths(kit).whole for card in view.moves), default=0
        )
        for count in range(_MOST, _FEWEST, -1):
            has_more = len(view.moves) > count
            cells = count if has_more else max(1, len(view.moves))
            room = app.room[0] - 2 * EDGE - has_more * (_MORE + _GAP) - _GAP * (cells - 1)
            if least <= kit.px(room / cells):
                return count
        return _FEWEST

    def _shown(self, view: View) -> list[MoveCard]:
        """The moves on the table now; the others are one step away."""
        moves = _in_order(view)
        if len(moves) <= self._beside:
            return moves
        # The last ones have company, not more room.
        first = min(self._turned_to, len(moves) - self._beside)
        return moves[first : first + self._beside]

    @property
    def _turned_to(self) -> int:
        """Where the cards begin that it was turned over to: the window may have been resized."""
        return self.first_shown // self._beside * self._beside

    def _more(self, app: App, view: View) -> Node:
        """What turns to the other moves."""
        rest = len(view.moves) - len(self._shown(view))
        words = app.say("table.more", n=rest)
        return choice(
            app.theme, "table.more", column(grow=1),
            row(icon("more", 24, "muted"), justify="center"),
            text(words, CAPTION, "muted", align="center"), column(grow=1), label=words,
            act=lambda: self._turn_over(app), width=_MORE, pad=8,
        )  # fmt: skip

    def _turn_over(self, app: App) -> None:
        view = self.page.view
        at = self._turned_to + self._beside
        self.first_shown = at if at < len(view.moves) else 0
        app.sound("step")

    def typed(self, app: App, key: str) -> bool:
        """The number of a move that is not on the table now brings it there."""
        view = self.page.view
        ready = [move for move in _in_order(view) if move.locked is None]
        if app.is_narrow or not key.isdecimal() or not 0 < int(key) <= len(ready):
            return False
        at = int(key) - 1
        self.first_shown = at
        app.focus = f"move.{ready[at].id}"
        app.changed()
        return True

    def _narrow(self, app: App, view: View) -> Node:
        cards = [self._card(app, view, card) for card in _in_order(view)]
        place = self._scene(app, view)
        place.min_height = _PLACE_HIGH
        left = scroll(
            "table.left", place, gauges_card(app, self.page), rules_card(app, view), gap=10
        )
        right = scroll("table.moves", heading(app.say("moves.head")), *cards, gap=10, pad=4)
        return halves(left, right, gap=14)

    def _scene(self, app: App, view: View, less: Collection[Less] = ()) -> Scene:
        """The people opposite, with what was said last: all of it, if it was said here."""
        told = [self.page.told] if self.page.told is not None else []
        boxes: list[Node] = []
        unseen = ""
        if self.arrival is not None:
            told = list(self.arrival.said)
            if self.arrival.again:
                rituals = rituals_again(app.cast(), self.arrival.again)
                if "ritual" in less:  # who listens to the screen hears of them all the same
                    unseen = rituals
                else:
                    boxes.append(row(icon("ritual", 16, "muted"), text(rituals, CAPTION, "muted"),
                                     gap=8, pad=(5, 12, 5, 12),
                                     look=Look(app.theme.card_low, None, 10)))  # fmt: skip
        speakers = [line.speaker for line in told if line.speaker is not None]
        said: list[Node] = []
        for line in told:
            who = line.speaker
            said.append(words_box(app, app.of(line.text), who=who.name if who else "",
                                  title=app.of(who.title) if who else ""))  # fmt: skip
        boxes += (
            [Grid(columns=2, gap=6, children=said)] if "words" in less and len(said) == 2 else said
        )
        room = self.page.room
        is_own = any(each.party == view.seat for each in speakers)
        moved = moved_last(self.page.path)
        people = everybody(room, view, moved=moved) if is_own else across(room, view)
        people = saying(people, {each.address: PLAIN for each in speakers})
        place = scene(
            app, room, view, people, column(*boxes, gap=6) if boxes else None,
            speakers=[each.address for each in speakers],
        )  # fmt: skip
        place.label = " ".join(each for each in (place.label, unseen) if each)
        return place

    def _highest_detail(self, app: App, view: View) -> float:
        """The height in dp that any of the moves needs at the side."""
        kit = app.kit()
        details = [move_detail(app, move) for move in view.moves]
        wide = [kit.px(SIDE) - kit.px(each.pad[1]) - kit.px(each.pad[3]) for each in details]
        sized = zip(details, wide, strict=True)
        high = [each.children[0].height_for_width(kit, width) for each, width in sized]
        return max(high, default=0) / kit.scale

    def _side(self, app: App, view: View) -> Column:
        """What the move that is pointed at does; without one, the rules in force."""
        name = (app.pointed or app.focus).removeprefix("move.")
        card_ = next((each for each in view.moves if each.id == name), None)
        if card_ is None:
            return rules_card(app, view)
        return move_detail(app, card_)

    def _card(self, app: App, view: View, move: MoveCard, *, is_brief: bool = False) -> Node:
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
        if not locked:
            parts.append(text(app.of(move.text), _TEXT, "muted"))
        parts.append(column(grow=1))
        if locked:
            parts.append(_locked(app, move))
        elif not move.leaves:  # of who walks out nothing is expected any more
            parts.append(expected_row(app, move, is_brief=is_brief))
        return choice(
            app.theme, f"move.{move.id}", *parts, act=lambda: app.go.seal(self.page, move),
            label=f"{app.of(move.title)} ({stance})", key=key, disabled=locked, pad=11, gap=5,
        )  # fmt: skip

    def back(self, app: App) -> None:
        """Ask whether to stop; nothing is lost."""
        app.go.pause()


def _in_order(view: View) -> list[MoveCard]:
    """The moves with those that can't be played now at the end."""
    return sorted(view.moves, key=lambda card: card.locked is not None)


def _locked(app: App, move: MoveCard) -> Node:
    prop = app.of(move.needs) if move.needs else ""
    why = (
        app.say(f"locked.{move.locked}.by", name=app.of(move.locked_by))
        if move.locked_by
        else app.say(f"locked.{move.locked}", prop=prop)
    )
    return row(icon("lock", 16, "muted"), text(first_up(why), CAPTION, "muted", grow=1), gap=6)


def move_detail(app: App, move: MoveCard) -> Column:
    """What the others see of a move, or the move itself where it can't be played now."""
    theme = app.theme
    parts: list[Node] = []
    if move.locked is not None:
        parts.append(text(app.of(move.text), _TEXT, "muted"))
    else:
        looks = first_up(app.say(f"face.{move.face_stance}"))
        seen = app.say("table.they-see", face=sentence(app.of(move.face)))
        parts.append(row(icon("eye", 18, "muted"), text(seen, _TEXT, "muted", grow=1), gap=8,
                         align="start"))  # fmt: skip
        if move.face_stance != move.stance:
            colour, _ = stance_colours(theme, move.face_stance)
            badge = row(icon(move.face_stance, 18, colour), text(looks, CAPTION, colour), gap=7)
            parts.append(badge)
            badge.pad = (0, 8, 0, 26)
    return _side_card(app, scroll("side.move", *parts, gap=6, pad=0))


def _side_card(app: App, inside: Node) -> Column:
    inside.min_height = _SIDE_LEAST
    return Column(children=(inside,), pad=(14, 14, 12, 16), look=card(app.theme).look, grow=1)


def rules_card(app: App, view: View) -> Column:
    """The rules, rituals and props that are in force, as far as there is room; the others are with
    the brief.
    """
    shown = [
        thing for thing in view.game
        if thing.in_force and thing.chapter in ("rituals", "rules", "props")
    ]  # fmt: skip
    order = {"rituals": 0, "rules": 1, "props": 2}
    shown.sort(key=lambda thing: order[thing.chapter])
    parts: list[Node] = []
    for thing in shown:
        line = thing_line(app, thing)
        line.children = (icon(CHAPTER_SIGNS[thing.chapter], 17, "mutual"), *line.children[1:])
        parts.append(line)

    def more(count: int) -> Node:
        brief = app.say("table.brief")
        return text(app.say("table.rules.more", n=count, brief=brief), CAPTION, "muted")

    listed = Listed(id="side.rules", gap=2, children=parts, more=more, grow=1)
    listed.min_height = _SIDE_LEAST
    return _side_card(app, column(heading(app.say("table.rules"), LABEL), listed, gap=6, grow=1))


def gauges_card(app: App, page: MovePage, *, is_small: bool = False) -> Node:
    """How things stand with each of the others, with the reasons, and the path where it fits."""
    assert page.view.gauges is not None
    size, has_path = _SMALL if is_small else _LARGE
    return standing_card(
        app, page.view, page.view.gauges, page.path if has_path else (), _why(app, page),
        fit=Fit(size), since=page.path[-2] if len(page.path) > 1 else None,
    )  # fmt: skip


def _why(app: App, page: MovePage) -> dict[tuple[str, str], str]:
    """What each gauge means and why it moved last, as one text each."""
    moved = " ".join(line.text for line in why_moved(app.cast(), page.last))
    why: dict[tuple[str, str], str] = {}
    for name in ("trust", "perceived_risk"):
        for other in page.view.there:
            title = app.say(f"gauge.{name}", other=app.of(other.name))
            means = app.say(f"gauge.{name}.means", payoff=0)
            now = points(getattr(page.view.gauges, name)[other.id])
            line = app.say("gauge.line", name=title, value=now, means=means)
            why[name, other.id] = f"{line}\n{app.say('why.head')}: {moved}"
    return why
