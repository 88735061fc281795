"""Hair beside a bare crown, and a few wisps over it."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import shine
from game.drawing.people.outline import on_side


@hair_style("balding", "kalend", build="firm")
def balding(hair: Hair) -> Layers:
    """The sides and the wisps."""
    wisps = hair.dark_strands(
        ((-0.5, 74), (-0.3, 64, 0.1, 62, 0.4, 70)),
        ((-0.4, 70), (-0.2, 61, 0.16, 60, 0.5, 74)),
        width=2.2,
    )
    return Layers(front=shine(hair) + _beside(hair, -1) + _beside(hair, 1) + wisps)


def _beside(hair: Hair, side: int) -> str:
    grown = (
        (1.02, 156), (1.2, 136, 1.17, 106, 1.0, 92), (0.86, 98, 0.9, 114, 0.9, 124),
        (0.93, 136, 0.97, 146, 1.02, 156),
    )  # fmt: skip
    strand = ((1.0, 100), (1.09, 114, 1.07, 130, 1.01, 144))
    fill = hair.base if side < 0 else hair.dark
    return hair.shape(*on_side(side, grown), fill=fill) + hair.strands(on_side(side, strand))
