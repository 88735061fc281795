"""`new`: a scenario that can be played as it is, whatever was asked, and never over a file."""

import io
import re
import sys
from itertools import pairwise, product
from pathlib import Path

import pytest

from engine.play.compiled import compile_scenario
from engine.play.events import Ended
from engine.scenario.load import load_text
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import LANGUAGES, Form, Language
from game.authoring import FEWEST_PARTIES, FEWEST_ROUNDS, MOST_PARTIES, MOST_ROUNDS
from game.authoring.draft import FORMS, Outline, draft
from game.cli import main
from tests.game.conftest import ROOT, Run, Said
from tests.game.test_words import DUTCH, ENGLISH
from tests.playing import of_kind, play_anew

IN: tuple[tuple[Language, ...], ...] = (("nl",), ("en",), LANGUAGES)
PARTIES = range(FEWEST_PARTIES, MOST_PARTIES + 1)
OUTLINES = [
    Outline("Proef 1", form, parties, rounds, languages, languages[-1])
    for (form, parties, languages), rounds in zip(
        product(FORMS, PARTIES, IN), [FEWEST_ROUNDS, 4, 5, MOST_ROUNDS] * 12, strict=False
    )
]
FIRST = OUTLINES[0]


def loaded(outline: Outline) -> Scenario:
    """The scenario; there must be nothing to say about it."""
    found = load_text(draft(outline), "new")
    assert [problem.text("en") for problem in found.problems] == []
    assert found.scenario is not None
    return found.scenario


@pytest.mark.slow
@pytest.mark.parametrize("outline", OUTLINES, ids=lambda each: f"{each.form}-{each.parties}")
def test_a_new_scenario_has_no_problem_and_plays_to_its_end(outline: Outline) -> None:
    scenario = loaded(outline)
    assert scenario.form == outline.form
    assert len(scenario.parties) == outline.parties
    assert sum(phase.rounds or 0 for phase in scenario.script.phases.values()) == outline.rounds
    assert scenario.languages == tuple(outline.languages)
    compiled = compile_scenario(scenario)
    played = play_anew(compiled, 7, *(party.persona for party in scenario.parties.values()))
    assert len(of_kind(played.events, Ended)) == 1


@pytest.mark.parametrize("form", FORMS)
def test_each_party_has_something_to_give_to_hide_and_to_say(form: Form) -> None:
    scenario = loaded(Outline("Proef", form, MOST_PARTIES, 4, ("en",), "en"))
    for name, party in scenario.parties.items():
        own = [move for move in scenario.moves.values() if move.of == (name,)]
        assert {move.has_guile for move in own} == {True, False}
        said = [line.speaker for line in scenario.script.phases["first-talk"].opens_with]
        assert f"{name}.{party.lead}" in said
    of_two = loaded(Outline("Proef", form, 2, 4, ("en",), "en"))
    both, all_four = (each.summary.in_language("en") for each in (of_two, scenario))
    assert len(re.findall(r"[.]", all_four.removeprefix(both))) == MOST_PARTIES - 2
    moves = [len({*phase.moves} & {each for each, move in scenario.moves.items()
                                   if not move.of or name in move.of})
             for name in scenario.parties for phase in scenario.script.phases.values()]  # fmt: skip
    assert max(moves) <= 9  # more than that, and some are never worth a thought


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_of_two_parties_is_short_and_in_one_language(
    form: Form, language: Language
) -> None:
    text = draft(Outline("", form, 2, 4, (language,), language))
    lines = [line.strip() for line in text.splitlines()]
    assert len([line for line in lines if line and not line.startswith("#")]) < 200
    assert len([line for line in lines if line.startswith("#> ")]) >= 8
    told = " ".join(re.findall(r'"([^"]*)"', text) + [line for line in lines if line[:1] == "#"])
    other = ENGLISH if language == "nl" else DUTCH
    assert set(map(str.lower, other.findall(re.sub("`[^`]*`", "", told)))) <= {"was", "of", "van"}


def test_with_both_languages_the_comments_are_the_reader_s() -> None:
    nl, en = (draft(Outline("X", "merger", 2, 4, LANGUAGES, each)) for each in LANGUAGES)
    assert nl != en
    plain = [re.sub(r"(?m)^ *#.*\n", "", each) for each in (nl, en)]
    assert plain[0] == plain[1]


# --- the command ------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a new scenario is written if nothing else is said."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_a_new_scenario_is_written_and_what_comes_next_is_told(here: Path, run: Run) -> None:
    said = run("new", "My Own Talks", "--form", "licence", "--parties", "3", "--lang", "en")
    assert (said.code, said.err) == (0, "")
    assert [path.name for path in here.iterdir()] == ["my-own-talks.yaml"]
    commands = re.findall(r"main\.py (\w+) my-own-talks\.yaml", said.out)
    assert commands == ["check", "play", "balance"]
    text = (here / "my-own-talks.yaml").read_text("utf-8")
    assert 'title: "My Own Talks"\nlanguage: en\n' in text
    checked = run("check", "my-own-talks.yaml", "--lang", "en")
    assert checked == Said(0, "1 file checked: all in order.\n", "")


@pytest.mark.parametrize("guide", ["README.md", "README.nl.md"])
def test_the_command_in_the_guide_does_what_the_guide_says(
    guide: str, here: Path, run: Run
) -> None:
    text = (ROOT / "scenarios" / guide).read_text("utf-8")
    command, name = re.findall(r"^    main\.py (new (\S+) .*)$", text, re.MULTILINE)[0]
    assert f"`{name}.yaml`" in text
    assert run(*command.split()).code == 0
    written = load_text((here / f"{name}.yaml").read_bytes(), "").scenario
    assert written is not None
    assert (written.form, len(written.parties)) == ("licence", 3)


def test_a_name_of_a_file_reads_as_a_title(here: Path, run: Run) -> None:
    assert run("new", "mijn-gesprek").code == 0
    assert 'title: "Mijn gesprek"' in (here / "mijn-gesprek.yaml").read_text("utf-8")


@pytest.mark.slow
def test_a_path_says_where_and_how_it_is_called(here: Path, run: Run) -> None:
    assert run("new", "deep/haven.yaml").code == 0
    assert 'title: "Haven"' in (here / "deep/haven.yaml").read_text("utf-8")
    assert run("new", "deep/con.yaml").code == 2


def test_a_name_can_be_the_file_s(here: Path, run: Run) -> None:
    assert run("new", "--out", "deep/haven.yaml", "--lang", "both").code == 0
    text = (here / "deep/haven.yaml").read_text("utf-8")
    assert 'title: {nl: "Haven", en: "Haven"}' in text
    assert "language:" not in text


def test_nothing_is_ever_written_over(here: Path, run: Run) -> None:
    (here / "talks.yaml").write_text("mine")
    for arguments in (("talks",), ("other", "--out", "talks.yaml"), ("other", "--out", str(here))):
        said = run("new", *arguments, "--lang", "en")
        assert (said.code, said.out) == (2, "")
        assert "is there already, and this command never writes over anything" in said.err
    assert (here / "talks.yaml").read_text() == "mine"
    assert len(list(here.iterdir())) == 1


NAMES = [
    "a/b", "..", "con", "???", 'a"b', "x" * 61, "\x1b[2J", "a\nb", "<b>x</b>", "\u202etalks", ". .",
    "aux.x",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_file_can_have_gets_one_plain_message(
    name: str, here: Path, run: Run
) -> None:
    said = run("new", name, "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "can't be the name of a file. Choose a name of at most 60 characters" in said.err
    assert "\x1b" not in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("日本",), "“日本” can't be a title: not every font"),
        (("Onderhandelingsvoorbereidingsoverleggen",), "can't be a title"),
        ((), "What is the scenario called? Put a name after the command"),
        (("x", "--form", "mergr"), "Did you mean “merger”?"),
        (("x", "--parties", "5"), "--parties 5 lies outside 2 to 4"),
        (("x", "--rounds", "1"), "--rounds 1 lies outside 2 to 12"),
    ],
)
def test_what_cannot_be_asked_gets_one_plain_message(
    arguments: tuple[str, ...], told: str, here: Path, run: Run
) -> None:
    said = run("new", *arguments, "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert list(here.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(here: Path, run: Run) -> None:
    (here / "file").write_text("x")
    said = run("new", "talks", "--out", "file/talks.yaml", "--lang", "en")
    assert said.code == 2
    assert "can't be written (there is a file where a folder should be)" in said.err


def test_only_a_new_scenario_can_be_in_both_languages(run: Run) -> None:
    assert "“both” is geen taal" in run("check", "x.yaml", "--lang", "both").err


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str, arguments: tuple[str, ...] = ()) -> int:
    """The exit code of `new` for somebody who types these lines in a terminal."""
    monkeypatch.setattr(sys, "stdin", _Keyboard("".join(f"{line}\n" for line in lines)))
    return main(["new", "--rounds", "6", *arguments])


def test_in_a_terminal_it_asks_for_what_was_not_said(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "bezet.yaml").write_text("mine")
    assert typed(monkeypatch, "a/b", "Bezet", "Vrede", "zes", "5", "9", "3", "3") == 0
    out = capsys.readouterr().out
    assert "“a/b” kan geen naam van een bestand zijn" in out
    assert "bezet.yaml is er al" in out
    assert "“zes” kan hier niet. Typ een getal van 1 tot 5." in out
    scenario = load_text((here / "vrede.yaml").read_bytes(), "").scenario
    assert scenario is not None
    assert (scenario.form, len(scenario.parties), scenario.languages) == ("merger", 3, LANGUAGES)
    assert sum(phase.rounds or 0 for phase in scenario.script.phases.values()) == 6


def test_enter_takes_what_is_usual_and_q_stops(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(monkeypatch, "vrede", "q") == 0
    assert list(here.iterdir()) == []
    assert typed(monkeypatch, "vrede", "", "", "") == 0
    scenario = load_text((here / "vrede.yaml").read_bytes(), "").scenario
    assert scenario is not None
    assert (scenario.form, len(scenario.parties)) == ("joint-venture", 2)
    assert scenario.languages == ("nl",)


def test_nothing_is_asked_of_somebody_who_said_it_all(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    everything = ("vrede", "--form", "merger", "--parties", "2", "--lang", "nl")
    assert typed(monkeypatch, arguments=everything) == 0
    assert (here / "vrede.yaml").exists()
    assert capsys.readouterr().out.startswith("Je scenario staat in vrede.yaml.")


@pytest.mark.slow
def test_a_new_scenario_has_a_storyboard_and_a_simulation(here: Path, run: Run) -> None:
    assert run("new", "talks", "--rounds", "2", "--lang", "en").code == 0
    for arguments in (
        ("storyboard", "talks.yaml", "--out", "pictures", "--size", "400x600"),
        ("simulate", "talks.yaml", "--plays", "50"),
        ("play", "talks.yaml", "--auto"),
    ):  # fmt: skip
        said = run(*arguments, "--lang", "en")
        assert (said.code, said.err) == (0, ""), arguments
    pictures = [each.read_bytes() for each in sorted((here / "pictures").glob("*.png"))]
    assert len(pictures) > 10
    assert all(one != other for one, other in pairwise(pictures))
