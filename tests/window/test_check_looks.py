"""`check` names words of `looks` that the drawing does not know, where they stand."""

from pathlib import Path

import pytest

from game.text.check import check_files
from tests.window.test_plays import MINIMAL


def test_an_unknown_look_is_a_warning_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, line, column and the word; the scenario can be played all the same."""
    lines = MINIMAL.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if "hair:" in line)
    word = lines[at].partition("hair: ")[2].split(",")[0].strip()
    lines[at] = lines[at].replace(f"hair: {word}", "hair: tentacles", 1)
    path = tmp_path / "odd.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert check_files([str(path)], "en", as_json=False) == 0
    told = capsys.readouterr().out
    column = lines[at].index("tentacles") + 1
    assert f"{path}:{at + 1}:{column}" in told
    assert "tentacles" in told


def test_known_looks_are_not_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A scenario without such words is clean."""
    assert check_files([str(MINIMAL)], "en", as_json=False) == 0
    assert "drawing" not in capsys.readouterr().out
