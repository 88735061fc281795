"""A form read back as a choice. What it may hold is the engine's to say: see `check_choice`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    Prediction,
    ProposalChoice,
    RaiseChoice,
    Refusal,
    ReplyChoice,
    ResponseChoice,
    VoteChoice,
)
from engine.play.view.records import View
from game.presenters.changes import ballots
from game.presenters.page import of_leaving
from game.presenters.trust import MOST_TRUST

Form = Mapping[str, str]
# The names of the fields; those of a party or a change have its id behind them.
STAGE, MOVE, CALL, OPTION, CHANGE, WAY, END, PASS = (
    "stage", "move", "call", "option", "change", "way", "end", "pass",
)  # fmt: skip
GUESS, SURE, AMOUNT, VOTE, WHY, TRUST = (
    "guess.", "sure.", "amount.", "vote.", "why.", "trust.",
)  # fmt: skip
ON, YES, NO, LISTEN, RAISE, KEEP = "on", "yes", "no", "listen", "raise", "keep"
TRUST_STAGE = "trust"  # of a form that asks how far the seat trusts the others
_WHOLE = re.compile(r"\s*[0-9]{1,9}\s*")


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not filled in, or not so that it can be read. name: of the field; key, gaps: the
    sentence for it.
    """

    name: str
    key: str
    gaps: Mapping[str, Any] = field(default_factory=dict)


Incomplete = tuple[Missing, ...]


def read_choice(view: View, form: Form) -> Choice | Incomplete | Refusal:
    """The choice, what is missing for one, or why there is none to make.

    What was not offered is read as it stands: the engine refuses it.
    """
    if form.get(STAGE, view.stage) != view.stage:
        return Refusal("wrong-stage", view.seat, form[STAGE][:20])
    match view.stage:
        case "round":
            return _move(view, form)
        case "differences" | "bottlenecks":
            return _option(view, form)
        case "alternatives":
            return _proposal(view, form)
        case "decision":
            return _votes(view, form)
        case "raising" | "confronted" | "reckoning":
            return _way(view, form)
        case "ended":
            return Refusal("play-is-over", view.seat)
        case _:
            assert_never(view.stage)


def read_trust(view: View, form: Form) -> dict[str, int] | Incomplete:
    """How far the seat trusts the others as far as it says so, or what can't be read."""
    if PASS in form:
        return {}
    said = {other.id: form.get(f"{TRUST}{other.id}", "") for other in view.there}
    bad = tuple(
        Missing(f"{TRUST}{party}", "web.missing.trust", {"most": MOST_TRUST})
        for party, level in said.items()
        if level and not (_WHOLE.fullmatch(level) and int(level) <= MOST_TRUST)
    )
    return bad or {party: int(level) for party, level in said.items() if level}


def _move(view: View, form: Form) -> MoveChoice | Incomplete:
    move = form.get(MOVE)
    if not move:
        return (Missing(MOVE, "web.missing.move"),)
    if any(card.id == move and card.leaves for card in view.moves) and END not in form:
        return (Missing(END, f"seal.sure-to-end{of_leaving(view)}"),)
    return MoveChoice(view.seat, move, CALL in form, tuple(_guesses(form)))


def _guesses(form: Form) -> Iterator[Prediction]:
    for name, stance in form.items():
        party = name.removeprefix(GUESS)
        if stance and party != name:
            is_sure = f"{SURE}{party}" in form
            yield Prediction.of_person(party, stance, is_sure=is_sure)  # type: ignore[arg-type]


def _option(view: View, form: Form) -> OptionChoice | Incomplete:
    option = form.get(OPTION)
    if not option:
        return (Missing(OPTION, "web.missing.one"),)
    return OptionChoice(view.seat, option)  # type: ignore[arg-type]


def _proposal(view: View, form: Form) -> ProposalChoice | Incomplete:
    change = form.get(CHANGE)
    if not change:
        return (Missing(CHANGE, "web.missing.one"),)
    if change == LISTEN:
        return ProposalChoice(view.seat)
    card = next((each for each in view.changes if each.id == change), None)
    if card is None or card.action != "amount":
        return ProposalChoice(view.seat, change)
    name, (low, high) = f"{AMOUNT}{change}", card.between or (0, 100)
    written = form.get(name, "")
    if not _WHOLE.fullmatch(written):
        return (Missing(name, "change.amount.bad", {"low": low, "high": high}),)
    return ProposalChoice(view.seat, change, int(written))


def _votes(view: View, form: Form) -> VoteChoice | Incomplete:
    questions = ballots(view.proposals)
    names = [f"{VOTE}{each.proposal.proposer}" for each in questions]
    unsaid = [name for name in names if form.get(name) not in (YES, NO)]
    if unsaid:
        return tuple(Missing(name, "vote.first") for name in unsaid)
    votes = {
        name.removeprefix(VOTE): word == YES for name, word in form.items() if name.startswith(VOTE)
    }
    said = {party: form.get(f"{WHY}{party}", "") for party, agrees in votes.items() if not agrees}
    reasons = {party: why for party, why in said.items() if why}
    for each in questions:
        # What several put forward was asked once, of the first of them.
        first, *more = each.by
        votes = dict.fromkeys(more, votes[first]) | votes
        if first in reasons:
            reasons = dict.fromkeys(more, reasons[first]) | reasons
    return VoteChoice(view.seat, votes, reasons)  # type: ignore[arg-type]


def _way(view: View, form: Form) -> Choice | Incomplete:
    way = form.get(WAY)
    if not way or (view.stage == "raising" and way not in (RAISE, KEEP)):
        return (Missing(WAY, "web.missing.one"),)
    if view.stage == "raising":
        return RaiseChoice(view.seat, way == RAISE)
    if view.stage == "confronted":
        return ReplyChoice(view.seat, way)  # type: ignore[arg-type]
    if way == "walk-out" and END not in form:
        return (Missing(END, f"seal.sure-to-end{of_leaving(view)}"),)
    return ResponseChoice(view.seat, way)  # type: ignore[arg-type]


def filled_in(choice: Choice) -> dict[str, str]:
    """The form filled in as that choice; whether somebody really wants to leave is asked anew."""
    match choice:
        case MoveChoice():
            form = {MOVE: choice.move}
            for guess in choice.predictions:
                form[f"{GUESS}{guess.about}"] = guess.stance
                if guess == Prediction.of_person(guess.about, guess.stance, is_sure=True):
                    form[f"{SURE}{guess.about}"] = ON
            return form | ({CALL: ON} if choice.call else {})
        case VoteChoice():
            votes = {f"{VOTE}{by}": YES if yes else NO for by, yes in choice.votes.items()}
            return votes | {f"{WHY}{by}": why for by, why in choice.reasons.items()}
        case OptionChoice():
            return {OPTION: choice.option}
        case ProposalChoice(change=change, amount=amount):
            asked = {} if amount is None else {f"{AMOUNT}{change}": str(amount)}
            return {CHANGE: LISTEN if change is None else change} | asked
        case RaiseChoice():
            return {WAY: RAISE if choice.raises else KEEP}
        case ReplyChoice():
            return {WAY: choice.reply}
        case ResponseChoice():
            return {WAY: choice.response}
    assert_never(choice)
