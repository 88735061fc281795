"""Finding scenarios and saved plays on disk, and opening them."""

import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from engine.files import IrregularFile, read_file, write_file
from engine.live_play import HUMAN, CompiledScenario, LivePlay, compile_scenario
from engine.play.trace import Replayed, Trace, TraceProblem, load_trace, pack, replay
from engine.scenario.fingerprint import Difference, differences, fingerprint
from engine.scenario.load import Loaded, load, load_text
from engine.scenario.pieces import Whole
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from game import settings
from game.errors import NearestNames, UserError, shell_quoted
from game.typed import same_name

SHIPPED = Path(__file__).resolve().parent.parent / "scenarios"
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Opened:
    """A scenario ready to be played.

    content: its text. digest: which game it makes. changed: if this text was kept with a play, what
    has changed in its file since and makes a different game.
    """

    path: Path
    scenario: Scenario
    content: bytes
    digest: str
    changed: tuple[Difference, ...] = ()

    @property
    def source(self) -> str:
        """Its name in a trace: without a folder, which is nobody's business."""
        return self.path.name

    @property
    def packed(self) -> str:
        """Its text as kept in a trace."""
        return pack(self.content)

    def compiled(self) -> CompiledScenario:
        """The compiled scenario."""
        return compile_scenario(self.scenario)


@dataclass(frozen=True)
class Draft:
    """A scenario that may have errors; if so, it can be looked at and not be played."""

    path: Path
    scenario: Scenario
    errors: int


def shipped() -> tuple[Path, ...]:
    """The scenarios that come with the game."""
    return tuple(sorted(SHIPPED.glob("*.yaml")))


def kind_of(path: Path) -> str:
    """What is there: "file", "folder", "other" (a pipe, a device), or "" for nothing."""
    try:
        if path.is_file():
            return "file"
        return "folder" if path.is_dir() else "other" if path.exists() else ""
    except (OSError, ValueError):  # a name that is too long, or impossible for a file
        return ""


def find(written: str) -> Path:
    """The file given by a path, or by the name of a scenario that comes with the game."""
    path = Path(written)
    kind = kind_of(path)
    if kind == "file":
        return path
    names = {each.stem: each for each in shipped()}
    if (meant := same_name(written, names)) is not None:
        return names[meant]
    if kind == "folder":
        raise UserError("stop.unreadable", path=path, why=IsADirectoryError(errno.EISDIR, ""))
    if kind == "other":
        raise UserError("stop.unreadable", path=path, why=IrregularFile())
    if path.suffix in ENDINGS or len(path.parts) > 1:
        raise UserError("stop.no-such-path", path=path)
    raise UserError("stop.unknown-scenario", written=written, near=NearestNames(written, names))


def open_scenario(path: Path, language: Language, texts: str | None = None) -> Opened:
    """The scenario in that file, or the first thing that is wrong with it.

    texts: the language to tell it in; without it, that of the screens.
    """
    loaded = load(path)
    if (opened := _opened(path, loaded)) is None:
        raise _broken(path, loaded, language)
    return opened if texts is None else told_in(opened, texts)


def told_in(opened: Opened, texts: str) -> Opened:
    """The scenario told in that language; refused if it is not written in it."""
    return replace(opened, scenario=_in_tongue(opened.scenario, opened.path, texts))


def _in_tongue(scenario: Scenario, path: Path, texts: str) -> Scenario:
    if texts not in scenario.languages:
        have = ", ".join(scenario.languages)
        raise UserError("stop.not-told-in", written=texts, scenario=path.stem, have=have)
    return scenario.in_tongue(texts)


def _opened(path: Path, loaded: Loaded) -> Opened | None:
    """The loaded scenario, ready to be played; None if it can't be."""
    if loaded.scenario is None:
        return None
    return Opened(path, loaded.scenario, loaded.content, fingerprint(loaded.scenario))


def open_draft(path: Path, language: Language, texts: str | None = None) -> Draft:
    """The scenario in that file as far as it goes, or the first thing that is wrong with it.

    texts: as for `open_scenario`.
    """
    loaded = load(path)
    scenario = loaded.scenario or loaded.draft
    if scenario is None:
        raise _broken(path, loaded, language)
    if texts is not None:
        scenario = _in_tongue(scenario, path, texts)
    errors = sum(problem.is_error for problem in loaded.problems)
    return Draft(path, scenario, errors)


def _broken(path: Path, loaded: Loaded, language: Language) -> UserError:
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    first = errors[0].text(language)
    return UserError("stop.broken-scenario", file=shell_quoted(path), n=len(errors), first=first)


def playable() -> tuple[Opened, ...]:
    """The scenarios that come with the game and have no errors."""
    found = (_opened(path, load(path)) for path in shipped())
    return tuple(each for each in found if each is not None)


def told_if_possible(opened: Opened, texts: str) -> Opened:
    """The scenario told in that language if it is written in it."""
    return told_in(opened, texts) if texts in opened.scenario.languages else opened


# --- saved plays ------------------------------------------------------------------------------

_BEGINNING = 1_000  # bytes; enough to recognise a file by
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
        if not kind_of(path) or (kind_of(path) == "file" and is_ours(read_file(path, _BEGINNING))):
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


def refuse_to_replace(path: Path, read: Path) -> None:
    """Refuse to overwrite a file that the command itself reads: that can only be a slip."""
    with suppress(OSError, ValueError):
        if path.samefile(read):
            raise UserError("stop.is-read", path=path)


def refuse_to_overwrite(path: Path, is_ours: Callable[[bytes], bool] = lambda start: False) -> None:
    """Refuse to overwrite a file, unless it is an older one of ours.

    is_ours: judges by how the file begins.
    """
    kind = kind_of(path)
    try:
        if kind and not (kind == "file" and is_ours(read_file(path, _BEGINNING))):
            raise UserError("stop.exists", path=path)
    except OSError as error:
        raise UserError("stop.unwritable", path=path, why=error) from error


def write(path: Path, content: bytes) -> None:
    """Write a file that was asked for, or say why it can't be written."""
    try:
        write_file(path, content)
    except OSError as error:
        raise UserError("stop.unwritable", path=path, why=error) from error


def write_scenario(whole: Whole, content: bytes) -> None:
    """Write a scenario that was changed, in as many files as it has; if one can't be, none is."""
    before = {piece.path: piece.content for piece in whole.pieces}
    written: list[Path] = []
    try:
        for path, fresh in whole.apart(content).items():
            write(path, fresh)
            written.append(path)
    except UserError:
        for path in written:
            write(path, before[path])
        raise


def trace_stop(problem: TraceProblem, path: Path) -> UserError:
    """A problem with a trace, as the message that a command ends with."""
    return UserError(f"trace.{problem.reason}", path=path, detail=problem.detail)


def scenario_of(trace: Trace, path: Path, given: str | None, language: Language) -> Opened:
    """The scenario of a trace: the one given, or else its own file, or else its own text.

    If its file has moved or changed, the text that was kept with the play is used.
    """
    if given is not None:
        return _told_as(_fitting(open_scenario(find(given), language), trace, path), trace)
    places = [path.parent / trace.source, Path(trace.source), SHIPPED / trace.source]
    found = [place for place in dict.fromkeys(places) if kind_of(place) == "file"]
    now = _present(found, trace)
    if now is None and trace.text is None:
        raise UserError("stop.no-scenario-for-trace", source=trace.source)
    return as_begun(trace, path, now)


def _present(places: list[Path], trace: Trace) -> Opened | None:
    """What the file of that play makes now; the first that makes a game with those parties."""
    other = None
    for place in places:
        opened = _opened(place, load(place))
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
    begun = Opened(place, loaded.scenario, loaded.content, trace.digest, changed)
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
