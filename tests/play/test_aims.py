"""Moves that are done with one of the others: what they do to those two, and to the third."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from engine.model.kernel import Alliance, Circumstances, Luck, Round, play_round
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.conditions import holds
from engine.play.events import Exchanged
from engine.play.lifecycle import begin
from engine.play.round import Draw
from engine.play.state import MoveChoice, State
from engine.play.step import Step, initial, legal_moves, step
from engine.play.view.heard import MoveSeen
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.players import PERSONAS
from engine.players.observation import observe
from engine.players.strategy import PersonaPolicy
from engine.scenario.load import load_text
from engine.scenario.schema import Condition
from tests.conftest import ROOT

TEXT = (ROOT / "tests/scenarios/valid/quay.yaml").read_text("utf-8")
PORT, BUILDER, TOWN = range(3)


def compiled_of(text: str = TEXT) -> CompiledScenario:
    loaded = load_text(text, "quay")
    assert loaded.scenario is not None, loaded.problems
    return compile_scenario(loaded.scenario)


@pytest.fixture(scope="module")
def quay() -> CompiledScenario:
    return compiled_of()


def play(compiled: CompiledScenario, state: State, *moves: str) -> Step:
    parties = compiled.parties
    result = step(
        compiled,
        state,
        {party: MoveChoice(party, move) for party, move in zip(parties, moves, strict=True)},
    )
    assert isinstance(result, Step), result
    return result


def test_whoever_makes_it_chooses_with_which_of_the_others(quay: CompiledScenario) -> None:
    state = initial(quay, seed=1).state
    asks = {
        p: [m for m in legal_moves(quay, state, p) if m.startswith("ask")] for p in quay.parties
    }
    assert asks == {
        "port": ["ask-one@builder", "ask-one@town"],
        "builder": ["ask-one@port", "ask-one@town"],
        "town": ["ask-one@port", "ask-one@builder"],
    }
    cards = {card.id: card.title.en for card in view(quay, state, "port").moves}
    assert cards["ask-one@town"] == "Ask The town what keeps them awake"
    assert cards["lean-on@builder"] == "Press for a bigger share (Brandt)"
    assert cards["calm-the-town"] == "Give the town its steps"


@pytest.mark.slow
def test_it_touches_those_two_and_leaves_the_third_where_it_was(quay: CompiledScenario) -> None:
    for seed in range(8):
        state = initial(quay, seed=seed).state
        after = play(quay, state, "lean-on@builder", "listen", "listen").state.world.alliance
        other = play(quay, state, "listen", "listen", "listen").state.world.alliance
        assert after.trust[0, BUILDER, PORT] < other.trust[0, BUILDER, PORT]
        assert after.trust[0, TOWN, PORT] >= other.trust[0, TOWN, PORT] - 0.02
        assert after.breach[0, TOWN, PORT] == other.breach[0, TOWN, PORT]
        # The effect of the move on whoever makes it is about the other one only.
        assert after.trust[0, PORT, BUILDER] < other.trust[0, PORT, BUILDER]
        assert after.trust[0, PORT, TOWN] == other.trust[0, PORT, TOWN]


def alone_with(
    reach: list[list[bool]], traits: dict[int, tuple[float, ...]]
) -> tuple[Alliance, Alliance, Round]:
    before = Alliance.start(1, 3)
    act = np.zeros((1, 3, 8))
    for party, given in traits.items():
        act[0, party] = given
    none = np.zeros((1, 3), dtype=np.int8)
    luck, calm = Luck.none(1, 3), Circumstances.calm(1, 3, "joint-venture")
    return before, *play_round(before, act, none, calm, luck, reach=np.array([reach]))


GIVE = (1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
STEAL = (0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0)
TO_BUILDER = [[True, True, False], [True, True, True], [True, True, True]]


def test_what_two_make_together_is_theirs() -> None:
    before, after, came = alone_with(TO_BUILDER, {PORT: GIVE})
    made = float(came.joint[0])
    cost = came.cost[0]
    got = came.payoff[0] + cost
    assert got.sum() == pytest.approx(made)
    assert got[TOWN] == 0
    assert got[PORT] == pytest.approx(made / 2)
    assert after.exposure[0, PORT, TOWN] == before.exposure[0, PORT, TOWN]
    assert after.exposure[0, PORT, BUILDER] > before.exposure[0, PORT, BUILDER]
    assert after.trust[0, BUILDER, PORT] > before.trust[0, BUILDER, PORT]
    assert after.trust[0, TOWN, PORT] == before.trust[0, TOWN, PORT]
    assert after.reliability[0, TOWN, PORT] == before.reliability[0, TOWN, PORT]


def test_what_is_done_with_nobody_makes_nothing() -> None:
    _, after, came = alone_with([[True, False, False]] * 3, {PORT: GIVE})
    assert came.joint[0] == 0
    assert came.payoff[0, PORT] == pytest.approx(-came.cost[0, PORT])
    assert (after.trust[0] == Alliance.start(1, 3).trust[0]).all()


def test_guile_takes_from_the_one_it_is_aimed_at_and_is_hidden_from_that_one() -> None:
    _, after, came = alone_with(TO_BUILDER, {PORT: STEAL})
    all_of_it = alone_with([[True] * 3] * 3, {PORT: STEAL})[2]
    assert came.stolen[0, PORT, TOWN] == 0
    assert came.stolen[0, PORT, BUILDER] == pytest.approx(all_of_it.stolen[0, PORT].sum())
    assert after.hidden[0, BUILDER, PORT] == 1
    assert after.hidden[0, TOWN, PORT] == 0


def test_a_move_with_all_is_the_same_with_and_without_saying_so() -> None:
    everybody = np.ones((50, 3, 3), dtype=bool)
    rng = np.random.default_rng(4)
    traits = rng.random((50, 3, 8))
    repair = rng.integers(0, 3, (50, 3)).astype(np.int8)
    before, calm = Alliance.start(50, 3, trust=rng.random((50, 3, 3))), Circumstances.calm(50, 3)
    luck = Luck.draw(5, np.arange(50), np.zeros(50, dtype=int), 3)
    one = play_round(before, traits, repair, calm, luck)
    other = play_round(before, traits, repair, calm, luck, reach=everybody)
    pairs: list[tuple[Any, Any]] = list(zip(one, other, strict=True))
    for mine, theirs in pairs:
        for each in fields(mine):
            alike = np.allclose(getattr(mine, each.name), getattr(theirs, each.name))
            assert alike, each.name


@pytest.mark.slow
def test_only_whom_it_was_done_to_can_find_it_out(quay: CompiledScenario) -> None:
    for seed in range(30):
        state = initial(quay, seed=seed).state
        after = play(quay, state, "listen", "sell-twice@town", "listen").state.world
        touched = (after.secret | after.found)[0, :, BUILDER].any(axis=1)
        assert touched.tolist() == [False, False, True]


def test_everybody_sees_with_whom_and_that_one_answers_first(quay: CompiledScenario) -> None:
    state = initial(quay, seed=1).state
    came = play(quay, state, "ask-one@builder", "listen", "listen")
    for seat in (*quay.parties, None):
        (seen,) = (
            each
            for each in hear(quay, came.events, seat)
            if isinstance(each, MoveSeen) and each.party == "port"
        )
        assert seen.face.en == "A chair is pushed towards Brandt."
    said = next(e for e in came.events if isinstance(e, Exchanged) and e.party == "port")
    assert [line.text.en for line in said.lines] == [
        "Brandt, what happens to you if this fails?", "Then the crane stands still.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "so"),
    [
        ({"of": "port", "is": "lean-on"}, True),
        ({"of": "port", "is": "lean-on", "at": "town"}, True),
        ({"of": "port", "at": "town"}, True),
        ({"of": "port", "at": "builder"}, False),
        ({"is": "lean-on", "at": "builder"}, False),
        ({"at": "town", "stance": "trust-building"}, False),
    ],
)
def test_a_condition_can_ask_at_whom(asked: dict[str, str], so: bool) -> None:
    written = ", ".join(f"{key}: {value}" for key, value in asked.items())
    text = TEXT.replace("played: {of: builder, at: town}", f"played: {{{written}}}")
    compiled = compiled_of(text)
    state = initial(compiled, seed=1).state
    world = play(compiled, state, "lean-on@town", "listen", "listen").state.world
    ending = compiled.scenario.endings["two-names"].when
    assert holds(ending, compiled, world, public=False).tolist() == [so]


def test_what_names_the_move_names_each_of_its_aims() -> None:
    forbidding = TEXT.replace("effect: {competition: +5}", "effect: {forbids: lean-on}")
    compiled = compiled_of(forbidding)
    state = initial(compiled, seed=1).state
    assert not [m for m in legal_moves(compiled, state, "port") if m.startswith("lean-on")]
    assert holds(
        Condition.model_validate({"in_force": ["two-of-three"]}), compiled, state.world, public=True
    ).all()


@pytest.mark.parametrize(
    ("right", "wrong", "code", "at"),
    [
        ("of: port, at: town,", "of: town, at: town,", "aimed-at-itself", "town, title: Give"),
        ("of: port, at: town,", "of: port, at: twon,", "unknown-party", "twon"),
        ("A line on the drawing is moved for the town.", "A line for the town.", None, ""),
        ("face: Three columns", "face: '@whom: three columns", "nobody-to-name", "'@whom: three"),
        ("leans over to @whom", "leans over", "aim-unseen", "Somebody leans over."),
        ("move: {of: port, at: town}", "move: {is: trade-all, at: town}", "move-not-aimed",
         "trade-all, at: t"),
        ("is: lean-on, at: town", "is: trade-all, at: town", "answer-follows-nothing", "to: {is"),
        ("played: {of: builder, at: town}", "played: {of: town, at: town}", "nothing-aimed-there",
         "town}}, title"),
        ("speaker: town.alderman, say: You", "speaker: port.director, say: You", None, ""),
        ("        - {to: {is: lean-on, at: town}, speaker: town.alderman,",
         "        - {to: {is: calm-the-town}, speaker: builder.owner,", "answer-follows-nothing",
         "to: {is"),
        ("Press for a bigger share", "Press for a share " + "so big " * 8, "too-long-for-box",
         "Press for a share"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_aim_is_told_where_it_is(
    right: str, wrong: str, code: str | None, at: str
) -> None:
    if code == "nobody-to-name":
        right, wrong = right + " on a flap.", wrong + " on a flap.'"
    assert TEXT.count(right) == 1
    text = TEXT.replace(right, wrong)
    problems = load_text(text, "quay").problems
    assert [problem.code for problem in problems] == ([code] if code else [])
    for problem in problems:
        assert text.split("\n")[problem.line - 1][problem.column - 1 :].startswith(at)


def test_a_title_names_the_party_in_each_language() -> None:
    two = TEXT.replace("language: en\n", "language: en\nlanguages: [en, fy]\n")
    two = two.replace(
        "title: Press for a bigger share,",
        "title: {en: Press for a bigger share, fy: Freegje @whom om mear},",
    )
    loaded = load_text(two, "x")
    assert loaded.scenario is not None, loaded.problems
    title = loaded.scenario.moves["lean-on@town"].title
    assert title.in_language("en") == "Press for a bigger share (The town)"
    assert title.in_language("fy") == "Freegje The town om mear"


def test_two_parties_need_no_name_behind_the_title() -> None:
    small = (ROOT / "tests/scenarios/valid/small.yaml").read_text("utf-8")
    text = small.replace("offer: {kind: trade,", "offer: {kind: trade, at: choose,")
    compiled = compiled_of(text)
    state = initial(compiled, seed=1).state
    (card,) = (each for each in view(compiled, state, "north").moves if "offer" in each.id)
    assert (card.id, card.title.en) == ("offer@south", "Offer two mornings")


def test_personas_give_to_whom_they_trust_and_take_from_whom_they_do_not(
    quay: CompiledScenario,
) -> None:
    draw = Draw(6, np.arange(800, dtype=np.uint64))
    world = begin(quay, draw)
    trust = world.alliance.trust.copy()
    trust[:, PORT, BUILDER], trust[:, PORT, TOWN] = 0.75, 0.25
    world = replace(world, alliance=replace(world.alliance, trust=trust))
    for persona, name in ((PERSONAS["builder"], "ask-one"), (PERSONAS["pressed"], "lean-on")):
        policy = PersonaPolicy(quay, PORT, persona)
        moves, _ = policy.move(observe(quay, world).of(PORT), draw)
        with_, against = (
            (moves == quay.moves.index(f"{name}@{party}")).sum() for party in ("builder", "town")
        )
        more, less = (with_, against) if name == "ask-one" else (against, with_)
        assert more > 2 * less > 0
