"""What the game in force does to the circumstances of a round: the rules of the game as numbers."""

import numpy as np

from engine.model.kernel import Circumstances
from engine.model.parameters import DEFAULTS, FORMS
from engine.play.rows import some
from engine.play.state import NOBODY, World
from engine.play.tables import Bools, Floats, Ints, Tables


def current_decor(tables: Tables, world: World) -> Ints:
    """(G,) the element of the decor where the talks are now."""
    return np.where(world.decor == NOBODY, tables.phase_decor[world.phase], world.decor)


def standing(tables: Tables, world: World) -> Bools:
    """(G, E) the elements whose effect stands now: in force, and of the decors the present one."""
    here = np.arange(len(tables.elements)) == current_decor(tables, world)[:, None]
    return world.in_force & tables.stands & (here | ~tables.is_decor)


def lasting(tables: Tables, world: World) -> Bools:
    """(G, V, P) the events that still work, and on whom."""
    rounds_ago = world.round[:, None] - world.happened
    active = (world.happened != NOBODY) & (rounds_ago < tables.event_lasts)
    party = np.arange(tables.party_count)
    befell = world.befell[:, :, None]
    on = (befell == party) | ((befell == tables.party_count) & tables.event_only)
    return active[:, :, None] & on


def circumstances(tables: Tables, world: World) -> Circumstances:
    """The circumstances of the next round under the game in force."""
    preset = FORMS[tables.scenario.form]
    elements, events = standing(tables, world), lasting(tables, world)
    games, parties = world.last_move.shape
    start = tables.scenario.starting_point
    base = np.zeros((games, parties))

    def shift(name: str) -> Floats:
        # One thing after the other: few weigh on any one shift, and the order stays the same.
        total = base
        for at in tables.weighing[name]:
            weight = (
                tables.shifts[name][at] + world.amount[:, at, None] * tables.per_amount[name][at]
            )
            total = total + np.where(elements[:, at, None], weight, 0.0)
        for at in np.flatnonzero(tables.event_shifts[name]):
            total = total + np.where(events[:, at], tables.event_shifts[name][at], 0.0)
        return total

    def shared(name: str) -> Floats:
        # Elements weigh alike on every party here; an event on one party weighs on the table.
        return shift(name).max(axis=1) if name == "exit_cost" else _largest(shift(name))

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
        exposure_rate=np.full(games, preset.exposure_rate),
        # What has been agreed on paper is what a party no longer decides alone (design choice).
        autonomy_cost=preset.autonomy_cost * world.alliance.formal,
    )


def limited(tables: Tables, world: World, traits: Floats) -> Floats:
    """(G, P, 8) the traits of the moves within the limits that the game in force sets."""
    elements = standing(tables, world)
    low, high = np.zeros(traits.shape), np.ones(traits.shape)
    for at in tables.limiting:
        on = elements[:, at, None, None]
        low = np.where(on, np.maximum(low, tables.limit_low[at]), low)
        high = np.where(on, np.minimum(high, tables.limit_high[at]), high)
    # Where two rules contradict each other, the ceiling wins.
    return np.minimum(np.maximum(traits, low), high)


def legal(tables: Tables, world: World, conditions_hold: Bools) -> Bools:
    """(G, P, M) the moves that each party may play at this table now.

    conditions_hold: (G, M) whether the moves' own conditions hold.
    """
    elements = standing(tables, world)
    forbidden = np.zeros((len(world.phase), *tables.belongs.shape), dtype=bool)
    allowed = forbidden | ~some(tables.allows, 0)
    for at in tables.ruling:
        on = elements[:, at, None, None]
        forbidden |= on & tables.forbids[at]
        allowed |= on & tables.allows[at]
    offered = tables.offered[world.phase][:, None, :] & tables.belongs
    unused = ~(world.used & tables.once)
    in_time = ~tables.leaves | (world.round > 0)[:, None]
    return (
        offered
        & allowed
        & ~forbidden
        & unused
        & has_needed_prop(tables, world)
        & (conditions_hold & in_time)[:, None, :]
    )


def has_needed_prop(tables: Tables, world: World) -> Bools:
    """(G, P, M) whether the party can lay hands on the prop that the move needs, if any."""
    needed = tables.needs
    holder = world.holder[:, needed][:, None, :]
    mine = holder == np.arange(tables.party_count)[:, None]
    present = world.in_force[:, needed][:, None, :]
    at_hand = present & (mine | (holder == tables.party_count))
    return (needed == NOBODY) | at_hand


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
    low, high = value.min(axis=1), value.max(axis=1)
    return np.where(np.abs(low) > np.abs(high), low, high)
