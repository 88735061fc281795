"""A booth to listen in: two headsets on one lead, tapes, and a pane onto the hall."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, cut
from game.drawing.scenery.perspective import Edge, Eye
from game.drawing.svg import (
    across,
    down,
    ellipse,
    glow,
    line,
    number,
    outwards,
    path,
    points,
    rect,
    turned,
)

_HALF, _CEILING, _LOW = 760.0, -10.0, 950.0  # of the booth, as it is in front
_NEAR, _FAR = -0.5, 0.22
_FOAM = 62.0  # the side of a pyramid
_TAPES = 19


@place(is_closed=True, has_table=False)
def listening_booth(air: Air, w: float) -> str:
    """Foam on the walls, the pane, a shelf with the recorder, the headsets on their hooks."""
    eye = Eye(w / 2, 420)
    pane = Hole(eye.x - 130, 150, 560, 250)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#5c6468")) + _hall(air, pane)
    drawn += _foam_wall(air, eye, pane) + _pane(air, pane) + _sides(air, eye)
    drawn += _shelf(air, eye) + _recorder(air, eye.x - 88, 486) + _tapes(air, eye)
    drawn += _headsets(air, eye.x - 372, 214) + _note(air, eye.x + 474, 214)
    drawn += _desk_lamp(air, eye.x + 372, 486)
    return drawn + glow(eye.x + 60, 260, 560, 320, "#ffdca6", air.dim(0.2, 0.3))


def _hall(air: Air, pane: Hole) -> str:
    """Through the glass: rows of lamps and of people, out of focus."""
    x, y, wide, high = pane
    drawn = rect(
        x, y, wide, high, down(air.lit("#d9e0dc", "#2b3654"), air.lit("#b9ae9c", "#4d4650"))
    )
    for row in range(3):
        for lamp in range(6):
            at = x + wide * (0.06 + 0.18 * lamp + 0.04 * row)
            drawn += glow(at, y + 30 + row * 26, 44 - row * 10, 26 - row * 6, "#fff1cf", 0.8)
    for row in range(3):
        base = y + high * (0.62 + 0.17 * row)
        for seat in range(8 - row):
            lean = chance(f"seat{row}", f"{seat}s")
            at, size = x + wide * (seat + 0.3 + 0.4 * lean) / (8 - row), 20 + 9 * row
            worn = air.tint(("#6f8fa8", "#a9806a", "#7f9a86", "#9a7f8d")[int(lean * 3.99)])
            drawn += glow(at, base + size, size * 1.9, size * 1.3, worn, 0.95)
            drawn += glow(
                at,
                base - size * 0.1,
                size * 0.85,
                size,
                air.tint(("#d9b294", "#8a5f45")[seat % 2]),
                0.95,
            )
            drawn += glow(at, base - size * 0.6, size * 0.8, size * 0.5, air.tint("#3c322c"), 0.8)
    return drawn


def _foam_wall(air: Air, eye: Eye, pane: Hole) -> str:
    """Grey pyramids, lit from above on the left."""
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    tone, drawn = "#8a9398", ""
    x, y, wide, high = pane
    whole = eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR) + cut([pane])
    drawn += path(whole, air.tint(tone), has_holes=True)
    faces = {
        "top": lighter(tone, 0.3),
        "left": lighter(tone, 0.14),
        "right": darker(tone, 0.2),
        "low": darker(tone, 0.42),
    }
    sheets: dict[str, str] = dict.fromkeys(faces, "")
    for row in range(int((540 - top) / _FOAM) + 1):
        for column in range(int((right - left) / _FOAM) + 1):
            x0, y0 = left + column * _FOAM, top + row * _FOAM
            if x - 30 < x0 + _FOAM / 2 < x + wide + 30 and y - 30 < y0 + _FOAM / 2 < y + high + 30:
                continue
            x1, y1, peak = min(x0 + _FOAM, right), min(y0 + _FOAM, 540.0), points(x0 + 28, y0 + 26)
            sheets["top"] += f"M{points(x0, y0)}H{number(x1)}L{peak}Z"
            sheets["left"] += f"M{points(x0, y0)}V{number(y1)}L{peak}Z"
            sheets["right"] += f"M{points(x1, y0)}V{number(y1)}L{peak}Z"
            sheets["low"] += f"M{points(x0, y1)}H{number(x1)}L{peak}Z"
    drawn += "".join(path(d, air.tint(faces[name])) for name, d in sheets.items())
    felt = down(air.tint("#a5835f"), air.tint("#7d5f45"))
    return drawn + rect(left, 540, right - left, low - 540, felt)


def _pane(air: Air, pane: Hole) -> str:
    x, y, wide, high = pane
    wood = air.tint("#a9805a")
    drawn = path(
        f"M{points(x, y)}h{number(wide)}v{number(high)}h{number(-wide)}z",
        stroke=darker(wood, 0.4),
        width=34,
    )
    drawn += path(
        f"M{points(x, y)}h{number(wide)}v{number(high)}h{number(-wide)}z", stroke=wood, width=24
    )
    for at in (0.12, 0.6):
        left = x + wide * at
        shine = (
            f"M{points(left, y + high)}L{points(left + 110, y)}h54L{points(left + 54, y + high)}Z"
        )
        drawn += path(shine, "#ffffff", opacity=air.dim(0.2, 0.08))
    return drawn + rect(x - 18, y + high + 10, wide + 36, 12, lighter(wood, 0.2), 3)


def _sides(air: Air, eye: Eye) -> str:
    drawn = ""
    for side, tone in ((-1, "#7d868b"), (1, "#687276")):
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(tone, 0.3)), air.tint(tone)),
        )
        rows: list[Edge] = [
            ((side * _HALF, y, _NEAR), (side * _HALF, y, _FAR)) for y in range(60, 560, 76)
        ]
        depths = [d / 100 for d in range(-46, 22, 8)]
        rows += [((side * _HALF, _CEILING, d), (side * _HALF, 560.0, d)) for d in depths]
        drawn += line(eye.lines(*rows), air.tint(darker(tone, 0.5)), 4, 0.6)
        dado = eye.away(side * _HALF, 566, _LOW, (_NEAR, _FAR))
        drawn += path(dado, across(air.tint("#4d392a"), air.tint("#66492f")))
    drawn += path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#3f4649"), air.tint("#596266")),
    )
    tube = eye.level(-180, 180, _CEILING + 2, (-0.12, 0.02))
    drawn += path(tube, air.lit("#fffdf2", "#ffe9c4"))
    left, top = eye.at(0, _CEILING, -0.05)
    drawn += glow(left, top + 30, 420, 130, air.lit("#fffdf2", "#ffdca6"), air.dim(0.5, 0.5))
    return drawn + path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#4b4440"), air.tint("#5f5650")),
    )


def _shelf(air: Air, eye: Eye) -> str:
    left, wide, wood = eye.x - 470, 960.0, air.tint("#b98a5c")
    drawn = rect(left, 486, wide, 22, down(lighter(wood, 0.3), darker(wood, 0.1)), 3)
    drawn += rect(left, 508, wide, 8, darker(wood, 0.4))
    return drawn + "".join(
        path(f"M{points(left + at, 516)}h16l-6 60h-10z", darker(wood, 0.35))
        for at in (60.0, 480.0, 890.0)
    )


def _recorder(air: Air, x: float, base: float) -> str:
    """Two reels that turn, and lights that dance with a voice."""
    case = air.tint("#3b4347", 0.5)
    drawn = rect(x, base - 132, 268, 132, across(lighter(case, 0.2), case, darker(case, 0.3)), 8)
    drawn += rect(x + 10, base - 122, 176, 112, darker(case, 0.25), 5)
    for reel, turn in ((x + 54, 12), (x + 142, 40)):
        y, rim = base - 74, air.tint("#c9cec9", 0.5)
        drawn += ellipse(reel, y, 40, 40, rim) + ellipse(reel, y, 36, 36, air.tint("#6b4a32", 0.5))
        for spoke in range(3):
            drawn += turned(
                path(
                    f"M{points(reel - 7, y)}L{points(reel - 3, y - 37)}h6L{points(reel + 7, y)}Z",
                    rim,
                ),
                turn + 120 * spoke,
                reel,
                y,
            )
        drawn += ellipse(reel, y, 10, 10, rim) + ellipse(reel, y, 4, 4, darker(case, 0.3))
    drawn += line(
        f"M{points(x + 24, base - 40)}L{points(x + 82, base - 22)}h32L{points(x + 172, base - 40)}",
        air.tint("#8a6042"),
        3,
    )
    for bar in range(7):
        tall = int(2 + 6 * chance(f"{bar * 37}", "voice"))
        for step in range(tall):
            colour = ("#8fe0a4", "#e8c45a", "#f0804a")[(step > 4) + (step > 6)]
            drawn += rect(x + 198 + bar * 9, base - 24 - step * 11, 6, 8, colour, 1)
    drawn += ellipse(x + 250, base - 116, 6, 6, "#f0604a")
    return drawn + glow(x + 250, base - 116, 34, 34, "#f0604a", air.dim(0.4, 0.7))


def _tapes(air: Air, eye: Eye) -> str:
    """Nineteen, on a ledge; the longest is the thickest."""
    left, base, wood, drawn = eye.x - 600.0, 486.0, air.tint("#b98a5c"), ""
    x = left
    for tape in range(_TAPES):
        thick = 22.0 if tape == 12 else 8 + 5 * chance("tape", f"{tape}t")
        high = 66 + 8 * chance("tape", f"h{tape}")
        colour = air.tint(mix("#d9d2bf", "#6f8a94", chance(f"{tape}", "case")), 0.55)
        drawn += rect(
            x, base - high, thick, high, across(lighter(colour, 0.2), darker(colour, 0.15)), 1
        )
        drawn += rect(
            x + 1.5, base - high * 0.72, max(3.0, thick - 3), high * 0.34, air.tint("#f6f2e4"), 1
        )
        x += thick + 1.6
    return rect(left - 8, base, 150, 22, down(lighter(wood, 0.3), darker(wood, 0.1)), 3) + drawn


def _headsets(air: Air, x: float, y: float) -> str:
    """Two on hooks on a board; one lead goes to both."""
    ink, board = air.tint("#23282b", 0.4), air.tint("#c9a273")
    drawn = rect(x - 30, y - 46, 262, 226, "#1c140c", 6, 0.3)
    drawn += rect(x - 34, y - 52, 262, 226, across(lighter(board, 0.2), darker(board, 0.14)), 6)
    cord = (
        f"M{points(x + 30, y + 98)}c-8 60 30 90 62 108M{points(x + 170, y + 98)}c8 60 -40"
        f" 80 -74 108"
    )
    drawn += line(cord, ink, 5)
    coil = f"M{points(x + 94, y + 204)}" + "c-14 6 -14 14 0 14c14 0 14 6 0 10" * 2
    drawn += line(f"{coil}c6 26 70 -18 190 -4", ink, 5)
    for left in (x, x + 140):
        middle = left + 30
        drawn += rect(middle - 5, y - 24, 10, 26, air.tint("#c49a4e", 0.5), 4)
        drawn += path(
            (
                f"M{points(middle - 44, y + 84)}"
                f"C{points(middle - 60, y - 18, middle + 60, y - 18, middle + 44, y + 84)}"
            ),
            stroke=ink,
            width=10,
        )
        drawn += path(
            (
                f"M{points(middle - 44, y + 84)}"
                f"C{points(middle - 60, y - 18, middle + 60, y - 18, middle + 44, y + 84)}"
            ),
            stroke=air.tint("#7f8a8f", 0.5),
            width=3,
        )
        pad = outwards(air.tint("#7a5648", 0.5), air.tint("#3a2f2c", 0.5))
        for ear in (-44, 44):
            drawn += ellipse(middle + ear, y + 96, 17, 25, ink) + ellipse(
                middle + ear * 0.86, y + 96, 11, 21, pad
            )
        drawn += line(f"M{points(middle - 46, y + 112)}q-4 34 28 38", ink, 4) + ellipse(
            middle - 16, y + 150, 7, 5, ink
        )
    return drawn


def _note(air: Air, x: float, y: float) -> str:
    """Two words in large letters, which nobody needs, on yellow paper; and a timer."""
    paper = turned(rect(x, y, 92, 108, air.tint("#f2dc82", 0.5), 1), 3, x, y)
    words = (
        f"M{points(x + 14, y + 34)}q6 -14 11 0t11 0t11 0t11 -2M{points(x + 14, y + 58)}q6"
        f" -12 10 0t10 0t10 0t10 0t9 -2"
    )
    return (
        paper
        + line(words, "#3b4250", 3.4, 0.8)
        + ellipse(x + 46, y + 8, 5, 5, air.tint("#b4473a", 0.5))
    )


def _desk_lamp(air: Air, x: float, base: float) -> str:
    green = air.tint("#4f6b5e", 0.5)
    drawn = path(f"M{points(x - 34, base)}q34 -22 68 0z", green)
    drawn += line(f"M{points(x, base - 8)}l34 -78l-62 -44", darker(green, 0.1), 8)
    shade = f"M{points(x - 22, base - 146)}l-52 18l20 42l48 -38z"
    drawn += path(shade, across(lighter(green, 0.25), green)) + ellipse(
        x - 62, base - 104, 12, 22, "#ffefc6"
    )
    return drawn + glow(x - 80, base - 70, 210, 130, "#ffdc9e", air.dim(0.42, 0.6))
