"""The briefing: who you are, what only you know, who sits across, and the game as it stands."""

from engine.play.view.records import View
from game.presenters.briefing import at_table, first_sentences
from game.presenters.page import first_up, sentence
from game.window import art
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import (
    bar,
    button,
    card,
    chip,
    choice,
    column,
    heading,
    icon,
    row,
    text,
)
from game.window.parts.frame import frame, scroll
from game.window.parts.people import Person, posed
from game.window.parts.scene import Scene, nameplate
from game.window.parts.things import CHAPTERS, chapter_card

_PAGES = ("you", "file", "people", "game")


class BriefingScreen(Screen):
    """A face and a few sentences first; the file, the people and the game are a press away, now or
    from the table.
    """

    name = "briefing"
    first = "briefing.next"

    def __init__(self, view: View, *, again: bool = False) -> None:
        self.view, self.again = view, again
        self.page = _PAGES[1 if again else 0]

    def build(self, app: App) -> Node:
        """The page that is open, under the names of all of them."""
        view = self.view
        parts = {"you": self._you, "file": self._file, "people": self._people, "game": self._game}
        tabs = row(*(self._tab(app, name) for name in _PAGES), gap=8)
        body = parts[self.page](app, view)
        body.grow = 1
        words = app.say("briefing.close" if self.again else "briefing.begin")
        go = button(app.theme, "briefing.next", words, lambda: self._done(app), strong=True)
        return frame(app, app.say("brief.you-are", party=app.of(view.me.name)),
                     column(tabs, body, gap=14), foot=[go])  # fmt: skip

    def _tab(self, app: App, name: str) -> Node:
        def open_it() -> None:
            self.page = name
            app.forget_scroll()
            app.sound("step")

        words = app.say(f"briefing.tab.{name}")
        return choice(app.theme, f"briefing.tab.{name}", text(words, LABEL), act=open_it,
                      chosen=name == self.page, role="toggle", label=words, pad=10)  # fmt: skip

    def _you(self, app: App, view: View) -> Node:
        """Whoever is at the table for this party, and what they have to know to begin."""
        me, theme = view.me, app.theme
        told, has_more = first_sentences(app.of(me.private))
        parts: list[Node] = [
            _head(app, "lock", "brief.private", "risk"), text(told, Style("regular", 18))
        ]  # fmt: skip
        if me.wants:
            parts.append(_head(app, "flag", "brief.wants", "trust"))
            parts += [
                text(first_up(app.of(want)), BODY)
                for want, _ in sorted(me.wants, key=lambda each: -each[1])
            ]
        if has_more:
            parts.append(text(app.say("briefing.more"), CAPTION, "muted"))
        words = card(theme, *parts, gap=10, pad=24)
        if app.is_narrow or view.scenery is None:
            return scroll("briefing", self._lead(app, view), words)
        people = posed([Person(role, view.seat, "open", "open") for role in at_table(view)])
        plates = [nameplate(app, person, None, speaks=False) for person in people]
        place = Scene(scenery=view.scenery, people=people, children=plates, has_words=False,
                      role="image")  # fmt: skip
        beside = scroll("briefing", words)
        beside.justify = "center"
        return Grid(columns=2, gap=18, children=(place, beside), fills=True)

    @staticmethod
    def _lead(app: App, view: View) -> Node:
        lead = view.me.roles[0]
        who = column(text(lead.name, STRONG), text(app.of(lead.title), CAPTION, "muted"), gap=2)
        return row(art.bust(lead, "open", 110), who, gap=18)

    def _file(self, app: App, view: View) -> Node:
        """All that is written about the party."""
        me, theme = view.me, app.theme
        public = card(
            theme, *_told(app, "people", "brief.public", app.of(me.public), "muted"), pad=22
        )
        private = card(
            theme, *_told(app, "lock", "brief.private", app.of(me.private), "risk"), pad=22
        )
        wants: list[Node] = [_head(app, "flag", "brief.wants", "trust")]
        for at, (want, weight) in enumerate(sorted(me.wants, key=lambda each: -each[1])):
            name = first_up(app.of(want))
            wants.append(
                bar(theme, f"want.{at}", name, weight / 100, "trust",
                    explain=sentence(app.say("brief.want", name=name, weight=weight)))
            )  # fmt: skip
        wants.append(text(app.say("briefing.scale"), CAPTION, "muted"))
        asks = [card(theme, *wants, pad=22)] if me.wants else []
        if app.is_narrow:
            return scroll("briefing", public, private, *asks)
        parts = (scroll("briefing", private), scroll("briefing.side", public, *asks, gap=14))
        return Grid(columns=2, gap=18, children=parts, fills=True)

    def _people(self, app: App, view: View) -> Node:
        theme = app.theme
        here = {thing.id for thing in view.game if thing.chapter == "roles" and thing.in_force}
        mine: list[Node] = [heading(app.say("brief.people"))]
        for role in view.me.roles:
            away = "" if role.address in here else app.say("briefing.outside")
            words = [text(role.name, STRONG), text(app.of(role.title), CAPTION, "muted")]
            if away:
                words.append(chip(theme, away, sign="door"))  # type: ignore[arg-type]
            if role.brief:
                words.append(text(app.of(role.brief), BODY))
            mood = "reserved" if away else "open"
            mine.append(
                card(theme, row(art.bust(role, mood, 78), column(*words, gap=4, grow=1), gap=16,
                                align="start"))
            )  # fmt: skip
        across: list[Node] = []
        for other in view.others:
            across.append(heading(app.say("brief.others", party=app.of(other.name))))
            faces = [
                row(
                    art.bust(role, other.mood, 62),
                    column(
                        text(role.name, STRONG),
                        text(app.of(role.title), CAPTION, "muted"),
                        gap=2,
                        grow=1,
                    ),
                    gap=14,
                )
                for role in other.roles
            ]
            across.append(card(theme, *faces, text(app.of(other.public), BODY), gap=12, pad=20))
        if app.is_narrow:
            return scroll("briefing", *mine, *across)
        parts = (scroll("briefing", *mine), scroll("briefing.side", *across))
        return Grid(columns=2, gap=18, children=parts, fills=True)

    def _game(self, app: App, view: View) -> Node:
        cells = [
            chapter_card(app, view, chapter)
            for chapter in CHAPTERS
            if any(thing.chapter == chapter for thing in view.game)
        ]
        intro = text(app.say("briefing.game"), Style("regular", 17), max_width=900)
        grid = Grid(cell=350, gap=14, children=cells)
        place = []
        if view.scenery is not None and not app.is_narrow:
            place.append(art.place(view.scenery, height=110, radius=14))
        return scroll("briefing", *place, intro, grid, gap=14)

    def _done(self, app: App) -> None:
        if self.again:
            app.pop()
        else:
            app.go.next()

    def back(self, app: App) -> None:
        """Back to the table where it was opened, or ask whether to stop."""
        if self.again:
            app.pop()
        else:
            app.go.pause()


def _head(app: App, sign: str, key: str, colour: str) -> Node:
    return row(icon(sign, 20, colour), text(app.say(key), LABEL, colour, role="heading"), gap=8)


def _told(app: App, sign: str, key: str, words: str, colour: str) -> list[Node]:
    return [_head(app, sign, key, colour), text(words, Style("regular", 16))]
