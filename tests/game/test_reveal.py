"""What came of a choice, in plain words."""

import pytest

from engine.play.compiled import CompiledScenario
from engine.play.view.heard import CallSeen, FoundMove, FoundOut, PartingSeen, WalkOutSeen
from engine.scenario.schema import Text
from game.presenters.page import Cast
from game.presenters.reveal import Told, tell
from game.words import words_in

TITLE = Text(nl="Verkoop alvast kaartjes", en="Start selling tickets")


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        (CallSeen(1, "ferry", True, False), "You ask for a reflection moment."),
        (CallSeen(1, "ferry", False, True), "asks for a reflection moment; one is enough."),
        (WalkOutSeen(1, "ferry", True), "You get up and don't come back."),
        (WalkOutSeen(1, "ferry", False), "gets up and doesn't come back."),
        (PartingSeen(1), "You part, and you shake hands on it."),
        (
            FoundOut(1, "ferry", True, "bikes", (FoundMove("sell", None, TITLE),)),
            "Found out about you: “Start selling tickets”.",
        ),
        (
            FoundOut(1, "ferry", False, "bikes", (FoundMove("sell", None, None),)),
            "Something comes to light about",
        ),
        (
            FoundOut(1, "ferry", False, "bikes", (FoundMove("sell", TITLE, None, TITLE),)),
            "There was something behind this too: “Start selling tickets.”",
        ),
        (
            FoundOut(1, "ferry", True, "bikes", (FoundMove("sell", TITLE, TITLE, TITLE),)),
            "Found out about you again: “Start selling tickets”.",
        ),
    ],
)
def test_what_happened_is_told_to_those_it_concerns(
    minimal: CompiledScenario, heard: Told, told: str
) -> None:
    (line,) = tell(Cast.of(minimal, words_in("en")), heard)
    assert told in line.text
