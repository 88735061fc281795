"""What holds in every state, for two to four parties and any parameters in range."""

from dataclasses import fields, replace
from itertools import pairwise, permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from engine.model.kernel import (
    Alliance,
    Circumstances,
    Luck,
    Round,
    exit_hazard,
    leave,
    part,
    play_round,
    reflect,
    risk,
    speak_of_trust,
    surface,
    transaction_cost,
    turnover,
)
from engine.model.outcome import BROKEN, LOPSIDED, PARTED, STALLED, SUCCESS, classify
from engine.model.parameters import DEFAULTS, Parameters
from engine.model.storyless import chance_of_cooperation
from tests.model.plays import (
    Floats,
    alliances,
    caught,
    circumstances,
    compiled,
    lucks,
    parameters_in_range,
    run,
    traits,
)

Table = tuple[Alliance, Floats, Any, Circumstances, Luck, Parameters]
quick = settings(max_examples=min(40, settings().max_examples), deadline=None)
STATES = (
    "trust", "reliability", "ceiling", "exposure", "hidden", "denied", "safety", "internal_balance",
    "formal_overlap", "understanding", "lock_in", "diversity",
)  # fmt: skip


def every_way(table: Table, openness: float, steps: float) -> list[Alliance]:
    """The alliance after each thing that can happen to it."""
    alliance, acts, repair, around, luck, p = table
    who = luck.veto < 0.5
    four, open_ = np.full(len(who), steps), np.full(who.shape, openness)
    return [
        play_round(alliance, acts, repair, around, luck, p)[0],
        reflect(alliance, four, open_, around, luck, p)[0],
        speak_of_trust(alliance, who, p),
        turnover(alliance, who, p),
        leave(alliance, around, who, p),
        part(alliance, who[:, 0]),
        surface(alliance, luck.surface < 0.5, p)[0],
    ]


shares = st.floats(0, 1)


@pytest.mark.slow
@quick
@given(compiled(), shares, st.floats(0, 4))
def test_states_stay_in_range_and_trust_below_its_ceiling(
    table: Table, openness: float, steps: float
) -> None:
    diagonal = np.eye(table[0].safety.shape[1], dtype=bool)
    for after in every_way(table, openness, steps):
        for name in STATES:
            state = getattr(after, name)
            assert (state >= 0).all(), name
            assert (state <= 1).all(), name
            if state.ndim == 3:
                assert (state[:, diagonal] == 0).all(), name
        assert (after.trust <= after.ceiling).all()
        assert np.isfinite(after.value).all()
        assert np.isin(after.breach, range(5)).all()


@pytest.mark.slow
@quick
@given(compiled(), shares, st.floats(0, 4))
def test_the_ceiling_never_rises_and_diversity_never_changes(
    table: Table, openness: float, steps: float
) -> None:
    before = table[0]
    for after in every_way(table, openness, steps):
        assert (after.ceiling <= before.ceiling).all()
        assert_array_equal(after.diversity, before.diversity)


@pytest.mark.slow
@quick
@given(compiled(alive=True), shares)
def test_trust_never_falls_with_better_experience(table: Table, more: float) -> None:
    alliance, acts, repair, around, luck, p = table
    luck = replace(luck, veto=np.ones_like(luck.veto))
    kinder = acts.copy()
    kinder[:, :, 0] += more * (1 - kinder[:, :, 0])
    worse, first = play_round(alliance, acts, repair, around, luck, p)
    better, second = play_round(alliance, kinder, repair, around, luck, p)
    assert (second.experience >= first.experience).all()
    # A repair has less room left where experience gave more; it never makes up the difference.
    assert (better.trust >= worse.trust - 1e-12).all()


@quick
@given(parameters_in_range(), shares, st.floats(0.05, 0.3), st.floats(0.2, 1.0))
def test_trust_falls_faster_than_it_grows(
    p: Parameters, relied: float, size: float, ceiling: float
) -> None:
    good, bad = np.zeros(8), np.zeros(8)
    good[0], bad[3] = size / p.see_benevolence, size / p.see_claim
    changes = []
    for act in (good, bad):
        start = Alliance.start(1, 2, trust=ceiling / 2, reliability=relied, formal_overlap=0.0)
        start = replace(start, ceiling=start.ceiling * ceiling)
        acts = np.array([[act, act]])
        calm, luck = Circumstances.calm(1, 2), Luck.none(1, 2)
        _, happened = play_round(start, acts, np.zeros((1, 2), np.int8), calm, luck, p)
        assert_allclose(np.abs(happened.experience[0, 0, 1]), size)
        changes.append(happened.learned[0, 0, 1])
    assert changes[0] > 0 > changes[1]
    assert -changes[1] > changes[0]


@quick
@given(alliances(alive=True), parameters_in_range(), st.data())
def test_nothing_done_changes_no_trust_reliability_or_safety(
    alliance: Alliance, p: Parameters, data: st.DataObject
) -> None:
    around = data.draw(circumstances(alliance))
    games, parties = alliance.safety.shape
    still = np.zeros((games, parties, 8))
    repair = np.zeros((games, parties), dtype=np.int8)
    after, _ = play_round(alliance, still, repair, around, Luck.none(games, parties), p)
    for name in ("trust", "reliability", "safety", "ceiling", "exposure", "hidden"):
        assert_array_equal(getattr(after, name), getattr(alliance, name), err_msg=name)


@pytest.mark.slow
@quick
@given(compiled(), shares)
def test_perceived_risk_is_never_below_risk_and_falls_with_trust(table: Table, more: float) -> None:
    alliance, _, _, around, _, p = table
    felt = risk(alliance, around, p)
    others = ~np.eye(alliance.safety.shape[1], dtype=bool)
    assert (felt.perceived >= felt.p_star).all()
    assert (felt.p_star[:, others] > 0).all()
    trusting = replace(alliance, trust=alliance.trust + more * (alliance.ceiling - alliance.trust))
    calmer = risk(trusting, around, p)
    assert_array_equal(calmer.p_star, felt.p_star)
    assert (calmer.perceived <= felt.perceived).all()
    full = replace(alliance, trust=np.where(others, 1.0, alliance.trust))
    assert_allclose(risk(full, around, p).perceived, felt.p_star)


@quick
@given(alliances(), parameters_in_range(), shares)
def test_transaction_costs_fall_with_trust(alliance: Alliance, p: Parameters, more: float) -> None:
    trusting = replace(alliance, trust=alliance.trust + more * (alliance.ceiling - alliance.trust))
    assert (transaction_cost(trusting, p) <= transaction_cost(alliance, p)).all()


@pytest.mark.slow
@quick
@given(compiled(alive=True))
def test_value_is_divided_and_none_comes_from_nothing(table: Table) -> None:
    alliance, acts, repair, around, luck, p = table
    after, happened = play_round(alliance, acts, repair, around, luck, p)
    assert_allclose(happened.share.sum(axis=1), 1.0)
    assert (happened.share >= 0).all()
    made = happened.joint - happened.cost.sum(axis=1)
    assert_allclose(happened.payoff.sum(axis=1), made, atol=1e-12)
    assert_allclose(after.value, alliance.value + happened.payoff)
    moved = happened.stolen.sum(axis=2) - happened.stolen.sum(axis=1)
    assert_allclose(moved.sum(axis=1), 0.0, atol=1e-12)


def reordered(record: Any, order: list[int]) -> Any:
    """The record with the parties in another order."""
    changed = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if value.ndim == 3:
            value = value[:, order][:, :, order]
        elif value.ndim == 2:
            value = value[:, order]
        changed[each.name] = value
    return type(record)(**changed)


def assert_same(first: Any, second: Any, tolerance: float = 0.0) -> None:
    """Every array of the two records is the same, to the bit unless told otherwise."""
    for each in fields(first):
        one, other = getattr(first, each.name), getattr(second, each.name)
        if tolerance:
            assert_allclose(one, other, atol=tolerance, err_msg=each.name)
        else:
            assert_array_equal(one, other, err_msg=each.name)


@pytest.mark.slow
@quick
@given(compiled(), st.data())
def test_parties_can_change_places(table: Table, data: st.DataObject) -> None:
    alliance, acts, repair, around, luck, p = table
    order = list(data.draw(st.sampled_from(list(permutations(range(acts.shape[1]))))))
    after, happened = play_round(alliance, acts, repair, around, luck, p)
    moved, other = play_round(
        reordered(alliance, order),
        acts[:, order],
        repair[:, order],
        reordered(around, order),
        reordered(luck, order),
        p,
    )
    assert_same(moved, reordered(after, order), 1e-12)
    assert_same(other, reordered(happened, order), 1e-12)


@pytest.mark.slow
@quick
@given(compiled(), st.permutations(range(3)))
def test_games_can_change_places(table: Table, order: list[int]) -> None:
    alliance, acts, repair, around, luck, p = table

    def moved(record: Any) -> Any:
        return type(record)(*(getattr(record, each.name)[order] for each in fields(record)))

    after, happened = play_round(alliance, acts, repair, around, luck, p)
    result, other = play_round(
        moved(alliance), acts[order], repair[order], moved(around), moved(luck), p
    )
    assert_same(result, moved(after))
    assert_same(other, moved(happened))


@pytest.mark.slow
@quick
@given(compiled(alive=True), shares)
def test_hidden_guile_leaves_trust_alone_and_found_guile_lowers_it(
    table: Table, guile: float
) -> None:
    alliance, acts, repair, around, luck, p = table
    games, parties = alliance.safety.shape
    luck = Luck.none(games, parties)
    clean = acts.copy()
    clean[:, :, 4] = 0.0
    clean[:, :, 3] = clean[:, :, 3] * (1 - guile)  # the claim that guile would let be seen
    false = clean.copy()
    false[:, :, 3], false[:, :, 4] = acts[:, :, 3], guile
    honest, _ = play_round(alliance, clean, repair, around, luck, p)
    hidden, unseen = play_round(alliance, false, repair, around, luck, p)
    assert not unseen.discovered.any()
    assert_allclose(hidden.trust, honest.trust, atol=1e-12)
    assert_array_equal(hidden.ceiling, alliance.ceiling)

    # Nobody mends anything meanwhile: a clumsy apology can cost more than what is found out.
    nothing = np.zeros_like(repair)
    hidden, _ = play_round(alliance, false, nothing, around, luck, p)
    luck = replace(luck, detect=np.zeros_like(luck.detect))
    found, seen = play_round(alliance, false, nothing, around, luck, p)
    assert (found.trust <= hidden.trust + 1e-12).all()
    out = seen.discovered
    assert_allclose(found.ceiling[out], alliance.ceiling[out] * (1 - p.scar))
    assert (found.hidden[out] == 0).all()


@pytest.mark.slow
@quick
@given(compiled(alive=True), shares)
def test_a_contract_takes_credit_but_never_blame(table: Table, more: float) -> None:
    alliance, acts, repair, around, luck, p = table
    around = replace(around, formal_overlap_shift=np.zeros_like(around.formal_overlap_shift))
    bound = replace(
        alliance, formal_overlap=alliance.formal_overlap + more * (1 - alliance.formal_overlap)
    )
    _, loose = play_round(alliance, acts, repair, around, luck, p)
    _, tight = play_round(bound, acts, repair, around, luck, p)
    assert_array_equal(tight.experience, loose.experience)
    good = loose.experience > 0
    assert (tight.masked >= loose.masked).all()
    uncapped = loose.learned > 0  # a discovery can cap trust in both
    assert (tight.learned <= loose.learned)[good & uncapped].all()
    bad = loose.experience < 0
    assert (tight.learned >= loose.learned - 1e-12)[bad].all()


@quick
@given(compiled(alive=True), shares)
def test_reflection_without_safety_has_no_quality(table: Table, openness: float) -> None:
    alliance, _, _, around, luck, p = table
    around = replace(around, safety_shift=np.zeros_like(around.safety_shift))
    unsafe = replace(alliance, safety=np.zeros_like(alliance.safety))
    four, open_ = np.full(len(luck.veto), 4.0), np.full(luck.veto.shape, openness)
    after, reflected = reflect(unsafe, four, open_, around, luck, p)
    assert (reflected.quality == 0).all()
    assert (after.trust <= unsafe.trust).all()
    assert not reflected.surfaced.any()
    assert_array_equal(after.understanding, unsafe.understanding)


@pytest.mark.slow
@quick
@given(compiled(alive=True), st.floats(0, 3), st.floats(0, 1), shares)
def test_reflection_is_better_the_more_steps_are_done(
    table: Table, steps: float, more: float, openness: float
) -> None:
    alliance, _, _, around, luck, p = table
    open_ = np.full(luck.veto.shape, openness)
    qualities = [
        reflect(alliance, np.full(len(open_), done), open_, around, luck, p)[1].quality
        for done in (0.0, steps, steps + more, 4.0)
    ]
    assert (qualities[0] == 0).all()
    assert all((a <= b).all() for a, b in pairwise(qualities))


@pytest.mark.slow
@quick
@given(compiled(), shares, st.floats(0, 4))
def test_what_is_over_stands_still_and_pays_the_outside_value(
    table: Table, openness: float, steps: float
) -> None:
    alliance, acts, repair, around, luck, p = table
    over = replace(alliance, alive=np.zeros_like(alliance.alive))
    for at, after in enumerate(every_way((over, acts, repair, around, luck, p), openness, steps)):
        value = over.value + (p.outside if at == 0 else 0.0)
        assert_same(after, replace(over, value=value))
    _, happened = play_round(over, acts, repair, around, luck, p)
    assert (happened.payoff == p.outside).all()
    assert not happened.joint.any()
    assert not happened.discovered.any()
    assert (exit_hazard(over, around, p) == 0).all()


@quick
@given(alliances(), parameters_in_range(), st.integers(0, 12), st.data())
def test_every_play_has_exactly_one_outcome(
    alliance: Alliance, p: Parameters, rounds: int, data: st.DataObject
) -> None:
    parted = data.draw(lucks(alliance)).veto[:, 0] < 0.3
    count = np.full(len(parted), rounds)
    outcome = classify(alliance.value, count, alliance.alive, parted, p)
    assert np.isin(outcome, (SUCCESS, LOPSIDED, STALLED, BROKEN, PARTED)).all()
    assert_array_equal(outcome == PARTED, parted)
    assert_array_equal(outcome == BROKEN, ~alliance.alive & ~parted)
    a_round = alliance.value / max(rounds, 1)
    poor = alliance.alive & ~parted & (a_round.mean(axis=1) < p.success_value - 1e-9)
    assert (outcome[poor] == STALLED).all()


@quick
@given(compiled())
def test_without_precision_choices_are_coin_flips(table: Table) -> None:
    alliance, _, _, around, _, p = table
    flips = chance_of_cooperation(alliance, around, replace(p, precision=0.0, inertia=0.0))
    assert (flips == 0.5).all()


@quick
@given(compiled())
def test_there_is_no_cooperation_without_a_chance_of_opportunism(table: Table) -> None:
    alliance, _, _, around, _, p = table
    assert (chance_of_cooperation(alliance, around, p) < 1.0).all()


@pytest.mark.slow
@quick
@given(compiled())
def test_a_round_leaves_what_it_was_given_alone(table: Table) -> None:
    copies = [_copied(each) for each in table]
    play_round(*table)
    for given_, copy in zip(table, copies, strict=True):
        if isinstance(given_, np.ndarray):
            assert_array_equal(given_, copy)
        elif not isinstance(given_, Parameters):
            assert_same(given_, copy)


def _copied(record: Any) -> Any:
    if isinstance(record, np.ndarray):
        return record.copy()
    if isinstance(record, Parameters):
        return record
    return type(record)(*(getattr(record, each.name).copy() for each in fields(record)))


@given(st.integers(2, 4))
@settings(max_examples=3, deadline=None)
def test_trust_without_reliability_and_the_reverse_can_both_come_about(parties: int) -> None:
    warm = traits("concede", commitment=0.0, candour=1.0)
    slips = replace(Luck.none(1, parties), veto=np.full((1, parties), 0.2))
    friends, _ = run([(warm,) * parties] * 12, luck=slips, internal_balance=0.4, formal_overlap=0.0)
    works = traits("formalise", formalise=0.0, candour=0.0, commitment=1.0, claim=0.5)
    cold = [(works,) * parties] * 12
    partners, _ = run(cold, formal_overlap=1.0, trust=0.2)
    pair = (0, 0, 1)
    assert friends[-1].trust[pair] > 0.8
    assert friends[-1].reliability[pair] < 0.3
    assert partners[-1].trust[pair] < 0.5
    assert partners[-1].reliability[pair] > 0.8


def test_an_open_breach_heals_and_a_discovered_deception_does_not() -> None:
    good, plain = (traits("concede"), traits("invest")), (traits("invest"), traits("invest"))
    claim, bluff = (traits("concede"), traits("claim")), (traits("concede"), traits("bluff"))
    rest = [plain] * 40
    none, _ = run([good, *rest], trust=0.8, formal_overlap=0.0)
    open_, _ = run([claim, *rest], trust=0.8, formal_overlap=0.0)
    hidden, _ = run([bluff, *rest], trust=0.8, formal_overlap=0.0, luck=caught())
    pair = (0, 0, 1)
    assert open_[1].trust[pair] < 0.65
    assert none[-1].trust[pair] - open_[-1].trust[pair] < 0.02
    assert hidden[-1].trust[pair] < none[-1].trust[pair] - 0.2
    assert_allclose(hidden[-1].ceiling[pair], 1 - DEFAULTS.scar)


def test_round_fields_explain_the_whole_change_of_trust() -> None:
    moves = [(traits("apologise"), traits("charm")), (traits("ask"), traits("share"))] * 3
    alliances_, rounds = run(moves, repairs={2: (1, 2)}, luck=caught())
    for (before, after), happened in zip(pairwise(alliances_), rounds, strict=True):
        told: Round = happened
        change = told.learned + told.repaired + told.talked
        assert_allclose(after.trust - before.trust, change, atol=1e-12)
