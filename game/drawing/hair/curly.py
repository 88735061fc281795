"""Curls: a mane for slight people, a short crop for sturdy ones."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import cloud, curl_marks, ring_of_tufts, under_cap
from game.drawing.people.person import CX
from game.drawing.svg import ellipse

_HAIRLINE = (
    (-1.02, 128, 9), (-1.0, 112, 11), (-0.9, 98, 12), (-0.72, 86, 13), (-0.5, 77, 14),
    (-0.24, 72, 14), (0.02, 71, 14), (0.28, 76, 14), (0.5, 83, 14), (0.72, 92, 13),
    (0.9, 103, 12), (1.0, 116, 10), (1.04, 130, 9), (-0.6, 66, 16), (-0.2, 58, 17),
    (0.24, 58, 17), (0.64, 68, 16), (-0.94, 82, 13), (0.96, 86, 13),
)  # fmt: skip


@hair_style("curly", "krullen", "krullend")
def curly(hair: Hair) -> Layers:
    """What surrounds the head, and the hairline."""
    front = under_cap(hair, 10) + cloud(hair, _HAIRLINE) + curl_marks(hair, _HAIRLINE, 6)
    return _mane(hair, front) if hair.who.is_soft else _crop(hair, front)


def _crop(hair: Hair, front: str) -> Layers:
    rim = tuple(tuft for tuft in ring_of_tufts(hair, 96, 1.1, 50, 12, 28) if tuft[1] < 116)
    crown = ellipse(CX, 92, 1.08 * hair.who.cheek, 50, hair.base)
    return Layers(back=cloud(hair, rim) + crown, front=curl_marks(hair, rim, 3) + front)


def _mane(hair: Hair, front: str) -> Layers:
    rim = ring_of_tufts(hair, 146, 1.32, 100, 13, 42)
    inner = ring_of_tufts(hair, 146, 1.12, 84, 20, 24)
    mane = ellipse(CX, 146, 1.34 * hair.who.cheek, 101, hair.fall)
    back = cloud(hair, rim) + mane + curl_marks(hair, rim, 3) + curl_marks(hair, inner, 8)
    return Layers(back=back, front=front)
