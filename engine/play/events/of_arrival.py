"""What is told on coming to a place, or at the end of the play."""

from collections.abc import Iterator

from engine.play.compiled import CompiledScenario
from engine.play.conditions import holds_for_each
from engine.play.events.kinds import Ended, Event, LinesTold, Part, PhaseOpened, RitualHeld
from engine.play.events.place import decor_of, place_of
from engine.play.lifecycle import Opened, outcome
from engine.play.state import Stage, State, World


def arrival_events(
    compiled: CompiledScenario, state: State, opened: Opened, new_phase: bool
) -> Iterator[Event]:
    """The phase, the rituals and what is said before the choice; or how the play ended."""
    world, place = state.world, place_of(compiled, state)
    if state.is_over:
        ended = outcome(compiled, state)
        assert ended is not None
        value = dict(zip(compiled.parties, world.alliance.value[0].tolist(), strict=True))
        yield Ended(place, ended.outcome, ended.ending, value, int(world.round[0]))
        return
    if new_phase:
        yield PhaseOpened(place, decor_of(compiled, world))
    for at, held in opened.held.items():
        if held[0]:
            yield RitualHeld(place, compiled.elements[at].id, bool(opened.hollow[at][0]))
    for part, index in scene(compiled, world, fresh=new_phase):
        yield LinesTold(place, part, index)


def scene(compiled: CompiledScenario, world: World, *, fresh: bool) -> list[tuple[Part, int]]:
    """Which texts of the phase are told before this choice: (part, index)."""
    phase = compiled.scenario.script.phases[compiled.phases[int(world.phase[0])]]
    told: list[tuple[Part, int]] = []
    stage = Stage(int(world.stage[0]))
    if fresh and phase.opens_with and not world.called[0]:
        told.append(("opens_with", 0))
    if stage is Stage.ROUND:
        number = int(world.phase_round[0]) + 1
        for index, situation in enumerate(phase.situations):
            due = situation.round in (None, number)
            if due and holds_for_each(situation.when, compiled, world).all():
                told.append(("situation", index))
                break
    elif stage in (Stage.DIFFERENCES, Stage.BOTTLENECKS):
        told.append(("ask", int(stage)))
    return told
