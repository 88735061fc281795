"""Where the game keeps its things, and in which language it speaks."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

from engine.scenario.vocabulary import LANGUAGES, Language
from game.startup import language_of_system

HOME = "SAMENSPEL_HOME"  # environment variable: keep everything there instead
DEFAULT: Language = "nl"


def home() -> Path:
    """The folder of saved plays and settings; not made until something is kept."""
    own = os.environ.get(HOME)
    return Path(own) if own else user_data_path("samenspel", appauthor=False)


def language() -> Language:
    """The language chosen before, else that of the system, else Dutch."""
    return _chosen() or _known(language_of_system() or "") or DEFAULT


def remember_language(chosen: Language) -> None:
    """Keep the language for next time."""
    keep({"language": chosen})


def kept(name: str) -> object:
    """What was kept under that name; None when there is nothing."""
    return _read().get(name)


def keep(values: Mapping[str, object]) -> None:
    """Keep these for next time; a folder that can't be written is no reason to stop."""
    path = _path()
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps({**_read(), **values}) + "\n", encoding="utf-8")
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()


def _path() -> Path:
    return home() / "settings.json"


def _read() -> Mapping[str, object]:
    try:
        found = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _chosen() -> Language | None:
    return _known(str(_read().get("language", "")))


def _known(name: str) -> Language | None:
    return next((each for each in LANGUAGES if each == name), None)
