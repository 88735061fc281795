"""What came of a choice, in plain words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

import pytest

from engine.play.compiled import CompiledScenario
from engine.play.events import Reason
from engine.play.measuring import measure
from engine.play.step import initial
from engine.play.view.heard import (
    CallSeen,
    Consequence,
    FoundMove,
    FoundOut,
    OwnUpSeen,
    PartingSeen,
    ReflectionFelt,
    SceneFelt,
    ScriptEventSeen,
    WalkOutSeen,
)
from engine.scenario.schema import Text
from game.presenters.page import Cast
from game.presenters.reveal import (
    Told,
    moved_briefly,
    moved_trust,
    news_told,
    tell,
    took_part,
    value_words,
)
from game.words import words_in

TITLE = Text(nl="Verkoop alvast kaartjes", en="Start selling tickets")


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        (CallSeen(1, "ferry", True, False), "You ask for a reflection moment."),
        (CallSeen(1, "ferry", False, True), "asks for a reflection moment; one is enough."),
        (WalkOutSeen(1, "ferry", True), "You get up to leave."),
        (WalkOutSeen(1, "ferry", False), "gets up to leave."),
        (PartingSeen(1), "You part, and you shake hands on it."),
        (
            FoundOut(1, "ferry", True, "bikes", (FoundMove("sell", None, TITLE),)),
            "What you did has come out: “Start selling tickets”.",
        ),
        (
            FoundOut(1, "ferry", False, "bikes", (FoundMove("sell", None, None),)),
            "Something comes to light about",
        ),
        (
            FoundOut(1, "ferry", False, "bikes", (FoundMove("sell", TITLE, None, TITLE),)),
            "again. Start selling tickets. There was something behind that too.",
        ),
        (
            FoundOut(1, "ferry", False, "bikes", (FoundMove("sell", None, None, TITLE, True),)),
            "Start selling tickets. You know better:",
        ),
        (
            FoundOut(1, "ferry", True, "bikes", (FoundMove("sell", None, TITLE, TITLE, True),)),
            "What you did fooled nobody you had told before: “Start selling tickets”.",
        ),
        (
            FoundOut(1, "ferry", True, "bikes", (FoundMove("sell", TITLE, TITLE, TITLE),)),
            "What you did has come out again: “Start selling tickets”.",
        ),
    ],
)
def test_what_happened_is_told_to_those_it_concerns(
    minimal: CompiledScenario, heard: Told, told: str
) -> None:
    (line,) = tell(Cast.of(minimal, words_in("en")), heard)
    assert told in line.text


@pytest.mark.parametrize(
    ("party", "told"),
    [(None, "Fog. Nobody sees a buoy."), ("ferry", "Fog (Vlieter Ferries). Nobody sees a buoy.")],
)
def test_an_event_names_a_party_only_where_it_happened_to_one(
    minimal: CompiledScenario, party: str | None, told: str
) -> None:
    name, text = Text(nl="Mist", en="Fog"), Text(nl="Geen boei te zien.", en="Nobody sees a buoy.")
    event = ScriptEventSeen(1, "fog", party, party is not None, name, text, ())
    (line,) = tell(Cast.of(minimal, words_in("en")), event)
    assert line.text == told


# --- why trust moved ------------------------------------------------------------------------------


def trust_told(compiled: CompiledScenario, reasons: Mapping[Reason, float]) -> list[str]:
    """What the ferry is told of its trust in the bikes, which those reasons moved."""
    world = initial(compiled, 1).state.world
    before = measure(compiled, world, world.last_payoff).of("ferry")
    change = sum(part for reason, part in reasons.items() if reason != "masked")
    after = replace(before, trust={"bikes": before.trust["bikes"] + change})
    numbers = Consequence(1, before, after, {"bikes": reasons})
    return [line.text for line in moved_trust(Cast.of(compiled, words_in("en")), numbers)]


def test_where_there_is_little_room_only_the_cause_is_told_and_once(
    three: CompiledScenario,
) -> None:
    """Beside the figures, of which the change can be read."""
    cast, me = Cast.of(three, words_in("en")), three.parties[0]
    world = initial(three, 1).state.world
    before = measure(three, world, world.last_payoff).of(me)
    cases: list[tuple[Mapping[Reason, float], int]] = [
        ({"event": 0.05, "talk": -0.02}, 1), ({"experience": 0.05, "event": -0.01}, 2),
        ({"discovery": -0.2, "event": -0.01}, 0), ({"event": 0.01}, 0),
    ]  # fmt: skip
    for parts, count in cases:
        trust = {other: was + sum(parts.values()) for other, was in before.trust.items()}
        after = replace(before, trust=trust)
        felt = Consequence(1, before, after, dict.fromkeys(trust, parts))
        assert len(list(moved_briefly(cast, felt))) == count


IS_NEWS = ("discovery", "suspicion", "repair")  # the line above the numbers says so already
ADDED = [reason for reason in get_args(Reason) if reason != "masked"]


@pytest.mark.parametrize("reason", ADDED)
@pytest.mark.parametrize(("change", "points", "way"), [(0.06, "+6", "up"), (-0.06, "−6", "down")])
def test_every_reason_that_moved_trust_is_told_with_its_points_and_a_cause_that_is_no_news(
    minimal: CompiledScenario, reason: Reason, change: float, points: str, way: str
) -> None:
    words, bikes = words_in("en"), "Brouwer Bicycles"
    (told,) = trust_told(minimal, {reason: change})
    named = "reason.talk.early" if (reason, way) == ("talk", "down") else f"reason.{reason}"
    if reason in IS_NEWS:
        assert told.endswith(f": {words(named, points=points)}.")
    else:  # what did it alone needs no points: they are the difference
        assert told.endswith(f". {words(f'cause.{reason}.{way}', party=bikes)}")
        assert points not in told
    (told,) = trust_told(minimal, {reason: change, "event" if reason != "event" else "own": change})
    assert words(named, points=points) in told


@pytest.mark.parametrize(
    ("reasons", "cause"),
    [
        ({"experience": 0.08, "own": -0.02}, "cause.experience.up"),
        ({"own": -0.02, "experience": 0.08}, "cause.experience.up"),
        ({"own": 0.01, "experience": 0.05}, "cause.experience.up"),
        ({"experience": -0.08, "own": 0.02}, "cause.experience.down"),
        ({"own": 0.02, "experience": -0.08}, "cause.experience.down"),
        ({"experience": -0.01, "discovery": -0.05}, None),
        ({"experience": -0.05, "discovery": -0.01}, "cause.experience.down"),
        ({"experience": 0.01}, None),
        ({"experience": -0.01}, None),
        ({"experience": 0.02}, "cause.experience.up"),
        ({"experience": -0.02}, "cause.experience.down"),
        ({"experience": 0.08, "own": -0.08}, None),
    ],
)
def test_the_cause_that_is_told_is_what_did_most_the_way_that_trust_went(
    minimal: CompiledScenario, reasons: Mapping[Reason, float], cause: str | None
) -> None:
    """From two points on; less is not worth a sentence."""
    words, bikes = words_in("en"), "Brouwer Bicycles"
    (told,) = trust_told(minimal, reasons)
    found = [
        f"cause.{reason}.{way}"
        for reason in ADDED
        for way in ("up", "down")
        if reason not in IS_NEWS and told.endswith(words(f"cause.{reason}.{way}", party=bikes))
    ]
    assert found == ([cause] if cause else [])


def test_what_was_put_down_to_a_contract_is_told_apart(minimal: CompiledScenario) -> None:
    told, masked = trust_told(minimal, {"experience": 0.03, "masked": -0.04})
    assert told.startswith("Trust in Brouwer Bicycles 47 → 50. Brouwer Bicycles did more")
    assert masked == "Without what is on paper your trust would be 4 higher."


def test_what_one_tells_several_itself_is_told_once(three: CompiledScenario) -> None:
    me, *others = three.parties
    cast, text = Cast.of(three, words_in("en")), Text(nl="Teken alvast", en="Sign already")
    told = [OwnUpSeen(1, me, True, other, (text,)) for other in others]
    ((_, line),) = news_told(cast, told)
    assert all(cast.party(other) in line.text for other in others)
    assert len(list(news_told(cast, [*told, OwnUpSeen(1, others[0], False, me, (text,))]))) == 2


@pytest.mark.parametrize(
    ("change", "walked_out", "told"),
    [
        (0.06, False, ["What was asked in return: +6 value, +26 in all"]),
        (-0.3, False, ["What was asked in return: −30 value, −10 in all"]),
        (-0.3, True, ["What walking out costs: −30 value, −10 in all"]),
        (0.0, False, []),
    ],
)
def test_what_was_paid_in_a_confrontation_is_told_with_what_for_and_what_one_has_then(
    minimal: CompiledScenario, change: float, walked_out: bool, told: list[str]
) -> None:
    world = initial(minimal, 1).state.world
    before = replace(measure(minimal, world, world.last_payoff).of("ferry"), value=0.2)
    after = replace(before, value=0.2 + change)
    felt = SceneFelt(1, "bikes", "ferry", before, after, {}, walked_out)
    assert [*value_words(Cast.of(minimal, words_in("en")), felt)] == told


def test_after_a_moment_it_is_told_first_how_far_people_took_part(
    minimal: CompiledScenario,
) -> None:
    world = initial(minimal, 1).state.world
    gauges = measure(minimal, world, world.last_payoff).of("ferry")
    cast = Cast.of(minimal, words_in("en"))
    felt, of_trust = moved_trust(cast, ReflectionFelt(2, 3.0, gauges, gauges, {}))
    assert felt.text == took_part(words_in("en"), 3.0)
    assert [of_trust] == list(moved_trust(cast, Consequence(2, gauges, gauges, {})))
