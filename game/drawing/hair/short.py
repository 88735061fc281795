"""Short hair, parted at the side."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import under_cap


@hair_style("short", "kort", "side-parting", "scheiding")
def short(hair: Hair) -> Layers:
    """What lies over the forehead and beside the ears."""
    front = under_cap(hair) + hair.shape(
        (-1.03, 152), (-1.16, 112, -1.13, 60, -0.42, 48), (-0.1, 38, 0.72, 36, 0.99, 72),
        (1.14, 92, 1.12, 124, 1.03, 152), (0.98, 140, 0.95, 128, 0.93, 121),
        (0.93, 108, 0.84, 98, 0.74, 92), (0.3, 101, -0.2, 96, -0.52, 82),
        (-0.66, 92, -0.88, 104, -0.92, 122), (-0.95, 132, -0.98, 142, -1.03, 152),
    )  # fmt: skip
    return Layers(
        front=front
        + hair.strands(
            ((-0.5, 80), (-0.1, 62, 0.4, 58, 0.82, 80)),
            ((-0.42, 74), (-0.05, 54, 0.4, 50, 0.72, 66)),
            ((-0.7, 62), (-0.92, 74, -1.0, 96, -1.0, 116)),
        )
    )
