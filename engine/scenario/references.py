"""Whether everything a scenario refers to exists, and whether names are unambiguous."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from engine.scenario.mentions import CHAPTERS, ELEMENTS, REFERENCES, RESERVED
from engine.scenario.nodes import Entry, MappingNode, Node, ScalarNode
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Met, Party
from engine.scenario.schema_walk import TypedNode
from engine.scenario.suggestions import listed, nearest_of

Names = Mapping[str, int]  # name -> the line where it is defined


class Defined(NamedTuple):
    """The names that a scenario defines, by kind; a kind that could not be read is missing.

    wants: by party, its wants; a party whose wants could not be read is missing.
    """

    names: Mapping[str, Names]
    collisions: list[Problem]
    wants: Mapping[str, Names]


def defined_in(tree: MappingNode, unread: Set[str]) -> Defined:
    """What the scenario defines. unread: the chapters that could not be read."""
    names: dict[str, Names] = {}
    for kind, way in CHAPTERS.items():
        entries = None if way[0] in unread else _entries(tree, way)
        if entries is not None:
            names[kind] = {entry.key.written: entry.key.mark.line for entry in entries}
    if (roles := _roles(tree)) is not None:
        names["role"] = roles
    if all(kind in names for kind in (*ELEMENTS, "role")):
        kinds = (*ELEMENTS, "role")
        names["element"] = {name: line for kind in kinds for name, line in names[kind].items()}
    return Defined(names, list(_collisions(tree)), _wants(tree))


def reference_problems(typed_nodes: Iterable[TypedNode], defined: Defined) -> Iterator[Problem]:
    """Every reference to something that does not exist, and every ambiguous name."""
    yield from defined.collisions
    for typed in typed_nodes:
        if typed.expects is Party and isinstance(typed.node, MappingNode):
            yield from _want_problems(typed, typed.node)
        elif typed.expects is Met and isinstance(typed.node, MappingNode):
            yield from _met_problems(typed, typed.node, defined)
        elif typed.expects is str and isinstance(typed.node, ScalarNode):
            yield from _reference_problems(typed, typed.node, defined)


def _reference_problems(typed: TypedNode, node: ScalarNode, defined: Defined) -> Iterator[Problem]:
    reference = REFERENCES.get((typed.owner.__name__, typed.field))
    if reference is None or not isinstance(node.value, str):
        return
    kind, words = reference
    known = defined.names.get(kind)
    if known is not None and node.written not in words and node.written not in known:
        params = _unknown(node.written, known, words)
        yield Problem(f"unknown-{kind}", node.mark, params, trail=typed.trail)


def _unknown(written: str, known: Names, words: tuple[str, ...] = ()) -> dict[str, Value]:
    names = [*known, *words]
    params: dict[str, Value] = {"written": written, "known": listed(names), **_near(written, names)}
    if (near := params.get("near")) in known:
        params["near_line"] = known[str(near)]
    return params


def _near(written: str, names: list[str]) -> dict[str, Value]:
    # `chair` for `noord.chair`: the party was forgotten.
    ending = [name for name in names if name.endswith(f".{written}")]
    if ending:
        return {"near": ending[0]}
    # Not somebody from another party: that would put the words in the wrong mouth.
    party, dot, _ = written.partition(".")
    own = [name for name in names if name.startswith(f"{party}.")] if dot else []
    return nearest_of(written, own or names)


def _entries(tree: MappingNode, way: tuple[str, ...]) -> tuple[Entry, ...] | None:
    node: Node | None = tree
    for key in way:
        if not isinstance(node, MappingNode):
            return None
        node = node.get(key)
    if node is None:
        # A missing chapter defines nothing; if it is required, the schema reports it.
        return None if way[0] in ("parties", "moves", "decor") or way[-1] == "phases" else ()
    return node.entries if isinstance(node, MappingNode) else None


def _roles(tree: MappingNode) -> Names | None:
    parties = _entries(tree, ("parties",))
    if parties is None:
        return None
    names: dict[str, int] = {}
    for party in parties:
        roles = party.node.get("roles") if isinstance(party.node, MappingNode) else None
        if not isinstance(roles, MappingNode):
            return None
        for role in roles.entries:
            names[f"{party.key.written}.{role.key.written}"] = role.key.mark.line
    return names


def _collisions(tree: MappingNode) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for kind in ELEMENTS:
        for entry in _entries(tree, CHAPTERS[kind]) or ():
            name, mark = entry.key.written, entry.key.mark
            if name in first:
                params: dict[str, Value] = {"written": name, "first_line": first[name]}
                yield Problem("id-collision", mark, params)
            first.setdefault(name, mark.line)
    for entry in _entries(tree, CHAPTERS["party"]) or ():
        if entry.key.written in RESERVED:
            yield Problem("reserved-id", entry.key.mark, {"written": entry.key.written})


def _wants(tree: MappingNode) -> dict[str, Names]:
    """By party, the wants that it has."""
    return {
        party.key.written: wants
        for party in _entries(tree, ("parties",)) or ()
        if isinstance(party.node, MappingNode) and (wants := _wants_of(party.node)) is not None
    }


def _wants_of(party: MappingNode) -> Names | None:
    wants = party.get("wants")
    if wants is None:
        return {}
    if not isinstance(wants, MappingNode):
        return None
    return {entry.key.written: entry.key.mark.line for entry in wants.entries}


def _want_problems(typed: TypedNode, party: MappingNode) -> Iterator[Problem]:
    """Names for wants, and ways to meet them, of wants that the party does not have."""
    known = _wants_of(party) or {}
    for block in (party.get("want_names"), party.get("met")):
        for entry in block.entries if isinstance(block, MappingNode) else ():
            if entry.key.written not in known:
                params = _unknown(entry.key.written, known)
                trail = (*typed.trail, id(block), id(entry.node))
                yield Problem("unknown-want", entry.key.mark, params, trail=trail)


def _met_problems(typed: TypedNode, met: MappingNode, defined: Defined) -> Iterator[Problem]:
    """A condition that names a want that its party does not have."""
    of, want = met.get("of"), met.get("want")
    if not isinstance(of, ScalarNode) or not isinstance(want, ScalarNode):
        return
    known = defined.wants.get(of.written)
    if known is not None and isinstance(want.value, str) and want.written not in known:
        params = _unknown(want.written, known)
        yield Problem("unknown-want", want.mark, params, trail=(*typed.trail, id(want)))
