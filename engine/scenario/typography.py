"""What word processors and web pages leave in a text file: characters that only look right."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.scenario.characters import HIDDEN, hidden_in, name_of
from engine.scenario.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from engine.scenario.problems import Mark, Problem
from engine.scenario.suggestions import listed
from engine.scenario.syntax import parted

NBSP = "\u00a0"
_INDENTED_BY_NBSP = re.compile(rf"[ \t]*({NBSP})")
_NBSP_AFTER_KEY = re.compile(rf"[ \t]*(?:- )?[A-Za-z][\w-]*[ ]?:({NBSP})")
_INDENTED_BY_TAB = re.compile(r" *(\t)[ \t]*\S")
# What a word processor makes of a hyphen at the head of a line, and a hyphen without its space.
_LIST_MARK = re.compile(r"( *)([–—−•·▪●‣]|[*](?= )|-(?=[A-Za-z{\[“]))\s*")
_OPENS_BLOCK = re.compile(r".*:\s*(#.*)?$")
_GLUED = re.compile(r"([A-Za-z_][\w-]*):(\S.*)")
_CUT_BY_HASH = re.compile(r"\s+#\w")
_CLOSERS = {"“": "”", "”": "”", "„": "”“", "‟": "”", "‘": "’", "’": "’", "«": "»", "″": "″"}
_QUOTES = "".join(_CLOSERS) + "»"
_ELISION = re.compile(r"[‘’](s|t|n|k|m|r|em|ie|zelf)\b", re.IGNORECASE)
# How a text in double quotation marks can spell a character: \e, \x1b, \u202e.
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_ESCAPED = {
    "0": "\x00", "a": "\x07", "b": "\x08", "v": "\x0b", "f": "\x0c", "r": "\x0d", "e": "\x1b",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


LOST = "\ufffd"


class Unfit(NamedTuple):
    """A problem, unless already reported, and the node that can't be checked because of it."""

    problem: Problem | None
    node: Node | None


def hidden_problems(lines: list[str]) -> Iterator[Problem]:
    """The invisible characters in a file that do not belong in a text."""
    for number, line in enumerate(lines, start=1):
        for found in hidden_in(line):
            yield _hidden(found[0], Mark(number, found.start() + 1))


def without_hidden(text: str) -> str:
    """The text with a mark for each of these, so that the places stay right."""
    places = {found.start() for found in hidden_in(text)}
    return "".join(LOST if at in places else letter for at, letter in enumerate(text))


def _hidden(character: str, mark: Mark) -> Problem:
    return Problem("invisible-character", mark, {"character": name_of(character)})


def layout_problems(lines: list[str], scalars: list[ScalarNode]) -> Iterator[Problem]:
    """Tabs and non-breaking spaces used as layout, outside texts of several lines."""
    inside = _inside_texts(scalars)
    for number, line in enumerate(lines, start=1):
        if number in inside:
            continue
        if found := _INDENTED_BY_TAB.match(line):
            yield Problem("tab-indentation", Mark(number, found.start(1) + 1))
        if found := _INDENTED_BY_NBSP.match(line) or _NBSP_AFTER_KEY.match(line):
            yield Problem("non-breaking-space", Mark(number, found.start(1) + 1))


class ListMarks(NamedTuple):
    """The lines, from 0, of items that begin with something else than a hyphen and a space.

    problems: one for each list.
    """

    lines: tuple[int, ...]
    problems: tuple[Problem, ...]


def list_marks(lines: list[str], scalars: list[ScalarNode]) -> ListMarks:
    """Items of a list that begin with what a word processor makes of a hyphen."""
    inside, found, problems = _inside_texts(scalars), [], []
    column: int | None = None  # where the items of the list above begin
    is_told, above = False, ""
    for number, line in enumerate(lines, start=1):
        indent = len(line) - len(line.lstrip(" "))
        if number in inside or not line.strip() or line.startswith("#", indent):
            continue
        if column is not None and indent < column:
            column, is_told = None, False
        mark = _LIST_MARK.match(line)
        if mark and (indent == column or _OPENS_BLOCK.match(above)):
            if indent != column or not is_told:
                problems.append(
                    Problem("list-mark", Mark(number, indent + 1), {"written": mark[2]})
                )
            column, is_told = indent, True
            found.append(number - 1)
        elif line.startswith("- ", indent):
            column = indent
        above = line
    return ListMarks(tuple(found), tuple(problems))


def with_hyphens(lines: list[str], marked: tuple[int, ...]) -> list[str]:
    """The lines as if the author had begun these items with a hyphen and a space."""
    plain = list(lines)
    for at in marked:
        plain[at] = _LIST_MARK.sub(r"\1- ", plain[at], count=1)
    return plain


def with_plain_spaces(lines: list[str], layout: list[Problem]) -> list[str]:
    """The lines as if the author had typed plain spaces in the faulty ones."""
    plain = list(lines)
    for problem in layout:
        if problem.code == "non-breaking-space":
            at = problem.line - 1
            plain[at] = plain[at].replace(NBSP, " ")
    return plain


def _inside_texts(scalars: list[ScalarNode]) -> set[int]:
    return {
        line
        for scalar in scalars
        if not scalar.plain
        for line in range(scalar.mark.line + 1, scalar.end.line + (scalar.end.column > 1))
    }


def node_problems(node: Node, lines: list[str], key: ScalarNode | None = None) -> Iterator[Unfit]:
    """Problems with values and keys that can be found without knowing the format."""
    if isinstance(node, ScalarNode):
        yield from _value_problems(node, lines, key)
    elif isinstance(node, MappingNode):
        yield from _mapping_problems(node, lines)
    else:
        yield from _list_problems(node, lines, key)


def _list_problems(node: SequenceNode, lines: list[str], key: ScalarNode | None) -> Iterator[Unfit]:
    """The items, with those together that a comma in curly quotes has parted."""
    closes_at = 0
    for at, item in enumerate(node.items):
        if at < closes_at:
            continue
        closes_at = _closes_at(node.items, at)
        if closes_at:
            straight = _in_straight_quotes(item, lines)
            yield Unfit(Problem("smart-quotes", item.mark, {"straight": straight}), node)
        else:
            yield from node_problems(item, lines, key)


def _closes_at(items: tuple[Node, ...], at: int) -> int:
    """After which item the curly quotes close that an item opens; 0 if it opens none."""
    first = items[at]
    if not isinstance(first, ScalarNode) or not is_in_smart_quotes(first):
        return 0
    closers = _CLOSERS[first.written[0]]
    if first.written[-1] in closers and len(first.written) > 1:
        return 0
    for later in range(at + 1, len(items)):
        item = items[later]
        if not isinstance(item, ScalarNode) or is_in_smart_quotes(item):
            return 0
        if item.written[-1:] and item.written[-1] in closers:
            return later + 1
    return 0


def _in_straight_quotes(node: Node, lines: list[str]) -> str:
    """The whole text that stands in curly quotes there, as it is written with straight ones."""
    rest = lines[node.mark.line - 1][node.mark.column - 1 :]
    closers = _CLOSERS.get(rest[:1], "")
    ends = [at for at, letter in enumerate(rest) if at and letter in closers]
    return f'"{rest[1 : ends[0]]}"' if ends else '"…"'


def _mapping_problems(mapping: MappingNode, lines: list[str]) -> Iterator[Unfit]:
    if mapping.flow and mapping.entries and all(map(_is_bare, mapping.entries)):
        yield Unfit(_list_in_braces(mapping), mapping)
        return
    glued = [entry for entry in mapping.entries if mapping.flow and _is_glued(entry)]
    for entry in glued:
        name, value = _GLUED.fullmatch(entry.key.written).groups()  # type: ignore[union-attr]
        yield Unfit(Problem("colon-and-space", entry.key.mark, parted(name, value)), mapping)
    cut = None if glued else _cut_entry(mapping)
    opened = next((entry.node for entry in mapping.entries if is_in_smart_quotes(entry.node)), None)
    for entry in mapping.entries:
        is_part = cut is not None and (entry.node is opened or _is_bare(entry))
        if not is_part and entry not in glued:
            yield from _key_problems(entry, lines)
            yield from node_problems(entry.node, lines, entry.key)
    if cut is not None:
        yield Unfit(_cut_problem(mapping, cut, opened, lines), mapping)


def _is_bare(entry: Entry) -> bool:
    """Whether there is only a name, without even a colon."""
    value = entry.node
    empty = isinstance(value, ScalarNode) and value.plain and value.written == ""
    return empty and value.mark == entry.key.end


def _is_glued(entry: Entry) -> bool:
    return _is_bare(entry) and entry.key.plain and _GLUED.fullmatch(entry.key.written) is not None


def _list_in_braces(mapping: MappingNode) -> Problem:
    """Names in braces without values: glued to them, or a list."""
    first = mapping.entries[0]
    if _is_glued(first):
        name, value = _GLUED.fullmatch(first.key.written).groups()  # type: ignore[union-attr]
        return Problem("colon-and-space", first.key.mark, parted(name, value))
    names = listed(entry.key.written for entry in mapping.entries)
    return Problem("list-in-braces", mapping.mark, {"fixed": f"[{names}]"})


def _cut_problem(
    mapping: MappingNode, cut: Entry, opened: Node | None, lines: list[str]
) -> Problem:
    # Curly quotes around a text with a comma: the quotes are the mistake, not the comma.
    if opened is not None:
        straight = _in_straight_quotes(opened, lines)
        return Problem("smart-quotes", opened.mark, {"straight": straight})
    before = mapping.entries[mapping.entries.index(cut) - 1].node
    if isinstance(before, ScalarNode) and type(before.value) is int and cut.key.written.isdigit():
        written = f"{before.written},{cut.key.written}"
        nearest = round(float(written.replace(",", ".")))
        return Problem("not-whole", before.mark, {"written": written, "nearest": nearest})
    return Problem("text-cut-by-comma", cut.key.mark)


def _cut_entry(mapping: MappingNode) -> Entry | None:
    """The first part of `{nl: Kom, ga zitten}` that is only there because of the comma."""
    if not mapping.flow:
        return None
    return next((entry for entry in mapping.entries[1:] if _is_bare(entry)), None)


def _key_problems(entry: Entry, lines: list[str]) -> Iterator[Unfit]:
    key, written = entry.key, entry.key.written
    if any(hidden_in(written)):
        yield Unfit(None, entry.node)
        yield from (Unfit(problem, None) for problem in _spelt_out(key, lines))
    elif key.plain and NBSP in written:
        at = key.mark.column + written.index(NBSP)
        yield Unfit(Problem("non-breaking-space", Mark(key.mark.line, at)), entry.node)
    elif key.plain and written[:1] in _CLOSERS:
        straight = written.strip(_QUOTES)
        yield Unfit(Problem("smart-quotes", key.mark, {"straight": straight}), entry.node)


def _value_problems(value: ScalarNode, lines: list[str], key: ScalarNode | None) -> Iterator[Unfit]:
    is_text = isinstance(value.value, str)
    if any(hidden_in(value.written)):
        yield Unfit(None, value)
        yield from (Unfit(problem, None) for problem in _spelt_out(value, lines))
    elif not value.plain:
        if not value.written.strip() and key is not None:
            yield Unfit(Problem("empty-value", value.mark, {"written": key.written}), value)
    elif value.value is None:
        mark, written = (key.mark, key.written) if key else (value.mark, "-")
        yield Unfit(Problem("empty-value", mark, {"written": written}), value)
    elif value.written.startswith(NBSP):
        yield Unfit(Problem("non-breaking-space", value.mark), value)
    elif is_in_smart_quotes(value):
        inner = f'"{value.written.strip(_QUOTES)}"'
        yield Unfit(Problem("smart-quotes", value.mark, {"straight": inner}), value)
    elif _CUT_BY_HASH.match(lines[value.end.line - 1], value.end.column - 1):
        # Of `On #the crates` only "On" is left, which means yes.
        yield Unfit(Problem("text-cut-by-hash", value.end), None if is_text else value)


def _spelt_out(scalar: ScalarNode, lines: list[str]) -> Iterator[Problem]:
    """The characters that can't be seen and that a text spells as \\e or \\u202e."""
    for number in range(scalar.mark.line, scalar.end.line + 1):
        start = scalar.mark.column - 1 if number == scalar.mark.line else 0
        line = lines[number - 1]
        end = scalar.end.column - 1 if number == scalar.end.line else len(line)
        for found in _ESCAPE.finditer(line, start, end):
            character = _character_of(found[0][1:])
            if HIDDEN.match(character):
                yield _hidden(character, Mark(number, found.start() + 1))


def _character_of(escape: str) -> str:
    return chr(int(escape[1:], 16)) if len(escape) > 1 else _ESCAPED.get(escape, " ")


def is_in_smart_quotes(node: Node) -> bool:
    """Whether curly quotes stand around the whole value, or open it and never close."""
    if not isinstance(node, ScalarNode) or not node.plain or node.written[:1] not in _CLOSERS:
        return False
    text = node.written
    closers = _CLOSERS[text[0]]
    if _ELISION.match(text) and text[-1] not in closers:
        return False
    inner = [at for at, character in enumerate(text) if at and character in closers]
    if text[0] == "’":
        return bool(inner) and inner[-1] == len(text) - 1
    return not inner or inner == [len(text) - 1]
