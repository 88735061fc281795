"""Paired replays: the same round with the same luck, and one thing taken out of it.

Only what these show is told as a cause. A move is taken out by letting the party play one without
any content; that it came short by letting its party be wholly of one mind; a discovery by letting
there be nothing to find; an event by letting it not occur; a reply by saying nothing instead.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from engine.debrief.findings import SceneMade, ShownCause, Taken, TimelineEntry
from engine.debrief.timeline import Timeline
from engine.model.parameters import READING
from engine.model.records import replace
from engine.play.compiled import CompiledScenario
from engine.play.confrontation import reply, respond
from engine.play.events import Discovered, Measured, Reflected
from engine.play.measures import About
from engine.play.measuring import about_each_other
from engine.play.round import Draw, play_moves
from engine.play.rows import join_games
from engine.play.state import (
    MoveChoice,
    ResponseChoice,
    Stage,
    State,
)
from engine.scenario.vocabulary import REPLIES, RESPONSES

# In points of 0-100, as they are told, less than one is no difference.
SHOWN = READING.moved


@dataclass(frozen=True, slots=True)
class Round:
    """A round as it can be played again: where it began, and which moves were chosen."""

    state: State
    moves: tuple[int, ...]
    calls: tuple[bool, ...]
    divided: tuple[float, ...]


def round_of(timeline: Timeline, entry: TimelineEntry) -> Round | None:
    """How that round can be played again; None if there is nothing to do it with."""
    at = timeline.step_before(entry)
    if at is None or at >= len(timeline.choices):
        return None
    chosen = [timeline.choices[at].get(party) for party in timeline.parties]
    moves = [each for each in chosen if isinstance(each, MoveChoice)]
    if len(moves) < len(timeline.parties):
        return None
    index = timeline.compiled.moves.index
    return Round(
        timeline.states[at],
        tuple(index(each.move) for each in moves),
        tuple(each.call for each in moves),
        tuple(each.voices.divided for each in moves),
    )


def measured_in(timeline: Timeline, entry: TimelineEntry) -> Measured | None:
    """What was measured at the end of that round, before anything came of it."""
    return timeline.measured.get(entry.round)


def reflected_in(timeline: Timeline, entry: TimelineEntry) -> Reflected | None:
    """What was measured at the end of that reflection moment, before anything came of it."""
    held = (e for e in timeline.events if isinstance(e, Reflected))
    return dict(zip((each.at for each in timeline.moments), held, strict=False)).get(entry.at)


def without_each(timeline: Timeline, entry: TimelineEntry) -> Mapping[Taken, About]:
    """Trust after that round with each move, discovery and event taken out in turn."""
    if entry.at not in timeline.replays:
        # All rounds at once: most of the work is in the steps of a round, not in their number.
        for at, found in _replayed(timeline).items():
            timeline.replays.setdefault(at, found)
    return timeline.replays[entry.at]


@dataclass(frozen=True, slots=True)
class _Without:
    """A round to be played again, and what is taken out of it."""

    at: int  # which entry
    played: Round
    taken: Taken


def _replayed(timeline: Timeline) -> dict[int, dict[Taken, About]]:
    """By entry, trust after the round with each thing taken out of it in turn."""
    found: dict[int, dict[Taken, About]] = {entry.at: {} for entry in timeline.entries}
    by_empty: dict[int | None, list[_Without]] = {}
    for entry in timeline.rounds:
        played = round_of(timeline, entry)
        if played is None or measured_in(timeline, entry) is None:
            continue
        empty = _empty_move(timeline.compiled, played.moves)
        for taken in _to_take_out(timeline, entry):
            if empty is not None or taken.what not in ("move", "both"):
                by_empty.setdefault(empty, []).append(_Without(entry.at, played, taken))
    for empty, rounds in by_empty.items():
        for each, about in zip(rounds, _play_without(timeline, rounds, empty), strict=True):
            found[each.at][each.taken] = about
    return found


def _to_take_out(timeline: Timeline, entry: TimelineEntry) -> Iterator[Taken]:
    yield from (Taken("move", party) for party in timeline.parties)
    yield from (Taken("short", m.party) for m in entry.moves if m.slipped or m.vetoed)
    for seen in entry.noticed:
        if isinstance(seen, Discovered) and seen.how != "reflection":
            yield Taken("discovery", seen.of, seen.by)
            yield Taken("both", seen.of, seen.by)
    yield from (Taken("event", None, event.event) for event in entry.script_events)


def _play_without(timeline: Timeline, rounds: Sequence[_Without], empty: int | None) -> list[About]:
    compiled, parties = timeline.compiled, timeline.parties
    if empty is not None:
        compiled = _emptied(compiled, empty)
    world = join_games([each.played.state.world for each in rounds])
    moves = np.array([each.played.moves for each in rounds])
    calls = np.array([each.played.calls for each in rounds])
    divided = np.array([each.played.divided for each in rounds])
    hidden, secret = world.alliance.hidden.copy(), world.secret.copy()
    kept_out = np.zeros(world.happened.shape, dtype=bool)
    for row, taken in enumerate(each.taken for each in rounds):
        if taken.what == "event":
            kept_out[row, compiled.events.index(taken.name)] = True
        if taken.by is None:
            continue
        j = parties.index(taken.by)
        if taken.what == "short":
            divided[row, j] = -1.0 / compiled.inside.division  # so much of one mind: in balance
        if taken.what in ("move", "both") and empty is not None:
            moves[row, j] = empty
        if taken.what in ("discovery", "both"):
            i = parties.index(taken.name)
            hidden[row, i, j], secret[row, i, j] = 0.0, False
    alliance = replace(world.alliance, hidden=hidden)
    world = replace(world, alliance=alliance, secret=secret)
    state = rounds[0].played.state
    draw = Draw(state.seed, np.full(len(rounds), state.game, dtype=np.uint64))
    after, _ = play_moves(compiled, world, moves, calls, draw, divided=divided, kept_out=kept_out)
    return [about_each_other(parties, row) for row in after.alliance.trust]


@dataclass(frozen=True, slots=True)
class OfOneMind:
    """What would have become of a move, had its party not been divided over it."""

    slipped: bool
    vetoed: bool


def of_one_mind(timeline: Timeline, entry: TimelineEntry, party: str) -> OfOneMind | None:
    """That round with the same luck, and that party undivided; None if it can't be played again."""
    played = round_of(timeline, entry)
    if played is None:
        return None
    at = timeline.parties.index(party)
    divided = np.array([played.divided])
    divided[0, at] = 0.0
    draw = Draw.of_play(played.state.seed, played.state.game)
    moves, calls = np.array([played.moves]), np.array([played.calls])
    world = played.state.world
    _, came = play_moves(timeline.compiled, world, moves, calls, draw, divided=divided)
    return OfOneMind(bool(came.round.slipped[0, at]), bool(came.round.vetoed[0, at]))


def _empty_move(compiled: CompiledScenario, chosen: Sequence[int]) -> int | None:
    """A move that nobody chose, whose place a move without content can take."""
    free = [
        at
        for at in range(len(compiled.moves))
        if at not in chosen and not compiled.leaves[at] and at not in compiled.hideable
    ]
    return free[0] if free else None


# Room for what is played in the debriefs of a hall: few plays leave the first moves unused.
@lru_cache(maxsize=32)
def _emptied(compiled: CompiledScenario, at: int) -> CompiledScenario:
    """The scenario in which that move is without content."""
    without = {
        name: _zero_at(getattr(compiled, name), at)
        for name in (
            "traits", "repair", "move_pulses", "lays_open", "uses_up", "hands_over", "costs",
            "pays",
        )
    }  # fmt: skip
    aims = compiled.aims.copy()
    aims[at] = True
    return replace(compiled, **without, aims=aims)


def _zero_at(of_moves: Any, at: int) -> Any:
    emptied = of_moves.copy()
    emptied[at] = 0
    return emptied


def without_reply(timeline: Timeline, scene: SceneMade) -> float | None:
    """The trust of who brought it up, had the other said nothing and all else been the same."""
    asked = [at for at, state in enumerate(timeline.states) if state.stage is Stage.CONFRONTED]
    if not asked:
        return None
    at = asked[timeline.number_of(scene)]
    did = timeline.choices[at + 1][scene.by]
    assert isinstance(did, ResponseChoice)
    silent = reply(timeline.states[at].world, np.array([REPLIES.index("silence")]))
    settled, _ = respond(timeline.compiled, silent, np.array([RESPONSES.index(did.response)]))
    i, j = timeline.parties.index(scene.by), timeline.parties.index(scene.of)
    return float(settled.alliance.trust[0, i, j])


def cause(taken: Taken, before: float, after: float, without: float | None) -> ShownCause | None:
    """The cause of a change, if the replay without it shows a difference in the same direction."""
    if without is None:
        return None
    made, moved = after - without, after - before
    is_shown = abs(made) >= SHOWN and made * moved > 0
    return ShownCause(taken.what, taken.by, without) if is_shown else None
