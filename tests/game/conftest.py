"""Running the commands as a person would, without a new process for each."""

import errno
import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.files import write_file
from game.cli import main

ROOT = Path(__file__).parent.parent.parent
MINIMAL = str(ROOT / "tests/scenarios/valid/minimal.yaml")
DUTCH = str(ROOT / "tests/scenarios/valid/dutch.yaml")
THREE = str(ROOT / "tests/scenarios/valid/three.yaml")


@dataclass(frozen=True)
class Said:
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


def full_after(most: int, written: list[Path]) -> Callable[[Path, bytes], None]:
    """Writes files for as long as there is room, and says which."""

    def write(path: Path, content: bytes) -> None:
        if len(written) == most:
            raise OSError(errno.ENOSPC, "full")
        write_file(path, content)
        written.append(path)

    return write


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for saved plays and settings."""
    place = tmp_path / "home"
    monkeypatch.setenv("SAMENSPEL_HOME", str(place))
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    return place


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line; `typed` is the input in the pipe, a line for each item."""

    def run_it(*arguments: str, typed: tuple[str, ...] = ()) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = main(arguments)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run_it


def environment(home: Path) -> dict[str, str]:
    """The environment of a process of its own, without a display and not started by uv."""
    left_out = ("DISPLAY", "WAYLAND_DISPLAY", "UV")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "SAMENSPEL_HOME": str(home), "PYTHONUTF8": "1", "COLUMNS": "84"}
