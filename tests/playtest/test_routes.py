"""The ways through the script are those that the map counts."""

import pytest

from engine.play.compiled import CompiledScenario
from engine.playtest import Playtest
from engine.simulate import Plan, castings_of, routes_of

SEED, PLAYS = 5, 72


@pytest.mark.slow
def test_the_map_and_the_play_test_count_the_same_ways(any_scenario: CompiledScenario) -> None:
    test = Playtest(any_scenario, SEED)
    list(test.run("personas", PLAYS))
    (routes,) = routes_of(any_scenario, Plan(SEED, PLAYS, castings_of(any_scenario)))
    found, index = test.found["personas"].reached, test.trial.index
    for at, phase in enumerate(any_scenario.phases):
        assert int(found[index.at["phase", phase]]) == routes.reached[at]
        for number, branch in enumerate(any_scenario.scenario.script.phases[phase].next):
            way = index.at["branch", f"{phase}/{number}/{branch.to}"]
            assert int(found[way]) == routes.taken[at][number]
