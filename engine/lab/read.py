"""A lab file -> the experiment, or every problem in it at once."""

import re
from dataclasses import dataclass
from pathlib import Path

from engine.lab.experiment import Exit, Lab
from engine.scenario.form import listed, nearest_of
from engine.scenario.load import problems_of, read_bytes, tree_of
from engine.scenario.nodes import Fault, Items, Mark, Node, Scalar, Table
from engine.scenario.problems import Problem, Value

MOST_PARTIES = 20
_LARGEST_PAYOFF = 1_000_000

_LAB = ("title", "parties", "payoffs", "continuation", "error", "exit")
_NEEDED = ("title", "parties", "payoffs", "continuation")


@dataclass(frozen=True)
class LoadedLab:
    """What came out of a file. The lab is None if there is any error."""

    lab: Lab | None
    problems: tuple[Problem, ...]


def load_lab(path: Path) -> LoadedLab:
    """The experiment in a file. Never raises for what the file is or holds."""
    content = read_bytes(path)
    if content is None:
        return LoadedLab(None, (Problem(str(path), 1, 1, "file-unreadable"),))
    return load_lab_text(content, str(path))


def load_lab_text(text: str | bytes, name: str) -> LoadedLab:
    """The experiment in a text; `name` is the file that the problems will name."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    tree, faults = tree_of(content)
    lab = None
    if tree is not None:
        reader = _Reader()
        lab = reader.whole(tree)
        # A blank is told once, by the layout.
        told = {fault.mark for fault in faults}
        faults += [fault for fault in reader.faults if fault.mark not in told]
    problems = problems_of(name, [_of_a_lab(fault) for fault in faults])
    return LoadedLab(None if problems else lab, problems)


def is_lab(path: Path) -> bool:
    """Whether a file states an experiment and not a scenario."""
    content = read_bytes(path)
    tree = None if content is None else tree_of(content)[0]
    return tree is not None and tree.get("lab") is not None


def _of_a_lab(fault: Fault) -> Fault:
    return fault._replace(code="not-a-lab") if fault.code == "not-a-scenario" else fault


class _Reader:
    """Reads what it can, and notes every fault on the way."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def whole(self, tree: Table) -> Lab | None:
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
        if self.faults or parties is None or payoffs is None:
            return None
        if title is None or continuation is None or error is None:
            return None
        return Lab(title, parties, *payoffs, continuation, error, exit_)

    def _parties(self, table: Table) -> int | None:
        node = table.get("parties")
        number = self._number(node, 2, MOST_PARTIES)
        if node is not None and number is not None and number != int(number):
            written = node.written if isinstance(node, Scalar) else ""
            self._note("not-whole", node.mark, {"written": written, "nearest": round(number)})
            return None
        return None if number is None else int(number)

    def _payoffs(
        self, table: Table, parties: int | None
    ) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
        node = table.get("payoffs")
        block = None if node is None else self._table(node)
        if block is None:
            return None
        self._names(block, ("C", "D"), ("C", "D"), _key(table, "payoffs"))
        rows = [self._row(block, name, parties) for name in ("C", "D")]
        return None if rows[0] is None or rows[1] is None else (rows[0], rows[1])

    def _row(self, block: Table, name: str, parties: int | None) -> tuple[float, ...] | None:
        node = block.get(name)
        if node is None:
            return None
        if not isinstance(node, Items):
            self._wrong_type(node, "list")
            return None
        numbers = [self._number(item, -_LARGEST_PAYOFF, _LARGEST_PAYOFF) for item in node.items]
        if parties is not None and len(numbers) != parties:
            params = {"parties": parties, "given": len(numbers), "others": parties - 1}
            self._note("payoffs-length", node.mark, {"written": name, **params})
        return tuple(number for number in numbers if number is not None)

    def _exit(self, table: Table) -> Exit | None:
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
        if not isinstance(node, Scalar):
            self._wrong_type(node, "plain-text")
            return None
        return node.written

    def _number(
        self, node: Node | None, lowest: float, highest: float, default: float | None = None
    ) -> float | None:
        if node is None:
            return default
        if not isinstance(node, Scalar):
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
            self._note("out-of-range", node.mark, {"written": node.written, **bounds})
            return None
        return float(value)

    def _table(self, node: Node) -> Table | None:
        if isinstance(node, Table):
            return node
        self._wrong_type(node, "table")
        return None

    def _wrong_type(self, node: Node, expected: str) -> None:
        self._note("wrong-type", node.mark, {"expected": expected, "found": _found(node)})

    def _names(
        self, table: Table, known: tuple[str, ...], needed: tuple[str, ...], place: Mark
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
        self.faults.append(Fault(code, mark, params or {}))


def _key(table: Table, name: str) -> Mark:
    return next(entry.key.mark for entry in table.entries if entry.key.written == name)


def _found(node: Node) -> str:
    if isinstance(node, Items):
        return "list"
    if isinstance(node, Table):
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
