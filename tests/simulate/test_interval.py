"""Intervals of shares and of paired differences, each computed in another way."""

from statistics import NormalDist

import numpy as np
import pytest

from engine.simulate.figures import share
from engine.simulate.interval import Z_95, difference

Z = NormalDist().inv_cdf(0.975)


def test_the_width_is_that_of_the_normal_distribution() -> None:
    assert pytest.approx(Z, abs=1e-6) == Z_95


def test_a_difference_is_paired_and_has_an_interval() -> None:
    one, other = np.array([1.0, 1, 0, 1]), np.array([0.0, 1, 0, 0])
    found = difference(one, other)
    assert found.mean == 0.5
    half = Z * np.std([1, 0, 0, 1], ddof=1) / 2
    assert (found.low, found.high) == pytest.approx((0.5 - half, 0.5 + half), abs=1e-6)
    assert found.sign == 0
    assert difference(one, one).low == 0.0


def test_a_difference_has_a_sign_where_its_interval_leaves_no_doubt() -> None:
    assert difference(np.ones(10), np.zeros(10)).sign == 1
    assert difference(np.zeros(10), np.ones(10)).sign == -1


def test_one_play_shows_no_width() -> None:
    found = difference(np.ones(1), np.zeros(1))
    assert found.low == found.high == 1.0


@pytest.mark.parametrize(("part", "whole"), [(0, 10), (10, 10), (3, 7), (500, 1000)])
def test_a_share_lies_in_its_interval(part: int, whole: int) -> None:
    found = share(part, whole)
    assert 0 <= found["low"] <= found["share"] <= found["high"] <= 1
    assert share(10 * part, 10 * whole)["high"] <= found["high"]


def test_the_interval_of_a_share_is_the_one_of_wilson() -> None:
    assert share(5, 10) == {"plays": 5, "share": 0.5, "low": 0.236593, "high": 0.763407}
