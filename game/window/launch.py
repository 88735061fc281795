"""The two ways in: the window on a screen, and the storyboard without one."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from engine.scenario.vocabulary import Language
from game.theme import THEMES, ThemeName
from game.window import preferences
from game.window.app import BASE, SMALLEST
from game.window.kit.raster import icon
from game.window.navigation import open_window
from game.window.window import Window

if TYPE_CHECKING:
    from game.window.reader import Reader

_FRAME_MS = 16


class CannotOpen(Exception):
    """There is no display, or SDL can't use it."""


def run(
    scenario: Path | None = None, *, language: Language | None = None, seed: int | None = None,
    seats: Mapping[str, str] | None = None, save_to: Path | None = None,
    resume: Path | None = None, texts: str | None = None,
) -> int:  # fmt: skip
    """The exit code of the window, when it is closed. Raises CannotOpen.

    seats: who sits where, to begin at once; without it the picker asks. save_to: where the next
    play is kept.
    """
    liked = preferences.remembered()
    if language is not None:
        liked = liked.with_(language=language)
    if texts is not None:
        liked = liked.with_(texts=texts)
    try:
        _open_display()
        pygame.font.init()
        app = open_window(_first_size(), liked, scenario)
        app.seed, app.save_to = seed, save_to
        _go_straight(app, scenario, seats, resume)
        surface = _display(app)
    except pygame.error as error:
        pygame.quit()
        raise CannotOpen(str(error)) from error
    try:
        _loop(app, surface, _reader(app))
    finally:
        app.ahead.stop()
        pygame.quit()
    return 0


def _open_display() -> None:
    """Start SDL; without a display it would silently draw where nobody can see."""
    pygame.display.init()
    if pygame.display.get_driver() == "offscreen" and "SDL_VIDEODRIVER" not in os.environ:
        raise pygame.error("no display")


def _first_size() -> tuple[int, int]:
    """As large as the desktop allows, up to the size the screens were drawn for."""
    sizes = pygame.display.get_desktop_sizes() or [BASE]
    wide, high = sizes[0]
    return max(SMALLEST[0], min(1600, int(wide * 0.9))), max(
        SMALLEST[1], min(900, int(high * 0.85))
    )


def _go_straight(
    app: Window, scenario: Path | None, seats: Mapping[str, str] | None, resume: Path | None
) -> None:
    """Go past the title to what was asked for, once the first frame is drawn."""
    if resume is not None:
        app.later(lambda: _resume(app, resume, scenario))
    elif scenario is not None and seats is not None:
        app.later(lambda: _seat(app, scenario, seats))


def _resume(app: Window, path: Path, scenario: Path | None) -> None:
    from engine.play.trace import TraceProblem
    from game import saves
    from game.window.play import Play

    trace = saves.read_trace(path)
    given = str(scenario) if scenario else None
    opened = saves.scenario_of(trace, path, given, app.preferences.language)
    play = Play.resume(opened, trace, path)
    if isinstance(play, TraceProblem):
        raise saves.trace_stop(play, path)
    app.go.resume(play)


def _seat(app: Window, scenario: Path, seats: Mapping[str, str]) -> None:
    import secrets

    from game import library
    from game.window.screens.seats import SEED_LIMIT

    opened = library.open_scenario(scenario, app.preferences.language)
    opened = library.told_if_possible(opened, app.preferences.texts)
    app.go.begin(opened, seats, app.seed if app.seed is not None else secrets.randbelow(SEED_LIMIT))


def _display(app: Window) -> pygame.Surface:
    """The window itself, as it should be now."""
    is_full = app.preferences.is_full
    if is_full and app.size not in pygame.display.get_desktop_sizes():
        app.windowed = app.size
    pygame.display.set_caption("Samenspel")
    pygame.display.set_icon(icon("reciprocal", 64, "#584c78"))
    flags = pygame.FULLSCREEN if is_full else pygame.RESIZABLE
    surface = pygame.display.set_mode((0, 0) if is_full else app.windowed, flags)
    app.resize(surface.get_size())
    return surface


def _reader(app: Window) -> "Reader | None":
    """What tells a screen reader about the window, where accesskit is installed."""
    from game.window import reader

    if not reader.is_available():
        return None
    # On Windows it must exist before the window is shown.
    pygame.display.set_mode(app.size, pygame.HIDDEN)
    made = reader.Reader(app)
    _display(app)
    return made


def _loop(app: Window, surface: pygame.Surface, reader: "Reader | None" = None) -> None:
    """Draw when something has changed; otherwise wait for the next event."""
    drawn_at = app.clock.now()
    while not app.is_done:
        if app.wants_full is not None:
            app.wants_full = None
            surface = _display(app)
        if app.needs_frame:
            surface = pygame.display.get_surface() or surface
            app.resize(surface.get_size())
            drawn_at = app.clock.now()
            app.draw(surface)
            pygame.display.flip()
            if reader is not None:
                reader.publish()
        app.ahead.go_on()
        if app.run_later():
            events = pygame.event.get()
        elif app.needs_frame:
            events = [pygame.event.wait(_until(app, drawn_at + _FRAME_MS)), *pygame.event.get()]
        elif app.sleeps_for is not None:
            events = [pygame.event.wait(max(1, app.sleeps_for)), *pygame.event.get()]
        else:
            events = [pygame.event.wait(), *pygame.event.get()]
        for event in events:
            app.handle(event)
            if reader is not None:
                reader.notice(event)


def _until(app: Window, moment: int) -> int:
    """In how many milliseconds that is; at least one, because 0 waits for ever."""
    return max(1, moment - app.clock.now())


def first_frame() -> Window:
    """The window with its first frame drawn, as `run` makes it: for the benchmark."""
    pygame.display.init()
    pygame.font.init()
    app = open_window(BASE, preferences.remembered())
    surface = _display(app)
    app.draw(surface)
    pygame.display.flip()
    return app


def idle_frames(app: Window, milliseconds: int = 1000) -> int:
    """How many frames the loop draws while nothing happens, the first one left out."""
    app.is_done, before = False, app.frames
    pygame.time.set_timer(pygame.QUIT, milliseconds, loops=1)
    app.changed()
    _loop(app, _display(app))
    return app.frames - before - 1


def storyboard(
    scenario: Path, out: Path, *, lang: Language = "nl", size: tuple[int, int] = BASE,
    theme: str = "light", text_size: int = 100, seed: int = 7, texts: str = "",
) -> int:  # fmt: skip
    """How many pictures were saved: one of every screen of a whole play, numbered.

    A persona plays through the window's own code, by events, without a display.
    """
    from game.window.board import Board

    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    chosen: ThemeName = next((name for name in THEMES if name == theme), "light")
    liked = preferences.Preferences(
        lang, chosen, text_size, is_still=True, has_sound=False, texts=texts
    )
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    try:
        return Board(scenario, out, liked, size, seed).play()
    finally:
        pygame.quit()
