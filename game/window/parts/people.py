"""Who is at the table, as somebody sees them."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.play.view.records import Mood, RoleSeen, Room, View
from engine.scenario.schema import Party, Scenario
from game.window.app import App
from game.window.kit.node import Node
from game.window.kit.type import CAPTION
from game.window.kit.widgets import text


@dataclass(frozen=True)
class Person:
    """Somebody at the table, as the seat sees them."""

    role: RoleSeen
    party: str
    mood: Mood
    expression: str = ""  # instead of the one of the mood


def across(room: Room, view: View) -> list[Person]:
    """The people of the other parties, in their order, as they look at this seat."""
    moods = {other.id: other.mood for other in view.others}
    return [
        Person(role, party.id, moods[party.id])
        for party in room.parties
        if party.id != view.seat
        for role in party.roles
    ]


def everybody(room: Room, view: View | None = None) -> list[Person]:
    """All people at the table; for one seat its own in front, the others as they look at it."""
    if view is None:
        return [
            Person(role, party.id, party.mood) for party in room.parties for role in party.roles
        ]
    own = next(party for party in room.parties if party.id == view.seat)
    mine = [Person(role, own.id, "reserved") for role in own.roles]
    return mine + across(room, view)


def written_by(app: App, scenario: Scenario) -> Iterator[Node]:
    """Who wrote a scenario, where the author says so."""
    if scenario.credits is not None:
        yield text(app.say("scenario.credits", credits=scenario.credits), CAPTION, "muted")


def lead_of(party: str, written: Party) -> RoleSeen:
    """The person who speaks for a party."""
    role = written.roles[written.lead]
    return RoleSeen(f"{party}.{written.lead}", role.name, role.title, role.looks)
