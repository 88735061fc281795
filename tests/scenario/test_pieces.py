"""A scenario in several files is read, checked, kept and changed as one."""

import os
from pathlib import Path

import pytest

from engine.scenario.catalogue import codes
from engine.scenario.fingerprint import fingerprint
from engine.scenario.load import Loaded, load, load_text
from engine.scenario.pieces import MAX_BYTES, MOST_FILES, Whole, put_together
from tests.conftest import ROOT

LITTLE = ROOT / "tests/scenarios/valid/small.yaml"
SMALL = LITTLE.read_text()
CHAPTERS = ("parties:", "decor:", "props:", "rules:", "rituals:", "moves:", "script:", "endings:")


def split(folder: Path, include: str, **parts: tuple[str, str]) -> Path:
    """The small scenario with chapters in files of their own: from which chapter up to which."""
    own = SMALL
    for name, (first, after) in parts.items():
        text = own[own.index(f"\n{first}") + 1 : own.index(f"\n{after}") + 1]
        own = own.replace(text, "")
        (folder / f"{name}.yaml").write_text(text)
    path = folder / "van.yaml"
    path.write_text(own.replace("language: en\n", f"language: en\n{include}\n"))
    return path


@pytest.fixture
def van(tmp_path: Path) -> Path:
    """A scenario in three files."""
    return split(tmp_path, "include: [cast.yaml, story.yaml]",
                 cast=("parties:", "decor:"), story=("script:", "endings:"))  # fmt: skip


def whole(path: Path) -> Whole:
    """What belongs to it; it must be readable."""
    found = put_together(path)
    assert isinstance(found, Whole)
    return found


def places(loaded: Loaded) -> list[str]:
    """Each problem with its file and place."""
    return [f"{Path(p.file).name}:{p.line}:{p.column} {p.code}" for p in loaded.problems]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_it_makes_the_same_game_as_in_one_file(van: Path) -> None:
    small, several = load(LITTLE).scenario, load(van).scenario
    assert small is not None
    assert several is not None
    assert fingerprint(several) == fingerprint(small)
    assert several.model_dump() == small.model_dump()


def test_its_text_makes_that_game_without_the_files(van: Path) -> None:
    loaded = load(van)
    for path in van.parent.iterdir():
        path.unlink()
    again = load_text(loaded.content, "van.yaml")
    assert again.problems == ()
    assert again.scenario == loaded.scenario


def test_every_problem_has_its_own_file_and_line(van: Path) -> None:
    folder = van.parent
    change(folder / "cast.yaml", "{quiet: 40}", "{quiet: 400}")
    change(folder / "story.yaml", "rounds: 2", "rounds: two")
    change(van, "minutes: 10", "minutes: 1")
    assert places(load(van)) == [
        "van.yaml:8:10 out-of-range", "cast.yaml:6:20 out-of-range",
        "story.yaml:7:15 not-a-number", "story.yaml:15:15 not-a-number",
    ]  # fmt: skip


def test_a_part_that_is_no_yaml_does_not_hide_the_others(van: Path) -> None:
    change(van.parent / "cast.yaml", "wants: {quiet: 40}", "wants: {quiet: 40")
    change(van, "minutes: 10", "minutes: 1")
    assert places(load(van)) == ["van.yaml:8:10 out-of-range", "cast.yaml:6:12 bracket-not-closed"]


def test_a_line_in_another_file_is_told_with_that_file(van: Path) -> None:
    change(van.parent / "cast.yaml", "parties:", "moves: {}\nparties:")
    (problem,) = load(van).problems
    assert (Path(problem.file).name, problem.line, problem.code) == (
        "cast.yaml",
        1,
        "duplicate-key",
    )
    assert "van.yaml:" in problem.repair("en")


def test_a_renaming_by_hand_is_mended_from_the_scenario_itself(van: Path) -> None:
    change(van.parent / "cast.yaml", "  north:", "  hill:")
    (problem,) = load(van).problems
    assert (Path(problem.file).name, problem.line, problem.code) == ("cast.yaml", 2, "half-renamed")
    assert problem.repair("en").endswith(f"main.py rename {van} north hill")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("../other.yaml", "include-outside"),
        ("parts/../../other.yaml", "include-outside"),
        ("/etc/passwd", "include-outside"),
        ("C:\\\\x.yaml", "include-outside"),
        ("parts\\\\x.yaml", "include-outside"),
        ("link.yaml", "include-outside"),
        ("folder/x.yaml", "include-outside"),
        ("cast.txt", "include-outside"),
        ("", "include-outside"),
        ("a\\x1b[2Jb.yaml", "include-outside"),
        ("a\\nb.yaml", "include-outside"),
        ("x" * 300 + ".yaml", "include-unreadable"),
        ("nothing.yaml", "include-unreadable"),
        ("dir.yaml", "include-unreadable"),
        ("van.yaml", "include-twice"),
        ("./van.yaml", "include-twice"),
    ],
)
def test_what_may_not_or_cannot_be_included_is_one_plain_problem(
    tmp_path: Path, written: str, code: str
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    path = split(folder, f'include: ["{written}"]')
    (folder / "dir.yaml").mkdir()
    (tmp_path / "other.yaml").write_text("moves: {}\n")
    (tmp_path / "x.yaml").write_text("moves: {}\n")
    if hasattr(os, "symlink"):
        (folder / "link.yaml").symlink_to(tmp_path / "other.yaml")
        (folder / "folder").symlink_to(tmp_path)
    (problem,) = load(path).problems
    assert problem.code == code
    assert (problem.file, problem.line) == (str(path), 5)
    assert "\x1b" not in problem.text("en")
    assert code in codes()


def test_a_pipe_is_not_waited_for(van: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes")
    (van.parent / "story.yaml").unlink()
    os.mkfifo(van.parent / "story.yaml")
    assert places(load(van)) == ["van.yaml:5:22 include-unreadable"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x00", "story.yaml:1:1 file-binary"),
        (b"\xff\xfea\x00", "story.yaml:1:1 file-binary"),
        (b"script: \xff", "story.yaml:1:9 not-utf-8"),
        (b"# " + b"x" * MAX_BYTES, "van.yaml:1:1 file-too-large"),
    ],
)
def test_a_part_that_cannot_be_read_is_named(van: Path, content: bytes, told: str) -> None:
    (van.parent / "story.yaml").write_bytes(content)
    assert places(load(van))[0] == told


def test_a_part_includes_no_others(van: Path) -> None:
    change(van.parent / "cast.yaml", "parties:", "include: story.yaml\nparties:")
    assert places(load(van)) == ["cast.yaml:1:1 include-place"]


def test_two_files_that_include_each_other_are_no_circle(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(SMALL + "include: other.yaml\n")
    other.write_text("include: one.yaml\n")
    assert places(load(one)) == ["other.yaml:1:1 include-place"]


def test_there_is_a_limit_to_the_files(tmp_path: Path) -> None:
    names = [f"p{number}.yaml" for number in range(MOST_FILES + 1)]
    for name in names:
        (tmp_path / name).write_text("# nothing\n")
    path = split(tmp_path, f"include: [{', '.join(names)}]")
    assert places(load(path)) == ["van.yaml:5:11 too-many"]
    path = split(tmp_path, f"include: [{', '.join(names[1:])}]")
    assert places(load(path)) == []


@pytest.mark.parametrize(
    "include",
    ["include: cast.yaml", "include:\n- cast.yaml", "include:\n  # who\n\n  - cast.yaml # there",
     "include: [ 'cast.yaml',\n  ]", "include : ['./cast.yaml']",
     "#@samenspel x\ninclude: cast.yaml"],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_however_it_is_written_the_files_come_back_as_they_were(
    tmp_path: Path, include: str, end: str
) -> None:
    path = split(tmp_path, include, cast=("parties:", "decor:"))
    cast = tmp_path / "cast.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", end.encode()).rstrip())
    cast.write_bytes(b"\xef\xbb\xbf" + cast.read_bytes())
    assert places(load(path)) == []
    found = whole(path)
    assert found.apart(found.content) == {}
    changed = found.apart(found.content.replace(b"internal_balance: 60", b"internal_balance: 61"))
    assert changed == {cast: cast.read_bytes().replace(b"60", b"61")}
    changed = found.apart(found.content.replace(b"minutes: 10", b"minutes: 11"))
    assert changed == {path: path.read_bytes().replace(b"10", b"11", 1)}


@pytest.mark.parametrize("include", ["include: []", "include: 3", "include: {a: b}", "include: [a"])
def test_what_names_no_file_is_told_as_any_mistake(tmp_path: Path, include: str) -> None:
    found = places(load(split(tmp_path, include)))
    assert len(found) == (include != "include: []")
    assert not [each for each in found if "include-" in each]


def test_the_one_that_is_kept_here_is_in_order() -> None:
    loaded = load(ROOT / "tests/scenarios/several/included.yaml")
    assert loaded.problems == ()
    assert [path.name for path in loaded.included] == ["cast.yaml", "story.yml"]
