"""A play taken back to an earlier step: another play, with the same luck, to play on from."""

from pathlib import Path

import pytest

from engine.live_play import LivePlay
from engine.play.afterthoughts import Afterthoughts
from engine.play.compiled import CompiledScenario
from engine.play.rows import as_plain
from engine.play.state import MoveChoice
from engine.play.trace import Trace, load_trace, parse_trace, to_json
from tests.playing import random_play, table_of, take


def played(compiled: CompiledScenario, seed: int) -> LivePlay:
    """A whole play by people who do anything they may."""
    live = table_of(compiled, seed=seed)
    for _, choices, _ in random_play(compiled, seed):
        take(live, choices)
    return live


def told(compiled: CompiledScenario) -> LivePlay:
    """A play of two rounds in which all is said that a trace can keep."""
    live = table_of(compiled)
    for at in range(2):
        live.state_trust("ferry", {"bikes": at})
        live.stand_in("ferry", "builder")
        live.choose(MoveChoice("bikes", "wait"))
    live.write_down(Afterthoughts("bikes", feeling="tired"))
    return live


@pytest.mark.slow
def test_it_is_the_play_as_it_was_and_goes_on_with_the_same_luck(
    any_scenario: CompiledScenario,
) -> None:
    live = played(any_scenario, 3)
    for step in {0, 1, len(live.steps) // 2, len(live.steps) - 1}:
        again = live.rewound(step)
        assert as_plain(again.state.world) == as_plain(live.steps[step].state.world)
        assert [each.events for each in again.steps] == [
            each.events for each in live.steps[: step + 1]
        ]
        assert again.view(any_scenario.parties[0]) == live.at(step).view(any_scenario.parties[0])
        for choices in live.trace.choices[step:]:
            take(again, choices)
        assert again.trace == live.trace
        assert as_plain(again.state.world) == as_plain(live.state.world)
        assert again.events == live.events


def test_another_choice_leads_elsewhere_and_the_old_play_stays(minimal: CompiledScenario) -> None:
    live = told(minimal)
    before = live.trace, live.events
    other = live.rewound(1)
    for party in minimal.parties:
        other.choose(MoveChoice(party, "swap"))
    assert (live.trace, live.events) == before
    assert other.steps[1].events == live.steps[1].events
    assert other.steps[2].events != live.steps[2].events


@pytest.mark.slow
@pytest.mark.parametrize("step", range(3))
def test_what_came_later_is_gone_and_what_came_before_is_kept(
    minimal: CompiledScenario, step: int
) -> None:
    live = told(minimal)
    assert len(live.steps) == 3
    trace = live.rewound(step).trace
    assert trace.choices == live.trace.choices[:step]
    # Trust is said before the choice of a round, and a stand-in is part of that choice.
    assert [each.step for each in trace.trust] == [at for at in range(2) if at <= step]
    assert [each.step for each in trace.stood_in] == list(range(step))
    assert trace.afterthoughts == (live.trace.afterthoughts if step == 2 else ())
    assert parse_trace(to_json(trace).encode()) == trace
    assert isinstance(LivePlay.resume(minimal, trace, "d"), LivePlay)


def test_a_choice_that_was_sealed_is_opened_again(minimal: CompiledScenario) -> None:
    live = told(minimal)
    live.stand_in("ferry", "builder")
    again = live.rewound(2)
    assert again.waiting_for == minimal.parties
    assert again.trace.stood_in == live.trace.stood_in[:2]
    assert live.waiting_for == ("bikes",)


@pytest.mark.slow
def test_personas_can_be_the_ones_to_go_on(minimal: CompiledScenario) -> None:
    live = table_of(minimal, ferry="charmer", bikes="controller")
    live.run()
    for step in range(len(live.steps)):
        again = live.rewound(step)
        again.run()
        assert again.trace == live.trace


@pytest.mark.parametrize("step", [-1, 3, 100])
def test_there_is_no_going_back_to_what_was_not(minimal: CompiledScenario, step: int) -> None:
    with pytest.raises(ValueError, match="the play has 2"):
        told(minimal).rewound(step)


def test_it_touches_no_file_until_it_is_given_one(
    minimal: CompiledScenario, tmp_path: Path
) -> None:
    path, seats = tmp_path / "t.json", dict.fromkeys(minimal.parties, "human")
    live = LivePlay.start(minimal, seed=1, seats=seats, digest="d", source="s", save_to=path)
    for party in minimal.parties:
        live.choose(MoveChoice(party, "wait"))
    kept = path.read_bytes()
    other = live.rewound(0)
    other.choose(MoveChoice("ferry", "swap"))
    assert path.read_bytes() == kept
    other.moved_to(tmp_path / "other.json")
    other.choose(MoveChoice("bikes", "swap"))
    assert path.read_bytes() == kept
    trace = load_trace(tmp_path / "other.json")
    assert isinstance(trace, Trace)
    assert trace == other.trace
