"""The folder for a laptop without internet: whole or not at all, and it plays there."""

import subprocess
import sys
from pathlib import Path

import pytest

from game import packing, startup
from game.packing import Packed, needed, requirements
from tests.game.conftest import Run
from tests.install.conftest import PATIENCE, Ran

# Most copy some hundred megabytes, or start a separate program.
pytestmark = pytest.mark.slow

# The Python that this environment was made with: it has none of its packages.
BARE = getattr(sys, "_base_executable", sys.executable)


def started(place: Path, home: Path, *arguments: str) -> Ran:
    """The folder's starter, where there is nothing but a Python and a home."""
    (start,) = (place / name for name in packing.starters())
    return subprocess.run(
        [start, *arguments], text=True, encoding="utf-8", capture_output=True, check=False,
        timeout=PATIENCE, cwd=home,
        env={"PATH": f"{Path(BARE).parent}:/usr/bin:/bin", "HOME": str(home), "LANG": "nl_NL.UTF-8",
             "PYTHONUTF8": "1", "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"},
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="there the starter is a batch file")
def test_it_plays_and_checks_with_nothing_but_python(
    folder: tuple[Path, Packed], tmp_path: Path
) -> None:
    place, _ = folder
    home = tmp_path / "home"
    home.mkdir()
    for arguments in (
        ("check", "care-merger"),
        ("play", "care-merger", "--auto", "--seed", "3"),
        ("host", "--help"),
    ):
        done = started(place, home, *arguments)
        assert (done.returncode, done.stderr) == (0, ""), arguments


@pytest.mark.skipif(sys.platform == "win32", reason="there the starter is a batch file")
def test_another_kind_of_laptop_is_told_what_the_folder_is_for(
    folder: tuple[Path, Packed], tmp_path: Path
) -> None:
    place, _ = folder
    kind = place / startup.LIBRARY / startup.MADE_FOR
    before = kind.read_text("utf-8")
    kind.write_text("Python 3.99 (Haiku, m68k)", "utf-8")
    try:
        done = started(place, tmp_path, "check", "care-merger")
    finally:
        kind.write_text(before, "utf-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Deze map is gemaakt voor Python 3.99 (Haiku, m68k); dit is {before}. Start haar met dat "
        "Python, of maak haar opnieuw op een laptop als deze, met de opdracht pack.\n"
    )


def test_what_is_needed_is_found_to_the_end() -> None:
    names = {each.name.lower() for each in needed(requirements())}
    assert {"numpy", "pygame-ce", "pydantic", "starlette", "anyio", "typing_extensions"} <= names
    assert "pytest" not in names
    assert needed(["no-such-package>=1"]) == []
    assert needed(['numpy; python_version < "3"']) == []


def test_a_folder_with_something_in_it_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("x")
    said = run("pack", "--out", str(tmp_path), "--lang", "en")
    assert said.code == 2
    assert "is not empty" in said.err
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["kept"]


def test_what_can_not_be_finished_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(package: object, library: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packing, "_copy", full)
    place = tmp_path / "sticks"
    said = run("pack", "--out", str(place / "one"), "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "is full" in said.err or "No space" in said.err or "full" in said.err
    assert not list(place.iterdir())


def test_it_says_what_it_made_and_how_to_start_it(run: Run, tmp_path: Path) -> None:
    said = run("pack", "--out", str(tmp_path / "stick"), "--lang", "en")
    assert (said.code, said.err) == (0, "")
    assert startup.kind_here() in said.out
    (start,) = packing.starters()
    assert f"start {start} there" in said.out
    assert {each.name for each in tmp_path.iterdir()} - {"home"} == {"stick"}
