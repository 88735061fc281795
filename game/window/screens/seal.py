"""The move that was picked, to be sealed: what the others will do, and whether it is sure."""

from engine.play.state import MoveChoice, Prediction
from engine.play.view.records import MoveCard, View
from engine.scenario.vocabulary import STANCES, Stance
from game.pages import MovePage
from game.presenters.page import first_up, of_leaving, sentence
from game.presenters.table import expectation_basis, move_outlook, no_call_words, own_side
from game.theme import stance_colours
from game.window import art
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    button,
    card,
    choice,
    column,
    heading,
    icon,
    row,
    stance_badge,
    text,
)
from game.window.parts.frame import frame, halves, scroll
from game.window.parts.moves import expected_row
from game.window.parts.people import across, face_of
from game.window.parts.scene import scene

_PLACE_HIGH = 190.0  # dp: the least of the place beside the move, a design choice


class SealScreen(Screen):
    """The move that was picked: predict what the others will do, then seal it."""

    name = "seal"
    first = "seal.go"

    def __init__(self, page: MovePage, move: MoveCard) -> None:
        self.page, self.move = page, move
        self.guesses: dict[str, Stance] = {}
        self.sure: set[str] = set()
        self.calls = False
        self.asks = False  # whether it asks for confirmation of a move that ends the talks
        self.refused = ""

    def build(self, app: App) -> Node:
        """The move at the left; the prediction at the right, and whom it is for where it fits."""
        view = self.page.view
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
            text(app.say("seal.expect"), LABEL, "muted"),
            text(" ".join(move_outlook(app.cast(), view, move)), BODY),
            *self._figures(app, view), *self._ends(app, view),
            gap=11, pad=26,
        )  # fmt: skip
        asks = [self._prediction(app, view, each.id) for each in view.there if view.may_predict]
        extra: list[Node] = []
        assert app.play is not None
        if view.no_call is None:
            extra.append(self._call(app))
        elif app.play.compiled.scenario.script.calls:  # or nobody ever asks for one here
            extra.append(text(no_call_words(app.cast(), view.no_call), CAPTION, "muted"))
        if self.refused:
            extra.append(text(self.refused, STRONG, "risk"))
        right = [*asks, *extra]
        picked = scroll("seal.move", left)
        if app.is_narrow:
            return self._framed(app, halves(picked, scroll("seal.predict", *right), gap=14))
        there = scene(app, self.page.room, view, across(self.page.room, view), None)
        there.min_height = _PLACE_HIGH
        for beside in (column(*right, there, gap=14), scroll("seal.predict", *right)):
            body = Grid(columns=2, gap=20, children=(picked, beside), fills=True)
            whole = self._framed(app, body)
            if whole.min_height_for_width(app.kit(), app.size[0]) <= app.size[1]:
                break
        return whole

    def _framed(self, app: App, body: Node) -> Node:
        view = self.page.view
        return frame(app, app.say("seal.head"), body, foot=self._foot(app, view),
                     hint=self._hint(app, view))  # fmt: skip

    def _hint(self, app: App, view: View) -> str:
        if self.asks:
            return app.say(f"seal.sure-to-end{of_leaving(view)}")
        return app.say("seal.hint") if view.may_predict else ""

    def _foot(self, app: App, view: View) -> list[Node]:
        """Back or on; a move that ends the talks has an extra button in between."""
        back = button(app.theme, "seal.back", app.say("seal.other"), app.pop, sign="back")
        if self.asks:
            end = button(app.theme, "seal.end", app.say(f"seal.end{of_leaving(view)}"),
                         lambda: self._seal(app, view), strong=True, sign="door")  # fmt: skip
            return [back, end]
        act = (lambda: self._ask(app)) if self.move.leaves else (lambda: self._seal(app, view))
        return [back, button(app.theme, "seal.go", app.say("seal.go"), act, strong=True,
                             sign="envelope-sealed")]  # fmt: skip

    def _figures(self, app: App, view: View) -> list[Node]:
        """What the move may bring, in figures; of who walks out nothing is expected any more."""
        if self.move.leaves:
            return []
        basis = text(expectation_basis(app.cast(), view), CAPTION, "muted")
        return [expected_row(app, self.move), basis, *self._own_side(app, view)]

    def _own_side(self, app: App, view: View) -> list[Node]:
        """That one's own side can let a move falter."""
        told = own_side(app.cast(), view)
        return [] if told is None else [text(told, CAPTION, "muted")]

    def _ends(self, app: App, view: View) -> list[Node]:
        """A warning that this move ends the talks."""
        if not self.move.leaves:
            return []
        words = text(app.say(f"seal.ends{of_leaving(view)}"), STRONG, "risk", grow=1)
        parts: list[Node] = [row(icon("door", 22, "risk"), words, gap=10)]
        if self.asks:
            parts.append(text(app.say(f"seal.sure-to-end{of_leaving(view)}"), BODY))
        return parts

    def _ask(self, app: App) -> None:
        """Ask once more; a second Enter goes back rather than on."""
        self.asks = True
        app.focus = "seal.back"
        app.turned()

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
        # Beside the face there is room for it: what is below stays where it is.
        asked = column(ask, *([row(sure)] if other in self.guesses else []), gap=8, grow=1)
        face = art.bust(face_of(app, seen), seen.mood, 96 if len(view.there) == 1 else 76)
        head = row(face, asked, gap=14)
        return card(theme, head, Grid(cell=150, gap=8, children=options), gap=12, pad=20)

    def _stance_option(self, app: App, other: str, stance: Stance, number: int) -> Node:
        colour, _ = stance_colours(app.theme, stance)
        is_on = self.guesses.get(other) == stance
        words = first_up(app.say(f"stance.{stance}"))
        return choice(
            app.theme, f"guess.{other}.{stance}",
            row(icon("check" if is_on else stance, 20, colour), text(words, LABEL, colour, grow=1)),
            act=lambda: self._guess(app, other, stance), chosen=is_on, pad=12, role="toggle",
            label=words, key=str(number),
        )  # fmt: skip

    def _guess(self, app: App, other: str, stance: Stance) -> None:
        """Predict, or take it back; once all is predicted, the next Enter seals it."""
        if self.guesses.get(other) == stance:
            del self.guesses[other]
            return
        self.guesses[other] = stance
        if len(self.guesses) == len(self.page.view.there):
            app.focus = self.first

    def _toggle_sure(self, other: str) -> None:
        self.sure ^= {other}

    def _call(self, app: App) -> Node:
        assert app.play is not None
        words = app.say("seal.call")
        state = app.say("seal.call.on" if self.calls else "seal.call.off")
        most = app.play.compiled.scenario.script.calls
        costs = app.say("seal.call.costs", n=most)
        box = row(
            *([icon("check", 18)] if self.calls else []), width=26, height=26, justify="center",
            look=Look(app.theme.card, app.theme.ink, 6, 2),
        )  # fmt: skip

        def toggle() -> None:
            self.calls = not self.calls

        return choice(
            app.theme, "seal.call", box, icon("reflection", 26, "mutual"),
            column(text(words, STRONG), text(state, BODY), text(costs, CAPTION, "muted"), gap=2,
                   grow=1),
            act=toggle, chosen=self.calls, role="toggle", label=f"{words}. {state} {costs}",
            is_row=True, align="center", gap=14, pad=16,
        )  # fmt: skip

    def _seal(self, app: App, view: View) -> None:
        guesses = tuple(
            Prediction.of_person(other, stance, is_sure=other in self.sure)
            for other, stance in self.guesses.items()
        )
        refusal = app.go.choose(MoveChoice(view.seat, self.move.id, self.calls, guesses))
        if refusal is not None:
            self.refused = app.say(f"refusal.{refusal.reason}", detail=refusal.detail)

    def back(self, app: App) -> None:
        """Back to the table for another move."""
        app.pop()
