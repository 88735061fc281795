"""The phases: whether each can be reached, and whether every play ends."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from engine.scenario.durations import rounds_in
from engine.scenario.meaning.implied import first_that_covers
from engine.scenario.meaning.rounds import Calendar
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Branch, Phase, Scenario
from engine.scenario.schema_walk import SourceMap

_MOST_LOOPS = 20


def script_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """What is never reached or told, circles, paths without a round."""
    phases = scenario.script.phases
    for phase_id, phase in phases.items():
        yield from _branch_problems(phase_id, phase.next, source)
    reached = _reached(scenario)
    for phase_id in phases:
        if phase_id not in reached:
            mark = source.at_key("script", "phases", phase_id)
            yield Problem("unreachable-phase", mark, {"written": phase_id})
    loops = list(_loop_problems(phases, source))
    yield from loops
    if not loops and _can_skip_all_rounds(scenario):
        yield Problem("path-without-rounds", source.at_value("script", "start"))
    yield from _timing_problems(scenario, source)
    yield from _leaving_problems(scenario, source)
    script = scenario.script
    if "calls" in script.model_fields_set and script.calls and script.called is None:
        yield Problem("calls-without-called", source.at_key("script", "calls"))


def _branch_problems(
    phase_id: str, branches: tuple[Branch, ...], source: SourceMap
) -> Iterator[Problem]:
    path = ("script", "phases", phase_id, "next")
    always = next((at for at, each in enumerate(branches) if each.always), len(branches))
    if branches and always == len(branches):
        yield Problem("next-can-fail", source.at_key(*path), {"written": phase_id})
    for at in range(1, len(branches)):
        # One with a chance leaves something for those below it.
        sure = [branch.when for branch in branches[:at] if branch.chance == 100]
        if at > always or first_that_covers([*sure, branches[at].when], len(sure)) is not None:
            yield Problem("branch-never-taken", source.at_value(*path, at))


def _reached(scenario: Scenario) -> set[str]:
    reached: set[str] = set()
    ahead = [scenario.script.start]
    while ahead:
        phase_id = ahead.pop()
        if phase_id not in reached:
            reached.add(phase_id)
            ahead += [branch.to for branch in scenario.script.phases[phase_id].next]
    return reached


def _loop_problems(phases: Mapping[str, Phase], source: SourceMap) -> Iterator[Problem]:
    """Each circle of phases once: a script without circles always ends."""
    before: dict[str, set[str]] = {phase_id: set() for phase_id in phases}
    for phase_id, phase in phases.items():
        for branch in phase.next:
            before[branch.to].add(phase_id)
    order = list(phases)
    for _ in range(_MOST_LOOPS):
        try:
            TopologicalSorter(before).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            back = min(pairwise(circle), key=lambda step: order.index(step[1]))
            before[back[1]].remove(back[0])
            at = [branch.to for branch in phases[back[0]].next].index(back[1])
            mark = source.at_value("script", "phases", back[0], "next", at, "to")
            yield Problem("script-loops", mark, {"written": _circle_from(back[1], circle)})
        else:
            return


def _circle_from(first: str, circle: list[str]) -> str:
    at = circle.index(first)
    return " → ".join([*circle[at:-1], *circle[:at], first])


def _can_skip_all_rounds(scenario: Scenario) -> bool:
    """Whether a path from the start to the end meets no phase with rounds that starts on."""
    seen: set[str] = set()
    ahead = [scenario.script.start]
    while ahead:
        phase = scenario.script.phases[phase_id := ahead.pop()]
        if phase_id in seen or (phase.rounds is not None and phase.starts):
            continue
        if not phase.next:
            return True
        seen.add(phase_id)
        ahead += [branch.to for branch in phase.next]
    return False


def _leaving_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Events that take away the last who speaks for a party; each party once."""
    events = scenario.script.events
    taken = {name for event in events.values() for name in event.takes_away}
    told = set()
    for event_id, event in events.items():
        if event.leaves is None or event.whom in told:
            continue
        stays = (
            role.starts and not role.negotiable.allowed and f"{event.whom}.{name}" not in taken
            for name, role in scenario.parties[event.whom].roles.items()
        )
        if not any(stays):
            told.add(event.whom)
            mark = source.at_value("script", "events", event_id, "leaves")
            params: dict[str, Value] = {"written": event.leaves, "party": event.whom}
            yield Problem("nobody-stays", mark, params)


def _timing_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Events and situations that wait for a round that no play reaches."""
    calendar = Calendar(scenario)
    script = scenario.script
    for event_id, event in script.events.items():
        path = ("script", "events", event_id)
        if event.chance == 0:
            yield Problem("event-never", source.at_value(*path, "chance"), {"written": event_id})
        for key, time in (("after", event.after), ("on", event.on)):
            if time and rounds_in(time, script.round_lasts) > calendar.longest:
                params: dict[str, Value] = {"written": time, "highest": calendar.longest}
                yield Problem("after-the-end", source.at_value(*path, key), params)
    for phase_id, phase in script.phases.items():
        for at, situation in enumerate(phase.situations):
            highest = calendar.rounds_of(phase_id)[1]
            if situation.round is not None and 0 < highest < situation.round:
                mark = source.at_value("script", "phases", phase_id, "situations", at, "round")
                params = {"written": situation.round, "highest": highest}
                yield Problem("after-the-phase", mark, params)
