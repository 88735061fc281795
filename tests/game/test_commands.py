"""Errors in one plain message, help, check, explain, replay and debrief."""

import json
import re
from pathlib import Path

import pytest

from engine.play.compiled import compile_scenario
from engine.play.measuring import measure
from engine.play.trace import Replayed, Trace, load_trace, replay
from engine.scenario.catalogue import codes
from engine.scenario.load import load
from engine.scenario.vocabulary import LANGUAGES, Language
from game import cli
from game.text.check import explain_code
from tests.game.conftest import MINIMAL, ROOT, THREE, Run, full_after


@pytest.fixture
def trace(run: Run, tmp_path: Path) -> Path:
    """A finished play of the smallest scenario."""
    path = tmp_path / "play.trace.json"
    assert run("play", MINIMAL, "--auto", "--trace", str(path), "--seed", "4").code == 0
    return path


WRONG: list[tuple[tuple[str, ...], str, str]] = [
    (("foo",), "opdracht “foo”", "command “foo”"),
    (("plya",), "Bedoelde je “play”?", "Did you mean “play”?"),
    (("care-merger",), "Bedoelde je “play care-merger”?", "Did you mean “play care-merger”?"),
    (("play", "--bogus"), "geen optie “--bogus”", "no option “--bogus”"),
    (("play", "--sed", "3"), "Bedoelde je “--seed”?", "Did you mean “--seed”?"),
    (("play", "--seed"), "Achter “--seed”", "“--seed” needs"),
    (("play", "--seed", "a"), "“a” is geen geheel getal", "“a” is not a whole number"),
    (("play", "--seed", "-1"), "valt buiten", "lies outside"),
    (("play", "--auto=1"), "krijgt geen waarde", "takes no value"),
    (("play", MINIMAL, "x"), "“x” is er een te veel", "“x” is one too many"),
    (("play", "nope", "--text"), "geen scenario “nope”", "no scenario “nope”"),
    (("play", "care-merge", "--text"), "“care-merger”?", "“care-merger”?"),
    (("play", "nope.yaml", "--auto"), "nope.yaml bestaat niet", "nope.yaml does not exist"),
    (("play", str(ROOT), "--auto"), "het is een map", "it is a folder"),
    (("play", MINIMAL, "--role", "fery", "--text"), "Bedoelde je “ferry”", "Did you mean “ferry”"),
    (("play", THREE, "--role", "both", "--text"), "Met 3 partijen", "With 3 parties"),
    (("play", "--against", "bilder"), "Bedoelde je “builder”", "Did you mean “builder”"),
    (("play", "--personas", "zz"), "Kies uit: builder", "Choose from: builder"),
    (("play", THREE, "--auto", "--personas", "builder,charmer"), "noemt er 2", "names 2"),
    (("play", "--auto", "--role", "ferry"), "--role past daar niet", "--role does not go"),
    (("play", "--resume", "x.json", "--seed", "3"), "laat --seed weg", "leave out --seed"),
    (("play", "--resume", "x.json", "--text"), "x.json is er niet", "x.json is not there"),
    (("play", MINIMAL, "--auto", "--trace", THREE), "is er al", "is there already"),
    (("play", MINIMAL, "--auto", "--trace", MINIMAL), "zou zo verloren gaan", "would be lost"),
    (("play", MINIMAL), "geen terminal", "no terminal"),
    ((), "geen terminal", "no terminal"),
    (("check",), "Hier ontbreekt iets: PAD…", "Something is missing here: PATH…"),
    (("check", "nope.yaml"), "bestaat niet", "does not exist"),
    (("check", str(ROOT / "game/words")), "geen enkel .yaml", "not one .yaml"),
    (("check", f"{'x' * 5_000}.yaml"), "xxx.yaml bestaat niet", "xxx.yaml does not exist"),
    (("explain", "twin-move"), "Bedoelde je “twin-moves”?", "Did you mean “twin-moves”?"),
    (("explain",), "ontbreekt iets: CODE", "missing here: CODE"),
    (("replay", "nope.json"), "nope.json is er niet", "nope.json is not there"),
    (("replay", MINIMAL), "geen bewaard spel", "not a saved play"),
    (("debrief", "nope.json"), "nope.json is er niet", "nope.json is not there"),
]


@pytest.mark.parametrize(("arguments", "nl", "en"), WRONG, ids=lambda each: str(each)[:40])
def test_a_mistake_gets_one_plain_message(
    arguments: tuple[str, ...], nl: str, en: str, run: Run
) -> None:
    for language, expected in (("nl", nl), ("en", en)):
        said = run(*arguments, "--lang", language)
        assert said.code == 2
        assert said.out == ""
        assert expected in said.err
        assert len(said.err.strip().splitlines()) == 1


def test_an_unknown_language_is_told_in_the_reader_s(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "“fr” is geen taal" in run("play", "--lang", "fr").err
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "“fr” is not a language" in run("play", "--lang=fr").err
    assert "“--lang” needs" in run("play", "--lang").err


def test_a_folder_that_is_a_file_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    said = run("play", MINIMAL, "--auto", "--trace", str(tmp_path / "file/t.json"), "--lang", "nl")
    assert said.code == 2
    assert "kan niet geschreven worden" in said.err


def test_a_broken_scenario_names_its_first_error_and_the_way_on(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(Path(MINIMAL).read_text("utf-8").replace("kind: share", "kind: shore"))
    said = run("play", str(path), "--auto", "--lang", "en")
    assert said.code == 2
    assert re.search(r"broken\.yaml:\d+:\d+  ", said.err)
    assert "main.py check" in said.err


@pytest.mark.parametrize(
    "command", ["", "play", "check", "explain", "replay", "debrief", "new", "schema"]
)
def test_help_is_in_one_language(command: str, run: Run) -> None:
    arguments = [command, "--help"] if command else ["--help"]
    nl, en = run(*arguments, "--lang", "nl"), run(*arguments, "--lang", "en")
    assert (nl.code, en.code) == (0, 0)
    assert "Zo gebruik je het: main.py" in nl.out
    assert "How to use it: main.py" in en.out
    assert not re.search(r"\b(the|with|show)\b", nl.out)
    assert not re.search(r"\b(het|een|van)\b", en.out.replace("nl|en", ""))


def test_the_last_resort_says_where_the_play_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fall(*_: object) -> None:
        raise RuntimeError("the roof")

    monkeypatch.setattr("game.text.session.lines", fall)
    path = tmp_path / "t.json"
    said = run("play", MINIMAL, "--role", "ferry", "--against", "builder", "--text", "--trace",
               str(path), "--lang", "nl", typed=("", "", "", "1"))  # fmt: skip
    assert said.code == 2
    assert "RuntimeError: the roof" in said.err
    assert f"--resume {path}" in said.err
    assert "Traceback" not in said.err
    assert isinstance(load_trace(path), Trace)


# --- check ------------------------------------------------------------------------------------


def test_check_is_clean_on_what_is_clean(run: Run) -> None:
    said = run("check", MINIMAL, "--lang", "en")
    assert (said.code, said.out) == (0, "1 file checked: all in order.\n")
    assert run("check", MINIMAL, "--json").out == "[]\n"


def test_check_says_how_many_moves_a_broad_answer_can_follow(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    text = Path(MINIMAL).read_text(encoding="utf-8")
    answer = "{to: {stance: trust-building}, speaker: bikes.owner, say: {nl: Mooi., en: Good.}}"
    path.write_text(text.replace("\n  answers:\n", f"\n  answers:\n    - {answer}\n"))
    said = run("check", str(path), "--lang", "en")
    assert said.code == 0
    assert "1 file checked: all in order." in said.out
    # The ferry can show its list and ask; the bicycle hire answers only others.
    assert "s.yaml:226:8  This answer names no move and can follow 2 different moves" in said.out


def test_check_tells_of_many_broad_answers_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    text = Path(MINIMAL).read_text(encoding="utf-8")
    answers = "".join(
        f"    - {{to: {{{to}}}, speaker: bikes.owner, say: {{nl: {say}., en: {say}.}}}}\n"
        for to, say in (("stance: trust-building", "Good"), ("of: ferry", "Well"))
    )
    path.write_text(text.replace("\n  answers:\n", f"\n  answers:\n{answers}"))
    for language, told in (
        ("en", "2 answers name no move."),
        ("nl", "2 antwoorden noemen geen zet."),
    ):
        said = run("check", str(path), "--lang", language).out.splitlines()
        (line,) = (each for each in said if told in each)
        assert "s.yaml:227:8  " in line


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "is_partial"),
    [("minutes: 20", "minutes: twenty", True), ("minutes: 20", "minutes: 20", False)],
)
def test_check_says_once_that_more_can_only_be_seen_later(
    run: Run, tmp_path: Path, old: str, new: str, is_partial: bool
) -> None:
    text = Path(MINIMAL).read_text(encoding="utf-8").replace(old, new)
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    said = run("check", str(tmp_path), "--lang", "en")
    assert said.out.count("there may be more then") == is_partial


def test_check_says_nothing_of_later_where_there_is_nothing_to_read(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("", encoding="utf-8")
    assert "more then" not in run("check", str(path), "--lang", "en").out


@pytest.mark.parametrize("slip", ["persona:\x1b[31mred", "persona = [bold]x[/bold]"])
def test_what_check_quotes_is_shown_and_never_obeyed(run: Run, tmp_path: Path, slip: str) -> None:
    path = tmp_path / "odd.yaml"
    text = Path(MINIMAL).read_text(encoding="utf-8").replace("persona: controller", slip)
    path.write_text(text, encoding="utf-8")
    said = run("check", str(path), "--lang", "en").out
    assert "\x1b" not in said
    assert "colon-and-space" in said
    assert slip.partition("=")[2].strip() in said


@pytest.mark.slow
def test_check_tells_every_problem_with_its_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    text = Path(MINIMAL).read_text("utf-8")
    path.write_text(text.replace("kind: share", "kind: shore").replace("to: bench", "to: bensh"))
    said = run("check", str(path), MINIMAL, "--lang", "en")
    assert said.code == 1
    assert said.out.count(f"{path}:") == 2
    assert "Found: 2 errors." in said.out
    listed = json.loads(run("check", str(path), MINIMAL, "--json", "--lang", "nl").out)
    assert [set(each) for each in listed] == [
        {"file", "line", "column", "code", "severity", "message", "repair"}
    ] * 2
    assert {each["severity"] for each in listed} == {"error"}


def test_warnings_alone_are_clean(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "warned.yaml"
    text = Path(MINIMAL).read_text("utf-8")
    path.write_text(text.replace("    chance: 30\n", "    chance: 0\n"))
    said = run("check", str(path), "--lang", "en")
    assert said.code == 0
    assert "1 warning. The scenario can be played." in said.out


@pytest.mark.slow
def test_check_takes_folders_and_names(run: Run) -> None:
    said = run("check", str(ROOT / "tests/scenarios/valid"), "--lang", "en")
    assert said.code == 0
    assert run("check", "care-merger").code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_codes_are_listed_each_on_a_line_of_its_own(language: Language, run: Run) -> None:
    said = run("explain", "--all", "--lang", language)
    listed = [line.partition(" (")[0] for line in said.out.splitlines() if " (" in line]
    assert said.code == 0
    assert [code for code in codes() if code not in listed] == []
    assert "{written}" not in said.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    for code in codes():
        assert explain_code(code, language) == 0
        out = capsys.readouterr().out
        assert out.startswith(code)


# --- looking back -----------------------------------------------------------------------------


@pytest.mark.slow
def test_replay_ends_on_the_last_digit(trace: Path, run: Run) -> None:
    loaded = load(Path(MINIMAL)).scenario
    kept = load_trace(trace)
    assert loaded is not None
    assert isinstance(kept, Trace)
    compiled = compile_scenario(loaded)
    played = replay(compiled, kept)
    assert isinstance(played, Replayed)
    said = run("replay", str(trace), "--lang", "en")
    world = played.state.world
    expected = measure(compiled, world, world.last_payoff)
    assert said.code == 0
    trust, value = expected.trust["ferry"]["bikes"], expected.value["ferry"]
    assert f"Vlieter Ferries · trust in · Brouwer Bicycles: {trust!r}" in said.out
    assert f"Vlieter Ferries · value: {value!r}" in said.out
    assert said.out.count(": ") > 30


@pytest.mark.slow
def test_debrief_is_text_or_data(trace: Path, run: Run) -> None:
    said = run("debrief", str(trace), "--lang", "nl")
    assert said.code == 0
    assert "Nabespreking: Eén kaartje" in said.out
    told = json.loads(run("debrief", str(trace), "--json").out)
    assert {"timeline", "theses", "ledger", "outcome"} <= set(told)
    assert len(told["theses"]) == 5


@pytest.mark.slow
def test_the_author_s_notes_are_for_the_trainer(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    run("play", MINIMAL, "--auto", "--trace", str(path))
    goal = "Let the group see who wrote the talks."
    assert goal not in " ".join(run("debrief", str(path), "--lang", "en").out.split())
    told = run("debrief", str(path), "--lang", "en", "--trainer")
    assert goal in " ".join(told.out.split())


@pytest.mark.slow
def test_a_play_without_people_can_t_be_resumed(trace: Path, run: Run) -> None:
    said = run("play", "--resume", str(trace), "--text", "--lang", "en")
    assert said.code == 2
    assert "Nobody took part in this play" in said.err


@pytest.mark.slow
def test_an_unfinished_play_shows_nobody_what_is_private(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    start = ("play", MINIMAL, "--role", "ferry", "--against", "builder", "--text")
    run(*start, "--trace", str(path), typed=("", "", "", "1"))
    for asked in (("replay",), ("debrief",), ("debrief", "--json"), ("debrief", "--trainer")):
        said = run(asked[0], str(path), *asked[1:], "--lang", "en")
        assert (said.code, said.out) == (2, "")
        assert f"play --resume {path}" in said.err


@pytest.mark.slow
def test_nothing_is_overwritten_in_silence(run: Run, tmp_path: Path) -> None:
    path, picture = tmp_path / "mine", tmp_path / "001-mine.png"
    play = tmp_path / "play.json"
    run("play", MINIMAL, "--auto", "--trace", str(play))
    for each in (path, picture):
        each.write_text("mine")
    for asked in (
        ("play", MINIMAL, "--auto", "--trace", str(path)),
        ("play", MINIMAL, "--role", "ferry", "--text", "--trace", str(path)),
        ("balance", MINIMAL, "--out", str(path)),
        ("debrief", str(play), "--html", str(path)),
        ("debrief", str(play), "--csv", str(path)),
        ("storyboard", MINIMAL, "--out", str(tmp_path)),
    ):
        said = run(*asked, "--lang", "en")
        assert (said.code, said.out) == (2, "")
        assert "is there already" in said.err
    assert path.read_text() == picture.read_text() == "mine"


@pytest.mark.slow
def test_no_command_writes_over_what_it_reads(run: Run, tmp_path: Path) -> None:
    path, link, bands = tmp_path / "s.yaml", tmp_path / "link", tmp_path / "bands.json"
    play = tmp_path / "play.json"
    path.write_bytes(Path(MINIMAL).read_bytes())
    link.symlink_to(path)
    bands.write_text("{}")
    run("play", MINIMAL, "--auto", "--trace", str(play))
    before = play.read_bytes()
    for asked in (
        ("play", str(path), "--auto", "--trace", str(path)),
        ("play", str(path), "--auto", "--trace", str(link)),
        ("balance", str(link), "--out", str(path)),
        ("balance", MINIMAL, "--expect", str(bands), "--out", str(bands)),
        ("debrief", str(play), "--html", str(play)),
        ("debrief", str(play), "--csv", str(play)),
        ("debrief", str(play), "--scenario", str(path), "--csv", str(link)),
    ):
        said = run(*asked, "--overwrite", "--lang", "en")
        assert (said.code, said.out) == (2, "")
        assert "is read by this command and would be lost" in said.err
    assert path.read_bytes() == Path(MINIMAL).read_bytes()
    assert bands.read_text() == "{}"
    assert play.read_bytes() == before


@pytest.mark.slow
def test_damage_to_a_trace_is_told(trace: Path, run: Run, tmp_path: Path) -> None:
    text = trace.read_text("utf-8")
    damaged = {
        "truncated": (text[: len(text) // 2], "breaks off"),
        "edited": (text.replace('"seed": 4', '"seed": 5'), "was changed"),
        "other": (text.replace('"samenspel_trace": 3', '"samenspel_trace": 99'), "another version"),
        "none": ("hello", "not a saved play"),
    }
    for name, (content, expected) in damaged.items():
        path = tmp_path / f"{name}.json"
        path.write_text(content, encoding="utf-8")
        for command in ("replay", "debrief"):
            said = run(command, str(path), "--lang", "en")
            assert said.code == 2
            assert expected in said.err


@pytest.mark.slow
def test_a_debrief_has_no_holes(trace: Path, run: Run) -> None:
    out = run("debrief", str(trace), "--lang", "en").out
    assert "{" not in out
    assert "None" not in out


def test_the_front_end_is_chosen_by_what_the_system_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not cli.has_display()
    assert cli.choose_front_end(text=False, auto=False) == ("text", "front.no-display")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert cli.has_display()
    assert cli.choose_front_end(text=False, auto=False) == ("window", None)
    assert cli.choose_front_end(text=True, auto=False) == ("text", None)
    assert cli.choose_front_end(text=False, auto=True) == ("auto", None)


@pytest.mark.slow  # it draws
def test_a_storyboard_says_how_far_it_came(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.window.pictures.write_file", full_after(2, []))
    told = run("storyboard", MINIMAL, "--out", str(tmp_path / "out"), "--lang", "en")
    assert (told.code, told.out) == (1, "")
    assert "2 pictures saved" in told.err
    assert "the next can't be written (the disk is full)" in told.err
    pictures = sorted((tmp_path / "out").iterdir())
    assert [each.name[:4] for each in pictures] == ["001-", "002-"]
    assert all(each.stat().st_size > 1_000 for each in pictures)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--size", "small"), "“small” is not a size"),
        (("--size", "9x9"), "“9x9” is not a size"),
        (("--theme", "drak"), "Did you mean “dark”?"),
        (("--text-size", "900"), "--text-size 900 is not possible"),
        (("--out", MINIMAL), "Nothing can be saved in"),
        (("--out", "x" * 5_000), "xxx (the name is too long). Choose another folder"),
    ],
)
def test_a_storyboard_that_cannot_be_made_says_why(
    options: tuple[str, ...], said: str, run: Run, tmp_path: Path
) -> None:
    told = run("storyboard", MINIMAL, "--out", str(tmp_path), *options, "--lang", "en")
    assert (told.code, told.out) == (2, "")
    assert said in told.err
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_kept_it_says_where_else(run: Run, home: Path) -> None:
    home.write_text("not a folder")
    said = run("play", MINIMAL, "--text", "--lang", "en", typed=("1", "1"))
    assert said.code == 2
    assert "SAMENSPEL_HOME" in said.err
    assert "--trace" in said.err
    other = home.with_name("other.trace.json")
    run("play", MINIMAL, "--text", "--lang", "en", "--trace", str(other), typed=("1", "1"))
    assert other.exists()
