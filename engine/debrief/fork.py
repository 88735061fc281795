"""What if: one move swapped at a turning point, and many plays from there with the same luck.

Which move is a design choice: one against the turn. After a turn for the worse, the legal move
of another stance with the most goodwill; after a turn for the better, the one with the least;
if there is none, the other way round. Goodwill is how the model weighs a move in the other
side's experience, with any guile seen. Walking out is only an alternative if there is no other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.debrief.findings import Arm, TimelineEntry, TurningPoint, WhatIf
from engine.debrief.timeline import Timeline, move_ref
from engine.model.parameters import DEFAULTS
from engine.play.compiled import CompiledScenario
from engine.play.state import Choice, MoveChoice, State, World
from engine.play.step import legal_moves
from engine.scenario.schema import Move
from engine.scenario.vocabulary import KINDS, OUTCOMES, TRAITS
from engine.simulate import continue_from
from engine.simulate.interval import difference

FORKS = 2
Floats = NDArray[np.float64]


def what_ifs(timeline: Timeline, turns: Sequence[TurningPoint], plays: int) -> tuple[WhatIf, ...]:
    """The forks at the strongest turning points where a party chose a move."""
    found: list[WhatIf] = []
    for turn in turns:
        if len(found) == FORKS:
            break
        if turn.kind == "round" and (fork := _fork(timeline, turn, plays)):
            found.append(fork)
    return tuple(found)


def goodwill(move: Move) -> float:
    """How the others would experience the move, from about -1.4 to 1."""
    trait = dict(zip(TRAITS, move.traits(), strict=True))
    p = DEFAULTS
    return (
        p.see_benevolence * trait["benevolence"]
        + p.see_candour * trait["candour"]
        + p.see_commitment * trait["commitment"]
        - p.see_claim * trait["claim"]
        - p.see_guile * trait["guile"]
    )


def alternative(
    compiled: CompiledScenario, played: str, legal: Sequence[str], better: bool
) -> str | None:
    """The most telling legal move with a different stance from the one played."""
    moves = compiled.scenario.moves
    others = [move for move in legal if moves[move].stance != moves[played].stance]
    staying = [move for move in others if not KINDS[moves[move].kind].leaves]
    ranked = sorted(staying or others, key=lambda move: goodwill(moves[move]))
    if not ranked:
        return None
    least, most = ranked[0], ranked[-1]
    mine = goodwill(moves[played])
    if better:
        return least if goodwill(moves[least]) < mine else most
    return most if goodwill(moves[most]) > mine else least


def _fork(timeline: Timeline, turn: TurningPoint, plays: int) -> WhatIf | None:
    entry = timeline.entries[turn.at]
    at = timeline.step_before(entry)
    if at is None or at >= len(timeline.choices):
        return None
    state, choices = timeline.states[at], timeline.choices[at]
    for party in _whose(timeline, turn):
        choice = choices[party]
        if not isinstance(choice, MoveChoice):
            continue
        legal = legal_moves(timeline.compiled, state, party)
        other = alternative(timeline.compiled, choice.move, legal, turn.better)
        if other is not None:
            swapped = {**choices, party: replace(choice, move=other)}
            return _compare(timeline, entry, state, party, (choices, swapped), plays)
    return None


def _whose(timeline: Timeline, turn: TurningPoint) -> Iterator[str]:
    """The parties; the one that caused the turn comes first."""
    if turn.reason.party:
        yield turn.reason.party
    yield from (party for party in timeline.parties if party != turn.reason.party)


def _compare(
    timeline: Timeline,
    entry: TimelineEntry,
    state: State,
    party: str,
    arms: tuple[Mapping[str, Choice], Mapping[str, Choice]],
    plays: int,
) -> WhatIf:
    compiled = timeline.compiled
    personas = {p: _persona(timeline, p) for p in timeline.parties}
    games = np.arange(plays)
    ends = [
        continue_from(compiled, state, choices, games, tuple(personas.values())) for choices in arms
    ]
    as_played, what_if = (
        _arm(compiled, choices[party], end) for choices, end in zip(arms, ends, strict=True)
    )
    return WhatIf(
        at=entry.at,
        round=entry.round,
        party=party,
        as_played=as_played,
        what_if=what_if,
        success=difference(_success(ends[1]), _success(ends[0])),
        value=difference(_value(ends[1]), _value(ends[0])),
        plays=plays,
        personas=personas,
    )


def _persona(timeline: Timeline, party: str) -> str:
    """The persona that plays on for a party: its own, or for a person the author's choice."""
    written = timeline.compiled.scenario.parties[party].persona
    seat = timeline.seats.get(party, written)
    return written if seat == "human" else seat


def _arm(compiled: CompiledScenario, choice: Choice, end: World) -> Arm:
    assert isinstance(choice, MoveChoice)
    shares = {name: float((end.outcome == at).mean()) for at, name in enumerate(OUTCOMES)}
    return Arm(
        move=move_ref(compiled, choice.move),
        stance=compiled.scenario.moves[choice.move].stance,
        outcomes=shares,
        success=shares["success"],
        value=float(_value(end).mean()),
    )


def _success(end: World) -> Floats:
    succeeded: Floats = np.where(end.outcome == OUTCOMES.index("success"), 1.0, 0.0)
    return succeeded


def _value(end: World) -> Floats:
    """(G,) the mean value of a party per round."""
    value: Floats = end.alliance.value.mean(axis=1) / np.maximum(end.round, 1)
    return value
