"""Nose and mouth."""

from dataclasses import dataclass

from game.drawing.colours import brightness, lighter, mix
from game.drawing.people.expression import Expression
from game.drawing.people.person import CX, Person
from game.drawing.svg import glow, line, path, points

NOSES: dict[str, float] = {"button": 172.0, "straight": 177.0, "strong": 179.0, "round": 175.0}
_BULGE = {"strong": 3.5, "straight": 1.0}  # of the bridge, where it shows


def nose(who: Person) -> str:
    """The shadow beside it, the light on its tip, nostrils and bridge."""
    w, tip, x = who.nose_width, NOSES[who.nose], CX + who.turn * 0.35
    shadow = path(
        f"M{points(x + 3, 150)}C{points(x + 5, 160, x + w + 3, tip - 8, x + w + 1.5, tip - 1)}"
        f"C{points(x + w - 2, tip + 4, x + 2, tip + 4, x, tip + 2.5)}"
        f"C{points(x + 4, tip - 6, x + 2, 160, x + 3, 150)}Z",
        who.crease(0.55), opacity=0.34,
    )  # fmt: skip
    light = glow(x - 2.5, tip - 6, 5.5, 6, lighter(who.skin, 0.6), 0.5)
    nostrils = line(
        f"M{points(x - w, tip - 3)}"
        f"C{points(x - w - 0.5, tip + 1.5, x - w * 0.45, tip + 1, x - w * 0.3, tip + 1.6)}"
        f"C{points(x - 2, tip + 3.6, x + 2, tip + 3.6, x + w * 0.3, tip + 1.6)}"
        f"C{points(x + w * 0.45, tip + 1, x + w + 0.5, tip + 1.5, x + w, tip - 3)}",
        who.crease(0.5), 2.0, 0.85,
    )  # fmt: skip
    return shadow + light + nostrils + _bridge(who, x)


def _bridge(who: Person, x: float) -> str:
    if who.nose not in _BULGE:
        return ""
    side, bulge = 1 if who.turn >= 0 else -1, _BULGE[who.nose]
    return line(
        f"M{points(x + side * 6.5, 141)}C{points(x + side * (4 + bulge), 152)}"
        f" {points(x + side * (5 + bulge), 161)} {points(x + side * 6, 167)}",
        who.crease(0.5), 1.6, 0.42,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mouth:
    """Where a mouth lies and how it is held. Lengths in units of the drawing."""

    x: float
    y: float
    half: float
    belly: float  # how far the seam sinks in the middle
    full: float  # how thick the lips are
    left: tuple[float, float]  # the corners
    right: tuple[float, float]

    @property
    def seam(self) -> str:
        """Path data of the line between the lips, from the left corner to the right."""
        y = self.y + self.belly
        return f"C{points(self.x - self.half * 0.45, y, self.x + self.half * 0.45, y, *self.right)}"

    def under(self, inset: tuple[float, float], share: float, drop: float) -> str:
        """Path data of what lies under the seam, down to `drop`; inset: of the left corner."""
        corner = (self.left[0] + inset[0], self.left[1] + inset[1])
        reach = self.half * share
        back = points(self.x + reach, drop, self.x - reach, drop, *corner)
        return f"M{points(*corner)}{self.seam}C{back}Z"


def mouth(who: Person, mood: Expression) -> str:
    """The lips, closed or with teeth between them, and the dent under them."""
    m = _held(who, mood)
    fade = max(0.0, (who.age - 50) / 60)
    strength = (0.55 if who.is_soft else 0.34) * (1 - 0.5 * fade)
    lip = mix(who.skin, "#a8383a" if brightness(who.skin) > 0.5 else "#7d2c33", strength)
    dark = mix(who.crease(0.9), "#4a1715", 0.62)
    drawn = _open(m, mood, lip) if mood.parted > 0 else path(
        m.under((3, 0.3), 0.5, m.y + m.belly + m.full * 2.0), lip
    )  # fmt: skip
    drawn += _upper_lip(m, mix(lip, dark, 0.12))
    drawn += line(f"M{points(*m.left)}{m.seam}", dark, 1.9, 0.9)
    drawn += _corner(m.left, -1, mood.curve, dark) + _corner(m.right, 1, mood.curve, dark)
    dent = f"M{points(m.x - 7, m.y + 15 + m.belly * 0.3 + mood.parted)}q7 3 14 0"
    return drawn + line(dent, who.crease(0.5), 1.6, 0.38)


def _held(who: Person, mood: Expression) -> _Mouth:
    x = CX + mood.shift + who.turn * 0.1
    y = 196.0 - (224 - who.chin) * 0.35 if who.chin < 224 else 196.5
    half, curve = mood.width * (0.97 if who.is_soft else 1.03), mood.curve
    fade = max(0.0, (who.age - 50) / 60)
    return _Mouth(
        x=x,
        y=y,
        half=half,
        belly=curve * 0.62,
        full=3.6 * who.lips * (1 - 0.35 * fade) * (1.15 if who.is_soft else 0.85),
        left=(x - half, y - curve * 0.55 + mood.skew * 0.5),
        right=(x + half, y - curve * 0.55 - mood.skew),
    )


def _open(m: _Mouth, mood: Expression, lip: str) -> str:
    drop = m.y + m.belly + mood.parted * 1.9
    drawn = path(m.under((0, 0), 0.6, drop + m.full * 1.5), lip)
    drawn += path(m.under((0, 0), 0.55, drop), "#7c2f2c")
    if mood.has_teeth:
        drawn += path(m.under((2, 0.4), 0.5, m.y + m.belly + mood.parted * 1.15), "#fbf6ee")
    return drawn


def _upper_lip(m: _Mouth, colour: str) -> str:
    x, half, low = m.x, m.half, m.y + m.belly
    bow = m.y + m.belly * 0.5 - m.full * 0.75
    return path(
        f"M{points(*m.left)}C{points(x - half * 0.5, bow - 0.5, x - 4, bow - 1.6, x, bow)}"
        f"C{points(x + 4, bow - 1.6, x + half * 0.5, bow - 0.5, *m.right)}"
        f"C{points(x + half * 0.45, low, x - half * 0.45, low, *m.left)}Z",
        colour,
    )


def _corner(at: tuple[float, float], side: int, curve: float, colour: str) -> str:
    """The end of the seam: up in a smile, down in a frown."""
    reach = 2.6 if curve > 1 else 1.4
    rise = -1.8 if curve > 1 else 1.2 if curve < -2 else 0.0
    tail = f"M{points(*at)}q{points(side * 1.2, rise * 0.2, side * reach, rise)}"
    return line(tail, colour, 1.7, 0.75)
