"""The apron of a cook, over a shirt."""

from game.drawing.colours import lighter
from game.drawing.people.outfit import BOTTOM, Outfit, collar, garment, seam, surface, torso, vee

_SHIRT = "#efece4"  # a design choice


@garment("apron", "schort", "chef", "kok", colours=("#3b424c", "#6b7a5c"), under=_SHIRT)
def apron(o: Outfit) -> str:
    """The shirt, the straps and the bib."""
    under = o.under(_SHIRT)
    drawn = torso(under, vee(290)) + collar(lighter(under.colour, 0.2), 30, 292)
    for s in (-1, 1):
        drawn += seam(o.colour, 8, 1, (s * 50, 256), (s * 56, 318))
    return drawn + surface((-62, 314), (62, 314), (84, BOTTOM), (-84, BOTTOM), fill=o.cloth)
