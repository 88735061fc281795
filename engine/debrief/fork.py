"""What if: one move of each party swapped, and many plays from there with the same luck.

Which move is a design choice: one against the turn. After a turn for the worse, and where the move
hid something, the legal move of another stance with the most goodwill; after a turn for the
better, the one with the least; if there is none, the other way round. Goodwill is how the model
weighs a move in the other side's experience, with any guile seen. Walking out is only an
alternative if there is no other, and never what another choice is put beside: after it there is
nothing to play on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.debrief.findings import Arm, TimelineEntry, Turn, WhatIf
from engine.debrief.timeline import Timeline, leaves, move_ref
from engine.debrief.turns import WORTH
from engine.model.parameters import DEFAULTS
from engine.play.circumstances import limited
from engine.play.compiled import CompiledScenario
from engine.play.state import Choice, MoveChoice, State, World
from engine.play.step import legal_moves
from engine.play.trace import HUMAN
from engine.scenario.schema import Move
from engine.scenario.vocabulary import KINDS, OUTCOMES, TRAITS
from engine.simulate import continue_each
from engine.simulate.interval import difference

Floats = NDArray[np.float64]

_GUILE = TRAITS.index("guile")
# Design choices: of how many choices of a party another is tried, and which share of plays that
# end well is next to none.
_TRIES = 2
_NONE = 0.01


@dataclass(frozen=True, slots=True)
class _Fork:
    """A choice that could have been another: the state, and what was and could be chosen."""

    entry: TimelineEntry
    party: str
    state: State
    arms: tuple[Mapping[str, Choice], Mapping[str, Choice]]
    hid: bool


def what_ifs(timeline: Timeline, turns: Sequence[Turn], plays: int) -> tuple[WhatIf, ...]:
    """For each party another choice where its own weighed most, in the order of the parties.

    Where next to none of the plays ends well either way, that choice teaches nothing, and one that
    makes no difference little: then one that weighed less, if there is one.
    """
    to_try = {party: _forks(timeline, turns, party) for party in timeline.parties}
    found: dict[str, WhatIf] = {}
    for _ in range(_TRIES):
        # All parties at once: most of the work is in the steps that plays take together, not in
        # their number.
        forks = [fork for each in to_try.values() if (fork := next(each, None)) is not None]
        for each in _compare_all(timeline, forks, plays) if forks else ():
            if makes_a_difference(each):
                del to_try[each.party]
            if _teaches(each) and (each.party not in to_try or each.party not in found):
                found[each.party] = each
    return tuple(found[party] for party in timeline.parties if party in found)


def _compare_all(timeline: Timeline, forks: Sequence[_Fork], plays: int) -> tuple[WhatIf, ...]:
    personas = {p: _persona(timeline, p) for p in timeline.parties}
    starts = [(fork.state, choices) for fork in forks for choices in fork.arms]
    games = np.arange(plays)
    ends = continue_each(timeline.compiled, starts, games, tuple(personas.values()))
    return tuple(
        _compare(timeline.compiled, fork, ends[2 * at : 2 * at + 2], personas)
        for at, fork in enumerate(forks)
    )


def _teaches(fork: WhatIf) -> bool:
    return max(fork.as_played.success, fork.what_if.success) >= _NONE


def makes_a_difference(fork: WhatIf) -> bool:
    """Whether the other choice ended well more or less often, by enough to talk about."""
    return bool(fork.success.sign) and abs(fork.success.mean) >= WORTH


def _forks(timeline: Timeline, turns: Sequence[Turn], party: str) -> Iterator[_Fork]:
    """First where it hid something, and of that what cost most trust as it came out; then where its
    own move weighed most for as much of the play as was to come; where trust fell before where it
    rose: what went well teaches less.
    """
    cost = {
        at: turn.before - turn.after
        for turn in turns
        if turn.kind == "discovery" and turn.by == party
        for at in (turn.hidden_since or (turn.round,))
    }

    def weight(turn: Turn) -> tuple[float, bool, float]:
        left = sum(each.at > turn.at for each in timeline.rounds)
        fell = turn.before - turn.after >= WORTH and left > 0
        out = cost.get(turn.round, 0.0) if turn.hides and left > 0 else 0.0
        return out if out >= WORTH else 0.0, fell, abs(turn.after - turn.before) * left

    own = (turn for turn in turns if turn.kind == "move" and turn.by == party and not turn.vetoed)
    for turn in sorted(own, key=lambda turn: (weight(turn), -turn.at), reverse=True):
        if fork := _fork(timeline, turn, party):
            yield fork


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


def _fork(timeline: Timeline, turn: Turn, party: str) -> _Fork | None:
    entry = timeline.entries[turn.at]
    at = timeline.step_before(entry)
    if at is None or at >= len(timeline.choices):
        return None
    state, choices = timeline.states[at], timeline.choices[at]
    choice = choices.get(party)
    if not isinstance(choice, MoveChoice) or len(choices) < len(timeline.parties):
        return None
    if leaves(timeline, choice.move):
        return None
    legal = legal_moves(timeline.compiled, state, party)
    better = turn.after > turn.before and not turn.hides
    other = alternative(timeline.compiled, choice.move, legal, better)
    if other is None:
        return None
    swapped = {**choices, party: replace(choice, move=other)}
    return _Fork(entry, party, state, (choices, swapped), turn.hides)


def _compare(
    compiled: CompiledScenario, fork: _Fork, ends: Sequence[World], personas: Mapping[str, str]
) -> WhatIf:
    as_played, what_if = (
        _arm(compiled, fork, choices[fork.party], end)
        for choices, end in zip(fork.arms, ends, strict=True)
    )
    return WhatIf(
        at=fork.entry.at,
        round=fork.entry.round,
        party=fork.party,
        as_played=as_played,
        what_if=what_if,
        success=difference(_success(ends[1]), _success(ends[0])),
        value=difference(_value(ends[1]), _value(ends[0])),
        plays=len(ends[0].round),
        personas=personas,
        hid=fork.hid,
    )


def _persona(timeline: Timeline, party: str) -> str:
    """The persona that plays on for a party: its own, or for a person the author's choice."""
    written = timeline.compiled.scenario.parties[party].persona
    seat = timeline.seats.get(party, written)
    return written if seat == HUMAN else seat


def _arm(compiled: CompiledScenario, fork: _Fork, choice: Choice, end: World) -> Arm:
    assert isinstance(choice, MoveChoice)
    move, party = compiled.moves.index(choice.move), compiled.parties.index(fork.party)
    traits = limited(
        compiled, fork.state.world, compiled.traits[[move] * compiled.party_count][None]
    )
    shares = {name: float((end.outcome == at).mean()) for at, name in enumerate(OUTCOMES)}
    return Arm(
        move=move_ref(compiled, choice.move),
        stance=compiled.scenario.moves[choice.move].stance,
        outcomes=shares,
        success=shares["success"],
        value=float(_value(end).mean()),
        hides=bool(traits[0, party, _GUILE] > 0),
    )


def _success(end: World) -> Floats:
    succeeded: Floats = np.where(end.outcome == OUTCOMES.index("success"), 1.0, 0.0)
    return succeeded


def _value(end: World) -> Floats:
    """(G,) the mean value of a party per round."""
    value: Floats = end.alliance.value.mean(axis=1) / np.maximum(end.round, 1)
    return value
