"""The path through figure 2 of the paper: trust against formal overlap."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

from engine.debrief.findings import (
    Advice,
    Followed,
    QuadrantPoint,
    Quadrants,
    TimelineEntry,
)
from engine.debrief.timeline import Timeline, move_of
from engine.model.parameters import DEFAULTS, READING
from engine.model.reading import quadrant_at
from engine.play.events import OptionTaken
from engine.scenario.schema import Move
from engine.scenario.vocabulary import TRAITS

Quadrant = Literal[1, 2, 3, 4]
ADVICE: dict[Quadrant, Advice] = {
    1: "lead-by-example",
    2: "go-for-robust",
    3: "are-we-in-the-way",
    4: "invest-in-trust-first",
}
# With this much of a trait, a move counts as being about it.
ABOUT = READING.about


def quadrant(trust: float, formal_overlap: float) -> Quadrant:
    """The quadrant of figure 2 for a mean trust and a formal overlap."""
    return cast(Quadrant, int(quadrant_at(trust, formal_overlap)))


def quadrants(timeline: Timeline) -> Quadrants:
    """The path, one point at the start and one after each round."""
    path = tuple(_point(timeline, e) for e in timeline.entries if e.kind != "moment")
    return Quadrants(
        border_trust=DEFAULTS.quadrant_trust,
        border_formal=DEFAULTS.quadrant_formal,
        path=path,
        rounds_in={
            str(number): sum(p.quadrant == number and p.round > 0 for p in path)
            for number in ADVICE
        },
    )


@dataclass(frozen=True, slots=True)
class _Acts:
    """What a party did between one point of the path and the next."""

    move: Move | None
    options: tuple[OptionTaken, ...]
    called: bool
    proposed: tuple[str, ...]  # chapters
    parted: bool

    @property
    def is_empty(self) -> bool:
        return self.move is None and not self.options

    def moves_for(self, trait: str) -> bool:
        return self.move is not None and self.move.traits()[TRAITS.index(trait)] >= ABOUT

    def takes(self, *options: str) -> bool:
        return any(each.option in options for each in self.options)


# What counts as following each piece of advice; an opportunistic move never does.
_FOLLOWS: dict[Advice, Callable[[_Acts], bool]] = {
    "lead-by-example": lambda acts: (
        acts.moves_for("formalise")
        or (acts.move is not None and acts.move.kind == "adapt")
        or bool(set(acts.proposed) & {"rules", "roles"})
    ),
    "go-for-robust": lambda acts: acts.move is not None,
    "are-we-in-the-way": lambda acts: (
        acts.moves_for("reflect")
        or acts.called
        or acts.takes("own-part", "real-question")
        or "roles" in acts.proposed
    ),
    "invest-in-trust-first": lambda acts: (
        (acts.move is not None and acts.move.stance == "trust-building")
        or acts.called
        or acts.takes("name-difference", "own-part", "real-question")
        or acts.parted
    ),
}


def _point(timeline: Timeline, entry: TimelineEntry) -> QuadrantPoint:
    trust, formal = entry.numbers.mean_trust, entry.numbers.formal_overlap
    number = quadrant(round(trust, 2), round(formal, 2))  # by the points that are shown
    advice = ADVICE[number]
    acts = {party: _acts(timeline, entry, party) for party in timeline.parties}
    by = tuple(party for party, each in acts.items() if _has_followed(advice, each))
    return QuadrantPoint(
        at=entry.at,
        round=entry.round,
        trust=trust,
        formal_overlap=formal,
        quadrant=number,
        advice=advice,
        followed=_followed(by, acts),
        followed_by=by,
    )


def _has_followed(advice: Advice, acts: _Acts) -> bool:
    opportunistic = acts.move is not None and acts.move.stance == "opportunistic"
    return not opportunistic and _FOLLOWS[advice](acts)


def _followed(by: tuple[str, ...], acts: dict[str, _Acts]) -> Followed:
    if all(each.is_empty for each in acts.values()):
        return "no-occasion"
    if len(by) == len(acts):
        return "all"
    return "some" if by else "none"


def _acts(timeline: Timeline, entry: TimelineEntry, party: str) -> _Acts:
    following = timeline.next_round(entry)
    end = following.at if following else len(timeline.entries)
    moments = timeline.entries[entry.at + 1 : end]
    made = move_of(following, party) if following else None
    return _Acts(
        move=timeline.compiled.scenario.moves[made.move] if made else None,
        options=tuple(o for m in moments for o in m.options if o.party == party),
        called=party in (following.called_by if following else ()),
        proposed=tuple(
            change.chapter
            for moment in moments
            for change in (*moment.changes, *moment.rejected)
            if change.by == party
        ),
        parted=any(moment.parted for moment in moments),
    )
