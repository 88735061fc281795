"""One round of an alliance, for many games at once; and the module that others import.

Row g of a batch equals the single play g bit for bit, on every machine: everything is
elementwise, sums run over the party axis in a fixed order, and powers come from exact.py.
Constants and their sources: parameters.py.

Circumstances shift a state for as long as they last: the round uses clip(state + shift), and the
state is stored without the shift.
"""

from typing import NamedTuple

import numpy as np

from engine.model.arrays import (
    Bools,
    Floats,
    Ints,
    Kinds,
    blank_diagonal,
    clip,
    mean_over_others,
    nudge,
    off_diagonal,
    sum_last_axis,
    table_mean,
)
from engine.model.between_rounds import leave, part, reflect, speak_of_trust, surface, turnover
from engine.model.parameters import DEFAULTS, Parameters
from engine.model.reading import (
    exit_hazard,
    maturity,
    quadrant,
    risk,
    transaction_cost,
    yield_now,
    yield_of_effort,
)
from engine.model.records import replace
from engine.model.state import (
    APOLOGY,
    COMPETENCE,
    DENIAL,
    INTEGRITY,
    NO_BREACH,
    NO_REPAIR,
    PROVEN,
    SUSPECTED,
    Alliance,
    Circumstances,
    EffectiveState,
    Luck,
    Reflected,
    Risk,
    Round,
    effective,
    frozen_where_over,
    nothing_where_over,
)
from engine.scenario.vocabulary import KINDS, TRAITS

__all__ = [
    "APOLOGY",
    "COMPETENCE",
    "DENIAL",
    "INTEGRITY",
    "NO_BREACH",
    "NO_REPAIR",
    "PROVEN",
    "SUSPECTED",
    "Alliance",
    "Bools",
    "Circumstances",
    "Floats",
    "Ints",
    "Luck",
    "Reflected",
    "Risk",
    "Round",
    "exit_hazard",
    "leave",
    "maturity",
    "mean_over_others",
    "nudge",
    "part",
    "play_round",
    "quadrant",
    "reflect",
    "risk",
    "speak_of_trust",
    "surface",
    "table_mean",
    "transaction_cost",
    "turnover",
    "yield_of_effort",
]  # fmt: skip


def play_round(
    alliance: Alliance,
    traits: Floats,
    repair: Ints,
    circumstances: Circumstances,
    luck: Luck,
    parameters: Parameters = DEFAULTS,
    reach: Bools | None = None,
    owned_up: Floats | None = None,
    seen_through: Bools | None = None,
) -> tuple[Alliance, Round]:
    """The alliance after the moves of a round, and what happened in it.

    traits: (G, P, 8) in the order of the vocabulary, in [0, 1]. repair: (G, P) 0 none,
    1 apology, 2 denial. reach: (G, P, P) [g, i, j] what i does is done with j; None: all of it
    with everybody. owned_up: (G, P, P) the share of what j had hidden from i that j tells it itself
    with this act, in [0, 1]. seen_through: (G, P, P) whether j told i before what it hides with
    this act: if it does hide something, i finds out at once. Where the alliance is over, states
    stay the same and each party gets the outside payoff.
    """
    now = effective(alliance, circumstances)
    act = _execute(traits, now.internal_balance, luck.veto, parameters)
    if owned_up is not None:
        alliance = _laid_open(alliance, owned_up, act)
    aim = None if reach is None else _Aim.of(reach)
    seen = _perceive(alliance, now, act, circumstances, luck, parameters, aim, seen_through)
    trust = _trust(alliance, now, act, repair, seen, parameters, aim)
    money = _value(alliance, now, act, circumstances, parameters, aim)

    after = replace(
        alliance,
        trust=trust.trust,
        ceiling=trust.ceiling,
        reliability=_reliability(alliance, act, seen.discovered, parameters, aim),
        exposure=_exposure(alliance, now, act, circumstances, parameters, aim),
        hidden=seen.hidden,
        breach=trust.breach,
        denied=trust.denied,
        safety=_safety(alliance, act, seen, parameters, aim),
        value=alliance.value + money.payoff,
        previous=_behaviour(act, parameters),
        formal_overlap=_formal_overlap(alliance, act, parameters, aim),
        lock_in=alliance.lock_in + parameters.lock_in * (1.0 - alliance.lock_in),
    )
    happened = _told(act, seen, trust, money)
    return _paid_elsewhere_where_over(after, happened, alliance, parameters)


class _Aim(NamedTuple):
    """With whom each act is done, (G, P, P) each; where all are for all there is none.

    reach: [g, i, j] what i does is done with j. felt: the same from the other side, [g, i, j] what
    j does is done with i. Diagonals are false.
    """

    reach: Bools
    felt: Bools

    @classmethod
    def of(cls, reach: Bools) -> "_Aim":
        aimed = reach & off_diagonal(reach.shape[1])
        return cls(aimed, aimed.transpose(0, 2, 1))

    @property
    def others(self) -> Floats:
        """(G, P) with how many others each acts, at least one."""
        return np.maximum(sum_last_axis(self.reach.astype(float)), 1.0)


def _to_each(act: Floats, aim: _Aim | None) -> Floats:
    """(G, P, P) [g, i, j] what i gets of an act (G, P) of j."""
    seen: Floats = act[:, None, :]
    return seen if aim is None else np.where(aim.felt, seen, 0.0)


def _mean_of_felt(x: Floats, aim: _Aim | None) -> Floats:
    """(G, P) the mean of (G, P, P) over the others who act with that party; none: 0."""
    if aim is None:
        return mean_over_others(x)
    felt = sum_last_axis(aim.felt.astype(float))
    return sum_last_axis(np.where(aim.felt, x, 0.0)) / np.maximum(felt, 1.0)


class _Act(NamedTuple):
    """What each party really did after slips and vetoes, (G, P) each."""

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

    @property
    def claim_shown(self) -> Floats:
        """The claim that others see at once: guile hides it."""
        return self.claim * (1.0 - self.guile)


# When its own organisation undoes a cooperative act, a party holds.
_HELD = KINDS["hold"].traits[TRAITS.index("claim")]


def _execute(
    traits: Floats, internal_balance: Floats, luck: Floats, parameters: Parameters
) -> _Act:
    """The acts after slips and vetoes: a party out of balance undoes or half keeps its promises.

    One number decides both, so a party can be vetoed or slip, but not both (thesis 1).
    """
    b, c, k, q, g, f, r, y = (np.asfortranarray(traits[:, :, at]) for at in range(len(TRAITS)))
    unbalance = 1.0 - internal_balance
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
        claim=np.where(vetoed, _HELD, q),
        guile=g * done,
        formalise=f * done,
        reflect=r * done,
        repair=y * done,
        slipped=slipped,
        vetoed=vetoed,
    )


def _laid_open(alliance: Alliance, owned_up: Floats, act: _Act) -> Alliance:
    """The alliance before the acts are seen, without what they lay open of what was hidden.

    It can't be found out any more, and trust does not fall for it as for something found out: to
    come out later hurts less than to be caught (`confessed`), and to say it unasked less again, so
    the candour of the act is all that weighs. An act that is half kept tells it too, since words
    are words; one that its own side stops tells nothing.
    """
    untold = act.vetoed | ~alliance.alive[:, None]
    told = np.where(untold[:, None, :], 0.0, owned_up)
    return replace(alliance, hidden=alliance.hidden * (1.0 - told))


class _Seen(NamedTuple):
    experience: Floats
    discovered: Bools
    suspected: Bools
    hidden: Floats


def _perceive(
    alliance: Alliance,
    now: EffectiveState,
    act: _Act,
    circumstances: Circumstances,
    luck: Luck,
    p: Parameters,
    aim: _Aim | None,
    seen_through: Bools | None,
) -> _Seen:
    """What i makes of j's act. Guile hides the claim behind it until it is discovered.

    Detection runs from 15% to 45% (Peskoff et al. 2020; Bond & DePaulo 2006), with openness and
    distrust; guile of earlier rounds can still come out. Nobody is fooled about what it was told.
    """
    others = off_diagonal(act.claim.shape[1])
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
    guile = _to_each(act.guile, aim)
    hidden = clip(alliance.hidden + guile)
    notices = p.detection + p.detection_gain * (
        0.5 * openness[:, :, None] + 0.5 * (1.0 - alliance.trust)
    )
    notices = clip(notices + circumstances.detection_shift[:, None, None])
    has_secret = (hidden > 0.0) & others
    discovered = has_secret & (luck.detect < notices)
    if seen_through is not None:
        discovered = discovered | (has_secret & seen_through & (guile > 0.0))
    suspected = others & ~has_secret & (luck.false_alarm < p.false_alarm)
    noise = p.noise * (1.0 - openness)[:, None, :] * luck.noise
    if aim is not None:
        suspected = suspected & aim.felt
        noise = np.where(aim.felt, noise, 0.0)
    # Found out: all that lay hidden counts, whatever good was done beside it.
    unmasked = np.minimum(_to_each(true, aim), -p.old_guile * hidden)
    experience = np.where(discovered, unmasked, _to_each(shown, aim))
    experience = experience + noise
    experience = np.where(suspected, np.minimum(experience, -p.suspicion), experience)
    hidden = np.where(discovered | ~others, 0.0, hidden)
    return _Seen(clip(experience, -1.0, 1.0), discovered, suspected, hidden)


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
    alliance: Alliance,
    now: EffectiveState,
    act: _Act,
    repair: Ints,
    seen: _Seen,
    p: Parameters,
    aim: _Aim | None,
) -> _Trusting:
    """Trust after the round: up slowly towards its ceiling, down fast (Slovic 1993).

    Form of the update: Jonker & Treur 1999, "slow positive, fast negative". A share of the gain
    goes to the contract instead (Malhotra & Murnighan 2002); a loss never does.
    """
    trust, ceiling = alliance.trust, alliance.ceiling
    good, bad = np.maximum(seen.experience, 0.0), np.maximum(-seen.experience, 0.0)
    room = np.maximum(ceiling - trust, 0.0)
    # Relying on the organisation makes a party read the person kindly, and vice versa.
    kindly = 1.0 + p.halo * (alliance.reliability - 0.5)
    gain = p.trust_gain * kindly * good * room
    masked = p.masking * now.formal_overlap[:, None, None] * gain
    learned = gain - masked - p.trust_loss * bad * trust
    after = trust + learned

    # A denial that is later disproved takes back what it gave (Kim et al. 2004).
    reversal = np.where(seen.discovered, np.minimum(alliance.denied, after), 0.0)
    said = _to_each(act.repair, aim)
    mended = _mended(alliance, said, repair, seen.discovered, after, p)
    after = after - reversal + mended
    is_denial = (repair == DENIAL)[:, None, :]
    given = np.where(is_denial, np.maximum(mended, 0.0), 0.0)
    denied = np.where(seen.discovered, 0.0, alliance.denied + given)

    alone = np.maximum(_to_each(act.reflect, aim) - act.reflect[:, :, None], 0.0)
    talked = -p.trust_talk * alone * (1.0 - now.safety)[:, :, None] * after
    after = after + talked

    lowered = np.where(seen.discovered, ceiling * (1.0 - p.scar), ceiling)
    capped = np.minimum(after, lowered)
    return _Trusting(
        trust=capped,
        ceiling=lowered,
        breach=_breach(alliance, act, seen, p, aim),
        denied=denied,
        learned=learned + (capped - after),
        masked=masked,
        repaired=mended - reversal,
        talked=talked,
    )


def _mended(
    alliance: Alliance, said: Floats, repair: Ints, discovered: Bools, trust: Floats, p: Parameters
) -> Floats:
    """(G, P, P) trust that i gives back on what j `said` to it: that it is sorry, or denies it.

    An apology fits a breach of competence, a denial one of integrity, as long as there is no
    proof; of a lie that came out an apology mends a little, and a denial is one lie more (Kim et
    al. 2004).
    """
    kind, breach = repair[:, None, :], alliance.breach
    is_doubt = (breach == INTEGRITY) | (breach == SUSPECTED)
    matched = ((kind == APOLOGY) & (breach == COMPETENCE)) | ((kind == DENIAL) & is_doubt)
    fit = np.where(matched, p.repair_matched, p.repair_mismatched)
    fit = np.where(kind == NO_REPAIR, 1.0, fit)
    room = np.maximum(alliance.ceiling - trust, 0.0)
    given = np.where(
        (kind == DENIAL) & (breach == PROVEN),
        -p.denied_proof * said * trust,
        p.repair * said * fit * room,
    )
    works = (breach != NO_BREACH) & ~discovered
    return np.where(works, given, 0.0)


def _breach(alliance: Alliance, act: _Act, seen: _Seen, p: Parameters, aim: _Aim | None) -> Kinds:
    """(G, P, P) the breach that i now holds against j; amends clear it."""
    shown = _to_each(act.claim_shown, aim)
    amends = _to_each(act.repair, aim) > 0.0
    kept = np.where(amends, NO_BREACH, alliance.breach)
    failed = (act.slipped | act.vetoed)[:, None, :]
    if aim is not None:
        failed = failed & aim.felt
    found = np.where(seen.suspected, SUSPECTED, np.where(failed, COMPETENCE, kept))
    found = np.where(shown >= p.breach_claim, INTEGRITY, found)
    found = np.where(seen.discovered, PROVEN, found)
    return np.where(off_diagonal(shown.shape[2]), found, NO_BREACH).astype(np.int8)


def _reliability(
    alliance: Alliance, act: _Act, discovered: Bools, p: Parameters, aim: _Aim | None
) -> Floats:
    """(G, P, P) reliability after the round: kept commitments count, contract or not."""
    failed = act.slipped | act.vetoed
    claim = np.where(discovered, _to_each(act.claim, aim), _to_each(act.claim_shown, aim))
    kept = _to_each(act.commitment - p.unkept * failed, aim) - p.unkept * claim
    kindly = 1.0 + p.halo * (alliance.trust - 0.5)
    relied = alliance.reliability
    up = p.reliability_gain * kindly * np.maximum(kept, 0.0) * (1.0 - relied)
    down = p.reliability_loss * clip(-kept) * relied
    return relied + up - down


def _exposure(
    alliance: Alliance,
    now: EffectiveState,
    act: _Act,
    circumstances: Circumstances,
    p: Parameters,
    aim: _Aim | None,
) -> Floats:
    """(G, P, P) exposure after the round: candour lays open, and a contract covers some of it."""
    exposing = act.candour * circumstances.exposure_rate[:, None]
    exposing = exposing * (1.0 - p.exposure_cover * now.formal_overlap)[:, None]
    laid_open = exposing[:, :, None] * (1.0 - alliance.exposure)
    if aim is not None:
        laid_open = np.where(aim.reach, laid_open, 0.0)
    return alliance.exposure + laid_open


def _safety(alliance: Alliance, act: _Act, seen: _Seen, p: Parameters, aim: _Aim | None) -> Floats:
    """(G, P) safety after the round: up with the candour of others, down with claims and guile."""
    shown = act.claim_shown
    hurt = _to_each(p.unsafe_claim * shown, aim) + (p.unsafe_guile * seen.discovered)
    candid = (act.candour * (1.0 - shown))[:, None, :]
    return (
        alliance.safety
        + p.safety_gain
        * p.safety_in_round
        * _mean_of_felt(np.broadcast_to(candid, alliance.trust.shape), aim)
        * (1.0 - alliance.safety)
        - p.safety_loss * clip(mean_over_others(hurt)) * alliance.safety
    )


def _formal_overlap(alliance: Alliance, act: _Act, p: Parameters, aim: _Aim | None) -> Floats:
    """(G,) formal overlap after the round: what is put on paper stays there."""
    formalise, parties = act.formalise, act.formalise.shape[1]
    if aim is not None:
        # What is signed with some of the others is on paper for so much of the table.
        formalise = formalise * sum_last_axis(aim.reach.astype(float)) / (parties - 1)
    formalised = sum_last_axis(formalise) / parties
    return alliance.formal_overlap + p.formalising * formalised * (1.0 - alliance.formal_overlap)


def _behaviour(act: _Act, p: Parameters) -> Floats:
    """(G, P) what the others remember of the round: 1 cooperation, -1 opportunism, 0 neither."""
    cooperative = act.effort > act.claim
    opportunistic = (act.claim > p.opportunistic_claim) | (act.guile > 0.0)
    return np.where(opportunistic, -1.0, np.where(cooperative, 1.0, 0.0))


class _Money(NamedTuple):
    payoff: Floats
    joint: Floats
    share: Floats
    stolen: Floats
    cost: Floats
    transaction_cost: Floats


def _value(
    alliance: Alliance,
    now: EffectiveState,
    act: _Act,
    circumstances: Circumstances,
    p: Parameters,
    aim: _Aim | None,
) -> _Money:
    """What the round yields and who gets it; payoffs sum to the joint value minus the costs."""
    parties = act.claim.shape[1]
    joint = yield_now(alliance, now, p) * sum_last_axis(act.effort)

    claims = np.where(off_diagonal(parties), act.claim[:, None, :], 0.0)
    lead = act.claim - _mean_of_felt(claims, aim)
    weight = np.maximum(1.0 + p.grab * lead, 0.0) / parties
    share = weight / sum_last_axis(weight)[:, None]
    takes = p.theft * act.guile[:, :, None] * now.exposure.transpose(0, 2, 1)
    if aim is None:
        received = share * joint[:, None]
        stolen = np.where(off_diagonal(parties), takes / (parties - 1), 0.0)
    else:
        # Value is made together: what is done with nobody makes none.
        made = np.where(aim.reach.any(axis=2), act.effort, 0.0)
        made = yield_now(alliance, now, p)[:, None] * made
        joint = sum_last_axis(made)
        received = _received(made, weight, aim)
        share = np.where(joint[:, None] > 0.0, received / np.maximum(joint, _SOME)[:, None], share)
        stolen = np.where(aim.reach, takes / aim.others[:, :, None], 0.0)
    cost = (
        act.effort
        + p.formalise_cost * act.formalise
        + p.reflect_cost * act.reflect
        + circumstances.autonomy_cost[:, None]
    )
    payoff = received - cost + sum_last_axis(stolen) - sum_last_axis(stolen.transpose(0, 2, 1))
    lost = transaction_cost(alliance, p)
    return _Money(payoff, joint, share, stolen, cost, lost)


# Smaller than what any effort yields: keeps a division by nothing away.
_SOME = 1e-12


def _received(made: Floats, weight: Floats, aim: _Aim) -> Floats:
    """(G, P) what each gets of what each makes (G, P): those share who were in it.

    A claim weighs in what those make that it is made upon.
    """
    parties = weight.shape[1]
    own = ~off_diagonal(parties)
    claimed = np.where(aim.felt | own, weight[:, None, :], 1.0 / parties)
    parts = np.where(aim.reach | own, claimed, 0.0)
    each = made[:, :, None] * parts / sum_last_axis(parts)[:, :, None]
    return sum_last_axis(each.transpose(0, 2, 1))


def _told(act: _Act, seen: _Seen, trust: _Trusting, money: _Money) -> Round:
    return Round(
        payoff=money.payoff,
        slipped=act.slipped,
        vetoed=act.vetoed,
        discovered=seen.discovered,
        suspected=seen.suspected,
        experience=blank_diagonal(seen.experience),
        learned=blank_diagonal(trust.learned),
        masked=blank_diagonal(trust.masked),
        repaired=blank_diagonal(trust.repaired),
        talked=blank_diagonal(trust.talked),
        joint=money.joint,
        share=money.share,
        stolen=money.stolen,
        cost=money.cost,
        transaction_cost=money.transaction_cost,
    )


def _paid_elsewhere_where_over(
    after: Alliance, happened: Round, before: Alliance, parameters: Parameters
) -> tuple[Alliance, Round]:
    """The same, but where the alliance was over: nothing happened, and each earns elsewhere."""
    over = ~before.alive[:, None]
    frozen = frozen_where_over(after, before)
    nothing = nothing_where_over(happened, before.alive)
    value = np.where(over, before.value + parameters.outside, frozen.value)
    payoff = np.where(over, parameters.outside, nothing.payoff)
    return replace(frozen, value=value), replace(nothing, payoff=payoff)
