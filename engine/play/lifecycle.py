"""The course of a play, for every game at once: how it begins, opens each place, and ends."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import DTypeLike

from engine.model.arrays import broadcast_games, clip
from engine.model.chance import Purpose, normal
from engine.model.kernel import Alliance
from engine.model.outcome import classify
from engine.model.records import replace
from engine.play.circumstances import just_done, legal
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.conditions import holds, holds_for_each
from engine.play.confrontation import in_scene
from engine.play.presence import is_broken_off, still_there
from engine.play.round import Draw, open_phase, open_round
from engine.play.rows import any_along, take_games
from engine.play.state import NOBODY, Stage, State, World
from engine.scenario.vocabulary import CAUSES, OUTCOMES, Outcome


@dataclass(frozen=True, slots=True)
class Opened:
    """By ritual that may open a place: in which games (G,) it was held, and was hollow."""

    held: dict[int, Bools]
    hollow: dict[int, Bools]


class Conclusion(NamedTuple):
    """How a play ended: its class, and the ending that the author wrote for it."""

    outcome: Outcome
    ending: str


def outcome(compiled: CompiledScenario, state: State) -> Conclusion | None:
    """How the play ended, or None while it goes on."""
    if not state.is_over:
        return None
    code, ending = int(state.world.outcome[0]), int(state.world.ending[0])
    return Conclusion(OUTCOMES[code], compiled.endings[ending])


def begin(compiled: CompiledScenario, draw: Draw) -> World:
    """The world before the first choice, not yet opened."""
    games, parties = len(draw.games), compiled.party_count
    moves, events, phases = len(compiled.moves), len(compiled.events), len(compiled.phases)
    start = compiled.phases.index(compiled.scenario.script.start)
    stage = Stage.DIFFERENCES if compiled.is_reflection[start] else Stage.ROUND

    def none(*shape: int) -> Bools:
        return np.zeros((games, *shape), dtype=bool, order="F")

    def zero(*shape: int) -> Floats:
        return np.zeros((games, *shape), order="F")

    def all_(number: int, *shape: int, dtype: DTypeLike = np.int64) -> Ints:
        return np.full((games, *shape), number, dtype=dtype, order="F")

    return World(
        alliance=_start(compiled, draw),
        phase=all_(start),
        stage=all_(int(stage)),
        called=none(),
        round=all_(0),
        phase_round=all_(0),
        in_force=broadcast_games(compiled.starts, games),
        seated=broadcast_games(compiled.starts, games),
        stood=broadcast_games(compiled.starts & ~compiled.is_decor, games),
        amount=broadcast_games(compiled.start_amount.astype(np.int16), games),
        holder=broadcast_games(compiled.start_holder.astype(np.int8), games),
        decor=all_(NOBODY),
        visited=none(phases),
        last_move=all_(NOBODY, parties, dtype=np.int16),
        missed=none(parties, parties),
        seen=none(parties, parties, moves if compiled.has_rooms else 0),
        last_discovered=none(parties, parties),
        last_slipped=none(parties),
        last_vetoed=none(parties),
        last_payoff=zero(parties),
        used=none(parties, moves),
        carried_out=none(parties, moves),
        secret=none(parties, parties, len(compiled.hideable)),
        found=none(parties, parties, len(compiled.hideable)),
        heard=none(parties, parties, len(compiled.hideable)),
        calls=all_(0, parties, dtype=np.int8),
        happened=all_(NOBODY, events, dtype=np.int16),
        befell=all_(NOBODY, events, dtype=np.int8),
        changes=all_(0),
        altered=none(len(compiled.elements)),
        option=all_(NOBODY, parties, 2, dtype=np.int8),
        proposal=all_(NOBODY, parties, dtype=np.int16),
        proposal_amount=all_(0, parties, dtype=np.int16),
        due=all_(NOBODY, parties, parties, len(CAUSES), dtype=np.int16),
        due_about=all_(NOBODY, parties, parties, len(CAUSES), dtype=np.int16),
        due_moves=none(parties, parties, len(compiled.hideable)),
        lapses=all_(0, parties, dtype=np.int16),
        untold=none(parties, parties),
        kept=all_(NOBODY, parties, parties, dtype=np.int16),
        replied=all_(NOBODY, parties, parties, dtype=np.int8),
        answered=all_(0, parties, parties, len(CAUSES), dtype=np.int32),
        spoken_of=all_(NOBODY, parties, parties, len(compiled.hideable), dtype=np.int8),
        froze=all_(NOBODY, parties, dtype=np.int16),
        scenes=all_(0, dtype=np.int16),
        scene_by=all_(NOBODY, dtype=np.int8),
        scene_of=all_(NOBODY, dtype=np.int8),
        scene_cause=all_(NOBODY, dtype=np.int8),
        scene_reply=all_(NOBODY, dtype=np.int8),
        scene_after=all_(NOBODY, dtype=np.int8),
        left=none(parties),
        parted=none(),
        outcome=all_(NOBODY),
        ending=all_(NOBODY),
    )


def _start(compiled: CompiledScenario, draw: Draw) -> Alliance:
    start = compiled.scenario.starting_point
    given = {
        name: value / 100
        for name in ("safety", "diversity", "understanding", "exposure", "institution")
        if (value := getattr(start, name)) is not None
    }
    preset = compiled.form.formal_overlap
    formal = preset if start.formal_overlap is None else start.formal_overlap / 100
    balance = [party.internal_balance / 100 for party in compiled.scenario.parties.values()]
    games, parties = len(draw.games), compiled.party_count
    before, most = np.zeros(games, dtype=np.int64), compiled.parameters.impression
    luck = normal(draw.seed, draw.games, before, Purpose.START, parties * parties)
    # The start is the author's: what people make of one another shifts it by so much at most.
    impression = clip(0.5 * most * luck, -most, most)
    return Alliance.start(
        games,
        parties,
        formal_overlap=formal,
        internal_balance=np.array(balance),
        first_impression=impression.reshape(games, parties, parties),
        parameters=compiled.parameters,
        trust=_of_pairs(compiled, "trust"),
        reliability=_of_pairs(compiled, "reliability"),
        **given,
    )


def _of_pairs(
    compiled: CompiledScenario, measure: Literal["trust", "reliability"]
) -> float | Floats | None:
    """Where that starts, in [0, 1]: (P, P) if it differs by pair; None: the model's default."""
    start = compiled.scenario.starting_point
    points: int | None = getattr(start, measure)
    same = None if points is None else points / 100
    own = [each for each in start.pairs if getattr(each, measure) is not None]
    if not own:
        return same
    default: float = getattr(compiled.parameters, measure)
    count = compiled.party_count
    result = np.full((count, count), default if same is None else same)
    for pair in own:
        at = compiled.parties.index(pair.of), compiled.parties.index(pair.in_)
        result[at] = getattr(pair, measure) / 100
    return result


def open_place(
    compiled: CompiledScenario, world: World, *, concludes: bool = True
) -> tuple[World, Opened]:
    """The world ready for the next choice: rituals held, or the ending found.

    concludes: else the ending is left to be found, for all plays at once: see `finish`.
    """
    world = _seat(compiled, world)
    if in_scene(world).all():
        return world, Opened({}, {})  # the talk stands still where it was
    world, of_phase = open_phase(compiled, world)
    world, of_round = open_round(compiled, world)
    rites = {at: (of_phase | of_round)[at] for at in sorted({*of_phase, *of_round})}
    opened = Opened(
        {at: held for at, (held, _) in rites.items()},
        {at: hollow for at, (_, hollow) in rites.items()},
    )
    return (finish(compiled, world) if concludes else world), opened


def _seat(compiled: CompiledScenario, world: World) -> World:
    """The world in which whoever was asked to the table has come there, once all are back at it."""
    seated = world.in_force
    if compiled.has_rooms:
        seated = seated & (world.seated | ~compiled.is_apart[world.phase][:, None])
    return replace(world, seated=seated)


def finish(compiled: CompiledScenario, world: World) -> World:
    """The world in which every play that has ended knows its outcome and its ending."""
    fresh = np.flatnonzero((world.stage == Stage.ENDED) & (world.outcome == NOBODY))
    if not len(fresh):
        return world
    over = world if len(fresh) == len(world.phase) else take_games(world, fresh)
    code = classify(
        over.alliance.value, over.round, ~is_broken_off(compiled, over.left), over.parted,
        compiled.parameters, still_there(compiled, over),
    )  # fmt: skip
    over = replace(over, outcome=code)
    came = over.ending.copy()
    for at, each in enumerate(compiled.scenario.endings.values()):
        came[(came == NOBODY) & holds(each.when, compiled, over, public=False)] = at
    outcome, ending = world.outcome.copy(), world.ending.copy()
    outcome[fresh], ending[fresh] = code, came
    return replace(world, outcome=outcome, ending=ending)


def legal_now(compiled: CompiledScenario, world: World, moves: Ints | None = None) -> Bools:
    """(G, P, m) which of those moves each party may play now; of all moves, if none are named."""
    if len(world.phase) == 1:
        every = _legal_in_play(compiled, world)
        return every if moves is None else every[:, :, moves]
    return _legal(compiled, world, np.arange(len(compiled.moves)) if moves is None else moves)


# Each seat, its page and its choice ask the same of a live play: room for the tables of a hall.
@lru_cache(maxsize=128)
def _legal_in_play(compiled: CompiledScenario, world: World) -> Bools:
    offered = np.flatnonzero(compiled.offered[world.phase[0]])
    may = np.zeros((1, compiled.party_count, len(compiled.moves)), dtype=bool)
    may[:, :, offered] = _legal(compiled, world, offered)
    may.flags.writeable = False
    return may


def _legal(compiled: CompiledScenario, world: World, asked: Ints) -> Bools:
    own = np.ones((1, compiled.party_count, len(asked)), dtype=bool)
    for column, at in enumerate(asked):
        when = compiled.scenario.moves[compiled.moves[at]].when
        if when is not None:
            own = own if len(own) > 1 else broadcast_games(own[0], len(world.phase))
            own[:, :, column] = holds_for_each(when, compiled, world, chooses=True)
    may = legal(compiled, world, own, asked)
    fresh = may & ~just_done(compiled, world, asked)
    # Whoever could do nothing else may do it once more: there is always something to choose.
    return np.where(any_along(fresh, 2)[:, :, None], fresh, may)
