"""A factory hall under a saw-tooth roof, with a crane, tanks and a machine."""

from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, beam, floor, frame
from game.drawing.scenery.outdoors import land, sky
from game.drawing.svg import Stop, across, down, ellipse, glow, line, path, points, rect

_BAYS = 5
_FLOOR = 640.0


@place(has_table=False)
def factory_hall(air: Air, w: float) -> str:
    """Five bays of windows, and daylight that falls through the roof."""
    wall = down(
        Stop(0, air.tint("#b8bfbf")), Stop(60, air.tint("#d5d5cc")), Stop(100, air.tint("#b9b3a4"))
    )
    drawn = rect(0, 0, w, HEIGHT, wall) + _bays(air, w) + _roof(air, w) + _crane(air, w * 0.34)
    drawn += _tanks(air, w) + _machine(air, w * 0.04)
    drawn += floor(air, w, "#a79f90", _FLOOR) + rect(0, 668, w, 7, air.tint("#d8aa3c", 0.5), 0, 0.8)
    for shaft in range(3):
        x = w * (0.1 + 0.26 * shaft)
        drawn += beam(air, (x, 190, x + 130, 190, x + 330, 700, x + 120, 700), 0.2)
    for share in (0.18, 0.5, 0.82):
        drawn += glow(w * share, 160, 240, 200, "#ffd9a0", air.dim(0.0, 0.34))
    return drawn


def _bays(air: Air, w: float) -> str:
    drawn, pillar = "", across(air.tint("#8d989a"), air.tint("#5f6a6d"))
    for bay in range(_BAYS):
        x, width = w * bay / _BAYS, w / _BAYS
        window = Hole(x + 26, 190.0, width - 52, 250.0)
        drawn += sky(air, *window, f"hall{bay}")
        drawn += land(air, window.x, window.width, 432, f"hall{bay}")
        drawn += frame(air, window, 4, 4, "#6b7679", 4) + rect(x - 11, 130, 22, 560, pillar)
    return drawn


def _roof(air: Air, w: float) -> str:
    drawn, width = "", w / _BAYS
    for bay in range(_BAYS + 1):
        x = w * (bay - 0.5) / _BAYS
        drawn += path(
            f"M{points(x, 120)}L{points(x + width * 0.28, 0)}L{points(x + width, 120)}Z",
            air.tint("#9ca5a5"), opacity=0.8,
        )  # fmt: skip
        drawn += path(
            f"M{points(x + 12, 112)}L{points(x + width * 0.27, 8)}"
            f"L{points(x + width * 0.33, 14)}L{points(x + width * 0.2, 112)}Z",
            air.lit("#f2f3ea", "#46567c"), opacity=0.9,
        )  # fmt: skip
    drawn += rect(0, 116, w, 14, air.tint("#6d777a")) + rect(0, 168, w, 10, air.tint("#6d777a"))
    for step in range(int(w / 56)):
        drawn += line(f"M{points(step * 56, 170)}l28 -42l28 42", air.tint("#78838a"), 4)
    return drawn


def _crane(air: Air, x: float) -> str:
    steel = air.tint("#4b5256")
    drawn = rect(x - 90, 176, 180, 30, air.tint("#d5a13c", 0.5), 3)
    drawn += rect(x - 90, 198, 180, 8, air.tint("#a87b2a", 0.5))
    drawn += line(f"M{points(x - 8, 206)}V300M{points(x + 8, 206)}V300", steel, 2.4)
    hook = f"M{points(x - 13, 298)}h26v18l-6 8v10a9 9 0 1 1 -12 -8"
    return drawn + path(hook, stroke=steel, width=5)


def _tanks(air: Air, w: float) -> str:
    drawn = ""
    for tank, (share, size) in enumerate(((0.74, 1.0), (0.83, 0.84), (0.91, 1.0))):
        x, high = w * share, 250 * size
        steel = air.tint(mix("#a9b4b4", "#8fa3a8", tank / 2))
        body = across(Stop(0, lighter(steel, 0.4)), Stop(40, steel), Stop(100, darker(steel, 0.35)))
        top, low = _FLOOR - high * 0.7, _FLOOR - high * 0.3
        drawn += rect(x - 56, _FLOOR - high, 112, high, body, 22)
        seams = f"M{points(x - 54, top)}h108M{points(x - 54, low)}h108"
        drawn += line(seams, darker(steel, 0.3), 3, 0.6)
        drawn += line(f"M{points(x, _FLOOR - high)}v-60h70", air.tint("#7c8789"), 10)
    return drawn


def _machine(air: Air, x: float) -> str:
    drawn = rect(x, 520, 220, 120, air.tint("#7f8f86"), 6)
    drawn += rect(x + 20, 470, 90, 60, air.tint("#6f7f78"), 5)
    drawn += ellipse(x + 170, 580, 34, 34, air.tint("#56645f"))
    return drawn + ellipse(x + 170, 580, 20, 20, air.tint("#8b9a92"))
