"""The tree of a file, with nodes that know their place in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from engine.scenario.problems import START, Mark


class ScalarNode(NamedTuple):
    """A single value: what it means, and how it was written. A long file has tens of thousands."""

    mark: Mark
    value: str | int | float | bool | None
    written: str
    plain: bool = True  # written without quotes
    end: Mark = START
    size: int = 1
    height: int = 1


class Entry(NamedTuple):
    """One `key: value`."""

    key: ScalarNode
    node: "Node"


@dataclass(frozen=True)
class MappingNode:
    """A block of names and values."""

    mark: Mark
    entries: tuple[Entry, ...]
    flow: bool
    size: int
    height: int

    @cached_property
    def by_key(self) -> Mapping[str, Entry]:
        """The entries by the name before the colon."""
        return {entry.key.written: entry for entry in self.entries}

    def get(self, key: str) -> "Node | None":
        """The value with that key."""
        entry = self.by_key.get(key)
        return entry.node if entry else None


@dataclass(frozen=True)
class SequenceNode:
    """A list."""

    mark: Mark
    items: tuple["Node", ...]
    size: int
    height: int


Node = ScalarNode | MappingNode | SequenceNode


def as_plain(node: Node) -> object:
    """The node as dicts, lists and values; keys are always text."""
    if isinstance(node, MappingNode):
        return {entry.key.written: as_plain(entry.node) for entry in node.entries}
    if isinstance(node, SequenceNode):
        return [as_plain(item) for item in node.items]
    return node.value
