"""A showroom with white washing machines on a step, their doors open, under spotlights."""

from game.drawing.colours import darker, lighter
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut
from game.drawing.scenery.outdoors import land, sky, tree
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import Stop, across, down, ellipse, glow, line, number, path, points, rect

_HALF, _CEILING, _LOW = 1150.0, -140.0, 940.0  # of the hall, as it is in front
_NEAR, _FAR = -0.45, 0.8
_WHITE = "#f2f3f0"


@place()
def showroom(air: Air, w: float) -> str:
    """Twelve machines in two rows along a curved wall, and glass onto a lawn."""
    eye = Eye(w / 2, 415)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#c8ccca")) + _lawn(air, eye) + _far_wall(air, eye)
    drawn += _ceiling(air, eye) + _floor(air, eye) + _side(air, eye, -1) + _side(air, eye, 1)
    drawn += _platform(air, eye)
    for at in range(6):
        x = -412.0 + at * 165
        drawn += _machine(air, eye.x + x, 512, 108, at)
    for side in (-1, 1):
        for at, depth in enumerate((0.52, 0.24, 0.02)):
            drawn += _machine_aside(air, eye, side, depth, at)
    return drawn + _spots(air, eye)


def _lawn(air: Air, eye: Eye) -> str:
    """Mown grass, a young tree with a post, and a flag pole."""
    x, wide = eye.x + 120, 470.0
    drawn = sky(air, x, 140, wide, 260, "lawn") + land(air, x, wide, 378, "lawn")
    drawn += rect(x, 378, wide, 200, down(air.tint("#9db184"), air.tint("#7f9a68")))
    for stripe in range(4):
        left = x + 40 + stripe * 120
        drawn += path(
            f"M{points(left, 378)}h34l{points(40, 120)}h-64z", air.tint("#b3c596"), opacity=0.5
        )
    drawn += tree(air, x + 330, 440, 200, "young")
    pole = f"M{points(x + 130, 430)}V170"
    drawn += line(pole, air.tint("#e9ebe8", 0.4), 5)
    flag = f"M{points(x + 133, 178)}q26 -12 50 0t46 0v44q-24 12 -46 0t-50 0z"
    return drawn + path(flag, air.tint("#2f6f83", 0.5))


def _far_wall(air: Air, eye: Eye) -> str:
    """White on the left, with a band of light; glass on the right."""
    left = eye.at(-_HALF, _CEILING, _FAR)[0]
    pane = Hole(eye.x + 120, 158, 460, 330)
    x, y, wide, high = pane
    whole = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR) + cut([pane])
    drawn = path(whole, across(air.tint("#e3e6e3"), air.tint("#f4f4f0")), has_holes=True)
    drawn += "".join(rect(x + wide * k / 4 - 3, y, 6, high, air.tint("#4b5458")) for k in range(5))
    drawn += rect(x, y - 6, wide, 6, air.tint("#4b5458")) + rect(
        x, y + high, wide, 7, air.tint("#4b5458")
    )
    drawn += path(
        f"M{points(x + 50, y + high)}L{points(x + 170, y)}h70L{points(x + 120, y + high)}Z",
        "#ffffff",
        opacity=air.dim(0.2, 0.05),
    )
    blue = air.tint("#2f6f83")
    drawn += rect(
        left + 30, 150, eye.x + 90 - left - 30, 344, down(lighter(blue, 0.1), darker(blue, 0.2)), 3
    )
    return drawn + _poster(air, eye.x - 330, 300)


def _poster(air: Air, x: float, y: float) -> str:
    """A drum as large as a sun, with a wave of clean water."""
    pale = air.tint("#dcebee", 0.5)
    drawn = "".join(
        path((
            f"M{points(x - r, y)}a{points(r, r)} 0 1 1 {points(2 * r, 0)}a{points(r, r)} 0"
            f" 1 1 {points(-2 * r, 0)}z"
        ),
             stroke=pale, width=3, opacity=o)
        for r, o in ((126.0, 0.35), (112.0, 0.9), (84.0, 0.5))
    )  # fmt: skip
    wave = f"M{points(x - 80, y + 10)}q20 -26 40 0t40 0t40 0t40 0"
    drawn += path(
        f"{wave}A80 80 0 0 1 {points(x - 80, y + 10)}Z", air.tint("#7fb6c6", 0.5), opacity=0.9
    )
    for dx, dy, r in ((-30, -40, 12), (18, -56, 8), (40, -24, 15), (-8, -20, 6)):
        drawn += ellipse(x + dx, y + dy, r, r, pale, 0.7) + ellipse(
            x + dx - r * 0.3, y + dy - r * 0.3, r * 0.3, r * 0.3, "#ffffff"
        )
    for row in range(3):
        drawn += rect(
            x + 168, y - 60 + row * 42, (190, 150, 96)[row], 14, pale, 3, 0.7 - 0.2 * (row > 0)
        )
    return drawn


def _ceiling(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#d3d7d5"), air.tint("#eef0ec")),
    )
    for x in (-700.0, 0.0, 700.0):
        strip = eye.level(x - 46, x + 46, _CEILING + 2, (-0.3, 0.72))
        drawn += path(strip, air.lit("#ffffff", "#ffe9c4"), opacity=0.95)
        left, top = eye.at(x, _CEILING, 0.3)
        drawn += glow(left, top + 60, 330, 130, air.lit("#ffffff", "#ffdca6"), air.dim(0.5, 0.4))
    return drawn


def _floor(air: Air, eye: Eye) -> str:
    """So clean that everything stands in it twice."""
    drawn = path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#cfd3d1"), air.tint("#a9b0af")),
    )
    seams = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-1100, 1101, 220)]
    steps = [((-_HALF, _LOW, d), (_HALF, _LOW, d)) for d in (-0.24, -0.04, 0.2, 0.5)]
    drawn += line(eye.lines(*seams, *steps), air.tint("#8f9897"), 1.6, 0.5)
    for x in (-380.0, 0.0, 380.0):
        drawn += glow(eye.x + x, 800, 150, 70, "#ffffff", air.dim(0.5, 0.1))
    return drawn


def _side(air: Air, eye: Eye, side: int) -> str:
    x = side * _HALF
    tone = "#dfe3e0" if side < 0 else "#c6ccca"
    drawn = path(
        eye.away(x, _CEILING, _LOW, (_NEAR, _FAR)),
        across(air.tint(darker(tone, 0.08)), air.tint(tone)),
    )
    for near, far in ((0.44, 0.72), (0.08, 0.32), (-0.2, -0.02)):
        drawn += path(
            eye.away(x, 0, 380, (near, far)),
            air.tint("#2f6f83" if side < 0 else "#7f9aa0"),
            opacity=0.9,
        )
    return drawn


def _platform(air: Air, eye: Eye) -> str:
    left, right = eye.x - 520, eye.x + 520
    drawn = path(
        f"M{points(left + 24, 622)}H{number(right - 24)}L{points(right, 652)}H{number(left)}Z",
        air.tint("#fbfbf8"),
    )
    drawn += rect(left, 652, right - left, 24, down(air.tint("#d5d9d7"), air.tint("#b3b9b8")))
    return drawn + rect(left, 672, right - left, 5, air.lit("#ffffff", "#ffe2ac"), 2)


def _machine(air: Air, x: float, top: float, wide: float, seed: int) -> str:
    """Seen from the front, its door open to the left; `top` of its lid."""
    high, white = wide * 1.18, air.tint(_WHITE, 0.5)
    body = across(lighter(white, 0.2), white, darker(white, 0.14))
    left, middle = x - wide / 2, top + high * 0.57
    drawn = glow(x, top + high, wide * 0.7, 10, "#1c140c", 0.4)
    drawn += rect(left, top, wide, high, body, 5) + rect(
        left, top, wide, high * 0.2, darker(white, 0.04), 5
    )
    drawn += rect(
        left + wide * 0.06, top + high * 0.05, wide * 0.24, high * 0.1, darker(white, 0.1), 2
    )
    drawn += rect(
        left + wide * 0.44,
        top + high * 0.055,
        wide * 0.26,
        high * 0.09,
        air.tint("#1f2a2e", 0.3),
        2,
    )
    lit = ("#8fe0c4", "#8fc4e0", "#e0c48f")[seed % 3]
    drawn += rect(
        left + wide * 0.48, top + high * 0.085, wide * (0.1 + 0.03 * (seed % 3)), 3.4, lit, 1
    )
    drawn += ellipse(
        left + wide * 0.85, top + high * 0.1, wide * 0.07, wide * 0.07, darker(white, 0.25)
    )
    steel = air.tint("#a9b2b5", 0.5)
    drawn += ellipse(
        x, middle, wide * 0.36, wide * 0.36, across(lighter(steel, 0.4), darker(steel, 0.2))
    )
    inside = Stop(0, air.tint("#59646a", 0.5)), Stop(100, air.tint("#2c3539", 0.5))
    drawn += ellipse(x, middle, wide * 0.3, wide * 0.3, down(*inside))
    drawn += "".join(
        ellipse(x + wide * 0.09 * c, middle + wide * 0.08 * r, 1.8, 1.8, steel, 0.6)
        for c in range(-2, 3) for r in range(-2, 3) if abs(c) + abs(r) < 4
    )  # fmt: skip
    drawn += ellipse(x, middle + wide * 0.2, wide * 0.2, wide * 0.05, "#ffffff", 0.16)
    return drawn + _door(air, x - wide * 0.37, middle, wide * 0.31)


def _door(air: Air, x: float, y: float, size: float) -> str:
    """The round glass, swung open, seen nearly from its edge."""
    steel = air.tint("#c6cdce", 0.5)
    drawn = ellipse(
        x - size * 0.42,
        y,
        size * 0.48,
        size * 1.06,
        across(lighter(steel, 0.4), darker(steel, 0.22)),
    )
    glass = across(air.tint("#b7cfd6", 0.5), air.tint("#86a4ae", 0.5))
    drawn += ellipse(x - size * 0.44, y, size * 0.33, size * 0.8, glass)
    shine = (
        f"M{points(x - size * 0.62, y + size * 0.3)}"
        f"Q{points(x - size * 0.7, y - size * 0.3, x - size * 0.48, y - size * 0.62)}"
    )
    return drawn + line(shine, "#ffffff", 3, 0.7)


def _machine_aside(air: Air, eye: Eye, side: int, depth: float, seed: int) -> str:
    """One along the side wall, on its own block, turned to the middle."""
    size = eye.share(depth)
    x, low = eye.at(side * 800.0, _LOW - 96, depth)
    wide, white = 230 * size, air.tint(_WHITE, 0.5)
    high = wide * 1.2
    flank = wide * 0.36 * -side  # the side that is seen
    left = x - wide / 2
    block = (
        f"M{points(left - 20 * size, low)}h{number(wide + 40 * size)}v{number(96 * size)}"
        f"h{number(-wide - 40 * size)}z"
    )
    drawn = path(block, down(air.tint("#f4f5f2"), air.tint("#bfc5c4")))
    edge = left if side > 0 else left + wide
    cheek = (
        f"M{points(edge, low)}v{number(-high)}l{points(flank * 0.5, 14 * size)}"
        f"v{number(high - 10 * size)}z"
    )
    drawn += path(cheek, darker(white, 0.24 if side < 0 else 0.1))
    return drawn + _machine(air, x, low - high, wide, seed + 3 * (side > 0))


def _spots(air: Air, eye: Eye) -> str:
    drawn = line(eye.lines(((-_HALF, -60, 0.5), (_HALF, -60, 0.5))), air.tint("#3a4246"), 5)
    for at in range(6):
        x, y = eye.x - 412 + at * 165, eye.at(0, -60, 0.5)[1]
        drawn += path(f"M{points(x - 9, y)}h18l5 26h-28z", air.tint("#2c3337"))
        drawn += ellipse(x, y + 26, 13, 4, air.lit("#fffdf4", "#ffe9c4"))
        cone = f"M{points(x - 12, y + 28)}h24l{points(46, 400)}h-116z"
        drawn += path(cone, down(Stop(0, "#ffffff", air.dim(0.3, 0.2)), Stop(100, "#ffffff", 0.0)))
    return drawn
