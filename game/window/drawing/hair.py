"""Hair, beards and headscarves, in three layers: behind the body, before it, over the face."""

from collections.abc import Callable
from math import cos, sin
from typing import NamedTuple

from game.window.drawing.colours import brightness, darker, lighter, mix
from game.window.drawing.face import CX, points
from game.window.drawing.person import Person, chance
from game.window.drawing.svg import Stop, across, down, ellipse, line, path, scaled, turned


class Layers(NamedTuple):
    """SVG text: `back` lies behind the body, `mid` before the body, `front` over the face."""

    back: str = ""
    mid: str = ""
    front: str = ""


class _Hair:
    """The tones of somebody's hair, and coordinates in shares of the width of their face."""

    def __init__(self, who: Person) -> None:
        self.who = who
        self.base = who.hair
        pale = brightness(who.hair) > 0.75
        self.dark = mix(who.hair, "#5b5350" if pale else "#140d10", 0.26 if pale else 0.38)
        self.light = lighter(who.hair, 0.26 if brightness(who.hair) > 0.3 else 0.17)
        self.fill = across(Stop(0, self.light), Stop(35, self.base), Stop(100, self.dark))
        self.fall = down(Stop(0, self.base), Stop(100, self.dark))
        self.shadow = who.line(0.5)

    def at(self, *pairs: float) -> str:
        """Coordinates: x in half-widths of the face from the middle, y in units."""
        turned = [
            CX + value * self.who.cheek if place % 2 == 0 else value
            for place, value in enumerate(pairs)
        ]
        return points(*turned)

    def d(self, start: tuple[float, float], *curves: tuple[float, ...], close: bool = True) -> str:
        """Path data of curves (six numbers), or lines (two numbers)."""
        steps = "".join(("C" if len(c) == 6 else "L") + self.at(*c) for c in curves)
        return f"M{self.at(*start)}{steps}{'Z' if close else ''}"

    def strands(self, *strokes: str, light: bool = True, width: float = 1.8) -> str:
        colour, opacity = (self.light, 0.6) if light else (self.dark, 0.5)
        return "".join(line(stroke, colour, width, opacity) for stroke in strokes)


def _under_cap(hair: _Hair, depth: float = 6.0) -> str:
    """The shadow that hair throws on the forehead."""
    return path(
        hair.d(
            (-0.96, 128 + depth), (-0.95, 100 + depth, -0.6, 88 + depth, 0, 88 + depth),
            (0.6, 88 + depth, 0.95, 100 + depth, 0.96, 128 + depth), (0.97, 96, 0.6, 76, 0, 76),
            (-0.6, 76, -0.97, 96, -0.96, 128 + depth),
        ),
        hair.shadow, opacity=0.22,
    )  # fmt: skip


def _short(hair: _Hair) -> Layers:
    front = _under_cap(hair)
    front += path(
        hair.d(
            (-1.03, 152), (-1.16, 112, -1.13, 60, -0.42, 48), (-0.1, 38, 0.72, 36, 0.99, 72),
            (1.14, 92, 1.12, 124, 1.03, 152), (0.98, 140, 0.95, 128, 0.93, 121),
            (0.93, 108, 0.84, 98, 0.74, 92), (0.3, 101, -0.2, 96, -0.52, 82),
            (-0.66, 92, -0.88, 104, -0.92, 122), (-0.95, 132, -0.98, 142, -1.03, 152),
        ),
        hair.fill,
    )  # fmt: skip
    front += hair.strands(
        hair.d((-0.5, 80), (-0.1, 62, 0.4, 58, 0.82, 80), close=False),
        hair.d((-0.42, 74), (-0.05, 54, 0.4, 50, 0.72, 66), close=False),
        hair.d((-0.7, 62), (-0.92, 74, -1.0, 96, -1.0, 116), close=False),
    )
    return Layers(front=front)


def _messy(hair: _Hair) -> Layers:
    front = _under_cap(hair)
    front += path(
        hair.d(
            (-1.03, 150), (-1.2, 120, -1.24, 92, -1.06, 74), (-1.14, 66, -0.98, 56, -0.8, 56),
            (-0.78, 44, -0.5, 38, -0.34, 44), (-0.2, 30, 0.14, 32, 0.22, 42),
            (0.42, 32, 0.72, 40, 0.72, 52), (0.94, 50, 1.1, 66, 1.04, 78),
            (1.24, 92, 1.18, 124, 1.03, 150), (0.98, 140, 0.94, 126, 0.92, 116),
            (0.8, 114, 0.72, 106, 0.68, 96), (0.6, 108, 0.44, 110, 0.3, 99),
            (0.24, 110, 0.02, 114, -0.14, 100), (-0.24, 110, -0.44, 112, -0.52, 99),
            (-0.66, 110, -0.82, 112, -0.9, 118), (-0.95, 130, -0.98, 140, -1.03, 150),
        ),
        hair.fill,
    )  # fmt: skip
    front += hair.strands(
        hair.d((-0.3, 48), (-0.4, 64, -0.36, 82, -0.2, 94), close=False),
        hair.d((0.2, 46), (0.06, 62, 0.12, 80, 0.26, 92), close=False),
        hair.d((0.66, 56), (0.5, 66, 0.52, 82, 0.64, 92), close=False),
        hair.d((-0.78, 62), (-0.84, 78, -0.78, 94, -0.7, 104), close=False),
    )
    return Layers(front=front)


def _pixie(hair: _Hair) -> Layers:
    front = _under_cap(hair, 12)
    front += path(
        hair.d(
            (-1.0, 166), (-1.2, 140, -1.26, 66, -0.5, 48), (-0.1, 36, 0.8, 38, 1.04, 78),
            (1.2, 104, 1.12, 144, 1.0, 166), (0.94, 160, 0.92, 138, 0.9, 122),
            (0.8, 112, 0.66, 96, 0.56, 84), (0.4, 104, -0.2, 122, -0.86, 124),
            (-0.92, 138, -0.92, 154, -1.0, 166),
        ),
        hair.fill,
    )  # fmt: skip
    front += hair.strands(
        hair.d((0.52, 82), (0.3, 98, -0.2, 112, -0.78, 118), close=False),
        hair.d((0.44, 70), (0.1, 88, -0.4, 102, -0.88, 106), close=False),
        hair.d((0.5, 58), (0.0, 68, -0.5, 82, -0.96, 92), close=False),
        hair.d((0.72, 70), (0.9, 84, 1.0, 104, 1.02, 130), close=False),
    )
    return Layers(front=front)


def _buzz(hair: _Hair) -> Layers:
    tone = mix(hair.base, hair.who.skin, 0.28)
    cap = hair.d(
        (-1.0, 146), (-1.06, 108, -1.02, 60, 0, 58), (1.02, 60, 1.06, 108, 1.0, 146),
        (0.97, 132, 0.95, 122, 0.9, 114), (0.86, 96, 0.66, 90, 0.5, 88),
        (0.2, 84, -0.2, 84, -0.5, 88), (-0.66, 90, -0.86, 96, -0.9, 114),
        (-0.95, 122, -0.97, 132, -1.0, 146),
    )  # fmt: skip
    shine = line(
        hair.d((-0.62, 78), (-0.5, 66, -0.2, 63, 0.0, 63), close=False), hair.light, 4, 0.3
    )
    return Layers(front=path(cap, tone, opacity=0.93) + shine)


def _undercut(hair: _Hair) -> Layers:
    sides = hair.d(
        (-1.0, 148), (-1.06, 112, -1.06, 74, -0.8, 66), (0.8, 66), (1.06, 74, 1.06, 112, 1.0, 148),
        (0.97, 134, 0.95, 124, 0.93, 116), (0.9, 102, 0.82, 96, 0.76, 90), (-0.76, 90),
        (-0.82, 96, -0.9, 102, -0.93, 116), (-0.95, 124, -0.97, 134, -1.0, 148),
    )  # fmt: skip
    top = hair.d(
        (-0.84, 94), (-1.02, 74, -0.98, 52, -0.66, 50), (-0.3, 30, 0.5, 22, 0.86, 44),
        (1.04, 56, 1.02, 78, 0.88, 94), (0.6, 86, 0.2, 82, -0.1, 84),
        (-0.4, 86, -0.66, 90, -0.84, 94),
    )  # fmt: skip
    front = _under_cap(hair, 2) + path(sides, mix(hair.dark, hair.who.skin, 0.36))
    front += path(top, hair.fill)
    front += hair.strands(
        hair.d((-0.7, 88), (-0.6, 66, -0.2, 48, 0.3, 42), close=False),
        hair.d((-0.3, 82), (-0.1, 64, 0.2, 52, 0.6, 46), close=False),
        hair.d((0.2, 81), (0.34, 68, 0.5, 60, 0.8, 58), close=False),
    )
    return Layers(front=front)


def _slick(hair: _Hair) -> Layers:
    front = path(
        hair.d(
            (-1.03, 150), (-1.14, 108, -1.08, 52, 0, 50), (1.08, 52, 1.14, 108, 1.03, 150),
            (0.98, 136, 0.95, 124, 0.92, 114), (0.86, 98, 0.74, 86, 0.56, 84),
            (0.3, 78, -0.3, 78, -0.56, 84), (-0.74, 86, -0.86, 98, -0.92, 114),
            (-0.95, 124, -0.98, 136, -1.03, 150),
        ),
        hair.fill,
    )  # fmt: skip
    front += hair.strands(
        *(
            hair.d((x, 82), (x * 0.9, 70, x * 0.8, 60, x * 0.6, 53), close=False)
            for x in (-0.6, -0.36, -0.12, 0.14, 0.4, 0.64)
        )
    )
    return Layers(front=front)


def _sides(hair: _Hair, top: float, inner: float) -> str:
    """Hair beside a bare crown; it starts at height `top`."""
    drawn = ""
    for s in (-1, 1):
        drawn += path(
            hair.d(
                (s * 1.02, 156), (s * 1.2, 136, s * 1.17, top + 14, s * 1.0, top),
                (s * inner, top + 6, s * 0.9, top + 22, s * 0.9, 124),
                (s * 0.93, 136, s * 0.97, 146, s * 1.02, 156),
            ),
            hair.base if s < 0 else hair.dark,
        )  # fmt: skip
        drawn += hair.strands(
            hair.d(
                (s * 1.0, top + 8), (s * 1.09, top + 22, s * 1.07, 130, s * 1.01, 144), close=False
            )
        )
    return drawn


def _shine(hair: _Hair) -> str:
    return ellipse(CX - 16, 82, 17, 7, lighter(hair.who.skin, 0.6), 0.34)


def _bald(hair: _Hair) -> Layers:
    shade = mix(hair.base, hair.who.skin, 0.55)
    rim = ""
    for s in (-1, 1):
        rim += path(
            hair.d(
                (s * 1.0, 152), (s * 1.07, 138, s * 1.05, 122, s * 0.985, 116),
                (s * 0.93, 122, s * 0.94, 140, s * 1.0, 152),
            ),
            shade, opacity=0.9,
        )  # fmt: skip
    return Layers(front=(rim if hair.who.age > 45 else "") + _shine(hair))


def _balding(hair: _Hair) -> Layers:
    wisps = hair.strands(
        hair.d((-0.5, 74), (-0.3, 64, 0.1, 62, 0.4, 70), close=False),
        hair.d((-0.4, 70), (-0.2, 61, 0.16, 60, 0.5, 74), close=False),
        light=False, width=2.2,
    )  # fmt: skip
    return Layers(front=_shine(hair) + _sides(hair, 92, 0.86) + wisps)


def _receding(hair: _Hair) -> Layers:
    front = path(
        hair.d(
            (-1.03, 152), (-1.16, 112, -1.1, 58, -0.2, 51), (0.6, 44, 1.16, 76, 1.13, 112),
            (1.11, 130, 1.07, 142, 1.03, 152), (0.98, 140, 0.95, 130, 0.92, 122),
            (0.9, 104, 0.82, 86, 0.62, 73), (0.5, 70, 0.36, 76, 0.2, 84),
            (0.06, 86, -0.12, 86, -0.24, 83), (-0.34, 74, -0.5, 70, -0.62, 74),
            (-0.82, 86, -0.9, 104, -0.92, 122), (-0.95, 130, -0.98, 140, -1.03, 152),
        ),
        hair.fill,
    )  # fmt: skip
    front += hair.strands(
        hair.d((-0.2, 80), (-0.16, 68, -0.06, 60, 0.14, 55), close=False),
        hair.d((0.08, 82), (0.12, 70, 0.24, 62, 0.4, 58), close=False),
        hair.d((-0.7, 72), (-0.9, 84, -1.0, 102, -1.01, 124), close=False),
    )
    return Layers(front=front)


Knots = tuple[tuple[float, float, float], ...]


def _cloud(hair: _Hair, knots: Knots) -> str:
    """Round tufts that flow together: x in half-widths of the face, y and radius in units."""
    cheek = hair.who.cheek
    rim = "".join(ellipse(CX + x * cheek + 1, y + 2, r, r, hair.dark) for x, y, r in knots)
    return rim + "".join(ellipse(CX + x * cheek, y, r, r, hair.base) for x, y, r in knots)


def _curl_marks(hair: _Hair, knots: Knots, each: int) -> str:
    """Loose curls drawn as short open rings, light on the left and dark on the right."""
    marks, seed = "", str(hair.who.pick)
    for place, (x, y, r) in enumerate(knots):
        for curl in range(each):
            angle, far = 6.283 * chance(seed, f"a{place}.{curl}"), chance(seed, f"r{place}.{curl}")
            cx = CX + x * hair.who.cheek + cos(angle) * r * 0.72 * far
            cy = y + sin(angle) * r * 0.72 * far
            size = 3.4 + 3.4 * chance(seed, f"s{place}.{curl}")
            is_light = chance(seed, f"l{place}.{curl}") < 0.62 - 0.22 * x
            marks += line(
                f"M{points(cx - size, cy + size * 0.4)}a{points(size, size)} 0 1 1"
                f" {points(size * 1.7, size * 0.3)}",
                hair.light if is_light else hair.dark, 1.5, 0.36,
            )  # fmt: skip
    return marks


def _ring(seed: str, middle: float, wide: float, high: float, radius: float, count: int) -> Knots:
    """Tufts along an oval around the head, of uneven size; `wide` in half-widths of the face."""
    knots = []
    for place in range(count):
        angle = 6.2832 * place / count
        uneven = 0.78 + 0.44 * chance(seed, f"tuft{place}")
        knots.append((wide * cos(angle), middle + high * sin(angle), radius * uneven))
    return tuple(knots)


_AFRO_EDGE = (
    (-0.94, 116, 9), (-0.86, 102, 11), (-0.7, 91, 12), (-0.48, 84, 12), (-0.24, 80, 12),
    (0.0, 79, 12), (0.24, 80, 12), (0.48, 84, 12), (0.7, 91, 12), (0.86, 102, 11),
    (0.94, 116, 9), (-0.3, 70, 16), (0.3, 70, 16), (0.0, 66, 16), (-0.7, 78, 13), (0.7, 78, 13),
)  # fmt: skip


def _afro(hair: _Hair) -> Layers:
    seed, cheek = str(hair.who.pick), hair.who.cheek
    rim = _ring(seed, 96, 1.34, 66, 9, 44)
    ball = ellipse(CX + 1, 98, 1.38 * cheek, 69, hair.dark) + ellipse(
        CX, 96, 1.38 * cheek, 68, hair.fill
    )
    inner = _ring(seed, 96, 1.05, 46, 20, 16)
    return Layers(
        back=_cloud(hair, rim) + ball + _curl_marks(hair, rim, 2) + _curl_marks(hair, inner, 8),
        front=_under_cap(hair, 10)
        + "".join(ellipse(CX + x * cheek, y, r, r, hair.base) for x, y, r in _AFRO_EDGE)
        + _curl_marks(hair, _AFRO_EDGE, 4),
    )


_CURLS_EDGE = (
    (-1.02, 128, 9), (-1.0, 112, 11), (-0.9, 98, 12), (-0.72, 86, 13), (-0.5, 77, 14),
    (-0.24, 72, 14), (0.02, 71, 14), (0.28, 76, 14), (0.5, 83, 14), (0.72, 92, 13),
    (0.9, 103, 12), (1.0, 116, 10), (1.04, 130, 9), (-0.6, 66, 16), (-0.2, 58, 17),
    (0.24, 58, 17), (0.64, 68, 16), (-0.94, 82, 13), (0.96, 86, 13),
)  # fmt: skip


def _curly(hair: _Hair) -> Layers:
    seed, cheek = str(hair.who.pick), hair.who.cheek
    front = _under_cap(hair, 10) + _cloud(hair, _CURLS_EDGE) + _curl_marks(hair, _CURLS_EDGE, 6)
    if not hair.who.soft:
        rim = tuple(k for k in _ring(seed, 96, 1.1, 50, 12, 28) if k[1] < 116)
        crown = ellipse(CX, 92, 1.08 * cheek, 50, hair.base)
        return Layers(back=_cloud(hair, rim) + crown, front=_curl_marks(hair, rim, 3) + front)
    rim = _ring(seed, 146, 1.32, 100, 13, 42)
    mane = ellipse(CX, 146, 1.34 * cheek, 101, hair.fall)
    inner = _ring(seed, 146, 1.12, 84, 20, 24)
    return Layers(
        back=_cloud(hair, rim) + mane + _curl_marks(hair, rim, 3) + _curl_marks(hair, inner, 8),
        front=front,
    )


def _parted(hair: _Hair, part: float, reach: float) -> str:
    """Hair that falls from a parting past the temples; `reach` is where its points end."""
    left = hair.d(
        (part, 74), (-0.45, 88, -0.82, 104, -0.93, 136), (-0.97, 150, -0.98, 164, -1.04, reach),
        (-1.24, 150, -1.24, 62, part, 46), (part + 0.05, 52),
    )  # fmt: skip
    right = hair.d(
        (part - 0.02, 72), (0.46, 84, 0.82, 102, 0.93, 136), (0.97, 150, 0.98, 164, 1.04, reach),
        (1.24, 150, 1.24, 58, part - 0.05, 46),
    )  # fmt: skip
    fallen = scaled(path(left + right, hair.shadow, opacity=0.3), 0.93, 1.02, CX, 44)
    drawn = fallen + path(left, hair.fill)
    drawn += path(right, across(Stop(0, hair.base), Stop(100, hair.dark)))
    drawn += hair.strands(
        hair.d((part - 0.08, 56), (-0.7, 66, -0.98, 96, -1.04, 146), close=False),
        hair.d((part - 0.1, 70), (-0.56, 84, -0.86, 102, -0.97, 136), close=False),
        hair.d((part + 0.12, 54), (0.74, 62, 1.0, 94, 1.06, 144), close=False),
        hair.d((part + 0.12, 69), (0.58, 80, 0.88, 100, 0.98, 136), close=False),
    )
    return drawn


def _bob(hair: _Hair, *, parted: bool = True) -> Layers:
    back = path(
        hair.d(
            (0, 44), (-1.0, 44, -1.3, 92, -1.3, 150), (-1.3, 186, -1.36, 208, -1.1, 232),
            (-0.7, 240, 0.7, 240, 1.1, 232), (1.36, 208, 1.3, 186, 1.3, 150),
            (1.3, 92, 1.0, 44, 0, 44),
        ),
        hair.fall,
    )  # fmt: skip
    locks = ""
    for s in (-1, 1):
        locks += path(
            hair.d(
                (s * 0.93, 120), (s * 1.0, 160, s * 0.99, 196, s * 0.76, 228),
                (s * 1.06, 238, s * 1.36, 226, s * 1.34, 186),
                (s * 1.32, 150, s * 1.3, 110, s * 1.08, 84),
            ),
            hair.fill if s < 0 else hair.dark,
        )  # fmt: skip
        locks += hair.strands(
            hair.d((s * 1.06, 110), (s * 1.16, 150, s * 1.18, 196, s * 1.0, 224), close=False),
            hair.d((s * 1.16, 120), (s * 1.24, 160, s * 1.26, 200, s * 1.14, 222), close=False),
        )
    return Layers(back=back, front=locks + (_parted(hair, -0.3, 170) if parted else ""))


def _long(hair: _Hair) -> Layers:
    back = path(
        hair.d(
            (0, 44), (-1.0, 44, -1.28, 92, -1.3, 150), (-1.34, 220, -1.5, 260, -1.42, 312),
            (-0.8, 322, 0.8, 322, 1.42, 312), (1.5, 260, 1.34, 220, 1.3, 150),
            (1.28, 92, 1.0, 44, 0, 44),
        ),
        hair.fall,
    )  # fmt: skip
    mid = ""
    for s in (-1, 1):
        mid += path(
            hair.d(
                (s * 0.96, 128), (s * 1.08, 180, s * 0.9, 230, s * 0.98, 280),
                (s * 1.02, 310, s * 1.12, 330, s * 1.2, 342),
                (s * 1.52, 320, s * 1.56, 270, s * 1.42, 220),
                (s * 1.32, 180, s * 1.3, 120, s * 1.1, 84),
            ),
            hair.fill if s < 0 else across(Stop(0, hair.base), Stop(100, hair.dark)),
        )  # fmt: skip
        mid += hair.strands(
            hair.d((s * 1.08, 110), (s * 1.2, 180, s * 1.1, 240, s * 1.16, 322), close=False),
            hair.d((s * 1.18, 120), (s * 1.3, 190, s * 1.3, 250, s * 1.32, 312), close=False),
        )
    return Layers(back=back, mid=mid, front=_parted(hair, 0.08, 168))


def _wavy(hair: _Hair) -> Layers:
    back = path(
        hair.d(
            (0, 42), (-1.1, 42, -1.36, 92, -1.34, 140), (-1.5, 170, -1.3, 196, -1.46, 220),
            (-1.56, 244, -1.4, 268, -1.2, 272), (-0.6, 278, 0.6, 278, 1.2, 272),
            (1.4, 268, 1.56, 244, 1.46, 220), (1.3, 196, 1.5, 170, 1.34, 140),
            (1.36, 92, 1.1, 42, 0, 42),
        ),
        hair.fall,
    )  # fmt: skip
    mid = ""
    for s in (-1, 1):
        mid += path(
            hair.d(
                (s * 0.95, 124), (s * 1.12, 160, s * 0.9, 188, s * 1.0, 214),
                (s * 1.1, 238, s * 0.9, 256, s * 0.92, 276),
                (s * 1.3, 292, s * 1.6, 262, s * 1.48, 224),
                (s * 1.34, 196, s * 1.54, 170, s * 1.36, 138),
                (s * 1.28, 112, s * 1.2, 98, s * 1.08, 84),
            ),
            hair.fill if s < 0 else across(Stop(0, hair.base), Stop(100, hair.dark)),
        )  # fmt: skip
        mid += hair.strands(
            hair.d(
                (s * 1.06, 112), (s * 1.24, 160, s * 1.06, 190, s * 1.16, 216),
                (s * 1.24, 238, s * 1.08, 258, s * 1.1, 274), close=False,
            ),
            hair.d(
                (s * 1.18, 120), (s * 1.36, 164, s * 1.18, 192, s * 1.3, 218),
                (s * 1.38, 240, s * 1.26, 258, s * 1.24, 270), close=False,
            ),
        )  # fmt: skip
    return Layers(back=back, mid=mid, front=_parted(hair, -0.34, 166))


def _fringe(hair: _Hair) -> Layers:
    long = _long(hair) if hair.who.pick % 2 else _bob(hair, parted=False)
    bangs = _under_cap(hair, 30) + path(
        hair.d(
            (-1.06, 150), (-1.22, 110, -1.14, 44, 0, 42), (1.14, 44, 1.22, 110, 1.06, 150),
            (0.98, 140, 0.96, 128, 0.9, 116), (0.6, 124, 0.3, 125, 0, 125),
            (-0.3, 125, -0.6, 124, -0.9, 116), (-0.96, 128, -0.98, 140, -1.06, 150),
        ),
        hair.fill,
    )  # fmt: skip
    bangs += hair.strands(
        *(
            hair.d((x * 0.5, 58), (x * 0.8, 78, x * 0.98, 98, x, 118 - abs(x) * 3), close=False)
            for x in (-0.8, -0.52, -0.2, 0.12, 0.44, 0.74)
        )
    )
    return Layers(back=long.back, mid=long.mid, front=long.front + bangs)


def _pulled_back(hair: _Hair) -> str:
    cap = _under_cap(hair, 4) + path(
        hair.d(
            (-1.03, 146), (-1.14, 104, -1.08, 52, 0, 50), (1.08, 52, 1.14, 104, 1.03, 146),
            (0.97, 128, 0.93, 116, 0.86, 106), (0.6, 86, 0.24, 80, -0.12, 78),
            (-0.4, 86, -0.74, 94, -0.86, 106), (-0.93, 116, -0.97, 128, -1.03, 146),
        ),
        hair.fill,
    )  # fmt: skip
    return cap + hair.strands(
        hair.d((-0.14, 76), (-0.5, 78, -0.86, 92, -1.0, 122), close=False),
        hair.d((-0.1, 68), (-0.56, 66, -0.96, 84, -1.05, 112), close=False),
        hair.d((0.0, 76), (0.44, 76, 0.82, 90, 0.98, 120), close=False),
        hair.d((0.0, 67), (0.5, 63, 0.94, 82, 1.04, 110), close=False),
    )


def _bun(hair: _Hair) -> Layers:
    x, y = CX + 8, 40
    knot = ellipse(x + 1.5, y + 2, 27, 24, hair.dark) + ellipse(x, y, 26, 23, hair.fill)
    knot += hair.strands(
        f"M{points(x - 18, y + 4)}C{points(x - 12, y - 18, x + 12, y - 18, x + 17, y)}",
        f"M{points(x - 12, y + 9)}C{points(x - 6, y - 8, x + 8, y - 8, x + 11, y + 6)}",
        f"M{points(x - 21, y - 2)}C{points(x - 16, y - 22, x + 4, y - 24, x + 12, y - 17)}",
    )
    wisps = hair.strands(
        hair.d((-0.95, 128), (-1.04, 146, -1.0, 160, -1.05, 172), close=False),
        hair.d((0.95, 128), (1.04, 146, 1.0, 160, 1.04, 170), close=False),
        light=False, width=2.4,
    )  # fmt: skip
    return Layers(back=knot, front=_pulled_back(hair) + wisps)


def _ponytail(hair: _Hair) -> Layers:
    tail = path(
        hair.d(
            (0.9, 96), (1.6, 84, 1.86, 140, 1.62, 190), (1.5, 224, 1.62, 262, 1.36, 300),
            (1.4, 262, 1.1, 240, 1.14, 200), (1.2, 160, 1.2, 130, 0.9, 122),
        ),
        hair.fall,
    )  # fmt: skip
    tail += hair.strands(
        hair.d(
            (1.1, 102),
            (1.56, 116, 1.56, 164, 1.42, 204),
            (1.34, 234, 1.46, 262, 1.38, 290),
            close=False,
        ),
        hair.d((1.1, 112), (1.4, 130, 1.36, 176, 1.28, 206), close=False),
    )
    return Layers(back=tail, front=_pulled_back(hair))


def _rope(hair: _Hair, x: float, top: float, bottom: float, width: float, lean: float) -> str:
    """A plait of lobes that lie over each other by turns; `x` and `lean` in half-widths."""
    step = width * 0.36
    count = max(4, int((bottom - top) / step))
    drawn = ""
    for knot in range(count):
        share = knot / (count - 1)
        side = 1 if knot % 2 else -1
        cx = CX + (x + lean * share) * hair.who.cheek
        y, r = top + (bottom - top) * share, width * 0.5 * (1 - 0.4 * share)
        lobe = ellipse(cx + side * r * 0.36, y, r * 0.98, r * 0.66, hair.dark)
        lobe += ellipse(cx + side * r * 0.36, y - 1, r * 0.9, r * 0.56, hair.base)
        lobe += line(
            f"M{points(cx + side * r * 0.36 - r * 0.45, y - 1.5)}"
            f"q{points(r * 0.45, -2, r * 0.8, 0.5)}",
            hair.light, 1.2, 0.5,
        )  # fmt: skip
        drawn += turned(lobe, side * -34, cx, y)
    return drawn


def _braids(hair: _Hair) -> Layers:
    back = path(
        hair.d((0, 48), (-1.1, 48, -1.24, 100, -1.2, 170), (1.2, 170), (1.24, 100, 1.1, 48, 0, 48)),
        hair.dark,
    )
    strands = ((-1.2, 306.0, -0.2), (-1.02, 322.0, -0.08), (1.02, 322.0, 0.08), (1.2, 306.0, 0.2))
    back += "".join(_rope(hair, x * 0.86, 130, end - 40, 17, lean) for x, end, lean in strands)
    mid = "".join(_rope(hair, x, 104, end, 18, lean) for x, end, lean in strands)
    rows = hair.strands(
        *(
            hair.d((x, 84 + abs(x) * 16), (x * 0.9, 72, x * 0.7, 60, x * 0.4, 52), close=False)
            for x in (-0.84, -0.6, -0.36, -0.12, 0.12, 0.36, 0.6, 0.84)
        ),
        light=False, width=2.4,
    )  # fmt: skip
    cap = _pulled_back(hair)
    return Layers(back=back, mid=mid, front=cap + rows)


def _plait(hair: _Hair) -> Layers:
    side = -1 if hair.who.pick % 2 else 1
    mid = _rope(hair, side * 1.0, 196, 330, 25, side * 0.26)
    tip = CX + side * 1.26 * hair.who.cheek
    mid += path(
        f"M{points(tip - 6, 334)}q{points(6, 30, 7, 22)}q{points(4, -8, 5, -22)}Z", hair.base
    )
    back = path(
        hair.d((0, 48), (-1.1, 48, -1.22, 120, -1.08, 196), (-0.5, 226, 0.5, 226, 1.08, 196),
               (1.22, 120, 1.1, 48, 0, 48)),
        hair.dark,
    )  # fmt: skip
    return Layers(back=back, mid=mid, front=_parted(hair, -side * 0.3, 176))


def _locs(hair: _Hair) -> Layers:
    seed = str(hair.who.pick)
    drawn_back, drawn_mid = "", ""
    for place in range(13):
        x = -1.34 + place * 0.223
        end = 246 + 40 * chance(seed, f"loc{place}")
        outward = 0.1 * (1 if x > 0 else -1)
        rope = line(
            hair.d((x * 0.8, 74 + abs(x) * 26),
                   (x * 1.08, 130, x + outward, 190, x + outward * 0.6, end), close=False),
            hair.dark if place % 2 else hair.base, 12,
        )  # fmt: skip
        if abs(x) < 0.85:
            drawn_back += rope
        else:
            drawn_mid += rope
    cap = path(
        hair.d(
            (-1.06, 146), (-1.22, 100, -1.1, 44, 0, 44), (1.1, 44, 1.22, 100, 1.06, 146),
            (0.97, 128, 0.93, 114, 0.84, 104), (0.5, 88, 0.2, 84, 0, 84),
            (-0.2, 84, -0.5, 88, -0.84, 104), (-0.93, 114, -0.97, 128, -1.06, 146),
        ),
        hair.fill,
    )  # fmt: skip
    rows = hair.strands(
        *(
            hair.d((x, 84 + abs(x) * 18), (x * 0.96, 70, x * 0.7, 58, x * 0.3, 50), close=False)
            for x in (-0.8, -0.5, -0.18, 0.18, 0.5, 0.8)
        ),
        width=2.4,
    )
    return Layers(back=drawn_back, mid=drawn_mid, front=_under_cap(hair, 6) + cap + rows)


_DRAWERS: dict[str, Callable[[_Hair], Layers]] = {
    "short": _short, "messy": _messy, "pixie": _pixie, "buzz": _buzz, "undercut": _undercut,
    "slick": _slick, "bald": _bald, "balding": _balding, "receding": _receding, "afro": _afro,
    "curly": _curly, "bob": _bob, "long": _long, "wavy": _wavy, "fringe": _fringe, "bun": _bun,
    "ponytail": _ponytail, "braids": _braids, "plait": _plait, "locs": _locs,
}  # fmt: skip


def hair_layers(who: Person) -> Layers:
    """Somebody's hair, or the headscarf that covers it."""
    if who.headscarf is not None:
        return _scarf(who, who.headscarf)
    return _DRAWERS[who.style](_Hair(who))


def _scarf(who: Person, colour: str) -> Layers:
    hair = _Hair(who)
    dark, light = darker(colour, 0.26), lighter(colour, 0.2)
    cloth = across(Stop(0, light), Stop(40, colour), Stop(100, dark))
    back = path(
        hair.d(
            (0, 42), (-1.0, 42, -1.3, 86, -1.28, 146), (-1.26, 200, -1.5, 240, -1.7, 282),
            (1.7, 282), (1.5, 240, 1.26, 200, 1.28, 146), (1.3, 86, 1.0, 42, 0, 42),
        ),
        dark,
    )  # fmt: skip
    drape = path(
        hair.d(
            (-1.1, 170), (-1.24, 216, -1.7, 240, -1.86, 284), (-1.5, 322, -0.6, 336, 0.1, 334),
            (1.0, 330, 1.6, 314, 1.86, 284), (1.7, 240, 1.24, 216, 1.1, 170),
        ),
        cloth,
    )  # fmt: skip
    drape += "".join(
        line(hair.d(start, curve, close=False), tone, 2.6, 0.55)
        for start, curve, tone in (
            ((-1.0, 212), (-0.7, 262, 0.2, 290, 0.9, 300), dark),
            ((-1.3, 240), (-0.9, 290, -0.1, 314, 0.5, 318), dark),
            ((0.9, 216), (0.7, 250, 0.2, 274, -0.3, 282), light),
            ((1.3, 236), (1.2, 270, 0.8, 292, 0.4, 302), dark),
        )
    )
    inner_jaw = who.jaw / who.cheek
    front = path(
        hair.d(
            (-1.24, 160), (-1.34, 90, -1.0, 40, 0, 40), (1.0, 40, 1.34, 90, 1.24, 160),
            (1.24, 200, 0.9, 236, 0.3, 246), (0.1, 248, -0.1, 248, -0.3, 246),
            (-0.9, 236, -1.24, 200, -1.24, 160), close=True,
        )
        + hair.d(
            (0, 92), (-0.6, 92, -0.9, 112, -0.93, 146),
            (-0.94, 172, -inner_jaw * 0.98, 190, -inner_jaw * 0.78, 204),
            (-0.4, who.chin - 1, -0.2, who.chin + 1, 0, who.chin + 1),
            (0.2, who.chin + 1, 0.4, who.chin - 1, inner_jaw * 0.78, 204),
            (inner_jaw * 0.98, 190, 0.94, 172, 0.93, 146), (0.9, 112, 0.6, 92, 0, 92),
        ),
        cloth,
    ).replace("<path ", '<path fill-rule="evenodd" ')  # fmt: skip
    front += line(
        hair.d(
            (-0.96, 150),
            (-0.94, 106, -0.6, 88, 0, 88),
            (0.6, 88, 0.94, 106, 0.96, 150),
            close=False,
        ),
        light,
        2.4,
        0.5,
    )
    front += line(
        hair.d((-0.6, 60), (-0.9, 76, -1.08, 104, -1.1, 150), close=False), dark, 2.2, 0.4
    )
    front += line(hair.d((0.3, 50), (0.8, 66, 1.1, 100, 1.12, 156), close=False), dark, 2.6, 0.5)
    front += line(hair.d((0.0, 52), (0.6, 62, 0.96, 90, 1.02, 126), close=False), light, 2.0, 0.35)
    return Layers(back=back, mid=drape, front=front)


def beard(who: Person) -> str:
    """A beard, to lie on the face under the mouth; nothing without one."""
    if who.beard is None:
        return ""
    hair = _Hair(who)
    tone = mix(who.hair, "#4c3b33", 0.12) if brightness(who.hair) < 0.8 else who.hair
    j, chin = who.jaw / who.cheek, who.chin
    if who.beard == "stubble":
        return path(_jaw_mask(hair, j, chin, 1, 150), mix(tone, who.skin, 0.45), opacity=0.42)
    moustache = path(
        hair.d(
            (0, 182), (-0.16, 177, -0.36, 182, -0.46, 197), (-0.36, 193, -0.18, 191, 0, 190),
            (0.18, 191, 0.36, 193, 0.46, 197), (0.36, 182, 0.16, 177, 0, 182),
        ),
        tone,
    )  # fmt: skip
    if who.beard == "moustache":
        return moustache
    if who.beard == "goatee":
        tuft = path(
            hair.d(
                (-0.42, 192), (-0.5, 206, -0.42, chin + 6, 0, chin + 9),
                (0.42, chin + 6, 0.5, 206, 0.42, 192), (0.36, 206, 0.2, 209, 0, 209),
                (-0.2, 209, -0.36, 206, -0.42, 192),
            ),
            across(Stop(0, lighter(tone, 0.12)), Stop(100, darker(tone, 0.2))),
        )  # fmt: skip
        return tuft + moustache
    drop = 20 if who.beard == "full" else 4
    shade = across(Stop(0, lighter(tone, 0.14)), Stop(45, tone), Stop(100, darker(tone, 0.24)))
    body = path(_jaw_mask(hair, j, chin, drop, 146), shade, opacity=0.97)
    strands = ""
    if who.beard == "full":
        strands = hair.strands(
            hair.d((-0.5, 212), (-0.42, 226, -0.3, 234, -0.14, chin + 14), close=False),
            hair.d((-0.2, 216), (-0.16, 226, -0.08, 232, 0.02, chin + 12), close=False),
            hair.d((0.24, 216), (0.24, 226, 0.2, 234, 0.14, chin + 12), close=False),
            hair.d((0.56, 208), (0.5, 222, 0.42, 230, 0.3, chin + 10), close=False),
        )
    return body + strands + moustache


def _jaw_mask(hair: _Hair, j: float, chin: float, drop: float, top: float) -> str:
    """Path data of the lower face, from the sideburns down, open around the mouth."""
    return hair.d(
        (-1.0, top), (-1.03, 176, -j * 1.12, 190, -j * 0.92, 205),
        (-j * 0.66, chin + drop * 0.7, -j * 0.3, chin + drop, 0, chin + drop),
        (j * 0.3, chin + drop, j * 0.66, chin + drop * 0.7, j * 0.92, 205),
        (j * 1.12, 190, 1.03, 176, 1.0, top), (0.93, 166, 0.86, 184, 0.56, 187),
        (0.4, 180, 0.2, 178, 0, 181), (-0.2, 178, -0.4, 180, -0.56, 187),
        (-0.86, 184, -0.93, 166, -1.0, top),
    )  # fmt: skip
