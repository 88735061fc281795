"""What is seen of the place: the hour and the weather that place, phase and events give it."""

from collections.abc import Iterator

from engine.play.compiled import CompiledScenario
from engine.play.events.place import decor_of
from engine.play.state import NOBODY, World
from engine.scenario.scenery import Scenery
from engine.scenario.schema import Occasion


def scenery(compiled: CompiledScenario, world: World) -> Scenery:
    """The place where the talks are now, as it is drawn.

    What has just happened says more of the hour and the weather than the phase, and the phase says
    more than the place.
    """
    phase = compiled.scenario.script.phases[compiled.phases[int(world.phase[0])]]
    return compiled.scenario.scenery(decor_of(compiled, world), *_recent(compiled, world), phase)


def _recent(compiled: CompiledScenario, world: World) -> Iterator[Occasion]:
    """The events that still show, the latest first: as long as they last, or else those since the
    phase began. What fell at the end of the one before shows in this one.
    """
    round_, began = int(world.round[0]), int(world.round[0] - world.phase_round[0])
    events = compiled.scenario.script.events
    fallen = [(int(world.happened[0, at]), name) for at, name in enumerate(compiled.events)]
    for happened, name in sorted(fallen, key=lambda each: -each[0]):
        event = events[name]
        shows = round_ - happened < event.lasts if event.lasts else happened >= began
        if happened != NOBODY and shows:
            yield event
