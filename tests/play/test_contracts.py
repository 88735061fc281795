"""What holds for every scenario, whoever plays it."""

import copy
import json
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario
from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    Ended,
    Event,
    Exchanged,
    GameChanged,
    KeptBack,
    LinesTold,
    Measured,
    MomentCalled,
    MoveMade,
    OptionTaken,
    Parted,
    PersonArrived,
    PhaseOpened,
    Predicted,
    Proposed,
    Reckoned,
    Reflected,
    Repaired,
    Replied,
    Responded,
    RitualHeld,
    ScriptEventOccurred,
    Suspected,
    Voted,
    WalkedOut,
)
from engine.play.flow import Flow, advance
from engine.play.round import Draw
from engine.play.rows import as_plain, from_plain, take_games
from engine.play.state import Stage
from engine.play.step import FINISHING, choosers, initial, legal_moves, outcome, step
from engine.scenario.schema import Text
from engine.scenario.vocabulary import PERSONAS
from engine.simulate import begin_all, play_out, simulate
from tests.conftest import PAIR_SEED, PairPlays
from tests.playing import everyone, persona_play, play_anew, random_play

SHARES = ("trust", "reliability", "ceiling", "exposure", "safety", "internal_balance",
          "formal_overlap", "understanding", "lock_in", "diversity")  # fmt: skip


def same(one: Any, other: Any) -> bool:
    """Equal to the last bit."""
    return json.dumps(as_plain(one)) == json.dumps(as_plain(other))


@pytest.mark.parametrize("seed", range(6))
def test_there_is_always_a_legal_move_and_always_an_end(
    any_scenario: CompiledScenario, seed: int
) -> None:
    for state, _, _ in random_play(any_scenario, seed):
        if state.stage is Stage.ROUND:
            asked = choosers(any_scenario, state)
            assert all(legal_moves(any_scenario, state, party) for party in asked)


@pytest.mark.parametrize("seed", range(3))
def test_a_step_leaves_the_state_it_was_given_alone(
    any_scenario: CompiledScenario, seed: int
) -> None:
    state = initial(any_scenario, seed).state
    for before, choices, _ in random_play(any_scenario, seed):
        kept = copy.deepcopy(as_plain(before.world))
        step(any_scenario, before, choices)
        assert as_plain(before.world) == kept
    assert not state.is_over


@pytest.mark.parametrize("seed", range(3))
def test_the_world_survives_json(any_scenario: CompiledScenario, seed: int) -> None:
    for state, _, _ in random_play(any_scenario, seed):
        text = json.dumps(as_plain(state.world))
        again = from_plain(type(state.world), json.loads(text), state.world)
        assert same(again, state.world)


@pytest.mark.parametrize("seed", range(8))
def test_every_share_stays_a_share(any_scenario: CompiledScenario, seed: int) -> None:
    for _, _, result in random_play(any_scenario, seed):
        alliance = result.state.world.alliance
        for name in SHARES:
            value = getattr(alliance, name)
            assert np.all((value >= 0) & (value <= 1)), name
        assert np.all(alliance.trust <= alliance.ceiling + 1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_every_event_is_plain_data(any_scenario: CompiledScenario, seed: int) -> None:
    """Words, numbers, yes and no: no array may leave the engine in an event."""
    for _, _, result in random_play(any_scenario, seed):
        for event in result.events:
            json.dumps(asdict(event), default=texts)


def texts(value: object) -> object:
    """A text of the author, which is plain as well."""
    assert isinstance(value, Text)
    return value.model_dump()


# In which order the events of a step are told: what was done, what came of it, where it led.
TOLD_IN_ORDER: tuple[tuple[type | tuple[type, str], ...], ...] = (
    (Predicted,),
    (MoveMade,),
    (MomentCalled,),
    (Replied, Responded, KeptBack),
    (WalkedOut,),
    ((Discovered, "move"), Suspected, Repaired),
    (Exchanged,),
    (ScriptEventOccurred,),
    ((Discovered, "event"),),
    (Measured,),
    (OptionTaken, Proposed),
    (Voted,),
    (GameChanged, ChangeRefused),
    ((Discovered, "reflection"),),
    (Reflected, Reckoned),
    (Parted,),
    (PhaseOpened,),
    (PersonArrived,),
    (Confronted,),
    (RitualHeld,),
    (LinesTold,),
    (Ended,),
)


def _turn(event: Event) -> int:
    kind = (Discovered, event.how) if isinstance(event, Discovered) else type(event)
    return next(at for at, kinds in enumerate(TOLD_IN_ORDER) if kind in kinds)


@pytest.mark.parametrize("seed", range(8))
def test_a_step_is_told_in_the_order_in_which_it_happened(
    mill: CompiledScenario, seed: int
) -> None:
    for _, _, result in random_play(mill, seed):
        turns = [_turn(event) for event in result.events]
        assert turns == sorted(turns)


@pytest.mark.parametrize("seed", range(12))
def test_the_machine_and_the_tables_walk_the_same_graph(
    any_scenario: CompiledScenario, seed: int
) -> None:
    """`transitions` drives the live play, index tables drive the batch: they never differ."""
    flow = Flow(any_scenario)
    for state, choices, _ in random_play(any_scenario, seed):
        if state.stage in FINISHING:
            world = _resolved(any_scenario, state, choices)
            luck = Draw.of_play(state.seed, state.game)
            assert same(flow.advance(world, luck), advance(any_scenario, world, luck))


def _resolved(compiled: CompiledScenario, state: Any, choices: Any) -> Any:
    from engine.play import step as module

    chosen = [choices[party] for party in choosers(compiled, state)]
    world, _ = module._PLAYS[state.stage](compiled, state, chosen)
    return world


@pytest.mark.slow
def test_the_same_seed_gives_the_same_play(any_scenario: CompiledScenario) -> None:
    one, other = (play_anew(any_scenario, 5, "builder", "charmer") for _ in range(2))
    assert one.events == other.events


@pytest.mark.slow
def test_row_i_of_a_batch_is_live_play_i_bit_for_bit(any_scenario: CompiledScenario) -> None:
    """Of one pair, row by row; of the others the test below compares what came of them."""
    games, names = np.arange(4), everyone(any_scenario, "builder", "charmer")
    batch = simulate(any_scenario, 11, games, names)
    for game in games:
        live = persona_play(any_scenario, 11, *names, game=int(game))[-1].state.world
        row = take_games(batch, games[game : game + 1])
        assert same(live, simulate(any_scenario, 11, games[game : game + 1], names))
        assert same(live, row)


@pytest.mark.slow
def test_every_pair_of_personas_plays_alike_alone_and_in_a_batch(pair_plays: PairPlays) -> None:
    """In a batch of mixed company at that: the plays of the pair, on these seats and on those."""
    compiled, replays, _ = pair_plays
    cast = [[PERSONAS.index(who) for who in each.trace.seats.values()] for each in replays]
    games = np.array([each.trace.game for each in replays])
    begun = begin_all(compiled, PAIR_SEED, games, np.array(cast, dtype=np.int8))
    rows = 0
    for ended in play_out(compiled, begun, PAIR_SEED):
        for at, row in enumerate(ended.row):
            live = replays[row].state
            assert outcome(compiled, live) is not None
            assert same(live.world, take_games(ended.world, np.array([at])))
            rows += 1
    assert rows == len(replays)


def test_the_stages_of_a_moment_come_in_order(minimal: CompiledScenario) -> None:
    order = [Stage.DIFFERENCES, Stage.BOTTLENECKS, Stage.ALTERNATIVES, Stage.DECISION]
    stages = [state.stage for state, _, _ in random_play(minimal, 4)]
    at = stages.index(Stage.DIFFERENCES)
    assert stages[at : at + 4] == order
