"""The same canteen without a founder: a frame on a nail, with whatever is written on one sheet."""

from game.drawing.colours import darker, lighter
from game.drawing.places.canteen import works_canteen
from game.drawing.scenery.air import Air, place
from game.drawing.svg import across, ellipse, line, points, rect


@place(table=("#d6d3c4", "#8f978b"))
def lunchroom(air: Air, w: float) -> str:
    """A frame and a clock in the middle, the hatch to the right, tables before them."""
    return works_canteen(air, w, _frame, "#dfe6e8", "#b9824f")


def _frame(air: Air, x: float, y: float) -> str:
    """A plain frame, empty: the wall shows through the glass."""
    wide, high, left, top = 118.0, 156.0, x + 58, y + 54
    wood = air.tint("#9c7a4c", 0.5)
    drawn = line(f"M{points(left + 24, top)}L{points(left + wide / 2, top - 26)}"
                 f"L{points(left + wide - 24, top)}", air.tint("#5b5346"), 2.4)  # fmt: skip
    drawn += ellipse(left + wide / 2, top - 28, 4.5, 4.5, air.tint("#4a4f52"))
    drawn += rect(left + 5, top + 8, wide, high, "#1c140c", 2, 0.24)
    drawn += rect(left, top, wide, high, across(lighter(wood, 0.25), wood, darker(wood, 0.25)), 2)
    drawn += rect(left + 11, top + 11, wide - 22, high - 22, air.tint("#e2dac4"))
    shine = f"M{points(left + 22, top + high - 30)}L{points(left + wide - 34, top + 22)}"
    return drawn + line(shine, "#ffffff", 7, air.dim(0.45, 0.16))
