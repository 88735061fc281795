"""A play that begins elsewhere: at a phase, as trust, the rules and what is known are then."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

import numpy as np

from engine.play.compiled import CompiledScenario
from engine.play.state import Stage, World
from engine.scenario.vocabulary import TRAITS

_GUILE = TRAITS.index("guile")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a play begins, as far as that is not up to the scenario.

    phase: None for the first of the script. trust: of one party in another, in points of 0-100.
    in_force: whether that thing is part of the game, by chapter and id: `rules/fee`. hidden: a
    party and what it did in secret, and who has found that out. rounds: played before.
    """

    phase: str | None = None
    trust: Mapping[tuple[str, str], int] = field(default_factory=dict)
    in_force: Mapping[str, bool] = field(default_factory=dict)
    hidden: Mapping[tuple[str, str], Set[str]] = field(default_factory=dict)
    rounds: int = 0

    @property
    def is_start(self) -> bool:
        """Whether the play simply begins where its script does."""
        return self == Setting()


def fitted(compiled: CompiledScenario, setting: Setting) -> tuple[Setting, tuple[str, ...]]:
    """The setting with what this scenario has, and the names of what it does not have."""
    parties, gone = set(compiled.parties), list(_gone(compiled, setting))
    able = {(party, move) for party, move in could_hide(compiled)}
    fits = replace(
        setting,
        phase=setting.phase if setting.phase in compiled.phases else None,
        trust={pair: n for pair, n in setting.trust.items() if parties.issuperset(pair)},
        in_force={name: on for name, on in setting.in_force.items() if name in compiled.index},
        hidden={at: by & parties for at, by in setting.hidden.items() if at in able},
    )
    return fits, tuple(dict.fromkeys(gone))


def _gone(compiled: CompiledScenario, setting: Setting) -> Iterator[str]:
    if setting.phase is not None and setting.phase not in compiled.phases:
        yield setting.phase
    yield from (one for pair in setting.trust for one in pair if one not in compiled.parties)
    yield from (name for name in setting.in_force if name not in compiled.index)
    able = set(could_hide(compiled))
    yield from (move for party, move in setting.hidden if (party, move) not in able)


def could_hide(compiled: CompiledScenario) -> Iterator[tuple[str, str]]:
    """Every party with each move that it can make in secret."""
    for at, party in enumerate(compiled.parties):
        for move in compiled.hideable:
            if compiled.belongs[at, move]:
                yield party, compiled.moves[move]


def usual_rounds(compiled: CompiledScenario, phase: str) -> int:
    """How many rounds come before that phase, by the shortest way through the script."""
    phases = compiled.scenario.script.phases
    ahead, found = {compiled.scenario.script.start: 0}, dict[str, int]()
    while ahead:
        here = min(ahead, key=ahead.__getitem__)
        found[here] = before = ahead.pop(here)
        after = before + (phases[here].rounds or 0)
        for branch in phases[here].next:
            if branch.to not in found and after < ahead.get(branch.to, after + 1):
                ahead[branch.to] = after
    return found.get(phase, 0)


def set_up(compiled: CompiledScenario, world: World, setting: Setting) -> World:
    """The world before the first choice, not yet opened, as that setting has it.

    A setting that does not fit raises KeyError or ValueError: see `fitted`.
    """
    if setting.is_start:
        return world
    at = int(world.phase[0]) if setting.phase is None else compiled.phases.index(setting.phase)
    stage = Stage.DIFFERENCES if compiled.is_reflection[at] else Stage.ROUND
    in_force = world.in_force.copy(order="K")
    for name, is_on in setting.in_force.items():
        in_force[:, compiled.index[name]] = is_on
    in_force[:, compiled.phase_element[at]] = True
    trust = world.alliance.trust.copy(order="K")
    for (one, other), level in setting.trust.items():
        trust[:, compiled.parties.index(one), compiled.parties.index(other)] = level / 100
    world = replace(
        world,
        phase=np.full_like(world.phase, at),
        stage=np.full_like(world.stage, int(stage)),
        round=np.full_like(world.round, setting.rounds),
        in_force=in_force,
        seated=in_force,
        stood=world.stood | (in_force & ~compiled.is_decor),
        alliance=replace(world.alliance, trust=trust),
    )
    return _with_secrets(compiled, world, setting)


def _with_secrets(compiled: CompiledScenario, world: World, setting: Setting) -> World:
    """What was done in secret: who knows of it has had it out already."""
    secret, found, used, carried_out = (
        each.copy(order="K") for each in (world.secret, world.found, world.used, world.carried_out)
    )
    hidden = world.alliance.hidden.copy(order="K")
    numbers = {compiled.moves[move]: at for at, move in enumerate(compiled.hideable)}
    for (party, move), knowing in setting.hidden.items():
        whose, which = compiled.parties.index(party), compiled.moves.index(move)
        used[:, whose, which] = carried_out[:, whose, which] = True
        for at, other in enumerate(compiled.parties):
            if other in knowing:
                found[:, at, whose, numbers[move]] = True
            elif other != party:
                secret[:, at, whose, numbers[move]] = True
                guile = compiled.traits[which, _GUILE]
                hidden[:, at, whose] = np.minimum(1, hidden[:, at, whose] + guile)
    alliance = replace(world.alliance, hidden=hidden)
    return replace(
        world,
        secret=secret,
        found=found,
        used=used,
        carried_out=carried_out,
        alliance=alliance,
    )
