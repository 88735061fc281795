"""The committee room of a club: six cups, all from one year, and a low chair for visitors."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter
from game.drawing.places.clubhouse import cups, pitch
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut, frame
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import across, down, ellipse, glow, line, moved, number, path, points, rect

_HALF, _CEILING, _LOW = 860.0, 0.0, 945.0  # of the room, as it is in front
_NEAR, _FAR = -0.45, 0.42
_SHIRTS = ("#2f6b4a", "#e9dfc6")


@place(table=("#b98f5e", "#84602f"))
def committee_room(air: Air, w: float) -> str:
    """The cups over the window, team pictures, the year on the wall, cabinet and balls."""
    eye = Eye(w / 2, 410)
    window = Hole(eye.x - 170, 262, 330, 196)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#a39a80")) + pitch(air, window)
    drawn += _far_wall(air, eye, window) + frame(air, window, 3, 1, "#f0ebdc", 8)
    drawn += _room(air, eye) + _cup_shelf(air, eye.x - 190, 214)
    for picture, (x, y) in enumerate(((-560.0, 160.0), (-372.0, 160.0), (-466.0, 312.0))):
        drawn += moved(_team(air, picture), eye.x + x, y)
    drawn += _planner(air, eye.x + 226, 150) + _cabinet(air, eye.x + 400, 446)
    drawn += _ball_bag(air, eye.x - 540, 700) + _chairs(air, eye) + _tube(air, eye)
    return drawn + glow(eye.x, 330, 560, 320, air.lit("#fff6e0", "#ffcf8f"), air.dim(0.26, 0.3))


def _far_wall(air: Air, eye: Eye, window: Hole) -> str:
    left = eye.at(-_HALF, _CEILING, _FAR)[0]
    right, low = eye.at(_HALF, _LOW, _FAR)
    tone = "#d9d3b4"
    paint = across(air.tint(lighter(tone, 0.3)), air.tint(darker(tone, 0.1)))
    wall = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR)
    drawn = path(wall + cut([window]), paint, has_holes=True)
    drawn += rect(left, 540, right - left, low - 540, air.tint("#6f8f7a"))
    blocks = "".join(f"M{points(left, 580 + 44 * k)}H{number(right)}" for k in range(5))
    drawn += line(blocks, air.tint("#587561"), 1.6, 0.5)
    drawn += rect(left, 532, right - left, 10, air.tint("#2f6b4a"))
    radiator = rect(window.x + 20, 482, window.width - 40, 96, air.tint("#efece1"), 5)
    ribs = "".join(
        rect(window.x + 34 + 22 * k, 490, 6, 80, air.tint("#cfcabb"), 2) for k in range(12)
    )
    return drawn + radiator + ribs


def _room(air: Air, eye: Eye) -> str:
    ceiling = down(air.tint("#cfc8b0"), air.tint("#e9e3d0"))
    drawn = path(eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)), ceiling)
    for side, tone in ((-1, "#cbc4a2"), (1, "#b9b191")):
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(tone, 0.16)), air.tint(tone)),
        )
        drawn += path(eye.away(side * _HALF, 594, _LOW, (_NEAR, _FAR)), air.tint("#5f7d69"))
    stain = eye.at(-420, _CEILING, 0.2)
    drawn += glow(*stain, 150, 26, air.tint("#a98d55"), 0.5)
    carpet = down(air.tint("#6b5a4a"), air.tint("#84705c"))
    return drawn + path(eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)), carpet)


def _cup_shelf(air: Air, x: float, y: float) -> str:
    """Six, all won in the same year."""
    drawn = rect(x, y, 372, 11, air.tint("#7d5a3a"), 2) + rect(x, y + 11, 372, 4, "#1c140c", 0, 0.2)
    sizes = (0.95, 1.1, 1.35, 1.15, 1.0, 0.9)
    spots = [(34.0 + 61 * at, size) for at, size in enumerate(sizes)]
    return drawn + cups(x, y, spots, air.tint("#d0a64e", 0.4))


def _team(air: Air, seed: int) -> str:
    """Eleven in two rows, in a frame; 164 wide and 120 high."""
    drawn = rect(5, 8, 164, 120, "#1c140c", 2, 0.22) + rect(0, 0, 164, 120, air.tint("#5b4028"), 2)
    drawn += rect(8, 8, 148, 104, down(air.tint("#a9c3cf"), air.tint("#9db57a")))
    for row, (count, y) in enumerate(((6, 44.0), (5, 70.0))):
        for at in range(count):
            x = 82 + (at - (count - 1) / 2) * 24
            skin = ("#e9c3a2", "#8a5a3c", "#d0a074")[int(chance(f"{seed}{row}", f"p{at * 3}") * 3)]
            shirt = air.tint(_SHIRTS[(seed + (row == 0 and at == 0)) % 2], 0.6)
            drawn += rect(x - 9, y, 18, 30, shirt, 5)
            drawn += ellipse(x, y - 5, 6, 7, air.tint(skin, 0.6))
    return drawn + ellipse(82, 104, 5, 5, air.tint("#f4f1e6"))


def _planner(air: Air, x: float, y: float) -> str:
    """Saturdays up to the end of May, most of the boxes empty."""
    drawn = rect(x + 4, y + 7, 250, 270, "#1c140c", 2, 0.22)
    drawn += rect(x, y, 250, 270, air.tint("#f4f1e4", 0.6), 2)
    drawn += rect(x, y, 250, 34, air.tint("#2f6b4a", 0.6), 2)
    grid = "".join(f"M{points(x + 12, y + 52 + 29 * k)}h226" for k in range(8))
    grid += "".join(f"M{points(x + 12 + 45.2 * k, y + 52)}v203" for k in range(6))
    drawn += line(grid, air.tint("#b9b5a4"), 1.6)
    for box in range(35):
        row, column = divmod(box, 5)
        lean = chance(f"box{box * 5}", "rota")
        at = (x + 18 + 45.2 * column, y + 60 + 29 * row)
        if lean < 0.34:
            written = f"M{points(at[0], at[1] + 8)}q5 -10 9 0t9 0t9 -1"
            drawn += line(written, air.tint("#3d5f9a", 0.5), 2.4)
        elif lean > 0.93:
            drawn += line(f"M{points(*at)}l14 14m0 -14l-14 14", air.tint("#a83d3d", 0.5), 2.4)
    return drawn


def _cabinet(air: Air, x: float, y: float) -> str:
    """Grey steel, with a kettle and the lost property on it."""
    steel = air.tint("#9aa3a0")
    body = across(lighter(steel, 0.2), steel, darker(steel, 0.2))
    drawn = glow(x + 70, y + 326, 110, 14, "#1c140c", 0.4) + rect(x, y, 140, 326, body, 4)
    for drawer in range(3):
        low = y + 12 + 104 * drawer
        drawn += rect(x + 8, low, 124, 94, lighter(steel, 0.08), 3)
        drawn += rect(x + 50, low + 18, 40, 18, air.tint("#f4f1e4"), 2)
        drawn += rect(x + 48, low + 52, 44, 8, darker(steel, 0.4), 4)
    red, shoe = air.tint("#a9453a"), air.tint("#2c3033")
    drawn += path(f"M{points(x + 14, y)}l6 -46h42l6 46z", across(lighter(red, 0.3), red))
    drawn += path(f"M{points(x + 62, y - 38)}q24 6 12 34", stroke=shoe, width=6)
    boot = f"M{points(x + 92, y)}v-26h18l8 14q22 0 22 12z"
    return drawn + path(boot, shoe) + line(f"M{points(x + 96, y - 3)}h40", air.tint("#f4f1e4"), 3)


def _ball_bag(air: Air, x: float, base: float) -> str:
    """A net full, on the floor."""
    drawn = glow(x + 60, base + 48, 110, 14, "#1c140c", 0.45)
    white, ink = air.tint("#f1efe6", 0.6), air.tint("#2c3033", 0.5)
    for dx, dy in ((20.0, 0.0), (84.0, 6.0), (52.0, -48.0), (-14.0, 14.0), (120.0, 16.0)):
        at, y = x + dx, base + dy
        drawn += ellipse(at, y, 34, 34, across(lighter(white, 0.2), darker(white, 0.25)))
        patch = f"M{points(at, y - 13)}l12 9l-5 14h-14l-5 -14z"
        drawn += path(patch, ink)
        rays = (
            f"M{points(at, y - 13)}v-18M{points(at + 12, y - 4)}l17 -7"
            f"M{points(at - 12, y - 4)}l-17 -7"
        )
        drawn += line(rays, ink, 2)
    knots = (
        f"M{points(x + 52, base - 110)}"
        f"C{points(x - 30, base - 60, x - 60, base + 20, x - 40, base + 46)}"
    )
    knots += (
        f"M{points(x + 52, base - 110)}"
        f"C{points(x + 120, base - 60, x + 160, base + 20, x + 150, base + 46)}"
    )
    knots += (
        f"M{points(x + 52, base - 110)}"
        f"C{points(x + 40, base - 40, x + 40, base + 10, x + 44, base + 46)}"
    )
    return drawn + line(knots, air.tint("#d5a83f", 0.6), 3.4, 0.8)


def _chairs(air: Air, eye: Eye) -> str:
    """High for the committee, low for a visitor."""
    drawn, green = "", air.tint("#3f6b52")
    for x, high in ((-300.0, 330.0), (20.0, 330.0), (300.0, 236.0)):
        left, low = eye.at(x, _LOW, 0.1)
        steel = air.tint("#7d8588")
        drawn += glow(left, low, 74, 10, "#1c140c", 0.45)
        drawn += line(
            f"M{points(left - 46, low)}v{number(-high)}M{points(left + 46, low)}v{number(-high)}",
            steel,
            8,
        )
        back = rect(
            left - 50,
            low - high - 8,
            100,
            high * 0.34,
            across(lighter(green, 0.2), darker(green, 0.2)),
            9,
        )
        drawn += back + rect(left - 54, low - high * 0.5, 108, 18, darker(green, 0.1), 7)
    return drawn


def _tube(air: Air, eye: Eye) -> str:
    drawn = path(eye.level(-150, 150, _CEILING + 3, (-0.1, 0.0)), air.lit("#fffdf4", "#ffe9c4"))
    at = eye.at(0, _CEILING, -0.05)
    return drawn + glow(
        at[0], at[1] + 30, 360, 120, air.lit("#fffdf4", "#ffdca6"), air.dim(0.34, 0.5)
    )
