"""What the things of a scenario mean to a persona: what moves are for, what changes are worth."""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from engine.play.state import NOBODY
from engine.play.tables import PARTY_SHIFTS, SHARED_SHIFTS, Bools, Floats, Ints, Tables
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


class Taste(NamedTuple):
    """What it is worth to a persona at one party, and what it would rather see."""

    things: Floats  # (E,) that a thing is in force
    changes: Floats  # (C,) what a change brings: a thing adopted, or minus that of one lost
    wanted: Floats  # (C,) the end of the range of a negotiated amount


_GROUP_OF = {
    "trust-building": Group.GIVES, "reciprocal": Group.RECIPROCATES, "opportunistic": Group.TAKES,
}  # fmt: skip
_SIGNS = {"adopt": 1.0, "drop": -1.0, "amount": 1.0, "move": 1.0, "hold": 0.0, "part": 0.0}


@lru_cache(maxsize=16)
def kinds_of_moves(tables: Tables) -> Ints:
    """(M,) the group that each move belongs to."""
    group = np.array([_GROUP_OF[stance] for stance in STANCES])[tables.stance]
    hidden = tables.traits[:, TRAITS.index("guile")] > 0
    group = np.where((group == Group.TAKES) & hidden, Group.HIDES, group)
    group = np.where(tables.repair == 1, Group.APOLOGISES, group)
    group = np.where(tables.repair == 2, Group.DENIES, group)
    return np.where(tables.leaves, Group.LEAVES, group).astype(np.int8)


def taste_of(tables: Tables, party: int, persona: Persona) -> Taste:
    """What the things and changes of that scenario are worth to the persona at that party."""
    things = _things(tables, party, persona)
    changes = _changes(tables, party, persona, things)
    ends = np.array([_between(tables, at) for at in range(len(tables.changes))])
    return Taste(things, changes, np.where(changes > 0, ends[:, 1], ends[:, 0]))


def _things(tables: Tables, party: int, persona: Persona) -> Floats:
    likes, kind = persona.likes, kinds_of_moves(tables)
    worth = np.zeros(len(tables.elements))
    for name in PARTY_SHIFTS + SHARED_SHIFTS:
        mine = tables.shifts[name][:, party] + 20 * tables.per_amount[name][:, party]
        worth += 5 * likes.get(name, 0.0) * mine
    pulses = ("safety", "understanding", "internal_balance")
    for at, name in enumerate(pulses):
        worth += 5 * likes.get(name, 0.0) * tables.ritual_pulses[:, party, at]
    for trait in ("candour", "guile"):
        at = TRAITS.index(trait)
        room = tables.limit_high[:, party, at] - 1 + tables.limit_low[:, party, at]
        worth += likes.get(trait, 0.0) * room
    # What a rule allows or forbids is worth what the persona would do with it.
    wish = 0.3 * likes.get("candour", 0.0) * (kind == Group.GIVES)
    wish = wish + 0.3 * likes.get("guile", 0.0) * (kind == Group.HIDES)
    grants = tables.allows[:, party].astype(float) - tables.forbids[:, party]
    worth += (grants * wish).sum(axis=1)
    worth += 0.2 * likes.get("people", 0.0) * _is_chapter(tables, "roles")
    worth += 0.3 * likes.get("reflection", 0.0) * _is_chapter(tables, "script")
    return worth


def _is_chapter(tables: Tables, chapter: str) -> Bools:
    return np.array([thing.chapter == chapter for thing in tables.elements])


def _changes(tables: Tables, party: int, persona: Persona, things: Floats) -> Floats:
    changes, likes = tables.changes, persona.likes
    worth = np.array([_SIGNS[change.action] * things[max(change.thing, 0)] for change in changes])
    held_by = np.array([c.holder if c.action == "hold" else NOBODY for c in changes])
    new = np.array([c.chapter == "script" and c.action == "adopt" for c in changes])
    return (
        worth
        + 0.15 * (held_by == party)
        + 0.2 * likes.get("candour", 0.0) * (held_by == tables.party_count)
        + 0.4 * persona.opens_up * new
    )


def _between(tables: Tables, at: int) -> tuple[float, float]:
    thing = tables.changes[at].thing
    low, high = (tables.elements[thing].between if thing != NOBODY else None) or (0, 0)
    return float(low), float(high)
