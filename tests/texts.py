"""What there is to read in a value: every text, and every word of it, however deep."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from engine.scenario.schema import Text


def texts_in(value: Any) -> Iterator[Text]:
    """Every text in a value."""
    if isinstance(value, Text):
        yield value
    else:
        for part in _parts(value):
            yield from texts_in(part)


def words_in(value: Any) -> Iterator[str]:
    """Every string in a value, keys and both languages of its texts included."""
    if isinstance(value, str):
        yield value
    else:
        for part in _parts(value):
            yield from words_in(part)


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from value
        yield from value.values()
    elif isinstance(value, tuple | list):
        yield from value
    elif isinstance(value, BaseModel):
        yield from (part for _, part in value)
    elif is_dataclass(value):
        yield from (getattr(value, part.name) for part in fields(value))
