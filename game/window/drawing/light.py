"""Light, air and what lies outside: the parts that places are built from. 900 units high."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, sin

from game.window.drawing.colours import Tone, at_dusk, darker, lighter, mix
from game.window.drawing.face import points
from game.window.drawing.person import chance
from game.window.drawing.svg import (
    Fill,
    Paint,
    Stop,
    across,
    down,
    ellipse,
    glow,
    line,
    number,
    path,
    rect,
)

HEIGHT = 900.0
Hole = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True, slots=True)
class Air:
    """The hour of the day; a place is drawn in daylight colours and tinted by it."""

    is_dark: bool
    sky: tuple[str, str, str]  # from the zenith to the horizon
    cloud: str
    cloud_shade: str
    sun: str

    def tint(self, colour: str, depth: float = 0.66) -> str:
        """The colour as it looks at this hour; a larger depth is darker at dusk."""
        return at_dusk(colour, min(1.0, depth * 1.2)) if self.is_dark else colour

    def lit(self, colour: str, at_night: str) -> str:
        """The first by day; by night the second, for whatever gives light itself."""
        return at_night if self.is_dark else colour


_AIRS: dict[Tone, Air] = {
    "light": Air(False, ("#93b6cd", "#c3d7df", "#f1e8d8"), "#ffffff", "#9fb2c0", "#fff3d9"),
    "dark": Air(True, ("#141f38", "#35426a", "#c78b6d"), "#7d7f9c", "#1c2641", "#e9a873"),
}


def air(tone: Tone) -> Air:
    """The hour that belongs to the tone of a theme."""
    return _AIRS[tone]


def sky(a: Air, left: float, top: float, width: float, height: float, seed: str = "") -> str:
    """A high Dutch sky with clouds that grow smaller towards the horizon."""
    zenith, middle, low = a.sky
    drawn = rect(left, top, width, height, down(Stop(0, zenith), Stop(52, middle), Stop(100, low)))
    drawn += glow(left + width * 0.26, top + height, width * 0.5, height * 0.6, a.sun, 0.55)
    rows = ((0.16, 1.0), (0.36, 0.8), (0.56, 0.55), (0.72, 0.36))
    for row, (share, size) in enumerate(rows):
        count = max(2, int(width / (420 * size)))
        for place in range(count):
            lean = chance(f"{seed}{row}", f"cloud{place}")
            x = left + width * (place + 0.15 + 0.8 * lean) / count
            y = top + height * (share + 0.07 * (lean - 0.5))
            drawn += cloud(a, x, y, 95 * size * (0.7 + 0.7 * lean), f"{seed}{row}{place}")
    return drawn


def cloud(a: Air, x: float, y: float, size: float, seed: str) -> str:
    """A cumulus of soft pools: lit from the upper left, grey and flat beneath."""
    strength = 0.34 if a.is_dark else 0.82
    drawn = glow(
        x + size * 0.15, y + size * 0.2, size * 1.75, size * 0.3, a.cloud_shade, strength * 0.6
    )
    drawn += glow(x, y - size * 0.08, size * 1.15, size * 0.24, a.cloud, strength * 0.8)
    for place in range(10):
        share = place / 9
        lean = chance(seed, f"puff{place}")
        height = (1 - (share * 2 - 1) ** 2) ** 0.5 * size * (0.12 + 0.42 * lean)
        across_x = x + (share - 0.5) * size * 2.3
        drawn += glow(
            across_x, y - height, size * (0.38 + 0.3 * lean), size * (0.22 + 0.17 * lean),
            a.cloud, strength,
        )  # fmt: skip
    return drawn + glow(
        x + size * 0.1, y + size * 0.12, size * 1.25, size * 0.11, a.cloud_shade, strength * 0.55
    )


def water(a: Air, left: float, top: float, width: float, height: float) -> str:
    """Water to the horizon, with the light of the sky on it."""
    near, far = a.tint("#5f879a", 0.62), mix(a.tint("#9db8bf", 0.5), a.sky[2], 0.3)
    drawn = rect(left, top, width, height, down(Stop(0, far), Stop(100, near)))
    drawn += glow(left + width * 0.26, top, width * 0.3, height * 0.9, a.sun, 0.45)
    for place in range(int(height / 7)):
        y = top + 4 + place * 7 * (1 + place * 0.05)
        if y > top + height - 2:
            break
        lean = chance("water", str(place))
        x = left + width * lean * 0.85
        reach = 40 + 150 * chance("reach", str(place))
        ripple = f"M{points(x, y)}h{number(min(reach, left + width - x))}"
        drawn += line(ripple, lighter(far, 0.4), 1.6, 0.35)
    return drawn


def land(a: Air, left: float, width: float, y: float, seed: str, colour: str = "#8d9f8c") -> str:
    """A far shore: low trees, a spire, a row of roofs, all in haze."""
    tone = mix(a.tint(colour, 0.55), a.sky[2], 0.4)
    drawn = rect(left, y - 5, width, 10, tone)
    x = left
    while x < left + width:
        lean = chance(seed, number(x))
        drawn += ellipse(x, y - 4, 16 + 26 * lean, 6 + 12 * lean, tone)
        x += 24 + 40 * lean
    spire = left + width * (0.3 + 0.4 * chance(seed, "spire"))
    drawn += path(f"M{points(spire - 7, y)}v-44l7 -34l7 34v44z", tone)
    return drawn


def wall(colour_fill: Fill, width: float, bottom: float, holes: Iterable[Hole]) -> str:
    """A wall over everything so far, with rectangular openings."""
    cut = "".join(f"M{points(x, y)}v{number(h)}h{number(w)}v{number(-h)}z" for x, y, w, h in holes)
    d = f"M0 0H{number(width)}V{number(bottom)}H0Z{cut}"
    return path(d, colour_fill).replace("<path ", '<path fill-rule="evenodd" ')


def frame(a: Air, hole: Hole, columns: int, rows: int, colour: str, bar: float = 9.0) -> str:
    """A window frame around an opening, with glazing bars, a reveal and a sill."""
    x, y, w, h = hole
    wood, shade = a.tint(colour, 0.7), a.tint(darker(colour, 0.22), 0.7)
    drawn = rect(x, y, w, bar * 1.2, shade, opacity=0.75) + rect(
        x, y, bar * 0.9, h, shade, opacity=0.5
    )
    drawn += path(
        f"M{points(x, y)}h{number(w)}v{number(h)}h{number(-w)}z",
        "none",
        stroke=wood,
        width=bar * 1.4,
    )
    for place in range(1, columns):
        at = x + w * place / columns
        drawn += rect(at - bar / 2, y, bar, h, wood) + rect(at + bar / 2 - 2, y, 2, h, shade)
    for place in range(1, rows):
        at = y + h * place / rows
        drawn += rect(x, at - bar / 2, w, bar, wood) + rect(x, at + bar / 2 - 2, w, 2, shade)
    drawn += rect(x - bar * 1.8, y + h, w + bar * 3.6, bar * 1.5, wood, 2)
    return drawn + rect(x - bar * 1.8, y + h + bar * 1.5, w + bar * 3.6, bar * 0.8, shade, 2, 0.55)


def beam(a: Air, corners: Sequence[float], strength: float = 0.3) -> str:
    """A slanting patch of daylight, from the coordinates of its corners."""
    steps = "L".join(points(*corners[at : at + 2]) for at in range(0, len(corners), 2))
    return path(
        f"M{steps}Z", a.lit("#fff4dc", "#7f8fb5"), opacity=strength * (0.14 if a.is_dark else 1)
    )


def plaster(a: Air, colour: str, shade: str) -> Paint:
    """How light falls along a wall: from the left."""
    return across(
        Stop(0, a.tint(lighter(colour, 0.35))), Stop(55, a.tint(colour)), Stop(100, a.tint(shade))
    )


def floor(a: Air, width: float, top: float, colour: str) -> str:
    """A floor that comes towards the viewer."""
    return rect(
        0, top, width, HEIGHT - top,
        down(Stop(0, a.tint(darker(colour, 0.12))), Stop(100, a.tint(lighter(colour, 0.08)))),
    )  # fmt: skip


def pendant(a: Air, x: float, length: float, size: float, colour: str) -> str:
    """A hanging lamp; at dusk it is lit."""
    drawn = line(f"M{points(x, 0)}V{number(length)}", a.tint("#4d4944"), 2.4)
    shade = a.tint(colour, 0.45)
    drawn += path(
        f"M{points(x - size * 0.2, length)}h{number(size * 0.4)}"
        f"C{points(x + size * 0.5, length + size * 0.14)} "
        f"{points(x + size * 0.95, length + size * 0.5)} "
        f"{points(x + size, length + size * 0.8)}"
        f"H{number(x - size)}"
        f"C{points(x - size * 0.95, length + size * 0.5)} "
        f"{points(x - size * 0.5, length + size * 0.14)} "
        f"{points(x - size * 0.2, length)}"
        "Z",
        across(Stop(0, lighter(shade, 0.22)), Stop(100, darker(shade, 0.2))),
    )
    bulb = length + size * 0.8
    drawn += ellipse(x, bulb, size * 0.98, size * 0.09, a.lit("#fff8e6", "#ffd9a0"))
    return drawn + glow(
        x, bulb + size * 0.9, size * 4.6, size * 3.6, "#ffcf8f", 0.55 if a.is_dark else 0.10
    )


def plant(a: Air, x: float, base: float, size: float, seed: str) -> str:
    """A plant with long leaves in a pot."""
    drawn = ""
    for place in range(11):
        lean = (place - 5) / 5
        reach = size * (0.75 + 0.5 * chance(seed, f"leaf{place}"))
        tip_x, tip_y = x + lean * reach * 0.72, base - size * 0.5 - reach * (1 - abs(lean) * 0.45)
        green = a.tint(mix("#7d9a72", "#45654f", chance(seed, f"tone{place}")))
        drawn += path(
            f"M{points(x, base - size * 0.4)}"
            f"Q{points(x + lean * size * 0.1 - 9, (base + tip_y) / 2 - size * 0.2)} "
            f"{points(tip_x, tip_y)}"
            f"Q{points(x + lean * size * 0.3 + 11, (base + tip_y) / 2, x, base - size * 0.4)}Z",
            green,
        )
    pot = a.tint("#c07f5c")
    return drawn + path(
        f"M{points(x - size * 0.27, base - size * 0.46)}h{number(size * 0.54)}"
        f"l{points(-size * 0.08, size * 0.46)}"
        f"h{number(-size * 0.38)}z",
        across(Stop(0, lighter(pot, 0.14)), Stop(100, darker(pot, 0.2))),
    )


def tree(a: Air, x: float, base: float, size: float, seed: str) -> str:
    """A tree in early leaf, some way off: soft, with the light on its left."""
    bark = mix(a.tint("#75675a", 0.55), a.sky[2], 0.18)
    drawn = path(
        f"M{points(x - size * 0.026, base)}"
        f"C{points(x - size * 0.012, base - size * 0.2)} "
        f"{points(x - size * 0.014, base - size * 0.3)} "
        f"{points(x - size * 0.012, base - size * 0.5)}"
        f"h{number(size * 0.024)}"
        f"C{points(x + size * 0.014, base - size * 0.3)} "
        f"{points(x + size * 0.012, base - size * 0.2)} "
        f"{points(x + size * 0.026, base)}"
        "Z",
        bark,
    )
    for side, rise in ((-1, 0.34), (1, 0.42), (-1, 0.5)):
        drawn += line(
            f"M{points(x, base - size * rise)}"
            f"q{points(side * size * 0.06, -size * 0.12)} "
            f"{points(side * size * 0.17, -size * 0.2)}",
            bark,
            size * 0.012,
        )
    for place in range(34):
        turn, far = 6.283 * chance(seed, f"t{place}"), chance(seed, f"f{place}") ** 0.6
        dx, dy = cos(turn) * far * size * 0.34, sin(turn) * far * size * 0.29
        sunny = max(0.0, min(1.0, 0.5 - dx / size - dy / size))
        leaf = mix(a.tint(mix("#6d8768", "#b9c78f", sunny), 0.55), a.sky[2], 0.16)
        drawn += glow(x + dx, base - size * 0.68 + dy, size * 0.13, size * 0.11, leaf, 0.75)
    return drawn


def turbine(a: Air, x: float, base: float, size: float, angle: int) -> str:
    """A wind turbine far away."""
    colour = mix(a.tint("#fbfaf6", 0.35), a.sky[1], 0.15)
    hub = base - size
    drawn = path(
        f"M{points(x - size * 0.016, base)}L{points(x - size * 0.008, hub)}"
        f"h{number(size * 0.016)}L{points(x + size * 0.016, base)}Z",
        colour,
    )
    blades = "".join(
        f'<g transform="rotate({angle + turn} {points(x, hub)})">'
        + path(
            f"M{points(x - size * 0.01, hub)}"
            f"Q{points(x - size * 0.035, hub - size * 0.18)} "
            f"{points(x, hub - size * 0.6)}"
            f"Q{points(x + size * 0.015, hub - size * 0.2, x + size * 0.012, hub)}Z",
            colour,
        )
        + "</g>"
        for turn in (0, 120, 240)
    )
    return drawn + blades + ellipse(x, hub, size * 0.02, size * 0.02, colour)


def picture(a: Air, x: float, y: float, w: float, h: float, kind: str) -> str:
    """A framed picture: a polder, a portrait or a print."""
    drawn = rect(x + 5, y + 8, w, h, a.tint("#6b5d4a"), 2, 0.3)
    drawn += rect(x, y, w, h, a.tint("#7a6046", 0.6), 2)
    drawn += rect(x + 7, y + 7, w - 14, h - 14, a.tint("#f2ecdf", 0.6), 1)
    ix, iy, iw, ih = x + 17, y + 17, w - 34, h - 34
    if kind == "portrait":
        drawn += rect(
            ix - 6,
            iy - 6,
            iw + 12,
            ih + 12,
            down(Stop(0, a.tint("#7b7466")), Stop(100, a.tint("#4e4a42"))),
        )
        drawn += ellipse(x + w / 2, iy + ih * 0.4, iw * 0.2, ih * 0.19, a.tint("#c9a487", 0.55))
        return drawn + path(
            f"M{points(ix, iy + ih + 6)}"
            f"C{points(ix + iw * 0.06, iy + ih * 0.6)} "
            f"{points(ix + iw * 0.94, iy + ih * 0.6)} {points(ix + iw, iy + ih + 6)}"
            "Z",
            a.tint("#2f3640"),
        )
    if kind == "polder":
        drawn += rect(
            ix,
            iy,
            iw,
            ih,
            down(
                Stop(0, a.tint("#a9c3cf", 0.5)),
                Stop(64, a.tint("#efe5d0", 0.5)),
                Stop(66, a.tint("#8fa07c", 0.5)),
                Stop(100, a.tint("#65805f", 0.5)),
            ),
        )
        return drawn + line(
            f"M{points(ix + iw * 0.5, iy + ih * 0.66)}L{points(ix + iw * 0.42, iy + ih)}",
            a.tint("#d8e2e2", 0.5),
            3,
            0.8,
        )
    drawn += ellipse(x + w * 0.42, y + h * 0.42, iw * 0.22, iw * 0.22, a.tint("#c9704a", 0.5))
    drawn += rect(ix, iy + ih * 0.55, iw, ih * 0.2, a.tint("#2d5d73", 0.5))
    return drawn + rect(ix, iy + ih * 0.75, iw, ih * 0.25, a.tint("#d7b97c", 0.5))
