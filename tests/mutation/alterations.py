"""The ways in which a line can be wrong: from a node of the syntax tree to its alterations."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FLIPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_REVERSED: dict[type[ast.boolop], type[ast.boolop]] = {ast.And: ast.Or, ast.Or: ast.And}
_SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
# Names, attributes and keys that are easily taken for one another.
_TWINS = (
    ("i", "j"), ("by", "of"), ("seat", "other"), ("party", "other"), ("before", "after"),
    ("low", "high"), ("start", "end"),
)  # fmt: skip
_FUNCTIONS = {"min": "max", "any": "all", "minimum": "maximum", "argmin": "argmax"}
_OPPOSITE = {**_FUNCTIONS, **{other: name for name, other in _FUNCTIONS.items()}}
# Keywords that guard or speed up what works the same without them.
_MAKES_NO_DIFFERENCE = ("strict", "order", "slots")
_OPERATORS = (ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Compare, ast.IfExp, ast.Lambda)
_TIGHT = (ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Compare, ast.Attribute, ast.Starred, ast.IfExp)


@dataclass(frozen=True, slots=True)
class Place:
    """From (line, column in bytes) up to there, as the syntax tree counts."""

    start: tuple[int, int]
    stop: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alteration:
    """What stands at that place becomes the text."""

    kind: str
    place: Place
    text: str


def place_of(node: ast.AST) -> Place:
    """Where the node stands."""
    start = (node.lineno, node.col_offset)  # type: ignore[attr-defined]
    return Place(start, (node.end_lineno, node.end_col_offset))  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Around:
    """Where a node stands: in which other one, and which words are known there."""

    parent: ast.AST | None
    names: frozenset[str]  # of the function
    attributes: frozenset[str]  # of the file


def alterations(node: ast.AST, around: Around) -> Iterator[Alteration]:
    """All ways in which that node can be wrong."""
    if isinstance(node, ast.expr) and not _only_crashes(node, around.parent):
        for kind, new in _other_expressions(node, around):
            yield _instead(kind, node, new, around.parent)
        yield from _without_a_part(node)
    elif isinstance(node, ast.stmt):
        yield from _other_statements(node)
    elif isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield from _decided(test)
    elif isinstance(node, ast.MatchOr):
        yield from _cut("element", node, [place_of(each) for each in node.patterns])


def _instead(kind: str, node: ast.expr, new: ast.expr, parent: ast.AST | None) -> Alteration:
    text = ast.unparse(new)
    if isinstance(new, _OPERATORS) and isinstance(parent, _TIGHT):
        text = f"({text})"
    return Alteration(kind, place_of(node), text)


def _only_crashes(node: ast.expr, parent: ast.AST | None) -> bool:
    """Whether an alteration would be a mistake that nobody overlooks: too few things to unpack."""
    match parent:
        case ast.Assign([ast.Tuple()]) | ast.Subscript(slice=ast.Tuple()):
            return isinstance(node, ast.Tuple)
        case ast.Tuple([ast.Constant(0) as first, *_], ast.Load()):
            return node is first  # x[0, …]: the only game there is
    return False


def _decided(test: ast.expr) -> Iterator[Alteration]:
    """A condition that always holds, and one that never does."""
    for answer in ("True", "False"):
        yield Alteration("condition", place_of(test), answer)


# --- expressions ------------------------------------------------------------------------------


def _other_expressions(node: ast.expr, around: Around) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BoolOp(op, values):
            yield "and-or", ast.BoolOp(_REVERSED[type(op)](), values)
            for at in range(len(values)):
                rest = [*values[:at], *values[at + 1 :]]
                yield "condition", ast.BoolOp(op, rest) if len(rest) > 1 else rest[0]
        case ast.UnaryOp(ast.Not(), operand):
            yield "not", operand
        case ast.UnaryOp(ast.USub() | ast.Invert(), operand):
            yield "sign", operand
        case ast.BinOp(left, sign, right) if type(sign) in _SIGNS and not _is_text(left, right):
            yield "sign", ast.BinOp(left, _SIGNS[type(sign)](), right)
        case ast.Constant(value):
            is_signed = isinstance(around.parent, ast.UnaryOp)
            for number in _other_values(value):
                if not (is_signed and number < 0):
                    yield "constant", ast.Constant(number)
        case ast.IfExp(test, body, orelse):
            yield "branches", ast.IfExp(test, orelse, body)
            yield "condition", body
            yield "condition", orelse
        case ast.Name(name, ast.Load()):
            for other in _twins(name):
                if other in around.names:
                    yield "name", ast.Name(other, ast.Load())
        case ast.Attribute(value, name, ast.Load()):
            for other in _twins(name):
                if other in around.attributes and not isinstance(around.parent, ast.Call):
                    yield "name", ast.Attribute(value, other, ast.Load())
        case ast.Subscript(value, index, ast.Load()):
            yield from (("index", ast.Subscript(value, o, ast.Load())) for o in _indices(index))
        case ast.Call(function, arguments, keywords):
            renamed = _opposite(function)
            if renamed is not None:
                yield "min-max", ast.Call(renamed, arguments, keywords)


def _comparisons(node: ast.Compare) -> Iterator[tuple[str, ast.expr]]:
    for at, op in enumerate(node.ops):
        ops = [*node.ops[:at], _FLIPS[type(op)](), *node.ops[at + 1 :]]
        yield "comparison", ast.Compare(node.left, ops, node.comparators)
    if len(node.ops) == 1 and isinstance(node.ops[0], _ORDERED):
        yield "comparison", ast.Compare(node.comparators[0], node.ops, [node.left])


def _other_values(value: object) -> Iterator[bool | int | float]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1) if value else (1,)
    elif isinstance(value, float):
        yield from (-value, value / 2) if value else (1.0,)


def _is_text(*sides: ast.expr) -> bool:
    """Whether one of them is a text or a row, from which nothing can be taken away."""
    return any(
        isinstance(side, ast.JoinedStr | ast.Tuple | ast.List)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in sides
    )


def _twins(name: str) -> Iterator[str]:
    for one, other in _TWINS:
        if name in (one, other):
            yield other if name == one else one


def _indices(index: ast.expr) -> Iterator[ast.expr]:
    match index:
        case ast.Constant(0):
            yield ast.UnaryOp(ast.USub(), ast.Constant(1))
        case ast.UnaryOp(ast.USub(), ast.Constant(1)):
            yield ast.Constant(0)
        case ast.Constant(str(name)):
            yield from (ast.Constant(other) for other in _twins(name))


def _opposite(function: ast.expr) -> ast.expr | None:
    match function:
        case ast.Name(name) if name in _OPPOSITE:
            return ast.Name(_OPPOSITE[name], ast.Load())
        case ast.Attribute(value, name) if name in _OPPOSITE:
            return ast.Attribute(value, _OPPOSITE[name], ast.Load())
    return None


# --- parts left out ---------------------------------------------------------------------------


def _without_a_part(node: ast.expr) -> Iterator[Alteration]:
    match node:
        case ast.Tuple(elements, ast.Load()) if len(elements) == 2:
            # What is left must stay a tuple.
            for each in reversed(elements):
                text = ast.unparse(ast.Tuple([each], ast.Load()))
                yield Alteration("element", place_of(node), text)
        case ast.Tuple(elements, ast.Load()) | ast.List(elements, ast.Load()):
            yield from _cut("element", node, [place_of(each) for each in elements])
        case ast.Set(elements):
            yield from _cut("element", node, [place_of(each) for each in elements], "set()")
        case ast.Dict(keys, values):
            pairs = [
                Place(place_of(key).start, place_of(value).stop)
                for key, value in zip(keys, values, strict=True)
                if key is not None
            ]
            if len(pairs) == len(values):
                yield from _cut("element", node, pairs)
        case ast.Call(function, arguments, keywords):
            parts = [place_of(each) for each in (*arguments, *keywords)]
            for at, keyword in enumerate(keywords, start=len(arguments)):
                if _makes_a_value(function) and keyword.arg:
                    if not isinstance(keyword.value, ast.Constant):
                        yield Alteration("keyword", place_of(keyword.value), "None")
                elif keyword.arg not in _MAKES_NO_DIFFERENCE:
                    yield _cut_one("keyword", parts, at)


def _makes_a_value(function: ast.expr) -> bool:
    """Whether a class is called: leaving a field out would only crash, so it is left empty."""
    name = getattr(function, "id", getattr(function, "attr", ""))
    return name[:1].isupper()


def _cut(
    kind: str, whole: ast.AST, parts: Sequence[Place], empty: str = ""
) -> Iterator[Alteration]:
    """One part less; when there is but one, the empty literal of its kind."""
    if len(parts) == 1 and not isinstance(whole, ast.pattern):
        nothing = {ast.Tuple: "()", ast.List: "[]", ast.Dict: "{}"}.get(type(whole), empty)
        yield Alteration(kind, place_of(whole), nothing)
    elif len(parts) > 1:
        yield from (_cut_one(kind, parts, at) for at in range(len(parts)))


def _cut_one(kind: str, parts: Sequence[Place], at: int) -> Alteration:
    if at + 1 < len(parts):
        return Alteration(kind, Place(parts[at].start, parts[at + 1].start), "")
    start = parts[at - 1].stop if at else parts[at].start
    return Alteration(kind, Place(start, parts[at].stop), "")


# --- statements -------------------------------------------------------------------------------


def _other_statements(node: ast.stmt) -> Iterator[Alteration]:
    match node:
        case ast.If(test, _, orelse):
            yield from _decided(test)
            if orelse:
                yield Alteration("branches", place_of(test), f"not ({ast.unparse(test)})")
        case ast.Expr() | ast.AugAssign() | ast.Continue() | ast.Break() | ast.Return(None):
            yield Alteration("statement", place_of(node), "pass")
        case ast.Assign([ast.Attribute() | ast.Subscript()]) | ast.Raise() | ast.Delete():
            yield Alteration("statement", place_of(node), "pass")


def other_results(node: ast.Return, promised: ast.expr | None) -> Iterator[Alteration]:
    """What a function could return instead, by what its signature promises."""
    if node.value is None or promised is None:
        return
    text = ast.unparse(promised)
    results = ["()"] if text.startswith("tuple[") else ["True", "False"] if text == "bool" else []
    results += ["None"] if text.endswith("| None") else []
    for result in results:
        if ast.unparse(node.value) != result:
            yield Alteration("result", place_of(node.value), result)
