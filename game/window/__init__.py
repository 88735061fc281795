"""The window: the whole game in pygame. It renders views and sends choices.

Others use `run` and `storyboard`, and nothing else.
"""

from game.window.launch import run, storyboard

__all__ = ["run", "storyboard"]
