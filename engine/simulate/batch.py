"""Many plays at once, by the same functions as a live play: row i equals live play i.

In every turn the plays that are at the same place are played together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from typing import Protocol

import numpy as np

from engine.model.arrays import Ints, spread
from engine.model.kernel import Circumstances
from engine.play.circumstances import alike
from engine.play.course import begin, open_place
from engine.play.flow import advance
from engine.play.reflection import OPTIONS, Held, choose_option, conclude, propose
from engine.play.round import Draw, play_moves
from engine.play.rows import join, repeat, take
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
from engine.play.tables import Tables
from engine.players import PERSONAS, Persona, Seat
from engine.players.sight import Sights, look


def simulate(tables: Tables, seed: int, games: Ints, personas: Sequence[str]) -> World:
    """The worlds at the end of those games, played by a persona on each seat.

    games: (G,) which plays of that seed; each is what a live play with `game` set to it gives.
    """
    plays = begin_all(tables, seed, games, cast_of(personas, len(games)))
    return _whole(play_out(tables, plays, seed))


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
    world, _ = _turn(tables, world, _fixed(tables, state.stage, choices, len(draw.games)), draw)
    return play_on(tables, world, draw, personas)


def play_on(tables: Tables, world: World, draw: Draw, personas: Sequence[str]) -> World:
    """The worlds at the end, from wherever each of them is."""
    games = len(draw.games)
    plays = Plays(world, draw.games, cast_of(personas, games), np.arange(games))
    return _whole(play_out(tables, plays, draw.seed))


@dataclass(frozen=True, slots=True)
class Plays:
    """Some of the plays of a batch, at the same place or ended."""

    world: World
    games: Ints  # (G,)
    cast: Ints  # (G, P) who sits where, as an index in PERSONAS
    row: Ints  # (G,) where each stood at the start of the batch


class Watch(Protocol):
    """Who wants to know what happens on the way."""

    def round_opens(self, plays: Plays, sights: Sights) -> None:
        """Before the moves are chosen."""

    def moment_held(self, plays: Plays, held: Held) -> None:
        """After the vote that ends a reflection moment; the plays as they were before it."""


_WHO = tuple(PERSONAS)


def cast_of(personas: Sequence[str], games: int) -> Ints:
    """(G, P) the same personas in every game."""
    return spread(np.array([_WHO.index(name) for name in personas], dtype=np.int8), games)


def begin_all(tables: Tables, seed: int, games: Ints, cast: Ints) -> Plays:
    """Those plays (G,) before their first choice, with those personas (G, P)."""
    draw = Draw(seed, np.asarray(games, dtype=np.uint64))
    world, _ = open_place(tables, begin(tables, draw))
    return Plays(world, draw.games, cast, np.arange(len(draw.games)))


def _whole(ended: Iterator[Plays]) -> World:
    """All plays in the order of the batch."""
    whole = reduce(join, ended)
    return take(whole, np.argsort(whole.row)).world


def play_out(
    tables: Tables,
    plays: Plays,
    seed: int,
    watch: Watch | None = None,
    *,
    company: Sequence[Persona] = tuple(PERSONAS.values()),
    first: Ints | None = None,
) -> Iterator[Plays]:
    """The plays that ended, a few at a time, in the order in which they did.

    company: who the cast are, by index. first: (G, P) moves that are played now, all plays being
    at the same table, or NOBODY where the persona chooses.

    Those that are furthest behind go first, and wait for the others where phases and stages
    begin: so most plays are at the same place, and are played together.
    """
    seats = _seats(tables, tuple(company))
    waiting: dict[int, Plays] = {}
    arrived = plays
    if first is not None:
        luck = Draw(seed, plays.games)
        arrived = replace(plays, world=_play(tables, plays, luck, seats, watch, first))
    while True:
        for place, some_plays in _by_place(arrived):
            if place == _ENDED:
                yield some_plays
            else:
                there = waiting.get(place)
                waiting[place] = some_plays if there is None else join(there, some_plays)
        if not waiting:
            return
        plays = waiting.pop(min(waiting))
        arrived = replace(plays, world=_play(tables, plays, Draw(seed, plays.games), seats, watch))


@lru_cache(maxsize=4)
def _seats(tables: Tables, company: tuple[Persona, ...]) -> tuple[Seat, ...]:
    """A seat for each party, on which each of the company can sit."""
    one, *others = company
    return tuple(Seat(tables, at, one, tuple(others)) for at in range(tables.party_count))


_ENDED = 1 << 62


def _by_place(plays: Plays) -> Iterator[tuple[int, Plays]]:
    """The plays by where they are: phase, rounds played in it, and the moment before the next."""
    world = plays.world
    stage = np.where(world.stage == Stage.ROUND, len(Stage), world.stage)
    place = (world.phase << 32) + (world.phase_round << 8) + stage
    place = np.where(world.stage == Stage.ENDED, _ENDED, place)
    if place.min() == place.max():
        yield int(place[0]), plays
        return
    for each in np.unique(place):
        yield int(each), take(plays, np.flatnonzero(place == each))


# What all seats chose at one stage, as arrays: see `_turn`.
Chosen = tuple[Stage, tuple[np.ndarray, ...]]


def _play(
    tables: Tables,
    plays: Plays,
    draw: Draw,
    seats: Sequence[Seat],
    watch: Watch | None,
    first: Ints | None = None,
) -> World:
    """The worlds after everybody chose."""
    sights, stage = look(tables, plays.world), Stage(int(plays.world.stage[0]))
    if watch is not None and stage is Stage.ROUND:
        watch.round_opens(plays, sights)
    seated = [seat.seating(alike(plays.cast[:, seat.party])) for seat in seats]
    choices = _choose(sights, stage, draw, seated)
    if first is not None:
        choices = (np.where(first == NOBODY, choices[0], first), choices[1] & (first == NOBODY))
    world, held = _turn(tables, plays.world, (stage, choices), draw, _around(sights, stage))
    if watch is not None and held is not None:
        watch.moment_held(plays, held)
    return world


def _around(sights: Sights, stage: Stage) -> Circumstances | None:
    """The circumstances, at the stages that work with them."""
    return sights.around if stage in (Stage.ROUND, Stage.DECISION) else None


def _choose(
    sights: Sights, stage: Stage, draw: Draw, seats: Sequence[Seat]
) -> tuple[np.ndarray, ...]:
    if stage is Stage.ROUND:
        return _columns([seat.move(sights.of(seat.party), draw) for seat in seats])
    if stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        options = [seat.option(sights.of(seat.party), draw, stage) for seat in seats]
        return (np.stack(options).T,)
    if stage is Stage.ALTERNATIVES:
        return _columns([seat.proposal(sights.of(seat.party), draw) for seat in seats])
    votes = [seat.votes(sights.of(seat.party), draw).T for seat in seats]
    return (np.moveaxis(np.stack(votes), -1, 0),)


def _columns(pairs: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, ...]:
    return tuple(np.stack(column).T for column in zip(*pairs, strict=True))


def _turn(
    tables: Tables,
    world: World,
    chosen: Chosen,
    draw: Draw,
    around: Circumstances | None = None,
) -> tuple[World, Held | None]:
    """The worlds, all at that stage, after what was chosen and opened for the next choice."""
    (stage, choices), held = chosen, None
    if stage is Stage.ROUND:
        world, _ = play_moves(tables, world, choices[0], choices[1], draw, around)
        world = advance(tables, world)
    elif stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        world = choose_option(world, choices[0])
    elif stage is Stage.ALTERNATIVES:
        world = propose(world, choices[0], choices[1])
    else:
        world, held = conclude(tables, world, choices[0], draw, around)
        world = advance(tables, world)
    return open_place(tables, world)[0], held


def _fixed(tables: Tables, stage: Stage, choices: Mapping[str, Choice], games: int) -> Chosen:
    """The choices of a live play, the same in every game."""
    columns = [_plain(tables, stage, choices[party]) for party in tables.parties]
    return stage, tuple(spread(np.array(column), games) for column in zip(*columns, strict=True))


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
