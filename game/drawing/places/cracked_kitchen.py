"""The kitchen of an old house that is sinking: a crack in the wall, props outside."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut, frame, polder_picture
from game.drawing.scenery.outdoors import sky
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import (
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
    turned,
)

_HALF, _CEILING, _LOW = 880.0, 0.0, 945.0  # of the kitchen, as it is in front
_NEAR, _FAR = -0.45, 0.46
_SUNK = 2.2  # degrees that the shelves have followed the house
# The crack, from the ceiling to the floor: how far from its middle, how low, half how wide.
_CRACK = (
    (-14.0, 130.0, 3.0), (6.0, 176.0, 6.0), (-10.0, 214.0, 9.0), (14.0, 262.0, 17.0),
    (-2.0, 306.0, 24.0), (18.0, 352.0, 19.0), (2.0, 402.0, 11.0), (22.0, 458.0, 8.0),
    (8.0, 520.0, 6.0), (24.0, 590.0, 4.0), (12.0, 660.0, 2.0), (18.0, 726.0, 1.0),
)  # fmt: skip


@place(table=("#cfae7c", "#8c6a3f"))
def cracked_kitchen(air: Air, w: float) -> str:
    """Cooker and crack on the left, the window with the props on the right."""
    eye = Eye(w / 2, 405)
    window = Hole(eye.x + 150, 186, 290, 250)
    split = eye.x - 96
    drawn = rect(0, 0, w, HEIGHT, air.tint("#b7ab92"))
    drawn += _outside(air, window) + _daylight(air, split)
    drawn += _far_wall(air, eye, window, split) + frame(air, window, 2, 2, "#f2eee2", 9)
    drawn += _curtains(air, window) + _shell(air, eye) + _edges(air, split)
    drawn += moved(_cooker(air), eye.x - 424, 470) + _sink(air, eye.x + 120, 486)
    drawn += turned(_shelf(air, eye.x - 470, 262), _SUNK, eye.x - 370, 262)
    drawn += turned(polder_picture(air, eye.x - 8, 214, 112, 86), -3.4, eye.x + 48, 210)
    drawn += _lamp(air, eye.x + 20)
    floor_light = eye.sheet(
        (120, _LOW, 0.4), (420, _LOW, 0.4), (160, _LOW, -0.1), (-260, _LOW, -0.1)
    )
    drawn += path(floor_light, "#fff3d6", opacity=air.dim(0.3, 0.03))
    return drawn + glow(
        eye.x + 220, 330, 560, 360, air.lit("#fff6e0", "#ffcf8f"), air.dim(0.34, 0.2)
    )


def _outside(air: Air, window: Hole) -> str:
    """Timber against the gable, so long that ivy grows up it; behind it the quay."""
    x, y, wide, high = window
    drawn = sky(air, x, y, wide, high * 0.7, "dyke14")
    drawn += rect(x, y + high * 0.66, wide, high * 0.12, air.tint("#7f9aa3", 0.6))
    drawn += rect(x, y + high * 0.76, wide, high * 0.3, air.tint("#93a278"))
    wood = air.tint("#8d7150", 0.6)
    for dx, lean in ((-10.0, 150.0), (70.0, 170.0), (170.0, 150.0)):
        foot, top = points(x + dx, y + high + 10), points(x + dx + lean, y - 20)
        drawn += line(f"M{foot}L{top}", darker(wood, 0.3), 26) + line(f"M{foot}L{top}", wood, 20)
        for leaf in range(20):
            share = chance(f"ivy{dx}", f"{leaf}s") ** 1.3 * 0.85
            at = (x + dx + lean * share, y + high + 10 - (high + 30) * share)
            side = 22 * (chance(f"{leaf}", f"ivy{dx}") - 0.5)
            green = mix("#4f6f45", "#7f9a58", chance(f"{dx}{leaf}", "green"))
            drawn += ellipse(at[0] + side, at[1], 11, 9, air.tint(green, 0.6))
    return drawn


def _daylight(air: Air, x: float) -> str:
    """What shows through the crack: sky, and a gull going by."""
    drawn = rect(x - 60, 120, 130, 630, down(air.sky[0], air.sky[1], air.sky[2]))
    gull = air.tint("#fdfcf7", 0.3)
    wings = (
        f"M{points(x - 19, 290)}Q{points(x - 8, 290, x - 1, 306)}Q{points(x + 8, 288, x + 20, 294)}"
    )
    body = ellipse(x, 307, 9, 4.5, gull) + ellipse(x - 9, 305, 3.6, 3.4, gull)
    drawn += line(wings, air.tint("#5c6a74", 0.3), 6.4) + line(wings, gull, 4)
    return drawn + body + line(f"M{points(x - 12, 305)}l-5 1.4", air.tint("#e0a23c"), 2.4)


def _sides_of_crack(x: float) -> tuple[list[str], list[str]]:
    left = [points(x + dx - half, y) for dx, y, half in _CRACK]
    right = [points(x + dx + half, y) for dx, y, half in _CRACK]
    return left, right


def _far_wall(air: Air, eye: Eye, window: Hole, split: float) -> str:
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    one, other = _sides_of_crack(split)
    crack = f"M{'L'.join([*one, *other[::-1]])}Z"
    cream = "#eadfb8"
    fill = across(
        air.tint(darker(cream, 0.06)), air.tint(lighter(cream, 0.25)), air.tint(darker(cream, 0.1))
    )
    whole = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR) + cut([window]) + crack
    drawn = path(whole, fill, has_holes=True)
    # Tiles end on either side of the crack.
    for start, end in ((left, split - 8), (split + 30, right)):
        drawn += rect(start, 492, end - start, low - 492, air.tint("#d7ddd2"))
        grid = "".join(f"M{points(start, 492 + 42 * k)}H{number(end)}" for k in range(1, 6))
        grid += "".join(
            f"M{points(start + 42 * k, 492)}V{number(low)}"
            for k in range(1, int((end - start) / 42) + 1)
        )
        drawn += line(grid, air.tint("#b3bbb0"), 1.5, 0.7)
        drawn += rect(start, 484, end - start, 9, air.tint("#6f8fa0"))
    for stain in range(6):
        at = left + (right - left) * chance("damp", f"{stain}x")
        drawn += glow(at, top + 14, 90, 46, air.tint("#b99c62"), 0.4)
    return drawn


def _edges(air: Air, split: float) -> str:
    """Brick shows along the crack; across it the strips that tell whether it moves."""
    one, other = _sides_of_crack(split)
    dark = air.tint("#6b4636")
    drawn = line(f"M{'L'.join(one)}", dark, 6) + line(f"M{'L'.join(other)}", air.tint("#b9836a"), 5)
    for branch in (
        ((14, 262), (-40, 238), (-64, 246)),
        ((18, 352), (70, 374), (96, 366)),
        ((8, 520), (-34, 548), (-52, 590)),
    ):
        d = "L".join(points(split + dx, y) for dx, y in branch)
        drawn += line(f"M{d}", dark, 2.6, 0.8)
    for y, tilt in ((196.0, -5.0), (420.0, 4.0), (560.0, -3.0)):
        strip = rect(split - 46, y - 9, 108, 19, air.lit("#eef4f2", "#8d9bb5"), 2, 0.85)
        strip += line(
            f"M{points(split - 38, y - 4)}l8 8m0 -8l-8 8M{points(split + 46, y - 4)}l8 8m0 -8l-8 8",
            "#b4473a",
            2.4,
        )
        strip += line(
            f"M{points(split - 22, y)}h18M{points(split + 14, y)}h22", "#5c6a74", 1.8, 0.7
        )
        drawn += turned(strip, tilt, split, y)
    return drawn


def _curtains(air: Air, window: Hole) -> str:
    """Lace along the top, a rod, and a geranium on the sill."""
    x, y, wide, high = window
    drawn = line(f"M{points(x - 18, y - 6)}H{number(x + wide + 18)}", air.tint("#b08a45"), 6)
    lace = (
        f"M{points(x - 6, y - 4)}H{number(x + wide + 6)}v46"
        + f"q{points(-(wide + 12) / 16, 22, -(wide + 12) / 8, 0)}" * 8
        + "Z"
    )
    drawn += path(lace, air.tint("#fbf8ee", 0.5), opacity=0.82)
    drawn += "".join(
        ellipse(x + 14 + k * 26, y + 30, 4, 4, air.tint("#d9d2bf"), 0.7) for k in range(11)
    )
    pot, left = air.tint("#b5694a"), x + 222
    for leaf in range(16):
        turn = chance("sill", f"{leaf}x"), chance(f"{leaf}", "sill")
        drawn += ellipse(
            left + 64 * (turn[0] - 0.5),
            y + high - 52 - 44 * turn[1],
            12,
            10,
            air.tint(mix("#5c7f4f", "#86a564", turn[1])),
        )
    for bloom in range(7):
        aside, up = (bloom * 0.618) % 1 - 0.5, (bloom * 0.382 + 0.2) % 1
        drawn += ellipse(left + 60 * aside, y + high - 66 - 36 * up, 8, 7, air.tint("#c2453d", 0.5))
    drawn += path(
        f"M{points(left - 24, y + high - 36)}h48l-7 34h-34z",
        across(lighter(pot, 0.2), darker(pot, 0.2)),
    )
    return drawn


def _shell(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#d6cdb4"), air.tint("#efe8d4")),
    )
    for x in (-660.0, -330.0, 0.0, 330.0, 660.0):
        drawn += path(eye.level(x - 24, x + 24, _CEILING + 30, (_NEAR, _FAR)), air.tint("#b9a98a"))
        cheek = eye.away(x + (24 if x <= 0 else -24), _CEILING, _CEILING + 30, (_NEAR, _FAR))
        drawn += path(cheek, air.tint("#9a8b6e"))
    for side, tone in ((-1, "#d9cda6"), (1, "#c9bc96")):
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(tone, 0.14)), air.tint(tone)),
        )
        drawn += path(eye.away(side * _HALF, 532, _LOW, (_NEAR, _FAR)), air.tint("#bcc4b6"))
    drawn += path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#8d7a5c"), air.tint("#a9926c")),
    )
    for tile in eye.chequers(_LOW, (110, 0.152), 8, 6, _FAR):
        drawn += path(tile, air.tint("#5f7f86"), opacity=0.5)
    return drawn


def _cooker(air: Air) -> str:
    """Gas, white enamel, with a folded slip of card under one foot; 230 wide."""
    white = air.tint("#efece2", 0.6)
    body = across(lighter(white, 0.2), white, darker(white, 0.16))
    drawn = rect(0, 8, 230, 262, body, 6) + rect(-4, -4, 238, 16, air.tint("#3a3f42", 0.5), 4)
    drawn += rect(4, -74, 222, 72, across(lighter(white, 0.1), darker(white, 0.1)), 4)
    drawn += "".join(ellipse(36 + k * 40, 32, 11, 11, air.tint("#3a3f42", 0.5)) for k in range(5))
    drawn += rect(22, 62, 186, 120, darker(white, 0.1), 8) + rect(
        44, 84, 142, 70, air.tint("#3f474b", 0.5), 6
    )
    drawn += rect(36, 66, 158, 8, air.tint("#9aa4a6"), 4) + rect(
        22, 200, 186, 44, darker(white, 0.06), 4
    )
    drawn += rect(8, 268, 20, 24, air.tint("#3a3f42")) + rect(202, 268, 20, 18, air.tint("#3a3f42"))
    drawn += rect(196, 286, 36, 7, air.tint("#d9bd8a"))
    blue = air.tint("#4d6f8a", 0.5)
    drawn += path(
        "M40 -6v-44q0 -12 12 -12h52q12 0 12 12v44z",
        across(lighter(blue, 0.35), blue, darker(blue, 0.3)),
    )
    drawn += path("M44 -54q34 -40 68 0", stroke=air.tint("#2c3033"), width=6) + path(
        "M116 -36l30 -18l4 8l-34 30z", blue
    )
    flame = "".join(f"M{points(46 + k * 10, -4)}q3 -8 0 -11" for k in range(7))
    drawn += line(flame, "#7fb0e8", 4, 0.8)
    for at in (0, 14):
        drawn += line(
            f"M{146 + at} -60c-10 -18 12 -28 2 -48c-8 -14 8 -22 4 -34",
            "#ffffff",
            5,
            air.dim(0.45, 0.22),
        )
    return drawn


def _sink(air: Air, x: float, y: float) -> str:
    """A counter with a stone sink, plates in a rack, a tap that drips."""
    wood = air.tint("#b99468")
    drawn = rect(x - 10, y, 430, 20, down(air.tint("#e9e6da"), air.tint("#b9b5a6")), 3)
    drawn += rect(x, y + 20, 410, 200, air.tint("#8fa3a0"))
    for door in range(3):
        drawn += rect(x + 10 + door * 134, y + 32, 124, 176, air.tint("#9db0ac"), 3)
        drawn += ellipse(x + 124 + door * 134, y + 60, 6, 6, air.tint("#4d5558"))
    steel = air.tint("#a9b2b4", 0.5)
    drawn += path(f"M{points(x + 120, y)}v-64q0 -22 24 -22q22 0 22 24v10", stroke=steel, width=9)
    drawn += line(f"M{points(x + 104, y - 40)}h32", steel, 7) + ellipse(
        x + 166, y - 26, 3, 5, air.lit("#dcebee", "#9fb0cf")
    )
    for plate in range(6):
        drawn += ellipse(
            x + 264 + plate * 17, y - 27, 9, 27, across(air.tint("#fbf8ee"), air.tint("#c9d3d6"))
        )
        drawn += ellipse(x + 263 + plate * 17, y - 27, 5, 19, air.tint("#6f8fa0"), 0.4)
    drawn += rect(x + 246, y - 10, 124, 8, wood, 3) + line(
        f"M{points(x + 250, y - 6)}v-34M{points(x + 366, y - 6)}v-34", wood, 5
    )
    cloth = air.tint("#f1ece0")
    drawn += path(f"M{points(x + 26, y + 14)}h62v104q-16 -8 -31 0t-31 0z", cloth)
    return drawn + line(
        f"M{points(x + 36, y + 16)}v96M{points(x + 78, y + 16)}v96M{points(x + 26, y + 86)}h62",
        air.tint("#a9453a"),
        3,
        0.7,
    )


def _shelf(air: Air, x: float, y: float) -> str:
    """Tins in a row; it has followed the house, and a spoon shows how far."""
    drawn = rect(x, y, 232, 11, air.tint("#8d6743"), 2)
    for tin, tone in enumerate(("#3f6d86", "#d5a83f", "#a9453a", "#e3dcc6", "#5f7f5a")):
        colour, high = air.tint(tone, 0.55), 66.0 - 8 * tin
        drawn += rect(
            x + 10 + tin * 43,
            y - high,
            37,
            high,
            across(lighter(colour, 0.25), colour, darker(colour, 0.25)),
            4,
        )
        drawn += rect(x + 8 + tin * 43, y - high - 4, 41, 9, darker(colour, 0.2), 3)
        drawn += rect(
            x + 15 + tin * 43, y - high * 0.62, 27, high * 0.26, air.tint("#f3ecd8"), 1, 0.75
        )
    for hook in range(4):
        drawn += line(f"M{points(x + 30 + hook * 56, y + 11)}v14", air.tint("#b08a45"), 3)
        ladle = line(f"M{points(x + 30 + hook * 56, y + 24)}v58", air.tint("#9aa4a6"), 5)
        ladle += ellipse(x + 30 + hook * 56, y + 90, 12 - 2 * (hook % 2), 13, air.tint("#8d9698"))
        drawn += turned(ladle, -_SUNK, x + 30 + hook * 56, y + 20)
    return drawn


def _lamp(air: Air, x: float) -> str:
    """Enamel, and straight, unlike everything else."""
    drawn = line(f"M{points(x, 0)}V90", air.tint("#4d4944"), 3)
    shade = air.tint("#f3f1e8", 0.5)
    drawn += path(
        f"M{points(x - 16, 88)}h32q46 14 56 48h-144q10 -34 56 -48z",
        across(lighter(shade, 0.2), darker(shade, 0.2)),
    )
    drawn += rect(x - 74, 134, 148, 6, air.tint("#3f6d86"), 3) + ellipse(
        x, 141, 62, 6, air.lit("#fffaf0", "#ffd9a0")
    )
    return drawn + glow(x, 210, 330, 210, "#ffcf8f", air.dim(0.06, 0.55))
