"""Playing a scenario for its author: personas, at random, and every choice near the beginnings.

Each batch of plays is a `Sum` of what they came to; whoever asks stops when there is no time left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine.play.compiled import CompiledScenario, Ints
from engine.play.lifecycle import begin, open_place
from engine.play.round import Draw
from engine.players import PERSONAS, PersonaPolicy
from engine.playtest.chance import RANDOM, RandomPolicy
from engine.playtest.index import Index
from engine.playtest.listening import Listener
from engine.playtest.record import Recipe, Sheet, Sum
from engine.simulate import Plan, Plays, castings_of, play_out

# Plays in one batch: what is counted of each takes a few kilobytes. Design choice.
_BATCH = 2_048
# Design choices: more ways to choose than this at one place are not all tried; and so many choices
# after coming to a phase the search goes no deeper.
_MOST_WAYS, _DEPTH = 400, 6


@dataclass(frozen=True, eq=False)
class Trial:
    """A scenario under test, and the seed of all its plays."""

    compiled: CompiledScenario
    index: Index
    seed: int

    def sheet(self, plays: int) -> Sheet:
        """An empty sheet for so many plays."""
        return Sheet(plays, len(self.index.items), self.index.says)


def by_personas(trial: Trial, plays: int) -> Iterator[Sum]:
    """So many plays, every persona on every seat: the very plays that `simulate` counts."""
    plan = Plan(trial.seed, plays, castings_of(trial.compiled), _BATCH)
    for start, stop in plan.chunks():
        casting, games = plan.plays(start, stop)
        names = [plan.castings[at] for at in casting]

        def recipe(row: int, names: list[tuple[str, ...]] = names, games: Ints = games) -> Recipe:
            return Recipe(int(games[row]), names[row])

        cast = plan.cast(casting)
        yield _from_the_start(trial, games, cast, None, recipe)


def at_random(trial: Trial, plays: int) -> Iterator[Sum]:
    """So many plays in which every choice is drawn by lot."""
    who = (RANDOM,) * trial.compiled.party_count
    seats = seats_of(trial.compiled, who)
    for start in range(0, plays, _BATCH):
        games = np.arange(start, min(start + _BATCH, plays), dtype=np.int64)
        cast = np.zeros((len(games), trial.compiled.party_count), dtype=np.int8)

        def recipe(row: int, games: Ints = games) -> Recipe:
            return Recipe(int(games[row]), who)

        yield _from_the_start(trial, games, cast, seats, recipe)


def seats_of(compiled: CompiledScenario, names: Sequence[str]) -> tuple[PersonaPolicy, ...]:
    """Who chooses on each seat, by name of a persona or `random`."""
    first = next(iter(PERSONAS.values()))
    return tuple(
        RandomPolicy(compiled, at, first)
        if name == RANDOM
        else PersonaPolicy(compiled, at, PERSONAS[name])  # type: ignore[index]
        for at, name in enumerate(names)
    )


def _from_the_start(
    trial: Trial,
    games: Ints,
    cast: Ints,
    seats: Sequence[PersonaPolicy] | None,
    recipe: Callable[[int], Recipe],
) -> Sum:
    draw, sheet = Draw(trial.seed, np.asarray(games, dtype=np.uint64)), trial.sheet(len(games))
    listener = Listener(trial.compiled, trial.index, sheet, draw)
    world, opened = open_place(trial.compiled, begin(trial.compiled, draw))
    plays = Plays(world, draw.games, cast, np.arange(len(games)))
    listener.begun(plays, opened)
    for _ in play_out(trial.compiled, plays, trial.seed, listener, seats=seats):
        pass
    return sheet.sum(listener.rounds, recipe)
