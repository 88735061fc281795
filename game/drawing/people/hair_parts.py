"""Parts that several hair styles share."""

from math import cos, sin

from game.drawing.chance import chance
from game.drawing.colours import lighter
from game.drawing.people.hair import Hair
from game.drawing.people.outline import Outline, mirrored
from game.drawing.people.person import CX
from game.drawing.svg import ellipse, line, path, points, scaled, turned

# Tufts of hair: x in half-widths of the face, y and radius in units.
Tufts = tuple[tuple[float, float, float], ...]


def under_cap(hair: Hair, depth: float = 6.0) -> str:
    """The shadow that hair throws on the forehead."""
    low, high = 128 + depth, 88 + depth
    return hair.shape(
        *mirrored((0, high), (0.6, high, 0.95, 100 + depth, 0.96, low), (0.97, 96, 0.6, 76, 0, 76)),
        fill=hair.shadow, opacity=0.22,
    )  # fmt: skip


def shine(hair: Hair) -> str:
    """Light on a bare crown."""
    return ellipse(CX - 16, 82, 17, 7, lighter(hair.who.skin, 0.6), 0.34)


def parted(hair: Hair, part: float, reach: float) -> str:
    """Hair that falls from a parting past the temples; `reach` is where its points end."""
    left: Outline = (
        (part, 74), (-0.45, 88, -0.82, 104, -0.93, 136), (-0.97, 150, -0.98, 164, -1.04, reach),
        (-1.24, 150, -1.24, 62, part, 46), (part + 0.05, 52),
    )  # fmt: skip
    right: Outline = (
        (part - 0.02, 72), (0.46, 84, 0.82, 102, 0.93, 136), (0.97, 150, 0.98, 164, 1.04, reach),
        (1.24, 150, 1.24, 58, part - 0.05, 46),
    )  # fmt: skip
    shadow = path(hair.d(left) + hair.d(right), hair.shadow, opacity=0.3)
    drawn = scaled(shadow, 0.93, 1.02, CX, 44)
    drawn += hair.shape(*left) + hair.shape(*right, fill=hair.shaded)
    return drawn + hair.strands(
        ((part - 0.08, 56), (-0.7, 66, -0.98, 96, -1.04, 146)),
        ((part - 0.1, 70), (-0.56, 84, -0.86, 102, -0.97, 136)),
        ((part + 0.12, 54), (0.74, 62, 1.0, 94, 1.06, 144)),
        ((part + 0.12, 69), (0.58, 80, 0.88, 100, 0.98, 136)),
    )


def pulled_back(hair: Hair) -> str:
    """Hair drawn tight over the head, for what is tied behind it."""
    cap = under_cap(hair, 4) + hair.shape(
        (-1.03, 146), (-1.14, 104, -1.08, 52, 0, 50), (1.08, 52, 1.14, 104, 1.03, 146),
        (0.97, 128, 0.93, 116, 0.86, 106), (0.6, 86, 0.24, 80, -0.12, 78),
        (-0.4, 86, -0.74, 94, -0.86, 106), (-0.93, 116, -0.97, 128, -1.03, 146),
    )  # fmt: skip
    return cap + hair.strands(
        ((-0.14, 76), (-0.5, 78, -0.86, 92, -1.0, 122)),
        ((-0.1, 68), (-0.56, 66, -0.96, 84, -1.05, 112)),
        ((0.0, 76), (0.44, 76, 0.82, 90, 0.98, 120)),
        ((0.0, 67), (0.5, 63, 0.94, 82, 1.04, 110)),
    )


def rope(hair: Hair, x: float, top: float, bottom: float, width: float, lean: float) -> str:
    """A plait of lobes that lie over each other by turns; `x` and `lean` in half-widths."""
    count = max(4, int((bottom - top) / (width * 0.36)))
    drawn = ""
    for knot in range(count):
        share = knot / (count - 1)
        side = 1 if knot % 2 else -1
        cx, y = hair.x(x + lean * share), top + (bottom - top) * share
        r = width * 0.5 * (1 - 0.4 * share)
        middle = cx + side * r * 0.36
        lobe = ellipse(middle, y, r * 0.98, r * 0.66, hair.dark)
        lobe += ellipse(middle, y - 1, r * 0.9, r * 0.56, hair.base)
        gleam = f"M{points(middle - r * 0.45, y - 1.5)}q{points(r * 0.45, -2, r * 0.8, 0.5)}"
        drawn += turned(lobe + line(gleam, hair.light, 1.2, 0.5), side * -34, cx, y)
    return drawn


# --- curls ------------------------------------------------------------------------------------


def cloud(hair: Hair, tufts: Tufts) -> str:
    """Round tufts that flow together."""
    rim = "".join(ellipse(hair.x(x) + 1, y + 2, r, r, hair.dark) for x, y, r in tufts)
    return rim + "".join(ellipse(hair.x(x), y, r, r, hair.base) for x, y, r in tufts)


def curl_marks(hair: Hair, tufts: Tufts, each: int) -> str:
    """Loose curls drawn as short open rings, light on the left and dark on the right."""
    marks = ""
    for place, (x, y, r) in enumerate(tufts):
        for curl in range(each):
            name = f"{place}.{curl}"
            angle, far = 6.283 * chance(hair.seed, f"a{name}"), chance(hair.seed, f"r{name}")
            cx = hair.x(x) + cos(angle) * r * 0.72 * far
            cy = y + sin(angle) * r * 0.72 * far
            size = 3.4 + 3.4 * chance(hair.seed, f"s{name}")
            is_light = chance(hair.seed, f"l{name}") < 0.62 - 0.22 * x
            ring = (
                f"M{points(cx - size, cy + size * 0.4)}a{points(size, size)} 0 1 1"
                f" {points(size * 1.7, size * 0.3)}"
            )
            marks += line(ring, hair.light if is_light else hair.dark, 1.5, 0.36)
    return marks


def ring_of_tufts(
    hair: Hair, middle: float, wide: float, high: float, radius: float, count: int
) -> Tufts:
    """Tufts along an oval around the head, of uneven size; `wide` in half-widths of the face."""
    tufts = []
    for place in range(count):
        angle = 6.2832 * place / count
        uneven = 0.78 + 0.44 * chance(hair.seed, f"tuft{place}")
        tufts.append((wide * cos(angle), middle + high * sin(angle), radius * uneven))
    return tuple(tufts)
