"""What is told and said, a line at a time: on arriving, after the acts, from outside."""

from collections.abc import Sequence

from engine.play.seen import Heard, View
from game.presenters.page import first_up
from game.window.app import App
from game.window.flow import Beat, follow
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, Style
from game.window.kit.widgets import button, card, heading, icon, row, text
from game.window.scene import across, everybody, scene, words_box
from game.window.screen import Screen
from game.window.screens.frame import frame, scroll
from game.window.screens.strip import phase_strip, round_words


class TalkScreen(Screen):
    """Lines that are said one after the other; who speaks stands out."""

    name = "talk"
    first = "talk.next"

    def __init__(self, beats: Sequence[Beat]) -> None:
        self.beats = tuple(beats)
        self.at = 0

    def view(self, app: App) -> View:
        """Where it is said."""
        assert app.play is not None
        return app.play.view_of_step()

    def build(self, app: App) -> Node:
        """The scene with the line that is being said."""
        assert app.play is not None
        view, beat = self.view(app), self.beats[self.at]
        shared = app.play.is_shared
        speaks_own = beat.speaker is not None and beat.speaker.party == view.me.id
        people = everybody(view) if shared or speaks_own else across(view)
        words = words_box(
            app, app.of(beat.text), who=beat.speaker.name if beat.speaker else "",
            title=app.of(beat.speaker.title) if beat.speaker else "", sign=beat.sign,
            name=first_up(app.of(beat.name)) if beat.name else "",
        )  # fmt: skip
        body = scene(app, view, people, words,
                     speaker=beat.speaker.address if beat.speaker else "")  # fmt: skip
        last = self.at == len(self.beats) - 1
        go = button(app.theme, "talk.next", app.say("talk.go-on" if last else "talk.next"),
                    lambda: self._next(app), strong=True)  # fmt: skip
        foot = [go]
        if not last:
            foot.insert(
                0, button(app.theme, "talk.skip", app.say("talk.skip"), lambda: follow(app))
            )
        count = app.say("talk.count", at=self.at + 1, n=len(self.beats))
        return frame(
            app, app.of(view.title), body, note=first_up(app.of(view.decor.name)),
            middle=[*phase_strip(app, view), round_words(app, view)], foot=foot, hint=count,
        )  # fmt: skip

    def _next(self, app: App) -> None:
        if self.at + 1 < len(self.beats):
            self.at += 1
            app.sound("step")
            app.changed()
        else:
            follow(app)

    def back(self, app: App) -> None:
        """One line back."""
        self.at = max(0, self.at - 1)
        app.changed()


class ArrivalScreen(TalkScreen):
    """What is told and said on coming to a phase or a round."""

    name = "arrival"

    def view(self, app: App) -> View:
        """Where the table has come to."""
        assert app.play is not None
        return app.play.view()


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
        from game.window import art

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
