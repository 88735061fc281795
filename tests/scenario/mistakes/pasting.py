"""An author who does what a repair says and nothing else: problem and text -> mended text.

It knows only what is printed: the place, and the words of the message and the repair.
"""

import re
from collections.abc import Callable, Iterator

from engine.scenario.problems import Problem

_NEAR = re.compile(r'Did you mean "([^"]+)"')
_TICKED = re.compile(r"Write `([^`]+)`")
_WRITE = re.compile(r"Write (\S+?)(?:, without| without|\.?$)")
_NEAREST = re.compile(r"the nearest is (\S+)\.$")
_SUCH_AS = re.compile(r"such as (\S+)\.$")
_STRAIGHT = re.compile(r'Write ("[^"]*"|\S+);')
_LIMIT = re.compile(r"Shorten it to (\d+) letters")
_NAME = re.compile(r"(?:(?<=[{,\s])|^)[A-Za-z][\w-]*: +")
_CLOSERS = "”“’»″"
_PAIRS = {"[": "]", "{": "}"}

Mend = Callable[[str, int, Problem], str]


def mended(text: str, problem: Problem) -> Iterator[str]:
    """The text as it can be once somebody has done what is said about that problem."""
    at = _offset(text, problem)
    ways = _WAYS.get(problem.code, (_by_words,))
    for way in ways:
        yield way(text, at, problem)


def _offset(text: str, problem: Problem) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: problem.line - 1]) + problem.column - 1


def _by_words(text: str, at: int, problem: Problem) -> str:
    """With what the repair gives in the place of what the message quotes."""
    repair, written = problem.repair("en"), str(problem.params.get("written", ""))
    for pattern in (_NEAR, _TICKED, _NEAREST, _SUCH_AS, _WRITE):
        if found := pattern.search(repair):
            return _in_place_of(text, at, written, found[1])
    return text


def _in_place_of(text: str, at: int, written: str, better: str) -> str:
    for quote in ("", '"', "'"):
        old = f"{quote}{written}{quote}"
        if text.startswith(old, at):
            return text[:at] + better + text[at + len(old) :]
    return text


def _line(text: str, at: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def _value_around(text: str, at: int) -> tuple[int, int]:
    """Where the text begins and ends that stands after a name on this line."""
    start, end = _line(text, at)
    names = [found for found in _NAME.finditer(text, start, end) if found.end() <= at]
    first = names[-1] if names else None
    # `public: Owns this: the van`: in a block the first name of the line is the only one.
    is_flow = first is not None and "{" in text[start : first.start()]
    if first is None:
        return start, end
    if not is_flow:
        own = next(_NAME.finditer(text, start, end))
        return own.end(), end
    after = re.compile(r", [A-Za-z_][\w-]*:( |$)|}").search(text, at, end)
    return first.end(), after.start() if after else end


def _quoted(text: str, at: int, problem: Problem) -> str:
    start, end = _value_around(text, at)
    return f'{text[:start]}"{text[start:end]}"{text[end:]}'


def _quoted_wider(text: str, at: int, problem: Problem) -> str:
    """The same where the colon itself made a name of what is text."""
    start, end = _line(text, at)
    names = [found for found in _NAME.finditer(text, start, end) if found.end() <= at]
    before = names[-2] if len(names) > 1 else names[-1] if names else None
    if before is None:
        return text
    after = re.compile(r", [A-Za-z_][\w-]*: |}").search(text, at, end)
    stop = after.start() if after else end
    return f'{text[: before.end()]}"{text[before.end() : stop]}"{text[stop:]}'


def _straightened(text: str, at: int, problem: Problem) -> str:
    found = _STRAIGHT.search(problem.repair("en"))
    if found is None:
        return text
    ends = [place for sign in _CLOSERS if (place := text.find(sign, at + 1)) > 0]
    return text[:at] + found[1] + text[min(ends) + 1 :] if ends else text


def _parted(text: str, at: int, problem: Problem) -> str:
    found = _TICKED.search(problem.repair("en"))
    old = re.compile(r"[\w-]+\s*[:=：]?\s*[^,}\n]*").match(text, at)
    return text if found is None or old is None else text[:at] + found[1] + text[old.end() :]


def _with_comma(text: str, at: int, problem: Problem) -> str:
    return text[:at].rstrip(" ;") + ", " + text[at:]


def _without_sign(text: str, at: int, problem: Problem) -> str:
    return text[:at] + text[at + 1 :]


def _without_hyphen(text: str, at: int, problem: Problem) -> str:
    return text[:at] + text[at + 2 :]


def _with_hyphen(text: str, at: int, problem: Problem) -> str:
    """A hyphen in front, and the rest of the same block as far in."""
    column = problem.column - 1
    head, *rest = text[at:].split("\n")
    moved = []
    while rest and rest[0].startswith(" " * column) and rest[0][column : column + 2] != "- ":
        moved.append("  " + rest.pop(0))
    return text[:at] + "\n".join(["- " + head, *moved, *rest])


def _with_both_hyphens(text: str, at: int, problem: Problem) -> str:
    """The hyphens on both lines that are named, and the rest of each item as far in."""
    column, other = problem.column - 1, int(problem.params["other_line"]) - 1
    lines = text.split("\n")
    for number in range(problem.line - 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) < column:
            break
        sign = "- " if number in (problem.line - 1, other) else "  "
        lines[number] = line[:column] + sign + line[column:]
    return "\n".join(lines)


def _in_brackets(text: str, at: int, problem: Problem) -> str:
    if text[at] != "{":
        return _with_hyphen(text, at, problem)
    end = _closing(text, at)
    return f"{text[:at]}[{text[at:end]}]{text[end:]}"


def _closing(text: str, at: int) -> int:
    depth = 0
    for place in range(at, len(text)):
        depth += (text[place] in _PAIRS) - (text[place] in _PAIRS.values())
        if depth == 0:
            return place + 1
    return len(text)


def _in_braces(text: str, at: int, problem: Problem) -> str:
    end = _closing(text, at)
    return f"{text[:at]}{{{text[at + 1 : end - 1]}}}{text[end:]}"


def _fixed_value(text: str, at: int, problem: Problem) -> str:
    found = _TICKED.search(problem.repair("en"))
    if found is None:
        return text
    end = _closing(text, at) if text[at] in _PAIRS else _value_around(text, at)[1]
    if text[at] not in _PAIRS and (close := re.compile(r"[}\n]").search(text, at)):
        written = str(problem.params["written"])
        end = at + len(written) + 2 * (text[at] in "\"'") if written else close.start()
    return text[:at] + found[1] + text[end:]


def _with_hyphens(text: str, at: int, problem: Problem) -> str:
    sign = str(problem.params["written"])
    lines, column = text.split("\n"), problem.column - 1
    for number in range(problem.line - 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) < column:
            break
        if line.startswith(sign, column):
            lines[number] = line[:column] + "- " + line[column + len(sign) :].lstrip()
    return "\n".join(lines)


def _with_spaces(text: str, at: int, problem: Problem) -> str:
    start, end = _line(text, at)
    above = text[:start].rstrip("\n").rsplit("\n", 1)[-1]
    indent = len(above) - len(above.lstrip()) + 2 * above.endswith(":")
    return text[:start] + " " * indent + text[start:end].lstrip("\t ") + text[end:]


def _with_plain_space(text: str, at: int, problem: Problem) -> str:
    start, end = _line(text, at)
    return text[:start] + text[start:end].replace("\u00a0", " ") + text[end:]


def _closed(text: str, at: int, problem: Problem) -> str:
    _, end = _line(text, at)
    return text[:end] + _PAIRS.get(text[at], "") + text[end:]


def _without_line(text: str, at: int, problem: Problem) -> str:
    start, end = _line(text, at)
    return text[:start] + text[end + 1 :]


def _without_item(text: str, at: int, problem: Problem) -> str:
    written = str(problem.params["written"])
    return text[:at].rstrip(", ") + text[at + len(written) :]


def _shortened(text: str, at: int, problem: Problem) -> str:
    found = _LIMIT.search(problem.repair("en"))
    if found is None:
        return text
    written = int(problem.params["written"])
    return text[: at + int(found[1])] + text[at + written :]


def _in_quotes(text: str, at: int, problem: Problem) -> str:
    written = str(problem.params["written"])
    return text[:at] + f'"{written}"' + text[at + len(written) :]


def _without_letters(text: str, at: int, problem: Problem) -> str:
    """Leave it out: the signs that the message names, and the space before them."""
    end = at
    while ord(text[end]) > 0x2FFF or text[end] in "\u2764\ufe0f\u200d":
        end += 1
    return text[:at].rstrip(" ") + text[end:]


def _indented_alike(text: str, at: int, problem: Problem, by: int = 0) -> str:
    start, end = _line(text, at)
    return text[:start] + " " * by + text[start:end].lstrip() + text[end:]


def _indented(step: int) -> Mend:
    """The line as far in as the nearest name above it, or a step less or more."""

    def mend(text: str, at: int, problem: Problem) -> str:
        start, _ = _line(text, at)
        above = text[:start].rstrip("\n").rsplit("\n", 1)[-1]
        indent = max(0, len(above) - len(above.lstrip()) + step)
        return _indented_alike(text, at, problem, indent)

    return mend


_WAYS: dict[str, tuple[Mend, ...]] = {
    "text-cut-by-comma": (_quoted,),
    "colon-in-text": (_quoted, _quoted_wider),
    "text-cut-by-hash": (_quoted,),
    "hash-in-brackets": (_quoted,),
    "smart-quotes": (_straightened,),
    "colon-and-space": (_parted,),
    "missing-comma": (_with_comma,),
    "bracket-too-many": (_without_sign,),
    "bracket-not-closed": (_closed,),
    "invisible-character": (_without_sign,),
    "dash-not-here": (_without_hyphen,),
    "missing-dash": (_with_hyphen,),
    "items-without-hyphens": (_with_both_hyphens,),
    "block-for-list": (_in_brackets,),
    "list-for-block": (_in_braces,),
    "list-in-braces": (_fixed_value,),
    "list-without-brackets": (_fixed_value,),
    "bound-needed": (_fixed_value,),
    "list-mark": (_with_hyphens,),
    "tab-indentation": (_with_spaces,),
    "non-breaking-space": (_with_plain_space,),
    "duplicate-key": (_without_line,),
    "listed-twice": (_without_item,),
    "too-long-for-box": (_shortened,),
    "boolean-by-accident": (_in_quotes,),
    "number-as-text": (_in_quotes,),
    "clock-as-text": (_in_quotes,),
    "letter-not-drawn": (_without_letters,),
    "indentation": tuple(_indented(step) for step in (0, -2, 2, -4)),
}
