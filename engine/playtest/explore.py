"""Playing a scenario for its author: every persona on every seat, and choices drawn by lot.

Each batch of plays is a `Sum` of what they came to; whoever asks stops when there is no time left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.play.compiled import CompiledScenario, Ints
from engine.play.lifecycle import begin, open_place
from engine.play.round import Draw
from engine.players import PERSONAS, PersonaPolicy
from engine.playtest.chance import RandomPolicy
from engine.playtest.index import Index
from engine.playtest.listening import Listener
from engine.playtest.record import RANDOM, Fault, Recipe, Sheet, Sum
from engine.simulate import Plan, Plays, cast_of, castings_of, play_out

# Plays in one batch: what is noted of each takes a few kilobytes. Design choice.
BATCH = 2_048


@dataclass(frozen=True, eq=False)
class Trial:
    """A scenario under test, and the seed of all its plays."""

    compiled: CompiledScenario
    index: Index
    seed: int

    def sheet(self, plays: int) -> Sheet:
        """An empty sheet for so many plays."""
        return Sheet(plays, len(self.index.items), self.index.says)

    def nothing(self) -> Sum:
        """What no plays at all come to."""
        return Sum.nothing(len(self.index.items))


def by_personas(trial: Trial, plays: int, size: int = BATCH) -> Iterator[Sum]:
    """So many plays, every persona on every seat: the very plays that `simulate` counts."""
    plan = Plan(trial.seed, plays, castings_of(trial.compiled), size)
    for start, stop in plan.chunks():
        casting, games = plan.plays(start, stop)
        names = [plan.castings[at] for at in casting]
        yield _batch(trial, games, names, plan.cast(casting), None)


def at_random(trial: Trial, plays: int, size: int = BATCH) -> Iterator[Sum]:
    """So many plays in which every choice is drawn by lot."""
    who = (RANDOM,) * trial.compiled.party_count
    seats = seats_of(trial.compiled, who)
    for start in range(0, plays, size):
        games = np.arange(start, min(start + size, plays), dtype=np.int64)
        cast = np.zeros((len(games), trial.compiled.party_count), dtype=np.int8)
        yield _batch(trial, games, [who] * len(games), cast, seats)


def _batch(
    trial: Trial,
    games: Ints,
    names: Sequence[tuple[str, ...]],
    cast: Ints,
    seats: Sequence[PersonaPolicy] | None,
) -> Sum:
    def play(rows: Ints) -> Sum:
        draw, sheet = Draw(trial.seed, games[rows].astype(np.uint64)), trial.sheet(len(rows))
        listener = Listener(trial.compiled, trial.index, sheet, draw)
        _play(trial, draw, cast[rows], seats, listener)
        return sheet.sum(listener.rounds, lambda at: recipe(int(rows[at])))

    def recipe(row: int) -> Recipe:
        return Recipe(int(games[row]), names[row])

    return without_faults(trial, np.arange(len(games)), play, recipe)


def without_faults(
    trial: Trial, rows: Ints, play: Callable[[Ints], Sum], recipe: Callable[[int], Recipe]
) -> Sum:
    """What those plays come to; one that can't go on is set apart, whatever stopped it."""
    try:
        return play(rows)
    except Exception as fault:
        if len(rows) == 1:
            what = f"{type(fault).__name__}: {fault}"
            return replace(trial.nothing(), faults=(Fault(recipe(int(rows[0])), what),))
    half = len(rows) // 2
    first, second = (
        without_faults(trial, each, play, recipe) for each in (rows[:half], rows[half:])
    )
    return first + second


def from_the_start(trial: Trial, draw: Draw, recipe: Recipe, listener: Listener) -> None:
    """Play one play with nothing forced, and tell the listener of it."""
    seats = seats_of(trial.compiled, recipe.seats) if RANDOM in recipe.seats else None
    _play(trial, draw, cast_for(recipe, 1), seats, listener)


def _play(
    trial: Trial,
    draw: Draw,
    cast: Ints,
    seats: Sequence[PersonaPolicy] | None,
    listener: Listener,
) -> None:
    world, opened = open_place(trial.compiled, begin(trial.compiled, draw))
    plays = Plays(world, draw.games, cast, np.arange(len(draw.games)))
    listener.begun(plays, opened)
    for _ in play_out(trial.compiled, plays, trial.seed, listener, seats=seats):
        pass


def cast_for(recipe: Recipe, plays: int) -> Ints:
    """(G, P) who plays them by index, where they are personas."""
    if RANDOM in recipe.seats:
        return np.zeros((plays, len(recipe.seats)), dtype=np.int8)
    return cast_of(recipe.seats, plays)


def seats_of(compiled: CompiledScenario, names: Sequence[str]) -> tuple[PersonaPolicy, ...]:
    """Who chooses on each seat, by name of a persona or `random`."""
    first = next(iter(PERSONAS.values()))
    return tuple(
        RandomPolicy(compiled, at, first)
        if name == RANDOM
        else PersonaPolicy(compiled, at, PERSONAS[name])  # type: ignore[index]
        for at, name in enumerate(names)
    )
