"""Head-and-shoulders portraits from an author's words."""

import re
from functools import lru_cache

import pygame

from engine.scenario.schema import Looks
from game.window.drawing.clothes import clothes, earrings, neck
from game.window.drawing.colours import Tone, at_dusk, brightness, mix
from game.window.drawing.expression import EXPRESSIONS, Expression
from game.window.drawing.face import CX, EYE_Y, brows, complexion, features, head, points
from game.window.drawing.hair import beard, hair_layers
from game.window.drawing.person import Person, person
from game.window.drawing.svg import document, line, moved, path, render, scaled, turned

WIDTH, HEIGHT = 320.0, 384.0
_DEEP = 0.3
_SKY_GLINT = "#8790b4"
_COLOUR = re.compile("#[0-9a-f]{6}")
_NECK = (CX, 246.0)
_LARGER, _LOWER = 1.13, 14.0  # the head against the body, and how far it sinks to the shoulders


def portrait_svg(looks: Looks, expression: str, tone: Tone = "light", who: str = "") -> str:
    """A person at a table, 320 wide and 384 high, standing on the lower edge.

    expression: a name from `EXPRESSIONS`. who: anything that tells people with the same looks
    apart, such as their name; it settles what the looks leave open.
    """
    return _drawn(person(looks, who), EXPRESSIONS[expression], tone)


@lru_cache(maxsize=256)
def _cached(looks: Looks, expression: str, height: int, tone: Tone, who: str) -> pygame.Surface:
    width = round(height * WIDTH / HEIGHT)
    return render(portrait_svg(looks, expression, tone, who), (width, height))


def portrait(
    looks: Looks, expression: str, height: int, tone: Tone = "light", who: str = ""
) -> pygame.Surface:
    """A portrait `height` pixels high (and 5/6 as wide), kept for the next time.

    Transparent around the person. Do not draw on it.
    """
    return _cached(looks, expression, height, tone, who)


def _drawn(who: Person, mood: Expression, tone: Tone) -> str:
    hair = hair_layers(who)

    def held(content: str) -> str:
        if not content:
            return ""
        settled = moved(scaled(content, _LARGER, _LARGER, CX, 240), 0, _LOWER)
        return turned(settled, mood.tilt, *_NECK)

    aside = who.turn + mood.aside
    looking = moved(features(who, mood), aside, mood.nod)
    over = moved(brows(who, mood) + _glasses(who), aside, mood.nod)
    face = head(who) + moved(complexion(who, mood), aside * 0.5, mood.nod)
    face += moved(beard(who), aside * 0.4, mood.nod * 0.3) + looking
    body = neck(who) + clothes(who)
    drawn = document(
        WIDTH,
        HEIGHT,
        held(hair.back),
        moved(body, 0, -mood.shoulders),
        held(hair.mid + face + _over_or_under(who, over, hair.front) + earrings(who)),
    )
    return _by_lamplight(drawn) if tone == "dark" else drawn


def _by_lamplight(drawing: str) -> str:
    """The same drawing in the evening."""
    return _COLOUR.sub(lambda found: _evening(found[0]), drawing)


@lru_cache(maxsize=4096)
def _evening(colour: str) -> str:
    """Light colours lose most; the darkest catch some sky, or they would sink into a dark room."""
    light = brightness(colour)
    if light < _DEEP:
        return mix(colour, _SKY_GLINT, 0.15 * (1 - light / _DEEP))
    return at_dusk(colour, 0.26 * light)


def _over_or_under(who: Person, over: str, front: str) -> str:
    """Brows and glasses with the hair: a fringe hides brows, other hair stops above them."""
    return over + front if who.style in ("fringe", "messy", "pixie") else front + over


def _glasses(who: Person) -> str:
    if not who.glasses:
        return ""
    kind = who.pick % 3
    frame = ("#2f2a2c", "#6b4a38", "#4a5563")[who.pick // 3 % 3]
    drawn = ""
    for side in (-1, 1):
        x, y = CX + side * who.gap, EYE_Y + 1.5
        lens = {
            0: f"M{points(x - 18, y)}a18 17 0 1 1 36 0a18 17 0 1 1 -36 0z",
            1: (
                f"M{points(x - 18, y - 13)}h36q3 0 2 5l-3 15q-2 8 -10 8h-14q-8 0 -10 -8"
                "l-3 -15q-1 -5 2 -5z"
            ),
            2: f"M{points(x - 19, y - 6)}q0 -8 8 -8h22q8 0 8 8v10q0 11 -11 11h-16q-11 0 -11 -11z",
        }[kind]
        drawn += path(lens, "#ffffff", opacity=0.13)
        drawn += line(f"M{points(x - 10, y - 7)}l7 -4", "#ffffff", 2.2, 0.5)
        drawn += line(lens, frame, 2.6)
        drawn += line(
            f"M{points(x + side * 18.5, y - 5)}L{points(CX + side * (who.cheek + 1), y - 7)}",
            frame,
            2.4,
            0.85,
        )
    inner = who.gap - 18
    bridge = f"M{points(CX - inner, EYE_Y - 2)}q{points(inner, -5, inner * 2, 0)}"
    return drawn + line(bridge, frame, 2.6)
