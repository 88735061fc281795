"""Whose devices are listening now. It is not kept: who is away can't be known after a restart."""

import asyncio
from dataclasses import dataclass, field

MOST_STREAMS = 3  # of one person: more are forgotten tabs, or no person
MOST_LOOKERS = 10  # of one device that looks at the wall: everybody may, and nobody must be many


@dataclass(eq=False)
class Place:
    """An open stream of somebody's device. is_gone: newer ones have taken its place.

    news: wakes whoever sends there.
    """

    person: str
    is_gone: bool = False
    news: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Presence:
    """The open streams by person, and since when somebody has none. most: of one of them."""

    most: int = MOST_STREAMS
    _places: dict[str, list[Place]] = field(default_factory=dict)
    _gone: dict[str, float] = field(default_factory=dict)

    def arrive(self, person: str) -> Place:
        """One more stream of that person; the oldest goes if there are too many."""
        places = self._places.setdefault(person, [])
        places.append(place := Place(person))
        for old in places[: -self.most]:
            old.is_gone = True
            old.news.set()
        self._gone.pop(person, None)
        return place

    def leave(self, place: Place, at: float) -> None:
        """That stream has ended."""
        places = self._places.get(place.person, [])
        if place in places:
            places.remove(place)
        if not places:
            self._places.pop(place.person, None)
            self._gone[place.person] = at

    def away(self, person: str, now: float) -> float | None:
        """For how many seconds nobody has heard that person's device; None if it listens."""
        since = self._gone.get(person)
        return None if since is None else now - since
