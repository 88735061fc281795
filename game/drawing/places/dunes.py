"""The dunes: people walk there, with the sea and its turbines behind them."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.outdoors import birds, sky, turbine, water
from game.drawing.svg import Stop, down, glow, line, number, path, points

# How low it lies, how high it rises, its sand and its grass, the seed of its shape.
_RIDGES = (
    (500.0, 46.0, "#dccdaa", "#b5b78d", "a"), (560.0, 70.0, "#d9c497", "#97a177", "b"),
    (660.0, 96.0, "#e2cfa3", "#87946a", "c"),
)  # fmt: skip
_STEPS = 6  # rises and falls of a ridge


@place(is_outdoors=True)
def dunes(air: Air, w: float) -> str:
    """Three ridges, and a path between them."""
    drawn = sky(air, 0, 0, w, 520, "dunes") + water(air, 0, 452, w, 80)
    for share, size, angle in ((0.62, 74, 12), (0.67, 62, 47), (0.715, 54, 80), (0.755, 46, 25)):
        drawn += turbine(air, w * share, 454, size, angle)
    for base, height, sand, green, seed in _RIDGES:
        drawn += _ridge(air, w, base, height, sand, green, seed)
    flock = ((0.3, 170.0, 15.0), (0.34, 148.0, 11.0), (0.8, 210.0, 12.0))
    return (
        drawn
        + _path_through(air, w)
        + _fence(air, w)
        + birds(
            ((w * x, y, size, size * (0.5 + 0.1 * at)) for at, (x, y, size) in enumerate(flock)),
            air.tint("#5c6a74", 0.2), 2.4, 0.8,
        )
    )  # fmt: skip


def _path_through(air: Air, w: float) -> str:
    return path(
        f"M{points(w * 0.46, 590)}C{points(w * 0.5, 650, w * 0.4, 700, w * 0.34, HEIGHT)}"
        f"H{number(w * 0.56)}C{points(w * 0.52, 720, w * 0.56, 650, w * 0.475, 590)}Z",
        air.tint("#eee0bd"),
        opacity=0.85,
    )


def _fence(air: Air, w: float) -> str:
    drawn = ""
    for post in range(9):
        share = post / 8
        at, base = w * (0.49 + 0.27 * share**1.4), 592 + 150 * share**1.5
        upright = f"M{points(at, base)}V{number(base - 26 - 62 * share)}"
        drawn += line(upright, air.tint("#7b6850"), 3 + 4 * share)
    wire = f"M{points(w * 0.49, 572)}Q{points(w * 0.6, 592, w * 0.76, 690)}"
    return drawn + line(wire, air.tint("#6b5b46"), 1.6, 0.7)


def _ridge(air: Air, w: float, base: float, height: float, sand: str, green: str, seed: str) -> str:
    tops = [base - height * chance(seed, f"h{k}") for k in range(_STEPS + 1)]
    d = f"M{points(0, tops[0])}"
    for k in range(_STEPS):
        x0, x1 = w * k / _STEPS, w * (k + 1) / _STEPS
        middle = (x0 + x1) / 2
        d += f"C{points(middle, tops[k], middle, tops[k + 1], x1, tops[k + 1])}"
    fill = down(
        Stop(0, air.tint(lighter(sand, 0.25))), Stop(35, air.tint(sand)),
        Stop(100, air.tint(darker(sand, 0.1))),
    )  # fmt: skip
    drawn = path(f"{d}V{number(HEIGHT)}H0Z", fill)
    for tuft in range(int(w / 34)):
        lean, rise = chance(f"{seed}x", str(tuft)), chance(f"{seed}y", str(tuft)) ** 2
        ground = _ground(tops, lean) + rise * height * 1.3 + 2
        size = (13 + 17 * rise) * height / 62
        drawn += _marram(air, w * lean, ground, size, green, f"{seed}{tuft}")
    return drawn


def _ground(tops: list[float], share: float) -> float:
    """How high the ridge is, so far along it."""
    k = min(_STEPS - 1, int(share * _STEPS))
    on = share * _STEPS - k
    return tops[k] + (tops[k + 1] - tops[k]) * on * on * (3 - 2 * on)


def _marram(air: Air, x: float, ground: float, tall: float, green: str, seed: str) -> str:
    """A tuft of dune grass, bent by a wind from the west."""
    shade = air.tint(darker(green, 0.25))
    drawn = glow(x + tall * 0.3, ground, tall * 1.5, tall * 0.34, shade, 0.4)
    for blade in range(9):
        bend, high = chance(seed, f"b{blade}"), tall * (0.6 + 0.6 * chance(seed, f"h{blade}"))
        at = x + (blade - 4) * tall * 0.16
        tip = high * ((blade - 4) * 0.1 + 0.28 + 0.3 * bend)
        drawn += line(
            f"M{points(at, ground + 2)}q{points(tip * 0.2, -high * 0.7, tip, -high)}",
            air.tint(mix(green, "#d6cf9c", bend * 0.75)), 1.2 + tall * 0.035, 0.85,
        )  # fmt: skip
    return drawn
