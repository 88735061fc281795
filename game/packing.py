"""The game with all that it needs in one folder, for a laptop without internet.

What is copied is what runs now: the packages that this Python has found. So nothing has to be
fetched, and what is in the folder has been seen to work. The price is that the folder is for the
same kind of system, with the same Python.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from game import startup
from game.assets import ASSETS, SCENARIOS

OURS = Path(__file__).resolve().parents[1]
PACKAGES = ("engine", "game")
_NOT_COPIED = shutil.ignore_patterns("__pycache__", "shipped")


@dataclass(frozen=True)
class Packed:
    """What was put in the folder: packages by name and version, and how many bytes in all."""

    packages: tuple[str, ...]
    size: int


def requirements() -> list[str]:
    """What the game declares that it needs, extras too."""
    declared = OURS / "pyproject.toml"
    if not declared.is_file():
        return list(distribution("samenspel").requires or [])
    import tomllib

    project = tomllib.loads(declared.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(each for some in extras for each in some)]


def needed(asked: list[str]) -> list[Distribution]:
    """The packages that are asked for, and those that they need in turn, in the order of names.

    Extras that are not installed here are left out.
    """
    found: dict[str, Distribution] = {}
    waiting = [(Requirement(each), "") for each in asked]
    while waiting:
        wanted, extra = waiting.pop()
        name = canonicalize_name(wanted.name)
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": extra}):
            continue
        if name in found and not wanted.extras:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        waiting += [
            (Requirement(each), inner)
            for each in found[name].requires or []
            for inner in (wanted.extras or {""})
        ]
    return [found[name] for name in sorted(found)]


def pack(place: Path) -> Packed:
    """Put the game and all that it needs in that folder, which must be new or empty.

    Raises OSError.
    """
    place.mkdir(parents=True, exist_ok=True)
    for name in PACKAGES:
        shutil.copytree(OURS / name, place / name, ignore=_NOT_COPIED)
    for folder in (ASSETS, SCENARIOS):
        shutil.copytree(folder, place / folder.name, ignore=_NOT_COPIED)
    packages = needed(requirements())
    for each in packages:
        _copy(each, place / startup.LIBRARY)
    (place / startup.LIBRARY / startup.MADE_FOR).write_text(startup.kind_here(), encoding="utf-8")
    (place / "main.py").write_text(_MAIN, encoding="utf-8")
    for name, content in starters().items():
        start = place / name
        start.write_text(content, encoding="utf-8", newline="")
        start.chmod(0o755)
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    return Packed(tuple(f"{each.name} {each.version}" for each in packages), size)


def _copy(package: Distribution, library: Path) -> None:
    for inside in _files(package):
        target = library / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(package.locate_file(inside)), target)


def _files(package: Distribution) -> Iterator[PurePosixPath]:
    """Its files, without commands, which stand elsewhere, and without what can be made again."""
    for each in package.files or []:
        if ".." not in each.parts and "__pycache__" not in each.parts:
            yield each


# --- starting it --------------------------------------------------------------------------------

_MAIN = """\
import sys

from game.start import run

sys.exit(run())
"""
# Only Python is looked for; main.py then says what is wrong with it, in the reader's language.
_SHELL = """\
#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd) || exit 1
for python in python{python} python3 python; do
    command -v "$python" >/dev/null 2>&1 && exec "$python" "$here/main.py" "$@"
done
echo "Samenspel: installeer Python {python}. / Install Python {python}." >&2
exit 2
"""
_WINDOWS = """\
@echo off
where py >nul 2>nul && (py -{python} "%~dp0main.py" %* & exit /b)
python "%~dp0main.py" %*
"""


def starters() -> dict[str, str]:
    """The files to start it with, by name: each system has its own."""
    python = "{}.{}".format(*sys.version_info)
    if sys.platform == "win32":
        return {"samenspel.bat": _WINDOWS.format(python=python).replace("\n", "\r\n")}
    # A file that can be clicked in the Finder has this ending.
    name = "samenspel.command" if sys.platform == "darwin" else "samenspel.sh"
    return {name: _SHELL.format(python=python)}
