"""The same plays under two versions of a scenario or of the players, compared play by play."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.model.arrays import Bools, Floats, Ints, table_mean
from engine.model.outcome import SUCCESS
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.players import PERSONAS, Persona
from engine.players.parameters import PLAYERS, PlayerParameters
from engine.simulate.batch import begin_all, play_out
from engine.simulate.plan import Plan


@dataclass(frozen=True, slots=True)
class Results:
    """The result of each play; (G,) in the order of the plan."""

    success: Bools
    trust: Floats  # mean over pairs, at the end
    value: Floats  # mean per party and round
    changes: Ints  # made to the game
    outcome: Ints  # as an index in OUTCOMES
    ending: Ints  # as an index in the endings of the scenario
    phase: Ints  # where it ended, as an index in the phases


def played(
    compiled: CompiledScenario,
    plan: Plan,
    company: Sequence[Persona] = (),
    players: PlayerParameters = PLAYERS,
) -> Results:
    """The results of the plays of the plan.

    company: other leanings for the personas, in order. players: how all of them choose.
    """
    everyone = tuple(company) or tuple(PERSONAS.values())
    found = [np.empty(plan.count) for _ in range(6)]
    for start, stop in plan.chunks():
        casting, games = plan.plays(start, stop)
        plays = begin_all(compiled, plan.seed, games, plan.cast(casting))
        for ended in play_out(compiled, plays, plan.seed, company=everyone, players=players):
            world, row = ended.world, start + ended.row
            value = world.alliance.value / np.maximum(world.round, 1)[:, None]
            measured = (
                table_mean(world.alliance.trust), value.mean(axis=1), world.changes,
                world.outcome, world.ending, world.phase,
            )  # fmt: skip
            for into, measure in zip(found, measured, strict=True):
                into[row] = measure
    trust, value = found[:2]
    changes, outcome, ending, phase = (each.astype(np.int64) for each in found[2:])
    return Results(outcome == SUCCESS, trust, value, changes, outcome, ending, phase)


def leaning(**leanings: float) -> tuple[Persona, ...]:
    """The personas with these leanings instead of their own."""
    return tuple(replace(persona, **leanings) for persona in PERSONAS.values())  # type: ignore[arg-type]


def starting(compiled: CompiledScenario, **points: int) -> CompiledScenario:
    """The same scenario from another starting point, in points of 0-100."""
    scenario = compiled.scenario
    given = scenario.starting_point
    # What is set for all goes for those pairs too that start elsewhere.
    for_all = dict.fromkeys(points.keys() & {"trust", "reliability"})
    pairs = tuple(each.model_copy(update=for_all) for each in given.pairs)
    start = given.model_copy(update={"pairs": pairs, **points})
    return compile_scenario(scenario.model_copy(update={"starting_point": start}))


def balanced_within(compiled: CompiledScenario, points: int) -> CompiledScenario:
    """The same scenario with parties whose internal balance is that many points."""
    parties = {
        name: party.model_copy(update={"internal_balance": points})
        for name, party in compiled.scenario.parties.items()
    }
    return compile_scenario(compiled.scenario.model_copy(update={"parties": parties}))


def without_moments(compiled: CompiledScenario) -> CompiledScenario:
    """The same scenario without its reflection moments, and in which none is called."""
    script = compiled.scenario.script.model_copy(update={"calls": 0})
    bare = compile_scenario(compiled.scenario.model_copy(update={"script": script}))
    starts = bare.starts.copy()
    starts[bare.phase_element[bare.is_reflection]] = False
    return replace(bare, starts=starts)
