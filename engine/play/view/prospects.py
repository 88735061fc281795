"""What a change of the game would bring, as the seat that looks at it may know.

The rules of a game are known to whoever plays it: what they weigh, and which moves they allow or
forbid. Which moves those are is told only of one's own, and by name only of those that were seen;
of another party that some open up or close. Nothing here looks at what happened out of sight.
"""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from engine.play.circumstances import current_decor
from engine.play.compiled import PULSES, SHIFTS, Bools, Change, CompiledScenario, Floats
from engine.play.rules import apply_change, kept_from
from engine.play.state import NOBODY, World
from engine.play.view.records import Brings, LimitSeen, Moves, Shift
from engine.scenario.vocabulary import TRAITS


def brings(
    compiled: CompiledScenario, world: World, seat: str, change: Change, amount: int | None = None
) -> Brings:
    """What that change would bring, other than parting; amount: the one proposed, if it has one."""
    party = compiled.parties.index(seat)
    asked = np.array([0 if amount is None else amount])
    after = apply_change(compiled, world, change, np.array([True]), asked)
    opens: list[Moves] = []
    closes: list[Moves] = []
    for at in range(compiled.party_count):
        now = _permitted(compiled, world, party, at)
        then = _permitted(compiled, after, party, at)
        if change.action == "amount" and amount is None:
            then = now
        opens += _moves(compiled, world, party, at, then & ~now)
        closes += _moves(compiled, world, party, at, now & ~then)
    return Brings(
        opens=tuple(opens),
        closes=tuple(closes),
        shifts=tuple(_shifts(compiled, world, change, amount)),
        limits=tuple(_limits(compiled, party, change)),
        amount_of=_amount_of(compiled, change),
        rounds=_rounds(compiled, world, change, amount),
    )


# --- which moves ----------------------------------------------------------------------------------


def _permitted(compiled: CompiledScenario, world: World, seat: int, party: int) -> Bools:
    """(M,) the moves that the game still has in store for that party, as far as the seat knows."""
    known = ~kept_from(compiled, world, seat)[0]
    stands = world.in_force[0] & known & compiled.stands
    stands &= ~compiled.is_decor | (np.arange(len(stands)) == current_decor(compiled, world)[0])
    allows, forbids = compiled.allows[:, party], compiled.forbids[:, party]
    may = _ahead(compiled, world) & compiled.belongs[party]
    may &= ~allows.any(axis=0) | allows[stands].any(axis=0)
    may &= ~forbids[stands].any(axis=0)
    at_hand = stands & ((world.holder[0] == party) | (world.holder[0] == compiled.party_count))
    may &= (compiled.needs == NOBODY) | at_hand[compiled.needs]
    # What another party used up of its own, only that party knows.
    return may & ~(compiled.once & world.used[0, party]) if party == seat else may


def _ahead(compiled: CompiledScenario, world: World) -> Bools:
    """(M,) the moves of the phases that are still to come, the present one included."""
    here = int(world.phase[0])
    phases = compiled.leads_to[here] & world.in_force[0, compiled.phase_element]
    phases[here] = world.phase_round[0] < world.amount[0, compiled.phase_element[here]]
    offered: Bools = compiled.offered[phases].any(axis=0)
    return offered


def _moves(
    compiled: CompiledScenario, world: World, seat: int, party: int, which: Bools
) -> Iterator[Moves]:
    if not which.any():
        return
    name = compiled.parties[party]
    if party != seat:
        yield Moves(name, own=False)
        return
    seen = which & compiled.offered[world.visited[0]].any(axis=0)
    titles = tuple(compiled.scenario.moves[compiled.moves[at]].title for at in np.flatnonzero(seen))
    yield Moves(name, own=True, titles=titles, unseen=int(which.sum() - seen.sum()))


# --- which numbers --------------------------------------------------------------------------------


def _shifts(
    compiled: CompiledScenario, world: World, change: Change, amount: int | None
) -> Iterator[Shift]:
    """What it weighs; of a place, what it weighs to be there."""
    thing, sign = change.thing, -1 if change.action == "drop" else 1
    if change.action == "hold":
        return
    if change.action == "amount":
        more = 0 if amount is None else amount - int(world.amount[0, thing])
        for name in SHIFTS:
            yield from _shift(compiled, name, more * compiled.per_amount[name][thing])
        return
    if compiled.stands[thing]:
        number = world.amount[0, thing]
        for name in SHIFTS:
            weight = compiled.shifts[name][thing] + number * compiled.per_amount[name][thing]
            yield from _shift(compiled, name, sign * weight)
        return
    each: Literal["round", "phase"] = "phase" if compiled.ritual_opens_phase[thing] else "round"
    for column, name in enumerate(PULSES):
        for shift in _shift(compiled, name, sign * compiled.ritual_pulses[thing, :, column]):
            yield Shift(shift.name, shift.points, shift.party, each)


def _shift(compiled: CompiledScenario, name: str, weight: Floats) -> Iterator[Shift]:
    """Once for all where it is the same for every party, or for each on whom it works."""
    points = [round(100 * float(each)) for each in weight]
    if len(set(points)) == 1:
        if points[0]:
            yield Shift(name, points[0])
        return
    for party, number in zip(compiled.parties, points, strict=True):
        if number:
            yield Shift(name, number, party)


def _limits(compiled: CompiledScenario, party: int, change: Change) -> Iterator[LimitSeen]:
    if change.action not in ("adopt", "drop", "move"):
        return
    low, high = compiled.limit_low[change.thing, party], compiled.limit_high[change.thing, party]
    for trait, least, most in zip(TRAITS, low, high, strict=True):
        if least > 0 or most < 1:
            bounds = round(100 * float(least)), round(100 * float(most))
            yield LimitSeen(trait, *bounds, lifted=change.action == "drop")


def _amount_of(compiled: CompiledScenario, change: Change) -> str | None:
    """What the number of a rule is the number of."""
    if change.action != "amount":
        return None
    return next((name for name in SHIFTS if compiled.per_amount[name][change.thing].any()), None)


def _rounds(compiled: CompiledScenario, world: World, change: Change, amount: int | None) -> int:
    """The rounds that the talks have more, or fewer."""
    if change.chapter != "script":
        return 0
    now = int(world.amount[0, change.thing])
    if change.action == "amount":
        return 0 if amount is None else amount - now
    return now if change.action == "adopt" else -now
