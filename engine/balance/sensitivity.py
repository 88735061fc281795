"""Which constants the success of a scripted play depends on: Morris's elementary effects.

The constants of the model are studied by themselves, in plays without a script
(engine.model.sensitivity). Here are those that such plays never come to: how personas choose, how
each of them leans, what the steps of a reflection moment do, what the kinds of moves stand for,
and what the form of the alliance sets. All plays share their luck, so the differences are paired.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

import numpy as np

from engine.balance.arms import played
from engine.model.arrays import Floats
from engine.model.morris import Effect, Width, elementary_effects
from engine.model.parameters import (
    CONFRONTING,
    MOMENT,
    ConfrontationParameters,
    MomentParameters,
)
from engine.play.compiled import CompiledScenario
from engine.players import PERSONAS, Persona
from engine.players.parameters import PLAYERS, PlayerParameters
from engine.players.personas import LEANINGS, TASTE_RANGE
from engine.scenario.vocabulary import KINDS, TRAITS
from engine.simulate.plan import Plan, castings_of

TRAJECTORIES, PLAYS_OF_A_CASTING, SEED = 10, 100, 1
# What an author may override has no range of its own: a trait or form is varied this far. [J]
TRAIT_APART, FORM_APART = 0.2, 0.5
# The part of its range over which a constant is varied near its default.
NEAR = 0.25

Given = Mapping[str, Mapping[str, float]]


class Factor(NamedTuple):
    """A constant that is varied. group: moment, players, a persona, a kind of move or the form."""

    group: str
    name: str
    default: float
    low: float
    high: float

    @property
    def key(self) -> str:
        """The name of the constant among all."""
        return f"{self.group}.{self.name}"


@dataclass(frozen=True)
class Setting:
    """A scenario and the people at the table, under some constants."""

    compiled: CompiledScenario
    company: tuple[Persona, ...]
    players: PlayerParameters


def factors(compiled: CompiledScenario) -> tuple[Factor, ...]:
    """Every constant in plays of that scenario, except those of the model and the author's."""
    return (
        *_of_fields("moment", MOMENT, [each.name for each in fields(MomentParameters)]),
        *_of_fields(
            "confronting", CONFRONTING, [each.name for each in fields(ConfrontationParameters)]
        ),
        *_of_fields("players", PLAYERS, [each.name for each in fields(PlayerParameters)]),
        *_of_personas(),
        *_of_kinds(compiled),
        *_of_form(compiled),
    )


def _of_fields(group: str, values: Any, names: list[str] | tuple[str, ...]) -> Iterator[Factor]:
    for each in fields(values):
        if each.name in names:
            low, high = each.metadata["low"], each.metadata["high"]
            yield Factor(group, each.name, getattr(values, each.name), low, high)


def _of_personas() -> Iterator[Factor]:
    for name, persona in PERSONAS.items():
        yield from _of_fields(name, persona, LEANINGS)
        for taste, size in persona.likes.items():
            yield Factor(name, f"likes.{taste}", size, *TASTE_RANGE)


def _of_kinds(compiled: CompiledScenario) -> Iterator[Factor]:
    used = {move.kind for move in compiled.scenario.moves.values()}
    for kind in sorted(used, key=list(KINDS).index):
        for trait, size in zip(TRAITS, KINDS[kind].traits, strict=True):
            if size:
                low, high = max(size - TRAIT_APART, 0.0), min(size + TRAIT_APART, 1.0)
                yield Factor(kind, trait, size, low, high)


def _of_form(compiled: CompiledScenario) -> Iterator[Factor]:
    for name, size in compiled.form._asdict().items():
        apart = FORM_APART * size
        yield Factor(compiled.scenario.form, name, size, size - apart, size + apart)


def near(all_factors: tuple[Factor, ...]) -> Width:
    """A quarter of the range around each default, cut off at the ends of the range."""
    low, default, high = (
        np.array([getattr(each, end) for each in all_factors]) for end in ("low", "default", "high")
    )
    apart = NEAR / 2 * (high - low)
    return Width(np.maximum(default - apart, low), np.minimum(default + apart, high))


def whole_range(all_factors: tuple[Factor, ...]) -> Width:
    """From one end of each range to the other."""
    return Width(
        np.array([each.low for each in all_factors]), np.array([each.high for each in all_factors])
    )


def setting(compiled: CompiledScenario, given: Given) -> Setting:
    """The scenario and personas with these constants, by group and name, instead of ours."""
    return Setting(
        replace(
            compiled,
            traits=_traits(compiled, given),
            moment=replace(MOMENT, **given.get("moment", {})),
            confronting=replace(CONFRONTING, **given.get("confronting", {})),
            form=compiled.form._replace(**given.get(compiled.scenario.form, {})),
        ),
        tuple(_leaning(who, given.get(name, {})) for name, who in PERSONAS.items()),
        replace(PLAYERS, **given.get("players", {})),
    )


def _traits(compiled: CompiledScenario, given: Given) -> Floats:
    """(M, 8) the traits of the moves, where the author left them to the kind."""
    traits = compiled.traits.copy()
    for at, move in enumerate(compiled.scenario.moves.values()):
        for trait, size in given.get(move.kind, {}).items():
            if getattr(move, trait) is None:
                traits[at, TRAITS.index(trait)] = size
    return traits


def _leaning(persona: Persona, given: Mapping[str, float]) -> Persona:
    likes = {name: given.get(f"likes.{name}", size) for name, size in persona.likes.items()}
    own = {name: size for name, size in given.items() if name in LEANINGS}
    return replace(persona, likes=likes, **own)  # type: ignore[arg-type]


def effects(
    compiled: CompiledScenario,
    width: Width,
    trajectories: int = TRAJECTORIES,
    plays_of_a_casting: int = PLAYS_OF_A_CASTING,
    progress: Callable[[int], None] | None = None,
) -> dict[str, Effect]:
    """By key of a factor, its effect on the share of plays that succeed, in any company."""
    varied = factors(compiled)
    castings = castings_of(compiled)
    plan = Plan(SEED, plays_of_a_casting * len(castings), castings)

    def success(values: Floats) -> float:
        given: dict[str, dict[str, float]] = {}
        for factor, value in zip(varied, values.tolist(), strict=True):
            given.setdefault(factor.group, {})[factor.name] = value
        under = setting(compiled, given)
        return float(played(under.compiled, plan, under.company, under.players).success.mean())

    keys = [factor.key for factor in varied]
    return elementary_effects(keys, width, success, trajectories, SEED, progress)
