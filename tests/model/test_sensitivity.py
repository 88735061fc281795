"""Whether the signs hold if all the sizes that are ours are varied by a quarter at once."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache

import numpy as np
import pytest

from engine.model.outcome import BROKEN, SUCCESS
from engine.model.parameters import DEFAULTS, RANGES, Parameters
from engine.model.storyless import Course, Plan
from tests.model.plays import REFLECT, opportunism, simulate

# A sign that turns round in one draw of five is found out with probability 1 - .8^12 = .93, and one
# without any effect with 1 - .5^12: as often as by twenty draws of which one may go against it.
DRAWS, GAMES = 12, 1000

OURS = [each.name for each in fields(Parameters) if "[J]" in each.metadata["source"]]
PLANS = {
    "default": Plan(),
    "reflecting": Plan(reflect_before=REFLECT),
    "early": Plan(reflect_before=(0, 1, 3)),
    "late": Plan(reflect_before=(7, 8, 9)),
    "neither": Plan(formalise_in=()),
    "formal": Plan(formalise_in=(0, 3, 6)),
    "informal": Plan(formalise_in=(), reflect_before=REFLECT),
    "both": Plan(formalise_in=(0, 3, 6), reflect_before=REFLECT),
}
VARIANTS = {
    "torn": ({"internal_balance": 0.3}, {}),
    "whole": ({"internal_balance": 1.0}, {}),
    "competing": ({}, {"competition": 0.8}),
    "bound": ({}, {"exit_cost": 0.3}),
    "trusting": ({"trust": 0.8}, {}),
    "wary": ({"trust": 0.4}, {}),
}


@cache
def varied(draw: int) -> Parameters:
    """The defaults, each of our own sizes times .75 to 1.25, within its range."""
    rng = np.random.default_rng(draw)
    changed = {}
    for name in OURS:
        low, high = RANGES[name]
        size = getattr(DEFAULTS, name) * rng.uniform(0.75, 1.25)
        changed[name] = float(np.clip(size, low, high))
    return replace(DEFAULTS, **changed)


@cache
def course(draw: int, name: str) -> Course:
    """The plays of that plan or variant under that draw."""
    start, around = VARIANTS.get(name, ({}, {}))
    plan = PLANS.get(name, PLANS["default"])
    return simulate(plan, varied(draw), games=GAMES, start=dict(start), around=dict(around))


def rate(draw: int, name: str) -> float:
    return course(draw, name).share(SUCCESS)


SIGNS: dict[str, Callable[[int], bool]] = {
    "1 balance brings success": lambda d: rate(d, "whole") > rate(d, "torn"),
    "2 both beat the informal": lambda d: rate(d, "both") > rate(d, "informal"),
    "2 both beat the formal": lambda d: rate(d, "both") > rate(d, "formal"),
    "2 either beats neither": lambda d: (
        rate(d, "neither") < min(rate(d, "formal"), rate(d, "informal"))
    ),
    "3 trust brings success": lambda d: rate(d, "trusting") > rate(d, "wary"),
    "3 trust limits opportunism": lambda d: (
        opportunism(course(d, "trusting")) < opportunism(course(d, "wary"))
    ),
    "3 trust saves costs": lambda d: (
        course(d, "trusting").transaction_cost.mean() < course(d, "wary").transaction_cost.mean()
    ),
    "3 trust calms": lambda d: (
        course(d, "trusting").overestimation.mean() < course(d, "wary").overestimation.mean()
    ),
    "4 reflection unlocks": lambda d: (
        course(d, "reflecting").lock_in[-1].mean() < course(d, "default").lock_in[-1].mean()
    ),
    "5 reflection brings trust": lambda d: (
        course(d, "reflecting").trust[-1].mean() > course(d, "default").trust[-1].mean()
    ),
    "5 reflection brings success": lambda d: rate(d, "reflecting") > rate(d, "default"),
    "5 early beats late": lambda d: rate(d, "early") > rate(d, "late"),
    "competition harms": lambda d: rate(d, "competing") < rate(d, "default"),
    "exit cost holds": lambda d: (
        course(d, "bound").share(BROKEN) < course(d, "default").share(BROKEN)
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_survives_other_sizes(sign: str) -> None:
    against = [draw for draw in range(DRAWS) if not SIGNS[sign](draw)]
    assert against == []
