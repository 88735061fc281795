"""A pub with the border running through it: a line over the floor, up the wall and on."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut, frame, pendant
from game.drawing.scenery.outdoors import land, sky, tree
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect

_HALF, _CEILING, _LOW = 920.0, -20.0, 950.0  # of the pub, as it is in front
_NEAR, _FAR = -0.45, 0.5
_BORDER = 74.0  # where the line lies, from the middle
_BOTTLES = ("#6f8a62", "#a7753f", "#c9bfa6", "#7d4038", "#54727d", "#d0a64e")


@place(has_table=False)
def pub(air: Air, w: float) -> str:
    """The bar on one side of the line, the door to the toilets on the other."""
    eye = Eye(w / 2, 410)
    window = Hole(eye.x + 148, 190, 210, 190)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#6b4e36")) + _fields(air, window)
    drawn += _far_wall(air, eye, window) + frame(air, window, 2, 2, "#7a5636", 8)
    drawn += _room(air, eye) + _line(air, eye) + _back_bar(air, eye.x - 560, 150)
    drawn += _bar(air, eye) + _door(air, eye.x + 420, 196) + _flags(air, eye)
    drawn += _dartboard(air, eye.x + 96, 176)
    for x in (-430.0, -190.0, 230.0, 470.0):
        drawn += pendant(air, eye.x + x, 66, 38, "#4d6b52")
    return drawn + glow(eye.x, 320, 680, 350, "#ffdca6", air.dim(0.26, 0.2))


def _fields(air: Air, window: Hole) -> str:
    """Hedges, a farm, and a white stone where the one country ends."""
    x, y, wide, high = window
    drawn = sky(air, x, y, wide, high * 0.7, "pub") + land(air, x, wide, y + high * 0.6, "pub")
    drawn += rect(
        x, y + high * 0.6, wide, high * 0.42, down(air.tint("#a3b383"), air.tint("#8a9f68"))
    )
    drawn += tree(air, x + wide * 0.78, y + high * 0.84, 130, "border")
    drawn += line(f"M{points(x, y + high * 0.76)}q60 -10 120 0t110 -4", air.tint("#5f7a4d"), 7)
    stone = air.tint("#f4f2ea", 0.5)
    return drawn + rect(
        x + wide * 0.3, y + high * 0.74, 13, 26, across(stone, darker(stone, 0.25)), 4
    )


def _far_wall(air: Air, eye: Eye, window: Hole) -> str:
    left = eye.at(-_HALF, _CEILING, _FAR)[0]
    right, low = eye.at(_HALF, _LOW, _FAR)
    smoke = "#d9bd86"
    paint = across(air.tint(smoke), air.tint(lighter(smoke, 0.24)), air.tint(darker(smoke, 0.12)))
    wall = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR)
    drawn = path(wall + cut([window]), paint, has_holes=True)
    wood = down(air.tint("#7d5636"), air.tint("#573a24"))
    drawn += rect(left, 486, right - left, low - 486, wood) + rect(
        left, 478, right - left, 11, air.tint("#9a7048")
    )
    grooves = "".join(
        f"M{points(left + (right - left) * k / 30, 492)}V{number(low)}" for k in range(1, 30)
    )
    return drawn + line(grooves, air.tint("#3f2918"), 2, 0.55)


def _room(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#a98a5c"), air.tint("#c9aa76")),
    )
    for x in range(-800, 801, 200):
        drawn += path(eye.level(x - 26, x + 26, _CEILING + 34, (_NEAR, _FAR)), air.tint("#5f4028"))
        if x:
            cheek = x - 26 if x > 0 else x + 26
            drawn += path(
                eye.away(cheek, _CEILING, _CEILING + 34, (_NEAR, _FAR)), air.tint("#462e1c")
            )
    for side, tone in ((-1, "#c9a970"), (1, "#b3925d")):
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(tone, 0.2)), air.tint(tone)),
        )
        drawn += path(eye.away(side * _HALF, 524, _LOW, (_NEAR, _FAR)), air.tint("#5f4028"))
        rail = eye.lines(((side * _HALF, 524, _NEAR), (side * _HALF, 524, _FAR)))
        drawn += line(rail, air.tint("#9a7048"), 8)
    drawn += path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#6b5138"), air.tint("#8a6a48")),
    )
    seams = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-920, 921, 115)]
    return drawn + line(eye.lines(*seams), air.tint("#46331f"), 2.2, 0.6)


def _line(air: Air, eye: Eye) -> str:
    """White, a hand wide; on either side of it the wall has a coat of arms."""
    white = air.tint("#f6f3e8", 0.4)
    drawn = path(eye.level(_BORDER - 15, _BORDER + 15, _LOW, (_NEAR, _FAR)), white, opacity=0.85)
    drawn += path(
        eye.facing((_BORDER - 15, _CEILING, _BORDER + 15, _LOW), _FAR), white, opacity=0.85
    )
    over = eye.level(_BORDER - 15, _BORDER + 15, _CEILING + 36, (_NEAR, _FAR))
    return drawn + path(over, white, opacity=0.7)


def _back_bar(air: Air, x: float, y: float) -> str:
    """Bottles before a mirror, glasses upside down."""
    wood, wide = air.tint("#6b4529"), 500.0
    drawn = rect(x - 14, y - 14, wide + 28, 322, darker(wood, 0.2), 5)
    glass = across(
        air.lit("#cfd6cf", "#4d5470"), air.lit("#e9e6d6", "#7a6a68"), air.lit("#bcc4bd", "#3b425c")
    )
    drawn += rect(x, y, wide, 290, glass)
    drawn += path(
        f"M{points(x + 70, y + 290)}L{points(x + 210, y)}h60L{points(x + 130, y + 290)}Z",
        "#ffffff",
        opacity=0.16,
    )
    for row in range(3):
        low = y + 96 + row * 92
        drawn += rect(x, low, wide, 9, lighter(wood, 0.16))
        for at in range(19):
            lean = chance(f"pub{at * 7}", f"{row}")
            if lean > 0.14:
                drawn += _bottle(air, x + 10 + at * 26, low, lean)
    for rail in range(12):
        hung = x + 22 + rail * 40
        cup = f"M{points(hung - 9, y + 4)}h18l3 26q-12 10 -24 0z"
        drawn += path(cup, air.lit("#f4f6f2", "#9fb0c8"), opacity=0.6)
    return drawn


def _bottle(air: Air, x: float, base: float, lean: float) -> str:
    colour, high = air.tint(_BOTTLES[int(lean * 5.99)], 0.5), 38 + 24 * lean
    drawn = rect(x, base - high, 16, high, across(lighter(colour, 0.2), darker(colour, 0.2)), 4)
    drawn += rect(x + 5, base - high - 14, 6, 18, colour, 2)
    return drawn + rect(x + 1, base - high * 0.6, 14, high * 0.3, air.tint("#efe6cf"), 1, 0.7)


def _bar(air: Air, eye: Eye) -> str:
    """With taps, beer mats and stools; it stops short of the line."""
    left, right, top = eye.x - 620, eye.x + 8, 484.0
    wood = air.tint("#7a4f2e")
    drawn = rect(left, top, right - left, 284, down(wood, darker(wood, 0.35)))
    for panel in range(5):
        x = left + 20 + panel * 122
        drawn += rect(x, top + 34, 104, 196, darker(wood, 0.25), 4) + rect(
            x + 5, top + 39, 94, 186, lighter(wood, 0.06), 3
        )
    drawn += rect(
        left - 10,
        top - 14,
        right - left + 24,
        24,
        down(air.tint("#c08a52"), air.tint("#8d5f35")),
        6,
    )
    drawn += line(f"M{points(left, top + 250)}H{number(right)}", air.tint("#c9a24e", 0.4), 7)
    brass = air.tint("#d0a64e", 0.4)
    tap = left + 330
    drawn += rect(tap - 54, top - 66, 108, 16, across(lighter(brass, 0.4), darker(brass, 0.2)), 7)
    for handle in (-36, 0, 36):
        drawn += rect(tap + handle - 5, top - 56, 10, 44, brass, 3)
        drawn += rect(
            tap + handle - 6,
            top - 104,
            12,
            42,
            air.tint(("#2c3033", "#a9453a", "#2f6f83")[handle // 36 + 1]),
            5,
        )
    for stool in range(3):
        drawn += _stool(air, left + 130 + stool * 180)
    return drawn


def _stool(air: Air, x: float) -> str:
    wood, red = air.tint("#5b3a22"), air.tint("#8d3a34")
    drawn = glow(x, 802, 64, 10, "#1c140c", 0.5)
    drawn += line(
        f"M{points(x - 20, 606)}L{points(x - 36, 800)}M{points(x + 20, 606)}L{points(x + 36, 800)}",
        wood,
        9,
    )
    drawn += line(f"M{points(x - 30, 730)}H{number(x + 30)}", wood, 6)
    return drawn + rect(x - 44, 590, 88, 24, across(lighter(red, 0.2), darker(red, 0.25)), 11)


def _door(air: Air, x: float, y: float) -> str:
    """With a small window, and two figures on it."""
    wood = air.tint("#6f4a2c")
    drawn = rect(x - 12, y - 12, 164, 586, darker(wood, 0.35), 3) + rect(
        x, y, 140, 574, across(lighter(wood, 0.12), wood)
    )
    drawn += rect(x + 18, y + 190, 104, 140, darker(wood, 0.2), 3) + rect(
        x + 18, y + 350, 104, 190, darker(wood, 0.2), 3
    )
    drawn += ellipse(x + 124, y + 290, 7, 7, air.tint("#d0a64e"))
    plate, ink = air.tint("#e9d9a8", 0.4), air.tint("#4a3320", 0.4)
    drawn += rect(x + 30, y + 60, 80, 70, plate, 5)
    drawn += ellipse(x + 52, y + 78, 7, 7, ink) + path(
        f"M{points(x + 43, y + 90)}h18l6 24h-30z", ink
    )
    drawn += ellipse(x + 88, y + 78, 7, 7, ink) + rect(x + 80, y + 89, 16, 28, ink, 4)
    return drawn


def _flags(air: Air, eye: Eye) -> str:
    """A string of both over the bar: each country on its own side of the line."""
    drawn = line(
        (
            f"M{points(eye.x - 560, 128)}Q{points(eye.x - 250, 176, eye.x + 46, 128)}"
            f"Q{points(eye.x + 320, 176, eye.x + 600, 128)}"
        ),
        air.tint("#e9dfc6"),
        2,
    )
    for flag in range(20):
        share = (flag + 0.5) / 20
        x = eye.x - 560 + 1160 * share
        half = (share * 2) % 1
        y = 128 + 96 * half * (1 - half)
        bands = (
            ("#a83d3d", "#f3f1ec", "#3d5f9a")
            if x < eye.x + 46
            else ("#2b2c33", "#a83d3d", "#d5a83f")
        )
        for at, band in enumerate(bands):
            drawn += rect(x - 15, y + at * 8, 30, 8, air.tint(band, 0.5))
    return drawn


def _dartboard(air: Air, x: float, y: float) -> str:
    """One dart is in the other country."""
    middle = y + 46
    drawn = ellipse(x + 3, middle + 5, 47, 47, "#1c140c", 0.3) + ellipse(
        x, middle, 46, 46, air.tint("#2c2a28")
    )
    for ring, colour in (
        (38, "#a83d3d"),
        (34, "#e3d3a8"),
        (23, "#48705a"),
        (19, "#e3d3a8"),
        (7, "#48705a"),
        (3.4, "#a83d3d"),
    ):
        drawn += ellipse(x, middle, ring, ring, air.tint(colour, 0.5))
    spokes = (
        f"M{points(x - 34, middle)}h68M{points(x, middle - 34)}v68"
        f"M{points(x - 24, middle - 24)}l48 48M{points(x + 24, middle - 24)}l-48 48"
    )
    drawn += line(spokes, air.tint("#2c2a28"), 1.6, 0.7)
    return drawn + line(f"M{points(x - 12, middle + 8)}l-26 10", air.tint("#d5a83f"), 4)
