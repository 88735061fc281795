"""Conditions at their bounds: what a screen shows as equal compares as equal."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import BaseModel

from engine.model.kernel import Alliance
from engine.model.points import points
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.conditions import COUNTS, SHARES, holds
from engine.play.events import MoveMade
from engine.play.lifecycle import begin
from engine.play.round import Draw, open_round
from engine.play.rows import take_games
from engine.play.state import MoveChoice, Refusal, World
from engine.play.step import initial, legal_moves, step
from engine.scenario.load import load_text
from engine.scenario.schema import Condition
from game.presenters.page import points as shown
from tests.conftest import MILL, QUAY, compiled_of
from tests.playing import of_kind, random_play
from tests.playtest.conftest import SMALL

ALL = np.arange(101)
# The shares that can be set. Risk and value are computed: see below.
SETTABLE = (
    "trust", "reliability", "exposure", "safety", "internal_balance", "formal_overlap",
    "understanding", "lock_in",
)  # fmt: skip
COMPARE = {
    "at_least": np.greater_equal,
    "at_most": np.less_equal,
    "above": np.greater,
    "below": np.less,
}


def worlds(compiled: CompiledScenario, count: int) -> World:
    """That many plays before the first choice."""
    return begin(compiled, Draw(1, np.arange(count, dtype=np.uint64)))


def at_every_point(compiled: CompiledScenario, measure: str) -> World:
    """A play for each of the points 0 to 100, in which that measure is so for everybody."""
    world = worlds(compiled, len(ALL))
    like = getattr(world.alliance, measure)
    share = (ALL / 100).reshape(-1, *[1] * (like.ndim - 1))
    changed: dict[str, Any] = {measure: np.broadcast_to(share, like.shape)}
    alliance: Alliance = replace(world.alliance, **changed)
    return replace(world, alliance=alliance)


def bound(measure: str, how: str, number: int, of: str | None = None) -> Condition:
    """The condition with that one bound."""
    party = {} if of is None else {"of": of}
    return Condition.model_validate({measure: {how: number, **party}})


@pytest.mark.parametrize("measure", SETTABLE)
def test_a_bound_holds_for_what_is_shown_as_equal(
    measure: str, minimal: CompiledScenario, three: CompiledScenario
) -> None:
    for compiled in (minimal, three):
        world = at_every_point(compiled, measure)
        owners = [None] if measure in ("formal_overlap", "understanding", "lock_in") else [
            None, *compiled.parties,
        ]  # fmt: skip
        for number in range(101):
            for how, compare in COMPARE.items():
                for of in owners:
                    found = holds(bound(measure, how, number, of), compiled, world, public=False)
                    assert (found == compare(ALL, number)).all(), (measure, how, number, of)


def test_every_share_is_compared_as_it_is_shown(three: CompiledScenario) -> None:
    world = worlds(three, 300)
    for measure, share in SHARES.items():
        by_party = share(three, world)
        mean = by_party if by_party.ndim == 1 else sum(by_party.T) / by_party.shape[1]
        numbers = [shown(float(each)) for each in mean]
        for number in sorted(set(numbers)):
            for how, compare in COMPARE.items():
                if measure == "value" or 0 <= number <= 100:
                    found = holds(bound(measure, how, number), three, world, public=False)
                    assert (found == compare(numbers, number)).all(), (measure, how, number)


@pytest.mark.slow
def test_one_play_is_judged_as_the_same_play_among_many(three: CompiledScenario) -> None:
    many = worlds(three, 40)
    for measure in SHARES:
        for number in (40, 50):
            condition = bound(measure, "at_least", number)
            together = holds(condition, three, many, public=False)
            for game in range(40):
                alone = take_games(many, np.array([game]))
                assert holds(condition, three, alone, public=False)[0] == together[game]


def test_a_screen_rounds_as_a_comparison_does() -> None:
    shares = np.concatenate([np.linspace(-2, 2, 4001), np.arange(-400, 401) / 200])
    assert [shown(float(each)) for each in shares] == points(shares).tolist()


def test_counts_are_compared_as_they_are(three: CompiledScenario) -> None:
    world = replace(worlds(three, 5), round=np.arange(5), changes=np.arange(5))
    for name in COUNTS:
        assert holds(bound(name, "at_least", 3), three, world, public=False).tolist() == [
            False, False, False, True, True,
        ]  # fmt: skip


def test_a_decor_is_in_force_where_the_talks_are(minimal: CompiledScenario) -> None:
    world = initial(minimal, seed=1).state.world
    here, there = Condition(in_force=("quay-office",)), Condition(in_force=("dunes",))
    assert holds(here, minimal, world, public=False)[0]
    assert not holds(there, minimal, world, public=False)[0]
    moved = replace(world, decor=np.array([minimal.element_index("decor", "dunes")]))
    assert holds(there, minimal, moved, public=False)[0]
    assert not holds(here, minimal, moved, public=False)[0]


def test_a_ritual_is_hollow_below_its_bound_and_not_at_it(minimal: CompiledScenario) -> None:
    at = minimal.element_index("rituals", "coffee")
    for number in range(1, 101):
        world = at_every_point(minimal, "trust")
        shown_trust = points(world.alliance.trust[:, 0, 1])
        hollow = shown_trust < number
        compiled = replace(
            minimal,
            ritual_hollow_below=np.where(
                np.arange(len(minimal.elements)) == at, number, minimal.ritual_hollow_below
            ),
        )
        _, rites = open_round(compiled, world)
        assert (rites[at][1] == hollow).all()


HIDING = (
    (
        "  wait: {",
        "  lunch: {kind: poach, title: Have lunch, text: Ada., face: A lunch.}\n  wait: {",
    ),
    ("moves: [show, offer, wait]", "moves: [show, offer, wait, lunch]"),
    ("face: An offer.}", "face: An offer., when: {played: {is: lunch}}}"),
)


def test_what_a_party_hid_opens_moves_to_itself_and_to_nobody_else() -> None:
    text = SMALL.read_text("utf-8")
    for right, other in HIDING:
        assert right in text
        text = text.replace(right, other, 1)
    loaded = load_text(text, "hiding")
    assert not loaded.problems
    assert loaded.scenario is not None
    compiled = compile_scenario(loaded.scenario)
    state = initial(compiled, 0).state
    assert all("offer" not in legal_moves(compiled, state, party) for party in compiled.parties)
    hide = {"north": MoveChoice("north", "wait"), "south": MoveChoice("south", "lunch")}
    result = step(compiled, state, hide)
    assert not isinstance(result, Refusal)
    assert "offer" in legal_moves(compiled, result.state, "south")
    assert "offer" not in legal_moves(compiled, result.state, "north")


def test_a_move_is_carried_out_once_all_that_it_announced_was_done() -> None:
    compiled, came = compiled_of(MILL), set()
    for seed in range(12):
        done: set[tuple[str, str]] = set()
        halves: set[tuple[str, str]] = set()
        for _, _, result in random_play(compiled, seed):
            for each in of_kind(result.events, MoveMade):
                if not each.vetoed:
                    (halves if each.slipped else done).add((each.party, each.move))
            for party, move in done | halves:
                asked = {"carried_out": {"of": party, "is": [move]}}
                condition, world = Condition.model_validate(asked), result.state.world
                assert holds(condition, compiled, world, public=False) == ((party, move) in done)
                came.add((party, move) in done)
    assert came == {True, False}


@pytest.mark.parametrize("path", [MILL, QUAY], ids=lambda path: path.stem)
def test_what_a_condition_asks_is_known_without_looking_at_all_that_it_could(path: Path) -> None:
    asked = list(conditions_in(compiled_of(path).scenario))
    assert any(each.model_fields_set for each in asked)
    for each in asked:
        written = {
            name
            for name, field in Condition.model_fields.items()
            if getattr(each, name) != field.default
        }
        assert written <= each.model_fields_set


def conditions_in(part: object) -> Iterator[Condition]:
    """Every condition in that part of a scenario, however deep."""
    if isinstance(part, Condition):
        yield part
    if isinstance(part, BaseModel):
        part = [getattr(part, name) for name in type(part).model_fields]
    elif isinstance(part, Mapping):
        part = list(part.values())
    if isinstance(part, list | tuple):
        for each in part:
            yield from conditions_in(each)
