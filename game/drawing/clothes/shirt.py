"""A shirt, plain, striped or checked."""

from game.drawing.colours import mix
from game.drawing.people.outfit import BOTTOM, Outfit, buttons, collar, garment, seam, torso, vee
from game.drawing.people.person import CX
from game.drawing.svg import rect


@garment("shirt", "overhemd", "hemd", "polo", "checked", colours=("#a8c4da", "#e9e6df", "#9db3a2"))
def shirt(o: Outfit) -> str:
    """The body with its pattern, collar, buttons and pocket."""
    drawn = torso(o, vee(300)) + _pattern(o) + seam(o.dark, 1.6, 0.6, (0, 300), (0, BOTTOM))
    drawn += collar(o.light, 30, 296)
    drawn += buttons(mix(o.dark, "#ffffff", 0.3), 316, 340, 364, x=CX + 5)
    return drawn + rect(CX + 44, 326, 34, 36, mix(o.colour, o.dark, 0.22), 3)


def _pattern(o: Outfit) -> str:
    drawn = ""
    if o.has("checks") or o.has("stripes"):
        for x in (-88, -66, -44, -22, 22, 44, 66, 88):
            drawn += seam(o.dark, 2.2, 0.3, (x, 304 + abs(x) * 0.02), (x, BOTTOM))
    if o.has("checks"):
        for y in (312, 334, 356, 378):
            drawn += seam(o.dark, 2.2, 0.3, (-96, y), (96, y))
    return drawn
