"""A greenhouse with azaleas on both sides of a path for one."""

from math import cos, pi, sin

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.outdoors import land
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import Stop, across, down, ellipse, glow, line, number, path, points, rect

_SPAN = 560.0  # half a bay, from gutter to ridge
_GUTTER, _RIDGE, _LOW = 10.0, -260.0, 960.0
_NEAR, _FAR = -0.62, 4.4
_TABLE = 650.0  # how low its top is, in front
_PATH, _WIDE = 92.0, 780.0  # where a table begins and ends, from the middle
_ROWS = (3.6, 2.8, 2.2, 1.78, 1.42, 1.1, 0.82, 0.57, 0.34, 0.13, -0.06, -0.22, -0.36)
_GOLDEN = pi * (3 - 5**0.5)  # flowers lie as seeds in a sunflower
_BLOOM = ("#d9527e", "#f3e9ec", "#c23a4b", "#e58aa6", "#f0b9c6")


@place(has_table=False)
def greenhouse(air: Air, w: float) -> str:
    """Glass over everything, pipes and lamps, and the tables from far to near."""
    eye = Eye(w / 2, 400)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#c9d2c4")) + _outside(air, eye, w)
    drawn += _roof(air, eye) + _floor(air, eye)
    drawn += "".join(_frame(air, eye, depth) for depth in (3.4, 2.4, 1.6, 1.0, 0.52, 0.14, -0.14))
    drawn += _pipes(air, eye)
    drawn += glow(eye.x, 380, 420, 210, air.lit("#fffaf0", "#e8b98a"), air.dim(0.62, 0.22))
    for side in (-1, 1):
        drawn += _far_table(air, eye, side) + _table(air, eye, side)
    return drawn + _drops(air, eye)


def _outside(air: Air, eye: Eye, w: float) -> str:
    """The sky as whitewashed glass shows it, and other greenhouses."""
    drawn = rect(0, 0, w, 430, down(*air.sky))
    for cloud in range(14):
        x, y = w * (cloud + 0.5) / 14, 60 + 90 * (cloud % 3) + 50 * chance("cloud", f"{cloud * 7}")
        high = 30 - y * 0.04
        drawn += glow(x + 20, y + high * 0.6, 190, high * 0.7, air.cloud_shade, air.dim(0.4, 0.3))
        drawn += glow(x, y, 170, high, air.cloud, air.dim(0.85, 0.35))
    drawn += land(air, 0, w, 424, "glass", "#8fa08f")
    drawn += rect(0, 424, w, 120, air.tint("#a8b59a"))
    for roof in range(8):
        x, wide = w * (roof - 0.5) / 7, w / 7
        peaks = f"M{points(x, 440)}" + f"l{points(wide / 6, -16, wide / 6, 16)}" * 3
        drawn += path(f"{peaks}v40H{number(x)}Z", air.tint("#d3dcda", 0.5), opacity=0.75)
    return drawn


def _roof(air: Air, eye: Eye) -> str:
    """Slopes of whitewashed glass, bay beside bay."""
    drawn = ""
    for bay in (-2, 2, -1, 1, 0):
        middle = bay * _SPAN * 2
        for side, by_day, by_night in ((-1, "#dfe9ea", "#38456b"), (1, "#b7ccd2", "#222d4c")):
            edge = middle + side * _SPAN
            glass = down(
                Stop(0, air.lit(lighter(by_day, 0.2), by_night), 0.72),
                Stop(100, air.lit(by_day, mix(by_night, "#c78b6d", 0.3)), 0.6),
            )
            drawn += path(
                eye.sheet(
                    (edge, _GUTTER, _NEAR), (middle, _RIDGE, _NEAR), (middle, _RIDGE, _FAR),
                    (edge, _GUTTER, _FAR),
                ),
                glass,
            )  # fmt: skip
            bars = [
                ((middle, _RIDGE, depth), (edge, _GUTTER, depth))
                for depth in (-0.3, -0.2, -0.08, 0.06, 0.22, 0.42, 0.66, 0.95, 1.3, 1.75, 2.3, 3.0)
            ]
            drawn += line(eye.lines(*bars), air.tint("#f6f8f4", 0.5), 1.8, 0.75)
            half = (middle + edge) / 2, (_RIDGE + _GUTTER) / 2
            purlin = eye.lines(((*half, _NEAR), (*half, _FAR)))
            drawn += line(purlin, air.tint("#eef2ee", 0.5), 2.2, 0.8)
        for x, y in ((middle, _RIDGE), (middle - _SPAN, _GUTTER), (middle + _SPAN, _GUTTER)):
            drawn += line(eye.lines(((x, y, _NEAR), (x, y, _FAR))), air.tint("#aab5b2"), 4)
    return drawn


def _floor(air: Air, eye: Eye) -> str:
    top = eye.at(0, _LOW, _FAR)[1]
    drawn = rect(0, top, eye.x * 2, HEIGHT - top, down(air.tint("#8b9484"), air.tint("#6b7263")))
    way = eye.level(-_PATH, _PATH, _LOW, (_NEAR, _FAR))
    drawn += path(way, down(air.tint("#d3cdbd"), air.tint("#b2a995")))
    joints = [((-_PATH, _LOW, d), (_PATH, _LOW, d)) for d in (-0.1, 0.1, 0.4, 0.8, 1.4, 2.2)]
    return drawn + line(eye.lines(*joints), air.tint("#8a8272"), 2, 0.5)


def _frame(air: Air, eye: Eye, depth: float) -> str:
    """A truss across the bays, with its posts and a row of lamps."""
    steel, width = air.tint("#dfe5e0", 0.5), 11 * eye.share(depth)
    tie = ((-_SPAN * 3, _GUTTER + 26, depth), (_SPAN * 3, _GUTTER + 26, depth))
    upper = ((-_SPAN * 3, _GUTTER - 22, depth), (_SPAN * 3, _GUTTER - 22, depth))
    drawn = line(eye.lines(tie, upper), steel, width * 0.6)
    web = []
    for step in range(-9, 9):
        x = step * _SPAN / 3
        low, high = _GUTTER + 26, _GUTTER - 22
        web += [
            ((x, low, depth), (x + _SPAN / 6, high, depth)),
            ((x + _SPAN / 6, high, depth), (x + _SPAN / 3, low, depth)),
        ]
    drawn += line(eye.lines(*web), steel, width * 0.25)
    for bay in (-3, -1, 1, 3):
        post = eye.lines(((bay * _SPAN, _GUTTER, depth), (bay * _SPAN, _LOW, depth)))
        drawn += line(post, steel, width)
    for x in (-_SPAN * 1.6, -_SPAN * 0.55, _SPAN * 0.55, _SPAN * 1.6):
        drawn += _lamp(air, eye, x, depth)
    return drawn


def _lamp(air: Air, eye: Eye, x: float, depth: float) -> str:
    """A grow lamp in its hood."""
    left, top = eye.at(x, _GUTTER + 40, depth)
    size = 46 * eye.share(depth)
    hood = f"M{points(left - size * 0.4, top)}h{number(size * 0.8)}"
    hood += f"L{points(left + size, top + size * 0.5)}H{number(left - size)}Z"
    drawn = path(hood, across(air.tint("#f3f5f0", 0.5), air.tint("#9aa5a3", 0.5)))
    bulb = air.lit("#fdfbf0", "#ffdf9a")
    drawn += ellipse(left, top + size * 0.52, size * 0.92, size * 0.13, bulb)
    if air.is_dark and abs(x) < _SPAN:
        drawn += glow(left, top + size * 3, size * 5.5, size * 5, "#ffcf7a", 0.34)
    return drawn


def _pipes(air: Air, eye: Eye) -> str:
    """Heating along the tables, and a water line with its nozzles over them."""
    drawn = ""
    for x in (-_PATH - 14, -_PATH - 34, _PATH + 14, _PATH + 34):
        pipe = eye.sheet(
            (x - 7, 820, _NEAR), (x - 7, 820, _FAR), (x + 7, 820, _FAR), (x + 7, 820, _NEAR)
        )
        drawn += path(pipe, air.tint("#b9bfb8"))
    for side in (-1, 1):
        x = side * (_PATH + _WIDE) / 2
        drawn += line(eye.lines(((x, 250, _NEAR), (x, 250, _FAR))), air.tint("#3f4a4c"), 3, 0.8)
        for depth in (2.6, 1.9, 1.3, 0.86, 0.5, 0.2, -0.06):
            drop = eye.lines(((x, 90, depth), (x, 268, depth)))
            drawn += line(drop, air.tint("#5b6668"), 1.4, 0.7)
            left, top = eye.at(x, 268, depth)
            size = eye.share(depth)
            drawn += ellipse(left, top, 6 * size, 8 * size, air.tint("#3f4a4c"))
            drawn += glow(
                left, top + 70 * size, 120 * size, 90 * size, "#ffffff", air.dim(0.2, 0.05)
            )
    return drawn


# --- the tables -------------------------------------------------------------------------------


def _far_table(air: Air, eye: Eye, side: int) -> str:
    """The tables of the next bay: only their colours."""
    inner, outer = side * (_WIDE + 150), side * (_WIDE + 1700)
    drawn = path(eye.level(inner, outer, _TABLE - 40, (_NEAR, _FAR)), air.tint("#6f8a63"))
    for row in range(4):
        x = inner + side * (120 + row * 330)
        strip = eye.level(x, x + side * 150, _TABLE - 60, (_NEAR, _FAR))
        drawn += path(strip, air.tint(mix(_BLOOM[(row + 2) % 5], "#6f8a63", 0.3)), opacity=0.8)
    return drawn + path(
        eye.away(inner, _TABLE - 40, _TABLE + 40, (_NEAR, _FAR)), air.tint("#c5cac1")
    )


def _table(air: Air, eye: Eye, side: int) -> str:
    inner, outer = side * _PATH, side * _WIDE
    drawn = path(eye.away(inner, _TABLE, _LOW, (_NEAR, _FAR)), "#1d241c", opacity=0.34)
    drawn += path(eye.level(inner, outer, _TABLE, (_NEAR, _FAR)), air.tint("#5d7350"))
    for row, depth in enumerate(_ROWS):
        for column in range(5):
            at = 4 - column  # what stands outside is behind what stands at the path
            x = side * (_PATH + 60 + at * 140)
            drawn += _azalea(air, eye, (x, depth), f"{side}{row}{at}", at + (side > 0) * 2)
    rim = across(air.tint("#eceee6"), air.tint("#c3c8be"))
    return drawn + path(eye.away(inner, _TABLE - 8, _TABLE + 34, (_NEAR, _FAR)), rim)


def _azalea(air: Air, eye: Eye, spot: tuple[float, float], seed: str, row: int) -> str:
    """A dome of leaves in a pot, in flower; one in a few shows its label."""
    lean, size = chance(seed, "lean"), eye.share(spot[1])
    x, base = eye.at(spot[0] + 24 * (lean - 0.5), _TABLE, spot[1])
    wide, high = (72 + 14 * lean) * size, (66 + 22 * chance(seed, "high")) * size
    leaf = air.tint(mix("#55794d", "#7f9d62", lean))
    drawn = ""
    if spot[1] < 1:
        pot = air.tint("#b5694a")
        drawn += rect(
            x - wide * 0.5,
            base - 30 * size,
            wide,
            30 * size,
            across(lighter(pot, 0.15), darker(pot, 0.2)),
            4 * size,
        )
    top = base - 24 * size - high * 0.55
    shaded = down(Stop(0, lighter(leaf, 0.16)), Stop(100, darker(leaf, 0.35)))
    drawn += ellipse(x, top, wide, high * 0.86, shaded)
    bloom = _BLOOM[row % len(_BLOOM)]
    count = 30 if spot[1] < 0 else 16 if spot[1] < 1 else 7 if spot[1] < 2 else 4
    tones: dict[str, str] = {}
    for flower in range(count):
        turn, out = _GOLDEN * (flower + 20 * lean), ((flower + 0.6) / count) ** 0.5 * 0.93
        aside, up = cos(turn) * out, sin(turn) * out
        if chance(f"{turn:.3f}", seed) < 0.2:
            continue
        lit = up * 0.4 - aside * 0.25
        tone = lighter(bloom, 0.26) if lit > 0.12 else darker(bloom, 0.2) if lit < -0.16 else bloom
        each = (9 + 4 * lean) * size * (15 / count) ** 0.35
        wide_, high_ = each * (1 - 0.3 * aside**2), each * 0.86
        at = (x + aside * wide * 0.92 - wide_, top - up * high * 0.78 - high * 0.06)
        half = f"a{points(wide_, high_)} 0 1 0"
        round_ = f"M{points(*at)}{half} {points(2 * wide_, 0)}{half} {points(-2 * wide_, 0)}z"
        tones[tone] = tones.get(tone, "") + round_
    # Flowers of one tone are one shape: each shape costs time, however small it is.
    drawn += "".join(path(d, air.tint(tone, 0.55)) for tone, d in tones.items())
    if lean > 0.8 and spot[1] < 1.2:
        tag = (x + wide * 0.3, top - high * 0.95)
        drawn += rect(*tag, 13 * size, 40 * size, air.tint("#f2d874", 0.45), 2)
    return drawn


def _drops(air: Air, eye: Eye) -> str:
    """It drips from the gutters."""
    drawn = ""
    for drop in range(16):
        side = -1 if drop % 2 else 1
        depth = 0.1 + 1.8 * chance("drop", f"z{drop}")
        x, y = eye.at(side * _SPAN, _GUTTER + 60 + 420 * chance("drop", f"y{drop}"), depth)
        size = eye.share(depth)
        fall = f"M{points(x, y)}c{points(5 * size, 9 * size, 5 * size, 15 * size, 0, 17 * size)}"
        fall += f"c{points(-5 * size, -2 * size, -5 * size, -8 * size, 0, -17 * size)}Z"
        drawn += path(fall, air.lit("#f6fbfb", "#cfd9ee"), opacity=0.9)
    return drawn
