"""Mistakes made by chance: one kind after the other, each at a place that a seed chooses."""

import random
import re
from collections.abc import Callable, Iterator

from engine.scenario.load import load_text
from engine.scenario.mentions import REFERENCES
from engine.scenario.nodes import MappingNode, ScalarNode
from engine.scenario.schema import Text
from engine.scenario.schema_walk import TypedNode, fields_of, is_part, words_of
from tests.scenario.mistakes.cases import BASES, Mistake

ROUNDS = range(2)  # how often each kind is made in each scenario

Change = tuple[str, str, TypedNode, str | None]  # the text, the code, where, and by the author
Slip = Callable[["Bench", random.Random], Iterator[Change]]


class Bench:
    """A scenario to make mistakes in: its text, and what stands where."""

    def __init__(self, text: str) -> None:
        source = load_text(text, "x.yaml").source
        assert source is not None
        self.text = text
        self.nodes = [typed for typed in source.all() if typed.key is not None]
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self._starts = starts

    def at(self, line: int, column: int) -> int:
        """The place in the text."""
        return self._starts[line - 1] + column - 1

    def values(self, *, plain: bool = True) -> Iterator[tuple[TypedNode, ScalarNode, int]]:
        """Every single value as it stands in the text, and where."""
        for typed in self.nodes:
            node = typed.node
            if isinstance(node, ScalarNode) and node.plain >= plain:
                at = self.at(*node.mark)
                if self.text.startswith(node.written, at):
                    yield typed, node, at

    def with_value(self, at: int, old: str, new: str) -> str:
        """The text with another value there."""
        return self.text[:at] + new + self.text[at + len(old) :]

    def is_in_braces(self, at: int) -> bool:
        """Whether the value there stands between braces on its line."""
        line = self.text[self.text.rfind("\n", 0, at) + 1 : at]
        return line.count("{") > line.count("}")


def _misspelt(word: str, luck: random.Random) -> str:
    at = luck.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def _a_key(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed in bench.nodes:
        assert typed.key is not None
        written = typed.key.written
        is_field = written in fields_of(typed.owner) and written == typed.field
        if is_field and len(written) > 5 and isinstance(typed.path[-1], str):
            at = bench.at(*typed.key.mark)
            changed = bench.with_value(at, written, _misspelt(written, luck))
            yield changed, "unknown-key", typed, None


def _a_reference(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, node, at in bench.values():
        found = REFERENCES.get((typed.owner.__name__, typed.field))
        if found is not None and len(node.written) > 4 and node.written not in found[1]:
            changed = bench.with_value(at, node.written, _misspelt(node.written, luck))
            yield changed, f"unknown-{found[0]}", typed, None


def _a_word(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, node, at in bench.values():
        if node.written in words_of(typed.expects) and len(node.written) > 5:
            changed = bench.with_value(at, node.written, _misspelt(node.written, luck))
            yield changed, "unknown-word", typed, None


def _numbers(bench: Bench) -> Iterator[tuple[TypedNode, ScalarNode, int]]:
    for typed, node, at in bench.values():
        if typed.expects is int and typed.field != "between":
            yield typed, node, at


def _half(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, node, at in _numbers(bench):
        new = f"{node.written}{luck.choice('.,')}2"
        yield bench.with_value(at, node.written, new), "not-whole", typed, None


def _with_unit(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, node, at in _numbers(bench):
        new = node.written + luck.choice(("%", " %", " points", " punten"))
        yield bench.with_value(at, node.written, new), "not-a-number", typed, None


def _in_quotes(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, node, at in _numbers(bench):
        if node.written[0] not in "+-":
            changed = bench.with_value(at, node.written, f'"{node.written}"')
            yield changed, "quoted-number", typed, None


def _too_large(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, node, at in _numbers(bench):
        changed = bench.with_value(at, node.written, str(luck.randrange(2_000, 9_000)))
        yield changed, "out-of-range", typed, bench.text


def _spoken_yes(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, node, at in bench.values():
        if node.value is True:
            yield bench.with_value(at, node.written, "ja"), "not-yes-or-no", typed, None


def _texts(bench: Bench, *, in_braces: bool) -> Iterator[tuple[TypedNode, ScalarNode, int]]:
    for typed, node, at in bench.values():
        is_text = typed.expects is Text or typed.owner is Text
        is_on_one_line = node.mark.line == node.end.line
        if is_text and is_on_one_line and bench.is_in_braces(at) is in_braces:
            yield typed, node, at


def _with(sign: str, code: str, *, in_braces: bool) -> Slip:
    def slip(bench: Bench, luck: random.Random) -> Iterator[Change]:
        for typed, node, at in _texts(bench, in_braces=in_braces):
            words = node.written.split(" ")
            if len(words) > 2:
                cut = luck.randrange(1, len(words) - 1)
                new = " ".join(words[:cut]) + sign + " ".join(words[cut:])
                yield bench.with_value(at, node.written, new), code, typed, None

    return slip


def _around(left: str, right: str, code: str, *, in_braces: bool, comma: bool = False) -> Slip:
    def slip(bench: Bench, luck: random.Random) -> Iterator[Change]:
        for typed, node, at in _texts(bench, in_braces=in_braces):
            new = node.written.replace(" ", ", ", 1) if comma else node.written
            if not comma or new != node.written:
                yield bench.with_value(at, node.written, left + new + right), code, typed, None

    return slip


def _far_too_long(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for in_braces in (False, True):
        for typed, node, at in _texts(bench, in_braces=in_braces):
            new = node.written + " and so on" * 150
            yield bench.with_value(at, node.written, new), "too-long-for-box", typed, bench.text


def _entries(bench: Bench, *, in_braces: bool) -> Iterator[tuple[TypedNode, ScalarNode, int]]:
    """Names with a single value after them on the same line, and where the name is."""
    for typed in bench.nodes:
        key, node = typed.key, typed.node
        is_single = (
            isinstance(node, ScalarNode) and key is not None and key.end.line == node.mark.line
        )
        if is_single and key is not None and isinstance(typed.path[-1], str):
            at = bench.at(*key.mark)
            if bench.is_in_braces(at) is in_braces and bench.text.startswith(
                key.written + ": ", at
            ):
                yield typed, key, at


def _glued(in_braces: bool) -> Slip:
    def slip(bench: Bench, luck: random.Random) -> Iterator[Change]:
        for typed, key, at in _entries(bench, in_braces=in_braces):
            is_quoted = not getattr(typed.node, "plain", True)
            if not is_quoted:
                changed = bench.with_value(at, key.written + ": ", key.written + ":")
                yield changed, "colon-and-space", typed, None

    return slip


def _nbsp(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, key, at in _entries(bench, in_braces=False):
        changed = bench.with_value(at, key.written + ": ", key.written + ":\u00a0")
        yield changed, "non-breaking-space", typed, None


def _tab(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, _, at in _entries(bench, in_braces=False):
        start = bench.text.rfind("\n", 0, at) + 1
        if bench.text[start:at].strip() == "" and start < at:
            yield bench.text[:start] + "\t" + bench.text[at:], "tab-indentation", typed, None


def _twice(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, _, at in _entries(bench, in_braces=False):
        start = bench.text.rfind("\n", 0, at) + 1
        end = bench.text.find("\n", at) + 1
        if bench.text[start:at].strip() == "":
            line = bench.text[start:end]
            # The second of the two is told, and that is one line further down.
            changed = bench.text[:start] + line + bench.text[start:]
            yield changed, "duplicate-key", typed, None


def _without_comma(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, _, at in _entries(bench, in_braces=True):
        before = bench.text[at - 2 : at]
        is_after_text = re.search(r"[A-Za-z.0-9]$", bench.text[: at - 2]) is not None
        if before == ", " and is_after_text:
            yield bench.text[: at - 2] + " " + bench.text[at:], "missing-comma", typed, None


def _blocks(bench: Bench, kind: str) -> Iterator[tuple[TypedNode, int, int]]:
    """Blocks and lists within brackets on one line: where they begin and end."""
    for typed in bench.nodes:
        at = bench.at(*typed.node.mark)
        if bench.text[at] == kind:
            closing = {"{": "}", "[": "]"}[kind]
            end = bench.text.find(closing, at) + 1
            inner = bench.text[at + 1 : end - 1]
            if "\n" not in inner and not set(inner) & set('[]{}"'):
                yield typed, at, end


def _one_too_many(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, _, end in _blocks(bench, "{"):
        if bench.text[end : end + 1] == "\n":
            yield bench.text[:end] + "}" + bench.text[end:], "bracket-too-many", typed, None


def _unclosed(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, _, end in _blocks(bench, "{"):
        if bench.text[end : end + 1] == "\n":
            yield bench.text[: end - 1] + bench.text[end:], "bracket-not-closed", typed, None


def _list_in_braces(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, at, end in _blocks(bench, "["):
        inner = bench.text[at + 1 : end - 1]
        if re.fullmatch(r"[a-z-]+(, [a-z-]+)+", inner):
            changed = f"{bench.text[:at]}{{{inner}}}{bench.text[end:]}"
            yield changed, "list-in-braces", typed, None


def _list_without_brackets(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, at, end in _blocks(bench, "["):
        inner = bench.text[at + 1 : end - 1]
        is_of_ids = re.fullmatch(r"[a-z-]+(, [a-z-]+)+", inner) and typed.field in ("moves", "of")
        if is_of_ids and not bench.is_in_braces(at):
            changed = bench.text[:at] + inner + bench.text[end:]
            yield changed, "list-without-brackets", typed, None


def _block_as_list(bench: Bench, luck: random.Random) -> Iterator[Change]:
    for typed, at, end in _blocks(bench, "{"):
        inner = bench.text[at + 1 : end - 1]
        if is_part(typed.expects) and typed.expects is not Text and isinstance(typed.path[-1], str):
            changed = f"{bench.text[:at]}[{inner}]{bench.text[end:]}"
            yield changed, "list-for-block", typed, None


def _gone(bench: Bench, luck: random.Random) -> Iterator[Change]:
    """A required name with its value, left out: told at the block it belongs to."""
    by_path = {typed.path: typed for typed in bench.nodes}
    for typed, _, at in _entries(bench, in_braces=False):
        part = typed.owner.model_fields.get(typed.field)
        above = by_path.get(typed.path[:-1])
        start, end = bench.text.rfind("\n", 0, at) + 1, bench.text.find("\n", at) + 1
        is_alone = bench.text[start:at].strip() == ""
        is_needed = part is not None and part.is_required()
        if is_alone and is_needed and above is not None and isinstance(above.node, MappingNode):
            yield bench.text[:start] + bench.text[end:], "missing-key", above, bench.text


SLIPS: dict[str, Slip] = {
    "a key": _a_key,
    "a reference": _a_reference,
    "a word": _a_word,
    "a half": _half,
    "a unit": _with_unit,
    "a number in quotes": _in_quotes,
    "too large": _too_large,
    "ja": _spoken_yes,
    "a colon": _with(": ", "colon-in-text", in_braces=False),
    "a colon in braces": _with(": ", "colon-in-text", in_braces=True),
    "a comma in braces": _with(", ", "text-cut-by-comma", in_braces=True),
    "a hash": _with(" #", "text-cut-by-hash", in_braces=False),
    "a hash in braces": _with(" #", "hash-in-brackets", in_braces=True),
    "an emoji": _around("", " \U0001f600", "letter-not-drawn", in_braces=False),
    "a space unseen": _with("\u200b", "invisible-character", in_braces=False),
    "curly quotes": _around("“", "”", "smart-quotes", in_braces=False),
    "curly quotes, comma": _around("“", "”", "smart-quotes", in_braces=True, comma=True),
    "far too long": _far_too_long,
    "glued": _glued(False),
    "glued in braces": _glued(True),
    "nbsp": _nbsp,
    "a tab": _tab,
    "twice": _twice,
    "a comma gone": _without_comma,
    "a brace too many": _one_too_many,
    "a brace unclosed": _unclosed,
    "a list in braces": _list_in_braces,
    "a list without brackets": _list_without_brackets,
    "a block as list": _block_as_list,
    "a name gone": _gone,
}
# The second of two equal names is told, one line below the first.
_BELOW = frozenset({"duplicate-key"})


def _made(base: str, bench: Bench, kind: str, turn: int) -> Iterator[Mistake]:
    luck = random.Random(f"{base} {kind} {turn}")
    found = list(SLIPS[kind](bench, luck))
    if found:
        text, code, typed, by_author = luck.choice(found)
        line = (typed.key or typed.node).mark.line if code == "unknown-key" else _line(typed)
        where = "/".join(map(str, typed.path[-2:]))
        name = f"{base}: {kind} at {where}"
        yield Mistake(name, text, code, line + (code in _BELOW), by_author)


def _line(typed: TypedNode) -> int:
    return typed.mark.line if isinstance(typed.node, MappingNode) else typed.node.mark.line


def all_made() -> Iterator[Mistake]:
    """Each kind in each scenario, a few times, at another place each time."""
    for base, text in BASES.items():
        bench = Bench(text)
        for kind in SLIPS:
            for turn in ROUNDS:
                yield from _made(base, bench, kind, turn)


SEEDED: tuple[Mistake, ...] = tuple({each.text: each for each in all_made()}.values())
