"""Arms and hands before the body: what somebody does while speaking or listening."""

from typing import Literal, get_args

from game.drawing.colours import lighter, mix
from game.drawing.people.clothes import outfit_of
from game.drawing.people.outfit import Outfit
from game.drawing.people.person import CX, Person
from game.drawing.svg import line, moved, path, points, scaled, turned

# palm: an open hand, explaining. chest: a hand on the heart. chin: thinking. crossed: arms crossed.
# point: a raised finger.
Pose = Literal["", "palm", "chest", "chin", "crossed", "point"]
POSES: tuple[Pose, ...] = get_args(Pose)

_ARM, _FINGER = 47.0, 12.5  # units of a portrait: how thick
# Fingers of an open hand from the wrist up: where each begins and ends.
_OPEN = (
    ((-15.0, -34.0), (-23.0, -66.0)), ((-5.0, -38.0), (-8.0, -76.0)),
    ((6.0, -38.0), (7.0, -74.0)), ((16.0, -33.0), (22.0, -62.0)),
)  # fmt: skip
_THUMB = ((-16.0, -12.0), (-30.0, -28.0), (-37.0, -40.0))


def posed(who: Person, pose: Pose, side: int) -> str:
    """The arms and hands of a pose; side: 1 with the hand on the right, as the viewer sees it."""
    if not pose:
        return ""
    outfit = outfit_of(who)
    drawn = {
        "palm": _palm, "chest": _chest, "chin": _chin, "crossed": _crossed, "point": _point,
    }[pose](who, outfit)  # fmt: skip
    return drawn if side > 0 else scaled(drawn, -1, 1, CX, 0)


def _palm(who: Person, o: Outfit) -> str:
    arm, x = _raised(who, o)
    return arm + moved(turned(_open_hand(who), 24, 0, 0), x, 338)


def _point(who: Person, o: Outfit) -> str:
    arm, x = _raised(who, o)
    fist = _fist(who) + _finger(who, (-13, -36), (-17, -72))
    return arm + moved(turned(fist + _thumb_over(who), 8, 0, 0), x, 334)


def _raised(who: Person, o: Outfit) -> tuple[str, float]:
    """A forearm that goes up beside the body, and where its wrist is."""
    side = _side(who)
    return _arm(o, (side - 26, 410), (side - 22, 362), (side - 38, 340)), side - 38


def _side(who: Person) -> float:
    """The side of the body; an elbow that stuck out would end at the edge of the drawing."""
    return CX + (128.0 if who.is_soft else 148.0)


def _chest(who: Person, o: Outfit) -> str:
    side = _side(who)
    arm = _arm(o, (side - 26, 406), (side - 46, 366), (226, 346))
    return arm + moved(turned(_open_hand(who), -72, 0, 0), 222, 344)


def _chin(who: Person, o: Outfit) -> str:
    arm = _arm(o, (262, 412), (234, 336), (214, 300))
    hand = _fist(who) + _finger(who, (-12, -34), (-5, -62)) + _thumb_over(who)
    return arm + moved(turned(hand, -12, 0, 0), 212, 298)


def _crossed(who: Person, o: Outfit) -> str:
    under = _arm(o, (40, 386), (80, 366), (222, 340))
    over = _arm(o, (280, 386), (240, 366), (112, 344))
    fingers = "".join(_finger(who, (84 + 4 * n, 330 + 9 * n), (70 + 3 * n, 322 + 11 * n))
                      for n in range(4))  # fmt: skip
    back = path(f"M{points(110, 330)}q-22 -10 -34 0l4 36q16 6 30 -6Z", who.skin)
    return under + back + fingers + over


# --- arms -------------------------------------------------------------------------------------


def _arm(
    o: Outfit, elbow: tuple[float, float], bend: tuple[float, float], wrist: tuple[float, float]
) -> str:
    """A sleeve from the elbow to the wrist."""
    way = f"M{points(*elbow)}Q{points(*bend, *wrist)}"
    lit = moved(line(way, o.light, _ARM * 0.34, 0.55), -7, -5)
    return line(way, o.dark, _ARM + 3) + line(way, o.colour, _ARM) + lit


# --- hands ------------------------------------------------------------------------------------


def _finger(who: Person, *places: tuple[float, float], thick: float = _FINGER) -> str:
    """A finger with a soft edge that sets it apart from the next."""
    way = "M" + "L".join(points(*place) for place in places)
    return line(way, who.crease(0.42), thick + 2.2) + line(way, who.skin, thick)


def _back(who: Person) -> str:
    """The flat of a hand, from the wrist up."""
    outline = "M-15 4C-20 -8 -24 -24 -22 -38C-14 -47 14 -48 23 -36C25 -22 20 -8 15 4Z"
    return path(outline, who.skin, stroke=who.crease(0.42), width=1.1)


def _thumb(who: Person) -> str:
    return _finger(who, *_THUMB, thick=_FINGER + 1)


def _thumb_over(who: Person) -> str:
    return _finger(who, (-18, -12), (-8, -26), (8, -26))


def _open_hand(who: Person) -> str:
    """An open hand, its palm to the front."""
    wrist = line("M0 10L0 -6", who.skin, 30)
    fingers = "".join(_finger(who, *places) for places in _OPEN)
    lines = line("M-14 -14C-6 -24 4 -24 12 -18", who.crease(0.5), 1.3, 0.5)
    lines += line("M-16 -28C-6 -32 6 -30 15 -27", who.crease(0.5), 1.3, 0.4)
    return wrist + _thumb(who) + fingers + _palm_of(who) + lines


def _palm_of(who: Person) -> str:
    outline = "M-14 2C-20 -10 -23 -24 -20 -38C-12 -44 13 -44 21 -35C23 -22 19 -8 14 2Z"
    return path(outline, mix(who.skin, lighter(who.skin, 0.3), 0.3))


def _fist(who: Person) -> str:
    """A closed hand, its fingers folded to the front."""
    wrist = line("M0 10L0 -6", who.skin, 30)
    folded = "".join(_finger(who, (x, -38), (x - 1, -20)) for x in (-13.0, -1.5, 10.0, 20.0))
    return wrist + _back(who) + folded
