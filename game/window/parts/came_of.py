"""What came of a step, beside what is told or after it: the numbers, with their reasons."""

from game.pages import ConsequencePage, TrustPage
from game.presenters.faces import moved_by
from game.window.app import App, ToldScreen
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.widgets import button, card, column, row
from game.window.parts.frame import Ends, frame, halves, scroll
from game.window.parts.people import across
from game.window.parts.phase_bar import phase_strip, round_words
from game.window.parts.scene import scene
from game.window.parts.standing import SIDE, came_of, consequence_side, standing_card, whys
from game.window.parts.trust import ASKED, go_or_skip, trust_card, trust_frame

# From this many points a change of trust has a sound.
_AUDIBLE = 2


class WithNumbers(ToldScreen):
    """What is told, with what came of it: first how far the others are trusted, if that is asked,
    then the numbers. Both stand beside what is told, or after it where it is narrow.
    """

    def __init__(self, *after: TrustPage | ConsequencePage) -> None:
        self.asks = next((each for each in after if isinstance(each, TrustPage)), None)
        self.came = next((each for each in after if isinstance(each, ConsequencePage)), None)
        self.levels: dict[str, int] = {}
        self.is_at_question = self.is_at_numbers = False  # where they need a screen of their own
        self._has_asked = False

    def told(self, app: App) -> Node:
        """What is told now."""
        raise NotImplementedError

    def build(self, app: App) -> Node:
        """What is told, or else what came of it."""
        if self.asks is not None and self.is_at_question:
            self._ask(app)
            return trust_frame(app, self.asks, self.levels, self.onward(app))
        if self.came is not None and self.is_at_numbers:
            return numbers_screen(app, self.came, self.onward(app))
        return self.told(app)

    def onward(self, app: App) -> Ends:
        """The button that goes on, always in the same place, and that which skips a question."""
        if self.asks is not None and (self.is_at_question or self.shows_side(app)):
            return go_or_skip(app, self.first, self.levels, lambda: self.go_on(app))
        words = app.say("talk.go-on" if self.is_last(app) else "talk.next")
        go = button(app.theme, self.first, words, lambda: self.go_on(app), strong=True)
        return {"foot": [go]}

    def _ask(self, app: App) -> None:
        """Go to the question, the first time that it is on the screen."""
        if not self._has_asked:
            self._has_asked, app.focus = True, ASKED

    def is_last(self, app: App) -> bool:
        """Whether going on leaves this screen."""
        has_numbers_left = self.came is not None and not (self.is_at_numbers or self.has_side(app))
        return self.asks is None and not has_numbers_left

    def has_side(self, app: App) -> bool:
        """Whether what came of it stands beside what is told."""
        came = self.came
        return came is not None and came.numbers is not None and not app.is_narrow

    def shows_side(self, app: App) -> bool:
        """Whether it does so now."""
        return self.has_side(app)

    def beside(self, app: App, body: Node) -> Node:
        """With what came of it at the side, if there is anything and there is room."""
        if self.came is None or not self.has_side(app):
            return body
        side = consequence_side(app, self.came, is_over=self.shows_side(app))
        if self.asks is not None and self.shows_side(app):
            self._ask(app)
            asked = trust_card(app, self.asks, self.levels, pad=18)
            side = column(scroll("trust", asked, pad=2), width=SIDE)
        body.grow = 1
        return row(body, side, gap=14, align="stretch")

    def go_on(self, app: App) -> None:
        """What came of it, if that was not beside what was told; then what comes next."""
        if self.asks is not None and not (self.is_at_question or self.has_side(app)):
            self.is_at_question = True
        elif self.asks is not None:
            app.go.state_trust(self.asks.seat, dict(self.levels))
            self.asks, self.is_at_question = None, False
            self.is_at_numbers = not self.has_side(app)
        elif not self.is_last(app):
            self.is_at_numbers = True
        else:
            app.go.next()
            return
        if self.came is not None and self.asks is None:
            play_change(app, self.came)
        app.forget_scroll()
        app.turned()

    def earlier(self, app: App) -> bool:
        """From what came of it back to what was told."""
        was = self.is_at_numbers or self.is_at_question
        self.is_at_numbers = self.is_at_question = False
        if was:
            app.turned()
        return was


def play_change(app: App, page: ConsequencePage) -> None:
    """A rising or falling sound, by the change of trust."""
    numbers = page.numbers
    if numbers is None:
        return
    change = moved_by(numbers.before, numbers.after)
    if abs(change) >= _AUDIBLE:
        app.sound("up" if change > 0 else "down")


def numbers_screen(app: App, page: ConsequencePage, go: Ends) -> Node:
    """The people with what came of it below them, and the numbers where they always are."""
    numbers, room, view = page.numbers, page.room, page.view
    title = app.say("news.head", party=app.cast().party(page.seat))
    middle = [*phase_strip(app, room), round_words(app, room)]
    words = list(came_of(app, page))
    if numbers is None:
        told = card(app.theme, *words, gap=13, pad=26)
        told.max_width = 760
        inside = scroll("news.words", told, pad=24)
        inside.align = inside.justify = "center"
        return frame(app, title, inside, **go)
    standing = standing_card(app, view, numbers.after, page.path, whys(app, view, numbers),
                             since=numbers.before)  # fmt: skip
    if app.is_narrow:
        side = scroll("news.words", card(app.theme, *words, gap=10, pad=20))
        return frame(app, title, halves(scroll("news.gauges", standing), side, gap=14), **go,
                     middle=middle)  # fmt: skip
    paper = Look(app.theme.card, None, 14, 1, 100)
    said = scroll("news.words", column(*words, gap=9, pad=(14, 22, 16, 22), look=paper), pad=0)
    place = scene(app, room, view, across(room, view), said)
    beside = column(standing, column(grow=1), width=SIDE)
    body = row(place, beside, gap=14, align="stretch")
    return frame(app, title, body, **go, middle=middle)
