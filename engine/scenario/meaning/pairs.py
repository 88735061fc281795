"""What differs by pair at the start: each pair once."""

from collections.abc import Iterator

from engine.scenario.problems import Mark, Problem
from engine.scenario.schema import Scenario
from engine.scenario.schema_walk import SourceMap


def pair_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Pairs that are there already."""
    first: dict[tuple[str, str], Mark] = {}
    for at, pair in enumerate(scenario.starting_point.pairs):
        here, who = source.at_value("starting_point", "pairs", at), (pair.of, pair.in_)
        if who in first:
            yield Problem("pair-twice", here, {"first_line": first[who].line})
        first.setdefault(who, here)
