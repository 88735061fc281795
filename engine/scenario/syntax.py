"""What libyaml stumbled over, in the words of the catalogue."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import yaml

from engine.scenario.problems import Mark, Problem, Value

MAX_DEPTH = 30
# 's avonds, 't is, 'n beetje: an apostrophe, and not the beginning of a quotation.
_ELISION = re.compile(r"'(s|t|n|k|m|r)\b", re.IGNORECASE)
_CLOSED_QUOTE = re.compile(r"""["']\s*$""")
_STARRED = re.compile(r"(^|\s)[*]\S+\s*$")


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
    lines = text.split("\n")
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
    here = lines[line] if line < len(lines) else ""
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
        return _second_colon(here, line, column)
    if "flow" in context:
        return _in_brackets(error, here, line, column)
    if "did not find expected key" in problem:
        return _no_key(here, line, column)
    if "expected '-'" in problem:
        return _Stop("indentation", line, column)
    if "could not find expected ':'" in problem:
        return _Stop("yaml-syntax", *_began(error))
    return _Stop("yaml-syntax", line, column)


def _began(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Where the part in which reading stopped began."""
    mark = error.context_mark or error.problem_mark
    assert mark is not None
    return mark.line, mark.column


def _second_colon(here: str, line: int, column: int) -> _Stop:
    before = here[:column]
    if ": " in before:
        return _Stop("colon-in-text", line, column)
    # `a: 1` with a deeper `b: 2` below it: the line itself is in the wrong place.
    return _Stop("indentation", line, len(before) - len(before.lstrip()))


def _in_brackets(error: yaml.MarkedYAMLError, here: str, line: int, column: int) -> _Stop:
    if _CLOSED_QUOTE.search(here[:column]):
        return _Stop("text-after-quote", line, column)
    opened = _began(error)
    if here[column : column + 1] == ":" and opened[0] == line:
        return _Stop("colon-in-text", line, column)
    return _Stop("bracket-not-closed", *opened)


def _no_key(here: str, line: int, column: int) -> _Stop:
    before = here[:column]
    if _CLOSED_QUOTE.search(before):
        return _Stop("text-after-quote", line, column)
    if not before.strip():
        return _Stop("indentation", line, column)
    if _STARRED.search(before):
        return _Stop("odd-first-character", line, before.rindex("*"), {"written": "*"})
    return _Stop("yaml-syntax", line, column)
