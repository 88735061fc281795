"""How the present rules of the game affect the circumstances of a round, as numbers."""

from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.model.arrays import broadcast_games, max_last_axis, min_last_axis, outer, take_columns
from engine.model.kernel import Circumstances
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.rows import any_along
from engine.play.state import NOBODY, World


def current_decor(compiled: CompiledScenario, world: World) -> Ints:
    """(G,) the element of the decor where the talks are now.

    Where the players moved the table to, there it stays; a side talk is held where the script says.
    """
    as_written = (world.decor == NOBODY) | compiled.is_apart[world.phase]
    return np.where(as_written, compiled.phase_decor[world.phase], world.decor)


def collapse_uniform(x: NDArray[Any]) -> NDArray[Any]:
    """The array of all games, or of one if they are all the same, as is usual."""
    return x[:1] if (x == x[:1]).all() else x


class Standing:
    """Which elements stand now: those in force, and the present decor. Each is looked up once."""

    def __init__(self, compiled: CompiledScenario, world: World) -> None:
        self._compiled, self._world = compiled, world
        self._known: dict[int, Bools] = {}

    def __call__(self, at: int) -> Bools:
        """(G,) whether the effect of that element stands; (1,) if the same in all games."""
        if at not in self._known:
            self._known[at] = self._look_up(at)
        return self._known[at]

    def somewhere(self, at: int) -> bool:
        """Whether it stands in any of the games."""
        return self._anywhere[at]

    @cached_property
    def _anywhere(self) -> list[bool]:
        """(E,) which of the elements stand in any of the games."""
        compiled, world = self._compiled, self._world
        standing = any_along(world.in_force, 0) & compiled.stands
        for at in np.flatnonzero(standing & compiled.is_decor).tolist():
            standing[at] = self(at).any()
        found: list[bool] = standing.tolist()
        return found

    def _look_up(self, at: int) -> Bools:
        if not self._compiled.stands[at]:
            return np.zeros(1, dtype=bool)
        in_force = self._world.in_force[:, at]
        if self._compiled.is_decor[at]:
            in_force = in_force & (self._decor == at)
        return collapse_uniform(in_force)

    @cached_property
    def _decor(self) -> Ints:
        return collapse_uniform(current_decor(self._compiled, self._world))


def lasting(compiled: CompiledScenario, world: World, at: int) -> Bools | None:
    """(G, P) on whom that event still works; None where it works on nobody."""
    happened = world.happened[:, at]
    active = (happened != NOBODY) & (world.round - happened < compiled.event_lasts[at])
    if not active.any():
        return None
    befell = world.befell[:, at]
    everybody = active & (befell == compiled.party_count)
    on = np.empty((len(active), compiled.party_count), dtype=bool, order="F")
    for party, is_meant in enumerate(compiled.event_only[at]):
        on[:, party] = active & (befell == party)
        if is_meant:
            on[:, party] |= everybody
    return on


class _Given(NamedTuple):
    """What weighs on the circumstances in any play of a scenario, and where they start."""

    nothing: Floats  # (1, P)
    pressure: Floats  # (1, P)
    competition: Floats  # (1, P)
    exit_cost: float
    # By name of a shift, each element with its weight (P,) and that of each point of its amount.
    elements: dict[str, tuple[tuple[int, Floats, Floats | None], ...]]
    of_events: dict[str, tuple[tuple[int, Floats], ...]]  # by name of a shift, with its weight (P,)
    events: tuple[int, ...]  # those that weigh on anything


# Room for the scenarios of a hall.
@lru_cache(maxsize=64)
def _given(compiled: CompiledScenario) -> _Given:
    nothing = np.zeros((1, compiled.party_count))
    start, p = compiled.scenario.starting_point, compiled.parameters
    of_events = {
        name: tuple((int(at), compiled.event_shifts[name][at]) for at in some)
        for name, some in compiled.event_weighing.items()
    }
    return _Given(
        nothing,
        nothing + _start(start.pressure, p.pressure),
        nothing + _competition(compiled),
        _start(start.exit_cost, compiled.form.exit_cost),
        {
            name: tuple(
                (int(at), compiled.shifts[name][at], each if each.any() else None)
                for at in some
                for each in [compiled.per_amount[name][at]]
            )
            for name, some in compiled.weighing.items()
        },
        of_events,
        tuple(sorted({at for some in of_events.values() for at, _ in some})),
    )


def circumstances(compiled: CompiledScenario, world: World) -> Circumstances:
    """The circumstances of the next round under the game in force.

    Each is (G, …), or (1, …) if it is the same in all games.
    """
    return (_of_play if len(world.phase) == 1 else _circumstances)(compiled, world)


# In a live play every seat, many a line and the measures ask the same: room for a hall.
@lru_cache(maxsize=128)
def _of_play(compiled: CompiledScenario, world: World) -> Circumstances:
    return _circumstances(compiled, world)


def _circumstances(compiled: CompiledScenario, world: World) -> Circumstances:
    stands, given = Standing(compiled, world), _given(compiled)
    happened = any_along(world.happened != NOBODY, 0).tolist()
    events = {at: lasting(compiled, world, at) for at in given.events if happened[at]}
    base, preset = given.nothing, compiled.form

    def shift(name: str) -> Floats:
        # One after the other: few elements affect any one shift, and the order stays the same.
        total = base
        for at, weight_of, per_point in given.elements[name]:
            if not stands.somewhere(at):
                continue
            on = stands(at)
            weight = outer(on, weight_of)
            if per_point is not None:
                weight = weight + outer(world.amount[:, at] * on, per_point)
            total = total + weight
        for at, weight_of in given.of_events[name]:
            whom = events.get(at)
            if whom is not None:
                total = total + np.where(whom, weight_of, 0.0)
        return total

    def shared(name: str) -> Floats:
        # Elements affect every party alike here; an event for one party affects the whole table.
        return max_last_axis(shift(name)) if name == "exit_cost" else _largest(shift(name))

    return Circumstances(
        pressure=_share(given.pressure + shift("pressure")),
        competition=_share(given.competition + shift("competition")),
        safety_shift=_less_where_frozen(compiled, world, shift("safety")),
        internal_balance_shift=shift("internal_balance"),
        exposure_shift=shift("exposure"),
        formal_overlap_shift=shared("formal_overlap"),
        understanding_shift=shared("understanding"),
        detection_shift=shared("detection"),
        exit_cost=np.maximum(0.0, given.exit_cost + shared("exit_cost")),
        exposure_rate=np.full(1, preset.exposure_rate),
        # A party no longer decides alone about what has been agreed on paper (design choice).
        autonomy_cost=preset.autonomy_cost * world.alliance.formal_overlap,
    )


def _less_where_frozen(compiled: CompiledScenario, world: World, safety: Floats) -> Floats:
    """(G, P) the shift of safety, of who just froze the talks less: it keeps its cards close."""
    frozen = world.froze == world.round[:, None]
    if not frozen.any():
        return safety
    return np.where(frozen, safety - compiled.confronting.closed, safety)


def limited(compiled: CompiledScenario, world: World, traits: Floats) -> Floats:
    """(G, P, 8) the traits of the moves within the limits that the game in force sets."""
    stands = Standing(compiled, world)
    result = traits
    for party, trait in compiled.limited_traits:
        low, high = np.zeros(1), np.ones(1)
        for at in compiled.limiting:
            on = stands(at)
            low = np.where(on, np.maximum(low, compiled.limit_low[at, party, trait]), low)
            high = np.where(on, np.minimum(high, compiled.limit_high[at, party, trait]), high)
        result = result.copy(order="K") if result is traits else result
        # Where two rules contradict each other, the ceiling wins.
        result[:, party, trait] = np.minimum(np.maximum(traits[:, party, trait], low), high)
    return result


def legal(compiled: CompiledScenario, world: World, conditions_hold: Bools, moves: Ints) -> Bools:
    """(G, P, m) which of those moves (m,) each party may play at this table now.

    conditions_hold: (G, P, m) whether the moves' own conditions hold for each party.
    """
    stands = Standing(compiled, world)
    ruling = [(at, stands(at)) for at in compiled.ruling]
    result = take_columns(world.used, moves)
    begun = world.round > 0
    for column, move in enumerate(moves):
        offered = compiled.offered[world.phase, move]
        if compiled.leaves[move]:
            offered = offered & begun
        for party in range(compiled.party_count):
            if not compiled.belongs[party, move]:
                result[:, party, column] = False
                continue
            usable = conditions_hold[:, party, column] & offered
            if compiled.has_rooms:
                usable = usable & compiled.in_reach[world.phase, party, move]
            if compiled.is_aimed and not compiled.aims[move].all():  # not with whoever left
                usable = usable & any_along(compiled.aims[move] & ~world.left, 1)
            used = result[:, party, column] if compiled.once[move] else False
            may = usable & ~np.asarray(used)
            if compiled.allows[:, party, move].any():
                grants = [on for at, on in ruling if compiled.allows[at, party, move]]
                may = may & np.logical_or.reduce(np.broadcast_arrays(*grants, usable[:1] & False))
            for at, on in ruling:
                if compiled.forbids[at, party, move]:
                    may = may & ~on
            result[:, party, column] = may
    return result & has_needed_prop(compiled, world, moves)


def just_done(compiled: CompiledScenario, world: World, moves: Ints) -> Bools:
    """(G, P, m) whether the party did that in the round before, and it is no thing to repeat."""
    done = (world.last_move[:, :, None] == moves) & ~world.last_vetoed[:, :, None]
    return done & ~compiled.again[moves]


def has_needed_prop(compiled: CompiledScenario, world: World, moves: Ints) -> Bools:
    """(G, P, m) whether the party has access to the prop that each move needs, if any."""
    every = np.ones((1, compiled.party_count, len(moves)), dtype=bool)
    wanting = np.flatnonzero(compiled.needs[moves] != NOBODY)
    if not len(wanting):
        return every
    at_hand = broadcast_games(every[0], len(world.phase))
    for at in wanting:
        prop = compiled.needs[moves[at]]
        holder = world.holder[:, prop]
        for party in range(compiled.party_count):
            mine = (holder == party) | (holder == compiled.party_count)
            at_hand[:, party, at] = world.in_force[:, prop] & mine
    return at_hand


def face_stance(compiled: CompiledScenario, world: World) -> Ints:
    """(G, P) index in STANCES of what each party seemed to play last, NOBODY before that."""
    return np.where(world.last_move == NOBODY, NOBODY, compiled.face[world.last_move])


def _start(points: int | None, default: float) -> float:
    return default if points is None else points / 100


def _competition(compiled: CompiledScenario) -> Floats:
    shared, default = compiled.scenario.starting_point.competition, compiled.parameters.competition
    parties = compiled.scenario.parties.values()
    return np.array(
        [_start(shared if p.competitive is None else p.competitive, default) for p in parties]
    )


def _share(value: Floats) -> Floats:
    return np.minimum(np.maximum(value, 0.0), 1.0)


def _largest(value: Floats) -> Floats:
    low, high = min_last_axis(value), max_last_axis(value)
    return np.where(np.abs(low) > np.abs(high), low, high)
