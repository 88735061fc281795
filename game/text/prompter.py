"""Asking in a terminal: a line at a time, with the same few commands at every question."""

from collections.abc import Callable, Mapping
from typing import Protocol

from game.printable import quoted
from game.text.screen import Screen
from game.typed import as_number, as_yes_no
from game.words import Words

__all__ = ["Commands", "Prompter", "Quit", "as_number", "as_yes_no"]


_LONGEST_LINE = 10_000  # characters; nobody types more, and a file without line ends has no end


class Source(Protocol):
    """Where lines come from: a file, or whatever else has some."""

    def isatty(self) -> bool:
        """Whether somebody types them."""

    def readline(self, limit: int, /) -> str:
        """The next line, of so many characters at most; empty if there are no more."""


class Quit(Exception):
    """The player stops, or there is nothing more to read."""


Commands = Mapping[str, Callable[[], None]]


class Prompter:
    """Reads answers; a command is carried out and the question is asked again."""

    def __init__(self, screen: Screen, source: Source) -> None:
        self.screen = screen
        self._source = source
        self._echoes = not source.isatty()
        self.is_interactive = source.isatty()
        self.commands: Commands = {}

    def ask(self, prompt: Callable[[], str]) -> str:
        """The answer, without space around it. prompt: gives the wording at that moment."""
        while True:
            self.screen.prompt(prompt())
            answer = self._line().strip()
            if self._echoes:
                self.screen.write(quoted(answer))
            command = self.commands.get(answer.casefold())
            if command is None:
                return answer
            command()

    def _line(self) -> str:
        try:
            line = self._source.readline(_LONGEST_LINE)
        except OSError:  # the terminal was closed, or it is a folder
            line = ""
        if not line or (len(line) == _LONGEST_LINE and not line.endswith("\n")):
            self.screen.gap()
            raise Quit
        return line

    def pause(self, prompt: Callable[[], str]) -> None:
        """Wait for Enter."""
        self.ask(prompt)

    def number(self, words: Callable[[], Words], prompt: str, highest: int) -> int:
        """A number from 1 to the highest."""
        while True:
            answer = self.ask(lambda: words()(prompt))
            number = as_number(answer)
            if number is not None and 1 <= number <= highest:
                return number
            key = "number.bad" if answer else "number.needed"
            self.screen.say(words()(key, written=answer, n=highest))
