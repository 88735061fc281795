"""The words of the game in Dutch and in English: one key, one sentence in each.

A sentence has {gaps}. A gap for a count can say how it reads for one and for any other number, with
# for the number itself: "{rounds:# round|# rounds}"; of three forms the second is for two:
"{times:once|twice|# times}"; ~ instead of # writes a small number in letters. A gap for a name can
say whose something is in English: "{party:'s} trust", with the apostrophe alone after an s.
"""

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from engine.scenario.vocabulary import Language
from game.printable import quoted

if TYPE_CHECKING:
    from engine.scenario.schema import Text

Catalogue = dict[str, str]
# A full stop after a name that ends in a question or exclamation mark itself.
_ENDED = re.compile(r"(?<=[?!])(”?)\.(?=\s|$)")


class Words:
    """The catalogue of one language."""

    def __init__(self, language: Language, catalogue: Catalogue) -> None:
        self.language = language
        self._catalogue = catalogue
        self._letters = catalogue.get("numbers", "").split()

    def __call__(self, key: str, /, **gaps: Any) -> str:
        """The sentence under that key, with its gaps filled; a missing key is a fault.

        What somebody typed goes in the gap `written`, and is told back no longer than needed.
        """
        if "written" in gaps:
            gaps["written"] = quoted(str(gaps["written"]))
        comma = self._catalogue["thousands"]
        filled = {
            name: _Filling(gap, comma, self._letters) if isinstance(gap, int | str) else gap
            for name, gap in gaps.items()
        }
        return _ENDED.sub(r"\1", self._catalogue[key].format_map(filled))

    def has(self, key: str) -> bool:
        """Whether there is a sentence under that key."""
        return key in self._catalogue

    def of(self, text: "Text") -> str:
        """The author's text in this language; an amount of money stays on one line."""
        return text.in_language(self.language).strip().replace("€ ", "€\N{NO-BREAK SPACE}")

    def name_of_language(self, tag: str) -> str:
        """What people call a language; its tag where we have no word for it."""
        key = f"language.{tag}"
        return self(key) if self.has(key) else tag

    def all_of(self, items: list[str]) -> str:
        """The items as they are listed in a sentence: a, b and c."""
        if len(items) < 2:
            return "".join(items)
        return self("and", before=", ".join(items[:-1]), last=items[-1])


class _Filling:
    """What goes in a gap: where it counts something, it chooses the words around it."""

    def __init__(self, value: int | str, thousands: str, letters: list[str]) -> None:
        self._value, self._thousands, self._letters = value, thousands, letters

    def __format__(self, how: str) -> str:
        if "|" in how:
            one, *two, other = how.split("|")
            forms = {"1": one, "2": two[0] if two else other}
            form = forms.get(str(self._value).lstrip("+−-"), other)
            return form.replace("#", self._grouped()).replace("~", self._spelt())
        if how == "~":
            return self._spelt()
        if how == "'s":
            return f"{self._value}'" if str(self._value).endswith("s") else f"{self._value}'s"
        return self._grouped() if how == "," else format(self._value, how)

    def _spelt(self) -> str:
        """A small number in letters."""
        at = self._value
        known = isinstance(at, int) and 0 <= at < len(self._letters)
        return self._letters[int(at)] if known else self._grouped()

    def _grouped(self) -> str:
        """A number with a sign between its thousands, as it is written in this language."""
        if isinstance(self._value, str):
            return self._value
        return f"{self._value:,}".replace(",", self._thousands)


@cache
def words_in(language: Language) -> Words:
    """The words of that language; only that language is loaded."""
    return Words(language, import_module(f"game.words.{language}").CATALOGUE)
