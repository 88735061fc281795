"""The cabin of a tug: two benches, a stove, and rain on the portholes."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import (
    Stop,
    across,
    down,
    ellipse,
    glow,
    line,
    moved,
    number,
    outwards,
    path,
    points,
    rect,
    turned,
)

_HALF, _CEILING, _LOW = 840.0, 0.0, 950.0  # of the cabin, as it is in front
_NEAR, _FAR = -0.45, 0.36
_ROLL = 4.0  # degrees that she lies over: what hangs hangs straight
_TINS = ("#a9453a", "#d5a83f", "#3f6d86", "#e9e2d0", "#5f7f5a", "#c8623a")


@place(has_table=False)
def ship_cabin(air: Air, w: float) -> str:
    """White steel above, varnished wood below, everything fixed that could fall."""
    eye = Eye(w / 2, 410)
    drawn = _shell(air, eye, w)
    for x in (-372.0, 150.0, 372.0):
        drawn += _porthole(air, eye.x + x, 268, f"{x}")
    drawn += _shelf(air, eye.x - 272, 406) + _barometer(air, eye.x + 262, 160)
    drawn += _turned_picture(air, eye.x - 196, 240) + _radio(air, eye.x - 604, 206)
    drawn += moved(_stove(air), eye.x - 62, 424) + _oilskin(air, eye.x + 556, 214)
    drawn += _bench(air, eye, -1) + _bench(air, eye, 1) + _pipes(air, eye)
    drawn += glow(eye.x + 30, 300, 620, 380, "#ffd9a0", air.dim(0.26, 0.34))
    return drawn + _mugs(air, eye.x - 250, 146) + _lamp(air, eye.x + 66, 44)


def _shell(air: Air, eye: Eye, w: float) -> str:
    white, wood = "#e6e4da", "#8a5a36"
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#a8a596"))
    drawn += rect(
        left, top, right - left, low - top, across(air.tint(white), air.tint(darker(white, 0.14)))
    )
    rivets = "".join(
        f"M{points(left + 24 + k * 30, y)}h0.1"
        for k in range(int((right - left) / 30))
        for y in (top + 16, 418)
    )
    drawn += line(rivets, air.tint("#b9b6a8"), 6)
    drawn += _panels(air, left, right, low, wood)
    for side in (-1, 1):
        shade = darker(white, 0.1 if side < 0 else 0.26)
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(shade, 0.14)), air.tint(shade)),
        )
        drawn += path(
            eye.away(side * _HALF, 440, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(wood, 0.3)), air.tint(wood)),
        )
        rail = eye.lines(((side * _HALF, 440, _NEAR), (side * _HALF, 440, _FAR)))
        drawn += line(rail, air.tint("#b98a55"), 12)
    return drawn + _overhead(air, eye) + _boards(air, eye)


def _panels(air: Air, left: float, right: float, low: float, wood: str) -> str:
    drawn = rect(
        left,
        432,
        right - left,
        low - 432,
        down(air.tint(lighter(wood, 0.1)), air.tint(darker(wood, 0.3))),
    )
    drawn += rect(left, 424, right - left, 16, down(air.tint("#c99a64"), air.tint("#8d6239")))
    wide = (right - left) / 9
    for panel in range(9):
        x = left + wide * panel + 12
        drawn += rect(x, 462, wide - 24, 300, air.tint(darker(wood, 0.28)), 4)
        drawn += rect(x + 5, 467, wide - 34, 290, air.tint(lighter(wood, 0.06)), 3)
        drawn += rect(x + 5, 467, 4, 290, "#ffe9c4", 2, 0.16)
    return drawn


def _overhead(air: Air, eye: Eye) -> str:
    """The deck above, with its beams across."""
    deck = down(air.tint("#c9c7bb"), air.tint("#dedcd0"))
    drawn = path(eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)), deck)
    for depth in (0.27, 0.08, -0.08, -0.22):
        low = _CEILING + 34
        under = eye.level(-_HALF, _HALF, low, (depth - 0.03, depth))
        drawn += path(under, air.tint("#a9a698"))
        drawn += path(eye.facing((-_HALF, _CEILING, _HALF, low), depth - 0.03), air.tint("#efede3"))
    return drawn


def _boards(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#7c6148"), air.tint("#5f4936")),
    )
    seams = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-800, 801, 80)]
    return drawn + line(eye.lines(*seams), air.tint("#3f2f22"), 2.4, 0.7)


def _porthole(air: Air, x: float, y: float, seed: str) -> str:
    """Grey water, lying over, and rain on the glass."""
    size, brass = 84.0, air.tint("#b8924f", 0.5)
    grey = air.lit("#aab7bd", "#27324c"), air.lit("#d3d7d2", "#5f5a68")
    sea = air.lit("#6f8790", "#1c2a3c"), air.lit("#54707b", "#131f2e")
    drawn = ellipse(x, y, size + 26, size + 26, "#1c140c", 0.2)
    drawn += ellipse(
        x, y, size + 22, size + 22, across(lighter(brass, 0.4), brass, darker(brass, 0.4))
    )
    drawn += ellipse(x, y, size, size, down(*grey))
    horizon = size * 0.2
    half = (size**2 - horizon**2) ** 0.5
    sunk = (
        f"M{points(x - half, y + horizon)}A{points(size, size)} 0 0 0"
        f" {points(x + half, y + horizon)}"
    )
    crests = f"q{points(-half * 0.25, -9, -half * 0.5, 0)}" * 4
    view = path(f"{sunk}{crests}Z", down(*sea))
    for wave in range(4):
        from_ = x - half * 0.6 + half * 0.9 * chance(seed, f"w{wave}")
        crest = f"M{points(from_, y + horizon + 10 + wave * 13)}q14 -7 28 0"
        view += line(crest, air.lit("#dfe6e4", "#6f7f96"), 2, 0.6)
    drawn += turned(view, -_ROLL, x, y)
    for drop in range(26):
        dx, dy = chance(f"{drop}x", seed) * 2 - 1, chance(f"y{drop}", seed) * 2 - 1
        if dx * dx + dy * dy < 0.8:
            at, long = points(x + dx * size, y + dy * size), 6 + 22 * chance(f"l{drop}", seed)
            drawn += line(f"M{at}l{points(-2, long)}", air.lit("#f3f7f5", "#a9b8cf"), 2.4, 0.6)
    shine = (
        f"M{points(x - size * 0.7, y + size * 0.2)}A{points(size * 0.74, size * 0.74)} 0 0"
        f" 1 {points(x - size * 0.1, y - size * 0.72)}"
    )
    drawn += line(shine, "#ffffff", 6, air.dim(0.34, 0.12))
    for bolt in ((-1, -0.4), (1, -0.4), (-1, 0.5), (1, 0.5), (0, 1.12), (0, -1.12)):
        reach = 1.13 / max(0.001, (bolt[0] ** 2 + bolt[1] ** 2) ** 0.5)
        drawn += ellipse(
            x + bolt[0] * reach * size, y + bolt[1] * reach * size, 6, 6, darker(brass, 0.35)
        )
    return drawn + rect(x + size * 1.1, y - 12, 22, 24, darker(brass, 0.2), 6)


def _shelf(air: Air, x: float, y: float) -> str:
    """Tins behind a rail."""
    drawn = ""
    for tin in range(5):
        colour = air.tint(_TINS[tin], 0.55)
        high = 34 + 20 * chance("tin", f"{tin}h")
        drawn += rect(
            x + 8 + tin * 36,
            y - high,
            30,
            high,
            across(lighter(colour, 0.25), colour, darker(colour, 0.25)),
            3,
        )
        drawn += rect(
            x + 8 + tin * 36, y - high * 0.66, 30, high * 0.3, air.tint("#f1ead8"), 0, 0.7
        )
    drawn += rect(x, y, 194, 10, air.tint("#6b4529"), 2)
    return drawn + line(f"M{points(x, y - 16)}h194", air.tint("#c9a35a"), 4)


def _barometer(air: Air, x: float, y: float) -> str:
    brass = air.tint("#c49a4e", 0.4)
    drawn = ellipse(x, y, 34, 34, darker(brass, 0.3)) + ellipse(x, y, 30, 30, brass)
    drawn += ellipse(x, y, 24, 24, air.tint("#f4efe1"))
    ticks = (
        f"M{points(x - 16, y + 4)}h4M{points(x, y - 18)}v4M{points(x + 16, y + 4)}h-4"
        f"M{points(x - 11, y - 11)}l3 3M{points(x + 11, y - 11)}l-3 3"
    )
    drawn += line(ticks, air.tint("#4a453c"), 2)
    return drawn + line(f"M{points(x + 4, y + 6)}L{points(x - 12, y - 10)}", air.tint("#a9453a"), 3)


def _turned_picture(air: Air, x: float, y: float) -> str:
    """A picture with its face to the wall: its back, the tape and the wire."""
    drawn = line(
        f"M{points(x + 10, y + 6)}L{points(x + 38, y - 22)}L{points(x + 66, y + 6)}",
        air.tint("#6f6a5c"),
        2,
    )
    drawn += rect(x + 3, y + 5, 78, 98, "#1c140c", 2, 0.25)
    drawn += rect(x, y, 76, 96, air.tint("#7a5636"), 2) + rect(
        x + 7, y + 7, 62, 82, air.tint("#b39a72"), 1
    )
    for edge in (
        (7.0, 7.0, 62.0, 7.0),
        (7.0, 82.0, 62.0, 7.0),
        (7.0, 7.0, 7.0, 82.0),
        (62.0, 7.0, 7.0, 82.0),
    ):
        drawn += rect(x + edge[0], y + edge[1], edge[2], edge[3], air.tint("#d9c9a2"), 0, 0.8)
    return drawn + line(
        f"M{points(x + 18, y + 60)}h24M{points(x + 18, y + 68)}h16", air.tint("#7f7257"), 1.6
    )


def _radio(air: Air, x: float, y: float) -> str:
    drawn = rect(x, y, 130, 62, air.tint("#3a4246", 0.5), 5) + rect(
        x + 10, y + 12, 60, 22, air.lit("#9fb8a2", "#b6e0a8"), 2
    )
    drawn += ellipse(x + 104, y + 24, 14, 14, air.tint("#23292c", 0.5)) + line(
        f"M{points(x + 104, y + 24)}v-9", "#d9d9d2", 2
    )
    drawn += "".join(ellipse(x + 18 + k * 15, y + 48, 4, 4, air.tint("#8d9598")) for k in range(4))
    cord = f"M{points(x + 30, y + 62)}c-4 40 30 46 26 10c-2 -26 28 -22 26 14"
    drawn += line(cord, air.tint("#2a3033", 0.5), 4)
    return drawn + rect(x + 70, y + 84, 26, 38, air.tint("#2a3033", 0.5), 7)


def _stove(air: Air) -> str:
    """Small, with a rail around its top and its pipe through the deck; 124 wide."""
    iron, brass = air.tint("#3d4245", 0.5), air.tint("#c49a4e", 0.4)
    drawn = rect(50, -420, 24, 440, across(lighter(iron, 0.3), iron, darker(iron, 0.3)))
    drawn += ellipse(62, -298, 30, 6, darker(iron, 0.2)) + rect(46, -30, 32, 12, brass, 2)
    drawn += rect(-22, -34, 168, 390, air.tint("#b7b9b4"), 4, 0.55)
    drawn += rect(0, 20, 124, 250, across(lighter(iron, 0.22), iron, darker(iron, 0.4)), 10)
    drawn += rect(-10, 10, 144, 16, lighter(iron, 0.1), 4)
    drawn += line("M-8 -12H132M-8 -12V10M132 -12V10M62 -12V10", brass, 5)
    drawn += rect(22, 86, 80, 74, darker(iron, 0.4), 8)
    flames = outwards(Stop(0, "#ffdf8a"), Stop(60, "#f29340"), Stop(100, "#a8402f"))
    drawn += rect(30, 94, 64, 58, flames, 6)
    bars = "".join(f"M{points(42 + k * 20, 94)}v58" for k in range(3))
    drawn += line(bars, darker(iron, 0.3), 5)
    drawn += glow(62, 124, 210, 170, "#ff9d4a", air.dim(0.3, 0.55))
    drawn += rect(24, 190, 76, 26, darker(iron, 0.25), 4) + ellipse(62, 203, 7, 4, brass)
    blue = air.tint("#4d6f8a", 0.5)
    drawn += path(
        "M34 12V-38q0 -10 10 -12h36q10 2 10 12V12Z",
        across(lighter(blue, 0.35), blue, darker(blue, 0.3)),
    )
    drawn += path("M90 -8l22 -30l6 3l-20 40z", blue) + path(
        "M34 -34q-26 14 0 34", stroke=blue, width=7
    )
    drawn += ellipse(62, -52, 9, 6, darker(blue, 0.3))
    return drawn + line("M112 -46c-8 -18 10 -26 2 -46", "#ffffff", 5, air.dim(0.5, 0.25))


def _oilskin(air: Air, x: float, y: float) -> str:
    """A coat and a cap on a hook; they hang straight."""
    yellow = air.tint("#d9a93a", 0.6)
    cloth = across(lighter(yellow, 0.16), yellow, darker(yellow, 0.28))
    coat = path(
        f"M{points(x - 18, y + 16)}C{points(x - 60, y + 36, x - 74, y + 140, x - 78, y + 300)}"
        f"H{number(x + 74)}C{points(x + 72, y + 140, x + 60, y + 36, x + 20, y + 16)}Z", cloth,
    )  # fmt: skip
    coat += line(f"M{points(x, y + 20)}V{number(y + 298)}", darker(yellow, 0.35), 3)
    coat += line(
        f"M{points(x - 44, y + 90)}q-10 90 -8 200M{points(x + 42, y + 90)}q10 90 8 200",
        darker(yellow, 0.3),
        3,
        0.6,
    )
    coat += path(f"M{points(x - 20, y + 18)}q20 26 42 0l-6 -16h-30z", darker(yellow, 0.25))
    return ellipse(x, y - 2, 6, 6, air.tint("#c49a4e")) + turned(coat, _ROLL, x, y)


def _bench(air: Air, eye: Eye, side: int) -> str:
    """Along the side, upholstered in red."""
    outer, inner = side * _HALF, side * (_HALF - 250)
    red, wood = "#8d3a34", air.tint("#6f4527")
    near, far = _NEAR, _FAR - 0.02
    drawn = path(
        eye.away(outer - side * 30, 520, 700, (near, far)),
        across(air.tint(darker(red, 0.25)), air.tint(red)),
    )
    buttons = [
        (outer - side * 31, y, depth) for y in (570.0, 640.0) for depth in (0.26, 0.1, -0.06, -0.2)
    ]
    for button in buttons:
        drawn += ellipse(*eye.at(*button), 5, 5, air.tint(darker(red, 0.45)))
    drawn += path(
        eye.level(outer, inner, 700, (near, far)), down(air.tint(lighter(red, 0.08)), air.tint(red))
    )
    drawn += path(eye.away(inner, 700, 748, (near, far)), air.tint(darker(red, 0.2)))
    drawn += path(eye.away(inner, 748, _LOW, (near, far)), wood)
    doors = [((inner, 770, depth), (inner, _LOW, depth)) for depth in (0.2, 0.02, -0.14)]
    return drawn + line(eye.lines(*doors), darker(wood, 0.4), 3)


def _pipes(air: Air, eye: Eye) -> str:
    drawn = ""
    for x, colour in ((-520.0, "#b9bab2"), (-480.0, "#a9653f"), (560.0, "#b9bab2")):
        pipe = eye.sheet(
            (x - 9, 46, _NEAR), (x - 9, 46, _FAR), (x + 9, 46, _FAR), (x + 9, 46, _NEAR)
        )
        drawn += path(pipe, air.tint(colour))
    return drawn


def _mugs(air: Air, x: float, y: float) -> str:
    """Four on hooks; they hang straight, and so the ship does not."""
    drawn = line(f"M{points(x - 14, y)}h206", air.tint("#6b4529"), 10)
    for mug, tone in enumerate(("#e9e4d4", "#3f6d86", "#a9453a", "#e9e4d4")):
        at, colour = x + 8 + mug * 52, air.tint(tone)
        hung = path(f"M{points(at + 26, y + 24)}q18 8 0 24", stroke=colour, width=5)
        hung += rect(
            at - 10, y + 16, 36, 42, across(lighter(colour, 0.25), darker(colour, 0.16)), 6
        )
        drawn += turned(hung, _ROLL + 3, at + 8, y) + line(
            f"M{points(at + 8, y)}v14", air.tint("#c49a4e"), 3
        )
    return drawn


def _lamp(air: Air, x: float, y: float) -> str:
    """An oil lamp of brass on a chain."""
    brass = air.tint("#c49a4e", 0.35)
    hung = line(f"M{points(x, y - 60)}V{number(y + 34)}", darker(brass, 0.3), 3)
    hung += path(
        f"M{points(x - 26, y + 52)}q26 -40 52 0z", across(lighter(brass, 0.3), darker(brass, 0.25))
    )
    hung += rect(x - 20, y + 52, 40, 62, air.lit("#fff3d2", "#ffd890"), 8, 0.92)
    hung += ellipse(x, y + 92, 7, 15, "#fff6dc") + ellipse(x, y + 97, 4, 8, "#ffb24e")
    hung += path(
        f"M{points(x - 30, y + 114)}h60l-8 26q-22 14 -44 0z",
        across(lighter(brass, 0.3), brass, darker(brass, 0.35)),
    )
    return turned(hung, _ROLL, x, 0) + glow(x - 6, y + 90, 330, 270, "#ffd48a", air.dim(0.42, 0.6))
