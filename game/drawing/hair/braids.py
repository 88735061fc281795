"""Many thin braids."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import pulled_back, rope
from game.drawing.people.outline import mirrored

# Where a braid hangs, where it ends, and how far it leans outwards.
_BRAIDS = ((-1.2, 306.0, -0.2), (-1.02, 322.0, -0.08), (1.02, 322.0, 0.08), (1.2, 306.0, 0.2))


@hair_style("braids", "braid", "vlechten", "cornrows", build="soft")
def braids(hair: Hair) -> Layers:
    """Braids before and behind the shoulders, and the rows that they start from."""
    back = hair.shape(
        *mirrored((0, 48), (1.1, 48, 1.24, 100, 1.2, 170), (-1.2, 170)), fill=hair.dark
    )
    back += "".join(rope(hair, x * 0.86, 130, end - 40, 17, lean) for x, end, lean in _BRAIDS)
    mid = "".join(rope(hair, x, 104, end, 18, lean) for x, end, lean in _BRAIDS)
    rows = (
        ((x, 84 + abs(x) * 16), (x * 0.9, 72, x * 0.7, 60, x * 0.4, 52))
        for x in (-0.84, -0.6, -0.36, -0.12, 0.12, 0.36, 0.6, 0.84)
    )
    return Layers(back, mid, pulled_back(hair) + hair.dark_strands(*rows, width=2.4))
