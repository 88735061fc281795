"""Many plays at once are the same as those plays one by one."""

import itertools

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario
from engine.play.rows import as_plain, take_games
from engine.players import PERSONAS
from engine.simulate import begin_all, play_out, simulate

NAMES = tuple(PERSONAS)


@pytest.mark.slow
def test_a_batch_of_mixed_company_holds_the_plays_of_each_pair(minimal: CompiledScenario) -> None:
    pairs = list(itertools.product(range(len(NAMES)), repeat=2))
    games = np.arange(len(pairs)) + 5
    plays = begin_all(minimal, 3, games, np.array(pairs, dtype=np.int8))
    for ended in play_out(minimal, plays, 3):
        for at, row in enumerate(ended.row):
            names = [NAMES[who] for who in pairs[row]]
            alone = simulate(minimal, 3, games[row : row + 1], names)
            assert as_plain(take_games(ended.world, np.array([at]))) == as_plain(alone)


@pytest.mark.slow
def test_splitting_a_batch_changes_nothing(any_scenario: CompiledScenario) -> None:
    names = ["builder", "charmer", "divided"][: any_scenario.party_count]
    whole = simulate(any_scenario, 9, np.arange(40), names)
    for part in (np.arange(13), np.arange(13, 40)):
        assert as_plain(simulate(any_scenario, 9, part, names)) == as_plain(take_games(whole, part))


def test_every_play_ends_once(any_scenario: CompiledScenario) -> None:
    cast = np.zeros((50, any_scenario.party_count), dtype=np.int8)
    ended = list(play_out(any_scenario, begin_all(any_scenario, 1, np.arange(50), cast), 1))
    rows = np.concatenate([plays.row for plays in ended])
    assert sorted(rows) == list(range(50))
