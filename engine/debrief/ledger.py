"""The ledger: everything in the game, what was given and what the players did with it."""

from dataclasses import dataclass
from typing import Literal

from engine.debrief.findings import ChangeMade, LedgerLine, LedgerStatus
from engine.debrief.timeline import Timeline, thing_ref
from engine.play.compiled import CompiledScenario, Thing
from engine.play.state import NOBODY


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
    by_script: dict[int, Literal["adopted", "dropped"]]
    decor: int = NOBODY


def _keep(timeline: Timeline) -> _Kept:
    compiled = timeline.compiled
    kept = _Kept(
        compiled.starts.tolist(),
        compiled.start_amount.tolist(),
        compiled.start_holder.tolist(),
        {},
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
                kept.by_script[at] = "dropped" if name in event.dropped else "adopted"
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
    status = _status(compiled, at, thing, kept, changes, rejected)
    return LedgerLine(
        thing=thing_ref(compiled, thing.chapter, thing.id),
        chapter=thing.chapter,
        status=status,
        given=bool(compiled.starts[at]),
        in_force=kept.in_force[at],
        by_script=kept.by_script.get(at),
        start=round(float(compiled.start_amount[at])) if has_amount else None,
        end=round(kept.amount[at]) if has_amount else None,
        holder=(*compiled.parties, "table")[holder] if holder != NOBODY else None,
        changes=changes,
        rejected=rejected,
        unit=thing.unit,
        open=status == "never-questioned" and _could_be_otherwise(timeline, at, thing, kept),
    )


def _could_be_otherwise(timeline: Timeline, at: int, thing: Thing, kept: _Kept) -> bool:
    """Whether anything was left to propose about it: not of what the script or a move brought, took
    or laid on the table, of a place where they sat, of whether a phase comes that was played, nor
    of how long one lasts that was not.
    """
    compiled = timeline.compiled
    moved = kept.in_force[at] != compiled.starts[at] or kept.holder[at] != compiled.start_holder[at]
    if at in kept.by_script or moved:
        return False
    if thing.chapter == "props":
        made = (move.move for entry in timeline.entries for move in entry.moves if not move.vetoed)
        return all(compiled.needs[compiled.moves.index(move)] != at for move in made)
    if thing.chapter == "decor":
        return all(entry.decor is None or entry.decor.id != thing.id for entry in timeline.entries)
    if thing.chapter == "script":
        was_played = any(entry.phase.id == thing.id for entry in timeline.entries)
        return was_played == (thing.between is not None)
    return True


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
    if moved:
        return "changed"
    # An event brought or took it in between: what the players did is not putting it back.
    from_outside = changes[0].action == ("adopt" if given else "drop")
    return ("adopted" if given else "dropped") if from_outside else "put-back"
