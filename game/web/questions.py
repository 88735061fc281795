"""A choice as a form: its questions, what can be answered, and what was answered already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, assert_never

from engine.play.state import Refusal
from engine.play.view.records import ChangeCard, MoveCard, View
from engine.scenario.vocabulary import STANCES, Stance
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
from game.presenters.changes import Ballot, ballots, change_about, change_words, consent_words
from game.presenters.confrontation import question, ways
from game.presenters.page import Cast, Line, Lines, first_up, of_leaving, sentence
from game.presenters.table import (
    GLANCE,
    change_groups,
    expectation_basis,
    move_face,
    move_figures,
    move_outlook,
    moves,
    no_call_words,
    open_moves,
    open_options,
    option_text,
    options,
    own_side,
    proposal_question,
    step_head,
)
from game.presenters.trust import MOST_TRUST, trust_question
from game.web import choice
from game.web.choice import Form, Incomplete

Look = Literal["cards", "chips", "scale"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that goes with an answer."""

    name: str
    label: str
    low: int
    high: int
    value: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a question. more: what can be unfolded."""

    value: str
    title: str
    texts: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    stance: Stance | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Answers under a head of their own, or under none; folded where there are many groups."""

    head: str
    answers: tuple[Answer, ...]
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question with one answer. name: of the field; chosen: the answer so far, or nothing."""

    name: str
    legend: str
    groups: tuple[Group, ...]
    look: Look
    chosen: str = ""
    notes: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()  # what can't be chosen now, and why
    problem: str = ""
    kind: Literal["question"] = "question"


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to be ticked."""

    name: str
    title: str
    text: str = ""
    is_on: bool = False
    problem: str = ""
    kind: Literal["tick"] = "tick"


@dataclass(frozen=True, slots=True)
class Pick:
    """One of a list, or nothing."""

    name: str
    label: str
    answers: tuple[tuple[str, str], ...]
    chosen: str
    nothing: str
    kind: Literal["pick"] = "pick"


Asked = Question | Tick | Pick


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form. stage: what it is for; problems: what is missing, each with its field."""

    stage: str
    head: str
    asked: tuple[Asked, ...]
    go: str
    intro: Lines = ()
    notes: tuple[str, ...] = ()
    passing: str = ""  # the words of the button that leaves the question unanswered
    problems: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Back:
    """A form that came back: what was filled in, and why it was not taken."""

    form: Form = field(default_factory=dict)
    missing: Incomplete = ()
    refusal: Refusal | None = None


_NOTHING_YET = Back()


def sheet(cast: Cast, page: ChoicePage | TrustPage, back: Back = _NOTHING_YET) -> Sheet:
    """The form of a page that asks something, filled in as far as it was."""
    return _Asking(cast, back).sheet(page)


class _Asking:
    """Makes the questions of one form."""

    def __init__(self, cast: Cast, back: Back) -> None:
        self.cast, self.words, self.back = cast, cast.words, back
        self.problems = {each.name: cast.words(each.key, **each.gaps) for each in back.missing}

    def sheet(self, page: ChoicePage | TrustPage) -> Sheet:
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
                return self._scene(page)
            case TrustPage(view=view):
                return self._trust(view)
            case _:
                assert_never(page)

    def _sheet(
        self, stage: str, head: str, asked: Iterable[Asked], go: str, *,
        intro: Lines = (), notes: tuple[str, ...] = (), passing: str = "",
    ) -> Sheet:  # fmt: skip
        problems = list(self.problems.items())
        if (refusal := self.back.refusal) is not None:
            said = self.words(f"refusal.{refusal.reason}", detail=refusal.detail)
            problems.append(("", said))
        return Sheet(stage, head, tuple(asked), go, intro, notes, passing, tuple(problems))

    def _filled(self, name: str) -> str:
        return self.back.form.get(name, "")

    def _question(
        self, name: str, legend: str, answers: Iterable[Answer], look: Look = "cards", *,
        chosen: str = "", notes: tuple[str, ...] = (), closed: tuple[str, ...] = (),
    ) -> Question:  # fmt: skip
        return self._grouped(
            name, legend, (Group("", tuple(answers)),), look, chosen=chosen, notes=notes,
            closed=closed,
        )  # fmt: skip

    def _grouped(
        self, name: str, legend: str, groups: Iterable[Group], look: Look = "cards", *,
        chosen: str = "", notes: tuple[str, ...] = (), closed: tuple[str, ...] = (),
    ) -> Question:  # fmt: skip
        return Question(
            name, legend, tuple(groups), look, self._filled(name) or chosen, notes, closed,
            self.problems.get(name, ""),
        )  # fmt: skip

    def _tick(self, name: str, title: str, text: str = "") -> Tick:
        is_on = name in self.back.form
        return Tick(name, title, text, is_on, self.problems.get(name, ""))

    # --- a move ---------------------------------------------------------------------------------

    def _move(self, view: View) -> Sheet:
        words = self.words
        closed = tuple(line.text for line in moves(self.cast, view) if line.kind == "locked")
        asked: list[Asked] = [
            self._question(
                choice.MOVE, words("moves.head"),
                (self._move_answer(view, card) for card in open_moves(view)), closed=closed,
            )
        ]  # fmt: skip
        if any(card.leaves for card in open_moves(view)):
            end = words(f"seal.end{of_leaving(view)}")
            asked.append(self._tick(choice.END, end, words("web.end.if")))
        if view.may_predict:
            for other in view.there:
                asked += self._guess(other.id)
        notes = [note] if (note := own_side(self.cast, view)) else []
        if view.no_call is None:
            call, hint = words("seal.call"), words("seal.call.on")
            asked.append(self._tick(choice.CALL, call, hint))
        else:
            notes.append(no_call_words(self.cast, view.no_call))
        return self._sheet(view.stage, "", asked, words("seal.go"), notes=tuple(notes))

    def _move_answer(self, view: View, card: MoveCard) -> Answer:
        words, cast = self.words, self.cast
        first, *further = move_outlook(cast, view, card)
        seen = move_face(cast, card)
        figures = move_figures(cast, view, card)[:1] if card.expected.leaving is None else ()
        basis = (expectation_basis(cast, view),) if figures else ()
        more = (*further, seen.text, *(line.text for line in figures), *basis)
        title, text = words.of(card.title), sentence(words.of(card.text))
        return Answer(card.id, title, (text, first), more, card.stance)

    def _guess(self, other: str) -> Iterator[Asked]:
        words, party = self.words, self.cast.party(other)
        answers = [Answer("", words("web.guess.none"))]
        answers += [
            Answer(stance, first_up(words(f"stance.{stance}")), stance=stance) for stance in STANCES
        ]
        legend = words("seal.predict", party=party)
        yield self._question(f"{choice.GUESS}{other}", legend, answers, "chips")
        yield self._tick(f"{choice.SURE}{other}", words("seal.sure"))

    # --- a reflection moment --------------------------------------------------------------------

    def _option(self, page: OptionPage) -> Sheet:
        words, cast, view = self.words, self.cast, page.view
        answers = (
            Answer(card.id, option_text(cast, card), (words(f"option-kind.{card.id}"),))
            for card in open_options(view)
        )
        closed = tuple(line.text for line in options(cast, view) if line.kind == "locked")
        legend = words("moves.head")
        asked = self._question(choice.OPTION, legend, answers, closed=closed)
        help_ = Line("note", words(f"step.{view.stage}.help"))
        head = step_head(cast, view.stage)
        return self._sheet(view.stage, head, [asked], words("web.choose"), intro=(help_,))

    def _proposal(self, view: View) -> Sheet:
        words = self.words
        nothing = Group("", (Answer(choice.LISTEN, words("change.listen")),))
        is_long = len(view.changes) > GLANCE
        groups = [self._chapter(cards, is_long=is_long) for cards in change_groups(view)]
        asked = self._grouped(choice.CHANGE, words("change.ask"), [nothing, *groups])
        head = step_head(self.cast, view.stage)
        return self._sheet(view.stage, head, [asked], words("web.choose"))

    def _chapter(self, cards: tuple[ChangeCard, ...], *, is_long: bool) -> Group:
        first, words = cards[0], self.words
        answers = tuple(self._change(card) for card in cards)
        if first.action == "part":
            return Group(words("change.or"), answers)
        chapter = words(f"chapter.{first.chapter}")
        if not is_long:
            return Group(chapter, answers)
        head = words("change.heading", chapter=chapter, n=len(cards))
        return Group(head, answers, is_folded=True)

    def _change(self, card: ChangeCard) -> Answer:
        cast = self.cast
        title = first_up(change_words(cast, card))
        consent = () if card.consent == "all" else (first_up(consent_words(cast, card)) + ".",)
        more = tuple(line.text for line in change_about(cast, card))
        return Answer(card.id, title, consent, more, amount=self._amount(card))

    def _amount(self, card: ChangeCard) -> Amount | None:
        if card.action != "amount":
            return None
        low, high = card.between or (0, 100)
        name = f"{choice.AMOUNT}{card.id}"
        label = self.words("web.amount", low=low, high=high, now=card.amount)
        return Amount(name, label, low, high, self._filled(name))

    def _votes(self, view: View) -> Sheet:
        words = self.words
        others = ballots(view.proposals)
        parts = [part for each in others for part in self._vote(each)]
        intro = [Line("note", words("vote.head"))]
        for proposal in view.proposals:
            if proposal.own and not any(each.is_own for each in others):
                own = change_words(self.cast, proposal.change, proposal.amount)
                intro.append(Line("note", words("proposed.own", change=own)))
        head = step_head(self.cast, view.stage)
        return self._sheet(view.stage, head, parts, words("vote.go"), intro=tuple(intro))

    def _vote(self, ballot: Ballot) -> Iterator[Asked]:
        words, proposal = self.words, ballot.proposal
        by = proposal.proposer
        first, *further = proposal_question(self.cast, ballot)
        answers = (
            Answer(choice.YES, words("vote.answer.yes")), Answer(choice.NO, words("vote.answer.no"))
        )  # fmt: skip
        notes = tuple(line.text for line in further)
        yield self._question(f"{choice.VOTE}{by}", first.text, answers, "chips", notes=notes)
        if proposal.objections:
            why = f"{choice.WHY}{by}"
            reasons = tuple((each, words(f"why.{each}")) for each in proposal.objections)
            yield Pick(why, words("vote.why"), reasons, self._filled(why), words("web.why.none"))

    # --- a confrontation, and trust -------------------------------------------------------------

    def _scene(self, page: SceneChoicePage) -> Sheet:
        words, cast = self.words, self.cast
        *told, asked = question(cast, page)
        open_ = ways(cast, page)
        answers = (Answer(way.id, way.title, (way.expects,)) for way in open_)
        parts: list[Asked] = [self._question(choice.WAY, asked.text, answers)]
        if any(way.leaves for way in open_):
            end = words(f"seal.end{of_leaving(page.view)}")
            parts.append(self._tick(choice.END, end, words("web.end.if")))
        return self._sheet(page.view.stage, "", parts, words("web.choose"), intro=tuple(told))

    def _trust(self, view: View) -> Sheet:
        words = self.words
        asked = (
            self._question(
                f"{choice.TRUST}{other.id}", trust_question(self.cast, other.id),
                (Answer(str(level), str(level)) for level in range(MOST_TRUST + 1)), "scale",
                notes=(words("trust.lowest"), words("trust.highest")),
            )
            for other in view.there
        )  # fmt: skip
        return self._sheet(
            choice.TRUST_STAGE, words("trust.head"), asked, words("trust.go"),
            intro=(Line("note", words("trust.intro")),), passing=words("trust.skip"),
        )  # fmt: skip
