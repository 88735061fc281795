"""What a check can tell once a scenario was played: thresholds that no play reaches, and answers
that nobody hears.
"""

from collections.abc import Iterator
from typing import NamedTuple

from engine.playtest.asking import bounds_of
from engine.playtest.findings import Finding, Report
from engine.playtest.index import Path
from engine.scenario.meaning.bounds import interval_of
from engine.scenario.problems import Problem, Value
from engine.scenario.schema_walk import SourceMap


class Unreached(NamedTuple):
    """A number that was never within its bound when it was asked for.

    path: of the bound. lowest, highest: between what it was then.
    """

    path: Path
    measure: str
    lowest: int
    highest: int


def unreached(report: Report) -> Iterator[Unreached]:
    """The thresholds that no play reached."""
    index, seen = report.trial.index, report.all
    for at, item in enumerate(index.items):
        if item.kind != "true" or seen.reached[at]:
            continue
        for name, bound in bounds_of(index.condition_at[at]):
            between = seen.ranges.get((at, name))
            low, high = interval_of(bound)
            if between is not None and (between[1] < low or between[0] > high):
                yield Unreached((*item.path, name), name, *between)


def problems_found(report: Report, source: SourceMap) -> Iterator[Problem]:
    """What playing found, each where it stands; what follows from another is left out."""
    plays, told = report.all.plays, []
    for each in unreached(report):
        told.append(each.path)
        params: dict[str, Value] = {
            "written": each.measure, "lowest": each.lowest, "highest": each.highest, "plays": plays,
        }  # fmt: skip
        yield Problem("threshold-not-reached", source.at_value(*each.path), params)
    for finding in report.findings():
        answer = _answer_in(finding)
        if answer and not any(path[: len(answer)] == answer for path in told):
            params = {"reason": finding.why, "plays": plays}
            yield Problem("answer-not-heard", source.at_value(*answer), params)


def _answer_in(finding: Finding) -> Path:
    """The answer that nobody heard, if it is one; of an answer and its last word, the answer."""
    path = finding.path
    if finding.what != "line" or "answers" not in path or "then" in path:
        return ()
    return path[: path.index("answers") + 2]
