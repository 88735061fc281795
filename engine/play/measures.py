"""The numbers of an alliance as they are reported: each measure once, under one name.

`Measures` has everything about every party; `Gauges` has what one seat may know.
All are shares in [0, 1], except value and payoff, which have no bounds.
"""

from collections.abc import Mapping
from dataclasses import dataclass

By = Mapping[str, float]  # by party
About = Mapping[str, Mapping[str, float]]  # [i][j]: of party i about party j


@dataclass(frozen=True, slots=True)
class Gauges:
    """One seat's own numbers. By party: its numbers about that party."""

    trust: By
    reliability: By
    confidence: By
    perceived_risk: By
    exposure: By
    safety: float
    internal_balance: float
    formal_overlap: float
    understanding: float
    lock_in: float
    pressure: float
    value: float  # sum of own payoffs so far
    payoff: float  # own payoff of the last round


@dataclass(frozen=True, slots=True)
class Measures:
    """Where the alliance stands."""

    trust: About
    reliability: About
    ceiling: About
    perceived_risk: About
    real_risk: About
    confidence: About
    exposure: About
    safety: By
    internal_balance: By
    pressure: By
    value: By  # so far
    payoff: By  # of the last round; of a reflection moment, 0
    mean_trust: float
    formal_overlap: float
    understanding: float
    lock_in: float
    transaction_cost: float
    maturity: float  # mean of trust, safety and understanding
    without: tuple[str, ...] = ()  # who has left: no mean counts them

    def of(self, party: str) -> Gauges:
        """What that party may know of them."""
        return Gauges(
            trust=self.trust[party],
            reliability=self.reliability[party],
            confidence=self.confidence[party],
            perceived_risk=self.perceived_risk[party],
            exposure=self.exposure[party],
            safety=self.safety[party],
            internal_balance=self.internal_balance[party],
            formal_overlap=self.formal_overlap,
            understanding=self.understanding,
            lock_in=self.lock_in,
            pressure=self.pressure[party],
            value=self.value[party],
            payoff=self.payoff[party],
        )
