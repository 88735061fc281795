"""Whether a condition of the script holds, for every game at once. Conditions are data."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

import numpy as np

from engine.model.arrays import mean_of, sum_last_axis
from engine.model.kernel import mean_over_others, risk
from engine.model.points import points
from engine.model.seated import reading_of_those
from engine.play.circumstances import circumstances, current_decor
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.confrontation import DISCOVERY, number_of_answer
from engine.play.presence import still_there
from engine.play.rows import all_along, any_along
from engine.play.state import NOBODY, World
from engine.scenario.schema import (
    Befallen,
    Bound,
    Condition,
    Confronted,
    Knowledge,
    PairBound,
    PartyBound,
    Who,
)
from engine.scenario.schema import Played as PlayedMove
from engine.scenario.vocabulary import CAUSES, OUTCOMES, REPLIES, RESPONSES, STANCES, TRAITS

_GUILE = TRAITS.index("guile")
# What a condition can ask, beside numbers.
_OF_MOVES = frozenset(
    (
        "move", "played", "carried_out", "discovered", "knows", "slipped", "stopped", "confronted",
    )
)  # fmt: skip
_OF_THE_GAME = frozenset(
    (
        "happened", "befell", "changed", "in_force", "not_in_force", "left", "at_table", "outcome",
    )
)  # fmt: skip
_OF_CONDITIONS = frozenset(("met", "all", "any", "not_"))
# What one party may know and another not, or holds such a thing.
_MAY_DIFFER = _OF_MOVES | _OF_CONDITIONS
_RECIPROCAL = STANCES.index("reciprocal")


def holds(
    condition: Condition,
    compiled: CompiledScenario,
    world: World,
    *,
    public: bool,
    knower: int | None = None,
    chooses: bool = False,
) -> Bools:
    """(G,) whether the condition holds.

    public: look at moves as the table saw them. What is said aloud must be judged so, or the
    text would give away what a party hides; the course of the play depends on the truth.
    knower: count only discoveries that the party with this index made, or was told of. chooses: it
    is asked for what that party may choose, and it knows by name what it did itself.
    """
    result = np.ones(len(world.phase), dtype=bool)
    if not condition.model_fields_set:  # as most are
        return result
    eyes = _Eyes(public, knower, knower if chooses else None)
    for part in _parts(condition, compiled, world, eyes):
        result = result & part
    return result


class _Eyes(NamedTuple):
    """With whose eyes a condition is judged; see `holds`. own: whose moves are known by name."""

    public: bool
    knower: int | None
    own: int | None


def holds_for_each(
    condition: Condition, compiled: CompiledScenario, world: World, *, chooses: bool = False
) -> Bools:
    """(G, P) whether the condition holds, given what the table saw and each party knows.

    What is offered to a party or said by it must not give away what only others found out. What is
    said must not give away what the party did itself either; what it may choose (`chooses`) can.
    """
    if not condition.model_fields_set:
        return np.ones((len(world.phase), compiled.party_count), dtype=bool)
    judge = partial(holds, condition, compiled, world, public=True, chooses=chooses)
    if not _differs_by_party(condition, compiled, chooses=chooses):
        return np.repeat(judge()[:, None], compiled.party_count, axis=1)
    return np.stack([judge(knower=at) for at in range(compiled.party_count)], axis=1)


def _differs_by_party(condition: Condition, compiled: CompiledScenario, *, chooses: bool) -> bool:
    """Whether it hangs on what one party may know and another not."""
    if not condition.model_fields_set & _MAY_DIFFER:
        return False
    parts = (*condition.all, *condition.any, *([condition.not_] if condition.not_ else []))
    own = condition.discovered is not None or condition.knows is not None
    if compiled.has_rooms:  # not everybody sees what is done
        seen = (*_moves_asked(condition), condition.slipped, condition.stopped)
        own |= any(each is not None for each in seen)
    if chooses:
        named = (each for each in _moves_asked(condition) if each is not None)
        own |= any(not _is_open(compiled, _numbers(compiled, each)).all() for each in named)
    return own or any(_differs_by_party(part, compiled, chooses=chooses) for part in parts)


def _moves_asked(condition: Condition) -> tuple[PlayedMove | None, ...]:
    return condition.move, condition.played, condition.carried_out


def _parts(
    condition: Condition,
    compiled: CompiledScenario,
    world: World,
    eyes: _Eyes,
) -> Iterator[Bools]:
    """(G,) for each part of a condition whether it holds."""
    public, knower, own = eyes
    asked = condition.model_fields_set
    for name in asked & _MEASURED:
        if (bound := getattr(condition, name)) is not None:
            yield _within(bound, measured(name, bound, compiled, world))
    if asked & _OF_MOVES:
        if condition.move is not None:
            yield _moved(condition.move, compiled, world, eyes)
        if condition.played is not None:
            yield _ever_moved(condition.played, compiled, world, eyes, world.used)
        if condition.carried_out is not None:
            yield _ever_moved(condition.carried_out, compiled, world, eyes, world.carried_out)
        if condition.discovered is not None:
            found = any_along(_known_to(knower, world), 1)
            yield _by(condition.discovered, compiled, found)
        if condition.knows is not None:
            yield _knows(condition.knows, compiled, world, knower)
        if condition.slipped is not None:
            seen = _noticed(compiled, world, public, knower)
            yield _by(condition.slipped, compiled, world.last_slipped & seen)
        if condition.stopped is not None:
            seen = _noticed(compiled, world, public, knower)
            yield _by(condition.stopped, compiled, world.last_vetoed & seen)
        if condition.confronted is not None:
            yield _confronted(condition.confronted, compiled, world)
    if asked & _OF_THE_GAME:
        yield from _of_the_game(condition, compiled, world)
    if asked & _OF_CONDITIONS:
        same = partial(
            holds, compiled=compiled, world=world, public=public, knower=knower,
            chooses=own is not None,
        )  # fmt: skip
        if condition.met is not None:
            yield same(compiled.scenario.parties[condition.met.of].met[condition.met.want])
        for part in condition.all:
            yield same(part)
        if condition.any:
            yield np.any([same(part) for part in condition.any], axis=0)
        if condition.not_ is not None:
            yield ~same(condition.not_)


def _of_the_game(condition: Condition, compiled: CompiledScenario, world: World) -> Iterator[Bools]:
    """The same, for what is known to all: what happened, what is in force and who is there."""
    for event in condition.happened:
        yield world.happened[:, compiled.events.index(event)] != NOBODY
    if condition.befell is not None:
        yield _befell(condition.befell, compiled, world)
    for name in condition.changed:
        yield world.altered[:, compiled.find_element(name)]
    for name in condition.in_force:
        yield _in_force(name, compiled, world)
    for name in condition.not_in_force:
        yield ~_in_force(name, compiled, world)
    for party in condition.left:
        yield world.left[:, compiled.parties.index(party)]
    for party in condition.at_table:
        yield ~world.left[:, compiled.parties.index(party)]
    if condition.outcome:
        yield np.isin(world.outcome, [OUTCOMES.index(each) for each in condition.outcome])


def _in_force(name: str, compiled: CompiledScenario, world: World) -> Bools:
    at = compiled.find_element(name)
    if compiled.is_decor[at]:
        here: Bools = current_decor(compiled, world) == at
        return here
    return world.in_force[:, at]


def _known_to(knower: int | None, world: World) -> Bools:
    """(G, P, P) who found out whom in the last round, as far as that party knows of it.

    Whoever found it out knows, and once it was raised the whole table does.
    """
    found = world.last_discovered
    if knower is None:
        return found
    known = found & ~world.untold
    known[:, knower] = found[:, knower]
    return known


def _confronted(wanted: Confronted, compiled: CompiledScenario, world: World) -> Bools:
    fitting, bits, causes = _answers(wanted)
    if not wanted.is_:
        met = any_along((world.answered[..., causes] & bits) != 0, 3)
    else:  # what was hidden is only raised once it was found out
        about = _is_among(wanted.is_, compiled) & (DISCOVERY in causes)
        met = any_along(np.isin(world.spoken_of, fitting) & about, 3)
    return _by(wanted, compiled, any_along(met, 1))


# Room for the conditions of a large scenario.
@lru_cache(maxsize=1024)
def _answers(wanted: Confronted) -> tuple[Ints, int, list[int]]:
    """The numbers of the answers that are asked for, the same as bits, and the causes."""
    replies = np.array([REPLIES.index(each) for each in wanted.reply or REPLIES])
    responses = np.array([RESPONSES.index(each) for each in wanted.response or RESPONSES])
    fitting = number_of_answer(replies[:, None], responses)
    causes = [CAUSES.index(cause) for cause in wanted.cause or CAUSES]
    return fitting, int(np.left_shift(1, fitting).sum()), causes


def _is_among(moves: tuple[str, ...], compiled: CompiledScenario) -> Bools:
    """(H,) which of the moves that can hide something are named; all of them where none is."""
    hidden = [compiled.moves[move] for move in compiled.hideable]
    return np.array([not moves or name in moves for name in hidden], dtype=bool)


def _knows(
    wanted: Knowledge, compiled: CompiledScenario, world: World, knower: int | None
) -> Bools:
    """(G,) whether that party found out or was told such a thing, which only it knows."""
    of = compiled.parties.index(wanted.of)
    if knower not in (None, of):
        return np.zeros(len(world.phase), dtype=bool)
    fits = _is_among(wanted.is_, compiled)
    about = [
        at
        for at, party in enumerate(compiled.parties)
        if at != of and wanted.about in (None, party)
    ]
    return any_along(any_along(world.found[:, of][:, about] & fits, 2), 1)


def _befell(wanted: Befallen, compiled: CompiledScenario, world: World) -> Bools:
    """(G,) whether the event happened and befell that party, by itself or with all."""
    at = compiled.events.index(wanted.event)
    whom = world.befell[:, at]
    concerned = (whom == compiled.parties.index(wanted.of)) | (whom == compiled.party_count)
    return concerned & (world.happened[:, at] != NOBODY)


def _perceived_risk(compiled: CompiledScenario, world: World) -> Floats:
    here = still_there(compiled, world)
    felt = reading_of_those(
        here,
        lambda alliance, around: risk(alliance, around, compiled.parameters),
        world.alliance, circumstances(compiled, world),
    )  # fmt: skip
    return mean_over_others(felt.perceived, here)


def _of_others(compiled: CompiledScenario, world: World, pairs: Floats) -> Floats:
    """(G, P) the mean of (G, P, P) over the others who are still there."""
    return mean_over_others(pairs, still_there(compiled, world))


def _mean_value(compiled: CompiledScenario, world: World) -> Floats:
    return world.alliance.value / np.maximum(world.round, 1)[:, None]


# The shares that a condition can measure: (G, P) by party, or (G,) of the table.
SHARES: dict[str, Callable[[CompiledScenario, World], Floats]] = {
    "trust": lambda compiled, world: _of_others(compiled, world, world.alliance.trust),
    "reliability": lambda compiled, world: _of_others(compiled, world, world.alliance.reliability),
    "risk": _perceived_risk,
    "safety": lambda compiled, world: world.alliance.safety,
    "value": _mean_value,
    "exposure": lambda compiled, world: _of_others(compiled, world, world.alliance.exposure),
    "internal_balance": lambda compiled, world: world.alliance.internal_balance,
    "formal_overlap": lambda compiled, world: world.alliance.formal_overlap,
    "understanding": lambda compiled, world: world.alliance.understanding,
    "lock_in": lambda compiled, world: world.alliance.lock_in,
}
# The shares (G, P, P) that a condition can measure of one party about another.
PAIRS: dict[str, Callable[[World], Floats]] = {
    "trust": lambda world: world.alliance.trust,
    "reliability": lambda world: world.alliance.reliability,
}
# The counts (G,).
COUNTS: dict[str, Callable[[World], Ints]] = {
    "round": lambda world: world.round,
    "changes": lambda world: world.changes,
}

_MEASURED = frozenset((*SHARES, *COUNTS))


def measured(name: str, bound: Bound, compiled: CompiledScenario, world: World) -> Floats | Ints:
    """(G,) the number that is compared with that bound: in points, or a count."""
    if name in COUNTS:
        return COUNTS[name](world)
    if isinstance(bound, PairBound) and bound.in_ is not None:
        return _points_of_pair(bound, PAIRS[name](world), compiled, still_there(compiled, world))
    return _points_of(bound, SHARES[name](compiled, world), compiled, still_there(compiled, world))


def _points_of(
    bound: Bound, shares: Floats, compiled: CompiledScenario, here: Bools | None
) -> Floats:
    """(G,) what is compared with the bound: the points of one party, or of the mean of all."""
    if shares.ndim == 1:
        return points(shares)
    if isinstance(bound, PartyBound) and bound.of is not None:
        return points(shares[:, compiled.parties.index(bound.of)])
    return points(mean_of(shares, here))


def _points_of_pair(
    bound: PairBound, shares: Floats, compiled: CompiledScenario, here: Bools | None
) -> Floats:
    """(G,) the points of one party about another, or of the mean of all others about it."""
    assert bound.in_ is not None
    about = shares[:, :, compiled.parties.index(bound.in_)]
    if bound.of is not None:
        return points(about[:, compiled.parties.index(bound.of)])
    if here is not None:
        others = here.copy()
        others[:, compiled.parties.index(bound.in_)] = False
        return points(mean_of(about, others))
    # Nobody is about itself: what stands there is zero.
    return points(sum_last_axis(about) / (about.shape[1] - 1))


def _within(bound: Bound, number: Floats | Ints) -> Bools:
    result = np.ones(len(number), dtype=bool)
    if bound.at_least is not None:
        result &= number >= bound.at_least
    if bound.at_most is not None:
        result &= number <= bound.at_most
    if bound.below is not None:
        result &= number < bound.below
    if bound.above is not None:
        result &= number > bound.above
    return result


def _noticed(
    compiled: CompiledScenario, world: World, public: bool, knower: int | None
) -> Bools | bool:
    """(G, P) whose last move that party saw, or everybody did; true where all always are there."""
    if not public or not compiled.has_rooms:
        return True
    if knower is not None:
        return ~world.missed[:, knower]
    return ~any_along(world.missed & ~world.left[:, :, None], 1)


def _moved(
    wanted: PlayedMove,
    compiled: CompiledScenario,
    world: World,
    eyes: _Eyes,
) -> Bools:
    public, knower, own = eyes
    played = world.last_move
    fits = (played != NOBODY) & _noticed(compiled, world, public, knower)
    if wanted.is_:
        named = _is_named(compiled, wanted)[played] & ~world.last_vetoed
        fits &= named & (_by_name(compiled, played, own) if public else True)
    if wanted.stance is not None:
        shown = (compiled.face if public else compiled.stance)[played]
        # A move stopped by the party's own side was not made: it amounts to holding back.
        shown = np.where(world.last_vetoed, _RECIPROCAL, shown)
        fits &= shown == STANCES.index(wanted.stance)
    return _by(wanted, compiled, fits)


def _ever_moved(
    wanted: PlayedMove,
    compiled: CompiledScenario,
    world: World,
    eyes: _Eyes,
    made: Bools,
) -> Bools:
    """(G,) whether a move that fits is among those made (G, P, M), as far as it was seen."""
    public, knower, own = eyes
    if public and compiled.has_rooms:
        gone = world.left[:, :, None, None]
        seen = all_along(world.seen | gone, 1) if knower is None else world.seen[:, knower]
        made = made & seen
    fits = _fitting(compiled, wanted, public, own)
    return _by(wanted, compiled, any_along(made & fits, 2))


# Room for the conditions of a large scenario, asked with the eyes of each party in every round.
@lru_cache(maxsize=1024)
def _fitting(
    compiled: CompiledScenario, wanted: PlayedMove, public: bool, own: int | None
) -> Bools:
    """(P, M) which moves are asked for, of those that are known for what they are."""
    every_move = np.arange(len(compiled.moves))
    fits = np.ones((compiled.party_count, len(every_move)), dtype=bool)
    if wanted.is_:
        fits &= np.isin(every_move, _numbers(compiled, wanted))
        by_each = np.tile(every_move, (compiled.party_count, 1))
        fits &= _by_name(compiled, by_each.T, own).T if public else True
    if wanted.stance is not None:
        fits &= (compiled.face if public else compiled.stance) == STANCES.index(wanted.stance)
    fits.flags.writeable = False
    return fits


@lru_cache(maxsize=1024)
def _is_named(compiled: CompiledScenario, wanted: PlayedMove) -> Bools:
    """(M + 1,) which moves are asked for by name; the last stands for no move."""
    named = np.zeros(len(compiled.moves) + 1, dtype=bool)
    named[_numbers(compiled, wanted)] = True
    named.flags.writeable = False
    return named


def _numbers(compiled: CompiledScenario, wanted: PlayedMove) -> list[int]:
    """The moves that are asked for by name."""
    return [compiled.moves.index(move) for move in wanted.is_]


def _by_name(compiled: CompiledScenario, played: Ints, own: int | None) -> Bools:
    """(n, P) whether it is known which move that was; of a party's own it always is."""
    known = _is_open(compiled, played)
    if own is not None:
        known[:, own] = True
    return known


def _is_open(compiled: CompiledScenario, played: Ints | list[int]) -> Bools:
    return compiled.traits[played, _GUILE] == 0.0


def _by(who: Who | PlayedMove | Confronted, compiled: CompiledScenario, by_party: Bools) -> Bools:
    if who.of is None:
        return any_along(by_party, 1)
    return by_party[:, compiled.parties.index(who.of)]
