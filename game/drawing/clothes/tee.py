"""A T-shirt."""

from game.drawing.people.outfit import Outfit, crew, garment, seam, torso


@garment("tee", "t-shirt", "tshirt", colours=("#5f7a8c", "#8a5a4e", "#e4ddcf"))
def tee(o: Outfit) -> str:
    """The body and the rim of the neck."""
    rim = ((-44, 255), (-38, 280, -18, 288, 0, 288), (18, 288, 38, 280, 44, 255))
    return torso(o, crew()) + seam(o.dark, 5, 1, *rim)
