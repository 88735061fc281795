"""Rows of records of arrays: take some games out of many, join them again, and write them down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

R = TypeVar("R")


def take_games(record: R, rows: NDArray[np.intp]) -> R:
    """The same record for those games only; nested records go along."""
    return _each(lambda value: value.T.take(rows, axis=-1).T, record)


def slice_games(record: R, first: int, end: int) -> R:
    """The record of the games from the first up to the end, without copying them."""
    return _each(lambda value: value[first:end], record)


def join_games(records: Sequence[R]) -> R:
    """One record of the games of all of them, one after the other."""
    if len(records) == 1:
        return records[0]
    return _each(lambda *parts: np.concatenate([part.T for part in parts], axis=-1).T, *records)


def repeat_game(record: R, games: int) -> R:
    """One game's record, repeated that many times."""
    return take_games(record, np.zeros(games, dtype=np.intp))


def _each(change: Callable[..., NDArray[Any]], *records: R) -> R:
    """A record of the results for each field of those records."""
    kind: Any = type(records[0])
    values_of = attrgetter(*_names(kind))
    columns = zip(*(values_of(record) for record in records), strict=True)
    return kind(
        *(
            change(*values) if isinstance(values[0], np.ndarray) else _each(change, *values)
            for values in columns
        )
    )


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The names of the fields of records of that kind."""
    return tuple(part.name for part in fields(kind))


def any_along(x: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """Whether any is true along that axis."""
    return np.asarray(x.any(axis=axis), dtype=bool)


def all_along(x: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """Whether all are true along that axis."""
    return np.asarray(x.all(axis=axis), dtype=bool)


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
