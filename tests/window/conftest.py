"""A window without a display, and its own home folder, for every test here."""

from pathlib import Path

import pygame
import pytest

from game import settings


@pytest.fixture(autouse=True)
def _no_display() -> None:
    """Start what the window needs, and no more; again, where another test has stopped it."""
    pygame.display.init()
    pygame.font.init()
    if pygame.display.get_surface() is None:
        pygame.display.set_mode((64, 64))


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's is read or written, and no event is left over from another test."""
    monkeypatch.setenv(settings.HOME, str(tmp_path / "home"))
    pygame.event.clear()
