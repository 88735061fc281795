"""Long on top and brushed up, short at the sides."""

from game.drawing.colours import mix
from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import under_cap
from game.drawing.people.outline import mirrored


@hair_style("undercut", "quiff", "kuif", "fade", "opgeschoren")
def undercut(hair: Hair) -> Layers:
    """The sides, and the quiff above them."""
    sides = mirrored(
        (0, 66), (0.8, 66), (1.06, 74, 1.06, 112, 1.0, 148), (0.97, 134, 0.95, 124, 0.93, 116),
        (0.9, 102, 0.82, 96, 0.76, 90), (-0.76, 90),
    )  # fmt: skip
    front = under_cap(hair, 2) + hair.shape(*sides, fill=mix(hair.dark, hair.who.skin, 0.36))
    front += hair.shape(
        (-0.84, 94), (-1.02, 74, -0.98, 52, -0.66, 50), (-0.3, 30, 0.5, 22, 0.86, 44),
        (1.04, 56, 1.02, 78, 0.88, 94), (0.6, 86, 0.2, 82, -0.1, 84),
        (-0.4, 86, -0.66, 90, -0.84, 94),
    )  # fmt: skip
    return Layers(
        front=front
        + hair.strands(
            ((-0.7, 88), (-0.6, 66, -0.2, 48, 0.3, 42)),
            ((-0.3, 82), (-0.1, 64, 0.2, 52, 0.6, 46)),
            ((0.2, 81), (0.34, 68, 0.5, 60, 0.8, 58)),
        )
    )
