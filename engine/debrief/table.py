"""A play as a table for researchers: a row for each party in each round.

`COLUMNS` is the data dictionary: README.md in this folder is written from it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from engine.debrief.findings import Division, Findings, StandIn, TimelineEntry
from engine.debrief.timeline import move_of
from engine.play.afterthoughts import Afterthoughts, Said
from engine.play.events import Discovered, MoveMade
from engine.play.measures import About
from engine.play.trace import Trace

Unit = Literal["text", "name", "yes or no", "count", "share", "points", "months", "seed"]
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is about: a party in a round of a play."""

    trace: Trace
    found: Findings
    entry: TimelineEntry
    party: str

    @property
    def move(self) -> MoveMade | None:
        """What the party did in this round, if anything."""
        return move_of(self.entry, self.party)

    @property
    def stand_in(self) -> StandIn | None:
        """Who made its move in the place of its people, if anybody did."""
        made = (e for e in self.found.stand_ins if e.party == self.party)
        return next((each for each in made if self.entry.round in each.rounds), None)

    @property
    def division(self) -> Division | None:
        """How divided its people were over the move, if several were asked."""
        over = (e for e in self.found.divisions if (e.at, e.party) == (self.entry.at, self.party))
        return next((each for each in over if each.move is not None), None)

    @property
    def written(self) -> Afterthoughts:
        """What its person wrote at the debrief."""
        return self.trace.written_by(self.party)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what stands in it and in which unit, and how it is read from a play.

    low, high: the least and the greatest value; None where there is no bound.
    """

    name: str
    about: str
    unit: Unit
    read: Callable[[Row], Cell]
    low: float | None = None
    high: float | None = None


def rows(trace: Trace, found: Findings) -> Iterator[tuple[Cell, ...]]:
    """A row for each party in each round, in the order of the play."""
    for entry in found.timeline:
        for party in trace.seats if entry.kind == "round" else ():
            row = Row(trace, found, entry, party)
            yield tuple(column.read(row) for column in COLUMNS)


def _of_move(read: Callable[[MoveMade], Cell]) -> Callable[[Row], Cell]:
    return lambda row: None if row.move is None else read(row.move)


def _mean(about: Mapping[str, float]) -> float:
    return fmean(about.values())


def _share(name: str, about: str, read: Callable[[Row], Cell]) -> Column:
    return Column(name, about, "share", read, 0, 1)


def _yes(name: str, about: str, read: Callable[[MoveMade], bool]) -> Column:
    return Column(name, about, "yes or no", _of_move(lambda move: int(read(move))), 0, 1)


def _about_others(name: str, about: str) -> Column:
    """A number about each of the others, as the mean over them."""
    return _share(
        name,
        f"{about}; mean over the others",
        lambda row: _mean(getattr(row.entry.numbers, name)[row.party]),
    )


def _mean_of_all(about: About) -> float:
    return _mean({party: _mean(others) for party, others in about.items()})


def _own(name: str, about: str) -> Column:
    return _share(name, about, lambda row: getattr(row.entry.numbers, name)[row.party])


def _shared(name: str, about: str) -> Column:
    return _share(name, f"{about}; the same for all", lambda row: getattr(row.entry.numbers, name))


def _points(name: str, about: str) -> Column:
    return Column(name, about, "points", lambda row: getattr(row.entry.numbers, name)[row.party])


def _said(name: Said, about: str) -> Column:
    return Column(f"said_{name}", about, "text", lambda row: row.written.said(name))


def _marked_round(row: Row) -> Cell:
    return None if row.written.marked is None else row.written.marked.round


def _marked_kind(row: Row) -> Cell:
    return None if row.written.marked is None else row.written.marked.kind


def _found_out(row: Row) -> int:
    return sum(isinstance(seen, Discovered) and seen.by == row.party for seen in row.entry.noticed)


COLUMNS: tuple[Column, ...] = (
    Column("scenario", "file of the scenario, no folder", "text", lambda row: row.trace.source),
    Column("scenario_hash", "fingerprint of the scenario", "name", lambda row: row.trace.digest),
    Column("seed", "seed of the play", "seed", lambda row: row.trace.seed, 0, 2**63 - 1),
    Column("game", "number of the play under that seed", "count", lambda row: row.trace.game, 0),
    Column("rules", "version of the rules", "count", lambda row: row.trace.version, 1),
    Column(
        "outcome", "kind of ending: success, lopsided, stalled, broken or parted", "name",
        lambda row: row.found.outcome.outcome,
    ),
    Column(
        "ending", "id of the ending", "name",
        lambda row: row.found.outcome.ending.id if row.found.outcome.ending else None,
    ),
    Column("rounds", "rounds that were played", "count", lambda row: row.found.outcome.rounds, 0),
    Column("duration", "length of the talks", "months", lambda row: row.found.outcome.months, 0),
    Column("round", "number of this round", "count", lambda row: row.entry.round, 1),
    Column("phase", "id of the phase of this round", "name", lambda row: row.entry.phase.id),
    Column("party", "id of the party", "name", lambda row: row.party),
    Column("played_by", "human, or a persona", "name", lambda row: row.trace.seats[row.party]),
    Column("move", "id of the move; empty if it made none", "name", _of_move(lambda m: m.move)),
    Column(
        "stance", "trust-building, reciprocal or opportunistic", "name",
        _of_move(lambda m: m.stance),
    ),
    Column("face", "what the move looked like, as stance", "name", _of_move(lambda m: m.face)),
    _yes("guile", "the move hid something", lambda m: m.guile),
    _yes("slipped", "only half of what was announced was done", lambda m: m.slipped),
    _yes("vetoed", "the party's own side stopped it, and nothing was done", lambda m: m.vetoed),
    Column(
        "called", "the party asked for a reflection moment", "yes or no",
        lambda row: int(row.party in row.entry.called_by), 0, 1,
    ),
    Column("found_out", "times it found out guile in this round", "count", _found_out, 0),
    _points("payoff", "own payoff of this round"),
    _points("value", "sum of own payoffs so far"),
    Column(
        "stood_in",
        "the persona that chose the move in the place of people; majority: what most of them had "
        "said they wanted",
        "name",
        lambda row: None if row.stand_in is None else row.stand_in.persona or "majority",
    ),
    Column(
        "late", "it was chosen in their place because time was up", "yes or no",
        lambda row: int(row.stand_in is not None and row.stand_in.late), 0, 1,
    ),
    Column(
        "asked", "people of the party who said what they wanted before the move was sealed",
        "count", lambda row: 0 if row.division is None else row.division.asked, 0,
    ),
    Column(
        "wanted_other", "how many of these wanted something else than what was sealed", "count",
        lambda row: 0 if row.division is None else row.division.other, 0,
    ),
    _about_others("trust", "trust that the other will not let it down"),
    _about_others("ceiling", "what that trust can still reach"),
    _about_others("reliability", "reliance on the other's organisation"),
    _about_others("perceived_risk", "risk as this party sees it"),
    _about_others("real_risk", "risk as it is"),
    _about_others("confidence", "confidence that the other cooperates"),
    _about_others("exposure", "what it has laid open to the other"),
    _own("safety", "psychological safety"),
    _own("internal_balance", "balance of the rational and the informal within the party"),
    _own("pressure", "pressure on the party"),
    _share(
        "mean_trust",
        "mean of all trust; the same for all",
        lambda row: _mean_of_all(row.entry.numbers.trust),
    ),
    _shared("formal_overlap", "how much is agreed on paper"),
    _shared("understanding", "shared understanding"),
    _shared("lock_in", "how fixed the patterns are"),
    _shared("transaction_cost", "share of the value lost on checking and paperwork"),
    _shared("maturity", "mean of trust, safety and understanding"),
    _said("feeling", "one word for how the person felt afterwards"),
    Column(
        "said_turn_kind", "round, or the moment after it, chosen as turning point", "name",
        _marked_kind,
    ),
    Column("said_turn_round", "the round of it", "count", _marked_round, 0),
    _said("turn", "the turning point in the person's own words"),
    _said("otherwise", "what the person would do differently"),
    _said("friday", "what the person will do before Friday"),
    _said("tell", "whom the person will tell"),
    _said("sign", "how the person will notice that it makes a difference"),
)  # fmt: skip
