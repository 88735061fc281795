"""A straight fringe, with long hair or a bob."""

from game.drawing.hair.bob import without_parting
from game.drawing.hair.long import long
from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import under_cap
from game.drawing.people.outline import mirrored


@hair_style("fringe", "bangs", "pony", build="soft", covers_brows=True)
def fringe(hair: Hair) -> Layers:
    """The fringe over one of two lengths."""
    below = long.draw(hair) if hair.who.pick % 2 else without_parting(hair)
    bangs = mirrored(
        (0, 42), (1.14, 44, 1.22, 110, 1.06, 150), (0.98, 140, 0.96, 128, 0.9, 116),
        (0.6, 124, 0.3, 125, 0, 125),
    )  # fmt: skip
    combed = (
        ((x * 0.5, 58), (x * 0.8, 78, x * 0.98, 98, x, 118 - abs(x) * 3))
        for x in (-0.8, -0.52, -0.2, 0.12, 0.44, 0.74)
    )
    front = under_cap(hair, 30) + hair.shape(*bangs) + hair.strands(*combed)
    return below._replace(front=below.front + front)
