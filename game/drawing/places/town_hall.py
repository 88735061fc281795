"""A council chamber: columns, oak, leaded windows and a chandelier."""

from game.drawing.chance import chance
from game.drawing.colours import mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import SKIRT, Hole, floor, frame, plaster, wall
from game.drawing.scenery.outdoors import sky
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect

_GLASS = ("#e8d9a8", "#cfdcd3", "#e6c9a0", "#c6d6e0")
_BRICKS = ("#9b6350", "#b5907a", "#7d6a62", "#c4ae94")


@place()
def town_hall(air: Air, w: float) -> str:
    """Four windows on a row of gables, between five columns."""
    windows = tuple(Hole(w * (0.1 + 0.225 * k), 110.0, w * 0.125, 400.0) for k in range(4))
    drawn = ""
    for at, window in enumerate(windows):
        drawn += sky(air, *window, f"town{at}") + _gables(air, window, at)
    drawn += wall(plaster(air, "#d9cdb7", "#b9a88c"), w, windows)
    drawn += "".join(_window(air, window) for window in windows) + _oak(air, w)
    drawn += "".join(_column(air, w * (0.05 + 0.225 * column)) for column in range(5))
    drawn += _ceiling(air, w) + floor(air, w, "#8f8371")
    for tile in range(-8, 9):
        near, far = points(w / 2 + tile * w * 0.16, HEIGHT), points(w / 2 + tile * w * 0.06, SKIRT)
        drawn += line(f"M{far}L{near}", air.tint("#6f6656"), 1.6, 0.4)
    return drawn + _chandelier(air, w * 0.5, 150)


def _oak(air: Air, w: float) -> str:
    drawn = rect(0, 520, w, SKIRT - 520, down(air.tint("#7f5b3c"), air.tint("#5c3f29")))
    drawn += rect(0, 512, w, 13, air.tint("#9a734e"))
    for panel in range(14):
        x = w * panel / 14 + 12
        drawn += rect(x, 542, w / 14 - 24, 98, air.tint("#6b4b31"), 2)
        drawn += rect(x + 4, 546, w / 14 - 32, 90, air.tint("#835f40"), 2)
    return drawn


def _column(air: Air, x: float) -> str:
    stone = across(air.tint("#f1e8d5"), air.tint("#d6c8ad"), air.tint("#a8987c"))
    drawn = rect(x - 24, 74, 48, 446, stone) + rect(x - 34, 60, 68, 18, air.tint("#e6dbc4"), 3)
    return drawn + rect(x - 34, 500, 68, 20, air.tint("#d2c4a8"), 3)


def _ceiling(air: Air, w: float) -> str:
    drawn = rect(0, 0, w, 62, down(air.tint("#6d4e34"), air.tint("#83603f")))
    return drawn + "".join(
        rect(w * k / 18, 0, 26, 62, air.tint("#553b27"), 0, 0.8) for k in range(19)
    )


def _chandelier(air: Air, x: float, y: float) -> str:
    brass = air.tint("#b48a45", 0.35)
    drawn = line(f"M{points(x, 0)}V{number(y + 50)}", brass, 4) + ellipse(x, y + 58, 15, 17, brass)
    for arm in (-1, -0.55, 0.55, 1):
        tip = x + arm * 110
        bend = points(x + arm * 40, y + 84, tip, y + 70, tip, y + 22)
        drawn += line(f"M{points(x, y + 50)}C{bend}", brass, 4)
        drawn += rect(tip - 4, y, 8, 22, air.lit("#f8f2e2", "#fbe6bd"), 2)
        drawn += ellipse(tip, y - 5, 3.4, 8, "#ffe3a6")
        drawn += glow(tip, y, 110, 100, "#ffcf8a", air.dim(0.16, 0.42))
    return drawn


# --- windows ----------------------------------------------------------------------------------


def _window(air: Air, window: Hole) -> str:
    x, y, width, height = window
    lintel = f"M{points(x - 20, y)}Q{points(x + width / 2, y - 62, x + width + 20, y)}Z"
    drawn = path(lintel, air.tint("#e9dfca")) + frame(air, window, 2, 4, "#efe6d2", 7)
    drawn += _leaded(air, x, y, width, height / 4)
    return drawn + glow(x + width / 2, y + height, width, 150, air.sun, 0.22)


def _leaded(air: Air, x: float, y: float, width: float, height: float) -> str:
    """Small panes of tinted glass in lead, with a town's arms in the middle of each half."""
    drawn, columns, rows = "", 8, 3
    pane_w, pane_h = width / columns, height / rows
    for row in range(rows):
        for column in range(columns):
            tint = _GLASS[int(chance("leaded", f"{row}.{column}") * 3.99)]
            at = (x + column * pane_w, y + row * pane_h)
            drawn += rect(*at, pane_w, pane_h, air.tint(tint, 0.4), 0, 0.6)
    lead = air.tint("#5f5a50", 0.4)
    for column in range(1, columns):
        drawn += line(f"M{points(x + column * pane_w, y)}v{number(height)}", lead, 1.4, 0.5)
    for row in range(1, rows):
        drawn += line(f"M{points(x, y + row * pane_h)}h{number(width)}", lead, 1.4, 0.5)
    middle = y + height / 2
    drawn += _arms(air, x + width * 0.25, middle, "#a5483a")
    return drawn + _arms(air, x + width * 0.75, middle, "#3f6d86")


def _arms(air: Air, x: float, y: float, colour: str) -> str:
    shield = f"M{points(x - 15, y - 18)}h30v18q0 14 -15 20q-15 -6 -15 -20z"
    cross = f"M{points(x, y - 16)}v32M{points(x - 14, y - 3)}h28"
    return path(shield, air.tint(colour, 0.35), opacity=0.75) + line(
        cross, air.tint("#e3c77c", 0.3), 3, 0.85
    )


def _gables(air: Air, window: Hole, seed: int) -> str:
    drawn, x, base = "", window.x - 10, window.y + window.height
    while x < window.x + window.width:
        lean = chance(f"gable{seed}", number(x))
        wide = window.width * (0.3 + 0.16 * lean)
        drawn += _gable(air, x, base, wide, lean)
        x += wide + 2
    return drawn


def _gable(air: Air, x: float, base: float, wide: float, lean: float) -> str:
    high = 120 + 90 * lean
    tone = mix(air.tint(_BRICKS[int(lean * 3.99)], 0.55), air.sky[2], 0.28)
    drawn = path(
        f"M{points(x, base)}v{number(-high)}l{number(wide * 0.18)} -14v-16"
        f"h{number(wide * 0.14)}v-18h{number(wide * 0.36)}v18h{number(wide * 0.14)}"
        f"v16l{number(wide * 0.18)} 14V{number(base)}z",
        tone,
    )
    lit = air.lit(mix("#f4f0e6", tone, 0.3), "#f2c27c")
    for row in range(4):
        for column in range(2):
            at = (x + wide * (0.2 + 0.36 * column), base - high + 14 + row * 40)
            drawn += rect(*at, wide * 0.2, 24, lit, 1, 0.8)
    return drawn
