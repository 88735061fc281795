"""The person to draw: what a portrait needs to know."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from game.drawing.colours import brightness, mix

CX, EYE_Y = 160.0, 148.0  # the middle of a portrait, and the height of the eyes
# Design choices: the inside of a hand, from which depth of skin it is lighter than the back, and
# how fast.
_PALM, _DEEP, _PALER = "#eeb9a0", 0.3, 1.1

# What hair, clothes and jewellery suggest about the rest: slighter or sturdier.
Build = Literal["soft", "firm"]


class Clothing(NamedTuple):
    """What somebody wears; None where the author leaves it to the drawing."""

    garment: str | None
    colours: tuple[str, ...]
    extras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Everything that a portrait is drawn from. Lengths are in units of the drawing (320 wide)."""

    age: int
    skin: str
    hair: str
    style: str
    brows: str
    iris: str
    beard: str | None
    headscarf: str | None
    has_glasses: bool
    clothing: Clothing
    is_soft: bool  # slighter neck and shoulders, lashes, fuller lips
    cheek: float  # half the width of the face
    jaw: float
    chin: float  # where the face ends
    gap: float  # from the middle to an eye
    eye: float  # size of the eyes, about 1
    brow: float  # thickness of the brows
    nose: str
    nose_width: float
    lips: float
    turn: float  # how far the face looks aside, in units
    has_freckles: bool
    pick: int  # settles what else the author left open

    @property
    def palm(self) -> str:
        """The colour of the inside of a hand: a little pinker, and on dark skin much lighter."""
        depth = 1 - brightness(self.skin)
        return mix(self.skin, _PALM, 0.1 + _PALER * max(0.0, depth - _DEEP))

    def crease(self, share: float) -> str:
        """The colour of a line in the skin, the darker the larger the share."""
        return mix(self.skin, mix(self.skin, "#5a1e12", 0.75), share)
