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
) -> NDArray[np.int64]:
    """(G,) the outcome of each play, as an index in the vocabulary's outcomes.

    value: (G, P) sum of payoffs. rounds: (G,) played. Alive at the end: lopsided where parties
    differ too much a round, as a mean over pairs; stalled where the mean a round is too low.
    """
    parties = value.shape[1]
    a_round = value / np.maximum(rounds, 1)[:, None]
    total, apart = np.zeros(len(value)), np.zeros(len(value))
    for one in range(parties):
        total = total + a_round[:, one]
        # A mean over pairs, not the widest gap: that grows with every party at the table.
        for other in range(one):
            apart = apart + np.abs(a_round[:, one] - a_round[:, other])
    enough = total / parties >= parameters.success_value
    even = apart / (parties * (parties - 1) / 2) <= parameters.lopsided_gap
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
