"""What `check` can only find by playing: thresholds out of reach, and answers nobody hears."""

import json
from pathlib import Path

import pytest

from engine.play.compiled import compile_scenario
from engine.playtest import Playtest
from engine.playtest.unreached import problems_found
from engine.scenario.load import load_text
from tests.conftest import MILL
from tests.game.conftest import Run, home, run

__all__ = ["home", "run"]  # fixtures

FAR = ("{to: flood, when: {trust: {below: 35}}}", "{to: flood, when: {trust: {above: 98}}}")
NEAR = ("{to: flood, when: {trust: {below: 35}}}", "{to: flood, when: {trust: {below: 60}}}")
PART = (
    "{to: flood, when: {trust: {below: 35}}}",
    "{to: flood, when: {any: [{trust: {below: 60}}, "
    "{round: {at_least: 1}, safety: {at_least: 99}}]}}",
)
UNHEARD = (
    "    - {speaker: banker.clerk, say: [Noted., I have written it down.]}",
    "    - {speaker: banker.clerk, again: yes, say: [Noted., I have written it down.]}\n"
    "    - {speaker: farmer.head, when: {trust: {of: farmer, above: 98}}, say: You had it right.}",
)


def found_in(*changes: tuple[str, str], plays: int = 72) -> list[tuple[str, str, str]]:
    """The code, the words it points at and the message of each problem that playing finds."""
    text = MILL.read_text("utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    loaded = load_text(text, "mill")
    assert loaded.scenario is not None
    assert loaded.source is not None
    assert not loaded.problems
    test = Playtest(compile_scenario(loaded.scenario), 0)
    list(test.run("personas", plays))
    list(test.run("random", plays))
    return [
        (each.code, text.splitlines()[each.line - 1][each.column - 1 :], each.message("en"))
        for each in problems_found(test.report, loaded.source)
    ]


@pytest.mark.slow
def test_a_threshold_that_no_play_reaches_is_told_with_what_they_reach() -> None:
    ((_, at, told),) = [each for each in found_in(FAR) if each[0] == "threshold-not-reached"]
    assert at.startswith("{above: 98}")
    assert told.startswith("found by playing: in none of 108 plays")
    assert "`trust` was " in told


@pytest.mark.slow
def test_of_a_condition_with_several_numbers_only_the_one_out_of_reach_is_told() -> None:
    found = [at for code, at, _ in found_in(PART) if code == "threshold-not-reached"]
    assert [at[:14] for at in found] == ["{at_least: 99}"]


@pytest.mark.slow
def test_a_threshold_that_is_reached_is_not_told() -> None:
    assert "threshold-not-reached" not in {code for code, _, _ in found_in(NEAR)}


@pytest.mark.slow
def test_an_answer_that_nobody_hears_is_told_once() -> None:
    found = found_in(NEAR, UNHEARD)
    (at,) = [at for code, at, _ in found if code == "threshold-not-reached"]
    assert at.startswith("{of: farmer, above: 98}")
    # The threshold says it already.
    assert not any("You had it" in at for code, at, _ in found if code == "answer-not-heard")


@pytest.mark.slow
def test_an_answer_behind_others_is_told_with_the_reason() -> None:
    # The clerk always has something to say first.
    late = (
        UNHEARD[0],
        UNHEARD[1].replace("when: {trust: {of: farmer, above: 98}}", "to: {of: miller}"),
    )
    found = found_in(NEAR, late)
    (told,) = [told for code, at, told in found if code == "answer-not-heard" and "You had" in at]
    assert "because something else was always said first" in told


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_check_plays_when_it_is_asked_to(run: Run, tmp_path: Path, language: str) -> None:
    path = tmp_path / "mill.yaml"
    path.write_text(MILL.read_text("utf-8").replace(*FAR), encoding="utf-8")
    plain = run("check", str(path), "--json", "--lang", language)
    assert (plain.code, json.loads(plain.out)) == (0, [])
    said = run("check", str(path), "--play", "--json", "--lang", language)
    told = {each["code"]: each for each in json.loads(said.out)}
    assert said.code == 0
    assert told["threshold-not-reached"]["severity"] == "warning"
    assert told["threshold-not-reached"]["file"] == str(path)
    assert "98" not in told["threshold-not-reached"]["repair"]


def test_what_cannot_be_played_is_not_played(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mill.yaml"
    path.write_text(MILL.read_text("utf-8").replace("to: winter", "to: wintre", 1))
    said = run("check", str(path), "--play", "--lang", "en")
    assert said.code == 1
    assert "unknown-phase" in said.out
    assert "found by playing" not in said.out
