"""`play --auto`: a whole play told, the same every time, in one language."""

import errno
import re
from pathlib import Path

import pytest

from engine.live_play import LivePlay
from engine.play.events import MoveMade
from engine.play.trace import Trace, load_trace
from game.presenters.page import Cast
from game.presenters.story import story
from game.words import words_in
from tests.conftest import ALL, LIBRARY, ROOT, compiled_of
from tests.game.conftest import DUTCH as DUTCH_SCENARIO
from tests.game.conftest import MINIMAL, THREE, Run
from tests.game.test_words import DUTCH, ENGLISH, SHARED

NUMBERS = {"nl": "De stand:", "en": "Where it stands:"}
# The first heading of the story.
ENDS = {"nl": "Hoe het afliep", "en": "How it ended"}


@pytest.mark.slow
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_scenario_is_told_to_its_debrief(path: Path, language: str, run: Run) -> None:
    said = run("play", str(path), "--auto", "--lang", language)
    assert (said.code, said.err) == (0, "")
    heads = re.findall(r"^(?:Ronde|Round) (\d+): ", said.out, re.MULTILINE)
    assert heads == [str(number) for number in range(1, len(heads) + 1)]
    assert said.out.count(NUMBERS[language]) >= len(heads)
    assert f"\n  {ENDS[language]}\n" in said.out
    assert "{" not in said.out
    assert "None" not in said.out


@pytest.mark.slow
def test_the_same_call_prints_the_same(run: Run) -> None:
    first = run("play", MINIMAL, "--auto", "--seed", "5")
    assert first == run("play", MINIMAL, "--auto", "--seed", "5")
    assert first != run("play", MINIMAL, "--auto", "--seed", "6")


@pytest.mark.slow
def test_personas_can_be_given_for_all_or_each(run: Run, tmp_path: Path) -> None:
    for given, expected in [
        ("charmer", ("charmer", "charmer")),
        ("builder,pressed", ("builder", "pressed")),
    ]:
        path = tmp_path / f"{given}.json"
        assert run("play", MINIMAL, "--auto", "--personas", given, "--trace", str(path)).code == 0
        trace = load_trace(path)
        assert isinstance(trace, Trace)
        assert tuple(trace.seats.values()) == expected


@pytest.mark.slow
def test_hidden_intent_is_told_apart_from_its_face(run: Run) -> None:
    out = run("play", MINIMAL, "--auto", "--personas", "charmer", "--lang", "en").out
    out = " ".join(out.split())
    assert re.search(r"What it was: .*?opportunistic, looks reciprocal", out)


@pytest.mark.slow
def test_a_trace_is_saved_whole_and_nothing_beside_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    run("play", MINIMAL, "--auto", "--trace", str(path))
    trace = load_trace(path)
    assert isinstance(trace, Trace)
    assert trace.text == Path(MINIMAL).read_bytes()
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["t.json"]


@pytest.mark.slow
def test_a_full_disk_leaves_no_half_play(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, asked = tmp_path / "t.json", ("play", MINIMAL, "--auto", "--trace")
    run(*asked, str(path))
    before = path.read_bytes()

    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("engine.play.trace.write_file", full)
    for trace in (path, tmp_path / "new.json"):
        said = run(*asked, str(trace), "--seed", "9", "--overwrite", "--lang", "en")
        assert (said.code, said.out) == (2, "")
        assert f"{trace} can't be written (the disk is full)" in said.err
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["t.json"]


@pytest.mark.slow
def test_a_play_is_kept_once_it_has_ended(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    monkeypatch.setattr("engine.play.trace.write_file", lambda _, content: written.append(content))
    run("play", MINIMAL, "--auto", "--trace", str(tmp_path / "t.json"))
    assert len(written) == 1


@pytest.mark.slow
def test_a_scenario_in_one_language_is_played_in_that(run: Run) -> None:
    said = run("play", DUTCH_SCENARIO, "--auto", "--lang", "en")
    assert said.code == 0
    assert "Round 1: " in said.out


@pytest.mark.slow
def test_three_parties_are_all_told(run: Run) -> None:
    out = " ".join(run("play", THREE, "--auto", "--lang", "en").out.split())
    line = re.search(r"Where it stands: (.*?)\.", out)
    assert line is not None
    assert line[1].count("value") == 3


@pytest.mark.slow
@pytest.mark.parametrize(("language", "other"), [("nl", ENGLISH), ("en", DUTCH)])
def test_a_story_keeps_to_one_language(language: str, other: re.Pattern[str], run: Run) -> None:
    for seed in ("1", "2", "3"):
        out = run("play", MINIMAL, "--auto", "--lang", language, "--seed", seed).out
        assert {each.lower() for each in other.findall(out)} - SHARED == set()


@pytest.mark.slow
def test_no_line_is_wider_than_the_page(run: Run) -> None:
    out = run("play", MINIMAL, "--auto", "--lang", "nl").out
    assert max(len(line) for line in out.splitlines()) <= 84


@pytest.mark.slow
def test_of_three_what_two_find_out_is_told_once_and_who_knows_it() -> None:
    path = next(path for path in LIBRARY if path.stem == "joint-venture")
    compiled = compiled_of(path)
    cast = Cast.of(compiled, words_in("en"))
    who = cast.words("story.found", by="@").partition("@")[0]
    moves = compiled.scenario.moves.values()
    found = {cast.words.of(text) for move in moves for text in move.found_out}
    knowing: list[str] = []
    for seed in range(8):
        seats = dict.fromkeys(compiled.parties, "charmer")
        live = LivePlay.start(compiled, seed=seed, seats=seats, digest="", source="test")
        live.run()
        told = [line.text for line in story(cast, live)]
        rounds = "\n".join(told).split("The envelopes are opened")
        for each in rounds:
            out = [line for line in each.splitlines() if line in found]
            assert len(out) == len(set(out))
        knowing += [line for line in told if line.startswith(who)]
    assert any(" and " in line for line in knowing)


@pytest.mark.slow
def test_how_it_came_out_is_told_the_first_time_only_when_a_third_finds_out_later() -> None:
    path = next(path for path in LIBRARY if path.stem == "joint-venture")
    compiled = compiled_of(path)
    cast = Cast.of(compiled, words_in("en"))
    too = cast.words("story.found.too", by="@", of="#").partition("#")[0]
    moves = compiled.scenario.moves.values()
    found = {cast.words.of(text) for move in moves for text in move.found_out}
    later = 0
    for seed in range(6):
        seats = dict.fromkeys(compiled.parties, "charmer")
        live = LivePlay.start(compiled, seed=seed, seats=seats, digest="", source="test")
        live.run()
        told = [line.text for line in story(cast, live)]
        out = [line for line in told if line in found]
        assert len(out) == len(set(out))
        later += sum(line.startswith(too) for line in told)
    assert later


def test_what_two_do_alike_is_told_once_of_both_and_not_again_before_the_talk() -> None:
    compiled = compiled_of(ROOT / "tests/scenarios/valid/minimal.yaml")
    cast, alike = Cast.of(compiled, words_in("en")), 0
    for seed in range(12):
        seats = dict.fromkeys(compiled.parties, "controller")
        live = LivePlay.start(compiled, seed=seed, seats=seats, digest="", source="test")
        live.run()
        rounds = "\n".join(line.text for line in story(cast, live)).split(
            "The envelopes are opened"
        )
        made = [e for step in live.steps for e in step.events if isinstance(e, MoveMade)]
        pairs = zip(made[::2], made[1::2], strict=True)
        for (one, other), told in zip(pairs, rounds[1:], strict=True):
            if one.slipped or one.vetoed or other.slipped or other.vetoed:
                continue
            if one.again != other.again:  # then it looks different
                continue
            face = cast.words.of(compiled.scenario.moves[one.move].face_of(0)).rstrip(".")
            if one.move == other.move and len(compiled.scenario.moves[one.move].face) == 1:
                assert told.count(f": {face}") == 1
                assert f"{cast.parties(compiled.parties)}, each: {face}" in told
                alike += 1
    assert alike


@pytest.mark.slow
def test_in_a_side_talk_too_the_narrator_tells_of_others() -> None:
    path = next(path for path in LIBRARY if path.stem == "joint-venture")
    compiled, short = compiled_of(path), 0
    cast = Cast.of(compiled, words_in("en"))
    own = {cast.words(key) for key in ("reveal.slipped.own", "reveal.vetoed", "reveal.left.own")}
    for seed in (401, 403):
        seats = dict.fromkeys(compiled.parties, "divided")
        live = LivePlay.start(compiled, seed=seed, seats=seats, digest="", source="test")
        live.run()
        assert not own & {line.text for line in story(cast, live)}
        made = [e for step in live.steps for e in step.events if isinstance(e, MoveMade)]
        talks = compiled.scenario.script.phases
        short += sum(bool(talks[e.phase].with_) and (e.slipped or e.vetoed) for e in made)
    assert short
