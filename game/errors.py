"""The one plain message with which a command ends when it can't go on."""

import errno
import os
import shlex
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from game.words import Words

USAGE = 2
_README = "python3 -m uv run main.py"


class UserError(Exception):
    """A command can't go on: the fact, the place and the remedy, by their key in the words."""

    def __init__(self, key: str, /, *, near: "NearestNames | None" = None, **gaps: object) -> None:
        super().__init__(key)
        self.key, self.near, self.gaps = key, near, gaps

    def message(self, words: Words) -> str:
        """The message in that language."""
        gaps = {
            name: os_words(words, value) if isinstance(value, OSError) else value
            for name, value in self.gaps.items()
        }
        if self.near is not None:
            gaps["repair"] = self.near.repair(words)
        return words(self.key, **gaps)


class NearestNames:
    """What could have been meant: the nearest of the names that exist, or all of them."""

    def __init__(self, written: str, names: Iterable[str], command: str = "") -> None:
        self.written, self.names, self.command = written, tuple(names), command

    def repair(self, words: Words) -> str:
        """The nearest name as a question, or the choices."""
        by_folded = {name.casefold(): name for name in reversed(self.names)}
        near = get_close_matches(self.written.casefold(), list(by_folded), n=1, cutoff=0.6)
        if near:
            return words("repair.nearest", near=by_folded[near[0]])
        if self.command or not self.names:
            return words("repair.help", command=self.command or "main.py")
        return words("repair.choices", choices=", ".join(self.names))


def shell_quoted(path: Path | str | None) -> str:
    """A path as it can be typed in a command, spaces and all."""
    text = str(path)
    if sys.platform == "win32":
        return f'"{text}"' if " " in text else text
    return shlex.quote(text)


def program_name() -> str:
    """The program as it was started, so that what is printed can be typed: `python3 main.py`."""
    started = sys.orig_argv
    # `uv run` starts the interpreter of a folder of its own; what was typed was `uv`.
    if "UV" in os.environ or len(started) < 2 or not started[1].endswith("main.py"):
        return _README
    return f"{shell_quoted(started[0])} {shell_quoted(started[1])}"


def os_words(words: Words, error: OSError) -> str:
    """Why the system refused, in the reader's language."""
    key = f"why.{errno.errorcode.get(error.errno or 0, '')}"
    return words(key) if words.has(key) else words("why.other", n=error.errno)
