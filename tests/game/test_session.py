"""A person plays in a terminal: what they type, and what they see."""

import errno
import io
import os
import random
import re
import shlex
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest

from engine import files
from engine.live_play import HUMAN, LivePlay
from engine.model.parameters import READING
from engine.play.afterthoughts import Afterthoughts, TurnMarked
from engine.play.compiled import compile_scenario
from engine.play.state import MoveChoice
from engine.play.trace import Trace, load_trace, pack, parse_trace
from engine.play.view.heard import FoundMove, FoundOut, RitualSeen
from engine.play.view.records import EndingSeen
from engine.players import PERSONAS
from engine.scenario.load import load
from engine.scenario.schema import Text
from game import library
from game.cli import main
from game.errors import program_name
from game.pages.director import arrival_of
from game.presenters.ending import ending
from game.presenters.page import Cast
from game.presenters.pages import lines
from game.presenters.reveal import tell, took_part
from game.saves import unfinished
from game.studio.lengths import words_in_text
from game.words import words_in
from tests.conftest import ALL, CARE_MERGER, FORKED, compiled_of
from tests.game.conftest import DUTCH, MINIMAL, THREE, Run, Said
from tests.game.test_screen import Terminal
from tests.play.test_trace import resealed

START = ("play", MINIMAL, "--role", "ferry", "--against", "builder", "--seed", "3", "--text")
BRIEFED = ("", "")  # past the briefing and past the game
GO = (*BRIEFED, "")  # and past how far the others are trusted
# Two people: a curtain and a briefing each, then all together to where the talks begin.
TO_BOTH_AT_THE_TABLE = ("", *BRIEFED, "", *BRIEFED, "", "")
PILE = pack(b"[" * 10_000)  # no text of a scenario
# Answers that always mean something somewhere, so that any play reaches its end.
ANYTHING = ("1", "2", "", "3", "j", "20", "1", "n", "")


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def saved() -> Path:
    """The only play that can be resumed."""
    (path,) = unfinished().glob("*.trace.json")
    return path


def choices(path: Path) -> list[object]:
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    return [each["ferry"] for each in trace.choices if "ferry" in each]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "language"),
    [(CARE_MERGER, "nl"), *zip(ALL, cycle(("en", "nl")), strict=False)],
    ids=lambda each: each.stem if isinstance(each, Path) else each,
)
def test_any_scenario_can_be_played_to_its_debrief(path: Path, language: str, run: Run) -> None:
    scenario = load(path).scenario
    assert scenario is not None
    role = next(iter(scenario.parties))
    typed = tuple(islice(cycle(ANYTHING), 900))
    said = run(
        "play", str(path), "--role", role, "--against", "reciprocator", "--seed", "2", "--text",
        "--lang", language, typed=typed,
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")
    assert re.search(r"^8\. ", said.out, re.MULTILINE), said.out[-2000:]
    assert "main.py debrief" in said.out
    assert "None" not in said.out
    assert not list(unfinished().glob("*"))


def test_a_round_goes_from_scene_to_reveal_to_numbers(run: Run) -> None:
    out = flat(run(*START, "--lang", "en", typed=(*GO, "1!", "2?", "3")).out)
    order = [
        "You play Vlieter Ferries", "What only you know", "The game Somebody",
        "Rules: Everyone keeps their books closed ◇",
        "Round 1: First talk", "Anneke Brouwer", "What will Brouwer Bicycles do",
        "Noted: trust-building, sure.", "What do you do?", "The others see:",
        "Sealed: Swap a later boat", "The envelopes are opened", "Brouwer Bicycles:",
        "You expected Brouwer Bicycles", "What it did to you", "Trust in Brouwer Bicycles",
        "Value this round", "Your play is saved.",
    ]  # fmt: skip
    at = 0
    for each in order:
        at = out.find(each, at)
        assert at >= 0, each


@pytest.mark.slow
def test_what_came_of_a_choice_can_be_read_before_what_follows(run: Run) -> None:
    """Every time: one Enter, and none where nothing was shown since."""
    out = run(*START, "--lang", "en", typed=(*GO, "", "1", "", "", "2", "")).out
    first, second, rest = out.split("Enter for what follows")
    assert first.count("What it did to you") == second.count("What it did to you") == 1
    assert second.index("Round 2") < second.index("What it did to you")
    assert "Reflection moment" in rest
    typed = (*TO_BOTH_AT_THE_TABLE, "", "", "", "1")
    both = run("play", MINIMAL, "--role", "both", "--seed", "3", "--text", "--lang", "en",
               typed=typed).out  # fmt: skip
    assert "The screen is for Brouwer" in both.split("Sealed")[1]
    assert "Enter for what follows" not in both.split("Sealed")[1]


def test_a_move_shows_what_it_is_and_what_it_looks_like(run: Run) -> None:
    out = flat(run(*START, "--lang", "nl", typed=(*GO, "", "5?")).out)
    assert "▼ opportunistisch, oogt wederkerig." in out
    assert "Voor hen wederkerig." in out


def test_figures_of_a_move_are_shown_on_demand(run: Run) -> None:
    before, after = flat(run(*START, "--lang", "nl", typed=(*GO, "", "5?")).out).rsplit("5?", 1)
    assert "verwachten:" not in before
    assert "zolang ze er niet doorheen kijken" not in before
    assert "zolang ze er niet doorheen kijken. Je haalt er meer uit dan" in after
    assert "Je kunt verwachten: hun vertrouwen" in after


@pytest.mark.parametrize(("typed", "probability"), [("2!", READING.sure), ("2", READING.hunch)])
def test_a_prediction_is_sealed_with_the_move(typed: str, probability: float, run: Run) -> None:
    run(*START, typed=(*GO, typed, "1"))
    (choice,) = choices(saved())
    assert isinstance(choice, MoveChoice)
    (prediction,) = choice.predictions
    assert (prediction.about, prediction.stance) == ("bikes", "reciprocal")
    assert prediction.probability == probability


def test_enter_skips_the_prediction(run: Run) -> None:
    run(*START, typed=(*GO, "", "1"))
    (choice,) = choices(saved())
    assert isinstance(choice, MoveChoice)
    assert choice.predictions == ()


@pytest.mark.slow
def test_nobody_is_asked_to_predict_where_the_author_does_not_want_it(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "plain.yaml"
    text = Path(MINIMAL).read_text(encoding="utf-8")
    path.write_text(text.replace("predict: yes", "predict: no"), encoding="utf-8")
    said = run(START[0], str(path), *START[2:], "--lang", "en", typed=(*GO, "1"))
    assert "What will" not in said.out
    (choice,) = choices(saved())
    assert isinstance(choice, MoveChoice)
    assert choice.predictions == ()


def test_plus_calls_a_reflection_moment_once(run: Run) -> None:
    said = run(*START, "--lang", "en", typed=(*GO, "", "1+", ""))
    assert "Step 1 of 4" in said.out
    (choice,) = choices(saved())
    assert isinstance(choice, MoveChoice)
    assert choice.call


@pytest.mark.parametrize("wrong", ["0", "99", "-1", "1.5", "hello", "½", "²", "1 2", "?", "+"])
def test_what_is_no_move_is_told_and_asked_again(wrong: str, run: Run) -> None:
    said = run(*START, "--lang", "en", typed=(*GO, "", wrong, "1"))
    assert said.code == 0
    if wrong != "?":
        assert "Type a number from 1 to" in said.out
    assert len(choices(saved())) == 1


def test_what_is_typed_is_told_back_no_longer_than_needed(run: Run) -> None:
    said = run(*START, "--lang", "en", typed=(*GO, "x" * 5_000, "", "x" * 5_000, "9" * 5_000, "q"))
    assert "isn't a move here" in flat(said.out)
    assert "xxx…" in said.out
    assert not re.search(r"x{100}|9{100}", flat(said.out))


@pytest.mark.parametrize("digit", ["2", "２", "٢", "२"])
def test_a_digit_of_any_script_picks_a_move(run: Run, digit: str) -> None:
    said = run(*START, "--lang", "en", typed=(*GO, digit, digit, "q"))
    assert "Noted: reciprocal" in flat(said.out)
    assert "Sealed: Ask about that night" in flat(said.out)


def test_the_small_commands_work_at_any_question(run: Run) -> None:
    typed = (*GO, "?", "w", "g", "b", "s", "", "w", "1", "w")
    out = flat(run(*START, "--lang", "nl", typed=typed).out)
    assert "Wat je altijd kunt typen" in out
    assert "Er is nog geen ronde gespeeld" in out
    assert out.count("Het spel zoals het nu staat") == 1
    assert out.count("Je speelt Rederij De Vlieter") == 2
    assert out.count("Ronde 1: Eerste gesprek") == 2
    assert out.count("Hoe het er voor jou voor staat") == 3
    assert out.index("Waarom het bewoog, de vorige ronde") < out.rindex("Vertrouwen in Fietsen")


@pytest.mark.slow
def test_help_is_about_what_is_asked_now(run: Run) -> None:
    """A move, a step of a reflection moment, or a reply to who was refused something."""
    help_on = {
        "round": (GO, ["round", "mood"]), "moment": (BENCH, ["moment"]),
        "scene": ((*STEP_3, "", "", "n", "", ""), ["scene"]),
    }  # fmt: skip
    every = {key for _, keys in help_on.values() for key in keys}
    for typed, told in help_on.values():
        out = flat(run(*START, "--lang", "en", typed=(*typed, "?")).out)
        assert {key for key in every if flat(words_in("en")(f"help.keys.{key}")) in out} == {*told}


def test_the_language_is_switched_in_mid_play_and_remembered(run: Run) -> None:
    out = run(*START, "--lang", "nl", typed=(*GO, "t", "", "1")).out
    before, _, after = out.partition("On in English.")
    assert "Ronde 1: Eerste gesprek" in before
    assert "Round 1: First talk" in after
    assert "Ronde" not in after
    assert "main.py play --resume" in after
    assert "Usage" not in run("play", "--help").out
    assert "How to use it" in run("play", "--help").out  # the language is kept for next time


def test_a_scenario_in_one_language_says_so(run: Run) -> None:
    role = next(iter(load(Path(DUTCH)).scenario.parties))  # type: ignore[union-attr]
    said = run("play", DUTCH, "--role", role, "--against", "builder", "--text", "--lang", "en")
    assert "exist in Dutch only" in said.out


@pytest.mark.slow
def test_stopping_tells_how_to_go_on_and_going_on_does(run: Run) -> None:
    run(*START, "--lang", "en", typed=(*GO, "", "2", "q"))
    path = saved()
    said = run("play", "--resume", str(path), "--text", "--lang", "en")
    assert "Round 2: First talk" in said.out
    assert "You play Vlieter Ferries" not in said.out
    assert str(path) in said.out


@pytest.mark.slow
def test_a_play_that_was_cut_off_once_all_people_had_chosen_goes_on_with_the_results(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("engine.live_play.choose", cut_off)
        run(*START, "--lang", "en", typed=(*GO, "", "2"))
    assert len(choices(saved())) == 1
    said = run("play", "--resume", str(saved()), "--text", "--lang", "en", typed=("", "", "q"))
    assert (said.code, said.err) == (0, "")
    assert "Somebody brings up last year." in said.out
    assert "Round 2: First talk" in said.out


@pytest.mark.slow
def test_the_way_on_can_be_typed_whatever_the_folder_is_called(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAMENSPEL_HOME", str(tmp_path / "My Games"))
    said = run(*START, "--lang", "en", typed=(*GO, "", "2"))
    command = said.out.split("Resume with: ")[1].split("main.py ")[1].strip()
    going_on = run(*shlex.split(command), "--text", "--lang", "en")
    assert going_on.code == 0
    assert "Round 2: First talk" in going_on.out


def test_a_choice_is_only_called_sealed_once_it_is_saved(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fills up in mid-play, in another language than the play began in."""
    write = files.write_file

    def full_after_one(path: Path, content: bytes) -> None:
        trace = parse_trace(content)
        if isinstance(trace, Trace) and len(trace.choices) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, content)

    monkeypatch.setattr("engine.play.trace.write_file", full_after_one)
    typed = (*GO, "", "2", "", "", "t", "3")
    said = run(*START, "--lang", "nl", typed=typed)
    path = saved()
    assert said.code == 2
    assert "Verzegeld: Vraag naar die nacht" in said.out
    assert "Sealed" not in said.out
    assert "(the disk is full); your last choice is not saved" in said.err
    assert f"--resume {path}" in said.err
    assert len(choices(path)) == 1


@pytest.mark.slow
def test_the_last_unfinished_play_is_offered(run: Run) -> None:
    run(*START, "--lang", "en", typed=(*GO, "", "2"))
    said = run("play", MINIMAL, "--text", "--lang", "en", typed=("y",))
    assert "You have an unfinished play" in said.out
    assert "as Vlieter Ferries: round 2, First talk" in flat(said.out)
    assert "Round 2: First talk" in said.out
    said = run("play", MINIMAL, "--text", "--lang", "en", typed=("maybe", "n", "2", ""))
    assert "You play Brouwer Bicycles" in said.out


@pytest.mark.slow
def test_a_play_is_offered_as_it_began_when_its_scenario_was_changed(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "s.yaml"
    written = Path(MINIMAL).read_text("utf-8")
    path.write_text(written, "utf-8")
    start = ("play", str(path), *START[2:], "--lang", "en")
    run(*start, typed=(*GO, "", "2", "q"))
    path.write_text(written.replace("trust: 50", "trust: 51", 1), "utf-8")
    said = flat(run("play", str(path), "--text", "--lang", "en", typed=("y", "q")).out)
    assert "as Vlieter Ferries: round 2, First talk" in said
    assert "The scenario has been changed since this play began" in said


@pytest.mark.slow
def test_a_play_that_got_stuck_hides_no_other(run: Run) -> None:
    run(*START, "--lang", "en", typed=(*GO, "", "2", "q"))
    good = saved()
    for name, change in (
        ("stuck", lambda body: body["choices"][0]["ferry"].update(move="none")),
        ("nobody", lambda body: body.update(seats={"ferry": "human"})),
        ("other", lambda body: body["scenario"].update(digest="") or body.update(text="")),
        ("pile", lambda body: body["scenario"].update(digest="") or body.update(text=PILE)),
    ):
        (good.parent / f"{name}.trace.json").write_bytes(resealed(good.read_text("utf-8"), change))
    (good.parent / "folder.trace.json").mkdir()
    (good.parent / "half.trace.json").write_bytes(good.read_bytes()[:1000])
    os.utime(good, (1, 1))  # the others were saved later
    said = run("play", MINIMAL, "--text", "--lang", "en", typed=("y", "q"))
    assert (said.code, said.err) == (0, "")
    assert "as Vlieter Ferries: round 2, First talk" in flat(said.out)
    assert str(good) in said.out


@pytest.mark.slow
def test_picking_leads_from_nothing_to_a_briefing(run: Run) -> None:
    said = run("play", "--text", "--lang", "en", typed=("x", "1", "1", "", "q"))
    for each in ("Which scenario?", "Who are you?", "who speaks for", "You play"):
        assert each in said.out


@pytest.mark.slow
def test_enter_takes_the_first_of_everything_there_is_to_pick(run: Run) -> None:
    out = flat(run("play", "--text", "--lang", "en", typed=("", "", "", "q")).out)
    first = next(iter(library.playable()[0].scenario.parties.values()))
    assert f"You play {first.name.en}" in out


@pytest.mark.slow
def test_what_there_is_to_pick_takes_a_line_and_tells_more_when_asked(run: Run) -> None:
    scenario = library.playable()[0].scenario
    of = words_in("en").of
    about, public = of(scenario.summary), of(next(iter(scenario.parties.values())).public)
    typed = ("1?", "1", "1?", "1", "+", "9", "2", "q")
    said = flat(run("play", "--text", "--lang", "en", typed=typed).out)
    listed, asked = said.split("1? tells more), or Enter for 1: 1? ", 1)
    assert "At the table:" not in listed
    assert asked.startswith(flat(about))
    assert "At the table:" in asked
    listed, asked = asked.split("1? tells more), or Enter for 1: 1? ", 1)
    assert flat(public) not in listed
    assert asked.startswith(flat(public))
    listed, asked = asked.split(": + ", 1)
    people = flat(of(PERSONAS["reciprocator"].text))
    assert people not in listed
    assert asked.count(people) == 2  # again after a number that is not in the list
    assert asked.count(flat(words_in("en")("pick.persona.number"))) == 2  # and how to choose
    assert "controller" not in said  # people are described, not labelled


@pytest.mark.slow
def test_a_newcomer_reads_little_before_the_first_choice(run: Run) -> None:
    """Words on the screens from the start to the first move; of the first lesson."""
    for language, move in (("nl", "Jouw zet"), ("en", "Your move")):
        out = run("play", "--text", "--lang", language, typed=("", "", "", "", "", "", "")).out
        assert words_in_text(out[: out.index(move)]) < 500


def test_what_holds_for_every_move_is_told_when_it_changes(run: Run) -> None:
    """That a reflection moment can be called, and no more once it is."""
    out = flat(run(*START, "--lang", "en", typed=(*GO, "", "1", "", "", "2", "q")).out)
    assert out.count("What do you do?") == 2
    assert out.count("Add + (2+) to call a reflection moment") == 1


@pytest.mark.slow
def test_what_becomes_of_an_answer_about_trust_is_told_once(run: Run, tmp_path: Path) -> None:
    out = flat(run(*START, "--lang", "en", typed=tuple(islice(cycle(ANYTHING), 900))).out)
    assert out.count("How far do you trust Brouwer Bicycles") > 1
    assert out.count("the debrief comes back to it") == 1


def test_a_place_is_described_when_the_talks_come_there(run: Run) -> None:
    """Once, and not again in the next phase at the same place."""
    ferry = load(Path(MINIMAL)).scenario
    assert ferry is not None
    out = flat(run(*START, "--lang", "en", typed=BENCH).out)
    for decor in ferry.decor.values():
        assert out.count(flat(words_in("en").of(decor.text))) <= 1


def test_two_people_take_turns_behind_a_curtain(run: Run) -> None:
    typed = (*TO_BOTH_AT_THE_TABLE, "", "", "1", "", "", "1", "", "q")
    said = run("play", MINIMAL, "--role", "both", "--seed", "3", "--text", "--lang", "en",
               typed=typed)  # fmt: skip
    curtain = said.out.split("The screen is for ")
    assert [each.split("\n")[0] for each in curtain[1:5]] == [
        "Vlieter Ferries", "Brouwer Bicycles", "Vlieter Ferries", "Brouwer Bicycles",
    ]  # fmt: skip
    assert said.out.count("\n" * 100) >= 4
    ferry_brief, bikes_brief = "The bank wants figures", "A chain from Rotterdam"
    assert ferry_brief in curtain[1]
    assert bikes_brief not in curtain[1]
    assert bikes_brief in curtain[2]
    assert ferry_brief not in curtain[2]


def test_nothing_private_can_be_asked_while_all_may_look(run: Run) -> None:
    typed = ("b", "", "q")  # at the first curtain nobody is known to look alone
    said = run("play", MINIMAL, "--role", "both", "--text", "--lang", "en", typed=typed)
    before, _, after = said.out.partition("Enter when only you are looking: b")
    assert "The bank wants figures" not in before
    assert after.lstrip().startswith("You play Vlieter Ferries")
    assert after.count("The bank wants figures") == 1


def test_switching_the_language_at_the_curtain_shows_no_hand(run: Run) -> None:
    typed = (*TO_BOTH_AT_THE_TABLE, "", "", "", "1", "t", "q")
    said = run("play", MINIMAL, "--role", "both", "--text", "--lang", "nl", typed=typed)
    after = said.out.split("On in English.")[1]
    assert "Sealed" not in after
    assert "What do you do?" not in after
    assert "only you are looking" in after


@pytest.mark.slow
def test_two_people_come_to_the_end_together(run: Run) -> None:
    typed = tuple(islice(cycle(ANYTHING), 900))
    said = run("play", MINIMAL, "--role", "both", "--seed", "3", "--text", "--lang", "nl",
               typed=typed)  # fmt: skip
    assert (said.code, said.err) == (0, "")
    assert "Het einde: " in said.out
    assert re.search(r"^8\. En nu", said.out, re.MULTILINE)


@pytest.mark.slow
def test_the_debrief_asks_before_it_shows(run: Run) -> None:
    typed = tuple(islice(cycle(ANYTHING), 900))
    out = run(*START, "--lang", "en", typed=typed).out
    asked = (
        "Your word (Enter skips it)", "The number of the round, or in your own words",
        "What you would do differently", "What I'll do",
    )  # fmt: skip
    for each in asked:
        assert out.count(each) == 1
    story = out.index("Debrief: ")
    assert out.index(asked[1]) < story < out.index(asked[2])
    for step, shown in (
        ("2. What happened", "The log"),
        ("5. What if", f"played on {FORKED} times"),
    ):
        part = out[out.rindex(step) : out.rindex(shown)]
        assert "Enter when you have an answer" in part


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("role", ["harbour", "both"])
def test_nothing_that_is_typed_makes_it_fall(seed: int, role: str, run: Run) -> None:
    luck = random.Random(seed)
    keys = [
        *"123456789",
        "",
        "",
        "?",
        "w",
        "g",
        "b",
        "s",
        "t",
        "j",
        "n",
        "1+",
        "2?",
        "x",
        "1!",
        "\x00",
        "é",
    ]
    typed = tuple(luck.choice(keys) for _ in range(150))
    path = MINIMAL if role == "both" else THREE
    said = run("play", path, "--role", role, "--against", "charmer", "--seed", str(seed), "--text",
               typed=typed)  # fmt: skip
    assert (said.code, said.err) == (0, "")


@pytest.mark.slow
def test_a_move_of_another_never_shows_its_hidden_side(run: Run) -> None:
    typed = (*GO, *(["", "4", ""] * 2))
    out = flat(run("play", MINIMAL, "--role", "ferry", "--against", "charmer", "--seed", "1",
                   "--text", "--lang", "en", typed=typed).out)  # fmt: skip
    reveals = out.split("The envelopes are opened")[1:]
    assert reveals
    for each in reveals:
        told = each.split("What it did to you")[0]
        assert "opportunistic" not in told
        assert "Start selling tickets" not in told


# --- what two people ran into -------------------------------------------------------------------

BENCH = (*GO, "", "2", "", "", "2", "")  # two rounds, up to the reflection moment on the bench
STEP_3 = (*BENCH, "1", "", "1", "")
# No proposal, no consent and no reason; an explanation for it; no word on trust, and no guess in
# round 3.
TO_CLOSING = (*STEP_3, "", "", "n", "", "", "2", "", "", "", "")


@pytest.mark.slow
def test_the_situation_at_a_guess_is_not_the_list_of_moves(run: Run) -> None:
    for typed in ("s", "t"):
        out = run(*START, "--lang", "nl", typed=(*GO, typed)).out
        assert "Wat doe je?" not in out
        assert "What do you do?" not in out
        asked = out.count("Wat doet Fietsen Brouwer") + out.count("What will Brouwer Bicycles")
        assert asked == 2


@pytest.mark.slow
def test_a_play_goes_on_in_its_own_language_unless_another_is_asked_for(run: Run) -> None:
    run(*START, "--lang", "en", typed=(*GO, "", "2"))
    path = str(saved())
    assert "Round 2: First talk" in run("play", "--resume", path, "--text").out
    assert "Round 2: First talk" in run("play", MINIMAL, "--text", typed=("j",)).out
    assert "Ronde 2: Eerste gesprek" in run("play", "--resume", path, "--text", "--lang", "nl").out


@pytest.mark.slow
def test_going_on_begins_with_what_came_last(run: Run) -> None:
    run(*START, "--lang", "en", typed=(*GO, "", "2"))
    out = flat(run("play", "--resume", str(saved()), "--text").out)
    recap = out[out.index("Where you left off") : out.index("Round 2: First talk")]
    assert "Somebody brings up last year." in recap
    assert "Value this round" in recap


@pytest.mark.slow
def test_an_unfinished_play_is_mentioned_to_who_asks_for_a_new_one(run: Run) -> None:
    assert "unfinished play" not in run(*START, "--lang", "en", typed=GO).out
    said = run(*START, "--lang", "en", typed=GO)
    assert "You have an unfinished play." in said.out
    assert "main.py play --resume " in said.out


def test_the_program_is_named_as_it_can_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setattr("sys.orig_argv", ["python3", "my game/main.py", "play"])
    assert program_name() == "python3 'my game/main.py'"
    monkeypatch.setenv("UV", "uv")
    assert program_name() == "python3 -m uv run --no-dev main.py"


@pytest.mark.slow
def test_a_moment_says_what_its_time_cost(run: Run) -> None:
    out = flat(run(*START, "--lang", "en", typed=TO_CLOSING).out)
    told = re.search(r"The time this took: value (−\d+), so far ([+−]?\d+)", out)
    before = re.findall(r"Value this round \S+ so far ([+−]?\d+)", out)
    assert told is not None
    as_number = [int(each.replace("−", "-")) for each in (*told.groups(), before[1])]
    assert as_number[1] == as_number[2] + as_number[0]


def test_the_steps_taken_seriously_are_told_in_words(run: Run) -> None:
    words = words_in("nl")
    for steps, expected in [
        (0.2, "haast niemand er een"), (1.0, "jullie één van de vier"),
        (2.8, "bijna drie"), (2.4, "ruim twee"), (4.0, "stappen alle vier"),
        (3.6, "hebben jullie bijna alle vier de stappen"),
    ]:  # fmt: skip
        assert expected in took_part(words, steps)


@pytest.mark.slow
def test_a_change_is_explained_by_what_it_would_do(run: Run) -> None:
    out = run(*START, "--lang", "en", typed=(*STEP_3, *[f"{each}?" for each in range(1, 9)])).out
    for each in ("holds from the next round", "is gone from", "Only the number", "no other round"):
        assert each in flat(out)


@pytest.mark.slow
def test_there_is_a_way_back_from_an_amount(run: Run, tmp_path: Path) -> None:
    shown = flat(run(*START, "--lang", "nl", typed=STEP_3).out)
    found = re.search(r"(\d)\. Een ander getal voor “Wie opstapt betaalt”", shown)
    assert found is not None
    number = found[1]
    said = flat(run(*START, "--lang", "nl", "--trace", str(tmp_path / "t.json"),
                    typed=(*STEP_3, number, "20", "", number, "30")).out)  # fmt: skip
    assert said.count("Dat staat nu al zo.") == 1
    assert said.count("Jij stelt voor") == 1
    assert "Jij stelt voor: “Wie opstapt betaalt” vaststellen op 30." in said


@pytest.mark.slow
def test_a_ritual_is_told_once_and_then_named_until_it_is_hollow() -> None:
    loaded = load(Path(MINIMAL)).scenario
    assert loaded is not None
    compiled = compile_scenario(loaded)
    live = LivePlay.start(compiled, seed=3, seats={"ferry": HUMAN, "bikes": "builder"}, digest="",
                        source="")  # fmt: skip
    cast, arrival = Cast.of(compiled, words_in("en")), arrival_of(live)
    assert arrival is not None
    (coffee,) = [each for each in arrival.told if isinstance(each, RitualSeen)]
    hollow = loaded.rituals["coffee"].hollow
    assert hollow is not None

    def told(*told: RitualSeen, again: tuple[RitualSeen, ...] = ()) -> str:
        page = replace(arrival, told=told, again=again)
        return flat(" ".join(line.text for line in lines(cast, page)))

    gone = replace(coffee, hollow=True, text=hollow)
    assert "The coffee goes round." in told(coffee)
    assert "The coffee goes round." not in told(again=(coffee,))
    assert "Ritual, as always: Coffee first." in told(again=(coffee,))
    assert "Nobody touches the pot." in told(gone)
    assert "Coffee first (gone hollow)" in told(again=(gone,))


def test_a_ritual_that_is_known_is_only_named_when_it_is_held_again() -> None:
    compiled = compiled_of(Path(MINIMAL))
    live = LivePlay.start(compiled, seed=3, seats={"ferry": HUMAN, "bikes": "builder"}, digest="",
                        source="")  # fmt: skip
    first = arrival_of(live)
    live.choose(MoveChoice("ferry", "wait"))
    second = arrival_of(live)
    assert first is not None
    assert second is not None
    assert [each.id for each in first.told if isinstance(each, RitualSeen)] == ["coffee"]
    assert [each.id for each in second.again] == ["coffee"]
    assert not any(isinstance(each, RitualSeen) for each in second.told)


@pytest.mark.slow
def test_with_many_changes_a_heading_is_chosen_first(run: Run, tmp_path: Path) -> None:
    many = "\n".join(
        f"  extra-{n}:\n    name: {{nl: Regel {n}, en: Rule {n}}}\n"
        f"    text: {{nl: Tekst {n}., en: Text {n}.}}\n    negotiable: yes\n"
        f"    effect: {{safety: +1}}"
        for n in range(8)
    )
    path = tmp_path / "many.yaml"
    path.write_text(Path(MINIMAL).read_text("utf-8").replace("rules:\n", f"rules:\n{many}\n", 1))
    typed = (*STEP_3, "1", "2?", "", "99", "1", "2", "", "", "", "")
    said = run("play", str(path), *START[2:], "--lang", "en", "--trace", str(tmp_path / "t.json"),
               typed=typed)  # fmt: skip
    assert said.out.count("1. Rules (12)") == 2
    assert said.out.count("2. Drop the rule “Rule 1”") == 2
    assert "Text 1." in said.out
    assert "“99” isn't on the list. Type a number from 1 to" in said.out
    assert "You propose: drop the rule “Rule 1”." in flat(said.out)


@pytest.mark.slow
def test_whoever_leaves_is_asked_first(run: Run, tmp_path: Path) -> None:
    shown = run(*START, "--lang", "en", typed=TO_CLOSING).out
    number = re.findall(r"(\d)\. Take your coat", shown)[-1]
    typed = (*TO_CLOSING, number, "n", number, "x", "y")
    said = run(*START, "--lang", "en", "--trace", str(tmp_path / "t.json"), typed=typed).out
    assert said.count("This ends it, for everybody.") == 2
    assert said.count("Sealed: Take your coat.") == 1
    assert "The end: " in said


# What is typed at each question of the debrief of a play that ends at the closing.
WRITES = (
    "", "moe, en e\u0301e\u0301n keer =cmd()", "1 toen de jas aanging", "stop", "Ring Hein", "",
    "he laughs",
)  # fmt: skip


def written(run: Run, path: Path, *typed: str) -> Said:
    """A play that somebody leaves at the closing, with what they type at the debrief."""
    start = (*START, "--lang", "en", "--trace", str(path), "--overwrite")
    shown = run(*start, typed=TO_CLOSING).out
    number = re.findall(r"(\d)\. Take your coat", shown)[-1]
    return run(*start, typed=(*TO_CLOSING, number, "y", *typed))


@pytest.mark.slow
def test_what_is_typed_at_the_debrief_is_kept_with_the_play(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.trace.json"
    said = written(run, path, *WRITES)
    assert said.code == 0
    assert "What you wrote down is kept with the play." in said.out
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert trace.afterthoughts == (
        Afterthoughts(
            "ferry", feeling="moe, en één keer =cmd()", marked=TurnMarked("round", 1),
            turn="toen de jas aanging", otherwise="stop", friday="Ring Hein", sign="he laughs",
        ),
    )  # fmt: skip
    told = flat(run("debrief", str(path), "--lang", "en").out)
    for each in (
        "In a word: “moe, en", "On the turning point: “toen de jas aanging”",
        "Differently next time: “stop”", "Before Friday: “Ring Hein”", "How it will show: “he",
    ):  # fmt: skip
        assert each in told
    assert "Who will hear of it" not in told


@pytest.mark.slow
def test_what_was_written_can_be_added_to_another_day(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.trace.json"
    first = written(run, path, "", "moe", "1 toen", "q")
    assert f"main.py play --resume {path}" in flat(first.out)
    typed = ("", "", "", "luisteren", "q")
    later = run("play", "--resume", str(path), "--text", "--lang", "en", typed=typed)
    assert later.code == 0
    assert "Your word (Enter keeps “moe”):" in later.out
    assert "(Enter keeps “round 1: toen”):" in flat(later.out)
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert trace.afterthoughts == (
        Afterthoughts("ferry", "moe", TurnMarked("round", 1), "toen", otherwise="luisteren"),
    )


@pytest.mark.slow
def test_whoever_stops_halfway_keeps_what_was_typed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.trace.json"
    said = written(run, path, "", "moe", "q")
    assert said.code == 0
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert [each.feeling for each in trace.afterthoughts] == ["moe"]


@pytest.mark.slow
def test_enter_alone_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.trace.json"
    said = written(run, path, *[""] * 30)
    assert "Whom I'll tell (Enter skips it):" in said.out
    assert "kept with the play." not in said.out.split("This play is kept")[1]
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert not trace.afterthoughts


@pytest.mark.slow
def test_a_round_that_was_not_played_is_asked_again(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.trace.json"
    said = written(run, path, "", "", "99", "1", "", "")
    assert "There is no round 99; there were" in said.out
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert trace.afterthoughts[0].marked == TurnMarked("round", 1)
    assert "You chose round 1 as the turning point" in flat(said.out)


@pytest.mark.slow
def test_a_disk_that_is_full_at_the_debrief_is_told_and_nothing_falls(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(live: LivePlay, written: Afterthoughts) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(LivePlay, "write_down", full)
    said = written(run, tmp_path / "mine.trace.json", *WRITES)
    assert said.code == 0
    assert "can't be written (the disk is full)" in flat(said.out)


@pytest.mark.slow
def test_a_reader_alone_is_not_asked_to_speak_up(run: Run) -> None:
    typed = tuple(islice(cycle(ANYTHING), 900))
    alone = flat(run(*START, "--lang", "nl", typed=typed).out)
    together = flat(
        run("play", MINIMAL, "--role", "both", "--seed", "3", "--text", "--lang", "nl",
            typed=typed).out
    )  # fmt: skip
    for each in ("Zeg het hardop", "Met meer tafels"):
        assert each not in alone
        assert each in together
    assert "Waar het Rederij De Vlieter om ging" in alone
    assert "Waar het Fietsen Brouwer om ging" not in alone
    assert "Waar het Fietsen Brouwer om ging" in together


def test_a_locked_move_names_the_rule(tmp_path: Path, run: Run) -> None:
    text = Path(MINIMAL).read_text("utf-8")
    text = text.replace("effect: {candour: {max: 60}}", "effect: {forbids: [wait]}")
    text = text.replace("    effect: {safety: +5}\n", "    effect: {allows: [swap]}\n")
    path = tmp_path / "locked.yaml"
    path.write_text(text)
    out = flat(run("play", str(path), *START[2:], "--lang", "en", typed=(*GO, "")).out)
    assert "not with “Everyone keeps their books closed”." in out
    assert "only with “Whoever spoke last listens first”." in out


def test_a_lopsided_end_says_for_whom() -> None:
    cast = Cast(words_in("en"), {"a": Text(nl="Aa", en="Aa"), "b": Text(nl="Bee", en="Bee")})
    end = EndingSeen("lopsided", Text(nl="x", en="x"), Text(nl="y", en="y"))
    told = flat(" ".join(line.text for line in ending(cast, end, {"a": 0.1, "b": 1.4})))
    assert "far more for Bee than for Aa" in told


@pytest.mark.parametrize(
    ("own", "expected"),
    [(True, "A sign. That is how your “Sell” came out."), (False, "A sign.")],
)
def test_what_comes_out_is_told_without_a_label_and_to_oneself_also_which(
    own: bool, expected: str
) -> None:
    cast = Cast(words_in("en"), {"a": Text(nl="Aa", en="Aa")})
    sign, sell = Text(nl="Een bord.", en="A sign."), Text(nl="Verkoop", en="Sell")
    heard = FoundOut(1, "a", own, "b", (FoundMove("sell", sign, sell if own else None),))
    assert [line.text for line in tell(cast, heard)] == [expected]


@pytest.mark.slow
def test_two_people_who_go_on_see_only_what_both_may_see(run: Run) -> None:
    typed = (*TO_BOTH_AT_THE_TABLE, *["", "", "", "1"] * 2, "")
    run("play", MINIMAL, "--role", "both", "--seed", "3", "--text", "--lang", "en", typed=typed)
    out = run("play", "--resume", str(saved()), "--text", typed=("w", "w", "q")).out
    recap = out[out.index("Where you left off") :]
    assert recap.index("see the screen: w") < recap.index("The screen is for")
    assert recap.count(": w") == 2
    assert "Vlieter Ferries: " in recap
    for private in ("What it did to you", "How things stand for you", "Trust in"):
        assert private not in recap


def test_nothing_private_is_left_to_scroll_back_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    out = Terminal("utf-8", True)
    monkeypatch.setattr("sys.stdout", out)
    typed = ("", "", "", "", "", "", "", "1", "", "", "1", "", "q")
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
    assert main(("play", MINIMAL, "--role", "both", "--text", "--lang", "en")) == 0
    whole = out.text()
    left = re.sub(r"\x1b\[\?1049h.*?\x1b\[\?1049l", "", whole, flags=re.DOTALL)
    assert "The bank wants figures" in whole
    for private in ("The bank wants figures", "A chain from Rotterdam", "Sealed"):
        assert private not in left
    assert "Your play is saved." in left


def test_trust_is_set_with_a_number_and_skipped_with_one_key(run: Run, tmp_path: Path) -> None:
    """No number of the model is to be had before it is said."""
    for typed, levels in ((("w", "11", "7"), {"bikes": 7}), (("",), {})):
        path = tmp_path / f"{len(typed)}.json"
        start = (*START, "--lang", "en", "--trace", str(path))
        said = run(*start, typed=(*BRIEFED, *typed, "q")).out
        asked = said[said.index("How far do you trust Brouwer") : said.index("What will Brouwer")]
        assert "Trust in" not in asked
        assert ("Type a whole number" in asked) == ("w" in typed)
        trace = load_trace(path)
        assert isinstance(trace, Trace)
        assert [(each.party, each.levels) for each in trace.trust] == [("ferry", levels)]
