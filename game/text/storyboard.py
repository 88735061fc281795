"""The command that saves a picture of every screen."""

import sys
from pathlib import Path

from engine.scenario.vocabulary import Language
from game import library
from game.errors import UserError, shell_quoted
from game.text.screen import Screen
from game.words import words_in


def save_storyboard(
    scenario: str,
    out: Path,
    language: Language,
    *,
    size: tuple[int, int],
    theme: str,
    text_size: int,
    seed: int,
) -> int:
    """Play the scenario through the window's own code and keep a picture of every screen."""
    path = library.find(scenario)
    library.open_scenario(path, language)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("stop.unwritable-folder", path=shell_quoted(out), why=error) from error
    from game.window import storyboard

    saved = storyboard(
        path, out, lang=language, size=size, theme=theme, text_size=text_size, seed=seed
    )
    told = words_in(language)("storyboard.saved", n=saved, path=shell_quoted(out))
    Screen(sys.stdout).write(told)
    return 0
