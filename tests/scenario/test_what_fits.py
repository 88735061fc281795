"""Whether what is written for one thing that came about can be shown for another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.scenario.meaning.talk import scenes_of
from engine.scenario.schema import Condition, Line, Scenario
from engine.scenario.vocabulary import TO_PART
from tests.conftest import LIBRARY
from tests.scenario.test_questions import scenario_of
from tests.texts import lines_in

LICENCE = next(path for path in LIBRARY if path.stem == "licence")
every_scenario = pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)


def asked_in(condition: Condition) -> Iterator[Condition]:
    """The condition and those within it that have to hold for it, not those that must not."""
    yield condition
    for part in (*condition.all, *condition.any):
        yield from asked_in(part)


def asked_together(condition: Condition) -> Iterator[Condition]:
    """The condition and those that have to hold with it; one of several need not."""
    yield condition
    for part in condition.all:
        yield from asked_together(part)


def raised_whatever_it_was(line: Line) -> bool:
    """Whether a line is only said once something came out, whichever thing that was."""
    return any(each.confronted and not each.confronted.is_ for each in asked_in(line.when))


def of_one_raised_whatever_it_was(line: Line) -> bool:
    """Whether a line is about one secret, and asks only if anything at all was raised."""
    together = [[*asked_together(each)] for each in asked_in(line.when)]
    return any(
        any(each.knows and each.knows.is_ for each in every)
        and any(each.confronted and not each.confronted.is_ for each in every)
        for every in together
    )


@every_scenario
def test_what_is_said_of_one_secret_asks_whether_that_one_was_raised(path: Path) -> None:
    lines = lines_in(scenario_of(path))
    assert [str(line.say[0].en) for line in lines if of_one_raised_whatever_it_was(line)] == []


@every_scenario
def test_whoever_tells_it_itself_is_only_late_if_that_was_raised(path: Path) -> None:
    told = [move for move in scenario_of(path).moves.values() if move.reveals]
    lines = [line for move in told for line in move.lines]
    assert [str(line.say[0].en) for line in lines if raised_whatever_it_was(line)] == []


@every_scenario
def test_a_want_is_met_by_what_was_learned_not_by_learning_anything(path: Path) -> None:
    parties = scenario_of(path).parties.values()
    met = [
        (name, want) for party in parties for name, when in party.met.items()
        for want in asked_in(when) if want.knows and not want.knows.is_
    ]  # fmt: skip
    assert met == []


def unasked(scenario: Scenario) -> Iterator[str]:
    """The things whose refusal has a scene that doesn't ask whether they are there already."""
    for _, scenes in scenes_of(scenario):
        for scene in scenes:
            there = (*scene.when.in_force, *scene.when.not_in_force)
            yield from (each for each in scene.change if each not in (*there, TO_PART))


def votes_once(scenario: Scenario) -> bool:
    """Whether there is one moment at most in which things change: each can only go one way."""
    moments = [phase for phase in scenario.script.phases.values() if phase.reflection]
    return scenario.script.calls == 0 and len(moments) < 2


@every_scenario
def test_a_scene_about_a_refused_change_asks_which_way_it_went(path: Path) -> None:
    """Bringing in and taking away are both refused, and words for the one don't fit the other."""
    scenario = scenario_of(path)
    assert votes_once(scenario) or [*unasked(scenario)] == []


def test_what_is_given_again_is_not_given_in_the_words_of_the_first_time() -> None:
    """Wordings of one line come in any order, and lines in the order in which they are written."""
    moves = scenario_of(LICENCE).moves.values()
    given = [move for move in moves if move.kind == "concede" and not move.once]
    assert given != []
    assert all(not move.say and all(len(line.say) == 1 for line in move.lines) for move in given)


def test_a_promise_that_is_denied_is_not_taken_as_if_it_had_been_admitted() -> None:
    scenes = [each for _, written in scenes_of(scenario_of(LICENCE)) for each in written]
    promises = [scene for scene in scenes if "promise" in scene.cause]
    assert promises != []
    assert all("deny" in scene.responses["accept"].say_to for scene in promises)


@every_scenario
def test_whoever_walks_out_says_so(path: Path) -> None:
    """Nothing is answered to it, so without words of its own somebody is simply gone."""
    scenario = scenario_of(path)
    leaving = {name: move for name, move in scenario.moves.items() if move.kind == "leave"}
    mute = [
        (name, party)
        for name, move in leaving.items() for party in move.of or scenario.parties
        if not move.say and not any(party in (line.speaker or "").split(".") for line in move.lines)
    ]  # fmt: skip
    assert mute == []
