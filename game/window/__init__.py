"""The window: the whole game in pygame. It renders views and sends choices.

Others use `run` and `storyboard`, and nothing else.
"""

from game.window.door import run, storyboard

__all__ = ["run", "storyboard"]
