"""Which tests could notice a fault, and in which order they run."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.mutation.faults import Fault
from tests.mutation.rooms import Project

WORKER = Path(__file__).with_name("worker.py")
# In such a file the first test that asks computes what the others look at as well.
_SHARES_RESULTS = re.compile(r'@cache\b|scope="(module|session|class)"')


@dataclass(frozen=True, slots=True)
class Tests:
    """The tests for one fault, in the order in which they run."""

    behaviour: tuple[str, ...]
    golden: tuple[str, ...]
    unasked: int  # of the behaviour tests, how many the limit leaves out
    afresh: bool  # the fault acts while modules are imported or tests collected


@dataclass(slots=True)
class Selection:
    """What each test takes and executes, in one state of the tree."""

    project: Project
    seconds: Mapping[str, float]
    failed: frozenset[str]
    lines: Mapping[str, Mapping[str, list[str]]]  # by file and line, tests and test files
    _by_file: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _sharing: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for test in self.seconds:
            self._by_file[file_of(test)].append(test)
        self._sharing = frozenset(
            name
            for name in self._by_file
            if _SHARES_RESULTS.search((self.project.root / name).read_text(encoding="utf-8"))
        )

    def most_seconds(self, test: str) -> float:
        """How long it may have to work: where tests share results, the first computes them all."""
        name = file_of(test)
        sharing = self._by_file[name] if name in self._sharing else [test]
        return max((self.seconds[each] for each in sharing if each in self.seconds), default=0.0)

    def is_golden(self, test: str) -> bool:
        """Whether the test only holds the code to what it did before."""
        return test.startswith(self.project.golden)

    def tests_for(self, fault: Fault, limit: float) -> Tests:
        """The tests that execute the line; of a line that is executed at import, those of its room.

        limit: so many seconds of tests at most; golden ones come on top.
        """
        reached = self._reached(fault.path, fault.lines)
        plain = {each for each in reached if "::" not in each}  # executed while it was collected
        afresh = fault.at_import or any(not self.is_golden(each) for each in plain)
        if afresh:
            for path in self.project.files(fault.room):
                reached |= self._reached(path, None)
            # A test may look at what was made at import, and execute no line of it.
            reached |= {test for test in self.seconds if _is_own(test, fault.path)}
        tests = self._tests(reached) - self.failed
        golden = tuple(sorted(test for test in tests if self.is_golden(test)))
        behaviour = tests.difference(golden)
        chosen = self._in_turn(behaviour, limit, fault.path)
        return Tests(chosen, golden, len(behaviour) - len(chosen), afresh)

    def _reached(self, path: str, lines: range | None) -> set[str]:
        executed = self.lines.get(path, {})
        numbers = executed if lines is None else map(str, lines)
        found = {each for number in numbers for each in executed.get(number, ())}
        # A whole file is executed at import by whichever test file comes first.
        return found if lines is not None else {e for e in found if "::" in e or self.is_golden(e)}

    def _tests(self, reached: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for each in reached:
            whole = "::" not in each or file_of(each) in self._sharing
            found.update(self._by_file.get(file_of(each), ()) if whole else [each])
        return found & self.seconds.keys()

    def _in_turn(self, tests: Iterable[str], limit: float, path: str) -> tuple[str, ...]:
        """One case of each test, the quickest first, then the next case of each, and so on.

        The tests of the room itself go before those of others.
        """
        cases: dict[str, list[str]] = defaultdict(list)
        for test in sorted(tests, key=lambda each: (self.seconds[each], each)):
            cases[test.partition("[")[0]].append(test)
        turns = sorted(
            (turn, not _is_own(test, path), self.seconds[test], test)
            for each in cases.values()
            for turn, test in enumerate(each)
        )
        chosen, spent = [], 0.0
        for _, _, seconds, test in turns:
            if spent + seconds <= limit:
                chosen.append(test)
                spent += seconds
        return tuple(chosen)


def _is_own(test: str, path: str) -> bool:
    """Whether a test is in the folder of tests that is called as a folder of that file."""
    return Path(test).parts[1] in Path(path).parts[1:-1]


def file_of(test: str) -> str:
    """The file that a test is in."""
    return test.partition("::")[0]


def needed(project: Project) -> list[str]:
    """All files that the tests need."""
    found: list[Path] = []
    for name in project.copied:
        path = project.root / name
        found += sorted(path.rglob("*")) if path.is_dir() else [path]
    names = [path.relative_to(project.root).as_posix() for path in found if path.is_file()]
    return [
        name
        for name in names
        if not name.startswith(project.left_out) and "__pycache__" not in name
    ]


def copy_tree(project: Project, to: Path) -> Path:
    """A copy of all that the tests need, in which faults can be put."""
    for name in needed(project):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(project.root / name, to / name)
    return to


def state_of(project: Project) -> str:
    """A name for the state of all those files."""
    state = hashlib.sha256()
    for name in needed(project):
        state.update(name.encode() + b"\0" + (project.root / name).read_bytes())
    return state.hexdigest()[:16]


def environment() -> dict[str, str]:
    """The environment of every test run: nothing random, no window.

    And nothing compiled is kept: two faults of one length, a second apart, would pass for one.
    """
    return {
        **os.environ, "PYTHONHASHSEED": "0", "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy",
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


def record(project: Project, kept: Path, jobs: int = 1) -> Selection:
    """What every test executes: from the file where it is kept, or by running them all once.

    jobs: so many processes share the test files.
    """
    if not kept.exists():
        print("Running every test once, to learn which lines it executes …", flush=True)
        files = test_files(project)
        with ThreadPoolExecutor(jobs) as pool:
            parts = list(pool.map(lambda part: _run(project, part), _divided(files, jobs)))
        fresh = kept.with_suffix(".new")
        fresh.write_text(json.dumps(_joined(parts)), encoding="utf-8")
        fresh.replace(kept)
    found = json.loads(kept.read_text(encoding="utf-8"))
    return Selection(project, found["seconds"], frozenset(found["failed"]), found["lines"])


def _divided(files: Sequence[str], jobs: int) -> list[Sequence[str]]:
    """Neighbours go to different parts: files of one folder take about as long."""
    return [part for part in (files[start::jobs] for start in range(jobs)) if part]


def _run(project: Project, files: Sequence[str]) -> dict[str, Any]:
    """Run those test files in a copy of the tree, and read what they executed."""
    rooms = [path for room in project.rooms for path in project.files(room)]
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        tree = copy_tree(project, Path(folder).resolve() / "tree")
        out = tree.with_name("recorded.json")
        done = subprocess.run(
            [sys.executable, str(WORKER), "record", str(out), *rooms, "--", *files],
            cwd=tree, env=environment(), check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        if not out.exists():
            raise SystemExit(f"The tests could not be run:\n{done.stdout}")
        recorded: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return recorded


def _joined(parts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What those parts of the tests executed, as if one process had run them all."""
    seconds: dict[str, float] = {}
    failed: list[str] = []
    lines: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        seconds |= part["seconds"]
        failed += part["failed"]
        for path, executed in part["lines"].items():
            for number, tests in executed.items():
                lines[path][number] += tests
    return {"seconds": seconds, "failed": failed, "lines": lines}


def test_files(project: Project) -> list[str]:
    """The test files that may notice a fault."""
    found = [path.relative_to(project.root) for path in (project.root / "tests").rglob("test_*.py")]
    names = sorted(path.as_posix() for path in found)
    return [name for name in names if not name.startswith(project.left_out)]
