"""The game about the game: which changes are open, who must consent, and the changed game.

Changes are data. Nothing here can take away the last move of a party: the checker proves that
for every scenario before it is played (see `engine.scenario.check`).
"""

from dataclasses import dataclass

import numpy as np

from engine.model.arrays import off_diagonal
from engine.model.chance import Purpose
from engine.model.records import replace
from engine.play.circumstances import current_decor
from engine.play.compiled import Bools, Change, CompiledScenario, Ints
from engine.play.presence import is_company, still_there
from engine.play.round import Draw
from engine.play.rows import all_along, any_along
from engine.play.state import NOBODY, World


@dataclass(frozen=True, slots=True)
class Vote:
    """The outcome of a vote on the proposals; (G, P) by proposer."""

    proposal: Ints
    amount: Ints
    consents: Bools  # (G, P, P) [g, i, j] i agrees with the proposal of j
    agreed: Bools  # it has the consent it needs
    adopted: Bools  # agreed, and no competing proposal went before it


def open_changes(compiled: CompiledScenario, world: World) -> Bools:
    """(G, changes) what may be proposed now."""
    result = np.empty((len(world.phase), len(compiled.changes)), dtype=bool, order="F")
    decor = current_decor(compiled, world)
    for at, change in enumerate(compiled.changes):
        # A moment may end it all, whatever else may be changed in it.
        may = compiled.may_change[world.phase, at] | (change.action == "part")
        result[:, at] = may & _is_open(compiled, world, decor, change)
    return result


def kept_from(compiled: CompiledScenario, world: World, party: int) -> Bools:
    """(G, E) the secret props held by somebody else: this party does not know of them."""
    at_hand = (world.holder == party) | (world.holder == compiled.party_count)
    return compiled.is_secret & ~at_hand


def open_to(
    compiled: CompiledScenario, world: World, party: int, is_open: Bools | None = None
) -> Bools:
    """(G, changes) what that party may propose: what is open and not kept from it.

    is_open: what may be proposed at all, if already computed.
    """
    result = open_changes(compiled, world) if is_open is None else is_open
    if not compiled.is_secret.any():
        return result
    kept, result = kept_from(compiled, world, party), result.copy(order="K")
    for at, change in enumerate(compiled.changes):
        if change.thing != NOBODY:
            result[:, at] &= ~kept[:, change.thing]
    return result


def _is_open(compiled: CompiledScenario, world: World, decor: Ints, change: Change) -> Bools:
    everywhere = np.ones(len(world.phase), dtype=bool)
    if change.action == "part":
        return everywhere
    thing = change.thing
    in_force = world.in_force[:, thing]
    if change.action == "move":
        return decor != thing
    if change.chapter == "roles":  # whoever left took its people along
        party = compiled.elements[thing].id.partition(".")[0]
        in_reach = ~world.left[:, compiled.parties.index(party)]
        return in_reach & (~in_force if change.action == "adopt" else in_force)
    if change.chapter == "script":
        phase = compiled.phases.index(compiled.elements[thing].id)
        ahead = is_company(compiled, world)[:, phase] & compiled.leads_to[world.phase, phase]
        if change.action == "amount":
            return ahead & in_force
        return ahead & (in_force if change.action == "drop" else ~in_force)
    if change.action == "hold":
        held_here = _is_here(world, world.holder[:, thing])
        to_here = _is_here(world, np.full(len(decor), change.holder))
        return in_force & (world.holder[:, thing] != change.holder) & held_here & to_here
    return ~in_force if change.action == "adopt" else in_force


def _is_here(world: World, holder: Ints) -> Bools:
    """(G,) whether that party (G,), or the table, is there to hand something over or to get it."""
    parties = world.left.shape[1]
    left = world.left[np.arange(len(holder)), np.minimum(holder, parties - 1)]
    return ~left | (holder >= parties)


def decide(compiled: CompiledScenario, world: World, yes: Bools, draw: Draw) -> tuple[World, Vote]:
    """The world after the vote. A party agrees with its own proposal and with identical ones.

    Of proposals that exclude each other at most one goes through: see `settle`.
    """
    proposal, amount = world.proposal, world.proposal_amount
    parties = compiled.party_count
    consents = (yes | _is_same(proposal, amount)) & (proposal != NOBODY)[:, None, :]
    consents = consents & ~world.left[:, :, None]
    here = still_there(compiled, world)
    agreed = np.zeros(proposal.shape, dtype=bool, order="F")
    for proposer in range(parties):
        agrees = consents[:, :, proposer]
        for at in np.unique(proposal[:, proposer]):
            if at == NOBODY:
                continue
            rows = proposal[:, proposer] == at
            consent = has_consent(compiled, compiled.changes[at], agrees, here)
            agreed[:, proposer] |= rows & consent
    agreed &= _first_of_its_kind(proposal, amount)
    adopted = settle(compiled, world, agreed, consents, draw)
    for proposer in range(parties):
        world = _apply(compiled, world, proposer, adopted[:, proposer])
    world = replace(
        world,
        # The amounts stay, for who is called to account for a no to what several proposed.
        proposal=np.full_like(proposal, NOBODY),
        changes=world.changes + adopted.sum(axis=1),
    )
    return world, Vote(proposal, amount, consents, agreed, adopted)


def competing(compiled: CompiledScenario, proposal: Ints, amount: Ints) -> Bools:
    """(G, P, P) [g, i, j]: what i and j put on the table exclude each other."""
    made = proposal != NOBODY
    differ = made[:, :, None] & made[:, None, :] & ~_is_same(proposal, amount)
    return differ & compiled.excludes[proposal[:, :, None], proposal[:, None, :]]


def _is_same(proposal: Ints, amount: Ints) -> Bools:
    """(G, P, P) whether what i and j put on the table is the very same."""
    return (proposal[:, :, None] == proposal[:, None, :]) & (
        amount[:, :, None] == amount[:, None, :]
    )


def settle(
    compiled: CompiledScenario, world: World, agreed: Bools, consents: Bools, draw: Draw
) -> Bools:
    """(G, P) by proposer, what goes through of the proposals that were agreed.

    Of those that exclude each other the one with the most consent does; where that is equal, the
    lot decides. When all agree to part, nothing else is decided any more.
    """
    proposal = world.proposal
    rivals = competing(compiled, proposal, world.proposal_amount)
    games, parties = proposal.shape
    parts = np.array([change.action == "part" for change in compiled.changes])[proposal]
    lot = draw.uniform(world.round, Purpose.LOT, parties)
    weight = consents.sum(axis=1) + parties * parts + lot
    adopted, left = np.zeros_like(agreed), agreed.copy(order="K")
    every = np.arange(games)
    for _ in range(parties):
        best = np.where(left, weight, -1.0).argmax(axis=1)
        goes = left[every, best]
        adopted[every, best] |= goes
        left[every, best] = False
        left &= ~(rivals[every, best] & goes[:, None])
    return adopted


def refused(compiled: CompiledScenario, vote: Vote, here: Bools | None = None) -> Bools:
    """(G, P, P) [g, i, j]: what i proposed was not agreed, for want of the consent of j.

    Whoever agreed with something else about the same thing, and got it, was not refused.
    here: (G, P) who was there; without it, all.
    """
    # What another party proposed too may be agreed as theirs.
    same = _is_same(vote.proposal, vote.amount)
    agreed = any_along(same & vote.agreed[:, None, :], 2)
    instead = competing(compiled, vote.proposal, vote.amount) & vote.consents
    content = any_along(instead & vote.adopted[:, None, :], 2)
    made = (vote.proposal != NOBODY) & ~agreed & ~content
    result: Bools = (made[:, None, :] & ~vote.consents).transpose(0, 2, 1)
    result = result & off_diagonal(result.shape[1])
    if here is not None:
        result = result & here[:, None, :]
    parties = np.arange(compiled.party_count)
    for at in np.unique(vote.proposal[made]):
        consent = compiled.changes[at].consent
        if consent not in ("all", "majority"):
            of = compiled.parties.index(consent)
            needed = (parties == of)[None, None]
            if here is not None:
                needed = needed | ~here[:, of, None, None]
            result = result & (needed | (vote.proposal != at)[:, :, None])
    return result


def has_consent(
    compiled: CompiledScenario, change: Change, agrees: Bools, here: Bools | None = None
) -> Bools:
    """(G,) whether those who agree (G, P) are enough for the change.

    here: (G, P) who is there; without it, all. Where the one whose word is needed has left, all
    who are still there have to agree.
    """
    here = np.ones_like(agrees) if here is None else here
    everybody = all_along(agrees | ~here, 1)
    if change.consent == "all":
        return everybody
    if change.consent == "majority":
        enough: Bools = agrees.sum(axis=1) * 2 > here.sum(axis=1)
        return enough
    of = compiled.parties.index(change.consent)
    return np.where(here[:, of], agrees[:, of], everybody)


def _first_of_its_kind(proposal: Ints, amount: Ints) -> Bools:
    """(G, P) whether no earlier party made exactly the same proposal, which counts once."""
    first = np.ones(proposal.shape, dtype=bool, order="F")
    for later in range(1, proposal.shape[1]):
        for earlier in range(later):
            same = proposal[:, later] == proposal[:, earlier]
            first[:, later] &= ~(same & (amount[:, later] == amount[:, earlier]))
    return first


def _apply(compiled: CompiledScenario, world: World, proposer: int, adopted: Bools) -> World:
    for at in np.unique(world.proposal[adopted, proposer]):
        rows = adopted & (world.proposal[:, proposer] == at)
        world = apply_change(
            compiled, world, compiled.changes[at], rows, world.proposal_amount[:, proposer]
        )
    return world


def apply_change(
    compiled: CompiledScenario, world: World, change: Change, rows: Bools, amount: Ints
) -> World:
    """The world in which those games (G,) use the changed game from now on."""
    if change.action == "part":
        return replace(world, parted=world.parted | rows)
    altered = world.altered.copy(order="K")
    altered[rows, change.thing] = True
    world = replace(world, altered=altered)
    if change.action == "move":
        return replace(world, decor=np.where(rows, change.thing, world.decor))
    if change.action == "amount":
        changed = world.amount.copy(order="K")
        changed[rows, change.thing] = amount[rows]
        return replace(world, amount=changed)
    if change.action == "hold":
        holder = world.holder.copy(order="K")
        holder[rows, change.thing] = change.holder
        return replace(world, holder=holder)
    in_force = world.in_force.copy(order="K")
    in_force[rows, change.thing] = change.action == "adopt"
    stood = world.stood | (in_force & ~compiled.is_decor)
    return replace(world, in_force=in_force, stood=stood)


def is_again(compiled: CompiledScenario, world: World, change: Change) -> Bools:
    """(G,) whether the change brings back what was there before."""
    if change.action == "hold":
        back: bool = compiled.start_holder[change.thing] == change.holder
        return np.full(len(world.phase), back)
    if change.action not in ("adopt", "move"):
        return np.zeros(len(world.phase), dtype=bool)
    return world.stood[:, change.thing]
