"""The places where people meet: one drawing for each name in the vocabulary of backdrops.

Everything is 900 units high and as wide as asked. People sit before it, from a third of the
height down, and the table hides the lowest third; so the middle is kept quiet.
"""

from collections.abc import Callable

from game.window.drawing.colours import darker, lighter, mix
from game.window.drawing.face import points
from game.window.drawing.light import (
    HEIGHT,
    Air,
    beam,
    floor,
    frame,
    land,
    pendant,
    picture,
    plant,
    plaster,
    sky,
    tree,
    turbine,
    wall,
    water,
)  # fmt: skip
from game.window.drawing.person import chance
from game.window.drawing.svg import Stop, across, down, ellipse, glow, line, number, path, rect

_SKIRT = 660.0  # where walls end


def _skirting(a: Air, width: float, colour: str) -> str:
    return rect(0, _SKIRT - 22, width, 22, a.tint(colour)) + rect(
        0, _SKIRT - 22, width, 2.5, a.tint(lighter(colour, 0.4))
    )


def _room(a: Air, w: float) -> str:
    tall = (w * 0.08, 90.0, w * 0.2, 430.0)
    x, y, width, height = tall
    drawn = sky(a, x, y, width, height, "room") + land(a, x, width, y + height * 0.82, "room")
    drawn += rect(x, y + height * 0.82, width, height * 0.2, a.tint("#9aab86"))
    drawn += tree(a, x + width * 0.7, y + height * 0.9, 210, "room")
    drawn += wall(plaster(a, "#e6dccb", "#cdbfa9"), w, _SKIRT, (tall,))
    drawn += frame(a, tall, 2, 3, "#f4efe5")
    for side, start in ((1, x - 34), (-1, x + width + 34)):
        for fold in range(5):
            at = start + side * fold * 15
            drawn += path(
                f"M{points(at, 66)}h{side * 17}"
                f"C{points(at + side * 15, 260)} {points(at + side * 22, 420)} "
                f"{points(at + side * 14, 610)}"
                f"h{-side * 18}C{points(at - side * 4, 420, at + side * 4, 240, at, 66)}Z",
                a.tint(mix("#f5f0e6", "#cfc5b4", fold % 2 * 0.5)),
                opacity=0.93,
            )
    drawn += line(f"M{points(x - 60, 64)}H{number(x + width + 60)}", a.tint("#8b7759"), 7)
    drawn += beam(a, (w * 0.36, 150, w * 0.52, 190, w * 0.58, 470, w * 0.42, 430), 0.4)
    drawn += picture(a, w * 0.44, 130, 230, 160, "polder")
    drawn += picture(a, w * 0.66, 116, 120, 150, "print") + picture(
        a, w * 0.66 + 146, 116, 120, 150, "portrait"
    )
    lamp = w * 0.9
    drawn += line(f"M{points(lamp, 220)}V{_SKIRT}", a.tint("#5b4a38"), 6)
    drawn += glow(lamp, 230, 380, 360, "#ffcf8f", 0.6 if a.is_dark else 0.22)
    drawn += path(
        f"M{points(lamp - 42, 150)}h84l30 104h-144z",
        across(Stop(0, a.lit("#fdf3dc", "#ffdca6")), Stop(100, a.lit("#e5d3b0", "#d99f62"))),
    )
    drawn += _skirting(a, w, "#f0eadd") + floor(a, w, _SKIRT, "#b79a74")
    return drawn + plant(a, w * 0.335, _SKIRT + 20, 150, "room")


def _skyline(a: Air, left: float, width: float, base: float) -> str:
    drawn = ""
    for layer, haze in ((0, 0.62), (1, 0.34)):
        x = left
        while x < left + width:
            lean = chance(f"tower{layer}", number(x))
            wide, high = (
                44 + 70 * lean,
                (130 if layer else 190) * (0.3 + chance("high", number(x)) ** 1.6),
            )
            tone = mix(a.tint("#7d8b97", 0.6), a.sky[2], haze)
            drawn += rect(x, base - high, wide, high + 30, tone, 2)
            for row in range(int(high / 16)):
                for column in range(int(wide / 15)):
                    on = chance(f"{x}{row}", str(column))
                    if on > (0.55 if a.is_dark else 0.45):
                        drawn += rect(
                            x + 6 + column * 14,
                            base - high + 8 + row * 15,
                            6,
                            7,
                            a.lit(lighter(tone, 0.4), "#f2c27c"),
                            0,
                            0.55 * on,
                        )
            x += wide + 12 + 60 * chance("gap", number(x))
    mast = left + width * 0.62
    steel = mix(a.tint("#f4f4f0", 0.4), a.sky[2], 0.2)
    drawn += path(
        f"M{points(mast, base + 24)}L{points(mast + 20, base - 230)}"
        f"L{points(mast + 30, base - 232)}L{points(mast + 16, base + 24)}Z",
        steel,
    )
    drawn += "".join(
        line(
            f"M{points(mast + 22, base - 222 + step * 12)}"
            f"L{points(mast - 60 - step * 62, base + 8)}",
            steel,
            1.6,
            0.8,
        )
        for step in range(7)
    )
    return drawn + line(f"M{points(mast - 480, base + 10)}H{number(mast + 190)}", steel, 7)


def _boardroom(a: Air, w: float) -> str:
    glass = (w * 0.1, 70.0, w * 0.66, 500.0)
    x, y, width, height = glass
    drawn = sky(a, x, y, width, height, "board") + _skyline(a, x, width, y + height * 0.78)
    drawn += water(a, x, y + height * 0.82, width, height * 0.2)
    drawn += wall(plaster(a, "#e4dccd", "#c9bfae"), w, _SKIRT, (glass,))
    drawn += frame(a, glass, 4, 1, "#57534d", 8)
    oak = w * 0.79
    drawn += rect(
        oak, 0, w - oak, _SKIRT, across(Stop(0, a.tint("#b08a5e")), Stop(100, a.tint("#8b6844")))
    )
    for plank in range(7):
        at = oak + (w - oak) * plank / 6
        drawn += line(f"M{points(at, 0)}V{_SKIRT}", a.tint("#6f5236"), 2.2, 0.5)
    for frame_at in range(2):
        drawn += picture(
            a,
            oak + (w - oak) * (0.1 + 0.46 * frame_at),
            150,
            (w - oak) * 0.36,
            (w - oak) * 0.45,
            "portrait",
        )
    drawn += rect(
        0, 0, w * 0.075, _SKIRT, across(Stop(0, a.tint("#a8835a")), Stop(100, a.tint("#8e6b46")))
    )
    drawn += rect(0, 0, w, 40, a.tint("#d9d0c0")) + rect(0, 38, w, 4, a.tint("#b3a893"), 0, 0.7)
    for spot in range(5):
        at = w * (0.16 + 0.14 * spot)
        drawn += ellipse(at, 36, 20, 4, a.lit("#fffaf0", "#ffe1b0"))
        drawn += glow(at, 130, 110, 170, "#ffd9a0", 0.32 if a.is_dark else 0.12)
    drawn += beam(a, (w * 0.16, 600, w * 0.3, 600, w * 0.24, 680, w * 0.08, 680), 0.25)
    return drawn + floor(a, w, _SKIRT, "#8b8379")


def _dunes(a: Air, w: float) -> str:
    drawn = sky(a, 0, 0, w, 520, "dunes") + water(a, 0, 452, w, 80)
    drawn += (
        turbine(a, w * 0.62, 454, 74, 12)
        + turbine(a, w * 0.67, 454, 62, 47)
        + turbine(a, w * 0.715, 454, 54, 80)
        + turbine(a, w * 0.755, 454, 46, 25)
    )
    ridges = (
        (500.0, 46.0, "#dccdaa", "#b5b78d", "a"), (560.0, 70.0, "#d9c497", "#97a177", "b"),
        (660.0, 96.0, "#e2cfa3", "#87946a", "c"),
    )  # fmt: skip
    for base, height, sand, green, seed in ridges:
        drawn += _ridge(a, w, base, height, sand, green, seed)
    drawn += path(
        f"M{points(w * 0.46, 590)}"
        f"C{points(w * 0.5, 650)} {points(w * 0.4, 700)} "
        f"{points(w * 0.34, HEIGHT)}H{number(w * 0.56)}"
        f"C{points(w * 0.52, 720, w * 0.56, 650, w * 0.475, 590)}Z",
        a.tint("#eee0bd"),
        opacity=0.85,
    )
    for post in range(9):
        share = post / 8
        at, base = w * (0.49 + 0.27 * share**1.4), 592 + 150 * share**1.5
        high = 26 + 62 * share
        drawn += line(
            f"M{points(at, base)}V{number(base - high)}", a.tint("#7b6850"), 3 + 4 * share
        )
    wire = f"M{points(w * 0.49, 572)}Q{points(w * 0.6, 592, w * 0.76, 690)}"
    drawn += line(wire, a.tint("#6b5b46"), 1.6, 0.7)
    for bird, (bx, by, size) in enumerate(
        ((0.3, 170.0, 15.0), (0.34, 148.0, 11.0), (0.8, 210.0, 12.0))
    ):
        dip = size * (0.5 + 0.1 * bird)
        drawn += line(
            f"M{points(w * bx - size, by - dip)}"
            f"Q{points(w * bx - size * 0.4, by - dip, w * bx, by)}"
            f"Q{points(w * bx + size * 0.4, by - dip)} "
            f"{points(w * bx + size, by - dip * 0.8)}",
            a.tint("#5c6a74", 0.2),
            2.4,
            0.8,
        )
    return drawn


def _ridge(a: Air, w: float, base: float, height: float, sand: str, green: str, seed: str) -> str:
    steps = 6
    heights = [base - height * chance(seed, f"h{k}") for k in range(steps + 1)]
    d = f"M{points(0, heights[0])}"
    for k in range(steps):
        x0, x1 = w * k / steps, w * (k + 1) / steps
        middle = (x0 + x1) / 2
        d += f"C{points(middle, heights[k], middle, heights[k + 1], x1, heights[k + 1])}"
    drawn = path(
        f"{d}V{HEIGHT}H0Z",
        down(
            Stop(0, a.tint(lighter(sand, 0.25))),
            Stop(35, a.tint(sand)),
            Stop(100, a.tint(darker(sand, 0.1))),
        ),
    )
    for tuft in range(int(w / 34)):
        lean, rise = chance(f"{seed}x", str(tuft)), chance(f"{seed}y", str(tuft)) ** 2
        x = w * lean
        k = min(steps - 1, int(lean * steps))
        share = lean * steps - k
        smooth = share * share * (3 - 2 * share)
        ground = heights[k] + (heights[k + 1] - heights[k]) * smooth + rise * height * 1.3 + 2
        drawn += _marram(a, x, ground, (13 + 17 * rise) * height / 62, green, f"{seed}{tuft}")
    return drawn


def _marram(a: Air, x: float, ground: float, tall: float, green: str, seed: str) -> str:
    """A tuft of dune grass, bent by a wind from the west."""
    drawn = glow(x + tall * 0.3, ground, tall * 1.5, tall * 0.34, a.tint(darker(green, 0.25)), 0.4)
    for blade in range(9):
        bend, high = chance(seed, f"b{blade}"), tall * (0.6 + 0.6 * chance(seed, f"h{blade}"))
        at = x + (blade - 4) * tall * 0.16
        tip = high * ((blade - 4) * 0.1 + 0.28 + 0.3 * bend)
        tone = a.tint(mix(green, "#d6cf9c", bend * 0.75))
        drawn += line(
            f"M{points(at, ground + 2)}q{points(tip * 0.2, -high * 0.7)} {points(tip, -high)}",
            tone,
            1.2 + tall * 0.035,
            0.85,
        )
    return drawn


def _hospital_corridor(a: Air, w: float) -> str:
    cx, far_w, top, bottom = w * 0.5, w * 0.11, 250.0, 500.0
    left, right = cx - far_w, cx + far_w
    drawn = rect(0, 0, w, HEIGHT, a.tint("#d8ddd7"))  # shows where two edges meet
    drawn += path(
        f"M0 0H{number(w)}L{points(right, top)}H{number(left)}Z",
        down(Stop(0, a.tint("#dfe3df")), Stop(100, a.tint("#f4f3ec"))),
    )
    drawn += path(
        f"M0 0L{points(left, top)}V{number(bottom)}L0 {HEIGHT}Z",
        across(Stop(0, a.tint("#d3dcd6")), Stop(100, a.tint("#eef0ea"))),
    )
    drawn += path(
        f"M{points(w, 0)}L{points(right, top)}V{number(bottom)}L{points(w, HEIGHT)}Z",
        across(Stop(0, a.tint("#e2e5de")), Stop(100, a.tint("#bccac6"))),
    )
    drawn += path(
        f"M0 {HEIGHT}L{points(left, bottom)}H{number(right)}L{points(w, HEIGHT)}Z",
        down(Stop(0, a.tint("#d9d7ca")), Stop(100, a.tint("#a9b1a8"))),
    )
    drawn += sky(a, left + far_w * 0.24, top + 36, far_w * 1.52, 150, "ward")
    drawn += tree(a, cx + far_w * 0.3, top + 190, 130, "ward")
    drawn += wall_at(
        a,
        left,
        top,
        far_w * 2,
        bottom - top,
        (left + far_w * 0.24, top + 36, far_w * 1.52, 150),
        "#e7e8e0",
    )
    drawn += frame(a, (left + far_w * 0.24, top + 36, far_w * 1.52, 150), 2, 1, "#f7f6f0", 6)
    drawn += glow(cx, bottom - 60, far_w * 2.6, 190, a.lit("#fffaf0", "#8d9cc0"), 0.5)
    drawn += path(
        f"M{points(left + 30, bottom)}H{number(right - 30)}"
        f"L{points(cx + w * 0.17, 760)}H{number(cx - w * 0.17)}Z",
        a.lit("#fffdf6", "#8fa0c4"),
        opacity=0.3 if not a.is_dark else 0.1,
    )
    for side in (-1, 1):
        drawn += _ward_side(a, cx, far_w, w, side, top, bottom)
    for place in range(4):
        near, end = 0.1 + place * 0.24, 0.1 + place * 0.24 + 0.13
        drawn += _ceiling_light(a, cx, far_w, w, top, near, end)
    return drawn


def wall_at(
    a: Air,
    x: float,
    y: float,
    w: float,
    h: float,
    hole: tuple[float, float, float, float],
    colour: str,
) -> str:
    """A piece of wall with one opening."""
    hx, hy, hw, hh = hole
    d = (
        f"M{points(x, y)}h{number(w)}v{number(h)}h{number(-w)}zM{points(hx, hy)}"
        f"v{number(hh)}h{number(hw)}v{number(-hh)}z"
    )
    return path(d, a.tint(colour)).replace("<path ", '<path fill-rule="evenodd" ')


def _ceiling_light(
    a: Air, cx: float, far_w: float, w: float, top: float, near: float, end: float
) -> str:
    def at(depth: float, across_share: float) -> tuple[float, float]:
        half = w / 2 + (far_w - w / 2) * depth
        return cx + half * across_share, top * depth

    corners = [at(near, -0.12), at(near, 0.12), at(end, 0.12), at(end, -0.12)]
    d = "L".join(points(*corner) for corner in corners)
    drawn = path(f"M{d}Z", a.lit("#fffef8", "#fff0d0"), opacity=0.95 if not a.is_dark else 0.75)
    x, y = at(end, 0)
    return drawn + glow(
        x, y + 40, 240 * (1.1 - end), 130 * (1.1 - end), a.lit("#ffffff", "#ffe2b0"), 0.35
    )


def _ward_side(
    a: Air, cx: float, far_w: float, w: float, side: int, top: float, bottom: float
) -> str:
    def at(depth: float, height: float) -> str:
        half = w / 2 + (far_w - w / 2) * depth
        y_top, y_bottom = top * depth, HEIGHT + (bottom - HEIGHT) * depth
        return points(cx + side * half, y_top + (y_bottom - y_top) * height)

    def quad(d0: float, d1: float, h0: float, h1: float) -> str:
        return f"M{at(d0, h0)}L{at(d1, h0)}L{at(d1, h1)}L{at(d0, h1)}Z"

    drawn = path(quad(0, 1, 0.62, 1), a.tint("#9db8ad" if side < 0 else "#8eaaa2"), opacity=0.5)
    doors = ((0.18, 0.42), (0.62, 0.74), (0.86, 0.92))
    for near, far in doors:
        drawn += path(quad(near - 0.02, far + 0.012, 0.25, 1), a.tint("#f3f1e8"))
        drawn += path(quad(near, far, 0.28, 1), a.tint("#b98f62" if side < 0 else "#a67e55", 0.6))
        drawn += path(
            quad(near + (far - near) * 0.62, near + (far - near) * 0.8, 0.38, 0.56),
            a.lit("#dfe8e6", "#f3c98a"),
            opacity=0.9,
        )
        drawn += path(quad(far + 0.035, far + 0.05, 0.42, 0.47), a.lit("#d8a04f", "#ffb45e"))
    return (
        drawn
        + path(quad(0, 1, 0.655, 0.68), a.tint("#b38a5c"))
        + path(quad(0, 1, 0.68, 0.69), a.tint("#6e5a43"), opacity=0.4)
    )


def _factory_hall(a: Air, w: float) -> str:
    drawn = rect(
        0,
        0,
        w,
        HEIGHT,
        down(Stop(0, a.tint("#b8bfbf")), Stop(60, a.tint("#d5d5cc")), Stop(100, a.tint("#b9b3a4"))),
    )
    bays = 5
    for bay in range(bays):
        x, width = w * bay / bays, w / bays
        hole = (x + 26, 190.0, width - 52, 250.0)
        drawn += sky(a, hole[0], hole[1], hole[2], hole[3], f"hall{bay}")
        drawn += land(a, hole[0], hole[2], 432, f"hall{bay}")
        drawn += frame(a, hole, 4, 4, "#6b7679", 4)
        drawn += rect(
            x - 11, 130, 22, 560, across(Stop(0, a.tint("#8d989a")), Stop(100, a.tint("#5f6a6d")))
        )
    for bay in range(bays + 1):
        x = w * (bay - 0.5) / bays
        width = w / bays
        drawn += path(
            f"M{points(x, 120)}L{points(x + width * 0.28, 0)}L{points(x + width, 120)}Z",
            a.tint("#9ca5a5"),
            opacity=0.8,
        )
        drawn += path(
            f"M{points(x + 12, 112)}L{points(x + width * 0.27, 8)}"
            f"L{points(x + width * 0.33, 14)}L{points(x + width * 0.2, 112)}Z",
            a.lit("#f2f3ea", "#46567c"),
            opacity=0.9,
        )
    drawn += rect(0, 116, w, 14, a.tint("#6d777a")) + rect(0, 168, w, 10, a.tint("#6d777a"))
    for step in range(int(w / 56)):
        drawn += line(f"M{points(step * 56, 170)}l28 -42l28 42", a.tint("#78838a"), 4)
    crane = w * 0.34
    drawn += rect(crane - 90, 176, 180, 30, a.tint("#d5a13c", 0.5), 3) + rect(
        crane - 90, 198, 180, 8, a.tint("#a87b2a", 0.5)
    )
    drawn += line(
        f"M{points(crane - 8, 206)}V300M{points(crane + 8, 206)}V300", a.tint("#4b5256"), 2.4
    )
    drawn += path(
        f"M{points(crane - 13, 298)}h26v18l-6 8v10a9 9 0 1 1 -12 -8",
        "none",
        stroke=a.tint("#4b5256"),
        width=5,
    )
    for tank, (share, size) in enumerate(((0.74, 1.0), (0.83, 0.84), (0.91, 1.0))):
        x, high = w * share, 250 * size
        steel = a.tint(mix("#a9b4b4", "#8fa3a8", tank / 2))
        drawn += rect(
            x - 56,
            640 - high,
            112,
            high,
            across(Stop(0, lighter(steel, 0.4)), Stop(40, steel), Stop(100, darker(steel, 0.35))),
            22,
        )
        drawn += line(
            f"M{points(x - 54, 640 - high * 0.7)}h108M{points(x - 54, 640 - high * 0.3)}h108",
            darker(steel, 0.3),
            3,
            0.6,
        )
        drawn += line(f"M{points(x, 640 - high)}v-60h70", a.tint("#7c8789"), 10)
    drawn += rect(w * 0.04, 520, 220, 120, a.tint("#7f8f86"), 6) + rect(
        w * 0.04 + 20, 470, 90, 60, a.tint("#6f7f78"), 5
    )
    drawn += ellipse(w * 0.04 + 170, 580, 34, 34, a.tint("#56645f")) + ellipse(
        w * 0.04 + 170, 580, 20, 20, a.tint("#8b9a92")
    )
    drawn += floor(a, w, 640, "#a79f90") + rect(0, 668, w, 7, a.tint("#d8aa3c", 0.5), 0, 0.8)
    for shaft in range(3):
        x = w * (0.1 + 0.26 * shaft)
        drawn += beam(a, (x, 190, x + 130, 190, x + 330, 700, x + 120, 700), 0.2)
    return drawn + "".join(
        glow(w * (0.18 + 0.32 * k), 160, 240, 200, "#ffd9a0", 0.34 if a.is_dark else 0.0)
        for k in range(3)
    )


def _cafe(a: Air, w: float) -> str:
    glass = (w * 0.3, 96.0, w * 0.44, 400.0)
    x, y, width, height = glass
    drawn = (
        sky(a, x, y, width, height, "cafe")
        + land(a, x, width, y + 262, "cafe")
        + water(a, x, y + 264, width, 140)
    )
    drawn += _ferry(a, x + width * 0.64, y + 300, 150)
    drawn += wall(plaster(a, "#dcc9a6", "#b99f76"), w, _SKIRT, (glass,))
    drawn += frame(a, glass, 3, 1, "#5f4632", 10)
    drawn += rect(x, y + height * 0.56, width, 6, a.tint("#c5a253", 0.4), 3)
    for fold in range(int(width / 22)):
        drawn += rect(
            x + fold * 22, y + height * 0.565, 13, height * 0.43, a.tint("#fdf9ee", 0.5), 2, 0.5
        )
    wood = down(Stop(0, a.tint("#8b6343")), Stop(100, a.tint("#6a4830")))
    drawn += rect(0, 500, w, _SKIRT - 500, wood) + rect(0, 494, w, 12, a.tint("#a37a55"))
    drawn += "".join(
        line(f"M{points(w * k / 26, 512)}V{_SKIRT}", a.tint("#4c3323"), 2, 0.5)
        for k in range(1, 26)
    )
    for shelf in range(3):
        sx, sy, wide = w * 0.04, 190 + shelf * 100, w * 0.2
        drawn += rect(sx, sy, wide, 9, a.tint("#6a4a32"))
        for bottle in range(int(wide / 23)):
            lean = chance(f"shelf{shelf}", str(bottle))
            if lean < 0.16:
                continue
            colour = a.tint(
                ("#6f8a62", "#a7753f", "#c9bfa6", "#7d4038", "#54727d")[int(lean * 4.99)], 0.5
            )
            high, bx = 40 + 24 * lean, sx + 8 + bottle * 23
            drawn += rect(bx, sy - high, 15, high, colour, 4) + rect(
                bx + 4.5, sy - high - 14, 6, 18, colour, 2
            )
            drawn += rect(bx + 2.5, sy - high + 5, 2.5, high - 12, "#ffffff", 1, 0.3)
    board = w * 0.8
    drawn += rect(board, 130, w * 0.14, 240, a.tint("#6a4a32"), 4) + rect(
        board + 9, 139, w * 0.14 - 18, 222, a.tint("#39423e"), 2
    )
    for row in range(6):
        drawn += line(
            f"M{points(board + 28, 176 + row * 31)}"
            f"h{number(w * (0.05 + 0.035 * chance('menu', str(row))))}",
            a.tint("#e6e3d8", 0.4),
            3.4,
            0.7,
        )
        drawn += line(
            f"M{points(board + w * 0.14 - 50, 176 + row * 31)}h20", a.tint("#e6e3d8", 0.4), 3.4, 0.6
        )
    drawn += floor(a, w, _SKIRT, "#8f7150")
    return (
        drawn
        + pendant(a, w * 0.2, 70, 46, "#3f5a52")
        + pendant(a, w * 0.52, 60, 46, "#3f5a52")
        + pendant(a, w * 0.84, 70, 46, "#3f5a52")
    )


def _ferry(a: Air, x: float, y: float, size: float) -> str:
    hull, white = a.tint("#2f5a73", 0.45), a.tint("#f6f4ec", 0.4)
    drawn = rect(x - size * 0.34, y - size * 0.32, size * 0.62, size * 0.22, white, 3)
    drawn += rect(x - size * 0.14, y - size * 0.48, size * 0.26, size * 0.18, white, 3) + rect(
        x + size * 0.02, y - size * 0.62, size * 0.07, size * 0.16, a.tint("#c1613a", 0.4)
    )
    drawn += "".join(
        rect(
            x - size * 0.29 + k * size * 0.11,
            y - size * 0.26,
            size * 0.06,
            size * 0.07,
            a.lit("#7f9aa5", "#ffd08a"),
            1,
        )
        for k in range(5)
    )
    drawn += path(
        f"M{points(x - size * 0.55, y - size * 0.12)}H{number(x + size * 0.52)}"
        f"L{points(x + size * 0.42, y + size * 0.06)}H{number(x - size * 0.45)}Z",
        hull,
    )
    return drawn + line(
        f"M{points(x - size * 0.8, y + size * 0.08)}H{number(x + size * 0.7)}",
        a.tint("#ffffff", 0.4),
        2.4,
        0.5,
    )


def _works_council(a: Air, w: float) -> str:
    glass = (w * 0.55, 110.0, w * 0.36, 330.0)
    x, y, width, height = glass
    drawn = sky(a, x, y, width, height, "yard") + rect(
        x, y + height * 0.7, width, height * 0.3, a.tint("#b3ada0")
    )
    brick = mix(a.tint("#a9705a", 0.6), a.sky[2], 0.25)
    drawn += rect(x, y + height * 0.4, width * 0.5, height * 0.34, brick) + path(
        f"M{points(x, y + height * 0.4)}"
        + "".join(f"l{number(width * 0.1)} -46v46" for _ in range(5))
        + "z",
        brick,
    )
    drawn += tree(a, x + width * 0.8, y + height * 0.78, 210, "yard") + _bicycles(
        a, x + width * 0.2, y + height * 0.92, 4
    )
    drawn += wall(plaster(a, "#e3e0d2", "#c7c5b6"), w, _SKIRT, (glass,))
    drawn += frame(a, glass, 3, 1, "#f2efe6", 9)
    drawn += _radiator(a, x + width * 0.1, 500, width * 0.8, 110)
    bx, by, bw, bh = w * 0.08, 120.0, w * 0.32, 290.0
    drawn += (
        rect(bx + 5, by + 8, bw, bh, a.tint("#7d7767"), 4, 0.3)
        + rect(bx, by, bw, bh, a.tint("#a9845a"), 4)
        + rect(bx + 10, by + 10, bw - 20, bh - 20, a.tint("#cfab7c"), 2)
    )
    for note in range(14):
        lean, rise = chance("note", f"x{note}"), chance("note", f"y{note}")
        nx, ny = (
            bx + 26 + (note % 5) * (bw - 60) / 5 + 12 * lean,
            by + 26 + (note // 5) * 84 + 12 * rise,
        )
        colour = ("#fbf8ee", "#f3e3a4", "#cfe0d6", "#f0cfc0", "#dbe4ee")[int(lean * 4.99)]
        drawn += f'<g transform="rotate({number((rise - 0.5) * 7)} {points(nx, ny)})">' + rect(
            nx, ny, 54 + 16 * rise, 64, a.tint(colour, 0.5), 1
        )
        drawn += "".join(
            line(
                f"M{points(nx + 8, ny + 18 + row * 11)}h{number(28 + 12 * lean)}",
                a.tint("#8d8a80"),
                2,
                0.6,
            )
            for row in range(3)
        )
        drawn += ellipse(nx + 28, ny + 6, 4, 4, a.tint("#b4473a", 0.4)) + "</g>"
    drawn += rect(w * 0.44, 150, 66, 66, a.tint("#f7f4ec", 0.5), 33) + line(
        f"M{points(w * 0.44 + 33, 183)}v-20M{points(w * 0.44 + 33, 183)}l14 8",
        a.tint("#4a4a48", 0.2),
        3.6,
    )
    cab = w * 0.06
    drawn += rect(cab, 530, w * 0.34, 130, a.tint("#b99c73"), 3) + line(
        f"M{points(cab + w * 0.113, 540)}V650M{points(cab + w * 0.227, 540)}V650",
        a.tint("#8b7150"),
        2.4,
    )
    drawn += (
        rect(cab + 30, 462, 74, 68, a.tint("#4d5357"), 6)
        + rect(cab + 42, 490, 50, 32, a.tint("#2d3134"), 3)
        + ellipse(cab + 90, 474, 4, 4, a.lit("#9bc07a", "#a8e07f"))
    )
    drawn += "".join(
        rect(
            cab + 130 + k * 34,
            504,
            24,
            26,
            a.tint(("#f4f1e8", "#c9704a", "#6f93a3")[k % 3], 0.5),
            4,
        )
        for k in range(4)
    )
    drawn += _skirting(a, w, "#b4ae9e") + floor(a, w, _SKIRT, "#9a9f96")
    return drawn + glow(w * 0.3, 60, 520, 260, "#ffdca8", 0.36 if a.is_dark else 0.08)


def _bicycles(a: Air, x: float, y: float, count: int) -> str:
    ink = a.tint("#4d5355", 0.4)
    drawn = ""
    for bike in range(count):
        at = x + bike * 46
        for wheel in (-17, 17):
            drawn += path(
                f"M{points(at + wheel - 14, y)}a14 14 0 1 1 28 0a14 14 0 1 1 -28 0z",
                "none",
                stroke=ink,
                width=2,
                opacity=0.8,
            )
        drawn += line(
            f"M{points(at - 17, y)}l9 -22h19l-12 22zM{points(at + 17, y)}l-9 -32h-7"
            f"M{points(at - 8, y - 22)}l-3 -7h-6",
            ink,
            2.2,
            0.8,
        )
    return drawn


def _radiator(a: Air, x: float, y: float, w: float, h: float) -> str:
    drawn = rect(x, y, w, h, a.tint("#f1eee5"), 6) + rect(x, y + h - 8, w, 8, a.tint("#bdb8aa"), 4)
    return drawn + "".join(
        rect(x + 12 + k * 20, y + 10, 5, h - 22, a.tint("#d3cfc2"), 2)
        for k in range(int((w - 16) / 20))
    )


def _restaurant(a: Air, w: float) -> str:
    drawn = (
        sky(a, 0, 60, w, 470, "refter")
        + land(a, 0, w, 486, "refter")
        + rect(0, 486, w, 80, a.tint("#93a782"))
    )
    drawn += (
        tree(a, w * 0.22, 510, 240, "r1")
        + tree(a, w * 0.53, 506, 200, "r2")
        + tree(a, w * 0.86, 512, 250, "r3")
    )
    arches, count = "", 4
    tops = []
    for place in range(count):
        width = w * 0.15
        x = w * (0.055 + 0.245 * place)
        tops.append((x, width))
        arches += (
            f"M{points(x, 520)}V{number(220)}"
            f"C{points(x, 130)} {points(x + width * 0.2, 90)} "
            f"{points(x + width / 2, 90)}"
            f"C{points(x + width * 0.8, 90)} {points(x + width, 130)} "
            f"{points(x + width, 220)}V520Z"
        )
    plain = plaster(a, "#ece4d3", "#cdbfa6")
    drawn += path(f"M0 0H{number(w)}V{_SKIRT}H0Z{arches}", plain).replace(
        "<path ", '<path fill-rule="evenodd" '
    )
    for x, width in tops:
        drawn += _arched_frame(a, x, width)
    drawn += rect(
        0, 540, w, _SKIRT - 540, down(Stop(0, a.tint("#9c7b58")), Stop(100, a.tint("#7d5f42")))
    ) + rect(0, 534, w, 9, a.tint("#b4926b"))
    drawn += "".join(
        line(f"M{points(w * k / 20, 548)}V{_SKIRT}", a.tint("#5d4530"), 2, 0.4)
        for k in range(1, 20)
    )
    drawn += floor(a, w, _SKIRT, "#b08e66")
    for side in (0, 1):
        drawn += _laid_table(a, w * (0.03 + 0.64 * side), 588, w * 0.3)
    for place in range(3):
        drawn += pendant(a, w * (0.255 + 0.245 * place), 96, 42, "#b98a52")
    return drawn


def _laid_table(a: Air, x: float, y: float, wide: float) -> str:
    """A long table under a white cloth, with candles."""
    cloth, fold = a.tint("#f6f1e6", 0.55), a.tint("#d3c9b5", 0.6)
    edge = 34.0
    drawn = glow(x + wide / 2, y + 96, wide * 0.56, 16, a.tint("#4a3a2a"), 0.5)
    drawn += path(
        f"M{points(x, y + 24)}h{number(wide)}l-6 70h{number(12 - wide)}z",
        down(Stop(0, mix(cloth, fold, 0.35)), Stop(100, fold)),
    )
    for pleat in range(1, 9):
        drawn += line(f"M{points(x + wide * pleat / 9, y + 30)}v58", fold, 3, 0.5)
    drawn += path(
        f"M{points(x + edge, y)}h{number(wide - edge * 2)}L{points(x + wide, y + 26)}H{number(x)}Z",
        cloth,
    )
    for share in (0.22, 0.5, 0.78):
        drawn += ellipse(x + wide * (share - 0.1), y + 15, 22, 5, a.tint("#e4dccb", 0.6))
        drawn += _candle(a, x + wide * share, y + 14, 1.15)
    return drawn


def _arched_frame(a: Air, x: float, width: float) -> str:
    wood = a.tint("#6f5a43")
    d = (
        f"M{points(x, 520)}V220"
        f"C{points(x, 130)} {points(x + width * 0.2, 90)} "
        f"{points(x + width / 2, 90)}"
        f"C{points(x + width * 0.8, 90)} {points(x + width, 130)} "
        f"{points(x + width, 220)}V520Z"
    )
    drawn = path(d, "none", stroke=a.tint("#d8cbb3"), width=20, opacity=0.55) + path(
        d, "none", stroke=wood, width=9
    )
    drawn += rect(x + width / 2 - 3.5, 92, 7, 428, wood)
    drawn += "".join(rect(x, y, width, 5, wood) for y in (220.0, 320.0, 420.0))
    return drawn + rect(x - 16, 518, width + 32, 14, a.tint("#e6dcc7"), 2)


def _candle(a: Air, x: float, y: float, size: float) -> str:
    drawn = rect(x - 4 * size, y - 22 * size, 8 * size, 22 * size, a.tint("#cddcd8", 0.4), 3, 0.75)
    drawn += glow(x, y - 26 * size, 60 * size, 54 * size, "#ffc983", 0.55 if a.is_dark else 0.2)
    return drawn + ellipse(x, y - 27 * size, 2.4 * size, 5.5 * size, "#ffdf9f")


def _harbour(a: Air, w: float) -> str:
    drawn = sky(a, 0, 0, w, 500, "port") + land(a, 0, w, 490, "port", "#8a97a0")
    haze = mix(a.tint("#6f8190", 0.5), a.sky[2], 0.45)
    for share, size in ((0.1, 0.62), (0.2, 0.7), (0.9, 0.66)):
        drawn += _crane(w * share, 494, 230 * size, haze, haze)
    drawn += water(a, 0, 490, w, 410)
    drawn += _ship(a, w * 0.43, 530, w * 0.3)
    drawn += _crane(w * 0.72, 560, 400, a.tint("#3f6d86", 0.5), a.tint("#c8623a", 0.45))
    drawn += _crane(w * 0.84, 566, 360, a.tint("#3f6d86", 0.5), a.tint("#c8623a", 0.45))
    quay = 590.0
    drawn += path(
        f"M{points(w * 0.56, quay - 20)}H{number(w)}V{HEIGHT}H{number(w * 0.44)}Z",
        down(Stop(0, a.tint("#b5afa3")), Stop(100, a.tint("#989184"))),
    )
    drawn += path(
        f"M{points(w * 0.56, quay - 20)}L{points(w * 0.44, HEIGHT)}h-26"
        f"L{points(w * 0.552, quay - 20)}Z",
        a.tint("#6f6a60"),
    )
    for row in range(2):
        for box in range(5):
            lean = chance(f"box{row}", str(box))
            if row == 1 and lean < 0.35:
                continue
            colour = a.tint(
                ("#a9553a", "#3f6d86", "#8f9a86", "#c79a4a", "#6b5e78")[int(lean * 4.99)], 0.55
            )
            x, y = w * 0.66 + box * w * 0.072, quay - 36 - row * 46
            drawn += rect(
                x,
                y,
                w * 0.068,
                44,
                across(Stop(0, lighter(colour, 0.16)), Stop(100, darker(colour, 0.2))),
                1,
            )
            drawn += "".join(
                line(f"M{points(x + 8 + k * w * 0.0075, y + 5)}v34", darker(colour, 0.3), 1.6, 0.4)
                for k in range(8)
            )
    for bollard in range(3):
        x, y, size = w * (0.55 - 0.03 * bollard), 610 + 70.0 * bollard, 16 + 7.0 * bollard
        drawn += rect(x - size * 0.4, y - size, size * 0.8, size, a.tint("#3d4347"), 3) + ellipse(
            x, y - size, size * 0.7, size * 0.26, a.tint("#555c60")
        )
    for bx, by, size in ((0.3, 240.0, 16.0), (0.35, 206.0, 12.0), (0.55, 150.0, 13.0)):
        drawn += line(
            f"M{points(w * bx - size, by - size * 0.5)}"
            f"Q{points(w * bx - size * 0.4, by - size * 0.5, w * bx, by)}"
            f"Q{points(w * bx + size * 0.4, by - size * 0.5)} "
            f"{points(w * bx + size, by - size * 0.4)}",
            a.tint("#f8f7f2", 0.3),
            2.8,
            0.9,
        )
    return drawn


def _crane(x: float, base: float, size: float, steel: str, boom: str) -> str:
    thick = size * 0.03
    drawn = "".join(
        line(
            f"M{points(x + leg * size * 0.14, base)}"
            f"L{points(x + leg * size * 0.09, base - size * 0.62)}",
            steel,
            thick,
        )
        for leg in (-1, 1)
    )
    drawn += line(
        f"M{points(x - size * 0.12, base - size * 0.34)}H{number(x + size * 0.12)}", steel, thick
    )
    drawn += line(
        f"M{points(x - size * 0.56, base - size * 0.62)}H{number(x + size * 0.3)}",
        boom,
        thick * 1.3,
    )
    drawn += line(
        f"M{points(x, base - size * 0.62)}"
        f"L{points(x + size * 0.02, base - size * 0.95)}"
        f"L{points(x - size * 0.5, base - size * 0.64)}"
        f"M{points(x + size * 0.02, base - size * 0.95)}"
        f"L{points(x + size * 0.28, base - size * 0.64)}",
        steel,
        thick * 0.5,
    )
    return (
        drawn
        + rect(x + size * 0.1, base - size * 0.6, size * 0.12, size * 0.09, boom, 2)
        + line(
            f"M{points(x - size * 0.34, base - size * 0.6)}v{number(size * 0.22)}",
            steel,
            thick * 0.4,
        )
    )


def _ship(a: Air, x: float, y: float, size: float) -> str:
    hull = a.tint("#334d5e", 0.5)
    drawn = rect(
        x + size * 0.28, y - size * 0.24, size * 0.13, size * 0.2, a.tint("#f3f1e9", 0.4), 2
    ) + rect(x + size * 0.34, y - size * 0.3, size * 0.045, size * 0.07, a.tint("#c8623a", 0.45))
    drawn += "".join(
        rect(
            x + size * 0.3,
            y - size * (0.21 - 0.035 * row),
            size * 0.09,
            size * 0.012,
            a.lit("#6f8793", "#ffd08a"),
        )
        for row in range(3)
    )
    for row in range(3):
        for box in range(9 - row):
            lean = chance(f"deck{row}", str(box))
            colour = mix(
                a.tint(
                    ("#b0644a", "#5a8195", "#a8a48e", "#cda85e", "#7f7288")[int(lean * 4.99)], 0.55
                ),
                a.sky[2],
                0.16,
            )
            drawn += rect(
                x - size * 0.4 + box * size * 0.072,
                y - size * (0.075 + 0.037 * row),
                size * 0.069,
                size * 0.034,
                colour,
                1,
            )
    drawn += path(
        f"M{points(x - size * 0.52, y - size * 0.06)}"
        f"L{points(x - size * 0.44, y - size * 0.035)}H{number(x + size * 0.46)}"
        f"L{points(x + size * 0.43, y + size * 0.05)}H{number(x - size * 0.45)}Z",
        hull,
    )
    return (
        drawn
        + rect(x - size * 0.45, y + size * 0.036, size * 0.88, size * 0.016, a.tint("#a04b38", 0.5))
        + line(
            f"M{points(x - size * 0.6, y + size * 0.055)}H{number(x + size * 0.55)}",
            a.tint("#ffffff", 0.45),
            2,
            0.4,
        )
    )


def _laboratory(a: Air, w: float) -> str:
    glass = (w * 0.36, 90.0, w * 0.3, 330.0)
    x, y, width, height = glass
    drawn = (
        sky(a, x, y, width, height, "lab")
        + land(a, x, width, y + height * 0.84, "lab")
        + rect(x, y + height * 0.84, width, 80, a.tint("#9fb091"))
    )
    drawn += tree(a, x + width * 0.24, y + height * 0.92, 190, "lab")
    drawn += wall(plaster(a, "#e9ece8", "#c9d1d0"), w, _SKIRT, (glass,)) + frame(
        a, glass, 2, 2, "#f7f7f3", 9
    )
    for shelf in range(3):
        sx, sy, wide = w * 0.04, 190 + shelf * 112.0, w * 0.28
        drawn += rect(sx, sy, wide, 8, a.tint("#a7b3b3"))
        drawn += "".join(
            _flask(a, sx + 26 + k * 50, sy, f"{shelf}{k}") for k in range(int((wide - 20) / 50))
        )
    hood = w * 0.71
    wide = w * 0.25
    drawn += rect(hood, 70, wide, 470, a.tint("#dfe4e2"), 5) + rect(
        hood + 20,
        150,
        wide - 40,
        330,
        down(Stop(0, a.tint("#bccac9")), Stop(100, a.tint("#94a8a9"))),
        3,
    )
    drawn += glow(hood + wide / 2, 170, wide * 0.6, 210, a.lit("#ffffff", "#d4ecff"), 0.55)
    drawn += "".join(_flask(a, hood + wide * share, 476, f"h{share}") for share in (0.3, 0.5, 0.7))
    drawn += rect(hood + 20, 150, wide - 40, 120, "#ffffff", 2, 0.22) + rect(
        hood + 20, 266, wide - 40, 8, a.tint("#8fa0a1")
    )
    drawn += rect(hood + 20, 92, 70, 30, a.tint("#4d5d60"), 3) + line(
        f"M{points(hood + 30, 107)}h16l5 -8l7 15l5 -7h14", a.lit("#a9dcc0", "#9ff0c4"), 2.2
    )
    drawn += rect(0, 540, w, 16, a.tint("#f3f3ee"), 2) + rect(
        0, 556, w, 104, down(Stop(0, a.tint("#9fb3b1")), Stop(100, a.tint("#7f9694")))
    )
    drawn += "".join(
        rect(w * k / 12 + 8, 570, w / 12 - 16, 82, a.tint("#b3c4c1"), 3, 0.8)
        + rect(w * (k + 0.5) / 12 - 18, 584, 36, 5, a.tint("#6d8180"), 2)
        for k in range(12)
    )
    drawn += _microscope(a, w * 0.385, 540) + "".join(
        _flask(a, w * s, 540, f"b{s}") for s in (0.46, 0.5, 0.55, 0.62)
    )
    drawn += rect(0, 0, w, 34, a.tint("#d5dad7"))
    drawn += "".join(
        rect(w * (0.14 + 0.27 * k), 26, w * 0.16, 9, a.lit("#ffffff", "#eaf4ff"), 4)
        + glow(w * (0.22 + 0.27 * k), 60, w * 0.15, 120, a.lit("#ffffff", "#cfe2ff"), 0.4)
        for k in range(3)
    )
    return drawn + floor(a, w, _SKIRT, "#aab4b0")


def _flask(a: Air, x: float, base: float, seed: str) -> str:
    lean = chance(seed, "flask")
    liquid = a.tint(("#9fc0c4", "#d9bd86", "#b8cdbb", "#c9d3d6", "#b9c4d4")[int(lean * 4.99)], 0.35)
    glass, high = a.tint("#ffffff", 0.3), 44 + 22 * chance(seed, "high")
    if chance(seed, "kind") < 0.5:
        body = (
            f"M{points(x - 5, base - high)}h10v{number(high * 0.42)}"
            f"l13 {number(high * 0.58 - 4)}q1 4 -4 4h-28q-5 0 -4 -4"
            f"l13 {number(-high * 0.58 + 4)}z"
        )
        fill = (
            f"M{points(x - 11, base - high * 0.34)}h22l7 {number(high * 0.34 - 4)}"
            "q1 4 -4 4h-28q-5 0 -4 -4z"
        )
    else:
        body = f"M{points(x - 12, base - high)}h24v{number(high - 4)}q0 4 -4 4h-16q-4 0 -4 -4z"
        fill = (
            f"M{points(x - 12, base - high * 0.55)}h24v{number(high * 0.55 - 4)}"
            "q0 4 -4 4h-16q-4 0 -4 -4z"
        )
    return (
        path(body, glass, opacity=0.42)
        + path(fill, liquid, opacity=0.8)
        + path(body, "none", stroke=a.tint("#8fa3a6", 0.4), width=1.6, opacity=0.7)
    )


def _microscope(a: Air, x: float, base: float) -> str:
    ink, pale = a.tint("#4d585c", 0.5), a.tint("#e8e9e4", 0.5)
    drawn = rect(x - 36, base - 12, 80, 12, ink, 4) + path(
        f"M{points(x + 26, base - 12)}q26 -52 -16 -92", "none", stroke=ink, width=12
    )
    return (
        drawn
        + f'<g transform="rotate(18 {points(x, base - 90)})">'
        + rect(x - 11, base - 132, 22, 70, pale, 4)
        + rect(x - 7, base - 66, 14, 20, ink, 3)
        + rect(x - 8, base - 146, 16, 18, ink, 3)
        + "</g>"
        + rect(x - 30, base - 40, 46, 6, ink, 2)
    )


def _town_hall(a: Air, w: float) -> str:
    holes = tuple((w * (0.1 + 0.225 * k), 110.0, w * 0.125, 400.0) for k in range(4))
    drawn = ""
    for place, (x, y, width, height) in enumerate(holes):
        drawn += sky(a, x, y, width, height, f"town{place}") + _gables(
            a, x, width, y + height, place
        )
    drawn += wall(plaster(a, "#d9cdb7", "#b9a88c"), w, _SKIRT, holes)
    for x, y, width, height in holes:
        drawn += path(
            f"M{points(x - 20, y)}Q{points(x + width / 2, y - 62, x + width + 20, y)}Z",
            a.tint("#e9dfca"),
        )
        drawn += frame(a, (x, y, width, height), 2, 4, "#efe6d2", 7)
        drawn += _leaded(a, x, y, width, height / 4)
        drawn += glow(x + width / 2, y + height, width, 150, a.sun, 0.22)
    oak = down(Stop(0, a.tint("#7f5b3c")), Stop(100, a.tint("#5c3f29")))
    drawn += rect(0, 520, w, _SKIRT - 520, oak) + rect(0, 512, w, 13, a.tint("#9a734e"))
    for panel in range(14):
        px = w * panel / 14 + 12
        drawn += rect(px, 542, w / 14 - 24, 98, a.tint("#6b4b31"), 2) + rect(
            px + 4, 546, w / 14 - 32, 90, a.tint("#835f40"), 2
        )
    for column in range(5):
        cx = w * (0.05 + 0.225 * column)
        stone = across(
            Stop(0, a.tint("#f1e8d5")), Stop(50, a.tint("#d6c8ad")), Stop(100, a.tint("#a8987c"))
        )
        drawn += (
            rect(cx - 24, 74, 48, 446, stone)
            + rect(cx - 34, 60, 68, 18, a.tint("#e6dbc4"), 3)
            + rect(cx - 34, 500, 68, 20, a.tint("#d2c4a8"), 3)
        )
    drawn += rect(0, 0, w, 62, down(Stop(0, a.tint("#6d4e34")), Stop(100, a.tint("#83603f"))))
    drawn += "".join(rect(w * k / 18, 0, 26, 62, a.tint("#553b27"), 0, 0.8) for k in range(19))
    drawn += floor(a, w, _SKIRT, "#8f8371")
    for tile in range(-8, 9):
        drawn += line(
            f"M{points(w / 2 + tile * w * 0.06, _SKIRT)}L{points(w / 2 + tile * w * 0.16, HEIGHT)}",
            a.tint("#6f6656"),
            1.6,
            0.4,
        )
    return drawn + _chandelier(a, w * 0.5, 150)


def _leaded(a: Air, x: float, y: float, width: float, height: float) -> str:
    """Small panes of tinted glass in lead, with a town's arms in the middle."""
    drawn, across_panes, rows = "", 8, 3
    pane_w, pane_h = width / across_panes, height / rows
    for row in range(rows):
        for column in range(across_panes):
            lean = chance("leaded", f"{row}.{column}")
            tint = ("#e8d9a8", "#cfdcd3", "#e6c9a0", "#c6d6e0")[int(lean * 3.99)]
            drawn += rect(
                x + column * pane_w, y + row * pane_h, pane_w, pane_h, a.tint(tint, 0.4), 0, 0.6
            )
    lead = a.tint("#5f5a50", 0.4)
    for column in range(1, across_panes):
        drawn += line(f"M{points(x + column * pane_w, y)}v{number(height)}", lead, 1.4, 0.5)
    for row in range(1, rows):
        drawn += line(f"M{points(x, y + row * pane_h)}h{number(width)}", lead, 1.4, 0.5)
    for side in (-1, 1):
        cx, cy = x + width * (0.5 + side * 0.25), y + height / 2
        arms = f"M{points(cx - 15, cy - 18)}h30v18q0 14 -15 20q-15 -6 -15 -20z"
        drawn += path(arms, a.tint("#a5483a" if side < 0 else "#3f6d86", 0.35), opacity=0.75)
        drawn += line(
            f"M{points(cx, cy - 16)}v32M{points(cx - 14, cy - 3)}h28",
            a.tint("#e3c77c", 0.3),
            3,
            0.85,
        )
    return drawn


def _gables(a: Air, x: float, width: float, base: float, seed: int) -> str:
    drawn, at = "", x - 10
    while at < x + width:
        lean = chance(f"gable{seed}", number(at))
        wide, high = width * (0.3 + 0.16 * lean), 120 + 90 * lean
        tone = mix(
            a.tint(("#9b6350", "#b5907a", "#7d6a62", "#c4ae94")[int(lean * 3.99)], 0.55),
            a.sky[2],
            0.28,
        )
        drawn += path(
            f"M{points(at, base)}v{number(-high)}l{number(wide * 0.18)} -14v-16"
            f"h{number(wide * 0.14)}v-18h{number(wide * 0.36)}v18"
            f"h{number(wide * 0.14)}"
            f"v16l{number(wide * 0.18)} 14V{number(base)}z",
            tone,
        )
        drawn += "".join(
            rect(
                at + wide * (0.2 + 0.36 * c),
                base - high + 14 + r * 40,
                wide * 0.2,
                24,
                a.lit(mix("#f4f0e6", tone, 0.3), "#f2c27c"),
                1,
                0.8,
            )
            for r in range(4)
            for c in range(2)
        )
        at += wide + 2
    return drawn


def _chandelier(a: Air, x: float, y: float) -> str:
    brass = a.tint("#b48a45", 0.35)
    drawn = line(f"M{points(x, 0)}V{number(y + 50)}", brass, 4) + ellipse(x, y + 58, 15, 17, brass)
    for arm in (-1, -0.55, 0.55, 1):
        tip = x + arm * 110
        drawn += line(
            f"M{points(x, y + 50)}C{points(x + arm * 40, y + 84, tip, y + 70, tip, y + 22)}",
            brass,
            4,
        )
        drawn += rect(tip - 4, y, 8, 22, a.lit("#f8f2e2", "#fbe6bd"), 2) + ellipse(
            tip, y - 5, 3.4, 8, "#ffe3a6"
        )
        drawn += glow(tip, y, 110, 100, "#ffcf8a", 0.42 if a.is_dark else 0.16)
    return drawn


PLACES: dict[str, Callable[[Air, float], str]] = {
    "room": _room, "boardroom": _boardroom, "dunes": _dunes,
    "hospital-corridor": _hospital_corridor, "factory-hall": _factory_hall, "cafe": _cafe,
    "works-council": _works_council, "restaurant": _restaurant, "harbour": _harbour,
    "laboratory": _laboratory, "town-hall": _town_hall,
}  # fmt: skip
