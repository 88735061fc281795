"""One of three leaves the table, and the others go on."""

import json
import random
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from engine.model.kernel import Alliance, Circumstances, Luck, play_round
from engine.model.outcome import BROKEN, PARTED, classify
from engine.model.parameters import DEFAULTS, FORMS
from engine.model.seated import result_of_those
from engine.play.compiled import CompiledScenario
from engine.play.conditions import holds
from engine.play.events import Measured, WalkedOut
from engine.play.presence import is_company, still_there
from engine.play.rows import take_games
from engine.play.rules import has_consent, open_changes
from engine.play.state import (
    NOBODY,
    Choice,
    MoveChoice,
    Prediction,
    Refusal,
    Stage,
    State,
)
from engine.play.step import Step, choosers, initial, legal_moves, step
from engine.play.view.heard import EndSeen, ScriptEventSeen, WalkOutSeen
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.scenario.schema import Condition
from engine.scenario.vocabulary import PERSONAS
from engine.simulate import begin_all, continue_each, play_out
from tests.conftest import ROOT, compiled_of
from tests.play.mills import changed
from tests.play.test_contracts import same
from tests.playing import persona_play, random_choice, random_play
from tests.playtest.test_listening import assert_heard_is_said

ORCHARD = ROOT / "tests/scenarios/valid/orchard.yaml"
NORTH, SOUTH, EAST = range(3)


@pytest.fixture(scope="module")
def orchard() -> CompiledScenario:
    return compiled_of(ORCHARD)


def play(compiled: CompiledScenario, state: State, **moves: str) -> Step:
    chosen: dict[str, Choice] = {party: MoveChoice(party, move) for party, move in moves.items()}
    result = step(compiled, state, chosen)
    assert isinstance(result, Step), result
    return result


def all_sit(compiled: CompiledScenario, seed: int = 1) -> State:
    """After a round in which nothing is done: nobody leaves before it."""
    return play(compiled, initial(compiled, seed).state, north="sit", south="sit", east="sit").state


@pytest.fixture(scope="module")
def south_leaves(orchard: CompiledScenario) -> Step:
    state = all_sit(orchard)
    return play(orchard, state, north="open-books", south="go-home", east="open-books")


# --- the model ------------------------------------------------------------------------------------


def three_and_two(seed: int, away: int) -> tuple[Alliance, Alliance, Luck, Luck]:
    """An alliance of three, the same of the two without one of them, and the luck of each."""
    games, rounds = np.arange(40, dtype=np.uint64), np.full(40, 2)
    trust = np.random.default_rng(seed).uniform(0.2, 0.8, (40, 3, 3))
    three = Alliance.start(40, 3, trust=trust, diversity=0.5)
    stay = [at for at in range(3) if at != away]

    def without(record: object) -> object:
        cut = {
            name: value[:, stay][:, :, stay] if value.ndim == 3
            else value[:, stay] if value.ndim == 2 else value
            for name in record.__slots__  # type: ignore[attr-defined]
            for value in (getattr(record, name),)
        }  # fmt: skip
        return type(record)(**cut)

    luck = Luck.draw(seed, games, rounds, 3)
    return three, without(three), luck, without(luck)  # type: ignore[return-value]


@pytest.mark.parametrize("away", range(3))
def test_an_alliance_of_three_that_one_has_left_is_one_of_two_to_the_bit(away: int) -> None:
    three, two, luck, luck_of_two = three_and_two(5, away)
    stay = [at for at in range(3) if at != away]
    acts = np.random.default_rng(9).uniform(0, 1, (40, 3, 8))
    here = np.ones((40, 3), dtype=bool)
    here[:, away] = False
    mends, calm = np.zeros((40, 3), dtype=np.int8), Circumstances.calm
    after, told = result_of_those(
        here,
        lambda each, act, mend, now, lot: play_round(each, act, mend, now, lot),
        three, acts, mends, calm(40, 3, "merger"), luck,
    )  # fmt: skip
    after_two, told_two = play_round(
        two, acts[:, stay], mends[:, stay], calm(40, 2, "merger"), luck_of_two
    )
    assert (after.trust[:, stay][:, :, stay] == after_two.trust).all()
    assert (after.value[:, stay] == after_two.value).all()
    assert (after.formal_overlap == after_two.formal_overlap).all()
    assert (told.payoff[:, stay] == told_two.payoff).all()
    assert (told.transaction_cost == told_two.transaction_cost).all()
    assert (after.trust[:, away] == three.trust[:, away]).all()
    assert (after.trust[:, :, away] == three.trust[:, :, away]).all()
    assert not told.payoff[:, away].any()


def test_who_leaves_pays_all_of_it_and_who_stays_for_the_ties_that_end(
    orchard: CompiledScenario, south_leaves: Step
) -> None:
    (measured,) = (each for each in south_leaves.events if isinstance(each, Measured))
    exit_cost = FORMS["joint-venture"].exit_cost + 0.10
    paid = measured.after.value["south"] - measured.before.value["south"]
    assert paid == pytest.approx(DEFAULTS.outside - DEFAULTS.break_cost - exit_cost)
    for stays in ("north", "east"):
        gained = measured.after.value[stays] - measured.before.value[stays]
        assert gained == pytest.approx(measured.after.payoff[stays] - DEFAULTS.break_cost / 2)
        assert measured.after.trust[stays]["south"] == measured.before.trust[stays]["south"]
    assert measured.after.trust["north"]["east"] > measured.before.trust["north"]["east"]


def test_from_then_on_it_earns_elsewhere(orchard: CompiledScenario, south_leaves: Step) -> None:
    went = south_leaves.state.world.alliance.value[0, SOUTH]
    state = play(orchard, south_leaves.state, north="sit", east="sit").state
    assert state.world.alliance.value[0, SOUTH] == went + DEFAULTS.outside
    assert state.world.last_payoff[0, SOUTH] == DEFAULTS.outside
    assert state.world.last_move[0, SOUTH] == NOBODY


def test_it_is_judged_of_those_who_are_still_there() -> None:
    value = np.array([[4.0, 4.0, -9.0], [4.0, 4.0, -9.0], [4.0, -2.0, 4.0]])
    there = np.array([[True, True, False], [True, True, True], [True, False, True]])
    rounds, alive, no = np.full(3, 8), np.ones(3, dtype=bool), np.zeros(3, dtype=bool)
    assert classify(value, rounds, alive, no, there=there).tolist() == [0, 2, 0]
    assert classify(value, rounds, no, no, there=there).tolist() == [BROKEN] * 3
    assert classify(value, rounds, alive, ~no, there=there).tolist() == [PARTED] * 3


# --- the rules ------------------------------------------------------------------------------------


def test_the_others_go_on_and_it_is_asked_nothing_more(
    orchard: CompiledScenario, south_leaves: Step
) -> None:
    state = south_leaves.state
    assert [e.goes_on for e in south_leaves.events if isinstance(e, WalkedOut)] == [True]
    assert not state.is_over
    assert choosers(orchard, state) == ("north", "east")
    assert legal_moves(orchard, state, "south") == ()
    refused = step(orchard, state, {p: MoveChoice(p, "sit") for p in orchard.parties})
    assert isinstance(refused, Refusal)
    assert refused.reason == "not-your-turn"
    guess = MoveChoice("north", "sit", predictions=(Prediction("south", "reciprocal"),))
    refused = step(orchard, state, {"north": guess, "east": MoveChoice("east", "sit")})
    assert isinstance(refused, Refusal)
    assert refused.reason == "bad-prediction"


def test_where_too_few_are_left_it_ends_for_all(
    orchard: CompiledScenario, south_leaves: Step
) -> None:
    came = play(orchard, south_leaves.state, north="go-home", east="sit")
    assert [e.goes_on for e in came.events if isinstance(e, WalkedOut)] == [False]
    assert came.state.is_over
    assert came.state.world.outcome[0] == BROKEN
    went = south_leaves.state.world.alliance.value[0, SOUTH]
    assert came.state.world.alliance.value[0, SOUTH] == went + DEFAULTS.outside  # paid once


def test_without_a_word_of_it_the_first_who_leaves_ends_it(orchard: CompiledScenario) -> None:
    plain = replace(orchard, fewest=3)
    came = play(plain, all_sit(plain), north="open-books", south="go-home", east="open-books")
    assert came.state.is_over
    assert came.state.world.outcome[0] == BROKEN


def test_conditions_know_who_left(orchard: CompiledScenario, south_leaves: Step) -> None:
    def is_so(**wanted: tuple[str, ...]) -> bool:
        asked = Condition.model_validate(wanted)
        return bool(holds(asked, orchard, south_leaves.state.world, public=True)[0])

    assert is_so(left=("south",))
    assert not is_so(left=("south", "east"))
    assert is_so(at_table=("north", "east"))
    assert not is_so(at_table=("north", "south"))


def test_the_word_of_who_left_is_asked_of_all_who_are_there(
    orchard: CompiledScenario, south_leaves: Step
) -> None:
    keys = [change.key for change in orchard.changes]
    thirds = orchard.changes[keys.index("rules/equal-thirds/drop")]
    assert thirds.consent == "south"
    here = still_there(orchard, south_leaves.state.world)
    assert here is not None
    assert here.tolist() == [[True, False, True]]
    both, one = np.array([[True, False, True]]), np.array([[True, False, False]])
    assert has_consent(orchard, thirds, both, here)[0]
    assert not has_consent(orchard, thirds, one, here)[0]
    assert not has_consent(orchard, thirds, both)[0]
    majority = replace(thirds, consent="majority")
    assert not has_consent(orchard, majority, one, here)[0]
    assert has_consent(orchard, majority, both, here)[0]


def test_what_is_of_who_left_is_out_of_reach(orchard: CompiledScenario) -> None:
    state = all_sit(orchard)
    keys = [change.key for change in orchard.changes]
    son, bottle = keys.index("roles/north.son/adopt"), keys.index("props/sample/hold/north")
    at_the_table = open_changes(orchard, state.world)[0]
    assert at_the_table[[son, bottle]].all()
    assert "promise@north" in legal_moves(orchard, state, "east")
    came = play(orchard, state, north="go-home", south="sit", east="sit").state
    assert not open_changes(orchard, came.world)[0, [son, bottle]].any()
    assert "promise@north" not in legal_moves(orchard, came, "east")
    assert "promise@south" in legal_moves(orchard, came, "east")


def phase_of(compiled: CompiledScenario, state: State) -> str:
    return compiled.phases[int(state.world.phase[0])]


def test_a_side_talk_with_who_left_is_passed_over() -> None:
    """Also by a script that leads there whoever is still at the table, in both flows."""
    leads_there = ("when: {at_table: [south, east]}", "when: {trust: {above: 1}}")
    compiled = changed(ORCHARD, leads_there)
    state, gate = all_sit(compiled), compiled.phases.index("two-of-them")
    came = play(compiled, state, north="sit", south="go-home", east="sit")
    while phase_of(compiled, came.state) == "three-stools":
        assert not is_company(compiled, came.state.world)[0, gate]
        before = came.state
        came = play(compiled, before, north="sit", east="sit")
    assert phase_of(compiled, came.state) == "taking-stock"
    chosen: dict[str, Choice] = {each: MoveChoice(each, "sit") for each in ("north", "east")}
    (batch,) = continue_each(compiled, [(before, chosen)], np.arange(1), ["builder"] * 3)
    assert not batch.visited[0, gate]


def test_a_side_talk_ends_when_one_of_two_leaves_it(orchard: CompiledScenario) -> None:
    state = all_sit(orchard)
    sitting = dict.fromkeys(orchard.parties, "sit")
    while phase_of(orchard, state) == "three-stools":
        state = play(orchard, state, **sitting).state
    assert phase_of(orchard, state) == "two-of-them"
    came = play(orchard, state, **{**sitting, "south": "go-home"})
    assert phase_of(orchard, came.state) == "taking-stock"


# --- what is seen ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_who_left_hears_no_more_than_the_world_does(
    orchard: CompiledScenario, south_leaves: Step
) -> None:
    heard = hear(orchard, south_leaves.events, "south")
    assert [each.goes_on for each in heard if isinstance(each, WalkOutSeen)] == [True]
    went = 0
    for seed in range(20):
        gone = set[str]()
        for _, _, came in random_play(orchard, seed):
            for seat in gone:
                learned = hear(orchard, came.events, seat)
                allowed = (ScriptEventSeen, WalkOutSeen, EndSeen)
                late = [each for each in learned if not isinstance(each, allowed)]
                assert not [each for each in late if type(each).__name__ != "PartingSeen"]
                seen = view(orchard, came.state, seat)
                assert seen.has_left
                assert (seen.decor, seen.scenery, seen.shows, seen.gauges) == (None,) * 4
                asked = (seen.moves, seen.options, seen.changes, seen.proposals)
                assert not any(asked)
                went += 1
            gone |= {each.party for each in came.events if isinstance(each, WalkedOut)}
            for seat in orchard.parties:
                others = view(orchard, came.state, seat).others
                assert {each.id for each in others if each.left} == gone - {seat}
                assert not any(each.roles for each in others if each.left)
    assert went > 20


def test_nobody_speaks_for_who_left(orchard: CompiledScenario) -> None:
    for seed in range(30):
        gone = set[str]()
        for _, _, came in random_play(orchard, seed):
            said = json.dumps([repr(event) for event in came.events])
            assert not any(f"speaker='{party}." in said for party in gone)
            gone |= {each.party for each in came.events if isinstance(each, WalkedOut)}


# --- players --------------------------------------------------------------------------------------


@pytest.mark.slow
def test_many_plays_at_once_are_each_the_same_to_the_bit(orchard: CompiledScenario) -> None:
    companies = [("pressed", "charmer", "divided"), ("pressed",) * 3, ("controller",) * 3]
    left = Counter[int]()
    for names in companies:
        games = np.arange(12)
        cast = np.tile([PERSONAS.index(each) for each in names], (12, 1)).astype(np.int8)
        for ended in play_out(orchard, begin_all(orchard, 4, games, cast), 4):
            for at, row in enumerate(ended.row):
                live = persona_play(orchard, 4, *names, game=int(row))[-1].state.world
                assert same(live, take_games(ended.world, np.array([at])))
                left[int(live.left.sum())] += 1
    assert left[1] > 5
    assert left[2] > 1


@pytest.mark.slow
def test_every_persona_leaves_now_and_then_and_the_others_play_on(
    orchard: CompiledScenario,
) -> None:
    left, after = Counter[str](), Counter[str]()
    for name in PERSONAS:
        games = np.arange(150)
        cast = np.full((150, 3), PERSONAS.index(name), dtype=np.int8)
        for ended in play_out(orchard, begin_all(orchard, 8, games, cast), 8):
            gone = ended.world.left.sum(axis=1)
            left[name] += int((gone > 0).sum())
            after[name] += int((gone == 1).sum())
            assert ((ended.world.outcome == BROKEN) == (gone > 1)).all()
    assert all(left[name] for name in PERSONAS), left
    assert all(after[name] for name in PERSONAS), after


@pytest.mark.slow
@pytest.mark.parametrize("company", ["personas", "at random"])
def test_what_is_heard_is_what_is_said(orchard: CompiledScenario, company: str) -> None:
    assert_heard_is_said(orchard, company)


@pytest.mark.slow
def test_a_moment_is_held_by_those_who_are_there(orchard: CompiledScenario) -> None:
    held = 0
    for seed in range(30):
        luck, state = random.Random(seed), south_gone(orchard, seed)
        while not state.is_over and held < 20:
            asked = choosers(orchard, state)
            held += state.stage is Stage.DECISION and "south" not in asked
            chosen = {each: random_choice(orchard, state, each, luck) for each in asked}
            result = step(orchard, state, chosen)
            assert isinstance(result, Step)
            state = result.state
            assert state.world.left[0, SOUTH]
    assert held >= 20


def south_gone(compiled: CompiledScenario, seed: int) -> State:
    state = all_sit(compiled, seed)
    return play(compiled, state, north="sit", south="go-home", east="sit").state
