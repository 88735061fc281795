"""A glass room four floors up, over the docks of a flower auction, with a list on a screen."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import plant
from game.drawing.scenery.outdoors import land, sky
from game.drawing.scenery.perspective import Edge, Eye
from game.drawing.svg import across, down, ellipse, glow, line, number, path, points, rect

_HALF, _CEILING, _LOW = 1050.0, -120.0, 950.0  # of the room, as it is in front
_NEAR, _FAR = -0.45, 0.75
_TRUCKS = ("#f3f1ea", "#2f6f83", "#f3f1ea", "#c79a4a", "#a9553a", "#f3f1ea", "#48705a", "#8fa3a8")
_FLOWERS = ("#d9527e", "#d5a83f", "#c2453d", "#f3e9ec", "#7d6aa0")


@place(table=("#dfe5e6", "#94a5aa"))
def glass_office(air: Air, w: float) -> str:
    """Glass on three sides, the docks below, the screen to the left."""
    eye = Eye(w / 2, 400)
    drawn = sky(air, 0, 0, w, 420, "auction") + land(air, 0, w, 404, "auction", "#93a39a")
    drawn += _docks(air, eye, w) + _glass(air, eye) + _ceiling(air, eye) + _floor(air, eye)
    drawn += _screen(air, eye.x - 470, 152) + plant(air, eye.x + 516, 760, 170, "office")
    drawn += _sideboard(air, eye.x + 170, 560)
    patch = eye.sheet((-200, _LOW, 0.6), (420, _LOW, 0.6), (120, _LOW, -0.1), (-640, _LOW, -0.1))
    return drawn + path(patch, "#fff6dc", opacity=air.dim(0.3, 0.03))


def _docks(air: Air, eye: Eye, w: float) -> str:
    """A hall without end, lorries backed up to it, trolleys of flowers on the yard."""
    roof, wall = air.tint("#aeb9bb", 0.6), air.tint("#d6d9d4", 0.6)
    drawn = rect(0, 404, w, HEIGHT - 404, down(air.tint("#a9aca6"), air.tint("#8b8f8b")))
    for hall in range(5):
        x = eye.x - 760 + hall * 330
        drawn += path(f"M{points(x, 372)}l40 -26h250l40 26z", mix(roof, air.sky[2], 0.25))
    drawn += rect(0, 372, w, 76, wall) + rect(0, 366, w, 8, roof)
    for dock in range(26):
        x = eye.x - 840 + dock * 66
        drawn += rect(x, 396, 42, 50, air.lit("#5f6d73", "#ffd08a"), 1)
        drawn += rect(x + 4, 384, 34, 9, air.tint("#d8aa3c", 0.5), 1)
    for truck in range(13):
        if chance("dock", f"{truck * 5}") < 0.2:
            continue
        x, colour = eye.x - 800 + truck * 128, air.tint(_TRUCKS[truck % 8], 0.55)
        drawn += glow(x + 26, 494, 50, 8, "#1c140c", 0.3)
        drawn += rect(x, 420, 52, 60, across(lighter(colour, 0.15), darker(colour, 0.12)), 2)
        drawn += rect(x + 4, 470, 44, 24, air.tint("#3d4a52"), 4)
        drawn += rect(x + 8, 474, 36, 10, air.lit("#b9cdd6", "#ffe0a8"), 2)
    for cart in range(22):
        x = eye.x - 780 + cart * 74 + 30 * chance("cart", f"{cart * 3}")
        y = 520 + 44 * chance(f"{cart * 7}", "cart")
        drawn += rect(x, y, 38, 4, air.tint("#7d8588")) + rect(
            x, y - 30, 3, 30, air.tint("#7d8588")
        )
        for bunch in range(4):
            bloom = _FLOWERS[int(chance(f"{cart * 11}", f"b{bunch}") * 4.99)]
            drawn += ellipse(x + 7 + bunch * 9, y - 6, 6, 7, air.tint(bloom, 0.55))
    return drawn


def _glass(air: Air, eye: Eye) -> str:
    """Panes from floor to ceiling, in thin frames, with a rail before them."""
    frame_, drawn = air.tint("#454f54"), ""
    left, top = eye.at(-_HALF, _CEILING, _FAR)
    right, low = eye.at(_HALF, _LOW, _FAR)
    sill = low - 96
    for pane in range(7):
        x = left + (right - left) * pane / 6
        drawn += rect(x - 5, top, 10, low - top, frame_)
    for pane in (0, 2, 3, 5):
        x = left + (right - left) * pane / 6
        shine = f"M{points(x + 20, low)}L{points(x + 120, top)}h44L{points(x + 64, low)}Z"
        drawn += path(shine, "#ffffff", opacity=air.dim(0.16, 0.05))
    drawn += rect(left, top, right - left, 12, frame_)
    drawn += rect(left, sill, right - left, low - sill, air.tint("#7f8a8e")) + rect(
        left, sill - 8, right - left, 10, frame_
    )
    for side in (-1, 1):
        x = side * _HALF
        drawn += path(
            eye.away(x, _CEILING, _LOW, (_NEAR, _FAR)), air.lit("#dfe9ec", "#35426a"), opacity=0.3
        )
        posts = [((x, _CEILING, d), (x, _LOW, d)) for d in (0.42, 0.14, -0.1, -0.28)]
        drawn += line(eye.lines(*posts), frame_, 7)
        rail = eye.away(x, 740, _LOW, (_NEAR, _FAR))
        drawn += path(rail, air.tint("#7f8a8e" if side < 0 else "#6f7a7e"))
    return drawn


def _ceiling(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#cdd0ca"), air.tint("#e6e7e1")),
    )
    for x in (-620.0, -210.0, 210.0, 620.0):
        strip = eye.level(x - 26, x + 26, _CEILING + 2, (-0.3, 0.66))
        drawn += path(strip, air.lit("#ffffff", "#ffe9c4"))
        at = eye.at(x, _CEILING, 0.3)
        drawn += glow(at[0], at[1] + 50, 260, 110, air.lit("#ffffff", "#ffdca6"), air.dim(0.3, 0.4))
    return drawn


def _floor(air: Air, eye: Eye) -> str:
    drawn = path(
        eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)),
        down(air.tint("#6f777a"), air.tint("#8b9294")),
    )
    seams: list[Edge] = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in range(-1050, 1051, 210)]
    seams += [((-_HALF, _LOW, d), (_HALF, _LOW, d)) for d in (-0.26, -0.06, 0.18, 0.46)]
    return drawn + line(eye.lines(*seams), air.tint("#5b6366"), 1.8, 0.6)


def _screen(air: Air, x: float, y: float) -> str:
    """Questions without end: green, amber, red."""
    wide, high = 404.0, 290.0
    drawn = line(
        f"M{points(x + 90, 0)}V{number(y)}M{points(x + wide - 90, 0)}V{number(y)}",
        air.tint("#454f54"),
        6,
    )
    drawn += rect(x, y, wide, high, air.tint("#1f2629", 0.3), 8) + rect(
        x + 10, y + 10, wide - 20, high - 20, "#2b353a", 3
    )
    for row in range(9):
        top = y + 26 + row * 29
        colour = (
            "#6fb07d",
            "#e0a04a",
            "#6fb07d",
            "#e0a04a",
            "#d2604a",
            "#e0a04a",
            "#6fb07d",
            "#e0a04a",
            "#e0a04a",
        )[row]
        drawn += rect(x + 26, top, 34, 15, colour, 3)
        drawn += rect(
            x + 76, top + 2, 130 + 120 * chance("question", f"{row * 7}"), 10, "#8d9a9f", 3, 0.8
        )
        drawn += rect(x + wide - 66, top + 2, 40, 10, "#5f6d73", 3)
    return drawn + glow(x + wide / 2, y + high / 2, 380, 250, "#cfe0e4", air.dim(0.06, 0.16))


def _sideboard(air: Air, x: float, y: float) -> str:
    """Rolls under film, and a machine for coffee."""
    wood = air.tint("#d9d5ca")
    drawn = rect(x, y, 300, 150, across(lighter(wood, 0.2), darker(wood, 0.1))) + rect(
        x - 6, y - 8, 312, 12, lighter(wood, 0.3), 3
    )
    drawn += line(
        f"M{points(x + 100, y + 10)}v132M{points(x + 200, y + 10)}v132", darker(wood, 0.25), 2
    )
    drawn += rect(x + 20, y - 86, 66, 80, air.tint("#33393c", 0.5), 7) + rect(
        x + 32, y - 46, 42, 34, air.tint("#191d1f", 0.5), 3
    )
    drawn += rect(x + 46, y - 26, 16, 14, air.tint("#f3efe4", 0.5), 2) + ellipse(
        x + 72, y - 74, 4, 4, "#8fe0a4"
    )
    drawn += ellipse(x + 200, y - 10, 86, 9, air.tint("#c9cfce"))
    for roll in range(9):
        at, up = x + 136 + roll * 16, 26 if roll % 2 else 18
        drawn += ellipse(at, y - up, 17, 11, air.tint(("#d3a468", "#c08f52")[roll % 2]))
    film = f"M{points(x + 116, y - 10)}q84 -66 168 0z"
    return (
        drawn
        + path(film, "#ffffff", opacity=air.dim(0.34, 0.12))
        + line(f"M{points(x + 140, y - 24)}q40 -28 80 -20", "#ffffff", 3, 0.6)
    )
