"""Many plays at once, by the same functions as a live play: row i equals live play i.

All plays go on in lockstep, each at its own place: in every turn the games at the same stage are
taken out, played together and put back.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from engine.play.course import begin, open_place
from engine.play.flow import advance
from engine.play.reflection import OPTIONS, choose_option, conclude, propose
from engine.play.round import Draw, play_moves
from engine.play.rows import put, repeat, take
from engine.play.state import (
    NOBODY,
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    Stage,
    State,
    VoteChoice,
    World,
)
from engine.play.tables import Ints, Tables
from engine.players import PERSONAS, Seat
from engine.players.sight import look

# More than any acyclic script can need: every turn ends a round or a step of a moment.
_TURNS = 1_000


def simulate(tables: Tables, seed: int, games: Ints, personas: Sequence[str]) -> World:
    """The worlds at the end of those games, played by a persona on each seat.

    games: (G,) which plays of that seed; each is what a live play with `game` set to it gives.
    """
    draw = Draw(seed, np.asarray(games, dtype=np.uint64))
    world, _ = open_place(tables, begin(tables, draw))
    return play_on(tables, world, draw, personas)


def continue_from(
    tables: Tables,
    state: State,
    choices: Mapping[str, Choice],
    games: Ints,
    personas: Sequence[str],
) -> World:
    """The worlds at the end of plays that go on from a live state with those choices.

    Game i draws the same luck whatever the choices are, so two calls can be compared in pairs.
    The luck of game `state.game` itself is the one that the live play had.
    """
    draw = Draw(state.seed, np.asarray(games, dtype=np.uint64))
    world = repeat(state.world, len(draw.games))
    world = _turn(tables, world, _fixed(tables, state.stage, choices, len(draw.games)), draw)
    return play_on(tables, world, draw, personas)


def play_on(tables: Tables, world: World, draw: Draw, personas: Sequence[str]) -> World:
    """The worlds at the end, from wherever each of them is."""
    seats = [Seat(tables, at, PERSONAS[name]) for at, name in enumerate(personas)]  # type: ignore[index]
    for _ in range(_TURNS):
        going = np.flatnonzero(world.stage != Stage.ENDED)
        if not len(going):
            return world
        for stage in np.unique(world.stage[going]):
            rows = np.flatnonzero(world.stage == stage)
            part, luck = take(world, rows), draw.rows(rows)
            chosen = _choose(tables, part, Stage(stage), luck, seats)
            world = put(world, rows, _turn(tables, part, chosen, luck))
    raise AssertionError("a play did not end")


# What all seats chose at one stage, as arrays: see `_turn`.
Chosen = tuple[Stage, tuple[np.ndarray, ...]]


def _choose(tables: Tables, world: World, stage: Stage, draw: Draw, seats: list[Seat]) -> Chosen:
    sights = look(tables, world)
    if stage is Stage.ROUND:
        pairs = [seat.move(sights.of(seat.party), draw) for seat in seats]
        return stage, _columns(pairs)
    if stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        options = [seat.option(sights.of(seat.party), draw, stage) for seat in seats]
        return stage, (np.stack(options, axis=1),)
    if stage is Stage.ALTERNATIVES:
        proposals = [seat.proposal(sights.of(seat.party), draw) for seat in seats]
        return stage, _columns(proposals)
    votes = [seat.votes(sights.of(seat.party), draw) for seat in seats]
    return stage, (np.stack(votes, axis=1),)


def _columns(pairs: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, ...]:
    return tuple(np.stack(column, axis=1) for column in zip(*pairs, strict=True))


def _turn(tables: Tables, world: World, chosen: Chosen, draw: Draw) -> World:
    """The worlds, all at that stage, after what was chosen and opened for the next choice."""
    stage, choices = chosen
    if stage is Stage.ROUND:
        world, _ = play_moves(tables, world, choices[0], choices[1], draw)
        world = advance(tables, world)
    elif stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        world = choose_option(world, choices[0])
    elif stage is Stage.ALTERNATIVES:
        world = propose(world, choices[0], choices[1])
    else:
        world, _ = conclude(tables, world, choices[0], draw)
        world = advance(tables, world)
    return open_place(tables, world)[0]


def _fixed(tables: Tables, stage: Stage, choices: Mapping[str, Choice], games: int) -> Chosen:
    """The choices of a live play, the same in every game."""
    columns = [_plain(tables, stage, choices[party]) for party in tables.parties]
    return stage, tuple(
        np.repeat(np.array(column)[None], games, axis=0) for column in zip(*columns, strict=True)
    )


def _plain(tables: Tables, stage: Stage, choice: Choice) -> tuple[object, ...]:
    match choice:
        case MoveChoice():
            return tables.moves.index(choice.move), choice.call
        case OptionChoice():
            options = OPTIONS[stage - Stage.DIFFERENCES]
            return (options.index(choice.option),)
        case ProposalChoice():
            keys = [change.key for change in tables.changes]
            at = keys.index(choice.change) if choice.change else NOBODY
            return at, float(choice.amount or 0)
        case VoteChoice():
            return ([bool(choice.votes.get(party)) for party in tables.parties],)
