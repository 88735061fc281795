"""What a seat may see: everything it needs, and no secret of another."""

import json
from dataclasses import asdict, is_dataclass
from itertools import pairwise
from typing import Any

import pytest

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.state import Event, Stage
from engine.play.step import initial, legal_moves
from engine.play.view import hear, hear_all, view
from engine.scenario.schema import Scenario, Text
from tests.playing import persona_play, random_play

MARK = "GEHEIM"


def marked(scenario: Scenario, party: str) -> Scenario:
    """The scenario with a marker in everything that only that party may know."""
    secret = Text(nl=MARK, en=MARK)
    own = scenario.parties[party]
    roles = {name: role.model_copy(update={"brief": secret}) for name, role in own.roles.items()}
    names = dict.fromkeys(own.wants, secret)
    changed = own.model_copy(update={"private": secret, "roles": roles, "want_names": names})
    moves = {}
    for name, move in scenario.moves.items():
        # What a move really is stands in its title and text; others see its face.
        update = {"title": secret, "text": secret} if move.of == (party,) else {}
        moves[name] = move.model_copy(update=update)
    return scenario.model_copy(
        update={"parties": {**scenario.parties, party: changed}, "moves": moves}
    )


def as_text(value: Any) -> str:
    """Everything in a value, as text."""
    return json.dumps(asdict(value) if is_dataclass(value) else value, default=str)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "names", [("charmer", "builder"), pytest.param(("divided", "charmer"), marks=pytest.mark.slow)]
)
def test_no_secret_of_another_reaches_a_seat(
    any_scenario: CompiledScenario, names: tuple[str, str]
) -> None:
    party, *others = any_scenario.parties
    compiled = compile_scenario(marked(any_scenario.scenario, party))
    for seed in range(3):
        for each in persona_play(compiled, seed, *names):
            for other in others:
                assert MARK not in as_text(view(compiled, each.state, other))
                for heard in hear(compiled, each.events, other):
                    assert MARK not in as_text(heard)
        own = view(compiled, each.state, party)
        assert MARK in as_text(own.me)


def test_a_hidden_move_is_seen_by_its_face_only(minimal: CompiledScenario) -> None:
    event = Event("move", 1, Stage.ROUND, "first-talk",
                  {"party": "bikes", "move": "sell-next-door", "slipped": False,
                   "vetoed": False, "variant": 0})  # fmt: skip
    (seen,) = hear(minimal, [event], "ferry")
    assert (seen.stance, seen.name, seen.id) == ("reciprocal", None, None)
    assert seen.text == minimal.scenario.moves["sell-next-door"].face
    (own,) = hear(minimal, [event], "bikes")
    assert own.id == "sell-next-door"


def test_a_seat_hears_its_own_numbers_only(minimal: CompiledScenario) -> None:
    for each in persona_play(minimal, 2, "builder", "charmer"):
        for heard in hear(minimal, each.events, "ferry"):
            if heard.kind == "numbers":
                assert heard.party == "ferry"
                assert "before.trust.ferry" not in heard.numbers


def test_a_false_alarm_names_no_move(minimal: CompiledScenario) -> None:
    event = Event("suspected", 1, Stage.ROUND, "first-talk", {"by": "ferry", "of": "bikes"})
    (heard,) = hear(minimal, [event], "ferry")
    assert (heard.kind, heard.party, heard.text) == ("suspected", "bikes", None)
    assert hear(minimal, [event], "bikes") == ()


def test_predictions_are_heard_by_nobody(minimal: CompiledScenario) -> None:
    data = {"party": "ferry", "about": "bikes", "stance": "reciprocal", "probability": 0.8}
    event = Event("prediction", 1, Stage.ROUND, "first-talk", data)
    assert hear(minimal, [event], "ferry") == hear(minimal, [event], "bikes") == ()
    assert hear_all(minimal, [event]) == ()


def test_an_event_of_a_kind_nobody_listed_is_heard_by_nobody(minimal: CompiledScenario) -> None:
    event = Event("something-new", 1, Stage.ROUND, "first-talk", {"secret": MARK})  # type: ignore[arg-type]
    assert hear(minimal, [event], "ferry") == ()


def test_the_cards_are_the_moves_and_only_the_legal_ones_are_open(
    any_scenario: CompiledScenario,
) -> None:
    for state, _, _ in random_play(any_scenario, 3):
        for party in any_scenario.parties:
            seen = view(any_scenario, state, party)
            is_open = {card.id for card in seen.moves if card.locked is None}
            assert is_open == set(legal_moves(any_scenario, state, party))


def test_what_a_party_expects_does_not_know_what_is_hidden(minimal: CompiledScenario) -> None:
    """The expected effect is the same whether or not the other is hiding something."""
    from dataclasses import replace

    state = initial(minimal, 1).state
    alliance = state.world.alliance
    guilty = replace(
        state,
        world=replace(state.world, alliance=replace(alliance, hidden=alliance.hidden + 0.9)),
    )
    assert view(minimal, state, "ferry").moves == view(minimal, guilty, "ferry").moves


def test_what_a_party_expects_does_not_know_what_the_other_feels(minimal: CompiledScenario) -> None:
    from dataclasses import replace

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
    assert cards["show-list"].trust > cards["wait"].trust
    assert cards["swap"].value != 0


def test_a_secret_prop_is_known_to_its_holder_only(minimal: CompiledScenario) -> None:
    prop = minimal.scenario.props["passenger-list"].model_copy(update={"secret": True})
    compiled = compile_scenario(
        minimal.scenario.model_copy(update={"props": {"passenger-list": prop}})
    )
    state = initial(compiled, 1).state

    def known(seat: str) -> bool:
        return "passenger-list" in [thing.id for thing in view(compiled, state, seat).game]

    assert (known("ferry"), known("bikes")) == (True, False)


@pytest.mark.slow
def test_a_move_that_was_stopped_at_home_counts_as_nothing_done(
    any_scenario: CompiledScenario,
) -> None:
    """The others hear that nothing came of it; no text may go on as if it had been done."""
    stopped = 0
    for seed in range(8):
        steps = persona_play(any_scenario, seed, "divided", "divided")
        for before, each in pairwise(steps):
            for event in each.events:
                if event.kind != "move" or not event.data["vetoed"]:
                    continue
                stopped += 1
                party, move = event.data["party"], event.data["move"]
                other = next(p for p in any_scenario.parties if p != party)
                kinds = [h.kind for h in hear(any_scenario, [event], other)]
                assert "slipped" in kinds
                assert "vetoed" not in kinds
                at = any_scenario.parties.index(party), any_scenario.moves.index(move)
                used = (before.state.world.used[0], each.state.world.used[0])
                assert used[0][at] == used[1][at]
    assert stopped
