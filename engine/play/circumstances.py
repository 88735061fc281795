"""What the game in force does to the circumstances of a round: the rules of the game as numbers."""

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.model.arrays import columns, least, most, outer, spread
from engine.model.kernel import Circumstances
from engine.model.parameters import DEFAULTS, FORMS
from engine.play.state import NOBODY, World
from engine.play.tables import Bools, Floats, Ints, Tables


def current_decor(tables: Tables, world: World) -> Ints:
    """(G,) the element of the decor where the talks are now."""
    return np.where(world.decor == NOBODY, tables.phase_decor[world.phase], world.decor)


def alike(x: NDArray[Any]) -> NDArray[Any]:
    """The array of all games, or of one where they are all the same: most things mostly are."""
    return x[:1] if (x == x[:1]).all() else x


class Standing:
    """Which elements stand now, in force and, of the decors, the present one; asked one by one."""

    def __init__(self, tables: Tables, world: World) -> None:
        self._tables, self._world = tables, world

    def __call__(self, at: int) -> Bools:
        """(G,) whether the effect of that element stands; (1,) where it is so in all games."""
        if not self._tables.stands[at]:
            return np.zeros(1, dtype=bool)
        in_force = self._world.in_force[:, at]
        if self._tables.is_decor[at]:
            in_force = in_force & (self._decor == at)
        return alike(in_force)

    @cached_property
    def _decor(self) -> Ints:
        return alike(current_decor(self._tables, self._world))


def lasting(tables: Tables, world: World, at: int) -> Bools | None:
    """(G, P) on whom that event still works; None where it works on nobody."""
    happened = world.happened[:, at]
    active = (happened != NOBODY) & (world.round - happened < tables.event_lasts[at])
    if not active.any():
        return None
    befell = world.befell[:, at]
    everybody = active & (befell == tables.party_count)
    on = np.empty((len(active), tables.party_count), dtype=bool, order="F")
    for party, is_meant in enumerate(tables.event_only[at]):
        on[:, party] = active & (befell == party)
        if is_meant:
            on[:, party] |= everybody
    return on


def circumstances(tables: Tables, world: World) -> Circumstances:
    """The circumstances of the next round under the game in force.

    Each is (G, …), or (1, …) where it is the same in all games.
    """
    preset = FORMS[tables.scenario.form]
    stands = Standing(tables, world)
    events = [lasting(tables, world, at) for at in range(len(tables.events))]
    start = tables.scenario.starting_point
    base = np.zeros((1, tables.party_count))

    def shift(name: str) -> Floats:
        # One thing after the other: few weigh on any one shift, and the order stays the same.
        total = base
        for at in tables.weighing[name]:
            on = stands(at)
            if not on.any():
                continue
            weight = outer(on, tables.shifts[name][at])
            if tables.per_amount[name][at].any():
                weight = weight + outer(world.amount[:, at] * on, tables.per_amount[name][at])
            total = total + weight
        for at in np.flatnonzero(tables.event_shifts[name]):
            whom = events[at]
            if whom is not None:
                total = total + np.where(whom, tables.event_shifts[name][at], 0.0)
        return total

    def shared(name: str) -> Floats:
        # Elements weigh alike on every party here; an event on one party weighs on the table.
        return most(shift(name)) if name == "exit_cost" else _largest(shift(name))

    return Circumstances(
        pressure=_share(base + _start(start.pressure, DEFAULTS.pressure) + shift("pressure")),
        competition=_share(base + _competition(tables) + shift("competition")),
        safety_shift=shift("safety"),
        balance_shift=shift("internal_balance"),
        exposure_shift=shift("exposure"),
        formal_shift=shared("formal_overlap"),
        understanding_shift=shared("understanding"),
        detection_shift=shared("detection"),
        exit_cost=np.maximum(0.0, _start(start.exit_cost, preset.exit_cost) + shared("exit_cost")),
        exposure_rate=np.full(1, preset.exposure_rate),
        # What has been agreed on paper is what a party no longer decides alone (design choice).
        autonomy_cost=preset.autonomy_cost * world.alliance.formal,
    )


def limited(tables: Tables, world: World, traits: Floats) -> Floats:
    """(G, P, 8) the traits of the moves within the limits that the game in force sets."""
    stands = Standing(tables, world)
    result = traits
    for party, trait in tables.limited_traits:
        low, high = np.zeros(1), np.ones(1)
        for at in tables.limiting:
            on = stands(at)
            low = np.where(on, np.maximum(low, tables.limit_low[at, party, trait]), low)
            high = np.where(on, np.minimum(high, tables.limit_high[at, party, trait]), high)
        result = result.copy(order="K") if result is traits else result
        # Where two rules contradict each other, the ceiling wins.
        result[:, party, trait] = np.minimum(np.maximum(traits[:, party, trait], low), high)
    return result


def legal(tables: Tables, world: World, conditions_hold: Bools, moves: Ints) -> Bools:
    """(G, P, m) which of those moves (m,) each party may play at this table now.

    conditions_hold: (G, m) whether the moves' own conditions hold.
    """
    stands = Standing(tables, world)
    ruling = [(at, stands(at)) for at in tables.ruling]
    result = columns(world.used, moves)
    begun = world.round > 0
    for column, move in enumerate(moves):
        usable = conditions_hold[:, column] & tables.offered[world.phase, move]
        if tables.leaves[move]:
            usable = usable & begun
        for party in range(tables.party_count):
            if not tables.belongs[party, move]:
                result[:, party, column] = False
                continue
            used = result[:, party, column] if tables.once[move] else False
            may = usable & ~np.asarray(used)
            if tables.allows[:, party, move].any():
                grants = [on for at, on in ruling if tables.allows[at, party, move]]
                may = may & np.logical_or.reduce(np.broadcast_arrays(*grants, usable[:1] & False))
            for at, on in ruling:
                if tables.forbids[at, party, move]:
                    may = may & ~on
            result[:, party, column] = may
    return result & has_needed_prop(tables, world, moves)


def has_needed_prop(tables: Tables, world: World, moves: Ints) -> Bools:
    """(G, P, m) whether the party can lay hands on the prop that each move needs, if any."""
    every = np.ones((1, tables.party_count, len(moves)), dtype=bool)
    wanting = np.flatnonzero(tables.needs[moves] != NOBODY)
    if not len(wanting):
        return every
    at_hand = spread(every[0], len(world.phase))
    for at in wanting:
        prop = tables.needs[moves[at]]
        holder = world.holder[:, prop]
        for party in range(tables.party_count):
            mine = (holder == party) | (holder == tables.party_count)
            at_hand[:, party, at] = world.in_force[:, prop] & mine
    return at_hand


def face_stance(tables: Tables, world: World) -> Ints:
    """(G, P) index in STANCES of what each party seemed to play last, NOBODY before that."""
    return np.where(world.last_move == NOBODY, NOBODY, tables.face[world.last_move])


def _start(points: int | None, default: float) -> float:
    return default if points is None else points / 100


def _competition(tables: Tables) -> Floats:
    shared = tables.scenario.starting_point.competition
    parties = tables.scenario.parties.values()
    return np.array(
        [
            _start(shared if p.competitive is None else p.competitive, DEFAULTS.competition)
            for p in parties
        ]
    )


def _share(value: Floats) -> Floats:
    return np.minimum(np.maximum(value, 0.0), 1.0)


def _largest(value: Floats) -> Floats:
    low, high = least(value), most(value)
    return np.where(np.abs(low) > np.abs(high), low, high)
