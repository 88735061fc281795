"""A call centre in a hall of glass and iron where miners once hung their lamps."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.outdoors import sky
from game.drawing.scenery.perspective import Edge, Eye
from game.drawing.svg import Stop, across, down, ellipse, glow, line, number, path, points, rect

_HALF, _EAVES, _RIDGE, _LOW = 900.0, -40.0, -420.0, 960.0  # of the hall, as it is in front
_NEAR, _FAR = -0.4, 3.0
_TRUSSES = (-0.16, 0.12, 0.4, 0.75, 1.2, 1.75, 2.4)
_ROWS = (2.5, 1.9, 1.4, 1.0, 0.68)  # of desks, the farthest first
_SKIN = ("#e9c3a2", "#8a5a3c", "#c99166", "#f1cdb2", "#5c3a29", "#d0a074")
_HAIR = ("#2b2629", "#5f4030", "#9b9c9e", "#b4572e", "#dcb467", "#413029")
_WORN = ("#3d6794", "#a9552f", "#48705a", "#73303f", "#8a8d92", "#c08c3a")


@place(table=("#c9cdce", "#868e92"))
def call_centre(air: Air, w: float) -> str:
    """The glass roof, the gable with the winding tower, tallies, and rows of headsets."""
    eye = Eye(w / 2, 420)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#b9aa98"))
    drawn += _yard(air, eye) + _roof(air, eye) + _gable(air, eye) + _floor(air, eye)
    drawn += _wall(air, eye, -1) + _wall(air, eye, 1) + _tallies(air, eye)
    drawn += "".join(_truss(air, eye, depth) for depth in reversed(_TRUSSES))
    drawn += _display(air, eye)
    for row, depth in enumerate(_ROWS):
        for side in (-1, 1):
            for column, x in enumerate((690.0, 430.0)):
                drawn += _desk(air, eye, side * x, depth, f"{row}{side}{column}")
    return drawn


def _roof(air: Air, eye: Eye) -> str:
    """Panes of milky glass on both slopes, brighter on the left."""
    drawn = ""
    for side, bright in ((-1, 0.1), (1, 0.34)):
        glass = down(
            air.lit(mix("#eef3f1", "#9db3bd", bright), mix("#2a3656", "#18223c", bright)),
            air.lit(mix("#dfe8e6", "#a9bcc2", bright), mix("#5a5670", "#2e3855", bright)),
        )
        edge = side * _HALF
        drawn += path(
            eye.sheet(
                (edge, _EAVES, _NEAR), (0, _RIDGE, _NEAR), (0, _RIDGE, _FAR), (edge, _EAVES, _FAR)
            ),
            glass,
        )
        bars = [
            ((edge * share, _RIDGE + (_EAVES - _RIDGE) * share, _NEAR),
             (edge * share, _RIDGE + (_EAVES - _RIDGE) * share, _FAR))
            for share in (0.14, 0.28, 0.42, 0.56, 0.7, 0.84)
        ]  # fmt: skip
        drawn += line(eye.lines(*bars), air.tint("#7d8b8c"), 2, 0.6)
    return drawn


def _yard(air: Air, eye: Eye) -> str:
    """What is seen through the far end: sky, and the tower of the mine."""
    left, top = eye.at(-_HALF, _RIDGE, _FAR)
    right, low = eye.at(_HALF, 560, _FAR)
    drawn = sky(air, left, top, right - left, low - top, "mine")
    return drawn + _tower(air, eye.x + 76, low + 4, 205)


def _gable(air: Air, eye: Eye) -> str:
    """The far end, glazed above brick."""
    brick = eye.facing((-_HALF, 560, _HALF, _LOW), _FAR)
    drawn = path(brick, across(air.tint("#a9745a"), air.tint("#855743")))
    grid: list[Edge] = [((x, _arch(x) + 24, _FAR), (x, 560.0, _FAR)) for x in range(-750, 751, 150)]
    grid += [((-_HALF, y, _FAR), (_HALF, y, _FAR)) for y in (-40.0, 160.0, 360.0, 560.0)]
    drawn += line(eye.lines(*grid), air.tint("#4f5f62"), 2.2, 0.9)
    return drawn + glow(eye.x - 60, 300, 330, 190, air.lit("#fff4dc", "#c78b6d"), 0.34)


def _tower(air: Air, x: float, base: float, size: float) -> str:
    """A headframe with its two wheels, in haze."""
    steel = mix(air.tint("#3c4549", 0.5), air.sky[1], 0.16)

    def at(dx: float, rise: float) -> str:
        return points(x + size * dx, base - size * rise)

    legs = f"M{at(-0.12, 0)}L{at(-0.06, 0.94)}M{at(0.12, 0)}L{at(0.06, 0.94)}M{at(0.46, 0)}"
    legs += f"L{at(0.08, 0.9)}M{at(-0.1, 0.3)}L{at(0.1, 0.3)}M{at(-0.08, 0.6)}L{at(0.08, 0.6)}"
    legs += f"M{at(-0.12, 0)}L{at(0.1, 0.3)}L{at(-0.08, 0.6)}L{at(0.06, 0.9)}"
    drawn = line(legs, steel, 3.4)
    for wheel in (-0.05, 0.1):
        rim = f"M{at(wheel - 0.1, 0.94)}a{points(size * 0.1, size * 0.1)} 0 1 1 "
        rim += f"{points(size * 0.2, 0)}a{points(size * 0.1, size * 0.1)} 0 1 1 "
        drawn += path(f"{rim}{points(-size * 0.2, 0)}z", stroke=steel, width=2.6)
    return drawn + line(f"M{at(-0.16, 0.84)}L{at(0.2, 0.84)}", steel, 4)


def _floor(air: Air, eye: Eye) -> str:
    top = eye.at(0, _LOW, _FAR)[1]
    drawn = rect(0, top, eye.x * 2, HEIGHT - top, down(air.tint("#b3a594"), air.tint("#8d8071")))
    seams = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-1700, 1701, 200)]
    drawn += line(eye.lines(*seams), air.tint("#7a6d5f"), 1.6, 0.35)
    light = eye.level(-190, 150, _LOW, (_NEAR, _FAR))
    return drawn + path(light, air.lit("#fff6e2", "#8d84a0"), opacity=air.dim(0.3, 0.12))


def _wall(air: Air, eye: Eye, side: int) -> str:
    """Brick under the eaves, with a window in each bay."""
    x = side * _HALF
    brick = ("#b98468", "#93634c") if side < 0 else ("#8f604a", "#a9745a")
    drawn = path(eye.away(x, _EAVES, _LOW, (_NEAR, _FAR)), across(*map(air.tint, brick)))
    courses = [((x, y, _NEAR), (x, y, _FAR)) for y in range(0, 700, 28)]
    drawn += line(eye.lines(*courses), air.tint("#d9ab8d" if side < 0 else "#6f4836"), 1, 0.22)
    bays = zip((_NEAR, *_TRUSSES), (*_TRUSSES, _FAR), strict=True)
    for near, far in bays:
        inner = (near + (far - near) * 0.2, near + (far - near) * 0.8)
        if side < 0 and 0.4 <= near < 1.75:
            continue  # the tallies hang there
        drawn += path(eye.away(x, 70, 470, inner), air.lit("#e4ecea", "#4a5477"))
        bars = [((x, y, inner[0]), (x, y, inner[1])) for y in (170.0, 270.0, 370.0)]
        middle = sum(inner) / 2
        bars.append(((x, 70, middle), (x, 470, middle)))
        drawn += line(eye.lines(*bars), air.tint("#4f5f62"), 2)
    return drawn + path(eye.away(x, 700, _LOW, (_NEAR, _FAR)), air.tint("#5f6e66"), opacity=0.55)


def _tallies(air: Air, eye: Eye) -> str:
    """The board of brass tallies, one for everybody who ever went down; some hooks are empty."""
    x, near, far = -_HALF + 6, 0.5, 1.66
    drawn = path(eye.away(x, 30, 560, (near - 0.02, far + 0.03)), air.tint("#4a3424"))
    drawn += path(
        eye.away(x, 44, 546, (near, far)), across(air.tint("#7a5a3e"), air.tint("#664a33"))
    )
    for column in range(17):
        depth = near + (far - near) * (column + 0.6) / 17.2
        for row in range(9):
            lean = chance(f"tally{row}", str(column))
            if lean < 0.12:
                continue
            at = eye.at(x, 84 + row * 54, depth)
            size = 15 * eye.share(depth)
            brass = air.tint(mix("#f0cf7f", "#a87b34", chance(f"brass{row}", str(column))), 0.5)
            drawn += ellipse(*at, size * 0.62, size, brass)
            drawn += ellipse(at[0], at[1] - size * 0.55, size * 0.14, size * 0.2, "#4a3424")
    return drawn + line(eye.lines(((x, 30, near), (x, 30, far))), air.tint("#a8835a"), 4)


def _arch(x: float) -> float:
    """How high the roof's iron is there; x from the middle of the hall."""
    share = abs(x) / _HALF
    return _RIDGE + 20 + (_EAVES - _RIDGE - 20) * (0.3 * share + 0.7 * share**3)


def _truss(air: Air, eye: Eye, depth: float) -> str:
    """An iron arch on two posts, with a tie across and two lamps."""
    iron, width = air.tint("#475558"), 16 * eye.share(depth)
    steps = [(_HALF * at / 12, _arch(_HALF * at / 12)) for at in range(-12, 13)]
    outline = [(-_HALF, _LOW), *steps, (_HALF, _LOW)]
    d = "L".join(eye.spot(x, y, depth) for x, y in outline)
    drawn = line(f"M{d}", iron, width)
    tie = ((-_HALF, _EAVES, depth), (_HALF, _EAVES, depth))
    drawn += line(eye.lines(tie), iron, width * 0.4)
    posts = [((x, _EAVES, depth), (x, _arch(x), depth)) for x in range(-600, 601, 200)]
    drawn += line(eye.lines(*posts), iron, width * 0.3)
    return drawn + "".join(_lamp(air, eye, x, depth) for x in (-500.0, 500.0))


def _lamp(air: Air, eye: Eye, x: float, depth: float) -> str:
    left, top = eye.at(x, _EAVES + 110, depth)
    size = 42 * eye.share(depth)
    drawn = line(eye.lines(((x, _EAVES, depth), (x, _EAVES + 96, depth))), air.tint("#475558"), 1.6)
    drawn += path(
        f"M{points(left - size * 0.3, top - size * 0.3)}h{number(size * 0.6)}"
        f"L{points(left + size, top + size * 0.4)}H{number(left - size)}Z",
        across(lighter(air.tint("#3f5a52", 0.5), 0.2), air.tint("#2d4039", 0.5)),
    )
    bulb = air.lit("#fdf7e6", "#ffdca6")
    drawn += ellipse(left, top + size * 0.4, size * 0.9, size * 0.14, bulb)
    return drawn + glow(left, top + size * 2, size * 4, size * 4, "#ffcf8f", air.dim(0.06, 0.4))


def _display(air: Air, eye: Eye) -> str:
    """The board over the aisle: how many wait, in bars."""
    x, y, wide, high = eye.x - 165, 96.0, 330.0, 104.0
    drawn = line(f"M{points(x + 40, 0)}V{number(y)}M{points(x + wide - 40, 0)}V{number(y)}",
                 air.tint("#475558"), 3)  # fmt: skip
    drawn += rect(x, y, wide, high, air.tint("#2b3438", 0.3), 6)
    drawn += rect(x + 9, y + 9, wide - 18, high - 18, air.tint("#10191d", 0.2), 3)
    for bar in range(16):
        tall = 14 + 52 * chance("waiting", str(bar)) ** 1.2 * (0.4 + bar / 16)
        colour = mix("#8fd0b4", "#f0954f", min(1.0, tall / 58))
        drawn += rect(x + 26 + bar * 12, y + high - 20 - tall, 8, tall, colour, 1)
    drawn += rect(x + 238, y + 24, 66, 22, "#f0954f", 2) + rect(
        x + 238, y + 56, 44, 10, "#8fd0b4", 2
    )
    return drawn


def _desk(air: Air, eye: Eye, x: float, depth: float, seed: str) -> str:
    """Somebody with a headset behind a screen, and the partition before them."""
    drawn = _caller(air, eye, x, depth, seed)
    left, right, top = x - 118, x + 118, 700.0
    cloth = mix("#5b7f86", "#7f9a90", chance(seed, "cloth"))
    drawn += path(
        eye.facing((left, top, right, 880), depth),
        down(air.tint(lighter(cloth, 0.12)), air.tint(darker(cloth, 0.15))),
    )
    drawn += line(eye.lines(((left, top, depth), (right, top, depth))), air.tint("#d9d2c4"),
                  9 * eye.share(depth))  # fmt: skip
    screen = x + (46 if x < 0 else -46)
    drawn += path(eye.facing((screen - 44, 610, screen + 44, 690), depth), air.tint("#2c3336", 0.4))
    return drawn + path(eye.facing((screen - 8, 690, screen + 8, 702), depth), air.tint("#2c3336"))


def _caller(air: Air, eye: Eye, x: float, depth: float, seed: str) -> str:
    size = eye.share(depth)
    head_x, head_y = eye.at(x - 30 + 60 * chance(seed, "x"), 606 + 20 * chance(seed, "y"), depth)
    skin, hair, worn = (
        air.tint(options[int(chance(seed, name) * len(options))], 0.5)
        for options, name in ((_SKIN, "skin"), (_HAIR, "hair"), (_WORN, "worn"))
    )
    wide, high = 31 * size, 39 * size
    low = head_y + high * 3.4
    drawn = path(
        f"M{points(head_x - wide * 2.1, low)}C{points(head_x - wide * 2, head_y + high * 1.3)} "
        f"{points(head_x - wide * 0.9, head_y + high * 1.15, head_x, head_y + high * 1.1)}"
        f"C{points(head_x + wide * 0.9, head_y + high * 1.15)} "
        f"{points(head_x + wide * 2, head_y + high * 1.3, head_x + wide * 2.1, low)}Z",
        across(Stop(0, lighter(worn, 0.12)), Stop(100, darker(worn, 0.2))),
    )
    drawn += rect(
        head_x - wide * 0.4, head_y + high * 0.5, wide * 0.8, high * 0.75, darker(skin, 0.15)
    )
    drawn += ellipse(head_x, head_y - high * 0.1, wide * 1.12, high * 1.06, hair)
    drawn += ellipse(head_x, head_y + high * 0.2, wide * 0.9, high * 0.86, skin)
    drawn += path(
        f"M{points(head_x - wide * 0.95, head_y)}Q{points(head_x, head_y - high * 0.75)} "
        f"{points(head_x + wide * 0.95, head_y)}Q{points(head_x, head_y - high * 1.5)} "
        f"{points(head_x - wide * 0.95, head_y)}Z",
        hair,
    )
    ink = air.tint("#23282b", 0.4)
    for eye_x in (-0.4, 0.3):  # cast down, to the screen
        lid = f"M{points(head_x + wide * eye_x - wide * 0.14, head_y + high * 0.24)}"
        drawn += line(f"{lid}h{number(wide * 0.3)}", darker(skin, 0.6), 3 * size, 0.8)
    band = f"M{points(head_x - wide * 1.1, head_y + high * 0.2)}"
    band += f"C{points(head_x - wide * 1.2, head_y - high * 1.5)} "
    band += f"{points(head_x + wide * 1.2, head_y - high * 1.5)} "
    drawn += line(f"{band}{points(head_x + wide * 1.1, head_y + high * 0.2)}", ink, 4.5 * size)
    for ear in (-1.1, 1.1):
        drawn += ellipse(head_x + wide * ear, head_y + high * 0.25, wide * 0.26, high * 0.34, ink)
    mouth = points(
        head_x - wide * 1.0, head_y + high * 0.9, head_x - wide * 0.3, head_y + high * 0.74
    )
    return drawn + line(
        f"M{points(head_x - wide * 1.1, head_y + high * 0.3)}Q{mouth}", ink, 3 * size
    )
