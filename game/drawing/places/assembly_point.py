"""The dyke, with the sign where people gather when the alarm has gone."""

from game.drawing.colours import darker, lighter
from game.drawing.places.dyke import seen_along
from game.drawing.scenery.air import Air, place
from game.drawing.svg import across, glow, line, path, points, rect


@place(is_outdoors=True)
def assembly_point(air: Air, w: float) -> str:
    """Four arrows that point to the middle, and a letter under them."""
    return seen_along(air, w, w / 2 - 210) + _sign(air, w / 2 + 206, 672)


def _sign(air: Air, x: float, base: float) -> str:
    green, white = air.tint("#2f7d4f", 0.5), air.tint("#f6f7f2", 0.4)
    drawn = glow(x, base, 70, 9, "#1c140c", 0.45)
    drawn += rect(x - 6, base - 420, 12, 420, across(air.tint("#c3c8c6"), air.tint("#7d8588")))
    drawn += rect(x - 96, base - 540, 192, 268, darker(green, 0.3), 12)
    drawn += rect(x - 92, base - 536, 184, 260, across(lighter(green, 0.14), green), 10)
    middle = base - 452
    for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        tip = points(x + dx * 20, middle + dy * 20)
        head = (
            f"M{points(x + dx * 20, middle + dy * 44)}L{tip}"
            f"L{points(x + dx * 44, middle + dy * 20)}"
        )
        drawn += line(f"M{points(x + dx * 64, middle + dy * 64)}L{tip}{head}", white, 11)
    letter = f"M{points(x + 26, base - 344)}a32 32 0 1 0 0 44"
    return drawn + path(letter, stroke=white, width=13)
