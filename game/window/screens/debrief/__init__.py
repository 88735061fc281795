"""The debrief: a question first, then what this play can show. A module for each kind of step."""

from game.window.screens.debrief.screen import LISTEN, STORY, DebriefScreen

__all__ = ["LISTEN", "STORY", "DebriefScreen"]
