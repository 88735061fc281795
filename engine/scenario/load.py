"""A scenario file -> the scenario, or every problem in it at once."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from engine.scenario.form import Finding, Form, schema_findings, written_findings
from engine.scenario.nodes import START, Fault, Mark, Node, Scalar, Table, as_plain, read
from engine.scenario.problems import CATALOGUE, Problem, in_order
from engine.scenario.references import defined_in, reference_findings
from engine.scenario.schema import FORMAT_VERSION, Scenario
from engine.scenario.shape import spots_of
from engine.scenario.surface import (
    invisible_faults,
    layout_faults,
    tree_faults,
    with_plain_spaces,
    without_invisible,
)
from engine.scenario.vocabulary import Language

MAX_BYTES = 1_000_000
# The fault that says least: not worth telling beside one that explains it.
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
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        problem = Problem(str(path), 1, 1, "file-unreadable")
        return Loaded(None, (problem,), digest_of(""))
    return load_text(content, str(path))


def load_text(text: str | bytes, name: str) -> Loaded:
    """The scenario in a text; `name` is the file that the problems will name."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if (fault := _unfit(content)) is not None:
        return Loaded(None, _problems(name, [fault]), hashlib.sha256(content).hexdigest())
    clean = normalised(content.decode())
    scenario, faults = _understand(clean)
    problems = _problems(name, faults)
    if any(problem.severity == "error" for problem in problems):
        scenario = None
    return Loaded(scenario, problems, digest_of(clean))


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
        before = content[: error.start].decode()
        line = before.count("\n") + 1
        return Fault("not-utf-8", Mark(line, len(before) - (before.rfind("\n") + 1) + 1))
    return None if content.removeprefix(b"\xef\xbb\xbf").strip() else Fault("file-empty", START)


def _understand(text: str) -> tuple[Scenario | None, list[Fault]]:
    faults = list(invisible_faults(text))
    text = without_invisible(text)
    reading = read(text)
    layout = layout_faults(text, reading.texts)
    if any(fault.code == "non-breaking-space" for fault in layout):
        reading = read(with_plain_spaces(text, layout))
    explained = {fault.mark.line for fault in layout}
    faults += layout
    faults += [fault for fault in reading.faults if not _is_echo(fault, explained)]
    if reading.tree is None:
        return None, faults or [Fault("file-empty", START)]
    scenario, more = _understand_tree(reading.tree, text.split("\n"))
    return scenario, faults + more


def _is_echo(fault: Fault, explained: set[int]) -> bool:
    """Whether the layout already explains why reading stopped here."""
    if fault.code == "tab-indentation":
        return fault.mark.line in explained
    return fault.code in _VAGUE and any(line <= fault.mark.line for line in explained)


def _understand_tree(tree: Node, lines: list[str]) -> tuple[Scenario | None, list[Fault]]:
    if not isinstance(tree, Table):
        return None, [Fault("not-a-scenario", tree.mark)]
    if (fault := _version_fault(tree.get("samenspel"))) is not None:
        return None, [fault]
    broken = list(tree_faults(tree, lines))
    faults = [each.fault for each in broken]
    blind = {id(each.node) for each in broken if each.node is not None}
    scenario, findings = _judge(tree)
    for stage in findings:
        fresh = [each for each in stage if blind.isdisjoint(each.trail)]
        faults += [each.fault for each in fresh]
        blind |= {each.trail[-1] for each in fresh if each.trail and _blinds(each.fault)}
    return scenario, faults


def _blinds(fault: Fault) -> bool:
    """Whether a fault makes the value it is about unfit for further judgement."""
    return fault.code not in ("missing-key", "too-few", "too-many") and (
        CATALOGUE[fault.code].severity == "error"
    )


def _judge(tree: Table) -> tuple[Scenario | None, list[list[Finding]]]:
    """The scenario if it has the form of one, and the findings stage by stage."""
    spots = list(spots_of(tree))
    form = Form({spot.path: spot for spot in spots})
    language = _language(tree.get("language"))
    scenario, schema = None, []
    try:
        scenario = Scenario.model_validate(as_plain(tree), context={"language": language})
    except ValidationError as error:
        schema = list(schema_findings(error, form))
    # A language that is not one says nothing about the texts.
    unclear = language is None and tree.get("language") is not None
    texts = [] if unclear else list(written_findings(spots, language))
    return scenario, [schema, texts, list(reference_findings(spots, defined_in(tree)))]


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


def _problems(name: str, faults: list[Fault]) -> tuple[Problem, ...]:
    unique = {(fault.mark, fault.code, str(fault.params)): fault for fault in faults}
    return in_order(
        [
            Problem(name, fault.mark.line, fault.mark.column, fault.code, fault.params)
            for fault in unique.values()
        ]
    )
