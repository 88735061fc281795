"""A name changed everywhere it stands as a name, and not a letter of the rest."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pydantic import TypeAdapter, ValidationError

from engine.scenario.load import normalised, tree_of
from engine.scenario.mentions import ELEMENTS, RESERVED, Mention, mentions
from engine.scenario.problems import Mark, Problem
from engine.scenario.reader import meaning_of
from engine.scenario.schema import Id
from engine.scenario.schema_walk import TypedNode, is_list, typed_nodes

RenameReason = Literal[
    "unreadable", "part", "unknown", "several", "bad-name", "read-otherwise", "reserved", "same",
    "taken", "other-party", "shared", "spelt",
]  # fmt: skip
_BOM = "\ufeff"
_LINE_END = re.compile("(\r\n|\r|\n)")
_ID: TypeAdapter[str] = TypeAdapter(Id)


class Named(NamedTuple):
    """A name and what it names; the name in full, party.role for a role, as for a want."""

    kind: str
    name: str

    @property
    def word(self) -> str:
        """The last part of the name."""
        return self.name.rpartition(".")[2]

    @property
    def typed(self) -> str:
        """How it is written where it must not be taken for something else."""
        return f"{self.kind}:{self.name}"

    def renamed(self, word: str) -> "Named":
        """The same thing with another last part."""
        owner, dot, _ = self.name.rpartition(".")
        return Named(self.kind, f"{owner}{dot}{word}")

    def is_mentioned_by(self, mention: Mention) -> bool:
        """Whether that mention is of this; a condition does not say of which kind it is."""
        is_kind = mention.kind == self.kind or (mention.kind == "element" and self.kind in ELEMENTS)
        return is_kind and mention.name == self.name


class ChangedLine(NamedTuple):
    """A line of the file before and after; column: where the first change begins, from 1."""

    line: int
    column: int
    before: str
    after: str


@dataclass(frozen=True)
class Renaming:
    """What a renaming does to a file. Nothing has been written.

    places: how often the name was changed. is_finishing: it was changed in some places before.
    content: the file afterwards.
    """

    old: Named
    new: Named
    places: int
    lines: tuple[ChangedLine, ...]
    is_finishing: bool
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class RenameRefusal:
    """Why a name can't be changed.

    line: the place that is in the way. names: what could have been meant. problem: of the file.
    """

    reason: RenameReason
    line: int = 0
    names: tuple[str, ...] = ()
    problem: Problem | None = None


def rename(content: bytes, old: str, new: str) -> Renaming | RenameRefusal:
    """What changing that name to another does to a file.

    old: a name as it stands in the file; with what it belongs to (`north.baker`) or its kind
    (`party:north`) in front where several things have it. new: the same, or its last part alone.
    A name that was already changed where it is defined is changed in the other places.
    """
    tree, problems = tree_of(content)
    errors = [problem for problem in problems if problem.is_error]
    if tree is None or errors:
        return RenameRefusal("unreadable", problem=errors[0])
    if tree.get("samenspel") is None:  # a part of a scenario: names stand in the other parts too
        return RenameRefusal("part")
    typed = list(typed_nodes(tree))
    found = list(mentions(typed))
    meant = _meant(found, old, new)
    if isinstance(meant, RenameRefusal):
        return meant
    before, after, is_finishing = meant
    refusal = _refusal(before, after) or (None if is_finishing else _taken(found, after))
    if refusal is not None:
        return refusal
    edits = _edits(content, typed, found, before)
    if isinstance(edits, RenameRefusal):
        return edits
    lines, fresh = _applied(content, edits, before.word, after.word)
    is_finishing = is_finishing or any(map(after.is_mentioned_by, found))
    return Renaming(before, after, len(edits), tuple(lines), is_finishing, fresh)


# --- which name is meant --------------------------------------------------------------------------


def _meant(
    found: Sequence[Mention], old: str, new: str
) -> tuple[Named, Named, bool] | RenameRefusal:
    """The name before and after, and whether it was already changed where it is defined."""
    defined = dict.fromkeys(Named(m.kind, m.name) for m in found if m.is_definition)
    candidates = [each for each in defined if _fits(each, old)]
    is_finishing = not candidates
    if is_finishing:
        candidates = [each for each in _left_behind(found, defined, new) if _fits(each, old)]
    if not candidates:
        return RenameRefusal("unknown", names=_as_typed(defined))
    if len(candidates) > 1:
        return RenameRefusal("several", names=tuple(each.typed for each in candidates))
    (before,) = candidates
    after = _after(before, new)
    if isinstance(after, RenameRefusal):
        return after
    return before, after, is_finishing


def _fits(named: Named, written: str) -> bool:
    kind, colon, name = written.rpartition(":")
    return (not colon or kind == named.kind) and name in (named.name, named.word)


def _left_behind(
    found: Sequence[Mention], defined: Mapping[Named, None], new: str
) -> dict[Named, None]:
    """The names that nothing has any more, though something of their kind has the new one."""
    left: dict[Named, None] = {}
    for mention in found:
        kinds = ELEMENTS if mention.kind == "element" else (mention.kind,)
        some = [Named(kind, mention.name) for kind in kinds]
        if not any(each in defined for each in some):
            word = new.rpartition(":")[2].rpartition(".")[2]
            left |= dict.fromkeys(each for each in some if each.renamed(word) in defined)
    return left


def _after(before: Named, new: str) -> Named | RenameRefusal:
    kind, colon, name = new.rpartition(":")
    owner, dot, word = name.rpartition(".")
    after = before.renamed(word)
    if (colon and kind != before.kind) or (dot and f"{owner}.{word}" != after.name):
        return RenameRefusal("other-party")
    return after


def _as_typed(defined: Mapping[Named, None]) -> tuple[str, ...]:
    """Each name as short as it can be told from the others."""
    words = [named.word for named in defined]
    names = [named.name for named in defined]
    return tuple(
        named.word if words.count(named.word) == 1
        else named.name if names.count(named.name) == 1 and "." in named.name else named.typed
        for named in defined
    )  # fmt: skip


# --- whether it may have that name ----------------------------------------------------------------


def _refusal(before: Named, after: Named) -> RenameRefusal | None:
    if before == after:
        return RenameRefusal("same")
    try:
        _ID.validate_python(after.word)
    except ValidationError:
        return RenameRefusal("bad-name")
    if not isinstance(meaning_of(after.word), str):
        return RenameRefusal("read-otherwise")
    if after.kind == "party" and after.word in RESERVED:
        return RenameRefusal("reserved")
    return None


def _taken(found: Sequence[Mention], after: Named) -> RenameRefusal | None:
    rivals = ELEMENTS if after.kind in ELEMENTS else (after.kind,)
    for mention in found:
        if mention.is_definition and mention.kind in rivals and mention.name == after.name:
            return RenameRefusal("taken", line=mention.node.mark.line)
    return None


# --- the change itself ----------------------------------------------------------------------------


def _edits(
    content: bytes, typed: Sequence[TypedNode], found: Sequence[Mention], before: Named
) -> list[Mark] | RenameRefusal:
    """Where the name begins in each place, in the order of the file."""
    if (line := _shared(typed, found, before)) is not None:
        return RenameRefusal("shared", line=line)
    source = normalised(content.decode())
    starts = [0]
    for line_text in source.split("\n"):
        starts.append(starts[-1] + len(line_text) + 1)
    marks = set()
    for mention in filter(before.is_mentioned_by, found):
        node = mention.node
        first, last = (starts[mark.line - 1] + mark.column - 1 for mark in (node.mark, node.end))
        at = source.rfind(node.written, first, last)
        if at < 0:
            return RenameRefusal("spelt", line=node.mark.line)
        at += mention.at
        number = bisect(starts, at)
        marks.add(Mark(number, at - starts[number - 1] + 1))
    return sorted(marks)


def _shared(typed: Sequence[TypedNode], found: Sequence[Mention], before: Named) -> int | None:
    """The line of a place that, through an anchor, also stands for something else."""
    ours = {(id(m.node), m.at) for m in found if before.is_mentioned_by(m)}
    for mention in found:
        if (id(mention.node), mention.at) in ours and not before.is_mentioned_by(mention):
            return mention.node.mark.line
    named = Counter(id(mention.node) for mention in found if mention.at == 0)
    uses = Counter(id(each.node) for each in typed if not is_list(each.expects))
    nodes = {id(mention.node): mention.node for mention in found if before.is_mentioned_by(mention)}
    return next((node.mark.line for at, node in nodes.items() if uses[at] > named[at]), None)


def _applied(
    content: bytes, edits: Sequence[Mark], old: str, new: str
) -> tuple[list[ChangedLine], bytes]:
    """The lines that change, and the whole file with them; every other byte stays."""
    text = content.decode()
    plain = text.removeprefix(_BOM)
    parts = _LINE_END.split(plain)  # a line, its end, a line, …
    changed: dict[int, ChangedLine] = {}
    for line, column in reversed(edits):  # from the back, so that the places stay right
        now = parts[2 * line - 2]
        after = f"{now[: column - 1]}{new}{now[column - 1 + len(old) :]}"
        before = changed[line].before if line in changed else now
        changed[line] = ChangedLine(line, column, before, after)
        parts[2 * line - 2] = after
    fresh = text[: len(text) - len(plain)] + "".join(parts)
    return [changed[line] for line in sorted(changed)], fresh.encode()
