"""The measures of a live play, read from its arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.model.kernel import Risk, risk, transaction_cost
from engine.model.seated import reading_of_those
from engine.play.circumstances import circumstances
from engine.play.compiled import CompiledScenario, Floats
from engine.play.measures import About, By, Measures
from engine.play.presence import still_there
from engine.play.state import World


def measure(compiled: CompiledScenario, world: World, payoff: Floats | None = None) -> Measures:
    """The measures of a live play. payoff: (1, P) of the round that was just played, if any."""
    around, alliance = circumstances(compiled, world), world.alliance
    here, p = still_there(compiled, world), compiled.parameters
    felt = risk(alliance, around, p)
    if here is not None:  # of whoever is not there it stays what it would be
        apart = ~(here[:, :, None] & here[:, None, :])
        those = reading_of_those(here, lambda each, now: risk(each, now, p), alliance, around)
        felt = Risk(*(np.where(apart, *each) for each in zip(felt, those, strict=True)))
    read = _Named(compiled.parties)
    trust, safety = read.about(alliance.trust), read.by(alliance.safety)
    at_table = [each for at, each in enumerate(compiled.parties) if here is None or here[0, at]]
    mean_trust = _mean(trust[i][j] for i in at_table for j in at_table if i != j)
    understanding = float(alliance.understanding[0])
    return Measures(
        trust=trust,
        reliability=read.about(alliance.reliability),
        ceiling=read.about(alliance.ceiling),
        perceived_risk=read.about(felt.perceived),
        real_risk=read.about(felt.p_star),
        confidence=read.about(felt.confidence),
        exposure=read.about(alliance.exposure),
        safety=safety,
        internal_balance=read.by(alliance.internal_balance),
        pressure=read.by(around.pressure),
        value=read.by(alliance.value),
        payoff=read.by(np.zeros_like(alliance.value) if payoff is None else payoff),
        mean_trust=mean_trust,
        formal_overlap=float(alliance.formal_overlap[0]),
        understanding=understanding,
        lock_in=float(alliance.lock_in[0]),
        transaction_cost=float(
            reading_of_those(here, lambda each: transaction_cost(each, p), alliance)[0]
        ),
        maturity=_mean((mean_trust, _mean(safety[each] for each in at_table), understanding)),
        without=tuple(each for each in compiled.parties if each not in at_table),
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """Arrays of one game, read by the names of the parties."""

    parties: tuple[str, ...]

    def about(self, pairs: Floats) -> About:
        return about_each_other(self.parties, pairs[0])

    def by(self, own: Floats) -> By:
        return dict(zip(self.parties, own[0].tolist(), strict=True))


def about_each_other(parties: Sequence[str], pairs: Floats) -> About:
    """What stands in an array (P, P) of one game, by the names of the parties."""
    return {
        i: {j: float(pairs[a, b]) for b, j in enumerate(parties) if a != b}
        for a, i in enumerate(parties)
    }


def _mean(shares: Iterable[float]) -> float:
    values = tuple(shares)
    return sum(values) / len(values)
