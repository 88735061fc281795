"""Who is drawn: a face of one's own, from the author's words and from what they leave open."""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from engine.scenario.schema import Looks
from game.window.drawing.colours import brightness, darker, is_hex, mix
from game.window.drawing.words import (
    BEARDS,
    COLOURS,
    HAIR_COLOURS,
    HAIR_STYLES,
    SKINS,
    Clothing,
    clothing,
    meaning,
    pieces,
)

_SOFT_STYLES = frozenset(
    {"bun", "bob", "long", "wavy", "fringe", "pixie", "ponytail", "braids", "plait"}
)
_SOFT_GARMENTS = frozenset({"dress", "blouse"})
_SOFT_EXTRAS = frozenset({"necklace", "pearls", "earrings"})
_FIRM_EXTRAS = frozenset({"tie", "bow"})
_FIRM_STYLES = frozenset({"bald", "balding", "receding"})

_LEFT_OPEN_SKINS = ("#f1cdb2", "#efc5a4", "#efc5a4", "#e2b48c", "#d0a074", "#b0764c", "#8a593b")
_LEFT_OPEN_HAIR = ("#5f4030", "#8c6546", "#413029", "#b08b56", "#7a4630", "#dcb467", "#2b2629")
_LEFT_OPEN_STYLES = ("short", "wavy", "pixie", "curly", "bob", "messy", "receding", "ponytail")
_IRISES_LIGHT = ("#5d7f95", "#6f8a6c", "#7c6a4c", "#5f7f8d", "#6b4a30")
_IRISES_DARK = ("#4a3020", "#5a3a24", "#3a2519")


@dataclass(frozen=True, slots=True)
class Person:
    """Everything that a portrait is drawn from. Lengths are in units of the drawing (320 wide)."""

    age: int
    skin: str
    hair: str
    style: str
    brows: str
    iris: str
    beard: str | None
    headscarf: str | None
    glasses: bool
    clothing: Clothing
    soft: bool  # slighter neck and shoulders, lashes, fuller lips
    cheek: float  # half the width of the face
    jaw: float
    chin: float  # where the face ends
    gap: float  # from the middle to an eye
    eye: float  # size of the eyes, about 1
    brow: float  # thickness of the brows
    nose: str
    nose_width: float
    lips: float
    turn: float  # how far the face looks aside, in units
    freckles: bool
    pick: int  # settles what else the author left open

    def line(self, share: float) -> str:
        """A line in the skin, the darker the larger the share."""
        return mix(self.skin, mix(self.skin, "#5a1e12", 0.75), share)


def chance(seed: str, label: str) -> float:
    """A number from 0 up to 1 that depends on nothing but its two names."""
    return crc32(f"{label}/{seed}/{label}".encode()) / 2**32


def chosen(seed: str, label: str, options: Sequence[str]) -> str:
    """One of the options, always the same for the same two names."""
    return options[int(chance(seed, label) * len(options))]


def person(looks: Looks, who: str = "") -> Person:
    """The person whom the words describe; `who` (a name) settles what they leave open."""
    seed = f"{who}|{looks!r}"
    worn = clothing(looks.clothing)
    age = looks.age if looks.age is not None else 32 + int(chance(seed, "age") * 28)
    skin = meaning(looks.skin, SKINS, hexes=True) or chosen(seed, "skin", _LEFT_OPEN_SKINS)
    hair = _hair_colour(looks, seed, skin, age)
    style = meaning(looks.hair_style, HAIR_STYLES) or _left_open_style(looks, seed)
    beard = _beard(looks)
    soft = _is_soft(seed, style, worn, beard, looks.headscarf)
    between = _Between(seed)
    return Person(
        age=age,
        skin=skin,
        hair=hair,
        style=style,
        brows=_brow_colour(hair, skin),
        iris=_iris(seed, skin, hair),
        beard=beard,
        headscarf=_scarf(looks, seed),
        glasses=looks.glasses,
        clothing=worn,
        soft=soft,
        cheek=between("cheek", 51.5, 56.5) if soft else between("cheek", 53.0, 59.5),
        jaw=between("jaw", 36, 42) if soft else between("jaw", 42, 49),
        chin=between("chin", 216, 223) if soft else between("chin", 219, 229),
        gap=between("gap", 23.5, 26.5),
        eye=between("eye", 1.02, 1.16) if soft else between("eye", 0.94, 1.06),
        brow=between("brow", 3.2, 4.4) if soft else between("brow", 4.8, 6.6),
        nose=chosen(seed, "nose", ("button", "straight", "strong", "round")),
        nose_width=between("nostrils", 7.0, 9.5) + (2.0 if brightness(skin) < 0.5 else 0.0),
        lips=between("lips", 0.85, 1.2) + (0.25 if brightness(skin) < 0.5 else 0.0),
        turn=(5.0 if chance(seed, "side") < 0.5 else -5.0) * between("turn", 0.5, 1.1),
        freckles="freckled" in (looks.skin or "") or "sproet" in (looks.skin or ""),
        pick=crc32(seed.encode()),
    )


class _Between:
    """Numbers within bounds, each the same for the same seed and label."""

    def __init__(self, seed: str) -> None:
        self._seed = seed

    def __call__(self, label: str, low: float, high: float) -> float:
        return low + (high - low) * chance(self._seed, label)


def _hair_colour(looks: Looks, seed: str, skin: str, age: int) -> str:
    named = meaning(looks.hair, HAIR_COLOURS, hexes=True)
    if named is not None:
        return named
    if age >= 74:
        return HAIR_COLOURS["white"]
    if age >= 58:
        return HAIR_COLOURS["grey"]
    if brightness(skin) < 0.62:
        return HAIR_COLOURS["black"]
    return chosen(seed, "hair", _LEFT_OPEN_HAIR)


def _left_open_style(looks: Looks, seed: str) -> str:
    if looks.beard is not None:
        return "short"
    return chosen(seed, "style", _LEFT_OPEN_STYLES)


def _beard(looks: Looks) -> str | None:
    words = [word for word in pieces(looks.beard) if word not in ("no", "none", "geen", "nee")]
    return (meaning(looks.beard, BEARDS) or "short") if words else None


def _scarf(looks: Looks, seed: str) -> str | None:
    words = [word for word in pieces(looks.headscarf) if word not in ("no", "none", "geen", "nee")]
    hexes = [word for word in pieces(looks.headscarf) if is_hex(word)]
    if not words and not hexes:
        return None
    left_open = ("#265e69", "#73303f", "#6b5894", "#d3c0a1")
    return meaning(looks.headscarf, COLOURS, hexes=True) or chosen(seed, "scarf", left_open)


def _is_soft(
    seed: str, style: str, worn: Clothing, beard: str | None, headscarf: str | None
) -> bool:
    if beard is not None or _FIRM_EXTRAS & set(worn.extras) or style in _FIRM_STYLES:
        return False
    return (
        headscarf is not None
        or style in _SOFT_STYLES
        or worn.garment in _SOFT_GARMENTS
        or bool(_SOFT_EXTRAS & set(worn.extras))
        or chance(seed, "soft") < 0.5
    )


def _iris(seed: str, skin: str, hair: str) -> str:
    often_brown = brightness(hair) < 0.2 and chance(seed, "brown eyes") < 0.7
    is_brown = brightness(skin) < 0.72 or often_brown
    return chosen(seed, "iris", _IRISES_DARK if is_brown else _IRISES_LIGHT)


def _brow_colour(hair: str, skin: str) -> str:
    if brightness(hair) > 0.8:
        return mix(hair, mix(skin, "#6b5a50", 0.6), 0.5)
    if brightness(hair) > 0.5:
        return mix(darker(hair, 0.3), skin, 0.12)
    return darker(hair, 0.12)
