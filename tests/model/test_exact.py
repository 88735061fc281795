"""exp, log and power agree with the mathematics, and have the same bits everywhere."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.exact import exp, log, logistic, power

ULP = 2.0**-52


@pytest.mark.slow
@given(st.floats(-650, 650))
def test_exp_is_accurate(x: float) -> None:
    assert exp(np.array([x]))[0] == pytest.approx(math.exp(x), rel=4 * ULP)


@given(st.floats(1e-300, 1e300))
def test_log_is_accurate(x: float) -> None:
    assert log(np.array([x]))[0] == pytest.approx(math.log(x), rel=4 * ULP, abs=ULP)


@given(st.floats(0, 1), st.floats(1, 3))
def test_power_is_accurate(base: float, exponent: float) -> None:
    result = power(np.array([base]), np.array([exponent]))[0]
    assert 0.0 <= result <= 1.0
    assert result == pytest.approx(base**exponent, rel=1e-13, abs=1e-300)


def test_the_ends_are_exact() -> None:
    assert exp(np.array([0.0])).tolist() == [1.0]
    assert log(np.array([1.0])).tolist() == [0.0]
    assert power(np.array([0.0, 1.0]), np.array([1.3, 1.3])).tolist() == [0.0, 1.0]
    assert logistic(np.array([0.0])).tolist() == [0.5]


def test_no_chance_is_ever_certain() -> None:
    low, high = logistic(np.array([-1e9, 1e9]))
    assert 0.0 < low < 1e-12
    assert 1.0 - 1e-12 < high < 1.0


def test_the_bits_are_the_same_on_every_machine() -> None:
    x = np.array([-12.5, 0.1, 3.0, 0.7])
    assert [each.hex() for each in exp(x).tolist()] == EXP
    assert [each.hex() for each in log(x[1:]).tolist()] == LOG


@pytest.mark.parametrize("layout", ["C", "F", "slice", "one for all"])
def test_a_large_array_is_the_same_as_its_numbers_one_by_one(layout: str) -> None:
    table = np.random.default_rng(2).random((9_000, 2, 2)) + 0.01
    x = {
        "C": table,
        "F": np.asfortranarray(table),
        "slice": table[::2, :, 1],
        "one for all": np.broadcast_to(table[:1], table.shape),
    }[layout]
    for function in (exp, log):
        whole = function(x)
        assert whole.shape == x.shape
        for at in ((0,), (4_499,), (2_047, 1), (2_048, 0)):
            assert np.array_equal(whole[at], function(x[at].copy()))


EXP = [
    "0x1.f42ed3f68e690p-19",
    "0x1.1aec7b35a00d4p+0",
    "0x1.415e5bf6fb106p+4",
    "0x1.01c2a61268987p+1",
]
LOG = ["-0x1.26bb1bbb55515p+1", "0x1.193ea7aad030bp+0", "-0x1.6d3c324e13f4fp-2"]
