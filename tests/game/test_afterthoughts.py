"""What people wrote at the debrief, set beside the story and beside each other."""

from dataclasses import replace
from typing import Literal

import pytest

from engine.debrief import Findings, debrief
from engine.play.afterthoughts import Afterthoughts, TurnMarked
from engine.play.compiled import CompiledScenario
from engine.scenario.vocabulary import LANGUAGES, Language
from game.presenters.afterthoughts import AFTER, BEFORE, all_written, turn_typed, written
from game.presenters.debrief import debrief_steps
from game.presenters.page import Cast
from game.words import words_in
from tests.playing import play_anew

BOTH = ("ferry", "bikes")


@pytest.fixture
def found(minimal: CompiledScenario) -> Findings:
    """The findings of a play with a turning point."""
    found = debrief(minimal, play_anew(minimal, 3, "charmer", "builder"), plays=0)
    assert found.story_of("ferry").turns
    return found


def told(minimal: CompiledScenario, found: Findings, people: tuple[str, ...], at: int) -> list[str]:
    """What is told back in a step, in English."""
    cast = Cast.of(minimal, words_in("en"))
    return [line.text for line in written(cast, found, people, at)]


def test_a_turning_point_stands_beside_those_of_the_story(
    minimal: CompiledScenario, found: Findings
) -> None:
    story = found.story_of("ferry")
    (first, *_) = story.turns
    kind: Literal["round", "moment"] = "moment" if first.kind == "moment" else "round"
    same = Afterthoughts("ferry", marked=TurnMarked(kind, first.round))
    (text,) = told(minimal, replace(found, afterthoughts=(same,)), ("ferry",), 2)
    assert text.startswith("You chose")
    assert text.endswith("and the story tells of it too.")
    other = Afterthoughts("ferry", marked=TurnMarked("moment", 99))
    (text,) = told(minimal, replace(found, afterthoughts=(other,)), ("ferry",), 2)
    assert "the reflection moment after round 99" in text
    assert all(f"round {turn.round}" in text for turn in story.turns)
    calm = replace(found, afterthoughts=(same,), stories=(replace(story, turns=()),))
    (text,) = told(minimal, calm, ("ferry",), 2)
    assert text.endswith("the story tells of none.")


def test_several_are_set_beside_each_other(minimal: CompiledScenario, found: Findings) -> None:
    wrote = (Afterthoughts("ferry", feeling="tired"), Afterthoughts("bikes", feeling="light"))
    assert told(minimal, replace(found, afterthoughts=wrote), BOTH, 0) == [
        "In a word: Vlieter Ferries “tired”; Brouwer Bicycles “light”",
    ]


def test_an_answer_can_not_look_like_lines_of_its_own(
    minimal: CompiledScenario, found: Findings
) -> None:
    wrote = Afterthoughts("ferry", feeling="tired\r\n\n8. What next\u2028x")
    assert told(minimal, replace(found, afterthoughts=(wrote,)), ("ferry",), 0) == [
        "In a word: “tired 8. What next x”"
    ]


def test_one_reader_sees_only_what_that_reader_wrote(
    minimal: CompiledScenario, found: Findings
) -> None:
    wrote = (Afterthoughts("ferry", feeling="tired"), Afterthoughts("bikes", feeling="light"))
    found = replace(found, afterthoughts=wrote)
    assert told(minimal, found, ("bikes",), 0) == ["In a word: “light”"]
    assert told(minimal, found, (), 0) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_written_is_asked_and_told(
    language: Language, minimal: CompiledScenario, found: Findings
) -> None:
    texts = [f"w{at}" for at in range(6)]
    wrote = Afterthoughts("ferry", texts[0], None, *texts[1:])
    cast = Cast.of(minimal, words_in(language))
    steps = debrief_steps(cast, replace(found, afterthoughts=(wrote,)), ("ferry",))
    told = {step.number: [line.text for line in step.written] for step in steps if step.written}
    assert told.keys() == {0, 2, 5, 8}
    said = " ".join(text for texts in told.values() for text in texts)
    assert all(f"“{text}”" in said for text in texts)
    head, *rest = all_written(cast, replace(found, afterthoughts=(wrote,)), ("ferry",))
    assert head.kind == "subheading"
    assert [line.text.partition("“")[2] for line in rest] == [f"{text}”" for text in texts]
    assert len(BEFORE + AFTER) == len(texts)


@pytest.mark.parametrize(
    ("typed", "marked", "text"),
    [
        ("4", TurnMarked("round", 4), ""),
        ("4: toen Anja lachte", TurnMarked("round", 4), "toen Anja lachte"),
        ("4 – toen", TurnMarked("round", 4), "toen"),
        ("toen in ronde 4", None, "toen in ronde 4"),
        ("4de ronde", None, "4de ronde"),
        ("-4", None, "-4"),
        ("9" * 500, None, "9" * 500),
    ],
)
def test_a_turning_point_can_be_typed_as_a_round_as_words_or_both(
    typed: str, marked: TurnMarked | None, text: str
) -> None:
    assert turn_typed(typed) == (marked, text)
