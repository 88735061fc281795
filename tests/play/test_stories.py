"""A shipped scenario is played in full: over many plays everything that is written comes true."""

import itertools
from pathlib import Path

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario
from engine.play.view import hear
from engine.scenario.vocabulary import PERSONAS
from engine.simulate import simulate
from tests.conftest import SHIPPED, compiled_of
from tests.playing import persona_play
from tests.texts import texts_in

SEEDS = np.arange(200)


@pytest.fixture(params=SHIPPED, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> CompiledScenario:
    """Every scenario that comes with the game."""
    path: Path = request.param
    return compiled_of(path)


@pytest.mark.slow
def test_every_ending_move_event_and_phase_occurs(shipped: CompiledScenario) -> None:
    moves, events = np.zeros(len(shipped.moves)), np.zeros(len(shipped.events))
    phases, endings = np.zeros(len(shipped.phases)), np.zeros(len(shipped.endings))
    for pair in itertools.product(PERSONAS, repeat=2):
        names = [*pair, *[pair[-1]] * shipped.party_count][: shipped.party_count]
        world = simulate(shipped, 7, SEEDS, names)
        moves += world.used.any(axis=1).sum(axis=0)
        events += (world.happened >= 0).sum(axis=0)
        phases += world.visited.sum(axis=0)
        endings += np.bincount(world.ending, minlength=len(shipped.endings))
    for names_of, counted in (
        (shipped.moves, moves), (shipped.events, events), (shipped.phases, phases),
        (shipped.endings, endings),
    ):  # fmt: skip
        assert [name for name, times in zip(names_of, counted, strict=True) if not times] == []


@pytest.mark.slow
def test_no_ending_is_nearly_certain(shipped: CompiledScenario) -> None:
    """Whoever plays, the talks can go more than one way."""
    worlds = [simulate(shipped, 7, SEEDS, pair) for pair in itertools.product(PERSONAS, repeat=2)]
    outcomes = np.bincount(np.concatenate([world.outcome for world in worlds]), minlength=5)
    assert outcomes.max() / outcomes.sum() < 0.6


def test_two_different_players_live_two_different_stories(shipped: CompiledScenario) -> None:
    def told(*names: str) -> set[str]:
        steps = persona_play(shipped, 7, *names)
        heard = hear(shipped, [event for each in steps for event in each.events], None)
        return {text.in_language("en") for text in texts_in(heard)}

    one, other = told("builder", "builder"), told("charmer", "pressed")
    assert len(one & other) / len(one | other) < 0.5
