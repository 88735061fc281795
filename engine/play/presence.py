"""Who is still at the table, for every game at once: talks can go on when one party has left."""

import numpy as np

from engine.model.kernel import Alliance, Circumstances, leave
from engine.model.records import replace
from engine.model.seated import leave_the_others
from engine.play.compiled import Bools, CompiledScenario
from engine.play.state import World


def is_broken_off(compiled: CompiledScenario, left: Bools) -> Bools:
    """(G,) whether so many have left (G, P) that the talks end for all."""
    stay: Bools = (~left).sum(axis=1) < compiled.fewest
    return stay


def still_there(compiled: CompiledScenario, world: World) -> Bools | None:
    """(G, P) who is at the table; None where nobody is missing in any of the games.

    Where the talks ended because too many left, they ended for all, and nobody is missing.
    """
    return there_without(compiled, world.left)


def there_without(compiled: CompiledScenario, left: Bools) -> Bools | None:
    """The same, by who has left (G, P)."""
    if compiled.fewest == compiled.party_count or not left.any():
        return None
    missing = left & ~is_broken_off(compiled, left)[:, None]
    return ~missing if missing.any() else None


def is_company(compiled: CompiledScenario, world: World) -> Bools:
    """(G, phases) whether at least two of those who belong in a phase are still there."""
    if compiled.fewest == compiled.party_count or not compiled.has_rooms:
        return np.ones((1, len(compiled.phases)), dtype=bool)
    company: Bools = (compiled.present & ~world.left[:, None]).sum(axis=2) >= 2
    return company


def depart(
    compiled: CompiledScenario, world: World, alliance: Alliance, now: Circumstances, walks: Bools
) -> Alliance:
    """The alliance after some (G, P) of those who are still there walk out: it breaks, or the
    others go on in it.
    """
    if not walks.any():
        return alliance
    ends = is_broken_off(compiled, world.left | walks)[:, None]
    broken = leave(alliance, now, walks & ends, compiled.parameters)
    if compiled.fewest == compiled.party_count:
        return broken
    # Whoever left before has paid for it.
    broken = replace(broken, value=np.where(world.left, alliance.value, broken.value))
    return leave_the_others(broken, now, walks & ~ends, ~world.left, compiled.parameters)


def goes_on_without(compiled: CompiledScenario, world: World, party: str) -> bool:
    """Whether the others go on in one play if that party leaves now."""
    left = world.left[:1].copy()
    left[:, compiled.parties.index(party)] = True
    return not is_broken_off(compiled, left)[0]
