"""Neck, shoulders and what is worn on them."""

from collections.abc import Callable
from typing import NamedTuple

from game.window.drawing.colours import brightness, darker, lighter, mix
from game.window.drawing.face import CX, points
from game.window.drawing.person import Person, chance, chosen
from game.window.drawing.svg import Stop, across, down, ellipse, line, path, rect

BOTTOM = 392.0  # a little below the edge, so that raised shoulders leave no gap

_DEFAULT_COLOURS: dict[str, tuple[str, ...]] = {
    "suit": ("#2c3e5f", "#43474f", "#4a4a55"),
    "blazer": ("#2c3e5f", "#69405f", "#265e69", "#73303f", "#66704a"),
    "jumper": ("#48705a", "#c08c3a", "#3d6794", "#a9552f", "#8a8d92"),
    "turtleneck": ("#43474f", "#73303f", "#2d7274", "#d3c0a1"),
    "uniform": ("#a8c9d8", "#b9d3cf"),
    "cardigan": ("#8f7a5f", "#66704a", "#69748a", "#8c5a52"),
    "shirt": ("#a8c4da", "#e9e6df", "#9db3a2"),
    "blouse": ("#ece1cb", "#b98f9b", "#7f9fb4"),
    "dress": ("#73303f", "#2d7274", "#6d5384"),
    "overall": ("#3f5b80", "#4d6a55"),
    "coat": ("#f1f0ec",),
    "apron": ("#3b424c", "#6b7a5c"),
    "tee": ("#5f7a8c", "#8a5a4e", "#e4ddcf"),
    "vest": ("#e0b23a", "#d98a3b"),
}
_LEFT_OPEN_FIRM = ("suit", "blazer", "jumper", "shirt", "cardigan")
_LEFT_OPEN_SOFT = ("blazer", "blouse", "cardigan", "jumper", "dress", "turtleneck")
_FORMAL_COLOURS = ("#2c3e5f", "#43474f", "#2b2c33", "#343943")
_SHIRTS = ("#f3f1ec", "#dfe8ef", "#f0e6e0")
_TIES = ("#73303f", "#2d7274", "#3f4a78", "#a9552f", "#66704a")


class _Outfit(NamedTuple):
    """Whose clothes, what they are, and their tones."""

    who: Person
    seed: str
    garment: str
    colour: str
    second: str | None

    @property
    def dark(self) -> str:
        return darker(self.colour, 0.16 if brightness(self.colour) > 0.75 else 0.28)

    @property
    def light(self) -> str:
        return lighter(self.colour, 0.16)


def _outfit(who: Person) -> _Outfit:
    seed, worn = str(who.pick), who.clothing
    garment = worn.garment
    if garment is None:
        if "tie" in worn.extras or "bow" in worn.extras:
            garment = "suit"
        elif worn.colours and worn.colours[0] in _FORMAL_COLOURS:
            garment = "blazer" if who.soft else "suit"
        else:
            garment = chosen(seed, "garment", _LEFT_OPEN_SOFT if who.soft else _LEFT_OPEN_FIRM)
    colour = worn.colours[0] if worn.colours else chosen(seed, "cloth", _DEFAULT_COLOURS[garment])
    second = worn.colours[1] if len(worn.colours) > 1 else None
    return _Outfit(who, seed, garment, colour, second)


def neck(who: Person) -> str:
    """The neck and what an open collar shows, with the shadow of the chin."""
    half = 25.5 if who.soft else 32.0
    skin = who.skin
    tone = down(Stop(0, who.line(0.5)), Stop(42, who.line(0.26)), Stop(75, skin), Stop(100, skin))
    drawn = path(
        f"M{points(CX - half, 190)}"
        f"C{points(CX - half, 232)} {points(CX - half - 2, 244)} "
        f"{points(CX - half - 24, 262)}"
        f"L{points(CX - 36, 330)}L{points(CX + 36, 330)}L{points(CX + half + 24, 262)}"
        f"C{points(CX + half + 2, 244, CX + half, 232, CX + half, 190)}Z",
        tone,
    )
    if who.age > 62:
        drawn += line(f"M{points(CX - 7, 236)}q-3 12 -2 20", who.line(0.5), 1.4, 0.4)
        drawn += line(f"M{points(CX + 7, 236)}q3 12 2 20", who.line(0.5), 1.4, 0.4)
    for side in (-1, 1):
        drawn += line(
            f"M{points(CX + side * 6, 277)}q{points(side * 14, -5, side * 26, -6)}",
            who.line(0.45),
            1.6,
            0.4,
        )
    return drawn


def _torso(o: _Outfit, opening: str) -> str:
    """The body with an opening at the neck; `opening` runs from the left to the right shoulder."""
    spread = 122.0 if o.who.soft else 142.0
    slope = 264.0 if o.who.soft else 260.0
    left, right = CX - spread, CX + spread
    cloth = across(Stop(0, o.light), Stop(32, o.colour), Stop(100, o.dark))
    body = path(
        f"M{points(left - 8, BOTTOM)}C{points(left - 6, 346, left - 2, 316, left + 12, 298)}"
        f"C{points(left + 30, 280, CX - 74, 276, CX - 44, slope - 10)}"
        f"{opening}"
        f"C{points(CX + 74, 276, right - 30, 280, right - 12, 298)}"
        f"C{points(right + 2, 316, right + 6, 346, right + 8, BOTTOM)}Z",
        cloth,
    )
    sleeves = "".join(
        line(
            f"M{points(CX + s * (spread - 38), BOTTOM)}"
            f"C{points(CX + s * (spread - 38), 360)} "
            f"{points(CX + s * (spread - 34), 340)} "
            f"{points(CX + s * (spread - 28), 326)}",
            o.dark,
            2.4,
            0.7,
        )
        for s in (-1, 1)
    )
    return body + sleeves


def _crew(depth: float = 272.0, half: float = 38.0) -> str:
    return f"C{points(CX - half, depth + 4, CX - half * 0.5, depth + 12, CX, depth + 12)}" + (
        f"C{points(CX + half * 0.5, depth + 12, CX + half, depth + 4, CX + 44, 252)}"
    )


def _vee(depth: float) -> str:
    return f"L{points(CX, depth)}L{points(CX + 44, 252)}"


def _collar(colour: str, spread: float = 26.0, drop: float = 290.0) -> str:
    """Two wings of a shirt collar around the neck."""
    drawn = ""
    for s in (-1, 1):
        drawn += path(
            f"M{points(CX + s * 36, 242)}C{points(CX + s * 24, 256, CX + s * 12, 266, CX, 274)}"
            f"L{points(CX + s * spread, drop)}L{points(CX + s * 47, 258)}Z",
            colour if s < 0 else darker(colour, 0.08),
        )
        drawn += line(
            f"M{points(CX, 274)}L{points(CX + s * spread, drop)}L{points(CX + s * 47, 258)}",
            darker(colour, 0.3), 1.3, 0.45,
        )  # fmt: skip
    return drawn


def _buttons(x: float, ys: tuple[float, ...], colour: str) -> str:
    return "".join(ellipse(x, y, 2.6, 2.6, colour) for y in ys)


def _tie(colour: str) -> str:
    dark = darker(colour, 0.25)
    knot = path(
        f"M{points(CX - 9, 272)}L{points(CX + 9, 272)}L{points(CX + 6, 288)}"
        f"L{points(CX - 6, 288)}Z",
        dark,
    )
    blade = path(
        f"M{points(CX - 6, 287)}L{points(CX + 6, 287)}L{points(CX + 13, BOTTOM)}"
        f"L{points(CX - 13, BOTTOM)}Z",
        across(Stop(0, lighter(colour, 0.1)), Stop(100, dark)),
    )
    stripes = "".join(
        line(f"M{points(CX - 7, y + 5)}L{points(CX + 8, y - 4)}", lighter(colour, 0.35), 1.6, 0.5)
        for y in (304, 324, 344)
    )
    return blade + stripes + knot


def _bow(colour: str) -> str:
    wings = "".join(
        path(
            f"M{points(CX, 278)}C{points(CX + s * 8, 264, CX + s * 24, 264, CX + s * 26, 268)}"
            f"L{points(CX + s * 26, 290)}C{points(CX + s * 20, 293, CX + s * 8, 290, CX, 278)}Z",
            colour if s < 0 else darker(colour, 0.18),
        )
        for s in (-1, 1)
    )
    return wings + ellipse(CX, 278, 5, 6, darker(colour, 0.3))


def _lapels(o: _Outfit, meet: float, width: float) -> str:
    drawn = ""
    for s in (-1, 1):
        tone = o.light if s < 0 else mix(o.colour, o.dark, 0.5)
        drawn += path(
            f"M{points(CX + s * 42, 246)}L{points(CX + s * (46 + width * 0.5), 262)}"
            f"L{points(CX + s * (30 + width), 292)}L{points(CX + s * (22 + width), 298)}"
            f"L{points(CX + s * (28 + width), 306)}L{points(CX, meet)}Z",
            tone,
        )
        drawn += line(
            f"M{points(CX + s * (22 + width), 298)}"
            f"L{points(CX + s * (28 + width), 306)}"
            f"L{points(CX, meet)}",
            o.dark,
            1.7,
            0.8,
        )
        drawn += line(
            f"M{points(CX + s * (30 + width), 292)}L{points(CX + s * (22 + width), 298)}",
            o.dark,
            1.5,
            0.7,
        )
    return drawn


def _shirt_front(o: _Outfit, colour: str) -> str:
    front = path(
        f"M{points(CX - 44, 250)}L{points(CX, 280)}L{points(CX + 44, 250)}"
        f"L{points(CX + 40, BOTTOM)}"
        f"L{points(CX - 40, BOTTOM)}Z",
        across(Stop(0, colour), Stop(100, darker(colour, 0.14))),
    )
    return front + line(f"M{points(CX, 282)}L{points(CX, BOTTOM)}", darker(colour, 0.28), 1.3, 0.5)


def _suit(o: _Outfit) -> str:
    shirt = o.second or chosen(o.seed, "shirt", _SHIRTS)
    extras = o.who.clothing.extras
    wears_tie = "tie" in extras or ("bow" not in extras and chance(o.seed, "tie") < 0.45)
    drawn = _shirt_front(o, shirt)
    if wears_tie:
        drawn += _tie(chosen(o.seed, "tie colour", _TIES))
    drawn += _collar(shirt)
    if "bow" in extras:
        drawn += _bow(chosen(o.seed, "tie colour", _TIES))
    drawn += _torso(o, _vee(352)) + _lapels(o, 352, 26)
    drawn += _buttons(CX, (364,), o.dark)
    if chance(o.seed, "pocket") < 0.5 or "pocket" in extras:
        drawn += path(f"M{points(CX + 62, 330)}l9 -9l7 7l8 -6l4 8z", shirt, opacity=0.9)
    return drawn


def _blazer(o: _Outfit) -> str:
    under = o.second or chosen(
        o.seed, "under", ("#f3f1ec", "#e6dccb", "#d9c3c1", "#cfdde4", "#3a3f49")
    )
    if not o.who.soft and chance(o.seed, "collared") < 0.7:
        drawn = _shirt_front(o, under) + _collar(under)
    else:
        drawn = path(
            f"M{points(CX - 46, 252)}C{points(CX - 34, 292, CX - 14, 300, CX, 300)}"
            f"C{points(CX + 14, 300, CX + 34, 292, CX + 46, 252)}"
            f"L{points(CX + 48, BOTTOM)}L{points(CX - 48, BOTTOM)}Z",
            across(Stop(0, under), Stop(100, darker(under, 0.14))),
        )
    return drawn + _torso(o, _vee(362)) + _lapels(o, 362, 20) + _buttons(CX, (373,), o.dark)


def _jumper(o: _Outfit) -> str:
    drawn = _torso(o, _crew())
    if o.second is not None or chance(o.seed, "collared") < 0.4:
        drawn = _torso(o, _crew()) + _collar(o.second or "#f1efe9", 22, 286)
    rim = (
        f"M{points(CX - 44, 254)}C{points(CX - 38, 278, CX - 18, 286, CX, 286)}"
        f"C{points(CX + 18, 286, CX + 38, 278, CX + 44, 254)}"
    )
    knit = "".join(
        line(
            f"M{points(CX + x, 318 + abs(x) * 0.05)}L{points(CX + x * 1.04, BOTTOM)}",
            o.dark,
            1.2,
            0.28,
        )
        for x in (-60, -40, -20, 0, 20, 40, 60)
    )
    return drawn + knit + line(rim, mix(o.colour, o.dark, 0.45), 8) + line(rim, o.dark, 1.2, 0.5)


def _turtleneck(o: _Outfit) -> str:
    half = 31 if o.who.soft else 37
    roll = path(
        f"M{points(CX - half, 232)}"
        f"C{points(CX - half * 0.6, 243)} {points(CX + half * 0.6, 243)} "
        f"{points(CX + half, 232)}"
        f"C{points(CX + half + 4, 246, CX + half + 6, 258, CX + half + 12, 266)}"
        f"C{points(CX + half * 0.5, 284, CX - half * 0.5, 284, CX - half - 12, 266)}"
        f"C{points(CX - half - 6, 258, CX - half - 4, 246, CX - half, 232)}Z",
        across(Stop(0, o.light), Stop(40, o.colour), Stop(100, o.dark)),
    )
    folds = line(
        f"M{points(CX - half - 3, 252)}C{points(CX - 14, 264, CX + 14, 264, CX + half + 3, 252)}",
        o.dark,
        1.8,
        0.6,
    )
    return _torso(o, _crew(262)) + roll + folds


def _uniform(o: _Outfit) -> str:
    trim = lighter(o.colour, 0.7) if brightness(o.colour) < 0.6 else mix(o.colour, "#2d6f8a", 0.62)
    drawn = _torso(o, _vee(312))
    for s in (-1, 1):
        drawn += line(f"M{points(CX + s * 44, 252)}L{points(CX, 312)}", trim, 7)
    drawn += line(f"M{points(CX, 314)}L{points(CX, BOTTOM)}", o.dark, 1.5, 0.5)
    x = CX + 58
    drawn += rect(x - 14, 334, 34, 40, mix(o.colour, o.dark, 0.35), 3)
    drawn += line(f"M{points(x - 14, 336)}h34", trim, 3)
    drawn += line(f"M{points(x - 4, 322)}v22", "#3b4250", 3.4) + line(
        f"M{points(x + 5, 326)}v18", "#b8463f", 3.0
    )
    watch = CX - 54
    drawn += line(f"M{points(watch, 318)}v14", "#8a8f98", 3)
    return (
        drawn
        + ellipse(watch, 340, 8, 8, "#8a8f98")
        + ellipse(watch, 340, 5.8, 5.8, "#fbfaf6")
        + line(f"M{points(watch, 336.5)}v3.8l2.4 1.6", "#3b4250", 1.2)
    )


def _cardigan(o: _Outfit) -> str:
    shirt = o.second or chosen(o.seed, "shirt", (*_SHIRTS, "#a8c4da", "#c9d3bd"))
    drawn = _shirt_front(o, shirt) + _collar(shirt)
    drawn += _torso(o, _vee(350))
    for s in (-1, 1):
        drawn += line(
            f"M{points(CX + s * 44, 253)}L{points(CX, 352)}", mix(o.colour, o.dark, 0.5), 9
        )
        drawn += line(f"M{points(CX + s * 40, 262)}L{points(CX + s * 2, 347)}", o.dark, 1.2, 0.5)
    drawn += line(f"M{points(CX, 352)}V{BOTTOM}", mix(o.colour, o.dark, 0.5), 10)
    knit = "".join(
        line(f"M{points(CX + x, 316)}L{points(CX + x * 1.05, BOTTOM)}", o.dark, 1.2, 0.3)
        for x in (-84, -66, -48, 48, 66, 84)
    )
    return drawn + knit + _buttons(CX, (360, 376), darker(o.colour, 0.55))


def _shirt(o: _Outfit) -> str:
    drawn = _torso(o, _vee(300))
    pattern = _pattern(o)
    drawn += pattern
    drawn += line(f"M{points(CX, 300)}V{BOTTOM}", o.dark, 1.6, 0.6)
    drawn += _collar(o.light, 30, 296) + _buttons(
        CX + 5, (316, 340, 364), mix(o.dark, "#ffffff", 0.3)
    )
    pocket = rect(CX + 44, 326, 34, 36, mix(o.colour, o.dark, 0.22), 3)
    return drawn + pocket


def _pattern(o: _Outfit) -> str:
    extras = o.who.clothing.extras
    upright = "".join(
        line(f"M{points(CX + x, 304 + abs(x) * 0.02)}V{BOTTOM}", o.dark, 2.2, 0.3)
        for x in (-88, -66, -44, -22, 22, 44, 66, 88)
    )
    level = "".join(
        line(f"M{points(CX - 96, y)}H{CX + 96}", o.dark, 2.2, 0.3) for y in (312, 334, 356, 378)
    )
    if "checks" in extras:
        return upright + level
    return upright if "stripes" in extras else ""


def _blouse(o: _Outfit) -> str:
    drawn = _torso(o, _vee(306))
    for s in (-1, 1):
        drawn += path(
            f"M{points(CX + s * 46, 246)}C{points(CX + s * 34, 268, CX + s * 16, 290, CX, 308)}"
            f"L{points(CX + s * 22, 306)}"
            f"C{points(CX + s * 40, 296)} {points(CX + s * 54, 278)} "
            f"{points(CX + s * 58, 262)}Z",
            o.light if s < 0 else mix(o.colour, o.dark, 0.35),
        )
    folds = "".join(
        line(f"M{points(CX + x, 330)}q{points(x * 0.06, 26, x * 0.02, 54)}", o.dark, 1.5, 0.4)
        for x in (-58, -30, 30, 58)
    )
    return drawn + folds + line(f"M{points(CX, 308)}V{BOTTOM}", o.dark, 1.4, 0.5)


def _dress(o: _Outfit) -> str:
    drawn = _torso(
        o,
        f"C{points(CX - 52, 292, CX - 26, 306, CX, 306)}"
        f"C{points(CX + 26, 306, CX + 52, 292, CX + 44, 252)}",
    )
    seam = "".join(
        line(
            f"M{points(CX + s * 54, 310)}"
            f"C{points(CX + s * 44, 340)} {points(CX + s * 44, 360)} "
            f"{points(CX + s * 46, BOTTOM)}",
            o.dark,
            1.6,
            0.45,
        )
        for s in (-1, 1)
    )
    return drawn + seam


def _overall(o: _Outfit) -> str:
    shirt = o.second or "#d9d2c3"
    under = o._replace(colour=shirt)
    drawn = _torso(under, _crew()) + line(
        f"M{points(CX - 42, 258)}C{points(CX - 30, 284, CX + 30, 284, CX + 42, 258)}",
        darker(shirt, 0.2),
        6,
    )
    bib = across(Stop(0, o.light), Stop(40, o.colour), Stop(100, o.dark))
    for s in (-1, 1):
        drawn += line(
            f"M{points(CX + s * 68, 268)}L{points(CX + s * 54, 326)}",
            o.colour if s < 0 else o.dark,
            19,
        )
    drawn += path(
        f"M{points(CX - 66, 322)}L{points(CX + 66, 322)}L{points(CX + 74, BOTTOM)}"
        f"L{points(CX - 74, BOTTOM)}Z",
        bib,
    )
    drawn += rect(CX - 26, 342, 52, 34, mix(o.colour, o.dark, 0.4), 4)
    return drawn + "".join(ellipse(CX + s * 54, 328, 5, 5, "#c9b26a") for s in (-1, 1))


def _coat(o: _Outfit) -> str:
    shirt = o.second or chosen(o.seed, "shirt", ("#a8c4da", "#b7c7b2", "#d4b8b3"))
    drawn = _shirt_front(o, shirt) + _collar(shirt) + _torso(o, _vee(366)) + _lapels(o, 366, 22)
    x = CX + 60
    drawn += rect(x - 12, 336, 32, 38, mix(o.colour, o.dark, 0.3), 3)
    return drawn + line(f"M{points(x - 2, 324)}v20", "#2d5f8a", 3.4)


def _apron(o: _Outfit) -> str:
    shirt = o.second or "#efece4"
    under = o._replace(colour=shirt)
    drawn = _torso(under, _vee(290)) + _collar(lighter(shirt, 0.2), 30, 292)
    for s in (-1, 1):
        drawn += line(f"M{points(CX + s * 50, 256)}L{points(CX + s * 56, 318)}", o.colour, 8)
    return drawn + path(
        f"M{points(CX - 62, 314)}L{points(CX + 62, 314)}L{points(CX + 84, BOTTOM)}"
        f"L{points(CX - 84, BOTTOM)}Z",
        across(Stop(0, o.light), Stop(40, o.colour), Stop(100, o.dark)),
    )


def _tee(o: _Outfit) -> str:
    rim = (
        f"M{points(CX - 44, 255)}C{points(CX - 38, 280, CX - 18, 288, CX, 288)}"
        f"C{points(CX + 18, 288, CX + 38, 280, CX + 44, 255)}"
    )
    return _torso(o, _crew()) + line(rim, o.dark, 5)


def _vest(o: _Outfit) -> str:
    shirt = o.second or "#3d4d63"
    under = o._replace(colour=shirt)
    drawn = _torso(under, _crew()) + _collar(lighter(shirt, 0.12), 26, 290)
    for s in (-1, 1):
        drawn += path(
            f"M{points(CX + s * 48, 258)}L{points(CX + s * 86, 274)}"
            f"C{points(CX + s * 78, 320)} {points(CX + s * 86, 350)} "
            f"{points(CX + s * 96, BOTTOM)}"
            f"L{points(CX + s * 5, BOTTOM)}L{points(CX + s * 5, 336)}Z",
            o.colour if s < 0 else o.dark,
        )
        drawn += path(
            f"M{points(CX + s * 60, 263)}L{points(CX + s * 72, 268)}"
            f"L{points(CX + s * 64, BOTTOM)}L{points(CX + s * 50, BOTTOM)}Z",
            "#e6e8e6",
            opacity=0.9,
        )
    return drawn + "".join(
        path(
            f"M{points(CX + s * 5, 356)}L{points(CX + s * 88, 352)}l2 13"
            f"L{points(CX + s * 5, 370)}Z",
            "#e6e8e6",
        )
        for s in (-1, 1)
    )


_GARMENTS: dict[str, Callable[[_Outfit], str]] = {
    "suit": _suit, "blazer": _blazer, "jumper": _jumper, "turtleneck": _turtleneck,
    "uniform": _uniform, "cardigan": _cardigan, "shirt": _shirt, "blouse": _blouse,
    "dress": _dress, "overall": _overall, "coat": _coat, "apron": _apron, "tee": _tee,
    "vest": _vest,
}  # fmt: skip


def clothes(who: Person) -> str:
    """What somebody wears, with its extras."""
    outfit = _outfit(who)
    return _GARMENTS[outfit.garment](outfit) + _extras(who, outfit)


def _extras(who: Person, o: _Outfit) -> str:
    extras, drawn = who.clothing.extras, ""
    if "necklace" in extras or (o.garment == "dress" and not extras and who.headscarf is None):
        drawn += line(
            f"M{points(CX - 34, 256)}C{points(CX - 22, 284)} {points(CX - 8, 292)} "
            f"{points(CX, 292)}"
            f"C{points(CX + 8, 292, CX + 22, 284, CX + 34, 256)}",
            "#d4b25f",
            1.8,
        ) + ellipse(CX, 294, 3.6, 4.2, "#d4b25f")
    if "pearls" in extras:
        for step in range(13):
            share = step / 12 * 2 - 1
            drawn += ellipse(CX + share * 35, 282 - 24 * share**2, 4.0, 4.0, "#f4efe6")
            drawn += ellipse(CX + share * 35 - 1, 281 - 24 * share**2, 1.4, 1.4, "#ffffff")
    if "scarf" in extras:
        tone = o.second or chosen(o.seed, "scarf", ("#a9552f", "#2d7274", "#c08c3a", "#69405f"))
        drawn += path(
            f"M{points(CX - 50, 246)}C{points(CX - 24, 268, CX + 24, 268, CX + 50, 246)}"
            f"C{points(CX + 58, 262, CX + 54, 278, CX + 40, 284)}"
            f"C{points(CX + 14, 296, CX - 14, 296, CX - 40, 284)}"
            f"C{points(CX - 54, 278, CX - 58, 262, CX - 50, 246)}Z",
            across(Stop(0, lighter(tone, 0.15)), Stop(100, darker(tone, 0.2))),
        )
        drawn += path(
            f"M{points(CX + 16, 284)}L{points(CX + 40, 280)}L{points(CX + 48, 350)}"
            f"L{points(CX + 20, 356)}Z",
            darker(tone, 0.1),
        )
    if "lanyard" in extras:
        drawn += line(
            f"M{points(CX - 40, 258)}L{points(CX, 350)}L{points(CX + 40, 258)}", "#2f6f97", 4.5
        )
        drawn += rect(CX - 17, 346, 34, 40, "#f4f3ef", 3) + rect(CX - 11, 354, 22, 14, "#b9c6cf", 2)
    return drawn


def earrings(who: Person) -> str:
    """Small drops below the ears, where the words ask for them."""
    if "earrings" not in who.clothing.extras or who.headscarf is not None:
        return ""
    return "".join(ellipse(CX + s * (who.cheek + 3), 172, 3.2, 4.6, "#d4b25f") for s in (-1, 1))
