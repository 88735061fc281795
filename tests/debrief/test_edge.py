"""What could have been reached with the luck of a play, and the edge of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.debrief.edge import Reach, _person, edge_of, reach
from engine.model.chance import Purpose, uniform
from engine.play.compiled import CompiledScenario
from engine.play.step import choosers, initial, step
from engine.players import PersonaPolicy, choose
from engine.players.personas import LEANINGS, Persona
from tests.playing import must

values = st.floats(-5, 9, allow_nan=False)


@pytest.mark.slow
@given(st.lists(st.tuples(values, values), max_size=30))
def test_on_the_edge_is_what_no_other_end_beats_for_both(ends: list[tuple[float, float]]) -> None:
    edge = edge_of(ends)

    def beats(one: tuple[float, float], other: tuple[float, float]) -> bool:
        return one != other and one[0] >= other[0] and one[1] >= other[1]

    assert set(edge) == {each for each in ends if not any(beats(other, each) for other in ends)}
    assert [x for x, _ in edge] == sorted(x for x, _ in edge)


def test_the_edge_between_two_leaves_the_third_aside() -> None:
    found = Reach(("a", "b", "c"), ((1.0, 9.0, 2.0), (2.0, 0.0, 1.0), (0.0, 0.0, 0.0)))
    assert found.edge("a", "c") == ((1.0, 2.0), (2.0, 1.0))
    assert found.between("b", "a") == ((9.0, 1.0), (0.0, 2.0), (0.0, 0.0))


def drawn(talk: int, seed: int, parties: int) -> list[Persona]:
    """Who sits in that talk."""
    lanes = parties * (len(LEANINGS) + 1)
    numbers = uniform(seed, np.array([talk]), np.array([0]), Purpose.PERSONA, lanes)
    return [_person(each) for each in numbers.reshape(parties, -1)]


@pytest.mark.slow
def test_each_talk_is_a_play_with_the_luck_of_the_table(minimal: CompiledScenario) -> None:
    found = reach(minimal, 7, game=2, talks=6)
    for talk, end in enumerate(found.ends):
        people = drawn(talk, 7, 2)
        seats = [PersonaPolicy(minimal, at, person) for at, person in enumerate(people)]
        state = initial(minimal, 7, 2).state
        while not state.is_over:
            now = {
                party: choose(minimal, state, seats[minimal.parties.index(party)])
                for party in choosers(minimal, state)
            }
            state = must(step(minimal, state, now)).state
        assert end == tuple(map(float, state.world.alliance.value[0]))


@pytest.mark.slow
def test_more_talks_leave_the_first_as_they_were(three: CompiledScenario) -> None:
    few, many = reach(three, 3, talks=10), reach(three, 3, talks=25)
    assert many.ends[:10] == few.ends
    assert reach(three, 4, talks=10).ends != few.ends


def test_people_are_drawn_within_the_ranges_of_personas() -> None:
    people = [person for talk in range(40) for person in drawn(talk, 1, 2)]
    assert len({person.leaning for person in people}) == len(people)
    assert len({tuple(person.likes) for person in people}) > 1
    for name in LEANINGS:
        numbers = [getattr(person, name) for person in people]
        written = Persona.__dataclass_fields__[name].metadata
        assert written["low"] <= min(numbers) < max(numbers) <= written["high"]
