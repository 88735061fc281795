"""The package, built and installed once, and the folder that `pack` makes."""

import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.packing import Packed, pack
from tests.conftest import ROOT
from tests.game.conftest import environment, home, run

__all__ = ["home", "run"]

Ran = subprocess.CompletedProcess[str]
PATIENCE = 120.0  # seconds; only reached when something is broken


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as `uv build --wheel` makes it."""
    place = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (made,) = place.glob("*.whl")
    return made


@dataclass(frozen=True)
class Program:
    """A program to start as a person would, from a folder of its own."""

    command: tuple[str, ...]
    place: Path
    home: Path

    def __call__(self, *arguments: str, **variables: str) -> Ran:
        self.place.mkdir(exist_ok=True)
        return subprocess.run(
            [*self.command, *arguments], cwd=self.place, text=True, encoding="utf-8",
            capture_output=True, check=False, timeout=PATIENCE,
            env={**environment(self.home), "LANG": "en_GB.UTF-8", **variables},
        )  # fmt: skip


@pytest.fixture(scope="session")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `samenspel` in an environment of its own; what it needs is lent by this one."""
    place = tmp_path_factory.mktemp("met spaties en é")
    venv.create(place / "env", with_pip=False)
    kept = Path(sysconfig.get_path("purelib", "venv", {"base": str(place / "env")}))
    (kept / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", "venv", {"base": str(place / "env")}))
    python = scripts / Path(sys.executable).name
    subprocess.run([python, "-m", "installer", str(wheel)], check=True, capture_output=True)
    (found,) = scripts.glob("samenspel*")
    return found


@pytest.fixture
def installed(command: Path, tmp_path: Path) -> Program:
    """The installed command, run outside the repository."""
    return Program((str(command),), tmp_path / "elders, één", tmp_path / "home")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Packed]:
    """The folder that `pack` makes, and what is in it."""
    place = tmp_path_factory.mktemp("stick") / "samenspel é"
    return place, pack(place)
