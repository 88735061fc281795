"""The fourth step of a reflection moment: yes or no to what others put on the table."""

from collections.abc import Sequence

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
from game.window.kit.widgets import button, card, chip, choice, flow, heading, icon, row, text
from game.window.parts.before_after import before_after
from game.window.parts.frame import scroll
from game.window.parts.moment import MomentScreen
from game.window.parts.people import Person, face_of
from game.window.parts.scene import Scene, nameplate

_ACROSS = 400.0  # dp: the place of whoever proposes, a design choice


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
        if not any(each.is_own for each in self.ballots):
            cards += [self._card(app, each, []) for each in view.proposals if each.own]
        missing = [each for each in self.ballots if each.by[0] not in self.votes]
        grid = Grid(cell=430, gap=18, children=cards)
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
        body: Node = scroll("vote", ask, grid, gap=16, pad=4)
        if not app.is_narrow:
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

    def _card(
        self, app: App, each: ProposalCard, answers: list[Node], by: Sequence[str] = ()
    ) -> Node:
        """A proposal with what it changes. by: the others that put it forward; none: one's own."""
        cast, theme = app.cast(), app.theme
        what = change_words(cast, each.change, each.amount)
        head = app.say("vote.ask", party=cast.parties(by), change=what)
        if not by:
            head = app.say("proposed.own", change=what)
            answers = [row(chip(theme, app.say("vote.own"), sign="person"))]
        view, room = self.page.view, self.page.room
        looks = {party.id: party.mood for party in (*room.parties, *view.others)}
        faces = [
            art.bust(face_of(app, party), looks[party.id], 52)
            for party in room.parties
            if party.id in (by or (view.seat,))
        ]
        words = heading(head, Style("semibold", 18))
        words.grow = 1
        parts: list[Node] = [
            row(*faces, words, gap=12),
            before_after(app, room, each.change, each.amount), *answers,
        ]  # fmt: skip
        if each.change.action != "part":
            parts.append(text(app.of(each.change.text), BODY, "muted"))
        brings = (*brings_words(cast, each.change), *rivals_words(cast, each))
        parts += [text(words, BODY) for words in brings]
        consent = app.say("vote.consent", consent=consent_words(cast, each.change))
        parts.append(row(icon("people", 18, "muted"), text(consent, BODY, "muted", grow=1), gap=10))
        return card(theme, *parts, gap=11, pad=20)

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
