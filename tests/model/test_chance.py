"""Luck is a pure function of its counters, and its numbers are uncorrelated."""

import numpy as np
import pytest

from engine.model.chance import Purpose, normal, uniform

GAMES = np.arange(20_000)
ZERO = np.zeros(len(GAMES), dtype=np.int64)


def drawn(seed: int = 3, game: int = 0, at: int = 0, lanes: int = 1) -> np.ndarray:
    return uniform(seed, GAMES + game, ZERO + at, Purpose.DETECT, lanes)


def test_numbers_are_uniform() -> None:
    numbers = drawn(lanes=4)
    assert numbers.min() >= 0.0
    assert numbers.max() < 1.0
    counts, _ = np.histogram(numbers, bins=20, range=(0, 1))
    expected = numbers.size / 20
    chi_square = ((counts - expected) ** 2 / expected).sum()
    assert chi_square < 43.8  # the 99.9th percentile with 19 degrees of freedom


def test_normals_have_the_moments_of_a_normal() -> None:
    numbers = normal(3, GAMES, ZERO, Purpose.NOISE, 10)
    assert abs(numbers.mean()) < 0.01
    assert abs(numbers.var() - 1.0) < 0.01
    assert abs((numbers**3).mean()) < 0.03
    # The tails stay a little thin: a normal has 3.
    assert 2.85 < (numbers**4).mean() < 3.05
    assert np.abs(numbers).max() < 3.9


@pytest.mark.parametrize(
    "other",
    [
        drawn(seed=4),
        drawn(seed=3 + 2**32),
        drawn(game=1),
        drawn(game=len(GAMES)),
        drawn(at=1),
        drawn(lanes=2)[:, 1:],
        uniform(3, GAMES, ZERO, Purpose.FALSE_ALARM, 1),
        uniform(3, ZERO, GAMES, Purpose.DETECT, 1),
    ],
    ids=["seed", "high-seed", "next-game", "far-game", "round", "lane", "purpose", "swapped"],
)
def test_a_change_of_one_counter_gives_unrelated_numbers(other: np.ndarray) -> None:
    correlation = np.corrcoef(drawn()[:, 0], other[:, 0])[0, 1]
    assert abs(correlation) < 4 / np.sqrt(len(GAMES))


def test_numbers_do_not_depend_on_the_company_they_are_drawn_in() -> None:
    whole = uniform(9, GAMES[:10], np.arange(10), Purpose.VETO, 5)
    alone = uniform(9, GAMES[7:8], np.array([7]), Purpose.VETO, 3)
    assert (whole[7, :3] == alone[0]).all()


def test_numbers_are_the_same_on_every_machine() -> None:
    golden = uniform(2**63 - 1, np.array([0, 5]), np.array([0, 2]), Purpose.CHOICE, 2)
    assert [[x.hex() for x in row] for row in golden.tolist()] == GOLDEN


GOLDEN = [
    ["0x1.3990a4d55fe43p-1", "0x1.3733e19a4d1ffp-1"],
    ["0x1.84871cd14ac2ap-2", "0x1.be26713bad26ep-1"],
]


@pytest.mark.parametrize("seed", [-1, 2**63])
def test_a_seed_out_of_range_is_refused(seed: int) -> None:
    with pytest.raises(ValueError, match="seed"):
        uniform(seed, GAMES[:1], ZERO[:1], Purpose.DETECT, 1)
