"""What is needed before the game can be imported, and what to type if it is missing.

Also runs on old Pythons and without any packages, so it relies on neither. The words are kept here
because such a Python can't read the catalogues.
"""

import locale
import os
import platform
import sys
from importlib.util import find_spec

OLDEST = (3, 11)
# What commands import, by import name. The window itself checks what only it needs.
NEEDED = (
    "numpy", "transitions", "yaml", "pydantic", "rich", "platformdirs", "jinja2", "starlette",
    "uvicorn", "segno", "sqlalchemy", "openpyxl", "packaging",
)  # fmt: skip
# A folder made by `pack` has its packages in LIBRARY, and there in MADE_FOR what they are for.
LIBRARY, MADE_FOR = "lib", "made-for.txt"
_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
WORDS = {
    "nl": {
        "python": "Samenspel heeft Python {oldest} of nieuwer nodig; dit is {found}.",
        "packages": "Samenspel heeft pakketten nodig die hier niet staan: {missing}.",
        "other-kind": "Deze map is gemaakt voor {made_for}; dit is {found}. Start haar met dat "
        "Python, of maak haar opnieuw op een laptop als deze, met de opdracht pack.",
        "remedy": "Typ dit, regel voor regel. Het haalt op wat nodig is en begint het spel:",
    },
    "en": {
        "python": "Samenspel needs Python {oldest} or newer; this is {found}.",
        "packages": "Samenspel needs packages that are not installed here: {missing}.",
        "other-kind": "This folder was made for {made_for}; this is {found}. Start it with that "
        "Python, or make it again on a laptop like this one, with the command pack.",
        "remedy": "Type this, line by line. It fetches what is needed and starts the game:",
    },
}


def what_is_missing(arguments: "list[str]") -> str:
    """What is missing and what to type, in the reader's language; empty if nothing is."""
    words = WORDS[language_asked_for(arguments) or language_of_system() or "nl"]
    if made_for() not in ("", kind_here()):
        return words["other-kind"].format(made_for=made_for(), found=kind_here())
    missing = [name for name in NEEDED if find_spec(name) is None]
    if sys.version_info < OLDEST:
        oldest, found = (".".join(map(str, each[:2])) for each in (OLDEST, sys.version_info))
        told = words["python"].format(oldest=oldest, found=found)
    elif missing:
        told = words["packages"].format(missing=", ".join(missing))
    else:
        return ""
    return "\n".join([told, words["remedy"], *remedy()])


def take_along() -> None:
    """Let Python find the packages that lie in this folder, if any do."""
    if made_for():
        sys.path.insert(0, os.path.join(_HERE, LIBRARY))  # noqa: PTH118


def made_for() -> str:
    """What the packages that lie in this folder are for; empty if none do."""
    try:
        with open(os.path.join(_HERE, LIBRARY, MADE_FOR), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            return file.read().strip()
    except OSError:
        return ""


def kind_here() -> str:
    """What compiled packages depend on: `Python 3.11 (Linux, x86_64)`."""
    system = (*sys.version_info[:2], platform.system(), platform.machine())
    return "Python {}.{} ({}, {})".format(*system)


def remedy() -> "list[str]":
    """The commands that install what is needed, whatever this Python is allowed to install."""
    python = ".venv\\Scripts\\python" if os.name == "nt" else ".venv/bin/python"
    return [
        '  cd "{}"'.format(_HERE),  # noqa: UP032
        "  {} -m venv .venv".format("py" if os.name == "nt" else "python3"),
        "  " + python + " -m pip install uv",
        "  " + python + " -m uv run --no-dev main.py",
    ]


def language_asked_for(arguments: "list[str]") -> "str | None":
    """The language after `--lang`, if it is one of ours."""
    written = " ".join(arguments).replace("--lang=", "--lang ").split()
    if "--lang" not in written[:-1]:
        return None
    return known(written[written.index("--lang") + 1])


def language_of_system() -> "str | None":
    """The system's language, if it is one of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return known(os.environ[name][:2].lower())
    try:
        return known((locale.getlocale()[0] or "")[:2].lower())
    except ValueError:
        return None


def known(name: str) -> "str | None":
    """That language, if it is one of ours."""
    return name if name in WORDS else None
