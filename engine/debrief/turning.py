"""The turning points of a play, and what caused them.

Score (a design choice): the size of the change of mean trust, plus the fall of the mean ceiling
of trust (the scar that discovered guile leaves), plus the size of the change of prospects. The
prospect is the model's own chance that a party at rest cooperates next, averaged over pairs; it
is 0 once somebody has walked out or they have parted. All three are shares, so they can simply be
added. A turn needs time to take effect: the sum is weighted by n / (n + 1), where n rounds
followed; what ended the talks has full weight.
"""

from collections.abc import Mapping

import numpy as np

from engine.debrief.findings import Evidence, Ref, TimelineEntry, TurningPoint
from engine.debrief.timeline import Timeline, event_ref, mean, move_of, move_ref
from engine.model.exact import logistic
from engine.model.parameters import DEFAULTS, READING
from engine.play.events import Discovered

# Below this change of trust no single act is named as the cause of the turn.
DRIFT = READING.drift
NO_REFS: Mapping[str, Ref] = {}


def turning_points(timeline: Timeline) -> tuple[TurningPoint, ...]:
    """Every round and moment as a turning point, the strongest first; ties in order of play."""
    found = [_turning_point(timeline, entry) for entry in timeline.entries[1:]]
    return tuple(sorted(found, key=lambda point: (-point.score, point.at)))


def prospect(entry: TimelineEntry) -> float:
    """The mean chance over pairs that one cooperates with the other next, in [0, 1]."""
    if entry.left or entry.parted:
        return 0.0
    numbers = entry.numbers
    pull = [
        DEFAULTS.precision * (confidence - numbers.perceived_risk[i][j])
        for i, row in numbers.confidence.items()
        for j, confidence in row.items()
    ]
    return mean(logistic(np.array(pull)).tolist())


def _turning_point(timeline: Timeline, entry: TimelineEntry) -> TurningPoint:
    before = timeline.before(entry)
    trust = entry.numbers.mean_trust - before.numbers.mean_trust
    scar = max(0.0, _mean_ceiling(before) - _mean_ceiling(entry))
    prospects = prospect(entry) - prospect(before)
    parts = {"trust": abs(trust), "ceiling": scar, "prospects": abs(prospects)}
    better = trust + prospects - scar > 0
    following = sum(each.kind == "round" for each in timeline.entries[entry.at + 1 :])
    weight = 1.0 if entry.left or entry.parted else following / (following + 1)
    return TurningPoint(
        at=entry.at,
        round=entry.round,
        kind="moment" if entry.kind == "moment" else "round",
        score=weight * sum(parts.values()),
        parts=parts,
        weight=weight,
        better=better,
        reason=_reason(timeline, entry, trust, better),
    )


def _mean_ceiling(entry: TimelineEntry) -> float:
    return mean([x for row in entry.numbers.ceiling.values() for x in row.values()])


def _reason(timeline: Timeline, entry: TimelineEntry, trust: float, better: bool) -> Evidence:
    if entry.left:
        return _evidence("turn-left", entry, trust, party=entry.left[0])
    if entry.parted:
        return _evidence("turn-parted", entry, trust)
    if entry.kind == "moment":
        return _of_moment(timeline, entry, trust, better)
    return _of_round(timeline, entry, trust, better)


def _evidence(
    code: str,
    entry: TimelineEntry,
    trust: float,
    party: str | None = None,
    other: str | None = None,
    refs: Mapping[str, Ref] = NO_REFS,
) -> Evidence:
    numbers = {"trust_change": trust}
    return Evidence(code, entry.round, entry.at, party, other, numbers, refs)


def _of_moment(timeline: Timeline, entry: TimelineEntry, trust: float, better: bool) -> Evidence:
    for came_out in entry.noticed:
        if isinstance(came_out, Discovered) and came_out.moves:
            refs = {"move": move_ref(timeline.compiled, came_out.moves[0])}
            return _evidence("turn-discovery", entry, trust, came_out.of, came_out.by, refs)
    if entry.changes and abs(trust) < DRIFT:
        change = entry.changes[0]
        return _evidence(
            "turn-changed-game", entry, trust, party=change.by, refs={"thing": change.thing}
        )
    code = "turn-reflection-helped" if better else "turn-reflection-hurt"
    return _evidence(code, entry, trust, refs={"phase": entry.phase})


def _of_round(timeline: Timeline, entry: TimelineEntry, trust: float, better: bool) -> Evidence:
    """The largest part of a change of trust in the direction of the whole change."""
    sign = 1 if better else -1
    parts = [
        (sign * change, i, j, reason)
        for i, about in entry.reasons.items()
        for j, reasons in about.items()
        for reason, change in reasons.items()
        if reason != "masked"
    ]
    size, i, j, reason = max(parts, key=lambda part: part[0], default=(0.0, "", "", "other"))
    if reason in ("event", "newcomer") or (size < DRIFT and entry.script_events):
        events = [event_ref(timeline.compiled, each.event) for each in entry.script_events]
        return (
            _evidence("turn-event", entry, trust, refs={"event": events[0]})
            if events
            else _evidence("turn-drift", entry, trust)
        )
    if size < DRIFT:
        return _evidence("turn-drift", entry, trust)
    own = timeline.trust_change(entry, i, j)
    return _evidence_of(timeline, entry, own, i, j, reason, better)


def _evidence_of(
    timeline: Timeline,
    entry: TimelineEntry,
    change: float,
    i: str,
    j: str,
    reason: str,
    better: bool,
) -> Evidence:
    """What j did that moved i's trust."""
    move = move_of(entry, j)
    played = {"move": move_ref(timeline.compiled, move.move)} if move else {}
    if reason == "discovery":
        found = [
            move
            for seen in entry.noticed
            if isinstance(seen, Discovered) and (seen.by, seen.of) == (i, j)
            for move in seen.moves
        ]
        hidden = {"move": move_ref(timeline.compiled, found[0])} if found else played
        return _evidence("turn-discovery", entry, change, party=j, other=i, refs=hidden)
    if reason in ("suspicion", "talk"):
        return _evidence(f"turn-{reason}", entry, change, party=j, other=i)
    code = "turn-repair" if reason == "repair" else _experienced(timeline, entry, j, better)
    return _evidence(code, entry, change, party=j, other=i, refs=played)


def _experienced(timeline: Timeline, entry: TimelineEntry, party: str, better: bool) -> str:
    move = move_of(entry, party)
    if better or move is None:
        return "turn-goodwill" if better else "turn-drift"
    if move.vetoed:
        return "turn-veto"
    if move.slipped:
        return "turn-slip"
    return "turn-opportunism" if move.face == "opportunistic" else "turn-let-down"
