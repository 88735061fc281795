"""What the debrief claims of many plays: nothing twice over, no cause unshown, never too long."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from engine.debrief import Evidence, Findings, debrief
from engine.debrief.causes import reflected_in
from engine.debrief.claims import EXCLUDES, Claim, claims, exclude, settled
from engine.debrief.codes import CODES, NOTHING
from engine.debrief.findings import Chance, PatternFound, Patterns, Ref, Repetition, Thesis, Turn
from engine.debrief.knowledge import guile_in
from engine.debrief.story import _out
from engine.debrief.timeline import Timeline, build_timeline
from engine.debrief.turns import chosen, is_own, turns
from engine.live_play import LivePlay
from engine.model.parameters import READING
from engine.play.afterthoughts import Afterthoughts
from engine.play.compiled import CompiledScenario, compile_scenario
from engine.play.events import (
    Discovered,
    Measured,
    Reckoned,
    Reflected,
    Replied,
    ScriptEventOccurred,
)
from engine.play.state import Choice, MoveChoice, ReplyChoice, Stage
from engine.play.step import Step, legal_moves, step
from engine.scenario.schema import Effect
from engine.scenario.vocabulary import LANGUAGES, PATTERNS, TRAITS
from game.pages.story import story_page
from game.presenters import looking_back
from game.presenters.afterthoughts import TURN, mark_of, written
from game.presenters.charts import trust_history
from game.presenters.debrief import debrief_steps, ledger_entry, ledger_groups
from game.presenters.looking_back import (
    answer_words,
    reply_words,
    story_lines,
    story_title,
    turn_told,
)
from game.presenters.page import Cast, points
from game.words import words_in
from tests.benchmarks.findings import plays
from tests.conftest import EACH, compiled_of
from tests.debrief.plays import BIKES, FERRY, Play, measures, suspects
from tests.playing import must, of_kind

# What a manager reads on one page.
MOST_WORDS = 450
PLAYS = 5


@cache
def looked_back_on(path: Path) -> tuple[tuple[LivePlay, Findings], ...]:
    """Plays by personas of that scenario, each with its debrief."""
    compiled = compiled_of(path)
    return tuple(
        (live, debrief(compiled, live.replayed, plays=2)) for live in plays(compiled, PLAYS)
    )


def stories(path: Path) -> Iterator[tuple[LivePlay, Findings, str | None]]:
    for live, found in looked_back_on(path):
        for seat in (None, *live.compiled.parties):
            yield live, found, seat


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_a_round_keeps_its_payoff_whatever_scenes_came_after_it(path: Path) -> None:
    for live, found in looked_back_on(path):
        paid = {e.place.round: e.after.payoff for e in live.events if isinstance(e, Measured)}
        told = {e.round: e.numbers.payoff for e in found.timeline if e.kind == "round"}
        assert told == paid


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_no_two_findings_of_a_play_exclude_each_other(path: Path) -> None:
    for _, found, seat in stories(path):
        told = claims(found, found.story_of(seat))
        clashes = [(a.code, b.code) for a, b in combinations(told, 2) if exclude(a, b)]
        assert clashes == []


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_a_story_fits_on_a_page_and_has_a_turn_of_the_readers_own(path: Path) -> None:
    for live, found, seat in stories(path):
        people = [seat] if seat else list(live.compiled.parties)
        page = story_page(live.compiled.scenario.title, found, people)
        for language in LANGUAGES:
            cast = Cast.of(live.compiled, words_in(language))
            lines = (story_title(cast, page), *story_lines(cast, page))
            assert sum(len(line.text.split()) for line in lines) < MOST_WORDS
            assert all(line.text.strip() and "{" not in line.text for line in lines)
        assert any(is_own(turn, seat) for turn in page.story.turns)
        assert [turn.at for turn in page.story.turns] == sorted(
            turn.at for turn in page.story.turns
        )
        assert len({turn.part for turn in page.story.turns}) == len(page.story.turns) <= 3


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_no_page_leaves_out_a_turn_that_moved_more_than_one_it_tells(path: Path) -> None:
    for live, found, seat in stories(path):
        story, timeline = found.story_of(seat), build_timeline(live.compiled, live.events)
        least = min((turn.moved for turn in story.turns if turn.moved), default=100)
        named = {turn.part for turn in (*story.turns, *story.besides)}
        left = {
            turn.part
            for turn in turns(timeline, guile_in(timeline))
            if seat in (None, turn.by, turn.of) or turn.of is None
            if abs(points(turn.after) - points(turn.before)) > max(least, 100 * READING.notable)
            if turn.part not in named
        }
        assert not left or len(story.besides) == 2
        cast = Cast.of(live.compiled, words_in("en"))
        page = story_page(live.compiled.scenario.title, found, [seat] if seat else [])
        told = " ".join(line.text for line in story_lines(cast, page))
        assert told.count("Apart from that,") == bool(story.besides)
        assert all(turn_told(cast, turn, seat)[:12] in told for turn in story.turns)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_story_step_and_chart_name_the_same_turning_point(path: Path) -> None:
    for live, found, seat in stories(path):
        people = [seat] if seat else list(live.compiled.parties)
        cast = Cast.of(live.compiled, words_in("en"))
        page = story_page(live.compiled.scenario.title, found, people)
        turn = page.story.turning_point
        assert trust_history(found, cast.words, people).turn == (turn.at if turn else None)
        notes = [line.text for line in debrief_steps(cast, found, people)[2].shown
                 if line.kind == "note"]  # fmt: skip
        # Only where it was: it is told on the page; and not where another moved trust as far.
        named = (*page.story.turns, *page.story.besides)
        alike = [each for each in named if turn and each.moved == turn.moved]
        assert len(notes) == (len(alike) == 1)
        assert all(f"round {turn.round}" in note for note in notes if turn)
        told = [line.text for line in story_lines(cast, page) if line.kind == "told"]
        assert not any(text in note for text in told for note in notes)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_where_trust_fell_and_rose_most_is_told(path: Path) -> None:
    for live, found, seat in stories(path):
        moved = list(trust_changes(live))
        told = found.story_of(seat).turns
        sizes = [turn.strength * (1 if turn.after > turn.before else -1) for turn in told]
        sizes += [turn.after - turn.before for turn in told]
        sizes += [each.after - each.before for turn in told if (each := turn.meanwhile)]
        fell, rose = -min(sizes), max(sizes)
        # The reader's own fall goes before a deeper one of the others in the same round, and falls
        # go before rises.
        own = list(trust_changes(live, seat))
        assert -min(moved) < READING.notable or fell >= -min(own) - 1e-9
        falls = [turn for turn in told if turn.after < turn.before]
        assert max(moved) < READING.fall or rose >= max(moved) - 1e-9 or len(falls) > 1


def trust_changes(live: LivePlay, of: str | None = None) -> Iterator[float]:
    """How much anybody's trust in another, or that of one, moved in a round, before anything came
    of it.
    """
    for event in live.events:
        if isinstance(event, Measured):
            for i, about in event.after.trust.items():
                if of in (None, i):
                    yield from (trust - event.before.trust[i][j] for j, trust in about.items())


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_what_came_out_in_a_moment_is_told_of_that_moment(path: Path) -> None:
    for live, found in looked_back_on(path):
        cast = Cast.of(live.compiled, words_in("en"))
        told = " ".join(line.text for line in debrief_steps(cast, found)[3].shown)
        moments = [entry for entry in found.timeline if entry.kind == "moment"]
        heard = {(g.party, by) for g in found.knowledge.guile for by in (*g.heard, *g.knew)}
        out = [entry.round for entry in moments for seen in entry.noticed
               if isinstance(seen, Discovered) and seen.moves
               if (seen.of, seen.by) not in heard]  # fmt: skip
        for each in out:
            assert f"In the reflection moment after round {each} " in told


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_every_confrontation_of_the_log_is_counted(path: Path) -> None:
    for live, found, seat in stories(path):
        scenes = [scene for entry in found.timeline for scene in entry.scenes]
        told = found.story_of(seat).confrontations
        about = [each for each in scenes if seat is None or seat in (each.by, each.of)]
        assert [each.scene for each in told] == about
        cast = Cast.of(live.compiled, words_in("en"))
        page = story_page(live.compiled.scenario.title, found, [seat] if seat else [])
        text = "\n".join(line.text for line in story_lines(cast, page))
        asked = [each for each in told if each.scene.of == seat]
        if "You were confronted" in text:
            (line,) = [each for each in text.splitlines() if "You were confronted" in each]
            assert re.search(rf"You were confronted {times(asked)}( about |: )", line)
            for each in asked:
                assert answer_words(cast, each.scene, own=True) in line
            # No side is told of without the others.
            assert ("You confronted" in line) == any(each.scene.by == seat for each in told)


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_a_table_is_told_of_all_who_were_confronted_or_of_none(path: Path) -> None:
    for live, found in looked_back_on(path):
        cast = Cast.of(live.compiled, words_in("en"))
        page = story_page(live.compiled.scenario.title, found, [])
        text = "\n".join(line.text for line in story_lines(cast, page))
        asked = {cast.party(scene.of) for entry in found.timeline for scene in entry.scenes}
        told = {party for party in asked if f"{party} was confronted " in text}
        assert told in (asked, set())


def times(given: Sequence[object]) -> str:
    """How often, in words."""
    asked = words_in("en")("look.asked.you.more", n=len(given), talks="x")
    return asked.removeprefix("You were confronted ").removesuffix(": x.")


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_a_fall_has_one_size_on_all_pages(path: Path) -> None:
    """The story, what was felt and the theses tell of the same round with the same figures."""
    for live, found in looked_back_on(path):
        over = {e.round: e for e in live.events if isinstance(e, Measured)}
        for each in found.feelings:
            assert each.round is not None
            i, j = each.party, each.other
            measured: Measured | Reflected | None = over[each.round]
            if "phase" in each.refs:
                measured = reflected_in(timeline_of(live), found.timeline[each.at or 0])
            assert measured is not None
            before, after = (at.trust[str(i)][str(j)] for at in (measured.before, measured.after))
            assert each.numbers == {"before": before, "after": after}
        for turn in all_turns(live):
            if turn.kind == "move":
                trust = [at.trust[str(turn.of)][str(turn.by)] for at in
                         (over[turn.round].before, over[turn.round].after)]  # fmt: skip
                assert [turn.before, turn.after] == trust


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_only_what_brought_most_of_a_change_is_its_cause(path: Path) -> None:
    checked = 0
    for live, _ in looked_back_on(path):
        cast = Cast.of(live.compiled, words_in("en"))
        for turn in all_turns(live):
            told = turn_told(cast, turn, turn.of)
            assert not re.search(r"\d points", told)
            cause = re.search(r"Mainly because of .*?from (\d+) to (\d+)", told)
            assert (turn.cause is not None and turn.cause.without is not None) or not cause
            if cause and turn.cause:
                before, after = int(cause[1]), int(cause[2])
                assert 2 * abs(after - points(turn.cause.without)) >= abs(after - before)
                checked += 1
    assert checked


def test_what_else_moved_a_trust_is_told_where_the_move_did_not(minimal: CompiledScenario) -> None:
    """Each in the reader's own words: a suspicion, what both sides were stopped in, and what else
    moved as much in that round.
    """
    fell = measures({FERRY: 0.3, BIKES: 0.38})
    play = Play().play(
        "show-list", "show-list", fell, vetoed=[FERRY, BIKES],
        happens=[suspects(FERRY, BIKES)],
    )  # fmt: skip
    timeline = build_timeline(minimal, play.events)
    (turn,) = [turn for turn in turns(timeline, ()) if turn.by == BIKES]
    cast = Cast.of(minimal, words_in("en"))
    table, ferry = turn_told(cast, turn, None), turn_told(cast, turn, FERRY)
    assert "from 50 to 30" in table
    assert "That same round Vlieter Ferries chose “Put down the passenger list, August" in table
    assert (
        "(stopped by its own side). Brouwer Bicycles' trust in Vlieter Ferries went from 50 to 38."
    ) in table
    assert "Brouwer Bicycles' trust in you went from 50 to 38." in ferry
    even = Play().play(
        "show-list", "show-list", measures({FERRY: 0.3, BIKES: 0.5}), vetoed=[FERRY, BIKES]
    )
    (turn,) = [t for t in turns(build_timeline(minimal, even.events), ()) if t.by == BIKES]
    stopped = "chose “Put down the passenger list, August included” (stopped by"
    assert f"Vlieter Ferries {stopped} its own side)." in turn_told(cast, turn, None)
    assert f"you {stopped} your own side)." in turn_told(cast, turn, FERRY)
    (honest,) = [
        turn
        for turn in turns(build_timeline(minimal, Play().play("wait", "wait", fell,
            happens=[suspects(FERRY, BIKES)]).events), ())
        if turn.by == BIKES
    ]  # fmt: skip
    told = turn_told(cast, honest, FERRY)
    assert "from 50 to 30. You began to suspect something." in told


def test_a_reader_is_told_what_it_expected_and_not_what_the_other_did(
    minimal: CompiledScenario,
) -> None:
    play = Play().play(
        "show-list", "show-list", measures(0.7),
        predicts=[(FERRY, "reciprocal", 0.6), (BIKES, "opportunistic", 0.6)],
    )  # fmt: skip
    by = {turn.by: turn for turn in turns(build_timeline(minimal, play.events), ())}
    cast = Cast.of(minimal, words_in("en"))
    assert "You had expected a reciprocal move" in turn_told(cast, by[BIKES], FERRY)
    assert "expected" not in turn_told(cast, by[FERRY], FERRY)
    told = turn_told(cast, by[FERRY], None)
    assert "Brouwer Bicycles had expected Vlieter Ferries to put itself first" in told


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_all_that_came_out_at_once_is_named(path: Path) -> None:
    for live, _ in looked_back_on(path):
        cast = Cast.of(live.compiled, words_in("en"))
        guile = guile_in(timeline_of(live))
        for turn in all_turns(live):
            if turn.kind != "discovery":
                continue
            told = turn_told(cast, turn, turn.of)
            out = [each for each in guile if each.party == turn.by
                   and each.discovered.get(str(turn.of)) == turn.round]  # fmt: skip
            assert set(turn.hidden_since) == {each.round for each in out}
            names = [cast.words.of(each.move.name) for each in out if each.move.name is not None]
            assert all(f"“{name}”" in told for name in names)


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_all_that_came_out_in_a_moment_is_named(path: Path) -> None:
    for live, found in looked_back_on(path):
        cast = Cast.of(live.compiled, words_in("en"))
        for turn in all_turns(live):
            if turn.kind == "moment" and turn.move is not None:
                told = turn_told(cast, turn, None)
                out = [seen for seen in found.timeline[turn.at].noticed
                       if isinstance(seen, Discovered) and seen.by == turn.of]  # fmt: skip
                moves = {move for seen in out if seen.of == turn.by for move in seen.moves}
                names = [live.compiled.scenario.moves[move].title for move in moves]
                assert all(f"“{cast.words.of(name)}”" in told for name in names)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_only_what_was_given_is_a_rule_that_nobody_tried_to_change(path: Path) -> None:
    for live, found, seat in stories(path):
        rule = found.story_of(seat).rule
        if rule is not None:
            at = live.compiled.element_index(rule.chapter, rule.thing.id)
            assert live.compiled.starts[at] or rule.chapter == "decor"


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_what_the_script_changed_is_what_it_did_and_not_what_players_made_of_it(path: Path) -> None:
    for live, found in looked_back_on(path):
        compiled = live.compiled
        did = {
            compiled.find_element(name): "dropped" if name in event.dropped else "adopted"
            for event in live.events
            if isinstance(event, ScriptEventOccurred)
            for name in (*event.adopted, *event.dropped)
        }
        told = {at: line.by_script for at, line in enumerate(found.ledger) if line.by_script}
        assert told == did
        cast = Cast.of(compiled, words_in("en"))
        groups = dict(ledger_groups(found))
        for line in groups.get("by-script", ()):
            text = ledger_entry(cast, "by-script", line)
            came = any(word in text for word in ("brought in", "asked to the table", "moved to"))
            assert came == (line.by_script == "adopted")


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_a_place_that_nobody_proposed_to_leave_could_have_been_left(path: Path) -> None:
    for live, found, seat in stories(path):
        rule = found.story_of(seat).rule
        if rule is None or rule.chapter != "decor":
            continue
        asked = [line for line in found.ledger if line.chapter == "decor"]
        assert not any(line.changes or line.rejected for line in asked)
        places = live.compiled.scenario.decor
        assert any(place.negotiable for name, place in places.items() if name != rule.thing.id)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_the_map_gives_its_advice_once_and_none_after_the_end(path: Path) -> None:
    for live, found in looked_back_on(path):
        cast = Cast.of(live.compiled, words_in("en"))
        shown = debrief_steps(cast, found)[4].shown
        advice = [line.text for line in shown if line.kind == "detail"]
        assert len(set(advice)) == len(advice)
        *before, last = found.quadrants.path
        some = [*before, *([last] if found.outcome.outcome is None else [])]
        assert len(advice) == len({point.advice for point in some} - {None})


@pytest.mark.parametrize("path", EACH)
def test_who_marks_a_turn_of_the_story_is_told_that_it_is_the_same(path: Path) -> None:
    for live, found, seat in stories(path):
        if seat is None:
            continue
        cast = Cast.of(live.compiled, words_in("en"))
        for turn in found.story_of(seat).turns:
            marked = Afterthoughts(seat, marked=mark_of(found.timeline[turn.at]))
            (said,) = written(cast, replace(found, afterthoughts=(marked,)), [seat], TURN)
            assert said.text.endswith("and the story tells of it too.")


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_what_was_seen_is_told_where_it_was_something_else_and_did_happen(path: Path) -> None:
    """What the other's own side stopped, nobody saw done."""
    for live, _ in looked_back_on(path):
        cast = Cast.of(live.compiled, words_in("en"))
        for turn in all_turns(live):
            if turn.kind == "move" and turn.of is not None:
                told = turn_told(cast, turn, turn.of)
                assert ("This is what you saw" in told) == (turn.hides and not turn.vetoed)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_a_reply_is_told_of_the_party_that_was_confronted(path: Path) -> None:
    words, checked = words_in("en"), 0
    for live, found in looked_back_on(path):
        cast = Cast.of(live.compiled, words)
        page = story_page(live.compiled.scenario.title, found, list(live.compiled.parties))
        for turn in all_turns(live):
            if turn.scene is None or turn.of in turn.scene.heard:
                continue
            only = replace(page, story=replace(page.story, turns=(turn,)))
            told = " ".join(line.text for line in story_lines(cast, only))
            reply = reply_words(cast, turn.scene)
            assert f"{cast.party(turn.scene.of)} {reply};" in told
            checked += 1
    if not checked:
        pytest.skip("no confrontation of these plays moved trust")


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_a_cause_is_what_another_play_of_the_same_luck_shows(path: Path) -> None:
    """Played again step by step, with the move left out for one that does nothing."""
    checked = 0
    for live, _ in looked_back_on(path)[:4]:
        for turn in all_turns(live):
            if turn.kind != "move" or turn.cause is None:
                continue
            without = trust_without_move(live, turn)
            if without is not None:
                assert turn.cause.without == pytest.approx(without)
                assert (turn.after - without) * (turn.after - turn.before) > 0
                checked += 1
    assert checked


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_what_no_move_accounts_for_is_said_to_be_chance(path: Path) -> None:
    """Played again step by step, with an empty move in the place of the one that is told of."""
    checked = 0
    for live, _ in looked_back_on(path):
        cast = Cast.of(live.compiled, words_in("en"))
        for turn in all_turns(live):
            text = turn_told(cast, turn, None)
            told = "chance, in how a thing is taken" in text
            assert told == (turn.chance is not None and not looking_back._is_mostly_by(turn))
            assert ("accounts for the smaller part" in text) == (told and turn.chance == "most")
            if told and (without := trust_without_move(live, turn)) is not None:
                moved = turn.after - turn.before
                assert (turn.after - without) / moved < 0.5
                checked += 1
    if not checked:
        pytest.skip("all that moved trust in these plays is accounted for")


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_what_came_short_cost_is_what_another_play_of_the_same_luck_shows(path: Path) -> None:
    """Played again step by step, with a party that is wholly in balance."""
    checked = 0
    for live, found in looked_back_on(path):
        for each in (*found.theses[0].in_favour, *found.theses[0].against):
            if "whole" in each.numbers:
                assert each.round is not None
                at, party = round_at(live, each.round), each.party or ""
                state, choices = live.steps[at].state, live.trace.choices[at]
                balance = state.world.alliance.internal_balance.copy()
                # So far above what is possible that no rule or event brings it below.
                balance[0, live.compiled.parties.index(party)] = 5.0
                alliance = replace(state.world.alliance, internal_balance=balance)
                calm = replace(state, world=replace(state.world, alliance=alliance))
                result = step(live.compiled, calm, choices)
                assert isinstance(result, Step)
                (measured,) = of_kind(result.events, Measured)
                trust = measured.after.trust[each.other or ""][party]
                assert points(trust) == points(each.numbers["whole"])
                checked += 1
    if not checked:
        pytest.skip("nothing came short in these plays that tells")


@pytest.mark.parametrize("path", EACH)
@pytest.mark.slow
def test_a_reply_is_the_cause_of_what_silence_would_not_have_done(path: Path) -> None:
    checked = 0
    for live, _ in looked_back_on(path):
        for turn in all_turns(live):
            if turn.scene is None or turn.of in turn.scene.heard:
                continue
            silent = trust_after_silence(live, turn)
            made = turn.after - silent
            is_shown = abs(made) >= READING.moved and made * (turn.after - turn.before) > 0
            assert (turn.cause and turn.cause.without) == (silent if is_shown else None)
            checked += is_shown
    if not checked:
        pytest.skip("no reply of these plays moved trust")


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_the_reply_that_is_quoted_was_said_in_that_confrontation(path: Path) -> None:
    for live, _ in looked_back_on(path):
        for turn in all_turns(live):
            if turn.scene is not None and turn.of not in turn.scene.heard:
                (said,) = of_kind(live.steps[reckoned_at(live, turn) - 1].events, Replied)
                spoken = [line for line in said.lines if line.speaker is not None]
                assert turn.quote == (spoken[0] if spoken else None)


def test_what_came_out_to_two_others_is_told_once() -> None:
    """The move that both found out has one place in the story; another has its own."""
    move, another = Ref("move", "two-buyers"), Ref("move", "short-weight")
    to_farmer = Turn("discovery", 1, 1, "miller", "farmer", 0.6, 0.2, 0.4, move=move)
    to_banker = Turn("discovery", 2, 2, "miller", "banker", 0.6, 0.3, 0.3, move=move)
    later = Turn("discovery", 3, 3, "miller", "banker", 0.3, 0.1, 0.2, move=another)
    assert chosen((to_farmer, to_banker, later), None) == (to_farmer, later)


@pytest.mark.parametrize("sign", [1, -1], ids=["rises", "falls"])
def test_what_went_the_other_way_is_told_however_much_went_this_way(sign: int) -> None:
    """The deepest fall beside four larger rises, and the highest rise beside four larger falls."""

    def moved(at: int, by: float) -> Turn:
        return Turn("move", at, at, "miller", "farmer", 0.5, 0.5 + by, abs(by),
                    move=Ref("move", f"move-{at}"))  # fmt: skip

    others = [moved(at, sign * (0.45 - at / 100)) for at in range(1, 5)]
    told = chosen((*others, moved(5, -sign * 0.25), moved(6, -sign * 0.22)), None)
    assert [turn.at for turn in told if (turn.after - turn.before) * sign < 0] == [5]
    assert others[0] in told


def test_a_table_is_told_what_each_side_did_and_a_seat_its_own_weightiest() -> None:
    """Not three times the same side's doing, where another's weighed nearly as much."""

    def turn(at: int, by: str, before: float, after: float) -> Turn:
        of = "odrada" if by == "weteringen" else "weteringen"
        return Turn("move", at, at, by, of, before, after, abs(after - before),
                    move=Ref("move", f"move-{at}"))  # fmt: skip

    theirs = turn(1, "odrada", 0.6, 0.3), turn(2, "odrada", 0.6, 0.35), turn(3, "odrada", 0.4, 0.6)
    ours = turn(4, "weteringen", 0.7, 0.45), turn(5, "weteringen", 0.5, 0.56)
    found = (*theirs, *ours)
    assert chosen(found, None) == (theirs[0], theirs[2], ours[0])
    assert chosen(found, "weteringen") == (theirs[0], theirs[2], ours[0])
    # What moved little is no turning point, whoever did it.
    small = turn(6, "weteringen", 0.6, 0.52)
    assert chosen((*theirs, small), None) == theirs
    # A rise of the reader's own does not stand in for what it did that cost far more.
    own_rise = turn(3, "weteringen", 0.4, 0.6)
    assert chosen((*theirs[:2], own_rise, ours[0]), "weteringen") == (theirs[0], own_rise, ours[0])


def test_a_seat_is_told_its_largest_turn_also_where_another_moved_more_in_that_round() -> None:
    """But for rounds that are told anyway, in which its own stands beside the other's."""

    def turn(at: int, by: str, before: float, after: float) -> Turn:
        of = "odrada" if by == "weteringen" else "weteringen"
        return Turn("move", at, at, by, of, before, after, abs(after - before),
                    move=Ref("move", f"{by}-{at}"))  # fmt: skip

    fall, rise = turn(1, "odrada", 0.8, 0.5), turn(2, "odrada", 0.5, 0.7)
    together = turn(3, "odrada", 0.6, 0.69), turn(3, "weteringen", 0.6, 0.68)
    small = turn(4, "weteringen", 0.6, 0.65)
    assert chosen((fall, rise, *together, small), "weteringen") == (fall, rise, together[1])
    # Also where its own is too little to be worth telling by itself.
    faint = turn(3, "weteringen", 0.6, 0.64), turn(4, "weteringen", 0.6, 0.62)
    found = (fall, rise, together[0], *faint)
    told = chosen(found, "weteringen")
    assert [(each.at, each.by) for each in told[2:]] == [(3, "weteringen")]


def test_of_its_own_turns_a_seat_is_told_what_it_did_before_what_was_mostly_chance() -> None:
    """Where trust fell most is told whatever the cause."""

    def turn(at: int, by: str, before: float, after: float, chance: Chance | None = None) -> Turn:
        of = "odrada" if by == "weteringen" else "weteringen"
        return Turn("move", at, at, by, of, before, after, abs(after - before), chance=chance,
                    move=Ref("move", f"{by}-{at}"))  # fmt: skip

    fall, rise = turn(1, "odrada", 0.8, 0.5), turn(2, "odrada", 0.5, 0.75)
    luck, did = turn(3, "weteringen", 0.8, 0.6, "all"), turn(4, "weteringen", 0.6, 0.5)
    assert chosen((fall, rise, luck, did), "weteringen") == (fall, rise, did)
    deepest = turn(3, "weteringen", 0.8, 0.4, "all")
    assert chosen((fall, rise, deepest, did), None)[1:] == (rise, deepest)


@pytest.mark.parametrize("path", EACH)
def test_a_page_leaves_out_nothing_for_which_there_is_room(path: Path) -> None:
    """What is too long makes way for what is not; so no page is far from full that could be."""
    for live, found, seat in stories(path):
        people = [seat] if seat else list(live.compiled.parties)
        page = story_page(live.compiled.scenario.title, found, people)
        cast = Cast.of(live.compiled, words_in("en"))
        told = [line.text for line in story_lines(cast, page)]
        # Of a short play there is less to tell.
        of_rounds = looking_back._WORDS_A_ROUND * page.outcome.rounds
        most = min(looking_back.MOST_WORDS, max(looking_back._LEAST_ROOM, of_rounds))
        room = most - len(story_title(cast, page).text.split())
        left = room - sum(len(text.split()) for text in told)
        teller = looking_back.Teller(cast, page.reader, {})
        questions = looking_back._questions(teller, page.story)
        missing = [each for each in questions if each not in told]
        assert all(len(each.split()) > left for each in missing)
        assert any(each in told for each in questions) or not questions


@pytest.mark.parametrize("path", EACH)
def test_what_cost_most_trust_as_it_came_out_is_on_the_page(path: Path) -> None:
    """Among the turns, or beside them as what had been hidden."""
    checked = 0
    for live, found, seat in stories(path):
        story = found.story_of(seat)
        timeline = timeline_of(live)
        costs = [
            (before - after, guile.party, guile.round, guile.move.id)
            for guile in guile_in(timeline)
            for of, when in guile.discovered.items()
            if seat in (None, of) and when != guile.round
            for out in [_out(timeline, guile, of)]
            for before, after in [(out.before or 0.0, out.after or 0.0)]
            if before - after >= READING.fall
        ]
        if not costs:
            continue
        _, party, number, move = max(costs)
        told = {
            (by, each.id)
            for turn in story.turns
            for by, some in (
                (turn.by, (turn.move, *turn.also, *turn.out)),
                *([(turn.meanwhile.by, turn.meanwhile.out)] if turn.meanwhile else []),
            )
            for each in some
            if each
        }
        lie, most = story.lie, max(cost for cost, *_ in costs)
        outs = lie.outs if lie is not None else ()
        cost = max(((out.before or 0.0) - (out.after or 0.0) for out in outs), default=0.0)
        # What never came out goes before it.
        is_hidden = any(out.found is None for out in outs)
        assert (party, move) in told or cost >= most - 1e-9 or is_hidden, number
        checked += 1
    if not checked:
        pytest.skip("nothing in these plays cost much trust as it came out")


def all_turns(live: LivePlay) -> tuple[Turn, ...]:
    """Everything that could be told as a turn, also what is too small for a story."""
    timeline = timeline_of(live)
    return turns(timeline, guile_in(timeline))


def timeline_of(live: LivePlay) -> Timeline:
    """The play as the debrief sees it."""
    played = live.replayed
    return build_timeline(live.compiled, played.events, played.states, live.trace.choices)


def trust_without_move(live: LivePlay, turn: Turn) -> float | None:
    """The other's trust after that round with an empty move in its place; None if there is no room.

    By the rules of the game alone: in the scenario another move that was open is written without
    any content, and the round is played with that.
    """
    at = round_at(live, turn.round)
    assert turn.by is not None
    assert turn.of is not None
    state, choices = live.steps[at].state, dict(live.trace.choices[at])
    taken = {choice.move for choice in choices.values() if isinstance(choice, MoveChoice)}
    moves = live.compiled.scenario.moves
    spare = next(
        (
            move
            for move in legal_moves(live.compiled, state, turn.by)
            if move not in taken and moves[move].kind == "hold"
        ),
        None,
    )
    if spare is None:
        return None
    nothing = dict.fromkeys(TRAITS, 0) | {"effect": Effect(), "again": True}
    emptied = {**moves, spare: moves[spare].model_copy(update=nothing)}
    compiled = compile_scenario(live.compiled.scenario.model_copy(update={"moves": emptied}))
    choice = choices[turn.by]
    assert isinstance(choice, MoveChoice)
    result = step(compiled, state, {**choices, turn.by: replace(choice, move=spare)})
    assert isinstance(result, Step)
    (measured,) = [event for event in result.events if isinstance(event, Measured)]
    return measured.after.trust[turn.of][turn.by]


def reckoned_at(live: LivePlay, turn: Turn) -> int:
    """The step in which that confrontation ended; a round can have several."""
    assert turn.scene is not None
    by, of = turn.scene.by, turn.scene.of
    (at,) = (
        at
        for at, each in enumerate(live.steps)
        for felt in of_kind(each.events, Reckoned)
        if (felt.by, felt.of, felt.round) == (by, of, turn.round)
        if felt.before.trust[by][of] == turn.before
    )
    return at


def trust_after_silence(live: LivePlay, turn: Turn) -> float:
    """The other's trust if nothing had been said, and the same been done with it."""
    assert turn.scene is not None
    by, of = turn.scene.by, turn.scene.of
    at = reckoned_at(live, turn)
    silence: Choice = ReplyChoice(of, "silence")
    asked, response = live.steps[at - 2].state, live.trace.choices[at - 1]
    answered = must(step(live.compiled, asked, {of: silence}))
    (felt,) = of_kind(must(step(live.compiled, answered.state, response)).events, Reckoned)
    return felt.after.trust[by][of]


def round_at(live: LivePlay, number: int) -> int:
    """The step in which the moves of that round were chosen."""
    return next(
        at
        for at, each in enumerate(live.steps)
        if each.state.stage is Stage.ROUND and int(each.state.world.round[0]) == number - 1
    )


# --- what excludes what -------------------------------------------------------------------------


def test_of_two_patterns_that_exclude_each_other_the_one_that_moved_more_stays() -> None:
    large = PatternFound("late-betrayal", (5,), (FERRY,), {"trust_change": -0.4})
    small = PatternFound("early-betrayal", (1,), (FERRY,), {"trust_change": -0.1})
    none = Repetition((), (), 0, None, None, (), 0)
    for both in ((large, small), (small, large)):
        _, left = settled((), Patterns(both, none))
        assert left.found == (large,)


def test_the_weaker_of_two_that_exclude_each_other_is_not_told() -> None:
    much = {"high_moves": 4, "high_of": 4, "low_moves": 0, "low_of": 4}
    strong = Evidence("cooperation-with-trust", numbers=much)
    weak = Evidence("no-cooperation-with-trust", numbers={**much, "low_moves": 3})
    theses = tuple(
        Thesis(n, (strong,), (weak,)) if n == 3 else Thesis(n, (), ())  # type: ignore[arg-type]
        for n in range(1, 6)
    )
    patterns = Patterns((), Repetition((), (), 0, None, None, (), 0))
    left, _ = settled(theses, patterns)
    assert left[2].in_favour == (strong,)
    assert [each.code for each in left[2].against] == [NOTHING]


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (Claim("cold-peace"), Claim("late-betrayal", "a"), True),
        (Claim("early-betrayal", "a"), Claim("late-betrayal", "a"), True),
        (Claim("early-betrayal", "a"), Claim("late-betrayal", "b"), False),
    ],
)
def test_claims_exclude_each_other_about_the_same(one: Claim, other: Claim, clash: bool) -> None:
    assert exclude(one, other) == exclude(other, one) == clash


def test_only_what_can_be_found_is_excluded() -> None:
    known = {*CODES, *PATTERNS}
    assert {code for one, other, _ in EXCLUDES for code in (one, other)} <= known
