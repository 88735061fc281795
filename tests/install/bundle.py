"""The game as a program that needs no Python: `python -m tests.install.bundle --out FOLDER`.

It is for the kind of system on which it is made.
"""

import argparse
from pathlib import Path

from PyInstaller.__main__ import run

ROOT = Path(__file__).resolve().parents[2]
# What only the development of the game needs, and what packages take if it happens to be there.
_LEFT_OUT = (
    "tests", "pytest", "hypothesis", "mypy", "playwright", "IPython", "tkinter", "PIL", "hatchling",
    "pygments", "attr", "doctest", "pdb", "pydoc", "unittest", "setuptools",
    "numpy.f2py", "numpy.polynomial", "numpy.testing",
    "pydantic.deprecated", "pydantic.mypy", "pydantic.v1",
    "sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle",
    "sqlalchemy.ext", "sqlalchemy.orm", "sqlalchemy.testing",
)  # fmt: skip


def arguments(out: Path) -> list[str]:
    """What PyInstaller is asked for."""
    work = out / "work"
    asked = [
        str(ROOT / "main.py"), "--name=samenspel", "--onedir", "--noconfirm", "--log-level=WARN",
        "--noupx", f"--paths={ROOT}", f"--distpath={out}", f"--workpath={work}",
        f"--specpath={work}",
        # Words, catalogues, templates and pages stand beside the code that reads them.
        "--collect-data=engine", "--collect-data=game",
        # Found by name when they are wanted: words of a language, commands, ways of serving.
        "--collect-submodules=engine", "--collect-submodules=game", "--collect-submodules=uvicorn",
    ]  # fmt: skip
    data = [f"--add-data={ROOT / name}:game/shipped/{name}" for name in ("assets", "scenarios")]
    return [*asked, *data, *(f"--exclude-module={name}" for name in _LEFT_OUT)]


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser(prog="python -m tests.install.bundle", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    run(arguments(parser.parse_args().out))


if __name__ == "__main__":
    main()
