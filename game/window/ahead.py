"""Drawing what will be needed, while somebody reads what is there."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Thread

import pygame

Task = Callable[[], object]


class Ahead:
    """Draws in a thread of its own, so that no key waits for it; the thread ends with its work.

    The pictures are kept where they are asked for: one that is not there in time is drawn then.
    """

    def __init__(self) -> None:
        self._asked: list[Task] = []
        self._thread: Thread | None = None

    def ask(self, tasks: Iterable[Task]) -> None:
        """Ask for what comes next, in this order, instead of what was asked for before."""
        self._asked[:] = tasks

    def go_on(self) -> None:
        """Begin, if there is anything to draw and nothing is being drawn."""
        if self._asked and (self._thread is None or not self._thread.is_alive()):
            self._thread = Thread(target=self.work, name="ahead", daemon=True)
            self._thread.start()

    def work(self) -> None:
        """Draw everything that was asked for."""
        while True:
            try:
                task = self._asked.pop(0)
            except IndexError:  # also if all was taken away a moment ago
                return
            with suppress(pygame.error, MemoryError, ValueError):  # it is drawn when it is needed
                task()

    def stop(self) -> None:
        """Finish only what is being drawn."""
        self._asked.clear()
        if self._thread is not None:
            self._thread.join()
