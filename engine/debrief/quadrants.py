"""The path through figure 2 of the paper: trust against formal overlap."""

from typing import Literal, cast

from engine.debrief.findings import Advice, Level, QuadrantPoint, Quadrants, TimelineEntry
from engine.debrief.timeline import Timeline, as_shown, change_shown, mean
from engine.model.parameters import DEFAULTS, READING
from engine.model.reading import quadrant_at
from engine.play.measures import Measures

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


def trust_level(numbers: Measures) -> Level:
    """How much trust there is at the table, or whether that differs by who is asked."""
    lowest, highest = (_level(each, DEFAULTS.quadrant_trust) for each in _extremes(numbers))
    if (lowest, highest) == ("little", "much"):
        return "apart"
    return _level(numbers.mean_trust, DEFAULTS.quadrant_trust)


def _extremes(numbers: Measures) -> tuple[float, float]:
    """The trust of the party that trusts the others least, and of the one that does most, of those
    who are at the table; as the game itself shows it.
    """
    gone = numbers.without
    each = [
        mean([share for other, share in about.items() if other not in gone])
        for party, about in numbers.trust.items()
        if party not in gone
    ]
    return min(each), max(each)


def paper_level(numbers: Measures) -> Level:
    """How much is on paper."""
    return _level(numbers.formal_overlap, DEFAULTS.quadrant_formal)


def _level(share: float, border: float) -> Level:
    """What differs less from the border than is told as a difference is on neither side of it."""
    apart = change_shown(border, share)
    return "border" if abs(apart) < READING.notable else "much" if apart > 0 else "little"


def quadrants(timeline: Timeline) -> Quadrants:
    """The path, one point at the start and one after each round and all that followed it."""
    path = tuple(_point(timeline, e) for e in timeline.entries if e.kind != "moment")
    return Quadrants(
        border_trust=DEFAULTS.quadrant_trust,
        border_formal=DEFAULTS.quadrant_formal,
        margin=READING.notable,
        path=path,
        rounds_in={
            str(number): sum(p.quadrant == number and p.round > 0 for p in path)
            for number in ADVICE
        },
    )


def _point(timeline: Timeline, entry: TimelineEntry) -> QuadrantPoint:
    last = timeline.last_before_next_round(entry)
    numbers = last.numbers
    trust, formal = numbers.mean_trust, numbers.formal_overlap
    number = quadrant(as_shown(trust), as_shown(formal))
    trust_is, paper_is = trust_level(numbers), paper_level(numbers)
    lowest, highest = _extremes(numbers)
    is_clear = {trust_is, paper_is} <= {"much", "little"}
    return QuadrantPoint(
        at=entry.at,
        round=entry.round,
        trust=trust,
        formal_overlap=formal,
        quadrant=number,
        trust_is=trust_is,
        paper_is=paper_is,
        lowest=lowest,
        highest=highest,
        advice=ADVICE[number] if is_clear else None,
    )
