"""The tree of a file walked along the schema: for each node, what the format expects there."""

import types
from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from engine.scenario.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from engine.scenario.problems import START, Mark
from engine.scenario.schema import Part, Scenario, Text, written_name
from engine.scenario.vocabulary import LANGUAGE_TAG

Path = tuple[str | int, ...]
Range = tuple[int | None, int | None]


class TypedNode(NamedTuple):
    """A node and what belongs there.

    owner, field: the part of the schema whose field it is in, as written (`is`, not `is_`).
    expects: the bare type. span: the lowest and highest number, or size. trail: the nodes from
    the whole to this one, by identity.
    """

    owner: type[Part]
    field: str
    expects: Any
    span: Range
    node: Node
    key: ScalarNode | None
    path: Path
    trail: tuple[int, ...]

    @property
    def is_item(self) -> bool:
        """Whether it is one of a list or a pair."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def mark(self) -> Mark:
        """Where its name is; for an item of a list, where it begins."""
        if self.is_item:
            return self.node.mark
        return self.key.mark if self.key else START

    def scalars(self) -> Iterator[ScalarNode]:
        """The texts here: the value itself, or those in a block of languages."""
        nodes = (
            [entry.node for entry in self.node.entries]
            if isinstance(self.node, MappingNode)
            else [self.node]
        )
        for node in nodes:
            if isinstance(node, ScalarNode) and isinstance(node.value, str):
                yield node


class SourceMap:
    """Where each part of a scenario is in its file. lines: of that file."""

    def __init__(self, tree: Node, lines: list[str]) -> None:
        self._typed = {typed.path: typed for typed in typed_nodes(tree)}
        self._lines = lines

    def all(self) -> Iterator[TypedNode]:
        """Every node that has a place in the schema, in the order of the file."""
        yield from self._typed.values()

    def nearest(self, path: Path) -> TypedNode:
        """The node at a path, or the closest one above it."""
        # A move is written once, whomever it is aimed at.
        path = tuple(written_name(each) if isinstance(each, str) else each for each in path)
        while path not in self._typed:
            path = path[:-1]
        return self._typed[path]

    def at_key(self, *path: str | int) -> Mark:
        """Where the name at a path is, or that of the closest node above it."""
        return self.nearest(path).mark

    def at_value(self, *path: str | int) -> Mark:
        """Where the value at a path is, or that of the closest node above it."""
        found = self.nearest(path)
        return found.node.mark if found.path else START

    def written_at(self, *path: str | int) -> str:
        """The part at a path as it is written, as far as it stands on its first line."""
        mark = self.at_key(*path)
        line, start = self._lines[mark.line - 1], mark.column - 1
        return line[start : _end_of_part(line, start)].strip()

    def place_in(self, scalar: ScalarNode, written: str) -> Mark:
        """Where that first occurs in a text; where the text begins if it is spelt differently."""
        first, last = scalar.mark, scalar.end
        for number in range(first.line, last.line + 1):
            start = first.column - 1 if number == first.line else 0
            end = last.column - 1 if number == last.line else None
            at = self._lines[number - 1].find(written, start, end)
            if at >= 0:
                return Mark(number, at + 1)
        return first


def _end_of_part(line: str, start: int) -> int:
    """Where on its line the part that starts there ends: before a comma or bracket around it."""
    depth, quote, around = 0, "", 0
    for at, letter in enumerate(line):
        if at == start:
            depth, around = 0, depth
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and line[:at].rstrip()[-1:] in ("", ":", ",", "-", "[", "{"):
            quote = letter
        elif letter in "[{":
            depth += 1
        elif letter in "]}" or (letter == "," and around and not depth):
            if at > start and not depth:
                return at
            depth -= letter != ","
    return len(line)


def languages_named(tree: Node) -> tuple[str, ...]:
    """The languages that a scenario says it is written in; empty if it does not say."""
    node = tree.get("languages") if isinstance(tree, MappingNode) else None
    items = node.items if isinstance(node, SequenceNode) else (node,)
    named = (each.written for each in items if isinstance(each, ScalarNode))
    return tuple(dict.fromkeys(each for each in named if LANGUAGE_TAG.fullmatch(each)))


def other_languages(text: TypedNode, named: Container[str]) -> list[str]:
    """The languages of a text besides those that every text may have, in its own order."""
    if not isinstance(text.node, MappingNode):
        return []
    return [key for key in text.node.by_key if key in named and key not in fields_of(Text)]


def typed_nodes(tree: Node) -> Iterator[TypedNode]:
    """Every node of the tree that has a place in the schema, in the order of the file."""
    ahead = [TypedNode(Scenario, "", Scenario, (None, None), tree, None, (), (id(tree),))]
    while ahead:
        typed = ahead.pop()
        yield typed
        ahead += reversed(_below(typed))


@cache
def _bare_fields_of(part: type[Part]) -> Mapping[str, "_Bare"]:
    return {name: _bare(annotation) for name, annotation in fields_of(part).items()}


@cache
def fields_of(part: type[Part]) -> Mapping[str, Any]:
    """The types of the fields of a part, by the name an author writes."""
    hints = get_type_hints(part, include_extras=True)
    return {
        field.alias or name: hints[name]
        for name, field in part.model_fields.items()
        if not field.exclude  # made of what is written, and not written itself
    }


def names_in(owner: type[Part], field: str) -> Any:
    """What the names may be in the block that is the value of a field."""
    return get_args(expected_in(fields_of(owner)[field]))[0]


def expected_in(annotation: Any) -> Any:
    """What belongs in a field of that type: the bare type."""
    return _bare(annotation).expects


def span_of(owner: type[Part], field: str) -> tuple[int, int]:
    """The lowest and the highest number that a field with bounds may have."""
    lowest, highest = _bare(fields_of(owner)[field]).span
    assert lowest is not None
    assert highest is not None
    return lowest, highest


def is_part(expects: Any) -> bool:
    """Whether a part of the schema belongs there."""
    return isinstance(expects, type) and issubclass(expects, Part)


def is_list(expects: Any) -> bool:
    """Whether a list of any length belongs there."""
    return get_origin(expects) is tuple and get_args(expects)[-1] is Ellipsis


def is_pair(expects: Any) -> bool:
    """Whether exactly two values belong there."""
    return get_origin(expects) is tuple and get_args(expects)[-1] is not Ellipsis


def is_block(expects: Any) -> bool:
    """Whether a block of names and values belongs there."""
    return is_part(expects) or _is_mapping(expects)


def words_of(expects: Any) -> tuple[str, ...]:
    """The closed list of words that may stand there; empty when it is not one."""
    return tuple(map(str, get_args(expects))) if get_origin(expects) is Literal else ()


def _is_mapping(expects: Any) -> bool:
    origin = get_origin(expects)
    return isinstance(origin, type) and issubclass(origin, Mapping)


class _Bare(NamedTuple):
    """A type without `Annotated` and `| None`, and the lowest and highest number or size."""

    expects: Any
    span: Range


@cache
def _bare(annotation: Any, span: Range = (None, None)) -> _Bare:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *around = get_args(annotation)
        return _bare(inner, _narrowed(span, around))
    if origin in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(annotation) if arg is not type(None))
        return _bare(inner, span)
    return _Bare(annotation, span)


@cache
def _inside(expects: Any) -> tuple[_Bare, ...]:
    """What belongs in a list, a pair or a block of that type."""
    return tuple(_bare(each) for each in get_args(expects) if each is not Ellipsis)


def _narrowed(span: Range, around: list[Any]) -> Range:
    lowest, highest = span
    for each in around:
        # What pydantic keeps of `Field(ge=0)`; its classes are of a package of its own.
        for rule in getattr(each, "metadata", ()):
            lowest = getattr(rule, "ge", getattr(rule, "min_length", lowest))
            highest = getattr(rule, "le", getattr(rule, "max_length", highest))
    return lowest, highest


@cache
def _shape_of(expects: Any) -> Literal["part", "list", "pair", "block", "value"]:
    if is_part(expects):
        return "part"
    if is_list(expects):
        return "list"
    if is_pair(expects):
        return "pair"
    return "block" if _is_mapping(expects) else "value"


def _below(above: TypedNode) -> list[TypedNode]:
    """The nodes directly below that one."""
    expects, node = above.expects, above.node
    shape = _shape_of(expects)
    if shape == "part":
        return _in_part(above) if isinstance(node, MappingNode) else []
    if shape == "list":
        # One value where several may stand counts as the first, as it does in the schema.
        items = node.items if isinstance(node, SequenceNode) else (node,)
        inner = _inside(expects)[0]
        return [_item(above, at, item, inner) for at, item in enumerate(items)]
    if shape == "pair" and isinstance(node, SequenceNode):
        pairs = zip(node.items, _inside(expects), strict=False)
        return [_item(above, at, item, inner) for at, (item, inner) in enumerate(pairs)]
    if shape == "block" and isinstance(node, MappingNode):
        inner = _inside(expects)[1]
        return [_named(above, above.owner, above.field, entry, inner) for entry in node.entries]
    return []


def _in_part(above: TypedNode) -> list[TypedNode]:
    assert isinstance(above.node, MappingNode)
    fields = _bare_fields_of(above.expects)
    if above.expects is Text:  # and any language that the scenario may name
        tags = (key for key in above.node.by_key if LANGUAGE_TAG.fullmatch(key))
        fields = {**dict.fromkeys(tags, _bare(str)), **fields}
    return [
        _named(above, above.expects, entry.key.written, entry, fields[entry.key.written])
        for entry in above.node.entries
        if entry.key.written in fields
    ]


def _named(
    above: TypedNode, owner: type[Part], field: str, entry: Entry, bare: "_Bare"
) -> TypedNode:
    key, node = entry
    path, trail = (*above.path, key.written), (*above.trail, id(node))
    return TypedNode(owner, field, *bare, node, key, path, trail)


def _item(above: TypedNode, at: int, node: Node, bare: "_Bare") -> TypedNode:
    path, trail = (*above.path, at), (*above.trail, id(node))
    return TypedNode(above.owner, above.field, *bare, node, above.key, path, trail)
