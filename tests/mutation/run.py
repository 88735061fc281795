"""Running the tests for each fault in a copy of the tree, and what came of it."""

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tests.mutation.faults import Fault
from tests.mutation.rooms import Project
from tests.mutation.selection import (
    WORKER,
    Selection,
    copy_tree,
    environment,
    file_of,
    test_files,
)

Status = Literal["caught", "golden", "hung", "survived", "equivalent"]

# A test that takes this much longer than it did hangs. Wide: the machine may be busy.
TIMES_LONGER, SECONDS_LONGER = 10, 30.0
COLLECTING = 300.0  # seconds that collecting the tests may take
UNFIT = "unfit"  # what a worker says of a fault that it can't put into what is imported already


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one fault. by: the test that noticed it, or what else ended the run."""

    fault: Fault
    status: Status
    by: str = ""
    tests: int = 0  # run, at most
    unasked: int = 0  # that execute the line, and did not fit in the limit
    seconds: float = 0.0


class Hangs(Exception):
    """The tests have been silent for too long."""


class Worker:
    """A process that has collected tests in a copy of the tree and runs them when told."""

    def __init__(self, tree: Path, files: Sequence[str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(WORKER), "serve", *files], cwd=tree, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            start_new_session=True,
        )  # fmt: skip
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        try:
            self.failed_to_collect = self._get_ready()
        except Hangs:
            self.close()
            raise

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.heard.put(json.loads(line))
        self.heard.put({"gone": True})

    def _hear(self, seconds: float) -> dict[str, Any]:
        try:
            return self.heard.get(timeout=seconds)
        except queue.Empty:
            raise Hangs from None

    def _get_ready(self) -> str | None:
        failed = None
        while "ready" not in (said := self._hear(COLLECTING)):
            if "gone" in said:
                return failed or "nothing can be collected"
            failed = failed or said.get("fails")
        return failed

    def run(
        self, tests: Sequence[str], most: Callable[[str], float], fault: Mapping[str, str]
    ) -> str | None:
        """The test that fails, if one does. `Hangs` when one takes far longer than `most` of it."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"tests": tests, "patch": "", **fault}) + "\n")
        self.process.stdin.flush()
        child, patience, failed, now = 0, COLLECTING, None, ""
        try:
            while "ends" not in (said := self._hear(patience)):
                if "gone" in said:
                    return failed or f"{now} ended the process"
                child = said.get("pid", child)
                failed = failed or said.get("fails")
                now = said.get("begins", now)
                patience = SECONDS_LONGER + TIMES_LONGER * most(now)
        except Hangs:
            _end(child)
            while "ends" not in self._hear(COLLECTING):
                pass  # what it still had to say
            raise Hangs(now) from None
        finally:
            _end(child)
        return failed or (f"{now} ended the process" if said["ends"] else None)

    def close(self) -> None:
        """End the process and all that it started."""
        _end(self.process.pid)
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def _end(leader: int) -> None:
    """End the processes of that group, which we started."""
    if leader:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)


class Bench:
    """One copy of the tree, where one fault after the other is tried."""

    def __init__(self, project: Project, tree: Path, selection: Selection, limit: float) -> None:
        self.project, self.tree, self.selection, self.limit = project, tree, selection, limit
        self._tried = 0
        self._warm: Worker | None = None

    def close(self) -> None:
        """End what still runs."""
        if self._warm is not None:
            self._warm.close()

    def try_out(self, fault: Fault) -> Verdict:
        """Put the fault in the copy, run the tests that could notice it, and take it out."""
        began = time.monotonic()
        tests = self.selection.tests_for(fault, self.limit)
        warm = None if tests.afresh else self._collected()
        status: Status = "survived"
        with self._in_place(fault) as texts:
            try:
                by = self._behaviour(warm, tests.behaviour, texts)
                if by is not None:
                    status = "caught"
                elif tests.golden:
                    by = self._afresh(tests.golden)
                    status = "golden" if by is not None else "survived"
            except Hangs as hang:
                status, by = "hung", str(hang)
        return Verdict(
            fault, status, by or "", len(tests.behaviour) + len(tests.golden), tests.unasked,
            round(time.monotonic() - began, 1),
        )  # fmt: skip

    def _collected(self) -> Worker:
        """The worker that collected all tests while no fault was in place."""
        if self._warm is None:
            golden = self.project.golden
            files = [name for name in test_files(self.project) if not name.startswith(golden)]
            self._warm = Worker(self.tree, files)
            if self._warm.failed_to_collect:
                name = self._warm.failed_to_collect
                raise SystemExit(f"Even without a fault {name} can't be collected.")
        return self._warm

    @contextmanager
    def _in_place(self, fault: Fault) -> Iterator[dict[str, str]]:
        path, original = self.tree / fault.path, self.project.root / fault.path
        source = original.read_bytes()
        path.write_bytes(fault.applied(source))
        # A time of its own, so that no compiled file of an earlier fault passes for this one's.
        self._tried += 1
        when = original.stat().st_mtime + 10 * self._tried
        os.utime(path, (when, when))
        try:
            yield {"patch": str(path), "before": source.decode(), "after": path.read_text("utf-8")}
        finally:
            shutil.copy2(original, path)

    def _behaviour(
        self, warm: Worker | None, tests: Sequence[str], texts: Mapping[str, str]
    ) -> str | None:
        if not tests:
            return None
        failed = warm.run(tests, self.selection.most_seconds, texts) if warm else UNFIT
        return self._afresh(tests) if failed == UNFIT else failed

    def _afresh(self, tests: Sequence[str]) -> str | None:
        """The same, with everything imported and collected while the fault is in place."""
        worker = Worker(self.tree, sorted({file_of(test) for test in tests}))
        try:
            return worker.failed_to_collect or worker.run(tests, self.selection.most_seconds, {})
        finally:
            worker.close()


def try_all(
    project: Project, selection: Selection, faults: Sequence[Fault], limit: float, jobs: int
) -> Iterator[Verdict]:
    """The verdict on each fault, as they come; each job works in a copy of its own."""
    with ExitStack() as stack:
        free: queue.Queue[Bench] = queue.Queue()
        for _ in range(min(jobs, len(faults))):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="mutation-"))
            bench = Bench(project, copy_tree(project, Path(folder).resolve()), selection, limit)
            stack.callback(bench.close)
            free.put(bench)

        def one(fault: Fault) -> Verdict:
            bench = free.get()
            try:
                return bench.try_out(fault)
            finally:
                free.put(bench)

        pool = stack.enter_context(ThreadPoolExecutor(jobs))
        stack.callback(pool.shutdown, cancel_futures=True)
        for done in as_completed([pool.submit(one, fault) for fault in faults]):
            yield done.result()
