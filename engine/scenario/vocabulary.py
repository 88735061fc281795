"""The closed lists of words that a scenario may use, and what each of them stands for.

An author writes `kind: share`; this module says which eight traits that means. Everything that
needs one of these words (the schema, the checker, the players, the texts) reads it here.
"""

import re
from typing import Literal, NamedTuple, get_args

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
# Any language, as the standard for it (BCP 47) writes one: nl, sw, pt-BR.
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")

Form = Literal["outsourcing", "licence", "joint-venture", "acquisition", "merger"]

Stance = Literal["trust-building", "reciprocal", "opportunistic"]
STANCES: tuple[Stance, ...] = get_args(Stance)

Chapter = Literal["script", "rules", "decor", "props", "rituals", "roles"]
CHAPTERS: tuple[Chapter, ...] = get_args(Chapter)

Trait = Literal[
    "benevolence", "candour", "commitment", "claim", "guile", "formalise", "reflect", "repair"
]
TRAITS: tuple[Trait, ...] = get_args(Trait)

Outcome = Literal["success", "lopsided", "stalled", "broken", "parted"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
AT_CHOICE = "choose"  # of a move: whoever makes it says with which of the others
TO_PART = "part"  # of a refusal: what was refused is that they part, and end the talks

RepairType = Literal["apology", "denial"]

# When and in what weather people meet, as far as it shows in the picture of the place.
Hour = Literal["morning", "day", "evening", "night"]
HOURS: tuple[Hour, ...] = get_args(Hour)
Weather = Literal["clear", "rain", "fog", "snow"]
WEATHERS: tuple[Weather, ...] = get_args(Weather)


class Prototype(NamedTuple):
    """What a kind of move stands for.

    traits: the eight traits of `TRAITS`, each a share in [0, 1]. stance: what the move is.
    face: the stance that the others believe they see until guile is discovered.
    """

    traits: tuple[float, float, float, float, float, float, float, float]
    stance: Stance
    face: Stance
    repair: RepairType | None = None
    leaves: bool = False


_TRUST: Stance = "trust-building"
_RECIPROCAL: Stance = "reciprocal"
_OPPORTUNISTIC: Stance = "opportunistic"

# Design choice: the traits of a kind are ours; the first ten follow the model's description,
# `charm`, `trade`, `adapt` and `leave` are added because talks between directors need them.
KINDS: dict[str, Prototype] = {
    #                        b    c    k    q    g    f    r    y
    "share": Prototype((0.30, 1.00, 0.20, 0.00, 0.00, 0.00, 0.00, 0.00), _TRUST, _TRUST),
    "invest": Prototype((0.40, 0.30, 1.00, 0.00, 0.00, 0.00, 0.00, 0.00), _TRUST, _TRUST),
    "concede": Prototype((1.00, 0.30, 0.30, 0.00, 0.00, 0.00, 0.00, 0.00), _TRUST, _TRUST),
    "ask": Prototype((0.20, 0.80, 0.10, 0.00, 0.00, 0.00, 0.60, 0.00), _TRUST, _TRUST),
    "adapt": Prototype((0.10, 0.20, 0.50, 0.00, 0.00, 0.10, 0.30, 0.00), _TRUST, _TRUST),
    "apologise": Prototype(
        (0.40, 0.50, 0.20, 0.00, 0.00, 0.00, 0.00, 1.00), _TRUST, _TRUST, "apology"
    ),
    "deny": Prototype(
        (0.10, 0.20, 0.20, 0.00, 0.00, 0.00, 0.00, 1.00), _RECIPROCAL, _RECIPROCAL, "denial"
    ),
    "trade": Prototype((0.35, 0.35, 0.60, 0.10, 0.00, 0.00, 0.00, 0.00), _RECIPROCAL, _RECIPROCAL),
    "formalise": Prototype(
        (0.00, 0.10, 0.40, 0.00, 0.00, 1.00, 0.00, 0.00), _RECIPROCAL, _RECIPROCAL
    ),
    "hold": Prototype((0.00, 0.00, 0.00, 0.20, 0.00, 0.00, 0.00, 0.00), _RECIPROCAL, _RECIPROCAL),
    "claim": Prototype(
        (0.00, 0.10, 0.00, 0.90, 0.00, 0.00, 0.00, 0.00), _OPPORTUNISTIC, _OPPORTUNISTIC
    ),
    "bluff": Prototype(
        (0.00, 0.10, 0.00, 0.80, 0.80, 0.00, 0.00, 0.00), _OPPORTUNISTIC, _RECIPROCAL
    ),
    "charm": Prototype((0.20, 0.20, 0.30, 0.60, 0.90, 0.00, 0.00, 0.00), _OPPORTUNISTIC, _TRUST),
    "poach": Prototype(
        (0.00, 0.00, 0.00, 1.00, 1.00, 0.00, 0.00, 0.00), _OPPORTUNISTIC, _RECIPROCAL
    ),
    "leave": Prototype(
        (0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
        _OPPORTUNISTIC,
        _OPPORTUNISTIC,
        leaves=True,
    ),
}

# The computer players that can play a party; engine/players defines each of them.
Persona = Literal["builder", "reciprocator", "controller", "charmer", "divided", "pressed"]
PERSONAS: tuple[Persona, ...] = get_args(Persona)

# What a party can do in the first two steps of a reflection moment, from open to closed.
ReflectionOption = Literal[
    "name-difference", "name-common-ground", "joke-away", "own-part", "real-question",
    "their-part", "keep-quiet",
]  # fmt: skip
INVENTORY_OPTIONS: tuple[ReflectionOption, ...] = (
    "name-difference", "name-common-ground", "joke-away",
)  # fmt: skip
BOTTLENECK_OPTIONS: tuple[ReflectionOption, ...] = (
    "own-part", "real-question", "their-part", "keep-quiet",
)  # fmt: skip

# What the talk stops for, when it has come out: guile, a promise that failed, a refused proposal,
# a leak, a negotiator who left.
Cause = Literal["discovery", "promise", "refusal", "leak", "departure"]
CAUSES: tuple[Cause, ...] = get_args(Cause)

# What the party that it concerns can say to it, and what the other can do with that.
Reply = Literal["own-up", "explain", "deny", "blame", "silence"]
REPLIES: tuple[Reply, ...] = get_args(Reply)
Response = Literal["accept", "ask", "freeze", "walk-out"]
RESPONSES: tuple[Response, ...] = get_args(Response)

# Patterns that the debrief can recognise in a play; trainer's notes refer to them.
Pattern = Literal[
    "early-betrayal", "late-betrayal", "hidden-guile", "tit-for-tat", "cold-peace", "paper-wall",
    "one-sided-giving", "never-questioned", "changed-the-game", "spoke-too-early", "never-spoke",
    "repaired", "broken-by-turnover",
]  # fmt: skip
PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
