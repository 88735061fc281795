"""Eyes and brows."""

from game.drawing.colours import brightness, darker, mix
from game.drawing.people.expression import Expression
from game.drawing.people.person import CX, EYE_Y, Person
from game.drawing.svg import ellipse, line, path, points


def eyes(who: Person, mood: Expression) -> str:
    """Both eyes, open as far as the mood has it."""
    return _eye(who, mood, -1) + _eye(who, mood, 1)


def brows(who: Person, mood: Expression) -> str:
    """Both brows; separate, so that a fringe can lie over them."""
    return _brow(who, mood.brow_left, -1) + _brow(who, mood.brow_right, 1)


def _brow(who: Person, ends: tuple[float, float], side: int) -> str:
    inner, outer = ends
    x = CX + side * who.gap
    y = EYE_Y - 18.5 - (1.5 if who.is_soft else 0.0)
    start = (x - side * 12.5, y + 1.0 - inner)
    end = (x + side * 15.5, y + 2.5 - outer)
    arch = (2.4 if who.is_soft else 1.0) + 0.12 * abs(outer - inner)
    middle = (x + side * 4.0, (start[1] + end[1]) / 2 - 4.6 - arch)
    below = (middle[0], middle[1] + who.brow * 1.15, start[0], start[1] + who.brow * 0.75)
    return path(
        f"M{points(*start)}Q{points(*middle, *end)}Q{points(*below)}Z",
        who.brows, stroke=who.brows, width=1.5, opacity=0.94,
    )  # fmt: skip


def _eye(who: Person, mood: Expression, side: int) -> str:
    x, y, size = CX + side * who.gap, EYE_Y, who.eye
    droop = max(0.0, (who.age - 60) / 40) * 0.12
    lid, low = mood.lid - droop, mood.lower
    inner, outer = x - side * 11.2 * size, x + side * 11.2 * size
    ink = mix(darker(who.skin, 0.8), "#1d1512", 0.55)

    def upper_lid(lift: float = 0.0) -> str:
        top = y - 8.2 * lid * size - lift, y - 10.0 * lid * size - lift
        return (
            f"M{points(inner, y + 2.2 - lift)}C{points(inner + side * 4, top[0])}"
            f" {points(outer - side * 6, top[1])} {points(outer, y - 0.8 - lift)}"
        )

    lower_lid = (
        f"C{points(outer - side * 5, y + 7.2 * low * size)}"
        f" {points(inner + side * 5, y + 6.6 * low * size)} {points(inner, y + 2.2)}"
    )
    white = mix("#fbf8f2", who.skin, 0.10 if brightness(who.skin) > 0.5 else 0.16)
    drawn = path(f"{upper_lid()}{lower_lid}Z", white)
    drawn += line(upper_lid(-1.6), who.crease(0.5), 2.0, 0.28)
    drawn += _iris(who, mood, x, y - 6.9 * lid * size + 0.6, y + 4.9 * low * size - 0.2)
    drawn += line(f"M{points(outer - side * 1, y + 0.6)}{lower_lid}", who.crease(0.7), 1.1, 0.5)
    drawn += line(upper_lid(4.2), who.crease(0.6), 1.4, 0.55)
    drawn += line(upper_lid(), ink, 2.9 if who.is_soft else 2.3)
    if who.is_soft:
        lash = f"M{points(outer - side * 1.5, y - 2)}L{points(outer + side * 3.0, y - 4.4)}"
        drawn += line(lash, ink, 2.0)
    return drawn


def _iris(who: Person, mood: Expression, eye_x: float, top: float, bottom: float) -> str:
    """Iris, pupil and a sparkle, between the lids."""
    x, y = eye_x + mood.gaze[0] + who.turn * 0.12, EYE_Y - 0.9 + mood.gaze[1] * 0.8
    radius = 6.0 * who.eye
    drawn = _disc(x, y, radius, top, bottom, who.iris)
    drawn += _disc(x, y, radius * 0.55, top, bottom, "#17120f")
    return drawn + ellipse(x - 2.2, max(y - 2.4, top + 2.0), 1.75, 1.75, "#ffffff", 0.95)


def _disc(x: float, y: float, radius: float, top: float, bottom: float, colour: str) -> str:
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
