"""Which items stand on a line of a file: those that begin there, or else have a part there."""

from collections.abc import Callable
from pathlib import Path as FilePath

from engine.playtest.index import Index, Path
from engine.scenario.load import Loaded
from engine.scenario.nodes import ScalarNode
from engine.scenario.problems import Mark
from engine.scenario.schema_walk import SourceMap


def items_on(index: Index, loaded: Loaded, path: FilePath, line: int) -> list[int]:
    """The numbers of the items that begin on that line; or else of those that have part of them
    there, such as their `round` or `speaker`. path: of the file that was loaded.
    """
    source = loaded.source
    assert source is not None

    def line_of(mark: Mark) -> int:
        return loaded.place(path, mark)[1].line

    begin = [
        at for at, item in enumerate(index.items) if line_of(source.at_key(*item.path)) == line
    ]
    return begin or _with_part_on(index, source, line, line_of)


def _with_part_on(
    index: Index, source: SourceMap, line: int, line_of: Callable[[Mark], int]
) -> list[int]:
    numbers: dict[int, None] = {}
    for typed in source.all():
        end = typed.node.end if isinstance(typed.node, ScalarNode) else typed.mark
        if line_of(typed.mark) <= line <= line_of(max(end, typed.mark)):
            numbers |= dict.fromkeys(_around(index, typed.path))
    return list(numbers)


def _around(index: Index, path: Path) -> list[int]:
    """The numbers of the items that this is part of; of part of a list, those that it has."""
    items = list(enumerate(index.items))
    for end in range(len(path), 0, -1):
        here = path[:end]
        found = [at for at, item in items if item.path == here]
        if not found and isinstance(here[-1], int):
            found = [at for at, item in items if item.path[:end] == here]
        if found:
            return found
    return []
