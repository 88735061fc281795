"""What is told and said: on arriving, after the acts, from outside."""

from collections.abc import Sequence

from engine.play.seen import Heard, View
from game.presenters.page import first_up
from game.window import art
from game.window.app import App
from game.window.flow import Arrival, Beat, follow
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import button, card, column, heading, icon, row, text
from game.window.scene import across, everybody, scene, words_box
from game.window.screen import Screen
from game.window.screens.frame import frame, scroll
from game.window.screens.phase_bar import phase_strip, round_words

# The share of the window that words may take of a scene, and how wide they are in it.
_WORDS_HIGH, _WORDS_WIDE = 0.42, 0.93


class TalkScreen(Screen):
    """Lines that are said, two at a time where there is room; who speaks stands out."""

    name = "talk"
    first = "talk.next"

    def __init__(self, said: Sequence[Beat]) -> None:
        self.said = tuple(said)
        self.at = 0
        self._measured: tuple[object, bool] = (None, False)
        self._count = 0  # how many lines are on the screen
        self._shown_before: list[int] = []  # where the screens before this one began

    def view(self, app: App) -> View:
        """Where it is said."""
        assert app.play is not None
        return app.play.view_of_step()

    def build(self, app: App) -> Node:
        """The scene with the lines that are being said."""
        assert app.play is not None
        two = self.said[self.at : self.at + 2]
        # One where two would push the people, or a part of the words, out of the picture.
        return self._saying(app, two if self._fits(app, two) else two[:1])

    def _fits(self, app: App, two: Sequence[Beat]) -> bool:
        """Whether there is room for those words, and for people above them."""
        liked = app.preferences
        key = (self.at, app.size, liked.text_size, liked.language)
        if self._measured[0] != key:
            (wide, high), kit = app.size, app.kit()
            words = self._words(app, two).tall(kit, round(wide * _WORDS_WIDE))
            fits = words <= high * _WORDS_HIGH and self._saying(app, two).tall(kit, wide) <= high
            self._measured = key, fits
        return self._measured[1]

    def _saying(self, app: App, shown: Sequence[Beat]) -> Node:
        assert app.play is not None
        view = self.view(app)
        self._count = len(shown)
        speakers = [beat.speaker for beat in shown if beat.speaker is not None]
        speaks_own = any(each.party == view.me.id for each in speakers)
        people = everybody(view) if app.play.is_shared or speaks_own else across(view)
        body = scene(app, view, people, self._words(app, shown),
                     speakers=[each.address for each in speakers])  # fmt: skip
        return self._framed(app, view, body, self.at + len(shown))

    def _framed(self, app: App, view: View, body: Node, done: int) -> Node:
        """With the buttons that go on. done: how many lines have been said after this screen."""
        is_last = done >= len(self.said)
        words = app.say("talk.go-on" if is_last else "talk.next")
        foot = [button(app.theme, "talk.next", words, lambda: self._next(app), strong=True)]
        if not is_last:
            foot.insert(
                0, button(app.theme, "talk.skip", app.say("talk.skip"), lambda: follow(app))
            )
        count = app.say("talk.count", at=done, n=len(self.said)) if done > 0 else ""
        return frame(
            app, app.of(view.title), body, note=first_up(app.of(view.decor.name)),
            middle=[*phase_strip(app, view), round_words(app, view)], foot=foot, hint=count,
        )  # fmt: skip

    def _words(self, app: App, shown: Sequence[Beat]) -> Node:
        boxes = [
            words_box(
                app, app.of(beat.text), who=beat.speaker.name if beat.speaker else "",
                title=app.of(beat.speaker.title) if beat.speaker else "",
            )
            for beat in shown
        ]  # fmt: skip
        small = self._small(app)
        return column(*([small] if small is not None else []), *boxes, gap=8)

    def _small(self, app: App) -> Node | None:
        """What is only mentioned, above the first line."""
        return None

    def _next(self, app: App) -> None:
        app.tree()  # as large as the window is now
        after = self.at + self._count
        if after < len(self.said):
            self._shown_before.append(self.at)
            self.at = after
            app.sound("step")
            app.changed()
        else:
            follow(app)

    def back(self, app: App) -> None:
        """One screen back."""
        if self._shown_before:
            self.at = self._shown_before.pop()
            app.changed()


class ArrivalScreen(TalkScreen):
    """What is told on coming to a phase or a round, all of it at once, and then what is said."""

    name = "arrival"

    def __init__(self, came: Arrival) -> None:
        super().__init__(came.said)
        self.came = came
        self.tells = bool(came.told)  # whether what is told is on the screen

    def view(self, app: App) -> View:
        """Where the table has come to."""
        assert app.play is not None
        return app.play.view()

    def build(self, app: App) -> Node:
        """The place with what is told; after that who says what."""
        if not self.tells:
            return super().build(app)
        view = self.view(app)
        parts = [part for beat in self.came.told for part in _told(app, beat)]
        if self.came.again:
            parts.append(self._again(app))
        told = scroll("arrival", card(app.theme, *parts, gap=8, pad=26), pad=24)
        told.align = told.justify = "center"
        told.children[0].most_wide = 780
        return self._framed(app, view, art.over(view.backdrop, told), 0)

    def _again(self, app: App) -> Node:
        names = app.words.all_of([app.of(name) for name in self.came.again])
        words = text(app.say("talk.again", names=names), CAPTION, "muted", grow=1)
        return row(icon("ritual", 16, "muted"), words, gap=8)

    def _small(self, app: App) -> Node | None:
        if not self.came.again or self.came.told or self.at > 0:
            return None
        line = self._again(app)
        line.pad = (6, 12, 6, 12)
        line.look = Look(app.theme.card_low, None, 10)
        return line

    def _next(self, app: App) -> None:
        if self.tells and self.said:
            self.tells = False
            app.sound("step")
            app.forget_scroll()
            app.changed()
        elif self.tells:
            follow(app)
        else:
            super()._next(app)

    def back(self, app: App) -> None:
        """One screen back."""
        if self.at == 0 and self.came.told:
            self.tells = True
            app.changed()
        else:
            super().back(app)


def _told(app: App, beat: Beat) -> list[Node]:
    """A thing that is told: the phase as a heading, the place and the rituals with their sign."""
    name = first_up(app.of(beat.name)) if beat.name else ""
    words = text(app.of(beat.text), Style("regular", 17))
    if beat.sign == "script":
        return [heading(name, Style("serif", 28)), words]
    head = row(icon(beat.sign, 18, "mutual"), text(name, LABEL, "mutual", grow=1), gap=8)
    head.pad = (8, 0, 0, 0)
    return [head, words]


class OccasionScreen(Screen):
    """Something from outside befalls the table."""

    name = "event"
    first = "event.next"

    def __init__(self, heard: Heard, lines: Sequence[Beat]) -> None:
        self.heard, self.lines = heard, tuple(lines)

    def opened(self, app: App) -> None:
        """It is heard, too."""
        app.sound("bell")

    def build(self, app: App) -> Node:
        """The event on a card, over the place where everybody sits."""
        assert app.play is not None
        view, heard = app.play.view_of_step(), self.heard
        whom = app.cast().party(heard.party) if heard.party else ""
        about = app.say("event.party", party=whom) if whom else app.say("event.all")
        parts: list[Node] = [
            row(
                icon("lightning", 26, "risk"),
                text(app.say("event.head"), Style("semibold", 15), "risk"),
                gap=10,
            ),
            heading(app.of(heard.name) if heard.name else "", Style("serif", 30)),
            text(app.of(heard.text) if heard.text else "", Style("regular", 18)),
            text(about, CAPTION, "muted"),
        ]
        for line in self.lines:
            said = app.of(line.text)
            parts.append(text(f"{line.speaker.name}: “{said}”" if line.speaker else said, BODY))
        told = scroll("event", card(app.theme, *parts, gap=14, pad=28), pad=24)
        told.align = "center"
        told.justify = "center"
        told.children[0].most_wide = 760
        go = button(
            app.theme, "event.next", app.say("talk.go-on"), lambda: follow(app), strong=True
        )
        return frame(app, app.of(view.title), art.over(view.backdrop, told), foot=[go],
                     middle=[*phase_strip(app, view), round_words(app, view)])  # fmt: skip
