"""On a dyke: grass, sheep and a cart track, with wide water on one side and roofs on the other."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.outdoors import birds, land, sky, tree, turbine, water
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import Stop, across, down, ellipse, glow, line, number, path, points, rect

_HORIZON = 430.0
_NEAR, _FAR = -0.64, 9.0
# In front, from the middle of the crest: its edges, the foot of each slope; how low they lie.
_LEFT, _RIGHT, _WATER, _FIELD, _CREST, _FOOT = -330.0, 330.0, -1150.0, 1500.0, 660.0, 980.0


@place(is_outdoors=True)
def dyke(air: Air, w: float) -> str:
    """The crest leads to the horizon; wind in the grass, a table at the far end."""
    return seen_along(air, w, w / 2)


def seen_along(air: Air, w: float, x: float) -> str:
    """The dyke as it leads away from that spot."""
    eye = Eye(x, _HORIZON)
    drawn = sky(air, 0, 0, w, _HORIZON + 20, "dyke") + land(air, 0, w, _HORIZON, "dyke")
    for share, size, angle in ((0.09, 70, 12), (0.14, 60, 47), (0.19, 52, 80), (0.24, 46, 25)):
        drawn += turbine(air, w * share, _HORIZON, size, angle)
    drawn += water(air, 0, _HORIZON, x + 240, HEIGHT - _HORIZON) + _village(air, eye, w)
    drawn += _slopes(air, eye) + _basalt(air, eye) + _track(air, eye)
    drawn += _posts(air, eye) + _sheep(air, eye) + _picnic(air, eye)
    drawn += _grass(air, eye, w)
    flock = ((0.3, 190.0, 16.0), (0.34, 168.0, 12.0), (0.62, 130.0, 13.0))
    gulls = ((w * x, y, size, size * 0.5) for x, y, size in flock)
    return drawn + birds(gulls, air.tint("#f8f7f2", 0.3), 2.8, 0.9)


def _village(air: Air, eye: Eye, w: float) -> str:
    """Fields below the level of the water, a ditch, roofs and a church behind trees."""
    drawn = rect(
        eye.x,
        _HORIZON,
        w - eye.x,
        HEIGHT - _HORIZON,
        down(air.tint("#a9b98c"), air.tint("#8aa06c")),
    )
    for ditch in (900.0, 1700.0, 2900.0):
        drawn += path(
            eye.level(ditch, ditch + 60, _FOOT, (0.2, _FAR)),
            air.lit("#c3d3d6", "#5c648a"),
            opacity=0.8,
        )
    for at, (dx, size) in enumerate(
        ((250.0, 88.0), (330.0, 70.0), (452.0, 96.0), (560.0, 78.0), (690.0, 104.0))
    ):
        x, base = eye.x + dx, _HORIZON + 18 + 3 * at
        roof = air.tint(("#a9604a", "#8d5a48", "#b06f52")[at % 3], 0.6)
        drawn += tree(air, x - size * 0.7, base, 110 + 12 * at, f"yard{at}")
        drawn += rect(x, base - size * 0.28, size, size * 0.32, air.tint("#e3d8c3", 0.6))
        drawn += path(
            (
                f"M{points(x - 6, base - size * 0.28)}l{points(size * 0.22, -size * 0.3)}"
                f"h{number(size * 0.56)}l{points(size * 0.34, size * 0.3)}z"
            ),
            roof,
        )
        lit = air.lit("#8fa3ab", "#ffd08a")
        drawn += "".join(
            rect(x + size * s, base - size * 0.2, size * 0.12, size * 0.13, lit)
            for s in (0.16, 0.46, 0.74)
        )
    return drawn


def _slopes(air: Air, eye: Eye) -> str:
    """The outer slope to the water, the inner one to the fields, and the crest between."""
    lit_, shade = air.tint("#9cb574"), air.tint("#6f8a55")
    outer = eye.sheet(
        (_LEFT, _CREST, _NEAR), (_LEFT, _CREST, _FAR), (_WATER, _FOOT, _FAR), (_WATER, _FOOT, _NEAR)
    )
    inner = eye.sheet(
        (_RIGHT, _CREST, _NEAR),
        (_RIGHT, _CREST, _FAR),
        (_FIELD, _FOOT, _FAR),
        (_FIELD, _FOOT, _NEAR),
    )
    drawn = path(outer, across(lit_, lighter(lit_, 0.14))) + path(
        inner, across(darker(shade, 0.02), lighter(shade, 0.14))
    )
    crest = eye.level(_LEFT, _RIGHT, _CREST, (_NEAR, _FAR))
    return drawn + path(crest, down(lighter(lit_, 0.16), air.tint("#86a061")))


def _basalt(air: Air, eye: Eye) -> str:
    """Stones at the foot, and a line of foam."""
    x0, y0 = _WATER, _FOOT
    inner = (_WATER + (_LEFT - _WATER) * 0.24, _FOOT + (_CREST - _FOOT) * 0.24)
    strip = eye.sheet((*inner, _NEAR), (*inner, _FAR), (x0, y0, _FAR), (x0, y0, _NEAR))
    drawn = path(strip, air.tint("#5f6669"))
    for stone in range(90):
        depth = -0.4 + 5 * chance("basalt", f"{stone}z") ** 2
        up = chance(f"{stone}", "basalt")
        x, y = x0 + (inner[0] - x0) * up, y0 + (inner[1] - y0) * up
        at, size = eye.at(x, y, depth), eye.share(depth)
        tone = mix("#7d8486", "#454c50", chance("tone", f"{stone}t"))
        drawn += ellipse(*at, 26 * size, 11 * size, air.tint(tone))
    foam = eye.lines(((x0 - 12, y0, _NEAR), (x0 - 12, y0, _FAR)))
    return drawn + line(foam, air.tint("#f4f6f2", 0.4), 5, 0.6)


def _track(air: Air, eye: Eye) -> str:
    """Two wheel tracks of shells."""
    drawn = ""
    for x in (-70.0, 70.0):
        track = eye.level(x - 34, x + 34, _CREST, (_NEAR, _FAR))
        drawn += path(track, air.tint("#d9cfb4"), opacity=0.85)
    return drawn


def _posts(air: Air, eye: Eye) -> str:
    wood, drawn = air.tint("#7b6850"), ""
    wires = [
        ((_RIGHT - 24, _CREST - high, _NEAR), (_RIGHT - 24, _CREST - high, _FAR))
        for high in (60.0, 108.0)
    ]
    drawn += line(eye.lines(*wires), air.tint("#5b5348"), 1.6, 0.7)
    for depth in (6.0, 4.2, 3.0, 2.1, 1.4, 0.86, 0.44, 0.12, -0.14):
        post = eye.lines(((_RIGHT - 24, _CREST - 128, depth), (_RIGHT - 24, _CREST, depth)))
        drawn += line(post, wood, 13 * eye.share(depth))
    return drawn


def _sheep(air: Air, eye: Eye) -> str:
    drawn = ""
    for at, (across_, depth) in enumerate(
        ((0.2, 2.6), (0.38, 1.9), (0.24, 1.3), (0.5, 2.2), (0.44, 0.9))
    ):
        x = _LEFT + (_WATER - _LEFT) * across_
        y = _CREST + (_FOOT - _CREST) * across_
        left, low = eye.at(x, y, depth)
        size = 62 * eye.share(depth)
        wool, face = air.tint("#f1ece0", 0.55), air.tint("#3a3530", 0.5)
        side = 1 if at % 2 else -1
        for leg in (-0.5, -0.25, 0.25, 0.5):
            drawn += line(
                (f"M{points(left + leg * size, low - size * 0.5)}v{number(size * 0.5)}"),
                face,
                size * 0.12,
            )
        for puff in range(7):
            dx, dy = (puff - 3) / 3, chance("wool", f"{at}{puff}")
            drawn += ellipse(
                left + dx * size * 0.6,
                low - size * (0.72 + 0.16 * dy),
                size * 0.34,
                size * 0.3,
                wool,
            )
        drawn += glow(left, low - size * 0.5, size * 0.8, size * 0.24, "#1c140c", 0.22)
        drawn += ellipse(
            left + side * size * 0.86, low - size * 0.66, size * 0.17, size * 0.24, face
        )
    return drawn


def _picnic(air: Air, eye: Eye) -> str:
    """A table with benches at the end of the walk."""
    wood = air.tint("#8d6d48")
    left, low = eye.at(-190, _CREST, 2.3)
    drawn = glow(left, low, 60, 8, "#1c140c", 0.4)
    drawn += line(
        (f"M{points(left - 28, low)}l16 -34M{points(left + 28, low)}l-16 -34"),
        darker(wood, 0.25),
        5,
    )
    drawn += rect(left - 42, low - 38, 84, 6, lighter(wood, 0.2), 2) + rect(
        left - 54, low - 20, 30, 5, wood, 2
    )
    return drawn + rect(left + 24, low - 20, 30, 5, wood, 2)


def _grass(air: Air, eye: Eye, w: float) -> str:
    """Long stalks along both edges of the crest, bent by the wind."""
    drawn = ""
    for tuft in range(70):
        depth = -0.36 + 3.6 * chance("tuft", f"{tuft}z") ** 1.6
        side = -1 if tuft % 2 else 1
        x = side * (_RIGHT - 60 + 130 * chance(f"{tuft}", "tuft"))
        left, low = eye.at(x, _CREST + 4, depth)
        size = eye.share(depth)
        blades = ""
        for blade in range(4):
            tall = (44 + 40 * chance(f"{tuft}b", f"{blade}")) * size
            blades += (
                f"M{points(left + (blade - 1.5) * 7 * size, low)}"
                f"q{points(4 * size, -tall * 0.7, 26 * size, -tall)}"
            )
        tone = mix("#7f9a55", "#d9cf9a", chance("blade", f"t{tuft}"))
        drawn += line(blades, air.tint(tone), max(1.0, 2.6 * size), 0.85)
    shade = Stop(0, air.tint("#5f7a48"), 0.0), Stop(100, air.tint("#4d6640"), 0.4)
    return drawn + rect(0, 760, w, HEIGHT - 760, down(*shade))
