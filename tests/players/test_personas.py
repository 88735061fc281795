"""The personas differ in how they build, answer, hide, repair, reflect and vote."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from engine.play.compiled import PART, CompiledScenario
from engine.play.events import Proposed, Reflected
from engine.play.state import Stage, State
from engine.players import PERSONAS, PersonaPolicy, choose
from engine.scenario.vocabulary import PERSONAS as NAMES
from engine.scenario.vocabulary import TRAITS, Persona
from engine.simulate import simulate
from tests.playing import of_kind, persona_play

GAMES = np.arange(400)
GUILE = TRAITS.index("guile")


def test_every_name_of_the_vocabulary_has_its_persona() -> None:
    assert tuple(PERSONAS) == NAMES
    assert all(
        persona.source and persona.name.nl and persona.text.en for persona in PERSONAS.values()
    )


def share(compiled: CompiledScenario, one: str, other: str, wanted: str) -> float:
    """How many of the first seat's moves, on the whole, are of that sort."""
    played = simulate(compiled, 4, GAMES, [one, other]).used[:, 0]
    sorts = {
        "hidden": compiled.traits[:, GUILE] > 0,
        "trust-building": compiled.stance == 0,
        "opportunistic": (compiled.stance == 2) & ~compiled.leaves,
        "paper": compiled.traits[:, TRAITS.index("formalise")] >= 1,
    }
    return float(played[:, sorts[wanted]].sum() / played.sum())


@pytest.mark.slow
def test_the_charmer_hides_more_than_anyone(minimal: CompiledScenario) -> None:
    hidden = {name: share(minimal, name, "reciprocator", "hidden") for name in NAMES}
    assert max(hidden, key=lambda name: hidden[name]) == "charmer"


@pytest.mark.slow
def test_the_builder_gives_more_than_anyone(minimal: CompiledScenario) -> None:
    gives = {name: share(minimal, name, "reciprocator", "trust-building") for name in NAMES}
    assert max(gives, key=lambda name: gives[name]) == "builder"


@pytest.mark.slow
def test_the_cautious_one_reaches_for_paper(minimal: CompiledScenario) -> None:
    paper = {name: share(minimal, name, "pressed", "paper") for name in NAMES}
    assert paper["controller"] == max(paper.values())


@pytest.mark.slow
def test_the_reciprocator_answers_in_kind(minimal: CompiledScenario) -> None:
    with_builder = share(minimal, "reciprocator", "builder", "opportunistic")
    with_charmer = share(minimal, "reciprocator", "pressed", "opportunistic")
    assert with_builder < with_charmer


@pytest.mark.slow
def test_open_people_make_a_better_moment(minimal: CompiledScenario) -> None:
    def quality(name: str) -> float:
        plays = [persona_play(minimal, seed, name, name) for seed in range(20)]
        return float(np.mean([
            event.quality for play in plays for each in play
            for event in of_kind(each.events, Reflected)
        ]))  # fmt: skip

    assert quality("builder") > quality("pressed")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_some_play_of_every_persona_changes_the_game(three: CompiledScenario, name: str) -> None:
    world = simulate(three, 2, GAMES[:200], [name] * three.party_count)
    assert (world.changes > 0).any()


@pytest.mark.slow
def test_personas_disagree_about_the_same_proposal(minimal: CompiledScenario) -> None:
    """A fee for walking out: the cautious want it higher, the charming lower."""

    def wanted(name: str) -> set[int]:
        amounts = set()
        for seed in range(30):
            for each in persona_play(minimal, seed, name, "reciprocator"):
                for event in of_kind(each.events, Proposed):
                    mine = event.party == "ferry" and event.change == "rules/exit-fee/amount"
                    if mine and event.amount is not None:
                        amounts.add(event.amount)
        return amounts

    controller, charmer = wanted("controller"), wanted("charmer")
    assert controller <= {40}
    assert charmer <= {0}
    assert controller | charmer


@pytest.mark.slow
def test_nobody_parts_while_it_goes_well(minimal: CompiledScenario) -> None:
    for seed in range(30):
        for each in persona_play(minimal, seed, "builder", "builder"):
            assert PART not in [event.change for event in of_kind(each.events, Proposed)]


@pytest.mark.slow
def test_nobody_proposes_what_it_cannot_know_of(mill: CompiledScenario) -> None:
    """Only the farmer knows of the second ledger, so nobody else can be the first to name it."""
    first = set()
    for seed, who in product(range(60), ("builder", "divided")):
        events = [e for each in persona_play(mill, seed, who) for e in each.events]
        named = [e for e in of_kind(events, Proposed) if "second-ledger" in (e.change or "")]
        first |= {event.party for event in named if event.place == named[0].place}
    assert first == {"farmer"}


def with_other_secrets(state: State) -> State:
    """The same to the eyes of the first of two parties; all that only the other knows differs."""
    alliance = state.world.alliance
    unseen = {}
    for name in ("trust", "reliability", "ceiling", "exposure", "denied"):
        unseen[name] = getattr(alliance, name).copy()
        unseen[name][0, 1, 0] = 0.01
    for name in ("safety", "internal_balance", "value", "previous"):
        unseen[name] = getattr(alliance, name).copy()
        unseen[name][0, 1] = -0.9
    other = replace(alliance, hidden=alliance.hidden + 0.9, **unseen)
    return replace(state, world=replace(state.world, alliance=other))


@pytest.mark.slow
@pytest.mark.parametrize("name", PERSONAS)
def test_a_persona_chooses_by_what_its_seat_sees(minimal: CompiledScenario, name: Persona) -> None:
    seat = PersonaPolicy(minimal, 0, PERSONAS[name])
    stages = set()
    for seed in range(8):
        for each in persona_play(minimal, seed, name, "charmer")[:-1]:
            stages.add(each.state.stage)
            there = with_other_secrets(each.state)
            assert choose(minimal, each.state, seat) == choose(minimal, there, seat)
    assert stages == set(Stage) - {Stage.ENDED}
