"""Figures as lines, for drawings: their renderers know no text."""

from game.drawing.svg import line, number, points, rect

# Each ten units wide and sixteen high, drawn for this game.
_DIGITS = (
    "M5 0C2 0 .5 3 .5 8s1.5 8 4.5 8 4.5-3 4.5-8S8 0 5 0z",
    "M2 3.2L6.2 0v16",
    "M.6 4.2C.6 1.7 2.5 0 5 0s4.4 1.7 4.4 4.1C9.4 8.2.6 11 .6 16h9",
    "M.8 2.2C1.8.8 3.2 0 5 0c2.6 0 4.2 1.5 4.2 3.7S7.4 7.4 4.6 7.4c3 0 5 1.7 5 4.3S7.7 16 5 16"
    "C3 16 1.4 15.2.4 13.6",
    "M7.2 16V0L.2 11.6h9.6",
    "M8.8 0H1.8L1 7.2C2.1 6.4 3.4 6 4.9 6c2.8 0 4.7 2 4.7 5S7.7 16 5 16c-2 0-3.6-.8-4.6-2.4",
    "M8.4 1.4C7.6.5 6.5 0 5.3 0 2.1 0 .4 3.4.4 8.6.4 13.4 2 16 5 16s4.6-2 4.6-4.9S7.8 6.3 5.2 6.3"
    "C2.6 6.3.7 8.2.4 10.6",
    "M.4 0h9.2L4.2 16",
    "M5 7.4C2.6 7.4 1 5.9 1 3.7S2.6 0 5 0s4 1.5 4 3.7-1.6 3.7-4 3.7zM5 7.4C2.2 7.4.4 9.1.4 11.7"
    "S2.2 16 5 16s4.6-1.7 4.6-4.3S7.8 7.4 5 7.4z",
    "M1.6 14.6C2.4 15.5 3.5 16 4.7 16c3.2 0 4.9-3.4 4.9-8.6C9.6 2.6 8 0 5 0S.4 2 .4 4.9s1.8 4.8 4.4"
    " 4.8c2.6 0 4.5-1.9 4.8-4.3",
)
_WIDE, _HIGH, _NEXT = 10.0, 16.0, 13.0  # of a digit, and from one to the next
_THICK = 2.2
_PAPER, _INK = "#f7f3e8", "#3a444c"


def plate(count: int, x: float, y: float, wide: float, high: float) -> str:
    """A label around that middle with a number on it."""
    digits = str(count)
    across = _NEXT * (len(digits) - 1) + _WIDE
    scale = min(high * 0.64 / _HIGH, wide * 0.72 / across)
    left, top = x - across * scale / 2, y - _HIGH * scale / 2
    drawn = rect(x - wide / 2, y - high / 2, wide, high, _PAPER, 2)
    for at, digit in enumerate(digits):
        place = points(left + at * _NEXT * scale, top)
        figure = line(_DIGITS[int(digit)], _INK, _THICK)
        drawn += f'<g transform="translate({place}) scale({number(scale)})">{figure}</g>'
    return drawn
