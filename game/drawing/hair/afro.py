"""An afro: a round cloud of small curls."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import cloud, curl_marks, ring_of_tufts, under_cap
from game.drawing.people.person import CX
from game.drawing.svg import ellipse

_HAIRLINE = (
    (-0.94, 116, 9), (-0.86, 102, 11), (-0.7, 91, 12), (-0.48, 84, 12), (-0.24, 80, 12),
    (0.0, 79, 12), (0.24, 80, 12), (0.48, 84, 12), (0.7, 91, 12), (0.86, 102, 11),
    (0.94, 116, 9), (-0.3, 70, 16), (0.3, 70, 16), (0.0, 66, 16), (-0.7, 78, 13), (0.7, 78, 13),
)  # fmt: skip


@hair_style("afro", "kroes", "kroeshaar")
def afro(hair: Hair) -> Layers:
    """The ball behind the head, and the hairline."""
    wide = 1.38 * hair.who.cheek
    rim, inner = ring_of_tufts(hair, 96, 1.34, 66, 9, 44), ring_of_tufts(hair, 96, 1.05, 46, 20, 16)
    ball = ellipse(CX + 1, 98, wide, 69, hair.dark) + ellipse(CX, 96, wide, 68, hair.fill)
    hairline = "".join(ellipse(hair.x(x), y, r, r, hair.base) for x, y, r in _HAIRLINE)
    return Layers(
        back=cloud(hair, rim) + ball + curl_marks(hair, rim, 2) + curl_marks(hair, inner, 8),
        front=under_cap(hair, 10) + hairline + curl_marks(hair, _HAIRLINE, 4),
    )
