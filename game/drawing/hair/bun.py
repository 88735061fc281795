"""Hair pulled back into a knot."""

from game.drawing.people.hair import Hair, Layers, hair_style
from game.drawing.people.hair_parts import pulled_back
from game.drawing.people.person import CX
from game.drawing.svg import ellipse, line, points


@hair_style("bun", "knot", "knotje", "chignon", "opgestoken", build="soft")
def bun(hair: Hair) -> Layers:
    """The knot behind, and two wisps that came loose."""
    wisps = hair.dark_strands(
        ((-0.95, 128), (-1.04, 146, -1.0, 160, -1.05, 172)),
        ((0.95, 128), (1.04, 146, 1.0, 160, 1.04, 170)),
        width=2.4,
    )
    return Layers(back=_knot(hair, CX + 8, 40), front=pulled_back(hair) + wisps)


def _knot(hair: Hair, x: float, y: float) -> str:
    drawn = ellipse(x + 1.5, y + 2, 27, 24, hair.dark) + ellipse(x, y, 26, 23, hair.fill)
    for d in (
        f"M{points(x - 18, y + 4)}C{points(x - 12, y - 18, x + 12, y - 18, x + 17, y)}",
        f"M{points(x - 12, y + 9)}C{points(x - 6, y - 8, x + 8, y - 8, x + 11, y + 6)}",
        f"M{points(x - 21, y - 2)}C{points(x - 16, y - 22, x + 4, y - 24, x + 12, y - 17)}",
    ):
        drawn += line(d, hair.light, 1.8, 0.6)
    return drawn
