"""`script`: a scenario as a page that people can read and print."""

import sys
from pathlib import Path

from engine.scenario.vocabulary import Language
from game.errors import UserError, shell_quoted
from game.html import is_page
from game.html.printed import page
from game.library import find, open_scenario, refuse_to_overwrite, refuse_to_replace, write
from game.presenters.printed import printed
from game.printable import printable
from game.text.screen import Screen
from game.words import words_in

_ENDINGS = (".html", ".htm")


def print_script(
    scenario: str, out: Path, language: Language, *, texts: str | None, overwrite: bool
) -> int:
    """Write the script of the scenario in that file."""
    if out.suffix.lower() not in _ENDINGS:
        raise UserError("stop.script-ending", path=out)
    path, words = find(scenario), words_in(language)
    refuse_to_replace(out, path)
    if not overwrite:
        refuse_to_overwrite(out, is_page)
    opened = open_scenario(path, language, texts)
    written = page(printed(opened.scenario, words), words)
    write(out, printable(written).encode("utf-8"))
    Screen(sys.stdout).write(words("script.saved", path=shell_quoted(out)))
    return 0
