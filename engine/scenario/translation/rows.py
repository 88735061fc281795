"""A scenario file -> its texts as rows, each with a name, a place and what a translator needs."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.scenario.characters import composed
from engine.scenario.load import normalised, tree_of
from engine.scenario.meaning.legibility import most_words, room_of
from engine.scenario.nodes import MappingNode, Node, ScalarNode
from engine.scenario.problems import Problem
from engine.scenario.schema import Line, Move, Text, tidy
from engine.scenario.schema_walk import Path, SourceMap, TypedNode, languages_named
from engine.scenario.vocabulary import LANGUAGE_TAG

_DIGITS = 8  # of a digest: that two versions of one text share them never happens by accident
_SLUG_WORDS = 4  # design choice: enough to recognise a line by
_SLUG_LETTERS = 40  # as many as a name may have
_COMMENT = re.compile(r"[\]}, ]*\s#\s*(.*)$")
# What does not keep a text from being translated: it is what a translation adds.
_MENDED_BY_TEXT = frozenset({"empty-value"})

# What kind of text stands in a field, by the name of the part and of the field. Without a part:
# wherever the field is.
_KINDS = {
    ("", "title"): "title", ("", "name"): "title", ("Scenario", "summary"): "summary",
    ("Goal", "text"): "goal", ("Party", "public"): "public", ("Party", "private"): "secret",
    ("Role", "brief"): "secret", ("Party", "want_names"): "want", ("Move", "title"): "card",
    ("Said", "title"): "card", ("SaidToReply", "title"): "card",
    ("Move", "text"): "risk", ("Move", "face"): "face",
    ("Move", "found_out"): "found-out", ("ReflectionStep", "ask"): "question",
    ("Question", "text"): "question", ("ReflectionStep", "options"): "option",
    ("Negotiable", "unit"): "unit", ("Trainer", "goal"): "trainer",
    ("Trainer", "if_you_see"): "trainer", ("Phase", "trainer"): "trainer",
    ("", "say"): "said", ("", "say_to"): "said",
}  # fmt: skip


@dataclass(frozen=True)
class TextRow:
    """One text of a scenario.

    id: where it is, by names; an item of a list goes by its first words. family: the same without
    those words. kind: what sort of text it is. speaker: the person who says it, if it is known.
    line: in the file, from 1. most_words: that it may have. most_letters: that fit where it is
    shown. note: the author's comment behind it.
    texts: by language, as they count (see `tidy`).
    """

    id: str
    family: str
    kind: str
    speaker: str
    line: int
    most_words: int | None
    most_letters: int
    note: str
    texts: Mapping[str, str]
    node: Node = field(repr=False, compare=False)

    @property
    def digests(self) -> dict[str, str]:
        """What its texts are, in few letters, by language."""
        return {language: digest(text) for language, text in self.texts.items()}


class Texts(NamedTuple):
    """The texts of a file. problems: why it can't be read; then there are no rows.

    languages: those it is written in, in its own order. plain: the one of texts that don't say.
    """

    rows: tuple[TextRow, ...]
    languages: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    tree: MappingNode | None = None
    plain: str | None = None


def digest(text: str) -> str:
    """A few letters that differ if the text does."""
    return hashlib.sha256(counted(text).encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def counted(text: str) -> str:
    """A text as it counts: without the space around its lines, its accents on their letters."""
    return composed(tidy(normalised(text)))


def texts_of(content: bytes) -> Texts:
    """The texts of a scenario file, also of one that is only half translated."""
    tree, problems = tree_of(content)
    errors = [each for each in problems if each.is_error and each.code not in _MENDED_BY_TEXT]
    if tree is None or errors:
        return Texts((), (), tuple(errors or problems))
    lines = normalised(content.decode()).split("\n")
    return _Reader(tree, lines).texts()


class _Reader:
    """Reads the rows of one file."""

    def __init__(self, tree: MappingNode, lines: list[str]) -> None:
        self._tree, self._lines = tree, lines
        self._source = SourceMap(tree, lines)
        self._plain = _word_at(tree, "language")
        self._texts = [each for each in self._source.all() if each.expects is Text]
        self._slugs = self._slugs_of_items()

    def texts(self) -> Texts:
        """All of them, each once: what an alias repeats stands where it was first written."""
        seen: set[int] = set()
        rows = []
        for typed in self._texts:
            if id(typed.node) not in seen and (texts := self._by_language(typed.node)) is not None:
                rows.append(self._row(typed, texts))
            seen.add(id(typed.node))
        return Texts(tuple(rows), self._languages(rows), (), self._tree, self._plain)

    def _by_language(self, node: Node) -> dict[str, str] | None:
        """Its texts by language; None if the language can't be told."""
        if isinstance(node, ScalarNode):
            is_known = self._plain is not None and isinstance(node.value, str)
            return {self._plain or "": counted(node.written)} if is_known else None
        if not isinstance(node, MappingNode):
            return None
        return {
            key.written: counted(value.written)
            for key, value in node.entries
            if LANGUAGE_TAG.fullmatch(key.written)
            and isinstance(value, ScalarNode)
            and isinstance(value.value, str)
            and value.written.strip()
        }

    def _languages(self, rows: list[TextRow]) -> tuple[str, ...]:
        """Those that the file says it has, or else those that its texts have."""
        named = languages_named(self._tree) or ((self._plain,) if self._plain else ())
        used = [language for row in rows for language in row.texts]
        return tuple(dict.fromkeys([*named, *used]))

    def _row(self, typed: TypedNode, texts: Mapping[str, str]) -> TextRow:
        path, speaker = typed.path, self._speaker(typed)
        is_line = issubclass(typed.owner, Line)
        owner = typed.owner.__name__
        kind = _KINDS.get((owner, typed.field)) or _KINDS.get(("", typed.field), "shown")
        return TextRow(
            id=".".join(self._names(path)),
            family=".".join(step for step in path if isinstance(step, str)),
            kind="told" if is_line and not speaker else kind,
            speaker=speaker,
            line=typed.node.mark.line,
            most_words=most_words(typed),
            most_letters=room_of(typed),
            note=self._note(typed.node),
            texts=texts,
            node=typed.node,
        )

    # --- names ----------------------------------------------------------------------------------

    def _slugs_of_items(self) -> dict[Path, str]:
        """What each item of a list is called: by its first words, and a number for a namesake."""
        slugs: dict[Path, str] = {}
        used: dict[tuple[Path, str], int] = {}
        for typed in self._texts:
            for length in range(1, len(typed.path) + 1):
                path = typed.path[:length]
                if path in slugs or not isinstance(path[-1], int):
                    continue
                slug = self._slug(typed.node)
                times = used[path[:-1], slug] = used.get((path[:-1], slug), 0) + 1
                slugs[path] = slug if times == 1 else f"{slug}-{times}"
        return slugs

    def _slug(self, node: Node) -> str:
        text = next(iter((self._by_language(node) or {}).values()), "")
        words = re.findall(r"[^\W_]+", text.casefold())[:_SLUG_WORDS]
        return "-".join(words)[:_SLUG_LETTERS].strip("-") or digest(text)

    def _names(self, path: Path) -> Iterator[str]:
        """The steps of a path; an item that begins with the item it is in adds nothing."""
        last = ""
        for length, step in enumerate(path, start=1):
            name = step if isinstance(step, str) else self._slugs[path[:length]]
            if isinstance(step, str) or name != last:
                yield name
            last = last if isinstance(step, str) else name

    # --- around a text --------------------------------------------------------------------------

    def _speaker(self, typed: TypedNode) -> str:
        """Who says it, by name; empty where nobody does or several people may."""
        if typed.field != "say":
            return ""
        for length in range(len(typed.path) - 1, 0, -1):
            above = self._source.nearest(typed.path[:length])
            if isinstance(above.expects, type) and isinstance(above.node, MappingNode):
                if issubclass(above.expects, Line):
                    return self._called(_word_at(above.node, "speaker") or "")
                if above.expects is Move:
                    return self._called(_word_at(above.node, "of") or "")
        return ""

    def _called(self, address: str) -> str:
        """A role as people know it; of a party, whoever leads it."""
        party, _, role = address.partition(".")
        roles = _below(_below(_below(self._tree, "parties"), party), "roles")
        if not isinstance(roles, MappingNode):
            return address
        own = roles.get(role) if role else next((each.node for each in roles.entries), None)
        name = _word_at(own, "name")
        return f"{name} ({address})" if name else address

    def _note(self, node: Node) -> str:
        """The comment behind a text, on the line where it ends."""
        last = node.entries[-1].node if isinstance(node, MappingNode) and node.entries else node
        if not isinstance(last, ScalarNode) or last.end.line > len(self._lines):
            return ""
        found = _COMMENT.match(self._lines[last.end.line - 1], last.end.column - 1)
        return found[1].strip() if found else ""


def _below(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, MappingNode) else None


def _word_at(node: Node | None, key: str) -> str | None:
    """The word with that key, if there is one."""
    found = _below(node, key)
    return found.written if isinstance(found, ScalarNode) else None
