"""A works canteen: long tables, an urn, a clock, and the founder over everybody's head."""

from collections.abc import Callable
from math import cos, pi, sin

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut, frame, hands
from game.drawing.scenery.outdoors import sky, tree
from game.drawing.scenery.perspective import Edge, Eye
from game.drawing.svg import Stop, across, down, ellipse, glow, line, number, path, points, rect

_HALF, _CEILING, _LOW = 1020.0, -70.0, 950.0  # of the canteen, as it is in front
_NEAR, _FAR = -0.45, 0.7
_COATS = ("#3f5b80", "#4d6a55", "#8a8d92", "#a9552f", "#2c3e5f", "#73303f")


@place(table=("#d6d3c4", "#8f978b"), keeps_middle=True)
def canteen(air: Air, w: float) -> str:
    """The portrait and the clock in the middle, the hatch to the right, tables before them."""
    return works_canteen(air, w, _portrait, "#ece4cd", "#7a917d")


def works_canteen(
    air: Air, w: float, hung: Callable[[Air, float, float], str], wall: str, tiles: str
) -> str:
    """A canteen. hung: what hangs next to the clock, at a place of 210 by 268; wall, tiles: the
    colours of the wall above and below.
    """
    eye = Eye(w / 2, 415)
    windows = (Hole(eye.x - 540, 176, 210, 232),)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#b9b5a4")) + _outside(air, windows[0])
    drawn += _far_wall(air, eye, windows, wall, tiles) + frame(air, windows[0], 3, 2, "#f4f0e4", 8)
    drawn += _shell(air, eye, tiles) + _hatch(air, eye.x + 214, 176)
    drawn += hung(air, eye.x - 105, 158) + _clock(air, eye.x + 154, 222)
    drawn += _coat_row(air, eye)
    for depth in (0.5, 0.24, 0.02):
        for side in (-1, 1):
            drawn += _table(air, eye, side, depth)
    drawn += _urn(air, eye.x + 470, 470)
    return drawn + glow(eye.x, 300, 640, 330, air.lit("#fff6e0", "#ffcf8f"), air.dim(0.3, 0.24))


def _outside(air: Air, window: Hole) -> str:
    x, y, wide, high = window
    drawn = sky(air, x, y, wide, high * 0.8, "eat") + rect(
        x, y + high * 0.62, wide, high * 0.4, air.tint("#b3ada0")
    )
    brick = mix(air.tint("#a9705a", 0.6), air.sky[2], 0.25)
    drawn += rect(x, y + high * 0.42, wide * 0.6, high * 0.3, brick)
    drawn += rect(x + wide * 0.42, y + high * 0.1, 20, high * 0.5, brick)
    return drawn + tree(air, x + wide * 0.82, y + high * 0.78, 150, "eat")


def _far_wall(air: Air, eye: Eye, holes: tuple[Hole, ...], wall: str, tiled: str) -> str:
    left = eye.at(-_HALF, _CEILING, _FAR)[0]
    right, low = eye.at(_HALF, _LOW, _FAR)
    whole = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR) + cut(holes)
    drawn = path(
        whole, across(air.tint(lighter(wall, 0.3)), air.tint(darker(wall, 0.08))), has_holes=True
    )
    green = down(air.tint(lighter(tiled, 0.18)), air.tint(tiled))
    drawn += rect(left, 496, right - left, low - 496, green) + rect(
        left, 488, right - left, 9, air.tint(darker(tiled, 0.2))
    )
    tiles = "".join(f"M{points(left, y)}H{number(right)}" for y in (536.0, 576.0, 616.0, 656.0))
    tiles += "".join(f"M{points(left + 40 * k, 498)}V{number(low)}" for k in range(1, 31))
    return drawn + line(tiles, air.tint(darker(tiled, 0.1)), 1.4, 0.45)


def _shell(air: Air, eye: Eye, tiled: str) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#d0cbba"), air.tint("#e9e4d6")),
    )
    seams: list[Edge] = [
        ((x, _CEILING, _NEAR), (x, _CEILING, _FAR)) for x in range(-1020, 1021, 170)
    ]
    seams += [((-_HALF, _CEILING, d), (_HALF, _CEILING, d)) for d in (-0.3, -0.16, 0.0, 0.18, 0.4)]
    drawn += line(eye.lines(*seams), air.tint("#b5af9d"), 2, 0.7)
    for x in (-510.0, 0.0, 510.0):
        for reach in ((0.3, 0.52), (-0.08, 0.1)):
            drawn += path(
                eye.level(x - 60, x + 60, _CEILING + 3, reach), air.lit("#ffffff", "#ffe9c4")
            )
            left, top = eye.at(x, _CEILING, sum(reach) / 2)
            drawn += glow(
                left, top + 40, 260, 110, air.lit("#ffffff", "#ffdca6"), air.dim(0.3, 0.4)
            )
    for side in (-1, 1):
        tone = "#ddd4bb" if side < 0 else "#cfc5aa"
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(tone, 0.14)), air.tint(tone)),
        )
        drawn += path(eye.away(side * _HALF, 553, _LOW, (_NEAR, _FAR)), air.tint(tiled))
        if side < 0:
            for reach in ((0.1, 0.4), (-0.24, -0.02)):
                drawn += path(eye.away(-_HALF, 10, 404, reach), air.lit("#eef2ea", "#4a5478"))
                bars = [((-_HALF, y, reach[0]), (-_HALF, y, reach[1])) for y in (140.0, 270.0)]
                drawn += line(eye.lines(*bars), air.tint("#f4f0e4"), 5)
    drawn += path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#8f8b7d"), air.tint("#aaa595")),
    )
    for tile in eye.chequers(_LOW, (128, 0.23), 8, 5, _FAR):
        drawn += path(tile, air.tint("#837f71"), opacity=0.5)
    return drawn


def _portrait(air: Air, x: float, y: float) -> str:
    """The founder in oils, in a heavy frame; he looks past everybody, at the clock."""
    wide, high, gold = 210.0, 268.0, air.tint("#b08a45", 0.5)
    drawn = rect(x + 7, y + 12, wide, high, "#1c140c", 3, 0.28)
    drawn += rect(x, y, wide, high, across(lighter(gold, 0.3), gold, darker(gold, 0.3)), 4)
    drawn += rect(x + 14, y + 14, wide - 28, high - 28, darker(gold, 0.45), 2)
    ix, iy, iw, ih = x + 20, y + 20, wide - 40, high - 40
    ground = across(air.tint("#6f6a55"), air.tint("#4d4a3e"), air.tint("#35342e"))
    drawn += rect(ix, iy, iw, ih, ground)
    middle, face = ix + iw / 2, air.tint("#d9ab88", 0.5)
    coat = air.tint("#2f3640", 0.5)
    shoulder = (
        f"M{points(ix, iy + ih)}"
        f"C{points(ix + 6, iy + 150, middle - 40, iy + 150, middle, iy + 142)}"
    )
    drawn += path(
        f"{shoulder}C{points(middle + 40, iy + 150, ix + iw - 6, iy + 150, ix + iw, iy + ih)}Z",
        across(lighter(coat, 0.16), darker(coat, 0.3)),
    )
    drawn += path(
        (
            f"M{points(middle - 20, iy + 146)}L{points(middle, iy + 184)}"
            f"L{points(middle + 20, iy + 146)}Z"
        ),
        air.tint("#f1ece0", 0.5),
    )
    drawn += path(
        f"M{points(middle - 7, iy + 156)}h14l5 44l-12 12l-12 -12z", air.tint("#6f3038", 0.5)
    )
    drawn += rect(middle - 19, iy + 116, 38, 36, darker(face, 0.16), 8)
    drawn += ellipse(middle, iy + 84, 39, 49, across(lighter(face, 0.14), face, darker(face, 0.26)))
    white = air.tint("#dcd8cc", 0.5)
    drawn += path(
        (
            f"M{points(middle - 42, iy + 82)}q-6 -60 42 -60q50 0 42 58q-6 -26 -20 -32q-34"
            f" 8 -50 2q-10 10 -14 32z"
        ),
        white,
    )
    drawn += line(
        f"M{points(middle - 24, iy + 72)}q9 -7 17 0M{points(middle + 9, iy + 72)}q9 -7 17 0",
        white,
        5,
    )
    for eye_ in (-14, 19):
        drawn += ellipse(middle + eye_, iy + 81, 3.4, 3.6, air.tint("#2c2622", 0.3))
    drawn += line(f"M{points(middle + 3, iy + 82)}q8 14 -2 18", darker(face, 0.4), 3)
    drawn += path(f"M{points(middle - 24, iy + 108)}q24 -12 50 0q-14 10 -25 6q-12 4 -25 -6z", white)
    plate = rect(x + wide / 2 - 34, y + high - 14, 68, 11, lighter(gold, 0.3), 2)
    return drawn + plate + rect(x + wide / 2 - 30, y - 12, 60, 9, darker(gold, 0.4), 4)


def _clock(air: Air, x: float, y: float) -> str:
    """It is four minutes fast."""
    drawn = ellipse(x + 3, y + 5, 46, 46, "#1c140c", 0.25) + ellipse(
        x, y, 46, 46, air.tint("#4f5558")
    )
    drawn += ellipse(x, y, 40, 40, air.tint("#faf7ee", 0.5))
    hours = [(sin(pi * at / 6), -cos(pi * at / 6)) for at in range(12)]
    ticks = "".join(
        f"M{points(x + dx * 34, y + dy * 34)}L{points(x + dx * 29, y + dy * 29)}"
        for dx, dy in hours
    )
    drawn += line(ticks, air.tint("#4a4a46", 0.4), 2.6)
    return (
        drawn
        + line(hands(air, x, y, 30, (12, 31), fast=4), air.tint("#2c2c2a", 0.4), 4)
        + ellipse(x, y, 3.4, 3.4, air.tint("#a9453a", 0.4))
    )


def _hatch(air: Air, x: float, y: float) -> str:
    """The kitchen behind a counter: pans on a rail, cups in piles."""
    wide, high = 330.0, 250.0
    drawn = rect(x - 12, y - 12, wide + 24, high + 24, air.tint("#8d9a90"), 3)
    drawn += rect(
        x, y, wide, high, down(air.lit("#dfe3da", "#ffdca6"), air.lit("#c2cabf", "#c99a62"))
    )
    drawn += rect(x + 16, y + 40, wide - 32, 5, air.tint("#7d8588"))
    for pan in range(5):
        left, steel = x + 34 + pan * 62, air.tint(("#9aa4a6", "#b0805a")[pan % 2])
        drawn += line(f"M{points(left, y + 44)}v26", steel, 4)
        drawn += ellipse(
            left,
            y + 92,
            25 - 3 * (pan % 3),
            25 - 3 * (pan % 3),
            across(lighter(steel, 0.3), darker(steel, 0.25)),
        )
    drawn += rect(x, y + 140, wide, 110, air.tint("#aab2ab"))
    for pile in range(6):
        for cup in range(2 + pile % 3):
            drawn += rect(
                x + 24 + pile * 34,
                y + 204 - cup * 15,
                24,
                14,
                air.tint(("#f3efe4", "#d9e2de")[pile % 2]),
                3,
            )
    drawn += rect(
        x - 26, y + high - 6, wide + 52, 20, down(air.tint("#d9cfb6"), air.tint("#a99c80")), 3
    )
    shutter = "".join(rect(x, y + 4 + 7 * k, wide, 3, air.tint("#7d8882")) for k in range(4))
    return drawn + shutter


def _coat_row(air: Air, eye: Eye) -> str:
    """Work coats on hooks along the right."""
    drawn = line(eye.lines(((_HALF - 8, 180, 0.02), (_HALF - 8, 180, 0.6))), air.tint("#8d6a48"), 9)
    for at in range(8):
        depth = 0.56 - at * 0.072
        x, y = eye.at(_HALF - 16, 190, depth)
        size, colour = eye.share(depth), air.tint(_COATS[at % 6])
        wide = 28 * size
        drawn += path(
            f"M{points(x - 6 * size, y)}"
            f"C{points(x - wide, y + 20, x - wide, y + 120 * size, x - wide, y + 260 * size)}"
            f"h{number(wide * 2)}"
            f"C{points(x + wide, y + 120 * size, x + wide, y + 20, x + 6 * size, y)}Z",
            across(lighter(colour, 0.14), darker(colour, 0.25)),
        )
    return drawn


def _table(air: Air, eye: Eye, side: int, depth: float) -> str:
    """Formica on steel, with chairs, mustard and sugar."""
    inner, outer = side * 190.0, side * 940.0
    far, top = depth + 0.16 * (1 + depth), 700.0
    steel, drawn = air.tint("#8d9698"), ""
    for share in (0.12, 0.4, 0.68, 0.94):
        x = inner + (outer - inner) * share
        drawn += _chair(air, eye, x, far)
    for x in (inner + side * 40, outer - side * 40):
        drawn += line(
            eye.lines(((x, top, depth), (x, _LOW, depth)), ((x, top, far), (x, _LOW, far))),
            steel,
            9 * eye.share(depth),
        )
    laminate = "#d9cba6" if side < 0 else "#cfc09a"
    drawn += path(
        eye.level(inner, outer, top, (depth, far)),
        down(air.tint(lighter(laminate, 0.3)), air.tint(laminate)),
    )
    drawn += path(
        eye.facing((min(inner, outer), top, max(inner, outer), top + 20), depth),
        air.tint("#8a6b4c"),
    )
    x, y = eye.at(inner + side * 120, top, (depth + far) / 2)
    size = eye.share(depth)
    drawn += rect(x - 10 * size, y - 44 * size, 20 * size, 44 * size, air.tint("#d9a93a"), 5 * size)
    drawn += rect(x - 7 * size, y - 54 * size, 14 * size, 12 * size, air.tint("#a9453a"), 3 * size)
    return drawn + rect(
        x + 22 * size,
        y - 36 * size,
        24 * size,
        36 * size,
        across(air.tint("#f4f1e6"), air.tint("#c9c5b6")),
        5 * size,
    )


def _chair(air: Air, eye: Eye, x: float, depth: float) -> str:
    size = eye.share(depth)
    left, low = eye.at(x, _LOW, depth)
    wood = air.tint(mix("#b98a5c", "#a3734a", chance("chair", f"{x}")))

    def at(sx: float, rise: float) -> str:
        return points(left + sx * size, low - rise * size)

    legs = f"M{at(-52, 0)}L{at(-48, 330)}M{at(52, 0)}L{at(48, 330)}"
    drawn = line(legs, air.tint("#7d8588"), 8 * size)
    back = f"M{at(-54, 360)}Q{at(0, 346)} {at(54, 360)}L{at(52, 280)}Q{at(0, 268)} {at(-52, 280)}Z"
    return drawn + path(back, across(Stop(0, lighter(wood, 0.2)), Stop(100, darker(wood, 0.15))))


def _urn(air: Air, x: float, base: float) -> str:
    """Coffee, with a tap and a tray under it."""
    steel = air.tint("#b9c0c1", 0.5)
    body = across(lighter(steel, 0.4), steel, darker(steel, 0.4))
    y = base - 54
    drawn = rect(x - 34, y - 104, 68, 100, body, 10) + path(
        f"M{points(x - 34, y - 100)}q34 -34 68 0z", darker(steel, 0.1)
    )
    drawn += ellipse(x, y - 122, 6, 5, air.tint("#2c3033")) + rect(
        x - 40, y - 8, 80, 9, darker(steel, 0.35), 3
    )
    drawn += rect(x - 5, y - 34, 10, 16, air.tint("#2c3033"), 2) + ellipse(
        x + 20, y - 80, 4, 4, air.lit("#e0604a", "#ff7a5a")
    )
    steam = f"M{points(x, y - 130)}c-10 -16 10 -24 0 -42c-6 -12 6 -18 2 -28"
    return drawn + line(steam, "#ffffff", 5, 0.3)
