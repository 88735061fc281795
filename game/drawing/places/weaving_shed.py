"""A shed with an old loom, a stove and a stool for everyone."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut, frame, pendant
from game.drawing.scenery.outdoors import land, sky
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import (
    Stop,
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
)

_HALF, _EAVES, _RIDGE, _LOW = 1060.0, 40.0, -300.0, 930.0  # of the shed, as it is in front
_NEAR, _FAR = -0.4, 0.85
_YARNS = ("#b9a37a", "#e9dfc6", "#6f8fa8", "#a9553a", "#8f9a72", "#d6c39a", "#54667a")
_THREAD = "#efe6cf"


@place(has_table=False)
def weaving_shed(air: Air, w: float) -> str:
    """Planks and rafters, the window on the maize, the loom, the stove and the lamp."""
    eye = Eye(w / 2, 430)
    window = Hole(eye.x - 88, 262, 250, 200)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#6b543d"))
    drawn += _maize(air, window) + _far_wall(air, eye, window)
    drawn += frame(air, window, 3, 2, "#d9cfb6", 7)
    drawn += _roof(air, eye) + _floor(air, eye) + _sides(air, eye)
    drawn += _shelf(air, eye.x + 212, 262) + _tools(air, eye.x + 236, 340)
    drawn += _pool(air, eye) + moved(_loom(air), eye.x - 590, 196)
    drawn += moved(_stove(air), eye.x + 400, 360) + _flax(air, eye)
    drawn += _stool(air, eye.x + 250, 742, 3) + _stool(air, eye.x - 84, 728, 4)
    return drawn + pendant(air, eye.x + 36, 96, 52, "#3f5148")


def _maize(air: Air, window: Hole) -> str:
    x, y, width, height = window
    drawn = sky(air, x, y, width, height * 0.7, "shed") + land(
        air, x, width, y + height * 0.5, "es"
    )
    drawn += rect(x, y + height * 0.52, width, height * 0.48, air.tint("#8a8f56"))
    for stalk in range(38):
        lean = chance("maize", str(stalk))
        at, high = x + width * (stalk + lean) / 38, height * (0.34 + 0.2 * lean)
        green, base = air.tint(mix("#7d8a4b", "#c0a95f", chance("ripe", str(stalk)))), y + height
        drawn += line(f"M{points(at, base)}v{number(-high)}", green, 3)
        for leaf in (0.3, 0.55, 0.8):
            side = 1 if chance(f"leaf{leaf}", str(stalk)) < 0.5 else -1
            bend = points(side * 8, -16, side * 15, 4)
            drawn += line(f"M{points(at, base - high * leaf)}q{bend}", green, 2.2)
    return drawn


def _far_wall(air: Air, eye: Eye, window: Hole) -> str:
    left, right = eye.at(-_HALF, 0, _FAR)[0], eye.at(_HALF, 0, _FAR)[0]
    low, eaves = eye.at(0, _LOW, _FAR)[1], eye.at(0, _EAVES, _FAR)[1]
    ridge = eye.at(0, _RIDGE, _FAR)[1]
    x, y, wide, high = window
    outline = (
        f"M{points(left, low)}V{number(eaves)}L{points(eye.x, ridge)}L{points(right, eaves)}"
        f"V{number(low)}Z"
    )
    wood = across(air.tint("#a98760"), air.tint("#b3916a"), air.tint("#856445"))
    drawn = path(outline + cut([window]), wood, has_holes=True)
    for plank in range(1, 26):
        at = left + (right - left) * plank / 26
        top = eaves - (eaves - ridge) * (1 - abs(at - eye.x) / (right - eye.x))
        parts = [(top, low)]
        if x - 6 < at < x + wide + 6:
            parts = [(top, y - 8), (y + high + 18, low)]
        for start, end in parts:
            groove = f"M{points(at, start)}V{number(end)}"
            drawn += line(groove, air.tint("#5f4630"), 2, 0.5)
    for knot in range(16):
        spot = (
            left + (right - left) * chance("knot", f"x{knot}"),
            160 + 480 * chance("knot", f"y{knot}"),
        )
        if not (x - 20 < spot[0] < x + wide + 20 and y - 20 < spot[1] < y + high + 30):
            drawn += ellipse(*spot, 3, 5, air.tint("#6b4e35"), 0.6)
    beam = air.tint("#6a4c33")
    return drawn + rect(left, eaves - 6, right - left, 26, beam)


def _roof(air: Air, eye: Eye) -> str:
    """Both slopes in boards, and rafters."""
    drawn = ""
    for side, boards in ((-1, "#8d6d4c"), (1, "#6f543a")):
        edge = side * _HALF
        drawn += path(
            eye.sheet(
                (edge, _EAVES, _NEAR), (0, _RIDGE, _NEAR), (0, _RIDGE, _FAR), (edge, _EAVES, _FAR)
            ),
            across(air.tint(darker(boards, 0.1 if side < 0 else 0.0)), air.tint(boards)),
        )
        seams = [
            ((edge * share, _RIDGE + (_EAVES - _RIDGE) * share, _NEAR),
             (edge * share, _RIDGE + (_EAVES - _RIDGE) * share, _FAR))
            for share in (0.2, 0.4, 0.6, 0.8)
        ]  # fmt: skip
        drawn += line(eye.lines(*seams), air.tint("#4f3a28"), 2, 0.5)
    for depth in (0.72, 0.42, 0.14, -0.1):
        timber, width = air.tint("#5a412c"), 30 * eye.share(depth)
        legs = eye.lines(
            ((-_HALF, _EAVES, depth), (0, _RIDGE, depth)),
            ((_HALF, _EAVES, depth), (0, _RIDGE, depth)),
        )
        drawn += line(legs, timber, width)
        collar = eye.lines(((-_HALF * 0.56, -150, depth), (_HALF * 0.56, -150, depth)))
        drawn += line(collar, timber, width * 0.8)
    return drawn


def _sides(air: Air, eye: Eye) -> str:
    drawn = ""
    for side, boards in ((-1, "#957451"), (1, "#7b5d41")):
        drawn += path(
            eye.away(side * _HALF, _EAVES, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(boards, 0.22)), air.tint(boards)),
        )
        grooves = [((side * _HALF, y, _NEAR), (side * _HALF, y, _FAR)) for y in range(130, 930, 90)]
        drawn += line(eye.lines(*grooves), air.tint("#4f3a28"), 2, 0.45)
        for depth in (0.72, 0.42, 0.14, -0.1):
            post = eye.lines(((side * _HALF, _EAVES, depth), (side * _HALF, _LOW, depth)))
            drawn += line(post, air.tint("#5a412c"), 26 * eye.share(depth))
    return drawn


def _floor(air: Air, eye: Eye) -> str:
    top = eye.at(0, _LOW, _FAR)[1]
    stone = down(air.tint("#8d7a63"), air.tint("#a8947a"))
    drawn = rect(0, top, eye.x * 2, HEIGHT - top, stone)
    seams = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-1600, 1601, 160)]
    return drawn + line(eye.lines(*seams), air.tint("#5f4e3c"), 2, 0.4)


def _pool(air: Air, eye: Eye) -> str:
    """The light of the lamp, on the wall and on the floor."""
    drawn = glow(eye.x + 36, 250, 620, 360, "#ffdc9e", air.dim(0.34, 0.4))
    return drawn + glow(eye.x + 36, 790, 520, 110, "#ffdc9e", air.dim(0.3, 0.26))


# --- the loom, 430 units wide and 520 high ----------------------------------------------------


def _loom(air: Air) -> str:
    front, back = air.tint("#b07f4c"), air.tint("#7c5734")
    edge = air.tint("#5f4027")
    drawn = glow(220, 516, 300, 22, "#1c140c", 0.5)
    for x in (62, 352):
        drawn += rect(x, 6, 22, 440, across(back, darker(back, 0.2)))
    drawn += rect(46, 14, 344, 24, back, 3)
    drawn += rect(52, 214, 332, 46, down(air.tint("#e2d6b8"), air.tint("#a08f6c")), 20)
    drawn += _warp(air) + _heddles(air) + _cloth(air)
    for x, wood in ((6, front), (394, darker(front, 0.14))):
        drawn += rect(x, 44, 32, 470, across(lighter(wood, 0.14), wood, darker(wood, 0.24)), 3)
        drawn += rect(x - 12, 496, 56, 20, darker(wood, 0.2), 3)
    drawn += rect(-12, 52, 456, 34, down(lighter(front, 0.16), darker(front, 0.2)), 5)
    drawn += line("M-6 86H438", edge, 2, 0.6)
    drawn += rect(-4, 344, 440, 30, down(lighter(front, 0.2), darker(front, 0.16)), 12)
    drawn += rect(26, 424, 382, 24, down(front, darker(front, 0.3)), 6)
    for x in (22, 410):
        drawn += ellipse(x, 359, 8, 8, edge) + ellipse(x, 69, 6, 6, edge)
    return drawn + _beater(air) + _treadles(air)


def _warp(air: Air) -> str:
    """The threads, from the beam at the back to the one in front."""
    drawn = path("M64 236H372L398 356H38Z", air.tint(_THREAD), opacity=0.55)
    d = "".join(f"M{points(64 + 308 * at / 60, 236)}L{points(38 + 360 * at / 60, 356)}"
                for at in range(61))  # fmt: skip
    return drawn + line(d, air.tint("#f8f2e0"), 1.1, 0.8)


def _heddles(air: Air) -> str:
    """Four frames with their wires, hung from the top."""
    drawn = ""
    for at in range(4):
        y, x = 118 + (at % 2) * 14 + at * 6, 58 - at * 5
        wide = 320 + at * 10
        wires = "".join(f"M{points(x + 8 + (wide - 16) * k / 34, y + 10)}v118" for k in range(35))
        drawn += line(wires, air.tint("#cfc6ae"), 0.9, 0.55)
        wood = air.tint(mix("#8d6640", "#b98a55", at / 3))
        drawn += rect(x, y, wide, 11, wood, 3) + rect(x, y + 124, wide, 11, wood, 3)
        cords = f"M{points(x + 60, 84)}V{number(y)}M{points(x + wide - 60, 84)}V{number(y)}"
        drawn += line(cords, air.tint("#e2d8c0"), 2)
    return drawn


def _cloth(air: Air) -> str:
    """Tea towels, checked in blue and red, over the beam and down to the roller."""
    drawn = path("M46 330H390L398 356V430H38V356Z", down(air.tint("#f6f0df"), air.tint("#d9cfb6")))
    for x, colour in ((70, "#3f6794"), (84, "#3f6794"), (206, "#a9453a"), (222, "#a9453a"),
                      (344, "#3f6794"), (358, "#3f6794")):  # fmt: skip
        drawn += line(f"M{points(x, 332)}V428", air.tint(colour), 5, 0.75)
    for y, colour in ((396, "#3f6794"), (408, "#a9453a")):
        drawn += line(f"M40 {number(y)}H396", air.tint(colour), 5, 0.6)
    return drawn


def _beater(air: Air) -> str:
    """The reed that strikes the thread home, on its two arms."""
    wood = air.tint("#9a7045")
    drawn = line("M44 92L34 300M392 92L402 300", wood, 10)
    drawn += "".join(line(f"M{points(50 + 337 * k / 48, 284)}v30", air.tint("#8a8d86"), 1.2, 0.7)
                     for k in range(49))  # fmt: skip
    drawn += rect(24, 270, 388, 16, down(lighter(wood, 0.2), wood), 5)
    return drawn + rect(20, 310, 396, 22, down(lighter(wood, 0.24), darker(wood, 0.12)), 6)


def _treadles(air: Air) -> str:
    wood = air.tint("#6b4a2e")
    return "".join(
        path(f"M{points(130 + 48 * at, 454)}h26l10 56h-40z", down(wood, lighter(wood, 0.12)))
        for at in range(4)
    )


# --- the stove, 170 units wide and 350 high ---------------------------------------------------


def _stove(air: Air) -> str:
    """Cast iron, with a pan of soup on it and fire behind the bars."""
    iron = air.tint("#40464a", 0.5)
    body = across(lighter(iron, 0.24), iron, darker(iron, 0.4))
    drawn = glow(80, 348, 130, 18, "#1c140c", 0.55)
    drawn += rect(98, -420, 34, 530, across(lighter(iron, 0.2), darker(iron, 0.3)), 3)
    drawn += rect(92, -120, 46, 12, iron, 3) + rect(92, 30, 46, 12, iron, 3)
    drawn += path("M16 330l-12 26h18l14 -26zM134 330l14 26h-18l-14 -26z", darker(iron, 0.2))
    drawn += path("M2 128H150L158 150C166 210 164 270 148 334H4C-12 270 -14 210 -6 150Z", body)
    drawn += rect(-14, 116, 180, 18, lighter(iron, 0.12), 6)
    drawn += rect(22, 196, 104, 92, darker(iron, 0.35), 10)
    for slot in range(4):
        drawn += rect(34, 208 + slot * 18, 80, 9, air.lit("#f2984a", "#ffab52"), 4)
    drawn += ellipse(136, 242, 6, 6, air.tint("#c9a24e", 0.4))
    drawn += glow(74, 244, 190, 150, "#ff9d4a", air.dim(0.3, 0.55))
    pan = air.tint("#4f6f86", 0.5)
    drawn += path("M12 62H120V104Q120 116 108 116H24Q12 116 12 104Z",
                  across(lighter(pan, 0.3), pan, darker(pan, 0.35)))  # fmt: skip
    drawn += ellipse(66, 62, 56, 11, darker(pan, 0.2)) + ellipse(66, 64, 49, 8, air.tint("#8d9a4b"))
    drawn += line("M88 64L118 6", air.tint("#b98a55"), 6)
    for x in (44, 66, 88):
        steam = f"M{points(x, 44)}c-14 -22 14 -32 0 -56c-10 -18 10 -26 2 -44"
        drawn += line(steam, "#fff8ec", 5, air.dim(0.34, 0.2))
    return drawn


# --- small things -----------------------------------------------------------------------------


def _shelf(air: Air, x: float, y: float) -> str:
    """Bobbins in every colour."""
    drawn = ""
    for row in range(2):
        low = y - 66 * row
        drawn += rect(x, low, 186, 9, air.tint("#5f4530")) + rect(
            x, low + 9, 186, 4, "#000000", 0, 0.2
        )
        for at in range(7):
            yarn = air.tint(_YARNS[int(chance(f"{at}yarn", f"{row * 7 + at}") * len(_YARNS))], 0.55)
            left = x + 8 + at * 25.5
            drawn += rect(left + 3, low - 44, 13, 44, air.tint("#8d6640"))
            drawn += rect(
                left, low - 38, 19, 30, across(lighter(yarn, 0.25), yarn, darker(yarn, 0.2)), 6
            )
            drawn += rect(left - 1, low - 6, 21, 6, air.tint("#8d6640"), 2)
    return drawn


def _tools(air: Air, x: float, y: float) -> str:
    """Shears, a shuttle, a spanner and a coil of rope on nails."""
    steel, wood = air.tint("#7d8386"), air.tint("#8d6640")
    drawn = line(f"M{points(x - 20, y)}h180", air.tint("#5f4530"), 8)
    drawn += line(f"M{points(x, y + 6)}l10 50M{points(x + 18, y + 6)}l-12 50", steel, 6)
    drawn += path(f"M{points(x + 1, y + 66)}a9 9 0 1 1 -12 8a9 9 0 1 1 12 -8", stroke=wood, width=5)
    shuttle = f"M{points(x + 44, y + 8)}q18 38 0 84q-18 -46 0 -84z"
    drawn += path(shuttle, wood) + rect(x + 40, y + 34, 8, 30, air.tint(_THREAD), 3)
    drawn += line(f"M{points(x + 84, y + 10)}v62", steel, 8)
    drawn += path(f"M{points(x + 76, y + 86)}a11 11 0 1 1 16 0", stroke=steel, width=7)
    rope = "".join(
        f"M{points(x + 112 + k * 2, y + 34)}a19 {24 + k * 2} 0 1 1 0.1 0" for k in range(3)
    )
    return drawn + path(rope, stroke=air.tint("#cdb98c"), width=4)


def _flax(air: Air, eye: Eye) -> str:
    """Bundles hung to dry from the ties."""
    drawn = ""
    for bundle, share in enumerate((-0.34, -0.2, 0.3, 0.42)):
        x, y = eye.at(_HALF * share * 1.4, -146, 0.14)
        straw = mix("#d8c48b", "#b79c62", chance("flax", str(bundle)))
        for blade in range(13):
            lean = (blade - 6) / 6
            tip = points(lean * 22, 70, lean * 34, 128 + 18 * chance("blade", f"{bundle}{blade}"))
            drawn += line(
                f"M{points(x + lean * 7, y)}q{tip}", air.tint(darker(straw, 0.2 * abs(lean))), 3.4
            )
        drawn += rect(x - 10, y + 16, 20, 10, air.tint("#8a4b35"), 4)
    return drawn


def _stool(air: Air, x: float, base: float, legs: int) -> str:
    wood = air.tint("#8f6a44" if legs == 3 else "#6f7f78")
    drawn = glow(x, base, 90, 13, "#1c140c", 0.45)
    for leg in range(legs):
        lean = (leg - (legs - 1) / 2) * 52 / (legs - 1)
        drawn += line(
            f"M{points(x + lean, base - 92)}L{points(x + lean * 1.7, base)}", darker(wood, 0.2), 9
        )
    top = down(Stop(0, lighter(wood, 0.24)), Stop(100, darker(wood, 0.1)))
    return drawn + rect(x - 48, base - 106, 96, 18, top, 8)
