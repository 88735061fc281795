"""Classical strategies: exact scores, exact chances, and coins that do not depend on company."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lab.circuits import mechanism
from engine.lab.planes import Coins
from engine.lab.strategies import STRATEGIES
from engine.lab.tally import LaneCounter
from engine.lab.tournament import count_moves, tournament
from engine.lab.wanted import LabRefusal
from tests.lab.chain import exact_scores

FROZEN = json.loads((Path(__file__).parent / "axelrod.json").read_text())
DETERMINISTIC = sorted({name for pair in FROZEN["pairs"] for name in pair[:2]})


def _match(scores: dict, first: str, second: str) -> np.ndarray:  # type: ignore[type-arg]
    return scores[first, second] if (first, second) in scores else scores[second, first][:, ::-1]


def test_every_strategy_of_the_frozen_scores_is_here() -> None:
    assert set(FROZEN["noisy"]) == set(STRATEGIES)
    assert {name for name in STRATEGIES if not STRATEGIES[name].is_random} == set(DETERMINISTIC)


def test_deterministic_pairs_give_exactly_the_scores_of_axelrod() -> None:
    played = tournament(200, 3, 0.0, 5, DETERMINISTIC).scores
    for first, second, mine, theirs in FROZEN["pairs"]:
        assert (_match(played, first, second) == [mine, theirs]).all(), (first, second)


@pytest.mark.slow
def test_noisy_pairs_agree_with_the_exact_chain_within_their_error() -> None:
    repetitions = 2_048
    played = tournament(60, repetitions, 0.05, 11)
    distances: list[float] = []
    for (first, second), scores in played.scores.items():
        exact = exact_scores(STRATEGIES[first], STRATEGIES[second], 60, 0.05)
        means = scores / 60
        error = means.std(axis=0, ddof=1) / np.sqrt(repetitions)
        distances.extend(((means.mean(axis=0) - exact) / error).tolist())
    off = np.array(distances)
    # None of about 270 means should be off by more than four standard errors.
    assert np.abs(off).max() < 4.5
    assert 0.85 < off.std() < 1.15


@pytest.mark.slow
def test_the_noisy_scores_of_axelrod_are_those_of_the_exact_chain() -> None:
    for name, score in FROZEN["noisy"].items():
        exact = np.mean([
            exact_scores(STRATEGIES[name], STRATEGIES[other], 200, 0.05)[0]
            for other in STRATEGIES if other != name
        ])  # fmt: skip
        assert score == pytest.approx(exact, abs=0.03)


def test_more_repetitions_leave_the_earlier_ones_as_they_were() -> None:
    chosen = [STRATEGIES[name] for name in ("random", "joss", "tit_for_tat")]
    few = count_moves(chosen, 30, 70, 0.05, 3)
    many = count_moves(chosen, 30, 2_000, 0.05, 3)
    assert (few.cooperated == many.cooperated[:, :, :70]).all()
    assert (few.together == many.together[:, :, :70]).all()


def test_repetitions_and_seeds_differ() -> None:
    one, other = (tournament(50, 200, 0.05, seed, ["joss", "random"]) for seed in (1, 2))
    scores = one.scores["joss", "random"]
    assert len(np.unique(scores, axis=0)) > 50
    assert not np.array_equal(scores, other.scores["joss", "random"])


@pytest.mark.parametrize("chance", [0.05, 1 / 3, 0.5, 0.9, 2**-40])
def test_coins_come_up_as_often_as_they_should(chance: float) -> None:
    rows = np.random.default_rng(8).integers(0, 2**64, 4_000, dtype=np.uint64)
    coins = Coins(chance, rows)
    on = sum(int(np.bitwise_count(coins.throw(turn)).sum()) for turn in range(5))
    thrown = 5 * 64 * len(rows)
    assert abs(on - chance * thrown) < 5 * np.sqrt(chance * (1 - chance) * thrown) + 1


def test_the_coins_of_a_word_depend_on_no_other_word() -> None:
    rows = np.random.default_rng(9).integers(0, 2**64, 3_000, dtype=np.uint64)
    all_of_them = Coins(0.05, rows).throw(17).copy()
    some = Coins(0.05, rows[1_000:1_010].copy()).throw(17)
    assert (some == all_of_them[1_000:1_010]).all()


@pytest.mark.slow
@given(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=70))
def test_lanes_are_counted_one_by_one(added: list[int]) -> None:
    counter = LaneCounter()
    for word in added:
        counter.add(np.array([word], dtype=np.uint64))
    expected = [sum(word >> lane & 1 for word in added) for lane in range(64)]
    assert counter.counts().tolist() == expected


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_circuit_does_what_its_table_says(name: str) -> None:
    strategy, circuits = STRATEGIES[name], mechanism(STRATEGIES[name])
    off, on = np.zeros(1, dtype=bool), np.ones(1, dtype=bool)

    def code(state: int) -> list[np.ndarray]:
        digits = circuits.digits
        return [on if state >> (digits - 1 - at) & 1 else off for at in range(digits)]

    for state, chance in enumerate(strategy.cooperates):
        coins = [on if chance == each else off for each in circuits.chances]
        assert bool(circuits.act.run(off, on, *code(state), *coins)[0][0]) == (chance > 0)
        for outcome, after in enumerate(strategy.follows[state]):
            own, other = (off if outcome & 2 else on), (off if outcome & 1 else on)
            digits = circuits.move.run(off, on, own, other, *code(state))
            assert [bool(d[0]) for d in digits] == [bool(d[0]) for d in code(after)]


def test_a_tournament_is_plain_json() -> None:
    told = json.loads(json.dumps(tournament(10, 2, 0.1, 0, ["bully", "grudger"]).as_json()))
    assert {each["strategy"] for each in told["standings"]} == {"bully", "grudger"}
    assert len(told["pairs"]) == 3


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"turns": 0}, "not-in-range"),
        ({"repetitions": -3}, "not-in-range"),
        ({"repetitions": 10**12}, "not-in-range"),
        ({"noise": 0.6}, "not-in-range"),
        ({"noise": float("nan")}, "not-in-range"),
        ({"seed": -1}, "not-in-range"),
        ({"strategies": ["tit-for-tot"]}, "unknown-strategy-near"),
        ({"strategies": ["xyzzy"]}, "unknown-strategy"),
        ({"strategies": ["bully", "bully"]}, "strategy-twice"),
        ({"strategies": []}, "no-strategies"),
    ],
)
def test_what_cannot_be_played_is_refused_in_plain_words(asked: dict, code: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(LabRefusal) as refused:
        tournament(**asked)
    assert refused.value.code == code
    assert "{" not in refused.value.message("nl") + refused.value.message("en")
    assert refused.value.message("nl") != refused.value.message("en")
