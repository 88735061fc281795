"""The one plain message that a command ends with when it can't continue."""

import errno
import os
import re
import shlex
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from engine.files import InUse, IrregularFile
from game.printable import path_quoted, path_text
from game.program import is_installed, short_name
from game.words import Words

USAGE = 2
_AS_IN_README = "python3 -m uv run --no-dev main.py"


class UserError(Exception):
    """A command can't continue: the fact, the place and the remedy, by their key in the words.

    spoken: the words of the play that stops; it may have switched language since it began.
    """

    def __init__(
        self, key: str, /, *, near: "NearestNames | None" = None, spoken: Words | None = None,
        **gaps: object,
    ) -> None:  # fmt: skip
        super().__init__(key)
        self.key, self.near, self.spoken, self.gaps = key, near, spoken, gaps

    def message(self, words: Words) -> str:
        """The message in that language. Every message may name the `program` to be typed."""
        words = self.spoken or words
        gaps = {name: _told(words, value) for name, value in self.gaps.items()}
        if self.near is not None:
            gaps["repair"] = self.near.repair(words)
        return words(self.key, **{"program": program_name(), **gaps})


def _told(words: Words, value: object) -> object:
    if isinstance(value, OSError):
        return os_words(words, value)
    return path_quoted(value) if isinstance(value, Path) else value


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
            return words("repair.help", command=self.command or short_name())
        return words("repair.choices", choices=", ".join(self.names))


_NEEDS_QUOTES = re.compile(r"[^\w.:\\/-]")


def shell_quoted(path: Path | str | None) -> str:
    """A path quoted for a command: with spaces, a leading dash, or bytes that are not text.

    What can't be shown is written as `$'\\x1b'`, which bash, zsh and ksh turn back into the byte.
    """
    text = str(path)
    if text.startswith("-"):  # otherwise it would be taken for an option
        text = f"{os.curdir}{os.sep}{text}"
    if sys.platform == "win32":
        return f'"{text}"' if _NEEDS_QUOTES.search(text) else text
    if path_text(text) == text:
        return shlex.quote(text)
    return "$'" + "".join(map(_typed_byte, os.fsencode(text))) + "'"


def _typed_byte(byte: int) -> str:
    letter = chr(byte)
    if letter in "\\'":
        return f"\\{letter}"
    return letter if 0x20 <= byte < 0x7F else f"\\x{byte:02x}"


def program_name() -> str:
    """The program as it was started, so that what is printed can be typed: `python3 main.py`."""
    if is_installed():
        return short_name()
    started = sys.orig_argv
    # `uv run` starts the interpreter of a folder of its own; what was typed was `uv`.
    if "UV" in os.environ or len(started) < 2 or not started[1].endswith("main.py"):
        return _AS_IN_README
    return f"{shell_quoted(started[0])} {shell_quoted(started[1])}"


def os_words(words: Words, error: OSError) -> str:
    """Why the system refused, in the reader's language."""
    if isinstance(error, IrregularFile | InUse):
        return words("why.in-use" if isinstance(error, InUse) else "why.irregular")
    key = f"why.{errno.errorcode.get(error.errno or 0, '')}"
    return words(key) if words.has(key) else words("why.other", n=error.errno)
