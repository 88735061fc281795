"""A vaulted cellar where washing machines run day and night."""

import itertools
from math import cos, pi, sin

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect

_HALF, _SPRING, _CROWN, _LOW = 860.0, 120.0, -190.0, 950.0  # of the vault, as it is in front
_NEAR, _FAR = -0.45, 2.6
_RIBS = (2.0, 1.35, 0.85, 0.46, 0.14, -0.14)
_FRONT = 560.0  # how far the machines stand from the middle
_TIERS = ((300.0, 560.0), (610.0, 870.0))  # from the lid to the foot
_PLACES = (2.2, 1.84, 1.52, 1.23, 0.97, 0.73, 0.51, 0.31, 0.13, -0.03, -0.18)
_WASH = ("#9fc3d2", "#c9d6c0", "#d9b7a8", "#b9b4d0", "#d8cfae")


@place(is_closed=True, has_table=False)
def machine_cellar(air: Air, w: float) -> str:
    """Brick overhead, tubes and pipes, machines on two shelves, a gutter for the water."""
    eye = Eye(w / 2, 430)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#6f5b4e")) + _end(air, eye) + _vault(air, eye)
    drawn += _floor(air, eye) + _pipes(air, eye)
    for side in (-1, 1):
        drawn += _rack(air, eye, side)
        for at, depth in enumerate(_PLACES):
            for tier in range(2):
                drawn += _machine(air, eye, side, depth, tier, f"{at}{side}{tier}")
    return drawn + _tubes(air, eye) + _damp(air, eye)


def _height(x: float) -> float:
    """How high the vault is there; x from the middle."""
    return _SPRING - (_SPRING - _CROWN) * max(0.0, 1 - (x / _HALF) ** 2) ** 0.5


def _arch(eye: Eye, depth: float) -> list[str]:
    steps = [-_HALF * cos(pi * at / 20) for at in range(21)]
    return [eye.spot(x, _height(x), depth) for x in steps]


def _end(air: Air, eye: Eye) -> str:
    """A wall with a steel door and a counter that runs."""
    outline = [eye.spot(-_HALF, _LOW, _FAR), *_arch(eye, _FAR), eye.spot(_HALF, _LOW, _FAR)]
    drawn = path(f"M{'L'.join(outline)}Z", down(air.tint("#cfc6b4"), air.tint("#a89c88")))
    steel = air.tint("#5f7a80")
    drawn += path(
        eye.facing((-170, 330, 170, _LOW), _FAR), across(lighter(steel, 0.2), darker(steel, 0.1))
    )
    drawn += path(eye.facing((-90, 400, 90, 560), _FAR), air.lit("#eef2ea", "#ffe2ac"))
    drawn += line(eye.lines(((0, 330, _FAR), (0, _LOW, _FAR))), darker(steel, 0.4), 2)
    board = eye.facing((-260, 110, 260, 250), _FAR)
    drawn += path(board, air.tint("#20282b", 0.3))
    for digit in range(5):
        x = -205.0 + digit * 84
        drawn += path(eye.facing((x, 140, x + 56, 220), _FAR), "#e8964a", opacity=0.85)
        drawn += path(eye.facing((x + 14, 156, x + 42, 176), _FAR), "#20282b")
        drawn += path(eye.facing((x + 14, 188, x + 42, 206), _FAR), "#20282b")
    return drawn


def _vault(air: Air, eye: Eye) -> str:
    drawn, steps = "", [-_HALF * cos(pi * at / 20) for at in range(21)]
    for at, (x0, x1) in enumerate(itertools.pairwise(steps)):
        tone = mix("#b98468", "#5f4336", abs(at - 8.0) / 12)
        piece = eye.sheet(
            (x0, _height(x0), _NEAR),
            (x1, _height(x1), _NEAR),
            (x1, _height(x1), _FAR),
            (x0, _height(x0), _FAR),
        )
        drawn += path(piece, air.tint(tone))
    courses = [
        ((x, _height(x), _NEAR), (x, _height(x), _FAR))
        for x in (-_HALF * cos(pi * k / 34) for k in range(35))
    ]
    drawn += line(eye.lines(*courses), air.tint("#4f382d"), 1.3, 0.45)
    for side in (-1, 1):
        brick = "#a9745a" if side < 0 else "#7a5243"
        wall = eye.away(side * _HALF, _SPRING, _LOW, (_NEAR, _FAR))
        drawn += path(wall, across(air.tint(darker(brick, 0.2)), air.tint(brick)))
        rows = [((side * _HALF, y, _NEAR), (side * _HALF, y, _FAR)) for y in range(140, 940, 36)]
        drawn += line(eye.lines(*rows), air.tint("#4f382d"), 1.3, 0.4)
    for depth in _RIBS:
        outline = [eye.spot(-_HALF, _LOW, depth), *_arch(eye, depth), eye.spot(_HALF, _LOW, depth)]
        stone = air.tint(mix("#e3d5bd", "#c9b79c", depth / 2.6 if depth > 0 else 0))
        drawn += line(f"M{'L'.join(outline)}", darker(stone, 0.4), 46 * eye.share(depth))
        drawn += line(f"M{'L'.join(outline)}", stone, 38 * eye.share(depth))
    return drawn


def _floor(air: Air, eye: Eye) -> str:
    """Wet concrete, a gutter under a grating."""
    drawn = path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#a39b8d"), air.tint("#857d70")),
    )
    drawn += path(eye.level(-70, 70, _LOW, (_NEAR, _FAR)), air.tint("#4d4a45"))
    bars, depth = [], _FAR
    while depth > _NEAR:
        bars.append(((-66.0, _LOW, depth), (66.0, _LOW, depth)))
        depth -= 0.035 * (1 + depth)
    drawn += line(eye.lines(*bars), air.tint("#8f9392"), 2, 0.7)
    for x, depth in ((-260.0, 0.5), (280.0, 0.9), (-200.0, 0.08), (300.0, 0.2)):
        left, low = eye.at(x, _LOW, depth)
        size = eye.share(depth)
        drawn += ellipse(left, low, 110 * size, 15 * size, air.lit("#dfe6e3", "#8f97a8"), 0.4)
    yellow = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in (-400.0, 400.0)]
    return drawn + line(eye.lines(*yellow), air.tint("#d8aa3c", 0.5), 5, 0.7)


def _pipes(air: Air, eye: Eye) -> str:
    drawn = ""
    for side in (-1, 1):
        for y, colour in ((160.0, "#3f6d92"), (200.0, "#a8432f"), (240.0, "#b9bcb6")):
            x = side * (_HALF - 30)
            pipe = eye.sheet(
                (x, y - 11, _NEAR), (x, y - 11, _FAR), (x, y + 11, _FAR), (x, y + 11, _NEAR)
            )
            drawn += path(pipe, air.tint(colour))
            drawn += line(eye.lines(((x, y - 6, _NEAR), (x, y - 6, _FAR))), "#ffffff", 2, 0.25)
    return drawn


# --- the machines -----------------------------------------------------------------------------


def _rack(air: Air, eye: Eye, side: int) -> str:
    drawn = ""
    for y in (_TIERS[0][1], _TIERS[1][1]):
        shelf = eye.level(side * _FRONT, side * _HALF, y, (_NEAR, 2.4))
        drawn += path(shelf, air.tint("#6f7a7c"))
        drawn += path(eye.away(side * _FRONT, y, y + 24, (_NEAR, 2.4)), air.tint("#8d989a"))
    return drawn


def _machine(air: Air, eye: Eye, side: int, depth: float, tier: int, seed: str) -> str:
    """Turned to the middle, its drum full and going round."""
    x, (top, foot) = side * _FRONT, _TIERS[tier]
    far = depth + 0.118 * (1 + depth)
    white = mix("#f1f2ee", "#c9c5b9", 0.15 + 0.4 * chance(seed, "age"))
    lit_, shade = (0.12, 0.1) if side > 0 else (0.0, 0.22)
    face = across(air.tint(lighter(white, lit_)), air.tint(darker(white, shade)))
    drawn = path(eye.level(x, side * _HALF, top, (depth, far)), air.tint(darker(white, 0.3)))
    inner = eye.sheet(
        (x, top, depth),
        (x + side * 240, top, depth),
        (x + side * 240, foot, depth),
        (x, foot, depth),
    )
    drawn += path(inner, air.tint(darker(white, 0.16)))
    drawn += path(eye.away(x, top, foot, (depth, far)), face)
    panel = (top + 12, top + 44)
    drawn += path(eye.away(x, *panel, (depth + 0.006, far - 0.006)), air.tint(darker(white, 0.1)))
    middle = (depth + far) / 2
    lamp = eye.at(x, top + 28, depth + (far - depth) * 0.3)
    size = eye.share(middle)
    light = "#8fe0a4" if chance(seed, "lamp") < 0.7 else "#f0b04e"
    drawn += ellipse(*lamp, 6 * size, 9 * size, light)
    x0, x1 = eye.at(x, 0, depth)[0], eye.at(x, 0, far)[0]
    at, y = eye.at(x, top + 156, middle)
    wide, high = abs(x1 - x0) * 0.4, 94 * size
    steel = air.tint("#9aa4a6", 0.5)
    drawn += ellipse(at, y, wide, high, darker(steel, 0.2)) + ellipse(
        at, y, wide * 0.84, high * 0.84, air.tint("#33424a", 0.5)
    )
    return drawn + _load(air, (at, y), (wide * 0.8, high * 0.8), seed)


def _load(air: Air, at: tuple[float, float], size: tuple[float, float], seed: str) -> str:
    """What turns behind the glass: a wash, its water and its suds."""
    (x, y), (wide, high) = at, size
    water, turn = air.tint("#8fb3c0", 0.45), 6.283 * chance(seed, "turn")
    level = y + high * 0.1
    half = wide * 0.99
    pool = (
        f"M{points(x - half, level)}Q{points(x, level - high * 0.22, x + half, level + high * 0.1)}"
    )
    drawn = path(
        f"{pool}A{points(wide, high)} 0 0 1 {points(x - half, level)}Z", water, opacity=0.9
    )
    cloth = air.tint(_WASH[int(chance(seed, "cloth") * len(_WASH))], 0.45)
    drawn += ellipse(
        x + cos(turn) * wide * 0.36, y + sin(turn) * high * 0.36, wide * 0.42, high * 0.34, cloth
    )
    second = air.tint(_WASH[int(chance(seed, "second") * len(_WASH))], 0.45)
    drawn += ellipse(x - cos(turn) * wide * 0.3, y + high * 0.34, wide * 0.4, high * 0.26, second)
    for foam in range(5):
        spot = x + (foam - 2) * wide * 0.34, level + high * 0.1 * chance(f"{foam}foam", seed)
        drawn += ellipse(*spot, wide * 0.2, high * 0.1, "#ffffff", air.dim(0.75, 0.4))
    shine = (
        f"M{points(x - wide * 0.5, y - high * 0.2)}"
        f"Q{points(x - wide * 0.4, y - high * 0.7, x, y - high * 0.78)}"
    )
    return drawn + line(shine, "#ffffff", max(1.2, wide * 0.12), air.dim(0.5, 0.3))


def _tubes(air: Air, eye: Eye) -> str:
    """Two rows of tubes on chains."""
    drawn = ""
    for depth in (1.9, 1.25, 0.76, 0.38, 0.08):
        for x in (-230.0, 230.0):
            far = depth + 0.16 * (1 + depth)
            tube = eye.sheet(
                (x - 16, 40, depth), (x - 16, 40, far), (x + 16, 40, far), (x + 16, 40, depth)
            )
            chains = eye.lines(
                ((x, _height(x), depth), (x, 40, depth)), ((x, _height(x), far), (x, 40, far))
            )
            drawn += line(chains, air.tint("#3a3733"), 1.6, 0.8)
            left, top = eye.at(x, 40, (depth + far) / 2)
            size = eye.share(depth)
            drawn += glow(
                left,
                top + 40 * size,
                300 * size,
                180 * size,
                air.lit("#fffbe8", "#ffe9b8"),
                air.dim(0.4, 0.45),
            )
            drawn += path(tube, air.lit("#ffffff", "#fff4d6"))
    return drawn


def _damp(air: Air, eye: Eye) -> str:
    """Warm and wet: the far end is in haze, and there is a bag of bread on a knob."""
    drawn = glow(eye.x, 440, 300, 190, air.lit("#fff6e4", "#c79a78"), air.dim(0.5, 0.3))
    x, y = eye.at(-_FRONT + 6, _TIERS[0][0] + 30, 0.37)
    drawn += line(f"M{points(x, y)}l-7 20M{points(x, y)}l9 20", air.tint("#6b5a41"), 2)
    bag = f"M{points(x - 15, y + 18)}l6 6l7 -6l7 6l8 -6l5 54h-38z"
    drawn += path(bag, across(air.tint("#d9bd8a"), air.tint("#b3935f")))
    return (
        drawn
        + rect(x - 11, y + 42, 26, 14, air.tint("#a9553a"), 1, 0.8)
        + line(f"M{points(x - 6, y + 64)}h{number(18)}", air.tint("#8a6d42"), 2)
    )
