"""The room where a town marries people: cherubs, a carpet, and chairs in pairs."""

import itertools

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut
from game.drawing.scenery.outdoors import sky, tree
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
    path,
    points,
    rect,
    scaled,
    turned,
)

_HALF, _CEILING, _LOW = 1080.0, -150.0, 960.0  # of the room, as it is in front
_NEAR, _FAR = -0.45, 0.9
_WALL, _GILT, _RED = "#b9c7bd", "#c8a55c", "#9c3f41"
_SIDE_WINDOWS = ((0.56, 0.8), (0.18, 0.4), (-0.12, 0.06), (-0.32, -0.2))


@place(table=("#8a2f3c", "#c9a24e"))
def wedding_room(air: Air, w: float) -> str:
    """Tall windows on the left, gilt and plaster, the carpet with its rice."""
    eye = Eye(w / 2, 420)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#a9b5aa")) + _far_wall(air, eye)
    drawn += _ceiling(air, eye) + _floor(air, eye) + _left(air, eye) + _right(air, eye)
    drawn += _cherubs(air, eye) + _carpet(air, eye)
    for depth in (0.62, 0.3, 0.04):
        for side in (-1, 1):
            drawn += _pair(air, eye, side * 590.0, depth)
    return drawn + _flowers(air, eye, -330) + _flowers(air, eye, 330) + _light(air, eye)


def _far_wall(air: Air, eye: Eye) -> str:
    """Two windows on the square, and the arms of the town between them."""
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    panes = [Hole(eye.x + x, 214, 128, 330) for x in (-386.0, 258.0)]
    drawn = ""
    for at, pane in enumerate(panes):
        drawn += sky(air, *pane, f"bride{at}") + tree(
            air, pane.x + 66, pane.y + 330, 250, f"lime{at}"
        )
        drawn += rect(pane.x, pane.y + 300, pane.width, 30, air.tint("#9fae8f"))
    whole = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR) + cut(panes)
    drawn += path(
        whole, across(air.tint(lighter(_WALL, 0.3)), air.tint(darker(_WALL, 0.06))), has_holes=True
    )
    for pane in panes:
        drawn += _window(air, pane)
    drawn += _panel(air, Hole(eye.x - 214, 200, 428, 356)) + _arms(air, eye.x, 300)
    for x in (-536.0, 420.0):
        drawn += _panel(air, Hole(eye.x + x, 200, 116, 356)) + _sconce(air, eye.x + x + 58, 330)
    drawn += rect(left, 574, right - left, 12, air.tint("#f3efe3"))
    drawn += rect(left, 586, right - left, low - 586, air.tint("#e6e2d4"))
    for panel in range(9):
        wide = (right - left) / 9
        drawn += _panel(air, Hole(left + wide * panel + 14, 604, wide - 28, low - 628), "#d6d1c0")
    cornice = down(air.tint("#faf7ed"), air.tint("#d6d0be"))
    return (
        drawn
        + rect(left, top, right - left, 44, cornice)
        + rect(left, top + 44, right - left, 5, air.tint(_GILT, 0.45))
    )


def _panel(air: Air, at: Hole, inner: str = "") -> str:
    """A moulding, gilt on the wall."""
    x, y, w, h = at
    drawn = rect(x, y, w, h, air.tint(inner)) if inner else ""
    outline = f"M{points(x, y)}h{number(w)}v{number(h)}h{number(-w)}z"
    drawn += path(outline, stroke=air.tint("#f3efe3"), width=7)
    if not inner:
        thin = f"M{points(x + 9, y + 9)}h{number(w - 18)}v{number(h - 18)}h{number(18 - w)}z"
        drawn += path(thin, stroke=air.tint(_GILT, 0.45), width=2.4)
    return drawn


def _window(air: Air, pane: Hole) -> str:
    x, y, w, h = pane
    wood = air.tint("#f6f2e6")
    bars = f"M{points(x, y)}h{number(w)}v{number(h)}h{number(-w)}z"
    drawn = path(bars, stroke=wood, width=12) + rect(x + w / 2 - 4, y, 8, h, wood)
    drawn += "".join(rect(x, y + h * share, w, 5, wood) for share in (0.24, 0.5, 0.76))
    for side, edge in ((1, x - 22), (-1, x + w + 22)):
        for fold in range(3):
            at, low = edge + side * fold * 15, y + 240
            cloth = mix("#a8484a", "#7d3038", fold % 2)
            curtain = (
                f"M{points(at, y - 26)}h{side * 19}"
                f"C{points(at + side * 17, y + 190, at + side * 6, y + 200, at + side * 5, low)}"
            )
            curtain += (
                f"L{points(at + side * 15, y + 372)}h{-side * 20}"
                f"C{points(at - side * 3, y + 200, at, y + 100, at, y - 26)}Z"
            )
            drawn += path(curtain, air.tint(cloth))
        drawn += rect(min(edge, edge + side * 34), y + 230, 34, 9, air.tint(_GILT, 0.45), 3)
    top = (
        f"M{points(x - 34, y - 40)}h{number(w + 68)}v30"
        f"q{points(-w / 4 - 17, 34, -w / 2 - 34, 12)}"
        f"q{points(-w / 4 - 17, 22, -w / 2 - 34, -12)}z"
    )
    return (
        drawn
        + path(top, down(air.tint("#b5595a"), air.tint("#84343b")))
        + rect(x - 38, y - 46, w + 76, 9, air.tint(_GILT, 0.45), 3)
    )


def _arms(air: Air, x: float, y: float) -> str:
    """A shield with a ship, held in a wreath."""
    gold = air.tint(_GILT, 0.4)
    drawn = ""
    for leaf in range(11):
        turn = leaf / 10
        for side in (-1, 1):
            x0, y0 = x + side * (96 - 34 * turn**3), y + 118 - 176 * turn
            for out in (-1, 1):
                green = mix(gold, air.tint("#7f9a6b"), 0.35 + 0.2 * out)
                spot = x0 + side * out * 12, y0 - 8
                drawn += turned(ellipse(*spot, 6, 16, green), side * (out * 42 - 16 * turn), *spot)
    shield = f"M{points(x - 66, y - 60)}h132v84c0 58 -38 82 -66 96c-28 -14 -66 -38 -66 -96z"
    drawn += path(shield, across(air.tint("#3f6d92", 0.5), air.tint("#2c4f70", 0.5))) + path(
        shield, stroke=gold, width=8
    )
    drawn += path(f"M{points(x - 40, y + 36)}h80l-14 26h-52z", gold)
    drawn += line(f"M{points(x, y + 36)}v-68", gold, 5) + path(
        f"M{points(x + 5, y - 30)}q34 22 30 56h-30zM{points(x - 5, y - 20)}q-26 22 -26 46h26z",
        air.tint("#f4efe0", 0.45),
    )
    waves = "".join(
        f"M{points(x - 46, y + 74 + 12 * k)}q11 -9 23 0t23 0t23 0t23 0" for k in range(2)
    )
    drawn += line(waves, air.tint("#e9eef0", 0.45), 3.4)
    crown = f"M{points(x - 42, y - 72)}l-8 -40l26 20l24 -32l24 32l26 -20l-8 40z"
    return (
        drawn
        + path(crown, gold)
        + "".join(
            ellipse(x + dx, y + dy, 5, 5, air.tint("#b5595a", 0.4))
            for dx, dy in ((-50, -114), (0, -126), (50, -114))
        )
    )


def _sconce(air: Air, x: float, y: float) -> str:
    gold = air.tint(_GILT, 0.4)
    drawn = ellipse(x, y + 20, 9, 20, gold) + line(
        f"M{points(x - 26, y - 4)}q0 26 26 26q26 0 26 -26", gold, 5
    )
    for arm in (-26, 26):
        drawn += rect(x + arm - 4, y - 34, 8, 30, air.tint("#f7f2e4", 0.3)) + ellipse(
            x + arm, y - 42, 4, 9, "#ffe2a0"
        )
        drawn += glow(x + arm, y - 40, 90, 90, "#ffd48a", air.dim(0.2, 0.55))
    return drawn


def _ceiling(air: Air, eye: Eye) -> str:
    """Plaster, with a painted sky in an oval."""
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#dcd8c8"), air.tint("#f6f3e8")),
    )
    field = eye.level(-_HALF + 190, _HALF - 190, _CEILING, (0.06, 0.74))
    drawn += path(field, down(air.lit("#a9c6d6", "#39486f"), air.lit("#dbe6e6", "#75708c")))
    for x, depth in ((-520.0, 0.3), (-160.0, 0.5), (220.0, 0.34), (560.0, 0.52)):
        left, top = eye.at(x, _CEILING, depth)
        drawn += glow(left, top, 120, 15, "#ffffff", air.dim(0.9, 0.3))
    drawn += path(field, stroke=air.tint(_GILT, 0.45), width=5)
    frame_ = eye.level(-_HALF + 130, _HALF - 130, _CEILING, (0.0, 0.8))
    return drawn + path(frame_, stroke=air.tint("#c9c4b2"), width=3)


def _cherubs(air: Air, eye: Eye) -> str:
    """Four of plaster, with a garland from each to the next."""
    drawn, gold = "", air.tint(_GILT, 0.45)
    spots = (-408.0, -136.0, 136.0, 408.0)
    for left, right in itertools.pairwise(spots):
        x0, x1 = eye.x + left + 30, eye.x + right - 30
        drawn += line(
            f"M{points(x0, 160)}Q{points((x0 + x1) / 2, 232, x1, 160)}", air.tint("#8fa37c"), 15
        )
        for bloom in range(11):
            share = (bloom + 0.5) / 11
            x, y = x0 + (x1 - x0) * share, 160 + 144 * share * (1 - share)
            drawn += ellipse(
                x, y, 8, 7, air.tint(("#f3e6df", "#d99a9c", "#e9d59a")[bloom % 3], 0.5)
            )
    for at, x in enumerate(spots):
        figure = scaled(_cherub(air, gold), -1.0 if at % 2 else 1.0, 1.0, 0, 0)
        drawn += moved(figure, eye.x + x, 140)
    return drawn


def _cherub(air: Air, gold: str) -> str:
    """Stout, with wings; about 100 units wide, its middle at the origin."""
    plaster = air.tint("#f3ede0", 0.5)
    shade, lit_ = darker(plaster, 0.16), lighter(plaster, 0.3)
    drawn = path(
        "M-10 -14C-40 -62 -74 -58 -84 -40C-68 -42 -70 -28 -56 -26C-62 -14 -46 -10 -12 4Z",
        across(lit_, shade),
    )
    drawn += path("M10 -14C36 -58 66 -58 78 -42C62 -42 64 -28 52 -26C56 -14 42 -8 12 4Z", shade)
    drawn += line(
        "M-30 -34q-14 -6 -32 -4M-26 -22q-12 -4 -26 -2M30 -34q12 -6 30 -5M28 -22q10 -4 22 -3",
        darker(plaster, 0.3),
        2,
        0.6,
    )
    drawn += path(
        "M-22 8C-26 -12 -12 -20 2 -20C18 -20 26 -8 24 12C22 30 -16 32 -22 8Z",
        across(lit_, plaster, shade),
    )
    drawn += line("M-14 22C-26 34 -28 44 -44 46", plaster, 17) + line(
        "M14 22C20 38 8 46 18 58", shade, 17
    )
    drawn += line("M-16 -8C-30 -2 -34 10 -46 12", lit_, 12) + line(
        "M18 -8C30 0 32 12 44 16", shade, 12
    )
    drawn += path("M-24 14q22 20 50 0q4 10 -6 16q-18 10 -38 0z", gold, opacity=0.85)
    drawn += ellipse(-2, -36, 20, 19, across(lit_, plaster, shade))
    for x, y in ((-20, -44), (-15, -53), (-4, -57), (8, -54), (16, -45)):
        drawn += ellipse(x, y, 8, 7, mix(plaster, gold, 0.35))
    drawn += line("M-12 -35q3 3 6 0M2 -35q3 3 6 0", darker(plaster, 0.5), 1.8)
    return (
        drawn
        + line("M-6 -27q4 4 9 0", darker(plaster, 0.4), 1.8)
        + ellipse(-13, -29, 4, 3, "#d9a398", 0.4)
    )


def _floor(air: Air, eye: Eye) -> str:
    """Parquet."""
    drawn = path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#8d6a48"), air.tint("#b08a62")),
    )
    seams = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-1080, 1081, 120)]
    steps = [((-_HALF, _LOW, d), (_HALF, _LOW, d)) for d in (-0.3, -0.18, -0.04, 0.12, 0.32, 0.56)]
    return drawn + line(eye.lines(*seams, *steps), air.tint("#6b4d33"), 1.8, 0.5)


def _carpet(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-250, 250, _LOW, (_NEAR, _FAR - 0.04)),
        down(air.tint(darker(_RED, 0.2)), air.tint(_RED)),
    )
    borders = [((x, _LOW, _NEAR), (x, _LOW, _FAR - 0.04)) for x in (-226.0, 226.0)]
    drawn += line(eye.lines(*borders), air.tint(_GILT, 0.45), 4)
    for grain in range(90):
        across_, depth = (
            chance(f"rice{grain}", "x") * 2 - 1,
            -0.2 + 0.95 * chance("rice", f"{grain}z"),
        )
        x, y = eye.at(across_ * 330, _LOW, depth)
        size = 7 * eye.share(depth)
        lean = points(size * (chance("lean", f"{grain}") - 0.5) * 2, size * 0.5)
        drawn += line(f"M{points(x, y)}l{lean}", air.tint("#fbf8ee", 0.4), 2.6, 0.95)
    return drawn


def _left(air: Air, eye: Eye) -> str:
    """The side of the light: windows down to the skirting."""
    x = -_HALF
    drawn = path(
        eye.away(x, _CEILING, _LOW, (_NEAR, _FAR)),
        across(air.tint(darker(_WALL, 0.22)), air.tint(darker(_WALL, 0.1))),
    )
    for near, far in _SIDE_WINDOWS:
        drawn += path(eye.away(x, -10, 740, (near, far)), air.lit("#f4f1e4", "#4a5478"))
        middle = (near + far) / 2
        bars = [((x, y, near), (x, y, far)) for y in (160.0, 340.0, 540.0)]
        bars += [((x, -10, middle), (x, 740, middle))]
        drawn += line(eye.lines(*bars), air.tint("#fbf8ee"), 5)
        for start, end in ((near - 0.015, near + 0.05), (far - 0.045, far + 0.015)):
            drawn += path(
                eye.away(x + 14, -50, 800, (start, end)),
                across(air.tint("#84343b"), air.tint("#a8484a")),
            )
        drawn += path(eye.away(x + 16, -70, 30, (near - 0.02, far + 0.02)), air.tint("#9a4045"))
    return drawn + path(eye.away(x, 800, _LOW, (_NEAR, _FAR)), air.tint("#d6d1c0"), opacity=0.8)


def _right(air: Air, eye: Eye) -> str:
    x = _HALF
    drawn = path(
        eye.away(x, _CEILING, _LOW, (_NEAR, _FAR)),
        across(air.tint(lighter(_WALL, 0.06)), air.tint(lighter(_WALL, 0.18))),
    )
    for near, far in _SIDE_WINDOWS:
        drawn += path(eye.away(x, 20, 620, (near, far)), stroke=air.tint("#f3efe3"), width=6)
        inner = (near + 0.02, far - 0.02)
        drawn += path(eye.away(x, 44, 596, inner), stroke=air.tint(_GILT, 0.45), width=2)
    dado = eye.away(x, 700, _LOW, (_NEAR, _FAR))
    return (
        drawn
        + path(dado, air.tint("#e6e2d4"))
        + line(eye.lines(((x, 700, _NEAR), (x, 700, _FAR))), air.tint("#f6f2e6"), 8)
    )


def _pair(air: Air, eye: Eye, x: float, depth: float) -> str:
    """Two gilt chairs, close together, with a ribbon between."""
    drawn, size = "", eye.share(depth)
    gold, red = air.tint(_GILT, 0.5), air.tint(_RED)
    for dx in (-62.0, 62.0):
        left, low = eye.at(x + dx, _LOW, depth)

        def at(sx: float, rise: float, left: float = left, low: float = low) -> str:
            return points(left + sx * size, low - rise * size)

        drawn += glow(left, low, 76 * size, 12 * size, "#1c140c", 0.5)
        for leg in (-40, 40):
            drawn += line(f"M{at(leg, 150)}L{at(leg * 1.05, 0)}", darker(gold, 0.3), 9 * size)
            drawn += line(f"M{at(leg * 0.94, 152)}L{at(leg * 1.0, 330)}", gold, 10 * size)
        drawn += path(
            f"M{at(-44, 344)}Q{at(0, 392)} {at(44, 344)}L{at(40, 226)}H{number(left - 40 * size)}Z",
            gold,
        )
        drawn += path(
            f"M{at(-30, 336)}Q{at(0, 366)} {at(30, 336)}L{at(28, 240)}H{number(left - 28 * size)}Z",
            red,
        )
        drawn += path(
            f"M{at(-46, 172)}L{at(46, 172)}L{at(52, 138)}L{at(-52, 138)}Z",
            across(lighter(red, 0.16), red, darker(red, 0.25)),
        )
    middle, top = eye.at(x, _LOW - 318, depth)
    bow = (
        f"M{points(middle - 18 * size, top)}"
        f"Q{points(middle, top + 34 * size, middle + 18 * size, top)}"
    )
    return drawn + line(bow, air.tint("#f6f1e4"), 5 * size)


def _flowers(air: Air, eye: Eye, x: float) -> str:
    """White and pink on a pedestal."""
    left, low = eye.at(x, _LOW, 0.72)
    stone = across(air.tint("#f6f2e6"), air.tint("#c4bfae"))
    drawn = (
        rect(left - 20, low - 118, 40, 112, stone)
        + rect(left - 30, low - 124, 60, 12, stone, 2)
        + rect(left - 30, low - 8, 60, 10, stone, 2)
    )
    drawn += path(
        f"M{points(left - 20, low - 160)}h40l-10 38h-20z",
        across(air.tint(_GILT, 0.4), air.tint("#8d7038", 0.4)),
    )
    for bloom in range(34):
        turn, rise = chance(f"{bloom}vase", "x") * 2 - 1, chance("vase", f"{bloom}y")
        spot = left + turn * 58 * (1 - 0.4 * rise), low - 168 - rise * 78
        green = bloom % 3 == 0
        colour = "#7f9a6b" if green else ("#f6efe6", "#e3b3b3", "#d48a90")[bloom % 3]
        drawn += ellipse(*spot, 13, 8 if green else 12, air.tint(colour, 0.5))
    return drawn


def _light(air: Air, eye: Eye) -> str:
    """The sun comes in on the left, and lies on the floor."""
    drawn = ""
    for near, far in _SIDE_WINDOWS[:3]:
        patch = eye.sheet(
            (-880, _LOW, near),
            (-300, _LOW, near + 0.1),
            (-300, _LOW, far + 0.12),
            (-880, _LOW, far),
        )
        drawn += path(patch, "#fff3d6", opacity=air.dim(0.34, 0.03))
        shaft = (f"M{eye.spot(-_HALF, 0, far)}L{eye.spot(-300, _LOW, far + 0.12)}"
                 f"L{eye.spot(-760, _LOW, near)}L{eye.spot(-_HALF, 0, near)}Z")  # fmt: skip
        fade = across(
            Stop(0, air.lit("#fff6dc", "#7f8fb5"), air.dim(0.22, 0.06)), Stop(80, "#fff6dc", 0.0)
        )
        drawn += path(shaft, fade)
    return drawn
