"""Pictures of what is on the screen."""

from io import BytesIO
from pathlib import Path

import pygame

from engine.files import write_file


class BoardStopped(Exception):
    """A picture could not be saved. saved: how many could."""

    def __init__(self, saved: int, error: OSError) -> None:
        super().__init__(str(error))
        self.saved, self.error = saved, error


def save_picture(surface: pygame.Surface, path: Path) -> None:
    """Save it as a PNG, whole or not at all. Raises OSError."""
    picture = BytesIO()
    pygame.image.save(surface, picture, "picture.png")
    write_file(path, picture.getvalue())
