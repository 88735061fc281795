"""Plays of a scenario by personas, counted by the ways that they took, with a progress bar."""

import sys

from engine.live_play import compile_scenario
from engine.scenario.schema import Scenario
from engine.simulate import Plan, Routes, castings_of, routes_of
from game.text.simulate import progress
from game.words import Words

# Plays between two steps of the progress bar.
_CHUNK = 8_192


def played(scenario: Scenario, words: Words, plays: int, seed: int) -> tuple[Plan, Routes]:
    """Which plays they are, and which ways they took; `plays` is 1 or more."""
    compiled = compile_scenario(scenario)
    plan = Plan(seed, plays, castings_of(compiled), _CHUNK)
    total: Routes | None = None
    with progress(sys.stderr, words("simulate.playing"), plan.count) as advance:
        for some in routes_of(compiled, plan):
            total = some if total is None else total + some
            advance(some.plays)
    assert total is not None
    return plan, total
