"""The ledger: everything in the game, what was given and what the players did with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.debrief.findings import ChangeMade, LedgerLine, LedgerStatus, Ref, TimelineEntry
from engine.debrief.timeline import Timeline, move_ref, thing_ref
from engine.play.circumstances import circumstances, limited
from engine.play.compiled import Bools, CompiledScenario, Thing
from engine.play.lifecycle import legal_now
from engine.play.rows import as_plain
from engine.play.state import NOBODY, World


def ledger(timeline: Timeline) -> tuple[LedgerLine, ...]:
    """One line for every rule, ritual, decor, prop, role and phase, in the order of the file."""
    kept = _keep(timeline)
    return tuple(
        _line(timeline, at, thing, kept) for at, thing in enumerate(timeline.compiled.elements)
    )


def in_force_at_end(timeline: Timeline) -> tuple[bool, ...]:
    """Whether each thing of the game holds at the end of the play, by element."""
    return tuple(_keep(timeline).in_force)


@dataclass(slots=True)
class _Kept:
    """What holds at the end of the play, by element."""

    in_force: list[bool]
    amount: list[float]
    holder: list[int]
    by_script: set[int]
    decor: int = NOBODY


def _keep(timeline: Timeline) -> _Kept:
    compiled = timeline.compiled
    kept = _Kept(
        compiled.starts.tolist(),
        compiled.start_amount.tolist(),
        compiled.start_holder.tolist(),
        set(),
    )
    for entry in timeline.entries:
        for made in entry.moves:
            if made.used_up is not None:
                kept.in_force[compiled.element_index("props", made.used_up)] = False
            if made.handed is not None and made.handed_to is not None:
                prop = compiled.element_index("props", made.handed)
                kept.holder[prop] = compiled.parties.index(made.handed_to)
        for event in entry.script_events:
            for name in (*event.adopted, *event.dropped):
                at = compiled.find_element(name)
                kept.in_force[at] = name not in event.dropped
                kept.by_script.add(at)
        for change in entry.changes:
            _apply(compiled, kept, change)
    return kept


def _apply(compiled: CompiledScenario, kept: _Kept, change: ChangeMade) -> None:
    if change.action == "part":
        return
    at = compiled.element_index(change.chapter, change.thing.id)
    if change.action == "move":
        kept.decor = at
    elif change.action == "amount":
        kept.amount[at] = float(change.after or 0)
    elif change.action == "hold":
        kept.holder[at] = (*compiled.parties, "table").index(change.after)
    else:
        kept.in_force[at] = change.action == "adopt"


def _line(timeline: Timeline, at: int, thing: Thing, kept: _Kept) -> LedgerLine:
    compiled = timeline.compiled
    changes = tuple(c for entry in timeline.entries for c in entry.changes if _is_of(c, thing))
    rejected = tuple(c for entry in timeline.entries for c in entry.rejected if _is_of(c, thing))
    holder = kept.holder[at]
    has_amount = thing.between is not None
    return LedgerLine(
        thing=thing_ref(compiled, thing.chapter, thing.id),
        chapter=thing.chapter,
        status=_status(compiled, at, thing, kept, changes, rejected),
        given=bool(compiled.starts[at]),
        in_force=kept.in_force[at],
        by_script=at in kept.by_script,
        start=round(float(compiled.start_amount[at])) if has_amount else None,
        end=round(kept.amount[at]) if has_amount else None,
        holder=(*compiled.parties, "table")[holder] if holder != NOBODY else None,
        changes=changes,
        rejected=rejected,
        unit=thing.unit,
    )


def _is_of(change: ChangeMade, thing: Thing) -> bool:
    return (change.chapter, change.thing.id) == (thing.chapter, thing.id)


def _status(
    compiled: CompiledScenario,
    at: int,
    thing: Thing,
    kept: _Kept,
    changes: tuple[ChangeMade, ...],
    rejected: tuple[ChangeMade, ...],
) -> LedgerStatus:
    if not changes:
        if rejected:
            return "proposed-and-rejected"
        return "never-questioned" if thing.negotiable else "not-negotiable"
    if thing.chapter == "decor":
        return "adopted" if kept.decor == at else "put-back"
    given, stands = bool(compiled.starts[at]), kept.in_force[at]
    if given != stands:
        return "adopted" if stands else "dropped"
    moved = (
        kept.amount[at] != compiled.start_amount[at] or kept.holder[at] != compiled.start_holder[at]
    )
    return "changed" if moved else "put-back"


def with_effects(timeline: Timeline) -> Timeline:
    """The timeline in which every agreed change knows what it altered in the next round.

    Looking back from the next round, the changes before it are undone one by one, the last
    first: which moves could each party play, and under which circumstances, with and without it?
    """
    entries = tuple(
        replace(entry, changes=_with_effects(timeline, entry)) if entry.changes else entry
        for entry in timeline.entries
    )
    return replace(timeline, entries=entries)


def _with_effects(timeline: Timeline, entry: TimelineEntry) -> tuple[ChangeMade, ...]:
    following = timeline.next_round(entry)
    state = timeline.state_before(following) if following else None
    if following is None or state is None:
        return entry.changes
    world = state.world
    for later in reversed(timeline.entries[entry.at + 1 : following.at]):
        for change in reversed(later.changes):
            world = without_change(timeline.compiled, world, change)
    known = []
    for change in reversed(entry.changes):
        without = without_change(timeline.compiled, world, change)
        known.append(_with_effect(timeline.compiled, world, without, change))
        world = without
    return tuple(reversed(known))


def _with_effect(
    compiled: CompiledScenario, world: World, without: World, change: ChangeMade
) -> ChangeMade:
    now, then = legal_now(compiled, world)[0], legal_now(compiled, without)[0]
    return replace(
        change,
        moves_gained=dict(_named(compiled, now & ~then)),
        moves_lost=dict(_named(compiled, then & ~now)),
        had_effect=_is_felt(compiled, world, without) or _works_later(compiled, change),
    )


def _is_felt(compiled: CompiledScenario, world: World, unchanged: World) -> bool:
    """Whether the two games differ in the moves of any phase or in the circumstances."""
    everywhere = replace(compiled, offered=np.ones_like(compiled.offered))
    moves = legal_now(everywhere, world) != legal_now(everywhere, unchanged)
    return bool(moves.any()) or _conditions(compiled, world) != _conditions(compiled, unchanged)


def _named(compiled: CompiledScenario, moves: Bools) -> Iterator[tuple[str, tuple[Ref, ...]]]:
    """By party, the moves in a (P, M) table, where there are any."""
    for party, row in zip(compiled.parties, moves, strict=True):
        if row.any():
            names = (move for move, is_it in zip(compiled.moves, row, strict=True) if is_it)
            yield party, tuple(move_ref(compiled, move) for move in names)


def _conditions(compiled: CompiledScenario, world: World) -> Any:
    traits = np.repeat(compiled.traits[None], compiled.party_count, axis=0)
    bounded = [
        limited(compiled, world, traits[None, :, at]).tolist() for at in range(len(traits[0]))
    ]
    return as_plain(circumstances(compiled, world)), bounded


def _works_later(compiled: CompiledScenario, change: ChangeMade) -> bool:
    """A ritual has its effect when it is held, a phase when the script reaches it."""
    if change.chapter == "script":
        return True
    at = compiled.element_index(change.chapter, change.thing.id)
    return change.chapter == "rituals" and bool(compiled.ritual_pulses[at].any())


def without_change(compiled: CompiledScenario, world: World, change: ChangeMade) -> World:
    """The world as if that change had not been made."""
    if change.action == "part":
        return world
    at = compiled.element_index(change.chapter, change.thing.id)
    if change.action == "move":
        return replace(world, decor=np.array([compiled.element_index("decor", str(change.before))]))
    if change.action == "amount":
        amount = world.amount.copy()
        amount[:, at] = float(change.before or 0)
        return replace(world, amount=amount)
    if change.action == "hold":
        holder = world.holder.copy()
        holder[:, at] = (*compiled.parties, "table").index(change.before)
        return replace(world, holder=holder)
    in_force = world.in_force.copy()
    in_force[:, at] = bool(change.before)
    return replace(world, in_force=in_force)
