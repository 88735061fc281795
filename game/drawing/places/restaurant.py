"""A restaurant in an old refectory: arched windows, laid tables, candles."""

from game.drawing.colours import mix
from game.drawing.scenery.air import Air, place
from game.drawing.scenery.indoors import SKIRT, floor, pendant, plaster
from game.drawing.scenery.outdoors import land, sky, tree
from game.drawing.svg import down, ellipse, glow, line, number, path, points, rect


@place(table=("#c4a273", "#967346"))
def restaurant(air: Air, w: float) -> str:
    """Four arches over panelling, two tables and three lamps."""
    drawn = _park(air, w)
    arches = [(w * (0.055 + 0.245 * at), w * 0.15) for at in range(4)]
    openings = "".join(_arch(x, width) for x, width in arches)
    drawn += path(
        f"M0 0H{number(w)}V{number(SKIRT)}H0Z{openings}",
        plaster(air, "#ece4d3", "#cdbfa6"), has_holes=True,
    )  # fmt: skip
    drawn += "".join(_arched_frame(air, x, width) for x, width in arches)
    drawn += _panelling(air, w) + floor(air, w, "#b08e66")
    drawn += _laid_table(air, w * 0.03, 588, w * 0.3) + _laid_table(air, w * 0.67, 588, w * 0.3)
    for at in range(3):
        drawn += pendant(air, w * (0.255 + 0.245 * at), 96, 42, "#b98a52")
    return drawn


def _park(air: Air, w: float) -> str:
    drawn = sky(air, 0, 60, w, 470, "refter") + land(air, 0, w, 486, "refter")
    drawn += rect(0, 486, w, 80, air.tint("#93a782")) + tree(air, w * 0.22, 510, 240, "r1")
    return drawn + tree(air, w * 0.53, 506, 200, "r2") + tree(air, w * 0.86, 512, 250, "r3")


def _arch(x: float, width: float) -> str:
    """Path data of an opening with a round top."""
    right = x + width
    return (
        f"M{points(x, 520)}V220C{points(x, 130, x + width * 0.2, 90, x + width / 2, 90)}"
        f"C{points(x + width * 0.8, 90, right, 130, right, 220)}V520Z"
    )


def _arched_frame(air: Air, x: float, width: float) -> str:
    wood, arch = air.tint("#6f5a43"), _arch(x, width)
    drawn = path(arch, stroke=air.tint("#d8cbb3"), width=20, opacity=0.55)
    drawn += path(arch, stroke=wood, width=9) + rect(x + width / 2 - 3.5, 92, 7, 428, wood)
    drawn += "".join(rect(x, y, width, 5, wood) for y in (220.0, 320.0, 420.0))
    return drawn + rect(x - 16, 518, width + 32, 14, air.tint("#e6dcc7"), 2)


def _panelling(air: Air, w: float) -> str:
    drawn = rect(0, 540, w, SKIRT - 540, down(air.tint("#9c7b58"), air.tint("#7d5f42")))
    drawn += rect(0, 534, w, 9, air.tint("#b4926b"))
    for k in range(1, 20):
        groove = f"M{points(w * k / 20, 548)}V{number(SKIRT)}"
        drawn += line(groove, air.tint("#5d4530"), 2, 0.4)
    return drawn


def _laid_table(air: Air, x: float, y: float, wide: float) -> str:
    """A long table under a white cloth, with candles."""
    cloth, fold = air.tint("#f6f1e6", 0.55), air.tint("#d3c9b5", 0.6)
    edge = 34.0
    drawn = glow(x + wide / 2, y + 96, wide * 0.56, 16, air.tint("#4a3a2a"), 0.5)
    hanging = f"M{points(x, y + 24)}h{number(wide)}l-6 70h{number(12 - wide)}z"
    drawn += path(hanging, down(mix(cloth, fold, 0.35), fold))
    for pleat in range(1, 9):
        drawn += line(f"M{points(x + wide * pleat / 9, y + 30)}v58", fold, 3, 0.5)
    top = f"M{points(x + edge, y)}h{number(wide - edge * 2)}"
    drawn += path(f"{top}L{points(x + wide, y + 26)}H{number(x)}Z", cloth)
    for share in (0.22, 0.5, 0.78):
        drawn += ellipse(x + wide * (share - 0.1), y + 15, 22, 5, air.tint("#e4dccb", 0.6))
        drawn += _candle(air, x + wide * share, y + 14, 1.15)
    return drawn


def _candle(air: Air, x: float, y: float, size: float) -> str:
    wax = air.tint("#cddcd8", 0.4)
    drawn = rect(x - 4 * size, y - 22 * size, 8 * size, 22 * size, wax, 3, 0.75)
    drawn += glow(x, y - 26 * size, 60 * size, 54 * size, "#ffc983", air.dim(0.2, 0.55))
    return drawn + ellipse(x, y - 27 * size, 2.4 * size, 5.5 * size, "#ffdf9f")
