"""A choice as a form: what is asked on a page, and what was filled in read back as the choice.

The form says what can be chosen; whether it may be is decided by the game.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from engine.play.state import (
    Choice,
    MoveChoice,
    Objection,
    OptionChoice,
    Prediction,
    ProposalChoice,
    VoteChoice,
)
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
    VotePage,
)
from game.presenters.changes import change_about, change_words, consent_words
from game.presenters.confrontation import question, ways
from game.presenters.page import Cast, first_up, sentence, stance_words
from game.presenters.table import (
    locked_move,
    move_face,
    move_figures,
    move_outlook,
    no_call_words,
    open_moves,
    open_options,
    option_text,
    options,
    ordered_changes,
    own_side,
    proposal_question,
    step_head,
)

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from. lines: what is said with it; more: what is one tap away."""

    value: str
    title: str
    lines: Sequence[str] = ()
    more: Sequence[str] = ()
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form. kind: one of its options, a tick, or a whole number between two."""

    name: str
    asks: str
    kind: Literal["one", "tick", "number"] = "one"
    options: Sequence[Option] = ()
    lines: Sequence[str] = ()
    is_needed: bool = False
    is_side: bool = False  # beside the point, and small
    least: int = 0
    most: int = 0
    now: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form. locked: what can't be chosen now, and why."""

    head: str
    questions: Sequence[Question]
    locked: Sequence[str] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """What has to be filled in yet: the name of the question, and the key of what to say."""

    name: str
    key: str


# --- asked ----------------------------------------------------------------------------------------


def form_of(cast: Cast, page: ChoicePage) -> Form:
    """The page as a form."""
    match page:
        case MovePage(view=view):
            return _move_form(cast, view)
        case OptionPage(view=view):
            asks = _said(cast, page) or cast.words("web.form.option")
            cards = [Option(card.id, option_text(cast, card)) for card in open_options(view)]
            closed = [line.text for line in options(cast, view) if line.kind == "locked"]
            return Form(
                step_head(cast, view.stage),
                [Question("option", asks, options=cards, is_needed=True)],
                closed,
            )
        case ProposalPage(view=view):
            return Form(step_head(cast, view.stage), list(_proposal_questions(cast, view)))
        case VotePage(view=view):
            asked = list(_vote_questions(cast, view))
            none = () if asked else (cast.words("vote.nothing"),)
            return Form(step_head(cast, view.stage), asked, notes=none)
        case RaisePage() | ReplyPage() | ResponsePage():
            return _scene_form(cast, page)
        case _:
            assert_never(page)


def _said(cast: Cast, page: OptionPage) -> str:
    return cast.words.of(page.question.text) if page.question else ""


def _move_form(cast: Cast, view: View) -> Form:
    words = cast.words
    cards = [_move_option(cast, view, card) for card in open_moves(view)]
    asked = [*_predictions(cast, view)]
    asked.append(Question("move", words("moves.head"), options=cards, is_needed=True))
    if any(card.leaves for card in open_moves(view)):
        asked.append(Question("sure", words("web.form.sure"), "tick", is_side=True))
    if view.no_call is None:
        told = [words("seal.call.on"), words("seal.call.off")]
        asked.append(Question("call", words("seal.call"), "tick", lines=told[:1], is_side=True))
    closed = [locked_move(cast, card) for card in view.moves if card.locked is not None]
    notes = [own_side(cast, view), no_call_words(cast, view.no_call) if view.no_call else None]
    return Form(words("moves.head"), asked, closed, [each for each in notes if each])


def _move_option(cast: Cast, view: View, card: MoveCard) -> Option:
    words = cast.words
    stance = stance_words(words, card.stance, card.face_stance)
    more = [
        *move_outlook(cast, view, card), move_face(cast, card).text,
        *(line.text for line in move_figures(cast, view, card)),
    ]  # fmt: skip
    lines = [f"{stance}. {sentence(words.of(card.text))}"]
    return Option(card.id, words.of(card.title), lines, more, card.stance)


def _predictions(cast: Cast, view: View) -> Iterator[Question]:
    if not view.may_predict:
        return
    guesses = [Option(each, stance_words(cast.words, each), stance=each) for each in STANCES]
    for other in view.others:
        asks = cast.words("seal.predict", party=cast.party(other.id))
        yield Question(f"guess-{other.id}", asks, options=guesses, is_side=True)
        yield Question(f"sure-{other.id}", cast.words("seal.sure"), "tick", is_side=True)


def _proposal_questions(cast: Cast, view: View) -> Iterator[Question]:
    words = cast.words
    listen = Option("", words("change.listen"))
    cards = [_change_option(cast, card) for card in ordered_changes(view)]
    yield Question("change", words("change.ask"), options=[listen, *cards], is_needed=True)
    for card in ordered_changes(view):
        if card.action == "amount" and card.between is not None:
            asks = words("web.form.amount", name=words.of(card.name), now=card.amount)
            low, high = card.between
            yield Question(
                f"amount-{card.id}", asks, "number", least=low, most=high, is_side=True,
                now=str(card.amount),
            )  # fmt: skip


def _change_option(cast: Cast, card: ChangeCard) -> Option:
    words = cast.words
    chapter = words("change.or") if card.action == "part" else words(f"chapter.{card.chapter}")
    consent = "" if card.consent == "all" else f" ({consent_words(cast, card)})"
    more = [line.text for line in change_about(cast, card)]
    return Option(card.id, f"{first_up(change_words(cast, card))}{consent}", (chapter,), more)


def _vote_questions(cast: Cast, view: View) -> Iterator[Question]:
    words = cast.words
    answers = [Option("yes", words("web.form.yes")), Option("no", words("web.form.no"))]
    for proposal in view.proposals:
        if proposal.own:
            continue
        asks, *told = (line.text for line in proposal_question(cast, proposal))
        yield Question(
            f"vote-{proposal.proposer}", asks, options=answers, lines=told, is_needed=True
        )
        why = [Option(each, first_up(words(f"why.{each}"))) for each in proposal.objections]
        yield Question(f"why-{proposal.proposer}", words("vote.why"), options=why, is_side=True)


def _scene_form(cast: Cast, page: SceneChoicePage) -> Form:
    *told, asks = (line.text for line in question(cast, page))
    found = ways(cast, page)
    cards = [Option(way.id, way.title, (way.expects,)) for way in found]
    asked = [Question("way", asks, options=cards, is_needed=True)]
    if any(way.leaves for way in found):
        asked.append(Question("sure", cast.words("web.form.sure"), "tick", is_side=True))
    return Form("", asked, notes=told)


# --- answered -----------------------------------------------------------------------------------


def choice_of(cast: Cast, page: ChoicePage, answers: Answers) -> Choice | list[Missing]:
    """What was chosen, or what is missing."""
    match page:
        case MovePage(view=view):
            return _move_of(view, answers)
        case OptionPage(view=view):
            card = next((c for c in view.options if c.id == answers.get("option")), None)
            return OptionChoice(view.seat, card.id) if card else [_none("option")]
        case ProposalPage(view=view):
            return _proposal_of(view, answers)
        case VotePage(view=view):
            return _votes_of(view, answers)
        case RaisePage() | ReplyPage() | ResponsePage():
            way = next((w for w in ways(cast, page) if w.id == answers.get("way")), None)
            if way is None:
                return [_none("way")]
            return [Missing("sure", "moves.leaves")] if _unsure(way.leaves, answers) else way.choice
        case _:
            assert_never(page)


def _none(name: str) -> Missing:
    return Missing(name, "web.form.missing")


def _unsure(leaves: bool, answers: Answers) -> bool:
    """Whether it ends the talks for good, and that was not said to be meant."""
    return leaves and "sure" not in answers


def _move_of(view: View, answers: Answers) -> Choice | list[Missing]:
    card = next((each for each in open_moves(view) if each.id == answers.get("move")), None)
    if card is None:
        return [_none("move")]
    if _unsure(card.leaves, answers):
        return [Missing("sure", "moves.leaves")]
    return MoveChoice(view.seat, card.id, "call" in answers, tuple(_guesses(view, answers)))


def _guesses(view: View, answers: Answers) -> Iterator[Prediction]:
    if not view.may_predict:
        return
    for other in view.others:
        stance = next((s for s in STANCES if s == answers.get(f"guess-{other.id}")), None)
        if stance is not None:
            is_sure = f"sure-{other.id}" in answers
            yield Prediction.of_person(other.id, stance, is_sure=is_sure)


def _proposal_of(view: View, answers: Answers) -> Choice | list[Missing]:
    if "change" not in answers:
        return [_none("change")]
    if not answers["change"]:
        return ProposalChoice(view.seat)
    card = next((each for each in view.changes if each.id == answers["change"]), None)
    if card is None:
        return [_none("change")]
    if card.action != "amount":
        return ProposalChoice(view.seat, card.id)
    name = f"amount-{card.id}"
    written = answers.get(name, "")
    low, high = card.between or (0, 0)
    if not (written.isdecimal() and len(written) < 6 and low <= int(written) <= high):
        return [Missing(name, "web.form.amount.bad")]
    if int(written) == card.amount:
        return [Missing(name, "refusal.nothing-changes")]
    return ProposalChoice(view.seat, card.id, int(written))


def _votes_of(view: View, answers: Answers) -> Choice | list[Missing]:
    votes: dict[str, bool] = {}
    reasons: dict[str, Objection] = {}
    missing: list[Missing] = []
    for proposal in view.proposals:
        if proposal.own:
            continue
        by = proposal.proposer
        answer = answers.get(f"vote-{by}")
        if answer not in ("yes", "no"):
            missing.append(_none(f"vote-{by}"))
            continue
        votes[by] = answer == "yes"
        why = next((each for each in proposal.objections if each == answers.get(f"why-{by}")), None)
        if why is not None and not votes[by]:
            reasons[by] = why
    return missing or VoteChoice(view.seat, votes, reasons)


def answers_of(choice: Choice | None) -> dict[str, str]:
    """The form filled in as that choice, for whoever thinks again."""
    match choice:
        case MoveChoice():
            guesses = {f"guess-{each.about}": str(each.stance) for each in choice.predictions}
            hunch = Prediction.of_person("", "reciprocal", is_sure=False).probability
            sure = {
                f"sure-{each.about}": "on"
                for each in choice.predictions
                if each.probability > hunch
            }
            called = {"call": "on"} if choice.call else {}
            return {"move": choice.move, **guesses, **sure, **called}
        case VoteChoice():
            votes = {f"vote-{by}": "yes" if yes else "no" for by, yes in choice.votes.items()}
            return {**votes, **{f"why-{by}": str(why) for by, why in choice.reasons.items()}}
        case _:
            return {}
