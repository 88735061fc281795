"""A party that is divided over its own move keeps less of it, in that round and by bounds."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from engine.model.kernel import Alliance, Bools, Circumstances, Luck, Round, play_round
from engine.model.parameters import INSIDE, InsideParameters, ranges
from engine.model.state import effective
from tests.model.plays import Floats, alliances, circumstances, compiled, traits

MANY = 2000
LOW, HIGH = ranges(InsideParameters)["division"]


def played(kind: str, divided: Floats | float, parties: int = 2) -> tuple[Alliance, Round]:
    """A round in many games, with the luck of seed 1; all parties make that kind of move."""
    acts = np.broadcast_to(traits(kind), (MANY, parties, 8))
    repair = np.zeros((MANY, parties), dtype=np.int8)
    luck = Luck.at_table(1, np.arange(MANY), np.zeros(MANY, dtype=np.int64), parties)
    around = Circumstances.calm(MANY, parties).while_divided(divided)
    return play_round(Alliance.start(MANY, parties), acts, repair, around, luck)


def faltered(happened: Round, party: int) -> Bools:
    """(G,) where the own side of that party let its move falter."""
    failed: Bools = (happened.slipped | happened.vetoed)[:, party]
    return failed


@pytest.mark.parametrize("kind", ["invest", "share", "concede", "poach"])
def test_the_more_divided_a_party_is_the_less_it_keeps_of_its_move(kind: str) -> None:
    rounds = [played(kind, share)[1] for share in (0.0, 1 / 3, 2 / 3, 1.0)]
    for less, more in pairwise(rounds):
        # With the same luck: what failed before still fails, and something comes on top of it.
        assert not (less.vetoed & ~more.vetoed).any()
        assert not (faltered(less, 0) & ~faltered(more, 0)).any()
        assert less.slipped.sum() <= more.slipped.sum()
    if kind != "poach":  # taking in secret is no promise to anybody
        assert faltered(rounds[0], 0).sum() < faltered(rounds[-1], 0).sum()


def test_a_party_whose_people_all_want_something_else_fails_as_one_of_half_the_balance() -> None:
    happened = played("invest", 1.0)[1]
    assert happened.vetoed.mean() == pytest.approx(1 / 8, abs=0.015)
    assert happened.slipped.mean() == pytest.approx(1 / 4, abs=0.02)


def test_only_the_party_that_is_divided_falters_more() -> None:
    calm, torn = played("invest", 0.0, 3), played("invest", np.array([[0.0, 1.0, 0.0]]), 3)
    for party in (0, 2):
        assert_array_equal(faltered(calm[1], party), faltered(torn[1], party))
    assert faltered(torn[1], 1).sum() > faltered(calm[1], 1).sum()
    # The others pay for it: they trust it less.
    for other in (0, 2):
        assert torn[0].trust[:, other, 1].mean() < calm[0].trust[:, other, 1].mean()


def test_nothing_else_happens_where_it_keeps_its_move_all_the_same() -> None:
    (calm, before), (torn, after) = played("invest", 0.0), played("invest", 1.0)
    same = ~((before.slipped != after.slipped) | (before.vetoed != after.vetoed)).any(axis=1)
    assert 0 < same.sum() < MANY
    for one, other in ((calm, torn), (before, after)):
        for name in type(one).__dataclass_fields__:
            assert_array_equal(getattr(one, name)[same], getattr(other, name)[same], name)


def test_the_balance_itself_stays_what_it_was() -> None:
    after, _ = played("invest", 1.0)
    start = Alliance.start(MANY, 2)
    assert_array_equal(after.internal_balance, start.internal_balance)


def bits(record: Any) -> list[bytes]:
    """The arrays of a record, to the last bit."""
    return [getattr(record, name).tobytes() for name in type(record).__dataclass_fields__]


@pytest.mark.slow
@given(compiled(), st.sampled_from([0.0, np.zeros(1), np.zeros((3, 1))]))
@settings(max_examples=25)
def test_a_party_that_is_of_one_mind_plays_as_ever_to_the_last_bit(
    table: tuple[Any, ...], nobody: Floats | float
) -> None:
    alliance, acts, repair, around, luck, parameters = table
    ever = play_round(alliance, acts, repair, around, luck, parameters)
    now = around.while_divided(nobody)
    again = play_round(alliance, acts, repair, now, luck, parameters)
    assert [bits(each) for each in again] == [bits(each) for each in ever]


@pytest.mark.slow
@given(st.data(), st.floats(LOW, HIGH))
@settings(max_examples=50)
def test_balance_stays_within_bounds_and_nothing_else_is_shifted(
    data: st.DataObject, division: float
) -> None:
    alliance = data.draw(alliances())
    around = data.draw(circumstances(alliance))
    shape, share = alliance.safety.shape, st.floats(0.0, 1.0)
    inside = replace(INSIDE, division=division)

    def balance(divided: Floats) -> Floats:
        now = effective(alliance, around.while_divided(divided, inside))
        ever = effective(alliance, around)
        for name in set(now._fields) - {"internal_balance"}:
            assert_array_equal(getattr(now, name), getattr(ever, name))
        return now.internal_balance

    less = np.array(data.draw(st.lists(share, min_size=shape[1], max_size=shape[1])))
    more = less + (1.0 - less) * data.draw(share)
    for one, other in ((np.zeros(shape), less), (less, more)):
        assert (balance(other) <= balance(one)).all()
        assert ((balance(other) >= 0.0) & (balance(other) <= 1.0)).all()
        assert (balance(one) - balance(other) <= division + 1e-12).all()
