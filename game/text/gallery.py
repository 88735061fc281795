"""The command that draws every place, every piece of clothing and every face on a few sheets."""

import sys
from pathlib import Path

from engine.scenario.vocabulary import Language
from game import library
from game.errors import UserError, shell_quoted
from game.text.screen import Screen
from game.words import words_in


def save_gallery(out: Path, language: Language, *, overwrite: bool) -> int:
    """Save the sheets in that folder, as PNG."""
    from game.drawing.gallery import gallery
    from game.window import gallery_sheets, save_picture

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("stop.unwritable-folder", path=out, why=error) from error
    paths = {name: out / f"{name}.png" for name in gallery()}
    for path in () if overwrite else paths.values():
        library.refuse_to_overwrite(path)
    for name, surface in gallery_sheets():
        try:
            save_picture(surface, paths[name])
        except OSError as error:
            raise UserError("stop.unwritable", path=paths[name], why=error) from error
    words, where = words_in(language), shell_quoted(out)
    Screen(sys.stdout).write(words("storyboard.saved", n=len(paths), path=where))
    return 0
