"""What the trainer sees of a table: where it is and who keeps whom waiting, not what is sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from engine.live_play import measure
from engine.play.view.records import Room as Place
from engine.play.view.room import room as place_of
from engine.scenario.vocabulary import Persona
from game.workshop import wishes
from game.workshop.room import Person, Room
from game.workshop.table import Table

State = Literal["empty", "not-begun", "playing", "paused", "over"]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A party at a table. persona: which computer player plays, if one does.

    said: how many of its people have said what they want; pen: who seals. left: it has left the
    table, where the others go on.
    """

    party: str
    people: Sequence[Person]
    pen: str | None
    persona: Persona | None
    is_waited_for: bool
    said: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """A table at a glance. trust, risk: means over all parties, from 0 to 1.

    waited: seconds of the present choice; left: seconds until its time is up, if it has a limit.
    """

    number: int
    state: State
    place: Place
    sittings: Sequence[Sitting]
    onlookers: Sequence[Person]
    waited: float
    left: float | None
    trust: float
    risk: float
    changes: int
    late: int
    agrees: bool
    step: int


def overview(room: Room, table: Table, now: float) -> Overview:
    """The table as the trainer may see it while it is being played."""
    live, limit = table.public, room.timers.hard or room.timers.soft
    found = measure(live.compiled, live.state.world)
    return Overview(
        number=table.number,
        state=state_of(room, table),
        place=place_of(live.compiled, live.state, ()),
        sittings=[_sitting(room, table, party) for party in live.compiled.parties],
        onlookers=[p for p in room.at_table(table.number) if p.party is None],
        waited=max(0.0, table.clock.spent(now)),
        left=table.clock.left(now, limit) if limit and table.is_playing else None,
        trust=found.mean_trust,
        risk=fmean(
            risk
            for party, row in found.perceived_risk.items()
            for other, risk in row.items()
            if party not in found.without and other not in found.without
        ),
        changes=int(live.state.world.changes[0]),
        late=len(table.late),
        agrees=agrees(room, table),
        step=table.step,
    )


def state_of(room: Room, table: Table) -> State:
    """What is going on at the table."""
    if table.begun and table.public.is_over:
        return "over"
    if not room.is_played(table.number):
        return "empty"
    if not table.begun:
        return "not-begun"
    return "paused" if table.is_paused else "playing"


def agrees(room: Room, table: Table) -> bool:
    """Whether every party with people at it lets the room see the table."""
    parties = [p for p in room.parties if room.seated(table.number, p)]
    return bool(parties) and all(table.agreed.get(party) for party in parties)


def _sitting(room: Room, table: Table, party: str) -> Sitting:
    people = room.seated(table.number, party)
    return Sitting(
        party=party,
        people=people,
        pen=wishes.pen_of(room, table, party),
        persona=wishes.persona_of(table, party) if wishes.is_staffed(room, table, party) else None,
        is_waited_for=table.is_playing and party in wishes.awaited(table),
        said=len(wishes.wishes_of(room, table, party)),
        left=not table.public.is_over and table.public.view(party).has_left,
    )
