"""Where a play is, and who is there."""

from collections.abc import Iterator

from engine.play.circumstances import current_decor
from engine.play.compiled import CompiledScenario
from engine.play.events.kinds import Place
from engine.play.state import Stage, State, World
from engine.scenario.schema import ReflectionStep


def place_of(compiled: CompiledScenario, state: State) -> Place:
    """Where the play is: what happens now belongs there."""
    world = state.world
    upcoming = 1 if state.stage is Stage.ROUND else 0
    phase = compiled.phases[int(world.phase[0])]
    return Place(int(world.round[0]) + upcoming, state.stage, phase, who_left(compiled, world))


def who_left(compiled: CompiledScenario, world: World) -> tuple[str, ...]:
    """The parties that have left the table."""
    left = zip(compiled.parties, world.left[0], strict=True)
    return tuple(party for party, gone in left if gone)


def decor_of(compiled: CompiledScenario, world: World) -> str:
    """The id of the decor where the talks are now."""
    return compiled.elements[int(current_decor(compiled, world)[0])].id


def step_texts(compiled: CompiledScenario, world: World) -> ReflectionStep | None:
    """The author's texts for the present step; None if there are none."""
    phase = compiled.phases[int(world.phase[0])]
    return texts_of(compiled, phase, bool(world.called[0]), Stage(int(world.stage[0])))


def texts_of(
    compiled: CompiledScenario, phase: str, called: bool, stage: Stage
) -> ReflectionStep | None:
    """The author's texts for that step of a moment in that phase; None if there are none."""
    script = compiled.scenario.script
    reflection = script.called if called else script.phases[phase].reflection
    if reflection is None or stage not in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        return None
    return reflection.differences if stage is Stage.DIFFERENCES else reflection.bottlenecks


def lead_address(compiled: CompiledScenario, party: str, world: World) -> str:
    """Who speaks for a party, written party.role: the first of its people who is at the table."""
    written = compiled.scenario.parties[party]
    people = [f"{party}.{role}" for role in written.roles]
    there = (each for each in people if world.seated[0, compiled.find_element(each)])
    return next(there, people[0])


def pairs(parties: tuple[str, ...]) -> Iterator[tuple[int, int, str, str]]:
    """Every two different parties, as indices and as ids: one party about another."""
    for i, by in enumerate(parties):
        for j, of in enumerate(parties):
            if i != j:
                yield i, j, by, of
