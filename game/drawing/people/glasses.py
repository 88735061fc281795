"""Glasses, in one of three shapes and three frames."""

from game.drawing.people.person import CX, EYE_Y, Person
from game.drawing.svg import line, path, points

_FRAMES = ("#2f2a2c", "#6b4a38", "#4a5563")


def glasses(who: Person) -> str:
    """Two lenses, the bridge between them and the sides."""
    if not who.has_glasses:
        return ""
    frame, drawn = _FRAMES[who.pick // 3 % 3], ""
    for side in (-1, 1):
        x, y = CX + side * who.gap, EYE_Y + 1.5
        lens = _lens(who.pick % 3, x, y)
        drawn += path(lens, "#ffffff", opacity=0.13)
        drawn += line(f"M{points(x - 10, y - 7)}l7 -4", "#ffffff", 2.2, 0.5)
        drawn += line(lens, frame, 2.6)
        temple = f"M{points(x + side * 18.5, y - 5)}L{points(CX + side * (who.cheek + 1), y - 7)}"
        drawn += line(temple, frame, 2.4, 0.85)
    inner = who.gap - 18
    bridge = f"M{points(CX - inner, EYE_Y - 2)}q{points(inner, -5, inner * 2, 0)}"
    return drawn + line(bridge, frame, 2.6)


def _lens(kind: int, x: float, y: float) -> str:
    """Path data of a round, a tapering or a squarish lens around a point."""
    if kind == 0:
        return f"M{points(x - 18, y)}a18 17 0 1 1 36 0a18 17 0 1 1 -36 0z"
    if kind == 1:
        return (
            f"M{points(x - 18, y - 13)}h36q3 0 2 5l-3 15q-2 8 -10 8h-14q-8 0 -10 -8"
            "l-3 -15q-1 -5 2 -5z"
        )
    return f"M{points(x - 19, y - 6)}q0 -8 8 -8h22q8 0 8 8v10q0 11 -11 11h-16q-11 0 -11 -11z"
