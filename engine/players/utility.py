"""What the things of a scenario mean to a persona: what moves are for, what changes are worth."""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from engine.play.compiled import PARTY_SHIFTS, SHARED_SHIFTS, Bools, CompiledScenario, Floats, Ints
from engine.play.state import NOBODY
from engine.players.parameters import PLAYERS, PlayerParameters
from engine.players.personas import Persona
from engine.scenario.vocabulary import STANCES, TRAITS


class Group(IntEnum):
    """What a move is for, as a persona sees it."""

    GIVES = 0
    RECIPROCATES = 1
    TAKES = 2
    HIDES = 3
    APOLOGISES = 4
    DENIES = 5
    LEAVES = 6


class Utility(NamedTuple):
    """What things and changes are worth to a persona at one party, and what it prefers."""

    things: Floats  # (E,) that a thing is in force
    changes: Floats  # (C,) of a change: the worth of a thing adopted, or minus that of one lost
    wanted: Floats  # (C,) the preferred end of the range of a negotiated amount


_GROUP_OF = {
    "trust-building": Group.GIVES, "reciprocal": Group.RECIPROCATES, "opportunistic": Group.TAKES,
}  # fmt: skip
_SIGNS = {"adopt": 1.0, "drop": -1.0, "amount": 1.0, "move": 1.0, "hold": 0.0, "part": 0.0}


@lru_cache(maxsize=16)
def kinds_of_moves(compiled: CompiledScenario) -> Ints:
    """(M,) the group that each move belongs to."""
    group = np.array([_GROUP_OF[stance] for stance in STANCES])[compiled.stance]
    hidden = compiled.traits[:, TRAITS.index("guile")] > 0
    group = np.where((group == Group.TAKES) & hidden, Group.HIDES, group)
    group = np.where(compiled.repair == 1, Group.APOLOGISES, group)
    group = np.where(compiled.repair == 2, Group.DENIES, group)
    return np.where(compiled.leaves, Group.LEAVES, group).astype(np.int8)


def utility_of(
    compiled: CompiledScenario, party: int, persona: Persona, p: PlayerParameters = PLAYERS
) -> Utility:
    """What the things and changes of that scenario are worth to the persona at that party."""
    things = _things(compiled, party, persona, p)
    changes = _changes(compiled, party, persona, things, p)
    ends = np.array([_between(compiled, at) for at in range(len(compiled.changes))])
    return Utility(things, changes, np.where(changes > 0, ends[:, 1], ends[:, 0]))


def _things(
    compiled: CompiledScenario, party: int, persona: Persona, p: PlayerParameters
) -> Floats:
    likes, kind = persona.likes, kinds_of_moves(compiled)
    worth = np.zeros(len(compiled.elements))
    for name in PARTY_SHIFTS + SHARED_SHIFTS:
        negotiated = p.points_of_amount * compiled.per_amount[name][:, party]
        mine = compiled.shifts[name][:, party] + negotiated
        worth += p.worth_of_effect * likes.get(name, 0.0) * mine
    pulses = ("safety", "understanding", "internal_balance")
    for at, name in enumerate(pulses):
        worth += p.worth_of_effect * likes.get(name, 0.0) * compiled.ritual_pulses[:, party, at]
    for trait in ("candour", "guile"):
        at = TRAITS.index(trait)
        room = compiled.limit_high[:, party, at] - 1 + compiled.limit_low[:, party, at]
        worth += likes.get(trait, 0.0) * room
    # Allowing or forbidding a move is worth as much as the persona likes to play it.
    wish = p.worth_of_leave * likes.get("candour", 0.0) * (kind == Group.GIVES)
    wish = wish + p.worth_of_leave * likes.get("guile", 0.0) * (kind == Group.HIDES)
    grants = compiled.allows[:, party].astype(float) - compiled.forbids[:, party]
    worth += (grants * wish).sum(axis=1)
    worth += p.worth_of_people * likes.get("people", 0.0) * _is_chapter(compiled, "roles")
    worth += p.worth_of_moment * likes.get("reflection", 0.0) * _is_chapter(compiled, "script")
    return worth


def _is_chapter(compiled: CompiledScenario, chapter: str) -> Bools:
    return np.array([thing.chapter == chapter for thing in compiled.elements])


def _changes(
    compiled: CompiledScenario, party: int, persona: Persona, things: Floats, p: PlayerParameters
) -> Floats:
    changes, likes = compiled.changes, persona.likes
    worth = np.array([_SIGNS[change.action] * things[max(change.thing, 0)] for change in changes])
    held_by = np.array([c.holder if c.action == "hold" else NOBODY for c in changes])
    new = np.array([c.chapter == "script" and c.action == "adopt" for c in changes])
    return (
        worth
        + p.worth_of_holding * (held_by == party)
        + p.worth_of_sharing * likes.get("candour", 0.0) * (held_by == compiled.party_count)
        + p.worth_of_new * persona.opens_up * new
    )


def _between(compiled: CompiledScenario, at: int) -> tuple[float, float]:
    thing = compiled.changes[at].thing
    low, high = (compiled.elements[thing].between if thing != NOBODY else None) or (0, 0)
    return float(low), float(high)
