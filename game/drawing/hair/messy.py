"""Hair that stands up in tufts and falls over the brows."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import under_cap


@hair_style("messy", "tousled", "warrig", "spiky", covers_brows=True)
def messy(hair: Hair) -> Layers:
    """Tufts above, points below."""
    front = under_cap(hair) + hair.shape(
        (-1.03, 150), (-1.2, 120, -1.24, 92, -1.06, 74), (-1.14, 66, -0.98, 56, -0.8, 56),
        (-0.78, 44, -0.5, 38, -0.34, 44), (-0.2, 30, 0.14, 32, 0.22, 42),
        (0.42, 32, 0.72, 40, 0.72, 52), (0.94, 50, 1.1, 66, 1.04, 78),
        (1.24, 92, 1.18, 124, 1.03, 150), (0.98, 140, 0.94, 126, 0.92, 116),
        (0.8, 114, 0.72, 106, 0.68, 96), (0.6, 108, 0.44, 110, 0.3, 99),
        (0.24, 110, 0.02, 114, -0.14, 100), (-0.24, 110, -0.44, 112, -0.52, 99),
        (-0.66, 110, -0.82, 112, -0.9, 118), (-0.95, 130, -0.98, 140, -1.03, 150),
    )  # fmt: skip
    return Layers(
        front=front
        + hair.strands(
            ((-0.3, 48), (-0.4, 64, -0.36, 82, -0.2, 94)),
            ((0.2, 46), (0.06, 62, 0.12, 80, 0.26, 92)),
            ((0.66, 56), (0.5, 66, 0.52, 82, 0.64, 92)),
            ((-0.78, 62), (-0.84, 78, -0.78, 94, -0.7, 104)),
        )
    )
