"""Whether one condition always holds where another does: what comes after it is then never used."""

from collections.abc import Sequence

from engine.scenario.meaning.bounds import interval_of, whose
from engine.scenario.schema import ALWAYS, Bound, Condition

MOST_COMPARED = 50  # design choice: more than any list of branches or answers has
_ALL_OF = frozenset({"happened", "in_force", "not_in_force", "changed", "left", "at_table"})


def first_that_covers(conditions: Sequence[Condition], at: int) -> int | None:
    """Which of the first conditions, before that one, holds wherever it does; None if none."""
    later, compared = conditions[at], range(min(at, MOST_COMPARED))
    return next((n for n in compared if is_implied(conditions[n], later)), None)


def is_implied(condition: Condition, by: Condition) -> bool:
    """Whether a condition certainly holds wherever the other one does. Proved or not claimed."""
    if condition == ALWAYS:
        return True
    return all(_is_fact_implied(name, condition, by) for name in condition.model_fields_set)


def _is_fact_implied(name: str, condition: Condition, by: Condition) -> bool:
    wanted, given = getattr(condition, name), getattr(by, name)
    if isinstance(wanted, Bound):
        return isinstance(given, Bound) and _is_within(given, wanted)
    if name in _ALL_OF:
        return set(wanted) <= set(given)
    if name == "outcome":
        return bool(given) and set(given) <= set(wanted)
    return bool(wanted == given)


def _is_within(inner: Bound, outer: Bound) -> bool:
    if whose(inner) != whose(outer):
        return False
    (low, high), (lowest, highest) = interval_of(inner), interval_of(outer)
    return lowest <= low and high <= highest
