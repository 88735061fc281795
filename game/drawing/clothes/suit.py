"""A suit, often with a tie."""

from game.drawing.chance import chance, chosen
from game.drawing.colours import darker, lighter
from game.drawing.people.outfit import (
    BOTTOM,
    TIES,
    Outfit,
    buttons,
    collar,
    garment,
    lapels,
    seam,
    shirt_colour,
    shirt_front,
    surface,
    torso,
    vee,
)
from game.drawing.people.outline import on_side
from game.drawing.people.person import CX
from game.drawing.svg import Stop, across, ellipse, path, points


@garment(
    "suit", "pak", "kostuum", "tie", "das", "stropdas",
    colours=("#2c3e5f", "#43474f", "#4a4a55"),
)  # fmt: skip
def suit(o: Outfit) -> str:
    """Shirt, tie or bow, jacket, and sometimes a pocket square."""
    shirt, tie = shirt_colour(o), chosen(o.seed, "tie colour", TIES)
    drawn = shirt_front(shirt)
    if o.has("tie") or (not o.has("bow") and chance(o.seed, "tie") < 0.45):
        drawn += _tie(tie)
    drawn += collar(shirt)
    if o.has("bow"):
        drawn += _bow(tie)
    drawn += torso(o, vee(352)) + lapels(o, 352, 26) + buttons(o.dark, 364)
    if chance(o.seed, "pocket") < 0.5 or o.has("pocket"):
        drawn += path(f"M{points(CX + 62, 330)}l9 -9l7 7l8 -6l4 8z", shirt, opacity=0.9)
    return drawn


def _tie(colour: str) -> str:
    dark = darker(colour, 0.25)
    blade = surface(
        (-6, 287), (6, 287), (13, BOTTOM), (-13, BOTTOM),
        fill=across(Stop(0, lighter(colour, 0.1)), Stop(100, dark)),
    )  # fmt: skip
    stripes = "".join(
        seam(lighter(colour, 0.35), 1.6, 0.5, (-7, y + 5), (8, y - 4)) for y in (304, 324, 344)
    )
    return blade + stripes + surface((-9, 272), (9, 272), (6, 288), (-6, 288), fill=dark)


def _bow(colour: str) -> str:
    wing = ((0, 278), (8, 264, 24, 264, 26, 268), (26, 290), (20, 293, 8, 290, 0, 278))
    wings = "".join(
        surface(*on_side(s, wing), fill=colour if s < 0 else darker(colour, 0.18)) for s in (-1, 1)
    )
    return wings + ellipse(CX, 278, 5, 6, darker(colour, 0.3))
