"""What a confrontation does: a reply to something that came out, and what the other does with it.

Apology fits a breach of competence and denial one of integrity, as long as innocence can stand;
once guilt is proven it is the other way round (Kim et al. 2004). Saying nothing is worse than
either (Ferrin et al. 2007). No answer takes away the scar of deception (Schweitzer et al. 2006):
the ceiling of trust stays where the discovery put it.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from engine.model.arrays import Bools, Floats, Ints, blank_diagonal, nudge
from engine.model.parameters import (
    CONFRONTING,
    DEFAULTS,
    ConfrontationParameters,
    Parameters,
)
from engine.model.records import replace
from engine.model.state import (
    COMPETENCE,
    INTEGRITY,
    NO_BREACH,
    PROVEN,
    Alliance,
    frozen_where_over,
)
from engine.scenario.vocabulary import REPLIES, RESPONSES

OWN_UP, EXPLAIN, DENY, BLAME, SILENCE = range(len(REPLIES))
ACCEPT, ASK, FREEZE, WALK_OUT = range(len(RESPONSES))


class Scene(NamedTuple):
    """One confrontation in each of G games."""

    hears: Bools  # (G, P, P) [g, i, j]: i weighs the reply of j
    between: Bools  # (G, P, P) the one pair of them: i confronts j
    kind: Ints  # (G,) NO_BREACH, COMPETENCE, INTEGRITY or PROVEN
    reply: Ints  # (G,) index in REPLIES
    response: Ints  # (G,) index in RESPONSES


class Settled(NamedTuple):
    """What it did to the trust of i in j, (G, P, P) each."""

    by_reply: Floats
    by_response: Floats


@lru_cache(maxsize=4)
def _weights(p: Parameters, c: ConfrontationParameters) -> tuple[Floats, Floats]:
    """(kinds, replies): the share of the room for trust that a reply mends; that it costs."""
    mends = np.zeros((PROVEN + 1, len(REPLIES)))
    costs = np.zeros(mends.shape)
    fits, misfits = p.repair_matched, p.repair_mismatched
    mends[NO_BREACH, [OWN_UP, EXPLAIN, DENY, BLAME]] = c.explained, fits, misfits, c.blamed_own
    mends[COMPETENCE, [OWN_UP, EXPLAIN, DENY, BLAME]] = fits, c.explained, misfits, c.blamed_own
    mends[INTEGRITY, [OWN_UP, EXPLAIN, DENY, BLAME]] = misfits, c.explained, fits, c.blamed_other
    mends[PROVEN, [OWN_UP, EXPLAIN]] = fits, misfits
    mends *= p.repair * c.words
    costs[:, SILENCE] = c.silence
    for weights in (mends, costs):
        weights[NO_BREACH] *= c.no_breach
    costs[PROVEN, BLAME], costs[PROVEN, DENY] = c.hides_behind, c.denies_proof
    return mends, costs


def settle(
    alliance: Alliance,
    scene: Scene,
    parameters: Parameters = DEFAULTS,
    confronting: ConfrontationParameters = CONFRONTING,
) -> tuple[Alliance, Settled]:
    """The alliance after a scene, and what it did to trust. Who walks out is seen to elsewhere."""
    p, c = parameters, confronting
    reply, response = scene.reply[:, None, None], scene.response[:, None, None]
    proven = (scene.kind == PROVEN)[:, None, None]
    heard, between = scene.hears, scene.between
    weight = np.where(scene.kind == NO_BREACH, c.no_breach, 1.0)
    lies_again = heard & proven & (reply == DENY)
    ceiling = np.where(lies_again, alliance.ceiling * (1.0 - c.second_scar), alliance.ceiling)
    by_reply = _by_reply(alliance, scene, ceiling, p, c)
    trust = alliance.trust + by_reply
    believed = _swapped(between & (response == ACCEPT)) * c.believed
    made_good = between * (response == ASK) * (p.repair * c.made_good)
    room = np.maximum(ceiling - trust, 0.0)
    by_response = weight[:, None, None] * (believed + made_good) * room

    clean = heard & ((reply == OWN_UP) | (reply == EXPLAIN) | (response == ACCEPT))
    denies = heard & ~proven & (reply == DENY)
    opens = np.where(_swapped(between & (reply == OWN_UP)), c.laid_open, 0.0)
    withdraws = between & (response == FREEZE)
    exposure = nudge(alliance.exposure, opens)
    confronts, concerned = between.any(axis=2), between.any(axis=1)
    pays = c.asked * (scene.response == ASK)[:, None]
    relief = (scene.response == ACCEPT) * (weight * c.relief)
    answers = relief - (scene.response == FREEZE) * c.chill
    met = confronts | concerned
    safety = nudge(alliance.safety, np.where(met, answers[:, None], 0.0))
    blames = concerned & (scene.reply == BLAME)[:, None]
    after = replace(
        alliance,
        trust=blank_diagonal(trust + by_response),
        ceiling=ceiling,
        denied=alliance.denied + np.where(denies, np.maximum(by_reply, 0.0), 0.0),
        breach=np.where(clean, np.int8(NO_BREACH), alliance.breach),
        exposure=np.where(withdraws, exposure * (1.0 - c.pulled_back), exposure),
        safety=safety,
        internal_balance=nudge(alliance.internal_balance, np.where(blames, -c.blame_at_home, 0.0)),
        value=alliance.value + pays * confronts - pays * concerned,
    )
    return frozen_where_over(after, alliance), Settled(by_reply, by_response)


def _by_reply(
    alliance: Alliance,
    scene: Scene,
    ceiling: Floats,
    p: Parameters,
    c: ConfrontationParameters,
) -> Floats:
    """(G, P, P) what the reply does to the trust of who hears it."""
    mends, costs = (table[scene.kind, scene.reply] for table in _weights(p, c))
    room = np.maximum(ceiling - alliance.trust, 0.0)
    change = mends[:, None, None] * room - costs[:, None, None] * alliance.trust
    after = np.minimum(alliance.trust + change, ceiling)
    return np.where(scene.hears, after - alliance.trust, 0.0)


def _swapped(pairs: Bools) -> Bools:
    """(G, P, P) the same pairs, from the other side."""
    return pairs.transpose(0, 2, 1)
