"""What an author may want of many plays, and how far a scenario is from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from engine.balance.arms import Results
from engine.model.arrays import Bools
from engine.play.compiled import CompiledScenario
from engine.scenario.schema import Bound, Course, Scenario
from engine.scenario.vocabulary import OUTCOMES
from engine.simulate.interval import Z_95, share_between

AimKind = Literal["success", "outcome", "ending", "met"]
# Between which shares of plays that end well people have something to win and something to lose.
# Design choice: below one in five most groups fail, above four in five hardly any does.
HARD, EASY = 0.20, 0.80
# An ending that fewer plays than this come to is never met in a workshop; as the report has it.
RARE = 0.005


@dataclass(frozen=True, slots=True)
class Aim:
    """A share of plays, and between which bounds it should lie.

    success: that end robustly, by our own bounds. outcome, ending: that end so, by what the author
    expects. met: an ending that nobody comes to, and that somebody should.
    """

    kind: AimKind
    name: str
    low: float
    high: float

    @property
    def of(self) -> Literal["outcomes", "endings"]:
        """Among which figures its share is found."""
        return "outcomes" if self.kind in ("success", "outcome") else "endings"

    def distance(self, share: float) -> float:
        """How far that share is from what it should be: below zero, it should be higher."""
        return min(0.0, share - self.low) + max(0.0, share - self.high)

    def reached(self, compiled: CompiledScenario, results: Results) -> Bools:
        """(G,) in which plays it came out like that."""
        if self.of == "outcomes":
            return results.outcome == OUTCOMES.index(self.name)
        return results.ending == compiled.endings.index(self.name)


TO_END_WELL = Aim("success", "success", HARD, EASY)


class Share(NamedTuple):
    """The share of plays in which something is so, with its interval."""

    share: float
    low: float
    high: float

    @classmethod
    def of(cls, part: int, whole: int, z: float = Z_95) -> "Share":
        """So many of so many plays, that have nothing to do with each other."""
        return cls(part / whole, *share_between(part, whole, z))


def aims(scenario: Scenario, figures: dict[str, Any]) -> Iterator[Aim]:
    """The aims for that scenario: success first, then what its author expects, then endings that
    should be met. figures: as `simulate` gives them.
    """
    expected = list(_expected(scenario))
    if not any(aim.name == "success" for aim in expected):
        yield TO_END_WELL
    yield from expected
    spoken_for = {aim.name for aim in expected}
    for name, share in figures.get("endings", {}).items():
        if share["plays"] == 0 and name not in spoken_for:
            yield Aim("met", name, RARE, 1.0)


def _expected(scenario: Scenario) -> Iterator[Aim]:
    """What the author expects of how plays end, where nothing else is asked of them."""
    for each in scenario.expect:
        course, share = each.reaches, each.share
        if course is None or share is None:
            continue
        if course.outcome and course == Course(outcome=course.outcome):
            yield Aim("outcome", str(course.outcome), *_ends(share))
        elif course.ending and course == Course(ending=course.ending):
            yield Aim("ending", course.ending, *_ends(share))


def does_harm(before: Results, after: Results) -> bool:
    """Whether fewer talks end well than should, or more, and it was not so bad before."""
    apart = [abs(TO_END_WELL.distance(float(each.success.mean()))) for each in (before, after)]
    return apart[1] > apart[0]


def _ends(share: Bound) -> tuple[float, float]:
    lowest = [each for each in (share.at_least, share.above) if each is not None]
    highest = [each for each in (share.at_most, share.below) if each is not None]
    return max(lowest, default=0) / 100, min(highest, default=100) / 100
