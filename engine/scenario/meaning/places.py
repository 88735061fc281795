"""Every condition of a scenario, with what is known about a play where it is checked."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.scenario.aiming import makers
from engine.scenario.meaning.rounds import Calendar, Rounds
from engine.scenario.meaning.talk import lines_of
from engine.scenario.schema import Condition, Confrontation, Scenario
from engine.scenario.schema_walk import Path


class Place(NamedTuple):
    """Where a condition is checked.

    rounds: played so far. is_public: moves count as the table saw them. is_over: the
    play has ended. just_played: the moves that can have been played last, or None if not
    known. event: the event that depends on this condition. want: the want that it decides. judges:
    the parties for what each of whom knows it has to hold; for a choice (`chooses`), one of them
    is enough. Nobody: it is judged by the truth.
    """

    path: Path
    condition: Condition
    rounds: Rounds
    is_public: bool = False
    is_over: bool = False
    just_played: frozenset[str] | None = None
    event: str | None = None
    want: str | None = None
    judges: frozenset[str] = frozenset()
    chooses: bool = False

    def is_known(self, party: str) -> bool:
        """Whether what only that party found out can make the condition hold."""
        return self.concerns(party) and (self.chooses or not self.judges - {party})

    def concerns(self, party: str) -> bool:
        """Whether what that party found out can make a difference."""
        return not self.judges or party in self.judges

    @property
    def phase(self) -> str:
        """The phase that it stands in; empty if it stands in none."""
        return str(self.path[2]) if self.path[:2] == ("script", "phases") else ""


def places(scenario: Scenario, calendar: Calendar) -> Iterator[Place]:
    """Every place where a condition is checked."""
    yield from _in_moves(scenario, calendar)
    yield from _in_phases(scenario, calendar)
    yield from _in_script(scenario, calendar)
    yield from _in_talk(scenario, calendar)
    to_the_end = (0, calendar.longest)
    for ending_id, ending in scenario.endings.items():
        yield Place(("endings", ending_id, "when"), ending.when, to_the_end, is_over=True)
    for party_id, party in scenario.parties.items():
        for want, condition in party.met.items():
            path = ("parties", party_id, "met", want)
            yield Place(path, condition, to_the_end, is_over=True, want=want)
    for at, question in enumerate(scenario.debrief.questions):
        asked = ("debrief", "questions", at, "when")
        yield Place(asked, question.when, to_the_end, is_over=True)


def _in_moves(scenario: Scenario, calendar: Calendar) -> Iterator[Place]:
    for move_id, move in scenario.moves.items():
        phases = [
            phase_id
            for phase_id, phase in scenario.script.phases.items()
            if move_id in phase.moves and phase.rounds is not None
        ]
        if move.when is not None and phases:
            before = [_before_a_choice(calendar, phase_id) for phase_id in phases]
            rounds = min(fewest for fewest, _ in before), max(most for _, most in before)
            yield Place(
                ("moves", move_id, "when"), move.when, rounds, is_public=True,
                judges=frozenset(makers(scenario, move)), chooses=True,
            )  # fmt: skip


def _in_phases(scenario: Scenario, calendar: Calendar) -> Iterator[Place]:
    everybody = frozenset(scenario.parties)
    for phase_id, phase in scenario.script.phases.items():
        path = ("script", "phases", phase_id)
        there = frozenset(phase.with_) or everybody
        yield from _in_scenes(path, phase.confrontations, calendar, everybody)
        for at, branch in enumerate(phase.next):
            after = calendar.played_after(phase_id)
            yield Place((*path, "next", at, "when"), branch.when, after)
        if phase.rounds is None:
            continue
        if phase.until is not None:
            first = calendar.played_before(phase_id)[0] + 1
            rounds = first, calendar.played_after(phase_id)[1]
            yield Place((*path, "until"), phase.until, rounds)
        for at, situation in enumerate(phase.situations):
            rounds = _before_a_choice(calendar, phase_id)
            where = (*path, "situations", at, "when")
            judges = frozenset({situation.only} if situation.only else there)
            yield Place(where, situation.when, rounds, is_public=True, judges=judges)


def _in_script(scenario: Scenario, calendar: Calendar) -> Iterator[Place]:
    script, in_play = scenario.script, (1, calendar.longest)
    yield from _in_scenes(("script",), script.confrontations, calendar, frozenset(scenario.parties))
    for event_id, event in script.events.items():
        path = ("script", "events", event_id, "when")
        yield Place(path, event.when, in_play, event=event_id)


def _in_talk(scenario: Scenario, calendar: Calendar) -> Iterator[Place]:
    for told in lines_of(scenario, calendar):
        where = (*told.path, "when")
        yield Place(
            where, told.line.when, told.rounds, is_public=True, just_played=told.beside,
            judges=told.judges or frozenset(scenario.parties),
        )  # fmt: skip


def _in_scenes(
    path: Path, scenes: tuple[Confrontation, ...], calendar: Calendar, there: frozenset[str]
) -> Iterator[Place]:
    for at, each in enumerate(scenes):
        here = (*path, "confrontations", at, "when")
        yield Place(here, each.when, (0, calendar.longest), is_public=True, judges=there)


def _before_a_choice(calendar: Calendar, phase_id: str) -> Rounds:
    """The rounds that have been played when a party chooses in that phase."""
    return calendar.played_before(phase_id)[0], calendar.played_after(phase_id)[1] - 1
