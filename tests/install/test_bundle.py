"""The program that needs no Python is built and started, far from the repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__
from tests.conftest import ROOT
from tests.install.conftest import PATIENCE, Ran

# Building it takes the better part of a minute.
pytestmark = pytest.mark.slow
_BUILDING = 600.0  # seconds; only reached when something is broken


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bundle")
    command = [sys.executable, "-m", "tests.install.bundle", "--out", str(place)]
    made = subprocess.run(
        command, cwd=ROOT, text=True, capture_output=True, check=False, timeout=_BUILDING
    )
    assert made.returncode == 0, made.stderr[-2000:]
    return place / "samenspel" / ("samenspel.exe" if sys.platform == "win32" else "samenspel")


def test_it_plays_checks_counts_and_draws_without_python(program: Path, tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    alone = {"HOME": str(tmp_path), "LANG": "en_GB.UTF-8", "PATH": "", "SDL_VIDEODRIVER": "dummy",
             "SDL_AUDIODRIVER": "dummy", **kept}  # fmt: skip

    def start(*arguments: str) -> Ran:
        return subprocess.run(
            [program, *arguments], cwd=tmp_path, env=alone, text=True, encoding="utf-8",
            capture_output=True, check=False, timeout=PATIENCE,
        )  # fmt: skip

    assert start("--version").stdout == f"Samenspel {__version__}\n"
    for arguments in (
        ("check", "first-handshake"),
        ("play", "first-handshake", "--auto", "--seed", "3"),
        # More plays than one process does: it starts others of itself.
        ("simulate", "first-handshake", "--plays", "20000"),
        ("storyboard", "first-handshake", "--out", "pictures", "--size", "800x600"),
        ("words", "first-handshake", "--out", "sheet.xlsx"),
        ("rooms",),
    ):
        done = start(*arguments)
        assert done.returncode == 0, (arguments, done.stderr)
        assert "Traceback" not in done.stderr
    assert list((tmp_path / "pictures").glob("*.png"))
