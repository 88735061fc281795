"""Neck and shoulders, what is worn on them, and what is worn with it."""

from game.drawing.chance import chosen
from game.drawing.colours import darker, lighter
from game.drawing.people.outfit import GARMENTS, Outfit, seam, surface
from game.drawing.people.person import CX, Person
from game.drawing.svg import Stop, across, down, ellipse, line, points, rect

# Design choice: what people wear if the author does not say.
_LEFT_OPEN_FIRM = ("suit", "blazer", "jumper", "shirt", "cardigan")
_LEFT_OPEN_SOFT = ("blazer", "blouse", "cardigan", "jumper", "dress", "turtleneck")
_FORMAL_COLOURS = ("#2c3e5f", "#43474f", "#2b2c33", "#343943")
_SCARVES = ("#a9552f", "#2d7274", "#c08c3a", "#69405f")
_GOLD = "#d4b25f"


def clothes(who: Person) -> str:
    """What somebody wears, with its accessories."""
    name, outfit = _garment(who), outfit_of(who)
    return GARMENTS[name].draw(outfit) + _accessories(outfit, name)


def outfit_of(who: Person) -> Outfit:
    """What somebody wears, in its colours."""
    worn = who.clothing.colours
    colour = worn[0] if worn else chosen(str(who.pick), "cloth", GARMENTS[_garment(who)].colours)
    return Outfit(who, colour, worn[1] if len(worn) > 1 else None)


def sleeves_of(who: Person) -> Outfit:
    """What is on somebody's arms: a shirt under clothes without sleeves."""
    outfit, under = outfit_of(who), GARMENTS[_garment(who)].under
    return outfit if under is None else outfit.under(under)


def _garment(who: Person) -> str:
    worn = who.clothing
    if worn.garment is not None:
        return worn.garment
    if "tie" in worn.extras or "bow" in worn.extras:
        return "suit"
    if worn.colours and worn.colours[0] in _FORMAL_COLOURS:
        return "blazer" if who.is_soft else "suit"
    return chosen(str(who.pick), "garment", _LEFT_OPEN_SOFT if who.is_soft else _LEFT_OPEN_FIRM)


def neck(who: Person) -> str:
    """The neck and what an open collar shows, with the shadow of the chin."""
    half, skin = 25.5 if who.is_soft else 32.0, who.skin
    tone = down(
        Stop(0, who.crease(0.5)), Stop(42, who.crease(0.26)), Stop(75, skin), Stop(100, skin)
    )
    drawn = surface(
        (-half, 190), (-half, 232, -half - 2, 244, -half - 24, 262), (-36, 330), (36, 330),
        (half + 24, 262), (half + 2, 244, half, 232, half, 190),
        fill=tone,
    )  # fmt: skip
    if who.age > 62:
        drawn += line(f"M{points(CX - 7, 236)}q-3 12 -2 20", who.crease(0.5), 1.4, 0.4)
        drawn += line(f"M{points(CX + 7, 236)}q3 12 2 20", who.crease(0.5), 1.4, 0.4)
    for side in (-1, 1):
        collarbone = f"M{points(CX + side * 6, 277)}q{points(side * 14, -5, side * 26, -6)}"
        drawn += line(collarbone, who.crease(0.45), 1.6, 0.4)
    return drawn


# --- accessories ------------------------------------------------------------------------------


def _accessories(o: Outfit, garment: str) -> str:
    extras, drawn = o.who.clothing.extras, ""
    is_bare_dress = garment == "dress" and not extras and o.who.headscarf is None
    if "necklace" in extras or is_bare_dress:
        drawn += _necklace()
    if "pearls" in extras:
        drawn += _pearls()
    if "scarf" in extras:
        drawn += _scarf(o.second or chosen(o.seed, "scarf", _SCARVES))
    if "lanyard" in extras:
        drawn += _lanyard()
    return drawn


def _necklace() -> str:
    chain = ((-34, 256), (-22, 284, -8, 292, 0, 292), (8, 292, 22, 284, 34, 256))
    return seam(_GOLD, 1.8, 1, *chain) + ellipse(CX, 294, 3.6, 4.2, _GOLD)


def _pearls() -> str:
    drawn = ""
    for place in range(13):
        share = place / 12 * 2 - 1
        x, y = CX + share * 35, 282 - 24 * share**2
        drawn += ellipse(x, y, 4.0, 4.0, "#f4efe6") + ellipse(x - 1, y - 1, 1.4, 1.4, "#ffffff")
    return drawn


def _scarf(colour: str) -> str:
    loop = (
        (-50, 246), (-24, 268, 24, 268, 50, 246), (58, 262, 54, 278, 40, 284),
        (14, 296, -14, 296, -40, 284), (-54, 278, -58, 262, -50, 246),
    )  # fmt: skip
    shade = across(Stop(0, lighter(colour, 0.15)), Stop(100, darker(colour, 0.2)))
    end = ((16, 284), (40, 280), (48, 350), (20, 356))
    return surface(*loop, fill=shade) + surface(*end, fill=darker(colour, 0.1))


def _lanyard() -> str:
    drawn = seam("#2f6f97", 4.5, 1, (-40, 258), (0, 350), (40, 258))
    drawn += rect(CX - 17, 346, 34, 40, "#f4f3ef", 3)
    return drawn + rect(CX - 11, 354, 22, 14, "#b9c6cf", 2)


def earrings(who: Person) -> str:
    """Small drops below the ears, where the words ask for them."""
    if "earrings" not in who.clothing.extras or who.headscarf is not None:
        return ""
    return "".join(ellipse(CX + s * (who.cheek + 3), 172, 3.2, 4.6, _GOLD) for s in (-1, 1))
