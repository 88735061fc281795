"""The saloon of an old ferry, moored for good, in fog."""

from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import hands, polder_picture
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import (
    Stop,
    across,
    down,
    ellipse,
    glow,
    line,
    number,
    path,
    points,
    rect,
    turned,
)

_HALF, _CEILING, _LOW = 1000.0, -60.0, 960.0  # of the saloon, as it is in front
_NEAR, _FAR = -0.45, 0.62
_SIDE_WINDOWS = ((0.4, 0.58), (0.16, 0.33), (-0.04, 0.1), (-0.2, -0.09), (-0.33, -0.24))
_ROLL = 2.4  # degrees that she lies over


@place(table=("#7c4728", "#c49a4e"))
def ferry_saloon(air: Air, w: float) -> str:
    """Fog outside, windows all round, varnish, benches and lamps."""
    eye = Eye(w / 2, 410)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#b9a482")) + _fog(air, eye, w)
    drawn += _far_end(air, eye) + _sides(air, eye) + _deckhead(air, eye) + _deck(air, eye)
    drawn += _seats(air, eye) + _pillar(air, eye, -430) + _pillar(air, eye, 430)
    drawn += _life_ring(air, eye.x - 331, 258)
    drawn += "".join(_lamp(air, eye, x, depth) for depth in (0.4, 0.05) for x in (-300.0, 300.0))
    drawn += _round_table(air, eye.x - 505, 640, -1) + _round_table(air, eye.x + 505, 640, 1)
    return drawn + glow(eye.x, 330, 700, 330, air.lit("#fffaf0", "#ffcf8f"), air.dim(0.3, 0.2))


def _fog(air: Air, eye: Eye, w: float) -> str:
    """What is left of the harbour: a rail, a gull, a lamp on the quay."""
    high, low = air.lit("#d9dfdf", "#2b3654"), air.lit("#eef0ea", "#7c6f7c")
    drawn = rect(0, 0, w, 560, down(high, low))
    shape = mix(air.lit("#9aa9ac", "#1b2440"), air.lit("#e2e6e3", "#4a4a68"), 0.55)
    x = eye.x + 232
    drawn += line(
        f"M{points(x, 470)}V190L{points(x - 120, 250)}M{points(x - 34, 470)}V300", shape, 9, 0.8
    )
    drawn += line(f"M{points(x + 12, 190)}L{points(x + 96, 236)}", shape, 6, 0.8)
    mast = eye.x - 120
    drawn += line(f"M{points(mast, 470)}V226h34", shape, 6, 0.9)
    drawn += glow(mast + 40, 240, 120, 100, air.lit("#fff6d8", "#ffd890"), air.dim(0.9, 0.8))
    drawn += ellipse(mast + 38, 234, 9, 5, air.lit("#fffdf0", "#ffe9b8"))
    for bank in range(5):
        at = w * (0.08 + 0.21 * bank)
        drawn += glow(at, 380 + 30 * (bank % 2), 260, 90, air.lit("#f6f7f3", "#67688a"), 0.55)
    rail = air.tint("#f4f4ee", 0.45)
    drawn += "".join(rect(0, y, w, 5, rail, 2, 0.9) for y in (398.0, 424.0, 450.0))
    drawn += "".join(rect(eye.x + k * 92 - 3, 398, 6, 80, rail) for k in range(-14, 15))
    return drawn + _gull(air, eye.x + 30, 398)


def _gull(air: Air, x: float, y: float) -> str:
    """On the rail, looking in."""
    white, grey = air.tint("#fbfaf5", 0.4), air.tint("#9fabb0", 0.5)
    drawn = line(f"M{points(x - 4, y - 8)}v8M{points(x + 5, y - 8)}v8", air.tint("#d99a4a"), 2.6)
    drawn += path(f"M{points(x - 22, y - 34)}c8 -10 26 -10 36 2l18 22c-20 8 -44 2 -54 -24z", white)
    drawn += path(f"M{points(x - 4, y - 32)}c14 -2 26 8 40 24c-20 0 -36 -6 -40 -24z", grey)
    drawn += ellipse(x - 19, y - 41, 11, 10, white) + ellipse(x - 22, y - 43, 1.8, 1.8, "#20262a")
    return drawn + path(f"M{points(x - 28, y - 42)}l-13 5l13 3z", air.tint("#e0a23c"))


def _pane(corners: tuple[float, float, float, float], round_: float) -> str:
    """Path data of a window with round corners: left, top, right, bottom."""
    left, top, right, low = corners
    arc = f"A{points(round_, round_)} 0 0 1"
    return (
        f"M{points(left + round_, top)}H{number(right - round_)}{arc} {points(right, top + round_)}"
        f"V{number(low - round_)}{arc} {points(right - round_, low)}H{number(left + round_)}"
        f"{arc} {points(left, low - round_)}V{number(top + round_)}{arc}"
        f" {points(left + round_, top)}Z"
    )


def _far_end(air: Air, eye: Eye) -> str:
    """Three wide windows in varnished wood."""
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    wood, panes = air.tint("#9a6438"), []
    for x in (-388.0, -118.0, 152.0):
        panes.append((eye.x + x, 214.0, eye.x + x + 236, 472.0))
    holes = "".join(_pane(corners, 34) for corners in panes)
    whole = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR) + holes
    drawn = path(whole, down(lighter(wood, 0.16), wood, darker(wood, 0.25)), has_holes=True)
    for corners in panes:
        drawn += path(_pane(corners, 34), stroke=air.tint("#c08a4c"), width=12)
        drawn += path(_pane(corners, 34), stroke=air.tint("#5f3b20"), width=2.5)
        shine = (
            f"M{points(corners[0] + 40, 452)}L{points(corners[0] + 150, 234)}h46"
            f"L{points(corners[0] + 92, 452)}Z"
        )
        drawn += path(shine, "#ffffff", opacity=air.dim(0.2, 0.06))
    drawn += rect(left, 494, right - left, 12, air.tint("#c08a4c"))
    for board in range(31):
        x = left + (right - left) * board / 30
        drawn += line(f"M{points(x, 508)}V{number(low)}", darker(wood, 0.4), 2, 0.5)
    drawn += rect(left, top, right - left, 30, air.tint("#f1ece0")) + rect(
        left, top + 28, right - left, 8, air.tint("#c08a4c")
    )
    return drawn + polder_picture(air, left + 36, 236, 122, 92) + _clock(air, right - 96, 270)


def _clock(air: Air, x: float, y: float) -> str:
    brass = air.tint("#c49a4e", 0.4)
    drawn = ellipse(x, y, 42, 42, across(lighter(brass, 0.3), darker(brass, 0.25))) + ellipse(
        x, y, 33, 33, air.tint("#f6f1e2")
    )
    ticks = (
        f"M{points(x, y - 28)}v6M{points(x, y + 28)}v-6M{points(x - 28, y)}h6"
        f"M{points(x + 28, y)}h-6"
    )
    return (
        drawn
        + line(ticks, air.tint("#4a453c"), 3)
        + line(
            hands(air, x, y, 23, (14, 10)),
            air.tint("#2c2a26"),
            3.4,
        )
    )


def _sides(air: Air, eye: Eye) -> str:
    drawn = ""
    for side in (-1, 1):
        x, wood = side * _HALF, "#8d5a31" if side > 0 else "#a86f40"
        holes = ""
        for near, far in _SIDE_WINDOWS:
            holes += eye.away(x, 120, 500, (near, far))
        wall = path(
            eye.away(x, _CEILING, _LOW, (_NEAR, _FAR)) + holes,
            across(air.tint(darker(wood, 0.15)), air.tint(wood)), has_holes=True,
        )  # fmt: skip
        drawn += wall
        for near, far in _SIDE_WINDOWS:
            drawn += path(eye.away(x, 120, 500, (near, far)), stroke=air.tint("#c08a4c"), width=9)
        for y in (560.0, 600.0, 690.0, 780.0, 870.0):
            seam = eye.lines(((x, y, _NEAR), (x, y, _FAR)))
            drawn += line(seam, air.tint(darker(wood, 0.4)), 2, 0.45)
        drawn += line(eye.lines(((x, 540, _NEAR), (x, 540, _FAR))), air.tint("#c08a4c"), 9)
        frieze = eye.away(x, _CEILING, 10, (_NEAR, _FAR))
        drawn += path(frieze, air.tint("#e9e3d4" if side < 0 else "#cfc8b6"))
    return drawn


def _deckhead(air: Air, eye: Eye) -> str:
    """White planks overhead, a little round."""
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#d9d5c8"), air.tint("#f4f1e7")),
    )
    planks = [((x, _CEILING, _NEAR), (x, _CEILING, _FAR)) for x in range(-950, 951, 100)]
    drawn += line(eye.lines(*planks), air.tint("#b3ad9c"), 1.8, 0.7)
    for depth in (0.46, 0.2, -0.02, -0.2):
        drawn += path(
            eye.facing((-_HALF, _CEILING, _HALF, _CEILING + 30), depth), air.tint("#f7f4ea")
        )
        drawn += path(
            eye.level(-_HALF, _HALF, _CEILING + 30, (depth, depth + 0.03)), air.tint("#c9c3b2")
        )
    return drawn


def _deck(air: Air, eye: Eye) -> str:
    floor_ = down(air.tint("#7f5f42"), air.tint("#9a7653"))
    drawn = path(eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)), floor_)
    seams = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-1000, 1001, 100)]
    drawn += line(eye.lines(*seams), air.tint("#4a3524"), 2.2, 0.6)
    runner = eye.level(-210, 210, _LOW, (_NEAR, _FAR))
    drawn += path(runner, air.tint("#7a2f2f"), opacity=0.9)
    edges = eye.lines(
        ((-190, _LOW, _NEAR), (-190, _LOW, _FAR)), ((190, _LOW, _NEAR), (190, _LOW, _FAR))
    )
    return drawn + line(edges, air.tint("#d0a85c"), 3, 0.8)


def _pillar(air: Air, eye: Eye, x: float) -> str:
    left, top = eye.at(x, _CEILING, 0.3)
    low = eye.at(x, _LOW, 0.3)[1]
    wood = air.tint("#8d5a31")
    drawn = rect(
        left - 13, top, 26, low - top, across(lighter(wood, 0.3), wood, darker(wood, 0.35))
    )
    for y in (top + 46, 492.0):
        drawn += rect(
            left - 17, y, 34, 12, across(air.tint("#e2c27c", 0.4), air.tint("#9a7636", 0.4)), 2
        )
    return drawn


def _seats(air: Air, eye: Eye) -> str:
    """A long bench of green leather under the windows, and one along each side."""
    green, wood = "#3f6b58", "#6f4527"
    left, right = eye.x - 360, eye.x + 360
    drawn = rect(
        left, 520, right - left, 92, down(air.tint(lighter(green, 0.14)), air.tint(green)), 14
    )
    for tuft in range(12):
        for row in range(2):
            drawn += ellipse(
                left + 32 + tuft * 60, 546 + row * 34, 4, 4, air.tint(darker(green, 0.45))
            )
    drawn += line(f"M{points(left + 8, 520)}H{number(right - 8)}", air.tint("#c08a4c"), 8)
    drawn += rect(
        left - 8,
        606,
        right - left + 16,
        34,
        down(air.tint(lighter(green, 0.2)), air.tint(darker(green, 0.1))),
        12,
    )
    drawn += rect(left, 638, right - left, 96, air.tint(wood))
    for side in (-1, 1):
        outer, inner = side * (_HALF - 24), side * (_HALF - 230)
        drawn += path(eye.away(outer, 560, 730, (_NEAR, 0.5)), air.tint(green))
        drawn += path(
            eye.level(outer, inner, 730, (_NEAR, 0.5)),
            down(air.tint(lighter(green, 0.16)), air.tint(green)),
        )
        drawn += path(eye.away(inner, 730, 772, (_NEAR, 0.5)), air.tint(darker(green, 0.25)))
        drawn += path(eye.away(inner, 772, _LOW, (_NEAR, 0.5)), air.tint(wood))
    return drawn


def _life_ring(air: Air, x: float, y: float) -> str:
    """It hangs on the first pillar."""
    white, red = air.tint("#f4efe3", 0.5), air.tint("#b5432f", 0.5)
    ring = f"M{points(x - 42, y)}a42 42 0 1 1 84 0a42 42 0 1 1 -84 0z"
    drawn = path(ring, stroke=darker(white, 0.3), width=27) + path(ring, stroke=white, width=23)
    for quarter in range(4):
        band = path(f"M{points(x - 12, y - 42)}h24", stroke=red, width=23)
        drawn += turned(
            band.replace('stroke-linecap="round"', 'stroke-linecap="butt"'), 45 + 90 * quarter, x, y
        )
    return drawn


def _lamp(air: Air, eye: Eye, x: float, depth: float) -> str:
    """A glass bowl in brass; it hangs straight."""
    left, top = eye.at(x, _CEILING + 30, depth)
    size = 58 * eye.share(depth)
    brass = air.tint("#c49a4e", 0.35)
    hung = line(f"M{points(left, top)}v{number(size * 1.1)}", brass, 4)
    hung += rect(
        left - size * 0.5,
        top + size * 1.0,
        size,
        size * 0.2,
        across(lighter(brass, 0.4), darker(brass, 0.2)),
        3,
    )
    bowl = (
        f"M{points(left - size * 0.62, top + size * 1.2)}"
        f"C{points(left - size * 0.6, top + size * 2.1)} "
    )
    bowl += f"{points(left + size * 0.6, top + size * 2.1, left + size * 0.62, top + size * 1.2)}Z"
    hung += path(
        bowl, down(Stop(0, air.lit("#fff7e0", "#ffe2a8")), Stop(100, air.lit("#f2dcae", "#ffc673")))
    )
    drawn = turned(hung, _ROLL, left, top)
    return drawn + glow(
        left, top + size * 1.7, size * 4.6, size * 4, "#ffd48a", air.dim(0.24, 0.52)
    )


def _round_table(air: Air, x: float, y: float, side: int) -> str:
    """Bolted down, with a rim so that nothing slides off, and a cup that slid."""
    wood = air.tint("#8d5a31")
    drawn = glow(x, y + 214, 120, 18, "#1c140c", 0.5)
    drawn += rect(x - 11, y + 8, 22, 200, across(lighter(wood, 0.2), darker(wood, 0.35)))
    drawn += path(f"M{points(x - 60, y + 214)}q60 -46 120 0z", darker(wood, 0.3))
    drawn += ellipse(x, y + 8, 132, 32, darker(wood, 0.4)) + ellipse(
        x, y, 132, 32, air.tint("#c08a4c")
    )
    drawn += ellipse(x, y + 1, 123, 27, across(lighter(wood, 0.3), wood))
    cup = x + side * 62
    drawn += ellipse(cup, y + 2, 30, 8, air.tint("#e9e4d6")) + rect(
        cup - 16, y - 30, 32, 30, air.tint("#f6f2e6"), 8
    )
    drawn += rect(cup - 16, y - 22, 32, 5, air.tint("#3f6d86"))
    return drawn + path(
        f"M{points(cup + 16, y - 24)}q15 7 0 18", stroke=air.tint("#f6f2e6"), width=5
    )
