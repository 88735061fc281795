"""What the free words of `Looks` mean: the nearest word that can be drawn, in Dutch or English."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from game.drawing.colours import as_colour
from game.drawing.people.beards import BEARDS
from game.drawing.people.hair import HAIR_STYLES
from game.drawing.people.outfit import GARMENTS
from game.drawing.people.person import Build, Clothing

SKINS: dict[str, str] = {
    "porcelain": "#f6dccb", "pale": "#f4d6c0", "bleek": "#f4d6c0", "fair": "#f1cdb2",
    "light": "#efc5a4", "licht": "#efc5a4", "blank": "#efc5a4", "white": "#efc5a4",
    "rosy": "#f0bda2", "ruddy": "#eab294", "freckled": "#f2cdb0", "sproetig": "#f2cdb0",
    "weathered": "#dfa884", "verweerd": "#dfa884",
    "golden": "#ddae7c", "olive": "#d3a57a", "olijf": "#d3a57a", "medium": "#d0a074",
    "middel": "#d0a074", "tan": "#c99166", "tanned": "#c99166", "gebruind": "#c99166",
    "caramel": "#bd8357", "bronze": "#b0764c", "brown": "#a06a45", "bruin": "#a06a45",
    "dark": "#7d4f34", "donker": "#7d4f34", "black": "#6b422c", "zwart": "#6b422c",
    "deep": "#5c3a29", "ebony": "#553526",
}  # fmt: skip

HAIR_COLOURS: dict[str, str] = {
    "black": "#2b2629", "zwart": "#2b2629", "brown": "#5f4030", "bruin": "#5f4030",
    "brunette": "#5f4030", "dark": "#413029", "donker": "#413029", "dark-brown": "#413029",
    "donkerbruin": "#413029", "light-brown": "#8c6546", "lichtbruin": "#8c6546",
    "chestnut": "#7a4630", "kastanje": "#7a4630", "auburn": "#8d4429", "red": "#b4572e",
    "rood": "#b4572e", "ginger": "#c4672f", "rossig": "#c4672f", "copper": "#b85f33",
    "koper": "#b85f33", "strawberry": "#d39a68", "blonde": "#dcb467", "blond": "#dcb467",
    "dark-blonde": "#b08b56", "donkerblond": "#b08b56", "sandy": "#bd9a66",
    "zandkleurig": "#bd9a66",
    "grey": "#9b9c9e", "gray": "#9b9c9e", "grijs": "#9b9c9e", "silver": "#bfc2c6",
    "zilver": "#bfc2c6", "salt": "#82807f", "salt-and-pepper": "#716e6e",
    "peper-en-zout": "#716e6e", "greying": "#7b736e", "grijzend": "#7b736e",
    "white": "#e9e7e2", "wit": "#e9e7e2",
    "blue": "#4a6ea0", "blauw": "#4a6ea0", "purple": "#76548c", "paars": "#76548c",
    "pink": "#cf86a0", "roze": "#cf86a0", "green": "#5b8a6a", "groen": "#5b8a6a",
}  # fmt: skip

CLOTH_COLOURS: dict[str, str] = {
    "navy": "#2c3e5f", "marine": "#2c3e5f", "marineblauw": "#2c3e5f", "blue": "#3d6794",
    "blauw": "#3d6794", "light-blue": "#a8c4da", "lichtblauw": "#a8c4da", "sky": "#a8c4da",
    "petrol": "#265e69", "teal": "#2d7274", "turquoise": "#3f9494", "green": "#48705a",
    "groen": "#48705a", "olive": "#6e7046", "olijf": "#6e7046", "moss": "#66704a",
    "mos": "#66704a", "sage": "#93a58c", "mint": "#aacbb8", "forest": "#2f5240",
    "yellow": "#d5a83f", "geel": "#d5a83f", "ochre": "#c08c3a", "oker": "#c08c3a",
    "mustard": "#c0912f", "mosterd": "#c0912f", "orange": "#cf7a3c", "oranje": "#cf7a3c",
    "rust": "#a9552f", "roest": "#a9552f", "terracotta": "#b9694b", "brown": "#74543f",
    "bruin": "#74543f", "camel": "#bd9468", "beige": "#d3c0a1", "sand": "#cfbb98",
    "zand": "#cfbb98", "cream": "#ece1cb", "creme": "#ece1cb", "crème": "#ece1cb",
    "white": "#f3f1ec", "wit": "#f3f1ec", "ivory": "#efe7d6", "grey": "#8a8d92",
    "gray": "#8a8d92", "grijs": "#8a8d92", "light-grey": "#b9bcc0", "lichtgrijs": "#b9bcc0",
    "charcoal": "#43474f", "antraciet": "#43474f", "anthracite": "#43474f",
    "black": "#2b2c33", "zwart": "#2b2c33", "dark": "#343943", "donker": "#343943",
    "burgundy": "#73303f", "bordeaux": "#73303f", "wine": "#73303f", "red": "#a83d3d",
    "rood": "#a83d3d", "coral": "#d7806b", "koraal": "#d7806b", "pink": "#d49aa6",
    "roze": "#d49aa6", "rose": "#cf959f", "purple": "#6d5384", "paars": "#6d5384",
    "plum": "#69405f", "aubergine": "#553a56", "lilac": "#a796bd", "lila": "#a796bd",
    "lavender": "#a9a0c4", "violet": "#6b5894", "gold": "#c79a3c", "goud": "#c79a3c",
    "denim": "#546f8f", "indigo": "#3f4a78", "khaki": "#9b8b62", "kaki": "#9b8b62",
}  # fmt: skip

ACCESSORIES: dict[str, str] = {
    "tie": "tie", "das": "tie", "stropdas": "tie", "necklace": "necklace", "ketting": "necklace",
    "pearls": "pearls", "parels": "pearls", "parelketting": "pearls", "earrings": "earrings",
    "oorbellen": "earrings", "scarf": "scarf", "sjaal": "scarf", "lanyard": "lanyard",
    "badge": "lanyard", "keycord": "lanyard", "bow": "bow", "bowtie": "bow", "strik": "bow",
    "vlinderdas": "bow", "pocket": "pocket", "pochet": "pocket", "striped": "stripes",
    "stripes": "stripes", "gestreept": "stripes", "checked": "checks", "geruit": "checks",
    # Not worn, but said in the same breath: how somebody is built.
    "broad-shouldered": "broad", "breedgeschouderd": "broad", "slender": "slender",
    "tenger": "slender",
}  # fmt: skip

# Which build an accessory suggests.
ACCESSORY_BUILDS: dict[str, Build] = {
    "tie": "firm", "bow": "firm", "necklace": "soft", "pearls": "soft", "earrings": "soft",
}  # fmt: skip

_NOTHING = frozenset({"no", "none", "geen", "nee"})
_FILLERS = _NOTHING | {
    "a", "an", "and", "with", "in", "the", "of", "very", "rather", "his", "her", "bit", "hair",
    "beard", "skin", "cut", "style", "plain", "een", "en", "met", "de", "het", "van", "heel", "wat",
    "haar", "baard", "huid", "geknipt", "gewoon", "effen",
}  # fmt: skip
# Design choice: from here on two words count as alike, so that a spelling mistake is understood.
_LIKENESS = 0.8


@cache
def hair_style_words() -> dict[str, str]:
    """The name of a hair style by each word that asks for it."""
    return _by_word({name: style.words for name, style in HAIR_STYLES.items()})


@cache
def garment_words() -> dict[str, str]:
    """The name of a garment by each word that asks for it."""
    return _by_word({name: garment.words for name, garment in GARMENTS.items()})


@cache
def beard_words() -> dict[str, str]:
    """The name of a beard by each word that asks for it."""
    return _by_word(BEARDS)


def _by_word(listed: Mapping[str, Iterable[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in listed.items():
        for word in words:
            if found.setdefault(word, name) != name:
                raise ValueError(f'"{word}" asks for both {found[word]} and {name}')
    return found


def nearest(word: str, table: Mapping[str, str]) -> str | None:
    """The table's value for that word, or for the word nearest to it."""
    if word in table:
        return table[word]
    near = get_close_matches(word, table, n=1, cutoff=_LIKENESS) if len(word) > 3 else []
    return table[near[0]] if near else None


def pieces(text: str | None) -> Iterator[str]:
    """The words of a free text, two joined by a hyphen as one."""
    yield from re.findall(r"#[0-9a-f]+|[^\W\d_]+(?:-[^\W\d_]+)*", (text or "").lower())


def is_none(text: str | None) -> bool:
    """Whether the text says nothing, or says that there is nothing."""
    return all(word in _NOTHING for word in pieces(text))


def telling_words(text: str | None, *tables: Mapping[str, str]) -> Iterator[str]:
    """The words that should mean something; two listed together ("dark blonde") are one."""
    words = list(pieces(text))
    while words:
        pair = "-".join(words[:2])
        length = 2 if len(words) > 1 and any(pair in table for table in tables) else 1
        word = "-".join(words[:length])
        if word not in _FILLERS:
            yield word
        del words[:length]


def meaning(text: str | None, table: Mapping[str, str], *, takes_hex: bool = False) -> str | None:
    """What the first word that the table knows stands for; None if it knows none."""
    for word in telling_words(text, table):
        found = (as_colour(word) if takes_hex else None) or nearest(word, table)
        if found is not None:
            return found
    return None


def clothing(text: str | None) -> Clothing:
    """What a free text says about clothes."""
    garments = garment_words()
    garment: str | None = None
    colours: list[str] = []
    extras: list[str] = []
    for word in telling_words(text, CLOTH_COLOURS, garments):
        colour = as_colour(word) or CLOTH_COLOURS.get(word)
        extra = ACCESSORIES.get(word)
        if word in garments:
            garment = garment or garments[word]
        elif colour is None and extra is None:
            garment = garment or nearest(word, garments)
            colour = nearest(word, CLOTH_COLOURS)
        colours += [colour] if colour else []
        extras += [extra] if extra else []
    return Clothing(garment, tuple(colours), tuple(extras))
