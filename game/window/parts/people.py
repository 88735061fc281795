"""Who is at the table, as somebody sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from engine.play.view.records import Mood, PartySeen, RoleSeen, Room, StageName, View
from engine.scenario.schema import Party
from game.drawing.people.hands import Pose
from game.presenters.faces import Manner, looks, poses_of, said_face
from game.window.app import App

_Seen = TypeVar("_Seen", Room, View)


@dataclass(frozen=True)
class Person:
    """Somebody at the table, as the seat sees them. expression: of the face; pose: of the hands.

    is_apart: away from the table, standing further off.
    """

    role: RoleSeen
    party: str
    mood: Mood
    expression: str
    pose: Pose = ""
    is_apart: bool = False


# The steps in which it is said where people differ and what chafes: nobody beams there.
_CANDID: tuple[StageName, ...] = ("differences", "bottlenecks")


def across(room: Room, view: View, *, quiet: bool = False, calm: bool = False) -> list[Person]:
    """The people of the other parties, in their order, as they look at this seat; where they are
    not there, its own people.

    quiet: nobody so much as smiles; calm: nobody beams.
    """
    calm = calm or room.stage in _CANDID
    seen = {other.id: other for other in view.others}
    own = [each for each in room.parties if each.id == view.seat]
    if not any(party.roles for party in room.parties if party not in own):
        return posed([each for party in own for each in _people(party, quiet=quiet, calm=True)])
    return posed([
        person
        for party in room.parties
        if party.id != view.seat
        for person in _people(
            replace(party, mood=seen[party.id].mood, moved=seen[party.id].moved),
            quiet=quiet, calm=calm,
        )
    ])  # fmt: skip


def everybody(
    room: Room, view: View | None = None, *, moved: int = 0, quiet: bool = False,
    calm: bool = False,
) -> list[Person]:  # fmt: skip
    """All people at the table; for one seat its own in front, the others as they look at it.

    moved: how the trust of this seat has just changed; quiet, calm: as in `across`.
    """
    calm = calm or room.stage in _CANDID
    if view is None:
        parties = (_people(party, quiet=quiet, calm=calm) for party in room.parties)
        return posed([person for people in parties for person in people])
    own = next(party for party in room.parties if party.id == view.seat)
    if not any(party.roles for party in room.parties if party is not own):
        return across(room, view, quiet=quiet, calm=calm)
    mine = _people(replace(own, moved=moved), quiet=quiet, calm=calm)
    return posed([*mine, *across(room, view, quiet=quiet, calm=calm)])


def as_before(seen: _Seen) -> _Seen:
    """The same, with people as they looked before the last step."""
    if isinstance(seen, View):
        return replace(seen, others=tuple(party.before for party in seen.others))
    return replace(seen, parties=tuple(party.before for party in seen.parties))


def _people(party: PartySeen, *, quiet: bool, calm: bool) -> list[Person]:
    face = looks(party.mood, party.moved, quiet=quiet, calm=calm)
    return [Person(role, party.id, party.mood, face) for role in party.roles]


def posed(people: Sequence[Person], speaks: str = "", gesture: Pose = "") -> list[Person]:
    """The same people with what their hands do, each something else. speaks: the address of who
    has the word, with that gesture, if it has one of its own.
    """
    quiet = [each.role.address for each in people if not gesture or each.role.address != speaks]
    looks_so = {each.role.address: each.expression for each in people}
    poses = poses_of([(who, looks_so[who]) for who in quiet], [gesture] if gesture else [])
    made = dict(zip(quiet, poses, strict=True))
    return [replace(each, pose=made.get(each.role.address, gesture)) for each in people]


def saying(people: Sequence[Person], manners: Mapping[str, Manner]) -> list[Person]:
    """The same people, each with the face of what they say. manners: by address of who speaks; the
    last of them has the word, and only that one gestures.
    """
    last = next(reversed(list(manners)), "")
    said = []
    for person in people:
        who = person.role.address
        if (manner := manners.get(who)) is None:
            said.append(person)
            continue
        face = manner.face or said_face(person.expression)
        said.append(replace(person, expression=face))
    return posed(said, last, manners[last].pose) if last else posed(said)


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
