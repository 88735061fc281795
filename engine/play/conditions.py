"""Whether a condition of the script holds, for every game at once. Conditions are data."""

from collections.abc import Callable

import numpy as np

from engine.model.kernel import facing, risk
from engine.model.parameters import DEFAULTS
from engine.play.circumstances import circumstances
from engine.play.rows import some
from engine.play.state import NOBODY, World
from engine.play.tables import Bools, Floats, Ints, Tables
from engine.scenario.schema import Bound, Condition, Who
from engine.scenario.schema import Played as PlayedMove
from engine.scenario.vocabulary import OUTCOMES, STANCES, TRAITS

_GUILE = TRAITS.index("guile")
_RECIPROCAL = STANCES.index("reciprocal")


def holds(condition: Condition, tables: Tables, world: World, *, public: bool) -> Bools:
    """(G,) whether the condition holds.

    public: look at moves as the table saw them. What is said aloud must be judged so, or the
    text would give away what a party hides; the course of the play is judged by the truth.
    """
    result = np.ones(len(world.phase), dtype=bool)
    for name, measure in MEASURES.items():
        bound = getattr(condition, name)
        if bound is not None:
            result = result & _within(bound, measure, tables, world)
    if condition.move is not None:
        result = result & _moved(condition.move, tables, world, public)
    if condition.played is not None:
        result = result & _ever_moved(condition.played, tables, world, public)
    if condition.discovered is not None:
        found = some(world.last_discovered, 1)
        result = result & _by(condition.discovered, tables, found)
    if condition.slipped is not None:
        result = result & _by(condition.slipped, tables, world.last_slipped)
    for event in condition.happened:
        result = result & (world.happened[:, tables.events.index(event)] != NOBODY)
    for name in condition.in_force:
        result = result & world.in_force[:, tables.find_element(name)]
    for name in condition.not_in_force:
        result = result & ~world.in_force[:, tables.find_element(name)]
    if condition.outcome:
        result = result & np.isin(
            world.outcome, [OUTCOMES.index(each) for each in condition.outcome]
        )
    for part in condition.all:
        result = result & holds(part, tables, world, public=public)
    if condition.any:
        result = result & np.any(
            [holds(part, tables, world, public=public) for part in condition.any], axis=0
        )
    if condition.not_ is not None:
        result = result & ~holds(condition.not_, tables, world, public=public)
    return result


# What a condition can measure: (G, P) by party, or (G,) of the table; shares, or counts.
Measure = Callable[[Tables, World], Floats | Ints]


def _perceived_risk(tables: Tables, world: World) -> Floats:
    return facing(risk(world.alliance, circumstances(tables, world), DEFAULTS).perceived)


def _mean_value(tables: Tables, world: World) -> Floats:
    return world.alliance.value / np.maximum(world.round, 1)[:, None]


MEASURES: dict[str, Measure] = {
    "trust": lambda tables, world: facing(world.alliance.trust),
    "reliability": lambda tables, world: facing(world.alliance.reliability),
    "risk": _perceived_risk,
    "safety": lambda tables, world: world.alliance.safety,
    "value": _mean_value,
    "exposure": lambda tables, world: facing(world.alliance.exposure),
    "internal_balance": lambda tables, world: world.alliance.balance,
    "formal_overlap": lambda tables, world: world.alliance.formal,
    "understanding": lambda tables, world: world.alliance.understanding,
    "lock_in": lambda tables, world: world.alliance.lock_in,
    "round": lambda tables, world: world.round,
    "changes": lambda tables, world: world.changes,
}


def _within(bound: Bound, measure: Measure, tables: Tables, world: World) -> Bools:
    value = measure(tables, world)
    if value.ndim == 2:
        of = bound.of
        value = _mean(value) if of is None else value[:, tables.parties.index(of)]
    points = value if np.issubdtype(value.dtype, np.integer) else value * 100
    result = np.ones(len(points), dtype=bool)
    if bound.at_least is not None:
        result &= points >= bound.at_least
    if bound.at_most is not None:
        result &= points <= bound.at_most
    if bound.below is not None:
        result &= points < bound.below
    if bound.above is not None:
        result &= points > bound.above
    return result


def _mean(by_party: Floats | Ints) -> Floats:
    total: Floats = by_party.sum(axis=1) / by_party.shape[1]
    return total


def _moved(wanted: PlayedMove, tables: Tables, world: World, public: bool) -> Bools:
    played = world.last_move
    fits = played != NOBODY
    if wanted.is_:
        named = np.isin(played, [tables.moves.index(move) for move in wanted.is_])
        fits &= named & ~world.last_vetoed & (_is_open(tables, played) if public else True)
    if wanted.stance is not None:
        shown = (tables.face if public else tables.stance)[played]
        # What the own house stopped was not made: it came down to holding back.
        shown = np.where(world.last_vetoed, _RECIPROCAL, shown)
        fits &= shown == STANCES.index(wanted.stance)
    return _by(wanted, tables, fits)


def _ever_moved(wanted: PlayedMove, tables: Tables, world: World, public: bool) -> Bools:
    every_move = np.arange(len(tables.moves))
    fits = np.ones(len(every_move), dtype=bool)
    if wanted.is_:
        fits &= np.isin(every_move, [tables.moves.index(move) for move in wanted.is_])
        fits &= _is_open(tables, every_move) if public else True
    if wanted.stance is not None:
        fits &= (tables.face if public else tables.stance) == STANCES.index(wanted.stance)
    return _by(wanted, tables, some(world.used & fits, 2))


def _is_open(tables: Tables, played: Ints) -> Bools:
    return tables.traits[played, _GUILE] == 0.0


def _by(who: Who | PlayedMove, tables: Tables, by_party: Bools) -> Bools:
    if who.of is None:
        return some(by_party, 1)
    return by_party[:, tables.parties.index(who.of)]
