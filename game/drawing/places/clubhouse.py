"""The bar of a football club, with the pitch outside."""

from collections.abc import Iterable

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut, frame
from game.drawing.scenery.outdoors import land, sky, tree
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect

_HALF, _CEILING, _LOW = 950.0, -60.0, 950.0  # of the bar, as it is in front
_NEAR, _FAR = -0.45, 0.55
_CLUB = ("#2f6b4a", "#e9dfc6")  # its colours
_CRATES = ("#a9453a", "#d5a83f", "#3f6d86")


@place(has_table=False)
def clubhouse(air: Air, w: float) -> str:
    """Windows on the pitch, pennants, the bar with its taps, stools of one height."""
    eye = Eye(w / 2, 410)
    window = Hole(eye.x - 560, 190, 620, 210)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#b0a285")) + pitch(air, window)
    drawn += _far_wall(air, eye, window) + frame(air, window, 4, 1, "#f0ebdc", 8)
    drawn += _room(air, eye) + _shelf(air, eye.x + 130, 150) + _score(air, eye.x + 440, 176)
    drawn += _pennants(air, eye) + _bar(air, eye) + _lamps(air, eye)
    return drawn + glow(eye.x, 320, 680, 340, air.lit("#fff6e0", "#ffcf8f"), air.dim(0.24, 0.22))


def pitch(air: Air, window: Hole) -> str:
    """Grass with its lines, a goal, somebody in it, and poplars."""
    x, y, wide, high = window
    drawn = sky(air, x, y, wide, high * 0.6, "pitch") + land(air, x, wide, y + high * 0.5, "pitch")
    for poplar in range(7):
        drawn += tree(air, x + wide * (0.07 + 0.15 * poplar), y + high * 0.56, 84, f"line{poplar}")
    top = y + high * 0.5
    drawn += rect(x, top, wide, high * 0.52, down(air.tint("#9db572"), air.tint("#7a9a55")))
    for stripe in range(4):
        left = x + wide * (0.06 + 0.25 * stripe)
        band = (
            f"M{points(left, top)}h{number(wide * 0.1)}l{points(wide * 0.05, high * 0.52)}"
            f"h{number(-wide * 0.17)}z"
        )
        drawn += path(band, air.tint("#b3c78a"), opacity=0.45)
    chalk, goal = air.tint("#f6f6ee", 0.4), x + wide * 0.6
    drawn += line(f"M{points(x, y + high * 0.84)}H{number(x + wide)}", chalk, 3, 0.8)
    drawn += line(f"M{points(goal - 60, y + high * 0.84)}l20 -22h130l20 22", chalk, 2.4, 0.8)
    drawn += line(f"M{points(goal, y + high * 0.74)}v-46h72v46", chalk, 4)
    net = "".join(f"M{points(goal + 9 * k, y + high * 0.74 - 44)}v42" for k in range(1, 8))
    drawn += line(net, chalk, 1, 0.5)
    keeper = points(goal + 34, y + high * 0.74 - 12)
    drawn += line(
        f"M{keeper}v-12M{points(goal + 31, y + high * 0.74)}l3 -12l4 12", air.tint("#2c3033"), 4
    )
    drawn += line(f"M{points(goal + 34, y + high * 0.74 - 22)}v10", air.tint("#d5763f", 0.5), 8)
    return drawn + ellipse(goal + 34, y + high * 0.74 - 32, 4.5, 5, air.tint("#e0b088", 0.5))


def cups(x: float, base: float, spaces: Iterable[tuple[float, float]], gold: str) -> str:
    """Cups for having won, on a shelf: how far along each stands and how large it is."""
    drawn = ""
    for along, size in spaces:
        at = x + along
        body = across(lighter(gold, 0.4), gold, darker(gold, 0.35))
        drawn += rect(at - 12 * size, base - 12 * size, 24 * size, 12 * size, darker(gold, 0.6), 2)
        drawn += rect(at - 3 * size, base - 26 * size, 6 * size, 16 * size, gold)
        bowl = f"M{points(at - 17 * size, base - 64 * size)}h{number(34 * size)}"
        bowl += (
            f"q0 {number(34 * size)} {points(-17 * size, 40 * size)}"
            f"q{points(-17 * size, -6 * size, -17 * size, -40 * size)}z"
        )
        drawn += path(bowl, body)
        for side in (-1, 1):
            ear = (
                f"M{points(at + side * 16 * size, base - 58 * size)}"
                f"q{points(side * 16 * size, 2 * size, side * -2 * size, 22 * size)}"
            )
            drawn += line(ear, gold, 3.4 * size)
    return drawn


def _far_wall(air: Air, eye: Eye, window: Hole) -> str:
    left = eye.at(-_HALF, _CEILING, _FAR)[0]
    right, low = eye.at(_HALF, _LOW, _FAR)
    cream = "#e3d3ac"
    paint = across(air.tint(lighter(cream, 0.3)), air.tint(darker(cream, 0.1)))
    wall = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR)
    drawn = path(wall + cut([window]), paint, has_holes=True)
    drawn += rect(
        left, 470, right - left, low - 470, down(air.tint("#b9905f"), air.tint("#8f6a42"))
    )
    boards = "".join(
        f"M{points(left + (right - left) * k / 36, 474)}V{number(low)}" for k in range(1, 36)
    )
    drawn += line(boards, air.tint("#6b4c2c"), 2, 0.5)
    return drawn + rect(left, 462, right - left, 10, air.tint(_CLUB[0]))


def _room(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#c3b797"), air.tint("#ddd2b4")),
    )
    planks = [((x, _CEILING, _NEAR), (x, _CEILING, _FAR)) for x in range(-950, 951, 95)]
    drawn += line(eye.lines(*planks), air.tint("#a3946f"), 2, 0.6)
    for side, tone in ((-1, "#d3c294"), (1, "#c0ae80")):
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(tone, 0.16)), air.tint(tone)),
        )
        drawn += path(eye.away(side * _HALF, 503, _LOW, (_NEAR, _FAR)), air.tint("#8f6a42"))
        rail = eye.lines(((side * _HALF, 500, _NEAR), (side * _HALF, 500, _FAR)))
        drawn += line(rail, air.tint(_CLUB[0]), 8)
    drawn += path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#7f5a3f"), air.tint("#9a7350")),
    )
    for tile in eye.chequers(_LOW, (158, 0.25), 6, 4, _FAR):
        drawn += path(tile, air.tint("#6b4c36"), opacity=0.4)
    return drawn


def _pennants(air: Air, eye: Eye) -> str:
    """Of clubs that came to play, on a string."""
    drawn = line(
        f"M{points(eye.x - 590, 142)}Q{points(eye.x - 250, 178, eye.x + 80, 142)}",
        air.tint("#8a7a55"),
        2,
    )
    for flag in range(15):
        share = (flag + 0.5) / 15
        x, y = eye.x - 590 + 670 * share, 142 + 72 * share * (1 - share)
        colour = air.tint(
            ("#2f6b4a", "#a83d3d", "#e9dfc6", "#3d5f9a", "#d5a83f", "#2b2c33")[
                int(chance(f"{flag * 5}", "flag") * 5.99)
            ],
            0.5,
        )
        drawn += path(f"M{points(x - 13, y)}h26l-13 34z", colour)
    return drawn


def _shelf(air: Air, x: float, y: float) -> str:
    """Glasses, crisps, a cup from long ago, a scarf."""
    wood = air.tint("#8d6743")
    drawn = ""
    for row in range(2):
        low = y + 88 + row * 92
        drawn += rect(x, low, 286, 10, wood, 2)
        for glass in range(7):
            left = x + 12 + glass * 20 + row * 138
            drawn += path(
                f"M{points(left, low)}l-3 -34h18l-3 34z",
                air.lit("#e6efee", "#8d9cb8"),
                opacity=0.75,
            )
    gold = air.tint("#d0a64e", 0.45)
    drawn += cups(x, y + 88, ((186.0, 0.9), (226.0, 1.05), (264.0, 0.85)), gold)
    for bag in range(4):
        tone = air.tint(("#a9453a", "#3f6d86", "#d5a83f", "#5f7f5a")[bag], 0.55)
        drawn += rect(
            x + 8 + bag * 32, y + 136, 28, 44, across(lighter(tone, 0.25), darker(tone, 0.15)), 4
        )
    for band in range(9):
        drawn += rect(x - 30 + band * 38, y - 26, 38, 26, air.tint(_CLUB[band % 2], 0.5))
    return drawn


def _score(air: Air, x: float, y: float) -> str:
    """A board for the score, not brought up to date since Saturday; a clock over it."""
    drawn = rect(x, y, 134, 96, air.tint("#22302a", 0.4), 4)
    digit = air.tint("#f4f1e2", 0.35)
    drawn += line(
        (
            f"M{points(x + 32, y + 26)}h24v44h-24zM{points(x + 82, y + 26)}h24v22h-24"
            f"M{points(x + 106, y + 48)}v22h-24"
        ),
        digit,
        6,
    )
    drawn += rect(x + 64, y + 46, 8, 6, digit)
    for shirt in range(2):
        colour, top = air.tint(("#2f6b4a", "#a83d3d")[shirt], 0.5), y + 120
        left = x + 8 + shirt * 68
        drawn += path(
            f"M{points(left, top)}l14 -8q8 8 16 0l14 8l8 18l-12 6v46h-32v-46l-12 -6z", colour
        )
        drawn += line(f"M{points(left + 20, top + 24)}v20", "#f4f1e2", 4)
    return drawn


def _bar(air: Air, eye: Eye) -> str:
    """Fifty years of rings on the wood, a till, taps, crates under it."""
    left, right, top = eye.x - 40, eye.x + 640, 474.0
    wood = air.tint("#9a6b3f")
    drawn = rect(left, top, right - left, 276, down(wood, darker(wood, 0.35)))
    for panel in range(5):
        x = left + 18 + panel * 134
        drawn += rect(x, top + 36, 116, 210, darker(wood, 0.22), 4) + rect(
            x + 5, top + 41, 106, 200, lighter(wood, 0.06), 3
        )
    slab = air.tint("#c9955a")
    drawn += rect(
        left - 16, top - 16, right - left + 24, 26, down(lighter(slab, 0.2), darker(slab, 0.15)), 6
    )
    for ring in range(12):
        x = left + 20 + 54 * ring + 20 * chance(f"ring{ring * 3}", "x")
        drawn += path(
            f"M{points(x - 12, top - 9)}a12 3 0 1 1 24 0a12 3 0 1 1 -24 0z",
            stroke=darker(slab, 0.4),
            width=1.6,
            opacity=0.7,
        )
    steel = air.tint("#b9c0c1", 0.5)
    for tap in (250.0, 296.0):
        drawn += rect(
            left + tap, top - 84, 12, 70, across(lighter(steel, 0.4), darker(steel, 0.3)), 4
        )
        drawn += rect(left + tap - 18, top - 78, 22, 8, steel, 3) + rect(
            left + tap - 1, top - 112, 14, 32, air.tint(_CLUB[0], 0.5), 5
        )
    drawn += rect(left + 420, top - 78, 104, 62, air.tint("#4d5558", 0.5), 6) + rect(
        left + 432, top - 70, 54, 20, air.lit("#a9c9b0", "#b6e0a8"), 2
    )
    drawn += "".join(
        rect(left + 434 + 16 * (k % 5), top - 44 + 13 * (k // 5), 11, 8, air.tint("#c3c8c6"), 2)
        for k in range(10)
    )
    for stool in range(2):
        drawn += _stool(air, left + 120 + stool * 250)
    for crate in range(3):
        tone = air.tint(_CRATES[crate], 0.55)
        drawn += rect(
            left - 118, 700 - crate * 52, 92, 48, across(lighter(tone, 0.16), darker(tone, 0.2)), 4
        )
        drawn += rect(left - 90, 712 - crate * 52, 36, 12, darker(tone, 0.5), 4)
    return drawn


def _stool(air: Air, x: float) -> str:
    wood, seat = air.tint("#6b4a2e"), air.tint("#2f6b4a")
    drawn = glow(x, 806, 66, 10, "#1c140c", 0.5)
    drawn += line(
        (
            f"M{points(x - 20, 604)}L{points(x - 38, 804)}M{points(x + 20, 604)}"
            f"L{points(x + 38, 804)}M{points(x - 31, 728)}H{number(x + 31)}"
        ),
        wood,
        9,
    )
    return drawn + rect(x - 46, 586, 92, 26, across(lighter(seat, 0.22), darker(seat, 0.25)), 11)


def _lamps(air: Air, eye: Eye) -> str:
    """Tubes behind a grid, as in a sports hall."""
    drawn = ""
    for x, reach in ((-420.0, (0.16, 0.34)), (60.0, (0.16, 0.34)), (480.0, (0.16, 0.34))):
        drawn += path(
            eye.level(x - 100, x + 100, _CEILING + 4, reach), air.lit("#fffdf4", "#ffe9c4")
        )
        at = eye.at(x, _CEILING, sum(reach) / 2)
        drawn += glow(
            at[0], at[1] + 50, 250, 110, air.lit("#fffdf4", "#ffdca6"), air.dim(0.3, 0.45)
        )
    return drawn
