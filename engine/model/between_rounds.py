"""What happens between rounds: reflection, talk of trust, people and partners who leave."""

import numpy as np

from engine.model.arrays import Bools, Floats, min_last_axis, off_diagonal, sum_last_axis
from engine.model.parameters import DEFAULTS, Parameters
from engine.model.records import replace
from engine.model.state import (
    PROVEN,
    Alliance,
    Circumstances,
    Luck,
    Reflected,
    effective,
    frozen_where_over,
)

# Of a reflection moment: differences, bottlenecks, alternatives, decision.
STEPS = 4


def reflect(
    alliance: Alliance,
    steps_done: Floats,
    openness: Floats,
    circumstances: Circumstances,
    luck: Luck,
    parameters: Parameters = DEFAULTS,
) -> tuple[Alliance, Reflected]:
    """The alliance after a reflection moment, and what it did.

    steps_done: (G,) 0..4. openness: (G, P) of what each party said. Quality depends on the least
    safe and open voice: reflect_quality * steps / 4 * sqrt(min(safety * openness)). Trust grows
    by quality; diversity that shows where it is not safe or understood costs trust. Diversity
    itself stays as it is (theses 4 and 5).
    """
    p, now = parameters, effective(alliance, circumstances)
    parties = alliance.safety.shape[1]
    depth = steps_done / STEPS
    quality = p.reflect_quality * depth * np.sqrt(min_last_axis(now.safety * openness))
    unease = 1.0 - sum_last_axis(now.safety) / parties
    rub = p.friction * depth * alliance.diversity * (1.0 - now.understanding) * unease
    room = np.maximum(alliance.ceiling - alliance.trust, 0.0)
    rubbed = -rub[:, None, None] * alliance.trust
    trust = alliance.trust + p.reflect_trust * quality[:, None, None] * room + rubbed
    came_out = luck.surface < (p.surfacing * quality)[:, None, None]
    talked = replace(
        alliance,
        trust=trust,
        safety=alliance.safety + p.safety_gain * quality[:, None] * (1.0 - alliance.safety),
        understanding=alliance.understanding
        + p.reflect_understanding * quality * (1.0 - alliance.understanding),
        lock_in=alliance.lock_in * (1.0 - p.unlocking * quality),
        previous=alliance.previous * (1.0 - p.forgetting * quality)[:, None],
        value=alliance.value - p.reflect_cost * depth[:, None],
    )
    after, surfaced = surface(talked, came_out, p)
    lost = after.trust - talked.trust
    after = frozen_where_over(after, alliance)
    going = alliance.alive[:, None, None]
    return after, Reflected(
        quality=np.where(alliance.alive, quality, 0.0),
        trust_change=after.trust - alliance.trust,
        rubbed=np.where(going, rubbed, 0.0),
        came_out=np.where(going, lost, 0.0),
        surfaced=surfaced,
    )


def surface(
    alliance: Alliance, who: Bools, parameters: Parameters = DEFAULTS
) -> tuple[Alliance, Bools]:
    """The alliance after i learns of j's hidden guile, and where there was any.

    who: (G, P, P). It lowers the ceiling like any discovery, and trust less than being caught.
    """
    p = parameters
    found = who & (alliance.hidden > 0.0) & alliance.alive[:, None, None]
    ceiling = np.where(found, alliance.ceiling * (1.0 - p.scar), alliance.ceiling)
    hurt = alliance.trust * (1.0 - p.confessed * p.trust_loss) - alliance.denied
    trust = np.where(found, np.maximum(hurt, 0.0), alliance.trust)
    return replace(
        alliance,
        trust=np.minimum(trust, ceiling),
        ceiling=ceiling,
        hidden=np.where(found, 0.0, alliance.hidden),
        denied=np.where(found, 0.0, alliance.denied),
        breach=np.where(found, np.int8(PROVEN), alliance.breach),
    ), found


def speak_of_trust(alliance: Alliance, who: Bools, parameters: Parameters = DEFAULTS) -> Alliance:
    """The alliance after some (G, P) bring up trust: the others hear distrust in it.

    The harm is trust_talk * (1 - safety) of i's trust in j; none where i speaks too.
    """
    alone = who[:, None, :] & ~who[:, :, None] & alliance.alive[:, None, None]
    doubt = parameters.trust_talk * (1.0 - alliance.safety)[:, :, None]
    return replace(alliance, trust=alliance.trust * np.where(alone, 1.0 - doubt, 1.0))


def turnover(alliance: Alliance, who: Bools, parameters: Parameters = DEFAULTS) -> Alliance:
    """The alliance after the negotiators of some parties (G, P) are replaced by newcomers.

    Trust from and in them falls to a newcomer's level, and shared understanding is lost as far as
    no contract holds it. Distrust stays as it was: a newcomer is sent by the same organisation.
    Reliability and the contract stay too: they belong to the organisations.
    """
    p = parameters
    pair = (who[:, :, None] | who[:, None, :]) & off_diagonal(who.shape[1])
    fresh = p.newcomer_trust + p.handed_over * (alliance.trust - p.newcomer_trust)
    unwritten = 1.0 - alliance.formal_overlap
    remembered = 1.0 - (1.0 - p.handed_over) * unwritten
    after = replace(
        alliance,
        trust=np.where(pair, np.minimum(fresh, alliance.trust), alliance.trust),
        safety=np.where(who, 0.5 * (alliance.safety + p.safety), alliance.safety),
        understanding=np.where(
            who.any(axis=1), alliance.understanding * remembered, alliance.understanding
        ),
        value=alliance.value - np.where(who, (p.turnover_cost * unwritten)[:, None], 0.0),
    )
    return frozen_where_over(after, alliance)


def leave(
    alliance: Alliance,
    circumstances: Circumstances,
    who: Bools,
    parameters: Parameters = DEFAULTS,
) -> Alliance:
    """The alliance after some parties (G, P) walk out: it breaks and each partner pays.

    The price is sunk: a break cost and the exit cost of the circumstances (Parkhe 1998).
    """
    breaks = alliance.alive & who.any(axis=1)
    price = np.where(breaks, parameters.break_cost + circumstances.exit_cost, 0.0)
    return replace(alliance, value=alliance.value - price[:, None], alive=alliance.alive & ~breaks)


def part(alliance: Alliance, who: Bools | None = None) -> Alliance:
    """The alliance ended by consent, without a price; who: (G,) which games, or all."""
    parted = np.ones_like(alliance.alive) if who is None else who
    return replace(alliance, alive=alliance.alive & ~parted)
