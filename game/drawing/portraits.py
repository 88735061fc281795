"""Head-and-shoulders portraits from an author's words."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from game.drawing.colours import Tone, at_dusk, brightness, mix
from game.drawing.people.beards import beard
from game.drawing.people.casting import cast
from game.drawing.people.clothes import clothes, earrings, neck
from game.drawing.people.expression import EXPRESSIONS, MOODS, Expression
from game.drawing.people.eyes import brows, eyes
from game.drawing.people.glasses import glasses
from game.drawing.people.hair import HAIR_STYLES, Hair, Layers
from game.drawing.people.hands import Pose, posed
from game.drawing.people.head import complexion, head, lines_of_age
from game.drawing.people.headscarf import headscarf
from game.drawing.people.mouth import mouth, nose
from game.drawing.people.person import CX, Person
from game.drawing.svg import document, moved, recoloured, scaled, turned

# The first frame of the window is drawn before the engine is loaded.
if TYPE_CHECKING:
    from engine.scenario.schema import Looks

__all__ = ["EXPRESSIONS", "HEIGHT", "MOODS", "WIDTH", "portrait_svg"]

WIDTH, HEIGHT = 320.0, 384.0
_DEEP = 0.3
_SKY_GLINT = "#8790b4"
_NECK = (CX, 246.0)
_ASIDE, _GAZE = 7.0, 2.6  # units that the features and the eyes go to a side: design choices
_LARGER, _LOWER = 1.13, 14.0  # the head against the body, and how far it sinks to the shoulders


def portrait_svg(
    looks: "Looks", expression: str, tone: Tone = "light", who: str = "", facing: int = 0,
    pose: Pose = "",
) -> str:  # fmt: skip
    """A person at a table, 320 wide and 384 high, standing on the lower edge.

    expression: a name from `EXPRESSIONS`. who: anything that tells people with the same looks
    apart, such as their name; it decides what the looks leave open. facing: to whom they are
    turned, -1 to the left of the viewer, 1 to the right. pose: what they do with their hands.
    """
    drawn = _drawn(cast(looks, who), _turned(EXPRESSIONS[expression], facing), pose, facing or 1)
    return recoloured(drawn, _by_lamplight) if tone == "dark" else drawn


def _drawn(who: Person, mood: Expression, pose: Pose, side: int) -> str:
    hair = _hair(who)
    aside = who.turn + mood.aside
    face = head(who) + moved(complexion(who, mood), aside * 0.5, mood.nod)
    face += moved(beard(who), aside * 0.4, mood.nod * 0.3)
    features = nose(who) + lines_of_age(who, mood) + mouth(who, mood) + eyes(who, mood)
    face += moved(features, aside, mood.nod)
    over = moved(brows(who, mood) + glasses(who), aside, mood.nod)
    # A fringe hides brows, other hair stops above them.
    face += over + hair.front if HAIR_STYLES[who.style].covers_brows else hair.front + over
    return document(
        WIDTH,
        HEIGHT,
        _held(hair.back, mood),
        moved(neck(who) + clothes(who), 0, -mood.shoulders),
        _held(hair.mid + face + earrings(who), mood),
        posed(who, pose, side),
    )


def _turned(mood: Expression, facing: int) -> Expression:
    """The same mood with the face and the eyes to one side."""
    if not facing:
        return mood
    return replace(
        mood, aside=mood.aside * 0.4 + facing * _ASIDE,
        gaze=(mood.gaze[0] * 0.4 + facing * _GAZE, mood.gaze[1]), tilt=mood.tilt + facing * 1.5,
    )  # fmt: skip


def _hair(who: Person) -> Layers:
    if who.headscarf is not None:
        return headscarf(who, who.headscarf)
    return HAIR_STYLES[who.style].draw(Hair(who))


def _held(head: str, mood: Expression) -> str:
    """What belongs to the head, on the neck and tilted as the mood has it."""
    if not head:
        return ""
    settled = moved(scaled(head, _LARGER, _LARGER, CX, 240), 0, _LOWER)
    return turned(settled, mood.tilt, *_NECK)


@lru_cache(maxsize=4096)
def _by_lamplight(colour: str) -> str:
    """Light colours lose most; the darkest catch some sky, or they would vanish in a dark room."""
    light = brightness(colour)
    if light < _DEEP:
        return mix(colour, _SKY_GLINT, 0.15 * (1 - light / _DEEP))
    return at_dusk(colour, 0.26 * light)
