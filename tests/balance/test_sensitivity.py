"""The study of scripted plays varies every constant in them, and nothing else."""

from dataclasses import fields, replace

import numpy as np
import pytest

from engine.balance.arms import played
from engine.balance.sensitivity import factors, near, setting, whole_range
from engine.model.parameters import (
    CONFRONTING,
    MOMENT,
    ConfrontationParameters,
    MomentParameters,
)
from engine.play.compiled import CompiledScenario
from engine.players import PERSONAS
from engine.players.parameters import PLAYERS, PlayerParameters
from engine.players.personas import LEANINGS
from engine.scenario.vocabulary import TRAITS
from engine.simulate.plan import Plan, castings_of


def test_every_constant_of_players_and_moments_is_varied(any_scenario: CompiledScenario) -> None:
    varied = {each.key for each in factors(any_scenario)}
    expected = {f"moment.{each.name}" for each in fields(MomentParameters)}
    expected |= {f"confronting.{each.name}" for each in fields(ConfrontationParameters)}
    expected |= {f"players.{each.name}" for each in fields(PlayerParameters)}
    expected |= {f"{name}.{leaning}" for name in PERSONAS for leaning in LEANINGS}
    expected |= {
        f"{name}.likes.{taste}" for name, persona in PERSONAS.items() for taste in persona.likes
    }
    assert expected <= varied


def test_the_defaults_lie_in_both_widths(any_scenario: CompiledScenario) -> None:
    varied = factors(any_scenario)
    default = np.array([each.default for each in varied])
    close, whole = near(varied), whole_range(varied)
    assert (whole.low <= close.low).all()
    assert (close.low <= default).all()
    assert (default <= close.high).all()
    assert (close.high <= whole.high).all()
    assert (close.high > close.low).all()


def test_the_defaults_give_the_plays_of_the_scenario(any_scenario: CompiledScenario) -> None:
    given: dict[str, dict[str, float]] = {}
    for each in factors(any_scenario):
        given.setdefault(each.group, {})[each.name] = each.default
    under = setting(any_scenario, given)
    assert under.players == PLAYERS
    assert under.company == tuple(PERSONAS.values())
    assert under.compiled.moment == MOMENT
    assert under.compiled.confronting == CONFRONTING
    assert np.array_equal(under.compiled.traits, any_scenario.traits)
    assert under.compiled.form == any_scenario.form


@pytest.mark.slow
def test_each_group_of_constants_reaches_the_plays(minimal: CompiledScenario) -> None:
    castings = castings_of(minimal)
    plan = Plan(1, 4 * len(castings), castings)
    plain = played(minimal, plan)
    for group, name, value in (
        ("moment", "blame_hurts", 0.4),
        ("moment", "open_own_part", 0.8),
        ("confronting", "words", 0.25),
        ("players", "repeats", 0.0),
        ("builder", "leaning", -2.0),
        ("builder", "likes.safety", -1.0),
        ("share", "candour", 0.8),
        (minimal.scenario.form, "exposure_rate", 0.9),
    ):
        under = setting(minimal, {group: {name: value}})
        other = played(under.compiled, plan, under.company, under.players)
        assert not np.array_equal(other.value, plain.value), (group, name)


def test_a_trait_that_the_author_set_stays(minimal: CompiledScenario) -> None:
    name, move = next(iter(minimal.scenario.moves.items()))
    moves = {**minimal.scenario.moves, name: move.model_copy(update={"candour": 40})}
    written = replace(minimal, scenario=minimal.scenario.model_copy(update={"moves": moves}))
    under = setting(written, {move.kind: {"candour": 0.9, "guile": 0.3}})
    at = minimal.moves.index(name)
    candour, guile = TRAITS.index("candour"), TRAITS.index("guile")
    assert under.compiled.traits[at, candour] == minimal.traits[at, candour]
    assert under.compiled.traits[at, guile] == 0.3


@pytest.mark.slow
def test_plays_stay_within_bounds_at_the_ends_of_every_range(
    any_scenario: CompiledScenario,
) -> None:
    varied = factors(any_scenario)
    width, rng = whole_range(varied), np.random.default_rng(4)
    castings = castings_of(any_scenario)
    plan = Plan(2, min(len(castings), 72), castings)
    for _ in range(2):
        ends = np.where(rng.random(len(varied)) < 0.5, width.low, width.high)
        given: dict[str, dict[str, float]] = {}
        for each, value in zip(varied, ends.tolist(), strict=True):
            given.setdefault(each.group, {})[each.name] = value
        under = setting(any_scenario, given)
        found = played(under.compiled, plan, under.company, under.players)
        assert ((found.trust >= 0) & (found.trust <= 1)).all()
        assert np.isfinite(found.value).all()
