"""Two desks far apart, side by side: a kitchen table, an office, and the country between them."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import SKIRT, Hole, frame, hands, piece_of_wall
from game.drawing.scenery.outdoors import land, sky, tree
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect, turned

_GAP = 92.0  # half of what lies between the two rooms
_CUT = 17.0  # how thick a wall is that was cut through


@place(table=("#c2b8a6", "#857c6c"))
def two_desks(air: Air, w: float) -> str:
    """Left the kitchen, right the office, and a post van on the road between."""
    middle = w / 2
    drawn = _country(air, middle) + _kitchen(air, middle) + _office(air, middle, w)
    drawn += _walls(air, middle)
    drawn += glow(middle - 380, 250, 400, 300, "#ffd9a0", air.dim(0.3, 0.4))
    return drawn + glow(
        middle + 400, 220, 400, 260, air.lit("#f4f8fa", "#d8e0f0"), air.dim(0.3, 0.12)
    )


def _country(air: Air, x: float) -> str:
    """A road that goes over the hill, the border, a van, wires from pole to pole."""
    left, wide = x - _GAP, 2 * _GAP
    drawn = sky(air, left - 10, 0, wide + 20, 420, "post") + land(air, left, wide, 388, "post")
    drawn += rect(left, 390, wide, HEIGHT - 390, down(air.tint("#a9b98a"), air.tint("#7f9a66")))
    drawn += tree(air, left + 40, 430, 130, "road")
    road = (
        f"M{points(x + 4, 396)}C{points(x - 60, 450, x + 90, 520, x - 40, 640)}"
        f"C{points(x - 110, 720, x, 800, x, 900)}"
    )
    drawn += line(road, air.tint("#c9c2ae"), 40) + line(road, air.tint("#8f897a"), 2, 0.5)
    border = "".join(f"M{points(left + 8 + k * 24, 500)}h11" for k in range(8))
    drawn += line(border, air.tint("#f6f3e8", 0.4), 6)
    return drawn + _van(air, x - 4, 590)


def _van(air: Air, x: float, y: float) -> str:
    yellow = air.tint("#e0ae2e", 0.5)
    drawn = glow(x, y + 28, 54, 9, "#1c140c", 0.4)
    drawn += path(
        f"M{points(x - 44, y + 24)}v-42q0 -8 8 -8h50q6 0 10 8l14 20q4 6 4 22z",
        across(lighter(yellow, 0.2), darker(yellow, 0.15)),
    )
    drawn += path(f"M{points(x + 12, y - 18)}h8q3 0 5 4l8 14h-21z", air.lit("#b9cdd6", "#ffe0a8"))
    drawn += rect(x - 34, y - 14, 34, 20, air.tint("#2f4a8a", 0.5), 2)
    for wheel in (-24, 24):
        drawn += ellipse(x + wheel, y + 26, 10, 10, air.tint("#2c2f31")) + ellipse(
            x + wheel, y + 26, 4, 4, air.tint("#a9b0b2")
        )
    return drawn


# --- the kitchen ------------------------------------------------------------------------------


def _kitchen(air: Air, middle: float) -> str:
    """A window on the yard, a machine where the fridge was, envelopes by the kilo."""
    right = middle - _GAP
    window = Hole(right - 380, 160, 190, 210)
    drawn = sky(air, *window, "yard") + rect(window.x, window.y + 140, 190, 80, air.tint("#9aa673"))
    for stalk in range(22):
        x, high = window.x + 8.6 * stalk, 60 + 50 * chance("maize", f"{stalk * 3}")
        drawn += line(
            f"M{points(x, window.y + 212)}v{number(-high)}",
            air.tint(mix("#7d8a4b", "#c0a95f", chance(f"{stalk}", "ripe"))),
            4,
        )
    drawn += piece_of_wall(air.tint("#ead6a6"), Hole(0, 0, right, SKIRT), window)
    drawn += frame(air, window, 2, 2, "#f0e8d2", 8)
    for cloth in range(9):
        drawn += rect(
            window.x - 12 + cloth * 24,
            140,
            20,
            56,
            air.tint(("#b5584c", "#f1ebdc")[cloth % 2]),
            3,
            0.95,
        )
    for beam in range(5):
        drawn += rect(
            right - 640 + beam * 128, 0, 40, 74, down(air.tint("#8d6743"), air.tint("#6b4b2f")), 2
        )
    drawn += rect(0, 70, right, 14, air.tint("#6b4b2f"))
    drawn += rect(0, 470, right, SKIRT - 470, air.tint("#c9d0b8")) + rect(
        0, 462, right, 9, air.tint("#5f8a7a")
    )
    grid = "".join(f"M{points(0, y)}H{number(right)}" for y in (510.0, 550.0, 590.0, 630.0))
    grid += "".join(
        f"M{points(right - 40 * k, 470)}V{number(SKIRT)}" for k in range(1, int(right / 40) + 1)
    )
    drawn += line(grid, air.tint("#a9b399"), 1.5, 0.6)
    drawn += rect(0, SKIRT, right, HEIGHT - SKIRT, down(air.tint("#8d5f49"), air.tint("#a9745a")))
    drawn += (
        _washer(air, right - 150, 440)
        + _calendar(air, right - 470, 200)
        + _clock(air, right - 82, 190)
    )
    return drawn + _kitchen_table(air, right - 330, 560)


def _washer(air: Air, x: float, y: float) -> str:
    white, steel = air.tint("#f1f0ea", 0.5), air.tint("#a9b2b5", 0.5)
    drawn = glow(x + 60, y + 222, 90, 12, "#1c140c", 0.4)
    drawn += rect(x, y, 128, 220, across(lighter(white, 0.2), white, darker(white, 0.14)), 5)
    drawn += rect(x, y, 128, 36, darker(white, 0.05), 5) + ellipse(
        x + 104, y + 18, 10, 10, darker(white, 0.25)
    )
    drawn += ellipse(x + 64, y + 116, 46, 46, across(lighter(steel, 0.4), darker(steel, 0.2)))
    drawn += ellipse(x + 64, y + 116, 37, 37, air.tint("#3b474d", 0.5))
    water = f"M{points(x + 28, y + 120)}q18 -12 36 0t36 -2A37 37 0 0 1 {points(x + 28, y + 124)}Z"
    drawn += path(water, air.tint("#8fb3c0", 0.5)) + ellipse(
        x + 70, y + 112, 16, 12, air.tint("#c9806a", 0.5)
    )
    return (
        drawn
        + rect(x + 8, y - 30, 60, 30, air.tint("#d9bd8a"), 3)
        + rect(x + 74, y - 22, 40, 22, air.tint("#f1ece0"), 2)
    )


def _calendar(air: Air, x: float, y: float) -> str:
    drawn = rect(x, y, 74, 108, air.tint("#f6f2e6"), 2) + rect(x, y, 74, 46, air.tint("#7f9a5f"), 2)
    drawn += ellipse(x + 37, y + 26, 22, 12, air.tint("#a97a4a")) + ellipse(
        x + 56, y + 18, 8, 8, air.tint("#a97a4a")
    )
    dots = "".join(f"M{points(x + 12 + 12 * (k % 5), y + 60 + 12 * (k // 5))}h4" for k in range(18))
    return drawn + line(dots, air.tint("#8d867a"), 3)


def _clock(air: Air, x: float, y: float) -> str:
    drawn = ellipse(x, y, 36, 36, air.tint("#a9453a")) + ellipse(x, y, 29, 29, air.tint("#faf6ea"))
    return drawn + line(hands(air, x, y, 22, (16, 0)), air.tint("#3b3631"), 3.4)


def _kitchen_table(air: Air, x: float, y: float) -> str:
    """Oilcloth with checks; on it the post, a kettle and a loudspeaker."""
    wide, cloth = 460.0, air.tint("#f1e9d4")
    left = x - wide / 2
    drawn = line(
        f"M{points(left + 34, y + 60)}V790M{points(left + wide - 34, y + 60)}V790",
        air.tint("#7a5638"),
        18,
    )
    drawn += path(
        f"M{points(left + 30, y)}h{number(wide - 60)}l30 34h{number(-wide)}z", lighter(cloth, 0.3)
    )
    drawn += rect(left, y + 34, wide, 66, down(cloth, darker(cloth, 0.16)))
    checks = "".join(f"M{points(left + 24 + 46 * k, y + 36)}v62" for k in range(10))
    drawn += line(checks, air.tint("#b9605a"), 9, 0.45) + line(
        f"M{points(left, y + 66)}H{number(left + wide)}", air.tint("#b9605a"), 9, 0.45
    )
    drawn += _envelopes(air, left + 60, y + 18, 9) + _envelopes(air, left + 168, y + 16, 5)
    return drawn + _speaker(air, left + 350, y + 16)


def _envelopes(air: Air, x: float, base: float, count: int) -> str:
    drawn = ""
    for each in range(count):
        y, shift = base - 13 * each - 13, 8 * (chance(f"post{each * 3}", f"{count}") - 0.5)
        paper = air.tint(("#e8dcc3", "#f3efe2", "#d9c9a2")[each % 3])
        piece = rect(x + shift, y, 90, 12, across(lighter(paper, 0.2), darker(paper, 0.16)), 2)
        piece += rect(x + shift + 66, y + 2, 12, 8, air.tint("#a9453a"), 1)
        drawn += turned(piece, 3 * (chance(f"lean{each * 5}", f"{count}") - 0.5), x + 45, y)
    return drawn


def _speaker(air: Air, x: float, base: float) -> str:
    """A telephone with a grille; it crackles."""
    ink = air.tint("#3b4347", 0.5)
    drawn = path(
        f"M{points(x - 46, base)}q0 -34 18 -42h56q18 8 18 42z",
        across(lighter(ink, 0.25), darker(ink, 0.2)),
    )
    drawn += "".join(
        ellipse(x - 22 + 9 * (k % 6), base - 28 + 9 * (k // 6), 2.6, 2.6, air.tint("#9aa4a6"))
        for k in range(12)
    )
    drawn += ellipse(x + 34, base - 24, 4, 4, "#8fe0a4")
    return drawn + line(
        (
            f"M{points(x - 18, base - 56)}q8 -8 0 -18M{points(x, base - 56)}q10 -12 0 -26"
            f"M{points(x + 18, base - 56)}q8 -8 0 -18"
        ),
        air.tint("#8d9598"),
        3.4,
        0.8,
    )


# --- the office -------------------------------------------------------------------------------


def _office(air: Air, middle: float, w: float) -> str:
    """Blinds, a row of files and a leather blotter on a desk with nothing else."""
    left = middle + _GAP
    window = Hole(left + 160, 130, 300, 270)
    drawn = sky(air, *window, "works") + _factory(air, window)
    drawn += piece_of_wall(air.tint("#cfd6d6"), Hole(left, 0, w - left, SKIRT), window)
    drawn += frame(air, window, 2, 1, "#5f686b", 8)
    for slat in range(11):
        drawn += rect(window.x + 4, window.y + 6 + slat * 11, 292, 5, air.tint("#eef0ea"), 1, 0.92)
    drawn += rect(left, 0, w - left, 44, down(air.tint("#b3baba"), air.tint("#d9dddb")))
    drawn += rect(left + 120, 34, 320, 10, air.lit("#ffffff", "#f2f5ff"), 4)
    drawn += rect(left, SKIRT - 20, w - left, 20, air.tint("#8d979a"))
    drawn += rect(
        left, SKIRT, w - left, HEIGHT - SKIRT, down(air.tint("#5b666d"), air.tint("#717c83"))
    )
    drawn += _files(air, left + 484, 196) + _certificate(air, left + 48, 180)
    return drawn + _desk(air, left + 330, 560)


def _factory(air: Air, window: Hole) -> str:
    x, y, wide, high = window
    grey = mix(air.tint("#8d979a", 0.6), air.sky[2], 0.25)
    drawn = rect(x, y + high * 0.72, wide, high * 0.3, air.tint("#9aa399"))
    drawn += path(
        f"M{points(x, y + high * 0.78)}v-60" + "l50 -30v30" * 5 + f"H{number(x + wide)}v90z", grey
    )
    drawn += rect(x + wide * 0.8, y + high * 0.26, 24, high * 0.5, grey)
    return drawn + "".join(
        rect(x + 14 + 40 * k, y + high * 0.62, 24, 16, air.lit("#6f7f86", "#ffd08a"))
        for k in range(6)
    )


def _files(air: Air, x: float, y: float) -> str:
    """Grey, all alike, three shelves of them."""
    drawn = rect(x - 12, y - 16, 300, 340, air.tint("#aab2b2"), 3)
    for row in range(3):
        low = y + 96 + row * 106
        for file in range(9):
            tone = mix("#6f7f8a", "#8d9aa3", chance(f"{row}file", f"{file * 3}"))
            drawn += rect(
                x + file * 31,
                low - 88,
                28,
                88,
                across(air.tint(lighter(tone, 0.16)), air.tint(darker(tone, 0.14))),
                2,
            )
            drawn += rect(x + file * 31 + 6, low - 72, 16, 28, air.tint("#f1f0ea"), 1)
        drawn += rect(x - 12, low, 300, 9, air.tint("#8d9797"))
    return drawn


def _certificate(air: Air, x: float, y: float) -> str:
    """A patent in a frame, with its seal."""
    drawn = rect(x, y, 86, 114, air.tint("#3a4246"), 2) + rect(
        x + 8, y + 8, 70, 98, air.tint("#f6f3e8"), 1
    )
    text = "".join(
        f"M{points(x + 20, y + 26 + 12 * k)}h{number(46 - 8 * (k % 2))}" for k in range(5)
    )
    return (
        drawn
        + line(text, air.tint("#8d9598"), 2.6)
        + ellipse(x + 60, y + 90, 9, 9, air.tint("#a4402f"))
    )


def _desk(air: Air, x: float, y: float) -> str:
    wide, wood = 470.0, air.tint("#6b4a34")
    left = x - wide / 2
    leather = air.tint("#3f2a22")
    drawn = path(
        f"M{points(x - 74, y)}V{number(y - 150)}q74 -40 148 0V{number(y)}Z",
        across(lighter(leather, 0.22), leather, darker(leather, 0.3)),
    )
    drawn += line(
        f"M{points(x - 24, y - 158)}V{number(y)}M{points(x + 24, y - 158)}V{number(y)}",
        darker(leather, 0.4),
        3,
    )
    drawn += path(
        f"M{points(left + 26, y)}h{number(wide - 52)}l26 30h{number(-wide)}z", lighter(wood, 0.2)
    )
    drawn += rect(left, y + 30, wide, 20, wood) + rect(
        left + 14, y + 50, wide - 28, 220, down(darker(wood, 0.14), darker(wood, 0.4))
    )
    drawn += path(f"M{points(x - 92, y + 6)}h170l12 18h-196z", air.tint("#4a2f26")) + path(
        f"M{points(x - 72, y + 8)}h132l8 13h-150z", air.tint("#eceadd")
    )
    drawn += _speaker(air, left + 86, y + 14) + _envelopes(air, left + wide - 132, y + 14, 7)
    brass, green = air.tint("#c49a4e", 0.4), air.tint("#2f6b52", 0.4)
    drawn += rect(x + 104, y - 62, 6, 74, brass) + ellipse(x + 107, y + 12, 24, 6, brass)
    drawn += path(
        f"M{points(x + 66, y - 58)}q8 -26 40 -26q34 0 42 26z", across(lighter(green, 0.25), green)
    )
    return drawn + glow(x + 106, y - 30, 130, 90, "#ffdc9e", air.dim(0.3, 0.55))


# --- the walls that were cut ------------------------------------------------------------------


def _walls(air: Air, middle: float) -> str:
    """White, as in a model of a house; a wire runs from the one to the other."""
    white, drawn = air.tint("#f6f3ea", 0.5), ""
    for side in (-1, 1):
        x = middle + side * _GAP
        drawn += rect(x - _CUT / 2, 0, _CUT, HEIGHT, across(white, darker(white, 0.2)))
    wire = f"M{points(middle - _GAP, 118)}Q{points(middle, 214, middle + _GAP, 118)}"
    drawn += line(wire, air.tint("#3a3f42"), 3)
    for side in (-1, 1):
        x = middle + side * (_GAP - 8)
        drawn += rect(x - 7, 106, 14, 24, air.tint("#6f7a7e"), 3)
    return drawn
