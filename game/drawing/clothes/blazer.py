"""A blazer over a shirt or a plain top."""

from game.drawing.chance import chance, chosen
from game.drawing.people.outfit import (
    BOTTOM,
    Outfit,
    buttons,
    collar,
    garment,
    lapels,
    lit,
    shirt_front,
    surface,
    torso,
    vee,
)
from game.drawing.people.outline import mirrored

_TOPS = ("#f3f1ec", "#e6dccb", "#d9c3c1", "#cfdde4", "#3a3f49")


@garment(
    "blazer", "jacket", "jasje", "colbert", "jas",
    colours=("#2c3e5f", "#69405f", "#265e69", "#73303f", "#66704a"),
)  # fmt: skip
def blazer(o: Outfit) -> str:
    """What is worn under it, and the jacket."""
    under = o.second or chosen(o.seed, "under", _TOPS)
    if not o.who.is_soft and chance(o.seed, "collared") < 0.7:
        drawn = shirt_front(under) + collar(under)
    else:
        top = mirrored((0, 300), (14, 300, 34, 292, 46, 252), (48, BOTTOM), (-48, BOTTOM))
        drawn = surface(*top, fill=lit(under, 0.14))
    return drawn + torso(o, vee(362)) + lapels(o, 362, 20) + buttons(o.dark, 373)
