"""What the free words of `Looks` mean: the nearest word that can be drawn, in Dutch or English."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from engine.scenario.schema import Looks
from game.window.drawing.colours import is_hex

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

HAIR_STYLES: dict[str, str] = {
    "short": "short", "kort": "short", "side-parting": "short", "scheiding": "short",
    "bald": "bald", "kaal": "bald", "shaved": "buzz", "geschoren": "buzz", "buzz": "buzz",
    "buzzcut": "buzz", "cropped": "buzz", "gemillimeterd": "buzz", "opgeschoren": "undercut",
    "balding": "balding", "kalend": "balding", "thinning": "receding", "dun": "receding",
    "receding": "receding", "inhammen": "receding",
    "afro": "afro", "kroes": "afro", "kroeshaar": "afro",
    "braids": "braids", "braid": "braids", "vlechten": "braids", "cornrows": "braids",
    "plait": "plait", "vlecht": "plait",
    "locs": "locs", "dreadlocks": "locs", "dreads": "locs",
    "bun": "bun", "knot": "bun", "knotje": "bun", "chignon": "bun", "opgestoken": "bun",
    "bob": "bob", "boblijn": "bob", "long": "long", "lang": "long", "straight": "long",
    "steil": "long", "wavy": "wavy", "golvend": "wavy", "slag": "wavy", "shoulder": "wavy",
    "halflang": "wavy", "curly": "curly", "krullen": "curly", "krullend": "curly",
    "fringe": "fringe", "bangs": "fringe", "pony": "fringe",
    "pixie": "pixie", "undercut": "undercut", "quiff": "undercut", "kuif": "undercut",
    "fade": "undercut", "ponytail": "ponytail", "paardenstaart": "ponytail", "staart": "ponytail",
    "slick": "slick", "slicked": "slick", "combed": "slick", "achterover": "slick",
    "messy": "messy", "tousled": "messy", "warrig": "messy", "spiky": "messy",
}  # fmt: skip

# The plain drawings, in the order of a contact sheet.
STYLES: tuple[str, ...] = tuple(dict.fromkeys(HAIR_STYLES.values()))

COLOURS: dict[str, str] = {
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

GARMENTS: dict[str, str] = {
    "suit": "suit", "pak": "suit", "kostuum": "suit", "tie": "suit", "das": "suit",
    "stropdas": "suit", "blazer": "blazer", "jacket": "blazer", "jasje": "blazer",
    "colbert": "blazer", "jas": "blazer", "jumper": "jumper", "sweater": "jumper",
    "pullover": "jumper", "trui": "jumper", "hoodie": "jumper", "fleece": "jumper",
    "turtleneck": "turtleneck", "polo-neck": "turtleneck", "rollneck": "turtleneck",
    "coltrui": "turtleneck", "col": "turtleneck", "uniform": "uniform", "nurse": "uniform",
    "nursing": "uniform", "scrubs": "uniform", "tunic": "uniform", "verpleegkundige": "uniform",
    "zorguniform": "uniform", "tuniek": "uniform", "cardigan": "cardigan", "vest": "cardigan",
    "shirt": "shirt", "overhemd": "shirt", "hemd": "shirt", "polo": "shirt", "checked": "shirt",
    "blouse": "blouse", "bloes": "blouse", "top": "blouse", "dress": "dress", "jurk": "dress",
    "overall": "overall", "overalls": "overall", "dungarees": "overall", "workwear": "overall",
    "werkkleding": "overall", "tuinbroek": "overall", "lab": "coat", "coat": "coat",
    "doctor": "coat", "doktersjas": "coat", "labjas": "coat", "stofjas": "coat",
    "apron": "apron", "schort": "apron", "chef": "apron", "kok": "apron", "t-shirt": "tee",
    "tee": "tee", "tshirt": "tee", "hi-vis": "vest", "hivis": "vest", "veiligheidsvest": "vest",
    "safety": "vest",
}  # fmt: skip

GARMENT_KINDS: tuple[str, ...] = tuple(dict.fromkeys(GARMENTS.values()))

EXTRAS: dict[str, str] = {
    "tie": "tie", "das": "tie", "stropdas": "tie", "necklace": "necklace", "ketting": "necklace",
    "pearls": "pearls", "parels": "pearls", "parelketting": "pearls", "earrings": "earrings",
    "oorbellen": "earrings", "scarf": "scarf", "sjaal": "scarf", "lanyard": "lanyard",
    "badge": "lanyard", "keycord": "lanyard", "bow": "bow", "bowtie": "bow", "strik": "bow",
    "vlinderdas": "bow", "pocket": "pocket", "pochet": "pocket", "striped": "stripes",
    "stripes": "stripes", "gestreept": "stripes", "checked": "checks", "geruit": "checks",
}  # fmt: skip

BEARDS: dict[str, str] = {
    "stubble": "stubble", "stoppels": "stubble", "stoppelbaard": "stubble", "short": "short",
    "kort": "short", "trimmed": "short", "getrimd": "short", "full": "full", "vol": "full",
    "volle": "full", "long": "full", "lang": "full", "moustache": "moustache",
    "mustache": "moustache", "snor": "moustache", "goatee": "goatee", "sik": "goatee",
    "sikje": "goatee", "ringbaard": "goatee", "yes": "short", "ja": "short", "true": "short",
}  # fmt: skip

BEARD_KINDS: tuple[str, ...] = tuple(dict.fromkeys(BEARDS.values()))

_FILLERS = frozenset(
    [
        "a",
        "an",
        "and",
        "with",
        "in",
        "the",
        "of",
        "very",
        "rather",
        "his",
        "her",
        "bit",
        "een",
        "en",
        "met",
        "de",
        "het",
        "van",
        "in",
        "heel",
        "wat",
        "hair",
        "haar",
        "beard",
        "baard",
        "skin",
        "huid",
        "cut",
        "style",
        "geknipt",
        "none",
        "no",
        "geen",
        "nee",
        "plain",
        "gewoon",
        "effen",
    ]
)
_LIKENESS = 0.8


class Clothing(NamedTuple):
    """What somebody wears; None where the author leaves it to the drawing."""

    garment: str | None
    colours: tuple[str, ...]
    extras: tuple[str, ...]


def known(word: str, table: Mapping[str, str]) -> str | None:
    """What the table says of that word or of the one nearest to it."""
    if word in table:
        return table[word]
    near = get_close_matches(word, table, n=1, cutoff=_LIKENESS) if len(word) > 3 else []
    return table[near[0]] if near else None


def pieces(text: str | None) -> Iterator[str]:
    """The words of a free text, two joined by a hyphen as one."""
    yield from re.findall(r"#[0-9a-f]+|[^\W\d_]+(?:-[^\W\d_]+)*", (text or "").lower())


def _runs(text: str | None, tables: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The words of the text; two that are listed together ("dark blonde") count as one."""
    words = list(pieces(text))
    while words:
        pair = "-".join(words[:2])
        length = 2 if len(words) > 1 and any(pair in table for table in tables) else 1
        yield "-".join(words[:length])
        del words[:length]


def meaning(text: str | None, table: Mapping[str, str], *, hexes: bool = False) -> str | None:
    """What the first word that the table knows stands for; None if it knows none."""
    for word in _runs(text, (table,)):
        if hexes and is_hex(word):
            return word
        found = None if word in _FILLERS else known(word, table)
        if found is not None:
            return found
    return None


def clothing(text: str | None) -> Clothing:
    """What a free text says about clothes."""
    garment: str | None = None
    colours: list[str] = []
    extras: list[str] = []
    for word in _runs(text, (COLOURS, GARMENTS)):
        if is_hex(word):
            colours.append(word)
            continue
        if word in _FILLERS:
            continue
        colour, extra = COLOURS.get(word), EXTRAS.get(word)
        if colour is None and extra is None:
            garment = garment or known(word, GARMENTS)
            colour = None if word in GARMENTS else known(word, COLOURS)
        elif word in GARMENTS:
            garment = garment or GARMENTS[word]
        colours += [colour] if colour else []
        extras += [extra] if extra else []
    return Clothing(garment, tuple(colours), tuple(extras))


_TABLES: dict[str, tuple[Mapping[str, str], ...]] = {
    "hair": (HAIR_COLOURS,),
    "hair_style": (HAIR_STYLES,),
    "skin": (SKINS,),
    "clothing": (COLOURS, GARMENTS, EXTRAS),
    "beard": (BEARDS,),
    "headscarf": (COLOURS, {"yes": "", "ja": "", "true": ""}),
}
_WITH_HEX = frozenset({"hair", "skin", "clothing", "headscarf"})


def look_words(field: str) -> tuple[str, ...]:
    """The words that a field of `Looks` understands, in alphabetical order."""
    return tuple(sorted({word for table in _TABLES[field] for word in table}))


def unknown_looks(looks: Looks) -> list[str]:
    """The words that say nothing to the drawing, each as `field: word`."""
    return [
        f"{field}: {word}"
        for field, tables in _TABLES.items()
        for word in _runs(getattr(looks, field), tables)
        if word not in _FILLERS
        and not (field in _WITH_HEX and is_hex(word))
        and all(known(word, table) is None for table in tables)
    ]
