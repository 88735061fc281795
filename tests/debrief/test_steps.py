"""What the eight steps say of hand-made plays."""

from dataclasses import replace
from functools import partial

import pytest

from engine.debrief import Findings
from engine.debrief.codes import QUESTION_CODES
from engine.debrief.compose import findings
from engine.debrief.findings import Evidence, SceneMade
from engine.debrief.timeline import build_timeline
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.events import RitualHeld
from engine.scenario.schema import Text
from engine.scenario.vocabulary import Language
from game.pages.story import story_page
from game.presenters.debrief import STEP_OF, debrief_steps
from game.presenters.evidence import evidence_text
from game.presenters.looking_back import story_lines
from game.presenters.page import Cast
from game.words import words_in
from tests.debrief.plays import BIKES, CLOSED, FERRY, OPEN, Play, agreed, measures, refused


def found_in(compiled: CompiledScenario, play: Play) -> Findings:
    """The findings of hand-made events."""
    return findings(build_timeline(compiled, play.events))


def step(
    compiled: CompiledScenario, found: Findings, number: int, language: Language = "en"
) -> str:
    """All that a step says."""
    told = debrief_steps(Cast.of(compiled, words_in(language)), found)[number]
    return "\n".join((told.ask, *(line.text for line in told.lines)))


def names(compiled: CompiledScenario) -> tuple[str, str]:
    """What the ferry and the bikes are called."""
    cast = Cast.of(compiled, words_in("en"))
    return cast.party(FERRY), cast.party(BIKES)


def test_every_question_has_its_step() -> None:
    assert set(STEP_OF) == set(QUESTION_CODES)


def test_nobody_is_told_to_read_on_where_there_is_nothing_to_read(
    minimal: CompiledScenario,
) -> None:
    calm = found_in(minimal, Play().play("wait", "wait"))
    assert "read on" not in step(minimal, calm, 1)
    fell = found_in(minimal, Play().play("wait", "wait", measures(0.3)))
    assert "read on" in step(minimal, fell, 1)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_ends_in_a_question_mark_gets_no_full_stop(
    minimal: CompiledScenario, language: Language
) -> None:
    coffee = minimal.scenario.rituals["coffee"]
    asked = coffee.model_copy(update={"name": Text(nl="Wie wil er?", en="Who wants some?")})
    rituals = {**minimal.scenario.rituals, "coffee": asked}
    compiled = compile_scenario(minimal.scenario.model_copy(update={"rituals": rituals}))
    hollow = partial(RitualHeld, ritual="coffee", hollow=True)
    dropped = agreed(FERRY, "rituals", "coffee", "drop", before=True, after=False)
    play = Play().play("wait", "wait", happens=[hollow]).reflect(happens=[dropped])
    found = found_in(compiled, play.play("wait", "wait"))
    for number in (2, 7):
        told = step(compiled, found, number, language)
        assert "?”" in told
        assert "?." not in told
        assert "?”." not in told


def test_who_got_up_in_a_confrontation_is_told_to_have_left_once(
    minimal: CompiledScenario,
) -> None:
    found = found_in(minimal, Play().play("wait", "wait", left=[FERRY]))
    start, last = found.timeline
    scene = SceneMade(FERRY, BIKES, "promise", "deny", "walk-out", 0.5, 0.4)
    for scenes in ((), (scene,)):
        told = step(minimal, replace(found, timeline=(start, replace(last, scenes=scenes))), 2)
        assert told.count("walked out") == 1


def test_all_that_was_hidden_in_one_round_is_told_together_by_name(
    minimal: CompiledScenario,
) -> None:
    both = minimal.scenario.moves["sell-next-door"]
    play = Play(measures(0.5, value={FERRY: 0.0, BIKES: 0.0}))
    play.play("sell-next-door", "sell-next-door", measures(0.4, value={FERRY: 0.18, BIKES: -0.02}))
    told = step(minimal, found_in(minimal, play), 3)
    ferry, bikes = names(minimal)
    assert f"{ferry} and {bikes} both played “{both.title.en}”." in told
    assert told.count("Round 1:") == 1
    assert f"+18 for {ferry} and −2 for {bikes}" in told
    assert "rest of the table" not in told


def test_a_move_that_hid_something_in_a_round_broken_off_is_told_too(
    minimal: CompiledScenario,
) -> None:
    play = Play().play("wait", "sell-next-door", left=[FERRY])
    told = step(minimal, found_in(minimal, play), 3)
    assert "broken off" in told
    assert f"During the play {names(minimal)[0]} did not find out what" in told


def test_what_was_refused_is_told_with_who_proposed_it_and_when(minimal: CompiledScenario) -> None:
    """Parting as well, unless it was agreed in the end."""
    ferry, bikes = names(minimal)
    fee, part = (
        refused(FERRY, "rules", "exit-fee", "drop"),
        refused(BIKES, "script", "part", "part"),
    )
    again = refused(BIKES, "rules", "exit-fee", "drop")
    play = Play().play("wait", "wait").reflect(happens=[fee, part])
    play.play("wait", "wait").reflect(happens=[fee, again]).play("wait", "wait")
    told = step(minimal, found_in(minimal, play), 7)
    once = f"to drop it, by {ferry} after rounds 1 and 2; to drop it, by {bikes} after round 2"
    assert f"”: {once}" in told
    assert f"shake hands, part, and end the talks: by {bikes} after round 1" in told
    yes = agreed(BIKES, "script", "part", "part", before=False, after=True)
    parted = Play().play("wait", "wait").reflect(happens=[part])
    parted.play("wait", "wait").reflect(happens=[yes], parted=True)
    assert "shake hands" not in step(minimal, found_in(minimal, parted), 7)


def test_what_two_proposed_alike_and_was_refused_is_told_of_both(
    minimal: CompiledScenario,
) -> None:
    ferry, bikes = names(minimal)
    alike = refused(FERRY, "rules", "exit-fee", "drop", against=(), also_by=(BIKES,))
    found = found_in(minimal, Play().play("wait", "wait").reflect(happens=[alike]))
    assert f"{ferry} and {bikes} proposed: " in step(minimal, found, 2)
    assert f"After round 1 {ferry} and {bikes} proposed: " in step(minimal, found, 6)
    assert f"to drop it, by {ferry} and {bikes} after round 1" in step(minimal, found, 7)
    cast = Cast.of(minimal, words_in("nl"))
    (refusal,) = found.theses[3].against
    assert "stelden" in evidence_text(cast, refusal)
    asked = Evidence("ask-refused", 1, 1, FERRY, refs=refusal.refs, also=(BIKES,))
    for reader in (FERRY, BIKES):
        assert " stelde je voor" in evidence_text(cast, asked, reader)


def test_who_did_not_answer_is_named(minimal: CompiledScenario) -> None:
    play = Play().play("wait", "wait", called=[FERRY])
    play.reflect(options={FERRY: OPEN[FERRY], BIKES: CLOSED[BIKES]})
    told = step(minimal, found_in(minimal, play), 7)
    other = names(minimal)[1]
    assert f"before the proposals {other} did no more in it than joke or keep silent" in told


def test_a_lopsided_ending_in_which_there_was_nothing_for_one_says_so_in_the_story(
    minimal: CompiledScenario,
) -> None:
    for least, nothing in ((0.1, False), (0.0, True)):
        after = measures(value={FERRY: 0.6, BIKES: least})
        play = Play().play("wait", "wait", after).end("lopsided")
        page = story_page(minimal.scenario.title, found_in(minimal, play), [FERRY, BIKES])
        lines = story_lines(Cast.of(minimal, words_in("en")), page)
        assert any(f"nothing for {names(minimal)[1]}" in line.text for line in lines) is nothing
