"""The window: the whole game in pygame. It renders views and sends choices.

Other packages only use what is listed here.
"""

from game.window.gallery import sheets as gallery_sheets
from game.window.launch import run, storyboard
from game.window.pictures import BoardStopped, save_picture

__all__ = ["BoardStopped", "gallery_sheets", "run", "save_picture", "storyboard"]
