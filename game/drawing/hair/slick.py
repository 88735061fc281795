"""Hair combed straight back."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.outline import mirrored


@hair_style("slick", "slicked", "combed", "achterover")
def slick(hair: Hair) -> Layers:
    """A smooth cap with the lines of the comb."""
    cap = mirrored(
        (0, 50), (1.08, 52, 1.14, 108, 1.03, 150), (0.98, 136, 0.95, 124, 0.92, 114),
        (0.86, 98, 0.74, 86, 0.56, 84), (0.3, 78, -0.3, 78, -0.56, 84),
    )  # fmt: skip
    combed = (
        ((x, 82), (x * 0.9, 70, x * 0.8, 60, x * 0.6, 53))
        for x in (-0.6, -0.36, -0.12, 0.14, 0.4, 0.64)
    )
    return Layers(front=hair.shape(*cap) + hair.strands(*combed))
