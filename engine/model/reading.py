"""What follows from a state: risk, confidence, costs, maturity, the quadrant of figure 2."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.model.arrays import (
    Floats,
    blank_diagonal,
    clip,
    mean_over_others,
    sum_last_axis,
    table_mean,
)
from engine.model.exact import exp, log, logistic, power
from engine.model.parameters import DEFAULTS, Parameters
from engine.model.state import Alliance, Circumstances, EffectiveState, Risk, effective


def transaction_cost(alliance: Alliance, parameters: Parameters = DEFAULTS) -> Floats:
    """(G,) the share of value lost to checking and haggling, by mean trust.

    lowest * ratio**(1 - trust): Dyer & Chu 2003 found five times the cost at the lowest trust.
    """
    return cost_at(table_mean(alliance.trust), parameters)


def maturity(alliance: Alliance) -> Floats:
    """(G,) mean of trust, safety and understanding."""
    safety = sum_last_axis(alliance.safety) / alliance.safety.shape[1]
    mean: Floats = (table_mean(alliance.trust) + safety + alliance.understanding) / 3.0
    return mean


def quadrant(alliance: Alliance, parameters: Parameters = DEFAULTS) -> NDArray[np.int64]:
    """(G,) of figure 2: 1 only trust high, 2 both high, 3 only formal overlap high, 4 neither."""
    return quadrant_at(table_mean(alliance.trust), alliance.formal_overlap, parameters)


def quadrant_at(
    trust: Floats | float, formal_overlap: Floats | float, parameters: Parameters = DEFAULTS
) -> NDArray[np.int64]:
    """`quadrant`, by mean trust and formal overlap; high is at or above the border."""
    trusting = np.asarray(trust) >= parameters.quadrant_trust
    formal = np.asarray(formal_overlap) >= parameters.quadrant_formal
    return np.where(trusting, np.where(formal, 2, 1), np.where(formal, 3, 4))


def yield_of_effort(
    alliance: Alliance, circumstances: Circumstances, parameters: Parameters = DEFAULTS
) -> Floats:
    """(G,) the joint value that one party's full effort makes, where effort itself costs 1.

    Between 1 and P it is a social dilemma: worth it together, not for one alone. Above P it pays
    even alone. Novelty grows with diversity and understanding of it falls: an inverted U
    (Nooteboom et al. 2007). Contract and trust complement one another (Poppo & Zenger 2002).
    """
    return yield_now(alliance, effective(alliance, circumstances), parameters)


def risk(
    alliance: Alliance, circumstances: Circumstances, parameters: Parameters = DEFAULTS
) -> Risk:
    """The real and the perceived risk of cooperating, and the confidence to set against it.

    p* is a linear stand-in for the lowest probability of cooperation at which cooperating pays
    (Blonski & Spagnolo; Dal Bó & Fréchette 2011). Perceived: p* + overestimation (1 - T)(1 - p*)
    (figure 1, arrow 4). Confidence: trust plus control (Das & Teng 2001).
    """
    p, now = parameters, effective(alliance, circumstances)
    formal = now.formal_overlap[:, None, None]
    p_star = (
        p.risk_base
        + p.risk_of_exposure * now.exposure * (1.0 - formal)
        + (p.risk_of_pressure * circumstances.pressure)[:, :, None]
        + (p.risk_of_competition * circumstances.competition)[:, :, None]
        - p.risk_cover * formal
    )
    p_star = clip(p_star, p.risk_lowest, p.risk_highest)
    perceived = p_star + p.overestimation * (1.0 - alliance.trust) * (1.0 - p_star)
    # Each side fills the gaps in a contract with its own reading: it only gives control as far as
    # both understand it alike. So the informal is a condition for the formal to work.
    covered = p.control * formal * now.understanding[:, None, None]
    confidence = alliance.trust + (1.0 - alliance.trust) * covered * alliance.reliability
    parties = alliance.trust.shape[1]
    if parties > 2:
        # Where one party's defection costs the others most, all of them are needed, and
        # confidence multiplies; where their shares merely add up, it does not. Competition is
        # what moves a table from the second to the first.
        exponent = 1.0 + p.all_needed * (parties - 2) * circumstances.competition
        confidence = power(confidence, exponent[:, :, None])
    return Risk(*(blank_diagonal(each) for each in (p_star, perceived, confidence)))


def exit_hazard(
    alliance: Alliance, circumstances: Circumstances, parameters: Parameters = DEFAULTS
) -> Floats:
    """(G, P) the probability that a party walks out now; 0 where the alliance is over.

    Grows with perceived risk, falls with confidence and with what leaving costs.
    """
    felt = risk(alliance, circumstances, parameters)
    return hazard_of(alliance, felt, circumstances, parameters)


def hazard_of(
    alliance: Alliance, felt: Risk, circumstances: Circumstances, p: Parameters = DEFAULTS
) -> Floats:
    """(G, P) `exit_hazard`, of a risk that is known already."""
    fear = mean_over_others(felt.perceived - felt.confidence)
    pull = p.exit_slope * (fear - p.exit_margin - circumstances.exit_cost[:, None])
    return np.where(alliance.alive[:, None], p.exit_rate * logistic(pull), 0.0)


def habit(lock_in: Floats, previous: Floats, p: Parameters = DEFAULTS) -> Floats:
    """The log-odds that the last act adds to repeating it; more with more lock-in."""
    return p.inertia * (1.0 + p.habit_locked * lock_in) * previous


def temptation(pressure: Floats, competition: Floats, p: Parameters = DEFAULTS) -> Floats:
    """The factor on how often an opportunistic act is hidden, for pressure and competition."""
    return (
        p.temptation_base
        + p.temptation_pressure * pressure
        + p.temptation_competition * competition
    )


def yield_now(alliance: Alliance, now: EffectiveState, p: Parameters) -> Floats:
    """(G,) `yield_of_effort`, of the state as this round feels it."""
    diversity = alliance.diversity
    fertile = (p.novelty_base + p.novelty * diversity) * (
        1.0 - p.misunderstanding * diversity * (1.0 - now.understanding)
    )
    mean_trust = table_mean(alliance.trust)
    order = (
        p.yield_base
        + p.yield_formal * now.formal_overlap
        + p.yield_both * now.formal_overlap * mean_trust
    )
    result: Floats = p.yield_ * fertile * order * (1.0 - cost_at(mean_trust, p))
    return result


def cost_at(mean_trust: Floats, p: Parameters) -> Floats:
    """(G,) `transaction_cost`, by mean trust."""
    result: Floats = p.transaction_lowest * exp(_slope(p.transaction_ratio) * (1.0 - mean_trust))
    return result


@cache
def _slope(ratio: float) -> float:
    return float(log(ratio))
