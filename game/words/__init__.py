"""The words of the game in Dutch and in English: one key, one sentence in each.

A sentence has {gaps}. A gap for a count can say how it reads for one and for any other number, with
# for the number itself: "{rounds:# round|# rounds}", "{times:once|# times}".
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from engine.scenario.vocabulary import Language
from game.printable import quoted

if TYPE_CHECKING:
    from engine.scenario.schema import Text

# A sentence with {gaps}, or (for one, for any other number) chosen by the gap `n`.
Entry = str | tuple[str, str]
Catalogue = dict[str, Entry]


class Words:
    """The catalogue of one language."""

    def __init__(self, language: Language, catalogue: Catalogue) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, key: str, /, **gaps: Any) -> str:
        """The sentence under that key, with its gaps filled; a missing key is a fault.

        What somebody typed goes in the gap `written`, and is told back no longer than needed.
        """
        entry = self._catalogue[key]
        if isinstance(entry, tuple):
            entry = entry[0] if gaps["n"] == 1 else entry[1]
        return entry.format_map({name: self._filling(name, gap) for name, gap in gaps.items()})

    def _filling(self, name: str, gap: Any) -> Any:
        if name == "written":
            return quoted(str(gap))
        return _Count(gap, self._catalogue["thousands"]) if type(gap) is int else gap

    def has(self, key: str) -> bool:
        """Whether there is a sentence under that key."""
        return key in self._catalogue

    def of(self, text: "Text") -> str:
        """The author's text in this language."""
        return text.in_language(self.language).strip()

    def all_of(self, items: list[str]) -> str:
        """The items as they are listed in a sentence: a, b and c."""
        if len(items) < 2:
            return "".join(items)
        return self("and", before=", ".join(items[:-1]), last=items[-1])


class _Count:
    """A whole number in a sentence, which can choose the words around it."""

    def __init__(self, number: int, thousands: str | tuple[str, str]) -> None:
        self._number = number
        self._grouped = f"{number:,}".replace(",", str(thousands))

    def __format__(self, how: str) -> str:
        if "|" in how:
            one, other = how.split("|")
            return (one if self._number == 1 else other).replace("#", self._grouped)
        return self._grouped if how == "," else format(self._number, how)


@cache
def words_in(language: Language) -> Words:
    """The words of that language; only that language is loaded."""
    return Words(language, import_module(f"game.words.{language}").CATALOGUE)
