"""Where others talk, seen by whoever stays outside: one lit window across the water."""

from game.drawing.chance import chance
from game.drawing.colours import darker, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.outdoors import land, sky, water
from game.drawing.svg import Stop, down, glow, line, number, path, points, rect

_SHORE, _QUAY = 470.0, 650.0  # how low the far side lies, and where one's own begins
_HOUSES, _LIT = 11, 6  # how many there are across the water, and in which somebody talks
_LAMP, _WIDE = "#ffdf9a", 0.62  # and how much of the width the row of houses takes


@place(is_outdoors=True)
def from_afar(air: Air, w: float) -> str:
    """Roofs across the water, one window with a light, and a railing on this side."""
    drawn = sky(air, 0, 0, w, 500, "afar") + land(air, 0, w, _SHORE - 26, "afar")
    drawn += water(air, 0, _SHORE, w, _QUAY - _SHORE + 20)
    for house in range(_HOUSES):
        drawn += _house(air, w, house)
    x = _middle(w, _LIT) + 0.2 * w * _WIDE / (_HOUSES - 1)
    shine = down(Stop(0, _LAMP, 0.55), Stop(100, _LAMP, 0.0))
    drawn += rect(x - 9, _SHORE + 4, 18, 130, shine)
    drawn += glow(x, _SHORE - 70, 130, 90, _LAMP, air.dim(0.2, 0.7))
    stone = air.tint("#9a958a")
    drawn += rect(0, _QUAY, w, HEIGHT - _QUAY, down(stone, darker(stone, 0.4)))
    return drawn + _railing(air, w)


def _middle(w: float, house: int) -> float:
    return w * ((1 - _WIDE) / 2 + _WIDE * house / (_HOUSES - 1))


def _house(air: Air, w: float, house: int) -> str:
    """A gable; the one where they talk has a light on."""
    x, wide = _middle(w, house), w * _WIDE / (_HOUSES - 1) + 1
    high = 84 + 44 * chance(f"{house}", "high")
    brick = ("#8a6a58", "#a5776a", "#7c7468", "#b59a80")[int(4 * chance(f"{house}", "brick"))]
    wall = mix(air.tint(brick, 0.9), air.sky[1], 0.2)
    top = _SHORE - high
    roof = f"M{points(x - wide / 2, top)}l{number(wide / 2)} -40l{number(wide / 2)} 40Z"
    drawn = rect(x - wide / 2, top, wide, high, wall) + path(roof, darker(wall, 0.3))
    for at in (-0.2, 0.2):
        pane = _LAMP if house == _LIT and at > 0 else darker(wall, 0.4)
        drawn += rect(x + at * wide - 11, top + 20, 22, 30, pane)
    return drawn


def _railing(air: Air, w: float) -> str:
    iron = air.tint("#4d5559")
    drawn = line(f"M0 {number(_QUAY - 66)}H{number(w)}M0 {number(_QUAY - 34)}H{number(w)}", iron, 5)
    posts = "".join(f"M{points(w * at / 9, _QUAY - 70)}V{number(_QUAY + 8)}" for at in range(10))
    return drawn + line(posts, iron, 8)
