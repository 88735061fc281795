"""What is reported on arriving somewhere, or at the end of the play."""

from collections.abc import Iterator

from engine.play.compiled import CompiledScenario
from engine.play.events.kinds import (
    Ended,
    Event,
    LinesTold,
    PersonArrived,
    PhaseOpened,
    RitualHeld,
    Spoken,
)
from engine.play.events.of_confrontation import confronted
from engine.play.events.place import decor_of, place_of, step_texts
from engine.play.events.telling import Teller
from engine.play.lifecycle import Opened, outcome
from engine.play.state import Stage, State, World
from engine.scenario.schema import Phase


def arrival_events(
    compiled: CompiledScenario, state: State, opened: Opened, before: World | None = None
) -> Iterator[Event]:
    """The phase, who came, the rituals and what is said before the choice; or how the play ended.

    before: the world before the step that led here; None at the start of the play.
    """
    world, place = state.world, place_of(compiled, state)
    if state.is_over:
        ended = outcome(compiled, state)
        assert ended is not None
        value = dict(zip(compiled.parties, world.alliance.value[0].tolist(), strict=True))
        yield Ended(place, ended.outcome, ended.ending, value, int(world.round[0]))
        return
    teller = Teller(compiled, state, world)
    is_new = before is None or bool(before.phase[0] != world.phase[0])
    if is_new:
        yield PhaseOpened(place, decor_of(compiled, world))
    if before is not None:
        for role in newcomers(compiled, before, world):
            lines = teller.lines(compiled.scenario.role(role).arrives)
            yield PersonArrived(place, role, lines)
    if state.stage is Stage.CONFRONTED:
        yield confronted(compiled, state)
    for at, held in opened.held.items():
        if held[0]:
            yield RitualHeld(place, compiled.elements[at].id, bool(opened.hollow[at][0]))
    phase = compiled.scenario.script.phases[place.phase]
    for party in (None, *compiled.parties):
        told_to = teller if party is None else teller.among(party)
        if is_new and not world.called[0]:
            opens = [line for line in phase.opens_with if line.only == party]
            if lines := told_to.lines(opens, to=party):
                yield LinesTold(place, "opens_with", lines, party)
        if state.stage is Stage.ROUND and (lines := _situation(world, phase, told_to, party)):
            yield LinesTold(place, "situation", lines, party)
    if (question := _question(compiled, world, teller)) is not None:
        yield LinesTold(place, "ask", (question,))


def newcomers(compiled: CompiledScenario, before: World, world: World) -> Iterator[str]:
    """The addresses of the roles that have come to the table since."""
    for at, element in enumerate(compiled.elements):
        if element.chapter == "roles" and world.seated[0, at] and not before.seated[0, at]:
            yield element.id


def _situation(world: World, phase: Phase, teller: Teller, party: str | None) -> tuple[Spoken, ...]:
    """The first situation for that party that is due, fits and has something left to say.

    For all who are there, where no party is named; then it has to fit for all of them.
    """
    number = int(world.phase_round[0]) + 1
    for situation in phase.situations:
        is_due = situation.only == party and situation.round in (None, number)
        fits = is_due and teller.fits(situation.when, party)
        if fits and (lines := teller.lines(situation.lines, to=party)):
            return lines
    return ()


def _question(compiled: CompiledScenario, world: World, teller: Teller) -> Spoken | None:
    """What the present step of a reflection moment asks."""
    texts = step_texts(compiled, world)
    return teller.words(None, texts.ask, again=True) if texts else None
