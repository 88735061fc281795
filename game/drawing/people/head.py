"""The shape of the head, its skin and ears, and the lines of age."""

from game.drawing.colours import brightness, lighter, mix
from game.drawing.people.expression import Expression
from game.drawing.people.outline import mirrored, path_data
from game.drawing.people.person import CX, EYE_Y, Person
from game.drawing.svg import Stop, across, ellipse, glow, line, path, points

_CROWN = 64.0
_CHEEK_Y = 138.0
_FRECKLES = (
    (-40, 168), (-33, 173), (-27, 167), (-22, 174), (22, 173), (28, 167), (35, 173), (41, 168),
    (-5, 163), (6, 165),
)  # fmt: skip


def head(who: Person) -> str:
    """Ears and the shape of the face, lit from the left."""
    skin = who.skin
    lit = across(
        Stop(0, lighter(skin, 0.14)),
        Stop(45, skin),
        Stop(78, mix(skin, who.crease(0.35), 0.7)),
        Stop(100, who.crease(0.42)),
    )
    cheek, jaw, corner = who.cheek, who.jaw, who.chin - 22
    face = mirrored(
        (0, _CROWN),
        (cheek * 0.7, _CROWN, cheek, 90, cheek, _CHEEK_Y),
        (cheek, _CHEEK_Y + 30, jaw + 5, corner - 12, jaw * 0.86, corner),
        (jaw * 0.62, who.chin - 8, jaw * 0.36, who.chin, 0, who.chin),
    )
    return _ear(who, -1) + _ear(who, 1) + path(path_data(face), lit)


def _ear(who: Person, side: int) -> str:
    # The ear on the side to which the face turns hides behind the cheek.
    x = CX + side * (who.cheek + 2.5 - side * who.turn * 0.35)
    fold = f"M{points(x + side * 3.5, 145)}C{points(x - side * 3, 143, x - side * 4, 154, x, 160)}"
    return ellipse(x, 153, 8.5, 14, who.skin if side < 0 else who.crease(0.34)) + line(
        fold, who.crease(0.5), 1.6, 0.6
    )


def complexion(who: Person, mood: Expression) -> str:
    """What lies on the skin, under any beard: a blush, the light on the brow, freckles."""
    rose = mix(who.skin, "#d2463c", 0.62)
    warmth = 1.6 if brightness(who.skin) > 0.5 else 1.0
    drawn = "".join(
        glow(CX + side * 31, 179, 20, 15, rose, mood.blush * warmth) for side in (-1, 1)
    )
    drawn += glow(CX - 6, 108, 36, 26, lighter(who.skin, 0.5), 0.26)
    if who.has_freckles:
        drawn += "".join(ellipse(CX + x, y, 1.3, 1.2, who.crease(0.55), 0.7) for x, y in _FRECKLES)
    return drawn


# --- age --------------------------------------------------------------------------------------


def lines_of_age(who: Person, mood: Expression) -> str:
    """Lines beside the mouth, under the eyes and on the forehead; none before 38."""
    strength = max(0.0, min(1.0, (who.age - 38) / 40))
    if strength == 0:
        return ""
    return "".join(_on_cheek(who, mood, side, strength) for side in (-1, 1)) + _on_forehead(
        who, mood, strength
    )


def _on_cheek(who: Person, mood: Expression, side: int, strength: float) -> str:
    colour, smile = who.crease(0.48), max(0.0, mood.curve) * 0.3
    gap, corner = who.gap, who.gap + 15.5

    def at(dx: float, y: float) -> str:
        return points(CX + side * dx, y)

    drawn = line(
        f"M{at(14, 173)}C{at(20 + smile, 178)} {at(24 + smile, 184)} {at(23.5 + smile, 191)}",
        colour, 1.5, 0.22 + 0.38 * strength,
    )  # fmt: skip
    drawn += line(
        f"M{at(gap - 8, EYE_Y + 10.5)}C{at(gap - 3, EYE_Y + 13.5)}"
        f" {at(gap + 5, EYE_Y + 13.5)} {at(gap + 9, EYE_Y + 10)}",
        colour, 1.3, 0.15 + 0.4 * strength,
    )  # fmt: skip
    if strength > 0.3:
        for rise, end in ((-1, -3.5), (3, 4.5)):
            crow = f"M{at(corner, EYE_Y + rise)}L{at(corner + 6, EYE_Y + end)}"
            drawn += line(crow, colour, 1.2, 0.5 * strength)
    if strength > 0.7:
        drawn += line(
            f"M{at(26, 203)}C{at(30, 206)} {at(33, 204)} {at(35, 199)}", colour, 1.4, 0.45
        )
    return drawn


def _on_forehead(who: Person, mood: Expression, strength: float) -> str:
    if strength <= 0.25:
        return ""
    raised = max(mood.brow_left[1], mood.brow_right[1], 0.0)
    opacity = min(0.6, 0.14 + 0.3 * strength + 0.05 * raised)
    return "".join(
        line(
            f"M{points(CX - 22, y)}C{points(CX - 8, y - 2.5, CX + 8, y - 2.5, CX + 22, y)}",
            who.crease(0.48), 1.3, opacity,
        )
        for y in ((112, 120) if strength > 0.55 else (117,))
    )  # fmt: skip
