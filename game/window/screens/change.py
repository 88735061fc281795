"""The game before and after a decision."""

from dataclasses import replace

from engine.play.view.heard import ChangeSeen, RefusalSeen, VoteSeen
from engine.scenario.scenery import Scenery
from game.pages import ChangePage, ConsequencePage, RevealPage, TrustPage
from game.presenters.changes import decided_words, refusal_words
from game.presenters.page import first_up
from game.presenters.pages import is_told_next
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, STRONG, Style
from game.window.kit.widgets import column, flow, heading, icon, text
from game.window.parts.before_after import before_after, scenery_of
from game.window.parts.came_of import WithNumbers
from game.window.parts.frame import frame, scroll
from game.window.parts.people import everybody
from game.window.parts.scene import scene

_HEAD = Style("serif", 23)
_CELL = 380.0  # dp: how wide a decision is at least, a design choice


class ChangedScreen(WithNumbers):
    """What was agreed and what was not: each thing as it was and as it is."""

    name = "changed"
    first = "changed.next"

    def __init__(
        self, page: ChangePage, *after: TrustPage | ConsequencePage, votes: RevealPage | None = None
    ) -> None:
        super().__init__(*after)
        self.page, self.votes = page, votes

    def opened(self, app: App) -> None:
        """Play the sound of a new rule."""
        if any(isinstance(each, ChangeSeen) for each in self.page.decided):
            app.sound("up")

    def told(self, app: App) -> Node:
        """The people, where they are now, and each decision."""
        page, place = self.page, self._place(app)
        parts = [self._decision(app, each) for each in page.decided]
        any_changed = any(isinstance(each, ChangeSeen) for each in page.decided)
        head = heading(app.say("changed.head" if any_changed else "changed.head.none"), _HEAD)
        grid = Grid(cell=_CELL, gap=22, children=parts)
        paper = Look(app.theme.card, None, 14, 1, 100)
        told = column(head, grid, gap=10, pad=(14, 22, 16, 22), look=paper)
        words = scroll("changed", told, pad=0)
        room = page.room
        if place != room.scenery:
            room = replace(room, scenery=place, shows=None)
        there = scene(app, room, page.view, everybody(room, page.view), words)
        return frame(app, app.of(room.title), self.beside(app, there), **self.onward(app))

    def _voted(self, app: App, each: ChangeSeen | RefusalSeen) -> list[Node]:
        """Who said yes to it and who no, where what was decided does not tell that."""
        cast, page = app.cast(), self.votes
        said: dict[bool, list[str]] = {True: [], False: []}
        for vote in page.acts if page is not None else ():
            if not isinstance(vote, VoteSeen) or vote.proposer != each.party:
                continue
            if page is not None and not is_told_next(page, vote):
                name = app.say("changed.you") if vote.own else cast.party(vote.party)
                said[vote.yes].append(name)
        if isinstance(each, RefusalSeen):
            said[False] = []  # that is why it was refused
        return [
            text(app.say(f"changed.{key}.of", parties=app.words.all_of(names)), CAPTION, "muted")
            for key, names in (("yes", said[True]), ("no", said[False]))
            if names
        ]

    def _place(self, app: App) -> Scenery:
        """Where they sit: where the talks have moved to, if that was agreed."""
        moves = [
            each.change.thing
            for each in self.page.decided
            if isinstance(each, ChangeSeen) and each.change.action == "move"
        ]
        return scenery_of(app, moves[-1]) if moves else self.page.room.scenery

    def _decision(self, app: App, each: ChangeSeen | RefusalSeen) -> Node:
        """What was agreed or not, with how it was and how it is."""
        cast = app.cast()
        is_new = isinstance(each, ChangeSeen)
        if isinstance(each, ChangeSeen):
            what, *why = (decided_words(cast, each.change, each.amount),)
        else:
            what, *why = refusal_words(cast, each)
        tone = "trust" if is_new else "risk"
        verdict = app.say("changed.yes" if is_new else "changed.no")
        by = app.say("changed.by", party=cast.party(each.party))
        parts: list[Node] = [
            flow(icon("check" if is_new else "cross", 22, tone), text(verdict, LABEL, tone),
                 text(by, CAPTION, "muted"), *self._voted(app, each), gap=10),
            heading(first_up(what), Style("semibold", 18)),
        ]  # fmt: skip
        parts += [text(words, STRONG) for words in why]
        if is_new:
            parts.append(
                before_after(
                    app, self.page.room, each.change, each.amount, is_made=True, is_named=True
                )
            )
        if each.change.action != "part":
            parts.append(text(app.of(each.change.text), BODY, "muted"))
        return column(*parts, gap=8)
