"""What a face does in each mood: brows, lids, gaze, mouth, and how the head is held."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

# The first frame of the window is drawn before the engine is loaded.
if TYPE_CHECKING:
    from engine.play.view.records import Mood


@dataclass(frozen=True, slots=True)
class Expression:
    """How a face is held. Lengths in units of the drawing; sides as the viewer sees them."""

    brow_left: tuple[float, float] = (0.0, 0.0)  # inner end, outer end; up is positive
    brow_right: tuple[float, float] = (0.0, 0.0)
    lid: float = 0.92  # how far the upper lid is open
    lower: float = 1.0  # how low the lower lid lies; a smile lifts it
    gaze: tuple[float, float] = (0.0, 0.0)
    curve: float = 2.5  # corners of the mouth, up is positive
    skew: float = 0.0  # one corner (the right one) higher than the other
    width: float = 18.0
    parted: float = 0.0  # how far the lips are apart
    has_teeth: bool = False
    shift: float = 0.0  # the mouth moved aside
    blush: float = 0.20
    tilt: float = 0.0  # degrees, clockwise
    nod: float = 0.0  # the features moved down (chin in) or up
    aside: float = 0.0  # how far the face is turned away, added to the person's own turn
    shoulders: float = 0.0  # how far they are drawn up


EXPRESSIONS: dict[str, Expression] = {
    "neutral": Expression(
        brow_left=(0.5, 1.0), brow_right=(0.5, 1.0), curve=3.4, width=18.0, tilt=1.0, blush=0.24
    ),
    "plain": Expression(
        brow_left=(2.6, 3.0), brow_right=(2.6, 3.0), lid=1.02, curve=1.0, width=16.0, parted=3.0,
        blush=0.22, tilt=1.5, nod=-0.5,
    ),
    "open": Expression(
        brow_left=(2.5, 3.5), brow_right=(2.5, 3.5), lid=1.06, curve=6.0, width=19.5, parted=3.0,
        has_teeth=True, blush=0.26, tilt=-2.5, nod=-1.0,
    ),
    "warm": Expression(
        brow_left=(2.0, 1.0), brow_right=(2.0, 1.0), lid=0.80, lower=0.42, curve=10.5, width=22.5,
        parted=5.5, has_teeth=True, blush=0.42, tilt=4.0, nod=0.5,
    ),
    "reserved": Expression(
        brow_left=(0.5, 0.5), brow_right=(1.0, 1.5), lid=0.84, lower=0.95, curve=1.4, width=16.5,
        blush=0.18, tilt=-1.0, nod=-0.5,
    ),
    "wary": Expression(
        brow_left=(-1.0, 0.5), brow_right=(2.5, 4.5), lid=0.70, lower=0.85, gaze=(4.2, 0.0),
        curve=-0.6, skew=-1.2, width=15.0, shift=-1.0, blush=0.14, tilt=-2.5, aside=-3.5,
        shoulders=2.0,
    ),
    "cold": Expression(
        brow_left=(-2.4, -0.6), brow_right=(-2.4, -0.6), lid=0.62, lower=0.80, curve=-0.9,
        width=16.0, blush=0.06, tilt=0.0, nod=-2.5, aside=1.5,
    ),
    "stern": Expression(
        brow_left=(-4.6, 1.6), brow_right=(-4.6, 1.6), lid=0.80, lower=0.78, curve=-2.2,
        width=16.5, blush=0.16, tilt=0.5, nod=1.5,
    ),
    "grave": Expression(
        brow_left=(4.2, -1.2), brow_right=(4.2, -1.2), lid=0.84, lower=0.95, gaze=(0.0, 1.2),
        curve=-1.2, width=15.0, blush=0.30, tilt=-2.0, nod=2.5, shoulders=1.0,
    ),
    "hurt": Expression(
        brow_left=(4.6, -2.0), brow_right=(4.6, -2.0), lid=0.64, lower=0.95, gaze=(-2.0, 3.2),
        curve=-2.4, width=14.0, blush=0.30, tilt=-5.0, nod=4.5, aside=-2.0, shoulders=3.0,
    ),
    "amused": Expression(
        brow_left=(0.5, 0.5), brow_right=(3.5, 6.0), lid=0.74, lower=0.50, gaze=(-1.4, 0.0),
        curve=7.0, skew=3.4, width=19.5, shift=1.5, blush=0.34, tilt=5.5, aside=2.0,
    ),
    "thinking": Expression(
        brow_left=(2.5, 0.5), brow_right=(5.0, 2.5), lid=0.95, gaze=(-4.4, -3.6), curve=0.4,
        skew=-1.4, width=12.0, shift=-3.0, blush=0.18, tilt=3.0, nod=-2.0, aside=-2.5,
    ),
}  # fmt: skip

# How somebody looks at another to whom nothing has just happened.
MOODS: dict["Mood", str] = {
    "hurt": "hurt",
    "cold": "cold",
    "reserved": "reserved",
    "open": "open",
    "warm": "warm",
}
