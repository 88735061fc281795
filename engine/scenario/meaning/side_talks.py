"""Side talks: whether there is somebody outside, and whether only who is there speaks."""

from collections.abc import Iterator

from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Line, Phase, Scenario
from engine.scenario.schema_walk import Path, SourceMap


def side_talk_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Side talks that are none, and lines in them of people who are not there."""
    for phase_id, phase in scenario.script.phases.items():
        if not phase.with_ or phase.rounds is None:
            continue
        path = ("script", "phases", phase_id)
        there = set(phase.with_)
        if len(there) < 2 or there == set(scenario.parties):
            yield Problem("no-side-talk", source.at_value(*path, "with"), {"written": phase_id})
            continue
        for where, line in _said_in(path, phase):
            if line.party is not None and line.party not in there:
                params: dict[str, Value] = {"written": str(line.speaker), "other": phase_id}
                yield Problem("speaker-outside", source.at_value(*where, "speaker"), params)


def _said_in(path: Path, phase: Phase) -> Iterator[tuple[Path, Line]]:
    """What is told and said to all who are there."""
    for at, opening in enumerate(phase.opens_with):
        if opening.only is None:
            yield (*path, "opens_with", at), opening
    for at, situation in enumerate(phase.situations):
        for number, line in enumerate(situation.lines if situation.only is None else ()):
            yield (*path, "situations", at, "lines", number), line
    for at, answer in enumerate(phase.answers):
        yield (*path, "answers", at), answer
        for number, line in enumerate(answer.then):
            yield (*path, "answers", at, "then", number), line
