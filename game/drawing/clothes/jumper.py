"""A jumper with a round neck, with or without a collar over it."""

from game.drawing.chance import chance
from game.drawing.colours import mix
from game.drawing.people.outfit import BOTTOM, Outfit, collar, crew, garment, seam, torso


@garment(
    "jumper", "sweater", "pullover", "trui", "hoodie", "fleece",
    colours=("#48705a", "#c08c3a", "#3d6794", "#a9552f", "#8a8d92"),
)  # fmt: skip
def jumper(o: Outfit) -> str:
    """The body, ribs, and the rim of the neck."""
    drawn = torso(o, crew())
    if o.second is not None or chance(o.seed, "collared") < 0.4:
        drawn += collar(o.second or "#f1efe9", 22, 286)
    for x in (-60, -40, -20, 0, 20, 40, 60):
        drawn += seam(o.dark, 1.2, 0.28, (x, 318 + abs(x) * 0.05), (x * 1.04, BOTTOM))
    rim = ((-44, 254), (-38, 278, -18, 286, 0, 286), (18, 286, 38, 278, 44, 254))
    return drawn + seam(mix(o.colour, o.dark, 0.45), 8, 1, *rim) + seam(o.dark, 1.2, 0.5, *rim)
