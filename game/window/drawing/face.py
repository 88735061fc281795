"""The head without its hair: shape, ears, eyes, brows, nose, mouth, and the lines of age."""

from game.window.drawing.colours import brightness, darker, lighter, mix
from game.window.drawing.expression import Expression
from game.window.drawing.person import Person
from game.window.drawing.svg import Stop, across, ellipse, glow, line, number, path

CX = 160.0
CROWN = 64.0
CHEEK_Y = 138.0
EYE_Y = 148.0


def points(*values: float) -> str:
    """Numbers as path data writes them."""
    return " ".join(number(value) for value in values)


def outline(who: Person, grow: float = 0.0) -> str:
    """Path data of the face; `grow` makes it wider all round."""
    w, jaw, chin, top = who.cheek + grow, who.jaw + grow, who.chin + grow, CROWN - grow
    corner = chin - 22
    left, right = -1, 1

    def half(side: int) -> tuple[tuple[float, ...], ...]:
        return (
            (CX + side * w * 0.7, top, CX + side * w, 90, CX + side * w, CHEEK_Y),
            (
                CX + side * w,
                CHEEK_Y + 30,
                CX + side * (jaw + 5),
                corner - 12,
                CX + side * jaw * 0.86,
                corner,
            ),
            (CX + side * jaw * 0.62, chin - 8, CX + side * jaw * 0.36, chin, CX, chin),
        )

    down_right = " ".join("C" + points(*curve) for curve in half(right))
    up_left = half(left)
    back = (
        "C"
        + points(CX + left * jaw * 0.36, chin, CX + left * jaw * 0.62, chin - 8, *up_left[1][4:])
        + "C"
        + points(
            CX + left * (jaw + 5), corner - 12, CX + left * w, CHEEK_Y + 30, CX + left * w, CHEEK_Y
        )
        + "C"
        + points(CX + left * w, 90, CX + left * w * 0.7, top, CX, top)
    )
    return f"M{points(CX, top)} {down_right} {back}Z"


def head(who: Person) -> str:
    """Ears and the shape of the face, lit from the left."""
    skin = who.skin
    lit = across(
        Stop(0, lighter(skin, 0.14)),
        Stop(45, skin),
        Stop(78, mix(skin, who.line(0.35), 0.7)),
        Stop(100, who.line(0.42)),
    )
    return _ears(who) + path(outline(who), lit)


def _ears(who: Person) -> str:
    drawn = ""
    for side in (-1, 1):
        # The ear on the side to which the face turns hides behind the cheek.
        x = CX + side * (who.cheek + 2.5 - side * who.turn * 0.35)
        colour = who.skin if side < 0 else who.line(0.34)
        drawn += ellipse(x, 153, 8.5, 14, colour)
        drawn += line(
            (
                f"M{points(x + side * 3.5, 145)}"
                f"C{points(x - side * 3, 143)} {points(x - side * 4, 154)} "
                f"{points(x, 160)}"
            ),
            who.line(0.5),
            1.6,
            0.6,
        )
    return drawn


def features(who: Person, mood: Expression) -> str:
    """Everything within the outline, without the turn and nod."""
    return (
        _nose(who) + _age(who, mood) + _mouth(who, mood) + _eye(who, mood, -1) + _eye(who, mood, 1)
    )


def brows(who: Person, mood: Expression) -> str:
    """Both brows; separate, so that a fringe can lie under them."""
    return _brow(who, mood.brow_left, -1) + _brow(who, mood.brow_right, 1)


def complexion(who: Person, mood: Expression) -> str:
    """What lies on the skin, under any beard: a blush, the light on the brow, freckles."""
    rose = mix(who.skin, "#d2463c", 0.62)
    warmth = 1.6 if brightness(who.skin) > 0.5 else 1.0
    drawn = "".join(
        glow(CX + side * 31, 179, 20, 15, rose, mood.blush * warmth) for side in (-1, 1)
    )
    drawn += glow(CX - 6, 108, 36, 26, lighter(who.skin, 0.5), 0.26)
    if who.freckles:
        spots = (
            (-40, 168),
            (-33, 173),
            (-27, 167),
            (-22, 174),
            (22, 173),
            (28, 167),
            (35, 173),
            (41, 168),
            (-5, 163),
            (6, 165),
        )
        drawn += "".join(ellipse(CX + x, y, 1.3, 1.2, who.line(0.55), 0.7) for x, y in spots)
    return drawn


def _nose(who: Person) -> str:
    w, dark = who.nose_width, who.line(0.5)
    x = CX + who.turn * 0.35
    side = 1 if who.turn >= 0 else -1
    tip = {"button": 172.0, "round": 175.0, "straight": 177.0, "strong": 179.0}[who.nose]
    shadow = path(
        f"M{points(x + 3, 150)}C{points(x + 5, 160, x + w + 3, tip - 8, x + w + 1.5, tip - 1)}"
        f"C{points(x + w - 2, tip + 4, x + 2, tip + 4, x, tip + 2.5)}"
        f"C{points(x + 4, tip - 6, x + 2, 160, x + 3, 150)}Z",
        who.line(0.55),
        opacity=0.34,
    )
    light = glow(x - 2.5, tip - 6, 5.5, 6, lighter(who.skin, 0.6), 0.5)
    base = line(
        f"M{points(x - w, tip - 3)}"
        f"C{points(x - w - 0.5, tip + 1.5)} {points(x - w * 0.45, tip + 1)} "
        f"{points(x - w * 0.3, tip + 1.6)}"
        f"C{points(x - 2, tip + 3.6, x + 2, tip + 3.6, x + w * 0.3, tip + 1.6)}"
        f"C{points(x + w * 0.45, tip + 1, x + w + 0.5, tip + 1.5, x + w, tip - 3)}",
        dark,
        2.0,
        0.85,
    )
    bridge = ""
    if who.nose in ("straight", "strong"):
        bulge = 3.5 if who.nose == "strong" else 1.0
        bridge = line(
            (
                f"M{points(x + side * 6.5, 141)}"
                f"C{points(x + side * (4 + bulge), 152)} "
                f"{points(x + side * (5 + bulge), 161)} {points(x + side * 6, 167)}"
            ),
            dark,
            1.6,
            0.42,
        )
    return shadow + light + base + bridge


def _age(who: Person, mood: Expression) -> str:
    strength = max(0.0, min(1.0, (who.age - 38) / 40))
    if strength == 0:
        return ""
    colour, drawn = who.line(0.48), ""
    for side in (-1, 1):

        def at(dx: float, y: float, side: int = side) -> str:
            return points(CX + side * dx, y)

        smile = max(0.0, mood.curve) * 0.3
        drawn += line(
            f"M{at(14, 173)}C{at(20 + smile, 178)} {at(24 + smile, 184)} {at(23.5 + smile, 191)}",
            colour,
            1.5,
            0.22 + 0.38 * strength,
        )
        drawn += line(
            f"M{at(who.gap - 8, EYE_Y + 10.5)}C{at(who.gap - 3, EYE_Y + 13.5)}"
            f" {at(who.gap + 5, EYE_Y + 13.5)} {at(who.gap + 9, EYE_Y + 10)}",
            colour,
            1.3,
            0.15 + 0.4 * strength,
        )
        if strength > 0.3:
            x = who.gap + 15.5
            drawn += line(
                f"M{at(x, EYE_Y - 1)}L{at(x + 6, EYE_Y - 3.5)}", colour, 1.2, 0.5 * strength
            )
            drawn += line(
                f"M{at(x, EYE_Y + 3)}L{at(x + 6, EYE_Y + 4.5)}", colour, 1.2, 0.5 * strength
            )
        if strength > 0.7:
            drawn += line(
                f"M{at(26, 203)}C{at(30, 206)} {at(33, 204)} {at(35, 199)}", colour, 1.4, 0.45
            )
    raised = max(mood.brow_left[1], mood.brow_right[1], 0.0)
    if strength > 0.25:
        rows = (112, 120) if strength > 0.55 else (117,)
        for y in rows:
            drawn += line(
                f"M{points(CX - 22, y)}C{points(CX - 8, y - 2.5, CX + 8, y - 2.5, CX + 22, y)}",
                colour,
                1.3,
                min(0.6, 0.14 + 0.3 * strength + 0.05 * raised),
            )
    return drawn


def _brow(who: Person, ends: tuple[float, float], side: int) -> str:
    inner, outer = ends
    x = CX + side * who.gap
    thick = who.brow
    y = EYE_Y - 18.5 - (1.5 if who.soft else 0.0)
    start = (x - side * 12.5, y + 1.0 - inner)
    end = (x + side * 15.5, y + 2.5 - outer)
    arch = (2.4 if who.soft else 1.0) + 0.12 * abs(outer - inner)
    mid = (x + side * 4.0, (start[1] + end[1]) / 2 - 4.6 - arch)
    return path(
        f"M{points(*start)}Q{points(*mid, *end)}"
        f"Q{points(mid[0], mid[1] + thick * 1.15, start[0], start[1] + thick * 0.75)}Z",
        who.brows,
        stroke=who.brows,
        width=1.5,
        opacity=0.94,
    )


def _iris(x: float, y: float, radius: float, top: float, bottom: float, colour: str) -> str:
    """A disc cut off by the lids: nanosvg has no clip paths."""
    upper = max(-radius, min(radius, top - y))
    lower = max(-radius, min(radius, bottom - y))
    reach_up = (radius**2 - upper**2) ** 0.5
    reach_down = (radius**2 - lower**2) ** 0.5
    arc = f"A{points(radius, radius)} 0 0 "
    return path(
        f"M{points(x - reach_up, y + upper)}L{points(x + reach_up, y + upper)}"
        f"{arc}1 {points(x + reach_down, y + lower)}L{points(x - reach_down, y + lower)}"
        f"{arc}1 {points(x - reach_up, y + upper)}Z",
        colour,
    )


def _eye(who: Person, mood: Expression, side: int) -> str:
    x, y, size = CX + side * who.gap, EYE_Y, who.eye
    droop = max(0.0, (who.age - 60) / 40) * 0.12
    lid, low = mood.lid - droop, mood.lower
    half = 11.2 * size
    ink = mix(darker(who.skin, 0.8), "#1d1512", 0.55)
    top, bottom = y - 6.9 * lid * size, y + 4.9 * low * size
    inner, outer = x - side * half, x + side * half

    def lid_line(lift: float = 0.0) -> str:
        return (
            f"M{points(inner, y + 2.2 - lift)}"
            f"C{points(inner + side * 4, y - 8.2 * lid * size - lift)} "
            f"{points(outer - side * 6, y - 10.0 * lid * size - lift)} "
            f"{points(outer, y - 0.8 - lift)}"
        )

    def lower_lid(fall: float = 0.0) -> str:
        return (
            f"C{points(outer - side * 5, y + 7.2 * low * size + fall)} "
            f"{points(inner + side * 5, y + 6.6 * low * size + fall)} "
            f"{points(inner, y + 2.2)}"
        )

    white = mix("#fbf8f2", who.skin, 0.10 if brightness(who.skin) > 0.5 else 0.16)
    gx, gy = x + mood.gaze[0] + who.turn * 0.12, y - 0.9 + mood.gaze[1] * 0.8
    radius = 6.0 * size
    iris = _iris(gx, gy, radius, top + 0.6, bottom - 0.2, who.iris)
    iris += _iris(gx, gy, radius * 0.55, top + 0.6, bottom - 0.2, "#17120f")
    sparkle_y = max(gy - 2.4, top + 2.6)
    iris += ellipse(gx - 2.2, sparkle_y, 1.75, 1.75, "#ffffff", 0.95)
    lash = line(lid_line(), ink, 2.9 if who.soft else 2.3)
    if who.soft:
        lash += line(
            f"M{points(outer - side * 1.5, y - 2)}L{points(outer + side * 3.0, y - 4.4)}", ink, 2.0
        )
    crease = line(lid_line(4.2), who.line(0.6), 1.4, 0.55)
    under = line(f"M{points(outer - side * 1, y + 0.6)}{lower_lid()}", who.line(0.7), 1.1, 0.5)
    shade = line(lid_line(-1.6), who.line(0.5), 2.0, 0.28)
    return path(f"{lid_line()}{lower_lid()}Z", white) + shade + iris + under + crease + lash


def _mouth(who: Person, mood: Expression) -> str:
    x = CX + mood.shift + who.turn * 0.1
    y = 196.0 - (224 - who.chin) * 0.35 if who.chin < 224 else 196.5
    half, curve = mood.width * (0.97 if who.soft else 1.03), mood.curve
    left, right = (
        (x - half, y - curve * 0.55 + mood.skew * 0.5),
        (
            x + half,
            y - curve * 0.55 - mood.skew,
        ),
    )
    fade = max(0.0, (who.age - 50) / 60)
    strength = (0.55 if who.soft else 0.34) * (1 - 0.5 * fade)
    lip = mix(who.skin, "#a8383a" if brightness(who.skin) > 0.5 else "#7d2c33", strength)
    dark = mix(who.line(0.9), "#4a1715", 0.62)
    belly = curve * 0.62
    full = 3.6 * who.lips * (1 - 0.35 * fade) * (1.15 if who.soft else 0.85)
    seam = f"C{points(x - half * 0.45, y + belly, x + half * 0.45, y + belly, *right)}"
    drawn = ""
    if mood.parted > 0:
        drop = y + belly + mood.parted * 1.9
        below = drop + full * 1.5
        drawn += path(
            f"M{points(*left)}{seam}"
            f"C{points(x + half * 0.6, below, x - half * 0.6, below, *left)}"
            "Z",
            lip,
        )
        drawn += path(
            f"M{points(*left)}{seam}"
            f"C{points(x + half * 0.55, drop, x - half * 0.55, drop, *left)}Z",
            "#7c2f2c",
        )
        if mood.teeth:
            tooth = y + belly + mood.parted * 1.15
            drawn += path(
                f"M{points(left[0] + 2, left[1] + 0.4)}{seam}"
                f"C{points(x + half * 0.5, tooth)} {points(x - half * 0.5, tooth)} "
                f"{points(left[0] + 2, left[1] + 0.4)}"
                "Z",
                "#fbf6ee",
            )
    else:
        drop = y + belly + full * 2.0
        drawn += path(
            f"M{points(left[0] + 3, left[1] + 0.3)}{seam}"
            f"C{points(x + half * 0.5, drop)} {points(x - half * 0.5, drop)} "
            f"{points(left[0] + 3, left[1] + 0.3)}"
            "Z",
            lip,
        )
    bow = y + belly * 0.5 - full * 0.75
    drawn += path(
        f"M{points(*left)}C{points(x - half * 0.5, bow - 0.5, x - 4, bow - 1.6, x, bow)}"
        f"C{points(x + 4, bow - 1.6, x + half * 0.5, bow - 0.5, *right)}"
        f"C{points(x + half * 0.45, y + belly, x - half * 0.45, y + belly, *left)}Z",
        mix(lip, dark, 0.12),
    )
    drawn += line(f"M{points(*left)}{seam}", dark, 1.9, 0.9)
    for side, corner in ((-1, left), (1, right)):
        reach = 2.6 if curve > 1 else 1.4
        rise = -1.8 if curve > 1 else 1.2 if curve < -2 else 0.0
        drawn += line(
            f"M{points(corner[0], corner[1])}q{points(side * 1.2, rise * 0.2, side * reach, rise)}",
            dark,
            1.7,
            0.75,
        )
    drawn += line(
        f"M{points(x - 7, y + 15 + belly * 0.3 + mood.parted)}q7 3 14 0", who.line(0.5), 1.6, 0.38
    )
    return drawn
