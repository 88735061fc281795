"""What one seat may see and hear: the only way in which anything leaves the engine during play.

`view` is the situation before a choice; `visible` decides what a seat learns of an event, and
`hear` of many. All are built from allow-lists, never by leaving things out.
"""

from engine.play.view.cards import change_card
from engine.play.view.room import room
from engine.play.view.situation import ending, view
from engine.play.view.visibility import hear, visible

__all__ = ["change_card", "ending", "hear", "room", "view", "visible"]
