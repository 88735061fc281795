"""Where a word that is too long for its place is broken."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from engine.scenario.vocabulary import Language

if TYPE_CHECKING:
    from pyphen import Pyphen

Fits = Callable[[str], bool]
_DICTIONARIES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
# After these a word can be broken as it is written.
_MARKS = "-–—/…"


def broken(word: str, fits: Fits, language: Language) -> list[str]:
    """The pieces of a word, each of which fits, with hyphens where they were parted.

    A single letter stays, even where there is no room for it.
    """
    pieces = []
    while not fits(word) and len(word) > 1:
        piece, word = _parted(word, fits, language)
        pieces.append(piece)
    return [*pieces, word]


def _parted(word: str, fits: Fits, language: Language) -> tuple[str, str]:
    """As much of the word as fits, and the rest."""
    for at in _places(word, language):
        piece = word[:at] if word[at - 1] in _MARKS else f"{word[:at]}-"
        if fits(piece):
            return piece, word[at:]
    return word[:1], word[1:]


def _places(word: str, language: Language) -> Iterator[int]:
    """Where the word may be split, from the best place to the worst: later ones first."""
    written = [at for at in range(1, len(word)) if word[at - 1] in _MARKS]
    yield from reversed(written)
    yield from reversed(_dictionary(language).positions(word))
    yield from range(len(word) - 1, 0, -1)


@cache
def _dictionary(language: Language) -> "Pyphen":
    """Only loaded when a word is too long, which is rare."""
    from pyphen import Pyphen

    return Pyphen(lang=_DICTIONARIES[language])
