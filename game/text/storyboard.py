"""The command that saves a picture of every screen."""

import re
from pathlib import Path

from engine.scenario.vocabulary import Language
from game import library
from game.errors import NearestNames, UserError, shell_quoted
from game.words import words_in

_SIZE = re.compile(r"(\d{3,4})[x×](\d{3,4})")
# From the smallest that the screens are drawn for up to a large projector.
_LOWEST, _HIGHEST = (800, 600), (3840, 2160)


def save_storyboard(
    scenario: str, out: Path, language: Language, size: str, theme: str, text_size: str, seed: int
) -> int:
    """Play the scenario through the window's own code and keep a picture of every screen."""
    from game.theme import THEMES
    from game.window.preferences import TEXT_SIZES

    path = library.find(scenario)
    library.open_scenario(path, language)
    measured = _measured(size)
    if theme not in THEMES:
        raise UserError("stop.unknown-theme", written=theme, near=NearestNames(theme, THEMES))
    if text_size not in map(str, TEXT_SIZES):
        choices = ", ".join(map(str, TEXT_SIZES))
        raise UserError("stop.bad-text-size", written=text_size, choices=choices)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("stop.unwritable-folder", path=shell_quoted(out), why=error) from error
    from game.window import storyboard

    saved = storyboard(
        path, out, lang=language, size=measured, theme=theme, text_size=int(text_size), seed=seed
    )
    print(words_in(language)("storyboard.saved", n=saved, path=shell_quoted(out)))
    return 0


def _measured(written: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(written)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    fits = all(low <= is_ <= high for low, is_, high in zip(_LOWEST, size, _HIGHEST, strict=True))
    if not fits:
        lowest, highest = (f"{wide}x{high}" for wide, high in (_LOWEST, _HIGHEST))
        raise UserError("stop.bad-size", written=written, lowest=lowest, highest=highest)
    return size
