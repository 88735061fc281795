"""Whether everything a scenario refers to exists, and whether names are unambiguous."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import NamedTuple

from engine.scenario.half_renamed import HalfRenamed, half_renamed
from engine.scenario.mentions import (
    CHAPTERS,
    ELEMENTS,
    REFERENCES,
    RESERVED,
    Mention,
    mentions,
)
from engine.scenario.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from engine.scenario.problems import Problem, Value
from engine.scenario.schema import Confrontation, Confronted, Knowledge, Met, Party, Played
from engine.scenario.schema_walk import Path, TypedNode
from engine.scenario.suggestions import as_id, listed, nearest_of

KINDS_OF_NAMES = (*CHAPTERS, "role", "element", "want")
# Where moves are named of a party, which field says of which.
_WHOSE_MOVES: Mapping[object, str] = {
    Played: "of", Knowledge: "about", Confrontation: "of", Confronted: "of",
}  # fmt: skip

Names = Mapping[str, int]  # name -> the line where it is defined


class Defined(NamedTuple):
    """The names that a scenario defines, by kind; a kind that could not be read is missing.

    wants: by party, its wants; a party whose wants could not be read is missing. players: by move,
    the parties that can play it; none named: all.
    """

    names: Mapping[str, Names]
    collisions: list[Problem]
    wants: Mapping[str, Names]
    players: Mapping[str, Set[str]]


def defined_in(tree: MappingNode, unread: Set[str]) -> Defined:
    """What the scenario defines. unread: the chapters that could not be read."""
    names: dict[str, Names] = {}
    for kind, way in CHAPTERS.items():
        entries = None if way[0] in unread else _entries(tree, way)
        if entries is not None:
            names[kind] = _with_mended(entries)
    if (roles := _roles(tree)) is not None:
        names["role"] = roles
    if all(kind in names for kind in (*ELEMENTS, "role")):
        kinds = (*ELEMENTS, "role")
        names["element"] = {name: line for kind in kinds for name, line in names[kind].items()}
    return Defined(names, list(_collisions(tree)), _wants(tree), _players(tree))


def _with_mended(entries: Iterable[Entry]) -> dict[str, int]:
    """The names, also as they will be spelt once those that can't be names have been mended."""
    names = {entry.key.written: entry.key.mark.line for entry in entries}
    return {as_id(name): line for name, line in names.items() if as_id(name) != name} | names


def reference_problems(typed_nodes: Iterable[TypedNode], defined: Defined) -> Iterator[Problem]:
    """Every reference to something that does not exist, and every ambiguous name."""
    yield from defined.collisions
    typed_nodes = list(typed_nodes)
    unknown = list(_unknown_names(typed_nodes, defined))
    if not unknown:
        return
    found = list(mentions(typed_nodes))
    explained: set[int] = set()
    meant: dict[int, Mention] = {}
    nodes = {id(node) for node, _ in unknown}
    for half in half_renamed(found, {*defined.names, "want"}):
        if any(id(mention.node) not in nodes for mention in half.left):
            continue
        if len(half.left) > 1:
            explained |= {id(mention.node) for mention in half.left}
            yield _half_renamed_problem(half, found)
        else:
            meant[id(half.left[0].node)] = half.definition
    for node, problem in unknown:
        if id(node) not in explained:
            yield _with_meant(problem, meant.get(id(node)))


def _half_renamed_problem(half: HalfRenamed, found: Iterable[Mention]) -> Problem:
    now, old = half.definition, half.old
    has_namesake = any(mention.is_definition and mention.name == old for mention in found)
    # A want stands in a file without its party.
    shown = (half.left[0].word, now.word) if now.kind == "want" else (old, now.name)
    params: dict[str, Value] = {
        "written": shown[0], "other": shown[1], "places": len(half.left),
        "typed": f"{now.kind}:{old}" if has_namesake else old,
    }  # fmt: skip
    return Problem("half-renamed", now.node.mark, params)


def _with_meant(problem: Problem, definition: Mention | None) -> Problem:
    """The problem with the only name that can be meant, if there is one and nothing is nearer."""
    if definition is None or "near" in problem.params:
        return problem
    if problem.code not in (f"unknown-{definition.kind}", "unknown-element"):
        return problem  # `north.baker` names a role too
    name = definition.word if definition.kind == "want" else definition.name
    meant: dict[str, Value] = {"near": name, "near_line": definition.node.mark.line}
    return replace(problem, params={**problem.params, **meant})


def _unknown_names(
    typed_nodes: Iterable[TypedNode], defined: Defined
) -> Iterator[tuple[ScalarNode, Problem]]:
    """Every name that nothing has, and the problem with it."""
    players: dict[Path, str] = {}
    for typed in typed_nodes:
        if isinstance(typed.node, MappingNode):
            if typed.expects is Party:
                yield from _want_problems(typed, typed.node)
            elif typed.expects is Met:
                yield from _met_problems(typed, typed.node, defined)
            elif typed.expects in _WHOSE_MOVES:
                of = typed.node.get(_WHOSE_MOVES[typed.expects])
                players[typed.path] = of.written if isinstance(of, ScalarNode) else ""
        elif typed.expects is str and isinstance(typed.node, ScalarNode):
            above = typed.path[:-1] if typed.field == typed.path[-1] else typed.path[:-2]
            yield from _reference_problems(typed, typed.node, defined, players.get(above, ""))


def _reference_problems(
    typed: TypedNode, node: ScalarNode, defined: Defined, player: str
) -> Iterator[tuple[ScalarNode, Problem]]:
    reference = REFERENCES.get((typed.owner.__name__, typed.field))
    if reference is None or not isinstance(node.value, str):
        return
    kind, words = reference
    known = defined.names.get(kind)
    if known is not None and node.written not in words and node.written not in known:
        if kind == "move" and player:
            known = _playable(known, defined.players, player) or known
        params = _unknown(node.written, known, words)
        yield node, Problem(f"unknown-{kind}", node.mark, params, trail=typed.trail)


def _playable(moves: Names, players: Mapping[str, Set[str]], party: str) -> Names:
    """The moves that the party has: no other can be meant."""
    return {move: line for move, line in moves.items() if party in (players.get(move) or {party})}


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
        return {"near": ending[0]} if len(ending) == 1 else {}
    # Not somebody from another party: that would put the words in the wrong mouth. And what they
    # all begin with makes nobody more alike.
    party, dot, word = written.partition(".")
    own = [name.partition(".")[2] for name in names if name.startswith(f"{party}.")] if dot else []
    if own:
        near = nearest_of(word, own).get("near")
        return {"near": f"{party}.{near}"} if near else {}
    return nearest_of(written, names)


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


def _players(tree: MappingNode) -> dict[str, Set[str]]:
    """By move, the parties that it is for."""
    players: dict[str, Set[str]] = {}
    for move in _entries(tree, CHAPTERS["move"]) or ():
        of = move.node.get("of") if isinstance(move.node, MappingNode) else None
        some = of.items if isinstance(of, SequenceNode) else (of,)
        players[move.key.written] = {each.written for each in some if isinstance(each, ScalarNode)}
    return players


def _want_problems(typed: TypedNode, party: MappingNode) -> Iterator[tuple[ScalarNode, Problem]]:
    """Names for wants, and ways to meet them, of wants that the party does not have."""
    known = _wants_of(party) or {}
    for block in (party.get("want_names"), party.get("met")):
        for entry in block.entries if isinstance(block, MappingNode) else ():
            if entry.key.written not in known:
                params = _unknown(entry.key.written, known)
                trail = (*typed.trail, id(block), id(entry.node))
                yield entry.key, Problem("unknown-want", entry.key.mark, params, trail=trail)


def _met_problems(
    typed: TypedNode, met: MappingNode, defined: Defined
) -> Iterator[tuple[ScalarNode, Problem]]:
    """A condition that names a want that its party does not have."""
    of, want = met.get("of"), met.get("want")
    if not isinstance(of, ScalarNode) or not isinstance(want, ScalarNode):
        return
    known = defined.wants.get(of.written)
    if known is not None and isinstance(want.value, str) and want.written not in known:
        params = _unknown(want.written, known)
        yield want, Problem("unknown-want", want.mark, params, trail=(*typed.trail, id(want)))
