"""The form of a scenario: pydantic's verdict in our own words, and what pydantic can't see."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from engine.scenario.durations import is_duration
from engine.scenario.nodes import START, Fault, Items, Mark, Node, Scalar, Table
from engine.scenario.problems import Value
from engine.scenario.schema import (
    Bound,
    Dropout,
    Negotiable,
    Occasion,
    Script,
    Text,
    Timer,
)
from engine.scenario.shape import (
    Path,
    Spot,
    fields_of,
    is_block,
    is_list,
    is_pair,
    words_of,
)
from engine.scenario.vocabulary import KINDS, Language

_CLOCK = re.compile(r"[0-9]{1,3}:[0-5][0-9](:[0-5][0-9])?")
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}")
_TIME = re.compile(r"[1-9][0-9]{0,3} (s|min)")
_MOST_NAMES = 14
_MOST_COMPARED = 300  # comparing is slow, and a list that long is no scenario's
_LONGEST_NAME = 60
_MOST_ERRORS = 500  # nobody mends more than that in one go


class Finding(NamedTuple):
    """A fault, and the trail of nodes down to where it is."""

    fault: Fault
    trail: tuple[int, ...]


class Form(NamedTuple):
    """The tree by path, for finding back where pydantic points."""

    spots: Mapping[Path, Spot]

    def nearest(self, path: Path) -> Spot:
        """The spot at that path, or the closest one above it."""
        while path not in self.spots:
            path = path[:-1]
        return self.spots[path]


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Names for a repair: not more than fit on a line or two."""
    shown = ", ".join(names[:_MOST_NAMES])
    return shown + (", …" if len(names) > _MOST_NAMES else "") or "–"


def nearest_of(written: str, names: tuple[str, ...] | list[str]) -> dict[str, Value]:
    """The parameter `near` when one of the names is much like what was written."""
    if len(written) > _LONGEST_NAME:
        return {}
    found = get_close_matches(written.lower(), names[:_MOST_COMPARED], n=1, cutoff=0.6)
    return {"near": found[0]} if found else {}


def schema_findings(error: ValidationError, form: Form, unread: set[str]) -> Iterator[Finding]:
    """Pydantic's errors, translated. unread: the chapters that could not be read at all."""
    details = [
        each
        for each in error.errors(include_url=False, include_input=False)
        if each["loc"][:1] not in {(chapter,) for chapter in unread}
    ][:_MOST_ERRORS]
    missing: dict[Path, list[str]] = {}
    for each in details:
        if each["type"] == "missing":
            missing.setdefault(each["loc"][:-1], []).append(str(each["loc"][-1]))
    misspelt = {_misspelt(each, form, missing.get(each["loc"][:-1], [])) for each in details}
    findings = [
        finding
        for each in details
        if each["type"] != "missing" or each["loc"] not in misspelt
        for finding in _translate(each, form, missing.get(each["loc"][:-1], []))
    ]
    yield from _languages_said_once(findings, form)


def _languages_said_once(findings: list[Finding], form: Form) -> Iterator[Finding]:
    """The findings; when not one text names its language, that is one mistake."""
    is_said = False
    is_one_mistake = not any(map(_has_languages, form.spots.values()))
    for finding in findings:
        if finding.fault.code == "language-unnamed":
            if is_said and is_one_mistake:
                continue
            is_said = True
        yield finding


def _has_languages(spot: Spot) -> bool:
    return spot.expects is Text and isinstance(spot.node, Table)


def _misspelt(each: ErrorDetails, form: Form, missing: list[str]) -> Path | None:
    """The path of the missing key that this unknown key was meant to be."""
    if each["type"] != "extra_forbidden":
        return None
    near = _near_key(str(each["loc"][-1]), form.nearest(each["loc"][:-1]), missing)
    return (*each["loc"][:-1], near["near"]) if near else None


def _near_key(written: str, parent: Spot, missing: list[str]) -> dict[str, Value]:
    if near := nearest_of(written, missing):
        return near
    present = {entry.key.written for entry in parent.node.entries}  # type: ignore[union-attr]
    free = [name for name in fields_of(parent.expects) if name not in present]
    return nearest_of(written, free)


def _translate(each: ErrorDetails, form: Form, missing: list[str]) -> Iterator[Finding]:
    kind, path = each["type"], each["loc"]
    if kind == "extra_forbidden":
        yield _unknown_key(path, form, missing)
    elif kind == "missing" and not is_pair(form.nearest(path).expects):
        parent = form.nearest(path)
        fault = Fault("missing-key", _key_mark(parent), {"written": str(path[-1])})
        yield Finding(fault, parent.trail)
    elif path and path[-1] == "[key]":
        yield from _key_finding(each, form)
    else:
        spot = form.nearest(path)
        yield Finding(_value_fault(each, spot), spot.trail)


def _unknown_key(path: Path, form: Form, missing: list[str]) -> Finding:
    parent = form.nearest(path[:-1])
    written = str(path[-1])
    assert isinstance(parent.node, Table)
    entry = next(entry for entry in parent.node.entries if entry.key.written == written)
    params: dict[str, Value] = {
        "written": written,
        "known": listed(list(fields_of(parent.expects))),
        **_near_key(written, parent, missing),
    }
    fault = Fault("unknown-key", entry.key.mark, params)
    return Finding(fault, (*parent.trail, id(entry.node)))


def _key_finding(each: ErrorDetails, form: Form) -> Iterator[Finding]:
    spot = form.nearest(each["loc"][:-1])
    if spot.key is None:
        return
    written = spot.key.written
    if each["type"] == "literal_error":
        words = [word.strip("' ") for word in re.split(r",| or ", each["ctx"]["expected"])]
        fault = _unknown_word(written, spot.key.mark, _kind_of_key(spot), words)
    else:
        fault = _bad_id(written, spot.key.mark)
    yield Finding(fault, spot.trail)


def _kind_of_key(spot: Spot) -> str:
    return "pattern" if spot.field == "if_you_see" else "reflection-option"


def _key_mark(spot: Spot) -> Mark:
    if isinstance(spot.path[-1] if spot.path else None, int):
        return spot.node.mark
    return spot.key.mark if spot.key else START


_WORD_KINDS = {
    ("Scenario", "form"): "form",
    ("Scenario", "language"): "language",
    ("Party", "persona"): "persona",
    ("Move", "looks_like"): "stance",
    ("Played", "stance"): "stance",
    ("Reflection", "may_change"): "chapter",
    ("Condition", "outcome"): "outcome",
    ("Ritual", "opens"): "opening",
    ("Dropout", "then"): "dropout",
}


def _value_fault(each: ErrorDetails, spot: Spot) -> Fault:
    kind, node = each["type"], spot.node
    if kind == "value_error":
        return _own_fault(str(each["ctx"]["error"]), spot)
    if kind in ("greater_than_equal", "less_than_equal"):
        low, high = spot.span
        params: dict[str, Value] = {
            "written": _written(node),
            "lowest": low or 0,
            "highest": high or 0,
        }
        return Fault("out-of-range", node.mark, params)
    if kind in ("too_short", "too_long") and not is_pair(spot.expects):
        key = spot.key.written if spot.key else ""
        bound = {"lowest": spot.span[0] or 1, "highest": spot.span[1] or 0}
        code = "too-few" if kind == "too_short" else "too-many"
        return Fault(code, _key_mark(spot), {"written": key, **bound})
    if kind in ("string_pattern_mismatch", "string_too_long"):
        return _bad_id(_written(node), node.mark)
    if kind == "literal_error" and isinstance(node, Scalar) and isinstance(node.value, str):
        word = _WORD_KINDS.get((spot.owner.__name__, spot.field), "word")
        return _unknown_word(node.written, node.mark, word, list(words_of(spot.expects)))
    return wrong_value(spot)


def _own_fault(code: str, spot: Spot) -> Fault:
    """The faults that the schema's own validators name by code."""
    if code == "unknown-kind" and isinstance(spot.node, Table):
        kind = spot.node.get("kind")
        if isinstance(kind, Scalar):
            return _unknown_word(kind.written, kind.mark, "move-kind", list(KINDS))
    if code == "text-empty":
        key = spot.key.written if spot.key else ""
        return Fault("empty-value", spot.node.mark, {"written": key})
    return Fault(code, _key_mark(spot))


def wrong_value(spot: Spot) -> Fault:
    """What is wrong with a value that is not of the kind that belongs there."""
    node = spot.node
    expected = expected_word(spot)
    if not isinstance(node, Scalar):
        found = "list" if isinstance(node, Items) else "table"
        return Fault("wrong-type", node.mark, {"expected": expected, "found": found})
    params: dict[str, Value] = {"written": node.written}
    if examples := _DURATIONS.get((spot.owner, spot.field)):
        return Fault("bad-duration", node.mark, {**params, "examples": examples})
    if expected == "number":
        return _not_a_number(node, params)
    if expected == "yes-no" or (spot.expects is Negotiable):
        return Fault("not-yes-or-no", node.mark, params)
    if expected in ("plain-text", "text"):
        if isinstance(node.value, bool):
            return Fault("boolean-by-accident", node.mark, params)
        if isinstance(node.value, int | float):
            return Fault("number-as-text", node.mark, params)
        if spot.expects is Text:
            return Fault("language-unnamed", node.mark)
    return Fault("wrong-type", node.mark, {"expected": expected, "found": _found(node)})


def _not_a_number(node: Scalar, params: dict[str, Value]) -> Fault:
    if isinstance(node.value, float):
        return Fault("not-whole", node.mark, {**params, "nearest": round(node.value)})
    if isinstance(node.value, bool):
        return Fault("not-a-number", node.mark, params)
    if _NUMBER.fullmatch(node.written):
        return Fault("quoted-number", node.mark, params)
    clock = node.plain and _CLOCK.fullmatch(node.written)
    return Fault("clock-as-number" if clock else "not-a-number", node.mark, params)


def expected_word(spot: Spot) -> str:
    """What belongs there, as a word of the catalogue."""
    expects = spot.expects
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


def _found(node: Scalar) -> str:
    if isinstance(node.value, bool):
        return "yes-no"
    if node.value is None:
        return "nothing"
    return "text" if isinstance(node.value, str) else "number"


def _written(node: Node) -> str:
    return node.written if isinstance(node, Scalar) else "…"


def _unknown_word(written: str, mark: Mark, kind: str, words: list[str]) -> Fault:
    params: dict[str, Value] = {"written": written, "kind": kind, "known": listed(words)}
    return Fault("unknown-word", mark, {**params, **nearest_of(written, words)})


def _bad_id(written: str, mark: Mark) -> Fault:
    lowered = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")
    fixed = lowered.lstrip("0123456789-")[:40].rstrip("-") or "een-naam"
    return Fault("bad-id", mark, {"written": written, "fixed": fixed})


def written_findings(spots: list[Spot], language: Language | None) -> Iterator[Finding]:
    """What the schema takes for good and an author would not: durations, languages, times."""
    yield from _language_findings(spots, language)
    for spot in spots:
        if (fault := _spot_fault(spot)) is not None:
            yield Finding(fault, spot.trail)


def _spot_fault(spot: Spot) -> Fault | None:
    node = spot.node
    if isinstance(node, Table):
        return _bound_fault(node) if spot.expects is Bound else None
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        return None
    if (examples := _DURATIONS.get((spot.owner, spot.field))) and not _is_time(spot, node.written):
        return Fault("bad-duration", node.mark, {"written": node.written, "examples": examples})
    if spot.expects in (str, Text) and node.plain and _CLOCK.fullmatch(node.written):
        return Fault("clock-as-text", node.mark, {"written": node.written})
    return None


_DURATIONS: dict[tuple[Any, str], str] = {
    (Occasion, "after"): "2 years, 6 months, 3 rounds",
    (Script, "round_lasts"): "3 months, 1 year",
    (Timer, "soft"): "4 min, 90 s",
    (Timer, "hard"): "6 min, 90 s",
    (Dropout, "grace"): "45 s, 2 min",
}


def _is_time(spot: Spot, written: str) -> bool:
    if spot.owner is Occasion:
        return is_duration(written)
    if spot.owner is Script:
        return is_duration(written, ("month", "year"))
    return _TIME.fullmatch(written) is not None


def _bound_fault(table: Table) -> Fault | None:
    """A bound that no number can meet."""
    numbers = {
        entry.key.written: entry.node.value
        for entry in table.entries
        if isinstance(entry.node, Scalar) and type(entry.node.value) is int
    }
    lows = [int(numbers.get("at_least", -(10**9))), int(numbers.get("above", -(10**9))) + 1]
    highs = [int(numbers.get("at_most", 10**9)), int(numbers.get("below", 10**9)) - 1]
    return Fault("bound-never", table.mark) if max(lows) > min(highs) else None


def _language_findings(spots: list[Spot], language: Language | None) -> Iterator[Finding]:
    needed: tuple[Language, ...] = (language,) if language else ("nl", "en")
    texts = [spot for spot in spots if spot.expects is Text and isinstance(spot.node, Table)]
    for tongue in needed:
        without = [s for s in texts if isinstance(s.node, Table) and s.node.get(tongue) is None]
        # When not one text has the language, that is one mistake: say it once.
        shown = without[:1] if len(without) == len(texts) else without
        for spot in shown:
            other = "en" if tongue == "nl" else "nl"
            params = {"written": tongue, "tongue": f"tongue-{tongue}", "other": other}
            yield Finding(Fault("missing-language", _key_mark(spot), params), spot.trail)
