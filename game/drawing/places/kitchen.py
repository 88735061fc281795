"""A family kitchen in the evening: the shutter down, the stove warm, no two chairs alike."""

import itertools
from math import cos, pi, sin

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import hands, portrait_picture
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

_HALF, _CEILING, _LOW = 900.0, -20.0, 940.0  # of the room, as it is in front
_NEAR, _FAR = -0.45, 0.5
_CHAIRS = (("#8a5b3a", "slats"), ("#5f7f76", "round"), ("#a9794c", "cross"), ("#6f5240", "plain"))


@place(is_at_night=True, table=("#eadcc0", "#b9605a"))
def kitchen(air: Air, w: float) -> str:
    """Stove, window and dresser along the far wall, under a low lamp."""
    eye = Eye(w / 2, 400)
    drawn = _shell(air, eye, w)
    drawn += moved(_stove(air), eye.x - 560, 190) + moved(_window(air), eye.x - 160, 178)
    drawn += moved(_dresser(air), eye.x + 214, 148) + _door(air, eye)
    drawn += portrait_picture(air, eye.x - 236, 214, 58, 72) + _calendar(air, eye.x + 140, 232)
    drawn += _towels(air, eye)
    drawn += glow(eye.x, 330, 760, 420, "#ffd493", 0.42) + glow(
        eye.x, 800, 620, 150, "#ffd493", 0.3
    )
    for chair, (colour, back) in enumerate(_CHAIRS):
        drawn += _chair(air, eye.x + (-420, -140, 140, 420)[chair], colour, back)
    return drawn + _lamp(air, eye.x)


def _shell(air: Air, eye: Eye, w: float) -> str:
    """Walls, a ceiling on beams, and tiles in two colours."""
    plaster, tile = "#efe3c8", "#d9d4c3"
    drawn = rect(0, 0, w, HEIGHT, air.tint("#cfbf9f"))
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    wallpaper = across(
        air.tint(plaster), air.tint(lighter(plaster, 0.3)), air.tint(darker(plaster, 0.1))
    )
    drawn += rect(left, top, right - left, low - top, wallpaper)
    for column in range(41):
        x = left + (right - left) * column / 40
        drawn += line(f"M{points(x, top)}V540", air.tint("#d9bd93"), 1.6, 0.45)
        for sprig in range(8):
            y = top + 26 + sprig * 54 + (column % 2) * 27
            drawn += ellipse(x + 15, y, 3, 4, air.tint("#c58a78"), 0.5)
    drawn += _wainscot(air, left, right, low, tile)
    for side in (-1, 1):
        shade = darker(plaster, 0.12 if side < 0 else 0.24)
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(shade, 0.12)), air.tint(shade)),
        )
        dado = eye.away(side * _HALF, 610, _LOW, (_NEAR, _FAR))
        drawn += path(dado, air.tint(darker(tile, 0.2)))
        rail = eye.lines(((side * _HALF, 610, _NEAR), (side * _HALF, 610, _FAR)))
        drawn += line(rail, air.tint("#4f7f8a"), 5)
    return drawn + _ceiling(air, eye) + _tiles(air, eye)


def _wainscot(air: Air, left: float, right: float, low: float, tile: str) -> str:
    drawn = rect(left, 540, right - left, low - 540, air.tint(tile))
    grid = "".join(f"M{points(left, y)}H{number(right)}" for y in (584.0, 628.0, 672.0, 716.0))
    grid += "".join(f"M{points(left + 48 * k, 540)}V{number(low)}" for k in range(26))
    drawn += line(grid, air.tint("#b9b29e"), 1.6, 0.6)
    return drawn + rect(left, 532, right - left, 12, air.tint("#4f7f8a"))


def _ceiling(air: Air, eye: Eye) -> str:
    board = eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR))
    drawn = path(board, down(air.tint("#d8c7a6"), air.tint("#eadcbf")))
    for x in range(-720, 721, 240):
        low = _CEILING + 34
        side = -1 if x > 0 else 1
        wood, shade = air.tint("#7a5638"), air.tint("#5c3f28")
        drawn += path(eye.level(x - 26, x + 26, low, (_NEAR, _FAR)), wood)
        if x:
            cheek = eye.away(x + side * 26, _CEILING, low, (_NEAR, _FAR))
            drawn += path(cheek, shade)
    return drawn


def _tiles(air: Air, eye: Eye) -> str:
    drawn = path(eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)), air.tint("#d9c7a4"))
    size, depths = 112.5, [_FAR]
    while depths[-1] > _NEAR:
        depths.append(depths[-1] - 0.105)
    for row, (far, near) in enumerate(itertools.pairwise(depths)):
        for column in range(-8, 8):
            if (row + column) % 2 == 0:
                piece = eye.level(column * size, (column + 1) * size, _LOW, (near, far))
                drawn += path(piece, air.tint("#9a5f49"), opacity=0.85)
    return drawn


# --- along the wall ---------------------------------------------------------------------------


def _stove(air: Air) -> str:
    """An enamelled range with its rail, 300 wide and 560 high, under a mantel with plates."""
    enamel, iron = air.tint("#e9e4d4"), air.tint("#3a3f42")
    drawn = rect(-18, 92, 336, 452, air.tint("#d9cbae"), 4)
    for row in range(5):
        for column in range(6):
            blue = chance(f"delft{row}", f"{column}tile")
            x, y = 12 + column * 46.5, 118 + row * 46.5
            drawn += rect(x, y, 44, 44, air.tint("#f1efe6"), 1)
            if blue > 0.42:
                drawn += ellipse(x + 22, y + 22, 8 + 5 * blue, 7, air.tint("#6d8fb5"), 0.7)
                drawn += line(f"M{points(x + 22, y + 30)}v7", air.tint("#6d8fb5"), 2, 0.7)
    drawn += path("M-44 92H344L318 60H-18Z", down(air.tint("#8d6743"), air.tint("#6b4b2f")))
    drawn += rect(-26, 50, 352, 14, air.tint("#9a734b"), 3)
    for at, x in enumerate((14, 78, 142, 262)):
        ring = air.tint(("#5f86ad", "#b9605a", "#5f86ad", "#7f9a5f")[at])
        drawn += ellipse(x, 24, 27, 27, air.tint("#f4f1e8")) + ellipse(x, 24, 20, 20, ring)
        drawn += ellipse(x, 24, 15, 15, air.tint("#f4f1e8"))
    drawn += _mantel_clock(air, 204, 50)
    drawn += rect(0, 366, 300, 196, across(lighter(enamel, 0.2), enamel, darker(enamel, 0.2)), 8)
    drawn += rect(-10, 350, 320, 22, across(lighter(iron, 0.16), iron), 5)
    for x in (22, 164):
        drawn += rect(x, 402, 116, 96, darker(enamel, 0.07), 8) + rect(x + 24, 418, 68, 10, iron, 5)
    drawn += rect(36, 446, 88, 34, air.lit("#e58b48", "#ff9d4a"), 6, 0.85)
    drawn += glow(80, 464, 130, 90, "#ff9d4a", 0.4)
    drawn += line("M4 386H296", air.tint("#b9bdbb"), 7) + rect(10, 540, 280, 22, iron, 3)
    return drawn + _kettle(air, 66, 350) + _pot(air, 214, 350)


def _mantel_clock(air: Air, x: float, base: float) -> str:
    wood = air.tint("#6f4a2f")
    drawn = path(f"M{points(x - 30, base)}v-36q30 -46 60 0v36z", wood)
    drawn += ellipse(x, base - 30, 19, 19, air.tint("#f6f0df"))
    return drawn + line(hands(air, x, base - 30, 14, (7, 30)), air.tint("#3b3631"), 2.6)


def _kettle(air: Air, x: float, base: float) -> str:
    red = air.tint("#a8402f")
    body = across(lighter(red, 0.3), red, darker(red, 0.3))
    drawn = path(
        f"M{points(x - 40, base)}C{points(x - 48, base - 56, x - 26, base - 70, x, base - 70)}"
        f"C{points(x + 26, base - 70, x + 48, base - 56, x + 40, base)}Z",
        body,
    )
    drawn += line(f"M{points(x + 38, base - 30)}l28 -26", red, 10)
    drawn += path(f"M{points(x - 28, base - 62)}q28 -58 56 0", stroke=air.tint("#3b3631"), width=6)
    drawn += ellipse(x, base - 72, 7, 5, air.tint("#3b3631"))
    for at in (0, 12):
        steam = f"M{points(x + 70 + at, base - 62)}c-10 -20 14 -28 2 -50c-8 -16 8 -24 4 -36"
        drawn += line(steam, "#fff8ec", 5, 0.3)
    return drawn


def _pot(air: Air, x: float, base: float) -> str:
    steel = air.tint("#8d979a")
    body = across(lighter(steel, 0.4), steel, darker(steel, 0.3))
    drawn = rect(x - 46, base - 58, 92, 58, body, 8) + rect(x - 50, base - 64, 100, 10, steel, 5)
    return drawn + ellipse(x, base - 68, 9, 6, air.tint("#3b3631"))


def _window(air: Air) -> str:
    """The shutter is down; on the sill stands an azalea."""
    wood = air.tint("#f0ead9")
    drawn = rect(-16, -14, 310, 270, air.tint("#c9b48c"), 2, 0.5)
    drawn += rect(-12, -12, 302, 262, wood, 3)
    drawn += rect(4, 4, 270, 234, down(air.tint("#6d7478"), air.tint("#555c61")))
    for slat in range(13):
        y = 4 + slat * 18
        drawn += rect(4, y, 270, 3, air.tint("#3c4348"), 0, 0.9)
        drawn += rect(4, y + 3, 270, 3, air.tint("#98a0a2"), 0, 0.5)
    drawn += rect(134, 0, 10, 240, wood) + rect(0, 78, 278, 9, wood)
    for side, start in ((1, -2), (-1, 280)):
        cloth = air.tint("#b5584c")
        for fold in range(3):
            x = start + side * fold * 15
            tone = mix(cloth, darker(cloth, 0.3), fold % 2 * 0.6)
            drawn += path(
                f"M{points(x, -18)}h{side * 18}q{side * 4} 140 {side * -4} 256h{side * -16}Z", tone
            )
    drawn += rect(-26, -28, 330, 20, air.tint("#8d4038"), 4)
    drawn += rect(-30, 244, 338, 18, wood, 3) + rect(-30, 260, 338, 8, air.tint("#b9a67f"))
    return drawn + _azalea(air, 196, 244) + _glasses_case(air, 52)


def _azalea(air: Air, x: float, base: float) -> str:
    """Old and crooked, in a pot with a saucer."""
    pot, drawn = air.tint("#b5694a"), ""
    for dx, dy in ((-22, -66), (6, -84), (28, -60)):
        drawn += line(
            f"M{points(x, base - 34)}q{points(dx * 0.2, dy * 0.5, dx, dy)}", air.tint("#6b5138"), 5
        )
    for leaf in range(40):
        turn, out = leaf * pi * (3 - 5**0.5), (leaf / 40) ** 0.5
        spot = x + cos(turn) * out * 62, base - 92 + sin(turn) * out * 40
        green = mix("#5c7f4f", "#8aa568", chance("sill", str(leaf)))
        drawn += ellipse(*spot, 13, 9, air.tint(green))
    for bloom in range(17):
        turn, out = bloom * pi * (3 - 5**0.5) + 0.4, ((bloom + 0.5) / 17) ** 0.5
        spot = x + cos(turn) * out * 58, base - 96 + sin(turn) * out * 36
        drawn += ellipse(
            *spot, 9, 8, air.tint(mix("#d9527e", "#f0a9c0", chance("bloom", str(bloom))), 0.5)
        )
    drawn += path(
        f"M{points(x - 32, base - 40)}h64l-9 36h-46z", across(lighter(pot, 0.2), darker(pot, 0.2))
    )
    return (
        drawn
        + rect(x - 36, base - 46, 72, 11, lighter(pot, 0.08), 3)
        + ellipse(x, base - 3, 40, 5, pot)
    )


def _glasses_case(air: Air, x: float) -> str:
    """Letters behind a candlestick."""
    drawn = path(f"M{points(x - 18, 244)}l6 -42h40l6 42z", air.tint("#ece6d6"))
    drawn += line(f"M{points(x - 8, 216)}h28M{points(x - 9, 226)}h20", air.tint("#a9a294"), 2)
    drawn += rect(x + 40, 196, 9, 44, air.tint("#f3eee0")) + rect(
        x + 32, 236, 25, 8, air.tint("#b08a45"), 3
    )
    return drawn


def _dresser(air: Air) -> str:
    """Pine, 350 wide and 600 high: plates above, six cups on hooks, drawers below."""
    wood, dark = air.tint("#b0804f"), air.tint("#6f4c2e")
    drawn = rect(0, 0, 350, 610, across(wood, darker(wood, 0.16)), 5)
    drawn += rect(14, 22, 322, 296, air.tint("#7d5836"))
    drawn += rect(-12, -16, 374, 22, lighter(wood, 0.14), 4)
    for shelf in range(3):
        y = 106 + shelf * 100
        drawn += rect(14, y, 322, 10, lighter(wood, 0.1))
        for plate in range(5):
            x = 48 + plate * 63
            if shelf == 2:
                continue
            size = 25 + 3 * ((plate + shelf) % 2)
            ring = air.tint(("#5f86ad", "#b9605a", "#6f9a7f")[(plate + shelf) % 3])
            drawn += ellipse(x, y - size, size, size, air.tint("#f3efe4"))
            drawn += ellipse(x, y - size, size * 0.74, size * 0.74, ring, 0.8)
            drawn += ellipse(x, y - size, size * 0.58, size * 0.58, air.tint("#f3efe4"))
    for cup in range(6):
        x, tone = (
            36 + cup * 52,
            air.tint(("#f3efe4", "#5f86ad", "#c9a24e", "#b9605a", "#f3efe4", "#6f9a7f")[cup]),
        )
        drawn += line(f"M{points(x + 12, 216)}v10", dark, 3)
        drawn += rect(x, 226, 30, 28, across(lighter(tone, 0.2), darker(tone, 0.14)), 6)
        drawn += path(f"M{points(x + 30, 232)}q14 6 0 16", stroke=tone, width=4)
    drawn += rect(-14, 318, 378, 20, lighter(wood, 0.18), 4)
    for column in range(3):
        x = 14 + column * 109
        drawn += rect(x, 352, 102, 52, lighter(wood, 0.06), 3) + ellipse(x + 51, 378, 7, 7, dark)
    for column in range(2):
        x = 14 + column * 164
        drawn += rect(x, 418, 156, 178, lighter(wood, 0.04), 3)
        drawn += rect(x + 18, 436, 120, 142, darker(wood, 0.08), 3)
    drawn += rect(36, 268, 84, 50, air.tint("#c7b183"), 6) + rect(
        36, 282, 84, 6, air.tint("#8a5b3a")
    )
    return drawn + _loaf(air, 230, 318)


def _loaf(air: Air, x: float, base: float) -> str:
    """A tart under a cloth with checks."""
    drawn = path(f"M{points(x - 66, base)}q6 -40 66 -42q60 2 66 42z", air.tint("#f1ece0"))
    for at in range(5):
        drawn += line((
            f"M{points(x - 44 + at * 22, base - 3)}"
            f"q{points(4 - at * 2, -20, 10 - at * 5, -34)}"
        ),
                      air.tint("#b9605a"), 3, 0.6)  # fmt: skip
    return drawn


def _door(air: Air, eye: Eye) -> str:
    """The back door, in the left wall, with boots beside it."""
    x, wood = -_HALF + 4, air.tint("#54786f")
    drawn = path(eye.away(x, 150, _LOW, (0.02, 0.34)), air.tint("#e6dcc4"))
    drawn += path(eye.away(x, 170, _LOW, (0.045, 0.315)), across(darker(wood, 0.2), wood))
    drawn += path(eye.away(x, 210, 520, (0.08, 0.28)), air.lit("#2c3656", "#1a2340"))
    bars = eye.lines(((x, 365, 0.08), (x, 365, 0.28)), ((x, 210, 0.18), (x, 520, 0.18)))
    drawn += line(bars, lighter(wood, 0.1), 5)
    return drawn + ellipse(*eye.at(x, 600, 0.275), 7, 7, air.tint("#d0a64e"))


def _calendar(air: Air, x: float, y: float) -> str:
    drawn = rect(x, y, 56, 84, air.tint("#f6f2e6"), 1) + rect(x, y, 56, 34, air.tint("#7f9a8a"), 1)
    dots = "".join(f"M{points(x + 9 + 10 * (k % 5), y + 46 + 10 * (k // 5))}h3" for k in range(18))
    return (
        drawn
        + line(dots, air.tint("#8d867a"), 3)
        + ellipse(x + 28, y - 6, 3, 3, air.tint("#5c5348"))
    )


def _towels(air: Air, eye: Eye) -> str:
    x, drawn = eye.x - 236, ""
    for at, tone in enumerate(("#e9e2d0", "#7f9fb0")):
        cloth = air.tint(tone)
        drawn += rect(x + at * 30, 566, 26, 96, across(lighter(cloth, 0.1), darker(cloth, 0.16)), 3)
        drawn += rect(x + at * 30, 636, 26, 5, air.tint("#b9605a"), 0, 0.7)
    return drawn + line(f"M{points(x - 8, 564)}h74", air.tint("#8d6743"), 5)


# --- in front ---------------------------------------------------------------------------------


def _chair(air: Air, x: float, colour: str, back: str) -> str:
    """Seen from behind the table: a seat, and a back of its own kind."""
    wood = air.tint(colour)
    lit_ = across(lighter(wood, 0.2), darker(wood, 0.18))
    drawn = glow(x, 872, 96, 14, "#1c140c", 0.5)
    for side in (-1, 1):
        drawn += line(
            f"M{points(x + side * 50, 720)}L{points(x + side * 58, 870)}", darker(wood, 0.25), 12
        )
        if back != "round":
            drawn += line(f"M{points(x + side * 48, 560)}L{points(x + side * 50, 730)}", wood, 12)
    if back == "round":
        drawn += path(
            f"M{points(x - 52, 724)}C{points(x - 74, 540, x + 74, 540, x + 52, 724)}",
            stroke=wood,
            width=12,
        )
        for rod in (-28, -9, 9, 28):
            drawn += line(
                f"M{points(x + rod * 0.9, 592 + abs(rod) * 0.4)}L{points(x + rod, 724)}", wood, 5
            )
    elif back == "slats":
        drawn += "".join(rect(x - 48, y, 96, 20, lit_, 8) for y in (566, 614, 662))
    elif back == "cross":
        drawn += rect(x - 50, 556, 100, 24, lit_, 10)
        drawn += line(
            (
                f"M{points(x - 44, 588)}L{points(x + 44, 712)}M{points(x + 44, 588)}"
                f"L{points(x - 44, 712)}"
            ),
            wood,
            8,
        )
    else:
        drawn += rect(x - 50, 556, 100, 92, lit_, 12)
    return drawn + rect(x - 60, 722, 120, 22, down(lighter(wood, 0.22), darker(wood, 0.15)), 8)


def _lamp(air: Air, x: float) -> str:
    """It hangs low, with a fringe."""
    cloth = Stop(0, air.lit("#f2c77e", "#ffc877")), Stop(100, air.lit("#d9924c", "#e08f45"))
    drawn = line(f"M{points(x, 0)}V84", air.tint("#4d4033"), 3)
    drawn += path(f"M{points(x - 34, 84)}h68q54 22 72 74h-212q18 -52 72 -74z", down(*cloth))
    for rib in (-0.55, 0, 0.55):
        drawn += line(
            f"M{points(x + rib * 40, 86)}Q{points(x + rib * 120, 110, x + rib * 150, 156)}",
            "#b8742f",
            2,
            0.6,
        )
    fringe = "".join(f"M{points(x - 102 + k * 8.5, 158)}v12" for k in range(25))
    drawn += line(fringe, air.lit("#c07f3c", "#d98a3f"), 3)
    drawn += ellipse(x, 158, 100, 9, "#fff1cf")
    return drawn + glow(x, 240, 520, 300, "#ffdf9f", air.dim(0.3, 0.5))
