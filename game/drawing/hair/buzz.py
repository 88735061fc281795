"""Hair cropped so short that the skin shines through."""

from game.drawing.colours import mix
from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.outline import mirrored


@hair_style("buzz", "buzzcut", "cropped", "shaved", "geschoren", "gemillimeterd")
def buzz(hair: Hair) -> Layers:
    """A cap that lies close to the skull."""
    cap = mirrored(
        (0, 58), (1.02, 60, 1.06, 108, 1.0, 146), (0.97, 132, 0.95, 122, 0.9, 114),
        (0.86, 96, 0.66, 90, 0.5, 88), (0.2, 84, -0.2, 84, -0.5, 88),
    )  # fmt: skip
    front = hair.shape(*cap, fill=mix(hair.base, hair.who.skin, 0.28), opacity=0.93)
    return Layers(
        front=front + hair.stroke(((-0.62, 78), (-0.5, 66, -0.2, 63, 0.0, 63)), hair.light, 4, 0.3)
    )
