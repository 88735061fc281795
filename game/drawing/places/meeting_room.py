"""A hired room without windows: a long table, mints, a clock, a folding wall."""

import itertools

from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import hands, polder_picture
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect

_HALF, _CEILING, _LOW = 960.0, -40.0, 950.0  # of the room, as it is in front
_NEAR, _FAR = -0.45, 0.6
_CEILING_TILE = 160.0


@place(is_closed=True, table=("#b39c7e", "#7d6a52"))
def meeting_room(air: Air, w: float) -> str:
    """A screen and a clock on the far wall, flip chart and side table, tiles overhead."""
    eye = Eye(w / 2, 415)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#a9a499")) + _far_wall(air, eye)
    drawn += _ceiling(air, eye) + _folding_wall(air, eye) + _right(air, eye) + _carpet(air, eye)
    drawn += _screen(air, eye.x - 150, 150) + _clock(air, eye.x + 330, 218)
    drawn += polder_picture(air, eye.x - 420, 196, 170, 118) + _side_table(air, eye.x + 300, 486)
    drawn += _flip_chart(air, eye.x - 520, 300) + _exit_sign(air, eye.x + 492, 132)
    for side in (-1, 1):
        for depth in (0.42, 0.2, 0.0):
            drawn += _chair(air, eye, side * 560.0, depth)
    return drawn


def _far_wall(air: Air, eye: Eye) -> str:
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    tone = "#d6cfbf"
    drawn = rect(
        left,
        top,
        right - left,
        low - top,
        across(air.tint(lighter(tone, 0.25)), air.tint(darker(tone, 0.1))),
    )
    weave = "".join(f"M{points(left + 24 * k, top)}V500" for k in range(51))
    drawn += line(weave, air.tint(darker(tone, 0.2)), 1, 0.35)
    drawn += rect(left, 500, right - left, 10, air.tint("#8a7355")) + rect(
        left, 510, right - left, low - 510, air.tint("#b3a689")
    )
    door = air.tint("#9a7a58")
    drawn += rect(eye.x + 424, 176, 150, low - 176, darker(door, 0.4)) + rect(
        eye.x + 433, 185, 132, low - 185, across(lighter(door, 0.14), door)
    )
    drawn += rect(eye.x + 530, 250, 16, 130, air.lit("#e6e2d2", "#ffdca6"), 3)
    return drawn + rect(eye.x + 446, 430, 30, 8, air.tint("#c9ccc6"), 4)


def _ceiling(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#cfccc0"), air.tint("#e6e3d8")),
    )
    seams = [
        ((k * _CEILING_TILE, _CEILING, _NEAR), (k * _CEILING_TILE, _CEILING, _FAR))
        for k in range(-6, 7)
    ]
    seams += [
        ((-_HALF, _CEILING, d), (_HALF, _CEILING, d)) for d in (-0.28, -0.14, 0.02, 0.19, 0.38)
    ]
    drawn += line(eye.lines(*seams), air.tint("#aca899"), 2, 0.7)
    for column in (-4, -1, 2):
        for reach in ((0.19, 0.38), (-0.14, 0.02)):
            x = column * _CEILING_TILE
            light = eye.level(
                x + 8, x + 2 * _CEILING_TILE - 8, _CEILING + 2, (reach[0] + 0.01, reach[1] - 0.01)
            )
            drawn += path(light, air.lit("#ffffff", "#f2efe0"), opacity=0.95)
            left, top = eye.at(x + _CEILING_TILE, _CEILING, sum(reach) / 2)
            drawn += glow(
                left, top + 60, 300, 150, air.lit("#ffffff", "#e9e6d6"), air.dim(0.34, 0.34)
            )
    return drawn


def _folding_wall(air: Air, eye: Eye) -> str:
    """Pleats of brown felt: behind them is the next party."""
    drawn, x = "", -_HALF
    edges = [_NEAR + (0.062 + 0.0052 * k) * k for k in range(12)]
    for fold, (near, far) in enumerate(itertools.pairwise(edges)):
        tone = air.tint(mix("#8a6f55", "#6b543f", fold % 2))
        drawn += path(
            eye.away(x, _CEILING, _LOW, (near, min(far, _FAR))), across(darker(tone, 0.15), tone)
        )
    rail = eye.lines(((x, _CEILING + 14, _NEAR), (x, _CEILING + 14, _FAR)))
    return drawn + line(rail, air.tint("#c9ccc6"), 12)


def _right(air: Air, eye: Eye) -> str:
    tone, x = "#c4bca9", _HALF
    drawn = path(
        eye.away(x, _CEILING, _LOW, (_NEAR, _FAR)),
        across(air.tint(tone), air.tint(darker(tone, 0.16))),
    )
    drawn += path(eye.away(x, 551, _LOW, (_NEAR, _FAR)), air.tint("#a3977b"))
    for near, far in ((0.12, 0.4), (-0.24, -0.04)):
        drawn += path(eye.away(x, 120, 420, (near, far)), air.tint("#7a6046"))
        drawn += path(
            eye.away(x, 142, 398, (near + 0.014, far - 0.014)),
            across(air.tint("#c98a66"), air.tint("#8d4f3f")),
        )
    return drawn


def _carpet(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#5b6670"), air.tint("#6f7b84")),
    )
    for row in range(5):
        for column in range(-6, 6):
            if (row * 2 + column) % 3 == 0:
                far = _FAR - row * 0.21
                tile = eye.level(column * 160, (column + 1) * 160, _LOW, (far - 0.21, far))
                drawn += path(tile, air.tint("#7d6a5c"), opacity=0.55)
    return drawn


def _screen(air: Air, x: float, y: float) -> str:
    """A list that scrolls: what is answered, half answered and not."""
    wide, high = 420.0, 254.0
    drawn = rect(x + 6, y + 10, wide, high, "#1c140c", 6, 0.25) + rect(
        x, y, wide, high, air.tint("#23282b", 0.3), 6
    )
    drawn += rect(x + 10, y + 10, wide - 20, high - 20, air.lit("#f4f5f0", "#dfe4e2"), 2)
    for row in range(8):
        top = y + 30 + row * 27
        colour = (
            "#5f9a6b",
            "#5f9a6b",
            "#d99a3a",
            "#5f9a6b",
            "#b9503c",
            "#d99a3a",
            "#5f9a6b",
            "#d99a3a",
        )[row]
        drawn += ellipse(x + 36, top + 6, 7, 7, colour)
        drawn += rect(
            x + 58, top, (230, 170, 262, 206, 250, 150, 240, 190)[row], 11, "#9aa2a4", 3, 0.75
        )
        drawn += rect(x + 344, top, 44, 11, "#c2c8c8", 3)
    return drawn + glow(x + wide / 2, y + high / 2, 380, 230, "#f4f5f0", air.dim(0.0, 0.2))


def _clock(air: Air, x: float, y: float) -> str:
    drawn = (
        ellipse(x + 3, y + 5, 42, 42, "#1c140c", 0.25)
        + ellipse(x, y, 42, 42, air.tint("#8d9698"))
        + ellipse(x, y, 36, 36, air.tint("#fbfaf4", 0.5))
    )
    ticks = (
        f"M{points(x, y - 31)}v7M{points(x, y + 31)}v-7M{points(x - 31, y)}h7"
        f"M{points(x + 31, y)}h-7"
    )
    drawn += line(ticks, air.tint("#4a4a46", 0.4), 3)
    drawn += line(hands(air, x, y, 26, (10, 4)), air.tint("#2c2c2a", 0.4), 3.6)
    return drawn + rect(x - 30, y + 50, 60, 14, air.tint("#c9ccc6"), 3)


def _side_table(air: Air, x: float, y: float) -> str:
    """A carafe from yesterday, glasses upside down, mints that nobody touches."""
    wood = air.tint("#a98a66")
    drawn = rect(x - 92, y, 190, 14, down(lighter(wood, 0.25), wood), 2) + rect(
        x - 84, y + 14, 174, 150, darker(wood, 0.25)
    )
    drawn += line(f"M{points(x + 3, y + 18)}v142", darker(wood, 0.5), 2)
    glass = air.tint("#cfdfe2", 0.5)
    drawn += path(f"M{points(x - 66, y)}q-10 -40 8 -62v-18h18v18q18 22 8 62z", glass, opacity=0.85)
    drawn += path(
        f"M{points(x - 68, y - 2)}q-4 -20 2 -32h32q6 12 2 32z",
        air.tint("#a9c4cc", 0.5),
        opacity=0.8,
    )
    for cup in range(3):
        drawn += path(f"M{points(x - 16 + cup * 24, y)}l2 -30h14l2 30z", glass, opacity=0.8)
    drawn += path(f"M{points(x + 58, y - 16)}h38q-4 16 -19 16q-15 0 -19 -16z", air.tint("#f1ede0"))
    return drawn + "".join(
        ellipse(x + 64 + k * 7, y - 19 - 5 * (k % 2), 5, 4, air.tint("#fbfaf6", 0.5))
        for k in range(5)
    )


def _flip_chart(air: Air, x: float, y: float) -> str:
    """With what the last people in here thought of."""
    drawn = line(
        f"M{points(x + 20, y)}L{points(x - 14, 740)}M{points(x + 130, y)}L{points(x + 160, 740)}",
        air.tint("#8d9698"),
        7,
    )
    drawn += rect(x, y - 20, 150, 210, air.tint("#fbfaf4", 0.5), 2) + rect(
        x - 4, y - 26, 158, 14, air.tint("#5f686b"), 3
    )
    drawn += line(
        f"M{points(x + 24, y + 30)}h70M{points(x + 24, y + 56)}h96M{points(x + 24, y + 82)}h50",
        air.tint("#3f6794", 0.4),
        4,
        0.75,
    )
    loop = f"M{points(x + 40, y + 130)}q36 -30 70 0t-66 12"
    return (
        drawn
        + line(loop, air.tint("#a9453a", 0.4), 4, 0.75)
        + line(f"M{points(x + 104, y + 118)}l10 12l-16 4", air.tint("#a9453a", 0.4), 4, 0.75)
    )


def _exit_sign(air: Air, x: float, y: float) -> str:
    green = air.lit("#3f8a5a", "#5fd08a")
    drawn = rect(x - 34, y, 70, 30, green, 3) + line(
        f"M{points(x - 18, y + 15)}h26m-9 -8l9 8l-9 8", "#ffffff", 3.4
    )
    return drawn + glow(x, y + 16, 70, 44, "#5fd08a", air.dim(0.1, 0.4))


def _chair(air: Air, eye: Eye, x: float, depth: float) -> str:
    """Stacking chairs, in a row as they were put."""
    size = eye.share(depth)
    left, low = eye.at(x, _LOW, depth)
    cloth = air.tint("#7a3f46")

    def at(sx: float, rise: float) -> str:
        return points(left + sx * size, low - rise * size)

    drawn = glow(left, low, 80 * size, 11 * size, "#1c140c", 0.45)
    legs = f"M{at(-56, 0)}L{at(-50, 340)}M{at(56, 0)}L{at(50, 340)}"
    drawn += line(legs, air.tint("#8d9698"), 7 * size)
    back = f"M{at(-54, 372)}Q{at(0, 384)} {at(54, 372)}L{at(50, 236)}Q{at(0, 228)} {at(-50, 236)}Z"
    drawn += path(back, across(lighter(cloth, 0.18), darker(cloth, 0.2)))
    seat = f"M{at(-56, 196)}H{number(left + 56 * size)}L{at(62, 164)}L{at(-62, 164)}Z"
    return drawn + path(seat, lighter(cloth, 0.08))
