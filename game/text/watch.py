"""`watch --text`: the problems of a scenario after each save, and the play, in a terminal."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TextIO

from game.errors import shell_quoted
from game.pages.kinds import BriefingPage, ChoicePage, TrustPage
from game.studio.desk import Desk
from game.studio.following import EVERY
from game.studio.telling import clock, lost_told
from game.studio.tryout import Tried, Tryout, so_far
from game.text.check import tell_problems
from game.text.prompter import Prompter, Quit
from game.text.screen import Screen
from game.text.session import Session
from game.words import Words, words_in


class _Saved(Exception):
    """The scenario was saved while somebody was asked something."""


class _Again(Exception):
    """A choice was made where another had been lost: what came after that can be made again."""


class _Typed:
    """What is typed, line by line, as long as nothing is saved meanwhile."""

    def __init__(self, source: TextIO, is_saved: Callable[[], bool]) -> None:
        self._source, self._is_saved = source, is_saved
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._limit = 0
        self._reading: Thread | None = None

    def isatty(self) -> bool:
        """Whether somebody types."""
        return self._source.isatty()

    def readline(self, limit: int) -> str:
        """The next line; `_Saved` if the file is saved first."""
        if self._reading is None:
            self._reading = Thread(target=self._read, args=(limit,), daemon=True)
            self._reading.start()
        while True:
            try:
                return self._lines.get(timeout=EVERY)
            except Empty:
                if self._is_saved():
                    raise _Saved from None

    def _read(self, limit: int) -> None:
        line = " "
        while line:
            try:
                line = self._source.readline(limit)
            except (OSError, ValueError):  # the terminal was closed
                line = ""
            self._lines.put(line)


class _TryingOut(Session):
    """A play of an author: without what has no influence on it."""

    def __init__(self, played: Tried, prompter: Prompter, words: Words) -> None:
        super().__init__(played.live, prompter, words.language)
        self._played = played

    def _trust(self, page: TrustPage) -> None:
        """Not asked: the play takes no notice of it."""

    def _briefing(self, page: BriefingPage) -> None:
        if self.live.setting.phase is None:
            super()._briefing(page)

    def _choose(self, page: ChoicePage) -> None:
        super()._choose(page)
        if self._played.stray is not None:
            raise _Again


def watch_as_text(desk: Desk, source: TextIO) -> None:
    """Tell the problems after each save, and play with whoever types, until they stop."""
    words, screen = words_in(desk.language), Screen(sys.stdout)
    screen.write(words("watch.text", path=shell_quoted(desk.path)))

    def is_saved() -> bool:
        found = desk.look(time.monotonic())
        if found is not None:
            desk.take(found)
        return found is not None

    prompter = Prompter(screen, _Typed(source, is_saved))
    _tell(desk, screen, words)
    try:
        while True:
            try:
                _play(desk, prompter, words)
            except _Saved:
                screen.raise_curtain()
                screen.gap(2)
                _tell(desk, screen, words)
            except _Again:
                pass
    except (Quit, KeyboardInterrupt):
        screen.raise_curtain()
        screen.gap()
        screen.write(words("watch.closed"))


def _tell(desk: Desk, screen: Screen, words: Words) -> None:
    """What is wrong in the last save, and what is played if that can't be."""
    reading, good = desk.reading, desk.good
    screen.write(words("watch.saved", at=clock(reading.at)))
    if reading.fault:
        screen.write(words("studio.fault", detail=reading.fault))
    else:
        tell_problems(reading.problems, 1, words.language)
    if good is not None and good.reading is not reading:
        screen.write(words("watch.same", at=clock(good.reading.at)))


def _play(desk: Desk, prompter: Prompter, words: Words) -> None:
    """Play from here, as far as it goes."""
    compiled = desk.good.reading.compiled if desk.good is not None else None
    if compiled is not None and desk.tryout is None:
        desk.tryout = Tryout(compiled.parties[0])
    played = desk.tried
    if played is None:
        _wait(prompter, lambda: words("watch.waits"))
        return
    if told := lost_told(words, played):
        prompter.screen.say(told)
    session = _TryingOut(played, prompter, words)
    try:
        session.play()
    finally:
        desk.tryout = so_far(played)
    _wait(prompter, lambda: session.words("watch.back"))
    desk.tryout = replace(desk.tryout, choices=())


def _wait(prompter: Prompter, prompt: Callable[[], str]) -> None:
    """Wait for Enter, or for a save."""

    def stop() -> None:
        raise Quit

    prompter.commands = dict.fromkeys(("q", "quit", "stop"), stop)
    prompter.pause(prompt)
