"""How an alliance ended: judged by value and survival, never by trust.

With trust in the definition of success, "trust brings success" (thesis 3) would be a tautology.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.model.parameters import DEFAULTS, Parameters

# In the order of the vocabulary's outcomes; a test checks that they agree.
SUCCESS, LOPSIDED, STALLED, BROKEN, PARTED = range(5)


def classify(
    value: NDArray[np.float64],
    rounds: NDArray[np.integer],
    alive: NDArray[np.bool_],
    parted: NDArray[np.bool_],
    parameters: Parameters = DEFAULTS,
    there: NDArray[np.bool_] | None = None,
) -> NDArray[np.int64]:
    """(G,) the outcome of each play, as an index in the vocabulary's outcomes.

    value: (G, P) sum of payoffs. rounds: (G,) played. Alive at the end: lopsided where parties
    differ too much a round, as a mean over pairs; stalled where the mean a round is too low.
    there: (G, P) who are still in it, of whom it is judged; without it, all.
    """
    parties = value.shape[1]
    pair = np.full(len(value), parties * (parties - 1) / 2)
    count = np.full(len(value), float(parties))
    if there is not None:
        count = there.sum(axis=1).astype(float)
        pair = np.maximum(count * (count - 1.0) / 2, 1.0)
    a_round = value / np.maximum(rounds, 1)[:, None]
    total, apart = np.zeros(len(value)), np.zeros(len(value))
    for one in range(parties):
        own = a_round[:, one]
        total = total + (own if there is None else np.where(there[:, one], own, 0.0))
        # A mean over pairs, not the widest gap: that grows with every party at the table.
        for other in range(one):
            gap = np.abs(own - a_round[:, other])
            both = True if there is None else there[:, one] & there[:, other]
            apart = apart + np.where(both, gap, 0.0)
    enough = total / count >= parameters.success_value
    even = apart / pair <= parameters.lopsided_gap
    result = np.where(enough, np.where(even, SUCCESS, LOPSIDED), STALLED)
    result = np.where(alive, result, BROKEN)
    return np.where(parted, PARTED, result).astype(np.int64)


class Legacy(NamedTuple):
    """What a play leaves for the same parties' next one, as pulses for `kernel.nudge`."""

    trust: NDArray[np.float64]  # (G,) below 0 after a break: "no more mergers for now"
    skill: NDArray[np.float64]  # (G,) for safety, understanding and internal balance


def legacy(
    outcome: NDArray[np.int64], reflections: int, parameters: Parameters = DEFAULTS
) -> Legacy:
    """What those plays (G,) leave behind: a break costs trust, and working at it builds skill.

    Skill grows with each reflection moment and once for the play itself (Draulans 2003). No play of
    the game starts from it: it states what the paper claims of a series of alliances, and the
    tests of those claims call it.
    """
    burnt = np.where(outcome == BROKEN, -parameters.burnt, 0.0)
    skill = 1.0 - (1.0 - parameters.schooled) ** (1 + reflections)
    return Legacy(burnt, np.full(len(outcome), skill))
