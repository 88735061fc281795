"""One round at the table, for every game at once: open it, and play the moves."""

from dataclasses import dataclass, replace

import numpy as np

from engine.model.chance import Purpose, uniform
from engine.model.kernel import (
    Alliance,
    Luck,
    Round,
    leave,
    nudge,
    play_round,
    speak_of_trust,
    surface,
    turnover,
)
from engine.model.parameters import DEFAULTS
from engine.play.circumstances import circumstances, limited
from engine.play.conditions import holds
from engine.play.rows import some
from engine.play.state import NOBODY, Stage, World
from engine.play.tables import EVENT_PULSES, PULSES, Bools, Floats, Ints, Tables
from engine.scenario.vocabulary import TRAITS

GUILE = TRAITS.index("guile")


@dataclass(frozen=True, slots=True)
class Draw:
    """Where luck comes from: a function of (seed, game, round, purpose), for G games."""

    seed: int
    games: Ints  # (G,)

    def rows(self, rows: Ints) -> "Draw":
        """The same for those games only."""
        return Draw(self.seed, self.games[rows])

    def uniform(self, clock: Ints, purpose: Purpose, lanes: int) -> Floats:
        """(G, lanes) numbers in [0, 1)."""
        return uniform(self.seed, self.games, clock, purpose, lanes)


@dataclass(frozen=True, slots=True)
class Played:
    """What a round brought."""

    round: Round
    before: Alliance  # as it was when the moves were chosen
    talked: Alliance  # after the call for a reflection moment, if any
    after: Alliance  # after the moves
    found: Bools  # (G, P, P, M) the hidden moves of j that i found out
    occurred: Bools  # (G, V) events that happened after it
    surfaced: Bools  # (G, P, P) guile that such an event brought out


def open_phase(tables: Tables, world: World) -> tuple[World, Bools]:
    """The world at the start of a phase, with its rituals held; (G, E) which were hollow."""
    fresh = (world.phase_round == 0) & ~world.called & (world.stage != Stage.ENDED)
    visited = world.visited.copy()
    visited[np.arange(len(world.phase)), world.phase] = True
    world = replace(world, visited=visited)
    at_table = fresh & (world.stage == Stage.ROUND)
    return hold_rituals(tables, world, tables.ritual_opens_phase & at_table[:, None])


def open_round(tables: Tables, world: World) -> tuple[World, Bools]:
    """The world when a round begins, with its rituals held; (G, E) which were hollow."""
    at_table = world.stage == Stage.ROUND
    return hold_rituals(tables, world, tables.ritual_opens_round & at_table[:, None])


def hold_rituals(tables: Tables, world: World, due: Bools) -> tuple[World, Bools]:
    """The world after those rituals (G, E), and which of them were hollow.

    A ritual without meaning works the other way round: its pulse turns sign.
    """
    held = due & world.in_force
    trust = world.alliance.trust
    parties = tables.party_count
    mean_trust = trust.sum(axis=2).sum(axis=1) / (parties * (parties - 1))
    hollow = held & (mean_trust[:, None] < tables.ritual_hollow_below)
    pulses = np.zeros((len(world.phase), parties, len(PULSES)))
    for at in tables.rituals:
        sign = np.where(hollow[:, at], -1.0, 1.0)[:, None, None]
        on = held[:, at, None, None]
        pulses = pulses + np.where(on, sign * tables.ritual_pulses[at], 0.0)
    return replace(world, alliance=pulse(world.alliance, pulses)), hollow


def pulse(alliance: Alliance, pulses: Floats) -> Alliance:
    """The alliance after pulses (G, P, PULSES) on what each party feels and does.

    Understanding, formal overlap and lock-in belong to the table: the mean of the pulses counts.
    """
    if not pulses.any():
        return alliance
    by = {name: pulses[:, :, at] for at, name in enumerate(PULSES)}
    shared = {name: value.sum(axis=1) / value.shape[1] for name, value in by.items()}
    others = ~np.eye(pulses.shape[1], dtype=bool)
    trust = np.minimum(nudge(alliance.trust, by["trust"][:, :, None]), alliance.ceiling)
    exposure = nudge(alliance.exposure, by["exposure"][:, :, None])
    return replace(
        alliance,
        trust=np.where(others, trust, 0.0),
        exposure=np.where(others, exposure, 0.0),
        safety=nudge(alliance.safety, by["safety"]),
        balance=nudge(alliance.balance, by["internal_balance"]),
        understanding=nudge(alliance.understanding, shared["understanding"]),
        formal=nudge(alliance.formal, shared["formal_overlap"]),
        lock_in=nudge(alliance.lock_in, shared["lock_in"]),
    )


def play_moves(
    tables: Tables, world: World, move: Ints, call: Bools, draw: Draw
) -> tuple[World, Played]:
    """The world after the moves (G, P) of a round and what followed from them.

    call: (G, P) who asks for a reflection moment; the flow grants it after the round.
    Who walks out ends the talks at once: that round is not played.
    """
    before = world.alliance
    walks = tables.leaves[move]
    now = circumstances(tables, world)
    talked = speak_of_trust(before, call, DEFAULTS)
    alliance = leave(talked, now, walks, DEFAULTS)
    traits = limited(tables, world, tables.traits[move])
    luck = Luck.draw(draw.seed, draw.games, world.round, tables.party_count)
    alliance, played = play_round(alliance, traits, tables.repair[move], now, luck, DEFAULTS)
    stays = ~some(walks, 1)
    pulses = np.where(stays[:, None, None], tables.move_pulses[move], 0.0)
    alliance = pulse(alliance, pulses)
    this_move = np.arange(len(tables.moves)) == move[:, :, None]
    hides = this_move & (stays[:, None] & (traits[:, :, GUILE] > 0))[:, :, None]
    others = ~np.eye(tables.party_count, dtype=bool)
    secret = world.secret | (hides[:, None] & others[:, :, None])
    found = secret & played.discovered[:, :, :, None]
    after = replace(
        world,
        alliance=alliance,
        round=world.round + 1,
        phase_round=world.phase_round + 1,
        last_move=move,
        last_discovered=played.discovered,
        last_slipped=played.slipped,
        last_payoff=played.payoff,
        used=world.used | this_move,
        secret=secret & ~found,
        in_force=world.in_force & ~_used_up(tables, move),
        calls=world.calls + call,
        called=some(call, 1),
        left=world.left | walks,
    )
    after, occurred, surfaced = _befall(tables, after, draw)
    after = replace(after, secret=after.secret & ~surfaced[:, :, :, None])
    return after, Played(played, before, talked, alliance, found, occurred, surfaced)


def _used_up(tables: Tables, move: Ints) -> Bools:
    """(G, E) the props that these moves use up."""
    gone = np.where(tables.uses_up[move], tables.needs[move], NOBODY)
    return (np.arange(len(tables.elements)) == gone[:, :, None]).any(axis=1)


def _befall(tables: Tables, world: World, draw: Draw) -> tuple[World, Bools, Bools]:
    """The world after the events of the script; (G, V) which occurred; (G, P, P) what came out."""
    games, parties = world.last_move.shape
    surfaced = np.zeros((games, parties, parties), dtype=bool)
    occurred = np.zeros((games, len(tables.events)), dtype=bool)
    if not tables.events:
        return world, occurred, surfaced
    goes_on = ~some(world.left, 1)
    chances = draw.uniform(world.round, Purpose.EVENT, len(tables.events))
    drawn = draw.uniform(world.round, Purpose.EVENT_PARTY, len(tables.events))
    for at, event in enumerate(tables.scenario.script.events.values()):
        happens = goes_on & (world.happened[:, at] == NOBODY)
        happens &= (world.round >= tables.event_after[at]) & (
            chances[:, at] < tables.event_chance[at]
        )
        happens &= holds(event.when, tables, world, public=False)
        if not happens.any():
            continue
        occurred[:, at] = happens
        party = np.where(
            tables.event_party[at] == NOBODY,
            np.minimum((drawn[:, at] * parties).astype(np.int64), parties - 1),
            tables.event_party[at],
        )
        world = _note(world, at, happens, party)
        whom = happens[:, None] & (
            (np.arange(parties) == party[:, None]) | (party == parties)[:, None]
        )
        world, found = _work_on(tables, world, at, whom)
        surfaced |= found
        world = replace(
            world,
            in_force=_adopt(tables, world.in_force, event.adopts, event.drops, happens),
        )
    return world, occurred, surfaced


def _note(world: World, at: int, happens: Bools, party: Ints) -> World:
    happened, befell = world.happened.copy(), world.befell.copy()
    happened[happens, at] = world.round[happens]
    befell[happens, at] = party[happens]
    return replace(world, happened=happened, befell=befell)


def _work_on(tables: Tables, world: World, at: int, whom: Bools) -> tuple[World, Bools]:
    """The world after what an event does at once to those parties (G, P), and what came out."""
    event = tuple(tables.scenario.script.events.values())[at]
    alliance = world.alliance
    found = np.zeros(alliance.trust.shape, dtype=bool)
    if event.turnover:
        alliance = turnover(alliance, whom, DEFAULTS)
    if event.reveals:
        alliance, found = surface(alliance, np.repeat(whom[:, None, :], whom.shape[1], 1), DEFAULTS)
    pulses = np.zeros((*whom.shape, len(PULSES)))
    for column, name in enumerate(EVENT_PULSES):
        on = whom & tables.event_only[at]
        pulses[:, :, PULSES.index(name)] = np.where(on, tables.event_pulses[at, column], 0.0)
    return replace(world, alliance=pulse(alliance, pulses)), found


def _adopt(
    tables: Tables, in_force: Bools, adopts: tuple[str, ...], drops: tuple[str, ...], happens: Bools
) -> Bools:
    result = in_force.copy()
    for name in adopts:
        result[happens, tables.find_element(name)] = True
    for name in drops:
        result[happens, tables.find_element(name)] = False
    return result
