"""One kernel for one play and for many: row g of a batch equals the single play bit for bit."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from numpy.typing import NDArray

from engine.model.kernel import Alliance, Circumstances, Luck, play_round, reflect, risk
from engine.model.storyless import Course, Plan, play
from tests.model.plays import REPERTOIRE

# Longer than any vector register, and odd, so that the tails of vector loops are met too.
GAMES = np.arange(61)
PLAN = Plan(reflect_before=(1, 4), formalise_in=(2,), form="merger")


def course(games: NDArray[np.int64], parties: int, seed: int = 11) -> Course:
    return play(
        Plan(**{**vars(PLAN), "parties": parties}), REPERTOIRE, seed, games, keep_rounds=True
    )


def arrays(record: Any, axis_of_games: int = 0) -> Iterator[tuple[str, Any, int]]:
    """Every array in a record of records, with the axis along which the games lie."""
    for each in fields(record):
        value = getattr(record, each.name)
        if each.name in ("cooperated", "opportunistic", "alive", "trust", "lock_in") and (
            isinstance(record, Course)
        ):
            yield each.name, value, 1
        elif isinstance(value, tuple):
            for inner in value:
                yield from arrays(inner)
        elif is_dataclass(value):
            yield from arrays(value)
        else:
            yield each.name, value, axis_of_games


@pytest.mark.parametrize("parties", [2, 3, 4])
def test_a_single_play_equals_its_row_in_a_batch(parties: int) -> None:
    batch = course(GAMES, parties)
    for game in (0, 7, 60):
        single = course(GAMES[game : game + 1], parties)
        for (name, many, axis), (_, one, _) in zip(arrays(batch), arrays(single), strict=True):
            row = np.take(many, [game], axis=axis)
            assert row.tobytes() == np.ascontiguousarray(one).tobytes(), name


@pytest.mark.parametrize("parties", [2, 3, 4])
def test_splitting_a_batch_changes_nothing(parties: int) -> None:
    whole, parts = (
        course(GAMES, parties),
        [course(GAMES[:20], parties), course(GAMES[20:], parties)],
    )
    split = zip(*(arrays(part) for part in parts), strict=True)
    for (name, many, axis), pieces in zip(arrays(whole), split, strict=True):
        joined = np.concatenate([piece for _, piece, _ in pieces], axis=axis)
        assert_array_equal(many, joined, err_msg=name)


@pytest.mark.slow
def test_the_seed_and_the_index_of_a_game_give_its_whole_course() -> None:
    first, again, other = course(GAMES, 2), course(GAMES, 2), course(GAMES, 2, seed=12)
    for (name, one, _), (_, two, _) in zip(arrays(first), arrays(again), strict=True):
        assert_array_equal(one, two, err_msg=name)
    assert (first.alliance.value != other.alliance.value).any(axis=1).all()


def test_two_plays_that_differ_in_one_choice_share_their_other_luck() -> None:
    games, rounds = GAMES, np.zeros(len(GAMES), dtype=np.int64)
    start, calm = Alliance.start(len(games), 2), Circumstances.calm(len(games), 2)
    luck, repair = Luck.draw(5, games, rounds, 2), np.zeros((len(games), 2), dtype=np.int8)
    acts = np.broadcast_to(REPERTOIRE.cooperative[0], (len(games), 2, 8))
    changed = acts.copy()
    changed[:, 0] = REPERTOIRE.cooperative[2]
    _, one = play_round(start, acts, repair, calm, luck)
    _, two = play_round(start, changed, repair, calm, luck)
    # What party 0 experiences of party 1 depends only on luck and on the act of party 1.
    assert_array_equal(one.experience[:, 0, 1], two.experience[:, 0, 1])
    assert one.experience[:, 0, 1].std() > 0
    assert (one.experience[:, 1, 0] != two.experience[:, 1, 0]).any()


def test_the_layout_in_memory_does_not_matter() -> None:
    count = len(GAMES)
    impression = np.random.default_rng(1).normal(size=(count, 3, 3))
    start, calm = (
        Alliance.start(count, 3, first_impression=impression),
        Circumstances.calm(count, 3),
    )
    turned = type(start)(
        *(np.asfortranarray(getattr(start, each.name)) for each in fields(Alliance))
    )
    luck = Luck.draw(5, GAMES, GAMES * 0, 3)
    four, open_ = np.full(count, 4.0), np.ones((count, 3))
    for one, other in (
        (risk(start, calm), risk(turned, calm)),
        (
            [a for _, a, _ in arrays(reflect(start, four, open_, calm, luck)[0])],
            [a for _, a, _ in arrays(reflect(turned, four, open_, calm, luck)[0])],
        ),
    ):
        for a, b in zip(one, other, strict=True):
            assert_array_equal(a, b)
