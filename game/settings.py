"""Where the game keeps its things, and in which language it speaks."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path, user_documents_path

from engine.files import read_file, write_file
from engine.scenario.vocabulary import LANGUAGES, Language
from game.startup import language_of_system

HOME = "SAMENSPEL_HOME"  # environment variable: keep everything there instead
DEFAULT: Language = "nl"
_MOST_BYTES = 100_000  # design choice: a hundred times what is kept


def home() -> Path:
    """The folder of saved plays and settings; not made until something is kept."""
    own = os.environ.get(HOME)
    if own:
        return Path(own)
    try:
        place = user_data_path("samenspel", appauthor=False)
    except RuntimeError:
        return _without_home()
    return place if place.is_absolute() else _without_home()


def reports() -> Path:
    """The folder of saved reports: among the user's own documents, where people look for them."""
    if os.environ.get(HOME):
        return home() / "reports"
    try:
        place = user_documents_path()
    except RuntimeError:
        return home() / "reports"
    return place / "Samenspel" if place.is_absolute() else home() / "reports"


def _without_home() -> Path:
    """Where a user without a home folder keeps things: the system may clear it away."""
    from tempfile import gettempdir

    return Path(gettempdir()) / f"samenspel-{os.getuid() if hasattr(os, 'getuid') else ''}"


def language() -> Language:
    """The language chosen last time, or else the system's, or else Dutch."""
    return _chosen() or _known(language_of_system() or "") or DEFAULT


def remember_language(chosen: Language) -> None:
    """Keep the language for next time."""
    keep({"language": chosen})


def kept(name: str) -> object:
    """What was kept under that name; None when there is nothing."""
    return _read().get(name)


def keep(values: Mapping[str, object]) -> None:
    """Keep these for next time; a folder that can't be written is no reason to stop."""
    with suppress(OSError):
        write_file(_path(), (json.dumps({**_read(), **values}) + "\n").encode())


def _path() -> Path:
    return home() / "settings.json"


def _read() -> Mapping[str, object]:
    try:
        found = json.loads(read_file(_path(), _MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _chosen() -> Language | None:
    return _known(str(_read().get("language", "")))


def _known(name: str) -> Language | None:
    return next((each for each in LANGUAGES if each == name), None)
