"""Rows of records of arrays: take some games out of many, put them back, and write them down."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

R = TypeVar("R")


def take(record: R, rows: NDArray[np.intp]) -> R:
    """The same record for those games only; nested records go along."""
    changed = {}
    for part in fields(record):  # type: ignore[arg-type]
        value = getattr(record, part.name)
        changed[part.name] = take(value, rows) if is_dataclass(value) else value[rows]
    return replace(record, **changed)  # type: ignore[type-var]


def put(record: R, rows: NDArray[np.intp], new: R) -> R:
    """The record with those games replaced by the rows of `new`."""
    changed = {}
    for part in fields(record):  # type: ignore[arg-type]
        value, fresh = getattr(record, part.name), getattr(new, part.name)
        if is_dataclass(value):
            changed[part.name] = put(value, rows, fresh)
        else:
            changed[part.name] = value.copy()
            changed[part.name][rows] = fresh
    return replace(record, **changed)  # type: ignore[type-var]


def some(x: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """Whether any is true along that axis."""
    return np.asarray(x.any(axis=axis), dtype=bool)


def every(x: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """Whether all are true along that axis."""
    return np.asarray(x.all(axis=axis), dtype=bool)


def repeat(record: R, games: int) -> R:
    """One game's record, as many times over."""
    return take(record, np.zeros(games, dtype=np.intp))


def as_plain(record: Any) -> dict[str, Any]:
    """The record as lists and numbers that JSON can hold, floats to the last digit."""
    return {
        part.name: as_plain(value) if is_dataclass(value) else value.tolist()
        for part in fields(record)
        if (value := getattr(record, part.name)) is not None
    }


def from_plain(kind: type[R], plain: Mapping[str, Any], like: R) -> R:
    """The record that `as_plain` wrote; `like` gives the dtypes and the kinds of nested records."""
    made = {}
    for part in fields(kind):  # type: ignore[arg-type]
        model = getattr(like, part.name)
        value = plain[part.name]
        made[part.name] = (
            from_plain(type(model), value, model)
            if is_dataclass(model)
            else np.array(value, dtype=model.dtype).reshape(model.shape)
        )
    return kind(**made)
