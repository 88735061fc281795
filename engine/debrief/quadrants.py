"""The path through figure 2 of the paper: trust against formal overlap."""

from typing import Literal, cast

from engine.debrief.findings import Advice, QuadrantPoint, Quadrants, TimelineEntry
from engine.debrief.timeline import Timeline, as_shown
from engine.model.parameters import DEFAULTS
from engine.model.reading import quadrant_at

Quadrant = Literal[1, 2, 3, 4]
ADVICE: dict[Quadrant, Advice] = {
    1: "lead-by-example",
    2: "go-for-robust",
    3: "are-we-in-the-way",
    4: "invest-in-trust-first",
}


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


def _point(timeline: Timeline, entry: TimelineEntry) -> QuadrantPoint:
    trust, formal = entry.numbers.mean_trust, entry.numbers.formal_overlap
    number = quadrant(as_shown(trust), as_shown(formal))
    return QuadrantPoint(
        at=entry.at,
        round=entry.round,
        trust=trust,
        formal_overlap=formal,
        quadrant=number,
        advice=ADVICE[number],
    )
