"""What rooms are built of: walls, windows, floors, lamps, plants and pictures."""

from collections.abc import Iterable, Mapping, Sequence
from math import cos, pi, sin
from typing import NamedTuple

from engine.scenario.vocabulary import Hour
from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air
from game.drawing.scenery.weather import weather_behind
from game.drawing.svg import (
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
    points,
    rect,
)

SKIRT = 660.0  # where walls end
# Design choices: what clocks say where the story says more than that it is day, in hours and
# minutes.
_O_CLOCK: Mapping[Hour, tuple[int, int]] = {
    "morning": (6, 52), "evening": (19, 25), "night": (23, 50),
}  # fmt: skip


class Hole(NamedTuple):
    """An opening in a wall."""

    x: float
    y: float
    width: float
    height: float


# --- walls and floors -------------------------------------------------------------------------


def wall(fill: Fill, width: float, holes: Iterable[Hole]) -> str:
    """A wall over everything so far, with rectangular openings."""
    return path(f"M0 0H{number(width)}V{number(SKIRT)}H0Z{cut(holes)}", fill, has_holes=True)


def cut(holes: Iterable[Hole]) -> str:
    """Path data of those openings, to be left out of what has holes."""
    return "".join(f"M{points(x, y)}v{number(h)}h{number(w)}v{number(-h)}z" for x, y, w, h in holes)


def piece_of_wall(fill: str, at: Hole, hole: Hole) -> str:
    """A piece of wall with one opening."""
    x, y, w, h = at
    outer = f"M{points(x, y)}h{number(w)}v{number(h)}h{number(-w)}z"
    return path(outer + cut([hole]), fill, has_holes=True)


def plaster(air: Air, colour: str, shade: str) -> Paint:
    """How light falls along a wall: from the left."""
    return across(
        Stop(0, air.tint(lighter(colour, 0.35))), Stop(55, air.tint(colour)),
        Stop(100, air.tint(shade)),
    )  # fmt: skip


def skirting(air: Air, width: float, colour: str) -> str:
    """The board along the foot of a wall."""
    top = SKIRT - 22
    return rect(0, top, width, 22, air.tint(colour)) + rect(
        0, top, width, 2.5, air.tint(lighter(colour, 0.4))
    )


def floor(air: Air, width: float, colour: str, top: float = SKIRT) -> str:
    """A floor that comes towards the viewer."""
    fill = down(air.tint(darker(colour, 0.12)), air.tint(lighter(colour, 0.08)))
    return rect(0, top, width, HEIGHT - top, fill)


# --- windows and light ------------------------------------------------------------------------


def frame(air: Air, hole: Hole, columns: int, rows: int, colour: str, bar: float = 9.0) -> str:
    """A window frame around an opening, with glazing bars, a reveal and a sill, and what weather it
    is behind the glass.
    """
    x, y, w, h = hole
    wood, shade = air.tint(colour, 0.7), air.tint(darker(colour, 0.22), 0.7)
    drawn = weather_behind(air, x, y, w, h) + rect(x, y, w, bar * 1.2, shade, opacity=0.75)
    drawn += rect(x, y, bar * 0.9, h, shade, opacity=0.5)
    outer = f"M{points(x, y)}h{number(w)}v{number(h)}h{number(-w)}z"
    drawn += path(outer, stroke=wood, width=bar * 1.4)
    for place in range(1, columns):
        at = x + w * place / columns
        drawn += rect(at - bar / 2, y, bar, h, wood) + rect(at + bar / 2 - 2, y, 2, h, shade)
    for place in range(1, rows):
        at = y + h * place / rows
        drawn += rect(x, at - bar / 2, w, bar, wood) + rect(x, at + bar / 2 - 2, w, 2, shade)
    drawn += rect(x - bar * 1.8, y + h, w + bar * 3.6, bar * 1.5, wood, 2)
    return drawn + rect(x - bar * 1.8, y + h + bar * 1.5, w + bar * 3.6, bar * 0.8, shade, 2, 0.55)


def beam(air: Air, corners: Sequence[float], strength: float = 0.3) -> str:
    """A slanting patch of daylight, from the coordinates of its corners; under a grey sky none."""
    if air.weather != "clear":
        return ""
    steps = "L".join(points(*corners[at : at + 2]) for at in range(0, len(corners), 2))
    return path(f"M{steps}Z", air.lit("#fff4dc", "#7f8fb5"), opacity=strength * air.dim(1, 0.14))


def pendant(air: Air, x: float, length: float, size: float, colour: str) -> str:
    """A hanging lamp; at dusk it is lit."""
    shade = air.tint(colour, 0.45)

    def at(dx: float, drop: float) -> str:
        return points(x + size * dx, length + size * drop)

    drawn = line(f"M{points(x, 0)}V{number(length)}", air.tint("#4d4944"), 2.4)
    drawn += path(
        f"M{at(-0.2, 0)}h{number(size * 0.4)}C{at(0.5, 0.14)} {at(0.95, 0.5)} {at(1, 0.8)}"
        f"H{number(x - size)}C{at(-0.95, 0.5)} {at(-0.5, 0.14)} {at(-0.2, 0)}Z",
        across(lighter(shade, 0.22), darker(shade, 0.2)),
    )
    bulb = length + size * 0.8
    drawn += ellipse(x, bulb, size * 0.98, size * 0.09, air.lit("#fff8e6", "#ffd9a0"))
    return drawn + glow(
        x, bulb + size * 0.9, size * 4.6, size * 3.6, "#ffcf8f", air.dim(0.10, 0.55)
    )


# --- plants and pictures ----------------------------------------------------------------------


def plant(air: Air, x: float, base: float, size: float, seed: str) -> str:
    """A plant with long leaves in a pot."""
    drawn, foot = "", base - size * 0.4
    for place in range(11):
        lean = (place - 5) / 5
        reach = size * (0.75 + 0.5 * chance(seed, f"leaf{place}"))
        tip_x, tip_y = x + lean * reach * 0.72, base - size * 0.5 - reach * (1 - abs(lean) * 0.45)
        middle = (base + tip_y) / 2
        drawn += path(
            f"M{points(x, foot)}"
            f"Q{points(x + lean * size * 0.1 - 9, middle - size * 0.2, tip_x, tip_y)}"
            f"Q{points(x + lean * size * 0.3 + 11, middle, x, foot)}Z",
            air.tint(mix("#7d9a72", "#45654f", chance(seed, f"tone{place}"))),
        )
    pot = air.tint("#c07f5c")
    return drawn + path(
        f"M{points(x - size * 0.27, base - size * 0.46)}h{number(size * 0.54)}"
        f"l{points(-size * 0.08, size * 0.46)}h{number(-size * 0.38)}z",
        across(lighter(pot, 0.14), darker(pot, 0.2)),
    )


def _mount(air: Air, x: float, y: float, w: float, h: float) -> str:
    drawn = rect(x + 5, y + 8, w, h, air.tint("#6b5d4a"), 2, 0.3)
    drawn += rect(x, y, w, h, air.tint("#7a6046", 0.6), 2)
    return drawn + rect(x + 7, y + 7, w - 14, h - 14, air.tint("#f2ecdf", 0.6), 1)


def polder_picture(air: Air, x: float, y: float, w: float, h: float) -> str:
    """A framed landscape with a ditch to the horizon."""
    ix, iy, iw, ih = x + 17, y + 17, w - 34, h - 34
    fields = down(
        Stop(0, air.tint("#a9c3cf", 0.5)), Stop(64, air.tint("#efe5d0", 0.5)),
        Stop(66, air.tint("#8fa07c", 0.5)), Stop(100, air.tint("#65805f", 0.5)),
    )  # fmt: skip
    ditch = f"M{points(ix + iw * 0.5, iy + ih * 0.66)}L{points(ix + iw * 0.42, iy + ih)}"
    drawn = _mount(air, x, y, w, h) + rect(ix, iy, iw, ih, fields)
    return drawn + line(ditch, air.tint("#d8e2e2", 0.5), 3, 0.8)


def portrait_picture(air: Air, x: float, y: float, w: float, h: float) -> str:
    """A framed portrait, without a face."""
    ix, iy, iw, ih = x + 17, y + 17, w - 34, h - 34
    drawn = _mount(air, x, y, w, h)
    drawn += rect(ix - 6, iy - 6, iw + 12, ih + 12, down(air.tint("#7b7466"), air.tint("#4e4a42")))
    drawn += ellipse(x + w / 2, iy + ih * 0.4, iw * 0.2, ih * 0.19, air.tint("#c9a487", 0.55))
    shoulder = iy + ih * 0.6
    return drawn + path(
        f"M{points(ix, iy + ih + 6)}"
        f"C{points(ix + iw * 0.06, shoulder, ix + iw * 0.94, shoulder, ix + iw, iy + ih + 6)}Z",
        air.tint("#2f3640"),
    )


def print_picture(air: Air, x: float, y: float, w: float, h: float) -> str:
    """A framed print of a sun over two planes."""
    ix, iy, iw, ih = x + 17, y + 17, w - 34, h - 34
    drawn = _mount(air, x, y, w, h)
    drawn += ellipse(x + w * 0.42, y + h * 0.42, iw * 0.22, iw * 0.22, air.tint("#c9704a", 0.5))
    drawn += rect(ix, iy + ih * 0.55, iw, ih * 0.2, air.tint("#2d5d73", 0.5))
    return drawn + rect(ix, iy + ih * 0.75, iw, ih * 0.25, air.tint("#d7b97c", 0.5))


def hands(
    air: Air, x: float, y: float, long: float, usual: tuple[int, int], *, fast: int = 0
) -> str:
    """Path data of the hands of a clock, which tells the hour of the story.

    usual: the time by day; long: the minute hand; fast: by how many minutes.
    """
    hour, minute = _O_CLOCK.get(air.hour, usual)
    minute += fast
    drawn = ""
    for turn, length in (((hour + minute / 60) / 12, long * 0.62), (minute / 60, long)):
        angle = 2 * pi * turn
        drawn += f"M{points(x, y)}L{points(x + length * sin(angle), y - length * cos(angle))}"
    return drawn
