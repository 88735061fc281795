"""Some of the parties talk by themselves: what they do there, and what the third learns of it."""

import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from engine.debrief import debrief
from engine.play.compiled import CompiledScenario
from engine.play.conditions import holds, holds_for_each
from engine.play.confrontation import PROMISE
from engine.play.events import Discovered, Exchanged, Predicted, RitualHeld
from engine.play.events.of_arrival import newcomers
from engine.play.lifecycle import begin, open_place
from engine.play.round import Draw, Played, play_moves
from engine.play.rows import any_along
from engine.play.state import NOBODY, MoveChoice, Refusal, Stage, State, World
from engine.play.step import Step, choosers, initial, legal_moves, step, why_no_call
from engine.play.view.heard import (
    ConfrontationSeen,
    ExchangeHeard,
    Heard,
    LinesHeard,
    MoveSeen,
    PhaseSeen,
)
from engine.play.view.room import room
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.players.observation import observe
from engine.scenario.schema import Condition
from game.pages import pages
from game.pages.kinds import RevealPage
from tests.conftest import ROOT, compiled_of
from tests.pages.walking import start
from tests.playing import persona_play, play_anew, random_choice, random_play, where

QUAY = ROOT / "tests/scenarios/valid/quay.yaml"
PORT, BUILDER, TOWN = range(3)
IN_THE_CAR = {"port": "shake-hands", "builder": "shake-hands", "town": "walk"}


@pytest.fixture(scope="module")
def quay() -> CompiledScenario:
    return compiled_of(QUAY)


def play(compiled: CompiledScenario, state: State, **moves: str) -> Step:
    chosen = {party: MoveChoice(party, move) for party, move in moves.items()}
    result = step(compiled, state, chosen)
    assert isinstance(result, Step), result
    return result


def before_the_car(compiled: CompiledScenario, seed: int) -> Step | None:
    """The step that leads to the car, if this play comes there."""
    state = initial(compiled, seed).state
    for _ in range(3):
        came = play(compiled, state, port="listen", builder="listen", town="listen")
        state = came.state
    return came if compiled.phases[int(state.world.phase[0])] == "in-the-car" else None


@pytest.fixture(scope="module")
def to_the_car(quay: CompiledScenario) -> Step:
    came = next(came for seed in range(20) if (came := before_the_car(quay, seed)) is not None)
    assert came.state.stage is Stage.ROUND
    return came


def texts(heard: tuple[Heard, ...]) -> str:
    return repr(heard)


def test_who_is_outside_reads_something_else_and_hears_nothing(
    quay: CompiledScenario, to_the_car: Step
) -> None:
    for seat, is_there in (("port", True), ("builder", True), ("town", False), (None, False)):
        heard = hear(quay, to_the_car.events, seat)
        (phase,) = (each for each in heard if isinstance(each, PhaseSeen))
        assert phase.text is not None
        assert ("The engine is running" in str(phase.text.en)) == is_there
        assert ("rather walk" in str(phase.text.en)) == (not is_there)
        said = texts(tuple(each for each in heard if isinstance(each, LinesHeard)))
        assert ("a whole quay" in said) == is_there
    for seat in quay.parties:
        text = view(quay, to_the_car.state, seat).phase_text
        assert text is not None
        assert ("rather walk" in str(text.en)) == (seat == "town")


def test_only_who_is_in_it_is_drawn(quay: CompiledScenario, to_the_car: Step) -> None:
    for seat in quay.parties:
        seen = view(quay, to_the_car.state, seat)
        assert seen.me.roles
        assert {each.id for each in seen.others if each.roles} == {"port", "builder"} - {seat}
    everybody = room(quay, to_the_car.state, ["in-the-car"])
    assert [each.id for each in everybody.parties if each.roles] == ["port", "builder"]


def test_who_is_in_it_sees_those_two_moves_and_who_is_not_only_its_own(
    quay: CompiledScenario, to_the_car: Step
) -> None:
    came = play(quay, to_the_car.state, **IN_THE_CAR)
    seen = {
        seat: {each.party for each in hear(quay, came.events, seat) if isinstance(each, MoveSeen)}
        for seat in (*quay.parties, None)
    }
    both = {"port", "builder"}
    assert seen == {"port": both, "builder": both, "town": {"town"}, None: set()}
    said = [each for each in came.events if isinstance(each, Exchanged)]
    assert "The town will come round." in texts(tuple(said))  # type: ignore[arg-type]
    for seat in ("town", None):
        heard = hear(quay, came.events, seat)
        assert not any(isinstance(each, ExchangeHeard) for each in heard)
        assert "halves" not in texts(heard)
        assert "mirrors" not in texts(heard)


def test_a_side_talk_is_held_where_the_script_says_wherever_the_table_went(
    quay: CompiledScenario,
) -> None:
    shed, car = (quay.element_index("decor", name) for name in ("shed", "car"))
    at_table = initial(quay, 1).state
    moved = replace(at_table, world=replace(at_table.world, decor=np.array([car])))
    assert where(quay, moved, "port") == "car"
    aside = replace(
        moved,
        world=replace(moved.world, phase=np.flatnonzero(quay.is_apart), decor=np.array([shed])),
    )
    assert where(quay, aside, "port") == "car"
    assert holds(Condition(in_force=("car",)), quay, aside.world, public=True)[0]


def test_nothing_that_is_done_there_touches_who_is_outside(
    quay: CompiledScenario, to_the_car: Step
) -> None:
    with_care = play(quay, to_the_car.state, **IN_THE_CAR).state.world
    with_claims = play(
        quay, to_the_car.state,
        **{**IN_THE_CAR, "port": "lean-on@builder", "builder": "lean-on@port"},
    ).state.world  # fmt: skip
    one, other = with_care.alliance, with_claims.alliance
    for about in ("trust", "reliability", "exposure", "breach", "hidden"):
        assert (getattr(one, about)[0, TOWN] == getattr(other, about)[0, TOWN]).all(), about
    assert one.value[0, TOWN] == other.value[0, TOWN]
    assert one.safety[0, TOWN] == other.safety[0, TOWN]
    assert one.trust[0, BUILDER, PORT] > other.trust[0, BUILDER, PORT]


def test_nobody_can_do_anything_with_who_is_not_there(
    quay: CompiledScenario, to_the_car: Step
) -> None:
    moves = {party: legal_moves(quay, to_the_car.state, party) for party in quay.parties}
    assert "lean-on@builder" in moves["port"]
    assert "lean-on@town" not in moves["port"]
    assert set(moves["town"]) == {"walk", "ring-the-paper"}
    cards = {each.id for each in view(quay, to_the_car.state, "port").moves}
    assert "lean-on@town" not in cards
    refused = step(
        quay, to_the_car.state,
        {p: MoveChoice(p, m) for p, m in {**IN_THE_CAR, "port": "lean-on@town"}.items()},
    )  # fmt: skip
    assert isinstance(refused, Refusal)
    assert refused.reason == "move-not-legal"


@pytest.mark.slow
def test_it_has_no_rituals_no_moment_and_no_predictions(
    quay: CompiledScenario, to_the_car: Step
) -> None:
    assert not any(isinstance(each, RitualHeld) for each in to_the_car.events)
    for party in quay.parties:
        assert why_no_call(quay, to_the_car.state, party) == "side-talk"
        assert not view(quay, to_the_car.state, party).may_predict
    for each in persona_play(quay, 1, "builder", "charmer", "pressed"):
        for event in each.events:
            assert not (isinstance(event, Predicted) and event.phase == "in-the-car")


@pytest.mark.slow
def test_only_who_was_there_lets_it_out(quay: CompiledScenario, to_the_car: Step) -> None:
    first = play(quay, to_the_car.state, **IN_THE_CAR)
    assert "mirrors have steamed up" in texts(hear(quay, first.events, "port"))
    told = dict.fromkeys(quay.parties, "")
    state, steps = first.state, [first]
    second = play(
        quay, state, port="sit-and-listen", builder="sit-and-listen", town="ring-the-paper"
    )
    steps.append(second)
    for each in random_play_from(quay, second.state):
        for seat in quay.parties:
            told[seat] += texts(hear(quay, each.events, seat))
    assert all("Half and half was what we said." in each for each in told.values())


def random_play_from(compiled: CompiledScenario, state: State) -> Iterator[Step]:
    luck = random.Random(3)
    while not state.is_over:
        chosen = {p: random_choice(compiled, state, p, luck) for p in choosers(compiled, state)}
        came = step(compiled, state, chosen)
        assert isinstance(came, Step)
        yield came
        state = came.state


@pytest.mark.slow
def test_what_comes_out_there_waits_until_all_are_back(quay: CompiledScenario) -> None:
    waited = 0
    for seed in range(60):
        for _, _, came in random_play(quay, seed):
            place = quay.phases[int(came.state.world.phase[0])]
            found = [e for e in came.events if isinstance(e, Discovered)]
            if any(e.phase == "in-the-car" for e in found) and place == "in-the-car":
                waited += 1
            if came.state.stage in (Stage.RAISING, Stage.CONFRONTED, Stage.RECKONING):
                assert place != "in-the-car"
            for heard in hear(quay, came.events, "town"):
                if isinstance(heard, ConfrontationSeen):
                    assert came.state.stage is Stage.CONFRONTED
    assert waited > 0


@pytest.mark.slow
def test_people_at_one_screen_read_it_behind_the_curtain(quay: CompiledScenario) -> None:
    live = start(quay, 1, *quay.parties)
    shown = 0
    while not live.is_over:
        for page in pages(live):
            told = repr(page)
            if page.seat in (None, "town"):
                assert "gear lever" not in told or not isinstance(page, RevealPage)
            elif isinstance(page, RevealPage):
                assert {act.party for act in page.acts} == {"port", "builder"}  # type: ignore[union-attr]
                shown += 1
        seat = live.waiting_for[0]
        choice = live.suggestion(seat, "builder")
        if isinstance(choice, MoveChoice) and "shake-hands" in legal_moves(quay, live.state, seat):
            choice = MoveChoice(seat, "shake-hands")
        assert not isinstance(live.choose(choice), Refusal)
    assert shown >= 2


def test_it_is_kept_who_was_there(quay: CompiledScenario, to_the_car: Step) -> None:
    world = play(quay, to_the_car.state, **IN_THE_CAR).state.world
    at = quay.moves.index("shake-hands")
    assert world.seen[0, :, PORT, at].tolist() == [True, True, False]
    assert (
        world.missed[0].tolist()
        == (~np.array([[True, True, False], [True, True, False], [False, False, True]])).tolist()
    )


@pytest.mark.slow
def test_the_debrief_tells_it(quay: CompiledScenario) -> None:
    for seed in range(20):
        played = play_anew(quay, seed, "builder", "builder", "builder")
        found = debrief(quay, played, plays=0)
        made = [m.move for entry in found.timeline for m in entry.moves if m.party == "port"]
        if "shake-hands" in made:
            assert str(found.refs["move/shake-hands"].name).count("Shake on halves")
            return
    pytest.fail("nobody shook hands")


@pytest.mark.parametrize(
    "asked",
    [
        {"played": {"of": "port", "is": ["shake-hands"]}},
        {"move": {"of": "port", "is": ["shake-hands"]}},
        {"move": {"of": "builder", "stance": "reciprocal"}},
        {"not": {"not": {"played": {"is": ["shake-hands"]}}}},
    ],
)
def test_what_was_done_there_is_a_fact_for_the_script_and_for_who_was_there(
    quay: CompiledScenario, to_the_car: Step, asked: dict[str, object]
) -> None:
    world = play(quay, to_the_car.state, **IN_THE_CAR).state.world
    condition = Condition.model_validate(asked)
    assert holds_for_each(condition, quay, world).tolist() == [[True, True, False]]
    assert holds(condition, quay, world, public=False).tolist() == [True]
    assert holds(condition, quay, world, public=True).tolist() == [False]


def many_in_the_car(compiled: CompiledScenario, place: str = "in-the-car") -> tuple[World, Played]:
    """What came of a round there in many plays, in which people have let one another down once."""
    draw = Draw(2, np.arange(400, dtype=np.uint64))
    world = begin(compiled, draw)
    at = np.full_like(world.phase, compiled.phases.index(place))
    world = replace(world, phase=at, lapses=np.ones_like(world.lapses))
    moves = np.array([[compiled.moves.index(IN_THE_CAR[p]) for p in compiled.parties]] * 400)
    return play_moves(compiled, world, moves, np.zeros((400, 3), dtype=bool), draw)


def test_nobody_suspects_or_misses_anything_of_who_is_elsewhere(quay: CompiledScenario) -> None:
    world, played = many_in_the_car(quay)
    suspects = any_along(played.round.suspected, 0)
    assert suspects[PORT, BUILDER]
    assert not suspects[TOWN].any()
    assert not suspects[:, TOWN].any()
    assert played.round.slipped[:, PORT].any()
    assert (world.due[..., PROMISE] == NOBODY).all()
    assert (world.lapses == 1).all()


def test_whoever_was_asked_to_the_table_comes_when_all_are_back_at_it(
    quay: CompiledScenario, to_the_car: Step
) -> None:
    someone = next(each for each in quay.elements if each.chapter == "roles").id
    world = to_the_car.state.world
    out, asked = world.in_force.copy(), world.in_force.copy()
    out[:, quay.find_element(someone)] = False
    asked[:, quay.find_element(someone)] = True
    before = replace(world, in_force=out, seated=out)
    aside, _ = open_place(quay, replace(before, in_force=asked))
    assert list(newcomers(quay, before, aside)) == []
    assert someone not in at_table(quay, replace(to_the_car.state, world=aside))
    back = replace(aside, phase=np.array([quay.phases.index("shed-talk")]))
    came, _ = open_place(quay, back)
    assert list(newcomers(quay, aside, came)) == [someone]
    assert someone in at_table(quay, replace(to_the_car.state, world=came))


def at_table(quay: CompiledScenario, state: State) -> set[str]:
    """The people whom others see."""
    views = [view(quay, state, seat) for seat in quay.parties]
    return {role.address for each in views for other in each.others for role in other.roles}


def test_what_is_promised_to_all_is_still_spoken_of(quay: CompiledScenario) -> None:
    world, played = many_in_the_car(quay, "shed-talk")
    broken = played.round.slipped[:, PORT] | played.round.vetoed[:, PORT]
    assert ((world.due[:, TOWN, PORT, PROMISE] != NOBODY) == broken).all()


def test_who_was_outside_expects_and_does_the_same_whatever_was_done_there(
    quay: CompiledScenario, to_the_car: Step
) -> None:
    ways = ("shake-hands", "shake-hands"), ("lean-on@builder", "lean-on@port")
    came = [
        play(quay, to_the_car.state, port=port, builder=builder, town="walk").state
        for port, builder in ways
    ]
    one, other = (view(quay, state, "town") for state in came)
    assert one.moves == other.moves
    assert one.gauges == other.gauges
    assert one.others == other.others
    # Back at the table too: it goes by how people last looked, and it did not see that.
    shed = np.array([quay.phases.index("shed-talk")])
    back = [replace(each, world=replace(each.world, phase=shed)) for each in came]
    assert view(quay, back[0], "town").moves == view(quay, back[1], "town").moves
    tones = [observe(quay, state.world).of(TOWN).tone for state in came]
    assert tones[0] == tones[1]
    assert observe(quay, came[1].world).of(PORT).tone < observe(quay, came[0].world).of(PORT).tone
