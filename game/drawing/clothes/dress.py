"""A dress with a wide, round neck."""

from game.drawing.people.outfit import BOTTOM, Outfit, garment, seam, torso
from game.drawing.people.outline import on_side


@garment("dress", "jurk", colours=("#73303f", "#2d7274", "#6d5384"), build="soft")
def dress(o: Outfit) -> str:
    """The body and its two seams."""
    drawn = torso(o, ((-52, 292, -26, 306, 0, 306), (26, 306, 52, 292, 44, 252)))
    dart = ((54, 310), (44, 340, 44, 360, 46, BOTTOM))
    return drawn + "".join(seam(o.dark, 1.6, 0.45, *on_side(s, dart)) for s in (-1, 1))
