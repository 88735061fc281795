"""YAML text -> a tree of nodes that know where they were written, and every problem on the way.

Only libyaml's events are used: they are fast, they carry places, and they build nothing that the
author did not write. What a plain word means (yes, 12, 12:30) is decided here, for a small set.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from engine.scenario.problems import Value
from engine.scenario.syntax import explain_fault

MAX_DEPTH = 30
MAX_PARTS = 100_000
MAX_ALIASES = 100


class Mark(NamedTuple):
    """A place in the file; line and column count from 1."""

    line: int
    column: int


START = Mark(1, 1)


class Fault(NamedTuple):
    """A problem before it knows in which file it is."""

    code: str
    mark: Mark
    params: Mapping[str, Value] = {}


@dataclass(frozen=True)
class Scalar:
    """A single value: what it means, and how it was written."""

    mark: Mark
    value: str | int | float | bool | None
    written: str
    plain: bool = True  # written without quotes
    end: Mark = START
    size: int = 1
    height: int = 1


class Entry(NamedTuple):
    """One `key: value`."""

    key: Scalar
    node: "Node"


@dataclass(frozen=True)
class Table:
    """A block of names and values."""

    mark: Mark
    entries: tuple[Entry, ...]
    flow: bool
    size: int
    height: int

    def get(self, key: str) -> "Node | None":
        """The value with that key."""
        return next((entry.node for entry in self.entries if entry.key.written == key), None)


@dataclass(frozen=True)
class Items:
    """A list."""

    mark: Mark
    items: tuple["Node", ...]
    size: int
    height: int


Node = Scalar | Table | Items


def as_plain(node: Node) -> object:
    """The node as dicts, lists and values; keys are always text."""
    if isinstance(node, Table):
        return {entry.key.written: as_plain(entry.node) for entry in node.entries}
    if isinstance(node, Items):
        return [as_plain(item) for item in node.items]
    return node.value


_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_INT = re.compile(r"[-+]?[0-9]{1,15}")
_FLOAT = re.compile(r"[-+]?[0-9]{0,15}\.[0-9]{1,15}")


def _meaning(written: str) -> str | int | float | bool | None:
    if written in _NULL:
        return None
    lower = written.lower()
    if lower in _TRUE and written in (lower, lower.upper(), lower.title()):
        return True
    if lower in _FALSE and written in (lower, lower.upper(), lower.title()):
        return False
    if _INT.fullmatch(written):
        return int(written)
    return float(written) if _FLOAT.fullmatch(written) else written


class _Stop(Exception):
    """Reading can't go on after this fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class Reading(NamedTuple):
    """What was read: the tree unless reading had to stop, every fault, and where it stopped."""

    tree: Node | None
    faults: list[Fault]
    texts: list[Scalar]  # every scalar, in the order of the file
    stop: Fault | None = None
    is_spelling: bool = False  # it stopped at what is no YAML, and not at a limit


def read(text: str) -> Reading:
    """The tree of a YAML text."""
    reader = _Reader(text)
    try:
        tree = reader.document()
    except _Stop as stop:
        return Reading(None, reader.faults, reader.scalars, stop.fault)
    except yaml.YAMLError as error:
        last = reader.scalars[-1] if reader.scalars else None
        quote = last.mark if last is not None and not last.plain else None
        code, line, column, params = explain_fault(error, text, quote)
        stopped = Fault(code, Mark(line, column), params)
        return Reading(None, reader.faults, reader.scalars, stopped, is_spelling=True)
    return Reading(tree, reader.faults, reader.scalars)


class _Reader:
    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self.scalars: list[Scalar] = []
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._anchors: dict[str, Node] = {}
        self._anchor_lines: dict[str, int] = {}
        self._parts = 0
        self._aliases = 0

    def document(self) -> Node | None:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        tree = self._node(next(self._events), 1)
        next(self._events)  # the end of the document
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise _Stop(Fault("second-document", _start(following)))
        return tree

    def _node(self, event: yaml.Event, depth: int) -> Node:
        mark = _start(event)
        if depth > MAX_DEPTH:
            raise _Stop(Fault("too-deep", mark, {"limit": MAX_DEPTH}))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, mark, depth)
        self._count(1, mark)
        self._note_tag(event, mark)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event, mark)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._items(mark, depth)
        else:
            node = self._table(event, mark, depth)
        self._note_anchor(event, mark, node)
        return node

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar:
        # libyaml gives no style for plain scalars in some versions; implicit[0] says the same.
        plain = not event.style or event.style not in "'\"|>"
        value = _meaning(event.value) if plain else event.value
        scalar = Scalar(mark, value, event.value, plain, _place(event.end_mark))
        self.scalars.append(scalar)
        return scalar

    def _items(self, mark: Mark, depth: int) -> Items:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        height = 1 + max((item.height for item in items), default=0)
        return Items(mark, tuple(items), 1 + sum(item.size for item in items), height)

    def _table(self, event: yaml.Event, mark: Mark, depth: int) -> Table:
        entries: dict[str, Entry] = {}
        size, height = 1, 1
        while not isinstance(key_event := next(self._events), yaml.MappingEndEvent):
            key = self._node(key_event, depth + 1)
            node = self._node(next(self._events), depth + 1)
            size += key.size + node.size
            height = max(height, 1 + key.height, 1 + node.height)
            if not isinstance(key, Scalar):
                self.faults.append(Fault("odd-key", key.mark))
            elif key.written == "<<" and key.plain:
                self.faults.append(Fault("merge-key", key.mark))
            elif key.written in entries:
                first = entries[key.written].key.mark.line
                params: dict[str, Value] = {"written": key.written, "first_line": first}
                self.faults.append(Fault("duplicate-key", key.mark, params))
            else:
                entries[key.written] = Entry(key, node)
        flow = bool(getattr(event, "flow_style", False))
        return Table(mark, tuple(entries.values()), flow, size, height)

    def _alias(self, event: yaml.AliasEvent, mark: Mark, depth: int) -> Node:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise _Stop(Fault("too-many-aliases", mark, {"limit": MAX_ALIASES}))
        anchor = str(event.anchor)
        node = self._anchors.get(anchor)
        if node is None:
            self.faults.append(Fault("unknown-alias", mark, {"written": anchor}))
            return Scalar(mark, f"*{anchor}", f"*{anchor}")
        if depth + node.height - 1 > MAX_DEPTH:
            raise _Stop(Fault("too-deep", mark, {"limit": MAX_DEPTH}))
        self._count(node.size, mark)  # what is repeated counts each time
        return node

    def _count(self, size: int, mark: Mark) -> None:
        self._parts += size
        if self._parts > MAX_PARTS:
            raise _Stop(Fault("too-many-parts", mark, {"limit": MAX_PARTS}))

    def _note_tag(self, event: yaml.Event, mark: Mark) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.faults.append(Fault("tag-used", mark, {"written": str(tag)}))

    def _note_anchor(self, event: yaml.Event, mark: Mark, node: Node) -> None:
        anchor = getattr(event, "anchor", None)
        if anchor is None:
            return
        if anchor in self._anchors:
            params = {"written": anchor, "first_line": self._anchor_lines[anchor]}
            self.faults.append(Fault("duplicate-anchor", mark, params))
            return
        self._anchors[anchor] = node
        self._anchor_lines[anchor] = mark.line


def _start(event: yaml.Event) -> Mark:
    return _place(event.start_mark)


def _place(mark: Any) -> Mark:
    # libyaml marks every event, whatever the stubs say.
    return Mark(mark.line + 1, mark.column + 1)
