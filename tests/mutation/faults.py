"""Choosing faults: all those that a file can have, and a fair sample of them."""

import ast
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tests.mutation.alterations import Alteration, Around, alterations, other_results
from tests.mutation.rooms import Project

_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
# Nothing inside these is code that a test could or should hold to.
_SILENT = (ast.Import, ast.ImportFrom, ast.Assert, ast.JoinedStr, ast.Global, ast.Nonlocal)


@dataclass(frozen=True, slots=True)
class Fault:
    """One change of the text of one file. start and stop are offsets in its bytes."""

    room: str
    path: str
    scope: str  # the function or class it is in; empty at the level of the module
    kind: str
    lines: range  # of the statement, or of the head of a compound one
    at_import: bool  # executed when the module is imported, not when a function is called
    start: int
    stop: int
    text: str
    line: int
    original: str = ""  # the lines it touches, as one line
    changed: str = ""
    number: int = 0  # of those that read the same, which one

    @property
    def id(self) -> str:
        """Its name, the same for as long as its code reads the same."""
        return _digest(self.path, self.scope, self.original, self.changed, str(self.number))[:8]

    def applied(self, source: bytes) -> bytes:
        """The file with the fault in it."""
        return source[: self.start] + self.text.encode() + source[self.stop :]

    def told(self, source: bytes) -> "Fault":
        """The same, which knows how the lines read that it touches."""
        begin, end = source.rfind(b"\n", 0, self.start) + 1, source.find(b"\n", self.stop)
        rest = source[self.stop : end if end >= 0 else None]
        original = source[begin : self.stop] + rest
        changed = source[begin : self.start] + self.text.encode() + rest
        return replace(
            self, original=_on_one_line(original.decode()), changed=_on_one_line(changed.decode())
        )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class _Finder:
    """Walks one file."""

    def __init__(self, room: str, path: str, source: bytes) -> None:
        self.room, self.path, self.source = room, path, source
        self.offsets = [0]
        for line in source.splitlines(keepends=True):
            self.offsets.append(self.offsets[-1] + len(line))
        self.tree = ast.parse(source)
        self.attributes = frozenset(
            each.attr for each in ast.walk(self.tree) if isinstance(each, ast.Attribute)
        )
        self.found: list[Fault] = []
        self.seen: dict[tuple[str, str, str], int] = defaultdict(int)

    def walk(
        self, node: ast.AST, parent: ast.AST | None, statement: ast.stmt | None,
        scope: tuple[ast.AST, ...],
    ) -> None:  # fmt: skip
        """Note the faults of the node and of all that is in it."""
        if isinstance(node, _SILENT) or _says_nothing(node, scope):
            return
        if isinstance(node, ast.stmt):
            statement = node
        if statement is not None:
            for each in self._of(node, parent, scope):
                self._note(each, statement, scope)
        if isinstance(node, (*_FUNCTION, ast.ClassDef)):
            self._walk_definition(node, statement, scope)
            return
        for name, child in _children(node):
            if name not in ("annotation", "type_params", "exc", "cause"):
                self.walk(child, node, statement, scope)

    def _walk_definition(
        self, node: ast.AST, statement: ast.stmt | None, scope: tuple[ast.AST, ...]
    ) -> None:
        if isinstance(node, _FUNCTION):
            for default in (*node.args.defaults, *node.args.kw_defaults):
                if default is not None:
                    self.walk(default, node, statement, scope)
        body = node.body  # type: ignore[attr-defined]
        for child in body if isinstance(body, list) else [body]:
            self.walk(child, node, statement, (*scope, node))

    def _of(
        self, node: ast.AST, parent: ast.AST | None, scope: Sequence[ast.AST]
    ) -> Iterator[Alteration]:
        function = next((each for each in reversed(scope) if isinstance(each, _FUNCTION)), None)
        yield from alterations(node, Around(parent, _names_in(function), self.attributes))
        if isinstance(node, ast.Return):
            yield from other_results(node, getattr(function, "returns", None))

    def _note(self, each: Alteration, statement: ast.stmt, scope: Sequence[ast.AST]) -> None:
        (first, from_), (last, to) = each.place.start, each.place.stop
        fault = Fault(
            room=self.room, path=self.path, scope=_name(scope), kind=each.kind,
            lines=range(statement.lineno, _end_of_head(statement) + 1),
            at_import=not any(isinstance(one, _FUNCTION) for one in scope),
            start=self.offsets[first - 1] + from_, stop=self.offsets[last - 1] + to,
            text=each.text, line=first,
        ).told(self.source)  # fmt: skip
        key = (fault.scope, fault.original, fault.changed)
        self.found.append(replace(fault, number=self.seen[key]))
        self.seen[key] += 1


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for name, value in ast.iter_fields(node):
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield name, each


def _says_nothing(node: ast.AST, scope: Sequence[ast.AST]) -> bool:
    """Docstrings, lists of exports, aliases of types, and what only a type checker reads."""
    match node:
        case ast.Expr(ast.Constant(str())) | ast.If(ast.Name("TYPE_CHECKING")):
            return True
        case ast.Expr(ast.Call(ast.Name("assert_never"))):
            return True
        case ast.Assign([ast.Name("__all__" | "__slots__")]):
            return True
        case ast.Assign([ast.Name()], ast.Subscript() | ast.BinOp(_, ast.BitOr())):
            return not scope
        case ast.Assign([ast.Attribute()]):
            return _name(scope).endswith("__init__")
    return False


@cache
def _names_in(function: ast.AST | None) -> frozenset[str]:
    if function is None:
        return frozenset()
    named = {each.arg for each in ast.walk(function) if isinstance(each, ast.arg)}
    stored = {
        each.id
        for each in ast.walk(function)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    return frozenset(named | stored)


def _name(scope: Sequence[ast.AST]) -> str:
    return ".".join(each.name for each in scope if isinstance(each, ast.FunctionDef | ast.ClassDef))


def _end_of_head(statement: ast.stmt) -> int:
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    if not body:
        return statement.end_lineno or statement.lineno
    first = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return max(statement.lineno, first.lineno - 1)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def faults_of(room: str, path: str, source: bytes) -> list[Fault]:
    """Every fault that the file can have."""
    finder = _Finder(room, path, source)
    finder.walk(finder.tree, None, None, ())
    return finder.found


def from_text(project: Project, path: str, old: str, new: str) -> Fault:
    """The fault that puts one text in the place of another, which stands there exactly once."""
    source = (project.root / path).read_text(encoding="utf-8")
    if source.count(old) != 1:
        raise SystemExit(f"In {path} this stands {source.count(old)} times, not once: {old}")
    start = len(source[: source.index(old)].encode())
    first = source[: source.index(old)].count("\n") + 1
    lines = range(first, first + old.count("\n") + 1)
    room = next((room for room in project.rooms if path in project.files(room)), "elsewhere")
    is_in_function = any(
        first in range(node.body[0].lineno, (node.end_lineno or 0) + 1)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    )
    return Fault(
        room=room, path=path, scope="", kind="own", lines=lines, at_import=not is_in_function,
        start=start, stop=start + len(old.encode()), text=new, line=first,
    ).told(source.encode())  # fmt: skip


def all_faults(project: Project) -> dict[str, list[Fault]]:
    """Every fault, by room."""
    return {
        room: [
            fault
            for path in project.files(room)
            for fault in faults_of(room, path, (project.root / path).read_bytes())
        ]
        for room in project.rooms
    }


def in_order_of_luck(faults: Iterable[Fault], seed: int) -> list[Fault]:
    """One fault of each line in turn, lines and faults in an order that the seed gives.

    The place of a fault only depends on its own code: a change elsewhere moves few others.
    """
    by_line: dict[tuple[str, int], list[tuple[str, Fault]]] = defaultdict(list)
    for fault in faults:
        by_line[fault.path, fault.line].append((_digest(str(seed), fault.id), fault))
    turns = [
        (turn, luck, fault)
        for line in by_line.values()
        for turn, (luck, fault) in enumerate(sorted(line, key=lambda each: each[0]))
    ]
    return [fault for _, _, fault in sorted(turns, key=lambda each: each[:2])]


def is_sound(fault: Fault, source: bytes) -> bool:
    """Whether the file can still be read, and means something else."""
    try:
        tree = ast.parse(fault.applied(source))
    except SyntaxError:
        return False
    return ast.dump(tree) != ast.dump(ast.parse(source))


def choose(project: Project, faults: dict[str, list[Fault]], wanted: int, seed: int) -> list[Fault]:
    """The wanted number of faults, spread evenly over the rooms; small rooms give all they have."""
    chosen: list[Fault] = []
    rooms = sorted(faults, key=lambda room: len(faults[room]))
    for at, room in enumerate(rooms):
        share = (wanted - len(chosen)) // (len(rooms) - at)
        for fault in in_order_of_luck(faults[room], seed):
            if share == 0:
                break
            if is_sound(fault, (project.root / fault.path).read_bytes()):
                chosen.append(fault)
                share -= 1
    return chosen
