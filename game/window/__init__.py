"""The window: the whole game in pygame. It renders views and sends choices.

Other packages only use what is listed here.
"""

import os

# Before pygame is imported for the first time, whatever of the window is asked for first.
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from game.window.gallery import sheets as gallery_sheets
from game.window.launch import run, storyboard
from game.window.pictures import BoardStopped, save_picture

__all__ = ["BoardStopped", "gallery_sheets", "run", "save_picture", "storyboard"]
