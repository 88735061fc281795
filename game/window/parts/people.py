"""Who is at the table, as somebody sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from engine.play.view.records import Mood, PartySeen, RoleSeen, Room, View
from engine.scenario.schema import Party
from game.presenters.faces import looks, said_face
from game.window.app import App

_Seen = TypeVar("_Seen", Room, View)


@dataclass(frozen=True)
class Person:
    """Somebody at the table, as the seat sees them. expression: of the face."""

    role: RoleSeen
    party: str
    mood: Mood
    expression: str


def across(room: Room, view: View, *, quiet: bool = False) -> list[Person]:
    """The people of the other parties, in their order, as they look at this seat.

    quiet: nobody beams.
    """
    seen = {other.id: other for other in view.others}
    return [
        person
        for party in room.parties
        if party.id != view.seat
        for person in _people(
            replace(party, mood=seen[party.id].mood, moved=seen[party.id].moved), quiet=quiet
        )
    ]


def everybody(
    room: Room, view: View | None = None, *, moved: int = 0, quiet: bool = False
) -> list[Person]:
    """All people at the table; for one seat its own in front, the others as they look at it.

    moved: how the trust of this seat has just changed; quiet: nobody beams.
    """
    if view is None:
        return [person for party in room.parties for person in _people(party, quiet=quiet)]
    own = next(party for party in room.parties if party.id == view.seat)
    return [*_people(replace(own, moved=moved), quiet=quiet), *across(room, view, quiet=quiet)]


def as_before(seen: _Seen) -> _Seen:
    """The same, with people as they looked before the last step."""
    if isinstance(seen, View):
        return replace(seen, others=tuple(party.before for party in seen.others))
    return replace(seen, parties=tuple(party.before for party in seen.parties))


def _people(party: PartySeen, *, quiet: bool) -> list[Person]:
    face = looks(party.mood, party.moved, quiet=quiet)
    return [Person(role, party.id, party.mood, face) for role in party.roles]


def saying(people: Sequence[Person], faces: Mapping[str, str]) -> list[Person]:
    """The same people, each with the face of what they say. faces: by address of who speaks; ""
    for an ordinary line.
    """
    return [
        replace(person, expression=faces[person.role.address] or said_face(person.expression))
        if person.role.address in faces
        else person
        for person in people
    ]


def face_of(app: App, other: PartySeen) -> RoleSeen:
    """Whoever of a party is at the table, or speaks for it while nobody is."""
    if other.roles:
        return other.roles[0]
    assert app.play is not None
    return lead_of(other.id, app.play.compiled.scenario.parties[other.id])


def lead_of(party: str, written: Party) -> RoleSeen:
    """The person who speaks for a party."""
    role = written.roles[written.lead]
    return RoleSeen(f"{party}.{written.lead}", role.name, role.title, role.looks)
