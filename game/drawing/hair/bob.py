"""A bob: to the chin, parted on one side."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import parted
from game.drawing.people.outline import mirrored, on_side


@hair_style("bob", "boblijn", build="soft")
def bob(hair: Hair) -> Layers:
    """A lock on either side of the face, under the parting."""
    plain = without_parting(hair)
    return plain._replace(front=plain.front + parted(hair, -0.3, 170))


def without_parting(hair: Hair) -> Layers:
    """A bob without what falls over the forehead."""
    back = mirrored(
        (0, 44), (1.0, 44, 1.3, 92, 1.3, 150), (1.3, 186, 1.36, 208, 1.1, 232),
        (0.7, 240, -0.7, 240, -1.1, 232),
    )  # fmt: skip
    return Layers(hair.shape(*back, fill=hair.fall), front=_lock(hair, -1) + _lock(hair, 1))


def _lock(hair: Hair, side: int) -> str:
    lock = (
        (0.93, 120), (1.0, 160, 0.99, 196, 0.76, 228), (1.06, 238, 1.36, 226, 1.34, 186),
        (1.32, 150, 1.3, 110, 1.08, 84),
    )  # fmt: skip
    strands = (
        ((1.06, 110), (1.16, 150, 1.18, 196, 1.0, 224)),
        ((1.16, 120), (1.24, 160, 1.26, 200, 1.14, 222)),
    )
    return hair.shape(
        *on_side(side, lock), fill=hair.fill if side < 0 else hair.dark
    ) + hair.strands(*(on_side(side, each) for each in strands))
