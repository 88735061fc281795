"""The readable content of a value: every text and every word in it, however deep."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from engine.scenario.schema import Line, Text


def texts_in(value: Any) -> Iterator[Text]:
    """Every text in a value."""
    return (each for each in _all_in(value) if isinstance(each, Text))


def lines_in(value: Any) -> Iterator[Line]:
    """Every line that can be told or said in a value."""
    return (each for each in _all_in(value) if isinstance(each, Line))


def words_in(value: Any) -> Iterator[str]:
    """Every string in a value, keys and both languages of its texts included."""
    return (each for each in _all_in(value) if isinstance(each, str))


def _all_in(value: Any) -> Iterator[Any]:
    left = [value]
    while left:
        each = left.pop()
        yield each
        if isinstance(each, Mapping):
            left += [*each, *each.values()]
        elif isinstance(each, tuple | list):
            left += each
        else:
            kind: Any = type(each)
            left += [getattr(each, name) for name in _parts(kind)]


@cache
def _parts(kind: type) -> tuple[str, ...]:
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) else ()
