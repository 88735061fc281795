"""Asking in a terminal: a line at a time, with the same small commands at every question."""

from collections.abc import Callable, Mapping
from typing import TextIO

from game.text.screen import Screen
from game.words import Words


class Quit(Exception):
    """The player stops, or there is nothing more to read."""


Commands = Mapping[str, Callable[[], None]]
YES = frozenset({"j", "ja", "y", "yes"})
NO = frozenset({"n", "nee", "no"})


class Prompter:
    """Reads answers; a command is carried out and the question is asked again."""

    def __init__(self, screen: Screen, source: TextIO) -> None:
        self.screen = screen
        self._source = source
        self._echoes = not source.isatty()
        self.is_interactive = source.isatty()
        self.commands: Commands = {}

    def ask(self, prompt: Callable[[], str]) -> str:
        """The answer, without space around it. prompt: as it reads at that moment."""
        while True:
            self.screen.prompt(prompt())
            line = self._source.readline()
            if not line:
                self.screen.gap()
                raise Quit
            answer = line.strip()
            if self._echoes:
                self.screen.write(answer)
            command = self.commands.get(answer.casefold())
            if command is None:
                return answer
            command()

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


def as_number(text: str) -> int | None:
    """The whole number that is written, or None."""
    try:
        return int(text)
    except ValueError:
        return None


def as_yes_no(text: str) -> bool | None:
    """Yes or no in either language, or None."""
    folded = text.casefold()
    if folded in YES:
        return True
    return False if folded in NO else None
