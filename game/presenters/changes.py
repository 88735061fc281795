"""Changes of the game in words: what is proposed, agreed or refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.play.state import Objection
from engine.play.view.heard import Against, RefusalSeen, Rival
from engine.play.view.records import (
    Brings,
    ChangeCard,
    LimitSeen,
    Mood,
    Moves,
    PartySeen,
    ProposalCard,
    Shift,
)
from game.pages.kinds import Fresh
from game.presenters.page import Cast, Line, Lines, sentence, signed
from game.words import Words


def change_words(cast: Cast, card: ChangeCard, amount: int | None = None) -> str:
    """What the change is, as it fits in a sentence."""
    words, name = cast.words, cast.words.of(card.name)
    if card.action == "amount":
        if amount is None:
            return words(f"change.amount.{card.chapter}", name=name)
        return words(f"change.to.{card.chapter}", name=name, **_amount(cast, card, amount))
    return words(f"change.{_key(card)}", name=name, holder=cast.party(card.holder))


def decided_words(cast: Cast, card: ChangeCard, amount: int | None = None) -> str:
    """The agreed change as a sentence."""
    words, name = cast.words, cast.words.of(card.name)
    if card.action == "amount":
        return words(f"changed.amount.{card.chapter}", name=name, **_amount(cast, card, amount))
    return words(f"changed.{_key(card)}", name=name, holder=cast.party(card.holder))


def _amount(cast: Cast, card: ChangeCard, amount: int | None) -> dict[str, object]:
    """The number, and the number with what it counts."""
    unit = cast.words.of(card.unit) if card.unit is not None else ""
    return {"n": amount, "amount": f"{amount} {unit}".strip()}


def _key(card: ChangeCard) -> str:
    """Which sentence there is for a change; of what is brought back another than of what is new."""
    key: str = card.action
    if card.action in ("adopt", "drop"):
        key += f".{card.chapter}"
    elif card.action == "hold" and card.holder in (None, "table"):
        key += ".table"
    return f"{key}.again" if card.again else key


def change_about(cast: Cast, card: ChangeCard) -> Lines:
    """What the change is about, what it would do and whose consent it needs."""
    words = cast.words
    about = [] if card.action == "part" else [Line("detail", sentence(words.of(card.text)))]
    return (
        *about,
        Line("detail", words(f"change.effect.{card.action}")),
        *(Line("detail", each) for each in brings_words(cast, card)),
        Line("detail", words("vote.consent", consent=consent_words(cast, card))),
    )


def brings_words(cast: Cast, card: ChangeCard) -> tuple[str, ...]:
    """What the change would open and close, and what it weighs: a sentence for each."""
    if card.brings is None:
        return ()
    told = tuple(_brings(cast, card, card.brings))
    return told or (() if card.action == "hold" else (cast.words("brings.nothing"),))


def _brings(cast: Cast, card: ChangeCard, brings: Brings) -> Iterator[str]:
    words = cast.words
    for way, moves in (("opens", brings.opens), ("closes", brings.closes)):
        for each in moves:
            yield _moves(cast, way, each)
    yield from _shifts(cast, card, brings)
    for limit in brings.limits:
        yield from _limit(cast, limit)
    if brings.amount_of is not None and not brings.shifts:  # which say so themselves
        yield words("brings.amount", name=words(f"brings.name.{brings.amount_of}"))
    if brings.rounds:
        way = "more" if brings.rounds > 0 else "fewer"
        yield words(f"brings.rounds.{way}", n=abs(brings.rounds))


def _moves(cast: Cast, way: str, moves: Moves) -> str:
    words = cast.words
    if not moves.own:
        return words(f"brings.{way}.other", party=cast.party(moves.party))
    named = [words("brings.move", title=words.of(title)) for title in moves.titles]
    if moves.unseen:
        named.append(words("brings.unseen", n=moves.unseen))
    return words(f"brings.{way}", moves=words.all_of(named))


def _shifts(cast: Cast, card: ChangeCard, brings: Brings) -> Iterator[str]:
    """What it weighs while it stands, and each time that it is held."""
    for each in (None, "round", "phase"):
        shifts = [_shift(cast, shift) for shift in brings.shifts if shift.each == each]
        if not shifts:
            continue
        key = "brings.shifts" if each is None else f"brings.shifts.{each}"
        if card.action in ("drop", "amount"):
            key += ".gone"
        elif card.action == "move":
            key += ".place"
        yield cast.words(key, shifts=cast.words.all_of(shifts))


def _shift(cast: Cast, shift: Shift) -> str:
    words = cast.words
    name, points = words(f"brings.name.{shift.name}"), signed(shift.points)
    if shift.party is None:
        return words("brings.shift", name=name, points=points)
    return words("brings.shift.for", name=name, points=points, party=cast.party(shift.party))


def _limit(cast: Cast, limit: LimitSeen) -> Iterator[str]:
    words, lifted = cast.words, ".lifted" if limit.lifted else ""
    trait = words(f"brings.trait.{limit.trait}")
    if limit.highest < 100:
        yield words(f"brings.most{lifted}", n=limit.highest, trait=trait)
    if limit.lowest > 0:
        yield words(f"brings.least{lifted}", n=limit.lowest, trait=trait)


Likely = Literal["for", "open", "against"]
# Design choices: what a face says for or against a proposal of this seat, and from where on the sum
# of that and of what it brings them tips. As computer players weigh it: trust, and what is in it.
_FAVOUR: Mapping[Mood, int] = {"hurt": -2, "cold": -1, "reserved": 0, "open": 1, "warm": 2}
_FOR, _AGAINST = 2, -1


def likely(other: PartySeen, card: ChangeCard) -> Likely:
    """What that party will probably make of it, as far as this seat can tell."""
    score = _FAVOUR[other.mood]
    if card.brings is not None:
        opens = sum(1 for each in card.brings.opens if each.party == other.id)
        closes = sum(1 for each in card.brings.closes if each.party == other.id)
        score += opens - 2 * closes
    return "for" if score >= _FOR else "against" if score <= _AGAINST else "open"


def likely_words(cast: Cast, other: PartySeen, card: ChangeCard) -> str:
    """The same as a sentence."""
    return cast.words(f"likely.{likely(other, card)}", party=cast.party(other.id))


def refusal_words(cast: Cast, refusal: RefusalSeen) -> tuple[str, ...]:
    """What did not go through, by whom and why: a sentence for each."""
    words = cast.words
    what = change_words(cast, refusal.change, refusal.amount)
    return (
        words("rejected", change=what),
        *(_against(cast, each) for each in refusal.against),
        *([_rival(cast, refusal.rival)] if refusal.rival is not None else []),
    )


def _against(cast: Cast, against: Against) -> str:
    words, own, party = cast.words, ".own" if against.own else "", cast.party(against.party)
    if against.why is None:
        return words(f"rejected.against{own}", party=party)
    why = reason_words(words, against.why, own=against.own)
    return words(f"rejected.against.why{own}", party=party, why=why)


def reason_words(words: Words, why: Objection, *, own: bool = False) -> str:
    """The reason that somebody gave for a no, told and not quoted: it was chosen from a list."""
    key = f"rejected.why.{why}"
    return words(f"{key}.own" if own and words.has(f"{key}.own") else key)


def _rival(cast: Cast, rival: Rival) -> str:
    if rival.change.action == "part":
        return cast.words("rejected.rival.part")
    lot = ".lot" if rival.by_lot else ""
    what = change_words(cast, rival.change, rival.amount)
    return cast.words(f"rejected.rival{lot}", party=cast.party(rival.party), change=what)


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a vote asks once: a proposal with all who put it forward. by: the others among them.

    is_own: this seat put it forward, too.
    """

    proposal: ProposalCard
    by: tuple[str, ...]
    is_own: bool


def ballots(proposals: Sequence[ProposalCard]) -> tuple[Ballot, ...]:
    """What a vote asks: each proposal of others once, however many of them put it forward."""
    same: dict[tuple[str, int | None], list[ProposalCard]] = {}
    for each in proposals:
        same.setdefault((each.change.id, each.amount), []).append(each)
    others = [[each for each in alike if not each.own] for alike in same.values()]
    return tuple(
        Ballot(mine[0], tuple(each.proposer for each in mine), len(mine) < len(alike))
        for mine, alike in zip(others, same.values(), strict=True)
        if mine
    )


def rivals_words(cast: Cast, proposal: ProposalCard) -> tuple[str, ...]:
    """That at most one of this and other proposals goes through, where they exclude each other."""
    if not proposal.rivals:
        return ()
    return (cast.words("vote.rivals", parties=cast.parties(proposal.rivals)),)


def fresh_words(cast: Cast, fresh: Fresh) -> str:
    """What is seen at the table of a change that was just made."""
    words, card = cast.words, fresh.change
    name = sentence(words.of(card.name))
    if card.action == "drop":
        if fresh.shows is None:
            return words("fresh.gone.plain", name=name)
        return words("fresh.gone", name=name, text=sentence(words.of(fresh.shows)))
    if card.chapter == "script" and card.action == "adopt":
        # Its text is read when the phase begins.
        return words("fresh.back.plain" if card.again else "fresh.new.plain", name=name)
    text = sentence(words.of(fresh.shows or card.text))
    if card.action == "adopt":
        return words("fresh.back" if card.again else "fresh.new", name=name, text=text)
    now = decided_words(cast, card, fresh.amount)
    return words("fresh.now", now=now, text=text) if card.action == "move" else now


def consent_words(cast: Cast, card: ChangeCard) -> str:
    """Whose consent the change needs."""
    if card.consent in ("all", "majority"):
        return cast.words(f"change.consent.{card.consent}")
    return cast.words("change.consent.party", party=cast.party(card.consent))
