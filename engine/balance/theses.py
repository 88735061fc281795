"""The five theses as signs in one scenario: what changes in the plays when one thing changes.

Each compares the same plays, luck and company included, and differs in what its name says. The
signs are those of the paper; a scenario may show none of them, or the other way round.
"""

from collections.abc import Callable, Mapping
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
from engine.simulate.interval import Z_95, Difference, difference
from engine.simulate.plan import Plan

SignName = Literal["balance", "contract", "open", "rules", "reflection"]
Arm = Callable[[CompiledScenario, Plan], Results]
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


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two ways of playing a scenario that differ in what a thesis is about."""

    thesis: int
    one: Arm
    other: Arm


def _as_written(compiled: CompiledScenario, plan: Plan) -> Results:
    return played(compiled, plan)


def _balanced(points: int) -> Arm:
    return lambda compiled, plan: played(balanced_within(compiled, points), plan)


def _under_contract(trust: int) -> Arm:
    return lambda compiled, plan: played(
        starting(compiled, formal_overlap=CONTRACT, trust=trust), plan
    )


def _leaning(**leanings: float) -> Arm:
    return lambda compiled, plan: played(compiled, plan, leaning(**leanings))


def _unreflected(compiled: CompiledScenario, plan: Plan) -> Results:
    return played(without_moments(compiled), plan)


CONTRASTS: Mapping[SignName, Contrast] = {
    "balance": Contrast(1, _balanced(HIGH_BALANCE), _balanced(LOW_BALANCE)),
    "contract": Contrast(2, _under_contract(MUCH_TRUST), _under_contract(LITTLE_TRUST)),
    "open": Contrast(3, _leaning(guile=_OPEN), _leaning(guile=_HIDDEN)),
    "rules": Contrast(4, _as_written, _leaning(goodwill=_UNWILLING)),
    "reflection": Contrast(5, _as_written, _unreflected),
}


def sign(
    name: SignName,
    compiled: CompiledScenario,
    plan: Plan,
    as_written: Results | None = None,
    z: float = Z_95,
) -> Sign:
    """One of the signs; as_written: the plays of the plan without any change, if there are any."""
    contrast = CONTRASTS[name]
    is_plain = contrast.one is _as_written and as_written is not None
    one = as_written if is_plain and as_written else contrast.one(compiled, plan)
    other = contrast.other(compiled, plan)
    return Sign(
        name, contrast.thesis,
        difference(one.success, other.success, z), difference(one.trust, other.trust, z),
        float(one.success.mean()), float(other.success.mean()),
    )  # fmt: skip
