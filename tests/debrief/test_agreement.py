"""What one page of the debrief says agrees with the others, and with the order of the play."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from engine.debrief import NOTHING, Beside, Findings, Silence, Turn, debrief
from engine.debrief.compose import findings
from engine.debrief.findings import Guile, Moved, Ref, SceneMade
from engine.debrief.knowledge import knowledge
from engine.debrief.timeline import Timeline, build_timeline, move_ref
from engine.debrief.turns import turns
from engine.live_play import LivePlay
from engine.play.compiled import CompiledScenario
from engine.play.events import (
    ChangeRefused,
    Confronted,
    Discovered,
    GameChanged,
    ScriptEventOccurred,
)
from engine.scenario.schema import Text
from engine.scenario.vocabulary import Language
from game.pages.story import story_page
from game.presenters.debrief import debrief_steps, ledger_groups, open_words
from game.presenters.evidence import event_words
from game.presenters.looking_back import story_lines, turn_told
from game.presenters.page import Cast
from game.words import words_in
from tests.benchmarks.findings import plays
from tests.conftest import EACH, ROOT, compiled_of
from tests.debrief.plays import (
    BIKES,
    FERRY,
    Play,
    agreed,
    came_out,
    measures,
    refused,
    suspects,
)

LOW, HIGH = measures(0.4), measures(0.6)
HIDDEN = "sell-next-door"


def with_scenes(timeline: Timeline, at: int, scenes: Sequence[SceneMade]) -> Timeline:
    """The timeline in which that entry led to those confrontations."""
    trust = {scene.by: {scene.of: scene.trust_after} for scene in scenes}
    entry = timeline.entries[at]
    about = {**entry.numbers.trust, **trust}
    mean = sum(each for row in about.values() for each in row.values()) / len(about)
    numbers = replace(entry.numbers, trust=about, mean_trust=mean)
    changed = replace(entry, scenes=tuple(scenes), numbers=numbers)
    entries = (*timeline.entries[:at], changed, *timeline.entries[at + 1 :])
    return replace(timeline, entries=entries)


def step(compiled: CompiledScenario, found: Findings, number: int) -> str:
    """A step in words."""
    shown = debrief_steps(Cast.of(compiled, words_in("en")), found)[number]
    return "\n".join(line.text for line in shown.lines)


def story(compiled: CompiledScenario, found: Findings, people: Sequence[str] = ()) -> str:
    """The first page in words."""
    page = story_page(compiled.scenario.title, found, people)
    return "\n".join(line.text for line in story_lines(Cast.of(compiled, words_in("en")), page))


def asked(found: Findings) -> set[str]:
    """What the debrief asks by itself."""
    return {each.evidence.code for each in found.questions if each.evidence is not None}


def turn_of(compiled: CompiledScenario, play: Play, by: str) -> Turn:
    """The turn of that party in the last round of the play."""
    timeline = build_timeline(compiled, play.events)
    return [t for t in turns(timeline, knowledge(timeline).guile) if t.by == by][-1]


# The order of the play


def test_what_came_out_later_is_told_after_the_trust_of_the_round(
    minimal: CompiledScenario,
) -> None:
    play = Play().play("wait", HIDDEN, measures({FERRY: 0.4, BIKES: 0.5}))
    play.play("wait", "wait").play("wait", "wait", happens=[came_out(FERRY, BIKES, HIDDEN)])
    timeline = build_timeline(minimal, play.events)
    (turn, *_) = [t for t in turns(timeline, knowledge(timeline).guile) if t.by == BIKES]
    for language, first, then in (
        ("en", "That round your trust in", "You found out in round 3 what it hid."),
        ("nl", "Die ronde ging jouw vertrouwen in", "In ronde 3 kwam je erachter wat dat was."),
    ):
        told = turn_told(Cast.of(minimal, words_in(language)), turn, FERRY)
        assert told.index(first) < told.index(then)


def test_what_its_own_side_left_undone_is_told_before_what_came_out(
    minimal: CompiledScenario,
) -> None:
    """So that what is told as the cause follows on what came out, and not on the half."""
    play = Play().play(
        "wait", HIDDEN, measures({FERRY: 0.3, BIKES: 0.5}), slipped=[BIKES],
        happens=[came_out(FERRY, BIKES, HIDDEN)],
    )  # fmt: skip
    timeline = build_timeline(minimal, play.events)
    found = turns(timeline, knowledge(timeline).guile)
    (turn,) = [each for each in found if (each.kind, each.by) == ("move", BIKES)]
    told = turn_told(Cast.of(minimal, words_in("en")), turn, None)
    assert told.index("Only half of it was carried out.") < told.index("found out")


def test_what_came_out_in_the_moment_after_its_own_round_is_told(minimal: CompiledScenario) -> None:
    """It did not come out at once: the round went by before anybody knew."""
    play = Play().play("wait", HIDDEN, measures(0.5))
    out = came_out(FERRY, BIKES, HIDDEN)
    play.reflect(measures({FERRY: 0.42, BIKES: 0.5}), happens=[out])
    for trust in (0.8, 0.3, 0.7, 0.2):
        play.play("wait", "wait", measures(trust))
    told = story(minimal, findings(build_timeline(minimal, play.end().events)))
    assert "found out in the reflection moment after round 1; then" in told
    assert "went from 50 to 42" in told


@pytest.mark.parametrize(
    ("ferry", "bikes", "mean"), [(0.75, 0.62, 0.69), (0.744, 0.624, 0.68), (0.896, 0.754, 0.83)]
)
def test_mean_trust_is_that_of_the_figures_shown(
    minimal: CompiledScenario, ferry: float, bikes: float, mean: float
) -> None:
    """Whoever adds them up in the log finds no mistake; a half goes up, and never down."""
    play = Play().play("wait", "wait", measures({FERRY: ferry, BIKES: bikes}))
    entry = build_timeline(minimal, play.events).end
    assert (entry.numbers.mean_trust, entry.trust_after) == (mean, mean)


def test_what_was_found_out_is_not_put_down_to_a_move_that_was_stopped(
    minimal: CompiledScenario,
) -> None:
    play = Play().play("wait", HIDDEN).play(
        "show-list", "show-list", measures({FERRY: 0.35, BIKES: 0.3}), vetoed=[BIKES],
        happens=[came_out(FERRY, BIKES, HIDDEN)],
    )  # fmt: skip
    told = turn_told(Cast.of(minimal, words_in("en")), turn_of(minimal, play, FERRY), None)
    assert "(stopped by its own side). Vlieter Ferries found out what" in told
    assert told.count("hat same round") == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_move_of_both_is_told_alike(minimal: CompiledScenario, language: Language) -> None:
    """Of neither as a verdict."""
    play = Play().play("draft-contract", "draft-contract", LOW)
    turn = turn_of(minimal, play, FERRY)
    move = turn.move
    assert move is not None
    beside = Beside(BIKES, move, hides=False, slipped=False, vetoed=False)
    told = turn_told(Cast.of(minimal, words_in(language)), replace(turn, beside=(beside,)), None)
    assert told.count(minimal.scenario.moves[move.id].title.in_language(language)) == 1
    assert {"nl": "Brouwer hetzelfde", "en": "Bicycles chose the same"}[language] in told
    assert "first" not in told


# The figures of the log and of the story


def test_the_log_gives_the_figure_of_the_round_and_then_that_of_the_talk(
    minimal: CompiledScenario,
) -> None:
    """As the story does: a reader can add them up, and nothing is told twice."""
    timeline = build_timeline(minimal, Play(HIGH).play("wait", "wait", LOW).events)
    moved = (Moved(BIKES, FERRY, 0.4, 0.52), Moved(FERRY, BIKES, 0.6, 0.55))
    scene = SceneMade(
        FERRY, BIKES, "promise", "own-up", "accept", 0.4, 0.52, mean_after=0.46, moved=moved
    )
    found = findings(with_scenes(timeline, 1, [scene]))
    log = step(minimal, found, 2)
    assert "Mean trust 60 → 40." in log
    assert "Vlieter Ferries' trust in Brouwer Bicycles: 40 → 52. Brouwer Bicycles' trust in" in log
    assert "Vlieter Ferries: 60 → 55. Mean trust is then 46." in log
    assert "Beside each round stands what the round itself did" in log


# What was asked, and what it presupposes


def kept_back(minimal: CompiledScenario, rounds: int) -> Findings:
    """A play in which something was found out in the first round and never brought up."""
    play = Play().play("wait", HIDDEN, happens=[came_out(FERRY, BIKES, HIDDEN)])
    for _ in range(rounds - 1):
        play.play("wait", "wait")
    timeline = build_timeline(minimal, play.end().events)
    kept = Silence(FERRY, BIKES, (move_ref(minimal, HIDDEN),))
    start, first, *others = timeline.entries
    return findings(replace(timeline, entries=(start, replace(first, kept=(kept,)), *others)))


@pytest.mark.slow
def test_what_was_not_brought_up_is_named_and_only_asked_about_where_it_could_be(
    minimal: CompiledScenario,
) -> None:
    found = kept_back(minimal, rounds=2)
    title = minimal.scenario.moves[HIDDEN].title.en
    told = story(minimal, found, [FERRY])
    assert f"After round 1 you knew what Brouwer Bicycles had done (“{title}”), and did not" in told
    assert f"done (“{title}”), and did not bring it up." in story(minimal, found)
    assert "bring it up" not in story(minimal, found, [BIKES])
    assert "bring it up" not in story(minimal, kept_back(minimal, rounds=1), [FERRY])


def test_nothing_is_asked_about_what_was_hidden_in_the_last_round(
    minimal: CompiledScenario,
) -> None:
    last = Play().play("wait", "wait").play("wait", HIDDEN)
    assert "ask-hidden-guile" not in asked(findings(build_timeline(minimal, last.events)))
    assert "ask-hidden-guile" in asked(
        findings(build_timeline(minimal, last.play("wait", "wait").events))
    )


def test_a_suspicion_of_who_took_or_fell_short_is_not_called_baseless(
    minimal: CompiledScenario,
) -> None:
    happens = [suspects(FERRY, BIKES)]
    honest = Play().play("wait", "wait", happens=happens)
    slipped = Play().play("wait", "wait", happens=happens, slipped=[BIKES])
    grabbed = Play().play("wait", "walk-out", happens=happens)
    for play, is_asked in ((honest, True), (slipped, False), (grabbed, False)):
        found = findings(build_timeline(minimal, play.events))
        assert ("ask-false-suspicion" in asked(found)) == is_asked


# What was proposed, and what came of it


def test_a_no_is_told_also_where_the_script_brought_it_later(minimal: CompiledScenario) -> None:
    no = refused(FERRY, "roles", "ferry.skipper", "adopt")
    comes = partial(
        ScriptEventOccurred, event="skipper-retires", party=None, adopted=("ferry.skipper",)
    )
    play = Play().play("wait", "wait").reflect(happens=[no]).play("wait", "wait", happens=[comes])
    found = findings(build_timeline(minimal, play.end().events))
    told = step(minimal, found, 7)
    assert "asked to the table." in told.split("What the script changed")[1]
    assert "by Vlieter Ferries after round 1" in told.split("What was proposed and not agreed")[1]
    assert "ask-refused" in asked(found)
    assert [each.code for each in found.theses[3].against] == ["change-refused"]


def test_a_proposal_that_was_agreed_to_later_is_not_said_never_to_have_been_refused(
    minimal: CompiledScenario,
) -> None:
    no = refused(FERRY, "rules", "exit-fee", "drop")
    yes = agreed(FERRY, "rules", "exit-fee", "drop", before=True, after=False)
    play = Play().play("wait", "wait").reflect(happens=[no])
    play.play("wait", "wait").reflect(happens=[yes])
    found = findings(build_timeline(minimal, play.play("wait", "wait").events))
    assert [each.code for each in found.theses[3].against] == [NOTHING]


def test_what_was_refused_is_told_of_a_thing_that_was_changed_in_another_way(
    minimal: CompiledScenario,
) -> None:
    no = refused(FERRY, "rules", "exit-fee", "drop")
    yes = agreed(FERRY, "rules", "exit-fee", "amount", before=10, after=0)
    play = Play().play("wait", "wait").reflect(happens=[no])
    play.play("wait", "wait").reflect(happens=[yes])
    found = findings(build_timeline(minimal, play.play("wait", "wait").events))
    told = step(minimal, found, 7)
    assert "to drop it, by Vlieter Ferries after round 1" in told.split("What was proposed and")[1]
    assert "to 0" in told.split("What was proposed and")[0]


def test_of_a_phase_that_was_played_only_its_length_could_have_been_proposed(
    minimal: CompiledScenario,
) -> None:
    found = findings(build_timeline(minimal, Play().play("wait", "wait").end().events))
    played = {entry.phase.id for entry in found.timeline}
    silent = dict(ledger_groups(found))["never-questioned"]
    assert all(line.in_force or not line.given for line in silent)
    phases = [each for each in silent if each.chapter == "script" and each.thing.id in played]
    assert all(line.start is not None for line in phases)
    cast = Cast.of(minimal, words_in("en"))
    assert all(open_words(cast, line).startswith("how long “") for line in phases)


@pytest.mark.slow
@pytest.mark.parametrize("path", EACH)
def test_as_many_things_are_said_never_to_be_questioned_as_are_listed(path: Path) -> None:
    compiled = compiled_of(path)
    for live in plays(compiled, 6):
        events = [e for e in live.events if not isinstance(e, GameChanged | ChangeRefused)]
        timeline = build_timeline(compiled, events)
        found = findings(timeline, plays=0)
        counted = [e for e in found.patterns.found if e.code == "never-questioned"]
        lines = dict(ledger_groups(found)).get("never-questioned", ())
        assert [each.numbers["things"] for each in counted] == ([len(lines)] if lines else [])


@pytest.mark.slow
def test_what_was_laid_on_the_table_or_sat_in_is_not_said_to_be_untouched() -> None:
    """A prop that a move needed, and a place where they were."""
    for path in ("scenarios/care-merger.yaml", "scenarios/acquisition.yaml"):
        compiled = compiled_of(ROOT / path)
        for live in plays(compiled, 4):
            found = debrief(compiled, live.replayed, plays=0)
            silent = {(e.chapter, e.thing.id) for e in found.ledger if e.open}
            sat = {("decor", e.decor.id) for e in found.timeline if e.decor is not None}
            needed = {
                ("props", need)
                for e in found.timeline
                for made in e.moves
                if not made.vetoed
                if (need := compiled.scenario.moves[made.move].needs) is not None
            }
            assert silent.isdisjoint(sat | needed)


def test_no_question_takes_sides_where_both_lost_about_as_much(minimal: CompiledScenario) -> None:
    for ferry, bikes, count in ((0.2, 0.25, 2), (0.2, 0.55, 1)):
        play = Play(measures(0.6)).play("wait", "wait", measures({FERRY: ferry, BIKES: bikes}))
        found = findings(build_timeline(minimal, play.play("wait", "wait").events))
        told = step(minimal, found, 1)
        assert told.count("have needed from") == count


# Since when a party knows what another hid


@pytest.mark.slow
def test_whoever_sits_at_the_table_hears_what_another_brings_up() -> None:
    """Of three one hides something, another finds out and says so, and the third hears it."""
    compiled = compiled_of(ROOT / "scenarios/joint-venture.yaml")
    names = {name: Cast.of(compiled, words_in("en")).party(name) for name in compiled.parties}
    for live in plays(compiled, 20):
        found = debrief(compiled, live.replayed, plays=0)
        if heard := list(_heard_from_others(live, found)):
            break
    assert heard
    said = [e for e in live.events if isinstance(e, Confronted) and e.cause == "discovery"]
    told = step(compiled, found, 3)
    for guile, by, raised in heard:
        assert by not in guile.never_by
        assert any(
            (e.by, e.of, e.round) == (raised, guile.party, guile.discovered[by])
            and guile.move.id in e.moves
            for e in said
        )
        assert (
            f"In the talk after round {guile.discovered[by]} {names[by]} heard from "
            f"{names[raised]} what {names[guile.party]} had done."
        ) in told


def _heard_from_others(live: LivePlay, found: Findings) -> Iterator[tuple[Guile, str, str]]:
    """What a party heard and did not find out itself: what was hidden, by whom, and from whom."""
    for guile in found.knowledge.guile:
        for by, raised in guile.heard.items():
            if not any(
                isinstance(e, Discovered)
                and (e.by, e.of) == (by, guile.party)
                and guile.move.id in e.moves
                for e in live.events
            ):
                yield guile, by, raised


def test_what_is_done_again_to_who_knows_already_is_told_as_such(
    minimal: CompiledScenario,
) -> None:
    lie, sign = ("wait", HIDDEN), came_out(FERRY, BIKES, HIDDEN)
    play = Play().play(*lie).play("wait", "wait", happens=[sign]).play(*lie).play("wait", "wait")
    found = findings(build_timeline(minimal, play.events))
    first, second = found.knowledge.guile
    assert (first.discovered, first.knew, first.never_by) == ({FERRY: 2}, {}, ())
    assert (second.discovered, second.knew, second.never_by) == ({}, {FERRY: 2}, ())
    assert "had known since round 2 that" in step(minimal, found, 3)
    assert not [each for each in found.patterns.found if each.code == "hidden-guile"]
    assert "ask-hidden-guile" not in asked(found)
    told = found.story_of(BIKES).told
    assert told is None or told.round == 1


def test_what_was_kept_back_in_a_later_round_is_named(minimal: CompiledScenario) -> None:
    """What is found out can be kept back a round later, after something else was spoken of."""
    play = Play().play("wait", HIDDEN, happens=[came_out(FERRY, BIKES, HIDDEN)])
    play.play("wait", "wait").play("wait", "wait")
    kept = Silence(FERRY, BIKES, (move_ref(minimal, HIDDEN),))
    timeline = build_timeline(minimal, play.events)
    entries = tuple(
        replace(entry, kept=(kept,)) if entry.round == 2 else entry for entry in timeline.entries
    )
    story_of = findings(replace(timeline, entries=entries)).story_of(FERRY)
    assert [[move.id for move in each.moves] for each in story_of.unsaid] == [[HIDDEN]]


# Nothing twice, and nothing cut


def test_what_was_not_found_is_said_once_of_each_thesis(minimal: CompiledScenario) -> None:
    found = findings(build_timeline(minimal, Play().play("wait", "wait").events))
    told = step(minimal, found, 6)
    assert len(re.findall(r"Thesis \d: nothing found", told)) == 5
    assert "Nothing found in this play" not in told


def test_an_event_is_told_to_its_last_sentence(minimal: CompiledScenario) -> None:
    event = Ref("event", "x", Text(en="A sack"), Text(en="It stands there. It is ours."))
    told = event_words(Cast.of(minimal, words_in("en")), event)
    assert told == "“A sack”. It stands there. It is ours."


def test_what_the_first_page_asks_is_not_asked_again(minimal: CompiledScenario) -> None:
    play = Play()
    for _ in range(3):
        play.play("swap", "swap", slipped=[FERRY])
    found = findings(build_timeline(minimal, play.events))
    once = "Your own side stopped your move or carried out only half of it three times"
    assert once in story(minimal, found, [FERRY])
    shown = debrief_steps(Cast.of(minimal, words_in("en")), found, [FERRY])[3]
    assert not any("three times" in line.text for line in shown.questions)


@pytest.mark.slow
def test_what_everybody_chose_is_told_once() -> None:
    """Of three, in a round that is told of what came out in it."""
    compiled = compiled_of(ROOT / "scenarios/joint-venture.yaml")
    name = next(iter(compiled.scenario.moves))
    move = Ref("move", name, compiled.scenario.moves[name].title)
    beside = tuple(
        Beside(party, move, hides=False, slipped=False, vetoed=False) for party in compiled.parties
    )
    by, of, *_ = compiled.parties
    turn = Turn("discovery", 1, 1, by, of, 0.5, 0.4, 0.1, move=move, beside=beside)
    told = turn_told(Cast.of(compiled, words_in("en")), turn, None)
    title = compiled.scenario.moves[name].title.in_language("en")
    assert f"That same round everybody chose “{title}”." in told


def test_what_came_out_sooner_is_told_sooner(minimal: CompiledScenario) -> None:
    """Of two who hid something in one round."""
    play = Play().play(HIDDEN, HIDDEN, happens=[came_out(FERRY, BIKES, HIDDEN)])
    play.play("wait", "wait", happens=[came_out(BIKES, FERRY, HIDDEN)])
    first = Play().play(HIDDEN, HIDDEN, happens=[came_out(BIKES, FERRY, HIDDEN)])
    first.play("wait", "wait", happens=[came_out(FERRY, BIKES, HIDDEN)])
    for each in (play, first):
        told = step(minimal, findings(build_timeline(minimal, each.events)), 3)
        assert 0 < told.index("that same round") < told.index("In round 2 ")
