"""What the schema accepts but an author would not: languages, durations, odd words."""

from collections.abc import Container, Iterable, Iterator

from engine.scenario.durations import is_duration
from engine.scenario.nodes import MappingNode, ScalarNode
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Bound, Occasion, ReflectionStep, Text
from engine.scenario.schema_problems import DURATIONS, is_clock, unknown_word, word_kind
from engine.scenario.schema_walk import TypedNode, is_part, span_of
from engine.scenario.vocabulary import (
    BOTTLENECK_OPTIONS,
    INVENTORY_OPTIONS,
    LANGUAGES,
    Language,
)

_BOUNDS = frozenset(Bound.model_fields)
_OPTIONS = {"differences": INVENTORY_OPTIONS, "bottlenecks": BOTTLENECK_OPTIONS}


def value_problems(
    typed_nodes: Iterable[TypedNode], language: Language | None, languages: tuple[str, ...]
) -> Iterator[Problem]:
    """The problems of single values.

    language: the one of texts that name none. languages: those the scenario says it is in.
    """
    every = list(typed_nodes)
    yield from _language_problems(every, language, languages)
    for typed in every:
        if is_part(typed.expects) and issubclass(typed.expects, Bound):
            yield from _bound_problems(typed)
        if typed.owner is ReflectionStep and typed.field in ("options", "say"):
            yield from _option_problems(typed)
        if isinstance(typed.node, ScalarNode) and isinstance(typed.node.value, str):
            yield from _scalar_problems(typed, typed.node)


def _scalar_problems(typed: TypedNode, node: ScalarNode) -> Iterator[Problem]:
    written = node.written
    examples = DURATIONS.get((typed.owner, typed.field))
    if examples and not _is_duration(typed, written):
        params: dict[str, Value] = {"written": written, "examples": examples}
        yield Problem("bad-duration", node.mark, params, trail=typed.trail)
    if typed.expects in (str, Text) and node.plain and is_clock(node):
        yield Problem("clock-as-text", node.mark, {"written": written}, trail=typed.trail)


def _is_duration(typed: TypedNode, written: str) -> bool:
    units = ("month", "year", "round") if typed.owner is Occasion else ("month", "year")
    return is_duration(written, units)


def _bound_problems(typed: TypedNode) -> Iterator[Problem]:
    """Bounds that no number can meet, or every number."""
    if not isinstance(typed.node, MappingNode):
        return
    lowest, highest = span_of(typed.expects, "at_least")
    numbers = {
        key.written: node.value
        for key, node in typed.node.entries
        if key.written in _BOUNDS and isinstance(node, ScalarNode) and type(node.value) is int
    }
    if not numbers or not all(lowest <= number <= highest for number in numbers.values()):
        return
    low = max(numbers.get("at_least", lowest), numbers.get("above", lowest - 1) + 1)
    high = min(numbers.get("at_most", highest), numbers.get("below", highest + 1) - 1)
    if low > high:
        yield Problem("bound-never", typed.node.mark, trail=typed.trail)
    elif (low, high) == (lowest, highest):
        yield Problem("bound-always", typed.node.mark, trail=typed.trail)


def _option_problems(typed: TypedNode) -> Iterator[Problem]:
    """An option that belongs to the other step of a reflection."""
    own = _OPTIONS.get(str(typed.path[-2])) if len(typed.path) > 1 else None
    if own is None or not isinstance(typed.node, MappingNode):
        return
    others = {option for options in _OPTIONS.values() for option in options} - set(own)
    for key, node in typed.node.entries:
        if key.written in others:
            trail = (*typed.trail, id(node))
            yield unknown_word(key.written, key.mark, word_kind(typed), own, trail)


def _language_problems(
    every: list[TypedNode], language: Language | None, languages: tuple[str, ...]
) -> Iterator[Problem]:
    texts = [typed for typed in every if typed.expects is Text]
    for tongue in languages or ((language,) if language else LANGUAGES):
        # A plain text has no language but that one; without it, that is told elsewhere.
        said = [typed for typed in texts if isinstance(typed.node, MappingNode) or language]
        without = [typed for typed in said if tongue not in _languages_of(typed, language)]
        # If no text at all has the language, that is one mistake: say it once.
        shown = without[:1] if len(without) == len(said) else without
        for typed in shown:
            yield _missing(typed, tongue)


def _languages_of(typed: TypedNode, language: Language | None) -> Container[str | None]:
    return typed.node.by_key if isinstance(typed.node, MappingNode) else (language,)


def _missing(typed: TypedNode, tongue: str) -> Problem:
    """A text that is not written in a language. Any but Dutch and English may follow later."""
    if tongue not in LANGUAGES:
        params: dict[str, Value] = {"written": tongue}
        return Problem("missing-translation", typed.mark, params, trail=typed.trail)
    other = "en" if tongue == "nl" else "nl"
    params = {"written": tongue, "tongue": f"tongue-{tongue}", "other": other}
    return Problem("missing-language", typed.mark, params, trail=typed.trail)
