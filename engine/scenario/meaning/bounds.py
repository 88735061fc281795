"""Bounds on a number, as whole numbers."""

from engine.scenario.meaning.rounds import NO_END, Rounds
from engine.scenario.schema import Bound


def interval_of(bound: Bound) -> Rounds:
    """The whole numbers within the bounds."""
    lows = [bound.at_least, None if bound.above is None else bound.above + 1]
    highs = [bound.at_most, None if bound.below is None else bound.below - 1]
    return (
        max((low for low in lows if low is not None), default=-NO_END),
        min((high for high in highs if high is not None), default=NO_END),
    )
