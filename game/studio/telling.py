"""What the studio says of a scenario: its problems, its phases and all that is said in them."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.scenario.advice import Problem
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import Language
from engine.simulate import Routes
from game.presenters.page import decimal, first_up
from game.presenters.playtest import choice_told
from game.presenters.script_map import share_words
from game.studio.lengths import Walk, Written
from game.studio.reading import Reading
from game.studio.tryout import Tried
from game.words import Words


def clock(at: float) -> str:
    """The time of day, to the second, since saves follow each other quickly; of another day the
    date as well.
    """
    then, now = time.localtime(at), time.localtime()
    is_today = then[:3] == now[:3]
    return time.strftime("%H:%M:%S" if is_today else "%Y-%m-%d %H:%M", then)


# --- problems -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """A problem as it is shown. file: its name, where there are several; written: the line."""

    is_error: bool
    is_new: bool
    file: str
    line: int
    column: int
    message: str
    repair: str
    written: str
    code: str


def found_in(reading: Reading, before: Reading | None, language: Language) -> tuple[Found, ...]:
    """The problems of a reading, those first that the one before did not have."""
    known = {_kind_of(each) for each in before.problems} if before is not None else set()
    several = len({each.file for each in reading.problems} | {str(reading.path)}) > 1
    found = [
        Found(
            problem.is_error, before is not None and _kind_of(problem) not in known,
            _name_of(problem.file) if several else "", problem.line, problem.column,
            first_up(problem.message(language)), problem.repair(language), reading.written(problem),
            problem.code,
        )
        for problem in reading.problems
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (not each.is_new, not each.is_error)))


def _name_of(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2]


def _kind_of(problem: Problem) -> tuple[str, str, str]:
    """What makes it the same problem, although lines were put in above it."""
    params = {name: value for name, value in problem.params.items() if not name.endswith("line")}
    return problem.file, problem.code, str(params)


# --- playing from here ---------------------------------------------------------------------------


def lost_told(words: Words, played: Tried) -> str:
    """What could not be chosen again, and what becomes of the rest; nothing, if all could be."""
    stray = played.stray
    if stray is None:
        return ""
    rest = sum(played.seat in each for each in stray.left)
    if played.live.is_over:
        return words("studio.lost.over", n=rest)
    if played.lost is None or stray.refusal is None:
        return words("studio.lost.other", n=rest)
    why = words(f"refusal.{stray.refusal.reason}", detail=stray.refusal.detail)
    told = words("studio.lost", choice=choice_told(words, played.lost), why=why)
    return f"{told} {words('studio.lost.rest', n=rest - 1)}" if rest > 1 else told


# --- phases ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase in a list. written: words by the author; read, minutes and share: as far as plays
    have shown it, else empty.
    """

    name: str
    title: str
    is_moment: bool
    rounds: str
    written: int
    read: str
    minutes: str
    share: str


def phase_rows(
    scenario: Scenario,
    words: Words,
    counted: Written,
    routes: Routes | None,
    walks: Mapping[str, Walk],
) -> Iterator[PhaseRow]:
    """The phases in the order of the script."""
    for at, (name, phase) in enumerate(scenario.script.phases.items()):
        walk = walks.get(name)
        share = "" if routes is None else share_words(words, routes.reached[at], routes.plays)
        rounds = words("map.moment") if phase.reflection else words("map.rounds", n=phase.rounds)
        yield PhaseRow(
            name, words.of(phase.name), phase.reflection is not None, rounds,
            words_of(counted.phases[name], words), "" if walk is None else str(round(walk.words)),
            "" if walk is None else decimal(words, walk.minutes, 0), share,
        )  # fmt: skip


def words_of(counted: Mapping[str, int], words: Words) -> int:
    """The words in that language, or in the first where it is not written in it."""
    return counted.get(words.language, next(iter(counted.values()), 0))


def whole_play(scenario: Scenario, routes: Routes, walks: Mapping[str, Walk]) -> float:
    """About how many minutes a play takes: its phases, as often as plays come there."""
    return sum(
        walks[name].minutes * routes.reached[at] / routes.plays
        for at, name in enumerate(scenario.script.phases)
        if name in walks
    )
