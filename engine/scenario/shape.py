"""The tree walked along the schema: for each value, what the format expects there."""

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic.fields import FieldInfo

from engine.scenario.nodes import Items, Node, Scalar, Table
from engine.scenario.schema import Part, Scenario

Path = tuple[str | int, ...]
Range = tuple[int | None, int | None]


class Spot(NamedTuple):
    """A value in the file and what belongs there.

    owner, field: the part of the schema whose field it is in, as written (`is`, not `is_`).
    expects: the bare type. trail: the nodes from the whole to this one, by identity.
    """

    owner: type[Part]
    field: str
    expects: Any
    span: Range  # lowest and highest number, or size
    node: Node
    key: Scalar | None
    path: Path
    trail: tuple[int, ...]


def spots_of(tree: Node) -> Iterator[Spot]:
    """Every value of the tree that has a place in the schema."""
    yield from _walk(
        tree, Scenario, (), Spot(Scenario, "", Scenario, (None, None), tree, None, (), ())
    )


def fields_of(part: type[Part]) -> dict[str, FieldInfo]:
    """The fields of a part by the name an author writes."""
    return {field.alias or name: field for name, field in part.model_fields.items()}


def is_part(expects: Any) -> bool:
    """Whether a part of the schema belongs there."""
    return isinstance(expects, type) and issubclass(expects, Part)


def is_list(expects: Any) -> bool:
    """Whether a list of any length belongs there."""
    return get_origin(expects) is tuple and get_args(expects)[-1] is Ellipsis


def is_pair(expects: Any) -> bool:
    """Whether exactly two values belong there."""
    return get_origin(expects) is tuple and get_args(expects)[-1] is not Ellipsis


def is_block(expects: Any) -> bool:
    """Whether a block of names and values belongs there."""
    return is_part(expects) or get_origin(expects) is Mapping or _origin_is_mapping(expects)


def words_of(expects: Any) -> tuple[str, ...]:
    """The closed list of words that may stand there; empty when it is not one."""
    return tuple(map(str, get_args(expects))) if get_origin(expects) is Literal else ()


def _origin_is_mapping(expects: Any) -> bool:
    origin = get_origin(expects)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _bare(annotation: Any, metadata: tuple[Any, ...] = ()) -> tuple[Any, tuple[Any, ...]]:
    """The type without `Annotated` and `| None`, and the constraints that stood around it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extra = get_args(annotation)
        return _bare(inner, (*metadata, *extra))
    if origin in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(annotation) if arg is not type(None))
        return _bare(inner, metadata)
    return annotation, metadata


def _span(metadata: tuple[Any, ...]) -> Range:
    lowest = highest = None
    for each in metadata:
        for rule in each.metadata if isinstance(each, FieldInfo) else (each,):
            if isinstance(rule, Ge | MinLen):
                lowest = rule.ge if isinstance(rule, Ge) else rule.min_length
            if isinstance(rule, Le | MaxLen):
                highest = rule.le if isinstance(rule, Le) else rule.max_length
    return lowest, highest  # type: ignore[return-value]


def _walk(node: Node, annotation: Any, metadata: tuple[Any, ...], above: Spot) -> Iterator[Spot]:
    expects, constraints = _bare(annotation, metadata)
    spot = above._replace(
        expects=expects, span=_span(constraints), node=node, trail=(*above.trail, id(node))
    )
    yield spot
    if is_part(expects):
        yield from _walk_part(spot)
    elif is_list(expects):
        yield from _walk_list(spot)
    elif is_pair(expects) and isinstance(node, Items):
        for at, (item, inner) in enumerate(zip(node.items, get_args(expects), strict=False)):
            yield from _walk(item, inner, (), spot._replace(path=(*spot.path, at)))
    elif _origin_is_mapping(expects) and isinstance(node, Table):
        inner = get_args(expects)[1]
        for key, value in node.entries:
            below = spot._replace(key=key, path=(*spot.path, key.written))
            yield from _walk(value, inner, (), below)


def _walk_part(spot: Spot) -> Iterator[Spot]:
    if not isinstance(spot.node, Table):
        return
    fields = fields_of(spot.expects)
    for key, value in spot.node.entries:
        if key.written in fields:
            field = fields[key.written]
            below = spot._replace(
                owner=spot.expects, field=key.written, key=key, path=(*spot.path, key.written)
            )
            yield from _walk(value, field.annotation, tuple(field.metadata), below)


def _walk_list(spot: Spot) -> Iterator[Spot]:
    # One value where several may stand counts as the first, as it does in the schema.
    items = spot.node.items if isinstance(spot.node, Items) else (spot.node,)
    inner = get_args(spot.expects)[0]
    for at, item in enumerate(items):
        yield from _walk(item, inner, (), spot._replace(path=(*spot.path, at)))
