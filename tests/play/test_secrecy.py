"""Nobody reads what is not for them: every text carries a mark, and whole plays are watched."""

from collections.abc import Iterator

import pytest

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.step import Step, initial
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.scenario.schema import Negotiable, Scenario
from tests.conftest import ALL, MILL, MINIMAL, compiled_of
from tests.play.marks import MayRead, marked, marks_in
from tests.playing import persona_play, random_play


def with_secret_props(scenario: Scenario) -> Scenario:
    """The same scenario, in which each prop is a secret of the first party, and negotiable."""
    first = next(iter(scenario.parties))
    secret = {"secret": True, "held_by": first, "negotiable": Negotiable()}
    props = {name: prop.model_copy(update=secret) for name, prop in scenario.props.items()}
    return scenario.model_copy(update={"props": props})


SCENARIOS = {
    **{path.stem: compiled_of(path).scenario for path in (*ALL, MILL)},
    **{
        f"{path.stem}-with-secret-props": with_secret_props(compiled_of(path).scenario)
        for path in (MINIMAL, MILL)
    },
}


@pytest.fixture(params=SCENARIOS)
def watched(request: pytest.FixtureRequest) -> CompiledScenario:
    """Every scenario, with a mark in each of its texts."""
    return compile_scenario(marked(SCENARIOS[request.param]))


def plays(compiled: CompiledScenario) -> Iterator[list[Step]]:
    """A few plays, by chance and by personas, each from its opening."""
    for seed in range(3):
        yield [initial(compiled, seed), *(step for _, _, step in random_play(compiled, seed))]
    yield [*persona_play(compiled, 1, "charmer", "divided")]
    yield [*persona_play(compiled, 2, "pressed", "charmer", "builder")]


def test_everybody_reads_what_is_for_them_and_nothing_else(watched: CompiledScenario) -> None:
    for steps in plays(watched):
        may, read = MayRead(watched), {party: set[str]() for party in watched.parties}
        for step in steps:
            may.follow(step.events, step.state.world)
            assert marks_in(watched, hear(watched, step.events, None)) <= may.room
            for seat in watched.parties:
                seen = view(watched, step.state, seat), hear(watched, step.events, seat)
                marks = marks_in(watched, seen)
                assert marks <= may.of(seat), (seat, marks - may.of(seat))
                read[seat] |= marks
        # The rules of who may read what are no wider than what the game really shows.
        assert read == {seat: may.of(seat) for seat in watched.parties}
