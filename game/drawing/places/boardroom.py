"""A boardroom high up, with a city and its bridge outside."""

from game.drawing.chance import chance
from game.drawing.colours import lighter, mix
from game.drawing.scenery.air import Air, place
from game.drawing.scenery.indoors import (
    SKIRT,
    Hole,
    beam,
    floor,
    frame,
    plaster,
    portrait_picture,
    wall,
)
from game.drawing.scenery.outdoors import sky, water
from game.drawing.svg import across, ellipse, glow, line, number, path, points, rect


@place(table=("#6b4630", "#3f281a"))
def boardroom(air: Air, w: float) -> str:
    """A wall of glass between oak, under spotlights."""
    window = Hole(w * 0.1, 70.0, w * 0.66, 500.0)
    x, y, width, height = window
    drawn = sky(air, x, y, width, height, "board") + _skyline(air, x, width, y + height * 0.78)
    drawn += water(air, x, y + height * 0.82, width, height * 0.2)
    drawn += wall(plaster(air, "#e4dccd", "#c9bfae"), w, (window,))
    drawn += frame(air, window, 4, 1, "#57534d", 8) + _oak(air, w) + _ceiling(air, w)
    drawn += beam(air, (w * 0.16, 600, w * 0.3, 600, w * 0.24, 680, w * 0.08, 680), 0.25)
    return drawn + floor(air, w, "#8b8379")


def _oak(air: Air, w: float) -> str:
    left = w * 0.79
    wide = w - left
    drawn = rect(left, 0, wide, SKIRT, across(air.tint("#b08a5e"), air.tint("#8b6844")))
    for plank in range(7):
        groove = f"M{points(left + wide * plank / 6, 0)}V{number(SKIRT)}"
        drawn += line(groove, air.tint("#6f5236"), 2.2, 0.5)
    for share in (0.1, 0.56):
        drawn += portrait_picture(air, left + wide * share, 150, wide * 0.36, wide * 0.45)
    return drawn + rect(0, 0, w * 0.075, SKIRT, across(air.tint("#a8835a"), air.tint("#8e6b46")))


def _ceiling(air: Air, w: float) -> str:
    drawn = rect(0, 0, w, 40, air.tint("#d9d0c0")) + rect(0, 38, w, 4, air.tint("#b3a893"), 0, 0.7)
    for spot in range(5):
        at = w * (0.16 + 0.14 * spot)
        drawn += ellipse(at, 36, 20, 4, air.lit("#fffaf0", "#ffe1b0"))
        drawn += glow(at, 130, 110, 170, "#ffd9a0", air.dim(0.12, 0.32))
    return drawn


# --- outside ----------------------------------------------------------------------------------


def _skyline(air: Air, left: float, width: float, base: float) -> str:
    drawn = ""
    for layer, haze in ((0, 0.62), (1, 0.34)):
        x = left
        while x < left + width:
            lean = chance(f"tower{layer}", number(x))
            wide = 44 + 70 * lean
            high = (130 if layer else 190) * (0.3 + chance("high", number(x)) ** 1.6)
            tone = mix(air.tint("#7d8b97", 0.6), air.sky[2], haze)
            drawn += rect(x, base - high, wide, high + 30, tone, 2)
            drawn += _lit_windows(air, x, base, wide, high, tone)
            x += wide + 12 + 60 * chance("gap", number(x))
    return drawn + _bridge(air, left + width * 0.62, base)


def _lit_windows(air: Air, x: float, base: float, wide: float, high: float, tone: str) -> str:
    colour, drawn = air.lit(lighter(tone, 0.4), "#f2c27c"), ""
    for row in range(int(high / 16)):
        for column in range(int(wide / 15)):
            on = chance(f"{x}{row}", str(column))
            if on > air.dim(0.45, 0.55):
                at = (x + 6 + column * 14, base - high + 8 + row * 15)
                drawn += rect(*at, 6, 7, colour, 0, 0.55 * on)
    return drawn


def _bridge(air: Air, mast: float, base: float) -> str:
    steel = mix(air.tint("#f4f4f0", 0.4), air.sky[2], 0.2)
    drawn = path(
        f"M{points(mast, base + 24)}L{points(mast + 20, base - 230)}"
        f"L{points(mast + 30, base - 232)}L{points(mast + 16, base + 24)}Z",
        steel,
    )
    for step in range(7):
        top = points(mast + 22, base - 222 + step * 12)
        drawn += line(f"M{top}L{points(mast - 60 - step * 62, base + 8)}", steel, 1.6, 0.8)
    return drawn + line(f"M{points(mast - 480, base + 10)}H{number(mast + 190)}", steel, 7)
