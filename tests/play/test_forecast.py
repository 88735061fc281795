"""What a seat is told to expect: it holds as often as it says, and gives nothing away."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from engine.model.arrays import off_diagonal
from engine.play.compiled import CompiledScenario
from engine.play.flow import is_last_round, rounds_left
from engine.play.forecast import Expectation, forecast, price_of_leaving
from engine.play.lifecycle import legal_now
from engine.play.rows import take_games
from engine.play.state import World
from engine.scenario.vocabulary import STANCES, TRAITS
from engine.simulate.batch import begin_all, play_out
from engine.simulate.plan import Plan, castings_of
from tests.conftest import ALL, EACH, compiled_of
from tests.playing import play
from tests.styles import Course

GUILE = TRAITS.index("guile")
GIVES = STANCES.index("trust-building")


class Seen(NamedTuple):
    """What a party expected of the move that it made, and what came of it, in points."""

    expected: Expectation
    value: int
    trust: int


def course(compiled: CompiledScenario, plays: int = 36) -> Course:
    """Plays of personas, every seat with every one of them."""
    castings = castings_of(compiled)
    plan = Plan(9, plays, castings[:: max(1, len(castings) // 36)])
    casting, games = plan.plays(0, plays)
    noted = Course()
    for _ in play_out(compiled, begin_all(compiled, 9, games, plan.cast(casting)), 9, noted):
        pass
    return noted


def seen_by_everybody(compiled: CompiledScenario) -> Iterator[Seen]:
    """Of every party in every round of those plays; without a round that somebody walked out of."""
    for plays, played in course(compiled).rounds:
        for game in range(len(plays.row)):
            if compiled.leaves[played.move[game]].any():
                continue
            world = take_games(plays.world, np.array([game]))
            moved = (played.befallen.trust - played.before.trust)[game]
            for party in range(compiled.party_count):
                others = [at for at in range(compiled.party_count) if at != party]
                (expected,) = forecast(compiled, world, party, played.move[game, party : party + 1])
                yield Seen(
                    expected,
                    round(100 * float(played.round.payoff[game, party])),
                    round(100 * float(moved[others, party].mean())),
                )


def shares_within(compiled: CompiledScenario) -> tuple[float, float]:
    """How often value and the others' trust came within what had been told."""
    seen = list(seen_by_everybody(compiled))
    value = [each.expected.value.low <= each.value <= each.expected.value.high for each in seen]
    trust = [each.expected.trust.low <= each.trust <= each.expected.trust.high for each in seen]
    return float(np.mean(value)), float(np.mean(trust))


@pytest.mark.slow
def test_what_is_told_comes_true_about_eight_times_in_ten() -> None:
    shares = np.array([shares_within(compiled_of(path)) for path in ALL])
    value, trust = shares.mean(axis=0)
    assert 0.75 <= value <= 0.85
    assert 0.75 <= trust <= 0.85
    care_merger = shares[0]
    assert ((care_merger >= 0.75) & (care_merger <= 0.85)).all()


def worlds(compiled: CompiledScenario) -> Iterator[World]:
    """Some of the tables of those plays, one at a time."""
    for plays, _ in course(compiled).rounds[::3]:
        yield take_games(plays.world, np.array([0]))


def all_of(compiled: CompiledScenario, world: World, party: int) -> list[Expectation]:
    """What that party expects of every move that it may make."""
    moves = np.flatnonzero(legal_now(compiled, world)[0, party] & ~compiled.leaves)
    return forecast(compiled, world, party, moves)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_what_the_others_feel_and_hide_is_not_in_it(path: Path) -> None:
    compiled = compiled_of(path)
    for world in worlds(compiled):
        alliance, me = world.alliance, 0
        others = off_diagonal(compiled.party_count)
        theirs = np.zeros_like(alliance.trust, dtype=bool)
        theirs[:, 1:, :] = True
        hidden = np.where(theirs.transpose(0, 2, 1) & others, 0.9, alliance.hidden)
        elsewhere = replace(
            alliance,
            trust=np.where(theirs & others, 0.03, alliance.trust),
            reliability=np.where(theirs & others, 0.9, alliance.reliability),
            hidden=np.where(theirs, alliance.hidden, hidden),
            denied=np.where(theirs & others, 0.2, alliance.denied),
            safety=np.where(np.arange(compiled.party_count) > 0, 0.9, alliance.safety),
            internal_balance=np.where(
                np.arange(compiled.party_count) > 0, 0.1, alliance.internal_balance
            ),
        )
        other = replace(world, alliance=elsewhere)
        moves = np.flatnonzero(legal_now(compiled, world)[0, me])
        assert forecast(compiled, world, me, moves) == forecast(compiled, other, me, moves)


@pytest.mark.parametrize("path", EACH)
def test_what_hides_something_shows_its_price_and_nothing_else_does(path: Path) -> None:
    compiled = compiled_of(path)
    for world in worlds(compiled):
        moves = np.flatnonzero(legal_now(compiled, world)[0, 0] & ~compiled.leaves)
        for move, expected in zip(moves, forecast(compiled, world, 0, moves), strict=True):
            hides = compiled.traits[move, GUILE] > 0
            assert (expected.price is not None) == hides
            if expected.price is not None:
                assert 0 < expected.price.lost <= 100
                assert expected.price.ceiling < 100
                assert 0.0 < expected.price.now < 1.0
                assert (expected.price.later > 0.0) == (expected.price.rounds > 0)


@pytest.mark.parametrize("path", EACH)
def test_a_hidden_move_never_looks_better_in_every_way_than_an_honest_one(path: Path) -> None:
    compiled = compiled_of(path)
    for world in worlds(compiled):
        moves = np.flatnonzero(legal_now(compiled, world)[0, 0] & ~compiled.leaves)
        found = dict(zip(moves.tolist(), forecast(compiled, world, 0, moves), strict=True))
        honest = [e for m, e in found.items() if compiled.stance[m] == GIVES]
        for move, expected in found.items():
            if compiled.traits[move, GUILE] > 0:
                for each in honest:
                    assert expected.trust.low < each.trust.low or (
                        expected.trust.middle < each.trust.middle
                    )


@pytest.mark.parametrize("path", EACH)
def test_the_ends_of_a_range_lie_about_its_middle(path: Path) -> None:
    compiled = compiled_of(path)
    for world in worlds(compiled):
        for expected in all_of(compiled, world, 0):
            for each in (expected.trust, expected.risk, expected.value):
                assert each.low <= each.middle <= each.high
            assert expected.value.low < expected.value.high


@pytest.mark.slow
def test_walking_out_costs_what_is_told(minimal: CompiledScenario) -> None:
    world = next(worlds(minimal))
    told = price_of_leaving(minimal, world)
    assert told > 0


def test_a_second_lie_is_priced_by_what_the_first_has_left(minimal: CompiledScenario) -> None:
    """But not by what the other found out and keeps to itself."""
    world, me = play(minimal)[0].world, 0
    lie = np.flatnonzero(minimal.traits[:, GUILE] > 0)[:1]

    def ceiling(*, scarred: bool, untold: bool) -> int:
        scar = world.alliance.ceiling.copy()
        scar[0, 1, me] = 0.7 if scarred else scar[0, 1, me]
        kept = world.untold.copy()
        kept[0, 1, me] = untold
        alliance = replace(world.alliance, ceiling=scar)
        (found,) = forecast(minimal, replace(world, alliance=alliance, untold=kept), me, lie)
        assert found.price is not None
        return found.price.ceiling

    first = ceiling(scarred=False, untold=False)
    assert ceiling(scarred=True, untold=False) == pytest.approx(0.7 * first, abs=1)
    assert ceiling(scarred=True, untold=True) == first


@pytest.mark.parametrize("path", EACH)
def test_nothing_is_foreseen_for_rounds_that_do_not_come(path: Path) -> None:
    compiled = compiled_of(path)
    for plays, _ in course(compiled, plays=6).rounds:
        world = take_games(plays.world, np.array([0]))
        left = int(rounds_left(compiled, world)[0])
        assert (left == 0) == bool(is_last_round(compiled, world)[0])
        for each in all_of(compiled, world, 0):
            assert each.price is None or each.price.rounds <= left


def test_a_side_that_is_divided_is_told_to_falter_more_often(minimal: CompiledScenario) -> None:
    world, me = play(minimal)[0].world, 0
    gives = np.flatnonzero(minimal.stance == GIVES)[:1]

    def falters(balance: float) -> float:
        house = world.alliance.internal_balance.copy()
        house[0, me] = balance
        alliance = replace(world.alliance, internal_balance=house)
        (found,) = forecast(minimal, replace(world, alliance=alliance), me, gives)
        return found.falters

    assert 0.0 <= falters(0.95) < falters(0.3) < 1.0
