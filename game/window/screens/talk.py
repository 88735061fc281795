"""What is narrated and said: on arriving, after the acts, from outside."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from engine.play.view.heard import PersonSeen, PhaseSeen, RitualSeen
from engine.play.view.records import Utterance
from game.pages import ArrivalPage, AsidePage, ExchangePage, ScriptEventPage
from game.presenters.changes import fresh_words
from game.presenters.page import first_up
from game.presenters.pages import (
    act_answered,
    apart_words,
    arrival_head,
    arrived_words,
    aside_head,
    rituals_again,
)
from game.presenters.table import step_head
from game.window import art
from game.window.app import App, Screen
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import button, card, column, heading, icon, row, text
from game.window.parts.frame import frame, scroll
from game.window.parts.people import across, everybody
from game.window.parts.phase_bar import phase_strip, round_words
from game.window.parts.scene import scene, words_box
from game.window.parts.things import chapter_sign

# The share of the window that words may take of a scene, and how wide they are in it.
_WORDS_HIGH, _WORDS_WIDE = 0.42, 0.93


class _TalkScreen(Screen):
    """Lines that are said, two at a time where there is room; who speaks stands out."""

    name = "talk"
    first = "talk.next"

    def __init__(
        self, page: ArrivalPage | AsidePage | ExchangePage, said: Sequence[Utterance]
    ) -> None:
        self.room, self.view = page.room, page.view
        self.said = tuple(said)
        self.at = 0
        self._measured: tuple[object, bool] = (None, False)
        self._count = 0  # how many lines are on the screen
        self._shown_before: list[int] = []  # where the screens before this one began

    def build(self, app: App) -> Node:
        """The scene with the lines that are being said."""
        two = self.said[self.at : self.at + 2]
        # One, if two would push the people or part of the words out of the picture.
        return self._saying(app, two if self._fits(app, two) else two[:1])

    def _fits(self, app: App, two: Sequence[Utterance]) -> bool:
        """Whether there is room for those words, and for people above them."""
        liked = app.preferences
        key = (self.at, app.size, liked.text_size, liked.language)
        if self._measured[0] != key:
            (wide, high), kit = app.size, app.kit()
            words = self._words(app, two).height_for_width(kit, round(wide * _WORDS_WIDE))
            fits = (
                words <= high * _WORDS_HIGH
                and self._saying(app, two).height_for_width(kit, wide) <= high
            )
            self._measured = key, fits
        return self._measured[1]

    def _saying(self, app: App, shown: Sequence[Utterance]) -> Node:
        self._count = len(shown)
        speakers = [line.speaker for line in shown if line.speaker is not None]
        view = self.view
        if view is None or any(each.party == view.seat for each in speakers):
            people = everybody(self.room, view)
        else:
            people = across(self.room, view)
        body = scene(app, self.room, view, people, self._words(app, shown),
                     speakers=[each.address for each in speakers])  # fmt: skip
        return self._framed(app, body, self.at + len(shown))

    def _framed(self, app: App, body: Node, done: int) -> Node:
        """With the buttons that go on. done: how many lines have been said after this screen."""
        is_last = done >= len(self.said)
        words = app.say("talk.go-on" if is_last else "talk.next")
        foot = [button(app.theme, "talk.next", words, lambda: self._next(app), strong=True)]
        if not is_last:
            foot.insert(0, button(app.theme, "talk.skip", app.say("talk.skip"), app.go.next))
        count = app.say("talk.count", at=done, n=len(self.said)) if done > 0 else ""
        return frame(
            app, app.of(self.room.title), body, note=first_up(app.of(self.room.decor.name)),
            middle=[*phase_strip(app, self.room), round_words(app, self.room)], foot=foot,
            hint=count,
        )  # fmt: skip

    def _words(self, app: App, shown: Sequence[Utterance]) -> Node:
        boxes = [
            words_box(
                app, app.of(line.text), who=line.speaker.name if line.speaker else "",
                title=app.of(line.speaker.title) if line.speaker else "",
            )
            for line in shown
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
            app.turned()
        else:
            app.go.next()

    def back(self, app: App) -> None:
        """One screen back."""
        if self._shown_before:
            self.at = self._shown_before.pop()
            app.turned()


class ExchangeScreen(_TalkScreen):
    """What is said about an act, or by each in turn."""

    def __init__(self, page: ExchangePage) -> None:
        super().__init__(page, page.lines)
        self.page = page

    def _small(self, app: App) -> Node | None:
        if self.at > 0:
            return None
        act = next(act_answered(app.cast(), self.page), None)
        return None if act is None else _strip(app, text(act.text, CAPTION, "muted"))


class AsideScreen(_TalkScreen):
    """What only this seat is told."""

    def __init__(self, page: AsidePage) -> None:
        super().__init__(page, page.lines)
        self.page = page

    def _small(self, app: App) -> Node | None:
        head = text(aside_head(app.cast(), self.page.seat), CAPTION, "muted", grow=1)
        return _strip(app, row(icon("lock", 16, "risk"), head, gap=8))


class ArrivalScreen(_TalkScreen):
    """What is narrated on arriving at a phase or a round, all at once; then what is said."""

    name = "arrival"

    def __init__(self, page: ArrivalPage) -> None:
        super().__init__(page, page.said)
        self.page = page
        self.tells = self._has_card  # whether the narrated part is on the screen

    @property
    def _has_card(self) -> bool:
        """Whether there is anything to narrate besides what is said."""
        page = self.page
        opens_moment = page.room.stage == "differences"
        return bool(page.told or page.fresh or page.question or opens_moment or not page.said)

    def build(self, app: App) -> Node:
        """The place with what is told; after that who says what."""
        if not self.tells:
            return super().build(app)
        told = scroll("arrival", card(app.theme, *self._card(app), gap=8, pad=26), pad=24)
        told.align = told.justify = "center"
        told.children[0].max_width = 780
        return self._framed(app, art.over(self.room.backdrop, told), 0)

    def _card(self, app: App) -> Iterator[Node]:
        """Where the talks have come to, what is told there, and what will be asked."""
        cast, page = app.cast(), self.page
        for line in arrival_head(cast, page):
            if line.kind == "note":
                yield text(line.text, LABEL, "muted")
            elif page.room.stage != "round":  # for a round it is already above the card
                yield heading(line.text, Style("serif", 28))
        for each in page.told:
            yield from self._told(app, each)
        if page.again:
            yield self._again(app)
        for fresh in page.fresh:
            sign = icon(chapter_sign(fresh.change.chapter), 18, "mutual")
            yield row(sign, text(fresh_words(cast, fresh), Style("regular", 17), grow=1), gap=10)
        if page.question:
            yield text(step_head(cast, page.room.stage), LABEL, "mutual")
            yield text(app.of(page.question.text), Style("serif", 20))

    def _told(self, app: App, each: PhaseSeen | PersonSeen | RitualSeen) -> list[Node]:
        """A thing that is told: the phase as a heading, the place and the rituals with a sign."""
        match each:
            case PhaseSeen():
                head: list[Node] = []
                if each.text and self.room.stage == "round":  # a moment is called by its phase
                    head.append(heading(first_up(app.of(each.name)), Style("serif", 28)))
                if each.text:
                    head.append(text(app.of(each.text), Style("regular", 17)))
                if each.between:
                    head.append(text(apart_words(app.cast(), each), Style("regular", 17)))
                return [*head, *_signed(app, "decor", app.of(each.decor), app.of(each.decor_text))]
            case PersonSeen():
                return [text(arrived_words(app.cast(), each), Style("regular", 17))]
            case RitualSeen():
                return _signed(app, "ritual", app.of(each.name), app.of(each.text),
                               meaning=app.say("arrival.ritual"))  # fmt: skip
            case _:
                assert_never(each)

    def _again(self, app: App) -> Node:
        words = text(rituals_again(app.cast(), self.page.again), CAPTION, "muted", grow=1)
        return row(icon("ritual", 16, "muted"), words, gap=8)

    def _small(self, app: App) -> Node | None:
        if not self.page.again or self._has_card or self.at > 0:
            return None
        return _strip(app, self._again(app))

    def _next(self, app: App) -> None:
        if self.tells and self.said:
            self.tells = False
            app.sound("step")
            app.forget_scroll()
            app.turned()
        elif self.tells:
            app.go.next()
        else:
            super()._next(app)

    def back(self, app: App) -> None:
        """One screen back."""
        if self.at == 0 and self._has_card:
            self.tells = True
            app.turned()
        else:
            super().back(app)


def _strip(app: App, line: Node) -> Node:
    """A line that is only mentioned, set apart from what is said."""
    line.pad = (6, 12, 6, 12)
    line.look = Look(app.theme.card_low, None, 10)
    return line


def _signed(app: App, sign: str, name: str, words: str, *, meaning: str = "") -> list[Node]:
    """A name with its sign, and what is told of it. meaning: of the sign, to be read aloud."""
    head = row(
        icon(sign, 18, "mutual", label=meaning),
        text(first_up(name), LABEL, "mutual", grow=1),
        gap=8,
    )
    head.pad = (8, 0, 0, 0)
    return [head, text(words, Style("regular", 17))]


class ScriptEventScreen(Screen):
    """Something from outside happens to the table."""

    name = "event"
    first = "event.next"

    def __init__(self, page: ScriptEventPage) -> None:
        self.page = page

    def opened(self, app: App) -> None:
        """Play its sound."""
        app.sound("bell")

    def build(self, app: App) -> Node:
        """The event on a card, over the place where everybody sits."""
        room, heard = self.page.room, self.page.event
        whom = app.cast().party(heard.party) if heard.party else ""
        about = app.say("event.party", party=whom) if whom else app.say("event.all")
        parts: list[Node] = [
            row(
                icon("lightning", 26, "risk"),
                text(app.say("event.head"), Style("semibold", 15), "risk"),
                gap=10,
            ),
            heading(app.of(heard.name), Style("serif", 30)),
            text(app.of(heard.text), Style("regular", 18)),
            text(about, CAPTION, "muted"),
        ]
        for line in heard.lines:
            said = app.of(line.text)
            parts.append(text(f"{line.speaker.name}: “{said}”" if line.speaker else said, BODY))
        told = scroll("event", card(app.theme, *parts, gap=14, pad=28), pad=24)
        told.align = "center"
        told.justify = "center"
        told.children[0].max_width = 760
        go = button(app.theme, "event.next", app.say("talk.go-on"), app.go.next, strong=True)
        return frame(app, app.of(room.title), art.over(room.backdrop, told), foot=[go],
                     middle=[*phase_strip(app, room), round_words(app, room)])  # fmt: skip
