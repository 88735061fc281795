"""Thinning hair that leaves the temples bare."""

from game.drawing.people.hair import Hair, Layers, hair_style


@hair_style("receding", "thinning", "dun", "inhammen", build="firm")
def receding(hair: Hair) -> Layers:
    """A tongue of hair between two bays."""
    front = hair.shape(
        (-1.03, 152), (-1.16, 112, -1.1, 58, -0.2, 51), (0.6, 44, 1.16, 76, 1.13, 112),
        (1.11, 130, 1.07, 142, 1.03, 152), (0.98, 140, 0.95, 130, 0.92, 122),
        (0.9, 104, 0.82, 86, 0.62, 73), (0.5, 70, 0.36, 76, 0.2, 84),
        (0.06, 86, -0.12, 86, -0.24, 83), (-0.34, 74, -0.5, 70, -0.62, 74),
        (-0.82, 86, -0.9, 104, -0.92, 122), (-0.95, 130, -0.98, 140, -1.03, 152),
    )  # fmt: skip
    return Layers(
        front=front
        + hair.strands(
            ((-0.2, 80), (-0.16, 68, -0.06, 60, 0.14, 55)),
            ((0.08, 82), (0.12, 70, 0.24, 62, 0.4, 58)),
            ((-0.7, 72), (-0.9, 84, -1.0, 102, -1.01, 124)),
        )
    )
