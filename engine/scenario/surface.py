"""What word processors and web pages leave behind in a text file: characters that look right."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.scenario.nodes import Entry, Fault, Mark, Node, Scalar, Table

NBSP = "\u00a0"
# libyaml counts the first three as line ends, editors do not; the others can't be seen.
_INVISIBLE = re.compile("[\u0085\u2028\u2029\u200b\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_INDENTED_BY_NBSP = re.compile(rf"[ \t]*({NBSP})")
_NBSP_AFTER_KEY = re.compile(rf"[ \t]*(?:- )?[A-Za-z][\w-]*[ ]?:({NBSP})")
_INDENTED_BY_TAB = re.compile(r" *(\t)[ \t]*\S")
_CLOSERS = {"“": "”", "”": "”", "„": "”“", "‟": "”", "‘": "’", "’": "’", "«": "»", "″": "″"}
_ELISION = re.compile(r"[‘’](s|t|n|k|m|r|em|ie|zelf)\b", re.IGNORECASE)


class Broken(NamedTuple):
    """A fault, and the node that can't be judged any further because of it."""

    fault: Fault
    node: Node | None


def invisible_faults(text: str) -> Iterator[Fault]:
    """The characters that can't be seen and do not belong in a text."""
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _INVISIBLE.finditer(line):
            written = f"U+{ord(found[0]):04X}"
            yield Fault(
                "invisible-character", Mark(number, found.start() + 1), {"written": written}
            )


def without_invisible(text: str) -> str:
    """The text with a space for each of those, so that the places stay right."""
    return _INVISIBLE.sub(" ", text)


def layout_faults(text: str, texts: list[Scalar]) -> list[Fault]:
    """Tabs and non-breaking spaces where layout is meant, outside texts of several lines."""
    inside = _inside_texts(texts)
    faults = []
    for number, line in enumerate(text.split("\n"), start=1):
        if number in inside:
            continue
        if found := _INDENTED_BY_TAB.match(line):
            faults.append(Fault("tab-indentation", Mark(number, found.start(1) + 1)))
        if found := _INDENTED_BY_NBSP.match(line) or _NBSP_AFTER_KEY.match(line):
            faults.append(Fault("non-breaking-space", Mark(number, found.start(1) + 1)))
    return faults


def with_plain_spaces(text: str, faults: list[Fault]) -> str:
    """The text as if the author had typed plain spaces in the faulty lines."""
    lines = text.split("\n")
    for fault in faults:
        if fault.code == "non-breaking-space":
            at = fault.mark.line - 1
            lines[at] = lines[at].replace(NBSP, " ")
    return "\n".join(lines)


def _inside_texts(texts: list[Scalar]) -> set[int]:
    return {
        line
        for text in texts
        if not text.plain
        for line in range(text.mark.line + 1, text.end.line + (text.end.column > 1))
    }


def tree_faults(node: Node, lines: list[str], key: Scalar | None = None) -> Iterator[Broken]:
    """What can be said of values and keys without knowing the format."""
    if isinstance(node, Scalar):
        yield from _value_faults(node, lines, key)
    elif isinstance(node, Table):
        yield from _table_faults(node, lines)
    else:
        for item in node.items:
            yield from tree_faults(item, lines, key)


def _table_faults(table: Table, lines: list[str]) -> Iterator[Broken]:
    cut = _cut_entry(table)
    opened = next((entry.node for entry in table.entries if is_in_smart_quotes(entry.node)), None)
    for entry in table.entries:
        if entry is not cut and (cut is None or entry.node is not opened):
            yield from _key_faults(entry)
            yield from tree_faults(entry.node, lines, entry.key)
    if cut is not None:
        # Curly quotes around a text with a comma: the quotes are the mistake, not the comma.
        fault = Fault("text-cut-by-comma", cut.key.mark)
        if opened is not None:
            fault = Fault("smart-quotes", opened.mark, {"straight": '"…"'})
        yield Broken(fault, table)


def _cut_entry(table: Table) -> Entry | None:
    """The first part of `{nl: Kom, ga zitten}` that is only there because of the comma."""
    if not table.flow:
        return None
    for entry in table.entries[1:]:
        value = entry.node
        empty = isinstance(value, Scalar) and value.plain and value.written == ""
        if empty and value.mark.column - entry.key.mark.column == len(entry.key.written):
            return entry
    return None


def _key_faults(entry: Entry) -> Iterator[Broken]:
    written = entry.key.written
    if entry.key.plain and NBSP in written:
        at = entry.key.mark.column + written.index(NBSP)
        yield Broken(Fault("non-breaking-space", Mark(entry.key.mark.line, at)), entry.node)
    elif entry.key.plain and written[:1] in _CLOSERS:
        straight = written.strip("".join(_CLOSERS) + "»")
        yield Broken(Fault("smart-quotes", entry.key.mark, {"straight": straight}), entry.node)


def _value_faults(value: Scalar, lines: list[str], key: Scalar | None) -> Iterator[Broken]:
    if not value.plain:
        if not value.written.strip() and key is not None:
            yield Broken(Fault("empty-value", value.mark, {"written": key.written}), value)
        return
    if value.value is None:
        mark, written = (key.mark, key.written) if key else (value.mark, "-")
        yield Broken(Fault("empty-value", mark, {"written": written}), value)
    elif value.written.startswith(NBSP):
        yield Broken(Fault("non-breaking-space", value.mark), value)
    elif is_in_smart_quotes(value):
        inner = value.written.strip("".join(_CLOSERS) + "»")
        yield Broken(Fault("smart-quotes", value.mark, {"straight": f'"{inner}"'}), value)
    elif _is_cut_by_hash(value, lines):
        yield Broken(Fault("text-cut-by-hash", value.end), None)


def is_in_smart_quotes(node: Node) -> bool:
    """Whether curly quotes stand around the whole value, or open it and never close."""
    if not isinstance(node, Scalar) or not node.plain or node.written[:1] not in _CLOSERS:
        return False
    text = node.written
    closers = _CLOSERS[text[0]]
    if _ELISION.match(text) and text[-1] not in closers:
        return False
    inner = [at for at, character in enumerate(text) if at and character in closers]
    if text[0] == "’":
        return bool(inner) and inner[-1] == len(text) - 1
    return not inner or inner == [len(text) - 1]


def _is_cut_by_hash(value: Scalar, lines: list[str]) -> bool:
    after = lines[value.end.line - 1][value.end.column - 1 :]
    return re.match(r"\s+#\w", after) is not None
