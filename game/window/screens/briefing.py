"""The briefing: who you are, what only you know, who sits across, and the game as it stands."""

from engine.play.view.records import View
from game.presenters.page import first_up, sentence
from game.window import art
from game.window.app import App, Screen
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import bar, button, card, chip, column, heading, icon, row, text
from game.window.parts.frame import frame, scroll
from game.window.parts.things import CHAPTERS, chapter_card


class BriefingScreen(Screen):
    """Three pages: you, the people, the game. Also opened again from the table."""

    name = "briefing"
    first = "briefing.next"

    def __init__(self, view: View, *, again: bool = False) -> None:
        self.view, self.again = view, again
        self.page = 0

    def build(self, app: App) -> Node:
        """The page that is open."""
        view = self.view
        pages = (self._you, self._people, self._game)
        body = pages[self.page](app, view)
        last = self.page == len(pages) - 1
        words = app.say("talk.next")
        if last:
            words = app.say("window.back" if self.again else "briefing.begin")
        foot = [button(app.theme, "briefing.next", words, lambda: self._next(app), strong=True)]
        if self.page:
            foot.insert(0, button(app.theme, "briefing.back", app.say("window.back"),
                                  lambda: self.back(app)))  # fmt: skip
        elif self.again:
            foot.insert(0, button(app.theme, "briefing.close", app.say("briefing.close"), app.pop))
        note = app.say("briefing.page", at=self.page + 1, n=len(pages))
        return frame(app, app.say("brief.you-are", party=app.of(view.me.name)), body, foot=foot,
                     hint=note)  # fmt: skip

    def _you(self, app: App, view: View) -> Node:
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
        asks = card(theme, *wants, pad=22)
        if app.is_narrow:
            return scroll("briefing", public, private, asks)
        side = column(public, *([asks] if me.wants else []), gap=14)
        parts = (scroll("briefing", private), scroll("briefing.side", side))
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
                card(theme, row(art.bust(role, mood, 78), column(*words, gap=4, grow=1), gap=16,  # type: ignore[arg-type]
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
        place = art.place(view.backdrop, height=110, radius=14)
        grid = Grid(cell=350, gap=14, children=cells)
        return scroll("briefing", *([] if app.is_narrow else [place]), intro, grid, gap=14)

    def _next(self, app: App) -> None:
        if self.page < 2:
            self.page += 1
            app.sound("step")
            app.focus = self.first
            app.turned()
        elif self.again:
            app.pop()
        else:
            app.go.next()

    def back(self, app: App) -> None:
        """One page back; from the first one, back to the table where it was opened."""
        if self.page:
            self.page -= 1
            app.turned()
        elif self.again:
            app.pop()


def _head(app: App, sign: str, key: str, colour: str) -> Node:
    return row(icon(sign, 20, colour), text(app.say(key), LABEL, colour, role="heading"), gap=8)


def _told(app: App, sign: str, key: str, words: str, colour: str) -> list[Node]:
    return [_head(app, sign, key, colour), text(words, Style("regular", 16))]
