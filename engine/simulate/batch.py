"""Many plays at once, by the same functions as a live play: row i equals live play i.

In every turn the plays that are at the same place are played together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.model.arrays import Ints, broadcast_games
from engine.model.kernel import Circumstances
from engine.model.records import replace
from engine.play.circumstances import collapse_uniform
from engine.play.compiled import CompiledScenario
from engine.play.confrontation import raise_or_keep, reply, respond
from engine.play.flow import advance
from engine.play.lifecycle import Opened, begin, finish, open_place
from engine.play.reflection import OPTIONS, Held, choose_option, conclude, propose
from engine.play.round import Draw, Played, play_moves
from engine.play.rows import join_games, repeat_game, slice_games, take_games
from engine.play.state import (
    NOBODY,
    SCENE,
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    RaiseChoice,
    ReplyChoice,
    ResponseChoice,
    Stage,
    State,
    VoteChoice,
    World,
)
from engine.play.step import CHOICE_OF_STAGE, FINISHING, choosers
from engine.play.trace import Trace
from engine.players import PERSONAS, Persona, PersonaPolicy
from engine.players.observation import Observations, observe
from engine.players.parameters import PLAYERS, PlayerParameters
from engine.scenario.vocabulary import REPLIES, RESPONSES


def simulate(compiled: CompiledScenario, seed: int, games: Ints, personas: Sequence[str]) -> World:
    """The worlds at the end of those games, played by a persona on each seat.

    games: (G,) which plays of that seed; each equals a live play with that number as its `game`.
    """
    plays = begin_all(compiled, seed, games, cast_of(personas, len(games)))
    return _whole(play_out(compiled, plays, seed))


def continue_each(
    compiled: CompiledScenario,
    starts: Sequence[tuple[State, Mapping[str, Choice]]],
    games: Ints,
    personas: Sequence[str],
) -> tuple[World, ...]:
    """For each live state with its choices, the worlds at the end of plays that go on from there.

    All play on together, which is quicker than one after another. Game i draws the same luck
    whatever the choices are, so the worlds can be compared in pairs; game `state.game` has the luck
    that the live play had.
    """
    state, _ = starts[0]
    one = Draw(state.seed, np.asarray(games, dtype=np.uint64))
    begun = [
        take_turn(
            compiled,
            repeat_game(state.world, len(one.games)),
            _fixed(compiled, state.stage, choices, len(one.games)),
            one,
        ).arrived
        for state, choices in starts
    ]
    together = join_games(begun)
    draw = Draw(state.seed, np.tile(one.games, len(starts)))
    ended, each = play_on(compiled, together, draw, personas), len(one.games)
    return tuple(slice_games(ended, at * each, (at + 1) * each) for at in range(len(starts)))


def follow(compiled: CompiledScenario, trace: Trace) -> World | None:
    """The world after the choices of a trace, as a replay makes it but without its events: that is
    quicker. None where the choices do not fit, in a scenario that was changed since.
    """
    draw = Draw.of_play(trace.seed, trace.game)
    world, _ = open_place(compiled, begin(compiled, draw))
    for number, choices in enumerate(trace.choices, start=1):
        state = State(world, trace.seed, trace.game)
        asked, is_last = set(choosers(compiled, state)), number == len(trace.choices)
        if is_last and set(choices) < asked:
            return world  # some have yet to choose
        if set(choices) != asked or any(
            not isinstance(each, CHOICE_OF_STAGE[state.stage]) for each in choices.values()
        ):
            return None
        world = take_turn(compiled, world, _fixed(compiled, state.stage, choices, 1), draw).arrived
    return world


def play_on(compiled: CompiledScenario, world: World, draw: Draw, personas: Sequence[str]) -> World:
    """The worlds at the end, each starting from where it is now."""
    games = len(draw.games)
    plays = Plays(world, draw.games, cast_of(personas, games), np.arange(games))
    return finish(compiled, _whole(play_out(compiled, plays, draw.seed, concludes=False)))


@dataclass(frozen=True, slots=True)
class Plays:
    """Some of the plays of a batch, at the same place or ended."""

    world: World
    games: Ints  # (G,)
    cast: Ints  # (G, P) who sits where, as an index in PERSONAS
    row: Ints  # (G,) where each stood at the start of the batch


@dataclass(frozen=True, slots=True)
class Turn:
    """What one choice of everybody led to, in plays at the same place.

    finished: the worlds after it, before the talks moved on. arrived: where they then came to rest,
    opened for the next choice. draw: the luck of those plays.
    """

    stage: Stage
    choices: tuple[np.ndarray, ...]
    came: Played | Held | None
    finished: World
    arrived: World
    opened: Opened
    draw: Draw


class Watch:
    """An observer of what happens along the way: by itself, it takes no notice."""

    def round_opens(self, plays: Plays, observations: Observations) -> None:
        """Before the moves are chosen."""

    def round_played(self, plays: Plays, played: Played) -> None:
        """After the moves and what followed from them; the plays as they were before them."""

    def in_scene(self, plays: Plays, stage: Stage, chosen: np.ndarray) -> None:
        """After a step of a confrontation; the plays as they were before it, chosen (G,)."""

    def moment_held(self, plays: Plays, held: Held) -> None:
        """After the vote that ends a reflection moment; the plays as they were before it."""

    def turned(self, plays: Plays, turn: Turn) -> None:
        """After any choice, whatever the stage; the plays as they were before it."""


_WHO = tuple(PERSONAS)


def cast_of(personas: Sequence[str], games: int) -> Ints:
    """(G, P) the same personas in every game."""
    return broadcast_games(np.array([_WHO.index(name) for name in personas], dtype=np.int8), games)


def begin_all(compiled: CompiledScenario, seed: int, games: Ints, cast: Ints) -> Plays:
    """Those plays (G,) before their first choice, with those personas (G, P)."""
    draw = Draw(seed, np.asarray(games, dtype=np.uint64))
    world, _ = open_place(compiled, begin(compiled, draw))
    return Plays(world, draw.games, cast, np.arange(len(draw.games)))


def _whole(ended: Iterator[Plays]) -> World:
    """All plays in the order of the batch."""
    whole = join_games(tuple(ended))
    return take_games(whole, np.argsort(whole.row)).world


def play_out(
    compiled: CompiledScenario,
    plays: Plays,
    seed: int,
    watch: Watch | None = None,
    *,
    company: Sequence[Persona] = tuple(PERSONAS.values()),
    players: PlayerParameters = PLAYERS,
    first: Ints | None = None,
    seats: Sequence[PersonaPolicy] | None = None,
    concludes: bool = True,
) -> Iterator[Plays]:
    """The plays that ended, a few at a time, in the order in which they did.

    company: who the cast are, by index. players: how they all choose. first: (G, P) moves that
    are played now, all plays being at the same table, or NOBODY where the persona chooses.
    seats: by party, who chooses where that is not one of the company. concludes: else the endings
    are left to be found, for all plays at once: see `finish`.

    Those that are furthest behind go first, and wait for the others where phases and stages begin,
    so that most plays are at the same place and are played together.
    """
    seats = seats or _seats(compiled, tuple(company), players)
    waiting: dict[int, list[Plays]] = {}
    arrived = plays
    if first is not None:
        luck = Draw(seed, plays.games)
        world = _play(compiled, plays, luck, seats, watch, first, concludes=concludes)
        arrived = replace(plays, world=world)
    while True:
        for place, some_plays in _by_place(arrived):
            if place == _ENDED:
                yield some_plays
            else:
                waiting.setdefault(place, []).append(some_plays)
        if not waiting:
            return
        plays = join_games(waiting.pop(min(waiting)))
        luck = Draw(seed, plays.games)
        world = _play(compiled, plays, luck, seats, watch, concludes=concludes)
        arrived = replace(plays, world=world)


@lru_cache(maxsize=4)
def _seats(
    compiled: CompiledScenario, company: tuple[Persona, ...], players: PlayerParameters
) -> tuple[PersonaPolicy, ...]:
    """A seat for each party, which any of the company can take."""
    one, *others = company
    return tuple(
        PersonaPolicy(compiled, at, one, tuple(others), parameters=players)
        for at in range(compiled.party_count)
    )


_ENDED = 1 << 62
_ORDER = np.array(
    [
        2 * len(Stage) if stage is Stage.ROUND
        else SCENE.index(stage) if stage in SCENE
        else stage + len(SCENE)
        for stage in Stage
    ]
)  # fmt: skip


def _by_place(plays: Plays) -> Iterator[tuple[int, Plays]]:
    """The plays by where they are: phase, rounds played in it, and what comes before the next:
    the scenes after the last one, a moment, and the scenes after that.
    """
    world = plays.world
    stage = _ORDER[world.stage]
    stage = np.where(world.scene_after == Stage.DECISION, stage + len(Stage), stage)
    place = (world.phase << 32) + (world.phase_round << 8) + stage
    place = np.where(world.stage == Stage.ENDED, _ENDED, place)
    if place.min() == place.max():
        yield int(place[0]), plays
        return
    for each in np.unique(place):
        yield int(each), take_games(plays, np.flatnonzero(place == each))


# What all seats chose at one stage, as arrays: see `take_turn`.
Chosen = tuple[Stage, tuple[np.ndarray, ...]]


def _play(
    compiled: CompiledScenario,
    plays: Plays,
    draw: Draw,
    seats: Sequence[PersonaPolicy],
    watch: Watch | None,
    first: Ints | None = None,
    *,
    concludes: bool,
) -> World:
    """The worlds after everybody chose."""
    observations, stage = observe(compiled, plays.world), Stage(int(plays.world.stage[0]))
    if watch is not None and stage is Stage.ROUND:
        watch.round_opens(plays, observations)
    seated = [seat.seating(collapse_uniform(plays.cast[:, seat.party])) for seat in seats]
    choices = _choose(observations, stage, draw, seated)
    if first is not None:
        choices = (np.where(first == NOBODY, choices[0], first), choices[1] & (first == NOBODY))
    around = _around(observations, stage)
    turn = take_turn(compiled, plays.world, (stage, choices), draw, around, concludes=concludes)
    if watch is not None:
        tell(watch, plays, turn)
    return turn.arrived


def tell(watch: Watch, plays: Plays, turn: Turn) -> None:
    """Tell an observer of that turn of those plays."""
    if isinstance(turn.came, Played):
        watch.round_played(plays, turn.came)
    if turn.stage in SCENE:
        watch.in_scene(plays, turn.stage, turn.choices[0])
    if isinstance(turn.came, Held):
        watch.moment_held(plays, turn.came)
    watch.turned(plays, turn)


def _around(observations: Observations, stage: Stage) -> Circumstances | None:
    """The circumstances, at the stages that work with them."""
    works = stage in (Stage.ROUND, Stage.DECISION)
    return observations.around if works else None


def _choose(
    observations: Observations, stage: Stage, draw: Draw, seats: Sequence[PersonaPolicy]
) -> tuple[np.ndarray, ...]:
    if stage is Stage.ROUND:
        return _columns([seat.move(observations.of(seat.party), draw) for seat in seats])
    if stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        options = [seat.option(observations.of(seat.party), draw, stage) for seat in seats]
        return (np.stack(options).T,)
    if stage is Stage.ALTERNATIVES:
        return _columns([seat.proposal(observations.of(seat.party), draw) for seat in seats])
    if stage in SCENE:
        return (_in_scene(observations, stage, draw, seats),)
    votes = [seat.votes(observations.of(seat.party), draw).T for seat in seats]
    return (np.moveaxis(np.stack(votes), -1, 0),)


def _in_scene(
    observations: Observations, stage: Stage, draw: Draw, seats: Sequence[PersonaPolicy]
) -> np.ndarray:
    """(G,) what the one party chooses whose turn it is in the scene of each play."""
    world = observations.world
    chooser = world.scene_of if stage is Stage.CONFRONTED else world.scene_by
    chosen = np.zeros(len(chooser), dtype=bool if stage is Stage.RAISING else np.int64)
    for seat in seats:
        asked = chooser == seat.party
        if not asked.any():
            continue
        ways = {
            Stage.RAISING: seat.raises,
            Stage.CONFRONTED: seat.reply,
            Stage.RECKONING: seat.response,
        }
        chosen = np.where(asked, ways[stage](observations.of(seat.party), draw), chosen)
    return chosen


def _columns(pairs: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, ...]:
    return tuple(np.stack(column).T for column in zip(*pairs, strict=True))


def take_turn(
    compiled: CompiledScenario,
    world: World,
    chosen: Chosen,
    draw: Draw,
    around: Circumstances | None = None,
    *,
    concludes: bool = True,
) -> Turn:
    """What the worlds, all at that stage, come to after what was chosen."""
    stage, choices = chosen
    came: Played | Held | None = None
    if stage is Stage.ROUND:
        move, call, *divided = choices  # people can be divided; a persona is one person
        world, came = play_moves(compiled, world, move, call, draw, around, *divided)
    elif stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        world = choose_option(world, choices[0])
    elif stage is Stage.ALTERNATIVES:
        world = propose(world, choices[0], choices[1])
    elif stage is Stage.RAISING:
        world = raise_or_keep(world, choices[0])
    elif stage is Stage.CONFRONTED:
        world = reply(world, choices[0])
    elif stage is Stage.RECKONING:
        world, _ = respond(compiled, world, choices[0])
    else:
        world, came = conclude(compiled, world, choices[0], draw, around)
    moved = advance(compiled, world, draw) if stage in FINISHING else world
    arrived, opened = open_place(compiled, moved, concludes=concludes)
    return Turn(stage, choices, came, world, arrived, opened, draw)


def _fixed(
    compiled: CompiledScenario, stage: Stage, choices: Mapping[str, Choice], games: int
) -> Chosen:
    """The choices of a live play, the same in every game."""
    if stage in SCENE:
        (choice,) = choices.values()
        return stage, (np.repeat(np.array(_plain(compiled, stage, choice)), games),)
    columns = [
        _plain(compiled, stage, choices[party]) if party in choices else _nothing(compiled, stage)
        for party in compiled.parties
    ]
    return stage, tuple(
        broadcast_games(np.array(column), games) for column in zip(*columns, strict=True)
    )


def _nothing(compiled: CompiledScenario, stage: Stage) -> tuple[object, ...]:
    """What stands for the choice of a party that has left."""
    if stage is Stage.ROUND:
        return NOBODY, False, 0.0
    if stage is Stage.ALTERNATIVES:
        return NOBODY, 0.0
    return ([False] * compiled.party_count,) if stage is Stage.DECISION else (NOBODY,)


def _plain(compiled: CompiledScenario, stage: Stage, choice: Choice) -> tuple[object, ...]:
    match choice:
        case MoveChoice():
            return compiled.moves.index(choice.move), choice.call, choice.voices.divided
        case OptionChoice():
            options = OPTIONS[stage - Stage.DIFFERENCES]
            return (options.index(choice.option),)
        case ProposalChoice():
            keys = [change.key for change in compiled.changes]
            at = keys.index(choice.change) if choice.change else NOBODY
            return at, float(choice.amount or 0)
        case VoteChoice():
            return ([bool(choice.votes.get(party)) for party in compiled.parties],)
        case RaiseChoice():
            return (choice.raises,)
        case ReplyChoice():
            return (REPLIES.index(choice.reply),)
        case ResponseChoice():
            return (RESPONSES.index(choice.response),)
