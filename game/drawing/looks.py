"""Which words of an author's `looks` can be drawn."""

from collections.abc import Mapping

from engine.scenario.schema import Looks
from game.drawing.colours import as_colour
from game.drawing.people.words import (
    ACCESSORIES,
    CLOTH_COLOURS,
    HAIR_COLOURS,
    SKINS,
    beard_words,
    garment_words,
    hair_style_words,
    nearest,
    telling_words,
)

LOOK_FIELDS = ("hair", "hair_style", "skin", "clothing", "beard", "headscarf")
_TAKES_HEX = frozenset({"hair", "skin", "clothing", "headscarf"})
_YES = dict.fromkeys(("yes", "ja", "true"), "")


def _tables(field: str) -> tuple[Mapping[str, str], ...]:
    if field == "hair":
        return (HAIR_COLOURS,)
    if field == "hair_style":
        return (hair_style_words(),)
    if field == "skin":
        return (SKINS,)
    if field == "clothing":
        return (CLOTH_COLOURS, garment_words(), ACCESSORIES)
    if field == "beard":
        return (beard_words(),)
    return (CLOTH_COLOURS, _YES)


def look_words(field: str) -> tuple[str, ...]:
    """The words that a field of `Looks` understands, in alphabetical order."""
    return tuple(sorted({word for table in _tables(field) for word in table}))


def unknown_looks(looks: Looks) -> list[tuple[str, str]]:
    """The words that have no drawing, each with its field."""
    return [
        (field, word)
        for field in LOOK_FIELDS
        for word in telling_words(getattr(looks, field), *_tables(field))
        if not (field in _TAKES_HEX and as_colour(word))
        and all(nearest(word, table) is None for table in _tables(field))
    ]
