"""The effects of a round at the table, in small cases computed by hand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.play.circumstances import circumstances
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.conditions import holds
from engine.play.events import Discovered, Event, Exchanged, LinesTold, Measured, MoveMade
from engine.play.state import Choice, State
from engine.play.step import initial, legal_moves
from engine.scenario.schema import (
    AnswerTo,
    Condition,
    Effect,
    Limits,
    Line,
    Occasion,
    Played,
    Rule,
    Situation,
    Text,
    Who,
)
from engine.scenario.vocabulary import Stance
from tests.playing import moves, of_kind, play

SIT = moves(miller="sit", farmer="sit", banker="sit")
SEEDS = range(400)


def with_move(compiled: CompiledScenario, name: str, **update: Any) -> CompiledScenario:
    """The same scenario with one move changed."""
    scenario = compiled.scenario
    changed = scenario.moves[name].model_copy(update=update)
    return compile_scenario(
        scenario.model_copy(update={"moves": {**scenario.moves, name: changed}})
    )


def move_of(events: list[Event], party: str) -> MoveMade:
    """What that party played."""
    (made,) = (each for each in of_kind(events, MoveMade) if each.party == party)
    return made


def seed_where(
    compiled: CompiledScenario, choices: Mapping[str, Choice], party: str, *, stopped: bool
) -> int:
    """The first seed with which that party's own side stops its move, or does not."""
    return next(
        seed
        for seed in SEEDS
        if move_of(play(compiled, choices, seed=seed)[1], party).vetoed == stopped
    )


# What is told


def said(event: LinesTold | Exchanged) -> list[str]:
    """What was said, in English."""
    return [line.text.in_language("en") for line in event.lines]


@pytest.mark.slow
def test_a_situation_is_told_in_its_round_and_only_when_its_condition_holds(
    mill: CompiledScenario,
) -> None:
    seen = set()
    for seed in range(6):
        _, events = play(mill, SIT, seed=seed)
        (measured,) = of_kind(events, Measured)
        told = [(e.round, *said(e)) for e in of_kind(events, LinesTold) if e.part == "situation"]
        it_is_getting_late = measured.after.mean_trust < 0.45
        late, sun = "It is getting late.", "The sun comes out."
        assert told == [(1, "The wheel creaks."), (2, late if it_is_getting_late else sun)]
        seen.add(it_is_getting_late)
    assert seen == {True, False}


def with_clerk_on_discovery(compiled: CompiledScenario) -> CompiledScenario:
    """The mill, where the bank's clerk has something to say when the miller is found out."""
    scenario = compiled.scenario
    remark = AnswerTo(
        when=Condition(discovered=Who(of="miller")),
        speaker="banker.clerk",
        say=(Text(en="Two pounds short."),),
    )
    script = scenario.script.model_copy(update={"answers": (remark, *scenario.script.answers)})
    return compile_scenario(scenario.model_copy(update={"script": script}))


@pytest.mark.slow
def test_nobody_remarks_on_what_only_others_found_out(mill: CompiledScenario) -> None:
    compiled = with_clerk_on_discovery(mill)
    heard: dict[frozenset[str], set[str]] = {}
    cheat = moves(miller="short-weight", farmer="sit", banker="sit")
    for seed in range(40):
        _, events = play(compiled, cheat, seed=seed)
        finders = frozenset(e.by for e in of_kind(events, Discovered) if e.of == "miller")
        (exchange,) = (e for e in of_kind(events, Exchanged) if e.party == "miller")
        heard.setdefault(finders, set()).add(said(exchange)[-1])
    remark, otherwise = {"Two pounds short."}, {"Noted.", "I have written it down."}
    assert heard[frozenset({"banker"})] == heard[frozenset({"banker", "farmer"})] == remark
    assert heard[frozenset({"farmer"})] == heard[frozenset()] == otherwise


@pytest.mark.slow
def test_nobody_remarks_on_what_an_event_brings_out_before_it_came(mill: CompiledScenario) -> None:
    compiled = with_clerk_on_discovery(mill)
    script = compiled.scenario.script
    inspector = script.events["inspector"].model_copy(
        update={"after": "1 round", "chance": 100, "party": "miller"}
    )
    script = script.model_copy(update={"events": {**script.events, "inspector": inspector}})
    compiled = compile_scenario(compiled.scenario.model_copy(update={"script": script}))
    cheat = moves(miller="short-weight", farmer="sit", banker="sit")
    found_out = Condition(discovered=Who(of="miller"))
    ways = set()
    for seed in range(20):
        after, events = play(compiled, cheat, seed=seed)
        assert holds(found_out, compiled, after.world, public=True)[0]
        how = {e.by: e.how for e in of_kind(events, Discovered)}["banker"]
        (exchange,) = (e for e in of_kind(events, Exchanged) if e.party == "miller")
        assert (said(exchange)[-1] == "Two pounds short.") == (how == "move")
        ways.add(how)
    assert ways == {"move", "event"}


@pytest.mark.slow
def test_nothing_that_only_others_found_out_opens_a_move_or_is_said_to_all(
    mill: CompiledScenario,
) -> None:
    found_out = Condition(discovered=Who(of="miller"))
    offered = with_move(mill, "grind", when=found_out, of=())
    script = offered.scenario.script
    told = Situation(round=2, when=found_out, lines=(Line(say=(Text(en="So that is it."),)),))
    harvest = script.phases["harvest"]
    harvest = harvest.model_copy(update={"situations": (told, *harvest.situations)})
    script = script.model_copy(update={"phases": {**script.phases, "harvest": harvest}})
    compiled = compile_scenario(offered.scenario.model_copy(update={"script": script}))
    cheat = moves(miller="short-weight", farmer="sit", banker="sit")
    met = set()
    for seed in range(40):
        after, events = play(compiled, cheat, seed=seed)
        # Nobody raises it: not even the miller knows that he was seen.
        knows = {e.by for e in of_kind(events, Discovered)}
        for party in compiled.parties:
            is_open = "grind" in legal_moves(compiled, after, party)
            assert is_open == (party in knows), (seed, party)
        heard = [said(e) for e in of_kind(events, LinesTold) if e.part == "situation"]
        assert ["So that is it."] not in heard
        met.add(frozenset(knows))
    assert len(met) == 4  # nobody, one of the two, both


# Events that last


def test_an_event_works_for_as_many_rounds_as_it_lasts(mill: CompiledScenario) -> None:
    """The drought affects all for the two rounds after it came, and no longer."""
    world, at = initial(mill, 1).state.world, mill.events.index("drought")
    usual = circumstances(mill, world).pressure[0]
    happened, befell = world.happened.copy(), world.befell.copy()
    happened[0, at], befell[0, at] = 3, mill.party_count
    dry = replace(world, happened=happened, befell=befell)
    more = [
        (circumstances(mill, replace(dry, round=np.array([played]))).pressure[0] - usual).tolist()
        for played in (3, 4, 5)
    ]
    assert more[0] == more[1] == pytest.approx([0.1, 0.1, 0.1])
    assert more[2] == [0.0, 0.0, 0.0]


# Moves stopped by the party's own side


OPEN_LEDGER = moves(miller="sit", farmer="open-ledger", banker="sit")


@pytest.mark.parametrize("stopped", [False, True])
def test_a_stopped_move_uses_nothing_up_and_is_not_remembered(
    mill: CompiledScenario, stopped: bool
) -> None:
    seed = seed_where(mill, OPEN_LEDGER, "farmer", stopped=stopped)
    state, events = play(mill, OPEN_LEDGER, seed=seed)
    assert move_of(events, "farmer").used_up == (None if stopped else "second-ledger")
    assert bool(state.world.in_force[0, mill.element_index("props", "second-ledger")]) == stopped
    assert ("open-ledger" in legal_moves(mill, state, "farmer")) == stopped
    used = state.world.used[0, mill.parties.index("farmer"), mill.moves.index("open-ledger")]
    assert bool(used) != stopped


@pytest.mark.parametrize("stopped", [False, True])
def test_a_stopped_move_has_no_effect_of_its_own(mill: CompiledScenario, stopped: bool) -> None:
    """Opening the ledger makes the farmer feel safer, by a tenth of what was missing."""
    without = with_move(mill, "open-ledger", effect=Effect())
    seed = seed_where(mill, OPEN_LEDGER, "farmer", stopped=stopped)
    plain = safety_of_farmer(play(without, OPEN_LEDGER, seed=seed)[0])
    felt = safety_of_farmer(play(mill, OPEN_LEDGER, seed=seed)[0])
    assert felt == pytest.approx(plain if stopped else plain + 0.1 * (1 - plain))


def safety_of_farmer(state: State) -> float:
    """How safe the farmer feels."""
    return float(state.world.alliance.safety[0, 1])


@pytest.mark.slow
@pytest.mark.parametrize("stopped", [False, True])
def test_a_stopped_move_hides_nothing(mill: CompiledScenario, stopped: bool) -> None:
    """A swap with something behind it: when it is stopped there is nothing to find out."""
    sly = with_move(mill, "grind", guile=30)
    grind = moves(miller="grind", farmer="sit", banker="sit")
    seed = seed_where(sly, grind, "miller", stopped=stopped)
    state, events = play(sly, grind, seed=seed)
    kept = state.world.secret[0, 1:, 0, sly.hideable.tolist().index(sly.moves.index("grind"))]
    found = [event.by for event in of_kind(events, Discovered)]
    knows_of_it = [party not in found and not stopped for party in ("farmer", "banker")]
    assert kept.tolist() == knows_of_it


@pytest.mark.slow
@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("stopped", [False, True])
def test_a_stopped_move_counts_as_holding_back(
    mill: CompiledScenario, stopped: bool, public: bool
) -> None:
    weigh = moves(miller="weigh", farmer="sit", banker="sit")
    seed = seed_where(mill, weigh, "miller", stopped=stopped)
    state, events = play(mill, weigh, seed=seed)

    def fits(**wanted: Any) -> bool:
        condition = Condition(move=Played(of="miller", **wanted))
        return bool(holds(condition, mill, state.world, public=public)[0])

    stance: Stance = "reciprocal" if stopped else "trust-building"
    assert fits(is_=("weigh",)) != stopped
    assert [fits(stance=each) for each in ("trust-building", "reciprocal")] == [
        stance == "trust-building", stance == "reciprocal",
    ]  # fmt: skip
    said = [line.speaker for each in of_kind(events, Exchanged) for line in each.lines]
    assert ("farmer.head" in said) != stopped


# What an event brings to light


def with_a_notary_and_an_inspector(compiled: CompiledScenario) -> CompiledScenario:
    """The mill, where nothing can be hidden after the first round, and everything that the miller
    hid comes out after the second.
    """
    scenario, words = compiled.scenario, Text(en="…")
    rule = Rule(name=words, text=words, starts=False, effect=Effect(guile=Limits(max=0)))
    events = {
        "notary": Occasion(
            name=words, text=words, after="1 round", party="all", adopts=("open-scales",)
        ),
        "inspector": Occasion(
            name=words, text=words, after="2 rounds", party="miller", reveals=True
        ),
    }
    script = scenario.script.model_copy(update={"events": events})
    rules = {**scenario.rules, "open-scales": rule}
    return compile_scenario(scenario.model_copy(update={"script": script, "rules": rules}))


@pytest.mark.slow
def test_an_event_brings_out_what_was_hidden_and_no_more(mill: CompiledScenario) -> None:
    compiled = with_a_notary_and_an_inspector(mill)
    hidden = moves(miller="short-weight", farmer="sit", banker="sit")
    in_the_open = moves(miller="two-buyers", farmer="sit", banker="sit")
    told = set()
    for seed in range(12):
        _, events = play(compiled, hidden, in_the_open, seed=seed)
        found = [(e.by, e.how, e.moves) for e in of_kind(events, Discovered)]
        for party in ("farmer", "banker"):
            told.add(tuple((how, moves) for by, how, moves in found if by == party))
    assert told == {(("move", ("short-weight",)),), (("event", ("short-weight",)),)}
