"""From an author's words to a person: what they say, and what they leave open."""

from typing import TYPE_CHECKING

from game.drawing.chance import between, chance, chosen, digest
from game.drawing.colours import brightness, darker, mix
from game.drawing.people.hair import HAIR_STYLES
from game.drawing.people.mouth import NOSES
from game.drawing.people.outfit import GARMENTS
from game.drawing.people.person import Build, Clothing, Person
from game.drawing.people.words import (
    ACCESSORY_BUILDS,
    CLOTH_COLOURS,
    HAIR_COLOURS,
    SKINS,
    beard_words,
    clothing,
    hair_style_words,
    is_none,
    meaning,
)

# The first frame of the window is drawn before the engine is loaded.
if TYPE_CHECKING:
    from engine.scenario.schema import Looks

# Design choice: what people look like if the author does not say. Common things are listed more
# often, so they occur more often.
_SKINS = ("#f1cdb2", "#efc5a4", "#efc5a4", "#e2b48c", "#d0a074", "#b0764c", "#8a593b")
_HAIR = ("#5f4030", "#8c6546", "#413029", "#b08b56", "#7a4630", "#dcb467", "#2b2629")
_STYLES = ("short", "wavy", "pixie", "curly", "bob", "messy", "receding", "ponytail")
_SCARVES = ("#265e69", "#73303f", "#6b5894", "#d3c0a1")
_LIGHT_IRISES = ("#5d7f95", "#6f8a6c", "#7c6a4c", "#5f7f8d", "#6b4a30")
_DARK_IRISES = ("#4a3020", "#5a3a24", "#3a2519")


def cast(looks: "Looks", who: str = "") -> Person:
    """The person that the words describe; `who` (a name) decides what they leave open."""
    seed = f"{who}|{looks!r}"
    worn = clothing(looks.clothing)
    age = looks.age if looks.age is not None else 32 + int(chance(seed, "age") * 28)
    skin = meaning(looks.skin, SKINS, takes_hex=True) or chosen(seed, "skin", _SKINS)
    hair = _hair_colour(looks, seed, skin, age)
    style = meaning(looks.hair_style, hair_style_words()) or _left_open_style(looks, seed)
    beard = _beard(looks)
    is_soft = _is_soft(seed, style, worn, beard, looks.headscarf)
    is_deep = brightness(skin) < 0.5
    return Person(
        age=age,
        skin=skin,
        hair=hair,
        style=style,
        brows=_brow_colour(hair, skin),
        iris=_iris(seed, skin, hair),
        beard=beard,
        headscarf=_scarf(looks, seed),
        has_glasses=looks.glasses,
        clothing=worn,
        is_soft=is_soft,
        cheek=between(seed, "cheek", *((51.5, 56.5) if is_soft else (53.0, 59.5))),
        jaw=between(seed, "jaw", *((36, 42) if is_soft else (42, 49))),
        chin=between(seed, "chin", *((216, 223) if is_soft else (219, 229))),
        gap=between(seed, "gap", 23.5, 26.5),
        eye=between(seed, "eye", *((1.02, 1.16) if is_soft else (0.94, 1.06))),
        brow=between(seed, "brow", *((3.2, 4.4) if is_soft else (4.8, 6.6))),
        nose=chosen(seed, "nose", tuple(NOSES)),
        nose_width=between(seed, "nostrils", 7.0, 9.5) + (2.0 if is_deep else 0.0),
        lips=between(seed, "lips", 0.85, 1.2) + (0.25 if is_deep else 0.0),
        turn=(5.0 if chance(seed, "side") < 0.5 else -5.0) * between(seed, "turn", 0.5, 1.1),
        has_freckles=any(word in (looks.skin or "") for word in ("freckled", "sproet")),
        pick=digest(seed),
    )


def _hair_colour(looks: "Looks", seed: str, skin: str, age: int) -> str:
    named = meaning(looks.hair, HAIR_COLOURS, takes_hex=True)
    if named is not None:
        return named
    if age >= 74:
        return HAIR_COLOURS["white"]
    if age >= 58:
        return HAIR_COLOURS["grey"]
    if brightness(skin) < 0.62:
        return HAIR_COLOURS["black"]
    return chosen(seed, "hair", _HAIR)


def _left_open_style(looks: "Looks", seed: str) -> str:
    return "short" if looks.beard is not None else chosen(seed, "style", _STYLES)


def _beard(looks: "Looks") -> str | None:
    return None if is_none(looks.beard) else meaning(looks.beard, beard_words()) or "short"


def _scarf(looks: "Looks", seed: str) -> str | None:
    if is_none(looks.headscarf):
        return None
    named = meaning(looks.headscarf, CLOTH_COLOURS, takes_hex=True)
    return named or chosen(seed, "scarf", _SCARVES)


def _is_soft(
    seed: str, style: str, worn: Clothing, beard: str | None, headscarf: str | None
) -> bool:
    for said, is_soft in (("broad", False), ("slender", True)):
        if said in worn.extras:
            return is_soft
    of_style = HAIR_STYLES[style].build
    of_garment = GARMENTS[worn.garment].build if worn.garment else None
    builds: set[Build | None] = {ACCESSORY_BUILDS.get(extra) for extra in worn.extras}
    if beard is not None or "firm" in builds or of_style == "firm":
        return False
    if headscarf is not None or "soft" in {*builds, of_style, of_garment}:
        return True
    return chance(seed, "soft") < 0.5


def _iris(seed: str, skin: str, hair: str) -> str:
    often_brown = brightness(hair) < 0.2 and chance(seed, "brown eyes") < 0.7
    is_brown = brightness(skin) < 0.72 or often_brown
    return chosen(seed, "iris", _DARK_IRISES if is_brown else _LIGHT_IRISES)


def _brow_colour(hair: str, skin: str) -> str:
    if brightness(hair) > 0.8:
        return mix(hair, mix(skin, "#6b5a50", 0.6), 0.5)
    if brightness(hair) > 0.5:
        return mix(darker(hair, 0.3), skin, 0.12)
    return darker(hair, 0.12)
