"""One round of an alliance, for many games at once: risk, perception, trust, safety, value.

G games, P parties. Arrays are float64; `[g, i, j]` is i about j, with a diagonal of zeros that is
never read. States lie in [0, 1], except value. Row g of a batch equals the single play g bit for
bit, on every machine: everything is elementwise, sums run over the party axis in a fixed order,
and powers come from exact.py. Constants and their sources: parameters.py.

Circumstances shift a state for as long as they last: the round reckons with clip(state + shift),
and what is stored is the state without the shift.
"""

from dataclasses import dataclass, fields, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.model.chance import Purpose, normal, uniform
from engine.model.exact import exp, log, logistic, power
from engine.model.parameters import DEFAULTS, FORMS, Parameters

Floats = NDArray[np.float64]
Ints = NDArray[np.integer]
Kinds = NDArray[np.int8]
Bools = NDArray[np.bool_]

NO_BREACH, COMPETENCE, INTEGRITY = 0, 1, 2
NO_REPAIR, APOLOGY, DENIAL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Alliance:
    """The state of G alliances of P parties between two rounds."""

    trust: Floats  # (G, P, P) in the other's intentions; never above the ceiling
    reliability: Floats  # (G, P, P) relying on the other's organisation
    ceiling: Floats  # (G, P, P) what trust can still reach; only discovered guile lowers it
    exposure: Floats  # (G, P, P) what i laid open to j
    hidden: Floats  # (G, P, P) guile of j that i has not discovered
    breach: Kinds  # (G, P, P) the last breach by j that i still holds against it
    denied: Floats  # (G, P, P) trust that i gave back because j denied
    safety: Floats  # (G, P)
    balance: Floats  # (G, P) of the rational and the informal within the party
    value: Floats  # (G, P) sum of payoffs so far
    previous: Floats  # (G, P) own last act in [-1, 1], opportunistic to cooperative
    formal: Floats  # (G,) formal overlap
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
        balance: float | Floats | None = None,
        formal: float | Floats | None = None,
        understanding: float | Floats | None = None,
        diversity: float | Floats | None = None,
        lock_in: float | Floats = 0.0,
        institution: float = 0.5,
        first_impression: Floats | None = None,
        parameters: Parameters = DEFAULTS,
    ) -> "Alliance":
        """Alliances before the first round; what is not given comes from the parameters.

        Each is a number or an array that broadcasts to the field. institution: trust in the
        institutions of the sector, .5 is neutral. first_impression: (G, P, P) standard normal;
        what i thinks of j after ten minutes, added to trust by the spread of the parameters.
        """
        pair, party, table = (games, parties, parties), (games, parties), (games,)
        p = parameters
        trust_0 = _filled(pair, trust, p.trust)
        if first_impression is not None:
            trust_0 = _clip(trust_0 + p.trust_spread * first_impression, 0.02, 0.98)
        reliability_0 = _filled(pair, reliability, p.reliability) + p.institution * (
            institution - 0.5
        )
        others = _others(parties)
        zero = np.zeros(pair)
        return cls(
            trust=np.where(others, trust_0, 0.0),
            reliability=np.where(others, _clip(reliability_0), 0.0),
            ceiling=np.where(others, 1.0, zero),
            exposure=np.where(others, _filled(pair, exposure, p.exposure), 0.0),
            hidden=zero,
            breach=np.zeros(pair, dtype=np.int8),
            denied=zero,
            safety=_filled(party, safety, p.safety),
            balance=_filled(party, balance, p.balance),
            value=np.zeros(party),
            previous=np.zeros(party),
            formal=_filled(table, formal, p.formal_overlap),
            understanding=_filled(table, understanding, p.understanding),
            lock_in=_filled(table, lock_in, 0.0),
            diversity=_filled(table, diversity, p.diversity),
            alive=np.ones(table, dtype=bool),
        )


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What stands around the alliance in a round; shifts hold only while they stand."""

    pressure: Floats  # (G, P)
    competition: Floats  # (G, P)
    safety_shift: Floats  # (G, P)
    balance_shift: Floats  # (G, P)
    exposure_shift: Floats  # (G, P)
    formal_shift: Floats  # (G,)
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
            balance_shift=np.zeros(party),
            exposure_shift=np.zeros(party),
            formal_shift=np.zeros(table),
            understanding_shift=np.zeros(table),
            detection_shift=np.zeros(table),
            exit_cost=np.full(table, exit_cost),
            exposure_rate=np.full(table, exposure_rate),
            autonomy_cost=np.full(table, autonomy_cost),
        )


@dataclass(frozen=True, slots=True)
class Luck:
    """The chance of a round: uniform in [0, 1), noise standard normal."""

    detect: Floats  # (G, P, P)
    false_alarm: Floats  # (G, P, P)
    noise: Floats  # (G, P, P)
    veto: Floats  # (G, P)
    surface: Floats  # (G, P, P)

    @classmethod
    def draw(cls, seed: int, games: Ints, rounds: Ints, parties: int) -> "Luck":
        """The luck of those plays in those rounds; games and rounds (G,)."""

        def pairs(purpose: Purpose) -> Floats:
            drawn = uniform(seed, games, rounds, purpose, parties * parties)
            return drawn.reshape(-1, parties, parties)

        noise = normal(seed, games, rounds, Purpose.NOISE, parties * parties)
        return cls(
            detect=pairs(Purpose.DETECT),
            false_alarm=pairs(Purpose.FALSE_ALARM),
            noise=noise.reshape(-1, parties, parties),
            veto=uniform(seed, games, rounds, Purpose.VETO, parties),
            surface=pairs(Purpose.SURFACE),
        )

    @classmethod
    def none(cls, games: int, parties: int) -> "Luck":
        """The luckless middle, for forecasts: nothing found out, no noise, no veto, no slip."""
        pair = (games, parties, parties)
        never = np.ones(pair)
        return cls(never, never, np.zeros(pair), np.ones((games, parties)), never)


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
    suspected: Bools  # (G, P, P) without a ground
    experience: Floats  # (G, P, P) in [-1, 1]
    learned: Floats  # (G, P, P) from experience, a discovery included
    masked: Floats  # (G, P, P) trust not gained, because the contract got the credit
    repaired: Floats  # (G, P, P) from apology or denial, a reversal included
    talked: Floats  # (G, P, P) from trust being spoken of by one side
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
    surfaced: Bools  # (G, P, P)


# Reading the state


def facing(x: Floats) -> Floats:
    """(G, P) the mean of (G, P, P) over the others; the diagonal is not read."""
    parties = x.shape[-1]
    mean: Floats = _across(np.where(_others(parties), x, 0.0)) / (parties - 1)
    return mean


def table_mean(x: Floats) -> Floats:
    """(G,) the mean over all ordered pairs of (G, P, P)."""
    mean: Floats = _across(facing(x)) / x.shape[-1]
    return mean


def nudge(state: Floats, shift: float | Floats) -> Floats:
    """The state after a bounded pulse: up by a share of the room left, down by a share of it."""
    up, down = np.maximum(shift, 0.0), np.minimum(shift, 0.0)
    return state + up * (1.0 - state) + down * state


def transaction_cost(alliance: Alliance, parameters: Parameters = DEFAULTS) -> Floats:
    """(G,) the share of value lost to checking and haggling, by mean trust.

    lowest * ratio**(1 - trust): Dyer & Chu 2003 found five times the cost at the lowest trust.
    """
    return _transaction_cost(table_mean(alliance.trust), parameters)


def maturity(alliance: Alliance) -> Floats:
    """(G,) mean of trust, safety and understanding."""
    safety = _across(alliance.safety) / alliance.safety.shape[1]
    mean: Floats = (table_mean(alliance.trust) + safety + alliance.understanding) / 3.0
    return mean


def quadrant(alliance: Alliance, parameters: Parameters = DEFAULTS) -> NDArray[np.int64]:
    """(G,) of figure 2: 1 only trust high, 2 both high, 3 only formal overlap high, 4 neither."""
    trusting = table_mean(alliance.trust) >= parameters.quadrant_trust
    formal = alliance.formal >= parameters.quadrant_formal
    return np.where(trusting, np.where(formal, 2, 1), np.where(formal, 3, 4))


def yield_of_effort(
    alliance: Alliance, circumstances: Circumstances, parameters: Parameters = DEFAULTS
) -> Floats:
    """(G,) the joint value that one party's full effort makes, where effort itself costs 1.

    Between 1 and P it is a social dilemma: worth it together, not for one alone. Above P it pays
    even alone. Novelty grows with diversity and understanding of it falls: an inverted U
    (Nooteboom et al. 2007). Contract and trust complement one another (Poppo & Zenger 2002).
    """
    return _yield(alliance, _effective(alliance, circumstances), parameters)


def risk(
    alliance: Alliance, circumstances: Circumstances, parameters: Parameters = DEFAULTS
) -> Risk:
    """The risk of cooperating as it is, as it is perceived, and the confidence against it.

    p* is a linear stand-in for the lowest probability of cooperation at which cooperating pays
    (Blonski & Spagnolo; Dal Bó & Fréchette 2011). Perceived: p* + overestimation (1 - T)(1 - p*)
    (figure 1, arrow 4). Confidence: trust plus control (Das & Teng 2001).
    """
    p, now = parameters, _effective(alliance, circumstances)
    formal = now.formal[:, None, None]
    p_star = (
        p.risk_base
        + p.risk_of_exposure * now.exposure * (1.0 - formal)
        + (p.risk_of_pressure * circumstances.pressure)[:, :, None]
        + (p.risk_of_competition * circumstances.competition)[:, :, None]
        - p.risk_cover * formal
    )
    p_star = _clip(p_star, p.risk_lowest, p.risk_highest)
    perceived = p_star + p.overestimation * (1.0 - alliance.trust) * (1.0 - p_star)
    # A contract leaves gaps that each side fills by its own reading: it gives control as far as
    # the parties understand it alike. So the informal is a condition for the formal to work.
    covered = p.control * formal * now.understanding[:, None, None]
    confidence = alliance.trust + (1.0 - alliance.trust) * covered * alliance.reliability
    parties = alliance.trust.shape[1]
    if parties > 2:
        # Where one party's defection costs the others most, all of them are needed, and
        # confidence multiplies; where their shares merely add up, it does not. Competition is
        # what moves a table from the second to the first.
        exponent = 1.0 + p.all_needed * (parties - 2) * circumstances.competition
        confidence = power(confidence, exponent[:, :, None])
    return Risk(*(_blank_diagonal(each) for each in (p_star, perceived, confidence)))


def exit_hazard(
    alliance: Alliance, circumstances: Circumstances, parameters: Parameters = DEFAULTS
) -> Floats:
    """(G, P) the probability that a party walks out now; 0 where the alliance is over.

    Grows with perceived risk, falls with confidence and with what leaving costs.
    """
    p, seen = parameters, risk(alliance, circumstances, parameters)
    fear = facing(seen.perceived - seen.confidence)
    pull = p.exit_slope * (fear - p.exit_margin - circumstances.exit_cost[:, None])
    return np.where(alliance.alive[:, None], p.exit_rate * logistic(pull), 0.0)


# One round


def play_round(
    alliance: Alliance,
    traits: Floats,
    repair: Ints,
    circumstances: Circumstances,
    luck: Luck,
    parameters: Parameters = DEFAULTS,
) -> tuple[Alliance, Round]:
    """The alliance after the moves of a round, and what happened in it.

    traits: (G, P, 8) in the order of the vocabulary, in [0, 1]. repair: (G, P) 0 none,
    1 apology, 2 denial. Where the alliance is over, states stand still and each gets the
    outside payoff.
    """
    now = _effective(alliance, circumstances)
    act = _execute(traits, now.balance, luck.veto, parameters)
    seen = _perceive(alliance, now, act, circumstances, luck, parameters)
    trust = _trust(alliance, now, act, repair, seen, parameters)
    money = _value(alliance, now, act, circumstances, parameters)

    claim_shown = act.claim * (1.0 - act.guile)
    hurt = (parameters.unsafe_claim * claim_shown)[:, None, :] + (
        parameters.unsafe_guile * seen.discovered
    )
    candid = (act.candour * (1.0 - claim_shown))[:, None, :]
    exposing = act.candour * circumstances.exposure_rate[:, None]
    exposing = exposing * (1.0 - parameters.exposure_cover * now.formal)[:, None]
    cooperative = act.effort > act.claim
    opportunistic = (act.claim > 0.5) | (act.guile > 0.0)
    after = replace(
        alliance,
        trust=trust.trust,
        ceiling=trust.ceiling,
        reliability=_reliability(alliance, act, claim_shown, seen.discovered, parameters),
        exposure=alliance.exposure + exposing[:, :, None] * (1.0 - alliance.exposure),
        hidden=seen.hidden,
        breach=trust.breach,
        denied=trust.denied,
        safety=alliance.safety
        + parameters.safety_gain
        * parameters.safety_in_round
        * facing(np.broadcast_to(candid, alliance.trust.shape))
        * (1.0 - alliance.safety)
        - parameters.safety_loss * _clip(facing(hurt)) * alliance.safety,
        value=alliance.value + money.payoff,
        previous=np.where(opportunistic, -1.0, np.where(cooperative, 1.0, 0.0)),
        formal=alliance.formal
        + parameters.formalising
        * (_across(act.formalise) / act.formalise.shape[1])
        * (1.0 - alliance.formal),
        lock_in=alliance.lock_in + parameters.lock_in * (1.0 - alliance.lock_in),
    )
    after = _frozen_where_over(after, alliance)
    ended = ~alliance.alive
    value = np.where(ended[:, None], alliance.value + parameters.outside, after.value)
    happened = Round(
        payoff=money.payoff,
        slipped=act.slipped,
        vetoed=act.vetoed,
        discovered=seen.discovered,
        suspected=seen.suspected,
        experience=_blank_diagonal(seen.experience),
        learned=_blank_diagonal(trust.learned),
        masked=_blank_diagonal(trust.masked),
        repaired=_blank_diagonal(trust.repaired),
        talked=_blank_diagonal(trust.talked),
        joint=money.joint,
        share=money.share,
        stolen=money.stolen,
        cost=money.cost,
        transaction_cost=money.transaction_cost,
    )
    happened = _nothing_where_over(happened, alliance.alive)
    outside = np.where(ended[:, None], parameters.outside, happened.payoff)
    return replace(after, value=value), replace(happened, payoff=outside)


class _Now(NamedTuple):
    """The state as this round feels it: with the shifts of the circumstances."""

    safety: Floats
    balance: Floats
    exposure: Floats
    formal: Floats
    understanding: Floats


def _effective(alliance: Alliance, circumstances: Circumstances) -> _Now:
    return _Now(
        safety=_clip(alliance.safety + circumstances.safety_shift),
        balance=_clip(alliance.balance + circumstances.balance_shift),
        exposure=_clip(alliance.exposure + circumstances.exposure_shift[:, :, None]),
        formal=_clip(alliance.formal + circumstances.formal_shift),
        understanding=_clip(alliance.understanding + circumstances.understanding_shift),
    )


class _Act(NamedTuple):
    """What each party really did, (G, P) each, after slips and vetoes."""

    benevolence: Floats
    candour: Floats
    commitment: Floats
    claim: Floats
    guile: Floats
    formalise: Floats
    reflect: Floats
    repair: Floats
    slipped: Bools
    vetoed: Bools

    @property
    def effort(self) -> Floats:
        return (self.benevolence + self.candour + self.commitment) / 3.0


# What a party does when its own organisation undoes a cooperative act: it holds.
_HOLD_CLAIM = 0.2


def _execute(traits: Floats, balance: Floats, luck: Floats, parameters: Parameters) -> _Act:
    """What comes of the moves: a party out of balance undoes or half keeps what it promised.

    One number decides both, so that a party can be vetoed or slip, not both (thesis 1).
    """
    b, c, k, q, g, f, r, y = (np.ascontiguousarray(traits[:, :, at]) for at in range(8))
    unbalance = 1.0 - balance
    veto_below = parameters.veto * unbalance
    slip_below = veto_below + parameters.slip * unbalance
    vetoed = (luck < veto_below) & ((b + c + k) / 3.0 > q)
    slipped = (luck >= veto_below) & (luck < slip_below) & (b + k > 0.0)
    kept = np.where(vetoed, 0.0, np.where(slipped, 1.0 - parameters.slip_size, 1.0))
    done = np.where(vetoed, 0.0, 1.0)
    return _Act(
        benevolence=b * kept,
        candour=c * done,
        commitment=k * kept,
        claim=np.where(vetoed, _HOLD_CLAIM, q),
        guile=g * done,
        formalise=f * done,
        reflect=r * done,
        repair=y * done,
        slipped=slipped,
        vetoed=vetoed,
    )


class _Seen(NamedTuple):
    experience: Floats
    discovered: Bools
    suspected: Bools
    hidden: Floats


def _perceive(
    alliance: Alliance,
    now: _Now,
    act: _Act,
    circumstances: Circumstances,
    luck: Luck,
    p: Parameters,
) -> _Seen:
    """What i makes of j's act. Guile hides the claim behind it until it is discovered.

    Detection runs from 15% to 45% (Peskoff et al. 2020; Bond & DePaulo 2006), with openness and
    distrust; guile of earlier rounds can still come out.
    """
    others = _others(act.claim.shape[1])
    good = (
        p.see_benevolence * act.benevolence
        + p.see_candour * act.candour
        + p.see_commitment * act.commitment
    )
    shown = good - p.see_claim * act.claim * (1.0 - act.guile)
    true = good - p.see_claim * act.claim - p.see_guile * act.guile
    openness = now.safety * (
        p.openness_base + (1.0 - p.openness_base) * np.maximum(act.candour, act.reflect)
    )
    hidden = _clip(alliance.hidden + act.guile[:, None, :])
    notices = p.detection + p.detection_gain * (
        0.5 * openness[:, :, None] + 0.5 * (1.0 - alliance.trust)
    )
    notices = _clip(notices + circumstances.detection_shift[:, None, None])
    has_secret = (hidden > 0.0) & others
    discovered = has_secret & (luck.detect < notices)
    suspected = others & ~has_secret & (luck.false_alarm < p.false_alarm)
    # Found out: worse than nothing at best, and what lay hidden before counts too.
    unmasked = np.minimum(true[:, None, :], -p.old_guile * alliance.hidden)
    experience = np.where(discovered, unmasked, shown[:, None, :])
    experience = experience + p.noise * (1.0 - openness)[:, None, :] * luck.noise
    experience = np.where(suspected, np.minimum(experience, -p.suspicion), experience)
    hidden = np.where(discovered | ~others, 0.0, hidden)
    return _Seen(_clip(experience, -1.0, 1.0), discovered, suspected, hidden)


class _Trusting(NamedTuple):
    trust: Floats
    ceiling: Floats
    breach: Kinds
    denied: Floats
    learned: Floats
    masked: Floats
    repaired: Floats
    talked: Floats


def _trust(
    alliance: Alliance, now: _Now, act: _Act, repair: Ints, seen: _Seen, p: Parameters
) -> _Trusting:
    """Trust after the round: up slowly towards its ceiling, down fast (Slovic 1993).

    Form of the update: Jonker & Treur 1999, "slow positive, fast negative". A share of the gain
    goes to the contract instead (Malhotra & Murnighan 2002); a loss never does.
    """
    trust, ceiling = alliance.trust, alliance.ceiling
    good, bad = np.maximum(seen.experience, 0.0), np.maximum(-seen.experience, 0.0)
    room = np.maximum(ceiling - trust, 0.0)
    # Relying on the organisation makes one read the person kindly, and the reverse.
    kindly = 1.0 + p.halo * (alliance.reliability - 0.5)
    gain = p.trust_gain * kindly * good * room
    masked = p.masking * now.formal[:, None, None] * gain
    learned = gain - masked - p.trust_loss * bad * trust
    after = trust + learned

    # A denial that is later disproved takes back what it gave (Kim et al. 2004).
    reversal = np.where(seen.discovered, np.minimum(alliance.denied, after), 0.0)
    mended = _mended(alliance, act, repair, seen.discovered, after, p)
    after = after - reversal + mended
    is_denial = (repair == DENIAL)[:, None, :]
    denied = np.where(seen.discovered, 0.0, alliance.denied + np.where(is_denial, mended, 0.0))

    alone = np.maximum(act.reflect[:, None, :] - act.reflect[:, :, None], 0.0)
    talked = -p.trust_talk * alone * (1.0 - now.safety)[:, :, None] * after
    after = after + talked

    lowered = np.where(seen.discovered, ceiling * (1.0 - p.scar), ceiling)
    capped = np.minimum(after, lowered)
    return _Trusting(
        trust=capped,
        ceiling=lowered,
        breach=_breach(alliance, act, seen, p),
        denied=denied,
        learned=learned + (capped - after),
        masked=masked,
        repaired=mended - reversal,
        talked=talked,
    )


def _mended(
    alliance: Alliance, act: _Act, repair: Ints, discovered: Bools, trust: Floats, p: Parameters
) -> Floats:
    """(G, P, P) trust that i gives back on j's apology or denial of an earlier breach.

    An apology fits a breach of competence, a denial one of integrity (Kim et al. 2004).
    """
    kind, breach = repair[:, None, :], alliance.breach
    has_breach = breach != NO_BREACH
    matched = ((kind == APOLOGY) & (breach == COMPETENCE)) | (
        (kind == DENIAL) & (breach == INTEGRITY)
    )
    fit = np.where(matched, p.repair_matched, p.repair_mismatched)
    fit = np.where(kind == NO_REPAIR, 1.0, fit)
    room = np.maximum(alliance.ceiling - trust, 0.0)
    works = has_breach & ~discovered
    return np.where(works, p.repair * act.repair[:, None, :] * fit * room, 0.0)


def _breach(alliance: Alliance, act: _Act, seen: _Seen, p: Parameters) -> Kinds:
    """(G, P, P) the breach that i now holds against j; making amends spends it."""
    shown = act.claim * (1.0 - act.guile)
    amends = (act.repair > 0.0)[:, None, :]
    kept = np.where(amends, NO_BREACH, alliance.breach)
    failed = (act.slipped | act.vetoed)[:, None, :]
    selfish = (shown >= p.breach_claim)[:, None, :] | seen.discovered | seen.suspected
    found = np.where(selfish, INTEGRITY, np.where(failed, COMPETENCE, kept))
    return np.where(_others(shown.shape[1]), found, NO_BREACH).astype(np.int8)


def _reliability(
    alliance: Alliance, act: _Act, claim_shown: Floats, discovered: Bools, p: Parameters
) -> Floats:
    """(G, P, P) reliability after the round: kept commitments count, contract or not."""
    failed = act.slipped | act.vetoed
    claim = np.where(discovered, act.claim[:, None, :], claim_shown[:, None, :])
    kept = (act.commitment - p.unkept * failed)[:, None, :] - p.unkept * claim
    kindly = 1.0 + p.halo * (alliance.trust - 0.5)
    relied = alliance.reliability
    up = p.reliability_gain * kindly * np.maximum(kept, 0.0) * (1.0 - relied)
    down = p.reliability_loss * _clip(-kept) * relied
    return relied + up - down


class _Money(NamedTuple):
    payoff: Floats
    joint: Floats
    share: Floats
    stolen: Floats
    cost: Floats
    transaction_cost: Floats


def _value(
    alliance: Alliance, now: _Now, act: _Act, circumstances: Circumstances, p: Parameters
) -> _Money:
    """What the round yields and who gets it; payoffs sum to the joint value less the costs."""
    parties = act.claim.shape[1]
    joint = _yield(alliance, now, p) * _across(act.effort)

    claims = np.where(_others(parties), act.claim[:, None, :], 0.0)
    lead = act.claim - facing(claims)
    weight = np.maximum(1.0 + p.grab * lead, 0.0) / parties
    share = weight / _across(weight)[:, None]
    takes = p.theft * act.guile[:, :, None] * now.exposure.transpose(0, 2, 1) / (parties - 1)
    stolen = np.where(_others(parties), takes, 0.0)
    cost = (
        act.effort
        + p.formalise_cost * act.formalise
        + p.reflect_cost * act.reflect
        + circumstances.autonomy_cost[:, None]
    )
    payoff = share * joint[:, None] - cost + _across(stolen) - _across(stolen.transpose(0, 2, 1))
    lost = transaction_cost(alliance, p)
    return _Money(payoff, joint, share, stolen, cost, lost)


def _yield(alliance: Alliance, now: _Now, p: Parameters) -> Floats:
    diversity = alliance.diversity
    fertile = (p.novelty_base + p.novelty * diversity) * (
        1.0 - p.misunderstanding * diversity * (1.0 - now.understanding)
    )
    mean_trust = table_mean(alliance.trust)
    order = p.yield_base + p.yield_formal * now.formal + p.yield_both * now.formal * mean_trust
    result: Floats = p.yield_ * fertile * order * (1.0 - _transaction_cost(mean_trust, p))
    return result


# Between rounds


def reflect(
    alliance: Alliance,
    steps_done: Floats,
    openness: Floats,
    circumstances: Circumstances,
    luck: Luck,
    parameters: Parameters = DEFAULTS,
) -> tuple[Alliance, Reflected]:
    """The alliance after a reflection moment, and what it did.

    steps_done: (G,) 0..4. openness: (G, P) of what each party said. Quality goes with the least
    safe and open voice: reflect_quality * steps / 4 * sqrt(min(safety * openness)). Trust grows
    by quality; diversity that shows where it is not safe or understood costs trust. Diversity
    itself stays as it is (theses 4 and 5).
    """
    p, now = parameters, _effective(alliance, circumstances)
    parties = alliance.safety.shape[1]
    depth = steps_done / 4.0
    quality = p.reflect_quality * depth * np.sqrt(_least(now.safety * openness))
    unease = 1.0 - _across(now.safety) / parties
    rub = p.friction * depth * alliance.diversity * (1.0 - now.understanding) * unease
    room = np.maximum(alliance.ceiling - alliance.trust, 0.0)
    trust = (
        alliance.trust
        + p.reflect_trust * quality[:, None, None] * room
        - rub[:, None, None] * alliance.trust
    )
    came_out = luck.surface < (p.surfacing * quality)[:, None, None]
    talked = replace(
        alliance,
        trust=trust,
        safety=alliance.safety + p.safety_gain * quality[:, None] * (1.0 - alliance.safety),
        understanding=alliance.understanding
        + p.reflect_understanding * quality * (1.0 - alliance.understanding),
        lock_in=alliance.lock_in * (1.0 - p.unlocking * quality),
        previous=alliance.previous * (1.0 - p.forgetting * quality)[:, None],
        value=alliance.value - p.reflect_cost * depth[:, None],
    )
    after, surfaced = surface(talked, came_out, p)
    after = _frozen_where_over(after, alliance)
    quality = np.where(alliance.alive, quality, 0.0)
    return after, Reflected(quality, after.trust - alliance.trust, surfaced)


def surface(
    alliance: Alliance, who: Bools, parameters: Parameters = DEFAULTS
) -> tuple[Alliance, Bools]:
    """The alliance after j's hidden guile comes out to i, and where there was any to come out.

    who: (G, P, P). It lowers the ceiling like any discovery, and trust less than being caught.
    """
    p = parameters
    found = who & (alliance.hidden > 0.0) & alliance.alive[:, None, None]
    ceiling = np.where(found, alliance.ceiling * (1.0 - p.scar), alliance.ceiling)
    hurt = alliance.trust * (1.0 - p.confessed * p.trust_loss) - alliance.denied
    trust = np.where(found, np.maximum(hurt, 0.0), alliance.trust)
    return replace(
        alliance,
        trust=np.minimum(trust, ceiling),
        ceiling=ceiling,
        hidden=np.where(found, 0.0, alliance.hidden),
        denied=np.where(found, 0.0, alliance.denied),
        breach=np.where(found, np.int8(INTEGRITY), alliance.breach),
    ), found


def speak_of_trust(alliance: Alliance, who: Bools, parameters: Parameters = DEFAULTS) -> Alliance:
    """The alliance after some (G, P) bring up trust: who did not, hears distrust in it.

    The harm is trust_talk * (1 - safety) of i's trust in j; none where i speaks too.
    """
    alone = who[:, None, :] & ~who[:, :, None] & alliance.alive[:, None, None]
    doubt = parameters.trust_talk * (1.0 - alliance.safety)[:, :, None]
    return replace(alliance, trust=alliance.trust * np.where(alone, 1.0 - doubt, 1.0))


def turnover(alliance: Alliance, who: Bools, parameters: Parameters = DEFAULTS) -> Alliance:
    """The alliance after the negotiators of some parties (G, P) are replaced by newcomers.

    Trust from and in them goes to a newcomer's level, and shared understanding is lost as far as
    no contract holds it. Reliability and the contract stay: they belong to the organisations.
    """
    p = parameters
    pair = (who[:, :, None] | who[:, None, :]) & _others(who.shape[1])
    fresh = p.newcomer_trust + p.handed_over * (alliance.trust - p.newcomer_trust)
    unwritten = 1.0 - alliance.formal
    remembered = 1.0 - (1.0 - p.handed_over) * unwritten
    after = replace(
        alliance,
        trust=np.where(pair, np.minimum(fresh, alliance.ceiling), alliance.trust),
        safety=np.where(who, 0.5 * (alliance.safety + p.safety), alliance.safety),
        understanding=np.where(
            who.any(axis=1), alliance.understanding * remembered, alliance.understanding
        ),
        value=alliance.value - np.where(who, (p.turnover_cost * unwritten)[:, None], 0.0),
    )
    return _frozen_where_over(after, alliance)


def leave(
    alliance: Alliance,
    circumstances: Circumstances,
    who: Bools,
    parameters: Parameters = DEFAULTS,
) -> Alliance:
    """The alliance after some parties (G, P) walk out: it breaks, and each partner pays.

    The price is sunk: a break cost and the exit cost of the circumstances (Parkhe 1998).
    """
    breaks = alliance.alive & who.any(axis=1)
    price = np.where(breaks, parameters.break_cost + circumstances.exit_cost, 0.0)
    return replace(alliance, value=alliance.value - price[:, None], alive=alliance.alive & ~breaks)


def part(alliance: Alliance, who: Bools | None = None) -> Alliance:
    """The alliance ended by consent, without a price; who: (G,) which games, or all."""
    parted = np.ones_like(alliance.alive) if who is None else who
    return replace(alliance, alive=alliance.alive & ~parted)


# Small things


def _others(parties: int) -> Bools:
    return ~np.eye(parties, dtype=bool)


def _filled(shape: tuple[int, ...], given: float | Floats | None, default: float) -> Floats:
    result = np.empty(shape)
    result[...] = default if given is None else given
    return result


def _across(x: Floats) -> Floats:
    # A sum over the last axis in a fixed order; numpy's own may depend on the layout.
    total: Floats = x[..., 0]
    for at in range(1, x.shape[-1]):
        total = total + x[..., at]
    return total


def _least(x: Floats) -> Floats:
    least: Floats = x[..., 0]
    for at in range(1, x.shape[-1]):
        least = np.minimum(least, x[..., at])
    return least


def _clip(x: Floats, low: float = 0.0, high: float = 1.0) -> Floats:
    result: Floats = np.minimum(np.maximum(x, low), high)
    return result


def _transaction_cost(mean_trust: Floats, p: Parameters) -> Floats:
    slope = log(np.array([p.transaction_ratio]))
    result: Floats = p.transaction_lowest * exp(slope * (1.0 - mean_trust))
    return result


def _blank_diagonal(x: Floats) -> Floats:
    return np.where(_others(x.shape[1]), x, 0.0)


def _frozen_where_over(after: Alliance, before: Alliance) -> Alliance:
    """The state after, except where the alliance was over already; diagonals stay blank."""
    alive = before.alive
    blank = np.eye(before.trust.shape[1], dtype=bool)
    kept = {}
    for each in fields(Alliance):
        new, old = getattr(after, each.name), getattr(before, each.name)
        if new is old:
            continue
        goes_on = alive.reshape(-1, *([1] * (new.ndim - 1)))
        # The diagonal of the state before is zero, so this also keeps it zero.
        kept[each.name] = np.where(goes_on & ~blank if new.ndim == 3 else goes_on, new, old)
    return replace(after, **kept)


def _nothing_where_over(happened: Round, alive: Bools) -> Round:
    if alive.all():
        return happened
    blank = {}
    for each in fields(Round):
        value = getattr(happened, each.name)
        goes_on = alive.reshape(-1, *([1] * (value.ndim - 1)))
        blank[each.name] = np.where(goes_on, value, np.zeros_like(value))
    return replace(happened, **blank)
