"""A reflection moment in its four steps, for every game at once.

Inventory and bottlenecks: each party does something open or something closed. Alternatives:
each may put a change of the game on the table. Decision: they vote, the changes that have the
consent they need are made, and the moment does its work on trust, safety and understanding.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.model.arrays import mean_of
from engine.model.kernel import Circumstances, Luck, Reflected, nudge, part, reflect
from engine.model.parameters import MomentParameters
from engine.model.records import replace
from engine.model.seated import There, result_of_those
from engine.play.circumstances import circumstances
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.confrontation import due_after_moment
from engine.play.presence import still_there
from engine.play.round import Draw
from engine.play.rows import any_along
from engine.play.rules import Vote, decide, refused
from engine.play.state import NOBODY, Stage, World
from engine.scenario.vocabulary import BOTTLENECK_OPTIONS, INVENTORY_OPTIONS

OPTIONS = (INVENTORY_OPTIONS, BOTTLENECK_OPTIONS)
REAL_QUESTION = BOTTLENECK_OPTIONS.index("real-question")
THEIR_PART = BOTTLENECK_OPTIONS.index("their-part")


@lru_cache(maxsize=4)
def _of_options(moment: MomentParameters, what: str) -> tuple[Floats, Floats]:
    """By step, that constant of each of its options: `open`, or the `part` taken in it."""
    first, second = (
        np.array([getattr(moment, f"{what}_{option.replace('-', '_')}") for option in step])
        for step in OPTIONS
    )
    return first, second


def open_options(compiled: CompiledScenario, world: World) -> Bools:
    """(G, P, options of the present step) what each party can do in the first two steps."""
    games, parties = world.last_move.shape
    result = np.zeros((games, parties, len(BOTTLENECK_OPTIONS)), dtype=bool, order="F")
    first = world.stage == Stage.DIFFERENCES
    openness = _of_options(compiled.moment, "open")[0][np.maximum(world.option[:, :, 0], 0)]
    may_ask = world.alliance.safety * openness >= compiled.moment.real_question_needs
    for party in range(parties):
        for option in range(len(BOTTLENECK_OPTIONS)):
            later = may_ask[:, party] if option == REAL_QUESTION else True
            result[:, party, option] = np.where(first, option < len(INVENTORY_OPTIONS), later)
    return result


def choose_option(world: World, option: Ints) -> World:
    """The world after each party (G, P) did something in the first or second step."""
    step = (world.stage - Stage.DIFFERENCES)[:, None]
    option = np.where(world.left, NOBODY, option)
    chosen = world.option.copy(order="K")
    chosen[:, :, 0] = np.where(step == 0, option, chosen[:, :, 0])
    chosen[:, :, 1] = np.where(step == 1, option, chosen[:, :, 1])
    return replace(world, option=chosen, stage=world.stage + 1)


def propose(world: World, proposal: Ints, amount: Floats) -> World:
    """The world after the third step; proposal (G, P) index of a change or NOBODY."""
    proposal = np.where(world.left, NOBODY, proposal)
    return replace(
        world,
        proposal=proposal.astype(world.proposal.dtype),
        proposal_amount=np.where(proposal == NOBODY, 0, amount).astype(world.proposal_amount.dtype),
        stage=np.full_like(world.stage, Stage.DECISION),
    )


@dataclass(frozen=True, slots=True)
class Held:
    """What a reflection moment did."""

    reflected: Reflected
    vote: Vote
    steps_done: Floats  # (G,)
    before: World


def conclude(
    compiled: CompiledScenario,
    world: World,
    yes: Bools,
    draw: Draw,
    around: Circumstances | None = None,
) -> tuple[World, Held]:
    """The world after the vote; yes (G, P, P): [g, i, j] i agrees with what j proposed.

    around: the circumstances of this world, if already computed.
    """
    before, moment = world, compiled.moment
    alliance = world.alliance
    opens, part_of = _of_options(moment, "open"), _of_options(moment, "part")
    inventory, bottlenecks = world.option[:, :, 0], world.option[:, :, 1]
    proposes = world.proposal != NOBODY
    taken_part = (
        part_of[0][inventory] + part_of[1][bottlenecks]
        + np.where(proposes, 1.0, moment.part_listening) + 1.0
    )  # fmt: skip
    here = still_there(compiled, world)
    steps_done = taken_part.sum(axis=1) / taken_part.shape[1]
    if here is not None:
        steps_done = mean_of(taken_part, here)
    openness = np.maximum(opens[0][inventory], opens[1][bottlenecks])
    luck = Luck.in_moment(draw.seed, draw.games, world.round, compiled.party_count)
    now = around or circumstances(compiled, world)
    alliance, reflected = result_of_those(
        here,
        lambda each, steps, says, around, lot: reflect(
            each, steps, says, around, lot, compiled.parameters
        ),
        alliance, steps_done, openness, now, luck,
    )  # fmt: skip
    blamed = _hears_blame(bottlenecks, here)
    asked = any_along(bottlenecks == REAL_QUESTION, 1)
    alliance = replace(
        alliance,
        safety=nudge(alliance.safety, -moment.blame_hurts * blamed * (1 - alliance.safety)),
        understanding=nudge(
            alliance.understanding, np.where(asked, moment.real_question_brings, 0.0)
        ),
    )
    came_out = world.secret & reflected.surfaced[:, :, :, None]
    world = replace(
        world,
        alliance=alliance,
        secret=world.secret & ~came_out,
        found=world.found | came_out,
        last_discovered=world.last_discovered | reflected.surfaced,
    )
    world, vote = decide(compiled, world, yes, draw)
    said_no = refused(compiled, vote, here)
    world = due_after_moment(world, said_no, vote.proposal, reflected.surfaced, came_out)
    world = replace(world, alliance=part(world.alliance, world.parted))
    return world, Held(reflected, vote, steps_done, before)


def _hears_blame(bottlenecks: Ints, here: There) -> Floats:
    """(G, P) the share of the others who named this party's part instead of their own."""
    blames = (bottlenecks == THEIR_PART).astype(float)
    by_others = blames.sum(axis=1)[:, None] - blames
    if here is None:
        return by_others / (blames.shape[1] - 1)
    shares: Floats = np.where(here, by_others / (here.sum(axis=1)[:, None] - 1), 0.0)
    return shares
