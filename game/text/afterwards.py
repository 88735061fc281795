"""`replay` and `debrief`: looking back on a saved play."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from engine.live_play import HUMAN, measure
from engine.play.measures import Measures
from engine.play.trace import Replayed
from engine.play.view.situation import ending
from engine.scenario.vocabulary import PERSONAS, Language
from game import library
from game.errors import program_name, shell_quoted
from game.presenters.page import Cast
from game.presenters.since_then import since_then
from game.text.screen import Screen
from game.words import words_in


def replay_file(path: Path, scenario: str | None, language: Language) -> int:
    """Replay a trace and show the final numbers to the last digit."""
    trace = library.read_trace(path)
    opened = library.scenario_of(trace, path, scenario, language)
    compiled, played = library.play_again(opened, trace, path)
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
    screen.write(words("replay.seats", seats=_seats(cast, trace.seats)))
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


def _seats(cast: Cast, seats: Mapping[str, str]) -> str:
    from engine.players import PERSONAS as PEOPLE

    words = cast.words
    named = [
        words(
            "story.seat",
            party=cast.party(party),
            persona=words.of(PEOPLE[name].name) if name in PERSONAS else words("human"),
        )
        for party, name in seats.items()
    ]
    return words.all_of(named)


def _numbers(cast: Cast, measured: Measures) -> Iterator[str]:
    """Every measure, to the last digit: for the table, for each party, and about each other."""
    for part in fields(measured):
        label, value = cast.words(f"measure.{part.name}"), getattr(measured, part.name)
        if not isinstance(value, Mapping):
            yield f"  {label}: {value!r}"
            continue
        for party, own in value.items():
            if not isinstance(own, Mapping):
                yield f"  {cast.party(party)} · {label}: {own!r}"
                continue
            for other, number in own.items():
                yield f"  {cast.party(party)} · {label} · {cast.party(other)}: {number!r}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a debrief besides its first page."""

    as_json: bool = False
    steps: bool = False
    for_trainer: bool = False


def debrief_file(path: Path, scenario: str | None, language: Language, asked: Asked) -> int:
    """Show the debrief of a trace: the story, and what else was asked for."""
    from engine.debrief import debrief
    from game.pages.story import story_page
    from game.presenters.debrief import steps_lines, trainer_notes
    from game.presenters.looking_back import story_lines, story_title

    trace = library.read_trace(path)
    opened = library.scenario_of(trace, path, scenario, language)
    compiled, played = library.play_again(opened, trace, path)
    found = debrief(compiled, _whole(played))
    if asked.as_json:
        Screen(sys.stdout).write_json(found.as_json())
        return 0
    cast, screen = Cast.of(compiled, words_in(language)), Screen(sys.stdout)
    if told := since_then(cast.words, opened.changed):
        screen.say(told)
    people = [party for party, name in trace.seats.items() if name == HUMAN]
    page = story_page(compiled.scenario.title, found, people)
    screen.show([story_title(cast, page), *story_lines(cast, page)])
    if asked.steps:
        screen.gap()
        screen.show(steps_lines(cast, found, people))
    else:
        screen.gap()
        command = {"program": program_name(), "path": shell_quoted(path)}
        screen.say(cast.words("look.more.command", **command))
    if asked.for_trainer:
        screen.gap()
        screen.show(trainer_notes(cast, found))
    return 0


def _whole(played: Replayed) -> Replayed:
    """The play without any choice that is still waiting for others."""
    if not played.pending:
        return played
    from dataclasses import replace

    trace = replace(played.trace, choices=played.trace.choices[:-1])
    return Replayed(trace, played.steps)
