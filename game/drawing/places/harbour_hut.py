"""The hut of the linesmen at night: oilskins, a kettle, and a ship's lights outside."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut, frame
from game.drawing.scenery.outdoors import sky, water
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect, turned

_HALF, _CEILING, _LOW = 900.0, -30.0, 945.0  # of the hut, as it is in front
_NEAR, _FAR = -0.45, 0.45
_HOOKS = 11
_YELLOWS = ("#d9a93a", "#c98f2e", "#d2b04a", "#b9822c", "#5b6f4a", "#c77a34")


@place(is_at_night=True, has_table=False)
def harbour_hut(air: Air, w: float) -> str:
    """Painted planks, eleven hooks, a window, a door that was written on, one bulb."""
    eye = Eye(w / 2, 405)
    window = Hole(eye.x + 70, 196, 300, 214)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#4f5f58")) + _port(air, window)
    drawn += _far_wall(air, eye, window) + frame(air, window, 2, 1, "#e6e0cf", 9)
    drawn += _rain(window) + _shell(air, eye) + _door(air, eye)
    drawn += glow(eye.x - 30, 300, 700, 400, "#ffd796", 0.4) + glow(
        eye.x, 800, 520, 120, "#ffd796", 0.26
    )
    for hook in range(_HOOKS):
        drawn += _oilskin(air, eye.x - 588 + hook * 61, 208 + 5 * chance("hook", f"h{hook}"), hook)
    drawn += _bench(air, eye) + _shelf(air, eye.x + 62, 468) + _coils(air, eye.x + 236, 592)
    return drawn + _bulb(air, eye.x - 20)


def _port(air: Air, window: Hole) -> str:
    """Dark water, and a ship that is coming in with all her lights on."""
    x, y, wide, high = window
    drawn = sky(air, x, y, wide, high * 0.62, "quay7") + water(
        air, x, y + high * 0.58, wide, high * 0.42
    )
    for lamp in range(9):
        at = x + wide * (0.04 + 0.115 * lamp)
        drawn += ellipse(at, y + high * (0.55 + 0.02 * (lamp % 3)), 2.2, 2.2, "#ffd28a")
        drawn += line(
            f"M{points(at, y + high * 0.62)}v{number(16 + 9 * (lamp % 3))}", "#ffd28a", 2, 0.4
        )
    sx, sy = x + wide * 0.2, y + high * 0.66
    hull, house = air.tint("#3a4a58", 0.3), air.tint("#c9ccc6", 0.4)
    drawn += rect(sx + 96, sy - 78, 62, 66, house, 2) + rect(sx + 104, sy - 96, 40, 20, house, 2)
    drawn += rect(sx + 128, sy - 112, 14, 24, air.tint("#a9453a", 0.4))
    for row in range(3):
        for pane in range(5):
            drawn += rect(sx + 101 + pane * 11, sy - 70 + row * 19, 7, 8, "#ffe0a0", 1)
    drawn += path(f"M{points(sx - 8, sy - 22)}h180l-14 40h-140q-20 -16 -26 -40z", hull)
    drawn += line(f"M{points(sx + 26, sy - 20)}v-74", air.tint("#8d9490"), 3) + ellipse(
        sx + 26, sy - 98, 4, 4, "#ffffff"
    )
    drawn += glow(sx + 26, sy - 98, 40, 34, "#ffffff", 0.6) + glow(
        sx + 126, sy - 50, 110, 90, "#ffd890", 0.45
    )
    drawn += ellipse(sx + 4, sy - 30, 4, 4, "#5fd08a")
    for ray in range(6):
        drawn += line(
            f"M{points(sx + 70 + ray * 16, sy + 22 + (ray % 3) * 7)}h{number(18 + ray * 3)}",
            "#ffd890",
            2.4,
            0.45,
        )
    return drawn


def _rain(window: Hole) -> str:
    drawn = ""
    for drop in range(30):
        x = window.x + window.width * chance(f"{drop}pane", "x")
        y = window.y + 6 + (window.height - 40) * chance("pane", f"{drop}y")
        drawn += line(
            f"M{points(x, y)}l-2 {number(6 + 20 * chance(f'{drop}', 'long'))}", "#cfdaec", 1.8, 0.5
        )
    return drawn


def _far_wall(air: Air, eye: Eye, window: Hole) -> str:
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    x, y, wide, high = window
    green = "#7d9a8c"
    whole = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR) + cut([window])
    drawn = path(
        whole, across(air.tint(lighter(green, 0.14)), air.tint(darker(green, 0.1))), has_holes=True
    )
    for plank in range(1, 34):
        at = left + (right - left) * plank / 34
        parts = [(top, y - 10), (y + high + 20, low)] if x - 4 < at < x + wide + 4 else [(top, low)]
        for start, end in parts:
            drawn += line(
                f"M{points(at, start)}V{number(end)}", air.tint(darker(green, 0.4)), 1.8, 0.55
            )
    drawn += rect(left, 552, right - left, low - 552, air.tint("#4d5f58"), 0, 0.6)
    board = air.tint("#8d6a48")
    drawn += rect(left + 8, 196, 704, 22, across(lighter(board, 0.14), darker(board, 0.14)), 3)
    return drawn + _tide_table(air, eye.x + 74, 96)


def _tide_table(air: Air, x: float, y: float) -> str:
    drawn = turned(rect(x, y, 84, 70, air.tint("#f1ecdd", 0.5), 1), -2, x, y)
    curve = f"M{points(x + 8, y + 40)}q8 -30 17 0t17 0t17 0t17 0"
    drawn += line(curve, air.tint("#3f6d92", 0.5), 2.6)
    drawn += ellipse(x + 42, y + 6, 4, 4, air.tint("#b4473a", 0.5))
    drawn += rect(x + 112, y + 4, 62, 62, air.tint("#e3c274", 0.5), 1)
    return drawn + line(
        f"M{points(x + 120, y + 18)}h46m-46 12h40m-40 12h44", air.tint("#6b5a3a"), 2, 0.7
    )


def _shell(air: Air, eye: Eye) -> str:
    drawn = ""
    for side, green in ((-1, "#6f8b7e"), (1, "#5d776c")):
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(green, 0.16)), air.tint(green)),
        )
        depths = [-0.42, *(-0.36 + 0.075 * k for k in range(11))]
        planks = [
            ((side * _HALF, _CEILING, d), (side * _HALF, _LOW, d)) for d in depths if d < _FAR
        ]
        drawn += line(eye.lines(*planks), air.tint(darker(green, 0.4)), 2, 0.5)
    drawn += path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#5b5246"), air.tint("#7a6c59")),
    )
    for depth in (0.34, 0.12, -0.08, -0.24):
        drawn += path(
            eye.facing((-_HALF, _CEILING, _HALF, _CEILING + 40), depth), air.tint("#6b5a45")
        )
        drawn += path(
            eye.level(-_HALF, _HALF, _CEILING + 40, (depth, depth + 0.05)), air.tint("#4f4234")
        )
    drawn += path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#5f5548"), air.tint("#7d7162")),
    )
    seams = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-900, 901, 112)]
    drawn += line(eye.lines(*seams), air.tint("#3c342b"), 2.4, 0.6)
    for x, depth, size in ((-430.0, 0.3, 90.0), (-260.0, 0.22, 130.0), (-120.0, 0.34, 70.0)):
        left, low = eye.at(x, _LOW, depth)
        drawn += ellipse(left, low, size, size * 0.13, "#ffdca6", 0.28)
    return drawn


def _door(air: Air, eye: Eye) -> str:
    """On its planks, in felt pen: a year, a line that was scrawled, and eleven strokes."""
    x, y, wide, high = eye.x + 436, 176.0, 158.0, 590.0
    wood = air.tint("#a8b0a0")
    drawn = rect(x - 12, y - 12, wide + 24, high + 12, air.tint("#5b4a38"))
    drawn += rect(x, y, wide, high, across(lighter(wood, 0.1), darker(wood, 0.12)))
    grooves = "".join(f"M{points(x + wide * k / 5, y)}v{number(high)}" for k in range(1, 5))
    drawn += line(grooves, darker(wood, 0.4), 2, 0.7)
    drawn += rect(x, y + 54, wide, 22, darker(wood, 0.14)) + rect(
        x, y + 470, wide, 22, darker(wood, 0.14)
    )
    drawn += rect(x + 10, y + 300, 12, 44, air.tint("#3a3f40"), 3) + ellipse(
        x + 16, y + 300, 8, 8, air.tint("#c49a4e")
    )
    ink = "#1f2a4a"
    year = f"M{points(x + 38, y + 112)}l6 -6v30M{points(x + 62, y + 118)}a9 9 0 1 1 0.1 0v18"
    year += f"M{points(x + 84, y + 118)}a9 9 0 1 1 0.1 0v18M{points(x + 94, y + 106)}h20l-12 30"
    scrawl = (
        f"M{points(x + 34, y + 164)}q6 -14 10 0t10 0t9 0M{points(x + 72, y + 164)}q5 -12"
        f" 10 0t10 -1t9 1"
    )
    scrawl += f"M{points(x + 36, y + 188)}q7 -16 12 0t11 0t10 -2t12 2t11 0l8 -6"
    strokes = "".join(
        f"M{points(x + 40 + k * 7 + (k > 4) * 8 + (k > 9) * 8, y + 214)}l-1 22"
        for k in range(11)
        if k not in (4, 9)
    )
    strokes += f"M{points(x + 36, y + 232)}l32 -12M{points(x + 79, y + 232)}l32 -12"
    return drawn + turned(line(year + scrawl + strokes, ink, 3, 0.85), -3, x + 80, y + 160)


def _oilskin(air: Air, x: float, y: float, at: int) -> str:
    """Wet, on its hook; the hood hangs forward."""
    colour = air.tint(_YELLOWS[int(chance(f"{at}coat", "tone") * 5.99)], 0.7)
    long, wide = 250 + 60 * chance("long", f"{at}"), 31 + 5 * chance("wide", f"{at}")
    cloth = across(lighter(colour, 0.2), colour, darker(colour, 0.35))
    drawn = path(
        f"M{points(x - 9, y + 8)}"
        f"C{points(x - wide, y + 22, x - wide, y + 100, x - wide - 2, y + long)}"
        f"q{points(wide, 9, wide * 2 + 4, 0)}"
        f"C{points(x + wide, y + 100, x + wide, y + 22, x + 9, y + 8)}Z",
        cloth,
    )
    drawn += path(
        f"M{points(x - 14, y + 6)}q14 -14 28 0q8 34 -14 46q-22 -12 -14 -46z", lighter(colour, 0.08)
    )
    drawn += line(f"M{points(x, y + 50)}V{number(y + long)}", darker(colour, 0.45), 2, 0.8)
    drawn += line(f"M{points(x - wide * 0.6, y + 40)}q-6 90 -2 150", "#fff3cf", 2.4, 0.45)
    drawn += ellipse(x, y - 2, 5, 5, air.tint("#2c3033"))
    drip = y + long + 10 + 60 * chance("drip", f"{at}")
    return drawn + line(
        f"M{points(x + wide * (chance('side', f'{at}') - 0.5), drip)}v7", "#dfe8ee", 2.6, 0.8
    )


def _bench(air: Air, eye: Eye) -> str:
    """With boots in pairs under it."""
    left, wide, wood = eye.x - 610, 640.0, air.tint("#8d6a48")
    drawn = ""
    for pair in range(7):
        x, rubber = left + 40 + pair * 84, air.tint(("#2f3a38", "#3f5a4c", "#b98a2e")[pair % 3])
        for shift in (0, 26):
            boot = f"M{points(x + shift, 650)}h22v72q20 2 22 16v8h-44z"
            drawn += path(boot, across(lighter(rubber, 0.2), darker(rubber, 0.2)))
            drawn += rect(x + shift, 736, 44, 10, darker(rubber, 0.4), 2)
    drawn += rect(left, 604, wide, 22, down(lighter(wood, 0.24), darker(wood, 0.16)), 4)
    for leg in (18.0, 310.0, 604.0):
        drawn += rect(left + leg, 624, 18, 138, darker(wood, 0.35))
    return drawn


def _shelf(air: Air, x: float, y: float) -> str:
    """An electric kettle that boils, mugs, a tin, and somebody's wireless."""
    drawn = (
        rect(x, y, 330, 14, air.tint("#8d6a48"), 2)
        + rect(x + 30, y + 14, 10, 44, air.tint("#5b4a38"))
        + rect(x + 280, y + 14, 10, 44, air.tint("#5b4a38"))
    )
    steel = air.tint("#b9bfc0", 0.5)
    drawn += path(
        f"M{points(x + 34, y)}l8 -70h50l10 70z",
        across(lighter(steel, 0.4), steel, darker(steel, 0.35)),
    )
    drawn += path(f"M{points(x + 92, y - 62)}q34 8 18 54", stroke=air.tint("#2c3033"), width=9)
    drawn += path(f"M{points(x + 42, y - 62)}l-22 -8l4 20l16 6z", steel) + rect(
        x + 48, y - 80, 40, 10, air.tint("#2c3033"), 4
    )
    drawn += ellipse(x + 68, y - 14, 4, 4, "#f0954f")
    for plume in range(3):
        steam = f"M{points(x + 20 - plume * 5, y - 74)}c-18 -22 10 -34 -6 -60c-10 -18 8 -26 0 -40"
        drawn += line(steam, "#fff6e6", 7, 0.16)
    for mug, tone in enumerate(("#e9e4d4", "#3f6d86", "#a9453a")):
        colour, left = air.tint(tone), x + 138 + mug * 44
        drawn += path(f"M{points(left + 28, y - 30)}q14 7 0 20", stroke=colour, width=5)
        drawn += rect(left, y - 38, 30, 38, across(lighter(colour, 0.25), darker(colour, 0.2)), 5)
    box = air.tint("#4a3f36")
    drawn += rect(x + 272, y - 54, 52, 54, box, 6) + ellipse(
        x + 290, y - 26, 13, 13, air.tint("#8d8474")
    )
    return (
        drawn
        + line(f"M{points(x + 318, y - 54)}l14 -52", air.tint("#b9bfc0"), 2.4)
        + rect(x + 308, y - 44, 12, 7, "#ffcf7a", 2)
    )


def _coils(air: Air, x: float, y: float) -> str:
    """A heaving line with its weight, on a peg."""
    rope, drawn = air.tint("#d2bd8c"), ellipse(x, y - 48, 6, 6, air.tint("#2c3033"))
    for turn in range(5):
        size = 30 + turn * 4
        drawn += path(
            f"M{points(x, y - 44)}"
            f"C{points(x - size * 1.3, y - 10, x - size, y + size * 2, x, y + size * 2)}"
            f"C{points(x + size, y + size * 2, x + size * 1.3, y - 10, x, y - 44)}",
            stroke=mix(rope, darker(rope, 0.4), turn % 2 * 0.6),
            width=5,
        )
    return (
        drawn
        + line(f"M{points(x + 22, y + 84)}v52", rope, 5)
        + ellipse(x + 22, y + 146, 13, 14, darker(rope, 0.3))
    )


def _bulb(air: Air, x: float) -> str:
    drawn = line(f"M{points(x, 0)}V102", air.tint("#2c2822"), 3.4) + rect(
        x - 9, 98, 18, 26, air.tint("#2c2822"), 4
    )
    drawn += ellipse(x, 142, 20, 24, "#fff4d2")
    return drawn + glow(x, 142, 230, 200, "#ffe0a0", 0.85) + glow(x, 142, 480, 380, "#ffd28a", 0.3)
