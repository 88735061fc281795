"""What many automatic plays come to, played by a process of its own: it is never in the way.

After a save the plays of before are of no use. A process that is still at them is stopped, which
takes no time; one that has finished goes on with the next.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from engine.live_play import CompiledScenario, compile_scenario
from engine.playtest import Playtest
from engine.scenario.load import Loaded, load_whole
from engine.scenario.pieces import Whole
from engine.scenario.vocabulary import Language
from engine.simulate import Plan, Routes, castings_of, routes_of
from game.presenters.page import Line
from game.presenters.playtest import Telling, coverage, expectations_told, findings_told
from game.printable import path_text
from game.studio.lengths import Walk, walks
from game.words import words_in

PLAYS = 300
_SEED = 0
_WALKS = 6  # design choice: each is read page by page, which takes a hundred times as long
_NICER = 10
_MOST_TOLD = 15  # design choice: of each kind; so few plays miss much that others come to


@dataclass(frozen=True, slots=True)
class Job:
    """A scenario to be played. whole: its files, where it is several; content: its text."""

    path: Path
    content: bytes
    whole: Whole | None
    language: Language


@dataclass(frozen=True, slots=True)
class Found:
    """What the plays came to. covered: by kind of thing, how many came up and how many there are.

    findings: in words. walks: by phase, what a player meets there.
    """

    routes: Routes
    covered: Mapping[str, tuple[int, int]]
    findings: tuple[Line, ...]
    expected: tuple[Line, ...]
    walks: Mapping[str, Walk]
    seconds: float


def plan_of(compiled: CompiledScenario) -> Plan:
    """Which plays are played."""
    return Plan(_SEED, PLAYS, castings_of(compiled))


class Players:
    """The process that plays."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._is_busy = False

    def begin(self, job: Job) -> Connection:
        """Play that scenario and no other; where the result comes. Raises OSError."""
        self.drop()
        if self._process is None or not self._process.is_alive():
            spawning = multiprocessing.get_context("spawn")
            self._pipe, theirs = spawning.Pipe()
            self._process = spawning.Process(target=_work, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        assert self._pipe is not None
        self._is_busy = True
        self._pipe.send(job)
        return self._pipe

    def wait(self, pipe: Connection) -> Found | None:
        """What came of it, as soon as it is there; None if it was stopped, or can't be played."""
        try:
            found: Found | None = pipe.recv()
        except (EOFError, OSError):
            return None
        if pipe is self._pipe:
            self._is_busy = False
        return found

    def drop(self) -> None:
        """What is being played is of no use any more."""
        if self._is_busy:
            self.stop()

    def stop(self) -> None:
        """Stop playing, whatever it is at."""
        if self._process is not None:
            self._process.terminate()
        self._process, self._pipe, self._is_busy = None, None, False


def _work(pipe: Connection) -> None:
    """What the process does: play what it is given, until there is nobody to give it anything."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that started it
    if hasattr(os, "nice"):
        os.nice(_NICER)
    with suppress(EOFError, OSError):
        while True:
            job: Job = pipe.recv()
            try:
                found = played(job)
            except Exception:  # a fault of the game: `test` says which, and the rest goes on
                found = None
            pipe.send(found)


def played(job: Job) -> Found | None:
    """What plays of that scenario come to; None if it can't be played."""
    began, words = time.perf_counter(), words_in(job.language)
    loaded = load_whole(job.path, job.whole or job.content)
    if loaded.scenario is None:
        return None
    compiled = compile_scenario(loaded.scenario)
    (routes,) = routes_of(compiled, plan_of(compiled))
    test = Playtest(compiled, _SEED)
    for _ in test.run("personas", PLAYS):
        pass
    report, telling = test.report, _telling(job, loaded, test)
    findings = [replace(each, recipe=None) for each in report.findings()]
    return Found(
        routes, coverage(report), tuple(findings_told(telling, findings, _MOST_TOLD)),
        tuple(line for line in expectations_told(telling) if line.text),
        walks(compiled, words, _WALKS), time.perf_counter() - began,
    )  # fmt: skip


def _telling(job: Job, loaded: Loaded, test: Playtest) -> Telling:
    source = loaded.source
    assert source is not None

    def place(at: tuple[str | int, ...]) -> str:
        file, mark = loaded.place(job.path, source.at_key(*at))
        return f"{path_text(file.name)}:{mark.line}:{mark.column}"

    return Telling(
        test, test.report, words_in(job.language), place, lambda at: source.written_at(*at),
        lambda _: "", 0.0, is_cut=False,
    )  # fmt: skip
