"""Nobody reads what is not for them: every text carries a mark, and whole plays are watched."""

from collections.abc import Iterator

import pytest

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.step import Step, initial
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from tests.conftest import MILL, MINIMAL, SHIPPED, SMALL, compiled_of
from tests.play.marks import MayRead, marked, marks_in, with_secret_props
from tests.playing import persona_play, random_play

CASES = [
    *((path, False) for path in (*SMALL, MILL, *SHIPPED)),
    *((path, True) for path in (MINIMAL, MILL)),
]


@pytest.fixture(
    params=[
        pytest.param(
            case,
            id=f"{case[0].stem}{'-with-secret-props' if case[1] else ''}",
            marks=[pytest.mark.slow] if case[0] in SHIPPED else [],
        )
        for case in CASES
    ]
)
def watched(request: pytest.FixtureRequest) -> CompiledScenario:
    """Every scenario, with a mark in each of its texts."""
    path, secret_props = request.param
    scenario = compiled_of(path).scenario
    return compile_scenario(marked(with_secret_props(scenario) if secret_props else scenario))


def plays(compiled: CompiledScenario) -> Iterator[list[Step]]:
    """A few plays, by chance and by personas, each from its opening."""
    for seed in range(3):
        yield [initial(compiled, seed), *(step for _, _, step in random_play(compiled, seed))]
    yield [*persona_play(compiled, 1, "charmer", "divided")]
    yield [*persona_play(compiled, 2, "pressed", "charmer", "builder")]


@pytest.mark.slow
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
        # The rules about who may read what are no wider than what the game really shows.
        assert read == {seat: may.of(seat) for seat in watched.parties}
