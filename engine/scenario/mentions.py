"""Where in a file a name stands, and what it names there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from engine.scenario.nodes import MappingNode, ScalarNode
from engine.scenario.schema import Met
from engine.scenario.schema_walk import Path, TypedNode
from engine.scenario.vocabulary import AT_CHOICE, TO_PART

# (part, field as written) -> what it refers to, and the other words that are allowed.
REFERENCES: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("Script", "start"): ("phase", ()),
    ("Branch", "to"): ("phase", ()),
    ("Phase", "decor"): ("decor", ()),
    ("Phase", "moves"): ("move", ()),
    ("Phase", "with"): ("party", ()),
    ("Played", "is"): ("move", ()),
    ("Effect", "forbids"): ("move", ()),
    ("Effect", "allows"): ("move", ()),
    ("Effect", "only"): ("party", ()),
    ("Move", "of"): ("party", ()),
    ("Move", "at"): ("party", (AT_CHOICE,)),
    ("Played", "at"): ("party", ()),
    ("Played", "of"): ("party", ()),
    ("PartyBound", "of"): ("party", ()),
    ("PairBound", "of"): ("party", ()),
    ("PairBound", "in"): ("party", ()),
    ("StartingPair", "of"): ("party", ()),
    ("StartingPair", "in"): ("party", ()),
    ("ValueBound", "of"): ("party", ()),
    ("Who", "of"): ("party", ()),
    ("Met", "of"): ("party", ()),
    ("Confronted", "of"): ("party", ()),
    ("Confronted", "is"): ("move", ()),
    ("Confrontation", "of"): ("party", ()),
    ("Confrontation", "is"): ("move", ()),
    ("Confrontation", "event"): ("event", ()),
    ("Confrontation", "change"): ("element", (TO_PART,)),
    ("Negotiable", "consent"): ("party", ("all", "majority")),
    ("Occasion", "party"): ("party", ("any", "all")),
    ("Prop", "held_by"): ("party", ("table",)),
    ("Move", "needs"): ("prop", ()),
    ("Move", "reveals"): ("move", ()),
    ("Move", "apart"): ("role", ("all", "speaker")),
    ("Line", "speaker"): ("role", ()),
    ("Answer", "speaker"): ("role", ()),
    ("AnswerTo", "speaker"): ("role", ()),
    ("OpeningLine", "speaker"): ("role", ()),
    ("OpeningLine", "only"): ("party", ()),
    ("Situation", "only"): ("party", ()),
    ("Knowledge", "of"): ("party", ()),
    ("Knowledge", "about"): ("party", ()),
    ("Knowledge", "is"): ("move", ()),
    ("Befallen", "of"): ("party", ()),
    ("Befallen", "event"): ("event", ()),
    ("Condition", "changed"): ("element", ()),
    ("Condition", "happened"): ("event", ()),
    ("Condition", "left"): ("party", ()),
    ("Condition", "at_table"): ("party", ()),
    ("Condition", "in_force"): ("element", ()),
    ("Condition", "not_in_force"): ("element", ()),
    ("Course", "ending"): ("ending", ()),
    ("Course", "phase"): ("phase", ()),
    ("Course", "move"): ("move", ()),
    ("Course", "event"): ("event", ()),
    ("Occasion", "adopts"): ("element", ()),
    ("Occasion", "drops"): ("element", ()),
    ("Occasion", "leaves"): ("role", ()),
}

# Where the names are defined. Of a party, also its roles and wants; see `_in_party`.
CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "party": ("parties",),
    "move": ("moves",),
    "decor": ("decor",),
    "prop": ("props",),
    "rule": ("rules",),
    "ritual": ("rituals",),
    "phase": ("script", "phases"),
    "event": ("script", "events"),
    "ending": ("endings",),
    "goal": ("teaches",),
}
# Conditions and events name these without giving their chapter.
ELEMENTS = ("rule", "ritual", "decor", "prop", "phase")
RESERVED = frozenset({"all", "any", "majority", "table", AT_CHOICE})

_KINDS: Mapping[Path, str] = {way: kind for kind, way in CHAPTERS.items()}
_OF_A_WANT = ("wants", "want_names", "met")


class Mention(NamedTuple):
    """A name where it stands in a file.

    kind: what it names; `element` for one of several chapters. name: in full, party.role for a
    role and party.want for a want. node: the value or key it is written in; at: where in that the
    name begins, since `north.baker` names a party and a role.
    """

    kind: str
    name: str
    node: ScalarNode
    at: int = 0
    is_definition: bool = False

    @property
    def word(self) -> str:
        """The name as it stands there."""
        return self.name.rpartition(".")[2]


def mentions(typed_nodes: Iterable[TypedNode]) -> Iterator[Mention]:
    """Every name in a file, where it is defined and where it is referred to, in their order."""
    met: dict[Path, MappingNode] = {}
    for typed in typed_nodes:
        if typed.expects is Met and isinstance(typed.node, MappingNode):
            met[typed.path] = typed.node
        if typed.key is not None and not isinstance(typed.path[-1], int):
            yield from _of_key(typed.path, typed.key)
        node = typed.node
        if typed.expects is str and isinstance(node, ScalarNode) and isinstance(node.value, str):
            yield from _of_value(typed, node, met.get(typed.path[:-1]))


def _of_key(path: Path, key: ScalarNode) -> Iterator[Mention]:
    above = path[:-1]
    if (kind := _KINDS.get(above)) is not None:
        yield Mention(kind, key.written, key, is_definition=True)
    elif len(above) == 3 and above[0] == "parties":
        yield from _in_party(str(above[1]), above[2], key)


def _in_party(party: str, block: str | int, key: ScalarNode) -> Iterator[Mention]:
    name = f"{party}.{key.written}"
    if block == "roles":
        yield Mention("role", name, key, is_definition=True)
    elif block in _OF_A_WANT:
        yield Mention("want", name, key, is_definition=block == "wants")


def _of_value(typed: TypedNode, node: ScalarNode, met: MappingNode | None) -> Iterator[Mention]:
    if (typed.owner, typed.field) == (Met, "want"):
        of = met.get("of") if met else None
        if isinstance(of, ScalarNode):
            yield Mention("want", f"{of.written}.{node.written}", node)
        return
    kind, words = REFERENCES.get((typed.owner.__name__, typed.field), ("", ()))
    if not kind or node.written in words:
        return
    party, dot, _ = node.written.partition(".")
    if dot and kind in ("role", "element"):
        yield Mention("party", party, node)
        yield Mention("role", node.written, node, at=len(party) + 1)
    else:
        yield Mention(kind, node.written, node)
