"""What the model assumes of payoffs, turned: the same choices, judged by other numbers.

Only constants that decide what was paid and how an end is called can be turned: trust, risk and
what came out stay as they were, so that the talks as they were played can be judged anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from engine.model.parameters import DEFAULTS, Parameters
from engine.play.compiled import CompiledScenario
from engine.play.state import NOBODY
from engine.play.trace import Trace
from engine.scenario.vocabulary import OUTCOMES, Outcome
from engine.simulate import follow

Assumed = Literal["yield_", "grab", "theft", "lopsided_gap"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A constant that can be turned: what the model has it at, and how far it may lie apart."""

    name: Assumed
    default: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Judged:
    """How a play is judged. outcome: None where it has not ended, or went another way.

    value: by party. same: whether the choices could be made again as they were.
    """

    outcome: Outcome | None
    value: Mapping[str, float]
    same: bool = True


def _assumption(name: Assumed) -> Assumption:
    written = next(each for each in fields(Parameters) if each.name == name)
    low, high = written.metadata["low"], written.metadata["high"]
    return Assumption(name, getattr(DEFAULTS, name), low, high)


# In the order in which they are asked about.
ASSUMPTIONS: Mapping[Assumed, Assumption] = {name: _assumption(name) for name in get_args(Assumed)}


def judged(compiled: CompiledScenario, trace: Trace, assumed: Mapping[Assumed, float]) -> Judged:
    """How that play would be judged with those assumptions, and the same choices and luck."""
    turned: dict[str, Any] = {str(name): value for name, value in assumed.items()}
    other = replace(compiled, parameters=replace(compiled.parameters, **turned))
    world = follow(other, trace)
    if world is None:
        return Judged(None, {}, same=False)
    outcome = int(world.outcome[0])
    value = dict(zip(compiled.parties, map(float, world.alliance.value[0]), strict=True))
    return Judged(None if outcome == NOBODY else OUTCOMES[outcome], value)
