"""A laboratory: shelves, a bench with drawers, a fume cupboard."""

from game.drawing.chance import chance
from game.drawing.scenery.air import Air, place
from game.drawing.scenery.indoors import Hole, floor, frame, plaster, wall
from game.drawing.scenery.outdoors import land, sky, tree
from game.drawing.svg import down, glow, line, number, path, points, rect, turned

_BENCH = 540.0
_LIQUIDS = ("#9fc0c4", "#d9bd86", "#b8cdbb", "#c9d3d6", "#b9c4d4")


@place(table=("#e1e6e4", "#9aa9a6"))
def laboratory(air: Air, w: float) -> str:
    """A window between shelves and a fume cupboard, the bench before it."""
    window = Hole(w * 0.36, 90.0, w * 0.3, 330.0)
    drawn = _garden(air, window) + wall(plaster(air, "#e9ece8", "#c9d1d0"), w, (window,))
    drawn += frame(air, window, 2, 2, "#f7f7f3", 9) + _shelves(air, w)
    drawn += _fume_cupboard(air, w * 0.71, w * 0.25) + _bench(air, w)
    drawn += _microscope(air, w * 0.385)
    drawn += "".join(_flask(air, w * s, _BENCH, f"b{s}") for s in (0.46, 0.5, 0.55, 0.62))
    return drawn + _ceiling(air, w) + floor(air, w, "#aab4b0")


def _garden(air: Air, window: Hole) -> str:
    x, y, width, height = window
    drawn = sky(air, x, y, width, height, "lab") + land(air, x, width, y + height * 0.84, "lab")
    drawn += rect(x, y + height * 0.84, width, 80, air.tint("#9fb091"))
    return drawn + tree(air, x + width * 0.24, y + height * 0.92, 190, "lab")


def _shelves(air: Air, w: float) -> str:
    drawn, x, wide = "", w * 0.04, w * 0.28
    for shelf in range(3):
        y = 190 + shelf * 112.0
        drawn += rect(x, y, wide, 8, air.tint("#a7b3b3"))
        for k in range(int((wide - 20) / 50)):
            drawn += _flask(air, x + 26 + k * 50, y, f"{shelf}{k}")
    return drawn


def _fume_cupboard(air: Air, x: float, wide: float) -> str:
    inside = down(air.tint("#bccac9"), air.tint("#94a8a9"))
    drawn = rect(x, 70, wide, 470, air.tint("#dfe4e2"), 5)
    drawn += rect(x + 20, 150, wide - 40, 330, inside, 3)
    drawn += glow(x + wide / 2, 170, wide * 0.6, 210, air.lit("#ffffff", "#d4ecff"), 0.55)
    drawn += "".join(_flask(air, x + wide * s, 476, f"h{s}") for s in (0.3, 0.5, 0.7))
    drawn += rect(x + 20, 150, wide - 40, 120, "#ffffff", 2, 0.22)
    drawn += rect(x + 20, 266, wide - 40, 8, air.tint("#8fa0a1"))
    drawn += rect(x + 20, 92, 70, 30, air.tint("#4d5d60"), 3)
    trace = f"M{points(x + 30, 107)}h16l5 -8l7 15l5 -7h14"
    return drawn + line(trace, air.lit("#a9dcc0", "#9ff0c4"), 2.2)


def _bench(air: Air, w: float) -> str:
    drawn = rect(0, _BENCH, w, 16, air.tint("#f3f3ee"), 2)
    drawn += rect(0, 556, w, 104, down(air.tint("#9fb3b1"), air.tint("#7f9694")))
    for k in range(12):
        drawn += rect(w * k / 12 + 8, 570, w / 12 - 16, 82, air.tint("#b3c4c1"), 3, 0.8)
        drawn += rect(w * (k + 0.5) / 12 - 18, 584, 36, 5, air.tint("#6d8180"), 2)
    return drawn


def _ceiling(air: Air, w: float) -> str:
    drawn = rect(0, 0, w, 34, air.tint("#d5dad7"))
    for k in range(3):
        at = w * (0.14 + 0.27 * k)
        drawn += rect(at, 26, w * 0.16, 9, air.lit("#ffffff", "#eaf4ff"), 4)
        light = air.lit("#ffffff", "#cfe2ff")
        drawn += glow(w * (0.22 + 0.27 * k), 60, w * 0.15, 120, light, 0.4)
    return drawn


def _flask(air: Air, x: float, base: float, seed: str) -> str:
    liquid = air.tint(_LIQUIDS[int(chance(seed, "flask") * 4.99)], 0.35)
    high = 44 + 22 * chance(seed, "high")
    body, fill = (_cone if chance(seed, "kind") < 0.5 else _beaker)(x, base, high)
    drawn = path(body, air.tint("#ffffff", 0.3), opacity=0.42) + path(fill, liquid, opacity=0.8)
    return drawn + path(body, stroke=air.tint("#8fa3a6", 0.4), width=1.6, opacity=0.7)


def _cone(x: float, base: float, high: float) -> tuple[str, str]:
    """Path data of a conical flask and of what is in it."""
    body = (
        f"M{points(x - 5, base - high)}h10v{number(high * 0.42)}"
        f"l13 {number(high * 0.58 - 4)}q1 4 -4 4h-28q-5 0 -4 -4l13 {number(-high * 0.58 + 4)}z"
    )
    fill = (
        f"M{points(x - 11, base - high * 0.34)}h22l7 {number(high * 0.34 - 4)}"
        "q1 4 -4 4h-28q-5 0 -4 -4z"
    )
    return body, fill


def _beaker(x: float, base: float, high: float) -> tuple[str, str]:
    """Path data of a beaker and of what is in it."""
    body, fill = (
        f"M{points(x - 12, base - top)}h24v{number(top - 4)}q0 4 -4 4h-16q-4 0 -4 -4z"
        for top in (high, high * 0.55)
    )
    return body, fill


def _microscope(air: Air, x: float) -> str:
    ink, pale = air.tint("#4d585c", 0.5), air.tint("#e8e9e4", 0.5)
    drawn = rect(x - 36, _BENCH - 12, 80, 12, ink, 4)
    drawn += path(f"M{points(x + 26, _BENCH - 12)}q26 -52 -16 -92", stroke=ink, width=12)
    tube = rect(x - 11, _BENCH - 132, 22, 70, pale, 4) + rect(x - 7, _BENCH - 66, 14, 20, ink, 3)
    tube += rect(x - 8, _BENCH - 146, 16, 18, ink, 3)
    return drawn + turned(tube, 18, x, _BENCH - 90) + rect(x - 30, _BENCH - 40, 46, 6, ink, 2)
