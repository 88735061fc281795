"""What a seat sees when it chooses: its cards, what it may expect, and who is there.

That nothing in it is another's secret is tested in `test_secrecy`.
"""

from dataclasses import replace
from itertools import count, pairwise

import pytest

from engine.debrief import debrief
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.events import MoveMade
from engine.play.state import ProposalChoice, Stage, State
from engine.play.step import check_choice, initial, legal_moves
from engine.play.view.room import room
from engine.play.view.scenery import scenery
from engine.play.view.situation import view
from engine.scenario.scenery import Scenery
from tests.conftest import MINIMAL
from tests.play.marks import with_secret_props
from tests.play.mills import changed
from tests.playing import moves, of_kind, persona_play, persona_replay, play, random_play


@pytest.mark.slow
def test_the_cards_are_the_moves_and_only_the_legal_ones_are_open(
    any_scenario: CompiledScenario,
) -> None:
    for state, _, _ in random_play(any_scenario, 3):
        for party in any_scenario.parties:
            seen = view(any_scenario, state, party)
            is_open = {card.id for card in seen.moves if card.locked is None}
            assert is_open == set(legal_moves(any_scenario, state, party))


def test_a_phase_that_takes_no_time_adds_nothing_to_the_months_that_are_told() -> None:
    """In the debrief either; and a round is a round all the same."""
    talk = "first-talk:\n      name: {nl: Eerste gesprek, en: First talk}\n"
    for timeless, told in (("", [0, 3, 6, 9]), ("      takes_time: no\n", [0, 0, 0, 3])):
        compiled = changed(MINIMAL, (talk, talk + timeless))
        replayed = persona_replay(compiled, 1, "reciprocator", "builder")
        by_round = {}
        for each in replayed.steps:
            seen = view(compiled, each.state, "ferry")
            assert room(compiled, each.state, ()).months == seen.months
            by_round[int(each.state.world.round[0])] = seen.months
        assert list(by_round.values())[:4] == told
        ended = debrief(compiled, replayed).outcome
        assert ended.months == 3 * ended.rounds - (6 if timeless else 0)


def test_a_card_says_that_its_move_was_just_played(minimal: CompiledScenario) -> None:
    state, _ = play(minimal, moves(ferry="show-list", bikes="wait"))
    cards = {card.id: card for card in view(minimal, state, "ferry").moves}
    assert cards["show-list"].locked == "just-done"
    others = {card.id: card for card in view(minimal, state, "bikes").moves}
    assert others["wait"].locked is None  # of which the author says that it can be done again


# What there is to choose from at each stage.
CARDS = {
    Stage.ROUND: "moves", Stage.DIFFERENCES: "options", Stage.BOTTLENECKS: "options",
    Stage.ALTERNATIVES: "changes", Stage.DECISION: "proposals", Stage.CONFRONTED: "replies",
    Stage.RECKONING: "responses",
}  # fmt: skip


@pytest.mark.slow
def test_each_stage_lays_out_its_own_cards_and_no_others(mill: CompiledScenario) -> None:
    """In a confrontation only for who replies, and then for who responds."""
    met = set()
    for seed in range(4):
        for state, choices, _ in random_play(mill, seed):
            met.add(state.stage)
            for party in mill.parties:
                seen = view(mill, state, party)
                laid_out = {name for name in CARDS.values() if getattr(seen, name)}
                expected = {CARDS[state.stage]} if state.stage in CARDS else set()
                if state.stage is Stage.DECISION:
                    assert laid_out <= expected
                else:
                    assert laid_out == (expected if party in choices else set())
    assert met > {*CARDS}


def test_what_a_party_expects_does_not_know_what_is_hidden(minimal: CompiledScenario) -> None:
    """The expected effect is the same whether or not the other is hiding something."""
    state = initial(minimal, 1).state
    alliance = state.world.alliance
    hidden = alliance.hidden.copy()
    hidden[0, 0, 1] = 0.9  # by the other, from the ferry
    guilty = replace(state, world=replace(state.world, alliance=replace(alliance, hidden=hidden)))
    assert view(minimal, state, "ferry").moves == view(minimal, guilty, "ferry").moves


def test_what_a_party_expects_does_not_know_what_the_other_feels(minimal: CompiledScenario) -> None:
    state = initial(minimal, 1).state
    alliance = state.world.alliance
    trust = alliance.trust.copy()
    trust[0, 1, 0] = 0.05
    colder = replace(state, world=replace(state.world, alliance=replace(alliance, trust=trust)))
    assert view(minimal, state, "ferry").moves == view(minimal, colder, "ferry").moves
    assert view(minimal, state, "ferry").others != view(minimal, colder, "ferry").others


def test_reading_is_giving_more_than_waiting_and_waiting_more_than_taking(
    minimal: CompiledScenario,
) -> None:
    cards = {
        card.id: card.expected for card in view(minimal, initial(minimal, 1).state, "ferry").moves
    }
    assert cards["show-list"].trust.middle > cards["wait"].trust.middle
    assert cards["swap"].value.middle != 0


def test_one_knows_ones_own_people_who_wait_outside_and_not_those_of_others(
    minimal: CompiledScenario,
) -> None:
    state = initial(minimal, 1).state
    own = {role.address: role.brief for role in view(minimal, state, "ferry").me.roles}
    director = minimal.scenario.parties["ferry"].roles["director"]
    assert own == {"ferry.director": director.brief, "ferry.skipper": None}
    (ferry,) = view(minimal, state, "bikes").others
    assert [(role.address, role.brief) for role in ferry.roles] == [("ferry.director", None)]


@pytest.fixture
def secretive(minimal: CompiledScenario) -> CompiledScenario:
    """The smallest scenario, in which only the ferry knows of the passenger list."""
    return compile_scenario(with_secret_props(minimal.scenario))


def in_the_third_step(compiled: CompiledScenario) -> State:
    """A play in which changes of the game can be proposed."""
    plays = (state for seed in range(20) for state, _, _ in random_play(compiled, seed))
    return next(state for state in plays if state.stage is Stage.ALTERNATIVES)


def test_a_secret_prop_is_known_to_its_holder_only(secretive: CompiledScenario) -> None:
    state = initial(secretive, 1).state

    def known(seat: str) -> bool:
        return "passenger-list" in [thing.id for thing in view(secretive, state, seat).game]

    assert (known("ferry"), known("bikes")) == (True, False)


@pytest.mark.slow
def test_the_room_shows_of_the_game_what_every_seat_knows(secretive: CompiledScenario) -> None:
    for state, _, _ in random_play(secretive, 3):
        known = [{t.id for t in view(secretive, state, p).game} for p in secretive.parties]
        assert {thing.id for thing in room(secretive, state, []).game} == set.intersection(*known)


def test_nobody_can_propose_what_is_kept_from_them(secretive: CompiledScenario) -> None:
    """Nor find out by trying: it is refused like a thing that does not exist."""
    state = in_the_third_step(secretive)
    onto_the_table = "props/passenger-list/hold/table"
    assert check_choice(secretive, state, ProposalChoice("ferry", onto_the_table)) is None
    refused = check_choice(secretive, state, ProposalChoice("bikes", onto_the_table))
    unheard_of = check_choice(secretive, state, ProposalChoice("bikes", "props/none/hold/table"))
    assert refused
    assert unheard_of
    assert refused.reason == unheard_of.reason == "unknown-change"


@pytest.mark.slow
def test_the_proposals_one_can_make_are_the_cards_on_the_table(mill: CompiledScenario) -> None:
    for state, _, _ in random_play(mill, 5):
        if state.stage is not Stage.ALTERNATIVES:
            continue
        for party in mill.parties:
            cards = {card.id for card in view(mill, state, party).changes}
            keys = [change.key for change in mill.changes]
            assert cards == {key for key in keys if _may_propose(mill, state, party, key)}


def _may_propose(compiled: CompiledScenario, state: State, party: str, change: str) -> bool:
    """Whether the party may propose it; with a number where it takes one."""
    refusal = check_choice(compiled, state, ProposalChoice(party, change))
    return refusal is None or refusal.reason == "amount-out-of-range"


@pytest.mark.slow
def test_a_move_that_was_stopped_at_home_counts_as_nothing_done(
    any_scenario: CompiledScenario,
) -> None:
    """What it would have been is not remembered as played."""
    stopped, seeds = 0, count()
    while stopped < 3:
        steps = persona_play(any_scenario, next(seeds), "divided", "divided")
        for before, each in pairwise(steps):
            for made in of_kind(each.events, MoveMade):
                if not made.vetoed:
                    continue
                stopped += 1
                at = any_scenario.parties.index(made.party), any_scenario.moves.index(made.move)
                used = (before.state.world.used[0], each.state.world.used[0])
                assert used[0][at] == used[1][at]


# --- the hour and the weather -----------------------------------------------------------------


def seen_with(
    minimal: CompiledScenario, *, happened: int = -1, **given: str | int
) -> list[Scenery]:
    """What is seen in each of the first rounds. given: `decor_hour`, `phase_weather` and so on.

    happened: after which round the one event of the scenario happened.
    """
    scenario = minimal.scenario
    start = scenario.script.start
    first = scenario.script.phases[start]

    def of(kind: str) -> dict[str, str | int]:
        return {key.removeprefix(f"{kind}_"): given[key] for key in given if key.startswith(kind)}

    name, event = next(iter(scenario.script.events.items()))
    script = scenario.script.model_copy(
        update={
            "phases": {**scenario.script.phases, start: first.model_copy(update=of("phase"))},
            "events": {name: event.model_copy(update={"lasts": None, **of("event")})},
        }
    )
    place = scenario.decor[first.decor].model_copy(update=of("decor"))
    decor = {**scenario.decor, first.decor: place}
    compiled = compile_scenario(scenario.model_copy(update={"script": script, "decor": decor}))
    world = initial(compiled, 1).state.world
    seen = []
    for round_, began in ((0, 0), (1, 0), (2, 2), (3, 2), (4, 4)):
        fallen = happened if 0 <= happened <= round_ else -1
        now = replace(
            world, round=world.round * 0 + round_, phase_round=world.round * 0 + round_ - began,
            happened=world.happened * 0 + fallen,
        )  # fmt: skip
        seen.append(scenery(compiled, now))
    return seen


def test_a_phase_goes_before_its_place_for_the_hour_and_the_weather(
    minimal: CompiledScenario,
) -> None:
    (plain, *_) = seen_with(minimal)
    assert (plain.hour, plain.weather) == (None, None)
    (of_place, *_) = seen_with(minimal, decor_hour="night", decor_weather="rain")
    assert (of_place.hour, of_place.weather) == ("night", "rain")
    (of_phase, *_) = seen_with(minimal, decor_hour="night", decor_weather="rain", phase_hour="day")
    assert (of_phase.hour, of_phase.weather) == ("day", "rain")


def test_an_event_changes_the_weather_to_the_end_of_the_phase(minimal: CompiledScenario) -> None:
    seen = seen_with(minimal, happened=1, phase_weather="clear", event_weather="fog")
    assert [each.weather for each in seen] == ["clear", "fog", "clear", "clear", "clear"]


def test_what_falls_at_the_end_of_a_phase_shows_in_the_next(minimal: CompiledScenario) -> None:
    seen = seen_with(minimal, happened=2, phase_weather="clear", event_weather="fog")
    assert [each.weather for each in seen] == ["clear", "clear", "fog", "fog", "clear"]


def test_an_event_that_lasts_keeps_its_weather_so_long(minimal: CompiledScenario) -> None:
    seen = seen_with(minimal, happened=1, event_weather="fog", event_lasts=2)
    assert [each.weather for each in seen] == [None, "fog", "fog", None, None]
