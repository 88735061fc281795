"""Locs to the shoulders."""

from game.drawing.chance import chance
from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import under_cap
from game.drawing.people.outline import mirrored

_COUNT = 13


@hair_style("locs", "dreadlocks", "dreads")
def locs(hair: Hair) -> Layers:
    """Locs all round; those beside the face lie before the shoulders."""
    back, mid = "", ""
    for place in range(_COUNT):
        x = -1.34 + place * 0.223
        if abs(x) < 0.85:
            back += _loc(hair, x, place)
        else:
            mid += _loc(hair, x, place)
    cap = mirrored(
        (0, 44), (1.1, 44, 1.22, 100, 1.06, 146), (0.97, 128, 0.93, 114, 0.84, 104),
        (0.5, 88, 0.2, 84, 0, 84),
    )  # fmt: skip
    rows = (
        ((x, 84 + abs(x) * 18), (x * 0.96, 70, x * 0.7, 58, x * 0.3, 50))
        for x in (-0.8, -0.5, -0.18, 0.18, 0.5, 0.8)
    )
    front = under_cap(hair) + hair.shape(*cap) + hair.strands(*rows, width=2.4)
    return Layers(back, mid, front)


def _loc(hair: Hair, x: float, place: int) -> str:
    end = 246 + 40 * chance(hair.seed, f"loc{place}")
    outward = 0.1 * (1 if x > 0 else -1)
    hanging = (
        (x * 0.8, 74 + abs(x) * 26), (x * 1.08, 130, x + outward, 190, x + outward * 0.6, end),
    )  # fmt: skip
    return hair.stroke(hanging, hair.dark if place % 2 else hair.base, 12)
