"""How divided a party was over its choice: what it does to the round, and who is told."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.events import GameChanged, MoveMade
from engine.play.round import Draw, play_moves
from engine.play.rows import as_plain, repeat_game, take_games
from engine.play.state import Choice, MoveChoice, State, Voices, VoteChoice
from engine.play.step import Step, choosers, initial, legal_moves, step
from engine.play.trace import Replayed, Trace, TraceProblem, parse_trace, replay, to_json
from engine.play.view.situation import view
from engine.play.view.visibility import hear
from engine.players import PERSONAS, PersonaPolicy, choose
from engine.scenario.vocabulary import TRAITS, Persona, ReflectionOption
from engine.simulate import continue_each
from tests.play.test_trace import resealed
from tests.playing import moment, must, of_kind, play, table_of

ALL_AGAINST = Voices(asked=3, other=3)


def promises(compiled: CompiledScenario) -> dict[str, str]:
    """For each party a move of the first round in which it promises something."""
    state, promised = initial(compiled, 1).state, TRAITS.index("commitment")

    def promise(move: str) -> float:
        return float(compiled.traits[compiled.moves.index(move), promised])

    return {
        party: max(legal_moves(compiled, state, party), key=promise) for party in compiled.parties
    }


def moves_of(compiled: CompiledScenario, **voices: Voices) -> dict[str, Choice]:
    """Those moves, with what was heard in some of the parties before."""
    return {
        party: MoveChoice(party, name, voices=voices.get(party, Voices()))
        for party, name in promises(compiled).items()
    }


def rounds(compiled: CompiledScenario, games: int, **voices: Voices) -> list[Step]:
    """The first round in that many games, each with its own luck."""
    choices = moves_of(compiled, **voices)
    return [
        must(step(compiled, initial(compiled, 1, game).state, choices)) for game in range(games)
    ]


def failed(played: Step, party: str) -> bool:
    """Whether that party's own side let its move falter."""
    (made,) = (each for each in of_kind(played.events, MoveMade) if each.party == party)
    return made.slipped or made.vetoed


# What was heard


@pytest.mark.parametrize(
    ("voices", "divided"),
    [
        (Voices(), 0),
        (Voices(1, 0), 0),
        (Voices(1, 1), 0),  # one person who changed its mind is not divided
        (Voices(2, 0), 0),
        (Voices(2, 1), Fraction(1, 2)),
        (Voices(3, 2), Fraction(2, 3)),
        (Voices(4, 4), 1),
    ],
)
def test_a_party_is_divided_as_far_as_its_people_wanted_something_else(
    voices: Voices, divided: float
) -> None:
    assert voices.divided == float(divided)


@pytest.mark.parametrize(("asked", "other"), [(0, 1), (2, 3), (2, -1), (-1, -1), (-2, 0)])
def test_no_more_can_want_something_else_than_were_asked(asked: int, other: int) -> None:
    with pytest.raises(ValueError, match="can't want something else"):
        Voices(asked, other)


# What it does


@pytest.mark.slow
def test_a_divided_party_falters_more_often_and_with_the_same_luck_never_less(
    minimal: CompiledScenario,
) -> None:
    calm, torn, most = (
        [failed(each, "ferry") for each in rounds(minimal, 60, ferry=voices)]
        for voices in (Voices(), Voices(3, 1), ALL_AGAINST)
    )
    assert sum(calm) < sum(torn) < sum(most)
    assert all(one <= two <= three for one, two, three in zip(calm, torn, most, strict=True))


@pytest.mark.slow
def test_it_shows_in_nothing_but_what_becomes_of_the_move(three: CompiledScenario) -> None:
    """The world, the events and all that anybody sees are the same, unless a move falters."""
    divided, *_ = three.parties
    same, other = 0, 0
    calm, torn = rounds(three, 40), rounds(three, 40, **{divided: ALL_AGAINST})
    for one, two in zip(calm, torn, strict=True):
        if of_kind(one.events, MoveMade) == of_kind(two.events, MoveMade):
            same += 1
            assert as_plain(one.state.world) == as_plain(two.state.world)
            assert one.events == two.events
            for seat in three.parties:
                assert view(three, one.state, seat) == view(three, two.state, seat)
                assert hear(three, one.events, seat) == hear(three, two.events, seat)
        else:
            other += 1
            assert failed(two, divided)
    assert same
    assert other


def test_of_one_mind_and_alone_it_plays_as_ever(any_scenario: CompiledScenario) -> None:
    state = initial(any_scenario, 5).state

    def world(voices: Voices) -> Mapping[str, Any]:
        heard = dict.fromkeys(any_scenario.parties, voices)
        played = must(step(any_scenario, state, moves_of(any_scenario, **heard)))
        return as_plain(played.state.world)

    ever = world(Voices())
    assert world(Voices(1, 1)) == ever
    assert world(Voices(4, 0)) == ever


def test_what_is_heard_before_a_vote_changes_nothing(minimal: CompiledScenario) -> None:
    calls = {party: MoveChoice(party, "wait", call=True) for party in minimal.parties}
    done: tuple[ReflectionOption, ReflectionOption] = ("name-difference", "own-part")
    *before, _ = moment(dict.fromkeys(minimal.parties, done), {"ferry": "rules/closed-books/drop"})
    state, _ = play(minimal, calls, *before)
    agrees = {"ferry": VoteChoice("ferry"), "bikes": VoteChoice("bikes", {"ferry": True})}
    torn = {party: replace(vote, voices=ALL_AGAINST) for party, vote in agrees.items()}
    one, two = must(step(minimal, state, agrees)), must(step(minimal, state, torn))
    assert of_kind(one.events, GameChanged)
    assert as_plain(one.state.world) == as_plain(two.state.world)
    assert one.events == two.events


# Many games at once


def test_a_game_of_a_batch_is_the_live_play_to_the_last_bit(three: CompiledScenario) -> None:
    voices = (Voices(3, 1), Voices(), Voices(7, 5))
    games = np.arange(40, dtype=np.uint64)
    world = initial(three, 1).state.world
    moves = np.array([[three.moves.index(name) for name in promises(three).values()]])
    none = np.zeros((1, 3), dtype=bool)
    divided = np.array([[each.divided for each in voices]])
    together, _ = play_moves(
        three, repeat_game(world, 40), moves.repeat(40, 0), none.repeat(40, 0), Draw(1, games),
        divided=divided.repeat(40, 0),
    )  # fmt: skip
    for row in range(40):
        one, _ = play_moves(three, world, moves, none, Draw.of_play(1, row), divided=divided)
        assert as_plain(take_games(together, np.array([row]))) == as_plain(one)


@pytest.mark.slow
def test_plays_that_go_on_from_a_live_choice_know_how_divided_the_party_was(
    minimal: CompiledScenario,
) -> None:
    seats: tuple[Persona, ...] = ("reciprocator", "controller")
    state = initial(minimal, 1).state
    choices = moves_of(minimal, ferry=ALL_AGAINST)
    (ends,) = continue_each(minimal, [(state, choices)], np.arange(12), seats)
    for game in range(12):
        live = played_on(minimal, replace(state, game=game), choices, seats)
        assert as_plain(take_games(ends, np.array([game]))) == as_plain(live.world)


def played_on(
    compiled: CompiledScenario, state: State, choices: Mapping[str, Choice], seats: tuple[str, ...]
) -> State:
    """The end of the play when personas go on after those choices."""
    policies = {
        party: PersonaPolicy(compiled, at, PERSONAS[name])  # type: ignore[index]
        for at, (party, name) in enumerate(zip(compiled.parties, seats, strict=True))
    }
    state = must(step(compiled, state, choices)).state
    while not state.is_over:
        choosing = choosers(compiled, state)
        chosen = {party: choose(compiled, state, policies[party]) for party in choosing}
        state = must(step(compiled, state, chosen)).state
    return state


# In the trace


def divided_play(compiled: CompiledScenario) -> LivePlay:
    """A play whose first party is divided, with two rounds in which it falters."""
    live = table_of(compiled, seed=3)
    for _ in range(2):
        for choice in moves_of(compiled, **{compiled.parties[0]: Voices(3, 2)}).values():
            live.choose(choice)
    return live


def test_a_trace_with_voices_gives_back_the_identical_play(minimal: CompiledScenario) -> None:
    live = divided_play(minimal)
    trace = parse_trace(to_json(live.trace).encode())
    assert trace == live.trace
    assert isinstance(trace, Trace)
    again = replay(minimal, trace)
    assert isinstance(again, Replayed)
    assert [as_plain(each.world) for each in again.states] == [
        as_plain(each.state.world) for each in live.steps
    ]
    assert again.events == live.events


def test_the_voices_before_a_vote_are_kept(minimal: CompiledScenario) -> None:
    vote = VoteChoice("ferry", {}, {}, Voices(4, 1))
    trace = Trace("d", "s", 1, dict.fromkeys(minimal.parties, "human"), choices=({"ferry": vote},))
    assert parse_trace(to_json(trace).encode()) == trace


def test_where_nobody_was_heard_the_trace_says_nothing_of_it(minimal: CompiledScenario) -> None:
    live = table_of(minimal)
    for choice in moves_of(minimal).values():
        live.choose(choice)
    assert '"voices"' not in to_json(live.trace)
    spelled_out = resealed(
        to_json(live.trace),
        lambda body: body["choices"][0]["ferry"].update(voices={"asked": 0, "other": 0}),
    )
    assert parse_trace(spelled_out) == live.trace


@pytest.mark.parametrize(
    "voices",
    [
        {"asked": 2, "other": 3},
        {"asked": 0, "other": 1},
        {"asked": -1, "other": -1},
        {"asked": 2, "other": -1},
        {"asked": 2**63, "other": 0},
        {"asked": 2},
        {"asked": 2, "other": 1, "who": "Anja"},
        {"asked": "2", "other": 1},
        {"asked": 2.0, "other": 1},
        {"asked": True, "other": True},
        [2, 1],
        None,
    ],
)
def test_voices_that_can_not_have_been_heard_are_refused(
    minimal: CompiledScenario, voices: object
) -> None:
    text = to_json(divided_play(minimal).trace)
    raw = resealed(text, lambda body: body["choices"][0]["ferry"].update(voices=voices))
    assert parse_trace(raw) == TraceProblem("edited")


def test_only_a_move_and_a_vote_have_voices(minimal: CompiledScenario) -> None:
    text = to_json(divided_play(minimal).trace)
    option = {"kind": "option", "option": "own-part", "voices": {"asked": 2, "other": 1}}
    raw = resealed(text, lambda body: body["choices"][0].update(ferry=option))
    assert parse_trace(raw) == TraceProblem("edited")
