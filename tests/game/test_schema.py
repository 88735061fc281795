"""`schema`: the format for editors, on the screen or in a file, and the line that points to it."""

import json
from pathlib import Path

import pytest

from tests.game.conftest import MINIMAL, Run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command is given in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(("language", "told"), [("nl", "De titel."), ("en", "The title.")])
def test_without_a_file_the_schema_is_printed_in_the_reader_s_language(
    language: str, told: str, run: Run
) -> None:
    said = run("schema", "--lang", language)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["properties"]["title"]["description"] == told


def test_in_a_file_it_comes_with_the_line_for_a_scenario(here: Path, run: Run) -> None:
    said = run("schema", "--out", "deep/samenspel.json", "--lang", "en")
    assert (said.code, said.err) == (0, "")
    assert "\n# yaml-language-server: $schema=deep/samenspel.json\n" in said.out
    assert "completes and explains" in said.out
    assert json.loads((here / "deep/samenspel.json").read_text("utf-8")) == json.loads(
        run("schema", "--lang", "en").out
    )


@pytest.mark.slow
def test_an_older_schema_is_replaced_and_nothing_else_is(here: Path, run: Run) -> None:
    assert run("schema", "--out", "s.json", "--lang", "en").code == 0
    assert run("schema", "--out", "s.json", "--lang", "nl").code == 0
    assert "De titel." in (here / "s.json").read_text("utf-8")
    mine = here / "mine.json"
    for content in (b"{}", Path(MINIMAL).read_bytes(), b"\x00\xff"):
        mine.write_bytes(content)
        said = run("schema", "--out", "mine.json", "--lang", "en")
        assert (said.code, said.out) == (2, "")
        assert "mine.json is there already" in said.err
        assert mine.read_bytes() == content
    assert run("schema", "--out", "mine.json", "--overwrite", "--lang", "en").code == 0


def test_a_place_that_cannot_be_written_is_told(here: Path, run: Run) -> None:
    (here / "file").write_text("x")
    said = run("schema", "--out", "file/s.json", "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "can't be written (there is a file where a folder should be)" in said.err
