"""Drawings that a page shows by address: the same address always gives the same drawing.

An address holds no more than who and what is in sight, so a browser can keep the drawing, and
whoever serves it needs no play to draw it.
"""

import re
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from engine.play.view.records import RoleSeen, Room, View
from engine.scenario.scenery import Scenery
from engine.scenario.schema import Role, Scenario
from engine.scenario.vocabulary import HOURS, WEATHERS
from game.drawing.backdrops import BACKDROPS
from game.drawing.colours import TONES, Tone
from game.drawing.gathering import Guest, gathering_svg
from game.drawing.portraits import EXPRESSIONS, MOODS, portrait_svg
from game.pictures import as_shown, stamp
from game.presenters.faces import poses_of
from game.theme import theme

_FOLDER = "drawings"
_NEUTRAL = "neutral"  # how one's own people look
_MOST_THINGS, _MOST_GUESTS = 4, 12
_PERSON = re.compile(r"([a-z0-9-]+)\.([a-z0-9-]+)\.([a-z]+)")
_NOTHING = "-"


class Picture(NamedTuple):
    """Where a drawing is found, by day and by lamplight. alt: what is in it, if words don't say."""

    light: str
    dark: str
    alt: str = ""


def portrait(address: str, room: Room, view: View | None) -> Picture:
    """Whoever speaks from that address, as the seat sees them."""
    name = _person(address, room, view)
    return _in_both(f"people/{name}")


def face(address: str) -> Picture:
    """Whoever has that address, as they look when nothing has happened yet."""
    return _in_both(f"people/{address}.{_NEUTRAL}")


def gathering(room: Room, view: View | None) -> Picture:
    """The place, with those who sit across from that seat, or everybody."""
    people = "+".join(_person(role.address, room, view) for role in across(room, view))
    lying = (
        thing.id for thing in room.game
        if thing.chapter == "props" and thing.in_force and thing.holder == "table"
    )  # fmt: skip
    things = "+".join(list(lying)[:_MOST_THINGS])
    place = _in_address(room.scenery)
    if room.scenery.picture is not None:
        place += f"+{room.decor.id}+{stamp(room.scenery.picture)}"
    return _in_both(f"places/{place}/{people or _NOTHING}/{things or _NOTHING}")


def _in_address(scenery: Scenery) -> str:
    backdrop = scenery.backdrop if scenery.backdrop in BACKDROPS else "room"
    return "+".join((backdrop, scenery.hour or _NOTHING, scenery.weather or _NOTHING))


def _scenery(scenario: Scenario, written: str) -> Scenery | None:
    """The place that stands in an address; None if there is no such place."""
    drawing, own = written.split("+")[:3], written.split("+")[3:]
    if drawing[0] not in BACKDROPS or (own and (len(own) != 2 or own[0] not in scenario.decor)):
        return None
    some = (Scenery(drawing[0], *when) for when in product((None, *HOURS), (None, *WEATHERS)))
    found = next((each for each in some if _in_address(each) == "+".join(drawing)), None)
    if found is None or not own:
        return found
    return found._replace(picture=scenario.scenery(own[0]).picture)


def across(room: Room, view: View | None) -> tuple[RoleSeen, ...]:
    """The people whom that seat faces, or its own where the others are not there; without a seat,
    all of them.
    """
    own = view.seat if view else None
    others = tuple(role for party in room.parties if party.id != own for role in party.roles)
    return others or tuple(role for party in room.parties for role in party.roles)


def _person(address: str, room: Room, view: View | None) -> str:
    party = address.partition(".")[0]
    moods = {each.id: each.mood for each in room.parties}
    if view is not None:
        moods |= {other.id: other.mood for other in view.others}
        moods.pop(view.seat, None)
    return f"{address}.{MOODS[moods[party]] if party in moods else _NEUTRAL}"


def _in_both(name: str) -> Picture:
    return Picture(*(f"{_FOLDER}/{tone}/{name}.svg" for tone in TONES))


# --- drawing them -------------------------------------------------------------------------------


def drawn(scenario: Scenario, address: str) -> str | None:
    """The drawing at that address, None where there is none."""
    folder, _, rest = address.removesuffix(".svg").partition("/")
    tone, _, rest = rest.partition("/")
    if folder != _FOLDER or tone not in TONES or not address.endswith(".svg"):
        return None
    kind, _, rest = rest.partition("/")
    if kind == "people":
        guest = _guest(scenario, rest)
        return guest and portrait_svg(guest.looks, guest.expression, tone, guest.name)
    return _place(scenario, rest.split("/"), tone) if kind == "places" else None


def _place(scenario: Scenario, parts: Sequence[str], tone: Tone) -> str | None:
    scenery = _scenery(scenario, parts[0])
    if len(parts) != 3 or scenery is None:
        return None
    people, things = (() if part == _NOTHING else part.split("+") for part in parts[1:])
    guests = [_guest(scenario, each) for each in people[: _MOST_GUESTS + 1]]
    faces = [(who, face) for who, _, face in (each.rpartition(".") for each in people)]
    known = [
        guest._replace(pose=pose)
        for guest, pose in zip(guests, poses_of(faces[: len(guests)]), strict=True)
        if guest is not None
    ]
    is_known = len(known) == len(people) and set(things) <= set(scenario.props)
    if not is_known or len(things) > _MOST_THINGS:
        return None
    colours = theme(tone)
    cloth = (colours.cloth, colours.cloth_edge)
    photo = as_shown(scenery.picture)
    return gathering_svg(scenery, known, list(things), tone, cloth, photo)


def _guest(scenario: Scenario, name: str) -> Guest | None:
    """Somebody of the scenario with an expression, as an address has them."""
    found = _PERSON.fullmatch(name)
    party = scenario.parties.get(found[1]) if found else None
    role: Role | None = party.roles.get(found[2]) if found and party else None
    if found is None or role is None or found[3] not in EXPRESSIONS:
        return None
    return Guest(role.looks, found[3], role.name)
