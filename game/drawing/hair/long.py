"""Long, straight hair, parted in the middle."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import parted
from game.drawing.people.outline import mirrored, on_side


@hair_style("long", "lang", "straight", "steil", build="soft")
def long(hair: Hair) -> Layers:
    """Behind the shoulders and before them."""
    back = mirrored(
        (0, 44), (1.0, 44, 1.28, 92, 1.3, 150), (1.34, 220, 1.5, 260, 1.42, 312),
        (0.8, 322, -0.8, 322, -1.42, 312),
    )  # fmt: skip
    return Layers(
        back=hair.shape(*back, fill=hair.fall),
        mid=_lock(hair, -1) + _lock(hair, 1),
        front=parted(hair, 0.08, 168),
    )


def _lock(hair: Hair, side: int) -> str:
    lock = (
        (0.96, 128), (1.08, 180, 0.9, 230, 0.98, 280), (1.02, 310, 1.12, 330, 1.2, 342),
        (1.52, 320, 1.56, 270, 1.42, 220), (1.32, 180, 1.3, 120, 1.1, 84),
    )  # fmt: skip
    strands = (
        ((1.08, 110), (1.2, 180, 1.1, 240, 1.16, 322)),
        ((1.18, 120), (1.3, 190, 1.3, 250, 1.32, 312)),
    )
    return hair.shape(
        *on_side(side, lock), fill=hair.fill if side < 0 else hair.shaded
    ) + hair.strands(*(on_side(side, each) for each in strands))
