"""A plain sitting room; also used for places without a drawing."""

from game.drawing.colours import mix
from game.drawing.scenery.air import Air, place
from game.drawing.scenery.indoors import (
    SKIRT,
    Hole,
    beam,
    floor,
    frame,
    plant,
    plaster,
    polder_picture,
    portrait_picture,
    print_picture,
    skirting,
    wall,
)
from game.drawing.scenery.outdoors import land, sky, tree
from game.drawing.svg import across, glow, line, number, path, points, rect


@place()
def room(air: Air, w: float) -> str:
    """A tall window with curtains, pictures and a lamp."""
    window = Hole(w * 0.08, 90.0, w * 0.2, 430.0)
    drawn = _garden(air, window) + wall(plaster(air, "#e6dccb", "#cdbfa9"), w, (window,))
    drawn += frame(air, window, 2, 3, "#f4efe5") + _curtains(air, window)
    drawn += beam(air, (w * 0.36, 150, w * 0.52, 190, w * 0.58, 470, w * 0.42, 430), 0.4)
    drawn += polder_picture(air, w * 0.44, 130, 230, 160)
    drawn += print_picture(air, w * 0.66, 116, 120, 150)
    drawn += portrait_picture(air, w * 0.66 + 146, 116, 120, 150)
    drawn += _lamp(air, w * 0.9) + skirting(air, w, "#f0eadd") + floor(air, w, "#b79a74")
    return drawn + plant(air, w * 0.335, SKIRT + 20, 150, "room")


def _garden(air: Air, window: Hole) -> str:
    x, y, width, height = window
    drawn = sky(air, x, y, width, height, "room") + land(air, x, width, y + height * 0.82, "room")
    drawn += rect(x, y + height * 0.82, width, height * 0.2, air.tint("#9aab86"))
    return drawn + tree(air, x + width * 0.7, y + height * 0.9, 210, "room")


def _curtains(air: Air, window: Hole) -> str:
    x, right, drawn = window.x, window.x + window.width, ""
    for side, start in ((1, x - 34), (-1, right + 34)):
        for fold in range(5):
            at = start + side * fold * 15
            drawn += path(
                f"M{points(at, 66)}h{side * 17}"
                f"C{points(at + side * 15, 260, at + side * 22, 420, at + side * 14, 610)}"
                f"h{-side * 18}C{points(at - side * 4, 420, at + side * 4, 240, at, 66)}Z",
                air.tint(mix("#f5f0e6", "#cfc5b4", fold % 2 * 0.5)),
                opacity=0.93,
            )
    return drawn + line(f"M{points(x - 60, 64)}H{number(right + 60)}", air.tint("#8b7759"), 7)


def _lamp(air: Air, x: float) -> str:
    drawn = line(f"M{points(x, 220)}V{number(SKIRT)}", air.tint("#5b4a38"), 6)
    drawn += glow(x, 230, 380, 360, "#ffcf8f", air.dim(0.22, 0.6))
    shade = across(air.lit("#fdf3dc", "#ffdca6"), air.lit("#e5d3b0", "#d99f62"))
    return drawn + path(f"M{points(x - 42, 150)}h84l30 104h-144z", shade)
