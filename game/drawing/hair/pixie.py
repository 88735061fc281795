"""A pixie cut: short, swept from the side over the forehead."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import under_cap


@hair_style("pixie", build="soft", covers_brows=True)
def pixie(hair: Hair) -> Layers:
    """Down to the ears, and across the forehead."""
    front = under_cap(hair, 12) + hair.shape(
        (-1.0, 166), (-1.2, 140, -1.26, 66, -0.5, 48), (-0.1, 36, 0.8, 38, 1.04, 78),
        (1.2, 104, 1.12, 144, 1.0, 166), (0.94, 160, 0.92, 138, 0.9, 122),
        (0.8, 112, 0.66, 96, 0.56, 84), (0.4, 104, -0.2, 122, -0.86, 124),
        (-0.92, 138, -0.92, 154, -1.0, 166),
    )  # fmt: skip
    return Layers(
        front=front
        + hair.strands(
            ((0.52, 82), (0.3, 98, -0.2, 112, -0.78, 118)),
            ((0.44, 70), (0.1, 88, -0.4, 102, -0.88, 106)),
            ((0.5, 58), (0.0, 68, -0.5, 82, -0.96, 92)),
            ((0.72, 70), (0.9, 84, 1.0, 104, 1.02, 130)),
        )
    )
