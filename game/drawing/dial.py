"""A number from 0 to 1 as a dial, and the way it came as a small line."""

from collections.abc import Sequence
from math import cos, pi, sin

from game.drawing.svg import document, ellipse, line, points

SIZE = 100.0  # units, both ways
SPARK = (100.0, 28.0)
_RADIUS, _THICK = 41.0, 11.0
_START, _SWEEP = 0.75 * pi, 1.5 * pi  # from lower left, clockwise, to lower right
_MARGIN = 5.0
_LEAST_RANGE = 0.1  # so that a change of a point or two stays a small one


def dial_svg(value: float, full: str, soft: str) -> str:
    """An open ring that is filled as far as the value; full, soft: its two colours."""
    shown = min(max(value, 0.0), 1.0)
    ring = line(_arc(1.0), soft, _THICK)
    return document(SIZE, SIZE, ring, line(_arc(shown), full, _THICK) if shown > 0 else "")


def _arc(share: float) -> str:
    end = _START + _SWEEP * share
    is_large = int(_SWEEP * share > pi)
    return f"M{_at(_START)}A{points(_RADIUS, _RADIUS)} 0 {is_large} 1 {_at(end)}"


def _at(angle: float) -> str:
    middle = SIZE / 2
    return points(middle + _RADIUS * cos(angle), middle + _RADIUS * sin(angle))


def spark_svg(path: Sequence[float], colour: str) -> str:
    """The values so far, the last one marked."""
    wide, high = SPARK
    low, top = min(path), max(path)
    spread = max(top - low, _LEAST_RANGE)
    middle = (low + top) / 2
    step = (wide - 2 * _MARGIN) / max(1, len(path) - 1)
    at = [
        (_MARGIN + step * n, high / 2 - (value - middle) / spread * (high - 2 * _MARGIN))
        for n, value in enumerate(path)
    ]
    drawn = "L".join(points(*each) for each in at)
    return document(
        wide, high, line(f"M{drawn}", colour, 2.2) if len(at) > 1 else "",
        ellipse(*at[-1], 3.4, 3.4, colour),
    )  # fmt: skip
