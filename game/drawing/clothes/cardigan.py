"""A buttoned cardigan over a shirt."""

from game.drawing.colours import darker, mix
from game.drawing.people.outfit import (
    BOTTOM,
    Outfit,
    buttons,
    collar,
    garment,
    seam,
    shirt_colour,
    shirt_front,
    torso,
    vee,
)


@garment("cardigan", "vest", colours=("#8f7a5f", "#66704a", "#69748a", "#8c5a52"))
def cardigan(o: Outfit) -> str:
    """The shirt, the body, the bands along its edges and the buttons."""
    shirt, band = shirt_colour(o, "#a8c4da", "#c9d3bd"), mix(o.colour, o.dark, 0.5)
    drawn = shirt_front(shirt) + collar(shirt) + torso(o, vee(350))
    for s in (-1, 1):
        drawn += seam(band, 9, 1, (s * 44, 253), (0, 352))
        drawn += seam(o.dark, 1.2, 0.5, (s * 40, 262), (s * 2, 347))
    drawn += seam(band, 10, 1, (0, 352), (0, BOTTOM))
    for x in (-84, -66, -48, 48, 66, 84):
        drawn += seam(o.dark, 1.2, 0.3, (x, 316), (x * 1.05, BOTTOM))
    return drawn + buttons(darker(o.colour, 0.55), 360, 376)
