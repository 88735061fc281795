"""What the debrief's charts show: plain values and words, for every renderer.

This is the only place where charts know what findings look like.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from statistics import fmean

from engine.debrief import Findings, Quadrants, TimelineEntry, WhatIf
from game.drawing.charts.quadrants import QuadrantPath, Stop
from game.drawing.charts.trust import Entry, TrustHistory
from game.drawing.charts.what_if import Comparison, Interval, Share
from game.pages.story import reader_of
from game.presenters.afterthoughts import entry_of
from game.presenters.debrief import fork_lines, place_words, telling_forks
from game.presenters.page import Cast, points, signed
from game.words import Words


def trust_history(found: Findings, words: Words, people: Collection[str] = ()) -> TrustHistory:
    """Mean trust and perceived risk over the whole play, with the turning points of the readers."""
    entries = tuple(_entry(each, words) for each in found.timeline)
    first, last = entries[0], entries[-1]
    turn = found.story_of(reader_of(people)).turning_point
    return TrustHistory(
        title=course(found.timeline, words),
        description=words(
            "chart.trust.label", first=points(first.trust), last=points(last.trust),
            risk_first=points(first.risk), risk_last=points(last.risk),
        ),
        trust_name=words("expected.trust"),
        risk_name=words("chart.risk"),
        trust_end=str(points(last.trust)),
        risk_end=str(points(last.risk)),
        entries=entries,
        turn=None if turn is None else turn.at,
        turn_name=words("chart.turn"),
        chosen=_chosen(found, people),
    )  # fmt: skip


# Design choices, in points: from where on trust rose or fell in a play, and one fall is named.
_CLEAR, _A_FALL = 3, 5


def course(timeline: Sequence[TimelineEntry], words: Words) -> str:
    """How trust went over the whole play, with its greatest fall."""
    levels = [points(each.numbers.mean_trust) for each in timeline]
    first, last = levels[0], levels[-1]
    way = "rose" if last - first >= _CLEAR else "fell" if first - last >= _CLEAR else "level"
    key, steps = f"chart.course.{way}", zip(timeline[1:], levels, levels[1:], strict=False)
    falls = [(entry, one, other) for entry, one, other in steps if one - other >= _A_FALL]
    if not falls:
        return words(key, first=first, last=last)
    entry, before, after = max(falls, key=lambda fall: fall[1] - fall[2])
    when = "look.end.in.moment" if entry.kind == "moment" else "look.end.in"
    return words(f"{key}.fall", first=first, last=last, before=before, after=after,
                 when=words(when, round=entry.round))  # fmt: skip


def _chosen(found: Findings, people: Collection[str]) -> tuple[int, ...]:
    """The entries that those people chose as the turning point."""
    own = (each.marked for each in found.afterthoughts if each.party in people)
    places = {entry.at for marked in own if (entry := entry_of(found, marked)) is not None}
    return tuple(sorted(places))


def _entry(each: TimelineEntry, words: Words) -> Entry:
    return Entry(
        name=words("chart.start") if each.kind == "start" else str(each.round),
        trust=each.numbers.mean_trust,
        risk=_mean(each.numbers.perceived_risk),
        stances=tuple(move.stance for move in each.moves),
        is_moment=each.kind == "moment",
        has_change=bool(each.changes),
    )


def _mean(about: Mapping[str, Mapping[str, float]]) -> float:
    return fmean(share for row in about.values() for share in row.values())


def trust_key(words: Words) -> list[tuple[str, str, str]]:
    """The symbols of the trust chart: icon, colour, words."""
    return [
        ("trust-building", "trust", words("stance.trust-building")),
        ("reciprocal", "mutual", words("stance.reciprocal")),
        ("opportunistic", "risk", words("stance.opportunistic")),
        ("reflection", "mutual", words("chart.moment")),
        ("rule", "mutual", words("chart.change")),
        ("flag", "ink", words("chart.mine")),
    ]


def quadrant_path(found: Quadrants, words: Words) -> QuadrantPath:
    """The path through figure 2."""
    upper_left, upper_right, lower_right, lower_left = (
        tuple(words(f"quadrant.{number}").split(", ")) for number in (1, 2, 3, 4)
    )
    return QuadrantPath(
        title=road_words(found, words),
        description=words("chart.map.label", n=len(found.path)),
        trust_name=words("expected.trust"),
        formal_name=words("chart.paper"),
        corners=(upper_left, upper_right, lower_right, lower_left),
        border_trust=found.border_trust,
        border_formal=found.border_formal,
        stops=tuple(Stop(str(p.round), p.trust, p.formal_overlap) for p in found.path),
    )


def road_words(found: Quadrants, words: Words) -> str:
    """Where the path across the map began and ended."""
    places = [place_words(words, point) for point in found.path]
    first, last = places[0], places[-1]
    if first != last:
        return words("chart.map.moved", first=first, last=last)
    return words("chart.map.stayed" if len(set(places)) == 1 else "chart.map.back", place=last)


def comparison(fork: WhatIf, words: Words) -> Comparison:
    """Robust endings as played and otherwise, and the difference."""
    played, instead, success = fork.as_played.success, fork.what_if.success, fork.success
    return Comparison(
        title=words("debrief.5"),
        description=words("chart.band.label", played=points(played), instead=points(instead)),
        played=Share(words("chart.played"), played, f"{points(played)} %"),
        instead=Share(words("chart.instead"), instead, f"{points(instead)} %"),
        difference=Interval(
            words("chart.difference"), success.mean, success.low, success.high,
            signed(points(success.low)), signed(points(success.high)),
        ),
    )  # fmt: skip


Charted = TrustHistory | QuadrantPath | Comparison


def charts_in(
    cast: Cast, found: Findings, people: Collection[str], step: int
) -> tuple[Charted, ...]:
    """The charts of a step of the debrief, for a page that shows them all."""
    words = cast.words
    match step:
        case 2:
            return (trust_history(found, words, people),)
        case 4:
            return (quadrant_path(found.quadrants, words),)
        case 5:
            return tuple(_titled(cast, found, fork) for fork in telling_forks(found))
        case _:
            return ()


def _titled(cast: Cast, found: Findings, fork: WhatIf) -> Comparison:
    """The comparison under the question that it answers."""
    first = next(fork_lines(cast, found, fork))
    return replace(comparison(fork, cast.words), title=first.text)
