"""A lab file -> the experiment, or every problem in it at once."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from engine.lab.experiment import Exit, Lab
from engine.scenario.load import in_file, tree_of
from engine.scenario.nodes import MappingNode, Node, ScalarNode, SequenceNode
from engine.scenario.pieces import content_of
from engine.scenario.problems import Mark, Problem, Value
from engine.scenario.suggestions import listed, nearest_of

MOST_PARTIES = 20
_LARGEST_PAYOFF = 1_000_000

_LAB = ("title", "parties", "payoffs", "continuation", "error", "exit")
_NEEDED = ("title", "parties", "payoffs", "continuation")


@dataclass(frozen=True)
class LoadedLab:
    """The result of reading a file. The lab is None if there is any error."""

    lab: Lab | None
    problems: tuple[Problem, ...]


def load_lab(path: Path) -> LoadedLab:
    """The experiment in a file. Never raises, whatever the file is or contains."""
    content = content_of(path)
    if isinstance(content, Problem):
        return LoadedLab(None, (content,))
    return load_lab_text(content, str(path))


def load_lab_text(text: str | bytes, name: str) -> LoadedLab:
    """The experiment in a text; `name` is the file that the problems will name."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    tree, found = tree_of(content)
    lab = None
    if tree is not None:
        reader = _Reader()
        lab = reader.whole(tree)
        # A blank is reported once, by the layout.
        told = {problem.mark for problem in found}
        found += [problem for problem in reader.problems if problem.mark not in told]
    problems = in_file(name, [_of_a_lab(problem) for problem in found])
    return LoadedLab(None if problems else lab, problems)


def is_lab(path: Path) -> bool:
    """Whether a file describes an experiment rather than a scenario."""
    content = content_of(path)
    tree = None if isinstance(content, Problem) else tree_of(content)[0]
    return tree is not None and tree.get("lab") is not None


def _of_a_lab(problem: Problem) -> Problem:
    is_other = problem.code == "not-a-scenario"
    return replace(problem, code="not-a-lab") if is_other else problem


class _Reader:
    """Reads what it can, and notes every problem on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def whole(self, tree: MappingNode) -> Lab | None:
        block = tree.get("lab")
        if block is None:
            self._note("not-a-lab", tree.mark)
            return None
        self._names(tree, ("samenspel", "lab"), ("samenspel",), tree.mark)
        table = self._table(block)
        if table is None:
            return None
        self._names(table, _LAB, _NEEDED, _key(tree, "lab"))
        parties = self._parties(table)
        payoffs = self._payoffs(table, parties)
        title = self._title(table.get("title"))
        continuation = self._number(table.get("continuation"), 0.0, 0.999)
        error = self._number(table.get("error"), 0.0, 0.5, default=0.0)
        exit_ = self._exit(table)
        if self.problems or parties is None or payoffs is None:
            return None
        if title is None or continuation is None or error is None:
            return None
        return Lab(title, parties, *payoffs, continuation, error, exit_)

    def _parties(self, table: MappingNode) -> int | None:
        node = table.get("parties")
        number = self._number(node, 2, MOST_PARTIES)
        if node is not None and number is not None and number != int(number):
            written = node.written if isinstance(node, ScalarNode) else ""
            self._note("not-whole", node.mark, {"written": written, "nearest": round(number)})
            return None
        return None if number is None else int(number)

    def _payoffs(
        self, table: MappingNode, parties: int | None
    ) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
        node = table.get("payoffs")
        block = None if node is None else self._table(node)
        if block is None:
            return None
        self._names(block, ("C", "D"), ("C", "D"), _key(table, "payoffs"))
        rows = [self._row(block, name, parties) for name in ("C", "D")]
        return None if rows[0] is None or rows[1] is None else (rows[0], rows[1])

    def _row(self, block: MappingNode, name: str, parties: int | None) -> tuple[float, ...] | None:
        node = block.get(name)
        if node is None:
            return None
        if not isinstance(node, SequenceNode):
            self._wrong_type(node, "list")
            return None
        numbers = [self._number(item, -_LARGEST_PAYOFF, _LARGEST_PAYOFF) for item in node.items]
        if parties is not None and len(numbers) != parties:
            params = {"parties": parties, "given": len(numbers), "others": parties - 1}
            self._note("payoffs-length", node.mark, {"written": name, **params})
        return tuple(number for number in numbers if number is not None)

    def _exit(self, table: MappingNode) -> Exit | None:
        node = table.get("exit")
        block = None if node is None else self._table(node)
        if block is None:
            return None
        self._names(block, ("pays", "cost"), ("pays",), _key(table, "exit"))
        pays = self._number(block.get("pays"), -_LARGEST_PAYOFF, _LARGEST_PAYOFF)
        cost = self._number(block.get("cost"), 0, _LARGEST_PAYOFF, default=0.0)
        return None if pays is None or cost is None else Exit(pays, cost)

    def _title(self, node: Node | None) -> str | None:
        if node is None:
            return None
        if not isinstance(node, ScalarNode):
            self._wrong_type(node, "plain-text")
            return None
        return node.written

    def _number(
        self, node: Node | None, lowest: float, highest: float, default: float | None = None
    ) -> float | None:
        if node is None:
            return default
        if not isinstance(node, ScalarNode):
            self._wrong_type(node, "number")
            return None
        value = node.value
        if isinstance(value, bool) or not isinstance(value, int | float):
            quoted = not node.plain and _is_number(node.written)
            code = "quoted-number" if quoted else "not-a-lab-number"
            self._note(code, node.mark, {"written": node.written})
            return None
        if not lowest <= value <= highest:
            bounds = {"lowest": _short(lowest), "highest": _short(highest)}
            nearest = bounds["lowest" if value < lowest else "highest"]
            params: dict[str, Value] = {"written": node.written, **bounds, "nearest": nearest}
            self._note("out-of-range", node.mark, params)
            return None
        return float(value)

    def _table(self, node: Node) -> MappingNode | None:
        if isinstance(node, MappingNode):
            return node
        self._wrong_type(node, "table")
        return None

    def _wrong_type(self, node: Node, expected: str) -> None:
        params: dict[str, Value] = {
            "expected": expected, "found": _found(node), "how": f"write-{expected}",
        }  # fmt: skip
        self._note("wrong-type", node.mark, params)

    def _names(
        self, table: MappingNode, known: tuple[str, ...], needed: tuple[str, ...], place: Mark
    ) -> None:
        missing = [name for name in needed if table.get(name) is None]
        meant = set()
        for key, _ in table.entries:
            if key.written not in known:
                free = [name for name in known if table.get(name) is None]
                near = nearest_of(key.written, free)
                meant |= set(near.values())
                params = {"written": key.written, "known": listed(known), **near}
                self._note("unknown-key", key.mark, params)
        for name in missing:
            if name not in meant:
                self._note("missing-key", place, {"written": name})

    def _note(self, code: str, mark: Mark, params: dict[str, Value] | None = None) -> None:
        self.problems.append(Problem(code, mark, params or {}))


def _key(table: MappingNode, name: str) -> Mark:
    return next(entry.key.mark for entry in table.entries if entry.key.written == name)


def _found(node: Node) -> str:
    if isinstance(node, SequenceNode):
        return "list"
    if isinstance(node, MappingNode):
        return "table"
    if node.value is None:
        return "nothing"
    if isinstance(node.value, bool):
        return "yes-no"
    return "plain-text" if isinstance(node.value, str) else "number"


def _is_number(written: str) -> bool:
    return re.fullmatch(r"[-+]?[0-9]*\.?[0-9]+", written) is not None


def _short(number: float) -> str:
    return f"{number:g}" if abs(number) < 1000 else f"{number:.0f}"
