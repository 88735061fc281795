"""The state of alliances, their circumstances, their luck, and what happened in a round.

G games, P parties. Arrays are float64; `[g, i, j]` is i about j, with a diagonal of zeros that is
never read. States lie in [0, 1], except value.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np

from engine.model.arrays import Bools, Floats, Ints, Kinds, clip, filled, off_diagonal
from engine.model.chance import Lanes, Purpose, normal, uniform
from engine.model.parameters import DEFAULTS, FORMS, INSIDE, InsideParameters, Parameters
from engine.model.records import replace

# What i holds against j: a promise not kept; taking in the open; a lie that came out; a hunch.
NO_BREACH, COMPETENCE, INTEGRITY, PROVEN, SUSPECTED = 0, 1, 2, 3, 4
NO_REPAIR, APOLOGY, DENIAL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Alliance:
    """The state of G alliances of P parties between two rounds."""

    trust: Floats  # (G, P, P) in the other's intentions; never above the ceiling
    reliability: Floats  # (G, P, P) how far i relies on j's organisation
    ceiling: Floats  # (G, P, P) what trust can still reach; only discovered guile lowers it
    exposure: Floats  # (G, P, P) what i laid open to j
    hidden: Floats  # (G, P, P) guile by j that i has not discovered
    breach: Kinds  # (G, P, P) the last breach by j that i still holds against it
    denied: Floats  # (G, P, P) trust that i gave back because j denied
    safety: Floats  # (G, P)
    internal_balance: Floats  # (G, P) balance of the rational and the informal within the party
    value: Floats  # (G, P) sum of payoffs so far
    previous: Floats  # (G, P) own last act in [-1, 1], opportunistic to cooperative
    formal_overlap: Floats  # (G,) how much is agreed on paper
    understanding: Floats  # (G,)
    lock_in: Floats  # (G,) pull to repeat the last act
    diversity: Floats  # (G,) constant: nothing in the model changes it
    alive: Bools  # (G,)

    @classmethod
    def start(
        cls,
        games: int,
        parties: int,
        *,
        trust: float | Floats | None = None,
        reliability: float | Floats | None = None,
        exposure: float | Floats | None = None,
        safety: float | Floats | None = None,
        internal_balance: float | Floats | None = None,
        formal_overlap: float | Floats | None = None,
        understanding: float | Floats | None = None,
        diversity: float | Floats | None = None,
        lock_in: float | Floats = 0.0,
        institution: float = 0.5,
        first_impression: Floats | None = None,
        parameters: Parameters = DEFAULTS,
    ) -> "Alliance":
        """Alliances before the first round; what is not given comes from the parameters.

        Each is a number or an array that broadcasts to the field. institution: trust in the
        institutions of the sector, .5 is neutral. first_impression: (G, P, P) what the first ten
        minutes with j add to i's trust.
        """
        pair, party, table = (games, parties, parties), (games, parties), (games,)
        p = parameters
        trust_0 = filled(pair, trust, p.trust)
        if first_impression is not None:
            trust_0 = clip(trust_0 + first_impression, p.first_trust_lowest, p.first_trust_highest)
        reliability_0 = filled(pair, reliability, p.reliability) + p.institution * (
            institution - 0.5
        )
        others = off_diagonal(parties)
        zero = np.zeros(pair, order="F")
        return cls(
            trust=np.where(others, trust_0, 0.0),
            reliability=np.where(others, clip(reliability_0), 0.0),
            ceiling=np.where(others, 1.0, zero),
            exposure=np.where(others, filled(pair, exposure, p.exposure), 0.0),
            hidden=zero,
            breach=np.zeros(pair, dtype=np.int8, order="F"),
            denied=zero,
            safety=filled(party, safety, p.safety),
            internal_balance=filled(party, internal_balance, p.internal_balance),
            value=np.zeros(party, order="F"),
            previous=np.zeros(party, order="F"),
            formal_overlap=filled(table, formal_overlap, p.formal_overlap),
            understanding=filled(table, understanding, p.understanding),
            lock_in=filled(table, lock_in, 0.0),
            diversity=filled(table, diversity, p.diversity),
            alive=np.ones(table, dtype=bool),
        )


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What surrounds the alliance in a round; shifts only count while they last."""

    pressure: Floats  # (G, P)
    competition: Floats  # (G, P)
    safety_shift: Floats  # (G, P)
    internal_balance_shift: Floats  # (G, P)
    exposure_shift: Floats  # (G, P)
    formal_overlap_shift: Floats  # (G,)
    understanding_shift: Floats  # (G,)
    detection_shift: Floats  # (G,)
    exit_cost: Floats  # (G,)
    exposure_rate: Floats  # (G,)
    autonomy_cost: Floats  # (G,)

    @classmethod
    def calm(
        cls,
        games: int,
        parties: int,
        form: str | None = None,
        parameters: Parameters = DEFAULTS,
    ) -> "Circumstances":
        """Nothing out of the ordinary; without a form, leaving and being bound are free."""
        party, table = (games, parties), (games,)
        exit_cost, exposure_rate, autonomy_cost = 0.0, parameters.exposure_rate, 0.0
        if form is not None:
            _, exit_cost, exposure_rate, autonomy_cost = FORMS[form]
        return cls(
            pressure=np.full(party, parameters.pressure),
            competition=np.full(party, parameters.competition),
            safety_shift=np.zeros(party),
            internal_balance_shift=np.zeros(party),
            exposure_shift=np.zeros(party),
            formal_overlap_shift=np.zeros(table),
            understanding_shift=np.zeros(table),
            detection_shift=np.zeros(table),
            exit_cost=np.full(table, exit_cost),
            exposure_rate=np.full(table, exposure_rate),
            autonomy_cost=np.full(table, autonomy_cost),
        )

    def while_divided(
        self, divided: Floats | float, inside: InsideParameters = INSIDE
    ) -> "Circumstances":
        """The same, for a round in which parties are divided over their own move (thesis 1).

        divided: (G, P) the share of the party that wanted another move, in [0, 1].
        """
        shift = self.internal_balance_shift - inside.division * divided
        return replace(self, internal_balance_shift=shift)


@dataclass(frozen=True, slots=True)
class Luck:
    """The random numbers of a round: uniform in [0, 1), noise standard normal."""

    detect: Floats  # (G, P, P)
    false_alarm: Floats  # (G, P, P)
    noise: Floats  # (G, P, P)
    veto: Floats  # (G, P)
    surface: Floats  # (G, P, P)

    @classmethod
    def draw(cls, seed: int, games: Ints, rounds: Ints, parties: int) -> "Luck":
        """The luck of those plays in those rounds; games and rounds (G,)."""
        at_table = cls.at_table(seed, games, rounds, parties)
        return replace(at_table, surface=cls.in_moment(seed, games, rounds, parties).surface)

    @classmethod
    def at_table(cls, seed: int, games: Ints, rounds: Ints, parties: int) -> "Luck":
        """The luck of a round, without that of a reflection moment."""

        def pairs(drawn: Drawn, purpose: Purpose) -> Floats:
            return _between(drawn, seed, games, rounds, purpose, parties)

        return cls(
            detect=pairs(uniform, Purpose.DETECT),
            false_alarm=pairs(uniform, Purpose.FALSE_ALARM),
            noise=pairs(normal, Purpose.NOISE),
            veto=uniform(seed, games, rounds, Purpose.VETO, parties),
            surface=np.ones((1, parties, parties)),
        )

    @classmethod
    def in_moment(cls, seed: int, games: Ints, rounds: Ints, parties: int) -> "Luck":
        """The luck of a reflection moment: what comes to the surface."""
        surface = _between(uniform, seed, games, rounds, Purpose.SURFACE, parties)
        return replace(cls.none(1, parties), surface=surface)

    @classmethod
    def none(cls, games: int, parties: int) -> "Luck":
        """No luck either way, for forecasts: nothing found out, no noise, no veto, no slip."""
        pair = (games, parties, parties)
        never = np.ones(pair, order="F")
        return cls(never, never, np.zeros(pair), np.ones((games, parties), order="F"), never)


Drawn = Callable[[int, Ints, Ints, Purpose, Lanes], Floats]


def _between(
    drawn: Drawn, seed: int, games: Ints, rounds: Ints, purpose: Purpose, parties: int
) -> Floats:
    """(G, P, P) what is drawn for each pair; none for a party with itself."""
    pairs = [(i, j) for i in range(parties) for j in range(parties) if i != j]
    lanes = np.array([i * parties + j for i, j in pairs])
    numbers = drawn(seed, games, rounds, purpose, lanes)
    result = np.zeros((len(numbers), parties, parties), order="F")
    for at, (i, j) in enumerate(pairs):
        result[:, i, j] = numbers[:, at]
    return result


class Risk(NamedTuple):
    """How a party sees its risk; each (G, P, P), i about j."""

    p_star: Floats  # lowest probability of j's cooperation at which cooperating pays
    perceived: Floats
    confidence: Floats


@dataclass(frozen=True, slots=True)
class Round:
    """What happened in a round. `learned` to `talked` are changes of i's trust in j."""

    payoff: Floats  # (G, P)
    slipped: Bools  # (G, P) a promise was only partly kept
    vetoed: Bools  # (G, P) the own organisation undid the act
    discovered: Bools  # (G, P, P)
    suspected: Bools  # (G, P, P) without any evidence
    experience: Floats  # (G, P, P) in [-1, 1]
    learned: Floats  # (G, P, P) from experience, a discovery included
    masked: Floats  # (G, P, P) trust not gained, because the contract got the credit
    repaired: Floats  # (G, P, P) from apology or denial, a reversal included
    talked: Floats  # (G, P, P) from one side talking about trust
    joint: Floats  # (G,) value made together
    share: Floats  # (G, P) how it was divided
    stolen: Floats  # (G, P, P) what i took from j
    cost: Floats  # (G, P)
    transaction_cost: Floats  # (G,) share of the value


@dataclass(frozen=True, slots=True)
class Reflected:
    """What a reflection moment did."""

    quality: Floats  # (G,)
    trust_change: Floats  # (G, P, P)
    rubbed: Floats  # (G, P, P) the part of it that friction took
    came_out: Floats  # (G, P, P) the part of it that what surfaced took
    surfaced: Bools  # (G, P, P)


class EffectiveState(NamedTuple):
    """The state in this round: with the shifts of the circumstances."""

    safety: Floats
    internal_balance: Floats
    exposure: Floats
    formal_overlap: Floats
    understanding: Floats


def effective(alliance: Alliance, circumstances: Circumstances) -> EffectiveState:
    """The state with the shifts of the circumstances, each within [0, 1]."""
    return EffectiveState(
        safety=clip(alliance.safety + circumstances.safety_shift),
        internal_balance=clip(alliance.internal_balance + circumstances.internal_balance_shift),
        exposure=clip(alliance.exposure + circumstances.exposure_shift[:, :, None]),
        formal_overlap=clip(alliance.formal_overlap + circumstances.formal_overlap_shift),
        understanding=clip(alliance.understanding + circumstances.understanding_shift),
    )


def frozen_where_over(after: Alliance, before: Alliance) -> Alliance:
    """The state after, except where the alliance was already over; diagonals stay blank.

    Arrays that differ from the state before must be newly made: they are changed in place.
    """
    over = np.flatnonzero(~before.alive)
    for each in fields(Alliance):
        new, old = getattr(after, each.name), getattr(before, each.name)
        if new is old:
            continue
        if len(over):
            new[over] = old[over]
        if new.ndim == 3:
            for party in range(new.shape[1]):
                new[:, party, party] = 0
    return after


def nothing_where_over(happened: Round, alive: Bools) -> Round:
    """What happened, except that nothing happens in an alliance that is over.

    It must be newly made: it is changed in place.
    """
    over = np.flatnonzero(~alive)
    if len(over):
        for each in fields(Round):
            getattr(happened, each.name)[over] = 0
    return happened
