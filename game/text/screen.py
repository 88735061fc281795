"""Writing to a terminal: plain wrapped lines in order, with no meaning in colour alone.

The only module that writes to the streams: whatever a text contains, it can't steer a terminal.
"""

import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from engine.scenario.vocabulary import Stance
from game.presenters.page import Line, LineKind
from game.printable import json_text, printable

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 84
NARROWEST = 30
# How far a line is indented; its role is always clear from the words as well.
_INDENT: dict[LineKind, int] = {
    "title": 0, "heading": 0, "subheading": 2, "told": 2, "spoken": 2, "act": 2, "note": 2,
    "game": 2, "number": 2, "question": 2, "choice": 1, "detail": 5, "locked": 5, "gap": 0,
}  # fmt: skip
_SPACE_BEFORE: frozenset[LineKind] = frozenset({"heading", "subheading", "question"})
_STYLES: dict[LineKind, str] = {
    "title": "bold", "heading": "bold", "subheading": "bold", "question": "italic",
    "game": "dim", "locked": "dim", "note": "italic",
}  # fmt: skip
_STANCE_STYLES = {
    "trust-building": "blue", "reciprocal": "magenta", "opportunistic": "dark_orange3",
}  # fmt: skip
# A shape for each stance, so that it never depends on colour alone; elsewhere it has a drawing.
_SIGNS: dict[Stance, str] = {"trust-building": "▲", "reciprocal": "◆", "opportunistic": "▼"}
# For terminals that can't show them.
_PLAIN = str.maketrans(
    {"▲": "+", "◆": "=", "▼": "-", "◇": "*", "→": "->", "−": "-", "–": "-", "…": "...",
     "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "€": "EUR "}
)  # fmt: skip
# Enter the terminal's other screen, which keeps no history; clear it, and the history too where a
# terminal has only one screen. Leaving it brings back what was there before.
_CURTAIN, _UNCURTAIN = "\x1b[?1049h\x1b[H\x1b[2J\x1b[3J", "\x1b[H\x1b[2J\x1b[3J\x1b[?1049l"
# Design choice: more lines than any window has, for terminals that can't be cleared.
_BLANK_LINES = 200


class OutputLost(Exception):
    """The output can't be written: the disk behind the stream is full, for instance."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


def width_of_terminal() -> int:
    """The columns to write in."""
    columns = shutil.get_terminal_size((WIDEST, 24)).columns
    return max(NARROWEST, min(WIDEST, columns))


def height_of_terminal() -> int:
    """The lines that fit before the first one scrolls away: one is kept for the question."""
    return shutil.get_terminal_size((WIDEST, 24)).lines - 2


def parts(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines cut before each heading."""
    cut: list[list[Line]] = []
    for line in lines:
        if not cut or line.kind in ("heading", "subheading"):
            cut.append([])
        cut[-1].append(line)
    return cut


class Screen:
    """A stream to write lines to."""

    def __init__(self, out: TextIO, width: int | None = None) -> None:
        self._out = out
        self._width = width or width_of_terminal()
        self._console = _console(out)
        self._is_fresh = True
        self.is_curtained = False
        self._last: LineKind = "gap"
        self._can_show = _encodes(out)

    def show(self, lines: Iterable[Line]) -> None:
        """Write the lines."""
        for line in lines:
            if line.kind in _SPACE_BEFORE and not self._is_fresh and line.kind != self._last:
                self._write("")
            self._write(self._wrapped(line), _style(line))
            self._last = line.kind
            self._is_fresh = line.kind in ("title", "heading", "subheading")

    def show_by_part(self, lines: Sequence[Line], pause: Callable[[], None]) -> None:
        """Write the lines, and wait before what would push the first of them off the screen.

        Preferably between parts; within a part that is longer than a screen by itself.
        """
        room, used = height_of_terminal(), 0
        for part in parts(lines):
            whole = sum(map(self._height, part))
            for at, line in enumerate(part):
                high = whole if at == 0 and whole <= room else self._height(line)
                if used and used + high > room:
                    pause()
                    used = 0
                self.show([line])
                used += self._height(line)

    def _height(self, line: Line) -> int:
        above = line.kind in _SPACE_BEFORE
        return self._wrapped(line).count("\n") + 1 + above

    def say(self, text: str) -> None:
        """Write one remark."""
        self.show([Line("note", text)])

    def write(self, text: str) -> None:
        """Write a text as it is."""
        self._write(text)

    def write_json(self, data: Any) -> None:
        """Write data as JSON."""
        self._put(json_text(data))

    def gap(self, lines: int = 1) -> None:
        """Write empty lines."""
        self._put("\n" * lines)

    def flush(self) -> None:
        """Make sure that everything has been written."""
        self._put("")

    def prompt(self, text: str) -> None:
        """Ask, and stay on the line."""
        self._put(self._plain(f"{text}: "))

    def curtain(self) -> None:
        """Clear everything shown so far, so that nobody can scroll back to it.

        What follows is for one person only, until `raise_curtain`.
        """
        self._wipe(_CURTAIN)
        self.is_curtained = True

    def raise_curtain(self) -> None:
        """Clear what was shown behind the curtain, and go back to the screen with a history."""
        if self.is_curtained:
            self._wipe(_UNCURTAIN)
        self.is_curtained = False

    def _wipe(self, order: str) -> None:
        self._put(order if _can_clear(self._out) else "\n" * _BLANK_LINES)

    def _wrapped(self, line: Line) -> str:
        indent = " " * _INDENT[line.kind]
        first = later = indent
        if line.key:
            first = f"{indent}{line.key.rjust(2)}. "
            later = " " * len(first)
        if line.stance is not None and line.kind != "choice":
            first = f"{indent}{_SIGNS[line.stance]} "
        paragraphs = printable(line.text).split("\n")
        return "\n".join(
            textwrap.fill(
                each, self._width, initial_indent=first if at == 0 else later,
                subsequent_indent=later, break_long_words=False, break_on_hyphens=False,
            )
            for at, each in enumerate(paragraphs)
        )  # fmt: skip

    def _write(self, text: str, style: str = "") -> None:
        text = self._plain(text)
        if self._console is None or not style:
            self._put(text + "\n")
            return
        from rich.text import Text

        with _telling_what_fails():
            self._console.print(Text(text, style=style), soft_wrap=True)

    def _plain(self, text: str) -> str:
        text = printable(text)
        return text if self._can_show else text.translate(_PLAIN)

    def _put(self, text: str) -> None:
        with _telling_what_fails():
            self._out.write(text)
            self._out.flush()


@contextmanager
def _telling_what_fails() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLost(error) from error


def _style(line: Line) -> str:
    if line.stance is not None and line.kind == "detail":
        return _STANCE_STYLES[line.stance]
    return _STYLES.get(line.kind, "")


def _console(out: TextIO) -> "Console | None":
    """Colours only on a terminal that wants them."""
    if not _obeys(out) or "NO_COLOR" in os.environ:
        return None
    from rich.console import Console

    return Console(file=out, highlight=False, markup=False, emoji=False)


def _obeys(out: TextIO) -> bool:
    """Whether it is a terminal that obeys escape codes at all."""
    return out.isatty() and os.environ.get("TERM") != "dumb"


def _can_clear(out: TextIO) -> bool:
    """Whether it is a terminal with a second screen; the oldest of Windows has none."""
    if not _obeys(out):
        return False
    if sys.platform != "win32":
        return True
    from rich.console import Console

    return not Console(file=out).legacy_windows


def _encodes(out: TextIO) -> bool:
    try:
        "".join(_SIGNS.values()).encode(out.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
