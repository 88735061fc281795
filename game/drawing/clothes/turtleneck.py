"""A jumper with a rolled neck."""

from game.drawing.people.outfit import Outfit, crew, garment, seam, surface, torso


@garment(
    "turtleneck", "polo-neck", "rollneck", "coltrui", "col",
    colours=("#43474f", "#73303f", "#2d7274", "#d3c0a1"),
)  # fmt: skip
def turtleneck(o: Outfit) -> str:
    """The body and the roll around the neck."""
    half = 31 if o.who.is_soft else 37
    roll = (
        (-half, 232), (-half * 0.6, 243, half * 0.6, 243, half, 232),
        (half + 4, 246, half + 6, 258, half + 12, 266),
        (half * 0.5, 284, -half * 0.5, 284, -half - 12, 266),
        (-half - 6, 258, -half - 4, 246, -half, 232),
    )  # fmt: skip
    fold = ((-half - 3, 252), (-14, 264, 14, 264, half + 3, 252))
    return torso(o, crew(262)) + surface(*roll, fill=o.cloth) + seam(o.dark, 1.8, 0.6, *fold)
