"""The table as everybody in the room sees it, without any seat's secrets."""

from collections.abc import Sequence

import numpy as np

from engine.play.circumstances import current_decor
from engine.play.compiled import CompiledScenario
from engine.play.events.place import decor_of, who_left
from engine.play.presence import is_company, still_there
from engine.play.state import Stage, State, World
from engine.play.view.records import Mood, PartySeen, Room, ThingSeen
from engine.play.view.scenery import scenery
from engine.play.view.secrecy import is_secret
from engine.play.view.situation import (
    months_passed,
    mood_of,
    people_at_table,
    stage_name,
    thing_seen,
)


def room(compiled: CompiledScenario, state: State, phases: Sequence[str]) -> Room:
    """What everybody sees now. phases: the ids of those reached so far, in order."""
    world, scenario = state.world, compiled.scenario
    phase = compiled.phases[int(world.phase[0])]
    return Room(
        title=scenario.title,
        phase=phase,
        phase_name=scenario.script.phases[phase].name,
        phases=tuple(scenario.script.phases[each].name for each in phases),
        stage=stage_name(state, knows=False),
        called=bool(world.called[0]),
        round=int(world.round[0]) + (state.stage is Stage.ROUND),
        most_rounds=int(world.round[0]) + _rounds_ahead(compiled, world, phase),
        months=months_passed(compiled, world),
        decor=thing_seen(compiled, world, int(current_decor(compiled, world)[0])),
        scenery=scenery(compiled, world),
        shows=scenario.decor[decor_of(compiled, world)].shows,
        parties=tuple(_party(compiled, world, party) for party in compiled.parties),
        game=_things(compiled, world),
    )


def _rounds_ahead(compiled: CompiledScenario, world: World, phase: str) -> int:
    """How many rounds are still to be played along the longest way through the script as it is."""
    phases = compiled.scenario.script.phases
    rounds = world.amount[0, compiled.phase_element]
    in_force = world.in_force[0, compiled.phase_element] & is_company(compiled, world)[0]

    found: dict[str, int] = {}

    def from_(name: str) -> int:
        if name not in found:
            found[name] = 0  # a way that comes back here goes no further
            at = compiled.phases.index(name)
            own = 0 if compiled.is_reflection[at] or not in_force[at] else int(rounds[at])
            further = (from_(each.to) for each in phases[name].next)
            found[name] = own + max(further, default=0)
        return found[name]

    at = compiled.phases.index(phase)
    played = 0 if compiled.is_reflection[at] else min(int(world.phase_round[0]), int(rounds[at]))
    return from_(phase) - played


def _things(compiled: CompiledScenario, world: World) -> tuple[ThingSeen, ...]:
    return tuple(
        thing_seen(compiled, world, at)
        for at in range(len(compiled.elements))
        if not is_secret(compiled, world, at)
    )


def _party(compiled: CompiledScenario, world: World, party: str) -> PartySeen:
    written = compiled.scenario.parties[party]
    people = people_at_table(compiled, world, party, own=False)
    mood, left = _mood(compiled, world, party), party in who_left(compiled, world)
    return PartySeen(party, written.name, written.public, people, mood, left=left)


def _mood(compiled: CompiledScenario, world: World, party: str) -> Mood:
    """How that party looks at the others as a whole."""
    i, others = compiled.parties.index(party), np.arange(compiled.party_count)
    here = still_there(compiled, world)
    others = others[(others != i) & (True if here is None else here[0])]
    hurt = bool((world.last_discovered & ~world.untold)[0, i, others].any())
    return mood_of(float(world.alliance.trust[0, i, others].mean()), hurt=hurt)
