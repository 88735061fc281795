"""A quay in a harbour, where people stand among containers."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.outdoors import birds, land, sky, water
from game.drawing.svg import across, down, ellipse, line, number, path, points, rect

_QUAY = 590.0
_BOXES = ("#a9553a", "#3f6d86", "#8f9a86", "#c79a4a", "#6b5e78")
_FAR_BOXES = ("#b0644a", "#5a8195", "#a8a48e", "#cda85e", "#7f7288")


@place(is_outdoors=True)
def harbour(air: Air, w: float) -> str:
    """Cranes near and far, a ship, the quay."""
    drawn = sky(air, 0, 0, w, 500, "port") + land(air, 0, w, 490, "port", "#8a97a0")
    haze = mix(air.tint("#6f8190", 0.5), air.sky[2], 0.45)
    for share, size in ((0.1, 0.62), (0.2, 0.7), (0.9, 0.66)):
        drawn += _crane(w * share, 494, 230 * size, haze, haze)
    drawn += water(air, 0, 490, w, 410) + _ship(air, w * 0.43, 530, w * 0.3)
    steel, boom = air.tint("#3f6d86", 0.5), air.tint("#c8623a", 0.45)
    drawn += _crane(w * 0.72, 560, 400, steel, boom) + _crane(w * 0.84, 566, 360, steel, boom)
    drawn += _quay(air, w) + _containers(air, w) + _bollards(air, w)
    flock = ((0.3, 240.0, 16.0), (0.35, 206.0, 12.0), (0.55, 150.0, 13.0))
    gulls = ((w * x, y, size, size * 0.5) for x, y, size in flock)
    return drawn + birds(gulls, air.tint("#f8f7f2", 0.3), 2.8, 0.9)


def _quay(air: Air, w: float) -> str:
    drawn = path(
        f"M{points(w * 0.56, _QUAY - 20)}H{number(w)}V{number(HEIGHT)}H{number(w * 0.44)}Z",
        down(air.tint("#b5afa3"), air.tint("#989184")),
    )
    return drawn + path(
        f"M{points(w * 0.56, _QUAY - 20)}L{points(w * 0.44, HEIGHT)}h-26"
        f"L{points(w * 0.552, _QUAY - 20)}Z",
        air.tint("#6f6a60"),
    )


def _containers(air: Air, w: float) -> str:
    drawn = ""
    for row in range(2):
        for box in range(5):
            lean = chance(f"box{row}", str(box))
            if row == 1 and lean < 0.35:
                continue
            colour = air.tint(_BOXES[int(lean * 4.99)], 0.55)
            x, y = w * 0.66 + box * w * 0.072, _QUAY - 36 - row * 46
            side = across(lighter(colour, 0.16), darker(colour, 0.2))
            drawn += rect(x, y, w * 0.068, 44, side, 1)
            for k in range(8):
                rib = f"M{points(x + 8 + k * w * 0.0075, y + 5)}v34"
                drawn += line(rib, darker(colour, 0.3), 1.6, 0.4)
    return drawn


def _bollards(air: Air, w: float) -> str:
    drawn = ""
    for bollard in range(3):
        x, y, size = w * (0.55 - 0.03 * bollard), 610 + 70.0 * bollard, 16 + 7.0 * bollard
        drawn += rect(x - size * 0.4, y - size, size * 0.8, size, air.tint("#3d4347"), 3)
        drawn += ellipse(x, y - size, size * 0.7, size * 0.26, air.tint("#555c60"))
    return drawn


def _crane(x: float, base: float, size: float, steel: str, boom: str) -> str:
    thick, deck = size * 0.03, base - size * 0.62

    def at(dx: float, rise: float) -> str:
        return points(x + size * dx, base - size * rise)

    drawn = line(f"M{at(-0.14, 0)}L{at(-0.09, 0.62)}", steel, thick)
    drawn += line(f"M{at(0.14, 0)}L{at(0.09, 0.62)}", steel, thick)
    drawn += line(f"M{at(-0.12, 0.34)}H{number(x + size * 0.12)}", steel, thick)
    drawn += line(f"M{points(x - size * 0.56, deck)}H{number(x + size * 0.3)}", boom, thick * 1.3)
    stays = f"M{at(0, 0.62)}L{at(0.02, 0.95)}L{at(-0.5, 0.64)}M{at(0.02, 0.95)}L{at(0.28, 0.64)}"
    drawn += line(stays, steel, thick * 0.5)
    drawn += rect(x + size * 0.1, base - size * 0.6, size * 0.12, size * 0.09, boom, 2)
    return drawn + line(f"M{at(-0.34, 0.6)}v{number(size * 0.22)}", steel, thick * 0.4)


# --- the ship ---------------------------------------------------------------------------------


def _ship(air: Air, x: float, y: float, size: float) -> str:
    drawn = _bridge_house(air, x, y, size) + _cargo(air, x, y, size)
    drawn += path(
        f"M{points(x - size * 0.52, y - size * 0.06)}"
        f"L{points(x - size * 0.44, y - size * 0.035)}H{number(x + size * 0.46)}"
        f"L{points(x + size * 0.43, y + size * 0.05)}H{number(x - size * 0.45)}Z",
        air.tint("#334d5e", 0.5),
    )
    red = air.tint("#a04b38", 0.5)
    drawn += rect(x - size * 0.45, y + size * 0.036, size * 0.88, size * 0.016, red)
    wash = f"M{points(x - size * 0.6, y + size * 0.055)}H{number(x + size * 0.55)}"
    return drawn + line(wash, air.tint("#ffffff", 0.45), 2, 0.4)


def _bridge_house(air: Air, x: float, y: float, size: float) -> str:
    white, funnel = air.tint("#f3f1e9", 0.4), air.tint("#c8623a", 0.45)
    drawn = rect(x + size * 0.28, y - size * 0.24, size * 0.13, size * 0.2, white, 2)
    drawn += rect(x + size * 0.34, y - size * 0.3, size * 0.045, size * 0.07, funnel)
    for row in range(3):
        at = (x + size * 0.3, y - size * (0.21 - 0.035 * row))
        drawn += rect(*at, size * 0.09, size * 0.012, air.lit("#6f8793", "#ffd08a"))
    return drawn


def _cargo(air: Air, x: float, y: float, size: float) -> str:
    drawn = ""
    for row in range(3):
        for box in range(9 - row):
            lean = chance(f"deck{row}", str(box))
            colour = mix(air.tint(_FAR_BOXES[int(lean * 4.99)], 0.55), air.sky[2], 0.16)
            at = (x - size * 0.4 + box * size * 0.072, y - size * (0.075 + 0.037 * row))
            drawn += rect(*at, size * 0.069, size * 0.034, colour, 1)
    return drawn
