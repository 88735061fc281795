"""The plays of a room side by side, for the debrief on the wall: values, and no words yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.debrief import Assumed, Findings, Judged, Reach
from engine.play.afterthoughts import TurnMarked
from engine.scenario.vocabulary import Outcome

# A table that does not want to be seen counts only in a number that at least one more such table is
# in, and what people wrote is only shown among what others wrote: nobody can be told from the rest
# by taking away what else is known (a design choice).
FEWEST_UNNAMED, FEWEST_WRITTEN = 2, 3


@dataclass(frozen=True, slots=True)
class TablePlay:
    """A table that has played. is_named: all its people agree that the room sees it."""

    number: int
    found: Findings
    is_named: bool = True

    @property
    def is_finished(self) -> bool:
        """Whether its play came to an end."""
        return self.found.outcome.outcome is not None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A table of an earlier group, without a name. trust: (round, mean trust)."""

    trust: tuple[tuple[float, float], ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Turned:
    """Assumptions of the model that were turned, and how each table is then judged, by number.

    judged: without those that are still being worked out.
    """

    assumed: Mapping[Assumed, float]
    judged: Mapping[int, Judged]


@dataclass(frozen=True, slots=True)
class RoomPlays:
    """Everything that the debrief of a room shows.

    tables: by number. feelings, turns: what people wrote before they were told anything, without
    whose it is. waiting: the tables whose findings are still being worked out. reach: of many talks
    with the same luck, None until it is worked out. turned: what the trainer assumes otherwise.
    """

    tables: tuple[TablePlay, ...]
    earlier: tuple[Earlier, ...] = ()
    feelings: tuple[str, ...] = ()
    turns: Mapping[TurnMarked, int] = field(default_factory=dict)
    waiting: tuple[int, ...] = ()
    reach: Reach | None = None
    turned: Turned | None = None

    @property
    def named(self) -> tuple[TablePlay, ...]:
        """The tables that the room may see."""
        return tuple(table for table in self.tables if table.is_named)

    @property
    def counted(self) -> tuple[TablePlay, ...]:
        """The tables in what is said of all of them."""
        unnamed = len(self.tables) - len(self.named)
        return self.tables if unnamed >= FEWEST_UNNAMED else self.named

    @property
    def said_feelings(self) -> tuple[str, ...]:
        """The words for how it felt, in the order of the alphabet; none while there are few."""
        if len(self.feelings) < FEWEST_WRITTEN:
            return ()
        return tuple(sorted(self.feelings, key=str.casefold))

    @property
    def chosen_turns(self) -> Sequence[tuple[TurnMarked, int]]:
        """How often each turning point was chosen, in the order of the play; none while few did."""
        if sum(self.turns.values()) < FEWEST_WRITTEN:
            return ()
        return sorted(self.turns.items(), key=lambda each: when(each[0]))


def when(marked: TurnMarked) -> float:
    """Where it lies in the play, in rounds: a moment lies half a round after its round."""
    return marked.round + (0.5 if marked.kind == "moment" else 0.0)


def trust_path(found: Findings) -> tuple[tuple[float, float], ...]:
    """Mean trust through the play: (round, mean trust), as in `Earlier`."""
    return tuple(
        (each.round + (0.5 if each.kind == "moment" else 0.0), each.numbers.mean_trust)
        for each in found.timeline
    )
