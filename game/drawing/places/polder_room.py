"""A council room below the level of the sea, which a brass line on the wall shows."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut, frame
from game.drawing.scenery.outdoors import birds, sky
from game.drawing.scenery.perspective import Edge, Eye
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect

_HALF, _CEILING, _LOW = 1000.0, -190.0, 950.0  # of the room, as it is in front
_NEAR, _FAR = -0.45, 0.7
_SEA = 20.0  # how low the line is, in front: well above everybody's head
_BINDERS = ("#3f5b80", "#8a8d92", "#73303f", "#4d6a55", "#2c3e5f")


@place()
def polder_room(air: Air, w: float) -> str:
    """Two windows that look up at a dyke, the map of the polder, shelves of binders."""
    eye = Eye(w / 2, 420)
    windows = (Hole(eye.x - 520, 206, 320, 262), Hole(eye.x + 200, 206, 320, 262))
    drawn = rect(0, 0, w, HEIGHT, air.tint("#b3a78f"))
    for at, window in enumerate(windows):
        drawn += _dyke(air, window, at)
    drawn += _far_wall(air, eye, windows)
    drawn += "".join(frame(air, window, 3, 1, "#7d5f3f", 9) for window in windows)
    drawn += _room(air, eye) + _map(air, eye.x - 150, 206) + _sea_level(air, eye)
    drawn += _shelves(air, eye) + _sideboard(air, eye.x - 118, 560) + _flag(air, eye.x - 560)
    for side in (-1, 1):
        for depth in (0.5, 0.24, 0.02):
            drawn += _chair(air, eye, side * 620.0, depth)
    drawn += _lamps(air, eye)
    return drawn + glow(eye.x, 300, 640, 330, air.lit("#fff6e0", "#ffcf8f"), air.dim(0.26, 0.22))


def _dyke(air: Air, window: Hole, seed: int) -> str:
    """Grass up to two thirds of the pane; over it a funnel goes by, and sky."""
    x, y, wide, high = window
    drawn = sky(air, x, y, wide, high * 0.5, f"below{seed}")
    crest = y + high * 0.42
    if seed:
        drawn += rect(x + wide * 0.3, crest - 34, 92, 40, air.tint("#f3f1ea", 0.5), 2)
        drawn += rect(x + wide * 0.42, crest - 60, 22, 30, air.tint("#a9453a", 0.5))
        drawn += "".join(
            rect(x + wide * 0.3 + 8 + k * 17, crest - 26, 10, 8, air.lit("#7f97a1", "#ffd08a"))
            for k in range(5)
        )
    drawn += rect(x, crest, wide, high * 0.6, down(air.tint("#9cb574"), air.tint("#7a9459")))
    drawn += path(
        f"M{points(x, y + high)}L{points(x + wide * 0.5, crest)}h16L{points(x + 60, y + high)}Z",
        air.tint("#d9cfb4"),
        opacity=0.7,
    )
    for sheep in range(4):
        at, low = (
            x + wide * (0.16 + 0.22 * sheep),
            crest + high * (0.14 + 0.1 * ((sheep + seed) % 3)),
        )
        drawn += ellipse(at, low, 11, 7, air.tint("#f1ece0", 0.55)) + ellipse(
            at + 11, low - 2, 3.4, 4, air.tint("#3a3530")
        )
        drawn += line(
            f"M{points(at - 6, low + 5)}v7M{points(at + 6, low + 5)}v7", air.tint("#3a3530"), 2
        )
    gulls = ((x + wide * 0.2, y + 40, 11.0, 5.0), (x + wide * 0.72, y + 62, 9.0, 4.0))
    return drawn + birds(gulls, air.tint("#5c6a74", 0.2), 2.2, 0.8)


def _far_wall(air: Air, eye: Eye, windows: tuple[Hole, ...]) -> str:
    left = eye.at(-_HALF, _CEILING, _FAR)[0]
    right, low = eye.at(_HALF, _LOW, _FAR)
    whole = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR) + cut(windows)
    stone = "#e3dcca"
    fill = across(air.tint(lighter(stone, 0.3)), air.tint(stone), air.tint(darker(stone, 0.12)))
    drawn = path(whole, fill, has_holes=True)
    wood = down(air.tint("#a07d55"), air.tint("#7d5f3f"))
    drawn += rect(left, 512, right - left, low - 512, wood) + rect(
        left, 503, right - left, 11, air.tint("#b9956a")
    )
    wide = (right - left) / 11
    for panel in range(11):
        x = left + wide * panel + 12
        drawn += rect(x, 538, wide - 24, low - 566, air.tint("#6f5236"), 3)
        drawn += rect(x + 5, 543, wide - 34, low - 576, air.tint("#a5825a"), 2)
        drawn += rect(x + 5, 543, 4, low - 576, "#ffe9c4", 2, 0.2)
    return drawn


def _room(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#c3bba8"), air.tint("#ded8c8")),
    )
    coffers: list[Edge] = [
        ((x, _CEILING, _NEAR), (x, _CEILING, _FAR)) for x in range(-1000, 1001, 250)
    ]
    coffers += [((-_HALF, _CEILING, d), (_HALF, _CEILING, d)) for d in (-0.28, -0.1, 0.12, 0.4)]
    drawn += line(eye.lines(*coffers), air.tint("#a39a85"), 7, 0.8)
    for side, tone in ((-1, "#d3cab4"), (1, "#c0b69e")):
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(tone, 0.16)), air.tint(tone)),
        )
        drawn += path(eye.away(side * _HALF, 576, _LOW, (_NEAR, _FAR)), air.tint("#8a6a47"))
    carpet = down(air.tint("#4f6470"), air.tint("#647a86"))
    return drawn + path(eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)), carpet)


def _sea_level(air: Air, eye: Eye) -> str:
    """The line runs round three walls; under it the paint is a little bluer."""
    left, y = eye.at(-_HALF, _SEA, _FAR)
    right = eye.at(_HALF, _SEA, _FAR)[0]
    brass, drawn = air.tint("#d0a64e", 0.35), ""
    for side in (-1, 1):
        below = eye.away(side * _HALF, _SEA, 576, (_NEAR, _FAR))
        drawn += path(below, air.tint("#5f8fa6"), opacity=0.16)
        edge = eye.lines(((side * _HALF, _SEA, _NEAR), (side * _HALF, _SEA, _FAR)))
        drawn += line(edge, darker(brass, 0.3), 11) + line(edge, brass, 7)
    drawn += rect(left, y + 3, right - left, 6, darker(brass, 0.4), 0, 0.6)
    drawn += rect(left, y - 5, right - left, 10, down(lighter(brass, 0.4), brass))
    waves = "".join(
        f"M{points(eye.x - 78, y - 20 - 17 * row)}" + "q13 -14 26 0t26 0" * 3 for row in range(2)
    )
    return drawn + line(waves, brass, 5)


def _map(air: Air, x: float, y: float) -> str:
    """The polder as it was drawn: straight ditches, a round town, the sea around it."""
    wide, high = 300.0, 240.0
    drawn = rect(x + 6, y + 9, wide, high, "#1c140c", 2, 0.25) + rect(
        x, y, wide, high, air.tint("#6f5236"), 3
    )
    drawn += rect(
        x + 10,
        y + 10,
        wide - 20,
        high - 20,
        down(air.tint("#a9c6d0", 0.5), air.tint("#8fb3c2", 0.5)),
    )
    shape = (
        f"M{points(x + 46, y + 66)}L{points(x + 150, y + 30)}L{points(x + 262, y + 92)}"
        f"L{points(x + 238, y + 186)}L{points(x + 112, y + 214)}L{points(x + 40, y + 150)}"
        f"Z"
    )
    drawn += path(shape, air.tint("#d3cf9a", 0.5)) + path(
        shape, stroke=air.tint("#7a6a42", 0.5), width=4
    )
    ditches = "".join(
        f"M{points(x + 74 + 26 * k, y + 74 - 4 * k)}l{points(4, 104)}" for k in range(6)
    )
    ditches += "".join(f"M{points(x + 62, y + 92 + 32 * k)}h{number(170)}" for k in range(3))
    drawn += line(ditches, air.tint("#8aa58a", 0.5), 2)
    return (
        drawn
        + ellipse(x + 98, y + 120, 15, 13, air.tint("#a9604a", 0.5))
        + ellipse(x + 98, y + 120, 6, 5, air.tint("#f1ece0", 0.5))
    )


def _shelves(air: Air, eye: Eye) -> str:
    """Binders along the right wall; two hundred and fourteen questions take up room."""
    drawn, x = "", _HALF - 4
    for row in range(3):
        top = 130 + row * 150
        drawn += path(eye.away(x, top + 124, top + 138, (-0.3, 0.6)), air.tint("#7d5f3f"))
        depth, book = 0.58, 0
        while depth > -0.28:
            thick = 0.024 * (1 + depth)
            colour = air.tint(_BINDERS[int(chance(f"{row}ring", f"{book * 3}") * 4.99)], 0.6)
            drawn += path(
                eye.away(x - 3, top + 10, top + 124, (depth - thick, depth)),
                mix(colour, darker(colour, 0.3), book % 2 * 0.5),
            )
            drawn += path(
                eye.away(x - 4, top + 34, top + 62, (depth - thick * 0.8, depth - thick * 0.2)),
                air.tint("#f1ece0"),
            )
            depth, book = depth - thick * 1.06, book + 1
    return drawn


def _sideboard(air: Air, x: float, y: float) -> str:
    """A jug of water, glasses, and an old pump as an ornament."""
    wood, glass = air.tint("#8d6a44"), air.tint("#cfdfe2", 0.5)
    drawn = rect(x, y, 236, 14, down(lighter(wood, 0.3), wood), 2)
    drawn += rect(x + 8, y + 14, 220, 186, darker(wood, 0.2))
    drawn += line(f"M{points(x + 118, y + 22)}v170", darker(wood, 0.5), 3)
    jug = f"M{points(x + 40, y)}q-8 -30 4 -52l-6 -16h34l-4 16q12 22 4 52z"
    drawn += path(jug, glass, opacity=0.85)
    drawn += path(f"M{points(x + 39, y - 2)}q-5 -18 2 -32h30q7 14 2 32z", air.tint("#a9c4cc", 0.5))
    drawn += path(f"M{points(x + 70, y - 54)}q26 4 8 40", stroke=glass, width=5)
    for cup in range(3):
        drawn += path(f"M{points(x + 100 + cup * 26, y)}l-3 -28h20l-3 28z", glass, opacity=0.8)
    brass = air.tint("#d0a64e", 0.4)
    drawn += rect(x + 182, y - 10, 36, 10, darker(brass, 0.4), 2)
    wheel = f"M{points(x + 180, y - 34)}a20 20 0 1 1 40 0a20 20 0 1 1 -40 0z"
    spokes = f"M{points(x + 180, y - 34)}h40M{points(x + 200, y - 54)}v40"
    return drawn + path(wheel, stroke=brass, width=5) + line(spokes, brass, 3)


def _flag(air: Air, x: float) -> str:
    """Blue, yellow and green, furled on its stand."""
    drawn = line(f"M{points(x, 206)}V742", air.tint("#8d6a44"), 7)
    drawn += ellipse(x, 200, 8, 10, air.tint("#d0a64e", 0.4)) + ellipse(
        x, 744, 34, 8, air.tint("#4a3a2a")
    )
    for fold, colour in enumerate(("#3d6794", "#d5a83f", "#48705a")):
        left = x + 2 + fold * 16
        cloth = (
            f"M{points(left, 220 + fold * 12)}"
            f"C{points(left + 22, 320, left - 6, 420, left + 12, 540 - fold * 20)}"
        )
        cloth += f"l22 -10C{points(left + 18, 420, left + 40, 330, left + 18, 216 + fold * 12)}Z"
        drawn += path(cloth, across(air.tint(lighter(colour, 0.1)), air.tint(darker(colour, 0.25))))
    return drawn


def _chair(air: Air, eye: Eye, x: float, depth: float) -> str:
    """High-backed, in blue leather with brass nails."""
    size = eye.share(depth)
    left, low = eye.at(x, _LOW, depth)
    wood, blue = air.tint("#6b4a2e"), air.tint("#3f5f78")

    def at(sx: float, rise: float) -> str:
        return points(left + sx * size, low - rise * size)

    drawn = glow(left, low, 84 * size, 11 * size, "#1c140c", 0.45)
    drawn += line(f"M{at(-58, 0)}L{at(-54, 420)}M{at(58, 0)}L{at(54, 420)}", wood, 12 * size)
    back = f"M{at(-50, 410)}Q{at(0, 428)} {at(50, 410)}L{at(50, 226)}H{number(left - 50 * size)}Z"
    drawn += path(back, across(lighter(blue, 0.18), darker(blue, 0.2)))
    nails = "".join(f"M{at(sx, 400)}h0.1M{at(sx, 240)}h0.1" for sx in range(-40, 41, 16))
    drawn += line(nails, air.tint("#d0a64e", 0.4), 5 * size)
    return drawn + path(
        f"M{at(-58, 196)}L{at(58, 196)}L{at(64, 162)}L{at(-64, 162)}Z", lighter(blue, 0.08)
    )


def _lamps(air: Air, eye: Eye) -> str:
    """Round glasses on rods."""
    drawn = ""
    for x, depth in ((-420.0, 0.44), (0.0, 0.44), (420.0, 0.44), (-420.0, 0.02), (420.0, 0.02)):
        left, top = eye.at(x, _CEILING, depth)
        size, low = 34 * eye.share(depth), eye.at(x, _CEILING + 92, depth)[1]
        drawn += line(f"M{points(left, top)}V{number(low)}", air.tint("#8d8574"), 3)
        drawn += ellipse(
            left,
            low + size * 0.6,
            size,
            size,
            down(air.lit("#fffdf4", "#ffe9b8"), air.lit("#e9e2cc", "#ffd08a")),
        )
        drawn += glow(left, low + size, size * 5, size * 4.4, "#ffd890", air.dim(0.12, 0.45))
    return drawn
