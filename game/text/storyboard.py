"""The command that saves a picture of every screen."""

import sys
from pathlib import Path

from engine.scenario.vocabulary import Language
from game import library
from game.errors import UserError, os_words, shell_quoted
from game.text.screen import Screen
from game.words import words_in

STOPPED = 1


def save_storyboard(
    scenario: str,
    out: Path,
    language: Language,
    *,
    size: tuple[int, int],
    theme: str,
    text_size: int,
    seed: int,
    overwrite: bool,
    texts: str | None = None,
) -> int:
    """Play the scenario through the window's own code and save a picture of every screen."""
    path = library.find(scenario)
    library.open_scenario(path, language, texts)
    try:
        out.mkdir(parents=True, exist_ok=True)
        there = list(out.glob("[0-9][0-9][0-9]-*.png"))
    except OSError as error:
        raise UserError("stop.unwritable-folder", path=out, why=error) from error
    for picture in () if overwrite else there:
        library.refuse_to_overwrite(picture, _is_png)
    from game.window import BoardStopped, storyboard

    words = words_in(language)
    try:
        saved = storyboard(
            path,
            out,
            lang=language,
            size=size,
            theme=theme,
            text_size=text_size,
            seed=seed,
            texts=texts or "",
        )
    except BoardStopped as stop:
        why = os_words(words, stop.error)
        told = words("storyboard.stopped", n=stop.saved, path=shell_quoted(out), why=why)
        Screen(sys.stderr).write(told)
        return STOPPED
    Screen(sys.stdout).write(words("storyboard.saved", n=saved, path=shell_quoted(out)))
    return 0


def _is_png(beginning: bytes) -> bool:
    return beginning.startswith(b"\x89PNG\r\n")
