"""What was made of a table as it stands is kept: several people of a party see the same."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from game.workshop.table import Table

T = TypeVar("T")

_kept: WeakKeyDictionary[Table, tuple[Hashable, dict[Hashable, Any]]] = WeakKeyDictionary()


def kept_for(table: Table, party: str) -> Hashable:
    """What the pages of a party depend on, as long as the table stands where it does."""
    play = table.play_of(party)
    return party, len(play.steps), party in play.pending, play.is_asked_for_trust(party)


def kept(table: Table, what: Hashable, make: Callable[[], T]) -> T:
    """What was made of the table under that name, made now if the play has gone on since.

    what: all that it depends on besides; of a party, `kept_for`.
    """
    plays = (table.live, *table.ahead)
    stands = table.round_trips, table.begun, *(len(each.steps) for each in plays)
    before, made = _kept.get(table, (None, {}))
    if before != stands:
        made = {}
        _kept[table] = stands, made
    if what not in made:
        made[what] = make()
    found: T = made[what]
    return found
