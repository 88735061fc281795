"""The risk of cooperating in a laboratory game: the trust that it takes.

p* is the lowest probability of each other's cooperation at which cooperating pays ("SizeBAD" in
Dal Bó & Fréchette 2011; the formula with grim against always defecting is Blonski & Spagnolo's).
Three generalisations, none with a parameter of its own:

- *More partners.* Beliefs about them are linked: trusting one means trusting the next more. A trust
  that moves by a share of the room left at each experience is the mean of a Beta distribution, so
  that share is also the correlation between two partners (Jøsang & Ismail 2002).
- *Errors.* A threat to stop after one defection is wasted on a slip of the hand. The risk is that
  of the conditional cooperator that does best, among those that stop after one, two or three bad
  rounds in a row (lenient ones, as [R] Fudenberg, Rand & Dreber 2012 call them). Strategies that
  start again, such as tit for tat, come out within .03 of these.
- *Exit.* A party that has stopped cooperating leaves if that pays more than mutual defection. That
  limits what betrayal costs both of them.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.lab.experiment import Lab

Floats = NDArray[np.float64]


_MOST_PATIENCE = 3
_STEPS = 400
_CLOSER = 6  # times 400 closer each: to the last bit of a number between 0 and 1


class Risk(NamedTuple):
    """What a party is up against, in terms of trust.

    p_star: trust from which cooperating pays; 1 when it never does. to_stay: trust from which
    staying pays more than leaving; 0 when leaving never pays.
    """

    p_star: float
    to_stay: float


@cache
def risk_of(lab: Lab, correlation: float) -> Risk:
    """The risk of a game. correlation: between the cooperation of two partners, in [0, 1]."""
    found = [_risk_at(lab, correlation, patience) for patience in range(1, _MOST_PATIENCE + 1)]
    return min(found, key=lambda each: each.p_star)


def _risk_at(lab: Lab, correlation: float, patience: int) -> Risk:
    others = lab.parties - 1
    cooperate = np.array([_worth(lab, 1, k, patience) for k in range(others + 1)])
    defect = np.array([_worth(lab, 0, k, patience) for k in range(others + 1)])

    def gain(trust: Floats) -> Floats:
        return _mean(cooperate - defect, _chances(others, trust, correlation))

    def staying(trust: Floats) -> Floats:
        chances = _chances(others, trust, correlation)
        return np.maximum(_mean(cooperate, chances), _mean(defect, chances))

    p_star = _lowest(gain)
    leaving = _leaving(lab)
    if leaving is None or leaving <= _rest(lab):
        return Risk(p_star, 0.0)
    return Risk(p_star, _lowest(lambda trust: staying(trust) - leaving))


def _lowest(gain: Callable[[Floats], Floats]) -> float:
    """The lowest trust at which there is a gain, or 1 if there is none."""
    low, high = 0.0, 1.0
    for _ in range(_CLOSER):
        grid = np.linspace(low, high, _STEPS + 1)
        gains = np.flatnonzero(gain(grid) >= 0.0)
        if not len(gains):
            return 1.0
        at = int(gains[0])
        if at == 0:
            return float(grid[0])
        low, high = float(grid[at - 1]), float(grid[at])
    return high


def _worth(lab: Lab, own: int, cooperators: int, patience: int) -> float:
    """What it is worth to cooperate conditionally (1) or never (0), in expectation.

    cooperators: how many others cooperate conditionally; the rest never do. patience: how many
    bad rounds in a row make a conditional cooperator stop.
    """
    pay = _expected_pay(lab, own, cooperators)
    good = _all_seen_cooperating(lab, own + cooperators)
    bad = lab.continuation * (1.0 - good)
    waiting = sum(bad**rounds for rounds in range(patience))
    # The worth w of a fresh start: w = waiting (pay + continuation good w) + bad^patience after.
    return (waiting * pay + bad**patience * _after_breakdown(lab)) / (
        1.0 - waiting * lab.continuation * good
    )


def _all_seen_cooperating(lab: Lab, cooperators: int) -> float:
    """The probability that a round looks good to those who cooperate conditionally."""
    if cooperators == 0:
        return 0.0  # nobody waits for anything
    result: float = (1.0 - lab.error) ** cooperators * lab.error ** (lab.parties - cooperators)
    return result


def _after_breakdown(lab: Lab) -> float:
    """What the future is worth to each once nobody cooperates any more."""
    leaving = _leaving(lab)
    return _rest(lab) if leaving is None else max(_rest(lab), leaving)


def _rest(lab: Lab) -> float:
    return _expected_pay(lab, 0, 0) / (1.0 - lab.continuation)


def _leaving(lab: Lab) -> float | None:
    if lab.exit is None:
        return None
    return lab.exit.pays / (1.0 - lab.continuation) - lab.exit.cost


def _expected_pay(lab: Lab, own: int, cooperators: int) -> float:
    """The pay in a round for a party that means to cooperate (1) or not (0), slips included."""
    others = lab.parties - 1
    seen = np.convolve(
        _binomial(cooperators, 1.0 - lab.error), _binomial(others - cooperators, lab.error)
    )
    kept, turned = np.array(lab.defecting), np.array(lab.cooperating)
    if own:
        kept, turned = turned, kept
    return float((seen * ((1.0 - lab.error) * kept + lab.error * turned)).sum())


def _binomial(count: int, chance: float) -> Floats:
    """(count + 1) probabilities of 0 .. count."""
    chances = np.ones(1)
    for _ in range(count):
        chances = np.convolve(chances, [1.0 - chance, chance])
    return chances


def _mean(worth: Floats, chances: Floats) -> Floats:
    """(T) the expected worth; the same bits at the same trust, whatever else is in the array."""
    mean: Floats = (worth[:, None] * chances).sum(axis=0)
    return mean


def _chances(others: int, trust: Floats, correlation: float) -> Floats:
    """(others + 1, T) how many of the others cooperate: Beta-binomial (Pólya's urn).

    Each draw moves the mean by the correlation's share, scaled for those drawn before.
    """
    if correlation >= 1.0:
        result = np.zeros((others + 1, len(trust)))
        result[0], result[-1] = 1.0 - trust, trust
        return result
    chances = np.ones((1, len(trust)))
    spread = correlation / (1.0 - correlation)
    for drawn in range(others):
        cooperated = np.arange(drawn + 1)[:, None]
        next_one = (trust + spread * cooperated) / (1.0 + spread * drawn)
        grown = np.zeros((drawn + 2, len(trust)))
        grown[1:] += chances * next_one
        grown[:-1] += chances * (1.0 - next_one)
        chances = grown
    return chances
