"""How a persona leans, in small cases: whom it blames for what, and what it prefers."""

from dataclasses import replace

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.round import Draw
from engine.play.rows import repeat_game
from engine.play.state import World
from engine.play.step import initial
from engine.players import PERSONAS, PersonaPolicy
from engine.players.observation import observe
from engine.players.utility import utility_of
from engine.scenario.vocabulary import PERSONAS as NAMES
from engine.scenario.vocabulary import Persona

FERRY, BIKES = 0, 1


def chance(compiled: CompiledScenario, world: World, party: int, name: Persona) -> float:
    """How likely that persona at that party is to cooperate now."""
    seat = PersonaPolicy(compiled, party, PERSONAS[name])
    return float(seat.cooperates(observe(compiled, world).of(party))[0])


def found_out(world: World, by: int, of: int) -> World:
    """The world in which one party just found out the other."""
    discovered = np.zeros_like(world.last_discovered)
    discovered[0, by, of] = True
    return replace(world, last_discovered=discovered)


@pytest.mark.parametrize("name", NAMES)
def test_who_finds_out_holds_a_grudge_and_who_is_found_out_does_not(
    minimal: CompiledScenario, name: Persona
) -> None:
    before = initial(minimal, 1).state.world
    after = found_out(before, by=FERRY, of=BIKES)
    assert chance(minimal, after, FERRY, name) < chance(minimal, before, FERRY, name)
    assert chance(minimal, after, BIKES, name) == chance(minimal, before, BIKES, name)


def test_found_out_and_having_found_out_are_told_apart(mill: CompiledScenario) -> None:
    """The farmer found out the miller; the bank had no part in it."""
    seen = observe(mill, found_out(initial(mill, 1).state.world, by=1, of=0))
    assert (seen.of(0).caught.tolist(), seen.of(0).betrayed.tolist()) == ([True], [False])
    assert (seen.of(1).caught.tolist(), seen.of(1).betrayed.tolist()) == ([False], [True])
    assert (seen.of(2).caught.tolist(), seen.of(2).betrayed.tolist()) == ([False], [False])


def test_who_was_found_out_makes_amends_and_who_found_out_does_not(mill: CompiledScenario) -> None:
    """Four in five builders do; the others have nothing to mend."""
    world = initial(mill, 1).state.world
    winter = replace(world, phase=np.array([mill.phases.index("winter")]), round=np.array([3]))
    games = 200
    seen = observe(mill, repeat_game(found_out(winter, by=1, of=0), games))
    luck = Draw(1, np.arange(games, dtype=np.uint64))
    amends = []
    for at in range(mill.party_count):
        move, _ = PersonaPolicy(mill, at, PERSONAS["builder"]).move(seen.of(at), luck)
        amends.append(float((mill.repair[move] != 0).mean()))
    assert amends[0] == pytest.approx(0.8, abs=0.1)
    # Now and then somebody who wanted to take, but could not, says sorry.
    assert max(amends[1:]) < 0.1


LEANINGS: list[tuple[Persona, str, int]] = [
    # Open books suit those who want candour; the cautious one keeps them closed.
    ("builder", "rules/closed-books/drop", +1),
    ("builder", "rules/closed-books/adopt", -1),
    ("controller", "rules/closed-books/drop", -1),
    # What makes people feel safe: a custom of listening, coffee, a bench in the dunes.
    ("builder", "rules/who-spoke-last-listens/adopt", +1),
    ("builder", "rules/who-spoke-last-listens/drop", -1),
    ("builder", "rituals/coffee/drop", -1),
    ("divided", "decor/dunes/move", +1),
    ("builder", "decor/dunes/move", +1),
    # Whether one more person at the table helps.
    ("builder", "roles/ferry.skipper/adopt", +1),
    ("controller", "roles/ferry.skipper/adopt", -1),
    ("charmer", "roles/ferry.skipper/adopt", -1),
]


@pytest.mark.parametrize(("name", "key", "sign"), LEANINGS)
def test_a_persona_wants_what_it_likes_and_not_the_reverse(
    minimal: CompiledScenario, name: Persona, key: str, sign: int
) -> None:
    at = [change.key for change in minimal.changes].index(key)
    assert np.sign(utility_of(minimal, FERRY, PERSONAS[name]).changes[at]) == sign


@pytest.mark.parametrize(
    ("name", "key", "amount"),
    [
        # A fee for leaving: the cautious want it high, the charming want none.
        ("controller", "rules/exit-fee/amount", 40),
        ("reciprocator", "rules/exit-fee/amount", 40),
        ("charmer", "rules/exit-fee/amount", 0),
        ("pressed", "rules/exit-fee/amount", 0),
        # How long to talk: those who like to look back take the time, clock-watchers do not.
        ("builder", "script/first-talk/amount", 4),
        ("pressed", "script/first-talk/amount", 1),
    ],
)
def test_a_persona_wants_the_end_of_the_range_that_suits_it(
    minimal: CompiledScenario, name: Persona, key: str, amount: int
) -> None:
    at = [change.key for change in minimal.changes].index(key)
    assert utility_of(minimal, FERRY, PERSONAS[name]).wanted[at] == amount


def test_pressure_weighs_on_who_minds_it(mill: CompiledScenario) -> None:
    """Sundays without water press everybody; only clock-watchers want the rule gone."""
    worth = utility_of(mill, FERRY, PERSONAS["pressed"]).things
    assert worth[mill.element_index("rules", "dry-season")] == pytest.approx(-0.5)
    worth = utility_of(mill, FERRY, PERSONAS["builder"]).things
    assert worth[mill.element_index("rules", "dry-season")] == 0.0


@pytest.mark.parametrize(
    ("name", "effect", "move", "difference"),
    [
        ("builder", "forbids", "show-list", -0.3),
        ("builder", "allows", "show-list", +0.3),
        ("builder", "forbids", "sell-next-door", 0.0),
        ("charmer", "forbids", "sell-next-door", -0.3),
        ("charmer", "allows", "sell-next-door", +0.3),
    ],
)
def test_a_rule_is_worth_what_the_moves_are_that_it_takes_or_brings(
    minimal: CompiledScenario, name: Persona, effect: str, move: str, difference: float
) -> None:
    scenario = minimal.scenario
    rule = scenario.rules["closed-books"]
    ruled = rule.model_copy(update={"effect": rule.effect.model_copy(update={effect: (move,)})})
    rules = {**scenario.rules, "closed-books": ruled}
    changed = compile_scenario(scenario.model_copy(update={"rules": rules}))
    at = minimal.element_index("rules", "closed-books")
    before, after = (
        utility_of(compiled, FERRY, PERSONAS[name]).things[at] for compiled in (minimal, changed)
    )
    assert after - before == pytest.approx(difference)
