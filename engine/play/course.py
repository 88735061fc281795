"""The course of a play, for every game at once: how it begins, opens each place, and ends."""

from dataclasses import dataclass, replace

import numpy as np

from engine.model.chance import Purpose, normal
from engine.model.kernel import Alliance
from engine.model.outcome import classify
from engine.model.parameters import DEFAULTS, FORMS
from engine.play.circumstances import legal
from engine.play.conditions import holds
from engine.play.round import Draw, open_phase, open_round
from engine.play.rows import some
from engine.play.state import NOBODY, Stage, World
from engine.play.tables import Bools, Tables


@dataclass(frozen=True, slots=True)
class Opened:
    """Which rituals (G, E) were held when a place opened, and which of them were hollow."""

    held: Bools
    hollow: Bools


def begin(tables: Tables, draw: Draw) -> World:
    """The world before the first choice, not yet opened."""
    games, parties = len(draw.games), tables.party_count
    moves, events, phases = len(tables.moves), len(tables.events), len(tables.phases)
    start = tables.phases.index(tables.scenario.script.start)
    stage = Stage.DIFFERENCES if tables.is_reflection[start] else Stage.ROUND

    def none(*shape: int) -> Bools:
        return np.zeros((games, *shape), dtype=bool)

    return World(
        alliance=_start(tables, draw),
        phase=np.full(games, start),
        stage=np.full(games, int(stage)),
        called=none(),
        round=np.zeros(games, dtype=np.int64),
        phase_round=np.zeros(games, dtype=np.int64),
        in_force=np.repeat(tables.starts[None], games, axis=0),
        amount=np.repeat(tables.start_amount[None], games, axis=0),
        holder=np.repeat(tables.start_holder[None], games, axis=0),
        decor=np.full(games, NOBODY),
        visited=none(phases),
        last_move=np.full((games, parties), NOBODY),
        last_discovered=none(parties, parties),
        last_slipped=none(parties),
        last_payoff=np.zeros((games, parties)),
        used=none(parties, moves),
        secret=none(parties, parties, moves),
        calls=np.zeros((games, parties), dtype=np.int64),
        happened=np.full((games, events), NOBODY),
        befell=np.full((games, events), NOBODY),
        changes=np.zeros(games, dtype=np.int64),
        option=np.full((games, parties, 2), NOBODY),
        proposal=np.full((games, parties), NOBODY),
        proposal_amount=np.zeros((games, parties)),
        left=none(parties),
        parted=none(),
        outcome=np.full(games, NOBODY),
        ending=np.full(games, NOBODY),
    )


def _start(tables: Tables, draw: Draw) -> Alliance:
    start = tables.scenario.starting_point
    given = {
        name: value / 100
        for name in (
            "trust", "reliability", "safety", "diversity", "understanding", "exposure",
            "institution",
        )
        if (value := getattr(start, name)) is not None
    }  # fmt: skip
    preset = FORMS[tables.scenario.form].formal_overlap
    formal = preset if start.formal_overlap is None else start.formal_overlap / 100
    balance = [party.internal_balance / 100 for party in tables.scenario.parties.values()]
    games, parties = len(draw.games), tables.party_count
    before = np.zeros(games, dtype=np.int64)
    impression = normal(draw.seed, draw.games, before, Purpose.START, parties * parties)
    return Alliance.start(
        games,
        parties,
        formal=formal,
        balance=np.array(balance),
        first_impression=impression.reshape(games, parties, parties),
        **given,
    )


def open_place(tables: Tables, world: World) -> tuple[World, Opened]:
    """The world ready for the next choice: rituals held, or the ending found."""
    world, of_phase = open_phase(tables, world)
    world, of_round = open_round(tables, world)
    at_table = (world.stage == Stage.ROUND)[:, None]
    due = np.where(
        (world.phase_round == 0)[:, None],
        tables.ritual_opens_phase | tables.ritual_opens_round,
        tables.ritual_opens_round,
    )
    held = at_table & due & world.in_force
    return finish(tables, world), Opened(held, of_phase | of_round)


def finish(tables: Tables, world: World) -> World:
    """The world in which every play that has ended knows its outcome and its ending."""
    fresh = (world.stage == Stage.ENDED) & (world.outcome == NOBODY)
    if not fresh.any():
        return world
    code = classify(world.alliance.value, world.round, ~some(world.left, 1), world.parted, DEFAULTS)
    world = replace(world, outcome=np.where(fresh, code, world.outcome))
    ending = world.ending.copy()
    for at, each in enumerate(tables.scenario.endings.values()):
        undecided = fresh & (ending == NOBODY)
        ending[undecided & holds(each.when, tables, world, public=False)] = at
    return replace(world, ending=ending)


def legal_now(tables: Tables, world: World) -> Bools:
    """(G, P, M) the moves that each party may play now."""
    own = [
        np.ones(len(world.phase), dtype=bool)
        if move.when is None
        else holds(move.when, tables, world, public=True)
        for move in tables.scenario.moves.values()
    ]
    return legal(tables, world, np.stack(own, axis=1))
