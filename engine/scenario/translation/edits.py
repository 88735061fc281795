"""New texts written into a scenario file, with every other character left as it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.scenario.load import tree_of
from engine.scenario.nodes import MappingNode, Node, ScalarNode, SequenceNode
from engine.scenario.pieces import MAX_BYTES
from engine.scenario.problems import Mark
from engine.scenario.reader import meaning_of
from engine.scenario.schema_walk import languages_named
from engine.scenario.translation.rows import TextRow, Texts, counted
from engine.scenario.vocabulary import LANGUAGES

_NEWLINE = re.compile(r"\r\n|\r|\n")
_ANCHOR = re.compile(r"&\S+\s+")
_BLOCK = re.compile(r"([|>][^\r\n]*)(?:\r\n|\r|\n)(\s*)")
_IN_BRACKETS = frozenset(",[]{}")


class NewText(NamedTuple):
    """A text that a row is to have in a language."""

    row: TextRow
    language: str
    text: str


class TooLarge(Exception):
    """With those texts the file would be larger than any that can be opened."""


class Rewritten(NamedTuple):
    """A file with new texts. refused: those that could not be written in it without harm."""

    content: bytes
    refused: tuple[NewText, ...]


def rewritten(content: bytes, texts: Texts, wanted: Sequence[NewText]) -> Rewritten:
    """The file with those texts. What is read from it again is what was there, and these.

    Raises TooLarge.
    """
    file = _File(content.decode(), texts)
    if len(file.spliced(wanted)) > MAX_BYTES:
        raise TooLarge
    fitting: list[NewText] = []
    refused: list[NewText] = []
    ahead = [list(wanted)]
    result = content
    while ahead:
        some = ahead.pop()
        if not some:
            continue
        attempt = file.with_texts([*fitting, *some])
        if attempt is not None:
            fitting += some
            result = attempt
        elif len(some) == 1:
            refused += some
        else:
            half = len(some) // 2
            ahead += [some[half:], some[:half]]
    return Rewritten(result, tuple(refused))


class _Splice(NamedTuple):
    """A stretch of the file, from and to, and what is to stand there."""

    start: int
    end: int
    text: str


@dataclass
class _File:
    """The text of a file with the places of what is in it."""

    raw: str
    texts: Texts
    starts: list[int] = field(init=False)
    newline: str = field(init=False)

    def __post_init__(self) -> None:
        first = 1 if self.raw.startswith("\ufeff") else 0
        ends = list(_NEWLINE.finditer(self.raw))
        self.starts = [first, *(each.end() for each in ends)]
        self.newline = ends[0][0] if ends else "\n"

    def with_texts(self, wanted: Sequence[NewText]) -> bytes | None:
        """The file with those texts; None if it would then not say what it should."""
        content = self.spliced(wanted)
        tree, _ = tree_of(content)
        expected = _Expected(_by_node(wanted), self.texts.plain).of(self._tree)
        assert isinstance(expected, dict)
        if named := self._languages_to_name(wanted):
            expected["languages"] = named
        return content if tree is not None and _is_same(expected, tree) else None

    def spliced(self, wanted: Sequence[NewText]) -> bytes:
        """The file with those texts, whatever it says then."""
        splices = list(self._naming(self._languages_to_name(wanted)))
        for some in _by_node(wanted).values():
            splices += self._splices(some[0].row.node, {each.language: each.text for each in some})
        return _spliced(self.raw, splices).encode("utf-8")

    @property
    def _tree(self) -> MappingNode:
        assert self.texts.tree is not None
        return self.texts.tree

    # --- which languages the scenario says it has -----------------------------------------------

    def _languages_to_name(self, wanted: Sequence[NewText]) -> list[str]:
        """All its languages, if it has to say that it gets one that it did not have."""
        plain = self.texts.plain
        before = languages_named(self._tree) or ((plain,) if plain else LANGUAGES)
        after = list(dict.fromkeys([*before, *(each.language for each in wanted)]))
        return after if len(after) > len(before) else []

    def _naming(self, named: Sequence[str]) -> Iterable[_Splice]:
        """The line `languages: […]`: a new one, or a longer one."""
        if not named:
            return
        there = self._tree.get("languages")
        written = f"[{', '.join(named)}]"
        if there is None:
            before = self._tree.by_key.get("language") or self._tree.by_key.get("samenspel")
            last = before.node if before is not None else None
            if isinstance(last, ScalarNode):
                at = self._line_end(self._range(last)[1])
                yield _Splice(at, at, f"{self.newline}languages: {written}")
        elif isinstance(there, ScalarNode):
            yield _Splice(*self._range(there), written)
        elif isinstance(there, SequenceNode) and isinstance(there.items[-1], ScalarNode):
            end = self._range(there.items[-1])[1]
            added = named[len(there.items) :]
            if self.raw[self._at(there.mark)] == "[":
                yield _Splice(end, end, "".join(f", {each}" for each in added))
            else:
                at = self._line_end(end)
                indent = self.newline + " " * (there.mark.column - 1)
                yield _Splice(at, at, "".join(f"{indent}- {each}" for each in added))

    def _line_end(self, at: int) -> int:
        following = _NEWLINE.search(self.raw, at)
        return following.start() if following else len(self.raw)

    # --- where a text goes ----------------------------------------------------------------------

    def _splices(self, node: Node, new: dict[str, str]) -> Iterable[_Splice]:
        if isinstance(node, MappingNode):
            entries = node.by_key
            there = {language: entries[language].node for language in new if language in entries}
            for language, value in there.items():
                if isinstance(value, ScalarNode):
                    yield self._replaced(value, new[language], in_brackets=node.flow)
            added = {language: text for language, text in new.items() if language not in there}
            if added:
                yield self._beside(node, added)
        elif isinstance(node, ScalarNode):
            if set(new) == {self.texts.plain}:
                yield self._replaced(node, new[self.texts.plain or ""], in_brackets=True)
            else:
                yield self._by_language(node, new)

    def _replaced(self, scalar: ScalarNode, text: str, *, in_brackets: bool) -> _Splice:
        start, end = self._range(scalar)
        before = self.raw[start:end]
        if block := _BLOCK.match(before):
            return _Splice(start, end, self._in_block(text, block[1], block[2]))
        space = "" if before or self.raw[:start].endswith(" ") else " "
        return _Splice(start, end, space + written(text, before, in_brackets=in_brackets))

    def _in_block(self, text: str, head: str, indent: str) -> str:
        between = self.newline * (2 if head.startswith(">") else 1)
        lines = [f"{indent}{line}" if line else "" for line in text.split("\n")]
        return f"{head}{self.newline}{between.join(lines)}"

    def _beside(self, node: MappingNode, added: dict[str, str]) -> _Splice:
        """Behind the last language, in the way that one is written."""
        key, last = node.entries[-1]
        if not isinstance(last, ScalarNode):
            return _Splice(0, 0, "")
        start, end = self._range(last)
        like = self.raw[start:end]
        pairs = [
            f"{language}: {written(text, like, in_brackets=node.flow)}"
            for language, text in added.items()
        ]
        if node.flow:
            return _Splice(end, end, "".join(f", {pair}" for pair in pairs))
        at = self._line_end(end)
        indent = self.newline + " " * (key.mark.column - 1)
        return _Splice(at, at, "".join(indent + pair for pair in pairs))

    def _by_language(self, scalar: ScalarNode, new: dict[str, str]) -> _Splice:
        """A text that did not name its language, with the others beside it."""
        start, end = self._range(scalar)
        before, plain = self.raw[start:end], self.texts.plain or ""
        own = before
        if plain in new or not _fits_on_a_line(before, scalar):
            own = quoted(new.get(plain, counted(scalar.written)))
        others = [f"{tag}: {quoted(text)}" for tag, text in new.items() if tag != plain]
        return _Splice(start, end, "{" + ", ".join([f"{plain}: {own}", *others]) + "}")

    def _range(self, scalar: ScalarNode) -> tuple[int, int]:
        """Where a value begins, behind its anchor, and where its last letter is."""
        start, end = self._at(scalar.mark), self._at(scalar.end)
        if found := _ANCHOR.match(self.raw, start, end):
            start = found.end()
        return start, start + len(self.raw[start:end].rstrip())

    def _at(self, mark: Mark) -> int:
        return self.starts[mark.line - 1] + mark.column - 1


def _by_node(wanted: Sequence[NewText]) -> dict[int, list[NewText]]:
    """The new texts, together where they are of one text in several languages."""
    found: dict[int, list[NewText]] = {}
    for each in wanted:
        found.setdefault(id(each.row.node), []).append(each)
    return found


def _fits_on_a_line(source: str, scalar: ScalarNode) -> bool:
    """Whether a value can stand between brackets as it is written."""
    if _NEWLINE.search(source):
        return False
    return not scalar.plain or is_plain(scalar.written, in_brackets=True)


def _spliced(raw: str, splices: Iterable[_Splice]) -> str:
    parts, at = [], 0
    for each in sorted(splices):
        parts += [raw[at : each.start], each.text]
        at = each.end
    return "".join([*parts, raw[at:]])


# --- how a text is written ----------------------------------------------------------------------


def written(text: str, like: str, *, in_brackets: bool) -> str:
    """The text in YAML, with the quotes that the text before it has, as far as it can have them."""
    if like.startswith("'") and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    is_bare = like and like[0] not in "\"'|>"
    return text if is_bare and is_plain(text, in_brackets=in_brackets) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes, on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def is_plain(text: str, *, in_brackets: bool) -> bool:
    """Whether a text means itself without quotes."""
    if not text[:1].isalpha() or "\n" in text or not isinstance(meaning_of(text), str):
        return False
    if ": " in text or text.endswith(":") or " #" in text:
        return False
    return not in_brackets or _IN_BRACKETS.isdisjoint(text)


# --- what the file should say afterwards --------------------------------------------------------


class _New(str):
    """A text that was written anew: space around its lines does not count."""

    __slots__ = ()


class _Expected:
    """What a tree should hold with the new texts in it."""

    def __init__(self, by_node: dict[int, list[NewText]], plain: str | None) -> None:
        self._by_node, self._plain = by_node, plain

    def of(self, node: Node) -> object:
        """The node as dicts, lists and values."""
        new = {each.language: _New(each.text) for each in self._by_node.get(id(node), ())}
        if isinstance(node, MappingNode):
            return {entry.key.written: self.of(entry.node) for entry in node.entries} | new
        if isinstance(node, SequenceNode):
            return [self.of(item) for item in node.items]
        if set(new) - {self._plain}:
            return {self._plain: _New(counted(node.written))} | new
        return new.get(self._plain or "", node.value)


def _is_same(expected: object, node: Node) -> bool:
    if isinstance(node, MappingNode):
        return (
            isinstance(expected, dict)
            and expected.keys() == node.by_key.keys()
            and all(_is_same(expected[entry.key.written], entry.node) for entry in node.entries)
        )
    if isinstance(node, SequenceNode):
        return (
            isinstance(expected, list)
            and len(expected) == len(node.items)
            and all(map(_is_same, expected, node.items))
        )
    if isinstance(expected, _New):
        return isinstance(node.value, str) and counted(node.value) == expected
    return type(expected) is type(node.value) and expected == node.value
