"""A scenario in another language than the screens: played, saved, resumed and looked back on."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest

from engine.play.trace import Trace, load_trace, to_json
from engine.scenario.load import load, load_text
from engine.scenario.schema import Text
from game import host, library
from game.host import Hosted
from game.library import open_scenario, told_in
from game.web.app import build
from game.workshop.hall import OpenRoom
from game.workshop.journal import open_journal
from tests.game.conftest import MINIMAL, Run
from tests.texts import texts_in
from tests.translated import MARK, translated


@pytest.fixture
def german(tmp_path: Path) -> Path:
    return translated(Path(MINIMAL), tmp_path / "german.yaml")


@pytest.mark.slow
def test_it_is_checked_and_makes_the_same_game(german: Path) -> None:
    loaded, before = load(german), load(Path(MINIMAL))
    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert loaded.scenario.languages == ("nl", "en", "de")
    assert open_scenario(german, "en").digest == open_scenario(Path(MINIMAL), "en").digest
    assert before.scenario is not None
    assert before.scenario.languages == ("nl", "en")


def test_what_is_not_translated_yet_is_a_warning_and_is_read_in_another_language(
    tmp_path: Path,
) -> None:
    path = translated(Path(MINIMAL), tmp_path / "half.yaml", every=2)
    loaded = load(path)
    assert {problem.code for problem in loaded.problems} == {"missing-translation"}
    assert loaded.scenario is not None
    told = loaded.scenario.in_tongue("de")
    in_english = [text.in_language("en") for text in texts_in(told)]
    assert all(in_english)
    assert 0 < sum(text.startswith(MARK) for text in in_english) < len(in_english)
    assert told.in_tongue("").told_in == ""
    assert told.in_tongue("") == loaded.scenario


def test_a_text_falls_back_on_any_language_it_has() -> None:
    assert Text(others=(("sw", "habari"),)).in_language("nl") == "habari"
    assert Text(en="news").in_language("sw") == "news"
    assert Text(en="news", others=(("sw", "habari"),)).in_language("sw") == "habari"


@pytest.mark.slow
def test_everything_the_author_wrote_is_told_in_it_and_the_screens_in_their_own(
    run: Run, german: Path
) -> None:
    plain = run("play", str(german), "--auto", "--lang", "en").out
    told = run("play", str(german), "--auto", "--texts", "de", "--lang", "en").out
    assert MARK not in plain
    unmarked = "".join(told.replace(MARK, "").casefold().split())
    assert unmarked == "".join(plain.casefold().split())
    assert told.count(MARK) > 20


@pytest.mark.slow
def test_a_play_goes_on_and_is_looked_back_on_in_the_language_it_was_told_in(
    run: Run, german: Path, tmp_path: Path
) -> None:
    trace = tmp_path / "play.json"
    assert run("play", str(german), "--auto", "--texts", "de", "--trace", str(trace)).code == 0
    kept = load_trace(trace)
    assert isinstance(kept, Trace)
    assert kept.told_in == "de"
    for command in ("debrief", "replay"):
        assert MARK in run(command, str(trace), "--lang", "en").out
    german.unlink()  # the text that was kept with the play has it too
    assert MARK in run("debrief", str(trace), "--lang", "en").out


@pytest.mark.slow
def test_a_trace_that_is_told_in_no_other_language_is_as_it_always_was(
    run: Run, german: Path, tmp_path: Path
) -> None:
    trace = tmp_path / "play.json"
    assert run("play", str(german), "--auto", "--trace", str(trace)).code == 0
    assert "told_in" not in trace.read_text()
    kept = load_trace(trace)
    assert isinstance(kept, Trace)
    assert to_json(kept) == trace.read_text()


@pytest.mark.slow
def test_who_plays_in_text_is_asked_in_which_language(run: Run, german: Path) -> None:
    said = run("play", str(german), "--text", "--lang", "en", typed=("3", "1", "", "", "q"))
    assert re.search(r"1\. Dutch\s+2\. English\s+3\. German", said.out)
    assert f"You play {MARK}Vlieter Ferries" in said.out
    assert "in German; the screens speak English" in said.out
    again = run("play", str(german), "--text", "--lang", "en", typed=("yes", "", "q"))
    assert f"{MARK}One ticket" in again.out  # resumed as it was begun


def test_nobody_is_asked_where_there_is_nothing_to_choose(run: Run) -> None:
    said = run("play", MINIMAL, "--text", "--lang", "en", typed=("q",))
    assert "In which language" not in said.out


@pytest.mark.slow
@pytest.mark.parametrize("command", [("play", "--auto"), ("host", "--no-browser"),
                                     ("storyboard", "--out", "pictures")])  # fmt: skip
def test_a_language_that_the_scenario_does_not_have_is_refused(
    command: tuple[str, ...], run: Run, german: Path
) -> None:
    name, *options = command
    said = run(name, str(german), *options, "--texts", "fy", "--lang", "en")
    assert said.code == 2
    assert said.err == "“german” is not written in “fy”. Choose from: nl, en, de.\n"


def test_the_screens_have_two_languages_and_say_where_to_ask_for_another(run: Run) -> None:
    assert "--texts" in run("play", "--auto", "--lang", "de").err


async def _front_page(room: OpenRoom) -> str:
    transport = httpx.ASGITransport(app=build({room.code: room}))
    async with httpx.AsyncClient(transport=transport) as client:
        answer = await client.get(f"http://room.test/{room.code}/wall", follow_redirects=True)
        return answer.text


@pytest.mark.slow
def test_a_room_is_told_in_it_also_when_it_is_opened_again(german: Path, tmp_path: Path) -> None:
    journal = open_journal(f"sqlite:///{tmp_path / 'journal.db'}")
    asked = Hosted(str(german), 1, None, None, None, False, False, texts="de")
    opened = told_in(library.open_scenario(german, "en"), "de")
    room = host._new_room(journal, asked, opened, "en")
    found = host._known(journal, room.code, is_needed=True)
    assert found is not None
    for each in (room, found):
        assert each.scenario.scenario.title.in_language("en") == f"{MARK}One ticket"
        assert each.table(1).live.trace.told_in == "de"
    assert f"{MARK}One ticket" in asyncio.run(_front_page(found))
    journal.close()


def test_a_language_that_is_not_named_is_one_mistake_however_many_texts_have_it(
    german: Path,
) -> None:
    text = german.read_text("utf-8").replace("languages: [nl, en, de]\n", "")
    (problem,) = load_text(text, "x").problems
    assert (problem.code, problem.line) == ("unnamed-language", 3)
    assert "languages: [nl, en, de]" in problem.repair("en")
