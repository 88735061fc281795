"""A corridor in a hospital, with doors on both sides and a window at its end."""

from typing import NamedTuple

from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import Hole, frame, piece_of_wall
from game.drawing.scenery.outdoors import sky, tree
from game.drawing.svg import across, down, glow, number, path, points, rect

_TOP, _BOTTOM = 250.0, 500.0  # of the wall at the far end


class _Corridor(NamedTuple):
    """The corridor in perspective: its own width, and that of the far end."""

    w: float

    @property
    def middle(self) -> float:
        return self.w * 0.5

    @property
    def far(self) -> float:
        """Half the width of the far end."""
        return self.w * 0.11

    def half(self, depth: float) -> float:
        """Half the width at a depth of 0 (here) to 1 (the far end)."""
        return self.w / 2 + (self.far - self.w / 2) * depth


@place(has_table=False)
def hospital_corridor(air: Air, w: float) -> str:
    """Ceiling, walls and floor, the far end, and what is along the sides."""
    c = _Corridor(w)
    drawn = _shell(air, c) + _far_end(air, c)
    drawn += glow(c.middle, _BOTTOM - 60, c.far * 2.6, 190, air.lit("#fffaf0", "#8d9cc0"), 0.5)
    drawn += path(
        f"M{points(c.middle - c.far + 30, _BOTTOM)}H{number(c.middle + c.far - 30)}"
        f"L{points(c.middle + w * 0.17, 760)}H{number(c.middle - w * 0.17)}Z",
        air.lit("#fffdf6", "#8fa0c4"), opacity=air.dim(0.3, 0.1),
    )  # fmt: skip
    drawn += _side(air, c, -1) + _side(air, c, 1)
    return drawn + "".join(_ceiling_light(air, c, 0.1 + place * 0.24) for place in range(4))


def _shell(air: Air, c: _Corridor) -> str:
    w, left, right = number(c.w), c.middle - c.far, c.middle + c.far
    drawn = rect(0, 0, c.w, HEIGHT, air.tint("#d8ddd7"))  # shows where two edges meet
    drawn += path(
        f"M0 0H{w}L{points(right, _TOP)}H{number(left)}Z",
        down(air.tint("#dfe3df"), air.tint("#f4f3ec")),
    )
    drawn += path(
        f"M0 0L{points(left, _TOP)}V{number(_BOTTOM)}L0 {number(HEIGHT)}Z",
        across(air.tint("#d3dcd6"), air.tint("#eef0ea")),
    )
    drawn += path(
        f"M{w} 0L{points(right, _TOP)}V{number(_BOTTOM)}L{points(c.w, HEIGHT)}Z",
        across(air.tint("#e2e5de"), air.tint("#bccac6")),
    )
    return drawn + path(
        f"M0 {number(HEIGHT)}L{points(left, _BOTTOM)}H{number(right)}L{points(c.w, HEIGHT)}Z",
        down(air.tint("#d9d7ca"), air.tint("#a9b1a8")),
    )


def _far_end(air: Air, c: _Corridor) -> str:
    left, far = c.middle - c.far, c.far
    window = Hole(left + far * 0.24, _TOP + 36, far * 1.52, 150)
    drawn = sky(air, *window, "ward") + tree(air, c.middle + far * 0.3, _TOP + 190, 130, "ward")
    end = Hole(left, _TOP, far * 2, _BOTTOM - _TOP)
    drawn += piece_of_wall(air.tint("#e7e8e0"), end, window)
    return drawn + frame(air, window, 2, 1, "#f7f6f0", 6)


def _ceiling_light(air: Air, c: _Corridor, near: float) -> str:
    def at(depth: float, share: float) -> tuple[float, float]:
        return c.middle + c.half(depth) * share, _TOP * depth

    end = near + 0.13
    corners = [at(near, -0.12), at(near, 0.12), at(end, 0.12), at(end, -0.12)]
    d = "L".join(points(*corner) for corner in corners)
    drawn = path(f"M{d}Z", air.lit("#fffef8", "#fff0d0"), opacity=air.dim(0.95, 0.75))
    x, y = at(end, 0)
    size = 1.1 - end
    return drawn + glow(x, y + 40, 240 * size, 130 * size, air.lit("#ffffff", "#ffe2b0"), 0.35)


def _side(air: Air, c: _Corridor, side: int) -> str:
    def at(depth: float, height: float) -> str:
        y_top, y_bottom = _TOP * depth, HEIGHT + (_BOTTOM - HEIGHT) * depth
        return points(c.middle + side * c.half(depth), y_top + (y_bottom - y_top) * height)

    def quad(near: float, far: float, high: float, low: float) -> str:
        return f"M{at(near, high)}L{at(far, high)}L{at(far, low)}L{at(near, low)}Z"

    is_left = side < 0
    drawn = path(quad(0, 1, 0.62, 1), air.tint("#9db8ad" if is_left else "#8eaaa2"), opacity=0.5)
    for near, far in ((0.18, 0.42), (0.62, 0.74), (0.86, 0.92)):
        glass = (near + (far - near) * 0.62, near + (far - near) * 0.8)
        drawn += path(quad(near - 0.02, far + 0.012, 0.25, 1), air.tint("#f3f1e8"))
        drawn += path(quad(near, far, 0.28, 1), air.tint("#b98f62" if is_left else "#a67e55", 0.6))
        drawn += path(quad(*glass, 0.38, 0.56), air.lit("#dfe8e6", "#f3c98a"), opacity=0.9)
        drawn += path(quad(far + 0.035, far + 0.05, 0.42, 0.47), air.lit("#d8a04f", "#ffb45e"))
    drawn += path(quad(0, 1, 0.655, 0.68), air.tint("#b38a5c"))
    return drawn + path(quad(0, 1, 0.68, 0.69), air.tint("#6e5a43"), opacity=0.4)
