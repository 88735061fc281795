"""Stylised facts from the literature; none was used to set the model's sizes unless stated.

[R] the abstract or an excerpt of the source was read, [M] from memory.
"""

from dataclasses import replace

import numpy as np
import pytest

from engine.model.kernel import (
    Alliance,
    Circumstances,
    mean_over_others,
    risk,
    transaction_cost,
    yield_of_effort,
)
from engine.model.parameters import DEFAULTS
from engine.model.storyless import Plan
from tests.model.plays import (
    NOTHING,
    Floats,
    both,
    caught,
    run,
    simulate,
    standard,
    traits,
)

PAIR = (0, 0, 1)


def effect(one: Floats, other: Floats) -> float:
    """Cohen's d of the second against the first."""
    pooled = np.sqrt((one.var() + other.var()) / 2)
    return float((other.mean() - one.mean()) / pooled)


def test_losing_trust_weighs_one_and_a_half_to_four_times_gaining_it() -> None:
    """Slovic 1993 [R]; 1.4 to 3.7 in laboratory data."""
    changes = []
    good = traits("hold", claim=0.0, benevolence=0.21 / DEFAULTS.see_benevolence)
    bad = traits("hold", claim=0.21 / DEFAULTS.see_claim)
    for act in (good, bad):
        (before, after), (happened,) = run([(NOTHING, act)], trust=0.5, formal_overlap=0.0)
        assert abs(happened.experience[PAIR]) == pytest.approx(0.21)
        changes.append(float((after.trust - before.trust)[PAIR]))
    assert 1.4 < -changes[1] / changes[0] < 3.7


def test_trust_returns_after_an_open_breach_and_never_quite_after_deception() -> None:
    """Schweitzer, Hershey & Bradlow 2006 [R]."""
    rest = [(traits("invest"), traits("invest"))] * 12
    opened, _ = run([(traits("concede"), traits("claim")), *rest], trust=0.8)
    deceived, _ = run([(traits("concede"), traits("bluff")), *rest], trust=0.8, luck=caught())
    for path in (opened, deceived):
        assert path[1].trust[PAIR] < 0.6
    assert opened[-1].trust[PAIR] > 0.8
    assert deceived[-1].trust[PAIR] < 0.7


@pytest.mark.parametrize("formal", [0.3, 0.9])
def test_confidence_drops_when_a_contract_falls_away_and_more_the_more_it_bound(
    formal: float,
) -> None:
    """Malhotra & Murnighan 2002 [R]: the good behaviour was put down to the contract."""
    path, _ = run([(traits("invest"), traits("invest"))] * 4, formal_overlap=formal)
    free, _ = run([(traits("invest"), traits("invest"))] * 4, formal_overlap=0.0)
    calm = Circumstances.calm(1, 2)
    lapsed = replace(path[-1], formal_overlap=np.zeros(1))
    drop = (risk(path[-1], calm).confidence - risk(lapsed, calm).confidence)[PAIR]
    debt = (risk(free[-1], calm).confidence - risk(lapsed, calm).confidence)[PAIR]
    assert drop > (0.005 if formal < 0.5 else 0.02)
    assert debt > (0.02 if formal < 0.5 else 0.08)


def test_contract_and_trust_are_worth_more_together_than_apart() -> None:
    """Poppo & Zenger 2002 [R]: they complement one another in what they yield."""

    def worth(trust: float, formal: float) -> float:
        start = Alliance.start(1, 2, trust=trust, formal_overlap=formal)
        return float(yield_of_effort(start, Circumstances.calm(1, 2))[0])

    apart = worth(0.8, 0.1) - worth(0.3, 0.1)
    together = worth(0.8, 0.9) - worth(0.3, 0.9)
    assert together > apart > 0.0


def test_novelty_is_an_inverted_u_in_difference() -> None:
    """Nooteboom et al. 2007 [R]; the optimum rises with understanding."""
    grid = np.linspace(0, 1, 101)

    def best(understanding: float) -> float:
        start = Alliance.start(101, 2, diversity=grid, understanding=understanding)
        return float(grid[np.argmax(yield_of_effort(start, Circumstances.calm(101, 2)))])

    assert 0.1 < best(0.1) < best(0.25) < best(0.4) < 1.0


def test_transaction_costs_differ_five_times_between_no_trust_and_full_trust() -> None:
    """Dyer & Chu 2003 [R]; built in, with a ratio of its own."""
    none, full = (transaction_cost(Alliance.start(1, 2, trust=t))[0] for t in (0.0, 1.0))
    assert none / full == pytest.approx(5.0)


def test_debriefs_have_the_size_that_meta_analyses_report() -> None:
    """Tannenbaum & Cerasoli 2013 [R] d = .67; Keiser & Arthur 2022 [R] d = .92. Calibrated."""
    plain, reflecting = standard(), standard(reflecting=True)
    assert 0.5 < effect(plain.trust[-1], reflecting.trust[-1]) < 0.95
    assert 0.67 < effect(plain.joint, reflecting.joint) < 1.0


@pytest.mark.slow
def test_talking_first_brings_cooperation() -> None:
    """Balliet 2010 [R]: d = 1.01, of writing .46. Here one open exchange stands for talk."""
    talk = simulate(Plan(formalise_in=(), forced=both(0, "share")))
    silence = simulate(Plan(formalise_in=(), forced=both(0, "hold")))
    heard, unheard = (each.cooperated[1].mean(axis=1) for each in (talk, silence))
    assert 0.4 < effect(unheard, heard) < 1.21


def trust_and_cooperation(conflict: float) -> float:
    """The correlation of a party's trust with its first act."""
    plan = Plan(rounds=1, formalise_in=(), exits=False)
    games = 10_000
    spread = np.random.default_rng(1).normal(size=(games, 2, 2)) * DEFAULTS.trust_spread
    trust = np.clip(DEFAULTS.trust + spread, 0.02, 0.98)
    plan = replace(plan, first_impressions=False)
    course = simulate(plan, games=games, start={"trust": trust}, around={"competition": conflict})
    felt = np.where(np.eye(2, dtype=bool), 0.0, trust)
    return float(np.corrcoef(mean_over_others(felt).ravel(), course.cooperated[0].ravel())[0, 1])


@pytest.mark.slow
def test_trust_matters_more_the_larger_the_conflict_of_interest() -> None:
    """Balliet & Van Lange 2013 [R] sign; overall r about .26 [M]."""
    low, middle, high = (trust_and_cooperation(conflict) for conflict in (0.0, 0.3, 0.9))
    assert 0.15 < low < middle < high < 0.50


def test_it_is_a_dilemma_at_the_start_and_no_longer_when_parties_understand_each_other() -> None:
    """Kretschmer et al. [M]: low competition is nearer to a stag hunt than to a dilemma."""
    calm = Circumstances.calm(1, 2)
    start = yield_of_effort(Alliance.start(1, 2), calm)[0]
    grown = yield_of_effort(
        Alliance.start(1, 2, understanding=0.8, formal_overlap=0.7, trust=0.8), calm
    )[0]
    assert 1.0 < start < 2.0 < grown
