"""One round at the table, for every game at once: open it, and play the moves."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.model.arrays import clip, off_diagonal, one_hot, outer, sum_last_axis, take_rows
from engine.model.chance import Purpose
from engine.model.kernel import (
    Alliance,
    Circumstances,
    Luck,
    Round,
    nudge,
    play_round,
    speak_of_trust,
    surface,
    table_mean,
    turnover,
)
from engine.model.parameters import Parameters
from engine.model.points import points
from engine.model.records import replace
from engine.model.seated import (
    There,
    alliance_of_those,
    result_of_those,
)
from engine.play.circumstances import circumstances, current_decor, limited
from engine.play.compiled import EVENT_PULSES, PULSES, Bools, CompiledScenario, Floats, Ints
from engine.play.conditions import holds
from engine.play.confrontation import due_after_round, no_longer_due, without_what_lapses
from engine.play.flow import has_own_moment
from engine.play.luck import Draw as Draw
from engine.play.presence import depart, is_broken_off, still_there, there_without
from engine.play.rows import any_along
from engine.play.state import NOBODY, Stage, World
from engine.scenario.vocabulary import TRAITS

GUILE = TRAITS.index("guile")


@dataclass(frozen=True, slots=True)
class Played:
    """What a round brought."""

    round: Round
    move: Ints  # (G, P) what was chosen; NOBODY where it had left before
    made: Bools  # (G, P) and done, too
    before: Alliance  # as it was when the moves were chosen
    talked: Alliance  # after the call for a reflection moment, if any
    after: Alliance  # after the moves
    befallen: Alliance  # after the events that happened then
    told: Bools  # (G, P, P, H) the hidden moves of j that j told i of itself
    found: Bools  # (G, P, P, H) the hidden moves of j that i found out
    occurred: Bools  # (G, V) events that happened after it
    surfaced: Bools  # (G, P, P) guile that such an event brought out
    came_out: Bools  # (G, P, P, H) the hidden moves of j that came out with it


# By ritual: in which games (G,) it was held, and in which of them it was hollow.
Rites = dict[int, tuple[Bools, Bools]]


def open_phase(compiled: CompiledScenario, world: World) -> tuple[World, Rites]:
    """The world at the start of a phase, with its rituals held."""
    fresh = (world.phase_round == 0) & ~world.called & (world.stage != Stage.ENDED)
    visited, stood = world.visited, _with_decor(compiled, world)
    if not visited[np.arange(len(world.phase)), world.phase].all():
        visited = visited.copy(order="K")
        for phase in np.unique(world.phase):
            visited[:, phase] |= world.phase == phase
    if visited is not world.visited or stood is not world.stood:
        world = replace(world, visited=visited, stood=stood)
    at_table = fresh & (world.stage == Stage.ROUND)
    return hold_rituals(compiled, world, compiled.ritual_opens_phase, at_table)


def _with_decor(compiled: CompiledScenario, world: World) -> Bools:
    """(G, E) what has stood so far, with the place where the talks are now."""
    decor = current_decor(compiled, world)
    if world.stood[np.arange(len(decor)), decor].all():
        return world.stood
    stood = world.stood.copy(order="K")
    for at in np.unique(decor):
        stood[:, at] |= decor == at
    return stood


def open_round(compiled: CompiledScenario, world: World) -> tuple[World, Rites]:
    """The world when a round begins, with its rituals held."""
    return hold_rituals(compiled, world, compiled.ritual_opens_round, world.stage == Stage.ROUND)


def hold_rituals(
    compiled: CompiledScenario, world: World, opens: Bools, at_table: Bools
) -> tuple[World, Rites]:
    """The world after the rituals (E,) that open this place, in those games (G,).

    A hollow ritual works the other way round: its pulse changes sign.
    """
    if compiled.has_rooms:  # a ritual is of all who are at the table
        at_table = at_table & ~compiled.is_apart[world.phase]
    rites: Rites = {}
    pulses: dict[str, Floats] = {}
    due = opens & any_along(world.in_force & at_table[:, None], 0)
    if not due.any():
        return world, rites
    here = still_there(compiled, world)
    mean_trust = points(table_mean(world.alliance.trust, here))
    for at in np.flatnonzero(due):
        held = at_table & world.in_force[:, at]
        hollow = held & (mean_trust < compiled.ritual_hollow_below[at])
        rites[int(at)] = held, hollow
        sign = np.where(held, np.where(hollow, -1.0, 1.0), 0.0)
        for column, name in enumerate(PULSES):
            size = compiled.ritual_pulses[at, :, column]
            if size.any():
                felt = outer(sign, size)
                pulses[name] = pulses[name] + felt if name in pulses else felt
    if not pulses:
        return world, rites
    felt_by = alliance_of_those(here, pulse, world.alliance, pulses)
    return replace(world, alliance=felt_by), rites


def reach(compiled: CompiledScenario, phase: Ints, move: Ints) -> Bools | None:
    """(G, P, P) with which of the others each party does its move (G, P); None: all with all.

    phase: (G,) in a side talk nobody does anything with who is not there.
    """
    if not compiled.is_aimed and not compiled.has_rooms:
        return None
    within = take_rows(compiled.aims, move)
    return within & compiled.rooms[phase] if compiled.has_rooms else within


def pulse(
    alliance: Alliance, pulses: Mapping[str, Floats], within: Bools | None = None
) -> Alliance:
    """The alliance after pulses (G, P), by name, on what each party feels and does.

    within: (G, P, P) about which others that is; None: about all. Understanding, formal overlap
    and lock-in belong to the table: the mean of the pulses counts.
    """
    changed: dict[str, Any] = {}
    others = off_diagonal(alliance.trust.shape[1])
    for name, felt in pulses.items():
        state = getattr(alliance, name)
        if name in ("trust", "exposure"):
            after = nudge(state, felt[:, :, None])
            after = after if within is None else np.where(within, after, state)
            after = np.minimum(after, alliance.ceiling) if name == "trust" else after
            changed[name] = np.where(others, after, 0.0)
        elif state.ndim == 1:
            changed[name] = nudge(state, sum_last_axis(felt) / felt.shape[1])
        else:
            changed[name] = nudge(state, felt)
    return replace(alliance, **changed) if changed else alliance


def play_moves(
    compiled: CompiledScenario,
    world: World,
    move: Ints,
    call: Bools,
    draw: Draw,
    around: Circumstances | None = None,
    divided: Floats | float = 0.0,
    kept_out: Bools | None = None,
) -> tuple[World, Played]:
    """The world after the moves (G, P) of a round and what followed from them.

    call: (G, P) who asks for a reflection moment; the flow grants it after the round. around:
    the circumstances of this world, if already computed. divided: (G, P) the share of each party
    that wanted another move, in [0, 1]: it counts in this round only, and nobody else is told.
    kept_out: (G, V) the events of the script that can't happen now, for a what-if.
    Walking out ends the talks at once, and that round is not played; where the others go on, they
    play it among themselves. Whoever left before makes no move, whatever stands in `move`.
    """
    before, p = world.alliance, compiled.parameters
    around_table = still_there(compiled, world)
    if around_table is not None:
        move, call = np.where(around_table, move, NOBODY), call & around_table
    walks = compiled.leaves[move] & (move != NOBODY)
    left = world.left | walks
    call = call & ~is_broken_off(compiled, left)[:, None]  # nobody is left to hear who asks
    here = there_without(compiled, left)
    if here is not None:
        call = call & ~walks
    now = around or circumstances(compiled, world)
    now = now.while_divided(divided, compiled.inside)
    talked = alliance_of_those(
        around_table, lambda each, who: speak_of_trust(each, who, p), before, call
    )
    alliance = depart(compiled, world, talked, now, walks)
    traits = limited(compiled, world, take_rows(compiled.traits, move))
    luck = Luck.at_table(draw.seed, draw.games, world.round, compiled.party_count)
    within = reach(compiled, world.phase, move)
    open_to = _open_to(compiled, world, move, within, here)
    told = open_to & _still_open(world) if open_to.any() else open_to
    alliance, played = result_of_those(
        here,
        lambda each, act, mends, around, lot, aim, share, through: play_round(
            each, act, mends, around, lot, p, aim, share, through
        ),
        alliance, traits, compiled.repair[move], now, luck, within, _share_of(world, told),
        seen_through(compiled, world, move),
    )  # fmt: skip
    alliance, played = _paid_elsewhere(compiled, alliance, played, here)
    stays = ~is_broken_off(compiled, left)
    made = stays[:, None] & ~played.vetoed & _reaches(compiled, move, here)
    if compiled.has_price:
        alliance, played = _settle(compiled, alliance, played, np.where(made, move, NOBODY))
    alliance = alliance_of_those(here, pulse, alliance, _felt(compiled, move, made), within)
    last_move = move.astype(world.last_move.dtype)
    hides = made & (traits[:, :, GUILE] > 0)
    hidden = np.where(hides, last_move, NOBODY)
    told, open_to = (each & made[:, None, :, None] for each in (told, open_to))
    untold = world.secret & ~told
    secret = _kept_from_others(compiled, untold, hidden, within)
    if here is not None:  # what the others do is hidden from nobody who left
        secret = np.where(here[:, :, None, None], secret, untold)
    found = secret & played.discovered[:, :, :, None]
    missed, seen = _remembered(compiled, world, last_move, played.vetoed, around_table)
    chosen = one_hot(last_move, len(compiled.moves))
    after = replace(
        world,
        alliance=alliance,
        round=world.round + 1,
        phase_round=world.phase_round + 1,
        last_move=last_move,
        missed=missed,
        seen=seen,
        last_discovered=played.discovered,
        last_slipped=played.slipped | played.vetoed,
        last_vetoed=played.vetoed,
        last_payoff=played.payoff,
        used=world.used | (chosen & ~played.vetoed[:, :, None]),
        carried_out=world.carried_out | (chosen & ~(played.vetoed | played.slipped)[:, :, None]),
        secret=secret & ~found,
        found=world.found | found | told,
        heard=world.heard | open_to,
        in_force=_without_used_up(compiled, world.in_force, np.where(made, move, NOBODY)),
        holder=_handed_over(compiled, world.holder, np.where(made, move, NOBODY)),
        called=any_along(call, 1),
        left=left,
    )
    after = no_longer_due(after, told)
    after, occurred, surfaced = _befall(compiled, after, draw, kept_out)
    came_out = after.secret & surfaced[:, :, :, None]
    after = replace(after, secret=after.secret & ~came_out, found=after.found | came_out)
    after = _charge(compiled, after, call, draw)
    after = due_after_round(compiled, after, found, came_out, surfaced, occurred, within)
    after = replace(after, last_discovered=after.last_discovered | surfaced)
    after = without_what_lapses(compiled, after)
    return after, Played(
        played,
        move,
        made,
        before,
        talked,
        alliance,
        after.alliance,
        told,
        found,
        occurred,
        surfaced,
        came_out,
    )  # fmt: skip


def _open_to(
    compiled: CompiledScenario, world: World, move: Ints, within: Bools | None, here: There
) -> Bools:
    """(G, P, P, H) the moves of j of which its move (G, P) tells i itself what they hide.

    within: (G, P, P) with whom each plays: whom it does not touch is told nothing. here: (G, P)
    who is there: nobody else tells anything, or hears it.
    """
    if not compiled.lays_open.any():
        return np.zeros_like(world.secret)
    games, parties = move.shape
    others = np.broadcast_to(off_diagonal(parties), (games, parties, parties))
    told = others[..., None] & take_rows(compiled.lays_open, move)[:, None]
    if here is not None:
        told = told & (here[:, :, None] & here[:, None])[..., None]
    return told if within is None else told & within.transpose(0, 2, 1)[..., None]


def _still_open(world: World) -> Bools:
    """(G, P, P, H) the hidden moves that j has made and can tell i of: all that j has not told
    before and nobody has brought up, or j would learn which of them i knew of and kept to itself.
    """
    brought_up = any_along(world.spoken_of != NOBODY, 1)
    found = world.found & ~world.heard & ~brought_up[:, None]
    return world.secret | world.due_moves | found


def seen_through(compiled: CompiledScenario, world: World, move: Ints) -> Bools | None:
    """(G, P, P) whether j told i before what its move (G, P) hides; None: nobody told anything."""
    if not world.heard.any():
        return None
    made = move[..., None] == compiled.hideable
    return any_along(world.heard & made[:, None], -1)


def _share_of(world: World, told: Bools) -> Floats | None:
    """(G, P, P) how much of all that j hides from i those moves (G, P, P, H) are; None: nothing.

    What lies hidden is one stock, in which each move that it is of counts alike: how much each
    brought to it is not kept. Once all of them are told, nothing is left of it.
    """
    if not told.any():
        return None
    secret = world.secret
    kept, out = (each.sum(axis=-1, dtype=np.int64) for each in (secret, secret & told))
    return np.asarray(out / np.maximum(kept, 1))


def _paid_elsewhere(
    compiled: CompiledScenario, alliance: Alliance, played: Round, here: There
) -> tuple[Alliance, Round]:
    """The same, where whoever is not there earned elsewhere, as all do when it is over."""
    if here is None:
        return alliance, played
    outside = np.where(here, 0.0, compiled.parameters.outside)
    return (
        replace(alliance, value=alliance.value + outside),
        replace(played, payoff=played.payoff + outside),
    )


def _reaches(compiled: CompiledScenario, move: Ints, here: There) -> Bools | bool:
    """(G, P) whether each move is done by and with somebody who is there."""
    if here is None:
        return True
    with_somebody = any_along(take_rows(compiled.aims, move) & here[:, None], 2)
    return here & with_somebody


def _remembered(
    compiled: CompiledScenario, world: World, move: Ints, vetoed: Bools, around_table: There
) -> tuple[Bools, Bools]:
    """(G, P, P) who was not there when these moves were made; (G, P, P, M) all that each saw."""
    if not compiled.has_rooms:
        return world.missed, world.seen
    there = compiled.rooms[world.phase]
    if around_table is not None:
        there = there & around_table[:, :, None]
    made, seen = (move != NOBODY) & ~vetoed, world.seen.copy(order="K")
    for i, j in itertools.product(range(compiled.party_count), repeat=2):
        games = np.flatnonzero(there[:, i, j] & made[:, j])
        seen[games, i, j, move[games, j]] = True
    return ~there, seen


def _charge(compiled: CompiledScenario, world: World, call: Bools, draw: Draw) -> World:
    """The world in which who called (G, P) has one moment less to call.

    Where the script brings one next anyway, that is the moment, and the call costs none.
    """
    if not call.any():
        return world
    own = call & has_own_moment(compiled, world, draw)[:, None]
    return replace(world, calls=world.calls + own.astype(np.int8))


def _kept_from_others(
    compiled: CompiledScenario, secret: Bools, hidden: Ints, within: Bools | None
) -> Bools:
    """(G, P, P, H) what j played without i knowing, including what j (G, P) now plays and hides.

    within: (G, P, P) with whom each plays; whom it does not touch finds nothing out.
    """
    result = secret.copy(order="K")
    for at, move in enumerate(compiled.hideable):
        is_it = hidden == move
        for i, j in itertools.permutations(range(hidden.shape[1]), 2):
            result[:, i, j, at] |= is_it[:, j] if within is None else is_it[:, j] & within[:, j, i]
    return result


def _felt(compiled: CompiledScenario, move: Ints, made: Bools) -> dict[str, Floats]:
    """By name, the pulses (G, P) of these moves, if they were made."""
    moving = np.flatnonzero(compiled.move_pulses.any(axis=0))
    return {PULSES[at]: np.where(made, compiled.move_pulses[:, at][move], 0.0) for at in moving}


def _without_used_up(compiled: CompiledScenario, in_force: Bools, move: Ints) -> Bools:
    """(G, E) what is in force, without the props that these moves use up."""
    result = in_force
    for at in np.flatnonzero(compiled.uses_up):
        played = any_along(move == at, 1)
        if played.any():
            result = result.copy(order="K") if result is in_force else result
            result[:, compiled.needs[at]] &= ~played
    return result


def _handed_over(compiled: CompiledScenario, holder: Ints, move: Ints) -> Ints:
    """(G, E) who holds what, after these moves have handed props over.

    Where two hand over the same thing from the table, the last of them in their order does.
    """
    result = holder
    for at in np.flatnonzero(compiled.hands_over):
        for party in range(compiled.party_count):
            gives, to = move[:, party] == at, compiled.partner[party, at]
            if to != NOBODY and gives.any():
                result = result.copy(order="K") if result is holder else result
                result[gives, compiled.needs[at]] = to
    return result


def price_of(compiled: CompiledScenario, move: Ints) -> Floats:
    """(G, P) what each of these moves costs whoever makes it, in all; of no move nothing."""
    costs = (compiled.costs + compiled.pays)[move]
    return np.where(move == NOBODY, 0.0, costs)


def _settle(
    compiled: CompiledScenario, alliance: Alliance, played: Round, move: Ints
) -> tuple[Alliance, Round]:
    """The alliance and the round once these moves are paid for: what is paid, another gets."""
    gain = -price_of(compiled, move)
    for party in range(compiled.party_count):
        for at in np.flatnonzero(compiled.pays):
            if (to := compiled.partner[party, at]) != NOBODY:
                gain[:, to] += np.where(move[:, party] == at, compiled.pays[at], 0.0)
    spent = np.where(move == NOBODY, 0.0, compiled.costs[move])
    return (
        replace(alliance, value=alliance.value + gain),
        replace(played, payoff=played.payoff + gain, cost=played.cost + spent),
    )


def _befall(
    compiled: CompiledScenario, world: World, draw: Draw, kept_out: Bools | None
) -> tuple[World, Bools, Bools]:
    """The world after the events of the script; (G, V) which occurred; (G, P, P) what came out."""
    games, parties = world.last_move.shape
    surfaced = np.zeros((games, parties, parties), dtype=bool, order="F")
    occurred = np.zeros((games, len(compiled.events)), dtype=bool, order="F")
    before, here = world.alliance, still_there(compiled, world)
    may = _may_befall(compiled, world, draw)
    if kept_out is not None:
        may &= ~kept_out
    events = tuple(compiled.scenario.script.events.values())
    for at in np.flatnonzero(may.any(axis=0)).tolist():
        event, lane = events[at], np.array([at])
        happens = may[:, at] & holds(event.when, compiled, world, public=False)
        if event.leaves is not None:
            happens &= world.in_force[:, compiled.find_element(event.leaves)]
        if not happens.any():
            continue
        party = np.full(games, compiled.event_party[at])
        if compiled.event_party[at] == NOBODY:
            drawn = draw.uniform(world.round, Purpose.EVENT_PARTY, lane)[:, 0]
            party = _drawn_of_those(here, drawn, parties)
        elif here is not None and compiled.event_party[at] < parties:
            happens = happens & here[:, compiled.event_party[at]]
            if not happens.any():
                continue
        world = _note(world, at, happens, party)
        occurred[:, at] = happens
        whom = np.empty((games, parties), dtype=bool, order="F")
        for one in range(parties):
            whom[:, one] = happens & ((party == one) | (party == parties))
        whom = whom if here is None else whom & here
        world, found = _work_on(compiled, world, at, whom, here)
        surfaced |= found
        in_force = _adopt(compiled, world.in_force, event.adopts, event.takes_away, happens)
        if in_force is not world.in_force:
            stood = world.stood | (in_force & ~compiled.is_decor)
            world = replace(world, in_force=in_force, stood=stood)
    alliance = _within_shock(before, world.alliance, compiled.parameters)
    return replace(world, alliance=alliance), occurred, surfaced


def _may_befall(compiled: CompiledScenario, world: World, draw: Draw) -> Bools:
    """(G, V) which events are due after this round, and have the luck for it."""
    since = world.round[:, None] - compiled.event_after
    due = (world.happened == NOBODY) & np.where(compiled.event_on, since == 0, since >= 0)
    may: Bools = due & ~is_broken_off(compiled, world.left)[:, None]
    lanes = np.flatnonzero(may.any(axis=0))
    if len(lanes):
        luck = draw.uniform(world.round, Purpose.EVENT, lanes)
        may[:, lanes] &= luck < compiled.event_chance[lanes]
    return may


def _drawn_of_those(here: There, drawn: Floats, parties: int) -> Ints:
    """(G,) the party on which a lot in [0, 1) falls, of those who are there."""
    if here is None:
        return np.minimum((drawn * parties).astype(np.int64), parties - 1)
    count = here.sum(axis=1)
    turn = np.minimum((drawn * count).astype(np.int64), count - 1)
    lot: Ints = (here.cumsum(axis=1) > turn[:, None]).argmax(axis=1)
    return lot


def _within_shock(before: Alliance, after: Alliance, p: Parameters) -> Alliance:
    """The alliance after events, whose trust they move by a bounded share of it, or of the room.

    What players do weighs most: no heap of events does more than a lie that comes out.
    """
    if after.trust is before.trust:
        return after
    room = np.maximum(after.ceiling - before.trust, 0.0)
    lowest, highest = before.trust * (1.0 - p.shock), before.trust + p.shock * room
    return replace(after, trust=np.minimum(clip(after.trust, lowest, highest), after.ceiling))


def _note(world: World, at: int, happens: Bools, party: Ints) -> World:
    happened, befell = world.happened.copy(order="K"), world.befell.copy(order="K")
    happened[happens, at] = world.round[happens]
    befell[happens, at] = party[happens]
    return replace(world, happened=happened, befell=befell)


def _work_on(
    compiled: CompiledScenario, world: World, at: int, whom: Bools, here: There
) -> tuple[World, Bools]:
    """The world after what an event does at once to those parties (G, P), and what came out."""
    event = tuple(compiled.scenario.script.events.values())[at]
    alliance = world.alliance
    found = np.zeros(alliance.trust.shape, dtype=bool, order="F")
    if event.is_departure:
        alliance = alliance_of_those(
            here, lambda each, who: turnover(each, who, compiled.parameters), alliance, whom
        )
    if event.reveals:
        everybody = np.broadcast_to(whom[:, None, :], alliance.trust.shape)
        alliance, found = result_of_those(
            here, lambda each, who: surface(each, who, compiled.parameters), alliance, everybody
        )
    on = whom & compiled.event_only[at]
    pulses = {
        name: np.where(on, size, 0.0)
        for name, size in zip(EVENT_PULSES, compiled.event_pulses[at], strict=True)
        if size
    }
    return replace(world, alliance=alliance_of_those(here, pulse, alliance, pulses)), found


def _adopt(
    compiled: CompiledScenario,
    in_force: Bools,
    adopts: tuple[str, ...],
    drops: tuple[str, ...],
    happens: Bools,
) -> Bools:
    if not adopts and not drops:
        return in_force
    result = in_force.copy(order="K")
    for name in adopts:
        result[happens, compiled.find_element(name)] = True
    for name in drops:
        result[happens, compiled.find_element(name)] = False
    return result
