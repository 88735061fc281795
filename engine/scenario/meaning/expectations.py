"""What an author expects of many plays: whether all of it can come true at once."""

from collections.abc import Iterator

from engine.scenario.problems import Problem
from engine.scenario.schema import Expectation, Scenario
from engine.scenario.schema_walk import SourceMap

ALL = 100  # plays in a hundred


def expectation_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Expectations that exclude each other."""
    least = dict.fromkeys(scenario.endings, 0)
    for at, each in enumerate(scenario.expect):
        mark = source.at_value("expect", at)
        for before in range(at):
            if _exclude(scenario.expect[before], each):
                other = source.at_value("expect", before)
                yield Problem("expect-clash", mark, {"first_line": other.line})
                break
        ending = each.course.ending
        if ending is not None:
            least[ending] = max(least[ending], share_between(each)[0])
            if sum(least.values()) > ALL:
                yield Problem("expect-over-100", mark, {"sum": sum(least.values())})
                return


def _exclude(one: Expectation, other: Expectation) -> bool:
    """Whether both are about the same, and no share of plays can fit both."""
    (low, high), (least, most) = share_between(one), share_between(other)
    return one.course == other.course and max(low, least) > min(high, most)


def share_between(expected: Expectation) -> tuple[int, int]:
    """The lowest and highest share of plays that fits it, in whole points of 0-100."""
    if expected.share is None:
        return (ALL, ALL) if expected.always else (0, 0)
    share = expected.share
    lows = [0, share.at_least or 0, 0 if share.above is None else share.above + 1]
    highs = [
        ALL,
        ALL if share.at_most is None else share.at_most,
        ALL if share.below is None else share.below - 1,
    ]
    return max(lows), min(highs)
