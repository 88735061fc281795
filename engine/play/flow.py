"""The phase graph: where a play goes next. The only user of `transitions`.

A live play is driven by a machine whose states are the phases, the steps of their reflection
moments, the scenes that may follow on both, and two passing places per phase: `gate` (is this
phase in force?) and `done` (which branch?). Many plays at once walk the same graph on the tables,
in `advance`; a test compares the two on random plays.
"""

import itertools
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

import numpy as np
from transitions import EventData, Machine

from engine.model.chance import Purpose
from engine.model.records import replace
from engine.play.compiled import Bools, CompiledScenario, Ints
from engine.play.conditions import holds
from engine.play.confrontation import Next, in_scene, is_secret, next_scene, with_scene
from engine.play.luck import Draw
from engine.play.presence import is_broken_off, is_company
from engine.play.rows import any_along
from engine.play.state import NOBODY, SCENE, Stage, World
from engine.scenario.schema import MOST_BRANCHES, Branch

END = "ended"
STEPS = (Stage.DIFFERENCES, Stage.BOTTLENECKS, Stage.ALTERNATIVES, Stage.DECISION)
Question = Callable[[CompiledScenario, World, Draw], Bools]
Asked = Callable[[CompiledScenario, World], Bools]
Onward = tuple[tuple[str, Question | None], ...]


def has_stopped(compiled: CompiledScenario, world: World) -> Bools:
    """(G,) whether too many walked out for the others to go on, or all agreed to part."""
    stopped: Bools = is_broken_off(compiled, world.left) | world.parted
    return stopped


def was_called(compiled: CompiledScenario, world: World) -> Bools:
    """(G,) whether a party asked for a reflection moment."""
    return world.called


def has_own_moment(compiled: CompiledScenario, world: World, draw: Draw) -> Bools:
    """(G,) whether a moment that was called is held by itself.

    If the script has one next anyway, that one counts: nobody reflects twice in a row.
    """
    after = _pass_through(compiled, world, draw, np.ones(len(world.phase), dtype=bool))
    comes_anyway = (after != NOBODY) & compiled.is_reflection[after]
    return was_called(compiled, world) & (has_rounds_left(compiled, world) | ~comes_anyway)


def has_rounds_left(compiled: CompiledScenario, world: World) -> Bools:
    """(G,) whether the phase has more rounds, given any number that the players agreed on.

    It has none once there is true what it lasts until, or nobody is left there to talk to.
    """
    rounds = world.amount[np.arange(len(world.phase)), compiled.phase_element[world.phase]]
    left: Bools = (world.phase_round < rounds) & has_company(compiled, world, world.phase)
    for at, until in compiled.until:
        if (here := left & (world.phase == at)).any():
            left = left & ~(here & holds(until, compiled, world, public=False))
    return left


def has_company(compiled: CompiledScenario, world: World, phase: Ints) -> Bools:
    """(G,) whether at least two who belong in that phase are still at the table."""
    company = is_company(compiled, world)
    here: Bools = company[np.arange(len(phase)) if len(company) > 1 else 0, phase]
    return here


def _can_come(compiled: CompiledScenario, world: World) -> Bools:
    """(G, phases) which phases can be held, now or once they are added."""
    in_force = world.in_force[:, compiled.phase_element] | compiled.can_be_added
    return in_force & is_company(compiled, world)


def is_last_round(compiled: CompiledScenario, world: World) -> Bools:
    """(G,) whether the talks are sure to end with the round to be played now."""
    games = np.arange(len(world.phase))
    rounds = world.amount[games, compiled.phase_element[world.phase]]
    goes_on = any_along(compiled.leads_to[world.phase] & _can_come(compiled, world), 1)
    last: Bools = (world.phase_round + 1 >= rounds) & ~goes_on
    return last


def rounds_left(compiled: CompiledScenario, world: World) -> Ints:
    """(G,) how many rounds can follow the one to be played now, at most."""
    games = np.arange(len(world.phase))
    here = compiled.phase_element[world.phase]
    ahead = compiled.leads_to[world.phase] & _can_come(compiled, world)
    later = np.where(ahead, world.amount[:, compiled.phase_element], 0.0).sum(axis=1)
    left: Ints = (world.amount[games, here] - world.phase_round - 1 + later).astype(int)
    return left


def may_call(compiled: CompiledScenario, world: World, party: int) -> Bools:
    """(G,) whether the party may ask for a reflection moment after the round to be played now.

    Not in the last one: there would be nothing left to play by what is agreed there. Nor in a
    side talk: a moment is for all.
    """
    may = world.calls[:, party] < compiled.scenario.script.calls
    return may & ~is_last_round(compiled, world) & ~compiled.is_apart[world.phase]


def was_raised(compiled: CompiledScenario, world: World) -> Bools:
    """(G,) whether who found something out has just raised it."""
    raised: Bools = (world.stage == Stage.RAISING) & (world.scene_by != NOBODY)
    return raised


def has_secret_scene(compiled: CompiledScenario, world: World) -> Bools:
    """(G,) whether the next matter is known to one party only, who may keep it to itself."""
    return is_secret(world, _next_scene(compiled, world))


def has_scene(compiled: CompiledScenario, world: World) -> Bools:
    """(G,) whether something came out that the talk stops for."""
    due: Bools = _next_scene(compiled, world).by != NOBODY
    return due


def _next_scene(compiled: CompiledScenario, world: World) -> Next:
    """The scene that comes next; in a side talk none: it waits until all are at the table."""
    due = next_scene(world)
    if not compiled.has_rooms:
        return due
    waits = compiled.is_apart[world.phase]
    return Next(*(np.where(waits, np.int8(NOBODY), each) for each in due))


class Position(NamedTuple):
    """Where a play rests: a phase, a stage of it, and whether it belongs to a called moment."""

    phase: str
    stage: Stage
    called: bool = False

    @property
    def state(self) -> str:
        """The name of this position among the states of the machine."""
        kind = "called" if self.called else "script"
        return f"{self.phase}/{kind}/{self.stage.name.lower()}"


class _Traveller:
    """The model of the machine: one play, whose world the conditions look at."""

    world: World
    draw: Draw
    state: str
    proceed: Callable[[], bool]


def flow_of(compiled: CompiledScenario) -> "Flow":
    """The machine of that scenario, which takes a while to build: each thread builds it once."""
    return _flow_of(compiled, threading.get_ident())


# Room for the scenarios of a hall.
@lru_cache(maxsize=32)
def _flow_of(compiled: CompiledScenario, thread: int) -> "Flow":
    return Flow(compiled)


class Flow:
    """The machine of one scenario. It remembers nothing of a play between calls."""

    def __init__(self, compiled: CompiledScenario) -> None:
        self._compiled = compiled
        self._resting = {position.state: position for position in _positions(compiled)}
        self._traveller = _Traveller()
        passing = [f"{phase}/{place}" for phase in compiled.phases for place in ("gate", "done")]
        self._machine = Machine(
            model=self._traveller,
            states=[*self._resting, *passing, END],
            transitions=[
                each for at in range(len(compiled.phases)) for each in _ways(compiled, at)
            ],
            initial=END,
            auto_transitions=False,
            send_event=True,
        )

    def advance(self, world: World, draw: Draw) -> World:
        """The world of one play at its next resting place, or ended."""
        traveller = self._traveller
        traveller.world, traveller.draw = world, draw
        here = Position(
            self._compiled.phases[int(world.phase[0])],
            Stage(int(world.stage[0])),
            bool(world.called[0] & (_finished(world)[0] != Stage.ROUND)),
        )
        self._machine.set_state(here.state)
        traveller.proceed()
        while traveller.state not in self._resting and traveller.state != END:
            traveller.proceed()
        if traveller.state == END:
            return arrive(world, world.phase, np.array([Stage.ENDED]), np.array([False]))
        there = self._resting[traveller.state]
        phase = np.array([self._compiled.phases.index(there.phase)])
        if there.stage not in SCENE:
            return arrive(world, phase, np.array([there.stage]), np.array([there.called]))
        scene = _scene_of(self._compiled, world)
        met = arrive(world, phase, np.array([there.stage]), world.called)
        return with_scene(met, scene, _finished(world))


def _finished(world: World) -> Ints:
    """(G,) the stage of a round or moment that is over; in a scene, what the scene came after."""
    return np.where(in_scene(world), world.scene_after, world.stage)


def _scene_of(compiled: CompiledScenario, world: World) -> Next:
    """The scene that is on, where it was just raised, or else the next."""
    raised = was_raised(compiled, world)
    on = Next(world.scene_by, world.scene_of, world.scene_cause)
    return Next(
        *(np.where(raised, *each) for each in zip(on, _next_scene(compiled, world), strict=True))
    )


def arrive(world: World, phase: Ints, stage: Ints, called: Bools) -> World:
    """The world at that place; anything belonging to the previous place is cleared."""
    elsewhere = phase != world.phase
    new_moment = stage == Stage.DIFFERENCES
    return replace(
        world,
        phase=phase.astype(np.int64),
        stage=stage.astype(np.int64),
        called=called,
        phase_round=np.where(elsewhere, 0, world.phase_round),
        option=np.where(new_moment[:, None, None], NOBODY, world.option),
        scene_after=np.full_like(world.scene_after, NOBODY),
    )


def advance(compiled: CompiledScenario, world: World, draw: Draw) -> World:
    """The worlds of many plays at their next resting place: the machine's graph on the tables.

    For plays that finished a round, the last step of a reflection moment, or part of a scene.
    """
    stops, finished = has_stopped(compiled, world), _finished(world)
    scene = _scene_of(compiled, world)
    meets = ~stops & (scene.by != NOBODY)
    at_table = finished == Stage.ROUND
    goes_to_called = ~stops & ~meets & at_table & world.called
    if goes_to_called.any():
        goes_to_called = goes_to_called & has_own_moment(compiled, world, draw)
    scripted = ~at_table & ~world.called
    stays = ~stops & ~goes_to_called & ~scripted & has_rounds_left(compiled, world)
    moves_on = ~stops & ~meets & ~goes_to_called & ~stays
    phase = _pass_through(compiled, world, draw, moves_on)
    ended = stops | (phase == NOBODY)
    entry = np.where(compiled.is_reflection[phase], Stage.DIFFERENCES, Stage.ROUND)
    stage = np.where(
        ended,
        Stage.ENDED,
        np.where(goes_to_called, Stage.DIFFERENCES, np.where(stays, Stage.ROUND, entry)),
    )
    of_scene = np.where(is_secret(world, scene), Stage.RAISING, Stage.CONFRONTED)
    arrived = arrive(
        world,
        np.where(ended | meets, world.phase, phase),
        np.where(meets, of_scene, stage),
        goes_to_called | (meets & world.called),
    )
    scene = Next(*(np.where(meets, each, np.int8(NOBODY)) for each in scene))
    return with_scene(arrived, scene, finished)


def _pass_through(compiled: CompiledScenario, world: World, draw: Draw, moves_on: Bools) -> Ints:
    """(G,) the phase where each play comes to rest; NOBODY past the end of the script."""
    phase = np.where(moves_on, branch(compiled, world, draw, world.phase), world.phase)
    for _ in compiled.phases:
        games = np.arange(len(phase))
        gated = moves_on & (phase != NOBODY)
        held = world.in_force[games, compiled.phase_element[phase]]
        gated &= ~(held & has_company(compiled, world, phase))
        if not gated.any():
            break
        phase = np.where(gated, branch(compiled, world, draw, phase), phase)
    return phase


def branch(compiled: CompiledScenario, world: World, draw: Draw, phase: Ints) -> Ints:
    """(G,) the phase that the script names after that one: the first branch that is taken."""
    to = np.full(len(phase), NOBODY)
    for way in branches_taken(compiled, world, draw, phase):
        to[way.takes] = compiled.phases.index(_branches(compiled, way.at)[way.number].to)
    return to


class Way(NamedTuple):
    """A branch of a phase, by their numbers. fits: (G,) the games that ask for it and in which
    its condition holds; takes: those of them that also have the luck for it.
    """

    at: int
    number: int
    fits: Bools
    takes: Bools


def branches_taken(
    compiled: CompiledScenario, world: World, draw: Draw, phase: Ints
) -> Iterator[Way]:
    """The branches that are asked for where games (G,) leave those phases, in their order."""
    for at in range(len(compiled.phases)):
        undecided = phase == at
        if not undecided.any():
            continue
        for number, each in enumerate(_branches(compiled, at)):
            fits = undecided & holds(each.when, compiled, world, public=False)
            takes = fits & _is_lucky(each, (at, number), world, draw)
            yield Way(at, number, fits, takes)
            undecided = undecided & ~takes


def _is_lucky(branch: Branch, place: tuple[int, int], world: World, draw: Draw) -> Bools | bool:
    """(G,) whether luck takes that branch, at this moment of the play."""
    if branch.chance == 100:
        return True
    at, number = place
    lane = np.array([at * MOST_BRANCHES + number])
    drawn = draw.uniform(world.round, Purpose.BRANCH, lane)[:, 0]
    lucky: Bools = drawn < branch.chance / 100
    return lucky


def _branches(compiled: CompiledScenario, at: int) -> tuple[Branch, ...]:
    return compiled.scenario.script.phases[compiled.phases[at]].next


def _positions(compiled: CompiledScenario) -> list[Position]:
    found = []
    for at, phase in enumerate(compiled.phases):
        called = not compiled.is_reflection[at]
        if called:
            found += [Position(phase, stage) for stage in (Stage.ROUND, *SCENE)]
        found += [Position(phase, step, called) for step in (*STEPS, *SCENE)]
    return found


def _ways(compiled: CompiledScenario, at: int) -> list[dict[str, Any]]:
    """The transitions out of one phase. The first whose condition holds is taken."""
    phase = compiled.phases[at]
    done, gate = f"{phase}/done", f"{phase}/gate"
    is_reflection = bool(compiled.is_reflection[at])
    entry = Position(phase, Stage.DIFFERENCES if is_reflection else Stage.ROUND).state
    element = int(compiled.phase_element[at])
    way = partial(_way, compiled)
    ways = [way(gate, entry, partial(_is_held, at, element)), way(gate, done)]
    for number, each in enumerate(compiled.scenario.script.phases[phase].next):
        ways.append(way(done, f"{each.to}/gate", _takes(each, (at, number))))
    ways.append(way(done, END))
    steps = [Position(phase, step, not is_reflection).state for step in STEPS]
    ways += [way(here, there) for here, there in itertools.pairwise(steps)]
    to_next_phase: Onward = ((done, None),)
    after_moment = to_next_phase
    if not is_reflection:
        # After a called moment the talks continue where they were.
        after_moment = ((entry, _without_luck(has_rounds_left)), *to_next_phase)
        after_round = ((steps[0], has_own_moment), *after_moment)
        ways += _ways_after(compiled, Position(phase, Stage.ROUND), after_round)
    last = Position(phase, Stage.DECISION, not is_reflection)
    return [*ways, *_ways_after(compiled, last, after_moment)]


def _is_held(at: int, element: int, compiled: CompiledScenario, world: World, draw: Draw) -> Bools:
    """(G,) whether that phase is in the script, and there are people to hold it with."""
    held: Bools = world.in_force[:, element] & is_company(compiled, world)[:, at]
    return held


def _ways_after(
    compiled: CompiledScenario, finished: Position, onward: Onward
) -> Iterator[dict[str, Any]]:
    """From what is finished to the scenes that it brings, one after the other, and onward."""
    way = partial(_way, compiled)
    raising, confronted, reckoning = (finished._replace(stage=stage).state for stage in SCENE)
    yield way(raising, confronted, _without_luck(was_raised))
    yield way(confronted, reckoning)
    for source in (finished.state, raising, reckoning):
        yield way(source, END, _without_luck(has_stopped))
        yield way(source, raising, _without_luck(has_secret_scene))
        yield way(source, confronted, _without_luck(has_scene))
        for to, question in onward:
            yield way(source, to, question)


def _way(
    compiled: CompiledScenario, source: str, to: str, question: Question | None = None
) -> dict[str, Any]:
    def condition(event: EventData) -> bool:
        traveller = event.model
        assert isinstance(traveller, _Traveller)
        return question is None or bool(question(compiled, traveller.world, traveller.draw)[0])

    return {"trigger": "proceed", "source": source, "dest": to, "conditions": [condition]}


def _without_luck(asked: Asked) -> Question:
    return lambda compiled, world, _: asked(compiled, world)


def _takes(branch: Branch, place: tuple[int, int]) -> Question:
    def takes(compiled: CompiledScenario, world: World, draw: Draw) -> Bools:
        fits = holds(branch.when, compiled, world, public=False)
        return fits & _is_lucky(branch, place, world, draw)

    return takes
