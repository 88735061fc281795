"""How far people say to trust each other: kept, compared, seen by nobody else, without effect."""

from pathlib import Path

import pytest

from engine.debrief import debrief
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.state import MoveChoice, Refusal
from engine.play.trace import (
    Trace,
    TraceProblem,
    TrustStated,
    load_trace,
    parse_trace,
    replay,
    to_json,
)
from engine.play.view.situation import view
from game.presenters.page import Cast
from game.presenters.trust import stated_trust
from game.words import words_in
from tests.pages.walking import start
from tests.play.test_trace import resealed
from tests.playing import persona_replay, table_of


def with_trust(compiled: CompiledScenario, **levels: int) -> LivePlay:
    """A play of two people after one round, with that trust of the ferry in the bicycles."""
    live = table_of(compiled)
    live.state_trust("ferry", levels)
    for party in compiled.parties:
        live.choose(MoveChoice(party, "wait"))
    return live


def test_it_is_kept_in_the_trace_and_read_back(minimal: CompiledScenario, tmp_path: Path) -> None:
    live = start(minimal, 1, "ferry")
    live.save_to = tmp_path / "t.json"
    live.state_trust("ferry", {"bikes": 7})
    trace = load_trace(live.save_to)
    assert isinstance(trace, Trace)
    assert trace.trust == (TrustStated(0, "ferry", {"bikes": 7}),)
    assert parse_trace(to_json(trace).encode()) == trace


def test_said_again_the_last_word_counts(minimal: CompiledScenario) -> None:
    live = table_of(minimal)
    live.state_trust("ferry", {"bikes": 7})
    live.state_trust("ferry", {"bikes": 3})
    assert live.trace.trust == (TrustStated(0, "ferry", {"bikes": 3}),)


@pytest.mark.slow
@pytest.mark.parametrize("levels", [{"bikes": 11}, {"bikes": -1}, {"ferry": 5}, {"nobody": 5}])
def test_what_is_no_trust_in_another_is_refused(
    minimal: CompiledScenario, levels: dict[str, int]
) -> None:
    live = table_of(minimal)
    with pytest.raises(ValueError, match="not how far"):
        live.state_trust("ferry", levels)
    assert live.trace.trust == ()


@pytest.mark.slow
def test_a_trace_from_before_it_was_asked_opens(minimal: CompiledScenario) -> None:
    """Neither trust nor the reasons of a no are in it."""
    text = to_json(persona_replay(minimal, 1, "builder", "controller").trace)
    assert '"trust"' not in text

    def without(body: dict[str, list[dict[str, dict[str, object]]]]) -> None:
        for step in body["choices"]:
            for choice in step.values():
                choice.pop("reasons", None)

    old = parse_trace(resealed(text, without))
    assert isinstance(old, Trace)
    assert not isinstance(replay(minimal, old), TraceProblem)


@pytest.mark.parametrize(
    "trust",
    [
        [{"step": 9, "party": "ferry", "levels": {}}],
        [{"step": 0, "party": "nobody", "levels": {}}],
        [{"step": 0, "party": "ferry", "levels": {"nobody": 3}}],
        [{"step": 0, "party": "ferry", "levels": {"bikes": 12}}],
    ],
)
def test_trust_that_nobody_can_have_said_is_no_trace(
    minimal: CompiledScenario, trust: list[dict[str, object]]
) -> None:
    text = to_json(with_trust(minimal, bikes=5).trace)
    found = parse_trace(resealed(text, lambda body: body.update(trust=trust)))
    problem = found if isinstance(found, TraceProblem) else replay(minimal, found)
    assert isinstance(problem, TraceProblem)
    assert problem.reason == "edited"


def test_the_play_takes_no_notice_and_nobody_else_sees_it(minimal: CompiledScenario) -> None:
    said, silent = with_trust(minimal, bikes=2), with_trust(minimal)
    assert said.events == silent.events
    for seat in minimal.parties:
        assert view(minimal, said.state, seat) == view(minimal, silent.state, seat)
        assert said.heard(seat) == silent.heard(seat)


def test_a_persona_is_not_asked(minimal: CompiledScenario) -> None:
    live = start(minimal, 1, "ferry")
    assert live.is_asked_for_trust("ferry")
    assert not live.is_asked_for_trust("bikes")
    assert persona_replay(minimal, 1, "builder", "builder").trace.trust == ()


def test_the_debrief_puts_it_beside_the_figure_of_the_model(minimal: CompiledScenario) -> None:
    live = with_trust(minimal, bikes=8)
    model = float(live.steps[0].state.world.alliance.trust[0, 0, 1])
    (stated,) = debrief(minimal, live.replayed, plays=0).knowledge.stated_trust
    assert (stated.party, stated.about, stated.round) == ("ferry", "bikes", 0)
    assert (stated.stated, stated.model) == (0.8, model)
    (line,) = stated_trust(Cast.of(minimal, words_in("en")), (stated,))
    gap = round(100 * (0.8 - model))
    assert f"80 (model {round(100 * model)})" in line.text
    assert f"{gap} points above" in line.text


def test_a_choice_is_still_refused_as_before(minimal: CompiledScenario) -> None:
    """To say how far one trusts is no choice: the move is still to be made."""
    live = table_of(minimal)
    live.state_trust("ferry", {"bikes": 5})
    assert live.waiting_for == ("ferry", "bikes")
    assert isinstance(live.choose(MoveChoice("ferry", "draft-contract")), Refusal)
