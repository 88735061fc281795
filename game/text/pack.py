"""`pack`: the game with all that it needs in one folder, for a laptop without internet."""

import secrets
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from engine.scenario.vocabulary import Language
from game.errors import UserError, shell_quoted
from game.packing import pack, starters
from game.program import short_name
from game.startup import kind_here
from game.text.screen import Screen
from game.words import words_in

_BYTES_A_MB = 1_000_000


def make_folder(out: Path, language: Language) -> int:
    """Make the folder, whole or not at all, and say how to use it."""
    words, screen = words_in(language), Screen(sys.stdout)
    beginning = out.parent / f".{out.name}-{secrets.token_hex(4)}"
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise UserError("stop.not-empty", path=out)
        packed = pack(beginning)
        if out.exists():
            out.rmdir()
        beginning.replace(out)
    except OSError as error:
        raise UserError("stop.unwritable", path=out, why=error) from error
    finally:
        with suppress(OSError):
            shutil.rmtree(beginning)
    size, count = round(packed.size / _BYTES_A_MB), len(packed.packages)
    screen.write(words("pack.made", place=shell_quoted(out), size=size, n=count, kind=kind_here()))
    (start,) = starters()
    screen.write(words("pack.next", start=start, program=short_name()))
    return 0
