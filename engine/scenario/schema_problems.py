"""Pydantic's errors about a scenario, in our own words and with their place in the file."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from engine.scenario.nodes import MappingNode, Node, ScalarNode, SequenceNode
from engine.scenario.problems import Mark, Problem, Value
from engine.scenario.schema import (
    Bound,
    Condition,
    Negotiable,
    Occasion,
    Scenario,
    Script,
    Text,
)
from engine.scenario.schema_walk import (
    Path,
    SourceMap,
    TypedNode,
    expected_in,
    fields_of,
    is_block,
    is_list,
    is_pair,
    is_part,
    languages_named,
    names_in,
    other_languages,
    words_of,
)
from engine.scenario.suggestions import as_id, listed, nearest_of
from engine.scenario.syntax import parted
from engine.scenario.vocabulary import KINDS, LANGUAGE_TAG, LANGUAGES

_CLOCK = re.compile(r"[0-9]{1,3}:[0-5][0-9](:[0-5][0-9])?")
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}[.,][0-9]{1,15}")
_DIGITS = re.compile(r"[-+]?[0-9]{1,15}")
_GLUED = re.compile(r"([A-Za-z_][\w-]*):(\S.*)")
# A condition as it is written elsewhere: trust >= 45.
_IN_SIGNS = re.compile(r"([a-z_]+)\s*(>=|<=|=>|=<|≥|≤|>|<|==?)\s*([-+]?[0-9]{1,4})")
_SIGNS = {
    ">=": "at_least", "=>": "at_least", "≥": "at_least", "=": "at_least", "==": "at_least",
    "<=": "at_most", "=<": "at_most", "≤": "at_most", ">": "above", "<": "below",
}  # fmt: skip
_YES_OR_NO = {
    "just-yes": ("yes", "ja", "true", "waar", "on", "aan", "y", "j"),
    "just-no": ("no", "nee", "neen", "false", "onwaar", "off", "uit", "n"),
}

# How a duration is written, by where it is.
DURATIONS: Mapping[tuple[Any, str], str] = {
    (Occasion, "after"): "2 years, 6 months, 3 rounds",
    (Occasion, "on"): "2 years, 6 months, 3 rounds",
    (Script, "round_lasts"): "3 months, 1 year",
}

_WORD_KINDS = {
    ("Scenario", "form"): "form",
    ("Scenario", "language"): "language",
    ("Party", "persona"): "persona",
    ("Move", "looks_like"): "stance",
    ("Played", "stance"): "stance",
    ("Reflection", "may_change"): "chapter",
    ("Condition", "outcome"): "outcome",
    ("Course", "outcome"): "outcome",
    ("Ritual", "opens"): "opening",
    ("Trainer", "if_you_see"): "pattern",
    ("ReflectionStep", "options"): "reflection-option",
    ("ReflectionStep", "say"): "reflection-option",
    **{(part, "hour"): "hour" for part in ("Decor", "Phase", "Occasion")},
    **{(part, "weather"): "weather" for part in ("Decor", "Phase", "Occasion")},
}

# One thing that pydantic found; its type comes from another package.
_Detail = Any


def schema_problems(
    error: ValidationError, source: SourceMap, unread: Set[str], most: int
) -> Iterator[Problem]:
    """Pydantic's errors, translated; at most that many. unread: the chapters that are not YAML."""
    details = [
        each
        for each in error.errors(include_url=False, include_input=False)
        if not each["loc"] or each["loc"][0] not in unread
    ][:most]
    missing: dict[Path, list[str]] = {}
    for each in details:
        if each["type"] == "missing":
            missing.setdefault(each["loc"][:-1], []).append(str(each["loc"][-1]))
    misspelt = {_misspelt(each, source, missing) for each in details}
    problems = [
        problem
        for each in details
        if each["type"] != "missing" or each["loc"] not in misspelt
        for problem in _translated(each, source, missing)
    ]
    yield from _languages_said_once(problems, source)


def _languages_said_once(problems: list[Problem], source: SourceMap) -> Iterator[Problem]:
    """The problems; if no text at all names its language, that is one mistake. So is a language
    that the scenario does not say it has, in however many texts, or a list within a language.
    """
    is_said = False
    is_one_mistake = not any(map(_has_languages, source.all()))
    unnamed: set[Value] = set()
    listed_within = [each for each in problems if each.code == "wordings-in-a-language"]
    for problem in problems:
        if problem.code == "wordings-in-a-language":
            if problem is listed_within[0]:
                yield replace(problem, params={"places": len(listed_within)})
            continue
        if problem.code == "unnamed-language":
            if problem.params["written"] in unnamed:
                continue
            unnamed.add(problem.params["written"])
        if problem.code == "language-unnamed":
            if is_said and is_one_mistake:
                continue
            is_said = True
        yield problem


def _has_languages(typed: TypedNode) -> bool:
    return typed.expects is Text and isinstance(typed.node, MappingNode)


def _misspelt(each: _Detail, source: SourceMap, missing: Mapping[Path, list[str]]) -> Path | None:
    """The path of the missing key that this unknown key was meant to be."""
    if each["type"] != "extra_forbidden":
        return None
    above = each["loc"][:-1]
    near = _near_key(str(each["loc"][-1]), source.nearest(above), missing.get(above, []))
    return (*above, str(near["near"])) if near else None


def _near_key(written: str, parent: TypedNode, missing: list[str]) -> dict[str, Value]:
    if near := nearest_of(written, missing):
        return near
    assert isinstance(parent.node, MappingNode)
    free = [name for name in fields_of(parent.expects) if name not in parent.node.by_key]
    return nearest_of(written, free)


def _translated(
    each: _Detail, source: SourceMap, missing: Mapping[Path, list[str]]
) -> Iterator[Problem]:
    kind, path = each["type"], _as_written(each["loc"], source)
    if kind == "extra_forbidden":
        yield _unknown_key(path, source, missing.get(path[:-1], []))
    elif kind == "missing" and not is_pair(source.nearest(path).expects):
        parent = source.nearest(path)
        params = {"written": str(path[-1])}
        yield Problem("missing-key", parent.mark, params, trail=parent.trail)
    elif path and path[-1] == "[key]":
        yield from _key_problem(kind, source.nearest(path[:-1]))
    else:
        yield _value_problem(each, source.nearest(path))


def _as_written(path: Path, source: SourceMap) -> Path:
    """The path of a text in a language of its own: the schema keeps those in a list."""
    if "others" not in path:
        return path
    at = path.index("others")
    tags = other_languages(source.nearest(path[:at]), languages_named(source.nearest(()).node))
    place = path[at + 1] if len(path) > at + 1 else len(tags)
    return (*path[:at], tags[place]) if isinstance(place, int) and place < len(tags) else path


def _unknown_key(path: Path, source: SourceMap, missing: list[str]) -> Problem:
    parent, written = source.nearest(path[:-1]), str(path[-1])
    assert isinstance(parent.node, MappingNode)
    entry = parent.node.by_key[written]
    if parent.expects is Text and LANGUAGE_TAG.fullmatch(written):
        named = languages_named(source.nearest(()).node) or LANGUAGES
        line = f"languages: [{', '.join([*named, written])}]"
        told: dict[str, Value] = {"written": written, "line_to_write": line}
        trail = (*parent.trail, id(entry.node))
        return Problem("unnamed-language", entry.key.mark, told, trail=trail)
    params: dict[str, Value] = {
        "written": written,
        "known": listed(fields_of(parent.expects)),
        **_near_key(written, parent, missing),
    }
    trail = (*parent.trail, id(entry.node))
    return Problem("unknown-key", entry.key.mark, params, trail=trail)


def _key_problem(kind: str, typed: TypedNode) -> Iterator[Problem]:
    """What is wrong with a name that the author made up, or should have chosen from a list."""
    if typed.key is None:
        return
    written, mark = typed.key.written, typed.key.mark
    if kind == "literal_error":
        words = words_of(names_in(typed.owner, typed.field))
        yield unknown_word(written, mark, word_kind(typed), words, typed.trail)
    else:
        yield _bad_id(written, mark, typed.trail)


def word_kind(typed: TypedNode) -> str:
    """The closed list of words that a node belongs to, as a word of the catalogue."""
    return _WORD_KINDS.get((typed.owner.__name__, typed.field), "word")


def _value_problem(each: _Detail, typed: TypedNode) -> Problem:
    kind, node, trail = each["type"], typed.node, typed.trail
    lowest, highest = typed.span
    bounds: dict[str, Value] = {"lowest": lowest or 0, "highest": highest or 0}
    if kind == "value_error":
        return _own_problem(str(each["ctx"]["error"]), typed)
    if kind in ("greater_than_equal", "less_than_equal"):
        closest = lowest if kind == "greater_than_equal" else highest
        params: dict[str, Value] = {"written": _written(node), **bounds, "nearest": closest or 0}
        return Problem("out-of-range", node.mark, params, trail=trail)
    if kind in ("too_short", "too_long") and not is_pair(typed.expects):
        code = "too-few" if kind == "too_short" else "too-many"
        key = typed.key.written if typed.key else ""
        return Problem(code, typed.mark, {"written": key, **bounds}, trail=trail)
    if (typed.owner, typed.field) == (Scenario, "languages") and isinstance(node, ScalarNode):
        return Problem("bad-language", node.mark, {"written": node.written}, trail=trail)
    if kind in ("string_pattern_mismatch", "string_too_long"):
        if (items := _items_of(typed)) is not None:
            return Problem("list-without-brackets", node.mark, items, trail=trail)
        return _bad_id(_written(node), node.mark, trail)
    if kind == "literal_error" and isinstance(node, ScalarNode) and isinstance(node.value, str):
        words = words_of(typed.expects)
        return unknown_word(node.written, node.mark, word_kind(typed), words, trail)
    return wrong_value(typed)


def _own_problem(code: str, typed: TypedNode) -> Problem:
    """The problems that the schema's own validators name by code."""
    if code == "unknown-kind" and isinstance(typed.node, MappingNode):
        kind = typed.node.get("kind")
        if isinstance(kind, ScalarNode):
            return unknown_word(kind.written, kind.mark, "move-kind", tuple(KINDS), typed.trail)
    if code == "text-empty":
        key = typed.key.written if typed.key else ""
        return Problem("empty-value", typed.node.mark, {"written": key}, trail=typed.trail)
    return Problem(code, typed.mark, trail=typed.trail)


def wrong_value(typed: TypedNode) -> Problem:
    """What is wrong with a value of the wrong kind."""
    node = typed.node
    code, params = _wrong_value(typed)
    return Problem(code, node.mark, params, trail=typed.trail)


def _wrong_value(typed: TypedNode) -> tuple[str, dict[str, Value]]:
    node, expected = typed.node, expected_word(typed)
    if not isinstance(node, ScalarNode):
        if isinstance(node, SequenceNode) and typed.owner is Text:
            return "wordings-in-a-language", {}
        return _wrong_shape(expected, node)
    params: dict[str, Value] = {"written": node.written}
    if examples := DURATIONS.get((typed.owner, typed.field)):
        return "bad-duration", {**params, "examples": examples}
    if expected == "number":
        return _not_a_number(node)
    if expected == "yes-no" or typed.expects is Negotiable:
        return "not-yes-or-no", {**params, **_yes_or_no(node.written)}
    if expected in ("plain-text", "text"):
        if isinstance(node.value, bool):
            return "boolean-by-accident", params
        if isinstance(node.value, int | float):
            return "number-as-text", params
        if typed.expects is Text:
            return "language-unnamed", {}
    if node.plain and (found := _GLUED.fullmatch(node.written)):
        return "colon-and-space", dict(parted(found[1], found[2]))
    if (fixed := _as_bound(typed, node)) is not None:
        return "bound-needed", {**params, "fixed": fixed}
    return "wrong-type", {"expected": expected, "found": _found(node), "how": f"write-{expected}"}


def _wrong_shape(expected: str, node: MappingNode | SequenceNode) -> tuple[str, dict[str, Value]]:
    """A list where none belongs, or a block."""
    if isinstance(node, SequenceNode):
        if expected == "table":
            return "list-for-block", {}
        return "wrong-type", {"expected": expected, "found": "list", "how": f"write-{expected}"}
    if expected == "list":
        return "block-for-list", {}
    return "wrong-type", {"expected": expected, "found": "table", "how": f"write-{expected}"}


def _as_bound(typed: TypedNode, node: ScalarNode) -> str | None:
    """A condition as it is written, for one in signs such as `trust > 45`; None if it is none."""
    if not is_part(typed.expects):
        return None
    if issubclass(typed.expects, Bound):
        if type(node.value) is int:
            return f"{{at_least: {node.written}}}"
        found = _IN_SIGNS.fullmatch(f"x {node.written}")
    elif typed.expects is Condition:
        found = _IN_SIGNS.fullmatch(node.written)
        if found is None or found[1] not in fields_of(Condition):
            return None
    else:
        return None
    if found is None:
        return None
    bound = f"{{{_SIGNS[found[2]]}: {found[3]}}}"
    return bound if issubclass(typed.expects, Bound) else f"{{{found[1]}: {bound}}}"


def _items_of(typed: TypedNode) -> dict[str, Value] | None:
    """The items of a list that was written with commas and without brackets."""
    node = typed.node
    if not isinstance(node, ScalarNode) or "," not in node.written:
        return None
    items = [item.strip() for item in node.written.split(",")]
    if not is_list(expected_in(fields_of(typed.owner)[typed.field])) or not all(items):
        return None
    return {"written": node.written, "fixed": f"[{', '.join(items)}]"}


def _yes_or_no(written: str) -> dict[str, Value]:
    """Which of the two somebody meant who wrote it in quotation marks or in Dutch."""
    lower = written.lower().strip(" .!")
    return {"how": next((word for word, ways in _YES_OR_NO.items() if lower in ways), "yes-no")}


def _not_a_number(node: ScalarNode) -> tuple[str, dict[str, Value]]:
    params: dict[str, Value] = {"written": node.written}
    if isinstance(node.value, float) or _DECIMAL.fullmatch(node.written):
        return "not-whole", {**params, "nearest": round(float(node.written.replace(",", ".")))}
    if isinstance(node.value, str) and _NUMBER.fullmatch(node.written):
        return "quoted-number", params
    if node.plain and is_clock(node):
        return "clock-as-number", params
    digits = _DIGITS.findall(node.written)
    return "not-a-number", {**params, "example": digits[0] if len(digits) == 1 else "40"}


def is_clock(node: ScalarNode) -> bool:
    """Whether it reads as a time of the day or a length of time, such as 12:30."""
    return _CLOCK.fullmatch(node.written) is not None


def expected_word(typed: TypedNode) -> str:
    """What belongs there, as a word of the catalogue."""
    expects = typed.expects
    if expects is Text:
        return "text"
    if is_pair(expects):
        return "pair"
    if is_list(expects):
        return "list"
    if is_block(expects):
        return "table"
    if expects is bool:
        return "yes-no"
    return "number" if expects is int else "plain-text"


def _found(node: ScalarNode) -> str:
    if isinstance(node.value, bool):
        return "yes-no"
    if node.value is None:
        return "nothing"
    return "text" if isinstance(node.value, str) else "number"


def _written(node: Node) -> str:
    return node.written if isinstance(node, ScalarNode) else "…"


def unknown_word(
    written: str, mark: Mark, kind: str, words: tuple[str, ...], trail: tuple[int, ...]
) -> Problem:
    """A word that is not on the list it should come from."""
    params: dict[str, Value] = {"written": written, "kind": kind, "known": listed(words)}
    near = nearest_of(written, words)
    return Problem("unknown-word", mark, {**params, **near}, trail=trail)


def _bad_id(written: str, mark: Mark, trail: tuple[int, ...]) -> Problem:
    return Problem("bad-id", mark, {"written": written, "fixed": as_id(written)}, trail=trail)
