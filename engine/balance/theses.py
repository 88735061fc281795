"""The five theses as signs in one scenario: what changes in the plays when one thing changes.

Each compares the same plays, luck and company included, and differs in what its name says. The
signs are those of the paper; a scenario may show none of them, or the other way round.
"""

from dataclasses import dataclass
from typing import Literal

from engine.balance.arms import (
    Results,
    balanced_within,
    leaning,
    played,
    starting,
    without_moments,
)
from engine.play.compiled import CompiledScenario
from engine.simulate.interval import Difference, difference
from engine.simulate.plan import Plan

SignName = Literal["balance", "contract", "open", "rules", "reflection"]
# In points: far apart, and within what authors write.
HIGH_BALANCE, LOW_BALANCE = 95, 35
MUCH_TRUST, LITTLE_TRUST = 75, 40
CONTRACT = 75
# Nobody hides; everybody who takes hides; nobody agrees to another's proposal.
_OPEN, _HIDDEN, _UNWILLING = 0.0, 10.0, -10.0


@dataclass(frozen=True, slots=True)
class Sign:
    """The effect of one change. success: share of plays that end robustly; trust: at the end."""

    name: SignName
    thesis: int
    success: Difference
    trust: Difference
    with_it: float  # share of plays that end robustly
    without: float


def signs(compiled: CompiledScenario, plan: Plan, as_written: Results) -> tuple[Sign, ...]:
    """The five signs; as_written: the plays of the plan without any change."""

    def sign(name: SignName, thesis: int, one: Results, other: Results) -> Sign:
        return Sign(
            name, thesis,
            difference(one.success, other.success), difference(one.trust, other.trust),
            float(one.success.mean()), float(other.success.mean()),
        )  # fmt: skip

    whole, torn = (
        played(balanced_within(compiled, points), plan) for points in (HIGH_BALANCE, LOW_BALANCE)
    )
    trusted, distrusted = (
        played(starting(compiled, formal_overlap=CONTRACT, trust=points), plan)
        for points in (MUCH_TRUST, LITTLE_TRUST)
    )
    plain, hidden = (played(compiled, plan, leaning(guile=share)) for share in (_OPEN, _HIDDEN))
    unwilling = played(compiled, plan, leaning(goodwill=_UNWILLING))
    unreflected = played(without_moments(compiled), plan)
    return (
        sign("balance", 1, whole, torn),
        sign("contract", 2, trusted, distrusted),
        sign("open", 3, plain, hidden),
        sign("rules", 4, as_written, unwilling),
        sign("reflection", 5, as_written, unreflected),
    )
