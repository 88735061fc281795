"""The fourth step of a reflection moment: yes or no to what others put on the table."""

from engine.play.state import Objection, VoteChoice
from engine.play.view.records import ProposalCard
from game.pages import VotePage
from game.presenters.changes import brings_words, change_words, consent_words, rivals_words
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.type import BODY, LABEL, STRONG, Style
from game.window.kit.widgets import button, card, chip, choice, flow, heading, icon, row, text
from game.window.parts.before_after import before_after
from game.window.parts.frame import scroll
from game.window.parts.moment import MomentScreen


class VoteScreen(MomentScreen):
    """The decision: a yes or a no to each proposal of the others."""

    name = "vote"
    first = "vote.go"

    def __init__(self, page: VotePage) -> None:
        super().__init__()
        self.page = page
        shown = page.view.proposals
        own = {(each.change.id, each.amount) for each in shown if each.own}
        # What this seat proposed itself is asked once, and stands at yes.
        self.same = {
            each.proposer for each in shown if not each.own and (each.change.id, each.amount) in own
        }
        self.votes: dict[str, bool] = dict.fromkeys(sorted(self.same), True)
        self.reasons: dict[str, Objection] = {}

    def build(self, app: App) -> Node:
        """Each proposal with what it changes and two answers."""
        view = self.page.view
        shown = [each for each in view.proposals if not (each.own and self.same)]
        cards = [self._proposal(app, each) for each in shown]
        others = [each.proposer for each in view.proposals if not each.own]
        missing = [name for name in others if name not in self.votes]
        grid = Grid(cell=430, gap=18, children=cards)
        go = button(
            app.theme,
            "vote.go",
            app.say("vote.go" if others else "talk.go-on"),
            lambda: self.make(app, VoteChoice(view.seat, dict(self.votes), dict(self.reasons))),
            strong=not missing,
            disabled=bool(missing),
            explain=app.say("vote.first") if missing else "",
        )
        head = "vote.head" if others else "vote.head.own" if cards else "vote.nothing"
        ask = text(app.say(head), Style("serif", 23), role="heading")
        return self.around(app, view, scroll("vote", ask, grid, gap=16, pad=4), [go])

    def opened(self, app: App) -> None:
        """Begin at the first answer."""
        others = [each.proposer for each in self.page.view.proposals if not each.own]
        self.first = f"vote.{others[0]}.yes" if others else "vote.go"
        app.focus = self.first

    def _proposal(self, app: App, each: ProposalCard) -> Node:
        cast, theme = app.cast(), app.theme
        what = change_words(cast, each.change, each.amount)
        key = "proposed.own" if each.own else "vote.ask"
        parts: list[Node] = [
            heading(
                app.say(key, party=cast.party(each.proposer), change=what), Style("semibold", 18)
            ),
            before_after(app, self.page.room, each.change, each.amount),
        ]
        # The answers stand with the question, above what may have to be scrolled to.
        if each.own:
            parts.append(row(chip(theme, app.say("vote.own"), sign="person")))
        else:
            answers = [self._answer(app, each.proposer, yes=yes) for yes in (True, False)]
            parts.append(Grid(columns=2, gap=12, children=answers))
        if each.proposer in self.same:
            parts.append(text(app.say("vote.same"), LABEL, "muted"))
        if self.votes.get(each.proposer) is False:
            parts.append(text(app.say("vote.why"), LABEL, "muted"))
            parts.append(flow(*(self._reason(app, each.proposer, why) for why in each.objections),
                              gap=8))  # fmt: skip
        if each.change.action != "part":
            parts.append(text(app.of(each.change.text), BODY, "muted"))
        brings = (*brings_words(cast, each.change), *rivals_words(cast, each))
        parts += [text(words, BODY) for words in brings]
        consent = app.say("vote.consent", consent=consent_words(cast, each.change))
        parts.append(row(icon("people", 18, "muted"), text(consent, BODY, "muted", grow=1), gap=10))
        return card(theme, *parts, gap=13, pad=24)

    def _answer(self, app: App, proposer: str, *, yes: bool) -> Node:
        is_on = self.votes.get(proposer) is yes
        words = app.say("vote.answer.yes" if yes else "vote.answer.no")

        def vote() -> None:
            self.votes[proposer] = yes
            self.reasons.pop(proposer, None)
            app.sound("step")

        return choice(
            app.theme, f"vote.{proposer}.{'yes' if yes else 'no'}",
            row(icon("check" if yes else "cross", 22, "trust" if yes else "risk"),
                text(words, STRONG), justify="center", gap=10),
            act=vote, chosen=is_on, role="toggle", label=words, pad=14, key="1" if yes else "2",
        )  # fmt: skip

    def _reason(self, app: App, proposer: str, why: Objection) -> Node:
        """A reason for a no, to be given or taken back."""
        is_on = self.reasons.get(proposer) == why
        words = app.say(f"why.{why}")

        def give() -> None:
            if is_on:
                del self.reasons[proposer]
            else:
                self.reasons[proposer] = why
            app.sound("step")

        return choice(
            app.theme, f"why.{proposer}.{why}", text(words, LABEL), act=give, chosen=is_on,
            role="toggle", label=words, pad=9,
        )  # fmt: skip
