"""What the debrief tells of the inside of a party, and of who chose in its place."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.debrief import Division, Findings, debrief, rows
from engine.debrief.codes import NOTHING
from engine.debrief.table import COLUMNS
from engine.play.compiled import CompiledScenario
from engine.play.events import MoveMade
from engine.play.state import MoveChoice, Voices, VoteChoice
from engine.play.step import step
from engine.play.trace import Replayed, StoodIn
from engine.scenario.vocabulary import LANGUAGES, Language
from game.pages.story import story_page
from game.presenters.debrief import debrief_steps, steps_lines
from game.presenters.looking_back import MOST_WORDS, story_lines
from game.presenters.page import Cast, spans
from game.words import words_in
from tests.conftest import MINIMAL, compiled_of
from tests.debrief.contract import check, check_evidence
from tests.debrief.plays import BIKES, FERRY
from tests.debrief.voices import heard_play, with_voices
from tests.playing import must

# What can be heard in a party, from nobody to three people.
HEARD = [Voices(asked, other) for asked in range(4) for other in range(asked + 1)]


def by_turns(number: int, party: str) -> Voices:
    """Of the ferry's three people sometimes two want something else; the bikes are one person."""
    return Voices(3, (0, 2, 1, 3)[number % 4]) if party == FERRY else Voices(1, 0)


def looked_back(compiled: CompiledScenario, play: Replayed) -> Findings:
    """The findings, without what-ifs."""
    return debrief(compiled, play, plays=0)


def told(
    compiled: CompiledScenario, found: Findings, language: Language = "en", *people: str
) -> str:
    """The story and all the steps."""
    cast = Cast.of(compiled, words_in(language))
    story = story_page(compiled.scenario.title, found, people)
    lines = (*story_lines(cast, story), *steps_lines(cast, found, people))
    return "\n".join(line.text for line in lines)


# How divided


@pytest.mark.slow
@given(seed=st.integers(0, 30), heard=st.lists(st.sampled_from(HEARD), min_size=2, max_size=9))
def test_each_choice_of_several_people_is_told_as_it_was_heard(
    seed: int, heard: list[Voices]
) -> None:
    minimal = compiled_of(MINIMAL)

    def said(number: int, party: str) -> Voices:
        return heard[(2 * number + (party == BIKES)) % len(heard)]

    play = heard_play(minimal, seed, said)
    found = looked_back(minimal, play)
    asked = [
        (party, choice.voices, getattr(choice, "move", None))
        for choices in play.trace.choices
        for party, choice in choices.items()
        if isinstance(choice, MoveChoice | VoteChoice) and choice.voices.asked > 1
    ]
    assert [
        (each.party, Voices(each.asked, each.other), each.move.id if each.move else None)
        for each in found.divisions
    ] == asked
    check_evidence(found)
    for each in found.divisions:
        entry = found.timeline[each.at]
        assert entry.round == each.round
        assert entry.kind == ("round" if each.move else "moment")
        if each.move is not None and each.came is not None:
            made = next(move for move in entry.moves if move.party == each.party)
            came = "stopped" if made.vetoed else "faltered" if made.slipped else "whole"
            assert (made.move, came) == (each.move.id, each.came)


def replayed_of_one_mind(compiled: CompiledScenario, play: Replayed, division: Division) -> str:
    """What the engine makes of that very step, once everybody in the party wants the same."""
    for at, choices in enumerate(play.trace.choices):
        state, choice = play.states[at], choices.get(division.party)
        is_it = int(state.world.round[0]) + 1 == division.round
        if is_it and isinstance(choice, MoveChoice):
            agreed = with_voices(choice, Voices(division.asked, 0))
            came = must(step(compiled, state, {**choices, division.party: agreed}))
            made = next(
                each
                for each in came.events
                if isinstance(each, MoveMade) and each.party == division.party
            )
            return "stopped" if made.vetoed else "faltered" if made.slipped else "whole"
    raise AssertionError(division)


@pytest.mark.slow
def test_less_came_because_of_it_only_where_a_replay_of_one_mind_shows_so(
    minimal: CompiledScenario,
) -> None:
    because = after = 0
    for seed in range(25):
        play = heard_play(minimal, seed, lambda *_: Voices(3, 2))
        for each in looked_back(minimal, play).divisions:
            if each.came in ("faltered", "stopped"):
                assert each.agreed == replayed_of_one_mind(minimal, play, each)
                because += each.did_it
                after += not each.did_it
            else:
                assert not each.did_it
    assert because > 3
    assert after > 3


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_steps_tell_each_time_in_numbers_and_say_because_only_of_a_cause(
    minimal: CompiledScenario, language: Language
) -> None:
    words = words_in(language)
    causes = {words(f"inside.came.{came}.because") for came in ("faltered", "stopped")}
    for seed in range(8):
        found = looked_back(minimal, heard_play(minimal, seed, by_turns))
        cast = Cast.of(minimal, words)
        step_3 = [line.text for line in debrief_steps(cast, found)[3].lines]
        assert words("inside.head") in step_3
        divided = found.divided(FERRY)
        tells = [text for text in step_3 if any(cause in text for cause in causes)]
        assert len(tells) == sum(each.did_it for each in divided)
        for each in divided:
            start = words(
                "inside.vote" if each.move is None else "inside.move",
                round=each.round, asked=3, others=each.other, came="",
                move=words.of(each.move.name) if each.move and each.move.name else "",
            )  # fmt: skip
            assert any(text.startswith(start.strip()) for text in step_3)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_person_and_a_play_from_before_are_told_nothing_of_it(
    minimal: CompiledScenario, language: Language
) -> None:
    for seed in range(4):
        plain = heard_play(minimal, seed, lambda *_: Voices())
        alone = heard_play(minimal, seed, lambda number, _: Voices(1, number % 2))
        found = looked_back(minimal, alone)
        assert found.divisions == ()
        assert found.stand_ins == ()
        assert told(minimal, found, language) == told(
            minimal, looked_back(minimal, plain), language
        )
        assert words_in(language)("inside.head") not in told(minimal, found, language)


@pytest.mark.slow
def test_the_story_tells_it_at_a_turn_that_it_weighed_on_and_nowhere_else(
    minimal: CompiledScenario,
) -> None:
    words, turned = words_in("en"), 0
    cast = Cast.of(minimal, words)
    for seed in range(20):
        found = looked_back(minimal, heard_play(minimal, seed, by_turns))
        for reader in (None, FERRY, BIKES):
            page = story_page(minimal.scenario.title, found, [reader] if reader else [])
            text = "\n".join(line.text for line in story_lines(cast, page))
            assert len(text.split()) <= MOST_WORDS
            told_of = [turn for turn in page.story.turns if turn.division is not None]
            for turn in told_of:
                division = turn.division
                assert division is not None
                assert (division.party, division.at) == (turn.by, turn.at)
                assert division.other
                assert division.came != "whole" or 2 * division.other > division.asked
                side = "you" if turn.by == reader else "them"
                said = words(
                    f"look.divided.{side}",
                    n=division.other, asked=division.asked, party=cast.party(turn.by),
                )  # fmt: skip
                assert said in text
                turned += 1
            assert text.count("had wanted something else.") == len(told_of)
    assert turned > 10


@pytest.mark.slow
def test_what_comes_back_every_time_is_a_habit(minimal: CompiledScenario) -> None:
    seen = set()
    for seed in range(12):
        play = heard_play(
            minimal, seed, lambda _, party: Voices(2, 1) if party == FERRY else Voices()
        )
        habit = looked_back(minimal, play).story_of(None).habit
        if habit is not None and habit.kind == "divided":
            assert habit.party == FERRY
            assert habit.times == habit.chances
            seen.add(seed)
    assert seen


@pytest.mark.slow
def test_thesis_1_hears_a_cause_in_its_favour_and_what_was_kept_all_the_same_against(
    minimal: CompiledScenario,
) -> None:
    seen = set()
    for seed in range(25):
        play = heard_play(minimal, seed, lambda *_: Voices(3, 1))
        found = looked_back(minimal, play)
        first = found.theses[0]
        caused = {(e.round, e.party) for e in found.divisions if e.did_it}
        told_of = [e for e in first.in_favour if e.code.startswith("division-")]
        assert {(each.round, each.party) for each in told_of} == caused
        for each in first.against:
            if each.code == "divided-but-kept":
                came = {e.came for e in found.divided(str(each.party)) if e.came is not None}
                assert came == {"whole"}
        codes = {each.code for each in (*first.in_favour, *first.against)} - {NOTHING}
        seen |= codes
    assert {"division-slipped", "divided-but-kept"} <= seen


# Who chose in their place


def with_stand_ins(play: Replayed, *made: StoodIn) -> Replayed:
    """The play, of which those choices were made in the place of people."""
    return replace(play, trace=replace(play.trace, stood_in=made))


def moves_of(play: Replayed, party: str) -> list[int]:
    """The steps at which that party chose a move."""
    return [
        at
        for at, choices in enumerate(play.trace.choices)
        if isinstance(choices.get(party), MoveChoice)
    ]


def test_it_is_told_who_chose_for_whom_and_from_when(minimal: CompiledScenario) -> None:
    play = heard_play(minimal, 3, lambda *_: Voices())
    ferry, bikes = moves_of(play, FERRY), moves_of(play, BIKES)
    assert len(ferry) > 3
    made = with_stand_ins(
        play,
        *(StoodIn(at, FERRY, "charmer") for at in ferry[1:]),
        StoodIn(bikes[0], BIKES, "builder", late=True),
        StoodIn(bikes[2], BIKES, None, late=True),
    )
    found = looked_back(minimal, made)
    assert [(e.party, e.persona, e.late, e.rounds[0], e.since) for e in found.stand_ins] == [
        (BIKES, "builder", True, 1, 1), (FERRY, "charmer", False, 2, 2), (BIKES, None, True, 3, 3),
    ]  # fmt: skip
    text = told(minimal, found)
    names = {party: Cast.of(minimal, words_in("en")).party(party) for party in minimal.parties}
    assert f"From round 2 on the charmer, a computer player, chose for {names[FERRY]}." in text
    assert f"In round 1 time was up for {names[BIKES]}, and the builder" in text
    assert f"In round 3 time was up for {names[BIKES]}, and what most of its people had" in text


def test_what_a_stand_in_predicted_counts_for_nobody(minimal: CompiledScenario) -> None:
    people = heard_play(minimal, 3, lambda *_: Voices())
    ferry = moves_of(people, FERRY)
    before = looked_back(minimal, people)
    own = [each.round for each in before.knowledge.predictions if each.party == FERRY]
    assert len(own) > 2
    stood_in = (StoodIn(ferry[0], FERRY, "builder"), StoodIn(ferry[1], FERRY, None, late=True))
    after = looked_back(minimal, with_stand_ins(people, *stood_in))
    left = [each.round for each in after.knowledge.predictions if each.party == FERRY]
    assert left == own[1:]
    counts = {each.party: each.count for each in after.knowledge.forecasts}
    assert counts[FERRY] == len(own) - 1
    assert counts[BIKES] == len([e for e in before.knowledge.predictions if e.party == BIKES])
    assert not any(each.party == FERRY for each in after.timeline[1].predictions)


@pytest.mark.slow
def test_a_row_tells_who_chose_and_how_divided_they_were(minimal: CompiledScenario) -> None:
    play = heard_play(minimal, 3, by_turns)
    at = moves_of(play, FERRY)[1]
    play = with_stand_ins(play, StoodIn(at, FERRY, None, late=True))
    found = looked_back(minimal, play)
    check(minimal, found, play)
    names = [column.name for column in COLUMNS]
    lines = [dict(zip(names, row, strict=True)) for row in rows(play.trace, found)]
    about = ("stood_in", "late", "asked", "wanted_other")
    for line in lines:
        told_of = [
            each
            for each in found.divisions
            if each.move and (each.round, each.party) == (line["round"], line["party"])
        ]
        is_late = (line["round"], line["party"]) == (2, FERRY)
        heard = [(each.asked, each.other) for each in told_of] or [(0, 0)]
        made = ("majority", 1) if is_late else (None, 0)
        assert tuple(line[name] for name in about) == (*made, *heard[0])
    plain = json.dumps(found.as_json())
    assert '"asked": 3' in plain


def test_numbers_that_follow_each_other_are_one_span() -> None:
    assert spans([]) == []
    assert spans([4]) == ["4"]
    assert spans([1, 2, 4, 6, 7, 8]) == ["1–2", "4", "6–8"]
