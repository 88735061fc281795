"""Trust answers to what a player does: styles show, lies cost, events stay smaller."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from engine.model.arrays import off_diagonal
from engine.model.parameters import DEFAULTS
from engine.play.lifecycle import begin
from engine.play.round import Draw
from tests.benchmarks.feel import events, losses, pairs_of_personas
from tests.conftest import ALL, EACH, SHIPPED, compiled_of
from tests.styles import FAIR, STYLES, Run, run

CARE_MERGER = next(path for path in SHIPPED if path.stem == "care-merger")
PLAYS = 1_000


@cache
def styled(style: str, counterpart: str, seat: int) -> Run:
    """1,000 plays of the care merger."""
    return run(compiled_of(CARE_MERGER), PLAYS, style, counterpart, seat=seat)  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.parametrize("seat", [0, 1])
@pytest.mark.parametrize("counterpart", FAIR)
def test_an_unbroken_run_of_trust_building_gains_fifteen_points(
    counterpart: str, seat: int
) -> None:
    moved = {style: styled(style, counterpart, seat).moved.mean() for style in STYLES}
    assert moved["trust-building"] >= 15
    assert moved["trust-building"] > moved["reciprocal"] + 5
    assert (
        moved["reciprocal"] > max(moved["opportunistic, open"], moved["opportunistic, hidden"]) + 25
    )


@pytest.mark.slow
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_lie_that_comes_out_costs_at_least_as_much_as_any_event(path: Path) -> None:
    compiled = compiled_of(path)
    runs = pairs_of_personas(compiled, PLAYS)
    lie = losses(runs, lambda played: played.round.discovered)
    worst = min(
        float(100 * played.round.learned.min()) for each in runs for _, played in each.course.rounds
    )
    for name, change in events(compiled, runs):
        if len(lie):
            assert lie.mean() <= change.mean(), name
        assert worst < change.min(), name


@pytest.mark.parametrize("path", EACH)
def test_the_start_is_the_scenarios_but_for_six_points(path: Path) -> None:
    compiled = compiled_of(path)
    start = begin(compiled, Draw(1, np.arange(4_000))).alliance.trust
    pairs = start[:, off_diagonal(compiled.party_count)]
    given = compiled.scenario.starting_point
    every = DEFAULTS.trust if given.trust is None else given.trust / 100
    meant = np.full_like(start[0], every)
    for each in given.pairs:
        at = compiled.parties.index(each.of), compiled.parties.index(each.in_)
        meant[at] = every if each.trust is None else each.trust / 100
    apart = (start - meant)[:, off_diagonal(compiled.party_count)]
    assert np.abs(apart).max() <= 0.06 + 1e-12
    assert pairs.std() > 0.02


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_no_heap_of_events_moves_trust_further_than_a_lie(path: Path) -> None:
    """An author's largest effects, all at once and every round, on everybody."""
    compiled = compiled_of(path)
    for size in (-0.30, 0.30):
        extreme = replace(
            compiled,
            event_pulses=np.full_like(compiled.event_pulses, size),
            event_chance=np.ones_like(compiled.event_chance),
            event_after=np.zeros_like(compiled.event_after),
        )
        for _, played in run(extreme, 60, None, "charmer").course.rounds:
            before, after = played.after, played.befallen
            lost = before.trust - after.trust
            room = np.maximum(after.ceiling - before.trust, 0.0)
            assert (lost <= DEFAULTS.shock * before.trust + 1e-12).all()
            assert (-lost <= DEFAULTS.shock * room + 1e-12).all()


def test_the_worst_move_costs_more_than_events_can() -> None:
    assert DEFAULTS.trust_loss > DEFAULTS.shock
    # A bluff that comes out: what it hid, as it is felt, on trust.
    assert DEFAULTS.trust_loss * DEFAULTS.old_guile * 0.8 > DEFAULTS.shock
