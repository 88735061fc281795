"""The laboratory: published experiments stated in a file, and classical strategies.

`load_lab` reads a file, `play_lab` plays what it states, `play_tournament` lets the classical
strategies meet. What can't be played raises `LabRefusal`, with plain words in both languages.
"""

from engine.lab.play import LabResult, play_lab
from engine.lab.read import load_lab
from engine.lab.tournament import Tournament
from engine.lab.tournament import tournament as play_tournament
from engine.lab.wanted import LabRefusal

__all__ = ["LabRefusal", "LabResult", "Tournament", "load_lab", "play_lab", "play_tournament"]
