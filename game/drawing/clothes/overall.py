"""An overall over a shirt."""

from game.drawing.colours import darker, mix
from game.drawing.people.outfit import BOTTOM, Outfit, crew, garment, seam, surface, torso
from game.drawing.people.person import CX
from game.drawing.svg import ellipse, rect

_SHIRT = "#d9d2c3"  # a design choice


@garment(
    "overall", "overalls", "dungarees", "workwear", "werkkleding", "tuinbroek",
    colours=("#3f5b80", "#4d6a55"), under=_SHIRT,
)  # fmt: skip
def overall(o: Outfit) -> str:
    """The shirt, the straps, the bib and its pocket."""
    under = o.under(_SHIRT)
    drawn = torso(under, crew())
    drawn += seam(darker(under.colour, 0.2), 6, 1, (-42, 258), (-30, 284, 30, 284, 42, 258))
    for s in (-1, 1):
        drawn += seam(o.colour if s < 0 else o.dark, 19, 1, (s * 68, 268), (s * 54, 326))
    drawn += surface((-66, 322), (66, 322), (74, BOTTOM), (-74, BOTTOM), fill=o.cloth)
    drawn += rect(CX - 26, 342, 52, 34, mix(o.colour, o.dark, 0.4), 4)
    return drawn + "".join(ellipse(CX + s * 54, 328, 5, 5, "#c9b26a") for s in (-1, 1))
