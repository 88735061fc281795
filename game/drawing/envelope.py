"""A sealed envelope."""

from typing import NamedTuple

from game.drawing.svg import document, ellipse, line, path, points, rect

ASPECT = 0.62  # height to width
SEAL = (0.5, 0.6)  # where the wax lies, in shares of width and height
SEAL_RADIUS = 1 / 9  # in shares of the width


class Stationery(NamedTuple):
    """The colours of an envelope; `mark` is what is pressed into the wax."""

    paper: str
    fold: str
    wax: str
    mark: str


def envelope_svg(width: float, colours: Stationery) -> str:
    """An envelope of that width, with wax but no letter in it, for renderers with fonts."""
    w, h = width, width * ASPECT
    edge = max(1.0, w / 110)
    x, y = w * SEAL[0], h * SEAL[1]
    radius, flap = w * SEAL_RADIUS, w / 40
    drawn = rect(0, 0, w, h, colours.paper, w / 22)
    drawn += line(f"M{points(0, h)}L{points(x, h * 0.46)}L{points(w, h)}", colours.fold, edge)
    drawn += path(f"M{points(0, flap)}H{points(w)}L{points(x, y)}Z", colours.paper)
    folded = f"M{points(edge, flap)}L{points(x, y)}L{points(w - edge, flap)}"
    drawn += line(folded, colours.fold, edge)
    drawn += _outline(w, h, edge, colours.fold) + ellipse(x, y, radius, radius, colours.wax)
    ring = radius * 0.74
    pressed = f"M{points(x - ring, y)}a{points(ring, ring)} 0 1 1 {points(2 * ring, 0)}"
    pressed += f"a{points(ring, ring)} 0 1 1 {points(-2 * ring, 0)}z"
    return document(w, h, drawn, line(pressed, colours.mark, max(0.7, edge / 2), 0.35))


def _outline(w: float, h: float, edge: float, colour: str) -> str:
    """A line along the inside of the paper, round at the corners."""
    m, r = edge / 2, w / 22
    arc = f"A{points(r - m, r - m)} 0 0 1 "
    d = (
        f"M{points(r, m)}H{points(w - r)}{arc}{points(w - m, r)}V{points(h - r)}"
        f"{arc}{points(w - r, h - m)}H{points(r)}{arc}{points(m, h - r)}V{points(r)}"
        f"{arc}{points(r, m)}Z"
    )
    return line(d, colour, edge)
