"""What many plays without a script show: the claims of the paper as signs and orders of effect.

These signs are partly built in, so they show that the model says what the paper says, and prove
nothing about the world. All comparisons are paired: the plays share their luck.
"""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from engine.model.kernel import Alliance, Circumstances, nudge, risk
from engine.model.outcome import BROKEN, LOPSIDED, STALLED, SUCCESS, legacy
from engine.model.parameters import DEFAULTS, FORMS
from engine.model.storyless import Course, Plan, chance_of_cooperation
from tests.model.plays import (
    MANY,
    REFLECT,
    both,
    opportunism,
    simulate,
    standard,
    traits,
)

NO_CONTRACT = Plan(formalise_in=())


def success(course: Course) -> float:
    return course.share(SUCCESS)


# Frame


@pytest.mark.slow
def test_about_half_of_alliances_succeed() -> None:
    mixed = (success(standard()) + success(standard(reflecting=True))) / 2
    assert 0.45 < mixed < 0.60


@pytest.mark.slow
@pytest.mark.parametrize("form", ["joint-venture", "acquisition", "merger"])
def test_a_break_costs_more_than_never_having_started_where_parties_are_bound(form: str) -> None:
    preset = FORMS[form]
    plan = replace(NO_CONTRACT, form=form)
    course = simulate(plan, games=8000, start={"formal_overlap": preset.formal_overlap})
    broken = course.outcome == BROKEN
    assert broken.sum() > 50
    assert course.joint[broken].mean() < DEFAULTS.outside


def test_a_break_burns_the_next_start_and_working_at_it_schools() -> None:
    left = legacy(np.array([SUCCESS, BROKEN, STALLED]), reflections=0)
    assert left.trust.tolist() == [0.0, -DEFAULTS.burnt, 0.0]
    more = legacy(np.array([SUCCESS]), reflections=3)
    assert more.skill[0] > left.skill[0] > 0.0


@pytest.mark.slow
def test_success_rises_with_experience_of_alliances() -> None:
    base = {"safety": DEFAULTS.safety, "understanding": DEFAULTS.understanding}
    base["internal_balance"] = DEFAULTS.internal_balance
    rates = []
    for _ in range(3):
        rates.append(success(simulate(start=base)))
        skill = legacy(np.array([SUCCESS]), reflections=3).skill[0]
        base = {name: float(nudge(np.array([value]), skill)[0]) for name, value in base.items()}
    assert rates[0] < rates[1] < rates[2]


@pytest.mark.slow
def test_the_formal_and_the_informal_each_do_less_than_both_together() -> None:
    neither = success(simulate(NO_CONTRACT))
    formal = success(simulate(Plan(formalise_in=(0, 3, 6))))
    informal = success(simulate(Plan(formalise_in=(), reflect_before=REFLECT)))
    together = success(simulate(Plan(formalise_in=(0, 3, 6), reflect_before=REFLECT)))
    assert neither < min(formal, informal)
    assert together > max(formal, informal) + 0.10


@pytest.mark.slow
def test_contracts_do_more_where_parties_reflect() -> None:
    def gain(plan: Plan) -> float:
        return success(simulate(plan, start={"formal_overlap": 0.9})) - success(
            simulate(plan, start={"formal_overlap": 0.1})
        )

    assert gain(Plan(formalise_in=(), reflect_before=(0, 1, 3))) > gain(NO_CONTRACT)


# Thesis 1


@pytest.mark.slow
def test_a_party_out_of_balance_brings_trouble_to_the_alliance_and_to_its_partner() -> None:
    balanced = simulate(start={"internal_balance": 1.0})
    torn = simulate(start={"internal_balance": np.array([0.3, 1.0])})
    both_torn = simulate(start={"internal_balance": 0.3})
    assert success(balanced) - success(both_torn) > 0.10
    assert success(balanced) > success(torn) > success(both_torn)
    # The harm spills over: the partner that is in balance trusts less.
    spilled = balanced.alliance.trust[:, 1, 0].mean() - torn.alliance.trust[:, 1, 0].mean()
    assert spilled > 0.02


@pytest.mark.slow
def test_more_balance_means_fewer_broken_promises() -> None:
    failing = []
    for balance in (0.2, 0.6, 1.0):
        course = simulate(start={"internal_balance": balance}, keep_rounds=True)
        failed = sum((each.slipped | each.vetoed).sum() for each in course.rounds)
        failing.append(failed / course.alive.sum())
    assert failing[0] > failing[1] > failing[2] == 0.0


def test_choices_are_noisy_and_become_a_best_reply_only_in_the_limit() -> None:
    start = Alliance.start(1, 2, trust=np.array([[[0.0, 0.9], [0.1, 0.0]]]))
    calm = Circumstances.calm(1, 2)
    sharp = replace(DEFAULTS, precision=5000.0)
    felt = risk(start, calm)
    pays = (felt.confidence > felt.perceived)[0, [0, 1], [1, 0]]
    assert pays.tolist() == [True, False]
    assert chance_of_cooperation(start, calm, sharp)[0].round(9).tolist() == [1.0, 0.0]
    human = chance_of_cooperation(start, calm)[0]
    assert 0.0 < human[1] < 0.5 < human[0] < 1.0


def test_without_noise_a_party_experiences_exactly_what_was_done() -> None:
    exact = replace(DEFAULTS, noise=0.0, false_alarm=0.0)
    plan = Plan(rounds=1, formalise_in=(), forced=both(0, "invest"))
    clear = simulate(plan, exact, keep_rounds=True, start={"internal_balance": 1.0})
    blurred = simulate(plan, keep_rounds=True, start={"internal_balance": 1.0})
    assert np.ptp(clear.rounds[0].experience[:, 0, 1]) == 0.0
    assert blurred.rounds[0].experience[:, 0, 1].std() > 0.05


# Thesis 2


@pytest.mark.slow
def test_a_contract_that_lapses_leaves_less_trust_than_there_seemed_to_be() -> None:
    forced = {key: act for at in range(8) for key, act in both(at, "invest").items()}
    plan = Plan(rounds=8, formalise_in=(), forced=forced, exits=False)
    steady = replace(DEFAULTS, turnover=0.0)
    bound = simulate(
        plan, steady, start={"formal_overlap": 0.9, "internal_balance": 1.0}, keep_rounds=True
    )
    free = simulate(plan, steady, start={"formal_overlap": 0.0, "internal_balance": 1.0})
    calm = Circumstances.calm(MANY, 2)
    kept = risk(bound.alliance, calm).confidence[:, 0, 1].mean()
    lapsed = (
        risk(replace(bound.alliance, formal_overlap=np.zeros(MANY)), calm)
        .confidence[:, 0, 1]
        .mean()
    )
    never = risk(free.alliance, calm).confidence[:, 0, 1].mean()
    assert lapsed < kept
    assert lapsed < never
    assert sum(each.masked[:, 0, 1].mean() for each in bound.rounds) > 0.05


# Trust, opportunism, risk


@pytest.mark.slow
def test_there_is_a_best_amount_of_difference_and_reflection_moves_it_up() -> None:
    grid = (0.1, 0.3, 0.5, 0.7, 0.9)

    def best(plan: Plan, understanding: float) -> float:
        joint = [
            simulate(plan, start={"diversity": d, "understanding": understanding}).joint.mean()
            for d in grid
        ]
        return grid[int(np.argmax(joint))]

    plain, reflecting = Plan(), Plan(reflect_before=REFLECT)
    assert 0.1 < best(plain, 0.2) < 0.9
    assert best(plain, 0.2) < best(plain, 0.6)
    assert best(plain, 0.2) < best(reflecting, 0.2)


@pytest.mark.slow
def test_the_higher_the_exit_cost_the_fewer_breaks_and_the_more_stalled() -> None:
    courses = [simulate(around={"exit_cost": cost}) for cost in (0.0, 0.2, 0.4)]
    breaks = [course.share(BROKEN) for course in courses]
    stalled = [course.share(STALLED) for course in courses]
    assert breaks[0] > breaks[1] > breaks[2]
    assert stalled[0] < stalled[1] < stalled[2]


def test_small_differences_at_the_start_grow() -> None:
    spread = standard().trust.var(axis=1)
    assert spread[-1] > 2 * spread[0]
    assert (np.diff(spread)[1:] > 0).all()


@pytest.mark.slow
def test_in_the_long_run_an_alliance_ends_high_or_low_and_seldom_between() -> None:
    long = simulate(Plan(rounds=40, exits=False), replace(DEFAULTS, turnover=0.0), games=2000)
    shares, _ = np.histogram(long.trust[-1], bins=5, range=(0, 1))
    assert shares[2] < 0.5 * shares[3] < shares[3] < shares[0]


@pytest.mark.slow
def test_the_first_round_predicts_the_outcome() -> None:
    course = simulate(NO_CONTRACT)
    together = course.cooperated[0].sum(axis=1)
    rates = [(course.outcome[together == n] == SUCCESS).mean() for n in range(3)]
    assert rates[0] < rates[1] < rates[2]
    assert rates[2] > 2 * rates[1]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["competition", "pressure"])
def test_competition_and_pressure_bring_opportunism_and_failure(name: str) -> None:
    low, middle, high = (simulate(around={name: level}) for level in (0.1, 0.5, 0.9))
    assert opportunism(low) < opportunism(middle) < opportunism(high)
    assert success(low) > success(middle) > success(high)


@pytest.mark.slow
def test_a_party_that_secretly_wants_to_win_is_the_opportunistic_one() -> None:
    course = simulate(around={"competition": np.array([0.3, 0.9])})
    acts = course.opportunistic.sum(axis=(0, 1))
    assert acts[1] > 1.3 * acts[0]


@pytest.mark.slow
def test_under_pressure_reflection_multiplies_success_by_more() -> None:
    ratios = []
    for level in (0.1, 0.5, 0.9):
        plain, reflecting = (
            success(simulate(Plan(reflect_before=when), around={"pressure": level}))
            for when in ((), REFLECT)
        )
        assert reflecting > plain
        ratios.append(reflecting / plain)
    assert ratios[0] < ratios[1] < ratios[2]


def test_opportunism_grows_with_perceived_risk_and_never_dies_out() -> None:
    trust = np.linspace(0.0, 1.0, 21)
    start = Alliance.start(21, 2, trust=trust[:, None, None])
    calm = Circumstances.calm(21, 2)
    perceived = risk(start, calm).perceived[:, 0, 1]
    chance = 1.0 - chance_of_cooperation(start, calm)[:, 0]
    assert (np.diff(perceived) < 0).all()
    assert (np.diff(chance) < 0).all()
    assert chance.min() > 0.0


@pytest.mark.slow
def test_who_trusts_less_walks_out_sooner() -> None:
    leaving = []
    for trust in (0.3, 0.5, 0.7, 0.9):
        course = simulate(start={"trust": trust})
        leaving.append(1 - course.alive[3].mean())
    assert leaving == sorted(leaving, reverse=True)
    assert leaving[0] > 3 * leaving[-1]


@pytest.mark.slow
def test_trust_predicts_whether_the_other_lets_one_down() -> None:
    course = simulate(NO_CONTRACT)
    # Trust before the first round as a forecast of both parties' first act, against the best
    # constant forecast.
    forecast, came = course.trust[0], course.cooperated[0].mean(axis=1)
    assert np.corrcoef(forecast, came)[0, 1] > 0.2


def test_trust_and_reliability_go_together_and_are_not_the_same() -> None:
    alliance = standard().alliance
    alike = np.corrcoef(alliance.trust[:, 0, 1], alliance.reliability[:, 0, 1])[0, 1]
    assert 0.2 < alike < 0.95


@pytest.mark.slow
def test_low_trust_slows_everything() -> None:
    productive, costs = [], []
    for trust in (0.4, 0.6, 0.8):
        course = simulate(NO_CONTRACT, start={"trust": trust})
        productive.append(course.cooperated.all(axis=2).sum(axis=0).mean())
        costs.append(course.transaction_cost.mean())
    assert productive[0] < productive[1] < productive[2]
    assert costs[0] > costs[1] > costs[2]


def poached(trust: float, formal: float = 0.1) -> Course:
    """Plays in which party 1 poaches every other round while party 0 is as it is."""
    forced = {(at, 1): traits("poach") for at in range(1, 10, 2)}
    plan = Plan(formalise_in=(), forced=forced)
    return simulate(plan, start={"trust": trust, "formal_overlap": formal})


@pytest.mark.slow
def test_the_naive_are_robbed() -> None:
    wary, trusting, naive = (poached(trust) for trust in (0.5, 0.7, 0.9))
    assert wary.share(LOPSIDED) < trusting.share(LOPSIDED) < naive.share(LOPSIDED)
    gaps = [
        (course.alliance.value[:, 1] - course.alliance.value[:, 0]).mean()
        for course in (wary, trusting, naive)
    ]
    assert 0.0 < gaps[0] < gaps[1] < gaps[2]


@pytest.mark.slow
def test_a_contract_protects_who_is_candid() -> None:
    forced = {(at, 1): traits("poach") for at in range(10)}
    forced |= {(at, 0): traits("share") for at in range(10)}
    plan = Plan(formalise_in=(), forced=forced, exits=False)
    stolen = []
    for formal in (0.1, 0.5, 0.9):
        course = simulate(plan, games=500, start={"formal_overlap": formal}, keep_rounds=True)
        stolen.append(sum(each.stolen[:, 1, 0].mean() for each in course.rounds))
    assert stolen[0] > stolen[1] > stolen[2] > 0.0


# Thesis 3, in five parts


@pytest.fixture(scope="module")
def by_trust() -> list[Course]:
    """Plays from low to high trust at the start."""
    return [simulate(start={"trust": trust}) for trust in (0.3, 0.5, 0.7, 0.9)]


@pytest.mark.slow
def test_trust_makes_cooperation_possible(by_trust: list[Course]) -> None:
    rates = [success(course) for course in by_trust]
    assert all(b > a + 0.05 for a, b in pairwise(rates))


@pytest.mark.slow
def test_trust_saves_transaction_costs(by_trust: list[Course]) -> None:
    costs = [course.transaction_cost.mean() for course in by_trust]
    assert costs == sorted(costs, reverse=True)


@pytest.mark.slow
def test_trust_prevents_overestimating_risk(by_trust: list[Course]) -> None:
    over = [course.overestimation.mean() for course in by_trust]
    assert over == sorted(over, reverse=True)
    assert over[-1] > 0.0


@pytest.mark.slow
def test_trust_limits_opportunism(by_trust: list[Course]) -> None:
    acts = [opportunism(course) for course in by_trust]
    assert acts == sorted(acts, reverse=True)


@pytest.mark.slow
def test_trust_makes_cooperation_fruitful(by_trust: list[Course]) -> None:
    joint = [course.joint.mean() for course in by_trust]
    assert joint == sorted(joint)


# Theses 4 and 5


def repeats_what_failed(course: Course) -> float:
    """How often a joint act that was not full cooperation is played again next round."""
    failed = ~course.cooperated[:-1].all(axis=2) & course.alive[1:]
    again = (course.cooperated[1:] == course.cooperated[:-1]).all(axis=2)
    return float(again[failed].mean())


@pytest.mark.slow
def test_an_undiscussed_game_reproduces_its_pattern() -> None:
    plain, reflecting = standard(), standard(reflecting=True)
    assert repeats_what_failed(plain) > repeats_what_failed(reflecting) + 0.05
    assert plain.lock_in[-1].mean() > reflecting.lock_in[-1].mean() + 0.10


def test_reflection_strengthens_trust_and_leaves_diversity_alone() -> None:
    plain, reflecting = standard(), standard(reflecting=True)
    assert reflecting.trust[-1].mean() > plain.trust[-1].mean() + 0.05
    assert success(reflecting) > success(plain) + 0.10
    assert (reflecting.alliance.diversity == DEFAULTS.diversity).all()


@pytest.mark.slow
def test_reflection_does_less_the_less_safe_it_is() -> None:
    gains = []
    for safety in (0.02, 0.2, 0.5, 0.8):
        plain, reflecting = (
            simulate(Plan(reflect_before=when), start={"safety": safety}) for when in ((), REFLECT)
        )
        gains.append(success(reflecting) - success(plain))
    assert gains == sorted(gains)


@pytest.mark.slow
def test_reflection_can_do_harm_where_it_is_unsafe_and_the_parties_differ() -> None:
    start = {"safety": 0.02, "diversity": 0.9, "understanding": 0.1}
    plain, reflecting = (simulate(Plan(reflect_before=when), start=start) for when in ((), (1,)))
    assert reflecting.trust[-1].mean() < plain.trust[-1].mean()
    assert success(reflecting) < success(plain)


@pytest.mark.slow
def test_reflecting_early_is_worth_more_than_late() -> None:
    early, late = (simulate(Plan(reflect_before=when)) for when in ((0, 1, 3), (7, 8, 9)))
    assert early.joint.mean() > late.joint.mean() + 0.05
    assert success(early) > success(late) + 0.05


@pytest.mark.slow
def test_a_fabric_woven_by_reflection_withstands_a_shock() -> None:
    kept = []
    for when in ((), REFLECT):
        calm, struck = (
            simulate(Plan(reflect_before=when, shocks=shocks)) for shocks in ({}, {5: 0.3})
        )
        kept.append(success(struck) / success(calm))
    assert kept[1] > kept[0] + 0.05


@pytest.mark.slow
def test_trust_recovers_faster_after_a_shock_where_the_parties_reflect_on_it() -> None:
    recovered = []
    for when in ((), (7,)):
        calm, struck = (
            simulate(Plan(reflect_before=when, shocks=shocks, exits=False))
            for shocks in ({}, {5: 0.4})
        )
        gap = (calm.trust - struck.trust).mean(axis=1)
        recovered.append(1 - gap[-1] / gap[6])
    assert recovered[1] > recovered[0] + 0.05


# Figure 2


QUADRANTS = {1: (0.75, 0.15), 2: (0.75, 0.70), 3: (0.45, 0.70), 4: (0.45, 0.15)}
STEPS = {
    "nothing": NO_CONTRACT,
    "formalise": Plan(formalise_in=(0,)),
    "reflect": Plan(formalise_in=(), reflect_before=(0,)),
    "concede": Plan(formalise_in=(), forced=both(0, "concede")),
    "new people": Plan(formalise_in=(), replaced=((0, 0), (0, 1))),
}
# Two steps, in an order.
ORDERS = {
    "trust, then contract": Plan(formalise_in=(1,), reflect_before=(0,)),
    "contract, then contract": Plan(formalise_in=(0, 1)),
}


@cache
def from_quadrant(quadrant: int, step: str = "nothing") -> float:
    """The success of plays that start in that quadrant of figure 2 with that step."""
    trust, formal = QUADRANTS[quadrant]
    plan = {**STEPS, **ORDERS}[step]
    return success(simulate(plan, start={"trust": trust, "formal_overlap": formal}))


def best_step(quadrant: int) -> str:
    return max(STEPS, key=lambda step: from_quadrant(quadrant, step))


@pytest.mark.slow
def test_trust_and_overlap_make_a_robust_alliance_and_neither_makes_none() -> None:
    assert from_quadrant(2) > from_quadrant(1) + 0.05
    assert from_quadrant(1) > from_quadrant(3) > from_quadrant(4) + 0.05


@pytest.mark.slow
def test_with_trust_and_little_overlap_aligning_the_formal_helps_most() -> None:
    assert best_step(1) == "formalise"


@pytest.mark.slow
def test_with_overlap_and_little_trust_looking_in_the_mirror_helps_most() -> None:
    assert best_step(3) == "reflect"


@pytest.mark.slow
def test_with_neither_the_one_step_that_helps_most_is_to_give() -> None:
    assert best_step(4) == "concede"


@pytest.mark.slow
def test_with_neither_trust_comes_before_contract() -> None:
    trust_first = from_quadrant(4, "trust, then contract")
    assert trust_first > from_quadrant(4, "contract, then contract")
    assert trust_first > from_quadrant(4)
