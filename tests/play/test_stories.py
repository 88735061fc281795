"""A shipped scenario is used in full: over many plays everything in it occurs."""

from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario
from engine.play.state import World
from engine.play.view.visibility import hear
from engine.scenario.vocabulary import PERSONAS
from engine.simulate import begin_all, play_out
from tests.conftest import SHIPPED, compiled_of
from tests.playing import persona_play
from tests.texts import texts_in

GAMES = 200  # of every pair


@cache
def all_worlds(path: Path) -> tuple[World, ...]:
    """Where the plays of every pair of personas end, each pair on the same luck."""
    compiled = compiled_of(path)
    pairs = np.array(list(product(range(len(PERSONAS)), repeat=2)), dtype=np.int8)
    cast = pairs[:, [0, *[1] * (compiled.party_count - 1)]].repeat(GAMES, axis=0)
    games = np.tile(np.arange(GAMES), len(pairs))
    plays = begin_all(compiled, 7, games, cast)
    return tuple(ended.world for ended in play_out(compiled, plays, 7))


@pytest.fixture(params=SHIPPED, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Every scenario that comes with the game."""
    found: Path = request.param
    return found


@pytest.fixture
def shipped(path: Path) -> CompiledScenario:
    """The same, compiled."""
    return compiled_of(path)


@pytest.mark.slow
def test_every_ending_move_event_and_phase_occurs(path: Path, shipped: CompiledScenario) -> None:
    moves, events = np.zeros(len(shipped.moves)), np.zeros(len(shipped.events))
    phases, endings = np.zeros(len(shipped.phases)), np.zeros(len(shipped.endings))
    for world in all_worlds(path):
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
def test_no_ending_is_nearly_certain(path: Path) -> None:
    """Whoever plays, the talks can end in more than one way."""
    outcomes = np.bincount(np.concatenate([world.outcome for world in all_worlds(path)]))
    assert outcomes.sum() == len(PERSONAS) ** 2 * GAMES
    assert outcomes.max() / outcomes.sum() < 0.6


@pytest.mark.slow
def test_two_different_players_live_two_different_stories(shipped: CompiledScenario) -> None:
    def told(*names: str) -> set[str]:
        steps = persona_play(shipped, 7, *names)
        heard = hear(shipped, [event for each in steps for event in each.events], None)
        return {text.in_language("en") for text in texts_in(heard)}

    one, other = told("builder", "builder"), told("charmer", "pressed")
    assert len(one & other) / len(one | other) < 0.5
