"""What lies outside: sky, water, land, trees, turbines, birds."""

from collections.abc import Iterable
from math import cos, sin

from game.drawing.chance import chance
from game.drawing.colours import lighter, mix
from game.drawing.scenery.air import Air
from game.drawing.svg import Stop, down, ellipse, glow, line, number, path, points, rect, turned


def sky(air: Air, left: float, top: float, width: float, height: float, seed: str = "") -> str:
    """A high Dutch sky with clouds that grow smaller towards the horizon."""
    zenith, middle, low = air.sky
    drawn = rect(left, top, width, height, down(Stop(0, zenith), Stop(52, middle), Stop(100, low)))
    drawn += glow(left + width * 0.26, top + height, width * 0.5, height * 0.6, air.sun, 0.55)
    rows = ((0.16, 1.0), (0.36, 0.8), (0.56, 0.55), (0.72, 0.36))
    for row, (share, size) in enumerate(rows):
        count = max(2, int(width / (420 * size)))
        for place in range(count):
            lean = chance(f"{seed}{row}", f"cloud{place}")
            x = left + width * (place + 0.15 + 0.8 * lean) / count
            y = top + height * (share + 0.07 * (lean - 0.5))
            drawn += _cloud(air, x, y, 95 * size * (0.7 + 0.7 * lean), f"{seed}{row}{place}")
    return drawn


def _cloud(air: Air, x: float, y: float, size: float, seed: str) -> str:
    """A cumulus of soft pools: lit from the upper left, grey and flat beneath."""
    strength = air.dim(0.82, 0.34)
    drawn = glow(
        x + size * 0.15, y + size * 0.2, size * 1.75, size * 0.3, air.cloud_shade, strength * 0.6
    )
    drawn += glow(x, y - size * 0.08, size * 1.15, size * 0.24, air.cloud, strength * 0.8)
    for place in range(10):
        share = place / 9
        lean = chance(seed, f"puff{place}")
        height = (1 - (share * 2 - 1) ** 2) ** 0.5 * size * (0.12 + 0.42 * lean)
        drawn += glow(
            x + (share - 0.5) * size * 2.3, y - height, size * (0.38 + 0.3 * lean),
            size * (0.22 + 0.17 * lean), air.cloud, strength,
        )  # fmt: skip
    return drawn + glow(
        x + size * 0.1, y + size * 0.12, size * 1.25, size * 0.11, air.cloud_shade, strength * 0.55
    )


def water(air: Air, left: float, top: float, width: float, height: float) -> str:
    """Water to the horizon, with the light of the sky on it."""
    near, far = air.tint("#5f879a", 0.62), mix(air.tint("#9db8bf", 0.5), air.sky[2], 0.3)
    drawn = rect(left, top, width, height, down(far, near))
    drawn += glow(left + width * 0.26, top, width * 0.3, height * 0.9, air.sun, 0.45)
    for place in range(int(height / 7)):
        y = top + 4 + place * 7 * (1 + place * 0.05)
        if y > top + height - 2:
            break
        x = left + width * chance("water", str(place)) * 0.85
        reach = min(40 + 150 * chance("reach", str(place)), left + width - x)
        drawn += line(f"M{points(x, y)}h{number(reach)}", lighter(far, 0.4), 1.6, 0.35)
    return drawn


def land(air: Air, left: float, width: float, y: float, seed: str, colour: str = "#8d9f8c") -> str:
    """A far shore: low trees and a spire, all in haze."""
    tone = mix(air.tint(colour, 0.55), air.sky[2], 0.4)
    drawn = rect(left, y - 5, width, 10, tone)
    x = left
    while x < left + width:
        lean = chance(seed, number(x))
        drawn += ellipse(x, y - 4, 16 + 26 * lean, 6 + 12 * lean, tone)
        x += 24 + 40 * lean
    spire = left + width * (0.3 + 0.4 * chance(seed, "spire"))
    return drawn + path(f"M{points(spire - 7, y)}v-44l7 -34l7 34v44z", tone)


def tree(air: Air, x: float, base: float, size: float, seed: str) -> str:
    """A tree in early leaf, some way off: soft, with the light on its left."""
    drawn = _trunk(x, base, size, mix(air.tint("#75675a", 0.55), air.sky[2], 0.18))
    for place in range(34):
        turn, far = 6.283 * chance(seed, f"t{place}"), chance(seed, f"f{place}") ** 0.6
        dx, dy = cos(turn) * far * size * 0.34, sin(turn) * far * size * 0.29
        sunny = max(0.0, min(1.0, 0.5 - dx / size - dy / size))
        leaf = mix(air.tint(mix("#6d8768", "#b9c78f", sunny), 0.55), air.sky[2], 0.16)
        drawn += glow(x + dx, base - size * 0.68 + dy, size * 0.13, size * 0.11, leaf, 0.75)
    return drawn


def _trunk(x: float, base: float, size: float, bark: str) -> str:
    def at(dx: float, rise: float) -> str:
        return points(x + size * dx, base - size * rise)

    drawn = path(
        f"M{at(-0.026, 0)}C{at(-0.012, 0.2)} {at(-0.014, 0.3)} {at(-0.012, 0.5)}"
        f"h{number(size * 0.024)}C{at(0.014, 0.3)} {at(0.012, 0.2)} {at(0.026, 0)}Z",
        bark,
    )
    for side, rise in ((-1, 0.34), (1, 0.42), (-1, 0.5)):
        bend = points(side * size * 0.06, -size * 0.12, side * size * 0.17, -size * 0.2)
        drawn += line(f"M{at(0, rise)}q{bend}", bark, size * 0.012)
    return drawn


def turbine(air: Air, x: float, base: float, size: float, angle: int) -> str:
    """A wind turbine far away; `angle` of its first blade, in degrees."""
    colour, hub = mix(air.tint("#fbfaf6", 0.35), air.sky[1], 0.15), base - size
    mast = path(
        f"M{points(x - size * 0.016, base)}L{points(x - size * 0.008, hub)}"
        f"h{number(size * 0.016)}L{points(x + size * 0.016, base)}Z",
        colour,
    )
    blade = path(
        f"M{points(x - size * 0.01, hub)}"
        f"Q{points(x - size * 0.035, hub - size * 0.18, x, hub - size * 0.6)}"
        f"Q{points(x + size * 0.015, hub - size * 0.2, x + size * 0.012, hub)}Z",
        colour,
    )
    blades = "".join(turned(blade, angle + turn, x, hub) for turn in (0, 120, 240))
    return mast + blades + ellipse(x, hub, size * 0.02, size * 0.02, colour)


def birds(
    flock: Iterable[tuple[float, float, float, float]], colour: str, width: float, opacity: float
) -> str:
    """Gulls: x, y, half the span and how high the wings are of each."""
    drawn = ""
    for x, y, size, lift in flock:
        drawn += line(
            f"M{points(x - size, y - lift)}Q{points(x - size * 0.4, y - lift, x, y)}"
            f"Q{points(x + size * 0.4, y - lift, x + size, y - lift * 0.8)}",
            colour, width, opacity,
        )  # fmt: skip
    return drawn
