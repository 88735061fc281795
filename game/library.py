"""Finding scenarios on disk and opening them, and writing what a command was asked for."""

import errno
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.files import IrregularFile, read_file, write_file
from engine.scenario.fingerprint import Difference, fingerprint
from engine.scenario.load import Loaded, load
from engine.scenario.pieces import Whole
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from game.assets import SCENARIOS
from game.errors import NearestNames, UserError, shell_quoted
from game.typed import same_name

if TYPE_CHECKING:
    from engine.live_play import CompiledScenario

SHIPPED = SCENARIOS
FIRST_LESSON, _IN_A_ROOM = "first-handshake", "care-merger"
ENDINGS = (".yaml", ".yml")
BEGINNING = 1_000  # bytes; enough to recognise a file by


_FOLDERS: dict[str, Path] = {}  # by digest, of what was opened


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
        from engine.play.trace import pack  # only who plays waits for it to be read in

        return pack(self.content)

    def compiled(self) -> "CompiledScenario":
        """The compiled scenario."""
        from engine.live_play import compile_scenario  # as above

        return compile_scenario(self.scenario)


@dataclass(frozen=True)
class Draft:
    """A scenario that may have errors; if so, it can be looked at and not be played."""

    path: Path
    scenario: Scenario
    errors: int


def shipped() -> tuple[Path, ...]:
    """The scenarios that come with the game: the first lesson, and then by name."""
    return tuple(
        sorted(SHIPPED.glob("*.yaml"), key=lambda path: (path.stem != FIRST_LESSON, path.stem))
    )


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
    if (opened := _ready(path, loaded)) is None:
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


def open_if_whole(path: Path) -> Opened | None:
    """The scenario in that file; None if it can't be played."""
    return _ready(path, load(path))


def _ready(path: Path, loaded: Loaded) -> Opened | None:
    """The loaded scenario, ready to be played; None if it can't be."""
    if loaded.scenario is None:
        return None
    digest = fingerprint(loaded.scenario)
    _FOLDERS[digest] = path.parent
    return Opened(path, loaded.scenario, loaded.content, digest)


def folder_of(digest: str) -> Path | None:
    """Where the pictures are of a scenario that this process opened from its file; else None.

    A journal keeps the text of a scenario, and not where it stands.
    """
    return _FOLDERS.get(digest)


def folders() -> dict[str, Path]:
    """The same of every scenario that was opened, for another process that serves its tables."""
    return dict(_FOLDERS)


def know_folders(folders: Mapping[str, Path]) -> None:
    """Take them for those of scenarios opened here."""
    _FOLDERS.update(folders)


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
    found = map(open_if_whole, shipped())
    return tuple(each for each in found if each is not None)


def for_a_room() -> Opened | None:
    """The scenario that a workshop plays if nobody names one; None if there is none."""
    found = playable()
    return next((each for each in found if each.path.stem == _IN_A_ROOM), next(iter(found), None))


def told_if_possible(opened: Opened, texts: str) -> Opened:
    """The scenario told in that language if it is written in it."""
    return told_in(opened, texts) if texts in opened.scenario.languages else opened


# --- files that a command writes --------------------------------------------------------------


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
        if kind and not (kind == "file" and is_ours(read_file(path, BEGINNING))):
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
