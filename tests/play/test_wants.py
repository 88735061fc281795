"""What was at stake comes due: wants that are met or not, and dates that fall."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.events import Ended, ScriptEventOccurred
from engine.play.lifecycle import finish
from engine.play.state import NOBODY, Stage, State
from engine.play.view.records import View
from engine.play.view.situation import view
from engine.play.wants import wants_met
from engine.scenario.schema import Condition, Ending, Occasion, Text
from engine.simulate.batch import simulate
from game.pages import EndingPage, pages
from tests.conftest import CARE_MERGER, compiled_of
from tests.pages.walking import start, walk
from tests.play.test_step import CLOSED, QUIET, TO_THE_BENCH, proposals, votes
from tests.playing import of_kind, persona_play, play

TO_THE_END = (*TO_THE_BENCH, *CLOSED, proposals(), votes(), QUIET, QUIET, QUIET)


def with_met(
    compiled: CompiledScenario, met: Mapping[str, Mapping[str, Any]], **more: Any
) -> CompiledScenario:
    """The scenario in which those wants, by party, say when they are met."""
    scenario = compiled.scenario
    parties = {
        name: party.model_copy(
            update={
                "met": {
                    want: Condition.model_validate(each) for want, each in met.get(name, {}).items()
                }
            }
        )
        for name, party in scenario.parties.items()
    }
    return compile_scenario(scenario.model_copy(update={"parties": parties, **more}))


def with_event(compiled: CompiledScenario, **given: Any) -> CompiledScenario:
    """The scenario with one event: the bank decides."""
    told = {"name": {"en": "The bank"}, "text": {"en": "It decides."}}
    bank = Occasion.model_validate({**told, "party": "ferry", **given})
    script = compiled.scenario.script.model_copy(update={"events": {"bank": bank}})
    return compile_scenario(compiled.scenario.model_copy(update={"script": script}))


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        ({"played": {"of": "bikes", "is": ["wait"]}}, True),
        ({"played": {"of": "bikes", "is": ["swap"]}}, False),
        ({"outcome": ["stalled"]}, True),
        ({"not": {"outcome": ["stalled"]}}, False),
        ({"round": {"at_least": 5}}, True),
    ],
)
def test_a_want_is_met_when_its_condition_holds_at_the_end(
    minimal: CompiledScenario, condition: dict[str, Any], met: bool
) -> None:
    compiled = with_met(minimal, {"ferry": {"control": condition}})
    state, _ = play(compiled, *TO_THE_END)
    assert wants_met(compiled, state, "ferry") == {"control": met, "calm-summer": None}
    assert wants_met(compiled, state, "bikes") == {"own-name": None, "growth": None}


def test_during_the_play_no_want_is_met_yet(minimal: CompiledScenario) -> None:
    compiled = with_met(minimal, {"ferry": {"control": {"round": {"at_least": 1}}}})
    state, _ = play(compiled, QUIET)
    assert wants_met(compiled, state, "ferry") == {}
    assert view(compiled, state, "ferry").came_of == ()


@pytest.mark.slow
def test_an_ending_can_hang_on_a_want(minimal: CompiledScenario) -> None:
    """By itself, and the other way round; live as in a batch."""
    for condition, expected in (({"round": {"at_least": 1}}, "ours"), ({"changes": {"at_least": 9}},
                                                                      "not-ours")):  # fmt: skip
        endings = {
            name: Ending(when=Condition.model_validate(when), title=Text(en="x"), text=Text(en="x"))
            for name, when in (
                ("ours", {"met": {"of": "ferry", "want": "control"}}), ("not-ours", {}),
            )
        }  # fmt: skip
        compiled = with_met(minimal, {"ferry": {"control": condition}}, endings=endings)
        _, events = play(compiled, *TO_THE_END)
        assert [event.ending for event in of_kind(events, Ended)] == [expected]
        ended = simulate(compiled, 1, np.arange(20), ("builder", "builder")).ending
        assert {compiled.endings[at] for at in ended} == {expected}


def parted(compiled: CompiledScenario, changes: int, trust: float) -> State:
    """How talks stand that stopped by agreement after the first round."""
    state = persona_play(compiled, 1, "builder", "builder")[1].state
    world = replace(
        state.world,
        alliance=replace(
            state.world.alliance, trust=np.full_like(state.world.alliance.trust, trust)
        ),
        changes=np.full_like(state.world.changes, changes),
        parted=np.array([True]),
        stage=np.full_like(state.world.stage, Stage.ENDED),
        outcome=np.full_like(state.world.outcome, NOBODY),
    )
    return replace(state, world=finish(compiled, world))


@pytest.mark.parametrize(
    ("changes", "trust", "ending", "settled"),
    [
        (3, 0.5, "good-neighbours", True),  # "the bank leaves the school alone"
        (3, 0.1, "no-hard-words", False),  # "Linde ward still has no third person of its own"
        (2, 0.5, "decent-goodbye", False),  # "so is the hole in Weteringen's books"
    ],
)
def test_talks_that_stop_in_the_care_merger_settle_what_their_ending_says(
    changes: int, trust: float, ending: str, settled: bool
) -> None:
    compiled = compiled_of(CARE_MERGER)
    state = parted(compiled, changes, trust)
    assert list(compiled.scenario.endings)[state.world.ending[0]] == ending
    assert wants_met(compiled, state, "weteringen")["bank-at-ease"] is settled
    assert wants_met(compiled, state, "odrada")["night-care"] is settled


def test_who_is_given_the_gavel_in_the_care_merger_keeps_the_sixth_floor() -> None:
    """ "They sign on the sixth floor ... Marleen takes the chair": with little value of its own."""
    compiled = compiled_of(CARE_MERGER)
    state = persona_play(compiled, 1, "builder", "builder")[1].state
    gavel = compiled.moves.index("give-gavel")
    for given in (True, False):
        used = state.world.used.copy()
        used[:, compiled.parties.index("odrada"), gavel] = given
        world = replace(
            state.world,
            alliance=replace(
                state.world.alliance,
                trust=np.full_like(state.world.alliance.trust, 0.6),
                value=np.full_like(state.world.alliance.value, 0.2),
            ),
            used=used,
            carried_out=used,
            stage=np.full_like(state.world.stage, Stage.ENDED),
            outcome=np.full_like(state.world.outcome, NOBODY),
        )
        ended = replace(state, world=finish(compiled, world))
        assert (list(compiled.scenario.endings)[ended.world.ending[0]] == "nail-used") is given
        assert wants_met(compiled, ended, "weteringen")["head-office"] is given


def the_end(live: LivePlay, seed: int) -> EndingPage:
    """The last page of that play, walked by somebody who does anything."""
    *_, last = walk(live, seed)
    page = last[-1]
    assert isinstance(page, EndingPage)
    assert pages(live)[-1] == page
    return page


@pytest.mark.slow
def test_at_the_end_a_party_reads_what_came_of_its_own_wants_and_of_no_others(
    minimal: CompiledScenario,
) -> None:
    compiled = with_met(
        minimal,
        {"ferry": {"calm-summer": {"round": {"at_least": 1}}},
         "bikes": {"own-name": {"changes": {"at_least": 9}}}},
    )  # fmt: skip
    alone = the_end(start(compiled, 3, "ferry"), 3)
    assert [(each.name.en, each.met) for each in alone.came_of] == [
        ("a summer without queues on the quay", True),
        ("set the sailing times ourselves", None),
    ]
    together = the_end(start(compiled, 3, "ferry", "bikes"), 3)
    assert together.came_of == ()
    state, _ = play(compiled, *TO_THE_END)
    seen: View = view(compiled, state, "bikes")
    assert [(each.name.en, each.met) for each in seen.came_of] == [
        ("our name on the shed", False), ("more bicycles on the road", None),
    ]  # fmt: skip


# --- dates ----------------------------------------------------------------------------------------


def rounds_of_bank(compiled: CompiledScenario, seed: int = 1) -> list[int]:
    """The rounds in which the bank decided, in a play by personas."""
    steps = persona_play(compiled, seed, "builder", "builder")
    events = [event for step in steps for event in step.events]
    return [e.round for e in of_kind(events, ScriptEventOccurred) if e.event == "bank"]


@pytest.mark.slow
@pytest.mark.parametrize(("on", "round_"), [("3 rounds", 3), ("6 months", 2), ("1 year", 4)])
def test_a_date_falls_on_its_day_for_certain(
    minimal: CompiledScenario, on: str, round_: int
) -> None:
    compiled = with_event(minimal, on=on)
    assert {tuple(rounds_of_bank(compiled, seed)) for seed in range(5)} == {(round_,)}
    ended = simulate(compiled, 9, np.arange(30), ("builder", "builder"))
    assert (ended.happened[:, 0] == round_).all()


@pytest.mark.slow
def test_a_date_falls_only_then_and_only_if(minimal: CompiledScenario) -> None:
    """What comes true a round later comes too late."""
    late = with_event(minimal, on="2 rounds", when={"round": {"at_least": 3}})
    assert rounds_of_bank(late) == []
    in_time = with_event(minimal, on="3 rounds", when={"round": {"at_least": 3}})
    assert rounds_of_bank(in_time) == [3]
