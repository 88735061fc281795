"""Small literal cases: these moves in, this change of trust, reliability, safety and value out."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from engine.model.kernel import (
    APOLOGY,
    COMPETENCE,
    DENIAL,
    INTEGRITY,
    PROVEN,
    SUSPECTED,
    Alliance,
    Circumstances,
    Luck,
    exit_hazard,
    leave,
    maturity,
    nudge,
    part,
    play_round,
    quadrant,
    reflect,
    risk,
    speak_of_trust,
    surface,
    transaction_cost,
    turnover,
)
from engine.model.parameters import DEFAULTS, FORMS
from tests.model.plays import NOTHING, caught, run, traits

ME_OF_YOU, YOU_OF_ME = (0, 0, 1), (0, 1, 0)


@pytest.mark.parametrize("trait", ["benevolence", "candour", "commitment"])
def test_care_candour_and_commitment_are_each_felt(trait: str) -> None:
    felt = []
    for size in (0.0, 0.4, 0.8):
        act = traits("hold", claim=0.0, **{trait: size})
        _, (happened,) = run([(NOTHING, act)])
        felt.append(happened.experience[ME_OF_YOU])
    assert felt[0] == 0.0
    assert felt[0] < felt[1] < felt[2]


def test_perceived_risk_falls_with_trust_and_meets_risk_at_full_trust() -> None:
    perceived, real = [], []
    for trust in (0.0, 0.5, 1.0):
        felt = risk(Alliance.start(1, 2, trust=trust), Circumstances.calm(1, 2))
        perceived.append(felt.perceived[ME_OF_YOU])
        real.append(felt.p_star[ME_OF_YOU])
    assert perceived[0] > perceived[1] > perceived[2] == real[2] == real[0] > 0


@pytest.mark.parametrize("name", ["pressure", "competition"])
def test_pressure_and_a_competitive_mind_raise_the_risk(name: str) -> None:
    calm = Circumstances.calm(1, 2)
    tense = replace(calm, **{name: getattr(calm, name) + 0.5})
    start = Alliance.start(1, 2)
    assert (risk(start, tense).p_star > risk(start, calm).p_star)[0, 0, 1]


def test_competition_makes_all_of_three_needed() -> None:
    start = Alliance.start(1, 3)
    calm = Circumstances.calm(1, 3)
    confidence = {
        level: risk(start, replace(calm, competition=np.full((1, 3), level))).confidence[ME_OF_YOU]
        for level in (0.0, 0.5, 1.0)
    }
    two = risk(Alliance.start(1, 2), Circumstances.calm(1, 2)).confidence[ME_OF_YOU]
    assert_allclose(confidence[0.0], two)
    assert confidence[0.0] > confidence[0.5] > confidence[1.0]


def test_a_contract_gives_control_as_far_as_it_is_understood_alike() -> None:
    def gained(understanding: float) -> float:
        calm = Circumstances.calm(1, 2)
        loose = Alliance.start(1, 2, formal_overlap=0.0, understanding=understanding)
        tight = Alliance.start(1, 2, formal_overlap=1.0, understanding=understanding)
        difference = risk(tight, calm).confidence - risk(loose, calm).confidence
        return float(difference[ME_OF_YOU])

    assert gained(0.0) == 0.0
    assert 0.0 < gained(0.3) < gained(0.9)


def test_guile_works_until_it_is_found_out() -> None:
    good, false = (NOTHING, traits("share")), (NOTHING, traits("poach"))
    (before, unseen), (happened,) = run([false])
    assert unseen.trust[ME_OF_YOU] == before.trust[ME_OF_YOU]
    assert unseen.ceiling[ME_OF_YOU] == 1.0
    assert unseen.hidden[ME_OF_YOU] == 1.0
    assert happened.stolen[YOU_OF_ME] > 0.0

    # Found out a round later, behind a good act: that act earns nothing.
    around = Circumstances.calm(1, 2)
    repair = np.zeros((1, 2), dtype=np.int8)
    found, seen = play_round(unseen, np.array([good]), repair, around, caught())
    assert seen.discovered[ME_OF_YOU]
    assert found.trust[ME_OF_YOU] < unseen.trust[ME_OF_YOU]
    assert_allclose(found.ceiling[ME_OF_YOU], 1 - DEFAULTS.scar)
    assert found.hidden[ME_OF_YOU] == 0.0
    assert found.breach[ME_OF_YOU] == PROVEN


def test_detection_grows_with_openness_and_distrust() -> None:
    draws = np.linspace(0, 1, 1001, endpoint=False)
    many = len(draws)
    luck = replace(Luck.none(many, 2), detect=np.broadcast_to(draws[:, None, None], (many, 2, 2)))
    acts = np.broadcast_to(np.array([traits("share"), traits("poach")]), (many, 2, 8))
    repair = np.zeros((many, 2), dtype=np.int8)

    def found(trust: float, safety: float) -> float:
        start = Alliance.start(many, 2, trust=trust, safety=safety)
        _, happened = play_round(start, acts, repair, Circumstances.calm(many, 2), luck)
        return float(happened.discovered[:, 0, 1].mean())

    assert found(0.9, 0.1) < found(0.3, 0.1) < found(0.3, 0.9)
    # From the 13.8% of lies suspected among friends to the 47% that strangers catch.
    assert 0.14 < found(1.0, 0.0) < 0.17
    assert 0.44 < found(0.0, 1.0) < 0.48


def test_the_innocent_are_suspected_now_and_then() -> None:
    many = 20_000
    games, rounds = np.arange(many), np.zeros(many, dtype=np.int64)
    acts = np.broadcast_to(traits("share"), (many, 2, 8))
    start, around = Alliance.start(many, 2), Circumstances.calm(many, 2)
    repair = np.zeros((many, 2), dtype=np.int8)
    luck = Luck.draw(1, games, rounds, 2)
    after, happened = play_round(start, acts, repair, around, luck)
    rate = happened.suspected[:, 0, 1].mean()
    assert abs(rate - 0.045) < 0.006
    assert not happened.suspected[:, 0, 0].any()
    doubted = happened.suspected[:, 0, 1]
    assert (after.trust[doubted, 0, 1] < start.trust[doubted, 0, 1]).all()
    assert (after.ceiling[:, 0, 1] == 1.0).all()


def test_the_same_deed_earns_less_trust_and_as_much_reliability_under_a_contract() -> None:
    moves = [(traits("invest"), traits("invest"))] * 10
    loose, _ = run(moves, formal_overlap=0.0)
    tight, rounds = run(moves, formal_overlap=0.8)
    pair = ME_OF_YOU
    assert tight[1].reliability[pair] == loose[1].reliability[pair]
    assert tight[-1].trust[pair] < loose[-1].trust[pair] - 0.03
    assert abs(tight[-1].reliability[pair] - loose[-1].reliability[pair]) < 0.01
    assert_allclose(
        rounds[0].masked[pair], DEFAULTS.masking * 0.8 * (loose[1].trust - loose[0].trust)[pair]
    )


def test_trust_and_reliability_colour_one_another() -> None:
    moves = [(traits("concede"), traits("concede"))]
    (_, low), _ = run(moves, reliability=0.2)
    (_, high), _ = run(moves, reliability=0.8)
    assert high.trust[ME_OF_YOU] > low.trust[ME_OF_YOU]
    (first, cool), _ = run(moves, trust=0.2)
    (_, warm), _ = run(moves, trust=0.8)
    assert warm.reliability[ME_OF_YOU] > cool.reliability[ME_OF_YOU] > first.reliability[ME_OF_YOU]


def test_trust_in_institutions_lifts_reliability_at_the_start() -> None:
    low, high = (Alliance.start(1, 2, institution=x).reliability[ME_OF_YOU] for x in (0.1, 0.9))
    assert low < DEFAULTS.reliability < high


def test_a_party_out_of_balance_undoes_or_half_keeps_its_promises() -> None:
    many = 1000
    luck = np.repeat(np.linspace(0, 1, many, endpoint=False)[:, None], 2, axis=1)
    acts = np.broadcast_to(traits("invest"), (many, 2, 8))
    repair = np.zeros((many, 2), dtype=np.int8)
    failing = []
    for balance in (0.0, 0.5, 1.0):
        start = Alliance.start(many, 2, internal_balance=balance)
        calm = replace(Luck.none(many, 2), veto=luck)
        after, happened = play_round(start, acts, repair, Circumstances.calm(many, 2), calm)
        failing.append((happened.vetoed.mean(), happened.slipped.mean()))
        failed = (happened.vetoed | happened.slipped)[:, 1]
        if failed.any():
            # The other party pays: it trusts and relies less than where promises were kept.
            for state in (after.trust, after.reliability):
                assert state[failed, 0, 1].max() < state[~failed, 0, 1].min()
            assert (after.breach[failed, 0, 1] == COMPETENCE).all()
    assert_allclose(failing, [(0.25, 0.5), (0.125, 0.25), (0.0, 0.0)], atol=0.002)


REPAIRS = {"apology": APOLOGY, "denial": DENIAL}


def repaired(breach: int, repair: int, later_proven: bool = False) -> float:
    """The trust of 0 in 1 after 1 spoke of its breach, and perhaps was found out after all."""
    start = Alliance.start(1, 2, trust=0.4, formal_overlap=0.0)
    start = replace(start, breach=np.array([[[0, breach], [0, 0]]], dtype=np.int8))
    if later_proven:
        start = replace(start, hidden=np.array([[[0.0, 0.8], [0.0, 0.0]]]))
    words = traits("hold", claim=0.0, repair=1.0)
    around, luck = Circumstances.calm(1, 2), Luck.none(1, 2)
    after, happened = play_round(
        start, np.array([[NOTHING, words]]), np.array([[0, repair]], np.int8), around, luck
    )
    if (breach, repair) != (PROVEN, DENIAL):
        assert (happened.repaired[ME_OF_YOU] > 0) == (breach > 0)
    if later_proven:
        after, _ = surface(after, np.ones((1, 2, 2), dtype=bool))
    return float(after.trust[ME_OF_YOU])


def test_an_apology_suits_a_failure_and_a_denial_suits_a_charge_of_bad_faith() -> None:
    assert repaired(COMPETENCE, APOLOGY) > repaired(COMPETENCE, DENIAL)
    assert repaired(INTEGRITY, DENIAL) > repaired(INTEGRITY, APOLOGY)


def test_a_denial_that_is_disproved_later_is_worse_than_an_apology() -> None:
    guilty = [repaired(INTEGRITY, how, later_proven=True) for how in (APOLOGY, DENIAL)]
    assert guilty[0] > guilty[1]


def test_denying_what_is_proven_costs_trust_and_an_apology_mends_a_little() -> None:
    """Kim et al. 2004 [R]: with proof of guilt an apology does better than a denial."""
    nothing = 0.4
    assert repaired(PROVEN, DENIAL) < nothing < repaired(PROVEN, APOLOGY)
    assert repaired(PROVEN, APOLOGY) < repaired(COMPETENCE, APOLOGY)


def test_an_unfounded_suspicion_is_cleared_by_denying_it() -> None:
    assert repaired(SUSPECTED, DENIAL) > repaired(SUSPECTED, APOLOGY)


def test_there_is_nothing_to_repair_without_a_breach() -> None:
    assert repaired(0, APOLOGY) == repaired(0, DENIAL) == pytest.approx(0.4)


def test_an_apology_is_spent_once() -> None:
    claim = (traits("concede"), traits("claim"))
    sorry = (traits("concede"), traits("apologise", benevolence=0.0, candour=0.0, commitment=0.0))
    _, rounds = run([claim, sorry, sorry], repairs={1: (0, APOLOGY), 2: (0, APOLOGY)})
    assert rounds[1].repaired[ME_OF_YOU] > 0.0
    assert rounds[2].repaired[ME_OF_YOU] == 0.0


def test_a_deception_leaves_less_to_be_repaired() -> None:
    gained = []
    for kind, luck in (("claim", None), ("bluff", caught())):
        sorry = (NOTHING, traits("apologise"))
        _, rounds = run(
            [(NOTHING, traits(kind)), sorry], repairs={1: (0, APOLOGY)}, luck=luck, trust=0.7
        )
        gained.append(rounds[1].repaired[ME_OF_YOU])
    assert 0.0 < gained[1] < gained[0]


def spoken(safety: float, who: tuple[bool, bool]) -> float:
    """The change in party 1's trust in party 0 when these parties bring up trust."""
    start = Alliance.start(1, 2, safety=safety)
    after = speak_of_trust(start, np.array([who]))
    assert after.trust[ME_OF_YOU] == start.trust[ME_OF_YOU] or who[1]
    return float((after.trust - start.trust)[YOU_OF_ME])


def test_who_speaks_of_trust_first_speaks_distrust_unless_it_is_safe() -> None:
    assert spoken(0.0, (True, False)) < spoken(0.5, (True, False)) < 0.0
    assert_allclose(spoken(0.0, (True, False)), -DEFAULTS.trust_talk * DEFAULTS.trust)
    assert spoken(1.0, (True, False)) == 0.0


def test_speaking_of_trust_together_does_no_harm() -> None:
    assert spoken(0.2, (True, True)) == 0.0


def test_reflecting_aloud_alone_is_heard_as_distrust_too() -> None:
    alone, _ = run([(traits("ask"), traits("share"))], safety=0.1)
    _, (together,) = run([(traits("ask"), traits("ask"))], safety=0.1)
    _, (one_sided,) = run([(traits("ask"), traits("share"))], safety=0.1)
    assert one_sided.talked[YOU_OF_ME] < 0.0
    assert one_sided.talked[ME_OF_YOU] == together.talked[YOU_OF_ME] == 0.0
    assert len(alone) == 2


def held(safety: float, diversity: float = 0.5, steps: float = 4.0, **start: Any) -> Alliance:
    """The alliance after a reflection moment."""
    before = Alliance.start(1, 2, safety=safety, diversity=diversity, **start)
    around, luck = Circumstances.calm(1, 2), Luck.none(1, 2)
    return reflect(before, np.array([steps]), np.ones((1, 2)), around, luck)[0]


def test_reflection_brings_trust_where_it_is_safe_and_friction_where_it_is_not() -> None:
    before = DEFAULTS.trust
    assert held(0.7).trust[ME_OF_YOU] > held(0.3).trust[ME_OF_YOU] > before
    unsafe = held(0.02, diversity=0.9, understanding=0.1)
    assert unsafe.trust[ME_OF_YOU] < before
    # The more the parties differ without understanding it, the harder it is.
    assert held(0.1, diversity=0.9).trust[ME_OF_YOU] < held(0.1, diversity=0.1).trust[ME_OF_YOU]


def test_reflection_raises_safety_and_understanding_and_unlocks_habits() -> None:
    after, before = held(0.5, lock_in=0.6), Alliance.start(1, 2, safety=0.5)
    assert after.safety[0, 0] > before.safety[0, 0]
    assert after.understanding[0] > before.understanding[0]
    assert after.lock_in[0] < 0.6
    assert after.diversity[0] == before.diversity[0]


def test_the_least_open_voice_sets_the_depth_of_a_reflection() -> None:
    start, around, luck = Alliance.start(1, 3), Circumstances.calm(1, 3), Luck.none(1, 3)
    qualities = [
        reflect(start, np.array([4.0]), np.array([voices]), around, luck)[1].quality[0]
        for voices in ([1.0, 1.0, 1.0], [1.0, 0.5, 1.0], [1.0, 0.5, 0.5], [1.0, 0.0, 1.0])
    ]
    assert qualities[0] > qualities[1] == qualities[2] > qualities[3] == 0.0


def test_reflection_can_bring_out_what_was_hidden_and_it_hurts_less_than_being_caught() -> None:
    (start, after), _ = run([(NOTHING, traits("poach"))], safety=0.9)
    around = Circumstances.calm(1, 2)
    bare = replace(Luck.none(1, 2), surface=np.zeros((1, 2, 2)))
    told, reflected = reflect(after, np.array([4.0]), np.ones((1, 2)), around, bare)
    assert reflected.surfaced[ME_OF_YOU]
    assert not reflected.surfaced[YOU_OF_ME]
    assert told.ceiling[ME_OF_YOU] < 1.0
    assert told.hidden[ME_OF_YOU] == 0.0
    (_, found), _ = run([(NOTHING, traits("poach"))], safety=0.9, luck=caught())
    assert start.trust[ME_OF_YOU] > told.trust[ME_OF_YOU] > found.trust[ME_OF_YOU]


def test_a_newcomer_costs_trust_the_more_there_was_and_understanding_as_far_as_unwritten() -> None:
    def lost(trust: float, formal: float) -> tuple[float, float, float, float]:
        start = Alliance.start(1, 2, trust=trust, formal_overlap=formal)
        after = turnover(start, np.array([[True, False]]))
        assert after.reliability[ME_OF_YOU] == start.reliability[ME_OF_YOU]
        assert after.formal_overlap[0] == start.formal_overlap[0]
        return (
            float((start.trust - after.trust)[ME_OF_YOU]),
            float((start.trust - after.trust)[YOU_OF_ME]),
            float((start.understanding - after.understanding)[0]),
            float((start.value - after.value)[0, 0]),
        )

    low, high, written = lost(0.5, 0.0), lost(0.9, 0.0), lost(0.9, 1.0)
    assert 0.0 < low[0] < high[0]
    assert high[0] == high[1]
    assert high[2] > 0.0 == written[2]
    assert high[3] > 0.0 == written[3]


def test_a_newcomer_does_not_rescue_a_bad_alliance_by_much() -> None:
    start = Alliance.start(1, 2, trust=0.1)
    after = turnover(start, np.array([[True, True]]))
    assert after.trust[ME_OF_YOU] < DEFAULTS.newcomer_trust < DEFAULTS.trust


def test_a_newcomer_is_trusted_no_more_than_who_left() -> None:
    for trust in (0.05, 0.3, 0.6, 0.95):
        start = Alliance.start(1, 2, trust=trust)
        after = turnover(start, np.array([[True, False]]))
        assert (after.trust <= start.trust).all()


def test_walking_out_costs_every_partner_and_parting_costs_nobody() -> None:
    start = Alliance.start(1, 3)
    around = replace(Circumstances.calm(1, 3), exit_cost=np.array([0.3]))
    broken = leave(start, around, np.array([[False, True, False]]))
    assert not broken.alive[0]
    assert_allclose(broken.value, -(DEFAULTS.break_cost + 0.3))
    parted = part(start, np.array([True]))
    assert not parted.alive[0]
    assert (parted.value == 0.0).all()
    # Walking out of an alliance that is already over costs nothing more.
    assert_allclose(leave(broken, around, np.array([[True, False, False]])).value, broken.value)


def test_claims_move_the_division_and_candour_lays_open() -> None:
    _, (even,) = run([(traits("invest"), traits("invest"))])
    _, (taken,) = run([(traits("invest"), traits("invest", claim=0.4))])
    assert even.share[0].tolist() == [0.5, 0.5]
    assert taken.share[0, 1] > 0.5 > taken.share[0, 0]
    (before, after), _ = run([(traits("share"), NOTHING)])
    assert after.exposure[ME_OF_YOU] > before.exposure[ME_OF_YOU]
    assert after.exposure[YOU_OF_ME] == before.exposure[YOU_OF_ME]


def test_the_figures_of_the_state() -> None:
    start = Alliance.start(4, 2, trust=np.array([0.8, 0.8, 0.3, 0.3])[:, None, None])
    start = replace(start, formal_overlap=np.array([0.2, 0.8, 0.8, 0.2]))
    assert quadrant(start).tolist() == [1, 2, 3, 4]
    assert_allclose(maturity(start)[0], (0.8 + DEFAULTS.safety + DEFAULTS.understanding) / 3)
    least, most = (transaction_cost(Alliance.start(1, 2, trust=t))[0] for t in (1.0, 0.0))
    assert_allclose(most / least, DEFAULTS.transaction_ratio)


def test_a_pulse_moves_a_share_of_the_room_that_is_left() -> None:
    assert nudge(np.array([0.5]), 0.2)[0] == pytest.approx(0.6)
    assert nudge(np.array([0.5]), -0.2)[0] == pytest.approx(0.4)
    assert nudge(np.array([1.0, 0.0]), np.array([0.3, -0.3])).tolist() == [1.0, 0.0]


def test_a_standing_shift_counts_while_it_stands_and_is_not_kept() -> None:
    start = Alliance.start(1, 2, safety=0.4)
    calm = Circumstances.calm(1, 2)
    safe = replace(calm, safety_shift=np.full((1, 2), 0.3))
    luck = Luck.none(1, 2)
    four, open_ = np.array([4.0]), np.ones((1, 2))
    plain, one = reflect(start, four, open_, calm, luck)
    lifted, two = reflect(start, four, open_, safe, luck)
    assert two.quality[0] > one.quality[0]
    still, _ = play_round(start, np.zeros((1, 2, 8)), np.zeros((1, 2), np.int8), safe, luck)
    assert still.safety.tolist() == start.safety.tolist()
    assert (lifted.trust > plain.trust)[0, 0, 1]


def test_being_found_out_takes_back_what_a_denial_won() -> None:
    charge = (NOTHING, traits("claim", benevolence=0.0, candour=0.0))
    denies = (NOTHING, traits("deny", benevolence=0.0, candour=0.0, commitment=0.0, guile=0.5))
    still = (NOTHING, NOTHING)
    (*_, before), rounds = run([charge, denies], repairs={1: (0, DENIAL)}, trust=0.5)
    won = rounds[1].repaired[ME_OF_YOU]
    assert before.denied[ME_OF_YOU] == won > 0.0
    around, none = Circumstances.calm(1, 2), np.zeros((1, 2), dtype=np.int8)
    after, happened = play_round(before, np.array([still]), none, around, caught())
    assert_allclose(happened.repaired[ME_OF_YOU], -won)
    assert after.denied[ME_OF_YOU] == 0.0


def test_a_thief_among_three_takes_no_more_in_all_than_among_two() -> None:
    taken = []
    for parties in (2, 3, 4):
        acts = (traits("poach"), *[NOTHING] * (parties - 1))
        _, (happened,) = run([acts])
        assert not happened.stolen[0, 1:].any()
        taken.append(happened.stolen[0, 0].sum())
    assert_allclose(taken, DEFAULTS.theft * DEFAULTS.exposure)


def test_who_is_candid_is_understood_with_less_noise() -> None:
    loud = replace(Luck.none(1, 2), noise=np.ones((1, 2, 2)))
    acts = [(traits("hold", claim=0.0, candour=0.9), traits("hold", claim=0.0, candour=0.1))]
    (_, (clear,)), (_, (blurred,)) = run(acts), run(acts, luck=loud)
    noise = np.abs(blurred.experience - clear.experience)
    assert noise[YOU_OF_ME] < noise[ME_OF_YOU]


def test_exposure_is_a_risk_that_a_contract_covers() -> None:
    def real(exposure: float, formal: float) -> float:
        start = Alliance.start(1, 2, exposure=exposure, formal_overlap=formal)
        return float(risk(start, Circumstances.calm(1, 2)).p_star[ME_OF_YOU])

    assert real(0.8, 0.0) > real(0.1, 0.0)
    assert_allclose(real(0.8, 1.0), real(0.1, 1.0))


def test_candour_makes_safe_and_claims_make_unsafe() -> None:
    def safety(kind: str, luck: Luck | None = None) -> float:
        (_, after), _ = run([(NOTHING, traits(kind))], luck=luck)
        return float(after.safety[0, 0])

    assert safety("share") > DEFAULTS.safety > safety("claim")
    assert safety("poach") == DEFAULTS.safety > safety("poach", caught())


def test_reflection_takes_time_and_loosens_the_habit() -> None:
    before = replace(Alliance.start(1, 2), previous=np.array([[1.0, -1.0]]))
    around, luck = Circumstances.calm(1, 2), Luck.none(1, 2)
    after, _ = reflect(before, np.array([4.0]), np.ones((1, 2)), around, luck)
    assert_allclose(after.value, -DEFAULTS.reflect_cost)
    assert 0.0 < after.previous[0, 0] < 1.0
    assert after.previous[0, 1] == -after.previous[0, 0]
    half, _ = reflect(before, np.array([2.0]), np.ones((1, 2)), around, luck)
    assert_allclose(half.value, -DEFAULTS.reflect_cost / 2)


def test_a_newcomer_feels_as_safe_as_at_the_start_by_half() -> None:
    start = Alliance.start(1, 2, safety=0.8)
    after = turnover(start, np.array([[True, False]]))
    assert_allclose(after.safety[0], [(0.8 + DEFAULTS.safety) / 2, 0.8])


def test_binding_forms_cost_autonomy_every_round() -> None:
    start, luck, none = Alliance.start(1, 2), Luck.none(1, 2), np.zeros((1, 2), dtype=np.int8)
    acts = np.array([[traits("invest"), traits("invest")]])
    free, bound = (
        play_round(start, acts, none, Circumstances.calm(1, 2, form), luck)[1].payoff
        for form in (None, "merger")
    )
    assert_allclose(free - bound, FORMS["merger"].autonomy_cost)


def test_walking_out_is_rarer_the_more_it_costs() -> None:
    start, calm = Alliance.start(1, 2, trust=0.3), Circumstances.calm(1, 2)
    dear = replace(calm, exit_cost=np.array([0.3]))
    assert exit_hazard(start, calm)[0, 0] > 2 * exit_hazard(start, dear)[0, 0] > 0.0
