"""The endings: whether every outcome has one, and whether each can be reached."""

from collections.abc import Iterator

from engine.scenario.meaning.implied import first_that_covers
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import ALWAYS, Condition, Scenario
from engine.scenario.schema_walk import SourceMap
from engine.scenario.vocabulary import OUTCOMES


def ending_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Endings that are never reached, and outcomes without one."""
    covered: set[str] = set()
    conditions = [ending.when for ending in scenario.endings.values()]
    for at, (ending_id, ending) in enumerate(scenario.endings.items()):
        claimed = ending.when.outcome
        is_told_before = covered >= set(OUTCOMES) or bool(claimed and covered >= set(claimed))
        if is_told_before or first_that_covers(conditions, at) is not None:
            mark = source.at_key("endings", ending_id)
            yield Problem("ending-never", mark, {"written": ending_id})
        if ending.when in (ALWAYS, Condition(outcome=ending.when.outcome)):
            covered |= set(claimed or OUTCOMES)
    left = [outcome for outcome in OUTCOMES if outcome not in covered]
    if left:
        params: dict[str, Value] = {"written": ", ".join(left), "first": left[0]}
        yield Problem("outcome-without-ending", source.at_key("endings"), params)
