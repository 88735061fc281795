"""`rename` as a person meets it: it shows what it will do, asks, and does only that."""

import re
from pathlib import Path

import pytest

from game.text import rename as command
from tests.game.conftest import ROOT, Run

SMALL = (ROOT / "tests/scenarios/valid/small.yaml").read_bytes()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scenario of an author's own."""
    path = tmp_path / "van.yaml"
    path.write_bytes(SMALL)
    return path


def test_it_shows_every_line_and_asks_first(run: Run, file: Path) -> None:
    said = run("rename", str(file), "south", "valley", "--lang", "en", typed=("yes",))
    assert said.code == 0
    assert "The party “south” becomes “valley”:" in said.out
    assert "    19  south:\n     →  valley:\n" in said.out
    assert "speaker: south.owner" in said.out
    assert "speaker: valley.owner" in said.out
    assert "Change these 2 places in" in said.out
    assert "2 places changed in" in said.out
    assert "left in it" not in said.out
    assert file.read_bytes() == SMALL.replace(b"south:", b"valley:").replace(
        b"south.owner", b"valley.owner"
    )
    assert f"rename {file} party:valley south" in said.out
    assert run("rename", str(file), "party:valley", "south", "--yes").code == 0
    assert file.read_bytes() == SMALL


@pytest.mark.parametrize("typed", [("no",), ("",), ()])
def test_without_a_yes_nothing_is_changed(run: Run, file: Path, typed: tuple[str, ...]) -> None:
    said = run("rename", str(file), "south", "valley", "--lang", "en", typed=typed)
    assert said.code == 1
    assert "Nothing was changed" in said.out
    assert file.read_bytes() == SMALL


def test_it_speaks_dutch(run: Run, file: Path) -> None:
    said = run("rename", str(file), "zuid", "dal")
    assert (said.code, said.out) == (2, "")
    assert "geen naam “zuid”" in said.err
    said = run("rename", str(file), "south", "dal", typed=("ja",))
    assert "De partij “south” wordt “dal”:" in said.out
    assert "2 plaatsen veranderd" in said.out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("suoth", "valley", "Did you mean “south”?"),
        ("zzz", "valley", "Choose from: who-wrote-it, north, "),
        ("south", "North", "can't be a name"),
        ("south", "on", "means yes, no or nothing"),
        ("south", "any", "already means something"),
        ("south", "north", "(line 11)"),
        ("south", "south", "called already"),
        ("owner", "north.cook", "Give only the new name"),
        ("cash", "fee", "(line "),
    ],
)
def test_what_cannot_be_is_one_plain_message(
    run: Run, file: Path, old: str, new: str, told: str
) -> None:
    said = run("rename", str(file), old, new, "--yes", "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert len(said.err.splitlines()) == 1
    assert file.read_bytes() == SMALL


def test_two_things_of_one_name_must_be_told_apart(run: Run, file: Path) -> None:
    file.write_bytes(SMALL.replace(b"owner", b"baker"))
    said = run("rename", str(file), "baker", "cook", "--lang", "en")
    assert said.code == 2
    assert "role:north.baker, role:south.baker" in said.err
    assert run("rename", str(file), "south.baker", "cook", "--yes").code == 0
    assert b"speaker: south.cook" in file.read_bytes()
    assert b"      baker: {name: Noor" in file.read_bytes()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01", b"\xff\xfea\x00", b"parties: {north: {", b"- a", b"a" * 1_000_001],
)
def test_a_file_that_cannot_be_read_whole_is_left_alone(
    run: Run, file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    said = run("rename", str(file), "north", "noord", "--yes", "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "can't be read whole" in said.err
    assert file.read_bytes() == content


def test_what_is_not_a_file_is_said_plainly(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.yaml"):
        said = run("rename", str(path), "north", "noord", "--yes", "--lang", "en")
        assert (said.code, said.out) == (2, "")
        assert len(said.err.splitlines()) == 1


def test_a_half_renaming_is_finished_and_what_is_left_is_told(run: Run, file: Path) -> None:
    file.write_bytes(SMALL.replace(b"south:", b"valley:").replace(b"minutes: 10", b"minutes: 1"))
    said = run("rename", str(file), "south", "valley", "--yes", "--lang", "en")
    assert said.code == 0
    assert "is still called “south” in places" in said.out
    assert "To undo it" not in said.out
    assert "One mistake is left in it" in said.out
    assert b"speaker: valley.owner" in file.read_bytes()


def test_a_file_that_was_saved_meanwhile_is_not_written_over(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(*_: object) -> bool:
        file.write_bytes(b"mine")
        return True

    monkeypatch.setattr(command, "_agrees", slowly)
    said = run("rename", str(file), "south", "valley", "--lang", "en")
    assert said.code == 2
    assert "Nothing was written" in said.err
    assert file.read_bytes() == b"mine"


def test_a_long_line_is_shown_where_it_changes(run: Run, file: Path) -> None:
    long = "x" * 300
    file.write_bytes(SMALL.replace(b"Paid at once.", f"{long}".encode()).replace(
        b"rounds: 2\n", f"rounds: 2 # {long}\n".encode()))  # fmt: skip
    said = run("rename", str(file), "yard", "court", "--yes", "--lang", "en")
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) < 300
    assert "→" in said.out


@pytest.mark.slow
@pytest.mark.parametrize("guide", ["README.md", "README.nl.md"])
def test_the_commands_of_the_guide_work_on_its_own_scenario(
    run: Run, file: Path, guide: str
) -> None:
    text = (ROOT / "scenarios" / guide).read_text("utf-8")
    file.write_text("\n".join(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)), "utf-8")
    lines = re.findall(r"^main\.py rename \S+ (\S+) (\S+)$", text, re.MULTILINE)
    assert len(lines) >= 3
    for old, new in lines:
        assert run("rename", str(file), old, new, "--yes").code == 0
    assert run("check", str(file)).code == 0
