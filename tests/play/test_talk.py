"""How a talk holds together: who speaks, to what, once, and by what they know."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.conditions import holds, holds_for_each
from engine.play.events import (
    Discovered,
    Event,
    Exchanged,
    GameChanged,
    LinesTold,
    MoveMade,
    PersonArrived,
    ScriptEventOccurred,
    Spoken,
    WalkedOut,
)
from engine.play.state import MoveChoice, State
from engine.play.step import Step, check_choice, initial, legal_moves
from engine.scenario.schema import (
    Answer,
    AnswerTo,
    Befallen,
    Condition,
    Knowledge,
    Line,
    Move,
    PairBound,
    Played,
    Text,
    Who,
)
from tests.conftest import CARE_MERGER, compiled_of
from tests.playing import moves, of_kind, persona_play, play, random_play

SAID = (LinesTold, Exchanged, ScriptEventOccurred, PersonArrived)


def plays(compiled: CompiledScenario) -> list[tuple[Step, ...]]:
    """A few plays, by personas and by chance."""
    by_chance = [
        (initial(compiled, seed), *(step for _, _, step in random_play(compiled, seed)))
        for seed in range(3)
    ]
    return [persona_play(compiled, 5, "builder", "charmer"), *by_chance]


def party_of(spoken: Spoken) -> str | None:
    """The party of whoever speaks."""
    return spoken.speaker and spoken.speaker.partition(".")[0]


def words(*wordings: str) -> tuple[Text, ...]:
    """Texts in English."""
    return tuple(Text(en=each) for each in wordings)


def english(event: Exchanged) -> list[str]:
    """What was said."""
    return [line.text.in_language("en") for line in event.lines]


# --- promises that hold in every play -------------------------------------------------------------


@pytest.mark.slow
def test_whoever_speaks_is_at_the_table(any_scenario: CompiledScenario) -> None:
    for steps in plays(any_scenario):
        for step in steps:
            for event in (each for each in step.events if isinstance(each, SAID)):
                for spoken in event.lines:
                    if spoken.speaker is not None:
                        at = any_scenario.find_element(spoken.speaker)
                        assert step.state.world.in_force[0, at], (spoken, event)


@pytest.mark.slow
def test_an_exchange_is_about_one_move_and_answered_by_another_party(
    any_scenario: CompiledScenario,
) -> None:
    for events in (step.events for steps in plays(any_scenario) for step in steps):
        made = {each.party: each.move for each in of_kind(events, MoveMade)}
        for exchange in of_kind(events, Exchanged):
            own = [
                at
                for at, line in enumerate(exchange.lines)
                if is_own(any_scenario, exchange, line, made)
            ]
            assert own in ([], [0])
            answers = answers_to(any_scenario, made[exchange.party], exchange.phase)
            spoken = exchange.lines[len(own) :]
            if spoken:
                first = spoken[0]
                assert party_of(first) != exchange.party
                assert any(first.text in answer.say for answer in answers), first


def is_own(
    compiled: CompiledScenario, exchange: Exchanged, line: Spoken, made: dict[str, str]
) -> bool:
    """Whether that is what the maker of the move says with it."""
    written = compiled.scenario.moves[made[exchange.party]]
    own = [*(written.say or ()), *(text for each in written.lines for text in each.say)]
    return party_of(line) == exchange.party and line.text in own


def answers_to(compiled: CompiledScenario, move: str, phase: str) -> list[Answer]:
    """What the author wrote in answer to that move, or to such moves."""
    script = compiled.scenario.script
    found: list[Answer] = [*compiled.scenario.moves[move].answers]
    for answer in (*script.phases[phase].answers, *script.answers):
        to = answer.follows
        looks = compiled.scenario.moves[move].face_stance
        if (not to.is_ or move in to.is_) and to.stance in (None, looks):
            found.append(answer)
    return found


@pytest.mark.slow
def test_whoever_comes_to_the_table_is_seen_to_come(any_scenario: CompiledScenario) -> None:
    """Once, and by all: what is decided before a side talk shows when everybody is back."""
    script = any_scenario.scenario.script
    roles = [each.id for each in any_scenario.elements if each.chapter == "roles"]
    for steps in plays(any_scenario):
        seen = _at_table(any_scenario, steps[0].state, roles)
        for after in steps[1:]:
            if after.state.is_over:
                continue
            there, came = _at_table(any_scenario, after.state, roles), set[str]()
            if not script.phases[any_scenario.phases[int(after.state.world.phase[0])]].with_:
                came = there - seen
            assert {each.role for each in of_kind(after.events, PersonArrived)} == came
            seen = (seen & there) | came


def _at_table(compiled: CompiledScenario, state: State, roles: Iterable[str]) -> set[str]:
    in_force = state.world.in_force[0]
    return {role for role in roles if in_force[compiled.find_element(role)]}


@pytest.mark.slow
def test_what_was_just_done_is_not_done_again(any_scenario: CompiledScenario) -> None:
    """Unless the author says that it can be, or there is nothing else to do."""
    for steps in plays(any_scenario):
        for step in steps:
            made = {each.party: each for each in of_kind(step.events, MoveMade)}
            for party, last in made.items():
                legal = legal_moves(any_scenario, step.state, party)
                if last.move in legal and not last.vetoed:
                    repeats = any_scenario.scenario.moves[last.move].again
                    done = any_scenario.scenario.moves
                    assert repeats or all(each == last.move or done[each].once for each in legal)


# --- small cases ----------------------------------------------------------------------------------

SIT = moves(miller="sit", farmer="sit", banker="sit")


def with_move(compiled: CompiledScenario, name: str, **changed: object) -> CompiledScenario:
    """The scenario with a move written otherwise."""
    scenario = compiled.scenario
    written: Move = scenario.moves[name].model_copy(update=changed)
    return compile_scenario(
        scenario.model_copy(update={"moves": {**scenario.moves, name: written}})
    )


def exchanges(events: list[Event], party: str) -> list[list[str]]:
    """What was said about the moves of that party, round by round."""
    return [english(each) for each in of_kind(events, Exchanged) if each.party == party]


def test_a_move_is_said_answered_and_closed(mill: CompiledScenario) -> None:
    answer = Answer(
        speaker="farmer.head",
        say=words("And what is in it for you?"),
        then=(Line(speaker="miller.owner", say=words("Bread.")),),
    )
    compiled = with_move(mill, "grind", say=words("At cost."), answers=(answer,))
    _, events = play(compiled, moves(miller="grind", farmer="sit", banker="sit"))
    assert exchanges(events, "miller")[0] == ["At cost.", "And what is in it for you?", "Bread."]


def test_a_phase_answers_first_then_the_move(mill: CompiledScenario) -> None:
    """Both wordings of the phase come before what is written with the move."""
    own = Answer(speaker="farmer.head", say=words("of the move"))
    compiled = with_move(mill, "weigh", say=None, answers=(own,))
    _, events = play(compiled, *[moves(miller="weigh", farmer="sit", banker="sit")] * 2)
    heard = [lines[-1] for lines in exchanges(events, "miller")]
    assert heard[0] in ("That is fair.", "So it is.")  # the phase's own
    assert heard[1] in ("That is fair.", "So it is.")


def test_when_the_words_are_used_up_nobody_says_anything(mill: CompiledScenario) -> None:
    compiled = with_move(mill, "grind", say=words("Once."), answers=())
    script = compiled.scenario.script.model_copy(update={"answers": ()})
    quiet = {
        name: phase.model_copy(update={"answers": ()}) for name, phase in script.phases.items()
    }
    compiled = compile_scenario(
        compiled.scenario.model_copy(update={"script": script.model_copy(update={"phases": quiet})})
    )
    grind = moves(miller="grind", farmer="sit", banker="sit")
    _, events = play(compiled, grind, grind)
    assert exchanges(events, "miller") == [["Once."]]


def test_a_line_that_may_come_again_does(mill: CompiledScenario) -> None:
    line = Line(speaker="miller.owner", say=words("As always."), again=True)
    compiled = with_move(mill, "grind", say=None, lines=(line,))
    grind = moves(miller="grind", farmer="sit", banker="sit")
    _, events = play(compiled, grind, grind)
    assert [lines[0] for lines in exchanges(events, "miller")] == ["As always."] * 2


def test_each_party_says_what_is_written_for_its_own_people(mill: CompiledScenario) -> None:
    lines = (
        Line(speaker="miller.owner", say=words("The miller's words.")),
        Line(speaker="farmer.head", say=words("The farmer's words.")),
    )
    compiled = with_move(mill, "grind", say=None, lines=lines)
    _, events = play(compiled, moves(miller="grind", farmer="grind", banker="sit"))
    assert exchanges(events, "miller")[0][0] == "The miller's words."
    assert exchanges(events, "farmer")[0][0] == "The farmer's words."


@pytest.mark.slow
def test_nothing_is_said_about_what_came_to_nothing(mill: CompiledScenario) -> None:
    line = Line(speaker="miller.owner", say=words("Put it on the scales."))
    compiled = with_move(mill, "weigh", lines=(line,))
    weigh = moves(miller="weigh", farmer="sit", banker="sit")
    seen = set()
    for seed in range(60):
        _, events = play(compiled, weigh, seed=seed)
        stopped = next(e.vetoed for e in of_kind(events, MoveMade) if e.party == "miller")
        speakers = {
            line.speaker
            for each in of_kind(events, Exchanged)
            if each.party == "miller"
            for line in each.lines
        }
        seen.add((stopped, "miller.owner" in speakers, "farmer.head" in speakers))
    assert seen == {(True, False, False), (False, True, True)}


def test_the_parties_open_in_turn(mill: CompiledScenario) -> None:
    compiled = with_move(mill, "sit", lines=(
        Line(speaker="miller.owner", say=words("a", "b", "c")),
        Line(speaker="farmer.head", say=words("d", "e", "f")),
        Line(speaker="banker.clerk", say=words("g", "h", "i")),
    ))  # fmt: skip
    _, events = play(compiled, SIT, SIT)
    first: dict[int, str] = {}
    for each in of_kind(events, Exchanged):
        first.setdefault(each.round, each.party)
    assert first == {1: "miller", 2: "farmer"}


def test_whoever_goes_outside_has_answered_the_others_first(mill: CompiledScenario) -> None:
    outside = with_move(mill, "sit", apart=("speaker",))
    for seed in range(6):
        for at, step in enumerate(persona_play(outside, seed, "divided", "controller", "builder")):
            left = step.state.world.left[0]
            made = {each.party: each for each in of_kind(step.events, MoveMade)}
            told = [made[each.party].move for each in of_kind(step.events, Exchanged)]
            goes = [outside.scenario.moves[move].apart != () for move in told]
            assert left.any() or goes == sorted(goes), (seed, at, told)


@pytest.mark.slow
def test_who_found_something_out_knows_it_and_nobody_else(mill: CompiledScenario) -> None:
    cheat = moves(miller="short-weight", farmer="sit", banker="sit")
    met = set()
    for seed in range(20):
        state, events = play(mill, cheat, SIT, seed=seed)
        finders = {each.by for each in of_kind(events, Discovered)}
        for party in mill.parties:
            for wanted in (
                Knowledge(of=party),
                Knowledge(of=party, about="miller"),
                Knowledge(of=party, is_=("short-weight",)),
            ):
                knows = Condition(knows=wanted)
                assert holds(knows, mill, state.world, public=False)[0] == (party in finders)
                told = dict(
                    zip(mill.parties, holds_for_each(knows, mill, state.world)[0], strict=True)
                )
                assert told == {each: each == party and party in finders for each in mill.parties}
            other = Condition(knows=Knowledge(of=party, is_=("two-buyers",)))
            assert not holds(other, mill, state.world, public=False)[0]
        met.add(frozenset(finders))
    assert len(met) > 1


def test_an_event_befalls_one_party_or_all(mill: CompiledScenario) -> None:
    world, at = initial(mill, 1).state.world, mill.events.index("inspector")
    for whom, expected in ((0, ["miller"]), (2, ["banker"]), (3, [*mill.parties])):
        happened, befell = world.happened.copy(), world.befell.copy()
        happened[0, at], befell[0, at] = 1, whom
        after = replace(world, happened=happened, befell=befell)
        concerned = [
            party
            for party in mill.parties
            if holds(
                Condition(befell=Befallen(event="inspector", of=party)), mill, after, public=False
            )[0]
        ]
        assert concerned == expected
    assert not holds(
        Condition(befell=Befallen(event="inspector", of="miller")), mill, world, public=False
    )[0]


def test_what_the_players_changed_is_remembered_whatever_became_of_it(
    any_scenario: CompiledScenario,
) -> None:
    changed = 0
    for seed in range(4):
        for before, _, step in random_play(any_scenario, seed):
            was, now = before.world.altered[0], step.state.world.altered[0]
            assert (now >= was).all()
            names = {each.name for each in of_kind(step.events, GameChanged)}
            for at in np.flatnonzero(now & ~was):
                assert any_scenario.elements[at].id in names
                changed += 1
    assert changed


def test_a_move_can_be_repeated_only_where_the_author_says_so(mill: CompiledScenario) -> None:
    once = with_move(mill, "grind", again=False)
    grind = moves(miller="grind", farmer="sit", banker="sit")
    for compiled, is_open in ((mill, True), (once, False)):
        state, _ = play(compiled, grind)
        refusal = check_choice(compiled, state, MoveChoice("miller", "grind"))
        assert (refusal is None) == is_open


@pytest.mark.parametrize("below", [0, 101])
def test_a_line_waits_for_its_condition(mill: CompiledScenario, below: int) -> None:
    always = below > 100
    line = Line(
        speaker="miller.owner",
        when=Condition(trust=PairBound(of="miller", at_most=100 if always else 0)),
        say=words("By condition."),
    )
    compiled = with_move(mill, "grind", say=words("Without."), lines=(line,))
    _, events = play(compiled, moves(miller="grind", farmer="sit", banker="sit"))
    assert exchanges(events, "miller")[0][0] == ("By condition." if always else "Without.")


def test_with_a_move_nothing_is_said_of_what_the_script_brings_after_it(
    mill: CompiledScenario,
) -> None:
    """What befalls the table in a round is told after the moves: until then nobody speaks of it."""
    event = "drought"
    line = Line(
        speaker="miller.owner", again=True, when=Condition(happened=(event,)), say=words("It came.")
    )
    often = with_move(mill, "grind", say=words("Not yet."), lines=(line,), again=True)
    certain = replace(often, event_chance=np.ones_like(mill.event_chance))
    grind = moves(miller="grind", farmer="sit", banker="sit")
    _, events = play(certain, grind, grind)
    came = next(each.round for each in of_kind(events, ScriptEventOccurred) if each.event == event)
    told = {
        each.round: english(each)[0]
        for each in of_kind(events, Exchanged)
        if each.party == "miller"
    }
    assert told[came] == "Not yet."
    assert told[came + 1] == "It came."


def test_what_comes_out_in_a_round_nobody_speaks_of_before_it_is_told(
    mill: CompiledScenario,
) -> None:
    """It is shown after the talk, and whoever found it out may keep it quiet."""
    knows = Condition(knows=Knowledge(of="farmer", is_=("short-weight",)))
    answer = Answer(speaker="farmer.head", again=True, when=knows, say=words("I know."))
    caught = with_move(mill, "short-weight", say=None, answers=(answer,), again=True)
    cheat = moves(miller="short-weight", farmer="sit", banker="sit")
    at_once = set()
    for seed in range(20):
        _, events = play(caught, cheat, cheat, seed=seed)
        found = {each.round for each in of_kind(events, Discovered) if each.by == "farmer"}
        for said in of_kind(events, Exchanged):
            if said.party == "miller" and "I know." in english(said):
                assert min(found) < said.round
        at_once |= found
    assert at_once == {1, 2}


def test_an_answer_says_what_it_follows() -> None:
    answer = AnswerTo(speaker="a.b", say=words("x"), when=Condition(move=Played(of="c")))
    assert answer.follows == Played(of="c")
    assert answer.model_copy(update={"to": Played(stance="reciprocal")}).follows == Played(
        stance="reciprocal"
    )


@pytest.mark.slow
def test_half_of_what_was_announced_is_told_from_nothing(mill: CompiledScenario) -> None:
    weigh = moves(miller="weigh", farmer="sit", banker="sit")
    seen = set()
    for seed in range(60):
        state, events = play(mill, weigh, seed=seed)
        made = next(e for e in of_kind(events, MoveMade) if e.party == "miller")

        def is_so(condition: Condition, state: State = state) -> bool:
            return bool(holds(condition, mill, state.world, public=True)[0])

        of = Who(of="miller")
        assert is_so(Condition(stopped=of)) == made.vetoed
        assert is_so(Condition(slipped=of)) == (made.vetoed or made.slipped)
        seen.add((made.slipped, made.vetoed))
    assert seen == {(False, False), (True, False), (False, True)}


@pytest.mark.slow
def test_nobody_speaks_to_an_empty_chair() -> None:
    compiled, seen = compiled_of(CARE_MERGER), set()
    for seed in range(40):
        for _, _, step in random_play(compiled, seed):
            gone = [event.party for event in of_kind(step.events, WalkedOut)]
            talks = [event.party for event in of_kind(step.events, Exchanged)]
            if len(gone) == 1 and len(talks) == 2:
                assert talks[-1] == gone[0]
                seen.add(gone[0])
    assert seen == set(compiled.parties)
