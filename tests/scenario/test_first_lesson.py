"""The first lesson: what somebody who has never heard of the game meets in it."""

import re

import pytest

from engine.live_play import compile_scenario
from engine.play.compiled import CompiledScenario
from engine.play.events import Ended
from engine.play.state import Choice, MoveChoice, ReplyChoice, Stage
from engine.play.step import choosers, initial, step
from engine.players import PERSONAS, PersonaPolicy, choose
from engine.scenario.load import load
from engine.scenario.schema import Scenario
from game import library
from tests.playing import must, of_kind, persona_play


@pytest.fixture(scope="module")
def lesson() -> Scenario:
    scenario = load(library.SHIPPED / "first-handshake.yaml").scenario
    assert scenario is not None
    return scenario


def is_over_before_half_time(compiled: CompiledScenario, liar: str, lie: str, seed: int) -> bool:
    """Of whoever lies at once and denies it, against whom the scenario seats on the other side."""
    parties = compiled.scenario.parties
    seats = {
        party: PersonaPolicy(compiled, at, PERSONAS[parties[party].persona])
        for at, party in enumerate(compiled.parties)
    }
    state = initial(compiled, seed).state
    while not state.is_over and state.stage is not Stage.DIFFERENCES:
        choices: dict[str, Choice] = {
            party: choose(compiled, state, seats[party]) for party in choosers(compiled, state)
        }
        if isinstance(choices.get(liar), MoveChoice):
            choices[liar] = MoveChoice(liar, lie)
        elif isinstance(choices.get(liar), ReplyChoice):
            choices[liar] = ReplyChoice(liar, "deny")
        state = must(step(compiled, state, choices)).state
    return state.is_over


@pytest.mark.slow
@pytest.mark.parametrize(("liar", "lie"), [("shop", "parties"), ("club", "other-party")])
def test_who_lies_at_once_and_denies_it_nearly_always_reaches_half_time(
    lesson: Scenario, liar: str, lie: str
) -> None:
    compiled = compile_scenario(lesson)
    over = sum(is_over_before_half_time(compiled, liar, lie, seed) for seed in range(150))
    assert over <= 6  # 4 in 100


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nobody_is_named_in_a_brief_before_it_is_said_who_they_are(
    lesson: Scenario, language: str
) -> None:
    """The brief comes before what only one's own side knows."""
    for party in lesson.parties.values():
        private = getattr(party.private, language)
        for role in party.roles.values():
            brief = getattr(role.brief, language) if role.brief else ""
            later = set(re.findall(r"\b(?:vaten|barrels|Sem|brouwer|brewer)\b", private))
            assert not [word for word in later if re.search(rf"\b{word}\b", brief)]


def test_who_plays_again_hears_another_joke_at_half_time(lesson: Scenario) -> None:
    moment = lesson.script.phases["half-time"].reflection
    assert moment is not None
    said = moment.differences.lines["joke-away"]
    assert [len(line.say) for line in said] == [3, 3]


@pytest.mark.slow
def test_a_good_outcome_with_little_trust_left_has_an_ending_of_its_own(lesson: Scenario) -> None:
    compiled = compile_scenario(lesson)
    told = set()
    for seed in range(40):
        last = persona_play(compiled, seed, "charmer", "reciprocator")[-1]
        (end,) = of_kind(last.events, Ended)
        trust = last.state.world.alliance.trust[0]
        if end.outcome == "success":
            is_low = round(100 * min(trust[0, 1], trust[1, 0])) < 40  # as a screen shows it
            assert (end.ending == "padlocks") == is_low
            told.add(is_low)
    assert told == {False, True}
