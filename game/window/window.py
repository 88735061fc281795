"""The window without its display: events in, pictures out, and only if something changed."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game.window import keyboard, writing
from game.window.app import READER_EVENT, App
from game.window.kit.tree import find
from game.window.painting import Painter
from game.window.pictures import save_picture
from game.window.pointer import Pointer
from game.window.preferences import Preferences


class Window(App):
    """What is shown, with its input devices and screen reader."""

    def __init__(self, size: tuple[int, int], preferences: Preferences) -> None:
        super().__init__(size, preferences)
        self.frames = 0
        self._is_unsettled = False  # what was moving when it was drawn last needs one more frame
        self._painter = Painter()
        pointer = Pointer(self)
        self._handlers: dict[int, Callable[[pygame.Event], None]] = {
            pygame.QUIT: lambda _event: self.close(),
            pygame.KEYDOWN: lambda event: keyboard.press(self, event, self.screenshot),
            pygame.TEXTINPUT: lambda event: writing.type_text(self, event),
            pygame.MOUSEMOTION: pointer.move,
            pygame.MOUSEBUTTONDOWN: pointer.press,
            pygame.MOUSEBUTTONUP: pointer.release,
            pygame.MOUSEWHEEL: pointer.turn_wheel,
            pygame.FINGERDOWN: pointer.touch,
            pygame.FINGERMOTION: pointer.drag,
            pygame.FINGERUP: pointer.lift,
            pygame.VIDEORESIZE: lambda event: self.resize((event.w, event.h)),
            pygame.WINDOWEXPOSED: lambda _event: self.changed(),
            pygame.WINDOWRESTORED: lambda _event: self.changed(),
            READER_EVENT: self._read,
        }

    def handle(self, event: pygame.Event) -> None:
        """Take one event."""
        handle = self._handlers.get(event.type)
        if handle is not None:
            handle(event)

    def _read(self, event: pygame.Event) -> None:
        """A screen reader goes to something, or presses it."""
        node = find(self.tree(), event.name)
        if node is None:
            return
        self.focus_on(node)
        if event.is_press:
            self.act_on(node.id)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything that is to be seen."""
        self._is_unsettled = self.is_moving
        self._painter.draw(self, surface)
        self.was_shown()
        self.frames += 1

    @property
    def needs_frame(self) -> bool:
        """Whether there is anything to draw."""
        self.wake()
        return self.is_stale or self.is_moving or self._is_unsettled

    def screenshot(self) -> None:
        """Save what is on the screen in the folder of pictures of the game."""
        from game import settings

        surface = pygame.Surface(self.size)
        self.draw(surface)
        try:
            save_picture(surface, _free_name(settings.home() / "pictures"))
        except (OSError, pygame.error):
            return
        self.sound("step")


def _free_name(folder: Path) -> Path:
    number = 1
    while (folder / f"samenspel-{number:03d}.png").exists():
        number += 1
    return folder / f"samenspel-{number:03d}.png"
