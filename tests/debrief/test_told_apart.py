"""What is told of several is told of each, and to a reader as a reader's own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from engine.debrief import Findings, Lie, Out, Silence, debrief
from engine.debrief.causes import without_each
from engine.debrief.compose import findings
from engine.debrief.findings import (
    Arm,
    Beside,
    Chance,
    Confronting,
    Habit,
    Moved,
    Ref,
    SceneMade,
    Taken,
    Turn,
    WhatIf,
)
from engine.debrief.fork import _fork, _forks
from engine.debrief.knowledge import guile_in
from engine.debrief.ledger import ledger
from engine.debrief.questions import questions
from engine.debrief.story import _lie, _place
from engine.debrief.timeline import Timeline, build_timeline, move_ref
from engine.debrief.turns import WORTH, turns
from engine.play.compiled import CompiledScenario
from engine.play.events import Discovered, MoveMade, Place, RitualHeld
from engine.play.state import Stage
from engine.scenario.schema import Text
from engine.scenario.vocabulary import Language, Outcome, Reply
from engine.simulate.interval import Difference
from game.pages.story import story_page
from game.presenters import looking_back
from game.presenters.debrief import debrief_steps, fork_lines
from game.presenters.looking_back import story_lines
from game.presenters.page import Cast
from game.words import words_in
from tests.benchmarks.findings import plays
from tests.conftest import EACH, ROOT, compiled_of
from tests.debrief.plays import BIKES, FERRY, Play, Steps, befalls, came_out, measures, suspects
from tests.playing import of_kind

HIDDEN = "sell-next-door"


def step(compiled: CompiledScenario, found: Findings, number: int, *people: str) -> str:
    """A step of the debrief in English, questions and all."""
    shown = debrief_steps(Cast.of(compiled, words_in("en")), found, people)[number]
    return "\n".join(line.text for line in shown.lines)


def story(compiled: CompiledScenario, found: Findings, *people: str) -> str:
    """The first page in English."""
    page = story_page(compiled.scenario.title, found, people)
    lines = story_lines(Cast.of(compiled, words_in("en")), page)
    return "\n".join(line.text for line in lines)


# The map


@pytest.mark.parametrize(
    ("trusts", "formal", "told"),
    [
        ((0.95, 0.39), 0.8, "(39 and 95), much on paper"),
        ((0.70, 0.66), 0.5, "much trust, paper around the border"),
        ((0.55, 0.55), 0.2, "little trust, little on paper"),
        ((0.56, 0.64), 0.55, "trust around the border, much on paper"),
    ],
)
def test_the_map_calls_nothing_much_that_is_not_clearly_so(
    minimal: CompiledScenario, trusts: tuple[float, float], formal: float, told: str
) -> None:
    after = measures(dict(zip((FERRY, BIKES), trusts, strict=True)), formal=formal)
    found = findings(build_timeline(minimal, Play(after).play("wait", "wait", after).events))
    assert told in step(minimal, found, 4)
    is_clear = "border" not in told and " and " not in told
    assert all((point.advice is not None) == is_clear for point in found.quadrants.path)


def test_the_map_has_what_followed_a_round_as_well(minimal: CompiledScenario) -> None:
    play = Play(measures(0.5)).play("wait", "wait", measures(0.8)).reflect(measures(0.4))
    timeline = build_timeline(minimal, play.play("wait", "wait").events)
    _, first, _ = findings(timeline).quadrants.path
    assert (first.round, first.trust) == (1, 0.4)


# What was hidden, and from whom


@pytest.mark.slow
def test_what_was_hidden_from_two_is_told_of_both() -> None:
    compiled = compiled_of(ROOT / "scenarios/joint-venture.yaml")
    found = debrief(compiled, next(plays(compiled, 1)).replayed, plays=0)
    port, builder, town = compiled.parties
    name = next(move for move, each in compiled.scenario.moves.items() if each.face)
    written = compiled.scenario.moves[name]
    outs = (Out(builder, 8, 0.74, 0.41), Out(town, 3, 0.59, 0.28))
    lie = Lie(2, port, move_ref(compiled, name), written.face_of(0), written.text, outs)
    own = replace(found.story_of(port), turns=(), told=lie, lie=None)
    told = story(compiled, replace(found, stories=(own,)), port)
    assert "In round 2 you hid something from Stutvoet Marine Works and Town of Koegras" in told
    in_order = "Town of Koegras found out in round 3", "Stutvoet Marine Works found out in round 8"
    assert told.index(in_order[0]) < told.index(in_order[1])


def test_what_is_done_again_to_somebody_who_knows_is_told_of_the_liar(
    minimal: CompiledScenario,
) -> None:
    """It is not among what else was hidden: it no longer was."""
    out = came_out(FERRY, BIKES, HIDDEN)
    play = Play().play("wait", HIDDEN).play("wait", "wait", happens=[out]).play("wait", HIDDEN)
    timeline = build_timeline(minimal, play.events)
    found, lie = findings(timeline), _lie(timeline, guile_in(timeline), (), by=BIKES)
    assert lie is not None
    assert lie.known is not None
    assert (lie.round, lie.more, lie.known.round, lie.known.since) == (1, (), 3, 2)
    own = replace(found.story_of(BIKES), turns=(), told=lie)
    told = story(minimal, replace(found, stories=(own,)), BIKES)
    assert "In round 3 you hid something again, but Vlieter Ferries had known since round 2" in told


def test_what_a_turn_says_was_brought_up_is_not_among_what_else_was_hidden(
    minimal: CompiledScenario,
) -> None:
    timeline = build_timeline(minimal, Play().play("wait", HIDDEN).play("wait", HIDDEN).events)
    scene = SceneMade(
        FERRY, BIKES, "discovery", "own-up", "accept", 0.5, 0.4, about=(move_ref(minimal, HIDDEN),)
    )
    reply = Turn("reply", 2, 2, BIKES, FERRY, 0.5, 0.4, 0.1, scene=scene)
    for told, likewise in (((), (2,)), ((reply,), ())):
        lie = _lie(timeline, guile_in(timeline), told, by=BIKES)
        assert lie is not None
        assert (lie.round, lie.likewise, lie.more) == (1, likewise, ())


def test_every_wrong_suspicion_of_a_pair_is_told(minimal: CompiledScenario) -> None:
    play = Play()
    for _ in range(3):
        play.play("wait", "wait", happens=[suspects(FERRY, BIKES)])
    doubt = findings(build_timeline(minimal, play.events)).story_of(FERRY).doubt
    assert doubt is not None
    assert (doubt.round, doubt.again) == (1, (2, 3))


def test_where_a_suspicion_comes_from_is_not_asked_of_whoever_was_lied_to_before(
    minimal: CompiledScenario,
) -> None:
    out, doubts = came_out(FERRY, BIKES, HIDDEN), suspects(FERRY, BIKES)
    for lie in ("wait", HIDDEN):
        play = Play().play("wait", lie, happens=[out] if lie == HIDDEN else [])
        found = findings(
            build_timeline(minimal, play.play("wait", "wait", happens=[doubts]).events)
        )
        asked = [q.evidence.code for q in found.questions if q.evidence is not None]
        assert ("ask-false-suspicion" in asked) == (lie != HIDDEN)


# What came of it, in its order


def with_entry(timeline: Timeline, at: int, **changes: object) -> Timeline:
    entries = list(timeline.entries)
    entries[at] = replace(entries[at], **changes)  # type: ignore[arg-type]
    return replace(timeline, entries=tuple(entries))


@pytest.mark.parametrize("talks", [0, 1])
def test_the_log_tells_a_silence_by_name_and_where_it_came(
    minimal: CompiledScenario, talks: int
) -> None:
    kept = Silence(FERRY, BIKES, (move_ref(minimal, HIDDEN),), talks=talks)
    scene = SceneMade(BIKES, FERRY, "promise", "own-up", "accept", 0.5, 0.5, mean_after=0.5)
    timeline = build_timeline(minimal, Play().play("wait", "wait").events)
    log = step(minimal, findings(with_entry(timeline, 1, kept=(kept,), scenes=(scene,))), 2)
    title = minimal.scenario.moves[HIDDEN].title.in_language("en")
    silence = log.index(f"knew what Brouwer Bicycles had hidden (“{title}”)")
    assert (silence < log.index("brought up a promise")) == (talks == 0)


def test_the_log_says_who_else_heard_it_and_what_that_did(minimal: CompiledScenario) -> None:
    scene = SceneMade(
        FERRY, BIKES, "discovery", "own-up", "accept", 0.5, 0.5, mean_after=0.5,
        about=(move_ref(minimal, HIDDEN),), heard={FERRY: (0.74, 0.41)},
        moved=(Moved(BIKES, FERRY, 0.74, 0.41),),
    )  # fmt: skip
    timeline = build_timeline(minimal, Play().play("wait", HIDDEN).events)
    found = findings(with_entry(timeline, 1, scenes=(scene,)))
    log = step(minimal, found, 2)
    assert "Vlieter Ferries heard it there as well." in log
    assert "Vlieter Ferries' trust in Brouwer Bicycles: 74 → 41." in log


# Questions to a reader


def test_a_reader_is_asked_of_its_own_loss_and_of_anothers_in_it(minimal: CompiledScenario) -> None:
    play = Play(measures({FERRY: 0.7, BIKES: 0.9}))
    play.play("wait", "wait", measures({FERRY: 0.5, BIKES: 0.4})).play("wait", "wait")
    found = findings(build_timeline(minimal, play.events))
    own = "from 70 to 50, and never fell by more than in round 1. What would you have needed"
    other = "from 90 to 40, and never fell by more than in round 1. What would Brouwer Bicycles"
    told = step(minimal, found, 1, FERRY)
    assert own in told
    assert other in told
    table = step(minimal, found, 1)
    assert "have needed from Vlieter Ferries?" in table
    assert "have needed from Brouwer Bicycles?" not in table


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_the_first_other_choice_is_of_what_cost_most_as_it_came_out(path: Path) -> None:
    compiled, checked = compiled_of(path), 0
    for live in plays(compiled, 12):
        played = live.replayed
        choices = played.trace.choices
        timeline = build_timeline(compiled, played.events, played.states, choices)
        made = turns(timeline, guile_in(timeline))
        for party in compiled.parties:
            last = timeline.rounds[-1].round
            cost = {
                at: turn.before - turn.after
                for turn in made
                if turn.kind == "discovery" and turn.by == party
                for at in (turn.hidden_since or (turn.round,))
                if at < last
            }
            could = {
                turn.round
                for turn in made
                if turn.kind == "move" and turn.by == party and turn.hides
                and _fork(timeline, turn, party) is not None
            }  # fmt: skip
            first = next(_forks(timeline, made, party), None)
            costly = [each for at, each in cost.items() if at in could]
            if first is not None and max(costly, default=0.0) >= WORTH:
                assert first.hid
                checked += 1
    if not checked:
        pytest.skip("nothing that came out in these plays cost trust")


# In few words


def teller(compiled: CompiledScenario) -> looking_back.Teller:
    return looking_back.Teller(Cast.of(compiled, words_in("en")), None, {})


@pytest.mark.parametrize(("language", "said"), [("en", "hat same round"), ("nl", "iezelfde ronde")])
def test_a_turn_says_once_that_it_was_the_same_round(
    minimal: CompiledScenario, language: Language, said: str
) -> None:
    show, hidden = (move_ref(minimal, each) for each in ("show-list", HIDDEN))
    play = Play().play("swap", "wait", measures({FERRY: 0.5, BIKES: 0.2}))
    timeline = build_timeline(minimal, play.events)
    turn = next(each for each in turns(timeline, ()) if each.by == FERRY)
    beside = Beside(BIKES, show, hides=False, slipped=False, vetoed=False)
    moved = Moved(FERRY, BIKES, 0.5, 0.3, out=(hidden,))
    full = replace(turn, out=(hidden,), beside=(beside,), meanwhile=moved)
    for each in (full, replace(full, out=()), replace(full, hides=True, came_out=turn.round)):
        told = looking_back.turn_told(Cast.of(minimal, words_in(language)), each, None)
        assert told.count(said) == 1


def test_where_two_hid_something_a_table_is_asked_about_both(minimal: CompiledScenario) -> None:
    found = findings(build_timeline(minimal, Play().play(HIDDEN, HIDDEN).events))
    story = replace(found.story_of(None), turns=())
    for hid, asked in (({FERRY: (1,), BIKES: (1,)}, 1), ({FERRY: (1,)}, 0)):
        told = list(looking_back._hidden_asked(teller(minimal), replace(story, hid=hid)))
        assert len(told) == asked
        assert all("Vlieter Ferries" in each and "Brouwer Bicycles" in each for each in told)


def test_of_one_round_it_is_said_who_took_and_not_in_none_of_it(minimal: CompiledScenario) -> None:
    story = findings(build_timeline(minimal, Play().play("wait", HIDDEN).events)).story_of(None)
    for kept in (story.kept, story.kept[::-1]):
        told = looking_back._kept(teller(minimal), replace(story, kept=kept))
        assert told in (
            "In the only round Brouwer Bicycles put itself first once and Vlieter Ferries never.",
            "In the only round Vlieter Ferries never put itself first and Brouwer Bicycles once.",
        )


def test_a_ritual_that_was_always_hollow_is_said_to_have_been_so_each_time(
    minimal: CompiledScenario,
) -> None:
    thing = Ref("thing", "x", Text(nl="Koffie", en="Coffee"))
    for chances, times, told in (
        (1, 1, "held once, with too"), (2, 2, "held twice, both times with too"),
        (3, 3, "held three times, each time with too"), (10, 5, "held ten times, five of them w"),
    ):  # fmt: skip
        habit = Habit("hollow-ritual", times, chances, thing=thing)
        assert told in re.sub(r"\s+", " ", looking_back._habit(teller(minimal), habit))


def test_what_makes_a_ritual_hollow_is_said_once(minimal: CompiledScenario) -> None:
    timeline = build_timeline(minimal, Play().play("wait", "wait").play("wait", "wait").events)
    place = Place(1, Stage.ROUND, "first-talk")
    held = tuple(RitualHeld(place, ritual=each, hollow=True) for each in ("coffee", "tea"))
    found = findings(with_entry(timeline, 1, rituals=held))
    name = Text(nl="thee", en="tea")
    refs = {**found.refs, **{f"thing/{each.ritual}": Ref("thing", "x", name) for each in held}}
    lines = debrief_steps(Cast.of(minimal, words_in("en")), replace(found, refs=refs))[2].shown
    (line,) = [each for each in lines if "hollow" in each.text]
    assert line.kind == "told"  # not a detail of the last round
    assert line.text.count("with too little trust to mean it") == 1
    assert line.text.endswith("So was “Tea” once, in round 1.")


@pytest.mark.parametrize(
    ("outcome", "share", "said"),
    [
        ("success", 0.4, "look.if.lucky"), ("success", 0.5, None),
        ("stalled", 0.5, "look.if.unlucky"), ("stalled", 0.4, None), (None, 0.9, None),
    ],
)  # fmt: skip
def test_beside_other_plays_it_is_said_where_ones_own_ended_otherwise(
    minimal: CompiledScenario, outcome: Outcome | None, share: float, said: str | None
) -> None:
    found = findings(build_timeline(minimal, Play().play("wait", "wait").events))
    arm = Arm(move_ref(minimal, "wait"), "reciprocal", {}, share, 0.0)
    fork = WhatIf(1, 1, FERRY, arm, arm, Difference(0, 0, 0), Difference(0, 0, 0), 250, {})
    own = replace(found.outcome, outcome=outcome)
    assert looking_back.beside_own(own, fork) == said
    told = list(fork_lines(Cast.of(minimal, words_in("en")), replace(found, outcome=own), fork))
    assert any("By that measure your own play did" in line.text for line in told) == (
        said is not None
    )


# What is not the same for everybody, and what was said before somebody fell silent


def test_an_event_that_lifts_one_trust_and_costs_another_is_told_both_ways(
    minimal: CompiledScenario,
) -> None:
    happens = [befalls("skipper-retires", None)]
    for after, told in (
        ({FERRY: 0.62, BIKES: 0.84}, "not the same for everybody"),
        ({FERRY: 0.62, BIKES: 0.75}, "It was mostly one side that moved"),
        ({FERRY: 0.62, BIKES: 0.62}, None),
    ):
        play = Play(measures({FERRY: 0.75, BIKES: 0.75}))
        play.play("wait", "wait", measures(after), happens=happens)
        found_in = turns(build_timeline(minimal, play.events), ())
        (event,) = [turn for turn in found_in if turn.kind == "event"]
        text = looking_back.turn_told(teller(minimal).cast, event, FERRY)
        assert ("your trust in Brouwer Bicycles went from 75 to 62" in text) is (told is not None)
        assert told is None or told in text
        assert ("Brouwer Bicycles' trust in you from 75 to 84" in text) is (after[BIKES] == 0.84)


def test_who_named_a_difference_and_then_fell_silent_is_said_to_have_named_it(
    minimal: CompiledScenario,
) -> None:
    spoke: Steps = ("name-difference", "keep-quiet")
    quiet: Steps = ("joke-away", "keep-quiet")
    play = Play().play("wait", "wait").reflect(options={FERRY: spoke, BIKES: quiet})
    (moment,) = [t for t in turns(build_timeline(minimal, play.events), ()) if t.kind == "moment"]
    told = looking_back.turn_told(teller(minimal).cast, moment, FERRY)
    assert "you named a difference and Brouwer Bicycles made a joke of it" in told


# What several moves, talks and rounds have in common is told once


def test_what_never_came_out_is_told_with_all_its_rounds(minimal: CompiledScenario) -> None:
    """One that came out is not among them."""
    play = Play().play("wait", HIDDEN).play("wait", "wait").play("wait", HIDDEN)
    timeline = build_timeline(minimal, play.events)
    found, lie = findings(timeline), _lie(timeline, guile_in(timeline), (), by=BIKES)
    assert lie is not None
    assert (lie.round, lie.likewise, lie.more) == (1, (3,), ())
    own = replace(found.story_of(BIKES), turns=(), told=lie)
    told = story(minimal, replace(found, stories=(own,)), BIKES)
    assert "What you hid in round 3 did not come out either." in told
    play.play("wait", "wait", happens=[came_out(FERRY, BIKES, HIDDEN)])
    timeline = build_timeline(minimal, play.events)
    lie = _lie(timeline, guile_in(timeline), (), by=BIKES)
    assert lie is not None
    assert lie.likewise == ()


def test_a_move_beside_hides_nothing_from_who_knows_that_it_is_made(
    minimal: CompiledScenario,
) -> None:
    sign = came_out(FERRY, BIKES, HIDDEN)
    play = Play().play("wait", HIDDEN).play("wait", "wait", happens=[sign])
    low = measures(0.3)
    timeline = build_timeline(minimal, play.play("wait", HIDDEN, low).events)
    guile = guile_in(timeline)
    beside = {
        turn.round: each.hides
        for turn in turns(timeline, guile)
        for each in turn.beside
        if each.move.id == HIDDEN
    }
    assert beside == {1: True, 3: False}


@pytest.mark.parametrize(
    ("replies", "told"),
    [
        (["own-up"], "confronted once about what had been hidden (owned up to)."),
        (["deny", "deny"], "confronted twice about what had been hidden (both times denied)."),
        (
            ["silence", "deny", "deny"],
            "three times about what had been hidden (once left unanswered and twice denied).",
        ),
    ],
)
def test_what_was_said_to_each_talk_is_counted(
    minimal: CompiledScenario, replies: Sequence[Reply], told: str
) -> None:
    found = findings(build_timeline(minimal, Play().play("wait", "wait").events))
    talks = tuple(
        Confronting(1, SceneMade(FERRY, BIKES, "discovery", each, "accept", 0.5, 0.4))
        for each in replies
    )
    own = replace(found.story_of(BIKES), confrontations=talks)
    assert told in story(minimal, replace(found, stories=(own,)), BIKES)


@pytest.mark.parametrize(("chance", "is_asked"), [(None, True), ("most", False), ("all", False)])
def test_nobody_is_asked_whether_it_saw_what_is_chance_coming(
    minimal: CompiledScenario, chance: Chance | None, *, is_asked: bool
) -> None:
    timeline = build_timeline(minimal, Play().play("wait", "wait").play("wait", "wait").events)
    turn = Turn("move", 1, 1, BIKES, FERRY, 0.6, 0.4, 0.2, chance=chance)
    own = replace(findings(timeline).story_of(None), turns=(turn,))
    raised = questions(timeline, own, (), findings(timeline).knowledge)
    codes = [each.evidence.code for each in raised if each.evidence is not None]
    assert ("ask-turning-point" in codes) == is_asked


# What was done with nobody there, what was told after all, and what kept coming back


def test_what_was_done_with_nobody_there_came_out_for_nobody(minimal: CompiledScenario) -> None:
    """What comes out of the same move is of another time."""
    play = Play().play("wait", HIDDEN).play("wait", HIDDEN)
    play.play("wait", "wait", happens=[came_out(FERRY, BIKES, HIDDEN)])
    first, _ = guile_in(build_timeline(minimal, play.events))
    alone = replace(first, discovered={}, never_by=(), knew={}, owned_up={})
    assert alone.was_alone
    assert (first.came_out_for_nobody, alone.came_out_for_nobody) == (False, True)


def test_a_place_keeps_coming_back_where_they_sat_in_most_rounds() -> None:
    compiled = compiled_of(ROOT / "scenarios/outsourcing.yaml")
    timeline = build_timeline(compiled, next(plays(compiled, 1)).events)
    lines = ledger(timeline)
    open_lines = [replace(line, changes=(), rejected=()) for line in lines]
    first = timeline.rounds[0]
    assert first.decor is not None
    elsewhere = next(each.decor for each in timeline.rounds if each.decor != first.decor)
    for here in (0.3, 0.6):
        rounds = iter(range(len(timeline.rounds)))
        most = here * len(timeline.rounds)
        entries = tuple(
            replace(entry, decor=first.decor if next(rounds) < most else elsewhere)
            if entry.kind == "round"
            else entry
            for entry in timeline.entries
        )
        moved = replace(timeline, entries=entries)
        assert bool(list(_place(moved, open_lines, moved.rounds[0]))) == (here > 0.5)


def test_a_table_is_not_asked_about_what_was_all_told_after_all(minimal: CompiledScenario) -> None:
    play = Play().play("wait", HIDDEN).play("wait", "wait")
    found = findings(build_timeline(minimal, play.events))
    lie = Turn(
        "move", 1, 1, BIKES, FERRY, 0.6, 0.4, 0.2, move=move_ref(minimal, HIDDEN), hides=True
    )
    for hid, is_asked in (({BIKES: (1,)}, True), ({}, False)):
        table = replace(found.story_of(None), turns=(lie,), hid=hid)
        told = story(minimal, replace(found, stories=(table,)))
        assert ("Something was hidden" in told) == is_asked


def test_what_came_out_at_the_same_time_is_told_with_it() -> None:
    """And is no longer among what else was hidden."""
    compiled = compiled_of(ROOT / "scenarios/care-merger.yaml")
    live, lie = next(
        (live, lie)
        for live in plays(compiled, 60)
        for each in debrief(compiled, live.replayed, plays=0).stories
        if (lie := each.lie) is not None and lie.along
    )
    out = next(each.found for each in lie.outs if each.found)
    seen = [each for each in of_kind(live.events, Discovered) if each.of == lie.by]
    came = {move for each in seen if each.place.round == out for move in each.moves}
    named = {move.id for move in lie.along}
    assert {lie.move.id, *named} <= came
    own = [each for each in of_kind(live.events, MoveMade) if each.party == lie.by]
    # What was made before and found then is another time, and told as such.
    made = {each.move: each.place.round for each in own if each.place.round <= out}
    assert not {made[move] for move in named} & set(lie.more)


def test_who_was_not_there_finds_out_nothing_at_once(minimal: CompiledScenario) -> None:
    """What it finds out then of the same move is of an earlier time."""
    sign = came_out(FERRY, BIKES, HIDDEN)
    play = Play().play("wait", HIDDEN).play("wait", HIDDEN, measures(0.3), happens=[sign])
    timeline = build_timeline(minimal, play.events)
    for without, at_once in (((), True), ((FERRY,), False)):
        entries = tuple(
            replace(entry, moves=tuple(_elsewhere(made, without) for made in entry.moves))
            for entry in timeline.entries
        )
        there = replace(timeline, entries=entries)
        told = [turn for turn in turns(there, guile_in(there)) if turn.round == 2]
        others = [turn.meanwhile for turn in told if turn.meanwhile and turn.meanwhile.by == BIKES]
        assert [each.at_once for each in others] == [at_once] * len(others)
        assert others
        own = [turn for turn in told if turn.kind == "move" and turn.by == BIKES]
        assert not any(turn.out for turn in own) or not at_once


def _elsewhere(made: MoveMade, without: tuple[str, ...]) -> MoveMade:
    return replace(made, place=replace(made.place, without=without))


def test_what_came_from_outside_is_named_where_it_moved_that_trust_too() -> None:
    """Each is shown by a replay without it; and the move that belongs to what else moved is told
    last, just before it.
    """
    compiled = compiled_of(ROOT / "scenarios/acquisition.yaml")
    named = 0
    for live in plays(compiled, 12):
        timeline = build_timeline(
            compiled, live.events, live.replayed.states, live.trace.choices, live.trace.seats
        )
        for turn in turns(timeline, guile_in(timeline)):
            entry = timeline.entries[turn.at]
            for moved in (turn, turn.meanwhile):
                for event in moved.events if moved else ():
                    without = without_each(timeline, entry)[Taken("event", None, event.id)]
                    assert moved is not None
                    assert moved.of is not None
                    assert moved.by is not None
                    apart = without[moved.of][moved.by] - moved.after
                    assert abs(apart) >= WORTH
                    assert apart * (moved.before - moved.after) > 0
                    reveals = compiled.scenario.script.events[event.id].reveals
                    out = moved.out or (moved is turn and turn.kind == "discovery")
                    assert not (reveals and out)
                    named += 1
            if turn.meanwhile and any(each.party == turn.meanwhile.by for each in turn.beside):
                assert turn.beside[-1].party == turn.meanwhile.by
    assert named


def test_the_log_adds_up_where_a_ritual_moved_trust(minimal: CompiledScenario) -> None:
    play = Play().play("wait", "wait").play("wait", "wait")
    found = findings(build_timeline(minimal, play.events))
    held = RitualHeld(Place(2, Stage.ROUND, "first-talk"), "tea", hollow=False)
    for before, is_told in ((0.5, False), (0.53, True)):
        timeline = tuple(
            replace(entry, rituals=(held,), trust_before=before) if entry.round == 2 else entry
            for entry in found.timeline
        )
        told = step(minimal, replace(found, timeline=timeline), 2)
        assert ("As round 2 opened, after its rituals: mean trust 53." in told) == is_told
