"""What libyaml stumbled over, in the words of the catalogue."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import yaml

from engine.scenario.problems import Mark, Problem, Value
from engine.scenario.schema import Part
from engine.scenario.schema_walk import fields_of

MAX_DEPTH = 30
# 's avonds, 't is, 'n beetje: an apostrophe, and not the beginning of a quotation.
_ELISION = re.compile(r"'(s|t|n|k|m|r)\b", re.IGNORECASE)
_CLOSED_QUOTE = re.compile(r"""["']\s*$""")
_STARRED = re.compile(r"(^|\s)[*]\S+\s*$")
# `persona:pressed`, `rounds = 2`: a name and a value without a colon and a space between them.
_RUN_TOGETHER = re.compile(r"(?:- +)?([A-Za-z_][\w-]*)(?::|\s*[=：]\s*|\s+:)(\S.*)")
_NAMED_ITEM = re.compile(r"- +[A-Za-z][\w-]*: *$")
_NAME_ALONE = re.compile(r"[A-Za-z][\w-]*: *$")
_LONGEST_FIX = 60  # what still reads well in a repair
_NAME_AT_END = re.compile(r"([A-Za-z_][\w-]*)\s*$")
_NAME_IN_BRACES = re.compile(r"[{,]\s*([A-Za-z_][\w-]*):")
_LANGUAGES = frozenset({"nl", "en"})
_HASH = re.compile(r"\s#")
_CLOSING = {"{": "}", "[": "]"}


class _Stop(NamedTuple):
    """Where reading stopped, line and column from 0, and why."""

    code: str
    line: int
    column: int
    params: Mapping[str, Value] = {}


def explain_stop(
    error: yaml.YAMLError, text: str, quote: Mark | None, lines_before: int = 0
) -> Problem:
    """Why libyaml stopped reading a text.

    quote: where the text begins that was read last, if it is quoted. lines_before: the lines of
    the file that come before this text.
    """
    lines = [*text.split("\n"), ""]  # reading can stop after the last line
    stop = _explain(error, lines)
    if stop.code == "text-after-quote" and quote is not None:
        line, column = quote.line - 1 - lines_before, quote.column - 1
        if line < stop.line or _ELISION.match(lines[line], column):
            stop = _Stop("quote-not-closed", line, column)
    return Problem(stop.code, Mark(lines_before + stop.line + 1, stop.column + 1), stop.params)


def _explain(error: yaml.YAMLError, lines: list[str]) -> _Stop:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _Stop("yaml-syntax", 0, 0)
    line, column = error.problem_mark.line, error.problem_mark.column
    problem, context = str(error.problem), str(error.context)
    here = lines[line]
    at = here[column : column + 1]
    if "maximum nesting depth" in problem:  # set by libyaml, which reads ahead of us
        return _Stop("too-deep", line, column, {"limit": MAX_DEPTH})
    if "tab character" in problem or at == "\t":
        return _Stop("tab-indentation", line, max(len(here) - len(here.lstrip()) - 1, 0))
    if "cannot start any token" in problem:
        return _Stop("odd-first-character", line, column, {"written": at})
    if "anchor" in context or "alias" in context:
        sign = "&" if "anchor" in context else "*"
        return _Stop("odd-first-character", *_began(error), {"written": sign})
    if "quoted scalar" in context and "end of stream" in problem:
        return _Stop("quote-not-closed", *_began(error))
    if "mapping values are not allowed" in problem:
        return _second_colon(lines, line, column)
    if "flow" in context:
        return _in_brackets(error, lines, line, column)
    if "did not find expected key" in problem:
        return _no_key(lines, line, column)
    if "expected '-'" in problem:
        return _in_list(error, lines, line, column)
    if "could not find expected ':'" in problem:
        return _no_colon(lines, *_began(error))
    return _Stop("yaml-syntax", line, column)


def _began(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Where the part in which reading stopped began."""
    mark = error.context_mark or error.problem_mark
    assert mark is not None
    return mark.line, mark.column


def _second_colon(lines: list[str], line: int, column: int) -> _Stop:
    before = lines[line][:column]
    if ": " in before:
        return _Stop("colon-in-text", line, column)
    above = _above(lines, line)
    if above is not None and (together := run_together(lines[above])) is not None:
        return _Stop("colon-and-space", above, _name_in(lines[above]), together)
    # `a: 1` with a deeper `b: 2` below it: the line itself is in the wrong place.
    return _Stop("indentation", line, len(before) - len(before.lstrip()))


def _in_brackets(error: yaml.MarkedYAMLError, lines: list[str], line: int, column: int) -> _Stop:
    here = lines[line]
    if _CLOSED_QUOTE.search(here[:column]):
        return _Stop("text-after-quote", line, column)
    opened = _began(error)
    if (hidden := _hidden_by_hash(lines[opened[0]], opened[1])) is not None:
        return _Stop("hash-in-brackets", opened[0], hidden)
    if here[column : column + 1] == ":" and opened[0] == line:
        name = _NAME_AT_END.search(here, 0, column)
        if name is not None and _can_follow(name[1], here[opened[1] : name.start(1)]):
            return _Stop("missing-comma", line, name.start(1), {"written": name[1]})
        return _Stop("colon-in-text", line, column)
    return _Stop("bracket-not-closed", *opened)


def _can_follow(name: str, before: str) -> bool:
    """Whether that is a name which can still come in the braces, after what stands in them."""
    siblings = set(_NAME_IN_BRACES.findall(before))
    if siblings & _LANGUAGES:
        return name in _LANGUAGES - siblings
    return name in _names() - siblings


@cache
def _names() -> frozenset[str]:
    """Every name that the format has."""
    parts = [Part]
    for part in parts:
        parts += part.__subclasses__()
    return frozenset(name for part in parts for name in fields_of(part))


def _hidden_by_hash(line: str, opened: int) -> int | None:
    """Where a # begins that hides the closing bracket from the reader."""
    for found in _HASH.finditer(line, opened):
        is_quoted = line.count('"', opened, found.start()) % 2 == 1
        if not is_quoted:
            return (
                found.end() - 1 if _CLOSING.get(line[opened], " ") in line[found.end() :] else None
            )
    return None


def _no_key(lines: list[str], line: int, column: int) -> _Stop:
    here = lines[line]
    before = here[:column]
    if here[column : column + 1] in ("}", "]"):
        return _Stop("bracket-too-many", line, column, {"written": here[column]})
    if _CLOSED_QUOTE.search(before):
        return _Stop("text-after-quote", line, column)
    if not before.strip():
        return _dash_or_indentation(lines, line, column)
    if _STARRED.search(before):
        return _Stop("odd-first-character", line, before.rindex("*"), {"written": "*"})
    return _Stop("yaml-syntax", line, column)


def _dash_or_indentation(lines: list[str], line: int, column: int) -> _Stop:
    """An item of a list where none began: the one above has no dash, or this is out of line."""
    above = _above(lines, line)
    if lines[line].startswith("- ", column) and above is not None:
        first = lines[above]
        if _indent(first) == column and not first.startswith("- ", column):
            return _Stop("missing-dash", above, column)
    return _Stop("indentation", line, column)


def _in_list(error: yaml.MarkedYAMLError, lines: list[str], line: int, column: int) -> _Stop:
    """Something in a list that is no item of it, or a list that should have been a block."""
    if lines[line][column : column + 1] in ("}", "]"):
        return _Stop("bracket-too-many", line, column, {"written": lines[line][column]})
    began = _began(error)
    if _NAMED_ITEM.match(lines[began[0]], began[1]) and _NAME_ALONE.match(lines[line], column):
        return _Stop("dash-not-here", *began)
    if column == _began(error)[1] and lines[line][column:].strip():
        return _Stop("missing-dash", line, column)
    return _Stop("indentation", line, column)


def _no_colon(lines: list[str], line: int, column: int) -> _Stop:
    """A line that should be a name and a value, or an item of a list, and is neither."""
    if (together := run_together(lines[line])) is not None:
        return _Stop("colon-and-space", line, _name_in(lines[line]), together)
    above = _above(lines, line)
    if above is not None and _begins_item_at(lines[above], column):
        return _Stop("missing-dash", line, column)
    return _Stop("yaml-syntax", line, column)


def _begins_item_at(line: str, column: int) -> bool:
    return _indent(line) == column and line.startswith("- ", column)


def run_together(line: str) -> Mapping[str, Value] | None:
    """The name and value of a line that has no colon and space between them; None if it has."""
    found = _RUN_TOGETHER.fullmatch(line.strip())
    return None if found is None else parted(found[1], found[2])


def parted(name: str, value: str) -> Mapping[str, Value]:
    """What to say of a name and a value that have run together, and how they are written."""
    shown = value if len(value) <= _LONGEST_FIX else "…"
    return {"written": name, "fixed": f"{name}: {shown}"}


def _above(lines: list[str], line: int) -> int | None:
    """The nearest line above that says something."""
    told = (at for at in range(line - 1, -1, -1) if _says_something(lines[at]))
    return next(told, None)


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _name_in(line: str) -> int:
    """Where the name is on a line that may begin an item of a list."""
    return len(line) - len(line.lstrip(" -"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
