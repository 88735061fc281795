"""The tunic of a nurse, with pens in the pocket and a watch on the chest."""

from game.drawing.colours import brightness, lighter, mix
from game.drawing.people.outfit import BOTTOM, Outfit, garment, seam, torso, vee
from game.drawing.people.person import CX
from game.drawing.svg import ellipse, line, points, rect


@garment(
    "uniform", "nurse", "nursing", "scrubs", "tunic", "verpleegkundige", "zorguniform", "tuniek",
    colours=("#a8c9d8", "#b9d3cf"),
)  # fmt: skip
def uniform(o: Outfit) -> str:
    """The tunic, its trim, the pocket and the watch."""
    is_dark = brightness(o.colour) < 0.6
    trim = lighter(o.colour, 0.7) if is_dark else mix(o.colour, "#2d6f8a", 0.62)
    drawn = torso(o, vee(312))
    for side in (-1, 1):
        drawn += seam(trim, 7, 1, (side * 44, 252), (0, 312))
    drawn += seam(o.dark, 1.5, 0.5, (0, 314), (0, BOTTOM))
    return drawn + _pocket(o, trim, CX + 58) + _watch(CX - 54)


def _pocket(o: Outfit, trim: str, x: float) -> str:
    drawn = rect(x - 14, 334, 34, 40, mix(o.colour, o.dark, 0.35), 3)
    drawn += line(f"M{points(x - 14, 336)}h34", trim, 3)
    drawn += line(f"M{points(x - 4, 322)}v22", "#3b4250", 3.4)
    return drawn + line(f"M{points(x + 5, 326)}v18", "#b8463f", 3.0)


def _watch(x: float) -> str:
    drawn = line(f"M{points(x, 318)}v14", "#8a8f98", 3)
    drawn += ellipse(x, 340, 8, 8, "#8a8f98") + ellipse(x, 340, 5.8, 5.8, "#fbfaf6")
    return drawn + line(f"M{points(x, 336.5)}v3.8l2.4 1.6", "#3b4250", 1.2)
