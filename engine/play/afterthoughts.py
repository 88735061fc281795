"""What a person writes at the debrief: kept with the play, of which it changes nothing.

Everything may be left out. The words are somebody's own: they are kept as they were typed, and
whoever shows them sees to it that they are read and never obeyed.
"""

import re
import unicodedata
from dataclasses import dataclass, fields
from typing import Literal

# Design choice: more than fits on a line of any terminal, so nothing is cut that was typed by hand.
MOST_LETTERS = 5_000
_UNSTORABLE = re.compile("[\ud800-\udfff]")  # half a character: a broken keyboard or a pasted byte

Said = Literal["feeling", "turn", "otherwise", "friday", "tell", "sign"]


@dataclass(frozen=True, slots=True)
class TurnMarked:
    """The turning point that somebody chose: a round, or the reflection moment after it."""

    kind: Literal["round", "moment"]
    round: int


@dataclass(frozen=True, slots=True)
class Afterthoughts:
    """What the person of one party wrote at the debrief; empty where nothing was said.

    feeling: one word. marked: the turning point on the timeline; turn: the same in words.
    otherwise: what they would do differently. friday, tell, sign: the one thing to do by Friday,
    whom they will tell, and how they will notice that it makes a difference.
    """

    party: str
    feeling: str = ""
    marked: TurnMarked | None = None
    turn: str = ""
    otherwise: str = ""
    friday: str = ""
    tell: str = ""
    sign: str = ""

    def said(self, name: Said) -> str:
        """What was written there."""
        return str(getattr(self, name))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written or marked."""
        return not any(getattr(self, each.name) for each in fields(self) if each.name != "party")


def as_written(text: str) -> str:
    """The text as it is kept: composed letters, nothing that can't be stored, no longer than that.

    An accent that was typed apart from its letter is joined to it, so that it is drawn well.
    """
    whole = _UNSTORABLE.sub("�", text)
    return unicodedata.normalize("NFC", whole)[:MOST_LETTERS]
