"""Bounds on a number, as whole numbers."""

from engine.scenario.meaning.rounds import NO_END, Rounds
from engine.scenario.schema import Bound

Whose = tuple[str | None, str | None]


def whose(bound: Bound) -> Whose:
    """The party whose number it is, and the other it is about; None where it is the mean."""
    return getattr(bound, "of", None), getattr(bound, "in_", None)


def interval_of(bound: Bound) -> Rounds:
    """The whole numbers within the bounds."""
    lows = [bound.at_least, None if bound.above is None else bound.above + 1]
    highs = [bound.at_most, None if bound.below is None else bound.below - 1]
    return (
        max((low for low in lows if low is not None), default=-NO_END),
        min((high for high in highs if high is not None), default=NO_END),
    )
