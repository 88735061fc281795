"""The window: the whole game in pygame. It renders views and sends choices.

Other packages only use what is listed here.
"""

from game.window.launch import run, storyboard
from game.window.pictures import BoardStopped

__all__ = ["BoardStopped", "run", "storyboard"]
