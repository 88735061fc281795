"""Who wrote a scenario, and what its author tells the trainer: shown there, and not in the play."""

from pathlib import Path

import pytest

from engine.scenario.load import load_text
from tests.game.conftest import MINIMAL, Run, full_after

WRITTEN = Path(MINIMAL).read_text(encoding="utf-8")
CREDITS = "Hanna Smit, version 2, CC BY 4.0"


def with_lines(tmp_path: Path, *, credits: str = CREDITS, note: str = "Let them sweat.") -> str:
    """A scenario with a line about its author, and a note about its first phase."""
    text = WRITTEN.replace("\nform:", f'\ncredits: "{credits}"\nform:', 1)
    head, phases, rest = text.partition("  phases:\n")
    first, decor, rest = rest.partition("      decor:")
    path = tmp_path / "with-lines.yaml"
    told = f'      trainer: {{nl: "{note}", en: "{note}"}}\n'
    path.write_text(f"{head}{phases}{first}{told}{decor}{rest}", encoding="utf-8")
    return str(path)


@pytest.mark.slow
def test_who_wrote_it_stands_where_one_chooses_and_not_in_the_play(
    run: Run, tmp_path: Path
) -> None:
    said = run("play", with_lines(tmp_path), "--auto", "--lang", "en").out
    assert said.count(f"Written by: {CREDITS}") == 1
    assert said.index(CREDITS) < said.index("Round 1")
    said = run("play", with_lines(tmp_path), "--text", "--lang", "en", typed=("1", "", "q")).out
    assert said.count(CREDITS) == 1


@pytest.mark.parametrize("letters", [120, 121])
def test_who_wrote_it_is_one_line(letters: int) -> None:
    text = WRITTEN.replace("\nform:", f"\ncredits: {'abc ' * 40}"[: 10 + letters] + "\nform:", 1)
    codes = [each.code for each in load_text(text, "x").problems]
    assert codes == (["too-long-for-box"] if letters > 120 else [])


def test_what_steers_a_terminal_is_shown_and_not_obeyed(run: Run, tmp_path: Path) -> None:
    path = with_lines(tmp_path, credits="<b>\\e[2JHanna", note="<i>Watch\\e]0;x")
    assert "invisible-character" in run("check", path, "--json").out


@pytest.mark.slow  # it plays
def test_a_note_for_the_trainer_is_in_the_debrief_for_the_trainer_alone(
    run: Run, tmp_path: Path
) -> None:
    path, trace = with_lines(tmp_path), str(tmp_path / "trace.json")
    said = run("play", path, "--auto", "--trace", trace, "--lang", "en").out
    assert "Let them sweat." not in said
    debrief = ("debrief", trace, "--scenario", path, "--more", "--lang", "en")
    assert "Let them sweat." not in run(*debrief).out
    assert "Let them sweat." in run(*debrief, "--trainer").out


@pytest.mark.slow  # it draws
def test_the_storyboard_has_the_notes_for_the_trainer_beside_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.window.pictures import save_picture

    # What is drawn is not looked at, and making a PNG of it is most of the work.
    monkeypatch.setattr("game.window.board.save_picture", lambda _, path: path.write_bytes(b""))
    out = tmp_path / "out"
    small = ("--size", "800x600")
    storyboard = ("storyboard", with_lines(tmp_path), "--out", str(out), "--lang", "en", *small)
    assert run(*storyboard).code == 0
    assert "Let them sweat." in (out / "notes.txt").read_text(encoding="utf-8")
    told = run(*storyboard)
    assert (told.code, told.out) == (2, "")
    written: list[Path] = []
    monkeypatch.setattr("game.window.board.save_picture", save_picture)
    monkeypatch.setattr("game.window.pictures.write_file", full_after(3, written))
    assert run(*storyboard, "--overwrite").code == 1
    assert (out / "001-settings.png") in written
