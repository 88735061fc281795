"""Asking for a choice in a terminal: a move, an option, a proposal, votes."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar, assert_never

from engine.play.state import (
    Choice,
    MoveChoice,
    Objection,
    OptionChoice,
    Prediction,
    ProposalChoice,
    VoteChoice,
)
from engine.play.view.records import ChangeCard, Mood, ProposalCard, View
from engine.scenario.vocabulary import STANCES
from game.pages.kinds import (
    ChoicePage,
    MovePage,
    OptionPage,
    ProposalPage,
    RaisePage,
    ReplyPage,
    ResponsePage,
    SceneChoicePage,
    TrustPage,
    VotePage,
)
from game.presenters.changes import Ballot, ballots, change_about, change_words
from game.presenters.confrontation import ways
from game.presenters.page import Cast, Line, Lines, of_leaving, stance_words
from game.presenters.pages import lines
from game.presenters.table import (
    GLANCE,
    about_move,
    change_groups,
    changes_to_choose_from,
    changes_under,
    how_to_move,
    moods,
    moves,
    no_call_words,
    objection_question,
    open_moves,
    open_options,
    option_text,
    ordered_changes,
    prediction_question,
    proposal_question,
    step_head,
)
from game.presenters.trust import MOST_TRUST
from game.text.prompter import Prompter, as_number, as_yes_no
from game.words import Words

T = TypeVar("T")


class Chooser:
    """Puts the questions of a page and reads the answers.

    cast: who is who in the language of the moment, which can change at any question.
    put: shows a question, and remembers it in case somebody wants to see it again.
    """

    def __init__(
        self,
        prompter: Prompter,
        cast: Callable[[], Cast],
        put: Callable[[Callable[[], Lines]], None],
    ) -> None:
        self.prompter, self.screen, self._cast, self._put = prompter, prompter.screen, cast, put
        # What each seat was last told of how the others look, and of how to move.
        self.told = ""  # since the last choice
        self._moods: dict[str, tuple[Mood, ...]] = {}
        self._how: dict[str, Lines] = {}
        self._asked_trust: set[str] = set()  # the seats that know what becomes of an answer

    @property
    def cast(self) -> Cast:
        """Who is who now."""
        return self._cast()

    @property
    def words(self) -> Words:
        """The words of the language of the moment."""
        return self.cast.words

    def choice(self, page: ChoicePage) -> Choice:
        """What the person at the keyboard chooses."""
        match page:
            case MovePage(view=view):
                return self._move(view)
            case OptionPage():
                return self._option(page)
            case ProposalPage(view=view):
                return self._proposal(view)
            case VotePage(view=view):
                return self._votes(view)
            case RaisePage() | ReplyPage() | ResponsePage():
                return self._in_scene(page)
            case _:
                assert_never(page)

    # --- trust ----------------------------------------------------------------------------------

    def trust(self, page: TrustPage) -> dict[str, int]:
        """How far the player trusts each of the others, as far as it says so."""
        levels: dict[str, int] = {}
        self._put(lambda: self._about_trust(page))
        self._asked_trust.add(page.seat)
        for other in page.view.there:
            level = self._trust_in(other.id, is_only=len(page.view.there) == 1)
            if level is None:
                break
            levels[other.id] = level
        return levels

    def _about_trust(self, page: TrustPage) -> Lines:
        """The questions; what becomes of the answers is told once."""
        told = lines(self.cast, page)
        is_known = page.seat in self._asked_trust
        return tuple(line for line in told if line.kind != "note") if is_known else told

    def _trust_in(self, other: str, *, is_only: bool) -> int | None:
        key = "trust.prompt.only" if is_only else "trust.prompt"
        while answer := self.prompter.ask(lambda: self.words(key, party=self.cast.party(other))):
            level = as_number(answer)
            if level is not None and 0 <= level <= MOST_TRUST:
                return level
            self.screen.say(self.words("trust.bad"))
        return None

    # --- a move ---------------------------------------------------------------------------------

    def _move(self, view: View) -> MoveChoice:
        looks = tuple(other.mood for other in view.there)
        if self._moods.get(view.seat) != looks:
            self.screen.show(moods(self.cast, view))
            self._moods[view.seat] = looks
        predicted = self._predictions(view)
        self._put(lambda: moves(self.cast, view))
        if self._how.get(view.seat) != (how := how_to_move(self.cast, view)):
            self.screen.show(how)
            self._how[view.seat] = how
        while True:
            answer = self.prompter.ask(lambda: self.words("moves.ask"))
            written, mark = (answer[:-1], answer[-1]) if answer[-1:] in ("?", "+") else (answer, "")
            card = _picked(open_moves(view), written.strip())
            if card is None:
                self._no_such_number("moves.bad", answer, len(open_moves(view)))
            elif mark == "?":
                self.screen.show(about_move(self.cast, view, card))
            elif mark == "+" and view.no_call is not None:
                self.screen.say(no_call_words(self.cast, view.no_call))
            elif not card.leaves or self._is_sure(f"moves.leaves{of_leaving(view)}"):
                return MoveChoice(view.seat, card.id, mark == "+", predicted)

    def _no_such_number(self, key: str, written: str, n: int) -> None:
        self.screen.say(self.words(key if written else "number.needed", written=written, n=n))

    def _predictions(self, view: View) -> tuple[Prediction, ...]:
        if not view.may_predict:
            return ()
        asked = (self._prediction(other.id) for other in view.there)
        return tuple(each for each in asked if each is not None)

    def _prediction(self, about: str) -> Prediction | None:
        self._put(lambda: prediction_question(self.cast, about))
        while True:
            answer = self.prompter.ask(lambda: self.words("predict.prompt"))
            if not answer:
                return None
            number = as_number(answer.rstrip("! "))
            if number is not None and 1 <= number <= len(STANCES):
                break
            self.screen.say(self.words("predict.bad"))
        stance, is_sure = STANCES[number - 1], answer.endswith("!")
        how = self.words("predict.sure" if is_sure else "predict.hunch")
        noted = stance_words(self.words, stance)
        self.screen.say(self.words("predict.noted", stance=noted, how=how))
        return Prediction.of_person(about, stance, is_sure=is_sure)

    # --- a reflection moment ----------------------------------------------------------------------

    def _option(self, page: OptionPage) -> OptionChoice:
        view = page.view
        self._put(lambda: lines(self.cast, page))
        cards = open_options(view)
        card = cards[self.prompter.number(lambda: self.words, "moment.how", len(cards)) - 1]
        return OptionChoice(view.seat, card.id)

    def _proposal(self, view: View) -> ProposalChoice:
        """A change of the game, or none; with many, a heading is chosen first."""
        self.screen.show([Line("subheading", step_head(self.cast, view.stage))])
        has_headings = len(view.changes) > GLANCE
        while cards := self._under_heading(view, has_headings):
            choice = self._change(view, cards)
            if choice is not None:
                return choice
            if not has_headings:
                break
        return ProposalChoice(view.seat)

    def _under_heading(self, view: View, has_headings: bool) -> tuple[ChangeCard, ...]:
        """The changes to choose from; none when the player only listens."""
        self._put(lambda: changes_to_choose_from(self.cast, view))
        if not has_headings:
            return ordered_changes(view)
        groups = change_groups(view)
        while answer := self.prompter.ask(lambda: self.words("change.heading.prompt")):
            cards = _picked(groups, answer.removesuffix("?"))
            if cards is not None:
                self._put(partial(self._under, cards))
                return cards
            self.screen.say(self.words("change.bad", written=answer, n=len(groups)))
        return ()

    def _under(self, cards: tuple[ChangeCard, ...]) -> Lines:
        return changes_under(self.cast, cards)

    def _change(self, view: View, cards: tuple[ChangeCard, ...]) -> ProposalChoice | None:
        """One of those changes, with its amount; None when the player goes back."""
        while answer := self.prompter.ask(lambda: self.words("change.prompt")):
            card = _picked(cards, answer.removesuffix("?"))
            if card is None:
                self.screen.say(self.words("change.bad", written=answer, n=len(cards)))
                continue
            if answer.endswith("?"):
                self.screen.show(change_about(self.cast, card))
                continue
            amount = None
            if card.action == "amount" and (amount := self._amount(card)) is None:
                continue
            return ProposalChoice(view.seat, card.id, amount)
        return None

    def _amount(self, card: ChangeCard) -> int | None:
        """An amount other than the present one; None if the player goes back."""
        low, high = card.between or (0, 100)
        while answer := self.prompter.ask(
            lambda: self.words("change.amount.ask", low=low, high=high, now=card.amount)
        ):
            amount = as_number(answer)
            if amount is None or not low <= amount <= high:
                self.screen.say(self.words("change.amount.bad", low=low, high=high))
            elif amount == card.amount:
                self.screen.say(self.words("refusal.nothing-changes"))
            else:
                return amount
        return None

    def _votes(self, view: View) -> VoteChoice:
        self.screen.show([Line("subheading", step_head(self.cast, view.stage))])
        votes, reasons = {}, {}
        for each in ballots(view.proposals):
            self._put(partial(self._question, each))
            agrees = self._yes_or_no()
            votes.update(dict.fromkeys(each.by, agrees))
            if not agrees and (why := self._objection(each.proposal)) is not None:
                reasons.update(dict.fromkeys(each.by, why))
        return VoteChoice(view.seat, votes, reasons)

    def _objection(self, proposal: ProposalCard) -> Objection | None:
        """Why not, if the player wants to say so."""
        objections = proposal.objections
        self._put(lambda: (objection_question(self.cast, objections),))
        while answer := self.prompter.ask(lambda: self.words("why.prompt")):
            if (why := _picked(objections, answer)) is not None:
                return why
            self.screen.say(self.words("why.bad", n=len(objections)))
        return None

    # --- a confrontation ------------------------------------------------------------------------

    def _in_scene(self, page: SceneChoicePage) -> Choice:
        """What to say, or to do with what was said; ending it all is asked twice."""
        self._put(lambda: tuple(line for line in lines(self.cast, page) if self._is_fresh(line)))
        while True:
            open_ = ways(self.cast, page)
            way = open_[self.prompter.number(lambda: self.words, "moment.how", len(open_)) - 1]
            if not way.leaves or self._is_sure(f"moves.leaves{of_leaving(page.view)}"):
                return way.choice

    def _is_fresh(self, line: Line) -> bool:
        """Whether it is not told already since the last choice."""
        return line.kind != "told" or line.text not in self.told

    def _question(self, ballot: Ballot) -> Lines:
        return proposal_question(self.cast, ballot)

    # --- yes or no --------------------------------------------------------------------------------

    def _is_sure(self, key: str) -> bool:
        """Whether the player really means to end the play."""
        self.screen.say(self.words(key))
        return self._yes_or_no("sure.prompt")

    def _yes_or_no(self, prompt: str = "vote.prompt") -> bool:
        while True:
            answer = as_yes_no(self.prompter.ask(lambda: self.words(prompt)))
            if answer is not None:
                return answer
            self.screen.say(self.words("vote.bad"))


def sealed(cast: Cast, page: ChoicePage, choice: Choice) -> str:
    """What to say once the choice is saved; nothing for votes."""
    if isinstance(page, SceneChoicePage):
        title = next(way.title for way in ways(cast, page) if way.choice == choice)
        return cast.words("moment.sealed", text=title)
    return _sealed_by_all(cast, page.view, choice)


def _sealed_by_all(cast: Cast, view: View, choice: Choice) -> str:
    """What to say of a choice that every party makes at the same time."""
    words = cast.words
    match choice:
        case MoveChoice(move=name, call=calls):
            title = next(words.of(card.title) for card in view.moves if card.id == name)
            return words("moves.sealed.call" if calls else "moves.sealed", title=title)
        case OptionChoice(option=name):
            chosen = next(card for card in view.options if card.id == name)
            return words("moment.sealed", text=option_text(cast, chosen))
        case ProposalChoice(change=None):
            return words("change.nothing")
        case ProposalChoice(change=name, amount=amount):
            change = next(card for card in view.changes if card.id == name)
            return words("change.put", change=change_words(cast, change, amount))
        case _:
            return ""


def _picked(cards: tuple[T, ...], written: str) -> T | None:
    """The one with that number, from 1."""
    number = as_number(written)
    return cards[number - 1] if number is not None and 1 <= number <= len(cards) else None
