"""The storyboard: a whole play through the window, with a picture of every screen."""

import os
import tempfile
from pathlib import Path

import pygame

from game import settings
from game.window.app import ONE_PRESS_MS
from game.window.driver import AutoPlayer, is_toggle, with_keys
from game.window.navigation import open_window
from game.window.pictures import BoardStopped, save_picture
from game.window.preferences import Preferences
from game.window.screens.debrief import DebriefScreen
from game.window.screens.picker import PickerScreen
from game.window.window import Window

_MOST_STEPS = 2_000


class Board:
    """Plays and takes pictures. No files of the user are read or written."""

    def __init__(
        self, scenario: Path, out: Path, liked: Preferences, size: tuple[int, int], seed: int
    ) -> None:
        self.scenario, self.out, self.liked, self.size, self.seed = scenario, out, liked, size, seed
        self.saved = 0
        self._surface = pygame.Surface(size)

    def play(self) -> int:
        """The number of pictures."""
        self.out.mkdir(parents=True, exist_ok=True)
        before = os.environ.get(settings.HOME)
        with tempfile.TemporaryDirectory() as home:
            os.environ[settings.HOME] = home
            try:
                self._alone()
                self._shared()
            finally:
                if before is None:
                    del os.environ[settings.HOME]
                else:
                    os.environ[settings.HOME] = before
        return self.saved

    def _app(self) -> Window:
        app = open_window(self.size, self.liked, self.scenario)
        app.seed = self.seed
        while app.run_later():
            pass
        return app

    def _role(self, app: Window) -> str:
        screen = app.screen
        assert isinstance(screen, PickerScreen)
        return next(iter(screen.scenarios[0].scenario.parties))

    def _alone(self) -> None:
        """One person against personas, to the end of the debrief."""
        app = self._app()
        player = AutoPlayer(self.scenario.stem, self._role(app))
        self._look_aside(app, "window.settings")
        seen_table = False
        for _ in range(_MOST_STEPS):
            if app.screen.name == "table" and not seen_table:
                seen_table = True
                self._picture(app)
                self._look_aside(app, "table.gauges")
            if self._is_last(app):
                self._picture(app)
                self._look_back(app)
                return
            self._press(app, player)
        raise RuntimeError("the play did not end")

    def _look_back(self, app: Window) -> None:
        """The play that has just ended, in the list of those."""
        with_keys(app, "debrief.leave")
        while app.run_later():
            pass
        with_keys(app, "picker.finished")
        while app.run_later():
            pass
        self._picture(app)

    def _is_last(self, app: Window) -> bool:
        return isinstance(app.screen, DebriefScreen) and app.screen.at == 8

    def _shared(self) -> None:
        """Two people at one screen, until both have sealed and the envelopes are opened."""
        app = self._app()
        player = AutoPlayer(self.scenario.stem, self._role(app), shared=True)
        for _ in range(_MOST_STEPS):
            if app.screen.name == "reveal":
                self._picture(app)
                return
            self._press(app, player, only=("against", "curtain"))

    def _press(self, app: Window, player: AutoPlayer, only: tuple[str, ...] = ()) -> None:
        while app.run_later():
            pass
        name = player.next(app)
        if not is_toggle(name) and (not only or app.screen.name in only):
            self._picture(app)
        with_keys(app, name)

    def _look_aside(self, app: Window, name: str) -> None:
        """Open one of the side screens, take its picture, and close it."""
        with_keys(app, name)
        self._picture(app)
        app.screen.back(app)

    def _picture(self, app: Window) -> None:
        label = getattr(app.screen, "label", app.screen.name)
        app.draw(self._surface)
        try:
            save_picture(self._surface, self.out / f"{self.saved + 1:03d}-{label}.png")
        except OSError as error:
            raise BoardStopped(self.saved, error) from error
        self.saved += 1
        app.clock.skip(ONE_PRESS_MS)  # it was looked at: the next press is about what is on it
