"""Where the script goes by chance, and phases that end before their rounds are up."""

from collections import Counter

import pytest

from engine.play.compiled import CompiledScenario
from engine.play.events import MoveMade, PhaseOpened
from engine.play.flow import has_stopped
from engine.play.state import SCENE, Stage
from engine.play.step import Step
from engine.scenario.load import load_text
from engine.simulate import Plan, castings_of, routes_of
from tests.conftest import MILL
from tests.play.mills import mill_with
from tests.play.test_contracts import test_row_i_of_a_batch_is_live_play_i_bit_for_bit as play_alike
from tests.play.test_contracts import (
    test_the_machine_and_the_tables_walk_the_same_graph as walk_the_same_graph,
)
from tests.playing import persona_play, random_play
from tests.playtest.test_listening import assert_heard_is_said
from tests.playtest.test_routes import (
    test_the_map_and_the_play_test_count_the_same_ways as count_the_same_ways,
)

BY_CHANCE = (
    "      next: {to: by-the-river}",
    "      next:\n        - {to: flood, when: {round: {at_least: 1}}, chance: 30}\n"
    "        - {to: by-the-river}",
)
UNTIL = (
    "      rounds: 2\n      negotiable: {between: [1, 3], consent: all}",
    "      rounds: 6\n      until: {played: {is: open-ledger}}",
)
PAIRS = ("builder", "charmer", "pressed")


@pytest.fixture(
    params=[(BY_CHANCE,), (UNTIL,), (BY_CHANCE, UNTIL)], ids=["chance", "until", "both"]
)
def altered(request: pytest.FixtureRequest) -> CompiledScenario:
    """The mill where the script goes on by chance, or sooner."""
    return mill_with(*request.param)


@pytest.mark.slow
def test_a_live_play_goes_the_way_that_the_tables_give(altered: CompiledScenario) -> None:
    for seed in range(4):
        walk_the_same_graph(altered, seed)
    play_alike(altered)


@pytest.mark.slow
def test_the_map_and_the_play_test_know_of_it(altered: CompiledScenario) -> None:
    count_the_same_ways(altered)
    assert_heard_is_said(altered, "personas")


@pytest.mark.slow
def test_a_branch_is_taken_as_often_as_its_chance_says() -> None:
    compiled = mill_with(BY_CHANCE)
    plays = 1_200
    # Every company plays with the same luck: one company, so that each play has luck of its own.
    (routes,) = routes_of(compiled, Plan(7, plays, castings_of(compiled)[:1]))
    flooded, reflected = routes.taken[compiled.phases.index("harvest")]
    share = flooded / (flooded + reflected)
    assert flooded + reflected > plays / 2
    assert abs(share - 0.3) < 4 * (0.3 * 0.7 / (flooded + reflected)) ** 0.5


def way_of(steps: tuple[Step, ...]) -> tuple[int, str] | None:
    """When the first phase was left, and where the script went then."""
    opened = [each for step in steps for each in step.events if isinstance(each, PhaseOpened)]
    return (opened[1].round, opened[1].phase) if len(opened) > 1 else None


@pytest.mark.slow
def test_the_same_luck_goes_the_same_way_whatever_is_chosen() -> None:
    compiled = mill_with(BY_CHANCE)
    went = Counter[str]()
    for seed in range(12):
        ways = {way_of(persona_play(compiled, seed, *who)) for who in (PAIRS, PAIRS[::-1])} - {None}
        by_round = dict(ways)  # type: ignore[arg-type]
        assert len(by_round) == len(ways)
        went.update(by_round.values())
    assert len(went) == 2


@pytest.mark.slow
def test_a_phase_ends_after_the_first_round_in_which_it_is_true() -> None:
    compiled, ended = mill_with(UNTIL), 0
    for seed in range(12):
        for state, _, step in random_play(compiled, seed):
            if state.stage is not Stage.ROUND or state.world.phase[0] != 0:
                continue
            after = step.state.world
            if has_stopped(compiled, after)[0] or step.state.stage in SCENE or after.called[0]:
                continue
            made = [each for each in step.events if isinstance(each, MoveMade)]
            opens = any(each.move == "open-ledger" and not each.vetoed for each in made)
            goes_on = bool(after.phase[0] == 0)
            assert goes_on == (not opens and int(state.world.phase_round[0]) < 5)
            ended += opens
    assert ended > 2


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("next: {to: by-the-river}", "next: {to: by-the-river, chance: 40}", "next-can-fail"),
        (
            "next: {to: by-the-river}",
            "next:\n        - {to: by-the-river}\n        - {to: flood, chance: 40}",
            "branch-never-taken",
        ),
        ("next: {to: by-the-river}", "next: {to: by-the-river, chance: 0}", "out-of-range"),
        ("      rounds: 1\n", "      rounds: 1\n      until: {trust: {below: 40}}\n", "idle-key"),
        (
            "      decor: river-bank\n",
            "      decor: river-bank\n      until: {trust: {below: 40}}\n",
            "idle-key",
        ),
        (
            "      negotiable: {between: [1, 3], consent: all}\n",
            "      until: {round: {at_least: 9}}\n",
            "number-never",
        ),
    ],
)
def test_what_can_be_wrong_with_it_is_told(before: str, after: str, code: str) -> None:
    text = MILL.read_text("utf-8")
    assert text.count(before) == 1
    loaded = load_text(text.replace(before, after), "mill")
    assert code in [each.code for each in loaded.problems]


@pytest.mark.slow
def test_a_branch_with_a_chance_leaves_something_for_those_below_it() -> None:
    chancy = "next:\n        - {to: flood, chance: 40}\n        - {to: by-the-river}"
    assert mill_with(("next: {to: by-the-river}", chancy)) is not None
