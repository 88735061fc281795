"""Trying every choice near the beginning of each phase, those after the fewest choices first; and
before that, each reply in each confrontation of the author, and each response to it.

From each place the play then goes on as it would have: that shows what those choices open.
"""

import itertools
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np

from engine.play.compiled import CompiledScenario, Ints
from engine.play.lifecycle import Opened, legal_now
from engine.play.reflection import OPTIONS, open_options
from engine.play.round import Draw
from engine.play.rows import join_games, take_games
from engine.play.rules import open_to
from engine.play.state import NOBODY, Stage, World
from engine.playtest.explore import Trial, cast_for, from_the_start, seats_of, without_faults
from engine.playtest.listening import Listener
from engine.playtest.record import RANDOM, Recipe, Sheet, Sum
from engine.scenario.vocabulary import REPLIES, RESPONSES
from engine.simulate import Plays, Turn, play_out
from engine.simulate.batch import take_turn, tell

# Design choices: of more ways than this to choose at one place, so many are tried, spread evenly;
# and the search goes no deeper than so many choices after a phase was opened.
MOST_WAYS, DEEPEST = 400, 6
# Design choices: so many plays at once are worth the while, and so many places are remembered.
_ENOUGH, MOST_AHEAD = 1_024, 5_000
# What all who choose then chose, as `Recipe.forced` has it.
Way = tuple[Any, ...]


@dataclass(frozen=True)
class Place:
    """A play that can go on from here. said, steps: of it until now; depth: choices tried.

    confronts: what is tried ends with the confrontation that is on.
    """

    phase: int
    world: World  # of one play
    said: np.ndarray  # (1, S)
    steps: int
    recipe: Recipe
    depth: int = 0
    confronts: bool = False

    @property
    def stage(self) -> Stage:
        """Where in the phase it is."""
        return Stage(int(self.world.stage[0]))

    @property
    def alike(self) -> tuple[object, ...]:
        """What places have in common that can be tried together."""
        return self.depth, self.phase, self.stage, RANDOM in self.recipe.seats


@dataclass
class Search:
    """What was searched so far.

    places: from which every choice was tried. skipped: ways to choose that were left out there, as
    there were too many. ahead: places from which none was tried yet. left_out: places for which
    there was no room.
    """

    trial: Trial
    places: int = 0
    ways: int = 0
    skipped: int = 0
    left_out: int = 0
    ahead: deque[Place] = field(default_factory=deque)

    def run(self, known: Sum, most: int) -> Iterator[Sum]:
        """What those plays come to that begin as the quickest of the known ones to each phase, and
        to each confrontation.

        most: once so many ways to choose were tried, no more are begun.
        """
        self.ahead += beginnings(self.trial, known)
        while self.ahead and self.ways < most:
            yield self._try(self._next())

    def _try(self, tried: "list[_Tried]") -> Sum:
        def play(rows: Ints) -> Sum:
            return self._play([tried[row] for row in rows])

        everyone = np.arange(len(tried))
        return without_faults(self.trial, everyone, play, lambda row: tried[row].recipe)

    def _next(self) -> "list[_Tried]":
        """The ways to choose at the next place, and at others where it is the turn of the same."""
        first, tried, later = self.ahead[0], list[_Tried](), deque[Place]()
        for place in self.ahead:
            if len(tried) >= _ENOUGH or place.alike != first.alike:
                later.append(place)
                continue
            every = ways_to_choose(self.trial.compiled, place.world)
            ways = every[:: -(-len(every) // MOST_WAYS)]
            self.places, self.ways = self.places + 1, self.ways + len(ways)
            self.skipped += len(every) - len(ways)
            tried += (_Tried(place, way) for way in ways)
        self.ahead = later
        return tried

    def _play(self, some: "list[_Tried]") -> Sum:
        """Make those choices, and play on from there to the end."""
        compiled, stage = self.trial.compiled, some[0].place.stage
        plays, sheet = _plays(self.trial, some)
        draw = Draw(self.trial.seed, plays.games)
        listener = Listener(compiled, self.trial.index, sheet, draw)
        chosen = as_arrays(stage, [each.way for each in some])
        turn = take_turn(compiled, plays.world, (stage, chosen), draw)
        tell(listener, plays, turn)
        going = np.flatnonzero(turn.arrived.stage != Stage.ENDED)
        onward = [_after(some[row], turn.arrived, sheet, int(row)) for row in going]
        if len(going):
            rest = take_games(replace(plays, world=turn.arrived), going)
            names = some[0].place.recipe.seats
            seats = seats_of(compiled, names) if RANDOM in names else None
            for _ in play_out(compiled, rest, self.trial.seed, listener, seats=seats):
                pass
        found = sheet.sum(listener.rounds, lambda at: some[at].recipe)
        room = max(0, MOST_AHEAD - len(self.ahead))
        new = [each for each in onward if each is not None]
        # A confrontation is tried to its end first: it is short, and few plays come to it.
        self.ahead.extendleft(each for each in new[:room] if each.confronts)
        self.ahead += (each for each in new[:room] if not each.confronts)
        self.left_out += len(new[room:])
        return found


class _Tried(NamedTuple):
    """A way to choose at a place."""

    place: Place
    way: Way

    @property
    def recipe(self) -> Recipe:
        before = self.place.recipe
        return replace(before, forced=(*before.forced, (self.place.steps, self.way)))


def _plays(trial: Trial, some: list[_Tried]) -> tuple[Plays, Sheet]:
    """The plays at those places, and what was said in them so far."""
    places = [each.place for each in some]
    games = np.array([place.recipe.game for place in places], dtype=np.uint64)
    cast = np.concatenate([cast_for(place.recipe, 1) for place in places])
    sheet = trial.sheet(len(some))
    sheet.said[:] = np.concatenate([place.said for place in places])
    sheet.steps[:] = [place.steps for place in places]
    world = join_games([place.world for place in places])
    return Plays(world, games, np.asfortranarray(cast), np.arange(len(some))), sheet


def _after(tried: _Tried, after: World, sheet: Sheet, row: int) -> Place | None:
    """Where that way to choose leads; None if it leaves the phase, or goes too deep."""
    place, one = tried.place, np.array([row])
    if after.phase[row] != place.phase or place.depth + 1 >= DEEPEST:
        return None
    if place.confronts and after.stage[row] != Stage.RECKONING:
        return None
    return replace(
        place, world=take_games(after, one), said=sheet.said[one].copy(), steps=place.steps + 1,
        recipe=tried.recipe, depth=place.depth + 1,
    )  # fmt: skip


class _Reaching(Listener):
    """Keeps the place where a play comes to something, by number of the item."""

    place: Place | None = None

    def wait_for(self, item: int, recipe: Recipe) -> None:
        self._item, self._recipe = item, recipe

    def begun(self, plays: Plays, opened: Opened) -> None:
        super().begun(plays, opened)
        self._look(plays.world)

    def turned(self, plays: Plays, turn: Turn) -> None:
        super().turned(plays, turn)
        self._look(turn.arrived)

    def _look(self, world: World) -> None:
        is_there = self._sheet.is_met(self._item) and world.stage[0] != Stage.ENDED
        if self.place is None and is_there:
            said, steps = self._sheet.said.copy(), int(self._sheet.steps[0])
            self.place = Place(int(world.phase[0]), world, said, steps, self._recipe)


def beginnings(trial: Trial, known: Sum) -> Iterator[Place]:
    """The place of each confrontation that was reached and of each phase, in the play that came
    there first.
    """
    scenes = set(trial.index.scenes.values())
    for item in (*scenes, *trial.index.named("phase", trial.compiled.phases)):
        found = known.example.get(item)
        if found is None or found[1].forced:
            continue
        recipe = found[1]
        draw = Draw(trial.seed, np.array([recipe.game], dtype=np.uint64))
        reaching = _Reaching(trial.compiled, trial.index, trial.sheet(1), draw)
        reaching.wait_for(item, recipe)
        from_the_start(trial, draw, recipe, reaching)
        if reaching.place is not None:
            yield replace(reaching.place, confronts=item in scenes)


# --- what can be chosen ---------------------------------------------------------------------------


def ways_to_choose(compiled: CompiledScenario, world: World) -> list[Way]:
    """Every way in which all who choose now can choose, in one play."""
    stage, parties = Stage(int(world.stage[0])), range(compiled.party_count)
    gone = world.left[0]
    if stage is Stage.ROUND:
        legal = legal_now(compiled, world)[0]
        moves = itertools.product(
            *([NOBODY] if gone[at] else np.flatnonzero(legal[at]).tolist() for at in parties)
        )
        return [(each, (False,) * len(each)) for each in moves]
    if stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        may = open_options(compiled, world)[0]
        count = len(OPTIONS[stage - Stage.DIFFERENCES])
        options = (
            [NOBODY] if gone[at] else np.flatnonzero(may[at, :count]).tolist() for at in parties
        )
        return [(each,) for each in itertools.product(*options)]
    if stage is Stage.ALTERNATIVES:
        return list(_proposals(compiled, world))
    if stage is Stage.DECISION:
        return list(_votes(world))
    if stage is Stage.RAISING:
        return [(True,), (False,)]
    if stage is Stage.CONFRONTED:
        return [(at,) for at in range(len(REPLIES))]
    begun = world.round[0] > 0
    return [(at,) for at, each in enumerate(RESPONSES) if begun or each != "walk-out"]


def _proposals(compiled: CompiledScenario, world: World) -> Iterator[Way]:
    """Nobody proposes anything, or one party one change, with the lowest or highest amount."""
    nothing, none = [NOBODY] * compiled.party_count, [0.0] * compiled.party_count
    yield tuple(nothing), tuple(none)
    for party in np.flatnonzero(~world.left[0]).tolist():
        for at in np.flatnonzero(open_to(compiled, world, party)[0]).tolist():
            change = compiled.changes[at]
            proposed = tuple(at if each == party else no for each, no in enumerate(nothing))
            between = compiled.elements[change.thing].between
            is_amount = change.action == "amount" and between is not None
            now = int(world.amount[0, change.thing]) if is_amount else None
            for amount in (between or ()) if is_amount else (0,):
                if amount != now:
                    yield (
                        proposed,
                        tuple(float(amount) if each == party else 0.0 for each in range(len(none))),
                    )


def _votes(world: World) -> Iterator[Way]:
    """Yes or no of each to what each other proposed."""
    parties = world.proposal.shape[1]
    asked = [
        (i, j)
        for i in range(parties)
        for j in range(parties)
        if i != j and world.proposal[0, j] != NOBODY and not world.left[0, i]
    ]
    for answers in itertools.product((True, False), repeat=len(asked)):
        says = dict(zip(asked, answers, strict=True))
        yield (
            tuple(tuple(says.get((i, j), False) for j in range(parties)) for i in range(parties)),
        )


def as_arrays(stage: Stage, ways: list[Way]) -> tuple[np.ndarray, ...]:
    """Those ways to choose at that stage, one a play, as a batch has them."""
    return tuple(np.array(column) for column in zip(*ways, strict=True))
