"""A café on the water, with a ferry going by."""

from game.drawing.chance import chance
from game.drawing.scenery.air import Air, place
from game.drawing.scenery.indoors import SKIRT, Hole, floor, frame, pendant, plaster, wall
from game.drawing.scenery.outdoors import land, sky, water
from game.drawing.svg import down, line, number, path, points, rect

_BOTTLES = ("#6f8a62", "#a7753f", "#c9bfa6", "#7d4038", "#54727d")


@place()
def cafe(air: Air, w: float) -> str:
    """A wide window with half curtains, bottles, a menu and three lamps."""
    window = Hole(w * 0.3, 96.0, w * 0.44, 400.0)
    x, y, width, height = window
    drawn = sky(air, x, y, width, height, "cafe") + land(air, x, width, y + 262, "cafe")
    drawn += water(air, x, y + 264, width, 140) + _ferry(air, x + width * 0.64, y + 300, 150)
    drawn += wall(plaster(air, "#dcc9a6", "#b99f76"), w, (window,))
    drawn += frame(air, window, 3, 1, "#5f4632", 10) + _half_curtain(air, window)
    drawn += _panelling(air, w)
    drawn += "".join(_shelf(air, w, shelf) for shelf in range(3))
    drawn += _menu(air, w * 0.8, w) + floor(air, w, "#8f7150")
    for share, length in ((0.2, 70), (0.52, 60), (0.84, 70)):
        drawn += pendant(air, w * share, length, 46, "#3f5a52")
    return drawn


def _half_curtain(air: Air, window: Hole) -> str:
    x, y, width, height = window
    drawn, cloth = rect(x, y + height * 0.56, width, 6, air.tint("#c5a253", 0.4), 3), "#fdf9ee"
    for fold in range(int(width / 22)):
        at = (x + fold * 22, y + height * 0.565)
        drawn += rect(*at, 13, height * 0.43, air.tint(cloth, 0.5), 2, 0.5)
    return drawn


def _panelling(air: Air, w: float) -> str:
    drawn = rect(0, 500, w, SKIRT - 500, down(air.tint("#8b6343"), air.tint("#6a4830")))
    drawn += rect(0, 494, w, 12, air.tint("#a37a55"))
    for k in range(1, 26):
        groove = f"M{points(w * k / 26, 512)}V{number(SKIRT)}"
        drawn += line(groove, air.tint("#4c3323"), 2, 0.5)
    return drawn


def _shelf(air: Air, w: float, shelf: int) -> str:
    x, y, wide = w * 0.04, 190 + shelf * 100, w * 0.2
    drawn = rect(x, y, wide, 9, air.tint("#6a4a32"))
    for at in range(int(wide / 23)):
        lean = chance(f"shelf{shelf}", str(at))
        if lean >= 0.16:
            drawn += _bottle(air, x + 8 + at * 23, y, lean)
    return drawn


def _bottle(air: Air, x: float, base: float, lean: float) -> str:
    colour, high = air.tint(_BOTTLES[int(lean * 4.99)], 0.5), 40 + 24 * lean
    drawn = rect(x, base - high, 15, high, colour, 4)
    drawn += rect(x + 4.5, base - high - 14, 6, 18, colour, 2)
    return drawn + rect(x + 2.5, base - high + 5, 2.5, high - 12, "#ffffff", 1, 0.3)


def _menu(air: Air, x: float, w: float) -> str:
    wide, chalk = w * 0.14, air.tint("#e6e3d8", 0.4)
    drawn = rect(x, 130, wide, 240, air.tint("#6a4a32"), 4)
    drawn += rect(x + 9, 139, wide - 18, 222, air.tint("#39423e"), 2)
    for row in range(6):
        y, dish = 176 + row * 31, w * (0.05 + 0.035 * chance("menu", str(row)))
        drawn += line(f"M{points(x + 28, y)}h{number(dish)}", chalk, 3.4, 0.7)
        drawn += line(f"M{points(x + wide - 50, y)}h20", chalk, 3.4, 0.6)
    return drawn


def _ferry(air: Air, x: float, y: float, size: float) -> str:
    white = air.tint("#f6f4ec", 0.4)
    drawn = rect(x - size * 0.34, y - size * 0.32, size * 0.62, size * 0.22, white, 3)
    drawn += rect(x - size * 0.14, y - size * 0.48, size * 0.26, size * 0.18, white, 3)
    funnel = air.tint("#c1613a", 0.4)
    drawn += rect(x + size * 0.02, y - size * 0.62, size * 0.07, size * 0.16, funnel)
    for k in range(5):
        at = (x - size * 0.29 + k * size * 0.11, y - size * 0.26)
        drawn += rect(*at, size * 0.06, size * 0.07, air.lit("#7f9aa5", "#ffd08a"), 1)
    drawn += path(
        f"M{points(x - size * 0.55, y - size * 0.12)}H{number(x + size * 0.52)}"
        f"L{points(x + size * 0.42, y + size * 0.06)}H{number(x - size * 0.45)}Z",
        air.tint("#2f5a73", 0.45),
    )
    wake = f"M{points(x - size * 0.8, y + size * 0.08)}H{number(x + size * 0.7)}"
    return drawn + line(wake, air.tint("#ffffff", 0.4), 2.4, 0.5)
