"""What libyaml stumbled over, in the words of the catalogue."""

import re

import yaml

from engine.scenario.problems import Value

Place = tuple[str, int, int, dict[str, Value]]  # code, line and column from 1, parameters

# 's avonds, 't is, 'n beetje: an apostrophe, and not the beginning of a quotation.
_ELISION = re.compile(r"'(s|t|n|k|m|r)\b", re.IGNORECASE)
_CLOSED_QUOTE = re.compile(r"""["']\s*$""")


def explain_fault(error: yaml.YAMLError, text: str, quote: tuple[int, int] | None) -> Place:
    """The code, place and parameters for a fault of libyaml's.

    quote: where the text begins that was read last, line and column from 1, if it is quoted.
    """
    place = _explain(error, text)
    if place[0] == "text-after-quote" and quote is not None:
        line, column = quote
        opening = text.split("\n")[line - 1][column - 1 :]
        if line < place[1] or _ELISION.match(opening):
            return ("quote-not-closed", line, column, {})
    return place


def _explain(error: yaml.YAMLError, text: str) -> Place:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return ("yaml-syntax", 1, 1, {})
    lines = text.split("\n")
    line, column = error.problem_mark.line, error.problem_mark.column
    problem, context = str(error.problem), str(error.context)
    here = lines[line] if line < len(lines) else ""
    if "tab character" in problem or here[column : column + 1] == "\t":
        return ("tab-indentation", line + 1, len(here) - len(here.lstrip()) or 1, {})
    if "cannot start any token" in problem:
        return ("odd-first-character", line + 1, column + 1, {"written": here[column]})
    if "anchor" in context or "alias" in context:
        start = _context_place(error, line, column)
        return ("odd-first-character", *start, {"written": "&" if "anchor" in context else "*"})
    if "quoted scalar" in context and "end of stream" in problem:
        return ("quote-not-closed", *_context_place(error, line, column), {})
    if "mapping values are not allowed" in problem:
        return _second_colon(lines, line, column)
    if "flow" in context:
        return _in_brackets(error, here, line, column)
    if "did not find expected key" in problem:
        return _no_key(lines, here, line, column)
    if "expected '-'" in problem:
        return ("indentation", line + 1, column + 1, {})
    if "could not find expected ':'" in problem:
        return ("yaml-syntax", *_context_place(error, line, column), {})
    return ("yaml-syntax", line + 1, column + 1, {})


def _context_place(error: yaml.MarkedYAMLError, line: int, column: int) -> tuple[int, int]:
    mark = error.context_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (line + 1, column + 1)


def _second_colon(lines: list[str], line: int, column: int) -> Place:
    before = lines[line][:column]
    if ": " in before:
        return ("colon-in-text", line + 1, column + 1, {})
    # `a: 1` with a deeper `b: 2` below it: the line itself is in the wrong place.
    return ("indentation", line + 1, len(before) - len(before.lstrip()) + 1, {})


def _in_brackets(error: yaml.MarkedYAMLError, here: str, line: int, column: int) -> Place:
    if _CLOSED_QUOTE.search(here[:column]):
        return ("text-after-quote", line + 1, column + 1, {})
    opened = _context_place(error, line, column)
    if here[column : column + 1] == ":" and opened[0] == line + 1:
        return ("colon-in-text", line + 1, column + 1, {})
    return ("bracket-not-closed", *opened, {})


def _no_key(lines: list[str], here: str, line: int, column: int) -> Place:
    before = here[:column]
    if _CLOSED_QUOTE.search(before):
        return ("text-after-quote", line + 1, column + 1, {})
    if before.strip() and re.search(r"(^|\s)[*]\S+\s*$", before):
        place = before.rindex("*") + 1
        return ("odd-first-character", line + 1, place, {"written": "*"})
    if not before.strip():
        return ("indentation", line + 1, column + 1, {})
    return ("yaml-syntax", line + 1, column + 1, {})
