"""The closed list of what a finding can say, and what each code carries.

A presenter needs one sentence per code; a test checks every finding against this list.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """What evidence with this code carries. round, party, other: whether it always has one.

    before, after: the other's trust over the round itself, without what came of it afterwards.
    high, low: in the rounds that began with more trust and in those with less; `rounds` says which.
    There `as_much_at` has the numbers of the entries (`at`) in which that trust moved as much.
    """

    says: str
    numbers: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    round: bool = False
    party: bool = False
    other: bool = False


NOTHING = "nothing-in-this-play"
_OF_MOVES = ("high_moves", "high_of", "low_moves", "low_of")

_THESES: dict[str, Shape] = {
    # 1: a party out of balance brings trouble to the alliance
    "slip-cost-trust": Shape(
        "the party's promise slipped, the other brought that up, and its trust fell then",
        ("before", "after"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "stop-cost-trust": Shape(
        "the party's own side stopped it; whole: with the same luck and the move carried out, the "
        "other's trust would have been so much higher",
        ("before", "after", "whole"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "half-cost-trust": Shape(
        "as stop-cost-trust, of a promise that slipped",
        ("before", "after", "whole"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "division-slipped": Shape(
        "the party's promise slipped; with all of one mind and the same luck it would not have",
        ("others", "asked"),
        ("move",),
        round=True,
        party=True,
    ),
    "division-stopped": Shape(
        "the party's own side stopped the move; with all of one mind and the same luck it would "
        "not have",
        ("others", "asked"),
        ("move",),
        round=True,
        party=True,
    ),
    "divided-but-kept": Shape(
        "the party was divided over several moves, and all of these came whole",
        ("times",),
        party=True,
    ),
    "half-without-harm": Shape(
        "as half-cost-trust, and it made no difference",
        ("before", "after", "whole"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "stop-without-harm": Shape(
        "as stop-cost-trust, and it made no difference",
        ("before", "after", "whole"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    # 2: formal order masks the informal
    "kept-under-contract": Shape(
        "in most of the rounds that clearly began with much on paper and little trust, nobody "
        "took, all came as announced, no ritual was hollow, and nobody found out, suspected or "
        "brought up anything, then or in a moment that followed",
        ("kept", "rounds"),
    ),
    "relied-without-trusting": Shape(
        "at the end the other relies much on the party's organisation, and trusts it little",
        ("reliability", "trust"),
        party=True,
        other=True,
    ),
    "paper-and-trust-grew": Shape(
        "from the start to the end both what was on paper, to much, and mean trust grew, trust "
        "mostly in rounds in which more was put on paper and nothing else accounts for it",
        ("formal_start", "formal_end", "trust_start", "trust_end"),
    ),
    "paper-without-trust": Shape(
        "from the start to the end what was on paper grew and mean trust fell, mostly in rounds in "
        "which more was put on paper, nobody took, and nothing else shows that moved trust",
        ("formal_start", "formal_end", "trust_start", "trust_end"),
    ),
    # 3: trust makes cooperation possible, and cheaper
    "cooperation-with-trust": Shape(
        "of the moves chosen more were trust-building in the rounds that began with more trust, by "
        "more than chance",
        _OF_MOVES,
    ),
    "no-cooperation-with-trust": Shape("as cooperation-with-trust, but fewer", _OF_MOVES),
    "opportunism-falls-with-trust": Shape(
        "of the moves chosen fewer were opportunistic in the rounds that began with more trust",
        _OF_MOVES,
    ),
    "opportunism-grows-with-trust": Shape("as opportunism-falls-with-trust, but more", _OF_MOVES),
    "hid-with-trust": Shape(
        "the party hid a move from another that it clearly trusted much itself, as on the map",
        ("trust",),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    # 4: a game that the players make and can change
    "players-changed": Shape(
        "the party proposed a change of the game and the others agreed",
        (),
        ("thing", "action"),
        round=True,
        party=True,
    ),
    "change-refused": Shape(
        "the party's proposal was refused", (), ("thing", "action"), round=True, party=True
    ),
    # 5: reflection strengthens trust without suppressing diversity
    "difference-named": Shape(
        "so many parties, this one first, named a difference, and mean trust rose over the moment, "
        "in which nothing came out",
        ("speakers", "parties", "before", "after"),
        ("phase",),
        round=True,
        party=True,
    ),
    "difference-hurt": Shape(
        "as difference-named, and mean trust fell",
        ("speakers", "parties", "before", "after"),
        ("phase",),
        round=True,
        party=True,
    ),
    NOTHING: Shape("no rule of this side holds in this play"),
}

_QUESTIONS: dict[str, Shape] = {
    "ask-turning-point": Shape("was the turning point seen coming?", ("strength",), round=True),
    "ask-what-if": Shape(
        "what kept the party from the other move, which does better?",
        ("success",), ("move", "other_move"), round=True, party=True,
    ),
    "ask-refused": Shape(
        "what would it have cost?", (), ("thing", "action"), round=True, party=True
    ),
    "ask-changed": Shape("what did it change?", (), ("thing", "action"), round=True, party=True),
    "ask-hidden-guile": Shape(
        "did the other notice something?", ("gain",), ("move",),
        round=True, party=True, other=True,
    ),
    "ask-false-suspicion": Shape(
        "what was the suspicion made of?", (), (), round=True, party=True, other=True
    ),
    "ask-house": Shape("what went on at home?", ("times",), party=True),
    "ask-trust-lost": Shape(
        "what would the party have needed of the other? is_most: no other loss was much larger",
        ("trust_start", "trust_end", "is_most"),
        round=True, party=True, other=True,
    ),
    "ask-moment": Shape(
        "what could be said there, and what not? trust moved most in it", (), ("phase",), round=True
    ),
    "ask-moment-closed": Shape(
        "the party only closed itself off in it, first by that option: what could not be said?",
        (), ("phase", "option"), round=True, party=True,
    ),
    "ask-moment-alone": Shape(
        "of all there only the party opened up in it: what could the others not say?",
        (), ("phase",), round=True, party=True,
    ),
    "ask-moment-shut": Shape(
        "nobody opened up in it: what could not be said there?", (), ("phase",), round=True
    ),
    "ask-no-moment": Shape("what would have been the moment to speak?"),
}  # fmt: skip

_FEELINGS: dict[str, Shape] = {
    "felt-let-down": Shape(
        "in no other round or moment the party's trust in another fell more, nor as much before it",
        ("before", "after"), round=True, party=True, other=True,
    ),
    "felt-carried": Shape(
        "in no other round or moment the party's trust in another rose more, nor as much before it",
        ("before", "after"), round=True, party=True, other=True,
    ),
}  # fmt: skip

CODES: Mapping[str, Shape] = {**_THESES, **_QUESTIONS, **_FEELINGS}
QUESTION_CODES: tuple[str, ...] = tuple(_QUESTIONS)
FEELING_CODES: tuple[str, ...] = tuple(_FEELINGS)
