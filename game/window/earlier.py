"""Plays that have ended: how each did, and where it came."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.play.events import PhaseOpened
from engine.play.trace import Trace, TraceProblem, load_trace, replay
from engine.play.view.records import EndingSeen
from engine.play.view.situation import ending
from engine.scenario.vocabulary import Language
from game import saves
from game.errors import UserError
from game.library import Opened
from game.window.app import App


@dataclass(frozen=True)
class Finished:
    """A play that has ended, and how. been: the phases that it came to."""

    path: Path
    trace: Trace
    opened: Opened
    ending: EndingSeen
    saved: datetime
    been: frozenset[str]

    @property
    def ended(self) -> str:
        """The name of its ending in the scenario."""
        endings = self.opened.scenario.endings.items()
        return next((name for name, each in endings if each.title == self.ending.title), "")


@dataclass(frozen=True)
class Unreadable:
    """A play that can't be looked back on, and why."""

    why: UserError


def look_into(
    path: Path, language: Language, known: dict[str, Opened]
) -> Finished | Unreadable | None:
    """The play in that file; None if no person played it. known: by digest; more are added."""
    trace = load_trace(path)
    if isinstance(trace, TraceProblem):
        return Unreadable(saves.trace_stop(trace, Path(path.name)))
    if not trace.people:
        return None
    try:
        if trace.digest not in known:
            known[trace.digest] = saves.scenario_of(trace, path, None, language)
        opened = known[trace.digest]
        saved = datetime.fromtimestamp(path.stat().st_mtime)
    except UserError as why:
        return Unreadable(why)
    except OSError as error:
        return Unreadable(UserError("stop.unreadable", path=Path(path.name), why=error))
    compiled = opened.compiled()
    played = replay(compiled, trace, opened.digest)
    if isinstance(played, TraceProblem):
        return Unreadable(saves.trace_stop(played, Path(path.name)))
    end = ending(compiled, played.state)
    been = frozenset(each.phase for each in played.events if isinstance(each, PhaseOpened))
    return None if end is None else Finished(path, trace, opened, end, saved, been)


def how_it_ended(app: App, each: Finished) -> str:
    """The ending, and who played whom."""
    parties = each.opened.scenario.parties
    roles = app.words.all_of([app.of(parties[party].name) for party in each.trace.people])
    return app.say("finished.ending", ending=app.of(each.ending.title), roles=roles)


def when_it_ended(app: App, each: Finished) -> str:
    """The date and the time."""
    when = each.saved
    return app.say("finished.date", day=when.day, month=when.month, year=when.year,
                   time=f"{when:%H:%M}")  # fmt: skip
