"""A persona chooses for people who are not there, and gives them their seat back."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.events import Event
from engine.play.rows import as_plain
from engine.play.state import SCENE, MoveChoice, Refusal
from engine.play.trace import (
    Replayed,
    StoodIn,
    Trace,
    TraceProblem,
    load_trace,
    parse_trace,
    replay,
    to_json,
)
from engine.scenario.vocabulary import Persona
from tests.play.test_trace import resealed
from tests.playing import everyone, persona_replay, random_play, table_of


def taken(result: Refusal | tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, of a choice that the test expects to be taken."""
    assert not isinstance(result, Refusal), result
    return result


def stood_in_round(compiled: CompiledScenario) -> LivePlay:
    """A table of people, for whose first party the builder made the first choice."""
    live = table_of(compiled)
    taken(live.stand_in("ferry", "builder"))
    taken(live.choose(MoveChoice("bikes", "wait")))
    return live


# Who chooses


def test_it_chooses_for_a_party_and_gives_the_seat_back(minimal: CompiledScenario) -> None:
    live = table_of(minimal)
    assert taken(live.stand_in("ferry", "builder")) == ()
    assert live.waiting_for == ("bikes",)
    assert taken(live.choose(MoveChoice("bikes", "wait")))
    assert live.waiting_for == minimal.parties
    taken(live.choose(MoveChoice("ferry", "wait")))
    assert live.people == minimal.parties
    assert live.trace.stood_in == (StoodIn(0, "ferry", "builder"),)


def test_the_last_choice_of_a_round_plays_it(minimal: CompiledScenario) -> None:
    live = table_of(minimal)
    live.choose(MoveChoice("bikes", "wait"))
    assert taken(live.stand_in("ferry", "charmer"))
    assert len(live.steps) == 2


@pytest.mark.slow
@pytest.mark.parametrize("persona", get_args(Persona))
def test_who_stands_in_all_the_time_plays_as_if_it_had_the_seat(
    three: CompiledScenario, persona: Persona
) -> None:
    live = table_of(three, seed=4)
    while not live.is_over:
        taken(live.stand_in(live.waiting_for[0], persona))
    seated = persona_replay(three, 4, persona)
    assert live.events == tuple(event for step in seated.steps for event in step.events)
    assert len(live.trace.stood_in) == sum(len(each) for each in live.trace.choices)


def test_that_time_was_up_is_kept_with_the_choice(minimal: CompiledScenario) -> None:
    live = table_of(minimal)
    taken(live.choose(MoveChoice("bikes", "wait"), late=True))
    taken(live.stand_in("ferry", "builder", late=True))
    noted = (StoodIn(0, "bikes", None, late=True), StoodIn(0, "ferry", "builder", late=True))
    assert live.trace.stood_in == noted
    assert parse_trace(to_json(live.trace).encode()) == live.trace


def test_a_trace_from_before_time_was_kept_is_read(minimal: CompiledScenario) -> None:
    trace = stood_in_round(minimal).trace
    old = resealed(to_json(trace), lambda body: body["stood_in"][0].pop("late"))
    assert parse_trace(old) == trace


@pytest.mark.slow
def test_the_same_table_gets_the_same_choice(three: CompiledScenario) -> None:
    played = random_play(three, 2)
    for rounds in range(1, 5):
        tables = [table_of(three, seed=2) for _ in range(2)]
        for live in tables:
            for _, choices, _ in played[:rounds]:
                for choice in choices.values():
                    live.choose(choice)
            taken(live.stand_in(live.waiting_for[-1], "pressed"))
        one, other = (live.trace for live in tables)
        assert one == other


def test_nobody_stands_in_where_no_people_are_waited_for(minimal: CompiledScenario) -> None:
    live = table_of(minimal, bikes="builder")
    assert live.stand_in("nobody", "builder") == Refusal("unknown-party", "nobody")
    assert live.stand_in("bikes", "builder") == Refusal("already-chosen", "bikes")
    two = table_of(minimal)
    two.choose(MoveChoice("ferry", "wait"))
    before = two.trace
    assert two.stand_in("ferry", "builder") == Refusal("already-chosen", "ferry")
    assert two.trace is before
    while not two.is_over:
        two.stand_in(two.waiting_for[0], "builder")
    assert two.stand_in("ferry", "builder") == Refusal("play-is-over", "ferry")


def test_in_a_scene_only_whose_turn_it_is(minimal: CompiledScenario) -> None:
    for seed in range(40):
        live = table_of(minimal, seed=seed)
        while not live.is_over and live.state.stage not in SCENE:
            live.stand_in(live.waiting_for[0], "charmer")
        if live.is_over:
            continue
        (party,) = live.waiting_for
        (other,) = set(minimal.parties) - {party}
        assert live.stand_in(other, "builder") == Refusal("not-your-turn", other)
        taken(live.stand_in(party, "builder"))
        return
    pytest.fail("no play came to a scene")


# In the trace


def test_it_is_saved_at_once_and_read_back(minimal: CompiledScenario, tmp_path: Path) -> None:
    path, seats = tmp_path / "t.json", dict.fromkeys(minimal.parties, "human")
    live = LivePlay.start(minimal, seed=1, seats=seats, digest="d", source="s", save_to=path)
    live.stand_in("ferry", "divided")
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert trace == live.trace
    resumed = LivePlay.resume(minimal, trace, "d")
    assert isinstance(resumed, LivePlay)
    assert resumed.waiting_for == ("bikes",)
    for each in (live, resumed):
        each.choose(MoveChoice("bikes", "swap"))
    assert resumed.events == live.events


def test_the_replay_needs_nothing_of_it(minimal: CompiledScenario) -> None:
    live = stood_in_round(minimal)
    unsaid = resealed(to_json(live.trace), lambda body: body.pop("stood_in"))
    for raw in (to_json(live.trace).encode(), unsaid):
        trace = parse_trace(raw)
        assert isinstance(trace, Trace)
        again = replay(minimal, trace)
        assert isinstance(again, Replayed)
        assert as_plain(again.state.world) == as_plain(live.state.world)


@pytest.mark.slow
def test_where_nobody_stood_in_the_trace_says_nothing_of_it(minimal: CompiledScenario) -> None:
    assert "stood_in" not in to_json(persona_replay(minimal, 1, "builder").trace)


@pytest.mark.parametrize(
    "note",
    [
        {"step": 1, "party": "ferry", "persona": "builder"},
        {"step": -1, "party": "ferry", "persona": "builder"},
        {"step": 0, "party": "nobody", "persona": "builder"},
        {"step": 0, "party": "ferry", "persona": "human"},
        {"step": 0, "party": "ferry", "persona": "anja"},
        {"step": True, "party": "ferry", "persona": "builder"},
        {"step": 0, "party": "ferry"},
        {"step": 0, "party": "ferry", "persona": "builder", "why": "asleep"},
    ],
)
def test_a_stand_in_that_can_not_have_been_is_no_trace(
    minimal: CompiledScenario, note: Mapping[str, object]
) -> None:
    text = to_json(stood_in_round(minimal).trace)
    assert read_in(minimal, resealed(text, lambda body: body.update(stood_in=[note]))) == "edited"


def test_nobody_stands_in_twice_or_for_a_persona(minimal: CompiledScenario) -> None:
    text = to_json(stood_in_round(minimal).trace)
    twice = resealed(text, lambda body: body.update(stood_in=2 * body["stood_in"]))
    assert read_in(minimal, twice) == "edited"
    seated = resealed(text, lambda body: body["seats"].update(ferry="builder"))
    assert read_in(minimal, seated) == "edited"


def read_in(compiled: CompiledScenario, raw: bytes) -> str:
    """Why that trace is refused, or nothing."""
    found = parse_trace(raw)
    problem = found if isinstance(found, TraceProblem) else replay(compiled, found)
    return problem.reason if isinstance(problem, TraceProblem) else ""


# People on every seat


def test_people_can_have_every_seat(any_scenario: CompiledScenario) -> None:
    live = table_of(any_scenario, seed=6)
    assert live.people == any_scenario.parties
    for at, (state, choices, result) in enumerate(random_play(any_scenario, 6)):
        if len(live.steps) - 1 > at:
            continue  # nobody had anything to vote on: it has gone on by itself
        assert as_plain(live.state.world) == as_plain(state.world)
        assert live.waiting_for == tuple(each for each in choices if not live.is_settled(at, each))
        *first, last = (choices[each] for each in live.waiting_for)
        for choice in first:
            assert taken(live.choose(choice)) == ()
        assert taken(live.choose(last))[: len(result.events)] == result.events
    assert live.is_over
    assert live.waiting_for == ()


@pytest.mark.slow
def test_people_and_personas_can_share_a_table_in_any_way(three: CompiledScenario) -> None:
    names = everyone(three, "builder")
    whole = persona_replay(three, 7, "builder")
    for taken_by_people in range(2**three.party_count):
        seats = {
            party: name
            for at, (party, name) in enumerate(zip(three.parties, names, strict=True))
            if not taken_by_people >> at & 1
        }
        live = table_of(three, seed=7, **seats)
        live.run()
        while not live.is_over:
            taken(live.stand_in(live.waiting_for[-1], "builder"))
        assert as_plain(live.state.world) == as_plain(whole.state.world)
