"""How earlier groups fared with the same scenario: their trust and their endings, without names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from engine.debrief import mean_shown
from engine.live_play import HUMAN, CompiledScenario, LivePlay
from engine.play.events import Ended, Measured, Reckoned, Reflected
from engine.play.trace import Trace
from engine.scenario.vocabulary import Outcome
from game.workshop.clock import Clock
from game.workshop.entries import ROOM, Opened, Unreadable, read_room_entry, read_table_entry
from game.workshop.room import Unfit
from game.workshop.table import Table

if TYPE_CHECKING:
    from game.workshop.journal import Journal, Reading

MOST_EARLIER = 12  # tables: more lines than that are a grey cloud (a design choice)


class EarlierPlay(NamedTuple):
    """A play of an earlier group. trust: (round, mean trust); a moment lies half a round later."""

    trust: tuple[tuple[float, float], ...]
    outcome: Outcome


def new_table(compiled: CompiledScenario, opened: Opened, number: int, at: float) -> Table:
    """A table of that room at which nothing has happened yet."""
    seats = dict.fromkeys(compiled.parties, HUMAN)
    trace = Trace(
        opened.digest,
        opened.source,
        opened.seed,
        seats,
        opened.language,
        packed=opened.packed,
        told_in=opened.told_in,
    )
    return Table(number, LivePlay(compiled, trace), Clock(at))


def earlier_plays(
    journal: "Journal", compiled: CompiledScenario, code: str, digest: str
) -> tuple[EarlierPlay, ...]:
    """The last finished plays of the same scenario in other rooms; nothing is changed in them.

    A room in which somebody still plays is left alone. digest: of the scenario.
    """
    found: list[EarlierPlay] = []
    for room in journal.rooms():
        if room.name == code or len(found) >= MOST_EARLIER:
            continue
        opened = _opened(journal.read(room.name, ROOM))
        if opened is not None and opened.digest == digest and not opened.rehearsal:
            found += _plays(journal, compiled, room.name, opened)
    return tuple(found[:MOST_EARLIER])


def _opened(read: "Reading") -> Opened | None:
    if not read.rows:
        return None
    try:
        first = read_room_entry(read.rows[0].kind, read.rows[0].body)
    except Unreadable:
        return None
    return first if isinstance(first, Opened) else None


def _plays(
    journal: "Journal", compiled: CompiledScenario, code: str, opened: Opened
) -> tuple[EarlierPlay, ...]:
    tables = list(_tables(journal, compiled, code, opened))
    if any(table.begun and not table.live.is_over for table in tables):
        return ()
    return tuple(
        EarlierPlay(_trust(table.live), ended.outcome)
        for table in tables
        for ended in table.live.events
        if isinstance(ended, Ended)
    )


def _tables(
    journal: "Journal", compiled: CompiledScenario, code: str, opened: Opened
) -> Iterator[Table]:
    """The tables of that room as far as their rows can be read."""
    for number in journal.streams(code):
        if number == ROOM:
            continue
        table = new_table(compiled, opened, number, 0.0)
        for row in journal.read(code, number).rows:
            try:
                table.apply(read_table_entry(row.kind, row.body), row.at)
            except (Unreadable, Unfit):
                break
        yield table


def _trust(live: LivePlay) -> tuple[tuple[float, float], ...]:
    """As `trust_path` has it of a play that is looked back on, which takes much longer."""
    path: list[tuple[float, float]] = []
    for event in live.events:
        match event:
            case Measured() | Reflected():
                path = path or [(0.0, mean_shown(event.before.trust, event.before.without))]
                late = 0.5 if isinstance(event, Reflected) else 0.0
                after = mean_shown(event.after.trust, event.after.without)
                path.append((event.round + late, after))
            case Reckoned() if path:  # it belongs to the round or moment that it came of
                after = mean_shown(event.after.trust, event.after.without)
                path[-1] = path[-1][0], after
    return tuple(path)
