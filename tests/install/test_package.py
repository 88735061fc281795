"""The package has all of the game and nothing else, and its command works in any folder."""

import zipfile
from pathlib import Path

import pytest

from game import __version__
from tests.conftest import ROOT
from tests.install.conftest import Program

# Each test waits for a package that is built, or starts a separate program.
pytestmark = pytest.mark.slow

# What is in the repository and needed to play, to write scenarios and to look at them.
SOURCES = ("engine", "game", "assets", "scenarios")


def expected() -> set[str]:
    """The names in the wheel of all that belongs in it; the README's pictures stay outside."""
    found = set()
    pictures = ROOT / "assets/pictures"
    for path in (each for name in SOURCES for each in (ROOT / name).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.parent != pictures:
            name = path.relative_to(ROOT).as_posix()
            found.add(name if name.startswith(("engine", "game")) else f"game/shipped/{name}")
    return found


def test_the_package_has_all_of_the_game_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        inside = {name for name in opened.namelist() if ".dist-info/" not in name}
        (metadata,) = (name for name in opened.namelist() if name.endswith("/METADATA"))
        told = opened.read(metadata).decode("utf-8")
    assert inside == expected()
    assert f"\nVersion: {__version__}\n" in told
    assert "\nRequires-Dist: pygame-ce" in told


def test_the_installed_command_says_its_version_and_its_own_name(installed: Program) -> None:
    assert installed("--version").stdout == f"Samenspel {__version__}\n"
    told = installed("--help")
    assert (told.returncode, told.stderr) == (0, "")
    assert "How to use it: samenspel [COMMAND]" in told.stdout
    assert "main.py" not in told.stdout
    assert "samenspel explain --help" in installed("explain").stderr


def test_the_installed_command_checks_what_comes_with_it(installed: Program) -> None:
    done = installed("check", "care-merger")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 file checked: all in order.")


def test_the_installed_command_plays_begins_a_scenario_and_makes_pictures(
    installed: Program,
) -> None:
    made = installed("new", "quay", "--form", "licence", "--rounds", "2", "--lang", "en")
    assert (made.returncode, made.stderr) == (0, "")
    (scenario,) = installed.place.glob("*.yaml")
    played = installed("play", scenario.name, "--auto", "--seed", "3")
    assert (played.returncode, played.stderr) == (0, "")
    drawn = installed("storyboard", scenario.name, "--out", "pictures", "--size", "800x600")
    assert (drawn.returncode, drawn.stderr) == (0, "")
    pictures = list((installed.place / "pictures").glob("*.png"))
    assert len(pictures) > 10
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)


def test_a_home_that_can_not_be_written_is_told(installed: Program, tmp_path: Path) -> None:
    blocked = tmp_path / "no-folder"
    blocked.write_text("a file")
    done = installed("play", "care-merger", "--auto", "--seed", "3", SAMENSPEL_HOME=str(blocked))
    assert done.returncode == 0  # a play by itself keeps nothing
    typed = installed("host", "care-merger", "--no-browser", SAMENSPEL_HOME=str(blocked))
    assert typed.returncode == 2
    assert "no-folder" in typed.stderr
    assert "Traceback" not in typed.stderr
