"""YAML text -> a tree of nodes, and every problem on the way.

Only libyaml's events are used: they are fast, they have places, and they build nothing that the
author did not write. What a plain word means (yes, 12, 12:30) is decided here, for a small set.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from engine.scenario.characters import composed
from engine.scenario.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from engine.scenario.problems import Mark, Problem, Value
from engine.scenario.syntax import MAX_DEPTH, explain_stop, run_together

MAX_PARTS = 60_000  # design choice: three times the largest scenario that ships
MAX_ALIASES = 100
_MOST_PROBLEMS = 500
_MOST_CHAPTERS = 60
_CHAPTER = re.compile(r"[A-Za-z_]+")

_MEANS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "yes", "on", "True", "Yes", "On", "TRUE", "YES", "ON"), True),
    **dict.fromkeys(("false", "no", "off", "False", "No", "Off", "FALSE", "NO", "OFF"), False),
}
_BEGINS_NUMBER = frozenset("-+.0123456789")
_INT = re.compile(r"[-+]?[0-9]{1,15}")
_FLOAT = re.compile(r"[-+]?[0-9]{0,15}\.[0-9]{1,15}")


class Reading(NamedTuple):
    """What was read of a text.

    tree: None if there is nothing, or reading had to stop. scalars: in the order of the file.
    stop: where and why reading stopped. is_local: that only concerns one chapter and not the whole
    file. unread: the chapters that are not YAML, if the others could be read.
    """

    tree: Node | None
    problems: list[Problem]
    scalars: list[ScalarNode]
    stop: Problem | None = None
    is_local: bool = False
    unread: frozenset[str] = frozenset()


def read(text: str) -> Reading:
    """The tree of a YAML text."""
    return _read(_Reader(), text)


def read_by_chapter(text: str, whole: Reading) -> Reading:
    """What can be read of a text in which reading stopped, chapter by chapter.

    One chapter that is not YAML does not hide what is wrong in the others. whole: the result of
    reading the whole at once. Each chapter is read once more, whatever is wrong.
    """
    chapters = _chapters_of(text)
    if not whole.is_local or whole.stop is None or not chapters:
        return whole
    reader, unread = _Reader(), set()
    stops: list[Problem] = []
    entries: list[Entry] = []
    for name, lines_before, lines in chapters:
        reader.lines_before = lines_before
        reading = _read(reader, lines)
        if reading.stop is not None and not reading.is_local:
            return reading
        if isinstance(reading.tree, MappingNode):
            entries += reading.tree.entries
        else:
            unread.add(name)
            stops.append(reading.stop or _no_block(lines, lines_before))
    tree = reader.mapping(Mark(chapters[0][1] + 1, 1), entries, flow=False)
    problems = [*(stops or [whole.stop]), *reader.problems]
    return Reading(tree, problems, reader.scalars, unread=frozenset(unread))


def _no_block(lines: str, lines_before: int) -> Problem:
    """What is wrong with a chapter that is text only."""
    first = lines.split("\n", 1)[0]
    together = run_together(first)
    code = "yaml-syntax" if together is None else "colon-and-space"
    return Problem(code, Mark(lines_before + 1, 1), together or {})


def _chapters_of(text: str) -> list[tuple[str, int, str]]:
    """Each chapter's name, the number of lines before it, and its text, if they can be found.

    A chapter begins with a name in the first column. If there is something else before the first,
    or there are more than any scenario has, the chapters can't be told apart.
    """
    lines = text.split("\n")
    starts = [at for at, line in enumerate(lines) if _CHAPTER.match(line)]
    if not 0 < len(starts) <= _MOST_CHAPTERS:
        return []
    if any(line.strip(" ") and line[:1] != "#" and line != "---" for line in lines[: starts[0]]):
        return []
    ends = [*starts[1:], len(lines)]
    return [
        (_CHAPTER.match(lines[start])[0], start, "\n".join(lines[start:end]))  # type: ignore[index]
        for start, end in zip(starts, ends, strict=True)
    ]


def _read(reader: "_Reader", text: str) -> Reading:
    try:
        tree = reader.document(text)
    except _Stop as stop:
        is_local = stop.problem.code == "too-deep"
        return Reading(None, reader.problems, reader.scalars, stop.problem, is_local)
    except yaml.YAMLError as error:
        last = reader.scalars[-1] if reader.scalars else None
        quote = last.mark if last is not None and not last.plain else None
        stopped = explain_stop(error, text, quote, reader.lines_before)
        return Reading(None, reader.problems, reader.scalars, stopped, is_local=True)
    return Reading(tree, reader.problems, reader.scalars)


class _Stop(Exception):
    """Reading can't go on after this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class _Reader:
    """Reads documents of one file; anchors and limits apply to all of it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.scalars: list[ScalarNode] = []
        self.lines_before = 0
        self._events: Iterator[yaml.Event] = iter(())
        self._anchors: dict[str, tuple[Node, Mark]] = {}
        self._parts = 0
        self._aliases = 0

    def document(self, text: str) -> Node | None:
        """The one document in a text; None if there is none."""
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        tree = self._node(next(self._events), 1)
        next(self._events)  # the end of the document
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise _Stop(Problem("second-document", self._place(following.start_mark)))
        return tree

    def mapping(self, mark: Mark, entries: Iterable[Entry], *, flow: bool) -> MappingNode:
        """A block of those entries, with each name only once."""
        kept: dict[str, Entry] = {}
        size, height = 1, 1
        bare: Entry | None = None  # a name with nothing after it
        for entry in entries:
            key, node = entry
            size += key.size + node.size
            height = max(height, 1 + key.height, 1 + node.height)
            first = kept.setdefault(key.written, entry)
            if first is entry and not flow and isinstance(node, ScalarNode) and not node.written:
                bare = entry
            if first is not entry and bare is not None and first.key.mark < bare.key.mark:
                # Its block stands beside it and not below, among those of the one before.
                self._note(Problem("indentation", bare.key.mark))
                kept.pop(bare.key.written)
                break
            if first is not entry:
                params: dict[str, Value] = {
                    "written": key.written, "first_line": first.key.mark.line,
                }  # fmt: skip
                self._note(Problem("duplicate-key", key.mark, params))
        return MappingNode(mark, tuple(kept.values()), flow, size, height)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        mark = self._place(event.start_mark)
        if depth > MAX_DEPTH:
            raise _Stop(Problem("too-deep", mark, {"limit": MAX_DEPTH}))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(str(event.anchor), mark, depth)
        assert isinstance(event, yaml.NodeEvent)
        self._count(1, mark)
        if (tag := getattr(event, "tag", None)) is not None:
            self._note(Problem("tag-used", mark, {"written": str(tag)}))
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event, mark)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(mark, depth)
        else:
            flow = bool(getattr(event, "flow_style", False))
            node = self.mapping(mark, list(self._entries(depth)), flow=flow)
        if event.anchor is not None:
            self._note_anchor(str(event.anchor), mark, node)
        return node

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> ScalarNode:
        # libyaml gives no style for plain scalars in some versions; implicit[0] says the same.
        plain = not event.style or event.style not in "'\"|>"
        written = composed(event.value)
        value = meaning_of(written) if plain else written
        scalar = ScalarNode(mark, value, written, plain, self._place(event.end_mark))
        self.scalars.append(scalar)
        return scalar

    def _sequence(self, mark: Mark, depth: int) -> SequenceNode:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        height = 1 + max((item.height for item in items), default=0)
        return SequenceNode(mark, tuple(items), 1 + sum(item.size for item in items), height)

    def _entries(self, depth: int) -> Iterator[Entry]:
        while not isinstance(key_event := next(self._events), yaml.MappingEndEvent):
            key = self._node(key_event, depth + 1)
            node = self._node(next(self._events), depth + 1)
            if not isinstance(key, ScalarNode):
                self._note(Problem("odd-key", key.mark))
            elif key.written == "<<" and key.plain:
                self._note(Problem("merge-key", key.mark))
            else:
                yield Entry(key, node)

    def _alias(self, anchor: str, mark: Mark, depth: int) -> Node:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise _Stop(Problem("too-many-aliases", mark, {"limit": MAX_ALIASES}))
        if anchor not in self._anchors:
            self._note(Problem("unknown-alias", mark, {"written": anchor}))
            return ScalarNode(mark, f"*{anchor}", f"*{anchor}")
        node, _ = self._anchors[anchor]
        if depth + node.height - 1 > MAX_DEPTH:
            raise _Stop(Problem("too-deep", mark, {"limit": MAX_DEPTH}))
        self._count(node.size, mark)  # what is repeated counts each time
        return node

    def _count(self, size: int, mark: Mark) -> None:
        self._parts += size
        if self._parts > MAX_PARTS:
            raise _Stop(Problem("too-many-parts", mark, {"limit": MAX_PARTS}))

    def _note(self, problem: Problem) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem)

    def _note_anchor(self, anchor: str, mark: Mark, node: Node) -> None:
        if anchor in self._anchors:
            params: dict[str, Value] = {
                "written": anchor, "first_line": self._anchors[anchor][1].line,
            }  # fmt: skip
            self._note(Problem("duplicate-anchor", mark, params))
            return
        self._anchors[anchor] = node, mark

    def _place(self, mark: Any) -> Mark:
        # libyaml marks every event, whatever the stubs say.
        return Mark(self.lines_before + mark.line + 1, mark.column + 1)


def meaning_of(written: str) -> str | int | float | bool | None:
    """What a word without quotes stands for."""
    if written in _MEANS:
        return _MEANS[written]
    if written[0] not in _BEGINS_NUMBER:
        return written
    if _INT.fullmatch(written):
        return int(written)
    return float(written) if _FLOAT.fullmatch(written) else written
