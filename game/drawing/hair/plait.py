"""One thick plait over a shoulder."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import parted, rope
from game.drawing.people.outline import mirrored
from game.drawing.svg import path, points


@hair_style("plait", "vlecht", build="soft")
def plait(hair: Hair) -> Layers:
    """The plait hangs on one side, the parting lies on the other."""
    side = -1 if hair.who.pick % 2 else 1
    tip = hair.x(side * 1.26)
    mid = rope(hair, side * 1.0, 196, 330, 25, side * 0.26)
    mid += path(
        f"M{points(tip - 6, 334)}q{points(6, 30, 7, 22)}q{points(4, -8, 5, -22)}Z", hair.base
    )
    back = mirrored(
        (0, 48), (1.1, 48, 1.22, 120, 1.08, 196), (0.5, 226, -0.5, 226, -1.08, 196)
    )  # fmt: skip
    return Layers(hair.shape(*back, fill=hair.dark), mid, parted(hair, -side * 0.3, 176))
