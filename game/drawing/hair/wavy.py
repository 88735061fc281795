"""Hair to the shoulders, in waves."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import parted
from game.drawing.people.outline import mirrored, on_side


@hair_style("wavy", "golvend", "slag", "shoulder", "halflang", build="soft")
def wavy(hair: Hair) -> Layers:
    """Behind the neck and before the shoulders."""
    back = mirrored(
        (0, 42), (1.1, 42, 1.36, 92, 1.34, 140), (1.5, 170, 1.3, 196, 1.46, 220),
        (1.56, 244, 1.4, 268, 1.2, 272), (0.6, 278, -0.6, 278, -1.2, 272),
    )  # fmt: skip
    return Layers(
        back=hair.shape(*back, fill=hair.fall),
        mid=_lock(hair, -1) + _lock(hair, 1),
        front=parted(hair, -0.34, 166),
    )


def _lock(hair: Hair, side: int) -> str:
    lock = (
        (0.95, 124), (1.12, 160, 0.9, 188, 1.0, 214), (1.1, 238, 0.9, 256, 0.92, 276),
        (1.3, 292, 1.6, 262, 1.48, 224), (1.34, 196, 1.54, 170, 1.36, 138),
        (1.28, 112, 1.2, 98, 1.08, 84),
    )  # fmt: skip
    strands = (
        ((1.06, 112), (1.24, 160, 1.06, 190, 1.16, 216), (1.24, 238, 1.08, 258, 1.1, 274)),
        ((1.18, 120), (1.36, 164, 1.18, 192, 1.3, 218), (1.38, 240, 1.26, 258, 1.24, 270)),
    )
    return hair.shape(
        *on_side(side, lock), fill=hair.fill if side < 0 else hair.shaded
    ) + hair.strands(*(on_side(side, each) for each in strands))
