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
    times: how often it happened between these two; only the clearest case is shown.
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
        "the party's promise slipped, and trust fell, mostly by what came of it",
        ("before", "after"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "veto-cost-trust": Shape(
        "the party's own side stopped the move, and trust fell, mostly by what came of it",
        ("before", "after"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "divided-house-slips-more": Shape(
        "the less balanced party (party) slipped or was stopped more often than the other",
        ("balance", "other_balance", "times", "other_times"),
        party=True,
        other=True,
    ),
    "harm-from-elsewhere": Shape(
        "in none of the rounds of the worst fall of one's trust in another did the party slip, or "
        "its own side stop it; this is the first of them",
        ("before", "after"),
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
    "divided-but-held": Shape(
        "the party was divided, yet the alliance held and the other's trust did not fall",
        ("internal_balance", "trust_start", "trust_end"),
        party=True,
    ),
    "slip-without-harm": Shape(
        "as slip-cost-trust, and trust did not fall",
        ("before", "after"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "veto-without-harm": Shape(
        "as veto-cost-trust, and trust did not fall",
        ("before", "after"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    # 2: formal order masks the informal
    "masked-trust": Shape(
        "good behaviour of the party that the other put down to the contract: trust not gained",
        ("masked", "gained", "rounds"),
        party=True,
        other=True,
    ),
    "kept-under-contract": Shape(
        "in most of the rounds that began with much on paper and little trust, nobody took and all "
        "came as announced",
        ("kept", "rounds"),
    ),
    "relied-without-trusting": Shape(
        "at the end the other relies on the party more than it trusts it",
        ("reliability", "trust", "formal_overlap"),
        party=True,
        other=True,
    ),
    "contract-protected": Shape(
        "with this much on paper, the guile or claim of the party met a smaller real risk for the "
        "other than without paper",
        ("formal_overlap", "real_risk", "risk_without", "less", "exposure", "times"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "paper-and-trust-grew": Shape(
        "more was put on paper while trust grew, from the first round in which it was to the last",
        ("formal_start", "formal_end", "trust_start", "trust_end", "first", "last"),
    ),
    "cooperated-without-paper": Shape(
        "in most of the rounds that began with little on paper, nobody took and all came as "
        "announced",
        ("kept", "rounds"),
    ),
    # 3: trust makes cooperation possible, and cheaper
    "cooperation-with-trust": Shape(
        "of the moves chosen more were trust-building in the rounds that began with more trust",
        _OF_MOVES,
    ),
    "no-cooperation-with-trust": Shape("as cooperation-with-trust, but fewer", _OF_MOVES),
    "opportunism-falls-with-trust": Shape(
        "of the moves chosen fewer were opportunistic in the rounds that began with more trust",
        _OF_MOVES,
    ),
    "opportunism-grows-with-trust": Shape("as opportunism-falls-with-trust, but more", _OF_MOVES),
    "value-with-trust": Shape(
        "how much the value of a party grew on average in a round that began with more trust, and "
        "in one with less; that of every party grew more in the former",
        ("high", "low"),
    ),
    "no-value-with-trust": Shape("as value-with-trust, but less", ("high", "low")),
    "naivety-exploited": Shape(
        "the party hid a move from another that trusted it much",
        ("trust", "times"),
        ("move",),
        round=True,
        party=True,
        other=True,
    ),
    "opportunism-despite-trust": Shape(
        "the party acted opportunistically although it trusted the other much; not told again of a "
        "move that it hid from that other",
        ("trust", "times"),
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
    "other-moves-open": Shape(
        "by the change, so many moves became open to somebody, and so many were no longer",
        ("gained", "lost"),
        ("thing", "action"),
        round=True,
    ),
    "walked-out-for-less": Shape(
        "the party walked out, and by the change that cost each party this much less",
        ("difference",),
        ("thing", "action"),
        round=True,
        party=True,
    ),
    "walked-out-for-more": Shape(
        "the party walked out, and by the change that cost each party this much more",
        ("difference",),
        ("thing", "action"),
        round=True,
        party=True,
    ),
    "change-refused": Shape(
        "the party's proposal was refused", (), ("thing", "action"), round=True, party=True
    ),
    "change-undone": Shape("a change was put back later", (), ("thing", "action"), round=True),
    "change-without-effect": Shape(
        "the change altered neither the moves nor the circumstances",
        (),
        ("thing", "action"),
        round=True,
        party=True,
    ),
    # 5: reflection strengthens trust without suppressing diversity
    "moment-raised-trust": Shape(
        "mean trust before and after the moment",
        ("before", "after", "quality"),
        ("phase",),
        round=True,
    ),
    "moment-raised-one": Shape(
        "the other's trust in the party rose over the moment, where mean trust did not rise much",
        ("before", "after"),
        ("phase",),
        round=True,
        party=True,
        other=True,
    ),
    "difference-named": Shape(
        "so many parties, this one first, named a difference, and mean trust did not fall over the "
        "moment",
        ("speakers", "parties"),
        ("phase",),
        round=True,
        party=True,
    ),
    "moment-hurt": Shape(
        "mean trust fell over the moment", ("before", "after", "quality"), ("phase",), round=True
    ),
    "moment-late": Shape(
        "the first moment came after most of the play", ("rounds",), ("phase",), round=True
    ),
    "difference-avoided": Shape(
        "in the first step nobody named a difference and so many joked, and trust did not grow",
        ("jokes", "parties"),
        ("phase",),
        round=True,
    ),
    "trust-grew-without": Shape(
        "how mean trust grew over the rounds together, and over the reflection moments (so many), "
        "which added nothing although nothing came out in them",
        ("table", "moments", "between"),
    ),
    NOTHING: Shape("no rule of this side holds in this play; because says why"),
}

# Why one side of a thesis can be empty.
BECAUSE: dict[str, str] = {
    "no-slip-or-veto": "no promise slipped and no house stopped a move",
    "slips-did-no-harm": "in no round itself a notable fall of trust came mostly of such a thing",
    "slips-did-harm-only": "a round of the worst fall was one of a slip or veto of that party",
    "trust-never-fell": "no round cost much trust in itself, so there was no harm to explain",
    "no-trust-masked": "nothing was put down to the contract and reliance did not outrun trust",
    "paper-without-protection": "no guile or claim met a contract that made a difference",
    "too-few-rounds": "too few rounds to compare",
    "trust-hardly-moved": "trust hardly differed between rounds",
    "trust-did-no-better": "in no measure were the rounds of higher trust better by much",
    "no-trust-abused": "nobody took from one it trusted much, or hid a move from one that did",
    "never-much-trust": "before no round did anybody trust another much",
    "nothing-changed": "no change was agreed",
    "nothing-refused": "no proposal stayed refused, and nothing agreed was undone",
    "no-moment": "there was no reflection moment",
    "moments-brought-nothing": "no moment raised anybody's trust by much",
    "moments-did-no-harm": "mean trust sank by much at no moment",
    "moments-never-sank": "mean trust sank at no moment",
    "only-what-came-out": "mean trust sank only at a moment in which something came out",
    "only-what-was-brought-up": "mean trust sank only where something was brought up afterwards",
    "only-what-came-of-it": "both of these",
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
    "ask-prediction": Shape(
        "what did the party miss in the other?", ("count", "right", "brier"), party=True
    ),
    "ask-house": Shape("what went on at home?", ("times",), party=True),
    "ask-trust-lost": Shape(
        "what would the party have needed of the other?", ("trust_start", "trust_end"),
        party=True, other=True,
    ),
    "ask-cheaper-exit": Shape(
        "would the party have walked out without that change?", (), ("thing", "action"),
        round=True, party=True,
    ),
    "ask-moment": Shape("what could be said there, and what not?", (), ("phase",), round=True),
    "ask-no-moment": Shape("what would have been the moment to speak?"),
}  # fmt: skip

_FEELINGS: dict[str, Shape] = {
    "felt-let-down": Shape(
        "in no round or moment did the party's trust in another fall more than in this one",
        ("before", "after"), round=True, party=True, other=True,
    ),
    "felt-carried": Shape(
        "in no round or moment did the party's trust in another rise more than in this one",
        ("before", "after"), round=True, party=True, other=True,
    ),
}  # fmt: skip

CODES: Mapping[str, Shape] = {**_THESES, **_QUESTIONS, **_FEELINGS}
THESIS_CODES: tuple[str, ...] = tuple(_THESES)
QUESTION_CODES: tuple[str, ...] = tuple(_QUESTIONS)
FEELING_CODES: tuple[str, ...] = tuple(_FEELINGS)
