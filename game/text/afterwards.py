"""`replay` and `debrief`: looking back on a saved play."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from engine.live_play import CompiledScenario, measure
from engine.play.measures import Measures
from engine.play.trace import Replayed, Trace
from engine.play.view.situation import ending
from engine.scenario.vocabulary import Language
from game import library, saves
from game.errors import program_name, shell_quoted
from game.library import Opened
from game.presenters.page import Cast
from game.presenters.seats import seats_told
from game.presenters.since_then import since_then
from game.printable import printable
from game.text.screen import Screen
from game.words import Words, words_in

if TYPE_CHECKING:
    from engine.debrief import Findings


def replay_file(path: Path, scenario: str | None, language: Language) -> int:
    """Replay a trace and show the final numbers to the last digit."""
    trace = saves.read_trace(path)
    opened = saves.scenario_of(trace, path, scenario, language)
    compiled, played = saves.play_again(opened, trace, path)
    words, screen = words_in(language), Screen(sys.stdout)
    cast, world = Cast.of(compiled, words), played.state.world
    if told := since_then(words, opened.changed):
        screen.write(told)
    screen.write(
        words(
            "replay.head",
            title=words.of(compiled.scenario.title), seed=trace.seed,
            rounds=int(world.round[0]), steps=len(played.steps) - 1,
        )
    )  # fmt: skip
    screen.write(words("replay.seats", seats=seats_told(cast, trace.seats)))
    end = ending(compiled, played.state)
    if end is None:
        screen.write(words("replay.unfinished"))
    else:
        outcome, title = words(f"outcome.{end.outcome}"), words.of(end.title)
        screen.write(words("replay.ending", outcome=outcome, title=title))
    screen.write(words("replay.numbers"))
    for line in _numbers(cast, measure(compiled, world, world.last_payoff)):
        screen.write(line)
    return 0


def _numbers(cast: Cast, measured: Measures) -> Iterator[str]:
    """Every measure, to the last digit: for the table, for each party, and about each other."""
    for part in fields(measured):
        label, value = cast.words(f"measure.{part.name}"), getattr(measured, part.name)
        if isinstance(value, tuple):
            if value:
                yield f"  {label}: {cast.parties(value)}"
            continue
        if not isinstance(value, Mapping):
            yield f"  {label}: {value!r}"
            continue
        for party, own in value.items():
            if not isinstance(own, Mapping):
                yield f"  {cast.party(party)} · {label}: {own!r}"
                continue
            for other, number in own.items():
                yield f"  {cast.party(party)} · {label} · {cast.party(other)}: {number!r}"


@dataclass(frozen=True)
class Asked:
    """How to look back. seat: only for whoever played that party; steps: with the eight steps;
    html, table: files to write.
    """

    scenario: str | None = None
    seat: str | None = None
    steps: bool = False
    for_trainer: bool = False
    as_json: bool = False
    html: Path | None = None
    table: Path | None = None
    overwrite: bool = False


def debrief_file(path: Path, asked: Asked, language: Language) -> int:
    """Show the debrief of a trace, or write it as a page or a table."""
    from engine.debrief import debrief

    _refuse_places(path, asked)
    trace = saves.read_trace(path)
    opened = saves.scenario_of(trace, path, asked.scenario, language)
    people = _readers(opened, trace, asked.seat)
    compiled, played = saves.play_again(opened, trace, path)
    look = LookBack(compiled, trace, debrief(compiled, _whole(played)), words_in(language), people)
    screen = Screen(sys.stdout)
    written = list(_write_files(look, asked))
    if asked.as_json:
        screen.write_json(look.found.as_json())
        return 0
    if told := since_then(look.words, opened.changed):
        screen.say(told)
    for each in written:
        screen.write(each)
    if not written:
        _show(screen, look, asked, path)
    return 0


@dataclass(frozen=True)
class LookBack:
    """A finished play with its findings, for its readers."""

    compiled: CompiledScenario
    trace: Trace
    found: "Findings"
    words: Words
    people: Sequence[str]


def _refuse_places(path: Path, asked: Asked) -> None:
    from game.html import is_page

    given = Path(asked.scenario) if asked.scenario else path
    for place in (asked.html, asked.table):
        if place is not None:
            library.refuse_to_replace(place, path)
            library.refuse_to_replace(place, given)
    if not asked.overwrite:
        if asked.html is not None:
            library.refuse_to_overwrite(asked.html, is_page)
        if asked.table is not None:
            library.refuse_to_overwrite(asked.table)


def _readers(opened: Opened, trace: Trace, seat: str | None) -> Sequence[str]:
    """Whom the debrief is for: the people who played, or one of them."""
    if seat is None:
        return trace.people
    from game.text.play import roles_of

    return roles_of(opened, seat)


def _write_files(look: LookBack, asked: Asked) -> Iterator[str]:
    """Write what was asked for; where each file is."""
    if asked.html is not None:
        from game.html.report import page

        text = page(look.compiled, look.trace, look.found, look.words, look.people,
                    for_trainer=asked.for_trainer)  # fmt: skip
        library.write(asked.html, printable(text).encode("utf-8"))
        yield look.words("report.saved", path=asked.html)
    if asked.table is not None:
        from engine.debrief import COLUMNS, rows
        from game.spreadsheet import csv_bytes

        names = [column.name for column in COLUMNS]
        library.write(asked.table, csv_bytes(names, rows(look.trace, look.found)))
        yield look.words("table.saved", path=asked.table)


def _show(screen: Screen, look: LookBack, asked: Asked, path: Path) -> None:
    """The story with what people wrote, and what else was asked for."""
    from game.pages.story import story_page
    from game.presenters.afterthoughts import all_written
    from game.presenters.debrief import steps_lines, trainer_notes
    from game.presenters.looking_back import story_lines, story_title

    cast, found, people = Cast.of(look.compiled, look.words), look.found, look.people
    page = story_page(look.compiled.scenario.title, found, people)
    screen.show([story_title(cast, page), *story_lines(cast, page)])
    screen.show(all_written(cast, found, people))
    screen.gap()
    if asked.steps:
        screen.show(steps_lines(cast, found, people))
    else:
        command = {"program": program_name(), "path": shell_quoted(path)}
        screen.say(cast.words("look.more.command", **command))
    if asked.for_trainer:
        screen.gap()
        screen.show(trainer_notes(cast, look.found))


def _whole(played: Replayed) -> Replayed:
    """The play without any choice that is still waiting for others."""
    if not played.pending:
        return played
    from dataclasses import replace

    trace = replace(played.trace, choices=played.trace.choices[:-1])
    return Replayed(trace, played.steps)
