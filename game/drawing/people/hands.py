"""Arms and hands before the body: what somebody does while speaking or listening."""

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from game.drawing.colours import mix
from game.drawing.people.clothes import sleeves_of
from game.drawing.people.outfit import Outfit
from game.drawing.people.person import CX, Person
from game.drawing.svg import line, moved, path, points, scaled, turned

# What hands do, by what it means: offer: an open hand, held out. sheet: a paper, read from.
# refuse: a flat hand against it. shrug: both hands empty. chest: a hand on the heart. chin: a hand
# at the chin. point: a raised finger. crossed: arms crossed. rest: one hand on the other.
Pose = Literal["", "offer", "sheet", "refuse", "shrug", "chest", "chin", "point", "crossed", "rest"]
POSES: tuple[Pose, ...] = get_args(Pose)

_ARM, _FINGER = 47.0, 12.5  # units of a portrait: how thick
_PAPER = "#f3efe4"
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
    drawn = _DRAWN[pose](who, sleeves_of(who))
    return drawn if side > 0 else scaled(drawn, -1, 1, CX, 0)


def _offer(who: Person, o: Outfit) -> str:
    side = _side(who)
    arm = _arm(o, (side - 40, 412), (side - 74, 384), (side - 84, 348))
    return arm + moved(turned(_open_hand(who), 66, 0, 0), side - 84, 342)


def _shrug(who: Person, o: Outfit) -> str:
    return scaled(_offer(who, o), -1, 1, CX, 0) + _offer(who, o)


def _refuse(who: Person, o: Outfit) -> str:
    arm, x = _raised(who, o)
    return arm + moved(turned(_open_hand(who), 4, 0, 0), x, 338)


def _sheet(who: Person, o: Outfit) -> str:
    arm = _arm(o, (286, 412), (262, 392), (226, 372))
    edge = mix(_PAPER, "#20242e", 0.35)
    paper = path("M-46 -52L46 -52L46 58L-46 58Z", _PAPER, stroke=edge, width=1.4)
    paper += "".join(
        line(f"M-34 {y}L{right} {y}", edge, 3, 0.6)
        for y, right in ((-36, 8), (-20, 34), (-7, 30), (6, 34), (19, 22))
    )
    under = "".join(_finger(who, (216, 352 + 11 * n), (198, 350 + 11 * n)) for n in range(3))
    back = path("M236 348C222 342 208 346 206 356C206 372 212 384 222 390L246 390Z", who.skin,
                stroke=who.crease(0.42), width=1.1)  # fmt: skip
    thumb = _finger(who, (226, 356), (208, 346), (194, 344), thick=_FINGER + 1)
    held = under + moved(turned(paper, -5, 0, 0), 160, 344) + arm + back + thumb
    return moved(held, 0, -10)


def _rest(who: Person, o: Outfit) -> str:
    under = _arm(o, (34, 412), (58, 376), (138, 366))
    over = _arm(o, (286, 412), (262, 376), (190, 366))
    below = path("M136 348C152 342 176 346 186 356L184 384L138 384Z", who.crease(0.16))
    fingers = "".join(_finger(who, (168 - 2 * n, 350 + 9.5 * n), (138 + 2 * n, 347 + 10 * n))
                      for n in range(4))  # fmt: skip
    back = path("M196 344C182 338 166 342 162 350C160 364 164 378 170 386L200 388Z", who.skin,
                stroke=who.crease(0.42), width=1.1)  # fmt: skip
    return moved(under + below + over + fingers + back, 0, -10)


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
    return arm + moved(turned(_flat_hand(who), -72, 0, 0), 222, 344)


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


def _finger(
    who: Person, *places: tuple[float, float], thick: float = _FINGER, skin: str = ""
) -> str:
    """A finger with a soft edge that sets it apart from the next; without a skin, its back."""
    way = "M" + "L".join(points(*place) for place in places)
    return line(way, who.crease(0.42), thick + 2.2) + line(way, skin or who.skin, thick)


def _back(who: Person) -> str:
    """The flat of a hand, from the wrist up."""
    outline = "M-15 4C-20 -8 -24 -24 -22 -38C-14 -47 14 -48 23 -36C25 -22 20 -8 15 4Z"
    return path(outline, who.skin, stroke=who.crease(0.42), width=1.1)


def _thumb_over(who: Person) -> str:
    return _finger(who, (-18, -12), (-8, -26), (8, -26))


def _open_hand(who: Person) -> str:
    """An open hand, its inside to the front."""
    edge = path("M-17 4C-22 -8 -25 -24 -22 -38C-14 -46 14 -47 23 -36C26 -22 21 -8 16 4Z", who.skin)
    inner = path("M-14 4C-20 -10 -23 -24 -20 -38C-12 -44 13 -44 21 -35C23 -22 19 -8 13 4Z",
                 who.palm)  # fmt: skip
    lines = line("M-14 -14C-6 -24 4 -24 12 -18", who.crease(0.5), 1.3, 0.5)
    lines += line("M-16 -28C-6 -32 6 -30 15 -27", who.crease(0.5), 1.3, 0.4)
    return _spread(who, who.palm, edge) + inner + lines


def _flat_hand(who: Person) -> str:
    """The same hand with its back to the front."""
    return _spread(who, who.skin, "") + _back(who)


def _spread(who: Person, skin: str, behind: str) -> str:
    """A wrist, a thumb and four fingers."""
    wrist = line("M0 10L0 -6", who.skin, 30)
    fingers = "".join(_finger(who, *places, skin=skin) for places in _OPEN)
    return wrist + behind + _finger(who, *_THUMB, thick=_FINGER + 1, skin=skin) + fingers


def _fist(who: Person) -> str:
    """A closed hand, its fingers folded to the front."""
    wrist = line("M0 10L0 -6", who.skin, 30)
    folded = "".join(_finger(who, (x, -38), (x - 1, -20)) for x in (-13.0, -1.5, 10.0, 20.0))
    return wrist + _back(who) + folded


_DRAWN: Mapping[Pose, Callable[[Person, Outfit], str]] = {
    "offer": _offer, "sheet": _sheet, "refuse": _refuse, "shrug": _shrug, "chest": _chest,
    "chin": _chin, "point": _point, "crossed": _crossed, "rest": _rest,
}  # fmt: skip
