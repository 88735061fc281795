"""A package of small files with one thing each: to add a thing, add a file."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

T = TypeVar("T")


class Folder(Mapping[str, T]):
    """What the files of a package hold, by name: `town_hall.py` holds `town_hall`, "town-hall".

    To list the names is to list the files; a file is read when its thing is asked for.
    """

    def __init__(self, package: str, kind: type[T]) -> None:
        self._package, self._kind = package, kind
        self._read: dict[str, T] = {}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        home = import_module(self._package)
        return tuple(sorted(entry.name.replace("_", "-") for entry in iter_modules(home.__path__)))

    def __getitem__(self, name: str) -> T:
        if name not in self._read:
            if name not in self._names:
                raise KeyError(name)
            self._read[name] = self._read_file(name.replace("-", "_"))
        return self._read[name]

    def _read_file(self, stem: str) -> T:
        thing = getattr(import_module(f"{self._package}.{stem}"), stem, None)
        if not isinstance(thing, self._kind):
            raise TypeError(f"{self._package}/{stem}.py must hold a {self._kind.__name__} {stem}")
        return thing

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
