"""A scenario file -> the scenario, or every problem in it at once."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple

from pydantic import ValidationError

from engine.scenario.check import Places, meaning_faults
from engine.scenario.form import Finding, Form, schema_findings, written_findings
from engine.scenario.nodes import START, Fault, Mark, Node, Scalar, Table, as_plain, read
from engine.scenario.problems import CATALOGUE, Problem, Value, in_order
from engine.scenario.references import defined_in, reference_findings
from engine.scenario.schema import FORMAT_VERSION, Scenario
from engine.scenario.shape import Path as NodePath
from engine.scenario.shape import Spot, spots_of
from engine.scenario.surface import (
    invisible_faults,
    layout_faults,
    tree_faults,
    with_plain_spaces,
    without_invisible,
)
from engine.scenario.vocabulary import Language

MAX_BYTES = 1_000_000
_MOST_STOPS = 20
_LONGEST_QUOTE = 80
_MOST_FINDINGS = 500  # of one kind of judgement; nobody mends more than that in one go
_CHAPTER = re.compile(r"([A-Za-z_]+)")
_LIST = re.compile(r"(?:[ ]*(?:#.*)?\n|---\n)*[ ]*([-\[])")
# The faults that say least: not worth telling beside one that explains them.
_VAGUE = frozenset({"yaml-syntax", "indentation"})


@dataclass(frozen=True)
class Loaded:
    """What came out of a file. The scenario is None if there is any error.

    problems: errors first, then by place. digest: sha256 of the text, in hex, the same on every
    system.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    digest: str


def load(path: Path) -> Loaded:
    """The scenario in a file. Never raises for what the file is or holds."""
    content = read_bytes(path)
    if content is None:
        problem = Problem(str(path), 1, 1, "file-unreadable")
        return Loaded(None, (problem,), digest_of(""))
    return load_text(content, str(path))


def load_text(text: str | bytes, name: str) -> Loaded:
    """The scenario in a text; `name` is the file that the problems will name."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if (fault := _unfit(content)) is not None:
        return Loaded(None, problems_of(name, [fault]), hashlib.sha256(content).hexdigest())
    clean = normalised(content.decode())
    scenario, faults = _understand(clean)
    problems = problems_of(name, faults)
    if any(problem.severity == "error" for problem in problems):
        scenario = None
    return Loaded(scenario, problems, digest_of(clean))


def read_bytes(path: Path) -> bytes | None:
    """What is in a file, as far as it is worth reading; None if it can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None


def tree_of(content: bytes) -> tuple[Table | None, list[Fault]]:
    """The block of names in a file of this format, whatever it is about, and what is wrong.

    None where there is no such block. What its names mean is for the caller to judge.
    """
    if (fault := _unfit(content)) is not None:
        return None, [fault]
    clean = normalised(content.decode())
    faults = list(invisible_faults(clean))
    text = without_invisible(clean)
    reading = read(text)
    faults += [*layout_faults(text, reading.texts), *reading.faults]
    if reading.stop is not None:
        return None, [*faults, reading.stop]
    if not isinstance(reading.tree, Table):
        return None, [*faults, Fault("not-a-scenario" if reading.tree else "file-empty", START)]
    if (fault := _version_fault(reading.tree.get("samenspel"))) is not None:
        return None, [*faults, fault]
    faults += [each.fault for each in tree_faults(reading.tree, text.split("\n"))]
    return reading.tree, faults


def normalised(text: str) -> str:
    """The text with plain newlines and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def digest_of(text: str) -> str:
    """The sha256 of a text, in hex, whatever newlines it was saved with."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()


def _unfit(content: bytes) -> Fault | None:
    """What makes a file unfit to be read at all."""
    if len(content) > MAX_BYTES:
        return Fault("file-too-large", START, {"limit": MAX_BYTES // 1000})
    if b"\x00" in content:
        return Fault("file-binary", START)
    try:
        content.decode()
    except UnicodeDecodeError as error:
        before = normalised(content[: error.start].decode())
        return Fault("not-utf-8", _place_of(before, len(before)))
    return None if content.removeprefix(b"\xef\xbb\xbf").strip() else Fault("file-empty", START)


def _place_of(text: str, at: int) -> Mark:
    return Mark(text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)


def _understand(text: str) -> tuple[Scenario | None, list[Fault]]:
    faults = list(invisible_faults(text))
    text = without_invisible(text)
    layout = layout_faults(text, read(text).texts)
    lines = text.split("\n")
    if (found := _LIST.match(text)) and not text.startswith("---", found.start(1)):
        return None, [*faults, Fault("not-a-scenario", _place_of(text, found.start(1)))]
    piece = _read_by_chapter(with_plain_spaces(text, layout))
    explained = {fault.mark.line for fault in layout}
    faults += layout
    faults += [fault for fault in piece.faults if not _is_echo(fault, explained)]
    if piece.tree is None:
        return None, faults or [Fault("file-empty", START)]
    scenario, more = _understand_tree(piece.tree, lines, piece.unread)
    return scenario, faults + more


class _Piece(NamedTuple):
    """What could be read: the chapters that are no YAML left out."""

    tree: Node | None
    faults: list[Fault]
    unread: set[str]


def _read_by_chapter(text: str) -> _Piece:
    """The tree, where one chapter that can't be read does not hide the others."""
    stops: list[Fault] = []
    unread: set[str] = set()
    while (reading := read(text)).stop is not None:
        stops.append(reading.stop)
        # A chapter that is itself in the wrong place leaves nothing to hold on to.
        is_adrift = reading.stop.code == "indentation" and reading.stop.mark.column == 1
        chapter = None
        if reading.is_spelling and not is_adrift:
            chapter = _chapter_at(text, reading.stop.mark.line)
        if chapter is None or len(stops) > _MOST_STOPS:
            return _Piece(None, stops + reading.faults, unread)
        name, first, after = chapter
        unread.add(name)
        lines = text.split("\n")
        lines[first:after] = [""] * (after - first)
        text = "\n".join(lines)
    return _Piece(reading.tree, stops + reading.faults, unread)


def _chapter_at(text: str, line: int) -> tuple[str, int, int] | None:
    """The name of the chapter a line is in, its first line and the one after it, from 0."""
    starts = [
        (at, found[1]) for at, row in enumerate(text.split("\n")) if (found := _CHAPTER.match(row))
    ]
    before = [start for start in starts if start[0] < line]
    if not before:
        return None
    first, name = before[-1]
    after = next((at for at, _ in starts if at > first), text.count("\n") + 1)
    return name, first, after


def _is_echo(fault: Fault, explained: set[int]) -> bool:
    """Whether the layout already explains why reading stopped here."""
    if fault.code == "tab-indentation":
        return fault.mark.line in explained
    return fault.code in _VAGUE and any(line <= fault.mark.line for line in explained)


def _understand_tree(
    tree: Node, lines: list[str], unread: set[str]
) -> tuple[Scenario | None, list[Fault]]:
    if not isinstance(tree, Table):
        return None, [Fault("not-a-scenario", tree.mark)]
    if (fault := _version_fault(tree.get("samenspel"))) is not None:
        return None, [fault]
    broken = list(tree_faults(tree, lines))
    faults = [each.fault for each in broken]
    blind = {id(each.node) for each in broken if each.node is not None}
    scenario, spots, findings = _judge(tree, unread)
    for stage in findings:
        fresh = [each for each in stage if blind.isdisjoint(each.trail)]
        faults += [each.fault for each in fresh]
        blind |= {each.trail[-1] for each in fresh if each.trail and _blinds(each.fault)}
    # What a scenario means can only be asked of one that is whole.
    if scenario is not None and not unread and not any(map(_is_error, faults)):
        faults += meaning_faults(scenario, Places(spots))
    return scenario, faults


def _blinds(fault: Fault) -> bool:
    """Whether a fault makes the value it is about unfit for further judgement."""
    return fault.code not in ("missing-key", "too-few", "too-many") and _is_error(fault)


def _is_error(fault: Fault) -> bool:
    return CATALOGUE[fault.code].severity == "error"


_Judged = tuple[Scenario | None, Mapping[NodePath, Spot], list[list[Finding]]]


def _judge(tree: Table, unread: set[str]) -> _Judged:
    """The scenario if it has the form of one, its spots, and the findings stage by stage."""
    spots = list(spots_of(tree))
    form = Form({spot.path: spot for spot in spots})
    language = _language(tree.get("language"))
    scenario, schema = None, []
    try:
        scenario = Scenario.model_validate(as_plain(tree), context={"language": language})
    except ValidationError as error:
        schema = list(schema_findings(error, form, unread))
    # A language that is not one says nothing about the texts.
    unclear = language is None and tree.get("language") is not None
    texts = [] if unclear else list(written_findings(spots, language))
    references = reference_findings(spots, defined_in(tree, unread))
    return scenario, form.spots, [schema, texts, list(islice(references, _MOST_FINDINGS))]


def _language(node: Node | None) -> Language | None:
    if not isinstance(node, Scalar):
        return None
    return "nl" if node.value == "nl" else "en" if node.value == "en" else None


def _version_fault(node: Node | None) -> Fault | None:
    if node is None:
        return None
    if isinstance(node, Scalar) and type(node.value) is int and node.value >= 1:
        if node.value <= FORMAT_VERSION:
            return None
        params = {"written": node.value, "highest": FORMAT_VERSION}
        return Fault("newer-version", node.mark, params)
    written = node.written if isinstance(node, Scalar) else "…"
    return Fault("bad-version", node.mark, {"written": written})


def problems_of(name: str, faults: list[Fault]) -> tuple[Problem, ...]:
    """The faults as problems of that file, each once, errors first, then by place."""
    unique = {(fault.mark, fault.code, str(fault.params)): fault for fault in faults}
    return in_order(
        [
            Problem(name, fault.mark.line, fault.mark.column, fault.code, _short(fault.params))
            for fault in unique.values()
        ]
    )


def _short(params: Mapping[str, Value]) -> dict[str, Value]:
    """The parameters with what was written on one line, and not the whole of a long text."""
    written = params.get("written")
    if not isinstance(written, str):
        return dict(params)
    return {**params, "written": shorten(written, _LONGEST_QUOTE, placeholder=" …")}
