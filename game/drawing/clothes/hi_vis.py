"""A high-visibility vest with reflecting bands."""

from game.drawing.colours import lighter
from game.drawing.people.outfit import BOTTOM, Outfit, collar, crew, garment, surface, torso
from game.drawing.people.outline import on_side
from game.drawing.people.person import CX
from game.drawing.svg import path, points

_BAND = "#e6e8e6"
_SHIRT = "#3d4d63"  # a design choice


@garment(
    "hi-vis", "hivis", "veiligheidsvest", "safety", colours=("#e0b23a", "#d98a3b"), under=_SHIRT
)
def hi_vis(o: Outfit) -> str:
    """The shirt, both halves of the vest, and the bands up and across."""
    under = o.under(_SHIRT)
    drawn = torso(under, crew()) + collar(lighter(under.colour, 0.12), 26, 290)
    half = (
        (48, 258), (86, 274), (78, 320, 86, 350, 96, BOTTOM), (5, BOTTOM), (5, 336),
    )  # fmt: skip
    upright = ((60, 263), (72, 268), (64, BOTTOM), (50, BOTTOM))
    for s in (-1, 1):
        drawn += surface(*on_side(s, half), fill=o.colour if s < 0 else o.dark)
        drawn += surface(*on_side(s, upright), fill=_BAND, opacity=0.9)
    for s in (-1, 1):
        band = f"M{points(CX + s * 5, 356)}L{points(CX + s * 88, 352)}l2 13"
        drawn += path(f"{band}L{points(CX + s * 5, 370)}Z", _BAND)
    return drawn
