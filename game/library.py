"""Finding scenarios and saved plays on disk, and opening them."""

import errno
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.live_play import CompiledScenario, compile_scenario
from engine.play.trace import Replayed, Trace, TraceProblem, load_trace, replay
from engine.scenario.load import Loaded, load
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from game import settings
from game.errors import NearestNames, UserError, shell_quoted

SHIPPED = Path(__file__).resolve().parent.parent / "scenarios"
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Opened:
    """A scenario ready to be played. source: how a trace names it."""

    path: Path
    scenario: Scenario
    digest: str
    source: str

    def compiled(self) -> CompiledScenario:
        """The scenario as the play needs it."""
        return compile_scenario(self.scenario)


def shipped() -> tuple[Path, ...]:
    """The scenarios that come with the game."""
    return tuple(sorted(SHIPPED.glob("*.yaml")))


def find(written: str) -> Path:
    """The file that is meant by a path, or by the name of a scenario that comes with the game."""
    path = Path(written)
    if path.is_file():
        return path
    names = {each.stem: each for each in shipped()}
    if written in names:
        return names[written]
    if path.is_dir():
        raise UserError("stop.unreadable", path=written, why=IsADirectoryError(errno.EISDIR, ""))
    if path.suffix in ENDINGS or len(path.parts) > 1:
        raise UserError("stop.no-such-path", path=written)
    raise UserError("stop.unknown-scenario", written=written, near=NearestNames(written, names))


def open_scenario(path: Path, language: Language) -> Opened:
    """The scenario in that file, or the first thing that is wrong with it."""
    loaded = load(path)
    if loaded.scenario is None:
        raise _broken(path, loaded, language)
    return _opened(path, loaded, loaded.scenario)


def _opened(path: Path, loaded: Loaded, scenario: Scenario) -> Opened:
    is_ours = path.resolve().parent == SHIPPED
    source = path.name if is_ours else path.resolve().as_posix()
    return Opened(path, scenario, loaded.digest, source)


def _broken(path: Path, loaded: Loaded, language: Language) -> UserError:
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    first = errors[0].text(language)
    return UserError("stop.broken-scenario", file=shell_quoted(path), n=len(errors), first=first)


def playable() -> tuple[Opened, ...]:
    """The scenarios that come with the game and have no errors."""
    found = ((path, load(path)) for path in shipped())
    return tuple(_opened(p, loaded, loaded.scenario) for p, loaded in found if loaded.scenario)


# --- saved plays ------------------------------------------------------------------------------


def unfinished() -> Path:
    """The folder with a trace for every play that can be resumed."""
    return settings.home() / "unfinished"


def finished() -> Path:
    """The folder with a trace for every play that has ended."""
    return settings.home() / "finished"


def new_save(opened: Opened) -> Path:
    """A file for a new play that is not there yet."""
    return unfinished() / f"{opened.path.stem}-{secrets.token_hex(4)}.trace.json"


def put_away(path: Path) -> Path:
    """Where a play that has ended is kept: out of the way of those that can be resumed."""
    if path.parent != unfinished():
        return path
    kept = finished() / path.name
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        path.replace(kept)
    except OSError:
        return path
    return kept


def card_of(kept: Path) -> Path:
    """Where what was written down after that play is kept: beside it."""
    name = kept.name.removesuffix(".json").removesuffix(".trace")
    return kept.with_name(f"{name}.card.txt")


def last_unfinished(opened: Opened) -> Path | None:
    """The play of this very scenario that was saved last and can be resumed."""
    for path in _latest(unfinished()):
        trace = load_trace(path)
        if isinstance(trace, Trace) and trace.digest == opened.digest:
            return path
    return None


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


def refuse_if_not_ours(path: Path) -> None:
    """Refuse to write over a file that is no saved play."""
    trace = load_trace(path)
    if isinstance(trace, TraceProblem) and trace.reason in ("not-a-trace", "missing"):
        raise UserError("stop.not-ours", path=path)


def trace_stop(problem: TraceProblem, path: Path) -> UserError:
    """A problem of a trace as the message with which a command ends."""
    return UserError(f"trace.{problem.reason}", path=path, detail=problem.detail)


def scenario_of(trace: Trace, path: Path, given: str | None, language: Language) -> Opened:
    """The scenario a trace was played with: the one given, or found where it was then."""
    if given is not None:
        return open_scenario(find(given), language)
    source = Path(trace.source)
    places = (source, path.parent / source, path.parent / source.name, SHIPPED / source.name)
    found = [place for place in dict.fromkeys(places) if place.is_file()]
    if not found:
        raise UserError("stop.no-scenario-for-trace", source=trace.source)
    for place in found:
        if load(place).digest == trace.digest:
            return open_scenario(place, language)
    return open_scenario(found[0], language)


def play_again(opened: Opened, trace: Trace, path: Path) -> tuple[CompiledScenario, Replayed]:
    """The play of a trace from beginning to end."""
    compiled = opened.compiled()
    played = replay(compiled, trace, opened.digest)
    if isinstance(played, TraceProblem):
        raise trace_stop(played, path)
    return compiled, played
