"""The window: the whole game in pygame. It renders views and sends choices.

Others use what stands here, and nothing else.
"""

from game.window.launch import run, storyboard
from game.window.pictures import BoardStopped

__all__ = ["BoardStopped", "run", "storyboard"]
