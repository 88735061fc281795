"""`rename` as a person meets it: it shows what it will do, asks, and does only that."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest

from game import library
from game.errors import UserError
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


# --- a scenario in several files ------------------------------------------------------------------


@pytest.fixture
def several(tmp_path: Path) -> Path:
    """A scenario that includes two files."""
    folder = tmp_path / "several"
    shutil.copytree(ROOT / "tests/scenarios/several", folder)
    return folder / "included.yaml"


def contents(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.rglob("*.y*ml")}


def test_a_name_is_changed_in_every_file_of_a_scenario(run: Run, several: Path) -> None:
    before = contents(several)
    said = run("rename", str(several), "north", "hill", "--yes", "--lang", "en")
    assert said.code == 0
    for name in ("included.yaml", "parts/cast.yaml", "parts/story.yml"):
        assert f"{several.parent / name}:\n" in said.out
    after = contents(several)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"included.yaml", "cast.yaml", "story.yml"}
    assert after["cast.yaml"].startswith(b"\xef\xbb\xbf# Who there is.\r\n")
    assert run("check", str(several)).code == 0
    assert run("rename", str(several), "hill", "north", "--yes").code == 0
    assert contents(several) == before


def test_if_one_file_cannot_be_written_none_is(
    run: Run, several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(several)

    write = library.write

    def writes_some(path: Path, content: bytes) -> None:
        if path.name == "story.yml":
            raise UserError("stop.unwritable", path=path, why=OSError(28, ""))
        write(path, content)

    monkeypatch.setattr(library, "write", writes_some)
    said = run("rename", str(several), "north", "hill", "--yes", "--lang", "en")
    assert said.code == 2
    assert "story.yml can't be written (the disk is full)" in said.err
    assert contents(several) == before


def test_a_part_is_not_renamed_without_the_rest(run: Run, several: Path) -> None:
    part = several.parent / "parts/cast.yaml"
    said = run("rename", str(part), "north", "hill", "--yes", "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "is no scenario by itself" in said.err
    said = run("words", str(part), "--out", str(part.with_suffix(".csv")), "--lang", "en")
    assert said.code == 2
    assert "is no scenario by itself" in said.err


def test_a_folder_is_checked_without_its_parts_by_themselves(run: Run, several: Path) -> None:
    said = run("check", str(several.parent), "--lang", "en")
    assert said.code == 0
    assert "cast.yaml" not in said.out
    text = several.read_text("utf-8").replace("backdrop: factory-hall", "backdrop: moon")
    part = several.parent / "parts/decor.yaml"
    start, end = text.index("decor:"), text.index("props:")
    part.write_text("# a place\n" + text[start:end], "utf-8")
    named = text.replace("- parts/cast.yaml", "- parts/decor.yaml\n- parts/cast.yaml")
    several.write_text(named.replace(text[start:end], ""), "utf-8")
    said = run("check", str(several), "--lang", "en")
    assert said.code == 0
    assert f"{part}:3:" in said.out
    assert "unknown-backdrop" in said.out


@pytest.mark.slow
def test_a_play_of_several_files_is_replayed_without_them(
    run: Run, several: Path, tmp_path: Path
) -> None:
    trace = tmp_path / "t.json"
    played = run("play", str(several), "--auto", "--seed", "3", "--trace", str(trace))
    assert played.code == 0
    numbers = run("replay", str(trace), "--scenario", str(several)).out
    shutil.rmtree(several.parent)
    assert run("replay", str(trace)).out == numbers
    assert run("debrief", str(trace)).code == 0


def test_texts_go_out_and_come_back_to_the_files_they_are_in(
    run: Run, several: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "texts.csv"
    before = contents(several)
    assert run("words", str(several), "--out", str(sheet), "--add", "de", "--lang", "en").code == 0
    assert run("words", str(several), "--in", str(sheet), "--lang", "en").code == 0
    assert contents(several) == before
    head, *rows = csv.reader(io.StringIO(sheet.read_text("utf-8-sig")))
    places = [row[head.index("line")] for row in rows]
    files = {place.partition(":")[0] for place in places}
    assert files == {"included.yaml", "parts/cast.yaml", "parts/story.yml"}
    for row in rows:
        row[head.index("de")] = "Auf Deutsch"
    out = io.StringIO()
    csv.writer(out).writerows([head, *rows])
    sheet.write_text(out.getvalue(), "utf-8")
    said = run("words", str(several), "--in", str(sheet), "--lang", "en")
    assert said.code == 0, said.out
    after = contents(several)
    assert {name for name in before if before[name] != after[name]} == set(before)
    said = run("check", str(several), "--lang", "en")
    assert said.code == 0, said.out
    assert sum(text.count(b"Auf Deutsch") for text in after.values()) == len(rows)
    assert after["cast.yaml"].count(b"\r\n") == after["cast.yaml"].count(b"\n")


@pytest.mark.slow
def test_a_play_test_names_the_file_that_something_is_in(run: Run, several: Path) -> None:
    story = several.parent / "parts/story.yml"
    text = story.read_text("utf-8")
    number = 1 + text[: text.index("breakdown:")].count("\n")
    story.write_text(text.replace("chance: 20", "when: {changes: {at_least: 900}}"), "utf-8")
    asked = ("test", str(several), "--plays", "40", "--lang", "en")
    assert f"{story}:{number}:" in run(*asked).out
    assert run(*asked, "--how", str(number)).code == 0
