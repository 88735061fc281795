"""What was read at a save: the problems, and the scenario if it can be played."""

import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.live_play import CompiledScenario, compile_scenario
from engine.scenario.advice import Problem
from engine.scenario.load import Loaded, load, normalised
from engine.scenario.pictures import own_pictures
from engine.scenario.pieces import included_in
from game.pictures import stamp
from game.presenters.problems import problems_of


@dataclass(frozen=True, eq=False)
class Reading:
    """One save. at: when it was saved, in seconds since 1970. compiled: None if there are errors.

    files: that it is made of, or would be if they could be read. stamps: of its pictures. fault:
    what went wrong in the game itself, which is no mistake of the author's.
    """

    path: Path
    at: float
    loaded: Loaded | None
    problems: tuple[Problem, ...] = ()
    compiled: CompiledScenario | None = None
    files: tuple[Path, ...] = ()
    stamps: tuple[str, ...] = ()
    fault: str = ""

    def is_as(self, other: "Reading") -> bool:
        """Whether the very same was read."""
        if self.loaded is None or other.loaded is None:
            return False
        one, two = (
            (each.loaded and (each.loaded.content, each.loaded.whole), each.problems, each.stamps)
            for each in (self, other)
        )
        return one == two

    @property
    def errors(self) -> int:
        """How many problems keep it from being played."""
        return sum(problem.is_error for problem in self.problems)

    def place(self, path: tuple[str | int, ...]) -> tuple[str, int]:
        """The file and the line where that part of the scenario is; the file where there are more.

        Only of a scenario that could be read.
        """
        assert self.loaded is not None
        assert self.loaded.source is not None
        file, mark = self.loaded.place(self.path, self.loaded.source.at_key(*path))
        return file.name if self.loaded.whole is not None else "", mark.line

    def written(self, problem: Problem) -> str:
        """The line of the file that a problem is on; nothing where it can't be shown."""
        lines = self._lines.get(problem.file, [])
        return lines[problem.line - 1].strip() if 0 < problem.line <= len(lines) else ""

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        """The lines of each file."""
        if self.loaded is None:
            return {}
        pieces = self.loaded.whole.pieces if self.loaded.whole is not None else ()
        contents = {str(each.path): each.content for each in pieces}
        contents.setdefault(str(self.path), self.loaded.content)
        return {
            name: normalised(content.decode(errors="replace")).split("\n")
            for name, content in contents.items()
        }


def read(path: Path) -> Reading:
    """What is in that file now. Never raises, whatever it is."""
    now = time.time()
    try:
        loaded = load(path)
        problems = tuple(problems_of(path, loaded))
        made = compile_scenario(loaded.scenario) if loaded.scenario is not None else None
        pictures = tuple(own_pictures(path.parent, loaded.scenario or loaded.draft))
        files = (path, *included_in(path), *(each.folder / each.written for each in pictures))
        stamps = tuple(map(stamp, pictures))
    except Exception as fault:
        told = f"{type(fault).__name__}: {fault}"[:200]
        return Reading(path, now, None, files=(path,), fault=told)
    return Reading(path, _saved_at(files) or now, loaded, problems, made, files, stamps)


def _saved_at(files: tuple[Path, ...]) -> float | None:
    """When any of those files was last saved; None if one of them can't be asked."""
    try:
        return max(path.stat().st_mtime for path in files)
    except (OSError, ValueError):
        return None
