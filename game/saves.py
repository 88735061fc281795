"""Plays that are kept: where they are saved, finding them again, and the scenario of each."""

import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from engine.files import read_file
from engine.live_play import HUMAN, CompiledScenario, LivePlay
from engine.play.trace import Replayed, Trace, TraceProblem, load_trace, replay
from engine.scenario.fingerprint import differences
from engine.scenario.load import load_text
from engine.scenario.vocabulary import Language
from game import library, settings
from game.errors import UserError, shell_quoted
from game.library import Opened

_LONGEST_STEM = 40  # a name may have 255 bytes, and more is added to it


def unfinished() -> Path:
    """The folder with a trace for every play that can be resumed."""
    return settings.home() / "unfinished"


def finished() -> Path:
    """The folder with a trace for every play that has ended."""
    return settings.home() / "finished"


def new_save(opened: Opened) -> Path:
    """An unused file for a new play; its name can be typed and shown anywhere."""
    stem = re.sub(r"[^\w.-]+", "-", opened.path.stem, flags=re.ASCII).strip("-.")[:_LONGEST_STEM]
    return unfinished() / f"{stem or 'play'}-{secrets.token_hex(4)}.trace.json"


def put_away(live: LivePlay) -> None:
    """Keep a play that has ended apart from those that can be resumed; it is saved there now."""
    path = live.save_to
    if not live.is_over or path is None or path.parent != unfinished():
        return
    kept = finished() / path.name
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        path.replace(kept)
        live.moved_to(kept)


def finished_plays() -> list[Path]:
    """The files of the plays that have ended, the last saved first."""
    return list(_latest(finished()))


def report_of(trace: Path | None, is_ours: Callable[[bytes], bool]) -> Path:
    """Where the report of that play goes: over an older one of it, but over nothing else.

    is_ours: judges by how a file begins.
    """
    stem = trace.name.partition(".")[0] if trace is not None else "samenspel"
    for at in range(1, 1000):
        path = settings.reports() / (f"{stem}.html" if at == 1 else f"{stem}-{at}.html")
        kind = library.kind_of(path)
        if not kind or (kind == "file" and is_ours(read_file(path, library.BEGINNING))):
            return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def unfinished_of(opened: Opened) -> Iterator[tuple[Path, Trace]]:
    """The unfinished plays of this scenario that people took part in, the last saved first."""
    for path in _latest(unfinished()):
        trace = load_trace(path)
        if isinstance(trace, Trace) and HUMAN in trace.seats.values() and _is_of(trace, opened):
            yield path, trace


def _is_of(trace: Trace, opened: Opened) -> bool:
    """Whether it is a play of that scenario, or of an earlier version of it."""
    is_same_file = trace.source == opened.source
    has_same_parties = set(trace.seats) == set(opened.scenario.parties)
    return trace.digest == opened.digest or (is_same_file and has_same_parties)


def _latest(folder: Path) -> Iterator[Path]:
    def saved_at(path: Path) -> int:
        try:
            return path.stat().st_mtime_ns
        except OSError:
            return 0

    yield from sorted(folder.glob("*.trace.json"), key=saved_at, reverse=True)


def read_trace(path: Path) -> Trace:
    """The trace in that file, or a plain message why not."""
    trace = load_trace(path)
    if isinstance(trace, TraceProblem):
        raise trace_stop(trace, path)
    return trace


def trace_stop(problem: TraceProblem, path: Path) -> UserError:
    """A problem with a trace, as the message that a command ends with."""
    return UserError(f"trace.{problem.reason}", path=path, detail=problem.detail)


def scenario_of(trace: Trace, path: Path, given: str | None, language: Language) -> Opened:
    """The scenario of a trace: the one given, or else its own file, or else its own text.

    If its file has moved or changed, the text that was kept with the play is used.
    """
    if given is not None:
        meant = library.open_scenario(library.find(given), language)
        return _told_as(_fitting(meant, trace, path), trace)
    places = [path.parent / trace.source, Path(trace.source), library.SHIPPED / trace.source]
    found = [place for place in dict.fromkeys(places) if library.kind_of(place) == "file"]
    now = _present(found, trace)
    if now is None and trace.text is None:
        raise UserError("stop.no-scenario-for-trace", source=trace.source)
    return as_begun(trace, path, now)


def _present(places: list[Path], trace: Trace) -> Opened | None:
    """What the file of that play makes now; the first that makes a game with those parties."""
    other = None
    for place in places:
        opened = library.open_if_whole(place)
        if opened is None:
            continue
        if opened.digest == trace.digest:
            return opened
        if other is None and _is_of(trace, opened):
            other = opened
    return other


def as_begun(trace: Trace, path: Path, now: Opened | None) -> Opened:
    """The scenario as it was when that play began, and what has changed in its file since.

    now: what its file makes now. Raises `UserError` if its own text is needed and was not kept, or
    is no longer accepted by this version of the game.
    """
    if now is not None and now.digest == trace.digest:
        return _told_as(now, trace)
    if trace.text is None:
        raise trace_stop(TraceProblem("other-scenario", trace.source), path)
    loaded, place = load_text(trace.text, trace.source), Path(trace.source)
    if loaded.scenario is None:
        raise trace_stop(TraceProblem("other-version"), path)
    changed = differences(loaded.scenario, now.scenario) if now else ()
    if now and not changed:  # a later version of the game has another name for the same game
        return _told_as(replace(now, digest=trace.digest), trace)
    scenario = loaded.scenario.beside(now.path.parent if now else None)
    begun = Opened(place, scenario, loaded.content, trace.digest, changed)
    return _told_as(begun, trace)


def _told_as(opened: Opened, trace: Trace) -> Opened:
    """The scenario in the language that the play was told in."""
    return replace(opened, scenario=opened.scenario.in_tongue(trace.told_in))


def _fitting(opened: Opened, trace: Trace, path: Path) -> Opened:
    if opened.digest != trace.digest:
        raise trace_stop(TraceProblem("other-scenario", opened.source), path)
    return opened


def play_again(opened: Opened, trace: Trace, path: Path) -> tuple[CompiledScenario, Replayed]:
    """The play of a trace from beginning to end; refused while people are still playing it."""
    compiled = opened.compiled()
    played = replay(compiled, trace, opened.digest)
    if isinstance(played, TraceProblem):
        raise trace_stop(played, path)
    if not played.state.is_over and HUMAN in trace.seats.values():
        raise UserError("stop.not-over", path=shell_quoted(path))
    return compiled, played
