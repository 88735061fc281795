"""The room of a works council: notes on a board, coffee, a factory yard outside."""

from game.drawing.chance import chance
from game.drawing.colours import mix
from game.drawing.scenery.air import Air, place
from game.drawing.scenery.indoors import (
    Hole,
    floor,
    frame,
    hands,
    plaster,
    skirting,
    wall,
)
from game.drawing.scenery.outdoors import sky, tree
from game.drawing.svg import ellipse, glow, line, number, path, points, rect, turned

_NOTES = ("#fbf8ee", "#f3e3a4", "#cfe0d6", "#f0cfc0", "#dbe4ee")
_CUPS = ("#f4f1e8", "#c9704a", "#6f93a3")


@place()
def works_council(air: Air, w: float) -> str:
    """Window and radiator, notice board, clock and coffee."""
    window = Hole(w * 0.55, 110.0, w * 0.36, 330.0)
    drawn = _yard(air, window) + wall(plaster(air, "#e3e0d2", "#c7c5b6"), w, (window,))
    drawn += frame(air, window, 3, 1, "#f2efe6", 9)
    drawn += _radiator(air, window.x + window.width * 0.1, 500, window.width * 0.8, 110)
    drawn += _notice_board(air, w * 0.08, 120.0, w * 0.32, 290.0)
    drawn += _clock(air, w * 0.44) + _coffee(air, w * 0.06, w)
    drawn += skirting(air, w, "#b4ae9e") + floor(air, w, "#9a9f96")
    return drawn + glow(w * 0.3, 60, 520, 260, "#ffdca8", air.dim(0.08, 0.36))


def _notice_board(air: Air, x: float, y: float, w: float, h: float) -> str:
    drawn = rect(x + 5, y + 8, w, h, air.tint("#7d7767"), 4, 0.3)
    drawn += rect(x, y, w, h, air.tint("#a9845a"), 4)
    drawn += rect(x + 10, y + 10, w - 20, h - 20, air.tint("#cfab7c"), 2)
    for note in range(14):
        lean, rise = chance("note", f"x{note}"), chance("note", f"y{note}")
        left = x + 26 + (note % 5) * (w - 60) / 5 + 12 * lean
        drawn += _note(air, left, y + 26 + (note // 5) * 84 + 12 * rise, lean, rise)
    return drawn


def _note(air: Air, x: float, y: float, lean: float, rise: float) -> str:
    drawn = rect(x, y, 54 + 16 * rise, 64, air.tint(_NOTES[int(lean * 4.99)], 0.5), 1)
    for row in range(3):
        written = f"M{points(x + 8, y + 18 + row * 11)}h{number(28 + 12 * lean)}"
        drawn += line(written, air.tint("#8d8a80"), 2, 0.6)
    drawn += ellipse(x + 28, y + 6, 4, 4, air.tint("#b4473a", 0.4))
    return turned(drawn, (rise - 0.5) * 7, x, y)


def _clock(air: Air, x: float) -> str:
    return rect(x, 150, 66, 66, air.tint("#f7f4ec", 0.5), 33) + line(
        hands(air, x + 33, 183, 22, (15, 0)), air.tint("#4a4a48", 0.2), 3.6
    )


def _coffee(air: Air, x: float, w: float) -> str:
    doors = "".join(f"M{points(x + w * share, 540)}V650" for share in (0.113, 0.227))
    drawn = rect(x, 530, w * 0.34, 130, air.tint("#b99c73"), 3)
    drawn += line(doors, air.tint("#8b7150"), 2.4)
    drawn += rect(x + 30, 462, 74, 68, air.tint("#4d5357"), 6)
    drawn += rect(x + 42, 490, 50, 32, air.tint("#2d3134"), 3)
    drawn += ellipse(x + 90, 474, 4, 4, air.lit("#9bc07a", "#a8e07f"))
    for k in range(4):
        drawn += rect(x + 130 + k * 34, 504, 24, 26, air.tint(_CUPS[k % 3], 0.5), 4)
    return drawn


def _radiator(air: Air, x: float, y: float, w: float, h: float) -> str:
    drawn = rect(x, y, w, h, air.tint("#f1eee5"), 6)
    drawn += rect(x, y + h - 8, w, 8, air.tint("#bdb8aa"), 4)
    for k in range(int((w - 16) / 20)):
        drawn += rect(x + 12 + k * 20, y + 10, 5, h - 22, air.tint("#d3cfc2"), 2)
    return drawn


# --- outside ----------------------------------------------------------------------------------


def _yard(air: Air, window: Hole) -> str:
    x, y, width, height = window
    drawn = sky(air, x, y, width, height, "yard")
    drawn += rect(x, y + height * 0.7, width, height * 0.3, air.tint("#b3ada0"))
    brick = mix(air.tint("#a9705a", 0.6), air.sky[2], 0.25)
    drawn += rect(x, y + height * 0.4, width * 0.5, height * 0.34, brick)
    teeth = f"l{number(width * 0.1)} -46v46" * 5
    drawn += path(f"M{points(x, y + height * 0.4)}{teeth}z", brick)
    drawn += tree(air, x + width * 0.8, y + height * 0.78, 210, "yard")
    for bike in range(4):
        drawn += _bicycle(air, x + width * 0.2 + bike * 46, y + height * 0.92)
    return drawn


def _bicycle(air: Air, x: float, y: float) -> str:
    ink, drawn = air.tint("#4d5355", 0.4), ""
    for wheel in (-17, 17):
        rim = f"M{points(x + wheel - 14, y)}a14 14 0 1 1 28 0a14 14 0 1 1 -28 0z"
        drawn += path(rim, stroke=ink, width=2, opacity=0.8)
    bars = (
        f"M{points(x - 17, y)}l9 -22h19l-12 22zM{points(x + 17, y)}l-9 -32h-7"
        f"M{points(x - 8, y - 22)}l-3 -7h-6"
    )
    return drawn + line(bars, ink, 2.2, 0.8)
