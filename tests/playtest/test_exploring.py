"""What is played for an author: the same plays as elsewhere, and each can be seen again."""

from collections.abc import Iterator

import pytest

from engine.play.compiled import CompiledScenario
from engine.play.trace import Replayed, replay
from engine.playtest import STAGES, Playtest, Recipe
from engine.playtest.explore import seats_of
from engine.playtest.listening import Listener
from engine.playtest.replaying import retell
from engine.simulate import Plan, castings_of, figures_of, tallies
from engine.simulate.tally import nothing
from tests.playing import play_by
from tests.playtest.test_listening import met_in

SEED = 5
PLAYS = 48
# The kinds of items that can be seen in the events of a live play.
IN_EVENTS = {"line", "ask", "held", "hollow", "event", "change", "ending"}


def played(compiled: CompiledScenario, plays: int = PLAYS) -> Playtest:
    """The whole play-test."""
    test = Playtest(compiled, SEED)
    for stage in STAGES:
        for _ in test.run(stage, plays):
            pass
    return test


@pytest.mark.slow
def test_plays_by_personas_are_those_that_simulate_counts(any_scenario: CompiledScenario) -> None:
    test = Playtest(any_scenario, SEED)
    assert sum(test.run("personas", PLAYS)) == PLAYS
    plan = Plan(SEED, PLAYS, castings_of(any_scenario))
    tally = nothing(any_scenario, len(plan.castings))
    for part in tallies(any_scenario, plan):
        tally = tally + part
    counted = figures_of(any_scenario, plan, tally)["coverage"]
    found, index = test.found["personas"], test.trial.index
    for kind, name in (
        ("phase", "phases"), ("move", "moves"), ("event", "events"), ("ending", "endings"),
    ):  # fmt: skip
        shares = {
            item.name: pytest.approx(int(found.reached[at]) / PLAYS, abs=1e-6)
            for at, item in enumerate(index.items) if item.kind == kind
        }  # fmt: skip
        assert counted[name] == shares
    made = {
        item.name: pytest.approx(int(found.times[at]) / PLAYS, abs=1e-6)
        for at, item in enumerate(index.items) if item.kind == "change"
    }  # fmt: skip
    assert counted["changes"] == made


def kept_plays(test: Playtest) -> Iterator[tuple[Recipe, set[int]]]:
    """The plays that show something, and what each shows."""
    shows: dict[Recipe, set[int]] = {}
    for at, (_, recipe) in test.report.all.example.items():
        if test.trial.index.items[at].kind in IN_EVENTS:
            shows.setdefault(recipe, set()).add(at)
    yield from shows.items()


@pytest.mark.slow
def test_a_play_that_shows_something_can_be_replayed(any_scenario: CompiledScenario) -> None:
    test = played(any_scenario, PLAYS // 2)
    shown = 0
    plays = list(kept_plays(test))
    for recipe, items in plays[:: -(-len(plays) // 5)]:
        trace = retell(any_scenario, SEED, recipe, digest="", source="test")
        again = replay(any_scenario, trace, "")
        assert isinstance(again, Replayed)
        events = [event for step in again.steps for event in step.events]
        assert items <= set(met_in(events, test.trial.index))
        shown += len(items)
    assert shown


@pytest.mark.slow
def test_the_search_tries_every_choice_at_the_start_of_a_phase(minimal: CompiledScenario) -> None:
    test = played(minimal)
    forced = {each.recipe.forced for each in test.search.ahead}
    assert test.search.ways >= 2 * PLAYS
    assert all(forced)
    assert not test.search.skipped


@pytest.mark.slow
def test_the_shortest_way_is_the_one_that_is_shown(minimal: CompiledScenario) -> None:
    test = Playtest(minimal, SEED)
    list(test.run("personas", PLAYS))
    index, castings = test.trial.index, castings_of(minimal)
    fewest: dict[int, int] = {}
    for number in range(PLAYS):
        who, game = castings[number % len(castings)], number // len(castings)
        played_live = play_by(minimal, SEED, seats_of(minimal, who), game=game)
        for steps, step in enumerate(played_live.steps):
            for at in met_in(step.events, index):
                fewest[at] = min(steps, fewest.get(at, steps))
    shown = test.found["personas"].example
    assert {at: shown[at][0] for at in shown if index.items[at].kind in IN_EVENTS} == fewest


@pytest.mark.slow
def test_splitting_the_plays_changes_nothing_but_the_examples(
    minimal: CompiledScenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Playtest(minimal, SEED)
    list(whole.run("personas", 40))
    monkeypatch.setattr("engine.playtest.session.by_personas.__defaults__", (7,))
    parts = Playtest(minimal, SEED)
    assert len(list(parts.run("personas", 40))) == 6
    for name in ("reached", "times", "often", "most"):
        one, other = (getattr(each.found["personas"], name) for each in (whole, parts))
        assert one.tolist() == other.tolist()


@pytest.mark.slow
def test_a_play_that_stops_the_game_is_set_apart(
    minimal: CompiledScenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Listener.begun

    def begun(self: Listener, plays: object, opened: object) -> None:
        if 1 in plays.games.tolist() and plays.cast[:, 0].min() == 0:  # type: ignore[attr-defined]
            raise RuntimeError("broken")
        honest(self, plays, opened)  # type: ignore[arg-type]

    monkeypatch.setattr(Listener, "begun", begun)
    test = Playtest(minimal, SEED)
    list(test.run("personas", PLAYS))
    found = test.found["personas"]
    assert found.plays + len(found.faults) == PLAYS
    assert found.faults
    assert all(each.recipe.game == 1 and "broken" in each.what for each in found.faults)
