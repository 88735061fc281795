"""The fourth step of a reflection moment: yes or no to what others put on the table."""

from collections.abc import Iterator, Sequence

from engine.play.state import Objection, VoteChoice
from engine.play.view.records import ProposalCard
from game.pages import VotePage
from game.presenters.changes import (
    Ballot,
    ballots,
    brings_words,
    change_words,
    consent_words,
    rivals_words,
)
from game.presenters.faces import looks
from game.window import art
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, LABEL, STRONG, Style
from game.window.kit.widgets import button, card, choice, column, flow, heading, icon, row, text
from game.window.parts.before_after import before_after
from game.window.parts.frame import scroll
from game.window.parts.moment import MomentScreen
from game.window.parts.people import Person, face_of
from game.window.parts.scene import Scene, nameplate

# dp, design choices: the place of whoever proposes, and the least for a question.
_ACROSS, _CELL = 400.0, 400.0


class VoteScreen(MomentScreen):
    """The decision: a yes or a no to each proposal of the others."""

    name = "vote"
    first = "vote.go"

    def __init__(self, page: VotePage) -> None:
        super().__init__()
        self.page = page
        self.ballots = ballots(page.view.proposals)
        # What this seat proposed itself stands at yes.
        self.votes: dict[str, bool] = {
            name: True for each in self.ballots if each.is_own for name in each.by
        }
        self.reasons: dict[str, Objection] = {}

    def build(self, app: App) -> Node:
        """Each proposal with what it changes and two answers."""
        view = self.page.view
        cards = [self._ballot(app, each) for each in self.ballots]
        missing = [each for each in self.ballots if each.by[0] not in self.votes]
        grid = Grid(cell=_CELL, gap=14, children=cards)
        go = button(
            app.theme,
            "vote.go",
            app.say("vote.go"),
            lambda: self.make(app, VoteChoice(view.seat, dict(self.votes), dict(self.reasons))),
            strong=not missing,
            disabled=bool(missing),
            explain=app.say("vote.first") if missing else "",
        )
        ask = text(app.say("vote.head"), Style("serif", 23), role="heading")
        own = [] if any(each.is_own for each in self.ballots) else list(self._own(app))
        body: Node = scroll("vote", ask, grid, *own, gap=12, pad=4)
        if len(cards) == 1 and not app.is_narrow:  # two questions stand beside each other instead
            body = row(self._across(app), body, gap=18, align="stretch")
        return self.around(app, view, body, [go])

    def _across(self, app: App) -> Node:
        """Whoever put something forward, where they sit."""
        room, view = self.page.room, self.page.view
        asking = {name for each in self.ballots for name in each.by}
        there = {party.id: party for party in view.there if party.id in asking}
        people = [
            Person(face_of(app, party), name, party.mood, looks(party.mood, quiet=True))
            for name, party in there.items()
        ]
        plates = [nameplate(app, each, there[each.party], speaks=False) for each in people]
        return Scene(scenery=room.scenery, people=people, children=plates, has_words=False,
                     width=_ACROSS)  # fmt: skip

    def _own(self, app: App) -> Iterator[Node]:
        """What this seat put forward itself: there is nothing to say to it."""
        for each in self.page.view.proposals:
            if each.own:
                what = change_words(app.cast(), each.change, each.amount)
                told = text(app.say("proposed.own", change=what), BODY, "muted", grow=1)
                yield row(icon("person", 18, "muted"), told, gap=10)

    def opened(self, app: App) -> None:
        """Begin at the first answer."""
        self.first = f"vote.{self.ballots[0].by[0]}.yes"
        app.focus = self.first

    def _ballot(self, app: App, ballot: Ballot) -> Node:
        """A proposal of others with its answers."""
        # The answers stand with the question, above what may have to be scrolled to.
        answers = [self._answer(app, ballot, yes=yes) for yes in (True, False)]
        parts: list[Node] = [Grid(columns=2, gap=12, children=answers)]
        if ballot.is_own:
            parts.append(text(app.say("vote.same"), LABEL, "muted"))
        if self.votes.get(ballot.by[0]) is False:
            parts.append(text(app.say("vote.why"), LABEL, "muted"))
            reasons = (self._reason(app, ballot, why) for why in ballot.proposal.objections)
            parts.append(flow(*reasons, gap=8))
        return self._card(app, ballot.proposal, parts, ballot.by)

    def _card(self, app: App, each: ProposalCard, answers: list[Node], by: Sequence[str]) -> Node:
        """A proposal with what it changes. by: the others that put it forward."""
        cast, theme = app.cast(), app.theme
        what = change_words(cast, each.change, each.amount)
        head = app.say("vote.ask", party=cast.parties(by), change=what)
        view, room = self.page.view, self.page.room
        looks = {party.id: party.mood for party in (*room.parties, *view.others)}
        faces = [
            art.bust(face_of(app, party), looks[party.id], 52)
            for party in room.parties
            if party.id in by
        ]
        words = heading(head, Style("semibold", 18))
        words.grow = 1
        parts: list[Node] = [
            row(*faces, words, gap=12),
            before_after(app, room, each.change, each.amount, is_named=True), *answers,
        ]  # fmt: skip
        if each.change.action != "part":
            parts.append(text(app.of(each.change.text), BODY, "muted"))
        brings = (*brings_words(cast, each.change), *rivals_words(cast, each))
        parts.append(column(*(text(words, BODY) for words in brings), gap=4))
        consent = app.say("vote.consent", consent=consent_words(cast, each.change))
        parts.append(row(icon("people", 18, "muted"), text(consent, BODY, "muted", grow=1), gap=10))
        return card(theme, *parts, gap=9, pad=16)

    def _answer(self, app: App, ballot: Ballot, *, yes: bool) -> Node:
        proposer = ballot.by[0]
        is_on = self.votes.get(proposer) is yes
        words = app.say("vote.answer.yes" if yes else "vote.answer.no")

        def vote() -> None:
            for name in ballot.by:
                self.votes[name] = yes
                self.reasons.pop(name, None)
            app.sound("step")

        return choice(
            app.theme, f"vote.{proposer}.{'yes' if yes else 'no'}",
            row(icon("check" if yes else "cross", 22, "trust" if yes else "risk"),
                text(words, STRONG), justify="center", gap=10),
            act=vote, chosen=is_on, role="toggle", label=words, pad=14, key="1" if yes else "2",
        )  # fmt: skip

    def _reason(self, app: App, ballot: Ballot, why: Objection) -> Node:
        """A reason for a no, to be given or taken back."""
        proposer = ballot.by[0]
        is_on = self.reasons.get(proposer) == why
        words = app.say(f"why.{why}")

        def give() -> None:
            for name in ballot.by:
                self.reasons.pop(name, None)
                if not is_on:
                    self.reasons[name] = why
            app.sound("step")

        return choice(
            app.theme, f"why.{proposer}.{why}", text(words, LABEL), act=give, chosen=is_on,
            role="toggle", label=words, pad=9,
        )  # fmt: skip
