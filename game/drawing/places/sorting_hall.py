"""A sorting hall at night: pallets of envelopes up to the lamps, and a machine that runs."""

from game.drawing.chance import chance
from game.drawing.colours import darker, lighter, mix
from game.drawing.scenery.air import HEIGHT, Air, place
from game.drawing.scenery.indoors import hands
from game.drawing.scenery.perspective import Eye
from game.drawing.svg import Stop, across, down, ellipse, glow, line, number, path, points, rect

_HALF, _CEILING, _LOW = 1250.0, -230.0, 950.0  # of the hall, as it is in front
_NEAR, _FAR = -0.45, 2.8
_STACKS = (2.1, 1.55, 1.1, 0.72, 0.4, 0.12, -0.12)  # how far each row of pallets is
_HIGH = (610.0, 700.0, 560.0, 660.0, 500.0, 640.0, 580.0)  # and how high it is stacked


@place(is_at_night=True, is_closed=True, has_table=False)
def sorting_hall(air: Air, w: float) -> str:
    """Steel overhead, pallets on both sides, the machine and an open dock at the far end."""
    eye = Eye(w / 2, 440)
    drawn = rect(0, 0, w, HEIGHT, air.tint("#8d918c")) + _shell(air, eye)
    drawn += _dock(air, eye) + _machine(air, eye)
    for row, depth in enumerate(_STACKS):
        for side in (-1, 1):
            drawn += _pallet(
                air, eye, side, depth, _HIGH[(row + (side > 0) * 3) % 7], f"{row}{side}"
            )
        drawn += _lamps(air, eye, depth + 0.14)
    drawn += _clock(air, eye.x - 44, 316)
    return drawn + glow(eye.x, 470, 520, 260, "#ffd8a0", 0.22)


def _shell(air: Air, eye: Eye) -> str:
    grey = "#a4a8a2"
    drawn = path(
        eye.level(-_HALF, _HALF, _CEILING, (_NEAR, _FAR)),
        down(air.tint("#4d5356"), air.tint("#6f7677")),
    )
    drawn += path(
        eye.facing((-_HALF, _CEILING, _HALF, _LOW), _FAR),
        down(air.tint(darker(grey, 0.2)), air.tint(grey)),
    )
    ribs = [((x, _CEILING, _FAR), (x, 560.0, _FAR)) for x in range(-1200, 1201, 60)]
    drawn += line(eye.lines(*ribs), air.tint(darker(grey, 0.3)), 1.2, 0.5)
    for side in (-1, 1):
        tone = darker(grey, 0.18 if side < 0 else 0.34)
        drawn += path(
            eye.away(side * _HALF, _CEILING, _LOW, (_NEAR, _FAR)),
            across(air.tint(darker(tone, 0.2)), air.tint(tone)),
        )
    floor_ = down(air.tint("#6d6f6a"), air.tint("#94938a"))
    drawn += path(eye.level(-_HALF, _HALF, _LOW, (_NEAR, _FAR)), floor_)
    lanes = [((x, _LOW, _NEAR), (x, _LOW, _FAR)) for x in (-300.0, 300.0)]
    drawn += line(eye.lines(*lanes), air.tint("#e0b23a", 0.5), 6, 0.85)
    for depth in (2.3, 1.6, 1.05, 0.6, 0.24, -0.06):
        steel, wide = air.tint("#30373a"), 16 * eye.share(depth)
        girder = eye.lines(
            ((-_HALF, _CEILING + 30, depth), (_HALF, _CEILING + 30, depth)),
            ((-_HALF, _CEILING + 120, depth), (_HALF, _CEILING + 120, depth)),
        )
        web = [
            (
                (x, _CEILING + (30 if k % 2 else 120), depth),
                (x + 125.0, _CEILING + (120 if k % 2 else 30), depth),
            )
            for k, x in enumerate(range(-1250, 1250, 125))
        ]
        drawn += line(girder, steel, wide) + line(eye.lines(*web), steel, wide * 0.45)
    return drawn


def _dock(air: Air, eye: Eye) -> str:
    """A roller door that is up, and the lorry that waits outside."""
    left, right = 150.0, 420.0
    drawn = path(eye.facing((left, 300, right, _LOW), _FAR), down(air.sky[0], air.sky[1]))
    drawn += path(eye.facing((left + 28, 430, right - 28, 910), _FAR), air.tint("#d9d5c8", 0.5))
    drawn += line(eye.lines(((285, 440, _FAR), (285, 900, _FAR))), air.tint("#8d8a80"), 1.6)
    for x in (left + 50, right - 50):
        at = eye.at(x, 880, _FAR)
        drawn += ellipse(*at, 4, 3, "#e0503c") + glow(*at, 36, 28, "#e0503c", 0.7)
    drawn += path(eye.facing((left - 16, 250, right + 16, 310), _FAR), air.tint("#d8aa3c", 0.5))
    for stripe in range(4):
        x = left + stripe * 70
        bar = eye.sheet(
            (x, 310, _FAR), (x + 30, 310, _FAR), (x + 56, 250, _FAR), (x + 26, 250, _FAR)
        )
        drawn += path(bar, air.tint("#2c3033"))
    return drawn + path(eye.facing((left, 312, right, 352), _FAR), air.tint("#7f868a"))


def _machine(air: Air, eye: Eye) -> str:
    """Long and low, with a belt over it and boxes that fill; its lights are on."""
    depth = 2.5
    blue = air.tint("#3f6d86")
    drawn = path(
        eye.facing((-1050, 560, 110, 900), depth), down(lighter(blue, 0.2), darker(blue, 0.25))
    )
    drawn += path(eye.facing((-1050, 530, 110, 566), depth), air.tint("#dfe1da"))
    for bay in range(9):
        x = -1000.0 + bay * 120
        drawn += path(eye.facing((x, 620, x + 84, 800), depth), darker(blue, 0.45))
        full = 40 + 120 * chance(f"bay{bay}", "full")
        drawn += path(eye.facing((x + 8, 800 - full, x + 76, 796), depth), air.tint("#f3efe2", 0.5))
        lamp = ("#8fe0a4", "#8fe0a4", "#f0b04e")[int(chance("lamp", f"{bay}bay") * 3)]
        left, low = eye.at(x + 42, 590, depth)
        drawn += ellipse(left, low, 4, 4, lamp) + glow(left, low, 20, 16, lamp, 0.5)
    drawn += path(eye.facing((-980, 360, -660, 530), depth), lighter(blue, 0.1))
    drawn += path(eye.facing((-940, 390, -700, 470), depth), "#a9e0d0", opacity=0.8)
    belt = eye.sheet((-660, 420, depth), (60, 470, depth), (60, 500, depth), (-660, 450, depth))
    drawn += path(belt, air.tint("#2c3033"))
    for letter in range(11):
        x = -640.0 + letter * 62 + 18 * chance(f"{letter}", "belt")
        low = 420 + (x + 660) * 50 / 720
        drawn += path(eye.facing((x, low - 36, x + 44, low), depth), air.tint("#f6f2e6", 0.45))
    left, top = eye.at(-300, 640, depth)
    return drawn + glow(left, top, 330, 130, "#cfe8ee", 0.26)


def _clock(air: Air, x: float, y: float) -> str:
    """A little before midnight, unless an author says otherwise."""
    drawn = ellipse(x, y, 27, 27, air.tint("#2c3033"))
    drawn += ellipse(x, y, 23, 23, air.tint("#f6f4ec", 0.35))
    ticks = (
        f"M{points(x, y - 20)}v5M{points(x, y + 20)}v-5M{points(x - 20, y)}h5"
        f"M{points(x + 20, y)}h-5"
    )
    drawn += line(ticks, "#3b3f40", 2)
    return drawn + line(hands(air, x, y, 16, (23, 50)), "#22282a", 2.6)


def _pallet(air: Air, eye: Eye, side: int, depth: float, high: float, seed: str) -> str:
    """Trays of envelopes on a wooden pallet, strapped; its inner side shows."""
    inner, outer, far = side * 400.0, side * 1160.0, depth + 0.19 * (1 + depth)
    foot = _LOW - 40
    top = foot - high
    paper = mix("#f4efe0", "#d9d2bf", chance(seed, "paper"))
    front = across(air.tint(paper), air.tint(darker(paper, 0.12)))
    flank = air.tint(darker(paper, 0.3 if side > 0 else 0.42))
    wood = air.tint("#8d6a44")
    drawn = path(eye.level(inner, outer, top, (depth, far)), air.tint(lighter(paper, 0.3)))
    drawn += path(eye.away(inner, top, foot, (depth, far)), flank)
    drawn += path(eye.facing((min(inner, outer), top, max(inner, outer), foot), depth), front)
    tiers = int(high / 62)
    for tier in range(tiers + 1):
        y = top + high * tier / tiers
        seam = eye.lines(
            ((inner, y, depth), (outer, y, depth)), ((inner, y, depth), (inner, y, far))
        )
        drawn += line(seam, air.tint(darker(paper, 0.5)), max(1.2, 4 * eye.share(depth)), 0.6)
    drawn += _edges(air, eye, (inner, outer, top, foot), depth, seed)
    for share in (0.2, 0.5, 0.8):
        x = inner + (outer - inner) * share
        strap = eye.lines(((x, top, depth), (x, foot, depth)))
        drawn += line(strap, air.tint("#3f6d86", 0.5), 9 * eye.share(depth), 0.75)
    drawn += path(eye.facing((min(inner, outer), foot, max(inner, outer), foot + 14), depth), wood)
    for block in (0.04, 0.48, 0.92):
        x = inner + (outer - inner) * block
        drawn += path(
            eye.facing((min(x, x + side * 70), foot + 14, max(x, x + side * 70), _LOW), depth),
            darker(wood, 0.3),
        )
    label = eye.facing((inner + side * 60 - 45, top + 70, inner + side * 60 + 45, top + 150), depth)
    return drawn + path(
        label, air.tint(("#f2d874", "#e58a6a", "#a9d0b4")[int(chance(seed, "label") * 3)], 0.5)
    )


def _edges(
    air: Air, eye: Eye, box: tuple[float, float, float, float], depth: float, seed: str
) -> str:
    """The envelopes, standing on edge in their trays; with a few the window shows."""
    inner, outer, top, foot = box
    if depth > 1.2:
        return ""
    tiers = int((foot - top) / 62)
    ends = []
    for tier in range(tiers):
        y = top + (foot - top) * tier / tiers
        for at in range(26):
            lean = chance(f"{seed}{tier}", f"{at}edge")
            x = inner + (outer - inner) * (at + lean) / 26
            ends.append(((x, y + 14 + 14 * lean, depth), (x, y + 56, depth)))
    return line(eye.lines(*ends), air.tint("#8d8673"), max(1.0, 2.4 * eye.share(depth)), 0.42)


def _lamps(air: Air, eye: Eye, depth: float) -> str:
    """Sodium lamps over the aisle and over the pallets."""
    drawn = ""
    for x in (-780.0, 0.0, 780.0):
        left, top = eye.at(x, _CEILING + 150, depth)
        size = 64 * eye.share(depth)
        drawn += line(
            eye.lines(((x, _CEILING + 30, depth), (x, _CEILING + 140, depth))),
            air.tint("#30373a"),
            2,
        )
        drawn += path(
            f"M{points(left - size * 0.35, top - size * 0.2)}h{number(size * 0.7)}"
            f"L{points(left + size, top + size * 0.55)}H{number(left - size)}Z",
            across(air.tint("#8d9598"), air.tint("#4d5558")),
        )
        drawn += ellipse(left, top + size * 0.56, size * 0.94, size * 0.16, "#fff0c9")
        cone = (
            f"M{points(left - size * 0.9, top + size * 0.6)}h{number(size * 1.8)}"
            f"l{points(size * 2.2, size * 6.4)}h{number(-size * 6.2)}z"
        )
        drawn += path(cone, down(Stop(0, "#ffdf9f", 0.2), Stop(100, "#ffdf9f", 0.0)))
        drawn += glow(left, top + size, size * 3.4, size * 2.4, "#ffd890", 0.5)
    return drawn
