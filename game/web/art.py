"""The drawings as files of their own: people and places, by day and by lamplight."""

from functools import cache, lru_cache
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from engine.play.view.records import Mood
from engine.scenario.schema import Looks
from game.drawing.backdrops import BACKDROPS, backdrop_svg
from game.drawing.colours import Tone
from game.drawing.portraits import MOODS, portrait_svg
from game.theme import COLOURS, ThemeName, theme
from game.web.doors import open_room_of

_WIDE = 2000.0  # of a place that is 900 high, as on a phone and on a wall
_KEPT = {"cache-control": "private, max-age=86400"}
_TONES: tuple[Tone, ...] = get_args(Tone)


async def face(request: Request) -> Response:
    """A portrait of somebody of the scenario."""
    room, asked = open_room_of(request), request.path_params
    mood: Mood | None = next((each for each in get_args(Mood) if each == asked["mood"]), None)
    if room is None or mood is None or asked["tone"] not in _TONES:
        return Response(status_code=404)
    party = room.compiled.scenario.parties.get(asked["party"])
    role = party.roles.get(asked["role"]) if party else None
    if role is None:
        return Response(status_code=404)
    return _svg(_portrait(role.looks, MOODS[mood], asked["tone"], role.name))


async def colours(request: Request) -> Response:
    """The colours of the themes, as every renderer has them."""
    return Response(_colours(), media_type="text/css", headers=_KEPT)


@cache
def _colours() -> str:
    light, dark, strong = (_rule(name) for name in ("light", "dark", "high-contrast"))
    return (
        f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n"
        f"@media (prefers-contrast: more) {{ {strong} }}\n"
    )


def _rule(name: ThemeName) -> str:
    made = theme(name)
    return ":root { " + " ".join(f"--{role}: {made.colour(role)};" for role in COLOURS) + " }"


async def place(request: Request) -> Response:
    """A place; one without a drawing is a plain room."""
    asked = request.path_params
    if asked["tone"] not in _TONES:
        return Response(status_code=404)
    return _svg(_place(asked["name"] if asked["name"] in BACKDROPS else "room", asked["tone"]))


def _svg(text: str) -> Response:
    return Response(text, media_type="image/svg+xml", headers=_KEPT)


@lru_cache(maxsize=200)
def _portrait(looks: Looks, expression: str, tone: Tone, who: str) -> str:
    return portrait_svg(looks, expression, tone, who)


@lru_cache(maxsize=40)
def _place(name: str, tone: Tone) -> str:
    return backdrop_svg(name, _WIDE, tone)
