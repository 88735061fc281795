"""What one party hands over or pays another, and what a move costs."""

from collections.abc import Mapping

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario, Floats, compile_scenario
from engine.play.events import MoveMade
from engine.play.round import Draw, play_moves
from engine.play.state import MoveChoice, State
from engine.play.step import Step, initial, legal_moves, step
from engine.play.view.heard import MoveSeen
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.scenario.load import load_text
from game.presenters.page import Cast
from game.presenters.reveal import shown
from game.presenters.table import move_outlook
from game.words import words_in
from tests.conftest import ROOT

TEXT = (ROOT / "tests/scenarios/valid/quay.yaml").read_text("utf-8")
SMALL = (ROOT / "tests/scenarios/valid/small.yaml").read_text("utf-8")
PORT, BUILDER, TOWN = range(3)


def compiled_of(text: str) -> CompiledScenario:
    loaded = load_text(text, "quay")
    assert loaded.scenario is not None, [each.text("en") for each in loaded.problems]
    return compile_scenario(loaded.scenario)


@pytest.fixture(scope="module")
def quay() -> CompiledScenario:
    return compiled_of(TEXT)


def play(compiled: CompiledScenario, state: State, moves: Mapping[str, str]) -> Step:
    chosen = {party: MoveChoice(party, move) for party, move in moves.items()}
    result = step(compiled, state, chosen)
    assert isinstance(result, Step), result
    return result


WAITING = {"port": "listen", "builder": "listen", "town": "listen"}


def test_whoever_gets_it_can_use_it_and_whoever_gave_it_cannot(quay: CompiledScenario) -> None:
    state = initial(quay, seed=1).state
    assert "give-soundings@town" in legal_moves(quay, state, "port")
    assert "give-soundings@port" not in legal_moves(quay, state, "town")
    came = play(quay, state, {**WAITING, "port": "give-soundings@town"})
    assert "give-soundings@town" not in legal_moves(quay, came.state, "port")
    assert {"give-soundings@port", "give-soundings@builder"} <= set(
        legal_moves(quay, came.state, "town")
    )
    (made,) = (e for e in came.events if isinstance(e, MoveMade) and e.party == "port")
    assert (made.handed, made.handed_to) == ("soundings", "town")


def seen_by(compiled: CompiledScenario, came: Step, seat: str | None) -> MoveSeen:
    heard = hear(compiled, came.events, seat)
    return next(each for each in heard if isinstance(each, MoveSeen) and each.party == "port")


def cast_of(compiled: CompiledScenario) -> Cast:
    return Cast.of(compiled, words_in("en"))


def test_everybody_sees_who_has_it_now(quay: CompiledScenario) -> None:
    came = play(quay, initial(quay, seed=1).state, {**WAITING, "port": "give-soundings@town"})
    for seat in (*quay.parties, None):
        told = shown(cast_of(quay), seen_by(quay, came, seat))
        assert told == "A roll of paper goes across the table to The town. " + (
            "The town now has the soundings."
        )


def test_of_a_secret_thing_only_those_two_see_it() -> None:
    secret = compiled_of(TEXT.replace("held_by: port,", "held_by: port, secret: yes,"))
    came = play(secret, initial(secret, seed=1).state, {**WAITING, "port": "give-soundings@town"})
    assert seen_by(secret, came, "port").handed is not None
    assert seen_by(secret, came, "town").handed is not None
    for seat in ("builder", None):
        seen = seen_by(secret, came, seat)
        assert (seen.handed, seen.handed_to) == (None, None)
        assert "soundings" not in shown(cast_of(secret), seen)
    things = {p: {thing.id for thing in view(secret, came.state, p).game} for p in secret.parties}
    assert {party: "soundings" in found for party, found in things.items()} == {
        "port": False, "builder": False, "town": True,
    }  # fmt: skip


@pytest.mark.slow
def test_what_the_own_side_stops_is_not_handed_over_and_not_paid(quay: CompiledScenario) -> None:
    stopped = 0
    for seed in range(200):
        state = initial(quay, seed=seed).state
        came = play(quay, state, {**WAITING, "port": "give-soundings@town", "builder": "pile-test"})
        world = came.state.world
        for party, move in (("port", "give-soundings@town"), ("builder", "pile-test")):
            at = quay.parties.index(party)
            if not world.last_vetoed[0, at]:
                continue
            stopped += 1
            plain = play(quay, state, {**WAITING, party: "listen"}).state.world
            if move == "pile-test":
                before = plain.alliance.value[0, BUILDER]
                assert abs(world.alliance.value[0, BUILDER] - before) < 0.12
            else:
                assert world.holder[0, quay.find_element("soundings")] == PORT
    assert stopped > 3


def values_after(compiled: CompiledScenario, party: str, move: str, seed: int) -> Floats | None:
    """What each has after that move; None where its own side stopped it."""
    state = initial(compiled, seed=seed).state
    world = play(compiled, state, {**WAITING, party: move}).state.world
    return None if world.last_vetoed.any() else world.alliance.value[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "party", "move", "gain"),
    [
        ("costs: 12", "builder", "pile-test", (0.0, -0.12, 0.0)),
        ("pays: 15", "port", "pay-off@town", (-0.15, 0.0, 0.15)),
    ],
)
def test_a_price_is_taken_once_and_what_is_paid_another_gets(
    key: str, party: str, move: str, gain: tuple[float, ...]
) -> None:
    at_once = TEXT.replace("moves: [ask-one,", "moves: [pay-off, ask-one,")
    dear, free = compiled_of(at_once), compiled_of(at_once.replace(f" {key},", ""))
    for seed in range(10):
        with_price = values_after(dear, party, move, seed)
        without = values_after(free, party, move, seed)
        if with_price is not None and without is not None:
            assert with_price - without == pytest.approx(gain)


def test_the_cards_say_what_it_takes(quay: CompiledScenario) -> None:
    seen = view(quay, initial(quay, seed=1).state, "port")
    (card,) = (each for each in seen.moves if each.id == "give-soundings@town")
    assert move_outlook(cast_of(quay), seen, card)[0] == "After that The town has the soundings."
    own = view(quay, initial(quay, seed=1).state, "builder")
    (card,) = (each for each in own.moves if each.id == "pile-test")
    assert move_outlook(cast_of(quay), own, card)[0] == "It costs you 12 points of value."
    free = compiled_of(TEXT.replace(" costs: 12,", ""))
    cheap = view(free, initial(free, seed=1).state, "builder")
    (other,) = (each for each in cheap.moves if each.id == "pile-test")
    less = other.expected.value.middle - card.expected.value.middle
    assert less == pytest.approx(12, abs=1)


def test_rows_of_a_batch_hand_over_as_single_plays_do(quay: CompiledScenario) -> None:
    from engine.play.lifecycle import begin

    games = np.arange(30, dtype=np.uint64)
    world = begin(quay, Draw(5, games))
    names = ("give-soundings@builder", "pile-test", "ask-one@port")
    moves = np.array([[quay.moves.index(name) for name in names]] * 30)
    calls = np.zeros((30, 3), dtype=bool)
    many, _ = play_moves(quay, world, moves, calls, Draw(5, games))
    for game in range(30):
        draw = Draw.of_play(5, game)
        one, _ = play_moves(quay, begin(quay, draw), moves[:1], calls[:1], draw)
        assert (one.holder[0] == many.holder[game]).all()
        assert (one.alliance.value[0] == many.alliance.value[game]).all()
        assert (one.alliance.trust[0] == many.alliance.trust[game]).all()


def test_with_two_parties_it_goes_to_the_other() -> None:
    text = SMALL.replace("needs: logbook,", "needs: logbook, hands_over: yes, pays: 5,")
    small = compiled_of(text)
    came = play(small, initial(small, seed=1).state, {"north": "show", "south": "wait"})
    assert came.state.world.holder[0, small.find_element("logbook")] == 1


@pytest.mark.parametrize(
    ("right", "wrong", "codes"),
    [
        ("at: choose, needs: soundings, hands_over: yes, title: Give @whom the",
         "needs: soundings, hands_over: yes, title: Give the", {"no-partner"}),
        ("at: choose, pays: 15, title: Pay @whom for", "pays: 15, title: Pay for", {"no-partner"}),
        ("needs: soundings, hands_over: yes,", "hands_over: yes,", {"idle-key"}),
        ("hands_over: yes,", "hands_over: yes, uses_up: yes,", {"idle-key"}),
        ("costs: 12", "costs: 0", {"out-of-range"}),
        ("costs: 12", "costs: a lot", {"not-a-number"}),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_is_told(right: str, wrong: str, codes: set[str]) -> None:
    assert TEXT.count(right) == 1
    text = TEXT.replace(right, wrong)
    found = {problem.code for problem in load_text(text, "quay").problems}
    assert found - {"nobody-to-name"} == codes
